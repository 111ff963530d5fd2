"""Destroy a file in a vault full of canaries, kill it halfway, and look for what is left (KLUIS 4, ADR 0048).

``make vernietigproef`` does it 200 times and prints a table; the exit code is 1 when anything was found. A second
number is how many minutes it may last: what was tried by then is what the table is about. Every text and
every attachment of the file holds the same word: put there by reflection over the mapped classes, so a new field is in
it by itself. Looked for are the word and every three letters of it, in UTF-8 and UTF-16, in the decrypted pages of the
database and in every file under the folder of the vault and the user's folder (vernietig_sporen.py); also of a
backup that was made before and put back after.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from factories import MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon
from opruimhulp import TERMIJN_OVER, dossier, vernietiger
from resten_tabel import kanarie
from sqlalchemy import Connection, DateTime, LargeBinary, String, Text, text
from sqlalchemy.sql.schema import Column
from vernietig_sporen import sporen

from zvh_desktop.database.bestand.zoekindex import werk_zoekindex_bij
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.database.vernietigen.loten import LOSSE_KEUZES, LOTEN, Lot
from zvh_desktop.database.vernietigen.wegdoen import Dossier, dossier_van_casus, zonder_wachters
from zvh_desktop.database.zitting.sleutelwissel import Sleutelwissel
from zvh_desktop.models.base import KeuzeKolom, KeuzeOfLeegKolom
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.datalek.datalek import Datalek
from zvh_desktop.models.instelling import WOORDENLIJST
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzen.verzoekkeuzes import VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.models.vernietigen.bewaren import Verlenging, Vernietigvoorstel
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Verzoekbesluit
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.stukken.lijsten import Lijstrij, Lijstvraag
from zvh_desktop.services.vernietigen import daad, vernietigen, wissen
from zvh_desktop.services.vernietigen.gegevens import VerlengingInvoer

KEREN: Final = 200
GEEN_TEKST: Final = {
    "casus.nummer": "the casusnummer itself stays, in the register",
    "verlenging.reden": "signed; here through the service",
    "verlenging.besloten_door": "signed",
    "vernietigvoorstel.gebruiker": "signed",
    "vernietigvoorstel.voorgesteld_door": "signed",
}
"""Columns that hold no canary, and why."""


ANDERS: Final[dict[str, object]] = {
    "verzending.soort": "plan",
    "verzending.overleg_id": None,
    "verslag_correctie.versie": 2,
    "ordewens.voor_punt_id": None,
    "ordewens.partij_id": None,
    "ordewens.gewicht": None,
    "verzending.aan_email": "post@voorbeeld.invalid",
}
"""What a row of the proof holds where the database wants something of its own."""


GETEKEND: Final = frozenset({Verlenging, Vernietigvoorstel, Verzoekbesluit})
"""No row of these is made here: unsigned they would be refused. An extension is made through the service."""


def kan_vol(lot: Lot) -> bool:
    """Whether a file of a casus has a row of it that can be made here: some are of an aanmelding alone."""
    return lot.rij not in GETEKEND and lot != LOSSE_KEUZES[1]


class Gedood(BaseException):
    """The process ends here; what stands on the disk at this moment was kept."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the process is killed: a function, and whether the file is gone by then."""

    waar: Any
    naam: str
    weg: bool


MOMENTEN: Final[dict[str, Moment | None]] = {
    "niet gedood": None,
    "voor de handtekening": Moment(vernietigen, "voer_uit", weg=False),
    "midden in het verwijderen": Moment(daad, "noteer", weg=False),
    "na het vastleggen": Moment(wissen, "wis", weg=True),
    "voor het wissen": Moment(wissen, "wis_resten", weg=True),
    "voor de nieuwe sleutel": Moment(Sleutelwissel, "vernieuw_databasesleutel", weg=True),
    "in de nieuwe sleutel": Moment(wissen, "_gewist", weg=True),
}


def vul(verbinding: Connection, dossier_: Dossier, woord: str) -> set[str]:
    """Put the word in every text of the file, and a row in every table that had none; the columns that hold it now."""
    gevuld: set[str] = set()
    with zonder_wachters(verbinding, dossier_):
        _voeg_datalek_toe(verbinding)
        _voeg_verzoek_toe(verbinding)
        for lot in reversed(LOTEN):
            if kan_vol(lot) and not _aantal(verbinding, lot, dossier_):
                voeg_rij_toe(verbinding, lot, dossier_)
        for lot in LOTEN:
            for kolom in lot.rij.__table__.columns:
                naam = f"{lot.rij.__tablename__}.{kolom.name}"
                if _is_tekst(kolom) and naam not in GEEN_TEKST:
                    _zet(verbinding, lot, kolom, dossier_, woord)
                    gevuld.add(naam)
    werk_zoekindex_bij(verbinding)
    return gevuld


