"""What a vault has beside its database, as it stands on a server: sealed under the code of the connection file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.database.motor.rolrechten import SLEUTELRIJ
from zvh_desktop.database.motor.teamschema import SCHEMA, TEAMBESTAND
from zvh_desktop.database.sleutels.certificaten import geheel, object_met
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, pak_uit, verpak
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, ontleed
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.errors import KluisFout, KluisVreemd

SLEUTELS: Final = SLEUTELRIJ
STAND: Final = "stand"
REGISTER: Final = "vernietigd"
_DOEL: Final = b"zvh-team bestand v1"
_MAG_NIET: Final = "42501"
_GROOT: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Meegebracht:
    """How far a vault was when it came: how often it had been opened, and the last line of its log."""

    zitting: int
    logregel: int


def zet_bestand(verbinding: Connection, team: Verbinding, naam: str, inhoud: bytes) -> None:
    """Put one there, within the transaction of the caller."""
    verbinding.execute(
        text(f"INSERT INTO {SCHEMA}.{TEAMBESTAND} VALUES (:naam, :inhoud)"),  # noqa: S608
        {"naam": naam, "inhoud": verpak(_sleutel(team), inhoud, _erbij(team, naam))},
    )


def lees_bestand(verbinding: Connection, team: Verbinding, naam: str) -> bytes | None:
    """Read one; None when it was never there. Raises KluisVreemd when it is not of this house, or was changed."""
    vraag = text(f"SELECT inhoud FROM {SCHEMA}.{TEAMBESTAND} WHERE naam = :naam")  # noqa: S608
    verpakt = verbinding.execute(vraag, {"naam": naam}).scalar()
    if verpakt is None:
        return None
    try:
        return pak_uit(_sleutel(team), bytes(verpakt), _erbij(team, naam))
    except SleutelPastNiet as fout:
        raise _vreemd() from fout


def lees_sleutels(verbinding: Connection, team: Verbinding) -> Sleutelbestand:
    """The key file of the house. Raises KluisVreemd, KluisBeschadigd."""
    gegevens = lees_bestand(verbinding, team, SLEUTELS)
    if gegevens is None:
        raise KluisVreemd("In deze database staat geen huis.", veilig="Er is niets gewijzigd.")
    bestand = ontleed(gegevens)
    if bestand.kluis_id != team.kluis_id:
        raise _vreemd()
    return bestand


def verzegeld(bestand: Sleutelbestand, sleutel: bytes) -> Sleutelbestand:
    """With its seal, as the file of a vault. What cannot be read back is never stored."""
    klaar = replace(bestand, zegel=bestand.bereken_zegel(sleutel))
    ontleed(klaar.als_bytes())
    return klaar


def vervang_sleutels(verbinding: Connection, team: Verbinding, bestand: Sleutelbestand) -> None:
    """Let this key file take the place of the one that stands there, within the transaction of the caller."""
    inhoud = verpak(_sleutel(team), bestand.als_bytes(), _erbij(team, SLEUTELS))
    try:
        gewijzigd = verbinding.execute(
            text(f"UPDATE {SCHEMA}.{TEAMBESTAND} SET inhoud = :inhoud WHERE naam = :naam"),  # noqa: S608
            {"naam": SLEUTELS, "inhoud": inhoud},
        )
    except DBAPIError as fout:
        if sqlstate(fout) != _MAG_NIET:
            raise
        raise KluisFout(
            "Het databaseaccount mag de accounts en wachtwoorden van dit huis niet wijzigen.",
            veilig="Er is niets gewijzigd.",
            advies="Deze database is van voor die tijd: laat de afdeling ICT dat recht geven (docs/team.md, Werken).",
        ) from fout
    if gewijzigd.rowcount != 1:
        raise _vreemd()


def zet_stand(verbinding: Connection, team: Verbinding, stand: Meegebracht) -> None:
    """How far the vault was."""
    inhoud = {"zitting": stand.zitting, "logregel": stand.logregel}
    zet_bestand(verbinding, team, STAND, canoniek(inhoud))


def lees_stand_van(verbinding: Connection, team: Verbinding) -> Meegebracht:
    """The same, read back; a house that began on a server brought nothing."""
    gegevens = lees_bestand(verbinding, team, STAND)
    if gegevens is None:
        return Meegebracht(0, 0)
    velden = object_met(uit_canoniek(gegevens), ("zitting", "logregel"))
    return Meegebracht(geheel(velden["zitting"], 0, _GROOT), geheel(velden["logregel"], 0, 2**53))


def _sleutel(team: Verbinding) -> bytes:
    return leid_af(team.code, _DOEL)


def _erbij(team: Verbinding, naam: str) -> bytes:
    return b"\0".join((_DOEL, team.kluis_id.encode(), naam.encode()))


def _vreemd() -> KluisVreemd:
    return KluisVreemd(
        "Wat op de server staat, hoort niet bij dit verbindingsbestand, of het is gewijzigd.",
        veilig="Er is niets gewijzigd.",
        advies="Gebruik het verbindingsbestand van dit huis. Is dat het, waarschuw dan de beheerder.",
    )
