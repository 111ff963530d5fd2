"""From login to window, from window to lock, and back to the same place.

Locking saves first, seals what was typed in an open dialog (heropening.py), asks nothing, empties and destroys every
widget that showed something decrypted, empties the clipboard and closes the vault. What is kept is the place: which
page, which thing, and where the cursor stood. Then another process takes over with the login, and this one ends
(ADR 0035); without one, or where it does not come, the login is shown here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.kluis.logboek import plaats
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.slot.eerstevensters import Eerstevensters, altijd
from zvh_desktop.ui.slot.overdracht import Overdracht, Sessiestand, open_stand, verzegel_stand
from zvh_desktop.ui.slot.vergrendeling import STANDAARD_VERGRENDELTIJD_MINUTEN, Inactiviteit, Platformslot, Slottoets

if TYPE_CHECKING:
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Plaats, Toegang, Vensterdiensten
    from zvh_desktop.ui.slot.aflossing import Aflossing
    from zvh_desktop.ui.slot.heropening import Heropening
    from zvh_desktop.ui.slot.plaatsbewaker import Plekstand
    from zvh_desktop.ui.slot.sessiezorg import Sessiezorg
    from zvh_desktop.ui.vensters import Vensters

log = logging.getLogger(__name__)

SESSIEZORG = "zvh_desktop.ui.slot.sessiezorg"
HEROPENING = "zvh_desktop.ui.slot.heropening"
OPENDIALOGEN = "zvh_desktop.ui.slot.opendialogen"


@runtime_checkable
class _Bewaarbaar(Protocol):
    def bewaar_nu(self) -> None: ...


class Sessieverloop(Eerstevensters):
    """Owns the window that is shown now: the login, the assistant, or the main window."""

    ontgrendeld = Signal()
    vergrendeld = Signal()

    def __init__(
        self,
        toegang: Toegang,
        vensters: Callable[[], Vensters],
        gereedschap: Gereedschap,
        ouder: QObject | None = None,
        *,
        is_geladen: Callable[[], bool] = altijd,
        aflossing: Callable[[QObject], Aflossing] | None = None,
    ) -> None:
        super().__init__(toegang, vensters, gereedschap, is_geladen, ouder)
        self.setObjectName("sessieverloop")
        self._diensten: Vensterdiensten | None = None
        self._plaats: Plaats | None = None
        self._maak_aflossing = aflossing
        self._aflossing: Aflossing | None = None
        self._overgenomen = b""
        self._niet_bewaard: GebruikersFout | None = None
        self.venster: Hoofdvenster | None = None
        self.inactiviteit = Inactiviteit(STANDAARD_VERGRENDELTIJD_MINUTEN, self)
        self.platformslot = Platformslot(self)
        self.slottoets = Slottoets(self)
        self._zorg: Sessiezorg | None = None
        self._gemaakte_heropening: Heropening | None = None
        self._verbind()

    def _verbind(self) -> None:
        self.inactiviteit.inactief_geworden.connect(self.vergrendel)
        self.platformslot.vergrendeld.connect(self.vergrendel)
        self.slottoets.gebruikt.connect(self.vergrendel, Qt.ConnectionType.QueuedConnection)
        self.slottoets.dialoog_opent.connect(self._on_dialoog_opent)

    def begin(self, kluismap: Path | None = None) -> None:
        """Show the login, or the assistant when this computer has not seen any vault yet."""
        if kluismap is None and not self._gereedschap.instellingen.recente_kluizen():
            kluismap = self._gereedschap.beleid.kluis
        if kluismap is None and not self._gereedschap.instellingen.recente_kluizen():
            self.toon_assistent()
        else:
            self.toon_aanmelden(kluismap)

    def begin_na_slot(self, overdracht: Overdracht) -> None:
        """Show the login for whom the process before this one has locked."""
        self._kluismap, self._gebruiker = overdracht.kluismap, overdracht.gebruiker
        self._overgenomen = overdracht.sessie
        if overdracht.dialoog:
            self._heropening.neem_over(overdracht.dialoog)
        self._gereedschap.zaal.zwart_op(overdracht.zaal)
        self._maak_aanmeldvenster(vergrendeld=bool(self._gebruiker), plek=overdracht.plek)

    def open_met(self, diensten: Vensterdiensten, kluismap: Path | None = None) -> None:
        """Show the main window on a vault that is already open."""
        self._kluismap = kluismap
        self._begin_sessie(diensten)

    # --- open and locked --------------------------------------------------------------------------

    def _begin_sessie(self, diensten: Vensterdiensten) -> None:
        self._diensten = diensten
        sessie = diensten.sessie
        if sessie.gebruiker != self._gebruiker:
            self._plaats = None
        self._neem_over(diensten)
        zorg = self._zorg_voor_sessie()
        terug = self._neem_terug(zorg, diensten)
        self._gebruiker = sessie.gebruiker
        venster = self._vensters().hoofdvenster(diensten, self._gereedschap)
        venster.vergrendelen_gevraagd.connect(self.vergrendel)
        venster.terugzetten_gevraagd.connect(self._on_terugzetten_gevraagd, Qt.ConnectionType.QueuedConnection)
        venster.koffer_gevraagd.connect(self._on_koffer_gevraagd, Qt.ConnectionType.QueuedConnection)
        venster.afmelden_gevraagd.connect(self.meld_af)
        venster.gesloten.connect(self._on_venster_gesloten)
        venster.hulp_gevraagd.connect(self.hulp_gevraagd)
        venster.instellingen_gewijzigd.connect(self._on_instellingen_gewijzigd)
        self.venster = venster
        if self._plaats is not None:
            venster.herstel_plaats(self._plaats)
        else:
            venster.toon_begin()
        self._plaats = None
        venster.show()
        self.platformslot.volg_venster(venster)
        self._on_instellingen_gewijzigd()
        self.inactiviteit.begin()
        self.slottoets.begin()
        self.ontgrendeld.emit()
        if self._niet_bewaard is not None:
            fout, self._niet_bewaard = self._niet_bewaard, None
            self._gereedschap.melder.toon_fout(venster, fout)
        self._heropening.herstel(venster, diensten)
        zorg.begin(venster, diensten, terug)

    def _neem_over(self, diensten: Vensterdiensten) -> None:
        stand = open_stand(self._overgenomen, diensten.ontzegel)
        self._overgenomen = b""
        if stand is not None:
            self._plaats, self._niet_bewaard = stand.plaats, stand.fout()

    @property
    def _heropening(self) -> Heropening:
        """What keeps a dialog over the lock; made when there is a vault, or a dialog that came over one."""
        if self._gemaakte_heropening is None:
            soort: type[Heropening] = laad_module(HEROPENING).Heropening
            self._gemaakte_heropening = soort(self._gereedschap.melder, self._gereedschap.taken, self)
        return self._gemaakte_heropening

    def _zorg_voor_sessie(self) -> Sessiezorg:
        """Made with the first vault that opens: the login does not load it."""
        if self._zorg is None:
            # by name: the first window does not wait for what is needed once a vault is open
            soort: type[Sessiezorg] = laad_module(SESSIEZORG).Sessiezorg
            zorg = soort(self.inactiviteit.bezigheden, self._gereedschap, self)
            zorg.verlopen.connect(self.vergrendel, Qt.ConnectionType.QueuedConnection)
            zorg.gesloten.connect(self.gestopt)
            zorg.teruggezet.connect(self._on_teruggezet)
            zorg.niet_teruggezet.connect(self._on_niet_teruggezet)
            self._zorg = zorg
        return self._zorg

    def _neem_terug(self, zorg: Sessiezorg, diensten: Vensterdiensten) -> Plekstand | None:
        """What was on the disk, where nothing came over the lock: the program ended unasked."""
        if self._plaats is not None or self._heropening.verzegeld():
            return None
        stand = zorg.lees_plek(diensten)
        if stand is not None:
            self._plaats = stand.plaats
            if stand.dialoog is not None:
                self._heropening.neem_terug(stand.dialoog, diensten)
        return stand

    def diensten(self) -> Vensterdiensten | None:
        """The services of the open vault; None while it is closed."""
        return self._diensten

    def vergrendel(self) -> None:
        """Lock now. Does nothing when the vault is not open."""
        venster = self.venster
        if venster is None:
            return
        self.inactiviteit.stop()
        self.slottoets.stop()
        self._niet_bewaard = None
        opendialogen = laad_module(OPENDIALOGEN)
        dialogen: list[QDialog] = opendialogen.open_dialogen()
        self._bewaar_dialoog(venster, dialogen)
        for deel in (*dialogen, venster):
            self._bewaar(deel)
        if self._zorg is not None:
            if self._gebruiker:
                self._zorg.leg_vast()
            self._zorg.stop()
        self._plaats = venster.plaats() if self._gebruiker else None
        midden = venster.frameGeometry().center()
        overdracht = self._overdracht((midden.x(), midden.y()))
        self.venster = None
        self._gereedschap.taken.stop_alles()
        opendialogen.sluit_dialogen(dialogen)
        venster.hide()
        venster.maak_leeg()
        verwijder(venster)
        self._gereedschap.klembord.sluit()
        diensten, self._diensten = self._diensten, None
        if overdracht is None or diensten is None or self._maak_aflossing is None:
            if diensten is not None:
                diensten.sluit()
            self._maak_aanmeldvenster(vergrendeld=bool(self._gebruiker))
        else:
            self._laat_aflossen(self._maak_aflossing, overdracht, diensten)
        self.vergrendeld.emit()

    def meld_af(self) -> None:
        """Lock, and remember nobody: the login that comes asks for the vault and the name."""
        self._gebruiker = ""
        if self._gemaakte_heropening is not None:
            self._gemaakte_heropening.vergeet()
        self._gereedschap.zaal.sluit()
        if self._zorg is not None:
            self._zorg.vergeet()
        self.vergrendel()

    def _overdracht(self, plek: tuple[int, int]) -> Overdracht | None:
        """What the process that takes over gets; None when there is none to take over."""
        if self._maak_aflossing is None or self._diensten is None:
            return None
        stand = Sessiestand.van(self._plaats, self._niet_bewaard)
        sessie = verzegel_stand(stand, self._diensten.verzegel)
        zaal = self._gereedschap.zaal.plek()
        return Overdracht(self._kluismap, self._gebruiker, plek, sessie, self._heropening.verzegeld(), zaal)

    def _laat_aflossen(
        self, maak: Callable[[QObject], Aflossing], overdracht: Overdracht, diensten: Vensterdiensten
    ) -> None:
        self._maak_aanmeldvenster(vergrendeld=bool(self._gebruiker), plek=overdracht.plek, dicht=True)
        aflossing = maak(self)
        aflossing.gekomen.connect(self._on_opvolger_gekomen)
        aflossing.afgelost.connect(self.gestopt)
        aflossing.uitgebleven.connect(self._on_opvolger_uitgebleven)
        self._aflossing = aflossing
        aflossing.begin(overdracht, diensten)

    def _bewaar(self, deel: QWidget) -> None:
        if not isinstance(deel, _Bewaarbaar):
            return
        try:
            deel.bewaar_nu()
        except GebruikersFout as fout:
            self._niet_bewaard = fout

    def _bewaar_dialoog(self, venster: QWidget, dialogen: Sequence[QDialog]) -> None:
        if self._diensten is None or not self._gebruiker:
            return
        try:
            wachtend, zinnen = self._zorg.wachtend() if self._zorg is not None else (None, ())
            self._heropening.bewaar(venster, dialogen, self._diensten, wachtend, zinnen)
        except Exception as fout:  # noqa: BLE001 - whatever went wrong, the vault must lock
            log.critical("dialoog niet bewaard: %s in %s", type(fout).__name__, plaats(fout))
            self._niet_bewaard = GebruikersFout("Wat u in het open venster typte, kon niet worden bewaard.")

    def _sluit_kluis(self) -> None:
        self._gereedschap.klembord.sluit()
        diensten, self._diensten = self._diensten, None
        if diensten is not None:
            diensten.sluit()

    def stop(self) -> None:
        """Close the vault and everything on the screen; used at the end of the application."""
        self._leeg_scherm()
        self._sluit_kluis()

    def _leeg_scherm(self) -> None:
        self.inactiviteit.stop()
        self.slottoets.stop()
        if self._zorg is not None:
            self._zorg.stop()
        if self._gemaakte_heropening is not None:
            self._gemaakte_heropening.vergeet()
        if self._aflossing is not None:
            self._aflossing.breek_af()
        self._gereedschap.taken.stop_alles()
        venster, self.venster = self.venster, None
        if venster is not None:
            venster.maak_leeg()
            venster.hide()
            verwijder(venster)

    def _sluit_met_voortgang(self) -> None:
        self._gereedschap.klembord.sluit()
        diensten, self._diensten = self._diensten, None
        if diensten is None:
            self.gestopt.emit()
        else:
            self._zorg_voor_sessie().sluit(diensten)

    def _on_gestopt_voor_aanmelden(self) -> None:
        self._plaats = None

    def _on_aangemeld(self, diensten: Vensterdiensten) -> None:
        if self.aanmeldvenster is not None:
            self._kluismap = self.aanmeldvenster.kluismap()
        self._laat_aanmelden_los()
        self._begin_sessie(diensten)

    def _on_instellingen_gewijzigd(self) -> None:
        # the house decides how long; it stands in the vault, so that nobody can stretch it on an own computer
        if self._diensten is not None:
            zorg = self._diensten.zorg
            gewoon, tafel = map(
                self._gereedschap.beleid.hoogstens, (zorg.vergrendel_minuten, zorg.vergrendel_minuten_tafel)
            )
            self.inactiviteit.zet_minuten(gewoon, tafel, self._aan_tafel)

    def _aan_tafel(self) -> bool:
        return self.venster is not None and self.venster.aan_tafel()

    def _on_venster_gesloten(self) -> None:
        if self._zorg is not None:
            self._zorg.vergeet()
        self._leeg_scherm()
        self._sluit_met_voortgang()

    def _on_dialoog_opent(self, dialoog: QDialog) -> None:
        if self._diensten is not None:
            self._heropening.noteer_begin(dialoog, self._diensten)

    def _on_terugzetten_gevraagd(self, kopie: Path) -> None:
        diensten, kluismap = self._diensten, self._kluismap
        if diensten is None or kluismap is None:
            return
        self._diensten = None
        self._leeg_scherm()
        self._gereedschap.klembord.wis()
        self._zorg_voor_sessie().zet_terug(diensten, self._toegang, kopie, kluismap)

    def _on_koffer_gevraagd(self, koffer: Path) -> None:
        """There is no line: lock here, and let the same user go on in this koffer, at the same place."""
        self._kluismap = koffer
        self.vergrendel()

    def _on_teruggezet(self, zin: str) -> None:
        self.toon_aanmelden(self._kluismap)
        self._gereedschap.melder.toon_bericht(self.aanmeldvenster, "Teruggezet", zin)

    def _on_niet_teruggezet(self, fout: GebruikersFout) -> None:
        self.toon_aanmelden(self._kluismap)
        self._gereedschap.melder.toon_fout(self.aanmeldvenster, fout)

    def _on_opvolger_gekomen(self) -> None:
        self._laat_aanmelden_los()

    def _on_opvolger_uitgebleven(self) -> None:
        self._aflossing = None
        if self.aanmeldvenster is not None:
            self.aanmeldvenster.laat_toe()
