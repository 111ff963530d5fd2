"""A house on a server that cannot be reached while one signs in: on in the koffer of today (ADR 0101, 0105).

The house is closed, so nothing of it is asked: what sleeps on this computer opens with the own password alone.
"""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.koffer.slapend import Slapende, laat_beginnen, te_wekken
from zvh_desktop.database.sleutels.pogingen import met_wachtwoord
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.errors import KofferFout
from zvh_desktop.services.kluis.huisdeur import lees_verbinding
from zvh_desktop.services.koffer.gegevens import Dagkofferaanbod
from zvh_desktop.services.werkplek.klok import AMSTERDAM, Klok


class ZonderLijnDienst:
    """Use cases on the koffer of today of who cannot come in."""

    def __init__(self, klok: Klok) -> None:
        self._klok = klok

    def aanbod(self, verbinding: Path, naam: str) -> Dagkofferaanbod | None:
        """Whether there is one on this computer for this name, of the house of this connection file."""
        gevonden = self._zoek(verbinding, naam)
        return Dagkofferaanbod(gevonden[0].van) if gevonden is not None else None

    def wek(self, verbinding: Path, naam: str, wachtwoord: str) -> Path:
        """Let it begin; where it is. With a wrong password it sleeps on. Raises WachtwoordOnjuist, KofferFout."""
        gevonden = self._zoek(verbinding, naam)
        if gevonden is None:
            raise KofferFout("Op deze computer staat geen koffer van vandaag voor u.", veilig="Er is niets gewijzigd.")
        slapende, sleutels = gevonden
        met_wachtwoord(naam, wachtwoord, sleutels)
        return laat_beginnen(slapende)

    def _zoek(self, verbinding: Path, naam: str) -> tuple[Slapende, Sleutelbestand] | None:
        dag = self._klok().astimezone(AMSTERDAM).date()
        return te_wekken(lees_verbinding(verbinding).kluis_id, nfc(naam).strip(), dag)
