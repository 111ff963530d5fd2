"""What stands above a list of the window: its views, and saving it as a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QToolButton

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.bewaren.lijstbewaren import LijstBewaren, Lijstbron
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.toetsenbord.sneltoetsen import sneltoets
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.weergaven.tabelstand import Tabelstand
from zvh_desktop.ui.weergaven.weergaven import TOETS, Weergaven
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.meldregel import Meldregel
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld


def rust_lijst_uit(
    tabel: FilterTabel[Any],
    bronnen: Sequence[Lijstbron],
    diensten: Diensten,
    gereedschap: Gereedschap,
    keuzes: Mapping[str, Keuzeveld] | None = None,
) -> Weergaven:
    """Give a table its views, and its sheets where it has ``bronnen``; ``keuzes`` are the fields above it."""
    naam = tabel.objectName().removesuffix("_filtertabel")
    knop = tabel.knoppenrij.maak(
        f"{naam}_weergave_knop", Icoon.OOG, "Weergaven", f"Kolommen, filters en zoekwoord onder een naam ({TOETS})"
    )
    knop.setAccessibleName(f"Weergaven van {tabel.tabel.accessibleName()} ({TOETS})")
    knop.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    regel = Meldregel(tabel)
    regel.neem_de_breedte()
    regel.terug_knop.setObjectName(f"{naam}_weergave_terug_knop")
    regel.terug_knop.setToolTip("Wat er met de weergave gebeurde ongedaan maken")
    regel.terug_knop.setAccessibleName("Ongedaan maken wat er met de weergave gebeurde")
    stand = Tabelstand(tabel, keuzes or {})
    weergaven = Weergaven(naam, stand, tabel, partial(_zeg, regel), diensten, gereedschap)
    knop.setMenu(weergaven.menu)
    sneltoets("Alt+F9", waar=tabel).activated.connect(weergaven.toon_menu)
    regel.terug_gevraagd.connect(weergaven.maak_ongedaan)
    tabel.zet_eronder(regel)
    if bronnen:
        LijstBewaren(tabel, bronnen, diensten, gereedschap)
    return weergaven


def _zeg(regel: Meldregel, zin: str, terug: bool) -> None:
    regel.zeg(zin, terug=terug)
