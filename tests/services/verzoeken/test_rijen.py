"""Rows that are copied from a table are weighed as a document is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from verzoekzaak import ANDER, NAAM, WOORDEN, Zaak

from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekSoort
from zvh_desktop.services.verzoeken import aantekeningen


@pytest.fixture
def zaak(twents_sjabloon: Path, tmp_path: Path) -> Iterator[Zaak]:
    bureau = Bureau(kopieer(twents_sjabloon, tmp_path / "proef.kluis"), ProefKlok())
    yield Zaak(bureau)
    bureau.sluit()


def test_zonder_beperking_blijft_alles_zoals_het_is(zaak: Zaak) -> None:
    rijen = (("Casus", "Actie"), (zaak.bureau.nummer(zaak.een), WOORDEN[ItemSoort.ACTIE]))
    assert zaak.dienst.rijen.weeg(rijen) == rijen


def test_wat_beperkt_is_gaat_niet_mee_en_een_noot_wel(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    zaak.zet(verzoek, ItemSoort.ACTIE, Aard.BEPERKING)
    zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.BEZWAAR, "Dit klopt niet.")
    een, los = zaak.bureau.nummer(zaak.een), zaak.bureau.nummer(zaak.los)
    actie, besluit = WOORDEN[ItemSoort.ACTIE], WOORDEN[ItemSoort.BESLUIT]
    rijen = (("Casus", "Tekst"), (een, f"Voor {actie}."), (los, actie), ("", actie), (een, besluit), (los, ANDER))
    kop, van_een, van_ander, zonder, met_noot, niets = zaak.dienst.rijen.weeg(rijen)
    assert kop == ("Casus", "Tekst")
    assert actie not in van_een[1] and van_een[0] == een
    assert van_ander[1] == actie, "the same words in another casus are another text"
    assert actie not in zonder[1], "a row that names no casus may be about this one"
    assert "Dit klopt niet." in met_noot[1] and besluit in met_noot[1]
    assert niets == (los, ANDER)


@pytest.mark.parametrize("voldoet", [True, False])
@pytest.mark.parametrize("soort", [ItemSoort.CRITERIUM, ItemSoort.BETROKKENE])
def test_ja_en_nee_van_een_beperkt_criterium_blijven_elders_staan(zaak: Zaak, soort: ItemSoort, voldoet: bool) -> None:
    zaak.bureau.sql("UPDATE criterium_toets SET voldoet = :voldoet", voldoet=voldoet)
    zaak.zet(zaak.verzoek(VerzoekSoort.BEPERKING), soort, Aard.BEPERKING)
    rijen = (("Contactpersoon", "Mandaat"), ("Testpersoon", "ja"), ("Testpersoon", "nee"))
    assert zaak.dienst.rijen.weeg(rijen) == rijen


def test_ook_een_eerder_bewaarde_ja_en_nee_van_een_criterium_halen_niets_weg(
    zaak: Zaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aantekeningen, "bewaar_vorm", lambda _: '["Verzonnen motivering", "ja", "nee"]')
    zaak.zet(zaak.verzoek(VerzoekSoort.BEPERKING), ItemSoort.CRITERIUM, Aard.BEPERKING)
    ja, nee, reden = zaak.dienst.rijen.weeg((("ja",), ("nee",), ("Verzonnen motivering",)))
    assert (ja, nee) == (("ja",), ("nee",))
    assert reden != ("Verzonnen motivering",), "what was kept is still left out"


def test_de_naam_van_een_beperkte_persoon_gaat_nergens_mee(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    zaak.zet(verzoek, ItemSoort.BETROKKENE, Aard.BEPERKING)
    los = zaak.bureau.nummer(zaak.los)
    assert NAAM not in zaak.dienst.rijen.weeg(((los, f"Over {NAAM}."),))[0][1]


def test_noten_bij_de_casussen_van_een_agenda(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noot = zaak.zet(verzoek, ItemSoort.ACTIE, Aard.BEPERKING)
    zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.BEZWAAR, "Dit klopt niet.")
    noten = zaak.dienst.aantekeningen.van_casussen([zaak.een, zaak.los])
    assert set(noten) == {zaak.een}
    assert [een.beperkt for een in noten[zaak.een]] == [True, False]
    zaak.bureau.alsof_bevestigd()
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", zaak.bureau.klok.vandaag)
    assert [een.beperkt for een in zaak.dienst.aantekeningen.van_casussen([zaak.een])[zaak.een]] == [False]
