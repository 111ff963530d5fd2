"""What a casus comes from, on the agenda of the regie: earlier besluiten, open acties, plan and the verslag before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, feiten, kop2, lange_tekst, stijlen, tabel
from zvh_desktop.models.keuzes import ActieStatus
from zvh_desktop.models.taal import datum_cijfers, datum_kort, datum_lang
from zvh_desktop.models.woorden import ACTIE_TEKST


@dataclass(frozen=True, slots=True)
class EerderBesluitOpAgenda:
    """One besluit of before."""

    datum: date
    besluit: str
    belegd_bij: str


@dataclass(frozen=True, slots=True)
class OpenActieOpAgenda:
    """One actie that is still open."""

    omschrijving: str
    belegd_bij: str
    termijn: date | None
    status: ActieStatus


@dataclass(frozen=True, slots=True)
class Voorgeschiedenis:
    """One casus. ``plan`` and ``verslag`` are the plan that holds and what the verslag before says, in words."""

    stand_op: date
    besluiten: tuple[EerderBesluitOpAgenda, ...]
    acties: tuple[OpenActieOpAgenda, ...]
    plannaam: str
    plan: str
    verslag_van: date | None
    verslag: tuple[tuple[str, str], ...]
    let_op: tuple[str, ...] = ()


def voorgeschiedenis(gegevens: Voorgeschiedenis) -> list[Any]:
    """After the partijen of a point; nothing when there is nothing to tell."""
    inhoud: list[Any] = []
    if gegevens.besluiten:
        inhoud += tabel(
            (Tabelkolom("Eerder besluit", 9), Tabelkolom("Van", 3), Tabelkolom("Belegd bij", 4)),
            [(een.besluit, datum_cijfers(een.datum), een.belegd_bij or "–") for een in gegevens.besluiten],
        )
    if gegevens.acties:
        inhoud += tabel(
            (
                Tabelkolom("Open actie", 7.4),
                Tabelkolom("Belegd bij", 3.6),
                Tabelkolom("Termijn", 2.4),
                Tabelkolom("Stand", 2),
            ),
            [
                (een.omschrijving, een.belegd_bij or "–", datum_cijfers(een.termijn), ACTIE_TEKST[een.status])
                for een in gegevens.acties
            ],
        )
    inhoud += feiten(((gegevens.plannaam, gegevens.plan),))
    if gegevens.verslag_van is not None and gegevens.verslag:
        inhoud += [alinea(f"Uit het verslag van {datum_lang(gegevens.verslag_van)}", stijlen().tekst_vet)]
        for titel, tekst in gegevens.verslag:
            inhoud += [alinea(titel, stijlen().klein), *lange_tekst(tekst)]
    inhoud += [alinea(zin, stijlen().klein) for zin in gegevens.let_op]
    return [*kop2(f"Wat eraan voorafging (stand op {datum_kort(gegevens.stand_op)})"), *inhoud] if inhoud else []
