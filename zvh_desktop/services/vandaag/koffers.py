"""Which tafels are out in a koffer, and which of those had to be back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.koffer.koffer import Koffer
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

if TYPE_CHECKING:
    from zvh_desktop.services.koffer.dagkoffer import DagkofferService

DAGKOFFER: Final = "zvh_desktop.services.koffer.dagkoffer"
"""By name: only a house on a server has one (ADR 0081)."""


def wacht_op_koffers(werkplek: Werkplek) -> Signaal:
    """One line per koffer that is out, from the last day on which it may be."""
    rijen = yield (
        select(Koffer.overleg_id, Koffer.voor_naam, Koffer.terug_uiterlijk, Koffer.kenmerk, Koffer.reist_in)
        .where(Koffer.stand == KofferStand.UIT, Koffer.terug_uiterlijk <= werkplek.vandaag())
        .order_by(Koffer.terug_uiterlijk, Koffer.id)
    )
    gezegd: set[str] = set()
    for overleg_id, naam, terug, kenmerk, reist_in in rijen:
        if (koffer := reist_in or kenmerk) in gezegd:
            continue  # another overleg of the same day, in the same koffer
        gezegd.add(koffer)
        laat = terug < werkplek.vandaag()
        zin = (
            f"De koffer van {naam} {'had' if laat else 'moet'} op {datum_kort(terug)} terug {'moeten ' if laat else ''}"
        )
        yield Wacht(Wanneer.NU, f"{zin}zijn", "Open", "tafel", overleg_id)


def wacht_op_begonnen(werkplek: Werkplek) -> Iterable[Wacht]:
    """One line per koffer of a day that was begun on this computer without a line and is still here, with its age."""
    if not werkplek.kluis.op_server:
        return
    soort: type[DagkofferService] = laad_module(DAGKOFFER).DagkofferService
    stand = soort(werkplek).stand()
    for een in (*stand.begonnen, *stand.van_anderen):
        if een.overleggen and een.dag is not None:
            van = f" van {een.voor}" if een.voor else ""
            oud = f", {een.dagen} {'dag' if een.dagen == 1 else 'dagen'} oud" if een.dagen else ""
            zin = f"Op deze computer staat een koffer{van} voor {datum_kort(een.dag)}{oud}, die niet is ingeleverd"
            yield Wacht(Wanneer.NU, zin, "Open", "tafel", een.overleggen[-1])
