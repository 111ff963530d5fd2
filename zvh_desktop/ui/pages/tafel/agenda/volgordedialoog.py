"""The order of an agenda: what is asked of it, the order that follows with its times, and what it gains.

Nothing on the agenda changes until the proposal is taken over; a wish is kept at once, with its way back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Wens, WensInvoer
from zvh_desktop.services.tafel.volgorde.wensen import Volgordebeeld, Volgordepunt
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.tafel.agenda.wensbron import Wensbron, Wenswijziging
from zvh_desktop.ui.pages.tafel.agenda.wensdialoog import WensDialoog
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_GEEN = "Er is nog niets gevraagd: alleen wachten telt. Met Insert voegt u een wens toe, zoals een casus als eerste."


def _zin(wens: Wens) -> object:
    return wens.zin


def _tijd(regel: Volgordepunt) -> object:
    return regel.begin


def _onderwerp(regel: Volgordepunt) -> object:
    return regel.onderwerp


def _partijen(regel: Volgordepunt) -> object:
    return regel.partijen


def _nu(regel: Volgordepunt) -> object:
    return f"staat nu op {regel.nu}" if regel.nu != regel.plaats else "blijft staan"


class VolgordeDialoog(Dialoog):
    """Enter in the proposal takes it over; Insert and Delete work on the wishes."""

    def __init__(self, beeld: Volgordebeeld, bron: Wensbron, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("volgordedialoog")
        zet_venstertitel(self, "Volgorde")
        self._bron = bron
        self._beeld = beeld
        self._bouw_tabellen()
        self._leeg = StilleTekst(_GEEN, self)
        self.winst = Statuslabel(Icoon.KLOK, "", self)
        self.winst.setObjectName("volgorde_winst")
        self.winst.laat_afbreken()
        self.toevoeg_knop = gereedschapsknop("wens_toevoegen", Icoon.PLUS, "Voeg &toe", "Wens toevoegen (Insert)", self)
        self.weg_knop = gereedschapsknop(
            "wens_weghalen", Icoon.PRULLENBAK, "&Haal weg", "Gekozen wens weghalen (Delete)", self
        )
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        self.regel = OngedaanRegel(self, self._lukt, self._vernieuw)
        self._knoppen = Dialoogknoppen(self)
        self.neem_knop = self._knoppen.maak("&Neem over", QDialogButtonBox.ButtonRole.AcceptRole)
        self.neem_knop.setObjectName("volgorde_overnemen")
        self.neem_knop.setAccessibleName("Neem over: deze volgorde op de agenda")
        self.sluit_knop = self._knoppen.maak("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self.sluit_knop.setObjectName("volgorde_sluiten")
        self.sluit_knop.setAccessibleName("Sluiten zonder de volgorde over te nemen")
        for knop in (self.neem_knop, self.sluit_knop):
            knop.setAutoDefault(False)
        self._deel_in()
        self._verbind()
        self._toon(beeld)
        (self.voorstel if beeld.anders else self.wensen).setFocus()

    def _bouw_tabellen(self) -> None:
        self.wensen: Toetstabel[Wens] = Toetstabel(
            "volgorde_wensen",
            "Wensen voor de volgorde",
            (Kolom[Wens]("wens", "Wens", _zin, 60),),
            ouder=self,
            rek=0,
            minste_rijen=3,
        )
        self.voorstel: Toetstabel[Volgordepunt] = Toetstabel(
            "volgorde_voorstel",
            "Voorgestelde volgorde",
            (
                Kolom[Volgordepunt]("begin", "Tijd", _tijd, 7),
                Kolom[Volgordepunt]("onderwerp", "Casus of onderwerp", _onderwerp, 26),
                Kolom[Volgordepunt]("partijen", "Partijen", _partijen, 34),
                Kolom[Volgordepunt]("nu", "Op de agenda", _nu, 16),
            ),
            ouder=self,
            rek=2,
            minste_rijen=5,
        )
        self.voorstel.setMinimumWidth(tekstbreedte(self, 84))

    def _deel_in(self) -> None:
        knoppen = QHBoxLayout()
        knoppen.setSpacing(HALF)
        knoppen.addWidget(self.toevoeg_knop)
        knoppen.addWidget(self.weg_knop)
        knoppen.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Wensen", self))
        indeling.addLayout(knoppen)
        indeling.addWidget(self._leeg)
        indeling.addWidget(self.wensen, 1)
        indeling.addWidget(self._fout)
        indeling.addWidget(self.regel)
        indeling.addWidget(Kop("Voorgestelde volgorde", self))
        indeling.addWidget(self.voorstel, 2)
        indeling.addWidget(self.winst)
        indeling.addWidget(self._knoppen)

    def _verbind(self) -> None:
        self._toevoegen_toets = sneltoets("Ins", waar=self)
        self._toevoegen_toets.activated.connect(self.voeg_toe)
        self.toevoeg_knop.clicked.connect(self.voeg_toe)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.wensen.weghalen_gevraagd.connect(self.haal_weg)
        self.voorstel.regel_geopend.connect(self._on_overnemen)
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)

    def _toon(self, beeld: Volgordebeeld) -> None:
        self._beeld = beeld
        self.wensen.zet_regels(beeld.wensen)
        self.wensen.setVisible(bool(beeld.wensen))
        self._leeg.setVisible(not beeld.wensen)
        self.weg_knop.setEnabled(bool(beeld.wensen))
        self.voorstel.zet_regels(beeld.regels)
        self.voorstel.setAccessibleDescription(beeld.winst)
        self.winst.zet(Icoon.KLOK, beeld.winst)
        self.neem_knop.setEnabled(beeld.anders)

    def _vernieuw(self) -> None:
        self._toon(self._bron.beeld())

    def voeg_toe(self) -> None:
        """Ask something more of the order."""
        beeld = self._beeld
        dialoog = WensDialoog(beeld.casussen, beeld.partijen, beeld.begin, beeld.onderwerpen, self._vraag, self)
        if dialoog.antwoord() is not None:
            (self.wensen if self._beeld.wensen else self.voorstel).setFocus()
            self.wensen.kies(len(self._beeld.wensen) - 1)

    def _vraag(self, invoer: WensInvoer) -> None:
        """Raises InvoerOngeldig, which the form shows."""
        self._fout.zet(Icoon.FOUT, "")
        self.regel.doe(self._wijziging(partial(self._bron.voeg_toe, invoer), "De wens is toegevoegd."))

    def haal_weg(self) -> None:
        """Ask the chosen wish no longer; Ctrl+Z brings it back."""
        wens = self.wensen.gekozen()
        if wens is None or not self.weg_knop.isEnabled():
            return
        self.regel.probeer(self._wijziging(partial(self._bron.haal_weg, wens.id), f"Weggehaald: {wens.zin}."))
        (self.wensen if self._beeld.wensen else self.voorstel).setFocus()

    def _wijziging(self, handeling: Callable[[], object], tekst: str) -> Wenswijziging:
        return Wenswijziging(self._bron, handeling, tekst, self._meld)

    def _meld(self, zinnen: Sequence[str]) -> None:
        """What could not come back."""
        self._fout.zet(Icoon.FOUT, " ".join(zinnen))

    def _lukt(self, handeling: Callable[[], object]) -> bool:
        self._fout.zet(Icoon.FOUT, "")
        try:
            handeling()
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
            return False
        return True

    def _on_overnemen(self) -> None:
        if self.neem_knop.isEnabled():
            self.accept()

    @classmethod
    def vraag(cls, bron: Wensbron, *, ouder: QWidget) -> bool:
        """Show it; whether the proposal is to be taken over. Raises GebruikersFout when it cannot be read."""
        dialoog = cls(bron.beeld(), bron, ouder)
        gekozen = dialoog.exec() == QDialog.DialogCode.Accepted
        dialoog.wensen.maak_leeg()
        dialoog.voorstel.maak_leeg()
        verwijder(dialoog)
        return gekozen
