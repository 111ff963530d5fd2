"""When a partij came or left is put right afterwards, in its place, and never into what cannot be."""

from __future__ import annotations

from datetime import time

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import AgendapuntId, OordeelUitkomst, PartijId
from zvh_desktop.services.tafel.voorzitter.stoeltijden import Stoeltijden


@pytest.fixture
def punt(bureau: Bureau) -> AgendapuntId:
    """At the table, opened at nine."""
    casus = bureau.casus()
    overleg = bureau.tafel(bureau.klok.vandaag)
    gemaakt = bureau.punt(overleg, casus, "Politie", "OM")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(gemaakt)
    return gemaakt


def politie(bureau: Bureau) -> PartijId:
    return bureau.partij("Politie")


def komt_en_gaat(bureau: Bureau, punt: AgendapuntId) -> Stoeltijden:
    """Comes, leaves twenty minutes later, and what was written down of it."""
    bureau.tafelloop.laat_binnen(punt, politie(bureau))
    bureau.klok.verder(minuten=20)
    bureau.tafelloop.laat_gaan(punt, politie(bureau))
    bureau.klok.verder(minuten=20)
    return bureau.tafelloop.voorzitter.stoeltijden(punt, politie(bureau))


def eerder(moment: time | None, minuten: int) -> time:
    assert moment is not None
    totaal = moment.hour * 60 + moment.minute - minuten
    return time(*divmod(totaal, 60))


def test_een_tijd_wordt_verbeterd_en_gaat_weer_terug(bureau: Bureau, punt: AgendapuntId) -> None:
    was = komt_en_gaat(bureau, punt)
    voorzitter = bureau.tafelloop.voorzitter
    verloop = [(een.id, een.soort) for een in bureau.tafelloop.toon(bureau_overleg(bureau)).verloop]
    wordt = Stoeltijden(was.gekomen, eerder(was.gegaan, 5))
    assert voorzitter.verbeter_tijden(punt, politie(bureau), wordt) == was
    assert voorzitter.stoeltijden(punt, politie(bureau)) == wordt
    assert f"tot {wordt.gegaan:%H:%M}" in voorzitter.aanwezigheidstijden(punt)[politie(bureau)]
    assert [(een.id, een.soort) for een in bureau.tafelloop.toon(bureau_overleg(bureau)).verloop] == verloop
    assert voorzitter.verbeter_tijden(punt, politie(bureau), was) == wordt
    assert voorzitter.stoeltijden(punt, politie(bureau)) == was


def bureau_overleg(bureau: Bureau) -> int:
    return int(bureau.waarde("SELECT max(id) FROM overleg"))


def test_niemand_gaat_voor_hij_komt_of_later_dan_nu(bureau: Bureau, punt: AgendapuntId) -> None:
    was = komt_en_gaat(bureau, punt)
    voorzitter = bureau.tafelloop.voorzitter
    for wordt, veld in (
        (Stoeltijden(was.gekomen, eerder(was.gekomen, 1)), "gegaan"),
        (Stoeltijden(was.gekomen, eerder(was.gegaan, -90)), "gegaan"),
        (Stoeltijden(None, was.gegaan), "gekomen"),
    ):
        with pytest.raises(InvoerOngeldig) as geweigerd:
            voorzitter.verbeter_tijden(punt, politie(bureau), wordt)
        assert geweigerd.value.veld == veld
    assert voorzitter.stoeltijden(punt, politie(bureau)) == was


def test_wie_er_de_hele_tijd_was_heeft_geen_tijd(bureau: Bureau, punt: AgendapuntId) -> None:
    om = bureau.partij("OM")
    assert bureau.tafelloop.voorzitter.stoeltijden(punt, om) == Stoeltijden()
    with pytest.raises(InvoerOngeldig):
        bureau.tafelloop.voorzitter.verbeter_tijden(punt, om, Stoeltijden(time(9, 0)))


def test_zonder_geldig_oordeel_wordt_er_niets_verbeterd(bureau: Bureau, punt: AgendapuntId) -> None:
    was = komt_en_gaat(bureau, punt)
    casus = bureau.waarde("SELECT max(id) FROM casus")
    bureau.oordeel(casus, "Politie", uitkomst=OordeelUitkomst.INGETROKKEN)
    with pytest.raises(RegelGeweigerd):
        bureau.tafelloop.voorzitter.verbeter_tijden(punt, politie(bureau), was)


def test_een_vastgesteld_verslag_houdt_zijn_tijden(bureau: Bureau, punt: AgendapuntId) -> None:
    was = komt_en_gaat(bureau, punt)
    with bureau.kluis.engine.begin() as verbinding:
        verbinding.exec_driver_sql("UPDATE overleg SET verslag_status = 'vastgesteld'")
    with pytest.raises(GebruikersFout):
        bureau.tafelloop.voorzitter.verbeter_tijden(punt, politie(bureau), was)
