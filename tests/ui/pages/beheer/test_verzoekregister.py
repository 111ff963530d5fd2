"""The register of verzoeken in Beheer: received, who it is, decided, and the notes on the page of the casus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from pytestqt.qtbot import QtBot

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekbriefRegel, VerzoekInvoer
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.verzoeken.brievenwerk import onthoud
from zvh_desktop.ui.pages.beheer.verzoeken.dialogen import VerzoekDialoog
from zvh_desktop.ui.pages.beheer.verzoeken.keuzedialoog import Keuzeantwoord, KeuzeDialoog
from zvh_desktop.ui.pages.beheer.verzoeken.register import Verzoeken
from zvh_desktop.ui.pages.beheer.verzoeken.vragen import brievenvraag, onderdeelvraag
from zvh_desktop.ui.pages.casus.blad import CasusBlad
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def maak(qtbot: QtBot, openen: Callable[..., Diensten], gereedschap: Gereedschap) -> Callable[[str], Verzoeken]:
    def doe(naam: str) -> Verzoeken:
        deel = Verzoeken(openen(naam), gereedschap)
        qtbot.addWidget(deel)
        deel.resize(1100, 760)
        deel.show()
        deel.vernieuw()
        return deel

    return doe


def test_van_ontvangst_tot_aantekening(
    qtbot: QtBot, maak: Callable[[str], Verzoeken], gereedschap: Gereedschap
) -> None:
    deel = maak(REGIE)
    diensten = deel._diensten
    vandaag = diensten.werkplek.vandaag()
    casus_id, naam = maak_casus(diensten), "Testpersoon Een"
    deel._leg_vast(VerzoekInvoer(VerzoekSoort.CORRECTIE, vandaag, naam, "", "", "paspoort gezien", vandaag))
    (regel,) = deel.lees()
    assert bevindingen(deel) == []
    assert deel.nog.tekst().startswith("Nog te doen: bevestig wie het is")
    assert deel.nog.tekst().endswith(f" door {diensten.werkplek.naam}: paspoort gezien.")
    deel.ongedaan.maak_ongedaan()
    assert deel.lees() == ()
    deel.ongedaan.doe_opnieuw()
    (regel,) = deel.lees()
    gevonden = diensten.verzoeken.personen(regel.id, naam, None)
    deel._bevestig(regel, tuple(een.id for een in gevonden))
    items = diensten.verzoeken.inzage.items(regel.id)
    dialoog = KeuzeDialoog(onderdeelvraag(items), lambda wat: deel.werk._zet(regel, wat))
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    dialoog.bewaar_knop.click()
    assert dialoog.formulier.regel("tekst").fout() == "Vul in wat de betrokkene vraagt."
    dialoog.tekst.setPlainText("Mijn naam is anders.")
    dialoog.bewaar_knop.click()
    (noot,) = diensten.verzoeken.aantekeningen.lijst(regel.id)
    assert "verzocht dit te verbeteren: Mijn naam is anders." in noot.zin
    blad = CasusBlad(diensten, gereedschap)
    qtbot.addWidget(blad)
    blad.toon_casus(casus_id)
    assert "Mijn naam is anders." in blad.noten.tekst()
    blad.maak_leeg()
    assert blad.noten.tekst() == ""


def test_zonder_iets_gevonden_zegt_het_dialoog_dat(maak: Callable[[str], Verzoeken]) -> None:
    deel = maak(REGIE)
    deel._leg_vast(VerzoekInvoer(VerzoekSoort.INZAGE, deel._diensten.werkplek.vandaag(), "Niemand Bekend"))
    (regel,) = deel.lees()
    with pytest.raises(InvoerOngeldig, match="Wie het is"):
        deel.werk._zet(regel, Keuzeantwoord(None, Aard.CORRECTIE, "x", None))
    with pytest.raises(InvoerOngeldig):
        deel._diensten.verzoeken.aantekeningen.zet(
            regel.id, AantekeningInvoer(ItemSoort.ACTIE, 99, Aard.CORRECTIE, "x")
        )
    zinnen = [wacht.zin for wacht in deel._diensten.vandaag.toon().regels if wacht.plaats == "verzoeken"]
    assert zinnen == [f"Verzoek {regel.id} om inzage: {regel.termijn}"]


def test_de_beheerder_heeft_hier_geen_rol(maak: Callable[[str], Verzoeken]) -> None:
    deel = maak(BEHEER)
    assert not deel.mag()
    assert not deel.nieuw_knop.isEnabled()


def test_een_weigering_staat_bij_het_veld(qtbot: QtBot, openen: Callable[..., Diensten]) -> None:
    dienst = openen(REGIE).verzoeken
    dialoog = VerzoekDialoog(VerzoekInvoer(VerzoekSoort.INZAGE, dienst._werkplek.vandaag(), ""), dienst.leg_vast)
    qtbot.addWidget(dialoog)
    dialoog.bewaar_knop.click()
    assert dialoog.formulier.regel("wie").fout() == "Vul in wie dit vraagt."


def test_brieven_na_het_besluit(qtbot: QtBot, maak: Callable[[str], Verzoeken], gereedschap: Gereedschap) -> None:
    deel = maak(REGIE)
    diensten, vandaag = deel._diensten, deel._diensten.werkplek.vandaag()
    maak_casus(diensten)
    id_ = diensten.verzoeken.leg_vast(
        VerzoekInvoer(VerzoekSoort.CORRECTIE, vandaag, "Testpersoon Een", "", "", "paspoort gezien", vandaag)
    )
    regel = VerzoekbriefRegel(id_, None, "Testpersoon Een", None)
    gekozen: list[Keuzeantwoord] = []
    dialoog = KeuzeDialoog(brievenvraag((regel,)), partial(onthoud, gekozen))
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    assert not dialoog.tekst.isVisible()
    dialoog.daad.setCurrentIndex(1)
    dialoog.bewaar_knop.click()
    assert gekozen == [], "a letter to the betrokkene is not mailed"
    assert "niet per e-mail" in dialoog.formulier.regel("daad").fout()
    dialoog.daad.setCurrentIndex(0)
    dialoog.bewaar_knop.click()
    assert [een.onderdeel for een in gekozen] == [regel]
    with pytest.raises(GebruikersFout, match="nog niet besloten"):
        diensten.verzoeken.brieven.brief(id_, None)
