"""The goals of a plan of which one is changed: the others keep their rows, whoever knows their numbers or not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Bureau

from zvh_desktop.models.keuzes import PlanId
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanInvoer

DOELEN = tuple(DoelInvoer("Huisvesting", een) for een in ("Een dak.", "Een inkomen.", "Rust."))


@pytest.fixture
def plan(bureau: Bureau) -> PlanId:
    plan = bureau.plannen.begin(bureau.casus())
    bureau.plannen.bewaar(plan, PlanInvoer(doelen=DOELEN))
    return plan


def doelen(bureau: Bureau, plan: PlanId) -> tuple[DoelInvoer, ...]:
    return bureau.plannen.toon(plan).invoer.doelen


def test_wie_de_nummers_kent_houdt_elk_doel_op_zijn_rij(bureau: Bureau, plan: PlanId) -> None:
    een, twee, drie = doelen(bureau, plan)
    nieuw = (een, replace(drie, doel="Stilte."), DoelInvoer("Werk", "Een baan."))
    bureau.plannen.bewaar(plan, PlanInvoer(doelen=nieuw))
    nu = {doel.id: doel.doel for doel in doelen(bureau, plan)}
    assert (nu[een.id], nu[drie.id], twee.id in nu, len(nu)) == ("Een dak.", "Stilte.", False, 3)


@pytest.mark.parametrize(
    ("getypt", "blijven"),
    [
        (("Een dak.", "Een uitkering.", "Rust."), (0, 1, 2)),
        (("Een inkomen.", "Rust."), (1, 2)),
        (("Rust.", "Een dak.", "Een inkomen."), (2,)),
        (("Een dak.", "Nieuw.", "Rust.", "Een inkomen."), (0,)),
        (("Een dak.", "Een inkomen.", "Rust.", "Werk."), (0, 1, 2)),
    ],
)
def test_wie_ze_niet_kent_gaat_eerst_af_op_wat_er_staat(
    bureau: Bureau, plan: PlanId, getypt: tuple[str, ...], blijven: tuple[int, ...]
) -> None:
    eerst = doelen(bureau, plan)
    bureau.plannen.bewaar(plan, PlanInvoer(doelen=tuple(DoelInvoer("Huisvesting", een) for een in getypt)))
    nu = doelen(bureau, plan)
    assert tuple(een.doel for een in nu) == getypt
    assert {eerst[plek].id for plek in blijven} <= {een.id for een in nu}
    assert all(een.doel == eerst[plek].doel for plek in blijven for een in nu if een.id == eerst[plek].id) == (
        "Een uitkering." not in getypt
    )


def test_een_nummer_van_een_ander_plan_wijst_daar_niets_aan(bureau: Bureau, plan: PlanId) -> None:
    ander = bureau.plannen.begin(bureau.casus("Testpersoon Ander"))
    bureau.plannen.bewaar(ander, PlanInvoer(doelen=(replace(doelen(bureau, plan)[0], doel="Van elders."),)))
    assert [een.doel for een in doelen(bureau, plan)] == [een.doel for een in DOELEN]
    assert [een.doel for een in doelen(bureau, ander)] == ["Van elders."]


def test_twee_keer_hetzelfde_nummer_is_een_keer_dat_doel(bureau: Bureau, plan: PlanId) -> None:
    een, *_ = doelen(bureau, plan)
    bureau.plannen.bewaar(plan, PlanInvoer(doelen=(een, replace(een, doel="Nog een dak."))))
    assert [doel.doel for doel in doelen(bureau, plan)] == ["Een dak.", "Nog een dak."]
