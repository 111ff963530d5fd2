"""A BSN is found wherever it hides, and whatever it stands in goes with it; a telephone number is none."""

from __future__ import annotations

import time
from datetime import date

import pytest

from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.namen import Lezer, Namenlijst
from zvh_desktop.services.lek.zoeker import Lekzoeker

WEL = {
    "als naam in een e-mailadres": ("Mail 999990019@voorbeeld.invalid even.", "999990019@voorbeeld.invalid"),
    "aan een woord in een e-mailadres": ("Mail jan999990019@voorbeeld.invalid.", "jan999990019@voorbeeld.invalid"),
    "achter een punt in een e-mailadres": ("Mail j.999990019@voorbeeld.invalid", "j.999990019@voorbeeld.invalid"),
    "over een regel": ("BSN 999990\n019 en meer", "999990\n019"),
    "over een regel zonder het woord": ("Het is 9999\n90019.", "9999\n90019"),
    "met een streepje aan het eind van de regel": ("Het is 99999-\n0019.", "99999-\n0019"),
    "na een ander getal": ("Zaak 1234\n9999 90 019 loopt", "9999 90 019"),
    "na een ander getal op de regel": ("Zaak 1234 9999 90 019 loopt", "9999 90 019"),
    "aan het woord vast": ("BSN999990019", "999990019"),
    "met een nul ervoor, en een cijfer erachter": ("BSN 012345672 1 kind", "012345672 1"),
}
NIET = {
    "mobiel met land": ("Bel +31 6 12345671 of later", Leksoort.TELEFOON),
    "elders": ("Bel +1 999990019", Leksoort.TELEFOON),
    "zo geschreven": ("Bel 0031 (0)6 12345683", Leksoort.TELEFOON),
    "over twee witregels": ("Het is 9999\n\n90019.", None),
    "lijst met jaren": ("2019\n2020\n2021", None),
}


def zoek(tekst: str) -> tuple[tuple[Leksoort, str], ...]:
    vondsten = Lekzoeker(Namenlijst(()), date(2026, 7, 1)).zoek(tekst, Lezer())
    return tuple((een.soort, tekst[een.begin : een.eind]) for een in vondsten)


@pytest.mark.parametrize("naam", WEL)
def test_een_bsn_wordt_gevonden(naam: str) -> None:
    tekst, waar = WEL[naam]
    assert (Leksoort.BSN, waar) in zoek(tekst)
    assert all(soort is Leksoort.BSN for soort, _ in zoek(tekst))


@pytest.mark.parametrize("naam", NIET)
def test_wat_geen_bsn_is_mag_gekozen_worden(naam: str) -> None:
    tekst, soort = NIET[naam]
    assert [een for een, _ in zoek(tekst)] == ([soort] if soort else [])


def test_een_lange_rij_letters_wordt_niet_steeds_opnieuw_gelezen() -> None:
    """Quadratic would be seconds for each of these."""
    begin = time.process_time()
    for tekst in ("a." * 20_000 + "@x", "1 " * 20_000, "1\n" * 20_000):
        assert zoek(tekst) == ()
    assert time.process_time() - begin < 4
