"""The schema of a server: the tables of the mapped classes, the triggers of the migrations, and who may do what.

The application works under other roles than the one that owns this (ADR 0077): who owns a table can take its triggers
off, and the triggers are the gate. The application has its rows and nothing else, and of those what the role of who
works there may see (ADR 0100). So what a trigger has to look at is looked at by the owner, who sees all of it.
"""

from __future__ import annotations

import functools
import re
from typing import Any, Final

from sqlalchemy import Boolean, Connection, Index, MetaData, Table, UniqueConstraint, func, text
from sqlalchemy.sql import ColumnElement

from zvh_desktop.database.bestand.revisies import nieuwste
from zvh_desktop.database.motor import rolrechten, wijzigingen
from zvh_desktop.database.motor.plpgsql import Wachter, uit_tekst, vertaal_voorwaarde
from zvh_desktop.database.motor.tabelwachters import TABELWACHTERS
from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.alles import Base
from zvh_desktop.models.server.kolom import MERKTEKENS, plek_van, rijkolommen
from zvh_desktop.paths import lees_hulpbron

SCHEMA: Final = rolrechten.SCHEMA
TOEPASSING: Final = rolrechten.TOEPASSING
WACHTERBESTAND: Final = "team/wachters.sql"
TEAMBESTAND: Final = "teambestand"
"""What a vault has beside its database, sealed: the key file, and what was destroyed."""
VERNIETIGBESTAND: Final = "team/vernietigen.sql"
VERNIETIGDAAD: Final = "vernietigdaad"
VERNIETIGRIJ: Final = "vernietigrij"
"""Of the owner alone: which rows belong to a file that goes in the transaction under way (ADR 0097)."""
TUSSEN: Final = "\n----\n"
HELEMAAL_WEG: Final = (
    f"CREATE CONSTRAINT TRIGGER helemaal_weg AFTER INSERT ON {VERNIETIGDAAD} DEFERRABLE INITIALLY DEFERRED "
    "FOR EACH ROW EXECUTE FUNCTION helemaal_weg()"
)
_MAG_MEE: Final = (
    f"CREATE FUNCTION {SCHEMA}.mag_mee(welke text, sleutel text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER "  # noqa: S608
    f"SET search_path = {SCHEMA}, pg_temp AS $mag_mee$ BEGIN RETURN (SELECT g.mag FROM {VERNIETIGRIJ} g "
    "WHERE g.handeling = pg_current_xact_id_if_assigned()::text::bigint AND g.tabel = welke AND g.rij = sleutel); "
    "END $mag_mee$"
)
_HEEFT_RECHT: Final = text(
    "SELECT DISTINCT r.rolname FROM ("
    "SELECT relowner AS eigenaar, relacl AS acl FROM pg_class WHERE relnamespace = to_regnamespace(:schema) "
    "UNION ALL SELECT c.relowner, k.attacl FROM pg_attribute k JOIN pg_class c ON c.oid = k.attrelid "
    "WHERE c.relnamespace = to_regnamespace(:schema) "
    "UNION ALL SELECT proowner, proacl FROM pg_proc WHERE pronamespace = to_regnamespace(:schema) "
    "UNION ALL SELECT nspowner, nspacl FROM pg_namespace WHERE nspname = :schema) alles "
    "CROSS JOIN LATERAL aclexplode(alles.acl) a JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> alles.eigenaar"
)
_AFGESCHERMD: Final = text(
    "SELECT relname, relforcerowsecurity FROM pg_class WHERE relnamespace = to_regnamespace(:schema) "
    "AND relkind = 'r' AND (relrowsecurity OR relforcerowsecurity) ORDER BY relname"
)
_LIJF: Final = re.compile(r"\$(?P<naam>\w+)\$(?P<lijf>.*)\$(?P=naam)\$", re.DOTALL)
EIGEN_FUNCTIES: Final = (
    *("volgend_nummer", "schrijf_op", "mag_mee", "laat_gaan", "helemaal_weg"),
    *("in_gebruik", "volg_profiel", "bestaande_casussen"),
    *(wacht.naam for wacht in TABELWACHTERS),
)


