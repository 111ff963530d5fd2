"""The days of the convenant: signed, evaluated, renewed, ended; and what follows from the profile."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import MomentId, Momentsoort
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.samenwerking.traject import Convenantmoment
from zvh_desktop.models.taal import datum_kort, verwijzing
from zvh_desktop.services.regelboek.samenwerking import einde_looptijd
from zvh_desktop.services.samenwerking.gegevens import MomentInvoer, MomentRegel
from zvh_desktop.services.samenwerking.nodig import begin_convenant
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import regel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "convenant"
_ZINNEN = {
    Momentsoort.GETEKEND: "Getekend op",
    Momentsoort.EVALUATIE: "Evalueren op",
    Momentsoort.VERLENGING: "Verlengen op",
    Momentsoort.EINDE: "Eindigt op",
}


class ConvenantService:
    """Use cases on the days of the convenant."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def momenten(self) -> tuple[MomentRegel, ...]:
        """What was recorded, and the next renewal or end that follows from the convenant, by day."""
        with self._werkplek.lees(Recht.SAMENWERKING_LEZEN) as sessie:
            profiel = self._werkplek.profiel
            regels = [
                MomentRegel(rij.id, _invoer(rij), f"{_ZINNEN[rij.soort]} {datum_kort(rij.op)}")
                for rij in sessie.scalars(select(Convenantmoment).order_by(Convenantmoment.op))
            ]
            begin = begin_convenant(sessie, profiel)
            if begin is not None and not any(een.invoer.soort is Momentsoort.GETEKEND for een in regels):
                regels.append(
                    MomentRegel(None, MomentInvoer(Momentsoort.GETEKEND, begin), f"Geldt vanaf {datum_kort(begin)}")
                )
            einde = einde_looptijd(profiel.convenant, begin, self._werkplek.vandaag())
            if einde is not None:
                stil = profiel.convenant.verlenging == "stilzwijgend"
                artikel = verwijzing(profiel.artikel(Regel.CONVENANT_DUUR))
                wat = "Wordt stilzwijgend verlengd op" if stil else "Loopt af op"
                soort = Momentsoort.VERLENGING if stil else Momentsoort.EINDE
                regels.append(MomentRegel(None, MomentInvoer(soort, einde), f"{wat} {datum_kort(einde)}{artikel}"))
            return tuple(sorted(regels, key=_dag))

    def leg_vast(self, invoer: MomentInvoer) -> MomentId:
        """Record a day. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "dag van convenant vastgelegd", _SOORT) as werk:
            if invoer.soort is Momentsoort.GETEKEND and invoer.op > self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Deze dag is nog niet geweest.")
            opmerking = regel("opmerking", invoer.opmerking)
            eis_geen_casus(werk.sessie, opmerking=opmerking)
            rij = Convenantmoment(soort=invoer.soort, op=invoer.op, opmerking=opmerking, gedaan_op=invoer.gedaan_op)
            werk.sessie.add(rij)
            werk.sessie.flush()
            werk.raakt(rij.id)
            return rij.id

    def zet_gedaan(self, moment_id: MomentId, *, gedaan: bool) -> None:
        """It was dealt with today, or not after all. Raises NietGevonden."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "dag van convenant afgehandeld", _SOORT) as werk:
            werk.raakt(moment_id)
            rij = haal(werk.sessie, Convenantmoment, moment_id, "Deze dag")
            rij.gedaan_op = self._werkplek.vandaag() if gedaan else None

    def verwijder(self, moment_id: MomentId) -> MomentInvoer:
        """Take a day away; gives it, to put it back. Raises NietGevonden."""
        with self._werkplek.schrijf(Recht.SAMENWERKING_BIJHOUDEN, "dag van convenant verwijderd", _SOORT) as werk:
            werk.raakt(moment_id)
            rij = haal(werk.sessie, Convenantmoment, moment_id, "Deze dag")
            weg = _invoer(rij)
            werk.sessie.delete(rij)
            return weg


def _invoer(rij: Convenantmoment) -> MomentInvoer:
    return MomentInvoer(rij.soort, rij.op, rij.opmerking, rij.gedaan_op)


def _dag(regel_: MomentRegel) -> date:
    return regel_.invoer.op
