"""Which lists can be saved as a file."""

from __future__ import annotations

from enum import StrEnum


class Lijst(StrEnum):
    """A list of the window. Its word stands in the log, and is never changed."""

    CASUSSEN = "casussen"
    AANMELDINGEN = "aanmeldingen"
    ACTIES = "acties"
    PARTIJEN = "partijen"
    CONTACTPERSONEN = "contactpersonen"
    TAFELS = "tafels"
    OVERLEGGEN = "overleggen"
    INFORMATIE = "informatie"
    VERSTREKKINGEN = "verstrekkingen"
    BRIEVEN = "brieven"
    ONTVANGEN = "ontvangen stukken"
    ACCOUNTS = "accounts"
    ROLWIJZIGINGEN = "rolwijzigingen"
    TRAJECTEN = "toetredingen en uittredingen"
    GESCHILLEN = "geschillen"
    CONVENANT = "momenten van het convenant"
    WOORDENLIJST = "woordenlijst"
    TEKSTBLOKKEN = "tekstblokken"
    VAKANTIES = "schoolvakanties"
