"""The akkoord of the procesregisseur on an agenda: what it takes, and whether this agenda is the one that got it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import verifieer_verklaring
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OverlegStatus, VerklaringSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.poort.gesloten import hoort_van_de_agenda
from zvh_desktop.services.regelboek.casus import doel_besluit_themas_vooraf
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaren
from zvh_desktop.services.tafel.agenda_stand import agenda_stempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def nog_nodig_voor_akkoord(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> tuple[Aandachtspunt, ...]:
    """Rule ``doel_besluit_themas_vooraf``: what each casus must have before the agenda gets akkoord.

    A casus that was afgeschaald since has to come off first.
    """
    profiel = werkplek.profiel_van(sessie, overleg)
    nodig: list[Aandachtspunt] = []
    punten = [punt for punt in overleg.agendapunten if punt.casus_id is not None]
    if not punten:
        nodig.append(Aandachtspunt("Er staat nog geen casus op de agenda."))
    for punt in punten:
        casus = sessie.get_one(Casus, punt.casus_id)
        nummer = casus.nummer
        gesloten = hoort_van_de_agenda(overleg, casus)
        if gesloten:
            nodig.append(Aandachtspunt(gesloten))
            continue
        bezwaar = doel_besluit_themas_vooraf(
            profiel, nummer, doel=punt.doel, besluit_type=punt.besluit_type, themas=punt.themas
        )
        nodig += uit_bezwaren((bezwaar,))
        if not geldige_deelnames(werkplek, sessie, punt):
            nodig.append(Aandachtspunt(f"Nodig bij casus {nummer} ten minste één partij uit."))
    return tuple(nodig)


def verifieer_akkoord(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Check that the procesregisseur signed exactly this agenda. Raises HandtekeningOnjuist, GebruikersFout."""
    if overleg.status not in (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN):
        raise GebruikersFout(
            "De agenda is nog concept. Uit een concept gaat niets de deur uit.",
            advies="Vraag de procesregisseur om akkoord.",
        )
    verklaring = sessie.get(Verklaring, overleg.akkoord_verklaring) if overleg.akkoord_verklaring else None
    if verklaring is None:
        raise HandtekeningOnjuist("Onder deze agenda staat geen akkoord.", advies="Laat de kluis controleren.")
    getekend = verifieer_verklaring(verklaring, werkplek.kluis.wortel, werkplek.kluis.kluis_id)
    klopt = (
        verklaring.soort == VerklaringSoort.AGENDA_AKKOORD
        and getekend.get("overleg") == overleg.id
        and getekend.get("versie") == overleg.agenda_versie
        and getekend.get("stempel") == agenda_stempel(sessie, overleg)
    )
    if not klopt:
        raise HandtekeningOnjuist(
            "De agenda is na het akkoord gewijzigd. Er is niets gemaakt of verzonden.",
            advies="Zet de agenda terug naar concept en vraag opnieuw akkoord.",
        )