def ja_nee_kolommen() -> frozenset[str]:
    """The columns that hold yes or no. Raises ProgrammaFout where one name is that in one table and not in another."""
    ja_nee: set[str] = set()
    anders: set[str] = set()
    for tabel in Base.metadata.sorted_tables:
        for kolom in tabel.columns:
            (ja_nee if isinstance(kolom.type, Boolean) else anders).add(kolom.name)
    if ja_nee & anders:
        raise ProgrammaFout("een kolom is in de ene tabel ja of nee en in een andere niet")
    return frozenset(ja_nee)


def geheime_kolommen() -> dict[tuple[str, str], bool]:
    """What is encrypted on a server, and whether it has a mark."""
    plekken = (plek_van(kolom.type) for tabel in Base.metadata.sorted_tables for kolom in tabel.columns)
    return {(plek.tabel, plek.kolom): plek.gemerkt for plek in plekken if plek is not None}


def rijnaam(tabel: Table, als: str) -> str:
    """What names a row of this table under this name, in the words of a server."""
    return " || '|' || ".join(f"{als}.{kolom.name}::text" for kolom in rijkolommen(tabel.name, tabel) or ())


def rijnamen() -> dict[str, str]:
    """For each table the columns that name a row, with a place for the name under which the row is known."""
    return {tabel.name: rijnaam(tabel, "{}") for tabel in Base.metadata.sorted_tables}


@functools.cache
def wachters() -> tuple[Wachter, ...]:
    """The triggers, as the migrations of this version made them."""
    return uit_tekst(lees_hulpbron(WACHTERBESTAND).decode("utf-8"))


def servertabellen() -> MetaData:
    """The tables of the mapped classes. A reference can wait until the end of a transaction, as it can in a vault.

    An index on part of the rows says in the class for SQLite alone which rows: said for a server too, it would load all
    of SQLAlchemy's part for that at every start. A server that is not told makes it an index on all rows.
    """
    uit = MetaData(naming_convention=Base.metadata.naming_convention)
    ja_nee = ja_nee_kolommen()
    for tabel in Base.metadata.sorted_tables:
        kopie = tabel.to_metadata(uit)
        _wijs_naar_merken(kopie)
        for verwijzing in kopie.foreign_key_constraints:
            verwijzing.deferrable = True
        for index in kopie.indexes:
            waar = index.dialect_options["sqlite"]["where"]
            if waar is not None:
                index.dialect_options["postgresql"]["where"] = text(vertaal_voorwaarde(str(waar), ja_nee))
    return uit


def _wijs_naar_merken(tabel: Table) -> None:
    """Unique is what has the same mark, since no two encrypted values are the same; nor is sought by anything else."""
    for eis in [een for een in tabel.constraints if isinstance(een, UniqueConstraint)]:
        if any(plek_van(kolom.type) is not None for kolom in eis.columns):
            tabel.constraints.discard(eis)
            Index(str(eis.name), *(_uniek(tabel, kolom) for kolom in eis.columns), unique=True)
    for index in [een for een in tabel.indexes if any(plek_van(kolom.type) is not None for kolom in een.columns)]:
        waar = index.dialect_options["sqlite"]["where"]
        if all(not isinstance(deel, ColumnElement) or hasattr(deel, "table") for deel in index.expressions):
            tabel.indexes.discard(index)
            delen = [deel for kolom in index.columns if (deel := _merk(kolom)) is not None]
            if delen:
                Index(str(index.name), *delen, unique=index.unique, sqlite_where=waar)


def _uniek(tabel: Table, kolom: ColumnElement[Any]) -> ColumnElement[Any]:
    """Raises ProgrammaFout for a column of which a server cannot see that two values are the same."""
    deel = _merk(kolom)
    if deel is None:
        raise ProgrammaFout(f"{tabel.name}: wat uniek is en versleuteld, heeft een merk nodig")
    return deel


def _merk(kolom: ColumnElement[Any]) -> ColumnElement[Any] | None:
    plek = plek_van(kolom.type)
    if plek is None:
        return kolom
    return func.left(kolom, MERKTEKENS) if plek.gemerkt else None


