"""Making a koffer: a vault of its own with one tafel in it, or those of a day, sealed for one or two people.

The rows are read in the transaction of the caller, which also holds the signed statement with which the koffer goes
out; the file is written beside its place and takes it once that transaction was committed. So a koffer that exists is
known to the office, also after a process that was killed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from zvh_desktop.database.bestand.bestanden import (
    EIGEN_BESTAND,
    KLAD,
    maak_map,
    schrijf_nieuw,
    sync_bestand,
    sync_map,
    vervang,
)
from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.bestand.engine import hecht_aan, open_engine
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie_voor_koffer
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.bestand.zoekindex import werk_zoekindex_bij
from zvh_desktop.database.koffer.reis import BLIJFT_THUIS, REIZEN, Reis, Reisplan
from zvh_desktop.database.koffer.terugkeer import TERUGKEREN
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.database.sleutels.primitieven import verzegel, willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import maak_herstel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, databasenaam, schrijf_sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import OnthoudenStand, lees_stand, schrijf_kluisstand
from zvh_desktop.errors import InvoerOngeldig, ProgrammaFout
from zvh_desktop.models.base import Base

EPOCHE: Final = 1
_SCHADUW: Final = ("_data", "_idx", "_content", "_docsize", "_config")
_OBJECTEN: Final = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master "
    "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_REVISIE: Final = "alembic_version"
_KANTOOR: Final = "kantoor"
STAPPEN: Final = len(REIZEN)
"""Of the progress: one for each kind of row, and the last for what closes it."""
_OVERSCHRIJVEN: Final = "Wat meegaat, komt in de koffer"
_VERZEGELEN: Final = "De koffer wordt verzegeld"
_WACHTEN: Final = (
    *((0, "casus"), (1, "partij"), (2, "overleg"), (3, "actie"), (8, "agendapunt"), (9, "besluit")),
    *((10, "actie"), (11, "plan_van_aanpak")),
)


@dataclass(frozen=True, slots=True)
class Kofferklad:
    """A koffer that was written whole and does not count yet."""

    klad: Path
    doel: Path

    def neem_plaats(self) -> None:
        """Let it take its place; from here on it exists."""
        with vertaal_fout(self.doel.parent):
            if self.doel.exists():
                self.doel.rmdir()
            vervang(self.klad, self.doel)
        with suppress(OSError):
            sync_map(self.doel.parent)

    def gooi_weg(self) -> None:
        """It did not come to it."""
        shutil.rmtree(self.klad, ignore_errors=True)


def eis_vrije_plaats(kluis: OpenKluis, doel: Path) -> None:
    """Raises InvoerOngeldig where something stands already, inside the vault itself, or where it would be copied."""
    eis_geen_synchronisatie_voor_koffer(doel)
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise InvoerOngeldig("doel", "Op deze plaats staat al iets.", advies="Kies een nieuwe map voor de koffer.")
    if any(map_.exists() and map_.samefile(kluis.map) for map_ in (doel, *doel.absolute().parents)):
        raise InvoerOngeldig("doel", "Deze plaats is in de kluis zelf.", advies="Kies een map buiten de kluis.")


def schrijf_koffer(
    kluis: OpenKluis,
    verbinding: Connection,
    plan: Reisplan,
    kop: KofferKop,
    voor: Sequence[str],
    doel: Path,
    voortgang: Voortgang | None = None,
) -> Kofferklad:
    """Write it whole beside ``doel``, from what this transaction sees. ``voor``: the accounts that can open it.

    Whether the place is free has been asked (``eis_vrije_plaats``).

    What ``voortgang`` raises is raised on; nothing of the koffer stays behind then.
    """
    sleutel = willekeurig()
    bestand = _sleutelbestand(kluis, kop, voor, sleutel)
    with vertaal_fout(doel.parent):
        doel.parent.mkdir(parents=True, exist_ok=True)
        klad = Kofferklad(doel.with_name(f"{doel.name}.{willekeurig(4).hex()}{KLAD}"), doel)
        try:
            maak_map(klad.klad)
            pad = klad.klad / bestand.database
            pad.touch(EIGEN_BESTAND, exist_ok=False)
            stand = _vul(kluis, verbinding, bestand, pad, sleutel, plan, voortgang)
            _meld(voortgang, STAPPEN, _VERZEGELEN)
            _rond_af(klad.klad, bestand, sleutel, stand)
        except BaseException:
            klad.gooi_weg()
            raise
    return klad


def _sleutelbestand(kluis: OpenKluis, kop: KofferKop, voor: Sequence[str], sleutel: bytes) -> Sleutelbestand:
    """Everybody's own password goes along as it is; the root key of the house and the recovery key stay at home."""
    van_huis = kluis.sleutelbestand
    slots = [slot for naam in voor if (slot := van_huis.slot(naam)) is not None]
    if len(slots) != len(voor) or any(slot.tijdelijk for slot in slots):
        raise InvoerOngeldig(
            "voor",
            "Wie de koffer meekrijgt, heeft nog geen eigen wachtwoord.",
            advies="Laat diegene eerst in de kluis een eigen wachtwoord kiezen.",
        )
    return replace(
        van_huis,
        epoche=EPOCHE,
        reserve=0,
        gebruikers=tuple(
            replace(
                slot,
                databasesleutel=verzegel(bytes.fromhex(slot.certificaat.sleutel), sleutel).hex(),
                wortelsleutel="",
            )
            for slot in slots
        ),
        # The format asks for one; no paper fits on it.
        herstel=maak_herstel(van_huis.kluis_id, willekeurig(), sleutel, willekeurig()),
        apparaten=(),
        koffer=kop,
        zegel="",
    )


