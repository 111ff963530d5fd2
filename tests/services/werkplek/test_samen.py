"""Several selects in one statement: each gives what it gives alone, in its order; and signals that ask with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Select, create_engine, event, func, literal, select
from sqlalchemy.orm import Session

from zvh_desktop.database.motor.motor import MOTOR
from zvh_desktop.database.motor.sqlcipher import SqlcipherMotor
from zvh_desktop.models import alles
from zvh_desktop.models.base import Base
from zvh_desktop.models.keuzes import CasusStatus, PartijId, PartijSoort
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal, lees_signalen
from zvh_desktop.services.werkplek.samen import lees_samen

LASTIG = 'Een "lastige"\nnaam\t\\ met ë, ’, \U0001f600 en nul \x01'


@pytest.fixture
def sessie() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    engine.update_execution_options(**{MOTOR: SqlcipherMotor(Path("een.sqlite"), b"")})
    Base.metadata.create_all(engine)
    with Session(engine) as sessie:
        sessie.add_all(
            [
                alles.Partij(naam=LASTIG, kort="b", soort=PartijSoort.DERDE, uitgetreden_op=date(2026, 2, 28)),
                alles.Partij(naam="Tweede", kort="a", soort=PartijSoort.CONVENANTPARTIJ),
            ]
        )
        sessie.flush()
        sessie.add(
            alles.Casus(
                nummer="2026-0001",
                aanmeldende_partij_id=PartijId(1),
                aanpak="",
                fase="1",
                status=CasusStatus.LOPEND,
                geopend_op=date(2026, 1, 2),
                gewijzigd_op=datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
            )
        )
        sessie.commit()
        yield sessie
    engine.dispose()


def _vragen() -> tuple[Select[*tuple[object, ...]], ...]:
    partij, casus = alles.Partij, alles.Casus
    return (
        select(partij.id, partij.naam, partij.soort, partij.uitgetreden_op).order_by(partij.kort),
        select(casus.gewijzigd_op, casus.geopend_op, casus.status, casus.gesloten_op.is_(None)),
        select(casus.id, partij.id, func.count()).join(partij, partij.id == casus.aanmeldende_partij_id),
        select(partij.id).where(literal(False)),
        select(partij.kort).order_by(partij.id.desc()).limit(1),
    )


def test_elke_vraag_geeft_wat_zij_alleen_geeft(sessie: Session) -> None:
    los = [[tuple(rij) for rij in sessie.execute(vraag)] for vraag in _vragen()]
    opdrachten: list[str] = []
    event.listen(sessie.get_bind(), "before_cursor_execute", lambda *alles: opdrachten.append(alles[2]))
    samen = lees_samen(sessie, _vragen())
    assert samen == los
    assert [[tuple(map(type, rij)) for rij in rijen] for rijen in samen] == [
        [tuple(map(type, rij)) for rij in rijen] for rijen in los
    ]
    assert samen[0][1][1:] == (LASTIG, PartijSoort.DERDE, date(2026, 2, 28))
    assert len(opdrachten) == 1


def _wacht(zin: str) -> Wacht:
    return Wacht(Wanneer.NU, zin, "Open", "casus", 0)


def test_signalen_staan_op_hun_plaats_en_vragen_in_rondes(sessie: Session) -> None:
    def twee_rondes() -> Signaal:
        yield _wacht("vooraf")
        ((aantal,),) = yield select(func.count()).select_from(alles.Partij)
        for (kort,) in (yield select(alles.Partij.kort).where(alles.Partij.id <= aantal).order_by(alles.Partij.id)):
            yield _wacht(kort)

    def een_ronde() -> Signaal:
        for (nummer,) in (yield select(alles.Casus.nummer)):
            yield _wacht(nummer)

    opdrachten: list[str] = []
    event.listen(sessie.get_bind(), "before_cursor_execute", lambda *alles: opdrachten.append(alles[2]))
    regels = lees_signalen(sessie, (twee_rondes(), (_wacht("los"),), een_ronde(), iter(())))
    assert [regel.zin for regel in regels] == ["vooraf", "b", "a", "los", "2026-0001"]
    assert len(opdrachten) == 2
