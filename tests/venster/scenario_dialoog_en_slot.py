"""Locking with a dialog open, and what one types after a dialog at the lock."""

from __future__ import annotations

import pytest
from toneel import REGISSEUR, Toneel

# page, what opens the dialog, a field to type in
DIALOGEN = (
    ("Partijen", "partij_toevoegen_knop", "naam", REGISSEUR),
    ("Casustafels", "tafel_plannen_knop", "plaats", REGISSEUR),
    ("Overleggen", "overleg_plannen_knop", "plaats", REGISSEUR),
)


def test_na_wachtwoord_vergeten_gaat_het_typen_naar_het_wachtwoord(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis())
    toneel.toets("ctrl+l")
    toneel.klik("herstel_knop")
    toneel.wacht_op("hersteldialoog")
    toneel.toets("Escape")
    toneel.wacht_weg("hersteldialoog")
    toneel.typ(REGISSEUR[1])
    toneel.wacht_op("open_knop", aan=True)
    assert toneel.zie("hersteldialoog") is None
    toneel.toets("Return")
    toneel.wacht_op("hoofdvenster")
    toneel.sluit_venster()
    assert programma.einde() == "0"


@pytest.mark.parametrize(("pagina", "knop", "veld", "wie"), DIALOGEN, ids=[deel[1] for deel in DIALOGEN])
def test_dialoog_komt_terug_na_het_slot(
    toneel: Toneel, pagina: str, knop: str, veld: str, wie: tuple[str, str]
) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), wie)
    toneel.klik_regel("navigatie", pagina)
    toneel.klik(knop)
    toneel.typ("Voorbeeldzin half", op=veld)
    toneel.wacht_op(veld, tekst="Voorbeeldzin half")
    toneel.toets("ctrl+l")
    toneel.wacht_op("aanmeldvenster")
    assert toneel.zie(veld) is None
    toneel.typ(wie[1])
    toneel.wacht_op("open_knop", aan=True)
    toneel.toets("Return")
    toneel.wacht_op(veld, tekst="Voorbeeldzin half")
    toneel.typ(" en verder")
    toneel.wacht_op(veld, tekst="Voorbeeldzin half en verder")
    toneel.toets("Escape")
    toneel.wacht_weg(veld)
    toneel.sluit_venster()
    assert programma.einde() == "0"
