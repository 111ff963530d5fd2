"""A file or a mail that is put on a casus: what is proposed of it, and what is refused."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from factories import Bureau
from opruimhulp import schaal_af, tafel_met

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.services.informatie.aangereikt import (
    MEESTE_DELEN,
    MEESTE_TEKENS,
    Aangereikt,
    lees_aangereikt,
)
from zvh_desktop.services.informatie.bijlagen import MEESTE_BYTES
from zvh_desktop.services.informatie.items import InformatieInvoer

PDF = b"%PDF-1.4 verzonnen"


def bericht(tekst: str = "Een verzonnen bericht.\n") -> EmailMessage:
    gemaakt = EmailMessage()
    gemaakt["From"] = "Testpersoon Balie <balie@voorbeeld.invalid>"
    gemaakt["Subject"] = "Verzonnen rapport voor het overleg"
    gemaakt["Date"] = "Tue, 01 Dec 2026 09:05:00 +0100"
    gemaakt.set_content(tekst)
    return gemaakt


def lees(tmp_path: Path, inhoud: bytes, naam: str = "bericht.eml") -> Aangereikt:
    pad = tmp_path / naam
    pad.write_bytes(inhoud)
    return lees_aangereikt(pad)


def test_van_een_bericht_onderwerp_dag_tekst_en_bijlagen_als_keuze(tmp_path: Path) -> None:
    mail = bericht()
    mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="rapport.pdf")
    mail.add_attachment(b"MZ", maintype="application", subtype="octet-stream", filename="starten.exe")
    gelezen = lees(tmp_path, mail.as_bytes())
    assert (gelezen.titel, gelezen.ontvangen_op) == ("Verzonnen rapport voor het overleg", date(2026, 12, 1))
    assert gelezen.tekst == "Een verzonnen bericht."
    assert [een.naam for een in gelezen.bijlagen] == ["bericht.eml", "rapport.pdf"]
    assert gelezen.bijlagen[0].inhoud == mail.as_bytes(), "the message itself stays as it came"
    assert gelezen.bijlagen[1].inhoud == PDF
    assert gelezen.overgeslagen == ("starten.exe",), "what runs when it is opened is no attachment"


def test_een_bericht_als_pagina_wordt_tekst_zonder_wat_elders_staat(tmp_path: Path) -> None:
    mail = bericht()
    mail.set_content(
        "<html><head><style>p {color: red}</style></head><body><p>Goede&nbsp;dag,</p><p>Een <b>verzonnen</b> zin."
        "<img src='https://voorbeeld.invalid/volg.png'><script>alert(1)</script></p></body></html>",
        subtype="html",
    )
    assert lees(tmp_path, mail.as_bytes()).tekst == "Goede dag,\nEen verzonnen zin."


def test_een_lange_tekst_wordt_niet_verder_gelezen_en_dat_staat_er(tmp_path: Path) -> None:
    tekst = lees(tmp_path, bericht("woord " * 10_000).as_bytes()).tekst
    assert len(tekst) < MEESTE_TEKENS + 100
    assert tekst.endswith("[De rest staat in het bericht zelf.]")


def test_een_bericht_zonder_leesbare_dag_heeft_er_geen(tmp_path: Path) -> None:
    mail = bericht()
    del mail["Date"]
    assert lees(tmp_path, mail.as_bytes()).ontvangen_op is None
    assert lees(tmp_path, b"Subject: Verzonnen\nDate: ooit eens\n\nTekst").ontvangen_op is None


def test_een_ander_bestand_geeft_zijn_naam_en_inhoud(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, PDF, "verzonnen rapport.pdf")
    assert (gelezen.titel, gelezen.tekst, gelezen.is_bericht) == ("verzonnen rapport", "", False)
    assert [een.inhoud for een in gelezen.bijlagen] == [PDF]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\x00\x01\x02 geen bericht",
        b"zomaar wat tekst\n\nen nog een regel",
        b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\nContent-Type: text/plain\n\nx\n" * 300,
        b"Subject: x\nContent-Type: text/plain; charset=bestaat-niet\n\n\xff\xfe",
    ],
    ids=["bytes", "tekst", "te veel delen", "onbekende tekens"],
)
def test_wat_niet_te_lezen_is_wordt_geweigerd_in_gewoon_nederlands(tmp_path: Path, inhoud: bytes) -> None:
    assert inhoud.count(b"--a") in (0, 300)
    assert MEESTE_DELEN < 300
    with pytest.raises(InvoerOngeldig, match="Dit b"):
        lees(tmp_path, inhoud)


def test_te_groot_of_van_een_ander_soort_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(InvoerOngeldig, match="te groot"):
        lees(tmp_path, b"x" * (MEESTE_BYTES + 1))
    with pytest.raises(InvoerOngeldig, match="Dit soort bestand"):
        lees(tmp_path, b"MZ", "starten.exe")


def test_op_een_casus_die_niet_meer_loopt_kan_niets_erbij_en_wat_er_stond_wel_terug(bureau: Bureau) -> None:
    """The same sentence for the button, the key, the file that is dropped and the act itself."""
    casus = bureau.casus()
    informatie = bureau.diensten().informatie
    invoer = InformatieInvoer(bureau.partij("Politie"), Regime.WPG, "Verzonnen", "Een verzonnen bericht.")
    item = informatie.voeg_toe(casus, invoer)
    assert informatie.toon(casus).niet_erbij == ""
    tafel_met(bureau, casus, afschalen=casus)
    schaal_af(bureau, casus)
    assert "loopt niet meer" in informatie.toon(casus).niet_erbij
    with pytest.raises(GebruikersFout, match="loopt niet meer"):
        informatie.voeg_toe(casus, invoer)
    informatie.zet_terug(informatie.verwijder(item))
    assert [een.titel for een in informatie.toon(casus).items] == ["Verzonnen"]


def test_een_bericht_in_een_bericht_is_een_bijlage_van_zichzelf(tmp_path: Path) -> None:
    """Sent on as an attachment: with what came with it, and under its subject."""
    binnen = bericht("Het eerste bericht.")
    binnen.replace_header("Subject", "Eerder: verslag")
    binnen.add_attachment(PDF, maintype="application", subtype="pdf", filename="in.pdf")
    mail = bericht()
    mail.add_attachment(binnen)
    gelezen = lees(tmp_path, mail.as_bytes())
    assert [een.naam for een in gelezen.bijlagen] == ["bericht.eml", "Eerder-verslag.eml"]
    assert gelezen.overgeslagen == ()
    weer = lees(tmp_path, gelezen.bijlagen[1].inhoud, "weer.eml")
    assert (weer.tekst, [een.naam for een in weer.bijlagen]) == ("Het eerste bericht.", ["weer.eml", "in.pdf"])


RUWE_LETTERS = """From: Testpersoon Balie <balie@voorbeeld.invalid>
Subject: Doorgestuurd
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: text/plain

