"""The open acties of one casus, of everybody who may be at it: what the casusregisseur keeps an eye on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.opmaak.blad import feiten, kader, maak_pdf, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel
from zvh_desktop.documents.plan_van_aanpak import PlanActie, acties_deel
from zvh_desktop.models.taal import datum_lang


@dataclass(frozen=True, slots=True)
class CasusactiesGegevens:
    """The list as it stands on ``peildatum``."""

    kop: Documentkop
    casusnummer: str
    peildatum: date
    acties: tuple[PlanActie, ...]
    artikel_geheimhouding: str


@gewogen
def bouw_casusacties_pdf(gegevens: CasusactiesGegevens) -> bytes:
    """The list, in the order in which the acties end."""
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}")
    inhoud += feiten((("Stand op", datum_lang(gegevens.peildatum)), ("Open acties", str(len(gegevens.acties)))))
    inhoud += [wit()]
    inhoud += acties_deel(gegevens.acties, "Er staan geen acties open.")
    inhoud += kader([met_artikel("Deze lijst is vertrouwelijk", gegevens.artikel_geheimhouding)])
    return maak_pdf(gegevens.kop, inhoud)
