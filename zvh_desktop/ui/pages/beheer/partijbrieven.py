"""Letters to partijen in a register: a line per partij, the letter, the draft, and that it was sent.

The lines are of the room; what is done with a letter is the same in each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final, Generic, TypeVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster, bewaar_concept_als
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import RASTER
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.knoppen import knop, zet_toestemming
from zvh_desktop.ui.widgets.loopregel import Loopregel

RegelT = TypeVar("RegelT")
KIES: Final = "Kies eerst een partij."


class Partijbrieven(QWidget, Generic[RegelT]):
    """A subclass makes the table, says how a letter and a draft are made, and when one went out."""

    naam: ClassVar[str]
    """Begins the object name of each button."""
    recht: ClassVar[Recht]
    al_gegaan: ClassVar[str] = "Deze partij heeft al bericht gekregen."

    def __init__(self, diensten: Diensten, gereedschap: Gereedschap, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._diensten, self._gereedschap = diensten, gereedschap
        self.tabel = self._maak_tabel()
        rij = Loopregel(tussen=RASTER)
        for een in self._maak_knoppen():
            rij.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.setSpacing(RASTER)
        indeling.addWidget(self.tabel, 1)
        indeling.addLayout(rij)
        self._verbind()
        self._toon_knoppen()

    # --- of the room ----------------------------------------------------------------------------------

    def _maak_tabel(self) -> FilterTabel[RegelT]:
        """The lines."""
        raise NotImplementedError

    def _brief(self, regel: RegelT) -> Stuk:
        """The letter. Raises GebruikersFout."""
        raise NotImplementedError

    def _concept(self, regel: RegelT) -> Stuk:
        """The draft for the mail program. Raises GebruikersFout."""
        raise NotImplementedError

    def _noteer(self, regel: RegelT) -> None:
        """Note that it was sent; what refuses that is shown."""
        raise NotImplementedError

    def _kan_nog(self, regel: RegelT) -> bool:
        """Whether its letter did not go out yet."""
        raise NotImplementedError

    def _maak_knoppen(self) -> tuple[QPushButton, ...]:
        """From left to right, as Tab goes: they are made in this order. A room that has more adds its own."""
        self.brief_knop = knop(f"{self.naam}_brief_knop", "Brief bekijken…", self, Icoon.DOCUMENT)
        self.concept_knop = knop(f"{self.naam}_concept_knop", "Bewaar concept…", self, Icoon.OPSLAAN)
        self.verstuurd_knop = knop(f"{self.naam}_verstuurd_knop", "Noteer als verstuurd", self, Icoon.VINK)
        return self.brief_knop, self.concept_knop, self.verstuurd_knop

    def _verbind(self) -> None:
        self.tabel.regel_gekozen.connect(self._toon_knoppen)
        self.brief_knop.clicked.connect(self.bekijk)
        self.concept_knop.clicked.connect(self.bewaar_concept)
        self.verstuurd_knop.clicked.connect(self.noteer)

    # --- the same in each -----------------------------------------------------------------------------

    def bekijk(self) -> None:
        """The letter as it went, or as it would go now."""
        self._toon_stuk(self._brief, "Brief")

    def bewaar_concept(self) -> None:
        """The draft for the mail program."""
        stuk = self._maak(self._concept)
        if stuk is not None:
            bewaar_concept_als(self._gereedschap.melder, self, stuk)

    def noteer(self) -> None:
        """It was sent."""
        regel = self.tabel.gekozen()
        if regel is not None:
            self._noteer(regel)

    def _zet_regels(self, regels: Sequence[RegelT] | None) -> None:
        """Show these; None: nothing was chosen of which there could be any."""
        if regels is None:
            self.tabel.maak_leeg()
        else:
            self.tabel.zet_regels(regels)
            if self.tabel.gekozen() is None:
                self.tabel.kies(0)
        self._toon_knoppen()

    def _toon_stuk(self, bron: Callable[[RegelT], Stuk], titel: str) -> None:
        stuk = self._maak(bron)
        if stuk is not None:
            melder = self._gereedschap.melder
            PdfVenster.vraag(stuk.inhoud, stuk.bestandsnaam, titel, melder, ouder=self)

    def _maak(self, bron: Callable[[RegelT], Stuk]) -> Stuk | None:
        regel = self.tabel.gekozen()
        if regel is None:
            return None
        try:
            return na_keuze(self, partial(bron, regel))
        except GebruikersFout as fout:
            self._gereedschap.melder.toon_fout(self, fout)
            return None

    def _toon_knoppen(self) -> None:
        regel = self.tabel.gekozen()
        mag = self._diensten.mag(self.recht)
        zet_toestemming(self.brief_knop, mag, verder=regel is not None, reden=KIES)
        open_ = regel is not None and self._kan_nog(regel)
        al = KIES if regel is None else self.al_gegaan
        zet_toestemming(self.concept_knop, mag, verder=open_, reden=al)
        zet_toestemming(self.verstuurd_knop, mag, verder=open_, reden=al)
