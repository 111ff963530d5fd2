"""What is missing is filled in where the button leads, and the work goes on; between two of one name nobody is guessed.

Of one partij no address is known when it is to be invited. The plan goes to a casusregisseur of whose name the register
holds two; noted as sent it is taken back and done again.
"""

from __future__ import annotations

from pathlib import Path

import blik
import pytest
import weekvragen as week
from toneel import Toneel
from werkweek import REGIE, WACHTWOORD, Muis, Tafelkluis, klok_van_nu, maak_werkkluis, open_als

from zvh_desktop.services.casus.casusregie import AanwijzingInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanInvoer, RolInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer

_ADRES = "om@voorbeeld.invalid"
_NAAM = "J. Proefstra"


@pytest.fixture
def kluis(tmp_path: Path) -> Tafelkluis:
    """An agenda with akkoord, the OM without an address, and a plan of which one of two J. Proefstra is regisseur."""
    gemaakt = maak_werkkluis(tmp_path / "werk.kluis")
    klok = klok_van_nu()
    diensten = open_als(gemaakt.map, REGIE, klok)
    try:
        diensten.bevestig(WACHTWOORD)
        (contact,) = diensten.partijen.toon(gemaakt.partijen["OM"]).contactpersonen
        diensten.partijen.wijzig_contact(contact.id, ContactpersoonInvoer(contact.naam, mandaat=True))
        diensten.agenda.geef_akkoord(gemaakt.overleg)
        politie, casus = gemaakt.partijen["Politie"], gemaakt.casussen[0]
        for nummer in (1, 2):
            adres = f"p{nummer}@voorbeeld.invalid"
            diensten.partijen.voeg_contact_toe(politie, ContactpersoonInvoer(_NAAM, email=adres))
        diensten.casussen.wijs_casusregisseur_aan(casus, AanwijzingInvoer(politie, _NAAM, None, klok.vandaag))
        plan = diensten.plannen.begin(casus)
        diensten.plannen.bewaar(
            plan,
            PlanInvoer(
                (DoelInvoer("Huisvesting", "Een verzonnen doel"),),
                (RolInvoer(politie, "Begeleidt", "Weet wanneer het misgaat"),),
                informeert_betrokkene="De begeleider",
                afschalingscriteria="Een half jaar rust",
            ),
        )
        diensten.plannen.stel_vast(plan)
    finally:
        diensten.sluit()
    return gemaakt


def test_aanvullen_en_terug_en_kiezen_tussen_twee_van_een_naam(toneel: Toneel, kluis: Tafelkluis) -> None:
    hand = Muis(toneel)
    programma = toneel.start("--kluis", kluis.map)
    hand.meld_aan(REGIE)
    _vul_het_adres_aan(hand)
    _stuur_het_plan(hand)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _vul_het_adres_aan(hand: Muis) -> None:
    toneel = hand.toneel
    hand.ga_naar("Casustafels", "tafels_pagina")
    hand.klik_regel("tafels_tabel", toneel.wacht_tot(blik.regels, "tafels_tabel")[0], dubbel=True)
    hand.klik("=2 Uitnodigen")
    hand.klik_regel("uitnodigingen", "Openbaar Ministerie")
    hand.klik("uitlegstrook > =Naar het register")
    toneel.wacht_op("terugstrook_knop")
    hand.klik_regel("contactpersonen_tabel", "Oefenman")
    toneel.toets("F2")
    toneel.typ(_ADRES, op="email")
    toneel.toets("Return")
    toneel.wacht_weg("dialoog_bewaar_knop")
    toneel.toets("ctrl+t")
    toneel.wacht_op("uitnodiging_contact", tekst=_ADRES)
    toneel.wacht_weg("terugstrook")
    toneel.wacht_tot(week.is_zover, blik.met_focus, "uitnodigingen")


def _stuur_het_plan(hand: Muis) -> None:
    toneel = hand.toneel
    hand.ga_naar("Casussen", "casussen_pagina")
    nummer = next(een for een in toneel.wacht_tot(blik.regels, "casussen_tabel") if een.endswith("0001"))
    hand.klik_regel("casussen_tabel", nummer, dubbel=True)
    hand.klik("vouwknop_planrond")
    hand.klik_regel("rondstuurlijst", "(hele plan)")
    hand.klik("rond_verstuurd")
    hand.klik("melding > =Sluiten")  # two of that name: to whom is not known
    assert toneel.vraag(week.plan_ging_naar, 1) == []
    hand.klik("rond_contact")
    toneel.toets("End", "Return")
    toneel.wacht_op("rond_contact", tekst="p2@voorbeeld.invalid")
    hand.klik("rond_verstuurd")
    gestuurd = [(_NAAM, "p2@voorbeeld.invalid")]
    toneel.wacht_tot(week.is_zover, week.plan_ging_naar, gestuurd, 1)
    hand.klik("casus_plan_rondsturen > uitleg_actie_knop")
    toneel.wacht_tot(week.is_zover, week.plan_ging_naar, [], 1)
    toneel.toets("ctrl+y")
    toneel.wacht_tot(week.is_zover, week.plan_ging_naar, gestuurd, 1)
