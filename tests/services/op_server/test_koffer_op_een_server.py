"""A koffer of a house on a server: packed from it, worked in without it, brought back over what colleagues did."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import Databaseserver
from factories import REGIE, Bureau, ProefKlok, kopieer
from kofferhulp import ANDER, THUIS, VERVANGER, Gestopt, Kantoor, houd_en_vernietig, houd_tafel, in_orde, met_regisseurs
from serverhuis import Huisbron, Huisbureau
from sqlalchemy import select

from zvh_desktop.database.koffer.openen import STAPPEN
from zvh_desktop.errors import BevestigingNodig, KofferFout, Uitgeleend
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OordeelUitkomst, PoortStand
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


@pytest.fixture
def collega(kantoor: Kantoor) -> Iterator[Huisbureau]:
    """Another procesregisseur, who has the same house open at the same time."""
    bureau = Huisbureau(kantoor.bureau.map, kantoor.klok, ANDER)
    yield bureau
    bureau.sluit()


def test_wat_onderweg_is_gedaan_komt_terug_naar_de_server(kantoor: Kantoor) -> None:
    uit = kantoor.geef_uit()
    assert uit.casussen == tuple(kantoor.bureau.nummer(een) for een in (kantoor.een, kantoor.twee))
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        onderweg = diensten.verslagen.toon(kantoor.tafel)
        oordelen = diensten.oordelen.geschiedenis(kantoor.een)
    terug = kantoor.lever_in()
    assert (terug.ernaast, terug.koffer.stand, terug.koffer_weg) == ((), KofferStand.TERUG, True)
    assert not kantoor.koffermap.exists()
    weg, hier = onderweg.punten[0], kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert [(b.invoer, b.belegd_bij) for b in hier.besluiten] == [(b.invoer, b.belegd_bij) for b in weg.besluiten]
    assert (hier.tekst, hier.aanwezigen) == (weg.tekst, weg.aanwezigen)
    assert [actie.invoer.omschrijving for actie in hier.acties] == ["Wegactie"]
    velden = ("partij_id", "uitkomst", "motivering", "gegeven_door", "gegeven_op", "echt", "geldt")
    assert [[getattr(een, veld) for veld in velden] for een in kantoor.bureau.oordelen.geschiedenis(kantoor.een)] == [
        [getattr(een, veld) for veld in velden] for een in oordelen
    ]
    assert in_orde(kantoor.bureau)


def test_in_de_koffer_zit_deze_tafel_en_niets_anders(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        assert {een.id for een in diensten.casussen.lijst()} == {kantoor.een, kantoor.twee}
        with diensten.werkplek.kluis.lees_sessies() as sessie:
            inhoud = str([sessie.execute(select(tabel)).all() for tabel in Base.metadata.sorted_tables])
    assert "Testpersoon Een" in inhoud
    assert THUIS not in inhoud


def test_collegas_zien_dat_het_is_uitgeleend_en_kunnen_er_niets_aan_wijzigen(
    kantoor: Kantoor, collega: Huisbureau
) -> None:
    kantoor.geef_uit()
    with pytest.raises(Uitgeleend, match="uitgeleend"):
        collega.verslagen.start_punt(kantoor.punt_een)
    with pytest.raises(Uitgeleend):
        collega.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("x", "", ""))
    assert collega.diensten().koffers.uit.van_overleg(kantoor.tafel)[0].is_uit
    keuze = collega.diensten().koffers.uit.keuze(kantoor.tafel)
    assert "al uitgeleend" in keuze.bezwaar
    kantoor.lever_in()
    collega.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("x", "", ""))


def test_een_oordeel_dat_een_collega_introk_wint_van_de_stoel_van_onderweg(
    kantoor: Kantoor, collega: Huisbureau
) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    collega.trek_in(kantoor.een, "Politie")
    collega.oordeel(kantoor.een, "RvdK", uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    terug = kantoor.lever_in()
    redenen = {een.wat: een.reden for een in terug.ernaast}
    assert "daarna over deze partij" in redenen["Oordeel"]
    assert "de stoel is vervallen" in redenen["Aanwezigheid"]
    standen = {een.kort: een.stand for een in kantoor.bureau.oordelen.blad(kantoor.een)}
    assert standen["Politie"] is not PoortStand.RECHTMATIG
    assert standen["RvdK"] is not PoortStand.RECHTMATIG
    assert in_orde(kantoor.bureau)


def test_een_koffer_die_kwijt_was_is_een_voorstel_naast_wat_een_collega_schreef(
    kantoor: Kantoor, collega: Huisbureau
) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    collega.verslagen.start_punt(kantoor.punt_een)
    collega.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("Serverbeeld", "", ""))
    kantoor.bureau.werkplek.lees_bij()
    beeld = kantoor.bekijk()
    assert beeld.kiezen
    tekst = next(een for een in beeld.punten if een.wat == "Beeldvorming")
    assert (tekst.kantoor, tekst.onderweg, tekst.voorgesteld) == ("Serverbeeld", "Wegbeeld", False)
    gekozen = frozenset(een.sleutel for een in beeld.punten if een.voorgesteld)
    terug = kantoor.lever_in(gekozen=gekozen)
    assert terug.koffer.stand is KofferStand.NAGEKOMEN
    assert terug.overgenomen >= len(gekozen) - 1
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Serverbeeld"
    assert [een.invoer.omschrijving for een in punt.besluiten] == ["Wegbesluit"]
    assert in_orde(kantoor.bureau)


def test_twee_kopieen_van_een_koffer_tellen_een_keer(kantoor: Kantoor, tmp_path: Path) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kopie = shutil.copytree(kantoor.koffermap, tmp_path / "tweede.koffer")
    kantoor.lever_in()
    with pytest.raises(KofferFout, match="al ingeleverd"):
        kantoor.lever_in(kopie)
    assert len(kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0].besluiten) == 1


def test_de_vervanger_levert_in_en_een_ander_niet(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop(VERVANGER) as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.bureau.als(ANDER)
    with pytest.raises(KofferFout, match="verzegeld voor"):
        kantoor.lever_in()
    kantoor.bureau.als(VERVANGER)
    assert kantoor.lever_in().ernaast == ()
    assert in_orde(kantoor.bureau)


@pytest.mark.parametrize("stap", [1, STAPPEN])
def test_wie_stopt_heeft_op_de_server_en_in_de_koffer_niets_gewijzigd(kantoor: Kantoor, stap: int) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)

    def stop(gedaan: int, _totaal: int, _tekst: str) -> None:
        if gedaan == stap:
            raise Gestopt

    kantoor.bureau.alsof_bevestigd()
    with pytest.raises(Gestopt):
        kantoor.inleveren.lever_in(kantoor.koffermap, frozenset(), stop)
    assert kantoor.koffers.van_overleg(kantoor.tafel)[0].is_uit
    assert kantoor.lever_in().ernaast == ()
    assert in_orde(kantoor.bureau)


def test_wie_het_maken_stopt_kan_het_daarna_opnieuw(kantoor: Kantoor) -> None:
    """What was signed and taken back is in no koffer after that, also where its number was given out again."""

    def stop(gedaan: int, totaal: int, _tekst: str) -> None:
        if gedaan == totaal - 1:
            raise Gestopt

    kantoor.bureau.alsof_bevestigd()
    with pytest.raises(Gestopt):
        kantoor.koffers.geef_uit(kantoor.vraag(), kantoor.koffermap, stop)
    assert not kantoor.koffermap.exists()
    kantoor.bureau.oordeel(kantoor.thuis, "RvdK")
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    assert kantoor.lever_in().ernaast == ()
    assert in_orde(kantoor.bureau)


def test_zonder_wachtwoord_gaat_er_niets_uit(kantoor: Kantoor) -> None:
    keuze = kantoor.koffers.keuze(kantoor.tafel)
    assert (keuze.bezwaar, len(keuze.casussen)) == ("", 2)
    with pytest.raises(BevestigingNodig):
        kantoor.koffers.geef_uit(kantoor.vraag(), kantoor.koffermap)
    assert not kantoor.koffermap.exists()
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()


def test_van_een_vernietigde_casus_komt_niets_terug(kantoor: Kantoor) -> None:
    koffer = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.trek_koffer_in(koffer)
    houd_en_vernietig(kantoor, kantoor.een)
    beeld = kantoor.bekijk()
    assert beeld.vernietigd == 1
    assert all(een.casus != "2026-0001" for een in beeld.punten)
    kantoor.lever_in(gekozen=frozenset(een.sleutel for een in beeld.punten if een.kan))
    assert kantoor.bureau.waarde("SELECT count(*) FROM besluit WHERE casus_id = :een", een=kantoor.een) == 0


def test_een_koffer_van_de_kluis_wordt_na_het_brengen_op_de_server_ingeleverd(
    databaseserver: Databaseserver, twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok
) -> None:
    kluis = Kantoor.in_kluis(
        met_regisseurs(kopieer(twents_sjabloon, tmp_path / "bron" / "proef.kluis")), klok, tmp_path / "tafel.koffer"
    )
    kluis.geef_uit()
    with kluis.laptop() as diensten:
        houd_tafel(kluis, diensten)
    kluis.bureau.sluit()
    bron = Huisbron.van_kluis(databaseserver, kluis.bureau.map, tmp_path)
    begin = (kluis.een, kluis.twee, kluis.thuis, kluis.tafel, kluis.punt_een, kluis.punt_twee)
    server = Kantoor(Huisbureau(bron.verbinding, klok, REGIE), begin, kluis.koffermap)
    assert server.lever_in().ernaast == ()
    besluiten = server.bureau.verslagen.toon(server.tafel).punten[0].besluiten
    assert [een.invoer.omschrijving for een in besluiten] == ["Wegbesluit"]
    assert in_orde(server.bureau)
    server.bureau.sluit()
    databaseserver.weg(bron.database)


def test_wat_na_de_koffer_op_kantoor_komt_gaat_gewoon_door(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    bureau: Bureau = kantoor.bureau
    bureau.gehouden(kantoor.tafel)
    soort = bureau.profiel.besluiten[0].sleutel
    bureau.verslagen.voeg_besluit_toe(kantoor.punt_twee, BesluitInvoer(soort, "op kantoor"))
    bureau.verslagen.bewaar_tekst(kantoor.punt_twee, VerslagTekst("a", "b", "c"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(kantoor.tafel)
    assert in_orde(bureau)
