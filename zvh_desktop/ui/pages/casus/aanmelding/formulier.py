"""One aanmelding as a form that saves itself, with the judgement of the procesregisseur at the end.

The names of the fields are those of Melding in the national model.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AanmeldingId, AanmeldingUitkomst
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingBeeld, AanmeldingInvoer, BetrokkeneInvoer
from zvh_desktop.services.casus.bekenden import Bekende
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.aanmelding.beoordeling import Beoordeling
from zvh_desktop.ui.pages.casus.aanmelding.velden import AanmeldingVelden
from zvh_desktop.ui.pages.casus.brieven.aanmelderbrief import AanmelderBrief
from zvh_desktop.ui.pages.casus.vooroverleg import VooroverlegKaart
from zvh_desktop.ui.paneel import niets
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import AANMELDING_ICOON, AANMELDING_KLEUR, AANMELDING_TEKST
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.rolvlak import Rolvlak
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class AanmeldingFormulier(AanmeldingVelden):
    """Made once; shows whichever aanmelding it is told to show."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("aanmelding_formulier")
        self._id: AanmeldingId | None = None
        self._nieuw = False
        """Begun here: it is stored from the first letter, and goes again when everything is taken out of it."""
        self._beeld: AanmeldingBeeld | None = None
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        termen = self._diensten.termen
        self.terug_knop = gereedschapsknop(
            "aanmelding_terug_knop",
            Icoon.TERUG,
            letterlijk(hoofdletter(termen.aanmeldingen)),
            "Terug naar de lijst",
            self,
        )
        self.kop = Kop(hoofdletter(termen.aanmelding), self)
        self.stand_label = Statuslabel(Icoon.KLOK, "", self)
        kopregel = QHBoxLayout()
        kopregel.setContentsMargins(RANDRUIMTE, RUIM, RANDRUIMTE, 0)
        kopregel.setSpacing(RUIM)
        kopregel.addWidget(self.terug_knop)
        kopregel.addWidget(self.kop, 1)
        kopregel.addWidget(self.stand_label)
        self.fout_label = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self.fout_label.setObjectName("aanmelding_fout")
        self.fout_label.laat_afbreken()
        self.rol = Rolvlak(hoofdletter(termen.aanmelding), self)
        for kaart in (self._kaart_melder(), self._kaart_betrokkenen(), self._kaart_verhaal(), self._kaart_criteria()):
            self.rol.inhoud.addWidget(kaart)
        self.beoordeling = Beoordeling(self._diensten, self.rol.vlak)
        self.brief = AanmelderBrief(self._diensten, self._gereedschap, self.lukt, self.vernieuw, self.rol.vlak)
        self.vooroverleg = VooroverlegKaart(self._diensten, self.rol.vlak, met_regels=True)
        self.rol.inhoud.addWidget(self.vooroverleg)
        self.rol.inhoud.addWidget(self.beoordeling)
        self.rol.inhoud.addWidget(self.brief)
        self.rol.inhoud.addStretch(1)
        self.rol.bescherm()
        fout = QHBoxLayout()
        fout.setContentsMargins(RANDRUIMTE, 0, RANDRUIMTE, 0)
        fout.addWidget(self.fout_label)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(kopregel)
        indeling.addLayout(fout)
        indeling.addWidget(self.rol, 1)

    def _verbind(self) -> None:
        self.terug_knop.clicked.connect(self._on_terug_gevraagd)
        self.datum.datum_gewijzigd.connect(self._on_veld_gewijzigd)
        self.partij.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.aanpak.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.aanpak.currentIndexChanged.connect(self.toon_criteria)
        self.terugkoppeling.toggled.connect(self._on_veld_gewijzigd)
        for regel in (self.contact_naam, self.contact_email, self.contact_telefoon):
            regel.textEdited.connect(self._on_veld_gewijzigd)
        for tekst in self._teksten():
            tekst.textChanged.connect(self._on_veld_gewijzigd)
            tekst.schrijver_melden.connect(self._on_te_lang_geworden)
        self.betrokkenen.zoek_met(self._bekenden)
        self.betrokkenen.gewijzigd.connect(self._on_betrokkenen_gewijzigd)
        self.criteria.gewijzigd.connect(self._on_veld_gewijzigd)
        self.beoordeling.accepteren_gevraagd.connect(self._on_accepteren_gevraagd)
        self.beoordeling.afwijzen_gevraagd.connect(self._on_afwijzen_gevraagd)
        self.beoordeling.teruggekoppeld_gewijzigd.connect(self._on_teruggekoppeld_gewijzigd)
        self.vooroverleg.vastgelegd.connect(self._on_vastgelegd)
        self.beoordeling.verwijderen_gevraagd.connect(self._on_verwijderen_gevraagd)
        self.beoordeling.casus_gevraagd.connect(self._on_casus_gevraagd)

    # --- showing and saving -----------------------------------------------------------------------

    @property
    def aanmelding_id(self) -> AanmeldingId | None:
        """Which aanmelding is shown."""
        return self._id

    def toon_aanmelding(self, aanmelding_id: AanmeldingId) -> None:
        """Show this aanmelding. Raises NietGevonden."""
        beeld = self._diensten.aanmeldingen.toon(aanmelding_id)
        if aanmelding_id != self._id:
            self.beoordeling.maak_leeg()
            self._nieuw = False
        self._id = aanmelding_id
        self._toon_beeld(beeld)
        self._vul_velden(beeld.invoer)
        self.vergeet_wijziging()
        self.rol.verticalScrollBar().setValue(0)

    def toon_nieuw(self) -> None:
        """Show an empty form. Nothing is stored before something was typed."""
        self._toon_begin()
        self.rol.verticalScrollBar().setValue(0)

    def _toon_begin(self) -> None:
        self.beoordeling.maak_leeg()
        self._id, self._nieuw = None, True
        self._toon_nieuw_beeld()

    def _toon_nieuw_beeld(self) -> None:
        beeld = self._diensten.aanmeldingen.begin()
        self._toon_beeld(beeld)
        self._vul_velden(beeld.invoer)
        self.vergeet_wijziging()

    @property
    def nieuw(self) -> bool:
        """Whether an aanmelding was begun here that is not stored yet."""
        return self._nieuw and self._id is None

    def vernieuw(self) -> None:
        """Read again, unless something typed is not saved yet."""
        if self._id is not None and not self.vuil():
            self.toon_aanmelding(self._id)

    def _vast(self) -> bool:
        open_ = self._beeld is not None and self._beeld.uitkomst is AanmeldingUitkomst.OPEN
        return not (open_ and self._diensten.mag(Recht.AANMELDEN).mag)

    def _toon_beeld(self, beeld: AanmeldingBeeld) -> None:
        self._beeld = beeld
        self.kop.setText(f"{hoofdletter(self._diensten.termen.aanmelding)} van {datum_kort(beeld.invoer.datum)}")
        self.stand_label.zet(
            AANMELDING_ICOON[beeld.uitkomst],
            AANMELDING_TEKST[beeld.uitkomst],
            kleur=AANMELDING_KLEUR[beeld.uitkomst],
        )
        self.criteria.toon_uitkomst(beeld.criteria_voldaan)
        self.beoordeling.toon(beeld)
        self.brief.toon(beeld)
        self._toon_vooroverleg(beeld)

    def bewaar_velden(self) -> None:
        if self._vast() or (self._id is None and not self._nieuw):
            return
        self.datum.eis_leesbaar()
        self.betrokkenen.eis_leesbaar()
        beeld = self._bewaar_of_ruim_op()
        self._wis_fouten()
        self.betrokkenen.onthoud_ids([een.id for een in beeld.betrokkenen])
        self._toon_beeld(beeld)

    def _bekenden(self, een: BetrokkeneInvoer) -> tuple[Bekende, ...]:
        if not self._diensten.mag(Recht.AANMELDEN).mag:
            return ()
        return self._diensten.bekenden.zoek(een.naam, een.geboortedatum, behalve=self._id)

    def _toon_vooroverleg(self, beeld: AanmeldingBeeld) -> None:
        dienst = self._diensten.vooroverleg
        regels = dienst.bij_aanmelding(beeld.id) if beeld.id else ()
        bewaar = partial(dienst.leg_vast, aanmelding_id=beeld.id)
        lopend = beeld.uitkomst is AanmeldingUitkomst.OPEN
        wie = partial(dienst.contacten, aanmelding_id=beeld.id)
        self.vooroverleg.toon(regels, bewaar, wie, self._gereedschap.klok().date(), lopend=lopend)

    def _on_vastgelegd(self) -> None:
        if self._beeld is not None:
            self._toon_vooroverleg(self._beeld)
        self.opgeslagen.emit()

    def _bewaar_of_ruim_op(self) -> AanmeldingBeeld:
        """Empty leaves nothing: what was begun here is stored once there is something in it, and not any longer."""
        dienst, invoer = self._diensten.aanmeldingen, self.invoer()
        if self._nieuw and invoer.leeg:
            if self._id is not None:
                dienst.verwijder(self._id)
                self._id = None
            return dienst.begin()
        if self._id is None:
            self._id = dienst.nieuw(invoer)
            return dienst.toon(self._id)
        return dienst.bewaar(self._id, invoer)

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self._wis_fouten()
        if isinstance(fout, InvoerOngeldig):
            regel = self._regels.get(fout.veld)
            if regel is not None:
                regel.toon_weigering(fout)
                self.rol.ensureWidgetVisible(regel)
                return
            if fout.veld == "reden":
                self.beoordeling.toon_fout(str(fout))
                return
            if self.betrokkenen.toon_fout(fout.veld, str(fout)):
                return
        self.fout_label.zet_fout(fout)

    def _wis_fouten(self) -> None:
        self.fout_label.zet(Icoon.FOUT, "")
        for regel in self._regels.values():
            regel.toon_fout("")
        self.betrokkenen.wis_fouten()
        self.beoordeling.toon_fout("")

    def stand(self) -> object:
        """Where the user is; what could not be saved comes along, in memory only."""
        reden = self.beoordeling.reden.toPlainText()
        return (self.rol.verticalScrollBar().value(), self.invoer() if self.vuil() else None, reden)

    def herstel_stand(self, stand: object) -> None:
        """Come back to that."""
        if not isinstance(stand, tuple) or len(stand) != 3:
            return
        plaats, invoer, reden = stand
        self.beoordeling.reden.laad(str(reden))
        if isinstance(invoer, AanmeldingInvoer):
            self._vul_velden(invoer)
            self._on_veld_gewijzigd()
        self.rol.verticalScrollBar().setValue(int(plaats))

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._laden = True
        self.vergeet_wijziging()
        self._id = None
        self._nieuw = False
        self._beeld = None
        for regel in (self.contact_naam, self.contact_email, self.contact_telefoon):
            regel.clear()
        for veld in self._teksten():
            veld.maak_leeg()
        self.partij.clear()
        self.betrokkenen.maak_leeg()
        self.criteria.maak_leeg()
        self.beoordeling.maak_leeg()
        self.brief.maak_leeg()
        self.vooroverleg.maak_leeg()
        self._wis_fouten()
        self._laden = False

    def eerste_focus(self) -> QWidget:
        """The first field that is still to be filled in."""
        if self._vast():
            return self.terug_knop
        return self.partij if self.partij.currentData() is None else self.zorgelijke_situatie

    # --- slots ------------------------------------------------------------------------------------

    def _on_betrokkenen_gewijzigd(self) -> None:
        self.rol.bescherm()
        zet_tabvolgorde(self)
        self._on_veld_gewijzigd()

    def _on_te_lang_geworden(self, zin: str) -> None:
        self.fout_label.zet(Icoon.WAARSCHUWING, zin, kleur=Kleur.LET_OP)

    def _on_terug_gevraagd(self) -> None:
        self.ga_naar.emit(Plaats("casussen"))

    def _on_casus_gevraagd(self) -> None:
        if self._beeld is not None and self._beeld.casus_id is not None:
            self.ga_naar.emit(Plaats("casussen", BijCasus(self._beeld.casus_id)))

    def _on_accepteren_gevraagd(self, reden: str) -> None:
        if not self.lukt(niets) or self._id is None:
            return
        vraag = "Met accepteren geeft u een casusnummer uit. Dat kunt u niet ongedaan maken."
        if not self._gereedschap.melder.bevestig(self, vraag, "Accepteer en geef een casusnummer"):
            return
        if self.lukt(partial(self._diensten.aanmeldingen.accepteer, self._id, reden)):
            self._beoordeeld()

    def _on_afwijzen_gevraagd(self, reden: str) -> None:
        if not self.lukt(niets) or self._id is None:
            return
        if not reden.strip():
            wie = self._diensten.termen.met_lidwoord("aanmelder")
            self.beoordeling.toon_fout(f"Schrijf op waarom u afwijst, en wat uw advies aan {wie} is.")
            return
        vraag = f"U wijst {self._diensten.termen.gebogen('deze', 'aanmelding')} af. Dat kunt u niet ongedaan maken."
        if not self._gereedschap.melder.bevestig(self, vraag, "Wijs af"):
            return
        if self.lukt(partial(self._diensten.aanmeldingen.wijs_af, self._id, reden)):
            self._beoordeeld()

    def _beoordeeld(self) -> None:
        if self._id is not None:
            self.toon_aanmelding(self._id)
            self.rol.ensureWidgetVisible(self.beoordeling)
            self.beoordeling.eerste_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.gewijzigd.emit()

    def _on_verwijderen_gevraagd(self) -> None:
        if not self.lukt(niets) or self._id is None:
            return
        wat = self._diensten.termen.gebogen("deze", "aanmelding")
        vraag = f"U verwijdert {wat} met alles wat erin staat. Dat kunt u niet ongedaan maken."
        if not self._gereedschap.melder.bevestig(self, vraag, "Verwijder"):
            return
        if self.lukt(partial(self._diensten.aanmeldingen.verwijder, self._id)):
            self.maak_leeg()
            self.gewijzigd.emit()
            self.ga_naar.emit(Plaats("casussen"))

    def _on_teruggekoppeld_gewijzigd(self, ja: bool) -> None:
        if self._id is None:
            return
        op = self._gereedschap.klok().date() if ja else None
        if self.lukt(partial(self._diensten.aanmeldingen.teruggekoppeld, self._id, op)):
            self.toon_aanmelding(self._id)
