"""The end of a practice year: why a casus was closed, a goal of the plan, and the figures given out."""

from __future__ import annotations

from zvh_desktop.models.cijfers.maten import Maat
from zvh_desktop.models.keuzes import CasusId, DocumentSoort, Rol
from zvh_desktop.services.cijfers.gegevens import Doelinvoer
from zvh_desktop.services.cijfers.tijdvak import heel_jaar
from zvh_desktop.services.oefenen.ploeg import Oefenploeg
from zvh_desktop.services.stukken.stuk import Stuk

_STREEFWAARDE = 10


def geef_jaarcijfers(ploeg: Oefenploeg) -> None:
    """The last year that is over, as the three files that a manager gets."""
    cijfers = ploeg.op(0, Rol.MEDEWERKER).cijfers
    reden = next(iter(cijfers.redenen()))
    for regel in cijfers.gesloten():
        cijfers.zet_reden(CasusId(regel.casus_id), reden)
    laatste = cijfers.laatste()
    jaar = laatste[0] if laatste[1] == 4 else laatste[0] - 1
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
