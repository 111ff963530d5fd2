"""Once a tafel was held a convenantpartij joins by the procedure; a list or a form does not make one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig, RegelEist, RegelGeweigerd
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.services.partijen.inlezen import CsvUitkomst
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.samenwerking.correctie import UittredingcorrectieService

CONVENANTPARTIJ, DEELNEMER, DERDE = PartijSoort.CONVENANTPARTIJ, PartijSoort.DEELNEMER, PartijSoort.DERDE
NIEUW = PartijInvoer("Stichting Verzonnen Nieuwkomer", "Nieuwk.", CONVENANTPARTIJ)
LIJST = (
    "Partij;Kort;Soort\n"
    "Stichting Verzonnen Een;SV1;convenantpartij\n"
    "Stichting Verzonnen Twee;SV2;deelnemer\n"
    "Stichting Verzonnen Drie;SV3;derde\n"
)


def na_een_tafel(bureau: Bureau) -> Bureau:
    tafel = bureau.tafel(bureau.klok.vandaag)
    bureau.punt(tafel, bureau.casus(), "Politie")
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    return bureau


@pytest.fixture(params=["twente", "haaglanden", "landelijk", "midden-limburg", "delft"])
def huis(request: pytest.FixtureRequest, open_huis: Callable[[str], Bureau]) -> Bureau:
    return open_huis(request.param)


def test_inrichten_is_vrij_ook_als_er_al_een_casus_is(bureau: Bureau) -> None:
    assert bureau.partijen.aansluiting() is None
    bureau.punt(bureau.tafel(), bureau.casus(), "Politie")
    partij = bureau.partijen.voeg_toe(NIEUW)
    weg = bureau.partijen.verwijder(partij)
    assert bureau.partijen.toon(bureau.partijen.zet_terug(weg)).soort is CONVENANTPARTIJ


def test_na_de_eerste_tafel_alleen_door_toetreden(huis: Bureau) -> None:
    """Landelijk, Twente, Haaglanden art. 20.4, Midden-Limburg art. 17.4, Delft art. 21.4."""
    na_een_tafel(huis)
    with pytest.raises(RegelEist, match="alleen bij door toe te treden") as fout:
        huis.partijen.voeg_toe(NIEUW)
    assert fout.value.veld == "soort"
    assert fout.value.artikel == huis.profiel.artikel(Regel.TOETREDING) != ""
    assert fout.value.weg is not None
    assert fout.value.weg.onderdeel == "samenwerking"
    vooraf = huis.partijen.aansluiting()
    assert vooraf is not None
    assert fout.value.gebeurd in vooraf.zin
    assert NIEUW.naam not in {een.naam for een in huis.partijen.lijst()}
    for soort in (DEELNEMER, DERDE):
        assert huis.partijen.voeg_toe(PartijInvoer(f"Verzonnen {soort.value}", soort.value[:9], soort))


def test_een_vergeten_ondertekenaar_komt_er_met_een_ondertekende_correctie(bureau: Bureau) -> None:
    na_een_tafel(bureau)
    partij = bureau.partijen.voeg_toe(replace(NIEUW, soort=DEELNEMER))
    with pytest.raises(InvoerOngeldig, match="volgt uit de procedure"):
        bureau.partijen.wijzig(partij, NIEUW)
    bureau.alsof_bevestigd()
    UittredingcorrectieService(bureau.werkplek).corrigeer(partij, None, "Tekende al in 2019.", CONVENANTPARTIJ)
    assert bureau.partijen.toon(partij).soort is CONVENANTPARTIJ


def test_weghalen_en_terugzetten_gaat_er_niet_omheen(bureau: Bureau) -> None:
    eerder = bureau.partijen.voeg_toe(NIEUW)
    weg = bureau.partijen.verwijder(eerder)
    blijft = bureau.partijen.voeg_toe(NIEUW)
    na_een_tafel(bureau)
    with pytest.raises(RegelGeweigerd, match="Weghalen kan daarom niet") as fout:
        bureau.partijen.verwijder(blijft)
    assert fout.value.artikel == bureau.profiel.artikel(Regel.UITTREDING)
    with pytest.raises(RegelEist, match="alleen bij door toe te treden"):
        bureau.partijen.zet_terug(replace(weg, naam="Stichting Verzonnen Anders", kort="Anders"))
    deelnemer = bureau.partijen.verwijder(bureau.partijen.voeg_toe(PartijInvoer("Verzonnen gast", "Gast", DEELNEMER)))
    with pytest.raises(RegelEist):
        bureau.partijen.zet_terug(replace(deelnemer, soort=CONVENANTPARTIJ))
    assert bureau.partijen.zet_terug(deelnemer)


def test_een_lijst_zegt_het_per_regel(bureau: Bureau) -> None:
    eerst = bureau.diensten().partijen_csv.voorbeeld(LIJST.encode())
    assert {regel.uitkomst for regel in eerst.regels} == {CsvUitkomst.TOEGEVOEGD}
    na_een_tafel(bureau)
    dienst = bureau.diensten().partijen_csv
    voorbeeld = dienst.voorbeeld(LIJST.encode())
    een, twee, drie = voorbeeld.regels
    assert een.uitkomst is CsvUitkomst.GEWEIGERD
    assert "door toe te treden (art. 20.4)" in een.toelichting
    assert {twee.uitkomst, drie.uitkomst} == {CsvUitkomst.TOEGEVOEGD}
    dienst.voer_in(voorbeeld)
    namen = {partij.naam: partij.soort for partij in bureau.partijen.lijst()}
    assert "Stichting Verzonnen Een" not in namen
    assert namen["Stichting Verzonnen Twee"] is DEELNEMER


def test_een_lijst_zonder_soort_hoort_hoe_het_wel_kan(bureau: Bureau) -> None:
    """Without that column every line would be a convenantpartij."""
    na_een_tafel(bureau)
    lijst = "Partij;Kort;Contactpersoon\nStichting Verzonnen Een;SV1;\nPolitie;;J. Verzonnen\n"
    nieuw, bekend = bureau.diensten().partijen_csv.voorbeeld(lijst.encode()).regels
    assert nieuw.uitkomst is CsvUitkomst.GEWEIGERD
    assert 'kolom "Soort"' in nieuw.toelichting
    assert bekend.uitkomst is CsvUitkomst.TOEGEVOEGD


def test_een_vernietigde_tafel_telt_ook(bureau: Bureau) -> None:
    """What is gone has been there."""
    bureau.sql(
        "INSERT INTO vernietiging (soort, nummer, gedaan_op, gedaan_door, samen_met, woorden, geleegd) "
        "VALUES ('casus', 'V-1', '2026-01-01', 'verzonnen', '', '', '')"
    )
    with pytest.raises(RegelEist):
        bureau.partijen.voeg_toe(NIEUW)
