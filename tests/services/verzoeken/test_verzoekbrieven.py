"""After the decision: the betrokkene hears it, and whoever got the data hears what changed, once and recorded."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from factories import Bureau, ProefKlok, kopieer
from verzoekzaak import NAAM, WOORDEN, Zaak, lees

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzen.verzoekkeuzes import (
    AantekeningUitkomst,
    Aard,
    ItemSoort,
    VerzoekId,
    VerzoekSoort,
    VerzoekUitkomst,
)
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer


@pytest.fixture(scope="module")
def zaak(twents_sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zaak]:
    basis = tmp_path_factory.mktemp("verzoekbrieven")
    with pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(basis / "gebruiker"))
        bureau = Bureau(kopieer(twents_sjabloon, basis / "proef.kluis"), ProefKlok())
        zaak = Zaak(bureau)
        yield zaak
        bureau.sluit()


def besluit(zaak: Zaak, verzoek: VerzoekId, uitkomst: VerzoekUitkomst, reden: str = "") -> None:
    zaak.bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(uitkomst, reden))


def partijen(zaak: Zaak, verzoek: VerzoekId) -> list[str]:
    return [een.aan for een in zaak.dienst.brieven.lijst(verzoek) if een.partij_id is not None]


def test_wie_het_kreeg_hoort_wat_er_is_verbeterd(zaak: Zaak) -> None:
    verzoek, bureau, brieven = zaak.verzoek(VerzoekSoort.CORRECTIE), zaak.bureau, zaak.dienst.brieven
    noot = zaak.zet(verzoek, ItemSoort.BESLUIT, Aard.CORRECTIE, "Kanarienoot over mij.")
    with pytest.raises(GebruikersFout, match="nog niet besloten"):
        brieven.lijst(verzoek)
    zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.OVERGENOMEN, "Het is aangepast.")
    besluit(zaak, verzoek, VerzoekUitkomst.TOEGEWEZEN)
    assert partijen(zaak, verzoek) == []
    assert "hoort dit van ons" not in lees(brieven.brief(verzoek, None).inhoud)
    for regel in zaak.diensten.uitnodigingen.lijst(zaak.tafel):
        zaak.diensten.uitnodigingen.markeer_verzonden(regel.id)
    om = bureau.partij("OM")
    assert partijen(zaak, verzoek) == sorted([bureau.naam("OM"), bureau.naam("Politie")]), "GGD had no seat there"
    eigen = lees(brieven.brief(verzoek, None).inhoud)
    for woord in (NAAM, "Het is aangepast.", "Autoriteit Persoonsgegevens", "art. 19", "verbeterd"):
        assert woord in eigen
    brief = brieven.brief(verzoek, om)
    tekst = lees(brief.inhoud)
    assert f"Casus {bureau.nummer(zaak.een)}, Besluit: verbeterd." in tekst
    for woord in (NAAM, "Kanarienoot", *WOORDEN.values()):
        assert woord not in tekst, "a partij may never have had this item"
    concept = message_from_bytes(brieven.concept(verzoek, om).inhoud)
    assert concept["X-Unsent"] == "1"
    for partij in (None, om):
        brieven.noteer_verstuurd(verzoek, partij)
        with pytest.raises(GebruikersFout, match="al verstuurd"):
            brieven.noteer_verstuurd(verzoek, partij)
    assert [een.verstuurd_op is not None for een in brieven.lijst(verzoek)].count(True) == 2
    bewaard = "SELECT count(*) FROM uitgegeven WHERE soort IN ('verzoekbrief', 'kennisgeving')"
    assert bureau.waarde(bewaard) == 2
    with pytest.raises(GebruikersFout, match="kreeg hierover niets"):
        brieven.brief(verzoek, bureau.partij("GGD"))


def test_een_weigering_hoort_de_betrokkene_en_geen_partij(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.CORRECTIE)
    noot = zaak.zet(verzoek, ItemSoort.ACTIE, Aard.CORRECTIE)
    zaak.dienst.aantekeningen.beslis(noot, AantekeningUitkomst.GEWEIGERD, "Het klopt wel.")
    besluit(zaak, verzoek, VerzoekUitkomst.AFGEWEZEN, "Niets wijst op een fout.")
    assert partijen(zaak, verzoek) == []
    tekst = lees(zaak.dienst.brieven.brief(verzoek, None).inhoud)
    for woord in ("wij doen niet wat er is gevraagd", "Niets wijst op een fout.", "Het klopt wel.", "naar de rechter"):
        assert woord in tekst


def test_wie_van_de_beperking_hoorde_hoort_dat_zij_is_opgeheven(zaak: Zaak) -> None:
    verzoek, bureau, brieven = zaak.verzoek(VerzoekSoort.BEPERKING), zaak.bureau, zaak.dienst.brieven
    noot = zaak.zet(verzoek, ItemSoort.ACTIE, Aard.BEPERKING)
    besluit(zaak, verzoek, VerzoekUitkomst.TOEGEWEZEN)
    for regel in zaak.diensten.uitnodigingen.lijst(zaak.tafel):
        if regel.verzonden_op is None:
            zaak.diensten.uitnodigingen.markeer_verzonden(regel.id)
    om, politie = bureau.partij("OM"), bureau.partij("Politie")
    brieven.noteer_verstuurd(verzoek, om)
    assert not any(een.opheffing for een in brieven.lijst(verzoek))
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", bureau.klok.vandaag)
    assert [een.partij_id for een in brieven.lijst(verzoek) if een.opheffing] == [om], "Politie was never told of it"
    tekst = lees(brieven.brief(verzoek, om, opheffing=True).inhoud)
    assert "de beperking is opgeheven op" in tekst
    assert "weer gebruiken" in tekst
    for woord in (NAAM, *WOORDEN.values()):
        assert woord not in tekst
    with pytest.raises(GebruikersFout, match="kreeg hierover niets"):
        brieven.brief(verzoek, politie, opheffing=True)
    brieven.noteer_verstuurd(verzoek, om, opheffing=True)
    with pytest.raises(GebruikersFout, match="al verstuurd"):
        brieven.noteer_verstuurd(verzoek, om, opheffing=True)
    (opheffing,) = (een for een in brieven.lijst(verzoek) if een.opheffing)
    assert opheffing.verstuurd_op is not None
