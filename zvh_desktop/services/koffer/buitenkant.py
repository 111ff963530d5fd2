"""A koffer looked at by itself, without its office: what stands on the outside, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer.openen import lees_kofferbestand
from zvh_desktop.errors import KofferFout
from zvh_desktop.models.koffer.koffer import KofferCasus
from zvh_desktop.services.koffer.inhoud import lees_inhoud


@dataclass(frozen=True, slots=True)
class Kofferbuitenkant:
    """What the key file says, to anybody; only who opens it knows that it is true."""

    voor: tuple[str, ...]
    """For whom it is sealed, as shown."""
    terug_uiterlijk: date
    verklaring: int
    """The statement of the office with which it went out."""
    oefen: bool


@dataclass(frozen=True, slots=True)
class Koffertelling:
    """How much is in it, and nothing of what."""

    casussen: int
    wijzigingen: int
    """What was done on the road."""
    verklaringen: int
    """What was signed on the road."""


def lees_buitenkant(map_: Path) -> Kofferbuitenkant:
    """Read without a password. Raises KofferFout where there is no koffer."""
    bestand = lees_kofferbestand(map_)
    kop = bestand.koffer
    if kop is None:
        raise KofferFout("Dit is geen koffer.")
    return Kofferbuitenkant(
        tuple(slot.certificaat.weergavenaam for slot in bestand.gebruikers),
        kop.tot,
        kop.verklaring,
        bestand.register.oefen,
    )


def tel_koffer(map_: Path, gebruiker: str, wachtwoord: str) -> Koffertelling:
    """Open to read, also past its last day. Raises WachtwoordOnjuist and other KluisFout."""
    with open_kluis(map_, gebruiker, wachtwoord, alleen_lezen=True) as kluis:
        inhoud = lees_inhoud(kluis)
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            casussen = sessie.scalar(select(func.count()).select_from(KofferCasus)) or 0
    return Koffertelling(casussen, len(inhoud.verschillen), len(inhoud.verklaringen))
