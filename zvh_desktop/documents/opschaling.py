"""The opschalingsdossier: one casus for another house, which is a derde (Delft art. 9.2).

It holds what the house itself recorded and decided, and of the information of others only what each supplier agreed
to in writing. There is no field for anything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zvh_desktop.documents.informatie_item import REGIME_TEKST
from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    kop2,
    lange_tekst,
    maak_pdf,
    puntenlijst,
    stijlen,
    tabel,
    titelblok,
    wit,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel, vaststelling_tekst
from zvh_desktop.documents.plan_van_aanpak import (
    DoelOpPlan,
    PlanActie,
    PlanBetrokkene,
    RolOpPlan,
    acties_deel,
    betrokkene_tekst,
    doelen_deel,
    leeg,
    persoon_van,
    rollen_deel,
)
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.taal import datum_cijfers, datum_kort, datum_lang, hoofdletter
from zvh_desktop.models.woorden import AKKOORDWIJZE_TEKST


@dataclass(frozen=True, slots=True)
class DossierBesluit:
    """A besluit of an overleg in a vastgesteld verslag. ``belegd_bij`` may be empty."""

    overleg: str
    op: date
    naam: str
    omschrijving: str
    conditie: str = ""
    belegd_bij: str = ""


@dataclass(frozen=True, slots=True)
class DossierAkkoord:
    """The accord of the other house, as it was recorded."""

    door: str
    functie: str
    op: date
    wijze: AkkoordWijze
    kenmerk: str = ""


@dataclass(frozen=True, slots=True)
class DossierPlan:
    """The plan van aanpak that is vastgesteld."""

    versie: int
    vaststelling: Vaststelling | None
    doelen: tuple[DoelOpPlan, ...]
    rollen: tuple[RolOpPlan, ...]
    criteria: tuple[str, ...]
    evaluatie_op: date | None


@dataclass(frozen=True, slots=True)
class DossierInformatie:
    """Information of one supplier, with the written consent on which it goes along."""

    titel: str
    verstrekker: str
    regime: Regime
    ontvangen_op: date
    gebruik: str
    grondslag: str
    toestemming_op: date
    toestemming_kenmerk: str
    toestemming_door: str
    tekst: str = field(repr=False)
    bijlage: int = 0
    """The number of the attachment that goes along; 0 when there is none."""


@dataclass(frozen=True, slots=True)
class OpschalingGegevens:
    """One dossier. The terms are this house's own words."""

    kop: Documentkop
    casusnummer: str
    naar: str
    aanpak: str
    geopend_op: date
    aanmelder: str
    betrokkenen: tuple[PlanBetrokkene, ...]
    term_casusregisseur: str
    casusregisseur: str
    casusregisseur_partij: str
    term_procesregisseur: str
    procesregisseur: str
    doel: str
    gevraagd: str
    motivering: str
    criteria: str
    besluit: DossierBesluit
    berust_op: str
    ondertekening: Vaststelling | None
    akkoord: DossierAkkoord
    term_plan: str
    plan: DossierPlan | None
    besluiten: tuple[DossierBesluit, ...]
    acties: tuple[PlanActie, ...]
    informatie: tuple[DossierInformatie, ...]
    artikel_rollen: str = ""
    artikel_derden: str = ""
    artikel_gebruik: str = ""
    artikel_geheimhouding: str = ""


@gewogen
def bouw_opschaling_pdf(gegevens: OpschalingGegevens) -> bytes:
    """The dossier: what is asked and about whom first, then why and on which besluit, then plan and information."""
    inhoud = titelblok(gegevens.kop.titel, f"Casus {gegevens.casusnummer}, voor {gegevens.naar}")
    inhoud += kader(["Wat wij u vragen", _vraag(gegevens)])
    inhoud += feiten(
        (
            ("Aanpak", gegevens.aanpak),
            (
                "Betrokkenen",
                "\n".join(betrokkene_tekst(mens) for mens in gegevens.betrokkenen),
            ),
            ("In behandeling sinds", datum_kort(gegevens.geopend_op)),
            (hoofdletter(gegevens.kop.termen.aanmelder), gegevens.aanmelder),
            ("Doel", gegevens.doel),
            (
                hoofdletter(gegevens.term_casusregisseur),
                persoon_van(gegevens.casusregisseur, gegevens.casusregisseur_partij) if gegevens.casusregisseur else "",
            ),
            (hoofdletter(gegevens.term_procesregisseur), gegevens.procesregisseur),
        )
    )
    inhoud += kop1("Waarom deze casus naar u komt")
    inhoud += lange_tekst(gegevens.motivering)
    inhoud += kop2(f"Hoe de criteria voor {gegevens.kop.termen.opschaling} zijn gehaald")
    inhoud += lange_tekst(gegevens.criteria)
    inhoud += kop1("Besluit en akkoord")
    inhoud += _besluit_en_akkoord(gegevens)
    inhoud += _plan(gegevens)
    inhoud += kop1("Open acties")
    inhoud += acties_deel(gegevens.acties, "Er zijn geen open acties.")
    inhoud += kop1("Besluiten over deze casus")
    inhoud += tabel(
        (Tabelkolom("Overleg", 4, vet=True), Tabelkolom("Besluit", 8.4), Tabelkolom("Belegd bij", 3.6)),
        [(f"{b.overleg}, {datum_cijfers(b.op)}", _besluit_tekst(b), b.belegd_bij or "–") for b in gegevens.besluiten],
    )
    inhoud += kop1("Informatie van partijen")
    inhoud += _informatie(gegevens)
    slot = f"Dit dossier is alleen voor {gegevens.naar}. Stuur het niet door"
    inhoud += [wit(10), alinea(met_artikel(slot, gegevens.artikel_geheimhouding), stijlen().klein)]
    return maak_pdf(gegevens.kop, inhoud)


