"""What of a house may travel in a koffer: why a tafel stays here, and which statements go along whole."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.keuzes import OverlegStatus, VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_lang, opsomming
from zvh_desktop.models.verzoeken.verzoek import Aantekening
from zvh_desktop.services.koffer.lezen import al_uit
from zvh_desktop.services.stukken.beperkingen import eis_beperkingen
from zvh_desktop.services.stukken.items import lees_items
from zvh_desktop.services.stukken.weging import in_kracht
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MET_AKKOORD: Final = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
_AKKOORD_EERST: Final = " Zorg eerst bij Voorbereiden dat de agenda akkoord krijgt."


def bezwaar_tegen(werkplek: Werkplek, sessie: Session, overleg: Overleg, casussen: tuple[int, ...]) -> str:
    """Why this tafel cannot travel now; empty: it can. Raises HandtekeningOnjuist."""
    if werkplek.kluis.koffer is not None:
        return "Dit is zelf een koffer."
    if not overleg.casuistiek or overleg.status not in _MET_AKKOORD:
        return f"Alleen een overleg waarvan de agenda akkoord heeft, gaat mee in een koffer.{_AKKOORD_EERST}"
    if overleg.verslag_status is VerslagStatus.VASTGESTELD:
        return "Het verslag van dit overleg is vastgesteld: er valt onderweg niets meer te doen."
    ander = al_uit(sessie, casussen)
    if ander is not None:
        return (
            f"Een casus van dit overleg is al uitgeleend: {ander.voor_naam} heeft die in een koffer, tot en met "
            f"{datum_lang(ander.terug_uiterlijk)}. Lever die koffer eerst in, of trek hem in als hij kwijt is."
        )
    return _beperkt(sessie, casussen) if casussen else "Op dit overleg staan geen casussen."


def _beperkt(sessie: Session, casussen: tuple[int, ...]) -> str:
    """Why a casus of which something is restricted stays here: in a koffer it would be a new copy, without a mark.

    Asked of the signed restrictions (AVG art. 18). Raises HandtekeningOnjuist when one is not as it was signed.
    """
    eis_beperkingen(sessie)
    vraag = select(Casus.nummer).join(Aantekening, Aantekening.casus_id == Casus.id)
    nummers = sessie.scalars(vraag.where(in_kracht(), Casus.id.in_(casussen)).distinct().order_by(Casus.nummer)).all()
    if not nummers:
        return _noemt_beperkte(sessie, casussen)
    return (
        f"Van {'casus' if len(nummers) == 1 else 'de casussen'} {opsomming(nummers)} is iets beperkt op verzoek van "
        "een betrokkene (AVG art. 18). Dat gaat niet mee in een koffer. Haal die casus van de agenda, of houd dit "
        "overleg op kantoor."
    )


def _noemt_beperkte(sessie: Session, casussen: tuple[int, ...]) -> str:
    """Who is restricted as a person is so in every text, also of a casus that is about somebody else."""
    namen = set(
        sessie.scalars(
            select(Betrokkene.naam)
            .join(Aantekening, (Aantekening.soort == ItemSoort.BETROKKENE) & (Aantekening.item_id == Betrokkene.id))
            .where(in_kracht())
        )
    )
    if not namen:
        return ""
    noemen = {
        item.casus_id
        for item in lees_items(sessie, casussen)
        for _, geschreven in item.teksten
        if any(Vermeldingen((geschreven,)).noemt(naam) for naam in namen)
    }
    nummers = sessie.scalars(select(Casus.nummer).where(Casus.id.in_(noemen)).order_by(Casus.nummer)).all()
    if not nummers:
        return ""
    return (
        f"In {'casus' if len(nummers) == 1 else 'de casussen'} {opsomming(nummers)} wordt iemand genoemd van wie de "
        "gegevens op verzoek zijn beperkt (AVG art. 18). Dat gaat niet mee in een koffer. Haal die casus van de "
        "agenda, of houd dit overleg op kantoor."
    )


def gaat_heel_mee(sessie: Session, overleggen: tuple[int, ...], casussen: tuple[int, ...]) -> tuple[int, ...]:
    """What travels whole: statements about these casussen and overleggen, who has which role, and who is a partij."""
    zicht = inzicht(sessie)
    plannen = sessie.scalars(select(PlanVanAanpak.id).where(PlanVanAanpak.casus_id.in_(casussen))).all()
    return tuple(
        sorted(
            zicht.nummers_van(VerklaringSoort.ROLLEN)
            | zicht.nummers_van(VerklaringSoort.SAMENWERKING)
            | zicht.nummers_over(VerklaringSoort.OORDEEL, "casus", casussen)
            | zicht.nummers_over(VerklaringSoort.PLAN_VASTGESTELD, "plan", plannen)
            | zicht.nummers_over(VerklaringSoort.AGENDA_AKKOORD, "overleg", overleggen)
            | zicht.nummers_over(VerklaringSoort.VERSLAG_VASTGESTELD, "overleg", overleggen)
        )
    )
