"""What hangs on a row is found by the foreign keys themselves, and said in words."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import time

import pytest
from factories import Bureau

import zvh_desktop.models
from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.base import Base
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.hangt_aan import WOORDEN, verwijzingen

for _deel in pkgutil.walk_packages(zvh_desktop.models.__path__, "zvh_desktop.models."):
    importlib.import_module(_deel.name)
WEG_TE_HALEN = (
    "partij", "overleg", "agendapunt", "aanmelding", "actie", "informatie_item", "besluit", "overleg_besluit",
    "contactpersoon",
)  # fmt: skip
"""The tables of which a user can remove a row."""


@pytest.mark.parametrize("naam", WEG_TE_HALEN)
def test_elke_tabel_die_verwijst_heeft_een_woord(naam: str) -> None:
    (klasse,) = (kaart.class_ for kaart in Base.registry.mappers if kaart.local_table.name == naam)  # type: ignore[attr-defined]
    assert {tabel.name for tabel, _ in verwijzingen(klasse)} <= WOORDEN.keys()


def test_elke_verwijzing_naar_een_partij_houdt_haar_vast() -> None:
    gevonden = {tabel.name for tabel, _ in verwijzingen(Partij)}
    assert {"overleg_lid", "oordeel", "casusregie", "verzending", "plan_rol"} <= gevonden
    assert "contactpersoon" not in gevonden


def test_een_lid_van_de_stuurgroep_kan_niet_weg_en_er_staat_waarom(bureau: Bureau) -> None:
    partij = bureau.partijen.voeg_toe(PartijInvoer("Testpartij Lid", "Testlid"))
    diensten = bureau.diensten()
    soort = next(soort for soort in bureau.profiel.overlegsoorten if not soort.casuistiek)
    overleg = diensten.overleggen.plan(
        OverlegInvoer(soort.sleutel, bureau.klok.vandaag, time(9, 0), time(10, 0), "Kamer 1")
    )
    assert partij in {lid.partij_id for lid in diensten.overleggen.toon(overleg).leden}
    with pytest.raises(RegelGeweigerd, match="1 overleg waarvan zij lid is") as fout:
        bureau.partijen.verwijder(partij)
    assert "uittreden" in fout.value.gebeurd
    assert "datum van uittreding" in fout.value.advies
