"""A koffer for a tafel of 12 casussen out of a large vault: made, against writing its rows bare; and opened.

The bare side writes the very rows of that koffer, of every table that has any, to an encrypted file of its own:
without the tables that are empty, without indexes, triggers, a search index, a key file, a signature or a chain. The
derivation of the key is in neither: the password was given before. Each time it is a tafel of its own: of one that was
out before, every earlier koffer is looked at again, and a tafel goes out once. Opening stands beside the derivation,
which no program can leave out.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.overleg import maak_tafel, meetpartijen
from benchmarks.verklaringen import BEGIN, oordeelinhoud
from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.primitieven import sleutel_uit_wachtwoord, willekeurig
from zvh_desktop.models.keuzes import OverlegId, VerklaringSoort
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.koffer.gegevens import KofferVraag

CASUSSEN, MAAT = 20_000, 12
HOOGSTENS = 2.0
HOOGSTENS_ERBIJ = 0.2
KEREN, WARM = 5, 2
_TABELLEN = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'zoek%'"
)


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Two lines, on a copy of the vault."""
    kluismap, plek = kluizen.kopie("koffer", CASUSSEN), kluizen.los_bestand("koffers")
    shutil.rmtree(plek, ignore_errors=True)
    with open_kluis(kluismap, GEBRUIKER, WACHTWOORD) as kluis:
        diensten = bouw_diensten(kluis)
        _teken_de_rest(kluis)
        partijen = meetpartijen(diensten, MAAT)
        tafels = [maak_tafel(diensten, partijen, MAAT, 1 + keer * MAAT) for keer in range(1 + WARM + KEREN)]
        maak = _maker(diensten, iter(tafels), plek)
        maak()  # whose rows the bare side writes
        gemeten, kale = om_en_om(maak, _kaal(plek), keren=KEREN, warm=WARM)
    return [
        verhouding(f"koffer met {MAAT} casussen maken, {CASUSSEN} casussen", rustig(gemeten), rustig(kale), HOOGSTENS),
        _openen(next(plek.glob("*.koffer"))),
    ]


def _teken_de_rest(kluis: OpenKluis) -> None:
    """Of every case that does not travel one oordeel was signed: their heads go along, and that is most of the rows."""
    with kluis.sessies.begin() as sessie:
        for nummer in range(MAAT * (1 + WARM + KEREN) + 1, CASUSSEN + 1):
            tijd = BEGIN + timedelta(minutes=nummer)
            voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeelinhoud(nummer), tijd)
            sessie.expunge_all()


def _maker(diensten: Diensten, tafels: Iterator[OverlegId], plek: Path) -> Callable[[], float]:
    nummers = count()

    def maak() -> float:
        doel = plek / f"{next(nummers)}.koffer"
        vraag = KofferVraag(next(tafels), GEBRUIKER, diensten.werkplek.vandaag() + timedelta(days=3))
        diensten.bevestig(WACHTWOORD)
        return duur(lambda: diensten.koffers.uit.geef_uit(vraag, doel))

    return maak


def _kaal(plek: Path) -> Callable[[], float]:
    """Write the rows of a koffer that was made before; the reading of them is not counted."""
    nummers = count()

    def schrijf() -> float:
        rijen, makers = _rijen(next(plek.glob("*.koffer")))
        doel = plek / f"kaal-{next(nummers)}.sqlite"
        doel.write_bytes(b"")

        def doe() -> None:
            with ruwe_verbinding(doel, willekeurig(), nieuw=True) as verbinding:
                aanwijzer = verbinding.cursor()
                aanwijzer.execute("PRAGMA foreign_keys = OFF")
                aanwijzer.execute("BEGIN")
                for maker in makers:
                    aanwijzer.execute(maker)
                for naam, waarden in rijen.items():
                    if waarden:
                        plaatsen = ", ".join("?" for _ in waarden[0])
                        aanwijzer.executemany(f"INSERT INTO {naam} VALUES ({plaatsen})", waarden)  # noqa: S608
                aanwijzer.execute("COMMIT")

        return duur(doe)

    return schrijf


def _rijen(koffer: Path) -> tuple[dict[str, list[tuple[object, ...]]], list[str]]:
    with (
        open_kluis(koffer, GEBRUIKER, WACHTWOORD, alleen_lezen=True) as kluis,
        ruwe_verbinding(kluis.databasepad, kluis.databasesleutel, alleen_lezen=True) as verbinding,
    ):
        aanwijzer = verbinding.cursor()
        gevonden = aanwijzer.execute(_TABELLEN).fetchall()
        rijen = {naam: aanwijzer.execute(f"SELECT * FROM {naam}").fetchall() for naam, _ in gevonden}  # noqa: S608
        return rijen, [maker for naam, maker in gevonden if rijen[naam]]


def _openen(koffer: Path) -> Uitslag:
    with open_kluis(koffer, GEBRUIKER, WACHTWOORD, alleen_lezen=True) as kluis:
        slot = kluis.sleutelbestand.gebruikers[0]

    def kdf() -> float:
        return duur(lambda: sleutel_uit_wachtwoord(WACHTWOORD, bytes.fromhex(slot.zout), slot.kdf))

    def openen() -> float:
        begin = time.perf_counter()
        with open_kluis(koffer, GEBRUIKER, WACHTWOORD) as kluis_:
            bouw_diensten(kluis_)
            return time.perf_counter() - begin

    gemeten, kale = (rustig(deel) for deel in om_en_om(openen, kdf, keren=KEREN, warm=1))
    erbij = gemeten - kale
    return Uitslag(
        "koffer openen, boven de sleutelafleiding",
        f"{erbij:.2f} s",
        f"{kale:.2f} s",
        "",
        f"{HOOGSTENS_ERBIJ} s",
        erbij <= HOOGSTENS_ERBIJ,
    )
