"""One process at a time: an operating system lock, and a note that says who has the vault open.

Here too the reserve: a file of zeros that is given free when the disk is full, because then even deleting needs room.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.bestand.vertaling import ALLEEN_LEZEN, vertaal_fout
from zvh_desktop.errors import KluisInGebruik

SLOTBESTAND = "kluis.slot"
EIGENAARBESTAND = "in-gebruik.json"
RESERVEBESTAND = "reserve.leeg"
RESERVE = 16 * 1024 * 1024
RESERVE_OEFEN = 64 * 1024
MINIMALE_RUIMTE = 200 * 1024 * 1024
_BLOK = 1024 * 1024
_NUMMER_TELT = os.name != "nt"
"""Whether a file has a number that stays the same as long as it is open, whatever it stands on."""


class Vergrendeling:
    """The lock on one vault folder. Falls away by itself when the process ends, however it ends."""

    def __init__(self, kluismap: Path) -> None:
        self._eigenaar = kluismap / EIGENAARBESTAND
        self._pad = kluismap / SLOTBESTAND
        self._merk = secrets.token_hex(8)
        self._zelfde: tuple[int, int] | None = None
        self._genoteerd = False
        self._slot = FileLock(kluismap / SLOTBESTAND, timeout=0, mode=EIGEN_BESTAND, thread_local=False)

    def neem(self) -> None:
        """Take the lock or say who has it."""
        with vertaal_fout():
            try:
                self._slot.acquire()
            except Timeout as fout:
                raise KluisInGebruik(
                    f"Deze kluis is al geopend{self._wie()}.",
                    veilig="Er is niets gewijzigd.",
                    advies="Sluit de kluis daar en probeer het dan opnieuw, of open hem hier om alleen te lezen.",
                ) from fout
            self._zelfde = _kenmerk(self._pad)
        self._genoteerd = False
        with contextlib.suppress(OSError):
            wie = {
                "computer": platform.node(),
                "gebruiker": _systeemgebruiker(),
                "sinds": datetime.now(UTC).isoformat(timespec="seconds"),
                "zitting": self._merk,
            }
            schrijf_heel(self._eigenaar, canoniek(wie))
            self._genoteerd = True

    def eis_nog_van_ons(self) -> None:
        """Refuse to write when the lock no longer keeps others out: somebody removed its file. Raises KluisInGebruik.

        A lock holds on to a file, not to a name. Where an open file can be removed, the next one makes another file of
        that name and locks that. On Windows it cannot, and no number of a file is relied on there; but a share can be
        tidied from elsewhere, so everywhere the note beside it may name nobody else.
        """
        with vertaal_fout():
            try:
                nu = _kenmerk(self._pad)
            except FileNotFoundError:
                raise (vergrendeling_weg() if self._pad.parent.is_dir() else map_weg()) from None
        if (nu != self._zelfde and _NUMMER_TELT) or self._van_een_ander():
            raise vergrendeling_weg()

    def geef_vrij(self) -> None:
        """Release the lock; may be called twice."""
        if not self._slot.is_locked:
            return
        with contextlib.suppress(OSError):
            if not self._van_een_ander():
                self._eigenaar.unlink(missing_ok=True)
        self._slot.release(force=True)

    def _van_een_ander(self) -> bool:
        """Whether the note names another sitting; one that cannot be read, or written on a full disk, names nobody."""
        waarde = self._briefje() if self._genoteerd else None
        return waarde is not None and waarde.get("zitting", self._merk) != self._merk

    def _briefje(self) -> dict[str, object] | None:
        return _lees_briefje(self._eigenaar)

    def _wie(self) -> str:
        gebruik = lees_gebruik(self._eigenaar.parent)
        if gebruik is None:
            return " door een ander programma"
        sinds = f" sinds {gebruik.sinds.astimezone():%d-%m-%Y %H:%M}" if gebruik.sinds is not None else ""
        return f" door {gebruik.gebruiker} op computer {gebruik.computer}{sinds}"


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Who has a vault open, as that user's own program noted: the names of the computer, not of the vault."""

    gebruiker: str
    computer: str
    sinds: datetime | None


def lees_gebruik(kluismap: Path) -> Gebruik | None:
    """Who has it open; None when that was not noted. A killed program leaves its note: ask ``is_vrij`` beside it."""
    waarde = _lees_briefje(kluismap / EIGENAARBESTAND)
    if waarde is None:
        return None
    try:
        sinds = datetime.fromisoformat(str(waarde.get("sinds")))
    except ValueError:
        sinds = None
    return Gebruik(str(waarde.get("gebruiker", "iemand")), str(waarde.get("computer", "onbekend")), sinds)


