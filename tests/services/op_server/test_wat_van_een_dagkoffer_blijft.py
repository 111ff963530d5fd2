"""What stays of a koffer of today and what goes: the choice, what was begun, and what may not be here any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD
from kofferhulp import ANDER, Kantoor, slapend
from serverhuis import Huisbureau
from sqlalchemy import Connection, event, select
from sqlalchemy.exc import OperationalError

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer.maken import Koffermaker
from zvh_desktop.errors import (
    BevestigingNodig,
    GebruikersFout,
    KluisFout,
    KluisInGebruik,
    KofferFout,
    LijnWeg,
    NietBevoegd,
    ServerWeigert,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.paths import gebruikersmap
from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.services.koffer import dagkoffer as dagkoffer_module
from zvh_desktop.services.koffer.dagkoffer import DagkofferService
from zvh_desktop.services.koffer.gegevens import Begonnen
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

NIEUW_WACHTWOORD = "vier-andere-lange-woorden-achtereen"


def test_wat_begonnen_is_en_de_keuze_blijven_na_een_wijziging_van_rollen(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    assert REGIE not in str(slapend()[0].relative_to(gebruikersmap()))
    map_ = dagkoffer.wek()
    kantoor.bureau.als(BEHEER).kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.PROCESREGISSEUR, Rol.MEDEWERKER}))
    na = DagkofferService(kantoor.bureau.als(REGIE).werkplek)
    assert (na.stand().aan, na.stand().begonnen) == (True, (Begonnen(map_, (kantoor.tafel,)),))
    assert not na.vernieuw()
    assert DagkofferService(kantoor.bureau.als(ANDER).werkplek).stand().begonnen == ()


def test_met_een_ander_wachtwoord_gaat_de_vorige_niet_meer_open(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    BeheerService(kantoor.bureau.werkplek).wijzig_wachtwoord(WACHTWOORD, NIEUW_WACHTWOORD)
    assert slapend() == []
    assert dagkoffer.vernieuw()
    with open_kluis(dagkoffer.wek(), REGIE, NIEUW_WACHTWOORD, klok=kantoor.klok) as kluis:
        assert kluis.koffer is not None


def test_een_wachtwoord_dat_elders_is_gewijzigd_maakt_een_andere(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    eerste = slapend()
    elders = Huisbureau(kantoor.bureau.map, kantoor.klok, REGIE)
    elders.kluis.accounts.wijzig_wachtwoord(WACHTWOORD, NIEUW_WACHTWOORD)
    elders.sluit()
    assert dagkoffer.vernieuw()
    assert slapend() != eerste
    with pytest.raises(WachtwoordOnjuist):
        open_kluis(dagkoffer.wek(), REGIE, WACHTWOORD, klok=kantoor.klok)


def test_zonder_lijn_gaat_die_van_gisteren_niet_meer_open(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    kantoor.klok.verder(dagen=1)
    assert dagkoffer.stand().van is None
    with pytest.raises(KofferFout, match="geen koffer van vandaag"):
        dagkoffer.wek()


def test_wat_onder_een_andere_map_van_dit_huis_begonnen_is_wordt_gevonden(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    elders = map_.parent.with_name("eerder") / map_.name
    elders.parent.mkdir()
    map_.rename(elders)
    assert dagkoffer.stand().begonnen == (Begonnen(elders, (kantoor.tafel,)),)
    assert dagkoffer.wek() == elders


@pytest.mark.parametrize("waarom", ["uit", "dag voorbij", "vastgesteld", "rol weg"])
def test_hij_blijft_niet_liggen(kantoor: Kantoor, dagkoffer: DagkofferService, waarom: str) -> None:
    dagkoffer.vernieuw()
    assert len(slapend()) == 1
    bureau = kantoor.bureau
    if waarom == "uit":
        dagkoffer.zet(aan=False)
    elif waarom == "dag voorbij":
        kantoor.klok.verder(dagen=1)
    elif waarom == "vastgesteld":
        bureau.gehouden(kantoor.tafel)
        for punt in (kantoor.punt_een, kantoor.punt_twee):
            bureau.verslagen.bewaar_tekst(punt, VerslagTekst("a", "b", "c"))
            bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(bureau.profiel.besluiten[0].sleutel, "besloten"))
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(kantoor.tafel)
    else:
        beheer = Huisbureau(bureau.map, kantoor.klok, BEHEER)
        beheer.kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))
        beheer.sluit()
    assert not dagkoffer.vernieuw()
    assert slapend() == []


def test_wat_van_een_ander_bleef_liggen_gaat_met_de_dag(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    kantoor.bureau.als(MEDEWERKER)
    ander = DagkofferService(kantoor.bureau.werkplek)
    assert not ander.stand().mogelijk
    assert not ander.vernieuw()
    assert len(slapend()) == 1
    kantoor.klok.verder(dagen=1)
    assert not ander.vernieuw()
    assert slapend() == []


def test_wie_de_rol_kwijt_is_heeft_er_niets_meer_van(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    kantoor.bureau.als(BEHEER).kluis.accounts.wijzig_rollen(REGIE, frozenset({Rol.MEDEWERKER}))
    assert not DagkofferService(kantoor.bureau.werkplek).vernieuw()
    assert slapend() == []


def _van_de_server(zin: str) -> KluisFout:
    """What the driver said, as a sentence."""
    fout = KluisFout(zin)
    fout.__cause__ = OperationalError("", {}, Exception())
    return fout


@pytest.mark.parametrize(
    ("fout", "blijft"),
    [
        (KluisFout("Uw databaseaccount heeft op de server niet de rollen die u in het huis hebt."), False),
        (NietBevoegd("Uw account is hier niet meer."), False),
        (ServerWeigert("De server laat dit databaseaccount niet toe."), False),
        (LijnWeg(lezend=True), True),
        (_van_de_server("De server kan er nu niets meer bij hebben."), True),
        (KluisInGebruik("Iemand anders is bezig met opslaan."), True),
    ],
)
def test_wat_de_server_weigert_gaat_weg_en_wat_hij_niet_kan_zeggen_blijft(
    kantoor: Kantoor, dagkoffer: DagkofferService, fout: GebruikersFout, blijft: bool
) -> None:
    dagkoffer.vernieuw()
    sessies = kantoor.bureau.kluis.lees_sessies

    def weiger(*_: object) -> None:
        raise fout

    event.listen(sessies, "after_begin", weiger)
    if blijft:
        with pytest.raises(type(fout)):
            dagkoffer.vernieuw()
    else:
        assert not dagkoffer.vernieuw()
    event.remove(sessies, "after_begin", weiger)
    assert bool(slapend()) is blijft


def test_wat_te_groot_is_wordt_een_keer_gemaakt_en_er_blijft_niets_van(
    kantoor: Kantoor, dagkoffer: DagkofferService, monkeypatch: pytest.MonkeyPatch
) -> None:
    dagkoffer.vernieuw()
    kantoor.bureau.verslagen.start_punt(kantoor.punt_een)
    monkeypatch.setattr(dagkoffer_module, "GROOTST", 1)
    gemaakt: list[Path] = []
    begin = Koffermaker.begin

    def tel(maker: Koffermaker, van: Connection) -> None:
        gemaakt.append(maker._doel)
        begin(maker, van)

    monkeypatch.setattr(Koffermaker, "begin", tel)
    assert not dagkoffer.vernieuw()
    assert (slapend(), dagkoffer.stand().te_groot) == ([], True)
    assert not dagkoffer.vernieuw()
    assert len(gemaakt) == 1
    monkeypatch.setattr(dagkoffer_module, "GROOTST", 2**40)
    kantoor.bureau.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("Korter", "", ""))
    assert dagkoffer.vernieuw()
    assert (len(slapend()), dagkoffer.stand().te_groot) == (1, False)


def wachtregels(bureau: Huisbureau) -> list[str]:
    """What Vandaag says of koffers."""
    return [regel.zin for regel in bureau.diensten().vandaag.toon().regels if "koffer" in regel.zin]


def test_wat_begonnen_is_en_niet_ingeleverd_staat_bij_vandaag_met_hoe_oud_het_is(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    assert wachtregels(kantoor.bureau.als(REGIE)) == []
    dagkoffer.wek()
    dag = datum_kort(kantoor.klok.vandaag)
    zin = f"Op deze computer staat een koffer voor {dag}, die niet is ingeleverd"
    assert wachtregels(kantoor.bureau.als(REGIE)) == [zin]
    assert wachtregels(kantoor.bureau.als(MEDEWERKER)) == []
    kantoor.klok.verder(dagen=2)
    na = DagkofferService(kantoor.bureau.als(REGIE).werkplek)
    assert [een.dagen for een in na.stand().begonnen] == [2]
    assert wachtregels(kantoor.bureau.als(REGIE)) == [zin.replace(dag, f"{dag}, 2 dagen oud")]
    with pytest.raises(KofferFout):
        na.wek()


def test_wie_hem_niet_inlevert_gooit_hem_ondertekend_weg_en_dat_staat_in_het_logboek(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    bureau = kantoor.bureau.als(REGIE)
    dienst = DagkofferService(bureau.werkplek)
    with pytest.raises(BevestigingNodig):
        dienst.gooi_weg(map_)
    assert map_.exists()
    bureau.alsof_bevestigd()
    dienst.gooi_weg(map_)
    assert not map_.exists()
    assert dienst.stand().begonnen == ()
    assert dienst.vernieuw(), "from here on one is kept fresh again"
    with bureau.kluis.lees_sessies() as sessie:
        handelingen = sessie.scalars(select(Logregel).order_by(Logregel.nummer.desc()).limit(1)).all()
    assert [een.handeling for een in handelingen] == ["koffer van vandaag weggegooid"]


def weggegooid(bureau: Huisbureau) -> int:
    """How many lines in the log say that one went."""
    with bureau.kluis.lees_sessies() as sessie:
        regels = sessie.scalars(select(Logregel).where(Logregel.resultaat == "gelukt")).all()
    return sum(een.handeling == "koffer van vandaag weggegooid" for een in regels)


def test_ook_zonder_nummers_in_zijn_naam_staat_in_het_logboek_dat_hij_weg_is(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    eerst = dagkoffer.wek()
    map_ = eerst.rename(eerst.with_name("Overleg.koffer"))
    bureau = kantoor.bureau.als(REGIE)
    bureau.alsof_bevestigd()
    DagkofferService(bureau.werkplek).gooi_weg(map_)
    assert (map_.exists(), weggegooid(bureau)) == (False, 1)


def test_wat_vast_wordt_gehouden_is_niet_weg_en_dat_wordt_gezegd(
    kantoor: Kantoor, dagkoffer: DagkofferService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does with a file that another program has open."""
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    bureau = kantoor.bureau.als(REGIE)
    bureau.alsof_bevestigd()
    dienst = DagkofferService(bureau.werkplek)

    def vast(*_welk: object) -> None:
        raise PermissionError(13, "in gebruik")

    with monkeypatch.context() as nu:
        nu.setattr(dagkoffer_module, "wis_sleutels", vast)
        with pytest.raises(GebruikersFout):
            dienst.gooi_weg(map_)
    assert ([een.map for een in dienst.stand().begonnen], weggegooid(bureau)) == ([map_], 0)

    monkeypatch.setattr(dagkoffer_module, "gooi_weg", lambda _map: None)
    with pytest.raises(KofferFout, match="houdt ze vast"):
        dienst.gooi_weg(map_)
    assert (dienst.stand().begonnen, weggegooid(bureau)) == ((), 1)


def test_die_van_een_collega_blijft_staan_tot_er_niemand_meer_is_die_hem_kan_inleveren(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    ander = kantoor.bureau.als(ANDER)
    dienst = DagkofferService(ander.werkplek)
    [rest] = dienst.stand().van_anderen
    assert (rest.map, rest.weg) == (map_, False)
    assert any(f"een koffer van {rest.voor}" in zin for zin in wachtregels(ander))
    ander.alsof_bevestigd()
    with pytest.raises(KofferFout, match="niet weggooien"):
        dienst.gooi_weg(map_)
    kantoor.bureau.als(BEHEER).kluis.accounts.verwijder(REGIE)
    ander = kantoor.bureau.als(ANDER)
    dienst = DagkofferService(ander.werkplek)
    assert [een.weg for een in dienst.stand().van_anderen] == [True]
    ander.alsof_bevestigd()
    dienst.gooi_weg(map_)
    assert not map_.exists()
