"""Use cases on the figures of the house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.cijfers.cijfers import Cijferuitgifte, Jaardoel, Sluitreden
from zvh_desktop.models.keuzes import CasusId, CasusStatus
from zvh_desktop.models.vernietigen.vernietiging import Vernietigtelling
from zvh_desktop.services.cijfers.bestanden import maak_bestanden
from zvh_desktop.services.cijfers.bewaren import bewaarde_telling
from zvh_desktop.services.cijfers.doelen import doelmaten, lees_doelen, vul
from zvh_desktop.services.cijfers.gegevens import Cijferbestanden, Doelinvoer, Rapport, Sluitregel
from zvh_desktop.services.cijfers.opmerkingen import opmerkingen_bij
from zvh_desktop.services.cijfers.publicatie import Verteld
from zvh_desktop.services.cijfers.rapport import tabellen
from zvh_desktop.services.cijfers.register import lees_register, leg_vast, stel_vast
from zvh_desktop.services.cijfers.tellen import Bereik, tel
from zvh_desktop.services.cijfers.tijdvak import Kwartaal, Tijdvak, laatste_kwartaal
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst, lees_woordenlijst
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "cijfers"


@dataclass(frozen=True, slots=True)
class _Stand:
    """What may be told of a period and of the one before it, and what was told before."""

    cijfers: Verteld
    gegeven: set[Kwartaal]
    woorden: Woordenlijst


class CijferService:
    """The figures of a period, beside the year before."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def laatste(self) -> Kwartaal:
        """The last quarter that is over."""
        return laatste_kwartaal(self._werkplek.vandaag())

    def jaren(self) -> tuple[int, ...]:
        """Every year of which there can be figures, the newest first; at least the last one that is over."""
        with self._werkplek.lees(Recht.CIJFERS_LEZEN) as sessie:
            eersten = [
                sessie.scalar(select(func.min(Casus.geopend_op))),
                sessie.scalar(select(func.min(Aanmelding.datum))),
            ]
            geteld = sessie.scalar(select(func.min(Vernietigtelling.jaar)))
        nieuwste = self.laatste()[0]
        oudste = min([een.year for een in eersten if een is not None] + ([geteld] if geteld else []), default=nieuwste)
        return tuple(range(nieuwste, min(oudste, nieuwste - 1) - 1, -1))

    def rapport(self, tijdvak: Tijdvak) -> Rapport:
        """To look at. Raises InvoerOngeldig while the period still runs."""
        tijdvak.eis_voorbij(self._werkplek.vandaag())
        with self._werkplek.lees(Recht.CIJFERS_LEZEN) as sessie:
            return self._rapport(sessie, tijdvak, self._stand(sessie, tijdvak))

    def geef_uit(self, tijdvak: Tijdvak) -> Cijferbestanden:
        """As files for the manager. From now on these figures stand as they are. Raises InvoerOngeldig."""
        tijdvak.eis_voorbij(self._werkplek.vandaag())
        with self._werkplek.schrijf(
            Recht.CIJFERS_UITGEVEN, "jaarcijfers uitgegeven", _SOORT, wacht_anders=False
        ) as werk:
            werk.raakt(tijdvak.naam)
            stand = self._stand(werk.sessie, tijdvak)
            leg_vast(self._werkplek, werk.sessie, stand.cijfers, stand.gegeven)
            rapport = self._rapport(werk.sessie, tijdvak, stand)
            profiel = self._werkplek.profiel
            kop = maak_kop(
                self._werkplek,
                werk.sessie,
                profiel,
                titel="Jaarcijfers",
                ontvanger=None,
                versie=tijdvak.naam,
                artikel=profiel.verantwoording.artikel,
            )
            return maak_bestanden(kop, rapport)

    def doelmaten(self) -> Mapping[str, str]:
        """What a goal can be measured by."""
        with self._werkplek.lees(Recht.CIJFERS_LEZEN) as sessie:
            return doelmaten(lees_woordenlijst(sessie, self._werkplek.profiel))

    def plannen(self) -> Mapping[str, str]:
        """The plans of the house, by key."""
        return {plan.sleutel: plan.naam for plan in self._werkplek.profiel.verantwoording.plannen}

    def bewaar_doel(self, invoer: Doelinvoer, doel_id: int | None = None) -> int:
        """Add a goal or change it. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.CIJFERS_UITGEVEN, "doel vastgelegd", _SOORT, wacht_anders=False) as werk:
            rij = Jaardoel() if doel_id is None else haal(werk.sessie, Jaardoel, doel_id, "Dit doel")
            vul(rij, invoer, lees_woordenlijst(werk.sessie, self._werkplek.profiel))
            eis_geen_casus(werk.sessie, tekst=rij.tekst)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def verwijder_doel(self, doel_id: int) -> None:
        """Take a goal away."""
        with self._werkplek.schrijf(Recht.CIJFERS_UITGEVEN, "doel verwijderd", _SOORT, wacht_anders=False) as werk:
            werk.raakt(doel_id)
            werk.sessie.delete(haal(werk.sessie, Jaardoel, doel_id, "Dit doel"))

    def redenen(self) -> Mapping[str, str]:
        """Why a casus can be closed, by key, in the order of the house."""
        return {een.sleutel: een.naam for een in self._werkplek.profiel.verantwoording.afsluitredenen}

    def gesloten(self) -> tuple[Sluitregel, ...]:
        """Every casus that was closed, those without a reason first."""
        vraag = (
            select(Casus.id, Casus.nummer, Casus.gesloten_op, Sluitreden.reden)
            .join(Sluitreden, Sluitreden.casus_id == Casus.id, isouter=True)
            .where(Casus.status != CasusStatus.LOPEND, Casus.gesloten_op.is_not(None))
        )
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = [
                Sluitregel(id_, nummer, op, reden or "")
                for id_, nummer, op, reden in sessie.execute(vraag.order_by(Casus.gesloten_op.desc(), Casus.nummer))
                if op is not None
            ]
        return tuple(sorted(rijen, key=_met_reden))

    def zet_reden(self, casus_id: CasusId, reden: str) -> None:
        """Why it was closed; empty takes it back. Raises InvoerOngeldig for a casus that runs."""
        with self._werkplek.schrijf(
            Recht.AFSCHALING_BIJHOUDEN, "reden van afsluiten vastgelegd", "casus", wacht_anders=False
        ) as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            if casus.status is CasusStatus.LOPEND:
                raise InvoerOngeldig("reden", "Deze casus loopt nog. De reden komt erbij als hij is gesloten.")
            if reden and reden not in self.redenen():
                raise InvoerOngeldig("reden", "Kies een reden uit de lijst van het huis.")
            eerder = werk.sessie.get(Sluitreden, casus_id)
            if eerder is not None:
                werk.sessie.delete(eerder)
                werk.sessie.flush()
            if reden:
                plek = self._werkplek
                werk.sessie.add(
                    Sluitreden(casus_id=casus_id, reden=reden, vastgelegd_op=plek.vandaag(), vastgelegd_door=plek.naam)
                )

    def _stand(self, sessie: Session, tijdvak: Tijdvak) -> _Stand:
        woorden = lees_woordenlijst(sessie, self._werkplek.profiel)
        vorig = tijdvak.vorig()
        van, tot = vorig.jaren[0], tijdvak.jaren[-1]
        gegeven, eerder = lees_register(sessie, van, tot)
        telling = tel(sessie, woorden, Bereik(van, tot)) + bewaarde_telling(sessie, van, tot)
        nu = self._werkplek.vandaag().year
        cijfers = Verteld(stel_vast(telling, vorig, nu, gegeven, eerder))
        cijfers.update(stel_vast(telling, tijdvak, nu, gegeven, eerder))
        return _Stand(cijfers, gegeven, woorden)

    def _rapport(self, sessie: Session, tijdvak: Tijdvak, stand: _Stand) -> Rapport:
        profiel = self._werkplek.profiel
        alle = tabellen(stand.cijfers, stand.woorden, tijdvak)
        op, door = _uitgegeven(sessie, tijdvak)
        return Rapport(
            huis=profiel.naam,
            naam=tijdvak.naam,
            vorige=tijdvak.vorig().naam,
            tabellen=alle,
            doelen=lees_doelen(sessie, stand.woorden, stand.cijfers, tijdvak),
            plan=profiel.verantwoording.plan.naam,
            opmerkingen=opmerkingen_bij(profiel, tijdvak, alle),
            artikel=profiel.verantwoording.artikel,
            uitgegeven_op=op,
            uitgegeven_door=door,
        )


def _uitgegeven(sessie: Session, tijdvak: Tijdvak) -> tuple[date | None, str]:
    """When the last part of it was given out, and by whom; None and nobody while a part was not."""
    rijen = {
        (jaar, kwartaal): (op, door)
        for jaar, kwartaal, op, door in sessie.execute(
            select(
                Cijferuitgifte.jaar,
                Cijferuitgifte.kwartaal,
                Cijferuitgifte.uitgegeven_op,
                Cijferuitgifte.uitgegeven_door,
            ).order_by(Cijferuitgifte.id)
        )
    }
    stukken = set(tijdvak.stukken())
    gegeven = [een for stuk, een in rijen.items() if stuk in stukken]
    return gegeven[-1] if gegeven and len(gegeven) == len(stukken) else (None, "")


def _met_reden(regel: Sluitregel) -> bool:
    return bool(regel.reden)
