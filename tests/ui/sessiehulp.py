"""A session for the tests of the lock: invented pages, an invented search, and signing in as a user does."""

from __future__ import annotations

from collections.abc import Sequence

from pytestqt.qtbot import QtBot
from ui_hulp import GOED_WACHTWOORD, NepDiensten, PaginaMaker, zoek_nep

from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pagina import PaginaInvoer
from zvh_desktop.ui.protocollen import Zoeker
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.vensters import Vensters


def bouw_vensters() -> Vensters:
    """What is loaded after signing in."""
    return Vensters(_bouw_paginas, _bouw_zoeker)


def ontgrendel(qtbot: QtBot, verloop: Sessieverloop) -> Hoofdvenster:
    """Sign in; the window that comes."""
    aanmelden = verloop.aanmeldvenster
    assert aanmelden is not None
    aanmelden.naam_veld.setCurrentText("j.oefenman")
    aanmelden.wachtwoord_veld.setText(GOED_WACHTWOORD)
    with qtbot.waitSignal(verloop.ontgrendeld):
        aanmelden.open_knop.click()
    assert verloop.venster is not None
    return verloop.venster


def _bouw_paginas(diensten: NepDiensten, _gereedschap: Gereedschap) -> Sequence[PaginaInvoer]:
    return PaginaMaker(diensten).invoer()


def _bouw_zoeker(_diensten: NepDiensten) -> Zoeker:
    return zoek_nep
