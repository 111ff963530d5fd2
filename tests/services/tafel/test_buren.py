"""What lies beside the ordinary week: two tafels on a day, a chair that changes twice, a correction of a correction."""

from __future__ import annotations

import contextlib
import io
from datetime import time
from email import message_from_bytes
from email.utils import getaddresses

import pytest
from factories import Bureau
from icalendar import Calendar
from pypdf import PdfReader

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    DocumentSoort,
    OverlegId,
    PuntUitkomst,
    TafelHandeling,
    VerzendingSoort,
)
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.rondsturen.gegevens import RondstuurVraag
from zvh_desktop.services.tafel.correcties import CorrectieInvoer, CorrectieService
from zvh_desktop.services.tafel.verslag_gegevens import UitkomstRegel, VerslagTekst

MIDDAG = {"begin": time(14, 0), "einde": time(15, 30)}


def lees(bureau: Bureau, soort: DocumentSoort, overleg: OverlegId, kort: str = "") -> str:
    partij = bureau.partij(kort) if kort else None
    pdf = bureau.diensten().documenten.maak(StukVraag(soort, overleg, partij, "")).inhoud
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


def vul_aan(bureau: Bureau, overleg: OverlegId) -> None:
    for punt in bureau.verslagen.toon(overleg).punten:
        for regel in punt.aanwezigen:
            if regel.aanwezigheid is Aanwezigheid.ONBEKEND:
                bureau.verslagen.zet_aanwezigheid(punt.id, regel.partij_id, Aanwezigheid.AANWEZIG)
        if punt.uitkomst.soort is PuntUitkomst.GEEN and punt.casus_id is not None:
            bureau.uitkomsten.zet(punt.id, PuntUitkomst.BESPROKEN)
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(overleg)


# -- two tafels on one day -------------------------------------------------------------------------------


def test_wat_s_ochtends_niet_werd_bereikt_kan_nog_s_middags(bureau: Bureau) -> None:
    ochtend = bureau.tafel(bureau.klok.vandaag)
    casussen = [bureau.casus(naam) for naam in ("Oefenman A", "Voorbeeldsma B")]
    een, twee = (bureau.punt(ochtend, casus, "Politie") for casus in casussen)
    bureau.akkoord(ochtend)
    middag = bureau.tafel(bureau.klok.vandaag, **MIDDAG)
    eerder = bureau.tafel(bureau.klok.vandaag, begin=time(8, 0), einde=time(9, 0))
    bureau.verslagen.start_punt(een)
    assert [keuze.id for keuze in bureau.uitkomsten.volgende_tafels(twee)] == [middag]
    wissel = bureau.uitkomsten.zet_op_tafel(twee, middag)
    assert wissel.na == UitkomstRegel(PuntUitkomst.AANGEHOUDEN, bureau.klok.vandaag)
    assert list(bureau.op_agenda(middag)) == [bureau.nummer(casussen[1])]
    with pytest.raises(GebruikersFout, match="niet meer worden gezet"):
        bureau.uitkomsten.zet_op_tafel(een, eerder)
    with pytest.raises(InvoerOngeldig, match="Kies een datum na"):
        bureau.uitkomsten.zet(een, PuntUitkomst.AANGEHOUDEN, bureau.klok.vandaag)
    weg = bureau.uitkomsten.zet(twee, PuntUitkomst.NIET_BEHANDELD)
    bureau.uitkomsten.herstel(weg)
    bureau.uitkomsten.herstel(wissel)
    assert bureau.agenda.toon(middag).punten == ()


def test_s_middags_wordt_het_verslag_van_de_ochtend_het_eerste_punt(bureau: Bureau) -> None:
    middag, ochtend = bureau.tafel(bureau.klok.vandaag, **MIDDAG), bureau.tafel(bureau.klok.vandaag)
    bureau.punt(ochtend, bureau.casus(), "Politie")
    bureau.akkoord(ochtend)
    assert bureau.diensten().eerste_punt.voorstel(middag) is None
    bureau.gehouden(ochtend)
    voorstel = bureau.diensten().eerste_punt.voorstel(middag)
    assert voorstel is not None
    assert voorstel.overleg_id == ochtend


