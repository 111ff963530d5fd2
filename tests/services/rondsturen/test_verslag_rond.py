"""The verslag goes round per partij: what is in it, who got which version, and what came back."""

from __future__ import annotations

import email
import email.policy
import io
from datetime import date, time, timedelta
from email.message import EmailMessage

import pytest
from factories import MEDEWERKER, Bureau
from pypdf import PdfReader
from rondtafel import Rond
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import DocumentSoort, PartijId, Reactie
from zvh_desktop.models.keuzes import VerzendingSoort as Soort
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.rondsturen.gegevens import RondstuurVraag
from zvh_desktop.services.vandaag.regel import Wacht
from zvh_desktop.services.vandaag.rondsturen import wacht_op_rondsturen


def lees(inhoud: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(inhoud)).pages).split())


@pytest.fixture
def rond(bureau: Bureau) -> Rond:
    return Rond(bureau)


def test_elke_partij_krijgt_alleen_de_eigen_punten(rond: Rond) -> None:
    om = rond.dienst.stukken(rond.vraag("OM"))
    assert [stuk.soort for stuk in om.stukken] == [
        DocumentSoort.NOTULEN_PARTIJ,
        DocumentSoort.BESLUITENLIJST_PARTIJ,
        DocumentSoort.ACTIELIJST,
    ]
    alles = " ".join(lees(stuk.inhoud) for stuk in (om.brief, *om.stukken))
    assert "Beeldwoord1" in alles
    assert "Besluitwoord1" in lees(om.stukken[1].inhoud)
    assert "Actiewoord" in lees(om.stukken[2].inhoud)
    for anders in ("Beeldwoord0", "Besluitwoord0", rond.bureau.nummer(rond.casussen[0]), "Testpersoon Een"):
        assert anders not in alles
    politie = rond.dienst.stukken(rond.vraag("Politie"))
    assert [stuk.soort for stuk in politie.stukken] == [stuk.soort for stuk in om.stukken], "also with nothing to do"
    assert "Actiewoord" not in lees(politie.stukken[2].inhoud)
    assert "Besluitwoord0" in lees(politie.stukken[1].inhoud)
    assert rond.bureau.nummer(rond.casussen[0]) not in lees(politie.brief.inhoud), "a letter lies on desks"


def test_het_concept_gaat_naar_een_postbus_en_houdt_alles(rond: Rond) -> None:
    stukken = rond.dienst.stukken(rond.vraag("OM"))
    bericht = email.message_from_bytes(stukken.concept.inhoud, policy=email.policy.default)
    assert isinstance(bericht, EmailMessage)
    assert bericht["X-Unsent"] == "1"
    assert [adres.addr_spec for adres in bericht["To"].addresses] == [stukken.ontvanger.email]
    bijlagen = {deel.get_filename(): deel.get_payload(decode=True) for deel in bericht.iter_attachments()}
    assert bijlagen == {stuk.bestandsnaam: stuk.inhoud for stuk in (stukken.brief, *stukken.stukken)}
    assert len(bijlagen) == 4


def test_zonder_termijn_zegt_de_brief_dat_en_met_termijn_de_dag(rond: Rond) -> None:
    assert "geen termijn" in lees(rond.dienst.stukken(rond.vraag("OM")).brief.inhoud)
    rond.termijn(14)
    brief = lees(rond.dienst.stukken(rond.vraag("OM")).brief.inhoud)
    assert "uiterlijk dinsdag 15 september 2026" in brief
    assert "geen termijn" not in brief


def test_verstuurd_noteren_voor_meer_partijen_en_op_de_dag_terug(rond: Rond) -> None:
    voor = rond.dienst.lijst(Soort.VERSLAG, rond.tafel)
    assert [(een.versie, een.te_versturen, een.eerder) for een in voor] == [(1, True, ()), (1, True, ())]
    ids = rond.verstuur("Politie", "OM")
    laatste = rond.regel("OM").laatste
    assert laatste is not None
    assert (laatste.versie, laatste.dag, laatste.aan.email) == (1, rond.bureau.klok.vandaag, rond.mail("OM"))
    assert not rond.regel("OM").te_versturen
    assert sorted(rond.kopieen("OM")) == sorted(
        (soort, 1)
        for soort in (
            DocumentSoort.RONDZENDBRIEF,
            DocumentSoort.NOTULEN_PARTIJ,
            DocumentSoort.BESLUITENLIJST_PARTIJ,
            DocumentSoort.ACTIELIJST,
        )
    )
    with pytest.raises(GebruikersFout, match="versie 1 al"):
        rond.verstuur("OM")
    rond.dienst.neem_terug(ids)
    assert rond.dienst.lijst(Soort.VERSLAG, rond.tafel) == voor
    assert rond.kopieen("OM") == []
    gelogd = [rij["handeling"] for rij in rond.bureau.logboek() if rij["object_soort"] == "verzending"]
    assert gelogd.count("rondsturen teruggenomen") == 1


def test_een_geweigerde_rij_noteert_er_geen_enkele(rond: Rond) -> None:
    rond.verstuur("OM")
    with pytest.raises(GebruikersFout):
        rond.verstuur("Politie", "OM")
    assert rond.regel("Politie").te_versturen


