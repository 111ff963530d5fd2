"""Uitnodigingen for a meeting without casussen: one a seat, kept as it was sent, taken back to whoever got it.

No signed akkoord is needed: nothing in it is about a casus, and that is checked anew before anything goes out.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegLid, OverlegUitnodiging
from zvh_desktop.models.keuzes import LidId, OverlegId, OverlegStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, LidRegel
from zvh_desktop.services.bestuur.lezen import eis_stuk_zonder_casusgegevens, haal_bestuur, lees_beeld
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.stukken.uitgifte import bewaar_uitgegeven
from zvh_desktop.services.uitnodigen.bestuurstukken import LidStukken, gestuurd_aan, inhoud_van, lidstukken
from zvh_desktop.services.werkplek.handeling import Handeling
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


class LidUitnodiging(StrEnum):
    """How the uitnodiging of one member stands."""

    GEEN_ADRES = "geen adres"
    TE_VERSTUREN = "te versturen"
    VERSTUURD = "verstuurd"
    GEWIJZIGD = "opnieuw te versturen"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True)
class LidUitnodigingRegel:
    """One member with its uitnodiging, as shown."""

    lid: LidRegel
    stand: LidUitnodiging
    verzonden_op: datetime | None
    ontvanger: str
    """Name and address: whoever got it, or to whom it would go."""

    @property
    def te_versturen(self) -> bool:
        """Whether there is something to send to this member."""
        return self.stand in (LidUitnodiging.TE_VERSTUREN, LidUitnodiging.GEWIJZIGD)

    @property
    def in_te_trekken(self) -> bool:
        """Whether this member has an uitnodiging that can be taken back."""
        return self.stand in (LidUitnodiging.VERSTUURD, LidUitnodiging.GEWIJZIGD)


class BestuurUitnodigingService:
    """Use cases on the uitnodigingen of one meeting without casussen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(self, overleg_id: OverlegId) -> tuple[LidUitnodigingRegel, ...]:
        """Every member with how its uitnodiging stands, in the order of the members."""
        with self._werkplek.lees(Recht.OVERLEGGEN_LEZEN) as sessie:
            overleg = haal_bestuur(sessie, overleg_id)
            beeld = lees_beeld(self._werkplek, sessie, overleg)
            rijen = _rijen(sessie, overleg.id)
            return tuple(_regel(lid, rijen.get(lid.id), inhoud_van(beeld, lid)) for lid in beeld.leden)

    def stukken(self, lid_id: LidId) -> LidStukken:
        """Letter, calendar item and draft as they would go out now.

        Raises InvoerOngeldig when an address is missing, RegelGeweigerd when a text tells of a casus by now.
        """
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            return self._stukken(sessie, *self._van(sessie, lid_id), intrekking=False)

    def brief(self, lid_id: LidId) -> Stuk:
        """The letter alone. Raises as ``stukken`` does."""
        return self.stukken(lid_id).brief

    def intrekking(self, lid_id: LidId) -> LidStukken:
        """The same to take it back. Raises GebruikersFout when this member has no uitnodiging."""
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            return self._stukken(sessie, *self._van(sessie, lid_id), intrekking=True)

    def concepten(self, leden: Sequence[LidId], intrekking: bool = False) -> tuple[Stuk, ...]:
        """The draft to each of these, to send or to take back. Raises as ``stukken`` and ``intrekking`` do."""
        concepten, samen = [], Leksamen()
        with self._werkplek.lees(Recht.UITNODIGEN) as sessie:
            for lid in leden:
                with samen.deel():
                    concepten.append(self._stukken(sessie, *self._van(sessie, lid), intrekking=intrekking).concept)
        samen.eis_gekozen()
        return tuple(concepten)

    def noteer_verstuurd(self, leden: Sequence[LidId]) -> tuple[LidStukken, ...]:
        """Record that these were sent, with a frozen copy of each; all or none. What was asked counts as asked today.

        Raises GebruikersFout for one that was sent and did not change since, and as ``stukken`` does.
        """
        if not leden:
            raise InvoerOngeldig("leden", "Kies ten minste één lid.")
        with self._werkplek.schrijf(Recht.UITNODIGEN, "uitnodiging verzonden", "overleg") as werk:
            uit, samen = [], Leksamen()
            for lid_id in leden:
                with samen.deel():
                    uit.append(self._noteer(werk, lid_id))
            samen.eis_gekozen()
            return tuple(uit)

    def _noteer(self, werk: Handeling, lid_id: LidId) -> LidStukken:
        overleg, beeld, lid, rij = self._van(werk.sessie, lid_id)
        werk.raakt(overleg.id)
        inhoud = inhoud_van(beeld, lid)
        if gestuurd_aan(rij, lid) is not None and rij.gestuurd_inhoud == inhoud:
            raise GebruikersFout(f"De uitnodiging van {lid.naam} is al verstuurd, en niet veranderd.")
        if rij.verzonden_op is not None:
            rij.volgnummer += 1
        stukken = self._stukken(werk.sessie, overleg, beeld, lid, rij, intrekking=False)
        nu = self._bewaar(werk.sessie, overleg, stukken)
        rij.verzonden_op, rij.ingetrokken_op = nu, None
        rij.gestuurd_naam, rij.gestuurd_email = stukken.ontvanger.naam, stukken.ontvanger.email
        rij.gestuurd_inhoud = inhoud
        if lid.invoer.gevraagde_inbreng and lid.invoer.inbreng_gevraagd_op is None:
            werk.sessie.get_one(OverlegLid, lid.id).inbreng_gevraagd_op = self._werkplek.vandaag()
        werk.sessie.add(rij)
        werk.sessie.flush()
        return stukken

    def noteer_ingetrokken(self, leden: Sequence[LidId]) -> tuple[LidStukken, ...]:
        """Record that these were taken back, with a frozen copy; all or none. Raises GebruikersFout."""
        if not leden:
            raise InvoerOngeldig("leden", "Kies ten minste één lid.")
        with self._werkplek.schrijf(Recht.UITNODIGEN, "uitnodiging ingetrokken", "overleg") as werk:
            uit, samen = [], Leksamen()
            for lid_id in leden:
                overleg, beeld, lid, rij = self._van(werk.sessie, lid_id)
                werk.raakt(overleg.id)
                with samen.deel():
                    stukken = self._stukken(werk.sessie, overleg, beeld, lid, rij, intrekking=True)
                    rij.ingetrokken_op = self._bewaar(werk.sessie, overleg, stukken)
                    rij.volgnummer += 1
                    uit.append(stukken)
            samen.eis_gekozen()
            return tuple(uit)

    def _stukken(
        self,
        sessie: Session,
        overleg: Overleg,
        beeld: BestuurBeeld,
        lid: LidRegel,
        rij: OverlegUitnodiging,
        *,
        intrekking: bool,
    ) -> LidStukken:
        if intrekking and gestuurd_aan(rij, lid) is None:
            raise GebruikersFout(f"{lid.naam} heeft geen uitnodiging die nog geldt. Er valt niets in te trekken.")
        if not intrekking and overleg.status != OverlegStatus.CONCEPT:
            raise GebruikersFout("Dit overleg is al gehouden. Uitnodigen kan niet meer.")
        eis_stuk_zonder_casusgegevens(self._werkplek, sessie, overleg, beeld)
        return lidstukken(self._werkplek, sessie, overleg, beeld, rij, lid, intrekking=intrekking)

    def _van(self, sessie: Session, lid_id: LidId) -> tuple[Overleg, BestuurBeeld, LidRegel, OverlegUitnodiging]:
        rij = haal(sessie, OverlegLid, lid_id, "Dit lid")
        overleg = haal_bestuur(sessie, rij.overleg_id)
        beeld = lees_beeld(self._werkplek, sessie, overleg)
        lid = next(een for een in beeld.leden if een.id == lid_id)
        return overleg, beeld, lid, _uitnodiging(sessie, lid_id)

    def _bewaar(self, sessie: Session, overleg: Overleg, stukken: LidStukken) -> datetime:
        nu = self._werkplek.nu()  # one moment for row and copies: by it they are found together again
        for stuk in (stukken.brief, stukken.agenda_item):
            self._bewaar_stuk(sessie, overleg, stuk, nu, stukken)
        return nu

    def _bewaar_stuk(self, sessie: Session, overleg: Overleg, stuk: Stuk, nu: datetime, stukken: LidStukken) -> None:
        bewaar_uitgegeven(
            self._werkplek,
            sessie,
            stuk,
            versie=overleg.agenda_versie,
            overleg_id=overleg.id,
            moment=nu,
            aan=(stukken.ontvanger.naam, stukken.ontvanger.email),
        )