def test_twee_uitnodigingen_voor_een_dag_zijn_twee_afspraken(bureau: Bureau) -> None:
    bureau.contact("Politie")
    tafels = [bureau.tafel(), bureau.tafel(**MIDDAG)]
    casus = bureau.casus()
    post = bureau.diensten().uitnodigingen
    uids, tijden = set(), []
    for tafel in tafels:
        bureau.punt(tafel, casus, "Politie")
        bureau.akkoord(tafel)
        post.bereid_voor(tafel)
        (regel,) = post.lijst(tafel)
        (afspraak,) = Calendar.from_ical(post.markeer_verzonden(regel.id).agenda_item.inhoud).walk("VEVENT")
        uids.add(str(afspraak["UID"]))
        tijden.append(afspraak["DTSTART"].dt.astimezone().time())
    assert len(uids) == 2
    afgelasten = bureau.diensten().afgelasten
    afgelasten.gelast_af(tafels[0], "De zaal is dicht.")
    (weg,) = post.lijst(tafels[0])
    (cancel,) = Calendar.from_ical(afgelasten.stukken(weg.id).agenda_item.inhoud).walk("VEVENT")
    assert str(cancel["UID"]) in uids
    (blijft,) = post.lijst(tafels[1])
    assert blijft.status.value == "verzonden"


# -- the chair changes twice, and back -------------------------------------------------------------------


def test_de_voorzitter_wisselt_tweemaal_en_het_verslag_vertelt_beide(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt)
    loop = bureau.tafelloop
    loop.draag_over(overleg, TafelHandeling.VOORZITTER, "Testpersoon Tweede")
    loop.draag_over(overleg, TafelHandeling.VOORZITTER, "Testpersoon Derde")
    assert loop.toon(overleg).voorzitter == "Testpersoon Derde"
    vul_aan(bureau, overleg)
    notulen = lees(bureau, DocumentSoort.NOTULEN_REGIE, overleg)
    assert notulen.index("Testpersoon Tweede") < notulen.index("Testpersoon Derde")


def test_een_wissel_die_niet_was_gaat_weg_en_wie_daarna_kwam_blijft(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt)
    eerste = bureau.tafelloop.draag_over(overleg, TafelHandeling.VOORZITTER, "Testpersoon Tweede")
    bureau.tafelloop.draag_over(overleg, TafelHandeling.VOORZITTER, "Testpersoon Derde")
    bureau.tafelloop.neem_overdracht_terug(overleg, eerste)
    assert bureau.tafelloop.toon(overleg).voorzitter == "Testpersoon Derde"
    vul_aan(bureau, overleg)
    assert "Testpersoon Tweede" not in lees(bureau, DocumentSoort.NOTULEN_REGIE, overleg)


# -- a correction of a correction ------------------------------------------------------------------------


def test_een_correctie_op_een_correctie(bureau: Bureau) -> None:
    bureau.contact("Politie")
    overleg = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Woont in Eendorp.", "", ""))
    vul_aan(bureau, overleg)
    rond = bureau.diensten().rondsturen
    vraag = RondstuurVraag(VerzendingSoort.VERSLAG, overleg, bureau.partij("Politie"))
    versies = []
    for plaats in ("Tweedorp", "Driedorp"):
        rond.noteer_verstuurd((vraag,))
        bureau.alsof_bevestigd()
        gedaan = CorrectieService(bureau.werkplek).corrigeer(
            punt, CorrectieInvoer(VerslagTekst(f"Woont in {plaats}.", "", ""), f"Het is {plaats}.")
        )
        versies.append(gedaan.versie)
    assert versies == [2, 3]
    notulen = lees(bureau, DocumentSoort.NOTULEN_PARTIJ, overleg, "Politie")
    assert "Woont in Driedorp." in notulen
    assert "Woont in Tweedorp." not in notulen
    assert "Het is Tweedorp." in notulen
    assert "Het is Driedorp." in notulen
    (regel,) = rond.lijst(VerzendingSoort.VERSLAG, overleg)
    assert [een.versie for een in regel.eerder] == [2, 1]
    assert rond.stukken(vraag).versie == 3


# -- withdrawn, changed, invited again -------------------------------------------------------------------


