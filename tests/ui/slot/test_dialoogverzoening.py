"""What stood in a dialog comes back over what is read by then: by what a line is, and in the order of the dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from zvh_desktop.ui.pages.informatie.keuzelijst import Keuze, Keuzelijst
from zvh_desktop.ui.slot.dialoogverzoening import verzoen_dialoog
from zvh_desktop.ui.slot.veldstand import herstel_stand, lees_begin, lees_stand
from zvh_desktop.ui.widgets.velden.vinklijst import Vinklijst

BladT = TypeVar("BladT", bound=QWidget)
PARTIJEN = ((1, "Politie"), (2, "GGZ"), (3, "Gemeente"))
VAN_OVERLEG = {"overleg 1": ((1, "Politie"), (2, "GGZ")), "overleg 2": ((3, "Gemeente"), (4, "Reclassering"))}


class Blad(QWidget):
    """A field of each kind; what is not asked for is not there."""

    def __init__(
        self,
        partijen: Sequence[tuple[int, str]] = PARTIJEN,
        aan: Sequence[int] = (),
        plaatsen: Sequence[str] = ("Almelo", "Enschede", "Hengelo"),
        plaats: str = "Enschede",
        rondje: int = 0,
        dag: QDate | None = None,
        toelichting: str = "",
    ) -> None:
        super().__init__()
        self.partijen = Vinklijst("Partijen", self)
        self.partijen.zet(partijen, aan)
        self.plaats = QComboBox(self)
        self.plaats.setAccessibleName("Plaats")
        self.plaats.addItems(list(plaatsen))
        self.plaats.setCurrentText(plaats)
        self.rondjes = [QRadioButton(tekst, self) for tekst in ("&Ja", "&Nee", "&Later")]
        self.rondjes[rondje].setChecked(True)
        self.dag = QDateEdit(dag or QDate(2026, 1, 1), self)
        self.dag.setDisplayFormat("dd-MM-yyyy")
        self.dag.setAccessibleName("Datum")
        self.vink = QCheckBox("Met &toelichting", self)
        self.toelichting = QPlainTextEdit(toelichting, self)
        self.toelichting.setAccessibleName("Toelichting")
        self.toelichting.setReadOnly(True)
        self.vink.toggled.connect(lambda aan: self.toelichting.setReadOnly(not aan))
        self.regels: list[QLineEdit] = []
        self.regel_erbij()

    def regel_erbij(self, tekst: str = "") -> None:
        regel = QLineEdit(tekst, self)
        regel.setAccessibleName("Regel")
        self.regels.append(regel)

    def rondje(self) -> str:
        return next(een.text() for een in self.rondjes if een.isChecked())


class Afhankelijk(QWidget):
    """A list that is of what is chosen above it."""

    def __init__(self, extra: Sequence[tuple[int, str]] = ()) -> None:
        super().__init__()
        self._extra = extra
        self.overleg = QComboBox(self)
        self.overleg.setAccessibleName("Overleg")
        self.overleg.addItems(list(VAN_OVERLEG))
        self.partijen = Keuzelijst("Partijen", self)
        self.overleg.currentIndexChanged.connect(self._vul)
        self._vul()

    def _vul(self) -> None:
        regels = (*self._extra, *VAN_OVERLEG[self.overleg.currentText()])
        self.partijen.zet_keuzes([Keuze(sleutel, tekst) for sleutel, tekst in regels])


def over(qtbot: QtBot, eerst: BladT, typ: Callable[[BladT], object], nu: BladT) -> tuple[str, ...]:
    """What is told, after what was done in the first came back in what it is now."""
    for blad in (eerst, nu):
        qtbot.addWidget(blad)
    grond = lees_begin(eerst)
    typ(eerst)
    return verzoen_dialoog(nu, grond, lees_stand(eerst)).niet_teruggezet


# --- by key --------------------------------------------------------------------------------------


def test_een_vink_komt_terug_op_dezelfde_partij_en_niet_op_dezelfde_plek(qtbot: QtBot) -> None:
    nu = Blad(((2, "GGZ"), (3, "Gemeente"), (4, "Reclassering")))
    assert over(qtbot, Blad(), lambda blad: blad.partijen.vink(2, aan=True), nu) == ()
    assert nu.partijen.gekozen() == (2,)


def test_van_een_partij_die_weg_is_wordt_het_gezegd(qtbot: QtBot) -> None:
    nu = Blad(PARTIJEN[1:])
    assert over(qtbot, Blad(), lambda blad: blad.partijen.vink(1, aan=True), nu) == ("“Politie” in “Partijen”",)
    assert nu.partijen.gekozen() == ()


def test_ook_zonder_collega_staat_een_vink_op_de_partij(qtbot: QtBot) -> None:
    """The list may have another order by itself."""
    eerst, nu = Blad(), Blad(PARTIJEN[::-1])
    for blad in (eerst, nu):
        qtbot.addWidget(blad)
    eerst.partijen.vink(1, aan=True)
    herstel_stand(nu, lees_stand(eerst))
    assert nu.partijen.gekozen() == (1,)


def tabel(namen: Sequence[str]) -> QWidget:
    blad = QWidget()
    rijen = QTableWidget(len(namen), 2, blad)
    rijen.setAccessibleName("Casussen")
    for rij, naam in enumerate(namen):
        rijen.setItem(rij, 0, QTableWidgetItem(naam))
        rijen.setItem(rij, 1, QTableWidgetItem("open"))
    return blad


def gekozen_rijen(blad: QWidget) -> list[str]:
    rijen = blad.findChild(QTableWidget)
    assert rijen is not None
    return [een.data() for een in rijen.selectionModel().selectedRows()]


def kies(blad: QWidget) -> None:
    rijen = blad.findChild(QTableWidget)
    assert rijen is not None
    rijen.selectRow(1)


@pytest.mark.parametrize(
    ("nu", "gekozen", "gezegd"),
    [
        (("nul", "een", "twee"), ["twee"], ()),
        (("een", "drie"), [], ("Uw keuze in “Casussen”",)),
    ],
)
def test_een_rij_in_een_tabel_komt_terug_op_wat_zij_is(
    qtbot: QtBot, nu: Sequence[str], gekozen: list[str], gezegd: tuple[str, ...]
) -> None:
    blad = tabel(nu)
    assert over(qtbot, tabel(("een", "twee", "drie")), kies, blad) == gezegd
    assert gekozen_rijen(blad) == gekozen


def test_een_keuze_in_een_lijst_die_verschoof_is_niet_van_een_ander(qtbot: QtBot) -> None:
    nu = Blad(plaatsen=("Almelo", "Borne", "Enschede", "Hengelo"))
    assert over(qtbot, Blad(), lambda blad: blad.plaats.setCurrentText("Hengelo"), nu) == ()
    assert nu.plaats.currentText() == "Hengelo"


# --- in the order of the dialog ------------------------------------------------------------------


def kies_overleg(blad: Afhankelijk) -> None:
    blad.overleg.setCurrentText("overleg 2")
    blad.partijen.zet_aan(4)


@pytest.mark.parametrize("extra", [(), ((9, "Zorgkantoor"),)], ids=["ergens anders", "in die lijst"])
def test_vinken_in_een_lijst_die_van_een_keuze_afhangt_komen_terug(
    qtbot: QtBot, extra: Sequence[tuple[int, str]]
) -> None:
    nu = Afhankelijk(extra)
    assert over(qtbot, Afhankelijk(), kies_overleg, nu) == ()
    assert (nu.overleg.currentText(), nu.partijen.gekozen()) == ("overleg 2", (4,))


def test_een_tekst_die_pas_door_een_vink_te_schrijven_is_komt_terug(qtbot: QtBot) -> None:
    def typ(blad: Blad) -> None:
        blad.vink.setChecked(True)
        blad.toelichting.setPlainText("wat er stond, en meer")
        blad.regels[0].setText("naam")

    nu = Blad(toelichting="wat er stond")
    assert over(qtbot, Blad(toelichting="wat er stond"), typ, nu) == ()
    assert nu.toelichting.toPlainText() == "wat er stond, en meer"
    assert (nu.vink.isChecked(), nu.regels[0].text()) == (True, "naam")


def test_een_regel_die_de_gebruiker_erbij_zette_houdt_de_rest_niet_tegen(qtbot: QtBot) -> None:
    def typ(blad: Blad) -> None:
        blad.regel_erbij("tweede")
        blad.vink.setChecked(True)
        blad.dag.setDate(QDate(2026, 5, 5))

    nu = Blad()
    assert over(qtbot, Blad(), typ, nu) == ("Regel: tweede",)
    assert (nu.vink.isChecked(), nu.dag.date()) == (True, QDate(2026, 5, 5))
    assert nu.regels[0].text() == "", "which of the lines it was is not known"


def test_een_leeggemaakte_regel_die_niet_terugkomt_wordt_gezegd(qtbot: QtBot) -> None:
    def met_regel(tekst: str) -> Blad:
        blad = Blad()
        blad.regels[0].setText(tekst)
        return blad

    def typ(blad: Blad) -> None:
        blad.regels[0].clear()

    nu = met_regel("wat een collega schreef")
    assert over(qtbot, met_regel("wat er eerst stond"), typ, nu) == (
        "Regel: leeggemaakt (er stond: wat er eerst stond)",
    )
    assert nu.regels[0].text() == "wat een collega schreef"
    weg = Blad()
    weg.regel_erbij()
    assert over(qtbot, met_regel("wat er eerst stond"), typ, weg) == (
        "Regel: leeggemaakt (er stond: wat er eerst stond)",
    ), "nor where it is not known which of the lines it was"
    assert over(qtbot, met_regel(""), typ, met_regel("nieuw")) == (), "what was empty was not emptied"


def test_een_vink_die_niet_terugkomt_wordt_bij_zijn_naam_genoemd(qtbot: QtBot) -> None:
    def met_rij() -> Blad:
        blad = Blad()
        QCheckBox("Met &toelichting", blad)
        return blad

    assert over(qtbot, met_rij(), lambda blad: blad.vink.setChecked(True), Blad()) == ("Met toelichting: aan",)


# --- one choice, and how it is told --------------------------------------------------------------


def test_rondjes_zijn_samen_een_keuze_en_die_van_de_collega_blijft(qtbot: QtBot) -> None:
    nu = Blad(rondje=2)
    assert over(qtbot, Blad(), lambda blad: blad.rondjes[1].setChecked(True), nu) == ("Nee: aan",)
    assert nu.rondje() == "&Later"


def test_een_rondje_dat_alleen_hier_wijzigde_komt_terug(qtbot: QtBot) -> None:
    nu = Blad(plaats="Almelo")
    assert over(qtbot, Blad(), lambda blad: blad.rondjes[1].setChecked(True), nu) == ()
    assert (nu.rondje(), nu.plaats.currentText()) == ("&Nee", "Almelo")


def test_een_datum_van_allebei_wordt_gezegd_zoals_zij_er_stond_met_de_naam_van_het_veld(qtbot: QtBot) -> None:
    nu = Blad(dag=QDate(2026, 6, 6), plaats="Almelo")

    def typ(blad: Blad) -> None:
        blad.dag.setDate(QDate(2026, 5, 4))
        blad.plaats.setCurrentText("Hengelo")

    assert set(over(qtbot, Blad(), typ, nu)) == {"Datum: 04-05-2026", "Plaats: Hengelo"}
    assert nu.dag.date() == QDate(2026, 6, 6)
