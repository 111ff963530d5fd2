"""Whatever the screen asks that may be refused until something is chosen (LekOpen), lets somebody choose.

Else the refusal says that something is to be chosen, and there is no way to. A new caller of such a door is not in this
list, so it fails here until somebody says by which way it goes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from lekdeuren import PAKKET, deuren_van_diensten

DIENST: Final = {
    "AfgelastService": "afgelasten",
    "BesluitenbriefService": "besluitenbrieven",
    "BestuurUitnodigingService": "overleguitnodigingen dienst",
    "BewerkbaarService": "bewerkbaar dienst",
    "BriefService": "brieven _dienst",
    "DatalekbriefService": "brieven _dienst",
    "DocumentService": "documenten",
    "GeschilService": "geschillen",
    "HerinneringService": "herinneringen",
    "InzageService": "inzage",
    "JzvService": "jzv dienst",
    "LijstService": "lijsten dienst",
    "OpschalingService": "opschalingen",
    "OverleggenService": "overleggen",
    "OverneemService": "overnemen",
    "PartijdeelService": "delen",
    "RijenService": "rijen",
    "RondstuurService": "rondsturen",
    "TrajectbriefService": "brieven _dienst",
    "TriagebriefService": "triagebrieven dienst",
    "UitnodigingService": "uitnodigingen",
    "VerzoekbriefService": "brieven dienst",
}
"""By which names the screen holds each service that has a door."""

NA_KEUZE, LUKT, DIALOOG, VANAF, KNOP = "na_keuze", "lukt", "invoerdialoog", "vanaf", "lekknop"
WEGEN: Final = {
    "bewaren/lijstbewaren.py __call__ maak": VANAF,
    "dialogs/jzv_bestand.py __call__ maak": VANAF,
    "pages/beheer/datalek/brieven.py _brief brief": NA_KEUZE,
    "pages/beheer/datalek/brieven.py _concept concept": NA_KEUZE,
    "pages/beheer/datalek/handelingen.py doe noteer_verstuurd": LUKT,
    "pages/beheer/samenwerking/brieven.py _brief brief": NA_KEUZE,
    "pages/beheer/samenwerking/brieven.py _concept concept": NA_KEUZE,
    "pages/beheer/samenwerking/geschillen.py _toon_notitie notitie": LUKT,
    "pages/beheer/samenwerking/handelingen.py doe noteer_verstuurd": LUKT,
    "pages/beheer/samenwerking/register.py toon_formulier formulier": NA_KEUZE,
    "pages/beheer/verzoeken/brievenwerk.py open noteer_verstuurd": LUKT,
    "pages/beheer/verzoeken/brievenwerk.py _bekijk brief": LUKT,
    "pages/beheer/verzoeken/brievenwerk.py _bewaar concept": LUKT,
    "pages/beheer/verzoeken/partijdelen.py _deel deel": NA_KEUZE,
    "pages/beheer/verzoeken/partijdelen.py _brief brief": NA_KEUZE,
    "pages/beheer/verzoeken/partijdelen.py _concept concept": NA_KEUZE,
    "pages/beheer/verzoeken/partijdelen.py _noteer noteer_verstuurd": LUKT,
    "pages/beheer/verzoeken/verzoekwerk.py _maak overzicht": LUKT,
    "pages/beheer/verzoeken/verzoekwerk.py _verstrek noteer_verstrekt": DIALOOG,
    "pages/bestuur/brievenknoppen.py toon_brief stuk": VANAF,
    "pages/bestuur/brievenknoppen.py _maak_concept concept": DIALOOG,
    "pages/bestuur/brievenknoppen.py _noteer noteer_verstuurd": DIALOOG,
    "pages/bestuur/uitnodigingendialoog.py uitnodigacties brief": VANAF,
    "pages/bestuur/uitnodigingendialoog.py uitnodigacties concepten": VANAF,
    "pages/bestuur/uitnodigingendialoog.py uitnodigacties noteer_verstuurd": NA_KEUZE,
    "pages/bestuur/uitnodigingendialoog.py uitnodigacties noteer_ingetrokken": NA_KEUZE,
    "pages/bestuur/werkblad.py stel_vast stel_vast": LUKT,
    "pages/bestuur/werkblad.py toon_agenda agenda_pdf": VANAF,
    "pages/bestuur/werkblad.py toon_verslag verslag_pdf": VANAF,
    "pages/casus/afschaling.py toon_document afschaling": VANAF,
    "pages/casus/bevraging/verzending.py _on_brief stukken": VANAF,
    "pages/casus/bevraging/verzending.py _on_intrekbrief intrekking": VANAF,
    "pages/casus/bevraging/verzending.py _on_concept stukken": LUKT,
    "pages/casus/bevraging/verzending.py _on_intrekconcept intrekking": LUKT,
    "pages/casus/bevraging/verzending.py _on_verstuurd noteer_verstuurd": LUKT,
    "pages/casus/bevraging/verzending.py _on_intrekken trek_in": DIALOOG,
    "pages/casus/brieven/handelingen.py doe noteer_verstuurd": DIALOOG,
    "pages/casus/brieven/strook.py maak stukken": NA_KEUZE,
    "pages/casus/brieven/strook.py maak als_word": NA_KEUZE,
    "pages/casus/opschaling/opschaling.py toon_document opschaling": VANAF,
    "pages/casus/opschaling/opschaling.py draag_over geef_dossier_uit": LUKT,
    "pages/casus/plan/plan.py toon_document plan": VANAF,
    "pages/tafel/agenda/voorbeeldmenu.py _on_gekozen maak": VANAF,
    "pages/tafel/stukken/concepten_bewaren.py herinneringen maak": VANAF,
    "pages/tafel/stukken/overnemen.py _kopieer om_te_kopieren": LUKT,
    "pages/tafel/stukken/rondsturen.py bewaar_concepten concepten": VANAF,
    "pages/tafel/stukken/rondsturen.py _stukken_van stukken": LUKT,
    "pages/tafel/stukken/rondstuurkolommen.py doe noteer_verstuurd": LUKT,
    "pages/tafel/stukken/stukvragen.py __call__ maak": KNOP,
    "pages/tafel/stukken/verzenden.py bewaar_alle maak_alle": VANAF,
    "pages/tafel/stukken/verzenden.py druk_alle_af maak_alle": VANAF,
    "pages/tafel/stukken/verzenden.py bewaar_word verslag_partij": VANAF,
    "pages/tafel/stukken/verzending.py stukken_van stukken": KNOP,
    "pages/tafel/stukken/verzending.py stukken_van intrekking": KNOP,
    "pages/tafel/stukken/verzending.py doe markeer_ingetrokken": LUKT,
    "pages/tafel/stukken/verzending.py doe markeer_verzonden": LUKT,
    "pages/tafel/stukken/verzending.py doe noteer_verteld": LUKT,
    "paginas.py bouw_paginas weeg": NA_KEUZE,
}
"""How each place lets somebody choose.

