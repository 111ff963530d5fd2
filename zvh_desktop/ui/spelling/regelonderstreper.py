"""Draws the line under what is spelled wrong in a field of one line, except the word that is being typed."""

from __future__ import annotations

import weakref

from PySide6.QtCore import QObject, QTimer

from zvh_desktop.models.tekst.spelwoorden import Spelwoord, spelwoorden
from zvh_desktop.ui.spelling.spelfout import MEESTE_TEKENS, Spelfout, lijn
from zvh_desktop.ui.spelling.spelmeester import Spelmeester
from zvh_desktop.ui.teksten.eenheden import eenheden, tekens
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel


class Regelonderstreper(QObject):
    """Belongs to the field."""

    def __init__(self, veld: Zinregel, meester: Spelmeester) -> None:
        super().__init__(veld)
        self._veld = weakref.ref(veld)
        self._meester = meester
        self._aan = True
        self.plekken: list[tuple[int, int]] = []
        """What has a line now, as (begin, length) in the units of Qt."""
        self._ronde = QTimer(self)
        """Qt is in the midst of a change when it tells of one, and cannot be told anything then."""
        self._ronde.setSingleShot(True)
        self._ronde.setInterval(0)
        self._ronde.timeout.connect(self._teken)
        veld.textChanged.connect(self._on_gewijzigd)
        veld.cursorPositionChanged.connect(self._on_gewijzigd)
        veld.editingFinished.connect(self._on_gewijzigd)
        meester.gewijzigd.connect(self._on_gewijzigd)

    def zet_aan(self, aan: bool) -> None:
        """Show the lines or take them away."""
        self._aan = aan
        self._teken()

    def bij(self, plaats: int) -> Spelfout | None:
        """The mistake at this place in the text, or against it."""
        veld = self._veld()
        if veld is None:
            return None
        hier = tekens(veld.text(), plaats)
        fout = next((een for een in self._fouten(veld) if een.begin <= hier <= een.einde), None)
        return None if fout is None else self._spelfout(veld, fout)

    def naar_volgende(self) -> None:
        """Select the next mistake, round the end of the text, with its menu."""
        veld = self._veld()
        fouten = self._fouten(veld) if veld is not None else []
        if veld is None or not fouten:
            return
        tekst = veld.text()
        hier = veld.selectionStart() if veld.hasSelectedText() else veld.cursorPosition()
        fout = next((een for een in fouten if eenheden(tekst, een.begin) > hier), fouten[0])
        self._kies(veld, fout)
        veld.open_menu(eenheden(tekst, fout.begin), veld.mapToGlobal(veld.rect().bottomLeft()))

    def _fouten(self, veld: Zinregel) -> list[Spelwoord]:
        tekst = veld.text()
        if veld.isReadOnly() or len(tekst) > MEESTE_TEKENS:
            return []
        return [woord for woord in spelwoorden(tekst) if self._meester.is_goed(woord.woord) is False]

    def _on_gewijzigd(self, *_: object) -> None:
        self._ronde.start()

    def _teken(self) -> None:
        veld = self._veld()
        if veld is None:
            return
        tekst = veld.text()
        getypt = tekens(tekst, veld.cursorPosition()) if veld.hasFocus() and not veld.hasSelectedText() else -1
        fouten = [een for een in self._fouten(veld) if een.einde != getypt] if self._aan else []
        plekken = [
            (eenheden(tekst, een.begin), eenheden(tekst, een.einde) - eenheden(tekst, een.begin)) for een in fouten
        ]
        if plekken or self.plekken:
            self.plekken = plekken
            veld.zet_lijnen(plekken, lijn(veld))

    def _spelfout(self, veld: Zinregel, fout: Spelwoord) -> Spelfout:
        def vervang(ander: str) -> None:
            self._kies(veld, fout)
            veld.insert(ander)

        def past(ander: str) -> bool:
            tekst = veld.text()
            heel = tekst[: fout.begin] + ander + tekst[fout.einde :]
            return eenheden(heel, len(heel)) <= veld.maxLength()

        return Spelfout(fout.woord, vervang, past)

    @staticmethod
    def _kies(veld: Zinregel, fout: Spelwoord) -> None:
        tekst = veld.text()
        begin = eenheden(tekst, fout.begin)
        veld.setSelection(begin, eenheden(tekst, fout.einde) - begin)
