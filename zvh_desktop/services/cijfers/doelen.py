"""The goals of the plan of the house, each with the figure that shows how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.cijfers.cijfers import Jaardoel
from zvh_desktop.models.cijfers.maten import AANTALLEN, Afloop, Indeling, Maat
from zvh_desktop.services.cijfers.gegevens import Doelinvoer, Doelregel
from zvh_desktop.services.cijfers.namen import maat_naam
from zvh_desktop.services.cijfers.publicatie import Verteld
from zvh_desktop.services.cijfers.rapport import deel, totaal
from zvh_desktop.services.cijfers.tellen import Cijfercel
from zvh_desktop.services.cijfers.tijdvak import Tijdvak
from zvh_desktop.services.cijfers.woordenlijst import Woordenlijst
from zvh_desktop.services.werkplek.invoer import tekst, verplicht

SUCCESVOL: Final = "succesvol"
DOORLOOPTIJD: Final = "doorlooptijd"
GROOTST: Final = 100_000


def doelmaten(woorden: Woordenlijst) -> Mapping[str, str]:
    """What a goal can be measured by, with its name."""
    return {
        **{maat.value: maat_naam(maat, woorden) for maat in AANTALLEN},
        SUCCESVOL: "Casussen succesvol afgerond",
        DOORLOOPTIJD: "Weken van begin tot sluiten (het midden)",
    }


def lees_doelen(sessie: Session, woorden: Woordenlijst, cijfers: Verteld, tijdvak: Tijdvak) -> tuple[Doelregel, ...]:
    """Those of the last year of the period."""
    jaar = tijdvak.jaren[-1]
    plannen = {plan.sleutel: plan.naam for plan in woorden.profiel.verantwoording.plannen}
    namen = doelmaten(woorden)
    rijen = sessie.scalars(select(Jaardoel).where(Jaardoel.jaar == jaar).order_by(Jaardoel.id))
    return tuple(
        Doelregel(
            id=rij.id,
            invoer=Doelinvoer(rij.jaar, rij.plan, rij.tekst, rij.maat, rij.streefwaarde, rij.hoogstens),
            plan=plannen.get(rij.plan, rij.plan),
            maat=namen.get(rij.maat, rij.maat),
            stand=_stand(cijfers, rij.maat, tijdvak, jaar),
            eenheid="weken" if rij.maat == DOORLOOPTIJD else "",
        )
        for rij in sorted(rijen, key=lambda een: een.plan)
    )


def _stand(cijfers: Verteld, maat: str, tijdvak: Tijdvak, jaar: int) -> int | None:
    kwartalen = tijdvak.kwartalen(jaar)
    binnen = Tijdvak((jaar, kwartalen[0]), (jaar, kwartalen[-1]))
    if maat == DOORLOOPTIJD:
        return cijfers.get(Cijfercel(jaar, 0, Maat.FASEDUUR.value, "")) if binnen.is_hele_jaren else None
    if maat != SUCCESVOL:
        return totaal(cijfers, Maat(maat), binnen) if maat in {een.value for een in AANTALLEN} else None
    if not binnen.is_hele_jaren or totaal(cijfers, Maat.UITSTROOM, binnen) is None:
        return None
    return deel(cijfers, Maat.UITSTROOM, Indeling.AFLOOP.value, Afloop.SUCCESVOL.value, binnen)


def vul(rij: Jaardoel, invoer: Doelinvoer, woorden: Woordenlijst) -> None:
    """Take over what was typed. Raises InvoerOngeldig."""
    if not 2000 <= invoer.jaar <= 2999:
        raise InvoerOngeldig("jaar", "Kies een jaar.")
    if invoer.plan not in {plan.sleutel for plan in woorden.profiel.verantwoording.plannen}:
        raise InvoerOngeldig("plan", "Kies een plan van het huis.")
    if invoer.maat not in doelmaten(woorden):
        raise InvoerOngeldig("maat", "Kies een cijfer uit de lijst.")
    if not 0 < invoer.streefwaarde <= GROOTST:
        raise InvoerOngeldig("streefwaarde", f"Vul een getal in van 1 tot en met {GROOTST}.")
    rij.tekst = verplicht("tekst", tekst("tekst", invoer.tekst), "Schrijf op wat het doel is.")
    rij.jaar, rij.plan, rij.maat = invoer.jaar, invoer.plan, invoer.maat
    rij.streefwaarde, rij.hoogstens = invoer.streefwaarde, invoer.hoogstens
