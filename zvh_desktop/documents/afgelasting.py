"""The letter that a meeting does not take place, with the reason. It names no casus and no other partij."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, maak_pdf, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import VERVANGER, met_artikel
from zvh_desktop.models.taal import datum_lang, tijd


@dataclass(frozen=True, slots=True)
class AfgelastingGegevens:
    """One letter. Day, time and place are those of the invitation that this partij has."""

    kop: Documentkop
    aan: Geadresseerde
    overleg_naam: str
    datum: date
    begin: time
    plaats: str
    reden: str
    afzender: Afzender
    artikel_geheimhouding: str


@gewogen
def bouw_afgelasting_pdf(gegevens: AfgelastingGegevens) -> bytes:
    """The letter: what does not take place, why, and what to do with what was sent before."""
    dag = datum_lang(gegevens.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Afgelast: {gegevens.overleg_naam}, {dag}")
    inhoud += [
        alinea(
            f"U kreeg van ons een uitnodiging voor het overleg op {dag} ({gegevens.overleg_naam}). "
            "Dit overleg gaat niet door. U wordt op deze dag niet verwacht."
        )
    ]
    inhoud += feiten(
        (
            ("Datum", dag),
            ("Uw aanvang", f"{tijd(gegevens.begin)} uur"),
            ("Plaats", gegevens.plaats),
            ("Reden", gegevens.reden),
        )
    )
    inhoud += kop2("Wat wij van u vragen")
    inhoud += [
        alinea(
            "Verwijder de eerdere brief, en de afspraak uit uw agenda als die daar nog staat. Is er een nieuwe datum, "
            "dan krijgt u een nieuwe uitnodiging. Tot dan hoeft u niets te doen."
        ),
        alinea(VERVANGER),
        alinea(
            met_artikel(
                "Deel niet met anderen wat u uit de eerdere uitnodiging weet. Dat blijft vertrouwelijk",
                gegevens.artikel_geheimhouding,
            )
        ),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
