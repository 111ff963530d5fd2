"""The note for the manager: what, when, how many and whom, without names of betrokkenen."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.documents.datalek_notitie import NotitieGegevens, NotitiePartij, bouw_dataleknotitie_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.models.bestuurskeuzes import ApBesluit
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.datalek.datalek import Datalek
from zvh_desktop.models.keuzes import DocumentSoort, Regel
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, datum_lang
from zvh_desktop.services.datalek.termijn import moment_tekst, resterend, uiterlijk
from zvh_desktop.services.regelboek.uitleg import uitleg
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.ontvangsten import ontvangsten
from zvh_desktop.services.werkplek.gelijk import op_naam
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def notitiestuk(werkplek: Werkplek, sessie: Session, rij: Datalek) -> Stuk:
    """The note as it stands now."""
    profiel = werkplek.profiel
    regel = uitleg(Regel.DATALEK_PARTIJEN, profiel)
    nummers = _nummers(sessie, rij)
    gegevens = NotitieGegevens(
        kop=maak_kop(
            werkplek,
            sessie,
            profiel,
            titel="Notitie datalek",
            ontvanger=None,
            versie=datum_kort(werkplek.vandaag()),
            artikel=regel.artikel,
        ),
        nummer=int(rij.id),
        voor_wie=profiel.termen.met_lidwoord("manager") if profiel.termen.manager else "",
        wat=rij.wat,
        gebeurd=datum_lang(rij.gebeurd_op) if rij.gebeurd_op is not None else "niet bekend",
        gevonden=moment_tekst(rij.gevonden_op),
        termijn=moment_tekst(uiterlijk(rij.gevonden_op)),
        melding=_melding(werkplek, rij),
        reden=rij.ap_reden,
        maatregelen=rij.maatregelen,
        casussen=_per_casus(sessie, rij, nummers),
        partijen=_partijen(sessie, rij, nummers),
        regeltekst=regel.zin,
    )
    naam = bestandsnaam(DocumentSoort.DATALEKNOTITIE, werkplek.vandaag(), volgnummer=int(rij.id))
    inhoud = bouw_dataleknotitie_pdf(gegevens)
    return Stuk(DocumentSoort.DATALEKNOTITIE, naam, inhoud, None, "", tuple(nummers.values()))


def _melding(werkplek: Werkplek, rij: Datalek) -> str:
    if rij.ap_gemeld_op is not None:
        return f"gemeld op {moment_tekst(rij.ap_gemeld_op)}"
    if rij.ap_besluit is ApBesluit.NIET:
        return "niet gemeld"
    return f"nog te beslissen ({resterend(uiterlijk(rij.gevonden_op), werkplek.nu())})"


def _nummers(sessie: Session, rij: Datalek) -> dict[int, str]:
    casussen = [een.casus_id for een in rij.casussen]
    vraag = select(Casus.id, Casus.nummer).where(Casus.id.in_(casussen)).order_by(Casus.nummer)
    return {int(id_): nummer for id_, nummer in sessie.execute(vraag)}


def _per_casus(sessie: Session, rij: Datalek, nummers: dict[int, str]) -> tuple[tuple[str, str], ...]:
    gekozen = [een.betrokkene_id for een in rij.betrokkenen]
    telling = sessie.execute(
        select(Betrokkene.casus_id, func.count(), func.count().filter(Betrokkene.id.in_(gekozen)))
        .where(Betrokkene.casus_id.in_(nummers))
        .group_by(Betrokkene.casus_id)
    )
    aantallen = {int(casus_id or 0): f"{geraakt} van {alle}" for casus_id, alle, geraakt in telling}
    return tuple((nummer, aantallen.get(id_, "0")) for id_, nummer in nummers.items())


def _partijen(sessie: Session, rij: Datalek, nummers: dict[int, str]) -> tuple[NotitiePartij, ...]:
    gekregen = ontvangsten(sessie, list(nummers))
    partijen = op_naam(sessie.scalars(select(Partij).where(Partij.id.in_([een.partij_id for een in rij.partijen]))))
    rijen = {een.partij_id: een for een in rij.partijen}
    uit = []
    for partij in partijen:
        eigen = sorted({nummers[een.casus_id] for een in gekregen if een.partij_id == partij.id})
        op = rijen[partij.id].verstuurd_op
        bericht = f"op {datum_kort(als_lokaal(op).date())}" if op is not None else "nog niet"
        uit.append(NotitiePartij(partij.naam, ", ".join(eigen) or "niets met een kopie", bericht))
    return tuple(uit)
