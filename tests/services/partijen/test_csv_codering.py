"""How the bytes of a list are read: every name of a house, as Windows, an older Mac and MS-DOS write it."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.partijen.csv_codering import Codering, ontcijfer
from zvh_desktop.services.partijen.csv_lezen import lees_csv
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, PartijenCsvService

NAMEN = ("Zoë Proef", "René Proef", "Coördinatiepunt", "Élan Proef", "François Proef", "Hélène Proef", "Müller Proef")
CODEC = {Codering.WINDOWS: "cp1252", Codering.MAC: "mac_roman", Codering.DOS: "cp850"}


@pytest.fixture
def invoer(bureau: Bureau) -> PartijenCsvService:
    return PartijenCsvService(bureau.werkplek)


@pytest.mark.parametrize("codering", CODEC)
@pytest.mark.parametrize("naam", NAMEN)
def test_een_naam_wordt_gelezen_zoals_hij_is_geschreven(naam: str, codering: Codering) -> None:
    lijst = f"Partij;Korte naam\r\n{naam};X\r\n"
    assert ontcijfer(lijst.encode(CODEC[codering]))[:2] == (lijst, codering)
    assert ontcijfer(lijst.encode("utf-8-sig"))[:2] == (lijst, Codering.UTF_8)
    assert ontcijfer(lijst.encode(CODEC[codering]), codering) == (lijst, codering, True)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_tekst_van_een_rekenprogramma_wordt_gelezen_met_en_zonder_merk(codec: str) -> None:
    tabel = lees_csv("Partij\tKorte naam\r\nZoë Łódź\tZŁ\r\n".encode(codec))
    assert (tabel.koppen, tabel.codering, tabel.scheidingsteken) == (("Partij", "Korte naam"), Codering.UNICODE, "\t")
    assert [rij.cellen for rij in tabel.rijen] == [("Zoë Łódź", "ZŁ")]
    with pytest.raises(InvoerOngeldig, match="niet worden gelezen als Unicode-tekst"):
        ontcijfer(b"Partij;Korte naam\r\nZoe;Z\r\n", Codering.UNICODE)


@pytest.mark.parametrize("tekst", ["d’Hontproef", "De ‘Brug’ – proef", "€ 100", "“Zorg”", "geen teken"])
def test_tekens_van_windows_blijven_van_windows(tekst: str) -> None:
    gelezen, codering, _ = ontcijfer(f"Partij;Opmerking\r\nProef;{tekst}\r\n".encode("cp1252"))
    assert tekst in gelezen
    assert codering in (Codering.WINDOWS, Codering.UTF_8)


def test_wat_niet_zo_te_lezen_is_wordt_gezegd(invoer: PartijenCsvService) -> None:
    with pytest.raises(InvoerOngeldig, match="niet worden gelezen als UTF-8"):
        invoer.voorbeeld("Partij;Korte naam\r\nZoë;Z\r\n".encode("cp1252"), None, Codering.UTF_8)
    met_de_hand = invoer.voorbeeld("Partij;Korte naam\r\nZoë;Z\r\n".encode("mac_roman"), None, Codering.WINDOWS)
    assert met_de_hand.codering is Codering.WINDOWS
    assert met_de_hand.regels[0].partij == "Zo‘"


@pytest.mark.parametrize(
    "aankondiging", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "sep=;\r", "Sep=;;;;\r\n", "\ufeffsep=;\r\n", "Sep = ;\r\n"]
)
def test_het_scheidingsteken_mag_vooraf_staan(aankondiging: str) -> None:
    einde = "\r" if aankondiging.endswith(";\r") else "\r\n"
    tabel = lees_csv((aankondiging + einde.join(("Partij;Korte naam, afkorting", "Zorg, Noord;ZN", ""))).encode())
    assert (tabel.koppen, tabel.scheidingsteken) == (("Partij", "Korte naam, afkorting"), ";")
    assert [rij.cellen for rij in tabel.rijen] == [("Zorg, Noord", "ZN")]


def test_een_verloren_letter_wordt_gemeld(invoer: PartijenCsvService) -> None:
    voorbeeld = invoer.voorbeeld("Partij;Korte naam\r\nZo\ufffd;Z\r\nGoed;G\r\n".encode())
    assert voorbeeld.verloren == (2,)
    assert invoer.voorbeeld(b"Partij;Korte naam\r\nZo;Z\r\n").verloren == ()


@pytest.mark.parametrize(
    "cel", ["3,16123E+10", "3.16E10", "612345678", "0612345678,0", '"=""0612345678"""', "=0612345678"]
)
def test_een_bedorven_telefoonnummer_wordt_met_de_reden_geweigerd(invoer: PartijenCsvService, cel: str) -> None:
    inhoud = f"Partij;Korte naam;Contactpersoon;Telefoon\r\nZorg Tel;ZT;A. Proef;{cel}\r\n"
    (regel,) = invoer.voorbeeld(inhoud.encode()).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
    assert "rekenprogramma" in regel.toelichting


