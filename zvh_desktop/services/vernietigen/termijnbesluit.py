"""The terms of the house under a signature: without that nothing is destroyed."""

from __future__ import annotations

from sqlalchemy import select

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.vernietigen.bewaren import Termijnbesluit
from zvh_desktop.services.vernietigen.getekend import TERMIJNEN
from zvh_desktop.services.vernietigen.lezen import eis_termijnen
from zvh_desktop.services.vernietigen.termijnen import als_besluit, lees_termijnen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


class TermijnbesluitService:
    """Use cases on the signature under the terms."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def nog_nodig(self) -> str:
        """Why nothing can be destroyed now; empty when the terms that hold are the ones that were signed."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            try:
                eis_termijnen(self._werkplek, sessie)
            except GebruikersFout as fout:
                return fout.gebeurd
            return ""

    def onderteken(self) -> None:
        """Sign the terms as they hold now. Raises GebruikersFout when there are none, BevestigingNodig."""
        with self._werkplek.schrijf(Recht.VERNIETIGEN, "bewaartermijnen ondertekend", "huis") as werk:
            beeld = lees_termijnen(self._werkplek, werk.sessie)
            if not any(stap.termijn for stap in beeld.stappen):
                raise GebruikersFout(
                    "Het huis heeft nog geen bewaartermijn ingevuld. Er is niets te ondertekenen.",
                    advies="De beheerder vult ze in bij Beheer, Bewaartermijnen.",
                )
            besluit = als_besluit(beeld)
            for eerder in werk.sessie.scalars(select(Termijnbesluit).order_by(Termijnbesluit.id)):
                TERMIJNEN.verifieer(self._werkplek, werk.sessie, eerder)
            self._werkplek.eis_bevestiging()
            rij = Termijnbesluit(
                termijnen=besluit, besloten_op=self._werkplek.vandaag(), besloten_door=self._werkplek.naam
            )
            werk.sessie.add(rij)
            werk.sessie.flush()
            TERMIJNEN.teken(self._werkplek, werk.sessie, rij)
            TERMIJNEN.eis_bewaard(self._werkplek, werk.sessie, rij.id)
