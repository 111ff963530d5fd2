"""A document ready to show, save or print: bytes in memory, with what it is and for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from zvh_desktop.models.keuzes import DocumentSoort, PartijId


@dataclass(frozen=True, slots=True)
class Stuk:
    """One document. ``partij_id`` None is for the regie; ``casusnummers`` says about which casussen it is."""

    soort: DocumentSoort
    bestandsnaam: str
    inhoud: bytes = field(repr=False)
    partij_id: PartijId | None
    partij: str
    casusnummers: tuple[str, ...]
