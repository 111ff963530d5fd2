"""The register of what derden were given, with the rule and its article always in view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingenBeeld, VerstrekkingRegel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.pages.informatie.handelingen import VerstrekkingVervallen
from zvh_desktop.ui.pages.informatie.verstrekkingdialoog import VerstrekkingDialoog, VervallenDialoog
from zvh_desktop.ui.pages.informatie.woorden import (
    toestemming_tekst,
    uitleg_tekst,
    verstrekking_icoon,
    verstrekking_tekst,
)
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


def _op(regel: VerstrekkingRegel) -> object:
    return regel.verstrekt_op


def _derde(regel: VerstrekkingRegel) -> object:
    return regel.derde


def _wat(regel: VerstrekkingRegel) -> object:
    return "; ".join((" ".join(regel.wat.split()), *regel.items))


def _wat_heel(regel: VerstrekkingRegel) -> str:
    return "\n".join((regel.wat, *regel.items))


def _verstrekker(regel: VerstrekkingRegel) -> object:
    return regel.verstrekker


def _grondslag(regel: VerstrekkingRegel) -> object:
    return regel.grondslag


def _door(regel: VerstrekkingRegel) -> object:
    return regel.vastgelegd_door


class VerstrekkingenDeel(Paneel):
    """Ins records, Del marks a line as recorded by mistake."""

    omkeerbaar_gevraagd = Signal(object)
    gezegd = Signal(str)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("verstrekkingen")
        self._beeld: VerstrekkingenBeeld | None = None
        self.kop = Kop("Verstrekkingen aan derden", self, factor=1.05)
        self.uitleg = StilleTekst("", self)
        self.niet_delen = Statuslabel(Icoon.SLOT, "", self, kleur=Kleur.LET_OP)
        self.niet_delen.laat_afbreken()
        self.nieuw_knop = gereedschapsknop(
            "verstrekking_nieuw_knop", Icoon.PLUS, "Verstrekking vastleggen", "Verstrekking vastleggen (Insert)", self
        )
        self.vervallen_knop = gereedschapsknop(
            "verstrekking_vervallen_knop", Icoon.UITROEP, "Klopt niet", "Deze regel laten vervallen (Delete)", self
        )
        self.tabel = FilterTabel(
            "verstrekkingen",
            "verstrekkingen",
            (
                Kolom[VerstrekkingRegel]("op", "Verstrekt op", _op, breedte=24),
                Kolom[VerstrekkingRegel]("derde", "Aan", _derde, breedte=24),
                Kolom[VerstrekkingRegel]("wat", "Wat", _wat, breedte=32, uitleg=_wat_heel),
                Kolom[VerstrekkingRegel]("verstrekker", "Informatie van", _verstrekker, breedte=22),
                Kolom[VerstrekkingRegel]("toestemming", "Toestemming", toestemming_tekst, breedte=32),
                Kolom[VerstrekkingRegel]("stand", "Stand", verstrekking_tekst, breedte=22, icoon=verstrekking_icoon),
                Kolom[VerstrekkingRegel]("grondslag", "Grondslag", _grondslag, breedte=26, zichtbaar=False),
                Kolom[VerstrekkingRegel]("door", "Vastgelegd door", _door, breedte=20, zichtbaar=False),
            ),
            leeg=LegeStaat(
                Icoon.POST,
                "Nog niets verstrekt",
                "Hier staat wat een derde kreeg, en op welke schriftelijke toestemming dat berust.",
                "Verstrekking vastleggen",
            ),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.hoogte = Regelhoogte(self.tabel.tabel, 8)
        bron = tabelbron(self.tabel, Lijst.VERSTREKKINGEN, self._waarover)
        rust_lijst_uit(self.tabel, [bron], self._diensten, self._gereedschap)
        knoppen = QHBoxLayout()
        knoppen.setSpacing(RASTER)
        knoppen.addWidget(self.nieuw_knop)
        knoppen.addWidget(self.vervallen_knop)
        knoppen.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        for deel in (self.kop, self.uitleg, self.niet_delen):
            indeling.addWidget(deel)
        indeling.addLayout(knoppen)
        indeling.addWidget(self.tabel)
        self._toevoegen = sneltoets("Ins", waar=self.tabel)
        self._weghalen = sneltoets("Del", waar=self.tabel.tabel)
        self._verbind()
        self._toon_knoppen()

    def _waarover(self, _regel: VerstrekkingRegel) -> tuple[str, int]:
        return (self._beeld.casusnummer, 0) if self._beeld is not None else ("", 0)

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.leg_vast)
        self.vervallen_knop.clicked.connect(self.laat_vervallen)
        self._toevoegen.activated.connect(self.leg_vast)
        self._weghalen.activated.connect(self.laat_vervallen)
        self.tabel.leeg.actie_gevraagd.connect(self.leg_vast)
        self.tabel.regel_gekozen.connect(self._toon_knoppen)

    def toon(self, casus_id: CasusId) -> VerstrekkingenBeeld:
        """Read and show the register of this casus. Raises GebruikersFout."""
        beeld = self._beeld = self._diensten.verstrekkingen.toon(casus_id)
        self.uitleg.setText(uitleg_tekst(beeld.uitleg))
        self.niet_delen.zet(Icoon.SLOT, beeld.niet_delen, kleur=Kleur.LET_OP)
        self.tabel.zet_regels(beeld.regels)
        self._toon_knoppen()
        return beeld

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = None
        self.tabel.maak_leeg()
        self.niet_delen.zet(Icoon.SLOT, "")
        self._toon_knoppen()

    def leg_vast(self) -> None:
        """Record a verstrekking; refused without the supplier's written consent."""
        if self._beeld is None or not self.nieuw_knop.isEnabled():
            return
        bewaar = partial(self._diensten.verstrekkingen.leg_vast, self._beeld.casus_id)
        vandaag = self._gereedschap.klok().date()
        beeld, uitleg = self._beeld, uitleg_tekst(self._beeld.uitleg)
        if VerstrekkingDialoog.vraag(beeld, uitleg, bewaar, ouder=self, vandaag=vandaag, diensten=self._diensten):
            self.toon(self._beeld.casus_id)
            self.opgeslagen.emit()
            self.gewijzigd.emit()
            self.gezegd.emit("De verstrekking is vastgelegd.")

    def laat_vervallen(self) -> None:
        """Mark the chosen line as recorded by mistake; Ctrl+Z takes the mark away."""
        regel = self.tabel.gekozen()
        if regel is not None and self.vervallen_knop.isEnabled():
            VervallenDialoog.vraag(regel.derde, partial(self._vraag_vervallen, regel), ouder=self)

    def _vraag_vervallen(self, regel: VerstrekkingRegel, reden: str) -> None:
        if not reden.strip():
            raise InvoerOngeldig("reden", "Schrijf op waarom deze regel niet klopt.")
        self.omkeerbaar_gevraagd.emit(VerstrekkingVervallen(self._diensten.verstrekkingen, regel, reden))

    def _toon_knoppen(self) -> None:
        beeld, regel = self._beeld, self.tabel.gekozen()
        recht = Recht.VERSTREKKINGEN_BIJHOUDEN
        belet = beeld.niet_delen if beeld is not None else "Open eerst een casus."
        self.zet_recht(self.nieuw_knop, recht, verder=not belet, reden=belet)
        self.zet_recht(
            self.vervallen_knop,
            recht,
            verder=regel is not None and regel.vervallen_op is None,
            reden="Deze regel is al vervallen." if regel is not None else "Kies eerst een verstrekking.",
        )
        self.tabel.leeg.knop.setVisible(not belet and self._diensten.mag(recht).mag)