def _rijen(sessie: Session, overleg_id: int) -> Mapping[LidId, OverlegUitnodiging]:
    rijen = sessie.scalars(
        select(OverlegUitnodiging)
        .join(OverlegLid, OverlegLid.id == OverlegUitnodiging.lid_id)
        .where(OverlegLid.overleg_id == overleg_id)
    )
    return {rij.lid_id: rij for rij in rijen}


def _uitnodiging(sessie: Session, lid_id: LidId) -> OverlegUitnodiging:
    """The one there is, or a new one that nobody was sent."""
    return sessie.get(OverlegUitnodiging, lid_id) or OverlegUitnodiging(
        lid_id=lid_id,
        uid=f"{uuid.uuid4()}@casustafel.invalid",
        volgnummer=0,
        gestuurd_naam="",
        gestuurd_email="",
        gestuurd_inhoud="",
    )


def _regel(lid: LidRegel, rij: OverlegUitnodiging | None, inhoud: str) -> LidUitnodigingRegel:
    adres = f"{lid.invoer.vertegenwoordiger} <{lid.invoer.email}>" if lid.invoer.email else ""
    stand = LidUitnodiging.TE_VERSTUREN if adres and lid.invoer.vertegenwoordiger else LidUitnodiging.GEEN_ADRES
    if rij is None or rij.verzonden_op is None:
        return LidUitnodigingRegel(lid, stand, None, adres)
    if rij.ingetrokken_op is not None:
        return LidUitnodigingRegel(lid, LidUitnodiging.INGETROKKEN, als_lokaal(rij.ingetrokken_op), adres)
    stand = LidUitnodiging.VERSTUURD if rij.gestuurd_inhoud == inhoud else LidUitnodiging.GEWIJZIGD
    return LidUitnodigingRegel(lid, stand, als_lokaal(rij.verzonden_op), f"{rij.gestuurd_naam} <{rij.gestuurd_email}>")
