"""Which database account is of which account of the house, and the roles on the server that go with it (ADR 0100).

The server cannot read who has which role: that stands in signed statements, encrypted. So no function of the database
gives a role, for it would have to believe who calls it. Whoever owns the database does, at the word of the statements:
``zet_rollen`` reads them with the key of a beheerder of the house, and gives each account what they say, or says in SQL
what who runs the server has to do. The server keeps a print of the account, under the code of the connection file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.rollen import lees_rolstand, lid_van
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.rolrechten import ACCOUNTTABEL, GROEP_VAN, KOPIE, SCHEMA, TOEPASSING
from zvh_desktop.database.sleutels.pogingen import met_wachtwoord
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, controleer_zegel, haal_databasesleutel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.team.databaserollen import Rolwerk, keur_accountnaam
from zvh_desktop.database.team.eigenaccount import merk_van
from zvh_desktop.database.team.openen import Serveraanmelding, anker_van, eis_beheerder, lees_sleutels_van
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.errors import KluisFout, NietGevonden, WachtwoordTijdelijk
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import opsomming

BIJGEWERKT: Final = "rollen van de server bijgewerkt"
_KOPPELINGEN: Final = text(f"SELECT rol, account FROM {SCHEMA}.{ACCOUNTTABEL} ORDER BY rol")  # noqa: S608
_KOPPEL: Final = text(
    f"INSERT INTO {SCHEMA}.{ACCOUNTTABEL} (rol, account) VALUES (:rol, :account) "  # noqa: S608
    "ON CONFLICT (rol) DO UPDATE SET account = excluded.account"
)
_LOS: Final = text(f"DELETE FROM {SCHEMA}.{ACCOUNTTABEL} WHERE rol = :rol OR account = :account")  # noqa: S608
_LEDEN: Final = text(
    "SELECT r.rolname FROM pg_roles r WHERE r.rolcanlogin AND NOT r.rolsuper AND pg_has_role(r.oid, :groep, 'MEMBER') "
    "AND NOT pg_has_role(r.oid, (SELECT nspowner FROM pg_namespace WHERE nspname = :schema), 'MEMBER')"
)
_EROMHEEN: Final = text(
    "SELECT r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolreplication "
    "OR pg_has_role(r.oid, (SELECT nspowner FROM pg_namespace WHERE nspname = :schema), 'MEMBER') "
    "FROM pg_roles r WHERE r.rolname = :rol"
)
_ALLE: Final = (*GROEP_VAN.values(), KOPIE, TOEPASSING)
"""Of what a database account can be a member; of the last one by way of a role of the house as well."""
_ROL_VAN: Final = {groep: rol for rol, groep in GROEP_VAN.items()}


@dataclass(frozen=True, slots=True)
class Serverrollen:
    """What was done, and what who runs the server still has to do, in SQL; and database accounts that are nobody's.

    ``kopieerders``: nobody's as well, and they only read, to make copies; who runs the server knows which there are.
    """

    gedaan: tuple[str, ...]
    nog: tuple[str, ...]
    van_niemand: tuple[str, ...]
    kopieerders: tuple[str, ...]


def zet_rollen(
    verbinding: Verbinding,
    wie: Serveraanmelding,
    koppel: Mapping[str, str],
    los: Sequence[str] = (),
    *,
    nu: datetime,
) -> Serverrollen:
    """Let each database account be whose it is, with the roles that count now. As the owner, and as a beheerder.

    ``koppel``: per database account the account of the house that it is of from now on; ``los``: nobody's any more.
    Raises KluisFout, NietBevoegd, NietGevonden; then nothing was changed.
    """
    adres = verbinding.plek.adres(wie.account, wie.accountwachtwoord)
    bestand = lees_sleutels_van(verbinding, adres, als_eigenaar=True)
    slot, geheimen = met_wachtwoord(wie.naam, wie.wachtwoord, bestand)
    controleer_vertrouwen(bestand, geheimen.wortel)
    sleutel = haal_databasesleutel(slot, geheimen)
    controleer_zegel(bestand, sleutel)
    if slot.tijdelijk:
        raise WachtwoordTijdelijk
    daad = Daad(BIJGEWERKT, slot.certificaat.naam, nu, rol=Rol.BEHEERDER, herkomst="opdrachtregel")
    engine = PostgresMotor(adres, sleutel=sleutel, grootte=1, als_eigenaar=True).open()
    try:
        with vertaal_databasefout(), engine.begin() as lijn:
            rollen = _rollen(lijn, bestand, eis_begonnen=True)
            eis_beheerder(rollen[slot.certificaat.naam])
            werk = Rolwerk(lijn)
            weg = _koppel(lijn, verbinding, rollen, werk, koppel, los)
            gewenst = (*((een, frozenset[str]()) for een in weg), *_gewenst(lijn, verbinding, rollen))
            for account, groepen in gewenst:
                if account not in koppel and not _bestaat(lijn, account):
                    lijn.execute(_LOS, {"rol": account, "account": ""})  # who runs the server took it away
                    continue
                for groep in _ALLE:
                    if groep in groepen:
                        werk.maak_lid(account, groep)
                    elif groep in _ongewenst(groepen):
                        werk.maak_geen_lid(account, groep)
            _kijk_na(lijn, werk, gewenst)
            with Session(lijn) as sessie:
                daad.voer_uit(sessie)
                sessie.flush()
            return Serverrollen(
                tuple(werk.gedaan),
                tuple(werk.nog),
                tuple(_van_niemand(lijn, TOEPASSING)),
                tuple(_van_niemand(lijn, KOPIE)),
            )
    finally:
        engine.dispose()


def rolbevindingen(lijn: Connection, team: Verbinding, bestand: Sleutelbestand) -> Iterator[str]:
    """Where what a database account may is not what the roles of its account say. None where no account has its own."""
    werk, gekoppeld = Rolwerk(lijn), False
    for account, groepen in _gewenst(lijn, team, _rollen(lijn, bestand, eis_begonnen=False)):
        gekoppeld = True
        if not _bestaat(lijn, account):
            yield f"Het databaseaccount {account} is er niet meer, en hoort nog bij een account van het huis."
            continue
        if lijn.execute(_EROMHEEN, {"rol": account, "schema": SCHEMA}).scalar():
            yield f"Het databaseaccount {account} kan om de rollen heen: het mag meer dan een account om mee te werken."
        mag = {groep for groep in _ALLE if werk.is_lid(account, groep)}
        if mag & set(GROEP_VAN.values()) and not werk.is_zelf_lid(account, TOEPASSING):
            mag.discard(TOEPASSING)  # it goes with the role
        te_veel = mag & _ongewenst(groepen)
        if te_veel:
            yield f"Het databaseaccount {account} mag meer dan zijn rollen in het huis: {_noem(te_veel)}."
        if groepen - mag:
            yield f"Het databaseaccount {account} mist wat bij zijn rollen hoort: {_noem(groepen - mag)}."
    if gekoppeld:
        for account in _van_niemand(lijn, TOEPASSING):
            yield f"Het databaseaccount {account} hoort bij niemand in het huis en kan er wel in."


def _rollen(lijn: Connection, bestand: Sleutelbestand, *, eis_begonnen: bool) -> Mapping[str, frozenset[Rol]]:
    with Session(lijn) as sessie:
        stand = lees_rolstand(sessie, anker_van(bestand), bestand.kluis_id)
    if eis_begonnen and not stand.begonnen:
        raise KluisFout(
            "Wie welke rol heeft, is in dit huis nog niet vastgelegd.",
            veilig="Er is niets gewijzigd.",
            advies="Laat eerst iemand het huis openen; bij de eerste keer legt het programma dat vast.",
        )
    return {een.certificaat.naam: stand.rollen_van(lid_van(een.certificaat)) for een in bestand.gebruikers}


def _koppel(
    lijn: Connection,
    team: Verbinding,
    rollen: Mapping[str, frozenset[Rol]],
    werk: Rolwerk,
    koppel: Mapping[str, str],
    los: Sequence[str],
) -> tuple[str, ...]:
    """Whose each is from now on; those that are nobody's any more: let go, or in whose place another one came."""
    eerder = {account for account, _ in lijn.execute(_KOPPELINGEN).all()}
    for account in los:
        lijn.execute(_LOS, {"rol": account, "account": ""})
    for account, naam in koppel.items():
        if naam not in rollen:
            raise NietGevonden(f"{naam!r} is geen account van dit huis.", veilig="Er is niets gewijzigd.")
        werk.maak(keur_accountnaam("koppel", account), "LOGIN")
        merk = merk_van(team, naam)
        lijn.execute(_LOS, {"rol": account, "account": merk})
        lijn.execute(_KOPPEL, {"rol": account, "account": merk})
    return tuple(sorted((eerder | set(los)) - {account for account, _ in lijn.execute(_KOPPELINGEN).all()}))


