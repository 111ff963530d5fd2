"""School holidays of the house: kept, said beside the feestdagen where a day is chosen."""

from __future__ import annotations

from datetime import date

import pytest
from factories import BEHEER, REGIE, Bureau

from zvh_desktop.errors import InvoerOngeldig, NietBevoegd, NietGevonden
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzen.reekskeuzes import Herhaling
from zvh_desktop.services.huis.vakanties import VAKANTIES, Vakantie, lees_vakanties

HERFST = Vakantie("herfstvakantie", date(2026, 10, 17), date(2026, 10, 25))
KERST = Vakantie("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))


@pytest.fixture
def kantoor(bureau: Bureau) -> Bureau:
    bureau.als(BEHEER)
    for een in (KERST, HERFST):
        bureau.diensten().vakanties.bewaar(een)
    return bureau.als(REGIE)


def test_op_volgorde_van_de_dagen_en_voor_iedereen_te_lezen(kantoor: Bureau) -> None:
    assert kantoor.diensten().vakanties.lijst() == (HERFST, KERST)
    with pytest.raises(NietBevoegd):
        kantoor.diensten().vakanties.bewaar(HERFST)


@pytest.mark.parametrize(
    ("dag", "woorden"),
    [
        (date(2026, 10, 16), ""),
        (date(2026, 10, 17), "in een schoolvakantie: herfstvakantie"),
        (date(2026, 10, 25), "in een schoolvakantie: herfstvakantie"),
        (date(2026, 10, 26), ""),
        (date(2027, 4, 27), "een feestdag: Koningsdag"),
    ],
)
def test_beide_dagen_tellen_mee(kantoor: Bureau, dag: date, woorden: str) -> None:
    assert kantoor.diensten().tafels.feestdag(dag) == woorden
    assert kantoor.diensten().overleggen.feestdag(dag) == woorden


def test_een_feestdag_in_een_vakantie_is_beide(kantoor: Bureau) -> None:
    woorden = kantoor.diensten().tafels.feestdag(date(2026, 12, 25))
    assert woorden.startswith("een feestdag: ")
    assert woorden.endswith(", en in een schoolvakantie: kerstvakantie")


def test_een_reeks_zegt_welke_dag_in_een_vakantie_valt(kantoor: Bureau) -> None:
    reeksen = kantoor.diensten().agenda.reeksen
    dagen = {een.dag: een.let_op for een in reeksen.dagen(date(2026, 10, 6), Herhaling.WEEK, 3)}
    assert dagen == {
        date(2026, 10, 13): "",
        date(2026, 10, 20): "schoolvakantie: herfstvakantie",
        date(2026, 10, 27): "",
    }


@pytest.mark.parametrize(
    ("vakantie", "zin"),
    [
        (Vakantie(" ", HERFST.van, HERFST.tot), "hoe de vakantie heet"),
        (Vakantie("x", HERFST.tot, HERFST.van), "ligt voor de eerste"),
        (Vakantie("x", date(2026, 1, 1), date(2026, 12, 31)), "Zo lang"),
        (Vakantie("van J. Oefenman", HERFST.van, HERFST.tot), "betrokkene"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(bureau: Bureau, vakantie: Vakantie, zin: str) -> None:
    bureau.casus("J. Oefenman")
    bureau.als(BEHEER)
    with pytest.raises(InvoerOngeldig, match=zin):
        bureau.diensten().vakanties.bewaar(vakantie)


def test_wijzigen_en_weghalen(kantoor: Bureau) -> None:
    kantoor.als(BEHEER)
    dienst = kantoor.diensten().vakanties
    anders = Vakantie("herfst", HERFST.van, HERFST.tot)
    dienst.bewaar(anders, HERFST)
    assert dienst.lijst() == (anders, KERST)
    dienst.haal_weg(anders)
    assert dienst.lijst() == (KERST,)
    with pytest.raises(NietGevonden):
        dienst.haal_weg(anders)


@pytest.mark.parametrize("waarde", ["geen json", "[1]", '[["a", "b", "c"]]', "{}"])
def test_wat_iemand_anders_schreef_is_geen_vakantie(bureau: Bureau, waarde: str) -> None:
    with bureau.kluis.sessies.begin() as sessie:
        sessie.merge(Instelling(sleutel=VAKANTIES, waarde=waarde))
    with bureau.kluis.sessies() as sessie:
        assert lees_vakanties(sessie) == ()
