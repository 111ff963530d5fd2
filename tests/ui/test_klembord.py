"""Case text does not stay on the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.klembord import Klembord


def test_eigen_tekst_wordt_gewist(klembord: Klembord) -> None:
    klembord.zet("Testpersoon")
    assert QGuiApplication.clipboard().text() == "Testpersoon"
    assert klembord.bewaak()
    klembord.wis()
    assert QGuiApplication.clipboard().text() == ""
    assert not klembord.bewaak()


def test_tekst_verdwijnt_vanzelf(qtbot, klembord: Klembord) -> None:
    klembord._wachter.setInterval(10)
    klembord.zet("Testpersoon")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_kopieren_uit_een_veld_telt_ook(qtbot, klembord: Klembord, monkeypatch: pytest.MonkeyPatch) -> None:
    # the offscreen platform never says that it owns the clipboard; Windows, macOS and X11 do
    monkeypatch.setattr(klembord, "_van_ons", lambda *_: True)
    veld = QLineEdit("Testpersoon")
    qtbot.addWidget(veld)
    veld.selectAll()
    veld.copy()
    assert klembord.bewaak()


def test_klembord_is_als_vertrouwelijk_gemerkt(klembord: Klembord) -> None:
    klembord.zet("Testpersoon")
    inhoud = QGuiApplication.clipboard().mimeData()
    assert inhoud.hasFormat("x-kde-passwordManagerHint")


class AnderKlembord:
    """What PySide may give for contents of another program: an object of a class that used to live there."""

    def __init__(self) -> None:
        self.gewist = False

    def mimeData(self, _soort: object = None) -> object:
        return object()

    def supportsSelection(self) -> bool:
        return True

    def ownsSelection(self) -> bool:
        return False

    def ownsClipboard(self) -> bool:
        return False

    def clear(self, _soort: object) -> None:
        self.gewist = True


def test_vreemde_inhoud_houdt_het_vergrendelen_niet_tegen(klembord: Klembord, monkeypatch: pytest.MonkeyPatch) -> None:
    ander = AnderKlembord()
    with monkeypatch.context() as even:
        even.setattr(QGuiApplication, "clipboard", lambda: ander)
        klembord.wis()
        klembord._on_klembord_gewijzigd()
    assert not ander.gewist
    assert not klembord.bewaak()


def _plat(rijen: tuple[tuple[str, ...], ...]) -> tuple[str, str]:
    return "|".join(cel for rij in rijen for cel in rij), ""


def test_rijen_worden_gewogen_voor_ze_op_het_klembord_staan(qtbot, klembord: Klembord) -> None:
    klembord.zet_weger(lambda rijen, _over: tuple(tuple(cel.replace("geheim", "...") for cel in rij) for rij in rijen))
    klembord.zet_rijen((("een geheim", "b"),), ("",), _plat, QWidget())
    assert QGuiApplication.clipboard().text() == "een ...|b"
    klembord.sluit()
    assert QGuiApplication.clipboard().text() == ""
    klembord.zet_rijen((("geen kluis",),), ("",), _plat, QWidget())
    assert QGuiApplication.clipboard().text() == "geen kluis"


def test_wat_niet_te_wegen_is_wordt_niet_gekopieerd(qtbot, klembord: Klembord) -> None:
    def weiger(_rijen: tuple[tuple[str, ...], ...], _over: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        raise GebruikersFout("De kluis is bezig.")

    klembord.zet("wat er eerder stond")
    klembord.zet_weger(weiger)
    with qtbot.waitSignal(klembord.geweigerd) as gemeld:
        klembord.zet_rijen((("geheim",),), ("",), _plat, QWidget())
    assert gemeld.args[0].gebeurd == "De kluis is bezig."
    assert QGuiApplication.clipboard().text() == ""
