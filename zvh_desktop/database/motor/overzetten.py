"""Every row of one database into another, empty one, as it is: from a file to a server, and back.

What was signed and the chains stay what they are, because nothing is made anew: each column of each row is taken over.
The search index is filled where there is one, by the triggers that stay on for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, func, insert, select

from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.errors import KluisVreemd
from zvh_desktop.models.alles import Base
from zvh_desktop.models.server.kolom import rijkolommen

_IN_EENS: Final = 500


def zet_over(van: Connection, naar: Connection) -> Mapping[str, int]:
    """How many rows of each table came over, in transactions of the caller. Raises KluisVreemd where rows stand."""
    _eis_leeg(naar)
    motor = motor_van(naar)
    motor.stel_uit(naar)
    geteld: dict[str, int] = {}
    with motor.zonder_wachters(naar):
        for tabel in Base.metadata.sorted_tables:
            geteld[tabel.name] = 0
            # A server cannot put an encrypted part of a key in order.
            volgorde = rijkolommen(tabel.name, tabel) or ()
            vraag = select(tabel).order_by(*volgorde).execution_options(yield_per=_IN_EENS)
            with van.execute(vraag) as gelezen:
                for deel in gelezen.mappings().partitions():
                    naar.execute(insert(tabel), [dict(rij) for rij in deel])
                    geteld[tabel.name] += len(deel)
    motor.na_overzetten(naar)
    return geteld


def _eis_leeg(naar: Connection) -> None:
    for tabel in Base.metadata.sorted_tables:
        if naar.execute(select(func.count()).select_from(tabel)).scalar_one():
            raise KluisVreemd(
                "In de database waar alles naartoe zou gaan, staat al iets.",
                veilig="Er is niets gewijzigd of verwijderd.",
                advies="Kies een lege database.",
            )
