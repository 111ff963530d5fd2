"""Destroy one case in a large vault, against the bare recipe (KLUIS 4): delete, erase, copy under a new key."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count

from sqlalchemy import text

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from zvh_desktop.database.bestand.wissen import wis_resten
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.kopie.kopie import kopieer_database, verwijder_database
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.models.keuzes import CasusId, VernietigSoort
from zvh_desktop.services.diensten import bouw_diensten

CASUSSEN = 20_000
HOOGSTENS = 2.0
_KLAAR = (
    "DELETE FROM agendapunt WHERE casus_id = :c",
    "UPDATE casus SET status = 'beeindigd', gesloten_op = '2020-01-01' WHERE id = :c",
)
_KAAL = ("actie", "betrokkene", "triage", "agendapunt", "oordeel")


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line; each time another case of the same vault."""
    kluismap = kluizen.los_bestand("vernietigen.kluis")
    shutil.rmtree(kluismap, ignore_errors=True)
    shutil.copytree(kluizen.map_van(CASUSSEN), kluismap)
    with open_kluis(kluismap, GEBRUIKER, WACHTWOORD) as kluis:
        diensten = bouw_diensten(kluis)
        with kluis.engine.begin() as verbinding:
            for sleutel, waarde in (("bewaar_beeindigd", "1 jaar"), ("bewaar_beeindigd_bron", "meting")):
                verbinding.execute(
                    text("INSERT INTO instelling (sleutel, waarde) VALUES (:s, :w)"), {"s": sleutel, "w": waarde}
                )
        diensten.bevestig(WACHTWOORD)
        diensten.termijnbesluit.onderteken()
        nummers = count(1)

        def eigen() -> float:
            casus = _maak_klaar(kluis, nummers)
            diensten.bevestig(WACHTWOORD)
            return duur(lambda: diensten.vernietigen.doe(casus, VernietigSoort.VERNIETIGEN))

        def kaal() -> float:
            casus = _maak_klaar(kluis, nummers)
            return duur(lambda: _kaal(kluis, casus))

        gemeten, kale = om_en_om(eigen, kaal, keren=5)
    return [verhouding(f"casus vernietigen, {CASUSSEN} casussen", rustig(gemeten), rustig(kale), HOOGSTENS)]


def _maak_klaar(kluis: OpenKluis, nummers: Iterator[int]) -> CasusId:
    casus = CasusId(next(nummers) * 7)
    with kluis.engine.begin() as verbinding:
        for opdracht in _KLAAR:
            verbinding.execute(text(opdracht), {"c": casus})
    return casus


def _kaal(kluis: OpenKluis, casus: CasusId) -> None:
    with kluis.engine.begin() as verbinding:
        for tabel in _KAAL:
            verbinding.execute(text(f"DELETE FROM {tabel} WHERE casus_id = :c"), {"c": casus})  # noqa: S608
        verbinding.execute(text("DELETE FROM casus WHERE id = :c"), {"c": casus})
    wis_resten(kluis.engine)
    doel = kluis.databasepad.with_name("meting.sqlite")
    kopieer_database(kluis.databasepad, kluis.databasesleutel, doel, willekeurig())
    verwijder_database(doel)
