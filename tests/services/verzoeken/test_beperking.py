"""What is restricted is in no new document of anybody until it is lifted; what was sent stays (AVG art. 18)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from verzoekzaak import GEBOREN, NAAM, WOORDEN, Zaak, lees

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningId, Aard, ItemSoort, VerzoekSoort
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.informatie.items import InformatieInvoer

IN_STUKKEN = tuple(soort for soort in WOORDEN if soort is not ItemSoort.INFORMATIE)


@pytest.fixture(scope="module")
def zaak(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zaak]:
    basis = tmp_path_factory.mktemp("beperking")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
        yield Zaak(bureau)
        bureau.sluit()


def staat_in(zaak: Zaak) -> dict[ItemSoort, set[str]]:
    """For each kind of text the new documents in which its word stands."""
    gevonden: dict[ItemSoort, set[str]] = {soort: set() for soort in IN_STUKKEN}
    for naam, tekst in zaak.stukken():
        for soort in IN_STUKKEN:
            if WOORDEN[soort] in tekst:
                gevonden[soort].add(naam)
    return gevonden


def hef_op(zaak: Zaak, noot: AantekeningId) -> None:
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", zaak.bureau.klok.vandaag)


@pytest.fixture
def voor(zaak: Zaak) -> dict[ItemSoort, set[str]]:
    """Where each word stood; at the end of each example it is the same again, for the next one."""
    return staat_in(zaak)


@settings(max_examples=5, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gekozen=st.sets(st.sampled_from(IN_STUKKEN), min_size=1, max_size=4))
def test_geen_nieuw_stuk_van_geen_enkele_partij(
    zaak: Zaak, voor: dict[ItemSoort, set[str]], gekozen: set[ItemSoort]
) -> None:
    assert all(voor.values()), "each word stands in some document, or nothing is proved"
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noten = [zaak.zet(verzoek, soort, Aard.BEPERKING) for soort in sorted(gekozen)]
    na = staat_in(zaak)
    assert {soort for soort, waar in na.items() if not waar} == gekozen
    assert {soort: waar for soort, waar in na.items() if soort not in gekozen} == {
        soort: waar for soort, waar in voor.items() if soort not in gekozen
    }
    for noot in noten:
        hef_op(zaak, noot)
    assert staat_in(zaak) == voor


def test_een_heel_persoon_en_wat_daarna_wordt_geschreven(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    informatie = zaak.diensten.informatie
    assert not informatie.toon(zaak.een).niet_erbij
    noot = zaak.zet(verzoek, ItemSoort.BETROKKENE, Aard.BEPERKING)
    waarom = informatie.toon(zaak.een).niet_erbij
    assert "liet de verwerking beperken" in waarom
    politie = zaak.bureau.partij("Politie")
    with pytest.raises(GebruikersFout, match="liet de verwerking beperken"):
        informatie.voeg_toe(zaak.een, InformatieInvoer(politie, Regime.WPG, "Verzonnen", "Verzonnen."))
    nieuw = zaak.bureau.plannen.begin(zaak.een)
    zaak.bureau.plannen.bewaar(nieuw, zaak.bureau.plan_invoer("Politie", afschalingscriteria="Kanarie van later"))
    later = lees(zaak.diensten.documenten.plan(nieuw).inhoud)
    stukken = {**dict(zaak.stukken()), "nieuw plan": later}
    for naam, tekst in stukken.items():
        for woord in (*WOORDEN.values(), NAAM, datum_kort(GEBOREN.als_dag()), "Kanarie van later"):  # type: ignore[arg-type]
            assert woord not in tekst, (naam, woord)
    assert any("de verwerking is beperkt (AVG art. 18 en art. 15.2)" in tekst for tekst in stukken.values())
    assert "Bepalen wie wat doet." in stukken["agenda-regie "], "the other casus keeps the same words"
    hef_op(zaak, noot)
    assert any(NAAM in tekst for _, tekst in zaak.stukken())


def test_wat_is_verzonden_blijft_zoals_het_was(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    politie = zaak.bureau.partij("Politie")
    zaak.dienst.delen.noteer_verstuurd(verzoek, politie)
    bewaard = "SELECT group_concat(sha256) FROM (SELECT sha256 FROM uitgegeven ORDER BY id)"
    voor = zaak.bureau.waarde(bewaard)
    assert voor
    noot = zaak.zet(verzoek, ItemSoort.INFORMATIE, Aard.BEPERKING)
    assert zaak.bureau.waarde(bewaard) == voor
    hef_op(zaak, noot)


def test_opheffen_vraagt_een_reden_en_bericht_vooraf(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noot = zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.BEPERKING)
    vandaag = zaak.bureau.klok.vandaag
    with pytest.raises(InvoerOngeldig):
        zaak.dienst.aantekeningen.hef_op(noot, "", vandaag)
    with pytest.raises(InvoerOngeldig, match="18 lid 3"):
        zaak.dienst.aantekeningen.hef_op(noot, "Klaar.", zaak.bureau.klok.over(1))
    hef_op(zaak, noot)
    (regel,) = zaak.dienst.aantekeningen.lijst(verzoek)
    assert f" door {zaak.bureau.werkplek.naam}: Het is uitgezocht." in regel.opgeheven
    with pytest.raises(GebruikersFout):
        hef_op(zaak, noot)
