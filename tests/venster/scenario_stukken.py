"""What is taken over elsewhere, letters, the form and files for other systems: each to its end, with the keys alone."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import blik
import loopvragen
import pytest
import stukvragen as vragen
import weekvragen
from toneel import REGISSEUR, Toneel
from werkweek import Toetsen
from zondermuis import loop_langs, naar_beheerdeel, zonder_muis

sys.path.append(str(Path(__file__).parents[1] / "services" / "overnemen"))

from jzv_voorbeelden import melding

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.services.diensten import bouw_diensten

WOORD = "Verzonnen huiszin."


@pytest.mark.lang("a long walk")
def test_overnemen_en_jzv(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From Vandaag to the ticks: a field, all fields, two ticks; then a JZV file out and one in."""
    hand = zonder_muis(toneel, monkeypatch, toneel.oefenkluis(), REGISSEUR)
    toneel.ga_naar("vandaag_pagina")
    toneel.wacht_tot(loopvragen.is_stil)
    hand.naar("wacht_knop")
    hand.toets(*["Down"] * toneel.vraag(vragen.regel_op_vandaag, "over te nemen"))
    hand.toets("space")
    toneel.wacht_op("overnemen")
    hand.naar("overneemlijst")
    hand.toets("Home", "k")
    blok = str(toneel.wacht_tot(vragen.op_klembord))
    assert "\n" in blok
    hand.toets("Return")
    toneel.wacht_tot(vragen.staat_op_veld, 0)
    hand.toets("k")
    toneel.wacht_tot(vragen.staat_op_veld, 1)
    toneel.wacht_tot(vragen.is_ander_klembord, blok)
    hand.toets("o")
    toneel.wacht_tot(vragen.zijn_overgenomen, 1)
    hand.naar("overneemlijst", "shift+Tab")
    hand.toets("Home", "Down", "o")
    toneel.wacht_tot(vragen.zijn_overgenomen, 2)
    hand.toets("o")
    toneel.wacht_tot(vragen.zijn_overgenomen, 1)
    hand.naar("verzenden_tabs", "shift+Tab")
    hand.toets("Left", "Left")
    toneel.wacht_op("stukken")
    hand.naar("verzenden_jzv")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "jzvdialoog")
    hand.toets("alt+k")
    kies_bestand(hand, tmp_path / "uit.json")
    toneel.wacht_tot(vragen.staat_er, str(tmp_path / "uit.json"))
    assert "uitkomst" in json.dumps(json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))).casefold()
    _lees_melding(hand, tmp_path / "in.json")


def _lees_melding(hand: Toetsen, bestand: Path) -> None:
    """It becomes an aanmelding once it was read and said yes to."""
    toneel = hand.toneel
    bestand.write_text(json.dumps(melding()), encoding="utf-8")
    toneel.ga_naar("casussen_pagina")
    voor = toneel.vraag(vragen.aanmeldingen)
    hand.naar("jzv_inlees_knop")
    hand.toets("space")
    kies_bestand(hand, bestand)
    toneel.wacht_tot(blik.is_actief, "jzv_voorstel_dialoog")
    hand.toets("alt+n")
    toneel.wacht_weg("jzv_voorstel_dialoog")
    toneel.wacht_tot(vragen.zijn_er_aanmeldingen, voor + 1)


