"""What is tried: each attack is a sentence, made of what is done to a statement, to a row, to the rest, and when.

Kind 1, absence: the statement of the withdrawal and its row are each left, taken away, emptied or bent, in every
combination. Kind 2, revoked keys: a statement signed with a key that no longer counts, at each place in the chain.
Kind 3, memory: the newest statements are taken away and what remembers them is rewritten. Kind 4, schema: something is
planted that undoes what is saved. Kind 5, roles: one beheerder makes a procesregisseur without a second. Kind 6, words:
what a signed row keeps as its own words is altered. Kind 7, rows: a signed row of the newer rooms is changed. Kinds 8
to 11 are in aanval_kamers.py, 12 and 13 in aanval_brieven.py, 14 in aanval_dossier.py, 15
in aanval_buiten.py.
"""

from __future__ import annotations

import itertools
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from aanval_brieven import brieven
from aanval_buiten import buiten
from aanval_dossier import dossiers
from aanval_kamers import kamers
from aanval_rijen import rijen
from aanval_rollen import rollen
from aanval_toneel import VROEGER, VROEGERE_KLAPPER, WEG, Toneel, neem_wachters_weg, zet_wachters_terug
from aanval_woorden import woorden
from sqlalchemy import Connection, insert, text

from zvh_desktop.database.bestand.canoniek import canoniek, vingerafdruk
from zvh_desktop.database.keten.ondertekening import (
    INHOUD_DOMEIN,
    KOP_DOMEIN,
    Ondertekenaar,
    VerklaringRij,
    _hoofd,
    begin_van_keten,
)
from zvh_desktop.database.sleutels.certificaten import iso_utc
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import lees_stand, schrijf_kluisstand
from zvh_desktop.models.keten.verklaring import Verklaring

OP_VERKLARING: dict[str, str] = {
    "ongemoeid": "",
    "leeggemaakt": "UPDATE verklaring SET inhoud = NULL WHERE nummer = :n",
    "lege tekst": "UPDATE verklaring SET inhoud = '' WHERE nummer = :n",
    "weg": "DELETE FROM verklaring WHERE nummer = :n",
    "andere soort": "UPDATE verklaring SET soort = 'plan_vastgesteld' WHERE nummer = :n",
    "onbekende soort": "UPDATE verklaring SET soort = 'niets' WHERE nummer = :n",
    "casus als tekst": (
        "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.casus', "
        "CAST(json_extract(inhoud, '$.gegevens.casus') AS TEXT)) WHERE nummer = :n"
    ),
    "andere casus": "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.casus', :b) WHERE nummer = :n",
    "eerste dag later": (
        "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.geldig_vanaf', '2030-01-01') WHERE nummer = :n"
    ),
    "andere partij": "UPDATE verklaring SET inhoud = json_set(inhoud, '$.gegevens.partij', 1) WHERE nummer = :n",
    "ander nummer": "UPDATE verklaring SET nummer = 900 WHERE nummer = :n",
    "nummer onder nul": "UPDATE verklaring SET nummer = -:n WHERE nummer = :n",
    "inhoud van een eerdere": (
        "UPDATE verklaring SET (inhoud, inhoud_hash) = (SELECT inhoud, inhoud_hash FROM verklaring WHERE nummer = :p) "
        "WHERE nummer = :n"
    ),
    "inhoud als bytes": "UPDATE verklaring SET inhoud = CAST(inhoud AS BLOB) WHERE nummer = :n",
}
OP_RIJ: dict[str, str] = {
    "rij ongemoeid": "",
    "rij weg": "DELETE FROM oordeel WHERE id = :o",
    "rij later": "UPDATE oordeel SET geldig_vanaf = '2030-01-01' WHERE id = :o",
    "rij bij andere casus": "UPDATE oordeel SET casus_id = :b WHERE id = :o",
    "rij bij andere partij": "UPDATE oordeel SET partij_id = 1 WHERE id = :o",
    "rij vooraan": "UPDATE oordeel SET id = -5 WHERE id = :o",
    "rij op andere verklaring": "UPDATE oordeel SET verklaring_nummer = -:n WHERE id = :o",
}
WANNEER = ("dicht", "open")
POORT, KAMERS, DOSSIER = "poort", "kamers", "dossier"
STOELEN = (
    "UPDATE deelname SET vervallen = 0, oordeel_id = (SELECT o.id FROM oordeel o WHERE o.casus_id = deelname.casus_id "
    "AND o.partij_id = deelname.partij_id AND o.uitkomst = 'rechtmatig' ORDER BY o.id DESC LIMIT 1) "
    "WHERE EXISTS (SELECT 1 FROM oordeel o WHERE o.casus_id = deelname.casus_id AND o.partij_id = deelname.partij_id "
    "AND o.uitkomst = 'rechtmatig')"
)


