"""Whether a server, its database and the account on it are as they have to be, read back from the server itself.

What the gate rests on there: the triggers as this version made them, on, and calling the functions that were made with
them; references and checks in force; and an account that cannot take any of that away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sqlalchemy import CheckConstraint, Connection, text

from zvh_desktop.database.bestand.revisies import nieuwste
from zvh_desktop.database.motor import rolrechten, wijzigingen
from zvh_desktop.database.motor.plpgsql import VOORVOEGSEL
from zvh_desktop.database.motor.tabelwachters import TABELWACHTERS
from zvh_desktop.database.motor.teamschema import (
    EIGEN_FUNCTIES,
    HELEMAAL_WEG,
    SCHEMA,
    VERNIETIGDAAD,
    functielijven,
    wachters,
)
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisVreemd
from zvh_desktop.models.alles import Base

OUDSTE: Final = 150000
_ZELF: Final = frozenset(wacht.naam for wacht in TABELWACHTERS)
_NIETS: Final = "Er is niets gewijzigd."
_STAND: Final = text(
    "SELECT current_setting('server_version_num')::int AS versie, pg_encoding_to_char(encoding) AS tekens, "
    "datcollate AS volgorde, "
    "inet_server_addr() IS NULL "
    "OR coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS dicht "
    "FROM pg_database WHERE datname = current_database()"
)
_ACCOUNT: Final = text(
    "SELECT r.rolsuper OR r.rolcreaterole OR r.rolreplication OR r.rolbypassrls "
    "OR pg_has_role(current_user, n.nspowner, 'MEMBER') "
    "OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p') "
    "AND pg_has_role(current_user, c.relowner, 'MEMBER')) "
    "OR has_schema_privilege(current_user, n.oid, 'CREATE') "
    "OR current_user <> session_user "
    "FROM pg_roles r, pg_namespace n WHERE r.rolname = current_user AND n.nspname = :schema"
)
_TRIGGERS: Final = text(
    "SELECT t.tgname, c.relname, t.tgenabled::text, pg_get_triggerdef(t.oid), p.proname, p.prosrc, "
    "coalesce(array_to_string(p.proconfig, ' '), ''), p.prosecdef FROM pg_trigger t "
    "JOIN pg_class c ON c.oid = t.tgrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_proc p ON p.oid = t.tgfoid "
    "WHERE n.nspname = :schema AND NOT t.tgisinternal"
)
_UIT: Final = text(
    "SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND t.tgisinternal AND t.tgenabled <> 'O'"
)
_EISEN: Final = text(
    "SELECT c.relname, k.conname, k.convalidated FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema AND k.contype IN ('c', 'f', 'u', 'p')"
)
_FUNCTIES: Final = text(
    "SELECT p.proname, p.prosrc, p.prosecdef, coalesce(array_to_string(p.proconfig, ' '), '') FROM pg_proc p "
    "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = :schema"
)

_BELEID: Final = text(
    "SELECT tablename, policyname, permissive, cmd, roles::text[], coalesce(qual, ''), coalesce(with_check, '') "
    "FROM pg_policies WHERE schemaname = :schema"
)
_AFGESCHERMD: Final = text(
    "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class "
    "WHERE relnamespace = to_regnamespace(:schema) AND relkind = 'r'"
)
_EIGENAARS: Final = text(
    "SELECT count(DISTINCT eigenaar) FROM (SELECT relowner AS eigenaar FROM pg_class "
    "WHERE relnamespace = to_regnamespace(:schema) AND relkind = 'r' "
    "UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = to_regnamespace(:schema) AND prosecdef) van"
)
_RECHTEN: Final = text(
    "WITH alles(waarop, deel, eigenaar, acl) AS ("
    "SELECT CASE c.relkind WHEN 'S' THEN 'de reeks ' ELSE 'de tabel ' END || c.relname, '', c.relowner, c.relacl "
    "FROM pg_class c WHERE c.relnamespace = to_regnamespace(:schema) AND c.relkind IN ('r', 'p', 'v', 'm', 'S') "
    "UNION ALL SELECT 'de tabel ' || c.relname, k.attname, c.relowner, k.attacl FROM pg_attribute k "
    "JOIN pg_class c ON c.oid = k.attrelid WHERE c.relnamespace = to_regnamespace(:schema) AND c.relkind <> 'S' "
    "UNION ALL SELECT 'de functie ' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')', '', p.proowner, "
    # Of a function nobody said anything about, everybody may call it.
    "coalesce(p.proacl, acldefault('f', p.proowner)) FROM pg_proc p WHERE p.pronamespace = to_regnamespace(:schema) "
    "UNION ALL SELECT 'het schema ' || n.nspname, '', n.nspowner, n.nspacl FROM pg_namespace n "
    "WHERE n.nspname = :schema) "
    "SELECT coalesce(r.rolname, 'PUBLIC'), a.privilege_type || CASE WHEN a.is_grantable THEN ' en doorgeven' ELSE '' "
    "END, alles.waarop, alles.deel FROM alles CROSS JOIN LATERAL aclexplode(alles.acl) a "
    "LEFT JOIN pg_roles r ON r.oid = a.grantee WHERE a.grantee <> alles.eigenaar"
)
AFDRUK: Final = text(
    "WITH wat AS (SELECT oid, relname, relkind, relowner, relrowsecurity, "
    "relforcerowsecurity FROM pg_class WHERE relnamespace = to_regnamespace(:schema)) "
    "SELECT md5(concat_ws('|', current_setting('session_replication_role'), "
    "(SELECT string_agg(concat(t.oid, ' ', t.tgrelid, ' ', t.tgenabled, ' ', t.xmin), ';' ORDER BY t.oid) "
    "FROM pg_trigger t JOIN wat w ON w.oid = t.tgrelid), "
    "(SELECT string_agg(concat(k.oid, ' ', k.conrelid, ' ', k.convalidated, ' ', k.xmin), ';' ORDER BY k.oid) "
    "FROM pg_constraint k JOIN wat w ON w.oid = k.conrelid), "
    "(SELECT string_agg(concat(p.oid, ' ', p.xmin), ';' ORDER BY p.oid) "
    "FROM pg_proc p WHERE p.pronamespace = to_regnamespace(:schema)), "
    "(SELECT string_agg(concat(b.oid, ' ', b.polrelid, ' ', b.xmin), ';' ORDER BY b.oid) "
    "FROM pg_policy b JOIN wat w ON w.oid = b.polrelid), "
    "(SELECT string_agg(concat(relname, relowner, relrowsecurity, relforcerowsecurity), ' ' ORDER BY relname) "
    "FROM wat WHERE relkind = 'r')))"
)
"""A print of all that ``bevindingen`` reads: which rows of the catalogue, and which transaction wrote each last.

