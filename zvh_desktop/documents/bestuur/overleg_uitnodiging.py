"""The letter that invites one member to a meeting at tactical or strategic level, and the one that takes it back.

It holds the agenda and what this member is asked to send beforehand. Nothing in it is about a casus.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    briefhoofd,
    feiten,
    kader,
    kop2,
    lange_tekst,
    maak_pdf,
    slot,
    tabel,
)
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, DocumentOverleg, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import VERVANGER
from zvh_desktop.models.taal import datum_lang, tijd


@dataclass(frozen=True, slots=True)
class OverlegUitnodigingGegevens:
    """One letter. ``zetel`` says in a sentence what this member is and whether it votes, with the article."""

    kop: Documentkop
    aan: Geadresseerde
    overleg: DocumentOverleg
    punten: tuple[tuple[time, str], ...]
    zetel: str
    gevraagde_inbreng: str
    afspraken: tuple[str, ...]
    geen_casus: str
    afzender: Afzender
    antwoord_voor: date
    vervangt_eerdere: bool


@gewogen
def bouw_overleg_uitnodiging_pdf(gegevens: OverlegUitnodigingGegevens) -> bytes:
    """When and where, what is asked, the agenda, and how this meeting decides."""
    overleg, dag = gegevens.overleg, datum_lang(gegevens.overleg.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Uitnodiging {overleg.naam}, {dag}")
    zin = f"Graag nodigen wij u uit voor de volgende bijeenkomst: {overleg.naam}."
    if gegevens.vervangt_eerdere:
        zin += " Deze uitnodiging komt in de plaats van de uitnodiging die u eerder van ons kreeg."
    inhoud += [alinea(zin)]
    inhoud += feiten(
        (
            ("Datum", dag),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
        )
    )
    if gegevens.gevraagde_inbreng.strip():
        inhoud += kop2("Wat wij u vooraf vragen")
        inhoud += lange_tekst(gegevens.gevraagde_inbreng)
    inhoud += kop2("Agenda")
    inhoud += _punten(gegevens)
    inhoud += kop2("Uw plaats in dit overleg")
    inhoud += [alinea(gegevens.zetel), *(alinea(een) for een in gegevens.afspraken)]
    inhoud += kop2("Uw antwoord")
    adres = f" Stuur uw antwoord naar {gegevens.afzender.email}." if gegevens.afzender.email.strip() else ""
    wat = " en stuur uw inbreng mee" if gegevens.gevraagde_inbreng.strip() else ""
    inhoud += [alinea(f"Laat ons uiterlijk {datum_lang(gegevens.antwoord_voor)} weten of u komt{wat}.{adres}")]
    inhoud += kader([gegevens.geen_casus])
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


@gewogen
def bouw_overleg_intrekking_pdf(gegevens: OverlegUitnodigingGegevens) -> bytes:
    """That this member is not expected after all; no reason is given."""
    overleg, dag = gegevens.overleg, datum_lang(gegevens.overleg.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Intrekking uitnodiging {overleg.naam}, {dag}")
    inhoud += [
        alinea(
            f"U kreeg van ons een uitnodiging voor het overleg op {dag}, {tijd(overleg.begin)} uur "
            f"({overleg.naam}). Die uitnodiging trekken wij in. "
            "U hoeft niet te komen. De afspraak in uw agenda kunt u weghalen met de bijlage."
        ),
        alinea(VERVANGER),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


def _punten(gegevens: OverlegUitnodigingGegevens) -> list[Any]:
    if not gegevens.punten:
        return [alinea("De agenda volgt nog.")]
    return tabel(
        (Tabelkolom("", 0.8), Tabelkolom("Tijd", 1.8), Tabelkolom("Onderwerp", 12.6)),
        [(str(nummer), tijd(begin), wat) for nummer, (begin, wat) in enumerate(gegevens.punten, start=1)],
    )
