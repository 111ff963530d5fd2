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

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.logboek import plaats
from zvh_desktop.ui.eerste_venster import soort_aanmeldvenster, soort_assistent
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.scherm import zet_midden
from zvh_desktop.ui.slot.heropening import Heropening
from zvh_desktop.ui.slot.opendialogen import open_dialogen, sluit_dialogen
from zvh_desktop.ui.slot.overdracht import Overdracht, Sessiestand, open_stand, verzegel_stand
from zvh_desktop.ui.slot.vergrendeling import STANDAARD_VERGRENDELTIJD_MINUTEN, Inactiviteit, Platformslot, Slottoets

if TYPE_CHECKING:
    from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
    from zvh_desktop.ui.eerste_start.assistent import Assistent
    from zvh_desktop.ui.main_window import Hoofdvenster
    from zvh_desktop.ui.protocollen import Plaats, Toegang, Vensterdiensten
    from zvh_desktop.ui.slot.aflossing import Aflossing
    from zvh_desktop.ui.vensters import Vensters

log = logging.getLogger(__name__)


@runtime_checkable
class _Bewaarbaar(Protocol):
    def bewaar_nu(self) -> None: ...


class Sessieverloop(QObject):
    """Owns the window that is shown now: the login, the assistant, or the main window."""

    ontgrendeld = Signal()
    vergrendeld = Signal()
    gestopt = Signal()
    hulp_gevraagd = Signal(str)

    def __init__(
        self,
        toegang: Toegang,
        vensters: Callable[[], Vensters],
        gereedschap: Gereedschap,
        ouder: QObject | None = None,
        *,
        is_geladen: Callable[[], bool] = lambda: True,
        aflossing: Callable[[QObject], Aflossing] | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setObjectName("sessieverloop")
        self._toegang = toegang
        self._vensters = vensters
        self._is_geladen = is_geladen
        self._gereedschap = gereedschap
        self._kluismap: Path | None = None
        self._diensten: Vensterdiensten | None = None
        self._plaats: Plaats | None = None
        self._gebruiker = ""
        self._maak_aflossing = aflossing
        self._aflossing: Aflossing | None = None
        self._overgenomen = b""
        self._sluitend: QWidget | None = None
        self._niet_bewaard: GebruikersFout | None = None
        self.aanmeldvenster: Aanmeldvenster | None = None
        self.assistent: Assistent | None = None
        self.venster: Hoofdvenster | None = None
        self.inactiviteit = Inactiviteit(STANDAARD_VERGRENDELTIJD_MINUTEN, self)
        self.platformslot = Platformslot(self)
        self.slottoets = Slottoets(self)
        self._heropening = Heropening(gereedschap.melder, gereedschap.taken, self)
        self._verbind()

    def _verbind(self) -> None:
        self.inactiviteit.inactief_geworden.connect(self.vergrendel)
        self.platformslot.vergrendeld.connect(self.vergrendel)
        self.slottoets.gebruikt.connect(self.vergrendel, Qt.ConnectionType.QueuedConnection)

    def begin(self, kluismap: Path | None = None) -> None:
        """Show the login, or the assistant when this computer has not seen any vault yet."""
        if kluismap is None and not self._gereedschap.instellingen.recente_kluizen():
            self.toon_assistent()
        else:
            self.toon_aanmelden(kluismap)

    def begin_na_slot(self, overdracht: Overdracht) -> None:
        """Show the login for whom the process before this one has locked."""
        self._kluismap, self._gebruiker = overdracht.kluismap, overdracht.gebruiker
        self._overgenomen = overdracht.sessie
        self._heropening.neem_over(overdracht.dialoog)
        self._gereedschap.zaal.zwart_op(overdracht.zaal)
        self._maak_aanmeldvenster(vergrendeld=bool(self._gebruiker), plek=overdracht.plek)

    def toon_aanmelden(self, kluismap: Path | None = None) -> None:
        """Show the login."""
        self._kluismap = kluismap
        self._maak_aanmeldvenster(vergrendeld=False)

    def toon_assistent(self) -> None:
        """Show the assistant of the first start."""
        self.assistent = soort_assistent()(self._toegang, self._gereedschap)
        self.assistent.afgerond.connect(self._on_kluis_gemaakt)
        self.assistent.bestaande_gekozen.connect(self._on_bestaande_gekozen)
        self.assistent.gestopt.connect(self._on_assistent_gestopt)
        self.assistent.hulp_gevraagd.connect(self.hulp_gevraagd)
        if self._is_geladen():
            self.assistent.vul_aan(self._vensters().stappen)
        self.assistent.show()

    def eerste_venster(self) -> QDialog | None:
        """What is shown before a vault is open: the login or the assistant."""
        return self.assistent if self.assistent is not None else self.aanmeldvenster

    def vernieuw_eerste(self) -> None:
        """The rest of the application has been loaded: let the first window look at what is possible now."""
        if self.aanmeldvenster is not None:
            self.aanmeldvenster.vernieuw()
        if self.assistent is not None:
            self.assistent.vul_aan(self._vensters().stappen)

    def meld_niet_geladen(self) -> None:
        """The rest of the application could not be loaded: the assistant cannot go on."""
        if self.assistent is not None:
            self.assistent.meld_niet_geladen()

    def open_met(self, diensten: Vensterdiensten, kluismap: Path | None = None) -> None:
        """Show the main window on a vault that is already open."""
        self._kluismap = kluismap
        self._begin_sessie(diensten)

    def _maak_aanmeldvenster(
        self, *, vergrendeld: bool, plek: tuple[int, int] | None = None, dicht: bool = False
    ) -> None:
        self.aanmeldvenster = soort_aanmeldvenster()(
            self._toegang,
            self._gereedschap.taken,
            self._gereedschap.melder,
            self._gereedschap.instellingen,
            kluismap=self._kluismap,
            gebruiker=self._gebruiker,
            vergrendeld=vergrendeld,
        )
        self.aanmeldvenster.aangemeld.connect(self._on_aangemeld)
        self.aanmeldvenster.nieuw_gevraagd.connect(self._on_nieuw_gevraagd)
        self.aanmeldvenster.gestopt.connect(self._on_aanmelden_gestopt)
        self.aanmeldvenster.hulp_gevraagd.connect(self.hulp_gevraagd)
        if plek is not None:
            zet_midden(self.aanmeldvenster, QPoint(*plek))
        if dicht:
            self.aanmeldvenster.houd_dicht()
        self.aanmeldvenster.show()

    # --- open and locked --------------------------------------------------------------------------

    def _begin_sessie(self, diensten: Vensterdiensten) -> None:
        self._diensten = diensten
        sessie = diensten.sessie
        if sessie.gebruiker != self._gebruiker:
            self._plaats = None
        self._neem_over(diensten)
        self._gebruiker = sessie.gebruiker
        venster = self._vensters().hoofdvenster(diensten, self._gereedschap)
        venster.vergrendelen_gevraagd.connect(self.vergrendel)
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

    def _neem_over(self, diensten: Vensterdiensten) -> None:
        stand = open_stand(self._overgenomen, diensten.ontzegel)
        self._overgenomen = b""
        if stand is not None:
            self._plaats, self._niet_bewaard = stand.plaats, stand.fout()

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
        dialogen = open_dialogen()
        self._bewaar_dialoog(venster, dialogen)
        for deel in (*dialogen, venster):
            self._bewaar(deel)
        self._plaats = venster.plaats() if self._gebruiker else None
        midden = venster.frameGeometry().center()
        overdracht = self._overdracht((midden.x(), midden.y()))
        self.venster = None
        self._gereedschap.taken.stop_alles()
        sluit_dialogen(dialogen)
        venster.hide()
        venster.maak_leeg()
        verwijder(venster)
        self._gereedschap.klembord.wis()
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
        self._heropening.vergeet()
        self._gereedschap.zaal.sluit()
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
            self._heropening.bewaar(venster, dialogen, self._diensten)
        except Exception as fout:  # noqa: BLE001 - whatever went wrong, the vault must lock
            log.critical("dialoog niet bewaard: %s in %s", type(fout).__name__, plaats(fout))
            self._niet_bewaard = GebruikersFout("Wat u in het open venster typte, kon niet worden bewaard.")

    def _sluit_kluis(self) -> None:
        self._gereedschap.klembord.wis()
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
        self._heropening.vergeet()
        if self._aflossing is not None:
            self._aflossing.breek_af()
        self._gereedschap.taken.stop_alles()
        venster, self.venster = self.venster, None
        if venster is not None:
            venster.maak_leeg()
            venster.hide()
            verwijder(venster)

    def _sluit_met_voortgang(self) -> None:
        """Close beside the window: erasing what was deleted can take a while, and then that is shown."""
        self._gereedschap.klembord.wis()
        diensten, self._diensten = self._diensten, None
        if diensten is None:
            self.gestopt.emit()
            return
        self._sluitend = QWidget()
        taak = self._gereedschap.taken.start_met_voortgang(
            diensten.sluit,
            ouder=self._sluitend,
            titel="De kluis wordt gesloten",
            gelukt=self._on_gesloten,
            mislukt=self._on_gesloten,
        )
        taak.afgebroken.connect(self._on_sluiten_afgebroken)

    def _on_aangemeld(self, diensten: Vensterdiensten) -> None:
        if self.aanmeldvenster is not None:
            self._kluismap = self.aanmeldvenster.kluismap()
        self._laat_aanmelden_los()
        self._begin_sessie(diensten)

    def _on_aanmelden_gestopt(self) -> None:
        self._laat_aanmelden_los()
        self._plaats = None
        self.gestopt.emit()

    def _on_nieuw_gevraagd(self) -> None:
        self._laat_aanmelden_los()
        self.toon_assistent()

    def _laat_aanmelden_los(self) -> None:
        if self.aanmeldvenster is not None:
            self.aanmeldvenster.hide()
            verwijder(self.aanmeldvenster)
            self.aanmeldvenster = None

    def _laat_assistent_los(self) -> None:
        if self.assistent is not None:
            self.assistent.hide()
            self.assistent.maak_leeg()
            verwijder(self.assistent)
            self.assistent = None

    def _on_kluis_gemaakt(self, diensten: Vensterdiensten, kluismap: Path) -> None:
        self._laat_assistent_los()
        self._gereedschap.instellingen.onthoud_kluis(kluismap)
        self.open_met(diensten, kluismap)

    def _on_bestaande_gekozen(self, kluismap: Path) -> None:
        self._laat_assistent_los()
        self.toon_aanmelden(kluismap)

    def _on_assistent_gestopt(self) -> None:
        self._laat_assistent_los()
        if self._gereedschap.instellingen.recente_kluizen():
            self.toon_aanmelden()
        else:
            self.gestopt.emit()

    def _on_instellingen_gewijzigd(self) -> None:
        # the house decides how long; it stands in the vault, so that nobody can stretch it on an own computer
        if self._diensten is not None:
            self.inactiviteit.zet_minuten(
                self._diensten.vergrendel_minuten, self._diensten.vergrendel_minuten_tafel, self._aan_tafel
            )

    def _aan_tafel(self) -> bool:
        return self.venster is not None and self.venster.aan_tafel()

    def _on_venster_gesloten(self) -> None:
        self._leeg_scherm()
        self._sluit_met_voortgang()

    def _on_gesloten(self, _uitkomst: object) -> None:
        self._on_sluiten_afgebroken()

    def _on_sluiten_afgebroken(self) -> None:
        # The vault is closed; what was not erased yet is erased the next time.
        if self._sluitend is not None:
            verwijder(self._sluitend)
            self._sluitend = None
        self.gestopt.emit()

    def _on_opvolger_gekomen(self) -> None:
        self._laat_aanmelden_los()

    def _on_opvolger_uitgebleven(self) -> None:
        self._aflossing = None
        if self.aanmeldvenster is not None:
            self.aanmeldvenster.laat_toe()
