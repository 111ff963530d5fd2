"""What a letter records besides itself: that the aanmelder heard what became of it, that the betrokkene was informed.

Only where nobody recorded it yet; taking the letter back empties what it filled in, unless somebody changed it since.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.brieven.brief import Brief
from zvh_desktop.models.instroom.vastlegging import Vastlegging
from zvh_desktop.models.keuzes import VastleggingSoort
from zvh_desktop.models.tekst.briefsoorten import AAN_AANMELDER, Briefsoort
from zvh_desktop.services.brieven.gegevens import Briefvraag
from zvh_desktop.services.brieven.mag import Briefonderwerp
from zvh_desktop.services.werkplek.werkplek import Werkplek

_PER_BRIEF = "per brief"
_BRIEF_AAN = "brief aan {}"


def nog_niet_meegedeeld(sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> bool:
    """Whether this letter is how somebody is told, and nothing says yet that it was done."""
    if vraag.soort is Briefsoort.BETROKKENE_AANMELDING:
        return over.casus is not None and over.betrokkene is not None and _geinformeerd(sessie, over) is None
    if vraag.soort is Briefsoort.AANMELDER_EINDE:
        return over.einde is not None and over.einde.teruggekoppeld_op is None
    return vraag.soort in AAN_AANMELDER and over.aanmelding is not None and over.aanmelding.teruggekoppeld_op is None


def deel_mee(werkplek: Werkplek, sessie: Session, vraag: Briefvraag, over: Briefonderwerp) -> None:
    """Record that it was told today, by this letter."""
    vandaag = werkplek.vandaag()
    if vraag.soort is Briefsoort.BETROKKENE_AANMELDING:
        if over.casus is not None and over.betrokkene is not None:
            sessie.add(
                Vastlegging(
                    soort=VastleggingSoort.BETROKKENE,
                    casus_id=over.casus.id,
                    op=vandaag,
                    met=_BRIEF_AAN.format(over.betrokkene.naam),
                    vastgelegd_op=vandaag,
                    vastgelegd_door=werkplek.naam,
                )
            )
    elif vraag.soort is not Briefsoort.AANMELDER_EINDE:
        if over.aanmelding is not None:
            over.aanmelding.teruggekoppeld_op = vandaag
    elif over.einde is not None:
        over.einde.teruggekoppeld_op = vandaag
        over.einde.teruggekoppeld_hoe = _PER_BRIEF
        over.einde.teruggekoppeld_wat = "Dat de casus is beëindigd, zoals in de brief staat."
        over.einde.teruggekoppeld_door = werkplek.naam


def neem_mededeling_terug(sessie: Session, vraag: Briefvraag, over: Briefonderwerp, rij: Brief) -> None:
    """Empty what this letter filled in, unless somebody recorded something else since."""
    if vraag.soort is Briefsoort.BETROKKENE_AANMELDING:
        vast = _geinformeerd(sessie, over)
        wie = over.betrokkene.naam if over.betrokkene is not None else ""
        if vast is not None and (vast.op, vast.met) == (rij.dag, _BRIEF_AAN.format(wie)):
            sessie.delete(vast)
    elif vraag.soort is not Briefsoort.AANMELDER_EINDE:
        if over.aanmelding is not None and over.aanmelding.teruggekoppeld_op == rij.dag:
            over.aanmelding.teruggekoppeld_op = None
    elif over.einde is not None and over.einde.teruggekoppeld_hoe == _PER_BRIEF:
        over.einde.teruggekoppeld_op = None
        over.einde.teruggekoppeld_hoe = over.einde.teruggekoppeld_wat = over.einde.teruggekoppeld_door = ""


def _geinformeerd(sessie: Session, over: Briefonderwerp) -> Vastlegging | None:
    if over.casus is None:
        return None
    van = {"casus_id": over.casus.id, "soort": VastleggingSoort.BETROKKENE}
    return sessie.scalars(select(Vastlegging).filter_by(**van)).first()