Whatever is written there, also past ALTER, is a row of another transaction. The whole of each row took twice as
long to read.
"""


def eis_geschikt(verbinding: Connection, *, als_eigenaar: bool) -> None:
    """Refuse a server that cannot hold a team, and an account that could take the gate away. Raises KluisFout."""
    stand = verbinding.execute(_STAND).one()
    if stand.versie < OUDSTE:
        raise KluisFout("De databaseserver is te oud. Nodig is PostgreSQL 15 of nieuwer.", veilig=_NIETS)
    if not stand.dicht:
        raise KluisFout(
            "De verbinding met de databaseserver is niet versleuteld. Er is niets over verstuurd.",
            veilig=_NIETS,
            advies="Laat de beheerder van de server TLS instellen.",
        )
    if stand.tekens != "UTF8" or stand.volgorde != "C":
        raise KluisVreemd(
            "Deze database is niet gemaakt voor Casustafel: de tekenset moet UTF8 zijn en de sortering C.",
            veilig=_NIETS,
            advies="Laat de beheerder van de server een nieuwe database maken.",
        )
    if als_eigenaar:
        return
    if verbinding.execute(text("SELECT to_regnamespace(:schema)"), {"schema": SCHEMA}).scalar() is None:
        raise KluisVreemd("In deze database staat geen Casustafel.", veilig=_NIETS)
    if verbinding.execute(_ACCOUNT, {"schema": SCHEMA}).scalar():
        raise KluisFout(
            "Dit databaseaccount mag te veel: het kan de regels van de poort uitzetten.",
            veilig=_NIETS,
            advies="Werk met een account dat alleen lid is van de rol van het programma.",
        )
    _eis_revisie(verbinding)
    if (
        verbinding.execute(text("SELECT to_regclass(:naam)"), {"naam": f"{SCHEMA}.{rolrechten.ACCOUNTTABEL}"}).scalar()
        is None
    ):
        raise KluisBeschadigd(
            "Deze database is van voor de rollen per account en kan zo niet worden gebruikt.",
            veilig=_NIETS,
            advies="Laat de afdeling ICT haar bijwerken met zvh team bijwerken (docs/team.md).",
        )


def bevindingen(verbinding: Connection) -> tuple[str, ...]:
    """What is otherwise than this version made it, in sentences."""
    return (*_triggers(verbinding), *_eisen(verbinding), *_functies(verbinding), *afscherming(verbinding))


def _eis_revisie(verbinding: Connection) -> None:
    revisie = verbinding.exec_driver_sql(f"SELECT max(version_num) FROM {SCHEMA}.alembic_version").scalar()  # noqa: S608
    if revisie == nieuwste():
        return
    if revisie is not None and revisie > nieuwste():
        raise KluisVreemd(
            "Deze database is bijgewerkt door een nieuwere versie van het programma.",
            veilig=_NIETS,
            advies="Werk het programma bij.",
        )
    raise KluisBeschadigd(
        "Deze database is van een oudere versie en kan zo niet worden gebruikt.",
        veilig=_NIETS,
        advies="Laat de beheerder de database bijwerken.",
    )


def _triggers(verbinding: Connection) -> Iterator[str]:
    if verbinding.exec_driver_sql("SHOW session_replication_role").scalar() != "origin":
        yield "Op deze verbinding zijn de triggers uitgezet."
    verwacht = {(een.naam, een.tabel): (een.trigger, een.functie, een.lijf) for een in wachters()}
    for tabel in Base.metadata.sorted_tables:
        for wacht in (een for een in TABELWACHTERS if een.staat_bij(tabel)):
            verwacht[wacht.naam, tabel.name] = (wacht.trigger(tabel.name), wacht.naam, wacht.lijf)
        opschrijver = wijzigingen.trigger(tabel)
        if opschrijver is not None:
            verwacht["schrijf_op", tabel.name] = (opschrijver, "schrijf_op", wijzigingen.LIJF)
    lijf = functielijven()
    verwacht["helemaal_weg", VERNIETIGDAAD] = (HELEMAAL_WEG, "helemaal_weg", lijf["helemaal_weg"])
    gezien = set()
    for naam, waar, aan, definitie, functie, bron, instelling, als_eigenaar in verbinding.execute(
        _TRIGGERS, {"schema": SCHEMA}
    ):
        hoort = verwacht.get((naam, waar))
        if hoort is None:
            yield f"Op de tabel {waar} staat een trigger die niet van het programma is."
            continue
        gezien.add((naam, waar))
        # What stands at every table looks at nothing that not everybody may see, and so needs nobody else's eyes.
        zoals_gemaakt = (_kaal(hoort[0]), hoort[1], hoort[2], f"search_path={SCHEMA}, pg_temp", functie not in _ZELF)
        if aan != "O":
            yield f"De trigger {naam} op {waar} staat uit."
        elif (_kaal(definitie), functie, bron, instelling, als_eigenaar) != zoals_gemaakt:
            yield f"De trigger {naam} op {waar} is anders dan het programma hem maakte."
    for naam, waar in sorted(verwacht.keys() - gezien):
        yield f"De trigger {naam} op {waar} ontbreekt; het programma maakte die wel."
    for zonder in verbinding.execute(_UIT, {"schema": SCHEMA}).scalars():
        yield f"Verwijzingen van of naar {zonder} worden niet gecontroleerd."


def _eisen(verbinding: Connection) -> Iterator[str]:
    gevonden = {(tabel, naam): geldig for tabel, naam, geldig in verbinding.execute(_EISEN, {"schema": SCHEMA})}
    for tabel in Base.metadata.sorted_tables:
        namen = {een.name for een in tabel.constraints if isinstance(een, CheckConstraint)}
        namen |= {verwijzing.name for verwijzing in tabel.foreign_key_constraints}
        for eis in sorted(str(naam) for naam in namen if naam):
            if not gevonden.get((tabel.name, eis)):
                yield f"De regel {eis} op {tabel.name} ontbreekt of geldt niet voor alle rijen."


def _functies(verbinding: Connection) -> Iterator[str]:
    bekend = {*EIGEN_FUNCTIES, *(f"{VOORVOEGSEL}{een.naam}" for een in wachters())}
    gevonden = {naam: tuple(rest) for naam, *rest in verbinding.execute(_FUNCTIES, {"schema": SCHEMA})}
    if gevonden.keys() - bekend:
        yield "In de database staat een functie die niet van het programma is."
    for naam, lijf in functielijven().items():
        if gevonden.get(naam) != (lijf, True, f"search_path={SCHEMA}, pg_temp"):
            yield f"De functie {naam} is anders dan het programma haar maakte."


def rechtenbevindingen(verbinding: Connection) -> tuple[str, ...]:
    """Where a role has another right than this version gave it: on a table, a sequence, a function or the schema."""
    staat = {tuple(rij) for rij in verbinding.execute(_RECHTEN, {"schema": SCHEMA})}
    anders = sorted({(wie, waarop) for wie, _, waarop, _ in set(_hoort()) ^ staat})
    return tuple(f"Wat {wie} mag met {waarop}, is anders dan het programma het gaf." for wie, waarop in anders)


def _hoort() -> Iterator[tuple[str, str, str, str]]:
    for rol, recht, tabel, kolom in rolrechten.rechten():
        yield rol, recht, f"de tabel {tabel}", kolom
    for een in Base.metadata.sorted_tables:
        if een.autoincrement_column is not None:
            reeks = f"de reeks {een.name}_{een.autoincrement_column.name}_seq"
            yield from ((rol, "USAGE", reeks, "") for rol in rolrechten.schrijvers(een.name))
    for functie, rollen in rolrechten.FUNCTIERECHTEN.items():
        yield from ((rol, "EXECUTE", f"de functie {functie}", "") for rol in rollen)
    yield from ((rol, "USAGE", f"het schema {SCHEMA}", "") for rol in (rolrechten.TOEPASSING, rolrechten.KOPIE))


def afscherming(verbinding: Connection) -> Iterator[str]:
    """Whether each role sees what it may, and no more."""
    tabellen = verbinding.execute(_AFGESCHERMD, {"schema": SCHEMA}).all()
    aan = {tabel for tabel, afgeschermd, _ in tabellen if afgeschermd}
    for tabel in sorted(set(rolrechten.afgeschermd()) - aan):
        yield f"Op de tabel {tabel} ziet elke rol elke rij: de afscherming staat uit."
    for tabel in sorted(aan - set(rolrechten.afgeschermd())):
        yield f"Van de tabel {tabel} ziet een rol niet elke rij, en dat zou wel moeten: de afscherming staat aan."
    # What guards looks as the owner, who has to see all of it.
    for tabel in sorted(tabel for tabel, _, ook_eigenaar in tabellen if ook_eigenaar):
        yield f"Van de tabel {tabel} ziet ook de eigenaar niet alles, en dus ook niet wat de regels bewaakt."
    if verbinding.execute(_EIGENAARS, {"schema": SCHEMA}).scalar() != 1:
        yield "De tabellen en wat ze bewaakt, zijn niet van één eigenaar."
    hoort = {}
    for een in rolrechten.beleid():
        ook = _zonder_opmaak(een.waar) if een.daad == "ALL" else ""
        vorm = ("PERMISSIVE", een.daad, tuple(sorted(een.rollen)), _zonder_opmaak(een.waar), ook)
        hoort[een.tabel, een.naam] = vorm
    staat = {
        (tabel, naam): (soort, daad, tuple(sorted(rollen)), _zonder_opmaak(waar), _zonder_opmaak(ook))
        for tabel, naam, soort, daad, rollen, waar, ook in verbinding.execute(_BELEID, {"schema": SCHEMA})
    }
    for tabel in sorted(
        {sleutel[0] for sleutel in hoort.keys() | staat.keys() if hoort.get(sleutel) != staat.get(sleutel)}
    ):
        yield f"Wat een rol van de tabel {tabel} ziet, is anders dan het programma het maakte."


def _zonder_opmaak(voorwaarde: str) -> str:
    """A condition as the server writes it back: with other brackets and lines, and the same words."""
    return re.sub(r"[\s()]", "", _kaal(voorwaarde))


def _kaal(definitie: str) -> str:
    """A definition without the name of our schema, which the server puts before some names and not before others."""
    return re.sub(rf"\b{SCHEMA}\.", "", definitie)
