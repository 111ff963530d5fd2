"""The end of a practice year: why a casus was closed, a goal of the plan, and the figures given out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from zvh_desktop.models.cijfers.maten import Maat
from zvh_desktop.models.keuzes import CasusId, DocumentSoort, Rol
from zvh_desktop.services.cijfers.cijfers import CijferService
from zvh_desktop.services.cijfers.gegevens import Doelinvoer
from zvh_desktop.services.cijfers.tijdvak import heel_jaar
from zvh_desktop.services.oefenen.casussen import verwijs
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.stukken.stuk import Stuk

_STREEFWAARDE = 10
_CASUSSEN = 12
_LAATSTE_KWARTAAL = 4


def geef_jaarcijfers(ploeg: Oefenploeg) -> None:
    """The last year that is over, as the three files that a manager gets."""
    if ploeg.uitgifte is not None:
        _vul_het_jaar(ploeg)
    cijfers = ploeg.op(0, Rol.MEDEWERKER).cijfers
    reden = next(iter(cijfers.redenen()))
    for regel in cijfers.gesloten():
        cijfers.zet_reden(CasusId(regel.casus_id), reden)
    jaar = _jaar(cijfers)
    plan = ploeg.profiel.verantwoording.plan
    cijfers.bewaar_doel(
        Doelinvoer(jaar, plan.sleutel, "Meer casussen samen bespreken.", Maat.BEHANDELINGEN.value, _STREEFWAARDE)
    )
    bestanden = cijfers.geef_uit(heel_jaar(jaar))
    for soort, achter, inhoud in (
        (DocumentSoort.JAARCIJFERS, "pdf", bestanden.pdf),
        (DocumentSoort.JAARCIJFERS, "xlsx", bestanden.xlsx),
        (DocumentSoort.JAARCIJFERS, "csv", bestanden.csv),
    ):
        ploeg.geef(Stuk(soort, f"{bestanden.naam}.{achter}", inhoud, None, "", ()))
    ploeg.meld(f"Jaarcijfers van {jaar} uitgegeven, met een doel uit het {plan.naam}, zonder kleine aantallen.")


def _jaar(cijfers: CijferService) -> int:
    """The last one that is over."""
    jaar, kwartaal = cijfers.laatste()
    return jaar if kwartaal == _LAATSTE_KWARTAAL else jaar - 1


def _vul_het_jaar(ploeg: Oefenploeg) -> None:
    """Casussen that went elsewhere in that year, so many that figures can be told of it."""
    elders = next((melding for melding in ploeg.gegevens.meldingen if melding.uitkomst == "elders"), None)
    if elders is None:
        return
    jaar = _jaar(ploeg.op(0, Rol.MEDEWERKER).cijfers)
    meldingen = (elders, *(casus.melding for casus in ploeg.gegevens.casussen))
    # Late in the year, so that the bewaartermijn of the practice house is not over.
    dagen = [(ploeg.vandaag - date(jaar, 12, 1 + nummer)).days for nummer in range(_CASUSSEN)]
    welke = [meldingen[nummer % len(meldingen)] for nummer in range(_CASUSSEN)]
    verwijs(
        ploeg,
        [
            # of an aanpak that goes elsewhere without a meeting that weighs it
            replace(een, dagen=dag, aanpak=elders.aanpak, uitkomst=elders.uitkomst, reden=elders.reden)
            for een, dag in zip(welke, dagen, strict=True)
        ],
    )
