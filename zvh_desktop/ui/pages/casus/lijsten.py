"""The lists of casussen and aanmeldingen: their columns, and what is read for them beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.casus.aanmeldinglijst import AanmeldingRegel
from zvh_desktop.services.casus.casussen import CasusRegel
from zvh_desktop.ui.item_models.regelmodel import Kolom, OpVolgorde
from zvh_desktop.ui.teksten.dossier import AANMELDING_ICOON, AANMELDING_TEKST, CASUS_ICOON, casus_tekst
from zvh_desktop.ui.uiterlijk.icons import Icoon

Aanmeldingen = tuple[int, OpVolgorde[AanmeldingRegel]]
"""Which reading it is, and the aanmeldingen that were asked for."""


@dataclass(frozen=True, slots=True)
class Lijsten:
    """What was read beside the window; ``casussen`` is None when they are as they are shown."""

    beurt: int
    aanmeldingen: Aanmeldingen
    te_beoordelen: int
    casussen: OpVolgorde[CasusRegel] | None
    lopend: int
    gesloten: int


def casuskolommen(procesregisseur: str, afgeschaald: str) -> tuple[Kolom[CasusRegel], ...]:
    """Of the list of casussen; for the procesregisseur and for what is closed the house has its own words."""
    return (
        Kolom[CasusRegel]("nummer", "Nummer", _nummer, breedte=13),
        Kolom[CasusRegel]("betrokkene", "Betrokkene", _betrokkene, breedte=23),
        Kolom[CasusRegel]("gemeente", "Gemeente", _gemeente, breedte=14),
        Kolom[CasusRegel]("aanpak", "Aanpak", _aanpak, breedte=18),
        Kolom[CasusRegel]("fase", "Fase", _fase, breedte=24),
        Kolom[CasusRegel]("status", "Stand", partial(_status, afgeschaald), breedte=14, icoon=_status_icoon),
        Kolom[CasusRegel]("regisseur", hoofdletter(procesregisseur), _regisseur, breedte=20, zichtbaar=False),
        Kolom[CasusRegel]("gewijzigd", "Gewijzigd op", _gewijzigd, breedte=24, sorteer=_gewijzigd_precies),
    )


def aanmeldingkolommen() -> tuple[Kolom[AanmeldingRegel], ...]:
    """Of the list of aanmeldingen."""
    return (
        Kolom[AanmeldingRegel]("datum", "Datum", _a_datum, breedte=24),
        Kolom[AanmeldingRegel]("betrokkene", "Betrokkene", _a_betrokkene, breedte=28),
        Kolom[AanmeldingRegel]("partij", "Van", _a_partij, breedte=16),
        Kolom[AanmeldingRegel]("aanpak", "Aanpak", _a_aanpak, breedte=24),
        Kolom[AanmeldingRegel]("uitkomst", "Stand", _a_uitkomst, breedte=17, icoon=_a_icoon),
        Kolom[AanmeldingRegel]("nummer", "Casusnummer", _a_nummer, breedte=15),
    )


def over_casus(regel: CasusRegel) -> tuple[str, int]:
    """Which casus a row is about, for a list that is saved."""
    return regel.nummer, 0


def over_aanmelding(regel: AanmeldingRegel) -> tuple[str, int]:
    """Which casus a row is about when it became one, and which aanmelding."""
    return regel.casusnummer, regel.id


def _a_datum(regel: AanmeldingRegel) -> object:
    return regel.datum


def _a_betrokkene(regel: AanmeldingRegel) -> object:
    return regel.betrokkene or "nog niet ingevuld"


def _a_partij(regel: AanmeldingRegel) -> object:
    return regel.partij


def _a_aanpak(regel: AanmeldingRegel) -> object:
    return regel.aanpak


def _a_uitkomst(regel: AanmeldingRegel) -> object:
    return AANMELDING_TEKST[regel.uitkomst]


def _a_icoon(regel: AanmeldingRegel) -> Icoon:
    return AANMELDING_ICOON[regel.uitkomst]


def _a_nummer(regel: AanmeldingRegel) -> object:
    return regel.casusnummer


def _nummer(regel: CasusRegel) -> object:
    return regel.nummer


def _betrokkene(regel: CasusRegel) -> object:
    return regel.betrokkene


def _gemeente(regel: CasusRegel) -> object:
    return regel.gemeente


def _aanpak(regel: CasusRegel) -> object:
    return regel.aanpak


def _fase(regel: CasusRegel) -> object:
    return regel.fase


def _status(afgeschaald: str, regel: CasusRegel) -> object:
    return casus_tekst(regel.status, afgeschaald)


def _status_icoon(regel: CasusRegel) -> Icoon:
    return CASUS_ICOON[regel.status]


def _regisseur(regel: CasusRegel) -> object:
    return regel.procesregisseur


def _gewijzigd(regel: CasusRegel) -> object:
    return regel.gewijzigd_op.date()


def _gewijzigd_precies(regel: CasusRegel) -> object:
    return regel.gewijzigd_utc.timestamp()
