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
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop

TOETSEN = (
    (
        "Overal",
        (
            ("Ctrl+K", "Zoeken"),
            ("Ctrl+1, Ctrl+2, …", "Naar het eerste, tweede, … onderdeel links"),
            ("Ctrl+T", "Terug naar waar u was"),
            ("Alt+onderstreepte letter", "Naar dat veld, of die knop gebruiken"),
            ("Ctrl+Z, Ctrl+Y of Ctrl+Shift+Z", "Ongedaan maken, opnieuw doen"),
            ("Escape", "Venster sluiten zonder te bewaren, stoppen met wachten"),
            ("Ctrl+L", "Vergrendelen"),
            ("Ctrl+Shift+L", "Afmelden"),
            ("F1", "Hulp"),
            ("?", "Deze lijst"),
        ),
    ),
    (
        "In een lijst",
        (
            ("Insert", "Toevoegen"),
            ("F2", "Wijzigen"),
            ("Delete", "Weghalen"),
            ("Enter", "Openen, of kiezen wat ermee moet"),
            ("Home, End", "Eerste, laatste regel; met Shift alles ertussen kiezen"),
            ("Shift+pijl, Ctrl+A", "Meer regels kiezen, alle regels kiezen"),
            ("Alt+pijl omhoog of omlaag", "Regel omhoog of omlaag zetten"),
            ("Ctrl+C, Ctrl+Shift+C", "Kopiëren als tekst, als tabel"),
            ("Ctrl+Shift+X", "Bewaren als XLSX"),
            ("Alt+F9", "Weergaven: kolommen, filters en zoekwoord onder een naam; ook in het zoekveld boven"),
            ("Spatie", "Acties: gereed of niet"),
        ),
    ),
    (
        "In een veld",
        (
            ("Pijl omhoog of omlaag", "Een dag of vijf minuten verder of terug; een keuze eerder of later"),
            ("Pijl omlaag in een naam", "Contactpersoon uit het register invullen"),
            ("Alt+pijl omlaag of F4", "De kalender"),
            ("Alt+F8", "Een tekstblok kiezen; /korte naam en een spatie doet hetzelfde"),
            ("Alt+F7", "Naar het volgende woord dat niet goed gespeld is"),
            ("Een stuk van de naam", "In een keuzelijst: die keuze"),
        ),
    ),
    (
        "Overleg",
        (
            ("Alt+pijl links of rechts", "Vorige of volgende stap"),
            ("Ctrl+R", "Opnieuw lezen"),
            ("Ctrl+M", "De lijst per maand tonen, of weer als lijst"),
            ("PageUp, PageDown, Home", "Maand: vorige, volgende, vandaag"),
            ("Spatie", "Agenda: partij erop of eraf"),
            ("1, 2", "Agenda: oordeel rechtmatig, niet rechtmatig"),
            ("Enter, F2", "Agenda: naar wat u de partij vraagt, naar doel en besluit"),
            ("Enter, Escape", "Bijdragen: een regel omlaag, terug naar de agenda"),
            ("Ctrl+Enter", "Bijdragen: hetzelfde vragen aan iedereen"),
            ("K, N, V, G", "Uitnodigen: komt, komt niet, vervanger, nog geen antwoord"),
            ("Ctrl+Shift+A, Ctrl+Shift+O, Ctrl+Shift+T", "Rondsturen: adres, onderwerp, tekst kopiëren"),
            ("Ctrl+Shift+M", "Rondsturen: het mailprogramma openen"),
            ("F5, F6", "Aan tafel: vorige, volgende punt"),
            ("F3", "Aan tafel: de rest van de dag en wie u moet waarschuwen"),
            ("F7", "Aan tafel: grote letters en knoppen aan of uit"),
            ("F8, Shift+F8", "Aan tafel: casus in de zaal tonen of weghalen, zaalscherm open of dicht"),
            ("F9", "Aan tafel: geheimhouding gezegd"),
            ("F12", "Aan tafel: naar de nieuwe actie"),
            ("Alt+1, Alt+2, …", "Aan tafel: het eerste, tweede, … besluit erbij of eraf"),
            ("A, F, W, S, V, K", "Aan tafel: aanwezigheid en komt nu binnen, als u met Tab in de lijst komt"),
            ("T", "In die lijst: de tijd van komen of gaan verbeteren"),
            ("A, M, W, S", "Leden van een overleg: aanwezig, afgemeld, afwezig, schriftelijk"),
            ("Shift+F2", "Leden van een overleg: functie, partij en stem"),
        ),
    ),
    (
        "Oordelen",
        (
            ("1, 2, 3", "Rechtmatig, niet rechtmatig, intrekken voor de gekozen rijen"),
            ("Enter, F2", "Naar de volgende zonder oordeel, naar de grondslag"),
            ("Een letter", "Zoek een partij; Backspace haalt een letter weg"),
            ("Ctrl+Enter", "Ondertekenen"),
        ),
    ),
    (
        "In een stuk",
        (
            ("Ctrl+F, Ctrl++, Ctrl+-", "Zoeken, groter, kleiner"),
            ("Ctrl+P", "Afdrukken"),
        ),
    ),
)
"""Every key there is, by where it works; a test holds that none is left out."""


class Toetsenlijst(QDialog):
    """Keys at the left, what they do at the right."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("toetsenlijst")
        zet_venstertitel(self, "Toetsen")
        lijst = QWidget(self)
        rooster = QGridLayout(lijst)
        rooster.setContentsMargins(0, 0, RASTER, 0)
        rooster.setHorizontalSpacing(RANDRUIMTE)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        for titel, toetsen in TOETSEN:
            rooster.addWidget(Kop(titel, lijst, factor=1.15), rooster.rowCount(), 0, 1, 2)
            for toets, betekenis in toetsen:
                rij = rooster.rowCount()
                rooster.addWidget(_vet(toets, lijst), rij, 0)
                rooster.addWidget(QLabel(betekenis, lijst), rij, 1)
        rol = QScrollArea(self)
        rol.setWidget(lijst)
        rol.setWidgetResizable(True)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rol.setAccessibleName("Lijst van toetsen")
        rol.setMinimumWidth(lijst.sizeHint().width() + tekstbreedte(self, 4))
        self._knoppen = Dialoogknoppen(self)
        self.sluit_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
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


def _vet(tekst: str, ouder: QWidget) -> QLabel:
    label = QLabel(tekst, ouder)
    letter = label.font()
    letter.setBold(True)
    label.setFont(letter)
    return label
