"""The columns of the acties of before, as the table goes through them."""

from __future__ import annotations

from zvh_desktop.models.keuzes import Voortgang
from zvh_desktop.models.woorden import ACTIE_TEKST, VOORTGANG_TEKST
from zvh_desktop.services.tafel.opvolging.gegevens import LopendeActie
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon

_ICOON = {
    Voortgang.GEDAAN: Icoon.VINK,
    Voortgang.NIET_GEDAAN: Icoon.UITROEP,
    Voortgang.NIET_MEER_MOGELIJK: Icoon.SLUITEN,
}


def _actie(regel: LopendeActie) -> object:
    return " ".join(regel.actie.invoer.omschrijving.split())


def _heel(regel: LopendeActie) -> str:
    return regel.actie.invoer.omschrijving


def _bij(regel: LopendeActie) -> object:
    return regel.actie.belegd_bij


def _termijn(regel: LopendeActie) -> object:
    return datum_kort(regel.actie.invoer.termijn) if regel.actie.invoer.termijn else ""


def _stand(regel: LopendeActie) -> object:
    return VOORTGANG_TEKST[regel.voortgang] if regel.voortgang is not None else ACTIE_TEKST[regel.actie.status]


def _icoon(regel: LopendeActie) -> Icoon | None:
    return _ICOON[regel.voortgang] if regel.voortgang is not None else None


LOPENDE_ACTIES = (
    Kolom[LopendeActie]("actie", "Eerdere actie", _actie, 22, uitleg=_heel),
    Kolom[LopendeActie]("bij", "Belegd bij", _bij, 12),
    Kolom[LopendeActie]("termijn", "Klaar op", _termijn, 12),
    Kolom[LopendeActie]("stand", "Stand", _stand, 14, icoon=_icoon),
)
