"""Views: how a list is looked at, kept under a name. Columns, order, filters and what is searched for.

They stand among the settings in the vault, of the house and of each user, as blocks of text do (ADR 0093). What is
searched for may be about somebody: a number of a casus and a name of a betrokkene are refused in a view, whole or by
one of its words, and what is left of such a name goes when the file is destroyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import false, or_, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig, NietGevonden
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.instelling import EIGEN_WEERGAVEN
from zvh_desktop.models.tekst.naamvormen import lezingen, losse_woorden
from zvh_desktop.models.vouwing import gevouwen, sorteervorm
from zvh_desktop.services.huis.eigen_lijsten import lees_bewaard, leg_neer
from zvh_desktop.services.werkplek.casusgegevens import casusgegevens_in
from zvh_desktop.services.werkplek.invoer import MAX_REGEL, naamveld, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.werkplek import Werkplek

WEERGAVEN: Final = "weergaven"
"""Under this name the views of the house, by list."""
MEESTE_WEERGAVEN: Final = 40
"""Of one list, of the house or of one user."""
LANGSTE_NAAM: Final = 60
_KORTSTE_NAAMWOORD: Final = 4
"""A shorter word of a name is anywhere: 'van', 'de'."""
_IN_VEEL_NAMEN: Final = frozenset(
    {
        *("al", "ben", "bin", "da", "de", "dem", "den", "der", "di", "dos", "du", "el", "het", "in", "la", "le"),
        *("op", "te", "ten", "ter", "van", "von"),
    }
)
"""Of nobody in particular, when it stands by itself."""
_EIGEN_NAAM: Final = "In de naam staat een nummer van een casus of de naam van een betrokkene."
_IN_FILTER: Final = "In een filter of het zoekveld staat een nummer van een casus of de naam van een betrokkene."
_BLIJFT: Final = "Doe het zonder: een weergave blijft staan als het dossier wordt vernietigd."


@dataclass(frozen=True, slots=True)
class Weergavestand:
    """What a list shows: all by the keys of its columns and fields, so that a list may get other columns later."""

    zoek: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    """What was typed per column."""
    keuzes: tuple[tuple[str, str], ...] = ()
    """What was chosen in the fields above the list."""
    kolommen: tuple[str, ...] = ()
    """Those in view, from left to right; none is as they stand."""
    breedtes: tuple[tuple[str, float], ...] = ()
    """Of the columns to which the user gave a width: in characters, so that it fits another screen."""
    sorteer: str = ""
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class Weergave:
    """One view of one list; ``eigen`` is of this user alone."""

    lijst: str
    naam: str
    stand: Weergavestand
    eigen: bool = True


class WeergaveService:
    """Use cases on views."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, lijst: str) -> tuple[Weergave, ...]:
        """Those of this user and then those of the house, by name."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return self._van(sessie, lijst)

    def bewaar(self, weergave: Weergave, was: Weergave | None = None) -> None:
        """Add a view, or put it in the place of another. Raises InvoerOngeldig, NietGevonden."""
        with self._werkplek.schrijf(
            Recht.WEERGAVEN_BIJHOUDEN, "weergave gewijzigd", WEERGAVEN, wacht_anders=False
        ) as werk:
            werk.raakt(_soort(weergave))
            naam = verplicht("naam", naamveld("naam", weergave.naam, LANGSTE_NAAM), "Typ hoe de weergave heet.")
            netjes = Weergave(weergave.lijst, naam, weergave.stand, weergave.eigen)
            _eis_niemand(werk.sessie, netjes)
            alle = self._van(werk.sessie, weergave.lijst)
            blijven = [een for een in alle if was is None or not _zelfde(een, was)]
            if was is not None and len(blijven) == len(alle):
                raise NietGevonden("Deze weergave is er niet meer.", advies="Bewaar hem opnieuw onder een naam.")
            if any(_zelfde(een, netjes) for een in blijven):
                raise InvoerOngeldig("naam", f'Er is al een weergave "{naam}".', advies="Kies een andere naam.")
            self._zet(werk.sessie, weergave.lijst, [*blijven, netjes])

    def haal_weg(self, weergave: Weergave) -> None:
        """Take a view away. Raises NietGevonden."""
        with self._werkplek.schrijf(
            Recht.WEERGAVEN_BIJHOUDEN, "weergave weggehaald", WEERGAVEN, wacht_anders=False
        ) as werk:
            werk.raakt(_soort(weergave))
            alle = self._van(werk.sessie, weergave.lijst)
            blijven = [een for een in alle if not _zelfde(een, weergave)]
            if len(blijven) == len(alle):
                raise NietGevonden("Deze weergave is er niet meer.")
            self._zet(werk.sessie, weergave.lijst, blijven)

    def _van(self, sessie: Session, lijst: str) -> tuple[Weergave, ...]:
        van_mij = lees_bewaard(sessie, EIGEN_WEERGAVEN).get(self._werkplek.gebruiker)
        van_huis = lees_bewaard(sessie, WEERGAVEN)
        return (*_weergaven(van_mij, lijst, eigen=True), *_weergaven(van_huis, lijst, eigen=False))

    def _zet(self, sessie: Session, lijst: str, alle: Iterable[Weergave]) -> None:
        per_soort: dict[bool, dict[str, object]] = {True: {}, False: {}}
        for een in alle:
            per_soort[een.eigen][een.naam] = _als_json(een.stand)
        if max(map(len, per_soort.values())) > MEESTE_WEERGAVEN:
            raise InvoerOngeldig(
                "naam", f"Er passen {MEESTE_WEERGAVEN} weergaven bij een lijst. Verwijder er eerst een."
            )
        leg_neer(sessie, WEERGAVEN, _met(lees_bewaard(sessie, WEERGAVEN), lijst, per_soort[False]))
        eigen = lees_bewaard(sessie, EIGEN_WEERGAVEN)
        van_mij = eigen.get(self._werkplek.gebruiker)
        nieuw = _met(van_mij if isinstance(van_mij, dict) else {}, lijst, per_soort[True])
        leg_neer(sessie, EIGEN_WEERGAVEN, {**eigen, self._werkplek.gebruiker: nieuw})


def vergeet_weergaven_over(sessie: Session, casus_id: int | None, aanmelding_id: int | None) -> None:
    """Before a file goes: every view, of whomever, in which it or somebody of it can be recognised goes too.

    A part of a name may have been searched for, or a name or a number that was registered only later.
    """
    van = [
        een == nummer
        for een, nummer in ((Betrokkene.casus_id, casus_id), (Betrokkene.aanmelding_id, aanmelding_id))
        if nummer is not None
    ]
    wie = _Herkenning(
        sessie.scalars(select(Betrokkene.naam).where(or_(false(), *van))).all(),
        sessie.scalars(select(Casus.nummer).where(Casus.id == casus_id)).all(),
    )
    van_huis = lees_bewaard(sessie, WEERGAVEN)
    zonder = _zonder(van_huis, wie)
    if zonder != van_huis:
        leg_neer(sessie, WEERGAVEN, zonder)
    eigen = lees_bewaard(sessie, EIGEN_WEERGAVEN)
    rest = {account: _zonder(van, wie) if isinstance(van, dict) else van for account, van in eigen.items()}
    if rest != eigen:
        leg_neer(sessie, EIGEN_WEERGAVEN, rest)
    sessie.flush()  # what is taken away next is read anew


class _Herkenning:
    """The names and the number of one file, to find back in what somebody typed; rather too much than too little."""

    def __init__(self, namen: Iterable[str], nummers: Iterable[str]) -> None:
        self._namen = tuple(namen)
        self._nummers = frozenset(nummers)
        woorden = {deel for naam in self._namen for lezing in lezingen(naam) for deel in losse_woorden(lezing)}
        heel = {"".join(losse_woorden(lezing)) for naam in self._namen for lezing in lezingen(naam)}
        self._lang = {een for een in woorden | heel if len(een) >= _KORTSTE_NAAMWOORD}
        # One letter is an initial.
        self._kort = {een for een in woorden if 1 < len(een) < _KORTSTE_NAAMWOORD} - _IN_VEEL_NAMEN
        self._volgnummers = {nummer.rpartition("-")[2] for nummer in self._nummers}

    def in_(self, teksten: Iterable[str]) -> bool:
        """Whether a name is in them, whole or by one of its words or a part of one, or the number."""
        alles = tuple(teksten)
        vermeld = Vermeldingen(alles)
        if self._nummers & vermeld.casusnummers() or any(vermeld.noemt(naam) for naam in self._namen):
            return True
        woorden = {woord for een in alles for lezing in lezingen(een) for woord in losse_woorden(lezing)}
        return bool(woorden & (self._kort | self._volgnummers)) or any(
            woord in naam or naam in woord
            for woord in woorden
            if len(woord) >= _KORTSTE_NAAMWOORD
            for naam in self._lang
        )


def _zonder(lijsten: Mapping[str, Any], wie: _Herkenning) -> dict[str, object]:
    return {
        lijst: {naam: stand for naam, stand in van.items() if not wie.in_((naam, *_teksten(_stand(stand))))}
        for lijst, van in lijsten.items()
        if isinstance(van, dict)
    }


def _eis_niemand(sessie: Session, weergave: Weergave) -> None:
    """Raise InvoerOngeldig when somebody of a file stands in it."""
    gezocht = tuple(een for een in _teksten(weergave.stand) if een.strip())
    namen = _naamwoorden(sessie.scalars(select(Betrokkene.naam))) if gezocht or weergave.naam else frozenset()
    for teksten, zin in (((weergave.naam,), _EIGEN_NAAM), (gezocht, _IN_FILTER)):
        woorden = {woord for een in teksten for lezing in lezingen(een) for woord in losse_woorden(lezing)}
        if casusgegevens_in(sessie, teksten) or woorden & namen:
            raise InvoerOngeldig("naam", zin, advies=_BLIJFT)


def _naamwoorden(namen: Iterable[str]) -> frozenset[str]:
    return frozenset(
        woord
        for naam in namen
        for lezing in lezingen(naam)
        for woord in losse_woorden(lezing)
        if len(woord) >= _KORTSTE_NAAMWOORD
    )


def _teksten(stand: Weergavestand) -> tuple[str, ...]:
    """What was typed by hand in it."""
    return (stand.zoek, *(getypt for _, getypt in stand.filters))


def _met(lijsten: Mapping[str, object], lijst: str, van: Mapping[str, object]) -> dict[str, object]:
    rest = {naam: inhoud for naam, inhoud in lijsten.items() if naam != lijst}
    return {**rest, lijst: van} if van else rest


def _weergaven(bewaard: object, lijst: str, *, eigen: bool) -> list[Weergave]:
    van = bewaard.get(lijst) if isinstance(bewaard, dict) else None
    if not isinstance(van, dict):
        return []
    gelezen = (Weergave(lijst, str(naam)[:LANGSTE_NAAM], _stand(stand), eigen) for naam, stand in van.items())
    return sorted(gelezen, key=_volgorde)


def _volgorde(weergave: Weergave) -> str:
    return sorteervorm(weergave.naam)


def _als_json(stand: Weergavestand) -> dict[str, object]:
    return {
        "zoek": stand.zoek[:MAX_REGEL],
        "filters": {kolom: getypt[:MAX_REGEL] for kolom, getypt in stand.filters},
        "keuzes": dict(stand.keuzes),
        "kolommen": list(stand.kolommen),
        "breedtes": dict(stand.breedtes),
        "sorteer": stand.sorteer,
        "aflopend": stand.aflopend,
    }


def _stand(bewaard: Any) -> Weergavestand:
    """As it was kept; of what is no view, what can be read of it."""
    van: dict[str, Any] = bewaard if isinstance(bewaard, dict) else {}
    kolommen = van.get("kolommen")
    breedtes = _paren(van.get("breedtes"))
    return Weergavestand(
        zoek=str(van.get("zoek") or "")[:MAX_REGEL],
        filters=tuple((kolom, str(getypt)[:MAX_REGEL]) for kolom, getypt in _paren(van.get("filters"))),
        keuzes=tuple((veld, str(keuze)) for veld, keuze in _paren(van.get("keuzes"))),
        kolommen=tuple(map(str, kolommen)) if isinstance(kolommen, list) else (),
        breedtes=tuple((kolom, float(breed)) for kolom, breed in breedtes if isinstance(breed, int | float)),
        sorteer=str(van.get("sorteer") or ""),
        aflopend=van.get("aflopend") is True,
    )


def _paren(bewaard: object) -> tuple[tuple[str, Any], ...]:
    return tuple(bewaard.items()) if isinstance(bewaard, dict) else ()


def _zelfde(een: Weergave, ander: Weergave) -> bool:
    return (gevouwen(een.naam), een.eigen) == (gevouwen(ander.naam), ander.eigen)


def _soort(weergave: Weergave) -> str:
    """For the log: of whom it is. What it is called and what is looked for is not in the log."""
    return "eigen" if weergave.eigen else "huis"