def _voeg_datalek_toe(verbinding: Connection) -> None:
    """A line of the register, which stays: what a file has in it goes."""
    nu = datetime.fromisoformat("2026-09-01T09:00:00")
    regel = {"wat": "Een verzonnen datalek.", "gevonden_op": nu, "ap_besluit": ApBesluit.OPEN}
    verbinding.execute(Datalek.__table__.insert().values(**regel, vastgelegd_op=nu, vastgelegd_door="R. Oefenman"))  # type: ignore[attr-defined]


def _voeg_verzoek_toe(verbinding: Connection) -> None:
    """A verzoek, which goes once it is about nobody but this file."""
    nu = datetime.fromisoformat("2026-09-01T09:00:00")
    regel = {"soort": VerzoekSoort.INZAGE, "ontvangen_op": nu.date(), "wie": "R. Oefenman"}
    rest = {"uitkomst": VerzoekUitkomst.OPEN, "vastgelegd_op": nu, "vastgelegd_door": "R. Oefenman"}
    verbinding.execute(Betrokkeneverzoek.__table__.insert().values(**regel, **rest))  # type: ignore[attr-defined]


@contextlib.contextmanager
def vullen(kluis: OpenKluis) -> Iterator[Connection]:
    """A transaction in which rows may point at each other in any order; in the end all must be right."""
    _verwijzingen(kluis, "OFF")
    with kluis.engine.begin() as verbinding:
        yield verbinding
        fout = verbinding.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert fout == [], fout
    _verwijzingen(kluis, "ON")


def _verwijzingen(kluis: OpenKluis, stand: str) -> None:
    """On the connection that is used next: within a transaction this cannot be changed."""
    ruw = kluis.engine.raw_connection()
    ruw.cursor().execute(f"PRAGMA foreign_keys = {stand}")
    ruw.close()


def tekstkolommen() -> set[str]:
    """Every column of a file that can hold a text or a file."""
    return {
        f"{lot.rij.__tablename__}.{kolom.name}"
        for lot in LOTEN
        for kolom in lot.rij.__table__.columns
        if _is_tekst(kolom)
    }


def _is_tekst(kolom: Column[Any]) -> bool:
    if kolom.foreign_keys or isinstance(kolom.type, KeuzeKolom | KeuzeOfLeegKolom):
        return False
    return isinstance(kolom.type, String | Text | LargeBinary)


def _zet(verbinding: Connection, lot: Lot, kolom: Column[Any], dossier_: Dossier, woord: str) -> None:
    """The word, with the id before it where the column wants different values."""
    tabel = lot.rij.__tablename__
    waarde = f"CAST(rowid AS TEXT) || ' {woord} ' || '{woord}'"
    if isinstance(kolom.type, LargeBinary):
        waarde = f"CAST({waarde} AS BLOB)"
    opdracht = f"UPDATE {tabel} SET {kolom.name} = {waarde} WHERE {lot.waar}"  # noqa: S608
    verbinding.execute(text(opdracht), dossier_.waarden())


def _aantal(verbinding: Connection, lot: Lot, dossier_: Dossier) -> int:
    vraag = f"SELECT count(*) FROM {lot.rij.__tablename__} WHERE {lot.waar}"  # noqa: S608
    return int(verbinding.execute(text(vraag), dossier_.waarden()).scalar_one())


def voeg_rij_toe(verbinding: Connection, lot: Lot, dossier_: Dossier) -> None:
    """A row of this file in a table that has none: each reference goes to something of the file where there is one."""
    tabel = lot.rij.__table__
    waarden: dict[str, object] = {}
    for kolom in tabel.columns:
        if kolom.name == "id":
            continue
        naam = f"{tabel.name}.{kolom.name}"  # type: ignore[attr-defined]
        waarden[kolom.name] = ANDERS[naam] if naam in ANDERS else _waarde(verbinding, lot, kolom, dossier_)
    soort = re.match(r"soort (?:= |IN \()'(\w+)'", lot.waar)  # the lot takes some kinds of a table that others share
    if soort:
        waarden["soort"] = soort[1]
    if waarden.get("oordeel_id") and "partij_id" in waarden:  # a seat or release is of who the oordeel is about
        van = text("SELECT partij_id FROM oordeel WHERE id = :id")
        waarden["partij_id"] = verbinding.execute(van, {"id": waarden["oordeel_id"]}).scalar()
    if lot in LOSSE_KEUZES:
        waarden |= {"casus_id": None, "digest": "een andere tekst", "op": "2020-01-01 09:00:00.000000"}
    namen = ", ".join(waarden)
    plekken = ", ".join(f":{naam}" for naam in waarden)
    zin = f"INSERT INTO {lot.rij.__tablename__} ({namen}) VALUES ({plekken})"  # noqa: S608
    verbinding.execute(text(zin), waarden)