def test_brief_formulier_en_brieftekst(toneel: Toneel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A text of the house stored, a letter noted as sent, a form made, and one that came back taken over."""
    kluis, terug = toneel.oefenkluis(), tmp_path / "terug.pdf"
    partij = vul_formulier(kluis, terug)
    hand = zonder_muis(toneel, monkeypatch, kluis, REGISSEUR)
    _bewaar_tekst(hand)
    _verstuur_brief(hand)
    _stuur_formulier(hand, tmp_path / "concept.eml", partij)
    _lees_formulier(hand, terug)


def test_een_brief_waarin_een_adres_staat(toneel: Toneel, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is asked before the letter is shown: later, then at each a choice, and back where it began."""
    hand = zonder_muis(toneel, monkeypatch, toneel.oefenkluis(), REGISSEUR)
    open_brief(hand)
    hand.toets("alt+t")
    hand.typ("Betrokkene woont op Proefstraat 12, 7571 AB Oefendorp. Bel 06-12345678.")
    hand.naar("brief_voorbeeld_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "lek_dialoog")
    assert len(toneel.vraag(blik.regels, "lek_lijst")) == 2
    loop_langs(hand, "wat er opvalt")
    hand.toets("Escape")
    toneel.wacht_tot(blik.is_actief, "briefdialoog")
    assert toneel.wacht_op("brief_voorbeeld_knop").focus
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "lek_dialoog")
    hand.toets("alt+m")
    toneel.wacht_op("lek_zin", tekst="06-12345678")
    hand.toets("alt+h")
    assert toneel.wacht_op("lek_verder", aan=True).focus
    hand.toets("Return")
    toneel.wacht_tot(blik.is_actief, "pdf_venster")
    hand.toets("Escape")
    toneel.wacht_tot(blik.is_actief, "briefdialoog")
    assert toneel.wacht_op("brief_voorbeeld_knop").focus
    hand.toets("Escape")
    toneel.wacht_weg("briefdialoog")
    assert toneel.wacht_op("brief_maak_knop").focus


def test_een_brief_die_al_weg_is(toneel: Toneel, monkeypatch: pytest.MonkeyPatch) -> None:
    """Noted without having been made here: how each went, taken back and said anew, the datalek, and noted at last."""
    hand = zonder_muis(toneel, monkeypatch, toneel.oefenkluis(), REGISSEUR)
    voor = open_brief(hand)
    _vul_adres(hand)
    hand.toets("alt+t")
    hand.typ("Bel 06-12345678, BSN 999990019. Mail t.proef@voorbeeld.example.")
    hand.toets("alt+v")
    toneel.wacht_tot(blik.is_actief, "lek_dialoog")
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "lek_lijst", wat="the keys where the choosing begins")
    assert len(toneel.vraag(blik.regels, "lek_lijst")) == 3
    loop_langs(hand, "wat er al weg is")
    hand.toets("Escape")
    toneel.wacht_tot(blik.is_actief, "briefdialoog")
    assert toneel.vraag(vragen.verstuurde_brieven) == voor, "left for later is not noted"
    hand.toets("alt+v")
    toneel.wacht_tot(blik.is_actief, "lek_dialoog")
    hand.toets("alt+n")
    toneel.wacht_op("lek_zin", tekst="999990019")
    toneel.wacht_op("lek_datalek_tekst", tekst="datalek")
    hand.toets("ctrl+z")
    toneel.wacht_weg("lek_datalek_tekst")
    hand.toets("alt+t")
    hand.toets("ctrl+z")
    hand.toets("Home")
    hand.toets("alt+n")
    hand.toets("alt+s")
    hand.toets("alt+t")
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "lek_datalek", wat="what is to be done now")
    hand.toets("Return")
    toneel.wacht_tot(vragen.zijn_er_datalekken, 1)
    toneel.wacht_tot(weekvragen.is_zover, blik.met_focus, "lek_verder")
    hand.toets("Return")
    toneel.wacht_weg("briefdialoog")
    toneel.wacht_tot(vragen.zijn_verstuurd, voor + 1)
    naar_beheerdeel(hand, "datalekken")
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"


def vul_formulier(kluis: Path, doel: Path) -> str:
    """The form as a partij sends it back; its name."""
    with open_kluis(kluis, *REGISSEUR) as open_:
        diensten = bouw_diensten(open_)
        aanmelders = diensten.werkplek.profiel.aanmelders
        partij = next(
            een
            for een in diensten.partijen.lijst()
            if een.soort in aanmelders and any(c.email for c in diensten.partijen.toon(een.id).contactpersonen)
        )
        antwoorden = {
            "datum": f"{diensten.werkplek.vandaag():%d-%m-%Y}",
            "naam_1": "Verzonnen Aangemelde",
            "geboren_1": "5-3-1980",
            "zorgelijke_situatie": "Een verzonnen situatie.",
        }
        doel.write_bytes(diensten.formulieren.ingevuld(partij.id, antwoorden))
        return partij.naam


