"""What is asked of an order: kept where it must be, said where it cannot be, refused where it clashes."""

from __future__ import annotations

from datetime import time
from itertools import permutations

import pytest
from factories import BEHEER, REGIE, Bureau
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzen.ordekeuzes import WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, PartijId
from zvh_desktop.services.tafel.volgorde.exact import beste_orde
from zvh_desktop.services.tafel.volgorde.voorstel import VolgordeVoorstel
from zvh_desktop.services.tafel.volgorde.wachten import Punt, Tafelplan
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Namen, Tijden, WensInvoer
from zvh_desktop.services.tafel.volgorde.wens_plan import Agendawensen, met_wensen, volgens_wens
from zvh_desktop.services.tafel.volgorde.wens_regels import Tafelkader, eis_verenigbaar
from zvh_desktop.services.tafel.volgorde.woorden import winst_in_woorden
from zvh_desktop.services.tafel.volgorde.zoeken import goede_orde

EERST, LAATST, VOOR, OM = WensSoort.EERST, WensSoort.LAATST, WensSoort.VOOR, WensSoort.OM
VANAF, TOT, TELT = WensSoort.VANAF, WensSoort.TOT, WensSoort.TELT


def punt(nummer: int) -> AgendapuntId:
    return AgendapuntId(nummer)


def casuswens(soort: WensSoort, een: int, voor: int | None = None, uur: time | None = None) -> WensInvoer:
    return WensInvoer(soort, punt(een), None if voor is None else punt(voor), tijd=uur)


def partijwens(soort: WensSoort, een: int, uur: time | None = None, gewicht: int | None = None) -> WensInvoer:
    return WensInvoer(soort, partij_id=PartijId(een), tijd=uur, gewicht=gewicht)


NAMEN = Namen({1: "A", 2: "B", 3: "C", 4: "D"}, {1: "OM", 2: "Mediant"})
KADER = Tafelkader({punt(n): 20 for n in range(1, 5)}, time(9, 30), time(11, 30), frozenset({1, 2}), NAMEN)


@pytest.mark.parametrize(
    ("bestaand", "nieuw", "botst_met"),
    [
        ([casuswens(EERST, 1)], casuswens(EERST, 2), "'Casus A als eerste'"),
        ([casuswens(LAATST, 1)], casuswens(LAATST, 2), "'Casus A als laatste'"),
        ([casuswens(EERST, 1)], casuswens(LAATST, 1), "'Casus A als eerste'"),
        ([casuswens(EERST, 1)], casuswens(VOOR, 2, 1), "'Casus A als eerste'"),
        ([casuswens(VOOR, 2, 1)], casuswens(EERST, 1), "'Casus B vóór casus A'"),
        ([casuswens(LAATST, 1)], casuswens(VOOR, 1, 2), "'Casus A als laatste'"),
        ([casuswens(VOOR, 1, 2)], casuswens(VOOR, 2, 1), "'Casus A vóór casus B'"),
        (
            [casuswens(VOOR, 1, 2), casuswens(VOOR, 2, 3)],
            casuswens(VOOR, 3, 1),
            "'Casus A vóór casus B' en 'Casus B vóór casus C'",
        ),
        ([casuswens(OM, 1, uur=time(10))], casuswens(OM, 1, uur=time(11)), "'Casus A om 10:00'"),
        ([casuswens(OM, 1, uur=time(10))], casuswens(OM, 2, uur=time(10, 10)), "'Casus A om 10:00'"),
        (
            [casuswens(OM, 1, uur=time(11)), casuswens(VOOR, 1, 2)],
            casuswens(OM, 2, uur=time(10)),
            "'Casus A om 11:00' en 'Casus A vóór casus B'",
        ),
        ([partijwens(VANAF, 1, time(10))], partijwens(TOT, 1, time(9, 45)), "'OM pas vanaf 10:00'"),
        ([partijwens(TOT, 1, time(10))], partijwens(VANAF, 1, time(10)), "'OM alleen tot 10:00'"),
        ([partijwens(TOT, 1, time(10))], partijwens(TOT, 1, time(11)), "'OM alleen tot 10:00'"),
        ([partijwens(TELT, 1, gewicht=2)], partijwens(TELT, 1, gewicht=3), "'Wachten van OM telt dubbel'"),
    ],
)
def test_wat_niet_samen_kan_wordt_geweigerd_en_zegt_waarmee(
    bestaand: list[WensInvoer], nieuw: WensInvoer, botst_met: str
) -> None:
    with pytest.raises(InvoerOngeldig) as gevangen:
        eis_verenigbaar(nieuw, bestaand, KADER)
    assert gevangen.value.gebeurd == f"'{NAMEN.zin(nieuw)}' kan niet samen met {botst_met}."
    assert gevangen.value.advies


