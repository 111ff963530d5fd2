"""Making and opening the slots of the key file: values in, values out; nothing here reads or writes a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from zvh_desktop.database.sleutels.certificaten import (
    Certificaat,
    Register,
    controleer_certificaat,
    controleer_register,
    geef_uit,
    teken_register,
)
from zvh_desktop.database.sleutels.primitieven import (
    SLEUTEL_LENGTE,
    ZOUT_LENGTE,
    KdfParameters,
    SleutelPastNiet,
    ontzegel,
    openbare_sleutel,
    openbare_tekensleutel,
    pak_uit,
    sleutel_uit_wachtwoord,
    verpak,
    verzegel,
    willekeurig,
)
from zvh_desktop.database.sleutels.sleutelbestand import (
    Apparaatslot,
    Herstelslot,
    Sleutelbestand,
    Slot,
    apparaat_erbij,
    herstel_erbij,
)
from zvh_desktop.errors import KluisBeschadigd
from zvh_desktop.models.keuzes import Rol


@dataclass(frozen=True, slots=True, repr=False)
class Geheimen:
    """A user's own keys, and the root public key that this user trusts."""

    prive: bytes
    zaad: bytes
    wortel: bytes

    def als_bytes(self) -> bytes:
        """What is wrapped."""
        return self.prive + self.zaad + self.wortel

    @classmethod
    def uit_bytes(cls, gegevens: bytes) -> Geheimen:
        """What came out of a wrap."""
        if len(gegevens) != 3 * SLEUTEL_LENGTE:
            raise SleutelPastNiet
        return cls(gegevens[:32], gegevens[32:64], gegevens[64:])

    @classmethod
    def nieuw(cls, wortel: bytes) -> Geheimen:
        """Fresh keys for a user."""
        return cls(willekeurig(), willekeurig(), wortel)


def maak_slot(
    certificaat: Certificaat,
    geheimen: Geheimen,
    *,
    wachtwoord: str,
    kdf: KdfParameters,
    databasesleutel: bytes,
    wortelzaad: bytes | None,
    tijdelijk: bool = False,
) -> Slot:
    """A slot under a password; the root key goes along to a beheerder only. Runs the KDF."""
    openbaar = bytes.fromhex(certificaat.sleutel)
    is_beheerder = Rol.BEHEERDER in certificaat.rollen
    kaal = Slot(
        certificaat=certificaat,
        kdf=kdf,
        zout="",
        verpakt="",
        databasesleutel=verzegel(openbaar, databasesleutel).hex(),
        wortelsleutel=verzegel(openbaar, wortelzaad).hex() if is_beheerder and wortelzaad else "",
        tijdelijk=tijdelijk,
    )
    return verpak_slot(kaal, geheimen, wachtwoord)


def verpak_slot(slot: Slot, geheimen: Geheimen, wachtwoord: str) -> Slot:
    """The same slot under another password, with a new salt. Runs the KDF."""
    zout = willekeurig(ZOUT_LENGTE)
    met_zout = replace(slot, zout=zout.hex())
    sleutel = sleutel_uit_wachtwoord(wachtwoord, zout, slot.kdf)
    return replace(met_zout, verpakt=verpak(sleutel, geheimen.als_bytes(), met_zout.erbij()).hex())


def open_slot(slot: Slot, wachtwoord: str) -> Geheimen:
    """Raises SleutelPastNiet for a wrong password and for a damaged slot alike. Runs the KDF."""
    sleutel = sleutel_uit_wachtwoord(wachtwoord, bytes.fromhex(slot.zout), slot.kdf)
    return Geheimen.uit_bytes(pak_uit(sleutel, bytes.fromhex(slot.verpakt), slot.erbij()))