@dataclass(frozen=True)
class Aanval:
    """One attempt: its kind, its sentence, and what is done."""

    soort: int
    naam: str
    doe: Callable[[Toneel], None]
    daarna: Callable[[Toneel], bool] | None = None
    """What the procesregisseur then does; whether the attack had its way. Without it, only the gate is asked."""
    kluis: str = POORT
    """Which vault it is tried on."""
    beschreven: str = ""
    """Words of docs/veiligheid.md that say that this is not prevented; empty where it must be refused or found."""


def alle() -> Iterator[Aanval]:
    """Every sentence of the grammar."""
    yield from afwezigheid()
    yield from ingetrokken_sleutels()
    yield from geheugen()
    yield from schema()
    yield from rol_zonder_tweede()
    yield from (Aanval(6, *zin) for zin in woorden())
    yield from (Aanval(7, *zin) for zin in rijen())
    yield from (Aanval(*zin, kluis=KAMERS) for zin in kamers())
    for soort, naam, doe, daarna, beschreven in brieven():
        yield Aanval(soort, naam, doe, daarna, KAMERS, beschreven)
    for naam, doe, daarna, beschreven in dossiers():
        yield Aanval(14, naam, doe, daarna, DOSSIER, beschreven)
    for naam, doe, anders, beschreven in buiten(_onderteken_ermee):
        yield Aanval(15, naam, doe, anders, POORT, beschreven)


def afwezigheid() -> Iterator[Aanval]:
    """Kind 1."""
    for verklaring, rij, wanneer in itertools.product(OP_VERKLARING, OP_RIJ, WANNEER):
        if (verklaring, rij) != ("ongemoeid", "rij ongemoeid"):
            opdrachten = (OP_VERKLARING[verklaring], OP_RIJ[rij])

            def doe(toneel: Toneel, opdrachten: tuple[str, ...] = opdrachten, wanneer: str = wanneer) -> None:
                _begin(toneel, wanneer)
                with toneel.sql() as verbinding:
                    wachters = neem_wachters_weg(verbinding)
                    waarden = _waarden(toneel, verbinding)
                    for opdracht in (*opdrachten, STOELEN):
                        _voer_uit(verbinding, opdracht, waarden)
                    zet_wachters_terug(verbinding, wachters)

            yield Aanval(1, f"verklaring {verklaring}, {rij}, {wanneer}", doe)


def ingetrokken_sleutels() -> Iterator[Aanval]:
    """Kind 2."""
    plaatsen = (
        "op de intrekking",
        "op de eerste",
        "op de laatste die mocht",
        "nummer -999",
        "nummer 0",
        "achteraan",
        "met een gat",
    )
    for wie, plaats, wanneer in itertools.product((WEG, VROEGER), plaatsen, WANNEER):
        for rij in ("nieuwe rij", "rij van de intrekking"):

            def doe(
                toneel: Toneel, wie: str = wie, plaats: str = plaats, wanneer: str = wanneer, rij: str = rij
            ) -> None:
                _begin(toneel, wanneer)
                _onderteken_ermee(toneel, toneel.sjabloon.oude_sleutels[wie], plaats, rij)

            yield Aanval(2, f"sleutel van {wie} {plaats}, {rij}, {wanneer}", doe)


def _onderteken_ermee(toneel: Toneel, wie: Ondertekenaar, plaats: str, rij: str) -> None:
    with toneel.sql() as verbinding:
        wachters = neem_wachters_weg(verbinding)
        _vervals(toneel, verbinding, wie, plaats, rij)
        _voer_uit(verbinding, STOELEN, {})
        zet_wachters_terug(verbinding, wachters)


