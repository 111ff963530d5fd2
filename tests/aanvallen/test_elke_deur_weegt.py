"""No door without the weighing: whatever makes a file, or puts something on the clipboard, is weighed or says why not.

And none without the detector (services/lek) where somebody outside reads what was typed.

A new exporter, a new copy button or a new way to save is not in these lists, so it fails here until somebody says by
which weighing it goes (``gewogen`` or ``uitgaand``), or why it holds nothing of a betrokkene.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import lekdeuren

import zvh_desktop

PAKKET: Final = Path(zvh_desktop.__file__).parent

BYTES: Final = {
    "overnemen/jzv/uitkomst.py als_json": "jzv_overleggen has the values of uitgaand",
    "uitnodigen/afgelaststukken.py _ics": "by bouw_uitnodiging_ics",
    "uitnodigen/ontvangen.py _pdf": "by bouw_ontvangen_pdf",
    "uitnodigen/partijbrief.py maak_concept": "by bouw_concept_eml",
    "formulier/formulieren.py ingevuld": "by bouw_formulier_pdf, for practice",
    "kluis/plek.py lees_plek": "where this user stood, sealed",
    "beheer/kluiszorg.py lees_plek": "where this user stood, sealed",
    "diensten.py verzegel": "settings of this user, sealed",
    "bewerkbaar/bewerkbaar.py _sleutel": "a key, that stays here",
    "diensten.py ontzegel": "settings of this user, sealed",
    "rondsturen/planpakket.py _pdf": "by bouw_plan_pdf",
    "partijen/csv_lezen.py lees_csv_bestand": "comes in",
    "partijen/xlsx_lezen.py _met_leesbare_fouten": "comes in",
    "informatie/aangereikt.py _inhoud_van": "comes in",
    "kluis/herstelblad.py maak_herstelblad": "made before there is a file of anybody",
    "word/sjablonen.py lees_wordbestand": "comes in",
    "word/sjablonen.py lees_sjabloon": "a template of the house: it names no casus and nobody",
    "word/sjablonen.py standaardsjabloon": "a template that comes along",
    "word/sjablonen.py _van_versie": "a template of the house: it names no casus and nobody",
    "documenten.py _regiestuk": "by the bouw_ function of each kind",
    "documenten.py _partijstuk": "by the bouw_ function of each kind",
    "documenten.py _actielijst": "by bouw_actielijst_pdf",
    "vernietigen/opnieuw.py _neem_weg": "the key of the database",
    "beheer/logboek.py als_csv": "the log holds numbers and acts, no text of a file",
}
"""Functions of services that give the contents of a file."""

NIET_NAGEZIEN: Final = {
    # for the house itself: nobody outside gets it from here
    "bouw_agenda_regie_pdf": "for the regie of the house",
    "bouw_presentielijst_pdf": "for the regie of the house: who sits there, to tick",
    "bouw_notulen_regie_pdf": "for the regie of the house",
    "bouw_besluitenlijst_pdf": "for the regie of the house",
    "bouw_plan_pdf": "for the house; to a partij by regiepakket, which goes through the detector",
    "bouw_afschaling_pdf": "for the file of the house",
    "bouw_dataleknotitie_pdf": "for the manager of the house",
    "bouw_ontvangen_pdf": "for the house: what a partij got",
    "bouw_vernietiging_pdf": "for the house: what was destroyed, in numbers",
    "bouw_herstelblad_pdf": "for the house, before there is a file of anybody",
    "bouw_jaarcijfers_pdf": "figures about nobody",
    "bouw_xlsx": "figures about nobody",
    "bouw_csv": "figures about nobody",
    # nothing in it was typed for it
    "bouw_uitnodiging_ics": "when, where and who invites: the rest is in the letter",
    "bouw_concept_eml": "fixed words around pieces that went through the detector; typed words by ``Uitgang.door``",
    "bouw_rondzendbrief_pdf": "fixed words around a packet that went through the detector",
    "bouw_formulier_pdf": "an empty form",
    "voorbeeldbrief bouw_brief_pdf": "invented values, to see a text of the house",
    "verslag bouw_word": "the verslag for the house, to change and take in again",
    "brief_als_word bouw_word": "its values are those of lees_brief, which went through the detector",
    "_stuk bouw_inzageoverzicht_pdf": "both that call it went through the detector with what they give it",
    "plan bouw_word": "the plan for the house, to change and take in again",
}
"""What is made without looking for what its reader may not have to know (services/lek), and why that goes well.

