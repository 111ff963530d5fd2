"""Which words a count may hold: those of the profile and ids of partijen. All else may be about somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.cijfers.maten import Afloop
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel

_GEMEENTE = "gemeente "


@dataclass(frozen=True, slots=True)
class Woordenlijst:
    """The words of one house. An unknown word counts under the empty one: 'anders'."""

    profiel: Huisprofiel
    gemeenten: Mapping[str, str]
    """From how a gemeente is called to the id of its partij."""
    partijen: Mapping[str, str]
    """Name by id."""

    def aanpak(self, sleutel: str) -> str:
        """This aanpak, when the profile has it."""
        return sleutel if any(een.sleutel == sleutel for een in self.profiel.aanpakken) else ""

    def gemeente(self, naam: str) -> str:
        """The partij that this gemeente is."""
        return self.gemeenten.get(_kaal(naam), "")

    def reden(self, sleutel: str) -> tuple[str, str]:
        """How a casus went that was closed for this reason, and the reason when the profile has it."""
        for een in self.profiel.verantwoording.afsluitredenen:
            if een.sleutel == sleutel:
                return (Afloop.SUCCESVOL if een.succesvol else Afloop.ANDERS).value, sleutel
        return Afloop.ONBEKEND.value, ""

    def kent_fase(self, sleutel: str) -> bool:
        """Whether the profile has this fase."""
        return any(fase.sleutel == sleutel for fase in self.profiel.fasen)


def lees_woordenlijst(sessie: Session, profiel: Huisprofiel) -> Woordenlijst:
    """The words of now."""
    rijen = sessie.execute(select(Partij.id, Partij.naam, Partij.groep)).all()
    gemeenten = {_kaal(naam): str(id_) for id_, naam, groep in rijen if groep == "gemeente"}
    return Woordenlijst(profiel, gemeenten, {str(id_): naam for id_, naam, _ in rijen})


def _kaal(naam: str) -> str:
    return naam.strip().casefold().removeprefix(_GEMEENTE)
