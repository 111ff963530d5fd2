"""What a document is built from comes by name: each of those names is there, and means what it says."""

from __future__ import annotations

from importlib import import_module

import pytest

from zvh_desktop.documents.opmaak import blad


@pytest.mark.parametrize("naam", blad.__all__)
def test_elk_onderdeel_is_er(naam: str) -> None:
    later = getattr(blad, naam)
    assert later.naam == naam
    assert callable(getattr(import_module(later.module), naam))


def test_wat_later_komt_wordt_echt_aangeroepen() -> None:
    kolom = blad.Tabelkolom("Nummer", 0.2, rechts=True)
    assert (kolom.titel, kolom.deel, kolom.vet, kolom.rechts) == ("Nummer", 0.2, False, True)
