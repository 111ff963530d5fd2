"""Which letters there are at a casus or an aanmelding, to whom each would go, and what was sent."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.brieven.brief import Brief
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import AanmeldingUitkomst, CasusStatus, PlanStatus
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, Briefsoort
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.brieven.gegevens import Briefvraag, Brievenregel, VerstuurdeBrief
from zvh_desktop.services.brieven.mag import eis_mag, kregen_iets, lees_onderwerp
from zvh_desktop.services.brieven.standaard import briefnaam
from zvh_desktop.services.partijen.partijen import contact_regel
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.vermelding import Vermeldingen
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_lijst(werkplek: Werkplek, sessie: Session, vragen: Iterator[Briefvraag]) -> tuple[Brievenregel, ...]:
    """Each of these letters as it is shown."""
    return tuple(_regel(werkplek, sessie, vraag) for vraag in vragen)


def vragen_bij_casus(werkplek: Werkplek, sessie: Session, casus: Casus) -> Iterator[Briefvraag]:
    """Every letter that this casus can ask for by now."""
    over = casus.status is CasusStatus.AFGESCHAALD
    for betrokkene in casus.betrokkenen:
        for soort in _betrokkene(sessie, casus):
            yield Briefvraag(soort, casus_id=casus.id, betrokkene_id=betrokkene.id)
    if casus.aanmelding_id is not None:
        soorten = [Briefsoort.AANMELDER_AANGENOMEN]
        soorten += [Briefsoort.AANMELDER_EINDE] if casus.status is CasusStatus.BEEINDIGD else []
        for soort in soorten:
            yield Briefvraag(
                soort, casus_id=casus.id, aanmelding_id=casus.aanmelding_id, partij_id=casus.aanmeldende_partij_id
            )
    if over:
        for partij in _overnemers(werkplek, sessie, casus):
            yield Briefvraag(Briefsoort.OVERDRACHT, casus_id=casus.id, partij_id=partij.id)
        kregen = kregen_iets(sessie, casus)
        for partij in op_naam(sessie.scalars(select(Partij).where(Partij.id.in_(kregen)))):
            yield Briefvraag(Briefsoort.AFSCHALING_PARTIJ, casus_id=casus.id, partij_id=partij.id)
    for rij in sessie.scalars(
        select(Verstrekking).filter_by(casus_id=casus.id, vervallen_op=None).order_by(Verstrekking.id)
    ):
        yield Briefvraag(Briefsoort.VERSTREKKING, casus_id=casus.id, partij_id=rij.derde_id, verstrekking_id=rij.id)


def vragen_bij_aanmelding(rij: Aanmelding, casus: Casus | None) -> Iterator[Briefvraag]:
    """The letter to the aanmelder about this aanmelding, once it was decided on."""
    if rij.partij_id is None or rij.uitkomst == AanmeldingUitkomst.OPEN:
        return
    if rij.uitkomst == AanmeldingUitkomst.AFGEWEZEN:
        yield Briefvraag(Briefsoort.AANMELDER_AFGEWEZEN, aanmelding_id=rij.id, partij_id=rij.partij_id)
    elif casus is not None:
        yield Briefvraag(
            Briefsoort.AANMELDER_AANGENOMEN, casus_id=casus.id, aanmelding_id=rij.id, partij_id=rij.partij_id
        )


def _betrokkene(sessie: Session, casus: Casus) -> tuple[Briefsoort, ...]:
    if casus.status is CasusStatus.AFGESCHAALD:
        return (Briefsoort.BETROKKENE_AFSCHALING,)
    plan = select(PlanVanAanpak.id).filter_by(casus_id=casus.id, status=PlanStatus.VASTGESTELD)
    if sessie.scalars(plan).first() is None:
        return (Briefsoort.BETROKKENE_AANMELDING,)
    return (Briefsoort.BETROKKENE_AANMELDING, Briefsoort.BETROKKENE_PLAN)


def _overnemers(werkplek: Werkplek, sessie: Session, casus: Casus) -> list[Partij]:
    """Whom the text of the overdracht names, of those at the casus; when it names none of them, all that are."""
    vraag = sessie.get_one(Casus, casus.id)
    over = lees_onderwerp(werkplek, sessie, Briefvraag(Briefsoort.OVERDRACHT, casus_id=vraag.id))
    partijen = op_naam(sessie.scalars(select(Partij)))
    stand = standen(werkplek, sessie, casus, partijen, werkplek.vandaag())
    mogen = [partij for partij in partijen if stand[partij.id].mag]
    tekst = Vermeldingen((over.afschaling.overgedragen_aan if over.afschaling is not None else "",))
    genoemd = [partij for partij in mogen if tekst.noemt(partij.naam) or tekst.noemt(partij.kort)]
    return genoemd or mogen


def _regel(werkplek: Werkplek, sessie: Session, vraag: Briefvraag) -> Brievenregel:
    over = lees_onderwerp(werkplek, sessie, vraag)
    try:
        eis_mag(werkplek, sessie, vraag, over)
        waarom_niet = ""
    except GebruikersFout as fout:
        waarom_niet = f"{fout.gebeurd} {fout.advies}".strip()
    partij = over.partij if vraag.soort not in AAN_BETROKKENE else None
    contacten = partij.contactpersonen if partij is not None else []
    wie = over.betrokkene.naam if over.betrokkene is not None else partij.naam if partij is not None else ""
    return Brievenregel(
        vraag=vraag,
        titel=briefnaam(werkplek.profiel.termen, vraag.soort),
        aan=wie,
        waarom_niet=waarom_niet,
        adres=_adres(over.betrokkene) if over.betrokkene is not None else "",
        contactpersonen=tuple(contact_regel(contact) for contact in contacten if contact.email),
        eerder=tuple(_verstuurd(rij) for rij in lees_brieven(sessie, vraag)),
    )


def _adres(betrokkene: Betrokkene) -> str:
    """Name and address on lines of their own, as far as these are known."""
    delen = [deel.strip() for deel in betrokkene.adres.split(",") if deel.strip()]
    if not delen:
        return ""
    plaats = betrokkene.gemeente.strip()
    if plaats and not Vermeldingen((betrokkene.adres,)).noemt(plaats):
        delen.append(plaats)
    return "\n".join([betrokkene.naam, *delen])


def lees_brieven(sessie: Session, vraag: Briefvraag) -> list[Brief]:
    """What was sent for this question, the newest first."""
    velden: dict[str, object] = {
        "soort": vraag.soort,
        "partij_id": vraag.partij_id,
        "betrokkene_id": vraag.betrokkene_id,
        "verstrekking_id": vraag.verstrekking_id,
    }
    if vraag.casus_id is not None:
        velden["casus_id"] = vraag.casus_id
    else:
        velden["aanmelding_id"] = vraag.aanmelding_id
    return list(sessie.scalars(select(Brief).filter_by(**velden).order_by(Brief.id.desc())))


def _verstuurd(rij: Brief) -> VerstuurdeBrief:
    hoe = rij.aan_email or f"per post naar {', '.join(rij.aan_adres.splitlines()[1:])}"
    return VerstuurdeBrief(rij.id, rij.dag, rij.verstuurd_door, f"{rij.aan_naam}, {hoe}", rij.tekstversie)
