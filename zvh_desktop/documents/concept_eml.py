"""A draft message that the house's own mail program opens, with letter and calendar item attached.

The application itself sends nothing; X-Unsent makes mail programs open the file as a draft.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from typing import Final

from zvh_desktop.documents.opmaak.adres import controleer_adres, controleer_regel
from zvh_desktop.errors import ProgrammaFout

# "=_" cannot occur in quoted-printable or base64, so no content can end a part early.
_GRENS: Final = "=_casustafel_concept"


class BijlageSoort(StrEnum):
    """What kind of file is attached, and so how the mail program treats it."""

    PDF = "pdf"
    ICS_UITNODIGING = "ics-uitnodiging"
    ICS_INTREKKING = "ics-intrekking"


@dataclass(frozen=True, slots=True)
class EmlBijlage:
    """One attachment."""

    bestandsnaam: str
    soort: BijlageSoort
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class ConceptEmlGegevens:
    """One draft to one recipient. Without ``afzender_email`` the mail program fills in the sender."""

    ontvanger_naam: str
    ontvanger_email: str
    onderwerp: str
    tekst: str
    datum: datetime
    bijlagen: tuple[EmlBijlage, ...]
    afzender_naam: str = ""
    afzender_email: str = ""


_TYPE: Final = {
    BijlageSoort.PDF: ("application", "pdf", {}),
    BijlageSoort.ICS_UITNODIGING: ("text", "calendar", {"method": "REQUEST", "charset": "utf-8"}),
    BijlageSoort.ICS_INTREKKING: ("text", "calendar", {"method": "CANCEL", "charset": "utf-8"}),
}


def bouw_concept_eml(gegevens: ConceptEmlGegevens) -> bytes:
    """The draft. The same values always give the same bytes."""
    if gegevens.datum.tzinfo is None:
        raise ProgrammaFout("a draft message was given a time without a timezone")
    bericht = EmailMessage(policy=SMTP)
    bericht["X-Unsent"] = "1"
    if gegevens.afzender_email:
        bericht["From"] = _adres("afzender", gegevens.afzender_naam, gegevens.afzender_email)
    bericht["To"] = _adres("ontvanger", gegevens.ontvanger_naam, gegevens.ontvanger_email)
    bericht["Subject"] = controleer_regel("onderwerp", gegevens.onderwerp)
    bericht["Date"] = gegevens.datum
    bericht["Sensitivity"] = "Company-Confidential"
    bericht.set_content(_regels(gegevens.tekst), charset="utf-8", cte="quoted-printable")
    for bijlage in gegevens.bijlagen:
        hoofd, onder, velden = _TYPE[bijlage.soort]
        bericht.add_attachment(
            bijlage.inhoud,
            maintype=hoofd,
            subtype=onder,
            filename=controleer_regel("bestandsnaam", bijlage.bestandsnaam),
            params=velden,
        )
    if bericht.is_multipart():
        bericht.set_boundary(_GRENS)
    return bericht.as_bytes()


def _adres(veld: str, naam: str, email: str) -> Address:
    return Address(
        display_name=controleer_regel(f"{veld}_naam", naam), addr_spec=controleer_adres(f"{veld}_email", email)
    )


def _regels(tekst: str) -> str:
    """The text with one kind of newline and without characters that cannot be sent."""
    heel = "\n".join(tekst.splitlines())
    return "".join(teken for teken in heel if teken in "\n\t" or teken.isprintable() or teken == "\xad") + "\n"
