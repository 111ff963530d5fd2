"""What was done on the road: each row of a koffer that can change, against how it was when it went along.

Values are as they stand in the database, so that what is taken in is literally what was written there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.koffer.terugkeer import TERUGKEREN, Terugkeer
from zvh_desktop.models.keuzen.kofferkeuzes import Verandering

Waarden = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wegverschil:
    """One change. ``begin`` and ``nu`` hold the columns of the group; of a new row ``nu`` holds every column."""

    keer: Terugkeer
    verandering: Verandering
    rij: int
    """The id in the koffer; for a row that went along it is the one of the office as well."""
    casus_id: int | None
    begin: Waarden
    nu: Waarden

    @property
    def sleutel(self) -> str:
        """What tells it from every other change of this koffer."""
        groep = next(iter(self.nu), "") if self.verandering is Verandering.ANDERS else self.verandering.value
        return f"{self.keer.tabel}:{self.rij}:{groep}"


def lees_verschillen(verbinding: Connection) -> tuple[Wegverschil, ...]:
    """Every change, in the order of ``TERUGKEREN`` and within it by id."""
    return tuple(verschil for keer in TERUGKEREN for verschil in _van(verbinding, keer))


def _van(verbinding: Connection, keer: Terugkeer) -> Iterator[Wegverschil]:
    vraag = text("SELECT rij, casus_id, inhoud FROM koffer_begin WHERE tabel = :tabel ORDER BY rij")
    begin = {
        rij: (casus, json.loads(inhoud)) for rij, casus, inhoud in verbinding.execute(vraag, {"tabel": keer.tabel})
    }
    rijen = verbinding.execute(
        text(f"SELECT r.*, {keer.casus} AS van_casus FROM {keer.tabel} r ORDER BY r.id")  # noqa: S608
    ).mappings()
    gezien = set()
    for rij in rijen:
        waarden = dict(rij)
        casus_id = waarden.pop("van_casus")
        gezien.add(waarden["id"])
        if waarden["id"] not in begin:
            yield Wegverschil(keer, Verandering.NIEUW, waarden["id"], casus_id, {}, waarden)
            continue
        _, toen = begin[waarden["id"]]
        for groep in keer.groepen:
            was, is_ = ({kolom: bron[kolom] for kolom in groep} for bron in (toen, waarden))
            if not gelijk(was, is_):
                yield Wegverschil(keer, Verandering.ANDERS, waarden["id"], casus_id, was, is_)
    for weg in sorted(begin.keys() - gezien):
        casus_id, toen = begin[weg]
        yield Wegverschil(keer, Verandering.WEG, weg, casus_id, toen, {})


def gelijk(een: Waarden, ander: Waarden) -> bool:
    """Whether these hold the same; a text has one form (NFC)."""
    return {kolom: _een_vorm(waarde) for kolom, waarde in een.items()} == {
        kolom: _een_vorm(waarde) for kolom, waarde in ander.items()
    }


def _een_vorm(waarde: Any) -> Any:
    return nfc(waarde) if isinstance(waarde, str) else waarde
