"""What the table hears of acties that were agreed before: done, not done, or not possible any more.

Each is recorded at the point where it was said, so that the verslag tells it, and sets the state of the actie itself.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import ActieId, ActieStatus, AgendapuntId, OverlegStatus, Voortgang
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.uitkomst import Actie, Actievoortgang
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.tafel.opvolging.gegevens import MonitoringBeeld
from zvh_desktop.services.tafel.opvolging.monitoring import Terugblik
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_STATUS: Final = {
    Voortgang.GEDAAN: ActieStatus.GEREED,
    Voortgang.NIET_GEDAAN: ActieStatus.OPEN,
    Voortgang.NIET_MEER_MOGELIJK: ActieStatus.VERVALLEN,
}
"""What is not done stays open: the table may agree another term."""


class MonitoringService:
    """Use cases on what came before, while a casus is on the table."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, punt_id: AgendapuntId) -> MonitoringBeeld | None:
        """What this casus comes from, with only names of who sits at this point; nothing without a casus."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
            mogen = {partij.id: partij.naam for _, partij in geldige_deelnames(self._werkplek, sessie, punt)}
            return Terugblik(self._werkplek, sessie, punt.overleg, (punt,)).lees(punt, mogen)

    def meld(self, punt_id: AgendapuntId, actie_id: ActieId, voortgang: Voortgang) -> Voortgang | None:
        """Record what was said of this actie, and give it that state; returns what was recorded here before.

        Raises InvoerOngeldig for an actie of another casus or agreed at this point itself, GebruikersFout before the
        overleg or once its verslag is vastgesteld.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voortgang van actie vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._eis_bezig(punt)
            actie = haal(werk.sessie, Actie, actie_id, "Deze actie")
            if actie.casus_id != punt.casus_id or actie.agendapunt_id == punt.id:
                raise InvoerOngeldig("actie", "Bij dit punt hoort alleen een eerdere actie van deze casus.")
            rij = werk.sessie.scalars(
                select(Actievoortgang).filter_by(agendapunt_id=punt.id, actie_id=actie.id)
            ).first()
            stond = rij.voortgang if rij is not None else None
            if rij is None:
                rij = Actievoortgang(
                    agendapunt_id=punt.id,
                    actie_id=actie.id,
                    vorige_status=actie.status,
                    vorige_afgerond_op=actie.afgerond_op,
                )
                werk.sessie.add(rij)
            rij.voortgang = voortgang
            rij.vastgelegd_op, rij.vastgelegd_door = self._werkplek.nu(), self._werkplek.naam
            actie.status = _STATUS[voortgang]
            actie.afgerond_op = self._werkplek.vandaag() if voortgang is Voortgang.GEDAAN else None
            actie.gewijzigd_op = self._werkplek.nu()
            return stond

    def neem_terug(self, punt_id: AgendapuntId, actie_id: ActieId) -> None:
        """Nothing was said of it after all: the actie stands as it did before, unless somebody changed it since."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voortgang van actie teruggenomen", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._eis_bezig(punt)
            rij = werk.sessie.scalars(
                select(Actievoortgang).filter_by(agendapunt_id=punt.id, actie_id=actie_id)
            ).first()
            if rij is None:
                return
            actie = haal(werk.sessie, Actie, actie_id, "Deze actie")
            if actie.status is _STATUS[rij.voortgang]:
                actie.status, actie.afgerond_op = rij.vorige_status, rij.vorige_afgerond_op
                actie.gewijzigd_op = self._werkplek.nu()
            werk.sessie.delete(rij)

    def _eis_bezig(self, punt: Agendapunt) -> None:
        eis_te_wijzigen(punt.overleg)
        if punt.overleg.status != OverlegStatus.GEHOUDEN:
            raise GebruikersFout("Het overleg is nog niet begonnen.", advies="Start eerst een punt bij stap 3.")