def maak_schema(verbinding: Connection) -> None:
    """Make everything in an empty database, in the transaction of the caller and as the owner."""
    doe = verbinding.exec_driver_sql
    doe("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    doe(f"CREATE SCHEMA {SCHEMA}")
    doe(f"SET LOCAL search_path = {SCHEMA}, pg_temp")
    servertabellen().create_all(verbinding)
    doe("CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY)")
    doe(f"CREATE TABLE {TEAMBESTAND} (naam text PRIMARY KEY, inhoud bytea NOT NULL)")
    verbinding.execute(text("INSERT INTO alembic_version VALUES (:nummer)"), {"nummer": nieuwste()})
    zet_neer_wat_bewaakt(verbinding)


def zet_neer_wat_bewaakt(verbinding: Connection) -> None:
    """The triggers and functions of this version, and what the application may."""
    for wachter in wachters():
        for opdracht in wachter.opdrachten(SCHEMA):
            verbinding.exec_driver_sql(opdracht)
    _bewaak_tabellen(verbinding)
    wijzigingen.maak(verbinding, SCHEMA)
    _laat_vernietigen(verbinding)
    _maak_nummering(verbinding)
    _scherm_af(verbinding)
    _geef_rechten(verbinding)


def haal_weg_wat_bewaakt(verbinding: Connection) -> None:
    """Every function in our schema, and with it each trigger that calls one: those of an older version as well."""
    vraag = text(
        "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = :schema"
    )
    for functie in list(verbinding.execute(vraag, {"schema": SCHEMA}).scalars()):
        verbinding.exec_driver_sql(f"DROP FUNCTION {functie} CASCADE")


def zet_reeksen(verbinding: Connection) -> None:
    """After rows came in with ids of their own: what is given out next lies above them."""
    for tabel in Base.metadata.sorted_tables:
        kolom = tabel.autoincrement_column
        if kolom is not None:
            verbinding.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{SCHEMA}.{tabel.name}', '{kolom.name}'), "  # noqa: S608
                f"(SELECT coalesce(max({kolom.name}), 0) + 1 FROM {SCHEMA}.{tabel.name}), false)"
            )


def _bewaak_tabellen(verbinding: Connection) -> None:
    for wacht in TABELWACHTERS:
        functie = (
            f"CREATE FUNCTION {SCHEMA}.{wacht.naam}() RETURNS trigger LANGUAGE plpgsql "
            f"SET search_path = {SCHEMA}, pg_temp AS $wacht${wacht.lijf}$wacht$"
        )
        verbinding.execute(text(functie.replace(":", "\\:")))
        for tabel in Base.metadata.sorted_tables:
            if wacht.staat_bij(tabel):
                verbinding.exec_driver_sql(wacht.trigger(tabel.name))


def vernietigfuncties() -> tuple[str, ...]:
    """What makes them: which rows may go, what lets a guard know, and what looks whether all went (ADR 0097)."""
    return (_MAG_MEE, *lees_hulpbron(VERNIETIGBESTAND).decode("utf-8").rstrip("\n").split(TUSSEN))


def functielijven() -> dict[str, str]:
    """The body of each function of the owner, as the server gives it back."""
    gevonden = (_LIJF.search(functie) for functie in (*vernietigfuncties(), *rolrechten.rolfuncties()))
    return {een["naam"]: een["lijf"] for een in gevonden if een is not None}


def _laat_vernietigen(verbinding: Connection) -> None:
    for tabel, kolommen in (
        (VERNIETIGDAAD, "handeling bigint PRIMARY KEY, nummer text NOT NULL"),
        (
            VERNIETIGRIJ,
            "handeling bigint NOT NULL, tabel text NOT NULL, rij text NOT NULL, mag text NOT NULL, "
            "PRIMARY KEY (handeling, tabel, rij)",
        ),
    ):
        verbinding.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{tabel} ({kolommen})")
    for functie in vernietigfuncties():
        # A percent sign is one to the driver only where there are values to fill in.
        verbinding.execute(text(functie.replace(":", "\\:")))
    verbinding.exec_driver_sql(HELEMAAL_WEG)


