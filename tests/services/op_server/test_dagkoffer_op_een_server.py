"""The koffer of today: kept fresh beside the work, begun without a line, and brought back as a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE
from kofferhulp import ANDER, THUIS, Kantoor, houd_tafel, in_orde
from serverhuis import Huisbureau
from sqlalchemy import event, select

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, KluisInGebruik, KofferFout, NietBevoegd
from zvh_desktop.models.alles import Base
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OordeelUitkomst, PoortStand, Rol
from zvh_desktop.paths import gebruikersmap
from zvh_desktop.services.koffer.alsnog import ZONDER_LIJN_BEGONNEN
from zvh_desktop.services.koffer.dagkoffer import DagkofferService
from zvh_desktop.services.koffer.gegevens import Begonnen, TerugResultaat
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


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
    return kantoor.lever_in(map_, frozenset(een.sleutel for een in beeld.punten if een.voorgesteld))


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
    alles = frozenset(een.sleutel for een in beeld.punten)
    oordeel = next(een for een in beeld.punten if een.wat == "Oordeel")
    assert not oordeel.kan
    kantoor.lever_in(map_, alles - {een.sleutel for een in beeld.punten if een.wat == "Beeldvorming"})
    standen = {een.kort: een.stand for een in kantoor.bureau.oordelen.blad(kantoor.een)}
    assert standen["RvdK"] is not PoortStand.RECHTMATIG
    assert standen["Politie"] is not PoortStand.RECHTMATIG
    punt = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert punt.tekst.beeld == "Serverbeeld"
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
