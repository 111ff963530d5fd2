"""The end of files: what may go now, what another proposed, and that the house has filled in no term."""

from __future__ import annotations

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.lezen import lees_lijst
from zvh_desktop.services.vernietigen.wissen import TE_WISSEN, wist_zelf
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MEESTE = 5
"""So many files get a line of their own; the rest is counted in one."""


def wacht_op_opruimen(werkplek: Werkplek, sessie: Session) -> Signaal:
    """For who may do it: the files whose term is over, and once that there is no term."""
    vandaag = werkplek.vandaag()
    lijst = lees_lijst(werkplek, sessie)
    over = [regel for regel in lijst if regel.vanaf is not None and regel.vanaf <= vandaag]
    for regel in over[:_MEESTE]:
        if regel.casus_id is None:
            zin = f"{regel.nummer}: de bewaartermijn is voorbij, vernietigen"
            yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "opruimen", 0)
            continue
        wat = "schonen" if regel.soort is VernietigSoort.SCHONEN else "vernietigen"
        voorgesteld = ", voorgesteld door een ander of door u" if regel.voorgesteld else ""
        waarvan = f" van de {NAAM[regel.soort]}" if regel.soort in NAAM else ""
        zin = f"Dossier {regel.nummer}: de bewaartermijn{waarvan} is voorbij, {wat}{voorgesteld}"
        yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "opruimen_casus", regel.casus_id)
    if len(over) > _MEESTE:
        yield Wacht(Wanneer.TERMIJNEN, f"Nog {len(over) - _MEESTE} dossiers om op te ruimen", "Open", "opruimen", 0)
    zonder = sum(regel.vanaf is None for regel in lijst)
    if zonder:
        zin = (
            f"{'Een gesloten dossier heeft' if zonder == 1 else f'{zonder} gesloten dossiers hebben'} geen "
            "bewaartermijn: het huis heeft die nog niet ingevuld, dus er wordt niets vernietigd"
        )
        yield Wacht(Wanneer.TERMIJNEN, zin, "Bekijk", "opruimen", 0)
    if (yield TE_WISSEN):
        hoe = "sluit de kluis en open hem opnieuw" if wist_zelf(sessie) else "dat doet de beheerder van de server"
        zin = f"Een dossier is vernietigd, maar de resten zijn nog niet gewist: {hoe}"
        yield Wacht(Wanneer.NU, zin, "Bekijk", "opruimen", 0)
