"""The button above a list that saves what is shown as a sheet: these columns, these rows, in this order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.teksten.cellen import als_cel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

if TYPE_CHECKING:
    from zvh_desktop.services.bewerkbaar.lijsten import LijstService

TOETS: Final = "Ctrl+Shift+X"
_FILTER: Final = "Excel (*.xlsx)"
_NOG_BEZIG: Final = "De lijst wordt nog gefilterd. Bewaar hem als dat klaar is."


def over_niemand(_regel: Any) -> tuple[str, int]:
    """Of a list about no casus."""
    return "", 0


@dataclass(frozen=True)
class Lijstbron:
    """One list that can be saved from a table: what it is called, its rows, and whom a row is about.

    ``lees`` gives the columns, the rows that are shown, and how many there are without a filter. ``waarover`` gives the
    casusnummer of a row, or nothing, and the number of its aanmelding, or 0.
    """

    lijst: Lijst
    tekst: str
    lees: Callable[[], tuple[Sequence[Kolom[Any]], Sequence[Any], int]]
    waarover: Callable[[Any], tuple[str, int]] = over_niemand


class LijstBewaren(QObject):
    """Adds the button, the action and its key to a table. With more than one source the button asks which."""

    def __init__(
        self, tabel: FilterTabel[Any], bronnen: Sequence[Lijstbron], diensten: Diensten, gereedschap: Gereedschap
    ) -> None:
        super().__init__(tabel)
        self._tabel = tabel
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bronnen = tuple(bronnen)
        tabel.casus_van = lambda regel: self._bronnen[0].waarover(regel)[0]
        naam = tabel.objectName().removesuffix("_filtertabel")
        self.knop = tabel.knoppenrij.maak(
            f"{naam}_bewaar_knop",
            Icoon.OPSLAAN,
            "XLSX…",
            f"Bewaar als XLSX wat hier staat, met dit filter en in deze volgorde ({TOETS})",
        )
        self.knop.setAccessibleName(f"XLSX van {tabel.tabel.accessibleName()}: bewaar wat hier staat ({TOETS})")
        self.acties = tuple(self._actie(naam, nummer) for nummer in range(len(self._bronnen)))
        self.acties[0].setShortcut(QKeySequence("Ctrl+Shift+X"))
        self.melding = Statuslabel(Icoon.INFO, "", tabel)
        self.melding.laat_afbreken()
        self.melding.setVisible(False)
        tabel.zet_eronder(self.melding)
        self._verbind()
        self.toon_recht()

    def _actie(self, naam: str, nummer: int) -> QAction:
        actie = QAction(self._bronnen[nummer].tekst, self)
        actie.setObjectName(f"{naam}_bewaar_actie_{nummer}")
        actie.setShortcutContext(self._tabel.kopieer_actie.shortcutContext())
        actie.setData(nummer)
        self._tabel.tabel.addAction(actie)
        return actie

    def _verbind(self) -> None:
        for actie in self.acties:
            actie.triggered.connect(self._on_gevraagd)
        if len(self.acties) == 1:
            self.knop.clicked.connect(self.bewaar)
        else:
            menu = QMenu(self.knop)
            menu.addActions(self.acties)
            self.knop.setMenu(menu)
            self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tabel.model.modelReset.connect(self._wis)

    def toon_recht(self) -> None:
        """Off, with the reason, where nothing may be saved."""
        mag = self._diensten.lijsten.mag(self._bronnen[0].lijst)
        zet_toestemming(self.knop, mag)
        for actie in self.acties:
            actie.setEnabled(mag.mag)

    def bewaar(self, nummer: int = 0) -> None:
        """Ask where, and save the list with this number."""
        if not self.knop.isEnabled():
            return
        if self._tabel.filter.bezig():
            self._zeg(_NOG_BEZIG)
            return
        bron = self._bronnen[int(nummer)]
        kolommen, regels, van = bron.lees()
        voorstel = self._diensten.lijsten.bestandsnaam(bron.lijst)
        doel = self._gereedschap.melder.kies_bestand_opslaan(self._tabel, "Bewaar de lijst", voorstel, _FILTER)
        if doel is None:
            return
        werk = _Lijstwerk(self._diensten.lijsten, bron, tuple(kolommen), tuple(regels), van)
        self.knop.setEnabled(False)
        self._gereedschap.taken.start_met_voortgang(
            partial(werk, doel if doel.suffix else doel.with_suffix(".xlsx")),
            ouder=self._tabel,
            titel="De lijst wordt bewaard",
            gelukt=self._on_bewaard,
            mislukt=self._on_mislukt,
        )

    def _zeg(self, tekst: str) -> None:
        self.melding.zet(Icoon.INFO, tekst)
        self.melding.setVisible(bool(tekst))

    # --- slots ------------------------------------------------------------------------------------

    def _on_gevraagd(self) -> None:
        actie = self.sender()
        if isinstance(actie, QAction):
            self.bewaar(actie.data())

    def _on_bewaard(self, doel: Path) -> None:
        self.toon_recht()
        self._zeg(
            f'Bewaard als "{doel.name}". Dat bestand staat buiten de kluis en is niet versleuteld. In het logboek '
            "staat dat het is gemaakt."
        )

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self.toon_recht()
        self._gereedschap.melder.toon_fout(self._tabel, fout)

    def _wis(self) -> None:
        self._zeg("")


def tabelbron(
    tabel: FilterTabel[Any],
    lijst: Lijst,
    waarover: Callable[[Any], tuple[str, int]] = over_niemand,
    tekst: str = "Bewaar als XLSX…",
) -> Lijstbron:
    """What a table shows now."""
    return Lijstbron(lijst, tekst, partial(_getoond, tabel), waarover)


def _getoond(tabel: FilterTabel[Any]) -> tuple[Sequence[Kolom[Any]], Sequence[Any], int]:
    return tabel.getoonde_kolommen(), tabel.getoonde_regels(), tabel.model.rowCount()


@dataclass(frozen=True)
class _Lijstwerk:
    """Done beside the window: a list of a house of many years takes a while."""

    dienst: LijstService
    bron: Lijstbron
    kolommen: tuple[Kolom[Any], ...]
    regels: tuple[Any, ...]
    van: int

    def __call__(self, doel: Path, voortgang: Voortgang) -> Path:
        voortgang(0, 2, "De regels worden gelezen")
        rijen = tuple(
            Lijstrij(tuple(als_cel(kolom.waarde(regel)) for kolom in self.kolommen), *self.bron.waarover(regel))
            for regel in self.regels
        )
        koppen = tuple(kolom.kop for kolom in self.kolommen)
        voortgang(1, 2, "Het bestand wordt gemaakt")
        bestand = self.dienst.maak(Lijstvraag(self.bron.lijst, koppen, rijen, self.van))
        schrijf_bestand(doel, bestand.inhoud)
        return doel
