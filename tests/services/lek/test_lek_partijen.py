"""What a partij is called: whose name it is when two share it, and when an ordinary word is meant instead."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.namen import BekendeNaam, Lezer, Namenlijst
from zvh_desktop.services.lek.zoeker import Lekzoeker

PARTIJEN: Final = (
    ("Politie Mistland", "Politie"),
    ("Reclassering Verzonnenland", "Reclassering"),
    ("Stichting Veilig Thuis", "VT"),
    ("Zorg en Veiligheid (gemeente Mist)", "ZV"),
    ("Veiligheidshuis Haaglanden", "Den Haag"),
    ("Gemeente Nieuw Mistdam", "Nieuw Mistdam"),
)


def _zoeker(partijen: tuple[tuple[str, str], ...], *mensen: str) -> Lekzoeker:
    bekenden = [BekendeNaam(Leksoort.BETROKKENE, naam, plaats) for plaats, naam in enumerate(mensen)]
    for plaats, (naam, kort) in enumerate(partijen):
        bekenden += [BekendeNaam(Leksoort.PARTIJ, naam, plaats), BekendeNaam(Leksoort.PARTIJ, kort, plaats, kort=True)]
    return Lekzoeker(Namenlijst(bekenden), date(2026, 11, 30))


def _gevonden(zoeker: Lekzoeker, tekst: str, lezer: Lezer | None = None) -> list[str]:
    return [tekst[v.begin : v.eind] for v in zoeker.zoek(tekst, lezer or Lezer())]


def test_een_deel_van_een_naam_is_niet_van_haar_als_een_ander_zo_heet() -> None:
    for volgorde in (1, -1):
        namen = (("Gemeente Droomstad", "GD"), ("Gemeente Droomstad, team Leerplicht", "LPL"))[::volgorde]
        leerplicht = Lezer(partijen=frozenset({[kort for _, kort in namen].index("LPL")}))
        tekst = "De Gemeente Droomstad schrijft."
        assert _gevonden(_zoeker(namen), tekst, leerplicht) == ["Gemeente Droomstad"]
    alleen = _zoeker((("Gemeente Droomstad, team Leerplicht", "LPL"),))
    assert _gevonden(alleen, "De Gemeente Droomstad schrijft.") == ["Gemeente Droomstad"]
    assert _gevonden(alleen, "De Gemeente Droomstad schrijft.", Lezer(partijen=frozenset({0}))) == []


def test_een_deel_van_een_naam_dekt_niet_wie_zo_heet() -> None:
    zoeker = _zoeker((("Bureau Mist (Jan Nevelman)", "BM"),), "Jan Nevelman")
    assert _gevonden(zoeker, "Gesproken met Jan Nevelman.", Lezer(partijen=frozenset({0}))) == ["Jan Nevelman"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Dat is een politieke en politiek-bestuurlijke kwestie voor de politiek.",
        "Zie de Politiewet 2012 en de politiewetten.",
        "Hij zit in de politiecel van het politiebureau.",
        "De politie is gebeld, zegt de reclassering.",
        "De politie's inzet.",
        "Het gezin is weer veilig thuis.",
        "Zij werken aan zorg en veiligheid in de wijk.",
        "Zorg en veiligheid gaan samen.",
        "Hij verhuist naar Den Haag en woont in Den Haag.",
        "Zij komt uit Nieuw Mistdam.",
    ],
)
def test_een_gewoon_woord_is_geen_partij(tekst: str) -> None:
    assert _gevonden(_zoeker(PARTIJEN), tekst) == []


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Volgens de politieagent en het politiekorps.", ["politieagent", "politiekorps"]),
        ("Een politie-inzet met de wijkpolitie.", ["politie", "wijkpolitie"]),
        ("De wijkagent van de politie Enschede belt.", ["politie"]),
        ("De Politie en de POLITIE en Reclassering.", ["Politie", "POLITIE", "Reclassering"]),
        ("Een medewerker van de reclassering en de reclasseringswerker.", ["reclassering", "reclasseringswerker"]),
        ("Gemeld bij Veilig Thuis, en bij stichting veilig thuis.", ["Veilig Thuis", "stichting veilig thuis"]),
        ("Het team Zorg en Veiligheid beslist.", ["Zorg en Veiligheid"]),
        ("Reclassering belt. Politie ook.", ["Reclassering", "Politie"]),
        ("Volgens Den Haag is het plan klaar.", ["Den Haag"]),
    ],
)
def test_wie_aan_tafel_zit_wordt_gevonden(tekst: str, gevonden: list[str]) -> None:
    assert _gevonden(_zoeker(PARTIJEN), tekst) == gevonden


def test_een_naam_van_een_gewoon_woord_is_met_een_hoofdletter_bedoeld() -> None:
    zoeker = _zoeker((("Politie", ""), ("Veilig Thuis", "")))
    assert _gevonden(zoeker, "De politie brengt hem veilig thuis.") == []
    assert _gevonden(zoeker, "Volgens Veilig Thuis belt de Politie.") == ["Veilig Thuis", "Politie"]
    assert _gevonden(zoeker, "Veilig thuis meldt. Politie belt.") == ["Veilig thuis", "Politie"]
    plaats = _zoeker((("Den Haag", ""),))
    assert _gevonden(plaats, "Hij woont in Den Haag, zegt Den Haag.") == ["Den Haag"]