def geheugen() -> Iterator[Aanval]:
    """Kind 3. An older state that this user sealed, put back as a whole, is what docs/veiligheid.md says remains."""
    eigen = (
        *("ongemoeid", "weg", "vervalst", "onverzegeld van vroeger", "van een ander"),
        *("klapper weg", "klapper van vroeger", "klapper van een ander", "klapper vervalst"),
        *("klapper half", "klapper leeg", "klapper onverzegeld"),
    )
    for hoe, weg in itertools.product(eigen, ("laatste", "laatste en logboek")):

        def doe(toneel: Toneel, hoe: str = hoe, weg: str = weg) -> None:
            with toneel.sql() as verbinding:
                wachters = neem_wachters_weg(verbinding)
                waarden = _waarden(toneel, verbinding)
                _voer_uit(verbinding, "DELETE FROM oordeel WHERE id = :o", waarden)
                _voer_uit(verbinding, "DELETE FROM verklaring WHERE nummer = :n", waarden)
                if weg != "laatste":
                    _voer_uit(verbinding, "DELETE FROM logregel WHERE nummer > 20", {})
                _voer_uit(verbinding, STOELEN, {})
                zet_wachters_terug(verbinding, wachters)
            _verzegel_opnieuw(toneel)
            _herschrijf_eigen(toneel, hoe)

        yield Aanval(3, f"{weg} weg, kluismap opnieuw verzegeld, eigen stand {hoe}", doe)


def schema() -> Iterator[Aanval]:
    """Kind 4: the procesregisseur says no to OM at casus A, and something planted says yes again."""
    ongedaan = (
        "DELETE FROM oordeel WHERE id = (SELECT max(id) FROM oordeel)",
        "UPDATE oordeel SET uitkomst = 'rechtmatig' WHERE id = (SELECT max(id) FROM oordeel)",
        "UPDATE oordeel SET geldig_vanaf = '2030-01-01' WHERE id = (SELECT max(id) FROM oordeel)",
        "DELETE FROM verklaring WHERE nummer = (SELECT max(nummer) FROM verklaring)",
        "UPDATE deelname SET vervallen = 0",
    )
    for tabel, daad, wanneer in itertools.product(("oordeel", "verklaring", "logregel"), ongedaan, WANNEER):
        # The second name is one that SQLite keeps for itself: it only comes in through sqlite_master.
        for naam in ("zz_geplant", "sqlite_zz"):
            planten = f"CREATE TRIGGER {naam} AFTER INSERT ON {tabel} BEGIN {daad}; END"

            def doe(
                toneel: Toneel, planten: str = planten, wanneer: str = wanneer, naam: str = naam, tabel: str = tabel
            ) -> None:
                _begin(toneel, wanneer)
                with toneel.sql() as verbinding:
                    for weg in ("oordeel_weg", "oordeel_blijft", "verklaring_weg", "verklaring_blijft"):
                        verbinding.exec_driver_sql(f"DROP TRIGGER {weg}")
                    if naam == "zz_geplant":
                        verbinding.exec_driver_sql(planten)
                        return
                    verbinding.exec_driver_sql("PRAGMA writable_schema = ON")
                    rij = {"naam": naam, "tabel": tabel, "sql": planten}
                    verbinding.execute(
                        text("INSERT INTO sqlite_master VALUES ('trigger', :naam, :tabel, 0, :sql)"), rij
                    )
                    versie = verbinding.exec_driver_sql("PRAGMA schema_version").scalar_one()
                    verbinding.exec_driver_sql(f"PRAGMA schema_version = {versie + 1}")

            yield Aanval(4, f"trigger {naam} op {tabel}: {daad[:40]}, {wanneer}", doe, _zegt_nee_tegen_om)


