"""Does what stands in the columns agree with what was signed? The vault cannot know; these services do.

Findings name a casus by its number and never a person or a partij: they may end up in a mail to a helpdesk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import vertaal_fout
from zvh_desktop.database.keten.ondertekening import verifieer_verklaring
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import OverlegStatus, PlanStatus, PoortStand, VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verklaring import Verklaring
from zvh_desktop.services.bestuur.controle import vind_in_overleggen
from zvh_desktop.services.casus.afschaling_bewijs import verifieer_afschaling
from zvh_desktop.services.casus.plannen import plan_stempel
from zvh_desktop.services.informatie.controle import vind_in_informatie
from zvh_desktop.services.opschaling.controle import vind_in_opschalingen
from zvh_desktop.services.poort.controle import controleer_oordelen
from zvh_desktop.services.poort.poort import bepaal_stand, oordelen_per_partij
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.tafel.verslag_bewijs import verslag_stempel
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.werkplek.taal import datum_kort
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MET_AKKOORD = (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
ONLEESBAAR = "Een deel van de gegevens is niet te lezen: in een kolom staat iets dat daar niet kan staan."


class ControleService:
    """Compares rows with signatures. Reads only, and asks for no right: whoever calls it does."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def vind(self) -> tuple[str, ...]:
        """Every finding, as a sentence; none when all is well."""
        delen: tuple[Callable[[Session], Iterator[str]], ...] = (
            self._oordelen,
            self._deelnames,
            self._agendas,
            self._verslagen,
            self._overleggen,
            self._plannen,
            self._afschalingen,
            self._opschalingen,
            self._informatie,
            self._uitgegeven,
        )
        bevindingen: list[str] = []
        for deel in delen:
            try:
                with vertaal_fout(), self._werkplek.kluis.lees_sessies() as sessie:
                    bevindingen.extend(deel(sessie))
            except GebruikersFout as fout:
                bevindingen.append(fout.gebeurd)
            except (SQLAlchemyError, ValueError, KeyError, TypeError):
                # With the key someone can write anything into a column; that is a finding, not a crash.
                bevindingen.append(ONLEESBAAR)
        return tuple(bevindingen)

    def _oordelen(self, sessie: Session) -> Iterator[str]:
        yield from controleer_oordelen(self._werkplek, sessie)

    def _deelnames(self, sessie: Session) -> Iterator[str]:
        rijen = sessie.execute(
            select(Deelname, Agendapunt, Overleg, Casus, Partij)
            .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
            .join(Overleg, Overleg.id == Agendapunt.overleg_id)
            .join(Casus, Casus.id == Deelname.casus_id)
            .join(Partij, Partij.id == Deelname.partij_id)
            .where(Deelname.vervallen.is_(False))
            .order_by(Deelname.id)
        )
        for deelname, punt, overleg, casus, partij in rijen:
            oordeel = oordelen_per_partij(sessie, casus.id, overleg.datum).get(partij.id)
            stand = bepaal_stand(self._werkplek, sessie, casus, partij, oordeel, overleg.datum)
            rust = oordeel is not None and oordeel.id == deelname.oordeel_id and punt.casus_id == casus.id
            # A partij that left the convenant after the oordeel keeps a seat that no document shows; no fraud.
            if not rust or stand.stand not in (PoortStand.RECHTMATIG, PoortStand.NIET_VAN_TOEPASSING):
                yield (
                    f"Op de agenda van {datum_kort(overleg.datum)} heeft bij casus {casus.nummer} een partij een "
                    "plaats zonder geldend oordeel."
                )

    def _agendas(self, sessie: Session) -> Iterator[str]:
        met_akkoord = select(Overleg).where(Overleg.casuistiek, Overleg.status.in_(_MET_AKKOORD)).order_by(Overleg.id)
        for overleg in sessie.scalars(met_akkoord):
            try:
                verifieer_akkoord(self._werkplek, sessie, overleg)
            except GebruikersFout:
                yield f"De agenda van {datum_kort(overleg.datum)} is niet de agenda die akkoord kreeg."

    def _verslagen(self, sessie: Session) -> Iterator[str]:
        vastgesteld = (
            select(Overleg)
            .where(Overleg.casuistiek, Overleg.verslag_status == VerslagStatus.VASTGESTELD)
            .order_by(Overleg.id)
        )
        for overleg in sessie.scalars(vastgesteld):
            verwacht = {
                "overleg": overleg.id,
                "versie": overleg.verslag_versie,
                "stempel": verslag_stempel(verslag_punten(self._werkplek, sessie, overleg)),
            }
            if not self._is_getekend(
                sessie, overleg.vaststelling_verklaring, VerklaringSoort.VERSLAG_VASTGESTELD, verwacht
            ):
                yield f"Het verslag van {datum_kort(overleg.datum)} is niet het verslag dat is vastgesteld."

    def _overleggen(self, sessie: Session) -> Iterator[str]:
        return vind_in_overleggen(self._werkplek, sessie)

    def _informatie(self, sessie: Session) -> Iterator[str]:
        return vind_in_informatie(self._werkplek, sessie)

    def _plannen(self, sessie: Session) -> Iterator[str]:
        getekend = (PlanStatus.VASTGESTELD, PlanStatus.VERVANGEN)
        rijen = sessie.execute(
            select(PlanVanAanpak, Casus.nummer)
            .join(Casus, Casus.id == PlanVanAanpak.casus_id)
            .where(PlanVanAanpak.status.in_(getekend))
            .order_by(PlanVanAanpak.id)
        )
        for plan, nummer in rijen:
            verwacht = {"casus": plan.casus_id, "plan": plan.id, "versie": plan.versie, "stempel": plan_stempel(plan)}
            if not self._is_getekend(sessie, plan.vaststelling_verklaring, VerklaringSoort.PLAN_VASTGESTELD, verwacht):
                yield f"Het plan van aanpak (versie {plan.versie}) van casus {nummer} is niet zo vastgesteld."

    def _afschalingen(self, sessie: Session) -> Iterator[str]:
        rijen = sessie.execute(
            select(Afschaling, Casus.nummer)
            .join(Casus, Casus.id == Afschaling.casus_id)
            .where(Afschaling.besloten_op.is_not(None))
            .order_by(Afschaling.id)
        )
        for afschaling, nummer in rijen:
            try:
                verifieer_afschaling(self._werkplek, sessie, afschaling)
            except HandtekeningOnjuist:
                yield f"Het besluit tot afschaling van casus {nummer} is niet zo ondertekend."

    def _opschalingen(self, sessie: Session) -> Iterator[str]:
        return vind_in_opschalingen(self._werkplek, sessie)

    def _uitgegeven(self, sessie: Session) -> Iterator[str]:
        rijen = sessie.execute(select(Uitgegeven.id, Uitgegeven.inhoud, Uitgegeven.sha256).order_by(Uitgegeven.id))
        for id_, inhoud, sha256 in rijen:
            if hashlib.sha256(inhoud).hexdigest() != sha256:
                yield f"Bewaard document {id_} is niet meer zoals het is verzonden."

    def _is_getekend(
        self, sessie: Session, nummer: int | None, soort: VerklaringSoort, verwacht: Mapping[str, object]
    ) -> bool:
        verklaring = sessie.get(Verklaring, nummer) if nummer is not None else None
        if verklaring is None or verklaring.soort != soort:
            return False
        try:
            getekend = verifieer_verklaring(verklaring, self._werkplek.kluis.wortel, self._werkplek.kluis.kluis_id)
        except HandtekeningOnjuist:
            return False
        return all(getekend.get(sleutel) == waarde for sleutel, waarde in verwacht.items())
