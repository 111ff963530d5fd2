"""Open a case and save a field of it: must not grow with the number of cases in the vault."""

from __future__ import annotations

from itertools import cycle

from benchmarks.kluizen import WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.teksten import alinea
from zvh_desktop.models.keuzes import CasusId, OordeelUitkomst
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.poort.oordelen import OordeelInvoer

VEEL = 100_000
WEINIG = 1_000
HOOGSTENS = 1.5
OORDELEN = 8


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Two lines: opening and saving."""
    with kluizen.diensten(VEEL) as veel, kluizen.diensten(WEINIG) as weinig:
        open_veel, open_weinig = _casussen(veel, VEEL), _casussen(weinig, WEINIG)
        eigen, kaal = om_en_om(
            lambda: duur(lambda: _open(veel, next(open_veel))),
            lambda: duur(lambda: _open(weinig, next(open_weinig))),
            keren=40,
            warm=10,
        )
        openen = verhouding(f"casus openen, {VEEL} tegen {WEINIG} casussen", rustig(eigen), rustig(kaal), HOOGSTENS)
        nummers = iter(range(1, 10_000))
        eigen, kaal = om_en_om(
            lambda: duur(lambda: _bewaar(veel, next(open_veel), next(nummers))),
            lambda: duur(lambda: _bewaar(weinig, next(open_weinig), next(nummers))),
            keren=40,
            warm=10,
        )
        opslaan = verhouding(f"veld opslaan, {VEEL} tegen {WEINIG} casussen", rustig(eigen), rustig(kaal), HOOGSTENS)
        return [openen, opslaan]


def _casussen(diensten: Diensten, aantal: int) -> cycle[CasusId]:
    """Five cases spread over the vault, each with signed oordelen."""
    gekozen = [CasusId(1 + deel * (aantal - 1) // 4) for deel in range(5)]
    partijen = [regel.id for regel in diensten.partijen.lijst()[:OORDELEN]]
    diensten.bevestig(WACHTWOORD)
    for casus_id in gekozen:
        diensten.oordelen.geef(
            casus_id,
            [OordeelInvoer(partij, OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak") for partij in partijen],
        )
    return cycle(gekozen)


def _open(diensten: Diensten, casus_id: CasusId) -> None:
    """What the page of a case asks for."""
    diensten.casussen.toon(casus_id)
    diensten.triage.toon(casus_id)
    diensten.oordelen.blad(casus_id)
    diensten.acties.lijst(alleen_open=False, casus_id=casus_id)


def _bewaar(diensten: Diensten, casus_id: CasusId, nummer: int) -> None:
    diensten.triage.bewaar(casus_id, TriageInvoer(alinea(120, nummer), "Wonen", "", alinea(200, nummer)))