def test_ingetrokken_met_een_ander_adres_en_dan_opnieuw_uitgenodigd(bureau: Bureau) -> None:
    partij = bureau.partij("Politie")
    contact = bureau.partijen.voeg_contact_toe(partij, ContactpersoonInvoer("Eerste Oefenman", email="een@x.invalid"))
    casus, tafel = bureau.casus(), bureau.tafel()
    bureau.punt(tafel, casus, "Politie", "OM")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)

    def regel():
        return next(een for een in post.lijst(tafel) if een.partij_id == partij)

    def naar(stukken) -> list[str]:
        return [adres for _, adres in getaddresses(message_from_bytes(stukken.concept.inhoud).get_all("To", []))]

    post.markeer_verzonden(regel().id)
    bureau.trek_in(casus, "Politie")
    bureau.partijen.wijzig_contact(contact, ContactpersoonInvoer("Eerste Oefenman", email="twee@x.invalid"))
    assert naar(post.intrekking(regel().id)) == ["een@x.invalid"]
    post.markeer_ingetrokken(regel().id)
    bureau.klok.verder(dagen=1)
    bureau.agenda.terug_naar_concept(tafel)
    bureau.oordeel(casus, "Politie")
    bureau.agenda.zet_deelname(bureau.agenda.toon(tafel).punten[0].id, partij, aan=True)
    bureau.akkoord(tafel)
    post.bereid_voor(tafel)
    assert naar(post.stukken(regel().id)) == ["twee@x.invalid"]
    gestuurd = post.markeer_verzonden(regel().id)
    (afspraak,) = Calendar.from_ical(gestuurd.agenda_item.inhoud).walk("VEVENT")
    assert int(afspraak["SEQUENCE"]) >= 2
    bureau.diensten().afgelasten.gelast_af(tafel, "De zaal is dicht.")
    assert naar(bureau.diensten().afgelasten.stukken(regel().id)) == ["twee@x.invalid"]


@pytest.mark.parametrize("teken", ["\n", "\r\n", "\u2028", "\x0b", "\x85"])
def test_een_regeleinde_in_een_naam_of_plaats_maakt_geen_kop(bureau: Bureau, teken: str) -> None:
    partij = bureau.partij("Politie")
    bureau.partijen.voeg_contact_toe(
        partij, ContactpersoonInvoer(f"Eerste{teken}Bcc: x@y.invalid", email="een@x.invalid")
    )
    tafel = bureau.tafel(plaats=f"Zaal 1{teken}ATTENDEE:mailto:x@y.invalid")
    bureau.punt(tafel, bureau.casus(), "Politie")
    bureau.akkoord(tafel)
    post = bureau.diensten().uitnodigingen
    post.bereid_voor(tafel)
    (regel,) = post.lijst(tafel)
    stukken = post.markeer_verzonden(regel.id)
    bericht = message_from_bytes(stukken.concept.inhoud)
    assert bericht["Bcc"] is None
    assert [adres for _, adres in getaddresses(bericht.get_all("To", []))] == ["een@x.invalid"]
    (afspraak,) = Calendar.from_ical(stukken.agenda_item.inhoud).walk("VEVENT")
    assert not isinstance(afspraak.get("ATTENDEE"), list)
    assert "x@y.invalid" not in str(afspraak.get("ATTENDEE"))


def test_een_overleg_dat_uitloopt_kan_niet_eindigen_voor_het_begint(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag, begin=time(22, 0), einde=time(23, 30))
    punt = bureau.punt(overleg, bureau.casus(), "Politie")
    bureau.akkoord(overleg)
    bureau.klok.verder(minuten=60 * 12)
    bureau.verslagen.start_punt(punt)
    with pytest.raises(InvoerOngeldig) as fout:
        bureau.tafelloop.zet_tijden(overleg, time(22, 0), time(0, 15))
    assert "23:59" in str(fout.value)


def test_wie_er_bij_binnenkomst_niet_mag_zijn_blijft_buiten_ook_na_een_wissel(bureau: Bureau) -> None:
    overleg = bureau.tafel(bureau.klok.vandaag)
    casus = bureau.casus()
    punt = bureau.punt(overleg, casus, "Politie", "OM")
    bureau.akkoord(overleg)
    bureau.verslagen.start_punt(punt)
    was = bureau.tafelloop.laat_gaan(punt, bureau.partij("OM"))
    bureau.trek_in(casus, "OM")
    with pytest.raises(RegelGeweigerd):
        bureau.tafelloop.laat_binnen(punt, bureau.partij("OM"))
    with contextlib.suppress(GebruikersFout):
        bureau.tafelloop.zet_stoel_terug(was)
    assert "OM" not in {een.kort for een in bureau.verslagen.toon(overleg).punten[0].aanwezigen}