def test_terugnemen_kan_niet_meer_op_een_andere_dag_na_een_reactie_of_van_een_ander(rond: Rond) -> None:
    (eerste,) = rond.verstuur("OM")
    rond.dienst.leg_reactie_vast(eerste, Reactie.AKKOORD)
    with pytest.raises(GebruikersFout, match="reactie"):
        rond.dienst.neem_terug([eerste])
    rond.dienst.leg_reactie_vast(eerste, Reactie.GEEN)
    rond.bureau.als(MEDEWERKER)
    with pytest.raises(GebruikersFout, match="collega"):
        rond.dienst.neem_terug([eerste])
    rond.bureau.als("regie")
    rond.bureau.klok.verder(dagen=1)
    with pytest.raises(GebruikersFout, match="dag zelf"):
        rond.dienst.neem_terug([eerste])
    assert rond.kopieen("OM")


def test_een_correctie_gaat_als_nieuwe_versie_naar_dezelfde_mens(rond: Rond) -> None:
    rond.verstuur("Politie", "OM")
    was = rond.mail("OM")
    contact = rond.bureau.partijen.toon(rond.bureau.partij("OM")).contactpersonen[0]
    rond.bureau.partijen.wijzig_contact(
        contact.id, ContactpersoonInvoer("Iemand Anders", email="anders@voorbeeld.invalid", mandaat=True)
    )
    rond.bureau.klok.verder(dagen=2)
    rond.corrigeer(0)
    assert (rond.regel("OM").versie, rond.regel("OM").te_versturen) == (1, False), "not its point"
    politie = rond.regel("Politie")
    assert (politie.versie, politie.te_versturen, politie.is_correctie) == (2, True, True)
    rond.corrigeer(1)
    om = rond.dienst.stukken(rond.vraag("OM"))
    assert (om.versie, om.ontvanger.email) == (2, was)
    assert "Verwijder de eerdere versie" in lees(om.brief.inhoud)
    assert "Goeddorp" in lees(om.stukken[0].inhoud)
    assert rond.regel("Politie").versie == 3
    rond.verstuur("OM", "Politie")
    assert [een.versie for een in rond.regel("OM").eerder] == [2, 1]
    assert [een.versie for een in rond.regel("Politie").eerder] == [3, 1]


def test_met_opzet_kan_het_naar_een_ander(rond: Rond) -> None:
    rond.verstuur("OM")
    rond.corrigeer(1)
    partij = rond.bureau.partij("OM")
    rond.bureau.partijen.voeg_contact_toe(
        partij, ContactpersoonInvoer("Testpersoon Vervanger", email="vervanger@voorbeeld.invalid")
    )
    contact = rond.bureau.partijen.toon(partij).contactpersonen[-1]
    rond.dienst.noteer_verstuurd([RondstuurVraag(Soort.VERSLAG, rond.tafel, partij, contact.id)])
    laatste = rond.regel("OM").laatste
    assert laatste is not None
    assert laatste.aan.email == "vervanger@voorbeeld.invalid"
    with pytest.raises(InvoerOngeldig, match="andere partij"):
        rond.dienst.stukken(RondstuurVraag(Soort.VERSLAG, rond.tafel, rond.bureau.partij("Politie"), contact.id))


def test_een_reactie_wordt_vastgelegd_en_teruggenomen(rond: Rond) -> None:
    (sleutel,) = rond.verstuur("OM")
    with pytest.raises(InvoerOngeldig, match="opmerkte"):
        rond.dienst.leg_reactie_vast(sleutel, Reactie.OPMERKING, "  ")
    with pytest.raises(InvoerOngeldig, match="na het versturen"):
        rond.dienst.leg_reactie_vast(sleutel, Reactie.AKKOORD, op=rond.bureau.klok.vandaag - timedelta(days=1))
    rond.dienst.leg_reactie_vast(sleutel, Reactie.OPMERKING, "Punt 1 klopt niet.")
    laatste = rond.regel("OM").laatste
    assert laatste is not None
    assert (laatste.reactie, laatste.reactie_tekst) == (Reactie.OPMERKING, "Punt 1 klopt niet.")
    assert laatste.reactie_op == rond.bureau.klok.vandaag
    rond.dienst.leg_reactie_vast(sleutel, Reactie.GEEN)
    laatste = rond.regel("OM").laatste
    assert laatste is not None
    assert (laatste.reactie, laatste.reactie_tekst, laatste.reactie_op) == (Reactie.GEEN, "", None)


def test_een_concept_gaat_niet_rond(bureau: Bureau) -> None:
    rond = Rond(bureau, vast=False)
    with pytest.raises(GebruikersFout, match="vastgesteld verslag"):
        rond.dienst.stukken(rond.vraag("OM"))


def test_wie_zijn_plaats_verloor_krijgt_niets_meer_maar_blijft_te_zien(rond: Rond) -> None:
    rond.verstuur("OM")
    rond.bureau.trek_in(rond.casussen[1], "OM", rond.bureau.klok.vandaag)
    rond.corrigeer(1)
    om = rond.regel("OM")
    assert (om.versie, om.te_versturen, len(om.eerder)) == (0, False, 1)
    with pytest.raises(GebruikersFout, match="niets om te sturen"):
        rond.dienst.stukken(rond.vraag("OM"))


