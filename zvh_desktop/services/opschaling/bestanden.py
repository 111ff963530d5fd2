"""The files that go to the other house: the dossier, and the attachments of the items in it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.documents.opschaling import bouw_opschaling_pdf
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import CasusId, DocumentSoort
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.casus.fasen import eis_delen_toegestaan
from zvh_desktop.services.informatie.bijlagen import is_pdf
from zvh_desktop.services.lek.bijlagen import lees_vooraf
from zvh_desktop.services.lek.lezers import naar_partij
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.opschaling.dossier import verzamel
from zvh_desktop.services.opschaling.stukken import opschaling_gegevens
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def opschalingsstukken(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> tuple[Stuk, ...]:
    """The dossier as it would go now, and its attachments; nothing before the accord.

    The fase must allow sharing. Raises GebruikersFout, RegelGeweigerd, HandtekeningOnjuist.
    """
    casus, ontvanger = sessie.get_one(Casus, rij.casus_id), sessie.get_one(Partij, rij.ontvanger_id)
    eis_akkoord(rij, ontvanger.naam)
    eis_delen_toegestaan(werkplek, casus)
    inhoud = verzamel(werkplek, sessie, casus, ontvanger.naam, ontvanger.id)
    lezer = replace(naar_partij(ontvanger), hele_tafel=True)  # it takes over, so it may know who sat there
    uitgang = Uitgang(werkplek, sessie, lezer)
    mee = [
        (item.id, item.bijlage)
        for item, _ in inhoud.items
        if item.bijlage is not None
        and is_pdf(item.bijlage)
        and uitgang.bijlage(f"Bijlage bij {item.titel}", item.bijlage, casus.nummer)
    ]
    gegevens = uitgang.door(opschaling_gegevens(werkplek, sessie, rij, inhoud, tuple(id_ for id_, _ in mee)))
    uitgang.eis_gekozen()
    vandaag = werkplek.vandaag()
    naam = bestandsnaam(DocumentSoort.OPSCHALING, vandaag, ontvanger.kort, casus.id)
    stam = naam.removesuffix(".pdf").removeprefix(DocumentSoort.OPSCHALING.value)
    soort = DocumentSoort.OPSCHALING_BIJLAGE
    delen = [
        (DocumentSoort.OPSCHALING, naam, bouw_opschaling_pdf(gegevens)),
        *(
            (soort, f"{soort.value}{stam}_{nummer:02d}.pdf", bijlage)
            for nummer, (_, bijlage) in enumerate(mee, start=1)
            if bijlage is not None
        ),
    ]
    return tuple(
        Stuk(deel, bestand, bytes_, ontvanger.id, ontvanger.naam, (casus.nummer,)) for deel, bestand, bytes_ in delen
    )


def lees_dossier_vooraf(werkplek: Werkplek, casus_id: CasusId) -> None:
    """Read what may go along, before it is handed over: that is done while nobody else can write."""
    lees_vooraf(werkplek, select(InformatieItem.bijlage).filter_by(casus_id=casus_id), is_pdf)


def eis_akkoord(rij: Opschaling, ontvanger: str) -> None:
    """Raise GebruikersFout while the other house has not agreed: nothing goes to a derde that did not ask for it."""
    if rij.akkoord_op is None:
        raise GebruikersFout(
            f"Het dossier is niet gemaakt: er is nog geen akkoord van {ontvanger} vastgelegd.",
            veilig="Er is niets gedeeld.",
            advies=f"Vraag {ontvanger} om akkoord en leg dat hier vast.",
        )