def _vraag(gegevens: OpschalingGegevens) -> str:
    return gegevens.gevraagd or f"{gegevens.kop.huis_naam} vraagt u deze casus over te nemen."


def _besluit_tekst(besluit: DossierBesluit) -> str:
    delen = (
        f"{besluit.naam}.",
        besluit.omschrijving,
        f"Voorwaarde: {besluit.conditie}" if besluit.conditie.strip() else "",
    )
    return " ".join(deel.strip() for deel in delen if deel.strip())


def _besluit_en_akkoord(gegevens: OpschalingGegevens) -> list[Any]:
    besluit, akkoord = gegevens.besluit, gegevens.akkoord
    kenmerk = f", kenmerk {akkoord.kenmerk}" if akkoord.kenmerk else ""
    return feiten(
        (
            ("Besloten in", f"{besluit.overleg}, {datum_lang(besluit.op)}"),
            ("Besluit", _besluit_tekst(besluit)),
            ("Berust op", gegevens.berust_op),
            (
                "Ondertekend",
                vaststelling_tekst(gegevens.ondertekening).removeprefix("vastgesteld ")
                if gegevens.ondertekening
                else "",
            ),
            ("Akkoord van u", f"{akkoord.door}, {akkoord.functie}, {datum_kort(akkoord.op)}"),
            ("Hoe gegeven", f"{AKKOORDWIJZE_TEKST[akkoord.wijze]}{kenmerk}"),
        )
    )


def _plan(gegevens: OpschalingGegevens) -> list[Any]:
    plan = gegevens.plan
    inhoud = kop1(hoofdletter(gegevens.term_plan))
    if plan is None:
        return [*inhoud, leeg(f"Er is geen vastgesteld {gegevens.term_plan}.")]
    inhoud += feiten(
        (
            ("Versie", f"{plan.versie}, {vaststelling_tekst(plan.vaststelling)}"),
            ("Evaluatie", datum_kort(plan.evaluatie_op) if plan.evaluatie_op else ""),
        )
    )
    inhoud += kop2("Doelen") + doelen_deel(plan.doelen)
    inhoud += kop2("Rol en informatiebehoefte per partij")
    inhoud += rollen_deel(plan.rollen, gegevens.artikel_rollen, gegevens.kop.termen)
    if plan.criteria:
        inhoud += kop2("Wanneer het plan klaar is") + puntenlijst(plan.criteria)
    return inhoud


def _informatie(gegevens: OpschalingGegevens) -> list[Any]:
    zin = "Hier staat alleen informatie waarvoor de verstrekker vooraf schriftelijk toestemming gaf"
    inhoud: list[Any] = [alinea(met_artikel(zin, gegevens.artikel_derden))]
    if not gegevens.informatie:
        return [*inhoud, leeg("Er gaat geen informatie van partijen mee.")]
    for item in gegevens.informatie:
        inhoud += kop2(item.titel)
        inhoud += feiten(
            (
                ("Gegeven door", item.verstrekker),
                ("Ontvangen", datum_kort(item.ontvangen_op)),
                ("Soort gegevens", REGIME_TEKST[item.regime]),
                (
                    "Toestemming",
                    f"{item.toestemming_door}, {datum_kort(item.toestemming_op)}, kenmerk {item.toestemming_kenmerk}",
                ),
                ("Grondslag", item.grondslag),
                ("Wat u ermee mag", met_artikel(item.gebruik, gegevens.artikel_gebruik)),
            )
        )
        if item.tekst.strip():
            inhoud += lange_tekst(item.tekst)
        if item.bijlage:
            inhoud += [alinea(f"Bij dit stuk hoort bijlage {item.bijlage}. U krijgt die als apart bestand.")]
    return inhoud
