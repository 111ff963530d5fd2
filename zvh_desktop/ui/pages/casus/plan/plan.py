"""Plan van aanpak: goals per leefgebied, acties, role and informatiebehoefte per partij, in versions."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusStatus, PartijId, PlanId, PlanStatus
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import PLAN_TEKST
from zvh_desktop.services.casus.aanmelding_gegevens import uit_elkaar
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanBeeld, PlanInvoer, RolRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.wegen import naar_oordelen
from zvh_desktop.ui.bewaren.wordknop import Wordknop, Wordtaak
from zvh_desktop.ui.dialogs.actiedialoog import ActieDialoog, ActieKeuzes
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.actielijst import ActieLijst
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.plan.informeren import PlanInformeren
from zvh_desktop.ui.pages.casus.plan.lijsten import PlanLijsten
from zvh_desktop.ui.pages.casus.plan.word import plantaak
from zvh_desktop.ui.paneel import niets
from zvh_desktop.ui.teksten.dossier import PLAN_ICOON
from zvh_desktop.ui.teksten.ondertekenlijst import plan_regels
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.regelhoogte import Regelhoogte
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


class PlanPaneel(CasusOnderdeel):
    """Shows the newest version unless another is chosen; only a concept can be changed."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_plan")
        self._plan: PlanBeeld | None = None
        self._gekozen: PlanId | None = None
        self._bouw()
        self._verbind()

    # --- building ---------------------------------------------------------------------------------

    def _bouw(self) -> None:
        termen = self._diensten.termen
        naam = termen.plan_van_aanpak
        self.leeg = LegeStaat(
            Icoon.DOCUMENT,
            f"Nog geen {naam}",
            f"Hier staan de doelen per leefgebied, wie wat doet en wanneer de casus kan worden {termen.afgeschaald}.",
            f"Begin een {letterlijk(naam)}",
        )
        self.vlak = QWidget(self)
        self.versie = Keuzeveld(self.vlak)
        self.versie.setObjectName("plan_versie")
        self.versie.setAccessibleName("Versie")
        self.versie.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.nieuw_knop = gereedschapsknop(
            "plan_nieuwe_versie_knop", Icoon.PLUS, "Nieuwe versie", "Begin een nieuwe versie", self.vlak
        )
        self.pdf_knop = gereedschapsknop("plan_pdf_knop", Icoon.OOG, "Voorbeeld", "Het document bekijken", self.vlak)
        self.pdf_knop.setAccessibleName("Voorbeeld van het plan")
        self.word = Wordknop("plan", "het concept", self._wordtaak, self.lukt, self._gereedschap, self.vlak)
        self.vast_knop = knop("plan_vaststel_knop", "Stel &vast", self.vlak, Icoon.SCHILD)
        bovenaan = QHBoxLayout()
        bovenaan.setSpacing(RASTER)
        bovenaan.addWidget(self.versie)
        bovenaan.addWidget(self.nieuw_knop)
        bovenaan.addStretch(1)
        bovenaan.addWidget(self.word.knop)
        bovenaan.addWidget(self.pdf_knop)
        bovenaan.addWidget(self.vast_knop)
        self.nodig = Aandachtslijst(self.vlak, kop="Nog nodig om vast te stellen:")
        self.nodig.setObjectName("plan_nog_nodig")
        self.aandacht = Aandachtslijst(self.vlak, kop="Let op, u kunt wel vaststellen:")
        self.aandacht.setObjectName("plan_aandacht")
        self.fout = Statuslabel(Icoon.FOUT, "", self.vlak, kleur=Kleur.FOUT)
        self.fout.setObjectName("plan_fout")
        self.fout.laat_afbreken()
        binnen = QVBoxLayout(self.vlak)
        binnen.setContentsMargins(0, 0, 0, 0)
        binnen.setSpacing(RUIM)
        binnen.addLayout(bovenaan)
        binnen.addWidget(self.word)
        binnen.addWidget(self.nodig)
        binnen.addWidget(self.aandacht)
        binnen.addWidget(self.fout)
        self.lijsten = PlanLijsten(self.vlak)
        self._bouw_doelen(binnen)
        self._bouw_acties(binnen)
        self._bouw_rollen(binnen)
        self.rest = PlanInformeren(self.vlak, self._diensten.termen.afschaling, self._diensten.termen.afgeschaald)
        self.rest.deel_in(binnen)
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.leeg)
        indeling.addWidget(self.vlak)

    def _bouw_doelen(self, binnen: QVBoxLayout) -> None:
        self.doel_knop = gereedschapsknop(
            "plan_doel_toevoegen", Icoon.PLUS, "Voeg doel toe", "Doel toevoegen", self.vlak
        )
        self.terug_knop = gereedschapsknop(
            "plan_ongedaan", Icoon.ONGEDAAN, "Ongedaan maken", "Wat is weggehaald terugzetten (Ctrl+Z)", self.vlak
        )
        self.terug_knop.setVisible(False)
        self._terug = ongedaan_toets(self.terug_knop)  # the list of acties below has its own
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.doel_knop)
        knoppen.addWidget(self.terug_knop)
        knoppen.addStretch(1)
        binnen.addWidget(Kop("Doelen per leefgebied", self.vlak, factor=1.05))
        binnen.addLayout(self.lijsten.doellijst)
        binnen.addLayout(knoppen)

    def _bouw_acties(self, binnen: QVBoxLayout) -> None:
        self.acties = ActieLijst(
            "plan_acties",
            self._diensten,
            self._gereedschap,
            self.vlak,
            naam="acties van het plan",
            erbij=self.voeg_actie_toe,
        )
        self.hoogte = Regelhoogte(self.acties.tabel.tabel, 6)
        binnen.addWidget(Kop("Acties", self.vlak, factor=1.05))
        binnen.addWidget(self.acties)

    def _bouw_rollen(self, binnen: QVBoxLayout) -> None:
        self.partij = Keuzeveld(self.vlak)
        self.partij.setObjectName("plan_partij")
        self.partij.setAccessibleName("Welke partij")
        self.partij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.partij.setMinimumContentsLength(36)
        self.rol_knop = gereedschapsknop(
            "plan_rol_toevoegen", Icoon.PLUS, "Voeg partij toe",
            "Deze partij toevoegen", self.vlak,
        )  # fmt: skip
        self.rol_leeg = StilleTekst("", self.vlak)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        regel.addWidget(self.partij)
        regel.addWidget(self.rol_knop)
        regel.addStretch(1)
        binnen.addWidget(Kop("Rol en informatiebehoefte per partij", self.vlak, factor=1.05))
        binnen.addLayout(self.lijsten.rollijst)
        binnen.addWidget(self.rol_leeg)
        binnen.addLayout(regel)

    def _verbind(self) -> None:
        self.leeg.actie_gevraagd.connect(self.begin)
        self.nieuw_knop.clicked.connect(self.begin)
        self.versie.activated.connect(self._on_versie_gekozen)
        self.pdf_knop.clicked.connect(self.toon_document)
        self.vast_knop.clicked.connect(self.stel_vast)
        self.word.overgenomen.connect(self._herlaad)
        self.doel_knop.clicked.connect(self.voeg_doel_toe)
        self.terug_knop.clicked.connect(self.zet_terug)
        self._terug.activated.connect(self.zet_terug)
        self.rol_knop.clicked.connect(self.voeg_rol_toe)
        self.acties.gewijzigd.connect(self._on_acties_gewijzigd)
        self.acties.opgeslagen.connect(self.opgeslagen)
        self.rest.gewijzigd.connect(self._on_veld_gewijzigd)
        self.lijsten.gewijzigd.connect(self._on_veld_gewijzigd)
        self.lijsten.weggehaald.connect(self._on_vak_weggehaald)
        self.lijsten.partijen_gewijzigd.connect(self._on_partijen_gewijzigd)

    # --- showing ----------------------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        lopend = beeld.status is CasusStatus.LOPEND
        mag = self.mag_hier(Recht.PLAN_SCHRIJVEN).mag and lopend
        self.leeg.knop.setVisible(mag)
        self.leeg.setVisible(beeld.plan_id is None)
        self.vlak.setVisible(beeld.plan_id is not None)
        self.fout.zet(Icoon.FOUT, "")
        if beeld.plan_id is None:
            self._plan = self._gekozen = None
            self.zeg_stand(Icoon.PUNT, "nog niet begonnen")
            return
        plan = self._diensten.plannen.toon(self._gekozen or beeld.plan_id)
        if plan.casus_id != beeld.id:
            self.lijsten.vergeet()
            plan = self._diensten.plannen.toon(beeld.plan_id)
        self._plan, self._gekozen = plan, plan.id
        vast = not (plan.te_wijzigen and mag)
        self._vul_versies(plan)
        self._vul_velden(plan, vast=vast)
        self.acties.zet_regels(plan.acties)
        self._toon_plan(plan, mag=mag, lopend=lopend)

    def _vul_versies(self, plan: PlanBeeld) -> None:
        self.versie.clear()
        for versie in plan.versies:
            self.versie.addItem(f"Versie {versie.versie}, {PLAN_TEKST[versie.status]}", int(versie.id))
        self.versie.setCurrentIndex(self.versie.findData(int(plan.id)))

    def _vul_velden(self, plan: PlanBeeld, *, vast: bool) -> None:
        self.lijsten.vul(plan.invoer.doelen, plan.rollen, plan.leefgebieden, vast=vast)
        self.rest.laad(plan.invoer)
        self.rest.zet_vast(vast=vast)
        for knop_ in (self.doel_knop, self.rol_knop, self.partij):
            knop_.setVisible(not vast)
        self.acties.laat_erbij(not vast)
        self.terug_knop.setVisible(self.lijsten.kan_terug() and not vast)

    def _toon_plan(self, plan: PlanBeeld, *, mag: bool, lopend: bool) -> None:
        concept = any(versie.status is PlanStatus.CONCEPT for versie in plan.versies)
        self.nieuw_knop.setVisible(mag and not concept)
        self.vast_knop.setVisible(plan.te_wijzigen)
        self.word.zet(mag_terug=mag, zichtbaar=plan.te_wijzigen)
        self._toon_nodig(plan, lopend=lopend)
        self._toon_partijen(plan)
        nieuwste = plan.versies[0]
        tekst = f"versie {nieuwste.versie}, {PLAN_TEKST[nieuwste.status]}"
        kleur = Kleur.GOED if nieuwste.status is PlanStatus.VASTGESTELD else None
        self.zeg_stand(PLAN_ICOON[nieuwste.status], tekst, kleur)

    def _toon_nodig(self, plan: PlanBeeld, *, lopend: bool) -> None:
        self.nodig.zet(plan.nog_nodig if plan.te_wijzigen else ())
        self.aandacht.zet((), plan.aandacht)
        reden = in_een_zin(plan.nog_nodig) or "Deze casus loopt niet meer."
        self.zet_recht(self.vast_knop, Recht.PLAN_VASTSTELLEN, verder=lopend and not plan.nog_nodig, reden=reden)

    def _toon_partijen(self, plan: PlanBeeld) -> None:
        erin = {vak.partij_id for vak in self.lijsten.rollen}
        self.partij.clear()
        for id_, naam in plan.kiesbare_partijen:
            if id_ not in erin:
                self.partij.addItem(naam, int(id_))
        self.rol_knop.setEnabled(bool(self.partij.count()))
        self.rol_leeg.setText(
            ""
            if plan.kiesbare_partijen
            else "Er is nog geen partij die bij deze casus rechtmatig aanwezig mag zijn. Geef eerst een oordeel."
        )
        self.rol_leeg.setVisible(bool(self.rol_leeg.text()))

    # --- saving -----------------------------------------------------------------------------------

    def invoer(self) -> PlanInvoer:
        """What is in the fields now."""
        lijsten, rest = self.lijsten, self.rest
        geinformeerd_op, evaluatie_op = rest.dagen()
        return PlanInvoer(
            doelen=tuple(vak.invoer() for vak in lijsten.doelen if vak.doel.toPlainText().strip()),
            rollen=tuple(vak.invoer() for vak in lijsten.rollen),
            informeert_betrokkene=rest.informeert.toPlainText(),
            betrokkene_geinformeerd_op=geinformeerd_op,
            niet_geinformeerd_omdat=rest.niet_omdat.toPlainText(),
            afschalingscriteria=rest.criteria.toPlainText(),
            evaluatie_op=evaluatie_op,
        )

    def bewaar_velden(self) -> None:
        if self._plan is None or not self._plan.te_wijzigen:
            return
        self.rest.eis_leesbaar()
        self._diensten.plannen.bewaar(self._plan.id, self.invoer())
        self._plan = self._diensten.plannen.toon(self._plan.id)
        self.lijsten.zijn_bewaard(self._plan.invoer.doelen)
        self.fout.zet(Icoon.FOUT, "")
        lopend = self._casus is not None and self._casus.status is CasusStatus.LOPEND
        self._toon_nodig(self._plan, lopend=lopend)

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self.fout.zet_fout(fout)

    def onbewaard(self) -> object:
        return self.invoer() if self.vuil() else None

    def herstel_onbewaard(self, wat: object) -> None:
        if not isinstance(wat, PlanInvoer) or self._plan is None or not self._plan.te_wijzigen:
            return
        self._laden = True
        self.rest.laad(wat)
        self._laden = False
        self._on_veld_gewijzigd()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._laden = True
        self._plan = None
        self._gekozen = None
        self.word.maak_leeg()
        self.lijsten.vergeet()
        self.lijsten.wis()
        self.acties.maak_leeg()
        self.rest.maak_leeg()
        self.nodig.zet(())
        self.aandacht.zet((), ())
        self.versie.clear()
        self.partij.clear()
        self._laden = False

    def eerste_focus(self) -> QWidget:
        if self._plan is None:
            return self.leeg.knop
        return self.lijsten.doelen[0].doel if self.lijsten.doelen else self.doel_knop

    # --- acts -------------------------------------------------------------------------------------

    def _herlaad(self) -> None:
        if self._casus is not None:
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))

    def begin(self) -> None:
        """Start the plan, or a next version as a copy of the last."""
        if self._casus is not None and self.lukt(partial(self._diensten.plannen.begin, self._casus.id)):
            self._gekozen = None
            self._herlaad()
            self.gewijzigd.emit()
            self.eerste_focus().setFocus()

    def stel_vast(self) -> None:
        """Sign this version."""
        if self._plan is not None and self.teken(partial(self._diensten.plannen.stel_vast, self._plan.id), self._wat):
            self._herlaad()
            self.gewijzigd.emit()

    def _wat(self) -> tuple[str, ...]:
        return plan_regels(self._plan, self._diensten.termen.plan_van_aanpak)

    def _wordtaak(self) -> Wordtaak | None:
        return plantaak(self._diensten, self._plan.id) if self._plan is not None else None

    def toon_document(self) -> None:
        """Make the document and show it."""
        if self._plan is not None:
            maak = partial(self._diensten.documenten.plan, self._plan.id)
            self.toon_stuk(maak, hoofdletter(self._diensten.termen.plan_van_aanpak))

    def voeg_doel_toe(self) -> None:
        """One more goal, with the keyboard in its text."""
        self.lijsten.plaats_doel(DoelInvoer("", "")).doel.setFocus()

    def voeg_rol_toe(self) -> None:
        """The chosen partij gets a role; the keyboard goes there."""
        partij = self.partij.currentData()
        if not isinstance(partij, int) or self._plan is None:
            return
        vak = self.lijsten.plaats_rol(RolRegel(PartijId(partij), self.partij.currentText(), "", "", mag=True))
        self._toon_partijen(self._plan)
        self._on_veld_gewijzigd()
        vak.rol.setFocus()

    def voeg_actie_toe(self) -> None:
        """An actie of this plan."""
        if self._plan is None or self._casus is None or not self.lukt(niets):
            return
        wie, eigenaren = uit_elkaar(self._casus.betrokkenen), self._diensten.regisseurs.medewerkers()
        weg = naar_oordelen(self._diensten.werkplek, self._casus.id)
        keuzes = ActieKeuzes(self._plan.kiesbare_partijen, wie, self._plan.leefgebieden, eigenaren, weg)
        bewaar = partial(self._diensten.acties.voeg_toe_bij_casus, self._casus.id, plan_id=self._plan.id)
        if ActieDialoog.vraag("Actie in het plan", "&Voeg toe", None, keuzes, bewaar, ouder=self):
            self.opgeslagen.emit()
            self._on_acties_gewijzigd()

    def zet_terug(self) -> None:
        """Undo the last removal of a goal or a role."""
        veld = self.lijsten.zet_terug()
        if veld is None:
            return
        veld.setFocus()
        self.terug_knop.setVisible(self.lijsten.kan_terug())
        self._on_veld_gewijzigd()

    def _on_versie_gekozen(self) -> None:
        gekozen = self.versie.currentData()
        if isinstance(gekozen, int) and self._casus is not None and self.lukt(niets):
            self._gekozen = PlanId(gekozen)
            self.toon_casus(self._casus)

    def _on_acties_gewijzigd(self) -> None:
        if self._plan is not None:
            self._plan = self._diensten.plannen.toon(self._plan.id)
            self.acties.zet_regels(self._plan.acties)
        self.gewijzigd.emit()

    def _on_vak_weggehaald(self) -> None:
        self.terug_knop.setVisible(True)
        self.terug_knop.setFocus()
        self._on_veld_gewijzigd()

    def _on_partijen_gewijzigd(self) -> None:
        if self._plan is not None:
            self._toon_partijen(self._plan)
