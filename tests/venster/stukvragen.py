"""What a walk past letters, forms and files for other systems asks of the application: what was kept of it."""

from __future__ import annotations

from pathlib import Path

import blik
import loopvragen
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,  # noqa: TID251  only to see that it has the keys
    QTableView,
)

from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.werkplek.plekken import BijCasus
from zvh_desktop.ui.pages.beheer.brieven.deel import BrievenDeel
from zvh_desktop.ui.pages.tafel.stukken.overnemen import Overnemen
from zvh_desktop.ui.pages.vandaag import VandaagPagina


def op_klembord() -> str:
    """The text on the clipboard."""
    return QGuiApplication.clipboard().text()


def is_ander_klembord(was: str) -> bool:
    """Whether something else stands on it by now."""
    return op_klembord() not in ("", was)


def is_bestandsvenster() -> bool:
    """Whether a window to choose a file in has the keys, in its field for a name."""
    venster = QApplication.activeModalWidget()
    deel = QApplication.focusWidget()
    return isinstance(venster, QFileDialog) and deel is not None and deel.objectName() == "fileNameEdit"


def staat_er(pad: str) -> bool:
    """Whether this file was written, and holds something."""
    return Path(pad).is_file() and Path(pad).stat().st_size > 0


def overgenomen() -> int:
    """How many lines of the list to take over are ticked."""
    deel = blik.zoek("overnemen")
    assert isinstance(deel, Overnemen)
    return sum(regel.overgenomen for regel in deel.tabel.regelmodel.regels)


def zijn_overgenomen(aantal: int) -> bool:
    """Whether so many are."""
    return overgenomen() == aantal


def staat_op_veld(nummer: int) -> bool:
    """Whether the cursor is on this field of the block."""
    tabel = blik.zoek("overneemvelden")
    return isinstance(tabel, QTableView) and tabel.currentIndex().row() == nummer


def regel_op_vandaag(einde: str) -> int:
    """So many lines below the first stands the one with these words."""
    pagina = blik.zoek("vandaag_pagina")
    assert isinstance(pagina, VandaagPagina)
    return next(nummer for nummer, regel in enumerate(pagina.regels()) if einde in regel._wacht.zin)


def aanmeldingen() -> int:
    """How many aanmeldingen there are to judge."""
    return int(loopvragen._diensten().aanmeldingen.te_beoordelen())


def zijn_er_aanmeldingen(aantal: int) -> bool:
    """Whether so many are."""
    return aanmeldingen() == aantal


def verstuurde_brieven() -> int:
    """How many letters of the open casus were sent."""
    plek = loopvragen.welk_deel_open()
    assert isinstance(plek, BijCasus)
    return sum(bool(een.eerder) for een in loopvragen._diensten().brieven.bij_casus(plek.casus_id))


def brief_om_te_sturen() -> int:
    """On which line of the letters stands one that can go and did not."""
    plek = loopvragen.welk_deel_open()
    assert isinstance(plek, BijCasus)
    regels = loopvragen._diensten().brieven.bij_casus(plek.casus_id)
    titels = {
        een.titel for een in regels if not een.waarom_niet and not een.eerder and (een.per_post or een.contactpersonen)
    }
    return next(nummer for nummer, titel in enumerate(blik.regels("casus_brieven_tabel")) if titel in titels)


def zijn_verstuurd(aantal: int) -> bool:
    """Whether so many are."""
    return verstuurde_brieven() == aantal


def zijn_er_datalekken(meer: int) -> bool:
    """Whether so many datalekken are in the register from something that went in a letter."""
    return sum("al weg was" in een.wat for een in loopvragen._diensten().datalekken.lijst()) == meer


def brieftekst() -> str:
    """The stored text of the letter that is shown in Beheer."""
    deel = blik.zoek("beheer_brieven")
    assert isinstance(deel, BrievenDeel)
    soort = deel.soort() or Briefsoort.BETROKKENE_AANMELDING
    return next(een.tekst for een in deel._diensten.brieven.teksten.lijst() if een.soort is soort)


def is_bewaard(woord: str) -> bool:
    """Whether it was stored with this word in it."""
    return woord in brieftekst()
