"""Statements that were verified, one after the other: what is remembered of each, and the walk along all of them.

What was sealed before is only hashed again and looked at for what can change: its place, and who may still count.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.ondertekening import (
    SOORTEN_VAN_BEHEERDER,
    SOORTEN_VAN_PROCESREGISSEUR,
    Toets,
    VerklaringRij,
    begin_van_keten,
    melding_kop,
    nieuw_lopend,
    rij_afdruk,
)
from zvh_desktop.database.keten.rollen import stap
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.errors import HandtekeningOnjuist, ProgrammaFout
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

_GEEN_ONDERWERP: Final = frozenset({"versie", "vorm"})
_PER_KEER: Final = 500
_GENOEMD: Final = 5
_ONTLEED: Final = json.JSONDecoder().raw_decode
_TABEL = Verklaring.__table__
_NIET_VAN_REGIE: Final = frozenset({VerklaringSoort.ROLLEN.value, *SOORTEN_VAN_BEHEERDER})
"""Judged each time: who may sign these does not follow from who signed the one before."""

ADVIES: Final = (
    "Zolang dit niet is hersteld, telt geen oordeel en geen handtekening. Meld dit bij uw beheerder: laat de kluis "
    "controleren en zet zo nodig de laatste goede reservekopie terug."
)

Rij = tuple[object, ...]
Onderwerp = tuple[str, str, int]
"""A kind of statement, a key in its content, and the number under it."""


@dataclass(frozen=True, slots=True)
class Zegel:
    """The print over all statements up to a number, once their signatures were verified."""

    nummer: int
    afdruk: str


class Schakels:
    """Statements that were verified: a print of each row, and which are about what."""

    def __init__(self, kop: Ketenkop, lopend: hashlib.blake2b | None = None, rolstand: Rolstand | None = None) -> None:
        self.kop = kop
        self.begin = kop
        self.rolstand = rolstand or Rolstand()
        self.lopend = lopend or nieuw_lopend()
        self.afdrukken: dict[int, bytes] = {}
        self.soorten: dict[int, str] = {}
        self.over: dict[Onderwerp, list[int]] = {}
        self.geleegd: frozenset[int] = frozenset()
        """Which of these a signed destruction emptied."""
        self.zonder_inhoud: set[int] = set()
        """Which of these were found empty, as a signed destruction says."""
        self.laatste_van: dict[str, int] = {}
        """The newest statement under each certificate."""
        self.laatste_eerder: Mapping[str, int] = {}
        """The same by number of the certificate, of what was taken from a klapper."""

    def neem(self, verklaring: VerklaringRij, afdruk: bytes, inhoud: Mapping[str, object]) -> None:
        """Take in the next statement."""
        self.rolstand = stap(self.rolstand, verklaring, inhoud)
        self.onthoud(verklaring.nummer, verklaring.soort, afdruk, inhoud)
        self.laatste_van[verklaring.certificaat] = verklaring.nummer
        if verklaring.inhoud is None:
            self.zonder_inhoud.add(verklaring.nummer)
        self.kop = Ketenkop(verklaring.nummer, verklaring.hash)

    def onthoud(self, nummer: int, soort: str, afdruk: bytes, inhoud: Mapping[str, object]) -> None:
        """The print of a statement, and what it is about."""
        self.lopend.update(afdruk)
        self.afdrukken[nummer] = afdruk
        self.soorten[nummer] = soort
        over = self.over
        for sleutel, waarde in inhoud.items():
            if type(waarde) is int and sleutel not in _GEEN_ONDERWERP:
                onderwerp = (soort, sleutel, waarde)
                if onderwerp in over:
                    over[onderwerp].append(nummer)
                else:
                    over[onderwerp] = [nummer]

    def neem_over(self, later: Schakels) -> None:
        """Take in all of what follows directly on this."""
        self.afdrukken |= later.afdrukken
        self.soorten |= later.soorten
        for onderwerp, nummers in later.over.items():
            self.over.setdefault(onderwerp, []).extend(nummers)
        self.zonder_inhoud |= later.zonder_inhoud
        self.laatste_van |= later.laatste_van
        self.kop, self.lopend, self.rolstand = later.kop, later.lopend, later.rolstand

    def verder(self) -> Schakels:
        """Nothing yet, to follow directly on this."""
        return Schakels(self.kop, self.lopend.copy(), self.rolstand)


def onbetrouwbaar(gebeurd: str) -> HandtekeningOnjuist:
    """The refusal: what is wrong, and what can be done."""
    return HandtekeningOnjuist(gebeurd, veilig="Er is niets gewijzigd.", advies=ADVIES)


def loop(sessie: Session, toets: Toets, zegel: Zegel | None) -> tuple[Schakels, tuple[str, ...], bool]:
    """All statements in order: verified, what is wrong, and whether the seal fits."""
    schakels = Schakels(Ketenkop(0, ""))
    schakels.geleegd = frozenset(toets.geleegd)
    bevindingen: list[str] = []
    verzegeld = zegel.nummer if zegel is not None else 0
    try:
        if zegel is not None:
            with verzegelde_rijen(sessie, verzegeld) as rijen:
                _neem_verzegelde(rijen, toets, schakels)
            if schakels.kop.nummer == verzegeld and schakels.lopend.hexdigest() != zegel.afdruk:
                return schakels, (), False
        if schakels.kop.nummer == verzegeld:
            with _rijen(sessie, verzegeld) as rijen:
                for rij in rijen:
                    neem_volgende(schakels, toets, rij)
    except HandtekeningOnjuist as fout:
        bevindingen.append(fout.gebeurd)
    except (ValueError, TypeError, LookupError, AttributeError, SQLAlchemyError):
        bevindingen.append("Een ondertekende verklaring is niet te lezen.")
    if schakels.kop.nummer < verzegeld:
        return schakels, (), False
    if not bevindingen:
        bevindingen += melding_kop(schakels.kop.nummer, toets.anker)
    return schakels, tuple(bevindingen[:_GENOEMD]), True


def verleng(sessie: Session, toets: Toets, schakels: Schakels, zegel: Zegel) -> bool:
    """Take in what follows on these, each verified; whether that went well and the seal fits on the way."""
    try:
        if schakels.kop.nummer == zegel.nummer and schakels.lopend.hexdigest() != zegel.afdruk:
            return False
        with _rijen(sessie, schakels.kop.nummer) as rijen:
            for rij in rijen:
                neem_volgende(schakels, toets, rij)
                if schakels.kop.nummer == zegel.nummer and schakels.lopend.hexdigest() != zegel.afdruk:
                    return False
    except (HandtekeningOnjuist, ValueError, TypeError, LookupError, AttributeError, SQLAlchemyError):
        return False
    return schakels.kop.nummer >= zegel.nummer and not melding_kop(schakels.kop.nummer, toets.anker)


@contextmanager
def _rijen(sessie: Session, na: int) -> Iterator[Iterable[Rij]]:
    """Piece by piece; where reading is cut off, the rest is let go at once."""
    vraag = select(_TABEL).order_by(_TABEL.c.nummer)
    if na:
        vraag = vraag.where(_TABEL.c.nummer > na)
    with sessie.execute(vraag, execution_options=_STROOM) as gelezen:
        yield (tuple(rij) for rij in gelezen)


@contextmanager
def verzegelde_rijen(sessie: Session, tot: int) -> Iterator[Iterable[tuple[Any, ...]]]:
    """All up to this number, the same columns in the same order, past SQLAlchemy: there are many, to make prints of."""
    verbinding = sessie.connection()
    if verbinding.dialect.name != _BESTAND:
        # On a server a value opens as its column is read.
        with verbinding.execute(_OPENEND.where(_TABEL.c.nummer <= tot)) as gelezen:
            yield (tuple(rij) for rij in gelezen)
        return
    with verbinding.exec_driver_sql(_VERZEGELD, (tot,)) as antwoord:
        if antwoord.cursor is None:
            raise ProgrammaFout("een vraag zonder antwoord")
        yield _bij_stukken(antwoord.cursor)


def _bij_stukken(aanwijzer: Any) -> Iterator[tuple[Any, ...]]:
    while deel := aanwijzer.fetchmany(_PER_KEER):
        yield from deel


_STROOM: Final = {"yield_per": _PER_KEER}
_BESTAND: Final = "sqlite"
_OPENEND: Final = select(*(_TABEL.c[naam] for naam in VerklaringRij._fields)).order_by(_TABEL.c.nummer)
# The columns of VerklaringRij, in their order: the print is made of them.
_VERZEGELD: Final = (
    "SELECT nummer, soort, inhoud, inhoud_hash, vorige_hash, hash, handtekening, certificaat, gebruiker, tijd"
    " FROM verklaring WHERE nummer <= ? ORDER BY nummer"
)


def _neem_verzegelde(rijen: Iterable[tuple[Any, ...]], toets: Toets, schakels: Schakels) -> None:
    """Those of which the signature was verified before: whether they may still count is asked again.

    One loop without a call that can be missed: the first decision of the gate waits for it. Who may sign what is the
    same for a certificate until a statement about roles comes by, so it is asked once in between.
    """
    hoogste: dict[str, float] = {}
    mag: set[str] = set()
    koppen, vorige, verwacht = toets.anker.koppen, begin_van_keten(toets.kluis_id), 1
    for rij in rijen:
        nummer, soort, certificaat = rij[0], rij[1], rij[7]
        if nummer != verwacht or rij[4] != vorige:
            _eis_plaats(schakels, toets, VerklaringRij._make(rij))
        if certificaat not in hoogste:
            hoogste[certificaat] = toets.hoogste(VerklaringRij._make(rij))
        if nummer > hoogste[certificaat] or str(nummer) in koppen:
            toets.eis_geldend(VerklaringRij._make(rij))
        geleegd = rij[2] is None and nummer in toets.geleegd
        # The print of an emptied one is that of before, so here its signature has to say that it is still itself.
        inhoud = toets.inhoud(VerklaringRij._make(rij)) if geleegd else snelle_inhoud(rij)
        if certificaat not in mag or soort in _NIET_VAN_REGIE:
            schakels.rolstand = stap(schakels.rolstand, VerklaringRij._make(rij), inhoud)
            if soort in SOORTEN_VAN_PROCESREGISSEUR:
                mag.add(certificaat)
            else:
                mag.clear()
        schakels.onthoud(nummer, soort, toets.geleegd[nummer] if geleegd else rij_afdruk(rij), inhoud)
        schakels.laatste_van[certificaat] = nummer
        if geleegd:
            schakels.zonder_inhoud.add(nummer)
        vorige = rij[5]
        schakels.kop = Ketenkop(nummer, vorige)
        verwacht += 1


def neem_volgende(schakels: Schakels, toets: Toets, rij: Rij) -> None:
    verklaring = VerklaringRij._make(rij)
    _eis_plaats(schakels, toets, verklaring)
    schakels.neem(verklaring, toets.afdruk(verklaring), toets.inhoud(verklaring))


def _eis_plaats(schakels: Schakels, toets: Toets, verklaring: VerklaringRij) -> None:
    verwacht = schakels.kop.nummer + 1
    if verklaring.nummer != verwacht:
        raise onbetrouwbaar(ontbreekt(verklaring.nummer, verwacht))
    if verklaring.vorige_hash != (schakels.kop.hash or begin_van_keten(toets.kluis_id)):
        raise onbetrouwbaar(f"Verklaring {verklaring.nummer} sluit niet aan op de vorige.")


def ontbreekt(nummer: int, verwacht: int) -> str:
    if nummer < 1:
        return f"Er staat een verklaring onder een nummer dat niet kan bestaan: {nummer}."
    return f"In de keten van verklaringen ontbreekt nummer {verwacht}."


def snelle_inhoud(rij: Rij) -> Mapping[str, object]:
    """The content of a row that was verified before; it is canonical already."""
    waarde, _ = _ONTLEED(str(rij[2]))
    gegevens: dict[str, object] = waarde["gegevens"]
    return gegevens
