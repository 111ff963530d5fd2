"""Who runs the server has its files and every dump of it, and finds nothing in them that anybody wrote or is called."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from dbserver import BAAS, EIGENAAR, Databaseserver, draaiende_server, programma
from demos import Demos
from kanaries import Kanaries, vormen
from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.team.inrichten import Servereigenaar, breng
from zvh_desktop.database.team.verbinding import Serverplek
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.server.leesbaar import VERSLEUTELD
from zvh_desktop.models.verzoeken.verzoek import Betrokkeneverzoek, Weglating
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.verzoeken.verzamelen import PERSOON

DERDE = "Verzonnen Tweelicht"


@pytest.fixture(scope="module")
def server() -> Iterator[Databaseserver]:
    """One of its own: its files hold nothing of other tests."""
    with draaiende_server() as eigen:
        yield eigen


@pytest.fixture(scope="module")
def oefen(demos: Demos, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenKluis]:
    """The practice vault, with everything that the demo does in it."""
    map_ = tmp_path_factory.mktemp("leest_niets") / "oefen.kluis"
    shutil.copytree(demos.speel("twente").kluis, map_)
    account = oefenaccount(Rol.BEHEERDER)
    with open_kluis(map_, account.gebruiker, account.wachtwoord) as kluis:
        with Session(kluis.engine) as sessie, sessie.begin():
            _leg_namen_neer(sessie)
        yield kluis


def _leg_namen_neer(sessie: Session) -> None:
    """Where a name is part of a key: nothing in the demo keeps the name of another out of an inzage."""
    verzoek = sessie.scalars(select(Betrokkeneverzoek.id)).first()
    assert verzoek is not None
    sessie.add(Weglating(verzoek_id=verzoek, sleutel=PERSOON + DERDE, reden="Is iemand anders.", door="Iemand"))


def geheim(van: Connection, kluis: OpenKluis) -> Kanaries:
    """What stands in the columns that a server may not read, and how the accounts are called."""
    waarden: set[str | bytes] = {naam for een in kluis.gebruikers() for naam in (een.naam, een.weergavenaam)}
    for tabel in Base.metadata.sorted_tables:
        for kolom in VERSLEUTELD.get(tabel.name, "").split():
            waarden |= {_kaal(een) for een in van.execute(select(tabel.c[kolom]).distinct()).scalars() if een}
    return Kanaries(waarden)


def _kaal(waarde: object) -> str | bytes:
    return waarde if isinstance(waarde, str | bytes) else str(getattr(waarde, "code", waarde.__str__)())


def dump(server: Databaseserver, database: str, *keuzes: str) -> bytes:
    opdracht = [programma("pg_dump"), "-h", str(server.map), "-U", BAAS, *keuzes, database]
    return subprocess.run(opdracht, capture_output=True, check=True).stdout


def teruggelezen(bestand: bytes) -> bytes:
    return subprocess.run([programma("pg_restore"), "-f", "-"], input=bestand, capture_output=True, check=True).stdout


def op_schijf(server: Databaseserver) -> dict[str, bytes]:
    """All files of the server: tables, indexes, the log of what was written, its own log."""
    server.doe("CHECKPOINT")
    basis: Path = server.map
    return {str(pad.relative_to(basis)): pad.read_bytes() for pad in basis.rglob("*") if pad.is_file()}


def test_in_dump_en_bestanden_staat_geen_naam_tekst_of_bijlage(
    server: Databaseserver, oefen: OpenKluis, tmp_path: Path
) -> None:
    leeg = server.lege()
    altijd = {dump(server, leeg), *op_schijf(server).values()}
    naam = server.zonder_schema("huis")
    with oefen.engine.connect() as van:
        kanaries = geheim(van, oefen)
        # Words of the schema, of the triggers and of the server itself stand there without anybody's doing.
        bekend = set().union(*map(kanaries.vind, altijd))
        leesbaar = kanaries.vind("\n".join(_leesbaar(van)).encode())
    eigenaar = Servereigenaar(Serverplek(str(server.map), naam), EIGENAAR)
    geteld = breng(oefen, eigenaar, tmp_path / "huis.team", nu=datetime.now(UTC))
    assert sum(geteld.values()) > 1000
    assert len(kanaries.gezocht) > 2000
    assert not Kanaries([DERDE]).vind(dump(server, naam))
    bestand = dump(server, naam, "-Fc")
    waarin = {
        "dump": dump(server, naam),
        "dump -Fc": bestand,
        "dump -Fc teruggelezen": teruggelezen(bestand),
        **op_schijf(server),
    }
    # The same words stand in columns that are readable: numbers of casussen and keys of the profile, and nothing else.
    assert all(re.fullmatch(rb"\d{4}-\d{4}|[a-z-]+", woord) for woord in leesbaar)
    nieuw = {waar: inhoud for waar, inhoud in waarin.items() if inhoud not in altijd}
    gevonden = {waar: namen - bekend - leesbaar for waar, inhoud in nieuw.items() if (namen := kanaries.vind(inhoud))}
    assert {waar: sorted(namen)[:20] for waar, namen in gevonden.items() if namen} == {}


def _leesbaar(van: Connection) -> Iterator[str]:
    """What the columns say that a server does read."""
    for tabel in Base.metadata.sorted_tables:
        dicht = set(VERSLEUTELD.get(tabel.name, "").split())
        kolommen = [kolom for kolom in tabel.columns if kolom.name not in dicht]
        for rij in van.execute(select(*kolommen)):
            yield " ".join(map(str, rij))


@pytest.mark.parametrize("naam", ["Ömer Oefenman", "Deze tekst is langer dan wat in een keer wordt gezocht."])
def test_de_zoeker_vindt_elke_schrijfwijze(naam: str) -> None:
    kanaries = Kanaries([naam])
    for stuk in kanaries.gezocht:
        for vorm in vormen(stuk):
            assert kanaries.vind(b"ergens " + vorm + b" tussen"), vorm
    for voor in range(4):
        assert kanaries.vind(base64.b64encode(b"x" * voor + naam.encode() + b"yy"))
    assert not kanaries.vind(b"Iemand anders")


@pytest.mark.parametrize("leeg", [0, 1, 95, 96, 97, 8_150, 8_185, 8_192, 20_000])
def test_de_zoeker_vindt_ook_over_de_rand_van_een_blad_en_naast_leegte(leeg: int) -> None:
    kanaries = Kanaries(["Ömer Oefenman"])
    for vorm in (vorm for stuk in kanaries.gezocht for vorm in vormen(stuk)):
        assert kanaries.vind(bytes(leeg) + vorm + bytes(leeg)), vorm
        assert kanaries.vind(b"x" * leeg + vorm + b"y"), vorm
    assert not kanaries.vind(bytes(leeg) + b"Iemand anders" + bytes(leeg))


def test_wie_niets_versleutelt_wordt_gevonden(server: Databaseserver, oefen: OpenKluis) -> None:
    """The search itself fails when it should: one name, written past the program, is found in dump and files."""
    naam = server.gevulde(lambda _verbinding: None)
    with oefen.engine.connect() as van:
        wie = van.execute(text("SELECT naam FROM betrokkene WHERE length(naam) > 8 LIMIT 1")).scalar_one()
    kanaries = Kanaries([wie])
    engine = server.motor(naam, EIGENAAR).open()
    with engine.begin() as verbinding:
        verbinding.execute(
            text("INSERT INTO convenantmoment (soort, op, opmerking) VALUES ('verlenging', '2026-01-01', :naam)"),
            {"naam": wie},
        )
    engine.dispose()
    assert kanaries.vind(dump(server, naam))
    assert any(kanaries.vind(inhoud) for inhoud in op_schijf(server).values())
