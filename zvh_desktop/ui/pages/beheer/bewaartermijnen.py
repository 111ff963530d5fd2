"""How long the house keeps files, and what stays when one is geschoond: filled in by the beheerder, never guessed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.vernietigen.termijnen import (
    TE_KIEZEN,
    VOORBEELD,
    Bewaarbeeld,
    BewaarInvoer,
)
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.deel import BeheerDeel
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel, Vinkvak
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import letterlijk, zonder_letter
from zvh_desktop.ui.uiterlijk.thema import Kleur, tekstbreedte
from zvh_desktop.ui.widgets.kaart import Kaart
from zvh_desktop.ui.widgets.knoppen import knop
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.formulier import Formulier


class BewaartermijnenDeel(BeheerDeel):
    """Saved with a button: half a term is none."""

    recht = Recht.INSTELLINGEN_BEHEREN

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(
            "Bewaartermijnen",
            f"Geen convenant noemt een termijn. Vul in wat {diensten.termen.met_lidwoord('privacyprotocol')} zegt. "
            "Zolang een termijn leeg is, wordt er niets als te schonen of te vernietigen aangemerkt.",
            diensten,
            gereedschap,
            ouder,
        )
        self.setObjectName("beheer_bewaartermijnen")
        self.velden: dict[str, tuple[QLineEdit, QLineEdit]] = {}
        self.formulier = Formulier(self.vlak)
        beeld = diensten.bewaren.toon()
        for stap in beeld.stappen:
            termijn, bron = Invoerregel(self.vlak), Invoerregel(self.vlak)
            termijn.setMaximumWidth(tekstbreedte(self, 18))
            self.velden[stap.sleutel] = (termijn, bron)
            naam = letterlijk(stap.stap)
            self.formulier.voeg_toe(stap.sleutel, f"{naam}: termijn {letterlijk(stap.begin)}", termijn, VOORBEELD)
            self.formulier.voeg_toe(f"{stap.sleutel}_bron", f"{naam}: waar staat dat", bron)
        self.kern_vak = Vinkvak("Wij hebben gekozen wat er blijft als een dossier is geschoond", self.vlak)
        self.kern_vak.setObjectName("bewaren_kernset_gekozen")
        self.kern_vak.setAccessibleName(self.kern_vak.text())
        self.kern = {sleutel: Vinkvak(letterlijk(naam), self.vlak) for sleutel, naam in beeld.te_kiezen}
        kaart = Kaart("Wat blijft bij schonen", self.vlak)
        kaart.inhoud.addWidget(self.tekst("Het nummer, het besluit en de checklist blijven altijd."))
        kaart.inhoud.addWidget(self.kern_vak)
        rij = QVBoxLayout()
        for sleutel, vak in self.kern.items():
            vak.setObjectName(f"bewaren_kernset_{sleutel}")
            vak.setAccessibleName(zonder_letter(vak.text()))
            rij.addWidget(vak)
        kaart.inhoud.addLayout(rij)
        self.bewaar_knop = knop("bewaartermijnen_knop", "&Bewaar deze termijnen", self.vlak, Icoon.VINK)
        self.handtekening = Statuslabel(Icoon.INFO, "", self.vlak, kleur=Kleur.LET_OP)
        self.handtekening.setObjectName("bewaartermijnen_handtekening")
        self.handtekening.laat_afbreken()
        self.teken_knop = knop("bewaartermijnen_teken_knop", "&Onderteken deze termijnen", self.vlak, Icoon.SCHILD)
        self.meldregel = Meldregel(self.vlak)
        self.inhoud.addWidget(self.smal(self.formulier))
        self.inhoud.addWidget(self.smal(kaart))
        self.inhoud.addLayout(self.rij(self.bewaar_knop))
        self.inhoud.addWidget(self.handtekening)
        self.inhoud.addLayout(self.rij(self.teken_knop))
        self.inhoud.addWidget(self.meldregel)
        self.ruimte()
        self.rolvlak.bescherm()
        self.formulier.setEnabled(self.mag())
        self._verbind()

    def _verbind(self) -> None:
        self.bewaar_knop.clicked.connect(self.bewaar)
        self.teken_knop.clicked.connect(self.onderteken)
        self.kern_vak.toggled.connect(self._on_kern_gekozen)

    def vernieuw(self) -> None:
        beeld: Bewaarbeeld = self._diensten.bewaren.toon()
        for sleutel, (termijn, bron) in self.velden.items():
            stap = beeld.van(sleutel)
            termijn.setText(stap.termijn)
            bron.setText(stap.bron)
        self.kern_vak.setChecked(beeld.kernset is not None)
        for sleutel, vak in self.kern.items():
            vak.setChecked(sleutel in (beeld.kernset or ()))
        self._on_kern_gekozen(self.kern_vak.isChecked())
        self.zet_recht(self.bewaar_knop, Recht.INSTELLINGEN_BEHEREN)
        nodig = self._diensten.termijnbesluit.nog_nodig()
        if nodig:
            self.handtekening.zet(Icoon.WAARSCHUWING, nodig, kleur=Kleur.LET_OP)
        else:
            self.handtekening.zet(Icoon.VINK, "Deze termijnen zijn ondertekend.", kleur=Kleur.GOED)
        ingevuld = any(stap.termijn for stap in beeld.stappen)
        reden = "Er is niets te ondertekenen."
        self.zet_recht(self.teken_knop, Recht.VERNIETIGEN, verder=bool(nodig) and ingevuld, reden=reden)
        self.kern_vak.setEnabled(self.mag())
        self.meldregel.zeg("")

    def eerste_focus(self) -> QWidget | None:
        return next(iter(self.velden.values()))[0] if self.mag() else None

    def invoer(self) -> BewaarInvoer:
        """What is in the fields."""
        kern = frozenset(deel for deel in TE_KIEZEN if self.kern[deel.value].isChecked())
        termijnen = {sleutel: (termijn.text(), bron.text()) for sleutel, (termijn, bron) in self.velden.items()}
        return BewaarInvoer(termijnen, kern if self.kern_vak.isChecked() else None)

    def bewaar(self) -> None:
        """Keep what is filled in."""
        self.formulier.wis_fouten()
        if self.lukt(partial(self._diensten.bewaren.bewaar, self.invoer())):
            self.vernieuw()
            self.meldregel.zeg("Bewaard. De termijnen gelden vanaf nu, ook voor dossiers die al gesloten zijn.")

    def onderteken(self) -> None:
        """Sign the terms as they were saved; only what is signed lets a file go."""
        beeld = self._diensten.bewaren.toon()
        wat = [f"{stap.stap}: {stap.termijn} {stap.begin} ({stap.bron})" for stap in beeld.stappen if stap.termijn]
        if self.teken(self._diensten.termijnbesluit.onderteken, wat):
            self.vernieuw()
            self.meldregel.zeg("De termijnen zijn ondertekend.")

    def toon_weigering(self, fout: GebruikersFout) -> None:
        if not (isinstance(fout, InvoerOngeldig) and self.formulier.toon_fout(fout)):
            super().toon_weigering(fout)

    def _on_kern_gekozen(self, gekozen: bool) -> None:
        for vak in self.kern.values():
            vak.setEnabled(gekozen and self.mag())
