"""A sixth house is one file: the example of the manual, and a house that does everything differently."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zvh_desktop.errors import ProfielOngeldig
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel.delen import VASTE_WOORDEN
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel

HANDLEIDING = Path(__file__).parents[3] / "docs" / "huisprofiel.md"

_OVERLEG = """
[[overlegsoorten]]
sleutel = "{sleutel}"
naam = "{naam}"
meervoud = "{naam}en"
kort = "{sleutel}"
lidwoord = "het"
niveau = "{niveau}"
casuistiek = {casuistiek}
stemregel = {{ wijze = "geen_regel" }}
artikel = "paragraaf 3"
"""

_BEGIN = """
sleutel = "zesde-huis"
naam = "Huis 't Hek & <Zonen>"
korte_naam = "'t Hek & <Zonen>"
versie = "2026 (tweede)"
leefgebieden = ["Wonen"]

[convenant]
naam = "Afspraken van 't Hek"

[termen]
operationeel_overleg = "Kring <A>"
operationeel_overleg_meervoud = "Kringen <A>"
tafel = "kring"
tafels = "kringen"
tactisch_overleg = "Werkberaad"
strategisch_overleg = "Raad"
aanmelding = "inbreng"
aanmeldingen = "inbrengen"
triage = "schifting"
casusregisseur = "trekker"
casusregisseurs = "trekkers"
casusregie = "trekkerschap"
procesregisseur = "kringleider"
procesregisseurs = "kringleiders"
procesregie = "kringleiding"
manager = "directeur"
informatierol = "griffie"
administratief_medewerker = "griffier"
plan_van_aanpak = "draaiboek"
plannen_van_aanpak = "draaiboeken"
afschaling = "uitzwaaien"
afgeschaald = "uitgezwaaid"
jaarplan = "kompas"
privacyprotocol = "sluitpost"
het = ["plan_van_aanpak", "jaarplan", "casusregie", "afschaling", "tactisch_overleg"]
"""

_EINDE = """
[[aanpakken]]
sleutel = "alles"
naam = "Alles & nog wat"
privacyprotocol = "Sluitpost"
wettelijk_kader = "AVG"
artikel = "paragraaf 1"

[[fasen]]
sleutel = "einde"
nummer = "Z"
naam = "Uitzwaaien"
delen_toegestaan = false
doel = "Weg ermee."
artikel = "paragraaf 9"

[[fasen]]
sleutel = "kring"
nummer = "B"
naam = "Kring"
delen_toegestaan = true
naar = ["einde"]
doel = "Praten."
artikel = "paragraaf 3"

[[fasen]]
sleutel = "begin"
nummer = "A"
naam = "Inbreng"
delen_toegestaan = true
naar = ["kring", "einde"]
doel = "Luisteren."
artikel = "paragraaf 2"

[[besluiten]]
sleutel = "uitzwaaien"
naam = "Uitzwaaien"
leidt_tot = "afschaling"
naar_fase = "einde"
artikel = "paragraaf 9"

[afschaling]
beslissers = ["procesregisseur"]
artikel = "paragraaf 9"
checklist = [{ sleutel = "gedag", tekst = "Gedag gezegd." }]

