"""The demo as its reader gets it: every document is there, and no document tells a partij what is not its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from demo_lezen import alles_in, zonder_wit
from pdf_structuur import lees_structuur

from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId, Rol
from zvh_desktop.services.oefenen import demo as demo_dienst
from zvh_desktop.services.oefenen.inrichting import maak_leeg
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.oefenen.tafel import plan_tafel
from zvh_desktop.services.stukken.stuk import Stuk

REGIESTUKKEN = {
    DocumentSoort.AGENDA_REGIE,
    DocumentSoort.PRESENTIELIJST,
    DocumentSoort.NOTULEN_REGIE,
    DocumentSoort.BESLUITENLIJST,
    DocumentSoort.PLAN_VAN_AANPAK,
    DocumentSoort.AFSCHALING,
    DocumentSoort.VERNIETIGINGSVERKLARING,
    DocumentSoort.JAARCIJFERS,
    DocumentSoort.OVERLEG_AGENDA,
    DocumentSoort.OVERLEG_VERSLAG,
    DocumentSoort.OVERLEG_UITNODIGING,
    DocumentSoort.OVERLEG_UITNODIGING_ICS,
    DocumentSoort.OVERLEG_UITNODIGING_EML,
    DocumentSoort.BESLUITENBRIEF,
    DocumentSoort.BRIEF,
    DocumentSoort.TRAJECTBRIEF,
    DocumentSoort.TRAJECT_EML,
    DocumentSoort.TRAJECTBESLUIT,
    DocumentSoort.TOETREDINGSVERKLARING,
    DocumentSoort.GESCHILNOTITIE,
    DocumentSoort.INZAGEOVERZICHT,
}

PARTIJSTUKKEN = {
    DocumentSoort.AGENDA_PARTIJ,
    DocumentSoort.UITNODIGING,
    DocumentSoort.UITNODIGING_ICS,
    DocumentSoort.UITNODIGING_EML,
    DocumentSoort.INTREKKING,
    DocumentSoort.INTREKKING_ICS,
    DocumentSoort.INTREKKING_EML,
    DocumentSoort.AFGELASTING,
    DocumentSoort.AFGELASTING_ICS,
    DocumentSoort.AFGELASTING_EML,
    DocumentSoort.NOTULEN_PARTIJ,
    DocumentSoort.ACTIELIJST,
    DocumentSoort.BESLUITENLIJST_PARTIJ,
    DocumentSoort.AANMELDFORMULIER,
    DocumentSoort.AANMELDFORMULIER_EML,
    DocumentSoort.BRIEF,
    DocumentSoort.RONDZENDBRIEF,
    DocumentSoort.RONDZEND_EML,
    DocumentSoort.PLAN_PARTIJ,
    DocumentSoort.PLAN_VAN_AANPAK,
    DocumentSoort.CASUSACTIES,
    DocumentSoort.INZAGEBRIEF,
    DocumentSoort.INZAGEOVERZICHT,
}


ALS_AANMELDER = {DocumentSoort.AANMELDFORMULIER, DocumentSoort.AANMELDFORMULIER_EML, DocumentSoort.BRIEF}
"""What a partij gets as aanmelder, whether it has a seat or not."""
OVER_HET_EIGEN_DEEL = {DocumentSoort.INZAGEBRIEF, DocumentSoort.INZAGEOVERZICHT}
"""About what this partij gave itself, also at triage, where it was asked by the number of the casus and no name."""


def partijen(demo) -> list[str]:
    """Every partij that was given a document."""
    return sorted({d["partij"] for d in demo.overzicht["documenten"] if d["partij"] is not None})


def mag(demo, partij: str) -> list[dict]:
    """The points at which this partij may sit."""
    return [punt for punt in demo.overzicht["agendapunten"] if partij in punt["partijen"]]


def documenten(demo, partij: str | None) -> list[Path]:
    return [demo.map / d["bestand"] for d in demo.overzicht["documenten"] if d["partij"] == partij]


def soorten(demo, partij: str | None) -> set[str]:
    return {d["soort"] for d in demo.overzicht["documenten"] if d["partij"] == partij}


def zelf_gegeven(demo, bestand: Path) -> set[str]:
    """The casusnummers under which this partij itself gave something, for a document about that."""
    van = {demo.map / d["bestand"]: d for d in demo.overzicht["documenten"] if d["soort"] in OVER_HET_EIGEN_DEEL}
    return set(van[bestand]["casusnummers"]) if bestand in van else set()


def test_demo_eindigt_goed_en_noemt_elke_stap_de_weigering_en_de_accounts(demo) -> None:
    assert demo.afloop.code == 0, demo.afloop.fout
    assert demo.afloop.fout == ""
    assert "Geweigerd, zoals het hoort" in demo.afloop.uit
    assert "niet rechtmatig aanwezig mag zijn (art." in demo.afloop.uit
    for account in demo.overzicht["accounts"]:
        assert account["gebruiker"] in demo.afloop.uit
        assert account["wachtwoord"] in demo.afloop.uit
    assert {a["rol"] for a in demo.overzicht["accounts"]} == {"medewerker", "procesregisseur", "beheerder"}


def test_overzicht_noemt_precies_de_bestanden_die_er_zijn(demo) -> None:
    overzicht = demo.overzicht
    assert set(overzicht) == {"huis", "agendapunten", "documenten", "accounts"}
    assert overzicht["huis"] == "twente"
    op_schijf = {pad.relative_to(demo.map).as_posix() for pad in (demo.map / "documenten").rglob("*") if pad.is_file()}
    assert {d["bestand"] for d in overzicht["documenten"]} == op_schijf
    assert all(set(d) == {"bestand", "soort", "partij", "casusnummers"} for d in overzicht["documenten"])
    assert all(set(p) == {"casusnummer", "betrokkenen", "partijen"} for p in overzicht["agendapunten"])


def test_elke_partij_heeft_een_eigen_map_en_de_regie_heeft_alles_in_vol(demo) -> None:
    assert soorten(demo, None) == REGIESTUKKEN
    for document in demo.overzicht["documenten"]:
        waar = "regie" if document["partij"] is None else mapnaam(document["partij"])
        assert document["bestand"].split("/")[:2] == ["documenten", waar]


def test_de_partijen_krijgen_samen_elk_soort_document(demo) -> None:
    assert {soort for partij in partijen(demo) for soort in soorten(demo, partij)} == PARTIJSTUKKEN


def test_de_tafel_is_groot_genoeg_en_elke_casus_heeft_andere_partijen(demo) -> None:
    punten = demo.overzicht["agendapunten"]
    samenstellingen = {tuple(sorted(punt["partijen"])) for punt in punten}
    assert len(punten) >= 6
    assert len(samenstellingen) == len(punten)
    assert len({partij for punt in punten for partij in punt["partijen"]}) >= 8


def test_geen_document_noemt_wat_niet_van_deze_partij_is(demo) -> None:
    alle_partijen = {partij for punt in demo.overzicht["agendapunten"] for partij in punt["partijen"]}
    alle_partijen |= set(partijen(demo))
    gevonden = []
    for partij in partijen(demo):
        eigen = mag(demo, partij)
        namen = {partij}.union(*(punt["partijen"] for punt in eigen))
        verboden = {naam for naam in alle_partijen - namen if not any(naam in eigen_naam for eigen_naam in namen)}
        for punt in demo.overzicht["agendapunten"]:
            if punt not in eigen:
                verboden |= {punt["casusnummer"], *punt["betrokkenen"]}
        for bestand in documenten(demo, partij):
            tekst = zonder_wit(alles_in(bestand))
            gegeven = zelf_gegeven(demo, bestand)
            gevonden += [f"{bestand.name}: {een}" for een in verboden - gegeven if zonder_wit(een) in tekst]
    assert not gevonden


def test_de_lezer_van_deze_test_vindt_wat_er_wel_staat(demo) -> None:
    """A leak test that reads nothing would always pass."""
    for partij in partijen(demo):
        for bestand in documenten(demo, partij):
            tekst = zonder_wit(alles_in(bestand))
            if bestand.suffix == ".pdf":
                assert zonder_wit(partij) in tekst
            if bestand.name.startswith(("notulen", "agenda", "uitnodiging")) and bestand.suffix in {".pdf", ".eml"}:
                assert all(punt["casusnummer"] in tekst for punt in mag(demo, partij))


def test_elk_document_is_te_lezen_met_een_schermlezer(demo) -> None:
    fout = {}
    for document in demo.overzicht["documenten"]:
        if document["bestand"].endswith(".pdf"):
            gevonden = lees_structuur((demo.map / document["bestand"]).read_bytes())
            if gevonden.fouten or not gevonden.regels:
                fout[document["bestand"]] = gevonden.fouten
    assert fout == {}


def test_uitnodigingen_noemen_geen_betrokkene(demo) -> None:
    namen = [naam for punt in demo.overzicht["agendapunten"] for naam in punt["betrokkenen"]]
    for partij in partijen(demo):
        for bestand in documenten(demo, partij):
            if bestand.name.startswith(("uitnodiging", "intrekking", "afgelasting", "agenda", "actielijst")):
                tekst = zonder_wit(alles_in(bestand))
                assert not [naam for naam in namen if zonder_wit(naam) in tekst]


def test_stukken_van_overleggen_zonder_casussen_vertellen_niets_van_een_casus(demo) -> None:
    punten = demo.overzicht["agendapunten"]
    verboden = {punt["casusnummer"] for punt in punten} | {naam for punt in punten for naam in punt["betrokkenen"]}
    namen = ("overleg-", "besluitenbrief")
    bestanden = [bestand for bestand in documenten(demo, None) if bestand.name.startswith(namen)]
    assert len([bestand for bestand in bestanden if bestand.name.startswith("overleg-verslag")]) == 4
    for bestand in bestanden:
        tekst = zonder_wit(alles_in(bestand))
        assert not [woord for woord in verboden if zonder_wit(woord) in tekst], bestand.name


def test_de_nummering_van_een_partij_heeft_geen_gaten(demo) -> None:
    for partij in partijen(demo):
        for bestand in documenten(demo, partij):
            if bestand.suffix != ".pdf" or not bestand.name.startswith(("agenda", "notulen")):
                continue
            koppen = re.findall(r"^(\d+)\. \d{4}-\d{4}", alles_in(bestand), re.MULTILINE)
            assert [int(nummer) for nummer in koppen] == list(range(1, len(mag(demo, partij)) + 1))


def test_wie_is_ingetrokken_krijgt_een_intrekking_en_geen_notulen_van_die_casus(demo) -> None:
    ingetrokken = [p for p in partijen(demo) if DocumentSoort.INTREKKING in soorten(demo, p)]
    assert ingetrokken
    helemaal = [p for p in ingetrokken if not mag(demo, p)]
    deels = [p for p in ingetrokken if mag(demo, p)]
    assert helemaal, "een partij verliest haar laatste plaats"
    assert deels, "een partij houdt een plaats over"
    for partij in helemaal:
        assert soorten(demo, partij) - ALS_AANMELDER == {
            DocumentSoort.INTREKKING,
            DocumentSoort.INTREKKING_ICS,
            DocumentSoort.INTREKKING_EML,
        }
        (item,) = [b for b in documenten(demo, partij) if b.suffix == ".ics"]
        assert "METHOD:CANCEL" in item.read_text(encoding="utf-8")
    for partij in deels:
        assert DocumentSoort.NOTULEN_PARTIJ in soorten(demo, partij)


def test_agenda_items_hebben_een_genodigde_en_zijn_vertrouwelijk(demo) -> None:
    for partij in partijen(demo):
        for bestand in documenten(demo, partij):
            if bestand.suffix == ".ics":
                item = re.sub(r"\r?\n[ \t]", "", bestand.read_bytes().decode())
                assert item.count("ATTENDEE") == 1
                assert "CLASS:CONFIDENTIAL" in item


def test_geen_bestand_van_de_kluis_bevat_leesbare_gegevens(demo) -> None:
    punten = demo.overzicht["agendapunten"]
    woorden = {punt["casusnummer"] for punt in punten} | {naam for punt in punten for naam in punt["betrokkenen"]}
    woorden |= {partij for punt in punten for partij in punt["partijen"]}
    woorden |= {"Testpersoon", "oefen.example", "Oefendorp", "Richting bepalen"}
    bestanden = [pad for pad in demo.kluis.rglob("*") if pad.is_file()]
    assert bestanden
    for pad in bestanden:
        inhoud = pad.read_bytes()
        for woord in woorden:
            for codering in ("utf-8", "utf-16-le", "utf-16-be"):
                assert woord.encode(codering) not in inhoud, f"{pad.name}: {woord}"


def test_na_de_demo_houdt_niets_de_kluis_vast(demo, kluis, zvh) -> None:
    assert not [pad.name for pad in demo.kluis.iterdir() if pad.name.endswith(("-wal", "-shm", "-journal"))]
    afloop = zvh("vul", kluis, "--casussen", "1")
    assert afloop.code == 0, afloop.fout


def test_demo_weigert_een_map_waarin_iets_staat(zvh: Callable, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van mij", encoding="utf-8")
    afloop = zvh("demo", "--uit", tmp_path)
    assert afloop.code == 1
    assert "Deze map is niet leeg" in afloop.fout
    assert [pad.name for pad in tmp_path.iterdir()] == ["brief.txt"]


def test_demo_weigert_een_huis_dat_er_niet_is(zvh: Callable, tmp_path: Path) -> None:
    afloop = zvh("demo", "--uit", tmp_path / "uit", "--huis", "../geheim")
    assert afloop.code == 1
    assert "Kies uit:" in afloop.fout
    assert not (tmp_path / "uit").exists()


@pytest.mark.mag_loggen("zvh_desktop.opdrachtregel")
def test_een_demo_die_niet_geschreven_kan_worden_eindigt_met_een_zin(zvh: Callable, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map", encoding="utf-8")
    afloop = zvh("demo", "--uit", tmp_path / "bestand" / "uit")
    assert afloop.code == 1
    assert afloop.fout.strip()
    assert "niet te bereiken" in afloop.fout


def _kort_werk(ploeg: Oefenploeg) -> OverlegId:
    """In place of the whole story: a real vault, closed and opened, with one document out of it."""
    maak_leeg(ploeg)
    overleg_id = plan_tafel(ploeg, ploeg.op(0, Rol.MEDEWERKER), ploeg.vandaag)
    ploeg.geef_regie(Stuk(DocumentSoort.BRIEF, "brief.pdf", b"%PDF-1.4 verzonnen", None, "", ()))
    return overleg_id


@pytest.mark.mag_loggen("zvh_desktop.opdrachtregel")
def test_een_afgebroken_demo_laat_niets_half_achter(
    zvh: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stond_er: list[str] = []

    def schijf_kapot(*_: object) -> None:
        stond_er.extend(pad.name for pad in (tmp_path / "uit").rglob("*"))
        raise RuntimeError

    monkeypatch.setattr(demo_dienst, "speel", _kort_werk)
    monkeypatch.setattr(demo_dienst, "_overzicht", schijf_kapot)
    assert zvh("demo", "--uit", tmp_path / "uit").code == 1
    assert {"kluis", "sleutels.json", "documenten", "brief.pdf"} <= set(stond_er)
    assert not (tmp_path / "uit").exists()
