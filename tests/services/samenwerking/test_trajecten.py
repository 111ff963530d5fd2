"""A partij joins, leaves, is excluded: every step of the house, what is signed, and what it does at the table."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from factories import MEDEWERKER, REGIE, Bureau
from pypdf import PdfReader
from sqlalchemy.exc import DBAPIError
from trajecthulp import NAAM, aanvraag, allen_akkoord, in_de_stuurgroep

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietBevoegd, RegelGeweigerd
from zvh_desktop.models.bestuurskeuzes import BesluitOver, Instemming, Opzegreden, TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import OordeelUitkomst, PartijSoort, Regel
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.partijen.partijen import partij_invoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer, OordeelService
from zvh_desktop.services.samenwerking.gegevens import Instemminginvoer, TrajectBesluit, TrajectInvoer
from zvh_desktop.services.werkplek.rechten import Recht

HUIZEN = ("landelijk", "twente", "haaglanden", "midden-limburg", "delft")
Huisopener = Callable[[str], Bureau]


def lees(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


class Dienst:
    """The services of one vault, as if the password was just given."""

    def __init__(self, bureau: Bureau) -> None:
        self.diensten = bureau.diensten()
        plek = self.diensten.werkplek
        plek._bevestigd_tot = plek.looptijd() + 300
        self.trajecten = self.diensten.samenwerking.trajecten
        self.opvolgingen = self.diensten.samenwerking.opvolgingen


@pytest.mark.parametrize("huis", HUIZEN)
def test_een_nieuwe_partij_treedt_toe(open_huis: Huisopener, huis: str) -> None:
    bureau = open_huis(huis)
    trajecten = Dienst(bureau).trajecten
    traject = trajecten.begin(aanvraag(bureau))
    regel = trajecten.lijst()[0]
    assert regel.aantal_partijen == len(bureau.profiel.partijen)
    assert bureau.profiel.artikel(Regel.TOETREDING_BERICHT) in {een.artikel for een in regel.nog}
    with pytest.raises(RegelGeweigerd):
        trajecten.besluit(traject, TrajectBesluit())
    allen_akkoord(bureau, traject, behalve=1)
    een = next(een for een in trajecten.brieven.lijst(traject) if een.verstuurd_op is None)
    trajecten.brieven.noteer_verstuurd(traject, een.partij_id)
    with pytest.raises(RegelGeweigerd, match="akkoord") as fout:
        trajecten.besluit(traject, TrajectBesluit())
    assert fout.value.artikel == bureau.profiel.artikel(Regel.TOETREDING)
    antwoord = Instemminginvoer(Instemming.AKKOORD, bureau.klok.vandaag)
    trajecten.leg_antwoord_vast(traject, een.partij_id, antwoord)
    with pytest.raises(InvoerOngeldig, match="vastgesteld verslag"):
        trajecten.besluit(traject, TrajectBesluit(op=bureau.klok.vandaag, door="de Stuurgroep"))
    in_de_stuurgroep(bureau)
    keuze = trajecten.besluitvraag(traject).keuzes[0]
    trajecten.besluit(traject, TrajectBesluit(keuze.id))
    assert trajecten.lijst()[0].stand is TrajectStand.BESLOTEN
    assert NAAM not in {een.naam for een in bureau.partijen.lijst()}
    tekst = lees(trajecten.brieven.formulier(traject).inhoud)
    formulier = bureau.profiel.samenwerking.toetreding.formulier
    assert formulier is not None
    for deel in (
        NAAM,
        formulier.naam,
        "J. Oefenman",
        "rechtsgeldig vertegenwoordigd",
        "gerechtigd tot het uitwisselen",
    ):
        assert deel in tekst
    assert ("statutair gevestigd" in tekst) is (huis != "delft")
    with pytest.raises(RegelGeweigerd):
        trajecten.laat_toe(traject, bureau.klok.vandaag, bureau.klok.over(-1))
    partij = trajecten.laat_toe(traject, bureau.klok.vandaag, bureau.klok.over(7))
    nieuw = bureau.partijen.toon(partij)
    assert (nieuw.soort, nieuw.aangesloten_op) == (PartijSoort.CONVENANTPARTIJ, bureau.klok.over(7))
    with pytest.raises(InvoerOngeldig, match="ondertekend bij haar toetreding") as geweigerd:  # a week too early
        bureau.partijen.wijzig(partij, replace(partij_invoer(nieuw), aangesloten_op=bureau.klok.vandaag))
    assert geweigerd.value.veld == "aangesloten_op"
    bureau.partijen.wijzig(partij, replace(partij_invoer(nieuw), opmerking="Verzonnen."))
    assert ControleService(bureau.werkplek).vind() == ()


def test_de_andere_lezing_in_twente_legt_vast_wie_elders_besloot(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    trajecten = Dienst(bureau).trajecten
    traject = trajecten.begin(aanvraag(bureau))
    allen_akkoord(bureau, traject)
    with bureau.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "instellingen gewijzigd", "huis") as werk:
        bewaar_instellingen(
            werk.sessie,
            bureau.werkplek,
            HuisInstellingen(lezing_toetreding="voorstel", afzender_email="zvh@voorbeeld.invalid"),
        )
    vraag = trajecten.besluitvraag(traject)
    assert vraag.elders and "art. 4.3" in vraag.wie
    with pytest.raises(InvoerOngeldig, match="wie"):
        trajecten.besluit(traject, TrajectBesluit(op=bureau.klok.vandaag))
    trajecten.besluit(traject, TrajectBesluit(op=bureau.klok.vandaag, door="Districtelijk Veiligheidsoverleg"))
    assert trajecten.lijst()[0].stand is TrajectStand.BESLOTEN


def test_bericht_akkoord_en_afwijzing(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    trajecten = Dienst(bureau).trajecten
    traject = trajecten.begin(aanvraag(bureau))
    bureau.contact("Politie")
    politie, vandaag = bureau.partij("Politie"), bureau.klok.vandaag
    brief = lees(trajecten.brieven.brief(traject, politie).inhoud)
    for deel in (NAAM, "art. 20.3", "Begeleiding van inwoners", "akkoord", "art. 20.4"):
        assert deel in brief
    concept = message_from_bytes(trajecten.brieven.concept(traject, politie).inhoud, policy=default)
    assert "Een organisatie wil toetreden" in concept["subject"]
    with pytest.raises(InvoerOngeldig, match="niet bekend"):
        trajecten.brieven.noteer_verstuurd(traject, bureau.partij("OM"))
    trajecten.brieven.noteer_verstuurd(traject, politie)
    with pytest.raises(GebruikersFout, match="al bericht"):
        trajecten.verwijder(traject)
    with pytest.raises(DBAPIError):
        bureau.sql("DELETE FROM traject")
    trajecten.brieven.neem_terug(traject, politie)
    with pytest.raises(InvoerOngeldig, match="bezwaar"):
        trajecten.leg_antwoord_vast(traject, politie, Instemminginvoer(Instemming.BEZWAAR, vandaag))
    bezwaar = Instemminginvoer(Instemming.BEZWAAR, vandaag, "Deze taak doen wij al.")
    assert trajecten.leg_antwoord_vast(traject, politie, bezwaar).instemming is Instemming.OPEN
    weg = trajecten.verwijder(traject)
    traject = trajecten.zet_terug(weg)
    terug = next(een for een in trajecten.brieven.lijst(traject) if een.partij_id == politie)
    assert (terug.instemming, terug.opmerking) == (Instemming.BEZWAAR, "Deze taak doen wij al.")
    with pytest.raises(InvoerOngeldig, match="waarom"):
        trajecten.wijs_af(traject, vandaag, "")
    trajecten.wijs_af(traject, vandaag, "Niet alle partijen zijn akkoord.")
    assert trajecten.lijst()[0].stand is TrajectStand.AFGEWEZEN
    for anders in (
        lambda: trajecten.besluit(traject, TrajectBesluit()),
        lambda: trajecten.wijzig(traject, aanvraag(bureau)),
    ):
        with pytest.raises(GebruikersFout, match="al besloten"):
            anders()


def test_wat_niet_kan_en_wie_het_niet_mag(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    casus = bureau.casus("Testpersoon Een")
    trajecten = Dienst(bureau).trajecten
    goed = aanvraag(bureau)
    for anders, veld in (
        (replace(goed, naam=bureau.naam("Politie")), "naam"),
        (replace(goed, naam=""), "naam"),
        (replace(goed, bijdrage="Over Testpersoon Een."), "bijdrage"),
        (replace(goed, bijdrage=f"Over casus {bureau.nummer(casus)}."), "bijdrage"),
        (replace(goed, ontvangen_op=bureau.klok.over(1)), "ontvangen_op"),
        (replace(goed, partij_id=bureau.partij("Politie")), "partij_id"),
        (TrajectInvoer(TrajectSoort.OPZEGGING, bureau.klok.vandaag), "partij_id"),
    ):
        with pytest.raises(InvoerOngeldig) as fout:
            trajecten.begin(anders)
        assert fout.value.veld == veld
    traject = trajecten.begin(replace(goed, advies=""))
    assert "art. 6.7 onder e" in {een.artikel for een in trajecten.lijst()[0].nog}
    medewerker = bureau.als(MEDEWERKER).diensten().samenwerking.trajecten
    medewerker.wijzig(traject, goed)
    with pytest.raises(NietBevoegd):
        medewerker.wijs_af(traject, bureau.klok.vandaag, "Toch niet.")
    bureau.als(REGIE)


def test_opzeggen_met_de_termijn_van_het_huis_en_wat_er_nog_aan_hangt(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    politie, vandaag = bureau.partij("Politie"), bureau.klok.vandaag
    bureau.contact("Politie", "OM")
    casus = bureau.casus("Testpersoon Een")
    laat = bureau.tafel(bureau.klok.over(250))
    bureau.punt(laat, casus, "Politie", "OM")
    bureau.wijs_aan(casus, "Politie")
    bureau.akkoord(laat)
    post = Dienst(bureau).diensten.uitnodigingen
    post.bereid_voor(laat)
    for regel in post.lijst(laat):
        post.markeer_verzonden(regel.id)
    trajecten = Dienst(bureau).trajecten
    te_vroeg = TrajectInvoer(TrajectSoort.OPZEGGING, vandaag, politie, gevraagd_per=bureau.klok.over(30))
    with pytest.raises(RegelGeweigerd, match="op zijn vroegst") as fout:
        trajecten.begin(te_vroeg)
    assert (fout.value.regel, fout.value.artikel) == (Regel.UITTREDING, "art. 24.2")
    per = bureau.klok.over(200)
    traject = trajecten.begin(replace(te_vroeg, gevraagd_per=per))
    eigen = lees(trajecten.brieven.brief(traject, politie).inhoud)
    for deel in ("bevestigen wij uw opzegging", "art. 24.2", "geheimhouding", "art. 24.4", "vernietigt"):
        assert deel in eigen
    assert "vernietigt" not in lees(trajecten.brieven.brief(traject, bureau.partij("OM")).inhoud)
    trajecten.besluit(traject, TrajectBesluit(op=vandaag))
    assert bureau.partijen.toon(politie).uitgetreden_op == per
    assert bureau.aan_tafel(laat)[bureau.nummer(casus)] == {"OM"}
    zinnen = [een.zin for een in trajecten.hangt_nog(traject)]
    assert any("de regie over de casus" in zin for zin in zinnen) and any("ingetrokken" in zin for zin in zinnen)
    # No new oordeel from that day, and no seat.
    oordelen = OordeelService(bureau.werkplek)
    bureau.alsof_bevestigd()
    invoer = OordeelInvoer(politie, OordeelUitkomst.RECHTMATIG, "Politietaak", geldig_vanaf=per)
    with pytest.raises(RegelGeweigerd) as fout:
        oordelen.geef(casus, (invoer,))
    assert fout.value.regel is Regel.UITTREDING
    oordelen.geef(casus, (replace(invoer, geldig_vanaf=None),))
    assert bureau.aan_tafel(laat)[bureau.nummer(casus)] == {"OM"}
    assert bureau.waarde("SELECT count(*) FROM uitgegeven WHERE partij_id = :p", p=politie) > 0
    assert ControleService(bureau.werkplek).vind() == ()
    # Nor when somebody takes the day out of the register with the key of the database.
    for dag in ("NULL", "'2040-01-01'"):
        bureau.sql(f"UPDATE partij SET uitgetreden_op = {dag} WHERE id = :p", p=politie)  # noqa: S608
        assert bureau.aan_tafel(laat)[bureau.nummer(casus)] == {"OM"}
        with pytest.raises(RegelGeweigerd):
            oordelen.geef(casus, (invoer,))
        assert any("anders dan ondertekend" in zin for zin in ControleService(bureau.werkplek).vind())


def test_uitsluiten_in_twente_bij_meerderheid_van_de_anderen(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    vandaag, weg = bureau.klok.vandaag, bureau.partij("GGD")
    trajecten = Dienst(bureau).trajecten
    invoer = TrajectInvoer(TrajectSoort.UITSLUITING, vandaag, weg, toelichting="De afspraken worden niet nagekomen.")
    traject = trajecten.begin(invoer)
    besluit = TrajectBesluit(op=vandaag, door="de partijen")
    for anders, woord in ((invoer, "in gebreke"), (replace(invoer, in_gebreke_op=vandaag), "gehoord")):
        trajecten.wijzig(traject, anders)
        with pytest.raises(RegelGeweigerd, match=woord) as fout:
            trajecten.besluit(traject, besluit)
        assert fout.value.artikel == "art. 22.4"
    trajecten.wijzig(traject, replace(invoer, in_gebreke_op=vandaag, gehoord_op=vandaag))
    with pytest.raises(InvoerOngeldig, match="zelf"):
        trajecten.leg_antwoord_vast(traject, weg, Instemminginvoer(Instemming.AKKOORD, vandaag))
    anderen = [een.partij_id for een in trajecten.brieven.lijst(traject) if een.partij_id != weg]
    for een in anderen[: len(anderen) // 2]:
        trajecten.leg_antwoord_vast(traject, een, Instemminginvoer(Instemming.AKKOORD, vandaag))
    with pytest.raises(RegelGeweigerd, match="meerderheid"):
        trajecten.besluit(traject, besluit)
    trajecten.leg_antwoord_vast(traject, anderen[-1], Instemminginvoer(Instemming.AKKOORD, vandaag))
    trajecten.besluit(traject, besluit)
    assert bureau.partijen.toon(weg).uitgetreden_op == vandaag


def test_in_delft_sluit_de_stuurgroep_uit(open_huis: Huisopener) -> None:
    bureau = open_huis("delft")
    vandaag, weg = bureau.klok.vandaag, bureau.partij("GGZ") if "GGZ" in bureau._partijen else bureau.partij("Politie")
    trajecten = Dienst(bureau).trajecten
    traject = trajecten.begin(TrajectInvoer(TrajectSoort.UITSLUITING, vandaag, weg, in_gebreke_op=vandaag))
    with pytest.raises(InvoerOngeldig, match="Stuurgroep"):
        trajecten.besluit(traject, TrajectBesluit(op=vandaag, door="iemand"))
    in_de_stuurgroep(bureau, BesluitOver.OVERIG)
    trajecten.besluit(traject, TrajectBesluit(trajecten.besluitvraag(traject).keuzes[0].id))
    assert bureau.partijen.toon(weg).uitgetreden_op == vandaag


def test_na_een_wijziging_en_een_partij_die_ophoudt(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    trajecten, vandaag = Dienst(bureau).trajecten, bureau.klok.vandaag
    invoer = TrajectInvoer(TrajectSoort.OPZEGGING, vandaag, bureau.partij("GGD"), gevraagd_per=bureau.klok.over(10))
    with pytest.raises(RegelGeweigerd):
        trajecten.begin(invoer)
    wijziging = replace(invoer, reden=Opzegreden.NA_WIJZIGING)
    bureau.contact("Politie")
    brief = trajecten.brieven.brief(trajecten.begin(wijziging), bureau.partij("Politie"))
    assert "art. 21.3" in lees(brief.inhoud)
    eerder = replace(
        invoer, partij_id=bureau.partij("OM"), reden=Opzegreden.OPGEHOUDEN, gevraagd_per=bureau.klok.over(-3)
    )
    trajecten.begin(eerder)
