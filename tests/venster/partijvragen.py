"""What a walk through the procedures of partijen asks of the application: how far each is."""

from __future__ import annotations

import blik
from PySide6.QtWidgets import QComboBox, QTableView

from zvh_desktop.models.bestuurskeuzes import Instemming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.samenwerking.gegevens import TrajectRegel
from zvh_desktop.ui.pages.beheer.samenwerking.register import Samenwerking


def _diensten() -> Diensten:
    deel = blik.zoek("beheer_samenwerking")
    assert isinstance(deel, Samenwerking)
    return deel._diensten


def _traject(soort: str) -> TrajectRegel:
    """The newest of this kind."""
    return next(een for een in _diensten().samenwerking.trajecten.lijst() if een.soort.value == soort)


def stand(soort: str) -> str:
    """How far the newest of this kind is; empty while there is none."""
    lijst = _diensten().samenwerking.trajecten.lijst()
    return next((een.stand.value for een in lijst if een.soort.value == soort), "")


def is_stand(soort: str, verwacht: str) -> bool:
    """Whether it is that far."""
    return stand(soort) == verwacht


def bericht_en_akkoord(soort: str) -> tuple[int, int, int]:
    """How many partijen there are, were told and agree."""
    regel = _traject(soort)
    return regel.aantal_partijen, regel.aantal_bericht, regel.aantal_akkoord


def zijn_zover(soort: str, verstuurd: int, akkoord: int) -> bool:
    """Whether so many were told, and so many agree."""
    return bericht_en_akkoord(soort)[1:] == (verstuurd, akkoord)


def over_zichzelf(soort: str) -> list[bool]:
    """Per line of the partijen whether it is who this is about."""
    diensten, regel = _diensten(), _traject(soort)
    return [een.partij_id == regel.invoer.partij_id for een in diensten.samenwerking.trajecten.brieven.lijst(regel.id)]


def is_partij(naam: str) -> bool:
    """Whether a partij of this name stands in the register."""
    return any(een.naam == naam for een in _diensten().partijen.lijst())


def uitgetreden(kort: str) -> bool:
    """Whether this one has a day on which it is out."""
    return any(een.kort == kort and een.uitgetreden_op for een in _diensten().partijen.lijst())


def nog_open(soort: str) -> int:
    """Of how many partijen there is no answer yet."""
    diensten = _diensten()
    regels = diensten.samenwerking.trajecten.brieven.lijst(_traject(soort).id)
    return sum(een.instemming is Instemming.OPEN for een in regels)


def is_verteld(soort: str, aantal: int) -> bool:
    """Whether so many partijen got the letter after the decision."""
    regels = _diensten().samenwerking.trajecten.brieven.lijst(_traject(soort).id)
    return sum(een.besluit_op is not None for een in regels) == aantal


def plaats_van_soort(naam: str) -> int:
    """Where this kind of procedure stands in the list to choose from."""
    keuze = blik.zoek("traject_soort")
    assert isinstance(keuze, QComboBox)
    return keuze.findText(naam)


def staat_op_regel(nummer: int) -> bool:
    """Whether the cursor is on this line of the partijen."""
    tabel = blik.zoek("trajectpartijen_tabel")
    return isinstance(tabel, QTableView) and tabel.currentIndex().row() == nummer
