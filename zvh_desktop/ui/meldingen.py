"""The only place for messages, confirmations and file pickers.

Tests hand in a stand-in with the same methods, so that no test ever waits for a window. Everywhere else the
import of QMessageBox and QFileDialog is refused by the lint rules.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,  # noqa: TID251  this is the one place
    QMessageBox,  # noqa: TID251  this is the one place
    QPushButton,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout, TeKiezen
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.teksten.regels import REGEL_VRAAG, regel_zin
from zvh_desktop.ui.uiterlijk.doelen import Drukknop
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.weg.gang import ga_erheen, kan_erheen


class Melder(Protocol):
    """What a widget may ask of the messages; Meldingen in the application, NepMeldingen in tests."""

    def toon_fout(self, ouder: QWidget | None, fout: GebruikersFout) -> None:
        """Say what happened, what is safe and what can be done; with the way to what is missing, if there is one."""

    def toon_bericht(self, ouder: QWidget | None, titel: str, tekst: str) -> None:
        """Say something that needs no answer."""

    def bevestig(self, ouder: QWidget | None, vraag: str, knoptekst: str) -> bool:
        """Ask before something that cannot be undone; the button names the act."""

    def kies_bestand_open(self, ouder: QWidget | None, titel: str, filter_: str) -> Path | None:
        """Let the user point at an existing file."""

    def kies_bestand_opslaan(self, ouder: QWidget | None, titel: str, naam: str, filter_: str) -> Path | None:
        """Let the user choose where a file goes; asks itself whether an existing one may be replaced."""

    def kies_map(self, ouder: QWidget | None, titel: str) -> Path | None:
        """Let the user point at a folder."""


class Meldingen:
    """The real windows, in Dutch, with plain text only so that no name can be taken for mark-up."""

    def toon_fout(self, ouder: QWidget | None, fout: GebruikersFout) -> None:
        if isinstance(fout, TeKiezen) and fout.weggelegd:  # never over the lock: it says whom a text is for
            return
        weg = fout.weg if kan_erheen(ouder, fout.weg) else None
        toelichting = "\n\n".join(deel for deel in (fout.veilig, fout.advies) if deel)
        titel = "Dit is niet gelukt" if weg is None else "Dit kan nog niet"
        venster = self._venster(ouder, QMessageBox.Icon.Warning, titel, fout.gebeurd, toelichting)
        erheen = _knop(venster, weg.knop, QMessageBox.ButtonRole.AcceptRole) if weg is not None else None
        sluiten = _knop(venster, "Sluiten", QMessageBox.ButtonRole.RejectRole)
        regel = regel_zin(fout)
        vraag = _knop(venster, REGEL_VRAAG, QMessageBox.ButtonRole.ActionRole) if regel else None
        venster.setDefaultButton(erheen or sluiten)
        venster.setEscapeButton(sluiten)
        venster.exec()
        if vraag is not None and venster.clickedButton() is vraag:
            venster.removeButton(vraag)
            venster.setInformativeText("\n\n".join(deel for deel in (toelichting, regel) if deel))
            venster.exec()
        gekozen = erheen is not None and venster.clickedButton() is erheen
        verwijder(venster)
        if gekozen and ouder is not None and weg is not None:
            ga_erheen(ouder, weg)

    def toon_bericht(self, ouder: QWidget | None, titel: str, tekst: str) -> None:
        self._toon(ouder, QMessageBox.Icon.Information, titel, tekst, "")

    def bevestig(self, ouder: QWidget | None, vraag: str, knoptekst: str) -> bool:
        venster = self._venster(ouder, QMessageBox.Icon.Question, "Weet u het zeker?", vraag, "")
        doen = _knop(venster, knoptekst, QMessageBox.ButtonRole.AcceptRole)
        niet = _knop(venster, "Niet doen", QMessageBox.ButtonRole.RejectRole)
        venster.setDefaultButton(niet)
        venster.setEscapeButton(niet)
        venster.exec()
        gekozen = venster.clickedButton() is doen
        verwijder(venster)
        return gekozen

    def kies_bestand_open(self, ouder: QWidget | None, titel: str, filter_: str) -> Path | None:
        kiezer = _kiezer(ouder, titel, filter_, QFileDialog.FileMode.ExistingFile)
        return _gekozen(kiezer)

    def kies_bestand_opslaan(self, ouder: QWidget | None, titel: str, naam: str, filter_: str) -> Path | None:
        kiezer = _kiezer(ouder, titel, filter_, QFileDialog.FileMode.AnyFile)
        kiezer.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kiezer.setDefaultSuffix(Path(naam).suffix.removeprefix("."))
        kiezer.selectFile(naam)
        return _gekozen(kiezer)

    def kies_map(self, ouder: QWidget | None, titel: str) -> Path | None:
        kiezer = _kiezer(ouder, titel, "", QFileDialog.FileMode.Directory)
        kiezer.setOption(QFileDialog.Option.ShowDirsOnly)
        return _gekozen(kiezer)

    def _toon(self, ouder: QWidget | None, icoon: QMessageBox.Icon, titel: str, tekst: str, toelichting: str) -> None:
        venster = self._venster(ouder, icoon, titel, tekst, toelichting)
        _knop(venster, "Sluiten", QMessageBox.ButtonRole.AcceptRole)
        venster.exec()
        verwijder(venster)

    def _venster(
        self, ouder: QWidget | None, icoon: QMessageBox.Icon, titel: str, tekst: str, toelichting: str
    ) -> QMessageBox:
        venster = QMessageBox(ouder)
        venster.setObjectName("melding")
        venster.setIcon(icoon)
        zet_venstertitel(venster, titel)
        venster.setTextFormat(Qt.TextFormat.PlainText)
        venster.setText(tekst)
        venster.setInformativeText(toelichting)
        return venster


def _knop(venster: QMessageBox, tekst: str, rol: QMessageBox.ButtonRole) -> QPushButton:
    knop = Drukknop(tekst, venster)
    venster.addButton(knop, rol)
    knop.setAccessibleName(tekst.replace("&", ""))
    return knop


def _kiezer(ouder: QWidget | None, titel: str, filter_: str, soort: QFileDialog.FileMode) -> QFileDialog:
    """In Dutch where Qt draws it itself; its own translation leaves out two labels."""
    begin = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kiezer = QFileDialog(ouder, "", begin, filter_)
    zet_venstertitel(kiezer, titel)
    kiezer.setFileMode(soort)
    kiezer.setLabelText(QFileDialog.DialogLabel.LookIn, "Kijk &in:")
    kiezer.setLabelText(QFileDialog.DialogLabel.FileType, "&Soort bestand:")
    return kiezer


def _gekozen(kiezer: QFileDialog) -> Path | None:
    gekozen = kiezer.selectedFiles() if kiezer.exec() == QFileDialog.DialogCode.Accepted else []
    verwijder(kiezer)
    return Path(gekozen[0]) if gekozen else None
