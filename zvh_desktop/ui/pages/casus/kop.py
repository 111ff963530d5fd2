"""The head of a casus: which it is, where it stands, who has casusregie, and the way to its next fase."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import CasusId, CasusStatus, OverlegId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmelding_gegevens import uit_elkaar
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer, CasusregieRegel
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.overnemen.jzv.jzv import JzvVraag
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.jzv_bestand import JZV_KNOP, JZV_UITLEG, vraag_jzv
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.casusregisseurdialoog import CasusregisseurDialoog
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.op_agenda import OpAgendaDialoog, OpAgendaInvoer, OpAgendaZetten, wanneer
from zvh_desktop.ui.pages.casus.overdraagdialoog import OverdraagDialoog
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import CASUS_ICOON, casus_tekst, gesloten_zin
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur, kleur_tekst
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kaart, Kop
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


class CasusKop(CasusOnderdeel):
    """Facts at the left of their value; two quiet actions."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_kop")
        termen = diensten.termen
        self.terug_knop = gereedschapsknop("casus_terug_knop", Icoon.TERUG, "Casussen", "Terug naar de lijst", self)
        self.kop = Kop("", self)
        self.status = Statuslabel(Icoon.CASUSSEN, "", self)
        bovenaan = QHBoxLayout()
        bovenaan.setSpacing(RUIM)
        bovenaan.addWidget(self.terug_knop)
        bovenaan.addWidget(self.kop, 1)
        bovenaan.addWidget(self.status)
        self.fase_knop = gereedschapsknop("casus_fase_knop", Icoon.VERDER, "Wijzig &fase", "Naar een andere fase", self)
        self.regie_knop = gereedschapsknop(
            "casus_regie_knop", Icoon.PERSOON, f"{letterlijk(hoofdletter(termen.casusregisseur))} aanwij&zen",
            f"{hoofdletter(termen.casusregisseur)} aanwijzen", self,
        )  # fmt: skip
        self.kaart = Kaart("Hoe het staat", self)
        self.kaart.voeg_actie_toe(self.fase_knop)
        self.kaart.voeg_actie_toe(self.regie_knop)
        self._bouw_overdragen_en_fasen()
        self._bouw_feiten()
        self.aandacht = Aandachtslijst(self.kaart, kop="Let op:")
        self.aandacht.setObjectName("casus_aandacht")
        self.kaart.inhoud.addWidget(self.aandacht)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RUIM)
        indeling.addLayout(bovenaan)
        indeling.addWidget(self.kaart)
        self.meldregel = OngedaanRegel(
            self, self.lukt, self._agenda_gewijzigd, teruggezet="Van de agenda gehaald. Opnieuw kan met Ctrl+Y."
        )
        indeling.addWidget(self.meldregel)
        self._verbind()

    def _bouw_feiten(self) -> None:
        termen = self._diensten.termen
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        self._waarden: dict[str, QLabel] = {}
        for rij, (sleutel, woord) in enumerate(
            (
                ("betrokkenen", "Betrokkenen"),
                ("fase", "Fase"),
                ("aanpak", "Aanpak"),
                ("aanmelder", "Aanmeldende partij"),
                ("regie", hoofdletter(termen.casusregisseur)),
                ("procesregie", hoofdletter(termen.procesregie)),
                ("procesregisseur", hoofdletter(termen.procesregisseur)),
                ("acties", "Open acties"),
            )
        ):
            naam = QLabel(woord, self.kaart)
            naam.setTextFormat(Qt.TextFormat.PlainText)
            kleur_tekst(naam, Kleur.STIL)
            waarde = QLabel("", self.kaart)
            waarde.setObjectName(f"casus_{sleutel}")
            waarde.setTextFormat(Qt.TextFormat.PlainText)
            waarde.setWordWrap(True)
            waarde.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._waarden[sleutel] = waarde
            rooster.addWidget(naam, rij, 0, Qt.AlignmentFlag.AlignTop)
            rooster.addWidget(waarde, rij, 1)
        self.kaart.inhoud.addLayout(rooster)

    def _bouw_overdragen_en_fasen(self) -> None:
        self.overdraag_knop = gereedschapsknop(
            "casus_overdraag_knop", Icoon.VERDER, "Overdragen", "Deze casus aan een collega overdragen", self
        )
        self.kaart.voeg_actie_toe(self.overdraag_knop)
        self.agenda_knop = gereedschapsknop(
            "casus_agenda_knop", Icoon.AGENDA, "Op agenda…", "Deze casus op de agenda van een overleg zetten", self
        )
        self.kaart.voeg_actie_toe(self.agenda_knop)
        self.jzv_knop = gereedschapsknop("casus_jzv_knop", Icoon.DOCUMENT, JZV_KNOP, JZV_UITLEG, self)
        self.kaart.voeg_actie_toe(self.jzv_knop)
        self.fase_knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.fase_menu = QMenu(self)
        self.fase_knop.setMenu(self.fase_menu)

    def _verbind(self) -> None:
        self.terug_knop.clicked.connect(self._on_terug_gevraagd)
        self.fase_menu.triggered.connect(self._on_fase_gekozen)
        self.regie_knop.clicked.connect(self.wijs_aan)
        self.overdraag_knop.clicked.connect(self.draag_over)
        self.jzv_knop.clicked.connect(self.maak_jzv)
        self.agenda_knop.clicked.connect(self.zet_op_agenda)

    def waarde(self, sleutel: str) -> str:
        """What stands behind one of the words."""
        return self._waarden[sleutel].text()

    def toon_casus(self, beeld: CasusBeeld) -> None:
        """Of another casus nothing was done here yet."""
        if self._casus is None or self._casus.id != beeld.id:
            self.meldregel.vergeet()
        super().toon_casus(beeld)

    def laad(self, beeld: CasusBeeld) -> None:
        hoofd = next((b.naam for b in beeld.betrokkenen if b.hoofd), "")
        self.kop.setText(f"{beeld.nummer}  {hoofd}")
        self.status.zet(CASUS_ICOON[beeld.status], casus_tekst(beeld.status, self._diensten.termen.afgeschaald))
        regie = next((r for r in beeld.casusregie if r.tot is None), None)
        eerder = [f"{r.naam} ({r.partij}) tot {datum_kort(r.tot)}" for r in beeld.casusregie if r.tot is not None]
        nu = _regie_tekst(regie) if regie else "nog niet aangewezen"
        delen = "" if beeld.delen_toegestaan else ". In deze fase wordt nog niets met andere partijen gedeeld."
        teksten = {
            "betrokkenen": ", ".join(naam for _, naam in uit_elkaar(beeld.betrokkenen)),
            "fase": f"{beeld.fase}{delen}",
            "aanpak": beeld.aanpak_kader,
            "aanmelder": beeld.aanmeldende_partij,
            "regie": nu + (f"\nEerder: {'; '.join(eerder)}" if eerder else ""),
            "procesregie": beeld.procesregie,
            "procesregisseur": self._regisseurs(beeld),
            "acties": str(beeld.open_acties),
        }
        for sleutel, tekst in teksten.items():
            self._waarden[sleutel].setText(tekst)
        self.aandacht.zet((), beeld.aandacht)
        self.fase_menu.clear()
        for keuze in beeld.volgende_fasen:
            actie = self.fase_menu.addAction(f"{'Terug naar' if keuze.terug else 'Naar'} {letterlijk(keuze.naam)}")
            actie.setData(keuze.sleutel)
        lopend = beeld.status is CasusStatus.LOPEND
        afgerond = "" if lopend else gesloten_zin(beeld.status, self._diensten.termen.afgeschaald)
        reden = afgerond if not lopend else "Na deze fase volgt geen andere."
        self.zet_recht(self.fase_knop, Recht.TRIAGE_AFRONDEN, verder=lopend and bool(beeld.volgende_fasen), reden=reden)
        self.zet_recht(self.jzv_knop, Recht.RONDSTUREN)
        self.zet_recht(self.agenda_knop, Recht.TAFEL_BEHEREN, verder=lopend, reden=afgerond)
        self.zet_recht(self.overdraag_knop, Recht.TRIAGE_AFRONDEN, verder=lopend, reden=afgerond)
        self.zet_recht(self.regie_knop, Recht.PLAN_SCHRIJVEN, verder=lopend, reden=afgerond)

    def _regisseurs(self, beeld: CasusBeeld) -> str:
        """Who has the casus now, and each handing over that led there."""
        wissels = self._diensten.regisseurs.geschiedenis(beeld.id)
        eerder = [f"{een.van} tot {datum_kort(een.op)} ({een.reden})" for een in wissels]
        return beeld.procesregisseur + (f"\nEerder: {'; '.join(eerder)}" if eerder else "")

    def draag_over(self) -> None:
        """Ask to whom the casus goes, from when and why."""
        if self._casus is None or not self.overdraag_knop.isEnabled():
            return
        namen = [naam for naam in self._diensten.regisseurs.kandidaten() if naam != self._casus.procesregisseur]
        bewaar = partial(self._diensten.regisseurs.draag_over, self._casus.id)
        term = self._diensten.termen.procesregisseur
        if OverdraagDialoog.vraag(self._casus.nummer, term, namen, self._gereedschap.klok().date(), bewaar, ouder=self):
            self.opgeslagen.emit()
            self.gewijzigd.emit()

    def zet_op_agenda(self) -> None:
        """Ask on which agenda, and with whom of last time; Ctrl+Z takes it off again."""
        if self._casus is None or not self.agenda_knop.isEnabled():
            return
        vanuit = self._diensten.agenda.vanuit_casus
        agendas = vanuit.agendas(self._casus.id)
        if not agendas:
            self.meldregel.zeg("Er is geen komend overleg in concept waar deze casus nog niet op staat.")
            return
        waar = {een.overleg_id: wanneer(een) for een in agendas}
        OpAgendaDialoog(
            self._casus.nummer,
            agendas,
            partial(vanuit.vorige_keer, self._casus.id),
            partial(self._zet_op_agenda, self._casus.id, waar),
            self,
        ).antwoord()

    def _zet_op_agenda(self, casus_id: CasusId, waar: Mapping[OverlegId, str], invoer: OpAgendaInvoer) -> None:
        self.meldregel.doe(OpAgendaZetten(self._diensten.agenda, casus_id, waar[invoer.overleg_id], invoer))

    def _agenda_gewijzigd(self) -> None:
        self.opgeslagen.emit()
        self.gewijzigd.emit()

    def maak_jzv(self) -> None:
        """Save what came out of every overleg about this casus as a JZV file, for one receiver."""
        if self._casus is None or not self.jzv_knop.isEnabled():
            return
        vraag = JzvVraag(casus_id=self._casus.id)
        maker = vraag_jzv(self._diensten, self._gereedschap, vraag, f"casus {self._casus.nummer}", self)
        if maker is not None:
            self._gereedschap.taken.start(maker, gelukt=self._on_jzv_bewaard, vanaf=self)

    def _on_jzv_bewaard(self, zin: str) -> None:
        self._gereedschap.melder.toon_bericht(self, "JZV-bestand", zin)

    def wijs_aan(self) -> None:
        """Ask who gets casusregie."""
        if self._casus is None or not self.regie_knop.isEnabled():
            return
        termen = self._diensten.termen
        keuzes = self._diensten.casussen.aanwijzing_keuzes(self._casus.id)
        uitleg = (
            "U kunt kiezen uit de partijen die bij deze casus rechtmatig aanwezig mogen zijn."
            if keuzes.partijen
            else "Er is nog geen partij die bij deze casus rechtmatig aanwezig mag zijn. Geef eerst een oordeel."
        )
        titel = f"{hoofdletter(termen.casusregisseur)} aanwijzen"
        bewaar = partial(self._wijs_aan, self._casus.id)
        if CasusregisseurDialoog.vraag(titel, keuzes, uitleg, bewaar, ouder=self, diensten=self._diensten):
            self.opgeslagen.emit()
            self.gewijzigd.emit()

    def _wijs_aan(self, casus_id: CasusId, aanwijzing: AanwijzingInvoer) -> None:
        self._diensten.casussen.wijs_casusregisseur_aan(casus_id, aanwijzing)

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self.meldregel.vergeet()
        self.kop.setText("")
        self.aandacht.zet((), ())
        self.fase_menu.clear()
        for label in self._waarden.values():
            label.setText("")

    def _on_terug_gevraagd(self) -> None:
        self.ga_naar.emit(Plaats("casussen"))

    def _on_fase_gekozen(self, actie: QAction) -> None:
        if self._casus is None:
            return
        if self.lukt(partial(self._diensten.casussen.naar_fase, self._casus.id, str(actie.data()))):
            self.gewijzigd.emit()


def _regie_tekst(regie: CasusregieRegel) -> str:
    sinds = regie.aangewezen or f"sinds {datum_kort(regie.van)}"
    return f"{regie.naam}, {regie.partij}, {sinds}"