_RIJ = (
    "INSERT INTO verzending (soort, overleg_id, partij_id, versie, verklaring_nummer, dag, verstuurd_op, "
    "verstuurd_door, aan_naam, aan_email, reactie) VALUES ('verslag', :tafel, :partij, 1, :nummer, :dag, "
    ":op, 'regie', 'x', 'x@voorbeeld.invalid', 'geen')"
)


def plant(rond: Rond, partij: PartijId) -> None:
    nummer = rond.bureau.waarde("SELECT max(nummer) FROM verklaring")
    dag = rond.bureau.klok.vandaag.isoformat()
    rond.bureau.sql(_RIJ, tafel=rond.tafel, partij=partij, nummer=nummer, dag=dag, op=f"{dag} 09:00:00.000000")


def test_de_database_weigert_een_verzending_aan_wie_geen_oordeel_heeft(rond: Rond) -> None:
    plant(rond, rond.bureau.partij("Politie"))
    ander = next(p.kort for p in rond.bureau.profiel.partijen if p.kort not in ("Politie", "OM"))
    with pytest.raises(IntegrityError, match="niet voor deze partij"):
        plant(rond, rond.bureau.partij(ander))
    rond.bureau.trek_in(rond.casussen[1], "OM", rond.bureau.klok.vandaag)
    with pytest.raises(IntegrityError, match="niet voor deze partij"):
        plant(rond, rond.bureau.partij("OM"))


def test_de_database_weigert_een_verzending_van_een_concept(bureau: Bureau) -> None:
    rond = Rond(bureau, vast=False)
    with pytest.raises(IntegrityError, match="niet voor deze partij"):
        plant(rond, bureau.partij("Politie"))


@pytest.mark.parametrize(
    "zin", ["versie = 9", "aan_email = 'y@voorbeeld.invalid'", "partij_id = 1", "dag = '2026-01-01'"]
)
def test_wat_verstuurd_is_wordt_niet_gewijzigd(rond: Rond, zin: str) -> None:
    rond.verstuur("OM")
    with pytest.raises(IntegrityError, match="wordt niet gewijzigd"):
        rond.bureau.sql(f"UPDATE verzending SET {zin}")  # noqa: S608


def test_vandaag_zegt_wat_nog_rond_moet_en_wie_nog_moet_reageren(rond: Rond) -> None:
    rond.termijn(7)
    assert "Het verslag van 1 september 2026 moet nog naar 2 partijen" in rond.vandaag()
    _, om = rond.verstuur("Politie", "OM")
    assert [zin for zin in rond.vandaag() if "Verslag van" in zin] == [
        "Verslag van 1 september 2026: 2 partijen hebben nog niet gereageerd"
    ]
    rond.dienst.leg_reactie_vast(om, Reactie.AKKOORD)
    rond.bureau.klok.verder(dagen=8)
    assert [zin for zin in rond.vandaag() if "Verslag van" in zin] == [
        "Verslag van 1 september 2026: 1 partij heeft niet op tijd gereageerd"
    ]
    rond.corrigeer(1)
    assert "Het gecorrigeerde verslag van 1 september 2026 moet nog naar 2 partijen" in rond.vandaag()
    rond.verstuur("OM", "Politie")
    assert not any("moet nog naar" in zin for zin in rond.vandaag())
    assert "Verslag van 1 september 2026: 2 partijen hebben nog niet gereageerd" in rond.vandaag()


def test_zonder_termijn_wacht_niemand_op_een_reactie(rond: Rond) -> None:
    rond.verstuur("Politie", "OM")
    assert not any("gereageerd" in zin for zin in rond.vandaag())


def test_twee_verslagen_van_een_dag_zijn_op_vandaag_uit_elkaar_te_houden(bureau: Bureau) -> None:
    """Each line names what it was and when it began; of a day with one overleg the day is enough."""
    soort = bureau.profiel.overlegsoorten[0]
    dag, ander = date(2026, 9, 1), date(2026, 9, 2)
    stoelen = [
        (1, dag, 7, 3, soort.sleutel, time(9)),
        (2, dag, 7, 4, soort.sleutel, time(13)),
        (3, dag, 7, 6, "van-vroeger", time(15)),
        (4, ander, 7, 5, soort.sleutel, time(9)),
    ]
    signaal = wacht_op_rondsturen(bureau.werkplek)
    next(signaal)
    signaal.send([])
    regels = [signaal.send(stoelen), *signaal]
    assert [een.zin for een in regels if isinstance(een, Wacht)] == [
        f"Het verslag van 1 september 2026 ({soort.naam}, 09:00) moet nog naar 1 partij",
        f"Het verslag van 1 september 2026 ({soort.naam}, 13:00) moet nog naar 1 partij",
        "Het verslag van 1 september 2026 (15:00) moet nog naar 1 partij",
        "Het verslag van 2 september 2026 moet nog naar 1 partij",
    ]
