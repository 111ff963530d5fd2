"""The whole job in the real main window, by keyboard alone: from aanmelding to notulen and afschaling.

Every step is what one person does at a desk: log in, do it with keys, and read on the screen that it is so. The
vault is real; services are asked nothing but what stands in it afterwards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, ProefKlok, maak_sjabloon
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot
from toetsenbord import ALT, CTRL, SHIFT, Toets, Toetsenbord, scherm

from zvh_desktop.models.keuzes import CasusId, PoortStand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.meldingen import Meldingen
from zvh_desktop.ui.paginas import bouw_paginas, bouw_zoeker
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.vensters import Vensters

CASUS = "2026-0001"
POLITIE = "Politie Regionale Eenheid Oost-Nederland"
MEDIANT = "Mediant"
TACTUS = "Stichting Tactus Sociale Verslavingszorg"
RECHTMATIG = (POLITIE, MEDIANT, TACTUS, "Veilig Thuis Twente")
NIET_RECHTMATIG = "Humanitas onder dak Twente"
SITUATIE = "Verzonnen situatie: onrust op straat, en zorgen over de woning."


@dataclass
class Kantoor:
    """One computer in the office: the application, a keyboard, and the day on the calendar."""

    kluismap: Path
    gereedschap: Gereedschap
    klok: ProefKlok
    toetsen: Toetsenbord
    verloop: Sessieverloop | None = None

    def start(self) -> None:
        """Start the application on the vault."""
        self.verloop = Sessieverloop(ToegangDienst(self.klok), self._vensters, self.gereedschap)
        self.verloop.toon_aanmelden(self.kluismap)
        aanmeldvenster = self.verloop.aanmeldvenster
        assert aanmeldvenster is not None
        # this window and no other of the same name: one that is just going down takes what is typed with it
        aanmeldvenster.activateWindow()
        self.toetsen.wacht(aanmeldvenster.isActiveWindow)

    def stop(self) -> None:
        """End it."""
        if self.verloop is not None:
            self.verloop.stop()
            if self.verloop.aanmeldvenster is not None:
                self.verloop.aanmeldvenster.close()
            self.verloop.deleteLater()
            self.verloop = None

    def meld_aan(self, naam: str) -> None:
        """Whoever was in signs out, as the handleiding says when somebody else goes on; this user comes in."""
        if self.verloop is not None:
            # a lock would keep the place: that user would come back to the page that was left, and not to Vandaag
            self.toetsen.druk(Toets.Key_L, CTRL | SHIFT)
            self.toetsen.wacht(lambda: self.verloop is not None and self.verloop.venster is None)
            self.stop()
        self.start()
        self.toetsen.typ(naam)
        self.toetsen.druk(Toets.Key_Tab)
        self.typ_wachtwoord()
        self.toetsen.wacht_op("Vergrendel")

    def typ_wachtwoord(self) -> None:
        """Type the password and confirm with Enter."""
        self.toetsen.typ(WACHTWOORD)
        self.toetsen.druk(Toets.Key_Return)

    def onderteken(self) -> None:
        """In the dialog that shows what is signed; within five minutes it asks for no password."""
        assert "Uw naam komt eronder te staan" in scherm()
        if "U gaf net uw wachtwoord" in scherm():
            self.toetsen.druk(Toets.Key_Return)
        else:
            self.typ_wachtwoord()
        self.toetsen.wacht(lambda: QApplication.activeModalWidget() is None)

    def venster(self) -> Hoofdvenster:
        """The main window now on the screen."""
        assert self.verloop is not None
        assert self.verloop.venster is not None
        return self.verloop.venster

    def diensten(self) -> Diensten:
        """The services behind the window, only to look afterwards what is in the vault."""
        assert self.verloop is not None
        gevonden = self.verloop.diensten()
        assert isinstance(gevonden, Diensten)
        return gevonden

    def deel(self, naam: str) -> QWidget:
        """A widget of the main window, to read from."""
        gevonden = self.venster().findChild(QWidget, naam)
        assert gevonden is not None
        return gevonden

    def _vensters(self) -> Vensters:
        return Vensters(bouw_paginas, bouw_zoeker)


@pytest.fixture
def kantoor(qtbot: QtBot, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Kantoor]:
    klok = ProefKlok()
    kluismap = maak_sjabloon(tmp_path / "twente.kluis")
    _zet_contactpersonen_klaar(kluismap, klok)
    meldingen = Meldingen()
    taken = Taken(meldingen)
    echt = dataclasses.replace(gereedschap, taken=taken, melder=meldingen, klok=_Wandklok(klok))
    gemaakt = Kantoor(kluismap, echt, klok, Toetsenbord(qtbot))
    yield gemaakt
    gemaakt.toetsen.stop()
    gemaakt.stop()
    taken.stop_alles()
    for venster in QApplication.topLevelWidgets():
        venster.close()
        venster.deleteLater()


class _Wandklok:
    """The same moment as the clock of the vault, as it hangs on the wall here."""

    def __init__(self, klok: ProefKlok) -> None:
        self._klok = klok

    def __call__(self) -> datetime:
        return self._klok().astimezone(AMSTERDAM)


def _zet_contactpersonen_klaar(kluismap: Path, klok: ProefKlok) -> None:
    diensten = ToegangDienst(klok).ontgrendel(kluismap, MEDEWERKER, WACHTWOORD)
    try:
        for nummer, partij in enumerate(diensten.partijen.lijst()):
            contact = ContactpersoonInvoer("J. Oefenman", "adviseur", f"post{nummer}@voorbeeld.invalid", mandaat=True)
            diensten.partijen.voeg_contact_toe(partij.id, contact)
    finally:
        diensten.sluit()


def test_het_hele_werk_met_alleen_het_toetsenbord(kantoor: Kantoor, tmp_path: Path) -> None:
    kantoor.meld_aan(MEDEWERKER)
    begin_een_aanmelding(kantoor)
    vergrendel_midden_in_een_zin(kantoor)
    vul_de_rest_van_de_aanmelding(kantoor)

    kantoor.meld_aan(REGIE)
    accepteer_de_aanmelding(kantoor)
    rond_de_triage_af(kantoor)
    onderteken_de_oordelen(kantoor)
    plan_een_tafel(kantoor)
    bouw_de_agenda(kantoor)
    geef_akkoord(kantoor)

    kantoor.meld_aan(MEDEWERKER)
    verstuur_de_uitnodigingen(kantoor)

    kantoor.meld_aan(REGIE)
    trek_een_oordeel_in(kantoor)
    verstuur_de_intrekking(kantoor)

    kantoor.klok.verder(dagen=14)
    kantoor.meld_aan(REGIE)
    houd_de_tafel(kantoor)
    stel_het_verslag_vast(kantoor)
    bewaar_de_stukken(kantoor, tmp_path / "stukken")
    maak_een_plan(kantoor)
    schaal_af(kantoor)


# --- the steps ------------------------------------------------------------------------------------


def begin_een_aanmelding(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_2, CTRL)
    toetsen.wacht_op("Nog geen casussen")
    toetsen.druk(Toets.Key_Insert)
    toetsen.wacht_op("Wie meldt aan")
    toetsen.typ("Politie")
    toetsen.naar("aanmelding_aanpak")
    toetsen.druk(Toets.Key_Down)
    toetsen.vul("aanmelding_contact_naam", "J. Oefenman")
    toetsen.naar("aanmelding_zorgelijke_situatie")
    toetsen.typ(SITUATIE[:30])
    assert SITUATIE[:30] in scherm()


def vergrendel_midden_in_een_zin(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_L, CTRL)
    toetsen.wacht_op("Casustafel is vergrendeld")
    assert not any(SITUATIE[:20] in scherm(venster) for venster in QApplication.topLevelWidgets())
    kantoor.typ_wachtwoord()
    toetsen.wacht_op("Wie meldt aan")
    assert toetsen.waar().objectName() == "aanmelding_zorgelijke_situatie"
    toetsen.typ(SITUATIE[30:])
    veld = toetsen.waar()
    assert isinstance(veld, QPlainTextEdit)
    assert veld.toPlainText() == SITUATIE


def vul_de_rest_van_de_aanmelding(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.vul("aanmelding_verzoek", "Meedenken over een gezamenlijk plan.")
    for criterium in kantoor.diensten().aanmeldingen.criteria():
        toetsen.knop(f"criterium_{criterium.sleutel}_ja")
        toetsen.druk(Toets.Key_Tab)
        toetsen.typ("Verzonnen motivering.")
    toetsen.naar("betrokkene_1_naam")
    toetsen.typ("Testpersoon Een")
    toetsen.wacht_op("Opgeslagen")
    toetsen.wacht_tot_weg("Nog nodig om te kunnen accepteren")
    assert "Volgens deze beoordeling is aan de criteria voldaan." in scherm()
    assert "Alleen een procesregisseur" in scherm()


def accepteer_de_aanmelding(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    assert "1 aanmelding te beoordelen" in scherm()
    toetsen.knop_met("Beoordeel")
    toetsen.wacht_op("Testpersoon Een")
    toetsen.druk(Toets.Key_Return)
    toetsen.wacht_op("Wie meldt aan")

    def bevestig() -> None:
        assert "casusnummer" in scherm()
        toetsen.knop_met("Accepteer en geef een casusnummer")

    with toetsen.dialoog("melding", bevestig):
        toetsen.knop("aanmelding_accepteer_knop")
    assert f"Het casusnummer is {CASUS}" in scherm()


def rond_de_triage_af(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.knop_met("Open de casus")
    toetsen.wacht_op(f"{CASUS}")
    toetsen.knop("vouwknop_triage")
    toetsen.vul("triage_doel", "Richting bepalen voor een plan")
    toetsen.vul("triage_themas", "Wonen en zorg")
    toetsen.naar("triage_routering")
    toetsen.druk(Toets.Key_Down)

    def bevestig() -> None:
        assert "niets meer worden gewijzigd" in scherm()
        toetsen.knop_met("Rond de triage af")

    with toetsen.dialoog("melding", bevestig):
        toetsen.knop("triage_afrond_knop")
    assert "afgerond op 1 september 2026" in scherm()


def onderteken_de_oordelen(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.knop("vouwknop_oordelen")
    tabel = toetsen.naar("oordelen_tabel")
    assert isinstance(tabel, QTableView)
    for naam in RECHTMATIG:
        _naar_rij(toetsen, tabel, naam)
        toetsen.druk(Toets.Key_1)
        toetsen.druk(Toets.Key_Return)
    _naar_rij(toetsen, tabel, NIET_RECHTMATIG)
    toetsen.druk(Toets.Key_2)
    toetsen.typ("Geen betrokkenheid bij deze casus")
    toetsen.druk(Toets.Key_Return)
    assert f"Onderteken {len(RECHTMATIG) + 1} oordelen" in scherm()
    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken):
        toetsen.druk(Toets.Key_Return, CTRL)
    assert f"{len(RECHTMATIG)} rechtmatig" in scherm()
    gegeven = {regel.partij: regel.stand for regel in kantoor.diensten().oordelen.blad(CasusId(1))}
    assert {gegeven[naam] for naam in RECHTMATIG} == {PoortStand.RECHTMATIG}
    assert gegeven[NIET_RECHTMATIG] is PoortStand.NIET_RECHTMATIG


def plan_een_tafel(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_3, CTRL)
    toetsen.wacht_op("Nog geen")

    def vul_in() -> None:
        toetsen.vul("plaats", "Enschede, zaal 2")
        toetsen.vul("voorzitter", "P. Proefpersoon")
        toetsen.druk(Toets.Key_Return)

    with toetsen.dialoog("tafeldialoog", vul_in):
        toetsen.druk(Toets.Key_Insert)
    toetsen.wacht_op("De agenda is nog leeg")
    assert "di 15 september 2026" in scherm()


def bouw_de_agenda(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen

    def kies() -> None:
        toetsen.typ(CASUS)
        toetsen.druk(Toets.Key_Return)
        toetsen.vul("punt_nieuw_onderwerp", "Vaststellen verslag")
        toetsen.druk(Toets.Key_Return)

    with toetsen.dialoog("puntdialoog", kies):
        toetsen.druk(Toets.Key_Space)
    matrix = toetsen.waar()
    assert isinstance(matrix, QTableView)
    assert matrix.objectName() == "matrix"
    assert _onderwerpen(matrix)[0].startswith(CASUS)

    _verplaats_en_ongedaan(toetsen, matrix)
    _vul_het_punt(toetsen)
    toetsen.naar("matrix")
    _nodig_uit(toetsen, matrix)


def _verplaats_en_ongedaan(toetsen: Toetsenbord, matrix: QTableView) -> None:
    toetsen.druk(Toets.Key_Up)
    toetsen.druk(Toets.Key_Down, ALT)
    assert _onderwerpen(matrix)[0] == "Vaststellen verslag"
    toetsen.druk(Toets.Key_Z, CTRL)
    assert _onderwerpen(matrix)[0].startswith(CASUS)
    toetsen.druk(Toets.Key_Y, CTRL)
    assert _onderwerpen(matrix)[1].startswith(CASUS)
    assert matrix.currentIndex().row() == 1


def _vul_het_punt(toetsen: Toetsenbord) -> None:
    assert "type besluit" in scherm(), "wat nog nodig is voor akkoord staat onder de agenda"
    toetsen.druk(Toets.Key_F2)
    assert toetsen.waar().objectName() == "punt_doel"
    toetsen.druk(Toets.Key_A, CTRL)
    toetsen.typ("Richting bepalen voor een plan van aanpak")
    toetsen.naar("punt_besluit")
    toetsen.typ("Afschalen")
    toetsen.vul("punt_themas", "Wonen")


def _nodig_uit(toetsen: Toetsenbord, matrix: QTableView) -> None:
    _naar_kolom(toetsen, matrix, NIET_RECHTMATIG)
    toetsen.druk(Toets.Key_Space)
    assert "art. 14.2" in scherm()
    assert "niet rechtmatig" in scherm().casefold()
    for naam in RECHTMATIG:
        _naar_kolom(toetsen, matrix, naam)
        toetsen.druk(Toets.Key_Space)
        assert "op de agenda" in str(matrix.currentIndex().data(_TOEGANKELIJK)).casefold()


def geef_akkoord(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken):
        toetsen.druk(Toets.Key_K, ALT)
    toetsen.wacht_op("Terug naar concept")
    assert "akkoord" in scherm(kantoor.deel("tafel_status")).casefold()


def verstuur_de_uitnodigingen(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    assert "kunnen de deur uit" in scherm()
    toetsen.knop_met("Open")
    toetsen.wacht_op("4 nog te versturen")
    tabel = toetsen.waar()
    assert isinstance(tabel, QTableView)
    for naam in RECHTMATIG:
        _naar_rij(toetsen, tabel, naam)
        toetsen.wacht(lambda: _knop_aan(kantoor, "uitnodiging_concept"))
        toetsen.druk(Toets.Key_V, ALT)
        toetsen.wacht(partial(_is_verstuurd, tabel, naam))
        assert toetsen.waar() is tabel
    assert "alles verstuurd" in scherm()
    _naar_rij(toetsen, tabel, POLITIE)
    toetsen.druk(Toets.Key_K)
    toetsen.wacht_op("3 zonder antwoord")
    assert "komt" in _rij_tekst(tabel, POLITIE)


def trek_een_oordeel_in(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_K, CTRL)
    toetsen.typ(CASUS)
    toetsen.wacht(lambda: _treffers(kantoor) > 0)
    toetsen.druk(Toets.Key_Return)
    toetsen.wacht_op("Oordelen: wie mag rechtmatig aanwezig zijn")
    toetsen.knop("vouwknop_oordelen")
    tabel = toetsen.naar("oordelen_tabel")
    assert isinstance(tabel, QTableView)
    _naar_rij(toetsen, tabel, TACTUS)
    toetsen.druk(Toets.Key_3)
    toetsen.typ("De behandeling is gestopt")
    toetsen.druk(Toets.Key_Return)
    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken):
        toetsen.druk(Toets.Key_Return, CTRL)
    assert "ingetrokken" in _rij_tekst(tabel, TACTUS)


def verstuur_de_intrekking(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_1, CTRL)
    toetsen.wacht_op("1 uitnodiging moet worden ingetrokken")
    toetsen.knop_met("Bekijk")
    toetsen.wacht_op("1 in te trekken")
    toetsen.wacht(lambda: _knop_aan(kantoor, "uitnodiging_concept"))
    assert "Intrekking verstuurd" in scherm()
    toetsen.druk(Toets.Key_V, ALT)
    toetsen.wacht_op("alles verstuurd")


def houd_de_tafel(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_3, CTRL)
    toetsen.wacht_op("Enschede, zaal 2")
    toetsen.druk(Toets.Key_Return)
    toetsen.wacht_op("Iedereen is gewezen op de geheimhouding (art. 17.1)")
    toetsen.druk(Toets.Key_G, ALT)
    toetsen.druk(Toets.Key_F6)
    assert POLITIE in scherm(kantoor.deel("wisseling"))
    assert TACTUS not in scherm(kantoor.deel("wisseling"))
    toetsen.knop("start_punt")
    toetsen.wacht_op("Beeld - wat is er aan de hand")
    assert toetsen.waar().objectName() == "verslag_beeld"
    toetsen.typ("Verzonnen beeld van de situatie.")
    toetsen.druk(Toets.Key_Tab)
    toetsen.typ("Verzonnen oordeel van de tafel.")
    toetsen.knop("besluit_afschalen")
    assert "Afschalen" in _rij_tekst(_tabel(kantoor, "verslag_besluiten"), "Afschalen")
    toetsen.naar("actie_tekst")
    toetsen.typ("Huisbezoek afleggen")
    toetsen.druk(Toets.Key_Return)
    assert _rij_tekst(_tabel(kantoor, "verslag_acties"), "Huisbezoek")
    _vul_de_aanwezigheid_in(kantoor)
    toetsen.druk(Toets.Key_F6)
    toetsen.wacht_op("Alle punten zijn geweest")


def _vul_de_aanwezigheid_in(kantoor: Kantoor) -> None:
    """Who answered is there already; of the others nobody knows, so that it is asked."""
    toetsen = kantoor.toetsen
    tabel = toetsen.naar("verslag_aanwezigen")
    assert isinstance(tabel, QTableView)
    assert "aanwezig" in _rij_tekst(tabel, "Politie")
    assert "nog niet bekend" in _rij_tekst(tabel, MEDIANT)
    for rij in range(tabel.model().rowCount()):
        while tabel.currentIndex().row() < rij:
            toetsen.druk(Toets.Key_Down)
        toetsen.druk(Toets.Key_A)
    assert "aanwezig" in _rij_tekst(tabel, MEDIANT)


def stel_het_verslag_vast(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.knop_met("Naar het verslag")
    toetsen.wacht_op("Stel verslag vast")
    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken):
        toetsen.druk(Toets.Key_S, ALT)
    toetsen.wacht_op("Het verslag is vastgesteld en ligt vast.")


def bewaar_de_stukken(kantoor: Kantoor, doel: Path) -> None:
    doel.mkdir()
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_Right, ALT)
    toetsen.wacht_op("Elke partij krijgt alleen de punten waar die bij mocht zijn.")
    assert f"{TACTUS} krijgt niets." in scherm()

    def kies_map() -> None:
        toetsen.druk(Toets.Key_A, CTRL)
        toetsen.typ(str(doel))
        toetsen.druk(Toets.Key_Return)

    with toetsen.dialoog("QFileDialog", kies_map):
        toetsen.druk(Toets.Key_L, ALT)
    toetsen.wacht_op("documenten zijn bewaard")
    namen = [bestand.name for bestand in doel.glob("*.pdf")]
    assert any(MEDIANT in naam for naam in namen)
    assert not any("Tactus" in naam for naam in namen)


def maak_een_plan(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.druk(Toets.Key_2, CTRL)
    toetsen.wacht_op(CASUS)
    toetsen.druk(Toets.Key_Return)
    toetsen.wacht_op("Plan van aanpak")
    toetsen.knop("vouwknop_plan")
    toetsen.knop_met("Begin een plan van aanpak")
    toetsen.knop("plan_doel_toevoegen")
    assert toetsen.waar().objectName() == "plan_doel_1"
    toetsen.typ("Een vaste woning")
    toetsen.naar("plan_leefgebied_1", hulptoets=SHIFT)
    toetsen.typ("Huisvesting")
    toetsen.knop("plan_rol_toevoegen")
    toetsen.typ("Begeleidt het gezin")
    toetsen.druk(Toets.Key_Tab)
    toetsen.typ("Afspraken over wonen")
    toetsen.vul("plan_informeert", "De begeleider")
    toetsen.vul("plan_criteria", "Een half jaar rust")
    toetsen.naar("plan_evaluatie_op")
    toetsen.druk(Toets.Key_Up)
    toetsen.wacht_tot_weg("Nog nodig om vast te stellen")
    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken):
        toetsen.knop("plan_vaststel_knop")
    toetsen.wacht_op("versie 1, vastgesteld")


def schaal_af(kantoor: Kantoor) -> None:
    toetsen = kantoor.toetsen
    toetsen.knop("vouwknop_afschaling")
    toetsen.vul("afschaling_criteria_gehaald", "Een half jaar rust gehaald")
    toetsen.vul("afschaling_motivering", "De gemeente neemt het over")
    toetsen.vul("afschaling_overgedragen_aan", "Aan de gemeente")
    toetsen.wacht_tot_weg("Nog nodig om te kunnen besluiten")

    def bevestig() -> None:
        assert "niet ongedaan maken" in scherm()
        toetsen.knop_met("Leg dit besluit vast")

    with toetsen.dialoog("bevestigingsdialoog", kantoor.onderteken), toetsen.dialoog("melding", bevestig):
        toetsen.knop("afschaling_besluit_overleg")
    toetsen.wacht_op("afgeschaald op 15 september 2026")
    toetsen.naar("checklist_criteria")
    toetsen.druk(Toets.Key_Space)
    assert "gedaan door P. Proefpersoon op 15 september 2026" in scherm()
    assert "Dit doet u hieronder, bij Bewaren en vernietigen. Daar wordt deze regel vanzelf afgevinkt." in scherm()


# --- reading and walking through tables -----------------------------------------------------------

_TOEGANKELIJK = int(Qt.ItemDataRole.AccessibleTextRole)


def _rij_van(tabel: QTableView, tekst: str) -> int:
    model = tabel.model()
    for rij in range(model.rowCount()):
        if any(tekst in str(model.index(rij, kolom).data() or "") for kolom in range(model.columnCount())):
            return rij
    raise AssertionError(f"{tekst} staat niet in {tabel.objectName()}")


def _rij_tekst(tabel: QTableView, tekst: str) -> str:
    model, rij = tabel.model(), _rij_van(tabel, tekst)
    return " | ".join(str(model.index(rij, kolom).data() or "") for kolom in range(model.columnCount()))


def _naar_rij(toetsen: Toetsenbord, tabel: QTableView, tekst: str) -> None:
    """Walk up or down to the row in which this stands."""
    verschil = _rij_van(tabel, tekst) - tabel.currentIndex().row()
    toetsen.druk(Toets.Key_Down if verschil > 0 else Toets.Key_Up, keer=abs(verschil))
    assert tabel.currentIndex().row() == _rij_van(tabel, tekst)


def _naar_kolom(toetsen: Toetsenbord, tabel: QTableView, partij: str) -> None:
    """Walk left or right to the column of this partij."""
    model = tabel.model()
    kolommen = [
        nummer
        for nummer in range(model.columnCount())
        if model.headerData(nummer, Qt.Orientation.Horizontal, _TOEGANKELIJK) == partij
    ]
    assert kolommen, f"{partij} heeft geen kolom"
    verschil = kolommen[0] - tabel.currentIndex().column()
    toetsen.druk(Toets.Key_Right if verschil > 0 else Toets.Key_Left, keer=abs(verschil))
    assert tabel.currentIndex().column() == kolommen[0]


def _onderwerpen(matrix: QTableView) -> list[str]:
    model = matrix.model()
    return [str(model.index(rij, 1).data()) for rij in range(model.rowCount())]


def _tabel(kantoor: Kantoor, naam: str) -> QTableView:
    gevonden = next(een for een in kantoor.venster().findChildren(QTableView, naam) if een.isVisible())
    assert isinstance(gevonden, QTableView)
    return gevonden


def _is_verstuurd(tabel: QTableView, partij: str) -> bool:
    return "| verstuurd" in _rij_tekst(tabel, partij)


def _knop_aan(kantoor: Kantoor, naam: str) -> bool:
    knop = kantoor.deel(naam)
    return isinstance(knop, QAbstractButton) and knop.isEnabled()


def _treffers(kantoor: Kantoor) -> int:
    return kantoor.venster().zoek_veld.model.rowCount()
