"""The language of letters: fields are replaced and never computed, and what is missing is said while typing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.services.brieven.brieftaal import Blok, Blokvorm, keur, vul, vul_regel
from zvh_desktop.services.brieven.standaard import standaardtekst
from zvh_desktop.services.brieven.vaste_zinnen import zin_wie_wij_zijn
from zvh_desktop.services.brieven.velden import VELDEN, verplichte_velden

SOORT = Briefsoort.BETROKKENE_AANMELDING
GOED = "Beste {naam}.\n\n{uw rechten}\n\n{contact}\n"


def zinnen(tekst: str, onderwerp: str = "Een bericht") -> list[str]:
    return [een.zin for een in keur(SOORT, onderwerp, tekst)]


@pytest.mark.parametrize("soort", Briefsoort)
def test_elke_standaardtekst_is_goed(soort: Briefsoort) -> None:
    tekst = standaardtekst(soort)
    assert keur(soort, tekst.onderwerp, tekst.tekst) == ()
    assert {veld.naam for veld in verplichte_velden(soort)} <= {veld.naam for veld in VELDEN[soort]}


def test_wat_niet_klopt_wordt_gezegd_met_de_plek() -> None:
    assert zinnen(GOED) == []
    (fout,) = keur(SOORT, "Een bericht", GOED + "{cotnact}")
    assert fout.zin == "Het veld {cotnact} kent deze brief niet. Bedoelt u {contact}?"
    assert (GOED + "{cotnact}")[fout.begin : fout.einde] == "{cotnact}"
    assert "Zet {uw rechten} in de tekst" in " ".join(zinnen("{contact}"))
    assert "accolade" in " ".join(zinnen(GOED + "{naam"))
    assert "accolade" in " ".join(zinnen(GOED + "naam}"))
    assert "nummer van een casus" in " ".join(zinnen(GOED + "Casus 2026-0042."))
    assert "te lang" in " ".join(zinnen(GOED + "a" * 9_000))
    assert "waarover" in " ".join(zinnen(GOED, " "))
    assert keur(SOORT, "Over {casusnummer}", GOED)[0].in_onderwerp


def test_velden_van_een_andere_brief_gelden_niet() -> None:
    """A letter to a betrokkene has no field for a partij or a casusnummer."""
    for naam in ("casusnummer", "verstrekker", "reden", "eigen acties", "overdracht"):
        assert any("kent deze brief niet" in zin for zin in zinnen(GOED + f"{{{naam}}}")), naam


@pytest.mark.parametrize(
    "kwaad",
    ["{naam.__class__}", "{naam!r}", "{naam:>99999999}", "{0}", "{}", "{naam[0]}", "{__import__('os')}", "%(naam)s"],
)
def test_niets_wordt_uitgerekend(kwaad: str) -> None:
    gevuld = vul(f"Dag {kwaad}", {"naam": "Testpersoon"})
    assert all("Testpersoon" not in blok.tekst and "class" not in blok.tekst for blok in gevuld)
    if "{" in kwaad:
        assert zinnen(GOED + kwaad)


def test_een_waarde_wordt_niet_nog_eens_gelezen() -> None:
    (blok,) = vul("{naam}", {"naam": r"{contact} \1 \g<0> # kop", "contact": "geheim"})
    assert blok == Blok(Blokvorm.ALINEA, r"{contact} \1 \g<0> # kop")
    assert vul_regel("Over {naam}", {"naam": "a\nb"}) == "Over a b"


def test_een_leeg_veld_neemt_zijn_alinea_en_een_lege_kop_mee() -> None:
    tekst = "# Waarom\n\n{reden}\n\n# Hoe\n\nZo.\n- {acties}\n- vast"
    assert [blok.tekst for blok in vul(tekst, {})] == ["Hoe", "Zo.", "vast"]
    vol = vul(tekst, {"Reden": "Daarom.\n\nEn ook.", "acties": "een\ntwee"})
    assert [blok.tekst for blok in vol] == ["Waarom", "Daarom.", "En ook.", "Hoe", "Zo.", "een", "twee", "vast"]


def test_de_naam_van_een_veld_mag_anders_geschreven_zijn() -> None:
    assert zinnen("{ Naam } {UW_RECHTEN} {contact}") == []
    assert vul("{ Naam }", {"naam": "T."})[0].tekst == "T."


@pytest.mark.parametrize("huis", ["twente", "haaglanden", "midden-limburg", "delft", "landelijk"])
def test_een_betrokkene_leest_van_welk_huis_de_brief_komt(huis: str) -> None:
    """In the words of the house itself, with 'de' or 'het', in sentences that anybody can read; no partij."""
    profiel = laad_meegeleverd(huis)
    zin = zin_wie_wij_zijn(profiel)
    assert zin == profiel.wie_wij_zijn != ""
    assert profiel.naam.partition(" (")[0] in zin
    assert all(len(een.split()) <= 20 for een in zin.split("."))
    assert not any(partij.naam in zin for partij in profiel.partijen)
    for soort in AAN_BETROKKENE:
        eerste = vul(standaardtekst(soort).tekst, {"wie wij zijn": zin, "contact": "Bel.", "uw rechten": "U mag."})[0]
        assert eerste.tekst == zin
    assert profiel.naam in zin_wie_wij_zijn(replace(profiel, wie_wij_zijn="")), "of a house that says nothing of it"


@pytest.mark.parametrize("soort", Briefsoort)
def test_geen_zin_noemt_het_huis_zonder_de_of_het(soort: Briefsoort) -> None:
    """'Is Veiligheidskamer Delft niet langer nodig' is no Dutch; which of the two it is, only the house can say."""
    tekst = standaardtekst(soort)
    assert "{huis}" not in tekst.onderwerp + tekst.tekst
