"""What a betrokkene asked goes along beside the item; what is restricted does not go along at all (AVG art. 18)."""

from __future__ import annotations

import pytest
from kofferhulp import Kantoor, in_orde

from zvh_desktop.database.controle import controleer
from zvh_desktop.errors import KofferFout
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningId, Aard, ItemSoort, VerzoekSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

VRAGER = "Testpersoon Vrager"


def noot(
    kantoor: Kantoor, aard: Aard, soort: ItemSoort = ItemSoort.AGENDAPUNT, bij: int | None = None
) -> AantekeningId:
    """Beside something of casus een: the first of this kind, or this one."""
    bureau, dienst = kantoor.bureau, VerzoekService(kantoor.bureau.werkplek)
    vandaag = bureau.klok.vandaag
    verzoek = dienst.leg_vast(
        VerzoekInvoer(VerzoekSoort.CORRECTIE, vandaag, VRAGER, "", "Vraag van thuis.", "paspoort gezien", vandaag)
    )
    betrokkene = int(bureau.waarde("SELECT id FROM betrokkene WHERE casus_id = :c", c=kantoor.een))
    assert betrokkene in {een.id for een in dienst.personen(verzoek, "Testpersoon Een", Geboortedatum())}
    dienst.bevestig_personen(verzoek, [betrokkene])
    item = next(
        een.item_id for een in dienst.inzage.items(verzoek) if een.soort is soort and bij in (None, een.item_id)
    )
    bureau.alsof_bevestigd()
    return dienst.aantekeningen.zet(verzoek, AantekeningInvoer(soort, item, aard, "Zo was het niet."))


@pytest.mark.parametrize("aard", [Aard.CORRECTIE, Aard.BEZWAAR])
def test_wat_een_betrokkene_ervan_zegt_staat_er_onderweg_ook_bij(kantoor: Kantoor, aard: Aard) -> None:
    """The sentence, beside the casus; who asked it, in which words and how that was checked stays in the office."""
    noot(kantoor, aard)
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        (regel,) = diensten.verzoeken.aantekeningen.van_casus(kantoor.een)
        assert "Zo was het niet." in regel.zin and not regel.beperkt
        assert diensten.verzoeken.aantekeningen.van_casussen([kantoor.een, kantoor.twee]).keys() == {kantoor.een}
        bron = diensten.werkplek.kluis.engine
        with bron.connect() as verbinding:
            rijen = verbinding.exec_driver_sql("SELECT wie, vraag, identificatie FROM verzoek").all()
            assert [tuple(rij) for rij in rijen] == [("(op kantoor)", "", "")]
        assert (*controleer(diensten.werkplek.kluis), *ControleService(diensten.werkplek).vind()) == ()
        assert not [een for een in diensten.vandaag.toon().regels if "Verzoek" in een.zin]
        assert diensten.verzoeken.lijst() == (), "wat ervan werd, weet alleen het kantoor"
    kantoor.lever_in()
    assert kantoor.bureau.waarde("SELECT wie FROM verzoek") == VRAGER
    assert in_orde(kantoor.bureau)


def test_wat_een_betrokkene_zegt_van_een_andere_tafel_gaat_niet_mee(kantoor: Kantoor) -> None:
    """The point itself stays in the office; so does what is said of it."""
    bureau = kantoor.bureau
    later = bureau.tafel(bureau.klok.over(14))
    noot(kantoor, Aard.CORRECTIE, bij=bureau.punt(later, kantoor.een, "Politie"))
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        assert diensten.verzoeken.aantekeningen.van_casus(kantoor.een) == ()
        with diensten.werkplek.kluis.engine.connect() as verbinding:
            assert verbinding.exec_driver_sql("SELECT count(*) FROM verzoek").scalar() == 0


def test_wie_ergens_anders_is_beperkt_gaat_ook_in_een_tekst_niet_mee(kantoor: Kantoor) -> None:
    bureau, dienst = kantoor.bureau, VerzoekService(kantoor.bureau.werkplek)
    drie, vandaag = bureau.casus("Mandarijn Elders"), bureau.klok.vandaag
    bureau.acties.voeg_toe_bij_casus(kantoor.een, bureau.actie_invoer("Politie", omschrijving="Bel Mandarijn Elders."))
    assert kantoor.koffers.keuze(kantoor.tafel).bezwaar == ""
    verzoek = dienst.leg_vast(VerzoekInvoer(VerzoekSoort.BEPERKING, vandaag, VRAGER, "", "Vraag.", "paspoort", vandaag))
    mens = int(bureau.waarde("SELECT id FROM betrokkene WHERE casus_id = :c", c=drie))
    assert mens in {een.id for een in dienst.personen(verzoek, "Mandarijn Elders", Geboortedatum())}
    dienst.bevestig_personen(verzoek, [mens])
    bureau.alsof_bevestigd()
    dienst.aantekeningen.zet(verzoek, AantekeningInvoer(ItemSoort.BETROKKENE, mens, Aard.BEPERKING, "Nu niet."))
    bezwaar = kantoor.koffers.keuze(kantoor.tafel).bezwaar
    assert f"In casus {bureau.nummer(kantoor.een)} wordt iemand genoemd" in bezwaar
    with pytest.raises(KofferFout, match=r"AVG art\. 18"):
        kantoor.geef_uit()


@pytest.mark.parametrize("soort", [ItemSoort.AGENDAPUNT, ItemSoort.BETROKKENE])
def test_een_casus_waarvan_iets_beperkt_is_gaat_niet_mee(kantoor: Kantoor, soort: ItemSoort) -> None:
    beperking = noot(kantoor, Aard.BEPERKING, soort)
    nummer = kantoor.bureau.nummer(kantoor.een)
    assert f"Van casus {nummer} is iets beperkt" in kantoor.koffers.keuze(kantoor.tafel).bezwaar
    with pytest.raises(KofferFout, match=r"AVG art\. 18"):
        kantoor.geef_uit()
    assert not kantoor.koffermap.exists()
    kantoor.bureau.alsof_bevestigd()
    vandaag = kantoor.bureau.klok.vandaag
    VerzoekService(kantoor.bureau.werkplek).aantekeningen.hef_op(beperking, "Het is uitgezocht.", vandaag)
    kantoor.geef_uit()
    assert kantoor.koffermap.exists()
