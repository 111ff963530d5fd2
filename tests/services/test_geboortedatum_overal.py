"""A date of birth that is known to the month, the year or not at all: stored, said in documents, and found."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.documents.plan_van_aanpak import PlanBetrokkene, betrokkene_tekst
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer


@pytest.mark.parametrize(
    ("datum", "vragen", "zegt"),
    [
        (Geboortedatum(1985, 3, 1), ("1-3-1985", "01031985", "1 maart 1985", "1985"), "geboren 1 maart 1985"),
        (Geboortedatum(1985, 3), ("maart 1985", "3-1985", "1985"), "geboren in maart 1985"),
        (Geboortedatum(1985), ("1985",), "geboren in 1985"),
        (Geboortedatum(), ("geboortedatum onbekend",), "geboortedatum onbekend"),
    ],
)
def test_wordt_bewaard_en_gevonden(bureau: Bureau, datum: Geboortedatum, vragen: tuple[str, ...], zegt: str) -> None:
    casus = bureau.casus()
    bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("T. Testpersoon", datum),))
    assert bureau.casussen.toon(casus).betrokkenen[0].geboortedatum == datum
    for vraag in vragen:
        assert [treffer.toelichting for treffer in bureau.zoeken.zoek(vraag)] == [f"T. Testpersoon, {zegt}"]


def test_een_andere_dag_wordt_niet_gevonden(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("A", Geboortedatum(1985, 3, 11)),))
    assert bureau.zoeken.zoek("1-3-1985") == ()


@pytest.mark.parametrize("datum", [Geboortedatum(2026, 9, 2), Geboortedatum(2026, 10), Geboortedatum(2027)])
def test_een_geboortedatum_in_de_toekomst_wordt_geweigerd(bureau: Bureau, datum: Geboortedatum) -> None:
    casus = bureau.casus()
    with pytest.raises(InvoerOngeldig, match="ligt in de toekomst") as fout:
        bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("T. Testpersoon", datum),))
    assert fout.value.veld == "geboortedatum"


@pytest.mark.parametrize(
    ("datum", "zegt"),
    [
        (Geboortedatum(1985, 3, 1), "geboren 01-03-1985"),
        (Geboortedatum(1985, 3), "geboren in maart 1985"),
        (Geboortedatum(1985), "geboren in 1985"),
        (Geboortedatum(), "geboortedatum onbekend"),
    ],
)
def test_documenten_zeggen_het_zo_precies_als_het_is(datum: Geboortedatum, zegt: str) -> None:
    assert betrokkene_tekst(PlanBetrokkene("T. Testpersoon", False, datum)) == f"T. Testpersoon, {zegt}"
