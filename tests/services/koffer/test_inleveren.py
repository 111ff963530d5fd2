"""What was done on the road comes back once, whole, signed, and never over what the office did meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from kofferhulp import ANDER, VERVANGER, Gestopt, Kantoor, houd_tafel, in_orde
from sqlalchemy import text

from zvh_desktop.database.koffer.openen import STAPPEN
from zvh_desktop.errors import BevestigingNodig, KofferFout, NietBevoegd
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OordeelUitkomst, PoortStand, TafelHandeling
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


def test_alles_van_de_weg_komt_terug_en_de_koffer_is_weg(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        onderweg = diensten.verslagen.toon(kantoor.tafel)
        geschiedenis = diensten.oordelen.geschiedenis(kantoor.een)
    terug = kantoor.lever_in()
    assert terug.ernaast == ()
    assert terug.koffer.stand is KofferStand.TERUG
    assert terug.koffer_weg
    assert not kantoor.koffermap.exists()
    thuis = kantoor.bureau.verslagen.toon(kantoor.tafel)
    weg, hier = onderweg.punten[0], thuis.punten[0]
    assert [(b.invoer, b.belegd_bij) for b in hier.besluiten] == [(b.invoer, b.belegd_bij) for b in weg.besluiten]
    assert (hier.tekst, hier.aanwezigen) == (weg.tekst, weg.aanwezigen)
    assert [actie.invoer.omschrijving for actie in hier.acties] == ["Wegactie"]
    nieuw = kantoor.bureau.oordelen.geschiedenis(kantoor.een)
    velden = ("partij_id", "uitkomst", "motivering", "gegeven_door", "gegeven_op", "echt", "geldt")
    assert [[getattr(een, veld) for veld in velden] for een in nieuw] == [
        [getattr(een, veld) for veld in velden] for een in geschiedenis
    ]
    with kantoor.bureau.kluis.engine.connect() as verbinding:
        gebeurd = set(verbinding.execute(text("SELECT soort FROM tafelgebeurtenis WHERE overleg_id = 2")).scalars())
    assert gebeurd >= {TafelHandeling.GESTART, TafelHandeling.AAN_TAFEL, TafelHandeling.VAN_TAFEL}
    assert in_orde(kantoor.bureau)


def test_daarna_gaat_het_werk_op_kantoor_gewoon_verder(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    bureau = kantoor.bureau
    bureau.gehouden(kantoor.tafel)
    soort = bureau.profiel.besluiten[0].sleutel
    bureau.verslagen.voeg_besluit_toe(kantoor.punt_twee, BesluitInvoer(soort, "op kantoor"))
    bureau.verslagen.bewaar_tekst(kantoor.punt_twee, VerslagTekst("a", "b", "c"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(kantoor.tafel)
    assert in_orde(bureau)


def test_wie_op_de_weg_wat_deed_staat_in_het_logboek(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    regels = [regel["handeling"] for regel in kantoor.bureau.logboek() if regel["herkomst"] == "koffer"]
    assert {"oordeel gegeven", "besluit vastgelegd", "agendapunt gestart"} <= set(regels)


def test_de_verklaringen_van_de_weg_zijn_aan_de_keten_van_kantoor_gekoppeld(kantoor: Kantoor) -> None:
    uit = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    bureau = kantoor.bureau
    assert bureau.waarde("SELECT nummer FROM koffer_verklaring") == uit.compleet_tot + 2
    hier = bureau.waarde("SELECT hier FROM koffer_verklaring")
    assert bureau.waarde("SELECT soort FROM verklaring WHERE nummer = :nummer", nummer=hier) == "oordeel"
    assert bureau.waarde("SELECT count(*) FROM verklaring WHERE soort = 'koffer_terug'") == 1


def test_een_andere_verklaring_van_de_weg_dan_getekend_is_een_bevinding(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.lever_in()
    kantoor.bureau.sql("UPDATE koffer SET onderweg = '[]'")
    assert any("koffer" in zin for zin in ControleService(kantoor.bureau.werkplek).vind())


def test_de_vervanger_levert_haar_in(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop(VERVANGER) as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.bureau.als(VERVANGER)
    assert kantoor.lever_in().ernaast == ()
    assert in_orde(kantoor.bureau)


# --- what the office did meanwhile ------------------------------------------------------------


def test_een_oordeel_dat_op_kantoor_is_ingetrokken_telt_na_de_terugkeer_niet(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    kantoor.bureau.oordeel(kantoor.een, "RvdK", uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    kantoor.bureau.trek_in(kantoor.een, "Politie")
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    terug = kantoor.lever_in()
    standen = {een.kort: een.stand for een in kantoor.bureau.oordelen.blad(kantoor.een)}
    assert standen["RvdK"] is not PoortStand.RECHTMATIG
    assert standen["Politie"] is not PoortStand.RECHTMATIG
    ernaast = [(punt.wat, punt.reden) for punt in terug.ernaast]
    assert ("Oordeel", ernaast[0][1]) in ernaast
    assert all(reden for _, reden in ernaast)
    assert kantoor.bureau.waarde("SELECT count(*) FROM koffer_punt") == len(terug.ernaast)
    # the besluit and the actie are facts of the table and are there
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert len(punt.besluiten) == 1
    assert len(punt.acties) == 1
    assert in_orde(kantoor.bureau)


def test_een_hernoemde_partij_krijgt_geen_oordeel_van_de_weg(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    partijen = kantoor.bureau.partijen
    raad = partijen.toon(kantoor.bureau.partij("RvdK"))
    partijen.wijzig(raad.id, PartijInvoer("Andere Raad", "AR", groep=raad.groep))
    terug = kantoor.lever_in()
    assert any("heet op kantoor nu anders" in punt.reden for punt in terug.ernaast)
    assert in_orde(kantoor.bureau)


# --- what is not taken in ---------------------------------------------------------------------


def test_zonder_wachtwoord_wordt_er_niets_ingeleverd(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    kantoor.bureau.werkplek._bevestigd_tot = None
    with pytest.raises(BevestigingNodig):
        kantoor.inleveren.lever_in(kantoor.koffermap)
    assert kantoor.koffermap.exists()
    assert kantoor.koffers.van_overleg(kantoor.tafel)[0].is_uit


def ongewijzigd(kantoor: Kantoor) -> bool:
    """Nothing came in: the tafel is still out, and nothing was written at it."""
    punten = kantoor.bureau.verslagen.toon(kantoor.tafel).punten
    return kantoor.koffers.van_overleg(kantoor.tafel)[0].is_uit and not any(punt.besluiten for punt in punten)


def test_twee_keer_ingeleverd_telt_een_keer(kantoor: Kantoor, tmp_path: Path) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    tweede = Path(shutil.copytree(kantoor.koffermap, tmp_path / "tweede.koffer"))
    kantoor.lever_in()
    with pytest.raises(KofferFout, match="al ingeleverd"):
        kantoor.lever_in(tweede)
    assert tweede.exists()
    assert len(kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0].besluiten) == 1


def test_een_koffer_van_een_ander_huis_komt_er_niet_in(kantoor: Kantoor, haags_sjabloon: Path, tmp_path: Path) -> None:
    kantoor.geef_uit()
    ander = Bureau(kopieer(haags_sjabloon, tmp_path / "haags.kluis"), ProefKlok(), "haaglanden")
    kantoor.bureau, eigen = ander, kantoor.bureau
    with pytest.raises(KofferFout, match="ander huis"):
        kantoor.lever_in()
    ander.sluit()
    kantoor.bureau = eigen
    assert ongewijzigd(kantoor)


def test_verzegeld_voor_een_ander_zegt_voor_wie(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    kantoor.bureau.als(ANDER)
    with pytest.raises(KofferFout, match=r"verzegeld voor P\. Proefpersoon en V\. Voorbeeld"):
        kantoor.lever_in()
    assert ongewijzigd(kantoor)


def test_een_medewerker_levert_niets_in(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    kantoor.bureau.als("medewerker")
    with pytest.raises((KofferFout, NietBevoegd)):
        kantoor.lever_in()


def test_een_byte_anders_wordt_gezien(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    for naam in ("sleutels.json", "db-1.sqlite", "stand-1.json"):
        pad = kantoor.koffermap / naam
        goed = pad.read_bytes()
        for plaats in (len(goed) // 3, len(goed) // 2, len(goed) - 40):
            pad.write_bytes(goed[:plaats] + bytes([goed[plaats] ^ 1]) + goed[plaats + 1 :])
            with pytest.raises(KofferFout) as geweigerd:
                kantoor.lever_in()
            assert geweigerd.value.veilig
            assert ongewijzigd(kantoor)
        pad.write_bytes(goed)
    assert kantoor.lever_in().ernaast == ()


@pytest.mark.parametrize("naam", ["sleutels.json", "db-1.sqlite", "stand-1.json"])
@pytest.mark.parametrize("deel", [None, 0.5])
def test_half_gekopieerd_wordt_gezien(kantoor: Kantoor, naam: str, deel: float | None) -> None:
    kantoor.geef_uit()
    pad = kantoor.koffermap / naam
    goed = pad.read_bytes()
    pad.unlink()
    if deel is not None:
        pad.write_bytes(goed[: int(len(goed) * deel)])
    with pytest.raises(KofferFout):
        kantoor.lever_in()
    assert ongewijzigd(kantoor)


def test_een_eerdere_stand_van_de_koffer_komt_er_niet_in(kantoor: Kantoor, tmp_path: Path) -> None:
    """Copied before the meeting: the newest one is somewhere else."""
    kantoor.geef_uit()
    eerder = Path(shutil.copytree(kantoor.koffermap, tmp_path / "eerder.koffer"))
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    shutil.copy(eerder / "db-1.sqlite", kantoor.koffermap / "db-1.sqlite")
    with pytest.raises(KofferFout, match="niet de laatste stand"):
        kantoor.lever_in()
    assert ongewijzigd(kantoor)


@pytest.mark.parametrize(("revisie", "woord"), [("0047", "oudere versie"), ("9999", "nieuwere versie")])
def test_een_koffer_van_een_andere_versie_zegt_wat_te_doen(kantoor: Kantoor, revisie: str, woord: str) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten, diensten.werkplek.kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revisie,))
    with pytest.raises(KofferFout, match=woord):
        kantoor.lever_in()
    assert ongewijzigd(kantoor)


def test_een_koffer_die_nog_open_is_wordt_niet_ingeleverd(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop(), pytest.raises(KofferFout, match="al geopend"):
        kantoor.lever_in()
    assert ongewijzigd(kantoor)


def test_een_gewone_kluis_is_geen_koffer(kantoor: Kantoor, tmp_path: Path) -> None:
    kantoor.geef_uit()
    for map_ in (kantoor.bureau.map, tmp_path / "weg", tmp_path):
        with pytest.raises(KofferFout, match="geen koffer"):
            kantoor.lever_in(map_)


@pytest.mark.parametrize("keer", range(1, STAPPEN + 1))
def test_wie_het_inleveren_stopt_heeft_hier_en_in_de_koffer_niets_gewijzigd(kantoor: Kantoor, keer: int) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    voor = kantoor.bureau.waarde("SELECT max(nummer) FROM verklaring")

    def stop(gedaan: int, _totaal: int, _tekst: str) -> None:
        if gedaan == keer:
            raise Gestopt

    kantoor.bureau.alsof_bevestigd()
    with pytest.raises(Gestopt):
        kantoor.inleveren.lever_in(kantoor.koffermap, voortgang=stop)
    assert kantoor.koffermap.exists()
    assert kantoor.koffers.van_overleg(kantoor.tafel)[0].is_uit
    assert kantoor.bureau.waarde("SELECT max(nummer) FROM verklaring") == voor
    assert kantoor.lever_in().ernaast == ()
    assert in_orde(kantoor.bureau)
