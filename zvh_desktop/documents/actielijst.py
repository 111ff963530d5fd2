"""The open acties of one partij: what it promised, at which casus, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.kop import Kop
from zvh_desktop.models.keuzes import ActieStatus


@dataclass(frozen=True, slots=True)
class ActieRegel:
    """One actie. ``afgesproken_op`` is the date of the overleg where it was agreed."""

    casusnummer: str | None
    omschrijving: str
    termijn: date | None
    status: ActieStatus
    conditie: str = ""
    afgesproken_op: date | None = None


@dataclass(frozen=True, slots=True)
class ActielijstGegevens:
    """The list of one partij as it stands on ``peildatum``; terms before it are marked as late."""

    kop: Kop
    partij: str
    contactpersoon: str
    peildatum: date
    acties: tuple[ActieRegel, ...]
    artikel_geheimhouding: str
