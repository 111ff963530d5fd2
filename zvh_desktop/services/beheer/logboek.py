"""The log, readable: who did what about which subject, and when. Never what stood in it.

A beheerder sees every line; a procesregisseur sees those about the own casussen, about roles, and what this user did.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_cijfers, datum_kort
from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.beheer.logwoorden import handeling_in_woorden
from zvh_desktop.services.brieven.standaard import briefnaam
from zvh_desktop.services.stukken.lijsten import LIJST, in_woorden
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import Recht, rolnaam
from zvh_desktop.services.werkplek.werkplek import Werkplek
from zvh_desktop.services.word.sjablonen import SJABLOON, sjabloonnaam

UITGEVOERD: Final = "logboek uitgevoerd"
KOPPEN: Final = ("Nummer", "Wanneer", "Wie", "Rol", "Wat", "Waarover", "Resultaat", "Waar")
_VOOR_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r")
_TABEL = Logregel.__table__
_KOLOMMEN = (
    _TABEL.c.nummer,
    _TABEL.c.tijd,
    _TABEL.c.gebruiker,
    _TABEL.c.rol,
    _TABEL.c.handeling,
    _TABEL.c.object_soort,
    _TABEL.c.object_id,
    _TABEL.c.resultaat,
    _TABEL.c.herkomst,
)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which lines are asked for; empty is everything. ``van`` and ``tot`` are whole days, both included.

    ``zoek``: each word of it occurs somewhere in the line.
    """

    wie: str = ""
    wat: str = ""
    waarover: str = ""
    zoek: str = ""
    van: date | None = None
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class LogboekRegel:
    """One line as shown."""

    nummer: int
    wanneer: str
    wie: str
    rol: str
    wat: str
    waarover: str
    resultaat: str
    waar: str

    @property
    def moment(self) -> str:
        """'08-12-2026 14:02:11', for the screen; ``wanneer`` has the year in front, so that a file sorts."""
        dag, _, tijd = self.wanneer.partition(" ")
        try:
            return f"{datum_cijfers(date.fromisoformat(dag))} {tijd}"
        except ValueError:  # a line of which the time cannot be read says that itself
            return self.wanneer


@dataclass(frozen=True, slots=True)
class LogKeuzes:
    """What can be filtered on: a key and its words."""

    wie: tuple[tuple[str, str], ...]
    wat: tuple[tuple[str, str], ...]