def maak_herstel(kluis_id: str, herstelsleutel: bytes, databasesleutel: bytes, wortelzaad: bytes) -> Herstelslot:
    """The recovery envelope. It has a public key of its own, so that rotating needs no paper."""
    prive = willekeurig()
    openbaar = openbare_sleutel(prive)
    geheim = prive + openbare_tekensleutel(wortelzaad)
    return Herstelslot(
        sleutel=openbaar.hex(),
        verpakt=verpak(herstelsleutel, geheim, herstel_erbij(kluis_id, openbaar.hex())).hex(),
        databasesleutel=verzegel(openbaar, databasesleutel).hex(),
        wortelsleutel=verzegel(openbaar, wortelzaad).hex(),
    )


def open_herstel(bestand: Sleutelbestand, herstelsleutel: bytes) -> tuple[bytes, bytes]:
    """Database key and root key from the recovery envelope; SleutelPastNiet when it is not the right key."""
    slot = bestand.herstel
    geheim = pak_uit(herstelsleutel, bytes.fromhex(slot.verpakt), herstel_erbij(bestand.kluis_id, slot.sleutel))
    prive, wortel = geheim[:SLEUTEL_LENGTE], geheim[SLEUTEL_LENGTE:]
    databasesleutel = ontzegel(prive, bytes.fromhex(slot.databasesleutel))
    wortelzaad = ontzegel(prive, bytes.fromhex(slot.wortelsleutel))
    if openbare_tekensleutel(wortelzaad) != wortel:
        raise SleutelPastNiet
    controleer_vertrouwen(bestand, wortel)
    controleer_zegel(bestand, databasesleutel)
    return databasesleutel, wortelzaad


def maak_apparaat(slot: Slot, geheimen: Geheimen, apparaat: str, sleutel: bytes) -> Apparaatslot:
    """The same keys under the random key of one computer."""
    certificaat = slot.certificaat
    erbij = apparaat_erbij(certificaat.kluis_id, apparaat, certificaat)
    return Apparaatslot(
        apparaat=apparaat,
        naam=certificaat.naam,
        verpakt=verpak(sleutel, geheimen.als_bytes(), erbij).hex(),
    )


def open_apparaat(slot: Slot, apparaat: Apparaatslot, sleutel: bytes) -> Geheimen:
    """Raises SleutelPastNiet when the key of this computer does not fit."""
    erbij = apparaat_erbij(slot.certificaat.kluis_id, apparaat.apparaat, slot.certificaat)
    return Geheimen.uit_bytes(pak_uit(sleutel, bytes.fromhex(apparaat.verpakt), erbij))


def haal_databasesleutel(slot: Slot, geheimen: Geheimen) -> bytes:
    """The database key out of an opened slot."""
    try:
        return ontzegel(geheimen.prive, bytes.fromhex(slot.databasesleutel))
    except SleutelPastNiet as fout:
        raise _gewijzigd() from fout


def haal_wortelzaad(slot: Slot, geheimen: Geheimen) -> bytes | None:
    """The root key out of a beheerder's slot; None for others."""
    if not slot.wortelsleutel:
        return None
    try:
        zaad = ontzegel(geheimen.prive, bytes.fromhex(slot.wortelsleutel))
    except SleutelPastNiet as fout:
        raise _gewijzigd() from fout
    if openbare_tekensleutel(zaad) != geheimen.wortel:
        raise _gewijzigd()
    return zaad


def controleer_vertrouwen(bestand: Sleutelbestand, wortel: bytes) -> None:
    """Every certificate, every role and the register must come from the root key that the user trusts."""
    if bestand.wortel != wortel.hex():
        raise _gewijzigd()
    try:
        controleer_register(bestand.register, wortel, bestand.kluis_id)
        for slot in bestand.gebruikers:
            controleer_certificaat(slot.certificaat, wortel, bestand.kluis_id)
    except SleutelPastNiet as fout:
        raise KluisBeschadigd(
            "In het sleutelbestand staat een gebruiker of een rol die niet door de beheerder is gegeven.",
            veilig="Er is niets gewijzigd.",
            advies="Zet het sleutelbestand uit de laatste reservekopie terug en waarschuw de beheerder.",
        ) from fout
    geldend = {slot.certificaat.naam: slot.certificaat.serienummer for slot in bestand.gebruikers}
    verwacht = dict(bestand.register.gebruikers)
    if bestand.koffer is not None:
        # Sealed for some of the accounts of the house; what the root key says of each of them still has to hold.
        verwacht = {naam: serie for naam, serie in verwacht.items() if naam in geldend}
    if verwacht != geldend:
        raise _gewijzigd()