def _kijk_na(lijn: Connection, werk: Rolwerk, gewenst: Sequence[tuple[str, frozenset[str]]]) -> None:
    """What an account still is after all of it, such as by way of another role, is left for who runs the server."""
    for account, groepen in gewenst:
        if _bestaat(lijn, account):
            for groep in (een for een in _ALLE if een in _ongewenst(groepen)):
                if groep != TOEPASSING or not any(werk.is_lid(account, een) for een in GROEP_VAN.values()):
                    werk.eis_geen_lid(account, groep)


def _ongewenst(groepen: frozenset[str]) -> frozenset[str]:
    """Of what an account with these roles is no member. Without any it does not come in at all."""
    return frozenset(_ALLE) - groepen - (frozenset({TOEPASSING}) if groepen else frozenset())


def _gewenst(
    lijn: Connection, team: Verbinding, rollen: Mapping[str, frozenset[Rol]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Each database account that is somebody's, with the roles it has to have; none where that account is gone."""
    van = {merk_van(team, naam): eigen for naam, eigen in rollen.items()}
    for account, merk in lijn.execute(_KOPPELINGEN).all():
        yield account, frozenset(GROEP_VAN[rol] for rol in van.get(merk, frozenset()))


def _van_niemand(lijn: Connection, groep: str) -> Iterator[str]:
    bekend = {account for account, _ in lijn.execute(_KOPPELINGEN).all()}
    yield from sorted(set(lijn.execute(_LEDEN, {"groep": groep, "schema": SCHEMA}).scalars()) - bekend)


def _bestaat(lijn: Connection, account: str) -> bool:
    return bool(lijn.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :naam"), {"naam": account}).scalar())


def _noem(groepen: frozenset[str] | set[str]) -> str:
    namen = {KOPIE: "kopieën maken", TOEPASSING: "het huis openen"}
    return opsomming([_ROL_VAN[een].value if een in _ROL_VAN else namen[een] for een in sorted(groepen)])
