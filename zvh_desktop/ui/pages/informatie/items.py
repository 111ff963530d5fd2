"""The list of informatie-items of a casus, with everything that can be done with one."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import CasusId, InformatieItemId, Regel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.aangereikt import Aangereikt
from zvh_desktop.services.informatie.beeld import InformatieBeeld, InformatieRegel
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.informatie.akkoorddialoog import AkkoordDialoog
from zvh_desktop.ui.pages.informatie.bijlagemenu import Bijlagemenu
from zvh_desktop.ui.pages.informatie.details import ItemDetails
from zvh_desktop.ui.pages.informatie.handelingen import ItemWeghalen, VrijgaveSluiten
from zvh_desktop.ui.pages.informatie.itemdialoog import ItemDialoog
from zvh_desktop.ui.pages.informatie.itemkolommen import KOLOMMEN
from zvh_desktop.ui.pages.informatie.vrijgavedialoog import VrijgaveDialoog, VrijgaveInvoer
from zvh_desktop.ui.pages.informatie.woorden import (
    uitleg_tekst,
)
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, Kleur
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

_KIES = "Kies eerst een stuk."


class ItemsDeel(Paneel):
    """Ins adds, F2 changes, Del removes; what is taken away goes to the panel, which can put it back."""

    omkeerbaar_gevraagd = Signal(object)
    gezegd = Signal(str)

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("informatie_items")
        self._beeld: InformatieBeeld | None = None
        self._bouw()
        self._verbind()
        self._toon_knoppen()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        self.uitleg = StilleTekst("", self)
        self.niet_delen = Statuslabel(Icoon.SLOT, "", self, kleur=Kleur.LET_OP)
        self.niet_delen.laat_afbreken()
        self.nieuw_knop = gereedschapsknop(
            "informatie_nieuw_knop", Icoon.PLUS, "Voeg informatie toe", "Informatie toevoegen (Insert)", self
        )
        self.wijzig_knop = gereedschapsknop(
            "informatie_wijzig_knop", Icoon.POTLOOD, "Wijzig", "Het gekozen stuk wijzigen (F2)", self
        )
        self.wijzig_knop.setAccessibleName("Wijzig informatie")
        self.weg_knop = gereedschapsknop(
            "informatie_weg_knop", Icoon.PRULLENBAK, "Haal weg", "Het gekozen stuk weghalen (Delete)", self
        )
        self.bijlage_knop = gereedschapsknop(
            "informatie_bijlage_knop", Icoon.DOCUMENT, "Bijlage", "De bijlage van het gekozen stuk", self
        )
        self.bijlage_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.bijlage = Bijlagemenu(self._diensten.informatie, self._gereedschap.melder, self)
        self.bijlage_knop.setMenu(self.bijlage)
        self.akkoord_knop = gereedschapsknop(
            "informatie_akkoord_knop", Icoon.VINK, "Akkoord vastleggen", "Akkoord van wie het stuk gaf vastleggen", self
        )
        self.intrek_knop = gereedschapsknop(
            "informatie_intrek_knop", Icoon.UITROEP, "Akkoord intrekken", "Wie het stuk gaf, trekt het akkoord in", self
        )
        self.vrij_knop = gereedschapsknop(
            "informatie_vrij_knop", Icoon.SLOT_OPEN, "Vooraf laten lezen", "Kiezen wie dit stuk vooraf leest", self
        )
        self.sluit_knop = gereedschapsknop(
            "informatie_sluit_knop", Icoon.SLOT, "Niet laten lezen", "De gekozen vrijgave terugnemen (Delete)", self
        )
        self.tabel = FilterTabel(
            "informatie",
            "informatie",
            KOLOMMEN,
            leeg=LegeStaat(
                Icoon.DOCUMENT,
                "Nog geen informatie",
                "Hier staat wat partijen over deze casus gaven, en wat u daarmee mag doen. Niemand leest het vooraf, "
                "tenzij wie het gaf daarmee akkoord is.",
                "Voeg informatie toe",
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=self,
        )
        self.hoogte = Regelhoogte(self.tabel.tabel, 8)
        bron = tabelbron(self.tabel, Lijst.INFORMATIE, self._waarover)
        rust_lijst_uit(self.tabel, [bron], self._diensten, self._gereedschap)
        self.details = ItemDetails(self._gereedschap, self)
        self._deel_in()

    def _deel_in(self) -> None:
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.uitleg)
        indeling.addWidget(self.niet_delen)
        indeling.addLayout(self._rij(self.nieuw_knop, self.wijzig_knop, self.weg_knop, self.bijlage_knop))
        indeling.addLayout(self._rij(self.akkoord_knop, self.intrek_knop, self.vrij_knop, self.sluit_knop))
        indeling.addWidget(self.tabel)
        indeling.addWidget(self.details)
        self._toevoegen = sneltoets("Ins", waar=self.tabel)
        self._wijzigen = sneltoets("F2", waar=self.tabel)
        self._weghalen = sneltoets("Del", waar=self.tabel.tabel)
        self._sluiten = sneltoets("Del", waar=self.details.vrijgaven.tabel)

    def _rij(self, *knoppen: QToolButton) -> QHBoxLayout:
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        for deel in knoppen:
            rij.addWidget(deel)
        rij.addStretch(1)
        return rij

    def _waarover(self, _regel: InformatieRegel) -> tuple[str, int]:
        return (self._beeld.casusnummer, 0) if self._beeld is not None else ("", 0)

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self._on_nieuw)
        self.wijzig_knop.clicked.connect(self.wijzig)
        self.weg_knop.clicked.connect(self.haal_weg)
        self.akkoord_knop.clicked.connect(self.leg_akkoord_vast)
        self.intrek_knop.clicked.connect(self.trek_akkoord_in)
        self.vrij_knop.clicked.connect(self.geef_vrij)
        self.sluit_knop.clicked.connect(self.sluit_vrijgave)
        self.bijlage.omkeerbaar_gevraagd.connect(self.omkeerbaar_gevraagd)
        self.bijlage.geweigerd.connect(self.toon_weigering)
        self.bijlage.bewaren_gevraagd.connect(self._on_bijlage_bewaren)
        self._toevoegen.activated.connect(self._on_nieuw)
        self._wijzigen.activated.connect(self.wijzig)
        self._weghalen.activated.connect(self.haal_weg)
        self._sluiten.activated.connect(self.sluit_vrijgave)
        self.tabel.leeg.actie_gevraagd.connect(self._on_nieuw)
        self.tabel.regel_gekozen.connect(self._on_item_gekozen)
        self.tabel.regel_geopend.connect(self._on_item_geopend)
        self.details.vrijgaven.regel_gekozen.connect(self._toon_knoppen)

    # --- showing ----------------------------------------------------------------------------------

    def toon(self, casus_id: CasusId) -> InformatieBeeld:
        """Read and show the items of this casus; the chosen one stays chosen. Raises GebruikersFout."""
        gekozen = self.tabel.gekozen()
        beeld = self._beeld = self._diensten.informatie.toon(casus_id)
        self.uitleg.setText(uitleg_tekst(beeld.regels))
        self.niet_delen.zet(Icoon.SLOT, beeld.niet_delen, kleur=Kleur.LET_OP)
        self.tabel.zet_regels(beeld.items)
        self.kies(gekozen.id if gekozen is not None else None)
        self._on_item_gekozen()
        return beeld

    def kies(self, item_id: InformatieItemId | None) -> None:
        """Choose this item, or the first."""
        rijen = [rij for rij, regel in enumerate(self.tabel.model.regels) if regel.id == item_id]
        if rijen or self.tabel.model.rowCount():
            self.tabel.kies(rijen[0] if rijen else 0)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._beeld = None
        self.tabel.maak_leeg()
        self.details.toon(None)
        self.niet_delen.zet(Icoon.SLOT, "")
        self._toon_knoppen()

    def _on_nieuw(self) -> None:
        self.voeg_toe()

    def _on_item_gekozen(self) -> None:
        self.details.toon(self.tabel.gekozen())
        self._toon_knoppen()

    def _on_bijlage_bewaren(self, doel: Path, bijlage: Bijlage) -> None:
        self.lukt(partial(schrijf_bestand, doel, bijlage.inhoud))

    def _on_item_geopend(self, _regel: InformatieRegel) -> None:
        self.wijzig()

    def _toon_knoppen(self) -> None:
        item = self.tabel.gekozen()
        er_is = item is not None
        vast = item.ligt_vast if item is not None else ""
        bij, vrij = Recht.INFORMATIE_BIJHOUDEN, Recht.INZAGE_VRIJGEVEN
        niet = self._beeld.niet_erbij if self._beeld is not None else ""
        self.zet_recht(self.nieuw_knop, bij, verder=self._beeld is not None and not niet, reden=niet)
        self.zet_recht(self.wijzig_knop, bij, verder=er_is and not vast, reden=vast or _KIES)
        self.zet_recht(self.weg_knop, bij, verder=er_is, reden=_KIES)
        self.zet_recht(self.bijlage_knop, Recht.CASUS_LEZEN, verder=er_is, reden=_KIES)
        mag = er_is and not vast and self.mag_hier(bij).mag
        self.bijlage.toon(item, mag=mag)
        akkoord = item is not None and item.akkoord is not None
        self.zet_recht(
            self.akkoord_knop, bij, verder=er_is and not akkoord, reden="Het akkoord is er al." if er_is else _KIES
        )
        # what closes the gate never waits for a koffer
        mag_altijd = self._diensten.mag(bij)
        zet_toestemming(self.intrek_knop, mag_altijd, verder=akkoord, reden="Er is geen akkoord." if er_is else _KIES)
        belet = self._wat_belet(item)
        self.zet_recht(self.vrij_knop, vrij, verder=not belet, reden=belet)
        vrijgave = self.details.vrijgaven.gekozen()
        zet_toestemming(
            self.sluit_knop,
            self._diensten.mag(vrij),
            verder=vrijgave is not None and vrijgave.verzonden_op is None,
            reden="Dit stuk is al verzonden." if vrijgave is not None else "Kies eerst wie dit stuk vooraf leest.",
        )
        self.tabel.leeg.knop.setVisible(self.nieuw_knop.isEnabled())

    def _wat_belet(self, item: InformatieRegel | None) -> str:
        if item is None or self._beeld is None:
            return _KIES
        if self._beeld.niet_delen:
            return self._beeld.niet_delen
        if item.belemmering is not None:
            return item.belemmering.zin
        return "" if self._beeld.overleggen else "Zet de casus eerst op de agenda."

    def eis_erbij(self) -> None:
        """Raise GebruikersFout where the button is off, with its reason."""
        mag = self.mag_hier(Recht.INFORMATIE_BIJHOUDEN)
        waarom = mag.reden if not mag.mag else self._beeld.niet_erbij if self._beeld is not None else ""
        if waarom:
            raise GebruikersFout(waarom, veilig="Er is niets gewijzigd.")

    # --- acts -------------------------------------------------------------------------------------

    def voeg_toe(self, aangereikt: Aangereikt | None = None) -> None:
        """Record what a partij gave; with a file the dialog begins with that."""
        if self._beeld is None or not self.nieuw_knop.isEnabled():
            return
        nieuw = ItemDialoog.vraag(
            "Informatie toevoegen",
            "&Voeg toe",
            None,
            self._beeld.partijen,
            partial(self._diensten.informatie.voeg_toe, self._beeld.casus_id),
            self._gereedschap.melder,
            ouder=self,
            vandaag=self._vandaag(),
            uitleg=self._regel(Regel.VERSTREKKER_BEPAALT_GEBRUIK),
            aangereikt=aangereikt,
        )
        if nieuw is not None:
            self._bewaard()
            self.kies(InformatieItemId(int(str(nieuw))))

    def wijzig(self) -> None:
        """Change the chosen item."""
        item = self.tabel.gekozen()
        if item is None or self._beeld is None or not self.wijzig_knop.isEnabled():
            return
        begin = InformatieInvoer(
            item.verstrekker_id,
            item.regime,
            item.titel,
            item.tekst,
            item.gebruik,
            item.ontvangen_op,
            item.ontvangen_wijze,
        )
        bewaar = partial(self._wijzig, item.id)
        if ItemDialoog.vraag(
            "Informatie wijzigen",
            "&Bewaar",
            begin,
            self._beeld.partijen,
            bewaar,
            None,
            ouder=self,
            vandaag=self._vandaag(),
        ):
            self._bewaard()

    def _wijzig(self, item_id: InformatieItemId, invoer: InformatieInvoer, _bijlage: Bijlage | None) -> None:
        self._diensten.informatie.wijzig(item_id, invoer)

    def haal_weg(self) -> None:
        """Remove the chosen item; Ctrl+Z puts it back."""
        item = self.tabel.gekozen()
        if item is not None and self.weg_knop.isEnabled():
            self.omkeerbaar_gevraagd.emit(ItemWeghalen(self._diensten.informatie, item))

    def leg_akkoord_vast(self) -> None:
        """Record the accord of the supplier."""
        item = self.tabel.gekozen()
        if item is None or not self.akkoord_knop.isEnabled():
            return
        bewaar = partial(self._diensten.vrijgaven.leg_akkoord_vast, item.id)
        if AkkoordDialoog.vraag(
            item.verstrekker, self._regel(Regel.INZAGE_VOORAF), bewaar, ouder=self, vandaag=self._vandaag()
        ):
            self._bewaard()
            self.gezegd.emit(f"Het akkoord van {item.verstrekker} is vastgelegd. Nog niemand leest het stuk vooraf.")

    def trek_akkoord_in(self) -> None:
        """The supplier withdraws its accord; what was not sent stays here. This cannot be undone, so it is asked."""
        item = self.tabel.gekozen()
        if item is None or not self.intrek_knop.isEnabled():
            return
        vraag = (
            f"{item.verstrekker} trekt het akkoord in. Het stuk gaat naar niemand meer mee, ook niet naar partijen "
            "die u al koos. Een nieuw akkoord kan daarna."
        )
        if not self._gereedschap.melder.bevestig(self, vraag, "Trek akkoord in"):
            return
        try:
            zinnen = self._diensten.vrijgaven.trek_akkoord_in(item.id)
        except GebruikersFout as fout:
            self.toon_weigering(fout)
            return
        self._bewaard()
        self.gezegd.emit(" ".join(("Het akkoord is ingetrokken.", *zinnen)))

    def geef_vrij(self) -> None:
        """Choose who reads the item beforehand (procesregisseur)."""
        item = self.tabel.gekozen()
        if item is None or self._beeld is None or not self.vrij_knop.isEnabled():
            return
        zinnen = VrijgaveDialoog.vraag(
            self._regel(Regel.INZAGE_VOORAF),
            self._beeld.overleggen,
            self._beeld.overlegd_met,
            partial(self._diensten.vrijgaven.vrijgavekeuzes, item.id),
            partial(self._geef_vrij, item.id),
            ouder=self,
        )
        if zinnen is not None:
            self._bewaard()
            extra = zinnen if isinstance(zinnen, tuple) else ()
            self.gezegd.emit(" ".join(("Het stuk gaat mee met de uitnodiging.", *map(str, extra))))

    def _geef_vrij(self, item_id: InformatieItemId, invoer: VrijgaveInvoer) -> tuple[str, ...]:
        return self._diensten.vrijgaven.geef_vrij(item_id, invoer.overleg_id, invoer.partijen, invoer.overlegd_met)

    def sluit_vrijgave(self) -> None:
        """Take back the chosen vrijgave; Ctrl+Z gives it again."""
        item, vrijgave = self.tabel.gekozen(), self.details.vrijgaven.gekozen()
        if item is not None and vrijgave is not None and self.sluit_knop.isEnabled():
            self.omkeerbaar_gevraagd.emit(VrijgaveSluiten(self._diensten.vrijgaven, item, vrijgave))

    # --- parts ------------------------------------------------------------------------------------

    def _vandaag(self) -> date:
        return self._gereedschap.klok().date()

    def _regel(self, regel: Regel) -> str:
        uitleg = self._beeld.regels if self._beeld is not None else ()
        return uitleg_tekst([een for een in uitleg if een.regel is regel])

    def _bewaard(self) -> None:
        if self._beeld is not None:
            self.toon(self._beeld.casus_id)
        self.opgeslagen.emit()
        self.gewijzigd.emit()
