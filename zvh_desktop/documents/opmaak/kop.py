"""Values that every document shares, so that no document can forget its version, code or article.

Everything in this package is built from frozen values: what is not in them cannot end up on paper. The
values for a partij therefore simply have no field for what that partij may not know.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.opmaak.weging import GEEN, Weging
from zvh_desktop.models.profiel.termen import Termen


@dataclass(frozen=True, slots=True)
class Documentkop:
    """What stands in the header and footer of every page.

    ``titel`` is the kind of document only ("Agenda", "Notulen"): it is also the title in the PDF metadata.
    ``ontvanger`` is the partij or function that gets it; None leaves the line out. ``termen`` are the words of the
    house, in which the document speaks. ``weging`` says what is restricted now, and what a betrokkene asked about it.
    """

    huis_naam: str
    huis_kort: str
    titel: str
    ontvanger: str | None
    versie: str
    verificatiecode: str
    artikel: str
    oefen: bool
    gemaakt_op: date
    termen: Termen
    weging: Weging = GEEN


@dataclass(frozen=True, slots=True)
class DocumentOverleg:
    """The meeting as the regie sees it. Never given to a partij: begin and end would betray other points."""

    naam: str
    datum: date
    begin: time
    einde: time
    plaats: str
    voorzitter: str
    notulist: str


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """Who signed off a document, and when. Documents take None for a concept."""

    door: str
    op: date


@dataclass(frozen=True, slots=True)
class GedrukteCorrectie:
    """One correction of what was signed before: which version it made, where, what, and why."""

    versie: str
    plaats: str
    wat: tuple[str, ...]
    reden: str
    door: str
    op: date


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """To whom a letter goes; empty strings leave a line out."""

    partij: str
    contactpersoon: str
    functie: str = ""


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who signs a letter and where the answer goes; empty strings leave a line out."""

    naam: str
    functie: str
    email: str = ""
    telefoon: str = ""
