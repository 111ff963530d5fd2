"""Look for what does not belong in the free text of a point: other casussen and partijen that are not at the table.

Documents are built up from what a partij may see, but a free text can name anything. Nothing is blacked out; the
writer is told, before the verslag is vastgesteld.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.vermelding import Vermeldingen


class _Tekst(Protocol):
    @property
    def beeld(self) -> str: ...
    @property
    def oordeelsvorming(self) -> str: ...
    @property
    def besluitvorming(self) -> str: ...


class _Aanwezige(Protocol):
    @property
    def partij_id(self) -> int: ...


class _Punt(Protocol):
    @property
    def nummer(self) -> int: ...
    @property
    def casus_id(self) -> int | None: ...
    @property
    def tekst(self) -> _Tekst: ...
    @property
    def aanwezigen(self) -> Sequence[_Aanwezige]: ...


def vreemde_namen(sessie: Session, overleg: Overleg, punten: Sequence[_Punt]) -> tuple[Aandachtspunt, ...]:
    """What stands in the text of a point and does not belong there, in sentences for the writer."""
    van_deze_tafel = (
        select(Betrokkene.naam, Betrokkene.casus_id)
        .join(Agendapunt, Agendapunt.casus_id == Betrokkene.casus_id)
        .where(Agendapunt.overleg_id == overleg.id)
    )
    teksten = {
        punt.nummer: Vermeldingen((punt.tekst.beeld, punt.tekst.oordeelsvorming, punt.tekst.besluitvorming))
        for punt in punten
    }
    genoemd = frozenset[str]().union(*(tekst.casusnummers() for tekst in teksten.values()))
    namen, partijen, casussen = naast(
        sessie,
        lambda: sessie.execute(van_deze_tafel).all(),
        lambda: [(id_, naam) for id_, naam in sessie.execute(select(Partij.id, Partij.naam))],
        lambda: _casussen_met(sessie, genoemd),
    )
    betrokkenen = [(naam, casus_id) for naam, casus_id in namen if len(naam) > 3]
    zinnen = []
    for punt in punten:
        alles = teksten[punt.nummer]
        if alles.leeg:
            continue
        waar = f"In de tekst van punt {punt.nummer}"
        for nummer in _andere(casussen, punt.casus_id):
            if nummer in alles.casusnummers():
                zinnen.append(f"{waar} staat casus {nummer}. Die hoort hier niet bij.")
        for naam, casus_id in betrokkenen:
            if casus_id != punt.casus_id and alles.noemt(naam):
                zinnen.append(f"{waar} staat een betrokkene uit een andere casus: {naam}.")
        if punt.casus_id is None:
            continue
        for naam in andere_partijen(partijen, {a.partij_id for a in punt.aanwezigen}, alles):
            zinnen.append(f"{waar} staat {naam}. Die partij zit bij deze casus niet aan tafel.")
    return tuple(Aandachtspunt(zin) for zin in zinnen)


def andere_casussen(sessie: Session, casus_id: int | None, tekst: str) -> tuple[str, ...]:
    """The numbers of other casussen of this house that stand in a text."""
    return _andere(_casussen_met(sessie, Vermeldingen((tekst,)).casusnummers()), casus_id)


def _casussen_met(sessie: Session, nummers: Collection[str]) -> Mapping[str, int]:
    """The casussen of this house that have one of these numbers."""
    if not nummers:
        return {}
    return dict(sessie.execute(select(Casus.nummer, Casus.id).where(Casus.nummer.in_(nummers))).all())


def _andere(casussen: Mapping[str, int], casus_id: int | None) -> tuple[str, ...]:
    return tuple(sorted(nummer for nummer, id_ in casussen.items() if id_ != casus_id))


def andere_partijen(
    partijen: Iterable[tuple[int, str]], mogen: Collection[int], tekst: str | Vermeldingen
) -> tuple[str, ...]:
    """The names in a text of partijen that are not among those that may be named."""
    alles = Vermeldingen((tekst,)) if isinstance(tekst, str) else tekst
    return tuple(naam for id_, naam in partijen if id_ not in mogen and alles.noemt(naam))
