"""Records whom the procesregisseur spoke before going on, and who recorded that; or why it did not happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.instroom.vastlegging import Vastlegging
from zvh_desktop.models.keuzes import AanmeldingId, CasusId, CasusStatus, Regel, VastleggingSoort
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.casus.gesprekspartners import gesprekspartners
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt
from zvh_desktop.services.regelboek.vooroverleg import afstemming_gemeente, betrokkene_informeren, overleg_met_aanmelder
from zvh_desktop.services.werkplek.invoer import naamveld, tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_REGELS = {
    VastleggingSoort.AANMELDER: Regel.OVERLEG_MET_AANMELDER,
    VastleggingSoort.GEMEENTE: Regel.AFSTEMMING_GEMEENTE,
    VastleggingSoort.BETROKKENE: Regel.BETROKKENE_INFORMEREN,
}


@dataclass(frozen=True, slots=True)
class VastleggingInvoer:
    """When and with whom; or without a day, why it did not happen."""

    op: date | None = None
    met: str = ""
    niet_omdat: str = ""


@dataclass(frozen=True, slots=True)
class VastleggingRegel:
    """One of the records that this house asks for. ``invoer`` is None while it is missing; ``punt`` then says so."""

    soort: VastleggingSoort
    invoer: VastleggingInvoer | None
    vastgelegd_op: date | None
    vastgelegd_door: str
    punt: Aandachtspunt | None


class VooroverlegService:
    """Use cases on what was said beforehand."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def bij_aanmelding(self, aanmelding_id: AanmeldingId) -> tuple[VastleggingRegel, ...]:
        """What this house asks at an aanmelding, also what is not recorded yet."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return lees_vastleggingen(self._werkplek, sessie, aanmelding_id, None)

    def bij_casus(self, casus_id: CasusId) -> tuple[VastleggingRegel, ...]:
        """What this house asks up to the tafel: at the aanmelding of this casus and at the casus itself."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            casus = haal(sessie, Casus, casus_id, "Deze casus")
            return lees_vastleggingen(self._werkplek, sessie, casus.aanmelding_id, casus.id)

    def contacten(
        self,
        soort: VastleggingSoort,
        *,
        aanmelding_id: AanmeldingId | None = None,
        casus_id: CasusId | None = None,
    ) -> tuple[ContactpersoonRegel, ...]:
        """Who in the register may have been spoken with, to choose from."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return gesprekspartners(sessie, soort, aanmelding_id, casus_id)

    def leg_vast(
        self,
        soort: VastleggingSoort,
        invoer: VastleggingInvoer | None,
        *,
        aanmelding_id: AanmeldingId | None = None,
        casus_id: CasusId | None = None,
    ) -> None:
        """Record it, or what is known better now; None takes it back. Raises InvoerOngeldig.

        For the betrokkene ``casus_id`` is given, for the others the aanmelding or the casus that came of it.
        """
        recht = Recht.TRIAGE_BIJHOUDEN if soort is VastleggingSoort.BETROKKENE else Recht.AANMELDING_BEOORDELEN
        plaats = "casus" if casus_id is not None else "aanmelding"
        with self._werkplek.schrijf(recht, "vooroverleg vastgelegd", plaats) as werk:
            sleutels: dict[str, int] = {}
            if casus_id is not None:
                casus = haal(werk.sessie, Casus, casus_id, "Deze casus")
                werk.raakt(casus.nummer)
                aanmelding_id = casus.aanmelding_id
                casus.gewijzigd_op = self._werkplek.nu()
            elif aanmelding_id is not None:
                werk.raakt(
                    haal(werk.sessie, Aanmelding, aanmelding_id, self._werkplek.profiel.termen.deze("aanmelding")).id
                )
            if soort is VastleggingSoort.BETROKKENE and casus_id is not None:
                sleutels["casus_id"] = casus_id
            elif aanmelding_id is not None and soort is not VastleggingSoort.BETROKKENE:
                sleutels["aanmelding_id"] = aanmelding_id
            else:
                raise InvoerOngeldig("soort", "Dit hoort bij iets dat er niet is.")
            rij = werk.sessie.scalars(select(Vastlegging).filter_by(soort=soort, **sleutels)).first()
            if invoer is None:
                if rij is not None:
                    werk.sessie.delete(rij)
                return
            if rij is None:
                rij = Vastlegging(soort=soort, **sleutels)
                werk.sessie.add(rij)
            self._vul(rij, invoer)

    def _vul(self, rij: Vastlegging, invoer: VastleggingInvoer) -> None:
        met, niet_omdat = naamveld("met", invoer.met), tekst("niet_omdat", invoer.niet_omdat).strip()
        if invoer.op is None and not niet_omdat:
            raise InvoerOngeldig("op", "Vul in op welke dag dat was, of waarom het niet is gebeurd.")
        if invoer.op is not None and niet_omdat:
            raise InvoerOngeldig("niet_omdat", "Er staat een dag én waarom het niet is gebeurd. Laat er één leeg.")
        if invoer.op is not None and invoer.op > self._werkplek.vandaag():
            raise InvoerOngeldig("op", "Deze dag ligt in de toekomst.")
        if invoer.op is not None and not met.strip():
            raise InvoerOngeldig("met", "Vul in met wie u hebt gesproken.")
        rij.op, rij.met, rij.niet_omdat = invoer.op, met, niet_omdat
        rij.vastgelegd_op, rij.vastgelegd_door = self._werkplek.vandaag(), self._werkplek.naam


def lees_vastleggingen(
    werkplek: Werkplek, sessie: Session, aanmelding_id: int | None, casus_id: int | None
) -> tuple[VastleggingRegel, ...]:
    """Every record that this house asks for here, and those that are there although it does not ask."""
    plek = or_(Vastlegging.aanmelding_id == (aanmelding_id or 0), Vastlegging.casus_id == (casus_id or 0))
    rijen = {rij.soort: rij for rij in sessie.scalars(select(Vastlegging).where(plek))}
    hier = [VastleggingSoort.AANMELDER, VastleggingSoort.GEMEENTE] if aanmelding_id is not None else []
    if casus_id is not None:
        hier.append(VastleggingSoort.BETROKKENE)
    regels = []
    for soort in hier:
        rij = rijen.get(soort)
        if rij is not None or werkplek.profiel.geldt(_REGELS[soort]):
            regels.append(
                VastleggingRegel(
                    soort,
                    VastleggingInvoer(rij.op, rij.met, rij.niet_omdat) if rij is not None else None,
                    rij.vastgelegd_op if rij is not None else None,
                    rij.vastgelegd_door if rij is not None else "",
                    _ontbreekt(werkplek.profiel, soort, vastgelegd=rij is not None),
                )
            )
    return tuple(regels)


def ontbrekend_vooroverleg(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[Aandachtspunt, ...]:
    """What this house asks and nobody recorded yet, of a running casus."""
    if casus.status is not CasusStatus.LOPEND:
        return ()
    regels = lees_vastleggingen(werkplek, sessie, casus.aanmelding_id, casus.id)
    return tuple(regel.punt for regel in regels if regel.punt is not None)


def _ontbreekt(profiel: Huisprofiel, soort: VastleggingSoort, *, vastgelegd: bool) -> Aandachtspunt | None:
    if soort is VastleggingSoort.AANMELDER:
        return overleg_met_aanmelder(profiel, vastgelegd=vastgelegd)
    if soort is VastleggingSoort.GEMEENTE:
        return afstemming_gemeente(profiel, vastgelegd=vastgelegd)
    return betrokkene_informeren(profiel, vastgelegd=vastgelegd)
