"""Makes the windows that the login does not need yet: the assistant and the main window with its pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.protocollen import Diensten, Toegang, Zoeker

PaginaBouwer = Callable[[Any, Gereedschap], Sequence[PaginaInvoer]]
ZoekerBouwer = Callable[[Any], Zoeker]


@dataclass(frozen=True)
class Vensters:
    """What stands in the main window is handed in by the composition root."""

    bouw_paginas: PaginaBouwer
    bouw_zoeker: ZoekerBouwer

    def assistent(self, toegang: Toegang, gereedschap: Gereedschap) -> Assistent:
        """The assistant of the first start."""
        return Assistent(toegang, gereedschap)

    def hoofdvenster(self, diensten: Diensten, gereedschap: Gereedschap) -> Hoofdvenster:
        """The main window on an open vault."""
        return Hoofdvenster(
            diensten.sessie,
            self.bouw_paginas(diensten, gereedschap),
            self.bouw_zoeker(diensten),
            taken=gereedschap.taken,
            melder=gereedschap.melder,
            instellingen=gereedschap.instellingen,
            klok=gereedschap.klok,
        )