@pytest.mark.parametrize(
    ("bestaand", "nieuw"),
    [
        ([casuswens(EERST, 1)], casuswens(LAATST, 2)),
        ([casuswens(EERST, 1)], casuswens(VOOR, 1, 2)),
        ([casuswens(VOOR, 1, 2), casuswens(VOOR, 2, 3)], casuswens(VOOR, 1, 3)),
        ([casuswens(OM, 1, uur=time(10))], casuswens(OM, 2, uur=time(10, 20))),
        ([partijwens(VANAF, 1, time(10))], partijwens(TOT, 1, time(11))),
        ([partijwens(TOT, 1, time(10))], partijwens(VANAF, 2, time(10, 30))),
    ],
)
def test_wat_samen_kan_mag(bestaand: list[WensInvoer], nieuw: WensInvoer) -> None:
    eis_verenigbaar(nieuw, bestaand, KADER)


@pytest.mark.parametrize(
    ("nieuw", "zin"),
    [
        (casuswens(OM, 1, uur=time(9, 29)), "Het overleg is van 09:30 tot 11:30: 09:29 valt daar niet in."),
        (casuswens(OM, 1, uur=time(11, 30)), "11:30 valt daar niet in."),
        (partijwens(TOT, 1, time(12)), "12:00 valt daar niet in."),
        (partijwens(VANAF, 1, time(9)), "09:00 valt daar niet in."),
        (casuswens(OM, 1), "Vul een tijd in."),
        (casuswens(EERST, 9), "Kies een casus van deze agenda."),
        (casuswens(VOOR, 1, 1), "Kies een andere casus"),
        (partijwens(TOT, 7, time(10)), "zit bij geen enkele casus van dit overleg aan tafel."),
        (partijwens(TELT, 1, gewicht=9), "dubbel of driedubbel"),
        (partijwens(TELT, 1), "dubbel of driedubbel"),
    ],
)
def test_een_wens_die_nergens_op_slaat_wordt_geweigerd(nieuw: WensInvoer, zin: str) -> None:
    with pytest.raises(InvoerOngeldig, match=zin.replace(".", r"\.")):
        eis_verenigbaar(nieuw, [], KADER)


def test_dezelfde_wens_staat_er_geen_twee_keer() -> None:
    with pytest.raises(InvoerOngeldig, match="is al gevraagd"):
        eis_verenigbaar(casuswens(EERST, 1), [casuswens(EERST, 1)], KADER)


# --- in the order -------------------------------------------------------------------------------


