"""Makes what the first window does not need yet: the main window with its pages, the manual, the later steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from zvh_desktop.naladen import laad_module
from zvh_desktop.ui.dialogs.rolmeldingen import RolmeldingenDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.hulpvenster import Hulpvenster
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.protocollen import Hulphoofdstuk, Toegang, Vensterdiensten, Zoeker

if TYPE_CHECKING:
    from zvh_desktop.ui.eerste_start.stappen import Stappen

STAPPEN = "zvh_desktop.ui.eerste_start.stappen"
PaginaBouwer = Callable[[Any, Gereedschap], Sequence[PaginaInvoer]]
ZoekerBouwer = Callable[[Any], Zoeker]
SpelwachtBouwer = Callable[[Any, Gereedschap, Hoofdvenster], None]


@dataclass(frozen=True)
class Vensters:
    """What stands in the main window is handed in by the composition root."""

    bouw_paginas: PaginaBouwer
    bouw_zoeker: ZoekerBouwer
    bouw_spelwacht: SpelwachtBouwer | None = None

    def stappen(self, toegang: Toegang, gereedschap: Gereedschap, ouder: QWidget) -> Stappen:
        """The steps of the assistant after its first."""
        # by name: who has a vault never sees them (ADR 0081)
        stappen: Stappen = laad_module(STAPPEN).maak_stappen(toegang, gereedschap, ouder)
        return stappen

    def hulpvenster(self, hoofdstukken: Sequence[Hulphoofdstuk]) -> Hulpvenster:
        """The manual."""
        return Hulpvenster(hoofdstukken)

    def hoofdvenster(self, diensten: Vensterdiensten, gereedschap: Gereedschap) -> Hoofdvenster:
        """The main window on an open vault."""
        venster = Hoofdvenster(
            diensten.sessie,
            self.bouw_paginas(diensten, gereedschap),
            self.bouw_zoeker(diensten),
            taken=gereedschap.taken,
            melder=gereedschap.melder,
            instellingen=gereedschap.instellingen,
            klok=gereedschap.klok,
        )
        if self.bouw_spelwacht is not None:
            self.bouw_spelwacht(diensten, gereedschap, venster)
        return venster

    def rolmeldingen_gezien(self, diensten: Vensterdiensten, gereedschap: Gereedschap, ouder: QWidget | None) -> bool:
        """Show what this user has to see before going on; False when it was not signed as seen."""
        return RolmeldingenDialoog.gezien(diensten, gereedschap.taken, ouder)
