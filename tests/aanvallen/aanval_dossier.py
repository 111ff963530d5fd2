"""Kind 14: what the office destroyed is brought back with the koffer that holds it.

A tafel went along in a koffer, was worked on, and the koffer was called back; the office then destroyed one
of its casussen. The attacker makes the office forget that, and the koffer is handed in with everything in it chosen.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from aanval_toneel import Sjabloon, Toneel, neem_wachters_weg, zet_wachters_terug
from factories import REGIE, WACHTWOORD, ProefKlok, maak_sjabloon
from kofferhulp import Kantoor, houd_en_vernietig, houd_tafel, met_regisseurs
from opruimhulp import TERMIJN_OVER
from sqlalchemy import Connection, text

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import ZvhFout
from zvh_desktop.services.koffer.inleveren import InleverService

Doe = Callable[[Toneel], None]
Daarna = Callable[[Toneel], bool]
KOFFER = "tafel.koffer"
WOORD = "%Wegbeeld%"

CASUS_TERUG, CASUS_ANDERS, PUNT_TERUG = "@casus", "@anders", "@punt"
_NEER: dict[str, tuple[str, str, dict[str, str]]] = {
    CASUS_TERUG: (
        "casus",
        "id = :b",
        {"id": ":a", "nummer": "(SELECT max(nummer) FROM vernietiging)", "aanmelding_id": "NULL"},
    ),
    CASUS_ANDERS: ("casus", "id = :b", {"id": ":a", "nummer": "nummer || 'x'", "aanmelding_id": "NULL"}),
    PUNT_TERUG: (
        "agendapunt",
        "casus_id = :b",
        {"id": "(SELECT min(id) FROM agendapunt) + 700", "casus_id": ":a", "volgorde": "99"},
    ),
}
"""What is put down again: like which row, and what differs."""
ZINNEN: dict[str, str] = {
    "een andere casus onder het nummer van de rij": CASUS_ANDERS,
    "casus weer neergezet": CASUS_TERUG,
    "casus en punt weer neergezet": f"{CASUS_TERUG}; {PUNT_TERUG}",
    "casus, punt en koffer weer zoals zij waren": (
        f"{CASUS_TERUG}; {PUNT_TERUG}; INSERT OR IGNORE INTO koffer_casus SELECT id, :a FROM koffer"  # noqa: S608
    ),
    "verklaring van de vernietiging weg": "DELETE FROM verklaring WHERE soort = 'vernietiging'",
    "verklaring van de vernietiging geleegd": "UPDATE verklaring SET inhoud = NULL WHERE soort = 'vernietiging'",
    "verklaring van de vernietiging een andere soort": (
        "UPDATE verklaring SET soort = 'plan_vastgesteld' WHERE soort = 'vernietiging'"
    ),
    "regel van de vernietiging weg": "DELETE FROM vernietiging",
    "regel van de vernietiging van een ander": "UPDATE vernietiging SET nummer = nummer || 'x'",
    "koffer weer uit": (
        "UPDATE koffer SET stand = 'uit', ingetrokken_op = NULL, ingetrokken_door = '', ingetrokken_reden = '', "
        "intrekking_verklaring = NULL"
    ),
    "koffer voor een ander": "UPDATE koffer SET voor = 'beheer'",
}


GEWONE_RIJ = {"een andere casus onder het nummer van de rij": "zijn gewone regels"}
"""Nothing comes back by it, and that the row is there is found by nobody: a casus itself is not signed."""


def dossiers() -> Iterator[tuple[str, Doe, Daarna, str]]:
    """Each sentence, what is done, whether any of it is back in the vault, and what docs/veiligheid.md says."""
    for plaats, (naam, opdrachten) in enumerate(ZINNEN.items()):
        wanneer = ("dicht", "open")[plaats % 2]
        yield f"{naam}, {wanneer}", _doe(opdrachten, wanneer), _is_terug, GEWONE_RIJ.get(naam, "")


def maak_dossier(basis: Path) -> Sjabloon:
    """The vault, closed, and the koffer beside it."""
    os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
    klok = ProefKlok()
    kluismap = met_regisseurs(maak_sjabloon(basis / "proef.kluis", oefen=False))
    kantoor = Kantoor.in_kluis(kluismap, klok, basis / KOFFER)
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een)
    bureau = kantoor.bureau
    politie = int(bureau.partij("Politie"))
    bureau.sluit()
    with open_kluis(kluismap, REGIE, WACHTWOORD, klok=klok) as kluis:
        kluis.stand.controleer_keten()
        sleutel, database = kluis.databasesleutel, kluis.databasepad.name
    return Sjabloon(
        basis, sleutel, database, kantoor.een, kantoor.twee, kantoor.tafel, politie, {}, {}, dagen=TERMIJN_OVER
    )


def _doe(opdrachten: str, wanneer: str) -> Doe:
    def doe(toneel: Toneel) -> None:
        if wanneer == "open":
            toneel.open().diensten()
        waarden = {"a": toneel.sjabloon.a, "b": toneel.sjabloon.b}
        with toneel.sql() as verbinding:
            wachters = neem_wachters_weg(verbinding)
            for deel in opdrachten.split("; "):
                if deel in _NEER:
                    _zet_neer(verbinding, *_NEER[deel], waarden)
                else:
                    nodig = {naam: waarde for naam, waarde in waarden.items() if f":{naam}" in deel}
                    assert verbinding.execute(text(deel), nodig).rowcount, deel
            zet_wachters_terug(verbinding, wachters)

    return doe


def _zet_neer(verbinding: Connection, tabel: str, waar: str, anders: dict[str, str], waarden: dict[str, int]) -> None:
    """A row like another one, but for what is named."""
    kolommen = [rij[1] for rij in verbinding.exec_driver_sql(f"PRAGMA table_info({tabel})")]
    lijst = ", ".join(anders.get(kolom, kolom) for kolom in kolommen)
    opdracht = f"INSERT INTO {tabel} SELECT {lijst} FROM {tabel} WHERE {waar} LIMIT 1"  # noqa: S608
    assert verbinding.execute(text(opdracht), waarden).rowcount


def _is_terug(toneel: Toneel) -> bool:
    bureau = toneel.open()
    bureau.diensten()
    bureau.alsof_bevestigd()
    dienst = InleverService(bureau.werkplek)
    map_ = toneel.map.parent / KOFFER
    try:
        gekozen = frozenset(punt.sleutel for punt in dienst.bekijk(map_).punten)
        bureau.alsof_bevestigd()
        dienst.lever_in(map_, gekozen)
    except ZvhFout:
        return False
    plaatsen = (
        ("agendapunt", "beeld"),
        ("verklaring", "inhoud"),
        ("koffer_punt", "onderweg"),
        ("koffer_verklaring", "rij"),
    )
    return any(
        bureau.waarde(f"SELECT count(*) FROM {tabel} WHERE {kolom} LIKE '{WOORD}'")  # noqa: S608
        for tabel, kolom in plaatsen
    )
