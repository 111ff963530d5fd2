"""Forms: a label above every field, joined to it for the keyboard and the screen reader, and its error below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import HALF, RUIM, Kleur
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.leesveld import Leesveld

_LANG_LABEL = 50
"""Characters: more is a line that may break, rather than hold the whole form to its width."""


class Formulierregel(QWidget):
    """One field: label, the field itself, an optional hint, and room for what is wrong with it.

    What is wrong is taken away as soon as something changes in the field: it was said of what stood there before.
    """

    gewijzigd = Signal()

    def __init__(self, label: str, veld: QWidget, hulp: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.veld = veld
        self.label = QLabel(label, self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(len(label) > _LANG_LABEL)
        self.label.setBuddy(veld)
        if not veld.accessibleName():
            veld.setAccessibleName(zonder_letter(label))
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addWidget(veld)
        if hulp:
            self.hulp: StilleTekst | None = StilleTekst(hulp, self)
            veld.setAccessibleDescription(hulp)
            indeling.addWidget(self.hulp)
        else:
            self.hulp = None
        indeling.addWidget(self._fout)
        if isinstance(veld, QLineEdit):
            veld.setCursorPosition(0)  # of a text that does not fit its beginning shows, not its end
        if isinstance(veld, Leesveld):
            veld.geweigerd.connect(self.toon_fout)
        self._verbind()

    def _verbind(self) -> None:
        for deel in (self.veld, *self.veld.findChildren(QWidget)):
            if isinstance(deel, QLineEdit | QPlainTextEdit):
                deel.textChanged.connect(self._on_gewijzigd)
            elif isinstance(deel, QSpinBox):
                deel.valueChanged.connect(self._on_gewijzigd)  # its arrows change the text without a word of the field
            elif isinstance(deel, QComboBox):
                deel.currentIndexChanged.connect(self._on_gewijzigd)
            elif isinstance(deel, QAbstractButton):
                deel.toggled.connect(self._on_gewijzigd)
            elif isinstance(deel, QAbstractItemView) and (model := deel.model()) is not None:
                model.dataChanged.connect(self._on_gewijzigd)

    def _on_gewijzigd(self) -> None:
        if self.fout():
            self.toon_fout("")
        self.gewijzigd.emit()

    def zet_label(self, label: str) -> None:
        """Another label, for a field that is asked about something else."""
        self.label.setText(label)
        self.veld.setAccessibleName(zonder_letter(label))

    def toon_fout(self, tekst: str) -> None:
        """Say what is wrong with this field; an empty text takes it away."""
        self._fout.zet(Icoon.FOUT, tekst, kleur=Kleur.FOUT)
        if not isinstance(self.veld, Leesveld):  # that one says itself how it was understood
            self.veld.setAccessibleDescription(tekst or (self.hulp.text() if self.hulp else ""))

    def toon_weigering(self, fout: GebruikersFout) -> None:
        """Say what a service refused about this field, with the rule behind it on demand."""
        self.toon_fout(str(fout))
        self._fout.zet_fout(fout)

    def fout(self) -> str:
        """What is now said to be wrong."""
        return self._fout.tekst() if not self._fout.isHidden() else ""


class Formulier(QWidget):
    """Fields below each other; finds the field that an InvoerOngeldig is about."""

    gewijzigd = Signal()
    """Something changed in one of the fields."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._regels: dict[str, Formulierregel] = {}
        self._indeling = QVBoxLayout(self)
        self._indeling.setContentsMargins(0, 0, 0, 0)
        self._indeling.setSpacing(RUIM)

    def voeg_toe(
        self, sleutel: str, label: str, veld: QWidget, hulp: str = "", *, boven: bool = False
    ) -> Formulierregel:
        """Add a field, or put it on top; the key is the attribute name that errors use. Tab follows what is seen."""
        regel = Formulierregel(label, veld, hulp, self)
        if not veld.objectName():
            veld.setObjectName(sleutel)
        if isinstance(veld, Leesveld):
            veld.sleutel = sleutel
        vorige = list(self._regels.values())
        self._regels[sleutel] = regel
        self._indeling.insertWidget(0 if boven else self._indeling.count(), regel)
        regel.gewijzigd.connect(self.gewijzigd)
        if vorige and boven:
            QWidget.setTabOrder(veld, vorige[0].veld)
        elif vorige:
            QWidget.setTabOrder(vorige[-1].veld, veld)
        return regel

    def voeg_los_toe(self, widget: QWidget) -> None:
        """Add something between the fields that is no field."""
        self._indeling.addWidget(widget)

    def regel(self, sleutel: str) -> Formulierregel:
        """The row of this field."""
        return self._regels[sleutel]

    def wis_fouten(self) -> None:
        """Take away what was said to be wrong."""
        for regel in self._regels.values():
            regel.toon_fout("")

    def toon_fout(self, fout: InvoerOngeldig) -> bool:
        """Show the error at its field and go there; False when this form does not have that field."""
        self.wis_fouten()
        regel = self._regels.get(fout.veld)
        if regel is None:
            return False
        regel.toon_weigering(fout)
        regel.veld.setFocus()
        return True
