"""Before a procesregisseur works on: what was done about roles without a second is seen and signed, or it locks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_hulp import GOED_WACHTWOORD, NepDiensten

from zvh_desktop.errors import BevestigingNodig, NietBevoegd
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.dialogs.rolmeldingen import RolmeldingenDialoog
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toegankelijkheid import bevindingen

ZIN = "M. Voorbeeld: van medewerker naar procesregisseur. Door B. Oefenman op di 1 september 2026."


class Strenge(NepDiensten):
    """Wants the password before it takes the signature, as the vault does."""

    gegeven = False
    weigering = ""

    def bevestig(self, wachtwoord: str) -> None:
        super().bevestig(wachtwoord)
        self.gegeven = True

    def bevestig_rolmeldingen(self) -> None:
        if self.weigering:
            raise NietBevoegd(self.weigering)
        if not self.gegeven:
            raise BevestigingNodig("Voor een handtekening is uw wachtwoord nodig.")
        super().bevestig_rolmeldingen()


@pytest.fixture
def diensten() -> Strenge:
    return Strenge(rolmeldingen=(ZIN,))


@pytest.fixture
def dialoog(qtbot: QtBot, diensten: Strenge, gereedschap: Gereedschap) -> RolmeldingenDialoog:
    gemaakt = RolmeldingenDialoog(diensten.rolmeldingen, diensten, gereedschap.taken)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    return gemaakt


def test_laat_zien_wat_er_is_gedaan(dialoog: RolmeldingenDialoog) -> None:
    assert dialoog.lijst.item(0).text() == ZIN
    assert bevindingen(dialoog) == []


def test_gezien_is_ondertekend(
    qtbot: QtBot, dialoog: RolmeldingenDialoog, diensten: Strenge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geef(bevestiger: Strenge, _taken: object, _ouder: object, wat: Sequence[str]) -> bool:
        assert tuple(wat) == (ZIN,)
        bevestiger.bevestig(GOED_WACHTWOORD)
        return True

    monkeypatch.setattr(Bevestigingsdialoog, "vraag", geef)
    qtbot.keyClick(dialoog.gezien_knop, Qt.Key.Key_Space)
    assert dialoog.result() == dialoog.DialogCode.Accepted
    assert diensten.rolmeldingen == ()


def test_zonder_wachtwoord_blijft_het_staan(
    dialoog: RolmeldingenDialoog, diensten: Strenge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bevestigingsdialoog, "vraag", lambda *_: False)
    dialoog.gezien_knop.click()
    assert dialoog.isVisible()
    assert diensten.rolmeldingen == (ZIN,)


def test_weigering_staat_erbij(dialoog: RolmeldingenDialoog, diensten: Strenge) -> None:
    diensten.weigering = "Dit kan nu niet."
    dialoog.gezien_knop.click()
    assert dialoog.fout() == "Dit kan nu niet."
    assert dialoog.isVisible()


def test_anders_gaat_de_kluis_op_slot(qtbot: QtBot, dialoog: RolmeldingenDialoog) -> None:
    qtbot.keyClick(dialoog, Qt.Key.Key_Escape)
    assert dialoog.result() == dialoog.DialogCode.Rejected


def test_niets_te_zien_vraagt_niets(diensten: Strenge, gereedschap: Gereedschap) -> None:
    diensten.rolmeldingen = ()
    assert RolmeldingenDialoog.gezien(diensten, gereedschap.taken, None)
