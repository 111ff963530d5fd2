"""What is about to be signed, in a few short lines: shown before every signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from zvh_desktop.models.keuzes import OordeelUitkomst, PartijId, PoortStand
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld
from zvh_desktop.services.casus.plannen import PlanBeeld
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, PuntRegel
from zvh_desktop.services.tafel.verslag_gegevens import VerslagBeeld, VerslagPunt
from zvh_desktop.ui.teksten.datums import datum_kort
from zvh_desktop.ui.teksten.dossier import OORDEEL_TEKST

Regels = tuple[str, ...]


def oordeel_regels(nummer: str, namen: Mapping[PartijId, str], invoer: Iterable[OordeelInvoer]) -> Regels:
    """Each oordeel with its ground or reason, and until when."""
    return tuple(f"{nummer}, {namen.get(een.partij_id, 'partij')}: {_oordeel(een)}" for een in invoer)


def _oordeel(een: OordeelInvoer) -> str:
    waarom = een.grondslag if een.uitkomst is OordeelUitkomst.RECHTMATIG else een.motivering
    tot = f", tot en met {datum_kort(een.geldig_tot)}" if een.geldig_tot else ""
    return f"{OORDEEL_TEKST[een.uitkomst]} ({waarom.strip() or 'nog zonder reden'}){tot}"


def agenda_regels(beeld: AgendaBeeld | None) -> Regels:
    """The agenda: each point with how long and how many partijen."""
    if beeld is None:
        return ()
    kop = beeld.kop.invoer
    return (f"Akkoord met de agenda van {datum_kort(kop.datum)}", *(_agendapunt(punt) for punt in beeld.punten))


def _agendapunt(punt: PuntRegel) -> str:
    wie = sum(cel.stand is PoortStand.UITGENODIGD for cel in punt.cellen)
    zij = f", {wie} {'partij' if wie == 1 else 'partijen'}" if punt.casus_id is not None else ""
    return f"{punt.nummer}. {punt.onderwerp}, {punt.minuten} minuten{zij}"


def verslag_regels(beeld: VerslagBeeld | None) -> Regels:
    """The verslag: each point with its besluiten and how many acties."""
    if beeld is None:
        return ()
    return (f"Het verslag van {datum_kort(beeld.kop.invoer.datum)}", *(_verslagpunt(punt) for punt in beeld.punten))


def _verslagpunt(punt: VerslagPunt) -> str:
    besluiten = ", ".join(besluit.naam for besluit in punt.besluiten) or "geen besluit"
    return f"{punt.nummer}. {punt.titel}: {besluiten}, {_aantal(len(punt.acties), 'actie', 'acties')}"


def correctie_regels(punt: VerslagPunt | None, reden: str) -> Regels:
    """A correction of one point of the verslag."""
    if punt is None:
        return ()
    return (f"Correctie van punt {punt.nummer}. {punt.titel}", f"Reden: {reden.strip() or 'nog niet ingevuld'}")


def bestuur_regels(beeld: BestuurBeeld | None) -> Regels:
    """The verslag of a meeting without casussen."""
    if beeld is None:
        return ()
    punten = (f"{punt.nummer}. {punt.invoer.onderwerp}" for punt in beeld.punten)
    return (f"Het verslag van {datum_kort(beeld.kop.invoer.datum)}", *punten)


def plan_regels(plan: PlanBeeld | None, naam: str) -> Regels:
    """A version of the plan: how much is in it and when it is looked at again."""
    if plan is None:
        return ()
    invoer = plan.invoer
    evaluatie = f"Evaluatie op {datum_kort(invoer.evaluatie_op)}" if invoer.evaluatie_op else ""
    regels = (
        f"{plan.casusnummer}: {naam}, versie {plan.versie}",
        f"{_aantal(len(invoer.doelen), 'doel', 'doelen')}, {_aantal(len(plan.acties), 'actie', 'acties')}",
        "Wie doet mee: " + (", ".join(rol.partij for rol in plan.rollen) or "nog niemand"),
        evaluatie,
    )
    return tuple(regel for regel in regels if regel)


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{hoeveel} {een if hoeveel == 1 else meer}"
