"""Step 4: the verslag, point by point, until the procesregisseur has vastgesteld it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import AgendapuntId, VerslagStatus
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.tafel.correcties import CorrectieInvoer, Gecorrigeerd
from zvh_desktop.services.tafel.uitkomstregels import mist_aanwezigheid
from zvh_desktop.services.tafel.verslag_gegevens import VerslagBeeld, VerslagPunt
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.wordknop import TekstVoorTekst, Wordknop, Wordtaak
from zvh_desktop.ui.dialogs.bevestiging import onderteken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.tafel.loop.uitkomststrook import Uitkomststrook
from zvh_desktop.ui.pages.tafel.stap import TafelStap
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.verslag.puntverslag import Puntverslag
from zvh_desktop.ui.pages.tafel.verslag.puntvooraf import Puntvooraf
from zvh_desktop.ui.pages.tafel.verslag.terugblik import Terugblikvak
from zvh_desktop.ui.pages.tafel.verslag.verslag_corrigeren import CorrectieDialoog
from zvh_desktop.ui.pages.tafel.verslag.verslag_versies import VersiesDialoog
from zvh_desktop.ui.pages.tafel.verslag.verslagoordeel import Verslagoordeelstrook
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.ondertekenlijst import correctie_regels, verslag_regels
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.paskader import Paskader
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser


def _nummer(punt: VerslagPunt) -> object:
    return punt.nummer


def _titel(punt: VerslagPunt) -> object:
    return punt.titel


def _compleet(punt: VerslagPunt) -> object:
    if punt.casus_id is None:
        return ""
    if mist_aanwezigheid(punt):
        return "aanwezigheid"
    return "compleet" if punt.besluiten or punt.uitkomst.zin else "uitkomst"


def _compleet_icoon(punt: VerslagPunt) -> Icoon | None:
    stand = _compleet(punt)
    return None if not stand else Icoon.VINK if stand == "compleet" else Icoon.UITROEP


def _compleet_uitleg(punt: VerslagPunt) -> str:
    return {
        "aanwezigheid": "Nog niet van elke partij is bekend of die aanwezig was.",
        "uitkomst": "Er staat nog niet wat ervan kwam: een besluit of een andere uitkomst.",
        "compleet": "Aanwezigheid en uitkomst zijn vastgelegd.",
    }.get(str(_compleet(punt)), "")


class Verslag(TafelStap):
    """Left the points, right the one that is chosen."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("verslag")
        self._beeld: VerslagBeeld | None = None
        self._laden = False
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.aandacht = Aandachtslijst(self, alles_in_orde="Alles is ingevuld.")
        self.vast_label = Statuslabel(Icoon.SLOT, "", self, kleur=Kleur.GOED)
        self.vast_label.laat_afbreken()
        self.vaststel_knop = knop("verslag_vaststellen", "&Stel verslag vast", self)
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(self.vast_label, 1)
        boven.addWidget(self.aandacht, 1)
        self.versies_knop = knop("verslag_versies", "&Versies…", self)
        self.corrigeer_knop = knop("verslag_corrigeren", "&Corrigeer dit punt…", self)
        self.word = Wordknop("verslag", "het concept", self._wordtaak, self.lukt, self._gereedschap, self)
        boven.addWidget(self.word.knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.versies_knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.corrigeer_knop, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.vaststel_knop, 0, Qt.AlignmentFlag.AlignTop)
        self.punten: Toetstabel[VerslagPunt] = Toetstabel(
            "verslag_punten",
            "Punten van het verslag",
            (
                Kolom[VerslagPunt]("nummer", "#", _nummer, 4, rechts=True),
                Kolom[VerslagPunt]("titel", "Punt", _titel, 22),
                Kolom[VerslagPunt]("stand", "Mist", _compleet, 12, icoon=_compleet_icoon, uitleg=_compleet_uitleg),
            ),
            ouder=self,
            rek=1,
        )
        self.kop = Kop("", self, factor=1.1)
        self.vooraf = Puntvooraf(self)
        self.punt = Puntverslag(self._diensten, self._gereedschap, self)
        rechts = QWidget(self)
        kolom = QVBoxLayout(rechts)
        kolom.setContentsMargins(HALF, 0, 0, 0)
        kolom.setSpacing(HALF)
        kolom.addWidget(self.kop)
        kolom.addWidget(self.vooraf)
        self.terugblik = Terugblikvak(self._diensten, rechts)
        kolom.addWidget(self.terugblik)
        self.verslagoordeel = Verslagoordeelstrook(self._diensten, rechts)
        kolom.addWidget(self.verslagoordeel)
        self.uitkomst = Uitkomststrook(self._diensten, rechts)
        kolom.addWidget(self.uitkomst)
        kolom.addWidget(self.punt, 1)
        self.splitser = Wijksplitser(self)
        self.splitser.addWidget(self.punten)
        self.splitser.addWidget(rechts)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 36), tekstbreedte(self, 130)])
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(boven)
        indeling.addWidget(self.word)
        indeling.addWidget(Paskader(self.splitser, self), 1)  # what settles it stays in view above

    def _verbind(self) -> None:
        self.punten.regel_gekozen.connect(self._on_punt_gekozen)
        self.punt.opgeslagen.connect(self.opgeslagen)
        self.punt.gewijzigd.connect(self.vernieuw)
        for deel in (self.uitkomst, self.terugblik, self.verslagoordeel):
            deel.gekozen.connect(self._on_uitkomst)
        self.vaststel_knop.clicked.connect(self.stel_vast)
        self.word.overgenomen.connect(self.vernieuw)
        self.versies_knop.clicked.connect(self.toon_versies)
        self.corrigeer_knop.clicked.connect(self.corrigeer)

    # --- showing ----------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        if self._overleg_id is None:
            return
        self._beeld = self._diensten.verslagen.toon(self._overleg_id)
        self._laden = True
        self.punten.zet_regels(self._beeld.punten)
        self._laden = False
        self.uitgeleend = self._beeld.kop.uitgeleend
        self._toon_punt(self.punten.gekozen())
        vast = self._beeld.kop.verslag_status is VerslagStatus.VASTGESTELD
        self._toon_versie(self._beeld, vast=vast)
        schrijven = self._beeld.te_wijzigen and self.mag_hier(Recht.VERSLAG_SCHRIJVEN).mag
        self.word.zet(mag_terug=schrijven, zichtbaar=not vast)
        self.aandacht.setVisible(not vast)
        self.aandacht.zet(self._beeld.nog_nodig, self._beeld.aandacht)
        self.vaststel_knop.setVisible(not vast)
        self.zet_recht(
            self.vaststel_knop,
            Recht.VERSLAG_VASTSTELLEN,
            verder=not self._beeld.nog_nodig,
            reden=in_een_zin(self._beeld.nog_nodig, "\n"),
        )

    def _toon_versie(self, beeld: VerslagBeeld, *, vast: bool) -> None:
        versie = beeld.kop.verslag_versie
        zin = "Het verslag is vastgesteld en ligt vast."
        if versie > 1:
            zin = f"Het verslag is vastgesteld en gecorrigeerd: dit is versie {versie}."
        if beeld.aan_tafel_vastgesteld_op is not None:
            zin += f" Aan tafel vastgesteld op {datum_kort(beeld.aan_tafel_vastgesteld_op)}."
        self.vast_label.zet(Icoon.SLOT, zin if vast else "", kleur=Kleur.GOED)
        self.versies_knop.setVisible(vast and versie > 1)
        self.corrigeer_knop.setVisible(vast)
        self.zet_recht(self.corrigeer_knop, Recht.VERSLAG_VASTSTELLEN, verder=bool(beeld.punten))

    def _wordtaak(self) -> Wordtaak | None:
        if self._overleg_id is None:
            return None
        dienst = self._diensten.bewerkbaar
        return Wordtaak(
            ("verslag", self._overleg_id),
            partial(dienst.verslagnaam, self._overleg_id),
            partial(dienst.verslag, self._overleg_id),
            partial(dienst.lees_verslag, self._overleg_id),
            TekstVoorTekst(partial(dienst.neem_over_in_verslag, self._overleg_id)),
        )

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.word.maak_leeg()
        self._beeld = None
        self.punten.maak_leeg()
        self.punt.maak_leeg()
        for deel in (self.terugblik, self.verslagoordeel, self.uitkomst):
            deel.maak_leeg()
        self.kop.setText("")
        self.vooraf.zet(None)
        self.aandacht.zet((), ())

    def bewaar_nu(self) -> None:
        self.punt.laatste_fout = None
        self.punt.bewaar_nu()
        if self.punt.laatste_fout is not None:
            raise self.punt.laatste_fout

    def stand(self) -> object:
        return self.punt.punt_id()

    def herstel_stand(self, stand: object) -> None:
        if isinstance(stand, int):
            self.kies_punt(AgendapuntId(stand))

    def toon_plek(self, plek: BijTafel) -> None:
        if plek.punt_id is not None:
            self.kies_punt(AgendapuntId(plek.punt_id))

    def kies_punt(self, punt_id: AgendapuntId) -> None:
        """Show this point."""
        for rij, punt in enumerate(self.punten.regelmodel.regels):
            if punt.id == punt_id:
                self.punten.kies(rij)

    def eerste_focus(self) -> QWidget | None:
        return self.punten

    # --- doing ------------------------------------------------------------------------------------

    def stel_vast(self) -> None:
        """The procesregisseur signs; after that the verslag does not change."""
        overleg_id = self._overleg_id
        if overleg_id is None:
            return
        try:
            self.bewaar_nu()
            doe = partial(self._diensten.verslagen.stel_vast, overleg_id)
            wat = verslag_regels(self._diensten.verslagen.toon(overleg_id))
            klaar = onderteken(doe, self._diensten, self._gereedschap.taken, self, wat)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        if klaar:
            self.vernieuw()
            self.opgeslagen.emit()
            self.kop_gewijzigd.emit()

    def toon_versies(self) -> None:
        """Read what each signed version said."""
        if self._overleg_id is None:
            return
        try:
            versies = self._diensten.correcties.versies(self._overleg_id)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        VersiesDialoog.toon(versies, ouder=self)

    def corrigeer(self) -> None:
        """Correct the chosen point; says which partijen get the new version."""
        punt = self.punten.gekozen()
        if punt is None or not self.corrigeer_knop.isEnabled():
            return
        klaar = CorrectieDialoog.vraag(punt, partial(self._teken_correctie, punt.id), ouder=self)
        if not isinstance(klaar, Gecorrigeerd):
            return
        self.vernieuw()
        self.opgeslagen.emit()
        self.kop_gewijzigd.emit()
        wie = opsomming(list(klaar.partijen))
        self._gereedschap.melder.toon_bericht(
            self,
            f"Versie {klaar.versie} van het verslag is ondertekend",
            f"Stuur de nieuwe notulen bij stap 5 naar: {wie}." if wie else "Er is geen partij die dit punt mag lezen.",
        )

    def _teken_correctie(self, punt_id: AgendapuntId, invoer: CorrectieInvoer) -> Gecorrigeerd:
        gedaan: list[Gecorrigeerd] = []

        def doe() -> None:
            gedaan.append(self._diensten.correcties.corrigeer(punt_id, invoer))

        wat = correctie_regels(self.punten.gekozen(), invoer.reden)
        if not onderteken(doe, self._diensten, self._gereedschap.taken, self, wat):
            raise GebruikersFout("De correctie is niet ondertekend. Er is niets gewijzigd.")
        return gedaan[0]

    def _on_punt_gekozen(self, gekozen: VerslagPunt | None) -> None:
        if gekozen is None or self._laden or self._overleg_id is None:
            return
        # what was typed a moment ago is saved first and then read again: the list holds the text of before
        self.punt.bewaar_nu()
        self._beeld = self._diensten.verslagen.toon(self._overleg_id)
        self._toon_punt(next((punt for punt in self._beeld.punten if punt.id == gekozen.id), None))

    def _toon_punt(self, punt: VerslagPunt | None) -> None:
        if punt is None or self._beeld is None:
            return
        self.kop.setText(f"{punt.nummer}  {punt.titel}")
        self.vooraf.zet(punt)
        hier = self._beeld.te_wijzigen and not punt.uitgeleend
        mag = hier and self.mag_hier(Recht.VERSLAG_SCHRIJVEN).mag
        for deel in (self.terugblik, self.verslagoordeel, self.uitkomst):
            deel.zet(punt, mag=mag)
        self.punt.zet(self._beeld, punt)

    def _on_uitkomst(self, handeling: Omkeerbaar) -> None:
        if self.lukt(self.bewaar_nu):
            self.punt.voer_uit(handeling)
