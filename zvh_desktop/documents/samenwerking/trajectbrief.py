"""The letter to a partij: who joins, leaves or goes on under another name, and what is asked of this partij."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, lange_tekst, maak_pdf, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel


@dataclass(frozen=True, slots=True)
class TrajectbriefGegevens:
    """One letter. ``vragen`` and ``plichten`` may be empty, as may ``toelichting``."""

    kop: Documentkop
    aan: Geadresseerde
    betreft: str
    aanhef: str
    feiten: tuple[tuple[str, str], ...]
    toelichting: str
    vragen: tuple[str, ...]
    plichten: tuple[str, ...]
    afzender: Afzender
    artikel: str
    artikel_geheimhouding: str
    is_besluit: bool = False
    """A decision asks nothing: ``vragen`` then says what follows from it."""


@gewogen
def bouw_trajectbrief_pdf(gegevens: TrajectbriefGegevens) -> bytes:
    """What is going on, what is asked, and what stays in force."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, gegevens.betreft)
    inhoud += [alinea(met_artikel(gegevens.aanhef, gegevens.artikel))]
    inhoud += feiten(gegevens.feiten)
    if gegevens.toelichting:
        inhoud += kop2("Toelichting")
        inhoud += lange_tekst(gegevens.toelichting)
    if gegevens.vragen:
        inhoud += kop2("Wat dit voor u betekent" if gegevens.is_besluit else "Wat wij van u vragen")
        inhoud += [alinea(vraag) for vraag in gegevens.vragen]
    if gegevens.plichten:
        inhoud += kop2("Wat blijft gelden")
        inhoud += [alinea(plicht) for plicht in gegevens.plichten]
    inhoud += [alinea(met_artikel("Deze brief is vertrouwelijk. Stuur hem niet door", gegevens.artikel_geheimhouding))]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
