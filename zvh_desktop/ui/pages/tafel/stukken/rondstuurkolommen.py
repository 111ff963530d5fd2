"""The columns of the table of what goes round, and the act of noting it as sent."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.keuzes import Reactie, VerzendingId, VerzendingSoort
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, RondstuurVraag
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.uiterlijk.icons import Icoon

REACTIE_TEKST = {
    Reactie.GEEN: "nog geen reactie",
    Reactie.AKKOORD: "akkoord",
    Reactie.OPMERKING: "opmerking",
}
REACTIE_ICOON = {
    Reactie.GEEN: Icoon.VRAAGTEKEN,
    Reactie.AKKOORD: Icoon.VINK,
    Reactie.OPMERKING: Icoon.UITROEP,
}


def _partij(regel: RondstuurRegel) -> object:
    heel = " (hele plan)" if regel.soort is VerzendingSoort.REGIE else ""
    return f"{regel.partij}{heel}"


def _versie(regel: RondstuurRegel) -> object:
    laatste = regel.laatste
    return regel.versie or (laatste.versie if laatste is not None else "")


def _stand(regel: RondstuurRegel) -> object:
    laatste = regel.laatste
    if regel.te_versturen:
        return "nieuwe versie nog te versturen" if laatste is not None else "nog niet verstuurd"
    if laatste is None:
        return ""
    return f"verstuurd op {datum_kort(laatste.dag)}" if regel.versie else "krijgt niets meer"


def _stand_icoon(regel: RondstuurRegel) -> Icoon:
    if regel.te_versturen:
        return Icoon.UITROEP if regel.eerder else Icoon.CIRKEL
    return Icoon.VINK if regel.versie else Icoon.STREEPJE


def _stand_uitleg(regel: RondstuurRegel) -> str:
    """Who got which version, when and at which address."""
    return "\n".join(
        f"Versie {een.versie}: {datum_kort(een.dag)}, aan {een.aan.naam} ({een.aan.email}), door {een.verstuurd_door}"
        for een in regel.eerder
    ) or str(_stand(regel))


def _wie(regel: RondstuurRegel) -> object:
    if regel.te_versturen:
        return regel.ontvanger.naam if regel.ontvanger is not None else "nog niet gekozen"
    return regel.laatste.aan.naam if regel.laatste is not None else ""


def _reactie(regel: RondstuurRegel) -> object:
    laatste = regel.laatste
    if laatste is None:
        return ""
    if laatste.reactie is Reactie.GEEN and laatste.reageren_voor is not None:
        return f"voor {datum_kort(laatste.reageren_voor)}"
    return REACTIE_TEKST[laatste.reactie]


def _reactie_icoon(regel: RondstuurRegel) -> Icoon | None:
    return REACTIE_ICOON[regel.laatste.reactie] if regel.laatste is not None else None


def _reactie_uitleg(regel: RondstuurRegel) -> str:
    laatste = regel.laatste
    return (laatste.reactie_tekst if laatste is not None else "") or str(_reactie(regel))


KOLOMMEN = (
    Kolom[RondstuurRegel]("partij", "Partij", _partij, breedte=26),
    Kolom[RondstuurRegel]("versie", "Versie", _versie, breedte=7, rechts=True),
    Kolom[RondstuurRegel]("stand", "Stand", _stand, 28, icoon=_stand_icoon, uitleg=_stand_uitleg),
    Kolom[RondstuurRegel]("wie", "Naar", _wie, breedte=22),
    Kolom[RondstuurRegel]("reactie", "Reactie", _reactie, 20, icoon=_reactie_icoon, uitleg=_reactie_uitleg),
)


class Verzendhandeling:
    """Noting several packets as sent, with the way back to nothing noted."""

    def __init__(self, diensten: Diensten, vragen: Sequence[RondstuurVraag], korte_namen: Sequence[str]) -> None:
        self._diensten = diensten
        self._vragen = tuple(vragen)
        self._gedaan: tuple[VerzendingId, ...] = ()
        self.tekst = f"Genoteerd als verstuurd: {opsomming(list(korte_namen))}."

    def doe(self) -> None:
        """Note them."""
        self._gedaan = self._diensten.rondsturen.noteer_verstuurd(self._vragen)

    def terug(self) -> None:
        """They did not go out after all."""
        self._diensten.rondsturen.neem_terug(self._gedaan)
