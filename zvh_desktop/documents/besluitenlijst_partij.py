"""The besluiten of one overleg that one partij may know: those of the casussen where it had a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.besluitenlijst import BesluitOpLijst, besluiten_deel, zonder_besluit_deel
from zvh_desktop.documents.gecorrigeerd import gecorrigeerd
from zvh_desktop.documents.opmaak.blad import alinea, feiten, kader, maak_pdf, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop, GedrukteCorrectie, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel, vaststelling_tekst
from zvh_desktop.models.taal import datum_lang


@dataclass(frozen=True, slots=True)
class BesluitenlijstPartijGegevens:
    """The list of one partij. Times of the meeting are not in it: they would betray other points."""

    kop: Documentkop
    overleg_naam: str
    datum: date
    plaats: str
    partij: str
    besluiten: tuple[BesluitOpLijst, ...]
    vaststelling: Vaststelling | None
    artikel_geheimhouding: str
    correcties: tuple[GedrukteCorrectie, ...] = ()
    zonder_besluit: tuple[tuple[str, str], ...] = ()


@gewogen
def bouw_besluitenlijst_partij_pdf(gegevens: BesluitenlijstPartijGegevens) -> bytes:
    """The list, grouped per casus in the order in which the besluiten were taken."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg_naam)
    inhoud += feiten(
        (
            ("Voor", gegevens.partij),
            ("Datum", datum_lang(gegevens.datum)),
            ("Plaats", gegevens.plaats),
            ("Status", vaststelling_tekst(gegevens.vaststelling)),
        )
    )
    inhoud += gecorrigeerd(gegevens.correcties)
    if not gegevens.besluiten:
        inhoud += [wit(), alinea("Bij uw punten zijn geen besluiten genomen.")]
    inhoud += besluiten_deel(gegevens.besluiten, gegevens.kop.termen)
    inhoud += zonder_besluit_deel(gegevens.zonder_besluit)
    inhoud += kader([met_artikel("Deze lijst is vertrouwelijk", gegevens.artikel_geheimhouding)])
    return maak_pdf(gegevens.kop, inhoud)
