"""The first window: which vault, who are you, what is your password.

Opening takes about half a second on purpose (the key is slow to compute), so it runs beside the window. A
wrong password has one clear answer and a wait that grows, shown as a countdown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from zvh_desktop.errors import (
    AlleenLezen,
    GebruikersFout,
    KluisInGebruik,
    LijnWeg,
    RolWacht,
    WachtwoordOnjuist,
    WachtwoordTijdelijk,
)
from zvh_desktop.naladen import laad_module
from zvh_desktop.ui.aanmelden.aanmeldvorm import Aanmeldvorm
from zvh_desktop.ui.aanmelden.eigen_wachtwoord import EigenWachtwoordDialoog
from zvh_desktop.ui.aanmelden.hersteldialoog import Herstelantwoord, Hersteldialoog
from zvh_desktop.ui.aanmelden.sleutelhangerstand import Sleutelhangerstand
from zvh_desktop.ui.aanmelden.wachttijd import Wachttijd
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur, tekstbreedte

if TYPE_CHECKING:
    from zvh_desktop.ui.aanmelden.kofferaanbod import Kofferaanbod
    from zvh_desktop.ui.aanmelden.terugzetten import Terugzetter
    from zvh_desktop.ui.protocollen import KluisInfo, Toegang, Vensterdiensten


VERBINDING_KIEZEN = "Kies het verbindingsbestand"
VERBINDINGSFILTER = "Verbindingsbestand (*.team)"
KOFFERAANBOD = "zvh_desktop.ui.aanmelden.kofferaanbod"
TERUGZETTEN = "zvh_desktop.ui.aanmelden.terugzetten"


class Aanmeldvenster(Aanmeldvorm):
    """Ends in ``aangemeld`` with the open vault, or in ``nieuw_gevraagd`` for the assistant."""

    aangemeld = Signal(object)
    nieuw_gevraagd = Signal()
    gestopt = Signal()
    hulp_gevraagd = Signal(str)

    def __init__(
        self,
        toegang: Toegang,
        taken: Taken,
        melder: Melder,
        instellingen: Instellingen,
        *,
        kluismap: Path | None = None,
        gebruiker: str = "",
        vergrendeld: bool = False,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder, vergrendeld=vergrendeld)
        self._toegang = toegang
        self._taken = taken
        self._melder = melder
        self._instellingen = instellingen
        self._info: KluisInfo | None = None
        self._bezig = False
        self._wacht = Wachttijd(self)
        self._terugzetter: Terugzetter | None = None
        self._aanbod: Kofferaanbod | None = None
        self._hanger = Sleutelhangerstand(toegang, self)
        self._verbind()
        self._vul_kluizen(kluismap)
        if gebruiker:
            self.naam_veld.setCurrentText(gebruiker)
        self._zet_stand()
        self._zet_focus()

    def _verbind(self) -> None:
        self._hulp.activated.connect(self._on_hulp_gevraagd)
        self.kluis_keuze.currentIndexChanged.connect(self._on_kluis_gekozen)
        self.zoek_knop.clicked.connect(self._on_kluis_zoeken)
        self._kluis.server_knop.clicked.connect(self._on_verbinding_zoeken)
        self.serverdeel.gewijzigd.connect(self._zet_stand)
        self._hanger.gewijzigd.connect(self._zet_stand)
        self._hanger.bewaring_bekend.connect(self.serverdeel.toon_bewaring)
        self.naam_veld.currentTextChanged.connect(self._on_naam_gewijzigd)
        self.wachtwoord_veld.textChanged.connect(self._zet_stand)
        self.wachtwoord_veld.hoofdletters_gemerkt.connect(self._on_hoofdletters_gemerkt)
        self.open_knop.clicked.connect(self._on_openen_gevraagd)
        self.lees_knop.clicked.connect(self._on_lezen_gevraagd)
        self.apparaat_knop.clicked.connect(self._on_apparaat_gevraagd)
        self.herstel_knop.clicked.connect(self._on_herstel_gevraagd)
        self.terug_knop.clicked.connect(self._on_terug_gevraagd)
        self.nieuw_knop.clicked.connect(self._on_nieuw_gevraagd)
        self._wacht.gewijzigd.connect(self._on_wachttijd_gewijzigd)

    # --- which vault ------------------------------------------------------------------------------

    def kluismap(self) -> Path | None:
        """The chosen folder."""
        return self._kluis.kluismap()

    def naam(self) -> str:
        """The user name as typed."""
        return self.naam_veld.currentText().strip()

    def _vul_kluizen(self, kluismap: Path | None) -> None:
        mappen = list(self._instellingen.recente_kluizen())
        if kluismap is not None:
            mappen = [kluismap, *(deel for deel in mappen if deel != kluismap)]
        self._kluis.vul(mappen)
        self._on_kluis_gekozen()

    def _on_kluis_gekozen(self) -> None:
        self._info = None
        map_ = self.kluismap()
        eerder = self.naam()
        self.naam_veld.clear()
        self.lees_knop.hide()
        if map_ is None:
            self.uitleg.setText("Kies een kluis, of maak een nieuwe.")
        else:
            self.kluis_keuze.setToolTip(str(map_))
            try:
                self._info = self._toegang.kop(map_)
            except GebruikersFout as fout:
                self._meld_onbruikbaar(fout)
            else:
                waar = f": {self._info.server}" if self._info.server else ""
                self.uitleg.setText(self._info.naam + waar + (" - OEFENING" if self._info.oefen else ""))
                self.naam_veld.addItems(list(self._info.gebruikers))
                if eerder in self._info.gebruikers or len(self._info.gebruikers) != 1:
                    self.naam_veld.setCurrentText(eerder)
                self.melding.zet(Icoon.INFO, "")
        self.serverdeel.toon_voor(self._info)
        self._zet_stand()

    def _on_verbinding_zoeken(self) -> None:
        gekozen = self._melder.kies_bestand_open(self, VERBINDING_KIEZEN, VERBINDINGSFILTER)
        self._zet_focus()
        if gekozen is not None:
            self._kluis.kies(gekozen)
            self._zet_focus()

    def _on_kluis_zoeken(self) -> None:
        gekozen = self._melder.kies_map(self, "Kies de map van de kluis")
        self._zet_focus()
        if gekozen is None:
            return
        self._kluis.kies(gekozen)
        self._zet_focus()

    # --- opening ----------------------------------------------------------------------------------

    def _zet_stand(self) -> None:
        kan = self._info is not None and not self._bezig
        vrij = kan and not self._wacht.loopt() and self.serverdeel.ingevuld()
        self.open_knop.setEnabled(vrij and bool(self.naam()) and bool(self.wachtwoord_veld.text()))
        self.naam_veld.setEnabled(kan and not self._vergrendeld)
        self.wachtwoord_veld.setEnabled(kan)
        self.serverdeel.setEnabled(kan)
        self.herstel_knop.setEnabled(kan and self.serverdeel.ingevuld())
        self.kluis_keuze.setEnabled(not self._bezig and self.kluis_keuze.count() > 0)
        self.zoek_knop.setEnabled(not self._bezig)
        self._kluis.server_knop.setEnabled(not self._bezig)
        self.nieuw_knop.setEnabled(not self._bezig)
        # a copy of a server is put back by who runs it
        op_server = self._info is not None and bool(self._info.server)
        self.terug_knop.setEnabled(not self._bezig and self.kluismap() is not None and not op_server)
        self.terug_knop.setVisible(not self._vergrendeld or self._info is None)
        self._kluis.setVisible(not self._vergrendeld)
        self.nieuw_knop.setVisible(not self._vergrendeld)
        self.balk.setVisible(self._bezig)
        self.lees_knop.setEnabled(self.open_knop.isEnabled())
        if self._aanbod is not None:
            self._aanbod.zet_stand(kan=self.open_knop.isEnabled())
        self._hanger.kijk(self.kluismap(), self._info, self.naam())
        self.apparaat_knop.setVisible(kan and self._hanger.opent())

    def vernieuw(self) -> None:
        """Look again at what is possible: the rest of the application has been loaded."""
        map_ = self.kluismap()
        if map_ is not None and self._info is None and not self._bezig:
            self._on_kluis_gekozen()  # what was begun here may have been finished in the meantime
        elif map_ is not None and not self._bezig:
            try:
                # all of the key file is judged now, and not only what the login shows
                self._info = self._toegang.kop(map_)
                self.serverdeel.toon_voor(self._info)
            except GebruikersFout as fout:
                self._meld_onbruikbaar(fout)
        self._zet_stand()

    def _meld_onbruikbaar(self, fout: GebruikersFout) -> None:
        self._info = None
        self.uitleg.setText("Deze kluis kan niet worden geopend.")
        self.melding.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)

    def houd_dicht(self) -> None:
        """Nothing can be typed yet: what was open is being closed, or put back."""
        self._bezig = True
        self.melding.zet(Icoon.INFO, "De kluis wordt vergrendeld…" if self._vergrendeld else "", kleur=Kleur.STIL)
        self._zet_stand()

    def laat_toe(self) -> None:
        """It is closed: the password can be typed."""
        self._bezig = False
        self.melding.zet(Icoon.INFO, "")
        self._zet_stand()
        self._zet_focus()

    def _zet_focus(self) -> None:
        if self._info is None:
            self.zoek_knop.setFocus()
        elif not self.naam():
            self.naam_veld.setFocus()
        else:
            self.wachtwoord_veld.setFocus()

    def _open(self, doe: Callable[[], Vensterdiensten]) -> None:
        self._bezig = True
        self.melding.zet(Icoon.INFO, "De kluis wordt geopend…", kleur=Kleur.STIL)
        self._zet_stand()
        self._taken.start(doe, gelukt=self._on_geopend, mislukt=self._on_mislukt)

    def _on_openen_gevraagd(self) -> None:
        map_ = self.kluismap()
        if map_ is None or not self.open_knop.isEnabled():
            return
        wachtwoord = self.wachtwoord_veld.text()
        self._open(partial(self._toegang.ontgrendel, map_, self.naam(), wachtwoord, *self.serverdeel.account()))

    def _on_lezen_gevraagd(self) -> None:
        map_ = self.kluismap()
        if map_ is not None and self.wachtwoord_veld.text():
            naam, wachtwoord = self.naam(), self.wachtwoord_veld.text()
            self._open(partial(self._toegang.ontgrendel_lezen, map_, naam, wachtwoord, *self.serverdeel.account()))

    def _on_apparaat_gevraagd(self) -> None:
        map_ = self.kluismap()
        if map_ is None:
            return
        self._open(partial(self._toegang.ontgrendel_dit_apparaat, map_, self.naam()))

    def _on_herstel_gevraagd(self) -> None:
        map_ = self.kluismap()
        antwoord: Herstelantwoord | None = Hersteldialoog.vraag(self._toegang, self.naam(), self)
        self._zet_focus()
        if map_ is None or antwoord is None:
            return
        naam, sleutel, nieuw = antwoord.naam, antwoord.herstelsleutel, antwoord.nieuw_wachtwoord
        self._open(partial(self._toegang.herstel, map_, sleutel, naam, nieuw, *self.serverdeel.account()))

    def _on_geopend(self, diensten: Vensterdiensten) -> None:
        self._bezig = False
        self.maak_leeg()
        map_ = self.kluismap()
        if map_ is not None:
            self._instellingen.onthoud_kluis(map_)
        self.aangemeld.emit(diensten)
        self.accept()

    def _on_mislukt(self, fout: GebruikersFout) -> None:
        self._bezig = False
        if isinstance(fout, WachtwoordOnjuist):
            self._wacht.begin(fout)
            self.wachtwoord_veld.maak_leeg()
        elif isinstance(fout, WachtwoordTijdelijk) and self.wachtwoord_veld.text():
            self._vraag_eigen_wachtwoord()
            return
        elif isinstance(fout, RolWacht):
            self.melding.zet(Icoon.WAARSCHUWING, str(fout), kleur=Kleur.LET_OP)
            self.wachtwoord_veld.maak_leeg()
        elif not (isinstance(fout, LijnWeg) and self._bied_koffer_aan()):
            self.melding.zet(Icoon.FOUT, str(fout), kleur=Kleur.FOUT)
        # somebody else works in it, or nothing can be written there: reading can be done all the same
        self.lees_knop.setVisible(isinstance(fout, KluisInGebruik | AlleenLezen))
        self._zet_stand()
        self.wachtwoord_veld.setFocus()

    def _vraag_eigen_wachtwoord(self) -> None:
        map_, oud = self.kluismap(), self.wachtwoord_veld.text()
        self.melding.zet(Icoon.INFO, "Kies eerst een eigen wachtwoord.", kleur=Kleur.STIL)
        self._zet_stand()
        eigen = EigenWachtwoordDialoog.vraag(self._toegang, oud, self)
        self._zet_focus()
        if map_ is None or not eigen:
            self.wachtwoord_veld.maak_leeg()
            return
        self._open(
            partial(self._toegang.kies_eigen_wachtwoord, map_, self.naam(), oud, eigen, *self.serverdeel.account())
        )

    def _bied_koffer_aan(self) -> bool:
        """The server of this house cannot be reached: on in the koffer of today, where there is one."""
        map_ = self.kluismap()
        if map_ is None:
            return False
        if self._aanbod is None:
            # by name: only a house on a server has one
            soort: type[Kofferaanbod] = laad_module(KOFFERAANBOD).Kofferaanbod
            self._aanbod = soort(self._toegang, self._taken, self)
            self._aanbod.begonnen.connect(self._on_koffer_begonnen)
            self._aanbod.gewekt.connect(self._on_gewekt)
            self._aanbod.mislukt.connect(self._on_mislukt)
        return self._aanbod.bied_aan(map_, self.naam())

    def _on_koffer_begonnen(self) -> None:
        self._bezig = True
        self._zet_stand()

    def _on_gewekt(self, koffer: Path) -> None:
        self._bezig = False
        self._kluis.kies(koffer)
        self._on_openen_gevraagd()

    def _on_wachttijd_gewijzigd(self, tekst: str) -> None:
        self.melding.zet(Icoon.FOUT, tekst, kleur=Kleur.FOUT)
        self._zet_stand()

    # --- other slots ------------------------------------------------------------------------------

    def _on_naam_gewijzigd(self) -> None:
        self._zet_stand()

    def _on_hoofdletters_gemerkt(self, aan: bool) -> None:
        if aan:
            self.melding.zet(Icoon.WAARSCHUWING, "Caps Lock staat aan.", kleur=Kleur.LET_OP)
        elif self.melding.tekst().startswith("Caps Lock"):
            self.melding.zet(Icoon.INFO, "")

    def _on_hulp_gevraagd(self) -> None:
        self.hulp_gevraagd.emit("aanmelden")

    def _on_terug_gevraagd(self) -> None:
        map_ = self.kluismap()
        if map_ is None:
            return
        if self._terugzetter is None:
            # by name: the login does not wait for what is asked once in a lifetime
            soort: type[Terugzetter] = laad_module(TERUGZETTEN).Terugzetter
            self._terugzetter = soort(self._toegang, self._taken, self._melder, self)
            self._terugzetter.begonnen.connect(self.houd_dicht)
            self._terugzetter.teruggezet.connect(self._on_teruggezet)
        self._terugzetter.vraag(map_)

    def _on_teruggezet(self) -> None:
        self._bezig = False
        self._on_kluis_gekozen()
        self._zet_focus()

    def _on_nieuw_gevraagd(self) -> None:
        self.nieuw_gevraagd.emit()

    def maak_leeg(self) -> None:
        """Forget what was typed."""
        self.wachtwoord_veld.maak_leeg()
        self.serverdeel.maak_leeg()

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        """At the lock Escape clears what was typed; it does not end the program."""
        if gebeurtenis.key() == Qt.Key.Key_Escape and self._vergrendeld:
            if not self._bezig:
                self.wachtwoord_veld.maak_leeg()
            return
        super().keyPressEvent(gebeurtenis)

    def reject(self) -> None:
        if self._bezig:
            return
        self.maak_leeg()
        self.gestopt.emit()
        super().reject()

    def changeEvent(self, gebeurtenis: QEvent) -> None:
        """Back from a dialog, the manual or another program: what is typed next is the password, not a button."""
        super().changeEvent(gebeurtenis)
        terug = gebeurtenis.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if terug and isinstance(self.focusWidget(), QAbstractButton):
            self._zet_focus()

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        if self._bezig:
            gebeurtenis.ignore()
            return
        super().closeEvent(gebeurtenis)

    def sizeHint(self) -> QSize:
        return QSize(tekstbreedte(self, 72), super().sizeHint().height())
