"""Use cases of the chair while a point is discussed: geheimhouding, the rest of the day, and an actie in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, PartijId, TafelHandeling
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.services.poort.deelnames import lees_schikking
from zvh_desktop.services.tafel.agenda_lezen import mogelijke_partijen
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.tafel.tafelorde import aan_tafel, op_agenda
from zvh_desktop.services.tafel.verloop.geheimhouding import neem_wijzing_terug, wijs_op_geheimhouding
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import rijen_van
from zvh_desktop.services.tafel.verslag_lezen import punt_titel
from zvh_desktop.services.tafel.volgorde.wensen import lees_wensen
from zvh_desktop.services.tafel.voorzitter.aanwezigheidstijden import tijden_bij_punt
from zvh_desktop.services.tafel.voorzitter.actieregel import Actiepartij
from zvh_desktop.services.tafel.voorzitter.dagverloop import Dagplan, Dagpunt, Dagverloop, reken_dag
from zvh_desktop.services.tafel.voorzitter.stoeltijden import Stoeltijden, lees_stoeltijden, verbeter_stoeltijden
from zvh_desktop.services.werkplek.klok import AMSTERDAM, als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class VoorzitterService:
    """What goes on at the table, beside what is written down of it."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def wijs_op_geheimhouding(self, punt_id: AgendapuntId, *, gewezen: bool) -> None:
        """Record at this casus that everyone was told about secrecy (rule ``geheimhouding``), or take that back."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "geheimhouding gemeld", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            if gewezen:
                wijs_op_geheimhouding(self._werkplek, werk.sessie, punt)
            else:
                neem_wijzing_terug(werk.sessie, punt)

    def dag(self, overleg_id: OverlegId) -> Dagverloop | None:
        """What is still to come and when; None unless this overleg is being held today."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            nu = self._werkplek.klok().astimezone(AMSTERDAM).replace(tzinfo=None, second=0, microsecond=0)
            if overleg.status != OverlegStatus.GEHOUDEN or nu.date() != overleg.datum:
                return None
            return self._dag(sessie, overleg, nu)

    def actiepartijen(self, punt_id: AgendapuntId) -> tuple[Actiepartij, ...]:
        """Everyone that can be typed before the colon of an actie, with why it can have none at this point."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
            if punt.casus_id is None:
                return ()
            partijen = mogelijke_partijen(sessie)
            schikking = lees_schikking(self._werkplek, sessie, punt.overleg, partijen=partijen)
            zittend = {partij.id for _, partij in schikking.bij(punt)}
            standen = schikking.beeld.standen(punt.casus_id, partijen)
            return tuple(
                Actiepartij(
                    partij.id,
                    partij.naam,
                    partij.kort,
                    "" if partij.id in zittend else standen[partij.id].reden or "zij zit niet bij dit punt",
                )
                for partij in partijen
            )

    def aanwezigheidstijden(self, punt_id: AgendapuntId) -> Mapping[PartijId, str]:
        """Who came late to this point or left it early, and when."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
            return tijden_bij_punt(rijen_van(sessie, punt.overleg), punt.id)

    def stoeltijden(self, punt_id: AgendapuntId, partij_id: PartijId) -> Stoeltijden:
        """When this partij came to this point last, and left it since."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_stoeltijden(sessie, haal(sessie, Agendapunt, punt_id, "Dit agendapunt"), partij_id)

    def verbeter_tijden(self, punt_id: AgendapuntId, partij_id: PartijId, wordt: Stoeltijden) -> Stoeltijden:
        """Put right when this partij came or left; what the times were before. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "tijd aan tafel verbeterd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            return verbeter_stoeltijden(self._werkplek, werk.sessie, punt, partij_id, wordt)

    def _dag(self, sessie: Session, overleg: Overleg, nu: datetime) -> Dagverloop:
        schikking = lees_schikking(self._werkplek, sessie, overleg)
        gepland = _gepland(overleg)
        onderbroken = _onderbroken(rijen_van(sessie, overleg))
        namen: dict[PartijId, str] = {}
        punten = []
        for punt in aan_tafel(overleg):
            partijen = tuple(partij for _, partij in schikking.bij(punt))
            namen |= {partij.id: partij.kort for partij in partijen}
            punten.append(
                Dagpunt(
                    punt.id,
                    punt_titel(self._werkplek, schikking.casus(punt), punt),
                    punt.minuten,
                    tuple(partij.id for partij in partijen),
                    gepland.get(punt.id),
                    _lokaal(punt.gestart_op),
                    _lokaal(punt.afgerond_op),
                    onderbroken=punt.id in onderbroken,
                )
            )
        kan_tot = {
            wens.partij_id: datetime.combine(overleg.datum, wens.tijd)
            for wens in lees_wensen(sessie, overleg)
            if wens.soort is WensSoort.TOT and wens.partij_id is not None and wens.tijd is not None
        }
        klaar = datetime.combine(overleg.datum, _einde_van(overleg))
        return reken_dag(punten, nu, Dagplan(namen, kan_tot, klaar))


def _gepland(overleg: Overleg) -> dict[AgendapuntId, datetime]:
    """When each point was to begin by the agenda that was sent."""
    moment = datetime.combine(overleg.datum, overleg.begin)
    gepland = {}
    for punt in op_agenda(overleg):
        gepland[punt.id] = moment
        moment += timedelta(minutes=punt.minuten)
    return gepland


def _einde_van(overleg: Overleg) -> time:
    """When the last point was to be done, or when the overleg was to end where that is later."""
    minuten = sum(punt.minuten for punt in op_agenda(overleg))
    laatste = datetime.combine(overleg.datum, overleg.begin) + timedelta(minutes=minuten)
    return max(laatste.time(), overleg.einde) if laatste.date() == overleg.datum else overleg.einde


def _onderbroken(rijen: Sequence[Tafelgebeurtenis]) -> frozenset[AgendapuntId]:
    """The points of which the rest is still to come."""
    laatste = {
        rij.agendapunt_id: rij.soort
        for rij in rijen
        if rij.soort in (TafelHandeling.ONDERBROKEN, TafelHandeling.HERVAT, TafelHandeling.AFGEROND)
    }
    return frozenset(punt_id for punt_id, soort in laatste.items() if punt_id and soort == TafelHandeling.ONDERBROKEN)


def _lokaal(moment: datetime | None) -> datetime | None:
    return als_lokaal(moment).replace(tzinfo=None) if moment is not None else None
