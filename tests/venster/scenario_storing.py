"""Killed while somebody types, and started again: the same page, the same field, the same text, and the caret in it."""

from __future__ import annotations

import random
import time

import blik
import pytest
from PySide6.QtWidgets import QPlainTextEdit
from scenario_typen import nieuwe_aanmelding
from toneel import REGISSEUR, Toneel
from wachten import KORT

KEREN = 2 if KORT else 30
HOOGSTENS_S = 540
"""The kills of one run end here, so that on a busy computer it still ends."""
GEDULD_S = HOOGSTENS_S + 180
"""With the last kill, and the practice vault made before the first."""
VELD = "aanmelding_zorgelijke_situatie"
VERLOREN_S = 1.5
"""A second, and half of one for a computer on which others work too."""


@pytest.mark.timeout(GEDULD_S)
def test_gedood_tijdens_het_typen(toneel: Toneel) -> None:
    toeval, kluis = random.Random(20261129), toneel.oefenkluis()  # noqa: S311 - to be done again the same
    begin, gedaan = time.monotonic(), 0
    toneel.start_aangemeld(kluis, REGISSEUR)
    nieuwe_aanmelding(toneel)
    while gedaan < KEREN and time.monotonic() - begin < HOOGSTENS_S:
        toneel.wacht_tot(neem_focus, VELD)
        toneel.toets("ctrl+End")
        pagina = toneel.vraag(blik.pagina)
        gezien = [(time.monotonic(), toneel.vraag(tekst_van, VELD))]
        einde, nummer = gezien[0][0] + VERLOREN_S + toeval.uniform(0.1, 2), 0
        while time.monotonic() < einde:
            toneel.typ(f"stuk {gedaan}.{nummer} ")
            gezien.append((time.monotonic(), toneel.vraag(tekst_van, VELD)))
            nummer += 1
        toneel.dood()
        dood_om = time.monotonic()
        toneel.start_aangemeld(kluis, REGISSEUR)
        zeker = [tekst for moment, tekst in gezien if dood_om - moment > VERLOREN_S][-1]
        toneel.wacht_tot(staat_er, VELD, zeker)
        over = toneel.vraag(tekst_van, VELD)
        assert gezien[-1][1].startswith(over), "er staat iets dat niet is getypt"
        assert toneel.vraag(blik.pagina) == pagina
        assert toneel.wacht_tot(blik.met_focus) == VELD
        assert toneel.vraag(aanwijzer_van, VELD) == len(over)
        gedaan += 1
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"
    assert gedaan >= min(KEREN, 2)


def neem_focus(doel: str) -> bool:
    """Put the keyboard there; the field stands below what can be seen. True once it has it."""
    veld = blik.zoek(doel)
    if veld is not None:
        veld.setFocus()
    return veld is not None and veld.hasFocus()


def tekst_van(doel: str) -> str:
    """What stands in this field now; empty while it is not there."""
    veld = blik.zoek(doel)
    return veld.toPlainText() if isinstance(veld, QPlainTextEdit) else ""


def staat_er(doel: str, tekst: str) -> bool:
    """Whether the field is there and begins with this."""
    veld = blik.zoek(doel)
    return isinstance(veld, QPlainTextEdit) and veld.toPlainText().startswith(tekst)


def aanwijzer_van(doel: str) -> int:
    """Where the caret stands in it."""
    veld = blik.zoek(doel)
    return veld.textCursor().position() if isinstance(veld, QPlainTextEdit) else -1
