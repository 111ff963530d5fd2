"""The manual in each house: its words, its articles, no word of another, and nothing left between braces."""

from __future__ import annotations

import re

import pytest
from woorden_van_huizen import HUIZEN, gevonden_vreemd, zonder_naam

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.paths import lees_hulpbron, resources_map
from zvh_desktop.services.huis.handleiding import Hoofdstuk, algemene_handleiding, lees_handleiding
from zvh_desktop.services.huis.handleidingtekst import VOORWAARDEN, vul_in, zonder_opmaak

ZESDE = "voorbeeldstad"
BRON = {pad.name: pad.read_text(encoding="utf-8") for pad in (resources_map() / "handleiding").glob("*.md")}


def profiel_van(huis: str) -> Huisprofiel:
    if huis == ZESDE:
        return lees_profiel(
            lees_hulpbron("sjablonen/huisprofiel.toml")
            .decode()
            .replace("Voorbeeld", "Eigen")
            .replace("voorbeeld", "eigen"),
            "het sjabloon",
        )
    return laad_meegeleverd(huis)


@pytest.fixture(params=[*HUIZEN, ZESDE])
def profiel(request: pytest.FixtureRequest) -> Huisprofiel:
    return profiel_van(request.param)


def per_sleutel(profiel: Huisprofiel) -> dict[str, Hoofdstuk]:
    return {hoofdstuk.sleutel: hoofdstuk for hoofdstuk in lees_handleiding(profiel)}


def test_elk_hoofdstuk_is_helemaal_ingevuld(profiel: Huisprofiel) -> None:
    for hoofdstuk in lees_handleiding(profiel):
        assert not re.search(r"[{}]|  \S| [.,;]|\(\)", hoofdstuk.tekst.replace("\n   ", "\n").replace("\n  ", "\n")), (
            hoofdstuk.tekst
        )
        assert hoofdstuk.titel
        assert hoofdstuk.tekst.endswith(tuple("\n")) and "\n\n\n" not in hoofdstuk.tekst


def test_geen_hoofdstuk_zegt_een_woord_van_een_ander_huis(profiel: Huisprofiel) -> None:
    gevonden = [
        f"{hoofdstuk.bestand}: {plek}"
        for hoofdstuk in lees_handleiding(profiel)
        for plek in gevonden_vreemd(profiel, zonder_naam(hoofdstuk.leestekst))
    ]
    assert gevonden == []


@pytest.mark.parametrize(
    ("huis", "sleutel", "zinnen"),
    [
        ("landelijk", "tafel-plannen-en-agenda", ("Een casusoverleg plannen", "Elk casusoverleg gaat", "(art. 12.2")),
        ("twente", "tafel-plannen-en-agenda", ("Een casustafel plannen", "Elke casustafel gaat", "(art. 11.2")),
        ("twente", "verslag-en-notulen", ("GCOS, Vis2 en Amazone (art. 13.2 en art. 14.4 en bijlage 3, fase 1)",)),
        ("haaglanden", "aanmelding", ("de casuscoördinator (art. 13.1)", "Nieuwe aanmelding")),
        ("haaglanden", "afschaling", ("meer dan één antwoord", "meer functies samen")),
        ("haaglanden", "eerste-keer", ("ondersteunend medewerker",)),
        ("midden-limburg", "tafel-plannen-en-agenda", ("Een RTO plannen", "Elk RTO gaat", "Ga naar RTO's")),
        ("midden-limburg", "aanmelding", ("begint met de aanmelding",)),
        ("delft", "triage", ("Weeg", "In de weeg", "Rond de weeg af", '"Aanmelding en intake" of "Weeg"')),
        ("delft", "tafel-plannen-en-agenda", ("in het Procesoverleg, het Kernteam PAD en het Regieoverleg PAD",)),
        ("delft", "informatie", ("vastgelegd (art. 13.2 onder f)",)),
        (ZESDE, "triage", ("In de weging bepaalt u",)),
        (ZESDE, "overleggen", ("het Partneroverleg en de Stuurgroep",)),
    ],
)
def test_het_huis_zegt_zijn_eigen_woorden(huis: str, sleutel: str, zinnen: tuple[str, ...]) -> None:
    """Said outright, with articles and forms, so that a mistake in a profile cannot excuse itself."""
    gelezen = " ".join(per_sleutel(profiel_van(huis))[sleutel].leestekst.split())
    assert [zin for zin in zinnen if zin not in gelezen] == []


