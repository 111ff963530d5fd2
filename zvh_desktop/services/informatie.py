"""Informatie-items: what a partij gave for a casus, the supplier's accord, and who may read it beforehand.

The default is that nobody reads beforehand (Twente art. 11.2.f). Only the procesregisseur releases, per partij and
per overleg, after an accord of the supplier that is on record; the gate decides which partijen can be chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.keuzes import (
    CasusId,
    InformatieItemId,
    InzageAkkoordId,
    OverlegId,
    OverlegStatus,
    PartijId,
    PartijSoort,
    Regel,
    Regime,
)
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.bijlagen import Bijlage, controleer_bijlage, is_pdf
from zvh_desktop.services.deelnames import geldige_deelnames
from zvh_desktop.services.fasen import eis_delen_toegestaan
from zvh_desktop.services.informatie_beeld import (
    NIET_ALS_PDF,
    AkkoordRegel,
    InformatieBeeld,
    OverlegKeuze,
    PartijKeuze,
    akkoord_regel,
    informatie_regel,
    overleg_naam,
    waarom_vast,
)
from zvh_desktop.services.invoer import regel, tekst, verplicht
from zvh_desktop.services.inzage import geldend_akkoord, is_gedeeld, zet_uitnodigingen_klaar
from zvh_desktop.services.poort import Stand, eis_rechtmatig, standen
from zvh_desktop.services.rechten import Recht
from zvh_desktop.services.regelboek.informatie import (
    inzage_vooraf,
    niet_openbaar,
    verstrekker_bepaalt_gebruik,
)
from zvh_desktop.services.regelboek.uitleg import eis, uitleg
from zvh_desktop.services.taal import opsomming
from zvh_desktop.services.werkplek import NIEUW_LEZEN, Werkplek, haal


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
class AkkoordInvoer:
    """An accord as the supplier gave it: who, how (by mail, by letter) and when; None is today."""

    gegeven_door: str
    wijze: str
    op: date | None = None


@dataclass(frozen=True, slots=True)
class WeggehaaldItem:
    """An item that was removed, to put back: the item itself, its attachment and its accords, oldest first."""

    casus_id: CasusId
    invoer: InformatieInvoer
    bijlage: Bijlage | None
    akkoorden: tuple[AkkoordRegel, ...]
    vastgelegd_door: str
    vastgelegd_op: datetime


@dataclass(frozen=True, slots=True)
class VrijgaveKeuze:
    """A partij that can or cannot be given an item beforehand, and why. ``aan_tafel``: it has a seat already."""

    partij_id: PartijId
    partij: str
    kan: bool
    reden: str
    aan_tafel: bool
    vrijgegeven: bool
    verzonden_op: datetime | None


class InformatieService:
    """Use cases on informatie-items."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    # --- reading ----------------------------------------------------------------------------------

    def toon(self, casus_id: CasusId) -> InformatieBeeld:
        """Every item of this casus, with the rules that hold for them. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            partijen = list(sessie.scalars(select(Partij).order_by(Partij.naam)))
            namen = {partij.id: partij.naam for partij in partijen}
            items = sessie.scalars(select(InformatieItem).filter_by(casus_id=casus_id).order_by(InformatieItem.id))
            profiel = self._werkplek.profiel
            return InformatieBeeld(
                casus_id=CasusId(casus.id),
                casusnummer=casus.nummer,
                items=tuple(informatie_regel(self._werkplek, sessie, item, namen) for item in items),
                regels=tuple(uitleg(r, profiel) for r in (Regel.INZAGE_VOORAF, Regel.VERSTREKKER_BEPAALT_GEBRUIK)),
                overleggen=tuple(
                    OverlegKeuze(OverlegId(o.id), overleg_naam(self._werkplek, sessie, o), o.datum)
                    for o in _komende_overleggen(sessie, casus_id)
                ),
                partijen=tuple(PartijKeuze(PartijId(p.id), p.naam) for p in partijen if p.soort != PartijSoort.DERDE),
                overlegd_met=tuple(PartijKeuze(PartijId(i), namen[i]) for i in _overlegpartners(casus)),
                niet_delen=self._niet_delen(casus),
            )

    def bijlage(self, item_id: InformatieItemId) -> Bijlage:
        """The attachment of an item. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            gevonden = _bijlage(haal(sessie, InformatieItem, item_id, "Dit stuk"))
            if gevonden is None:
                raise NietGevonden("Bij dit stuk is geen bijlage.")
            return gevonden

    def vrijgavekeuzes(self, item_id: InformatieItemId, overleg_id: OverlegId) -> tuple[VrijgaveKeuze, ...]:
        """Every partij, those that can be chosen first; the others with their reason."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            item = haal(sessie, InformatieItem, item_id, "Dit stuk")
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            casus = sessie.get_one(Casus, item.casus_id)
            partijen = list(sessie.scalars(select(Partij).order_by(Partij.naam)))
            stand = standen(self._werkplek, sessie, casus, partijen, overleg.datum)
            zittend = {
                partij.id
                for punt in overleg.agendapunten
                if punt.casus_id == casus.id
                for _, partij in geldige_deelnames(self._werkplek, sessie, punt)
            }
            gegeven = {rij.partij_id: rij for rij in _vrijgaven(sessie, item_id, overleg_id)}
            keuzes = [
                self._keuze(item, partij, stand[partij.id], gegeven.get(partij.id), aan_tafel=partij.id in zittend)
                for partij in partijen
            ]
            return tuple(sorted(keuzes, key=lambda keuze: not keuze.kan))

    # --- items ------------------------------------------------------------------------------------

    def voeg_toe(self, casus_id: CasusId, invoer: InformatieInvoer, bijlage: Bijlage | None = None) -> InformatieItemId:
        """Record what a partij gave. Nobody reads it beforehand until it is released. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "informatie vastgelegd", "casus") as werk:
            casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
            werk.raakt(casus.nummer)
            item = InformatieItem(
                casus_id=casus.id, vastgelegd_door=self._werkplek.naam, vastgelegd_op=self._werkplek.nu()
            )
            _zet_bijlage(item, controleer_bijlage(bijlage) if bijlage is not None else None)
            self._vul(werk.sessie, item, invoer)
            werk.sessie.add(item)
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            return InformatieItemId(item.id)

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
            if any(not vrijgave.vervallen for vrijgave in _vrijgaven(werk.sessie, item.id)):
                raise GebruikersFout("Dit stuk is vrijgegeven om vooraf te lezen.", advies="Trek eerst de vrijgave in.")
            weg = WeggehaaldItem(
                casus_id=CasusId(casus.id),
                invoer=_invoer(item),
                bijlage=_bijlage(item),
                akkoorden=tuple(akkoord_regel(rij) for rij in _akkoorden(werk.sessie, item.id)),
                vastgelegd_door=item.vastgelegd_door,
                vastgelegd_op=item.vastgelegd_op,
            )
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
            return InformatieItemId(item.id)

    # --- the accord of the supplier ---------------------------------------------------------------

    def leg_akkoord_vast(self, item_id: InformatieItemId, invoer: AkkoordInvoer) -> InzageAkkoordId:
        """Record that the supplier agrees with prior reading. Raises InvoerOngeldig, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "akkoord met inzage vastgelegd", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            verstrekker = _naam(werk.sessie, item.verstrekker_id)
            if geldend_akkoord(werk.sessie, item.id) is not None:
                raise GebruikersFout(f"Er is al een akkoord van {verstrekker} met inzage vooraf.")
            eis(verstrekker_bepaalt_gebruik(self._werkplek.profiel, verstrekker, item.gebruik))
            vandaag = self._werkplek.vandaag()
            op = invoer.op or vandaag
            if op > vandaag:
                raise InvoerOngeldig("op", "Een akkoord kan niet van een dag in de toekomst zijn.")
            if op < item.ontvangen_op:
                raise InvoerOngeldig("op", "Het akkoord is van vóór de dag waarop u de informatie kreeg.")
            akkoord = InzageAkkoord(
                item_id=item.id,
                gegeven_door=verplicht(
                    "gegeven_door",
                    regel("gegeven_door", invoer.gegeven_door),
                    f"Vul in wie bij {verstrekker} akkoord gaf.",
                ),
                op=op,
                wijze=verplicht("wijze", regel("wijze", invoer.wijze), "Vul in hoe het akkoord is gegeven."),
                vastgelegd_door=self._werkplek.naam,
                vastgelegd_op=self._werkplek.nu(),
                ingetrokken_vastgelegd_door="",
            )
            werk.sessie.add(akkoord)
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            return InzageAkkoordId(akkoord.id)

    def trek_akkoord_in(self, item_id: InformatieItemId, op: date | None = None) -> tuple[str, ...]:
        """The supplier withdraws its accord: every vrijgave closes, and what was not sent yet goes nowhere.

        Returns what that means, in sentences. This cannot be undone; a new accord can be recorded. Raises
        GebruikersFout when there is no accord.
        """
        with self._werkplek.schrijf(Recht.INFORMATIE_BIJHOUDEN, "akkoord met inzage ingetrokken", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            akkoord = geldend_akkoord(werk.sessie, item.id)
            if akkoord is None:
                raise GebruikersFout("Er is geen akkoord om in te trekken.")
            dag = op or self._werkplek.vandaag()
            if not akkoord.op <= dag <= self._werkplek.vandaag():
                raise InvoerOngeldig("op", "Deze dag ligt vóór het akkoord of in de toekomst.")
            open_nu = [rij for rij in _vrijgaven(werk.sessie, item.id) if not rij.vervallen]
            zinnen = _na_intrekking(werk.sessie, open_nu)
            akkoord.ingetrokken_op = dag
            akkoord.ingetrokken_vastgelegd_door = self._werkplek.naam
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            werk.sessie.expire_all()  # the database itself lets the vrijgaven lapse (migration 0004)
            return zinnen

    # --- prior reading ----------------------------------------------------------------------------

    def geef_vrij(
        self,
        item_id: InformatieItemId,
        overleg_id: OverlegId,
        partij_ids: Sequence[PartijId],
        overlegd_met: PartijId,
    ) -> tuple[str, ...]:
        """Let these partijen read an item before an overleg (procesregisseur); it travels with the uitnodiging.

        Rules ``inzage_vooraf``, ``verstrekker_bepaalt_gebruik``, ``niet_openbaar`` and ``alleen_rechtmatige_partijen``
        (the gate, on the day of the overleg), and the fase must allow sharing. ``overlegd_met`` is the partij that
        handed in the casus or has casusregie. Returns which uitnodigingen have to go out again, in sentences.
        """
        with self._werkplek.schrijf(Recht.INZAGE_VRIJGEVEN, "inzage vooraf vrijgegeven", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            overleg = self._komend_overleg(werk.sessie, overleg_id, casus)
            eis_delen_toegestaan(self._werkplek, casus)
            akkoord = self._eis_akkoord(werk.sessie, item, overleg)
            self._eis_overlegd(casus, overlegd_met)
            if item.bijlage_naam and not item.bijlage_pdf:
                raise GebruikersFout(NIET_ALS_PDF)
            if not partij_ids:
                raise InvoerOngeldig("partijen", "Kies ten minste één partij.")
            for partij_id in partij_ids:
                partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
                oordeel = self._eis_mag_lezen(werk.sessie, item, casus, partij, overleg)
                self._zet_vrijgave(werk.sessie, item, overleg, partij, akkoord, oordeel, overlegd_met)
            werk.sessie.flush()
            casus.gewijzigd_op = self._werkplek.nu()
            opnieuw = zet_uitnodigingen_klaar(werk.sessie, overleg, partij_ids)
            return tuple(
                f"De uitnodiging voor {_naam(werk.sessie, i)} was al verzonden en staat weer klaar, nu met dit stuk."
                for i in opnieuw
            )

    def sluit_vrijgave(self, item_id: InformatieItemId, overleg_id: OverlegId, partij_id: PartijId) -> PartijId:
        """Take back a vrijgave that was not sent yet; ``geef_vrij`` puts it back. Returns with whom it was discussed.

        Raises GebruikersFout when it was sent.
        """
        with self._werkplek.schrijf(Recht.INZAGE_VRIJGEVEN, "vrijgave ingetrokken", "casus") as werk:
            item, casus = self._item(werk.sessie, item_id)
            werk.raakt(casus.nummer)
            rij = next((r for r in _vrijgaven(werk.sessie, item.id, overleg_id) if r.partij_id == partij_id), None)
            if rij is None:
                raise NietGevonden("Deze vrijgave is er niet meer.", advies=NIEUW_LEZEN)
            if rij.verzonden_op is not None:
                raise GebruikersFout(
                    f"Dit stuk is al naar {_naam(werk.sessie, partij_id)} gestuurd.",
                    advies="Neem contact op met deze partij.",
                )
            met = PartijId(rij.overlegd_met_id)
            werk.sessie.delete(rij)
            casus.gewijzigd_op = self._werkplek.nu()
            return met

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
        item.regime = invoer.regime.value
        item.titel = verplicht("titel", regel("titel", invoer.titel), "Geef het stuk een korte titel.")
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

    def _eis_akkoord(self, sessie: Session, item: InformatieItem, overleg: Overleg) -> InzageAkkoord:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        verstrekker = _naam(sessie, item.verstrekker_id)
        akkoord = geldend_akkoord(sessie, item.id)
        eis(inzage_vooraf(profiel, verstrekker, akkoord=akkoord is not None))
        eis(verstrekker_bepaalt_gebruik(profiel, verstrekker, item.gebruik))
        return haal(sessie, InzageAkkoord, akkoord.id if akkoord else None, "Dit akkoord")

    def _eis_overlegd(self, casus: Casus, overlegd_met: PartijId) -> None:
        if overlegd_met not in _overlegpartners(casus):
            term = self._werkplek.profiel.termen.met_lidwoord("casusregisseur")
            raise InvoerOngeldig(
                "overlegd_met",
                f"Overleg eerst met de partij die de casus aanmeldde of die {term} levert.",
            )

    def _eis_mag_lezen(
        self, sessie: Session, item: InformatieItem, casus: Casus, partij: Partij, overleg: Overleg
    ) -> Oordeel:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        if partij.id == item.verstrekker_id:
            raise InvoerOngeldig("partijen", f"{partij.naam} heeft dit stuk zelf gegeven.")
        eis(niet_openbaar(profiel, partij.naam, PartijSoort(partij.soort)))
        return eis_rechtmatig(self._werkplek, sessie, casus, partij, overleg.datum, profiel=profiel)

    def _zet_vrijgave(
        self,
        sessie: Session,
        item: InformatieItem,
        overleg: Overleg,
        partij: Partij,
        akkoord: InzageAkkoord,
        oordeel: Oordeel,
        overlegd_met: PartijId,
    ) -> None:
        rij = next((r for r in _vrijgaven(sessie, item.id, overleg.id) if r.partij_id == partij.id), None)
        if rij is None:
            rij = InzageVrijgave(
                item_id=item.id,
                casus_id=item.casus_id,
                overleg_id=overleg.id,
                partij_id=partij.id,
                oordeel_uitkomst=oordeel.uitkomst,
            )
            sessie.add(rij)
        rij.akkoord_id = akkoord.id
        rij.oordeel_id = oordeel.id
        rij.overlegd_met_id = overlegd_met
        rij.vrijgegeven_door = self._werkplek.naam
        rij.vrijgegeven_op = self._werkplek.nu()
        rij.vervallen = False

    def _komend_overleg(self, sessie: Session, overleg_id: OverlegId, casus: Casus) -> Overleg:
        overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
        if overleg.status == OverlegStatus.GEHOUDEN:
            raise InvoerOngeldig("overleg", "Dit overleg is al gehouden: vooraf lezen kan niet meer.")
        if all(punt.casus_id != casus.id for punt in overleg.agendapunten):
            raise InvoerOngeldig(
                "overleg",
                f"Casus {casus.nummer} staat niet op de agenda van dit overleg.",
                advies="Zet de casus eerst op de agenda.",
            )
        return overleg

    def _niet_delen(self, casus: Casus) -> str:
        try:
            eis_delen_toegestaan(self._werkplek, casus)
        except RegelGeweigerd as fout:
            return fout.gebeurd
        return ""

    def _keuze(
        self, item: InformatieItem, partij: Partij, stand: Stand, rij: InzageVrijgave | None, *, aan_tafel: bool
    ) -> VrijgaveKeuze:
        derde = niet_openbaar(self._werkplek.profiel, partij.naam, PartijSoort(partij.soort))
        eigen = partij.id == item.verstrekker_id
        reden = "heeft dit stuk zelf gegeven" if eigen else derde.gebeurd if derde is not None else stand.reden
        return VrijgaveKeuze(
            partij_id=PartijId(partij.id),
            partij=partij.naam,
            kan=stand.mag and not eigen and derde is None,
            reden=reden,
            aan_tafel=aan_tafel,
            vrijgegeven=rij is not None and not rij.vervallen,
            verzonden_op=rij.verzonden_op if rij is not None else None,
        )


def _akkoorden(sessie: Session, item_id: int) -> Sequence[InzageAkkoord]:
    return sessie.scalars(select(InzageAkkoord).filter_by(item_id=item_id).order_by(InzageAkkoord.id)).all()


def _vrijgaven(sessie: Session, item_id: int, overleg_id: int | None = None) -> Sequence[InzageVrijgave]:
    vraag = select(InzageVrijgave).filter_by(item_id=item_id).order_by(InzageVrijgave.id)
    if overleg_id is not None:
        vraag = vraag.filter_by(overleg_id=overleg_id)
    return sessie.scalars(vraag).all()


def _na_intrekking(sessie: Session, vrijgaven: Sequence[InzageVrijgave]) -> tuple[str, ...]:
    gestuurd = sorted({_naam(sessie, rij.partij_id) for rij in vrijgaven if rij.verzonden_op is not None})
    klaar = sorted({_naam(sessie, rij.partij_id) for rij in vrijgaven if rij.verzonden_op is None})
    zinnen = []
    if klaar:
        zinnen.append(f"Het stuk gaat niet meer mee naar {opsomming(klaar)}.")
    if gestuurd:
        zinnen.append(
            f"{opsomming(gestuurd)} kreeg het stuk al. Vraag om het te verwijderen."
            if len(gestuurd) == 1
            else f"{opsomming(gestuurd)} kregen het stuk al. Vraag om het te verwijderen."
        )
    return tuple(zinnen)


def _komende_overleggen(sessie: Session, casus_id: int) -> Sequence[Overleg]:
    return sessie.scalars(
        select(Overleg)
        .join(Agendapunt, Agendapunt.overleg_id == Overleg.id)
        .where(Agendapunt.casus_id == casus_id, Overleg.status != OverlegStatus.GEHOUDEN)
        .order_by(Overleg.datum, Overleg.id)
    ).all()


def _overlegpartners(casus: Casus) -> tuple[int, ...]:
    """The partij that handed in the casus and the one that has casusregie now."""
    regie = [een.partij_id for een in casus.casusregie if een.tot is None]
    return tuple(dict.fromkeys((casus.aanmeldende_partij_id, *regie)))


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
        verstrekker_id=PartijId(item.verstrekker_id),
        regime=Regime(item.regime),
        titel=item.titel,
        tekst=item.tekst,
        gebruik=item.gebruik,
        ontvangen_op=item.ontvangen_op,
        ontvangen_wijze=item.ontvangen_wijze,
    )
