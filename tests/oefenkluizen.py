"""Practice vaults, each made once for the whole run and copied for every test: playing one takes seconds."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from zvh_desktop.services.kluis.gegevens import ProfielBron
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis

VOORTGANG = "voortgang.json"


class Oefenkluizen:
    """``gedeeld`` is a folder of this run; the other workers take from it too what one of them has made."""

    def __init__(self, gedeeld: Path) -> None:
        self._gedeeld = gedeeld

    def kopie(self, huis: ProfielBron, doel: Path) -> Path:
        """A copy, in a folder that is not there yet, of the practice vault of a house or of a profile file."""
        shutil.copytree(self._klaar(huis) / "kluis", doel)
        return doel

    def voortgang(self, huis: ProfielBron) -> list[tuple[int, int, str]]:
        """What was said while the vault was made: how far, out of how many, and what."""
        inhoud = json.loads((self._klaar(huis) / VOORTGANG).read_text(encoding="utf-8"))
        return [(nu, van, wat) for nu, van, wat in inhoud]

    def _klaar(self, huis: ProfielBron) -> Path:
        naam = huis if isinstance(huis, str) else hashlib.sha256(huis.read_bytes()).hexdigest()[:16]
        klaar = self._gedeeld / f"oefenkluis-{naam}"
        with FileLock(f"{klaar}.slot"):
            if not klaar.exists():
                self._maak(huis, klaar)
        return klaar

    def _maak(self, huis: ProfielBron, klaar: Path) -> None:
        half = klaar.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)  # of a test that was stopped midway
        half.mkdir(parents=True)
        stappen: list[tuple[int, int, str]] = []
        with pytest.MonkeyPatch.context() as omgeving:
            omgeving.setenv("ZVH_GEBRUIKERSMAP", str(half / "gebruiker"))
            maak_oefenkluis(half / "kluis", huis, lambda nu, van, wat: stappen.append((nu, van, wat)))
        (half / VOORTGANG).write_text(json.dumps(stappen), encoding="utf-8")
        half.rename(klaar)
