"""A file goes from a server: all of it, signed, and only when it may; nobody can use that to get past the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from dbserver import EIGENAAR, Databaseserver
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from lekrond import laat_alles_mee
from opruimhulp import TERMIJN_OVER, Gesloten, dossier, vernietiger
from serverbureau import Serverbureau, met_rijen_van
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import Toets, verifieer_keten
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.database.vernietigen.register import plaatsen
from zvh_desktop.database.vernietigen.wegdoen import doe_weg, dossier_van_casus
from zvh_desktop.errors import GebruikersFout, KluisBeschadigd
from zvh_desktop.models.keuzes import CasusId, OverlegId, VernietigSoort
from zvh_desktop.services.vernietigen import daad

VERNIETIGEN, SCHONEN = VernietigSoort.VERNIETIGEN, VernietigSoort.SCHONEN
KANARIE: Final = "Kanarievogel"
GETELD: Final = "SELECT count(*) FROM {}"
LAAT_GAAN: Final = "SELECT zvh.laat_gaan(:c, (SELECT aanmelding_id FROM casus WHERE id = :c), NULL, {})"
NAGEMAAKTE_VERKLARING: Final = (
    "INSERT INTO verklaring(nummer, soort, inhoud, inhoud_hash, vorige_hash, hash, handtekening, certificaat, "
    "gebruiker, tijd) SELECT nummer + 1, 'vernietiging', inhoud, inhoud_hash, vorige_hash, 'nagemaakt', handtekening, "
    "certificaat, gebruiker, tijd FROM verklaring ORDER BY nummer DESC LIMIT 1"
)
NAGEMAAKTE_VERNIETIGING: Final = (
    "INSERT INTO vernietiging(soort, nummer, gedaan_op, gedaan_door, samen_met, woorden, geleegd, verklaring_nummer) "
    "SELECT 'vernietigen', c.nummer, current_date, '', '', '', '', (SELECT max(nummer) FROM verklaring) FROM casus c "
    "WHERE c.status <> 'lopend'"
)
ALLES: Final = "ARRAY['kern','betrokkenen','aanmelding','werk','informatie','stukken']"


@pytest.fixture(scope="module")
def sjabloon(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, CasusId, CasusId]:
    """A closed vault with a casus that may go, discussed beside another."""
    basis = tmp_path_factory.mktemp("dossier")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "dossier.kluis"), ProefKlok())
        ander = bureau.casus("T. Testpersoon")
        weeg = bureau.diensten().verzoeken.rijen.weeg
        laat_alles_mee(bureau, lambda: weeg((("Bel 06-55012345 als het niet lukt.",),)))
        bureau.klok.verder(dagen=1)
        casus = dossier(bureau, ander, naam=f"J. {KANARIE}")
        bureau.sluit()
    return bureau.map, casus, ander


@pytest.fixture
def gesloten(
    sjabloon: tuple[Path, CasusId, CasusId], tmp_path: Path, databaseserver: Databaseserver
) -> Iterator[Gesloten]:
    """The same on a server, on the day on which it may go."""
    kluismap, casus, ander = sjabloon
    klok = ProefKlok()
    klok.verder(dagen=TERMIJN_OVER + 1)
    kopie = kopieer(kluismap, tmp_path / "proef.kluis")
    naam = met_rijen_van(databaseserver, kopie, REGIE, WACHTWOORD)
    engine = databaseserver.motor(naam).open()
    bureau = Serverbureau(kopie, klok, engine)
    bureau.alsof_bevestigd()
    yield Gesloten(bureau, casus, ander)
    bureau.sluit()
    engine.dispose()
    databaseserver.geef_terug(naam)


def server_van(gesloten: Gesloten) -> Serverbureau:
    assert isinstance(gesloten.bureau, Serverbureau)
    return gesloten.bureau


def tel(gesloten: Gesloten, vraag: str) -> int:
    with server_van(gesloten).server.connect() as verbinding:
        waarden = {"casus": gesloten.casus, "ander": gesloten.ander}
        nodig = {naam: waarde for naam, waarde in waarden.items() if f":{naam}" in vraag}
        return int(verbinding.execute(text(vraag), nodig).scalar_one())


def test_een_dossier_verdwijnt_en_de_rest_blijft_ondertekend(gesloten: Gesloten) -> None:
    bureau, casus = server_van(gesloten), gesloten.casus
    nummer, dienst = bureau.nummer(casus), vernietiger(bureau)
    inhoud = dienst.inhoud(casus, VERNIETIGEN)
    assert inhoud.gedeeld == 1
    assert {"oordelen", "besluit", "actie"} <= {soort.naam for soort in inhoud.soorten}
    gedaan = dienst.doe(casus, VERNIETIGEN)
    # Erasing what lies behind is for who owns the server.
    assert (gedaan.nummer, gedaan.gewist) == (nummer, False)
    assert tel(gesloten, "SELECT count(*) FROM casus") == 1
    assert tel(gesloten, "SELECT count(*) FROM agendapunt") == 1
    assert tel(gesloten, "SELECT count(*) FROM deelname WHERE casus_id <> :ander") == 0
    assert tel(gesloten, "SELECT count(*) FROM verklaring WHERE inhoud IS NULL") == inhoud.verklaringen
    assert tel(gesloten, "SELECT count(*) FROM lekoordeel") == 0, "what was chosen about no casus before it was closed"
    assert tel(gesloten, "SELECT count(*) FROM vernietigtelling") > 0
    with Session(bureau.server) as sessie:
        assert verifieer_logketen(sessie) == ()
        assert keten_van(bureau, sessie) == ()
    assert [regel.nummer for regel in dienst.vernietigd()] == [nummer]
    # An older dump that is put back is known by this, on the computer of who did it.
    assert plaatsen(bureau.map, bureau.kluis.kluis_id)[1].exists()
    assert bevindingen(server_van(gesloten)) == ()
    assert tel(gesloten, "SELECT count(*) FROM logregel WHERE handeling = 'dossier vernietigd'") == 1
    assert bureau.diensten().documenten.verslagstukken(OverlegId(tel(gesloten, "SELECT id FROM overleg")))
    assert any("beheerder van de server" in wacht.zin for wacht in bureau.vandaag.toon().regels)
    with pytest.raises(GebruikersFout):
        bureau.casussen.toon(casus)


def keten_van(bureau: Serverbureau, sessie: Session) -> tuple[str, ...]:
    """What is amiss with what was signed."""
    wortel, kluis_id = bureau.kluis.wortel, bureau.kluis.kluis_id
    return verifieer_keten(sessie, wortel, kluis_id, met_geleegd(sessie, Toets(wortel, kluis_id)))


def bevindingen(bureau: Serverbureau) -> tuple[str, ...]:
    """What the program finds amiss with the guards of the server."""
    with bureau.server.connect() as verbinding:
        return motor_van(verbinding).vreemd(verbinding) or ()


def test_een_andere_functie_die_laat_gaan_valt_op(gesloten: Gesloten, databaseserver: Databaseserver) -> None:
    naam = str(server_van(gesloten).server.url.database)
    with server_van(gesloten).server.connect() as verbinding:
        zoals_het_was = verbinding.execute(text("SELECT pg_get_functiondef('zvh.mag_mee'::regproc)")).scalar_one()
    anders = (
        "CREATE OR REPLACE FUNCTION zvh.mag_mee(welke text, sleutel text) RETURNS text LANGUAGE plpgsql STABLE "
        "SECURITY DEFINER SET search_path = zvh, pg_temp AS $$ BEGIN RETURN 'weg'; END $$"
    )
    databaseserver.doe(anders, database=naam)
    assert "De functie mag_mee is anders dan het programma haar maakte." in bevindingen(server_van(gesloten))
    databaseserver.doe(zoals_het_was, database=naam)
    assert bevindingen(server_van(gesloten)) == ()


def test_schonen_laat_de_kern_staan(gesloten: Gesloten) -> None:
    dienst = vernietiger(gesloten.bureau)
    dienst.doe(gesloten.casus, SCHONEN)
    assert tel(gesloten, "SELECT count(*) FROM casus") == 2
    assert tel(gesloten, "SELECT count(*) FROM oordeel WHERE casus_id = :casus") == 0
    assert tel(gesloten, "SELECT count(*) FROM afschaling WHERE casus_id = :casus") == 1
    assert gesloten.bureau.afschalingen.toon(gesloten.casus)


def test_wat_halverwege_misgaat_is_niet_gebeurd(gesloten: Gesloten, monkeypatch: pytest.MonkeyPatch) -> None:
    tabellen = ("casus", "oordeel", "agendapunt", "deelname", "betrokkene", "verklaring", "vernietigtelling")
    voor = [tel(gesloten, GETELD.format(tabel)) for tabel in tabellen]
    dienst = vernietiger(gesloten.bureau)
    with monkeypatch.context() as stuk:
        stuk.setattr(daad, "noteer", lambda _sessie: (_ for _ in ()).throw(GebruikersFout("De stekker ging eruit.")))
        with pytest.raises(GebruikersFout, match="stekker"):
            dienst.doe(gesloten.casus, VERNIETIGEN)
    assert [tel(gesloten, GETELD.format(tabel)) for tabel in tabellen] == voor
    assert tel(gesloten, "SELECT count(*) FROM verklaring WHERE inhoud IS NULL") == 0
    assert dienst.doe(gesloten.casus, VERNIETIGEN).nummer


def laat_gaan(verbinding: Connection, casus: int, delen: str = ALLES) -> None:
    """What somebody asks in psql with the account of an office."""
    verbinding.execute(text(LAAT_GAAN.format(delen)), {"c": casus})


def test_een_casus_die_loopt_gaat_niet(gesloten: Gesloten) -> None:
    with server_van(gesloten).server.connect() as verbinding, pytest.raises(DBAPIError, match="die loopt gaat niet"):
        laat_gaan(verbinding, gesloten.ander)


def test_een_halve_vernietiging_gaat_niet(gesloten: Gesloten) -> None:
    """Who takes one oordeel away, and leaves the partij at the casus, has done nothing."""
    with server_van(gesloten).server.connect() as verbinding:
        laat_gaan(verbinding, gesloten.casus)
        verbinding.execute(text("DELETE FROM deelname WHERE casus_id = :c"), {"c": gesloten.casus})
        with pytest.raises(DBAPIError, match="helemaal of niet"):
            verbinding.commit()
    with server_van(gesloten).server.connect() as verbinding, pytest.raises(DBAPIError, match="bij elkaar hoort"):
        laat_gaan(verbinding, gesloten.casus, "ARRAY['kern']")
    assert tel(gesloten, "SELECT count(*) FROM deelname WHERE casus_id = :casus") == 2


def test_zonder_handtekening_gaat_er_niets(gesloten: Gesloten) -> None:
    with server_van(gesloten).server.connect() as verbinding:
        weg = dossier_van_casus(verbinding, gesloten.casus)
        laat_gaan(verbinding, gesloten.casus)
        doe_weg(verbinding, weg)
        with pytest.raises(DBAPIError, match="wordt ondertekend"):
            verbinding.commit()
    assert tel(gesloten, "SELECT count(*) FROM casus") == 2


def test_wie_zonder_sleutel_doet_alsof_valt_op(gesloten: Gesloten) -> None:
    """What a colleague with psql can do: a file that was closed goes, with a row that nobody signed. It is found."""
    bureau = server_van(gesloten)
    with bureau.server.connect() as verbinding:
        weg = dossier_van_casus(verbinding, gesloten.casus)
        laat_gaan(verbinding, gesloten.casus)
        for opdracht in (NAGEMAAKTE_VERKLARING, NAGEMAAKTE_VERNIETIGING):
            verbinding.execute(text(opdracht))
        doe_weg(verbinding, weg)
        verbinding.commit()
    assert tel(gesloten, "SELECT count(*) FROM casus") == 1
    with Session(bureau.server) as sessie, pytest.raises(KluisBeschadigd, match="niet te ontsleutelen"):
        keten_van(bureau, sessie)


NAGEKEKEN: Final = "SET CONSTRAINTS helemaal_weg IMMEDIATE"


def test_een_handtekening_dekt_een_dossier_ook_als_er_tussendoor_is_gekeken(gesloten: Gesloten) -> None:
    """Plain SQL that has the first file looked over at once, and then asks for a second under the same signature."""
    bureau = gesloten.bureau
    tweede = bureau.aanmelding()
    bureau.aanmeldingen.wijs_af(tweede, "Hoort hier niet.")
    with server_van(gesloten).server.connect() as verbinding:
        weg = dossier_van_casus(verbinding, gesloten.casus)
        laat_gaan(verbinding, gesloten.casus)
        for opdracht in (NAGEMAAKTE_VERKLARING, NAGEMAAKTE_VERNIETIGING):
            verbinding.execute(text(opdracht))
        doe_weg(verbinding, weg)
        verbinding.execute(text(NAGEKEKEN))
        with pytest.raises(DBAPIError, match="één dossier tegelijk"):
            verbinding.execute(text("SELECT zvh.laat_gaan(NULL, :a, NULL, ARRAY['aanmelding'])"), {"a": tweede})
    assert tel(gesloten, "SELECT count(*) FROM casus") == 2


def test_een_latere_vernietiging_is_weer_van_een_ander_dossier(gesloten: Gesloten) -> None:
    bureau, dienst = gesloten.bureau, vernietiger(gesloten.bureau)
    tweede = bureau.aanmelding()
    bureau.aanmeldingen.wijs_af(tweede, "Hoort hier niet.")
    bureau.klok.verder(dagen=28)
    bureau.alsof_bevestigd()
    dienst.doe(gesloten.casus, VERNIETIGEN)
    dienst.doe_aanmelding(tweede)
    assert tweede not in {regel.id for regel in bureau.aanmeldingen.lijst()}
    assert tel(gesloten, "SELECT count(*) FROM casus") == 1


def test_wie_eerst_laat_kijken_komt_niet_met_een_deel_weg(gesloten: Gesloten) -> None:
    """With the look moved to the very moment at which the rows are noted, a part of a file would go unseen."""
    with server_van(gesloten).server.connect() as verbinding:
        verbinding.execute(text(NAGEKEKEN))
        for opdracht in (NAGEMAAKTE_VERKLARING, NAGEMAAKTE_VERNIETIGING):
            verbinding.execute(text(opdracht))
        with pytest.raises(DBAPIError, match="helemaal of niet"):
            laat_gaan(verbinding, gesloten.casus)
    assert tel(gesloten, "SELECT count(*) FROM oordeel WHERE casus_id = :casus") > 0


def test_een_afgewezen_aanmelding_gaat_ook(gesloten: Gesloten) -> None:
    bureau, dienst = gesloten.bureau, vernietiger(gesloten.bureau)
    aanmelding, open_ = bureau.aanmelding(), bureau.aanmelding("P. Proefman")
    bureau.aanmeldingen.wijs_af(aanmelding, "Hoort hier niet.")
    bureau.klok.verder(dagen=28)
    bureau.alsof_bevestigd()
    assert dienst.inhoud_aanmelding(aanmelding).soorten
    dienst.doe_aanmelding(aanmelding)
    assert [regel.id for regel in bureau.aanmeldingen.lijst() if regel.id in {aanmelding, open_}] == [open_]
    with server_van(gesloten).server.connect() as verbinding, pytest.raises(DBAPIError, match="geen casus werd"):
        eigen = tel(gesloten, "SELECT aanmelding_id FROM casus WHERE id = :casus")
        verbinding.execute(text("SELECT zvh.laat_gaan(NULL, :a, NULL, ARRAY['aanmelding'])"), {"a": eigen})


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE deelname SET casus_id = {ander} WHERE casus_id = {casus}",
        "UPDATE oordeel SET id = id + 1000, casus_id = {ander} WHERE casus_id = {casus}",
    ],
)
def test_wat_mag_gaan_komt_niet_bij_een_ander_terecht(gesloten: Gesloten, opdracht: str) -> None:
    voor = tel(gesloten, "SELECT count(*) FROM deelname WHERE casus_id = :ander")
    with server_van(gesloten).server.connect() as verbinding, pytest.raises(DBAPIError):
        laat_gaan(verbinding, gesloten.casus)
        verbinding.execute(text(opdracht.format(casus=gesloten.casus, ander=gesloten.ander)))
        verbinding.commit()
    assert tel(gesloten, "SELECT count(*) FROM deelname WHERE casus_id = :ander") == voor
    assert tel(gesloten, "SELECT count(*) FROM oordeel WHERE casus_id = :casus") > 0


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE deelname SET oordeel_id = (SELECT min(id) FROM oordeel WHERE casus_id = {casus}) "
        "WHERE casus_id = {ander}",
        "UPDATE oordeel SET uitkomst = 'rechtmatig', geldig_tot = NULL, partij_id = partij_id + 1 "
        "WHERE casus_id = {ander}",
        "DELETE FROM oordeel WHERE casus_id = {ander}",
        "UPDATE overleg SET datum = datum + 1",
        "UPDATE overleg SET status = 'concept'",
        "DELETE FROM verklaring",
        "UPDATE verklaring SET soort = 'rollen'",
        "DELETE FROM vernietiging",
        "INSERT INTO vernietigrij VALUES (pg_current_xact_id()::text::bigint, 'oordeel', '1', 'weg')",
        "UPDATE vernietigrij SET rij = '1'",
        "DELETE FROM vernietigdaad",
    ],
)
def test_wie_iets_laat_gaan_komt_daarmee_niet_langs_de_poort(gesloten: Gesloten, opdracht: str) -> None:
    """In the very transaction in which a file may go, the guards keep all that is not of it."""
    zelf = tel(gesloten, "SELECT count(*) FROM oordeel") + tel(gesloten, "SELECT count(*) FROM verklaring")
    with server_van(gesloten).server.connect() as verbinding, pytest.raises(DBAPIError):
        laat_gaan(verbinding, gesloten.casus)
        gedaan = verbinding.execute(text(opdracht.format(casus=gesloten.casus, ander=gesloten.ander)))
        verbinding.commit()
        assert gedaan.rowcount == 0
    assert tel(gesloten, "SELECT count(*) FROM oordeel") + tel(gesloten, "SELECT count(*) FROM verklaring") == zelf


def test_wie_geen_lid_is_laat_niets_gaan(gesloten: Gesloten, databaseserver: Databaseserver) -> None:
    naam = str(server_van(gesloten).server.url.database)
    databaseserver.doe(
        "DROP ROLE IF EXISTS buitenstaander",
        "CREATE ROLE buitenstaander LOGIN NOSUPERUSER",
    )
    databaseserver.doe(f"GRANT CONNECT ON DATABASE {naam} TO buitenstaander")
    databaseserver.doe("GRANT USAGE ON SCHEMA zvh TO buitenstaander", database=naam)
    engine = create_engine(databaseserver.adres(naam, "buitenstaander").url())
    with engine.connect() as verbinding, pytest.raises(DBAPIError, match="permission denied for function laat_gaan"):
        verbinding.execute(text("SELECT zvh.laat_gaan(:c, NULL, NULL, ARRAY['kern'])"), {"c": gesloten.casus})
    engine.dispose()
    databaseserver.doe("REVOKE USAGE ON SCHEMA zvh FROM buitenstaander", database=naam)
    databaseserver.doe(f"REVOKE CONNECT ON DATABASE {naam} FROM buitenstaander", "DROP ROLE buitenstaander")


def versleuteld(gesloten: Gesloten) -> frozenset[bytes]:
    """Bytes that stand on the server for what is in the file, long enough to be nothing else."""
    vragen = (
        "SELECT naam FROM betrokkene WHERE casus_id = :c",
        "SELECT besluitvorming FROM agendapunt WHERE casus_id = :c",
        "SELECT omschrijving FROM actie WHERE casus_id = :c",
        "SELECT motivering FROM oordeel WHERE casus_id = :c",
    )
    with server_van(gesloten).server.connect() as verbinding:
        return frozenset(
            str(waarde)[-24:].encode()
            for vraag in vragen
            for waarde in verbinding.execute(text(vraag), {"c": gesloten.casus}).scalars()
            if waarde and len(waarde) > 40
        )


def in_de_bestanden(server: Databaseserver, gezocht: frozenset[bytes]) -> set[bytes]:
    """Which of these stand in a file with tables of this cluster, after everything was written to it."""
    server.doe("CHECKPOINT")
    bestanden = [pad for pad in (server.map / "d" / "base").rglob("*") if pad.is_file()]
    assert len(bestanden) > 100
    inhoud = b"".join(pad.read_bytes() for pad in bestanden)
    return {een for een in gezocht if een in inhoud}


def test_na_het_opruimen_van_de_server_staat_er_niets_meer_van(
    gesloten: Gesloten, databaseserver: Databaseserver
) -> None:
    gezocht = versleuteld(gesloten)
    assert len(gezocht) >= 4
    assert in_de_bestanden(databaseserver, gezocht) == gezocht
    vernietiger(gesloten.bureau).doe(gesloten.casus, VERNIETIGEN)
    naam = str(server_van(gesloten).server.url.database)
    motor = databaseserver.motor(naam, EIGENAAR)
    eigenaar = motor.open()
    assert motor.wis_resten(eigenaar)
    eigenaar.dispose()
    assert in_de_bestanden(databaseserver, gezocht) == set()
    assert in_de_bestanden(databaseserver, frozenset({KANARIE.encode(), KANARIE.encode("utf-16-le")})) == set()
