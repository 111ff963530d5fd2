"""Gives one oordeel: may this partij be at this casus, on what ground, and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import OordeelUitkomst
from zvh_desktop.services.poort.oordelen import OordeelInvoer, PartijOordeel
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Keuzerondje
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.datumveld import Datumveld
from zvh_desktop.ui.widgets.velden.formulier import Formulier
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class OordeelDialoog(Dialoog):
    """``bewaar`` gives back False when the user did not sign; the dialog then stays open."""

    def __init__(
        self,
        casusnummer: str,
        partij: PartijOordeel,
        uitkomst: OordeelUitkomst,
        bewaar: Callable[[OordeelInvoer], bool],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("oordeeldialoog")
        zet_venstertitel(self, "Oordeel")
        self._partij = partij
        self._bewaar = bewaar
        self._bouw(casusnummer)
        self._verbind()
        gekozen = self.rechtmatig if uitkomst is OordeelUitkomst.RECHTMATIG else self.niet_rechtmatig
        gekozen.setChecked(True)
        self._on_uitkomst_gekozen()
        (self.grondslag if gekozen is self.rechtmatig else self.motivering).setFocus()

    def _bouw(self, casusnummer: str) -> None:
        self.rechtmatig = Keuzerondje("&Rechtmatig aanwezig", self)
        self.rechtmatig.setObjectName("oordeel_rechtmatig")
        self.rechtmatig.setAccessibleName("Rechtmatig aanwezig")
        self.niet_rechtmatig = Keuzerondje("&Niet rechtmatig aanwezig", self)
        self.niet_rechtmatig.setObjectName("oordeel_niet_rechtmatig")
        self.niet_rechtmatig.setAccessibleName("Niet rechtmatig aanwezig")
        self._groep = QButtonGroup(self)
        keuze = QHBoxLayout()
        keuze.setSpacing(RUIM)
        for knop in (self.rechtmatig, self.niet_rechtmatig):
            self._groep.addButton(knop)
            keuze.addWidget(knop)
        keuze.addStretch(1)
        self.grondslag = Keuzeveld(self)
        self.grondslag.setEditable(True)
        self.grondslag.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.grondslag.setMinimumContentsLength(40)
        for nummer, een in enumerate(self._partij.grondslagen):
            self.grondslag.addItem(een.tekst)
            self.grondslag.setItemData(nummer, een.toelichting, Qt.ItemDataRole.ToolTipRole)
        self.grondslag.setEditText(self._partij.grondslag or "")
        self.motivering = Tekstveld("Motivering", self, regels=3)
        self.geldig_tot = Datumveld("Geldig tot en met", self, mag_leeg=True)
        self.geldig_tot.zet_datum(self._partij.geldig_tot)
        self.formulier = Formulier(self)
        self.formulier.voeg_toe(
            "grondslag",
            "&Grondslag",
            self.grondslag,
            "Kies uit de lijst van het huis of typ een eigen grondslag. De lijst is een hulpmiddel: u oordeelt.",
        )
        self.formulier.voeg_toe("motivering", "&Motivering", self.motivering)
        self.formulier.voeg_toe("geldig_tot", "Geldig &tot en met", self.geldig_tot, "Leeg: tot u het intrekt.")
        self._fout = Statuslabel(Icoon.FOUT, "", self, kleur=Kleur.FOUT)
        self._fout.laat_afbreken()
        self._knoppen = Dialoogknoppen(self)
        self.geef_knop = self._knoppen.maak("Geef &oordeel", QDialogButtonBox.ButtonRole.AcceptRole)
        self.geef_knop.setObjectName("oordeel_geef_knop")
        self.geef_knop.setAccessibleName("Geef oordeel")
        self.niet_knop = self._knoppen.maak("Niet &doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet doen")
        stand = StilleTekst(f"Nu: {self._partij.reden}.", self)
        stand.setMinimumWidth(tekstbreedte(self, 60))
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop(f"{self._partij.partij} bij casus {casusnummer}", self, factor=1.2))
        indeling.addWidget(stand)
        indeling.addLayout(keuze)
        indeling.addWidget(self.formulier)
        indeling.addWidget(self._fout)
        indeling.addWidget(self._knoppen)

    def _verbind(self) -> None:
        self.rechtmatig.toggled.connect(self._on_uitkomst_gekozen)
        self._knoppen.accepted.connect(self._on_geven_gevraagd)
        self._knoppen.rejected.connect(self.reject)
        self.formulier.gewijzigd.connect(self._on_formulier_gewijzigd)

    def _on_formulier_gewijzigd(self) -> None:
        self._fout.zet(Icoon.FOUT, "")

    def invoer(self) -> OordeelInvoer:
        """What is in the fields now."""
        positief = self.rechtmatig.isChecked()
        tot: date | None = self.geldig_tot.datum() if positief else None
        return OordeelInvoer(
            partij_id=self._partij.partij_id,
            uitkomst=OordeelUitkomst.RECHTMATIG if positief else OordeelUitkomst.NIET_RECHTMATIG,
            grondslag=self.grondslag.currentText() if positief else "",
            motivering=self.motivering.toPlainText(),
            geldig_tot=tot,
        )

    def _on_uitkomst_gekozen(self) -> None:
        positief = self.rechtmatig.isChecked()
        self.formulier.regel("grondslag").setVisible(positief)
        self.formulier.regel("geldig_tot").setVisible(positief)
        self.formulier.regel("motivering").label.setText("&Motivering" if not positief else "&Motivering (mag leeg)")
        self.formulier.wis_fouten()
        self._fout.zet(Icoon.FOUT, "")

    def _on_geven_gevraagd(self) -> None:
        self.formulier.wis_fouten()
        self._fout.zet(Icoon.FOUT, "")
        try:
            gelukt = self._bewaar(self.invoer())
        except InvoerOngeldig as fout:
            if not self.formulier.toon_fout(fout):
                self._fout.zet_fout(fout)
        except GebruikersFout as fout:
            self._fout.zet_fout(fout)
        else:
            if gelukt:
                self.accept()

    @classmethod
    def vraag(
        cls,
        casusnummer: str,
        partij: PartijOordeel,
        uitkomst: OordeelUitkomst,
        bewaar: Callable[[OordeelInvoer], bool],
        *,
        ouder: QWidget,
    ) -> bool:
        """Whether an oordeel was given."""
        dialoog = cls(casusnummer, partij, uitkomst, bewaar, ouder)
        gegeven = dialoog.exec() == QDialog.DialogCode.Accepted
        dialoog.motivering.maak_leeg()
        verwijder(dialoog)
        return gegeven