[aanwijzing_casusregisseur]
verplicht = true
beslissers = ["kring-a", "kring-e"]
artikel = "paragraaf 4"
"""


def _zesde_huis() -> str:
    overleggen = [("kring-" + letter, f"Kring <{letter.upper()}>", "operationeel") for letter in "abcde"]
    overleggen += [("werkberaad", "Werkberaad", "tactisch"), ("raad", "Raad", "strategisch")]
    blokken = [
        _OVERLEG.format(
            sleutel=sleutel, naam=naam, niveau=niveau, casuistiek=str(niveau == "operationeel").lower()
        ).replace(f'meervoud = "{naam}en"', f'meervoud = "{naam}"')
        for sleutel, naam, niveau in overleggen
    ]
    regels = [
        f'[regels.{regel.value}]\nartikel = "paragraaf {nummer}"\ntekst = "Regel {nummer} van \'t Hek."\n'
        for nummer, regel in enumerate(Regel, 1)
        if regel is not Regel.OPSCHALING_BESLUIT
    ]
    regels.append('[regels.opschaling_besluit]\ngeldt = false\nreden = "\'t Hek houdt zijn casussen zelf."\n')
    return "\n".join([_BEGIN, *blokken, _EINDE, *regels])


def _blokken() -> list[str]:
    """The blocks, with a name of its own: under that of the example a profile is not filled in yet."""
    tekst = HANDLEIDING.read_text(encoding="utf-8").replace("Voorbeeld", "Eigen").replace("voorbeeld", "eigen")
    return re.findall(r"^```toml\n(.*?)^```", tekst, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def voorbeeld() -> Huisprofiel:
    """The profile that the blocks of the manual make together."""
    return lees_profiel("\n".join(_blokken()), "docs/huisprofiel.md")


def test_de_voorbeelden_uit_de_handleiding_vormen_een_profiel(voorbeeld: Huisprofiel) -> None:
    assert voorbeeld.naam == "Zorg- en Veiligheidshuis Eigenstad"
    assert voorbeeld.partijen[3].soort is PartijSoort.DEELNEMER
    assert voorbeeld.afschaling.beslissers == ("overleg",)
    assert voorbeeld.afschaling.beslissers_volgens("samen") == ("procesregisseur", "casusregisseur")
    assert voorbeeld.opschaling is not None
    assert [termijn.sleutel for termijn in voorbeeld.bewaartermijnen if termijn.ingevuld] == ["vernietigen"]
    assert not voorbeeld.geldt(Regel.VERSLAGLEGGING)


def _zegt_iets(blok: str) -> bool:
    """A block that only shows how a line would look holds comments alone."""
    return any(regel and not regel.startswith("#") for regel in blok.splitlines())


@pytest.mark.parametrize("weg", [nr for nr, blok in enumerate(_blokken()) if _zegt_iets(blok)])
def test_elk_blok_van_de_handleiding_wordt_gebruikt(weg: int, voorbeeld: Huisprofiel) -> None:
    blokken = _blokken()
    rest = "\n".join(blokken[:weg] + blokken[weg + 1 :])
    try:
        zonder = lees_profiel(rest, "docs/huisprofiel.md")
    except ProfielOngeldig as fout:
        assert fout.bevindingen
    else:
        # Grondslagen, bewaartermijnen and geschillen may be left out, but then something is really missing.
        velden = (field for field in Huisprofiel.__dataclass_fields__ if field != "brontekst")
        assert any(getattr(zonder, veld) != getattr(voorbeeld, veld) for veld in velden)


def test_de_handleiding_laat_de_melding_zien_die_de_applicatie_geeft() -> None:
    tekst = "\n".join(_blokken()).replace('naar = ["afschaling", "opschaling"]', 'naar = ["tafle"]')
    with pytest.raises(ProfielOngeldig) as gevangen:
        lees_profiel(tekst, "docs/huisprofiel.md")
    handleiding = HANDLEIDING.read_text(encoding="utf-8")
    # The number of the line differs with every change above it.
    zonder_regel = (
        re.sub(r"\(regel \d+\)", "(regel)", een) for een in (str(gevangen.value.bevindingen[0]), handleiding)
    )
    assert next(zonder_regel) in next(zonder_regel)


def test_een_heel_ander_huis_past_in_hetzelfde_bestand() -> None:
    profiel = lees_profiel(_zesde_huis(), "zesde-huis.toml")
    assert profiel.naam == "Huis 't Hek & <Zonen>"
    assert [soort.naam for soort in profiel.casusoverleggen] == [f"Kring <{letter}>" for letter in "ABCDE"]
    assert profiel.werkproces("").begin.sleutel == "begin"
    assert [fase.sleutel for fase in profiel.werkproces("").einden] == ["einde"]
    assert profiel.afschaling.beslissers == ("procesregisseur",)
    assert profiel.termen.met_lidwoord("plan_van_aanpak") == "het draaiboek"
    assert profiel.partijen == ()
    assert profiel.criteria_logica.voldoet({}) is None
    assert profiel.artikel(Regel.ALLEEN_RECHTMATIGE_PARTIJEN) == "paragraaf 1"


def test_een_huis_leest_zijn_eigen_bewaarde_tekst_hetzelfde_terug() -> None:
    eerst = lees_profiel(_zesde_huis(), "zesde-huis.toml")
    assert lees_profiel(eerst.brontekst, "uit de kluis") == eerst


@pytest.mark.parametrize("woord", VASTE_WOORDEN)
def test_een_vast_woord_mag_er_nog_staan_maar_niet_anders(woord: str) -> None:
    """A profile of before, on disk or in a vault, still holds these keys."""
    nieuw = _zesde_huis()
    oud = nieuw.replace("[termen]\n", f'[termen]\n{woord} = "{woord}"\n')
    assert lees_profiel(oud, "oud").termen == lees_profiel(nieuw, "nieuw").termen
    for anders, gevonden in (('"kwestie"', '"kwestie"'), ("3", "het getal 3"), ('""', "een lege tekst")):
        with pytest.raises(ProfielOngeldig) as gevangen:
            lees_profiel(nieuw.replace("[termen]\n", f"[termen]\n{woord} = {anders}\n"), "anders")
        (bevinding,) = gevangen.value.bevindingen
        assert (bevinding.plaats, bevinding.gevonden) == (f"termen.{woord}", gevonden)
        assert bevinding.verwacht == f"niets: de applicatie zegt altijd '{woord}'"
