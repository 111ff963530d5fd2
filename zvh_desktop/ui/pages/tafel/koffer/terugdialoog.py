"""What a koffer brings back, beside what the office has now: point by point, and ticked where somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from zvh_desktop.services.koffer.gegevens import TerugBeeld, TerugPunt
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, RUIM, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst

_KOPPEN = ("Wat", "Op kantoor nu", "Uit de koffer", "Let op")
_SLEUTEL = int(Qt.ItemDataRole.UserRole) + 1
_KIEZEN = (
    "Deze koffer is ingetrokken. Kies wat u overneemt; spatie zet een regel aan of uit. Wat u niet kiest, blijft bij "
    "het overleg bewaard. Er wordt niets overschreven zonder dat u het kiest."
)
_ALLES = (
    "Alles wat onderweg is gedaan komt erin, met de oordelen ondertekend. Wat op kantoor intussen anders is besloten, "
    "blijft zoals het is; dat staat erbij."
)
_HOOG = 9
_REGELS = 4
"""So many lines of text one point has in the list at most."""
_RAND = 12
"""What of the width of a column no word can use."""


class TerugDialoog(Dialoog):
    """A list with a tick per point, or without where everything comes in."""

    def __init__(self, beeld: TerugBeeld, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("terugdialoog")
        zet_venstertitel(self, "Koffer inleveren")
        self._kiezen = beeld.kiezen
        self.vlak = Puntenvlak(beeld.punten, self, kiezen=beeld.kiezen)
        self.lijst = self.vlak.lijst
        self._knoppen = Dialoogknoppen(self)
        self.lever_knop = self._knoppen.maak("&Lever in…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.lever_knop.setObjectName("koffer_lever_knop")
        self.lever_knop.setAccessibleName("Lever in")
        self.niet_knop = self._knoppen.maak("Nie&t doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet doen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Koffer inleveren", self))
        indeling.addWidget(StilleTekst(_uitleg(beeld), self))
        indeling.addWidget(self.vlak, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()
        self.lijst.setFocus()

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)

    def gekozen(self) -> frozenset[str]:
        """The keys of what is ticked."""
        return frozenset(
            _sleutel(regel)
            for regel in _regels(self.lijst)
            if self._kiezen and regel.checkState(0) is Qt.CheckState.Checked
        )

    @classmethod
    def vraag(cls, beeld: TerugBeeld, ouder: QWidget) -> frozenset[str] | None:
        """What comes in; None when nothing is handed in."""
        dialoog = cls(beeld, ouder)
        gelukt = dialoog.exec() == cls.DialogCode.Accepted
        gekozen = dialoog.gekozen()
        verwijder(dialoog)
        return gekozen if gelukt else None


class ErnaastDialoog(Dialoog):
    """What of a koffer was not taken over, to read."""

    heropenen = False

    def __init__(self, punten: Sequence[TerugPunt], ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("ernaastdialoog")
        zet_venstertitel(self, "Niet overgenomen uit de koffer")
        self.vlak = Puntenvlak(punten, self, kiezen=False)
        self.lijst = self.vlak.lijst
        self._knoppen = Dialoogknoppen(self)
        self.sluit_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setAccessibleName("Sluiten")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Niet overgenomen uit de koffer", self))
        indeling.addWidget(StilleTekst("Links wat er bij het inleveren op kantoor stond, rechts wat erin zat.", self))
        indeling.addWidget(self.vlak, 1)
        indeling.addWidget(self._knoppen)
        self._verbind()
        self.lijst.setFocus()

    def _verbind(self) -> None:
        self._knoppen.rejected.connect(self.reject)

    @classmethod
    def toon(cls, punten: Sequence[TerugPunt], ouder: QWidget) -> None:
        """Show it until it is closed."""
        dialoog = cls(punten, ouder)
        dialoog.exec()
        verwijder(dialoog)


class Puntenvlak(QWidget):
    """The points, and below them the whole of the one that is chosen: a line of the list cuts off what is long."""

    def __init__(self, punten: Sequence[TerugPunt], ouder: QWidget, *, kiezen: bool) -> None:
        super().__init__(ouder)
        self.lijst = puntenlijst(punten, self, kiezen=kiezen)
        self.detail = StilleTekst("", self)
        self.detail.setObjectName("koffer_punt_heel")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self.lijst, 1)
        indeling.addWidget(self.detail)
        self._verbind()
        self._toon(self.lijst.currentItem())

    def _verbind(self) -> None:
        self.lijst.currentItemChanged.connect(self._on_ander_punt)

    def _on_ander_punt(self, regel: QTreeWidgetItem | None, _vorige: QTreeWidgetItem | None) -> None:
        self._toon(regel)

    def _toon(self, regel: QTreeWidgetItem | None) -> None:
        delen = [(kop, regel.text(kolom)) for kolom, kop in enumerate(_KOPPEN)] if regel is not None else []
        self.detail.setText("\n".join(f"{kop}: {tekst}" for kop, tekst in delen if tekst))


class Puntenlijst(QTreeWidget):
    """Known by the keys of its points: the office may have gone on, so that after a lock there are others."""

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self.pas_hoogten()

    def pas_hoogten(self) -> None:
        """A line is as high as its words need in columns of this width; what takes more stands whole below the list."""
        letter = self.fontMetrics()
        hoogste = _REGELS * letter.lineSpacing()
        for regel in _regels(self):
            hoogten = [
                letter.boundingRect(
                    QRect(0, 0, max(1, self.columnWidth(kolom) - _RAND), hoogste),
                    int(Qt.TextFlag.TextWordWrap),
                    regel.text(kolom),
                ).height()
                for kolom in range(len(_KOPPEN))
            ]
            breed = letter.horizontalAdvance(regel.text(0)) + 3 * _RAND  # with the tick before it
            regel.setSizeHint(0, QSize(breed, min(max(hoogten), hoogste) + HALF))

    def veldstand(self) -> object:
        """What is ticked and what is not, by key, and the point that is chosen."""
        vinken = {
            _sleutel(regel): regel.checkState(0) is Qt.CheckState.Checked
            for regel in _regels(self)
            if regel.flags() & Qt.ItemFlag.ItemIsUserCheckable
        }
        gekozen = self.currentItem()
        return (vinken, _sleutel(gekozen) if gekozen is not None else "")

    def herstel_veldstand(self, stand: tuple[dict[str, bool], str]) -> None:
        """Put the ticks back on the points that are still there and can still be chosen."""
        vinken, gekozen = stand
        for regel in _regels(self):
            sleutel = _sleutel(regel)
            if sleutel in vinken and regel.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                regel.setCheckState(0, Qt.CheckState.Checked if vinken[sleutel] else Qt.CheckState.Unchecked)
            if sleutel == gekozen:
                self.setCurrentItem(regel)


def puntenlijst(punten: Sequence[TerugPunt], ouder: QWidget, *, kiezen: bool) -> Puntenlijst:
    """The points under the number of their casus."""
    lijst = Puntenlijst(ouder)
    lijst.setObjectName("koffer_punten")
    lijst.setAccessibleName("Wat er onderweg is gedaan")
    lijst.setHeaderLabels(_KOPPEN)
    lijst.setRootIsDecorated(False)
    lijst.setWordWrap(True)
    lijst.setUniformRowHeights(False)
    lijst.setTextElideMode(Qt.TextElideMode.ElideNone)
    for punt in punten:
        wat = f"{punt.casus}: {punt.wat}" if punt.casus else punt.wat
        regel = QTreeWidgetItem(lijst, [wat, punt.kantoor, punt.onderweg, punt.reden])
        regel.setData(0, _SLEUTEL, punt.sleutel)
        for kolom, tekst in enumerate((wat, punt.kantoor, punt.onderweg, punt.reden)):
            regel.setToolTip(kolom, tekst.replace("<", "&lt;"))
        vlaggen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if kiezen and punt.kan:
            regel.setFlags(vlaggen | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setCheckState(0, Qt.CheckState.Checked if punt.voorgesteld else Qt.CheckState.Unchecked)
        else:
            regel.setFlags(vlaggen)
    lijst.header().setStretchLastSection(False)
    for kolom in range(len(_KOPPEN)):
        soort = QHeaderView.ResizeMode.Stretch if kolom else QHeaderView.ResizeMode.ResizeToContents
        lijst.header().setSectionResizeMode(kolom, soort)
    eerste = lijst.topLevelItem(0)
    if eerste is not None:
        lijst.setCurrentItem(eerste)
    lijst.setMinimumSize(tekstbreedte(ouder, 80), ouder.fontMetrics().lineSpacing() * _HOOG)
    return lijst


def _regels(lijst: QTreeWidget) -> list[QTreeWidgetItem]:
    return [regel for plaats in range(lijst.topLevelItemCount()) if (regel := lijst.topLevelItem(plaats)) is not None]


def _sleutel(regel: QTreeWidgetItem) -> str:
    return str(regel.data(0, _SLEUTEL))


def _uitleg(beeld: TerugBeeld) -> str:
    zinnen = [_KIEZEN if beeld.kiezen else _ALLES]
    if not beeld.punten:
        zinnen = ["In deze koffer is onderweg niets vastgelegd. Na het inleveren is het overleg weer hier."]
    if beeld.vernietigd:
        zinnen.append("Een dossier dat op kantoor is vernietigd, komt er niet in en wordt niet getoond.")
    zinnen.append("Daarna wordt de koffer vernietigd.")
    return " ".join(zinnen)
