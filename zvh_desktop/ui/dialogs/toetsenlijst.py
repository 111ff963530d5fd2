"""The list of keys, shown by the question mark."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop

ALGEMENE_TOETSEN = (
    ("Ctrl+K", "Zoeken"),
    ("Ctrl+1, Ctrl+2, …", "Naar het eerste, tweede, … onderdeel links"),
    ("Ctrl+T", "Terug naar waar u was"),
    ("Alt+pijl links of rechts", "Vorige of volgende stap van een overleg"),
    ("Alt+pijl omhoog of omlaag", "Regel omhoog of omlaag zetten"),
    ("F2", "Wijzigen"),
    ("Insert", "Toevoegen"),
    ("Delete", "Weghalen"),
    ("Ctrl+Z, Ctrl+Y of Ctrl+Shift+Z", "Ongedaan maken, opnieuw doen"),
    ("Ctrl+C, Ctrl+Shift+C", "Kopiëren als tekst, als tabel"),
    ("Ctrl+P", "Afdrukken"),
    ("Ctrl+L", "Vergrendelen"),
    ("Ctrl+Shift+L", "Afmelden"),
    ("Ctrl+F, Ctrl++, Ctrl+-", "In een stuk: zoeken, groter, kleiner"),
    ("Ctrl+R", "Overleg opnieuw lezen"),
    ("Home, End", "Eerste, laatste regel van een lijst; met Shift alles ertussen kiezen"),
    ("Spatie", "Agenda: partij uitnodigen of niet; acties: gereed of niet"),
    ("1, 2, 3", "Oordelen: rechtmatig, niet rechtmatig, intrekken voor de gekozen rijen"),
    ("Enter", "Oordelen: naar de volgende zonder oordeel; bijdragen: een regel omlaag"),
    ("een letter", "Oordelen: zoek een partij"),
    ("Ctrl+Enter", "Oordelen: ondertekenen; bijdragen: hetzelfde vragen aan iedereen"),
    ("F5, F6", "Aan tafel: vorige, volgende punt"),
    ("A, F, W, S, V", "Aan tafel: aanwezigheid, als u met Tab in de lijst komt"),
    ("A, M, W, S", "Overleggen: aanwezigheid van de gekozen leden; Ctrl+A kiest alle leden"),
    ("Shift+F2", "Overleggen: functie, partij en stem van een lid"),
    ("F1", "Hulp"),
    ("?", "Deze lijst"),
)


class Toetsenlijst(QDialog):
    """Keys at the left, what they do at the right."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("toetsenlijst")
        self.setWindowTitle("Casustafel - Toetsen")
        lijst = QWidget(self)
        rooster = QGridLayout(lijst)
        rooster.setContentsMargins(0, 0, RASTER, 0)
        rooster.setHorizontalSpacing(RANDRUIMTE)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        for rij, (toets, betekenis) in enumerate(ALGEMENE_TOETSEN):
            links = QLabel(toets, lijst)
            letter = links.font()
            letter.setBold(True)
            links.setFont(letter)
            rooster.addWidget(links, rij, 0)
            rooster.addWidget(QLabel(betekenis, lijst), rij, 1)
        rol = QScrollArea(self)
        rol.setWidget(lijst)
        rol.setWidgetResizable(True)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setAccessibleName("Lijst van toetsen")
        rol.setMinimumWidth(lijst.sizeHint().width() + tekstbreedte(self, 4))
        self._knoppen = QDialogButtonBox(self)
        self.sluit_knop = self._knoppen.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setObjectName("toetsenlijst_sluit_knop")
        self.sluit_knop.setAccessibleName("Sluiten")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Kop("Toetsen", self))
        indeling.addWidget(rol, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()
        zet_maat(self, self.sizeHint().width(), lijst.sizeHint().height() + tekstbreedte(self, 22))

    def _verbind(self) -> None:
        self._knoppen.rejected.connect(self.reject)

    @classmethod
    def vraag(cls, ouder: QWidget) -> None:
        """Show the list until the user closes it."""
        dialoog = cls(ouder)
        dialoog.exec()
        verwijder(dialoog)
