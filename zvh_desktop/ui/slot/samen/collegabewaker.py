"""Follows what colleagues do on a server, and lets the window read again what changed (ADR 0098).

The page is read again in its place: the selection and the keyboard stay where they are, and what is being typed is put
back over what was read (verzoening.py). While a dialog or a menu is open nothing is read: what was filled in there
rests on what was read before it, and is judged by that.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QBoxLayout, QLineEdit, QWidget

from zvh_desktop.errors import GebruikersFout, LijnWeg
from zvh_desktop.services.kluis.meeluisteren import Collega, Meegeluisterd
from zvh_desktop.services.werkplek.plekken import BijCasus, BijOverleg, BijTafel
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.slot.opendialogen import open_dialogen
from zvh_desktop.ui.slot.plaatsbewaker import onbewaarde_delen
from zvh_desktop.ui.slot.samen.botsingband import Botsingband
from zvh_desktop.ui.slot.samen.collegalabel import Collegalabel
from zvh_desktop.ui.slot.samen.dialoogbijlezer import Dialoogbijlezer
from zvh_desktop.ui.slot.samen.luisterdraad import Luisterdraad
from zvh_desktop.ui.slot.veldstand import Dialoogstand, invoer_binnen, lees_invoer, tekstbases, waarover
from zvh_desktop.ui.slot.verzoening import Invoer, niet_bewaard, verzoen
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.pagina import Pagina
    from zvh_desktop.ui.protocollen import Plaats, Vensterdiensten
    from zvh_desktop.ui.slot.heropening import Bewaard

log = logging.getLogger(__name__)

STRAKS_MS: Final = 150
"""What comes in together is one time reading again."""
LATER_MS: Final = 400
"""How soon is looked again whether the dialog that was open is gone."""
WEER_MS: Final = 2000
"""How soon after it could not be read, while the line seems to be there."""


@dataclass(frozen=True, slots=True)
class Getypte:
    """What was on the page before it was read again, and on what it was typed."""

    plaats: tuple[str, object]
    grond: Invoer
    stand: Dialoogstand
    waarover: Mapping[str, tuple[object, ...]]
    wacht: Sequence[Paneel | Tekstveld]


class Collegabewaker(QObject):
    """Follows one window at a time; of a vault there is nothing to follow."""

    gelezen = Signal()
    """The page in view was read again."""
    lijn = Signal(bool)
    """Whether there is a line to the server, each time that changed."""
    gewijzigd = Signal()
    """A colleague changed something."""
    _botsing = Signal()
    """An act was refused; said in the thread of that act."""

    def __init__(self, melder: Melder, taken: Taken, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("collegabewaker")
        self._melder = melder
        self._taken = taken
        self._na_taken = False
        """Whether it waits for what is done beside the window."""
        self._gezegd = ""
        self._zonder_lijn = False
        self._geweigerd = False
        """Whether an act was refused since the page was read."""
        self._dialogen = Dialoogbijlezer(melder, taken, self)
        self._dialogen.gevraagd.connect(self._straks_opnieuw)
        self._venster: Hoofdvenster | None = None
        self._diensten: Vensterdiensten | None = None
        self._draad: Luisterdraad | None = None
        self._label: Collegalabel | None = None
        self._band: Botsingband | None = None
        self._collegas: tuple[Collega, ...] = ()
        self._grond: Invoer = {}
        self._grond_bij: tuple[str, object] | None = None
        """Of which page, and of what on it, that is."""
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.timeout.connect(self.lees_opnieuw)
        self._botsing.connect(self._on_geweigerd, Qt.ConnectionType.QueuedConnection)
        taken.leeg_geworden.connect(self._on_taken_gedaan)

    def begin(self, venster: Hoofdvenster, diensten: Vensterdiensten) -> None:
        """Follow this window, if others can work beside it."""
        if not diensten.zorg.werkt_samen:
            return
        self._venster, self._diensten = venster, diensten
        self._label = Collegalabel(venster)
        venster.statusBar().insertWidget(1, self._label)
        self._band = Botsingband(venster)
        midden = venster.centralWidget()
        indeling = midden.layout() if midden is not None else None
        if isinstance(indeling, QBoxLayout):
            indeling.insertWidget(0, self._band)
        self._draad = Luisterdraad(diensten.zorg.luister_mee, diensten.bereid_voor, self)
        self._draad.gehoord.connect(self._on_gehoord, Qt.ConnectionType.QueuedConnection)
        self._draad.lijn_weg.connect(self._on_lijn_weg, Qt.ConnectionType.QueuedConnection)
        self._draad.lijn_terug.connect(self._on_lijn_terug, Qt.ConnectionType.QueuedConnection)
        venster.plaats_gewijzigd.connect(self._on_plaats)
        venster.bewaard.connect(self._houd_grond_bij)
        toepassing = QApplication.instance()
        if isinstance(toepassing, QApplication):
            toepassing.focusChanged.connect(self._on_focus)
        diensten.zorg.bij_botsing(self._botsing.emit)
        self._on_plaats()
        self._draad.begin()

    def wachtend(self) -> tuple[Bewaard | None, tuple[str, ...]]:
        """What stood in a dialog and waits until the page is read again, for where the window goes first."""
        return self._dialogen.wachtend()

    def stop(self) -> None:
        """The window goes."""
        self._straks.stop()
        self._dialogen.stop()
        if self._draad is not None:
            self._draad.stop()
            toepassing = QApplication.instance()
            if isinstance(toepassing, QApplication):
                toepassing.focusChanged.disconnect(self._on_focus)
        if self._band is not None:
            self._band.maak_leeg()
        self._venster = self._diensten = self._draad = self._label = self._band = None
        self._collegas, self._grond = (), {}

    def lees_opnieuw(self) -> None:
        """Read the page in view again, with what is being typed put back; later when something stands before it."""
        venster, diensten = self._venster, self._diensten
        if venster is None or diensten is None:
            return
        plaats = venster.plaats()
        pagina = venster.pagina(plaats.pagina) if plaats is not None else None
        if plaats is None or pagina is None or self._iets_ervoor(pagina):
            if self._geweigerd:
                self._dialogen.bied_aan(venster, diensten.zorg.begin_bijlezen)
            self._straks.start(LATER_MS)
            return
        try:
            gelezen = diensten.zorg.begin_bijlezen()
        except GebruikersFout as fout:
            log.info("niet bijgelezen: %s", type(fout).__name__)
            if not self._zonder_lijn:  # when the line is back everything is read again
                self._straks.start(WEER_MS)
            return
        getypt = self._neem_getypte(venster, pagina, plaats)
        try:
            venster.herstel_plaats(plaats, stil=True)
        except GebruikersFout as fout:
            log.info("niet bijgelezen: %s", type(fout).__name__)
            QTimer.singleShot(0, self, partial(self._zeg_fout, venster, fout))
        else:
            gelezen()
            self._gezegd, self._geweigerd = "", False
        finally:
            # At once, also where a list on it is still being read beside the window: a key that comes next has its
            # text. And also when it could not be read: what was typed stays.
            self._zet_terug(venster, pagina, getypt)
        self.gelezen.emit()
        self._dialogen.heropen(venster, diensten)

    def _neem_getypte(self, venster: Hoofdvenster, pagina: Pagina, plaats: Plaats) -> Getypte:
        grond = self._grond_van_getypte(venster, pagina)
        getypt = Getypte(_waarbij(plaats), grond, lees_invoer(pagina), waarover(pagina), _wachtend(pagina))
        _vergeet_getypte(pagina)
        return getypt

    def _grond_van_getypte(self, venster: Hoofdvenster, pagina: Pagina) -> Invoer:
        """Of the fields with something unsaved alone: what nobody typed here is not put back over what is stored."""
        wacht, teksten = invoer_binnen(pagina, onbewaarde_delen(venster)), tekstbases(pagina)
        # Of another casus than the one in view nothing is known of before: what was typed is then told, not put back.
        plaats = venster.plaats()
        bekend = self._grond if plaats is not None and self._grond_bij == _waarbij(plaats) else {}
        return {sleutel: teksten.get(sleutel, bekend.get(sleutel)) for sleutel in wacht}

    def _zet_terug(self, venster: Hoofdvenster, pagina: Pagina, getypt: Getypte) -> None:
        plaats = venster.plaats()
        nu = waarover(pagina)
        daar = plaats is not None and _waarbij(plaats) == getypt.plaats
        elders = frozenset(sleutel for sleutel in nu if not daar or nu[sleutel] != getypt.waarover.get(sleutel))
        uitkomst = verzoen(pagina, getypt.grond, getypt.stand, elders)
        self._grond = uitkomst.opgeslagen
        er_nog = {pagina, *pagina.findChildren(QWidget)}
        for deel in getypt.wacht:
            velden = invoer_binnen(pagina, [deel]) if deel in er_nog else frozenset()
            # A part that left its fields as they were would not know that they wait to be saved.
            if deel in er_nog and not (velden and velden <= elders):
                deel.wacht_op_bewaren()
        if self._band is not None and uitkomst.botsingen:
            self._band.zet(uitkomst.botsingen)
        if uitkomst.niet_teruggezet:
            # Not here: what is on the page has to be in order before anything else can happen.
            QTimer.singleShot(0, self, partial(self._zeg_niet_bewaard, venster, uitkomst.niet_teruggezet))

    def _zeg_niet_bewaard(self, venster: Hoofdvenster, teksten: Sequence[str]) -> None:
        if venster is self._venster:
            self._melder.toon_bericht(venster, "Niet bewaard", niet_bewaard(teksten))

    def _zeg_fout(self, venster: Hoofdvenster, fout: GebruikersFout) -> None:
        """Once: each time that a colleague does something it may go wrong in the same way. Of the line it is said."""
        if venster is self._venster and not isinstance(fout, LijnWeg) and fout.gebeurd != self._gezegd:
            self._gezegd = fout.gebeurd
            self._melder.toon_fout(venster, fout)

    def _iets_ervoor(self, pagina: Pagina) -> bool:
        """An act beside the window, which rests on what stands here; or what a key or a choice would get lost in."""
        self._na_taken = self._taken.bezig() > 0
        # What stood in a dialog waits for this: that goes before keys beside the page.
        return self._na_taken or _iets_open(pagina) or (_ernaast_getypt(pagina) and not self._dialogen.wacht())

    # --- slots ------------------------------------------------------------------------------------

    def _on_gehoord(self, gehoord: Meegeluisterd) -> None:
        if self._venster is None:
            return
        self._collegas = gehoord.collegas
        self._toon_collegas()
        if gehoord.gewijzigd:
            self.gewijzigd.emit()
            self._uiterlijk_over(STRAKS_MS)

    def _straks_opnieuw(self) -> None:
        self._uiterlijk_over(0)

    def _uiterlijk_over(self, ms: int) -> None:
        if not self._straks.isActive() or self._straks.remainingTime() > ms:
            self._straks.start(ms)

    def _on_geweigerd(self) -> None:
        """An act was refused since somebody was before it."""
        self._geweigerd = True
        self._straks_opnieuw()

    def _on_taken_gedaan(self) -> None:
        if self._na_taken and self._straks.isActive():
            self._na_taken = False
            self._straks.start(0)

    def _on_lijn_weg(self) -> None:
        self._zonder_lijn = True
        self._collegas = ()
        if self._label is not None:
            self._label.zet((), ("", 0), lijn=False)
        self.lijn.emit(False)

    def _on_lijn_terug(self) -> None:
        self._zonder_lijn = False
        self.lijn.emit(True)
        self._toon_collegas()
        self._straks_opnieuw()

    def _on_plaats(self, _sleutel: str = "") -> None:
        venster = self._venster
        plaats = venster.plaats() if venster is not None else None
        if venster is None or plaats is None or self._draad is None:
            return
        self._draad.meld_plek(*_als_plek(plaats))
        self._toon_collegas()
        self._grond, self._grond_bij = lees_invoer(venster.pagina(plaats.pagina)).velden, _waarbij(plaats)

    def _on_focus(self, _oud: object, nieuw: object) -> None:
        """Before somebody types: a page that opens another casus in its place does not say so."""
        plaats = self._venster.plaats() if self._venster is not None and nieuw is not None else None
        if plaats is not None and self._grond_bij != _waarbij(plaats):
            self._houd_grond_bij()

    def _houd_grond_bij(self) -> None:
        """What stands in the fields is stored, but for those in which something waits still."""
        venster = self._venster
        plaats = venster.plaats() if venster is not None else None
        if venster is None or plaats is None:
            return
        pagina = venster.pagina(plaats.pagina)
        wacht = invoer_binnen(pagina, onbewaarde_delen(venster))
        nu = lees_invoer(pagina).velden
        oud = self._grond if self._grond_bij == _waarbij(plaats) else {}
        self._grond = {sleutel: oud.get(sleutel) if sleutel in wacht else nu[sleutel] for sleutel in nu}
        self._grond_bij = _waarbij(plaats)

    def _toon_collegas(self) -> None:
        plaats = self._venster.plaats() if self._venster is not None else None
        if self._label is not None and plaats is not None:
            self._label.zet(self._collegas, _als_plek(plaats))


def _iets_open(pagina: Pagina) -> bool:
    """A dialog, a menu, or a cell in which is typed: a table that is filled anew closes that without a word."""
    cellen = (tabel.state() is QAbstractItemView.State.EditingState for tabel in pagina.findChildren(QAbstractItemView))
    return (
        any(cellen) or QApplication.activePopupWidget() is not None or any(deel.isVisible() for deel in open_dialogen())
    )


def _ernaast_getypt(pagina: Pagina) -> bool:
    """Somebody types beside the page, as in the search field: that would lose the keys."""
    toets = QApplication.focusWidget()
    regel = toets if isinstance(toets, QLineEdit) and toets.window() is pagina.window() else None
    return regel is not None and not pagina.isAncestorOf(regel)


def _wachtend(pagina: Pagina) -> list[Paneel | Tekstveld]:
    """What would save itself a moment later."""
    panelen: list[Paneel | Tekstveld] = [deel for deel in pagina.findChildren(Paneel) if deel.vuil()]
    if isinstance(pagina, Paneel) and pagina.vuil():
        panelen.append(pagina)
    return panelen + [veld for veld in pagina.findChildren(Tekstveld) if veld.gewijzigd() and veld.basis() is not None]


def _vergeet_getypte(pagina: Pagina) -> None:
    """So that reading again shows what is stored; what was typed is kept and comes back."""
    for paneel in (pagina, *pagina.findChildren(Paneel)):
        if isinstance(paneel, Paneel):
            paneel.vergeet_wijziging()
    for veld in pagina.findChildren(Tekstveld):
        veld.begin_bijlezen()
    for regel in pagina.findChildren(QLineEdit):
        regel.setModified(False)


def _waarbij(plaats: Plaats) -> tuple[str, object]:
    return plaats.pagina, plaats.onderdeel


def _als_plek(plaats: Plaats) -> tuple[str, int]:
    """What the others are told of where this window is: a kind and a number, of a casus or an overleg."""
    if isinstance(plaats.onderdeel, BijCasus):
        return "casus", plaats.onderdeel.casus_id
    if isinstance(plaats.onderdeel, BijTafel | BijOverleg):
        return "overleg", plaats.onderdeel.overleg_id
    return "", 0
