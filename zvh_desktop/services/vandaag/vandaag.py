"""Vandaag: what waits for this user, by role, in sentences with the place where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.vandaag.aangehouden import wacht_op_aangehouden
from zvh_desktop.services.vandaag.aanmeldingen import wacht_op_beoordelen, wacht_op_terugkoppelen
from zvh_desktop.services.vandaag.afgelast import wacht_bij_afgelasten
from zvh_desktop.services.vandaag.bestuur import wacht_bij_overleggen
from zvh_desktop.services.vandaag.casussen import wacht_bij_casussen, wacht_op_terugkoppeling
from zvh_desktop.services.vandaag.datalekken import wacht_op_datalekken
from zvh_desktop.services.vandaag.koffers import wacht_op_begonnen, wacht_op_koffers
from zvh_desktop.services.vandaag.lezen import Aantallen, WachtendOverleg, lees_aantallen, lees_overleggen
from zvh_desktop.services.vandaag.oordelen import wacht_op_oordelen
from zvh_desktop.services.vandaag.opruimen import wacht_op_opruimen
from zvh_desktop.services.vandaag.opschaling import wacht_bij_opschalingen
from zvh_desktop.services.vandaag.overnemen import wacht_op_overnemen
from zvh_desktop.services.vandaag.regel import Wacht
from zvh_desktop.services.vandaag.reservekopie import wacht_op_reservekopie
from zvh_desktop.services.vandaag.rollen import wacht_op_rollen
from zvh_desktop.services.vandaag.rondsturen import wacht_op_rondsturen
from zvh_desktop.services.vandaag.samenwerking import wacht_bij_samenwerking
from zvh_desktop.services.vandaag.signalen import Bron, lees_signalen
from zvh_desktop.services.vandaag.tafels import (
    wacht_bij_komende_tafels,
    wacht_op_akkoord_en_verslag,
    wacht_op_uitnodigingen,
)
from zvh_desktop.services.vandaag.termijnen import wacht_op_acties, wacht_op_evaluaties
from zvh_desktop.services.vandaag.verzoeken import wacht_op_verzoeken
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

LANG: Final = 5000
"""From so many casussen what waits takes longer to read than a window may stand still."""


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """The whole page."""

    regels: tuple[Wacht, ...]
    open_acties: int


@dataclass(frozen=True, slots=True)
class Plaatstellingen:
    """The numbers that the window shows beside its places."""

    vandaag: int
    acties: int


class VandaagService:
    """What waits for this user."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self._geteld: tuple[tuple[int, date], Plaatstellingen] | None = None

    def toon(self) -> VandaagBeeld:
        """The lines for the roles of this user; who only is beheerder sees what waits about roles."""
        rolregels = wacht_op_rollen(self._werkplek)
        if not self._werkplek.mag(Recht.CASUS_LEZEN).mag:
            return VandaagBeeld((*self._zonder_casussen(), *rolregels), 0)
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vandaag = self._werkplek.vandaag()
            aantallen, overleggen = naast(
                sessie, lambda: lees_aantallen(sessie, vandaag), lambda: lees_overleggen(sessie, vandaag)
            )
            bronnen = self._bronnen(sessie, rolregels, aantallen, overleggen)
            return VandaagBeeld(lees_signalen(sessie, bronnen), aantallen.open_acties)

    def is_lang(self) -> bool:
        """Whether there are so many casussen that it is not to be read in the thread of the window."""
        if not self._werkplek.mag(Recht.CASUS_LEZEN).mag:
            return False
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return (sessie.scalar(select(func.max(Casus.id))) or 0) > LANG

    def _zonder_casussen(self) -> tuple[Wacht, ...]:
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            return lees_signalen(sessie, (wacht_op_datalekken(self._werkplek), wacht_op_reservekopie(self._werkplek)))

    def tellingen(self) -> Plaatstellingen:
        """Both numbers from one reading; not read again while nothing was done that can change them."""
        stand = (self._werkplek.handelingen, self._werkplek.vandaag())
        if self._geteld is None or self._geteld[0] != stand:
            beeld = self.toon()
            self._geteld = (stand, Plaatstellingen(len(beeld.regels), beeld.open_acties))
        return self._geteld[1]

    def _bronnen(
        self,
        sessie: Session,
        rolregels: tuple[Wacht, ...],
        aantallen: Aantallen,
        overleggen: tuple[WachtendOverleg, ...],
    ) -> Iterator[Bron]:
        """Everything that can wait, in the order in which it is shown. What needs rows asks for them (``signalen``)."""
        werkplek = self._werkplek
        yield wacht_op_datalekken(werkplek)
        yield rolregels
        yield wacht_op_reservekopie(werkplek)
        yield wacht_op_koffers(werkplek)
        yield wacht_op_verzoeken(werkplek)
        if Rol.PROCESREGISSEUR in werkplek.kluis.gebruiker.rollen:
            yield wacht_op_begonnen(werkplek)
            yield wacht_op_beoordelen(werkplek, aantallen)
            yield wacht_op_oordelen(werkplek)
            yield wacht_bij_casussen(werkplek)
            yield wacht_op_opruimen(werkplek, sessie)
            yield wacht_op_akkoord_en_verslag(overleggen)
        yield wacht_op_uitnodigingen(werkplek)
        yield wacht_bij_komende_tafels(werkplek, overleggen)
        yield wacht_op_terugkoppelen(werkplek, aantallen)
        yield wacht_op_terugkoppeling(werkplek.profiel.termen)
        yield wacht_bij_afgelasten(werkplek)
        yield wacht_op_aangehouden(werkplek)
        yield wacht_bij_overleggen(werkplek, sessie, overleggen)
        yield wacht_bij_opschalingen(werkplek)
        yield wacht_op_rondsturen(werkplek)
        yield wacht_op_overnemen(werkplek)
        yield wacht_bij_samenwerking(werkplek)
        yield wacht_op_acties(aantallen)
        yield wacht_op_evaluaties(werkplek)
