"""What the window remembers per user of this computer: sizes, columns, recent vault folders.

An ini file in the user's own folder; never a name of a person, a case or a text.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from zvh_desktop import paths

_MEESTE_RECENTE = 6
_NIET_TERUG_TE_ZETTEN = frozenset({".koffer", ".team"})
"""A vault that is gone stays in the list of the login: there it is put back from a backup. Of these there is none."""
_OP_HET_NETWERK = ("\\\\", "//")


class Instellingen:
    """Typed access to the ini file; one object is made in the composition root and handed on."""

    def __init__(self, bestand: Path | None = None) -> None:
        plaats = bestand if bestand is not None else paths.gebruikersmap() / "venster.ini"
        plaats.parent.mkdir(parents=True, exist_ok=True)
        self._ini = QSettings(str(plaats), QSettings.Format.IniFormat)

    def bewaar(self) -> None:
        """Write now instead of at some later moment."""
        self._ini.sync()

    def lees_bytes(self, sleutel: str) -> QByteArray:
        """A stored state of a header or window; empty when there is none or it is not one."""
        waarde = self._ini.value(sleutel)
        return waarde if isinstance(waarde, QByteArray) else QByteArray()

    def zet_bytes(self, sleutel: str, waarde: QByteArray) -> None:
        """Keep a state of a header or window."""
        self._ini.setValue(sleutel, waarde)

    def staat_aan(self, sleutel: str) -> bool:
        """Whether this user of the computer switched it on."""
        return self._ini.value(sleutel) in (True, "true")

    def zet_aan(self, sleutel: str, aan: bool) -> None:
        """Keep whether it is on."""
        self._ini.setValue(sleutel, aan)

    def recente_kluizen(self) -> tuple[Path, ...]:
        """Vault folders opened before on this computer, the newest first."""
        waarde = self._ini.value("kluizen/recent")
        lijst = [waarde] if isinstance(waarde, str) else waarde
        if not isinstance(lijst, list):
            return ()
        return tuple(Path(str(deel)) for deel in lijst if deel)[:_MEESTE_RECENTE]

    def vergeet_verdwenen(self, behalve: Path | None) -> tuple[Path, ...]:
        """Koffers and connection files that were taken away go out of the list; which those are."""
        kluizen = self.recente_kluizen()
        weg = tuple(deel for deel in kluizen if deel != behalve and _is_weg(deel))
        if weg:
            self._ini.setValue("kluizen/recent", [str(deel) for deel in kluizen if deel not in weg])
            self.bewaar()
        return weg

    def onthoud_kluis(self, kluismap: Path) -> None:
        """Put this folder in front of the list."""
        andere = [str(deel) for deel in self.recente_kluizen() if deel != kluismap]
        self._ini.setValue("kluizen/recent", [str(kluismap), *andere][:_MEESTE_RECENTE])
        self.bewaar()


def _is_weg(plek: Path) -> bool:
    """Whether it was taken away, and is not only out of reach: the folder in which it stood holds something else.

    A stick that is out or a disk that is not there now has no such folder, or an empty one. What stands on the network
    is not asked for: the login would wait for it.
    """
    if plek.suffix.casefold() not in _NIET_TERUG_TE_ZETTEN:
        return False
    if str(plek).startswith(_OP_HET_NETWERK) or paths.is_netwerkschijf(plek):
        return False
    try:
        return not plek.exists() and any(True for _ in plek.parent.iterdir())
    except OSError:
        return False
