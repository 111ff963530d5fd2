"""Choose a backup to put back: when it was made, whether it is whole, and what would be lost since.

The same from Beheer, where the vault is open and can be compared with, and from the login, where it need not open at
all. Nothing happens here but choosing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.taal import datum_lang, tijd
from zvh_desktop.ui.dialogs.dialoog import Dialoog
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.uiterlijk.doelen import Dialoogknoppen
from zvh_desktop.ui.uiterlijk.icons import Icoon, laad_icoon
from zvh_desktop.ui.uiterlijk.thema import RANDRUIMTE, RUIM, Kleur, tekstbreedte
from zvh_desktop.ui.uiterlijk.venstertitel import zet_venstertitel
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.statuslabel import Statuslabel

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Kopielezer, KopieRegel

UITLEG = (
    "De kluis wordt teruggezet zoals hij was toen de reservekopie werd gemaakt. De kluis van nu gaat niet weg: hij "
    "blijft ernaast staan tot u hem verwijdert. Wat na de reservekopie is vernietigd, wordt opnieuw vernietigd."
)


class TerugzetDialoog(Dialoog):
    """Ends with ``gekozen``; None when the user thinks better of it."""

    heropenen = False

    def __init__(
        self, lees: Kopielezer, kluisnaam: str, taken: Taken, melder: Melder, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("terugzet_dialoog")
        zet_venstertitel(self, "Reservekopie terugzetten")
        self._lees = lees
        self._taken = taken
        self._melder = melder
        self._regels: tuple[KopieRegel, ...] = ()
        self._bouw(kluisnaam)
        self._verbind()
        self._begin(None)

    def _bouw(self, kluisnaam: str) -> None:
        uitleg = StilleTekst(UITLEG, self)
        uitleg.setMinimumWidth(tekstbreedte(self, 72))
        self.lijst = QListWidget(self)
        self.lijst.setObjectName("terugzet_lijst")
        self.lijst.setAccessibleName("Reservekopieën, de nieuwste bovenaan")
        self.lijst.setMinimumHeight(self.fontMetrics().lineSpacing() * 7)
        self.uitleg_keuze = QLabel("", self)
        self.uitleg_keuze.setObjectName("terugzet_verlies")
        self.uitleg_keuze.setTextFormat(Qt.TextFormat.PlainText)
        self.uitleg_keuze.setWordWrap(True)
        self.uitleg_keuze.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self.uitleg_keuze.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.stand = Statuslabel(Icoon.KLOK, "", self, kleur=Kleur.STIL)
        self.stand.setObjectName("terugzet_stand")
        self.stand.laat_afbreken()
        knoppen = Dialoogknoppen(self)
        self.terug_knop = knoppen.maak("Deze &terugzetten…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.terug_knop.setObjectName("terugzet_knop")
        self.terug_knop.setAccessibleName("Deze terugzetten: de gekozen reservekopie")
        self.map_knop = knoppen.maak("In een andere &map zoeken…", QDialogButtonBox.ButtonRole.ActionRole)
        self.map_knop.setObjectName("terugzet_map_knop")
        self.map_knop.setAccessibleName("In een andere map zoeken")
        self.niet_knop = knoppen.maak("&Niet doen", QDialogButtonBox.ButtonRole.RejectRole)
        self.niet_knop.setAccessibleName("Niet doen")
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(RANDRUIMTE, RANDRUIMTE, RANDRUIMTE, RANDRUIMTE)
        indeling.setSpacing(RUIM)
        indeling.addWidget(Kop(f"Reservekopie van {kluisnaam} terugzetten", self))
        indeling.addWidget(uitleg)
        indeling.addWidget(self.stand)
        indeling.addWidget(self.lijst, 1)
        indeling.addWidget(self.uitleg_keuze)
        indeling.addWidget(knoppen)
        knoppen.accepted.connect(self._on_terug_gevraagd)
        knoppen.rejected.connect(self.reject)

    def _verbind(self) -> None:
        self.lijst.currentRowChanged.connect(self._on_gekozen)
        self.map_knop.clicked.connect(self._on_map_gevraagd)

    def gekozen(self) -> Path | None:
        """The folder of the backup that is chosen."""
        regel = self._regel()
        return regel.map if regel is not None and regel.heel else None

    @classmethod
    def vraag(
        cls, lees: Kopielezer, kluisnaam: str, taken: Taken, melder: Melder, ouder: QWidget | None
    ) -> Path | None:
        """The backup that the user wants back; None for none."""
        dialoog = cls(lees, kluisnaam, taken, melder, ouder)
        akkoord = dialoog.exec() == QDialog.DialogCode.Accepted
        gekozen = dialoog.gekozen() if akkoord else None
        verwijder(dialoog)
        return gekozen

    def _begin(self, map_: Path | None) -> None:
        self.stand.zet(Icoon.KLOK, "De reservekopieën worden nagekeken…", kleur=Kleur.STIL)
        self.terug_knop.setEnabled(False)
        self.map_knop.setEnabled(False)
        self._taken.start_stil_met_voortgang(
            partial(self._lees, map_),
            gevorderd=self._on_gevorderd,
            gelukt=self._on_gelezen,
            mislukt=self._on_niet_gelezen,
        )

    def _on_gevorderd(self, _gedaan: int, _totaal: int, tekst: str) -> None:
        self.stand.zet(Icoon.KLOK, f"{tekst}…", kleur=Kleur.STIL)

    def _on_gelezen(self, regels: Sequence[KopieRegel]) -> None:
        self._regels = tuple(regels)
        self.map_knop.setEnabled(True)
        self.lijst.clear()
        for regel in self._regels:
            icoon = Icoon.VINK if regel.heel else Icoon.FOUT
            self.lijst.addItem(QListWidgetItem(laad_icoon(icoon), _als_regel(regel)))
        if not self._regels:
            self.stand.zet(
                Icoon.WAARSCHUWING,
                "Er is hier geen reservekopie gevonden. Zoek in een andere map, bijvoorbeeld op een andere schijf.",
                kleur=Kleur.LET_OP,
            )
            return
        goed = sum(regel.heel for regel in self._regels)
        wat = "1 reservekopie is nagekeken en heel." if goed == 1 else f"{goed} reservekopieën zijn nagekeken en heel."
        self.stand.zet(Icoon.VINK, wat, kleur=Kleur.GOED)
        self.lijst.setCurrentRow(next((nr for nr, regel in enumerate(self._regels) if regel.heel), 0))
        self.lijst.setFocus()

    def _on_niet_gelezen(self, fout: GebruikersFout) -> None:
        self.map_knop.setEnabled(True)
        self.stand.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)
        self._on_gekozen()  # what was read before still stands there, and can still be put back

    def _on_gekozen(self) -> None:
        regel = self._regel()
        self.terug_knop.setEnabled(regel is not None and regel.heel)
        self.uitleg_keuze.setText("" if regel is None else _als_uitleg(regel))

    def _on_map_gevraagd(self) -> None:
        map_ = self._melder.kies_map(self, "In welke map staan reservekopieën?")
        if map_ is not None:
            self._begin(map_)

    def _on_terug_gevraagd(self) -> None:
        regel = self._regel()
        if regel is None or not regel.heel:
            return
        vraag = f"De kluis wordt teruggezet zoals hij was op {_moment(regel)}. {regel.verlies.zin}"
        if self._melder.bevestig(self, vraag, "Zet terug"):
            self.accept()

    def _regel(self) -> KopieRegel | None:
        rij = self.lijst.currentRow()
        return self._regels[rij] if 0 <= rij < len(self._regels) else None


def _moment(regel: KopieRegel) -> str:
    hier = regel.gemaakt.astimezone()
    return f"{datum_lang(hier.date())} om {tijd(hier)}"


def _als_regel(regel: KopieRegel) -> str:
    waar = "op een andere schijf" if regel.elders else "op dezelfde schijf"
    heel = "" if regel.heel else " - BESCHADIGD, niet te gebruiken"
    return f"{_moment(regel)}, {regel.soort}, {waar}{heel}"


def _als_uitleg(regel: KopieRegel) -> str:
    if not regel.heel:
        return f"Deze reservekopie is beschadigd of niet volledig. Kies een andere.\n{regel.map}"
    verlies = regel.verlies
    delen = [verlies.zin]
    delen += [f"    {aantal} × {woorden}" for woorden, aantal in verlies.soorten]
    if verlies.laatste:
        delen += ["De laatste:", *(f"    {deel}" for deel in verlies.laatste)]
    return "\n".join((*delen, f"Staat in: {regel.map}"))


def zin_na_terugzetten(opzij: Path | None) -> str:
    """What is told once a backup stands in the place of the vault."""
    waar = f" De kluis van daarvoor staat in {opzij}, tot u hem verwijdert." if opzij is not None else ""
    return f"De reservekopie is teruggezet. Meld u aan met het wachtwoord van toen.{waar}"
