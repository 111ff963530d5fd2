"""What was set for a point before the meeting, in view while it is discussed: doel, besluit, betrokkenen, bijdragen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.ui.teksten.uitleg import platte_uitleg
from zvh_desktop.ui.widgets.kaart import StilleTekst

_LANGST = 220
"""Longer than this, one part would push the texts of the verslag from a small screen; the rest is in the tooltip."""


class Puntvooraf(StilleTekst):
    """Hidden when nothing was set. Only for an open point: who must leave first may not read it."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__("", ouder)
        self.setObjectName("punt_vooraf")
        self.zet(None)

    def zet(self, punt: VerslagPunt | None) -> None:
        """Show what was set for this point."""
        delen = _delen(punt) if punt is not None else []
        self.setText("\n".join(_kort(deel) for deel in delen))
        self.setToolTip(platte_uitleg("\n".join(delen)))
        self.setVisible(bool(delen))


def _delen(punt: VerslagPunt) -> list[str]:
    gevraagd = "; ".join(
        f"{een.kort}: {' '.join(een.gevraagde_bijdrage.split()).rstrip('.')}"
        for een in punt.aanwezigen
        if een.gevraagde_bijdrage.strip()
    )
    kop = (("Doel", punt.doel), ("Type besluit", punt.besluit_naam))
    delen = (
        ". ".join(f"{naam}: {' '.join(tekst.split()).rstrip('.')}" for naam, tekst in kop if tekst.strip()),
        f"Betrokkenen: {', '.join(punt.betrokkenen)}" if punt.betrokkenen else "",
        f"Gevraagde bijdrage van {gevraagd}" if gevraagd else "",
        punt.uitgeleend,
    )
    return [deel for deel in delen if deel]


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[: _LANGST - 1].rstrip()}…"
