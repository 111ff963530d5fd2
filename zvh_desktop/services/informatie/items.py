"""Informatie-items: what a partij gave for a casus, under which regime, and what it allows.

Who may read it beforehand is in vrijgaven.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, PartijId, PartijSoort, Regel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan
from zvh_desktop.services.informatie.beeld import (
    InformatieBeeld,
    InzageAkkoordRegel,
    OverlegKeuze,
    PartijKeuze,
    akkoord_regel,
    informatie_regel,
    overleg_naam,
    waarom_vast,
)
from zvh_desktop.services.informatie.bijlagen import Bijlage, controleer_bijlage, is_pdf
from zvh_desktop.services.informatie.erbij import eis_erbij, waarom_niet_erbij
from zvh_desktop.services.informatie.inzage import geldend_akkoord, is_gedeeld, overlegpartners, vrijgaven_van
from zvh_desktop.services.poort.gesloten import NIET_MEER
from zvh_desktop.services.regelboek.uitleg import uitleg
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import naamveld, regel, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class InformatieInvoer:
    """What is typed for an item. ``ontvangen_op`` None is today; ``gebruik`` is what the supplier allows."""

    verstrekker_id: PartijId
    regime: Regime
    titel: str
    tekst: str = field(default="", repr=False)
    gebruik: str = ""
    ontvangen_op: date | None = None
    ontvangen_wijze: str = ""


@dataclass(frozen=True, slots=True)
class WeggehaaldItem:
    """An item that was removed, to put back: the item itself, its attachment and its accords, oldest first."""

    casus_id: CasusId
    invoer: InformatieInvoer
    bijlage: Bijlage | None
    akkoorden: tuple[InzageAkkoordRegel, ...]
    vastgelegd_door: str
    vastgelegd_op: datetime


class InformatieService:
    """Use cases on informatie-items."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    # --- reading ----------------------------------------------------------------------------------

    def toon(self, casus_id: CasusId) -> InformatieBeeld:
        """Every item of this casus, with the rules that hold for them. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            partijen = op_naam(sessie.scalars(select(Partij)))
            namen = {partij.id: partij.naam for partij in partijen}
            items = sessie.scalars(select(InformatieItem).filter_by(casus_id=casus_id).order_by(InformatieItem.id))
            profiel = self._werkplek.profiel
            return InformatieBeeld(
                casus_id=casus.id,
                casusnummer=casus.nummer,
                items=tuple(informatie_regel(self._werkplek, sessie, item, namen) for item in items),
                regels=tuple(uitleg(r, profiel) for r in (Regel.INZAGE_VOORAF, Regel.VERSTREKKER_BEPAALT_GEBRUIK)),
                overleggen=tuple(
                    OverlegKeuze(o.id, overleg_naam(self._werkplek, sessie, o), o.datum)
                    for o in _komende_overleggen(sessie, casus_id)
                ),
                partijen=tuple(PartijKeuze(p.id, p.naam) for p in partijen if p.soort != PartijSoort.DERDE),
                overlegd_met=tuple(PartijKeuze(i, namen[i]) for i in overlegpartners(casus)),
                niet_delen=self._niet_delen(casus),
                niet_erbij=waarom_niet_erbij(sessie, casus),
            )

    def bijlage(self, item_id: InformatieItemId) -> Bijlage:
        """The attachment of an item. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            gevonden = _bijlage(haal(sessie, InformatieItem, item_id, "Dit stuk"))
            if gevonden is None:
                raise NietGevonden("Bij dit stuk is geen bijlage.")
            return gevonden

    # --- items ------------------------------------------------------------------------------------

    def voeg_toe(self, casus_id: CasusId, invoer: InformatieInvoer, bijlage: Bijlage | None = None) -> InformatieItemId:
        """Record what a partij gave; nobody reads it before it is released. Raises InvoerOngeldig, GebruikersFout."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "informatie vastgelegd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            eis_erbij(werk.sessie, casus)
            item = InformatieItem(
                casus_id=casus.id, vastgelegd_door=self._werkplek.naam, vastgelegd_op=self._werkplek.nu()
            )
            _zet_bijlage(item, controleer_bijlage(bijlage) if bijlage is not None else None)
            self._vul(werk.sessie, item, invoer)
            werk.sessie.add(item)
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            return item.id

    def wijzig(self, item_id: InformatieItemId, invoer: InformatieInvoer) -> None:
        """Change an item; not what the supplier agreed to, and not what was shared. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "informatie gewijzigd", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            oud, oud_van = _inhoud(item), item.verstrekker_id
            with werk.sessie.no_autoflush:
                self._vul(werk.sessie, item, invoer)
                if _inhoud(item) != oud:
                    self._eis_te_wijzigen(werk.sessie, item, oud_van)
            casus.gewijzigd_op = self._werkplek.nu()

    def zet_bijlage(self, item_id: InformatieItemId, bijlage: Bijlage | None) -> Bijlage | None:
        """Give an item another attachment, or none; returns the one it had, to put back. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "bijlage gewijzigd", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            self._eis_te_wijzigen(werk.sessie, item, item.verstrekker_id)
            oud = _bijlage(item)
            _zet_bijlage(item, controleer_bijlage(bijlage) if bijlage is not None else None)
            _eis_inhoud(item)
            item.gewijzigd_op = casus.gewijzigd_op = self._werkplek.nu()
            return oud

    def verwijder(self, item_id: InformatieItemId) -> WeggehaaldItem:
        """Remove an item that was never shared; returns it, so that it can be put back. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "informatie weggehaald", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            if is_gedeeld(werk.sessie, item.id):
                raise GebruikersFout(
                    "Dit stuk is al gedeeld en blijft daarom in het dossier.",
                    veilig="Er is niets gewijzigd.",
                )
            if any(not vrijgave.vervallen for vrijgave in vrijgaven_van(werk.sessie, item.id)):
                raise GebruikersFout("Dit stuk is vrijgegeven om vooraf te lezen.", advies="Trek eerst de vrijgave in.")
            weg = WeggehaaldItem(
                casus_id=casus.id,
                invoer=_invoer(item),
                bijlage=_bijlage(item),
                akkoorden=tuple(akkoord_regel(rij) for rij in _akkoorden(werk.sessie, item.id)),
                vastgelegd_door=item.vastgelegd_door,
                vastgelegd_op=item.vastgelegd_op,
            )
            eis_los(werk.sessie, item, "Dit stuk", "Trek in wat ervan is vrijgegeven.")
            werk.sessie.delete(item)
            casus.gewijzigd_op = self._werkplek.nu()
            return weg

    def zet_terug(self, weg: WeggehaaldItem) -> InformatieItemId:
        """Undo of ``verwijder``: the item with attachment and accords. What it was released to is not put back."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "informatie teruggezet", "casus") as werk:
            casus = haal(werk.sessie, Casus, weg.casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            item = InformatieItem(
                casus_id=casus.id, vastgelegd_door=weg.vastgelegd_door, vastgelegd_op=weg.vastgelegd_op
            )
            _zet_bijlage(item, weg.bijlage)
            self._vul(werk.sessie, item, weg.invoer)
            werk.sessie.add(item)
            werk.sessie.flush()
            for akkoord in weg.akkoorden:
                werk.sessie.add(
                    InzageAkkoord(
                        item_id=item.id,
                        gegeven_door=akkoord.gegeven_door,
                        op=akkoord.op,
                        wijze=akkoord.wijze,
                        vastgelegd_door=akkoord.vastgelegd_door,
                        vastgelegd_op=self._werkplek.nu(),
                        ingetrokken_op=akkoord.ingetrokken_op,
                        ingetrokken_vastgelegd_door="",
                    )
                )
                werk.sessie.flush()
            casus.gewijzigd_op = self._werkplek.nu()
            return item.id

    # --- parts ------------------------------------------------------------------------------------

    def _item(self, sessie: Session, item_id: InformatieItemId) -> tuple[InformatieItem, Casus]:
        item = haal(sessie, InformatieItem, item_id, "Dit stuk")
        return item, sessie.get_one(Casus, item.casus_id)

    def _vul(self, sessie: Session, item: InformatieItem, invoer: InformatieInvoer) -> None:
        verstrekker = haal(sessie, Partij, invoer.verstrekker_id, "Deze partij")
        if verstrekker.soort == PartijSoort.DERDE:
            raise InvoerOngeldig(
                "verstrekker_id", f"{verstrekker.naam} is een derde en levert geen informatie aan het overleg."
            )
        op = invoer.ontvangen_op or self._werkplek.vandaag()
        if op > self._werkplek.vandaag():
            raise InvoerOngeldig("ontvangen_op", "Deze dag ligt in de toekomst.")
        item.verstrekker_id = verstrekker.id
        item.regime = invoer.regime
        item.titel = verplicht("titel", naamveld("titel", invoer.titel), "Geef het stuk een korte titel.")
        item.tekst = tekst("tekst", invoer.tekst)
        item.gebruik = tekst("gebruik", invoer.gebruik).strip()
        item.ontvangen_op = op
        item.ontvangen_wijze = regel("ontvangen_wijze", invoer.ontvangen_wijze)
        item.gewijzigd_op = self._werkplek.nu()
        _eis_inhoud(item)

    def _eis_te_wijzigen(self, sessie: Session, item: InformatieItem, verstrekker_id: int) -> None:
        gedeeld = is_gedeeld(sessie, item.id)
        akkoord = geldend_akkoord(sessie, item.id) is not None
        waarom = waarom_vast(_naam(sessie, verstrekker_id), akkoord=akkoord, gedeeld=gedeeld)
        if waarom:
            raise GebruikersFout(
                waarom,
                veilig="Er is niets gewijzigd.",
                advies="Voeg een nieuw stuk toe."
                if gedeeld
                else "Trek het akkoord in, wijzig het stuk en vraag opnieuw om akkoord.",
            )

    def _niet_delen(self, casus: Casus) -> str:
        try:
            eis_delen_toegestaan(self._werkplek, casus)
        except RegelGeweigerd as fout:
            return fout.gebeurd
        return ""


def _akkoorden(sessie: Session, item_id: int) -> Sequence[InzageAkkoord]:
    return sessie.scalars(select(InzageAkkoord).filter_by(item_id=item_id).order_by(InzageAkkoord.id)).all()


def _komende_overleggen(sessie: Session, casus_id: int) -> Sequence[Overleg]:
    return sessie.scalars(
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == casus_id, Overleg.status.not_in(NIET_MEER))
        .order_by(Overleg.datum, Overleg.id)
    ).all()


def _naam(sessie: Session, partij_id: int) -> str:
    return sessie.get_one(Partij, partij_id).naam


def _bijlage(item: InformatieItem) -> Bijlage | None:
    return Bijlage(item.bijlage_naam, item.bijlage) if item.bijlage is not None else None


def _zet_bijlage(item: InformatieItem, bijlage: Bijlage | None) -> None:
    item.bijlage = bijlage.inhoud if bijlage is not None else None
    item.bijlage_naam = bijlage.naam if bijlage is not None else ""
    item.bijlage_grootte = len(bijlage.inhoud) if bijlage is not None else 0
    item.bijlage_pdf = bijlage is not None and is_pdf(bijlage.inhoud)


def _eis_inhoud(item: InformatieItem) -> None:
    if not item.tekst.strip() and not item.bijlage_naam:
        raise InvoerOngeldig("tekst", "Typ de informatie of kies een bijlage.")


def _inhoud(item: InformatieItem) -> tuple[object, ...]:
    """What an accord is about."""
    return (item.verstrekker_id, item.regime, item.titel, item.tekst, item.gebruik)


def _invoer(item: InformatieItem) -> InformatieInvoer:
    return InformatieInvoer(
        verstrekker_id=item.verstrekker_id,
        regime=item.regime,
        titel=item.titel,
        tekst=item.tekst,
        gebruik=item.gebruik,
        ontvangen_op=item.ontvangen_op,
        ontvangen_wijze=item.ontvangen_wijze,
    )