class LogboekService:
    """Use cases on the log; it is only ever read."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lees(self, filter_: LogFilter = LogFilter()) -> tuple[LogboekRegel, ...]:
        """The lines that fit, the newest first. Raises NietBevoegd."""
        with self._werkplek.lees(Recht.LOGBOEK_LEZEN) as sessie:
            return tuple(self._regels(sessie, filter_))

    def keuzes(self) -> LogKeuzes:
        """Who and what stand in the log. Raises NietBevoegd."""
        termen = self._werkplek.profiel.termen
        with self._werkplek.lees(Recht.LOGBOEK_LEZEN) as sessie:
            namen, mag = self._namen(), self._mag_zien(sessie)
            vraag = select(_TABEL.c.gebruiker, _TABEL.c.handeling, _TABEL.c.object_soort, _TABEL.c.object_id)
            # A log is long; where the engine reads it, it gives each once.
            leest = motor_van(sessie.connection()).leest_teksten
            soorten = sessie.execute(vraag.distinct() if leest else vraag).all()
        zichtbaar = [
            (wie, wat) for wie, wat, soort, id_ in dict.fromkeys(map(tuple, soorten)) if mag.regel(wie, soort, id_)
        ]
        wie = {gebruiker: namen.get(gebruiker, gebruiker) for gebruiker, _ in zichtbaar}
        wat = {handeling: handeling_in_woorden(handeling, termen) for _, handeling in zichtbaar}
        return LogKeuzes(_op_woord(wie), _op_woord(wat))

    def als_csv(self, filter_: LogFilter = LogFilter()) -> bytes:
        """The lines that fit, for a spreadsheet; that this was done stands in the log itself."""
        with self._werkplek.schrijf(Recht.LOGBOEK_LEZEN, UITGEVOERD, "kluis", wacht_anders=False) as werk:
            regels = tuple(self._regels(werk.sessie, filter_))
        uit = io.StringIO()
        schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
        schrijver.writerow(KOPPEN)
        for regel in regels:
            cellen = (regel.wanneer, regel.wie, regel.rol, regel.wat, regel.waarover, regel.resultaat, regel.waar)
            schrijver.writerow((regel.nummer, *map(veilige_cel, cellen)))
        return uit.getvalue().encode("utf-8-sig")

    def _regels(self, sessie: Session, filter_: LogFilter) -> Iterator[LogboekRegel]:
        termen = self._werkplek.profiel.termen
        namen, mag, onderwerpen = self._namen(), self._mag_zien(sessie), Onderwerpen(sessie, self._werkplek)
        rollen = {rol.value: rolnaam(rol, termen) for rol in Rol}
        woorden: dict[str, str] = {}
        over, gezocht = filter_.waarover.casefold().strip(), filter_.zoek.casefold().split()
        with sessie.execute(_vraag(filter_), execution_options={"yield_per": 500}) as rijen:
            for nummer, tijd, wie, rol, wat, soort, id_, resultaat, herkomst in rijen:
                if not mag.regel(wie, soort, id_):
                    continue
                if wat not in woorden:
                    woorden[wat] = handeling_in_woorden(wat, termen)
                regel = LogboekRegel(
                    nummer,
                    _moment(tijd),
                    namen.get(wie, wie),
                    rollen.get(rol, rol),
                    woorden[wat],
                    onderwerpen.noem(soort, id_),
                    resultaat,
                    herkomst,
                )
                waarin = f"{regel.waarover} {id_}" if soort == LIJST else regel.waarover  # a list holds many numbers
                if over in waarin.casefold() and (not gezocht or _bevat(regel, gezocht)):
                    yield regel

    def _namen(self) -> Mapping[str, str]:
        return {gebruiker.naam: gebruiker.weergavenaam for gebruiker in self._werkplek.kluis.gebruikers()}

    def _mag_zien(self, sessie: Session) -> Zicht:
        plek = self._werkplek
        if Rol.BEHEERDER in plek.kluis.gebruiker.rollen:
            return Zicht(None, plek.gebruiker)
        eigen = sessie.scalars(select(Casus.nummer).where(Casus.procesregisseur == plek.naam))
        return Zicht(frozenset(eigen), plek.gebruiker)


@dataclass(frozen=True, slots=True)
class Zicht:
    """Which lines somebody may see. ``casussen`` None: every line."""

    casussen: frozenset[str] | None
    ik: str

    def regel(self, wie: str, soort: str, id_: str) -> bool:
        """Whether this line may be seen."""
        if self.casussen is None or wie == self.ik or soort == "account":
            return True
        if soort == LIJST:
            return not self.casussen.isdisjoint(id_.split())
        return soort == "casus" and id_ in self.casussen


class Onderwerpen:
    """What a line is about, in words; rows that are gone keep their number."""

    def __init__(self, sessie: Session, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._overleggen = {str(id_): datum_kort(op) for id_, op in sessie.execute(select(Overleg.id, Overleg.datum))}
        self._partijen = {str(id_): kort for id_, kort in sessie.execute(select(Partij.id, Partij.kort))}
        self._acties = {
            str(id_): nummer
            for id_, nummer in sessie.execute(select(Actie.id, Casus.nummer).join(Casus, Casus.id == Actie.casus_id))
        }
        self._uitnodigingen = {
            str(id_): (str(overleg), str(partij))
            for id_, overleg, partij in sessie.execute(
                select(Uitnodiging.id, Uitnodiging.overleg_id, Uitnodiging.partij_id)
            )
        }
        self._genoemd: dict[tuple[str, str], str] = {}

    def noem(self, soort: str, id_: str) -> str:
        """The subject in words."""
        sleutel = (soort, id_)
        if sleutel not in self._genoemd:
            self._genoemd[sleutel] = self._noem(soort, id_)
        return self._genoemd[sleutel]

    def _noem(self, soort: str, id_: str) -> str:
        if soort == "account":
            return self._rol(id_)
        if soort == "aanmelding":
            soort = self._werkplek.profiel.termen.aanmelding
        if not id_:
            return "" if soort in ("kluis", "huis") else soort
        if soort == LIJST:
            woorden = in_woorden(id_, self._werkplek.profiel.termen)
            return woorden if id_.partition(":")[0] in set(Wordsoort) else f"lijst van {woorden}"
        if soort == SJABLOON and id_ in set(Wordsoort):
            return f"sjabloon {sjabloonnaam(self._werkplek.profiel.termen, Wordsoort(id_))}"
        if soort == "brieftekst" and id_ in set(Briefsoort):
            return f'brief "{briefnaam(self._werkplek.profiel.termen, Briefsoort(id_))}"'
        if soort == "overleg" and id_ in self._overleggen:
            return f"overleg van {self._overleggen[id_]}"
        if soort == "partij" and id_ in self._partijen:
            return f"partij {self._partijen[id_]}"
        if soort == "actie" and id_ in self._acties:
            return f"actie {id_}, casus {self._acties[id_]}"
        if soort == "uitnodiging" and id_ in self._uitnodigingen:
            overleg, partij = self._uitnodigingen[id_]
            van = f"van {self._partijen[partij]} " if partij in self._partijen else ""
            return f"uitnodiging {van}voor {self._overleggen.get(overleg, 'een overleg')}"
        return f"{soort} {id_}"

    def _rol(self, id_: str) -> str:
        naam, _, wijziging = id_.partition(": ")
        if not wijziging:
            return naam
        van, _, naar = (self._rollen(deel) for deel in wijziging.partition(" > "))
        return f"{naam}: van {van} naar {naar}"

    def _rollen(self, sleutels: str) -> str:
        termen, bekend = self._werkplek.profiel.termen, {rol.value: rol for rol in Rol}
        namen = [rolnaam(bekend[deel], termen) for deel in sleutels.split(", ") if deel in bekend]
        return " en ".join(namen) or "geen rol"


def _vraag(filter_: LogFilter) -> Select[Any]:
    vraag = select(*_KOLOMMEN).order_by(_TABEL.c.nummer.desc())
    if filter_.wie:
        vraag = vraag.where(_TABEL.c.gebruiker == filter_.wie)
    if filter_.wat:
        vraag = vraag.where(_TABEL.c.handeling == filter_.wat)
    if filter_.van is not None:
        vraag = vraag.where(_TABEL.c.tijd >= _middernacht(filter_.van))
    if filter_.tot is not None:
        vraag = vraag.where(_TABEL.c.tijd < _middernacht(filter_.tot + timedelta(days=1)))
    return vraag


def _bevat(regel: LogboekRegel, woorden: list[str]) -> bool:
    delen = (regel.wanneer, regel.moment, regel.wie, regel.rol, regel.wat, regel.waarover, regel.resultaat, regel.waar)
    alles = " ".join(delen).casefold()
    return all(woord in alles for woord in woorden)


def veilige_cel(tekst: str) -> str:
    """A text that a spreadsheet takes for a text, whatever it begins with."""
    return f"'{tekst}" if tekst.startswith(_VOOR_FORMULE) else tekst


def _moment(tijd: str) -> str:
    """ISO in UTC becomes Dutch time, in an order that sorts as text; what is no time stands as it is."""
    try:
        return datetime.fromisoformat(tijd).astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return tijd


def _middernacht(dag: date) -> str:
    return datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC).isoformat()


def _op_woord(keuzes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(keuzes.items(), key=_woord))


def _woord(keuze: tuple[str, str]) -> str:
    return keuze[1].casefold()