A new document is not in this list: it fails until its values go through ``langs_de_uitgang`` or an ``Uitgang``, or it
says here why nobody outside reads in it what somebody typed.
"""

NIET_NAGEZIEN_UITGAAND: Final = {
    "tafel/zaal/zaal.py": "looked at by who sits at the table, and kept by nobody",
    "overnemen/overnemen.py": "for the screen; ``om_te_kopieren`` goes through the detector when it is copied",
    "overnemen/jzv/punten.py": "what it gives goes through the detector in the function that asks for it",
    "rondsturen/brieven.py": "fixed words around a packet that went through the detector",
    "uitnodigen/uitnodigingen.py": "fixed words, when and where",
}
"""Other callers of ``uitgaand`` that do not go through the detector in the same module."""

_OP_HET_KLEMBORD = ("lembord.zet", "lembord.zet_rijen", ".setMimeData", "clipboard().setText")

KLEMBORD: Final = {
    "pages/tafel/stukken/uitnodigen.py": "the address, and a message that went through uitgaand",
    "bewaren/berichtknoppen.py": "the address, and a message that went through uitgaand or weeg",
    "pages/tafel/stukken/overnemen.py": "fields that went through uitgaand",
    "pages/rapportage/regeltabel.py": "figures about nobody",
    "pages/beheer/logboektabel.py": "the log holds numbers and acts, no text of a file",
    "widgets/filtertabel.py": "rows that the clipboard weighs first",
    "klembord.py": "the clipboard itself",
}

BEWAARD: Final = {
    "pages/tafel/stukken/elk_voor_zich.py": "stukken, and a list of partijen and file names",
    "bewaren/wordknop.py": "by bouw_word, through services/bewerkbaar",
    "pages/casus/brieven/dialoog.py": "by bouw_word, through services/brieven",
    "pages/beheer/sjablonen.py": "a template of the house: it names no casus and nobody",
    "bewaren/lijstbewaren.py": "by bouw_lijst_xlsx, through services/bewerkbaar/lijsten",
    "pages/beheer/logboek.py": "the log holds numbers and acts, no text of a file",
    "pages/rapportage/rapportage.py": "figures about nobody",
    "pages/informatie/items.py": "what a partij gave, for the house itself to read; not a new document",
    "pdf_voorbeeld.py": "the document that is shown",
    "pages/tafel/stukken/bewaren.py": "stukken",
}
"""Where the ui writes something else than ``stuk.inhoud``."""

ZAAL: Final = "tafel/zaal/zaal.py"
"""The one place that makes what the room sees."""

TWEEDE_VENSTER: Final = {
    "zaal/zwartvenster.py": "black, or what its subclass was given by services/tafel/zaal",
}
"""Where the ui fills a whole screen or chooses another one: a window that others look at."""


@cache
def boom(pad: Path) -> ast.Module:
    return ast.parse(pad.read_text(encoding="utf-8"))


def bestanden(laag: str, *woorden: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of a layer; with words only those in whose text one of them stands, for the rest cannot have it."""
    wortel = PAKKET / laag
    for pad in sorted(wortel.rglob("*.py")):
        if not woorden or any(woord in pad.read_text(encoding="utf-8") for woord in woorden):
            yield pad.relative_to(wortel).as_posix(), boom(pad)


