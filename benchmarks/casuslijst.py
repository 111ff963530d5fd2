"""The list of cases in the table that every page uses; for the measurements of memory and of stalls."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.services.casus.casussen import CasusRegel
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel
from zvh_desktop.ui.widgets.legestaat import LegeStaat


def maak_lijst(instellingen: Path) -> FilterTabel[CasusRegel]:
    """An empty list with the columns of a case."""
    kolommen: tuple[Kolom[CasusRegel], ...] = (
        Kolom("nummer", "Nummer", lambda regel: regel.nummer),
        Kolom("betrokkene", "Betrokkene", lambda regel: regel.betrokkene),
        Kolom("gemeente", "Gemeente", lambda regel: regel.gemeente),
        Kolom("aanpak", "Aanpak", lambda regel: regel.aanpak),
        Kolom("fase", "Fase", lambda regel: regel.fase),
        Kolom("procesregisseur", "Procesregisseur", lambda regel: regel.procesregisseur),
        Kolom("gewijzigd", "Gewijzigd", lambda regel: regel.gewijzigd_op.date()),
    )
    return FilterTabel(
        "meet_casussen",
        "casussen",
        kolommen,
        leeg=LegeStaat(Icoon.CASUSSEN, "Nog geen casussen", "Hier staan de casussen.", ""),
        instellingen=Instellingen(instellingen),
        klembord=Klembord(),
    )
