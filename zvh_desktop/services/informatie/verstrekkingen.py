"""Verstrekkingen: what a derde was given, recorded only with the supplier's written consent (Twente art. 8.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, PartijId, PartijSoort, Regel, VerstrekkingId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.verstrekking import Verstrekking, VerstrektItem
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan
from zvh_desktop.services.informatie.beeld import PartijKeuze
from zvh_desktop.services.regelboek.informatie import (
    SchriftelijkeToestemming,
    niet_openbaar,
    toestemming_derden,
    verstrekker_bepaalt_gebruik,
)
from zvh_desktop.services.regelboek.uitleg import RegelUitleg, eis, uitleg
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.invoer import naamveld, regel, tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_partij
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class VerstrekkingInvoer:
    """What is typed for a verstrekking: one supplier, one derde. ``verstrekt_op`` None is today."""

    derde_id: PartijId
    verstrekker_id: PartijId
    wat: str
    grondslag: str = ""
    toestemming: SchriftelijkeToestemming = field(default_factory=SchriftelijkeToestemming)
    verstrekt_op: date | None = None
    wijze: str = ""
    items: tuple[InformatieItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class VerstrekkingRegel:
    """One line of the register. ``vervallen_op`` is filled in when it was recorded by mistake."""

    id: VerstrekkingId
    derde_id: PartijId
    derde: str
    verstrekker_id: PartijId
    verstrekker: str
    wat: str
    grondslag: str
    wijze: str
    verstrekt_op: date
    toestemming: SchriftelijkeToestemming
    items: tuple[str, ...]
    vastgelegd_door: str
    vastgelegd_op: datetime
    vervallen_op: datetime | None
    vervallen_reden: str


@dataclass(frozen=True, slots=True)
class ItemKeuze:
    """An informatie-item of the casus that can be part of a verstrekking."""

    id: InformatieItemId
    titel: str
    verstrekker_id: PartijId
    gebruik: str


@dataclass(frozen=True, slots=True)
class VerstrekkingenBeeld:
    """The register of one casus, the rules it rests on, and what can be chosen."""

    casus_id: CasusId
    casusnummer: str
    regels: tuple[VerstrekkingRegel, ...]
    uitleg: tuple[RegelUitleg, ...]
    derden: tuple[PartijKeuze, ...]
    verstrekkers: tuple[PartijKeuze, ...]
    items: tuple[ItemKeuze, ...]
    niet_delen: str


class VerstrekkingService:
    """Use cases on verstrekkingen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self, casus_id: CasusId) -> VerstrekkingenBeeld:
        """The register of this casus, newest first. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            partijen = op_naam(sessie.scalars(select(Partij)))
            namen = {partij.id: partij.naam for partij in partijen}
            titels = {
                item.id: item
                for item in sessie.scalars(
                    select(InformatieItem).filter_by(casus_id=casus_id).order_by(InformatieItem.id)
                )
            }
            rijen = sessie.scalars(
                select(Verstrekking)
                .filter_by(casus_id=casus_id)
                .order_by(Verstrekking.verstrekt_op.desc(), Verstrekking.id.desc())
            )
            profiel = self._werkplek.profiel
            return VerstrekkingenBeeld(
                casus_id=casus.id,
                casusnummer=casus.nummer,
                regels=tuple(
                    VerstrekkingRegel(
                        id=rij.id,
                        derde_id=rij.derde_id,
                        derde=namen[rij.derde_id],
                        verstrekker_id=rij.verstrekker_id,
                        verstrekker=namen[rij.verstrekker_id],
                        wat=rij.wat,
                        grondslag=rij.grondslag,
                        wijze=rij.wijze,
                        verstrekt_op=rij.verstrekt_op,
                        toestemming=SchriftelijkeToestemming(
                            rij.toestemming_op, rij.toestemming_kenmerk, rij.toestemming_door
                        ),
                        items=tuple(titels[deel.item_id].titel for deel in rij.items),
                        vastgelegd_door=rij.vastgelegd_door,
                        vastgelegd_op=als_lokaal(rij.vastgelegd_op),
                        vervallen_op=als_lokaal(rij.vervallen_op) if rij.vervallen_op else None,
                        vervallen_reden=rij.vervallen_reden,
                    )
                    for rij in rijen
                ),
                uitleg=tuple(uitleg(r, profiel) for r in (Regel.NIET_OPENBAAR, Regel.TOESTEMMING_DERDEN)),
                derden=tuple(PartijKeuze(p.id, p.naam) for p in partijen if p.soort == PartijSoort.DERDE),
                verstrekkers=tuple(PartijKeuze(p.id, p.naam) for p in partijen if p.soort != PartijSoort.DERDE),
                items=tuple(ItemKeuze(i.id, i.titel, i.verstrekker_id, i.gebruik) for i in titels.values()),
                niet_delen=self._niet_delen(casus),
            )

    def leg_vast(self, casus_id: CasusId, invoer: VerstrekkingInvoer) -> VerstrekkingId:
        """Record that a derde is given something of one supplier.

        Rules ``niet_openbaar`` and ``toestemming_derden``; ``verstrekker_bepaalt_gebruik`` for each item, and the fase
        must allow sharing. Raises RegelGeweigerd, InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.VERSTREKKINGEN_BIJHOUDEN, "verstrekking vastgelegd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_delen_toegestaan(self._werkplek, casus)
            derde = haal(werk.sessie, Partij, invoer.derde_id, "Deze partij")
            verstrekker = haal(werk.sessie, Partij, invoer.verstrekker_id, "Deze partij")
            _eis_derde(derde)
            if verstrekker.soort == PartijSoort.DERDE:
                raise InvoerOngeldig("verstrekker_id", f"{verstrekker.naam} is zelf een derde.")
            vandaag = self._werkplek.vandaag()
            op = invoer.verstrekt_op or vandaag
            if op > vandaag:
                raise InvoerOngeldig("verstrekt_op", "Deze dag ligt in de toekomst.")
            wat = verplicht("wat", tekst("wat", invoer.wat).strip(), f"Schrijf op wat {derde.naam} krijgt.")
            grondslag = regel("grondslag", invoer.grondslag)
            toestemming = SchriftelijkeToestemming(
                invoer.toestemming.op,
                regel("toestemming_kenmerk", invoer.toestemming.kenmerk),
                naamveld("toestemming_door", invoer.toestemming.door),
            )
            profiel = self._werkplek.profiel
            eis(toestemming_derden(profiel, verstrekker.naam, derde.naam, toestemming, op))
            eis(niet_openbaar(profiel, derde.naam, derde.soort, grondslag))
            items = [self._item(werk.sessie, casus, verstrekker, item_id) for item_id in dict.fromkeys(invoer.items)]
            rij = Verstrekking(
                casus_id=casus.id,
                derde_id=derde.id,
                verstrekker_id=verstrekker.id,
                wat=wat,
                grondslag=grondslag,
                wijze=regel("wijze", invoer.wijze),
                verstrekt_op=op,
                toestemming_op=toestemming.op,
                toestemming_kenmerk=toestemming.kenmerk,
                toestemming_door=toestemming.door,
                vastgelegd_door=self._werkplek.naam,
                vastgelegd_op=self._werkplek.nu(),
                vervallen_reden="",
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            rij.items.extend(VerstrektItem(item_id=item.id, casus_id=casus.id) for item in items)
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            return rij.id

    def laat_vervallen(self, verstrekking_id: VerstrekkingId, reden: str) -> None:
        """Mark a line as recorded by mistake; it stays readable. Raises InvoerOngeldig without a reason."""
        with self._werkplek.schrijf(Recht.VERSTREKKINGEN_BIJHOUDEN, "verstrekking vervallen", "casus") as werk:
            rij = self._regel(werk.sessie, verstrekking_id)
            werk.raakt(werk.sessie.get_one(Casus, rij.casus_id).nummer)
            rij.vervallen_reden = verplicht("reden", regel("reden", reden), "Schrijf op waarom deze regel niet klopt.")
            rij.vervallen_op = self._werkplek.nu()

    def zet_terug(self, verstrekking_id: VerstrekkingId) -> None:
        """Undo of ``laat_vervallen``."""
        with self._werkplek.schrijf(Recht.VERSTREKKINGEN_BIJHOUDEN, "verstrekking teruggezet", "casus") as werk:
            rij = self._regel(werk.sessie, verstrekking_id)
            werk.raakt(werk.sessie.get_one(Casus, rij.casus_id).nummer)
            rij.vervallen_reden = ""
            rij.vervallen_op = None

    def _regel(self, sessie: Session, verstrekking_id: VerstrekkingId) -> Verstrekking:
        return haal(sessie, Verstrekking, verstrekking_id, "Deze verstrekking")

    def _item(self, sessie: Session, casus: Casus, verstrekker: Partij, item_id: InformatieItemId) -> InformatieItem:
        item = haal(sessie, InformatieItem, item_id, "Dit stuk")
        if item.casus_id != casus.id:
            raise InvoerOngeldig("items", "Dit stuk hoort bij een andere casus.")
        if item.verstrekker_id != verstrekker.id:
            raise InvoerOngeldig(
                "items",
                f"Dit stuk is niet van {verstrekker.naam}. De toestemming van {verstrekker.naam} geldt er niet voor.",
                advies="Leg per verstrekker een eigen verstrekking vast.",
            )
        eis(verstrekker_bepaalt_gebruik(self._werkplek.profiel, verstrekker.naam, item.gebruik))
        return item

    def _niet_delen(self, casus: Casus) -> str:
        try:
            eis_delen_toegestaan(self._werkplek, casus)
        except RegelGeweigerd as fout:
            return fout.gebeurd
        return ""


def _eis_derde(partij: Partij) -> None:
    if partij.soort != PartijSoort.DERDE:
        raise GebruikersFout(
            f"{partij.naam} is geen derde.",
            advies="Nodig deze partij uit, of leg haar bij Partijen vast als derde.",
            weg=naar_partij(PartijId(partij.id)),
        )
