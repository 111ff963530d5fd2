"""Judges the criteria complexe casuïstiek of the house: yes, no or not yet, with a motivation each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from zvh_desktop.services.casus.aanmelding_gegevens import CriteriumInvoer, CriteriumKeuze
from zvh_desktop.ui.uiterlijk.doelen import Keuzerondje
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_KEUZES: tuple[tuple[str, bool | None], ...] = (("ja", True), ("nee", False), ("nog niet beoordeeld", None))


class CriteriumVak(Kader):
    """One criterium."""

    gewijzigd = Signal()

    def __init__(self, keuze: CriteriumKeuze, nummer: int, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"criterium_{keuze.sleutel}")
        self.sleutel = keuze.sleutel
        self.aanpakken = keuze.aanpakken
        self.setAccessibleName(f"Criterium {nummer}")
        tekst = QLabel(f"{nummer}. {keuze.tekst}", self)
        tekst.setWordWrap(True)
        artikel = f"({keuze.artikel})" if keuze.artikel else ""
        uitleg = StilleTekst(" ".join(deel for deel in (keuze.toelichting, artikel) if deel), self)
        uitleg.setVisible(bool(uitleg.text()))
        self._groep = QButtonGroup(self)
        self.knoppen: dict[bool | None, QRadioButton] = {}
        regel = QHBoxLayout()
        regel.setSpacing(RUIM)
        for woord, waarde in _KEUZES:
            knop = Keuzerondje(woord, self)
            knop.setObjectName(f"criterium_{keuze.sleutel}_{woord.split(' ', maxsplit=1)[0]}")
            knop.setAccessibleName(f"Criterium {nummer}: {woord}. {keuze.tekst}")
            self._groep.addButton(knop)
            self.knoppen[waarde] = knop
            regel.addWidget(knop)
        regel.addStretch(1)
        self.motivering = Tekstveld(f"Motivering bij criterium {nummer}", self, regels=2)
        self.motivering.setObjectName(f"criterium_{keuze.sleutel}_motivering")
        self.motivering.setPlaceholderText("Motivering")
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addWidget(tekst)
        indeling.addWidget(uitleg)
        indeling.addLayout(regel)
        indeling.addWidget(self.motivering)
        self._verbind()

    def _verbind(self) -> None:
        self._groep.buttonClicked.connect(self._on_gekozen)
        self.motivering.textChanged.connect(self.gewijzigd)

    def laad(self, invoer: CriteriumInvoer, *, vast: bool) -> None:
        """Show how it was judged."""
        self.knoppen[invoer.voldoet].setChecked(True)
        self.motivering.laad(invoer.motivering)
        self.motivering.setReadOnly(vast)
        for knop in self.knoppen.values():
            knop.setEnabled(not vast)

    def invoer(self) -> CriteriumInvoer:
        """How it is judged now."""
        waarde = next(waarde for waarde, knop in self.knoppen.items() if knop.isChecked())
        return CriteriumInvoer(self.sleutel, waarde, self.motivering.toPlainText())

    def _on_gekozen(self) -> None:
        self.gewijzigd.emit()


class CriteriaVelden(QWidget):
    """All criteria and what they come to, in words."""

    gewijzigd = Signal()

    def __init__(self, keuzes: Sequence[CriteriumKeuze], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("criteria_velden")
        self.vakken = [CriteriumVak(keuze, nummer, self) for nummer, keuze in enumerate(keuzes, start=1)]
        self.uitkomst = Statuslabel(Icoon.VRAAGTEKEN, "", self)
        self.uitkomst.setObjectName("criteria_uitkomst")
        self.uitkomst.laat_afbreken()
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        for vak in self.vakken:
            vak.gewijzigd.connect(self.gewijzigd)
            indeling.addWidget(vak)
        indeling.addWidget(self.uitkomst)

    def laad(self, invoer: Sequence[CriteriumInvoer], *, vast: bool) -> None:
        """Show how each was judged."""
        bekend = {een.criterium: een for een in invoer}
        for vak in self.vakken:
            vak.laad(bekend.get(vak.sleutel, CriteriumInvoer(vak.sleutel, None)), vast=vast)

    def voor_aanpak(self, aanpak: str) -> None:
        """Show only what is asked in this aanpak."""
        for vak in self.vakken:
            vak.setVisible(not vak.aanpakken or aanpak in vak.aanpakken)

    def invoer(self) -> tuple[CriteriumInvoer, ...]:
        """How each is judged now."""
        return tuple(vak.invoer() for vak in self.vakken)

    def toon_uitkomst(self, voldaan: bool | None) -> None:
        """Say in words what the judgement comes to."""
        if voldaan is None:
            self.uitkomst.zet(Icoon.VRAAGTEKEN, "Nog niet te zeggen of aan de criteria is voldaan.", kleur=Kleur.LET_OP)
        elif voldaan:
            self.uitkomst.zet(Icoon.VINK, "Volgens deze beoordeling is aan de criteria voldaan.", kleur=Kleur.GOED)
        else:
            self.uitkomst.zet(
                Icoon.STREEPJE, "Volgens deze beoordeling is niet aan de criteria voldaan.", kleur=Kleur.FOUT
            )

    def maak_leeg(self) -> None:
        """Forget what was typed."""
        for vak in self.vakken:
            vak.laad(CriteriumInvoer(vak.sleutel, None), vast=False)
            vak.motivering.maak_leeg()
