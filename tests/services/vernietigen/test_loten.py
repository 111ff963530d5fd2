"""Every mapped class has a lot: a new one cannot be forgotten, and what goes is named whole."""

from __future__ import annotations

from factories import Bureau
from sqlalchemy import text

from zvh_desktop.database.vernietigen.loten import BLIJFT, EIGEN_LOTEN, LEEG_TE_MAKEN, LOTEN, Deel
from zvh_desktop.database.vernietigen.wegdoen import ALLES, Dossier, tel
from zvh_desktop.models.alles import Base

_VAN_EEN_DOSSIER = {"casus_id", "aanmelding_id", "agendapunt_id", "plan_id", "item_id", "afschaling_id", "triage_id"}


def test_elke_klasse_gaat_of_blijft_en_zegt_waarom() -> None:
    gaan = {lot.rij for lot in LOTEN}
    alle = {mapper.class_ for mapper in Base.registry.mappers}
    assert gaan | set(BLIJFT) == alle
    assert not gaan & set(BLIJFT)
    assert all(BLIJFT.values())


def test_wat_bij_een_dossier_hoort_blijft_nooit() -> None:
    """A table that points at a casus, or at something of it, holds something of it."""
    van_bestuur = {"overleg_besluit"}
    for klasse in BLIJFT:
        kolommen = {kolom.name for kolom in klasse.__table__.columns}
        if klasse.__tablename__ not in van_bestuur:
            assert not kolommen & _VAN_EEN_DOSSIER, klasse


def test_elk_lot_is_een_vraag_die_de_database_begrijpt(bureau: Bureau) -> None:
    with bureau.kluis.engine.begin() as verbinding:
        aantallen = tel(verbinding, Dossier(1, 1, (1,), (2,)), ALLES)
        for leeg in LEEG_TE_MAKEN:
            assert leeg.kolom in leeg.rij.__table__.columns
            vraag = f"SELECT count(*) FROM {leeg.rij.__tablename__} WHERE {leeg.waar}"  # noqa: S608
            verbinding.execute(text(vraag), Dossier(1, 1).waarden())
    assert set(aantallen) == set(LOTEN)
    assert not any(aantallen.values())
    assert {lot.deel for lot in LOTEN} == ALLES
    assert {lot.deel for lot in EIGEN_LOTEN} | {Deel.BIJLAGEN} == set(Deel) - ALLES
