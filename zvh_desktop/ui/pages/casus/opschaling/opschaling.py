"""Opschaling, as a strip of the casus: why, the decision, the accord of the other house, its dossier and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import DocumentId, OpschalingUitkomst
from zvh_desktop.models.woorden import AKKOORDWIJZE_TEKST
from zvh_desktop.services.casus.casussen import CasusBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.opschaling.beeld import (
    AkkoordInvoer,
    OpschalingBeeld,
    OpschalingInvoer,
    OpschalingRegel,
    Overgedragen,
    Overlegbesluit,
)
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.ongedaan import Omkeerbaar, Ongedaan
from zvh_desktop.ui.pages.casus.onderdeel import CasusOnderdeel
from zvh_desktop.ui.pages.casus.opschaling.akkoord import OpschalingAkkoordDialoog
from zvh_desktop.ui.pages.casus.opschaling.handelingen import Afronden, AkkoordIntrekken, AkkoordVastleggen
from zvh_desktop.ui.pages.casus.opschaling.uitkomst import OpschalingUitkomstDialoog, UitkomstInvoer
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.toetsenbord.sneltoetsen import ongedaan_toets, opnieuw_toets
from zvh_desktop.ui.toetsenbord.tabvolgorde import zet_tabvolgorde
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop, knop
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

_DOSSIER = "Opschalingsdossier"


class OpschalingPaneel(CasusOnderdeel):
    """The form saves itself; what the other house said can be undone, the signature and the dossier cannot."""

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(diensten, gereedschap, ouder)
        self.setObjectName("casus_opschaling")
        self._beeld: OpschalingBeeld | None = None
        self._ongedaan = Ongedaan()
        self._stukknoppen: dict[QToolButton, DocumentId] = {}
        self._stukvlak: QWidget | None = None
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.uitleg = StilleTekst("", self)
        self.eerder = StilleTekst("", self)
        self.meldregel = Meldregel(self)
        self.motivering = Tekstveld("Motivering", self, regels=3)
        self.criteria = Tekstveld("Hoe de criteria zijn gehaald", self, regels=3)
        self.gevraagd = Tekstveld("Wat u vraagt", self, regels=2)
        self._velden = {
            "motivering": Formulierregel(
                "Waarom volstaat het huis bij deze casus niet langer",
                self.motivering,
                ouder=self,
            ),
            "criteria_gehaald": Formulierregel(
                "Hoe zijn de criteria voor opschaling gehaald", self.criteria, ouder=self
            ),
            "gevraagd": Formulierregel("Wat vraagt u van het andere huis", self.gevraagd, ouder=self),
        }
        for sleutel, regel in self._velden.items():
            regel.veld.setObjectName(f"opschaling_{sleutel}")
        self.nodig = Aandachtslijst(self, kop="Nog nodig om te kunnen besluiten:")
        self.nodig.setObjectName("opschaling_nog_nodig")
        self.besluit = Aandachtsregel(self)
        self.teken_knop = knop("opschaling_teken_knop", "Onderteken de opschaling", self, Icoon.SCHILD)
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
        self._stukken = QVBoxLayout()
        self.uitkomst = Statuslabel(Icoon.CIRKEL, "", self)
        self.aan_knop = knop("opschaling_aan_knop", "Aangenomen", self, Icoon.VINK)
        self.niet_knop = knop("opschaling_niet_knop", "Niet aangenomen", self, Icoon.STREEPJE)
        self.terug_knop = gereedschapsknop(
            "opschaling_terug_knop", Icoon.ONGEDAAN, "Neem de uitkomst terug", "De opschaling weer openen", self
        )
        self.opnieuw_knop = gereedschapsknop(
            "opschaling_opnieuw_knop", Icoon.PLUS, "Begin opnieuw", "Een nieuwe opschaling beginnen", self
        )
        for label in (self.fout, self.akkoord, self.dossier, self.uitkomst):
            label.laat_afbreken()
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
        self._terug = ongedaan_toets(self)
        self._opnieuw = opnieuw_toets(self)

    def _verbind(self) -> None:
        for veld in (self.motivering, self.criteria, self.gevraagd):
            veld.textChanged.connect(self._on_veld_gewijzigd)
        self.teken_knop.clicked.connect(self.onderteken)
        self.akkoord_knop.clicked.connect(self.leg_akkoord_vast)
        self.intrek_knop.clicked.connect(self.trek_akkoord_in)
        self.pdf_knop.clicked.connect(self.toon_document)
        self.dossier_knop.clicked.connect(self.draag_over)
        self.aan_knop.clicked.connect(self.neem_aan)
        self.niet_knop.clicked.connect(self.neem_niet_aan)
        self.terug_knop.clicked.connect(self.heropen)
        self.opnieuw_knop.clicked.connect(self.begin_opnieuw)
        self.meldregel.terug_gevraagd.connect(self.maak_ongedaan)
        self._terug.activated.connect(self.maak_ongedaan)
        self._opnieuw.activated.connect(self.doe_opnieuw)

    # --- showing and saving -----------------------------------------------------------------------

    def laad(self, beeld: CasusBeeld) -> None:
        if self._beeld is not None and self._beeld.casus_id != beeld.id:
            self._ongedaan.maak_leeg()
            self.meldregel.zeg("")
        opschaling = self._beeld = self._diensten.opschalingen.toon(beeld.id)
        vast = not opschaling.te_wijzigen or not self._diensten.mag(Recht.OPSCHALING_BIJHOUDEN).mag
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
        eerder = "\n".join(_eerder(regel) for regel in opschaling.eerdere)
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
        self._toon_stand(beeld)
        zet_tabvolgorde(self)

    def _toon_besluit(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        self.nodig.zet(beeld.nog_nodig if beeld.te_wijzigen else ())
        artikel = f" ({beeld.artikel})" if beeld.artikel else ""
        besloten = nu is not None and nu.besloten_op is not None
        if nu is not None and nu.besloten_op is not None:
            zin = f"{_overleg(nu.besluit)}. Ondertekend door {nu.besloten_door}, {datum_kort(nu.besloten_op)}{artikel}."
        elif beeld.besluit is not None:
            zin = f"{_overleg(beeld.besluit)}{artikel}. Nog niet ondertekend."
        else:
            wie = self._diensten.profiel.hoofdoverleg.met_lidwoord
            zin = f"{wie[:1].upper()}{wie[1:]} besluit{artikel}."
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
        if akkoord is None:
            self.akkoord.zet(Icoon.CIRKEL, f"Er is nog geen akkoord van {beeld.huis_kort} vastgelegd.")
        else:
            kenmerk = f", kenmerk {akkoord.kenmerk}" if akkoord.kenmerk else ""
            zin = (
                f"{akkoord.door}, {akkoord.functie}, gaf akkoord op {datum_kort(akkoord.op)}, "
                f"{AKKOORDWIJZE_TEKST[akkoord.wijze]}{kenmerk}. Vastgelegd door {akkoord.vastgelegd_door}."
            )
            self.akkoord.zet(Icoon.VINK, zin, kleur=Kleur.GOED)
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
        if nu is not None and nu.dossier_op is not None:
            zin = f"Overgedragen op {datum_kort(nu.dossier_op.date())} door {nu.dossier_door}."
            self.dossier.zet(Icoon.VINK, zin, kleur=Kleur.GOED)
        else:
            self.dossier.zet(Icoon.CIRKEL, "Het dossier is nog niet overgedragen.")
        belet = self._belet(beeld) or self._zonder_akkoord(beeld)
        self.zet_recht(self.pdf_knop, Recht.CASUS_LEZEN, verder=not belet, reden=belet)
        self.zet_recht(self.dossier_knop, Recht.OPSCHALING_BIJHOUDEN, verder=not belet, reden=belet)
        self.pdf_knop.setVisible(not gegaan)
        self.dossier_knop.setVisible(not gegaan)
        self.nakijken.zet((*beeld.let_op, *beeld.weggelaten) if not gegaan and beeld.lopend else ())
        self._toon_stukken(nu.overgedragen if nu is not None else ())

    def _toon_stukken(self, stukken: Sequence[Overgedragen]) -> None:
        """A button for each file that went; made again only when these are others."""
        if [stuk.id for stuk in stukken] == list(self._stukknoppen.values()):
            return
        self._weg_met_stukken()
        vlak = QWidget(self)
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(RASTER)
        for nummer, stuk in enumerate(stukken):
            naam = "Bekijk het dossier" if not nummer else f"Bekijk bijlage {nummer}"
            bekijk = gereedschapsknop(f"opschaling_stuk_{nummer}", Icoon.OOG, naam, "Zoals het is overgedragen", vlak)
            bekijk.clicked.connect(self._on_stuk_gevraagd)
            self._stukknoppen[bekijk] = stuk.id
            rij.addWidget(bekijk)
        rij.addStretch(1)
        self._stukvlak = vlak
        self._stukken.addWidget(vlak)

    def _weg_met_stukken(self) -> None:
        self._stukknoppen.clear()
        if self._stukvlak is not None:
            verwijder(self._stukvlak)
            self._stukvlak = None

    def _toon_uitkomst(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        uitkomst = nu.uitkomst if nu is not None else OpschalingUitkomst.OPEN
        op = datum_kort(nu.uitkomst_op) if nu is not None and nu.uitkomst_op is not None else ""
        if nu is not None and uitkomst is OpschalingUitkomst.AANGENOMEN:
            zin = f"{beeld.huis_kort} heeft de casus aangenomen op {op}. Vastgelegd door {nu.uitkomst_door}."
            self.uitkomst.zet(Icoon.VINK, zin, kleur=Kleur.GOED)
        elif nu is not None and uitkomst is OpschalingUitkomst.NIET_AANGENOMEN:
            zin = f"{beeld.huis_kort} heeft de casus niet aangenomen op {op}: {nu.uitkomst_reden}"
            self.uitkomst.zet(Icoon.STREEPJE, zin, kleur=Kleur.LET_OP)
        elif nu is not None and nu.besloten_op is not None:
            self.uitkomst.zet(Icoon.CIRKEL, f"{beeld.huis_kort} heeft nog niet geantwoord.")
        else:
            self.uitkomst.zet(Icoon.CIRKEL, f"Er is nog niets aan {beeld.huis_kort} gevraagd.")
        open_ = uitkomst is OpschalingUitkomst.OPEN
        belet = self._belet(beeld)
        zonder = belet or self._zonder_akkoord(beeld)
        self.zet_recht(self.aan_knop, Recht.OPSCHALEN, verder=not zonder, reden=zonder)
        self.zet_recht(self.niet_knop, Recht.OPSCHALEN, verder=not belet, reden=belet)
        for deel in (self.aan_knop, self.niet_knop):
            deel.setVisible(open_)
        gesloten = "" if beeld.lopend else "Deze casus loopt niet meer."
        self.zet_recht(self.terug_knop, Recht.OPSCHALEN, verder=beeld.lopend, reden=gesloten)
        self.terug_knop.setVisible(not open_)
        self.zet_recht(self.opnieuw_knop, Recht.OPSCHALING_BIJHOUDEN, verder=beeld.lopend, reden=gesloten)
        self.opnieuw_knop.setVisible(uitkomst is OpschalingUitkomst.NIET_AANGENOMEN)

    def _toon_stand(self, beeld: OpschalingBeeld) -> None:
        nu = beeld.nu
        if nu is None:
            self.zeg_stand(Icoon.PUNT, "niet begonnen")
        elif nu.gebrek:
            self.zeg_stand(Icoon.FOUT, "klopt niet met de handtekening", Kleur.FOUT)
        elif nu.uitkomst is OpschalingUitkomst.AANGENOMEN:
            self.zeg_stand(Icoon.VINK, f"aangenomen door {beeld.huis_kort}", Kleur.GOED)
        elif nu.uitkomst is OpschalingUitkomst.NIET_AANGENOMEN:
            self.zeg_stand(Icoon.STREEPJE, f"niet aangenomen door {beeld.huis_kort}", Kleur.LET_OP)
        elif nu.besloten_op is None:
            self.zeg_stand(Icoon.POTLOOD, "in voorbereiding", Kleur.LET_OP)
        elif nu.akkoord is None:
            self.zeg_stand(Icoon.KLOK, f"wacht op akkoord van {beeld.huis_kort}", Kleur.LET_OP)
        elif nu.dossier_op is None:
            self.zeg_stand(Icoon.POST, "het dossier kan gaan", Kleur.LET_OP)
        else:
            self.zeg_stand(Icoon.KLOK, f"wacht op antwoord van {beeld.huis_kort}", Kleur.LET_OP)

    def _belet(self, beeld: OpschalingBeeld) -> str:
        """Why nothing can be recorded about the other house now, or nothing."""
        if not beeld.lopend:
            return "Deze casus loopt niet meer."
        if beeld.nu is None or beeld.nu.besloten_op is None:
            return "Over de opschaling is nog niet besloten."
        return beeld.nu.gebrek or ("" if beeld.is_open else "Deze opschaling is afgerond.")

    def _zonder_akkoord(self, beeld: OpschalingBeeld) -> str:
        akkoord = beeld.nu.akkoord if beeld.nu is not None else None
        return "" if akkoord is not None else f"Er is nog geen akkoord van {beeld.huis_kort} vastgelegd."

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
        self._ongedaan.maak_leeg()
        self.meldregel.zeg("")
        self._laden = True
        for veld in (self.motivering, self.criteria, self.gevraagd):
            veld.maak_leeg()
        for lijst in (self.nodig, self.nakijken):
            lijst.zet(())
        self.besluit.zet(None)
        for label in (self.fout, self.akkoord, self.dossier, self.uitkomst):
            label.zet(Icoon.CIRKEL, "")
        self._weg_met_stukken()
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
        if not self._gereedschap.melder.bevestig(self, vraag, "Onderteken de opschaling"):
            return
        if self.teken(partial(self._diensten.opschalingen.besluit, self._casus.id), (vraag,)):
            self._vernieuw()
            self.akkoord_knop.setFocus()

    def leg_akkoord_vast(self) -> None:
        """Record the accord of the other house; Ctrl+Z takes it back."""
        if self._casus is None or self._beeld is None:
            return
        vandaag = self._gereedschap.klok().date()
        OpschalingAkkoordDialoog.vraag(self._beeld.huis_kort, self._bewaar_akkoord, ouder=self, vandaag=vandaag)

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
            self.toon_stuk(partial(self._diensten.documenten.opschaling, self._casus.id), _DOSSIER)

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
            self._ongedaan.maak_leeg()
            self.meldregel.zeg("De overdracht is vastgelegd. Bewaar het dossier en verstuur het beveiligd.")
            self._vernieuw()

    def neem_aan(self) -> None:
        """The other house takes the casus; Ctrl+Z takes that back."""
        if self._beeld is not None:
            uitleg = f"De procesregie ligt daarna bij {self._beeld.huis_kort}."
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
            self._ongedaan.maak_leeg()
            self.meldregel.zeg("De opschaling is weer open.")
            self._vernieuw()

    def begin_opnieuw(self) -> None:
        """A new opschaling with an empty form."""
        leeg = OpschalingInvoer()
        if self._casus is not None and self.lukt(partial(self._diensten.opschalingen.bewaar, self._casus.id, leeg)):
            self._ongedaan.maak_leeg()
            self.meldregel.zeg("")
            self._vernieuw()
            self.motivering.setFocus()

    def _doe(self, handeling: Omkeerbaar) -> None:
        self._ongedaan.doe(handeling)
        self.opgeslagen.emit()
        self._vernieuw()
        self.meldregel.zeg(handeling.tekst, terug=True)

    def maak_ongedaan(self) -> None:
        """Take back what was recorded last."""
        if self._ongedaan.laatste() and self.lukt(self._ongedaan.terug):
            self._vernieuw()
            self.meldregel.zeg("Teruggezet. Opnieuw kan met Ctrl+Y.")

    def doe_opnieuw(self) -> None:
        """Do again what was taken back."""
        if self.lukt(self._ongedaan.opnieuw) and self._ongedaan.laatste():
            self._vernieuw()
            self.meldregel.zeg(self._ongedaan.laatste(), terug=True)

    def _vernieuw(self) -> None:
        if self._casus is not None:
            self.toon_casus(self._diensten.casussen.toon(self._casus.id))
            self.gewijzigd.emit()

    def _on_stuk_gevraagd(self) -> None:
        zender = self.sender()
        document = self._stukknoppen.get(zender) if isinstance(zender, QToolButton) else None
        if document is not None:
            self.toon_stuk(partial(self._diensten.documenten.toon_uitgegeven, document), _DOSSIER)


def _naast(tekst: QWidget, *knoppen: QWidget) -> QHBoxLayout:
    rij = QHBoxLayout()
    rij.setSpacing(RASTER)
    rij.addWidget(tekst, 1, Qt.AlignmentFlag.AlignVCenter)
    for deel in knoppen:
        rij.addWidget(deel, 0, Qt.AlignmentFlag.AlignTop)
    return rij


def _overleg(besluit: Overlegbesluit | None) -> str:
    return f"{besluit.overleg} van {datum_kort(besluit.op)}: {besluit.naam}" if besluit is not None else "Besloten"


def _eerder(regel: OpschalingRegel) -> str:
    op = datum_kort(regel.uitkomst_op) if regel.uitkomst_op is not None else ""
    return f"Eerder: niet aangenomen op {op}. {regel.uitkomst_reden}".strip()
