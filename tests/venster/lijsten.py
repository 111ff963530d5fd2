"""Questions about lists that are asked inside the application, and the way to the casus in which they stand."""

from __future__ import annotations

from collections.abc import Callable

import blik
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from toneel import Toneel

from zvh_desktop.models.keuzes import CasusId, CasusStatus, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina


def open_casus(toneel: Toneel, welke: Callable[[], str], deel: str) -> None:
    """Open a casus from the list of casussen, and unfold one part of it."""
    nummer = toneel.wacht_tot(welke)
    toneel.klik_regel("casussen_tabel", nummer, dubbel=True)
    toneel.wacht_op("casus_blad")
    if toneel.zie(f"casus_{deel}") is None:
        toneel.klik(f"vouwknop_{deel}")
    toneel.wacht_op(f"casus_{deel}")


def afgeschaald() -> str:
    """The number of a casus that is wound up."""
    return _met_status("afgeschaald")


def _met_status(status: str) -> str:
    for kolom in range(10):
        for nummer, stand in zip(blik.regels("casussen_tabel"), blik.regels("casussen_tabel", kolom), strict=True):
            if stand.lower().startswith(status):
                return nummer
    return ""


def met_triage() -> str:
    """The number of a casus of which the triage is still open."""
    return _eerste(_triage_open)


def met_te_schrijven_plan() -> str:
    """The number of a casus of which a plan can be written, with more than one partij to give a role."""
    return _eerste(_plan_open)


def _eerste(hoort_erbij: Callable[[Diensten, CasusId], bool]) -> str:
    pagina = blik.zoek("casussen_pagina")
    if not isinstance(pagina, CasussenPagina):
        return ""
    for regel in pagina._diensten.casussen.lijst():
        if regel.status is CasusStatus.LOPEND and hoort_erbij(pagina._diensten, regel.id):
            return regel.nummer
    raise LookupError("de oefenkluis heeft geen casus die past")


def _triage_open(diensten: Diensten, casus_id: CasusId) -> bool:
    return diensten.triage.toon(casus_id).afgerond_op is None


def _plan_open(diensten: Diensten, casus_id: CasusId) -> bool:
    """Its plan is a concept, or not begun; and a partij may come that has no role in it yet."""
    plan_id = diensten.casussen.toon(casus_id).plan_id
    plan = diensten.plannen.toon(plan_id) if plan_id is not None else None
    mogen = [regel for regel in diensten.oordelen.blad(casus_id) if regel.stand is PoortStand.RECHTMATIG]
    if plan is not None:
        return plan.te_wijzigen and len(plan.kiesbare_partijen) > len(plan.rollen)
    return bool(mogen)


def focus_van(vak: str) -> str:
    """The object name of the part of this line that gets the keys; empty when they go elsewhere."""
    binnen, deel = blik.zoek(vak), QApplication.focusWidget()
    return deel.objectName() if binnen is not None and deel is not None and binnen.isAncestorOf(deel) else ""


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
