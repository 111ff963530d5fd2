"""A casus that was put off comes back in view when its day comes near."""

from __future__ import annotations

from datetime import date

from factories import Bureau

from zvh_desktop.models.keuzes import PuntUitkomst
from zvh_desktop.services.vandaag.regel import Wanneer


def regels(bureau: Bureau) -> list[tuple[Wanneer, str]]:
    return [(een.wanneer, een.zin) for een in bureau.vandaag.toon().regels if "aangehouden tot" in een.zin]


def test_aangehouden_staat_op_vandaag_als_de_dag_nadert_en_niet_meer_op_een_agenda(bureau: Bureau) -> None:
    b = bureau
    casus = b.casus()
    overleg = b.tafel(b.klok.vandaag)
    punt = b.punt(overleg, casus, "Politie")
    b.akkoord(overleg)
    b.verslagen.start_punt(punt)
    tot: date = b.klok.over(30)
    b.uitkomsten.zet(punt, PuntUitkomst.AANGEHOUDEN, tot)
    assert regels(b) == []
    b.klok.verder(dagen=20)
    assert [wanneer for wanneer, _ in regels(b)] == [Wanneer.TERMIJNEN]
    b.klok.verder(dagen=10)
    assert [wanneer for wanneer, _ in regels(b)] == [Wanneer.NU]
    b.punt(b.tafel(b.klok.over(7)), casus, "Politie")
    assert regels(b) == []
