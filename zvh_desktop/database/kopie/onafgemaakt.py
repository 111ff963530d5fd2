"""What a killed backup leaves: a folder with a key file and half a database, wherever somebody wanted the backup.

While a copy is made, a note in the vault folder says where, sealed with the database key: a path can hold a name. At
the next opening the note is read and the half copy goes away, unless whoever makes it is still at work.
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, KLAD, schrijf_nieuw
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, pak_uit, verpak

_DOEL = b"zvh-desktop kopie onder handen v1"
_BRIEFJE = re.compile(r"kopie-[0-9a-f]{8}\.bezig")
_HALF = re.compile(rf".+\.[0-9a-f]{{8}}{re.escape(KLAD)}")
_ACHTER = -len(f".00000000{KLAD}")


@contextmanager
def onder_handen(kluismap: Path, sleutel: bytes, klad: Path) -> Iterator[None]:
    """Note where a copy is being made, for as long as that takes. Where nothing can be written it goes without."""
    briefje = kluismap / f"kopie-{secrets.token_hex(4)}.bezig"
    slot = _slot(briefje)
    try:
        slot.acquire()
        schrijf_nieuw(
            briefje, verpak(leid_af(sleutel, _DOEL), str(klad.absolute()).encode("utf-8", "surrogatepass"), b"")
        )
    except (OSError, Timeout):
        slot.release(force=True)
        yield
        return
    try:
        yield
    finally:
        _laat_los(briefje, slot)


def ruim_half_op(kluismap: Path, sleutel: bytes) -> None:
    """Take away what killed copies left: where a note says so, and beside this vault under its own name."""
    for briefje in kluismap.iterdir():
        if _BRIEFJE.fullmatch(briefje.name):
            _ruim_briefje_op(briefje, sleutel)
    with contextlib.suppress(OSError):
        for naast in kluismap.parent.iterdir():
            if _HALF.fullmatch(naast.name) and naast.name[:_ACHTER] == kluismap.name:
                _verwijder(naast)


def _ruim_briefje_op(briefje: Path, sleutel: bytes) -> None:
    slot = _slot(briefje)
    try:
        slot.acquire()
    except (OSError, Timeout):
        return  # still being made, by another process
    with contextlib.suppress(OSError, SleutelPastNiet, UnicodeDecodeError):
        klad = Path(pak_uit(leid_af(sleutel, _DOEL), briefje.read_bytes(), b"").decode("utf-8", "surrogatepass"))
        if _HALF.fullmatch(klad.name):
            _verwijder(klad)
    _laat_los(briefje, slot)


def _verwijder(klad: Path) -> None:
    if klad.is_dir() and not klad.is_symlink():
        shutil.rmtree(klad, ignore_errors=True)


def _slot(briefje: Path) -> FileLock:
    return FileLock(briefje.with_suffix(".slot"), timeout=0, mode=EIGEN_BESTAND, thread_local=False)


def _laat_los(briefje: Path, slot: FileLock) -> None:
    with contextlib.suppress(OSError):
        briefje.unlink(missing_ok=True)
    slot.release(force=True)
    with contextlib.suppress(OSError):
        briefje.with_suffix(".slot").unlink(missing_ok=True)
