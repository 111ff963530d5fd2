"""Who is a partij, per house: told, agreed, decided, notice terms, exclusion, what stays, and the convenant itself."""

from __future__ import annotations

from datetime import date

import pytest
from huis_met_regels import Huis

from zvh_desktop.models.bestuurskeuzes import Opzegreden
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.regelboek.samenwerking import (
    convenant_duur,
    eerste_einddatum,
    einde_looptijd,
    na_uittreding,
    opzegtermijn,
    plus_maanden,
    toetreding_advies,
    toetreding_akkoord,
    toetreding_bericht,
    toetreding_formulier,
    uitsluiting,
)

DAG = date(2026, 3, 2)
HUIZEN = ("delft", "twente", "haaglanden", "midden-limburg", "landelijk")
DELFT, TWENTE, HAAGLANDEN, LIMBURG, LANDELIJK = map(laad_meegeleverd, HUIZEN)


@pytest.mark.regel(Regel.TOETREDING_BERICHT)
def test_toetreding_bericht(huis: Huis) -> None:
    assert toetreding_bericht(huis.profiel, ()) is None
    with huis.weigert(Regel.TOETREDING_BERICHT) as fout:
        raise toetreding_bericht(huis.profiel, ("Proefpartij",))  # type: ignore[misc]
    assert "Proefpartij" in fout.value.gebeurd


@pytest.mark.regel(Regel.UITSLUITING)
def test_uitsluiting(huis: Huis) -> None:
    goed = {"in_gebreke_op": DAG, "gehoord_op": DAG, "besloten_op": DAG, "stemmen": (3, 4)}
    assert uitsluiting(huis.profiel, **goed) is None  # type: ignore[arg-type]
    for anders in ({"in_gebreke_op": None}, {"in_gebreke_op": date(2026, 3, 3)}):
        with huis.weigert(Regel.UITSLUITING):
            raise uitsluiting(huis.profiel, **{**goed, **anders})  # type: ignore[misc,arg-type]


def test_in_twente_wordt_de_partij_eerst_gehoord_en_beslist_de_meerderheid() -> None:
    for anders, woord in (({"gehoord_op": None}, "gehoord"), ({"stemmen": (2, 4)}, "meerderheid")):
        invoer = {"in_gebreke_op": DAG, "gehoord_op": DAG, "besloten_op": DAG, "stemmen": (3, 4), **anders}
        geweigerd = uitsluiting(TWENTE, **invoer)  # type: ignore[arg-type]
        assert geweigerd is not None and woord in geweigerd.gebeurd and "art. 22.4" in geweigerd.gebeurd
        assert uitsluiting(DELFT, **invoer) is None  # type: ignore[arg-type]


@pytest.mark.regel(Regel.NA_UITTREDING)
def test_na_uittreding(huis: Huis) -> None:
    assert huis.noemt(Regel.NA_UITTREDING, [na_uittreding(huis.profiel)])


@pytest.mark.regel(Regel.CONVENANT_DUUR)
def test_convenant_duur(huis: Huis) -> None:
    profiel = huis.profiel
    getekend = date(2020, 7, 1)
    einde = einde_looptijd(profiel.convenant, getekend, DAG)
    if profiel.convenant.verlenging != "stilzwijgend":
        assert einde is None and convenant_duur(profiel, getekend, DAG) is None
        return
    assert einde == date(2026, 7, 1)
    assert convenant_duur(profiel, getekend, date(2026, 4, 1)) is None
    assert huis.noemt(Regel.CONVENANT_DUUR, [convenant_duur(profiel, getekend, date(2026, 4, 2))])
    assert einde_looptijd(profiel.convenant, getekend, date(2026, 7, 1)) == date(2027, 7, 1)


def test_wie_adviseert_en_wie_akkoord_geeft_staat_in_het_profiel() -> None:
    advies = toetreding_advies(DELFT, "")
    assert advies is not None and advies.artikel == "art. 6.7 onder e" and "Partneroverleg" in advies.gebeurd
    assert toetreding_advies(DELFT, "Positief.") is None
    for profiel in (TWENTE, HAAGLANDEN, LIMBURG, LANDELIJK):
        assert toetreding_advies(profiel, "") is None
    for profiel in (DELFT, TWENTE, HAAGLANDEN, LIMBURG, LANDELIJK):
        geweigerd = toetreding_akkoord(profiel, ("Proefpartij",))
        assert geweigerd is not None and profiel.artikel(Regel.TOETREDING) in geweigerd.gebeurd


def test_het_formulier_wordt_getekend_na_het_besluit() -> None:
    later = date(2026, 3, 9)
    assert toetreding_formulier(TWENTE, DAG, later, later) is None
    for besloten, getekend, ingang in (
        (None, later, later),
        (later, DAG, later),
        (DAG, None, later),
        (DAG, later, DAG),
    ):
        geweigerd = toetreding_formulier(TWENTE, besloten, getekend, ingang)
        assert geweigerd is not None and "art. 20.4" in geweigerd.gebeurd


def test_de_eerste_dag_waarop_een_partij_weg_kan() -> None:
    # Delft: six months. Twente: at the latest half a year before a calendar year. The others: before the renewal.
    assert eerste_einddatum(DELFT, date(2026, 3, 2), None) == date(2026, 9, 2)
    assert eerste_einddatum(DELFT, date(2026, 8, 31), None) == date(2027, 2, 28)
    assert eerste_einddatum(TWENTE, date(2026, 7, 1), None) == date(2027, 1, 1)
    assert eerste_einddatum(TWENTE, date(2026, 7, 2), None) == date(2028, 1, 1)
    assert eerste_einddatum(HAAGLANDEN, DAG, date(2019, 1, 1)) == date(2027, 1, 1)
    assert eerste_einddatum(HAAGLANDEN, date(2021, 5, 1), date(2019, 1, 1)) == date(2024, 1, 1)
    assert eerste_einddatum(HAAGLANDEN, date(2024, 1, 1), date(2019, 1, 1)) == date(2025, 1, 1)
    assert eerste_einddatum(LIMBURG, DAG, date(2020, 2, 29)) == date(2027, 2, 28)
    assert eerste_einddatum(LIMBURG, DAG, None) is None
    assert eerste_einddatum(LANDELIJK, DAG, None) == DAG
    assert plus_maanden(date(2026, 1, 31), -2) == date(2025, 11, 30)


def test_een_opzegging_die_te_vroeg_ingaat_wordt_geweigerd_met_het_artikel() -> None:
    gewoon, wijziging, weg = Opzegreden.GEWOON, Opzegreden.NA_WIJZIGING, Opzegreden.OPGEHOUDEN
    assert opzegtermijn(DELFT, gewoon, DAG, date(2026, 9, 2), None) is None
    geweigerd = opzegtermijn(DELFT, gewoon, DAG, date(2026, 9, 1), None)
    assert geweigerd is not None and geweigerd.artikel == "art. 24.2" and "2 september 2026" in geweigerd.gebeurd
    # After a change: from the day of the change, so without a term, but never before it was said.
    assert opzegtermijn(DELFT, wijziging, DAG, date(2026, 4, 1), None) is None
    eerder = opzegtermijn(DELFT, wijziging, DAG, date(2026, 3, 1), None)
    assert eerder is not None and eerder.artikel == "art. 22.3"
    assert opzegtermijn(TWENTE, weg, DAG, date(2026, 3, 1), None) is None
    onbekend = opzegtermijn(LIMBURG, gewoon, DAG, date(2027, 1, 1), None)
    assert onbekend is not None and "niet te berekenen" in onbekend.gebeurd
