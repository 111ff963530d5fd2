"""The akkoord of the procesregisseur on an agenda: what it takes, and whether this agenda is the one that got it."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import OverlegStatus, VerklaringSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.casus.fasen import in_weging
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast, hoort_van_de_agenda
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import inhoudstempel, verificatie
from zvh_desktop.services.regelboek.casus import doel_besluit_themas_vooraf
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, uit_bezwaren
from zvh_desktop.services.tafel.agenda_stand import agenda_stand
from zvh_desktop.services.tafel.agenda_woorden import MET_AKKOORD
from zvh_desktop.services.tafel.tafelorde import op_agenda
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _vorm_1(_werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    inhoud = [overleg.id, overleg.agenda_versie, _waar_en_wanneer(overleg), _punten(sessie, overleg)]
    stempel = hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest()
    return {"overleg": overleg.id, "versie": overleg.agenda_versie, "stempel": stempel}


def _vorm_2(_werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """The same, canonical, with the number of each casus: an agenda has one stempel, whoever writes it down."""
    ids = [punt.casus_id for punt in op_agenda(overleg) if punt.casus_id is not None]
    nummers = sessie.execute(select(Casus.id, Casus.nummer).where(Casus.id.in_(ids)).order_by(Casus.id))
    inhoud = [_waar_en_wanneer(overleg), _punten(sessie, overleg), [[id_, nummer] for id_, nummer in nummers]]
    return {
        "overleg": overleg.id,
        "versie": overleg.agenda_versie,
        "stempel": inhoudstempel(VerklaringSoort.AGENDA_AKKOORD, inhoud),
    }


def _vorm_3(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also about whom each point is, and how everyone is called on it."""
    return {**_vorm_2(werkplek, sessie, overleg), "woorden": woordstempel(overleg.agenda_woorden)}


def _waar_en_wanneer(overleg: Overleg) -> list[str]:
    wanneer = (overleg.datum, overleg.begin, overleg.einde)
    return [overleg.soort, *(str(deel) for deel in wanneer), overleg.plaats]


def _punten(sessie: Session, overleg: Overleg) -> list[list[object]]:
    """Everything an akkoord is about. A seat that lapses later does not change it; any other change does.

    What is added at the table stands beside the agenda that was agreed and sent, and is signed with the verslag.
    """
    return [
        [p.id, p.casus_id, p.onderwerp, p.minuten, p.doel, p.besluit_type, p.themas]
        + [[s.partij_id, s.gevraagde_bijdrage] for s in p.stoelen]
        for p in agenda_stand(sessie, overleg).punten
    ]


def _moet(_sessie: Session, overleg: Overleg) -> bool:
    """Called off changes nothing about the signature: an agenda that had akkoord keeps it, and can be read."""
    if overleg.status == OverlegStatus.AFGELAST:
        return overleg.akkoord_verklaring is not None
    return overleg.status in MET_AKKOORD


def _geweigerd(_sessie: Session, _overleg: Overleg) -> str:
    return "De agenda is niet de agenda die akkoord kreeg. Er is niets gemaakt of verzonden."


def _bevinding(_sessie: Session, overleg: Overleg) -> str:
    return f"De agenda van {datum_kort(overleg.datum)} is niet de agenda die akkoord kreeg."


AKKOORD = Getekend(
    soort=VerklaringSoort.AGENDA_AKKOORD,
    rij=Overleg,
    van_deze_soort=Overleg.casuistiek,
    over="overleg",
    versie="agenda_versie",
    kolom="akkoord_verklaring",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="De agenda die is ondertekend als verklaring {}, is verwijderd.",
    advies="Zet de agenda terug naar concept en vraag opnieuw akkoord. Meld dit bij uw beheerder.",
)
"""Back to concept is a next version, which may be unsigned."""


def nog_nodig_voor_akkoord(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, schikking: Tafelschikking
) -> tuple[Aandachtspunt, ...]:
    """Rule ``doel_besluit_themas_vooraf``: what each casus must have before the agenda gets akkoord.

    A casus that was afgeschaald since has to come off first.
    """
    profiel = werkplek.profiel_van(sessie, overleg)
    nodig: list[Aandachtspunt] = []
    punten = [(punt, casus) for punt in op_agenda(overleg) if (casus := schikking.casus(punt)) is not None]
    if not punten:
        nodig.append(Aandachtspunt("Er staat nog geen casus op de agenda."))
    for punt, casus in punten:
        nummer = casus.nummer
        gesloten = hoort_van_de_agenda(overleg, casus, profiel.termen)
        if gesloten:
            nodig.append(Aandachtspunt(gesloten))
            continue
        if not in_weging(werkplek, casus, overleg.soort):  # which determines these itself
            bezwaar = doel_besluit_themas_vooraf(
                profiel, nummer, doel=punt.doel, besluit_type=punt.besluit_type, themas=punt.themas
            )
            nodig += uit_bezwaren((bezwaar,))
        if not schikking.bij(punt):
            nodig.append(Aandachtspunt(f"Zet bij casus {nummer} ten minste één partij op de agenda."))
    return tuple(nodig)


def verifieer_akkoord(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Check that the procesregisseur signed exactly this agenda. Raises HandtekeningOnjuist, GebruikersFout."""
    eis_niet_afgelast(overleg)
    if overleg.status not in MET_AKKOORD:
        raise GebruikersFout(
            "De agenda is nog concept. Uit een concept gaat niets de deur uit.",
            advies=f"Vraag {werkplek.profiel.termen.met_lidwoord('procesregisseur')} om akkoord.",
        )
    AKKOORD.verifieer(werkplek, sessie, overleg)


def eis_woorden_getekend(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Raise HandtekeningOnjuist where an agenda with akkoord has other words than were signed.

    Of the statement alone: the agenda of the chair shows seats as they are now, and nothing goes out of it.
    """
    if not AKKOORD.moet(sessie, overleg):
        return
    getekend = verificatie(werkplek, sessie).een(AKKOORD.soort, overleg.akkoord_verklaring)
    inhoud, woorden = getekend.inhoud if getekend is not None else {}, overleg.agenda_woorden
    stempel = woordstempel(woorden) if isinstance(woorden, str) else None
    verwacht = inhoud.get("woorden", woordstempel(""))  # in the first forms there were none
    if inhoud.get(AKKOORD.over) != overleg.id or stempel != verwacht:
        raise HandtekeningOnjuist(AKKOORD.geweigerd(sessie, overleg), advies=AKKOORD.advies)
