"""The roles that a server has to know, and who is a member of which: made where that may be done, else said in SQL.

Whoever owns the database does not always make roles: that is for who runs the server. Then nothing is left half done,
and what has to be done first is said in the words in which it is done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from zvh_desktop.database.bestand.serverzinnen import sqlstate
from zvh_desktop.database.motor.rolrechten import ACCOUNTTABEL, GROEP_VAN, KOPIE, SCHEMA, TOEPASSING
from zvh_desktop.errors import InvoerOngeldig, KluisFout

_ACCOUNTNAAM: Final = re.compile(r"[a-z_][a-z0-9_]{0,62}")
_MAG_NIET: Final = "42501"
_BESTAAT: Final = text("SELECT 1 FROM pg_roles WHERE rolname = :naam")
_LID: Final = text("SELECT pg_has_role(:naam, :groep, 'MEMBER')")
_ZELF_LID: Final = text(
    "SELECT pg_get_userbyid(m.grantor) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member "
    "JOIN pg_roles g ON g.oid = m.roleid "
    "WHERE r.rolname = :naam AND g.rolname = :groep ORDER BY 1"
)
_LANGS: Final = text(
    "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid "
    "WHERE r.rolname = :naam AND pg_has_role(g.oid, :groep, 'MEMBER') ORDER BY g.rolname"
)
_STAAT_ERBOVEN: Final = text("SELECT rolsuper FROM pg_roles WHERE rolname = :naam")
_PER_GEVER: Final = 160000
"""From here a server keeps for each membership who gave it, and takes away no more than what that one gave."""
_ZONDER_GROEP: Final = text(
    "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid "
    "WHERE g.rolname = :toepassing AND r.rolcanlogin "
    "AND NOT EXISTS (SELECT 1 FROM unnest(CAST(:groepen AS name[])) een WHERE pg_has_role(r.oid, een, 'MEMBER')) "
    "ORDER BY r.rolname"
)


def keur_accountnaam(veld: str, naam: str) -> str:
    """Raises InvoerOngeldig for what cannot be the name of a database account."""
    if not _ACCOUNTNAAM.fullmatch(naam) or naam in {TOEPASSING, KOPIE, *GROEP_VAN.values()}:
        raise InvoerOngeldig(veld, f"{naam!r} kan geen naam van een databaseaccount zijn.")
    return naam


def maak_rollen(verbinding: Connection, werkaccounts: Sequence[str] = ()) -> None:
    """The roles of the house, and database accounts under which a whole office works: with each of its roles.

    Raises KluisFout with what who runs the server has to do first.
    """
    werk = Rolwerk(verbinding)
    werk.maak(TOEPASSING, "NOLOGIN")
    for groep in GROEP_VAN.values():
        werk.maak(groep, "NOLOGIN")
        werk.maak_lid(groep, TOEPASSING)
    werk.maak(KOPIE, "NOLOGIN")
    for naam in werkaccounts:
        werk.maak(keur_accountnaam("werkaccount", naam), "LOGIN")
        for groep in GROEP_VAN.values():
            werk.maak_lid(naam, groep)
    werk.eis_gedaan()
    database = verbinding.dialect.identifier_preparer.quote(str(verbinding.engine.url.database))
    verbinding.exec_driver_sql(f"REVOKE ALL ON DATABASE {database} FROM PUBLIC")
    verbinding.exec_driver_sql(f"GRANT CONNECT ON DATABASE {database} TO {TOEPASSING}, {KOPIE}")


def kent_koppelingen(verbinding: Connection) -> bool:
    """Whether this house can say which database account is whose: one of before the roles cannot."""
    vraag = text("SELECT to_regclass(:naam) IS NOT NULL")
    return bool(verbinding.execute(vraag, {"naam": f"{SCHEMA}.{ACCOUNTTABEL}"}).scalar())


def zonder_groep(verbinding: Connection) -> tuple[str, ...]:
    """Database accounts of before there were roles for each kind of work: members of the application alone."""
    if not verbinding.execute(_BESTAAT, {"naam": KOPIE}).scalar():
        alle = text(
            "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member "
            "JOIN pg_roles g ON g.oid = m.roleid WHERE g.rolname = :toepassing AND r.rolcanlogin ORDER BY r.rolname"
        )
        return tuple(verbinding.execute(alle, {"toepassing": TOEPASSING}).scalars())
    waarden = {"toepassing": TOEPASSING, "groepen": list(GROEP_VAN.values())}
    return tuple(verbinding.execute(_ZONDER_GROEP, waarden).scalars())


class Rolwerk:
    """Makes roles and members within a transaction, and keeps what this account may not do, as SQL."""

    def __init__(self, verbinding: Connection) -> None:
        self._verbinding = verbinding
        self.gedaan: list[str] = []
        self.nog: list[str] = []
        self._komen: set[str] = set()

    def maak(self, naam: str, soort: str) -> None:
        """One that is there already is left as who runs the server made it."""
        if self._verbinding.execute(_BESTAAT, {"naam": naam}).scalar():
            return
        if not self._doe(f"CREATE ROLE {self._rol(naam)} {soort} NOSUPERUSER NOCREATEDB NOCREATEROLE"):
            self._komen.add(naam)

    def maak_lid(self, naam: str, groep: str) -> None:
        """Let it be a member."""
        if not self._komen & {naam, groep} and self.is_lid(naam, groep):
            return
        self._doe(f"GRANT {self._rol(groep)} TO {self._rol(naam)}", kan=not self._komen & {naam, groep})

    def maak_geen_lid(self, naam: str, groep: str) -> None:
        """Let it be a member no more by itself; what it is by way of another role, ``eis_geen_lid`` says."""
        for gever in self._gevers(naam, groep):
            opdracht = f"REVOKE {self._rol(groep)} FROM {self._rol(naam)}"
            if self._per_gever:
                opdracht += f" GRANTED BY {self._rol(gever)}"
            if self._doe(opdracht) and gever in self._gevers(naam, groep):
                # A server says of what it did not take away no more than a warning.
                self.gedaan.remove(opdracht)
                self.nog.append(opdracht)

    def eis_geen_lid(self, naam: str, groep: str) -> None:
        """After all has been done: where it is a member all the same, what takes that away is left to do."""
        if not self.is_lid(naam, groep) or self._gevers(naam, groep):
            return  # of the latter it was said already
        if self._verbinding.execute(_STAAT_ERBOVEN, {"naam": naam}).scalar():
            self._laat_over(f"ALTER ROLE {self._rol(naam)} NOSUPERUSER")
        for langs in self._verbinding.execute(_LANGS, {"naam": naam, "groep": groep}).scalars().all():
            van_ons = langs in {TOEPASSING, KOPIE, *GROEP_VAN.values()}
            weg, wie = (groep, langs) if van_ons else (langs, naam)
            self._laat_over(f"REVOKE {self._rol(weg)} FROM {self._rol(wie)}")

    def _laat_over(self, opdracht: str) -> None:
        if opdracht not in self.nog:
            self.nog.append(opdracht)

    def _gevers(self, naam: str, groep: str) -> Sequence[str]:
        return self._verbinding.execute(_ZELF_LID, {"naam": naam, "groep": groep}).scalars().all()

    @property
    def _per_gever(self) -> bool:
        return int(self._verbinding.exec_driver_sql("SHOW server_version_num").scalar_one()) >= _PER_GEVER

    def is_zelf_lid(self, naam: str, groep: str) -> bool:
        """Whether it is one now, by nothing but itself."""
        return bool(self._gevers(naam, groep))

    def is_lid(self, naam: str, groep: str) -> bool:
        """Whether it is one now, by way of another role as well."""
        return bool(self._verbinding.execute(_LID, {"naam": naam, "groep": groep}).scalar())

    def eis_gedaan(self) -> None:
        """Raises KluisFout where something is left for who runs the server."""
        if self.nog:
            raise KluisFout(
                "Op de server ontbreekt een rol, of een account is er geen lid van, en dit databaseaccount mag dat "
                "niet regelen.",
                veilig="Er is niets gewijzigd.",
                advies=f"Laat de beheerder van de server dit eerst doen: {' '.join(f'{een};' for een in self.nog)}",
            )

    def _doe(self, opdracht: str, *, kan: bool = True) -> bool:
        if kan:
            try:
                with self._verbinding.begin_nested():
                    self._verbinding.exec_driver_sql(opdracht)
            except DBAPIError as fout:
                if sqlstate(fout) != _MAG_NIET:
                    raise
            else:
                self.gedaan.append(opdracht)
                return True
        self.nog.append(opdracht)
        return False

    def _rol(self, naam: str) -> str:
        return self._verbinding.dialect.identifier_preparer.quote(naam)