Zie het bericht.
--B
Content-Type: message/rfc822

From: Ren\xe9 <r@voorbeeld.invalid>, "Ren\xe9 (x), met een naam die niet op een regel past" <q@voorbeeld.invalid>
Subject: Verslag 3/4
Content-Type: text/plain; charset="latin-1"
Content-Transfer-Encoding: 8bit

Caf\xe9
--B--
""".encode("latin-1")


def test_ruwe_letters_in_een_meegestuurd_bericht_houden_niets_tegen(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, RUWE_LETTERS)
    assert gelezen.tekst == "Zie het bericht."
    assert [een.naam for een in gelezen.bijlagen] == ["bericht.eml", "Verslag 3-4.eml"]
    assert "Ren\xe9 <r@voorbeeld.invalid>".encode("latin-1") in gelezen.bijlagen[1].inhoud
    assert lees(tmp_path, gelezen.bijlagen[1].inhoud, "weer.eml").tekst == "Café"


def test_een_bijlage_die_niet_te_lezen_is_houdt_de_rest_niet_tegen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(_bericht: EmailMessage, **_anders: object) -> bytes:
        raise UnicodeEncodeError("ascii", "\udce9", 0, 1, "verzonnen")

    mail = bericht()
    mail.add_attachment(bericht("Binnen."))
    mail.add_attachment(PDF, maintype="application", subtype="pdf", filename="rapport 1/2.pdf")
    inhoud = mail.as_bytes()
    monkeypatch.setattr(EmailMessage, "as_bytes", weiger)
    gelezen = lees(tmp_path, inhoud)
    assert [een.naam for een in gelezen.bijlagen] == ["bericht.eml", "rapport 1-2.pdf"]
    assert gelezen.overgeslagen == ("Verzonnen rapport voor het overleg.eml",)


@pytest.mark.parametrize(
    ("datum", "dag"),
    [
        ("Mon, 02 Nov 2020 23:30:00 +0000", date(2020, 11, 3)),
        ("Mon, 02 Nov 2020 23:30:00 -0000", date(2020, 11, 3)),
        ("Wed, 01 Jul 2020 22:30:00 +0000", date(2020, 7, 2)),
        ("Tue, 03 Nov 2020 06:30:00 +0900", date(2020, 11, 2)),
        ("Fri, 31 Dec 9999 23:30:00 -0500", None),
    ],
)
def test_de_dag_is_die_van_hier(tmp_path: Path, datum: str, dag: date | None) -> None:
    mail = bericht()
    mail.replace_header("Date", datum)
    assert lees(tmp_path, mail.as_bytes()).ontvangen_op == dag


def test_een_onbekende_schrijfwijze_houdt_een_bericht_niet_tegen(tmp_path: Path) -> None:
    mail = bericht("Een zin.\n").as_bytes().replace(b'charset="utf-8"', b'charset="x-niemand"')
    assert lees(tmp_path, mail).tekst == "Een zin."


def test_een_map_en_een_ingepakt_bestand_worden_met_het_goede_advies_geweigerd(tmp_path: Path) -> None:
    with pytest.raises(InvoerOngeldig, match="een map"):
        lees_aangereikt(tmp_path)
    with pytest.raises(InvoerOngeldig) as fout:
        lees(tmp_path, b"PK\x03\x04", "stukken.zip")
    assert fout.value.advies == "Pak het uit en kies een bestand dat erin zit."
