"""The demo in each house, read back: its own words, its own articles, and no word of another house."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from beurten import om_beurten
from huis_lezen import teksten
from woorden_van_huizen import HUIZEN, gevonden_vreemd, vreemde_woorden

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import DocumentSoort, OverlegStatus, Regel, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount, tweede_regisseur

_ARTIKEL = re.compile(r"\bart\. ?(\d+(?:[.:]\d+)*(?: onder [a-z])?)")


@pytest.fixture(params=om_beurten(HUIZEN))
def huis(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def profiel(huis: str) -> Huisprofiel:
    return laad_meegeleverd(huis)


@pytest.fixture
def demo_van_huis(speel: Callable, huis: str):
    """Read only."""
    return speel(huis)


def test_werkt_in_dit_huis_en_de_kluis_is_in_orde(demo_van_huis, zvh: Callable, tmp_path: Path) -> None:
    assert demo_van_huis.afloop.code == 0, demo_van_huis.afloop.fout
    assert "Geweigerd, zoals het hoort" in demo_van_huis.afloop.uit
    controle = zvh("controleer", shutil.copytree(demo_van_huis.kluis, tmp_path / "kluis"))
    assert (controle.code, controle.fout) == (0, "")


def test_geen_document_en_geen_stap_zegt_een_woord_van_een_ander_huis(demo_van_huis, profiel: Huisprofiel) -> None:
    assert len(vreemde_woorden(profiel)) >= 10
    stappen = demo_van_huis.afloop.uit.replace(str(demo_van_huis.map), "")
    gevonden = [
        f"{bestand}: {plek}"
        for bestand, tekst in {**teksten(demo_van_huis), "stappen": stappen}.items()
        for plek in gevonden_vreemd(profiel, tekst)
    ]
    assert not gevonden


def test_een_overleg_is_afgelast_en_dat_zegt_niets_over_een_casus(demo_van_huis) -> None:
    assert " afgelast; " in demo_van_huis.afloop.uit
    brieven = [d for d in demo_van_huis.overzicht["documenten"] if d["soort"].startswith("afgelasting")]
    assert {d["soort"] for d in brieven} == {"afgelasting", "afgelasting-ics", "afgelasting-eml"}
    partijen = {d["partij"] for d in brieven}
    punten = demo_van_huis.overzicht["agendapunten"]
    verboden = {woord for punt in punten for woord in (punt["casusnummer"], *punt["betrokkenen"])}
    for document in brieven:
        tekst = teksten(demo_van_huis)[document["bestand"]]
        anderen = {naam for naam in partijen - {document["partij"]} if naam not in document["partij"]}
        assert [woord for woord in verboden | anderen if woord in tekst] == []
        assert document["soort"] == "afgelasting-ics" or "De voorzitter is ziek" in tekst


def test_wie_alleen_schreef_staat_een_keer_op_de_presentielijst(demo_van_huis) -> None:
    (tekst,) = (t for naam, t in teksten(demo_van_huis).items() if "presentielijst" in naam)
    assert tekst.count("schriftelijke inbreng") == 1
    assert re.search(r"Alleen\s+schriftelijke\s+inbreng:\s+\w", tekst)


GEZEGD_EN_NOOIT: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "landelijk": (("Casusoverleg", "casusregisseur"), ("casustafel", "casuscoördinator")),
    "twente": (("Regionale Casustafel", "casusregisseur", "GCOS"), ("casusoverleg", "casuscoördinator")),
    "haaglanden": (("Casusoverleg", "casuscoördinator"), ("casusregisseur", "casustafel")),
    "midden-limburg": (("Ronde Tafel Overleg", "casusregisseur"), ("casusoverleg", "casustafel")),
    "delft": (("Procesoverleg", "casuscoördinator", "Veiligheidskamer"), ("casusregisseur", "triage")),
}


def test_het_huis_zegt_zijn_eigen_woorden(demo_van_huis, huis: str) -> None:
    """Said outright, so that a mistake in a profile cannot excuse itself."""
    gezegd, nooit = GEZEGD_EN_NOOIT[huis]
    alles = " ".join(teksten(demo_van_huis).values())
    assert [tekst for tekst in gezegd if tekst not in alles] == []
    assert [tekst for tekst in nooit if tekst.casefold() in alles.casefold()] == []


def test_elk_artikel_is_van_dit_huis(demo_van_huis, profiel: Huisprofiel) -> None:
    eigen = set(_ARTIKEL.findall(profiel.brontekst))
    eigen |= {artikel.partition(" onder")[0] for artikel in eigen}
    gevonden = {
        f"{bestand}: art. {artikel}"
        for bestand, tekst in teksten(demo_van_huis).items()
        for artikel in _ARTIKEL.findall(tekst)
        if artikel not in eigen
    }
    assert not gevonden


def test_documenten_noemen_het_artikel_waarop_zij_rusten(demo_van_huis, profiel: Huisprofiel) -> None:
    per_soort: dict[str, str] = {}
    alles = teksten(demo_van_huis)
    for document in demo_van_huis.overzicht["documenten"]:
        per_soort[document["soort"]] = per_soort.get(document["soort"], "") + alles[document["bestand"]]
    for soort, regel in (
        (DocumentSoort.AGENDA_REGIE, Regel.ALLEEN_RECHTMATIGE_PARTIJEN),
        (DocumentSoort.AGENDA_PARTIJ, Regel.GEHEIMHOUDING),
        (DocumentSoort.UITNODIGING, Regel.AFGEVAARDIGDE_MANDAAT),
        (DocumentSoort.NOTULEN_PARTIJ, Regel.GEHEIMHOUDING),
        (DocumentSoort.PLAN_VAN_AANPAK, Regel.ROL_EN_INFORMATIEBEHOEFTE),
        (DocumentSoort.AFSCHALING, Regel.AFSCHALING_BESLUIT),
    ):
        assert profiel.artikel(regel) in per_soort[soort], (soort, profiel.artikel(regel))


def test_stukken_van_een_casus_noemen_protocol_en_wettelijk_kader_van_hun_aanpak(
    demo_van_huis, profiel: Huisprofiel
) -> None:
    alles = {bestand: " ".join(tekst.split()) for bestand, tekst in teksten(demo_van_huis).items()}
    gelezen = 0
    for document in demo_van_huis.overzicht["documenten"]:
        if document["soort"] in (DocumentSoort.PLAN_VAN_AANPAK, DocumentSoort.AFSCHALING, DocumentSoort.OPSCHALING):
            tekst = alles[document["bestand"]]
            (aanpak,) = [een for een in profiel.aanpakken if f" {een.naam} Privacyprotocol: " in tekst]
            assert f"Privacyprotocol: {aanpak.privacyprotocol} Wettelijk kader: {aanpak.wettelijk_kader} " in tekst
            gelezen += 1
    assert gelezen >= 2


def test_andere_huizen_noemen_die_artikelen_anders() -> None:
    """The test above says something only when the articles differ."""
    artikelen = {tuple(laad_meegeleverd(huis).artikel(regel) for regel in Regel) for huis in HUIZEN}
    assert len(artikelen) == len(HUIZEN)


def test_alleen_waar_het_kan_gaat_een_casus_naar_een_ander_huis(demo_van_huis, profiel: Huisprofiel) -> None:
    dossiers = [
        document for document in demo_van_huis.overzicht["documenten"] if document["soort"] == DocumentSoort.OPSCHALING
    ]
    gezegd = " ".join(teksten(demo_van_huis).values()).casefold() + demo_van_huis.afloop.uit.casefold()
    if profiel.opschaling is None:
        assert dossiers == []
        assert [woord for woord in ("opschal", "opgeschaald") if woord in gezegd] == []
        return
    (dossier,) = dossiers
    assert dossier["partij"] == profiel.opschaling.naar
    stappen = demo_van_huis.afloop.uit
    assert stappen.index("nog geen akkoord van") < stappen.index("het dossier overgedragen")
    gelezen = teksten(demo_van_huis)[dossier["bestand"]]
    assert profiel.artikel(Regel.OPSCHALING_BESLUIT) in gelezen
    assert profiel.artikel(Regel.TOESTEMMING_DERDEN) in gelezen
    assert "Stand van het advies over voorwaarden" in gelezen
    assert "Overzicht van de huurachterstand" not in gelezen


def test_de_tafel_liep_anders_dan_de_agenda_en_de_stukken_kloppen(demo_van_huis) -> None:
    """A casus not reached, a partij that came in later, another chair: told to who may know, and not before."""
    alles = teksten(demo_van_huis)
    documenten = demo_van_huis.overzicht["documenten"]
    regienotulen = [alles[een["bestand"]] for een in documenten if een["soort"] == DocumentSoort.NOTULEN_REGIE]
    (regie,) = [tekst for tekst in regienotulen if "neemt het voorzitterschap over" in tekst]
    assert re.search(r"M\. Voorbeeld \(tot \d\d:\d\d\), S\. Testpersoon \(vanaf \d\d:\d\d\)", regie)
    assert "Niet behandeld" in regie
    gevonden = re.search(r"aan tafel bij casus (\d{4}-\d{4})", regie)
    assert gevonden is not None
    nummer = gevonden.group(1)
    partijen = {een["partij"] for een in documenten if een["partij"]}
    (later,) = [partij for partij in partijen if regie[: gevonden.start()].rstrip().endswith(partij)]
    stukken = [een for een in documenten if een["partij"] == later]
    assert all(nummer in alles[een["bestand"]] for een in stukken if een["soort"] == DocumentSoort.NOTULEN_PARTIJ)
    voor_partijen = [alles[een["bestand"]] for een in documenten if een["partij"]]
    assert not any("voorzitterschap" in tekst or "S. Testpersoon (vanaf" in tekst for tekst in voor_partijen)


def test_elk_overleg_over_casussen_is_gehouden_een_casus_hoort_elders_en_een_ging_over(
    demo_van_huis, profiel: Huisprofiel, tmp_path: Path
) -> None:
    kluismap, account = shutil.copytree(demo_van_huis.kluis, tmp_path / "kluis"), oefenaccount(Rol.PROCESREGISSEUR)
    with open_kluis(kluismap, account.gebruiker, account.wachtwoord) as kluis:
        diensten = bouw_diensten(kluis)
        gehouden = {regel.naam for regel in diensten.tafels.lijst() if regel.status is OverlegStatus.GEHOUDEN}
        casussen = [diensten.casussen.toon(regel.id) for regel in diensten.casussen.lijst()]
    assert gehouden == {soort.naam for soort in profiel.casusoverleggen}
    titels = {gebeurtenis.titel for casus in casussen for gebeurtenis in casus.tijdlijn}
    assert "Casus beëindigd: hoort elders thuis" in titels
    assert {casus.procesregisseur for casus in casussen} >= {account.weergavenaam, tweede_regisseur().weergavenaam}


def test_het_jaar_eindigt_met_wat_weg_is_en_wat_verantwoord_is(demo_van_huis) -> None:
    """A destroyed casus with its verklaring, the figures, an inzage-overzicht, and a partij that leaves."""
    documenten = demo_van_huis.overzicht["documenten"]
    per_soort: dict[str, list[str]] = {}
    for document in documenten:
        per_soort.setdefault(document["soort"], []).append(document["bestand"])
    gelezen = teksten(demo_van_huis)
    (verklaring,) = per_soort[DocumentSoort.VERNIETIGINGSVERKLARING]
    weg = re.search(r"Dossier (\S+) vernietigd", demo_van_huis.afloop.uit)
    assert weg is not None
    assert weg[1] in gelezen[verklaring]
    assert not [bestand for bestand, tekst in gelezen.items() if weg[1] in tekst and bestand != verklaring]
    assert {Path(naam).suffix for naam in per_soort[DocumentSoort.JAARCIJFERS]} == {".pdf", ".xlsx", ".csv"}
    cijfers = next(naam for naam in per_soort[DocumentSoort.JAARCIJFERS] if naam.endswith(".pdf"))
    assert re.search(r"\b1[0-9]\b", gelezen[cijfers]), "a year in which everything is held back shows nothing"
    (overzicht,) = [naam for naam in per_soort[DocumentSoort.INZAGEOVERZICHT] if not _van_een_partij(naam, documenten)]
    assert "Inzage" in gelezen[overzicht]
    besluiten = per_soort[DocumentSoort.TRAJECTBESLUIT]
    assert any("uw deelname aan het convenant" in gelezen[naam].lower() for naam in besluiten)
    assert " zegt op en doet mee tot " in demo_van_huis.afloop.uit
    assert " gaat verder als " in demo_van_huis.afloop.uit


def _van_een_partij(naam: str, documenten: list[dict]) -> bool:
    return any(document["bestand"] == naam and document["partij"] for document in documenten)
