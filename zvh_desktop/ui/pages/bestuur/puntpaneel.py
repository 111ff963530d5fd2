"""The chosen point of a meeting without casussen: what was said, what is proposed and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst
from zvh_desktop.models.keuzes import AgendapuntId
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld, BestuurPunt, VoorstelInvoer, VoorstelRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.bestuur.eldersdialoog import EldersDialoog
from zvh_desktop.ui.pages.bestuur.stemdialoog import StemDialoog
from zvh_desktop.ui.pages.bestuur.voorsteldialoog import VoorstelDialoog
from zvh_desktop.ui.pages.bestuur.weghalen import VoorstelWeghalen
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.uitlegstrook import Uitlegstrook
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.teksten.bestuur import UITKOMST_ICOON, UITKOMST_TEKST
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.eigenaar import toont_van
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_BESLOTEN = (BesluitUitkomst.AANGENOMEN, BesluitUitkomst.VERWORPEN, BesluitUitkomst.VOORGESTELD)


def _voorstel(regel: VoorstelRegel) -> object:
    return regel.invoer.voorstel


def _uitkomst(regel: VoorstelRegel) -> object:
    return UITKOMST_TEKST[regel.uitkomst]


def _icoon(regel: VoorstelRegel) -> Icoon:
    return UITKOMST_ICOON[regel.uitkomst]


class PuntPaneel(Paneel):
    """Saves the text while typing; a refusal with its article stands below the text."""

    weghalen_gevraagd = Signal(object)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("overleg_puntpaneel")
        self._beeld: BestuurBeeld | None = None
        self._punt: BestuurPunt | None = None
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.kop = Kop("", self, factor=1.15)
        self.toelichting = StilleTekst("", self)
        self.verslag = Tekstveld("Verslag van dit punt", self, regels=6)
        self.verslag.setObjectName("overleg_verslag_veld")
        self.verslag.setPlaceholderText("Wat er is besproken")
        self.strook = Uitlegstrook(self)
        self.nieuw_knop = gereedschapsknop(
            "voorstel_toevoegen", Icoon.PLUS, "&Voorstel", "Een voorstel bij dit punt toevoegen (Insert)", self
        )
        self.wijzig_knop = gereedschapsknop("voorstel_wijzigen", Icoon.POTLOOD, "", "Dit voorstel wijzigen (F2)", self)
        self.weg_knop = gereedschapsknop(
            "voorstel_weghalen", Icoon.PRULLENBAK, "", "Dit voorstel weghalen (Delete)", self
        )
        boven = QHBoxLayout()
        boven.setSpacing(RASTER)
        boven.addWidget(Kop("Voorstellen", self, factor=1.0), 1)
        for deel in (self.nieuw_knop, self.wijzig_knop, self.weg_knop):
            boven.addWidget(deel)
        self.tabel: Toetstabel[VoorstelRegel] = Toetstabel(
            "voorstellen",
            "Voorstellen bij dit punt",
            (
                Kolom[VoorstelRegel]("voorstel", "Voorstel", _voorstel, 40),
                Kolom[VoorstelRegel]("uitkomst", "Uitkomst", _uitkomst, 14, icoon=_icoon),
            ),
            ouder=self,
            rek=0,
        )
        self.uitslag = StilleTekst("", self)
        self.bezwaar = Aandachtsregel(self)
        self.bezwaar.setObjectName("voorstel_bezwaar")
        self.eens_knop = knop("voorstel_eens", "Het overleg is het &eens", self, Icoon.VINK)
        self.oneens_knop = knop("voorstel_oneens", "&Niet eens", self)
        self.stem_knop = knop("voorstel_stemmen", "&Stemmen…", self)
        self.aanhoud_knop = knop("voorstel_aanhouden", "&Houd aan", self)
        self.elders_knop = knop("voorstel_elders", "Elders &besloten…", self)
        self.open_knop = knop("voorstel_openen", "&Open opnieuw", self)
        for zelden in (self.elders_knop, self.open_knop):
            zelden.hide()  # never all six at once: that row would not fit a narrow window
        knoppen = Loopregel(tussen=RASTER)
        for besluitknop in self._besluitknoppen():
            knoppen.addWidget(besluitknop)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RASTER, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.kop)
        indeling.addWidget(self.toelichting)
        indeling.addWidget(self.verslag, 2)
        indeling.addWidget(self.strook)
        indeling.addLayout(boven)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self.uitslag)
        indeling.addWidget(self.bezwaar)
        indeling.addLayout(knoppen)
        self._toevoegen = sneltoets("Ins", waar=self)

    def _besluitknoppen(self) -> tuple[QWidget, ...]:
        return (
            self.eens_knop,
            self.oneens_knop,
            self.stem_knop,
            self.aanhoud_knop,
            self.elders_knop,
            self.open_knop,
        )

    def _verbind(self) -> None:
        self.verslag.textChanged.connect(self._on_veld_gewijzigd)
        self.verslag.tekst_bewaren.connect(self._on_tekst_bewaren)
        self.verslag.schrijver_melden.connect(self.strook.toon)
        self.tabel.regel_gekozen.connect(self._on_voorstel_gekozen)
        self.tabel.regel_geopend.connect(self._on_voorstel_geopend)
        self.tabel.weghalen_gevraagd.connect(self.haal_weg)
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self._toevoegen.activated.connect(self.voeg_toe)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.eens_knop.clicked.connect(self._on_eens)
        self.oneens_knop.clicked.connect(self._on_oneens)
        self.stem_knop.clicked.connect(self.stem)
        self.aanhoud_knop.clicked.connect(self._on_aanhouden)
        self.elders_knop.clicked.connect(self.leg_elders_vast)
        self.open_knop.clicked.connect(self._on_open_opnieuw)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def punt_id(self) -> AgendapuntId | None:
        """The point that is shown."""
        return self._punt.id if self._punt is not None else None

    def toon_punt(self, beeld: BestuurBeeld | None, punt: BestuurPunt | None) -> None:
        """Show this point; what was typed at another one must have been saved before."""
        zelfde = punt is not None and self.punt_id == punt.id
        self._beeld, self._punt = beeld, punt
        self._laden = True
        toont_van(self, self.punt_id)
        self.setEnabled(punt is not None)
        self.kop.setText(f"{punt.nummer}. {punt.invoer.onderwerp}" if punt else "Kies een punt")
        self.toelichting.setText(punt.invoer.toelichting if punt else "")
        self.toelichting.setVisible(bool(punt and punt.invoer.toelichting))
        if not (zelfde and self.vuil()):
            # the same text shown anew would make what was typed impossible to undo
            if not zelfde or punt is None or self.verslag.toPlainText() != punt.tekst:
                self.verslag.laad(punt.tekst if punt else "", self.punt_id)
            self.vergeet_wijziging()
            self.strook.wis()
        mag = self._diensten.mag(Recht.VERSLAG_SCHRIJVEN).mag
        self.verslag.setReadOnly(not mag or beeld is None or beeld.vastgesteld)
        self.tabel.zet_regels(punt.voorstellen if punt else ())
        self._laden = False
        self._toon_voorstel(self.tabel.gekozen())

    def maak_leeg(self) -> None:
        """Forget what is shown."""
        self.vergeet_wijziging()
        self.verslag.maak_leeg()
        self.toon_punt(None, None)

    def _toon_voorstel(self, regel: VoorstelRegel | None) -> None:
        beeld = self._beeld
        vast = beeld is None or beeld.vastgesteld
        voor = "Het verslag is vastgesteld en ligt daarom vast." if vast else ""
        self.zet_recht(self.nieuw_knop, Recht.VERSLAG_SCHRIJVEN, verder=not vast, reden=voor)
        kies = voor or ("" if regel is not None else "Kies eerst een voorstel.")
        klaar = regel is not None and regel.uitkomst in (*_BESLOTEN, BesluitUitkomst.PATSTELLING)
        for deel in (self.weg_knop, self.wijzig_knop):
            reden = kies or ("Open het voorstel eerst opnieuw." if klaar and deel is self.wijzig_knop else "")
            self.zet_recht(deel, Recht.VERSLAG_SCHRIJVEN, verder=not reden, reden=reden)
        if beeld is not None and not beeld.gehouden:
            kies = kies or "Besluiten legt u vast als het overleg is begonnen."
        besluit = kies or ("Over dit voorstel is al besloten." if klaar else "")
        bezwaar = regel.weigering if regel is not None else None
        stembezwaar = bezwaar or (regel.stemweigering if regel is not None else None)
        hoorbaar = besluit or (bezwaar.zin if bezwaar is not None else "")
        stemmen = besluit or (stembezwaar.zin if stembezwaar is not None else "")
        patstelling = regel is not None and regel.uitkomst is BesluitUitkomst.PATSTELLING
        redenen = {
            self.eens_knop: hoorbaar,
            self.oneens_knop: besluit,
            self.stem_knop: stemmen,
            self.aanhoud_knop: besluit,
            self.elders_knop: kies or ("" if patstelling else "Dit kan alleen na een patstelling."),
            self.open_knop: kies
            or ("" if regel and regel.uitkomst is not BesluitUitkomst.OPEN else "Het is nog open."),
        }
        for doel, waarom in redenen.items():
            self.zet_recht(doel, Recht.VERSLAG_SCHRIJVEN, verder=not waarom, reden=waarom)
        self.elders_knop.setVisible(patstelling)
        self.open_knop.setVisible(regel is not None and regel.uitkomst is not BesluitUitkomst.OPEN)
        for doel in (self.eens_knop, self.oneens_knop, self.stem_knop, self.aanhoud_knop):
            doel.setVisible(not klaar)
        zinnen = [regel.zin] if regel is not None else []
        if regel is not None and regel.raakt:
            zinnen.insert(0, f"Raakt ernstig: {regel.raakt}.")
        self.uitslag.setText(" ".join(zin for zin in zinnen if zin))
        self.uitslag.setVisible(bool(self.uitslag.text()))
        # buttons that are off by a rule say so in a line, where the rule can be read; the other reasons are tooltips
        self.bezwaar.zet(None if besluit else stembezwaar, Icoon.INFO)

    # --- saving -----------------------------------------------------------------------------------

    def bewaar_velden(self) -> None:
        if self._punt is not None and not self.verslag.isReadOnly():
            self._diensten.overleggen.bewaar_verslag(self._punt.id, self.verslag.toPlainText())
            self.strook.wis()

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self.strook.toon_fout(fout, icoon=Icoon.FOUT)

    def _on_tekst_bewaren(self, _tekst: str) -> None:
        self._on_wachttijd_voorbij()

    # --- proposals --------------------------------------------------------------------------------

    def voeg_toe(self) -> None:
        """Put a new proposal at this point."""
        if self._punt is None or self._beeld is None or not self.nieuw_knop.isEnabled():
            return
        bewaar = partial(self._diensten.besluitvorming.leg_voor, self._punt.id)
        leden = self._beeld.leden
        nieuw = VoorstelDialoog.vraag("Voorstel toevoegen", "&Voeg toe", VoorstelInvoer(""), leden, bewaar, ouder=self)
        if nieuw:
            self.gewijzigd.emit()
            self.tabel.kies(self.tabel.regelmodel.rijnummer(partial(_is_voorstel, nieuw)))

    def wijzig(self) -> None:
        """Change the chosen proposal."""
        regel = self.tabel.gekozen()
        if regel is None or self._beeld is None or not self.wijzig_knop.isEnabled():
            return
        bewaar = partial(self._diensten.besluitvorming.wijzig, regel.id)
        leden = self._beeld.leden
        if VoorstelDialoog.vraag("Voorstel wijzigen", "&Bewaar", regel.invoer, leden, bewaar, ouder=self):
            self.gewijzigd.emit()

    def haal_weg(self) -> None:
        """Remove the chosen proposal; the page offers the way back."""
        regel = self.tabel.gekozen()
        if regel is not None and self.weg_knop.isEnabled():
            handeling: Omkeerbaar = VoorstelWeghalen(self._diensten.besluitvorming, regel)
            self.weghalen_gevraagd.emit(handeling)

    def stem(self) -> None:
        """Record votes; the service counts."""
        regel = self.tabel.gekozen()
        if regel is None or self._beeld is None or not self.stem_knop.isEnabled():
            return
        bewaar = partial(self._diensten.besluitvorming.leg_stemmen_vast, regel.id)
        if StemDialoog.vraag(regel, self._beeld.leden, bewaar, " ".join(self._beeld.stemregel), ouder=self):
            self.gewijzigd.emit()

    def leg_elders_vast(self) -> None:
        """Record what was decided elsewhere."""
        regel = self.tabel.gekozen()
        if regel is None or not self.elders_knop.isEnabled():
            return
        bewaar = partial(self._diensten.besluitvorming.leg_beslissing_elders_vast, regel.id)
        if EldersDialoog.vraag(regel.elders, regel.zin, bewaar, ouder=self):
            self.gewijzigd.emit()

    def _on_eens(self) -> None:
        self._leg_consensus_vast(bereikt=True)

    def _on_oneens(self) -> None:
        self._leg_consensus_vast(bereikt=False)

    def _leg_consensus_vast(self, *, bereikt: bool) -> None:
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(partial(self._diensten.besluitvorming.leg_consensus_vast, regel.id, bereikt=bereikt))

    def _on_aanhouden(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(partial(self._diensten.besluitvorming.houd_aan, regel.id))

    def _on_open_opnieuw(self) -> None:
        regel = self.tabel.gekozen()
        if regel is not None:
            self._doe(partial(self._diensten.besluitvorming.open_opnieuw, regel.id))

    def _doe(self, handeling: Callable[[], object]) -> None:
        if self.lukt(handeling):
            self.gewijzigd.emit()

    def _on_voorstel_gekozen(self, regel: VoorstelRegel | None) -> None:
        self._toon_voorstel(regel)

    def _on_voorstel_geopend(self, _regel: VoorstelRegel) -> None:
        self.wijzig()


def _is_voorstel(voorstel_id: object, regel: VoorstelRegel) -> bool:
    return regel.id == voorstel_id
