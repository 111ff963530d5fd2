"""The wishes for the order of an overleg: show, add, take away, put back; and the proposal before it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.ordekeuzes import OrdewensId, WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, PartijId
from zvh_desktop.models.ordewens.ordewens import Ordewens
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.deelnames import Tafelschikking, lees_schikking
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.tafel.agenda_stand import WensStand
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.tafel.volgorde.voorstel import agendanamen, stel_volgorde_voor
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden, Wens, WensInvoer, minuut, op_de_klok
from zvh_desktop.services.tafel.volgorde.wens_regels import Tafelkader, eis_verenigbaar
from zvh_desktop.services.tafel.volgorde.woorden import winst_in_woorden
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class Wenskeuze:
    """A casus or a partij that can be wished for."""

    id: int
    naam: str


@dataclass(frozen=True, slots=True)
class Volgordepunt:
    """One point in the order that is proposed."""

    punt_id: AgendapuntId
    begin: str
    einde: str
    onderwerp: str
    partijen: str
    plaats: int
    nu: int
    """Its place as the agenda stands."""


@dataclass(frozen=True, slots=True)
class Volgordebeeld:
    """The wishes of an overleg and what they lead to."""

    wensen: tuple[Wens, ...]
    regels: tuple[Volgordepunt, ...]
    winst: str
    anders: bool
    """The proposal is another order than the agenda has."""
    casussen: tuple[Wenskeuze, ...]
    onderwerpen: tuple[Wenskeuze, ...]
    """What is of the house itself: only a time can be asked for it."""
    partijen: tuple[Wenskeuze, ...]
    begin: time
    """Of the overleg."""


_UREN = ((WensSoort.VANAF, "vanaf"), (WensSoort.TOT, "tot"))


class WensenService:
    """Use cases on the wishes of one overleg. They are no part of the agenda that gets akkoord."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, overleg_id: OverlegId) -> Volgordebeeld:
        """The wishes, and the order that follows from them; nothing changes."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            schikking = lees_schikking(self._werkplek, sessie, overleg, joinedload(Casus.betrokkenen))
            return _beeld(sessie, overleg, schikking)

    def voeg_toe(self, overleg_id: OverlegId, invoer: WensInvoer) -> str:
        """Ask something of the order; returns it as a sentence. Raises InvoerOngeldig: which wishes clash."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "wens voor volgorde vastgelegd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = _open_overleg(werk.sessie, overleg_id)
            kader = _kader(overleg, lees_schikking(self._werkplek, werk.sessie, overleg))
            _leg_vast(werk.sessie, overleg, invoer, kader)
            return kader.namen.zin(invoer)

    def haal_weg(self, wens_id: OrdewensId) -> None:
        """Ask it no longer."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "wens voor volgorde weggehaald", "overleg") as werk:
            rij = haal(werk.sessie, Ordewens, wens_id, "Deze wens")
            werk.raakt(rij.overleg_id)
            _open_overleg(werk.sessie, rij.overleg_id)
            werk.sessie.delete(rij)

    def tijden(self, overleg_id: OverlegId) -> dict[PartijId, Tijden]:
        """From when and until when who can be there, of everyone who said so."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            tijden: dict[PartijId, Tijden] = {}
            for wens in lees_wensen(sessie, haal(sessie, Overleg, overleg_id, "Dit overleg")):
                if wens.partij_id is not None and wens.tijd is not None:
                    eerder = tijden.get(wens.partij_id, Tijden())
                    deel = {wens.soort.value: wens.tijd}
                    tijden[wens.partij_id] = replace(eerder, **deel)
            return tijden

    def zet_tijden(self, overleg_id: OverlegId, partij_id: PartijId, tijden: Tijden) -> None:
        """Note what a partij answered about its time, in place of what it said before. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "tijden bij antwoord vastgelegd", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = _open_overleg(werk.sessie, overleg_id)
            kader = _kader(overleg, lees_schikking(self._werkplek, werk.sessie, overleg))
            werk.sessie.execute(
                delete(Ordewens).where(
                    Ordewens.overleg_id == overleg.id,
                    Ordewens.partij_id == partij_id,
                    Ordewens.soort.in_([soort for soort, _ in _UREN]),
                )
            )
            for soort, veld in _UREN:
                tijd = getattr(tijden, veld)
                if tijd is not None:
                    try:
                        _leg_vast(werk.sessie, overleg, WensInvoer(soort, partij_id=partij_id, tijd=tijd), kader)
                    except InvoerOngeldig as fout:
                        raise InvoerOngeldig(veld, fout.gebeurd, advies=fout.advies) from None

    def momentopname(self, overleg_id: OverlegId) -> tuple[WensStand, ...]:
        """The wishes as one value, for undo."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return wensstand(sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    def herstel(
        self, overleg_id: OverlegId, stand: Sequence[WensStand], van: Sequence[WensStand] | None = None
    ) -> tuple[str, ...]:
        """Undo: make the wishes what they were. Returns which could not come back, and why.

        ``van``: the wishes as the change left them. What a colleague did to them since stays.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "wensen voor volgorde hersteld", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = _open_overleg(werk.sessie, overleg_id)
            doel = stand if van is None else _terug_van(wensstand(werk.sessie, overleg), van, stand)
            werk.sessie.execute(delete(Ordewens).where(Ordewens.overleg_id == overleg.id))
            return zet_terug(werk.sessie, overleg, lees_schikking(self._werkplek, werk.sessie, overleg), doel)


def lees_wensen(sessie: Session, overleg: Overleg) -> list[WensInvoer]:
    """What is asked of the order of this overleg, in the order in which it was asked."""
    return [_invoer(rij) for rij in _rijen(sessie, overleg)]


def wensstand(sessie: Session, overleg: Overleg) -> tuple[WensStand, ...]:
    """The wishes by casus, so that they can come back with points that have other numbers by then."""
    casus = {punt.id: punt.casus_id for punt in overleg.agendapunten}
    onderwerpen = {punt.id: (punt.id, punt.onderwerp) for punt in overleg.agendapunten if punt.casus_id is None}
    return tuple(
        WensStand(
            rij.soort,
            casus.get(rij.agendapunt_id) if rij.agendapunt_id is not None else None,
            casus.get(rij.voor_punt_id) if rij.voor_punt_id is not None else None,
            rij.partij_id,
            rij.tijd,
            rij.gewicht,
            onderwerpen.get(rij.agendapunt_id) if rij.agendapunt_id is not None else None,
        )
        for rij in _rijen(sessie, overleg)
    )


def _terug_van(nu: Sequence[WensStand], van: Sequence[WensStand], naar: Sequence[WensStand]) -> tuple[WensStand, ...]:
    blijft = [wens for wens in naar if wens in nu or wens not in van]
    return (*blijft, *(wens for wens in nu if wens not in naar and wens not in van))


def zet_terug(
    sessie: Session, overleg: Overleg, schikking: Tafelschikking, stand: Sequence[WensStand]
) -> tuple[str, ...]:
    """Ask again what was asked, where it is not asked now; in sentences what could not come back."""
    punt_van = {punt.casus_id: punt.id for punt in op_agenda(overleg) if punt.casus_id is not None}
    kader = _kader(overleg, schikking)
    niet_terug = []
    for wens in stand:
        punt = punt_van.get(wens.casus_id) if wens.casus_id is not None else _onderwerp(kader, wens.onderwerp)
        voor = punt_van.get(wens.voor_casus_id) if wens.voor_casus_id is not None else None
        partij = PartijId(wens.partij_id) if wens.partij_id is not None else None
        invoer = WensInvoer(wens.soort, punt, voor, partij, wens.tijd, wens.gewicht)
        if invoer in lees_wensen(sessie, overleg):
            continue
        try:
            _leg_vast(sessie, overleg, invoer, kader)
        except InvoerOngeldig as fout:
            niet_terug.append(f"De wens '{kader.namen.zin(invoer)}' komt niet terug. {fout.gebeurd}")
    return tuple(niet_terug)


def _onderwerp(kader: Tafelkader, onderwerp: tuple[AgendapuntId, str] | None) -> AgendapuntId | None:
    """The subject that this was about: by its number, else the only one that is called so."""
    if onderwerp is None:
        return None
    nummer, naam = onderwerp
    if kader.namen.onderwerpen.get(nummer) == naam:
        return nummer
    zelfde = [punt_id for punt_id in kader.onderwerpen if kader.namen.onderwerpen.get(punt_id) == naam]
    return zelfde[0] if len(zelfde) == 1 else None


def _leg_vast(sessie: Session, overleg: Overleg, invoer: WensInvoer, kader: Tafelkader) -> None:
    eis_verenigbaar(invoer, lees_wensen(sessie, overleg), kader)
    sessie.add(
        Ordewens(
            overleg_id=overleg.id,
            soort=invoer.soort,
            agendapunt_id=invoer.punt_id,
            voor_punt_id=invoer.voor_id,
            partij_id=invoer.partij_id,
            tijd=invoer.tijd,
            gewicht=invoer.gewicht,
        )
    )
    sessie.flush()


def _open_overleg(sessie: Session, overleg_id: OverlegId) -> Overleg:
    """An overleg that is still to be held. A partij that answers its uitnodiging does so after the akkoord."""
    overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
    eis_niet_afgelast(overleg)
    if overleg.status == OverlegStatus.GEHOUDEN:
        raise GebruikersFout(
            "Dit overleg is begonnen: aan wensen voor de volgorde verandert niets meer.",
            advies="De volgorde aan tafel wijzigt u bij stap 3, Aan tafel.",
        )
    return overleg


def _rijen(sessie: Session, overleg: Overleg) -> Sequence[Ordewens]:
    return sessie.scalars(select(Ordewens).filter_by(overleg_id=overleg.id).order_by(Ordewens.id)).all()


def _invoer(rij: Ordewens) -> WensInvoer:
    return WensInvoer(rij.soort, rij.agendapunt_id, rij.voor_punt_id, rij.partij_id, rij.tijd, rij.gewicht)


def _kader(overleg: Overleg, schikking: Tafelschikking) -> Tafelkader:
    namen = agendanamen(overleg, schikking)
    losse = {punt.id: punt.minuten for punt in op_agenda(overleg) if punt.casus_id is not None}
    onderwerpen = {punt.id: punt.minuten for punt in op_agenda(overleg) if punt.casus_id is None}
    return Tafelkader(losse, overleg.begin, overleg.einde, frozenset(namen.partijen), namen, onderwerpen)


def _beeld(sessie: Session, overleg: Overleg, schikking: Tafelschikking) -> Volgordebeeld:
    namen = agendanamen(overleg, schikking)
    rijen = _rijen(sessie, overleg)
    voorstel = stel_volgorde_voor(overleg, schikking, [_invoer(rij) for rij in rijen])
    return Volgordebeeld(
        tuple(Wens(rij.id, _invoer(rij), namen.zin(_invoer(rij))) for rij in rijen),
        _regels(overleg, schikking, voorstel.punten),
        winst_in_woorden(voorstel),
        voorstel.anders,
        tuple(Wenskeuze(punt.id, _wat(schikking, punt)) for punt in op_agenda(overleg) if punt.casus_id is not None),
        tuple(Wenskeuze(punt.id, punt.onderwerp) for punt in op_agenda(overleg) if punt.casus_id is None),
        tuple(Wenskeuze(partij_id, kort) for partij_id, kort in sorted(namen.partijen.items(), key=_op_naam)),
        overleg.begin,
    )


def _wat(schikking: Tafelschikking, punt: Agendapunt) -> str:
    """The casus with whom it is about, or the subject."""
    casus = schikking.casus(punt)
    if casus is None:
        return punt.onderwerp
    return " - ".join((casus.nummer, *(betrokkene.naam for betrokkene in casus.betrokkenen[:1])))


def _op_naam(partij: tuple[int, str]) -> str:
    return partij[1].casefold()


def _regels(overleg: Overleg, schikking: Tafelschikking, orde: Sequence[AgendapuntId]) -> tuple[Volgordepunt, ...]:
    nu: dict[AgendapuntId, tuple[int, Agendapunt]] = {
        punt.id: (plaats, punt) for plaats, punt in enumerate(overleg.agendapunten, start=1)
    }
    regels = []
    moment = minuut(overleg.begin)
    for plaats, punt_id in enumerate(orde, start=1):
        eerder, punt = nu[punt_id]
        regels.append(
            Volgordepunt(
                punt_id,
                op_de_klok(moment),
                op_de_klok(moment + punt.minuten),
                _wat(schikking, punt),
                ", ".join(partij.kort for _, partij in schikking.bij(punt)),
                plaats,
                eerder,
            )
        )
        moment += punt.minuten
    return tuple(regels)
