"""Who was refused in a dialog since a colleague was before it goes on in that dialog, over what stands there now.

The dialog rests on what was read before it opened, so it would be refused each time. What stood in it is kept, it is
closed, the page is read again and the same method opens the dialog anew (heropening.py): with the newer values, and
with what this user changed put over those as on a page (verzoening.py).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QDialog, QFrame, QHBoxLayout, QLabel, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.slot.heropening import Bewaard, Heropening, bewaarde_dialoog
from zvh_desktop.ui.slot.opendialogen import open_dialogen
from zvh_desktop.ui.slot.veldstand import Dialoogstand, lees_invoer
from zvh_desktop.ui.slot.verzoening import Invoer, niet_bewaard, vertel
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Vensterdiensten


class Dialoogband(QFrame):
    """Stands in a dialog in which something was refused."""

    def __init__(self, dialoog: Dialoog) -> None:
        super().__init__(dialoog)
        self.setObjectName("dialoogband")
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, HALF, 0, HALF)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Icoonvlak(Icoon.WAARSCHUWING, self))
        self.label = QLabel("Een collega was u voor. Wat u hier invulde, blijft staan.", self)
        self.label.setWordWrap(True)
        indeling.addWidget(self.label, 1)
        self.bekijk_knop = Drukknop("Bekijk wat er nu staat", self)
        self.bekijk_knop.setObjectName("dialoog_bekijk_knop")
        self.bekijk_knop.setAccessibleName("Bekijk wat er nu staat")
        self.bekijk_knop.setAutoDefault(False)
        indeling.addWidget(self.bekijk_knop)


class Bijlezing(Heropening):
    """Opens a dialog again, and puts what was typed in it over what is read in it now."""

    def __init__(self, melder: Melder, taken: Taken, ouder: QObject) -> None:
        super().__init__(melder, taken, ouder)
        self.setObjectName("bijlezing")

    def nog_niet_open(self) -> Bewaard | None:
        """What it is about to open, while that waits for what is read beside the window."""
        return self._wachtend

    def _zeg(self, bewaard: Bewaard) -> None:
        """What it was about may be gone: then what was typed is told."""
        venster = self._venster
        if venster is not None and self._wachtend is bewaard:
            self.vergeet()
            zeg_getypte(self._melder, venster, bewaard.grond, bewaard.stand)


class Dialoogbijlezer(QObject):
    """For one window at a time; ``gevraagd`` asks to read the page in view again, now that nothing stands before it."""

    gevraagd = Signal()

    def __init__(self, melder: Melder, taken: Taken, ouder: QObject) -> None:
        super().__init__(ouder)
        self.setObjectName("dialoogbijlezer")
        self._melder = melder
        self._taken = taken
        self._aangeboden: WeakSet[QDialog] = WeakSet()
        self._bijlezing = Bijlezing(melder, taken, self)
        self._weer: Bewaard | None = None
        self._los: tuple[tuple[Invoer, Dialoogstand], ...] = ()
        """Of dialogs that stood above it and do not come back."""

    def bied_aan(self, venster: Hoofdvenster, lees: Callable[[], object]) -> None:
        """Something was refused: put the band in the dialog that stands before the window. ``lees`` tries the line."""
        open_ = [deel for deel in open_dialogen() if deel.isVisible()]
        boven = QApplication.activeModalWidget() or (open_[-1] if open_ else None)
        if not isinstance(boven, Dialoog) or not boven.heropenen or boven in self._aangeboden:
            return
        indeling = boven.layout()
        if isinstance(indeling, QBoxLayout):
            self._aangeboden.add(boven)
            band = Dialoogband(boven)
            band.bekijk_knop.clicked.connect(partial(self._on_bekijken, venster, lees))
            indeling.insertWidget(max(0, indeling.count() - 1), band)

    def heropen(self, venster: Hoofdvenster, diensten: Vensterdiensten) -> None:
        """The page was read again: the dialog comes back."""
        if self._weer is not None and self._taken.bezig():
            # what it opens with may be read beside the window
            opnieuw = partial(self.heropen, venster, diensten)
            self._taken.leeg_geworden.connect(opnieuw, Qt.ConnectionType.SingleShotConnection)
            return
        bewaard, los = self._weer, self._los
        self._weer, self._los = None, ()
        for grond, stand in los:
            zeg_getypte(self._melder, venster, grond, stand)
        if bewaard is not None:
            self._bijlezing.neem_terug(bewaard, diensten)
            self._bijlezing.herstel(venster, diensten)

    def wacht(self) -> bool:
        """Whether something that stood in a dialog waits until the page has been read again."""
        return self._weer is not None or bool(self._los)

    def wachtend(self) -> tuple[Bewaard | None, tuple[str, ...]]:
        """What waits, for where the window goes first: the dialog, and what else to tell."""
        weer = self._weer if self._weer is not None else self._bijlezing.nog_niet_open()
        zinnen = tuple(niet_bewaard(getypt) for begin, stand in self._los if (getypt := _getypt(begin, stand)))
        return weer, zinnen

    def stop(self) -> None:
        """The window goes."""
        self._bijlezing.vergeet()
        self._weer, self._los = None, ()

    def _on_bekijken(self, venster: Hoofdvenster, lees: Callable[[], object]) -> None:
        try:
            lees()
        except GebruikersFout as fout:  # without a line it stays as it is
            self._melder.toon_fout(QApplication.activeModalWidget(), fout)
            return
        open_ = [deel for deel in open_dialogen() if isinstance(deel, Dialoog) and deel.isVisible()]
        bewaard = bewaarde_dialoog(venster, open_)
        self._weer = bewaard if bewaard is not None and bewaard.opent_met_wat_er_nu_is() else None
        terug = next((deel for deel in open_ if self._weer is not None and _op(deel, venster)), None)
        self._los = tuple((_begin_van(deel), lees_invoer(deel)) for deel in open_ if deel is not terug)
        for deel in reversed(open_):
            deel.reject()
        # In the turn after this one: the method that had opened it comes to its end first.
        QTimer.singleShot(0, self, self.gevraagd.emit)


def zeg_getypte(melder: Melder, venster: QWidget, grond: Invoer, stand: Dialoogstand) -> None:
    """What was changed in a dialog that does not come back."""
    getypt = _getypt(grond, stand)
    if getypt:
        melder.toon_bericht(venster, "Niet bewaard", niet_bewaard(getypt))


def _getypt(grond: Invoer, stand: Dialoogstand) -> list[str]:
    anders = ((sleutel, waarde) for sleutel, waarde in stand.velden.items() if waarde != grond.get(sleutel))
    return [tekst for sleutel, waarde in anders if (tekst := vertel(sleutel, waarde, {}, grond.get(sleutel)))]


def _begin_van(dialoog: Dialoog) -> Invoer:
    return dialoog.beginstand.velden if dialoog.beginstand is not None else {}


def _op(dialoog: Dialoog, venster: QWidget) -> bool:
    ouder = dialoog.parentWidget()
    return dialoog.heropenen and ouder is not None and ouder.window() is venster
