"""The proposed order: proven best where that can be, never worse, and what has to keep its place keeps it."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from factories import Bureau
from hypothesis import given, settings
from hypothesis import strategies as st

from zvh_desktop.services.tafel.volgorde.exact import TE_TELLEN, beste_orde
from zvh_desktop.services.tafel.volgorde.voorstel import Verblijf, VolgordeVoorstel, minder_wisselingen
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan, aanwezigheid, kosten, wisselingen
from zvh_desktop.services.tafel.volgorde.woorden import duur, winst_in_woorden
from zvh_desktop.services.tafel.volgorde.zoeken import goede_orde

A, B, C = 1, 2, 4


@st.composite
def plannen(draw: st.DrawFn) -> Tafelplan:
    """Tables of up to six points with every kind of wish; what has to come first goes from low to high, so no ring."""
    aantal = draw(st.integers(2, 6))
    vroegst = st.sampled_from((-1440, 30))
    punten = tuple(
        Punt(
            draw(st.sampled_from((5, 10, 20))),
            draw(st.integers(0, 15)),
            draw(vroegst),
            draw(st.sampled_from((2880, 40))),
            draw(st.sampled_from((None, None, 20))),
        )
        for _ in range(aantal)
    )
    ervoor = tuple(draw(st.integers(0, (1 << nummer) - 1)) if draw(st.booleans()) else 0 for nummer in range(aantal))
    vast = frozenset(draw(st.sets(st.integers(0, aantal - 1), max_size=2)))
    punten = tuple(Punt(punt.minuten) if nummer in vast else punt for nummer, punt in enumerate(punten))
    zonder = sum(1 << nummer for nummer in vast)
    ervoor = tuple(0 if nummer in vast else eerder & ~zonder for nummer, eerder in enumerate(ervoor))
    return Tafelplan(punten, draw(st.tuples(*[st.integers(0, 3)] * 4)), vast, ervoor)


@settings(max_examples=60, deadline=None)
@given(plannen())
def test_beste_orde_is_de_goedkoopste_van_alle_die_mogen(plan: Tafelplan) -> None:
    alle = [plan.ingevuld(losse) for losse in permutations(plan.los)]
    minst = min(kosten(plan, orde) for orde in alle if plan.mag(orde))
    beste = beste_orde(plan)
    assert plan.mag(beste)
    assert all(beste[nummer] == nummer for nummer in plan.vast)
    assert kosten(plan, beste) == minst


@settings(max_examples=40, deadline=None)
@given(plannen())
def test_zoeken_houdt_zich_aan_de_wensen_en_wordt_nooit_slechter(plan: Tafelplan) -> None:
    begin = tuple(range(len(plan.punten)))
    gevonden = minder_wisselingen(plan, goede_orde(plan, begin, 2_000))
    assert sorted(gevonden) == list(begin)
    assert plan.mag(gevonden)
    assert all(gevonden[nummer] == nummer for nummer in plan.vast)
    assert kosten(plan, gevonden) <= kosten(plan, begin)


def test_zoeken_vindt_bij_veertien_casussen_wat_bewezen_het_beste_is() -> None:
    toeval = Random(14)  # noqa: S311  no secret
    punten = tuple(
        Punt(toeval.choice((10, 20, 30)), sum(1 << een for een in toeval.sample(range(12), 3)))
        for _ in range(TE_TELLEN)
    )
    plan = Tafelplan(punten, (1,) * 12)
    assert kosten(plan, goede_orde(plan, range(TE_TELLEN))) == kosten(plan, beste_orde(plan))


def test_meer_dan_veertien_punten_worden_niet_een_voor_een_nagegaan() -> None:
    with pytest.raises(ValueError, match="te veel punten"):
        beste_orde(Tafelplan((Punt(5),) * (TE_TELLEN + 1), ()))


def test_wachten_is_de_tijd_tussen_eerste_en_laatste_casus_zonder_eigen_casus() -> None:
    plan = Tafelplan((Punt(20, A | B), Punt(30, C), Punt(15, A)), (1, 1, 1))
    assert [(een.partij, een.minuten, een.wacht) for een in aanwezigheid(plan, (0, 1, 2))] == [
        (0, 65, 30),
        (1, 20, 0),
        (2, 30, 0),
    ]
    assert kosten(plan, (0, 1, 2)) == 30
    assert beste_orde(plan) in {(1, 2, 0), (1, 0, 2), (0, 2, 1), (2, 0, 1)}
    assert wisselingen(plan, (0, 2, 1)) == 3  # B goes; A goes and C comes
    assert wisselingen(plan, (0, 1, 2)) == 5


def test_wie_zwaarder_weegt_wacht_minder() -> None:
    """One of the two has to wait through the point of C, whatever the order."""
    punten = (Punt(10, A), Punt(20, C), Punt(10, A | B), Punt(30, B | C))
    rechter = Tafelplan(punten, (9, 1, 1))
    wacht = {een.partij: een.wacht for een in aanwezigheid(rechter, beste_orde(rechter))}
    assert wacht[0] == 0


def test_op_de_agenda_houdt_de_pauze_haar_plaats_en_wacht_niemand(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    wie = (("OM",), ("GGD",), ("OM", "Politie"), ("GGD", "Mediant", "DJI"))
    punten = [bureau.punt(overleg, bureau.casus(f"Proef {n}"), *partijen) for n, partijen in enumerate(wie[:2])]
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Pauze")
    punten += [bureau.punt(overleg, bureau.casus(f"Proef {n + 2}"), *partijen) for n, partijen in enumerate(wie[2:])]
    voorstel = bureau.agenda.stel_volgorde_voor(overleg)
    nu = [punt.id for punt in bureau.agenda.toon(overleg).punten]
    assert nu == list(voorstel.punten)
    assert nu[2] == pauze
    assert {frozenset(nu[:2]), frozenset(nu[3:])} == {
        frozenset((punten[0], punten[2])),
        frozenset((punten[1], punten[3])),
    }
    assert (voorstel.wachten_straks, voorstel.bewezen) == (0, True)
    assert voorstel.wachten_nu == 50  # OM through GGD and the break, GGD through the break and OM
    assert "Geen partij hoeft meer te wachten; dat was samen 50 minuten." in winst_in_woorden(voorstel)
    nogmaals = bureau.agenda.stel_volgorde_voor(overleg)
    assert list(nogmaals.punten) == nu
    assert winst_in_woorden(nogmaals) == "Deze volgorde is al de beste: geen andere laat de partijen minder wachten."


def test_een_vervallen_stoel_telt_niet_mee(bureau: Bureau) -> None:
    overleg = bureau.tafel()
    casussen = [bureau.casus(f"Proef {n}") for n in range(3)]
    for casus, partij in zip(casussen, ("OM", "GGD", "OM"), strict=True):
        bureau.punt(overleg, casus, partij)
    bureau.trek_in(casussen[2], "OM")
    assert bureau.agenda.stel_volgorde_voor(overleg).wachten_nu == 0


def test_de_winst_staat_er_in_woorden() -> None:
    verblijf = (Verblijf("Politie", 135, 70), Verblijf("OM", 60, 45), Verblijf("GGD", 20, 40))
    winst = winst_in_woorden(VolgordeVoorstel((), 185, 80, 9, 5, verblijf, bewezen=True))
    assert "1\N{NO-BREAK SPACE}u\N{NO-BREAK SPACE}20" in winst
    assert winst.replace("\N{NO-BREAK SPACE}", " ") == (
        "De partijen wachten samen 1 u 20 in plaats van 3 u 05. Politie 1 u 10 aanwezig in plaats van 2 u 15 en "
        "OM 45 minuten aanwezig in plaats van 1 uur. Langer: GGD 40 minuten aanwezig in plaats van 20 minuten."
    )
    assert winst_in_woorden(VolgordeVoorstel((), 0, 0, 4, 3, (), bewezen=True)) == (
        "Er komt of gaat één keer minder iemand tussendoor."
    )
    assert winst_in_woorden(VolgordeVoorstel((), 30, 30, 3, 3, (), bewezen=False)) == (
        "Er is geen betere volgorde gevonden."
    )
    assert [duur(minuten).split() for minuten in (1, 45, 60, 125)] == [
        ["1", "minuut"],
        ["45", "minuten"],
        ["1", "uur"],
        ["2", "u", "05"],
    ]
