"""What others changed on a server since somebody last looked: which row and which columns, never what stands in them.

A trigger writes it down at each row that comes, changes or goes, under a right that the application itself does not
have, and says to every window that listens that something changed. What an act does itself is written down as well, in
its own transaction: so whether it is in the way of another is asked of the server, and no statement gets round that. It
is kept for two days: nobody has one screen open for longer than that without it being read anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, Table, UniqueConstraint, text

from zvh_desktop.database.motor.motor import Blik, Moment
from zvh_desktop.database.motor.rolrechten import DOSSIERROLLEN, GROEP_VAN
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.server.kolom import plek_van

TABEL: Final = "wijziging"
BEWAARD: Final = "2 days"
"""For as long a change is kept; nobody has one screen open for longer."""
KANAAL: Final = "zvh_wijziging"
"""On which a server says that something changed."""
ZITTING: Final = "zvh.zitting"
"""The setting of a connection that tells one open house from another; of the same person as well."""
_VAN_ELKE_RIJ: Final = ("logregel", "verklaring")
"""What only grows is not changed by anybody."""
_BEWIJS: Final = ("verklaring", "profiel_versie", "inzage_akkoord")
"""What a row points at as the ground on which it stands: it is no part of that."""
BIJGEHOUDEN: Final = ("gewijzigd_op", "gewijzigd_door")
"""What the program itself keeps at each act, and nobody types."""

MAAK: Final = (
    f"CREATE TABLE IF NOT EXISTS {TABEL} (nr bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tabel text NOT NULL, "
    "sleutel text NOT NULL, kolommen text[] NOT NULL, zitting text NOT NULL, op timestamptz NOT NULL)"
)
ERBIJ: Final = (
    f"ALTER TABLE {TABEL} ADD COLUMN IF NOT EXISTS soort text NOT NULL DEFAULT 'UPDATE', "
    "ADD COLUMN IF NOT EXISTS naast text, ADD COLUMN IF NOT EXISTS verhuisd boolean NOT NULL DEFAULT false, "
    "ADD COLUMN IF NOT EXISTS handeling bigint NOT NULL DEFAULT 0"
)
"""``naast``: under what a row stood or came; ``verhuisd``: it stands under something else now."""
LIJF: Final = (
    " DECLARE gewijzigd text[] := '{}'; waar text; naast text; verhuisd boolean := false; hoogste bigint; "
    "oud jsonb; nieuw jsonb; rij jsonb; BEGIN "
    "IF TG_OP <> 'INSERT' THEN oud := to_jsonb(OLD); END IF; "
    "IF TG_OP <> 'DELETE' THEN nieuw := to_jsonb(NEW); END IF; "
    "rij := coalesce(nieuw, oud); "
    "IF TG_OP = 'UPDATE' THEN "
    "SELECT coalesce(array_agg(een.key ORDER BY een.key), '{}') INTO gewijzigd FROM jsonb_each(nieuw) een "
    "WHERE een.value IS DISTINCT FROM oud -> een.key; "
    "IF gewijzigd = '{}' THEN RETURN NULL; END IF; "
    "verhuisd := gewijzigd && string_to_array(TG_ARGV[2], ','); END IF; "
    "SELECT string_agg(coalesce(rij ->> deel.naam, ''), '/' ORDER BY deel.plaats) INTO waar "
    "FROM unnest(string_to_array(TG_ARGV[0], ',')) WITH ORDINALITY AS deel(naam, plaats); "
    "IF TG_OP <> 'UPDATE' OR verhuisd THEN "
    "SELECT string_agg(coalesce(coalesce(oud, nieuw) ->> deel.naam, ''), '/' ORDER BY deel.plaats) INTO naast "
    "FROM unnest(string_to_array(TG_ARGV[1], ',')) WITH ORDINALITY AS deel(naam, plaats); END IF; "
    "INSERT INTO wijziging (tabel, sleutel, kolommen, zitting, op, soort, naast, verhuisd, handeling) VALUES "
    "(TG_TABLE_NAME, waar, gewijzigd, coalesce(current_setting('zvh.zitting', true), ''), clock_timestamp(), TG_OP, "
    "naast, verhuisd, pg_current_xact_id()::text::bigint) "
    "RETURNING nr INTO hoogste; "
    "IF mod(hoogste, 500) = 0 THEN DELETE FROM wijziging WHERE op < clock_timestamp() - interval '2 days'; END IF; "
    "RETURN NULL; END "
)
MELD_LIJF: Final = (
    f" BEGIN PERFORM pg_notify('{KANAAL}', coalesce(current_setting('{ZITTING}', true), '')); RETURN NULL; END "
)
"""With which open house did it: that one knows already."""


_BOTST: Final = (
    "SELECT EXISTS (SELECT 1 FROM {tabel} mijn JOIN {tabel} ander ON ander.tabel = mijn.tabel "
    "AND ander.nr > :na AND ander.zitting <> mijn.zitting "
    "WHERE mijn.nr > :na AND mijn.handeling = pg_current_xact_id_if_assigned()::text::bigint "
    "AND NOT (mijn.tabel = 'instelling' AND mijn.sleutel = ANY(CAST(:buiten AS text[]))) AND ("
    # What came or went in the place where this act puts something.
    "(mijn.soort = 'INSERT' AND ander.naast = mijn.naast AND (ander.soort = 'DELETE' OR ander.verhuisd)) "
    "OR (ander.sleutel = mijn.sleutel AND CASE "
    "WHEN mijn.soort = 'UPDATE' AND ander.soort = 'UPDATE' THEN ander.verhuisd OR EXISTS ("
    "SELECT unnest(mijn.kolommen) INTERSECT SELECT unnest(ander.kolommen) "
    "EXCEPT SELECT unnest(CAST(:bijgehouden AS text[]))) "
    "WHEN mijn.soort = 'UPDATE' AND ander.soort = 'INSERT' THEN NOT mijn.kolommen <@ CAST(:bijgehouden AS text[]) "
    "WHEN mijn.soort = 'DELETE' AND ander.soort = 'UPDATE' THEN NOT ander.kolommen <@ CAST(:bijgehouden AS text[]) "
    "ELSE true END)))"
)
"""What this act did, beside what others did to the same rows, or in the same place of a list."""
_ALLES: Final = ""
"""Stands where the name of a table does, for what no row of the list tells."""
_ZIET: Final = " OR ".join(f"pg_has_role(current_user, '{GROEP_VAN[rol]}', 'USAGE')" for rol in sorted(DOSSIERROLLEN))
"""Whether the policies let this account read of every table which rows changed (rolrechten.py)."""
_SINDS: Final = (
    "SELECT pg_current_snapshot()::text, clock_timestamp()::text, "  # noqa: S608
    f"concat_ws(' ', pg_postmaster_start_time(), current_user, {_ZIET}, '{{tabel}}'::regclass::oid, "
    "(SELECT oid FROM pg_database WHERE datname = current_database())), "
    f"coalesce(({_ZIET}) AND CAST(:moment AS timestamptz) > clock_timestamp() - interval '1 day', false), "
    "(SELECT coalesce(max(nr), 0) FROM {tabel}), "
    "ARRAY(SELECT DISTINCT tabel || '/' || sleutel FROM {tabel} WHERE nr > :nr "
    "AND NOT pg_visible_in_snapshot(handeling::text::xid8, CAST(:stand AS pg_snapshot)))"
)
"""What was written down by who was not done yet at an earlier look. A day is well within what is kept."""


def sleutelkolommen(tabel: Table) -> tuple[str, ...]:
    """By what a row of this table is named here; none where nobody changes a row.

    What cannot be read of a key is left out: rows that are named the same then count as one.
    """
    if tabel.name in _VAN_ELKE_RIJ:
        return ()
    return tuple(kolom.name for kolom in tabel.primary_key.columns if plek_van(kolom.type) is None)


def ouderkolommen(tabel: Table) -> tuple[str, ...]:
    """What says of what a row of this table is a part: it goes when that goes."""
    return tuple(kolom.name for kolom in tabel.columns if any(een.ondelete == "CASCADE" for een in kolom.foreign_keys))


def naastkolommen(tabel: Table) -> tuple[str, ...]:
    """By what two rows of a list stand in one place: what may be there once, else all that they are about."""
    if not ouderkolommen(tabel):
        return ()
    eisen = [list(een.columns) for een in tabel.constraints if isinstance(een, UniqueConstraint)]
    eenmaal = [eis for eis in eisen if any(een.foreign_keys for een in eis) and all(een.name != "id" for een in eis)]
    # Constraints have no order of their own, and a trigger is compared with what was made.
    eenmaal.sort(key=lambda eis: [een.name for een in eis])
    kolommen = eenmaal[0] if eenmaal else [kolom for kolom in tabel.columns if kolom.foreign_keys]
    return tuple(
        kolom.name
        for kolom in kolommen
        if plek_van(kolom.type) is None and not any(een.column.table.name in _BEWIJS for een in kolom.foreign_keys)
    )


def trigger(tabel: Table) -> str | None:
    """What makes it write down what happens to a row of this table; None where no row is changed."""
    namen = sleutelkolommen(tabel)
    if not namen:
        return None
    delen = (namen, naastkolommen(tabel), ouderkolommen(tabel))
    if not all(naam.isidentifier() for deel in delen for naam in deel):
        raise ProgrammaFout("een kolom met een naam die niet in een trigger past")
    waarden = ", ".join(f"'{','.join(deel)}'" for deel in delen)
    return (
        f"CREATE TRIGGER schrijf_op AFTER INSERT OR DELETE OR UPDATE ON {tabel.name} FOR EACH ROW "
        f"EXECUTE FUNCTION schrijf_op({waarden})"
    )


def maak(verbinding: Connection, schema: str) -> None:
    """The table, what writes in it and the triggers; within the transaction of the owner."""
    doe = verbinding.exec_driver_sql
    for opdracht in (MAAK, ERBIJ):
        doe(opdracht.replace(TABEL, f"{schema}.{TABEL}", 1))
    doe(
        f"CREATE FUNCTION {schema}.schrijf_op() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = {schema}, pg_temp AS $wacht${LIJF}$wacht$"
    )
    for tabel in Base.metadata.sorted_tables:
        opschrijver = trigger(tabel)
        if opschrijver is not None:
            doe(opschrijver.replace("FUNCTION ", f"FUNCTION {schema}."))


def kijk(verbinding: Connection, schema: str, sinds: Blik) -> Blik:
    """What was done since that look, in one statement; what this transaction did itself as well."""
    vraag = text(_SINDS.format(tabel=f"{schema}.{TABEL}"))
    waarden = {"moment": sinds.moment or None, "stand": sinds.stand or None, "nr": sinds.nr}
    stand, moment, van, weet_alles, hoogste, rijen = verbinding.execute(vraag, waarden).one()
    anders: dict[str, list[str]] = {}
    for tabel, _, sleutel in (str(rij).partition("/") for rij in rijen):
        anders.setdefault(tabel, []).append(sleutel)
    laagste, volgende, _ = str(stand).split(":")
    if str(van) != sinds.van:  # its numbers say nothing here
        return Blik(str(stand), str(moment), str(van), 0, (int(volgende), int(hoogste)))
    eerste, gezien = sinds.straks
    nr = gezien if int(laagste) >= eerste else sinds.nr
    return Blik(
        str(stand),
        str(moment),
        str(van),
        nr,
        (int(volgende), int(hoogste)),
        anders if weet_alles and _ALLES not in anders else None,
    )


def vertelt_niet_alles(verbinding: Connection, schema: str) -> None:
    """As the owner: something went past the triggers, or from the list. Who keeps a copy looks at every row again."""
    verbinding.execute(
        text(
            f"INSERT INTO {schema}.{TABEL} (tabel, sleutel, kolommen, zitting, op, soort, handeling) VALUES "  # noqa: S608
            "(:alles, '', '{}', '', clock_timestamp(), 'ALLES', pg_current_xact_id()::text::bigint)"
        ),
        {"alles": _ALLES},
    )


def ruim_op(verbinding: Connection, schema: str) -> None:
    """As the owner: what is older than is kept, and all about rows that went with a destruction."""
    vertelt_niet_alles(verbinding, schema)
    tabel = f"{schema}.{TABEL}"
    verbinding.exec_driver_sql(
        f"DELETE FROM {tabel} w WHERE w.op < clock_timestamp() - interval '{BEWAARD}' OR EXISTS ("  # noqa: S608
        f"SELECT 1 FROM {tabel} weg JOIN {tabel} daad ON daad.handeling = weg.handeling AND daad.soort = 'INSERT' "
        "AND daad.tabel = 'vernietiging' WHERE weg.soort = 'DELETE' AND weg.tabel = w.tabel "
        "AND weg.sleutel = w.sleutel)"
    )


def lees_moment(verbinding: Connection, schema: str) -> Moment:
    """Up to where everything has been done now."""
    rij = verbinding.execute(
        text(
            f"SELECT coalesce((SELECT max(nr) FROM {schema}.{TABEL}), 0), "  # noqa: S608
            f"coalesce((SELECT max(nummer) FROM {schema}.logregel), 0)"
        )
    ).one()
    return Moment(int(rij[0]), int(rij[1]))


def botst(verbinding: Connection, schema: str, na: int, buiten: Sequence[str]) -> bool:
    """Whether this transaction changed what another open house changed after this number.

    ``buiten``: the names of settings in which everybody keeps an own part.
    """
    return bool(
        verbinding.execute(
            text(_BOTST.format(tabel=f"{schema}.{TABEL}")),
            {"na": na, "bijgehouden": list(BIJGEHOUDEN), "buiten": list(buiten)},
        ).scalar_one()
    )
