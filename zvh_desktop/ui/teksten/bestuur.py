"""The words and icons for meetings at tactical and strategic level."""

from __future__ import annotations

from zvh_desktop.models.bestuurskeuzes import BesluitOver, BesluitUitkomst, Stem
from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegStatus, VerslagStatus
from zvh_desktop.ui.uiterlijk.icons import Icoon

NIVEAU_TEKST = {
    Niveau.OPERATIONEEL: "operationeel",
    Niveau.TACTISCH: "tactisch",
    Niveau.STRATEGISCH: "strategisch",
}


def overlegstand(status: OverlegStatus, verslag: VerslagStatus) -> str:
    """How a meeting without casussen stands, as its list says it."""
    if verslag is VerslagStatus.VASTGESTELD:
        return "verslag vastgesteld"
    return "gehouden" if status is OverlegStatus.GEHOUDEN else "in voorbereiding"


def overlegstand_icoon(status: OverlegStatus, verslag: VerslagStatus) -> Icoon:
    """The icon beside it."""
    if verslag is VerslagStatus.VASTGESTELD:
        return Icoon.VINK
    return Icoon.OVERLEGGEN if status is OverlegStatus.GEHOUDEN else Icoon.POTLOOD


STEM_TEKST = {Stem.VOOR: "voor", Stem.TEGEN: "tegen", Stem.ONTHOUDING: "onthouding"}

OVER_TEKST = {
    BesluitOver.OVERIG: "een ander onderwerp",
    BesluitOver.TOETREDING: "toetreding van een nieuwe partij",
}

UITKOMST_TEKST = {
    BesluitUitkomst.OPEN: "nog open",
    BesluitUitkomst.AANGENOMEN: "aangenomen",
    BesluitUitkomst.VERWORPEN: "verworpen",
    BesluitUitkomst.VOORGESTELD: "voorgesteld",
    BesluitUitkomst.PATSTELLING: "patstelling",
    BesluitUitkomst.AANGEHOUDEN: "aangehouden",
}

UITKOMST_ICOON = {
    BesluitUitkomst.OPEN: Icoon.CIRKEL,
    BesluitUitkomst.AANGENOMEN: Icoon.VINK,
    BesluitUitkomst.VERWORPEN: Icoon.SLUITEN,
    BesluitUitkomst.VOORGESTELD: Icoon.VERDER,
    BesluitUitkomst.PATSTELLING: Icoon.UITROEP,
    BesluitUitkomst.AANGEHOUDEN: Icoon.KLOK,
}

LID_AANWEZIGHEID = tuple(stand for stand in Aanwezigheid if stand is not Aanwezigheid.VERTROKKEN)
"""Who votes stays until the end, so nobody is "eerder vertrokken" here; these are also the choices."""

AANWEZIGHEID_ICOON = {
    Aanwezigheid.ONBEKEND: Icoon.VRAAGTEKEN,
    Aanwezigheid.AANWEZIG: Icoon.VINK,
    Aanwezigheid.AFGEMELD: Icoon.STREEPJE,
    Aanwezigheid.AFWEZIG: Icoon.SLUITEN,
    Aanwezigheid.SCHRIFTELIJK: Icoon.DOCUMENT,
}