def _waarde(verbinding: Connection, lot: Lot, kolom: Column[Any], dossier_: Dossier) -> object:
    alleen_overleg = "casus_id" in lot.rij.__table__.columns and lot.waar.startswith("overleg_id")
    if kolom.name == "casus_id" and not alleen_overleg:
        return dossier_.casus if "aanmelding_id = :aanmelding AND" not in lot.waar else None
    if kolom.name == "aanmelding_id":
        return dossier_.aanmelding
    if kolom.foreign_keys:
        doel = next(iter(kolom.foreign_keys)).column
        return _van_dossier(verbinding, doel, dossier_)
    if isinstance(kolom.type, KeuzeKolom | KeuzeOfLeegKolom):
        return next(iter(kolom.type.soort)).value  # type: ignore[call-overload]
    if isinstance(kolom.type, String | Text):
        return "verzonnen"
    if isinstance(kolom.type, LargeBinary):
        return b"verzonnen"
    if isinstance(kolom.type, DateTime):
        return None if kolom.nullable else "2026-09-01 09:00:00.000000"
    if kolom.type.python_type in (int, bool):
        return 1
    return None if kolom.nullable else "2026-09-01"


def _van_dossier(verbinding: Connection, doel: Column[Any], dossier_: Dossier) -> object:
    """A row of the file where that table has one; else any."""
    tabel = doel.table.name
    for lot in LOTEN:
        if lot.rij.__tablename__ == tabel:
            vraag = f"SELECT {doel.name} FROM {tabel} WHERE {lot.waar} LIMIT 1"  # noqa: S608
            gevonden = verbinding.execute(text(vraag), dossier_.waarden()).scalar()
            if gevonden is not None:
                return gevonden
    return verbinding.execute(text(f"SELECT {doel.name} FROM {tabel} LIMIT 1")).scalar()  # noqa: S608


def laat_achter(bureau: Bureau, casus: CasusId, woord: str) -> None:
    """What is written beside the file: where somebody stood, a word for the dictionary, a list as XLSX."""
    with bureau.kluis.engine.begin() as verbinding:
        woorden = {"sleutel": WOORDENLIJST, "waarde": f"tafelwarmer\n{woord}"}
        verbinding.execute(
            text("INSERT OR REPLACE INTO instelling (sleutel, waarde) VALUES (:sleutel, :waarde)"), woorden
        )
    diensten = bureau.diensten()
    diensten.zorg.leg_plek_vast(f"filter {woord}, getypt {woord}".encode())
    rij = Lijstrij((f"J. {woord}",), str(bureau.waarde("SELECT nummer FROM casus WHERE id = :c", c=casus)))
    diensten.lijsten.maak(Lijstvraag(Lijst.CASUSSEN, ("Betrokkene",), (rij,), 1))


def maak_dossiersjabloon(basis: Path) -> tuple[Path, CasusId]:
    """A closed vault with a file that may go, discussed alone, beside other casussen."""
    bureau = Bureau(maak_sjabloon(basis / "sjabloon.kluis"), ProefKlok())
    for naam in ("T. Testpersoon", "P. Proefman"):
        bureau.casus(naam)
    casus = dossier(bureau)
    bureau.sluit()
    return bureau.map, casus


def beproef(sjabloon: tuple[Path, CasusId], map_: Path, nummer: int) -> tuple[str, bool, list[str]]:
    """One trial: when it was killed, whether the word stood there before, and what is wrong after it."""
    toeval, (bron, casus) = random.Random(nummer), sjabloon  # noqa: S311  the same trial every time
    naam = list(MOMENTEN)[nummer % len(MOMENTEN)]
    woord, klok = kanarie(toeval), ProefKlok()
    klok.verder(dagen=TERMIJN_OVER)
    gebruiker = Path(os.environ["ZVH_GEBRUIKERSMAP"])
    bureau = Bureau(kopieer(bron, map_ / "proef.kluis"), klok)
    try:
        for _ in range(toeval.randrange(3)):  # what others wrote before and after it decides how the pages lie
            bureau.casus(f"J. Proef{toeval.randrange(10**9)}")
        bureau.alsof_bevestigd()
        vernietiger(bureau).verleng(casus, VerlengingInvoer(klok.over(1), f"Omdat {woord}."))
        klok.verder(dagen=1)
        with vullen(bureau.kluis) as verbinding:
            vul(verbinding, dossier_van_casus(verbinding, casus), woord)
        laat_achter(bureau, casus, woord)
        stond_er = woord in " ".join(sporen(bureau.map, gebruiker, bureau.kluis, woord))
        for _ in range(toeval.randrange(3)):
            bureau.casus(f"J. Proef{toeval.randrange(10**9)}")
        kopie = map_ / "kopie"
        maak_reservekopie(bureau.kluis, kopie)
        over = _vernietig(bureau, casus, map_, MOMENTEN[naam])
    finally:
        bureau.kluis.sluit()
    fout = _na_heropening(over, gebruiker, klok, casus, woord, MOMENTEN[naam])
    if MOMENTEN[naam] is None or MOMENTEN[naam].weg:  # type: ignore[union-attr]
        shutil.rmtree(map_ / "proef.kluis")
        herstel_reservekopie(kopie, map_ / "terug.kluis")
        shutil.rmtree(kopie)
        fout += [f"teruggezet: {zin}" for zin in _heropend(map_ / "terug.kluis", gebruiker, klok, casus, woord)]
    return naam, stond_er, fout


