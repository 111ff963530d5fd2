"""Vandaag: what waits for this user, by role, in sentences with the place where it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    OverlegStatus,
    PlanStatus,
    Rol,
    UitnodigingAntwoord,
    UitnodigingStatus,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.vandaag.aangehouden import wacht_op_aangehouden
from zvh_desktop.services.vandaag.afgelast import wacht_bij_afgelasten
from zvh_desktop.services.vandaag.bestuur import wacht_bij_overleggen
from zvh_desktop.services.vandaag.casussen import wacht_bij_casussen, wacht_op_terugkoppeling
from zvh_desktop.services.vandaag.datalekken import wacht_op_datalekken
from zvh_desktop.services.vandaag.lezen import Aantallen, WachtendOverleg, lees_aantallen, lees_overleggen
from zvh_desktop.services.vandaag.oordelen import wacht_op_oordelen
from zvh_desktop.services.vandaag.opruimen import wacht_op_opruimen
from zvh_desktop.services.vandaag.opschaling import wacht_bij_opschalingen
from zvh_desktop.services.vandaag.overnemen import wacht_op_overnemen
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.vandaag.rollen import wacht_op_rollen
from zvh_desktop.services.vandaag.rondsturen import wacht_op_rondsturen
from zvh_desktop.services.vandaag.samenwerking import wacht_bij_samenwerking
from zvh_desktop.services.vandaag.verzoeken import wacht_op_verzoeken
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek


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
        rollen = self._werkplek.kluis.gebruiker.rollen
        rolregels = wacht_op_rollen(self._werkplek)
        if not self._werkplek.mag(Recht.CASUS_LEZEN).mag:
            return VandaagBeeld((*wacht_op_datalekken(self._werkplek), *rolregels), 0)
        lekken = wacht_op_datalekken(self._werkplek)
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            aantallen = lees_aantallen(sessie, self._werkplek.vandaag())
            overleggen = lees_overleggen(sessie, self._werkplek.vandaag())
            regels = [
                *lekken,
                *rolregels,
                *wacht_op_verzoeken(self._werkplek, aantallen.open_verzoeken),
                *(self._regie(sessie, aantallen, overleggen) if Rol.PROCESREGISSEUR in rollen else ()),
                *self._bureau(sessie, aantallen, overleggen),
                *wacht_bij_afgelasten(self._werkplek, sessie),
                *wacht_op_aangehouden(self._werkplek, sessie),
                *wacht_bij_overleggen(self._werkplek, sessie, overleggen),
                *wacht_bij_opschalingen(self._werkplek, sessie),
                *wacht_op_rondsturen(self._werkplek, sessie),
                *wacht_op_overnemen(self._werkplek, sessie),
                *wacht_bij_samenwerking(self._werkplek, aantallen.samenwerking),
                *self._termijnen(sessie, aantallen),
            ]
            return VandaagBeeld(tuple(regels), aantallen.open_acties)

    def tellingen(self) -> Plaatstellingen:
        """Both numbers from one reading; not read again while nothing was done that can change them."""
        stand = (self._werkplek.handelingen, self._werkplek.vandaag())
        if self._geteld is None or self._geteld[0] != stand:
            beeld = self.toon()
            self._geteld = (stand, Plaatstellingen(len(beeld.regels), beeld.open_acties))
        return self._geteld[1]

    def _regie(self, sessie: Session, aantallen: Aantallen, overleggen: Iterable[WachtendOverleg]) -> list[Wacht]:
        regels = []
        termen = self._werkplek.profiel.termen
        open_ = aantallen.open_aanmeldingen
        if open_:
            zin = f"{open_} {termen.aanmelding if open_ == 1 else termen.aanmeldingen} te beoordelen"
            regels.append(Wacht(Wanneer.NU, zin, "Beoordeel", "aanmelding", 0))
        regels += wacht_op_oordelen(self._werkplek, sessie)
        regels += wacht_bij_casussen(self._werkplek, sessie)
        regels += wacht_op_opruimen(self._werkplek, sessie)
        for overleg in overleggen:
            if overleg.rij.status == OverlegStatus.AKKOORD_GEVRAAGD:
                zin = f"Agenda van {datum_kort(overleg.rij.datum)} wacht op uw akkoord"
                regels.append(Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg.rij.id))
        for overleg in overleggen:
            if overleg.rij.casuistiek and overleg.verslag_wacht:
                zin = f"Verslag van {datum_kort(overleg.rij.datum)} vaststellen"
                regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.rij.id))
        return regels

    def _bureau(self, sessie: Session, aantallen: Aantallen, overleggen: Iterable[WachtendOverleg]) -> list[Wacht]:
        regels = []
        vandaag = self._werkplek.vandaag()
        onbeantwoord = and_(
            Uitnodiging.status == UitnodigingStatus.VERZONDEN, Uitnodiging.antwoord == UitnodigingAntwoord.GEEN
        )
        telling = sessie.execute(
            select(
                Uitnodiging.overleg_id,
                func.count().filter(Uitnodiging.status == UitnodigingStatus.IN_TE_TREKKEN),
                func.count().filter(onbeantwoord),
            )
            .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
            .where(Overleg.datum >= vandaag, Overleg.status != OverlegStatus.AFGELAST)
            .group_by(Uitnodiging.overleg_id)
        ).all()
        for overleg_id, aantal in ((overleg_id, intrekken) for overleg_id, intrekken, _ in telling if intrekken):
            zin = f"{aantal} {'uitnodiging moet' if aantal == 1 else 'uitnodigingen moeten'} worden ingetrokken"
            regels.append(Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg_id))
        for overleg_id, aantal in ((overleg_id, wachten) for overleg_id, _, wachten in telling if wachten):
            zin = f"{aantal} {'partij heeft' if aantal == 1 else 'partijen hebben'} nog niet geantwoord"
            regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Bekijk", "tafel", overleg_id))
        komend = [overleg.rij for overleg in overleggen if overleg.rij.casuistiek and overleg.komt_op(vandaag)]
        for overleg in komend:
            if overleg.status == OverlegStatus.CONCEPT:
                zin = f"De agenda van {datum_kort(overleg.datum)} is nog concept"
                regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.id))
            elif overleg.status == OverlegStatus.AKKOORD:
                zin = f"De uitnodigingen voor {datum_kort(overleg.datum)} kunnen de deur uit"
                regels.append(Wacht(Wanneer.NU, zin, "Open", "tafel", overleg.id))
        terug = aantallen.terug_te_koppelen
        if terug:
            regels.append(
                Wacht(Wanneer.DEZE_WEEK, f"{terug} keer terugkoppelen aan de aanmelder", "Open", "terugkoppeling", 0)
            )
        return [*regels, *wacht_op_terugkoppeling(sessie)]

    def _termijnen(self, sessie: Session, aantallen: Aantallen) -> list[Wacht]:
        regels = []
        vandaag = self._werkplek.vandaag()
        laat = aantallen.acties_te_laat
        if laat:
            zin = f"{laat} {'actie is' if laat == 1 else 'acties zijn'} over de termijn"
            regels.append(Wacht(Wanneer.TERMIJNEN, zin, "Open", "acties", 0))
        for casus_id, nummer, op in sessie.execute(
            select(Casus.id, Casus.nummer, PlanVanAanpak.evaluatie_op)
            .join(PlanVanAanpak, PlanVanAanpak.casus_id == Casus.id)
            .where(
                PlanVanAanpak.status == PlanStatus.VASTGESTELD,
                PlanVanAanpak.evaluatie_op <= vandaag + timedelta(days=KOMENDE_DAGEN),
            )
            .order_by(PlanVanAanpak.evaluatie_op)
            .limit(10)
        ):
            zin = f"Casus {nummer}: evaluatie op {datum_kort(op) if op else ''}"
            regels.append(Wacht(Wanneer.TERMIJNEN, zin, "Open", "casus", casus_id))
        return regels
