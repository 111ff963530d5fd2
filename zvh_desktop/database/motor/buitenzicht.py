"""What the owner of a server looks up for who may not see the rows: words and numbers, never a text (ADR 0100)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.motor import Gebruikt
from zvh_desktop.database.motor.rolrechten import SCHEMA
from zvh_desktop.models.alles import Base
from zvh_desktop.models.server.kolom import is_leeg, plek_van


class Serverbuitenzicht:
    """On one connection; what is encrypted is opened here."""

    def __init__(self, verbinding: Connection, cellen: Cellen | None) -> None:
        self._verbinding = verbinding
        self._cellen = cellen

    def in_gebruik(self) -> Sequence[Gebruikt]:
        """What of the profile something running uses."""
        vraag = f"SELECT wat, rij, waarde, bij FROM {SCHEMA}.in_gebruik()"  # noqa: S608
        rijen = self._verbinding.exec_driver_sql(vraag).all()
        return tuple(Gebruikt(wat, rij, self._open(wat, rij, waarde), bij) for wat, rij, waarde, bij in rijen)

    def volg_profiel(self, versie: int) -> None:
        """Those that are being prepared and no others."""
        self._verbinding.execute(text(f"SELECT {SCHEMA}.volg_profiel(:versie)"), {"versie": versie})

    def bestaande_casussen(self, nummers: Sequence[str]) -> Sequence[str]:
        """Which of these are the number of a casus."""
        vraag = text(f"SELECT {SCHEMA}.bestaande_casussen(CAST(:nummers AS text[]))")
        return tuple(self._verbinding.execute(vraag, {"nummers": list(nummers)}).scalars())

    def _open(self, wat: str, rij: int, waarde: str | None) -> str:
        tabel, _, kolom = wat.partition(".")
        plek = plek_van(Base.metadata.tables[tabel].columns[kolom].type)
        if plek is None or self._cellen is None or is_leeg(waarde):
            return waarde or ""
        return str(self._cellen.open(plek, str(rij), waarde or ""))
