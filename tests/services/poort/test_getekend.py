"""Every kind of signed row, attacked with plain SQL and no trigger left: refused at use, found by the check.

The attacker holds the database key, so nothing in the file is beyond reach but a signature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from alles_getekend import BESTUUR, CASUS, GESLOTEN, KOMEND, PLAN, TAFEL, onderteken_alles
from factories import Bureau, ProefKlok, kopieer
from opschaling_hulp import Opschaling

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, VerklaringSoort
from zvh_desktop.services.beheer.controle import GETEKEND, ControleService
from zvh_desktop.services.bestuur.overleggen import OverleggenService


@pytest.fixture(scope="module")
def ondertekend(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    basis = tmp_path_factory.mktemp("ondertekend")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
        onderteken_alles(bureau)
        bureau.sluit()
    return bureau.map


@pytest.fixture(scope="module")
def opgeschaald(delfts_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    basis = tmp_path_factory.mktemp("opgeschaald")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(delfts_sjabloon, basis / "delft.kluis"), ProefKlok(), "delft")
        Opschaling(bureau).met_akkoord()
        bureau.casus("M. Voorbeeld")
        bureau.sluit()
    return bureau.map


@pytest.fixture
def bureau(ondertekend: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """Twente, everything signed, as the attacker finds it: every trigger taken away."""
    kantoor = Bureau(kopieer(ondertekend, tmp_path / "proef.kluis"), klok)
    yield kantoor
    kantoor.sluit()


@pytest.fixture
def delfts(opgeschaald: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Bureau]:
    """Delft, with a casus on its way to the other house."""
    kantoor = Bureau(kopieer(opgeschaald, tmp_path / "delft.kluis"), klok, "delft")
    yield kantoor
    kantoor.sluit()


# -- how each kind is used ---------------------------------------------------------------------------------


def aan_tafel(bureau: Bureau) -> object:
    """Seat the partij whose oordeel is attacked, at another tafel."""
    overleg = bureau.tafel(bureau.klok.over(30))
    punt = bureau.agenda.voeg_casus_toe(overleg, CASUS)
    bureau.agenda.zet_deelname(AgendapuntId(punt), bureau.partij("Politie"), aan=True)
    return bureau.op_agenda(overleg)


def nodig_uit(bureau: Bureau) -> object:
    """Make the uitnodigingen of the coming tafel; back to concept they wait for a new akkoord."""
    bureau.contact("Politie")
    bureau.alsof_bevestigd()
    if bureau.waarde("SELECT status FROM overleg WHERE id = 3") == "concept":
        return bureau.agenda.geef_akkoord(KOMEND)
    return bureau.diensten().uitnodigingen.bereid_voor(KOMEND)


def maak_verslag(bureau: Bureau) -> object:
    documenten = bureau.diensten().documenten
    return documenten.maak_alle(documenten.verslagstukken(TAFEL))


def maak_bestuursverslag(bureau: Bureau) -> object:
    return OverleggenService(bureau.werkplek).verslag_pdf(BESTUUR)


def maak_plan(bureau: Bureau) -> object:
    """Print the plan, also where it was moved to; or, where it is gone, begin the next."""
    if bureau.waarde("SELECT count(*) FROM plan_van_aanpak WHERE id = 1"):
        return bureau.diensten().documenten.plan(PLAN)
    return bureau.plannen.begin(CASUS)


def maak_afschaling(bureau: Bureau) -> object:
    return bureau.diensten().documenten.afschaling(GESLOTEN)


def maak_dossier(bureau: Bureau) -> object:
    return bureau.diensten().documenten.opschaling(CASUS)


@dataclass(frozen=True)
class Aanval:
    """Plain SQL on one kind of signed row."""

    op: str
    wat: str
    sql: tuple[str, ...]


def aanvallen(op: str, wat: str, *sql: str) -> Aanval:
    return Aanval(op, wat, sql)


GEBRUIK: dict[str, Callable[[Bureau], object]] = {
    "oordeel": aan_tafel,
    "akkoord": nodig_uit,
    "verslag": maak_verslag,
    "bestuursverslag": maak_bestuursverslag,
    "plan": maak_plan,
    "afschaling": maak_afschaling,
    "opschaling": maak_dossier,
}

OVER_PARTIJEN = frozenset({"samenwerking", "geschil"})
"""Attacked beside the procedures themselves: tests/services/samenwerking."""

HOE_HET_EINDIGDE = frozenset({"einde"})
"""Attacked beside the endings: tests/services/casus/test_einde_vervalst.py."""

VOORDAT_HET_WEGGAAT = frozenset({"keuze over een tekst"})
"""Attacked where something leaves: tests/services/lek/test_lekkeuze_getekend.py."""

ONDERWEG = frozenset({"uitgifte", "intrekking van een koffer", "terugkeer"})
"""Attacked beside the koffer: tests/services/koffer/test_koffer_vervalst.py."""

EINDE_VAN_EEN_DOSSIER = frozenset(
    {"verzoek", "beperking", "verlenging", "vernietigvoorstel", "intrekking", "termijnen", "vernietiging"}
)
"""Attacked where there is a file that may go: tests/services/vernietigen/test_vervalst.py;
the decision on a verzoek and a restriction where there is one: tests/services/verzoeken."""

TABEL = (
    # oordeel 1 is about Politie at casus 1
    aanvallen("oordeel", "verplaatst", "UPDATE oordeel SET casus_id = 2 WHERE id = 1"),
    aanvallen("oordeel", "andere partij", "UPDATE oordeel SET partij_id = 9 WHERE id = 1"),
    aanvallen("oordeel", "hernummerd", "UPDATE oordeel SET verklaring_nummer = 900 WHERE id = 1"),
    aanvallen("oordeel", "verwijderd", "DELETE FROM oordeel WHERE id = 1"),
    aanvallen(
        "oordeel",
        "andere soort",
        "UPDATE oordeel SET verklaring_nummer = (SELECT akkoord_verklaring FROM overleg WHERE id = 1) WHERE id = 1",
    ),
    aanvallen("oordeel", "grondslag", "UPDATE oordeel SET grondslag = 'anders' WHERE id = 1"),
    aanvallen("oordeel", "motivering", "UPDATE oordeel SET motivering = 'anders' WHERE id = 1"),
    aanvallen("oordeel", "vanaf", "UPDATE oordeel SET geldig_vanaf = '2020-01-01' WHERE id = 1"),
    aanvallen("oordeel", "tot", "UPDATE oordeel SET geldig_tot = '2040-01-01' WHERE id = 1"),
    aanvallen("oordeel", "uitkomst", "UPDATE oordeel SET uitkomst = 'niet_rechtmatig' WHERE id = 1"),
    # the coming tafel has akkoord
    aanvallen("akkoord", "handtekening weg", "UPDATE overleg SET akkoord_verklaring = NULL WHERE id = 3"),
    aanvallen("akkoord", "verplaatst", "UPDATE agendapunt SET casus_id = 2 WHERE overleg_id = 3"),
    aanvallen("akkoord", "hernummerd", "UPDATE overleg SET agenda_versie = 7 WHERE id = 3"),
    aanvallen("akkoord", "verwijderd", "DELETE FROM overleg WHERE id = 3"),
    aanvallen(
        "akkoord",
        "heropend",
        "UPDATE overleg SET status = 'concept', akkoord_verklaring = NULL WHERE id = 3",
        "UPDATE agendapunt SET doel = 'Iets anders.' WHERE overleg_id = 3",
    ),
    aanvallen(
        "akkoord",
        "andere soort",
        "UPDATE overleg SET akkoord_verklaring = "
        "(SELECT vaststelling_verklaring FROM overleg WHERE id = 1) WHERE id = 3",
    ),
    aanvallen(
        "akkoord",
        "van een ander overleg",
        "UPDATE overleg SET akkoord_verklaring = (SELECT akkoord_verklaring FROM overleg WHERE id = 1) WHERE id = 3",
    ),
    aanvallen("akkoord", "woorden", "UPDATE overleg SET agenda_woorden = replace(agenda_woorden, 'o', 'x')"),
    aanvallen("akkoord", "datum", "UPDATE overleg SET datum = '2026-11-30' WHERE id = 3"),
    aanvallen("akkoord", "begin", "UPDATE overleg SET begin = '08:00:00.000000' WHERE id = 3"),
    aanvallen("akkoord", "plaats", "UPDATE overleg SET plaats = 'elders' WHERE id = 3"),
    aanvallen("akkoord", "doel", "UPDATE agendapunt SET doel = 'anders' WHERE overleg_id = 3"),
    aanvallen("akkoord", "minuten", "UPDATE agendapunt SET minuten = 55 WHERE overleg_id = 3"),
    aanvallen(
        "akkoord",
        "bijdrage",
        "UPDATE deelname SET gevraagde_bijdrage = 'alles' "
        "WHERE agendapunt_id IN (SELECT id FROM agendapunt WHERE overleg_id = 3)",
    ),
    # the verslag of the first tafel
    aanvallen("verslag", "handtekening weg", "UPDATE overleg SET vaststelling_verklaring = NULL WHERE id = 1"),
    aanvallen("verslag", "hernummerd", "UPDATE overleg SET verslag_versie = 7 WHERE id = 1"),
    aanvallen("verslag", "verwijderd", "DELETE FROM overleg WHERE id = 1"),
    aanvallen(
        "verslag",
        "heropend als volgende versie",
        "UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL, verslag_versie = 2 "
        "WHERE id = 1",
    ),
    aanvallen(
        "verslag",
        "heropend",
        "UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL WHERE id = 1",
        "UPDATE agendapunt SET beeld = 'anders' WHERE overleg_id = 1",
    ),
    aanvallen(
        "verslag", "andere soort", "UPDATE overleg SET vaststelling_verklaring = akkoord_verklaring WHERE id = 1"
    ),
    aanvallen("verslag", "woorden", "UPDATE overleg SET verslag_woorden = replace(verslag_woorden, 'o', 'x')"),
    aanvallen("verslag", "woorden weg", "UPDATE overleg SET verslag_woorden = '' WHERE id = 1"),
    aanvallen("verslag", "huisprofiel", "UPDATE profiel_versie SET inhoud = inhoud || '# anders'"),
    aanvallen("verslag", "datum", "UPDATE overleg SET datum = '2026-01-01' WHERE id = 1"),
    *(
        aanvallen("verslag", kolom, "UPDATE overleg SET kolom = 'anders' WHERE id = 1".replace("kolom", kolom))
        for kolom in ("plaats", "voorzitter", "notulist")
    ),
    aanvallen("verslag", "afgevaardigde", "UPDATE deelname SET afgevaardigde = 'A. Anders'"),
    aanvallen("verslag", "aanwezigheid", "UPDATE deelname SET aanwezigheid = 'afwezig'"),
    aanvallen("verslag", "betrokkenen", "UPDATE agendapunt SET betrokkenen = 'A. Anders' WHERE overleg_id = 1"),
    aanvallen("verslag", "beeld", "UPDATE agendapunt SET beeld = 'anders' WHERE overleg_id = 1"),
    aanvallen("verslag", "oordeelsvorming", "UPDATE agendapunt SET oordeelsvorming = 'anders' WHERE overleg_id = 1"),
    aanvallen("verslag", "besluitvorming", "UPDATE agendapunt SET besluitvorming = 'anders' WHERE overleg_id = 1"),
    aanvallen("verslag", "besluit", "UPDATE besluit SET omschrijving = 'anders'"),
    aanvallen("verslag", "besluit weg", "DELETE FROM besluit WHERE id = 1"),
    aanvallen("verslag", "actie", "UPDATE actie SET omschrijving = 'anders'"),
    # the meeting without casussen
    aanvallen("bestuursverslag", "handtekening weg", "UPDATE overleg SET vaststelling_verklaring = NULL WHERE id = 2"),
    aanvallen("bestuursverslag", "verplaatst", "UPDATE agendapunt SET overleg_id = 3 WHERE overleg_id = 2"),
    aanvallen("bestuursverslag", "hernummerd", "UPDATE overleg SET verslag_versie = 7 WHERE id = 2"),
    aanvallen("bestuursverslag", "verwijderd", "DELETE FROM overleg WHERE id = 2"),
    aanvallen(
        "bestuursverslag",
        "heropend",
        "UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL WHERE id = 2",
    ),
    aanvallen(
        "bestuursverslag",
        "andere soort",
        "UPDATE overleg SET vaststelling_verklaring = "
        "(SELECT akkoord_verklaring FROM overleg WHERE id = 1) WHERE id = 2",
    ),
    aanvallen("bestuursverslag", "woorden", "UPDATE overleg SET verslag_woorden = '{}' WHERE id = 2"),
    aanvallen("bestuursverslag", "datum", "UPDATE overleg SET datum = '2026-01-01' WHERE id = 2"),
    aanvallen("bestuursverslag", "plaats", "UPDATE overleg SET plaats = 'elders' WHERE id = 2"),
    aanvallen("bestuursverslag", "voorzitter", "UPDATE overleg SET voorzitter = 'A. Anders' WHERE id = 2"),
    aanvallen("bestuursverslag", "tekst", "UPDATE agendapunt SET beeld = 'anders' WHERE overleg_id = 2"),
    aanvallen("bestuursverslag", "voorstel", "UPDATE overleg_besluit SET voorstel = 'anders'"),
    aanvallen("bestuursverslag", "toelichting", "UPDATE overleg_besluit SET toelichting = 'anders'"),
    # the plan of casus 1
    aanvallen("plan", "handtekening weg", "UPDATE plan_van_aanpak SET vaststelling_verklaring = NULL"),
    aanvallen("plan", "verplaatst", "UPDATE plan_van_aanpak SET casus_id = 2"),
    aanvallen("plan", "hernummerd", "UPDATE plan_van_aanpak SET versie = 7"),
    aanvallen("plan", "ander nummer", "UPDATE plan_van_aanpak SET id = 7", "UPDATE plan_doel SET plan_id = 7"),
    aanvallen("plan", "verwijderd", "DELETE FROM plan_van_aanpak"),
    aanvallen(
        "plan",
        "heropend",
        "UPDATE plan_van_aanpak SET status = 'concept', vaststelling_verklaring = NULL",
        "UPDATE plan_doel SET doel = 'anders'",
    ),
    aanvallen(
        "plan",
        "alleen de handtekening en de tekst",
        "UPDATE plan_van_aanpak SET vaststelling_verklaring = NULL",
        "UPDATE plan_doel SET doel = 'anders'",
    ),
    aanvallen(
        "plan",
        "andere soort",
        "UPDATE plan_van_aanpak SET vaststelling_verklaring = (SELECT akkoord_verklaring FROM overleg WHERE id = 1)",
    ),
    *(
        aanvallen("plan", kolom, "UPDATE plan_van_aanpak SET kolom = 'anders'".replace("kolom", kolom))
        for kolom in ("informeert_betrokkene", "niet_geinformeerd_omdat", "afschalingscriteria", "opgesteld_door")
    ),
    aanvallen("plan", "woorden", "UPDATE plan_van_aanpak SET woorden = replace(woorden, 'o', 'x')"),
    aanvallen("plan", "evaluatie", "UPDATE plan_van_aanpak SET evaluatie_op = '2031-01-01'"),
    aanvallen("plan", "geinformeerd", "UPDATE plan_van_aanpak SET betrokkene_geinformeerd_op = '2021-01-01'"),
    aanvallen("plan", "doel", "UPDATE plan_doel SET doel = 'anders'"),
    aanvallen("plan", "leefgebied", "UPDATE plan_doel SET leefgebied = 'anders'"),
    aanvallen("plan", "doel weg", "DELETE FROM plan_doel"),
    aanvallen("plan", "rol", "UPDATE plan_rol SET rol = 'anders'"),
    aanvallen("plan", "informatiebehoefte", "UPDATE plan_rol SET informatiebehoefte = 'alles'"),
    aanvallen("plan", "andere partij", "UPDATE plan_rol SET partij_id = 9"),
    # the afschaling of casus 3
    aanvallen("afschaling", "handtekening weg", "UPDATE afschaling SET verklaring_nummer = NULL"),
    aanvallen("afschaling", "verplaatst", "UPDATE afschaling SET casus_id = 2"),
    aanvallen("afschaling", "verwijderd", "DELETE FROM afschaling"),
    aanvallen(
        "afschaling",
        "heropend",
        "UPDATE afschaling SET besloten_op = NULL, verklaring_nummer = NULL",
        "UPDATE casus SET status = 'lopend' WHERE id = 3",
    ),
    aanvallen("afschaling", "casus heropend", "UPDATE casus SET status = 'lopend' WHERE id = 3"),
    aanvallen("afschaling", "besluit ontkend", "UPDATE afschaling SET besloten_op = NULL, verklaring_nummer = NULL"),
    aanvallen(
        "afschaling",
        "andere soort",
        "UPDATE afschaling SET verklaring_nummer = (SELECT akkoord_verklaring FROM overleg WHERE id = 1)",
    ),
    *(
        aanvallen("afschaling", kolom, "UPDATE afschaling SET kolom = 'anders'".replace("kolom", kolom))
        for kolom in ("motivering", "criteria_gehaald", "overgedragen_aan", "besloten_door")
    ),
    aanvallen("afschaling", "woorden", "UPDATE afschaling SET woorden = replace(woorden, 'o', 'x')"),
    aanvallen("afschaling", "besloten op", "UPDATE afschaling SET besloten_op = '2020-01-01'"),
    aanvallen("afschaling", "beslisser", "UPDATE afschaling_besluit SET beslisser = 'manager'"),
    aanvallen("afschaling", "naam", "UPDATE afschaling_besluit SET naam = 'T. Anders'"),
    # the opschaling of casus 1, in Delft
    aanvallen("opschaling", "verplaatst", "UPDATE opschaling SET casus_id = 2"),
    aanvallen("opschaling", "hernummerd", "UPDATE opschaling SET id = 77"),
    aanvallen("opschaling", "verwijderd", "DELETE FROM opschaling"),
    aanvallen(
        "opschaling",
        "andere soort",
        "UPDATE opschaling SET verklaring_nummer = (SELECT akkoord_verklaring FROM overleg WHERE id = 1)",
    ),
    aanvallen("opschaling", "andere ontvanger", "UPDATE opschaling SET ontvanger_id = 1"),
    *(
        aanvallen("opschaling", kolom, "UPDATE opschaling SET kolom = 'anders'".replace("kolom", kolom))
        for kolom in ("motivering", "criteria_gehaald", "gevraagd", "besloten_door", "fase_voor")
    ),
    aanvallen("opschaling", "besloten op", "UPDATE opschaling SET besloten_op = '2020-01-01'"),
)


def test_elke_soort_staat_in_de_tabel() -> None:
    # Roles, what was destroyed again and the rows of before have no row beside their statement: the chain itself
    # says it (tests/services/beheer/test_rollen, tests/services/vernietigen, tests/services/casus).
    zonder_rij = {VerklaringSoort.ROLLEN, VerklaringSoort.VERNIETIGING_OPNIEUW, VerklaringSoort.VAN_EERDER}
    zonder_rij.add(VerklaringSoort.STAND_AANVAARD)
    assert {soort.soort for soort in GETEKEND} == set(VerklaringSoort) - zonder_rij
    assert {aanval.op for aanval in TABEL} == set(GEBRUIK)
    elders = (EINDE_VAN_EEN_DOSSIER, OVER_PARTIJEN, HOE_HET_EINDIGDE, ONDERWEG, VOORDAT_HET_WEGGAAT)
    assert len(GETEKEND) == len(GEBRUIK) + sum(map(len, elders))


@pytest.mark.parametrize("soort", GEBRUIK)
def test_zonder_aanval_klopt_alles_en_gaat_alles(soort: str, bureau: Bureau, delfts: Bureau) -> None:
    kantoor = delfts if soort == "opschaling" else bureau
    assert GEBRUIK[soort](kantoor) is not False
    assert ControleService(kantoor.werkplek).vind() == ()


@pytest.mark.parametrize("aanval", TABEL, ids=lambda aanval: f"{aanval.op}: {aanval.wat}")
def test_aanval_wordt_geweigerd_en_gevonden(aanval: Aanval, request: pytest.FixtureRequest) -> None:
    bureau: Bureau = request.getfixturevalue("delfts" if aanval.op == "opschaling" else "bureau")
    # every trigger, but those that keep the search index
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    bureau.zonder_triggers(str(bureau.waarde(wachters)).split(","))
    for opdracht in aanval.sql:
        bureau.sql_zonder_sleutels(opdracht)
    bevindingen = ControleService(bureau.werkplek).vind()
    assert bevindingen
    assert not any(naam in zin for zin in bevindingen for naam in ("Politie", "Oefenman", "Voorbeeld", "Testpersoon"))
    with pytest.raises(GebruikersFout):
        GEBRUIK[aanval.op](bureau)
