"""What the process that locked hands to the one that shows the login after it (ADR 0035).

Which vault, which user and where the window stood; all that came out of the vault is sealed with a secret that only
unlocking brings back. It goes through a pipe and is never on a disk.
"""

from __future__ import annotations

import base64
import json
import logging
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.logboek import plaats as waar
from zvh_desktop.ui.zaalhouder import Zaalplek

if TYPE_CHECKING:
    from zvh_desktop.ui.protocollen import Plaats

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Overdracht:
    """One line of text in the pipe. ``plek`` is the middle of the window that was locked, on the screen."""

    kluismap: Path | None
    gebruiker: str
    plek: tuple[int, int] | None = None
    sessie: bytes = b""
    dialoog: bytes = b""
    zaal: Zaalplek | None = None
    """Where a window stood in the room: there it stays black."""

    def als_regel(self) -> bytes:
        """As it goes through the pipe."""
        waarde = {
            "kluismap": str(self.kluismap) if self.kluismap is not None else None,
            "gebruiker": self.gebruiker,
            "plek": self.plek,
            "sessie": base64.b64encode(self.sessie).decode("ascii"),
            "dialoog": base64.b64encode(self.dialoog).decode("ascii"),
            "zaal": self.zaal,
        }
        return json.dumps(waarde).encode("ascii") + b"\n"

    @classmethod
    def uit_regel(cls, regel: bytes) -> Overdracht | None:
        """What came out of the pipe; None when that is nothing whole."""
        try:
            waarde = json.loads(regel)
            plek = waarde["plek"]
            return cls(
                Path(waarde["kluismap"]) if waarde["kluismap"] is not None else None,
                str(waarde["gebruiker"]),
                (int(plek[0]), int(plek[1])) if plek is not None else None,
                base64.b64decode(waarde["sessie"]),
                base64.b64decode(waarde["dialoog"]),
                _zaalplek(waarde["zaal"]),
            )
        except (ValueError, TypeError, KeyError, IndexError):
            return None


def _zaalplek(waarde: Any) -> Zaalplek | None:
    if waarde is None:
        return None
    scherm, (links, boven, breed, hoog), vol = waarde
    return Zaalplek(str(scherm), (int(links), int(boven), int(breed), int(hoog)), bool(vol))


@dataclass(frozen=True, slots=True)
class Sessiestand:
    """Where the user was, and what has to be told about what could not be saved."""

    plaats: Plaats | None
    niet_bewaard: tuple[str, str, str] | None

    @classmethod
    def van(cls, plaats: Plaats | None, fout: GebruikersFout | None) -> Sessiestand:
        """As it is at the lock."""
        return cls(plaats, (fout.gebeurd, fout.veilig, fout.advies) if fout is not None else None)

    def fout(self) -> GebruikersFout | None:
        """What has to be told."""
        if self.niet_bewaard is None:
            return None
        gebeurd, veilig, advies = self.niet_bewaard
        return GebruikersFout(gebeurd, veilig=veilig, advies=advies)


def verzegel_stand(stand: Sessiestand, verzegel: Callable[[bytes], bytes]) -> bytes:
    """Sealed for this user; a page that says where it stands in a way that cannot be kept, costs only that."""
    try:
        return verzegel(pickle.dumps(stand))
    except Exception as fout:  # noqa: BLE001 - whatever a page put in there, the vault must lock
        log.critical("plaats niet bewaard: %s in %s", type(fout).__name__, waar(fout))
        return verzegel(pickle.dumps(Sessiestand(None, stand.niet_bewaard)))


def open_stand(verzegeld: bytes, ontzegel: Callable[[bytes], bytes | None]) -> Sessiestand | None:
    """What this user sealed; None for anyone else, and for nothing."""
    inhoud = ontzegel(verzegeld) if verzegeld else None
    if inhoud is None:
        return None
    # sealed with a secret of the user who now has the vault open: nobody else can have made it
    stand = pickle.loads(inhoud)  # noqa: S301
    return stand if isinstance(stand, Sessiestand) else None
