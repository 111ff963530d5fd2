"""What a casus comes from, as text to read beside its acties."""

from __future__ import annotations

from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.tafel.opvolging.gegevens import EerderBesluit, MonitoringBeeld
from zvh_desktop.services.tafel.opvolging.op_agenda import plan_zin, verslag_delen
from zvh_desktop.ui.teksten.datums import datum_kort


def terugblik_tekst(beeld: MonitoringBeeld, plannaam: str) -> str:
    """What cannot be relied on first, then besluiten, plan and the verslag before."""
    delen = list(beeld.onleesbaar)
    if beeld.besluiten:
        delen.append("\n".join(["Eerdere besluiten", *(_besluit(een) for een in beeld.besluiten)]))
    if beeld.plan is not None:
        delen.append(f"{hoofdletter(plannaam)}\n{plan_zin(beeld.plan)}")
    if beeld.verslag is not None:
        concept = "" if beeld.verslag.vastgesteld else " (nog niet vastgesteld)"
        kop = f"{beeld.verslag.overleg}, verslag van {datum_kort(beeld.verslag.datum)}{concept}"
        delen.append("\n".join([kop, *(f"{titel}: {tekst}" for titel, tekst in verslag_delen(beeld.verslag))]))
    return "\n\n".join(delen)


def _besluit(besluit: EerderBesluit) -> str:
    wie = f" ({besluit.belegd_bij})" if besluit.belegd_bij else ""
    voorwaarde = f" Op voorwaarde dat: {besluit.conditie}" if besluit.conditie.strip() else ""
    wat = f": {besluit.omschrijving}" if besluit.omschrijving.strip() else ""
    return f"{datum_kort(besluit.datum)}  {besluit.naam}{wie}{wat}{voorwaarde}"