def is_vrij(kluismap: Path) -> bool:
    """Whether nobody has the vault open; False too where that cannot be tried."""
    slot = FileLock(kluismap / SLOTBESTAND, timeout=0, mode=EIGEN_BESTAND, thread_local=False)
    try:
        slot.acquire()
    except (OSError, Timeout):
        return False
    slot.release(force=True)
    return True


def is_beschermd(kluismap: Path) -> bool:
    """Whether nothing can be written there: a disk that is protected, or a folder without the right to."""
    slot = FileLock(kluismap / SLOTBESTAND, timeout=0, mode=EIGEN_BESTAND, thread_local=False)
    try:
        slot.acquire()
    except Timeout:
        return False
    except OSError as fout:
        return fout.errno in ALLEEN_LEZEN
    slot.release(force=True)
    return False


def _lees_briefje(pad: Path) -> dict[str, object] | None:
    try:
        waarde = uit_canoniek(pad.read_bytes()[:4096])
    except (OSError, ValueError):
        return None
    return waarde if isinstance(waarde, dict) else None


def vergrendeling_weg() -> KluisInGebruik:
    """Said when somebody removed the file that keeps others out."""
    return KluisInGebruik(
        "De vergrendeling van deze kluis is weggehaald terwijl u hem open had. Er kan nu nog iemand in schrijven.",
        veilig="Er is niets opgeslagen, en wat u typte staat er nog.",
        advies="Kopieer wat u typte, sluit de kluis en open hem opnieuw. Verwijder het bestand kluis.slot niet "
        "zolang de kluis open is.",
    )


def map_weg() -> KluisInGebruik:
    """Said when the whole folder is gone: a stick that was pulled out, a share that is away."""
    return KluisInGebruik(
        "De map van de kluis is er niet meer. Is de stick eruit, of de verbinding met de netwerkschijf weg?",
        veilig="Wat tot nu toe is opgeslagen, staat in de kluis. Wat u daarna typte staat er nog, en wordt op deze "
        "computer bewaard.",
        advies="Sluit de stick of de netwerkschijf weer aan, sluit de kluis en open hem opnieuw: dan staat wat u typte "
        "er weer.",
    )


def _kenmerk(pad: Path) -> tuple[int, int]:
    gegevens = pad.stat()
    return gegevens.st_dev, gegevens.st_ino


def maak_reserve(kluismap: Path, grootte: int) -> None:
    """Write the reserve, when it is not there and the disk has ample room."""
    pad = kluismap / RESERVEBESTAND
    if pad.exists() or shutil.disk_usage(kluismap).free < grootte + MINIMALE_RUIMTE // 10:
        return
    beschrijver = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), EIGEN_BESTAND)
    try:
        with os.fdopen(beschrijver, "wb") as bestand:
            for begin in range(0, grootte, _BLOK):
                bestand.write(bytes(min(_BLOK, grootte - begin)))
    except OSError:
        pad.unlink(missing_ok=True)


def geef_reserve_vrij(kluismap: Path) -> bool:
    """Give the room back to the disk; True when there was something to give."""
    try:
        (kluismap / RESERVEBESTAND).unlink()
    except OSError:
        return False
    return True


def controleer_reserve(kluismap: Path, grootte: int) -> tuple[str, ...]:
    """Findings about the reserve: absent, of another size, or used to hide something."""
    pad = kluismap / RESERVEBESTAND
    if not pad.is_file():
        return ("Het reservebestand ontbreekt: bij een volle schijf is er geen ruimte om af te ronden.",)
    if pad.stat().st_size != grootte:
        return ("Het reservebestand heeft een andere grootte dan bij het maken.",)
    with pad.open("rb") as bestand:
        while blok := bestand.read(_BLOK):
            if blok.strip(b"\x00"):
                return ("In het reservebestand staat iets. Het hoort alleen nullen te bevatten.",)
    return ()


def waarschuwing_ruimte(kluismap: Path) -> str | None:
    """A sentence when the disk is nearly full."""
    vrij = shutil.disk_usage(kluismap).free
    if vrij >= MINIMALE_RUIMTE:
        return None
    return (
        f"De schijf is bijna vol: er is nog {vrij // (1024 * 1024)} MB vrij. Wat is opgeslagen, blijft staan; is de "
        "schijf vol, dan kan er niets meer bij. Maak ruimte vrij voordat u verder werkt, en haal niets uit de map van "
        "de kluis."
    )


def _systeemgebruiker() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekend"
