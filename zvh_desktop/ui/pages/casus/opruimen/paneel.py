"""The end of a file, on the page of its casus: keep it longer, schonen, vernietigen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import CasusStatus, VernietigSoort
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vernietigen.gegevens import OpruimBeeld, Opruimstap, VerlengingInvoer, Vernietigd
from zvh_desktop.services.vernietigen.termijnen import EIGEN
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.dialogs.keuring import Keuring
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.opruimen.opruimstap import OpruimstapVlak
from zvh_desktop.ui.pages.casus.opruimen.verlengdialoog import VerlengDialoog
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.opruimen import GEDAAN, handeling, over, voorstel, wat_er_gaat
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.kaart import Kop
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.meldregel import Meldregel

NIET_GEWIST = (
    "Het dossier is weg. De resten op de schijf zijn nog niet gewist: sluit de kluis en open hem opnieuw. Dan gebeurt "
    "dat alsnog. Staat het huis op een server, dan doet de beheerder van de server het."
)


class OpruimPaneel(CasusOnderdeel):
    """What goes is shown before it is signed; the work is done beside the window."""

    weg = Signal()
    """The casus that is shown is no more: nothing of it may be read again."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_opruimen")
        self._beeld: OpruimBeeld | None = None
        self._soort = VernietigSoort.VERNIETIGEN
        self.verlengd = QLabel("", self)
        self.verlengd.setObjectName("opruimen_verlengd")
        self.verlengd.setTextFormat(Qt.TextFormat.PlainText)
        self.verlengd.setWordWrap(True)
        self.verleng_knop = knop("opruimen_verleng_knop", "Bewaar langer…", self, Icoon.KLOK)
        self.schonen = OpruimstapVlak(VernietigSoort.SCHONEN, self)
        self.vernietigen = OpruimstapVlak(VernietigSoort.VERNIETIGEN, self)
        self.eigen = {soort: OpruimstapVlak(soort, self) for soort in EIGEN}
        self.meldregel = Meldregel(self)
        rij = QHBoxLayout()
        rij.setSpacing(RASTER)
        rij.addWidget(self.verleng_knop)
        rij.addStretch(1)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Bewaren", self, factor=1.05))
        indeling.addWidget(self.verlengd)
        indeling.addLayout(rij)
        for stap in self.eigen.values():
            indeling.addWidget(stap)
        indeling.addWidget(self.schonen)
        indeling.addWidget(self.vernietigen)
        indeling.addWidget(self.meldregel)
        self._verbind()

    def _verbind(self) -> None:
        self.verleng_knop.clicked.connect(self.verleng)
        for stap in (self.schonen, self.vernietigen, *self.eigen.values()):
            stap.gevraagd.connect(self.doe)
            stap.intrekken_gevraagd.connect(self.trek_in)

    # --- showing ----------------------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        opruimen = self._beeld = self._diensten.vernietigen.toon(beeld.id)
        mag = self._diensten.mag(Recht.VERNIETIGEN)
        self.schonen.zet(opruimen.schonen, opruimen.casusnummer, mag)
        self.schonen.setVisible(beeld.status is not CasusStatus.BEEINDIGD)
        self.vernietigen.zet(opruimen.vernietigen, opruimen.casusnummer, mag)
        stappen = {stap.soort: stap for stap in opruimen.eigen}
        for soort, vlak in self.eigen.items():
            vlak.setVisible(soort in stappen)
            if soort in stappen:
                vlak.zet(stappen[soort], opruimen.casusnummer, mag)
        regels = [
            f"Bewaren tot {datum_kort(regel.tot)}, besloten op {datum_kort(regel.besloten_op)} door "
            f"{regel.besloten_door}: {regel.reden}"
            for regel in opruimen.verlengingen
        ]
        self.verlengd.setText("\n".join(regels) or "Dit dossier is niet verlengd.")
        loopt = opruimen.gesloten_op is None
        reden = "De casus loopt nog: er is nog niets te verlengen."
        self.zet_recht(self.verleng_knop, Recht.VERNIETIGEN, verder=not loopt, reden=reden)
        self._toon_stand(opruimen)

    def _toon_stand(self, beeld: OpruimBeeld) -> None:
        if beeld.gesloten_op is None:
            self.zeg_stand(Icoon.PUNT, "de casus loopt nog")
        elif any(stap.kan for stap in (beeld.vernietigen, beeld.schonen, *beeld.eigen)):
            self.zeg_stand(Icoon.UITROEP, "de bewaartermijn is voorbij", Kleur.LET_OP)
        elif beeld.vernietigen.vanaf is not None:
            self.zeg_stand(Icoon.KLOK, f"bewaren tot {datum_kort(beeld.vernietigen.vanaf)}")
        else:
            self.zeg_stand(Icoon.INFO, "geen bewaartermijn ingevuld")

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self.verlengd.setText("")
        for stap in (self.schonen, self.vernietigen, *self.eigen.values()):
            stap.maak_leeg()
        self.meldregel.zeg("")

    def eerste_focus(self) -> QWidget | None:
        eigen = [stap.knop for stap in self.eigen.values()]
        for knop_ in (self.vernietigen.knop, self.schonen.knop, *eigen, self.verleng_knop):
            if knop_.isEnabled() and not knop_.isHidden():
                return knop_
        return None

    # --- acts -------------------------------------------------------------------------------------

    def verleng(self) -> None:
        """Ask until when and why, and sign that."""
        if self._casus is None:
            return
        nummer, bezig = self._casus.nummer, Keuring(self._diensten, self._verleng)
        if not VerlengDialoog.vraag(nummer, self._gereedschap.klok().date(), bezig.keur, ouder=self):
            return
        invoer = bezig.gekozen[-1]
        wat = (f"Dossier {nummer} bewaren tot {datum_kort(invoer.tot)}", f"Reden: {invoer.reden.strip()}")
        if self.teken(partial(self._verleng, invoer), wat):
            self._opnieuw("Het dossier wordt langer bewaard.")

    def _verleng(self, invoer: VerlengingInvoer) -> None:
        if self._casus is not None:
            self._diensten.vernietigen.verleng(self._casus.id, invoer)

    def doe(self, soort: VernietigSoort) -> None:
        """Show what goes, ask to sign, and propose it or let it go."""
        if self._casus is None or self._beeld is None:
            return
        dienst, casus = self._diensten.vernietigen, self._casus
        stap = self._stap(soort)
        if stap.moet_voorstellen:
            wat = (f"Voorstel {voorstel(soort, casus.nummer)}. Een ander moet het doen.",)
            if self.teken(partial(dienst.stel_voor, casus.id, soort), wat):
                self._opnieuw("Het voorstel is ondertekend. Een ander kan het nu doen.")
            return
        regels = list(wat_er_gaat(handeling(soort, casus.nummer), dienst.inhoud(casus.id, soort)))
        if not self.teken(partial(dienst.keur, casus.id, soort), regels):
            return
        self._soort = soort
        self._gereedschap.taken.start_met_voortgang(
            partial(dienst.doe, casus.id, soort),
            ouder=self,
            titel=handeling(soort, casus.nummer),
            gelukt=self._on_gedaan,
            mislukt=self._on_niet_gedaan,
        )

    def trek_in(self, soort: VernietigSoort) -> None:
        """Withdraw the proposal that waits, signed."""
        if self._casus is None:
            return
        wat = (f"Het voorstel {voorstel(soort, self._casus.nummer)} is ingetrokken.",)
        if self.teken(partial(self._diensten.vernietigen.trek_in, self._casus.id, soort), wat):
            self._opnieuw("Het voorstel is ingetrokken.")

    def _stap(self, soort: VernietigSoort) -> Opruimstap:
        if self._beeld is None:
            raise LookupError("no casus is shown")
        stappen = (self._beeld.schonen, self._beeld.vernietigen, *self._beeld.eigen)
        return next(stap for stap in stappen if stap.soort is soort)

    def _on_gedaan(self, gedaan: Vernietigd) -> None:
        if self._soort is VernietigSoort.VERNIETIGEN:
            self.weg.emit()
        self.opgeslagen.emit()
        if self._soort is not VernietigSoort.VERNIETIGEN:
            self._opnieuw("" if gedaan.gewist else NIET_GEWIST)
        else:
            self.ga_naar.emit(Plaats("casussen"))
            if not gedaan.gewist:
                self._gereedschap.melder.toon_bericht(self.window(), "Nog niet gewist", NIET_GEWIST)
        titel = hoofdletter(f"{over(self._soort, gedaan.nummer)} {GEDAAN[self._soort]}")
        self.toon_stuk(partial(self._diensten.vernietigen.verklaring, gedaan.id), titel)

    def _on_niet_gedaan(self, fout: GebruikersFout) -> None:
        self.toon_weigering(fout)

    def _opnieuw(self, zin: str) -> None:
        if self._casus is not None:
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))
        self.meldregel.zeg(zin)
        self.gewijzigd.emit()
