"""Look a house on a server over: itself, the keys, encrypted values, statements, log, and what was seen before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.controle import verzamel
from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import Toets, verifieer_keten
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.team.openen import OpenTeam
from zvh_desktop.database.team.rollen import rolbevindingen
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.alles import Base

_IN_EENS = 500


def controleer_team(team: OpenTeam) -> tuple[str, ...]:
    """Every finding; none when all is well. The keys were looked at when it was opened. Nothing is changed.

    Raises KluisFout for a database account that does not see everything: what it does not see, it cannot judge.
    """
    team.eis_ziet_alles()
    return verzamel(
        (
            partial(_server, team),
            partial(_waarden, team),
            partial(_verklaringen, team),
            partial(_logboek, team),
            partial(_rollen, team),
            lambda: team.ouder,
        )
    )


def _server(team: OpenTeam) -> tuple[str, ...]:
    with team.engine.connect() as verbinding:
        motor = motor_van(verbinding)
    return motor.controleer(team.engine)


def _waarden(team: OpenTeam) -> Iterator[str]:
    """Every value opens in its place. Of a table in which one does not, the rest is not looked at."""
    with team.engine.execution_options(**{LEZEN: True}).connect() as verbinding:
        for tabel in Base.metadata.sorted_tables:
            try:
                with verbinding.execute(select(tabel).execution_options(yield_per=_IN_EENS)) as gelezen:
                    for _ in gelezen:
                        pass
            except GebruikersFout as fout:
                yield fout.gebeurd
            except (ValueError, TypeError, LookupError):
                yield f"In de tabel {tabel.name} staat iets dat geen waarde is."


def _verklaringen(team: OpenTeam) -> tuple[str, ...]:
    kluis_id = team.bestand.kluis_id
    with Session(team.engine.execution_options(**{LEZEN: True})) as sessie:
        toets = met_geleegd(sessie, Toets(team.wortel, kluis_id))
        return verifieer_keten(sessie, team.wortel, kluis_id, toets)


def _rollen(team: OpenTeam) -> tuple[str, ...]:
    with team.engine.execution_options(**{LEZEN: True}).connect() as lijn:
        return tuple(rolbevindingen(lijn, team.verbinding, team.bestand))


def _logboek(team: OpenTeam) -> tuple[str, ...]:
    with Session(team.engine.execution_options(**{LEZEN: True})) as sessie:
        return verifieer_logketen(sessie)
