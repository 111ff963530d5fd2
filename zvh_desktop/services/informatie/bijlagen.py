"""Attachments that come into the vault: of a known kind, not endless, under a name that is safe everywhere."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.tekst.bestandsnamen import is_apparaatnaam

MEESTE_BYTES = 10 * 1024 * 1024
"""A scanned report fits, and still fits in a message."""
NAAM_MAX = 100
SOORTEN = frozenset(
    {
        ".pdf", ".docx", ".doc", ".odt", ".rtf", ".txt", ".xlsx", ".ods", ".csv",
        ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".eml", ".msg",
    }
)  # fmt: skip
"""Documents and pictures; nothing that runs when it is opened."""
_INGEPAKT = frozenset({".zip", ".7z", ".rar"})
_NIET_VEILIG = re.compile(r"[^\w .()+-]+")


@dataclass(frozen=True, slots=True)
class Bijlage:
    """A file as bytes, with the name it came under."""

    naam: str
    inhoud: bytes = field(repr=False)


def lees_bijlage(pad: Path) -> Bijlage:
    """The contents of a file, after looking at its size. Raises InvoerOngeldig."""
    try:
        if pad.is_dir():
            raise InvoerOngeldig("bijlage", "Dit is een map.", advies="Kies een van de bestanden die erin staan.")
        if pad.stat().st_size > MEESTE_BYTES:
            raise _te_groot()
        inhoud = pad.read_bytes()
    except OSError as fout:
        raise InvoerOngeldig(
            "bijlage", "Dit bestand kan niet worden gelezen.", advies="Sluit het in andere programma's."
        ) from fout
    return controleer_bijlage(Bijlage(pad.name, inhoud))


def controleer_bijlage(bijlage: Bijlage) -> Bijlage:
    """The attachment under a safe name. Raises InvoerOngeldig when it is empty, too large or of another kind."""
    naam = veilige_naam(bijlage.naam)
    soort = PurePosixPath(naam).suffix.lower()
    if soort not in SOORTEN:
        raise InvoerOngeldig(
            "bijlage",
            "Dit soort bestand kan geen bijlage zijn.",
            advies="Pak het uit en kies een bestand dat erin zit."
            if soort in _INGEPAKT
            else "Sla het op als pdf en kies dat bestand.",
        )
    if not bijlage.inhoud:
        raise InvoerOngeldig("bijlage", "Dit bestand is leeg.")
    if len(bijlage.inhoud) > MEESTE_BYTES:
        raise _te_groot()
    if soort == ".pdf" and not is_pdf(bijlage.inhoud):
        raise InvoerOngeldig(
            "bijlage",
            "Dit bestand heet pdf, maar is het niet.",
            advies="Open het en sla het opnieuw op als pdf.",
        )
    return Bijlage(naam, bijlage.inhoud)


def veilige_naam(naam: str) -> str:
    """The last part of a path, without characters that some system gives a meaning."""
    kaal = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    netjes = " ".join(_NIET_VEILIG.sub(" ", kaal).split()).rstrip(". ")
    stam, punt, soort = netjes.rpartition(".")
    if not punt:
        stam, soort = netjes, ""
    stam, soort = stam.strip(". "), soort.strip()[:10]
    stam = stam[: NAAM_MAX - 20].rstrip(". ")
    if not stam or is_apparaatnaam(stam):
        stam = f"bijlage {stam}".strip()
    return f"{stam}.{soort}" if soort else stam


def is_pdf(inhoud: bytes) -> bool:
    """Whether these bytes begin as a PDF does."""
    return inhoud.startswith(b"%PDF-")


def _te_groot() -> InvoerOngeldig:
    return InvoerOngeldig(
        "bijlage",
        "Dit bestand is te groot: er past 10 MB in.",
        advies="Maak de pdf kleiner of voeg de informatie als tekst toe.",
    )