def _vernietig(bureau: Bureau, casus: CasusId, map_: Path, moment: Moment | None) -> Path:
    """Destroy it, and give the folder that stands on the disk when the process ends."""
    bureau.alsof_bevestigd()
    if moment is None:
        _doe(bureau, casus)
        return bureau.map
    over = map_ / "over.kluis"

    def dood(*_waarden: object, **_namen: object) -> None:
        shutil.copytree(bureau.map, over)
        raise Gedood

    with patch.object(moment.waar, moment.naam, dood), contextlib.suppress(Gedood):
        _doe(bureau, casus)
    return over


def _doe(bureau: Bureau, casus: CasusId) -> None:
    """The word stands in what was signed too, so the decision is not asked for its signature: test_vervalst does."""
    with patch.object(vernietigen, "eis_besluit"):
        vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)


def _na_heropening(
    over: Path, gebruiker: Path, klok: ProefKlok, casus: CasusId, woord: str, moment: Moment | None
) -> list[str]:
    if moment is None or moment.weg:
        return _heropend(over, gebruiker, klok, casus, woord)
    with _open(over, klok) as kluis:
        bouw_diensten(kluis, klok)
        return [] if _bestaat(kluis, casus) else ["niet begonnen en toch weg"]


def _heropend(over: Path, gebruiker: Path, klok: ProefKlok, casus: CasusId, woord: str) -> list[str]:
    with _open(over, klok) as kluis:
        diensten = bouw_diensten(kluis, klok)
        fout = ["de casus is er nog"] if _bestaat(kluis, casus) else []
        if over.name != "terug.kluis":
            fout += ControleService(diensten.werkplek).vind()
        return fout + sporen(over, gebruiker, kluis, woord)


@contextlib.contextmanager
def _open(map_: Path, klok: ProefKlok) -> Iterator[OpenKluis]:
    with open_kluis(map_, MEDEWERKER if map_.name == "terug.kluis" else REGIE, WACHTWOORD, klok=klok) as kluis:
        yield kluis


def _bestaat(kluis: OpenKluis, casus: CasusId) -> bool:
    with kluis.engine.begin() as verbinding:
        return bool(verbinding.execute(text("SELECT count(*) FROM casus WHERE id = :c"), {"c": casus}).scalar_one())


def main() -> int:
    """A line for each moment, and what was found."""
    begin, keren = time.monotonic(), int(sys.argv[1]) if len(sys.argv) > 1 else KEREN
    klaar_om = begin + 60 * float(sys.argv[2]) if len(sys.argv) > 2 else float("inf")
    tel: Counter[tuple[str, str]] = Counter()
    gevonden: list[str] = []
    with tempfile.TemporaryDirectory(prefix="zvh-vernietig-") as tijdelijk:
        basis = Path(tijdelijk)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        sjabloon = maak_dossiersjabloon(basis)
        for nummer in range(keren):
            if time.monotonic() > klaar_om:
                break
            map_ = basis / str(nummer)
            map_.mkdir()
            os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
            moment, stond_er, fout = beproef(sjabloon, map_, nummer)
            shutil.rmtree(map_)
            tel[moment, "geprobeerd"] += 1
            tel[moment, "stond er"] += stond_er
            tel[moment, "fout"] += bool(fout)
            gevonden += [f"proef {nummer}: {moment}: {'; '.join(fout[:3])}"] if fout else []
    for moment in MOMENTEN:
        _zeg(
            f"{moment:<26}" + "".join(f"{kop:>14} {tel[moment, kop]:>3}" for kop in ("geprobeerd", "stond er", "fout"))
        )
    for regel in gevonden:
        _zeg(regel)
    gedaan = sum(tel[moment, "geprobeerd"] for moment in MOMENTEN)
    _zeg(f"{gedaan} van {keren} proeven, {len(gevonden)} met resten of fouten, {time.monotonic() - begin:.0f} s")
    gemist = any(tel[moment, "stond er"] != tel[moment, "geprobeerd"] for moment in MOMENTEN)
    return 1 if gevonden or gemist else 0


def _zeg(regel: str) -> None:
    sys.stdout.write(f"{regel}\n")


if __name__ == "__main__":
    sys.exit(main())
