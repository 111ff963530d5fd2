"""Columns with a choice: what is stored is the word of always, and another word is an error that does not repeat it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from typing import NewType

import pytest
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer, String

from zvh_desktop import models
from zvh_desktop.models import alles, keuzes
from zvh_desktop.models.base import KOLOMSOORTEN, Base, KeuzeKolom, KeuzeOfLeegKolom
from zvh_desktop.models.bestuurskeuzes import TrajectId
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekId
from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.tekst.briefsoorten import BriefId


@pytest.fixture
def sessie() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine, [Base.metadata.tables["partij"], Base.metadata.tables["contactpersoon"]])
    with Session(engine) as sessie:
        yield sessie
    engine.dispose()


def test_a_choice_is_stored_as_its_word_and_read_as_the_choice(sessie: Session) -> None:
    sessie.add(Partij(naam="Verzonnen Zorg", kort="VZ", soort=PartijSoort.DERDE))
    sessie.commit()
    assert sessie.execute(text("SELECT soort, typeof(soort) FROM partij")).one() == ("derde", "text")
    assert sessie.scalars(select(Partij.soort)).one() is PartijSoort.DERDE
    assert sessie.scalars(select(Partij).filter_by(soort=PartijSoort.DERDE)).one().soort is PartijSoort.DERDE


def test_a_word_that_is_no_choice_is_neither_read_nor_repeated(sessie: Session) -> None:
    sessie.execute(text("PRAGMA ignore_check_constraints = ON"))
    sessie.execute(text("INSERT INTO partij VALUES (1, 'A', 'A', 'Jan Verzonnen', '', NULL, NULL, '')"))
    with pytest.raises(ValueError, match="no PartijSoort") as fout:
        sessie.scalars(select(Partij)).all()
    assert "Verzonnen" not in str(fout.value)
    assert fout.value.__cause__ is None


def test_a_word_that_is_no_choice_is_not_stored(sessie: Session) -> None:
    sessie.add(Partij(naam="A", kort="A", soort="vriend"))
    with pytest.raises(StatementError):
        sessie.flush()


def test_a_choice_that_was_not_made_is_an_empty_text_in_the_vault() -> None:
    kolom = KeuzeOfLeegKolom(AkkoordWijze)
    dialect = create_engine("sqlite://").dialect
    assert kolom.process_bind_param(None, dialect) == ""
    assert kolom.process_bind_param(AkkoordWijze.MONDELING, dialect) == "mondeling"
    lees = kolom.result_processor(dialect, None)
    assert lees("") is None
    assert lees("mondeling") is AkkoordWijze.MONDELING


def _alle_ids() -> set[object]:
    """Every id of models/, in whichever room it is made."""
    modules = [
        importlib.import_module(een.name) for een in pkgutil.walk_packages(models.__path__, "zvh_desktop.models.")
    ]
    return {
        soort
        for module in modules
        for soort in vars(module).values()
        if isinstance(soort, NewType) and soort.__name__.endswith("Id") and soort.__module__ == module.__name__
    }


def test_every_id_has_its_column_and_columns_are_those_of_always() -> None:
    ids = _alle_ids()
    assert {PartijId, TrajectId, VerzoekId, BriefId} <= ids
    assert {soort for soort, kolom in KOLOMSOORTEN.items() if isinstance(kolom, Integer)} == ids
    gekozen = {soort for soort, kolom in KOLOMSOORTEN.items() if isinstance(kolom, KeuzeKolom)}
    assert all(inspect.isclass(soort) and issubclass(soort, StrEnum) for soort in gekozen)
    assert gekozen | ids == set(KOLOMSOORTEN)
    assert all(
        isinstance(kolom.impl_instance, String) for kolom in KOLOMSOORTEN.values() if isinstance(kolom, KeuzeKolom)
    )
    assert vars(alles.Casus.__table__.c.status.type)["soort"] is keuzes.CasusStatus
