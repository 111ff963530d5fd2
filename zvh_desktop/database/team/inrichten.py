"""A house on an empty database of a server: begun there, or brought from a vault with all that stands in it.

All of it is one transaction of the owner: schema, roles, rows and keys are there, or nothing is. The connection file is
written before that ends, because without its code what was made could not be read by anybody.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.logketen import logkop
from zvh_desktop.database.kopie.vervangen import VERVANGEN, eis_niet_vervangen, schrijf_vervangen
from zvh_desktop.database.motor.overzetten import zet_over
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.teamschema import SCHEMA, maak_schema
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.accounts import met_gebruiker
from zvh_desktop.database.sleutels.gebruikers import NieuweGebruiker
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst
from zvh_desktop.database.sleutels.nieuw import maak_sleutels
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, met_databasesleutel
from zvh_desktop.database.team.databaserollen import maak_rollen
from zvh_desktop.database.team.teambestand import (
    REGISTER,
    SLEUTELS,
    Meegebracht,
    verzegeld,
    zet_bestand,
    zet_stand,
)
from zvh_desktop.database.team.verbinding import Serverplek, Verbinding, eis_vrije_plaats, schrijf_verbinding
from zvh_desktop.database.terugzetten.onthouden import lees_stand
from zvh_desktop.database.vernietigen.register import REGISTERBESTAND
from zvh_desktop.errors import KluisFout, KluisVreemd, KofferFout, NietBevoegd
from zvh_desktop.models.keuzes import Rol

GEBRACHT: Final = "kluis naar een server gebracht"


@dataclass(frozen=True, slots=True)
class Servereigenaar:
    """Under which database account the database is made, and who will work in it."""

    plek: Serverplek
    account: str
    wachtwoord: str = ""
    werkaccounts: tuple[str, ...] = ()


def begin_team(
    eigenaar: Servereigenaar,
    verbinding: Path,
    beheerder: NieuweGebruiker,
    erbij: Sequence[NieuweGebruiker] = (),
    *,
    richt_in: Callable[[Session], None],
    nu: datetime,
    oefen: bool = False,
) -> str:
    """A new house with its first accounts. Returns the recovery key, to be shown once.

    ``richt_in`` puts the first rows in, such as the profile of the house.
    """
    nieuw = maak_sleutels(beheerder, oefen=oefen, nu=nu)
    bestand = nieuw.bestand
    for gebruiker in erbij:
        bestand = met_gebruiker(
            bestand,
            gebruiker,
            wortelzaad=nieuw.wortelzaad,
            databasesleutel=nieuw.databasesleutel,
            kdf=nieuw.kdf,
            geldig_van=nieuw.geldig_van,
        )
    team = Verbinding.nieuw(eigenaar.plek, bestand.kluis_id)
    with _ingericht(eigenaar, team, verbinding, nieuw.databasesleutel) as naar:
        with Session(naar) as sessie:
            richt_in(sessie)
            sessie.flush()
        zet_bestand(naar, team, SLEUTELS, verzegeld(bestand, nieuw.databasesleutel).als_bytes())
    return als_tekst(nieuw.herstelsleutel)


def breng(kluis: OpenKluis, eigenaar: Servereigenaar, verbinding: Path, *, nu: datetime) -> Mapping[str, int]:
    """Everything of a vault, as it is, under a key of its own. How many rows of each table.

    The vault stays, and opens from then on only to be read: two that both go on would never be one again.
    """
    _eis_te_brengen(kluis)
    huissleutel = willekeurig()
    team = Verbinding.nieuw(eigenaar.plek, kluis.kluis_id)
    # The key is sealed to the public keys in here: only to those that the root key certified.
    controleer_vertrouwen(kluis.sleutelbestand, kluis.wortel.sleutel)
    bestand = met_databasesleutel(kluis.sleutelbestand, huissleutel, kluis.sleutelbestand.epoche + 1)
    daad = Daad(GEBRACHT, kluis.gebruiker.naam, nu, rol=Rol.BEHEERDER, herkomst="opdrachtregel")
    with (
        kluis.engine.execution_options(**{LEZEN: True}).connect() as van,
        _weg_bij_mislukken(kluis.map / VERVANGEN),
        _ingericht(eigenaar, team, verbinding, huissleutel) as naar,
    ):
        geteld = zet_over(van, naar)
        stand = lees_stand(van, kluis.kluis_id, bestand.register.nummer)
        with Session(naar) as sessie:
            zet_stand(naar, team, Meegebracht(stand.zitting, logkop(sessie).nummer))
            daad.voer_uit(sessie)
            sessie.flush()
        zet_bestand(naar, team, SLEUTELS, verzegeld(bestand, huissleutel).als_bytes())
        register = kluis.map / REGISTERBESTAND
        if register.is_file():
            zet_bestand(naar, team, REGISTER, register.read_bytes())
        # Before the server keeps it: a full disk here must not leave two houses that both go on.
        with vertaal_fout(kluis.map):
            schrijf_vervangen(kluis.map, nu, door_server=True)
    return geteld


@contextlib.contextmanager
def _weg_bij_mislukken(pad: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            pad.unlink(missing_ok=True)
        raise


def _eis_te_brengen(kluis: OpenKluis) -> None:
    if kluis.koffer is not None:
        raise KofferFout(
            "Dit is een koffer. Naar een server gaat de kluis van kantoor.",
            veilig="Er is niets gewijzigd.",
            advies="Lever de koffer in en breng daarna de kluis.",
        )
    if Rol.BEHEERDER not in kluis.gebruiker.rollen:
        raise NietBevoegd(
            "Alleen een beheerder mag een kluis naar een server brengen.", veilig="Er is niets gewijzigd."
        )
    eis_niet_vervangen(kluis.map)
    if kluis.stand.waarschuwingen and not kluis.oefen:
        raise KluisFout(
            f"Er is iets met deze kluis: {kluis.stand.waarschuwingen[0]}",
            veilig="Er is niets gewijzigd.",
            advies="Zoek dat eerst uit: op de server zou het niet meer te zien zijn.",
        )


@contextlib.contextmanager
def _ingericht(eigenaar: Servereigenaar, team: Verbinding, pad: Path, huissleutel: bytes) -> Iterator[Connection]:
    eis_vrije_plaats(pad)
    motor = PostgresMotor(
        eigenaar.plek.adres(eigenaar.account, eigenaar.wachtwoord), sleutel=huissleutel, als_eigenaar=True
    )
    engine = motor.open()
    geschreven = False
    try:
        with vertaal_databasefout(), engine.begin() as naar:
            _eis_leeg(naar)
            maak_rollen(naar, eigenaar.werkaccounts)
            maak_schema(naar)
            yield naar
            schrijf_verbinding(pad, team)
            geschreven = True
    except BaseException:
        if geschreven:
            pad.unlink(missing_ok=True)
        raise
    finally:
        engine.dispose()


def _eis_leeg(verbinding: Connection) -> None:
    if verbinding.execute(text("SELECT to_regnamespace(:schema)"), {"schema": SCHEMA}).scalar() is not None:
        raise KluisVreemd(
            "In deze database staat al een huis.",
            veilig="Er is niets gewijzigd of verwijderd.",
            advies="Laat de beheerder van de server een lege database maken.",
        )
