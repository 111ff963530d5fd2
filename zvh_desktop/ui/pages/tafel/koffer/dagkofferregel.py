"""Under the head of a tafel of today on a server: whether a koffer of today is kept here, and what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferstand
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.teksten.datums import datum_kort, tijd_kort
from zvh_desktop.ui.uiterlijk.doelen import Vinkvak
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop

_WAT = (
    "Op deze computer staat vandaag steeds een verse koffer van uw overleggen van die dag, versleuteld onder uw eigen "
    "wachtwoord.",
    "Valt de verbinding met de server weg, dan kunt u daarin verder. Wat u dan doet, komt later als voorstel terug.",
)
_TE_GROOT = "Hij zou te groot worden en wordt daarom niet bijgehouden. Neem zo nodig een gewone koffer mee."
_BEZIG = "De koffer wordt gemaakt…"
_WACHT = "U werkte zonder verbinding in de koffer van {}. Wat u daar deed, staat hier nog niet."
_VAN_EEN_ANDER = "Op deze computer staat de koffer van {} van {}. Wat daarin is gedaan, staat hier nog niet. {}"
_ALLEEN_DIE = "Alleen {} kan hem inleveren."
_NIEMAND = "Dat account is er niet meer: niemand kan hem nog inleveren."
_VRAAG = (
    "Wat zonder verbinding in deze koffer is gedaan, staat nergens anders. Gooit u hem weg, dan is het voorgoed weg."
)
_WEG = ("De koffer op deze computer gaat weg, met wat daarin is gedaan.", "Dat staat daarna in het logboek.")


class Dagkofferregel(QWidget):
    """Not there in a vault, nor for who does not lead the overleg."""

    inleveren_gevraagd = Signal(object)
    """The folder of a koffer that was begun without a line."""
    weggegooid = Signal()

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("dagkofferregel")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._begonnen: Begonnen | None = None
        self.vinkje = Vinkvak("Houd op deze computer een koffer van vandaag &bij", self)
        self.vinkje.setObjectName("dagkoffer_bijhouden")
        self.vinkje.setAccessibleName("Houd op deze computer een koffer van vandaag bij")
        self.vinkje.setToolTip(" ".join(_WAT))
        self.zin = StilleTekst("", self)
        self.zin.setObjectName("dagkoffer_zin")
        self.lever_knop: QPushButton = knop("dagkoffer_inleveren", "Bekijk en lever in…", self)
        self.weg_knop: QPushButton = knop("dagkoffer_weggooien", "Gooi weg…", self)
        indeling = QHBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.vinkje)
        indeling.addWidget(self.zin, 1)
        indeling.addWidget(self.lever_knop)
        indeling.addWidget(self.weg_knop)
        self.zin.setWordWrap(True)
        self.vinkje.clicked.connect(self.zet)
        self.lever_knop.clicked.connect(self._on_inleveren)
        self.weg_knop.clicked.connect(self.gooi_weg)
        self.setVisible(False)

    def toon_tafel(self, overleg_id: OverlegId, *, vandaag: bool) -> None:
        """For a tafel of today, and for one of which something waits to be handed in."""
        stand = self._diensten.koffers.vandaag.stand()
        hier = (een for een in (*stand.begonnen, *stand.van_anderen) if overleg_id in een.overleggen)
        self._begonnen = next(hier, None)
        self.vinkje.setChecked(stand.aan)
        self.vinkje.setVisible(stand.mogelijk and vandaag and self._begonnen is None)
        self.lever_knop.setVisible(self._begonnen is not None and not self._begonnen.voor)
        self.weg_knop.setVisible(self._begonnen is not None and self._begonnen.weg)
        self.zin.setText(_wacht(self._begonnen) if self._begonnen is not None else _zin(stand))
        self.setVisible(stand.mogelijk and (vandaag or self._begonnen is not None))

    def zet(self, aan: bool) -> None:
        """Switch it on, which is signed, or off."""
        dienst = self._diensten.koffers.vandaag
        try:
            zetten = partial(dienst.zet, aan=aan)
            if not onderteken(zetten, self._diensten, self._gereedschap.taken, self, _WAT):
                self.vinkje.setChecked(not aan)
                return
        except GebruikersFout as fout:
            self.vinkje.setChecked(not aan)
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.zin.setText(_BEZIG if aan else "")
        self._gereedschap.taken.start(dienst.vernieuw, gelukt=self._on_vernieuwd, mislukt=self._on_niet_vernieuwd)

    def gooi_weg(self) -> None:
        """What was begun here will not be handed in: asked, signed, and gone."""
        begonnen, g = self._begonnen, self._gereedschap
        if begonnen is None or not g.melder.bevestig(self, _VRAAG, "Gooi &weg"):
            return
        try:
            weg = partial(self._diensten.koffers.vandaag.gooi_weg, begonnen.map)
            if not onderteken(weg, self._diensten, g.taken, self, _WEG):
                return
        except GebruikersFout as fout:
            g.melder.toon_fout(self, fout)
            return
        self.weggegooid.emit()

    def _on_vernieuwd(self, _slaapt: bool) -> None:
        self.zin.setText(_zin(self._diensten.koffers.vandaag.stand()))

    def _on_niet_vernieuwd(self, fout: GebruikersFout) -> None:
        self.zin.setText(_zin(self._diensten.koffers.vandaag.stand()))
        self._gereedschap.melder.toon_fout(self, fout)

    def _on_inleveren(self) -> None:
        if self._begonnen is not None:
            self.inleveren_gevraagd.emit(self._begonnen.map)


def _zin(stand: Dagkofferstand) -> str:
    """Of when it is, or why there is none."""
    if not stand.aan:
        return ""
    if stand.te_groot:
        return _TE_GROOT
    return f"Bijgewerkt om {tijd_kort(stand.van)}." if stand.van is not None else ""


def _wacht(begonnen: Begonnen) -> str:
    """Whose it is, of when, and what can be done with it."""
    dag = datum_kort(begonnen.dag) if begonnen.dag is not None and begonnen.dagen else "vandaag"
    if not begonnen.voor:
        return _WACHT.format(dag)
    return _VAN_EEN_ANDER.format(begonnen.voor, dag, _NIEMAND if begonnen.weg else _ALLEEN_DIE.format(begonnen.voor))
