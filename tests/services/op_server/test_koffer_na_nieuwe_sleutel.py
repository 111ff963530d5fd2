"""A new house key while a koffer is out: it has a key of its own, so it comes back, and nothing of it is lost."""

from __future__ import annotations

from dbserver import EIGENAAR
from factories import BEHEER, REGIE, WACHTWOORD
from kofferhulp import Kantoor, houd_tafel, in_orde
from serverhuis import Huisbureau

from zvh_desktop.database.team.openen import Serveraanmelding
from zvh_desktop.database.team.verbinding import lees_verbinding
from zvh_desktop.database.team.vernieuwen import vernieuw
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.services.koffer.dagkoffer import DagkofferService


def vernieuw_sleutel(kantoor: Kantoor) -> None:
    """As `zvh team vernieuw` does, while nobody works; then everybody signs in anew."""
    oud = kantoor.bureau.kluis.databasesleutel
    pad = kantoor.bureau.map
    kantoor.bureau.sluit()
    wie = Serveraanmelding(EIGENAAR, BEHEER, WACHTWOORD)
    assert vernieuw(lees_verbinding(pad), wie, nu=kantoor.klok()).waarden > 0
    kantoor.bureau = Huisbureau(pad, kantoor.klok, REGIE)
    assert kantoor.bureau.kluis.databasesleutel != oud


def test_een_koffer_van_voor_een_nieuwe_sleutel_komt_heel_terug(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
        onderweg = diensten.verslagen.toon(kantoor.tafel).punten[0]
    vernieuw_sleutel(kantoor)
    [uit] = kantoor.koffers.van_overleg(kantoor.tafel)
    assert uit.is_uit
    terug = kantoor.lever_in()
    assert (terug.ernaast, terug.koffer.stand, terug.koffer_weg) == ((), KofferStand.TERUG, True)
    hier = kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0]
    assert (hier.tekst, hier.aanwezigen) == (onderweg.tekst, onderweg.aanwezigen)
    assert in_orde(kantoor.bureau)


def test_ook_tussen_twee_keer_werken_in_de_koffer(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    vernieuw_sleutel(kantoor)
    with kantoor.laptop() as diensten:
        houd_tafel(kantoor, diensten)
    assert kantoor.lever_in().koffer.stand is KofferStand.TERUG
    assert in_orde(kantoor.bureau)


def test_een_koffer_van_vandaag_die_was_begonnen_komt_terug_als_voorstel(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    map_ = dagkoffer.wek()
    with kantoor.laptop(map_=map_) as diensten:
        houd_tafel(kantoor, diensten)
    vernieuw_sleutel(kantoor)
    assert [een.map for een in DagkofferService(kantoor.bureau.werkplek).stand().begonnen] == [map_]
    beeld = kantoor.inleveren.bekijk(map_)
    assert kantoor.lever_in(map_, frozenset(een for een in beeld.punten if een.voorgesteld)).koffer_weg
    assert kantoor.bureau.verslagen.toon(kantoor.tafel).punten[0].tekst.beeld == "Wegbeeld"
    assert in_orde(kantoor.bureau)


def test_wat_slaapt_maakt_plaats_voor_een_van_na_de_nieuwe_sleutel(
    kantoor: Kantoor, dagkoffer: DagkofferService
) -> None:
    dagkoffer.vernieuw()
    vernieuw_sleutel(kantoor)
    na = DagkofferService(kantoor.bureau.werkplek)
    assert na.stand().aan
    assert na.vernieuw()
    with kantoor.laptop(map_=na.wek()) as diensten:
        assert {een.id for een in diensten.casussen.lijst()} == {kantoor.een, kantoor.twee}
