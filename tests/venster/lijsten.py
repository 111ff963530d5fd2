"""Questions about lists that are asked inside the application, and the way to the casus in which they stand."""

from __future__ import annotations

from collections.abc import Callable

import blik
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from toneel import Toneel


def open_casus(toneel: Toneel, welke: Callable[[], str], deel: str) -> None:
    """Open a casus from the list of casussen, and unfold one part of it."""
    nummer = toneel.wacht_tot(welke)
    toneel.klik_regel("casussen_tabel", nummer, dubbel=True)
    toneel.wacht_op("casus_blad")
    if toneel.zie(f"casus_{deel}") is None:
        toneel.klik(f"vouwknop_{deel}")
    toneel.wacht_op(f"casus_{deel}")


def lopend() -> str:
    """The number of a casus that is not wound up."""
    return _met_status("lopend")


def afgeschaald() -> str:
    """The number of a casus that is wound up."""
    return _met_status("afgeschaald")


def _met_status(status: str) -> str:
    for kolom in range(10):
        for nummer, stand in zip(blik.regels("casussen_tabel"), blik.regels("casussen_tabel", kolom), strict=True):
            if stand.lower().startswith(status):
                return nummer
    return ""


def namen(binnen: str, begin: str) -> list[str]:
    """The object names within this part that begin so, from top to bottom, of what can be seen."""
    vlak = blik.zoek(binnen)
    if vlak is None:
        return []
    delen = [deel for deel in vlak.findChildren(QWidget) if deel.objectName().startswith(begin) and deel.isVisible()]
    delen.sort(key=lambda deel: (deel.mapTo(vlak, deel.rect().topLeft()).y(), deel.mapTo(vlak, deel.pos()).x()))
    return [deel.objectName() for deel in delen]


def checklist() -> dict[str, tuple[bool, str]]:
    """What stands in the checklist: ticked or not, and the remark."""
    vlak = blik.zoek("casus_afschaling")
    assert vlak is not None
    stand = {}
    for vak in vlak.findChildren(QCheckBox):
        sleutel = vak.objectName().removeprefix("checklist_")
        opmerking = blik.zoek(f"checklist_opmerking_{sleutel}")
        stand[vak.objectName()] = (vak.isChecked(), opmerking.text() if isinstance(opmerking, QLineEdit) else "")
    return stand
