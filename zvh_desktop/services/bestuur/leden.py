"""Who is a member of a meeting without casussen: who begins as one, who may become one, and when one may not leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegBesluit, OverlegLid, OverlegStem, OverlegUitnodiging
from zvh_desktop.models.bestuurskeuzes import LidRol
from zvh_desktop.models.keuzes import Aanwezigheid, PartijSoort
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Contactpersoon, Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.samenstelling import Samenstellingsregel
from zvh_desktop.models.taal import verwijzing
from zvh_desktop.models.woorden import LIDROL_TEKST
from zvh_desktop.services.bestuur.gegevens import LidInvoer, LidKeuze, LidRegel, ZetelInvoer


def eerste_leden(sessie: Session, profiel: Huisprofiel, overleg: Overleg) -> list[OverlegLid]:
    """The seats with which a meeting begins: those of the last one of its kind, or else of the composition."""
    vorige = sessie.scalars(
        select(Overleg.id)
        .where(
            Overleg.soort == overleg.soort,
            Overleg.casuistiek.is_(False),
            Overleg.id != overleg.id,
        )
        .order_by((Overleg.datum <= overleg.datum).desc(), Overleg.datum.desc(), Overleg.id.desc())
        .limit(1)
    ).first()
    actief = {partij.id: partij for partij in mogelijke_leden(sessie) if _doet_mee(partij, overleg.datum)}
    if vorige is not None:
        return [
            nieuw_lid(overleg.id, zetel_van(lid), lid.vertegenwoordiger, lid.email)
            for lid in leden_van(sessie, vorige)
            if lid.partij_id is None or lid.partij_id in actief
        ]
    soort = profiel.overlegsoort(overleg.soort)
    if soort.leden:
        return [
            lid
            for zetel in soort.leden
            if not zetel.eventueel or zetel.afgevaardigden
            for lid in _zetels(sessie, overleg, zetel, actief.values())
        ]
    contacten = {partij_id: contact_voor(sessie, partij_id, overleg.soort) for partij_id in actief}
    wie = [partij_id for partij_id, contact in contacten.items() if contact is not None] or [
        partij.id for partij in actief.values() if partij.soort == PartijSoort.CONVENANTPARTIJ
    ]
    return [afgevaardigde(sessie, overleg, actief[partij_id]) for partij_id in wie]


def _zetels(
    sessie: Session, overleg: Overleg, zetel: Samenstellingsregel, partijen: Iterable[Partij]
) -> list[OverlegLid]:
    """What one line of the composition comes to. Optional delegates begin where a contactpersoon is named for this."""
    if not zetel.afgevaardigden:
        return [uit_samenstelling(overleg, zetel, partijen)]
    return [
        afgevaardigde(sessie, overleg, partij, zetel)
        for partij in partijen
        if partij.soort == PartijSoort.CONVENANTPARTIJ
        and zetel.omvat(partij.groep)
        and (not zetel.eventueel or contact_voor(sessie, partij.id, overleg.soort) is not None)
    ]


def uit_samenstelling(overleg: Overleg, zetel: Samenstellingsregel, partijen: Iterable[Partij]) -> OverlegLid:
    """The seat of a function; the partij is left open when the register does not have it any more."""
    partij_id = next((partij.id for partij in partijen if zetel.partij and partij.kort == zetel.partij), None)
    return nieuw_lid(overleg.id, ZetelInvoer(zetel.functie, partij_id, zetel.rol, zetel.stem))


def afgevaardigde(
    sessie: Session, overleg: Overleg, partij: Partij, zetel: Samenstellingsregel | None = None
) -> OverlegLid:
    """The seat of a partij, with its contactpersoon for this kind of meeting."""
    contact = contact_voor(sessie, partij.id, overleg.soort) or _met_mandaat(sessie, partij.id)
    wie = ZetelInvoer(zetel.functie if zetel else "", partij.id, zetel.rol if zetel else LidRol.LID)
    if zetel is not None and not zetel.stem:
        wie = ZetelInvoer(wie.functie, wie.partij_id, wie.rol, stemrecht=False)
    return nieuw_lid(overleg.id, wie, contact.naam if contact else "", contact.email if contact else "")


def mogelijke_leden(sessie: Session) -> Sequence[Partij]:
    """Every partij, in the order of the register."""
    return sessie.scalars(select(Partij).order_by(Partij.id)).all()


def contact_voor(sessie: Session, partij_id: int, soort: str) -> Contactpersoon | None:
    """The contactpersoon of this partij who is named for this kind of meeting."""
    contacten = sessie.scalars(select(Contactpersoon).filter_by(partij_id=partij_id).order_by(Contactpersoon.id))
    return next((contact for contact in contacten if soort in contact.overlegsoorten.split()), None)


def _met_mandaat(sessie: Session, partij_id: int) -> Contactpersoon | None:
    """Who speaks for this partij in every kind of meeting."""
    contacten = sessie.scalars(select(Contactpersoon).filter_by(partij_id=partij_id).order_by(Contactpersoon.id))
    geschikt = (contact for contact in contacten if contact.email and contact.mandaat and not contact.overlegsoorten)
    return next(geschikt, None)


def nieuw_lid(overleg_id: int, zetel: ZetelInvoer, wie: str = "", email: str = "") -> OverlegLid:
    """A seat of which nothing is known yet."""
    return OverlegLid(
        overleg_id=overleg_id,
        partij_id=zetel.partij_id,
        functie=zetel.functie,
        rol=zetel.rol,
        stemrecht=zetel.stemrecht,
        vertegenwoordiger=wie,
        email=email,
        aanwezigheid=Aanwezigheid.ONBEKEND,
        gevraagde_inbreng="",
        inbreng="",
    )


def zet_erbij(sessie: Session, nieuw: Iterable[OverlegLid]) -> None:
    """Give each the next place in the list."""
    for lid in nieuw:
        laatste = sessie.scalar(select(func.max(OverlegLid.volgorde)).filter_by(overleg_id=lid.overleg_id))
        lid.volgorde = (laatste or 0) + 1
        sessie.add(lid)
        sessie.flush()


def leden_van(sessie: Session, overleg_id: int) -> Sequence[OverlegLid]:
    """The seats in their order; those from before seats had one stand as the register has their partijen."""
    return sessie.scalars(
        select(OverlegLid)
        .where(OverlegLid.overleg_id == overleg_id)
        .order_by(OverlegLid.volgorde, OverlegLid.partij_id, OverlegLid.id)
    ).all()


def zetel_van(lid: OverlegLid) -> ZetelInvoer:
    """Whose seat it is."""
    return ZetelInvoer(lid.functie, lid.partij_id, lid.rol, lid.stemrecht)


def lees_leden(sessie: Session, overleg_id: int) -> tuple[LidRegel, ...]:
    """The members as shown."""
    partijen = {partij.id: partij for partij in mogelijke_leden(sessie)}
    uit = []
    for lid in leden_van(sessie, overleg_id):
        partij = partijen.get(lid.partij_id) if lid.partij_id is not None else None
        uit.append(
            LidRegel(
                id=lid.id,
                partij=partij.naam if partij else "",
                kort=partij.kort if partij else "",
                zetel=zetel_van(lid),
                invoer=LidInvoer(
                    vertegenwoordiger=lid.vertegenwoordiger,
                    aanwezigheid=lid.aanwezigheid,
                    inbreng_gevraagd_op=lid.inbreng_gevraagd_op,
                    inbreng=lid.inbreng,
                    gehoord_op=lid.gehoord_op,
                    email=lid.email,
                    gevraagde_inbreng=lid.gevraagde_inbreng,
                ),
            )
        )
    return tuple(uit)


def lid_keuzes(sessie: Session, profiel: Huisprofiel, overleg: Overleg) -> tuple[LidKeuze, ...]:
    """The seats there are, then those of the composition that nobody has, then the partijen without one."""
    soort = profiel.overlegsoort(overleg.soort)
    leden = lees_leden(sessie, overleg.id)
    keuzes = [LidKeuze(lid.naam, True, lid.id, uitleg=lid_uitleg(soort, lid.zetel)) for lid in leden]
    functies = {lid.zetel.functie for lid in leden}
    for nummer, zetel in enumerate(soort.leden):
        if not zetel.afgevaardigden and zetel.functie not in functies:
            wie = ZetelInvoer(zetel.functie, None, zetel.rol, zetel.stem)
            keuzes.append(LidKeuze(zetel.functie, False, zetel=nummer, uitleg=lid_uitleg(soort, wie)))
    met_zetel = {lid.partij_id for lid in leden}
    keuzes += [
        LidKeuze(partij.naam, False, partij_id=partij.id)
        for partij in mogelijke_leden(sessie)
        if partij.id not in met_zetel and partij.soort == PartijSoort.CONVENANTPARTIJ
    ]
    return tuple(keuzes)


def lid_uitleg(soort: Overlegsoort, zetel: ZetelInvoer) -> str:
    """Role, vote and article of a seat, in a few words: 'agendalid, zonder stem (art. 4.3)'."""
    artikel = zetelartikel(soort, zetel)
    stem = "met stem" if zetel.stemrecht else "zonder stem"
    return f"{LIDROL_TEKST[zetel.rol]}, {stem}{verwijzing(artikel)}"


def zetelartikel(soort: Overlegsoort, zetel: ZetelInvoer) -> str:
    """The article that gives this seat its place; that of the meeting for one the composition does not name."""
    for een in soort.leden:
        if een.functie == zetel.functie and een.afgevaardigden is not bool(zetel.functie):
            return een.artikel
    return soort.artikel


def eis_geen_stem(sessie: Session, lid: OverlegLid) -> None:
    """Raise GebruikersFout when this member voted, and so was there and had a vote."""
    gestemd = sessie.scalars(
        select(OverlegStem.besluit_id)
        .join(OverlegBesluit, OverlegBesluit.id == OverlegStem.besluit_id)
        .where(OverlegStem.lid_id == lid.id)
        .limit(1)
    ).first()
    if gestemd is not None:
        raise GebruikersFout(
            f"{lid_naam(sessie, lid)} heeft in dit overleg gestemd en was er dus bij.",
            advies="Klopt dat niet, open dan eerst dat voorstel opnieuw.",
        )


def eis_geen_uitnodiging(sessie: Session, lid: OverlegLid) -> None:
    """Raise GebruikersFout when this member was invited and did not hear otherwise since."""
    rij = sessie.get(OverlegUitnodiging, lid.id)
    if rij is not None and rij.verzonden_op is not None and rij.ingetrokken_op is None:
        raise GebruikersFout(
            f"{lid_naam(sessie, lid)} heeft een uitnodiging.",
            veilig="Er is niets gewijzigd.",
            advies="Stuur eerst de intrekking, bij Uitnodigingen.",
        )


def lid_naam(sessie: Session, lid: OverlegLid) -> str:
    """How this member is called in a sentence."""
    partij = sessie.get(Partij, lid.partij_id) if lid.partij_id is not None else None
    return ", ".join(deel for deel in (lid.functie, partij.naam if partij else "") if deel)


def eis_zetel(sessie: Session, zetel: ZetelInvoer) -> None:
    """Raise InvoerOngeldig for a seat of nobody, or of who is no partij of the convenant."""
    if zetel.partij_id is None and not zetel.functie:
        raise InvoerOngeldig("functie", "Vul een functie in, of kies een partij.")
    partij = sessie.get(Partij, zetel.partij_id) if zetel.partij_id is not None else None
    if partij is not None and partij.soort != PartijSoort.CONVENANTPARTIJ:
        raise InvoerOngeldig("leden", f"{partij.naam} is geen partij van het convenant.")


def _doet_mee(partij: Partij, dag: date) -> bool:
    begonnen = partij.aangesloten_op is None or partij.aangesloten_op <= dag
    return begonnen and (partij.uitgetreden_op is None or partij.uitgetreden_op > dag)
