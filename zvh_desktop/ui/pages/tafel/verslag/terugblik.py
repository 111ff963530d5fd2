"""What a casus comes from, in view while it is on the table; and the verslag before, where that is the point.

Folded up it says how much there is. Acties get their progress here, with a letter or from the menu; the page does it,
so that undo is in one place.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from zvh_desktop.models.keuzes import AgendapuntId, CasusId, Voortgang
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.models.woorden import VOORTGANG_TEKST
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.opvolging.gegevens import LopendeActie, MonitoringBeeld
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.toetstabel import Toetstabel
from zvh_desktop.ui.pages.tafel.verslag.terugblikkolommen import LOPENDE_ACTIES
from zvh_desktop.ui.pages.tafel.verslag.terugbliktekst import terugblik_tekst
from zvh_desktop.ui.uiterlijk.doelen import Balkknop
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import HALF, RASTER
from zvh_desktop.ui.widgets.kaart import StilleTekst
from zvh_desktop.ui.widgets.noten.notenstrook import Notenstrook
from zvh_desktop.ui.widgets.vouwkaart import Vouwkaart

_LETTERS = {"g": Voortgang.GEDAAN, "n": Voortgang.NIET_GEDAAN, "m": Voortgang.NIET_MEER_MOGELIJK}
_HOOG = 8
"""Lines of text: what fits above the texts of the verslag on a screen of 768 lines."""


class Terugblikvak(QWidget):
    """Hidden where a casus comes from nothing, and at a point of the house itself."""

    gekozen = Signal(object)
    """An act with its way back."""

    def __init__(self, diensten: Diensten, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setObjectName("terugblik")
        self._diensten = diensten
        self._punt_id: AgendapuntId | None = None
        self._mag = False
        inhoud = QWidget(self)
        self.acties: Toetstabel[LopendeActie] = Toetstabel(
            "terugblik_acties",
            "Eerdere acties van deze casus",
            LOPENDE_ACTIES,
            "".join(_LETTERS),
            inhoud,
            rek=0,
            minste_rijen=2,
        )
        self.menu = QMenu(self)
        self.menu.setObjectName("voortgang_menu")
        for letter, wat in _LETTERS.items():
            keuze = self.menu.addAction(f"{hoofdletter(VOORTGANG_TEKST[wat])} ({letter.upper()})")
            keuze.setData(wat)
        self.wis = self.menu.addAction("Nog niets gemeld")
        self.knop = Balkknop(inhoud)
        self.knop.setObjectName("voortgang_knop")
        self.knop.setText("Voortgang")
        self.knop.setAccessibleName("Voortgang van de gekozen actie")
        self.knop.setToolTip("Zeg hoe het met de gekozen actie staat (Enter of rechtermuisknop)")
        self.knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setMenu(self.menu)
        self.letters = StilleTekst("", inhoud)
        self.letters.setWordWrap(False)
        self.tekst = QPlainTextEdit(inhoud)
        self.tekst.setObjectName("terugblik_tekst")
        self.tekst.setAccessibleName("Eerdere besluiten, plan en vorig verslag")
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        letters = ", ".join(f"{letter.upper()} {VOORTGANG_TEKST[wat]}" for letter, wat in _LETTERS.items())
        self.acties.setToolTip(f"Toetsen: {letters}.")
        self.acties.setAccessibleDescription(f"Toetsen: {letters}.")
        self.letters.setToolTip(f"{letters}.")
        self._deel_in(inhoud)
        self.kaart = Vouwkaart("terugblik", "Wat eraan voorafging", inhoud, self)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        self.noten = Notenstrook(self)
        buiten.addWidget(self.noten)
        buiten.addWidget(self.kaart)
        self._verbind()
        self.zet(None, mag=False)

    def _deel_in(self, inhoud: QWidget) -> None:
        links = QVBoxLayout()
        links.setSpacing(HALF)
        boven = QHBoxLayout()
        boven.addWidget(self.letters)
        boven.addStretch(1)
        boven.addWidget(self.knop)
        links.addLayout(boven)
        links.addWidget(self.acties, 1)
        naast = QHBoxLayout(inhoud)
        naast.setSpacing(RASTER)
        naast.addLayout(links, 1)
        naast.addWidget(self.tekst, 1)
        inhoud.setFixedHeight(_HOOG * self.fontMetrics().lineSpacing())

    def _verbind(self) -> None:
        self.acties.letter_gebruikt.connect(self._on_letter)
        self.acties.letters_werken.connect(self._on_letters_werken)
        self.acties.menu_gevraagd.connect(self._on_menu)
        self.acties.regel_geopend.connect(self._on_geopend)
        self.menu.triggered.connect(self._on_gekozen)
        self._on_letters_werken(True)

    def zet(self, punt: VerslagPunt | None, *, mag: bool) -> None:
        """Show what this point comes from; read anew, since a progress changes it."""
        is_casus = punt is not None and punt.casus_id is not None
        beeld = self._diensten.monitoring.toon(punt.id) if punt is not None and is_casus else None
        self._punt_id = beeld.punt_id if beeld is not None else None
        self._mag = mag and self._diensten.mag(Recht.VERSLAG_SCHRIJVEN).mag
        casus_id = punt.casus_id if punt is not None else None
        self._toon_noten(casus_id)
        self.kaart.setVisible(beeld is not None and not beeld.leeg)
        self.setVisible((beeld is not None and not beeld.leeg) or bool(self.noten.tekst()))
        self.acties.zet_regels(beeld.acties if beeld is not None else ())
        self.knop.setEnabled(self._mag and beeld is not None and bool(beeld.acties))
        tekst = terugblik_tekst(beeld, self._diensten.termen.plan_van_aanpak) if beeld is not None else ""
        if tekst != self.tekst.toPlainText():
            self.tekst.setPlainText(tekst)
        self.kaart.zet_stand(Icoon.INFO, _telling(beeld) if beeld is not None else "")

    def _toon_noten(self, casus_id: CasusId | None) -> None:
        noten = self._diensten.verzoeken.aantekeningen.van_casus(casus_id) if casus_id is not None else ()
        self.noten.zet_noten(noten)

    def maak_leeg(self) -> None:
        """Drop everything decrypted."""
        self.zet(None, mag=False)

    def meld(self, voortgang: Voortgang | None) -> None:
        """Hand over what is said of the chosen actie; None is that nothing was."""
        regel = self.acties.gekozen()
        if regel is None or self._punt_id is None or not self._mag or regel.voortgang is voortgang:
            return
        wat = VOORTGANG_TEKST[voortgang] if voortgang is not None else "nog niets gemeld"
        zet = partial(self._zet, self._punt_id, regel)
        self.gekozen.emit(Omzetting(f"Eerdere actie: {wat}.", partial(zet, voortgang), partial(zet, regel.voortgang)))

    def _zet(self, punt_id: AgendapuntId, regel: LopendeActie, voortgang: Voortgang | None) -> None:
        if voortgang is None:
            self._diensten.monitoring.neem_terug(punt_id, regel.actie.id)
        else:
            self._diensten.monitoring.meld(punt_id, regel.actie.id, voortgang)

    def _on_letter(self, letter: str) -> None:
        self.meld(_LETTERS[letter])

    def _on_letters_werken(self, aan: bool) -> None:
        letters = ", ".join(_LETTERS).upper()
        self.letters.setText(f"Toetsen {letters}" if aan else "Kies met Enter")

    def _on_geopend(self, _regel: LopendeActie) -> None:
        self._on_menu(self.acties.plek_van_menu())

    def _on_menu(self, plek: QPoint) -> None:
        if self.knop.isEnabled():
            self.menu.popup(plek)

    def _on_gekozen(self, keuze: QAction) -> None:
        self.meld(Voortgang(keuze.data()) if keuze is not self.wis else None)


def _telling(beeld: MonitoringBeeld) -> str:
    """'2 besluiten, 3 acties, plan, verslag'."""
    besluiten, acties = len(beeld.besluiten), len(beeld.acties)
    delen = [f"{besluiten} {'besluit' if besluiten == 1 else 'besluiten'}" if besluiten else ""]
    delen += [f"{acties} {'actie' if acties == 1 else 'acties'}" if acties else ""]
    delen += ["plan" if beeld.plan is not None else "", "vorig verslag" if beeld.verslag is not None else ""]
    return ", ".join(deel for deel in delen if deel)
