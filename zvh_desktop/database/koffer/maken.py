"""Making a koffer: a vault of its own with one tafel in it, sealed for one or two people of the house.

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
from zvh_desktop.database.bestand.engine import hecht_aan, open_engine, ruwe_verbinding
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
from zvh_desktop.database.terugzetten.onthouden import lees_stand, schrijf_kluisstand
from zvh_desktop.errors import InvoerOngeldig, ProgrammaFout
from zvh_desktop.models.base import Base

EPOCHE: Final = 1
_SCHADUW: Final = ("_data", "_idx", "_content", "_docsize", "_config")
_OBJECTEN: Final = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_REVISIE: Final = "alembic_version"
_KOFFER: Final = "koffer_klad"
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
    """Raises InvoerOngeldig where something stands already, or inside the vault itself."""
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

    What ``voortgang`` raises is raised on; nothing of the koffer stays behind then.
    """
    eis_vrije_plaats(kluis, doel)
    sleutel = willekeurig()
    bestand = _sleutelbestand(kluis, kop, voor, sleutel)
    with vertaal_fout(doel.parent):
        doel.parent.mkdir(parents=True, exist_ok=True)
        klad = Kofferklad(doel.with_name(f"{doel.name}.{willekeurig(4).hex()}{KLAD}"), doel)
        try:
            maak_map(klad.klad)
            pad = klad.klad / bestand.database
            schrijf_nieuw(pad, b"")
            _vul(kluis, verbinding, pad, sleutel, plan, voortgang)
            _meld(voortgang, STAPPEN, _VERZEGELEN)
            _rond_af(klad.klad, bestand, sleutel)
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
    kluis: OpenKluis, van: Connection, pad: Path, sleutel: bytes, plan: Reisplan, voortgang: Voortgang | None
) -> None:
    """Tables, then rows, then what looks at rows: none of them is an act that a trigger has to see."""
    _eis_bedacht()
    objecten = van.exec_driver_sql(_OBJECTEN).all()
    with ruwe_verbinding(pad, sleutel, nieuw=True, klad=True) as naar:
        aanwijzer = naar.cursor()
        aanwijzer.execute("BEGIN")
        for _, _, maker in _tabellen(objecten):
            aanwijzer.execute(maker)
        aanwijzer.execute("COMMIT")
    _neem_mee(kluis, pad, sleutel, plan, voortgang)
    engine = open_engine(pad, sleutel, klad=True)
    try:
        with engine.begin() as naar_:
            _maak_af(van, naar_, objecten, plan)
    finally:
        engine.dispose()


def _neem_mee(kluis: OpenKluis, pad: Path, sleutel: bytes, plan: Reisplan, voortgang: Voortgang | None) -> None:
    """What stood in the office before this act, from one file into the other without passing through the program.

    On a connection of its own, which sees the office as it was when this act began: nobody else can write meanwhile.
    """
    with ruwe_verbinding(kluis.databasepad, kluis.databasesleutel) as kantoor:
        hecht_aan(kantoor, pad, sleutel, _KOFFER)
        aanwijzer = kantoor.cursor()
        aanwijzer.execute("PRAGMA foreign_keys = OFF")
        aanwijzer.execute("BEGIN")
        for stap, reis in enumerate(REIZEN):
            _meld(voortgang, stap, _OVERSCHRIJVEN)
            if not reis.net:
                tabel, kolommen, vraag, nodig = _vraag(reis, plan)
                aanwijzer.execute(f"INSERT INTO {_KOFFER}.{tabel}({', '.join(kolommen)}) {vraag}", nodig)
        aanwijzer.execute("COMMIT")
        aanwijzer.execute(f"DETACH DATABASE {_KOFFER}")


def _maak_af(van: Connection, naar: Connection, objecten: Sequence[Any], plan: Reisplan) -> None:
    """What this act itself wrote, how everything was when it went along, and the indexes and triggers."""
    _zet(naar, _REVISIE, ("version_num",), van.exec_driver_sql(f"SELECT version_num FROM {_REVISIE}").all())  # noqa: S608
    for reis in REIZEN:
        if reis.net:
            tabel, kolommen, vraag, nodig = _vraag(reis, plan)
            _zet(naar, tabel, kolommen, van.exec_driver_sql(vraag, nodig).all())
    _onthoud_begin(naar)
    for soort, _, maker in objecten:
        if soort in {"index", "trigger"}:
            naar.exec_driver_sql(maker)
    for soort, tabel in _WACHTEN:
        naar.exec_driver_sql(f"INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT {soort}, id FROM {tabel}")  # noqa: S608
    werk_zoekindex_bij(naar)
    if naar.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise ProgrammaFout("in een koffer ontbreekt waar een rij naar verwijst")


def _meld(voortgang: Voortgang | None, gedaan: int, tekst: str) -> None:
    if voortgang is not None:
        voortgang(gedaan, STAPPEN + 1, tekst)


def _eis_bedacht() -> None:
    """A table of which nobody said whether it travels makes no koffer. Raises ProgrammaFout."""
    bekend = {reis.rij.__tablename__ for reis in REIZEN} | BLIJFT_THUIS.keys()
    if Base.metadata.tables.keys() - bekend:
        raise ProgrammaFout("van een tabel is niet gezegd of zij meereist")


def _tabellen(objecten: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    virtueel = [naam for _, naam, maker in objecten if maker.upper().startswith("CREATE VIRTUAL")]
    schaduw = {naam + achter for naam in virtueel for achter in _SCHADUW}
    for soort, naam, maker in objecten:
        if soort == "table" and naam not in schaduw:
            yield soort, naam, maker


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


def _rond_af(map_: Path, bestand: Sleutelbestand, sleutel: bytes) -> None:
    pad = map_ / databasenaam(EPOCHE)
    engine = open_engine(pad, sleutel, klad=True)
    try:
        with engine.begin() as verbinding:
            stand = lees_stand(verbinding, bestand.geheugen_id, bestand.register.nummer)
    finally:
        engine.dispose()
    sync_bestand(pad)
    pad.chmod(EIGEN_BESTAND)
    schrijf_kluisstand(map_, EPOCHE, stand, sleutel)
    schrijf_sleutelbestand(map_, bestand, sleutel)
