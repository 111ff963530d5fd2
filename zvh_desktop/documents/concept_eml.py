"""A draft message that the house's own mail program opens, with letter and calendar item attached.

The application itself sends nothing; X-Unsent makes mail programs open the file as a draft.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP, default
from email.utils import formataddr, getaddresses
from enum import StrEnum
from hashlib import sha256
from typing import Final
from unicodedata import category

from zvh_desktop.documents.opmaak.adres import Postvak, controleer_adres, controleer_regel
from zvh_desktop.documents.opmaak.weging import Weging, gewogen
from zvh_desktop.errors import InvoerOngeldig, ProgrammaFout

# "=_" cannot occur in quoted-printable or base64, so no content can end a part early.
_GRENS: Final = "=_casustafel_concept"
_GEWOON: Final = re.compile(r"[A-Za-z0-9 .'-]+")
_KORT: Final = 60
_BLIJFT: Final = "\n\t\xad\u200c\u200d"
"""What is not printed and still says something: where a word may break, and which signs are one."""
_ONBEKEND: Final = Postvak("", "")
_GEEN_DOMEIN: Final = "casustafel.invalid"
"""Stands for no domain at all (RFC 2606): while the house has filled in no address."""
_KENMERK: Final = 32
_REGEL: Final = 75
"""How long a line of a header may be (RFC 5322 says at most 78)."""


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
    """One draft to one recipient. Where ``van`` has no address the mail program fills in the sender."""

    ontvanger_naam: str
    ontvanger_email: str
    onderwerp: str
    tekst: str
    datum: datetime
    bijlagen: tuple[EmlBijlage, ...]
    weging: Weging
    van: Postvak = _ONBEKEND


_TYPE: Final = {
    BijlageSoort.PDF: ("application", "pdf", {}),
    BijlageSoort.ICS_UITNODIGING: ("text", "calendar", {"method": "REQUEST", "charset": "utf-8"}),
    BijlageSoort.ICS_INTREKKING: ("text", "calendar", {"method": "CANCEL", "charset": "utf-8"}),
}


@gewogen
def bouw_concept_eml(gegevens: ConceptEmlGegevens) -> bytes:
    """The draft. The same values always give the same bytes."""
    if gegevens.datum.tzinfo is None:
        raise ProgrammaFout("a draft message was given a time without a timezone")
    bericht = EmailMessage(policy=SMTP)
    bericht["X-Unsent"] = "1"
    adressen = [_adresregel("To", "ontvanger", gegevens.ontvanger_naam, gegevens.ontvanger_email)]
    if gegevens.van.email:
        adressen.insert(0, _adresregel("From", "afzender", gegevens.van.naam, gegevens.van.email))
    onderwerp = f"Subject: {_gecodeerd('Subject', controleer_regel('onderwerp', gegevens.onderwerp))}".encode("ascii")
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
    eerste, rest = bericht.as_bytes().split(b"\r\n", 1)
    koppen = (*adressen, onderwerp, rest)
    heel = b"\r\n".join((eerste, _kenmerk(gegevens.van, koppen), *koppen))
    _eis_een_postbus(heel, gegevens.ontvanger_email)
    return heel


def _kenmerk(van: Postvak, delen: tuple[bytes, ...]) -> bytes:
    """The Message-ID: a digest of the draft, so that the same draft is the same message and another is not."""
    wie = sha256(b"\r\n".join(delen)).hexdigest()[:_KENMERK]
    return f"Message-ID: <{wie}@{van.email.rpartition('@')[2] or _GEEN_DOMEIN}>".encode("ascii")


def _adresregel(kop: str, veld: str, naam: str, email: str) -> bytes:
    """One header with one mailbox, folded here: the library loses the quotes of a long name when it folds.

    A name that is more than short and plain is written in encoded words: those hold no comma, quote or address.
    """
    controleer_regel(f"{veld}_naam", naam)
    controleer_adres(f"{veld}_email", email)
    if not naam.strip():
        return f"{kop}: {email}".encode("ascii")
    if len(naam) <= _KORT and _GEWOON.fullmatch(naam):
        genoemd = formataddr((naam, email)).removesuffix(f" <{email}>")
    else:
        genoemd = _gecodeerd(kop, naam)
    return f"{kop}: {genoemd}\r\n <{email}>".encode("ascii")


def _gecodeerd(kop: str, tekst: str) -> str:
    """A text as it stands in a header: as it is when it is short and plain, else in encoded words, folded here.

    The library loses or adds a space where it folds between a plain word and an encoded one.
    """
    if len(tekst) <= _KORT and _GEWOON.fullmatch(tekst):
        return tekst
    return Header(tekst, "utf-8", maxlinelen=_REGEL, header_name=kop).encode(linesep="\r\n")


def _eis_een_postbus(bericht: bytes, email: str) -> None:
    """Read the message back, as a mail program does: it goes to this mailbox and to no other."""
    gelezen = BytesParser(policy=default).parsebytes(bericht, headersonly=True)
    naar = gelezen.get_all("To", [])
    adressen = [adres.addr_spec for kop in naar for adres in kop.addresses]
    los = [adres for _, adres in getaddresses([str(kop) for kop in naar])]
    anderen = [kop for kop in ("Cc", "Bcc", "Resent-To") if gelezen[kop] is not None]
    if adressen != [email] or los != [email] or anderen:
        raise InvoerOngeldig(
            "ontvanger_naam",
            "Met deze naam zou het concept niet alleen naar de ontvanger gaan. Er is geen concept gemaakt.",
            advies="Maak de naam van de contactpersoon korter, zonder komma's en aanhalingstekens.",
        )


def _regels(tekst: str) -> str:
    """The text with one kind of newline and without characters that cannot be sent."""
    heel = "\n".join(tekst.splitlines())
    return "".join(teken for teken in heel if teken in _BLIJFT or teken.isprintable() or category(teken) == "Zs") + "\n"
