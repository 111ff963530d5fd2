"""The end of the form: what is still missing, accept or refuse, and telling the aanmelder."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zvh_desktop.models.keuzes import AanmeldingUitkomst
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingBeeld
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.regelboek.uitleg import in_een_zin
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import AANMELDING_ICOON, AANMELDING_KLEUR
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.aandachtslijst import Aandachtslijst
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class Beoordeling(Kaart):
    """Says what was asked of it; the form does it."""

    accepteren_gevraagd = Signal(str)
    afwijzen_gevraagd = Signal(str)
    teruggekoppeld_gewijzigd = Signal(bool)
    casus_gevraagd = Signal()
    verwijderen_gevraagd = Signal()

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__("Beoordeling", ouder)
        self.setObjectName("aanmelding_beoordeling")
        self._diensten = diensten
        self._terug_gedaan = False
        self.stand_label = Statuslabel(Icoon.KLOK, "", self)
        self.stand_label.laat_afbreken()
        self.nodig = Aandachtslijst(self, kop="Nog nodig om te kunnen accepteren:")
        self.nodig.setObjectName("aanmelding_nog_nodig")
        self.reden = Tekstveld("Toelichting op de beoordeling", self, regels=3)
        self.reden.setObjectName("aanmelding_reden")
        self.reden_regel = Formulierregel(
            "Toelichting", self.reden, "Bij afwijzen verplicht: waarom, en wat uw advies is.", self
        )
        self.accepteer_knop = knop("aanmelding_accepteer_knop", "&Accepteer", self, Icoon.VINK)
        self.wijs_af_knop = knop("aanmelding_wijs_af_knop", "&Wijs af", self, Icoon.STREEPJE)
        self.casus_knop = knop("aanmelding_casus_knop", "&Open de casus", self, Icoon.CASUSSEN)
        self.teruggekoppeld_knop = knop("aanmelding_teruggekoppeld_knop", "&Teruggekoppeld", self, Icoon.POST)
        self.verwijder_knop = knop("aanmelding_verwijder_knop", "Ve&rwijder", self, Icoon.PRULLENBAK)
        regel = QHBoxLayout()
        regel.setSpacing(RASTER)
        for deel in (self.accepteer_knop, self.wijs_af_knop, self.casus_knop, self.teruggekoppeld_knop):
            regel.addWidget(deel)
        regel.addStretch(1)
        regel.addWidget(self.verwijder_knop)
        self.inhoud.addWidget(self.stand_label)
        self.inhoud.addWidget(self.nodig)
        self.inhoud.addWidget(self.reden_regel)
        self.inhoud.addLayout(regel)
        self._verbind()

    def _verbind(self) -> None:
        self.accepteer_knop.clicked.connect(self._on_accepteren_gevraagd)
        self.wijs_af_knop.clicked.connect(self._on_afwijzen_gevraagd)
        self.casus_knop.clicked.connect(self.casus_gevraagd)
        self.verwijder_knop.clicked.connect(self.verwijderen_gevraagd)
        self.teruggekoppeld_knop.clicked.connect(self._on_teruggekoppeld_gevraagd)

    def toon(self, beeld: AanmeldingBeeld) -> None:
        """Show how this aanmelding stands."""
        open_ = beeld.uitkomst is AanmeldingUitkomst.OPEN
        self.stand_label.zet(
            AANMELDING_ICOON[beeld.uitkomst], self._stand(beeld), kleur=AANMELDING_KLEUR[beeld.uitkomst]
        )
        self._toon_nodig(beeld, open_=open_)
        mag = self._diensten.mag(Recht.AANMELDING_BEOORDELEN)
        bezwaar = beeld.criteria_bezwaar
        reden = in_een_zin(beeld.nog_nodig) or (bezwaar.zin if bezwaar is not None else "")
        zet_toestemming(self.accepteer_knop, mag, verder=not reden, reden=reden)
        nieuw = "Vul eerst iets in." if not beeld.id else ""
        zet_toestemming(self.wijs_af_knop, mag, verder=not nieuw, reden=nieuw)
        self.verwijder_knop.setVisible(open_ and bool(beeld.id))
        zet_toestemming(self.verwijder_knop, self._diensten.mag(Recht.AANMELDEN))
        for deel in (self.accepteer_knop, self.wijs_af_knop):
            deel.setVisible(open_)
        self.reden_regel.setVisible(open_ and mag.mag)
        self.casus_knop.setVisible(beeld.casus_id is not None)
        self._terug_gedaan = beeld.teruggekoppeld_op is not None
        self.teruggekoppeld_knop.setVisible(not open_ and beeld.invoer.terugkoppeling_gewenst)
        tekst = "&Toch niet teruggekoppeld" if self._terug_gedaan else "Vandaag &teruggekoppeld"
        self.teruggekoppeld_knop.setText(tekst)
        self.teruggekoppeld_knop.setAccessibleName(tekst.replace("&", ""))
        zet_toestemming(self.teruggekoppeld_knop, self._diensten.mag(Recht.AANMELDEN))

    def _toon_nodig(self, beeld: AanmeldingBeeld, *, open_: bool) -> None:
        """What is missing; when nothing is, whether the criteria still stand in the way."""
        if not open_:
            self.nodig.zet(())
        elif beeld.nog_nodig:
            self.nodig.zet(beeld.nog_nodig, kop=replace(beeld.compleet, zin=f"{beeld.compleet.zin} Nog nodig:"))
        else:
            self.nodig.zet(() if beeld.criteria_bezwaar is None else (beeld.criteria_bezwaar,))

    def _stand(self, beeld: AanmeldingBeeld) -> str:
        if beeld.uitkomst is AanmeldingUitkomst.OPEN:
            mag = self._diensten.mag(Recht.AANMELDING_BEOORDELEN)
            return "Nog te beoordelen." if mag.mag else f"Nog te beoordelen. {mag.reden}"
        op = f" op {datum_kort(beeld.beoordeeld_op)}" if beeld.beoordeeld_op else ""
        if beeld.uitkomst is AanmeldingUitkomst.GEACCEPTEERD:
            zin = f"Geaccepteerd door {beeld.beoordeeld_door}{op}. Het casusnummer is {beeld.casusnummer}."
        else:
            zin = f"Afgewezen door {beeld.beoordeeld_door}{op}."
        if beeld.reden:
            zin += f"\n{beeld.reden}"
        if beeld.teruggekoppeld_op is not None:
            zin += f"\nTeruggekoppeld op {datum_kort(beeld.teruggekoppeld_op)}."
        elif beeld.invoer.terugkoppeling_gewenst:
            wie = hoofdletter(self._diensten.termen.met_lidwoord("aanmelder"))
            zin += f"\n{wie} wil terugkoppeling en heeft die nog niet gehad."
        return zin

    def toon_fout(self, tekst: str) -> None:
        """Say what is wrong with the explanation."""
        self.reden_regel.toon_fout(tekst)
        if tekst:
            self.reden.setFocus()

    def eerste_focus(self) -> QWidget:
        """What comes next after judging."""
        return self.teruggekoppeld_knop if self.casus_knop.isHidden() else self.casus_knop

    def maak_leeg(self) -> None:
        """Forget what was typed and shown."""
        self.reden.maak_leeg()
        self.stand_label.zet(Icoon.KLOK, "")
        self.nodig.zet(())

    def _on_accepteren_gevraagd(self) -> None:
        self.accepteren_gevraagd.emit(self.reden.toPlainText())

    def _on_afwijzen_gevraagd(self) -> None:
        self.afwijzen_gevraagd.emit(self.reden.toPlainText())

    def _on_teruggekoppeld_gevraagd(self) -> None:
        self.teruggekoppeld_gewijzigd.emit(not self._terug_gedaan)
