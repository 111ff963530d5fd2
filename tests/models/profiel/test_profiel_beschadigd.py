"""A profile comes from anybody's disk: whatever is wrong with it, the answer names the place and is no traceback."""

from __future__ import annotations

import copy
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from profiel_boom import (
    Boom,
    Pad,
    alle_paden,
    als_tekst,
    boom_van,
    is_weglaatbaar,
    met_waarde,
    plaats_van,
    waarde_op,
    zonder_deel,
)

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.paths import lees_hulpbron


def _bevindingen(tekst: str) -> dict[str, tuple[str, str]]:
    """Read a profile that must be refused; the findings by place."""
    with pytest.raises(ProfielOngeldig) as gevangen:
        lees_profiel(tekst, "proef.toml")
    bevindingen = gevangen.value.bevindingen
    assert bevindingen
    for bevinding in bevindingen:
        assert bevinding.plaats
        assert bevinding.gevonden
        assert bevinding.verwacht
    return {bevinding.plaats: (bevinding.gevonden, bevinding.verwacht) for bevinding in bevindingen}


def _zet(pad: str, waarde: object, huis: str = "landelijk") -> str:
    """The text of a shipped profile with one value changed; ``pad`` counts from 0."""
    sleutels: Pad = tuple(int(deel) if deel.isdigit() else deel for deel in pad.split("."))
    return als_tekst(met_waarde(boom_van(huis), sleutels, waarde))


PADEN = tuple(alle_paden(boom_van()))


def test_de_schrijver_van_deze_toets_verandert_niets() -> None:
    assert isinstance(lees_profiel(als_tekst(boom_van()), "proef.toml"), Huisprofiel)


def test_elke_verkeerde_soort_wordt_op_zijn_plaats_gemeld() -> None:
    boom = boom_van()
    for pad in PADEN:
        fout = "zeven" if isinstance(waarde_op(boom, pad), int) else 7
        plaatsen = _bevindingen(als_tekst(met_waarde(boom, pad, fout)))
        assert any(plaats.startswith(plaats_van(pad)) for plaats in plaatsen), pad


def test_elk_weggelaten_deel_wordt_gemeld() -> None:
    boom = boom_van()
    geteld = 0
    for pad in PADEN:
        # Leaving out one of several in a list can be right; leaving out the whole list is tried at its own key.
        if isinstance(pad[-1], int) or is_weglaatbaar(pad) or pad[0] == "geschillen":
            continue
        geteld += 1
        assert _bevindingen(als_tekst(zonder_deel(boom, pad))), pad
    assert geteld > 300


def test_een_onbekende_sleutel_wordt_overal_gemeld() -> None:
    boom = boom_van()
    for pad in [(), *PADEN]:
        if isinstance(waarde_op(boom, pad), dict) and pad[:1] != ("criteria_logica",):
            assert plaats_van((*pad, "onzin")) in _bevindingen(als_tekst(met_waarde(boom, (*pad, "onzin"), 1)))


_RARE_WAARDEN = st.one_of(
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
    st.sampled_from(["bestaat-niet", "", " ", "a" * 5000, "\x00", "rechts\u202elinks", "regel\nregel", [[]], {}]),
)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(PADEN), st.sampled_from("wvd"), _RARE_WAARDEN), min_size=1, max_size=4))
def test_wat_er_ook_stuk_is_er_volgt_een_profiel_of_een_bevinding(
    ingrepen: list[tuple[Pad, str, object]],
) -> None:
    boom = boom_van()
    for pad, ingreep, waarde in ingrepen:
        try:
            boom = _ingreep(boom, pad, ingreep, waarde)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue  # an earlier change took this place away
    _lees_of_bevinding(als_tekst(boom))


def _ingreep(boom: Boom, pad: Pad, ingreep: str, waarde: object) -> Boom:
    if ingreep == "v":
        return zonder_deel(boom, pad)
    if ingreep == "d" and isinstance(pad[-1], int):
        nieuw = copy.deepcopy(boom)
        waarde_op(nieuw, pad[:-1]).append(waarde_op(nieuw, pad))
        return nieuw
    return met_waarde(boom, pad, waarde)


def _lees_of_bevinding(tekst: str) -> None:
    try:
        lees_profiel(tekst, "proef.toml")
    except ProfielOngeldig as fout:
        assert fout.bevindingen
        assert all(bevinding.plaats for bevinding in fout.bevindingen)


@given(st.text(max_size=200))
def test_willekeurige_tekst_geeft_bevindingen(tekst: str) -> None:
    _bevindingen(tekst)


