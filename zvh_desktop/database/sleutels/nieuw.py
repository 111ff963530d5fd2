"""The keys of a house that begins: its root, its first beheerder, and the recovery key that is shown once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from zvh_desktop.database.bestand.vergrendelbestand import RESERVE, RESERVE_OEFEN
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN, Register
from zvh_desktop.database.sleutels.gebruikers import NieuweGebruiker, schone_naam, schone_rollen, schone_weergavenaam
from zvh_desktop.database.sleutels.primitieven import (
    KDF_ONDERGRENS,
    KDF_STANDAARD,
    KdfParameters,
    openbare_tekensleutel,
    willekeurig,
)
from zvh_desktop.database.sleutels.sleutelbeheer import (
    Geheimen,
    certificeer,
    maak_herstel,
    maak_slot,
    werk_register_bij,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.sleutels.wachtwoorden import controleer_sterkte
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Rol


@dataclass(frozen=True, slots=True, repr=False)
class NieuweSleutels:
    """What a house begins with. Nothing of it has been written yet."""

    bestand: Sleutelbestand
    slot: Slot
    geheimen: Geheimen
    databasesleutel: bytes
    wortelzaad: bytes
    herstelsleutel: bytes
    geldig_van: datetime
    kdf: KdfParameters


def keur_eerste(beheerder: NieuweGebruiker) -> tuple[str, str, frozenset[Rol]]:
    """Name, shown name and roles of the first account. Raises InvoerOngeldig."""
    naam, rollen = schone_naam(beheerder.naam), schone_rollen(beheerder.rollen)
    weergavenaam = schone_weergavenaam(beheerder.weergavenaam)
    if Rol.BEHEERDER not in rollen:
        raise InvoerOngeldig("rollen", "De eerste gebruiker van een kluis moet beheerder zijn.")
    controleer_sterkte(beheerder.wachtwoord, naam)
    return naam, weergavenaam, rollen


def maak_sleutels(
    beheerder: NieuweGebruiker,
    *,
    nu: datetime,
    oefen: bool = False,
    kdf: KdfParameters | None = None,
    reserve: int | None = None,
) -> NieuweSleutels:
    """Make them. Runs the KDF. Raises InvoerOngeldig."""
    naam, weergavenaam, rollen = keur_eerste(beheerder)
    kluis_id, wortelzaad, databasesleutel = willekeurig(16).hex(), willekeurig(), willekeurig()
    wortel, herstelsleutel = openbare_tekensleutel(wortelzaad), willekeurig()
    geheimen = Geheimen.nieuw(wortel)
    begin = Register(kluis_id, 0, oefen, 1, {}, {})
    geldig_van = OEFEN_GELDIG_VAN if oefen else nu
    kosten = kdf or (KDF_ONDERGRENS if oefen else KDF_STANDAARD)
    certificaat = certificeer(
        wortelzaad, begin, geheimen, naam=naam, weergavenaam=weergavenaam, rollen=rollen, geldig_van=geldig_van
    )
    slot = maak_slot(
        certificaat,
        geheimen,
        wachtwoord=beheerder.wachtwoord,
        kdf=kosten,
        databasesleutel=databasesleutel,
        wortelzaad=wortelzaad,
    )
    bestand = Sleutelbestand(
        kluis_id=kluis_id,
        epoche=1,
        reserve=(RESERVE_OEFEN if oefen else RESERVE) if reserve is None else reserve,
        wortel=wortel.hex(),
        register=werk_register_bij(wortelzaad, begin, (slot,), {}),
        gebruikers=(slot,),
        herstel=maak_herstel(kluis_id, herstelsleutel, databasesleutel, wortelzaad),
        apparaten=(),
    )
    return NieuweSleutels(bestand, slot, geheimen, databasesleutel, wortelzaad, herstelsleutel, geldig_van, kosten)
