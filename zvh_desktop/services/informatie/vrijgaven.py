"""Prior reading: the accord of the supplier, and which partij may read which item before which overleg.

The default is that nobody reads beforehand (Twente art. 11.2.f). Only the procesregisseur releases, after an accord
of the supplier that is on record; the gate decides which partijen can be chosen (ADR 0013).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem, InzageAkkoord, InzageVrijgave
from zvh_desktop.models.keuzes import (
    InformatieItemId,
    InzageAkkoordId,
    OverlegId,
    OverlegStatus,
    PartijId,
)
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import opsomming
from zvh_desktop.models.vouwing import sorteervorm
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan
from zvh_desktop.services.informatie.beeld import NIET_ALS_PDF
from zvh_desktop.services.informatie.inzage import (
    geldend_akkoord,
    overlegpartners,
    vrijgaven_van,
    zet_uitnodigingen_klaar,
)
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.poort.poort import Stand, eis_rechtmatig, standen
from zvh_desktop.services.regelboek.informatie import inzage_vooraf, niet_openbaar, verstrekker_bepaalt_gebruik
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.invoer import naamveld, regel, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import NIEUW_LEZEN, Werkplek, haal


@dataclass(frozen=True, slots=True)
class InzageAkkoordInvoer:
    """An accord as the supplier gave it: who, how (by mail, by letter) and when; None is today."""

    gegeven_door: str
    wijze: str
    op: date | None = None


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


class VrijgaveService:
    """Use cases on prior reading of an informatie-item."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def vrijgavekeuzes(self, item_id: InformatieItemId, overleg_id: OverlegId) -> tuple[VrijgaveKeuze, ...]:
        """Every partij, those that can be chosen first; the others with their reason."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            item = haal(sessie, InformatieItem, item_id, "Dit stuk")
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            casus = sessie.get_one(Casus, item.casus_id)
            partijen = op_naam(sessie.scalars(select(Partij)))
            stand = standen(self._werkplek, sessie, casus, partijen, overleg.datum)
            zittend = {
                partij.id
                for punt in overleg.agendapunten
                if punt.casus_id == casus.id
                for _, partij in geldige_deelnames(self._werkplek, sessie, punt)
            }
            gegeven = {rij.partij_id: rij for rij in vrijgaven_van(sessie, item_id, overleg_id)}
            keuzes = [
                self._keuze(item, partij, stand[partij.id], gegeven.get(partij.id), aan_tafel=partij.id in zittend)
                for partij in partijen
            ]
            return tuple(sorted(keuzes, key=lambda keuze: not keuze.kan))

    def leg_akkoord_vast(self, item_id: InformatieItemId, invoer: InzageAkkoordInvoer) -> InzageAkkoordId:
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
                    naamveld("gegeven_door", invoer.gegeven_door),
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
            return akkoord.id

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
            open_nu = [rij for rij in vrijgaven_van(werk.sessie, item.id) if not rij.vervallen]
            zinnen = _na_intrekking(werk.sessie, open_nu)
            akkoord.ingetrokken_op = dag
            akkoord.ingetrokken_vastgelegd_door = self._werkplek.naam
            casus.gewijzigd_op = self._werkplek.nu()
            werk.sessie.flush()
            werk.sessie.expire_all()  # the database itself lets the vrijgaven lapse (migration 0004)
            return zinnen

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
            rij = next((r for r in vrijgaven_van(werk.sessie, item.id, overleg_id) if r.partij_id == partij_id), None)
            if rij is None:
                raise NietGevonden("Deze vrijgave is er niet meer.", advies=NIEUW_LEZEN)
            if rij.verzonden_op is not None:
                raise GebruikersFout(
                    f"Dit stuk is al naar {_naam(werk.sessie, partij_id)} gestuurd.",
                    advies="Neem contact op met deze partij.",
                )
            met = rij.overlegd_met_id
            werk.sessie.delete(rij)
            casus.gewijzigd_op = self._werkplek.nu()
            return met

    def _item(self, sessie: Session, item_id: InformatieItemId) -> tuple[InformatieItem, Casus]:
        item = haal(sessie, InformatieItem, item_id, "Dit stuk")
        return item, sessie.get_one(Casus, item.casus_id)

    def _eis_akkoord(self, sessie: Session, item: InformatieItem, overleg: Overleg) -> InzageAkkoord:
        profiel = self._werkplek.profiel_van(sessie, overleg)
        verstrekker = _naam(sessie, item.verstrekker_id)
        akkoord = geldend_akkoord(sessie, item.id)
        eis(inzage_vooraf(profiel, verstrekker, akkoord=akkoord is not None))
        eis(verstrekker_bepaalt_gebruik(profiel, verstrekker, item.gebruik))
        return haal(sessie, InzageAkkoord, akkoord.id if akkoord else None, "Dit akkoord")

    def _eis_overlegd(self, casus: Casus, overlegd_met: PartijId) -> None:
        if overlegd_met not in overlegpartners(casus):
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
        eis(niet_openbaar(profiel, partij.naam, partij.soort))
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
        rij = next((r for r in vrijgaven_van(sessie, item.id, overleg.id) if r.partij_id == partij.id), None)
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
        eis_niet_afgelast(overleg)
        if overleg.status == OverlegStatus.GEHOUDEN:
            raise InvoerOngeldig("overleg", "Dit overleg is al gehouden: vooraf lezen kan niet meer.")
        if all(punt.casus_id != casus.id for punt in overleg.agendapunten):
            raise InvoerOngeldig(
                "overleg",
                f"Casus {casus.nummer} staat niet op de agenda van dit overleg.",
                advies="Zet de casus eerst op de agenda.",
            )
        return overleg

    def _keuze(
        self, item: InformatieItem, partij: Partij, stand: Stand, rij: InzageVrijgave | None, *, aan_tafel: bool
    ) -> VrijgaveKeuze:
        derde = niet_openbaar(self._werkplek.profiel, partij.naam, partij.soort)
        eigen = partij.id == item.verstrekker_id
        reden = "heeft dit stuk zelf gegeven" if eigen else derde.gebeurd if derde is not None else stand.reden
        return VrijgaveKeuze(
            partij_id=partij.id,
            partij=partij.naam,
            kan=stand.mag and not eigen and derde is None,
            reden=reden,
            aan_tafel=aan_tafel,
            vrijgegeven=rij is not None and not rij.vervallen,
            verzonden_op=rij.verzonden_op if rij is not None else None,
        )


def _na_intrekking(sessie: Session, vrijgaven: Sequence[InzageVrijgave]) -> tuple[str, ...]:
    gestuurd = sorted(
        {_naam(sessie, rij.partij_id) for rij in vrijgaven if rij.verzonden_op is not None}, key=sorteervorm
    )
    klaar = sorted({_naam(sessie, rij.partij_id) for rij in vrijgaven if rij.verzonden_op is None}, key=sorteervorm)
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


def _naam(sessie: Session, partij_id: int) -> str:
    return sessie.get_one(Partij, partij_id).naam
