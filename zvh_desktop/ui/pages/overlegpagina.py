"""A list of overleggen with the workspace of the one that is opened: the same for those with casussen and without."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijOverleg, BijTafel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop


class BladVanEenOverleg(Protocol):
    """What the page asks of its workspace."""

    @property
    def overleg_id(self) -> OverlegId | None:
        """The overleg that is open."""

    @property
    def opgeslagen(self) -> SignalInstance:
        """Something was saved."""

    @property
    def wijzigen_gevraagd(self) -> SignalInstance:
        """Day, time or place are to be changed."""

    @property
    def lijst_gevraagd(self) -> SignalInstance:
        """Back to the list."""

    def bewaar_nu(self) -> None:
        """Save what was typed and not yet saved."""

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""

    def eerste_focus(self) -> QWidget | None:
        """Where the keyboard goes."""


class Overlegpagina(Pagina):
    """A subclass makes its table and its workspace, and says what planning and changing are there."""

    plaats: ClassVar[str]
    """The key of this page in the navigation."""
    tabel: FilterTabel[Any]
    _blad: BladVanEenOverleg

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName(f"{self.plaats}_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        """Make the page, with ``_bouw_knoppen`` first and ``_leg_neer`` last."""
        raise NotImplementedError

    def _bouw_knoppen(self, naam: str) -> None:
        self.lijst_vlak = QWidget(self)
        self.wijzig_knop = gereedschapsknop(
            f"{naam}_wijzigen_knop", Icoon.POTLOOD, "&Wijzig", "Datum en plaats wijzigen (F2)", self.lijst_vlak
        )
        self.weg_knop = gereedschapsknop(
            f"{naam}_weghalen_knop", Icoon.PRULLENBAK, "&Haal weg", "Dit overleg weghalen (Delete)", self.lijst_vlak
        )
        self.nieuw_knop = knop(f"{naam}_plannen_knop", "Overleg &plannen", self.lijst_vlak, Icoon.PLUS)
        self.nieuw_knop.setToolTip("Overleg plannen (Insert)")
        self.meer_knoppen: tuple[QWidget, ...] = ()

    def _leg_neer(self, titel: str, werkblad: QWidget, *onder_de_kop: QWidget) -> None:
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(Kop(titel, self.lijst_vlak), 1)
        for een in (*self.meer_knoppen, self.wijzig_knop, self.weg_knop, self.nieuw_knop):
            regel.addWidget(een, 0, Qt.AlignmentFlag.AlignVCenter)
        lijst = QVBoxLayout(self.lijst_vlak)
        lijst.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        lijst.setSpacing(RUIM)
        lijst.addLayout(regel)
        for deel in onder_de_kop:
            lijst.addWidget(deel)
        lijst.addWidget(self._lijstdeel(), 1)
        self.stapel = QStackedWidget(self)
        self.stapel.addWidget(self.lijst_vlak)
        self.stapel.addWidget(werkblad)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.stapel)
        self._toevoegen = sneltoets("Ins", waar=self.lijst_vlak)
        self._wijzigen = sneltoets("F2", waar=self.lijst_vlak)
        self._weghalen = sneltoets("Del", waar=self.lijst_vlak)
        self._toon_knoppen()

    def _lijstdeel(self) -> QWidget:
        """What stands under the heading: the table, or that with another way to see the same."""
        return self.tabel

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.plan)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.verwijder)
        self._toevoegen.activated.connect(self.plan)
        self._wijzigen.activated.connect(self.wijzig)
        self._weghalen.activated.connect(self.verwijder)
        self.tabel.leeg.actie_gevraagd.connect(self.plan)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.tabel.regel_geopend.connect(self._on_regel_geopend)
        self._blad.opgeslagen.connect(self.opgeslagen)
        self._blad.wijzigen_gevraagd.connect(self.wijzig)
        self._blad.lijst_gevraagd.connect(self._on_lijst_gevraagd)

    # --- the page ---------------------------------------------------------------------------------

    def bewaar_nu(self) -> None:
        self._blad.bewaar_nu()

    def maak_leeg(self) -> None:
        self.tabel.maak_leeg()
        self.toon_lijst()

    def eerste_focus(self) -> QWidget | None:
        return self._blad.eerste_focus() if self._blad.overleg_id is not None else self.tabel.tabel

    def toon_lijst(self) -> None:
        """Close what is open."""
        self.stapel.setCurrentWidget(self.lijst_vlak)
        self._blad.maak_leeg()

    # --- what can be done with the list -----------------------------------------------------------

    def plan(self) -> None:
        """Plan an overleg and open it."""
        raise NotImplementedError

    def wijzig(self) -> None:
        """Change date, time, place or people of the open or chosen overleg."""
        raise NotImplementedError

    def verwijder(self) -> None:
        """Remove the chosen overleg, if it still may go."""
        regel = self.tabel.gekozen()
        if regel is None or not self.weg_knop.isEnabled():
            return
        vraag = self._vraag_vooraf(regel)
        if vraag and not self._gereedschap.melder.bevestig(self, vraag, "Verwijder dit overleg"):
            return
        try:
            self._doe_weg(regel.id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self._bewaard()

    def _vraag_vooraf(self, regel: Any) -> str:
        """What is asked before it goes; nothing when there is nothing to lose."""
        raise NotImplementedError

    def _doe_weg(self, overleg_id: OverlegId) -> None:
        raise NotImplementedError

    def _toon_knoppen(self) -> None:
        raise NotImplementedError

    def _bewaard(self) -> None:
        self.vernieuw()
        self.opgeslagen.emit()

    def _bij(self, overleg_id: OverlegId) -> BijTafel | BijOverleg:
        """This overleg, as what is opened on this page."""
        raise NotImplementedError

    def _open(self, overleg_id: OverlegId) -> None:
        self._bewaard()
        self.ga_naar.emit(Plaats(self.plaats, self._bij(overleg_id)))

    def _gekozen_id(self) -> OverlegId | None:
        if self._blad.overleg_id is not None:
            return self._blad.overleg_id
        regel = self.tabel.gekozen()
        return regel.id if regel is not None else None

    def _on_regel_geopend(self, regel: Any) -> None:
        self.ga_naar.emit(Plaats(self.plaats, self._bij(regel.id)))

    def _on_lijst_gevraagd(self) -> None:
        self.ga_naar.emit(Plaats(self.plaats))
