"""What stands in a text and its reader may not have to know: each in its sentence, with a choice, before it leaves.

A choice is saved at once and has a way back. Closing without choosing is no choice: then nothing is made. Where is
noted that a text went, the choice stops nothing: it says how it went, and what should not have gone can be put in the
register of datalekken from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.lek.gegevens import (
    BIJLAGE_AL_WEG,
    BIJLAGE_HEEL,
    BSN_AL_WEG,
    BSN_NOOIT,
    NIET_GETEKEND,
    Lekbevinding,
    LekOpen,
)
from zvh_desktop.services.lek.lekken import MEESTE_REDEN
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.stukken.lekdatalek import Datalekstrook, Lekmelder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.weg.gang import ga_erheen, kan_erheen
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

_GA_ERHEEN = 2
"""How the dialog ends when somebody goes to change the text itself."""
_SLEUTEL = int(Qt.ItemDataRole.UserRole)
_MAG, _WEG = "mag mee", "weggelaten"
_TERECHT, _ONTERECHT, _ER_NIET_IN = "ging terecht mee", "had niet mee gemoeten", "stond er niet in"
_VOORAF = (
    "Dit staat in de tekst en hoeft de ontvanger misschien niet te weten. Kies bij elk ervan. "
    "Wat u weghaalt, staat er in dit stuk niet in: de tekst in de kluis blijft zoals die is."
)
_ACHTERAF = (
    "U noteert dat dit is verstuurd, en wat weg is, is weg. Dit hoefde de ontvanger misschien niet te weten. Zeg bij "
    "elk hoe het ging: het ging terecht mee, het had niet mee gemoeten, of het stond niet in wat u verstuurde. Zo "
    "wordt ook de kopie in de kluis. Een volgende keer gaat alleen mee wat terecht mee ging."
)


class Lekdienst(Protocol):
    """What is asked of the service."""

    def laat_mee(self, bevinding: Lekbevinding, reden: str = "") -> None:
        """It may stand there."""

    def haal_weg(self, bevinding: Lekbevinding) -> None:
        """It is left out."""

    def neem_terug(self, bevinding: Lekbevinding) -> None:
        """Nothing is chosen about it any more."""

    def ging_ten_onrechte(self, bevinding: Lekbevinding) -> None:
        """It stood in what went and should not have."""


class Leklijst(QListWidget):
    """Knows its place by what was found: after a lock what was chosen by then is no longer in the list."""

    def veldstand(self) -> object:
        """Which one the sentence is of; it says nothing about what stands there."""
        regel = self.currentItem()
        return str(regel.data(_SLEUTEL)) if regel is not None else ""

    def herstel_veldstand(self, stand: object) -> None:
        """Choose it again, where it still waits."""
        for rij in range(self.count()):
            if self.item(rij).data(_SLEUTEL) == stand:
                self.setCurrentRow(rij)


class LekDialoog(Dialoog):
    """Above every place that was found, below the sentence of the one that is chosen, and the ways on."""

    def __init__(
        self,
        bevindingen: Sequence[Lekbevinding],
        dienst: Lekdienst,
        ouder: QWidget | None = None,
        melder: Lekmelder | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("lek_dialoog")
        self._al_weg = any(een.al_weg for een in bevindingen)
        self._kop = "Wat er al weg is" if self._al_weg else "Voordat het weggaat"
        zet_venstertitel(self, self._kop)
        self._bevindingen = tuple(bevindingen)
        self._dienst, self._melder = dienst, melder
        self._vanaf = ouder
        self._keuzes: dict[int, str] = {}
        self._bouw()
        self._verbind()
        self.lijst.setCurrentRow(0)
        self._toon()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.uitleg = StilleTekst(_ACHTERAF if self._al_weg else _VOORAF, self)
        self.uitleg.setMinimumWidth(tekstbreedte(self, 72))
        self.lijst = Leklijst(self)
        self.lijst.setObjectName("lek_lijst")
        self.lijst.setAccessibleName("Wat er opvalt, per ontvanger")
        self.lijst.setWordWrap(True)  # at the end of each line stands what was chosen
        self.lijst.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        self.zin = QPlainTextEdit(self)
        self.zin.setObjectName("lek_zin")
        self.zin.setAccessibleName("De zin waarin het staat")
        self.zin.setReadOnly(True)
        self.zin.setTabChangesFocus(True)
        self.zin.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + RUIM)
        self.reden = Zinregel(self)
        self.reden.setObjectName("lek_reden")
        self.reden.setAccessibleName("Reden waarom het mee mag, hoeft niet")
        self.reden.setMaxLength(MEESTE_REDEN)
        self.reden.setPlaceholderText("Hoeft niet, en zonder namen of nummers")
        reden = QLabel("&Reden", self)
        reden.setBuddy(self.reden)
        rij = self._bouw_keuzes()
        self.bsn = StilleTekst(BSN_AL_WEG if self._al_weg else BSN_NOOIT, self)
        self.heel = StilleTekst(BIJLAGE_AL_WEG if self._al_weg else BIJLAGE_HEEL, self)
        self.terug = OngedaanRegel(self, self._lukt, self._toon)
        self.datalek = Datalekstrook(self._melder, self)
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        knoppen = Dialoogknoppen(self)
        self.verder_knop = knoppen.maak("&Verder", QDialogButtonBox.ButtonRole.AcceptRole)
        self.verder_knop.setObjectName("lek_verder")
        self.verder_knop.setAccessibleName("Verder")
        self.later_knop = knoppen.maak("&Later", QDialogButtonBox.ButtonRole.RejectRole)
        self.later_knop.setAccessibleName("Later")
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RASTER)
        indeling.addWidget(Kop(self._kop, self))
        for deel in (self.uitleg, self.lijst, self.zin, self.bsn, self.heel, reden, self.reden):
            indeling.addWidget(deel)
        indeling.addLayout(rij)
        indeling.addWidget(self.datalek)
        indeling.addWidget(self.terug)
        indeling.addWidget(self._fout)
        indeling.addWidget(knoppen)

    def _bouw_keuzes(self) -> Loopregel:
        """A button for each choice, in the order of Tab, and the way to the text itself."""
        self.mag_knop = knop("lek_mag", "Ging &terecht mee" if self._al_weg else "&Mag mee", self)
        self.onterecht_knop = knop("lek_onterecht", "Had &niet mee gemoeten", self)
        self.onterecht_knop.setVisible(self._al_weg)
        self.weg_knop = knop("lek_weg", "&Stond er niet in" if self._al_weg else "&Haal weg", self)
        self.erheen_knop = knop("lek_erheen", "Ga &erheen", self)
        rij = Loopregel(tussen=RASTER)
        for een in (self.mag_knop, self.onterecht_knop, self.weg_knop, self.erheen_knop):
            rij.addWidget(een)
        return rij

    def _verbind(self) -> None:
        self.lijst.currentRowChanged.connect(self._on_regel)
        self.mag_knop.clicked.connect(self._on_mag)
        self.onterecht_knop.clicked.connect(self._on_onterecht)
        self.weg_knop.clicked.connect(self._on_weg)
        self.datalek.gevraagd.connect(self._on_datalek)
        self.erheen_knop.clicked.connect(self._on_erheen)

    # --- showing ----------------------------------------------------------------------------------

    def gekozen(self) -> Lekbevinding | None:
        """The one that the sentence is of."""
        rij = self.lijst.currentRow()
        return self._bevindingen[rij] if 0 <= rij < len(self._bevindingen) else None

    def _toon(self) -> None:
        """The list as it is now, with the keyboard where it was."""
        rij = max(0, self.lijst.currentRow())
        if self.lijst.count() != len(self._bevindingen):
            self.lijst.clear()
            for een in self._bevindingen:
                regel = QListWidgetItem()
                regel.setData(_SLEUTEL, f"{een.digest} {een.vondst.begin}")
                self.lijst.addItem(regel)
        for plek, een in enumerate(self._bevindingen):
            wacht = f"opnieuw kiezen: hier {NIET_GETEKEND}" if een.niet_getekend else "nog kiezen"
            keuze = self._keuzes.get(plek, wacht)
            casus = f"casus {een.casusnummer}" if een.casusnummer else "geen casus"
            waar = f"{casus}, in een bijlage" if een.bijlage else casus
            self.lijst.item(plek).setText(f"{een.gevonden}: {een.wat}, {een.lezer}, {waar} ({keuze})")
        self.lijst.setCurrentRow(rij)
        nog = len(self._bevindingen) - len(self._keuzes)
        self.verder_knop.setEnabled(nog == 0)
        self.verder_knop.setToolTip("" if nog == 0 else f"Kies eerst bij elk ervan: nog {nog}.")
        self.datalek.zet(
            tuple(een for plek, een in enumerate(self._bevindingen) if self._keuzes.get(plek) == _ONTERECHT)
        )
        self._on_regel()

    def _toon_zin(self, een: Lekbevinding) -> None:
        voor, gevonden, na = een.zin
        self.zin.setPlainText(voor + gevonden + na)
        nadruk = QTextEdit.ExtraSelection()
        vorm = QTextCharFormat()
        vorm.setFontWeight(QFont.Weight.Bold)
        vorm.setFontUnderline(True)
        nadruk.format = vorm
        plek = QTextCursor(self.zin.document())
        begin = len(voor.encode("utf-16-le")) // 2  # Qt counts halves of a sign beyond the first plane
        plek.setPosition(begin)
        plek.setPosition(begin + len(gevonden.encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor)
        nadruk.cursor = plek
        self.zin.setExtraSelections([nadruk])

    # --- choosing ---------------------------------------------------------------------------------

    def _kies(self, keuze: str, doe: Callable[[], object]) -> None:
        een, rij = self.gekozen(), self.lijst.currentRow()
        if een is None:
            return
        was = self._keuzes.get(rij)
        terug = partial(self._zet, rij, was, self._hoe(een, was))
        if self.terug.probeer(Omzetting(f"{een.gevonden}: {keuze}.", partial(self._zet, rij, keuze, doe), terug)):
            self.reden.clear()
            self._naar_volgende(rij)

    def _hoe(self, een: Lekbevinding, keuze: str | None) -> Callable[[], object]:
        """What has to be done so that this is chosen."""
        if keuze is None:
            return partial(self._dienst.neem_terug, een)
        daden = {
            _WEG: self._dienst.haal_weg,
            _ER_NIET_IN: self._dienst.haal_weg,
            _ONTERECHT: self._dienst.ging_ten_onrechte,
        }
        return partial(daden.get(keuze, self._dienst.laat_mee), een)

    def _zet(self, rij: int, keuze: str | None, doe: Callable[[], object]) -> None:
        doe()
        if keuze is None:
            self._keuzes.pop(rij, None)
        else:
            self._keuzes[rij] = keuze

    def _naar_volgende(self, rij: int) -> None:
        """To the first after this one about which nothing was chosen; when there is none, to the way on."""
        volgorde = (*range(rij + 1, len(self._bevindingen)), *range(rij))
        volgende = next((plek for plek in volgorde if plek not in self._keuzes), None)
        if volgende is None and self.datalek.wacht():
            self.datalek.knop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif volgende is None:
            self.verder_knop.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lijst.setCurrentRow(volgende)
            self.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self._fout.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)
            return False
        self._fout.zet(Icoon.FOUT, "", kleur=Kleur.FOUT)
        return True

    # --- slots ------------------------------------------------------------------------------------

    def _on_regel(self, _rij: int = 0) -> None:
        een = self.gekozen()
        if een is None:
            return
        self._toon_zin(een)
        self.mag_knop.setEnabled(een.kan_mee)
        self.reden.setEnabled(een.kan_mee)
        self.bsn.setVisible(not een.kan_mee)
        self.heel.setVisible(een.bijlage)
        self.erheen_knop.setEnabled(een.weg is not None and (self._vanaf is None or kan_erheen(self._vanaf, een.weg)))

    def _on_mag(self) -> None:
        een = self.gekozen()
        if een is not None:
            self._kies(_TERECHT if self._al_weg else _MAG, partial(self._dienst.laat_mee, een, self.reden.text()))

    def _on_weg(self) -> None:
        een = self.gekozen()
        if een is not None:
            self._kies(_ER_NIET_IN if self._al_weg else _WEG, partial(self._dienst.haal_weg, een))

    def _on_onterecht(self) -> None:
        een = self.gekozen()
        if een is not None:
            self._kies(_ONTERECHT, partial(self._dienst.ging_ten_onrechte, een))

    def _on_datalek(self) -> None:
        handeling = self.datalek.handeling()
        if handeling is not None and self.terug.probeer(handeling):
            self.verder_knop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_erheen(self) -> None:
        self.done(_GA_ERHEEN)


def vraag_lekken(fout: LekOpen, dienst: Lekdienst, ouder: QWidget, melder: Lekmelder | None = None) -> bool:
    """Let somebody choose; whether everything was chosen, so that it can be made now.

    It comes in front of whatever has to be closed first, wherever it was asked: behind that nobody reaches it.
    """
    voorop = QApplication.activeModalWidget()
    dialoog = LekDialoog(fout.bevindingen, dienst, voorop or ouder, melder)
    uitkomst = dialoog.exec()
    gekozen = dialoog.gekozen()
    verwijder(dialoog)
    if uitkomst == _GA_ERHEEN and gekozen is not None and gekozen.weg is not None:
        ga_erheen(ouder, gekozen.weg)
    return uitkomst == QDialog.DialogCode.Accepted