@st.composite
def gevraagd(draw: st.DrawFn) -> tuple[Tafelplan, list[WensInvoer]]:
    """A table of two to six points, some of them of the house itself, with as many wishes as were accepted."""
    aantal = draw(st.integers(2, 6))
    vast = frozenset(draw(st.sets(st.integers(0, aantal - 1), max_size=2)))
    punten = tuple(Punt(20, 0 if nummer in vast else draw(st.integers(0, 15))) for nummer in range(aantal))
    losse = {punt(nummer): 20 for nummer in range(aantal) if nummer not in vast}
    namen = Namen({nummer: str(nummer) for nummer in losse}, {n: f"P{n}" for n in range(4)})
    kader = Tafelkader(losse, time(9, 30), time(12), frozenset(range(4)), namen)
    wensen: list[WensInvoer] = []
    for soort, een, ander, wie in draw(
        st.lists(
            st.tuples(st.sampled_from(WensSoort), st.integers(0, 5), st.integers(0, 5), st.integers(0, 3)), max_size=8
        )
    ):
        uur = time(9, 40 + ander)
        in_te_vullen = {
            EERST: casuswens(EERST, een),
            LAATST: casuswens(LAATST, een),
            VOOR: casuswens(VOOR, een, ander),
            OM: casuswens(OM, een, uur=uur),
            VANAF: partijwens(VANAF, wie, uur),
            TOT: partijwens(TOT, wie, uur),
            TELT: partijwens(TELT, wie, gewicht=2 + ander % 2),
        }
        try:
            eis_verenigbaar(in_te_vullen[soort], wensen, kader)
        except InvoerOngeldig:
            continue
        wensen.append(in_te_vullen[soort])
    vragen = Agendawensen(wensen, [punt(nummer) for nummer in range(aantal)], list(range(4)), time(9, 30), namen)
    return met_wensen(Tafelplan(punten, (1,) * 4, vast), vragen), wensen


@settings(max_examples=60, deadline=None, derandomize=True)
@given(gevraagd())
def test_de_volgorde_houdt_elke_harde_wens_en_wat_mocht_kan_ook(geval: tuple[Tafelplan, list[WensInvoer]]) -> None:
    plan, wensen = geval
    begin = tuple(range(len(plan.punten)))
    mogelijk = [plan.ingevuld(losse) for losse in permutations(plan.los)]
    assert any(plan.mag(orde) for orde in mogelijk)  # what was accepted together can be kept together
    for orde in (beste_orde(plan), goede_orde(plan, volgens_wens(plan, begin), 2_000)):
        assert all(orde[nummer] == nummer for nummer in plan.vast)
        losse = [nummer for nummer in orde if nummer not in plan.vast]
        for wens in wensen:
            if wens.soort is EERST:
                assert losse[0] == wens.punt_id
            elif wens.soort is LAATST:
                assert losse[-1] == wens.punt_id
            elif wens.soort is VOOR:
                assert losse.index(wens.punt_id or 0) < losse.index(wens.voor_id or 0)


# --- of an overleg ------------------------------------------------------------------------------


@pytest.fixture
def tafel(bureau: Bureau) -> tuple[Bureau, OverlegId, list[AgendapuntId]]:
    """From 09:30 to 11:00: three casussen of twenty minutes, of OM, of GGD, and of both."""
    overleg = bureau.tafel()
    wie = (("OM",), ("GGD",), ("OM", "GGD"))
    punten = [bureau.punt(overleg, bureau.casus(f"Proef {n}"), *partijen) for n, partijen in enumerate(wie)]
    return bureau, overleg, punten


Tafel = tuple[Bureau, OverlegId, list[AgendapuntId]]


def orde(bureau: Bureau, overleg: OverlegId) -> list[AgendapuntId]:
    return [een.id for een in bureau.agenda.toon(overleg).punten]


def zinnen(bureau: Bureau, overleg: OverlegId) -> list[str]:
    return [wens.zin for wens in bureau.agenda.wensen.toon(overleg).wensen]


