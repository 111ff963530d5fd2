"""What was searched for in the one search box, kept under a name: a button in the box, and Alt+F9 in it."""

from __future__ import annotations

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.weergaven import Weergavestand
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.weergaven.weergaven import Weergaven
from zvh_desktop.ui.widgets.velden.zoekveld import Zoekveld

LIJST = "zoeken"


class Zoekstand:
    """Of the search box: what is typed in it."""

    def __init__(self, veld: Zoekveld) -> None:
        self._veld = veld

    def lees(self) -> Weergavestand:
        """What is looked for now."""
        return Weergavestand(zoek=self._veld.text().strip())

    def zet(self, stand: Weergavestand) -> tuple[str, ...]:
        """Look for it, as if it was typed."""
        self._veld.zoek_naar(stand.zoek)
        return ()

    def gewoon(self) -> Weergavestand:
        """Nothing is looked for."""
        return Weergavestand()


def bouw_zoekvragen(veld: Zoekveld, diensten: Diensten, gereedschap: Gereedschap) -> Weergaven:
    """The kept searches of the search box, when they are first asked for. What was done is seen in the menu itself."""
    return Weergaven(LIJST, Zoekstand(veld), veld, _zwijg, diensten, gereedschap, wat="zoekvraag")


def _zwijg(_zin: str, _terug: bool) -> None:
    """There is no line below the box."""
