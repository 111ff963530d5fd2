"""Below the list of uitnodigingen: to whom the chosen one goes, what can be copied, and what the partij answered.

It only says what was chosen; the step does it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QToolButton, QWidget

from zvh_desktop.models.keuzes import ContactpersoonId, UitnodigingAntwoord
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.ui.pages.tafel.stukken.verzending import toon_contacten
from zvh_desktop.ui.pages.tafel.woorden import ANTWOORD_ICOON, ANTWOORD_TEKST
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon, zet_icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER, RUIM, Kleur
from zvh_desktop.ui.widgets.aandachtsregel import Aandachtsregel
from zvh_desktop.ui.widgets.loopregel import Loopregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld
from zvh_desktop.ui.widgets.velden.zinregel import Zinregel

ANTWOORD_LETTERS = {
    "k": UitnodigingAntwoord.KOMT,
    "n": UitnodigingAntwoord.KOMT_NIET,
    "v": UitnodigingAntwoord.VERVANGER,
    "g": UitnodigingAntwoord.GEEN,
}
_ANTWOORD_KORT = {
    UitnodigingAntwoord.KOMT: "komt",
    UitnodigingAntwoord.KOMT_NIET: "komt niet",
    UitnodigingAntwoord.VERVANGER: "vervanger",
    UitnodigingAntwoord.GEEN: "nog geen",
}


class UitnodigingDetails(QWidget):
    """The fields and buttons of one uitnodiging."""

    contact_gekozen = Signal(int)
    """A ContactpersoonId."""
    antwoord_gekozen = Signal(object)
    """An UitnodigingAntwoord."""
    opmerking_getypt = Signal()
    kopie_gevraagd = Signal(str, str)
    """The text that is to be copied, and what it is called."""
    mail_gevraagd = Signal(str)
    """The address for which the mail program is to be opened."""

    def __init__(self, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._stukken: UitnodigingStukken | None = None
        self._laden = False
        self._bouw()
        self._verbind()

    def _bouw(self) -> None:
        self.contact = Keuzeveld(self)
        self.contact.setObjectName("uitnodiging_contact")
        self.contact.setAccessibleName("Contactpersoon")
        self.contact.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.contact.setMinimumContentsLength(20)
        self.let_op = Aandachtsregel(self)
        self.let_op.setObjectName("uitnodiging_let_op")
        contact_label = QLabel("&Contactpersoon", self)
        contact_label.setBuddy(self.contact)
        self.opmerking = Zinregel(self)
        self.opmerking.setObjectName("uitnodiging_opmerking")
        self.opmerking.setAccessibleName("Opmerking bij het antwoord")
        self.opmerking.setPlaceholderText("Bijvoorbeeld wie er in de plaats komt")
        opmerking_label = QLabel("Opmer&king", self)
        opmerking_label.setBuddy(self.opmerking)
        antwoorden, kopieen = self._bouw_antwoorden(), self._bouw_kopieen()
        rooster = QGridLayout(self)
        rooster.setContentsMargins(0, 0, 0, 0)
        rooster.setHorizontalSpacing(RUIM)
        rooster.setVerticalSpacing(RASTER)
        rooster.setColumnStretch(1, 1)
        rooster.addWidget(contact_label, 0, 0)
        rooster.addWidget(self.contact, 0, 1)
        rooster.addWidget(self.let_op, 1, 1)
        rooster.addWidget(QLabel("Kopieer, open", self), 2, 0)
        rooster.addLayout(kopieen, 2, 1)
        rooster.addWidget(QLabel("Antwoord", self), 3, 0)
        rooster.addLayout(antwoorden, 3, 1)
        rooster.addWidget(opmerking_label, 4, 0)
        rooster.addWidget(self.opmerking, 4, 1)

    def _bouw_antwoorden(self) -> Loopregel:
        antwoorden = Loopregel(tussen=HALF)
        self.antwoord_knoppen: dict[UitnodigingAntwoord, QToolButton] = {}
        for letter, antwoord in ANTWOORD_LETTERS.items():
            knop = Balkknop(self)
            knop.setObjectName(f"antwoord_{antwoord.value}")
            knop.setText(_ANTWOORD_KORT[antwoord])
            knop.setAccessibleName(f"Antwoord: {ANTWOORD_TEKST[antwoord]}")
            knop.setToolTip(f"{ANTWOORD_TEKST[antwoord]} (toets {letter.upper()} in de lijst)")
            knop.setCheckable(True)
            knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            zet_icoon(knop, ANTWOORD_ICOON[antwoord])
            self.antwoord_knoppen[antwoord] = knop
            antwoorden.addWidget(knop)
        return antwoorden

    def _bouw_kopieen(self) -> Loopregel:
        self.adres_knop = self._kopieerknop("uitnodiging_adres", "A&dres", "Kopieer het e-mailadres")
        self.onderwerp_knop = self._kopieerknop("uitnodiging_onderwerp", "Onder&werp", "Kopieer het onderwerp")
        self.tekst_knop = self._kopieerknop("uitnodiging_tekst", "&Tekst", "Kopieer de tekst van het bericht")
        self.mail_knop = self._kopieerknop("uitnodiging_mail", "&Mailprogramma", "Open uw mailprogramma")
        self.mail_knop.setToolTip("Open uw mailprogramma met alleen de ontvanger; onderwerp en tekst kopieert u.")
        zet_icoon(self.mail_knop, Icoon.POST)
        kopieen = Loopregel(tussen=HALF)
        for knop in (self.adres_knop, self.onderwerp_knop, self.tekst_knop, self.mail_knop):
            kopieen.addWidget(knop)
        return kopieen

    def _kopieerknop(self, naam: str, tekst: str, uitleg: str) -> QToolButton:
        knop = Balkknop(self)
        knop.setObjectName(naam)
        knop.setText(tekst)
        knop.setAccessibleName(uitleg)
        knop.setToolTip(f"{uitleg}. Blijft 30 seconden op het klembord.")
        knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        zet_icoon(knop, Icoon.KOPIE)
        return knop

    def _verbind(self) -> None:
        self.contact.activated.connect(self._on_contact_gekozen)
        self.opmerking.editingFinished.connect(self.bewaar_nu)
        for knop in self.antwoord_knoppen.values():
            knop.clicked.connect(self._on_antwoord_knop)
        self.adres_knop.clicked.connect(self._on_adres_gevraagd)
        self.onderwerp_knop.clicked.connect(self._on_onderwerp_gevraagd)
        self.tekst_knop.clicked.connect(self._on_tekst_gevraagd)
        self.mail_knop.clicked.connect(self._on_mail_gevraagd)

    def zet(self, regel: UitnodigingRegel | None, *, mag: bool) -> None:
        """Show this uitnodiging."""
        self._laden = True
        toon_contacten(self.contact, regel, mag=mag)
        self.opmerking.setText(regel.antwoord_opmerking if regel is not None else "")
        for antwoord, knop in self.antwoord_knoppen.items():
            verstuurd = regel is not None and regel.verzonden_op is not None and not regel.afgelast
            knop.setEnabled(verstuurd and mag)
            knop.setChecked(verstuurd and regel is not None and regel.antwoord is antwoord)
        self.opmerking.setEnabled(self.antwoord_knoppen[UitnodigingAntwoord.KOMT].isEnabled())
        self.let_op.zet(regel.aandacht if regel is not None else None, Icoon.WAARSCHUWING, Kleur.LET_OP)
        self._laden = False

    def zet_stukken(self, stukken: UitnodigingStukken | None) -> None:
        """What can be copied now; None while it is being made."""
        self._stukken = stukken
        for knop in (self.adres_knop, self.onderwerp_knop, self.tekst_knop, self.mail_knop):
            knop.setEnabled(stukken is not None)

    def bewaar_nu(self) -> None:
        """Hand over a remark that was typed."""
        if self.opmerking.isModified() and not self._laden:
            self.opmerking.setModified(False)
            self.opmerking_getypt.emit()

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self._stukken = None
        self.contact.clear()
        self.opmerking.clear()

    def _on_contact_gekozen(self) -> None:
        gekozen = self.contact.currentData()
        if gekozen is not None and not self._laden:
            self.contact_gekozen.emit(ContactpersoonId(gekozen))

    def _on_antwoord_knop(self) -> None:
        knop = self.sender()
        for antwoord, bekend in self.antwoord_knoppen.items():
            if bekend is knop:
                self.antwoord_gekozen.emit(antwoord)

    def _on_adres_gevraagd(self) -> None:
        if self._stukken is not None:
            self.kopie_gevraagd.emit(self._stukken.ontvanger_email, "Het adres")

    def _on_onderwerp_gevraagd(self) -> None:
        if self._stukken is not None:
            self.kopie_gevraagd.emit(self._stukken.bericht.onderwerp, "Het onderwerp")

    def _on_mail_gevraagd(self) -> None:
        if self._stukken is not None:
            self.mail_gevraagd.emit(self._stukken.ontvanger_email)

    def _on_tekst_gevraagd(self) -> None:
        if self._stukken is not None:
            self.kopie_gevraagd.emit(self._stukken.bericht.tekst, "De tekst")
