"""From a signed verslag to the text of each field: only partijen whose oordeel holds are named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zvh_desktop.documents.plan_van_aanpak import PlanGegevens
from zvh_desktop.models.keuzes import ActieStatus
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.overnemen import Overneemveld
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST, ACTIE_TEKST
from zvh_desktop.services.overnemen.gegevens import Overneemdeel
from zvh_desktop.services.tafel.verslag_gegevens import BesluitRegel, VerslagPunt


@dataclass(frozen=True, slots=True)
class Overneembron:
    """All that the fields of one casus are made of, each part verified and past the gate."""

    profiel: Huisprofiel
    punt: VerslagPunt
    overleg: str
    aanpak: str
    aanmelder: str
    casusregisseur: str
    plan: PlanGegevens | None

    @property
    def casusnummer(self) -> str:
        """Which casus all of it is about."""
        return self.punt.casusnummer


def maak_delen(bron: Overneembron, velden: tuple[Overneemveld, ...]) -> tuple[Overneemdeel, ...]:
    """The fields of one system, in its order."""
    return tuple(
        Overneemdeel(veldnaam(bron.profiel, veld), _MAKERS[veld](bron).strip(), veld not in _NIET_GETYPT)
        for veld in velden
    )


def veldnaam(profiel: Huisprofiel, veld: Overneemveld) -> str:
    """What a field is called, in the words of the house."""
    termen = profiel.termen
    eigen: dict[Overneemveld, str] = {
        "aanmelder": termen.aanmelder,
        "casusregisseur": termen.casusregisseur,
        "plan": termen.plan_van_aanpak,
    }
    return hoofdletter(eigen.get(veld, veld))


def _casusnummer(bron: Overneembron) -> str:
    return bron.punt.casusnummer


def _aanpak(bron: Overneembron) -> str:
    return bron.aanpak


def _betrokkenen(bron: Overneembron) -> str:
    return "\n".join(bron.punt.betrokkenen)


def _aanmelder(bron: Overneembron) -> str:
    return bron.aanmelder


def _overleg(bron: Overneembron) -> str:
    return bron.overleg


def _aanwezig(bron: Overneembron) -> str:
    return "\n".join(
        f"{een.partij}{f' ({een.afgevaardigde})' if een.afgevaardigde else ''}: {AANWEZIGHEID_TEKST[een.aanwezigheid]}"
        for een in bron.punt.aanwezigen
    )


def _doel(bron: Overneembron) -> str:
    return bron.punt.doel


def _beeld(bron: Overneembron) -> str:
    return bron.punt.tekst.beeld


def _oordeel(bron: Overneembron) -> str:
    return bron.punt.tekst.oordeelsvorming


def _besluit(bron: Overneembron) -> str:
    return bron.punt.tekst.besluitvorming


def _besluiten(bron: Overneembron) -> str:
    return "\n".join(_een_besluit(besluit) for besluit in bron.punt.besluiten)


def _een_besluit(besluit: BesluitRegel) -> str:
    delen = [f"{besluit.naam}: {besluit.invoer.omschrijving}" if besluit.invoer.omschrijving else besluit.naam]
    delen += _met_naam("voorwaarde", besluit.invoer.conditie)
    delen += _met_naam("informeren", besluit.invoer.informering)
    delen += _met_naam("belegd bij", besluit.belegd_bij)
    return "; ".join(delen)


def _acties(bron: Overneembron) -> str:
    regels = []
    for actie in bron.punt.acties:
        termijn = actie.invoer.termijn
        delen = [actie.invoer.omschrijving, *_met_naam("belegd bij", actie.belegd_bij)]
        delen += _met_naam("klaar op", datum_kort(termijn) if termijn else "")
        delen += _met_naam("voorwaarde", actie.invoer.conditie)
        delen += _met_naam("informeren", actie.invoer.informering)
        delen += [] if actie.status is ActieStatus.OPEN else [ACTIE_TEKST[actie.status]]
        regels.append("; ".join(delen))
    return "\n".join(regels)


def _uitkomst(bron: Overneembron) -> str:
    return bron.punt.uitkomst.zin


def _casusregisseur(bron: Overneembron) -> str:
    return bron.casusregisseur


def _plan(bron: Overneembron) -> str:
    plan = bron.plan
    if plan is None:
        return ""
    regels = [f"{hoofdletter(bron.profiel.termen.plan_van_aanpak)}, versie {plan.plan_versie}"]
    regels += [f"Doel ({doel.leefgebied}): {doel.doel}" for doel in plan.doelen]
    regels += [f"{rol.partij}: {rol.rol}; heeft nodig: {rol.informatiebehoefte}" for rol in plan.rollen]
    regels += [
        "; ".join((f"Actie: {actie.omschrijving}", *_met_naam("belegd bij", actie.belegd_bij))) for actie in plan.acties
    ]
    regels += [f"Kan worden {bron.profiel.termen.afgeschaald} als: {zin}" for zin in plan.afschalingscriteria]
    if plan.evaluatiedatum is not None:
        regels.append(f"Evaluatie op {datum_kort(plan.evaluatiedatum)}")
    return "\n".join(regels)


def _met_naam(naam: str, tekst: str) -> list[str]:
    return [f"{naam}: {tekst}"] if tekst.strip() else []


_MAKERS: dict[Overneemveld, Callable[[Overneembron], str]] = {
    "casusnummer": _casusnummer,
    "aanpak": _aanpak,
    "betrokkenen": _betrokkenen,
    "aanmelder": _aanmelder,
    "overleg": _overleg,
    "aanwezig": _aanwezig,
    "doel": _doel,
    "beeld": _beeld,
    "oordeel": _oordeel,
    "besluit": _besluit,
    "besluiten": _besluiten,
    "acties": _acties,
    "uitkomst": _uitkomst,
    "casusregisseur": _casusregisseur,
    "plan": _plan,
}

_NIET_GETYPT: frozenset[Overneemveld] = frozenset(
    {"casusnummer", "aanpak", "betrokkenen", "aanmelder", "overleg", "aanwezig", "casusregisseur"}
)
"""What the application fills in itself, and the other system asks for."""
