"""The checklist with which a casus is closed: what is decided, what is done, and what is visibly still open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    Vakje,
    alinea,
    feiten,
    kader,
    kop1,
    kop2,
    lange_tekst,
    maak_pdf,
    stijlen,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.models.taal import datum_cijfers, datum_kort, hoofdletter, opsomming


@dataclass(frozen=True, slots=True)
class AfschalingCriterium:
    """One afschalingscriterium and whether it is met."""

    omschrijving: str
    voldaan: bool
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistOpPapier:
    """One line of the checklist. ``door`` and ``op`` are empty while it is open."""

    omschrijving: str
    gereed: bool
    door: str = ""
    op: date | None = None
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class AfschalingGegevens:
    """One afschaling. ``besluit_door`` names everyone the house wants to decide together."""

    kop: Documentkop
    casusnummer: str
    term_casusregisseur: str
    casusregisseur: str
    casusregisseur_partij: str
    besluit_door: tuple[str, ...]
    besluit_op: date | None
    motivering: str
    artikel_besluit: str
    artikel_criteria: str
    criteria: tuple[AfschalingCriterium, ...]
    overgedragen_aan: str
    regels: tuple[ChecklistOpPapier, ...]
    aanpak: str = ""


@gewogen
def bouw_afschaling_pdf(gegevens: AfschalingGegevens) -> bytes:
    """The checklist: what is still to do first, then the besluit, the criteria and every line."""
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}")
    inhoud += kader([_stand(gegevens)])
    inhoud += kop1("Besluit")
    inhoud += feiten(
        (
            ("Besloten door", opsomming(gegevens.besluit_door) or "nog niet besloten"),
            ("Besloten op", datum_kort(gegevens.besluit_op) if gegevens.besluit_op else "nog niet besloten"),
            ("Berust op", gegevens.artikel_besluit),
            (
                hoofdletter(gegevens.term_casusregisseur),
                ", ".join(deel for deel in (gegevens.casusregisseur, gegevens.casusregisseur_partij) if deel.strip()),
            ),
            ("Overgedragen aan", gegevens.overgedragen_aan),
            ("Aanpak", gegevens.aanpak),
        )
    )
    if gegevens.motivering.strip():
        inhoud += kop2("Motivering")
        inhoud += lange_tekst(gegevens.motivering)
    inhoud += kop1("Criteria")
    inhoud += _criteria(gegevens)
    inhoud += kop1("Checklist")
    inhoud += tabel(
        (
            Tabelkolom("", 0.7),
            Tabelkolom("Wat", 6.2),
            Tabelkolom("Stand", 1.6),
            Tabelkolom("Door", 2.8),
            Tabelkolom("Op", 2.2),
            Tabelkolom("Opmerking", 3.8),
        ),
        [
            (
                Vakje(regel.gereed),
                regel.omschrijving,
                "gereed" if regel.gereed else "open",
                regel.door,
                datum_cijfers(regel.op) if regel.op else "",
                regel.opmerking,
            )
            for regel in gegevens.regels
        ],
    )
    return maak_pdf(gegevens.kop, inhoud)


def _stand(gegevens: AfschalingGegevens) -> str:
    open_ = sum(not regel.gereed for regel in gegevens.regels)
    if gegevens.besluit_op is None:
        return f"Over {gegevens.kop.termen.met_lidwoord('afschaling')} is nog niet besloten."
    if open_ == 0:
        return "Alle regels van de checklist zijn gereed."
    return f"Nog {open_} van {len(gegevens.regels)} regels van de checklist {'staat' if open_ == 1 else 'staan'} open."


def _criteria(gegevens: AfschalingGegevens) -> list[Any]:
    if not gegevens.criteria:
        return [alinea(f"Er zijn geen criteria voor {gegevens.kop.termen.afschaling} vastgelegd.", stijlen().klein)]
    inhoud = tabel(
        (Tabelkolom("", 0.7), Tabelkolom("Criterium", 7.8), Tabelkolom("Voldaan", 2), Tabelkolom("Toelichting", 6.8)),
        [
            (
                Vakje(criterium.voldaan),
                criterium.omschrijving,
                "ja" if criterium.voldaan else "nee",
                criterium.toelichting,
            )
            for criterium in gegevens.criteria
        ],
    )
    if gegevens.artikel_criteria:
        inhoud += [alinea(f"Getoetst volgens {gegevens.artikel_criteria}.", stijlen().klein)]
    return inhoud
