"""A tafel that is given along in a koffer, and a koffer that is withdrawn because it is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.koffer.maken import Koffermaker, eis_vrije_plaats
from zvh_desktop.database.koffer.reis import Reisplan, casussen_van, eerdere_overleggen
from zvh_desktop.database.koffer.sjabloon import Koffersjabloon, lees_objecten
from zvh_desktop.database.sleutels.gebruikers import Gebruiker
from zvh_desktop.database.sleutels.kofferkop import KENMERK_LENGTE, KofferKop
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.errors import InvoerOngeldig, KofferFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.kofferkeuzes import KofferId, KofferStand
from zvh_desktop.models.keuzes import OverlegId, OverlegStatus, Rol
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus, KofferPunt
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.koffer.gegevens import (
    KofferBeeld,
    KofferKeuze,
    KofferNiet,
    KofferOok,
    KofferVoor,
    KofferVraag,
    TerugPunt,
)
from zvh_desktop.services.koffer.getekend import INTREKKING, UITGIFTE
from zvh_desktop.services.koffer.lezen import beeld_van, kenmerk_van, naam_van, samen_in
from zvh_desktop.services.koffer.meegaand import bezwaar_tegen, gaat_heel_mee
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_DAGEN_NA_DE_TAFEL: Final = 3
_NIET_GEMAAKT: Final = "De koffer kon niet op zijn plaats worden gezet."


@dataclass(frozen=True, slots=True)
class Meegaand:
    """What was weighed and can go along: the casussen of each overleg, the asked one last, and for whom."""

    per_overleg: Mapping[OverlegId, tuple[int, ...]]
    voor: Gebruiker
    vervanger: Gebruiker | None


class KofferService:
    """Use cases on koffers that go out."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def van_overleg(self, overleg_id: OverlegId) -> tuple[KofferBeeld, ...]:
        """Every koffer in which this tafel travelled, the newest first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            rijen = sessie.scalars(select(Koffer).filter_by(overleg_id=overleg_id).order_by(Koffer.id.desc()))
            return tuple(beeld_van(self._werkplek, sessie, rij) for rij in rijen)

    def ernaast(self, koffer_id: KofferId) -> tuple[TerugPunt, ...]:
        """What a koffer brought back and was not taken in, with what the office had then and why."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = select(KofferPunt, Casus.nummer).outerjoin(Casus, Casus.id == KofferPunt.casus_id)
            rijen = sessie.execute(vraag.where(KofferPunt.koffer_id == koffer_id).order_by(KofferPunt.id))
            return tuple(
                TerugPunt(
                    sleutel=str(rij.id),
                    casus=nummer or "",
                    wat=rij.wat,
                    kantoor=rij.kantoor,
                    onderweg=rij.onderweg,
                    kan=False,
                    voorgesteld=False,
                    reden=rij.reden,
                )
                for rij, nummer in rijen
            )

    def keuze(self, overleg_id: OverlegId) -> KofferKeuze:
        """What can be chosen for a koffer with this tafel, and why none can be made. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            casussen = casussen_van(sessie.connection(), overleg_id)
            # Who chooses waits for nothing meanwhile; what every koffer begins with is there when it is made.
            self._werkplek.eenmaal(Koffersjabloon).zet_klaar(lees_objecten(sessie.connection()))
            vraag = select(Casus.nummer).where(Casus.id.in_(casussen)).order_by(Casus.nummer)
            die_dag = self._van_die_dag(sessie, overleg)
            return KofferKeuze(
                voor=tuple(KofferVoor(wie.naam, wie.weergavenaam) for wie in self._regisseurs()),
                casussen=tuple(sessie.scalars(vraag)),
                terug_uiterlijk=self._voorstel(overleg.datum),
                bezwaar=bezwaar_tegen(self._werkplek, sessie, overleg, casussen),
                ook=tuple(een for een in die_dag if isinstance(een, KofferOok)),
                niet_mee=tuple(een for een in die_dag if isinstance(een, KofferNiet)),
            )

    def geef_uit(self, vraag: KofferVraag, doel: Path, voortgang: Voortgang | None = None) -> KofferBeeld:
        """Make the koffer in a new folder, and from then on the tafel and its casussen are uitgeleend.

        What ``voortgang`` raises stops it: then there is no koffer, and nothing was changed. After the last step that
        it tells of, the koffer is there.
        Raises BevestigingNodig, InvoerOngeldig for what was asked, GebruikersFout where this tafel cannot travel.
        """
        eis_vrije_plaats(self._werkplek.kluis, doel)
        sjabloon = self._werkplek.eenmaal(Koffersjabloon)
        if self._werkplek.mag(Recht.KOFFER_UITGEVEN).mag:
            with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:  # before anybody has to wait for it
                sjabloon.koppen.haal(sessie.connection())
        with Koffermaker(self._werkplek.kluis, sjabloon, doel) as maker:
            with self._werkplek.schrijf(Recht.KOFFER_UITGEVEN, "koffer meegegeven", "overleg") as werk:
                werk.raakt(vraag.overleg_id, *vraag.ook)
                mee = self._weeg(werk.sessie, vraag)
                van = werk.sessie.connection()
                maker.begin(van)
                rij, plan = self._leg_vast(werk.sessie, vraag, mee)
                voor = tuple(filter(None, (rij.voor, rij.vervanger)))
                maker.vul(van, plan, KofferKop(rij.kenmerk, plan.uit, rij.terug_uiterlijk), voor, voortgang)
            try:
                maker.neem_plaats()
            except BaseException:
                self.trek_in(rij.id, _NIET_GEMAAKT)
                raise
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return beeld_van(self._werkplek, sessie, haal(sessie, Koffer, rij.id, "Deze koffer"))

    def trek_in(self, koffer_id: KofferId, reden: str) -> KofferBeeld:
        """A koffer that is lost does not count any more: every tafel in it can be changed in the office again.

        What is in it is not lost: when it turns up, it comes in as a proposal. Raises BevestigingNodig, InvoerOngeldig.
        """
        with self._werkplek.schrijf(Recht.KOFFER_UITGEVEN, "koffer ingetrokken", "overleg") as werk:
            rij = haal(werk.sessie, Koffer, koffer_id, "Deze koffer")
            werk.raakt(rij.overleg_id)
            if rij.stand is not KofferStand.UIT:
                raise KofferFout("Deze koffer is niet meer uitgeleend.", veilig="Er is niets gewijzigd.")
            waarom = verplicht("reden", tekst("reden", reden), "Schrijf op wat er met de koffer is.")
            samen = samen_in(werk.sessie, kenmerk_van(rij))
            werk.raakt(*(een.overleg_id for een in samen))
            for een in samen:
                UITGIFTE.verifieer(self._werkplek, werk.sessie, een)
                een.ingetrokken_reden = waarom
                een.ingetrokken_op = self._werkplek.nu()
                een.ingetrokken_door = self._werkplek.naam
                een.stand = KofferStand.INGETROKKEN
                INTREKKING.teken(self._werkplek, werk.sessie, een)
                INTREKKING.eis_bewaard(self._werkplek, werk.sessie, een.id)
            return beeld_van(self._werkplek, werk.sessie, rij)

    # --- shared -----------------------------------------------------------------------------------

    def _weeg(self, sessie: Session, vraag: KofferVraag) -> Meegaand:
        """Everything that can be refused, and at last the signature that is asked for it."""
        overleggen = [haal(sessie, Overleg, id_, "Dit overleg") for id_ in (*vraag.ook, vraag.overleg_id)]
        verbinding = sessie.connection()
        per_overleg = {een.id: casussen_van(verbinding, een.id) for een in overleggen}
        self._eis_samen(sessie, overleggen, per_overleg)
        voor, vervanger = self._ontvangers(vraag)
        self._eis_dag(overleggen[-1], vraag.terug_uiterlijk)
        for overleg in overleggen:
            verifieer_akkoord(self._werkplek, sessie, overleg)
        self._werkplek.eis_bevestiging()
        return Meegaand(per_overleg, voor, vervanger)

    def _leg_vast(self, sessie: Session, vraag: KofferVraag, mee: Meegaand) -> tuple[Koffer, Reisplan]:
        """The row of each tafel and its signature, the asked one last; how the koffer is filled follows from them."""
        verbinding, per_overleg = sessie.connection(), mee.per_overleg
        zicht = inzicht(sessie)
        zicht.eis_heel()
        casussen = casussen_van(verbinding, *per_overleg)
        eerder, heel = eerdere_overleggen(verbinding, per_overleg, casussen)
        vol = gaat_heel_mee(sessie, (*per_overleg, *heel), casussen)
        kop, kenmerk, uit = zicht.kop, willekeurig(KENMERK_LENGTE).hex(), list[int]()
        rijen = [
            Koffer(
                kenmerk=kenmerk if overleg_id == vraag.overleg_id else willekeurig(KENMERK_LENGTE).hex(),
                reist_in="" if overleg_id == vraag.overleg_id else kenmerk,
                overleg_id=overleg_id,
                voor=mee.voor.naam,
                voor_naam=mee.voor.weergavenaam,
                vervanger=mee.vervanger.naam if mee.vervanger else "",
                vervanger_naam=mee.vervanger.weergavenaam if mee.vervanger else "",
                terug_uiterlijk=vraag.terug_uiterlijk,
                stand=KofferStand.UIT,
                tot_en_met=kop.nummer,
                kop_hash=kop.hash,
                uitgegeven_op=self._werkplek.nu(),
                uitgegeven_door=self._werkplek.naam,
            )
            for overleg_id in per_overleg
        ]
        for rij in rijen:
            rij.volledig = canoniek([*vol, *uit]).decode("utf-8")
            sessie.add(rij)
            sessie.flush()
            sessie.add_all(KofferCasus(koffer_id=rij.id, casus_id=casus_id) for casus_id in per_overleg[rij.overleg_id])
            uit.append(UITGIFTE.teken(self._werkplek, sessie, rij))
        for rij in rijen:
            UITGIFTE.eis_bewaard(self._werkplek, sessie, rij.id)
        plan = Reisplan(
            koffers=tuple(rij.id for rij in rijen),
            eerste=uit[0],
            uit=uit[-1],
            overleggen=tuple(per_overleg),
            casussen=casussen,
            eerder=eerder,
            heel=heel,
            vol=(*vol, *uit),
        )
        return rijen[-1], plan

    def _eis_samen(
        self, sessie: Session, overleggen: Sequence[Overleg], per_overleg: Mapping[OverlegId, tuple[int, ...]]
    ) -> None:
        """Each of them can travel, and they are of one day. Raises KofferFout."""
        for overleg in overleggen:
            if bezwaar := bezwaar_tegen(self._werkplek, sessie, overleg, per_overleg[overleg.id]):
                raise KofferFout(bezwaar, veilig="Er is niets gewijzigd.")
        if len({overleg.datum for overleg in overleggen}) > 1 or len(per_overleg) < len(overleggen):
            raise KofferFout("In een koffer gaan overleggen van één dag mee.", veilig="Er is niets gewijzigd.")

    def _van_die_dag(self, sessie: Session, overleg: Overleg) -> tuple[KofferOok | KofferNiet, ...]:
        """The other overleggen about casussen of that day, in order: what can travel, or why not."""
        vraag = select(Overleg).where(Overleg.datum == overleg.datum, Overleg.id != overleg.id)
        gevonden: list[KofferOok | KofferNiet] = []
        for ander in sessie.scalars(vraag.order_by(Overleg.begin, Overleg.id)):
            if not ander.casuistiek or ander.status is OverlegStatus.AFGELAST:
                continue
            casussen = casussen_van(sessie.connection(), ander.id)
            if bezwaar := bezwaar_tegen(self._werkplek, sessie, ander, casussen):
                gevonden.append(KofferNiet(naam_van(self._werkplek, sessie, ander), bezwaar))
            else:
                nummers = sessie.scalars(select(Casus.nummer).where(Casus.id.in_(casussen)).order_by(Casus.nummer))
                gevonden.append(KofferOok(ander.id, naam_van(self._werkplek, sessie, ander), tuple(nummers)))
        return tuple(gevonden)

    def _regisseurs(self) -> tuple[Gebruiker, ...]:
        return tuple(wie for wie in self._werkplek.kluis.gebruikers() if Rol.PROCESREGISSEUR in wie.rollen)

    def _ontvangers(self, vraag: KofferVraag) -> tuple[Gebruiker, Gebruiker | None]:
        bekend = {wie.naam: wie for wie in self._regisseurs()}
        voor = bekend.get(vraag.voor)
        if voor is None:
            raise InvoerOngeldig("voor", "Kies aan wie de koffer meegaat.")
        if not vraag.vervanger:
            return voor, None
        vervanger = bekend.get(vraag.vervanger)
        if vervanger is None or vervanger.naam == voor.naam:
            raise InvoerOngeldig("vervanger", "Kies als vervanger iemand anders, of niemand.")
        return voor, vervanger

    def _voorstel(self, dag: date) -> date:
        return max(dag, self._werkplek.vandaag()) + timedelta(days=_DAGEN_NA_DE_TAFEL)

    def _eis_dag(self, overleg: Overleg, terug: date) -> None:
        if terug < max(overleg.datum, self._werkplek.vandaag()):
            raise InvoerOngeldig(
                "terug_uiterlijk", f"Kies een dag vanaf {datum_lang(max(overleg.datum, self._werkplek.vandaag()))}."
            )