def _maak_nummering(verbinding: Connection) -> None:
    """Numbers that are given out once: a sequence for each year, made when the first of that year is asked for.

    The owner makes it, on behalf of who asks. It begins above the highest number that has been used, and goes on from
    there also when what it was asked for does not go through.
    """
    verbinding.exec_driver_sql(
        f"CREATE FUNCTION {SCHEMA}.volgend_nummer(jaar integer, hoogste integer) RETURNS bigint "
        f"LANGUAGE plpgsql SECURITY DEFINER SET search_path = {SCHEMA}, pg_temp AS $nummer$ "
        "DECLARE reeks text := 'casusnummer_' || jaar; "
        "eerste bigint := greatest(hoogste, 0)::bigint + 1; nummer bigint; "
        "BEGIN "
        "IF jaar IS NULL OR jaar NOT BETWEEN 1900 AND 9999 OR hoogste IS NULL THEN "
        "RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = 'geen jaar'; END IF; "
        f"IF to_regclass('{SCHEMA}.' || reeks) IS NULL THEN "
        "PERFORM pg_advisory_xact_lock(hashtext(reeks)); "
        f"EXECUTE format('CREATE SEQUENCE IF NOT EXISTS {SCHEMA}.%%I START %%s', reeks, eerste); END IF; "
        f"nummer := nextval(('{SCHEMA}.' || quote_ident(reeks))::regclass); "
        "IF nummer < eerste THEN PERFORM pg_advisory_xact_lock(hashtext(reeks)); "
        f"PERFORM setval(('{SCHEMA}.' || quote_ident(reeks))::regclass, eerste); nummer := eerste; END IF; "
        "RETURN nummer; END $nummer$",
    )


def _scherm_af(verbinding: Connection) -> None:
    """What who sees, and which database account is whose."""
    doe = verbinding.exec_driver_sql
    doe(
        f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{rolrechten.ACCOUNTTABEL} "
        "(rol text PRIMARY KEY, account text NOT NULL UNIQUE)"
    )
    for functie in rolrechten.rolfuncties():
        verbinding.execute(text(functie.replace(":", "\\:")))
    bestaand = doe(f"SELECT policyname, tablename FROM pg_policies WHERE schemaname = '{SCHEMA}'").all()  # noqa: S608
    for naam, tabel in bestaand:
        doe(f'DROP POLICY "{naam}" ON {SCHEMA}."{tabel}"')
    # Where an older version had a table screened that is not any more, nobody would see a row of it.
    for tabel, ook_eigenaar in verbinding.execute(_AFGESCHERMD, {"schema": SCHEMA}).all():
        if tabel not in rolrechten.afgeschermd():
            doe(f'ALTER TABLE {SCHEMA}."{tabel}" DISABLE ROW LEVEL SECURITY')
        if ook_eigenaar:
            doe(f'ALTER TABLE {SCHEMA}."{tabel}" NO FORCE ROW LEVEL SECURITY')
    for tabel in rolrechten.afgeschermd():
        doe(f"ALTER TABLE {SCHEMA}.{tabel} ENABLE ROW LEVEL SECURITY")
    for een in rolrechten.beleid():
        doe(een.opdracht)


def _geef_rechten(verbinding: Connection) -> None:
    doe = verbinding.exec_driver_sql
    # Also what somebody gave by hand to an account: rights go by roles alone.
    noem = verbinding.dialect.identifier_preparer.quote
    anderen = [noem(rol) for rol in verbinding.execute(_HEEFT_RECHT, {"schema": SCHEMA}).scalars()]
    alle = sorted({TOEPASSING, rolrechten.KOPIE, *rolrechten.GROEP_VAN.values(), *anderen})
    for soort in ("TABLES", "FUNCTIONS", "SEQUENCES"):
        doe(f"REVOKE ALL ON ALL {soort} IN SCHEMA {SCHEMA} FROM PUBLIC, {', '.join(alle)} CASCADE")
    doe(f"REVOKE ALL ON SCHEMA {SCHEMA} FROM PUBLIC, {', '.join(alle)} CASCADE")
    doe(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {TOEPASSING}, {rolrechten.KOPIE}")
    for functie, rollen in rolrechten.FUNCTIERECHTEN.items():
        doe(f"GRANT EXECUTE ON FUNCTION {SCHEMA}.{functie} TO {', '.join(rollen)}")
    for rol, recht, naam, deel in rolrechten.rechten():
        doe(f"GRANT {recht}{f' ({deel})' if deel else ''} ON {SCHEMA}.{naam} TO {rol}")
    for tabel in Base.metadata.sorted_tables:
        kolom = tabel.autoincrement_column
        if kolom is not None:
            reeks = doe(f"SELECT pg_get_serial_sequence('{SCHEMA}.{tabel.name}', '{kolom.name}')").scalar()
            if reeks is not None:
                doe(f"GRANT USAGE ON SEQUENCE {reeks} TO {', '.join(rolrechten.schrijvers(tabel.name))}")
