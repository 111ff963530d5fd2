"""Bring the database of a vault to the newest form. The open, already unlocked connection is handed to Alembic:
no key ever stands in an ini file or a URL."""

from __future__ import annotations

import io
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Engine

from zvh_desktop.errors import KluisBeschadigd, KluisVreemd

SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"


def migreer(engine: Engine) -> None:
    """Upgrade to the newest revision, in one transaction: all steps or none."""
    instelling = configuratie()
    huidig = huidige_revisie(engine)
    scripts = ScriptDirectory.from_config(instelling)
    if huidig == scripts.get_current_head():
        return
    _weiger_nieuwer(scripts, huidig)
    with engine.begin() as verbinding:
        instelling.attributes["connection"] = verbinding
        command.upgrade(instelling, "head")


def controleer_revisie(engine: Engine) -> None:
    """Refuse a vault that this version cannot read as it stands; used when nothing may be written."""
    scripts = ScriptDirectory.from_config(configuratie())
    huidig = huidige_revisie(engine)
    _weiger_nieuwer(scripts, huidig)
    if huidig != scripts.get_current_head():
        raise KluisBeschadigd(
            "Deze kluis is van een oudere versie en kan zo niet worden gelezen.",
            veilig="Er is niets gewijzigd.",
            advies="Open de kluis een keer gewoon; dan wordt hij bijgewerkt.",
        )


def huidige_revisie(engine: Engine) -> str | None:
    """The revision of this vault; None for a new, empty database."""
    with engine.connect() as verbinding:
        return MigrationContext.configure(verbinding).get_current_revision()


def nieuwste_revisie() -> str | None:
    """The revision this version of the application works with."""
    return ScriptDirectory.from_config(configuratie()).get_current_head()


def configuratie() -> Config:
    """Alembic's settings, made in code: there is no ini file to ship or to find."""
    instelling = Config(stdout=io.StringIO())
    instelling.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return instelling


def _weiger_nieuwer(scripts: ScriptDirectory, huidig: str | None) -> None:
    if huidig is None:
        return
    try:
        scripts.get_revision(huidig)
    except CommandError as fout:
        raise KluisVreemd(
            "Deze kluis is gemaakt met een nieuwere versie van het programma.",
            veilig="Er is niets gewijzigd.",
            advies="Werk het programma bij.",
        ) from fout
