"""A file that somebody puts on a casus, as a proposal for an informatie-item: nothing of it is stored here.

Of a mail the subject, the day and the text are read, and its attachments can be chosen in the place of the mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path, PurePath
from typing import Final

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.services.informatie.bijlagen import Bijlage, controleer_bijlage, lees_bijlage

MEESTE_DELEN: Final = 200
MEESTE_TEKENS: Final = 20_000
_TITEL_MAX: Final = 120
_REST: Final = "[De rest staat in het bericht zelf.]"
_KOPPEN: Final = ("from", "date", "subject")
_NIET_TE_LEZEN: Final = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the parser of mail raises on a mail that is none."""
_WIT: Final = re.compile(r"\s+")
_STIL: Final = frozenset({"script", "style", "head", "title"})
_REGEL: Final = frozenset({"p", "br", "div", "tr", "li", "h1", "h2", "h3", "table"})


@dataclass(frozen=True, slots=True)
class Aangereikt:
    """``bijlagen``: the file itself first, and then what came with it; ``overgeslagen`` cannot be one here."""

    titel: str
    bijlagen: tuple[Bijlage, ...]
    tekst: str = field(default="", repr=False)
    ontvangen_op: date | None = None
    is_bericht: bool = False
    overgeslagen: int = 0


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
    bijlagen = tuple(_bijlagen(delen))
    titel = " ".join(str(bericht.get("subject", "")).split())[:_TITEL_MAX]
    return Aangereikt(
        titel=titel or PurePath(bestand.naam).stem,
        bijlagen=(bestand, *bijlagen),
        tekst=_tekst(bericht),
        ontvangen_op=_dag(bericht),
        is_bericht=True,
        overgeslagen=len(delen) - len(bijlagen),
    )


def _bijlagen(delen: list[EmailMessage]) -> Iterator[Bijlage]:
    for deel in delen:
        inhoud = deel.get_payload(decode=True)
        if not isinstance(inhoud, bytes):
            continue
        try:
            yield controleer_bijlage(Bijlage(deel.get_filename() or "", inhoud))
        except InvoerOngeldig:
            continue  # counted by who asked: it stays in the mail itself


def _dag(bericht: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(bericht.get("date", ""))).date()
    except ValueError:
        return None


def _tekst(bericht: EmailMessage) -> str:
    deel = bericht.get_body(preferencelist=("plain", "html"))
    if deel is None:
        return ""
    inhoud = str(deel.get_content())
    if deel.get_content_subtype() == "html":
        lezer = _Platmaker()
        lezer.feed(inhoud)
        lezer.close()
        inhoud = lezer.tekst()
    netjes = inhoud.replace("\r\n", "\n").strip()
    return netjes if len(netjes) <= MEESTE_TEKENS else f"{netjes[:MEESTE_TEKENS].rstrip()}\n{_REST}"


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
