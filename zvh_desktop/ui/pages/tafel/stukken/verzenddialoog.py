"""What was saved and still has to be sent, to tick off one by one; and what was not made, with the way to the first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.stukken.elk_voor_zich import Conceptenuitkomst
from zvh_desktop.ui.pages.tafel.stukken.verzending import Verzending
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_NAAR_EERSTE = 2
"""How the dialog ends when somebody goes to the first that was not made."""
Noteer = Callable[[UitnodigingRegel, bool], object]
"""Notes that what goes to this partij was sent, or takes that back. Raises GebruikersFout."""


class VerzendDialoog(Dialoog):
    """A tick is noted at once; taking it away takes the note back."""

    heropenen = False
    bij_verlies = "De lijst met wat nog te versturen is, staat ook als bestand bij de concepten."

    def __init__(self, uitkomst: Conceptenuitkomst, noteer: Noteer, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("verzend_dialoog")
        zet_venstertitel(self, "Concepten bewaard")
        self._uitkomst = uitkomst
        self._noteer = noteer
        self._bouw()
        self._verbind()
        self._toon_telling()

    def _bouw(self) -> None:
        uitkomst = self._uitkomst
        self.uitleg = StilleTekst(
            f"Verstuur elk concept in uw mailprogramma en vink het hier af. Deze lijst staat ook in de map, als "
            f'"{uitkomst.lijst}".',
            self,
        )
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("verzend_lijst")
        self.lijst.setAccessibleName("Nog te versturen: vink af wat weg is")
        for een in uitkomst.gemaakt:
            regel = QListWidgetItem(f"{een.regel.partij}: {een.bestandsnaam}", self.lijst)
            regel.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            regel.setCheckState(Qt.CheckState.Unchecked)
        self.telling = StilleTekst("", self)
        self.niet = QListWidget(self)
        self.niet.setObjectName("verzend_niet_gemaakt")
        self.niet.setAccessibleName("Niet gemaakt, met de reden")
        self.niet.setWordWrap(True)
        for anders in uitkomst.niet:
            self.niet.addItem(f"{anders.regel.partij}: {anders.reden}")
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        knoppen = Dialoogknoppen(self)
        self.eerste_knop = knoppen.maak("Naar de &eerste", QDialogButtonBox.ButtonRole.ActionRole)
        self.eerste_knop.setObjectName("verzend_eerste")
        self.eerste_knop.setAccessibleName("Naar de eerste partij waarvan geen concept is gemaakt")
        self.sluit_knop = knoppen.maak("&Sluit", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setAccessibleName("Sluit")
        knoppen.rejected.connect(self.reject)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RASTER)
        niet_kop = Kop(_niet_gemaakt(len(uitkomst.niet)), self)
        indeling.addWidget(Kop(bewaard(len(uitkomst.gemaakt)), self))
        wel: tuple[QWidget, ...] = (self.uitleg, self.lijst, self.telling)
        niet: tuple[QWidget, ...] = (niet_kop, self.niet)
        for deel in (*wel, *niet, self._fout, knoppen):
            indeling.addWidget(deel)
        for deel in wel:
            deel.setVisible(bool(uitkomst.gemaakt))
        for deel in (*niet, self.eerste_knop):
            deel.setVisible(bool(uitkomst.niet))
        for lijst in (self.lijst, self.niet):
            lijst.setMinimumWidth(tekstbreedte(self, 72))
            lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)

    def _verbind(self) -> None:
        self.lijst.itemChanged.connect(self._on_gevinkt)
        self.eerste_knop.clicked.connect(self._on_naar_eerste)

    def _toon_telling(self) -> None:
        nog = sum(self.lijst.item(rij).checkState() is Qt.CheckState.Unchecked for rij in range(self.lijst.count()))
        self.telling.setText("Alles is verstuurd." if not nog else f"Nog te versturen: {nog} van {self.lijst.count()}.")

    # --- slots ------------------------------------------------------------------------------------

    def _on_gevinkt(self, regel: QListWidgetItem) -> None:
        aan = regel.checkState() is Qt.CheckState.Checked
        self._fout.zet(Icoon.FOUT, "", kleur=Kleur.FOUT)
        try:
            self._noteer(self._uitkomst.gemaakt[self.lijst.row(regel)].regel, aan)
        except GebruikersFout as fout:
            with QSignalBlocker(self.lijst):
                regel.setCheckState(Qt.CheckState.Unchecked if aan else Qt.CheckState.Checked)
            self._fout.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)
        self._toon_telling()

    def _on_naar_eerste(self) -> None:
        self.done(_NAAR_EERSTE)


class Afvinker:
    """Notes what was ticked, and takes it back to how it stood right before."""

    def __init__(self, diensten: Diensten) -> None:
        self._diensten = diensten
        self._genoteerd: dict[int, Verzending] = {}

    def __call__(self, regel: UitnodigingRegel, verstuurd: bool) -> None:
        """Raises GebruikersFout when it cannot be noted, or not be taken back any more."""
        if verstuurd:
            verzending = Verzending(self._diensten, regel)
            verzending.doe()
            self._genoteerd[regel.id] = verzending
        elif (eerder := self._genoteerd.get(regel.id)) is not None:
            eerder.terug()
            del self._genoteerd[regel.id]


def toon_verzendlijst(uitkomst: Conceptenuitkomst, diensten: Diensten, ouder: QWidget) -> UitnodigingRegel | None:
    """Let somebody tick off; the first of which no draft was made, when that is where to go next."""
    dialoog = VerzendDialoog(uitkomst, Afvinker(diensten), ouder)
    einde = dialoog.exec()
    verwijder(dialoog)
    return uitkomst.niet[0].regel if einde == _NAAR_EERSTE and uitkomst.niet else None


def bewaard(aantal: int) -> str:
    """How many were saved, as a heading."""
    if not aantal:
        return "Er is geen concept bewaard"
    return "1 concept is bewaard" if aantal == 1 else f"{aantal} concepten zijn bewaard"


def _niet_gemaakt(aantal: int) -> str:
    return "Van 1 partij is geen concept gemaakt" if aantal == 1 else f"Van {aantal} partijen is geen concept gemaakt"
