"""Notes each second where the user is and what was typed and is not saved yet, for after a crash (ADR 0063).

What is in the vault is there already; this is the rest: the page, the field and the caret, what stands in a dialog, and
the last letters in a field that saves itself a moment after the last key, or that does not take what stands in it yet.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.logboek import plaats as waar
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.slot.heropening import Bewaard, bewaarde_dialoog
from zvh_desktop.ui.slot.opendialogen import open_dialogen
from zvh_desktop.ui.slot.veldsoorten import Momentstand
from zvh_desktop.ui.slot.veldstand import Dialoogstand, herstel_stand, lees_stand
from zvh_desktop.ui.slot.verzoening import als_tekst
from zvh_desktop.ui.slot.wegwijzer import Pad, pad_naar, vind
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Plaats, Vensterdiensten

log = logging.getLogger(__name__)

TUSSEN_MS = 700
"""With the writing itself within a second after the key."""


@dataclass(frozen=True, slots=True)
class Plekstand:
    """``velden`` are those with something unsaved, ``handeling`` the last act that stood in what was read here."""

    plaats: Plaats | None
    velden: tuple[tuple[Pad, Dialoogstand], ...]
    dialoog: Bewaard | None
    handeling: int


def geen() -> None:
    """No dialog waits."""


class Plaatsbewaker(QObject):
    """Follows one window at a time."""

    vastgelegd = Signal()

    def __init__(
        self,
        bezigheden: Callable[[], int],
        melder: Melder,
        taken: Taken,
        ouder: QObject | None = None,
        *,
        wachtend: Callable[[], Bewaard | None] = geen,
    ) -> None:
        """``bezigheden`` counts what the user does: while that stands still nothing is looked at.

        ``wachtend``: what stood in a dialog that is about to open again.
        """
        super().__init__(ouder)
        self.setObjectName("plaatsbewaker")
        self._bezigheden = bezigheden
        self._wachtend = wachtend
        self._melder = melder
        self._taken = taken
        self._venster: Hoofdvenster | None = None
        self._diensten: Vensterdiensten | None = None
        self._gezien = -1
        self._vorige = b""
        self._terug: tuple[tuple[Pad, Dialoogstand], ...] = ()
        self._tik = QTimer(self)
        self._tik.setInterval(TUSSEN_MS)
        self._tik.timeout.connect(self._on_tik)

    def lees(self, diensten: Vensterdiensten) -> Plekstand | None:
        """What this user left when the program ended unasked; None when it was closed in the ordinary way."""
        try:
            inhoud = diensten.zorg.lees_plek()
            # sealed with a secret of the user who now has the vault open: nobody else can have made it
            stand = pickle.loads(inhoud) if inhoud is not None else None  # noqa: S301
        except Exception as fout:  # noqa: BLE001 - written by another version: then there is nothing to come back to
            log.info("plek niet te lezen: %s", type(fout).__name__)
            return None
        if not isinstance(stand, Plekstand):
            return None
        if getattr(stand.dialoog, "handeling", None) is None:  # of a version that did not know what it began with
            return replace(stand, dialoog=None)
        return stand

    def begin(self, venster: Hoofdvenster, diensten: Vensterdiensten, terug: Plekstand | None) -> None:
        """Follow this window. With ``terug`` what was typed comes back into its fields first."""
        self._venster, self._diensten, self._gezien = venster, diensten, -1
        venster.bewaard.connect(self.leg_vast)
        if terug is not None and terug.velden:
            if terug.handeling == diensten.zorg.laatste_handeling():
                self._terug = terug.velden
                QTimer.singleShot(0, self, self._zet_terug)
            elif diensten.zorg.werkt_samen:
                # colleagues went on meanwhile: what stands in the fields may be about something else by now
                QTimer.singleShot(0, self, partial(self._toon_getypte, terug.velden))
        self._tik.start()

    def stop(self) -> None:
        """The window goes."""
        self._tik.stop()
        self._venster = self._diensten = None
        self._vorige, self._terug = b"", ()

    def vergeet(self) -> None:
        """The user puts the work down: next time it begins at the beginning."""
        diensten = self._diensten
        self.stop()
        if diensten is not None:
            diensten.zorg.vergeet_plek()

    def leg_vast(self) -> None:
        """Note it now, when something is other than it was."""
        venster, diensten = self._venster, self._diensten
        if venster is None or diensten is None or self._terug:
            return
        try:
            gegevens = pickle.dumps(self._stand(venster, diensten))
            if gegevens != self._vorige:
                diensten.zorg.leg_plek_vast(gegevens)
                self._vorige = gegevens
        except GebruikersFout as fout:
            log.warning("plek niet vastgelegd: %s", type(fout).__name__)
        except Exception as fout:  # noqa: BLE001 - whatever a page puts in there, the work goes on
            log.critical("plek niet vastgelegd: %s in %s", type(fout).__name__, waar(fout))
        else:
            self.vastgelegd.emit()

    def _stand(self, venster: Hoofdvenster, diensten: Vensterdiensten) -> Plekstand:
        dialoog = bewaarde_dialoog(venster, open_dialogen(), diensten) or self._wachtend()
        gezien = diensten.zorg.gezien_handeling()
        handeling = diensten.zorg.laatste_handeling() if gezien is None else gezien
        return Plekstand(venster.plaats(), _onbewaard(venster), dialoog, handeling)

    def _on_tik(self) -> None:
        nu = self._bezigheden()
        if nu != self._gezien:
            self._gezien = nu
            self.leg_vast()

    def _zet_terug(self) -> None:
        venster = self._venster
        if venster is None:
            return
        self._terug = tuple((pad, stand) for pad, stand in self._terug if not _vul(vind(venster, pad), stand))
        if self._terug and self._taken.bezig():
            # a page that is read beside the window: the field is there once that is done
            self._taken.leeg_geworden.connect(self._zet_terug, Qt.ConnectionType.SingleShotConnection)
            return
        over, self._terug = self._terug, ()
        self._toon_getypte(over)
        self.leg_vast()

    def _toon_getypte(self, velden: Sequence[tuple[Pad, Dialoogstand]]) -> None:
        waarden = [waarde for _, stand in velden for waarde in stand.velden.values()]
        teksten = [tekst for een in waarden if isinstance(een, str | Momentstand) and (tekst := als_tekst(een))]
        if teksten and self._venster is not None:
            self._melder.toon_bericht(self._venster, "Dit had u nog getypt", "\n\n".join(teksten))


def _vul(widget: QWidget | None, stand: Dialoogstand) -> bool:
    if widget is None or not widget.isVisible():
        return False
    herstel_stand(widget, stand)
    return True


def _onbewaard(venster: Hoofdvenster) -> tuple[tuple[Pad, Dialoogstand], ...]:
    return tuple((pad_naar(deel, venster), lees_stand(deel)) for deel in onbewaarde_delen(venster))


def onbewaarde_delen(venster: Hoofdvenster) -> list[QWidget]:
    """The parts in view in which something stands that is not saved; a part as a whole, else a field by itself.

    Of a line of text, such as an actie that is being typed and waits for Enter, nobody but Qt knows that it was typed.
    """
    panelen = [deel for deel in venster.findChildren(Paneel) if deel.isVisible() and deel.vuil()]
    gevonden: list[QWidget] = [deel for deel in panelen if not any(ander.isAncestorOf(deel) for ander in panelen)]
    for veld in venster.findChildren(Tekstveld):
        if veld.isVisible() and veld.gewijzigd() and not any(paneel.isAncestorOf(veld) for paneel in panelen):
            gevonden.append(veld)
    gevonden += [regel for regel in venster.stapel.findChildren(QLineEdit) if _getypt(regel, panelen)]
    return gevonden


def _getypt(regel: QLineEdit, panelen: Sequence[QWidget]) -> bool:
    open_ = regel.isVisible() and not regel.isReadOnly() and regel.echoMode() is QLineEdit.EchoMode.Normal
    deel_van = isinstance(regel.parentWidget(), QAbstractSpinBox | QComboBox)
    return open_ and regel.isModified() and not deel_van and not any(deel.isAncestorOf(regel) for deel in panelen)
