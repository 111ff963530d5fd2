"""What is copied: no BSN comes back out of what is recorded, and a column of numbers or addresses is no question."""

from __future__ import annotations

import hashlib

import pytest
from factories import Bureau
from lekrond import haal_alles_weg

from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.lek.gegevens import LekOpen
from zvh_desktop.services.lek.lezers import naar_klembord
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer

BSN = "999990019"


@pytest.mark.parametrize("tekst", ["{}", "BSN {}", "Bel 06-55012345 of {}."])
def test_uit_wat_is_vastgelegd_is_geen_bsn_terug_te_proberen(bureau: Bureau, tekst: str) -> None:
    dienst, rijen = bureau.diensten().verzoeken.rijen, ((tekst.format(BSN),),)
    gekozen = haal_alles_weg(bureau, lambda: dienst.weeg(rijen))
    assert BSN not in dienst.weeg(rijen)[0][0], "the choice is known again"
    digest = bureau.waarde("SELECT min(digest) FROM lekoordeel")
    assert digest == bureau.waarde("SELECT max(digest) FROM lekoordeel")
    probeer = f"{naar_klembord().sleutel}\x1f\x1f{tekst.format(BSN)}"
    assert hashlib.sha256(probeer.encode()).hexdigest() != digest
    ander = ((tekst.format("111222333"),),)
    assert "111222333" not in dienst.weeg(ander)[0][0], "whichever it is, it is left out by the same choice"
    assert all(BSN not in een.digest for een in gekozen)
    assert ControleService(bureau.werkplek).vind() == ()


def test_een_ander_nummer_naast_een_bsn_is_een_andere_tekst(bureau: Bureau) -> None:
    dienst = bureau.diensten().verzoeken.rijen
    haal_alles_weg(bureau, lambda: dienst.weeg(((f"Bel 06-55012345 of {BSN}.",),)))
    with pytest.raises(LekOpen):
        dienst.weeg(((f"Bel 06-55012346 of {BSN}.",),))


KOLOMMEN = (
    "06-55012345 (mobiel)",
    "Tel. 0534-567891",
    "E-mail: t.proef@voorbeeld.invalid",
    "Postbus 1400, 7500 BK Voorbeeldstad",
    "Bezoekadres: Dorpsweg 1, 1234 AB Voorbeeldstad",
    "06-55012345 (werk), 06-55012346 (privé)",
)


@pytest.mark.parametrize("cel", KOLOMMEN)
def test_een_cel_met_een_nummer_en_wat_voor_een_is_geen_vraag(bureau: Bureau, cel: str) -> None:
    rijen = (("Proefpartij", cel),)
    assert bureau.diensten().verzoeken.rijen.weeg(rijen) == rijen


def test_een_rij_zonder_casus_weet_van_geen_betrokkene(bureau: Bureau) -> None:
    nummer = bureau.nummer(bureau.casus("Testpersoon Eenman"))
    dienst, rij = bureau.diensten().verzoeken.rijen, ("Belt met T. Eenman over wonen",)
    assert dienst.weeg((("Wat",), rij), ("", nummer)) == (("Wat",), rij)
    with pytest.raises(LekOpen):
        dienst.weeg((("Wat",), rij))


def test_hoe_een_partij_te_bereiken_is_mag_mee_ook_naast_een_naam(bureau: Bureau) -> None:
    rijen, contact = bureau.diensten().verzoeken.rijen, "eerste.oefenman@voorbeeld.invalid"
    bureau.partijen.voeg_contact_toe(bureau.partij("Politie"), ContactpersoonInvoer("Eerste Oefenman", email=contact))
    rij = (f"Aan Eerste Oefenman, {contact}",)
    assert rijen.weeg((rij,)) == (rij,)
    with pytest.raises(LekOpen):
        rijen.weeg((("Aan Eerste Oefenman, t.proef@voorbeeld.invalid",),))


def test_een_woord_meer_is_wel_een_vraag(bureau: Bureau) -> None:
    with pytest.raises(LekOpen):
        bureau.diensten().verzoeken.rijen.weeg((("06-55012345 (mobiel van moeder)",),))


def test_een_tabel_over_een_casus_noemt_de_eigen_betrokkene_en_geen_ander(bureau: Bureau) -> None:
    nummer = bureau.nummer(bureau.casus("Testpersoon Eenman"))
    bureau.casus("Testpersoon Tweeling")
    dienst = bureau.diensten().verzoeken.rijen
    rijen = (("Belt met T. Eenman over wonen",),)
    assert dienst.weeg(rijen, (nummer,)) == rijen
    with pytest.raises(LekOpen) as gevangen:
        dienst.weeg((*rijen, ("Belt met T. Tweeling over wonen",)), (nummer, nummer))
    assert [(een.gevonden, een.casusnummer) for een in gevangen.value.bevindingen] == [("T. Tweeling", nummer)]
