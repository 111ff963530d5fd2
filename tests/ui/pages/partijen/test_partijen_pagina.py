"""The register in the window: keys, undo, import and who may not."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from proefkluis import BEHEER
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from ui_hulp import NepMeldingen

from zvh_desktop.errors import InvoerOngeldig, Weg
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.regels import partij_hulp
from zvh_desktop.services.partijen.aansluiten import Aansluiting
from zvh_desktop.services.partijen.csv_codering import Codering
from zvh_desktop.services.partijen.inlezen import CsvUitkomst, CsvVoorbeeld
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.werkplek.plekken import BijToetreding
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.partijen.contactdialoog import ContactDialoog
from zvh_desktop.ui.pages.partijen.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.pages.partijen.partijdialoog import PartijDialoog
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen


@pytest.fixture
def pagina(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> PartijenPagina:
    gemaakt = PartijenPagina(diensten, gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1024, 700)
    gemaakt.show()
    gemaakt.vernieuw()
    qtbot.waitExposed(gemaakt)
    return gemaakt


def test_kiest_de_eerste_partij_en_toont_haar_contactpersonen(pagina: PartijenPagina) -> None:
    regel = pagina.tabel.gekozen()
    assert regel is not None
    assert pagina.details.kaart.kop.text() == regel.naam
    assert pagina.details.tabel.model.regels == regel.contactpersonen
    assert bevindingen(pagina) == []


def test_delete_haalt_weg_zonder_vraag_en_ctrl_z_zet_terug(
    qtbot: QtBot, pagina: PartijenPagina, diensten: Diensten, meldingen: NepMeldingen
) -> None:
    aantal = len(diensten.partijen.lijst())
    regel = pagina.tabel.gekozen()
    assert regel is not None
    pagina.tabel.tabel.setFocus()
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Delete)
    assert regel.naam not in {partij.naam for partij in diensten.partijen.lijst()}
    assert regel.naam in pagina.meldregel.tekst()
    assert meldingen.gesteld == []
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(diensten.partijen.lijst()) == aantal
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(diensten.partijen.lijst()) == aantal - 1


def test_contactpersoon_weghalen_en_terugzetten(pagina: PartijenPagina, diensten: Diensten) -> None:
    met = next(partij for partij in diensten.partijen.lijst() if partij.contactpersonen)
    pagina.toon(met.id)
    pagina.details.tabel.kies(0)
    pagina.details.haal_weg()
    assert diensten.partijen.toon(met.id).contactpersonen == ()
    pagina.meldregel.maak_ongedaan()
    (terug,) = diensten.partijen.toon(met.id).contactpersonen
    assert terug.email == met.contactpersonen[0].email


def test_insert_voegt_toe_en_kiest_de_nieuwe(
    qtbot: QtBot, pagina: PartijenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    nieuw = PartijInvoer(naam="Testpartij <b>", kort="Test")
    monkeypatch.setattr(PartijDialoog, "vraag", lambda *a, **k: a[4](nieuw))
    pagina.tabel.tabel.setFocus()
    qtbot.keyClick(pagina.tabel.tabel, Qt.Key.Key_Insert)
    gekozen = pagina.tabel.gekozen()
    assert gekozen is not None
    assert gekozen.naam == "Testpartij <b>"


def test_dialoog_toont_de_weigering_bij_het_veld_en_houdt_de_tekst(qtbot: QtBot, diensten: Diensten) -> None:
    bestaat = diensten.partijen.lijst()[0]
    dialoog = PartijDialoog("Toevoegen", "&Voeg toe", PartijInvoer("", ""), ["zorg"], diensten.partijen.voeg_toe)
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.naam.setText(bestaat.naam)
    dialoog.kort.setText("Uniek")
    dialoog.bewaar_knop.click()
    assert "Er is al een partij" in dialoog.formulier.regel("naam").fout()
    assert dialoog.naam.text() == bestaat.naam
    assert dialoog.isVisible()
    QApplication.processEvents()
    assert bevindingen(dialoog) == []
    dialoog.naam.setText("Testpartij")
    dialoog.bewaar_knop.click()
    assert not dialoog.isVisible()
    assert dialoog.uitkomst() is not None


def test_een_naam_die_op_een_andere_lijkt_vraagt_en_gaat_de_tweede_keer_door(qtbot: QtBot, diensten: Diensten) -> None:
    bekend = diensten.partijen.lijst()[0].naam
    dienst = diensten.partijen.voeg_toe
    dialoog = PartijDialoog("Partij toevoegen", "&Voeg toe", PartijInvoer("", "", PartijSoort.DERDE), (), dienst)
    qtbot.addWidget(dialoog)
    anders = f"{bekend} l"
    diensten.partijen.voeg_toe(PartijInvoer(f"{bekend} 1", "Nr. 1", PartijSoort.DERDE))
    dialoog.naam.setText(anders)
    dialoog.kort.setText("Nr. l")
    dialoog.bewaar_knop.click()
    assert "lijkt op" in dialoog.formulier.regel("naam").fout()
    assert "het cijfer 1" in dialoog.formulier.regel("naam").fout()
    dialoog.opmerking.setPlainText("getypt na de vraag")
    dialoog.bewaar_knop.click()
    assert dialoog.formulier.regel("naam").fout()
    dialoog.bewaar_knop.click()
    assert "Nr. 1" in dialoog.formulier.regel("kort").fout()
    assert dialoog.result() == dialoog.DialogCode.Rejected
    dialoog.bewaar_knop.click()
    assert dialoog.result() == dialoog.DialogCode.Accepted
    assert anders in {partij.naam for partij in diensten.partijen.lijst()}


def test_contactdialoog_geeft_wat_er_staat(qtbot: QtBot) -> None:
    bewaard: list[ContactpersoonInvoer] = []
    soorten = [("casustafel", "Regionale Casustafel"), ("stuurgroep", "Stuurgroep & co")]
    dialoog = ContactDialoog("Contact", "&Bewaar", ContactpersoonInvoer("M. Voorbeeld"), soorten, bewaard.append)
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.mandaat.setChecked(True)
    dialoog.soorten[1][1].setChecked(True)
    assert bevindingen(dialoog) == []
    dialoog.bewaar_knop.click()
    assert bewaard == [ContactpersoonInvoer("M. Voorbeeld", mandaat=True, overlegsoorten=("stuurgroep",))]


@pytest.mark.parametrize("huis", meegeleverde_profielen())
def test_dialogen_noemen_de_regels_van_toetreding_uittreding_en_mandaat(qtbot: QtBot, huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    hulp = partij_hulp(profiel)
    partij = PartijDialoog("Partij", "&Bewaar", PartijInvoer("", ""), [], lambda _: None, hulp=hulp)
    contact = ContactDialoog("Contact", "&Bewaar", ContactpersoonInvoer(""), [], lambda _: None, hulp=hulp)
    for dialoog, velden in (
        (partij, {Regel.TOETREDING: partij.aangesloten, Regel.UITTREDING: partij.uitgetreden}),
        (contact, {Regel.AFGEVAARDIGDE_MANDAAT: contact.mandaat}),
    ):
        qtbot.addWidget(dialoog)
        dialoog.show()
        QApplication.processEvents()
        alles = " ".join(label.text() for label in dialoog.findChildren(QLabel) if label.isVisible())
        for regel, veld in velden.items():
            zin = f"{hoofdletter(profiel.artikel(regel))}: {profiel.regel(regel).tekst}"
            assert zin in alles
            assert zin in veld.accessibleDescription()
        assert bevindingen(dialoog) == []


def test_lijst_inlezen_laat_eerst_zien_wat_er_gebeurt(
    qtbot: QtBot,
    pagina: PartijenPagina,
    diensten: Diensten,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gezien: list[CsvVoorbeeld] = []

    def vraag(voorbeeld: CsvVoorbeeld, *_rest: object) -> CsvVoorbeeld:
        gezien.append(voorbeeld)
        return voorbeeld

    monkeypatch.setattr(CsvVoorbeeldDialoog, "vraag", vraag)
    meldingen.pad = tmp_path / "lijst.csv"
    meldingen.pad.write_bytes(b"Partij;Kort;Kleur\nTestpartij;Test;rood\nProefpartij;Proef;\n;Leeg;\n")
    with qtbot.waitSignal(pagina.opgeslagen):
        pagina.inlees_knop.click()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    erbij, niet = CsvUitkomst.TOEGEVOEGD, CsvUitkomst.GEWEIGERD
    assert [regel.uitkomst for regel in gezien[0].regels] == [erbij, erbij, niet]
    assert "Testpartij" in {partij.naam for partij in diensten.partijen.lijst()}
    dialoog = CsvVoorbeeldDialoog(gezien[0], gereedschap)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    assert "Kleur" in dialoog.onbekend.tekst()
    assert dialoog.telling.tekst() == "3 regels: 2 worden toegevoegd, 1 geweigerd."


def test_wat_geen_lijst_is_geeft_een_melding_en_wijzigt_niets(
    qtbot: QtBot, pagina: PartijenPagina, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    meldingen.pad = tmp_path / "foto.csv"
    meldingen.pad.write_bytes(b"\x89PNG\x00\x01")
    pagina.inlees_knop.click()
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    assert isinstance(meldingen.fouten[0], InvoerOngeldig)


def test_beheerder_ziet_de_knoppen_uit_met_de_reden(openen, gereedschap: Gereedschap, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    pagina = PartijenPagina(openen(BEHEER), gereedschap)
    qtbot.addWidget(pagina)
    pagina.vernieuw()
    for knop in (pagina.nieuw_knop, pagina.wijzig_knop, pagina.weg_knop, pagina.inlees_knop):
        assert not knop.isEnabled()
        assert "mag partijen bijhouden" in knop.toolTip()


def test_na_het_slot_blijft_er_niets_staan(pagina: PartijenPagina) -> None:
    pagina.haal_weg()
    pagina.maak_leeg()
    assert pagina.tabel.model.regels == ()
    assert pagina.details.tabel.model.regels == ()
    assert pagina.details.kaart.kop.text() == ""
    assert pagina.meldregel.tekst() == ""


def test_kolommen_die_niet_worden_herkend_kiest_u_zelf(
    qtbot: QtBot,
    pagina: PartijenPagina,
    diensten: Diensten,
    gereedschap: Gereedschap,
    meldingen: NepMeldingen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    partij = diensten.partijen.lijst()[0]

    def kies(dialoog: CsvVoorbeeldDialoog) -> int:
        dialoog.show()
        assert dialoog.kolommen.isVisible()
        assert not dialoog.doe_knop.isEnabled()
        assert bevindingen(dialoog) == []
        for veld, omlaag in (("partij", 1), ("voornaam", 2), ("achternaam", 3), ("email", 4)):
            for _ in range(omlaag):
                qtbot.keyClick(dialoog.kolommen.keuzes[veld], Qt.Key.Key_Down)
            if veld == "voornaam":
                qtbot.keyClick(dialoog.kolommen.keuzes[veld], Qt.Key.Key_Up)
                assert "is gekozen voor partij en voor voornaam" in dialoog.onbekend.tekst()
                assert not dialoog.doe_knop.isEnabled()
                qtbot.keyClick(dialoog.kolommen.keuzes[veld], Qt.Key.Key_Down)
        assert dialoog.doe_knop.isEnabled()
        qtbot.keyClick(dialoog.doe_knop, Qt.Key.Key_Space)
        return dialoog.result()

    monkeypatch.setattr(CsvVoorbeeldDialoog, "exec", kies)
    meldingen.pad = tmp_path / "adressen.csv"
    meldingen.pad.write_text(f"Firma,Voor,Achter,Post\n{partij.kort},Ada,Proef,ada@oefen.example\n", "utf-8")
    with qtbot.waitSignal(pagina.opgeslagen):
        pagina.inlees_knop.click()
    qtbot.waitUntil(lambda: gereedschap.taken.bezig() == 0)
    namen = {c.naam: c.email for c in diensten.partijen.toon(partij.id).contactpersonen}
    assert namen["Ada Proef"] == "ada@oefen.example"


def test_de_letters_van_een_lijst_zijn_zelf_te_kiezen(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    inhoud = "Partij;Korte naam\nZoë Proef;ZP\nKwast;KW\n".encode("mac_roman")
    lees = partial(diensten.partijen_csv.voorbeeld, inhoud)
    dialoog = CsvVoorbeeldDialoog(lees(), gereedschap, None, lees)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    assert dialoog.codering.currentText() == Codering.MAC.value
    assert dialoog.voorbeeld.regels[0].partij == "Zoë Proef"
    qtbot.keyClick(dialoog.codering, Qt.Key.Key_Down)
    assert dialoog.voorbeeld.codering is Codering.DOS
    assert dialoog.voorbeeld.regels[0].partij == "Zoæ Proef"
    qtbot.keyClick(dialoog.codering, Qt.Key.Key_Up)
    assert dialoog.voorbeeld.regels[0].partij == "Zoë Proef"
    assert dialoog.doe_knop.isEnabled()


def test_een_verloren_letter_staat_bij_de_waarschuwingen(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap
) -> None:
    voorbeeld = diensten.partijen_csv.voorbeeld("Partij;Korte naam\nZorg;Z\nKw\ufffdt;KW\n".encode())
    dialoog = CsvVoorbeeldDialoog(voorbeeld, gereedschap)
    qtbot.addWidget(dialoog)
    assert "op regel 3" in dialoog.onbekend.tekst()


def na_een_tafel(diensten: Diensten) -> Aansluiting:
    vooraf = diensten.partijen.aansluiting()
    assert vooraf is None
    with diensten.werkplek.kluis.engine.begin() as verbinding:
        verbinding.execute(
            text(
                "INSERT INTO vernietiging (soort, nummer, gedaan_op, gedaan_door, samen_met, woorden, geleegd) "
                "VALUES ('casus', 'V-1', '2026-01-01', 'verzonnen', '', '', '')"
            )
        )
    vooraf = diensten.partijen.aansluiting()
    assert vooraf is not None
    return vooraf


def test_na_de_eerste_tafel_zegt_de_dialoog_hoe_een_partij_toetreedt(qtbot: QtBot, diensten: Diensten) -> None:
    vooraf = na_een_tafel(diensten)
    begin = PartijInvoer("", "", PartijSoort.DEELNEMER)
    dialoog = PartijDialoog("Toevoegen", "&Voeg toe", begin, [], diensten.partijen.voeg_toe, aansluiting=vooraf)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert any("alleen bij door toe te treden" in tekst.text() for tekst in dialoog.findChildren(QLabel))
    assert dialoog.toetreding_knop.isVisible()
    assert bevindingen(dialoog) == []
    dialoog.naam.setText("Stichting Verzonnen")
    dialoog.kort.setText("Verz.")
    dialoog.soort.setCurrentIndex(dialoog.soort.findData(PartijSoort.CONVENANTPARTIJ))
    dialoog.bewaar_knop.click()
    assert "alleen bij door toe te treden" in dialoog.formulier.regel("soort").fout()
    assert dialoog.isVisible()


def test_bij_het_inrichten_staat_er_geen_knop(qtbot: QtBot, diensten: Diensten) -> None:
    dialoog = PartijDialoog("Toevoegen", "&Voeg toe", PartijInvoer("", ""), [], diensten.partijen.voeg_toe)
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert not dialoog.toetreding_knop.isVisible()


def test_de_knop_neemt_mee_wat_er_getypt_is(
    qtbot: QtBot, pagina: PartijenPagina, diensten: Diensten, monkeypatch: pytest.MonkeyPatch
) -> None:
    na_een_tafel(diensten)
    wegen: list[Weg] = []
    monkeypatch.setattr("zvh_desktop.ui.pages.partijen.partijdialoog.ga_erheen", lambda _vanaf, weg: wegen.append(weg))

    def typ(dialoog: PartijDialoog) -> int:
        assert dialoog.soort.currentData() == PartijSoort.DEELNEMER
        dialoog.naam.setText("Stichting Verzonnen")
        dialoog.kort.setText("Verz.")
        dialoog.groep.setCurrentText("zorg")
        dialoog.toetreding_knop.click()
        return dialoog.result()

    monkeypatch.setattr(PartijDialoog, "exec", typ)
    pagina.voeg_toe()
    assert wegen == [Weg("beheer", BijToetreding("Stichting Verzonnen", "Verz.", "zorg"), wegen[0].knop)]
    assert "Stichting Verzonnen" not in {een.naam for een in diensten.partijen.lijst()}
