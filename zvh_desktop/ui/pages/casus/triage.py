"""Triage (or whatever the house calls it): goal and themes, partijen asked and their answers, the way on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import CasusStatus, PartijId, PartijSoort
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.casus.triage import TriageBeeld, TriageInvoer, TriagevraagRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefStand
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.casus.bevraging.briefstrook import Triagebriefstrook
from zvh_desktop.ui.pages.casus.bevraging.verzending import Triageverzending
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_RELEVANT: tuple[tuple[str, bool | None], ...] = (
    ("nog niet bekend", None),
    ("ja, van belang voor het overleg", True),
    ("nee, niet van belang", False),
)


class VraagVak(Kader):
    """What one partij was asked and answered."""

    gewijzigd = Signal()
    weghalen_gevraagd = Signal()

    def __init__(
        self,
        regel: TriagevraagRegel,
        brief: TriagebriefStand,
        *,
        vast: bool,
        mag: bool,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName(f"triagevraag_{regel.partij_id}")
        self.setAccessibleName(regel.partij)
        self.regel = regel
        self.partij_id = regel.partij_id
        self.vraag = Tekstveld(f"Vraag aan {regel.partij}", self, regels=2)
        self.vraag.laad(regel.vraag)
        self.antwoord = Tekstveld(f"Antwoord van {regel.partij}", self, regels=2)
        self.antwoord.laad(regel.antwoord)
        self.vraag.setObjectName(f"triagevraag_{regel.partij_id}_vraag")
        self.antwoord.setObjectName(f"triagevraag_{regel.partij_id}_antwoord")
        self.relevant = Keuzeveld(self)
        for tekst, waarde in _RELEVANT:
            self.relevant.addItem(tekst, waarde)
        self.relevant.setCurrentIndex([waarde for _, waarde in _RELEVANT].index(regel.relevant))
        self.weg_knop = gereedschapsknop(
            "triagevraag_weg", Icoon.PRULLENBAK, "", f"Vraag aan {regel.partij} weghalen", self
        )
        kopregel = QHBoxLayout()
        kopregel.addWidget(Kop(regel.partij, self, factor=1.0), 1)
        gevraagd = StilleTekst(f"gevraagd op {datum_kort(regel.gevraagd_op)}", self)
        gevraagd.setWordWrap(False)
        kopregel.addWidget(gevraagd)
        kopregel.addWidget(self.weg_knop)
        naast = QHBoxLayout()
        naast.setSpacing(RUIM)
        naast.addWidget(Formulierregel("Vraag", self.vraag, ouder=self), 1)
        naast.addWidget(Formulierregel("Antwoord", self.antwoord, ouder=self), 1)
        self.relevant.setAccessibleName(f"Is {regel.partij} van belang")
        relevant = Formulierregel("Van belang", self.relevant, ouder=self)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addLayout(kopregel)
        indeling.addLayout(naast)
        self.brief = Triagebriefstrook(brief, regel.partij, self)
        self._vast, self._mag = vast, mag
        indeling.addWidget(self.brief)
        indeling.addWidget(relevant, 0, Qt.AlignmentFlag.AlignLeft)
        for veld in (self.vraag, self.antwoord):
            veld.setReadOnly(vast)
        self.relevant.setEnabled(not vast)
        self.weg_knop.setVisible(not vast and not brief.eerder)
        self._verbind()
        self._on_getypt()

    def _verbind(self) -> None:
        self.vraag.textChanged.connect(self.gewijzigd)
        self.antwoord.textChanged.connect(self.gewijzigd)
        self.relevant.currentIndexChanged.connect(self.gewijzigd)
        self.weg_knop.clicked.connect(self.weghalen_gevraagd)
        for veld in (self.vraag, self.antwoord):
            veld.textChanged.connect(self._on_getypt)

    def _on_getypt(self) -> None:
        vraag, antwoord = self.vraag.toPlainText(), self.antwoord.toPlainText()
        self.brief.toon_bij(vraag, antwoord, vast=self._vast, mag=self._mag)

    def relevantie(self) -> bool | None:
        """Whether the partij is of importance; None is not known yet."""
        waarde = self.relevant.currentData()
        return waarde if isinstance(waarde, bool) else None


class TriagePaneel(CasusOnderdeel):
    """The form saves itself; closing it is for the procesregisseur."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_triage")
        self._vakken: list[VraagVak] = []
        self._weg: list[TriagevraagRegel] = []
        self._vast = False
        self._verzending = Triageverzending(diensten, gereedschap, self)
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        termen = self._diensten.termen
        self.doel = Tekstveld("Doel", self, regels=2)
        self.themas = Tekstveld("Thema's", self, regels=2)
        self.routering = Keuzeveld(self)
        self.toelichting = Tekstveld("Toelichting", self, regels=2)
        self._regels = {
            "doel": Formulierregel("Doel van de bespreking", self.doel, ouder=self),
            "themas": Formulierregel("Thema's", self.themas, ouder=self),
            "routering": Formulierregel("Waar gaat de casus naartoe", self.routering, ouder=self),
            "toelichting": Formulierregel("Toelichting", self.toelichting, ouder=self),
        }
        for sleutel, veld in zip(self._regels, (self.doel, self.themas, self.routering, self.toelichting), strict=True):
            veld.setObjectName(f"triage_{sleutel}")
        self.partij = Keuzeveld(self)
        self.partij.setObjectName("triage_partij")
        self.partij.setAccessibleName("Welke partij wilt u iets vragen")
        self.partij.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.partij.setMinimumContentsLength(36)
        self.vraag_knop = knop("triage_vraag_knop", "&Leg een vraag vast", self, Icoon.PLUS)
        self.terug_knop = gereedschapsknop(
            "triage_terug_knop", Icoon.ONGEDAAN, "Ongedaan maken", "Weggehaalde vraag terugzetten (Ctrl+Z)", self
        )
        self.terug_knop.setVisible(False)
        self._terug = ongedaan_toets(self)
        vraagregel = QHBoxLayout()
        vraagregel.setSpacing(RASTER)
        vraagregel.addWidget(self.partij)
        vraagregel.addWidget(self.vraag_knop)
        vraagregel.addWidget(self.terug_knop)
        vraagregel.addStretch(1)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(RASTER)
        self.leeg = StilleTekst("Er is nog geen partij iets gevraagd.", self)
        self.afrond_knop = knop(
            "triage_afrond_knop", f"Rond {letterlijk(termen.met_lidwoord('triage'))} &af", self, Icoon.VINK
        )
        self.nodig = Aandachtslijst(self, kop="Nog nodig om af te ronden:")
        self.nodig.setObjectName("triage_nog_nodig")
        self.fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self.fout.laat_afbreken()
        slot = QHBoxLayout()
        slot.addWidget(self.afrond_knop)
        slot.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RUIM)
        indeling.addWidget(self._regels["doel"])
        indeling.addWidget(self._regels["themas"])
        indeling.addWidget(Kop("Gevraagd aan partijen", self, factor=1.05))
        indeling.addWidget(self.leeg)
        indeling.addLayout(self._lijst)
        indeling.addLayout(vraagregel)
        indeling.addWidget(self._regels["routering"])
        indeling.addWidget(self._regels["toelichting"])
        indeling.addWidget(self.nodig)
        indeling.addWidget(self.fout)
        indeling.addLayout(slot)

    def _verbind(self) -> None:
        for tekst in (self.doel, self.themas, self.toelichting):
            tekst.textChanged.connect(self._on_veld_gewijzigd)
        self.routering.currentIndexChanged.connect(self._on_veld_gewijzigd)
        self.vraag_knop.clicked.connect(self.leg_vraag_vast)
        self.terug_knop.clicked.connect(self.zet_vraag_terug)
        self._terug.activated.connect(self.zet_vraag_terug)
        self.afrond_knop.clicked.connect(self.rond_af)
        self._verzending.gedaan.connect(self._on_verzonden)

    # --- showing and saving -----------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        triage = self._diensten.triage.toon(beeld.id)
        self._vast = (
            triage.afgerond_op is not None
            or beeld.status is not CasusStatus.LOPEND
            or not self._diensten.mag(Recht.TRIAGE_BIJHOUDEN).mag
        )
        self._wis_fouten()
        for veld, tekst in (
            (self.doel, triage.invoer.doel),
            (self.themas, triage.invoer.themas),
            (self.toelichting, triage.invoer.toelichting),
        ):
            veld.laad(tekst)
            veld.setReadOnly(self._vast)
        self.routering.clear()
        self.routering.addItem("nog niet gekozen", "")
        for route in triage.routes:
            self.routering.addItem(route.naam, route.sleutel)
        self.routering.setCurrentIndex(max(0, self.routering.findData(triage.invoer.routering)))
        self.routering.setEnabled(not self._vast)
        self._toon_vragen(triage)
        self._toon_afronden(triage)

    def _toon_vragen(self, triage: TriageBeeld) -> None:
        self._wis_vakken()
        self._verzending.zet(triage.casus_id)
        mag = self._diensten.mag(Recht.TRIAGE_BIJHOUDEN).mag
        brieven = {stand.partij_id: stand for stand in self._diensten.triagebrieven.lijst(triage.casus_id)}
        for regel in triage.vragen:
            vak = VraagVak(regel, brieven[regel.partij_id], vast=self._vast, mag=mag, ouder=self)
            self._verzending.volg(vak.brief)
            vak.gewijzigd.connect(self._on_veld_gewijzigd)
            vak.weghalen_gevraagd.connect(self._on_weghalen_gevraagd)
            self._vakken.append(vak)
            self._lijst.addWidget(vak)
            vak.show()
        zet_tabvolgorde(self)
        self.leeg.setVisible(not self._vakken)
        gevraagd = {regel.partij_id for regel in triage.vragen}
        vandaag = self._gereedschap.klok().date()
        self.partij.clear()
        for partij in self._diensten.partijen.lijst():
            if partij.id not in gevraagd and partij.soort is not PartijSoort.DERDE and partij.actief_op(vandaag):
                self.partij.addItem(partij.naam, int(partij.id))
        for deel in (self.partij, self.vraag_knop):
            deel.setVisible(not self._vast)
        self.terug_knop.setVisible(bool(self._weg) and not self._vast)

    def _toon_afronden(self, triage: TriageBeeld) -> None:
        if triage.afgerond_op is not None:
            zin = f"afgerond op {datum_kort(triage.afgerond_op)} door {triage.afgerond_door}"
            self.zeg_stand(Icoon.VINK, zin, Kleur.GOED)
        else:
            self.zeg_stand(Icoon.KLOK, "loopt", Kleur.LET_OP)
        self.afrond_knop.setVisible(triage.afgerond_op is None)
        self._toon_nodig(triage)

    def _toon_nodig(self, triage: TriageBeeld) -> None:
        lopend = self._casus is not None and self._casus.status is CasusStatus.LOPEND
        self.nodig.zet(triage.nog_nodig if lopend else ())
        # the button stays on: what was typed a moment ago is saved by it, and a refusal goes to its field
        self.zet_recht(self.afrond_knop, Recht.TRIAGE_AFRONDEN)

    def invoer(self) -> TriageInvoer:
        """What is in the form now."""
        return TriageInvoer(
            self.doel.toPlainText(),
            self.themas.toPlainText(),
            str(self.routering.currentData() or ""),
            self.toelichting.toPlainText(),
        )

    def bewaar_velden(self) -> None:
        if self._casus is None or self._vast:
            return
        dienst = self._diensten.triage
        dienst.bewaar(self._casus.id, self.invoer())
        bewaard = {regel.partij_id: regel for regel in dienst.toon(self._casus.id).vragen}
        for vak in self._vakken:
            regel = bewaard.get(vak.partij_id)
            if regel is None:
                continue
            if regel.vraag != vak.vraag.toPlainText():
                dienst.vraag(self._casus.id, vak.partij_id, vak.vraag.toPlainText())
            if regel.antwoord != vak.antwoord.toPlainText() or regel.relevant is not vak.relevantie():
                dienst.antwoord(self._casus.id, vak.partij_id, vak.antwoord.toPlainText(), vak.relevantie())
        self._wis_fouten()
        self._toon_nodig(dienst.toon(self._casus.id))

    def toon_weigering(self, fout: GebruikersFout) -> None:
        self._wis_fouten()
        regel = self._regels.get(fout.veld) if isinstance(fout, InvoerOngeldig) else None
        if regel is not None:
            regel.toon_weigering(fout)
            regel.veld.setFocus()
            return
        self.fout.zet_fout(fout)

    def _wis_fouten(self) -> None:
        self.fout.zet(Icoon.FOUT, "")
        for regel in self._regels.values():
            regel.toon_fout("")

    # --- acts -------------------------------------------------------------------------------------

    def leg_vraag_vast(self) -> None:
        """Ask the chosen partij something; the keyboard goes to the question."""
        partij = self.partij.currentData()
        if self._casus is None or not isinstance(partij, int):
            return
        if self.lukt(partial(self._diensten.triage.vraag, self._casus.id, PartijId(partij), "")):
            self.toon_casus(self._casus)
            vak = next((vak for vak in self._vakken if vak.partij_id == partij), None)
            if vak is not None:
                vak.vraag.setFocus()

    def zet_vraag_terug(self) -> None:
        """Undo the last removal of a question."""
        if self._casus is None or not self._weg:
            return
        if self.lukt(partial(self._zet_terug, self._weg[-1])):
            self._weg.pop()
            self.toon_casus(self._casus)

    def _zet_terug(self, regel: TriagevraagRegel) -> None:
        if self._casus is not None:
            self._diensten.triage.vraag(self._casus.id, regel.partij_id, regel.vraag)
            self._diensten.triage.antwoord(self._casus.id, regel.partij_id, regel.antwoord, regel.relevant)

    def rond_af(self) -> None:
        """Close the triage: after this nothing in it changes any more, so it is asked first."""
        if self._casus is None or not self.lukt(_niets):
            return
        termen = self._diensten.termen
        vraag = f"Na afronden kan in {termen.met_lidwoord('triage')} niets meer worden gewijzigd."
        if not self._gereedschap.melder.bevestig(self, vraag, f"Rond {termen.met_lidwoord('triage')} af"):
            return
        wat = (f"Hoe het met casus {self._casus.nummer} verder gaat: {self.routering.currentText()}",)
        if self.teken(partial(self._diensten.triage.rond_af, self._casus.id), wat):
            self.toon_casus(self._casus)
            self.gewijzigd.emit()

    def onbewaard(self) -> object:
        return self.invoer() if self.vuil() else None

    def herstel_onbewaard(self, wat: object) -> None:
        if isinstance(wat, TriageInvoer):
            self.doel.laad(wat.doel)
            self.themas.laad(wat.themas)
            self.toelichting.laad(wat.toelichting)
            self.routering.setCurrentIndex(max(0, self.routering.findData(wat.routering)))
            self._on_veld_gewijzigd()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._laden = True
        self._weg.clear()
        self._wis_vakken()
        self.nodig.zet(())
        for veld in (self.doel, self.themas, self.toelichting):
            veld.maak_leeg()
        self._laden = False

    def eerste_focus(self) -> QWidget:
        return self.doel

    def _wis_vakken(self) -> None:
        for vak in self._vakken:
            verwijder(vak)
        self._vakken.clear()

    def _on_verzonden(self) -> None:
        if self._casus is not None:
            self.toon_casus(self._casus)

    def _on_weghalen_gevraagd(self) -> None:
        vak = self.sender()
        if not isinstance(vak, VraagVak) or self._casus is None:
            return
        gehaald: list[TriagevraagRegel] = []
        if self.lukt(partial(self._haal_weg, vak.partij_id, gehaald)):
            self._weg += gehaald
            self.toon_casus(self._casus)
            self.terug_knop.setFocus()

    def _haal_weg(self, partij_id: PartijId, gehaald: list[TriagevraagRegel]) -> None:
        if self._casus is not None:
            gehaald.append(self._diensten.triage.verwijder_vraag(self._casus.id, partij_id))


def _niets() -> None:
    """Nothing to do beside saving."""
