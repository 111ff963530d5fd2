"""A partij that goes on under another name, or in another partij: its oordelen confirmed anew in one signed act.

The old partij keeps its row, so that what was written and sent shows the name of then. The new one gets at each chosen
casus an oordeel of its own, through the same function as any other and signed with the rest. A casus at which the old
partij may not be today, or about which the new one was judged itself, cannot be chosen: nobody slips in.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import TrajectId, TrajectSoort, TrajectStand
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusId, CasusStatus, OordeelUitkomst, PartijSoort
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.samenwerking.traject import Traject
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_toevoegen
from zvh_desktop.services.poort.oordelen import OordeelInvoer, OordeelService
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.samenwerking.gegevens import OpvolgRegel
from zvh_desktop.services.samenwerking.getekend import TRAJECT
from zvh_desktop.services.samenwerking.gevolg import zet_uit_register
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_VELDEN = ("naam", "functie", "email", "telefoon", "mandaat", "gedeelde_postbus", "overlegsoorten")


class OpvolgingService:
    """Use cases on one succession."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._oordelen = OordeelService(werkplek)

    def voorstel(self, traject_id: TrajectId) -> tuple[OpvolgRegel, ...]:
        """The casussen at which an oordeel can be confirmed, by number. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return self._voorstel(sessie, haal(sessie, Traject, traject_id, "Deze procedure"))

    def teken(self, traject_id: TrajectId, casussen: Collection[CasusId]) -> int:
        """Sign the succession and the oordelen at the chosen casussen, together; how many.

        At a casus that was not chosen the new partij has no oordeel. Raises InvoerOngeldig for one that cannot be
        chosen, GebruikersFout when it was signed already, BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.OORDELEN, "opvolging getekend", "samenwerking") as werk:
            werk.raakt(traject_id)
            sessie = werk.sessie
            rij = haal(sessie, Traject, traject_id, "Deze procedure")
            if rij.soort is not TrajectSoort.OPVOLGING or rij.stand is not TrajectStand.OPEN:
                raise GebruikersFout("Over deze procedure is al besloten.", veilig="Er is niets gewijzigd.")
            mogelijk = {een.casus_id: een for een in self._voorstel(sessie, rij)}
            if not set(casussen) <= mogelijk.keys():
                raise InvoerOngeldig(
                    "casussen", "Bij een gekozen casus is er geen geldend oordeel over de partij om te bevestigen."
                )
            per = self._per(rij)
            self._werkplek.eis_bevestiging()
            oud, nieuw = self._opvolger(sessie, rij, per)
            nummers = [
                self._bevestig(sessie, mogelijk[casus_id], oud, nieuw, per) for casus_id in dict.fromkeys(casussen)
            ]
            zet_uit_register(sessie, oud.id, per)
            rij.oordelen = " ".join(map(str, nummers))
            rij.besloten_op, rij.ingang = self._werkplek.vandaag(), per
            rij.opvolger_id = nieuw.id
            with sessie.no_autoflush:  # the database takes a signed state only together with the number
                rij.stand, rij.versie = TrajectStand.AFGEROND, rij.versie + 1
                TRAJECT.teken(self._werkplek, sessie, rij)
            TRAJECT.eis_bewaard(self._werkplek, sessie, rij.id)
            return len(nummers)

    def _per(self, rij: Traject) -> date:
        if rij.gevraagd_per is None:
            raise InvoerOngeldig("gevraagd_per", "Vul in per wanneer.")
        return rij.gevraagd_per

    def _voorstel(self, sessie: Session, rij: Traject) -> tuple[OpvolgRegel, ...]:
        """Where the gate lets the old partij in today, and the new one was never judged."""
        if rij.partij_id is None:
            return ()
        oud = sessie.get_one(Partij, rij.partij_id)
        vandaag = self._werkplek.vandaag()
        beoordeeld = set(sessie.scalars(select(Oordeel.casus_id).where(Oordeel.partij_id == (rij.opvolger_id or 0))))
        casussen = sessie.scalars(
            select(Casus)
            .where(Casus.id.in_(select(Oordeel.casus_id).where(Oordeel.partij_id == oud.id)))
            .order_by(Casus.nummer)
        ).all()
        uit = []
        for casus in casussen:
            if casus.id in beoordeeld or casus.status in (CasusStatus.AFGESCHAALD, CasusStatus.BEEINDIGD):
                continue
            stand = standen(self._werkplek, sessie, casus, (oud,), vandaag)[oud.id]
            if stand.mag:
                uit.append(OpvolgRegel(casus.id, casus.nummer, stand.grondslag, stand.geldig_tot))
        return tuple(uit)

    def _bevestig(self, sessie: Session, regel: OpvolgRegel, oud: Partij, nieuw: Partij, per: date) -> int:
        vanaf = max(per, self._werkplek.vandaag())
        tot = max(regel.geldig_tot, vanaf) if regel.geldig_tot is not None else None
        if regel.geldig_tot is not None and regel.geldig_tot < vanaf:
            raise InvoerOngeldig(
                "casussen",
                f"Het oordeel bij casus {regel.nummer} loopt af voordat {nieuw.naam} begint ({datum_kort(vanaf)}).",
                advies="Haal het vinkje weg en geef daar later een nieuw oordeel.",
            )
        invoer = OordeelInvoer(
            nieuw.id,
            OordeelUitkomst.RECHTMATIG,
            grondslag=regel.grondslag,
            motivering=f"Bevestigd: {nieuw.naam} volgt {oud.naam} op.",
            geldig_vanaf=vanaf,
            geldig_tot=tot,
        )
        return self._oordelen.geef_binnen(sessie, sessie.get_one(Casus, regel.casus_id), invoer)

    def _opvolger(self, sessie: Session, rij: Traject, per: date) -> tuple[Partij, Partij]:
        """The old partij and the new one; the new one comes into the register here, when it was not there."""
        if rij.partij_id is None:
            raise InvoerOngeldig("partij_id", "Kies welke partij verdergaat onder een andere naam.")
        oud = sessie.get_one(Partij, rij.partij_id)
        if rij.opvolger_id is not None:
            nieuw = sessie.get_one(Partij, rij.opvolger_id)
            if nieuw.soort == PartijSoort.DEELNEMER and oud.soort == PartijSoort.CONVENANTPARTIJ:
                rij.soort_voorheen, nieuw.soort, nieuw.aangesloten_op = nieuw.soort, oud.soort, per
            return oud, nieuw
        nieuw = partij_toevoegen(sessie, PartijInvoer(rij.naam, rij.kort, oud.soort, oud.groep, per))
        for contact in oud.contactpersonen:
            kopie = Contactpersoon(**{veld: getattr(contact, veld) for veld in _VELDEN})
            nieuw.contactpersonen.append(kopie)
        sessie.flush()
        return oud, nieuw
