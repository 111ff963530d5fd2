"""The agenda of a meeting at tactical or strategic level: one for all members, since nothing in it is about a casus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    lange_tekst,
    maak_pdf,
    puntenlijst,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.models.taal import datum_lang, tijd


@dataclass(frozen=True, slots=True)
class AgendaOnderwerp:
    """One point, with the proposals that are on the table for it."""

    begin: time
    minuten: int
    onderwerp: str
    toelichting: str
    voorstellen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaLid:
    """One member with who speaks for it; the name may be empty."""

    partij: str
    vertegenwoordiger: str
    stemt: bool = True


@dataclass(frozen=True, slots=True)
class OverlegAgendaGegevens:
    """The whole agenda. ``afspraken`` say how this meeting decides, with the articles."""

    kop: Documentkop
    overleg: DocumentOverleg
    punten: tuple[AgendaOnderwerp, ...]
    leden: tuple[AgendaLid, ...]
    afspraken: tuple[str, ...]
    geen_casus: str


@gewogen
def bouw_overleg_agenda_pdf(gegevens: OverlegAgendaGegevens) -> bytes:
    """Subject and times first, then per point what is asked, then who belongs there."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg.naam)
    inhoud += overlegfeiten(gegevens.overleg)
    if not gegevens.punten:
        inhoud += [alinea("Er staan nog geen onderwerpen op de agenda.")]
    else:
        inhoud += tabel(
            (
                Tabelkolom("", 0.8),
                Tabelkolom("Tijd", 1.6),
                Tabelkolom("Onderwerp", 11),
                Tabelkolom("Minuten", 1.8, rechts=True),
            ),
            [
                (str(nummer), tijd(punt.begin), punt.onderwerp, str(punt.minuten))
                for nummer, punt in enumerate(gegevens.punten, start=1)
            ],
        )
    for nummer, punt in enumerate(gegevens.punten, start=1):
        if punt.toelichting.strip() or punt.voorstellen:
            inhoud += kop1(f"{nummer}.  {punt.onderwerp}")
            inhoud += lange_tekst(punt.toelichting) if punt.toelichting.strip() else []
            inhoud += _voorstellen(punt.voorstellen)
    inhoud += kop1("Leden")
    inhoud += tabel(
        (Tabelkolom("Lid", 7, vet=True), Tabelkolom("Vertegenwoordiger", 5.5), Tabelkolom("Stem", 1.5)),
        [(lid.partij, lid.vertegenwoordiger or "–", "ja" if lid.stemt else "nee") for lid in gegevens.leden],
    )
    inhoud += kop1("Hoe dit overleg besluit")
    inhoud += puntenlijst(gegevens.afspraken)
    inhoud += kader([gegevens.geen_casus])
    return maak_pdf(gegevens.kop, inhoud)


def overlegfeiten(overleg: DocumentOverleg, *meer: tuple[str, str]) -> list[Any]:
    """Where and when, shared by agenda and verslag."""
    return feiten(
        (
            ("Datum", datum_lang(overleg.datum)),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
            ("Notulist", overleg.notulist),
            *meer,
        )
    )


def _voorstellen(voorstellen: Sequence[str]) -> list[Any]:
    if not voorstellen:
        return []
    return [alinea("Voorgesteld wordt:"), *puntenlijst(voorstellen)]