def geeft_bytes(knoop: ast.AST) -> bool:
    return isinstance(knoop, ast.FunctionDef) and knoop.returns is not None and "bytes" in ast.unparse(knoop.returns)


def test_wat_bytes_maakt_weegt_of_zegt_waarom_niet() -> None:
    gevonden = {
        f"{naam} {knoop.name}"
        for naam, module in bestanden("services", "bytes")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.FunctionDef) and geeft_bytes(knoop)
    }
    assert gevonden == set(BYTES)


def _aangeroepen(knoop: ast.AST) -> set[str]:
    return {ast.unparse(een.func).rpartition(".")[2] for een in ast.walk(knoop) if isinstance(een, ast.Call)}


def functies(module: ast.Module) -> Iterator[ast.FunctionDef]:
    return (knoop for knoop in ast.walk(module) if isinstance(knoop, ast.FunctionDef))


def gaat_langs_de_uitgang(functie: ast.FunctionDef, bestand: str) -> bool:
    """Itself, or by a function of the same module that gives it the values (``lekdeuren.is_deur``)."""
    naam = modulenaam(bestand)
    hier = {plek[1]: plek for plek in lekdeuren.functies() if plek[0] == naam}
    gezien, te_doen = set[str](), [vol for vol in hier if vol.rpartition(".")[2] == functie.name]
    while te_doen:
        vol = te_doen.pop()
        if vol not in gezien:
            gezien.add(vol)
            if lekdeuren.is_deur(hier[vol]):
                return True
            te_doen += [ander for module_, ander in lekdeuren.noemt(hier[vol]) if module_ == naam and ander in hier]
    return False


def modulenaam(bestand: str) -> str:
    return f"zvh_desktop.services.{bestand.removesuffix('.py').replace('/', '.')}"


def test_wie_een_uitgang_maakt_kijkt_en_eist_dat_er_is_gekozen() -> None:
    """Looking without asking lets everything through; and whoever looks holds the Uitgang of services/lek itself."""
    zonder, gemaakt = list[str](), 0
    for plek in lekdeuren.functies():
        eigen, _ = lekdeuren.uitgangen(plek)
        gemaakt += len(eigen)
        zonder += [f"{plek} {een}" for een in eigen - lekdeuren.vraagt(plek, "eis_gekozen")]
    assert zonder == []
    assert gemaakt >= 9
    # and none is made where this test cannot follow it: kept in an attribute, or handed on at once
    aanroepen = [
        f"{module} {ast.unparse(knoop)}"
        for module, boom_ in lekdeuren.modules().items()
        if module != lekdeuren.UITGANG
        for knoop in ast.walk(boom_)
        if isinstance(knoop, ast.Call) and lekdeuren.is_uitgang(module, ast.unparse(knoop.func))
    ]
    assert len(aanroepen) == gemaakt, aanroepen


def test_wat_voor_een_ander_wordt_gemaakt_gaat_langs_de_uitgang_of_zegt_waarom_niet() -> None:
    bouwers = {
        functie.name
        for pad in sorted((PAKKET / "documents").rglob("*.py"))
        for functie in functies(boom(pad))
        if functie.name.startswith("bouw_")
    }
    gebruikt = set[str]()
    vergeten = []
    for naam, module in bestanden("services", "bouw_"):
        for functie in functies(module):
            for bouw in sorted(_aangeroepen(functie) & bouwers):
                if gaat_langs_de_uitgang(functie, naam):
                    continue
                hoe = next((een for een in (bouw, f"{functie.name} {bouw}") if een in NIET_NAGEZIEN), None)
                if hoe is None:
                    vergeten.append(f"{naam} {functie.name} {bouw}")
                else:
                    gebruikt.add(hoe)
    assert vergeten == []
    assert gebruikt == set(NIET_NAGEZIEN), "a reason for what is not made any more"


