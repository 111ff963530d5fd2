"""Vandaag tells what a meeting without casussen still needs, in the words of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from factories import MEDEWERKER, NAAM_VAN, REGIE, Bureau, ProefKlok, kopieer, maak_sjabloon
from overlegleden import alleen_partijen, wijzig_lid

from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, LidInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.tafel.tafels import OverlegInvoer

Huisopener = Callable[[str], Bureau]


@pytest.fixture
def open_huis(tmp_path: Path, klok: ProefKlok) -> Iterator[Huisopener]:
    open_: list[Bureau] = []

    def geef(huis: str) -> Bureau:
        open_.append(Bureau(kopieer(maak_sjabloon(tmp_path / "sjabloon.kluis", huis), tmp_path / huis), klok, huis))
        return open_[-1]

    yield geef
    for bureau in open_:
        bureau.sluit()


def plan(bureau: Bureau, soort: str, dag: int) -> OverlegId:
    return OverleggenService(bureau.werkplek).plan(
        OverlegInvoer(soort, bureau.klok.over(dag), time(13, 0), time(15, 0), "Raadzaal Voorbeeld", NAAM_VAN[REGIE])
    )


def zinnen(bureau: Bureau, overleg: OverlegId) -> list[str]:
    return [
        regel.zin for regel in bureau.vandaag.toon().regels if (regel.plaats, regel.sleutel) == ("overleggen", overleg)
    ]


def test_van_lege_agenda_tot_vast_te_stellen_verslag(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    overleggen = OverleggenService(bureau.werkplek)
    overleg = plan(bureau, "partneroverleg", 3)
    assert zinnen(bureau, overleg) == []  # its fixed subject stands there already
    overleggen.verwijder_punt(overleggen.toon(overleg).punten[0].id)
    assert [zin.partition(": ")[2] for zin in zinnen(bureau, overleg)] == ["op de agenda staat nog niets"]
    assert zinnen(bureau, overleg)[0].startswith("Partneroverleg van ")
    overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Ontwikkelplan"))
    assert zinnen(bureau, overleg) == []
    partijen = [partij.id for partij in bureau.partijen.lijst()[:2]]
    alleen_partijen(bureau.werkplek, overleg, partijen)
    for partij in partijen:
        wijzig_lid(bureau.werkplek, overleg, partij, LidInvoer("Testpersoon Lid", Aanwezigheid.AFGEMELD))
    assert [zin.partition(": ")[2] for zin in zinnen(bureau, overleg)] == ["2 afwezige leden om inbreng vragen"]
    afgemeld = LidInvoer("Testpersoon Lid", Aanwezigheid.AFGEMELD, inbreng_gevraagd_op=bureau.klok.vandaag)
    wijzig_lid(bureau.werkplek, overleg, partijen[0], afgemeld)
    assert [zin.partition(": ")[2] for zin in zinnen(bureau, overleg)] == ["1 afwezig lid om inbreng vragen"]
    bureau.klok.verder(dagen=3)
    overleggen.houd(overleg)
    assert [zin.partition(": ")[2] for zin in zinnen(bureau, overleg)] == ["verslag vaststellen"]
    bureau.als(MEDEWERKER)
    assert zinnen(bureau, overleg) == []


def test_geen_vraag_om_inbreng_waar_het_convenant_die_niet_kent(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    overleggen = OverleggenService(bureau.werkplek)
    overleg = plan(bureau, "expertgroep", 3)
    overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan"))
    partij = bureau.partijen.lijst()[0].id
    alleen_partijen(bureau.werkplek, overleg, [partij])
    wijzig_lid(bureau.werkplek, overleg, partij, LidInvoer("Testpersoon Lid", Aanwezigheid.AFWEZIG))
    assert zinnen(bureau, overleg) == []


def test_wat_ver_weg_is_wacht_nog_niet(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    assert zinnen(bureau, plan(bureau, "stuurgroep", 30)) == []
    assert len(zinnen(bureau, plan(bureau, "stuurgroep", 14))) == 1
