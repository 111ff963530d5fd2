"""Vandaag: what waits for this user, by role, in sentences with the place where it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import (
    AanmeldingUitkomst,
    ActieStatus,
    OverlegStatus,
    PlanStatus,
    Rol,
    UitnodigingAntwoord,
    UitnodigingStatus,
    VerslagStatus,
)
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.models.uitnodiging import Uitnodiging
from zvh_desktop.services.vandaag.bestuur import wacht_bij_overleggen
from zvh_desktop.services.vandaag.oordelen import wacht_op_oordelen
from zvh_desktop.services.vandaag.opschaling import wacht_bij_opschalingen
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.taal import datum_kort
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class VandaagBeeld:
    """The whole page."""

    regels: tuple[Wacht, ...]
    open_acties: int


class VandaagService:
    """What waits for this user."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def toon(self) -> VandaagBeeld:
        """The lines for the roles of this user; empty for who only is beheerder."""
        rollen = self._werkplek.kluis.gebruiker.rollen
        if not self._werkplek.mag(Recht.CASUS_LEZEN).mag:
            return VandaagBeeld((), 0)
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            regels = [
                *(self._regie(sessie) if Rol.PROCESREGISSEUR in rollen else ()),
                *self._bureau(sessie),
                *wacht_bij_overleggen(self._werkplek, sessie),
                *wacht_bij_opschalingen(self._werkplek, sessie),
                *self._termijnen(sessie),
            ]
            return VandaagBeeld(tuple(regels), _open_acties(sessie))

    def open_acties(self) -> int:
        """How many acties are open; nothing for who only is beheerder."""
        if not self._werkplek.mag(Recht.CASUS_LEZEN).mag:
            return 0
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return _open_acties(sessie)

    def _regie(self, sessie: Session) -> list[Wacht]:
        regels = []
        termen = self._werkplek.profiel.termen
        open_ = sessie.scalar(
            select(func.count()).select_from(Aanmelding).filter_by(uitkomst=AanmeldingUitkomst.OPEN.value)
        )
        if open_:
            zin = f"{open_} {termen.aanmelding if open_ == 1 else termen.aanmeldingen} te beoordelen"
            regels.append(Wacht(Wanneer.NU, zin, "Beoordeel", "aanmelding", 0))
        regels += wacht_op_oordelen(self._werkplek, sessie)
        for casus_id, nummer in sessie.execute(
            select(Casus.id, Casus.nummer)
            .outerjoin(Triage, Triage.casus_id == Casus.id)
            .where(Casus.fase == self._werkplek.profiel.beginfase.sleutel, Triage.afgerond_op.is_(None))
            .order_by(Casus.nummer)
            .limit(5)
        ):
            regels.append(Wacht(Wanneer.DEZE_WEEK, f"Casus {nummer}: {termen.triage} loopt", "Open", "casus", casus_id))
        for overleg in sessie.scalars(select(Overleg).filter_by(status=OverlegStatus.AKKOORD_GEVRAAGD.value)):
            zin = f"Agenda van {datum_kort(overleg.datum)} wacht op uw akkoord"
            regels.append(Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg.id))
        for overleg in sessie.scalars(
            select(Overleg).where(
                Overleg.casuistiek,
                Overleg.status == OverlegStatus.GEHOUDEN,
                Overleg.verslag_status == VerslagStatus.CONCEPT,
            )
        ):
            zin = f"Verslag van {datum_kort(overleg.datum)} vaststellen"
            regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.id))
        return regels

    def _bureau(self, sessie: Session) -> list[Wacht]:
        regels = []
        vandaag = self._werkplek.vandaag()
        telling = (
            select(Uitnodiging.overleg_id, func.count())
            .join(Overleg, Overleg.id == Uitnodiging.overleg_id)
            .where(Overleg.datum >= vandaag)
            .group_by(Uitnodiging.overleg_id)
        )
        intrekken = telling.where(Uitnodiging.status == UitnodigingStatus.IN_TE_TREKKEN)
        for overleg_id, aantal in sessie.execute(intrekken):
            zin = f"{aantal} {'uitnodiging moet' if aantal == 1 else 'uitnodigingen moeten'} worden ingetrokken"
            regels.append(Wacht(Wanneer.NU, zin, "Bekijk", "tafel", overleg_id))
        wachten = telling.where(
            Uitnodiging.status == UitnodigingStatus.VERZONDEN, Uitnodiging.antwoord == UitnodigingAntwoord.GEEN
        )
        for overleg_id, aantal in sessie.execute(wachten):
            zin = f"{aantal} {'partij heeft' if aantal == 1 else 'partijen hebben'} nog niet geantwoord"
            regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Bekijk", "tafel", overleg_id))
        for overleg in sessie.scalars(
            select(Overleg)
            .where(
                Overleg.casuistiek, Overleg.datum >= vandaag, Overleg.datum <= vandaag + timedelta(days=KOMENDE_DAGEN)
            )
            .order_by(Overleg.datum)
        ):
            if overleg.status == OverlegStatus.CONCEPT:
                zin = f"De agenda van {datum_kort(overleg.datum)} is nog concept"
                regels.append(Wacht(Wanneer.DEZE_WEEK, zin, "Open", "tafel", overleg.id))
            elif overleg.status == OverlegStatus.AKKOORD:
                zin = f"De uitnodigingen voor {datum_kort(overleg.datum)} kunnen de deur uit"
                regels.append(Wacht(Wanneer.NU, zin, "Open", "tafel", overleg.id))
        terug = sessie.scalar(
            select(func.count())
            .select_from(Aanmelding)
            .where(
                Aanmelding.uitkomst != AanmeldingUitkomst.OPEN,
                Aanmelding.terugkoppeling_gewenst.is_(True),
                Aanmelding.teruggekoppeld_op.is_(None),
            )
        )
        if terug:
            regels.append(
                Wacht(Wanneer.DEZE_WEEK, f"{terug} keer terugkoppelen aan de aanmelder", "Open", "terugkoppeling", 0)
            )
        return regels

    def _termijnen(self, sessie: Session) -> list[Wacht]:
        regels = []
        vandaag = self._werkplek.vandaag()
        laat = sessie.scalar(
            select(func.count())
            .select_from(Actie)
            .where(Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)), Actie.termijn < vandaag)
        )
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


def _open_acties(sessie: Session) -> int:
    vraag = select(func.count()).select_from(Actie).where(Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG)))
    return sessie.scalar(vraag) or 0
