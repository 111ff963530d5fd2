"""What a change of accounts makes of the key file. Values in, values out: writing is up to the open vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.sleutels.gebruikers import NieuweGebruiker, schone_naam, schone_rollen, schone_weergavenaam
from zvh_desktop.database.sleutels.primitieven import KdfParameters, openbare_tekensleutel, verzegel
from zvh_desktop.database.sleutels.sleutelbeheer import (
    Geheimen,
    certificeer,
    hercertificeer,
    maak_slot,
    verpak_slot,
    werk_register_bij,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.sleutels.wachtwoorden import controleer_sterkte
from zvh_desktop.errors import InvoerOngeldig, NietBevoegd, NietGevonden
from zvh_desktop.models.keuzes import Rol

Intrekking = Mapping[str, tuple[int, str]]
"""Serial number -> the newest statement that it could sign, and the hash of the chain there."""


def vereis_slot(bestand: Sleutelbestand, naam: str) -> Slot:
    """The slot of a user who must be there."""
    slot = bestand.slot(nfc(naam).strip())
    if slot is None:
        raise NietGevonden("Deze gebruiker bestaat niet (meer).", veilig="Er is niets gewijzigd.")
    return slot


def met_gebruiker(
    bestand: Sleutelbestand,
    nieuw: NieuweGebruiker,
    *,
    wortelzaad: bytes,
    databasesleutel: bytes,
    kdf: KdfParameters,
    geldig_van: datetime,
) -> Sleutelbestand:
    """The key file with one account more. Runs the KDF."""
    naam, rollen = schone_naam(nieuw.naam), schone_rollen(nieuw.rollen)
    if bestand.slot(naam) is not None:
        raise InvoerOngeldig("naam", "Er is al een gebruiker met deze naam.", advies="Kies een andere naam.")
    controleer_sterkte(nieuw.wachtwoord, naam)
    geheimen = Geheimen.nieuw(openbare_tekensleutel(wortelzaad))
    certificaat = certificeer(
        wortelzaad,
        bestand.register,
        geheimen,
        naam=naam,
        weergavenaam=schone_weergavenaam(nieuw.weergavenaam),
        rollen=rollen,
        geldig_van=geldig_van,
    )
    slot = maak_slot(
        certificaat,
        geheimen,
        wachtwoord=nieuw.wachtwoord,
        kdf=kdf,
        databasesleutel=databasesleutel,
        wortelzaad=wortelzaad,
        tijdelijk=nieuw.tijdelijk,
    )
    return _met_gebruikers(bestand, (*bestand.gebruikers, slot), wortelzaad, {})


def met_rollen(
    bestand: Sleutelbestand,
    oud: Slot,
    rollen: frozenset[Rol],
    *,
    wortelzaad: bytes,
    geldig_van: datetime,
    ingetrokken: Intrekking,
) -> Sleutelbestand:
    """The key file with other roles for one account; the old certificate counts until ``ingetrokken``."""
    if Rol.BEHEERDER not in rollen:
        weiger_laatste_beheerder(bestand, oud)
    certificaat = hercertificeer(wortelzaad, bestand.register, oud.certificaat, rollen, geldig_van)
    openbaar = bytes.fromhex(certificaat.sleutel)
    slot = replace(
        oud,
        certificaat=certificaat,
        wortelsleutel=verzegel(openbaar, wortelzaad).hex() if Rol.BEHEERDER in rollen else "",
    )
    return _met_gebruikers(bestand, _vervangen(bestand, oud, slot), wortelzaad, ingetrokken)


def zonder_gebruiker(
    bestand: Sleutelbestand, oud: Slot, *, wortelzaad: bytes, ingetrokken: Intrekking
) -> Sleutelbestand:
    """The key file without one account and without its computers."""
    weiger_laatste_beheerder(bestand, oud)
    gebruikers = tuple(slot for slot in bestand.gebruikers if slot is not oud)
    return _met_gebruikers(_zonder_apparaten(bestand, oud), gebruikers, wortelzaad, ingetrokken)


def met_wachtwoord(bestand: Sleutelbestand, oud: Slot, geheimen: Geheimen, nieuw: str) -> Sleutelbestand:
    """The key file with another password for one account, chosen by its owner. Runs the KDF."""
    controleer_sterkte(nieuw, oud.certificaat.naam)
    eigen = verpak_slot(replace(oud, tijdelijk=False), geheimen, nieuw)
    return replace(bestand, gebruikers=_vervangen(bestand, oud, eigen))


def met_nieuwe_sleutels(
    bestand: Sleutelbestand,
    oud: Slot,
    nieuw_wachtwoord: str,
    *,
    wortelzaad: bytes,
    databasesleutel: bytes,
    geldig_van: datetime,
    ingetrokken: Intrekking,
) -> tuple[Sleutelbestand, Slot, Geheimen]:
    """The key file after recovery: same name and roles, new keys, new password. Runs the KDF."""
    controleer_sterkte(nieuw_wachtwoord, oud.certificaat.naam)
    geheimen = Geheimen.nieuw(openbare_tekensleutel(wortelzaad))
    certificaat = certificeer(
        wortelzaad,
        bestand.register,
        geheimen,
        naam=oud.certificaat.naam,
        weergavenaam=oud.certificaat.weergavenaam,
        rollen=oud.certificaat.rollen,
        geldig_van=geldig_van,
    )
    slot = maak_slot(
        certificaat,
        geheimen,
        wachtwoord=nieuw_wachtwoord,
        kdf=oud.kdf,
        databasesleutel=databasesleutel,
        wortelzaad=wortelzaad,
    )
    gewijzigd = _met_gebruikers(
        _zonder_apparaten(bestand, oud), _vervangen(bestand, oud, slot), wortelzaad, ingetrokken
    )
    return gewijzigd, slot, geheimen


def weiger_laatste_beheerder(bestand: Sleutelbestand, slot: Slot) -> None:
    """Without a beheerder nobody could ever be certified again."""
    anderen = [deel for deel in bestand.gebruikers if deel is not slot and Rol.BEHEERDER in deel.certificaat.rollen]
    if Rol.BEHEERDER in slot.certificaat.rollen and not anderen:
        raise NietBevoegd(
            "Dit is de laatste beheerder. Er moet altijd een beheerder zijn.",
            veilig="Er is niets gewijzigd.",
            advies="Maak eerst iemand anders beheerder.",
        )


def _vervangen(bestand: Sleutelbestand, oud: Slot, nieuw: Slot) -> tuple[Slot, ...]:
    return tuple(nieuw if slot is oud else slot for slot in bestand.gebruikers)


def _zonder_apparaten(bestand: Sleutelbestand, slot: Slot) -> Sleutelbestand:
    rest = tuple(deel for deel in bestand.apparaten if deel.naam != slot.certificaat.naam)
    return replace(bestand, apparaten=rest)


def _met_gebruikers(
    bestand: Sleutelbestand, gebruikers: tuple[Slot, ...], wortelzaad: bytes, ingetrokken: Intrekking
) -> Sleutelbestand:
    register = werk_register_bij(wortelzaad, bestand.register, gebruikers, ingetrokken)
    return replace(bestand, gebruikers=gebruikers, register=register)
