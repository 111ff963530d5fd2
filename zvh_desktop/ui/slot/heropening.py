"""A dialog that is open when the vault locks comes back after unlocking, with what was typed in it (ADR 0021).

What is kept: the fields, the caret, and which method of which page had opened the dialog. It is sealed with a secret of
the user who works here and exists in memory only, so behind the lock nobody can read it, this program included; a
colleague who unlocks cannot open it either. After unlocking the same method runs again on the new page, and the dialog
that it opens is filled. No page and no dialog has to do anything for this.

Where somebody went on meanwhile, on a server or as who unlocked in between, only what this user changed in it comes
back, over what is read in it now (verzoening.py).
"""

from __future__ import annotations

import inspect
import logging
import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.dialogs.dialoog import Dialoog, Dialoogbegin
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.slot.dialoogverzoening import verzoen_dialoog
from zvh_desktop.ui.slot.lijststand import regeltekst
from zvh_desktop.ui.slot.veldstand import Dialoogstand, herstel_stand, lees_begin, lees_stand
from zvh_desktop.ui.slot.verzoening import niet_bewaard
from zvh_desktop.ui.slot.wegwijzer import Pad, pad_naar, vind
from zvh_desktop.ui.widgets.kaart import Kop

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Vensterdiensten


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """What had opened the dialog: a method of a widget in the window, and with what."""

    pad: Pad
    methode: str
    met: tuple[object, ...]


log = logging.getLogger(__name__)

_ONBEKEND: Final = -1
"""Of which act was the last: then somebody may have gone on."""


@dataclass(frozen=True, slots=True)
class Bewaard:
    """Everything that has to come back. ``grond``: what stood in it before this user changed anything."""

    wie: tuple[str, ...]
    titel: str
    stand: Dialoogstand
    aanleiding: Aanleiding | None
    keuzes: tuple[tuple[Pad, tuple[str, ...]], ...]
    grond: Mapping[str, object] = field(default_factory=dict)
    handeling: int = _ONBEKEND

    def opent_met_wat_er_nu_is(self) -> bool:
        """Not with values that were read before and given along: those would stand over what a colleague wrote."""
        aanleiding = self.aanleiding
        return aanleiding is not None and all(een is None or isinstance(een, int | str) for een in aanleiding.met)