``na_keuze``: itself. ``lukt``: by the sheet it is on. ``invoerdialoog``: by the dialog whose button does
it. ``vanaf``: a task that begins anew (``STARTEN``). ``lekknop``: a preview that follows the cursor, with the button
beside it.
"""

STARTEN: Final = (
    "bewaren/lijstbewaren.py",
    "pages/bestuur/uitnodigingendialoog.py",
    "pages/bestuur/werkblad.py",
    "pages/casus/kop.py",
    "pages/casus/onderdeel.py",
    "pages/tafel/agenda/voorbeeldmenu.py",
    "pages/tafel/stukken/concepten_bewaren.py",
    "pages/tafel/stukken/rondsturen.py",
    "pages/tafel/stukken/uitnodigen.py",
    "pages/tafel/stukken/verzenden.py",
)
"""Where the tasks begin that make something for a reader outside."""
VOORBEELDEN: Final = {
    "pages/tafel/stukken/uitnodigen.py _vraag_stukken",
    "pages/tafel/stukken/verzenden.py _on_stuk_gekozen",
}
"""Previews that follow the cursor: each beside a Lekknop that its refusal goes to."""

ZONDER_KEUZE: Final = {
    "pages/partijen/partijen.py": "partijen and contactpersonen: nothing leaves",
    "pages/tafel/tafels.py": "planning: nothing leaves",
    "pages/tafel/agenda/volgordedialoog.py": "wishes about the order: nothing leaves",
    "pages/tafel/agenda/agendahandelingen.py": "the agenda itself: nothing leaves",
    "pages/tafel/verslag/puntverslag.py": "typing: nothing leaves",
    "pages/tafel/stukken/lekdialoog.py": "the choice itself",
    "pages/casus/brieven/dialoog.py": "writing the file; what is made goes by na_keuze",
    "dialogs/bevestiging.py": "signing, which is done within ``lukt``",
}
"""Where an act is done without ``na_keuze``, and why nothing is asked there."""


def plekken() -> Iterator[tuple[str, ast.FunctionDef, str]]:
    deuren = {
        (houder, naam.partition(".")[2])
        for naam in deuren_van_diensten()
        for houder in DIENST[naam.partition(".")[0]].split()
    }
    for pad in sorted((PAKKET / "ui").rglob("*.py")):
        tekst = pad.read_text(encoding="utf-8")
        if not any(f".{deur}" in tekst for _, deur in deuren):
            continue
        for functie in ast.walk(ast.parse(tekst)):
            if not isinstance(functie, ast.FunctionDef):
                continue
            for knoop in ast.walk(functie):
                if not isinstance(knoop, ast.Attribute):
                    continue
                if (ast.unparse(knoop.value).rpartition(".")[2], knoop.attr) in deuren:
                    yield pad.relative_to(PAKKET / "ui").as_posix(), functie, knoop.attr


def functies_in(naam: str) -> Iterator[ast.FunctionDef]:
    boom = ast.parse((PAKKET / "ui" / naam).read_text(encoding="utf-8"))
    return (knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef))


def test_elke_dienst_met_een_deur_staat_erbij() -> None:
    assert {naam.partition(".")[0] for naam in deuren_van_diensten()} == set(DIENST)


def test_elke_plek_die_langs_een_deur_gaat_zegt_hoe_er_wordt_gekozen() -> None:
    assert {f"{naam} {functie.name} {deur}" for naam, functie, deur in plekken()} == set(WEGEN)


def test_een_taak_die_iets_voor_een_ander_maakt_begint_na_de_keuze_opnieuw() -> None:
    """With ``vanaf``, or with a window with progress, which asks from its parent; a preview has its button."""
    zonder, knoppen = set[str](), set[str]()
    for naam in STARTEN:
        for functie in functies_in(naam):
            for knoop in ast.walk(functie):
                if not isinstance(knoop, ast.Call) or not ast.unparse(knoop.func).endswith("taken.start"):
                    continue
                if "vanaf" not in {een.arg for een in knoop.keywords}:
                    zonder.add(f"{naam} {functie.name}")
        if any("lek_knop.zet(fout)" in ast.unparse(functie) for functie in functies_in(naam)):
            knoppen.add(naam)
    assert zonder == VOORBEELDEN
    assert knoppen == {plek.split()[0] for plek in VOORBEELDEN}, "the button is for previews alone"


def test_wie_een_weigering_toont_laat_eerst_kiezen() -> None:
    """``lukt`` of a sheet and whatever else does an act that it was given: by na_keuze, or it says why not."""
    zonder = set[str]()
    for pad in sorted((PAKKET / "ui").rglob("*.py")):
        naam = pad.relative_to(PAKKET / "ui").as_posix()
        if "handeling()" not in pad.read_text(encoding="utf-8"):
            continue
        for functie in functies_in(naam):
            for poging in ast.walk(functie):
                if isinstance(poging, ast.Try) and any(
                    isinstance(een, ast.Call) and ast.unparse(een.func) == "handeling"
                    for deel in poging.body
                    for een in ast.walk(deel)
                ):
                    zonder.add(naam)
    assert zonder == set(ZONDER_KEUZE)


def test_de_dialoog_en_de_bladen_vragen_het() -> None:
    for naam in (
        "paneel.py",
        "dialogs/invoerdialoog.py",
        "pages/tafel/stap.py",
        "pages/tafel/stukken/vervolgblad.py",
        "pages/beheer/partijbrieven.py",
        "pages/casus/brieven/dialoog.py",
        "pages/bestuur/uitnodigingendialoog.py",
        "klembord.py",
    ):
        aangeroepen = {
            ast.unparse(een.func)
            for functie in functies_in(naam)
            for een in ast.walk(functie)
            if isinstance(een, ast.Call)
        }
        assert "na_keuze" in aangeroepen, naam
