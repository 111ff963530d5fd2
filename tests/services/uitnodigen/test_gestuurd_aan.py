"""Whoever got the last one hears what changes, whatever the register of partijen says by now."""

from __future__ import annotations

from email import message_from_bytes
from email.utils import getaddresses

import pytest
from factories import Bureau
from icalendar import Calendar

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import ContactpersoonId, OverlegId, UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.herinneringen import HerinneringService
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel

EERSTE = ("Eerste Oefenman", "eerste@voorbeeld.invalid")
TWEEDE = ("Tweede Oefenman", "tweede@voorbeeld.invalid")


class Post:
    """Politie was invited at one casus; the letter went to the first of its contactpersonen."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.partij = bureau.partij("Politie")
        naam, adres = EERSTE
        self.eerste = bureau.partijen.voeg_contact_toe(
            self.partij, ContactpersoonInvoer(naam, "officier", email=adres, mandaat=True)
        )
        self.casus = bureau.casus("Testpersoon Een")
        self.tafel: OverlegId = bureau.tafel()
        self.punt = bureau.punt(self.tafel, self.casus, "Politie", "OM")
        bureau.akkoord(self.tafel)
        self.post = bureau.diensten().uitnodigingen
        self.post.bereid_voor(self.tafel)
        self.post.markeer_verzonden(self.regel().id)

    def regel(self) -> UitnodigingRegel:
        return next(regel for regel in self.post.lijst(self.tafel) if regel.partij_id == self.partij)

    def tweede(self) -> ContactpersoonId:
        naam, adres = TWEEDE
        return self.bureau.partijen.voeg_contact_toe(self.partij, ContactpersoonInvoer(naam, email=adres, mandaat=True))

    def nieuwe_agenda(self) -> None:
        """Back to concept, another akkoord, and the uitnodigingen again."""
        self.bureau.agenda.terug_naar_concept(self.tafel)
        self.bureau.akkoord(self.tafel)
        self.post.bereid_voor(self.tafel)


@pytest.fixture
def post(bureau: Bureau) -> Post:
    return Post(bureau)


def naar(stuk: Stuk) -> list[tuple[str, str]]:
    """As another reader takes the draft: no policies of the newer library."""
    return getaddresses(message_from_bytes(stuk.inhoud).get_all("To", []))


def test_een_adres_dat_later_is_ingevuld_telt_meteen_en_wie_gekozen_is_gaat_voor(bureau: Bureau) -> None:
    partij, tafel = bureau.partij("Politie"), bureau.tafel()
    naam, adres = EERSTE
    zonder = bureau.partijen.voeg_contact_toe(partij, ContactpersoonInvoer(naam, mandaat=True))
    bureau.punt(tafel, bureau.casus("Testpersoon Een"), "Politie", "OM")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)

    def regel() -> UitnodigingRegel:
        return next(een for een in post.lijst(tafel) if een.partij_id == partij)

    assert (regel().contact, regel().aandacht is not None) == (None, True)
    with pytest.raises(InvoerOngeldig, match="nog geen contactpersoon"):
        post.markeer_verzonden(regel().id)
    bureau.partijen.wijzig_contact(zonder, ContactpersoonInvoer(naam, email=adres, mandaat=True))
    contact = regel().contact
    assert contact is not None
    assert (contact.naam, contact.email, regel().aandacht) == (naam, adres, None)
    tweede_naam, tweede_adres = TWEEDE
    tweede = bureau.partijen.voeg_contact_toe(partij, ContactpersoonInvoer(tweede_naam, email=tweede_adres))
    assert post.stukken(regel().id).ontvanger_email == adres
    post.kies_contact(regel().id, tweede)
    assert post.markeer_verzonden(regel().id).ontvanger_email == tweede_adres


def gewijzigd(post: Post) -> None:
    post.bureau.partijen.wijzig_contact(
        post.eerste, ContactpersoonInvoer("Andere Naam", email="nieuw@voorbeeld.invalid")
    )


def verwijderd(post: Post) -> None:
    post.bureau.partijen.verwijder_contact(post.eerste)


def zonder_adres(post: Post) -> None:
    post.bureau.partijen.wijzig_contact(post.eerste, ContactpersoonInvoer("Andere Naam"))


def ander_gekozen(post: Post) -> None:
    post.post.kies_contact(post.regel().id, post.tweede())


WIJZIGINGEN = pytest.mark.parametrize("wijzig", [gewijzigd, verwijderd, zonder_adres, ander_gekozen])


@WIJZIGINGEN
def test_een_intrekking_gaat_naar_wie_de_uitnodiging_kreeg(post: Post, wijzig) -> None:  # type: ignore[no-untyped-def]
    wijzig(post)
    post.bureau.trek_in(post.casus, "Politie")
    regel = post.regel()
    assert regel.status is UitnodigingStatus.IN_TE_TREKKEN
    assert regel.geadresseerde() == EERSTE[0]
    stukken = post.post.intrekking(regel.id)
    assert naar(stukken.concept) == [EERSTE]
    (afspraak,) = Calendar.from_ical(stukken.agenda_item.inhoud).walk("VEVENT")
    assert str(afspraak["ATTENDEE"]) == f"mailto:{EERSTE[1]}"
    post.post.markeer_ingetrokken(regel.id)
    gestuurd = post.bureau.waarde("SELECT aan_email FROM uitgegeven WHERE soort = 'intrekking'")
    assert gestuurd == EERSTE[1]


@WIJZIGINGEN
def test_een_wijziging_en_een_herinnering_gaan_naar_dezelfde(post: Post, wijzig) -> None:  # type: ignore[no-untyped-def]
    wijzig(post)
    (stuk,) = HerinneringService(post.bureau.werkplek).maak(post.tafel, [post.regel().id])
    assert naar(stuk) == [EERSTE]
    post.nieuwe_agenda()
    regel = post.regel()
    assert regel.status is UitnodigingStatus.CONCEPT
    assert naar(post.post.stukken(regel.id).concept) == [EERSTE]


def test_na_de_intrekking_is_de_keuze_weer_vrij(post: Post) -> None:
    post.bureau.trek_in(post.casus, "Politie")
    post.post.markeer_ingetrokken(post.regel().id)
    post.bureau.oordeel(post.casus, "Politie")
    post.bureau.agenda.terug_naar_concept(post.tafel)
    post.bureau.agenda.zet_deelname(post.punt, post.partij, aan=True)
    post.bureau.akkoord(post.tafel)
    post.post.bereid_voor(post.tafel)
    post.post.kies_contact(post.regel().id, post.tweede())
    assert naar(post.post.stukken(post.regel().id).concept) == [TWEEDE]


def test_voor_het_eerste_bericht_geldt_het_register(bureau: Bureau) -> None:
    post = Post(bureau)
    om = next(regel for regel in post.post.lijst(post.tafel) if regel.partij_id == bureau.partij("OM"))
    assert om.gestuurd is None
    with pytest.raises(InvoerOngeldig, match="nog geen contactpersoon"):
        post.post.stukken(om.id)


def test_bij_een_nieuwe_uitnodiging_gaan_opmerking_en_dag_met_het_oude_antwoord(post: Post) -> None:
    post.post.registreer_antwoord(post.regel().id, UitnodigingAntwoord.KOMT_NIET, "Op vakantie.")
    post.nieuwe_agenda()
    post.post.markeer_verzonden(post.regel().id)
    regel = post.regel()
    assert (regel.antwoord, regel.antwoord_op, regel.antwoord_opmerking) == (UitnodigingAntwoord.GEEN, None, "")
