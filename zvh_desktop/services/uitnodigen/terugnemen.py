"""Take "verstuurd" back: somebody noted that a letter, or its withdrawal, went out, and it did not.

The copy that was kept is removed with it. It says that a partij was sent this, and that is not so; what stays is the
log, which says who noted it and who took it back. So that no proof of what really left is removed, it can be taken
back only by who noted it, on the same day, and while nothing was built on it: no answer, no reminder, no later
agenda, no information that went along and is answered for to who supplied it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.informatie import InzageVrijgave
from zvh_desktop.models.keuzes import (
    DocumentSoort,
    OverlegStatus,
    UitnodigingAntwoord,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.poort.gevolgen import vervallen_stoelen
from zvh_desktop.services.uitnodigen.herinneringen import herinneringen_van
from zvh_desktop.services.uitnodigen.ontvanger import Ontvanger, gestuurd_aan, onthoud_gestuurd
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_STUKKEN = {
    UitnodigingStatus.CONCEPT: (DocumentSoort.UITNODIGING, DocumentSoort.UITNODIGING_ICS),
    UitnodigingStatus.IN_TE_TREKKEN: (DocumentSoort.INTREKKING, DocumentSoort.INTREKKING_ICS),
}


@dataclass(frozen=True, slots=True)
class Verzendstand:
    """How an uitnodiging stood before it was noted as sent; only what puts it back, nothing to show."""

    id: UitnodigingId
    status: UitnodigingStatus
    volgnummer: int
    verzonden_op: datetime | None
    ingetrokken_op: datetime | None
    antwoord: UitnodigingAntwoord
    antwoord_op: datetime | None
    antwoord_opmerking: str
    gestuurd: Ontvanger | None
    overleg_status: OverlegStatus
    overleg_verzonden_op: datetime | None
    stoelen: tuple[int, ...]
    """The lapsed seats that this partij is told about with it."""


class TerugneemService:
    """Use cases on what was noted as sent by mistake."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def stand(self, uitnodiging_id: UitnodigingId) -> Verzendstand:
        """How it stands now; to be asked before it is noted as sent."""
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            rij = haal(sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
            overleg = sessie.get_one(Overleg, rij.overleg_id)
            return Verzendstand(
                id=uitnodiging_id,
                status=rij.status,
                volgnummer=rij.volgnummer,
                verzonden_op=rij.verzonden_op,
                ingetrokken_op=rij.ingetrokken_op,
                antwoord=rij.antwoord,
                antwoord_op=rij.antwoord_op,
                antwoord_opmerking=rij.antwoord_opmerking,
                gestuurd=gestuurd_aan(rij),
                overleg_status=overleg.status,
                overleg_verzonden_op=overleg.verzonden_op,
                stoelen=tuple(stoel.id for stoel in vervallen_stoelen(sessie, rij)),
            )

    def neem_terug(self, stand: Verzendstand) -> None:
        """Put it back as it stood, and remove the copy; logged.

        Raises GebruikersFout when something was built on it since, on another day, or for another account.
        """
        with self._werkplek.schrijf(Recht.UITNODIGEN, "verzending teruggenomen", "uitnodiging") as werk:
            werk.raakt(stand.id)
            rij = haal(werk.sessie, Uitnodiging, stand.id, "Deze uitnodiging")
            overleg = werk.sessie.get_one(Overleg, rij.overleg_id)
            eis_niet_afgelast(overleg)
            if stand.status is UitnodigingStatus.CONCEPT:
                self._neem_uitnodiging_terug(werk.sessie, overleg, rij, stand)
            elif stand.status is UitnodigingStatus.IN_TE_TREKKEN:
                self._neem_intrekking_terug(werk.sessie, overleg, rij, stand)
            else:
                raise _geweigerd("Hier valt niets terug te nemen.")

    def _neem_uitnodiging_terug(self, sessie: Session, overleg: Overleg, rij: Uitnodiging, stand: Verzendstand) -> None:
        if rij.status != UitnodigingStatus.VERZONDEN or rij.volgnummer != stand.volgnummer or rij.verzonden_op is None:
            raise _geweigerd("De uitnodiging is daarna veranderd.")
        if rij.antwoord != UitnodigingAntwoord.GEEN:
            raise _geweigerd("Er is al een antwoord genoteerd, dus de uitnodiging is aangekomen.")
        herinnerd = herinneringen_van(sessie, overleg.id).get(rij.partij_id)
        if herinnerd is not None and herinnerd >= rij.verzonden_op:
            raise _geweigerd("Er is daarna al een herinnering gemaakt.")
        moment = rij.verzonden_op
        if _ging_mee(sessie, rij, moment):
            raise _geweigerd("Er ging informatie van een andere partij mee. Wat daarover is vastgelegd, blijft staan.")
        self._verwijder_kopie(sessie, overleg, rij.partij_id, stand.status, moment)
        rij.status, rij.verzonden_op = stand.status, stand.verzonden_op
        rij.antwoord, rij.antwoord_op = stand.antwoord, stand.antwoord_op
        rij.antwoord_opmerking = stand.antwoord_opmerking
        onthoud_gestuurd(rij, stand.gestuurd)
        for stoel in sessie.scalars(select(Deelname).where(Deelname.id.in_(stand.stoelen))):
            stoel.intrekking_verzonden = False
        sessie.flush()
        if stand.overleg_status is OverlegStatus.AKKOORD and not _andere_verzonden(sessie, overleg):
            overleg.status, overleg.verzonden_op = stand.overleg_status, stand.overleg_verzonden_op
            for kopie in _kopieen(sessie, overleg, None, (DocumentSoort.AGENDA_REGIE,), moment):
                if kopie.versie == overleg.agenda_versie:
                    sessie.delete(kopie)

    def _neem_intrekking_terug(self, sessie: Session, overleg: Overleg, rij: Uitnodiging, stand: Verzendstand) -> None:
        stoelen = sessie.scalars(select(Deelname).where(Deelname.id.in_(stand.stoelen))).all()
        hier = {punt.id for punt in overleg.agendapunten}
        bekend = len(stoelen) == len(stand.stoelen) and all(
            stoel.vervallen and stoel.partij_id == rij.partij_id and stoel.agendapunt_id in hier for stoel in stoelen
        )
        if rij.volgnummer != stand.volgnummer + 1 or rij.ingetrokken_op is None or not bekend:
            raise _geweigerd("De uitnodiging is daarna veranderd.")
        self._verwijder_kopie(sessie, overleg, rij.partij_id, stand.status, rij.ingetrokken_op)
        for stoel in stoelen:
            stoel.intrekking_verzonden = False
        rij.status, rij.volgnummer = stand.status, stand.volgnummer
        rij.ingetrokken_op = stand.ingetrokken_op

    def _verwijder_kopie(
        self, sessie: Session, overleg: Overleg, partij_id: int, status: UitnodigingStatus, moment: datetime
    ) -> None:
        if overleg.status == OverlegStatus.GEHOUDEN:
            raise _geweigerd("Het overleg is gehouden.")
        kopieen = _kopieen(sessie, overleg, partij_id, _STUKKEN[status], moment)
        van_nu = [kopie for kopie in kopieen if kopie.versie == overleg.agenda_versie]
        if not kopieen or als_lokaal(moment).date() != self._werkplek.vandaag():
            raise _geweigerd("Dat kan alleen op de dag zelf.")
        if not van_nu:
            raise _geweigerd("De agenda is daarna veranderd.")
        if any(kopie.gemaakt_door != self._werkplek.gebruiker for kopie in van_nu):
            raise _geweigerd("Een collega heeft dit genoteerd. Alleen wie dat deed, kan het terugnemen.")
        for kopie in van_nu:
            sessie.delete(kopie)


def _kopieen(
    sessie: Session, overleg: Overleg, partij_id: int | None, soorten: tuple[DocumentSoort, ...], moment: datetime
) -> list[Uitgegeven]:
    vraag = select(Uitgegeven).where(
        Uitgegeven.overleg_id == overleg.id,
        Uitgegeven.partij_id == partij_id,
        Uitgegeven.soort.in_(soorten),
        Uitgegeven.gemaakt_op == moment,
    )
    return list(sessie.scalars(vraag))


def _ging_mee(sessie: Session, rij: Uitnodiging, moment: datetime) -> bool:
    vraag = select(InzageVrijgave.id).filter_by(overleg_id=rij.overleg_id, partij_id=rij.partij_id, verzonden_op=moment)
    return sessie.scalars(vraag.limit(1)).first() is not None


def _andere_verzonden(sessie: Session, overleg: Overleg) -> bool:
    vraag = select(Uitnodiging.id).filter_by(overleg_id=overleg.id, status=UitnodigingStatus.VERZONDEN).limit(1)
    return sessie.scalars(vraag).first() is not None


def _geweigerd(reden: str) -> GebruikersFout:
    return GebruikersFout(
        f"Dit kan niet meer worden teruggenomen. {reden}",
        veilig="Het blijft genoteerd als verstuurd.",
        advies="Is de brief niet verstuurd, verstuur hem dan alsnog.",
    )