def _vul(
    kluis: OpenKluis,
    van: Connection,
    bestand: Sleutelbestand,
    pad: Path,
    sleutel: bytes,
    plan: Reisplan,
    voortgang: Voortgang | None,
) -> OnthoudenStand:
    """Tables, then rows, then what looks at rows: none of them is an act that a trigger has to see."""
    _eis_bedacht()
    objecten = van.exec_driver_sql(_OBJECTEN).all()
    engine = open_engine(pad, sleutel, nieuw=True, klad=True)
    try:
        with engine.connect() as naar:
            _hecht_kantoor_aan(naar, kluis)
            with naar.begin():
                _maak_tabellen(naar.connection.cursor(), objecten)
                _neem_mee(naar.connection.cursor(), plan, voortgang)
                _maak_af(van, naar, objecten, plan)
            return lees_stand(naar, bestand.geheugen_id, bestand.register.nummer)
    finally:
        engine.dispose()


def _hecht_kantoor_aan(naar: Connection, kluis: OpenKluis) -> None:
    """The office as it was when this act began: nobody else can write meanwhile. Not within a transaction."""
    aanwijzer = naar.connection.cursor()
    hecht_aan(aanwijzer, kluis.databasepad, kluis.databasesleutel, _KANTOOR)
    aanwijzer.execute("PRAGMA foreign_keys = OFF")
    aanwijzer.close()


def _maak_tabellen(aanwijzer: DBAPICursor, objecten: Sequence[Any]) -> None:
    for maker in _tabellen(objecten):
        aanwijzer.execute(maker)


def _neem_mee(aanwijzer: DBAPICursor, plan: Reisplan, voortgang: Voortgang | None) -> None:
    """What stood in the office before this act, from one file into the other without passing through the program.

    Which rows they are is said in the names of the office; under these names stands the office, for so long.
    """
    tabellen = dict.fromkeys(str(reis.rij.__tablename__) for reis in REIZEN)
    for tabel in tabellen:
        aanwijzer.execute(f"CREATE TEMP VIEW {tabel} AS SELECT * FROM {_KANTOOR}.{tabel}")  # noqa: S608
    for stap, reis in enumerate(REIZEN):
        _meld(voortgang, stap, _OVERSCHRIJVEN)
        if not reis.net:
            tabel, kolommen, vraag, nodig = _vraag(reis, plan)
            aanwijzer.execute(f"INSERT INTO main.{tabel}({', '.join(kolommen)}) {vraag}", nodig)
    for tabel in tabellen:
        aanwijzer.execute(f"DROP VIEW temp.{tabel}")


