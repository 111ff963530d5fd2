"""A database with the schema and nothing in it, as the application works on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dbserver import WERKER, Databaseserver
from sqlalchemy import Engine


@pytest.fixture
def engine(databaseserver: Databaseserver) -> Iterator[Engine]:
    """Of this test alone."""
    naam = databaseserver.lege()
    gemaakt = databaseserver.motor(naam, WERKER).open()
    yield gemaakt
    gemaakt.dispose()
    databaseserver.geef_terug(naam)
