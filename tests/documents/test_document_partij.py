"""What a partij gets betrays no point, person or partij that it may not know of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from document_voorbeelden import (
    AFSCHALING,
    AGENDA_PARTIJ,
    INTREKKING_DEELS,
    INTREKKING_GEHEEL,
    NOTULEN_PARTIJ,
    OPSCHALING,
    PDFS,
    UITNODIGING,
)

from zvh_desktop.documents.actielijst import ActielijstGegevens
from zvh_desktop.documents.afschaling import bouw_afschaling_pdf
from zvh_desktop.documents.agenda import AgendaPartijGegevens, AgendapuntPartij, bouw_agenda_partij_pdf
from zvh_desktop.documents.intrekking import IntrekkingGegevens, IntrekkingPunt, bouw_intrekking_pdf
from zvh_desktop.documents.notulen import NotulenPartijGegevens, NotulenPuntPartij, bouw_notulen_partij_pdf
from zvh_desktop.documents.opschaling import bouw_opschaling_pdf
from zvh_desktop.documents.uitnodiging import UitnodigingGegevens, UitnodigingPunt, bouw_uitnodiging_pdf

PARTIJDOCUMENTEN = ("agenda_partij", "uitnodiging", "intrekking_deels", "intrekking_geheel", "notulen_partij")


@pytest.mark.parametrize("naam", PARTIJDOCUMENTEN)
def test_document_voor_partij_noemt_geen_betrokkene_en_geen_ander_punt(
    naam: str, tekst_van: Callable[[bytes], str]
) -> None:
    tekst = tekst_van(PDFS[naam]())
    for verboden in ("Oefenman", "Testpersoon", "Proefmens", "Fictief", "2026-0051", "Reclassering", "A. Agent"):
        assert verboden not in tekst
    for gat in ("09:00", "12:00", "09:25", "09:27", "10:15", "minuten"):
        assert gat not in tekst


@pytest.mark.parametrize(
    "klasse",
    [
        AgendaPartijGegevens,
        AgendapuntPartij,
        UitnodigingGegevens,
        UitnodigingPunt,
        IntrekkingGegevens,
        IntrekkingPunt,
        NotulenPartijGegevens,
        NotulenPuntPartij,
        ActielijstGegevens,
    ],
)
def test_gegevens_voor_partij_hebben_geen_plaats_voor_wat_zij_niet_mag_weten(klasse: type[Any]) -> None:
    namen = {veld.name for veld in fields(klasse)}
    assert not namen & {"volgorde", "nummer", "begin", "einde", "minuten", "totaal", "betrokkenen", "genodigden"}


@pytest.mark.parametrize("aantal", [1, 2, 5])
def test_punten_van_een_partij_zijn_doorgenummerd_vanaf_een(aantal: int, tekst_van: Callable[[bytes], str]) -> None:
    punten = (AGENDA_PARTIJ.punten * 3)[:aantal]
    tekst = tekst_van(bouw_agenda_partij_pdf(replace(AGENDA_PARTIJ, punten=punten)))
    koppen = [regel.split(".")[0] for regel in tekst.splitlines() if regel[1:3] == ". " and "2026-" in regel]
    assert koppen == [str(nummer) for nummer in range(1, aantal + 1)]


def test_notulen_beginnen_met_de_acties_van_de_ontvanger(tekst_van: Callable[[bytes], str]) -> None:
    tekst = tekst_van(bouw_notulen_partij_pdf(NOTULEN_PARTIJ))
    eerste = tekst[tekst.index("Acties voor u") : tekst.index("1. 2026-0042")]
    assert "Een gesprek plannen" in eerste
    assert "Overzicht van de incidenten" not in eerste


def test_notulen_zonder_vaststelling_heten_concept(tekst_van: Callable[[bytes], str]) -> None:
    assert "concept, nog niet vastgesteld" in tekst_van(
        bouw_notulen_partij_pdf(replace(NOTULEN_PARTIJ, vaststelling=None))
    )


def test_intrekking_van_alles_noemt_geen_resterend_punt(tekst_van: Callable[[bytes], str]) -> None:
    geheel = tekst_van(bouw_intrekking_pdf(INTREKKING_GEHEEL))
    deels = tekst_van(bouw_intrekking_pdf(INTREKKING_DEELS))
    assert "niet verwacht" in geheel and "blijft u uitgenodigd" not in geheel
    assert "blijft u uitgenodigd" in deels and "niet verwacht" not in deels


def test_brief_zonder_contactpersoon_of_artikel_is_een_gewone_brief(tekst_van: Callable[[bytes], str]) -> None:
    gegevens = replace(
        UITNODIGING,
        aan=replace(UITNODIGING.aan, contactpersoon="", functie=""),
        artikel_mandaat="",
        antwoord_voor=None,
        vervangt_eerdere=True,
    )
    tekst = tekst_van(bouw_uitnodiging_pdf(gegevens))
    assert "Geachte heer of mevrouw," in tekst
    assert "()" not in tekst and "None" not in tekst
    assert "in de plaats van de uitnodiging" in tekst


def test_uitnodiging_zonder_doel_heeft_er_geen_lege_kolom_voor(tekst_van: Callable[[bytes], str]) -> None:
    met = tekst_van(bouw_uitnodiging_pdf(UITNODIGING))
    zonder_doel = tuple(replace(punt, doel="", besluitsoort="") for punt in UITNODIGING.punten)
    zonder = tekst_van(bouw_uitnodiging_pdf(replace(UITNODIGING, punten=zonder_doel)))
    assert ("Doel en type besluit" in met, "Doel en type besluit" in zonder) == (True, False)
    for punt in zonder_doel:
        assert punt.casusnummer is None or punt.casusnummer in zonder


def test_lege_documenten_zeggen_dat_er_niets_is(tekst_van: Callable[[bytes], str]) -> None:
    assert "geen punten" in tekst_van(bouw_agenda_partij_pdf(replace(AGENDA_PARTIJ, punten=())))
    leeg = replace(AFSCHALING, besluit_door=(), besluit_op=None, criteria=(), regels=(), motivering="")
    assert "nog niet besloten" in tekst_van(bouw_afschaling_pdf(leeg))


def test_dossier_zonder_plan_acties_en_informatie_zegt_dat(tekst_van: Callable[[bytes], str]) -> None:
    leeg = replace(OPSCHALING, plan=None, acties=(), informatie=(), gevraagd="", casusregisseur="", aanmelder="")
    tekst = tekst_van(bouw_opschaling_pdf(leeg))
    for zin in ("Er is geen vastgesteld plan van aanpak.", "Er zijn geen open acties.", "geen informatie van partijen"):
        assert zin in tekst
    assert "vraagt u deze casus over te nemen" in " ".join(tekst.split())
    assert "Aanmelder" not in tekst and "Casusregisseur" not in tekst