class Heropening(QObject):
    """Keeps one dialog over the lock. Lives as long as the application."""

    def __init__(self, melder: Melder, taken: Taken, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("heropening")
        self._melder = melder
        self._taken = taken
        self._verzegeld = b""
        self._wachtend: Bewaard | None = None
        self._verloren: tuple[str, ...] = ()
        self._venster: QWidget | None = None
        self._diensten: Vensterdiensten | None = None

    def noteer_begin(self, dialoog: QDialog, diensten: Vensterdiensten) -> None:
        """It is about to be shown, with nothing typed in it yet."""
        if isinstance(dialoog, Dialoog) and dialoog.heropenen and dialoog.beginstand is None:
            # In a vault nobody can go on while it is open here: that is asked at the lock.
            gezien = diensten.zorg.gezien_handeling()
            dialoog.beginstand = Dialoogbegin(lees_begin(dialoog), _ONBEKEND if gezien is None else gezien)

    def bewaar(
        self,
        venster: QWidget,
        dialogen: Sequence[QDialog],
        diensten: Vensterdiensten,
        wachtend: Bewaard | None = None,
        te_zeggen: tuple[str, ...] = (),
    ) -> None:
        """At the lock, before anything is emptied: keep the dialog that stands on this window.

        ``wachtend`` was about to open on it; ``te_zeggen`` is told when the vault is open again.
        """
        self._wacht_niet_meer()
        dialoog = _te_bewaren_dialoog(venster, dialogen)
        verloren = (*te_zeggen, *filter(None, (_verlies(deel) for deel in dialogen if deel is not dialoog)))
        bewaard = bewaarde_dialoog(venster, dialogen, diensten)
        if bewaard is None:
            bewaard = wachtend
        elif wachtend is not None:
            verloren = (*verloren, f"Wat u in het venster “{_kort(wachtend.titel)}” had ingevuld, is niet bewaard.")
        if bewaard is not None:
            self._verzegeld = diensten.verzegel(pickle.dumps((bewaard, verloren)))
        elif verloren and not self._verzegeld:
            self._verzegeld = diensten.verzegel(pickle.dumps((None, verloren)))

    def neem_terug(self, bewaard: Bewaard, diensten: Vensterdiensten) -> None:
        """What was kept on the disk, and not over a lock; ``herstel`` opens it."""
        self._verzegeld = diensten.verzegel(pickle.dumps((bewaard, ())))

    def herstel(self, venster: QWidget, diensten: Vensterdiensten) -> None:
        """After unlocking: open the dialog again. Nothing happens for anyone but the user whose it is."""
        if not self._verzegeld:
            return
        inhoud = diensten.ontzegel(self._verzegeld)
        if inhoud is None:
            return
        # sealed with a secret of the user who now has the vault open: nobody else can have made it
        self._wachtend, self._verloren = pickle.loads(inhoud)  # noqa: S301
        self._venster, self._diensten = venster, diensten
        toepassing = QApplication.instance()
        if self._wachtend is None:
            self._verzegeld = b""
        elif toepassing is not None:
            toepassing.installEventFilter(self)
        QTimer.singleShot(0, self._doe_opnieuw)

    def verzegeld(self) -> bytes:
        """What is kept, for the process that shows the login; empty when nothing is."""
        return self._verzegeld

    def neem_over(self, verzegeld: bytes) -> None:
        """What the process before this one kept."""
        self._verzegeld = verzegeld

    def vergeet(self) -> None:
        """The application stops."""
        self._wacht_niet_meer()
        self._verzegeld = b""

    def eventFilter(self, voorwerp: QObject, gebeurtenis: QEvent) -> bool:
        wachtend = self._wachtend
        if wachtend is None or gebeurtenis.type() is not QEvent.Type.Show or not isinstance(voorwerp, Dialoog):
            return False
        if _wie(voorwerp) == wachtend.wie:
            # after the dialog has put its own focus
            intussen = self._is_intussen_gewijzigd(wachtend)
            QTimer.singleShot(0, voorwerp, partial(self._vul, voorwerp, wachtend, intussen=intussen))
            self._verzegeld = b""
            self._wacht_niet_meer()
        return False

    def _vul(self, dialoog: Dialoog, bewaard: Bewaard, *, intussen: bool) -> None:
        if not intussen:
            herstel_stand(dialoog, bewaard.stand)
            return
        uitkomst = verzoen_dialoog(dialoog, bewaard.grond, bewaard.stand)
        if uitkomst.niet_teruggezet:
            self._melder.toon_bericht(dialoog, "Niet overgenomen", niet_bewaard(uitkomst.niet_teruggezet))
        if uitkomst.botsingen:
            zin = "Een collega wijzigde dezelfde alinea als u. Beide staan in de tekst, onder elkaar."
            self._melder.toon_bericht(dialoog, "Tegelijk gewijzigd", zin)

    def _is_intussen_gewijzigd(self, bewaard: Bewaard) -> bool:
        """Whether anybody may have saved something since the dialog was opened."""
        if self._diensten is None or bewaard.handeling == _ONBEKEND:
            return True
        return bewaard.handeling != _laatste_handeling(self._diensten)

    def _doe_opnieuw(self) -> None:
        bewaard, venster = self._wachtend, self._venster
        if venster is None:
            return
        verloren, self._verloren = self._verloren, ()
        if verloren:
            self._melder.toon_bericht(venster, "Dit is niet bewaard", "\n\n".join(verloren))
        # while that was read, the vault may have locked again
        if bewaard is None or self._wachtend is not bewaard:
            return
        gekozen = [_kies(vind(venster, pad), regel) for pad, regel in bewaard.keuzes]
        if not all(gekozen) and self._taken.bezig():
            # a list that is read beside the window: the line is there once that is done
            self._taken.leeg_geworden.connect(self._doe_opnieuw, Qt.ConnectionType.SingleShotConnection)
            return
        aanleiding = bewaard.aanleiding
        if not bewaard.opent_met_wat_er_nu_is() and self._is_intussen_gewijzigd(bewaard):
            aanleiding = None  # whoever opens it anew sees what stands there now
        widget = vind(venster, aanleiding.pad) if aanleiding is not None else None
        if aanleiding is not None and widget is not None:
            try:
                getattr(widget, aanleiding.methode)(*aanleiding.met)
            except GebruikersFout as fout:
                self._melder.toon_fout(venster, fout)
        if self._wachtend is bewaard and self._taken.bezig():
            # what it shows is read beside the window first
            self._taken.leeg_geworden.connect(partial(self._zeg, bewaard), Qt.ConnectionType.SingleShotConnection)
            return
        self._zeg(bewaard)

    def _zeg(self, bewaard: Bewaard) -> None:
        """It did not come back by itself."""
        venster = self._venster
        if venster is not None and self._wachtend is bewaard:
            naam = _kort(bewaard.titel)
            self._melder.toon_bericht(
                venster,
                "Wat u typte, is bewaard",
                f"Het venster “{naam}” stond open toen de kluis op slot ging. Open het opnieuw: wat u had getypt, "
                "staat er dan weer in.",
            )

    def _wacht_niet_meer(self) -> None:
        toepassing = QApplication.instance()
        if toepassing is not None:
            toepassing.removeEventFilter(self)
        self._wachtend = None
        self._verloren = ()
        self._venster = self._diensten = None


def bewaarde_dialoog(
    venster: QWidget, dialogen: Sequence[QDialog], diensten: Vensterdiensten | None = None
) -> Bewaard | None:
    """Everything of the dialog that stands on this window; None when there is none that comes back.

    Without ``diensten`` it comes back over what stands there by then, whoever did what.
    """
    dialoog = _te_bewaren_dialoog(venster, dialogen)
    if dialoog is None:
        return None
    return Bewaard(
        _wie(dialoog),
        dialoog.windowTitle(),
        lees_stand(dialoog),
        _aanleiding(venster),
        _keuzes(venster),
        dialoog.beginstand.velden if dialoog.beginstand is not None else {},
        _handeling_bij(dialoog, diensten),
    )


def _handeling_bij(dialoog: Dialoog, diensten: Vensterdiensten | None) -> int:
    if diensten is None or dialoog.beginstand is None:
        return _ONBEKEND
    return dialoog.beginstand.handeling if diensten.zorg.werkt_samen else _laatste_handeling(diensten)


def _laatste_handeling(diensten: Vensterdiensten) -> int:
    """Not known where it cannot be read now: then what comes back is looked at field by field."""
    try:
        return diensten.zorg.laatste_handeling()
    except GebruikersFout as fout:
        log.info("laatste handeling onbekend: %s", type(fout).__name__)
        return _ONBEKEND


def _te_bewaren_dialoog(venster: QWidget, dialogen: Sequence[QDialog]) -> Dialoog | None:
    return next((deel for deel in dialogen if isinstance(deel, Dialoog) and _te_bewaren(deel, venster)), None)


def _te_bewaren(dialoog: Dialoog, venster: QWidget) -> bool:
    ouder = dialoog.parentWidget()
    return dialoog.heropenen and dialoog.isVisible() and ouder is not None and ouder.window() is venster


def _verlies(dialoog: QDialog) -> str:
    """What has to be told about a dialog that is not kept; empty when nothing of it is gone."""
    if not isinstance(dialoog, Dialoog) or not dialoog.isVisible():
        return ""
    if dialoog.heropenen:
        naam = _kort(dialoog.windowTitle())
        return f"Het venster “{naam}” stond boven een ander venster open. Wat u daarin had ingevuld, is niet bewaard."
    return dialoog.bij_verlies


def _kort(titel: str) -> str:
    """A title without the name of the application."""
    return titel.partition(" - ")[2] or titel


def _wie(dialoog: QDialog) -> tuple[str, ...]:
    """By what the same dialog is known: its kind, its title and its heading."""
    return (type(dialoog).__qualname__, dialoog.windowTitle(), *(kop.text() for kop in dialoog.findChildren(Kop)))


def _aanleiding(venster: QWidget) -> Aanleiding | None:
    """The outermost method of this window that is still running: what the user did to open the dialog.

    The dialog waits within that method, so it stands on the stack below us; nothing has to be noted beforehand.

    Our own place is left out: one that holds itself stays, and all below it, with everything that was opened there,
    until Python looks for such rings. Behind the lock nothing of that may be left; and where Qt deleted something of
    which Python holds a shell still, what comes at the same address is taken for that shell.
    """
    lopend: list[FrameType] = []
    hier = inspect.currentframe()
    plek = hier.f_back if hier is not None else None
    del hier
    while plek is not None:
        lopend.append(plek)
        plek = plek.f_back
    for plek in reversed(lopend):
        gevonden = _uit_plek(plek, venster)
        if gevonden is not None:
            return gevonden
    return None


def _uit_plek(plek: FrameType, venster: QWidget) -> Aanleiding | None:
    code = plek.f_code
    namen = code.co_varnames[: code.co_argcount]
    widget = plek.f_locals.get(namen[0]) if namen else None
    if not isinstance(widget, QWidget) or widget.window() is not venster:
        return None
    if getattr(getattr(type(widget), code.co_name, None), "__code__", None) is not code:
        return None
    if code.co_kwonlyargcount or code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS):
        return None
    aanleiding = Aanleiding(
        pad_naar(widget, venster), code.co_name, tuple(plek.f_locals.get(naam) for naam in namen[1:])
    )
    try:
        pickle.dumps(aanleiding)
    except (TypeError, AttributeError, pickle.PicklingError):
        return None  # an event or a service: what it led to lies further in
    return aanleiding


def _keuzes(venster: QWidget) -> tuple[tuple[Pad, tuple[str, ...]], ...]:
    """The chosen line of every list in view: the method that runs again asks for it."""
    lijsten = [lijst for lijst in venster.findChildren(QAbstractItemView) if lijst.isVisible()]
    return tuple(
        (pad_naar(lijst, venster), regeltekst(lijst.currentIndex()))
        for lijst in lijsten
        if lijst.currentIndex().isValid()
    )


def _kies(lijst: QWidget | None, regel: tuple[str, ...]) -> bool:
    """Whether this line is chosen now."""
    if not isinstance(lijst, QAbstractItemView) or lijst.model() is None:
        return False
    huidig = lijst.currentIndex()
    if huidig.isValid() and regeltekst(huidig) == regel:
        return True
    for rij in range(lijst.model().rowCount()):
        index = lijst.model().index(rij, max(0, huidig.column()))
        if regeltekst(index) == regel:
            lijst.setCurrentIndex(index)
            return True
    return False
