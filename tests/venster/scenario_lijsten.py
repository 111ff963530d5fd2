"""Lists that rebuild themselves in answer to one of their own buttons: added to, taken from and reordered."""

from __future__ import annotations

from functools import partial

from lijsten import focus_van, met_te_schrijven_plan, met_triage, namen, open_casus
from toneel import Toneel
from wachten import wacht_tot, zo_vaak

KEREN = zo_vaak(40)


def test_doelen_van_een_plan(toneel: Toneel) -> None:
    _open(toneel, met_te_schrijven_plan, "plan")
    if toneel.zie("plan_doel_toevoegen") is None:
        toneel.klik("casus_plan > lege_staat_knop")
        toneel.wacht_op("plan_doel_toevoegen")
    begin = len(toneel.vraag(namen, "casus_plan", "plan_doelvak_"))
    for keer in range(KEREN):
        toneel.klik("plan_doel_toevoegen")
        _wacht_op_aantal(toneel, "casus_plan", "plan_doelvak_", begin + 1)
        toneel.typ(f"doel {keer}")
        _weg(toneel, toneel.vraag(namen, "casus_plan", "plan_doelvak_")[-1], "plan_doel_weg", keer)
        _wacht_op_aantal(toneel, "casus_plan", "plan_doelvak_", begin)
        if keer % 4 == 3:
            toneel.klik("plan_ongedaan")
            _wacht_op_aantal(toneel, "casus_plan", "plan_doelvak_", begin + 1)
            _weg(toneel, toneel.vraag(namen, "casus_plan", "plan_doelvak_")[-1], "plan_doel_weg", keer)
            _wacht_op_aantal(toneel, "casus_plan", "plan_doelvak_", begin)
    _sluit(toneel)


def test_rollen_in_een_plan(toneel: Toneel) -> None:
    _open(toneel, met_te_schrijven_plan, "plan")
    if toneel.zie("plan_doel_toevoegen") is None:
        toneel.klik("casus_plan > lege_staat_knop")
    toneel.wacht_op("plan_rol_toevoegen", aan=True)
    begin = len(toneel.vraag(namen, "casus_plan", "plan_rolvak_"))
    for keer in range(KEREN):
        toneel.klik("plan_rol_toevoegen")
        _wacht_op_aantal(toneel, "casus_plan", "plan_rolvak_", begin + 1)
        toneel.typ("rol")
        _weg(toneel, toneel.vraag(namen, "casus_plan", "plan_rolvak_")[-1], "plan_rol_weg", keer)
        _wacht_op_aantal(toneel, "casus_plan", "plan_rolvak_", begin)
    _sluit(toneel)


def test_vragen_in_de_triage(toneel: Toneel) -> None:
    _open(toneel, met_triage, "triage")
    begin = len(_vragen(toneel))
    for keer in range(KEREN):
        toneel.klik("triage_vraag_knop")
        wacht_tot(partial(_aantal_vragen, toneel, begin + 1), "een vraag erbij")
        toneel.typ(f"vraag {keer}")
        _weg(toneel, _vragen(toneel)[-1], "triagevraag_weg", keer)
        wacht_tot(partial(_aantal_vragen, toneel, begin), "een vraag eraf")
        if keer % 4 == 3:
            toneel.klik("triage_terug_knop")
            wacht_tot(partial(_aantal_vragen, toneel, begin + 1), "de vraag terug")
            _weg(toneel, _vragen(toneel)[-1], "triagevraag_weg", keer)
            wacht_tot(partial(_aantal_vragen, toneel, begin), "de vraag weer weg")
    _sluit(toneel)


def test_betrokkenen_van_een_aanmelding(toneel: Toneel) -> None:
    toneel.start_aangemeld(toneel.oefenkluis())
    toneel.toets("ctrl+2")
    toneel.klik("aanmelding_nieuw_knop")
    toneel.typ("Testpersoon Een", op="betrokkene_1_naam")
    for keer in range(KEREN):
        toneel.klik("betrokkene_toevoegen_knop")
        toneel.wacht_op("betrokkene_2_naam")
        toneel.typ(f"Testpersoon {keer}")
        if keer % 2:
            toneel.klik("betrokkene_2 > betrokkene_omhoog")
        else:
            toneel.toets("alt+Up")
        toneel.wacht_op("betrokkene_1_naam", tekst=f"Testpersoon {keer}$")
        toneel.klik("betrokkene_1 > betrokkene_omlaag")
        toneel.wacht_op("betrokkene_2_naam", tekst=f"Testpersoon {keer}$")
        _weg(toneel, "betrokkene_2", "betrokkene_weg", keer)
        toneel.wacht_weg("betrokkene_2_naam")
        if keer % 4 == 3:
            toneel.klik("betrokkene_terug_knop")
            toneel.wacht_op("betrokkene_2_naam", tekst=f"Testpersoon {keer}$")
            _weg(toneel, "betrokkene_2", "betrokkene_weg", keer)
            toneel.wacht_weg("betrokkene_2_naam")
    _sluit(toneel)


def _open(toneel: Toneel, welke: object, deel: str) -> None:
    assert callable(welke)
    toneel.start_aangemeld(toneel.oefenkluis())
    toneel.toets("ctrl+2")
    open_casus(toneel, welke, deel)


def _weg(toneel: Toneel, vak: str, knop: str, keer: int) -> None:
    """Press the button of this line: with the mouse, and every other time with the keyboard from the line itself."""
    if keer % 2:
        toneel.klik(f"{vak} > {knop}")
        return
    for _stap in range(12):
        if toneel.vraag(focus_van, vak) == knop:
            break
        toneel.toets("Tab" if toneel.vraag(focus_van, vak) else "shift+Tab")
    if toneel.vraag(focus_van, vak) == knop:
        toneel.toets("space")
    else:
        toneel.klik(f"{vak} > {knop}")


def _wacht_op_aantal(toneel: Toneel, binnen: str, begin: str, aantal: int) -> None:
    wacht_tot(partial(_zijn_er, toneel, binnen, begin, aantal), f"{aantal} keer {begin}")


def _zijn_er(toneel: Toneel, binnen: str, begin: str, aantal: int) -> bool:
    return len(toneel.vraag(namen, binnen, begin)) == aantal


def _vragen(toneel: Toneel) -> list[str]:
    alle = toneel.vraag(namen, "casus_triage", "triagevraag_")
    return [naam for naam in alle if naam.removeprefix("triagevraag_").isdigit()]


def _aantal_vragen(toneel: Toneel, aantal: int) -> bool:
    return len(_vragen(toneel)) == aantal


def _sluit(toneel: Toneel) -> None:
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"