def _maak_af(van: Connection, naar: Connection, objecten: Sequence[Any], plan: Reisplan) -> None:
    """What this act itself wrote, how everything was when it went along, and the indexes and triggers."""
    _zet(naar, _REVISIE, ("version_num",), van.exec_driver_sql(f"SELECT version_num FROM {_REVISIE}").all())  # noqa: S608
    for reis in REIZEN:
        if reis.net:
            tabel, kolommen, vraag, nodig = _vraag(reis, plan)
            _zet(naar, tabel, kolommen, van.exec_driver_sql(vraag, nodig).all())
    _onthoud_begin(naar)
    aanwijzer = naar.connection.cursor()
    for een in objecten:
        if een.type == "index":
            aanwijzer.execute(een.sql)
    for soort, tabel in _WACHTEN:
        aanwijzer.execute(f"INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT {soort}, id FROM {tabel}")  # noqa: S608
    werk_zoekindex_bij(naar)
    _zet_triggers(aanwijzer, [een for een in objecten if een.type == "trigger"])
    if naar.exec_driver_sql("PRAGMA main.foreign_key_check").all():
        raise ProgrammaFout("in een koffer ontbreekt waar een rij naar verwijst")


def _meld(voortgang: Voortgang | None, gedaan: int, tekst: str) -> None:
    if voortgang is not None:
        voortgang(gedaan, STAPPEN + 1, tekst)


def _eis_bedacht() -> None:
    """A table of which nobody said whether it travels makes no koffer. Raises ProgrammaFout."""
    bekend = {reis.rij.__tablename__ for reis in REIZEN} | BLIJFT_THUIS.keys()
    if Base.metadata.tables.keys() - bekend:
        raise ProgrammaFout("van een tabel is niet gezegd of zij meereist")


def _tabellen(objecten: Sequence[Any]) -> Iterator[str]:
    virtueel = [een.name for een in objecten if een.sql.upper().startswith("CREATE VIRTUAL")]
    schaduw = {naam + achter for naam in virtueel for achter in _SCHADUW}
    return (een.sql for een in objecten if een.type == "table" and een.name not in schaduw)


def _zet_triggers(aanwijzer: DBAPICursor, triggers: Sequence[Any]) -> None:
    """As VACUUM does it: written down as they stand in the office, and read by whoever opens the koffer.

    Each made by itself would have the whole of what was there before read again.
    """
    aanwijzer.execute("PRAGMA writable_schema = ON")
    aanwijzer.executemany(
        "INSERT INTO sqlite_master(type, name, tbl_name, rootpage, sql) VALUES ('trigger', ?, ?, 0, ?)",
        [(een.name, een.tbl_name, een.sql) for een in triggers],
    )
    aanwijzer.execute("PRAGMA writable_schema = OFF")


def _vraag(reis: Reis, plan: Reisplan) -> tuple[str, tuple[str, ...], str, dict[str, object]]:
    """Its table and columns, the query for the rows that travel, and what that is filled in with."""
    tabel = str(reis.rij.__tablename__)
    kolommen = tuple(kolom.name for kolom in reis.rij.__table__.columns)
    keuze = ", ".join(reis.anders.get(kolom, kolom) for kolom in kolommen)
    vraag = f"SELECT {keuze} FROM {tabel} WHERE {reis.waar}"  # noqa: S608
    return tabel, kolommen, vraag, {naam: waarde for naam, waarde in plan.waarden().items() if f":{naam}" in vraag}


def _zet(naar: Connection, tabel: str, kolommen: Sequence[str], rijen: Sequence[Any]) -> None:
    if rijen:
        plaatsen = ", ".join("?" for _ in kolommen)
        opdracht = f"INSERT INTO {tabel}({', '.join(kolommen)}) VALUES ({plaatsen})"  # noqa: S608
        naar.exec_driver_sql(opdracht, [tuple(rij) for rij in rijen])


def _onthoud_begin(naar: Connection) -> None:
    """How each row that can change was when it went along."""
    for keer in TERUGKEREN:
        keuze = ", ".join(("r.id", keer.casus, *(f"r.{kolom}" for kolom in keer.kolommen)))
        rijen = naar.exec_driver_sql(f"SELECT {keuze} FROM {keer.tabel} r").all()  # noqa: S608
        begin = [
            (keer.tabel, id_, casus, canoniek(dict(zip(keer.kolommen, waarden, strict=True))).decode("utf-8"))
            for id_, casus, *waarden in rijen
        ]
        _zet(naar, "koffer_begin", ("tabel", "rij", "casus_id", "inhoud"), begin)


def _rond_af(map_: Path, bestand: Sleutelbestand, sleutel: bytes, stand: OnthoudenStand) -> None:
    sync_bestand(map_ / databasenaam(EPOCHE))
    schrijf_kluisstand(map_, EPOCHE, stand, sleutel, schrijf_nieuw)
    schrijf_sleutelbestand(map_, bestand, sleutel, schrijf_nieuw)
    with suppress(OSError):
        sync_map(map_)
