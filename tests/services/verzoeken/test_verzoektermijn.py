"""A verzoek goes under its own term, with proof, also from an older copy; a number stays, a note keeps it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from factories import REGIE, WACHTWOORD, Bureau
from opruimhulp import zet_termijnen
from pypdf import PdfReader
from verzoekzaak import NAAM, Zaak

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.cijfers.maten import Indeling, Maat
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekId, VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.cijfers.bewaren import bewaarde_telling
from zvh_desktop.services.cijfers.tellen import Bereik, Cijfercel, Telling, tel
from zvh_desktop.services.cijfers.woordenlijst import lees_woordenlijst
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.vernietigen.vernietigen import VernietigService
from zvh_desktop.services.verzoeken.gegevens import VerzoekbesluitInvoer, VerzoekInvoer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

_DAGEN = 35
"""So many days after the decision the term of four weeks is over."""


@pytest.fixture
def zaak(bureau: Bureau) -> Zaak:
    return Zaak(bureau)


def besloten(zaak: Zaak, soort: VerzoekSoort = VerzoekSoort.WISSING) -> VerzoekId:
    verzoek = zaak.verzoek(soort)
    zaak.bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Wij hebben het nog nodig."))
    return verzoek


def over_tijd(bureau: Bureau) -> None:
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="", verzoeken="4 weken")
    bureau.klok.verder(dagen=_DAGEN)
    bureau.alsof_bevestigd()


def geteld(werkplek: Werkplek) -> Telling:
    with werkplek.lees(Recht.CIJFERS_LEZEN) as sessie:
        return tel(sessie, lees_woordenlijst(sessie, werkplek.profiel), Bereik()) + bewaarde_telling(sessie, 0, 9999)


def test_een_verzoek_gaat_met_verklaring_en_het_aantal_blijft(zaak: Zaak) -> None:
    bureau, opruimen = zaak.bureau, zaak.dienst.opruimen
    verzoek, blijft = besloten(zaak), besloten(zaak, VerzoekSoort.INZAGE)
    zaak.dienst.brieven.noteer_verstuurd(verzoek, None)
    lijst = VernietigService(bureau.werkplek).lijst
    assert verzoek not in {regel.verzoek_id for regel in lijst()}
    with pytest.raises(GebruikersFout, match="geen bewaartermijn"):
        opruimen.doe(verzoek)
    zet_termijnen(bureau, vernietigen="20 jaar", schonen="", verzoeken="4 weken")
    with pytest.raises(GebruikersFout, match="bewaard tot"):
        opruimen.keur(verzoek)
    bureau.klok.verder(dagen=_DAGEN)
    bureau.alsof_bevestigd()
    assert any(wacht.zin.startswith(f"Verzoek {verzoek} om wissing") for wacht in bureau.vandaag.toon().regels)
    voor, eerder = geteld(bureau.werkplek), set(bevindingen(bureau))
    assert voor[Cijfercel(bureau.klok.vandaag.year, 0, Maat.VERZOEKEN.value)] == 2
    assert {een.wat for een in opruimen.inhoud(verzoek).uitgiften} == set()  # the betrokkene is no partij
    opruimen.keur(verzoek)
    gedaan = opruimen.doe(verzoek)
    assert gedaan.gewist
    assert [regel.id for regel in zaak.dienst.lijst()] == [blijft]
    assert bureau.waarde("SELECT count(*) FROM verzoek_besluit WHERE verzoek_id = :v", v=verzoek) == 0
    assert bureau.waarde("SELECT count(*) FROM uitgegeven WHERE soort = 'verzoekbrief'") == 0
    assert bureau.waarde("SELECT count(*) FROM casus") == 3
    assert geteld(bureau.werkplek) == voor
    assert set(bevindingen(bureau)) <= eerder
    stuk = VernietigService(bureau.werkplek).verklaring(gedaan.id)
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(stuk.inhoud)).pages)
    assert f"Verzoek van een betrokkene: {verzoek} van" in tekst
    assert "Privacyprotocol Voorbeeld" in tekst
    assert NAAM not in tekst


def bevindingen(bureau: Bureau) -> tuple[str, ...]:
    return (*controleer(bureau.kluis), *ControleService(bureau.werkplek).vind())


def test_een_aantekening_die_nog_geldt_houdt_het_verzoek_vast(zaak: Zaak) -> None:
    bureau, opruimen = zaak.bureau, zaak.dienst.opruimen
    verzoek = zaak.verzoek(VerzoekSoort.BEPERKING)
    noot = zaak.zet(verzoek, ItemSoort.INFORMATIE, Aard.BEPERKING, "Wordt nog uitgezocht.")
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.TOEGEWEZEN))
    over_tijd(bureau)
    with pytest.raises(GebruikersFout, match=f"geldt nog in casus {bureau.nummer(zaak.een)}"):
        opruimen.doe(verzoek)
    assert verzoek not in {regel.verzoek_id for regel in VernietigService(bureau.werkplek).lijst()}
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", bureau.klok.vandaag)
    opruimen.doe(verzoek)
    assert zaak.dienst.lijst() == ()
    # What was signed over the restriction is emptied with proof: documents are made again, and the check is silent.
    assert list(zaak.stukken())
    assert not any("beperking" in een.lower() for een in bevindingen(bureau))


def test_een_dag_die_niemand_ondertekende_laat_niets_gaan(zaak: Zaak) -> None:
    verzoek = besloten(zaak)
    over_tijd(zaak.bureau)
    zaak.bureau.sql("UPDATE verzoek SET besloten_op = '2020-01-01' WHERE id = :v", v=verzoek)
    with pytest.raises(HandtekeningOnjuist, match="niet zo ondertekend"):
        zaak.dienst.opruimen.doe(verzoek)
    assert [regel.id for regel in zaak.dienst.lijst()] == [verzoek]


def test_een_open_verzoek_gaat_niet(zaak: Zaak) -> None:
    verzoek = zaak.verzoek()
    over_tijd(zaak.bureau)
    with pytest.raises(GebruikersFout, match="nog niet besloten"):
        zaak.dienst.opruimen.doe(verzoek)


def test_wat_over_geen_dossier_gaat_wordt_genoemd_als_er_geen_termijn_is(bureau: Bureau) -> None:
    """Nothing would ever take it along."""
    dienst, vandaag = bureau.diensten().verzoeken, bureau.klok.vandaag
    verzoek = dienst.leg_vast(VerzoekInvoer(VerzoekSoort.INZAGE, vandaag, NAAM, "", "", "aan de balie", vandaag))
    bureau.alsof_bevestigd()
    dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Wij hebben niets."))
    (regel,) = VernietigService(bureau.werkplek).lijst()
    assert (regel.verzoek_id, regel.soort, regel.vanaf) == (verzoek, VernietigSoort.VERZOEK, None)
    assert any("geen bewaartermijn" in wacht.zin for wacht in bureau.vandaag.toon().regels)


@pytest.mark.parametrize("stond_erin", [True, False])
def test_een_teruggezette_kopie_vernietigt_en_telt_het_ook(zaak: Zaak, tmp_path: Path, stond_erin: bool) -> None:
    """Where it was open then, and where it had not come yet: there only the number is kept."""
    bureau = zaak.bureau
    if not stond_erin:
        maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    verzoek = zaak.verzoek(VerzoekSoort.WISSING)
    if stond_erin:
        maak_reservekopie(bureau.kluis, tmp_path / "kopie")
    bureau.alsof_bevestigd()
    zaak.dienst.besluit(verzoek, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Wij hebben het nog nodig."))
    over_tijd(bureau)
    zaak.dienst.opruimen.doe(verzoek)
    jaar = bureau.klok.over(-_DAGEN).year
    bureau.sluit()
    herstel_reservekopie(tmp_path / "kopie", tmp_path / "terug.kluis")
    for _ in range(2):  # and not once more at the next opening
        with open_kluis(tmp_path / "terug.kluis", REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
            diensten = bouw_diensten(kluis, bureau.klok)
            assert diensten.verzoeken.lijst() == ()
            telling = geteld(diensten.werkplek)
            assert telling[Cijfercel(jaar, 0, Maat.VERZOEKEN.value)] == 1
            assert telling[Cijfercel(jaar, 0, Maat.VERZOEKEN.value, Indeling.SOORT.value, "wissing")] == 1
            with kluis.engine.begin() as verbinding:
                assert verbinding.exec_driver_sql("SELECT count(*) FROM verzoek").scalar_one() == 0
