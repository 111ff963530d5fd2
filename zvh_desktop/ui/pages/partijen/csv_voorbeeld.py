"""Shows line by line what importing a list would do, before anything is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from zvh_desktop.services.partijen.inlezen import CsvRegel, CsvUitkomst, CsvVoorbeeld
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.teksten.dossier import CSV_ICOON
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.statuslabel import Statuslabel


def _nummer(regel: CsvRegel) -> object:
    return regel.nummer


def _partij(regel: CsvRegel) -> object:
    return regel.partij


def _contact(regel: CsvRegel) -> object:
    return regel.contactpersoon


def _uitkomst(regel: CsvRegel) -> object:
    return regel.uitkomst.value


def _uitkomst_icoon(regel: CsvRegel) -> Icoon:
    return CSV_ICOON[regel.uitkomst]


def _toelichting(regel: CsvRegel) -> object:
    return regel.toelichting


def _toelichting_tekst(regel: CsvRegel) -> str:
    return regel.toelichting


class CsvVoorbeeldDialoog(Dialoog):
    """The preview. Accepting means: do exactly this. Nothing is typed in it, so it does not come back after a lock."""

    heropenen = False

    def __init__(self, voorbeeld: CsvVoorbeeld, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("csv_voorbeeld_dialoog")
        self.setWindowTitle("Casustafel - Partijen inlezen")
        telling = [f"{voorbeeld.aantal(soort)} {soort.value}" for soort in CsvUitkomst if voorbeeld.aantal(soort)]
        aantal = "1 regel" if len(voorbeeld.regels) == 1 else f"{len(voorbeeld.regels)} regels"
        self.telling = Statuslabel(Icoon.INFO, f"{aantal}: {', '.join(telling)}.", self)
        self.telling.laat_afbreken()
        self.onbekend = Statuslabel(Icoon.WAARSCHUWING, "", self, kleur=Kleur.LET_OP)
        self.onbekend.laat_afbreken()
        if voorbeeld.onbekende_kolommen:
            self.onbekend.zet(
                Icoon.WAARSCHUWING,
                f"Deze kolommen worden niet herkend en niet ingelezen: {', '.join(voorbeeld.onbekende_kolommen)}.",
                kleur=Kleur.LET_OP,
            )
        self.tabel = FilterTabel(
            "csv_voorbeeld",
            "regels van het bestand",
            (
                Kolom[CsvRegel]("nummer", "Regel", _nummer, breedte=8, rechts=True),
                Kolom[CsvRegel]("uitkomst", "Wat er gebeurt", _uitkomst, breedte=21, icoon=_uitkomst_icoon),
                Kolom[CsvRegel]("partij", "Partij", _partij, breedte=28),
                Kolom[CsvRegel]("contact", "Contactpersoon", _contact, breedte=20),
                Kolom[CsvRegel]("toelichting", "Waarom", _toelichting, breedte=44, uitleg=_toelichting_tekst),
            ),
            leeg=LegeStaat(Icoon.DOCUMENT, "Geen regels", "In dit bestand staat niets om in te lezen."),
            instellingen=gereedschap.instellingen,
            klembord=gereedschap.klembord,
            ouder=self,
        )
        self.tabel.zet_regels(voorbeeld.regels)
        self._knoppen = QDialogButtonBox(self)
        self.doe_knop = self._knoppen.addButton("&Lees dit in", QDialogButtonBox.ButtonRole.AcceptRole)
        self.doe_knop.setObjectName("csv_doe_knop")
        self.doe_knop.setAccessibleName("Lees dit in")
        self.doe_knop.setEnabled(voorbeeld.doet_iets)
        if not voorbeeld.doet_iets:
            self.doe_knop.setToolTip("Er is niets toe te voegen of te wijzigen.")
        self.niet_knop = self._knoppen.addButton("&Niet inlezen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet inlezen")
        uitleg = StilleTekst(
            "Er is nog niets gewijzigd. Een lege cel laat staan wat er al stond. Geweigerde regels worden "
            f"overgeslagen. Gelezen als {voorbeeld.codering}.",
            self,
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Dit gaat er gebeuren", self))
        indeling.addWidget(self.telling)
        indeling.addWidget(self.onbekend)
        indeling.addWidget(uitleg)
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self._knoppen)
        self.tabel.tabel.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._verbind()
        zet_maat(self, tekstbreedte(self, 140), tekstbreedte(self, 80))

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)

    @classmethod
    def vraag(cls, voorbeeld: CsvVoorbeeld, gereedschap: Gereedschap, ouder: QWidget) -> bool:
        """Whether the user wants exactly this."""
        dialoog = cls(voorbeeld, gereedschap, ouder)
        gekozen = dialoog.exec() == cls.DialogCode.Accepted
        dialoog.tabel.maak_leeg()
        verwijder(dialoog)
        return gekozen
