"""Making a koffer: a vault of its own with one tafel in it, or those of a day, sealed for one or two people.

The rows are read in the transaction of the caller, which also holds the signed statement with which the koffer goes
out; the file is written beside its place and takes it once that transaction was committed. So a koffer that exists is
known to the office, also after a process that was killed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from zvh_desktop.database.bestand.bestanden import (
    EIGEN_BESTAND,
    KLAD,
    maak_map,
    schrijf_los,
    sync_alles,
    sync_map,
    vervang,
)
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie_voor_koffer
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.bestand.zoekindex import werk_zoekindex_bij
from zvh_desktop.database.koffer.kantoor import KANTOOR, Kantoor, kantoor_van
from zvh_desktop.database.koffer.reis import BLIJFT_THUIS, REIZEN, Reis, Reisplan
from zvh_desktop.database.koffer.sjabloon import Koffersjabloon, lees_objecten, lees_triggers
from zvh_desktop.database.koffer.slapend import laat_slapen
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
_REVISIE: Final = "alembic_version"
STAPPEN: Final = len(REIZEN)
"""Of the progress: one for each kind of row, and the last for what closes it."""
_OVERSCHRIJVEN: Final = "Wat meegaat, komt in de koffer"
_VERZEGELEN: Final = "De koffer wordt verzegeld"
_WACHTEN: Final = (
    *((0, "casus"), (1, "partij"), (2, "overleg"), (3, "actie"), (8, "agendapunt"), (9, "besluit")),
    *((10, "actie"), (11, "plan_van_aanpak")),
)


def eis_vrije_plaats(kluis: OpenKluis, doel: Path) -> None:
    """Raises InvoerOngeldig where something stands already, inside the vault itself, or where it would be copied."""
    eis_geen_synchronisatie_voor_koffer(doel)
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise InvoerOngeldig("doel", "Op deze plaats staat al iets.", advies="Kies een nieuwe map voor de koffer.")
    if any(map_.exists() and map_.samefile(kluis.map) for map_ in (doel, *doel.absolute().parents)):
        raise InvoerOngeldig("doel", "Deze plaats is in de kluis zelf.", advies="Kies een map buiten de kluis.")


class Koffermaker:
    """Writes a koffer whole beside its place, from what the transaction of the caller sees.

    What is the same whatever the tafel is laid beside the caller (``begin``), who signs meanwhile; whether the place is
    free has been asked (``eis_vrije_plaats``). Use it in a with statement: what did not take its place is thrown away.
    """

    def __init__(self, kluis: OpenKluis, sjabloon: Koffersjabloon, doel: Path) -> None:
        self._kluis, self._sjabloon, self._doel = kluis, sjabloon, doel
        self._klad = doel.with_name(f"{doel.name}.{willekeurig(4).hex()}{KLAD}")
        self._sleutel = willekeurig()
        self._pad = self._klad / databasenaam(EPOCHE)
        self._naast = ThreadPoolExecutor(max_workers=1, thread_name_prefix="koffer")
        self._bodem: Future[Connection] | None = None
        self._kantoor: Kantoor | None = None

    def __enter__(self) -> Koffermaker:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._naast.shutdown()
        if self._bodem is not None:
            if self._bodem.exception() is None:
                _sluit(self._bodem.result())
            shutil.rmtree(self._klad, ignore_errors=True)

    def begin(self, van: Connection) -> None:
        """Within the transaction of the caller, so that the office stands as it is from here on."""
        _eis_bedacht()
        kantoor = self._kantoor = kantoor_van(self._kluis, van, self._sjabloon.koppen)
        self._bodem = self._naast.submit(self._leg_bodem, kantoor, lees_objecten(van))

    def vul(
        self,
        van: Connection,
        plan: Reisplan,
        kop: KofferKop,
        voor: Sequence[str],
        voortgang: Voortgang | None = None,
        erbij: Callable[[Connection], None] | None = None,
    ) -> None:
        """Everything that goes along, down to the disk. ``voor``: the accounts that can open it.

        ``erbij`` adds in the koffer what the office does not have: such a koffer sleeps (slapend.py). What
        ``voortgang`` raises is raised on.
        """
        kantoor = self._kantoor
        if self._bodem is None or kantoor is None:
            raise ProgrammaFout("een koffer zonder bodem")
        bestand = _sleutelbestand(self._kluis, kop, voor, self._sleutel)
        with vertaal_fout(self._doel.parent):
            naar = self._bodem.result()
            try:
                with naar.begin():
                    kantoor.lees(van, naar, plan)
                    _neem_mee(naar.connection.cursor(), plan, voortgang, net=kantoor.ziet_eigen)
                    if erbij is not None:
                        erbij(naar)
                    _maak_af(van, naar, plan, net=not kantoor.ziet_eigen)
                stand = lees_stand(naar, bestand.geheugen_id, bestand.register.nummer)
            finally:
                _sluit(naar)
            _meld(voortgang, STAPPEN, _VERZEGELEN)
            self._rond_af(bestand, stand, slaapt=erbij is not None)

    def neem_plaats(self) -> None:
        """Let it take its place; from here on it exists."""
        with vertaal_fout(self._doel.parent):
            if self._doel.exists():
                self._doel.rmdir()
            vervang(self._klad, self._doel)
        with suppress(OSError):
            sync_map(self._doel.parent)

    def _leg_bodem(self, kantoor: Kantoor, objecten: Sequence[Any]) -> Connection:
        """The folder, in it a database that is empty, and beside that the office."""
        with vertaal_fout(self._doel.parent):
            self._doel.parent.mkdir(parents=True, exist_ok=True)
            maak_map(self._klad)
            self._pad.touch(EIGEN_BESTAND, exist_ok=False)
            leeg = open_engine(self._pad, self._sleutel, nieuw=True, klad=True).connect()
            try:
                self._sjabloon.leg(leeg.connection.driver_connection, objecten, self._doel.parent)
                kantoor.hecht_aan(leeg)
            except BaseException:
                _sluit(leeg)
                raise
        return leeg

    def _rond_af(self, bestand: Sleutelbestand, stand: OnthoudenStand, *, slaapt: bool) -> None:
        schrijf_kluisstand(self._klad, EPOCHE, stand, self._sleutel, schrijf_los)
        schrijf_sleutelbestand(self._klad, bestand, self._sleutel, schrijf_los)
        if slaapt:
            laat_slapen(self._klad)
        sync_alles(self._klad)


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


def _sluit(verbinding: Connection) -> None:
    """It and its engine, which has no other; twice is no fault."""
    verbinding.close()
    verbinding.engine.dispose()


def _neem_mee(aanwijzer: DBAPICursor, plan: Reisplan, voortgang: Voortgang | None, *, net: bool) -> None:
    """What stands in the office as it is at hand, into the koffer, without passing through the program.

    Which rows they are is said in the names of the office; under these names stands the office, for so long.
    """
    tabellen = dict.fromkeys(str(reis.rij.__tablename__) for reis in REIZEN)
    for tabel in tabellen:
        aanwijzer.execute(f"CREATE TEMP VIEW {tabel} AS SELECT * FROM {KANTOOR}.{tabel}")  # noqa: S608
    for stap, reis in enumerate(REIZEN):
        _meld(voortgang, stap, _OVERSCHRIJVEN)
        if net or not reis.net:
            tabel, kolommen, vraag, nodig = _vraag(reis, plan)
            aanwijzer.execute(f"INSERT INTO main.{tabel}({', '.join(kolommen)}) {vraag}", nodig)
    for tabel in tabellen:
        aanwijzer.execute(f"DROP VIEW temp.{tabel}")


def _maak_af(van: Connection, naar: Connection, plan: Reisplan, *, net: bool) -> None:
    """What this act itself wrote (``net``), how everything was when it went along, and the indexes and triggers."""
    _zet(naar, _REVISIE, ("version_num",), van.exec_driver_sql(f"SELECT version_num FROM {_REVISIE}").all())  # noqa: S608
    for reis in REIZEN:
        if net and reis.net:
            tabel, kolommen, vraag, nodig = _vraag(reis, plan)
            _zet(naar, tabel, kolommen, van.exec_driver_sql(vraag, nodig).all())
    aanwijzer = naar.connection.cursor()
    _onthoud_begin(aanwijzer)
    for soort, tabel in _WACHTEN:
        aanwijzer.execute(f"INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT {soort}, id FROM {tabel}")  # noqa: S608
    werk_zoekindex_bij(naar)
    _zet_triggers(aanwijzer, lees_triggers(van))
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


def _zet_triggers(aanwijzer: DBAPICursor, triggers: Sequence[Any]) -> None:
    """As VACUUM does it: written down as they stand in the office, and read by whoever opens the koffer.

    Each made by itself would have the whole of what was there before read again.
    """
    aanwijzer.execute("PRAGMA writable_schema = ON")
    aanwijzer.executemany(
        "INSERT INTO main.sqlite_master(type, name, tbl_name, rootpage, sql) VALUES ('trigger', ?, ?, 0, ?)",
        [tuple(een) for een in triggers],
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


def _onthoud_begin(aanwijzer: DBAPICursor) -> None:
    """How each row that can change was when it went along. Read back, a text has one form (``verschil.py``)."""
    for keer in TERUGKEREN:
        inhoud = ", ".join(f"'{kolom}', r.{kolom}" for kolom in keer.kolommen)
        aanwijzer.execute(
            "INSERT INTO koffer_begin(tabel, rij, casus_id, inhoud) "  # noqa: S608
            f"SELECT '{keer.tabel}', r.id, {keer.casus}, json_object({inhoud}) FROM {keer.tabel} r"
        )
