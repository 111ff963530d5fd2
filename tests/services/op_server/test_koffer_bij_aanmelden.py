"""The koffer of today of a house that is closed: offered to whom it is sealed for, and woken with that password."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import BEHEER, REGIE, WACHTWOORD
from kofferhulp import ANDER, Kantoor, slapend

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer.slapend import laat_slapen
from zvh_desktop.errors import KofferFout, WachtwoordOnjuist
from zvh_desktop.services.koffer.aanbod import ZonderLijnDienst
from zvh_desktop.services.koffer.dagkoffer import DagkofferService
from zvh_desktop.services.koffer.gegevens import Begonnen

ANDER_WACHTWOORD = "een heel ander wachtwoord"


@pytest.fixture
def buiten(kantoor: Kantoor) -> ZonderLijnDienst:
    """What the login asks."""
    return ZonderLijnDienst(kantoor.klok)


def test_het_aanbod_is_voor_wie_hij_is_en_zegt_van_wanneer(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    verbinding = kantoor.bureau.map
    assert buiten.aanbod(verbinding, REGIE) is None
    dagkoffer.vernieuw()
    aanbod = buiten.aanbod(verbinding, f" {REGIE} ")
    assert aanbod is not None
    assert aanbod.van == dagkoffer.stand().van
    assert buiten.aanbod(verbinding, ANDER) is None
    assert buiten.aanbod(verbinding, "niemand") is None


def test_met_het_eigen_wachtwoord_begint_hij_en_gaat_het_verder_als_vanuit_het_venster(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    dagkoffer.vernieuw()
    kantoor.bureau.sluit()
    map_ = buiten.wek(kantoor.bureau.map, REGIE, WACHTWOORD)
    assert slapend() == []
    with open_kluis(map_, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        assert kluis.koffer is not None
    aanbod = buiten.aanbod(kantoor.bureau.map, REGIE)
    assert aanbod is not None
    assert aanbod.van is None, "it was begun"
    assert buiten.wek(kantoor.bureau.map, REGIE, WACHTWOORD) == map_
    na = DagkofferService(kantoor.bureau.als(REGIE).werkplek)
    assert na.stand().begonnen == (Begonnen(map_, (kantoor.tafel,)),)


def test_een_half_gewekte_koffer_wordt_met_het_wachtwoord_verder_gewekt(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    """The process was killed after it took its place and before its key file had its name."""
    dagkoffer.vernieuw()
    half = dagkoffer.wek()
    laat_slapen(half)
    kantoor.bureau.sluit()
    map_ = buiten.wek(kantoor.bureau.map, REGIE, WACHTWOORD)
    assert map_ == half
    with open_kluis(map_, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        assert kluis.koffer is not None


def test_een_half_gewekte_koffer_slaapt_met_een_verkeerd_wachtwoord_door(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    dagkoffer.vernieuw()
    half = dagkoffer.wek()
    laat_slapen(half)
    eerst = sorted(een.name for een in half.iterdir())
    with pytest.raises(WachtwoordOnjuist):
        buiten.wek(kantoor.bureau.map, REGIE, "niet het goede wachtwoord")
    assert sorted(een.name for een in half.iterdir()) == eerst


def test_met_een_verkeerd_wachtwoord_slaapt_hij_door(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    dagkoffer.vernieuw()
    eerst = slapend()
    with pytest.raises(WachtwoordOnjuist):
        buiten.wek(kantoor.bureau.map, REGIE, "niet het goede wachtwoord")
    assert slapend() == eerst
    with pytest.raises(KofferFout):
        buiten.wek(kantoor.bureau.map, ANDER, WACHTWOORD)


def test_na_die_dag_is_er_geen_aanbod_ook_niet_van_wat_was_begonnen(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    dagkoffer.vernieuw()
    dagkoffer.wek()
    assert buiten.aanbod(kantoor.bureau.map, REGIE) is not None
    kantoor.klok.verder(dagen=1)
    assert buiten.aanbod(kantoor.bureau.map, REGIE) is None


def test_een_bedorven_sleutelbestand_is_geen_aanbod(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    dagkoffer.vernieuw()
    [map_] = slapend()
    [sleutels] = [een for een in Path(map_).iterdir() if een.name.endswith(".slaapt")]
    sleutels.write_bytes(b"niets")
    assert buiten.aanbod(kantoor.bureau.map, REGIE) is None


def test_wat_op_de_server_wijzigde_weet_hij_tot_het_einde_van_de_dag_niet(
    kantoor: Kantoor, dagkoffer: DagkofferService, buiten: ZonderLijnDienst
) -> None:
    """The old password, and an account that is no more: without a line nobody here can know."""
    dagkoffer.vernieuw()
    kantoor.bureau.kluis.accounts.wijzig_wachtwoord(WACHTWOORD, ANDER_WACHTWOORD)
    kantoor.bureau.als(BEHEER).kluis.accounts.verwijder(REGIE)
    kantoor.bureau.sluit()
    with pytest.raises(WachtwoordOnjuist):
        buiten.wek(kantoor.bureau.map, REGIE, ANDER_WACHTWOORD)
    map_ = buiten.wek(kantoor.bureau.map, REGIE, WACHTWOORD)
    with open_kluis(map_, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        assert kluis.koffer is not None
    kantoor.klok.verder(dagen=1)
    assert buiten.aanbod(kantoor.bureau.map, REGIE) is None
