"""Whether a letter may be made: what it is about has to be there, and its addressee may know of it.

A betrokkene is not written to when it was recorded why not. A partij that is told of an afschaling got something about
the casus and passes the gate today; who takes over passes the gate too. The aanmelder only hears what became of its own
aanmelding, and a derde only gets a letter about what it was given. A decision that a letter tells is the signed one.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.instroom.einde import CasusEinde
from zvh_desktop.models.instroom.vastlegging import Vastlegging
from zvh_desktop.models.keuzes import AanmeldingUitkomst, CasusStatus, PlanStatus, VastleggingSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.tekst.briefsoorten import AAN_AANMELDER, AAN_BETROKKENE, Briefsoort
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.brieven.gegevens import Briefvraag
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.einde_getekend import eis_einde
from zvh_desktop.services.casus.plan_getekend import PLAN
from zvh_desktop.services.poort.gesloten import eis_lopend
from zvh_desktop.services.poort.poort import eis_rechtmatig
from zvh_desktop.services.regelboek.aanwezigheid import toetreding, uittreding
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.uitnodigen.ontvangsten import ontvangsten
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class Briefonderwerp:
    """The rows that one letter is about; within one transaction."""

    casus: Casus | None = None
    aanmelding: Aanmelding | None = None
    partij: Partij | None = None
    betrokkene: Betrokkene | None = None
    verstrekking: Verstrekking | None = None
    afschaling: Afschaling | None = None
    einde: CasusEinde | None = None

    def een_casus(self) -> Casus:
        """The casus. Raises InvoerOngeldig without one."""
        if self.casus is None:
            raise InvoerOngeldig("casus", "Hiervan is geen casus.")
        return self.casus


def lees_onderwerp(werkplek: Werkplek, sessie: Session, vraag: Briefvraag) -> Briefonderwerp:
    """The rows, that belong together. Raises NietGevonden, InvoerOngeldig."""
    casus = haal(sessie, Casus, vraag.casus_id, "Deze casus") if vraag.casus_id is not None else None
    aanmelding_id = vraag.aanmelding_id or (casus.aanmelding_id if casus is not None else None)
    deze = werkplek.profiel.termen.deze("aanmelding")
    aanmelding = haal(sessie, Aanmelding, aanmelding_id, deze) if aanmelding_id is not None else None
    betrokkene = (
        haal(sessie, Betrokkene, vraag.betrokkene_id, "Deze betrokkene") if vraag.betrokkene_id is not None else None
    )
    verstrekking = (
        haal(sessie, Verstrekking, vraag.verstrekking_id, "Deze verstrekking")
        if vraag.verstrekking_id is not None
        else None
    )
    casus_id = casus.id if casus is not None else None
    if any(een is not None and een.casus_id != casus_id for een in (betrokkene, verstrekking)) or (
        casus is not None and aanmelding is not None and casus.aanmelding_id != aanmelding.id
    ):
        raise InvoerOngeldig("casus", "Dit hoort niet bij deze casus.")
    return Briefonderwerp(
        casus=casus,
        aanmelding=aanmelding,
        partij=haal(sessie, Partij, vraag.partij_id, "Deze partij") if vraag.partij_id is not None else None,
        betrokkene=betrokkene,
        verstrekking=verstrekking,
        afschaling=_een(sessie, Afschaling, casus_id),
        einde=sessie.scalars(
            select(CasusEinde).filter_by(casus_id=casus_id, heropend_op=None).order_by(CasusEinde.id.desc())
        ).first()
        if casus_id is not None
        else None,
    )


def eis_mag(werkplek: Werkplek, sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> None:
    """Raises RegelGeweigerd, HandtekeningOnjuist or GebruikersFout: what stands in the way, and what can be done."""
    if vraag.soort in AAN_BETROKKENE:
        _eis_betrokkene(werkplek, sessie, vraag, over)
    elif vraag.soort in AAN_AANMELDER:
        _eis_aanmelder(werkplek, sessie, vraag, over)
    elif vraag.soort is Briefsoort.VERSTREKKING:
        _eis_verstrekking(over)
    else:
        _eis_afgeschaald(werkplek, sessie, over)
        _eis_poort(werkplek, sessie, vraag, over)


def _eis_betrokkene(werkplek: Werkplek, sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> None:
    casus = over.een_casus()
    if over.betrokkene is None:
        raise InvoerOngeldig("betrokkene", "Kies aan welke betrokkene de brief gaat.")
    plan = _geldend_plan(werkplek, sessie, casus)
    termen = werkplek.profiel.termen
    if vraag.soort is Briefsoort.BETROKKENE_AFSCHALING:
        _eis_afgeschaald(werkplek, sessie, over)
    else:
        eis_lopend(casus, termen, "Deze brief gaat over wat nog komt.")
    if vraag.soort is Briefsoort.BETROKKENE_PLAN and plan is None:
        raise GebruikersFout(
            f"Er is nog geen vastgesteld {termen.plan_van_aanpak}.",
            advies=f"Stel {termen.met_lidwoord('plan_van_aanpak')} eerst vast.",
        )
    vooraf = sessie.scalars(select(Vastlegging).filter_by(casus_id=casus.id, soort=VastleggingSoort.BETROKKENE)).first()
    uit_plan = plan.niet_geinformeerd_omdat.strip() if plan is not None else ""
    uit_vooraf = vooraf.niet_omdat.strip() if vooraf is not None else ""
    later = vraag.soort is not Briefsoort.BETROKKENE_AANMELDING and plan is not None
    reden = uit_plan if later else uit_vooraf
    if reden:
        waar = f"in {termen.met_lidwoord('plan_van_aanpak')}" if later else "bij Wie is gesproken"
        raise GebruikersFout(
            f"Vastgelegd is dat de betrokkene niet wordt geïnformeerd: {' '.join(reden.split())}",
            veilig="Er is geen brief gemaakt.",
            advies=f"Is dat veranderd, pas het dan eerst aan {waar}.",
        )


def _geldend_plan(werkplek: Werkplek, sessie: Session, casus: Casus) -> PlanVanAanpak | None:
    """The newest that was vastgesteld, as it was: it may say that the betrokkene is not to be told."""
    PLAN.eis_compleet(werkplek, sessie, "casus", casus.id)
    plan = sessie.scalars(
        select(PlanVanAanpak)
        .filter_by(casus_id=casus.id, status=PlanStatus.VASTGESTELD)
        .order_by(PlanVanAanpak.versie.desc())
    ).first()
    if plan is not None:
        PLAN.verifieer(werkplek, sessie, plan)
    return plan


def _eis_aanmelder(werkplek: Werkplek, sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> None:
    termen = werkplek.profiel.termen
    if over.aanmelding is None or over.partij is None or over.aanmelding.partij_id != over.partij.id:
        wie = termen.met_lidwoord("aanmelder")
        raise GebruikersFout(f"Deze partij bracht de casus niet in. Alleen {wie} krijgt deze brief.")
    if over.aanmelding.uitkomst == AanmeldingUitkomst.OPEN:
        raise GebruikersFout(
            f"Over {termen.gebogen('deze', 'aanmelding')} is nog niet besloten.", advies="Beoordeel haar eerst."
        )
    eis(uittreding(werkplek.profiel, over.partij.naam, over.partij.uitgetreden_op, werkplek.vandaag()))
    aangenomen = over.aanmelding.uitkomst == AanmeldingUitkomst.GEACCEPTEERD
    if aangenomen is (vraag.soort is Briefsoort.AANMELDER_AFGEWEZEN):
        hoe = "aangenomen" if aangenomen else "afgewezen"
        raise GebruikersFout(f"{termen.gebogen('deze', 'aanmelding').capitalize()} is {hoe}.")
    if vraag.soort is Briefsoort.AANMELDER_EINDE:
        if over.casus is None or over.einde is None:
            raise GebruikersFout("Deze casus is niet beëindigd.")
        eis_einde(werkplek, sessie, over.casus)


def _eis_verstrekking(over: Briefonderwerp) -> None:
    rij = over.verstrekking
    if rij is None or over.partij is None or rij.derde_id != over.partij.id:
        raise GebruikersFout("Deze verstrekking ging niet naar deze partij.")
    if rij.vervallen_op is not None:
        raise GebruikersFout("Deze verstrekking is vervallen: zij is per vergissing vastgelegd.")


def _eis_afgeschaald(werkplek: Werkplek, sessie: Session, over: Briefonderwerp) -> None:
    casus = over.een_casus()
    if casus.status is not CasusStatus.AFGESCHAALD or over.afschaling is None or over.afschaling.besloten_op is None:
        raise GebruikersFout(
            f"Casus {casus.nummer} is niet {werkplek.profiel.termen.afgeschaald}.",
            advies=f"Leg eerst het besluit tot {werkplek.profiel.termen.afschaling} vast.",
        )
    AFSCHALING.verifieer(werkplek, sessie, over.afschaling)


def _eis_poort(werkplek: Werkplek, sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> None:
    casus = over.een_casus()
    if over.partij is None:
        raise InvoerOngeldig("partij", "Kies aan welke partij de brief gaat.")
    vandaag = werkplek.vandaag()
    eis(toetreding(werkplek.profiel, over.partij.naam, over.partij.aangesloten_op, vandaag))
    eis_rechtmatig(werkplek, sessie, casus, over.partij, vandaag)
    if vraag.soort is Briefsoort.AFSCHALING_PARTIJ and over.partij.id not in kregen_iets(sessie, casus):
        raise GebruikersFout(
            f"{over.partij.naam} kreeg van ons niets over casus {casus.nummer}.",
            advies="Alleen wie stukken kreeg, hoort dat de casus eindigt.",
        )
    if vraag.soort is Briefsoort.OVERDRACHT and not (over.afschaling and over.afschaling.overgedragen_aan.strip()):
        raise GebruikersFout(
            "Er is niet vastgelegd wat er aan wie is overgedragen.",
            advies=f"Dat staat bij {werkplek.profiel.termen.afschaling}.",
        )


def kregen_iets(sessie: Session, casus: Casus) -> frozenset[int]:
    """The partijen that were sent something about this casus, from what was really sent."""
    return frozenset(een.partij_id for een in ontvangsten(sessie, (casus.id,)) if een.op is not None)


def _een(sessie: Session, soort: type[Afschaling], casus_id: int | None) -> Afschaling | None:
    return sessie.scalars(select(soort).filter_by(casus_id=casus_id)).first() if casus_id is not None else None