@pytest.mark.parametrize("naam", ["Zo\u00adrg W", "Zorg\u200b W", "Zоrg W"])
def test_een_naam_die_niet_is_wat_u_ziet_wordt_geweigerd(invoer: PartijenCsvService, naam: str) -> None:
    (regel,) = invoer.voorbeeld(f"Partij;Korte naam\r\n{naam};ZW\r\n".encode()).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
    assert "lijken twee namen gelijk" in regel.toelichting


def test_een_partij_die_er_niet_is_wordt_gevraagd(bureau: Bureau, invoer: PartijenCsvService) -> None:
    ggd = bureau.naam("GGD")
    tikfout = ggd[:-2] + ggd[-1] + ggd[-2]
    namen = (ggd.split()[0] + " zelf", tikfout, "Iets heel anders van een lange naam", "Nieuw")
    inhoud = "Partij;Contactpersoon\r\n" + "".join(f"{naam};A. Proef\r\n" for naam in namen)
    deel, fout, onbekend, kort = invoer.voorbeeld(inhoud.encode()).regels
    assert fout.uitkomst is CsvUitkomst.GEWEIGERD
    assert f"Partij niet gevonden. Bedoelt u {ggd}?" in fout.toelichting
    assert onbekend.uitkomst is CsvUitkomst.GEWEIGERD
    assert "Partij niet gevonden" in onbekend.toelichting
    assert "korte naam" in onbekend.toelichting
    assert "Vul een korte naam in, voor" not in onbekend.toelichting
    assert kort.uitkomst is CsvUitkomst.TOEGEVOEGD
    assert deel.uitkomst is not CsvUitkomst.GELIJK
    met_kort = f"Partij;Korte naam;Contactpersoon\r\n{tikfout};TF;A. Proef\r\n"
    assert invoer.voorbeeld(met_kort.encode()).regels[0].uitkomst is CsvUitkomst.TOEGEVOEGD


def test_een_lange_lijst_zegt_hoe_ver_hij_is(invoer: PartijenCsvService) -> None:
    rijen = "".join(f"Proefzorg;PZ;Contact {nummer}\r\n" for nummer in range(1000))
    gemeld: list[tuple[int, int]] = []
    voorbeeld = invoer.voorbeeld(
        f"Partij;Korte naam;Contactpersoon\r\n{rijen}".encode(),
        voortgang=lambda gedaan, totaal, tekst: gemeld.append((gedaan, totaal)) if tekst else None,
    )
    assert voorbeeld.aantal(CsvUitkomst.TOEGEVOEGD) == 1000
    assert gemeld == [(gedaan, 1000) for gedaan in range(0, 1000, 200)]


@pytest.mark.parametrize("naam", ["Pol", "pol.", "Politie Reg", "Pol Oost-Ned", "Politei Oost"])
def test_een_afgekorte_naam_wordt_gevraagd_en_geen_nieuwe_partij(
    bureau: Bureau, invoer: PartijenCsvService, naam: str
) -> None:
    (regel,) = invoer.voorbeeld(f"Partij;Contactpersoon\r\n{naam};A. Proef\r\n".encode()).regels
    assert regel.uitkomst is CsvUitkomst.GEWEIGERD
    assert f"Partij niet gevonden. Bedoelt u {bureau.naam('Politie')}" in regel.toelichting
