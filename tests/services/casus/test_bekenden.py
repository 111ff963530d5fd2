"""Whether a person is known already: by folded name and birth date, and two of one name kept apart."""

from __future__ import annotations

from factories import Bureau

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import BetrokkeneId
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer, BetrokkeneRegel, uit_elkaar
from zvh_desktop.services.casus.bekenden import BekendenService

GEBOREN = Geboortedatum(1985, 3, 1)


def test_wie_bekend_is_wordt_gevonden_op_gevouwen_naam_en_geboortedatum(bureau: Bureau) -> None:
    betrokkene = (BetrokkeneInvoer("José Óefenman", GEBOREN),)
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding(betrokkenen=betrokkene))
    zoek = BekendenService(bureau.werkplek).zoek
    (gevonden,) = zoek("jose  OEFENMAN", GEBOREN)
    assert (gevonden.zelfde, gevonden.casusnummer, gevonden.casus_id) == (True, bureau.nummer(casus), casus)
    assert [een.zelfde for een in zoek("Jose Oefenman", None)] == [None]
    assert [een.zelfde for een in zoek("Jose Oefenman", Geboortedatum(1985))] == [None]
    assert [een.zelfde for een in zoek("Jose Oefenman", Geboortedatum(1986))] == [False]
    assert zoek("Jose Oefenmanspad", GEBOREN) == ()
    assert zoek("J", GEBOREN) == ()


def test_een_letter_anders_wordt_genoemd_als_niemand_precies_zo_heet(bureau: Bureau) -> None:
    bureau.aanmeldingen.accepteer(bureau.aanmelding(betrokkenen=(BetrokkeneInvoer("Sanne Voorbeeld", GEBOREN),)))
    bureau.aanmelding("Sanne Proefstra")
    zoek = BekendenService(bureau.werkplek).zoek
    for getypt in ("Sanne Vorbeeld", "Sanne Voorbeelt", "Sanne Voobreeld", "Sannne Voorbeeld", "Sanne Proefsta"):
        (gevonden,) = zoek(getypt, GEBOREN)
        assert (gevonden.letter_anders, gevonden.anders_gespeld) == (True, True), getypt
    assert not zoek("sanne voorbeeld", GEBOREN)[0].letter_anders
    bureau.aanmeldingen.accepteer(bureau.aanmelding(betrokkenen=(BetrokkeneInvoer("Sanne Vorbeeld", GEBOREN),)))
    assert [een.naam for een in zoek("Sanne Vorbeeld", GEBOREN)] == ["Sanne Vorbeeld"], "who is called so comes alone"
    assert zoek("Jan Voor", None) == ()


def test_de_aanmelding_zelf_telt_niet_mee(bureau: Bureau) -> None:
    aanmelding = bureau.aanmelding("J. Oefenman")
    zoek = BekendenService(bureau.werkplek).zoek
    assert zoek("J. Oefenman", None, behalve=aanmelding) == ()
    (gevonden,) = zoek("J. Oefenman", None)
    assert gevonden.casusnummer == ""


def test_twee_met_een_naam_blijven_uit_elkaar() -> None:
    een = BetrokkeneRegel(BetrokkeneId(1), "J. Oefenman", GEBOREN, "", "", hoofd=True)
    twee = BetrokkeneRegel(BetrokkeneId(2), "j. oefenman", Geboortedatum(2010), "", "", hoofd=False)
    drie = BetrokkeneRegel(BetrokkeneId(3), "K. Oefenman", None, "", "", hoofd=False)
    assert [naam for _, naam in uit_elkaar((een, twee, drie))] == [
        "J. Oefenman (geboren 1 maart 1985)",
        "j. oefenman (geboren in 2010)",
        "K. Oefenman",
    ]