def rol_zonder_tweede() -> Iterator[Aanval]:
    """Kind 5."""

    def geef_stoelen_terug(toneel: Toneel) -> None:
        with toneel.sql() as verbinding:
            wachters = neem_wachters_weg(verbinding)
            _voer_uit(verbinding, STOELEN, {})
            zet_wachters_terug(verbinding, wachters)

    for naam, doe in rollen(geef_stoelen_terug):
        yield Aanval(5, naam, doe)


def _zegt_nee_tegen_om(toneel: Toneel) -> bool:
    """Whether a negative oordeel was called given and OM is still rechtmatig."""
    bureau = toneel.open()
    try:
        bureau.trek_in(toneel.sjabloon.a, "OM")
    except Exception as fout:
        if type(fout).__module__ != "zvh_desktop.errors":
            raise
        return False
    nummer = bureau.nummer(toneel.sjabloon.a)
    return "OM" in bureau.aan_tafel(toneel.sjabloon.overleg).get(nummer, frozenset())


def _begin(toneel: Toneel, wanneer: str) -> None:
    if wanneer == "open":
        toneel.open()
        assert not toneel.staat_open()


def _waarden(toneel: Toneel, verbinding: Connection) -> dict[str, int]:
    rij = verbinding.execute(text("SELECT id, verklaring_nummer FROM oordeel WHERE uitkomst = 'ingetrokken'")).one()
    positief = verbinding.execute(
        text(
            "SELECT verklaring_nummer FROM oordeel WHERE uitkomst = 'rechtmatig' AND casus_id = :a AND partij_id = :p"
        ),
        {"a": toneel.sjabloon.a, "p": toneel.sjabloon.politie},
    ).scalar_one()
    return {"o": rij[0], "n": rij[1], "p": positief, "b": toneel.sjabloon.b}


def _voer_uit(verbinding: Connection, opdracht: str, waarden: dict[str, int]) -> None:
    if opdracht:
        nodig = {naam: waarde for naam, waarde in waarden.items() if f":{naam}" in opdracht}
        verbinding.execute(text(opdracht), nodig)


def _vervals(toneel: Toneel, verbinding: Connection, wie: Ondertekenaar, plaats: str, rij: str) -> None:
    """A statement that is signed as it should be, but with a key that no longer counts, and a row that rests on it."""
    waarden = _waarden(toneel, verbinding)
    hoogste = verbinding.execute(text("SELECT max(nummer) FROM verklaring")).scalar_one()
    nummer = {
        "op de intrekking": waarden["n"],
        "op de eerste": 1,
        "op de laatste die mocht": waarden["n"] - 1,
        "nummer -999": -999,
        "nummer 0": 0,
        "achteraan": hoogste + 1,
        "met een gat": hoogste + 50,
    }[plaats]
    vorige = verbinding.execute(
        text("SELECT hash FROM verklaring WHERE nummer < :n ORDER BY nummer DESC LIMIT 1"), {"n": nummer}
    ).scalar()
    verklaring = _teken(toneel, wie, nummer, vorige or begin_van_keten(wie.kluis_id))
    verbinding.execute(text("DELETE FROM verklaring WHERE nummer = :n"), {"n": nummer})
    verbinding.execute(insert(Verklaring), verklaring)
    _voer_uit(verbinding, "DELETE FROM oordeel WHERE verklaring_nummer = :v AND id <> :o", {"v": nummer, **waarden})
    if rij == "nieuwe rij":
        _voer_uit(verbinding, "DELETE FROM oordeel WHERE verklaring_nummer = :v", {"v": nummer})
        kopie = (
            "INSERT INTO oordeel SELECT 900, casus_id, partij_id, :v, 'rechtmatig', grondslag, '', geldig_vanaf, NULL, "
            "gegeven_door, gegeven_op FROM oordeel WHERE uitkomst = 'rechtmatig' AND casus_id = :a AND partij_id = :p"
        )
        waarden_rij = {"v": nummer, "a": toneel.sjabloon.a, "p": toneel.sjabloon.politie}
        verbinding.execute(text(kopie), waarden_rij)
        return
    om = "UPDATE oordeel SET uitkomst = 'rechtmatig', motivering = '', verklaring_nummer = :v WHERE id = :o"
    verbinding.execute(text(om), {"v": nummer, "o": waarden["o"]})


