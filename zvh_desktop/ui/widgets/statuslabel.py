"""A state as icon plus word: never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from zvh_desktop.models.keuzes import PoortStand
from zvh_desktop.ui.icons import Icoon, Icoonvlak
from zvh_desktop.ui.teksten import POORT_ICOON, POORT_TEKST
from zvh_desktop.ui.thema import HALF, Kleur, kleur_tekst


class Statuslabel(QWidget):
    """Shows an icon and a word; the colour only repeats what they say."""

    def __init__(self, icoon: Icoon, tekst: str, ouder: QWidget | None = None, *, kleur: Kleur | None = None) -> None:
        super().__init__(ouder)
        self._mag_weg = False
        self._vlak = Icoonvlak(icoon, self)
        self._tekst = QLabel(self)
        self._tekst.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self._vlak)
        indeling.addWidget(self._tekst)
        self.zet(icoon, tekst, kleur=kleur)

    @classmethod
    def voor_poortstand(cls, stand: PoortStand, ouder: QWidget | None = None) -> Statuslabel:
        """The state of one partij at one casus."""
        kleuren = {
            PoortStand.UITGENODIGD: Kleur.GOED,
            PoortStand.NIET_RECHTMATIG: Kleur.FOUT,
            PoortStand.VERLOPEN: Kleur.LET_OP,
            PoortStand.INGETROKKEN: Kleur.LET_OP,
        }
        return cls(POORT_ICOON[stand], POORT_TEKST[stand], ouder, kleur=kleuren.get(stand))

    def zet(self, icoon: Icoon, tekst: str, *, kleur: Kleur | None = None) -> None:
        """Show another state."""
        self._vlak.zet(icoon)
        self._tekst.setText(tekst)
        self.setAccessibleName(tekst)
        if self._mag_weg:
            self.setVisible(bool(tekst))
        if kleur is not None:
            kleur_tekst(self._tekst, kleur)

    def laat_afbreken(self) -> None:
        """Let a sentence run over more lines, and take no room while there is none."""
        self._tekst.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._mag_weg = True
        indeling = self.layout()
        if isinstance(indeling, QHBoxLayout):
            indeling.setStretch(1, 1)
            indeling.setAlignment(self._vlak, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(self._tekst.text()))

    def tekst(self) -> str:
        """The word that is shown."""
        return self._tekst.text()
