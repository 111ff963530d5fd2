"""First step: make a vault, open one or a house on a server, or practise."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from zvh_desktop.ui.eerste_start.stap import Stap
from zvh_desktop.ui.uiterlijk.doelen import Keuzerondje
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE
from zvh_desktop.ui.widgets.kaart import StilleTekst


class Begin(StrEnum):
    """What the user wants to do."""

    NIEUW = "nieuw"
    BESTAAND = "bestaand"
    SERVER = "server"
    OEFENEN = "oefenen"


_KEUZES = (
    (
        Begin.NIEUW,
        "Een &nieuwe kluis maken",
        "Voor de beheerder van het huis. U maakt de kluis, de eerste accounts en de herstelsleutel.",
    ),
    (
        Begin.BESTAAND,
        "Een &bestaande kluis openen",
        "De kluis staat al op deze computer of op een schijf. U wijst de map aan en meldt u aan.",
    ),
    (
        Begin.SERVER,
        "Het huis op de se&rver openen",
        "Van de afdeling ICT kreeg u een verbindingsbestand en een databaseaccount. U wijst het bestand aan.",
    ),
    (
        Begin.OEFENEN,
        "Oe&fenen met verzonnen gegevens",
        "Een kluis om te oefenen. Op elk scherm en elk document staat OEFENING.",
    ),
)


class BeginStap(Stap):
    """A few choices with a sentence each."""

    def __init__(self, ouder: QWidget | None = None, *, oefenen: bool = True) -> None:
        super().__init__(
            "Welkom bij Casustafel",
            "Alle gegevens staan versleuteld in één map: de kluis. Er gaat niets over het netwerk. Staat uw huis op "
            "een server, dan gaan zij alleen daarheen, over een gesloten lijn.",
            ouder,
        )
        self._groep = QButtonGroup(self)
        self._knoppen: dict[Begin, QRadioButton] = {}
        for keuze, tekst, uitleg in _KEUZES:
            knop = Keuzerondje(tekst, self)
            knop.setObjectName(f"begin_{keuze.value}")
            knop.setAccessibleName(tekst.replace("&", ""))
            knop.setAccessibleDescription(uitleg)
            self._groep.addButton(knop)
            self._knoppen[keuze] = knop
            regel = QVBoxLayout()
            regel.setSpacing(HALF)
            regel.addWidget(knop)
            onder = QVBoxLayout()
            onder.setContentsMargins(RANDRUIMTE, 0, 0, 0)
            onder.addWidget(StilleTekst(uitleg, self))
            regel.addLayout(onder)
            self.inhoud.addLayout(regel)
        self.inhoud.addStretch(1)
        self._knoppen[Begin.NIEUW].setChecked(True)
        if not oefenen:
            self._knoppen[Begin.OEFENEN].setEnabled(False)
            self._knoppen[Begin.OEFENEN].setToolTip("Uw organisatie heeft oefenen op deze computer uitgezet.")
        self._verbind()

    def _verbind(self) -> None:
        self._groep.buttonClicked.connect(self._on_keuze_gemaakt)

    def keuze(self) -> Begin:
        """What was chosen."""
        return next(keuze for keuze, knop in self._knoppen.items() if knop.isChecked())

    def kies(self, keuze: Begin) -> None:
        """Choose this."""
        self._knoppen[keuze].setChecked(True)
        self.gewijzigd.emit()

    def eerste_veld(self) -> QWidget:
        return self._knoppen[self.keuze()]

    def _on_keuze_gemaakt(self) -> None:
        self.gewijzigd.emit()
