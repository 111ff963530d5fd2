"""What others changed on a server since somebody last looked: which row and which columns, never what stands in them.

A trigger writes it down at each change of a row that was there, under a right that the application itself does not
have, and says to every window that listens that something changed. It is kept for two days: nobody has one screen open
for longer than that without it being read anew.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Table, text

from zvh_desktop.database.motor.motor import Moment, Rijwijziging
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.server.kolom import plek_van

TABEL: Final = "wijziging"
KANAAL: Final = "zvh_wijziging"
"""On which a server says that something changed."""
ZITTING: Final = "zvh.zitting"
"""The setting of a connection that tells one open house from another; of the same person as well."""
_VAN_ELKE_RIJ: Final = ("logregel", "verklaring")
"""What only grows is not changed by anybody."""
_MEESTE: Final = 10_000

MAAK: Final = (
    f"CREATE TABLE IF NOT EXISTS {TABEL} (nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tabel text NOT NULL, "
    "sleutel text NOT NULL, kolommen text[] NOT NULL, zitting text NOT NULL, op timestamptz NOT NULL)"
)
LIJF: Final = (
    " DECLARE gewijzigd text[]; waar text; hoogste bigint; oud jsonb := to_jsonb(OLD); nieuw jsonb := to_jsonb(NEW); "
    "BEGIN "
    "SELECT array_agg(een.key ORDER BY een.key) INTO gewijzigd FROM jsonb_each(nieuw) een "
    "WHERE een.value IS DISTINCT FROM oud -> een.key; "
    "SELECT string_agg(nieuw ->> deel.naam, '/' ORDER BY deel.plaats) INTO waar "
    "FROM unnest(TG_ARGV) WITH ORDINALITY AS deel(naam, plaats); "
    "INSERT INTO wijziging (tabel, sleutel, kolommen, zitting, op) VALUES (TG_TABLE_NAME, waar, "
    "coalesce(gewijzigd, '{}'), coalesce(current_setting('zvh.zitting', true), ''), clock_timestamp()) "
    "RETURNING nr INTO hoogste; "
    "IF mod(hoogste, 500) = 0 THEN DELETE FROM wijziging WHERE op < clock_timestamp() - interval '2 days'; END IF; "
    "RETURN NULL; END "
)
MELD_LIJF: Final = (
    f" BEGIN PERFORM pg_notify('{KANAAL}', coalesce(current_setting('{ZITTING}', true), '')); RETURN NULL; END "
)
"""With which open house did it: that one knows already."""


def sleutelkolommen(tabel: Table) -> tuple[str, ...]:
    """By what a row of this table is named here; none where nobody changes a row, or its name cannot be read."""
    kolommen = tuple(tabel.primary_key.columns)
    if tabel.name in _VAN_ELKE_RIJ or any(plek_van(kolom.type) is not None for kolom in kolommen):
        return ()
    return tuple(kolom.name for kolom in kolommen)


def trigger(tabel: Table) -> str | None:
    """What makes it write down a change of a row of this table; None where no row is changed."""
    namen = sleutelkolommen(tabel)
    if not namen:
        return None
    if not all(naam.isidentifier() for naam in namen):
        raise ProgrammaFout("een kolom met een naam die niet in een trigger past")
    delen = ", ".join(f"'{naam}'" for naam in namen)
    return (
        f"CREATE TRIGGER schrijf_op AFTER UPDATE ON {tabel.name} FOR EACH ROW "
        f"WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION schrijf_op({delen})"
    )


def maak(verbinding: Connection, schema: str) -> None:
    """The table, what writes in it and the triggers; within the transaction of the owner."""
    doe = verbinding.exec_driver_sql
    doe(MAAK.replace(TABEL, f"{schema}.{TABEL}", 1))
    doe(
        f"CREATE FUNCTION {schema}.schrijf_op() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = {schema}, pg_temp AS $wacht${LIJF}$wacht$"
    )
    for tabel in Base.metadata.sorted_tables:
        opdracht = trigger(tabel)
        if opdracht is not None:
            doe(opdracht.replace("FUNCTION ", f"FUNCTION {schema}."))


def lees_moment(verbinding: Connection, schema: str) -> Moment:
    """Up to where everything has been done now."""
    rij = verbinding.execute(
        text(
            f"SELECT coalesce((SELECT max(nr) FROM {schema}.{TABEL}), 0), "  # noqa: S608
            f"coalesce((SELECT max(nummer) FROM {schema}.logregel), 0)"
        )
    ).one()
    return Moment(int(rij[0]), int(rij[1]))


def lees_na(verbinding: Connection, schema: str, na: int, eigen: str) -> tuple[Rijwijziging, ...]:
    """What others than this open house changed after this number. Raises ProgrammaFout for one that is too long ago."""
    rijen = verbinding.execute(
        text(
            f"SELECT nr, tabel, sleutel, kolommen FROM {schema}.{TABEL} WHERE nr > :na AND zitting <> :eigen "  # noqa: S608
            f"ORDER BY nr LIMIT {_MEESTE + 1}"
        ),
        {"na": na, "eigen": eigen},
    ).all()
    if len(rijen) > _MEESTE:
        raise ProgrammaFout("er is te veel gewijzigd om na te gaan wat")
    return tuple(Rijwijziging(str(tabel), str(sleutel), frozenset(kolommen)) for _nr, tabel, sleutel, kolommen in rijen)
