"""The list of aanmeldingen: one statement over the columns that are shown, of those that are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import AanmeldingId, AanmeldingUitkomst
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.werkplek.kolommen import lees_kolommen
from zvh_desktop.services.werkplek.werkplek import Werkplek


class Welke(StrEnum):
    """Which aanmeldingen are asked for: reading all of them takes as long as there are."""

    OPEN = "open"
    TERUG = "terug"
    """Judged, and the aanmelder still waits to hear how."""
    ALLE = "alle"


@dataclass(frozen=True, slots=True)
class AanmeldingRegel:
    """An aanmelding in a list."""

    id: AanmeldingId
    datum: date
    partij: str
    betrokkene: str
    aanpak: str
    uitkomst: AanmeldingUitkomst
    casusnummer: str
    terug_te_koppelen: bool
    """It was judged, and the aanmelder still waits to hear how."""


def lees_aanmeldingen(werkplek: Werkplek, sessie: Session, welke: Welke) -> tuple[AanmeldingRegel, ...]:
    """Newest first.

    Ordered here and not in SQL: all of them are then read in the order in which they lie in the vault, each page once.
    """
    vraag = (
        select(
            Aanmelding.id,
            Aanmelding.datum,
            Aanmelding.aanpak,
            Aanmelding.uitkomst,
            Aanmelding.terugkoppeling_gewenst & Aanmelding.teruggekoppeld_op.is_(None),
            Aanmelding.partij_id,
            Casus.nummer,
            Betrokkene.naam,
        )
        .outerjoin(Casus, Casus.aanmelding_id == Aanmelding.id)
        .outerjoin(Betrokkene, (Betrokkene.aanmelding_id == Aanmelding.id) & (Betrokkene.volgorde == 0))
    )
    if welke is Welke.OPEN:
        vraag = vraag.where(Aanmelding.uitkomst == AanmeldingUitkomst.OPEN)
    elif welke is Welke.TERUG:
        vraag = vraag.where(
            Aanmelding.uitkomst.in_((AanmeldingUitkomst.GEACCEPTEERD, AanmeldingUitkomst.AFGEWEZEN)),
            Aanmelding.terugkoppeling_gewenst.is_(True),
            Aanmelding.teruggekoppeld_op.is_(None),
        )
    aanpakken = {aanpak.sleutel: aanpak.naam for aanpak in werkplek.profiel.aanpakken}
    partijen = dict(sessie.execute(select(Partij.id, Partij.kort)).all())
    regels = [
        AanmeldingRegel(
            id_,
            datum,
            partijen[partij_id] if partij_id is not None else "",
            naam or "",
            aanpakken.get(aanpak, aanpak),
            uitkomst,
            nummer or "",
            bool(terug) and uitkomst != AanmeldingUitkomst.OPEN,
        )
        for id_, datum, aanpak, uitkomst, terug, partij_id, nummer, naam in lees_kolommen(sessie, vraag)
    ]
    regels.sort(key=_datum_en_id, reverse=True)
    return tuple(regels)


def tel_te_beoordelen(sessie: Session) -> int:
    """How many were not judged yet."""
    vraag = select(func.count()).select_from(Aanmelding).where(Aanmelding.uitkomst == AanmeldingUitkomst.OPEN)
    return sessie.scalar(vraag) or 0


def _datum_en_id(regel: AanmeldingRegel) -> tuple[date, int]:
    return regel.datum, regel.id
