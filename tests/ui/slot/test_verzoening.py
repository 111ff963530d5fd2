"""What was typed comes back over what a colleague saved, and what cannot come back is told."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTableWidget, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zvh_desktop.models.tekst.samenvoegen import Botsing
from zvh_desktop.ui.slot.veldstand import lees_invoer, tekstbases, waarover
from zvh_desktop.ui.slot.verzoening import Verzoend, verzoen
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld


class Blad(QWidget):
    """A page with a field of each kind."""

    def __init__(self) -> None:
        super().__init__()
        indeling = QVBoxLayout(self)
        self.tekst = Tekstveld("Doel", self)
        self.regel = QLineEdit(self)
        self.regel.setAccessibleName("Onderwerp")
        self.keuze = QComboBox(self)
        self.keuze.setAccessibleName("Soort")
        self.keuze.addItems(["een", "twee", "drie"])
        self.vink = QCheckBox("Nodig", self)
        self.tabel = QTableWidget(3, 1, self)
        self.tabs = QTabWidget(self)
        for deel in (self.tekst, self.regel, self.keuze, self.vink, self.tabel, self.tabs):
            indeling.addWidget(deel)
        self.laad()

    def laad(self, tekst: str = "a\nb", regel: str = "r", keuze: int = 0, *, vink: bool = False) -> None:
        """As it is stored."""
        self.tekst.laad(tekst)
        self.regel.setText(regel)
        self.keuze.setCurrentIndex(keuze)
        self.vink.setChecked(vink)


@pytest.fixture
def blad(qtbot: QtBot) -> Blad:
    gemaakt = Blad()
    qtbot.addWidget(gemaakt)
    return gemaakt


def na(blad: Blad, getypt: object, opnieuw: object) -> Verzoend:
    """Typed first, then read again."""
    grond = lees_invoer(blad).velden
    getypt()  # type: ignore[operator]
    stand = lees_invoer(blad)
    opnieuw()  # type: ignore[operator]
    return verzoen(blad, grond, stand)


def test_wat_alleen_hier_veranderde_komt_terug_en_geldt_als_getypt(blad: Blad) -> None:
    def typ() -> None:
        blad.regel.setText("nieuw")
        blad.keuze.setCurrentIndex(2)
        blad.vink.setChecked(True)

    uitkomst = na(blad, typ, lambda: blad.laad("a\nb\nc"))

    assert (blad.regel.text(), blad.keuze.currentText(), blad.vink.isChecked()) == ("nieuw", "drie", True)
    assert blad.tekst.toPlainText() == "a\nb\nc"
    assert blad.regel.isModified()
    assert uitkomst.niet_teruggezet == ()


def test_een_tekst_van_allebei_wordt_samengevoegd_en_wacht_op_bewaren(blad: Blad) -> None:
    uitkomst = na(blad, lambda: blad.tekst.setPlainText("a\nb hier"), lambda: blad.laad("a daar\nb"))

    assert blad.tekst.toPlainText() == "a daar\nb hier"
    assert blad.tekst.gewijzigd()
    assert uitkomst.botsingen == ()


def test_dezelfde_alinea_van_allebei_wordt_gemeld(blad: Blad) -> None:
    uitkomst = na(blad, lambda: blad.tekst.setPlainText("a hier\nb"), lambda: blad.laad("a daar\nb"))

    assert uitkomst.botsingen == (Botsing("a hier", "a daar"),)


def test_een_regel_of_keuze_van_allebei_blijft_van_de_ander_en_wordt_gezegd(blad: Blad) -> None:
    def typ() -> None:
        blad.regel.setText("hier")
        blad.keuze.setCurrentIndex(1)

    uitkomst = na(blad, typ, lambda: blad.laad(regel="daar", keuze=2))

    assert (blad.regel.text(), blad.keuze.currentText()) == ("daar", "drie")
    assert uitkomst.niet_teruggezet == ("Onderwerp: hier", "Soort: twee")


def test_een_regel_die_is_leeggemaakt_en_niet_terugkomt_wordt_gezegd(blad: Blad) -> None:
    uitkomst = na(blad, blad.regel.clear, lambda: blad.laad(regel="daar"))

    assert blad.regel.text() == "daar"
    assert uitkomst.niet_teruggezet == ("Onderwerp: leeggemaakt (er stond: r)",)


def test_een_tekst_over_iets_anders_die_leeg_was_gemaakt_wordt_gezegd(blad: Blad) -> None:
    grond = lees_invoer(blad).velden
    blad.tekst.clear()
    stand = lees_invoer(blad)
    sleutel = next(een for een in grond if een.startswith("Tekstveld"))
    blad.laad(tekst="van een ander doel")
    assert verzoen(blad, grond, stand, {sleutel}).niet_teruggezet == ("Doel: leeggemaakt (er stond: a b)",)


def test_een_keuze_in_een_tabel_en_een_tabblad_zijn_geen_invoer(blad: Blad) -> None:
    assert {sleutel.partition("|")[0] for sleutel in lees_invoer(blad).velden} == {
        "Tekstveld",
        "QLineEdit",
        "QComboBox",
        "QCheckBox",
    }


def test_wat_hier_niemand_typte_komt_niet_terug_over_wat_er_staat(blad: Blad) -> None:
    stand = lees_invoer(blad)
    blad.laad("van daar")

    uitkomst = verzoen(blad, {}, stand)

    assert blad.tekst.toPlainText() == "van daar"
    assert uitkomst.niet_teruggezet == ()


def test_waar_velden_bij_kwamen_wordt_niets_in_een_ander_veld_gezet(blad: Blad) -> None:
    def lees() -> None:
        blad.laad()
        extra = QLineEdit(blad)
        extra.setAccessibleName("Erbij")
        indeling = blad.layout()
        assert indeling is not None
        indeling.addWidget(extra)

    uitkomst = na(blad, lambda: blad.tekst.setPlainText("a\nb hier"), lees)

    assert blad.tekst.toPlainText() == "a\nb"
    assert uitkomst.niet_teruggezet == ("Doel: a\nb hier",)


@pytest.mark.parametrize(("kolom", "oud", "nieuw"), [(2, "een\ntwee", "nul\neen\ntwee"), (3, "een\ntwee", "twee")])
def test_de_cursor_blijft_in_zijn_regel(blad: Blad, kolom: int, oud: str, nieuw: str) -> None:
    blad.laad(oud)
    blad.tekst.setFocus()
    aanwijzer = blad.tekst.textCursor()
    aanwijzer.setPosition(len("een\n") + kolom)
    blad.tekst.setTextCursor(aanwijzer)

    na(blad, lambda: None, lambda: blad.laad(nieuw))

    assert blad.tekst.textCursor().block().text() == "twee"
    assert blad.tekst.textCursor().positionInBlock() == kolom


def test_een_tekst_weet_zelf_waarop_is_getypt_als_zij_zichzelf_bewaart(blad: Blad) -> None:
    blad.tekst.setPlainText("getypt")
    assert blad.tekst.basis() is None  # the page saves it, with all the rest
    assert tekstbases(blad) == {}

    bewaard: list[str] = []
    blad.tekst.tekst_bewaren.connect(bewaard.append)
    assert list(tekstbases(blad).values()) == ["a\nb"]
    blad.tekst.bewaar_nu()
    assert (bewaard, blad.tekst.basis()) == (["getypt"], "getypt")


def test_wat_niet_bewaard_kon_worden_is_geen_basis(blad: Blad) -> None:
    def weiger(_tekst: str) -> None:
        blad.tekst.nog_niet_bewaard()

    blad.tekst.tekst_bewaren.connect(weiger)
    blad.tekst.setPlainText("getypt")
    blad.tekst.bewaar_nu()
    assert blad.tekst.basis() == "a\nb"


def test_wat_de_bladzijde_liet_staan_geldt_nog_als_getypt(blad: Blad) -> None:
    """Also the next time: what was stored when it was typed stays what it is compared with."""

    def typ() -> None:
        blad.regel.setText("nieuw")

    uitkomst = na(blad, typ, lambda: blad.regel.setModified(False))

    assert blad.regel.isModified()
    [onderwerp] = [sleutel for sleutel in uitkomst.opgeslagen if "Onderwerp" in sleutel]
    assert uitkomst.opgeslagen[onderwerp] == "r"


def test_wat_over_iets_anders_gaat_krijgt_niets_terug(blad: Blad) -> None:
    grond = lees_invoer(blad).velden
    blad.regel.setText("hier")
    stand = lees_invoer(blad)
    blad.laad(regel="van een ander")
    [onderwerp] = [sleutel for sleutel in grond if "Onderwerp" in sleutel]

    uitkomst = verzoen(blad, grond, stand, {onderwerp})

    assert blad.regel.text() == "van een ander"
    assert uitkomst.niet_teruggezet == ("Onderwerp: hier",)


def test_de_nummers_van_wat_erboven_staat_zeggen_waarover_een_veld_gaat(blad: Blad) -> None:
    blad._punt_id = 3  # type: ignore[attr-defined]
    voor = waarover(blad)
    blad._punt_id = 4  # type: ignore[attr-defined]
    assert all(voor[sleutel] != nu for sleutel, nu in waarover(blad).items())
