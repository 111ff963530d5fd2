"""What a secretariat does besides: to Word and back, blocks of text, the month, a view of a list, a mail on a casus."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import blik
import bureauvragen as vragen
import loopvragen
import stukvragen
from lijsten import met_te_schrijven_plan, open_casus
from scenario_storing import neem_focus
from toneel import REGISSEUR, Toneel
from wachten import Verlopen, wacht_tot
from wordhulp import in_vak

GETYPT = "Dit is in Word getypt."
BRON = Path(__file__).with_name("sleepbron.py")


def test_een_plan_naar_word_en_terug_en_een_tekstblok_erin(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    assert toneel.vraag(vragen.maak_blok)
    toneel.ga_naar("casussen_pagina")
    open_casus(toneel, met_te_schrijven_plan, "plan")
    if toneel.zie("plan_doel_toevoegen") is None:
        toneel.klik("casus_plan > lege_staat_knop")
    veld = voeg_doel_toe(toneel)
    toneel.wacht_tot(neem_focus, veld)
    toneel.typ("Voor Word. /afspraak ")
    toneel.wacht_tot(vragen.begint_met, veld, "Voor Word. Afgesproken met [wie]")
    toneel.typ("iedereen")
    toneel.wacht_tot(vragen.begint_met, veld, "Voor Word. Afgesproken met iedereen")
    pad = toneel.map / "plan.docx"
    kies_uit_menu(toneel, "plan_word_knop", "Bewaar als Word")
    kies_bestand(toneel, pad)
    wacht_tot(lambda: pad.exists() and pad.stat().st_size > 0, "het Word-bestand")
    toneel.wacht_tot(vragen.staat_ergens, "niet versleuteld")
    pad.write_bytes(in_vak(pad.read_bytes(), "doel[0-9]+_[a-z]+", GETYPT))
    kies_uit_menu(toneel, "plan_word_knop", "Neem wijzigingen uit Word over")
    kies_bestand(toneel, pad)
    toneel.wacht_tot(blik.is_actief, "word_voorstel_dialoog")
    toneel.wacht_op("word_voorstel_word", tekst=GETYPT)
    toneel.toets("alt+n")
    toneel.wacht_weg("word_voorstel_dialoog")
    toneel.wacht_tot(vragen.staat_ergens, "overgenomen uit Word")
    toneel.wacht_tot(vragen.staat_ergens, GETYPT)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def voeg_doel_toe(toneel: Toneel) -> str:
    """A new goal; its field. A plan that was just begun may still slide under the mouse: then it is clicked again."""
    for _ in range(3):
        toneel.klik("plan_doel_toevoegen")
        with contextlib.suppress(Verlopen):
            return toneel.wacht_tot(vragen.leeg_doel, geduld=10)
    raise AssertionError("er kwam geen doel bij")


def test_de_maand_een_weergave_en_een_bericht_op_een_casus(toneel: Toneel) -> None:
    programma = toneel.start_aangemeld(toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    toneel.wacht_tot(blik.regels, "tafels_tabel")
    toneel.wacht_tot(neem_focus, "tafels_tabel")
    toneel.toets("ctrl+m")
    eerste = toneel.wacht_op("maand_naam").tekst
    toneel.wacht_tot(neem_focus, "maand_tabel")
    toneel.toets("Next")
    wacht_tot(lambda: toneel.wacht_op("maand_naam").tekst != eerste, "de volgende maand")
    toneel.toets("Home", "ctrl+m")
    toneel.wacht_op("tafels_tabel")
    _bewaar_en_kies_een_weergave(toneel)
    _leg_een_bericht_neer(toneel)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _bewaar_en_kies_een_weergave(toneel: Toneel) -> None:
    toneel.ga_naar("acties_pagina")
    toneel.wacht_tot(neem_focus, "acties_welke")
    toneel.typ("alle")
    toneel.wacht_tot(loopvragen.is_stil)
    toneel.typ("huis", op="acties_zoek_veld")
    toneel.toets("alt+F9", "b")
    toneel.wacht_tot(blik.is_actief, "weergave_dialoog")
    toneel.typ("Mijn huis")
    toneel.toets("Return")
    toneel.wacht_weg("weergave_dialoog")
    toneel.wacht_tot(neem_focus, "acties_tabel")
    toneel.toets("alt+F9", "z")
    toneel.wacht_tot(vragen.gezocht_en_gekozen, "", "open")
    toneel.toets("alt+F9", "1")
    toneel.wacht_tot(vragen.gezocht_en_gekozen, "huis", "alle")
    assert toneel.wacht_tot(blik.met_focus) == "acties_tabel"


def _leg_een_bericht_neer(toneel: Toneel) -> None:
    toneel.ga_naar("casussen_pagina")
    open_casus(toneel, met_te_schrijven_plan, "plan")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "balie@voorbeeld.invalid", "Verzonnen rapport"
    mail["Date"] = "Mon, 02 Nov 2020 09:05:00 +0100"
    mail.set_content("Een verzonnen bericht.")
    pad = toneel.map / "bericht.eml"
    pad.write_bytes(mail.as_bytes())
    omgeving = toneel.scherm.omgeving() | {"QT_QPA_PLATFORM": "xcb"}
    doel = toneel.wacht_op("casus_kop")
    with subprocess.Popen([sys.executable, str(BRON), str(pad)], env=omgeving, stdout=subprocess.PIPE) as bron:
        assert bron.stdout is not None
        assert bron.stdout.readline() == b"staat\n"
        toneel.scherm.doe("mousemove", "30", "30", "mousedown", "1", "mousemove", "40", "40", "mousemove", "50", "50")
        assert bron.stdout.readline() == b"sleept\n"
        toneel.scherm.doe("mousemove", str(doel.x), str(doel.y), "mousemove_relative", "2", "2")
        assert bron.stdout.readline() == b"mag hier\n"
        toneel.scherm.doe("mouseup", "1")
        toneel.wacht_tot(blik.is_actief, "informatiedialoog")
        bron.terminate()
    toneel.wacht_tot(vragen.staat_ergens, "Een verzonnen bericht.")
    toneel.toets("Escape")
    toneel.wacht_weg("informatiedialoog")


def kies_uit_menu(toneel: Toneel, knop: str, tekst: str) -> None:
    """By mouse: the button, and the line that begins so."""
    toneel.klik(knop)
    regel = toneel.wacht_tot(vragen.regel_met, tekst)
    toneel.klik_keuze(regel)


def kies_bestand(toneel: Toneel, pad: Path) -> None:
    """In the window for a file: type its place, Enter."""
    toneel.wacht_tot(stukvragen.is_bestandsvenster)
    toneel.toets("ctrl+a")
    toneel.typ(str(pad))
    toneel.toets("Return")
