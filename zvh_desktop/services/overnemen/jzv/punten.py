"""From a verified verslag to what one receiver may have of it: the house itself everything, a partij its own points.

A partij gets what it gets in its notulen: no names of betrokkenen, and of a casus only where its oordeel holds today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST, ACTIE_TEKST, VOORTGANG_TEKST
from zvh_desktop.services.casus.acties import ActieRegel
from zvh_desktop.services.lek.lezers import naar_justitie
from zvh_desktop.services.lek.uitgang import Uitgang
from zvh_desktop.services.overnemen.jzv.uitkomst import JzvActie, JzvBesluit, JzvOverleg
from zvh_desktop.services.poort.poort import standen
from zvh_desktop.services.regelboek.verzoeken import verwerking_beperkt
from zvh_desktop.services.stukken.weging import uitgaand
from zvh_desktop.services.tafel.opvolging.bij_weging import voor_partij
from zvh_desktop.services.tafel.opvolging.op_notulen import notulen_voortgang
from zvh_desktop.services.tafel.uitkomstregels import is_behandeld
from zvh_desktop.services.tafel.verslag_gegevens import BesluitRegel, VerslagPunt
from zvh_desktop.services.tafel.verslagstukken import eigen_verslagpunten, toets_verslag
from zvh_desktop.services.werkplek.werkplek import Werkplek


def jzv_overleggen(
    werkplek: Werkplek,
    sessie: Session,
    overleggen: Iterable[Overleg],
    partij: Partij | None,
    alleen: CasusId | None = None,
) -> tuple[JzvOverleg, ...]:
    """Each casus that was discussed, or ``alleen`` this one. ``partij`` None is the house itself.

    Raises LekOpen, and HandtekeningOnjuist: every oordeel and every verslag is verified now.
    """
    gevonden = []
    uitgang = Uitgang(werkplek, sessie, partij or naar_justitie())
    for overleg in overleggen:
        punten = toets_verslag(werkplek, sessie, overleg).punten
        if partij is not None:
            punten = voor_partij(werkplek, sessie, overleg, eigen_verslagpunten(punten, partij))
        for punt in punten:
            if punt.casus_id is None or not is_behandeld(punt) or alleen not in (None, punt.casus_id):
                continue
            casus = sessie.get_one(Casus, punt.casus_id)
            if partij is not None and not _mag(werkplek, sessie, casus, partij):
                continue
            heel = _overleg(werkplek, sessie, overleg, punt, casus, voor_huis=partij is None)
            gevonden.append(uitgang.door(_uit(werkplek, sessie, heel)))
    uitgang.eis_gekozen()
    return tuple(gevonden)


def _uit(werkplek: Werkplek, sessie: Session, heel: JzvOverleg) -> JzvOverleg:
    """Without what is restricted. An actie about a person who may not be named is about the casus."""
    uit = uitgaand(sessie, werkplek.profiel, heel)
    weg = verwerking_beperkt(werkplek.profiel)
    acties = tuple(
        replace(na, betrokkene="" if weg in na.betrokkene else voor.betrokkene)
        for voor, na in zip(heel.acties, uit.acties, strict=True)
    )
    return replace(uit, acties=acties)


def _mag(werkplek: Werkplek, sessie: Session, casus: Casus, partij: Partij) -> bool:
    return standen(werkplek, sessie, casus, (partij,), werkplek.vandaag())[partij.id].mag


def _overleg(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punt: VerslagPunt, casus: Casus, *, voor_huis: bool
) -> JzvOverleg:
    namen = _namen(sessie, casus.id) if voor_huis else {}
    voortgang = notulen_voortgang(punt.voortgang, alleen_hier=not voor_huis)
    return JzvOverleg(
        sleutel=punt.id,
        overleg=werkplek.overlegsoort_van(sessie, overleg).naam,
        datum=overleg.datum,
        begin=punt.begin,
        einde=punt.einde,
        casusnummer=casus.nummer,
        start=casus.geopend_op,
        betrokkenen=punt.betrokkenen if voor_huis else (),
        doel=punt.doel,
        beeld=punt.tekst.beeld,
        oordeelsvorming=punt.tekst.oordeelsvorming,
        besluitvorming=punt.tekst.besluitvorming,
        uitkomst=punt.uitkomst.zin,
        aanwezigen=tuple((een.partij, AANWEZIGHEID_TEKST[een.aanwezigheid]) for een in punt.aanwezigen),
        voortgang=tuple((een.omschrijving, een.belegd_bij, VOORTGANG_TEKST[een.voortgang]) for een in voortgang),
        besluiten=tuple(_besluit(een) for een in punt.besluiten),
        acties=tuple(_actie(een, namen) for een in punt.acties),
    )


def _namen(sessie: Session, casus_id: int) -> Mapping[int, str]:
    rijen = sessie.execute(select(Betrokkene.id, Betrokkene.naam).where(Betrokkene.casus_id == casus_id))
    return {int(sleutel): naam for sleutel, naam in rijen}


def _besluit(een: BesluitRegel) -> JzvBesluit:
    return JzvBesluit(
        sleutel=een.id,
        soort=een.naam,
        omschrijving=een.invoer.omschrijving,
        conditie=een.invoer.conditie,
        informering=een.invoer.informering,
        belegd_bij=een.belegd_bij,
    )


def _actie(een: ActieRegel, namen: Mapping[int, str]) -> JzvActie:
    return JzvActie(
        sleutel=een.id,
        omschrijving=een.invoer.omschrijving,
        belegd_bij=een.belegd_bij,
        conditie=een.invoer.conditie,
        informering=een.invoer.informering,
        leefgebied=een.invoer.leefgebied,
        termijn=een.invoer.termijn,
        stand=ACTIE_TEKST[een.status],
        betrokkene=namen.get(een.invoer.betrokkene_id or 0, ""),
    )