@given(st.integers(min_value=0, max_value=15_000), st.characters())
def test_een_ander_teken_in_het_bestand_geeft_nooit_een_andere_fout(plek: int, teken: str) -> None:
    tekst = lees_hulpbron("huisprofielen/twente.toml").decode()
    _lees_of_bevinding(tekst[:plek] + teken + tekst[plek + 1 :])


@given(st.integers(min_value=0, max_value=15_000))
def test_een_afgebroken_bestand_wordt_geweigerd(lengte: int) -> None:
    _bevindingen(lees_hulpbron("huisprofielen/twente.toml").decode()[:lengte])


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        ('sleutel = "a"\nnaam = \n', "regel 2, kolom 8"),
        ('naam = "a', "einde van het bestand"),
        pytest.param("a = " + "[" * 50_000, "het bestand", id="te diep"),
        pytest.param("a = " + "9" * 5_000, "het bestand", id="te groot getal"),
        pytest.param('naam = "\ud800"', "het bestand", id="half teken"),
        pytest.param("#" * 1_000_001, "het bestand", id="te lang"),
        ("a = 2026-13-41", "regel 1, kolom 9"),
    ],
)
def test_wat_geen_toml_is_wordt_met_de_regel_gemeld(tekst: str, plaats: str) -> None:
    assert plaats in _bevindingen(tekst)


def test_een_reusachtig_getal_wordt_gemeld_zonder_het_uit_te_schrijven() -> None:
    tekst = als_tekst(boom_van()).replace('"landelijk"', "0x" + "f" * 20_000, 1)
    assert _bevindingen(tekst)["sleutel"][0] == "een zeer groot getal"


def test_een_tikfout_krijgt_een_voorstel() -> None:
    boom = boom_van()
    boom["termen"]["casusregiseur"] = boom["termen"].pop("casusregisseur")
    bevindingen = _bevindingen(als_tekst(boom))
    assert bevindingen["termen.casusregisseur"][0] == "niets"
    assert bevindingen["termen.casusregiseur"] == ("een onbekende sleutel", 'misschien "casusregisseur"')


@pytest.mark.parametrize(
    ("pad", "waarde", "plaats"),
    [
        ("fasen.0.naar", ["bestaat-niet"], "fasen[1].naar"),
        ("fasen.2.terug", ["bestaat-niet"], "fasen[3].terug"),
        ("fasen.0.naar", ["aanmelding-en-intake"], "fasen[1].naar"),
        ("fasen.3.naar", ["triage"], "fasen[4].naar"),
        ("fasen.2.terug", ["afschaling"], "fasen[3].terug"),
        ("fasen.0.naar", [], "fasen[2]"),
        ("fasen.1.sleutel", "aanmelding-en-intake", "fasen[2].sleutel"),
        ("fasen.1.nummer", "1", "fasen[2].nummer"),
        ("fasen.1.sleutel", "Triage!", "fasen[2].sleutel"),
        ("besluiten.0.naar_fase", "bestaat-niet", "besluiten[1].naar_fase"),
        ("besluiten.0.naar_fase", "", "besluiten[1].naar_fase"),
        ("besluiten.0.naar_fase", "triage", "besluiten[1].naar_fase"),
        ("besluiten.0.leidt_tot", "overig", "besluiten"),
        ("besluiten.1.leidt_tot", "opschaling", "besluiten[2].leidt_tot"),
        ("besluiten.1.leidt_tot", "vertraging", "besluiten[2].leidt_tot"),
        ("verantwoording.artikel", "", "verantwoording.artikel"),
        ("verantwoording.plannen.0.artikel", "  ", "verantwoording.plannen[1].artikel"),
        ("verantwoording.plannen.0.artikel", 7, "verantwoording.plannen[1].artikel"),
        ("verantwoording.plannen", [], "verantwoording.plannen"),
        ("uittreding.na_wijziging", "", "uittreding.na_wijziging"),
        ("uitsluiting.horen_artikel", " ", "uitsluiting.horen_artikel"),
        ("afschaling.beslissers", ["burgemeester"], "afschaling.beslissers"),
        ("afschaling.beslissers", [], "afschaling.beslissers"),
        ("aanwijzing_casusregisseur.beslissers", ["stuurgroep"], "aanwijzing_casusregisseur.beslissers"),
        ("overlegsoorten.0.casuistiek", False, "overlegsoorten"),
        ("overlegsoorten.2.casuistiek", True, "overlegsoorten[3].casuistiek"),
        ("overlegsoorten.0.niveau", "lokaal", "overlegsoorten[1].niveau"),
        ("overlegsoorten.0.stemregel.artikel", "", "overlegsoorten[1].stemregel.artikel"),
        ("termen.afschaling", "loslating", "termen.afgeschaald"),
        ("termen.manager", "", "termen.manager"),
        ("termen.het", ["plan"], "termen.het"),
        ("criteria_logica", {"of": ["bestaat-niet"]}, "criteria_logica"),
        ("criteria_logica", {"of": ["systeem"]}, "criteria[1]"),
        ("criteria_logica", {"misschien": ["systeem"]}, "criteria_logica"),
        ("criteria_logica", {"of": []}, "criteria_logica.of"),
        ("criteria_logica", {"of": ["systeem", 3]}, "criteria_logica.of[2]"),
        ("criteria", [], "criteria_logica"),
        ("triage_bepaalt", ["doel", "themaas"], "triage_bepaalt"),
        ("triage_bepaalt", [], "triage_bepaalt"),
        ("partijen.1.kort", "gemeente a", "partijen[2].kort"),
        ("partijen.1.kort", "Gemeente Bee B", "partijen[2].kort"),
        ("partijen.1.soort", "vriend", "partijen[2].soort"),
        ("grondslagen.0.groepen", ["ruimtevaart"], "grondslagen[1].groepen"),
        ("bewaartermijnen.0.termijn", "eeuwig", "bewaartermijnen[1].termijn"),
        ("bewaartermijnen.0.termijn", "6 maanden", "bewaartermijnen[1].bron"),
        ("convenant.geldig_van", "1 januari", "convenant.geldig_van"),
        ("convenant.geldig_van", datetime(2026, 1, 1, 12, 0), "convenant.geldig_van"),  # noqa: DTZ001
        ("regels.geheimhouding.artikel", "", "regels.geheimhouding.artikel"),
        ("regels.geheimhouding.reden", "omdat", "regels.geheimhouding.reden"),
        ("regels.geheimhouding", {"geldt": False}, "regels.geheimhouding.reden"),
        ("regels.geheimhouding.geldt", False, "regels.geheimhouding.artikel"),
        ("geschillen.manager", [], "geschillen.manager"),
        ("geschillen.wethouder", ["Stuurgroep"], "geschillen.wethouder"),
        ("leefgebieden", ["Wonen", "Wonen"], "leefgebieden[2]"),
        ("naam", "Huis\x07", "naam"),
        ("naam", "H" * 121, "naam"),
        ("opschaling", {"naar": "Elders"}, "opschaling.naar_kort"),
        ("overlegsoorten.0.stemregel.wie_besluit", "Anderen besluiten.", "overlegsoorten[1].stemregel.wie_besluit"),
    ],
)
def test_een_fout_wordt_op_haar_plaats_gemeld(pad: str, waarde: object, plaats: str) -> None:
    assert plaats in _bevindingen(_zet(pad, waarde))


