"""The Dutch words for the choices of the domain, with the icon that says the same without colour."""

from __future__ import annotations

from zvh_desktop.models.keuzes import PoortStand, Rol
from zvh_desktop.ui.uiterlijk.icons import Icoon

ROL_UITLEG = {
    Rol.MEDEWERKER: "Bereidt overleggen voor, verstuurt uitnodigingen en maakt de notulen.",
    Rol.PROCESREGISSEUR: "Beoordeelt wie rechtmatig aanwezig mag zijn en stelt agenda en notulen vast.",
    Rol.BEHEERDER: "Beheert de accounts en de gegevens van het huis. Ziet geen casussen.",
}

POORT_TEKST = {
    PoortStand.UITGENODIGD: "op de agenda",
    PoortStand.RECHTMATIG: "rechtmatig, niet op de agenda",
    PoortStand.NIET_RECHTMATIG: "niet rechtmatig",
    PoortStand.NIET_BEOORDEELD: "nog niet beoordeeld",
    PoortStand.VERLOPEN: "verlopen",
    PoortStand.INGETROKKEN: "ingetrokken",
    PoortStand.NIET_VAN_TOEPASSING: "niet van toepassing",
}


def zit_tekst(stand: PoortStand, *, verstuurd: bool) -> str:
    """How a partij stands at a point: it is on the agenda, and invited once its uitnodiging went out."""
    return "uitgenodigd" if verstuurd and stand is PoortStand.UITGENODIGD else POORT_TEKST[stand]


GEVRAAGD_TEKST = "oordeel gevraagd"
"""Beside how a partij stands, while the procesregisseur has not answered."""

POORT_ICOON = {
    PoortStand.UITGENODIGD: Icoon.VINK,
    PoortStand.RECHTMATIG: Icoon.CIRKEL,
    PoortStand.NIET_RECHTMATIG: Icoon.STREEPJE,
    PoortStand.NIET_BEOORDEELD: Icoon.VRAAGTEKEN,
    PoortStand.VERLOPEN: Icoon.UITROEP,
    PoortStand.INGETROKKEN: Icoon.UITROEP,
    PoortStand.NIET_VAN_TOEPASSING: Icoon.PUNT,
}

OOK_OP_DE_SERVER = "Laat de afdeling ICT dit ook op de server doorvoeren."
"""Said where a role changed in a house on a server."""
