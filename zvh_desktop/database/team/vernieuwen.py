"""Another key for a house on a server: every value is opened under the old one and encrypted under the new.

For when somebody left who had the key. All of it is one transaction of the owner of the database, under the write lock:
it happens as a whole or not at all, and meanwhile nobody else writes. Who has the house open has to log in anew.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.motor.cellen import Cellen
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.database.motor.teamschema import SCHEMA
from zvh_desktop.database.sleutels.pogingen import met_wachtwoord
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import (
    controleer_vertrouwen,
    controleer_zegel,
    haal_databasesleutel,
    met_databasesleutel,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.team.openen import Serveraanmelding, eis_beheerder, lees_sleutels_van, rollen_van
from zvh_desktop.database.team.teambestand import lees_sleutels, vervang_sleutels, verzegeld
from zvh_desktop.database.team.teamplaats import intussen_gewijzigd
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.errors import GebruikersFout, WachtwoordTijdelijk
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.server.kolom import Onversleuteld, Plek, is_leeg, plek_van, rijkolommen

log = logging.getLogger(__name__)

VERNIEUWD: Final = "sleutel van de server vernieuwd"
_PER_KEER: Final = 500


@dataclass(frozen=True, slots=True)
class Vernieuwd:
    """How many values were encrypted anew, and whether what stood there before was erased as well."""

    waarden: int
    gewist: bool


def vernieuw(verbinding: Verbinding, wie: Serveraanmelding, *, nu: datetime) -> Vernieuwd:
    """``wie``: the database account that owns the database, and an account of the house with the role of beheerder.

    Raises KluisFout, WachtwoordOnjuist, NietBevoegd; then everything is as it was.
    """
    adres = verbinding.plek.adres(wie.account, wie.accountwachtwoord)
    bestand = lees_sleutels_van(verbinding, adres, als_eigenaar=True)
    slot, geheimen = met_wachtwoord(wie.naam, wie.wachtwoord, bestand)
    controleer_vertrouwen(bestand, geheimen.wortel)
    oud, nieuw = haal_databasesleutel(slot, geheimen), willekeurig()
    controleer_zegel(bestand, oud)
    if slot.tijdelijk:
        raise WachtwoordTijdelijk
    eis_beheerder(_rollen_van(adres, bestand, slot, oud))
    daad = Daad(VERNIEUWD, slot.certificaat.naam, nu, rol=Rol.BEHEERDER, herkomst="opdrachtregel")
    motor = PostgresMotor(adres, sleutel=nieuw, als_eigenaar=True)
    engine = motor.open()
    try:
        with vertaal_databasefout():
            with engine.begin() as lijn:
                if lees_sleutels(lijn, verbinding).zegel != bestand.zegel:
                    raise intussen_gewijzigd()
                with motor.zonder_wachters(lijn):
                    aantal = sum(_zet_om(lijn, tabel, Cellen(oud), Cellen(nieuw)) for tabel in _tabellen())
                anders = met_databasesleutel(bestand, nieuw, bestand.epoche + 1)
                vervang_sleutels(lijn, verbinding, verzegeld(anders, nieuw))
                with Session(lijn) as sessie:
                    daad.voer_uit(sessie)
                    sessie.flush()
            # What was encrypted under the old key stands in the files of the server until it is written anew.
            return Vernieuwd(aantal, _gewist(motor, engine))
    finally:
        engine.dispose()


def _rollen_van(adres: Serveradres, bestand: Sleutelbestand, slot: Slot, sleutel: bytes) -> frozenset[Rol]:
    engine = PostgresMotor(adres, sleutel=sleutel, grootte=1, als_eigenaar=True).open(alleen_lezen=True)
    try:
        with vertaal_databasefout(), engine.connect() as lijn:
            return rollen_van(lijn, bestand, slot)
    finally:
        engine.dispose()


def _gewist(motor: PostgresMotor, engine: Engine) -> bool:
    """Somebody who is reading can hold this up; the new key counts all the same, and nobody may be told otherwise."""
    try:
        return motor.wis_resten(engine)
    except (GebruikersFout, SQLAlchemyError) as fout:
        log.info("na een nieuwe sleutel nog niet gewist: %s", type(fout).__name__)
        return False


def _tabellen() -> Sequence[Table]:
    return [tabel for tabel in Base.metadata.sorted_tables if _geheim(tabel)]


def _geheim(tabel: Table) -> Mapping[str, Plek]:
    plekken = ((kolom.name, plek_van(kolom.type)) for kolom in tabel.columns)
    return {naam: plek for naam, plek in plekken if plek is not None}


def _zet_om(lijn: Connection, tabel: Table, oud: Cellen, nieuw: Cellen) -> int:
    """As it is stored, past what opens and closes values for everybody else: here it is two keys at once."""
    plekken = _geheim(tabel)
    sleutel = [kolom.name for kolom in rijkolommen(tabel.name, tabel) or ()]
    kolommen = ", ".join(f'"{naam}"' for naam in plekken)
    rij = " || '|' || ".join(f'"{naam}"::text' for naam in sleutel)
    zet = ", ".join(f'"{naam}" = :{naam}' for naam in plekken)
    vraag = text(f"SELECT ctid::text, {rij}, {kolommen} FROM {SCHEMA}.{tabel.name} WHERE ctid = ANY(:waar)")  # noqa: S608
    schrijf = text(f"UPDATE {SCHEMA}.{tabel.name} SET {zet} WHERE ctid = CAST(:ctid AS tid)")  # noqa: S608
    aantal = 0
    for waar in _stukken(lijn, tabel):
        omgezet: list[dict[str, Any]] = []
        for ctid, nummer, *waarden in lijn.execute(vraag, {"waar": waar}):
            nieuwe = {
                naam: _om(plek, str(nummer), waarde, oud, nieuw)
                for (naam, plek), waarde in zip(plekken.items(), waarden, strict=True)
            }
            omgezet.append({**nieuwe, "ctid": ctid})
            aantal += sum(not is_leeg(waarde) for waarde in waarden)
        if omgezet:
            lijn.execute(schrijf, omgezet)
    return aantal


def _stukken(lijn: Connection, tabel: Table) -> Iterator[list[str]]:
    """Where its rows stand, before the first is written: a row that was written stands somewhere else."""
    alle = list(lijn.execute(text(f"SELECT ctid::text FROM {SCHEMA}.{tabel.name}")).scalars())  # noqa: S608
    for begin in range(0, len(alle), _PER_KEER):
        yield alle[begin : begin + _PER_KEER]


def _om(plek: Plek, rij: str, waarde: Any, oud: Cellen, nieuw: Cellen) -> Any:
    if is_leeg(waarde):
        return waarde
    return nieuw.sluit(Onversleuteld(plek, oud.open(plek, rij, waarde)), rij)
