"""The calendar item and the draft message: one recipient, no names in the subject, nothing can be smuggled in."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from document_voorbeelden import EML, ICS, TAFEL
from icalendar import Calendar

from zvh_desktop.documents.agenda_ics import UitnodigingIcsGegevens, bouw_uitnodiging_ics
from zvh_desktop.documents.concept_eml import BijlageSoort, ConceptEmlGegevens, EmlBijlage, bouw_concept_eml
from zvh_desktop.documents.opmaak.adres import Postvak
from zvh_desktop.errors import InvoerOngeldig, ProgrammaFout


def lees_ics(gegevens: UitnodigingIcsGegevens) -> tuple[Any, Any]:
    agenda = Calendar.from_ical(bouw_uitnodiging_ics(gegevens))
    (afspraak,) = agenda.walk("VEVENT")
    return agenda, afspraak


def lees_eml(gegevens: ConceptEmlGegevens) -> EmailMessage:
    return message_from_bytes(bouw_concept_eml(gegevens), policy=default)


def test_afspraak_heeft_precies_een_genodigde() -> None:
    agenda, afspraak = lees_ics(ICS)
    assert agenda["METHOD"] == "REQUEST" and agenda["VERSION"] == "2.0" and "Casustafel" in agenda["PRODID"]
    genodigde = afspraak["ATTENDEE"]
    assert not isinstance(genodigde, list)
    assert str(genodigde) == "mailto:m.voorbeeld@ggd-voorbeeld.example"
    assert genodigde.params["RSVP"] == "TRUE" and genodigde.params["CN"] == "M. Voorbeeld"
    assert bouw_uitnodiging_ics(ICS).count(b"ATTENDEE") == 1
    assert str(afspraak["ORGANIZER"]) == "mailto:tafel@zvh-voorbeeld.example"


def test_afspraak_is_vertrouwelijk_en_noemt_geen_casus() -> None:
    _, afspraak = lees_ics(ICS)
    assert afspraak["CLASS"] == "CONFIDENTIAL"
    assert afspraak["SUMMARY"] == f"{TAFEL} - ZVH Voorbeeldstreek (VERTROUWELIJK)"
    assert afspraak["STATUS"] == "CONFIRMED" and afspraak["UID"] == ICS.uid and int(afspraak["SEQUENCE"]) == 0


def test_tijden_staan_in_utc_ook_uit_een_andere_zone() -> None:
    amsterdam = datetime(2026, 7, 1, 9, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
    ruw = bouw_uitnodiging_ics(replace(ICS, begin=amsterdam, einde=None))
    assert b"DTSTART:20260701T070500Z" in ruw
    assert b"DTEND" not in ruw and b"VTIMEZONE" not in ruw
    _, afspraak = lees_ics(ICS)
    assert afspraak.decoded("DTSTART") == datetime(2026, 12, 15, 8, 5, tzinfo=UTC)
    assert afspraak.decoded("DTEND") == datetime(2026, 12, 15, 9, 15, tzinfo=UTC)


def test_intrekking_annuleert_dezelfde_afspraak() -> None:
    agenda, afspraak = lees_ics(replace(ICS, intrekking=True, volgnummer=3))
    assert agenda["METHOD"] == "CANCEL" and afspraak["STATUS"] == "CANCELLED"
    assert afspraak["UID"] == ICS.uid and int(afspraak["SEQUENCE"]) == 3


def test_oefenafspraak_is_gemerkt() -> None:
    assert str(lees_ics(replace(ICS, oefen=True))[1]["SUMMARY"]).startswith("OEFENING")


def test_vreemde_namen_en_leestekens_blijven_heel() -> None:
    _, afspraak = lees_ics(
        replace(ICS, genodigde_naam='Zoë; "Test", מ', plaats="Zaal 3; Hal, A\\B", omschrijving="a\nb")
    )
    assert afspraak["ATTENDEE"].params["CN"] == "Zoë; 'Test', מ"
    assert afspraak["LOCATION"] == "Zaal 3; Hal, A\\B"
    assert afspraak["DESCRIPTION"] == "a\nb"


@pytest.mark.parametrize("veld", ["genodigde_naam", "organisator_naam", "plaats", "overleg_naam", "uid"])
def test_regeleinde_in_een_afspraak_wordt_geweigerd(veld: str) -> None:
    with pytest.raises(InvoerOngeldig):
        bouw_uitnodiging_ics(replace(ICS, **{veld: "x\r\nATTENDEE:mailto:b@b.example"}))


@pytest.mark.parametrize(
    "adres", ["", "geen adres", "a@b.example,c@d.example", "a@b.example\nBcc: c@d.example", "a b@c.example", "a" * 300]
)
def test_onjuist_adres_wordt_geweigerd(adres: str) -> None:
    with pytest.raises(InvoerOngeldig) as afspraak:
        bouw_uitnodiging_ics(replace(ICS, genodigde_email=adres))
    with pytest.raises(InvoerOngeldig) as bericht:
        bouw_concept_eml(replace(EML, ontvanger_email=adres))
    assert (afspraak.value.veld, bericht.value.veld) == ("genodigde_email", "ontvanger_email")


def test_een_concept_heeft_een_afzender_en_een_eigen_kenmerk() -> None:
    van = Postvak("Secretariaat ZVH Voorbeeldstreek", "balie@zvh-voorbeeld.example")
    bericht = lees_eml(replace(EML, van=van))
    assert [adres.addr_spec for adres in bericht["From"].addresses] == [van.email]
    kenmerken = [
        str(lees_eml(een)["Message-ID"]) for een in (EML, replace(EML, van=van), replace(EML, tekst="Anders."))
    ]
    assert len(set(kenmerken)) == 3
    assert kenmerken[0] == str(lees_eml(EML)["Message-ID"])
    assert all(re.fullmatch(r"<[0-9a-f]{32}@[a-z.-]+>", een) for een in kenmerken)
    assert kenmerken[1].endswith("@zvh-voorbeeld.example>")


def test_tijd_zonder_zone_is_onze_fout() -> None:
    zonder = datetime(2026, 12, 15, 9, 5)  # noqa: DTZ001
    with pytest.raises(ProgrammaFout):
        bouw_uitnodiging_ics(replace(ICS, begin=zonder))
    with pytest.raises(ProgrammaFout):
        bouw_concept_eml(replace(EML, datum=zonder))


def test_bericht_is_een_concept_aan_een_ontvanger() -> None:
    bericht = lees_eml(EML)
    assert bericht["X-Unsent"] == "1"
    assert [adres.addr_spec for adres in bericht["To"].addresses] == ["m.voorbeeld@ggd-voorbeeld.example"]
    assert bericht["Cc"] is None and bericht["Bcc"] is None and bericht["From"] is None
    assert bericht["Subject"] == EML.onderwerp
    tekst = bericht.get_body(("plain",))
    assert tekst is not None and tekst.get_content().splitlines() == EML.tekst.splitlines()


def test_bijlagen_hebben_hun_soort_en_inhoud() -> None:
    pdf, ics = lees_eml(EML).iter_attachments()
    assert pdf.get_content_type() == "application/pdf" and pdf.get_content() == b"%PDF-voorbeeld"
    assert ics.get_content_type() == "text/calendar" and ics.get_param("method") == "REQUEST"
    assert ics.get_payload(decode=True) == b"BEGIN:VCALENDAR\r\n"
    assert [deel.get_filename() for deel in (pdf, ics)] == [bijlage.bestandsnaam for bijlage in EML.bijlagen]


def test_intrekking_gaat_als_annulering_mee() -> None:
    (ics,) = lees_eml(
        replace(EML, bijlagen=(EmlBijlage("intrekking.ics", BijlageSoort.ICS_INTREKKING, b"x"),))
    ).iter_attachments()
    assert ics.get_param("method") == "CANCEL"


def test_namen_met_vreemde_tekens_worden_gecodeerd() -> None:
    ruw = bouw_concept_eml(replace(EML, ontvanger_naam='Zoë "de" Tést, מ', onderwerp="Überleg 😀" * 20))
    ruw.decode("ascii")
    bericht = message_from_bytes(ruw, policy=default)
    assert bericht["To"].addresses[0].display_name == 'Zoë "de" Tést, מ'
    assert bericht["Subject"] == ("Überleg 😀" * 20).strip()


@pytest.mark.parametrize("veld", ["ontvanger_naam", "onderwerp", "afzender_naam"])
def test_regeleinde_in_een_kop_wordt_geweigerd(veld: str) -> None:
    boos = "x\r\nBcc: b@b.example"
    van = Postvak(boos if veld == "afzender_naam" else "Secretariaat", "tafel@zvh-voorbeeld.example")
    gegevens = replace(EML, van=van, **({} if veld == "afzender_naam" else {veld: boos}))
    with pytest.raises(InvoerOngeldig) as fout:
        bouw_concept_eml(gegevens)
    assert fout.value.veld == veld and "b@b" not in str(fout.value)


def test_tekst_kan_geen_deel_afsluiten_en_bytes_zijn_gelijk() -> None:
    gegevens = replace(EML, tekst="--=_casustafel_concept--\r\nX\x00\n.\nlang " + "x" * 5000)
    assert bouw_concept_eml(gegevens) == bouw_concept_eml(gegevens)
    bericht = lees_eml(gegevens)
    assert len(list(bericht.iter_attachments())) == 2
    tekst = bericht.get_body(("plain",))
    assert tekst is not None
    assert tekst.get_content().splitlines() == ["--=_casustafel_concept--", "X", ".", "lang " + "x" * 5000]


def test_bericht_zonder_bijlagen_kan_ook() -> None:
    assert not lees_eml(replace(EML, bijlagen=())).is_multipart()


LANG = "Casusregie Zorg en Veiligheid Regio Oost-Voorbeeld, t.a.v. de dienstdoende gedragswetenschapper"
ONTVANGERS = (
    LANG,
    LANG.replace(",", ", a@b.example,"),
    "x, " * 60 + "einde",
    "=?utf-8?Q?iemand=40anders=2Eexample=2C?= Proef",
    '"aap" <noot@mies.example>, Proef',
    "Ünïcode, " * 20 + "naam",
    "a" * 300,
    "M. Voorbeeld",
    "O'Voorbeeld-Testpersoon",
    "(commentaar), groep: een@b.example;",
    "\\" * 90,
)


@pytest.mark.parametrize("naam", ONTVANGERS)
def test_elk_concept_gaat_naar_precies_een_postbus(naam: str) -> None:
    ruw = bouw_concept_eml(replace(EML, ontvanger_naam=naam, van=Postvak(naam, "z@huis.example")))
    kop = ruw.split(b"\r\n\r\n", 1)[0]
    assert all(len(regel) <= 998 for regel in kop.split(b"\r\n"))
    bericht = message_from_bytes(ruw, policy=default)
    for veld, adres in (("To", EML.ontvanger_email), ("From", "z@huis.example")):
        (postbus,) = bericht[veld].addresses
        assert postbus.addr_spec == adres
    # and as an older reader takes it, which knows no policies
    oud = message_from_bytes(ruw)
    ((genoemd, adres),) = getaddresses(oud.get_all("To", []))
    assert adres == EML.ontvanger_email
    assert str(make_header(decode_header(genoemd))) == naam.strip()
    regels = re.sub(rb"\r\n[ \t]", b" ", kop).split(b"\r\n")
    (naar,) = [regel for regel in regels if regel.lower().startswith(b"to:")]
    assert naar.count(b"@") == 1


@pytest.mark.parametrize(
    "onderwerp",
    [
        f"Uitnodiging {'z' * 70} coördinatie één – casusoverleg € {'é' * 60} 12:30",
        "Uitnodiging =?utf-8?q?x?= coördinatie",
        'Kort, (en) "gewoon"; met <haken> & één 😀 ' * 6,
        "Gewoon onderwerp zonder iets",
    ],
)
def test_een_lang_onderwerp_komt_letterlijk_over_en_geen_regel_is_te_lang(onderwerp: str) -> None:
    heel = bouw_concept_eml(replace(EML, onderwerp=onderwerp.strip()))
    assert message_from_bytes(heel, policy=default)["Subject"] == onderwerp.strip()
    oud = make_header(decode_header(message_from_bytes(heel)["Subject"]))
    assert "".join(str(oud).splitlines()) == onderwerp.strip()
    assert max(map(len, heel.split(b"\r\n\r\n")[0].split(b"\r\n"))) <= 78


def test_een_vaste_spatie_blijft_een_spatie_en_een_samengesteld_teken_heel() -> None:
    """Pasted from Word: without it two words would be one."""
    tekst = "Om\xa010.30\u202fuur, 👩\u200d👧 en ko\xadmen."
    bericht = message_from_bytes(bouw_concept_eml(replace(EML, tekst=tekst)), policy=default)
    assert bericht.get_body(("plain",)).get_content().strip() == tekst