def test_wensen_staan_er_in_zinnen_en_het_voorstel_verandert_nog_niets(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    wensen = bureau.agenda.wensen
    assert wensen.voeg_toe(overleg, casuswens(EERST, punten[1])) == "Casus 2026-0002 als eerste"
    wensen.voeg_toe(overleg, partijwens(TELT, bureau.partij("OM"), gewicht=3))
    wensen.voeg_toe(overleg, partijwens(TOT, bureau.partij("GGD"), time(10, 30)))
    beeld = wensen.toon(overleg)
    assert [wens.zin for wens in beeld.wensen] == [
        "Casus 2026-0002 als eerste",
        "Wachten van OM telt driedubbel",
        "GGD alleen tot 10:30",
    ]
    assert beeld.anders
    assert [(regel.begin, regel.onderwerp, regel.nu) for regel in beeld.regels] == [
        ("09:30", "2026-0002 - Proef 1", 2),
        ("09:50", "2026-0003 - Proef 2", 3),
        ("10:10", "2026-0001 - Proef 0", 1),
    ]
    assert orde(bureau, overleg) == punten
    voorstel = bureau.agenda.stel_volgorde_voor(overleg)
    assert list(voorstel.punten) == [regel.punt_id for regel in beeld.regels] == orde(bureau, overleg)
    assert beeld.winst == winst_in_woorden(voorstel)
    assert beeld.winst.startswith("Deze volgorde houdt zich aan de wensen. Geen partij hoeft meer te wachten")
    assert not wensen.toon(overleg).anders
    assert wensen.toon(overleg).winst.startswith("Deze volgorde is al de beste met deze wensen")
    wensen.haal_weg(beeld.wensen[0].id)
    assert zinnen(bureau, overleg) == ["Wachten van OM telt driedubbel", "GGD alleen tot 10:30"]


def test_wat_niet_kan_wordt_in_woorden_gezegd(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    wensen = bureau.agenda.wensen
    wensen.voeg_toe(overleg, partijwens(VANAF, bureau.partij("GGD"), time(10)))
    wensen.voeg_toe(overleg, partijwens(TOT, bureau.partij("OM"), time(10)))
    wensen.voeg_toe(overleg, casuswens(OM, punten[0], uur=time(9, 35)))
    winst = bureau.agenda.wensen.toon(overleg).winst
    assert winst.startswith("Deze volgorde houdt zich zo goed als kan aan de wensen.")
    assert "GGD kan pas om 10:00, maar zit om 09:50 aan tafel; " in winst
    assert "OM kan tot 10:00, maar zit tot 10:10 aan tafel; " in winst
    assert "casus 2026-0001 begint om 09:30 in plaats van om 09:35." in winst
    assert winst.endswith("Geen andere volgorde komt dichter bij wat is gevraagd.")
    bureau.agenda.stel_volgorde_voor(overleg)
    assert "GGD kan pas om 10:00, maar zit om 09:50 aan tafel" in wensen.toon(overleg).winst


def test_een_punt_neemt_zijn_wensen_mee_en_ongedaan_brengt_ze_terug(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    wensen, agenda = bureau.agenda.wensen, bureau.agenda
    wensen.voeg_toe(overleg, casuswens(VOOR, punten[1], punten[0]))
    wensen.voeg_toe(overleg, casuswens(LAATST, punten[2]))
    voor = agenda.momentopname(overleg)
    agenda.verwijder_punt(punten[1])
    na = agenda.momentopname(overleg)
    assert zinnen(bureau, overleg) == ["Casus 2026-0003 als laatste"]
    assert agenda.herstel(voor) == ()
    assert sorted(zinnen(bureau, overleg)) == ["Casus 2026-0002 vóór casus 2026-0001", "Casus 2026-0003 als laatste"]
    assert [een.zin for een in agenda.herstel(na)] == [
        "Met de casus ging ook de wens 'Casus 2026-0002 vóór casus 2026-0001' weg."
    ]
    nieuw = {een.casusnummer: een.id for een in agenda.toon(overleg).punten}
    wensen.voeg_toe(overleg, casuswens(EERST, nieuw["2026-0001"]))
    [gezegd] = agenda.herstel(voor)
    assert gezegd.zin == (
        "De wens 'Casus 2026-0002 vóór casus 2026-0001' komt niet terug. "
        "'Casus 2026-0002 vóór casus 2026-0001' kan niet samen met 'Casus 2026-0001 als eerste'."
    )


def test_ongedaan_van_iets_anders_laat_latere_wensen_staan(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    voor = bureau.agenda.momentopname(overleg)
    bureau.agenda.verplaats(punten[0], 2)
    bureau.agenda.wensen.voeg_toe(overleg, casuswens(EERST, punten[1]))
    assert bureau.agenda.herstel(voor) == ()
    assert zinnen(bureau, overleg) == ["Casus 2026-0002 als eerste"]


def test_wensen_gaan_terug_en_zijn_geen_deel_van_wat_akkoord_kreeg(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    wensen = bureau.agenda.wensen
    leeg = wensen.momentopname(overleg)
    bureau.akkoord(overleg)
    wensen.voeg_toe(overleg, partijwens(TOT, bureau.partij("OM"), time(10)))  # an answer comes after the akkoord
    vol = wensen.momentopname(overleg)
    assert bureau.diensten().uitnodigingen.bereid_voor(overleg)  # the agenda is still the one that was signed
    assert wensen.herstel(overleg, leeg) == ()
    assert zinnen(bureau, overleg) == []
    assert wensen.herstel(overleg, vol) == ()
    assert zinnen(bureau, overleg) == ["OM alleen tot 10:00"]
    assert punten


def test_de_database_weigert_een_halve_wens(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    wie = bureau.partij("OM")
    for kolommen, waarden in (
        ("soort", "'eerst'"),
        ("soort, agendapunt_id", f"'voor', {punten[0]}"),
        ("soort, agendapunt_id, voor_punt_id", f"'voor', {punten[0]}, {punten[0]}"),
        ("soort, agendapunt_id", f"'om', {punten[0]}"),
        ("soort, partij_id", f"'tot', {wie}"),
        ("soort, partij_id, gewicht", f"'telt', {wie}, 9"),
        ("soort, partij_id, agendapunt_id", f"'eerst', {wie}, {punten[0]}"),
        ("soort, agendapunt_id", f"'ooit', {punten[0]}"),
    ):
        with pytest.raises(IntegrityError):
            bureau.sql(f"INSERT INTO ordewens (overleg_id, {kolommen}) VALUES ({overleg}, {waarden})")  # noqa: S608


def test_de_zin_bij_zwaarder_wachten() -> None:
    voorstel = VolgordeVoorstel((), 30, 40, 3, 3, (), bewezen=True, gewogen=True)
    assert winst_in_woorden(voorstel) == (
        "Wie zwaarder telt, wacht minder. De partijen wachten samen 40 minuten in plaats van 30 minuten."
    )


def test_zonder_recht_en_na_het_begin_verandert_er_niets(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    bureau.agenda.wensen.voeg_toe(overleg, casuswens(EERST, punten[0]))
    beheerder = bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        beheerder.agenda.wensen.voeg_toe(overleg, casuswens(LAATST, punten[1]))
    regie = bureau.als(REGIE)
    regie.sql("UPDATE overleg SET status = 'afgelast' WHERE id = :id", id=overleg)
    with pytest.raises(GebruikersFout, match="afgelast"):
        regie.agenda.wensen.voeg_toe(overleg, casuswens(LAATST, punten[1]))


def test_wat_een_partij_over_haar_tijd_antwoordt_wordt_een_wens(tafel: Tafel) -> None:
    bureau, overleg, _punten = tafel
    om, wensen = bureau.partij("OM"), bureau.agenda.wensen
    wensen.voeg_toe(overleg, partijwens(TELT, om, gewicht=2))
    bureau.akkoord(overleg)
    wensen.zet_tijden(overleg, om, Tijden(tot=time(10, 30)))
    assert wensen.tijden(overleg) == {om: Tijden(tot=time(10, 30))}
    wensen.zet_tijden(overleg, om, Tijden(time(9, 50), time(10, 40)))
    assert zinnen(bureau, overleg) == ["Wachten van OM telt dubbel", "OM pas vanaf 09:50", "OM alleen tot 10:40"]
    assert wensen.tijden(overleg)[om].zin() == "pas vanaf 09:50 en alleen tot 10:40"
    for fout, veld in ((Tijden(time(10, 40), time(10)), "tot"), (Tijden(vanaf=time(8)), "vanaf")):
        with pytest.raises(InvoerOngeldig) as gevangen:
            wensen.zet_tijden(overleg, om, fout)
        assert gevangen.value.veld == veld
    assert wensen.tijden(overleg) == {om: Tijden(time(9, 50), time(10, 40))}  # refused: as it was
    wensen.zet_tijden(overleg, om, Tijden())
    assert zinnen(bureau, overleg) == ["Wachten van OM telt dubbel"]


# --- a subject of the house itself ----------------------------------------------------------------


def pauzewens(pauze: AgendapuntId, uur: time) -> WensInvoer:
    return WensInvoer(OM, pauze, tijd=uur)


def test_een_pauze_komt_op_de_tijd_die_is_gevraagd(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Pauze")  # the last point, at half past ten
    zin = bureau.agenda.wensen.voeg_toe(overleg, pauzewens(pauze, time(9, 50)))
    assert zin == "Pauze om 09:50"
    beeld = bureau.agenda.wensen.toon(overleg)
    assert [een.naam for een in beeld.onderwerpen] == ["Pauze"]
    assert beeld.anders
    bureau.agenda.stel_volgorde_voor(overleg)
    nieuw = orde(bureau, overleg)
    assert nieuw[1] == pauze
    assert set(nieuw) == {*punten, pauze}
    assert [regel.begin for regel in bureau.agenda.wensen.toon(overleg).regels if regel.punt_id == pauze] == ["09:50"]


def test_wat_niet_op_de_minuut_past_wordt_gezegd(tafel: Tafel) -> None:
    bureau, overleg, _ = tafel
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Pauze")
    bureau.agenda.wensen.voeg_toe(overleg, pauzewens(pauze, time(10)))
    assert "Pauze begint om" in bureau.agenda.wensen.toon(overleg).winst


def test_zonder_tijd_houdt_een_onderwerp_zijn_plaats(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Pauze")
    for wens in (casuswens(EERST, pauze), casuswens(LAATST, pauze), casuswens(VOOR, pauze, punten[0])):
        with pytest.raises(InvoerOngeldig) as gevangen:
            bureau.agenda.wensen.voeg_toe(overleg, wens)
        assert "vaste tijd" in gevangen.value.advies
    bureau.agenda.wensen.voeg_toe(overleg, pauzewens(pauze, time(9, 50)))
    with pytest.raises(InvoerOngeldig, match="kan niet samen met 'Pauze om 09:50'"):
        bureau.agenda.wensen.voeg_toe(overleg, casuswens(OM, punten[0], uur=time(9, 45)))


def test_een_casus_als_eerste_gaat_over_de_casussen(tafel: Tafel) -> None:
    bureau, overleg, punten = tafel
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Opening")
    bureau.agenda.wensen.voeg_toe(overleg, casuswens(EERST, punten[1]))
    bureau.agenda.wensen.voeg_toe(overleg, pauzewens(pauze, time(9, 30)))
    bureau.agenda.stel_volgorde_voor(overleg)
    assert orde(bureau, overleg)[:2] == [pauze, punten[1]]


def test_een_onderwerp_neemt_zijn_wens_mee_en_brengt_hem_terug(tafel: Tafel) -> None:
    bureau, overleg, _ = tafel
    pauze = bureau.agenda.voeg_onderwerp_toe(overleg, "Pauze")
    bureau.agenda.wensen.voeg_toe(overleg, pauzewens(pauze, time(9, 50)))
    voor = bureau.agenda.momentopname(overleg)
    bureau.agenda.verwijder_punt(pauze)
    assert zinnen(bureau, overleg) == []
    bureau.agenda.voeg_onderwerp_toe(overleg, "Rondvraag")  # may get the number of the break
    assert bureau.agenda.herstel(voor) == ()
    assert zinnen(bureau, overleg) == ["Pauze om 09:50"]
    leeg = bureau.agenda.wensen.momentopname(overleg)
    [wens] = bureau.agenda.wensen.toon(overleg).wensen
    bureau.agenda.wensen.haal_weg(wens.id)
    assert bureau.agenda.wensen.herstel(overleg, leeg) == ()
    assert zinnen(bureau, overleg) == ["Pauze om 09:50"]
