"""Opschaling, as a strip of the casus: why, the decision, the accord of the other house, its dossier and its answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.opschalingkeuzes import OpschalingUitkomst
from zvh_desktop.models.keuzes import DocumentId
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.opschaling.beeld import (
    AkkoordInvoer,
    OpschalingBeeld,
    OpschalingInvoer,
)
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.opschaling import woorden
from zvh_desktop.ui.pages.casus.opschaling.akkoord import OpschalingAkkoordDialoog
from zvh_desktop.ui.pages.casus.opschaling.handelingen import Afronden, AkkoordIntrekken, AkkoordVastleggen
from zvh_desktop.ui.pages.casus.opschaling.stukken import OpschalingStukken
from zvh_desktop.ui.pages.casus.opschaling.uitkomst import OpschalingUitkomstDialoog, UitkomstInvoer
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.ongedaanregel import OngedaanRegel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class OpschalingPaneel(CasusOnderdeel):
    """The form saves itself; what the other house said can be undone, the signature and the dossier cannot."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_opschaling")
        self._beeld: OpschalingBeeld | None = None
        self._dossier = f"Dossier {self._diensten.termen.opschaling}"
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        termen = self._diensten.termen
        self.uitleg = StilleTekst("", self)
        self.eerder = StilleTekst("", self)
        self.meldregel = OngedaanRegel(self, self.lukt, self._vernieuw)
        self.motivering = Tekstveld("Motivering", self, regels=3)
        self.criteria = Tekstveld("Hoe de criteria zijn gehaald", self, regels=3)
        self.gevraagd = Tekstveld("Wat u vraagt", self, regels=2)
        self._velden = {
            "motivering": Formulierregel(
                "Waarom volstaat het huis bij deze casus niet langer", self.motivering, ouder=self
            ),
            "criteria_gehaald": Formulierregel(
                f"Hoe zijn de criteria voor {letterlijk(termen.opschaling)} gehaald", self.criteria, ouder=self
            ),
            "gevraagd": Formulierregel("Wat vraagt u van het andere huis", self.gevraagd, ouder=self),
        }
        for sleutel, regel in self._velden.items():
            regel.veld.setObjectName(f"opschaling_{sleutel}")
        self.nodig = Aandachtslijst(self, kop="Nog nodig om te kunnen besluiten:")
        self.nodig.setObjectName("opschaling_nog_nodig")
        self.besluit = Aandachtsregel(self)
        self.teken_knop = knop(
            "opschaling_teken_knop", f"Onderteken {letterlijk(termen.met_lidwoord('opschaling'))}", self, Icoon.SCHILD
        )
        self.fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self.fout.setObjectName("opschaling_fout")
        self.akkoord = Statuslabel(Icoon.CIRKEL, "", self)
        self.akkoord_knop = knop("opschaling_akkoord_knop", "Leg akkoord vast", self, Icoon.VINK)
        self.intrek_knop = gereedschapsknop(
            "opschaling_intrek_knop", Icoon.ONGEDAAN, "Trek akkoord in", "Het akkoord weer weghalen", self
        )
        self.nakijken = Aandachtslijst(self, kop="Niet in het dossier, of om na te kijken:")
        self.nakijken.setObjectName("opschaling_nakijken")
        self.dossier = Statuslabel(Icoon.CIRKEL, "", self)
        self.pdf_knop = gereedschapsknop(
            "opschaling_pdf_knop", Icoon.OOG, "Voorbeeld", "Het dossier bekijken zoals het nu zou gaan", self
        )
        self.dossier_knop = knop("opschaling_dossier_knop", "Leg de overdracht vast", self, Icoon.POST)
        self._stukken = OpschalingStukken(self)
        self.uitkomst = Statuslabel(Icoon.CIRKEL, "", self)
        self.aan_knop = knop("opschaling_aan_knop", "Aangenomen", self, Icoon.VINK)
        self.niet_knop = knop("opschaling_niet_knop", "Niet aangenomen", self, Icoon.STREEPJE)
        self.terug_knop = gereedschapsknop(
            "opschaling_terug_knop", Icoon.ONGEDAAN, "Neem de uitkomst terug", "Weer wachten op een antwoord", self
        )
        self.opnieuw_knop = gereedschapsknop(
            "opschaling_opnieuw_knop", Icoon.PLUS, "Begin opnieuw", "Opnieuw beginnen met lege vakken", self
        )
        for label in (self.fout, self.akkoord, self.dossier, self.uitkomst):
            label.laat_afbreken()
        self._deel_in()

    def _deel_in(self) -> None:
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RUIM)
        for deel in (self.uitleg, self.eerder, *self._velden.values()):
            indeling.addWidget(deel)
        indeling.addWidget(Kop("Besluit", self, factor=1.05))
        indeling.addWidget(self.nodig)
        indeling.addLayout(_naast(self.besluit, self.teken_knop))
        indeling.addWidget(self.fout)
        indeling.addWidget(self.meldregel)
        self.akkoord_kop = Kop("Akkoord", self, factor=1.05)
        indeling.addWidget(self.akkoord_kop)
        indeling.addLayout(_naast(self.akkoord, self.akkoord_knop, self.intrek_knop))
        indeling.addWidget(Kop("Dossier", self, factor=1.05))
        indeling.addLayout(_naast(self.dossier, self.pdf_knop, self.dossier_knop))
        indeling.addLayout(self._stukken)
        indeling.addWidget(self.nakijken)
        indeling.addWidget(Kop("Uitkomst", self, factor=1.05))
        indeling.addLayout(_naast(self.uitkomst, self.aan_knop, self.niet_knop, self.terug_knop, self.opnieuw_knop))

    def _verbind(self) -> None:
        for veld in (self.motivering, self.criteria, self.gevraagd):
            veld.textChanged.connect(self._on_veld_gewijzigd)
        self.teken_knop.clicked.connect(self.onderteken)
        self.akkoord_knop.clicked.connect(self.leg_akkoord_vast)
        self.intrek_knop.clicked.connect(self.trek_akkoord_in)
        self.pdf_knop.clicked.connect(self.toon_document)
        self.dossier_knop.clicked.connect(self.draag_over)
        self._stukken.stuk_gevraagd.connect(self._on_stuk_gevraagd)
        self.aan_knop.clicked.connect(self.neem_aan)
        self.niet_knop.clicked.connect(self.neem_niet_aan)
        self.terug_knop.clicked.connect(self.heropen)
        self.opnieuw_knop.clicked.connect(self.begin_opnieuw)

    # --- showing and saving -----------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        if self._beeld is not None and self._beeld.casus_id != beeld.id:
            self.meldregel.vergeet()
        opschaling = self._beeld = self._diensten.opschalingen.toon(beeld.id)
        vast = not opschaling.te_wijzigen or not self.mag_hier(Recht.OPSCHALING_BIJHOUDEN).mag
        invoer = opschaling.nu.invoer if opschaling.nu is not None else OpschalingInvoer()
        for veld, tekst in (
            (self.motivering, invoer.motivering),
            (self.criteria, invoer.criteria_gehaald),
            (self.gevraagd, invoer.gevraagd),
        ):
            veld.laad(tekst)
            veld.setReadOnly(vast)
        self.uitleg.setText(f"Naar {opschaling.huis}. {opschaling.toelichting}".strip())
        self.akkoord_kop.setText(f"Akkoord van {opschaling.huis_kort}")
        eerder = "\n".join(woorden.eerder(regel) for regel in opschaling.eerdere)
        self.eerder.setText(eerder)
        self.eerder.setVisible(bool(eerder))
        for regel in self._velden.values():
            regel.toon_fout("")
        self._toon(opschaling)

    def _toon(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        self.fout.zet(Icoon.FOUT, nu.gebrek if nu is not None else "", kleur=Kleur.FOUT)
        self._toon_besluit(beeld)
        self._toon_akkoord(beeld)
        self._toon_dossier(beeld)
        self._toon_uitkomst(beeld)
        self.zeg_stand(*woorden.stand(beeld))
        zet_tabvolgorde(self)

    def _toon_besluit(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        self.nodig.zet(beeld.nog_nodig if beeld.te_wijzigen else ())
        besloten = nu is not None and nu.besloten_op is not None
        zin = woorden.besluit_zin(beeld, self._diensten.profiel.hoofdoverleg.met_lidwoord)
        self.besluit.zet(
            replace(beeld.besluitregel, zin=zin),
            Icoon.VINK if besloten else Icoon.CIRKEL,
            Kleur.GOED if besloten else None,
            met_regel=not self.nodig.zinnen(),
        )
        reden = in_een_zin(beeld.nog_nodig) or "Het besluit is al ondertekend."
        self.zet_recht(self.teken_knop, Recht.OPSCHALEN, verder=beeld.kan_besluiten, reden=reden)
        self.teken_knop.setVisible(not besloten)

    def _toon_akkoord(self, beeld: OpschalingBeeld) -> None:
        akkoord = beeld.nu.akkoord if beeld.nu is not None else None
        woorden.zet(self.akkoord, woorden.akkoord_zin(beeld))
        belet = self._belet(beeld)
        self.zet_recht(self.akkoord_knop, Recht.OPSCHALING_BIJHOUDEN, verder=not belet, reden=belet)
        overgedragen = beeld.nu is not None and beeld.nu.dossier_op is not None
        vast = belet or ("Het dossier is al overgedragen." if overgedragen else "")
        self.zet_recht(self.intrek_knop, Recht.OPSCHALING_BIJHOUDEN, verder=not vast, reden=vast)
        self.akkoord_knop.setVisible(akkoord is None)
        self.intrek_knop.setVisible(akkoord is not None)

    def _toon_dossier(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        gegaan = nu is not None and nu.dossier_op is not None
        woorden.zet(self.dossier, woorden.dossier_zin(beeld))
        belet = self._belet(beeld) or woorden.zonder_akkoord(beeld)
        self.zet_recht(self.pdf_knop, Recht.CASUS_LEZEN, verder=not belet, reden=belet)
        self.zet_recht(self.dossier_knop, Recht.OPSCHALING_BIJHOUDEN, verder=not belet, reden=belet)
        self.pdf_knop.setVisible(not gegaan)
        self.dossier_knop.setVisible(not gegaan)
        self.nakijken.zet((*beeld.let_op, *beeld.weggelaten) if not gegaan and beeld.lopend else ())
        self._stukken.toon(nu.overgedragen if nu is not None else ())

    def _toon_uitkomst(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        uitkomst = nu.uitkomst if nu is not None else OpschalingUitkomst.OPEN
        woorden.zet(self.uitkomst, woorden.uitkomst_zin(beeld))
        open_ = uitkomst is OpschalingUitkomst.OPEN
        belet = self._belet(beeld)
        zonder = belet or woorden.zonder_akkoord(beeld)
        self.zet_recht(self.aan_knop, Recht.OPSCHALEN, verder=not zonder, reden=zonder)
        self.zet_recht(self.niet_knop, Recht.OPSCHALEN, verder=not belet, reden=belet)
        for deel in (self.aan_knop, self.niet_knop):
            deel.setVisible(open_)
        gesloten = "" if beeld.lopend else "Deze casus loopt niet meer."
        self.zet_recht(self.terug_knop, Recht.OPSCHALEN, verder=beeld.lopend, reden=gesloten)
        self.terug_knop.setVisible(not open_)
        self.zet_recht(self.opnieuw_knop, Recht.OPSCHALING_BIJHOUDEN, verder=beeld.lopend, reden=gesloten)
        self.opnieuw_knop.setVisible(uitkomst is OpschalingUitkomst.NIET_AANGENOMEN)

    def _belet(self, beeld: OpschalingBeeld) -> str:
        termen = self._diensten.termen
        return woorden.belet(beeld, termen.met_lidwoord("opschaling"), termen.deze("opschaling"))

    def invoer(self) -> OpschalingInvoer:
        """What is in the fields now."""
        return OpschalingInvoer(self.motivering.toPlainText(), self.criteria.toPlainText(), self.gevraagd.toPlainText())

    def bewaar_velden(self) -> None:
        if self._casus is None or self.motivering.isReadOnly():
            return
        self._diensten.opschalingen.bewaar(self._casus.id, self.invoer())
        self._beeld = self._diensten.opschalingen.toon(self._casus.id)
        self._toon(self._beeld)

    def toon_weigering(self, fout: GebruikersFout) -> None:
        if isinstance(fout, InvoerOngeldig) and fout.veld in self._velden:
            self._velden[fout.veld].toon_weigering(fout)
            return
        self.fout.zet_fout(fout)

    def onbewaard(self) -> object:
        return self.invoer() if self.vuil() else None

    def herstel_onbewaard(self, wat: object) -> None:
        if isinstance(wat, OpschalingInvoer) and not self.motivering.isReadOnly():
            self.motivering.laad(wat.motivering)
            self.criteria.laad(wat.criteria_gehaald)
            self.gevraagd.laad(wat.gevraagd)
            self._on_veld_gewijzigd()

    def maak_leeg(self) -> None:
        super().maak_leeg()
        self._beeld = None
        self.meldregel.vergeet()
        self._laden = True
        for veld in (self.motivering, self.criteria, self.gevraagd):
            veld.maak_leeg()
        for lijst in (self.nodig, self.nakijken):
            lijst.zet(())
        self.besluit.zet(None)
        for label in (self.fout, self.akkoord, self.dossier, self.uitkomst):
            label.zet(Icoon.CIRKEL, "")
        self._stukken.maak_leeg()
        self.eerder.setText("")
        self._laden = False

    def eerste_focus(self) -> QWidget:
        return self.motivering

    # --- acts -------------------------------------------------------------------------------------

    def onderteken(self) -> None:
        """Sign that the casus goes to the other house."""
        if self._casus is None or self._beeld is None:
            return
        vraag = (
            f"U ondertekent dat {self._casus.nummer} wordt voorgelegd aan {self._beeld.huis}. "
            "Dat kunt u niet ongedaan maken."
        )
        if not self._gereedschap.melder.bevestig(self, vraag, self.teken_knop.text()):
            return
        if self.teken(partial(self._diensten.opschalingen.besluit, self._casus.id), (vraag,)):
            self._vernieuw()
            self.akkoord_knop.setFocus()

    def leg_akkoord_vast(self) -> None:
        """Record the accord of the other house; Ctrl+Z takes it back."""
        if self._casus is None or self._beeld is None:
            return
        bron = partial(self._diensten.partijen.contacten_bij_naam, self._beeld.huis)
        dag, huis = self._gereedschap.klok().date(), self._beeld.huis_kort
        OpschalingAkkoordDialoog.vraag(huis, self._bewaar_akkoord, ouder=self, vandaag=dag, bron=bron)

    def _bewaar_akkoord(self, invoer: AkkoordInvoer) -> None:
        if self._casus is not None and self._beeld is not None:
            huis = self._beeld.huis_kort
            self._doe(AkkoordVastleggen(self._diensten.opschalingen, self._casus.id, huis, invoer))

    def trek_akkoord_in(self) -> None:
        """Take the accord back; Ctrl+Z records it again."""
        if self._casus is not None and self._beeld is not None:
            handeling = AkkoordIntrekken(self._diensten.opschalingen, self._casus.id, self._beeld.huis_kort)
            self.lukt(partial(self._doe, handeling))

    def toon_document(self) -> None:
        """Show the dossier as it would go now."""
        if self._casus is not None:
            self.toon_stuk(partial(self._diensten.documenten.opschaling, self._casus.id), self._dossier)

    def draag_over(self) -> None:
        """Record that the dossier goes, after a question: what went cannot be called back."""
        if self._casus is None or self._beeld is None:
            return
        vraag = (
            f"U legt vast dat het dossier van {self._casus.nummer} naar {self._beeld.huis} gaat. De applicatie bewaart "
            "het zoals het nu is. Dat kunt u niet ongedaan maken."
        )
        if not self._gereedschap.melder.bevestig(self, vraag, "Leg de overdracht vast"):
            return
        if self.lukt(partial(self._diensten.opschalingen.geef_dossier_uit, self._casus.id)):
            self.meldregel.vergeet()
            self.meldregel.zeg("De overdracht is vastgelegd. Bewaar het dossier en verstuur het beveiligd.")
            self._vernieuw()

    def neem_aan(self) -> None:
        """The other house takes the casus; Ctrl+Z takes that back."""
        if self._beeld is not None:
            regie = hoofdletter(self._diensten.termen.met_lidwoord("procesregie"))
            uitleg = f"{regie} ligt daarna bij {self._beeld.huis_kort}."
            self._vraag_uitkomst(uitleg, aangenomen=True)

    def neem_niet_aan(self) -> None:
        """The other house does not take it; Ctrl+Z takes that back."""
        self._vraag_uitkomst("De casus gaat terug naar waar hij was.", aangenomen=False)

    def _vraag_uitkomst(self, uitleg: str, *, aangenomen: bool) -> None:
        if self._casus is not None and self._beeld is not None:
            OpschalingUitkomstDialoog.vraag(
                self._beeld.huis_kort,
                uitleg,
                self._bewaar_uitkomst,
                aangenomen=aangenomen,
                ouder=self,
                vandaag=self._gereedschap.klok().date(),
            )

    def _bewaar_uitkomst(self, invoer: UitkomstInvoer) -> None:
        if self._casus is not None and self._beeld is not None:
            dienst, huis = self._diensten.opschalingen, self._beeld.huis_kort
            self._doe(Afronden(dienst, self._casus.id, huis, invoer.op, invoer.reden))

    def heropen(self) -> None:
        """Take the outcome back, also when it was recorded another day."""
        if self._casus is not None and self.lukt(partial(self._diensten.opschalingen.heropen, self._casus.id)):
            self.meldregel.vergeet()
            self.meldregel.zeg(f"{hoofdletter(self._diensten.termen.met_lidwoord('opschaling'))} is weer open.")
            self._vernieuw()

    def begin_opnieuw(self) -> None:
        """A new opschaling with an empty form."""
        leeg = OpschalingInvoer()
        if self._casus is not None and self.lukt(partial(self._diensten.opschalingen.bewaar, self._casus.id, leeg)):
            self.meldregel.vergeet()
            self._vernieuw()
            self.motivering.setFocus()

    def _doe(self, handeling: Omkeerbaar) -> None:
        self.meldregel.doe(handeling)
        self.opgeslagen.emit()

    def _vernieuw(self) -> None:
        if self._casus is not None:
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))
            self.gewijzigd.emit()

    def _on_stuk_gevraagd(self, document: DocumentId) -> None:
        self.toon_stuk(partial(self._diensten.documenten.toon_uitgegeven, document), self._dossier)


def _naast(tekst: QWidget, *knoppen: QWidget) -> QHBoxLayout:
    rij = QHBoxLayout()
    rij.setSpacing(RASTER)
    rij.addWidget(tekst, 1, Qt.AlignmentFlag.AlignVCenter)
    for deel in knoppen:
        rij.addWidget(deel, 0, Qt.AlignmentFlag.AlignTop)
    return rij