def controleer_zegel(bestand: Sleutelbestand, databasesleutel: bytes) -> None:
    """The key file as a whole must have been written by someone with the database key."""
    if not bestand.zegel_klopt(databasesleutel):
        raise _gewijzigd()


def certificeer(
    wortelzaad: bytes,
    register: Register,
    geheimen: Geheimen,
    *,
    naam: str,
    weergavenaam: str,
    rollen: frozenset[Rol],
    geldig_van: datetime,
) -> Certificaat:
    """A certificate with the next serial number of this register."""
    return geef_uit(
        wortelzaad,
        kluis_id=register.kluis_id,
        serienummer=register.volgende_serie,
        naam=naam,
        weergavenaam=weergavenaam,
        rollen=rollen,
        sleutel=openbare_sleutel(geheimen.prive),
        tekensleutel=openbare_tekensleutel(geheimen.zaad),
        geldig_van=geldig_van,
    )


def hercertificeer(
    wortelzaad: bytes, register: Register, oud: Certificaat, rollen: frozenset[Rol], geldig_van: datetime
) -> Certificaat:
    """The same keys of the same user with other roles, under a new serial number; needs no password."""
    return geef_uit(
        wortelzaad,
        kluis_id=register.kluis_id,
        serienummer=register.volgende_serie,
        naam=oud.naam,
        weergavenaam=oud.weergavenaam,
        rollen=rollen,
        sleutel=bytes.fromhex(oud.sleutel),
        tekensleutel=bytes.fromhex(oud.tekensleutel),
        geldig_van=geldig_van,
    )


def werk_register_bij(
    wortelzaad: bytes,
    register: Register,
    gebruikers: tuple[Slot, ...],
    ingetrokken: Mapping[str, tuple[int, str]],
) -> Register:
    """The next register: who counts now, and until which statement older certificates counted.

    ``ingetrokken``: serial number -> the newest statement and its hash.
    """
    geldend = {slot.certificaat.naam: slot.certificaat.serienummer for slot in gebruikers}
    return teken_register(
        wortelzaad,
        replace(
            register,
            nummer=register.nummer + 1,
            volgende_serie=max([register.volgende_serie, *(nummer + 1 for nummer in geldend.values())]),
            gebruikers=geldend,
            ingetrokken={**register.ingetrokken, **{serie: nummer for serie, (nummer, _) in ingetrokken.items()}},
            koppen={**register.koppen, **{str(nummer): hash_ for nummer, hash_ in ingetrokken.values() if nummer}},
        ),
    )


def met_databasesleutel(bestand: Sleutelbestand, databasesleutel: bytes, epoche: int) -> Sleutelbestand:
    """The key file for a new database key: sealed anew to every user and to the recovery envelope."""
    return replace(
        bestand,
        epoche=epoche,
        gebruikers=tuple(
            replace(
                slot,
                databasesleutel=verzegel(bytes.fromhex(slot.certificaat.sleutel), databasesleutel).hex(),
            )
            for slot in bestand.gebruikers
        ),
        herstel=replace(
            bestand.herstel,
            databasesleutel=verzegel(bytes.fromhex(bestand.herstel.sleutel), databasesleutel).hex(),
        ),
    )


def _gewijzigd() -> KluisBeschadigd:
    return KluisBeschadigd(
        "Het sleutelbestand van de kluis is beschadigd of buiten het programma gewijzigd.",
        veilig="Er is niets gewijzigd.",
        advies="Zet het sleutelbestand uit de laatste reservekopie terug en waarschuw de beheerder.",
    )
