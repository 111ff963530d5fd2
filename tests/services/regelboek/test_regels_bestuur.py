"""Each rule on meetings without casussen, in each of the five houses, with the article that its profile gives."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from zvh_desktop.errors import InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem, stemmentelling
from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.services.regelboek.bestuur import (
    LidStand,
    afwezige_vooraf_gehoord,
    beschrijf_stemregel,
    geen_casus_buiten_operationeel,
    meerderheid,
    patstelling,
)

HUIZEN = meegeleverde_profielen()
SOORTEN = [
    pytest.param(huis, soort.sleutel, id=f"{huis}-{soort.sleutel}")
    for huis in HUIZEN
    for soort in laad_meegeleverd(huis).overlegsoorten
    if not soort.casuistiek
]
STEMMENDE = [
    pytest.param(huis, soort.sleutel, id=f"{huis}-{soort.sleutel}")
    for huis in HUIZEN
    for soort in laad_meegeleverd(huis).overlegsoorten
    if soort.stemregel.wijze == "meerderheid"
]
VOOR, TEGEN, NIET = Stem.VOOR, Stem.TEGEN, Stem.ONTHOUDING

CONVENANT = {
    "landelijk": {
        "partneroverleg": ("art. 7.1", "schriftelijk", True),
        "jaarvergadering": ("art. 7.1", "schriftelijk", True),
        "stuurgroep": ("art. 5.4", "schriftelijk", True),
    },
    "haaglanden": {
        "partneroverleg": ("art. 7.1", "schriftelijk", True),
        "stuurgroep": ("art. 5.4", "schriftelijk", False),
        "jaarvergadering": ("art. 7.1", "schriftelijk", True),
    },
    "delft": {"partneroverleg": ("art. 7.1", "inbreng", True), "stuurgroep": ("art. 5.4", "schriftelijk", True)},
    "twente": {"expertgroep": ("", "geen_regel", False), "stuurgroep": ("art. 4.3 onder b", "geen_regel", False)},
    "midden-limburg": {"voorbereidingsgroep": ("", "geen_regel", False), "stuurgroep": ("", "geen_regel", False)},
}
"""What the convenanten themselves say: article of the voting rule, input of the absent, and who breaks a deadlock."""


def lees(huis: str, sleutel: str) -> tuple[Huisprofiel, Overlegsoort]:
    profiel = laad_meegeleverd(huis)
    return profiel, profiel.overlegsoort(sleutel)


def lid(
    partij: str, nummer: int = 1, *, aanwezig: bool = False, gevraagd: bool = False, gehoord: bool = False
) -> LidStand:
    return LidStand(nummer, partij, aanwezig, gevraagd, gehoord)


@pytest.mark.parametrize("huis", HUIZEN)
def test_profiel_geeft_de_stemregels_van_het_convenant(huis: str) -> None:
    gevonden = {
        soort.sleutel: (soort.stemregel.artikel, soort.stemregel.afwezige, bool(soort.stemregel.patstelling))
        for soort in laad_meegeleverd(huis).overlegsoorten
        if not soort.casuistiek
    }
    assert gevonden == CONVENANT[huis]


@pytest.mark.parametrize(("huis", "sleutel"), SOORTEN)
def test_geen_casus_buiten_operationeel_weigert_casus_en_tekst_met_het_artikel(huis: str, sleutel: str) -> None:
    profiel, soort = lees(huis, sleutel)
    artikel = profiel.artikel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL)
    assert artikel
    for anders in ({"casusnummer": "2026-0001"}, {"gevonden": ("casusnummer 2026-0001",)}):
        with pytest.raises(RegelGeweigerd, match="2026-0001") as fout:
            geen_casus_buiten_operationeel(profiel, soort, **anders)
        assert fout.value.regel == Regel.GEEN_CASUS_BUITEN_OPERATIONEEL
        assert fout.value.artikel == artikel
        assert artikel in str(fout.value)
        assert soort.naam in str(fout.value)
    geen_casus_buiten_operationeel(profiel, soort)


@pytest.mark.parametrize("huis", HUIZEN)
def test_op_elk_operationeel_overleg_met_casuistiek_mag_het_wel(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    for soort in profiel.casusoverleggen:
        assert soort.niveau is Niveau.OPERATIONEEL
        geen_casus_buiten_operationeel(profiel, soort, casusnummer="2026-0001")


@pytest.mark.parametrize(("huis", "sleutel"), STEMMENDE)
def test_meerderheid_vraagt_eerst_of_het_overleg_het_eens_is(huis: str, sleutel: str) -> None:
    profiel, soort = lees(huis, sleutel)
    with pytest.raises(RegelGeweigerd, match="eerst eens") as fout:
        meerderheid(profiel, soort, consensus=None, stemmen=[VOOR, VOOR])
    assert fout.value.artikel == profiel.artikel(Regel.MEERDERHEID)
    assert soort.stemregel.artikel in profiel.artikel(Regel.MEERDERHEID)
    assert meerderheid(profiel, soort, consensus=True).uitkomst is BesluitUitkomst.AANGENOMEN
    assert meerderheid(profiel, soort, consensus=False).uitkomst is BesluitUitkomst.OPEN


@pytest.mark.parametrize(("huis", "sleutel"), STEMMENDE)
@pytest.mark.parametrize(
    ("stemmen", "uitkomst"),
    [
        ([VOOR, VOOR, TEGEN], BesluitUitkomst.AANGENOMEN),
        ([VOOR, NIET, NIET, NIET], BesluitUitkomst.AANGENOMEN),
        ([VOOR, TEGEN, TEGEN], BesluitUitkomst.VERWORPEN),
        ([VOOR, TEGEN, NIET], BesluitUitkomst.PATSTELLING),
        ([NIET], BesluitUitkomst.PATSTELLING),
    ],
)
def test_meerderheid_telt_voor_en_tegen(
    huis: str, sleutel: str, stemmen: list[Stem], uitkomst: BesluitUitkomst
) -> None:
    profiel, soort = lees(huis, sleutel)
    uitslag = meerderheid(profiel, soort, consensus=False, stemmen=stemmen)
    assert uitslag.uitkomst is uitkomst
    if uitkomst is not BesluitUitkomst.PATSTELLING:
        assert soort.stemregel.artikel in uitslag.zin


@pytest.mark.parametrize("huis", HUIZEN)
def test_een_huis_heeft_een_stemregel_als_een_overleg_stemt(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    stemmen = any(soort.stemregel.wijze == "meerderheid" for soort in profiel.overlegsoorten)
    assert profiel.geldt(Regel.MEERDERHEID) is stemmen


@pytest.mark.parametrize("huis", ["landelijk", "haaglanden"])
def test_het_jaarlijks_overleg_besluit_als_het_partneroverleg(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    assert profiel.overlegsoort("jaarvergadering").stemregel == profiel.overlegsoort("partneroverleg").stemregel


def test_overleg_dat_voorstellen_doet_neemt_zelf_niets_aan() -> None:
    profiel, soort = lees("twente", "stuurgroep")
    uitslag = meerderheid(profiel, soort, consensus=True)
    assert uitslag.uitkomst is BesluitUitkomst.VOORGESTELD
    assert "art. 4.3 onder b" in uitslag.zin
    assert meerderheid(profiel, soort, consensus=None, stemmen=[VOOR]).uitkomst is BesluitUitkomst.VOORGESTELD
    wie = "De partijen besluiten, via het Districtelijk Veiligheidsoverleg (art. 4.3 onder b)."
    assert uitslag.zin.endswith(f"doet dit voorstel (art. 4.3 onder b). {wie}")
    assert beschrijf_stemregel(profiel, soort)[:2] == ("Dit overleg doet voorstellen (art. 4.3 onder b).", wie)
    zonder = replace(soort, stemregel=replace(soort.stemregel, wie_besluit=""))
    assert beschrijf_stemregel(profiel, zonder)[1] == "Anderen besluiten."


def test_gezamenlijk_overleg_stemt_niet() -> None:
    profiel, soort = lees("twente", "casustafel")
    with pytest.raises(RegelGeweigerd, match=r"art\. 8\.1"):
        meerderheid(profiel, soort, consensus=False, stemmen=[VOOR])


def test_stemming_zonder_stemmen_is_geen_stemming() -> None:
    profiel, soort = lees("delft", "stuurgroep")
    with pytest.raises(InvoerOngeldig):
        meerderheid(profiel, soort, consensus=False, stemmen=[])


@pytest.mark.parametrize(("huis", "sleutel"), SOORTEN)
def test_afwezige_vooraf_gehoord_waar_het_convenant_dat_zegt(huis: str, sleutel: str) -> None:
    profiel, soort = lees(huis, sleutel)
    regel = profiel.regel(Regel.AFWEZIGE_VOORAF_GEHOORD)
    niet_gevraagd = [lid("Testpartij"), lid("Andere partij", 2, aanwezig=True)]
    if soort.stemregel.afwezige == "geen_regel":
        afwezige_vooraf_gehoord(profiel, soort, niet_gevraagd, frozenset({1}))
        return
    assert regel.geldt
    with pytest.raises(RegelGeweigerd, match="Testpartij is er niet") as fout:
        afwezige_vooraf_gehoord(profiel, soort, niet_gevraagd, frozenset())
    assert fout.value.artikel == regel.artikel
    assert regel.artikel in str(fout.value)
    assert ("schriftelijke inbreng" in str(fout.value)) == (soort.stemregel.afwezige == "schriftelijk")
    gevraagd = [lid("Testpartij", gevraagd=True)]
    afwezige_vooraf_gehoord(profiel, soort, gevraagd, frozenset())
    with pytest.raises(RegelGeweigerd, match="raakt Testpartij ernstig") as fout:
        afwezige_vooraf_gehoord(profiel, soort, gevraagd, frozenset({1}))
    assert fout.value.regel == Regel.AFWEZIGE_VOORAF_GEHOORD
    afwezige_vooraf_gehoord(profiel, soort, [lid("Testpartij", gehoord=True)], frozenset({1}))
    afwezige_vooraf_gehoord(profiel, soort, [lid("Testpartij", aanwezig=True)], frozenset({1}))


@pytest.mark.parametrize("huis", ["twente", "midden-limburg"])
def test_zonder_regel_over_afwezigen_zegt_het_profiel_waarom(huis: str) -> None:
    regel = laad_meegeleverd(huis).regel(Regel.AFWEZIGE_VOORAF_GEHOORD)
    assert not regel.geldt
    assert regel.reden


@pytest.mark.parametrize(("huis", "sleutel"), SOORTEN)
def test_patstelling_wijst_aan_wie_het_profiel_noemt(huis: str, sleutel: str) -> None:
    profiel, soort = lees(huis, sleutel)
    regel = profiel.regel(Regel.PATSTELLING)
    uitslag = patstelling(profiel, soort, BesluitUitkomst.PATSTELLING, elders=True)
    if soort.stemregel.patstelling:
        assert uitslag.zin == soort.stemregel.patstelling
        with pytest.raises(RegelGeweigerd, match="er niet uit gekomen") as fout:
            patstelling(profiel, soort, BesluitUitkomst.PATSTELLING, elders=False)
        assert fout.value.artikel == regel.artikel
        assert soort.stemregel.patstelling in str(fout.value)
    else:
        assert uitslag.zin == f"Er is geen besluit. {regel.tekst or regel.reden}"
        patstelling(profiel, soort, BesluitUitkomst.PATSTELLING, elders=False)
    with pytest.raises(RegelGeweigerd, match="pas als") as fout:
        patstelling(profiel, soort, BesluitUitkomst.AANGENOMEN, elders=True)
    assert fout.value.artikel == (regel.artikel or soort.stemregel.artikel)


@pytest.mark.parametrize(("huis", "sleutel"), SOORTEN)
def test_scherm_legt_uit_hoe_dit_overleg_besluit(huis: str, sleutel: str) -> None:
    profiel, soort = lees(huis, sleutel)
    alles = " ".join(beschrijf_stemregel(profiel, soort))
    assert soort.stemregel.artikel in alles
    assert soort.stemregel.patstelling in alles
    assert ("geen stemregel" in alles) == (soort.stemregel.wijze == "geen_regel")


@pytest.mark.parametrize(("huis", "sleutel"), SOORTEN)
def test_wat_een_lid_leest_over_het_besluiten_zijn_hele_zinnen_van_het_huis(huis: str, sleutel: str) -> None:
    """They go into the letters: there a profile is a word of the program, and after a colon no capital comes."""
    profiel, soort = lees(huis, sleutel)
    gelezen = (*beschrijf_stemregel(profiel, soort), profiel.regel(Regel.GEEN_CASUS_BUITEN_OPERATIONEEL).tekst)
    assert [zin for zin in gelezen if re.search("uit: [A-Z]|profiel", zin)] == []


def test_een_telling_van_stemmen_is_goed_nederlands() -> None:
    assert stemmentelling([VOOR, VOOR, NIET]) == "2 voor, 0 tegen, 1 onthouding"
    assert stemmentelling([TEGEN]) == "0 voor, 1 tegen, 0 onthoudingen"
