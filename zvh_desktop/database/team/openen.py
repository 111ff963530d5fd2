"""Into a server with the connection file, a database account, and the name and password of an account of the house."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.keten.rollen import lees_rolstand, lid_van
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.rolrechten import GROEP_VAN, KOPIE
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.database.motor.servercontrole import afscherming
from zvh_desktop.database.sleutels.certificaten import Vertrouwensanker
from zvh_desktop.database.sleutels.pogingen import met_wachtwoord
from zvh_desktop.database.sleutels.sleutelbeheer import (
    controleer_vertrouwen,
    controleer_zegel,
    haal_databasesleutel,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.team.eigenaccount import eis_eigen_account
from zvh_desktop.database.team.teambestand import lees_sleutels
from zvh_desktop.database.team.terugkijken import kijk_terug
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.database.terugzetten.onthouden import Eigenaar
from zvh_desktop.errors import KluisFout, NietBevoegd, WachtwoordTijdelijk
from zvh_desktop.models.keuzes import Rol

_LEEST_ALLES: Final = (KOPIE, GROEP_VAN[Rol.PROCESREGISSEUR])
"""A medewerker sees every dossier and not the register of datalekken."""
_ZIET_ALLES: Final = text("SELECT bool_or(pg_has_role(groep, 'USAGE')) FROM unnest(CAST(:groepen AS name[])) groep")


@dataclass(frozen=True, slots=True)
class Serveraanmelding:
    """Who comes in: as which database account, and as whom of the house."""

    account: str
    naam: str
    wachtwoord: str = field(repr=False)
    accountwachtwoord: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class OpenTeam:
    """A server that is open under the key of the house."""

    verbinding: Verbinding
    bestand: Sleutelbestand
    slot: Slot
    huissleutel: bytes
    engine: Engine
    rollen: frozenset[Rol]
    """Those that count: what the certificate says, as far as the statements about roles stand behind it."""
    ouder: tuple[str, ...] = ()
    """What is older than this user saw on this computer before, or other than that."""

    @property
    def wortel(self) -> Vertrouwensanker:
        """What signatures are checked against."""
        return anker_van(self.bestand)

    def eis_beheerder(self) -> None:
        """Raises NietBevoegd."""
        eis_beheerder(self.rollen)

    def eis_ziet_alles(self) -> None:
        """Raises KluisFout where the server passes rows over for this database account, or may do so."""
        with self.engine.execution_options(**{LEZEN: True}).connect() as lijn:
            if not lijn.execute(_ZIET_ALLES, {"groepen": list(_LEEST_ALLES)}).scalar():
                raise KluisFout(
                    "Dit databaseaccount ziet niet alles wat er op de server staat.",
                    veilig="Er is niets gewijzigd.",
                    advies="Doe dit met een databaseaccount dat lid is van zvh_kopie (docs/team.md).",
                )
            if anders := tuple(afscherming(lijn)):
                raise KluisFout(
                    f"Wat een databaseaccount ziet, is op deze server niet zeker. {anders[0]}",
                    veilig="Er is niets gewijzigd.",
                    advies="Laat de afdeling ICT zvh team bijwerken uitvoeren.",
                )


@contextlib.contextmanager
def open_team(verbinding: Verbinding, wie: Serveraanmelding) -> Iterator[OpenTeam]:
    """Open it as the application does, under its role. Raises KluisFout, WachtwoordOnjuist, WachtwoordTijdelijk."""
    adres = verbinding.plek.adres(wie.account, wie.accountwachtwoord)
    bestand = lees_sleutels_van(verbinding, adres)
    slot, geheimen = met_wachtwoord(wie.naam, wie.wachtwoord, bestand)
    controleer_vertrouwen(bestand, geheimen.wortel)
    huissleutel = haal_databasesleutel(slot, geheimen)
    controleer_zegel(bestand, huissleutel)
    if slot.tijdelijk:
        raise WachtwoordTijdelijk
    engine = PostgresMotor(adres, sleutel=huissleutel).open()
    try:
        eigen = Eigenaar.van(slot.certificaat.sleutel, geheimen.zaad)
        with engine.execution_options(**{LEZEN: True}).connect() as lijn:
            eis_eigen_account(lijn, verbinding, slot.certificaat.naam, kopie_mag=True)
            ouder = kijk_terug(lijn, verbinding, bestand, eigen)
            rollen = rollen_van(lijn, bestand, slot)
        yield OpenTeam(verbinding, bestand, slot, huissleutel, engine, rollen, ouder)
    finally:
        engine.dispose()


def lees_sleutels_van(verbinding: Verbinding, adres: Serveradres, *, als_eigenaar: bool = False) -> Sleutelbestand:
    """The key file, before anything is unlocked. Raises KluisFout."""
    engine = PostgresMotor(adres, grootte=1, als_eigenaar=als_eigenaar).open()
    try:
        with engine.execution_options(**{LEZEN: True}).connect() as lijn:
            return lees_sleutels(lijn, verbinding)
    finally:
        engine.dispose()


def anker_van(bestand: Sleutelbestand) -> Vertrouwensanker:
    """What signatures of this house are checked against."""
    register = bestand.register
    return Vertrouwensanker(bytes.fromhex(bestand.wortel), register.ingetrokken, register.koppen)


def rollen_van(lijn: Connection, bestand: Sleutelbestand, slot: Slot) -> frozenset[Rol]:
    """The roles of this account that count; the line holds the key of the house. Raises HandtekeningOnjuist.

    A certificate alone is the word of one beheerder: a role counts when the statements about roles say so (ADR 0034).
    """
    with Session(lijn) as sessie:
        return lees_rolstand(sessie, anker_van(bestand), bestand.kluis_id).rollen_van(lid_van(slot.certificaat))


def eis_beheerder(rollen: frozenset[Rol]) -> None:
    """Raises NietBevoegd."""
    if Rol.BEHEERDER not in rollen:
        raise NietBevoegd("Alleen een beheerder mag dit.", veilig="Er is niets gewijzigd.")
