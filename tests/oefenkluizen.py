"""Practice vaults, each made once for the whole run and copied for every test: playing one takes seconds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from demos import Demos, bronnaam, een_keer

from zvh_desktop.services.kluis.gegevens import ProfielBron
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis

VOORTGANG = "voortgang.json"


class Oefenkluizen:
    """``gedeeld`` is a folder of this run; the other workers take from it too what one of them has made."""

    def __init__(self, gedeeld: Path, demos: Demos) -> None:
        self._gedeeld = gedeeld
        self._demos = demos

    def kopie(self, huis: ProfielBron, doel: Path) -> Path:
        """A copy, in a folder that is not there yet, of the practice vault of a house or of a profile file.

        It is the vault of the demo of that house, where the same is played: most houses need both.
        """
        shutil.copytree(self._demos.speel(huis).kluis, doel)
        return doel

    def uit_het_venster(self, huis: ProfielBron, doel: Path) -> Path:
        """The same, as the window makes it."""
        shutil.copytree(self._klaar(huis) / "kluis", doel)
        return doel

    def voortgang(self, huis: ProfielBron) -> list[tuple[int, int, str]]:
        """What was said while the window made it: how far, out of how many, and what."""
        inhoud = json.loads((self._klaar(huis) / VOORTGANG).read_text(encoding="utf-8"))
        return [(nu, van, wat) for nu, van, wat in inhoud]

    def _klaar(self, huis: ProfielBron) -> Path:
        def maak(half: Path) -> None:
            stappen: list[tuple[int, int, str]] = []
            with pytest.MonkeyPatch.context() as omgeving:
                omgeving.setenv("ZVH_GEBRUIKERSMAP", str(half / "gebruiker"))
                maak_oefenkluis(half / "kluis", huis, lambda nu, van, wat: stappen.append((nu, van, wat)))
            (half / VOORTGANG).write_text(json.dumps(stappen), encoding="utf-8")

        return een_keer(self._gedeeld / f"oefenkluis-{bronnaam(huis)}", maak)
