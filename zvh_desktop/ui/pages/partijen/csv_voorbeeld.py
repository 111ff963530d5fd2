"""Shows line by line what importing a list would do, before anything is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.partijen.csv_codering import Codering
from zvh_desktop.services.partijen.inlezen import CsvRegel, CsvUitkomst, CsvVoorbeeld
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.pages.partijen.csv_kolommen import KolommenKeuze
from zvh_desktop.ui.scherm import zet_maat
from zvh_desktop.ui.teksten.dossier import CSV_ICOON
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen, Drukknop
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RASTER, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.statuslabel import Statuslabel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


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


_MEESTE_NAMEN = 8
"""A list of contacts from a mail program has some ninety columns."""


Lezer = Callable[[Mapping[int, str] | None, Codering | None], CsvVoorbeeld]
"""Reads the same file again, with columns or with letters that were chosen by hand."""


class CsvVoorbeeldDialoog(Dialoog):
    """The preview. Accepting means: do exactly this. After a lock the vault may have changed: the file is read anew."""

    heropenen = False
    bij_verlies = "De lijst van partijen is nog niet ingelezen. Kies het bestand opnieuw."

    def __init__(
        self,
        voorbeeld: CsvVoorbeeld,
        gereedschap: Gereedschap,
        ouder: QWidget | None = None,
        lees: Lezer | None = None,
    ) -> None:
        super().__init__(ouder)
        self._lees = lees
        self.voorbeeld = voorbeeld
        self.setObjectName("csv_voorbeeld_dialoog")
        zet_venstertitel(self, "Partijen inlezen")
        self.telling = Statuslabel(Icoon.INFO, "", self)
        self.telling.laat_afbreken()
        self.onbekend = Statuslabel(Icoon.WAARSCHUWING, "", self, kleur=Kleur.LET_OP)
        self.onbekend.laat_afbreken()
        self.kolommen = KolommenKeuze(self)
        self.kolommen_knop = Drukknop("&Kolommen kiezen", self)
        self.kolommen_knop.setObjectName("csv_kolommen_knop")
        self.kolommen_knop.setAccessibleName("Kolommen kiezen: zelf zeggen wat in welke kolom staat")
        self.kolommen_knop.setCheckable(True)
        self.kolommen_knop.setAutoDefault(False)
        self.kolommen_knop.setVisible(lees is not None)
        self.codering = Keuzeveld(self)
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
        self._knoppen = Dialoogknoppen(self)
        self.doe_knop = self._knoppen.maak("&Lees dit in", QDialogButtonBox.ButtonRole.AcceptRole)
        self.doe_knop.setObjectName("csv_doe_knop")
        self.doe_knop.setAccessibleName("Lees dit in")
        self.niet_knop = self._knoppen.maak("&Niet inlezen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet inlezen")
        self._deel_in()
        self.tabel.tabel.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._toon(voorbeeld)
        self.kolommen.zet(voorbeeld)
        kiezen = lees is not None and "partij" not in dict(voorbeeld.kolommen).values()
        self.kolommen_knop.setChecked(kiezen)
        self.kolommen.setVisible(kiezen)
        self._verbind()
        zet_maat(self, tekstbreedte(self, 140), tekstbreedte(self, 80))

    def _deel_in(self) -> None:
        uitleg = StilleTekst(
            "Er is nog niets gewijzigd. Een lege cel laat staan wat er al stond. Geweigerde regels worden "
            "overgeslagen. Staan er vreemde tekens in de namen? Kies dan hoe de letters zijn geschreven.",
            self,
        )
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop("Dit gaat er gebeuren", self))
        indeling.addWidget(self.telling)
        indeling.addWidget(self.onbekend)
        indeling.addWidget(self.kolommen_knop, 0, Qt.AlignmentFlag.AlignLeft)
        indeling.addWidget(self.kolommen)
        indeling.addWidget(uitleg)
        indeling.addLayout(self._letterkeuze())
        indeling.addWidget(self.tabel, 1)
        indeling.addWidget(self._knoppen)

    def _letterkeuze(self) -> QHBoxLayout:
        self.codering.setObjectName("csv_codering")
        self.codering.setAccessibleName("Hoe de letters van dit bestand zijn geschreven")
        label = QLabel("Le&tters gelezen als", self)
        label.setBuddy(self.codering)
        for een in Codering:
            self.codering.addItem(een.value, een)
        letters = QHBoxLayout()
        letters.setSpacing(RASTER)
        letters.addWidget(label)
        letters.addWidget(self.codering)
        letters.addStretch(1)
        return letters

    def _verbind(self) -> None:
        self._knoppen.accepted.connect(self.accept)
        self._knoppen.rejected.connect(self.reject)
        self.kolommen_knop.toggled.connect(self.kolommen.setVisible)
        self.kolommen.gekozen.connect(self._on_kolommen_gekozen)
        self.codering.activated.connect(self._on_codering_gekozen)

    def _toon(self, voorbeeld: CsvVoorbeeld) -> None:
        self.voorbeeld = voorbeeld
        aantallen = ((soort, voorbeeld.aantal(soort)) for soort in CsvUitkomst)
        telling = [f"{aantal} {_woord(soort, aantal)}" for soort, aantal in aantallen if aantal]
        aantal = "1 regel" if len(voorbeeld.regels) == 1 else f"{len(voorbeeld.regels)} regels"
        self.telling.zet(Icoon.INFO, f"{aantal}: {', '.join(telling)}.")
        waarschuwing = " ".join(filter(None, (_letters(voorbeeld), _bladen(voorbeeld), _niet_ingelezen(voorbeeld))))
        self.onbekend.zet(Icoon.WAARSCHUWING, waarschuwing, kleur=Kleur.LET_OP)
        self.codering.setCurrentIndex(self.codering.findData(voorbeeld.codering))
        self.codering.setEnabled(self._lees is not None and bool(voorbeeld.scheidingsteken))
        self.tabel.zet_regels(voorbeeld.regels)
        self.doe_knop.setEnabled(voorbeeld.doet_iets)
        self.doe_knop.setToolTip("" if voorbeeld.doet_iets else "Er is niets toe te voegen of te wijzigen.")

    def _on_kolommen_gekozen(self) -> None:
        self._lees_anders(self.voorbeeld.codering)

    def _on_codering_gekozen(self) -> None:
        self._lees_anders(Codering(self.codering.currentData()))

    def _lees_anders(self, codering: Codering) -> None:
        if self._lees is None:
            return
        try:
            self._toon(self._lees(self.kolommen.kolommen(), codering))
        except GebruikersFout as fout:
            self.doe_knop.setEnabled(False)
            self.onbekend.zet_fout(fout)

    @classmethod
    def vraag(
        cls,
        voorbeeld: CsvVoorbeeld,
        gereedschap: Gereedschap,
        ouder: QWidget,
        lees: Lezer,
    ) -> CsvVoorbeeld | None:
        """What the user agreed to do, exactly; None when nothing."""
        dialoog = cls(voorbeeld, gereedschap, ouder, lees)
        gekozen = dialoog.exec() == cls.DialogCode.Accepted
        uitkomst = dialoog.voorbeeld if gekozen else None
        dialoog.tabel.maak_leeg()
        verwijder(dialoog)
        return uitkomst


def _letters(voorbeeld: CsvVoorbeeld) -> str:
    zinnen = []
    if not voorbeeld.zeker:
        zinnen.append(
            "Het is niet zeker hoe de letters van dit bestand zijn geschreven: kijk de namen met een accent na."
        )
    if voorbeeld.verloren:
        regels = ", ".join(map(str, voorbeeld.verloren[:_MEESTE_NAMEN]))
        rest = " en verder" if len(voorbeeld.verloren) > _MEESTE_NAMEN else ""
        zinnen.append(
            f"In dit bestand zijn letters verloren gegaan: er staat \N{REPLACEMENT CHARACTER} op regel {regels}{rest}."
        )
    return " ".join(zinnen)


def _bladen(voorbeeld: CsvVoorbeeld) -> str:
    bladen = voorbeeld.andere_bladen
    if not bladen:
        return ""
    namen = ", ".join(f'"{naam}"' for naam in bladen[:_MEESTE_NAMEN])
    return f"Dit werkboek heeft meer bladen. Niet gelezen: {namen}{' en meer' if len(bladen) > _MEESTE_NAMEN else ''}."


def _niet_ingelezen(voorbeeld: CsvVoorbeeld) -> str:
    namen = voorbeeld.onbekende_kolommen
    if not namen:
        return ""
    rest = f" en nog {len(namen) - _MEESTE_NAMEN}" if len(namen) > _MEESTE_NAMEN else ""
    return f"Deze kolommen worden niet herkend en niet ingelezen: {', '.join(namen[:_MEESTE_NAMEN])}{rest}."


def _woord(soort: CsvUitkomst, aantal: int) -> str:
    """What happens, in the number of what it happens to: one line "wordt", more of them "worden"."""
    return soort.value if aantal == 1 else soort.value.replace("wordt ", "worden ")
