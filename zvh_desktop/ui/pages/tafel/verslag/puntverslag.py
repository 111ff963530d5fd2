"""What is recorded of one point: the three texts, attendance, besluiten and acties.

The same widget stands at the table (large) and in the verslag. Texts save themselves while typing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Aanwezigheid, ActieId, AgendapuntId, BesluitId, PartijId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.casus.acties import ActieInvoer, ActieRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import (
    AanwezigeRegel,
    BesluitInvoer,
    BesluitRegel,
    VerslagBeeld,
    VerslagPunt,
    VerslagTekst,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.pages.tafel.puntongedaan import (
    IdT,
    InvoerT,
    Omzetting,
    Rij,
    Rijen,
    Toevoeging,
    Weghaling,
    Wijziging,
)
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.pages.tafel.verslag.actie_bij_punt import ActieBijPuntDialoog
from zvh_desktop.ui.pages.tafel.verslag.afgevaardigdeveld import Afgevaardigdeveld
from zvh_desktop.ui.pages.tafel.verslag.besluit_vastleggen import BesluitDialoog
from zvh_desktop.ui.pages.tafel.verslag.puntkolommen import AANWEZIGEN_KOLOMMEN, ACTIES_KOLOMMEN, BESLUITEN_KOLOMMEN
from zvh_desktop.ui.pages.tafel.woorden import AANWEZIGHEID_ICOON
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, tekstbreedte
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld
from zvh_desktop.ui.widgets.wijksplitser import Wijksplitser

AANWEZIG_LETTERS = {
    "a": Aanwezigheid.AANWEZIG,
    "f": Aanwezigheid.AFGEMELD,
    "w": Aanwezigheid.AFWEZIG,
    "s": Aanwezigheid.SCHRIFTELIJK,
    "v": Aanwezigheid.VERTROKKEN,
}


def _met_letter(tekst: str, letter: str) -> str:
    """The text with this letter underlined; in front of it when it is not in there."""
    plaats = tekst.casefold().find(letter)
    return f"{tekst[:plaats]}&{tekst[plaats:]}" if plaats >= 0 else f"&{letter.upper()}  {tekst}"


class Puntverslag(QWidget):
    """Left what is said, right who was there and what was agreed."""

    opgeslagen = Signal()
    gewijzigd = Signal()
    """Something other than text changed: read the verslag again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("puntverslag")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beeld: VerslagBeeld | None = None
        self._punt: VerslagPunt | None = None
        self._ongedaan = Ongedaan()
        self._besluitrijen, self._actierijen = Rijen[BesluitId](), Rijen[ActieId]()
        self.laatste_fout: GebruikersFout | None = None
        self._besluitknoppen: dict[str, QToolButton] = {}
        self._verdeling: tuple[int, ...] = ()
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.strook = Uitlegstrook(self)
        self.splitser = Wijksplitser(self)
        self.splitser.addWidget(self._bouw_teksten())
        self.rechts = QScrollArea(self)
        self.rechts.setWidgetResizable(True)
        self.rechts.setFrameShape(QFrame.Shape.NoFrame)
        self.rechts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rechts.setWidget(self._bouw_afspraken())
        self.afspraken.installEventFilter(self)
        self.rechts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.splitser.addWidget(self.rechts)
        self.splitser.setStretchFactor(0, 1)
        self.splitser.setStretchFactor(1, 1)
        self.splitser.setSizes([tekstbreedte(self, 60), tekstbreedte(self, 70)])
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(HALF)
        indeling.addWidget(self.splitser, 1)
        indeling.addWidget(self.strook)
        self._ongedaan_toets = ongedaan_toets(self)
        self._opnieuw_toets = opnieuw_toets(self)

    def _bouw_teksten(self) -> QWidget:
        vlak = QWidget(self)
        kolom = QVBoxLayout(vlak)
        kolom.setContentsMargins(0, 0, RASTER, 0)
        kolom.setSpacing(HALF)
        self.beeld_veld = Tekstveld("Beeld: wat is er aan de hand", vlak, regels=5)
        self.oordeel_veld = Tekstveld("Oordeel: wat vinden we ervan", vlak, regels=4)
        self.besluit_veld = Tekstveld("Besluit: wat spreken we af", vlak, regels=3)
        for naam, label, veld, rek in (
            ("verslag_beeld", "Bee&ld - wat is er aan de hand", self.beeld_veld, 3),
            ("verslag_oordeel", "&Oordeel - wat vinden we ervan", self.oordeel_veld, 2),
            ("verslag_besluit", "B&esluit - wat spreken we af", self.besluit_veld, 2),
        ):
            veld.setObjectName(naam)
            kop = QLabel(label, vlak)
            kop.setBuddy(veld)
            kolom.addWidget(kop)
            kolom.addWidget(veld, rek)
        self.teksten = (self.beeld_veld, self.oordeel_veld, self.besluit_veld)
        return vlak

    def _bouw_afspraken(self) -> QWidget:
        self.afspraken = QWidget(self)
        self.aanwezigen: Toetstabel[AanwezigeRegel] = Toetstabel(
            "verslag_aanwezigen",
            "Aanwezigheid per partij",
            AANWEZIGEN_KOLOMMEN,
            "".join(AANWEZIG_LETTERS),
            self.afspraken,
            rek=2,
            minste_rijen=3,
        )
        self.afgevaardigde = Afgevaardigdeveld(self._diensten, self.aanwezigen, self.afspraken)
        letters = ", ".join(f"{letter.upper()} {AANWEZIGHEID_TEKST[wat]}" for letter, wat in AANWEZIG_LETTERS.items())
        self.besluiten: Toetstabel[BesluitRegel] = Toetstabel(
            "verslag_besluiten",
            "Besluiten bij dit punt",
            BESLUITEN_KOLOMMEN,
            ouder=self.afspraken,
            rek=1,
            minste_rijen=1,
        )
        self.acties: Toetstabel[ActieRegel] = Toetstabel(
            "verslag_acties",
            "Acties bij dit punt",
            ACTIES_KOLOMMEN,
            ouder=self.afspraken,
            rek=0,
        )
        self.knoppenvlak = QWidget(self.afspraken)
        self._knoppenrijen = QVBoxLayout(self.knoppenvlak)
        self._knoppenrijen.setContentsMargins(0, 0, 0, 0)
        self._knoppenrijen.setSpacing(HALF)
        kolom = QVBoxLayout(self.afspraken)
        kolom.setContentsMargins(RASTER, 0, HALF, 0)
        kolom.setSpacing(HALF)
        self.aanwezigen.setToolTip(f"Toetsen: {letters}.")
        self.aanwezigen.setAccessibleDescription(f"Toetsen: {letters}.")
        self.toetsen = StilleTekst("", self.afspraken)
        self.toetsen.setToolTip(f"{letters}.")
        self.aanwezig_menu = self._bouw_aanwezig_menu()
        self.aanwezig_knop = QToolButton(self.afspraken)
        self.aanwezig_knop.setObjectName("verslag_aanwezig_knop")
        self.aanwezig_knop.setText("Aanwe&zigheid")
        self.aanwezig_knop.setAccessibleName("Aanwezigheid van de gekozen partij wijzigen")
        self.aanwezig_knop.setToolTip("Kies hoe de gekozen partij aanwezig was (Enter of rechtermuisknop)")
        self.aanwezig_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.aanwezig_knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.aanwezig_knop.setMenu(self.aanwezig_menu)
        self._on_letters_werken(True)
        # no heading breaks off here: a part with such labels would take more height than the screen has
        self.toetsen.setWordWrap(False)
        koppen = [Kop(tekst, self.afspraken, factor=1.0) for tekst in ("Aanwezig", "Besluiten", "Acties")]
        for kop in koppen:
            kop.setWordWrap(False)
        boven = QHBoxLayout()
        boven.addWidget(koppen[0], 1)
        boven.addWidget(self.toetsen)
        boven.addWidget(self.aanwezig_knop)
        kolom.addLayout(boven)
        kolom.addWidget(self.aanwezigen, 2)
        kolom.addWidget(self.afgevaardigde)
        kolom.addSpacing(HALF)
        kolom.addWidget(koppen[1])
        kolom.addWidget(self.knoppenvlak)
        kolom.addWidget(self.besluiten, 1)
        kolom.addSpacing(HALF)
        kolom.addWidget(koppen[2])
        kolom.addLayout(self._bouw_actieregel())
        kolom.addWidget(self.acties, 1)
        return self.afspraken

    def _bouw_aanwezig_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("verslag_aanwezig_menu")
        for letter, wat in AANWEZIG_LETTERS.items():
            keuze = menu.addAction(_met_letter(hoofdletter(AANWEZIGHEID_TEKST[wat]), letter))
            keuze.setData(wat)
            zet_icoon(keuze, AANWEZIGHEID_ICOON[wat])
        return menu

    def _bouw_actieregel(self) -> QVBoxLayout:
        self.actie_tekst = QLineEdit(self.afspraken)
        self.actie_tekst.setObjectName("actie_tekst")
        self.actie_tekst.setAccessibleName("Nieuwe actie")
        self.actie_tekst.setPlaceholderText("Nieuwe actie: wat moet er gebeuren")
        self.actie_partij = Keuzeveld(self.afspraken)
        self.actie_partij.setObjectName("actie_partij")
        self.actie_partij.setAccessibleName("Actie belegd bij")
        self.actie_partij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.actie_partij.setMinimumContentsLength(8)
        self.actie_termijn = Datumveld("Actie klaar op", self.afspraken, mag_leeg=True)
        self.actie_termijn.setObjectName("actie_termijn")
        self.actie_knop = knop("actie_voeg_toe", "Voeg &toe", self.afspraken)
        tweede = QHBoxLayout()
        tweede.setSpacing(HALF)
        tweede.addWidget(self.actie_partij, 1)
        tweede.addWidget(self.actie_termijn)
        eerste = QHBoxLayout()
        eerste.setSpacing(HALF)
        eerste.addWidget(self.actie_tekst, 1)
        eerste.addWidget(self.actie_knop)
        regels = QVBoxLayout()
        regels.setSpacing(HALF)
        regels.addLayout(eerste)
        regels.addLayout(tweede)
        return regels

    def _verbind(self) -> None:
        for veld in self.teksten:
            veld.tekst_bewaren.connect(self._on_tekst_bewaren)
            veld.schrijver_melden.connect(self._on_te_lang)
        self.aanwezigen.letter_gebruikt.connect(self._on_aanwezig_letter)
        self.aanwezigen.letters_werken.connect(self._on_letters_werken)
        self.aanwezigen.menu_gevraagd.connect(self._on_aanwezig_menu)
        self.aanwezigen.regel_geopend.connect(self._on_aanwezige_geopend)
        self.aanwezig_menu.triggered.connect(self._on_aanwezig_gekozen)
        self.aanwezigen.regel_gekozen.connect(self._on_aanwezige_gekozen)
        self.afgevaardigde.editingFinished.connect(self._on_afgevaardigde_getypt)
        self.besluiten.regel_geopend.connect(self._on_besluit_geopend)
        self.besluiten.weghalen_gevraagd.connect(self._on_besluit_weghalen)
        self.acties.regel_geopend.connect(self._on_actie_geopend)
        self.acties.weghalen_gevraagd.connect(self._on_actie_weghalen)
        self.actie_tekst.returnPressed.connect(self.voeg_actie_toe)
        self.actie_knop.clicked.connect(self.voeg_actie_toe)
        self.splitser.splitterMoved.connect(self._leg_knoppen)
        self.strook.actie_gevraagd.connect(self.maak_ongedaan)
        self._ongedaan_toets.activated.connect(self.maak_ongedaan)
        self._opnieuw_toets.activated.connect(self.doe_opnieuw)

    # --- showing ----------------------------------------------------------------------------------

    def zet(self, beeld: VerslagBeeld, punt: VerslagPunt) -> None:
        """Show this point; text that is being typed stays when it is still the same point."""
        ander = self._punt is None or self._punt.id != punt.id
        if ander:
            self.bewaar_nu()
            self._vergeet_handelingen()
            self.strook.wis()
            toont_van(self, punt.id)
            self.actie_tekst.clear()
            self.actie_termijn.zet_datum(None)
        self._beeld, self._punt = beeld, punt
        mag = beeld.te_wijzigen and self._diensten.mag(Recht.VERSLAG_SCHRIJVEN).mag
        opgeslagen = (punt.tekst.beeld, punt.tekst.oordeelsvorming, punt.tekst.besluitvorming)
        for veld, tekst in zip(self.teksten, opgeslagen, strict=True):
            if ander or (veld.toPlainText() != tekst and not veld.gewijzigd()):
                veld.laad(tekst)
            veld.setReadOnly(not mag)
        is_casus = punt.casus_id is not None
        self.rechts.setVisible(is_casus)
        self.aanwezigen.zet_regels(punt.aanwezigen)
        self.besluiten.zet_regels(punt.besluiten)
        self.acties.zet_regels(punt.acties)
        self._zet_besluitknoppen(beeld, punt, mag=mag)
        gekozen = self.actie_partij.currentData()
        self.actie_partij.clear()
        for partij in punt.aanwezigen:
            self.actie_partij.addItem(partij.partij, partij.partij_id)
        self.actie_partij.setCurrentIndex(max(0, self.actie_partij.findData(gekozen)))
        self.aanwezig_knop.setEnabled(mag and bool(punt.aanwezigen))
        for deel in (self.afgevaardigde, self.actie_tekst, self.actie_partij, self.actie_termijn, self.actie_knop):
            deel.setEnabled(mag and bool(punt.aanwezigen))

    def _zet_besluitknoppen(self, beeld: VerslagBeeld, punt: VerslagPunt, *, mag: bool) -> None:
        if set(self._besluitknoppen) != {keuze.sleutel for keuze in beeld.besluiten}:
            for oud in self._besluitknoppen.values():
                verwijder(oud)
            self._besluitknoppen = {}
            for keuze in beeld.besluiten:
                nieuw = QToolButton(self.knoppenvlak)
                nieuw.setObjectName(f"besluit_{keuze.sleutel}")
                nieuw.setText(letterlijk(keuze.naam))
                nieuw.setAccessibleName(f"Besluit: {keuze.naam}")
                nieuw.setCheckable(True)
                nieuw.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                nieuw.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                nieuw.clicked.connect(self._on_besluit_knop)
                self._besluitknoppen[keuze.sleutel] = nieuw
            self._verdeling = ()
            self._leg_knoppen()
            self._zet_tabvolgorde()
        genomen = {regel.invoer.soort for regel in punt.besluiten}
        for sleutel, bestaand in self._besluitknoppen.items():
            bestaand.setChecked(sleutel in genomen)
            zet_icoon(bestaand, Icoon.VINK if sleutel in genomen else Icoon.CIRKEL)
            bestaand.setEnabled(mag)
            bestaand.setMinimumSize(bestaand.sizeHint())

    def _zet_tabvolgorde(self) -> None:
        """As the eye reads, but for the line of the actie: its button comes after what has to be filled in."""
        regel = (self.actie_tekst, self.actie_partij, self.actie_termijn, self.actie_knop, self.acties)
        zet_tabvolgorde(self.afspraken, regel)

    def _leg_knoppen(self) -> None:
        """As many besluiten beside each other as fit, in the order of the house."""
        rijen = self._rijen_van_knoppen(self.rechts.viewport().width() - 2 * RASTER)
        verdeling = tuple(len(rij) for rij in rijen)
        if verdeling != self._verdeling:
            self._verdeling = verdeling
            while (oud := self._knoppenrijen.takeAt(0)) is not None:
                if (vorige := oud.layout()) is not None:
                    verwijder(vorige)
            for rij in rijen:
                naast = QHBoxLayout()
                naast.setSpacing(HALF)
                for een in rij:
                    naast.addWidget(een)
                naast.addStretch(1)
                self._knoppenrijen.addLayout(naast)
        self._meet_rechts()

    def _meet_rechts(self) -> None:
        """The right half is never narrower than what stands in it, so nothing there goes out of view sideways."""
        breed = max((een.sizeHint().width() for een in self._besluitknoppen.values()), default=0)
        balk = self.rechts.verticalScrollBar().sizeHint().width()
        smalst = max(breed + 4 * RASTER, self.afspraken.minimumSizeHint().width())
        self.rechts.setMinimumWidth(smalst + balk)

    def eventFilter(self, doel: QObject, gebeurtenis: QEvent) -> bool:
        uitkomst = super().eventFilter(doel, gebeurtenis)
        if doel is self.afspraken and gebeurtenis.type() is QEvent.Type.LayoutRequest:
            self._meet_rechts()
        return uitkomst

    def _rijen_van_knoppen(self, ruimte: int) -> list[list[QToolButton]]:
        rijen: list[list[QToolButton]] = []
        over = 0
        for een in self._besluitknoppen.values():
            nodig = een.sizeHint().width() + HALF
            if not rijen or nodig > over:
                rijen.append([])
                over = ruimte
            rijen[-1].append(een)
            over -= nodig
        return rijen

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._leg_knoppen()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = self._punt = None
        self._vergeet_handelingen()
        self.laatste_fout = None
        for veld in self.teksten:
            veld.maak_leeg()
        for tabel in (self.aanwezigen, self.besluiten, self.acties):
            tabel.maak_leeg()
        self.afgevaardigde.clear()
        self.actie_tekst.clear()
        self.actie_partij.clear()
        self.strook.wis()

    def bewaar_nu(self) -> None:
        """Save what is being typed."""
        for veld in self.teksten:
            veld.bewaar_nu()
        self._on_afgevaardigde_getypt()

    def punt_id(self) -> AgendapuntId | None:
        """The point that is shown."""
        return self._punt.id if self._punt is not None else None

    # --- doing ------------------------------------------------------------------------------------

    def _vergeet_handelingen(self) -> None:
        self._ongedaan.maak_leeg()
        self._besluitrijen.maak_leeg()
        self._actierijen.maak_leeg()

    def _doe(self, handeling: Callable[[], object]) -> bool:
        try:
            handeling()
        except GebruikersFout as fout:
            self.laatste_fout = fout
            self.strook.toon_fout(fout)
            return False
        self.opgeslagen.emit()
        return True

    def _doe_en_ververs(self, handeling: Callable[[], object]) -> bool:
        gelukt = self._doe(handeling)
        if gelukt:
            self.strook.wis()
        self.gewijzigd.emit()
        return gelukt

    def voer_uit(self, handeling: Omkeerbaar) -> bool:
        """Do something with a way back, and say so. ``gewijzigd`` may change what is shown, so the words come last."""
        if not self._doe_en_ververs(partial(self._ongedaan.doe, handeling)):
            return False
        self.strook.toon(handeling.tekst, actie="On&gedaan maken", icoon=Icoon.INFO)
        return True

    def maak_ongedaan(self) -> None:
        """Take back the last change at this point; a refusal leaves it where it was."""
        tekst = self._ongedaan.laatste()
        if tekst and self._doe_en_ververs(self._ongedaan.terug):
            self.strook.toon(f"Ongedaan gemaakt: {tekst} Opnieuw kan met Ctrl+Y.", icoon=Icoon.ONGEDAAN)

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        if self._ongedaan.kan_opnieuw() and self._doe_en_ververs(self._ongedaan.opnieuw):
            self.strook.toon(self._ongedaan.laatste(), actie="On&gedaan maken", icoon=Icoon.INFO)

    def zet_aanwezigheid(self, wat: Aanwezigheid) -> None:
        """How the chosen partij was present; goes on to the next one."""
        regel = self.aanwezigen.gekozen()
        if regel is None or self._punt is None:
            return
        if regel.aanwezigheid is wat:
            return
        rij = self.aanwezigen.currentIndex().row()
        zet = partial(self._diensten.verslagen.zet_aanwezigheid, self._punt.id, regel.partij_id)
        zin = f"{regel.partij} staat nu op {AANWEZIGHEID_TEKST[wat]}."
        if self.voer_uit(Omzetting(zin, partial(zet, wat), partial(zet, regel.aanwezigheid))):
            self.aanwezigen.kies(min(rij + 1, self.aanwezigen.regelmodel.rowCount() - 1))

    def voeg_actie_toe(self) -> None:
        """Take the one line as a new actie."""
        partij = self.actie_partij.currentData()
        tekst = self.actie_tekst.text().strip()
        if self._punt is None or partij is None or not tekst:
            self.actie_tekst.setFocus()
            return
        if not self.actie_termijn.neem_aan():
            self.actie_termijn.setFocus()
            self.actie_termijn.toon_uitleg()
            return
        invoer = ActieInvoer(tekst, PartijId(partij), self.actie_termijn.datum())
        voeg_toe = partial(self._diensten.acties.voeg_toe_bij_punt, self._punt.id, invoer)
        if self.voer_uit(
            Toevoeging[ActieId]("De actie is toegevoegd.", self._actierijen, self._diensten.acties.verwijder, voeg_toe)
        ):
            self.actie_tekst.clear()
            self.actie_tekst.setFocus()

    # --- slots ------------------------------------------------------------------------------------

    def _on_tekst_bewaren(self) -> None:
        if self._punt is None:
            return
        tekst = VerslagTekst(*(veld.toPlainText() for veld in self.teksten))
        if not self._doe(partial(self._diensten.verslagen.bewaar_tekst, self._punt.id, tekst)):
            for veld in self.teksten:
                veld.nog_niet_bewaard()

    def _on_te_lang(self, zin: str) -> None:
        self.strook.toon(zin, icoon=Icoon.WAARSCHUWING)

    def _on_letters_werken(self, aan: bool) -> None:
        """Say what a letter does now; without these words a letter does nothing."""
        letters = ", ".join(AANWEZIG_LETTERS).upper()
        self.toetsen.setText(f"Toetsen {letters}" if aan else "Kies met Enter")

    def _on_aanwezige_geopend(self, _regel: AanwezigeRegel) -> None:
        self._on_aanwezig_menu(self.aanwezigen.plek_van_menu())

    def _on_aanwezig_menu(self, plek: QPoint) -> None:
        if self.aanwezig_knop.isEnabled():
            self.aanwezig_menu.popup(plek)

    def _on_aanwezig_gekozen(self, keuze: QAction) -> None:
        self.zet_aanwezigheid(Aanwezigheid(keuze.data()))

    def _on_aanwezig_letter(self, letter: str) -> None:
        self.zet_aanwezigheid(AANWEZIG_LETTERS[letter])

    def _on_aanwezige_gekozen(self, regel: AanwezigeRegel | None) -> None:
        self._on_afgevaardigde_getypt()
        self.afgevaardigde.setText(regel.afgevaardigde if regel is not None else "")

    def _on_afgevaardigde_getypt(self) -> None:
        regel = self.aanwezigen.gekozen()
        if regel is None or self._punt is None or not self.afgevaardigde.isModified():
            return
        self.afgevaardigde.setModified(False)
        zet = partial(self._diensten.verslagen.zet_aanwezigheid, self._punt.id, regel.partij_id, regel.aanwezigheid)
        self.voer_uit(
            Omzetting(
                f"De afgevaardigde van {regel.partij} is gewijzigd.",
                partial(zet, self.afgevaardigde.text()),
                partial(zet, regel.afgevaardigde),
            )
        )

    def _on_besluit_knop(self) -> None:
        gebruikt = self.sender()
        sleutel = next((naam for naam, een in self._besluitknoppen.items() if een is gebruikt), None)
        if sleutel is None or self._punt is None:
            return
        bestaand = next((regel for regel in self._punt.besluiten if regel.invoer.soort == sleutel), None)
        if bestaand is not None:
            self._haal_besluit_weg(bestaand)
        else:
            voeg_toe = partial(self._diensten.verslagen.voeg_besluit_toe, self._punt.id, BesluitInvoer(sleutel))
            self.voer_uit(
                Toevoeging[BesluitId](
                    "Het besluit is toegevoegd.",
                    self._besluitrijen,
                    self._diensten.verslagen.verwijder_besluit,
                    voeg_toe,
                )
            )

    def _haal_besluit_weg(self, regel: BesluitRegel) -> None:
        if self._punt is None:
            return
        self.voer_uit(
            Weghaling[BesluitId](
                f"Het besluit {regel.naam} is weggehaald.",
                self._besluitrijen.met(regel.id),
                self._diensten.verslagen.verwijder_besluit,
                partial(self._diensten.verslagen.voeg_besluit_toe, self._punt.id, regel.invoer),
            )
        )

    def _on_besluit_weghalen(self) -> None:
        regel = self.besluiten.gekozen()
        if regel is not None:
            self._haal_besluit_weg(regel)

    def _on_besluit_geopend(self, regel: BesluitRegel) -> None:
        if self._beeld is None or self._punt is None or not self._beeld.te_wijzigen:
            return
        zin = f"Het besluit {regel.naam} is gewijzigd."
        wijzig = self._wijziging(
            zin, self._besluitrijen.met(regel.id), self._diensten.verslagen.wijzig_besluit, regel.invoer
        )
        if BesluitDialoog.vraag(self._beeld.besluiten, self._punt.aanwezigen, regel.invoer, wijzig, ouder=self):
            self._meld_gewijzigd(zin)

    def _on_actie_geopend(self, regel: ActieRegel) -> None:
        if self._beeld is None or self._punt is None or not self._beeld.te_wijzigen:
            return
        zin = "De actie is gewijzigd."
        wijzig = self._wijziging(zin, self._actierijen.met(regel.id), self._diensten.acties.wijzig, regel.invoer)
        leefgebieden = self._beeld.leefgebieden
        if ActieBijPuntDialoog.vraag(self._punt.aanwezigen, leefgebieden, regel.invoer, wijzig, ouder=self):
            self._meld_gewijzigd(zin)

    def _wijziging(
        self, zin: str, rij: Rij[IdT], zet: Callable[[IdT, InvoerT], object], was: InvoerT
    ) -> Callable[[InvoerT], None]:
        """What a dialog saves with, so that it can be taken back. A refusal is said in the dialog, which stays open."""

        def bewaar(nieuw: InvoerT) -> None:
            if nieuw != was:
                self._ongedaan.doe(Wijziging(zin, rij, zet, nieuw=nieuw, was=was))

        return bewaar

    def _meld_gewijzigd(self, zin: str) -> None:
        """The words come last: ``gewijzigd`` may change what is shown."""
        self.opgeslagen.emit()
        self.gewijzigd.emit()
        if self._ongedaan.laatste() == zin:
            self.strook.toon(zin, actie="On&gedaan maken", icoon=Icoon.INFO)

    def _on_actie_weghalen(self) -> None:
        regel = self.acties.gekozen()
        if regel is None or self._punt is None:
            return
        self.voer_uit(
            Weghaling[ActieId](
                "De actie is weggehaald.",
                self._actierijen.met(regel.id),
                self._diensten.acties.verwijder,
                partial(self._diensten.acties.voeg_toe_bij_punt, self._punt.id, regel.invoer),
            )
        )
