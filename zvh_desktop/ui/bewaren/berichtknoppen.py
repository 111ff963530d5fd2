"""What a mail program asks for, each with a key of its own: address, subject and text to copy, or that program itself.

For who works in a mail program that opens no drafts. The message is made when one of them is asked for, so it says what
holds now.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from zvh_desktop.ui.bewaren.mailprogramma import open_mailprogramma
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.letters import zonder_letter
from zvh_desktop.ui.uiterlijk.thema import HALF
from zvh_desktop.ui.widgets.knoppen import gereedschapsknop
from zvh_desktop.ui.widgets.loopregel import Loopregel

_BLIJFT = "Blijft 30 seconden op het klembord."


class Mailbericht(NamedTuple):
    """To whom, about what, and what it says."""

    email: str
    onderwerp: str
    tekst: str


class Berichtknoppen(QWidget):
    """``maak`` gives the message of now, or None after it was said why there is none; ``lukt`` shows a refusal."""

    gedaan = Signal(str)
    """What was copied or opened, in a sentence."""

    def __init__(
        self,
        naam: str,
        maak: Callable[[], Mailbericht | None],
        lukt: Callable[[Callable[[], object]], bool],
        gereedschap: Gereedschap,
        ouder: QWidget,
        lijst: QWidget | None = None,
    ) -> None:
        """With a ``lijst`` the keys work in that; a dialog has letters to spare and gives each button one."""
        super().__init__(ouder)
        self._letters = lijst is None
        self._maak, self._lukt, self._gereedschap = maak, lukt, gereedschap
        self.adres_knop = self._knop(f"{naam}_adres", Icoon.KOPIE, "A&dres", f"Kopieer het e-mailadres. {_BLIJFT}")
        self.onderwerp_knop = self._knop(
            f"{naam}_onderwerp", Icoon.KOPIE, "Onder&werp", f"Kopieer het onderwerp. {_BLIJFT}"
        )
        self.tekst_knop = self._knop(
            f"{naam}_tekst", Icoon.KOPIE, "Te&kst", f"Kopieer de tekst van het bericht. {_BLIJFT}"
        )
        self.mail_knop = self._knop(
            f"{naam}_mail",
            Icoon.POST,
            "&Mailprogramma",
            "Open uw mailprogramma met alleen de ontvanger; onderwerp en tekst kopieert u.",
        )
        rij = Loopregel(tussen=HALF)
        for een in self.knoppen():
            rij.addWidget(een)
        indeling = QVBoxLayout(self)
        indeling.setContentsMargins(0, 0, 0, 0)
        indeling.addLayout(rij)
        self.adres_knop.clicked.connect(self.kopieer_adres)
        self.onderwerp_knop.clicked.connect(self.kopieer_onderwerp)
        self.tekst_knop.clicked.connect(self.kopieer_tekst)
        self.mail_knop.clicked.connect(self.open_mail)
        if lijst is not None:
            for toets, een in (
                (sneltoets("Ctrl+Shift+A", waar=lijst), self.adres_knop),
                (sneltoets("Ctrl+Shift+O", waar=lijst), self.onderwerp_knop),
                (sneltoets("Ctrl+Shift+T", waar=lijst), self.tekst_knop),
                (sneltoets("Ctrl+Shift+M", waar=lijst), self.mail_knop),
            ):
                toets.activated.connect(een.click)  # a button that is off does nothing
                een.setToolTip(f"{een.toolTip()} ({toets.key().toString()})")

    def knoppen(self) -> tuple[QToolButton, ...]:
        """All four, from left to right."""
        return self.adres_knop, self.onderwerp_knop, self.tekst_knop, self.mail_knop

    def _knop(self, naam: str, icoon: Icoon, tekst: str, uitleg: str) -> QToolButton:
        gemaakt = gereedschapsknop(naam, icoon, tekst if self._letters else zonder_letter(tekst), uitleg, self)
        gemaakt.setAccessibleName(uitleg.partition(".")[0])
        return gemaakt

    def kopieer_adres(self) -> None:
        """The address alone."""
        bericht = self._maak()
        if bericht is not None:
            self._kopieer(bericht.email, "Het adres")

    def kopieer_onderwerp(self) -> None:
        """The subject alone."""
        bericht = self._maak()
        if bericht is not None:
            self._kopieer(bericht.onderwerp, "Het onderwerp")

    def kopieer_tekst(self) -> None:
        """The text alone."""
        bericht = self._maak()
        if bericht is not None:
            self._kopieer(bericht.tekst, "De tekst")

    def open_mail(self) -> None:
        """The mail program of this computer, with this recipient and nothing else."""
        bericht = self._maak()
        if bericht is not None and self._lukt(partial(open_mailprogramma, bericht.email)):
            self.gedaan.emit(
                "Uw mailprogramma is geopend met alleen de ontvanger. Kopieer het onderwerp en de tekst, en voeg de "
                "stukken bij."
            )

    def _kopieer(self, tekst: str, wat: str) -> None:
        self._gereedschap.klembord.zet(tekst)
        self.gedaan.emit(f"{wat} staat 30 seconden op het klembord.")