def test_wat_gewogen_weggaat_gaat_langs_de_uitgang_of_zegt_waarom_niet() -> None:
    zonder = {
        naam
        for naam, module in bestanden("services", "uitgaand")
        for functie in functies(module)
        if "uitgaand" in _aangeroepen(functie) and not gaat_langs_de_uitgang(functie, naam)
    }
    assert zonder == set(NIET_NAGEZIEN_UITGAAND)


def test_wie_schrijft_in_een_bestandsvorm_staat_in_die_lijst() -> None:
    """A table or a file for another system that is made in passing, in a function that gives something else."""
    vormen = ("csv.writer", "csv.DictWriter", "Workbook", "ElementTree")
    gevonden = {
        naam
        for naam, module in bestanden("services", *(vorm.rpartition(".")[2] for vorm in vormen))
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith(vormen)
    }
    assert gevonden <= {sleutel.split()[0] for sleutel in BYTES}


def test_het_klembord() -> None:
    gevonden = {
        naam
        for naam, module in bestanden("ui", "lembord", "setMimeData", "clipboard")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call)
        and ast.unparse(knoop.func).endswith(
            ("lembord.zet", "lembord.zet_rijen", ".setMimeData", "clipboard().setText")
        )
    }
    assert gevonden == set(KLEMBORD)


def test_rijen_gaan_alleen_gewogen_naar_het_klembord() -> None:
    """Whoever copies rows of a table asks ``zet_rijen``, which weighs them; the window gives it who does."""
    rijen = {
        naam
        for naam, module in bestanden("ui", "lembord", "setMimeData", "clipboard")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith("lembord.zet_rijen")
    }
    assert rijen == {"widgets/filtertabel.py"}
    wegers = {
        naam: ast.unparse(knoop.args[0])
        for naam, module in bestanden("ui", "lembord", "setMimeData", "clipboard")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith("lembord.zet_weger")
    }
    assert wegers == {
        "paginas.py": "lambda rijen, over, voortgang: diensten.verzoeken.rijen.weeg(rijen, over, voortgang)"
    }


def test_wat_het_venster_bewaart_is_een_stuk() -> None:
    anders = set()
    for naam, module in bestanden("ui", "schrijf_bestand", "write_bytes", "write_text"):
        for knoop in ast.walk(module):
            if not isinstance(knoop, ast.Call):
                continue
            delen = [ast.unparse(een) for een in (knoop.func, *knoop.args)]
            if "schrijf_bestand" in delen[:2] and not delen[-1].endswith("stuk.inhoud"):
                anders.add(naam)
            if delen[0].endswith((".write_bytes", ".write_text")):
                anders.add(naam)
    assert anders <= set(BEWAARD), anders - set(BEWAARD)


def test_wat_de_zaal_ziet_is_gewogen_en_komt_van_een_plek() -> None:
    maakt = {
        naam
        for naam, module in bestanden("services", "Zaalbeeld", "Zaalstand")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith(("Zaalbeeld", "Zaalstand"))
    }
    assert maakt == {ZAAL}
    module = dict(bestanden("services", "Zaalstand"))[ZAAL]
    getoond = [
        knoop
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "Zaalstand" and knoop.args
    ]
    assert [ast.unparse(knoop.args[0].func) for knoop in getoond if isinstance(knoop.args[0], ast.Call)] == ["uitgaand"]
    assert len(getoond) == 1


def test_het_venster_in_de_zaal_krijgt_alleen_wat_de_dienst_geeft() -> None:
    """Nothing else of the ui reads a Zaalbeeld, or fills a screen that others look at."""
    gevonden = {
        naam
        for naam, module in bestanden("ui", "showFullScreen", "setScreen")
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func).endswith((".showFullScreen", ".setScreen"))
    }
    assert gevonden == set(TWEEDE_VENSTER)
    geeft_door = [
        ast.unparse(knoop)
        for naam, module in bestanden("ui", "toon")
        if "zaal" in naam
        for knoop in ast.walk(module)
        if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "venster.toon"
    ]
    assert geeft_door == ["venster.toon(stand.beeld)"]
