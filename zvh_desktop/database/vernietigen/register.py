"""Which destructions this computer knows of, outside the database: so that an older copy is destroyed again.

A backup holds what was destroyed after it was made, and does not know that. So each destruction, as it was signed, is
also kept in the folder of the vault and in the user's own folder. It counts only when the root key of this vault
stands behind the signature, so a file that somebody else wrote there destroys nothing. It is encrypted with what every
key file of this vault has, also an older one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.keten.ondertekening import Toets, VerklaringRij
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, pak_uit, verpak
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.paths import gebruikersmap

REGISTERBESTAND: Final = "vernietigd.bin"
MAX_BYTES: Final = 64 * 1024 * 1024
_DOEL: Final = b"zvh-kluis register van vernietigingen v1"


def plaatsen(kluismap: Path, kluis_id: str) -> tuple[Path, ...]:
    """Where it stands: with the vault, and with the user, for when the whole folder of the vault is an older one.

    A house on a server has a connection file in place of a folder: there it stands with the user alone.
    """
    bij_de_gebruiker = gebruikersmap() / "hoofden" / f"{kluis_id}-{REGISTERBESTAND}"
    return (bij_de_gebruiker,) if kluismap.is_file() else (kluismap / REGISTERBESTAND, bij_de_gebruiker)


def lees_register(kluismap: Path, toets: Toets) -> Mapping[str, VerklaringRij]:
    """Every destruction that is kept here, by the hash of its statement. Not yet verified: ``getekend`` does that."""
    return {rij.hash: rij for pad in plaatsen(kluismap, toets.kluis_id) for rij in _lees(pad, toets)}


def controleer_register(kluismap: Path, toets: Toets) -> Iterator[str]:
    """A register that is there and cannot be read, is of another vault, or holds a line that nobody signed."""
    for pad in plaatsen(kluismap, toets.kluis_id):
        if not pad.exists():
            continue
        inhoud = _ontsleuteld(pad, toets)
        rijen = _lees(pad, toets)
        if not inhoud or not rijen or any(getekend(toets, rij) is None for rij in rijen):
            yield (
                f"{REGISTERBESTAND} is beschadigd of is niet door deze kluis geschreven. Wat vernietigd is, blijft "
                "vernietigd; het bestand wordt bij het openen opnieuw gemaakt."
            )


def getekend(toets: Toets, rij: VerklaringRij) -> Mapping[str, Any] | None:
    """What a destruction says that was signed for this vault; None of everything else."""
    with contextlib.suppress(HandtekeningOnjuist, ValueError, TypeError, AttributeError):
        inhoud = toets.inhoud(rij)
        return inhoud if rij.soort == VerklaringSoort.VERNIETIGING else None
    return None


def schrijf_register(kluismap: Path, toets: Toets, rijen: Iterable[VerklaringRij]) -> None:
    """Keep these in both places; what stands there already is left alone."""
    inhoud = canoniek({"verklaringen": [list(rij) for rij in sorted(rijen)]})
    sleutel = leid_af(toets.anker.sleutel, _DOEL)
    for pad in plaatsen(kluismap, toets.kluis_id):
        if _ontsleuteld(pad, toets) != inhoud:
            maak_map(pad.parent)
            schrijf_heel(pad, verpak(sleutel, inhoud, toets.kluis_id.encode()))


def _lees(pad: Path, toets: Toets) -> list[VerklaringRij]:
    try:
        waarde = uit_canoniek(_ontsleuteld(pad, toets))
        delen = waarde["verklaringen"] if isinstance(waarde, dict) else []
        return [VerklaringRij._make(deel) for deel in delen]
    except (ValueError, TypeError, KeyError):
        return []


def _ontsleuteld(pad: Path, toets: Toets) -> bytes:
    """Empty when it is not there or not of this vault."""
    try:
        with pad.open("rb") as bestand:
            return pak_uit(leid_af(toets.anker.sleutel, _DOEL), bestand.read(MAX_BYTES), toets.kluis_id.encode())
    except (OSError, SleutelPastNiet):
        return b""
