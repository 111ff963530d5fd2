"""The register of datalekken: 72 hours, whom it concerns from what was sent, the report, the note and the letters."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import pytest
from factories import BEHEER, MEDEWERKER, Bureau
from proefwaarden import BEGIN
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from uitgangspunten import uitgangspunt

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.keuzes import CasusId, DatalekId
from zvh_desktop.services.datalek.gegevens import DatalekInvoer, Geraakt, MeldingInvoer
from zvh_desktop.services.datalek.termijn import uiterlijk
from zvh_desktop.services.werkplek.klok import AMSTERDAM

WAT = "Een bericht met een agenda ging naar een verkeerd adres."
BERICHT = "Een bericht van ons huis ging naar een verkeerd adres. De ontvanger heeft het verwijderd."


def lees(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def _leg_aan(bureau: Bureau) -> tuple[CasusId, CasusId]:
    bureau.contact("Politie", "OM", "GGD")
    een, twee = bureau.casus("Testpersoon Een"), bureau.casus("Verzonnen Twee")
    tafel = bureau.tafel()
    bureau.punt(tafel, een, "Politie", "OM")
    bureau.punt(tafel, twee, "Politie")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)
    for regel in post.lijst(tafel):
        post.markeer_verzonden(regel.id)
    bureau.klok.verder(dagen=1)
    return een, twee


class Lek:
    """Two casussen; Politie was invited for both, OM for the first alone, and nobody else."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.een, self.twee = uitgangspunt(bureau, _leg_aan)
        self.dienst = bureau.diensten().datalekken
        self.brieven = bureau.diensten().datalekken.brieven
        self.id: DatalekId = self.dienst.leg_vast(self.invoer())

    def invoer(self, wat: str = WAT, bericht: str = BERICHT) -> DatalekInvoer:
        return DatalekInvoer(wat, self.bureau.klok.nu, BEGIN, "Het adres is verbeterd.", bericht)

    def raak(self, *kort: str) -> None:
        voorstel = self.dienst.voorstel((self.twee,))
        personen = tuple(een.sleutel for een in voorstel.betrokkenen)
        partijen = tuple(self.bureau.partij(een) for een in kort)
        self.dienst.zet_geraakt(self.id, Geraakt((self.twee,), personen, partijen))  # type: ignore[arg-type]


@pytest.fixture
def lek(bureau: Bureau) -> Lek:
    return Lek(bureau)


def test_uren_tellen_door_als_de_klok_wordt_verzet() -> None:
    gevonden = datetime(2026, 10, 24, 10, 0)  # noqa: DTZ001 - as stored; the night in which the clock goes back
    assert uiterlijk(gevonden) - gevonden == timedelta(hours=72)


def test_wie_het_raakt_komt_uit_wat_is_verstuurd(lek: Lek) -> None:
    politie, om = lek.bureau.partij("Politie"), lek.bureau.partij("OM")
    assert set(lek.dienst.voorstel((lek.een,)).ontvangers) == {politie, om}
    voorstel = lek.dienst.voorstel((lek.twee,))
    assert voorstel.ontvangers == (politie,)
    assert voorstel.partijen[0].sleutel == politie
    assert "kreeg het laatst iets op" in voorstel.partijen[0].tekst
    assert len(voorstel.betrokkenen) == 1
    assert "Verzonnen Twee" in voorstel.betrokkenen[0].tekst
    assert lek.dienst.voorstel(()).ontvangers == ()


def test_melden_binnen_72_uur_of_met_reden(lek: Lek) -> None:
    gevonden = lek.bureau.klok.nu
    (regel,) = lek.dienst.lijst()
    assert "nog 72 uur" in regel.termijn
    lek.bureau.klok.verder(dagen=3, minuten=1)
    assert "72 uur voorbij" in lek.dienst.lijst()[0].termijn
    laat = gevonden + timedelta(hours=72, minutes=1)
    with pytest.raises(InvoerOngeldig, match="later dan 72 uur"):
        lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.GEMELD, laat))
    with pytest.raises(InvoerOngeldig, match="uiterlijk nu"):
        lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.GEMELD, laat + timedelta(hours=1), "te laat"))
    with pytest.raises(InvoerOngeldig, match="waarom melden niet nodig is"):
        lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.NIET))
    lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.GEMELD, laat, "Pas laat was bekend wat er was."))
    assert "later dan 72 uur" in lek.dienst.lijst()[0].stand
    lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.GEMELD, gevonden + timedelta(hours=72)))
    (regel,) = lek.dienst.lijst()
    assert regel.stand.startswith("gemeld op")
    assert "later" not in regel.stand


def test_vandaag_noemt_de_termijn_en_wie_nog_geen_bericht_heeft(lek: Lek) -> None:
    lek.raak("Politie")
    zinnen = [regel.zin for regel in lek.bureau.vandaag.toon().regels if regel.plaats == "datalekken"]
    assert any("nog 72 uur" in zin for zin in zinnen)
    assert any("1 partij kreeg nog geen bericht" in zin for zin in zinnen)
    lek.dienst.leg_melding_vast(lek.id, MeldingInvoer(ApBesluit.NIET, reden="Het bericht kwam niet aan."))
    lek.brieven.noteer_verstuurd(lek.id, lek.bureau.partij("Politie"))
    assert not [regel for regel in lek.bureau.vandaag.toon().regels if regel.plaats == "datalekken"]


