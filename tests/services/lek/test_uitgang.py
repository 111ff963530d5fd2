"""Before it leaves: nothing is made while something waits for a choice; a choice is for that text and reader."""

from __future__ import annotations

import io

import pytest
from factories import Bureau
from pypdf import PdfReader
from rondtafel import Rond

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.lekkeuzes import Leksoort
from zvh_desktop.services.lek.gegevens import Lekbevinding, LekOpen
from zvh_desktop.services.lek.lekken import LekService
from zvh_desktop.services.tafel.correcties import CorrectieInvoer, CorrectieService
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst

BEELD = (
    "Moeder belt elke week. Zij is bereikbaar op 06-55012345 en haar BSN is 999990019. "
    "De buurman, T. Eenmans, klaagt. Rustig verder."
)


def lees(inhoud: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())


@pytest.fixture
def rond(bureau: Bureau) -> Rond:
    bureau.casus("Testpersoon Eenman")
    rond = Rond(bureau, vast=False)
    bureau.verslagen.bewaar_tekst(rond.punten[1], VerslagTekst(BEELD, "Rustig.", "Zo doorgaan."))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(rond.tafel)
    return rond


def open_bij(rond: Rond, *korte_namen: str) -> tuple[Lekbevinding, ...]:
    with pytest.raises(LekOpen) as gevangen:
        rond.dienst.concepten([rond.vraag(kort) for kort in korte_namen])
    return gevangen.value.bevindingen


def met(bevindingen: tuple[Lekbevinding, ...], soort: Leksoort) -> Lekbevinding:
    return next(een for een in bevindingen if een.vondst.soort is soort)


def test_zonder_keuze_wordt_niets_gemaakt_en_staat_alles_van_alle_ontvangers_er(rond: Rond) -> None:
    bevindingen = open_bij(rond, "Politie", "OM")
    assert {een.vondst.soort for een in bevindingen} == {Leksoort.TELEFOON, Leksoort.BSN, Leksoort.BETROKKENE}
    assert len(bevindingen) == 6, "three for each of two readers, each once though it is in one text of two pieces"
    telefoon = met(bevindingen, Leksoort.TELEFOON)
    assert telefoon.zin == ("Zij is bereikbaar op ", "06-55012345", " en haar BSN is 999990019.")
    assert met(bevindingen, Leksoort.BETROKKENE).gevonden == "T. Eenmans"
    with pytest.raises(LekOpen):
        rond.verstuur("OM")
    assert rond.kopieen("OM") == []


def test_een_bsn_mag_nooit_mee_en_ook_de_database_weigert_dat(rond: Rond) -> None:
    dienst = LekService(rond.bureau.werkplek)
    bsn = met(open_bij(rond, "OM"), Leksoort.BSN)
    with pytest.raises(InvoerOngeldig, match="BSN gaat nooit mee"):
        dienst.laat_mee(bsn)
    assert rond.bureau.waarde("SELECT count(*) FROM lekoordeel") == 0


def test_na_de_keuzes_staat_er_wat_mag_en_niet_wat_weg_moest(rond: Rond) -> None:
    dienst = LekService(rond.bureau.werkplek)
    bevindingen = open_bij(rond, "OM")
    dienst.laat_mee(met(bevindingen, Leksoort.TELEFOON), "Nodig om te bellen.")
    dienst.haal_weg(met(bevindingen, Leksoort.BSN))
    dienst.haal_weg(met(bevindingen, Leksoort.BETROKKENE))
    notulen = lees(rond.dienst.stukken(rond.vraag("OM")).stukken[0].inhoud)
    assert "06-55012345" in notulen
    assert "haar BSN is [weggelaten]" in notulen and "999990019" not in notulen
    assert "De buurman, [weggelaten], klaagt" in notulen and "Eenman" not in notulen
    rond.verstuur("OM")
    assert rond.bureau.waarde(
        "SELECT tekst FROM (SELECT beeld AS tekst FROM agendapunt) WHERE tekst LIKE '%999990019%'"
    )


def test_een_keuze_geldt_voor_deze_lezer_en_deze_tekst(rond: Rond) -> None:
    dienst = LekService(rond.bureau.werkplek)
    for een in open_bij(rond, "OM"):
        dienst.haal_weg(een)
    rond.dienst.stukken(rond.vraag("OM"))
    assert len(open_bij(rond, "Politie")) == 3, "another reader is another choice"
    rond.bureau.alsof_bevestigd()
    CorrectieService(rond.bureau.werkplek).corrigeer(
        rond.punten[1], CorrectieInvoer(VerslagTekst(f"{BEELD} Nieuw.", "Rustig.", "Zo doorgaan."), "Aangevuld.")
    )
    assert len(open_bij(rond, "OM")) == 3, "another text is asked about again"


def test_een_teruggenomen_keuze_wordt_opnieuw_gevraagd(rond: Rond) -> None:
    dienst = LekService(rond.bureau.werkplek)
    for een in open_bij(rond, "OM"):
        dienst.haal_weg(een)
    (bsn,) = [een for een in open_bij(rond, "Politie") if een.vondst.soort is Leksoort.BSN]
    dienst.haal_weg(bsn)
    dienst.neem_terug(bsn)
    assert len(open_bij(rond, "Politie")) == 3


def test_het_logboek_en_de_rij_noemen_niets_van_de_tekst(rond: Rond) -> None:
    dienst = LekService(rond.bureau.werkplek)
    bevindingen = open_bij(rond, "OM")
    dienst.laat_mee(met(bevindingen, Leksoort.TELEFOON))
    gelogd = [rij for rij in rond.bureau.logboek() if rij["handeling"] == "keuze over een tekst gemaakt"]
    assert len(gelogd) == 1
    assert "55012345" not in repr(gelogd)
    in_de_rij = "SELECT count(*) FROM lekoordeel WHERE digest || reden || door LIKE '%55012345%'"
    assert rond.bureau.waarde(in_de_rij) == 0
    assert rond.bureau.waarde("SELECT door FROM lekoordeel") == rond.bureau.werkplek.gebruiker
