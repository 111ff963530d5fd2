"""The part of a plan van aanpak that is for one partij: its role, what it has to know for that, and its own acties.

What another partij does or has to know is not in it, and neither is who the casus is about: the number says enough for
who was at the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    maak_pdf,
    tabel,
    titelblok,
    wit,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel, vaststelling_tekst
from zvh_desktop.documents.plan_van_aanpak import PlanActie, leeg, persoon_van
from zvh_desktop.models.taal import datum_cijfers, datum_kort, hoofdletter
from zvh_desktop.models.woorden import ACTIE_TEKST


@dataclass(frozen=True, slots=True)
class PlanPartijGegevens:
    """What one partij gets of one version of a plan."""

    kop: Documentkop
    casusnummer: str
    plan_versie: int
    partij: str
    casusregisseur: str
    casusregisseur_partij: str
    procesregisseur: str
    rol: str
    informatiebehoefte: str
    acties: tuple[PlanActie, ...]
    evaluatiedatum: date | None
    vaststelling: Vaststelling | None
    artikel_rollen: str
    artikel_geheimhouding: str


@gewogen
def bouw_plan_partij_pdf(gegevens: PlanPartijGegevens) -> bytes:
    """Who leads, what this partij does, what it has to know for that, and by when."""
    termen = gegevens.kop.termen
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}")
    inhoud += feiten(
        (
            ("Voor", gegevens.partij),
            ("Versie", f"{gegevens.plan_versie}, {vaststelling_tekst(gegevens.vaststelling)}"),
            (
                hoofdletter(termen.casusregisseur),
                persoon_van(gegevens.casusregisseur, gegevens.casusregisseur_partij),
            ),
            (hoofdletter(termen.procesregisseur), gegevens.procesregisseur),
            (
                "Evaluatie",
                datum_kort(gegevens.evaluatiedatum) if gegevens.evaluatiedatum else "nog geen datum afgesproken",
            ),
        )
    )
    inhoud += kop1("Uw rol")
    inhoud += [alinea(gegevens.rol) if gegevens.rol.strip() else leeg("In het plan staat geen aparte rol voor u.")]
    inhoud += kop1("Wat u nodig hebt te weten")
    behoefte = gegevens.informatiebehoefte
    inhoud += [alinea(behoefte) if behoefte.strip() else leeg("Daarover is in het plan niets vastgelegd.")]
    if gegevens.artikel_rollen:
        inhoud += [leeg(f"Vastgelegd volgens {gegevens.artikel_rollen}.")]
    inhoud += kop1("Uw acties")
    if gegevens.acties:
        inhoud += tabel(
            (
                Tabelkolom("Leefgebied", 3.4),
                Tabelkolom("Actie", 8.2),
                Tabelkolom("Termijn", 2.4),
                Tabelkolom("Status", 2),
            ),
            [
                (een.leefgebied or "–", een.omschrijving, datum_cijfers(een.termijn), ACTIE_TEKST[een.status])
                for een in gegevens.acties
            ],
        )
    else:
        inhoud += [leeg("In het plan staan geen acties voor u.")]
    inhoud += [wit()]
    inhoud += kader([met_artikel("Dit stuk is vertrouwelijk", gegevens.artikel_geheimhouding)])
    return maak_pdf(gegevens.kop, inhoud)
