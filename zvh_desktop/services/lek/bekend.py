"""Which names and dates are known here, and which of them one reader may have.

The index is made again when one of them changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort, Lezersoort
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.lek.bestemming import Bestemming
from zvh_desktop.services.lek.namen import BekendeNaam, Lezer, Namenlijst
from zvh_desktop.services.lek.zoeker import Lekzoeker
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Blik, gewijzigd, naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

_GELEZEN = "leklezers"
_ZOEKER = "lekzoeker"
_PER_VRAAG = 500
"""So many numbers in one question at most."""
_VAN_HET_HUIS = ("afzender_email", "afzender_telefoon")
_PERSONEN = Betrokkene.__tablename__
_TABELLEN = (_PERSONEN, *(soort.__tablename__ for soort in (Partij, Instelling, Overleg)))
"""Of which something stands in the finder."""


Persoon = tuple[str, int, Geboortedatum | None, int]
"""Name, casus, date of birth and number of who a casus is about."""


@dataclass(frozen=True, slots=True)
class _Gemaakt:
    """A finder, of what it was made, and from where to look whether that is different now."""

    zoeker: Lekzoeker
    personen: tuple[Persoon, ...]
    rest: tuple[object, ...]
    blik: Blik | None


class Leknamen:
    """One for each open vault: the finder over what stands in it now."""

    def __init__(self) -> None:
        self._gemaakt: _Gemaakt | None = None

    def zoeker(self, werkplek: Werkplek, sessie: Session) -> Lekzoeker:
        """Made again only when a name, a date of birth or the day is another than it was; asked once in a use case."""
        in_gebruik: Lekzoeker | None = sessie.info.get(_ZOEKER)
        if in_gebruik is None:
            sessie.info[_ZOEKER] = in_gebruik = self._lees(werkplek, sessie)
        return in_gebruik

    def _lees(self, werkplek: Werkplek, sessie: Session) -> Lekzoeker:
        was = self._gemaakt
        anders, blik = gewijzigd(sessie, None if was is None else was.blik, _TABELLEN)
        if was is None or anders:
            personen, rest = _lees_bekend(sessie, None if was is None or _PERSONEN in anders else was.personen)
        else:
            personen, rest = was.personen, was.rest[:-1]
        rest = (*rest, werkplek.vandaag())
        if was is not None and (personen, rest) == (was.personen, was.rest):
            gemaakt = replace(was, blik=blik)
        else:
            gemaakt = _Gemaakt(_maak_zoeker(personen, *rest), personen, rest, blik)
        self._gemaakt = gemaakt
        return gemaakt.zoeker


def maak_namen_klaar(werkplek: Werkplek) -> None:
    """Have the finder made, beside the window: of many names that takes a moment, the first time."""
    with werkplek.lees(Recht.CASUS_LEZEN) as sessie:
        werkplek.eenmaal(Leknamen).zoeker(werkplek, sessie)


def _lees_bekend(sessie: Session, bekend: tuple[Persoon, ...] | None) -> tuple[tuple[Persoon, ...], tuple[Any, ...]]:
    """Who is known, where that is not ``bekend`` already, and with it partijen, what is of the house, and places."""

    def mensen() -> tuple[Persoon, ...]:
        vraag = select(Betrokkene.naam, Betrokkene.casus_id, Betrokkene.geboortedatum, Betrokkene.id)
        return tuple(
            (naam, int(casus_id or 0), geboren, int(id_))
            for naam, casus_id, geboren, id_ in sessie.execute(vraag.order_by(Betrokkene.id))
        )

    personen, *rest = naast(
        sessie,
        mensen if bekend is None else lambda: bekend,
        lambda: tuple((int(id_), *rij) for id_, *rij in sessie.execute(select(Partij.id, Partij.naam, Partij.kort))),
        lambda: frozenset(sessie.scalars(select(Instelling.waarde).where(Instelling.sleutel.in_(_VAN_HET_HUIS)))),
        lambda: frozenset(sessie.scalars(select(Overleg.plaats))),
    )
    return personen, tuple(rest)


def _maak_zoeker(
    personen: Sequence[Persoon],
    partijen: Iterable[tuple[int, str, str]],
    eigen: frozenset[str],
    plaatsen: frozenset[str],
    vandaag: date,
) -> Lekzoeker:
    geboren = frozenset(dag for _, _, op, _ in personen if op is not None and (dag := op.als_dag()) is not None)
    mensen = (BekendeNaam(Leksoort.BETROKKENE, naam, casus_id, wie=wie) for naam, casus_id, _, wie in personen)
    namen = Namenlijst((*mensen, *_partijnamen(partijen)))
    return Lekzoeker(namen, vandaag, geboren, eigen, plaatsen)


class Lezers:
    """What a reader may know at a casus: who it is about, and who sat there. Read once in a use case.

    All casussen of one packet or list are read at once (``lees_vooraf``). With a casus the others of its overleggen are
    read as well: the next partij is asked about those.
    """

    def __init__(self, sessie: Session) -> None:
        self._sessie = sessie
        self._casus_ids: dict[str, CasusId | None] = {}
        self._samen: dict[tuple[str, int], set[int]] = {}
        self._iedereen: frozenset[int] | None = None

    @classmethod
    def van(cls, sessie: Session) -> Lezers:
        """Those of this use case."""
        gelezen: Lezers | None = sessie.info.get(_GELEZEN)
        if gelezen is None:
            sessie.info[_GELEZEN] = gelezen = cls(sessie)
        return gelezen

    def bij(self, aan: Bestemming, casusnummer: str) -> Lezer:
        """A text that is about no casus may name every partij, and nobody whom a casus is about.

        The betrokkene knows itself and nobody else; who is no partij here knows every partij that sat at the casus.
        """
        if not casusnummer:
            if self._iedereen is None:
                self._iedereen = frozenset(int(id_) for id_ in self._sessie.scalars(select(Partij.id)))
            return Lezer(partijen=self._iedereen, mensen=aan.mensen, eigen=aan.eigen)
        casus_id = self.casus_id(casusnummer)
        casussen = frozenset[int]()
        if casus_id is not None and aan.lezer is not Lezersoort.BETROKKENE:
            casussen = frozenset({int(casus_id)})
        return Lezer(casussen, aan.erbij | self._aan_tafel(aan, casusnummer), aan.mensen, aan.eigen)

    def _aan_tafel(self, aan: Bestemming, casusnummer: str) -> frozenset[int]:
        zelf = () if aan.partij_id is None else (int(aan.partij_id),)
        if aan.hele_tafel:
            return frozenset((*zelf, *(partij for nummer, partij in self._samen if nummer == casusnummer)))
        samen = (een for partij in zelf for een in self._samen.get((casusnummer, partij), ()))
        return frozenset((*zelf, *samen))

    def casus_id(self, casusnummer: str) -> CasusId | None:
        """The casus with this number; None for a text about none."""
        if casusnummer and casusnummer not in self._casus_ids:
            self.lees_vooraf((casusnummer,))
        return self._casus_ids.get(casusnummer)

    def lees_vooraf(self, casusnummers: Iterable[str]) -> None:
        """What ``bij`` is going to be asked: so many casussen at a time, and none for a second time."""
        nieuw = [een for een in dict.fromkeys(casusnummers) if een and een not in self._casus_ids]
        self._casus_ids.update(dict.fromkeys(nieuw))
        for begin in range(0, len(nieuw), _PER_VRAAG):
            self._lees(nieuw[begin : begin + _PER_VRAAG])

    def _lees(self, nummers: Sequence[str]) -> None:
        deze, hier, ernaast = aliased(Casus), aliased(Agendapunt), aliased(Agendapunt)
        samen = (
            select(ernaast.casus_id)
            .join(hier, hier.overleg_id == ernaast.overleg_id)
            .join(deze, deze.id == hier.casus_id)
            .where(deze.nummer.in_(nummers), ernaast.casus_id.is_not(None))
        )
        aan_tafel: dict[tuple[str, int], set[int]] = {}
        for nummer, casus_id, punt_id, partij_id in self._sessie.execute(
            select(Casus.nummer, Casus.id, Deelname.agendapunt_id, Deelname.partij_id)
            .outerjoin(Deelname, Deelname.casus_id == Casus.id)
            .where(or_(Casus.nummer.in_(nummers), Casus.id.in_(samen)))
        ):
            self._casus_ids[nummer] = casus_id
            if partij_id is not None:
                aan_tafel.setdefault((nummer, int(punt_id)), set()).add(int(partij_id))
        for (nummer, _), partijen in aan_tafel.items():
            for partij in partijen:
                self._samen.setdefault((nummer, partij), set()).update(partijen)


def _partijnamen(rijen: Iterable[tuple[int, str, str]]) -> Iterator[BekendeNaam]:
    for id_, naam, kort in rijen:
        yield BekendeNaam(Leksoort.PARTIJ, naam, id_)
        yield BekendeNaam(Leksoort.PARTIJ, kort, id_, kort=True)
