"""To a word processor and back at the tafel: saved where somebody says, proposed when it returns, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tafelkluis import MEDEWERKER, WACHTWOORD, Tafelkluis, TafelOpener
from test_rondsturen import vastgesteld
from ui_hulp import NepMeldingen
from wordhulp import heel, in_vak

from zvh_desktop.models.keuzes import DocumentSoort
from zvh_desktop.services.bewerkbaar.gegevens import Veldstand, Wordkantlijn, Wordregel, Wordvoorstel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.ui.bewaren.wordknop import Wordknop, Wordtaak
from zvh_desktop.ui.bewaren.wordvoorstel import Wordvoorsteldialoog, geen_verschil, verschillen
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.tafel.stukken.verzenden import Verzenden
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag

__all__ = ["vastgesteld"]


@pytest.fixture
def gehouden(regie: Diensten, tafelkluis: Tafelkluis) -> Diensten:
    """The overleg was held and somebody wrote at both points; the verslag is a concept."""
    for nummer, punt in enumerate(regie.verslagen.toon(tafelkluis.overleg).punten, start=1):
        regie.verslagen.bewaar_tekst(punt.id, VerslagTekst(f"Beeld nummer {nummer}", "", ""))
    return regie


@pytest.fixture
def stap(qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis) -> Verslag:
    vlak = Verslag(gehouden, tafelgereedschap)
    qtbot.addWidget(vlak)
    vlak.show()
    vlak.toon_tafel(tafelkluis.overleg)
    return vlak


def bewaard(qtbot: QtBot, stap: Verslag, meldingen: NepMeldingen, pad: Path) -> bytes:
    meldingen.pad = pad
    stap.word.bewaar_actie.trigger()
    qtbot.waitUntil(pad.exists)
    qtbot.waitUntil(lambda: "buiten de kluis" in stap.word.melding.tekst())
    return pad.read_bytes()


def antwoord(monkeypatch: pytest.MonkeyPatch, doe: Callable[[Wordvoorsteldialoog], None]) -> None:
    def exec_(dialoog: Wordvoorsteldialoog) -> int:
        doe(dialoog)
        return dialoog.result()

    monkeypatch.setattr(Wordvoorsteldialoog, "exec", exec_)


def test_het_concept_wordt_bewaard_waar_de_gebruiker_zegt_met_dezelfde_waarschuwing(
    qtbot: QtBot, stap: Verslag, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    inhoud = bewaard(qtbot, stap, meldingen, tmp_path / "uit.docx")
    assert "Beeld nummer 1" in heel(inhoud)
    assert "niet versleuteld" in stap.word.melding.tekst()
    assert "uit.docx" in stap.word.melding.tekst()


def test_een_wijziging_wordt_voorgesteld_overgenomen_en_teruggedraaid(
    qtbot: QtBot, stap: Verslag, gehouden: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    een, twee = gehouden.verslagen.toon(tafelkluis.overleg).punten[:2]
    pad = tmp_path / "uit.docx"
    inhoud = bewaard(qtbot, stap, meldingen, pad)
    for punt in (een, twee):
        inhoud = in_vak(inhoud, f"p{punt.id}_beeld", f"Getypt in Word bij {punt.nummer}")
    pad.write_bytes(inhoud)
    gehouden.verslagen.bewaar_tekst(twee.id, VerslagTekst("Intussen hier getypt", "", ""))

    gezien: list[str] = []

    def kies(dialoog: Wordvoorsteldialoog) -> None:
        gezien.extend(dialoog.velden.item(rij).text() for rij in range(dialoog.velden.count()))
        assert dialoog.velden.gekozen() == (0,)  # what changed here too is not proposed
        assert (dialoog.nu.toPlainText(), dialoog.uit_word.toPlainText()) == (
            "Beeld nummer 1",
            "Getypt in Word bij 1",
        )
        dialoog.velden.setCurrentRow(1)
        assert dialoog.nu.toPlainText() == "Intussen hier getypt"
        assert "hier is deze tekst ook gewijzigd" in dialoog.stand.tekst()
        dialoog.bewaar_knop.click()

    antwoord(monkeypatch, kies)
    stap.word.lees_actie.trigger()
    qtbot.waitUntil(lambda: "overgenomen" in stap.word.melding.tekst())
    assert len(gezien) == 2
    assert "(hier ook gewijzigd)" in gezien[1]
    na = gehouden.verslagen.toon(tafelkluis.overleg).punten
    assert [na[0].tekst.beeld, na[1].tekst.beeld] == ["Getypt in Word bij 1", "Intussen hier getypt"]
    assert stap.findChild(QPushButton, "verslag_vaststellen") is not None
    stap.word.melding.terug_knop.click()
    assert gehouden.verslagen.toon(tafelkluis.overleg).punten[0].tekst.beeld == "Beeld nummer 1"


def test_zonder_verschil_wordt_dat_gezegd_en_komt_er_geen_venster(
    qtbot: QtBot, stap: Verslag, meldingen: NepMeldingen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaard(qtbot, stap, meldingen, tmp_path / "uit.docx")
    antwoord(monkeypatch, lambda _dialoog: pytest.fail("there is nothing to choose"))
    stap.word.lees_actie.trigger()
    qtbot.waitUntil(lambda: "zegt hetzelfde" in stap.word.melding.tekst())


def test_niets_gekozen_is_niets_overgenomen(
    qtbot: QtBot, stap: Verslag, gehouden: Diensten, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    punt = gehouden.verslagen.toon(tafelkluis.overleg).punten[0]
    pad = tmp_path / "uit.docx"
    pad.write_bytes(in_vak(bewaard(qtbot, stap, meldingen, pad), f"p{punt.id}_beeld", "Uit Word"))
    geweigerd: list[str] = []

    def kies(dialoog: Wordvoorsteldialoog) -> None:
        dialoog.velden.vink(0, aan=False)
        dialoog.bewaar_knop.click()
        geweigerd.append(dialoog.formulier.regel("velden").fout())
        dialoog.reject()

    antwoord(monkeypatch, kies)
    stap.word.lees_actie.trigger()
    qtbot.waitUntil(lambda: bool(geweigerd))
    assert "Kies eerst" in geweigerd[0]
    assert gehouden.verslagen.toon(tafelkluis.overleg).punten[0].tekst.beeld == "Beeld nummer 1"


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
@pytest.mark.parametrize("lezen", [False, True])
def test_wat_mislukt_wordt_gezegd(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path, lezen: bool,
) -> None:  # fmt: skip
    taken = FalendeTaken(meldingen)
    vlak = Verslag(gehouden, replace(tafelgereedschap, taken=taken))
    qtbot.addWidget(vlak)
    vlak.toon_tafel(tafelkluis.overleg)
    meldingen.pad = tmp_path / "uit.docx"
    taken.fout = RuntimeError("Testpersoon geheim")
    (vlak.word.kies if lezen else vlak.word.bewaar)()
    qtbot.waitUntil(lambda: [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT])
    assert not meldingen.pad.exists()


def test_een_bestand_dat_geen_document_is_wordt_geweigerd_met_een_zin(
    qtbot: QtBot, stap: Verslag, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path / "niets.docx"
    meldingen.pad.write_bytes(b"geen document")
    stap.word.lees_actie.trigger()
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "geen Word-document" in meldingen.fouten[0].gebeurd


def test_na_vaststellen_is_de_knop_er_niet(
    qtbot: QtBot, vastgesteld: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis
) -> None:
    vlak = Verslag(vastgesteld, tafelgereedschap)
    qtbot.addWidget(vlak)
    vlak.show()
    vlak.toon_tafel(tafelkluis.overleg)
    assert not vlak.word.knop.isVisible()
    stukken = Verzenden(vastgesteld, tafelgereedschap)
    qtbot.addWidget(stukken)
    stukken.toon_tafel(tafelkluis.overleg)
    stukken.tabel.selectRow(0)
    assert not stukken.word_knop.isEnabled()
    assert "vastgesteld" in stukken.word_knop.toolTip()


def test_een_medewerker_bewaart_en_neemt_over(qtbot: QtBot, tafel_als: TafelOpener, tafelgereedschap: Gereedschap,
                                              tafelkluis: Tafelkluis) -> None:  # fmt: skip
    vlak = Verslag(tafel_als(MEDEWERKER), tafelgereedschap)
    qtbot.addWidget(vlak)
    vlak.show()
    vlak.toon_tafel(tafelkluis.overleg)
    assert vlak.word.knop.isVisible()
    assert vlak.word.lees_actie.isEnabled()


@pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")
def test_bij_verzenden_gaat_het_concept_per_partij_mee(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis, meldingen: NepMeldingen,
    tmp_path: Path,
) -> None:  # fmt: skip
    taken = FalendeTaken(meldingen)
    gehouden.bevestig(WACHTWOORD)
    gehouden.agenda.geef_akkoord(tafelkluis.overleg)
    for punt in gehouden.verslagen.toon(tafelkluis.overleg).punten:
        gehouden.verslagen.start_punt(punt.id, andere_dag=True)
    vlak = Verzenden(gehouden, replace(tafelgereedschap, taken=taken))
    qtbot.addWidget(vlak)
    vlak.show()
    vlak.toon_tafel(tafelkluis.overleg)
    soorten = [vraag.soort for vraag in vlak.tabel.regelmodel.regels]
    vlak.tabel.selectRow(soorten.index(DocumentSoort.ACTIELIJST))
    assert not vlak.word_knop.isEnabled()
    vlak.tabel.selectRow(soorten.index(DocumentSoort.NOTULEN_PARTIJ))
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert vlak.word_knop.isEnabled()
    meldingen.pad = tmp_path / "partij.docx"
    vlak.word_knop.click()
    qtbot.waitUntil(meldingen.pad.exists)
    gekozen = vlak.tabel.gekozen()
    assert gekozen is not None
    assert gekozen.partij in heel(meldingen.pad.read_bytes())
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    taken.fout = RuntimeError("Testpersoon geheim")
    meldingen.pad = tmp_path / "niet.docx"
    vlak.bewaar_word()
    qtbot.waitUntil(lambda: taken.bezig() == 0)
    assert not meldingen.pad.exists()


def test_verschillen_worden_per_woord_onderstreept_zoals_qt_telt() -> None:
    assert verschillen("een twee drie", "een vier drie") == ([(4, 8)], [(4, 8)])
    assert verschillen("\U0001f600 twee", "\U0001f600 vier") == ([(3, 7)], [(3, 7)])
    assert verschillen("gelijk", "gelijk") == ([], [])
    assert verschillen("a " * 5000, "b " * 5000) == ([], [])


def test_van_een_uitgeleende_tafel_wordt_niets_overgenomen(
    qtbot: QtBot, gehouden: Diensten, tafelgereedschap: Gereedschap, tafelkluis: Tafelkluis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """It can be read and saved; what is written waits until the koffer is back."""
    toon = gehouden.verslagen.toon
    monkeypatch.setattr(gehouden.verslagen, "toon", lambda overleg: replace(toon(overleg), te_wijzigen=False))
    vlak = Verslag(gehouden, tafelgereedschap)
    qtbot.addWidget(vlak)
    vlak.show()
    vlak.toon_tafel(tafelkluis.overleg)
    assert vlak.word.bewaar_actie.isEnabled()
    assert not vlak.word.lees_actie.isEnabled()


class Wachtend:
    """Background work that is done when the test says so."""

    def __init__(self) -> None:
        self.klaar: list[Callable[[], None]] = []

    def start(self, werk: Callable[[], object], *, gelukt: Callable[[Any], None], mislukt: object) -> None:
        del mislukt
        self.klaar.append(lambda: gelukt(werk()))


def test_wat_van_een_stuk_werd_gelezen_gaat_nooit_naar_het_volgende(
    qtbot: QtBot, tafelgereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    regel = Wordregel("doel1", "Doel 1", "Hier.", "Uit Word.", Veldstand.WORD)
    genomen: list[int] = []

    def taak(nummer: int) -> Wordtaak:
        def neem(_overnames: object) -> Callable[[], None]:
            genomen.append(nummer)
            return lambda: genomen.append(-nummer)

        voorstel = Wordvoorstel((regel,), 0, (), 0, ())
        return Wordtaak(("plan", nummer), lambda: "x.docx", pytest.fail, lambda _pad: voorstel, neem)

    nu = [taak(1)]
    wachtend: Any = Wachtend()
    vlak = QWidget()
    qtbot.addWidget(vlak)
    gereedschap = replace(tafelgereedschap, taken=wachtend)
    knop = Wordknop("plan", "het concept", lambda: nu[0], lambda doe: doe() is None, gereedschap, vlak)
    meldingen.pad = tmp_path / "terug.docx"
    antwoord(monkeypatch, lambda dialoog: dialoog.bewaar_knop.click())
    knop.zet(mag_terug=True, zichtbaar=True)
    knop.kies()
    nu[0] = taak(2)
    knop.zet(mag_terug=True, zichtbaar=True)
    knop.kies()
    wachtend.klaar[0]()
    assert genomen == []
    assert "ander stuk" in knop.melding.tekst()
    wachtend.klaar[1]()
    assert genomen == [2]
    nu[0] = taak(1)
    knop.zet(mag_terug=True, zichtbaar=True)  # the way back of the other plan is not offered here
    knop.melding.maak_ongedaan()
    assert genomen == [2]
    knop.maak_leeg()
    wachtend.klaar[0]()
    assert genomen == [2]


def test_wat_niet_wordt_overgenomen_wordt_gezegd() -> None:
    half = Wordregel("doel1", "Doel 1", "Hier.", "Uit Word.", Veldstand.WORD, heel=False)
    assert not half.voorgesteld
    zin = geen_verschil(Wordvoorstel((half,), 0, (), 1, ()))
    assert "niet kan worden gelezen, vervalt in: Doel 1." in zin
    assert "niet zeker is waar ze horen" in zin


def test_wat_buiten_de_velden_staat_wordt_met_zijn_woorden_gezegd() -> None:
    """Without it 'says the same' would be untrue, and what somebody wrote would be gone."""
    lang = "z" * 200
    kantlijn = Wordkantlijn(("Los getypt", lang, "c", "d", "e", "f", "g"), ("Klopt dit?",), gevolgd=True)
    zin = geen_verschil(Wordvoorstel((), 3, (), 0, (), kantlijn))
    assert zin.startswith("In de velden zegt het Word-bestand hetzelfde als hier staat. Bijgehouden wijzigingen")
    assert f'"Los getypt", "{"z" * 120}…", "c", "d", "e" en nog 2. Neem het zelf over.' in zin
    assert zin.endswith('Opmerkingen in de kantlijn gaan niet mee: "Klopt dit?".')
    onbekend = geen_verschil(Wordvoorstel((), 3, (), 0, (), Wordkantlijn(getypt=None)))
    assert "kijk dat zelf na" in onbekend
    assert geen_verschil(Wordvoorstel((), 3, (), 0, ())) == "Het Word-bestand zegt hetzelfde als hier staat."
