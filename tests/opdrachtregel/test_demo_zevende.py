"""A house of another shape does the whole job: another meeting closes a casus, and much is not agreed on at all."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from beurten import om_beurten
from demo_lezen import alles_in, zonder_wit
from huis_lezen import GEWONE_TERMEN, ZEVENDE_HUIS

from zvh_desktop.models.bestuurskeuzes import LidRol
from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import DocumentSoort, PartijSoort, Regel
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel

ARTIKEL = re.compile(r"\b((?:art\.|artikel|lid|bijlage|bijvoegsel) ?\d+(?:\.\d+)*[a-z]?)\b")

pytestmark = pytest.mark.timeout(1500)
"""The whole job is played once, for whichever test asks first."""


@pytest.fixture(scope="module")
def profiel() -> Huisprofiel:
    return lees_profiel(ZEVENDE_HUIS.read_text(encoding="utf-8"), ZEVENDE_HUIS.name)


@pytest.fixture(scope="module", params=om_beurten(["zevende"]))
def zuid(speel: Callable):
    """Read only."""
    return speel(ZEVENDE_HUIS)


def tekst_van(zuid, soort: DocumentSoort) -> str:
    return " ".join(
        alles_in(zuid.map / een["bestand"]) for een in zuid.overzicht["documenten"] if een["soort"] == soort
    )


def test_het_huis_heeft_de_vorm_die_het_zegt(profiel: Huisprofiel) -> None:
    partijen = [partij for partij in profiel.partijen if partij.soort is PartijSoort.CONVENANTPARTIJ]
    assert (len(partijen), [partij.groep for partij in partijen].count("levert")) == (11, 4)
    assert Niveau.TACTISCH not in {soort.niveau for soort in profiel.overlegsoorten}
    assert len(profiel.casusoverleggen) == 3
    assert sum(not profiel.geldt(regel) for regel in Regel) > 20
    assert PartijSoort.DERDE in profiel.aanmelders
    assert {een.sleutel for een in profiel.criteria_voor("jeugd")} == {"thuis", "school"}
    assert profiel.logica_voor("schulden").voldoet({"thuis": True, "schuld": True, "school": False}) is True
    assert profiel.logica_voor("jeugd").voldoet({"thuis": True, "schuld": True, "school": False}) is False


def test_in_het_bestuur_stemmen_de_adviseurs_niet(profiel: Huisprofiel, zuid) -> None:
    zetels = profiel.overlegsoort("bestuur").leden
    adviseurs = [zetel.functie for zetel in zetels if zetel.rol is LidRol.ADVISEUR]
    assert adviseurs == ["Adviseur van wie alleen levert", "Jurist"]
    assert not any(zetel.stem for zetel in zetels if zetel.rol is LidRol.ADVISEUR)
    verslag = " ".join(tekst_van(zuid, DocumentSoort.OVERLEG_VERSLAG).split())
    assert all(adviseur in verslag for adviseur in adviseurs)


def test_het_hele_werk_en_de_sluittafel_besluit(zuid) -> None:
    assert (zuid.afloop.code, zuid.afloop.fout) == (0, "")
    assert "Sluittafel gehouden: daar besluit dit huis over afsluiting." in zuid.afloop.uit
    assert "Geweigerd, zoals het hoort" in zuid.afloop.uit
    checklist = zonder_wit(tekst_van(zuid, DocumentSoort.AFSCHALING))
    assert "Checklistafsluiting" in checklist
    assert "deSluittafel" in checklist
    assert "Privacyregeling" in checklist


def test_geen_document_zegt_een_woord_dat_dit_huis_niet_heeft(zuid) -> None:
    for document in zuid.overzicht["documenten"]:
        tekst = alles_in(zuid.map / document["bestand"]).split("%PDF-", 1)[0]
        assert GEWONE_TERMEN.findall(tekst) == [], document["bestand"]


def test_elk_artikel_in_een_document_is_van_dit_huis_of_van_een_wet(zuid) -> None:
    eigen = ZEVENDE_HUIS.read_text(encoding="utf-8")
    vreemd = []
    for document in zuid.overzicht["documenten"]:
        tekst = " ".join(alles_in(zuid.map / document["bestand"]).split("%PDF-", 1)[0].split())
        for gevonden in ARTIKEL.finditer(tekst):
            if gevonden[1] not in eigen and "AVG" not in tekst[gevonden.end() : gevonden.end() + 12]:
                vreemd.append((document["bestand"], gevonden[1]))
    assert vreemd == []


def test_geen_document_zegt_aanmelding_want_hier_heet_het_een_seintje(zuid) -> None:
    for document in zuid.overzicht["documenten"]:
        tekst = alles_in(zuid.map / document["bestand"]).split("%PDF-", 1)[0]
        assert re.findall(r"(?i)\baanmelding(?:en)?\b", tekst) == [], document["bestand"]
