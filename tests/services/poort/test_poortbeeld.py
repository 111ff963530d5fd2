"""The gate for many casussen at once says what the gate for one of them says, whatever was done to the rows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from proefwaarden import BEGIN
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlteller import geteld

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst, OverlegId, PoortStand
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.beeld import lees_poortbeeld
from zvh_desktop.services.poort.deelnames import geldige_deelnames, lees_schikking
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.werkplek.rechten import Recht

KORT = ("Politie", "OM", "GGD")
WACHTERS = ("oordeel_blijft", "oordeel_weg", "oordeel_werkt_door", "oordeel_vervangen")
WACHTERS_STOEL = ("deelname_toevoegen", "deelname_wijzigen", "verklaring_blijft", "verklaring_weg")
DAGEN = (0, 5, 12, 30)
SCHADE = (
    "UPDATE oordeel SET casus_id = :casus WHERE id = :oordeel",
    "UPDATE oordeel SET partij_id = :partij WHERE id = :oordeel",
    "UPDATE oordeel SET geldig_vanaf = :dag WHERE id = :oordeel",
    "UPDATE oordeel SET geldig_tot = NULL, uitkomst = 'rechtmatig' WHERE id = :oordeel",
    "UPDATE oordeel SET grondslag = 'een andere grondslag' WHERE id = :oordeel",
    "DELETE FROM oordeel WHERE id = :oordeel",
    "UPDATE oordeel SET verklaring_nummer = verklaring_nummer + 100000 WHERE id = :oordeel",
    "UPDATE verklaring SET inhoud = NULL WHERE nummer = :nummer",
    "UPDATE verklaring SET soort = 'plan_vastgesteld' WHERE nummer = :nummer",
    "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.casus', :casus) "
    "WHERE nummer = :nummer AND json_valid(inhoud)",
    "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.partij', 'geen getal') "
    "WHERE nummer = :nummer AND json_valid(inhoud)",
    "UPDATE verklaring SET inhoud = 'geen json' WHERE nummer = :nummer",
    "DELETE FROM verklaring WHERE nummer = :nummer",
    "UPDATE partij SET naam = naam || ' Oost' WHERE id = :partij",
    "UPDATE deelname SET oordeel_id = :oordeel, partij_id = :partij WHERE id = (SELECT max(id) FROM deelname)",
)
"""What someone with the open key could write, once the triggers are gone."""

gegeven = st.tuples(
    st.integers(0, 2),
    st.sampled_from(KORT),
    st.sampled_from((*OordeelUitkomst, OordeelUitkomst.RECHTMATIG)),
    st.sampled_from(DAGEN),
    st.sampled_from((None, 0, 5, 15)),
)
schade = st.tuples(
    st.sampled_from(SCHADE), st.integers(0, 99), st.integers(0, 2), st.sampled_from(KORT), st.sampled_from(DAGEN)
)


@pytest.fixture(scope="module")
def open_bureau(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bureau]:
    """A vault without guards, kept open for every example: each one makes casussen of its own."""
    basis = tmp_path_factory.mktemp("poortbeeld")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        kantoor = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
    kantoor.zonder_triggers((*WACHTERS, *WACHTERS_STOEL, "verklaring_vervangen"))
    yield kantoor
    kantoor.sluit()


def _geef(bureau: Bureau, casus: CasusId, kort: str, uitkomst: OordeelUitkomst, vanaf: date, tot: date | None) -> None:
    if uitkomst is OordeelUitkomst.INGETROKKEN:
        try:
            bureau.trek_in(casus, kort, vanaf)
        except InvoerOngeldig:
            return
    else:
        bureau.oordeel(casus, kort, uitkomst=uitkomst, vanaf=vanaf, tot=tot)


def _partijen(sessie: Session) -> list[Partij]:
    return list(sessie.scalars(select(Partij).order_by(Partij.id)))


@settings(max_examples=25, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(
    oordelen=st.lists(gegeven, min_size=1, max_size=7),
    daden=st.lists(schade, max_size=3),
    dag=st.sampled_from((0, 4, 12, 21, 40)),
)
def test_in_eens_is_wat_een_voor_een_is(
    open_bureau: Bureau,
    oordelen: list[tuple[int, str, OordeelUitkomst, int, int | None]],
    daden: list[tuple[str, int, int, str, int]],
    dag: int,
) -> None:
    b = open_bureau
    casussen = [b.casus(f"Betrokkene{nummer}") for nummer in range(3)]
    overleg_id = b.tafel(b.klok.over(dag))
    punten = [b.agenda.voeg_casus_toe(overleg_id, casus) for casus in casussen]
    for plaats, kort, uitkomst, begin, duur in oordelen:
        vanaf = b.klok.over(begin)
        tot = None if duur is None else vanaf + timedelta(days=duur)
        _geef(b, casussen[plaats], kort, uitkomst, vanaf, tot)
    for punt in punten:
        b.agenda.nodig_alle_uit(punt)
    with b.kluis.engine.connect() as verbinding:
        verbinding.execute(text("PRAGMA defer_foreign_keys = ON"))
        for opdracht, welke, casus, kort, dagen in daden:
            _richt_schade_aan(b, verbinding, opdracht, welke % len(oordelen), casussen[casus], kort, dagen)
        _vergelijk(b, verbinding, casussen, overleg_id, b.klok.over(dag))
        verbinding.rollback()  # the next example begins with a sound vault


def _richt_schade_aan(
    b: Bureau, verbinding: Connection, opdracht: str, terug: int, casus: CasusId, kort: str, dagen: int
) -> None:
    """One statement on one of the newest oordelen; what the schema itself does not take is left out."""
    vraag = text("SELECT id, verklaring_nummer FROM oordeel ORDER BY id DESC LIMIT 1 OFFSET :terug")
    rij = verbinding.execute(vraag, {"terug": terug}).first()
    if rij is None:
        return
    waarden: dict[str, object] = {
        "oordeel": rij[0],
        "nummer": rij[1],
        "casus": int(casus),
        "partij": int(b.partij(kort)),
        "dag": b.klok.over(dagen).isoformat(),
    }
    gebruikt = {naam: waarde for naam, waarde in waarden.items() if f":{naam}" in opdracht}
    with contextlib.suppress(IntegrityError):
        verbinding.execute(text(opdracht.replace("UPDATE ", "UPDATE OR IGNORE ", 1)), gebruikt)


def _vergelijk(b: Bureau, verbinding: Connection, casussen: list[CasusId], overleg_id: OverlegId, dag: date) -> None:
    verwacht = {}
    for casus_id in casussen:
        # each in a session of its own, so that nothing of one answer is left for the next
        with b.kluis.sessies(bind=verbinding) as sessie:
            casus = sessie.get_one(Casus, casus_id)
            verwacht[int(casus_id)] = standen(b.werkplek, sessie, casus, _partijen(sessie), dag)
    with b.kluis.sessies(bind=verbinding) as sessie:
        beeld = lees_poortbeeld(b.werkplek, sessie, casussen, dag)
        assert {int(casus): beeld.standen(casus, _partijen(sessie)) for casus in casussen} == verwacht
    with b.kluis.sessies(bind=verbinding) as sessie:
        punten = sessie.get_one(Overleg, overleg_id).agendapunten
        per_punt = [[stoel.id for stoel, _ in geldige_deelnames(b.werkplek, sessie, punt)] for punt in punten]
    with b.kluis.sessies(bind=verbinding) as sessie:
        overleg = sessie.get_one(Overleg, overleg_id)
        schikking = lees_schikking(b.werkplek, sessie, overleg)
        assert [[stoel.id for stoel, _ in schikking.bij(punt)] for punt in overleg.agendapunten] == per_punt
        om = b.partij("OM")
        alleen = lees_schikking(b.werkplek, sessie, overleg, alleen=om)
        assert [alleen.stoel(p, om) for p in overleg.agendapunten] == [
            schikking.stoel(p, om) for p in overleg.agendapunten
        ]


def test_een_oordeel_over_de_ene_casus_opent_de_andere_niet(bureau: Bureau) -> None:
    a, b = bureau.casus("J. Oefenman"), bureau.casus("M. Voorbeeld")
    bureau.oordeel(a, "Politie")
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        politie = sessie.get_one(Partij, bureau.partij("Politie"))
        beeld = lees_poortbeeld(bureau.werkplek, sessie, (a, b), BEGIN)
        assert beeld.stand(a, politie).mag
        assert beeld.stand(b, politie).stand is PoortStand.NIET_BEOORDEELD


def test_de_poort_vraagt_niets_meer_na_het_lezen(bureau: Bureau) -> None:
    casussen = [bureau.casus(f"Betrokkene{nummer}") for nummer in range(3)]
    for casus in casussen:
        bureau.oordeel(casus, *KORT)
    with bureau.werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        partijen = _partijen(sessie)
        beeld = lees_poortbeeld(bureau.werkplek, sessie, casussen, BEGIN)
        with geteld(bureau.kluis) as teller:
            assert sum(stand.mag for casus in casussen for stand in beeld.standen(casus, partijen).values()) == 9
        assert teller.opdrachten == []
