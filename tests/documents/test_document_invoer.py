"""Whatever a user types ends up readable on paper: mark-up, other scripts, emoji, control characters, a megabyte."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from document_voorbeelden import ACTIES, AGENDA_REGIE, NOTULEN_PARTIJ, PLAN
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from zvh_desktop.documents.agenda import bouw_agenda_regie_pdf
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf
from zvh_desktop.documents.opmaak.lettertype import Snit, breedte
from zvh_desktop.documents.opmaak.regels import breek
from zvh_desktop.documents.opmaak.schrift import verbind_arabisch
from zvh_desktop.documents.opmaak.tekst import op_regel, schoon
from zvh_desktop.documents.plan_van_aanpak import bouw_plan_pdf

MEGABYTE = 1_000_000


def notulen(beeld: str) -> bytes:
    return bouw_notulen_partij_pdf(replace(NOTULEN_PARTIJ, punten=(replace(NOTULEN_PARTIJ.punten[0], beeld=beeld),)))


def test_opmaak_wordt_als_tekst_gedrukt(tekst_van: Callable[[bytes], str]) -> None:
    raar = "<b>vet</b> & <para> \"aanhaling\" 'enkel' <img src=x> &amp; </font>"
    assert raar in tekst_van(notulen(raar))


def test_regeleinden_en_lege_regels_blijven(tekst_van: Callable[[bytes], str]) -> None:
    tekst = tekst_van(notulen("een\r\ntwee\rdrie\n\nvier"))
    assert "een\ntwee\ndrie\nvier" in tekst


def test_emoji_wordt_een_zichtbaar_vakje(tekst_van: Callable[[bytes], str]) -> None:
    assert "goed ▯ ▯ ▯ einde" in tekst_van(
        notulen("goed \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f44d\U0001f3fd einde")
    )


def test_besturingstekens_verdwijnen() -> None:
    assert schoon("a\x00b\x07c\u202ed\ufeffe\x1b[31m") == "abcde[31m"
    assert schoon("los\ud800stuk") == "los▯stuk"


def test_hebreeuws_staat_in_leesvolgorde_met_gespiegelde_haken() -> None:
    (regel,) = breek(schoon("אב (גד) 12"), 400, Snit.GEWOON, 10)
    assert regel.rechts
    assert regel.tekst == "12 (דג) בא"


def test_naam_van_rechts_naar_links_in_een_nederlandse_zin() -> None:
    (regel,) = breek(schoon("Naam: אבג woont hier"), 400, Snit.GEWOON, 10)
    assert not regel.rechts
    assert regel.tekst == "Naam: גבא woont hier"


def test_regels_van_rechts_naar_links_beginnen_bovenaan() -> None:
    woorden = " ".join(["אאא"] * 30 + ["בבב"] * 30)
    regels = breek(woorden, 200, Snit.GEWOON, 10)
    assert len(regels) > 2
    assert "ב" not in regels[0].tekst and "א" not in regels[-1].tekst


def test_arabische_letters_worden_verbonden() -> None:
    verbonden = verbind_arabisch("بيت", lambda _: True)
    assert verbonden == "\ufe91\ufef4\ufe96"
    assert verbind_arabisch("بيت", lambda _: False) == "بيت"


@pytest.mark.parametrize(
    "stuk",
    [
        "Een verzonnen zin over niets. ",
        "Een korte regel.\n",
        "x",
        "<b>&\"'",
        "\U0001f600 ",
        "שלום عربي ",
    ],
    ids=["zinnen", "regels", "een_woord", "opmaak", "emoji", "rechts"],
)
def test_een_megabyte_loopt_door_over_paginas(stuk: str) -> None:
    pdf = notulen(stuk * (MEGABYTE // len(stuk.encode())))
    assert len(PdfReader(BytesIO(pdf)).pages) > 30


def test_niets_van_een_lange_tekst_gaat_verloren(tekst_van: Callable[[bytes], str]) -> None:
    woorden = [f"woord{nummer}" for nummer in range(8000)]
    gevonden = re.findall(r"woord\d+", tekst_van(notulen(" ".join(woorden))))
    assert gevonden == woorden


def test_te_lange_cel_staat_volledig_onder_de_tabel(tekst_van: Callable[[bytes], str]) -> None:
    woorden = [f"stap{nummer}" for nummer in range(3000)]
    actie = replace(ACTIES[0], omschrijving=" ".join(woorden), reden_niet="")
    punt = replace(NOTULEN_PARTIJ.punten[0], acties=(actie,))
    tekst = tekst_van(bouw_notulen_partij_pdf(replace(NOTULEN_PARTIJ, partij="Andere", punten=(punt,))))
    assert "vervolg onder de tabel, noot 1" in tekst
    assert re.findall(r"stap\d+", tekst[tekst.index("Noot 1") :]) == woorden


def test_elk_veld_van_agenda_en_plan_mag_lang_zijn() -> None:
    lang = "Lang verzonnen woord zonder einde " * 600
    punt = replace(
        AGENDA_REGIE.punten[1],
        onderwerp=lang,
        betrokkenen=(lang,),
        aanpak=lang,
        doel=lang,
        besluitsoort=lang,
        themas=(lang,),
        van_tafel=(lang,),
        partijen=(replace(AGENDA_REGIE.punten[1].partijen[0], partij=lang, afgevaardigde=lang, bijdrage=lang),),
    )
    overleg = replace(AGENDA_REGIE.overleg, naam=lang, plaats=lang)
    kop = replace(AGENDA_REGIE.kop, huis_kort=lang, ontvanger=lang, versie=lang, oefen=True)
    assert bouw_agenda_regie_pdf(replace(AGENDA_REGIE, kop=kop, overleg=overleg, punten=(punt,)))
    plan = replace(
        PLAN,
        aanpak=lang,
        casusregisseur=lang,
        doelen=(replace(PLAN.doelen[0], leefgebied=lang, doel=lang, toelichting=lang),),
        rollen=(replace(PLAN.rollen[0], partij=lang, rol=lang, informatiebehoefte=lang),),
        afschalingscriteria=(lang, ""),
    )
    assert bouw_plan_pdf(plan)


def test_kopregel_wordt_ingekort_en_nooit_breder_dan_de_ruimte() -> None:
    kort = op_regel("Een heel lange naam " * 100, 120, Snit.VET, 10)
    assert kort.endswith("…")
    assert breedte(kort, Snit.VET, 10) <= 120


@given(st.text(st.characters() | st.sampled_from(string.whitespace + "אבعر😀"), max_size=120))
@settings(max_examples=60)
def test_elke_regel_past_en_elk_teken_is_tekenbaar(tekst: str) -> None:
    net = schoon(tekst)
    assert schoon(net) == net or any("\ufe70" <= teken <= "\ufeff" for teken in net)
    for regel in breek(net, 90, Snit.GEWOON, 10):
        assert breedte(regel.tekst, Snit.GEWOON, 10) <= 90.01


@given(st.text(max_size=60))
@settings(max_examples=15)
def test_elke_tekst_geeft_een_document(tekst: str) -> None:
    assert notulen(tekst).startswith(b"%PDF-")
