"""Calling a tafel off: why, who has to hear it, and where its casussen go.

It is an act in the log and no signature: it lets nobody in, it only takes away, and the office does it when the chair
is ill. What goes out rests on the copies of what went out before, and not on the agenda of now.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import (
    AgendapuntId,
    DocumentSoort,
    OverlegId,
    OverlegStatus,
    UitnodigingId,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Afgelasting, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.uitnodiging import Uitgegeven, Uitnodiging
from zvh_desktop.services.poort.gevolgen import werk_uitnodigingen_bij
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.tafel.akkoord import AKKOORD
from zvh_desktop.services.tafel.tafels import OverlegInvoer, nieuw_overleg
from zvh_desktop.services.uitnodigen.afgelasting import heeft_uitnodiging, stand_van, verteld
from zvh_desktop.services.uitnodigen.afgelastredenen import lees_reden
from zvh_desktop.services.uitnodigen.afgelaststukken import afgelaststukken
from zvh_desktop.services.uitnodigen.herplanbaar import AfgelasteCasus, casussen_van
from zvh_desktop.services.uitnodigen.herplannen import Herplanning, herplan
from zvh_desktop.services.uitnodigen.ontvanger import gestuurd_aan
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_STUKKEN = (DocumentSoort.AFGELASTING, DocumentSoort.AFGELASTING_ICS)


@dataclass(frozen=True, slots=True)
class AfTeBerichten:
    """A partij that has an uitnodiging, and who got it. Without ``verteld_op`` it was not told yet."""

    partij: str
    ontvanger: str
    verteld_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class AfgelastBeeld:
    """A tafel before or after it is called off: who hears it, and its casussen."""

    overleg_id: OverlegId
    afgelast: bool
    reden: str
    op: datetime | None
    door: str
    partijen: tuple[AfTeBerichten, ...]
    casussen: tuple[AfgelasteCasus, ...]

    @property
    def te_vertellen(self) -> int:
        """How many partijen still have to hear it."""
        return sum(1 for partij in self.partijen if partij.verteld_op is None)

    @property
    def te_plannen(self) -> tuple[AfgelasteCasus, ...]:
        """The casussen that stand on no agenda that still comes."""
        return tuple(casus for casus in self.casussen if casus.te_plannen)


@dataclass(frozen=True, slots=True)
class BerichtStand:
    """How an uitnodiging stood before it was noted that this partij was told."""

    id: UitnodigingId
    volgnummer: int
    ingetrokken_op: datetime | None


class AfgelastService:
    """Use cases on calling off."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, overleg_id: OverlegId) -> AfgelastBeeld:
        """Who hears it and what becomes of the casussen, also before it is done. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            rij = sessie.get(Afgelasting, overleg_id)
            return AfgelastBeeld(
                overleg_id=overleg.id,
                afgelast=overleg.status == OverlegStatus.AFGELAST,
                reden=rij.reden if rij else "",
                op=als_lokaal(rij.afgelast_op) if rij else None,
                door=rij.afgelast_door if rij else "",
                partijen=_partijen(sessie, overleg),
                casussen=casussen_van(self._werkplek, sessie, overleg),
            )

    def gelast_af(self, overleg_id: OverlegId, reden: str) -> None:
        """Call it off. Raises GebruikersFout when it was held or called off, InvoerOngeldig for the reason."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg afgelast", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            if not overleg.casuistiek:
                raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
            if overleg.status == OverlegStatus.GEHOUDEN:
                raise GebruikersFout("Dit overleg is al gehouden en kan niet meer worden afgelast.")
            if overleg.status == OverlegStatus.AFGELAST:
                raise GebruikersFout("Dit overleg is al afgelast.")
            netjes = lees_reden(werk.sessie, overleg, reden)
            vorige, overleg.status = overleg.status, OverlegStatus.AFGELAST
            werk.sessie.flush()  # the database takes the reason only of an overleg that is called off
            werk.sessie.add(
                Afgelasting(
                    overleg_id=overleg.id,
                    reden=netjes,
                    vorige_status=vorige,
                    afgelast_op=self._werkplek.nu(),
                    afgelast_door=self._werkplek.naam,
                )
            )

    def maak_ongedaan(self, overleg_id: OverlegId) -> None:
        """It takes place after all; only while nobody was told. Raises GebruikersFout, HandtekeningOnjuist."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "afgelasting teruggenomen", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            rij = haal(werk.sessie, Afgelasting, overleg_id, "Deze afgelasting")
            if verteld(werk.sessie, overleg_id):
                raise GebruikersFout(
                    "Er is al bericht verstuurd dat dit overleg niet doorgaat. Ongedaan maken kan niet meer.",
                    veilig="Er is niets gewijzigd.",
                    advies="Plan een nieuw overleg en zet de casussen daarop.",
                )
            vorige = rij.vorige_status
            werk.sessie.delete(rij)
            werk.sessie.flush()
            overleg.status = vorige
            werk.sessie.flush()
            AKKOORD.verifieer(self._werkplek, werk.sessie, overleg)
            werk_uitnodigingen_bij(werk.sessie, overleg_id=overleg.id)

    def stukken(self, uitnodiging_id: UitnodigingId) -> UitnodigingStukken:
        """Letter, calendar item and draft that it is called off, for whoever got the last one.

        Raises GebruikersFout when this partij has no uitnodiging that stands, InvoerOngeldig without an address.
        """
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            rij, overleg, afgelasting = _van(sessie, uitnodiging_id)
            if not heeft_uitnodiging(rij):
                raise GebruikersFout("Deze partij heeft geen uitnodiging die nog geldt. Er valt niets af te zeggen.")
            return afgelaststukken(self._werkplek, sessie, overleg, afgelasting, rij)

    def noteer_verteld(self, uitnodiging_id: UitnodigingId) -> tuple[UitnodigingStukken, BerichtStand]:
        """Record that it was sent, with a frozen copy; returns what went out, and how it stood before."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "afgelasting verzonden", "uitnodiging") as werk:
            werk.raakt(uitnodiging_id)
            rij, overleg, afgelasting = _van(werk.sessie, uitnodiging_id)
            if stand_van(overleg, rij, verteld(werk.sessie, overleg.id)) is not UitnodigingStatus.IN_TE_TREKKEN:
                raise GebruikersFout(
                    "Deze partij hoeft niets te horen: het is al verstuurd, of er was geen uitnodiging."
                )
            stukken = afgelaststukken(self._werkplek, werk.sessie, overleg, afgelasting, rij)
            nu = self._werkplek.nu()
            for stuk in (stukken.brief, stukken.agenda_item):
                bewaar_uitgegeven(
                    self._werkplek,
                    werk.sessie,
                    stuk,
                    versie=overleg.agenda_versie,
                    overleg_id=overleg.id,
                    moment=nu,
                    aan=(stukken.ontvanger.naam, stukken.ontvanger.email),
                )
            stand = BerichtStand(rij.id, rij.volgnummer, rij.ingetrokken_op)
            rij.volgnummer += 1
            rij.ingetrokken_op = nu
            return stukken, stand

    def neem_bericht_terug(self, stand: BerichtStand) -> None:
        """It was not sent after all; on the day itself, by who noted it. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.UITNODIGEN, "verzending van afgelasting teruggenomen", "uitnodiging") as werk:
            werk.raakt(stand.id)
            rij, overleg, _ = _van(werk.sessie, stand.id)
            kopieen = werk.sessie.scalars(
                select(Uitgegeven).where(
                    Uitgegeven.overleg_id == overleg.id,
                    Uitgegeven.partij_id == rij.partij_id,
                    Uitgegeven.soort.in_(_STUKKEN),
                )
            ).all()
            eigen = all(kopie.gemaakt_door == self._werkplek.gebruiker for kopie in kopieen)
            vandaag = all(als_lokaal(kopie.gemaakt_op).date() == self._werkplek.vandaag() for kopie in kopieen)
            if not kopieen or not eigen or not vandaag or rij.volgnummer != stand.volgnummer + 1:
                raise GebruikersFout(
                    "Dit kan niet meer worden teruggenomen. Dat kan alleen op de dag zelf, door wie het noteerde.",
                    veilig="Het blijft genoteerd als verstuurd.",
                    advies="Is de brief niet verstuurd, verstuur hem dan alsnog.",
                )
            for kopie in kopieen:
                werk.sessie.delete(kopie)
            rij.volgnummer, rij.ingetrokken_op = stand.volgnummer, stand.ingetrokken_op

    def herplan(
        self, overleg_id: OverlegId, punten: Collection[AgendapuntId], doel: OverlegId | OverlegInvoer
    ) -> Herplanning:
        """Put these casussen on another agenda in concept, or on a new one; each partij through the gate again.

        Raises GebruikersFout when it was not called off or the other agenda lies fast, InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "casussen opnieuw gepland", "overleg") as werk:
            van = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            if van.status != OverlegStatus.AFGELAST:
                raise GebruikersFout("Dit overleg is niet afgelast: de casussen staan nog op de agenda.")
            if not punten:
                raise InvoerOngeldig("casussen", "Kies ten minste één casus.")
            if isinstance(doel, OverlegInvoer):
                naar = nieuw_overleg(self._werkplek, werk.sessie, doel)
            else:
                naar = haal(werk.sessie, Overleg, doel, "Dit overleg")
            werk.raakt(naar.id)
            uitkomst = herplan(self._werkplek, werk.sessie, van, naar, frozenset(punten))
            if not uitkomst.gezet:
                redenen = " ".join(punt.zin for punt in uitkomst.niet)
                raise GebruikersFout(f"Geen van deze casussen kan op die agenda. {redenen}".strip())
            return uitkomst


def _van(sessie: Session, uitnodiging_id: UitnodigingId) -> tuple[Uitnodiging, Overleg, Afgelasting]:
    rij = haal(sessie, Uitnodiging, uitnodiging_id, "Deze uitnodiging")
    overleg = sessie.get_one(Overleg, rij.overleg_id)
    afgelasting = sessie.get(Afgelasting, overleg.id)
    if afgelasting is None or overleg.status != OverlegStatus.AFGELAST:
        raise GebruikersFout("Dit overleg is niet afgelast.")
    return rij, overleg, afgelasting


def _partijen(sessie: Session, overleg: Overleg) -> tuple[AfTeBerichten, ...]:
    al = verteld(sessie, overleg.id)
    rijen = sessie.execute(
        select(Uitnodiging, Partij)
        .join(Partij, Partij.id == Uitnodiging.partij_id)
        .where(Uitnodiging.overleg_id == overleg.id)
        .order_by(Partij.id)
    ).all()
    uit = []
    for rij, partij in rijen:
        if heeft_uitnodiging(rij):
            aan = gestuurd_aan(rij)
            op = al.get(partij.id)
            uit.append(AfTeBerichten(partij.naam, aan.naam if aan else "", als_lokaal(op) if op else None))
    return tuple(uit)
