"""A backup takes the place of a vault, and what stood there is put aside (ADR 0063).

Nothing is written over. The copy is made whole beside the vault, then the vault gets another name and the copy gets
its name. When the program ends between those two, the vault is gone from its place and both stand beside it: the next
look at that place finishes it.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import sync_map, vervang
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie
from zvh_desktop.database.bestand.vergrendelbestand import EIGENAARBESTAND, SLOTBESTAND, Vergrendeling
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.kopie.vervangen import VERVANGEN, schrijf_vervangen, vervangen_sinds
from zvh_desktop.database.kopie.voorraad import lees_kopie, verwijder_map
from zvh_desktop.database.reservekopie import herstel_reservekopie
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.database.vernietigen.register import REGISTERBESTAND
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, KluisVreemd

_OPZIJ = re.compile(r"(?P<naam>.+) vervangen \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.kluis")
_TERUG = " terugzetten.kluis"


@dataclass(frozen=True, slots=True)
class Vervangen:
    """A vault that a backup took the place of, kept until somebody removes it."""

    map: Path
    sinds: datetime


def zet_terug(kopie: Path, kluismap: Path, nu: datetime) -> Path | None:
    """Let a backup take the place of a vault; where the vault of now went, or None when there was none.

    Raises KluisInGebruik, KluisBeschadigd and other KluisFout; then everything is as it was.
    """
    eis_geen_synchronisatie(kluismap)
    if kopie.resolve() == kluismap.resolve() or kluismap.resolve() in kopie.resolve().parents:
        raise InvoerOngeldig("kopie", "Deze reservekopie is de kluis zelf.", advies="Kies een andere reservekopie.")
    _eis_van_deze_kluis(kopie, kluismap)
    klaar = kluismap.with_name(f"{kluismap.stem}{_TERUG}")
    with vertaal_fout(kluismap.parent):
        shutil.rmtree(klaar, ignore_errors=True)
    herstel_reservekopie(kopie, klaar)
    try:
        with vertaal_fout(kluismap.parent):
            return _wissel(klaar, kluismap, nu)
    except BaseException:
        shutil.rmtree(klaar, ignore_errors=True)
        raise


def maak_terugzetten_af(kluismap: Path) -> bool:
    """Finish what a killed program began; True when a vault stands there now that did not before."""
    klaar = kluismap.with_name(f"{kluismap.stem}{_TERUG}")
    if kluismap.exists() or not klaar.is_dir() or not vervangen_kluizen(kluismap):
        return False
    with vertaal_fout(kluismap.parent):
        lees_sleutelbestand(klaar)
        vervang(klaar, kluismap)
    return True


def vervangen_kluizen(kluismap: Path) -> tuple[Vervangen, ...]:
    """What was put aside of this vault and still stands beside it, the newest first."""
    gevonden = []
    with contextlib.suppress(OSError):
        for map_ in kluismap.parent.iterdir():
            past = _OPZIJ.fullmatch(map_.name)
            sinds = vervangen_sinds(map_) if past is not None and past["naam"] == kluismap.stem else None
            if sinds is not None:
                gevonden.append(Vervangen(map_, sinds))
    return tuple(sorted(gevonden, key=_sinds, reverse=True))


def verwijder_vervangen(map_: Path) -> bool:
    """Take away a vault that was put aside, because its user says so. Raises KluisVreemd for any other folder."""
    if vervangen_sinds(map_) is None or _OPZIJ.fullmatch(map_.name) is None:
        raise KluisVreemd("Dit is geen kluis die vervangen is.", veilig="Er is niets verwijderd.")
    return verwijder_map(map_)


def _wissel(klaar: Path, kluismap: Path, nu: datetime) -> Path | None:
    if not kluismap.exists():
        vervang(klaar, kluismap)
        return None
    opzij = kluismap.with_name(f"{kluismap.stem} vervangen {nu.astimezone():%Y-%m-%d %H.%M.%S}.kluis")
    slot = Vergrendeling(kluismap)
    slot.neem()
    try:
        # what was destroyed here goes again from the copy, also on a computer that never heard of it
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(kluismap / REGISTERBESTAND, klaar / REGISTERBESTAND)
        schrijf_vervangen(kluismap, nu)
    finally:
        # Windows renames no folder in which a file is held; who comes in between keeps it from being renamed there
        slot.geef_vrij()
    try:
        _hernoem(kluismap, opzij)
    except BaseException:
        (kluismap / VERVANGEN).unlink(missing_ok=True)
        raise
    try:
        vervang(klaar, kluismap)
    except BaseException:
        (opzij / VERVANGEN).unlink(missing_ok=True)
        _hernoem(opzij, kluismap)
        raise
    with contextlib.suppress(OSError):
        sync_map(kluismap.parent)
    return opzij


def _hernoem(van: Path, naar: Path) -> None:
    for naam in (SLOTBESTAND, EIGENAARBESTAND):
        with contextlib.suppress(OSError):
            (van / naam).unlink(missing_ok=True)
    vervang(van, naar)


def _eis_van_deze_kluis(kopie: Path, kluismap: Path) -> None:
    """A backup of another vault does not take the place of this one, where it can be told which this is."""
    gevonden = lees_kopie(kopie)
    if gevonden is None:
        raise KluisVreemd(
            "Dit is geen reservekopie, of zij is beschadigd.",
            veilig="Er is niets gewijzigd.",
            advies="Kies een andere reservekopie.",
        )
    try:
        hier = lees_sleutelbestand(kluismap).kluis_id
    except GebruikersFout:
        return
    if hier != gevonden.kluis_id:
        raise KluisVreemd(
            "Deze reservekopie is van een andere kluis.",
            veilig="Er is niets gewijzigd.",
            advies=f"Kies een reservekopie van {kluismap.stem}, of zet haar met zvh herstel terug in een nieuwe map.",
        )


def _sinds(een: Vervangen) -> datetime:
    return een.sinds
