"""Whether information can be put on a casus: one rule for the button, the key, the file that is dropped and the act."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.keuzes import CasusStatus
from zvh_desktop.models.verzoeken.verzoek import Aantekening
from zvh_desktop.services.stukken.weging import in_kracht


def waarom_niet_erbij(sessie: Session, casus: Casus) -> str:
    """Why nothing can be put on it now, in a sentence; empty when it can."""
    wie = select(Aantekening.id).filter_by(casus_id=casus.id, soort=ItemSoort.BETROKKENE)
    if sessie.scalars(wie.where(in_kracht()).limit(1)).first() is not None:
        return f"Een betrokkene van casus {casus.nummer} liet de verwerking beperken: hier komt geen informatie bij."
    if casus.status is not CasusStatus.LOPEND:
        return f"Casus {casus.nummer} loopt niet meer: hier komt geen informatie bij."
    return ""


def eis_erbij(sessie: Session, casus: Casus) -> None:
    """Raise GebruikersFout where nothing can be put on it."""
    waarom = waarom_niet_erbij(sessie, casus)
    if waarom:
        advies = (
            "Hoort dit bij een andere casus, leg het dan daar vast."
            if casus.status is not CasusStatus.LOPEND
            else "Of de beperking nog geldt, staat bij het verzoek van deze betrokkene."
        )
        raise GebruikersFout(waarom, veilig="Er is niets gewijzigd.", advies=advies)
