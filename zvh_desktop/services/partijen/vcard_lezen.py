"""Read contacts as a telephone or iCloud gives them (VCF) as the same rows of text that a CSV gives.

Of a contact is taken what the register holds: the name, the organisation, the function, one address and one number.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

KOPPEN = ("Organisatie", "Contactpersoon", "Functie", "E-mail", "Telefoon")
_BEGIN = "BEGIN:VCARD"
_ACHTER_STREEP = re.compile(r"\\(.)")
_LOS = re.compile(r"(?<!\\);")


def is_vcard(tekst: str) -> bool:
    """Whether this text is a list of contacts in that form."""
    return tekst.lstrip("\ufeff \r\n").upper().startswith(_BEGIN)


def lees_vcards(tekst: str) -> list[tuple[int, tuple[str, ...]]]:
    """The headings and a row for each contact, each with the line on which it begins."""
    rijen: list[tuple[int, tuple[str, ...]]] = [(1, KOPPEN)]
    gezegd: dict[str, str] = {}
    begin = 1
    for nummer, naam, waarde in _eigenschappen(tekst):
        if naam == "BEGIN":
            gezegd, begin = {}, nummer
        elif naam == "END":
            rijen.append((begin, _rij(gezegd)))
        elif waarde:
            gezegd.setdefault(naam, waarde)  # of more addresses or numbers the first counts
    return rijen


def _rij(gezegd: dict[str, str]) -> tuple[str, ...]:
    achter, voor, midden, *_ = (*_delen(gezegd.get("N", "")), "", "", "")
    volledig = _kaal(gezegd.get("FN", "")) or " ".join(deel for deel in (voor, midden, achter) if deel)
    organisatie = _delen(gezegd.get("ORG", ""))[0]
    return (
        organisatie,
        "" if volledig == organisatie else volledig,
        _kaal(gezegd.get("TITLE", "")),
        _kaal(gezegd.get("EMAIL", "")),
        _kaal(gezegd.get("TEL", "")),
    )


def _eigenschappen(tekst: str) -> Iterator[tuple[int, str, str]]:
    """Each property: the line on which it begins, its name without group and parameters, and its value."""
    for nummer, regel in _hele_regels(tekst):
        kop, _, waarde = regel.partition(":")
        naam, *parameters = kop.split(";")
        if any("QUOTED-PRINTABLE" in een.upper() for een in parameters):
            waarde = quopri.decodestring(waarde.encode("ascii", "replace")).decode("utf-8", "replace")
        yield nummer, naam.rpartition(".")[2].upper(), waarde


def _hele_regels(tekst: str) -> Iterator[tuple[int, str]]:
    """Lines, with those that go on on the next put together (RFC 6350 3.2; = at the end in the older form)."""
    nummer, heel = 0, ""
    for plaats, regel in enumerate(tekst.lstrip("\ufeff").splitlines(), 1):
        if heel and regel[:1] in (" ", "\t"):
            heel += regel[1:]
        elif heel.endswith("=") and "QUOTED-PRINTABLE" in heel.partition(":")[0].upper():
            heel = heel[:-1] + regel
        else:
            if heel:
                yield nummer, heel
            nummer, heel = plaats, regel
    if heel:
        yield nummer, heel


def _delen(waarde: str) -> list[str]:
    return [_kaal(deel) for deel in _LOS.split(waarde)]


def _kaal(waarde: str) -> str:
    """The value without the backslashes that keep its signs from being read."""
    los = _ACHTER_STREEP.sub(lambda een: " " if een[1] in "nN" else een[1], waarde)
    return " ".join(los.split())
