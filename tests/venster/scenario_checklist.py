"""The checklist of an afschaling: ticked, unticked and remarked, by mouse and by keyboard, again and again."""

from __future__ import annotations

from functools import partial

import blik
import pytest
from lijsten import afgeschaald, checklist, namen, open_casus
from toneel import Toneel
from wachten import wacht_tot, zo_vaak

KEREN = zo_vaak(100)
"""By mouse, and as often by keyboard."""


@pytest.fixture
def regels(toneel: Toneel) -> list[str]:
    """The lines of the checklist that can be ticked, in an opened casus that is being wound up."""
    toneel.start_aangemeld(toneel.oefenkluis())
    toneel.toets("ctrl+2")
    open_casus(toneel, afgeschaald, "afschaling")
    sleutels = toneel.wacht_tot(namen, "casus_afschaling", "checklist_")
    return [naam for naam in sleutels if not naam.startswith("checklist_opmerking_") and toneel.wacht_op(naam).aan]


def test_checklist_met_de_muis(toneel: Toneel, regels: list[str]) -> None:
    for keer in range(KEREN):
        vak = regels[keer % len(regels)]
        was = toneel.wacht_op(vak).gekozen
        toneel.klik(vak)
        toneel.wacht_op(vak, gekozen=not was)
        opmerking = vak.replace("checklist_", "checklist_opmerking_")
        if keer % 4 == 3:
            toneel.typ(f"{keer}", op=opmerking)
            volgend = regels[(keer + 1) % len(regels)]
            stond = toneel.wacht_op(volgend).gekozen
            toneel.klik(volgend)
            toneel.wacht_op(volgend, gekozen=not stond)
    bewaard = toneel.vraag(checklist)
    assert [toneel.wacht_op(vak).gekozen for vak in regels] == [bewaard[vak][0] for vak in regels]
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"


def test_checklist_met_de_toetsen(toneel: Toneel, regels: list[str]) -> None:
    toneel.klik(regels[0])
    for keer in range(KEREN):
        wacht_tot(partial(_op_een_regel, toneel, regels), "de toetsen op een regel")
        vak = toneel.vraag(blik.met_focus)
        was = toneel.wacht_op(vak).gekozen
        toneel.toets("space")
        toneel.wacht_op(vak, gekozen=not was)
        assert toneel.vraag(blik.met_focus) == vak, "de toetsen blijven op de regel die werd aangevinkt"
        opmerking = vak.replace("checklist_", "checklist_opmerking_")
        toneel.toets("Tab")
        toneel.wacht_tot(heeft_toetsen, opmerking)
        if keer % 2:
            toneel.typ(f"{keer}")
        laatste = vak == regels[-1]
        for _stap in range(2 * len(regels) - 1 if laatste else 1):
            toneel.toets("shift+Tab" if laatste else "Tab")
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"


def heeft_toetsen(naam: str) -> bool:
    """Whether the keys come to this part."""
    return blik.met_focus() == naam


def _op_een_regel(toneel: Toneel, regels: list[str]) -> bool:
    return toneel.vraag(blik.met_focus) in regels
