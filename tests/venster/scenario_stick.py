"""A stick that is pulled out while somebody types: the window says it, and opened again it has what was typed.

The folder of the vault is gone, and what is still written to it fails as the system says it of a disk that went away.
What was typed stands in that user's own folder, on the disk of the computer.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import blik
import sqlcipher3.dbapi2 as stuurprogramma
from PySide6.QtWidgets import QApplication, QLabel
from scenario_storing import aanwijzer_van, neem_focus, staat_er, tekst_van
from scenario_typen import nieuwe_aanmelding
from sqlalchemy.engine.default import DefaultDialect
from toneel import REGISSEUR, Toneel

from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.paneel import Paneel
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

VELD = "aanmelding_zorgelijke_situatie"


def test_stick_eruit_tijdens_het_typen(toneel: Toneel) -> None:
    toneel.mag_zeggen("stand niet bijgewerkt", "weigering niet in het logboek")
    kluis = toneel.oefenkluis()
    weg = kluis.with_name("uitgetrokken")
    toneel.start_aangemeld(kluis, REGISSEUR)
    nieuwe_aanmelding(toneel)
    toneel.wacht_tot(neem_focus, VELD)
    toneel.typ("Dit stond er al. ")
    toneel.wacht_tot(staat_er, VELD, "Dit stond er al. ")
    toneel.wacht_tot(alles_bewaard)
    assert toneel.vraag(trek_eruit, str(kluis))
    kluis.rename(weg)
    toneel.typ("Dit kwam er nog bij.")
    gezegd = toneel.wacht_tot(wat_gezegd_wordt)
    toneel.beeld("stick-eruit")
    assert "Traceback" not in gezegd
    zeker = toneel.vraag(tekst_van, VELD)
    assert zeker == "Dit stond er al. Dit kwam er nog bij.", "wat getypt is blijft staan"
    toneel.wacht_tot(plek_op_schijf, zeker)
    toneel.dood()
    weg.rename(kluis)
    toneel.start_aangemeld(kluis, REGISSEUR)
    toneel.wacht_tot(staat_er, VELD, zeker)
    assert toneel.vraag(tekst_van, VELD) == zeker
    assert toneel.vraag(aanwijzer_van, VELD) == len(zeker)
    toneel.wacht_tot(alles_bewaard)
    toneel.sluit_venster()
    assert toneel.programma.einde() == "0"


# --- asked inside the application ---------------------------------------------------------------------


def trek_eruit(kluismap: str) -> bool:
    """From now on every write to what is in this folder fails, as the system says it of a disk that is gone."""
    vast, sync, weg = DefaultDialect.do_commit, os.fsync, Path(kluismap)

    def vastleggen(dialect: DefaultDialect, verbinding: Any) -> None:
        fout = stuurprogramma.OperationalError("disk I/O error")
        fout.sqlite_errorcode = stuurprogramma.SQLITE_IOERR
        raise fout

    def naar_schijf(beschrijver: Any) -> None:
        if weg.exists() or "uitgetrokken" not in str(Path(f"/proc/self/fd/{beschrijver}").readlink()):
            sync(beschrijver)
            return
        raise OSError(5, "weg")

    DefaultDialect.do_commit = vastleggen  # type: ignore[method-assign]
    os.fsync = naar_schijf  # type: ignore[assignment]
    return vast is not DefaultDialect.do_commit


def alles_bewaard() -> bool:
    """Whether the field has nothing that is not in the vault."""
    veld = blik.zoek(VELD)
    return isinstance(veld, Tekstveld) and not veld.gewijzigd() and "Opgeslagen" in _tekst_van_label()


def _tekst_van_label() -> str:
    label = blik.zoek("opgeslagen_label")
    return label.text() if isinstance(label, QLabel) else ""


def wat_gezegd_wordt() -> str:
    """What the window says of it, wherever it does."""
    teksten = (een.text() for venster in QApplication.topLevelWidgets() for een in venster.findChildren(QLabel)
               if een.isVisible())  # fmt: skip
    return next((tekst for tekst in teksten if "De map van de kluis is er niet meer" in tekst), "")


def plek_op_schijf(tekst: str) -> bool:
    """Whether this stands in the user's own folder, sealed."""
    venster = blik.zoek("hoofdvenster")
    assert isinstance(venster, Hoofdvenster)
    diensten = next(een._diensten for een in venster.findChildren(Paneel))
    return tekst.encode() in (diensten.zorg.lees_plek() or b"")
