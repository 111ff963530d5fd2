"""Header and footer of a document: house, recipient, version, article, and the head of the chain as its code."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import kop as keten_kop
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg, Vaststelling
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.stukken.ondertekenaar import getekend_door
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.werkplek.werkplek import Werkplek


def maak_kop(
    werkplek: Werkplek,
    sessie: Session,
    profiel: Huisprofiel,
    *,
    titel: str,
    ontvanger: str | None,
    versie: str,
    artikel: str,
    voor_betrokkene: bool = False,
) -> Documentkop:
    """The head of one document. The code is the number and the begin of the hash of the newest verklaring."""
    laatste = keten_kop(sessie)
    return Documentkop(
        huis_naam=profiel.naam,
        huis_kort=profiel.korte_naam,
        titel=titel,
        ontvanger=ontvanger,
        versie=versie,
        verificatiecode=f"{laatste.nummer}-{laatste.hash[:8]}",
        artikel=artikel,
        oefen=werkplek.kluis.oefen,
        gemaakt_op=werkplek.vandaag(),
        termen=profiel.termen,
        weging=lees_weging(sessie, profiel, voor_betrokkene=voor_betrokkene),
    )


def maak_overlegkop(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> DocumentOverleg:
    """The meeting as the regie sees it."""
    return DocumentOverleg(
        naam=werkplek.overlegsoort_van(sessie, overleg).naam,
        datum=overleg.datum,
        begin=overleg.begin,
        einde=overleg.einde,
        plaats=overleg.plaats,
        voorzitter=overleg.voorzitter,
        notulist=overleg.notulist,
    )


def maak_vaststelling(werkplek: Werkplek, sessie: Session, nummer: int | None) -> Vaststelling | None:
    """Who signed and when, from the verified verklaring; None when nobody has. Raises HandtekeningOnjuist."""
    if nummer is None:
        return None
    door, op = getekend_door(werkplek, sessie, nummer)
    return Vaststelling(door=door, op=op)
