"""Everything from a server into a vault: a backup that needs no server, and the way out.

The vault gets a key of its own, sealed to the accounts that the house has now. What was signed and both chains are as
they were. It is built under a working name and gets its own when it is whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_nieuw, vervang
from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie
from zvh_desktop.database.bestand.revisies import werk_bij
from zvh_desktop.database.bestand.vergrendelbestand import maak_reserve
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.logketen import logkop
from zvh_desktop.database.kopiebouw import werknaam
from zvh_desktop.database.motor.overzetten import zet_over
from zvh_desktop.database.motor.sqlcipher import SqlcipherMotor
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import met_databasesleutel
from zvh_desktop.database.sleutels.sleutelbestand import schrijf_sleutelbestand
from zvh_desktop.database.team.openen import OpenTeam
from zvh_desktop.database.team.teambestand import REGISTER, lees_bestand, lees_stand_van
from zvh_desktop.database.terugzetten.onthouden import lees_stand, schrijf_kluisstand, verhoog_zitting
from zvh_desktop.database.vernietigen.register import REGISTERBESTAND
from zvh_desktop.errors import InvoerOngeldig, KluisBeschadigd
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Rol

GEHAALD: Final = "alles van de server gehaald"
_PER_LOGREGEL: Final = 100
"""So much further each vault counts its openings than one that was fetched before a line of the log was added."""


def haal(team: OpenTeam, doel: Path, *, nu: datetime) -> Mapping[str, int]:
    """Make a vault at ``doel``; how many rows of each table. The log on the server tells of it."""
    team.eis_beheerder()
    team.eis_ziet_alles()
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise InvoerOngeldig("doel", "Op deze plaats staat al iets.", advies="Kies een nieuwe map voor de kluis.")
    eis_geen_synchronisatie(doel)
    daad = Daad(GEHAALD, team.slot.certificaat.naam, nu, rol=Rol.BEHEERDER, herkomst="opdrachtregel")
    with vertaal_databasefout():
        with Session(team.engine) as sessie, sessie.begin():
            daad.voer_uit(sessie)
        with team.engine.execution_options(**{LEZEN: True}).connect() as van, vertaal_fout(doel.parent):
            klad = werknaam(doel)
            try:
                geteld = _gebouwd(team, van, klad)
                if doel.exists():
                    doel.rmdir()
                vervang(klad, doel)
            except BaseException:
                shutil.rmtree(klad, ignore_errors=True)
                raise
    return geteld


def _gebouwd(team: OpenTeam, van: Connection, klad: Path) -> Mapping[str, int]:
    try:
        return _bouw(team, van, klad)
    except IntegrityError as fout:
        raise KluisBeschadigd(
            "Op de server ontbreken rijen waar andere rijen naar verwijzen. Zij zijn buiten het programma weggehaald.",
            veilig="Er is geen kluis gemaakt, en op de server is niets gewijzigd.",
            advies="Controleer de server (zvh team controleer) en zet zo nodig een dump van eerder terug.",
        ) from fout


def _bouw(team: OpenTeam, van: Connection, klad: Path) -> Mapping[str, int]:
    sleutel = willekeurig()
    bestand = met_databasesleutel(team.bestand, sleutel, team.bestand.epoche + 1)
    maak_map(klad)
    pad = klad / bestand.database
    schrijf_nieuw(pad, b"")
    engine = SqlcipherMotor(pad, sleutel).open(nieuw=True)
    try:
        werk_bij(engine)
        with engine.begin() as naar:
            geteld = zet_over(van, naar)
            _eis_geteld(naar, geteld)
            with Session(van) as sessie:
                verder = logkop(sessie).nummer
            eerder = lees_stand_van(van, team.verbinding)
            # Higher than any computer saw before: the vault that was brought, and one that was fetched earlier.
            verhoog_zitting(naar, eerder.zitting + 1 + _PER_LOGREGEL * max(0, verder - eerder.logregel))
        with engine.begin() as verbinding:
            stand = lees_stand(verbinding, bestand.geheugen_id, bestand.register.nummer)
    finally:
        engine.dispose()
    schrijf_kluisstand(klad, bestand.epoche, stand, sleutel)
    register = lees_bestand(van, team.verbinding, REGISTER)
    if register is not None:
        schrijf_nieuw(klad / REGISTERBESTAND, register)
    maak_reserve(klad, bestand.reserve)
    schrijf_sleutelbestand(klad, bestand, sleutel)
    return geteld


def _eis_geteld(naar: Connection, geteld: Mapping[str, int]) -> None:
    tabellen = Base.metadata.tables
    for naam, aantal in geteld.items():
        if naar.execute(select(func.count()).select_from(tabellen[naam])).scalar_one() != aantal:
            raise KluisBeschadigd(
                "Niet alles is overgekomen.", veilig="Op de server is niets gewijzigd.", advies="Probeer het opnieuw."
            )
