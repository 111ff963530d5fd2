"""Before a point is opened: who must leave, who comes in, who stays. Large, to be read at arm's length."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.services.regelboek.afspraken import Afspraak
from zvh_desktop.services.tafel.verslag_gegevens import AanTafelPunt, Persoon
from zvh_desktop.ui.uiterlijk.doelen import Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon, Icoonvlak
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, kopletter, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.regelknop import Regelknop

_GROTER = 1.3
"""On top of the large type of the step."""


class Wisseling(QWidget):
    """The chair reads this aloud, sees the people move, and starts the point."""

    start_gevraagd = Signal()
    geheimhouding_gezet = Signal(bool)

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("wisseling")
        self._afspraak: Afspraak | None = None
        self._groter: list[tuple[QLabel, bool]] = []
        self.kop = Kop("", self, factor=1.3)
        self.onder_kop = StilleTekst("", self)
        vlak = QWidget(self)
        rooster = QGridLayout(vlak)
        rooster.setContentsMargins(0, RASTER, RUIM, RASTER)
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RUIM)
        rooster.setColumnStretch(2, 1)
        self.van_tafel, self.aan_tafel, self.blijft = (
            self._groep(vlak, rooster, rij, icoon, kop)
            for rij, (icoon, kop) in enumerate(
                ((Icoon.VERDER, "Van tafel"), (Icoon.PLUS, "Aan tafel"), (Icoon.TAFELS, "Blijft"))
            )
        )
        rooster.setRowStretch(3, 1)
        rol = QScrollArea(self)
        rol.setWidget(vlak)
        rol.setWidgetResizable(True)
        rol.setFrameShape(QFrame.Shape.NoFrame)
        rol.setAccessibleName("Wie er wisselt")
        self.geheimhouding = Vinkvak("", self)
        self.geheimhouding.setObjectName("geheimhouding")
        self.regel_knop = Regelknop(self, blijft=True)
        self.regeltekst = StilleTekst("", self)
        self.regeltekst.setVisible(False)
        gewezen = QHBoxLayout()
        gewezen.setSpacing(RASTER)
        gewezen.addWidget(self.geheimhouding)
        gewezen.addWidget(self.regel_knop)
        gewezen.addStretch(1)
        self.start_knop = knop("start_punt", "&Start dit punt", self)
        self.start_knop.setMinimumWidth(tekstbreedte(self, 24))
        self.start_knop.setDefault(True)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.kop)
        indeling.addWidget(self.onder_kop)
        indeling.addWidget(rol, 1)
        indeling.addLayout(gewezen)
        indeling.addWidget(self.regeltekst)
        indeling.addWidget(self.start_knop, 0, Qt.AlignmentFlag.AlignLeft)
        self.volg_letter()
        self._verbind()

    def volg_letter(self) -> None:
        """The type of the step changed: names and headings are larger than that."""
        for label, kop in self._groter:
            letter = kopletter(self.font(), _GROTER)
            if not kop:
                letter.setWeight(self.font().weight())
            label.setFont(letter)

    def _groep(self, vlak: QWidget, rooster: QGridLayout, rij: int, icoon: Icoon, kop: str) -> QLabel:
        boven = Qt.AlignmentFlag.AlignTop
        titel = QLabel(kop, vlak)
        tekst = QLabel("", vlak)
        tekst.setTextFormat(Qt.TextFormat.PlainText)
        tekst.setWordWrap(True)
        self._groter += [(titel, True), (tekst, False)]
        tekst.setObjectName(f"wisseling_{kop.casefold().replace(' ', '_')}")
        tekst.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        rooster.addWidget(Icoonvlak(icoon, vlak, factor=_GROTER), rij, 0, boven)
        rooster.addWidget(titel, rij, 1, boven)
        rooster.addWidget(tekst, rij, 2, boven)
        return tekst

    def _verbind(self) -> None:
        self.start_knop.clicked.connect(self._on_start)
        self.geheimhouding.clicked.connect(self.geheimhouding_gezet)
        self.regel_knop.regel_gevraagd.connect(self._on_regel_gevraagd)

    def zet(self, punt: AanTafelPunt, afspraak: Afspraak, *, gemeld: bool, mag: bool, reden: str) -> None:
        """Show this point before it is opened."""
        self.kop.setText(f"{punt.nummer}  {punt.titel}")
        ieder = "Dit onderwerp is van het huis zelf: er zitten geen partijen bij."
        self.onder_kop.setText("" if punt.casus_id is not None else ieder)
        self.onder_kop.setVisible(punt.casus_id is None)
        for label, personen in (
            (self.van_tafel, punt.van_tafel),
            (self.aan_tafel, punt.aan_tafel),
            (self.blijft, punt.blijft),
        ):
            label.setText(_namen(personen))
        bij = f" ({afspraak.artikel})" if afspraak.artikel else ""
        self.geheimhouding.setText(f"Iedereen is &gewezen op de geheimhouding{bij}")
        self.geheimhouding.setAccessibleName(f"Iedereen is gewezen op de geheimhouding{bij}")
        if afspraak != self._afspraak:
            self._afspraak = afspraak
            self.regel_knop.zet(afspraak)
            self._on_regel_gevraagd("")
        self.geheimhouding.setChecked(gemeld)
        self.geheimhouding.setEnabled(mag)
        start = "Ga &verder met dit punt" if punt.gestart_op is not None else "&Start dit punt"
        self.start_knop.setText(start)
        self.start_knop.setAccessibleName(zonder_letter(start))
        self.start_knop.setEnabled(mag)
        self.start_knop.setToolTip(reden)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        for label in (self.kop, self.van_tafel, self.aan_tafel, self.blijft):
            label.setText("")

    def _on_regel_gevraagd(self, zin: str) -> None:
        self.regeltekst.setText(zin)
        self.regeltekst.setVisible(bool(zin))

    def _on_start(self) -> None:
        self.start_gevraagd.emit()


def _namen(personen: Sequence[Persoon]) -> str:
    if not personen:
        return "niemand"
    return "\n".join(
        f"{persoon.partij} - {persoon.afgevaardigde}" if persoon.afgevaardigde else persoon.partij
        for persoon in personen
    )