def _teken(toneel: Toneel, wie: Ondertekenaar, nummer: int, vorige: str) -> dict[str, object]:
    tekst = canoniek({"zout": "00" * 16, "gegevens": toneel.sjabloon.positief})
    certificaat = wie.certificaat
    verklaring = Verklaring(
        nummer=nummer,
        soort="oordeel",
        inhoud=tekst.decode(),
        inhoud_hash=vingerafdruk(INHOUD_DOMEIN, tekst),
        vorige_hash=vorige,
        certificaat=canoniek(certificaat.als_json()).decode(),
        gebruiker=certificaat.naam,
        tijd=iso_utc(toneel.klok().astimezone(UTC)),
    )
    hoofd = _hoofd(verklaring, wie.kluis_id)
    verklaring.hash = vingerafdruk(KOP_DOMEIN, hoofd)
    verklaring.handtekening = wie.teken(KOP_DOMEIN + b"\x00" + hoofd).hex()
    return {kolom: getattr(verklaring, kolom) for kolom in VerklaringRij._fields}


def _verzegel_opnieuw(toneel: Toneel) -> None:
    """The state in the vault folder, sealed anew with the database key that everybody has."""
    bestand = lees_sleutelbestand(toneel.map)
    with toneel.sql() as verbinding:
        stand = lees_stand(verbinding, bestand.kluis_id, bestand.register.nummer)
    schrijf_kluisstand(toneel.map, bestand.epoche, stand, toneel.sjabloon.sleutel)


def _herschrijf_eigen(toneel: Toneel, hoe: str) -> None:
    """What the procesregisseur remembered, by somebody else on the same computer account."""
    bestand = lees_sleutelbestand(toneel.map)
    map_ = toneel.map.parent / "gebruiker" / "hoofden"
    slot = bestand.slot("regie")
    assert slot is not None
    eigen = map_ / f"{bestand.kluis_id}-{slot.certificaat.sleutel[:16]}.json"
    with toneel.sql() as verbinding:
        stand = lees_stand(verbinding, bestand.kluis_id, bestand.register.nummer).als_json()
    if hoe == "vervalst":
        velden = json.loads(eigen.read_bytes())
        eigen.write_bytes(canoniek({**velden, "stand": stand, "zegel": None}) + b"\n")
    elif hoe == "van een ander":
        ander = next(pad for pad in map_.iterdir() if pad != eigen and pad.name.startswith(bestand.kluis_id))
        shutil.copy(ander, eigen)
    elif hoe.startswith("klapper"):
        _herschrijf_klapper(eigen.with_suffix(".klapper"), hoe)
    elif hoe != "ongemoeid":
        eigen.unlink()
    if hoe == "onverzegeld van vroeger":
        (map_ / f"{bestand.kluis_id}.json").write_bytes(canoniek(stand) + b"\n")


def _onverzegeld(klapper: Path) -> bytes:
    """A head that says there is nothing to look for, without the seal of anybody."""
    hoofd = json.dumps({"vorm": 1, "nummer": 0, "soorten": [], "namen": [], "over": []}).encode()
    return len(hoofd).to_bytes(8, "big") + hoofd + klapper.read_bytes()[:32]


def _herschrijf_klapper(klapper: Path, hoe: str) -> None:
    vroeger = klapper.with_name(VROEGERE_KLAPPER).read_bytes()
    if hoe == "klapper weg":
        klapper.unlink()
    elif hoe == "klapper van vroeger":
        assert klapper.read_bytes() != vroeger
        klapper.write_bytes(vroeger)
    elif hoe == "klapper van een ander":
        klapper.write_bytes(next(pad for pad in klapper.parent.glob("*.klapper") if pad != klapper).read_bytes())
    elif hoe == "klapper half":
        klapper.write_bytes(klapper.read_bytes()[: klapper.stat().st_size // 2])
    elif hoe == "klapper leeg":
        klapper.write_bytes(b"")
    elif hoe == "klapper onverzegeld":
        klapper.write_bytes(_onverzegeld(klapper))
    else:
        klapper.write_bytes(vroeger[:-1] + bytes([vroeger[-1] ^ 1]))
