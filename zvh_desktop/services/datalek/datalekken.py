"""The register: recording a datalek, whom it concerns, and whether it was reported in time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.datalek.datalek import Datalek, DatalekBetrokkene, DatalekCasus, DatalekPartij
from zvh_desktop.models.keuzes import CasusId, DatalekId, PartijId
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.datalek.brieven import DatalekbriefService
from zvh_desktop.services.datalek.gegevens import (
    NIEMAND,
    DatalekBewaard,
    DatalekInvoer,
    DatalekRegel,
    Geraakt,
    Kandidaat,
    MeldingInvoer,
    Voorstel,
)
from zvh_desktop.services.datalek.notitie import notitiestuk
from zvh_desktop.services.datalek.termijn import ARTIKEL, moment_tekst, resterend, uiterlijk
from zvh_desktop.services.datalek.voorstel import stel_voor
from zvh_desktop.services.datalek.woorden import lees_teksten
from zvh_desktop.services.lek.gegevens import Lekbevinding
from zvh_desktop.services.regelboek.datalek import datalek_partijen
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.casusgegevens import eis_geen_casus
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_SOORT = "datalek"


class Lekmelding:
    """From what went in a letter and should not have, to the register."""

    def __init__(self, register: DatalekService, werkplek: Werkplek) -> None:
        self._register, self._werkplek = register, werkplek

    def mag(self) -> Toestemming:
        """Whether this user may record it here."""
        return self._werkplek.mag(Recht.DATALEK_BIJHOUDEN)

    def leg_vast(self, bevindingen: Sequence[Lekbevinding]) -> DatalekId:
        """With what is known of it, found now; what stood there is in no text of it. Raises as the register does."""
        soorten = tuple(dict.fromkeys(een.wat for een in bevindingen))
        invoer = DatalekInvoer(
            wat=f"In een bericht dat al weg was, stond wat de ontvanger niet hoefde te weten: {opsomming(soorten)}.",
            gevonden_op=als_lokaal(self._werkplek.nu()),
        )
        casussen = dict.fromkeys(een.casus_id for een in bevindingen if een.casus_id is not None)
        partijen = dict.fromkeys(een.aan.partij_id for een in bevindingen if een.aan.partij_id is not None)
        return self._register.leg_vast(invoer, Geraakt(casussen=tuple(casussen), partijen=tuple(partijen)))

    def haal_weg(self, datalek_id: DatalekId) -> None:
        """It was none; only while nobody was told. Raises GebruikersFout."""
        self._register.verwijder(datalek_id)


class DatalekService:
    """Use cases on the register."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        self.brieven = DatalekbriefService(werkplek)
        self.uit_brief = Lekmelding(self, werkplek)

    def lijst(self) -> tuple[DatalekRegel, ...]:
        """The register, the newest first. Without the right to casussen it does not say what happened."""
        leest_casus = self._werkplek.mag(Recht.CASUS_LEZEN).mag
        with self._werkplek.lees(Recht.DATALEKKEN_LEZEN) as sessie:
            rijen = sessie.scalars(
                select(Datalek)
                .options(selectinload(Datalek.casussen), selectinload(Datalek.partijen))
                .order_by(Datalek.gevonden_op.desc(), Datalek.id.desc())
            ).all()
            namen = {rij.id: rij.naam for rij in sessie.execute(select(Partij.id, Partij.naam))}
            return tuple(self._regel(rij, namen, leest_casus=leest_casus) for rij in rijen)

    def leg_vast(self, invoer: DatalekInvoer, geraakt: Geraakt = NIEMAND) -> DatalekId:
        """Record it. Raises InvoerOngeldig for a text that names a person or a moment that is still to come."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalek vastgelegd", _SOORT) as werk:
            rij = Datalek(
                ap_besluit=ApBesluit.OPEN,
                ap_reden="",
                vastgelegd_op=self._werkplek.nu(),
                vastgelegd_door=self._werkplek.naam,
            )
            self._vul(werk.sessie, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            _zet_geraakt(werk.sessie, rij, geraakt)
            werk.raakt(rij.id)
            return rij.id

    def wijzig(self, datalek_id: DatalekId, invoer: DatalekInvoer) -> None:
        """Record what is known by now. Raises as ``leg_vast``, and when the moment of finding follows the report."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalek bijgewerkt", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            self._vul(werk.sessie, rij, invoer)
            if rij.ap_gemeld_op is not None and rij.ap_gemeld_op < rij.gevonden_op:
                raise InvoerOngeldig("gevonden_op", "Dit datalek was al gemeld voor dit moment.")

    def casussen(self) -> tuple[Kandidaat, ...]:
        """Every casus that it may concern, by number."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            rijen = sessie.execute(select(Casus.id, Casus.nummer).order_by(Casus.nummer.desc()))
            return tuple(Kandidaat(id_, f"Casus {nummer}") for id_, nummer in rijen)

    def geraakt(self, datalek_id: DatalekId) -> Geraakt:
        """Whom it concerns, as recorded. Raises NietGevonden."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            return _geraakt(haal(sessie, Datalek, datalek_id, "Dit datalek"))

    def voorstel(self, casussen: Collection[CasusId], gekozen: Collection[PartijId] = ()) -> Voorstel:
        """Who is concerned, from what was sent about these casussen."""
        with self._werkplek.lees(Recht.DATALEK_BIJHOUDEN) as sessie:
            return stel_voor(sessie, casussen, gekozen)

    def zet_geraakt(self, datalek_id: DatalekId, geraakt: Geraakt) -> None:
        """Record whom it concerns. Raises GebruikersFout when a partij that got its letter would go."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalek bijgewerkt", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            _zet_geraakt(werk.sessie, rij, geraakt)

    def leg_melding_vast(self, datalek_id: DatalekId, melding: MeldingInvoer) -> MeldingInvoer:
        """Record whether it was reported, or why not; gives what stood there before. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "melding datalek vastgelegd", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            eerder = _melding(rij)
            self._vul_melding(werk.sessie, rij, melding)
            return eerder

    def verwijder(self, datalek_id: DatalekId) -> DatalekBewaard:
        """It was none; only while nobody was told. Gives what ``zet_terug`` needs. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalek verwijderd", _SOORT) as werk:
            werk.raakt(datalek_id)
            rij = haal(werk.sessie, Datalek, datalek_id, "Dit datalek")
            if rij.ap_besluit is ApBesluit.GEMELD or any(een.verstuurd_op for een in rij.partijen):
                raise GebruikersFout(
                    "Over dit datalek is al bericht gegeven. Het blijft in het register (AVG art. 33 lid 5).",
                    veilig="Er is niets verwijderd.",
                    advies="Was het geen datalek, schrijf dat dan bij Maatregelen.",
                )
            bewaard = DatalekBewaard(_invoer(rij), _geraakt(rij), _melding(rij), rij.vastgelegd_op, rij.vastgelegd_door)
            werk.sessie.delete(rij)
            return bewaard

    def zet_terug(self, bewaard: DatalekBewaard) -> DatalekId:
        """Put back what was removed."""
        with self._werkplek.schrijf(Recht.DATALEK_BIJHOUDEN, "datalek teruggezet", _SOORT) as werk:
            rij = Datalek(vastgelegd_op=bewaard.vastgelegd_op, vastgelegd_door=bewaard.vastgelegd_door)
            self._vul(werk.sessie, rij, bewaard.invoer)
            self._vul_melding(werk.sessie, rij, bewaard.melding)
            werk.sessie.add(rij)
            werk.sessie.flush()
            _zet_geraakt(werk.sessie, rij, bewaard.geraakt)
            werk.raakt(rij.id)
            return rij.id

    def notitie(self, datalek_id: DatalekId) -> Stuk:
        """The note for the manager; that it was made is in the log. Raises NietGevonden."""
        with self._werkplek.schrijf(
            Recht.DATALEK_BIJHOUDEN, "dataleknotitie gemaakt", _SOORT, wacht_anders=False
        ) as werk:
            werk.raakt(datalek_id)
            return notitiestuk(self._werkplek, werk.sessie, haal(werk.sessie, Datalek, datalek_id, "Dit datalek"))

    def _vul(self, sessie: Session, rij: Datalek, invoer: DatalekInvoer) -> None:
        wat, maatregelen, bericht = lees_teksten(sessie, invoer)
        gevonden = _kaal(invoer.gevonden_op)
        if gevonden > self._werkplek.nu():
            raise InvoerOngeldig("gevonden_op", "Dit moment is nog niet geweest.")
        if invoer.gebeurd_op is not None and invoer.gebeurd_op > als_lokaal(gevonden).date():
            raise InvoerOngeldig("gebeurd_op", "Het kan niet zijn gebeurd nadat het is ontdekt.")
        rij.wat, rij.maatregelen, rij.bericht = wat, maatregelen, bericht
        rij.gebeurd_op, rij.gevonden_op = invoer.gebeurd_op, gevonden

    def _vul_melding(self, sessie: Session, rij: Datalek, melding: MeldingInvoer) -> None:
        reden = tekst("reden", melding.reden).strip()
        eis_geen_casus(sessie, reden=reden)
        gemeld = _kaal(melding.gemeld_op) if melding.gemeld_op is not None else None
        if melding.besluit is ApBesluit.GEMELD:
            if gemeld is None:
                raise InvoerOngeldig("gemeld_op", "Vul in wanneer het is gemeld.")
            if not rij.gevonden_op <= gemeld <= self._werkplek.nu():
                raise InvoerOngeldig("gemeld_op", "Een melding komt na het ontdekken, en uiterlijk nu.")
            if gemeld > uiterlijk(rij.gevonden_op):
                verplicht("reden", reden, f"Dit is later dan 72 uur. Vul in waarom ({ARTIKEL} lid 1).")
        elif melding.besluit is ApBesluit.NIET:
            verplicht("reden", reden, f"Vul in waarom melden niet nodig is ({ARTIKEL} lid 1).")
            gemeld = None
        else:
            gemeld, reden = None, ""
        rij.ap_besluit, rij.ap_gemeld_op, rij.ap_reden = melding.besluit, gemeld, reden

    def _regel(self, rij: Datalek, namen: dict[PartijId, str], *, leest_casus: bool) -> DatalekRegel:
        wachten = [namen[een.partij_id] for een in rij.partijen if een.verstuurd_op is None]
        nog = datalek_partijen(self._werkplek.profiel, wachten)
        return DatalekRegel(
            id=rij.id,
            wat=rij.wat if leest_casus else self._werkplek.mag(Recht.CASUS_LEZEN).reden,
            gebeurd_op=rij.gebeurd_op,
            gevonden_op=als_lokaal(rij.gevonden_op),
            uiterlijk=als_lokaal(uiterlijk(rij.gevonden_op)),
            termijn=resterend(uiterlijk(rij.gevonden_op), self._werkplek.nu())
            if rij.ap_besluit is ApBesluit.OPEN
            else f"uiterlijk {moment_tekst(uiterlijk(rij.gevonden_op))}",
            besluit=rij.ap_besluit,
            stand=melding_tekst(rij),
            aantal_casussen=len(rij.casussen),
            aantal_partijen=len(rij.partijen),
            aantal_bericht=len(rij.partijen) - len(wachten),
            maatregelen=rij.maatregelen if leest_casus else "",
            bericht=rij.bericht if leest_casus else "",
            reden=rij.ap_reden if leest_casus else "",
            gemeld_op=als_lokaal(rij.ap_gemeld_op) if rij.ap_gemeld_op is not None else None,
            nog_te_berichten=nog.zin if nog is not None and leest_casus else "",
        )


def melding_tekst(rij: Datalek) -> str:
    """How it stands with the report, in words."""
    if rij.ap_gemeld_op is not None:
        laat = " (later dan 72 uur)" if rij.ap_gemeld_op > uiterlijk(rij.gevonden_op) else ""
        return f"gemeld op {moment_tekst(rij.ap_gemeld_op)}{laat}"
    return "niet gemeld, met reden" if rij.ap_besluit is ApBesluit.NIET else "nog te beslissen"


def _kaal(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _invoer(rij: Datalek) -> DatalekInvoer:
    return DatalekInvoer(rij.wat, als_lokaal(rij.gevonden_op), rij.gebeurd_op, rij.maatregelen, rij.bericht)


def _melding(rij: Datalek) -> MeldingInvoer:
    gemeld = als_lokaal(rij.ap_gemeld_op) if rij.ap_gemeld_op is not None else None
    return MeldingInvoer(rij.ap_besluit, gemeld, rij.ap_reden)


def _geraakt(rij: Datalek) -> Geraakt:
    return Geraakt(
        tuple(een.casus_id for een in rij.casussen),
        tuple(een.betrokkene_id for een in rij.betrokkenen),
        tuple(een.partij_id for een in rij.partijen),
    )


def _zet_geraakt(sessie: Session, rij: Datalek, geraakt: Geraakt) -> None:
    weg = [een for een in rij.partijen if een.partij_id not in geraakt.partijen]
    if any(een.verstuurd_op is not None for een in weg):
        raise GebruikersFout("Een partij die al bericht kreeg, blijft bij dit datalek staan.")
    for betrokkene_id in geraakt.betrokkenen:
        persoon = haal(sessie, Betrokkene, betrokkene_id, "Deze betrokkene")
        if persoon.casus_id not in geraakt.casussen:
            raise InvoerOngeldig("betrokkenen", "Een gekozen betrokkene hoort bij een casus die niet is gekozen.")
    eerder = {een.casus_id for een in rij.casussen}
    for een in [een for een in rij.casussen if een.casus_id not in geraakt.casussen]:
        rij.casussen.remove(een)
    rij.casussen += [DatalekCasus(casus_id=id_) for id_ in geraakt.casussen if id_ not in eerder]
    personen = {een.betrokkene_id for een in rij.betrokkenen}
    for mens in [een for een in rij.betrokkenen if een.betrokkene_id not in geraakt.betrokkenen]:
        rij.betrokkenen.remove(mens)
    rij.betrokkenen += [DatalekBetrokkene(betrokkene_id=id_) for id_ in geraakt.betrokkenen if id_ not in personen]
    erbij = {een.partij_id for een in rij.partijen}
    for partij in weg:
        rij.partijen.remove(partij)
    rij.partijen += [DatalekPartij(partij_id=id_) for id_ in geraakt.partijen if id_ not in erbij]
