"""The contactpersonen as a list: their columns, and those of every partij that is shown together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel, PartijRegel
from zvh_desktop.ui.bewaren.lijstbewaren import Lijstbron
from zvh_desktop.ui.item_models.regelmodel import Kolom
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.filtertabel import FilterTabel


def contactkolommen() -> tuple[Kolom[ContactpersoonRegel], ...]:
    """Of the list beside the partij that is chosen."""
    return (
        Kolom[ContactpersoonRegel]("naam", "Naam", _naam, breedte=22, icoon=_soort_icoon),
        Kolom[ContactpersoonRegel]("functie", "Functie", _functie, breedte=18),
        Kolom[ContactpersoonRegel]("mandaat", "Mandaat", _mandaat, breedte=10),
        Kolom[ContactpersoonRegel]("email", "E-mailadres", _email, breedte=26),
        Kolom[ContactpersoonRegel]("telefoon", "Telefoon", _telefoon, breedte=14),
    )


@dataclass(frozen=True, slots=True)
class ContactVanPartij:
    """Somebody, with the partij: a list of many has to say it on each line."""

    partij: PartijRegel
    contact: ContactpersoonRegel


@dataclass(frozen=True)
class Contactlijst:
    """All contactpersonen of the partijen that a table shows, in the order of those."""

    partijen: FilterTabel[PartijRegel]

    def __call__(self) -> tuple[Sequence[Kolom[Any]], Sequence[Any], int]:
        """Columns, rows, and how many there are without a filter."""
        rijen = [ContactVanPartij(een, wie) for een in self.partijen.getoonde_regels() for wie in een.contactpersonen]
        van = sum(len(een.contactpersonen) for een in self.partijen.model.regels)
        return _VAN_ALLEN, rijen, van

    def als_bron(self) -> Lijstbron:
        """For the button above the partijen."""
        return Lijstbron(Lijst.CONTACTPERSONEN, "Bewaar hun contactpersonen als XLSX…", self)


def _naam(regel: ContactpersoonRegel) -> object:
    return regel.naam


def _soort_icoon(regel: ContactpersoonRegel) -> Icoon:
    return Icoon.POST if regel.gedeelde_postbus else Icoon.PERSOON


def _functie(regel: ContactpersoonRegel) -> object:
    return "gedeelde postbus" if regel.gedeelde_postbus and not regel.functie else regel.functie


def _email(regel: ContactpersoonRegel) -> object:
    return regel.email


def _telefoon(regel: ContactpersoonRegel) -> object:
    return regel.telefoon


def _mandaat(regel: ContactpersoonRegel) -> object:
    return regel.mandaat


def _partij(regel: ContactVanPartij) -> object:
    return regel.partij.naam


def _kort(regel: ContactVanPartij) -> object:
    return regel.partij.kort


def _van(kolom: Kolom[ContactpersoonRegel]) -> Kolom[ContactVanPartij]:
    def waarde(regel: ContactVanPartij) -> object:
        return kolom.waarde(regel.contact)

    return Kolom[ContactVanPartij](kolom.sleutel, kolom.kop, waarde)


_VAN_ALLEN = (
    Kolom[ContactVanPartij]("partij", "Partij", _partij),
    Kolom[ContactVanPartij]("kort", "Kort", _kort),
    *map(_van, contactkolommen()),
)
