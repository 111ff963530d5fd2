"""The strip above the steps of a tafel that was called off: why, who still has to hear it, and what can be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import OverlegId, OverlegStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.afgelasten import AfgelastBeeld
from zvh_desktop.services.uitnodigen.herplannen import Herplanning
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog, voorstel
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.afgelastdialoog import AfgelastDialoog
from zvh_desktop.ui.pages.tafel.herplandialoog import HerplanDialoog, HerplanKeuze
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_kort, datum_voluit
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_AL_VERTELD = "Er is al bericht verstuurd dat dit overleg niet doorgaat."
_NIETS_TE_PLANNEN = "Op dit overleg stond geen casus."


class Afgelaststrook(Kader):
    """Hidden while the tafel takes place; its acts are also those of the button in the head."""

    gewijzigd = Signal()
    ga_naar = Signal(Plaats)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("afgelaststrook")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beeld: AfgelastBeeld | None = None
        self.label = Statuslabel(Icoon.SLUITEN, "", self, kleur=Kleur.LET_OP)
        self.label.laat_afbreken()
        self.herplan_knop: QPushButton = knop("afgelast_herplan", "Casussen opnieuw plannen…", self)
        self.terug_knop: QPushButton = knop("afgelast_ongedaan", "Afgelasten ongedaan maken", self)
        regel = Loopregel(tussen=RASTER)
        regel.addWidget(self.herplan_knop)
        regel.addWidget(self.terug_knop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, HALF, RASTER, HALF)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.label)
        indeling.addLayout(regel)
        self._verbind()
        self.setVisible(False)

    def _verbind(self) -> None:
        self.herplan_knop.clicked.connect(self.herplan)
        self.terug_knop.clicked.connect(self.maak_ongedaan)

    def toon_tafel(self, overleg_id: OverlegId, status: OverlegStatus) -> None:
        """Show how it stands with this tafel; nothing when it takes place."""
        self.setVisible(status is OverlegStatus.AFGELAST)
        if status is not OverlegStatus.AFGELAST:
            self._beeld = None
            return
        beeld = self._beeld = self._diensten.afgelasten.toon(overleg_id)
        self.label.zet(Icoon.SLUITEN, _zin(beeld), kleur=Kleur.LET_OP)
        self.setAccessibleName(_zin(beeld))
        mag = self._diensten.mag(Recht.TAFEL_BEHEREN)
        zet_toestemming(self.herplan_knop, mag, verder=bool(beeld.casussen), reden=_NIETS_TE_PLANNEN)
        niemand = beeld.te_vertellen == len(beeld.partijen)
        zet_toestemming(self.terug_knop, mag, verder=niemand, reden=_AL_VERTELD)

    def heeft_uitnodigingen(self) -> bool:
        """Whether anybody has to hear it, or heard it."""
        return self._beeld is not None and bool(self._beeld.partijen)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = None
        self.label.zet(Icoon.SLUITEN, "")
        self.setVisible(False)

    def gelast_af(self, overleg_id: OverlegId) -> None:
        """Ask why, tell what will happen, and do it."""
        beeld = self._diensten.afgelasten.toon(overleg_id)
        bewaar = partial(self._diensten.afgelasten.gelast_af, overleg_id)
        if AfgelastDialoog.vraag(beeld, bewaar, ouder=self.window()):
            self.gewijzigd.emit()

    def maak_ongedaan(self) -> None:
        """It takes place after all."""
        if self._beeld is None or not self.terug_knop.isEnabled():
            return
        try:
            self._diensten.afgelasten.maak_ongedaan(self._beeld.overleg_id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.gewijzigd.emit()

    def herplan(self) -> None:
        """Choose casussen and where they go; a new overleg is asked for in its own dialog."""
        beeld = self._beeld
        if beeld is None or not self.herplan_knop.isEnabled():
            return
        concepten = [
            (regel.id, f"{regel.naam}, {datum_voluit(regel.datum)}")
            for regel in reversed(self._diensten.tafels.lijst())
            if regel.status in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)
            and regel.datum >= self._gereedschap.klok().date()
        ]
        uitkomst = HerplanDialoog(
            beeld.casussen, concepten, partial(self._zet_over, beeld.overleg_id), self.window()
        ).antwoord()
        if isinstance(uitkomst, HerplanKeuze):  # a new overleg was asked for
            uitkomst = self._plan_nieuw(beeld.overleg_id, uitkomst)
        if isinstance(uitkomst, Herplanning):
            self._toon_uitkomst(uitkomst)

    def _zet_over(self, overleg_id: OverlegId, keuze: HerplanKeuze) -> object:
        if keuze.doel is None:
            return keuze
        return self._diensten.afgelasten.herplan(overleg_id, keuze.punten, keuze.doel)

    def _plan_nieuw(self, overleg_id: OverlegId, keuze: HerplanKeuze) -> object:
        tafels = self._diensten.tafels
        vorige = tafels.toon(overleg_id).invoer
        return TafelDialoog.vraag(
            "Overleg plannen",
            "Pl&an en zet over",
            tafels.soorten(),
            voorstel(self._gereedschap.klok().date(), vorige.soort, vorige),
            partial(self._diensten.afgelasten.herplan, overleg_id, keuze.punten),
            tafels.feestdag,
            ouder=self.window(),
        )

    def _toon_uitkomst(self, uitkomst: Herplanning) -> None:
        self.gewijzigd.emit()
        if uitkomst.niet:
            zinnen = "\n".join(punt.zin for punt in uitkomst.niet)
            self._gereedschap.melder.toon_bericht(self, "Niet alles kon mee naar de nieuwe agenda", zinnen)
        self.ga_naar.emit(Plaats("tafels", BijTafel(uitkomst.overleg_id, 0)))


def _zin(beeld: AfgelastBeeld) -> str:
    op = f" op {datum_kort(beeld.op.date())}" if beeld.op is not None else ""
    aantal, wachten = len(beeld.partijen), beeld.te_vertellen
    if not aantal:
        wie = "Er was nog geen uitnodiging verstuurd."
    elif wachten:
        wie = f"{wachten} van {aantal} {'partij' if aantal == 1 else 'partijen'} nog bericht sturen, bij stap 2."
    else:
        wie = "Iedereen die een uitnodiging kreeg, heeft bericht."
    casussen = len(beeld.te_plannen)
    plannen = f" {'1 casus' if casussen == 1 else f'{casussen} casussen'} nog te plannen." if casussen else ""
    return f"Afgelast{op} door {beeld.door}: {beeld.reden}\n{wie}{plannen}"
