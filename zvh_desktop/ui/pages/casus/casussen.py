"""The place Casussen: aanmeldingen and casussen as lists, and the one that is opened."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, NietGevonden
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, CasusStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmeldinglijst import AanmeldingRegel, Welke
from zvh_desktop.services.casus.casussen import CasusRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.overnemen.jzv.melding import MeldingVoorstel
from zvh_desktop.services.werkplek.plekken import Aanmeldinglijst, BijAanmelding, BijCasus, Onderdeel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.bewaren.lijstbewaren import tabelbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import OpVolgorde
from zvh_desktop.ui.pages.casus.aanmelding.formulier import AanmeldingFormulier
from zvh_desktop.ui.pages.casus.aanmelding.jzv_voorstel import JzvVoorstelDialoog
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.pages.casus.formulier.strook import Formulierlijst, Formulierstrook
from zvh_desktop.ui.pages.casus.lijsten import (
    Aanmeldingen,
    Lijsten,
    aanmeldingkolommen,
    casuskolommen,
    over_aanmelding,
    over_casus,
)
from zvh_desktop.ui.pagina import Pagina
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM
from zvh_desktop.ui.weergaven.lijst import rust_lijst_uit
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.tabbladen import Tabbladen
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_WELKE = {Aanmeldinglijst.BEOORDELEN: Welke.OPEN, Aanmeldinglijst.TERUGKOPPELEN: Welke.TERUG}
_JZV_FILTER = "JZV-melding (*.json);;Alle bestanden (*)"


class CasussenPagina(Pagina):
    """``toon`` takes a CasusId, ('casus', id), ('casus', id, part) or ('aanmelding', id); 0 or None is the list,
    ('aanmelding', 'nieuw') an empty form, ('aanmelding', 0) the list of aanmeldingen to judge,
    ('terugkoppeling', 0) of those to report back on.

    A part is 'tijdlijn', 'betrokkenen', 'triage', 'oordelen', 'informatie', 'acties', 'plan' or 'afschaling'.
    """

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("casussen_pagina")
        self._diensten = diensten
        self._gereedschap = gereedschap
        self._beurt = 0
        self._beurt_aanmeldingen = 0
        self._casussen: OpVolgorde[CasusRegel] | None = None
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        termen = self._diensten.termen
        self.lijst_vlak = QWidget(self)
        nieuwe = hoofdletter(termen.gebogen("nieuwe", "aanmelding"))
        self.nieuw_knop = knop("aanmelding_nieuw_knop", f"&{letterlijk(nieuwe)}", self.lijst_vlak, Icoon.PLUS)
        self.nieuw_knop.setToolTip(platte_uitleg(f"{nieuwe} (Insert)"))
        zet_toestemming(self.nieuw_knop, self._diensten.mag(Recht.AANMELDEN))
        self.inlees_knop = knop("jzv_inlees_knop", "JZV-melding inlezen…", self.lijst_vlak)
        self.inlees_knop.setToolTip(platte_uitleg(f"Een JSON-bestand met een melding wordt een {termen.aanmelding}"))
        zet_toestemming(self.inlees_knop, self._diensten.mag(Recht.AANMELDEN))
        kopregel = QHBoxLayout()
        kopregel.addWidget(Kop("Casussen", self.lijst_vlak), 1)
        kopregel.addWidget(self.inlees_knop)
        kopregel.addWidget(self.nieuw_knop)
        self.tabs = Tabbladen(self.lijst_vlak)
        self.tabs.setObjectName("casussen_tabs")
        self.tabs.setAccessibleName("Wat wilt u zien")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._bouw_casussen(), "Casussen")
        self.tabs.addTab(self._bouw_aanmeldingen(), letterlijk(hoofdletter(termen.aanmeldingen)))
        lijst = QVBoxLayout(self.lijst_vlak)
        lijst.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, RUIM)
        lijst.setSpacing(RUIM)
        lijst.addLayout(kopregel)
        lijst.addWidget(self.tabs, 1)
        self.formulier = AanmeldingFormulier(self._diensten, self._gereedschap, self)
        self.blad = CasusBlad(self._diensten, self._gereedschap, self)
        self.stapel = QStackedWidget(self)
        for deel in (self.lijst_vlak, self.formulier, self.blad):
            self.stapel.addWidget(deel)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addWidget(self.stapel)
        self._toevoegen = sneltoets("Ins", waar=self.lijst_vlak)

    def _bouw_casussen(self) -> QWidget:
        termen = self._diensten.termen
        vlak = QWidget(self.lijst_vlak)
        self.casussen = FilterTabel(
            "casussen",
            "casussen",
            casuskolommen(termen.procesregisseur, termen.afgeschaald),
            leeg=LegeStaat(
                Icoon.CASUSSEN,
                "Nog geen casussen",
                f"Een casus ontstaat als {termen.met_lidwoord('procesregisseur')} een {termen.aanmelding} accepteert.",
                letterlijk(hoofdletter(termen.gebogen("nieuwe", "aanmelding"))),
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=vlak,
        )
        self.casussen.tabel.sortByColumn(7, Qt.SortOrder.DescendingOrder)
        rust_lijst_uit(
            self.casussen, [tabelbron(self.casussen, Lijst.CASUSSEN, over_casus)], self._diensten, self._gereedschap
        )
        indeling = QVBoxLayout(vlak)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.addWidget(self.casussen)
        return vlak

    def _bouw_aanmeldingen(self) -> QWidget:
        termen = self._diensten.termen
        self.formulieren = Formulierstrook(self._diensten, self._gereedschap, self.lijst_vlak)
        vlak = Formulierlijst(self.formulieren, self.lijst_vlak)
        self.welke = Keuzeveld(vlak)
        self.welke.setObjectName("aanmeldingen_welke")
        self.welke.setAccessibleName(f"Welke {termen.aanmeldingen}")
        self.welke.addItem("Te beoordelen", Welke.OPEN)
        self.welke.addItem("Nog terug te koppelen", Welke.TERUG)
        self.welke.addItem(f"Alle {termen.aanmeldingen}", Welke.ALLE)
        self.aanmeldingen = FilterTabel(
            "aanmeldingen",
            termen.aanmeldingen,
            aanmeldingkolommen(),
            leeg=LegeStaat(
                Icoon.POST,
                f"Geen {termen.aanmeldingen} te beoordelen",
                f"Hier staat wat een partij inbrengt en {termen.met_lidwoord('procesregisseur')} nog moet beoordelen.",
                letterlijk(hoofdletter(termen.gebogen("nieuwe", "aanmelding"))),
            ),
            instellingen=self._gereedschap.instellingen,
            klembord=self._gereedschap.klembord,
            ouder=vlak,
        )
        self.aanmeldingen.tabel.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        bron = tabelbron(self.aanmeldingen, Lijst.AANMELDINGEN, over_aanmelding)
        keuzes = {"welke": self.welke}
        rust_lijst_uit(self.aanmeldingen, [bron], self._diensten, self._gereedschap, keuzes)
        indeling = QVBoxLayout(vlak)
        indeling.setContentsMargins(0, RASTER, 0, 0)
        indeling.setSpacing(RASTER)
        boven = QHBoxLayout()
        boven.addWidget(self.welke, 0, Qt.AlignmentFlag.AlignTop)
        boven.addWidget(self.formulieren, 1)
        indeling.addLayout(boven)
        indeling.addWidget(self.aanmeldingen, 1)
        return vlak

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.meld_aan)
        self.inlees_knop.clicked.connect(self.lees_melding_in)
        self._toevoegen.activated.connect(self.meld_aan)
        self.welke.currentIndexChanged.connect(self._lees_aanmeldingen)
        self.formulieren.gelezen.connect(self._lees_lijsten)
        self.formulieren.opgeslagen.connect(self.opgeslagen)
        self.casussen.leeg.actie_gevraagd.connect(self.meld_aan)
        self.aanmeldingen.leeg.actie_gevraagd.connect(self.meld_aan)
        self.casussen.regel_geopend.connect(self._on_casus_geopend)
        self.aanmeldingen.regel_geopend.connect(self._on_aanmelding_geopend)
        for deel in (self.formulier, self.blad):
            deel.opgeslagen.connect(self.opgeslagen)
            deel.ga_naar.connect(self.ga_naar)

    # --- the page ---------------------------------------------------------------------------------

    def vernieuw(self) -> None:
        self._lees_lijsten()
        if self.stapel.currentWidget() is self.formulier:
            self.formulier.vernieuw()
        elif self.stapel.currentWidget() is self.blad:
            self.blad.vernieuw()

    def _lees_lijsten(self) -> None:
        self._beurt += 1
        self._beurt_aanmeldingen += 1
        lees = partial(self._lees, self._beurt, self._beurt_aanmeldingen, Welke(self.welke.currentData()))
        self._gereedschap.taken.start(lees, gelukt=self._on_gelezen)

    def _lees(self, beurt: int, beurt_aanmeldingen: int, welke: Welke) -> Lijsten:
        casussen = self.casussen.op_volgorde(self._diensten.casussen.lijst())
        lopend = sum(regel.status is CasusStatus.LOPEND for regel in casussen.regels)
        return Lijsten(
            beurt,
            self._lees_welke(beurt_aanmeldingen, welke),
            self._diensten.aanmeldingen.te_beoordelen(),
            casussen if casussen != self._casussen else None,
            lopend,
            len(casussen.regels) - lopend,
        )

    def _lees_welke(self, beurt: int, welke: Welke) -> Aanmeldingen:
        return beurt, self.aanmeldingen.op_volgorde(self._diensten.aanmeldingen.lijst(welke))

    def _lees_aanmeldingen(self) -> None:
        """Others were chosen: those alone are read."""
        self._beurt_aanmeldingen += 1
        lees = partial(self._lees_welke, self._beurt_aanmeldingen, Welke(self.welke.currentData()))
        self._gereedschap.taken.start(lees, gelukt=self._on_aanmeldingen_gelezen)

    def _on_aanmeldingen_gelezen(self, gelezen: Aanmeldingen) -> None:
        beurt, regels = gelezen
        if beurt == self._beurt_aanmeldingen:
            self.aanmeldingen.zet_regels(regels)

    def _on_gelezen(self, lijsten: Lijsten) -> None:
        if lijsten.beurt != self._beurt:
            return
        self._on_aanmeldingen_gelezen(lijsten.aanmeldingen)
        if lijsten.casussen is not None:
            self._casussen = lijsten.casussen
            self.casussen.zet_regels(lijsten.casussen)
        termen = self._diensten.termen
        naam, open_ = letterlijk(hoofdletter(termen.aanmeldingen)), lijsten.te_beoordelen
        self.tabs.setTabText(1, f"{naam} ({open_} te beoordelen)" if open_ else naam)
        stand = f"{lijsten.lopend} lopend, {lijsten.gesloten} {termen.afgeschaald} of beëindigd"
        self.tabs.setTabToolTip(0, platte_uitleg(stand))

    def _toon_aanmeldinglijst(self, welke: Welke) -> None:
        self._toon_lijst()
        self.tabs.setCurrentIndex(1)
        self.welke.setCurrentIndex(self.welke.findData(welke))

    def toon(self, onderdeel: Onderdeel | None) -> None:
        try:
            match onderdeel:
                case BijAanmelding(None):
                    self.formulier.toon_nieuw()
                    self.stapel.setCurrentWidget(self.formulier)
                case BijAanmelding(int(sleutel)):
                    self.formulier.toon_aanmelding(AanmeldingId(sleutel))
                    self.stapel.setCurrentWidget(self.formulier)
                case BijCasus(sleutel, deel):
                    self.blad.toon_casus(CasusId(sleutel), deel)
                    self.stapel.setCurrentWidget(self.blad)
                case Aanmeldinglijst():
                    self._toon_aanmeldinglijst(_WELKE[onderdeel])
                case _:
                    self._toon_lijst()
        except NietGevonden:
            self._toon_lijst()
            raise

    def _toon_lijst(self) -> None:
        if self.stapel.currentWidget() is self.formulier:
            self.tabs.setCurrentIndex(1)
        self.stapel.setCurrentWidget(self.lijst_vlak)
        self.formulier.maak_leeg()
        self.blad.maak_leeg()

    def onderdeel(self) -> Onderdeel | None:
        if self.stapel.currentWidget() is self.formulier and self.formulier.aanmelding_id is not None:
            return BijAanmelding(self.formulier.aanmelding_id)
        if self.stapel.currentWidget() is self.formulier and self.formulier.nieuw:
            return BijAanmelding()
        if self.stapel.currentWidget() is self.blad and self.blad.casus_id is not None:
            return BijCasus(self.blad.casus_id)
        return None

    def hulpplek(self) -> str:
        return self.blad.deel_met_toetsen() if self.stapel.currentWidget() is self.blad else ""

    def stand(self) -> object:
        if self.stapel.currentWidget() is self.formulier:
            return self.formulier.stand()
        if self.stapel.currentWidget() is self.blad:
            return self.blad.stand()
        return self.tabs.currentIndex()

    def herstel_stand(self, stand: object) -> None:
        if isinstance(stand, int):
            self.tabs.setCurrentIndex(stand)
        elif self.stapel.currentWidget() is self.formulier:
            self.formulier.herstel_stand(stand)
        elif self.stapel.currentWidget() is self.blad:
            self.blad.herstel_stand(stand)

    def bewaar_nu(self) -> None:
        if self.stapel.currentWidget() is self.formulier:
            self.formulier.bewaar_nu()
        elif self.stapel.currentWidget() is self.blad:
            self.blad.bewaar_nu()

    def maak_leeg(self) -> None:
        self._beurt += 1
        self._beurt_aanmeldingen += 1
        self._casussen = None
        self.formulier.maak_leeg()
        self.blad.maak_leeg()
        self.casussen.maak_leeg()
        self.aanmeldingen.maak_leeg()
        self.formulieren.maak_leeg()
        self.stapel.setCurrentWidget(self.lijst_vlak)

    def eerste_focus(self) -> QWidget | None:
        if self.stapel.currentWidget() is self.formulier:
            return self.formulier.eerste_focus()
        if self.stapel.currentWidget() is self.blad:
            return self.blad.eerste_focus()
        tabel = self.casussen if self.tabs.currentIndex() == 0 else self.aanmeldingen
        return tabel.tabel

    # --- acts -------------------------------------------------------------------------------------

    def meld_aan(self) -> None:
        """Open an empty form; it is stored from the first letter, and everything can be filled in later."""
        if not self.nieuw_knop.isEnabled():
            return
        self.ga_naar.emit(Plaats("casussen", BijAanmelding()))

    def lees_melding_in(self) -> None:
        """Choose a JZV-melding, show what it would become, and store that when the user agrees."""
        pad = self._gereedschap.melder.kies_bestand_open(self, "JZV-melding kiezen", _JZV_FILTER)
        if pad is not None:
            self._gereedschap.taken.start(partial(self._diensten.jzv.lees, pad), gelukt=self._on_melding_gelezen)

    def _on_melding_gelezen(self, voorstel: MeldingVoorstel) -> None:
        if not JzvVoorstelDialoog.vraag(voorstel, self):
            return
        try:
            nieuw = self._diensten.jzv.neem_op(voorstel)
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return
        self.opgeslagen.emit()
        self.ga_naar.emit(Plaats("casussen", BijAanmelding(nieuw)))

    def _on_casus_geopend(self, regel: CasusRegel) -> None:
        self.ga_naar.emit(Plaats("casussen", BijCasus(regel.id)))

    def _on_aanmelding_geopend(self, regel: AanmeldingRegel) -> None:
        self.ga_naar.emit(Plaats("casussen", BijAanmelding(regel.id)))
