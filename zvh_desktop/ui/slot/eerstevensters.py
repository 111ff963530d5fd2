"""The windows before a vault is open: the login and the assistant of the first start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog

from zvh_desktop.ui.eerste_venster import soort_aanmeldvenster, soort_assistent
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.na_afloop import verwijder
from zvh_desktop.ui.scherm import zet_midden
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.uiterlijk.thema import Kleur

if TYPE_CHECKING:
    from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
    from zvh_desktop.ui.eerste_start.assistent import Assistent
    from zvh_desktop.ui.protocollen import Toegang, Vensterdiensten
    from zvh_desktop.ui.vensters import Vensters


def altijd() -> bool:
    """For tests, where everything has been loaded."""
    return True


class Eerstevensters(QObject):
    """Shows one of the two, and hears how it ends; what is done with an open vault is of the class built on this."""

    gestopt = Signal()
    hulp_gevraagd = Signal(str)

    def __init__(
        self,
        toegang: Toegang,
        vensters: Callable[[], Vensters],
        gereedschap: Gereedschap,
        is_geladen: Callable[[], bool],
        ouder: QObject | None,
    ) -> None:
        super().__init__(ouder)
        self._toegang = toegang
        self._vensters = vensters
        self._is_geladen = is_geladen
        self._gereedschap = gereedschap
        self._kluismap: Path | None = None
        self._gebruiker = ""
        self.aanmeldvenster: Aanmeldvenster | None = None
        self.assistent: Assistent | None = None

    def open_met(self, diensten: Vensterdiensten, kluismap: Path | None = None) -> None:
        """Show the main window on a vault that is already open."""
        raise NotImplementedError

    def _on_aangemeld(self, diensten: Vensterdiensten) -> None:
        raise NotImplementedError

    def _on_gestopt_voor_aanmelden(self) -> None:
        """Nobody comes back to where the last one was."""

    def toon_aanmelden(self, kluismap: Path | None = None) -> None:
        """Show the login."""
        self._kluismap = kluismap
        weg = self._gereedschap.instellingen.vergeet_verdwenen(kluismap)
        self._maak_aanmeldvenster(vergrendeld=False)
        if weg and self.aanmeldvenster is not None:
            self.aanmeldvenster.melding.zet(Icoon.WAARSCHUWING, _zin_over_weg(weg), kleur=Kleur.LET_OP)

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

    def _on_aanmelden_gestopt(self) -> None:
        self._laat_aanmelden_los()
        self._on_gestopt_voor_aanmelden()
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


def _zin_over_weg(plekken: Sequence[Path]) -> str:
    namen = " en ".join(f"“{plek.stem}”" for plek in plekken)
    staat = "staat er niet meer en is" if len(plekken) == 1 else "staan er niet meer en zijn"
    return f"{namen} {staat} uit de lijst gehaald."