def test_een_datum_voor_het_begin_wordt_gemeld() -> None:
    boom = boom_van()
    boom["aanpakken"][0] |= {"geldig_van": date(2026, 2, 1), "geldig_tot": date(2026, 1, 31)}
    gevonden, verwacht = _bevindingen(als_tekst(boom))["aanpakken[1].geldig_tot"]
    assert gevonden == "de datum 2026-01-31"
    assert "2026-02-01" in verwacht


@pytest.mark.parametrize(
    ("pad", "waarde", "plaats"),
    [
        ("afschaling.standaard", "loten", "afschaling.standaard"),
        ("afschaling.beslissers", ["overleg"], "afschaling.beslissers"),
        ("afschaling.lezingen.0.beslissers", ["overleg", "burgemeester"], "afschaling.lezingen[1].beslissers"),
        ("afschaling.lezingen.1.sleutel", "samen", "afschaling.lezingen[2].sleutel"),
        ("afschaling.lezingen.0.reden", "", "afschaling.lezingen[1].reden"),
        ("afschaling.lezingen", [], "afschaling.lezingen"),
    ],
)
def test_een_fout_in_de_lezingen_wordt_gemeld(pad: str, waarde: object, plaats: str) -> None:
    assert plaats in _bevindingen(_zet(pad, waarde, "haaglanden"))


def test_een_huis_waarin_nooit_gedeeld_mag_worden_wordt_geweigerd() -> None:
    boom = boom_van()
    for fase in boom["fasen"]:
        fase["delen_toegestaan"] = False
    assert "fasen" in _bevindingen(als_tekst(boom))


def test_alle_fouten_worden_tegelijk_gemeld() -> None:
    boom = boom_van()
    boom["naam"] = 3
    boom["fasen"][0]["delen_toegestaan"] = "nee"
    del boom["regels"]["niet_openbaar"]
    assert set(_bevindingen(als_tekst(boom))) == {"naam", "fasen[1].delen_toegestaan", "regels.niet_openbaar"}
