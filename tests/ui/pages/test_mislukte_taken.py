"""Every call that a page makes beside the window, with a call that fails: the page says so and can be used again."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from proefkluis import BEHEER, REGIE, maak_casus
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

import zvh_desktop
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.acties.acties import ActiesPagina
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina
from zvh_desktop.ui.pages.rapportage.rapportage import RapportagePagina
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.vandaag import VandaagPagina
from zvh_desktop.ui.widgets.velden.zoekveld import Zoekveld

Opener = Callable[..., Diensten]


def _beheer(deel: str, handeling: str) -> Callable[[QtBot, Diensten, Gereedschap, FalendeTaken], QWidget]:
    def doe(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
        pagina = _toon(qtbot, BeheerPagina(diensten, gereedschap))
        pagina.toon(deel)
        pagina.vernieuw()
        qtbot.waitUntil(lambda: taken.bezig() == 0)
        if deel == "accounts":
            pagina.accounts.tabel.tabel.selectRow(1)
        taken.fout = _fouten.pop()
        getattr(getattr(pagina, deel), handeling)()
        return pagina

    return doe


def _lijst(
    soort: type[CasussenPagina] | type[ActiesPagina],
) -> Callable[[QtBot, Diensten, Gereedschap, FalendeTaken], QWidget]:
    def doe(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
        pagina = _toon(qtbot, soort(diensten, gereedschap))
        taken.fout = _fouten.pop()
        pagina.vernieuw()
        return pagina

    return doe


def _lange_lijst(
    soort: type[TafelsPagina] | type[VandaagPagina], dienst: str
) -> Callable[[QtBot, Diensten, Gereedschap, FalendeTaken], QWidget]:
    def doe(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
        getattr(diensten, dienst).is_lang = lambda: True
        pagina = _toon(qtbot, soort(diensten, gereedschap))
        taken.fout = _fouten.pop()
        pagina.vernieuw()
        return pagina

    return doe


def _maand(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    pagina = _toon(qtbot, TafelsPagina(diensten, gereedschap))
    diensten.vandaag.is_lang = lambda: True  # type: ignore[method-assign]
    taken.fout = _fouten.pop()
    pagina.weergave.maand.vernieuw()
    return pagina


def _andere_aanmeldingen(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    pagina = _toon(qtbot, CasussenPagina(diensten, gereedschap))
    pagina.vernieuw()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    taken.fout = _fouten.pop()
    pagina.welke.setCurrentIndex((pagina.welke.currentIndex() + 1) % pagina.welke.count())
    return pagina


def _formulier(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    pagina = _toon(qtbot, CasussenPagina(diensten, gereedschap))
    taken.fout = _fouten.pop()
    pagina.formulieren.lees(Path("terug.pdf"))
    return pagina


def _document(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    casus = maak_casus(diensten)
    pagina = _toon(qtbot, CasussenPagina(diensten, gereedschap))
    pagina.toon(BijCasus(casus, "afschaling"))
    taken.fout = _fouten.pop()
    pagina.blad.afschaling.toon_document()
    return pagina


def _inlezen(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    pagina = _toon(qtbot, PartijenPagina(diensten, gereedschap))
    taken.fout = _fouten.pop()
    pagina.lees_in()
    return pagina


def _melding_inlezen(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    pagina = _toon(qtbot, CasussenPagina(diensten, gereedschap))
    taken.fout = _fouten.pop()
    pagina.lees_melding_in()
    return pagina


def _ontvangen(handeling: str) -> Callable[[QtBot, Diensten, Gereedschap, FalendeTaken], QWidget]:
    def doe(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
        partij = int(diensten.partijen.lijst()[0].id)
        with diensten.werkplek.kluis.engine.begin() as verbinding:
            verbinding.exec_driver_sql(
                "INSERT INTO uitgegeven (partij_id, soort, versie, bestandsnaam, inhoud, sha256, kop_nummer,"
                " gemaakt_door, gemaakt_op) VALUES (?, 'uitnodiging', 1, 'x.pdf', x'41', '', 1, 'regie',"
                " '2026-11-02 09:00:00.000000')",
                (partij,),
            )
        pagina = _toon(qtbot, PartijenPagina(diensten, gereedschap))
        pagina.vernieuw()
        pagina.toon(partij)
        deel = pagina.details.ontvangen
        if handeling != "_lees":
            pagina.details.bladen.setCurrentWidget(deel)
            qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 1)
            deel.tabel.kies(0)
        taken.fout = _fouten.pop()
        if handeling == "_lees":
            pagina.details.bladen.setCurrentWidget(deel)
        else:
            getattr(deel, handeling)()
        return pagina

    return doe


def _zoeken(qtbot: QtBot, _diensten: Diensten, _gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
    veld = _toon(qtbot, Zoekveld(lambda _tekst: (), taken))
    taken.fout = _fouten.pop()
    qtbot.keyClicks(veld, "Testpersoon")
    return veld


def _rapportage(
    handeling: str,
) -> Callable[[QtBot, Diensten, Gereedschap, FalendeTaken], QWidget]:
    def doe(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, taken: FalendeTaken) -> QWidget:
        pagina = _toon(qtbot, RapportagePagina(diensten, gereedschap))
        if handeling != "vernieuw":
            pagina.vernieuw()
            qtbot.waitUntil(lambda: pagina.rapport is not None)
        taken.fout = _fouten.pop()
        getattr(pagina, handeling)()
        return pagina

    return doe


_fouten: list[Exception] = []
DRIJVERS = {
    ("Accounts", "verwijder"): (BEHEER, _beheer("accounts", "verwijder")),
    ("ControleDeel", "controleer"): (BEHEER, _beheer("controle", "controleer")),
    ("Herstelsleutel", "maak_nieuwe"): (BEHEER, _beheer("herstelsleutel", "maak_nieuwe")),
    ("LogboekDeel", "vernieuw"): (BEHEER, _beheer("logboek", "vernieuw")),
    ("LogboekDeel", "bewaar_csv"): (BEHEER, _beheer("logboek", "bewaar_csv")),
    ("MijnAccount", "vernieuw"): (BEHEER, _beheer("mijn_account", "vernieuw")),
    ("MijnAccount", "wijzig_wachtwoord"): (BEHEER, _beheer("mijn_account", "wijzig_wachtwoord")),
    ("MijnAccount", "wissel_apparaat"): (BEHEER, _beheer("mijn_account", "wissel_apparaat")),
    ("ReservekopieDeel", "maak_kopie"): (BEHEER, _beheer("reservekopie", "maak_kopie")),
    ("Sjablonendeel", "vervang"): (BEHEER, _beheer("sjablonen", "vervang")),
    ("CasussenPagina", "_lees_lijsten"): (REGIE, _lijst(CasussenPagina)),
    ("CasussenPagina", "_lees_aanmeldingen"): (REGIE, _andere_aanmeldingen),
    ("Formulierstrook", "lees"): (REGIE, _formulier),
    ("CasussenPagina", "lees_melding_in"): (REGIE, _melding_inlezen),
    ("ActiesPagina", "vernieuw"): (REGIE, _lijst(ActiesPagina)),
    ("TafelsPagina", "vernieuw"): (REGIE, _lange_lijst(TafelsPagina, "tafels")),
    ("Maandvlak", "_lees_maand"): (REGIE, _maand),
    ("VandaagPagina", "vernieuw"): (REGIE, _lange_lijst(VandaagPagina, "vandaag")),
    ("CasusOnderdeel", "toon_stuk"): (REGIE, _document),
    ("PartijenPagina", "lees_in"): (REGIE, _inlezen),
    ("RapportagePagina", "vernieuw"): (REGIE, _rapportage("vernieuw")),
    ("RapportagePagina", "_geef"): (REGIE, _rapportage("geef_pdf")),
    ("Ontvangen", "_lees"): (REGIE, _ontvangen("_lees")),
    ("Ontvangen", "open_stuk"): (REGIE, _ontvangen("open_stuk")),
    ("Ontvangen", "bewaar_pdf"): (REGIE, _ontvangen("bewaar_pdf")),
    ("Zoekveld", "_on_zoeken"): (REGIE, _zoeken),
}
# Tried in tests/ui/test_mislukte_vensters.py, tests/ui/slot/test_aflossing.py,
# tests/ui/slot/test_kopiezorg.py, tests/ui/slot/test_meelezer.py, tests/ui/dialogs/test_terugzetten.py,
# tests/ui/pages/tafel/test_mislukte_stukken.py, tests/ui/pages/test_opruimen.py,
# tests/ui/pages/beheer/test_beheer_pagina.py, tests/ui/pages/test_lijst_bewaren.py,
# tests/ui/pages/tafel/test_koffer.py, tests/ui/pages/tafel/test_word.py and
# tests/ui/pages/tafel/test_alles_afdrukken.py.
BIJ_HUN_VENSTER = {
    ("Aflossing", "begin"),
    ("CasusKop", "maak_jzv"),
    ("LijstBewaren", "bewaar"),
    ("Verzenden", "maak_jzv"),
    ("Verzenden", "bewaar_word"),
    ("Wordknop", "bewaar"),
    ("Wordknop", "kies"),
    ("Verzenden", "druk_alle_af"),
    ("Herstelsleutel", "neem_in_gebruik"),
    ("OpruimPaneel", "doe"),
    ("OpruimenDeel", "_vernietig"),
    ("OpruimenDeel", "toon_verklaring"),
    ("Kofferaanbod", "_on_gevraagd"),
    ("UitnodigingenDialoog", "_maak"),
    ("Klembord", "zet_rijen"),
    ("Kopiezorg", "begin"),
    ("Kopiezorg", "sluit"),
    ("Kopiezorg", "zet_terug"),
    ("Meelezer", "kijk"),
    ("Dagkofferzorg", "vernieuw"),
    ("Dagkofferregel", "zet"),
    ("Paginalader", "laad"),
    ("TerugzetDialoog", "_begin"),
    ("Terugzetter", "vraag"),
    ("Toepassing", "oefen"),
    ("Aanmeldvenster", "_open"),
    ("AccountDialoog", "_on_bewaren_gevraagd"),
    ("Bevestigingsdialoog", "_on_ondertekenen_gevraagd"),
    ("Inlevergang", "bekijk"),
    ("Ondertekengang", "_start"),
    ("Assistent", "_maak"),
    ("Uitnodigen", "_vraag_stukken"),
    ("ConceptenBewaren", "alle"),
    ("ConceptenBewaren", "herinneringen"),
    ("Rondsturen", "bewaar_concepten"),
    ("Spelmeester", "_lees_goede"),
    ("Verzenden", "bewaar_alle"),
    ("Verzenden", "_on_stuk_gekozen"),
    ("Voorbeeldmenu", "_on_gekozen"),
}
# Without a slot of their own, as PartijenPagina.lees_in: tests/ui/test_taken.py tries what is then shown.
ZONDER_EIGEN_ANTWOORD = {
    ("OverlegWerkblad", "_maak_stuk"),
    ("PartijenPagina", "_on_voorbeeld_gelezen"),
    ("PuntenKiezen", "begin"),
    ("Tellingen", "_begin"),
}


@pytest.fixture
def taken(qapp: object, meldingen: NepMeldingen) -> Iterator[FalendeTaken]:
    gemaakt = FalendeTaken(meldingen)
    yield gemaakt
    gemaakt.stop_alles()


def test_elke_plek_waar_een_taak_begint_is_bekend() -> None:
    gevonden = set()
    for bestand in Path(zvh_desktop.__file__).parent.rglob("*.py"):
        tekst = bestand.read_text(encoding="utf-8")
        if "taken" not in tekst or ".start" not in tekst:
            continue  # what stands in the tree stands in the text
        for klasse in ast.walk(ast.parse(tekst)):
            if isinstance(klasse, ast.ClassDef):
                gevonden |= {(klasse.name, naam) for naam in _met_taak(klasse)}
    assert gevonden == set(DRIJVERS) | BIJ_HUN_VENSTER | ZONDER_EIGEN_ANTWOORD


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
@pytest.mark.parametrize("fout", [GebruikersFout("Dat kan niet."), RuntimeError("Testpersoon geheim")], ids=str)
@pytest.mark.parametrize("plek", DRIJVERS, ids=".".join)
def test_een_taak_die_mislukt_wordt_gezegd(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, taken: FalendeTaken, meldingen: NepMeldingen,
    tmp_path: Path, plek: tuple[str, str], fout: Exception,
) -> None:  # fmt: skip
    wie, drijf = DRIJVERS[plek]
    meldingen.antwoord = True
    meldingen.pad = tmp_path
    if plek == ("PartijenPagina", "lees_in"):
        meldingen.pad = tmp_path / "partijen.csv"
        meldingen.pad.write_text("naam\nTestpartij\n", encoding="utf-8")
    _fouten[:] = [fout]
    venster = drijf(qtbot, openen(wie), replace(gereedschap, taken=taken), taken)
    assert not _fouten, "the call was made"
    gezegd = "Dat kan niet." if isinstance(fout, GebruikersFout) else ONVERWACHT

    def is_gezegd() -> None:
        teksten = [een.gebeurd for een in meldingen.fouten]
        teksten += [str(deel.property("text") or "") for deel in venster.findChildren(QWidget)]
        assert any(gezegd in tekst for tekst in teksten)
        assert not any("geheim" in tekst for tekst in teksten)

    qtbot.waitUntil(is_gezegd)
    qtbot.waitUntil(lambda: taken.bezig() == 0)


def _met_taak(klasse: ast.ClassDef) -> set[str]:
    return {
        methode.name
        for methode in klasse.body
        if isinstance(methode, ast.FunctionDef)
        for deel in ast.walk(methode)
        if isinstance(deel, ast.Call)
        and isinstance(deel.func, ast.Attribute)
        and deel.func.attr.startswith("start")
        and ast.unparse(deel.func.value).endswith("taken")
    }


def _toon(qtbot: QtBot, venster: Any) -> Any:
    qtbot.addWidget(venster)
    venster.show()
    return venster
