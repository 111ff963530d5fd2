"""The koffer of today: kept fresh beside the work, begun without a line, and brought back as a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD
from kofferhulp import ANDER, THUIS, Kantoor, houd_tafel, in_orde
from serverhuis import Huisbureau
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import (
    BevestigingNodig,
    GebruikersFout,
    IntussenGewijzigd,
    KluisFout,
    KluisInGebruik,
    KofferFout,
    LijnWeg,
    NietBevoegd,
    ServerWeigert,
    WachtwoordOnjuist,
)
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OordeelUitkomst, PoortStand, Rol
from zvh_desktop.paths import gebruikersmap
from zvh_desktop.services.beheer.beheer import BeheerService
from zvh_desktop.services.koffer.alsnog import ZONDER_LIJN_BEGONNEN
from zvh_desktop.services.koffer.dagkoffer import DagkofferService
from zvh_desktop.services.koffer.gegevens import Begonnen, TerugResultaat
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

NIEUW_WACHTWOORD = "vier-andere-lange-woorden-achtereen"


@pytest.fixture
def collega(kantoor: Kantoor) -> Iterator[Huisbureau]:
    bureau = Huisbureau(kantoor.bureau.map, kantoor.klok, ANDER)
    yield bureau
    bureau.sluit()


@pytest.fixture
def dagkoffer(kantoor: Kantoor) -> DagkofferService:
    """Switched on."""
    dienst = DagkofferService(kantoor.bureau.werkplek)
    kantoor.bureau.alsof_bevestigd()
    dienst.zet(aan=True)
    return dienst


def slapend() -> list[Path]:
    return sorted(gebruikersmap().glob("dagkoffer/*/*/slapend/*"))


def kies_voorgesteld(kantoor: Kantoor, map_: Path) -> TerugResultaat:
    """As who hands it in and leaves the ticks as they stand."""
    kantoor.bureau.werkplek.lees_bij()
    beeld = kantoor.inleveren.bekijk(map_)
    assert beeld.kiezen
    return kantoor.lever_in(map_, frozenset(een for een in beeld.punten if een.voorgesteld))


def test_hij_wordt_bijgehouden_en_niemand_merkt_er_iets_van(
    kantoor: Kantoor, collega: Huisbureau, dagkoffer: DagkofferService
) -> None:
    assert dagkoffer.vernieuw()
    eerste = slapend()
    assert len(eerste) == 1
    assert dagkoffer.vernieuw()
    assert slapend() == eerste  # nothing was changed
    collega.casus("Testpersoon Elders")
    assert dagkoffer.vernieuw()
    assert slapend() == eerste  # nothing of this tafel
    collega.verslagen.start_punt(kantoor.punt_een)
    assert dagkoffer.vernieuw()
    assert len(slapend()) == 1
    assert slapend() != eerste
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()
    assert in_orde(kantoor.bureau)


def test_wat_slaapt_gaat_niet_open_en_is_van_een_iemand(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    inhoud = b"".join(een.read_bytes() for een in slapend()[0].iterdir())
    assert b"Testpersoon" not in inhoud
    with pytest.raises(GebruikersFout), kantoor.laptop(map_=slapend()[0]):
        pass
    map_ = dagkoffer.wek()
    assert slapend() == []
    with pytest.raises(GebruikersFout), kantoor.laptop(ANDER, map_):
        pass
    with kantoor.laptop(map_=map_) as diensten:
        assert {een.id for een in diensten.casussen.lijst()} == {kantoor.een, kantoor.twee}
        with diensten.werkplek.kluis.lees_sessies() as sessie:
            alles = str([sessie.execute(select(tabel)).all() for tabel in Base.metadata.sorted_tables])
    assert THUIS not in alles


def test_zonder_lijn_gaat_het_verder_en_daarna_komt_het_terug(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    with kantoor.laptop(map_=map_) as diensten:
        houd_tafel(kantoor, diensten)
    assert dagkoffer.stand().begonnen == (Begonnen(map_, (kantoor.tafel,)),)
    assert not dagkoffer.vernieuw()  # while it waits there is no other, and it is the one to go on in
    assert dagkoffer.wek() == map_
    terug = kies_voorgesteld(kantoor, map_)
    assert (terug.ernaast, terug.koffer.stand, terug.koffer_weg) == ((), KofferStand.NAGEKOMEN, True)
    assert dagkoffer.stand().begonnen == ()
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Wegbeeld"
    assert [een.invoer.omschrijving for een in punt.besluiten] == ["Wegbesluit"]
    koffer = kantoor.koffers.van_overleg(kantoor.tafel)[0]
    assert koffer.ingetrokken_reden == ZONDER_LIJN_BEGONNEN
    assert in_orde(kantoor.bureau)


def test_wat_een_collega_intussen_deed_wint(kantoor: Kantoor, collega: Huisbureau, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    # The very next statement of the office has the number with which the koffer went out.
    collega.oordeel(kantoor.een, "RvdK", uitkomst=OordeelUitkomst.NIET_RECHTMATIG)
    collega.trek_in(kantoor.een, "Politie")
    collega.verslagen.start_punt(kantoor.punt_een)
    collega.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("Serverbeeld", "", ""))
    with kantoor.laptop(map_=map_) as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.bureau.werkplek.lees_bij()
    beeld = kantoor.inleveren.bekijk(map_)
    alles = frozenset(een for een in beeld.punten)
    oordeel = next(een for een in beeld.punten if een.wat == "Oordeel")
    assert not oordeel.kan
    kantoor.lever_in(map_, alles - {een for een in beeld.punten if een.wat == "Beeldvorming"})
    standen = {een.kort: een.stand for een in kantoor.bureau.oordelen.blad(kantoor.een)}
    assert standen["RvdK"] is not PoortStand.RECHTMATIG
    assert standen["Politie"] is not PoortStand.RECHTMATIG
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Serverbeeld"
    assert in_orde(kantoor.bureau)


def test_wat_een_collega_na_het_bekijken_bewaarde_blijft_staan(
    kantoor: Kantoor, collega: Huisbureau, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    with kantoor.laptop(map_=map_) as diensten:
        houd_tafel(kantoor, diensten)
    kantoor.bureau.werkplek.lees_bij()
    gekozen = [een for een in kantoor.inleveren.bekijk(map_).punten if een.voorgesteld]
    collega.verslagen.start_punt(kantoor.punt_een)
    collega.verslagen.bewaar_tekst(kantoor.punt_een, VerslagTekst("Serverbeeld", "", ""))
    with pytest.raises(IntussenGewijzigd, match="Beeldvorming"):
        kantoor.lever_in(map_, gekozen)
    assert kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0].tekst.beeld == "Serverbeeld"
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()
    kies_voorgesteld(kantoor, map_)  # looked at anew
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert (punt.tekst.beeld, len(punt.besluiten)) == ("Serverbeeld", 1)
    assert in_orde(kantoor.bureau)


def test_hij_telt_een_keer(kantoor: Kantoor, dagkoffer: DagkofferService, tmp_path: Path) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    with kantoor.laptop(map_=map_) as diensten:
        houd_tafel(kantoor, diensten)
    kopie = tmp_path / "kopie.koffer"
    kopie.mkdir()
    for bestand in map_.iterdir():
        (kopie / bestand.name).write_bytes(bestand.read_bytes())
    kies_voorgesteld(kantoor, map_)
    with pytest.raises(KofferFout, match="al ingeleverd"):
        kantoor.inleveren.bekijk(kopie)


def test_is_hij_intussen_uitgeleend_dan_wacht_wat_zonder_lijn_is_gedaan(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    kantoor.geef_uit(voor=ANDER, vervanger="")
    assert not dagkoffer.vernieuw()  # what is uitgeleend is not kept fresh
    with pytest.raises(KofferFout, match="andere koffer"):
        kantoor.inleveren.bekijk(map_)
    assert map_.is_dir()


def test_een_koffer_van_een_andere_stand_komt_er_niet_in(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    with kantoor.bureau.kluis.lees_sessies() as sessie:
        hoogste = sessie.execute(select(Base.metadata.tables["verklaring"].c.nummer)).scalars().all()[-1]
    assert hoogste > 0
    with kantoor.laptop(map_=map_) as diensten, diensten.werkplek.kluis.sessies.begin() as sessie:
        sessie.connection().exec_driver_sql("UPDATE koffer SET tot_en_met = tot_en_met - 1")
    with pytest.raises(KofferFout, match="gaat niet verder op wat hier staat"):
        kantoor.inleveren.bekijk(map_)


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


def test_alleen_wie_het_overleg_leidt_zet_hem_aan_en_met_wachtwoord(kantoor: Kantoor) -> None:
    dienst = DagkofferService(kantoor.bureau.werkplek)
    with pytest.raises(BevestigingNodig):
        dienst.zet(aan=True)
    assert not dienst.stand().aan
    assert not dienst.vernieuw()
    kantoor.bureau.als(MEDEWERKER)
    with pytest.raises((NietBevoegd, KofferFout)):
        DagkofferService(kantoor.bureau.werkplek).zet(aan=True)
    assert slapend() == []


def test_wie_halverwege_ophoudt_laat_de_vorige_staan(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    eerste = slapend()
    kantoor.bureau.verslagen.start_punt(kantoor.punt_een)
    engine = kantoor.bureau.kluis.engine

    def valt_weg(_lijn: object, _aanwijzer: object, opdracht: str, *_rest: object) -> None:
        if "FROM deelname" in opdracht and "xmin" not in opdracht:
            raise OSError("de lijn valt weg")

    event.listen(engine, "before_cursor_execute", valt_weg)
    with pytest.raises((OSError, GebruikersFout)):
        dagkoffer.vernieuw()
    event.remove(engine, "before_cursor_execute", valt_weg)
    assert slapend() == eerste
    assert dagkoffer.stand().van is not None
    assert dagkoffer.vernieuw()
    assert len(slapend()) == 1
    assert slapend() != eerste


def test_vergrendelen_wacht_niet_op_een_koffer_die_wordt_gemaakt(kantoor: Kantoor, dagkoffer: DagkofferService) -> None:
    dagkoffer.vernieuw()
    eerste = slapend()
    kantoor.bureau.verslagen.start_punt(kantoor.punt_een)
    engine = kantoor.bureau.kluis.engine

    def vergrendel(_lijn: object, _aanwijzer: object, opdracht: str, *_rest: object) -> None:
        if "FROM casusregie" in opdracht and "xmin" not in opdracht:
            dagkoffer.stop()

    event.listen(engine, "before_cursor_execute", vergrendel)
    with pytest.raises(KluisInGebruik, match="vergrendeld"):
        dagkoffer.vernieuw()
    event.remove(engine, "before_cursor_execute", vergrendel)
    assert slapend() == eerste
