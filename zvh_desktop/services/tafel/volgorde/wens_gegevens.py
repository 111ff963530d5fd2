"""What is asked of an order: frozen values, and each of them in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from zvh_desktop.models.keuzen.ordekeuzes import OrdewensId, WensSoort
from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.models.taal import hoofdletter

GEWICHTEN: Mapping[int, str] = {2: "dubbel", 3: "driedubbel"}
"""How waiting can count for a partij at one overleg; not mentioned is the ordinary way."""


@dataclass(frozen=True, slots=True)
class WensInvoer:
    """One wish. Which fields count follows from the soort (models/ordewens)."""

    soort: WensSoort
    punt_id: AgendapuntId | None = None
    voor_id: AgendapuntId | None = None
    partij_id: PartijId | None = None
    tijd: time | None = None
    gewicht: int | None = None


@dataclass(frozen=True, slots=True)
class Wens:
    """A wish that is kept, with its sentence."""

    id: OrdewensId
    invoer: WensInvoer
    zin: str


@dataclass(frozen=True, slots=True)
class Tijden:
    """From when and until when a partij can be there, as it answered; None where it said nothing."""

    vanaf: time | None = None
    tot: time | None = None

    def zin(self) -> str:
        """'pas vanaf 10:00 en alleen tot 11:00'; empty when it said nothing."""
        delen = (
            f"pas vanaf {klok(self.vanaf)}" if self.vanaf else "",
            f"alleen tot {klok(self.tot)}" if self.tot else "",
        )
        return " en ".join(deel for deel in delen if deel)


@dataclass(frozen=True, slots=True)
class Namen:
    """What the points and partijen of one agenda are called in a sentence."""

    casussen: Mapping[int, str]
    """By agendapunt: the casusnummer."""
    partijen: Mapping[int, str]
    onderwerpen: Mapping[int, str] = field(default_factory=dict)
    """By agendapunt: what is of the house itself, such as a break."""

    def punt(self, punt_id: int | None) -> str:
        """'casus 2026-0012', or 'Pauze'."""
        onderwerp = self.onderwerpen.get(punt_id or 0)
        return onderwerp or f"casus {self.casussen.get(punt_id or 0, 'die niet meer op de agenda staat')}"

    def partij(self, partij_id: int | None) -> str:
        """The short name."""
        return self.partijen.get(partij_id or 0, "deze partij")

    def zin(self, wens: WensInvoer) -> str:
        """'Casus 2026-0012 als eerste', 'Politie alleen tot 11:00'."""
        uur = klok(wens.tijd)
        match wens.soort:
            case WensSoort.EERST:
                zin = f"{self.punt(wens.punt_id)} als eerste"
            case WensSoort.LAATST:
                zin = f"{self.punt(wens.punt_id)} als laatste"
            case WensSoort.VOOR:
                zin = f"{self.punt(wens.punt_id)} vóór {self.punt(wens.voor_id)}"
            case WensSoort.OM:
                zin = f"{self.punt(wens.punt_id)} om {uur}"
            case WensSoort.VANAF:
                zin = f"{self.partij(wens.partij_id)} pas vanaf {uur}"
            case WensSoort.TOT:
                zin = f"{self.partij(wens.partij_id)} alleen tot {uur}"
            case WensSoort.TELT:
                zin = f"wachten van {self.partij(wens.partij_id)} telt {GEWICHTEN.get(wens.gewicht or 0, 'gewoon')}"
        return hoofdletter(zin)


def klok(tijd: time | None) -> str:
    """'09:40', and nothing for no time."""
    return f"{tijd:%H:%M}" if tijd is not None else ""


def minuut(tijd: time) -> int:
    """Minutes since midnight."""
    return tijd.hour * 60 + tijd.minute


def op_de_klok(minuten: int) -> str:
    """The time that is so many minutes after midnight; after midnight of the next day it goes on from 00:00."""
    uren, rest = divmod(minuten % (24 * 60), 60)
    return f"{uren:02}:{rest:02}"
