"""On what kind of disk a vault stands, and how SQLite is told where it is.

A write-ahead log needs memory that all connections share, and a network share has none; a folder that is synchronised
is copied while it is being written, and to computers that do not see the lock. ADR 0015 says what follows from that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path, PurePath, PureWindowsPath
from urllib.parse import quote

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.paths import is_netwerkschijf

_NETWERKSOORTEN = frozenset(
    {"9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone"}
    | {"fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb", "smb2"}
    | {"smb3", "smbfs", "webdav"}
)
_MERKTEKENS = (".dropbox", ".dropbox.cache", ".tmp.drivedownload", ".tmp.driveupload", ".stfolder")
_MERKTEKENS_LOG = (".owncloudsync.log", ".nextcloudsync.log")
_WOLKMAPPEN = frozenset({"CloudStorage", "Mobile Documents", "iCloudDrive"})
_WOLKVARIABELEN = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_VAN_DE_KLUIS = re.compile(r"(?:sleutels|db-\d+|stand-\d+|vernietigd)(?P<erbij>.*)\.(?:json|sqlite|bin)", re.IGNORECASE)
"""A file of a vault; what stands between its name and its kind was put there by another program."""
_ESCAPE = re.compile(r"\\([0-7]{3})")
"""How /proc/mounts writes a space and the like."""
_MOUNTS = Path("/proc/self/mounts")


class Plaatssoort(StrEnum):
    """What kind of place a folder is."""

    EIGEN = "eigen"
    NETWERK = "netwerk"
    GESYNCHRONISEERD = "gesynchroniseerd"


def adres(pad: PurePath, *, soort: str, vast: bool = False) -> str:
    """The address of a database file for SQLite, with an empty authority: ``file:///...``, ``file:////server/...``."""
    voluit = pad.as_posix()
    for voorvoegsel, wordt in (("//?/UNC/", "//"), ("//?/", "")):
        if isinstance(pad, PureWindowsPath) and voluit.startswith(voorvoegsel):
            voluit = wordt + voluit.removeprefix(voorvoegsel)
    if not voluit.startswith("/"):
        voluit = "/" + voluit
    return f"file://{quote(voluit, safe='/:', errors='surrogateescape')}?mode={soort}{'&immutable=1' if vast else ''}"


def plaatssoort(map_: Path) -> Plaatssoort:
    """Look at the folder, or at the nearest one above it that exists."""
    volledig = map_.resolve()
    if is_gesynchroniseerd(volledig, os.environ):
        return Plaatssoort.GESYNCHRONISEERD
    return Plaatssoort.NETWERK if _is_netwerk(volledig) else Plaatssoort.EIGEN


def eis_geen_synchronisatie(map_: Path) -> None:
    """Refuse a vault in a folder that another program copies. Raises InvoerOngeldig."""
    if plaatssoort(map_) is Plaatssoort.GESYNCHRONISEERD:
        raise InvoerOngeldig(
            "map",
            "Deze map wordt gesynchroniseerd, bijvoorbeeld door OneDrive, Dropbox, Google Drive of iCloud. Daar kan "
            "een kluis niet staan: twee computers zouden hem tegelijk wijzigen zonder dat van elkaar te weten.",
            advies="Zet de map van de kluis op een gewone schijf of op de schijf van uw huis, en open hem daar.",
        )


def netwerkzin(map_: Path, *, koffer: bool) -> str:
    """What its user is told of a vault, or of a koffer, on a network share; empty where it stands elsewhere."""
    if plaatssoort(map_) is not Plaatssoort.NETWERK:
        return ""
    if koffer:
        return (
            "Deze koffer staat op een netwerkschijf, en die is er onderweg niet. Sluit hem, kopieer de hele map naar "
            "de laptop of een USB-stick, en werk alleen daar verder."
        )
    return (
        "Deze kluis staat op een netwerkschijf. Dat kan; er werkt er dan één tegelijk in. Valt het netwerk weg, dan is "
        "bewaard waar Opgeslagen bij stond: open de kluis opnieuw als het terug is."
    )


def eis_geen_synchronisatie_voor_koffer(map_: Path) -> None:
    """Refuse a koffer in a folder that another program copies. Raises InvoerOngeldig."""
    if plaatssoort(map_) is Plaatssoort.GESYNCHRONISEERD:
        raise InvoerOngeldig(
            "doel",
            "Deze map wordt gesynchroniseerd, bijvoorbeeld door OneDrive, Dropbox, Google Drive of iCloud. Van een "
            "koffer is er één, en die zou dan op meer computers komen te staan.",
            advies="Kies een USB-stick of een gewone map van deze computer.",
        )


def conflictkopieen(kluismap: Path) -> tuple[str, ...]:
    """Files that a program for synchronising made beside those of the vault: 'sleutels (conflicted copy).json'."""
    try:
        namen = sorted(pad.name for pad in kluismap.iterdir())
    except OSError:
        return ()
    gevonden = ((naam, _VAN_DE_KLUIS.fullmatch(naam)) for naam in namen)
    return tuple(naam for naam, past in gevonden if past is not None and past["erbij"])


def is_unc(pad: PurePath) -> bool:
    r"""Whether the path begins with a server: ``\\server\share``, also in its long form."""
    if not isinstance(pad, PureWindowsPath):
        return False
    schijf = pad.drive.replace("/", "\\")
    if schijf.startswith("\\\\?\\") or schijf.startswith("\\\\.\\"):
        return schijf[4:].upper().startswith("UNC\\")
    return schijf.startswith("\\\\")


def soort_bestandssysteem(pad: PurePath, mounts: Iterable[str]) -> str:
    """The kind of file system that a path is on, from lines as in /proc/mounts; empty when none fits."""
    beste, soort, voluit = -1, "", pad.as_posix()
    for regel in mounts:
        velden = regel.split()
        if len(velden) < 3:
            continue
        punt = _ESCAPE.sub(_teken, velden[1])
        if not voluit.startswith(punt):
            continue  # as nearly all of them; whether it ends between two folders is for the path to say
        plek = PurePath(punt)
        # of two on the same place the later one lies on top
        if pad.is_relative_to(plek) and len(plek.parts) >= beste:
            beste, soort = len(plek.parts), velden[2]
    return soort


def is_gesynchroniseerd(pad: Path, omgeving: Mapping[str, str]) -> bool:
    """Whether a program for synchronising looks after this folder: by its own variables, folders or marks."""
    wortels = [Path(omgeving[naam]) for naam in _WOLKVARIABELEN if omgeving.get(naam)]
    if any(pad.is_relative_to(wortel) for wortel in wortels) or not _WOLKMAPPEN.isdisjoint(pad.parts):
        return True
    return any(_is_gemerkt(map_) for map_ in (pad, *pad.parents))


def _is_gemerkt(map_: Path) -> bool:
    # Dropbox also has a folder of this name, for its settings: no mark of what lies beside that
    for naam in (*_MERKTEKENS, *_MERKTEKENS_LOG):
        merk = os.path.join(map_, naam)  # noqa: PTH118  asked of each folder above, at each opening
        if os.path.exists(merk) and not (naam == ".dropbox" and os.path.isdir(merk)):  # noqa: PTH110, PTH112
            return True
    return False


def _teken(gevonden: re.Match[str]) -> str:
    return chr(int(gevonden.group(1), 8))


def _is_netwerk(pad: Path) -> bool:
    if is_unc(pad) or is_netwerkschijf(pad):
        return True
    try:
        regels = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    return soort_bestandssysteem(pad, regels) in _NETWERKSOORTEN
