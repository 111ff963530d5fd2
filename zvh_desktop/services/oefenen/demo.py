"""The demo: the whole main job on a new practice vault, with every document in a folder per recipient."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import PoortStand, Rol
from zvh_desktop.services.kluis.gegevens import ProfielBron
from zvh_desktop.services.oefenen.accounts import OEFENACCOUNTS
from zvh_desktop.services.oefenen.kluis import ploeg_voor
from zvh_desktop.services.oefenen.ploeg import Oefenploeg, Uitgifte
from zvh_desktop.services.oefenen.verloop import speel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld

KLUIS, DOCUMENTEN, REGIE, OVERZICHT = "kluis", "documenten", "regie", "overzicht.json"


@dataclass(frozen=True, slots=True)
class DemoStuk:
    """One file of the demo, with its place relative to the folder of the demo."""

    bestand: str
    stuk: Stuk


class Verzamelaar(Uitgifte):
    """Keeps the newest of every document, by the place where it will stand."""

    def __init__(self) -> None:
        self._stukken: dict[str, Stuk] = {}
        self._mappen: dict[str, str] = {}

    def geef(self, *stukken: Stuk) -> None:
        for stuk in stukken:
            ontvanger = self._map_van(stuk.partij) if stuk.partij else REGIE
            self._stukken[f"{DOCUMENTEN}/{ontvanger}/{stuk.bestandsnaam}"] = stuk

    def _map_van(self, partij: str) -> str:
        """A folder for this partij alone: two names may look the same once the signs in them are gone."""
        if partij not in self._mappen:
            bezet = {naam.casefold() for naam in (REGIE, *self._mappen.values())}
            namen = (mapnaam(partij), *(f"{mapnaam(partij)}-{nummer}" for nummer in range(2, len(bezet) + 3)))
            self._mappen[partij] = next(naam for naam in namen if naam.casefold() not in bezet)
        return self._mappen[partij]

    def vervang_alles_van(self, partij: str) -> None:
        self._stukken = {plek: stuk for plek, stuk in self._stukken.items() if stuk.partij != partij}

    def alles(self) -> tuple[DemoStuk, ...]:
        """In the order of their places."""
        return tuple(DemoStuk(plek, stuk) for plek, stuk in sorted(self._stukken.items()))


def speel_demo(uit: Path, huis: ProfielBron, zeg: Callable[[str], None]) -> None:
    """Write ``uit``/kluis, ``uit``/documenten and ``uit``/overzicht.json, and tell each step.

    ``huis`` is the key of a shipped profile, or the file of another. Raises InvoerOngeldig when the folder is not
    empty, NietGevonden for an unknown house, ProfielOngeldig, KluisFout.
    """
    verzamelaar = Verzamelaar()
    ploeg = ploeg_voor(uit / KLUIS, huis, _genummerd(zeg), verzamelaar)
    bestond = uit.exists()
    with vertaal_fout():
        _maak_map(uit)
    try:
        with ploeg:
            overleg_id = speel(ploeg)
            agenda = ploeg.op(0, Rol.MEDEWERKER).agenda.toon(overleg_id)
        stukken = verzamelaar.alles()
        with vertaal_fout():
            _schrijf(uit, stukken)
            overzicht = json.dumps(_overzicht(ploeg, agenda, stukken), ensure_ascii=False, indent=2)
            (uit / OVERZICHT).write_text(overzicht + "\n", encoding="utf-8")
    except BaseException:
        _ruim_op(uit, bestond=bestond)
        raise
    zeg(f"{len(stukken)} documenten geschreven in {uit / DOCUMENTEN}; het overzicht staat in {uit / OVERZICHT}.")


def _genummerd(zeg: Callable[[str], None]) -> Callable[[str], None]:
    nummer = 0

    def meld(zin: str) -> None:
        nonlocal nummer
        nummer += 1
        zeg(f"{nummer:2}. {zin}")

    return meld


def _maak_map(uit: Path) -> None:
    if uit.exists() and (not uit.is_dir() or any(uit.iterdir())):
        raise InvoerOngeldig("uit", "Deze map is niet leeg.", advies="Kies een nieuwe of lege map voor de demo.")
    uit.mkdir(parents=True, exist_ok=True)


def _ruim_op(uit: Path, *, bestond: bool) -> None:
    """Leave nothing half behind. Only called after ``_maak_map`` found the folder empty or absent."""
    for deel in (KLUIS, DOCUMENTEN):
        shutil.rmtree(uit / deel, ignore_errors=True)
    with contextlib.suppress(OSError):
        (uit / OVERZICHT).unlink(missing_ok=True)
        if not bestond:
            uit.rmdir()


def _schrijf(uit: Path, stukken: tuple[DemoStuk, ...]) -> None:
    for een in stukken:
        pad = uit.joinpath(*een.bestand.split("/"))
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(een.stuk.inhoud)


def _overzicht(ploeg: Oefenploeg, agenda: AgendaBeeld, stukken: tuple[DemoStuk, ...]) -> dict[str, object]:
    namen = {kolom.partij_id: kolom.naam for kolom in agenda.kolommen}
    return {
        "huis": ploeg.profiel.sleutel,
        "agendapunten": [
            {
                "casusnummer": punt.casusnummer,
                "betrokkenen": list(punt.betrokkenen),
                "partijen": [namen[cel.partij_id] for cel in punt.cellen if cel.stand is PoortStand.UITGENODIGD],
            }
            for punt in agenda.punten
            if punt.casus_id is not None
        ],
        "documenten": [
            {
                "bestand": een.bestand,
                "soort": een.stuk.soort.value,
                "partij": een.stuk.partij or None,
                "casusnummers": list(een.stuk.casusnummers),
            }
            for een in stukken
        ],
        "accounts": [
            {"gebruiker": account.gebruiker, "rol": account.rol.value, "wachtwoord": account.wachtwoord}
            for account in OEFENACCOUNTS
        ],
    }
