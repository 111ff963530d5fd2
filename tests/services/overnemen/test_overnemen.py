"""Overnemen: which fields in which order, who ticked when, what a correction asks anew, and who is named."""

from __future__ import annotations

import pytest
from factories import Bureau
from rondtafel import Rond
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, OordeelUitkomst
from zvh_desktop.services.overnemen.gegevens import Overneemregel
from zvh_desktop.services.overnemen.overnemen import OverneemService


def regels(rond: Rond) -> dict[tuple[str, str], Overneemregel]:
    lijst = OverneemService(rond.bureau.werkplek, rond.bureau.plannen).lijst(rond.tafel)
    return {(een.casusnummer, een.systeem): een for een in lijst}


def over(rond: Rond) -> list[str]:
    return [zin for zin in rond.vandaag() if "over te nemen" in zin]


def test_velden_in_de_volgorde_van_het_systeem_met_alleen_wie_mag(bureau: Bureau) -> None:
    rond = Rond(bureau)
    gevonden = regels(rond)
    assert len(gevonden) == len(rond.casussen) * len(bureau.profiel.overnemen) == 6
    tweede = bureau.nummer(rond.casussen[1])
    for blok in bureau.profiel.overnemen:
        namen = [deel.naam.casefold() for deel in gevonden[tweede, blok.systeem].delen]
        assert len(namen) == len(blok.velden)
        assert namen.index("casusnummer") == blok.velden.index("casusnummer")
    gcos = {deel.naam: deel.tekst for deel in gevonden[tweede, "GCOS"].delen}
    assert gcos["Casusnummer"] == tweede
    assert gcos["Betrokkenen"] == "Testpersoon Twee"
    assert gcos["Beeld"] == "Beeldwoord1"
    assert "Besluitwoord1" in gcos["Besluiten"]
    assert "Actiewoord; belegd bij: " + bureau.naam("OM") in gcos["Acties"]
    assert "Beeldwoord0" not in gevonden[tweede, "GCOS"].blok
    assert "Beeld\nBeeldwoord1" in gevonden[tweede, "GCOS"].blok
    eerste = gevonden[bureau.nummer(rond.casussen[0]), "GCOS"].blok
    assert bureau.naam("OM") not in eerste
    bureau.oordeel(rond.casussen[1], "OM", uitkomst=OordeelUitkomst.NIET_RECHTMATIG, vanaf=bureau.klok.vandaag)
    assert bureau.naam("OM") not in regels(rond)[tweede, "GCOS"].blok, "who lost its seat is named nowhere"


def test_een_vinkje_zegt_wie_en_wanneer_en_kan_terug(bureau: Bureau) -> None:
    rond = Rond(bureau)
    dienst = OverneemService(bureau.werkplek, bureau.plannen)
    (zin,) = over(rond)
    assert zin.startswith("2 casussen")
    assert zin.endswith("GCOS, Vis2 en Amazone")
    dienst.vink_af(rond.punten[0], "GCOS")
    gedaan = regels(rond)[bureau.nummer(rond.casussen[0]), "GCOS"]
    assert (gedaan.door, gedaan.aandacht) == (bureau.werkplek.naam, None)
    assert gedaan.op is not None
    assert gedaan.op.date() == bureau.klok.vandaag
    with pytest.raises(GebruikersFout, match="al overgenomen"):
        dienst.vink_af(rond.punten[0], "GCOS")
    dienst.neem_terug(rond.punten[0], "GCOS")
    assert not regels(rond)[bureau.nummer(rond.casussen[0]), "GCOS"].overgenomen
    with pytest.raises(GebruikersFout, match="niet afgevinkt"):
        dienst.neem_terug(rond.punten[0], "GCOS")
    with pytest.raises(InvoerOngeldig, match="dat systeem"):
        dienst.vink_af(rond.punten[0], "Kaartenbak")
    for punt in rond.punten:
        for systeem in dienst.systemen:
            dienst.vink_af(punt, systeem)
    assert over(rond) == []
    rond.corrigeer(0)
    nu = regels(rond)
    assert nu[bureau.nummer(rond.casussen[0]), "GCOS"].eerder
    assert nu[bureau.nummer(rond.casussen[1]), "GCOS"].overgenomen, "the other point was not corrected"
    assert over(rond)[0].startswith("1 casus van")
    bureau.klok.verder(dagen=90)
    assert len(over(rond)) == 1, "once something was ticked an overleg stays in view"


def test_van_een_concept_is_niets_over_te_nemen(bureau: Bureau) -> None:
    rond = Rond(bureau, vast=False)
    dienst = OverneemService(bureau.werkplek, bureau.plannen)
    with pytest.raises(GebruikersFout, match="nog concept"):
        dienst.lijst(rond.tafel)
    with pytest.raises(GebruikersFout, match="nog concept"):
        dienst.vink_af(rond.punten[0], "GCOS")
    assert over(rond) == []
    with pytest.raises(IntegrityError, match="vastgesteld"):
        schrijf_buitenom(bureau, rond.punten[0])


def test_de_database_laat_een_vinkje_niet_herschrijven(bureau: Bureau) -> None:
    rond = Rond(bureau)
    OverneemService(bureau.werkplek, bureau.plannen).vink_af(rond.punten[0], "GCOS")
    with pytest.raises(IntegrityError, match="niet gewijzigd"), bureau.kluis.sessies.begin() as sessie:
        sessie.execute(text("UPDATE overname SET overgenomen_door = 'een ander'"))
    with pytest.raises(IntegrityError, match="nooit vervangen"), bureau.kluis.sessies.begin() as sessie:
        sessie.execute(text("INSERT OR REPLACE INTO overname SELECT * FROM overname"))


def schrijf_buitenom(bureau: Bureau, punt: AgendapuntId) -> None:
    with bureau.kluis.sessies.begin() as sessie:
        sessie.execute(
            text("INSERT INTO overname VALUES (:punt, 'GCOS', 1, '2026-01-01 00:00:00', 'iemand')"), {"punt": punt}
        )
