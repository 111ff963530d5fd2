"""What is read out of a koffer that came back, before anything is written in the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import VerklaringRij
from zvh_desktop.database.koffer.verschil import Wegverschil, lees_verschillen
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.errors import KofferFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import CasusId, VerklaringSoort
from zvh_desktop.models.koffer.koffer import Koffer, KofferBegin
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.services.koffer.getekend import REIST_IN, ZONDER_LIJN

_TABEL = Verklaring.__table__


@dataclass(frozen=True, slots=True)
class Wegoordeel:
    """An oordeel that was signed on the road: the row, and what was signed."""

    rij: Oordeel
    getekend: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Tafeluitgifte:
    """A tafel of a koffer as its own row has it, and what was signed when it went out."""

    rij: Koffer
    getekend: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kofferinhoud:
    """Everything that a koffer brings back."""

    kop: KofferKop
    uitgiften: Mapping[int, str]
    """The statements with which it went out, one for each tafel in it, and the hash of the chain at each."""
    verschillen: tuple[Wegverschil, ...]
    verklaringen: tuple[VerklaringRij, ...]
    """What was signed on the road, verified, the oldest first."""
    oordelen: Mapping[int, Wegoordeel]
    """By the id of the row in the koffer."""
    begin: Mapping[str, frozenset[int]]
    """By table the ids of what went along."""
    log: tuple[Logregel, ...]
    nummers: Mapping[CasusId, str]
    """By its id the number of each casus that went along: an id may be given out again, a number never is."""
    koffers: tuple[Tafeluitgifte, ...] = ()
    tot_en_met: int = 0
    tot_hash: str = ""
    """Up to which statement of the office it is complete, and the hash of the chain there."""

    @property
    def zonder_lijn(self) -> bool:
        """Whether the office never lent it out (ADR 0101); as it was signed."""
        return any(een.getekend.get(ZONDER_LIJN) is True for een in self.koffers)


def lees_inhoud(koffer: OpenKluis) -> Kofferinhoud:
    """Raises KofferFout where a row of an oordeel is not what was signed for it."""
    kop = koffer.koffer
    if kop is None:
        raise KofferFout("Dit is geen koffer.")
    with vertaal_databasefout(koffer.map), koffer.lees_sessies() as sessie:
        rijen = sessie.execute(select(_TABEL).where(_TABEL.c.nummer >= kop.verklaring).order_by(_TABEL.c.nummer))
        _, *onderweg = (VerklaringRij._make(tuple(rij)) for rij in rijen)
        begin: dict[str, set[int]] = {}
        for tabel, rij_ in sessie.execute(select(KofferBegin.tabel, KofferBegin.rij)):
            begin.setdefault(tabel, set()).add(rij_)
        oordelen = _oordelen(sessie, {rij.nummer for rij in onderweg})
        nummers = {casus.id: casus.nummer for casus in sessie.scalars(select(Casus))}
        koffers = _koffers(sessie)
        tot_en_met, tot_hash = _compleet_tot(koffers, kop)
        log = tuple(sessie.scalars(select(Logregel).order_by(Logregel.nummer)))
        sessie.expunge_all()
        return Kofferinhoud(
            kop=kop,
            uitgiften=_uitgiften(sessie, kop),
            verschillen=lees_verschillen(sessie.connection()),
            verklaringen=tuple(onderweg),
            oordelen=oordelen,
            begin={tabel: frozenset(ids) for tabel, ids in begin.items()},
            log=log,
            nummers=nummers,
            koffers=koffers,
            tot_en_met=tot_en_met,
            tot_hash=tot_hash,
        )


def _uitgiften(sessie: Session, kop: KofferKop) -> Mapping[int, str]:
    zicht = inzicht(sessie)
    nummers = [
        nummer
        for nummer in zicht.nummers_van(VerklaringSoort.KOFFER_UIT)
        if (uit := zicht.een(VerklaringSoort.KOFFER_UIT, nummer)) is not None
        and kop.kenmerk in (uit.inhoud.get("kenmerk"), uit.inhoud.get(REIST_IN))
    ]
    vraag = select(Verklaring.nummer, Verklaring.hash).where(Verklaring.nummer.in_(nummers))
    return dict(sessie.execute(vraag).all())


def _koffers(sessie: Session) -> tuple[Tafeluitgifte, ...]:
    zicht = inzicht(sessie)
    gevonden = (
        (rij, zicht.een(VerklaringSoort.KOFFER_UIT, rij.verklaring_nummer))
        for rij in sessie.scalars(select(Koffer).order_by(Koffer.id))
    )
    return tuple(Tafeluitgifte(rij, uit.inhoud) for rij, uit in gevonden if uit is not None)


def _compleet_tot(koffers: Sequence[Tafeluitgifte], kop: KofferKop) -> tuple[int, str]:
    """As it was signed; what stands in the row could be changed on the road."""
    gelezen = koffers[-1].getekend.get("compleet_tot") if koffers else None
    if isinstance(gelezen, list) and len(gelezen) == 2 and isinstance(gelezen[0], int):
        return gelezen[0], str(gelezen[1])
    return kop.verklaring - 1, ""


def _oordelen(sessie: Session, onderweg: set[int]) -> Mapping[int, Wegoordeel]:
    """Every oordeel of the road with its statement: none without, and no statement without."""
    zicht, gevonden = inzicht(sessie), dict[int, Wegoordeel]()
    getekend = {nummer for nummer in zicht.nummers_van(VerklaringSoort.OORDEEL) if nummer in onderweg}
    for rij in sessie.scalars(select(Oordeel).where(Oordeel.verklaring_nummer.in_(onderweg))):
        verklaring = zicht.een(VerklaringSoort.OORDEEL, rij.verklaring_nummer)
        if verklaring is not None:
            gevonden[rij.id] = Wegoordeel(rij, verklaring.inhoud)
            getekend.discard(rij.verklaring_nummer)
    if getekend:
        raise KofferFout(
            "In deze koffer ontbreekt een oordeel dat onderweg is ondertekend.",
            veilig="Er is niets gewijzigd, hier niet en in de koffer niet.",
            advies="Bewaar de koffer en meld dit bij uw beheerder.",
        )
    return gevonden
