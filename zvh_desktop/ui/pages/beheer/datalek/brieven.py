"""The letters of one datalek: to whom, the letter, the draft, and that it was sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from zvh_desktop.models.keuzes import DatalekId
from zvh_desktop.services.datalek.gegevens import BriefRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.beheer.datalek.handelingen import BriefVersturen
from zvh_desktop.ui.pages.beheer.partijbrieven import Partijbrieven
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat


def _partij(regel: BriefRegel) -> object:
    return regel.partij


def _aan(regel: BriefRegel) -> object:
    return regel.aan or "geen contactpersoon met e-mailadres"


def _verstuurd(regel: BriefRegel) -> object:
    return regel.verstuurd_op.date() if regel.verstuurd_op is not None else "nog niet"


def _icoon(regel: BriefRegel) -> Icoon:
    return Icoon.VINK if regel.verstuurd_op is not None else Icoon.POST


class DatalekBrieven(Partijbrieven[BriefRegel]):
    """One line per partij. ``doe`` does an act that can be taken back on the same day, and shows the refusal."""

    naam = "datalek"
    recht = Recht.DATALEK_BIJHOUDEN

    def __init__(
        self,
        diensten: Diensten,
        gereedschap: Gereedschap,
        doe: Callable[[Omkeerbaar], None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self._doe = doe

    def toon(self, datalek_id: DatalekId | None) -> None:
        """Show the partijen of this one."""
        self._zet_regels(None if datalek_id is None else self._diensten.datalekken.brieven.lijst(datalek_id))

    def _maak_tabel(self) -> FilterTabel[BriefRegel]:
        return FilterTabel(
            "datalekbrieven",
            "brieven over dit datalek",
            (
                Kolom[BriefRegel]("partij", "Partij", _partij, breedte=28),
                Kolom[BriefRegel]("aan", "Aan", _aan, breedte=40),
                Kolom[BriefRegel]("verstuurd", "Verstuurd op", _verstuurd, breedte=18, icoon=_icoon),
            ),
            leeg=LegeStaat(Icoon.POST, "Geen partijen", "Kies met Wie het raakt wie bericht moet krijgen."),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )

    def _brief(self, regel: BriefRegel) -> Stuk:
        return self._diensten.datalekken.brieven.brief(regel.datalek_id, regel.partij_id)

    def _concept(self, regel: BriefRegel) -> Stuk:
        return self._diensten.datalekken.brieven.concept(regel.datalek_id, regel.partij_id)

    def _noteer(self, regel: BriefRegel) -> None:
        self._doe(BriefVersturen(self._diensten.datalekken.brieven, regel))

    def _kan_nog(self, regel: BriefRegel) -> bool:
        return regel.verstuurd_op is None
