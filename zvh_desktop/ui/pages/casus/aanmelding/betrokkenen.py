"""Edits a list of betrokkenen: the first is the hoofdbetrokkene; add, remove, move, and take back a removal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import BetrokkeneId
from zvh_desktop.models.taal import geboren_tekst
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.casus.bekenden import Bekende
from zvh_desktop.ui.na_afloop import na_afloop, verwijder
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.doelen import Invoerregel
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.widgets.kaart import Kop, StilleTekst
from zvh_desktop.ui.widgets.kader import Kader
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.velden.datumveld import Geboorteveld
from zvh_desktop.ui.widgets.velden.formulier import Formulierregel
from zvh_desktop.ui.widgets.velden.tekstveld import zet_vast

_BEKENDEN_NA_MS = 400
"""So long after the last letter it is looked up who is known by that name."""


class BetrokkeneVak(Kader):
    """One person."""

    gewijzigd = Signal()
    omhoog_gevraagd = Signal()
    omlaag_gevraagd = Signal()
    weghalen_gevraagd = Signal()

    def __init__(self, begin: BetrokkeneInvoer, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._id = begin.id
        self.kop = Kop("", self, factor=1.0)
        self.naam = Invoerregel(begin.naam, self)
        self.geboortedatum = Geboorteveld("Geboortedatum", self)
        self.geboortedatum.zet_datum(begin.geboortedatum)
        self.gemeente = Invoerregel(begin.gemeente, self)
        self.adres = Invoerregel(begin.adres, self)
        self.omhoog_knop = gereedschapsknop("betrokkene_omhoog", Icoon.OMHOOG, "", "Omhoog (Alt+pijl omhoog)", self)
        self.omlaag_knop = gereedschapsknop("betrokkene_omlaag", Icoon.OMLAAG, "", "Omlaag (Alt+pijl omlaag)", self)
        self.weg_knop = gereedschapsknop("betrokkene_weg", Icoon.PRULLENBAK, "", "Haal weg", self)
        kopregel = QHBoxLayout()
        kopregel.addWidget(self.kop, 1)
        for knop in (self.omhoog_knop, self.omlaag_knop, self.weg_knop):
            kopregel.addWidget(knop)
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(RASTER * 2)
        rooster.setVerticalSpacing(RASTER)
        self.naamregel = Formulierregel("Naam", self.naam, ouder=self)
        self.datumregel = Formulierregel("Geboortedatum", self.geboortedatum, ouder=self)
        rooster.addWidget(self.naamregel, 0, 0, Qt.AlignmentFlag.AlignTop)
        rooster.addWidget(self.datumregel, 0, 1, Qt.AlignmentFlag.AlignTop)
        rooster.addWidget(Formulierregel("Gemeente", self.gemeente, ouder=self), 1, 0)
        rooster.addWidget(Formulierregel("Adres", self.adres, ouder=self), 1, 1)
        rooster.setColumnStretch(0, 1)
        rooster.setColumnStretch(1, 1)
        indeling = QVBoxLayout(self)
        indeling.setSpacing(RASTER)
        indeling.addLayout(kopregel)
        indeling.addLayout(rooster)
        self.bekend = StilleTekst("", self)
        self.bekend.setObjectName("betrokkene_bekend")
        self.bekend.setVisible(False)
        indeling.addWidget(self.bekend)
        self._op = sneltoets("Alt+Up", waar=self)
        self._neer = sneltoets("Alt+Down", waar=self)
        self._verbind()

    def _verbind(self) -> None:
        for veld in (self.naam, self.gemeente, self.adres):
            veld.textEdited.connect(self.gewijzigd)
        self.geboortedatum.datum_gewijzigd.connect(self.gewijzigd)
        self.omhoog_knop.clicked.connect(self.omhoog_gevraagd)
        self.omlaag_knop.clicked.connect(self.omlaag_gevraagd)
        self.weg_knop.clicked.connect(self.weghalen_gevraagd)
        self._op.activated.connect(self.omhoog_gevraagd)
        self._neer.activated.connect(self.omlaag_gevraagd)

    def invoer(self) -> BetrokkeneInvoer:
        """What is in the fields."""
        return BetrokkeneInvoer(
            self.naam.text(), self.geboortedatum.datum_tot_nu(), self.gemeente.text(), self.adres.text(), self._id
        )

    def toon_bekenden(self, bekenden: Sequence[Bekende]) -> None:
        """Say who of this name the vault holds already, and whether that is the same person."""
        self.bekend.setText("\n".join(map(_bekend_zin, bekenden)))
        self.bekend.setVisible(bool(bekenden))

    def leeg(self) -> bool:
        """Whether nothing at all was typed."""
        een = self.invoer()
        return not (een.naam.strip() or self.geboortedatum.text().strip() or een.gemeente.strip() or een.adres.strip())

    def onthoud(self, id_: BetrokkeneId | None) -> None:
        """Which stored betrokkene this is."""
        self._id = id_

    def zet_plaats(self, nummer: int, aantal: int, kop: str, *, vast: bool) -> None:
        """Show the heading and the buttons for this place in the list."""
        self.kop.setText(kop)
        self.setObjectName(f"betrokkene_{nummer + 1}")
        self.setAccessibleName(kop)
        for veld, sleutel in (
            (self.naam, "naam"), (self.geboortedatum, "geboortedatum"), (self.gemeente, "gemeente"),
            (self.adres, "adres"),
        ):  # fmt: skip
            veld.setObjectName(f"betrokkene_{nummer + 1}_{sleutel}")
        for veld, naam in ((self.naam, "Naam"), (self.gemeente, "Gemeente"), (self.adres, "Adres")):
            veld.setAccessibleName(f"{naam}, {kop}")
            zet_vast(veld, vast)
        self.geboortedatum.setAccessibleName(f"Geboortedatum, {kop}")
        self.geboortedatum.setEnabled(not vast)
        self.omhoog_knop.setEnabled(not vast and nummer > 0)
        self.omlaag_knop.setEnabled(not vast and nummer < aantal - 1)
        self.weg_knop.setEnabled(not vast)
        for knop, wat in ((self.omhoog_knop, "omhoog"), (self.omlaag_knop, "omlaag"), (self.weg_knop, "weghalen")):
            knop.setAccessibleName(f"{kop} {wat}")
            knop.setVisible(not vast)


class BetrokkenenVelden(QWidget):
    """The whole list."""

    gewijzigd = Signal()

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("betrokkenen_velden")
        self.setAccessibleName("Lijst van betrokkenen")
        self._vast = False
        self._zoek: Callable[[BetrokkeneInvoer], Sequence[Bekende]] | None = None
        self._straks = QTimer(self)
        self._straks.setSingleShot(True)
        self._straks.setInterval(_BEKENDEN_NA_MS)
        self._vakken: list[BetrokkeneVak] = []
        self._weg: list[tuple[int, BetrokkeneInvoer]] = []
        self.nieuw_knop = gereedschapsknop(
            "betrokkene_toevoegen_knop",
            Icoon.PLUS,
            "Voeg betrokkene toe",
            "Toevoegen (Insert)",
            self,
        )
        self.terug_knop = gereedschapsknop(
            "betrokkene_terug_knop", Icoon.ONGEDAAN, "Ongedaan maken", "Wat is weggehaald terugzetten (Ctrl+Z)", self
        )
        self.terug_knop.setVisible(False)
        knoppen = QHBoxLayout()
        knoppen.addWidget(self.nieuw_knop)
        knoppen.addWidget(self.terug_knop)
        knoppen.addStretch(1)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(RASTER)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addLayout(self._lijst)
        indeling.addLayout(knoppen)
        self._erbij = sneltoets("Ins", waar=self)
        self._verbind()

    def _verbind(self) -> None:
        self.nieuw_knop.clicked.connect(self.voeg_toe)
        self.terug_knop.clicked.connect(self.zet_terug)
        self._erbij.activated.connect(self.voeg_toe)
        self.gewijzigd.connect(self._straks.start)
        self._straks.timeout.connect(self.zoek_bekenden)

    def zoek_met(self, zoek: Callable[[BetrokkeneInvoer], Sequence[Bekende]]) -> None:
        """While somebody is typed here, this says who is known by that name."""
        self._zoek = zoek

    def zoek_bekenden(self) -> None:
        """Look everyone up who is in the list now."""
        if self._zoek is None:
            return
        for vak in self._vakken:
            vak.toon_bekenden(() if self._vast else self._zoek(vak.invoer()))

    def vakken(self) -> tuple[BetrokkeneVak, ...]:
        """The persons now shown."""
        return tuple(self._vakken)

    def laad(self, invoer: Sequence[BetrokkeneInvoer], *, vast: bool) -> None:
        """Show these persons; an empty list begins with one empty person to fill in."""
        self._vast = vast
        self.maak_leeg()
        for een in invoer or (() if vast else (BetrokkeneInvoer(""),)):
            self._plaats(len(self._vakken), een)
        self.nieuw_knop.setVisible(not vast)
        self._nummer()

    def invoer(self) -> tuple[BetrokkeneInvoer, ...]:
        """Everyone of whom something was typed."""
        return tuple(vak.invoer() for vak in self._vakken if not vak.leeg())

    def eis_leesbaar(self) -> None:
        """Raises InvoerOngeldig when a date of birth was left with something that cannot be read."""
        for vak in self._vakken:
            vak.geboortedatum.eis_leesbaar()

    def onthoud_ids(self, ids: Sequence[BetrokkeneId]) -> None:
        """After saving: which stored betrokkene each of them is, in the same order."""
        gevuld = [vak for vak in self._vakken if not vak.leeg()]
        for vak, id_ in zip(gevuld, ids, strict=False):
            vak.onthoud(id_)

    def toon_fout(self, veld: str, tekst: str) -> bool:
        """Say what is wrong at the person it is about; False when it is none of these fields."""
        if veld == "betrokkenen":
            fout = next((vak for vak in self._vakken if not vak.leeg() and not vak.naam.text().strip()), None)
            if fout is None and self._vakken:
                fout = self._vakken[0]
            if fout is not None:
                fout.naamregel.toon_fout(tekst)
                return True
        if veld == "geboortedatum":
            geweigerd = [vak for vak in self._vakken if vak.geboortedatum.fout()]
            for vak in geweigerd or self._vakken:
                vak.datumregel.toon_fout(tekst if geweigerd or vak.geboortedatum.datum_tot_nu() else "")
            return True
        return False

    def wis_fouten(self) -> None:
        """Take away what was said to be wrong."""
        for vak in self._vakken:
            vak.naamregel.toon_fout("")
            vak.datumregel.toon_fout("")

    def maak_leeg(self) -> None:
        """Forget everyone."""
        self._weg.clear()
        self._straks.stop()
        self.terug_knop.setVisible(False)
        while self._vakken:
            self._verwijder_vak(0)

    def voeg_toe(self) -> None:
        """One more person, with the keyboard in its name."""
        if self._vast:
            return
        vak = self._plaats(len(self._vakken), BetrokkeneInvoer(""))
        self._nummer()
        vak.naam.setFocus()

    def zet_terug(self) -> None:
        """Undo the last removal; what comes back is stored anew."""
        if not self._weg or self._vast:
            return
        nummer, invoer = self._weg.pop()
        nieuw = BetrokkeneInvoer(invoer.naam, invoer.geboortedatum, invoer.gemeente, invoer.adres)
        self._plaats(min(nummer, len(self._vakken)), nieuw).naam.setFocus()
        self._nummer()
        self.terug_knop.setVisible(bool(self._weg))
        self.gewijzigd.emit()

    def _plaats(self, nummer: int, invoer: BetrokkeneInvoer) -> BetrokkeneVak:
        vak = BetrokkeneVak(invoer, self)
        vak.gewijzigd.connect(self.gewijzigd)
        vak.omhoog_gevraagd.connect(self._on_omhoog_gevraagd)
        vak.omlaag_gevraagd.connect(self._on_omlaag_gevraagd)
        vak.weghalen_gevraagd.connect(self._on_weghalen_gevraagd)
        self._vakken.insert(nummer, vak)
        self._lijst.insertWidget(nummer, vak)
        vak.show()  # now, so that it can take the keyboard at once
        return vak

    def _verwijder_vak(self, nummer: int) -> None:
        vak = self._vakken.pop(nummer)
        verwijder(vak)

    def _nummer(self) -> None:
        for nummer, vak in enumerate(self._vakken):
            kop = "Hoofdbetrokkene" if nummer == 0 else f"Nevenbetrokkene {nummer}"
            vak.zet_plaats(nummer, len(self._vakken), kop, vast=self._vast)

    def _verschuif(self, richting: int) -> None:
        vak = self.sender()
        if not isinstance(vak, BetrokkeneVak) or self._vast or vak not in self._vakken:
            return
        oud = self._vakken.index(vak)
        nieuw = oud + richting
        if not 0 <= nieuw < len(self._vakken):
            return
        veld = self.focusWidget()
        self._vakken.insert(nieuw, self._vakken.pop(oud))
        self._lijst.removeWidget(vak)
        self._lijst.insertWidget(nieuw, vak)
        self._nummer()
        if veld is not None and veld.isEnabled() and not veld.hasFocus():
            na_afloop(veld, veld.setFocus)
        self.gewijzigd.emit()

    def _on_omhoog_gevraagd(self) -> None:
        self._verschuif(-1)

    def _on_omlaag_gevraagd(self) -> None:
        self._verschuif(1)

    def _on_weghalen_gevraagd(self) -> None:
        vak = self.sender()
        if not isinstance(vak, BetrokkeneVak) or vak not in self._vakken:
            return  # a second click, on one that is on its way out
        nummer = self._vakken.index(vak)
        if not vak.leeg():
            self._weg.append((nummer, vak.invoer()))
        self._verwijder_vak(nummer)
        if not self._vakken:
            self._plaats(0, BetrokkeneInvoer(""))
        self._nummer()
        self.terug_knop.setVisible(bool(self._weg))
        (self.terug_knop if self._weg else self.nieuw_knop).setFocus()
        self.gewijzigd.emit()


def _bekend_zin(bekende: Bekende) -> str:
    wie = bekende.naam
    if bekende.geboortedatum is not None:
        wie += f", {geboren_tekst(bekende.geboortedatum)}"
    if bekende.casusnummer:
        wie += f", casus {bekende.casusnummer}"
    if bekende.letter_anders:
        zelfde = " en dezelfde geboortedatum" if bekende.zelfde else ""
        return f"Niemand heet precies zo. Eén letter anders{zelfde}: {wie}. Kijk of dit dezelfde persoon is."
    if bekende.zelfde:
        hoe = "waarschijnlijk al bekend, anders gespeld" if bekende.anders_gespeld else "al bekend"
        return f"Deze persoon is {hoe}: {wie}."
    naam = "bijna deze" if bekende.anders_gespeld else "deze"
    if bekende.zelfde is None:
        return f"Iemand met {naam} naam is al bekend: {wie}. Vergelijk de geboortedatum."
    return f"Een ander met {naam} naam: {wie}."
