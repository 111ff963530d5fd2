"""The register of verstrekkingen: one supplier, one derde, consent beforehand, and nothing rewritten."""

from __future__ import annotations

import pytest
from factories import MEDEWERKER, Bureau
from informatiedossier import Dossier

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden
from zvh_desktop.models.keuzes import VerstrekkingId


@pytest.fixture
def dossier(bureau: Bureau) -> Dossier:
    return Dossier(bureau)


def test_regel_zegt_wat_aan_wie_op_welke_toestemming(dossier: Dossier) -> None:
    derde = dossier.derde()
    dossier.bureau.als(MEDEWERKER)
    dossier.diensten = dossier.bureau.diensten()
    dossier.diensten.verstrekkingen.leg_vast(
        dossier.casus, dossier.verstrekking(derde, items=(dossier.item, dossier.item), wijze="aangetekende brief")
    )
    (regel,) = dossier.diensten.verstrekkingen.toon(dossier.casus).regels
    assert (regel.derde, regel.verstrekker) == ("Woningstichting Oefening", dossier.bureau.naam(dossier.verstrekker))
    assert (regel.wat, regel.grondslag, regel.wijze) == (
        "Dat er een plan is.", "verzonnen grondslag", "aangetekende brief",
    )  # fmt: skip
    assert (regel.toestemming.kenmerk, regel.toestemming.door) == ("brief 12", "T. Testpersoon")
    assert regel.items == ("Waarneming",)
    assert regel.vastgelegd_door == "M. Voorbeeld"


def test_verstrekt_stuk_ligt_vast(dossier: Dossier) -> None:
    dossier.diensten.verstrekkingen.leg_vast(
        dossier.casus, dossier.verstrekking(dossier.derde(), items=(dossier.item,))
    )
    with pytest.raises(GebruikersFout, match="al gedeeld"):
        dossier.diensten.informatie.wijzig(dossier.item, dossier.invoer(tekst="anders"))
    with pytest.raises(GebruikersFout, match="al gedeeld"):
        dossier.diensten.informatie.verwijder(dossier.item)


def test_toestemming_van_de_een_geldt_niet_voor_het_stuk_van_de_ander(dossier: Dossier) -> None:
    derde = dossier.derde()
    van_ander = dossier.voeg_toe(verstrekker_id=dossier.id(dossier.ander))
    with pytest.raises(InvoerOngeldig, match="geldt er niet voor"):
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, items=(van_ander,)))
    andere_casus = dossier.bureau.casus("M. Voorbeeld")
    elders = dossier.diensten.informatie.voeg_toe(andere_casus, dossier.invoer())
    with pytest.raises(InvoerOngeldig, match="andere casus"):
        dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(derde, items=(elders,)))
    assert dossier.diensten.verstrekkingen.toon(dossier.casus).regels == ()


def test_andere_weigeringen(dossier: Dossier) -> None:
    derde = dossier.derde()
    leg_vast = dossier.diensten.verstrekkingen.leg_vast
    with pytest.raises(GebruikersFout, match="is geen derde"):
        leg_vast(dossier.casus, dossier.verstrekking(dossier.id(dossier.lezer)))
    with pytest.raises(InvoerOngeldig, match="zelf een derde"):
        leg_vast(dossier.casus, dossier.verstrekking(derde, verstrekker_id=dossier.derde("Stichting Test")))
    with pytest.raises(InvoerOngeldig, match="Schrijf op wat"):
        leg_vast(dossier.casus, dossier.verstrekking(derde, wat=" "))
    with pytest.raises(InvoerOngeldig, match="toekomst"):
        leg_vast(dossier.casus, dossier.verstrekking(derde, verstrekt_op=dossier.bureau.klok.over(1)))


def test_fout_vastgelegd_blijft_leesbaar_en_kan_terug(dossier: Dossier) -> None:
    service = dossier.diensten.verstrekkingen
    nummer = service.leg_vast(dossier.casus, dossier.verstrekking(dossier.derde(), items=(dossier.item,)))
    with pytest.raises(InvoerOngeldig) as fout:
        service.laat_vervallen(nummer, " ")
    assert fout.value.veld == "reden"
    service.laat_vervallen(nummer, "verkeerde casus")
    (regel,) = service.toon(dossier.casus).regels
    assert regel.vervallen_op is not None
    assert regel.vervallen_reden == "verkeerde casus"
    assert regel.wat == "Dat er een plan is."
    dossier.diensten.informatie.wijzig(dossier.item, dossier.invoer(titel="Nu mag het"))
    service.zet_terug(nummer)
    assert service.toon(dossier.casus).regels[0].vervallen_op is None
    with pytest.raises(NietGevonden):
        service.laat_vervallen(VerstrekkingId(999), "bestaat niet")


def test_tijdlijn_zegt_wie_en_niet_wat(dossier: Dossier) -> None:
    weg = dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(dossier.derde()))
    dossier.diensten.verstrekkingen.leg_vast(dossier.casus, dossier.verstrekking(dossier.derde("Stichting Test")))
    dossier.diensten.verstrekkingen.laat_vervallen(weg, "verkeerde casus")
    regels = [g for g in dossier.bureau.casussen.toon(dossier.casus).tijdlijn if g.plaats == "informatie"]
    verstrekker = dossier.bureau.naam(dossier.verstrekker)
    assert [(g.titel, g.toelichting) for g in regels] == [
        ("Informatie ontvangen", f"van {verstrekker}"),
        ("Verstrekking aan een derde", f"aan Stichting Test, informatie van {verstrekker}"),
    ]
