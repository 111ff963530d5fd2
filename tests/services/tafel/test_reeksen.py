"""A series of overleggen: the days are reckoned, feestdagen are said, and all are planned or none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, Bureau, ProefKlok, kopieer
from hypothesis import given
from hypothesis import strategies as st

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzen.reekskeuzes import Herhaling
from zvh_desktop.services.huis.vakanties import Vakantie, VakantieService
from zvh_desktop.services.tafel.reeks.dagen import herhalingen, reeksdagen
from zvh_desktop.services.tafel.reeks.reeksen import MEESTE, VAKANTIES_ONBEKEND, ReeksService
from zvh_desktop.services.werkplek.feestdagen import feestdag

TWEEDE_DINSDAG = date(2026, 12, 8)


@pytest.fixture
def bureau(twents_sjabloon: Path, tmp_path: Path) -> Iterator[Bureau]:
    gemaakt = Bureau(kopieer(twents_sjabloon, tmp_path / "proef.kluis"), ProefKlok())
    yield gemaakt
    gemaakt.sluit()


def test_elke_tweede_dinsdag() -> None:
    assert reeksdagen(TWEEDE_DINSDAG, Herhaling.VAN_DE_MAAND, 3) == (
        date(2027, 1, 12),
        date(2027, 2, 9),
        date(2027, 3, 9),
    )
    assert dict(herhalingen(TWEEDE_DINSDAG))[Herhaling.VAN_DE_MAAND] == "elke tweede dinsdag van de maand"


def test_de_laatste_van_de_maand_en_geen_vijfde() -> None:
    vijfde = date(2026, 12, 31)
    assert [sleutel for sleutel, _ in herhalingen(vijfde)][3:] == [Herhaling.LAATSTE_VAN_DE_MAAND]
    dagen = reeksdagen(vijfde, Herhaling.LAATSTE_VAN_DE_MAAND, 2)
    assert dagen == (date(2027, 1, 28), date(2027, 2, 25))


@given(st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from(Herhaling), st.integers(1, 24))
def test_elke_dag_is_dezelfde_dag_van_de_week_en_later_dan_de_vorige(dag: date, hoe: Herhaling, aantal: int) -> None:
    dagen = (dag, *reeksdagen(dag, hoe, aantal))
    assert len(dagen) == aantal + 1 and {een.weekday() for een in dagen} == {dag.weekday()}
    assert all(timedelta(0) < later - eerder < timedelta(weeks=11) for eerder, later in pairwise(dagen))


def test_een_feestdag_en_een_dag_met_al_een_overleg_worden_gezegd(bureau: Bureau) -> None:
    reeksen = bureau.agenda.reeksen
    vrijdag = date(2026, 12, 18)
    bureau.tafel(date(2027, 1, 8))
    let_op = {een.dag: een.let_op for een in reeksen.dagen(vrijdag, Herhaling.WEEK, 3)}
    assert let_op[date(2026, 12, 25)].startswith("feestdag: ")
    assert let_op[date(2027, 1, 1)].startswith("feestdag: ") and let_op[date(2027, 1, 8)] == "er is al een overleg"
    assert [een.let_op for een in reeksen.dagen(date(2026, 12, 5), Herhaling.TWEE_WEKEN, 1)] == ["weekend"]
    for te_veel in (0, MEESTE + 1):
        with pytest.raises(InvoerOngeldig):
            reeksen.dagen(vrijdag, Herhaling.WEEK, te_veel)


def test_alles_wat_in_de_weg_staat_wordt_gezegd_en_wat_niet_bekend_is_ook(bureau: Bureau) -> None:
    """Past the last school holiday that the house filled in, silence would say that there is none."""
    begin = date(2026, 12, 18)
    eerst = bureau.agenda.reeksen.dagen(begin, Herhaling.WEEK, 3)
    assert {een.niet_bekend for een in eerst} == {VAKANTIES_ONBEKEND}
    bureau.als(BEHEER)
    VakantieService(bureau.werkplek).bewaar(Vakantie("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3)))
    bureau.als(MEDEWERKER)
    bureau.tafel(date(2026, 12, 25))
    dagen = {een.dag: een for een in bureau.agenda.reeksen.dagen(begin, Herhaling.WEEK, 3)}
    assert dagen[date(2026, 12, 25)].let_op == (
        "feestdag: Eerste kerstdag; er is al een overleg; schoolvakantie: kerstvakantie"
    )
    assert [dagen[dag].niet_bekend for dag in dagen] == ["", "", VAKANTIES_ONBEKEND]


@pytest.mark.parametrize(
    ("begin", "hoe", "eerste"),
    [
        (date(2028, 2, 29), Herhaling.LAATSTE_VAN_DE_MAAND, [date(2028, 3, 28), date(2028, 4, 25)]),
        (date(2032, 12, 28), Herhaling.TWEE_WEKEN, [date(2033, 1, 11), date(2033, 1, 25)]),  # over week 53
        (date(2027, 3, 9), Herhaling.VAN_DE_MAAND, [date(2027, 4, 13), date(2027, 5, 11)]),  # over de zomertijd
    ],
)
def test_een_schrikkeldag_een_week_53_en_de_zomertijd(begin: date, hoe: Herhaling, eerste: list[date]) -> None:
    assert list(reeksdagen(begin, hoe, 2)) == eerste


@pytest.mark.parametrize(("jaar", "dag"), [(2031, 26), (2032, 27), (2036, 26)])
def test_koningsdag_schuift_van_zondag_naar_zaterdag(jaar: int, dag: int) -> None:
    assert feestdag(date(jaar, 4, dag)) == "Koningsdag"
    assert feestdag(date(jaar, 4, 53 - dag)) == ""


def test_een_reeks_is_een_daad_en_daarna_gewone_overleggen(bureau: Bureau) -> None:
    reeksen, tafels = bureau.agenda.reeksen, bureau.tafels
    voorbeeld = tafels.toon(bureau.tafel()).invoer
    dagen = (date(2027, 1, 12), date(2027, 2, 9))
    gepland = reeksen.plan(voorbeeld, dagen)
    assert [tafels.toon(een).invoer.datum for een in gepland] == list(dagen)
    assert {tafels.toon(een).invoer.plaats for een in gepland} == {voorbeeld.plaats}
    assert bureau.logboek()[-1]["handeling"] == "reeks van overleggen gepland"
    tafels.wijzig(gepland[0], bureau.tafel_invoer(date(2027, 1, 13)))
    assert tafels.toon(gepland[1]).invoer.datum == dagen[1]
    reeksen.neem_terug(gepland)
    assert bureau.waarde("SELECT count(*) FROM overleg") == 1


def test_lukt_er_een_niet_dan_geen(bureau: Bureau) -> None:
    reeksen = bureau.agenda.reeksen
    voorbeeld = bureau.tafel_invoer(plaats="")
    with pytest.raises(InvoerOngeldig):
        reeksen.plan(voorbeeld, (date(2027, 1, 12), date(2027, 2, 9)))
    with pytest.raises(InvoerOngeldig, match="ten minste één dag"):
        reeksen.plan(bureau.tafel_invoer(), ())
    assert bureau.waarde("SELECT count(*) FROM overleg") == 0


def test_waar_al_mee_is_gewerkt_gaat_niet_terug_en_de_andere_ook_niet(bureau: Bureau) -> None:
    reeksen = bureau.agenda.reeksen
    gepland = reeksen.plan(bureau.tafel_invoer(), (date(2027, 1, 12), date(2027, 2, 9)))
    bureau.punt(gepland[1], bureau.casus(), "Politie")
    bureau.alsof_bevestigd()
    bureau.agenda.geef_akkoord(gepland[1])
    with pytest.raises(GebruikersFout):
        reeksen.neem_terug(gepland)
    assert bureau.waarde("SELECT count(*) FROM overleg") == 2


def test_alleen_wie_overleggen_plant(bureau: Bureau) -> None:
    voorbeeld = bureau.tafel_invoer()
    bureau.als(BEHEER)
    with pytest.raises(NietBevoegd):
        ReeksService(bureau.werkplek).plan(voorbeeld, (date(2027, 1, 12),))
