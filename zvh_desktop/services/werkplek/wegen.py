"""Where something that is missing is filled in, for the button beside the refusal that says so.

A way is only given to who can fill it in there: who cannot, reads in the refusal who can.
"""

from __future__ import annotations

from zvh_desktop.errors import Weg
from zvh_desktop.models.keuzes import CasusId, PartijId
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

OORDELEN = "oordelen"
"""The strip of a casus with who may be at the table."""
AANWIJZEN = "casusregisseur"
"""The place in the head of a casus where a casusregisseur is appointed."""


def naar_partij(partij_id: PartijId) -> Weg:
    """The partij in the register, with its contactpersonen."""
    return Weg("partijen", int(partij_id), "Naar het &register")


def naar_instellingen(werkplek: Werkplek) -> Weg | None:
    """What the house filled in about itself."""
    mag = werkplek.mag(Recht.INSTELLINGEN_BEHEREN).mag
    return Weg("beheer", "instellingen", "Naar de &instellingen") if mag else None


def naar_bewaartermijnen(werkplek: Werkplek, recht: Recht = Recht.INSTELLINGEN_BEHEREN) -> Weg | None:
    """How long the house keeps what; for who fills it in, or with another ``recht`` for who signs it."""
    return Weg("beheer", "bewaartermijnen", "Naar de &bewaartermijnen") if werkplek.mag(recht).mag else None


def naar_woordenlijst() -> Weg:
    """The words of the house, for who may add one: who is told to go there may."""
    return Weg("beheer", "woordenlijst", "Naar de &woordenlijst")


def naar_toetreden(werkplek: Werkplek) -> Weg | None:
    """The procedures about who is a partij; only for who begins one."""
    mag = werkplek.mag(Recht.SAMENWERKING_BIJHOUDEN).mag
    return Weg("beheer", "samenwerking", "Naar &toetreden en uittreden") if mag else None


def naar_casusregisseur(casus_id: CasusId) -> Weg:
    """The head of the casus, where a casusregisseur is appointed."""
    return Weg("casussen", BijCasus(casus_id, AANWIJZEN), "Naar de &casus")


def naar_oordelen(werkplek: Werkplek, casus_id: CasusId) -> Weg | None:
    """The oordelen of this casus; only for who gives them."""
    mag = werkplek.mag(Recht.OORDELEN).mag
    return Weg("casussen", BijCasus(casus_id, OORDELEN), "Naar de &oordelen") if mag else None
