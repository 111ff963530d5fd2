"""The house profile in force: which house, which version, and every rule with its article. For every role."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regels import HuisOverzicht, beschrijf_huis
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer_delen.deel import LEESBREEDTE, BeheerDeel
from zvh_desktop.ui.thema import RASTER, RUIM, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kaart


class HuisprofielDeel(BeheerDeel):
    """A list to read; nothing to change here."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Huisprofiel",
            "De regels van het convenant van dit huis, zoals de applicatie ze toepast. Een nieuw profiel komt met een "
            "nieuwe versie van de applicatie; oude verslagen houden het profiel van hun eigen datum.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_huisprofiel")
        self.rolvlak.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rolvlak.setAccessibleName("Huisprofiel en regels")
        huis = beschrijf_huis(diensten.profiel)
        self._bouw_feiten(huis)
        self._bouw_regels(huis)
        self.ruimte()

    def _bouw_feiten(self, huis: HuisOverzicht) -> None:
        kaart = Kaart("Welk huis", self.vlak)
        rooster = _rooster()
        feiten = (
            ("Huis", huis.huis),
            ("Profiel", f"{huis.sleutel}, versie {huis.versie}"),
            ("Convenant", huis.convenant),
            ("Looptijd", huis.looptijd),
            ("Overleggen", ", ".join(huis.overleggen)),
        )
        for rij, (wat, waarde) in enumerate((wat, waarde) for wat, waarde in feiten if waarde):
            rooster.addWidget(self._vet(wat), rij, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(self._gewoon(waarde), rij, 1)
        kaart.inhoud.addLayout(rooster)
        self.inhoud.addWidget(self.breed(kaart))

    def _bouw_regels(self, huis: HuisOverzicht) -> None:
        kaart = Kaart("Regels en artikelen", self.vlak)
        rooster = _rooster()
        for nummer, regel in enumerate(huis.regels):
            rooster.addWidget(self._vet(regel.artikel or "geldt niet"), nummer, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(self._gewoon(regel.tekst), nummer, 1)
        kaart.inhoud.addLayout(rooster)
        self.inhoud.addWidget(self.breed(kaart))

    def breed(self, widget: QWidget) -> QWidget:
        """Room for the articles beside the text."""
        widget.setMaximumWidth(tekstbreedte(self, LEESBREEDTE + 24))
        return widget

    def _vet(self, tekst: str) -> QLabel:
        label = self._gewoon(tekst)
        letter = label.font()
        letter.setBold(True)
        label.setFont(letter)
        label.setFixedWidth(tekstbreedte(self, 20))
        return label

    def _gewoon(self, tekst: str) -> QLabel:
        label = QLabel(tekst, self.vlak)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def eerste_focus(self) -> QWidget:
        return self.rolvlak


def _rooster() -> QGridLayout:
    rooster = QGridLayout()
    rooster.setHorizontalSpacing(RUIM)
    rooster.setVerticalSpacing(RASTER)
    rooster.setColumnStretch(1, 1)
    return rooster