def test_wat_een_huis_niet_kent_staat_er_niet() -> None:
    assert "meer functies" not in per_sleutel(laad_meegeleverd("twente"))["afschaling"].tekst
    assert "Opschalen" not in per_sleutel(laad_meegeleverd("landelijk"))["wat-nog-niet-kan"].tekst
    assert "houdt het verslag ook bij" not in per_sleutel(laad_meegeleverd("delft"))["verslag-en-notulen"].tekst


def test_zonder_huis_gelden_de_woorden_van_het_landelijk_model() -> None:
    assert algemene_handleiding() == lees_handleiding(laad_meegeleverd("landelijk"))


@pytest.mark.parametrize("bestand", sorted(BRON))
def test_een_regel_in_de_handleiding_bestaat_en_geldt_ergens(bestand: str) -> None:
    huizen = [laad_meegeleverd(huis) for huis in HUIZEN]
    for sleutel in re.findall(r"\{artikel:([^}]*)\}", BRON[bestand]):
        assert any(profiel.geldt(Regel(sleutel)) for profiel in huizen), sleutel


def test_elke_voorwaarde_wordt_gebruikt_en_verschilt_per_huis() -> None:
    """A condition that holds everywhere, or nowhere, would hide a passage that nobody ever reads."""
    for naam, geldt in VOORWAARDEN.items():
        assert any(f"{{alleen {naam}}}" in tekst for tekst in BRON.values()), naam
        assert {geldt(profiel_van(huis)) for huis in (*HUIZEN, ZESDE)} == {True, False}, naam


@pytest.mark.parametrize(
    "tekst",
    [
        "{tafle}",
        "{een tafel}",
        "{artikel:geen_regel}",
        "{alleen onbekend}x{einde}",
        "{alleen opschaling}x",
        "x{einde}",
        "los { haakje",
        "{}",
    ],
)
def test_een_onbekende_plaatshouder_is_een_fout(tekst: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        vul_in(tekst, laad_meegeleverd("twente"))


@pytest.mark.parametrize(
    ("tekst", "twente", "delft"),
    [
        ("{tafel}", "casustafel", "procesoverleg"),
        ("{Tafels}", "Casustafels", "Procesoverleggen"),
        ("{deze tafel}", "deze casustafel", "dit procesoverleg"),
        ("{dit tafel}", "deze casustafel", "dit procesoverleg"),
        ("{De casusregisseur}", "De casusregisseur", "De casuscoördinator"),
        ("{het plan van aanpak}", "het plan van aanpak", "het plan van aanpak"),
        ("{alleen opschaling}ja{anders}nee{einde}", "nee", "ja"),
        ("a {artikel:verslaglegging}.", "a (art. 14.4).", "a."),
        ("a\n> {artikel:verslaglegging}. b", "a\n> (art. 14.4). b", "a. b"),
        ("{alleen regel verslaglegging}ja{einde}", "ja", ""),
    ],
)
def test_plaatshouders(tekst: str, twente: str, delft: str) -> None:
    assert vul_in(tekst, laad_meegeleverd("twente")) == twente
    assert vul_in(tekst, laad_meegeleverd("delft")) == delft


def test_een_woord_met_tekens_van_markdown_blijft_een_woord() -> None:
    bron = laad_meegeleverd("twente").brontekst.replace('triage = "triage"', 'triage = "<b> & *weeg_[1]*"')
    tekst = vul_in("[**{triage}**](06-triage.md)", lees_profiel(bron, "proef"))
    assert "<b>" not in tekst
    assert zonder_opmaak(tekst) == "<b> & *weeg_[1]*"


def test_een_hoofdstuk_waarvan_hier_niets_geldt_is_er_niet(profiel: Huisprofiel) -> None:
    hoofdstuk = per_sleutel(profiel).get("opschaling")
    if profiel.opschaling is None:
        assert hoofdstuk is None
        return
    assert hoofdstuk is not None
    assert profiel.opschaling.naar in hoofdstuk.leestekst
    assert f"({profiel.artikel(Regel.OPSCHALING_BESLUIT)})" in hoofdstuk.leestekst


VASTE_WOORDEN = re.compile(
    r"\b(?:plan van aanpak|privacyprotocol|casusregie|manager|procesregisseur|casusregisseur|aanmelding|afschaling"
    r"|triage|opschaling|convenantpartij|administratief medewerker|(?:de|een|deze|dit|elke) (?:casus)?tafel)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("bestand", sorted(BRON))
def test_een_woord_waarin_huizen_verschillen_staat_tussen_accolades(bestand: str) -> None:
    """Also where the landelijk model says it so: a house with another word would read a strange one."""
    kaal = re.sub(r"\{[^{}]*\}|`[^`]*`|\]\([^)]*\)", "", " ".join(BRON[bestand].split()))
    assert VASTE_WOORDEN.findall(kaal) == []
