"""What every page of the main window can do, and how a page is registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zvh_desktop.services.werkplek.plekken import Onderdeel
from zvh_desktop.ui.draden.paginabron import Paginabron
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.uiterlijk.icons import Icoon


class Pagina(QWidget):
    """Base of every page. A page shows values and hands over what was typed; it knows no rules."""

    opgeslagen = Signal()
    ga_naar = Signal(Plaats)
    telling_gewijzigd = Signal(int)
    instellingen_gewijzigd = Signal()
    vergrendelen_gevraagd = Signal()
    """What the pages show was made with a profile that is no longer in force: close the vault and open it anew."""

    terugzetten_gevraagd = Signal(object)
    """A backup, as a path, has to take the place of the open vault."""

    def vernieuw(self) -> None:
        """Read again what is shown; called every time the page comes in view."""

    def toon(self, onderdeel: Onderdeel | None) -> None:
        """Open one thing on this page; None shows the list."""

    def onderdeel(self) -> Onderdeel | None:
        """What is open on this page now, to come back to."""
        return None

    def hulpplek(self) -> str:
        """Which part of it the manual is asked for (hulp.py); empty for the page as a whole."""
        return ""

    def stand(self) -> object:
        """How the open thing stands: cursor, scroll. Text only when it could not be saved."""
        return None

    def herstel_stand(self, stand: object) -> None:
        """Come back to how it stood, after unlocking."""

    def bewaar_nu(self) -> None:
        """Save what was typed and not yet saved."""

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""

    def tellingen(self) -> Mapping[str, int]:
        """The numbers beside the navigation that were read together with what this page shows now."""
        return {}

    def aan_tafel(self) -> bool:
        """Whether an overleg is being held here now: people talk, and the keys rest longer than at a desk."""
        return False

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes when the page comes in view; None leaves that to Qt."""
        return None


@dataclass(frozen=True)
class PaginaInvoer:
    """One entry of the navigation. The page is made when it is first shown."""

    sleutel: str
    naam: str
    icoon: Icoon
    maak: Callable[[], Pagina]
    telling: Callable[[], int] | None = None
    mag: bool = True
    reden: str = ""
    bron: Paginabron | None = None
    """Where the page is loaded from first; None when it is there already."""