def _bewaar_tekst(hand: Toetsen) -> None:
    toneel = hand.toneel
    naar_beheerdeel(hand, "brieven")
    hand.toets("alt+t")
    toneel.wacht_op("brieftekst_tekst")
    hand.naar("brieftekst_tekst")
    hand.toets("ctrl+End")
    hand.typ(f" {WOORD}")
    toneel.wacht_op("brieftekst_bewaar_knop", aan=True)
    hand.naar("brieftekst_bewaar_knop")
    hand.toets("space")
    toneel.wacht_tot(vragen.is_bewaard, WOORD)


def _verstuur_brief(hand: Toetsen) -> None:
    toneel = hand.toneel
    voor = open_brief(hand)
    _vul_adres(hand)
    hand.toets("alt+v")
    toneel.wacht_weg("briefdialoog")
    toneel.wacht_tot(vragen.zijn_verstuurd, voor + 1)


def _vul_adres(hand: Toetsen) -> None:
    """Of a letter by post."""
    if hand.toneel.zie("adres") is not None:
        hand.toets("alt+a")
        hand.toets("ctrl+a")
        hand.typ("Testpersoon Proef\nProefstraat 1\n1234 AB Oefendorp")


def open_brief(hand: Toetsen) -> int:
    """Open a letter of the first casus that can go; how many of that casus went before."""
    toneel = hand.toneel
    toneel.ga_naar("casussen_pagina")
    hand.naar("casussen_tabel")
    hand.toets("Home", "Return")
    toneel.wacht_tot(loopvragen.is_casus_open)
    hand.naar("vouwknop_brieven")
    hand.toets("space")
    toneel.wacht_op("casus_brieven_paneel")
    toneel.wacht_tot(loopvragen.is_stil)
    voor = toneel.vraag(vragen.verstuurde_brieven)
    hand.naar("casus_brieven_tabel")
    hand.toets(*["Down"] * toneel.vraag(vragen.brief_om_te_sturen))
    hand.naar("brief_maak_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "briefdialoog")
    return voor


def _stuur_formulier(hand: Toetsen, concept: Path, partij: str) -> None:
    toneel = hand.toneel
    toneel.ga_naar("casussen_pagina")
    hand.toets("Escape")
    toneel.wacht_op("casussen_tabs")
    hand.naar("qt_tabwidget_tabbar")
    hand.toets("Right")
    toneel.wacht_op("formulierstrook")
    hand.naar("formulier_stuur_knop")
    hand.toets("space")
    toneel.wacht_tot(blik.is_actief, "formulier_sturen_dialoog")
    hand.toets("alt+p")
    hand.typ(partij)
    toneel.wacht_op("partij", tekst=partij)
    hand.toets("alt+c")
    kies_bestand(hand, concept)
    toneel.wacht_weg("formulier_sturen_dialoog")
    toneel.wacht_tot(vragen.staat_er, str(concept))


def _lees_formulier(hand: Toetsen, bestand: Path) -> None:
    toneel = hand.toneel
    voor = toneel.vraag(vragen.aanmeldingen)
    hand.naar("formulier_lees_knop")
    hand.toets("space")
    kies_bestand(hand, bestand)
    toneel.wacht_tot(blik.is_actief, "formulier_voorstel_dialoog")
    hand.toets("alt+n")
    toneel.wacht_weg("formulier_voorstel_dialoog")
    toneel.wacht_tot(vragen.zijn_er_aanmeldingen, voor + 1)


def kies_bestand(hand: Toetsen, pad: Path) -> None:
    """In the window for a file: type its place, Enter."""
    hand.toneel.wacht_tot(vragen.is_bestandsvenster)
    hand.toets("ctrl+a")
    hand.typ(str(pad))
    hand.toets("Return")
