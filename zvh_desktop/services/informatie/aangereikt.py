"""A file that somebody puts on a casus, as a proposal for an informatie-item: nothing of it is stored here.

Of a mail the subject, the day and the text are read, and its attachments can be chosen in the place of the mail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import compat32, default
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path, PurePath
from typing import Final

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.informatie.bijlagen import Bijlage, controleer_bijlage, lees_bijlage, veilige_naam
from zvh_desktop.services.werkplek.klok import AMSTERDAM

MEESTE_DELEN: Final = 200
MEESTE_TEKENS: Final = 20_000
_TITEL_MAX: Final = 120
_REST: Final = "[De rest staat in het bericht zelf.]"
_KOPPEN: Final = ("from", "date", "subject")
_NIET_TE_LEZEN: Final = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the parser of mail raises on a mail that is none."""
_WIT: Final = re.compile(r"\s+")
_SCHEIDING: Final = re.compile(r"\s*[/\\:|]+\s*")
_STIL: Final = frozenset({"script", "style", "head", "title"})
_REGEL: Final = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"})


@dataclass(frozen=True, slots=True)
class Aangereikt:
    """``bijlagen``: the file itself first, and then what came with it; ``overgeslagen`` names what can be none here."""

    titel: str
    bijlagen: tuple[Bijlage, ...]
    tekst: str = field(default="", repr=False)
    ontvangen_op: date | None = None
    is_bericht: bool = False
    overgeslagen: tuple[str, ...] = ()


def lees_aangereikt(pad: Path) -> Aangereikt:
    """What is in this file. Raises InvoerOngeldig when it is too large, of another kind or not to be read."""
    bestand = lees_bijlage(pad)
    if PurePath(bestand.naam).suffix.lower() != ".eml":
        return Aangereikt(PurePath(bestand.naam).stem, (bestand,))
    try:
        return _uit_bericht(bestand)
    except _NIET_TE_LEZEN as fout:
        raise _geen_bericht() from fout


def _geen_bericht() -> InvoerOngeldig:
    return InvoerOngeldig(
        "bijlage",
        "Dit bestand heet eml, maar is niet als bericht te lezen.",
        advies="Bewaar het bericht opnieuw in uw mailprogramma, of sla het op als pdf.",
    )


def _uit_bericht(bestand: Bijlage) -> Aangereikt:
    bericht = BytesParser(policy=default).parsebytes(bestand.inhoud)
    if not isinstance(bericht, EmailMessage) or not any(kop in bericht for kop in _KOPPEN):
        raise _geen_bericht()
    if sum(1 for _ in bericht.walk()) > MEESTE_DELEN:
        raise InvoerOngeldig("bijlage", "Dit bericht heeft te veel bijlagen om te lezen.")
    delen = list(bericht.iter_attachments()) if bericht.is_multipart() else []
    bijlagen, overgeslagen = _bijlagen(delen)
    titel = " ".join(str(bericht.get("subject", "")).split())[:_TITEL_MAX]
    return Aangereikt(
        titel=titel or PurePath(bestand.naam).stem,
        bijlagen=(bestand, *bijlagen),
        tekst=_tekst(bericht),
        ontvangen_op=_dag(bericht),
        is_bericht=True,
        overgeslagen=overgeslagen,
    )


def _bijlagen(delen: Sequence[EmailMessage]) -> tuple[tuple[Bijlage, ...], tuple[str, ...]]:
    """What can be chosen of these, and what is called how that cannot: that stays in the mail itself."""
    bijlagen, overgeslagen = [], []
    for deel in delen:
        naam = _naam(deel)
        try:
            bijlagen.append(controleer_bijlage(Bijlage(naam, _inhoud_van(deel))))
        except (InvoerOngeldig, *_NIET_TE_LEZEN):
            overgeslagen.append(veilige_naam(naam))
    return tuple(bijlagen), tuple(overgeslagen)


def _naam(deel: EmailMessage) -> str:
    """Its name; a message that was sent on whole goes under its subject. A separator in that is no folder."""
    try:
        binnen = _meegestuurd(deel)
        onderwerp = str(binnen.get("subject", "")) if binnen is not None else ""
        naam = _SCHEIDING.sub("-", " ".join((deel.get_filename() or onderwerp).split()))
    except _NIET_TE_LEZEN:
        binnen, naam = None, ""
    if binnen is None:
        return naam
    return naam if naam.lower().endswith(".eml") else f"{naam or 'bericht'}.eml"


def _inhoud_van(deel: EmailMessage) -> bytes:
    """Its bytes; a message that was sent on whole is a mail of its own, with its heads as they came."""
    binnen = _meegestuurd(deel)
    inhoud = deel.get_payload(decode=True) if binnen is None else binnen.as_bytes(policy=compat32)
    return inhoud if isinstance(inhoud, bytes) else b""


def _meegestuurd(deel: EmailMessage) -> EmailMessage | None:
    binnen = deel.get_payload() if deel.get_content_type() == "message/rfc822" else None
    bericht = binnen[0] if isinstance(binnen, list) and binnen else None
    return bericht if isinstance(bericht, EmailMessage) else None


def _dag(bericht: EmailMessage) -> date | None:
    """The day on which it was sent, here: what leaves elsewhere before midnight can be sent tomorrow."""
    try:
        moment = parsedate_to_datetime(str(bericht.get("date", "")))
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).astimezone(AMSTERDAM).date()
    except (ValueError, OverflowError):
        return None


def _tekst(bericht: EmailMessage) -> str:
    deel = bericht.get_body(preferencelist=("plain", "html"))
    if deel is None:
        return ""
    inhoud = _inhoud(deel)
    if deel.get_content_subtype() == "html":
        lezer = _Platmaker()
        lezer.feed(inhoud)
        lezer.close()
        inhoud = lezer.tekst()
    netjes = inhoud.replace("\r\n", "\n").strip()
    return netjes if len(netjes) <= MEESTE_TEKENS else f"{netjes[:MEESTE_TEKENS].rstrip()}\n{_REST}"


def _inhoud(deel: MIMEPart) -> str:
    """The letters; in what is called a way of writing that nobody knows, as most mail is written. Raises ValueError."""
    try:
        return str(deel.get_content())
    except LookupError:
        ruw = deel.get_payload(decode=True)
        return ruw.decode("utf-8") if isinstance(ruw, bytes) else ""


class _Platmaker(HTMLParser):
    """The words of a mail that is a page; what is fetched from elsewhere is left out with all other marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._delen: list[str] = []
        self._stil = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._stil += tag in _STIL
        if tag in _REGEL:
            self._delen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._stil = max(0, self._stil - (tag in _STIL))

    def handle_data(self, data: str) -> None:
        if not self._stil:
            self._delen.append(_WIT.sub(" ", data))

    def tekst(self) -> str:
        """Without empty lines in a row."""
        regels = (regel.strip() for regel in "".join(self._delen).split("\n"))
        return "\n".join(regel for regel in regels if regel)