def test_een_brief_noemt_alleen_wat_deze_partij_zelf_kreeg(lek: Lek) -> None:
    lek.raak("Politie", "GGD")
    nummer = lek.bureau.casussen.toon(lek.twee).nummer
    politie, ggd = lek.bureau.partij("Politie"), lek.bureau.partij("GGD")
    brief = lees(lek.brieven.brief(lek.id, politie).inhoud)
    assert nummer in brief
    assert BERICHT.split(".", maxsplit=1)[0] in brief
    assert "art. 10.3 onder h" in brief
    assert "Verzonnen" not in brief
    assert nummer not in lees(lek.brieven.brief(lek.id, ggd).inhoud)
    concept = lek.brieven.concept(lek.id, politie)
    assert concept.bestandsnaam.endswith(".eml")
    assert nummer.encode() not in concept.inhoud.split(b"application/pdf")[0]


def test_wat_is_verstuurd_blijft_zoals_het_was(lek: Lek) -> None:
    lek.raak("Politie")
    politie = lek.bureau.partij("Politie")
    lek.brieven.noteer_verstuurd(lek.id, politie)
    was = lek.brieven.brief(lek.id, politie).inhoud
    lek.dienst.wijzig(lek.id, lek.invoer(bericht="Een heel andere tekst."))
    assert lek.brieven.brief(lek.id, politie).inhoud == was
    (regel,) = lek.brieven.lijst(lek.id)
    assert regel.verstuurd_op is not None
    assert "@" in regel.aan
    assert "Brief over een datalek" in [een.wat for een in lek.bureau.diensten().ontvangen.lijst(politie).regels]
    with pytest.raises(GebruikersFout, match="al bericht"):
        lek.brieven.noteer_verstuurd(lek.id, politie)
    with pytest.raises(GebruikersFout, match="blijft bij dit datalek"):
        lek.dienst.zet_geraakt(lek.id, Geraakt((lek.twee,), (), ()))
    with pytest.raises(GebruikersFout, match="blijft in het register"):
        lek.dienst.verwijder(lek.id)
    with pytest.raises(DBAPIError, match="blijft"), lek.bureau.kluis.sessies.begin() as sessie:
        sessie.execute(text("DELETE FROM datalek"))
    lek.brieven.neem_terug(lek.id, politie)
    assert lek.brieven.lijst(lek.id)[0].verstuurd_op is None
    lek.brieven.noteer_verstuurd(lek.id, politie)
    lek.bureau.klok.verder(dagen=1)
    with pytest.raises(GebruikersFout, match="op de dag zelf"):
        lek.brieven.neem_terug(lek.id, politie)


def test_de_notitie_noemt_geen_betrokkene(lek: Lek) -> None:
    lek.raak("Politie")
    stuk = lek.dienst.notitie(lek.id)
    notitie = lees(stuk.inhoud)
    assert "Verzonnen" not in notitie
    assert "1 van 1" in notitie
    assert "nog niet" in notitie
    assert stuk.casusnummers[0] in notitie
    assert stuk.casusnummers[0] not in stuk.bestandsnaam


def test_verwijderen_is_terug_te_zetten(lek: Lek) -> None:
    lek.raak("Politie")
    eerst = lek.dienst.geraakt(lek.id)
    bewaard = lek.dienst.verwijder(lek.id)
    assert lek.dienst.lijst() == ()
    terug = lek.dienst.zet_terug(bewaard)
    assert lek.dienst.geraakt(terug) == eerst
    assert lek.dienst.lijst()[0].wat == WAT


def test_een_tekst_noemt_niemand(lek: Lek) -> None:
    with pytest.raises(InvoerOngeldig, match="naam van een betrokkene"):
        lek.dienst.leg_vast(lek.invoer(wat="De agenda van Verzonnen Twee raakte zoek."))
    nummer = lek.bureau.casussen.toon(lek.twee).nummer
    with pytest.raises(InvoerOngeldig, match="casusnummer"):
        lek.dienst.leg_vast(lek.invoer(bericht=f"Het ging om casus {nummer}."))
    with pytest.raises(InvoerOngeldig, match="naam van een partij"):
        lek.dienst.leg_vast(lek.invoer(bericht="De Politie kreeg het."))
    morgen = datetime.combine(date(2026, 9, 9), datetime.min.time(), AMSTERDAM)
    with pytest.raises(InvoerOngeldig, match="nog niet geweest"):
        lek.dienst.leg_vast(DatalekInvoer(WAT, morgen))


def test_wie_wat_mag(lek: Lek) -> None:
    lek.bureau.als(BEHEER)
    (regel,) = lek.bureau.diensten().datalekken.lijst()
    assert WAT not in regel.wat
    assert "nog 72 uur" in regel.termijn
    assert any(een.plaats == "datalekken" for een in lek.bureau.diensten().vandaag.toon().regels)
    with pytest.raises(NietBevoegd):
        lek.bureau.diensten().datalekken.voorstel((lek.een,))
    lek.bureau.als(MEDEWERKER)
    with pytest.raises(NietBevoegd):
        lek.bureau.diensten().datalekken.lijst()
