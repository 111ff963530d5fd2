"""An opschaling in its own words: everyone and every term as it was when the procesregisseur signed.

Between the signature and the handover lie days, in which registers and the profile change. Names, birth dates, what
the casus is about and the words of the house follow until the signature, and no longer. What is asked anew at the
handover: which partij may be named, what suppliers consented to, and which plan and acties there are that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.plan_van_aanpak import PlanBetrokkene
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import PartijId, PartijSoort, Regel
from zvh_desktop.models.opschaling import Opschaling
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.triage import Triage
from zvh_desktop.services.casus.aanmeldingen import aanpak_kader
from zvh_desktop.services.opschaling.dossier import huidige_casusregie
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.regelboek.afspraken import geheimhouding
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Partijnaam:
    """How a partij was called."""

    partij_id: PartijId
    naam: str


@dataclass(frozen=True, slots=True)
class OpschalingWoorden:
    """All that a dossier prints and that stands in a register or in the profile."""

    huis_naam: str
    huis_kort: str
    termen: Termen
    naar: str
    aanpak: str
    geopend_op: date
    aanmelder_id: int
    betrokkenen: tuple[PlanBetrokkene, ...]
    casusregisseur: str
    casusregisseur_partij_id: int | None
    procesregisseur: str
    doel: str
    partijen: tuple[Partijnaam, ...]
    berust_op: str
    artikel: str
    artikel_rollen: str
    artikel_derden: str
    artikel_gebruik: str
    artikel_geheimhouding: str


def leg_opschalingwoorden_vast(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> None:
    """Write them down, just before the opschaling is signed."""
    rij.woorden = als_woorden(_van_nu(werkplek, sessie, rij))


def opschaling_woorden(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> OpschalingWoorden:
    """The words of a signed opschaling; one that was signed before there were any follows the registers.

    The caller verifies the signature. Raises HandtekeningOnjuist.
    """
    if not rij.woorden:
        return _van_nu(werkplek, sessie, rij)
    try:
        return uit_woorden(OpschalingWoorden, rij.woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "Wat hier staat, is niet wat is ondertekend. Er is niets gemaakt.", advies=MELD
        ) from fout


def _van_nu(werkplek: Werkplek, sessie: Session, rij: Opschaling) -> OpschalingWoorden:
    profiel, casus = werkplek.profiel, sessie.get_one(Casus, rij.casus_id)
    regie = huidige_casusregie(casus)
    triage = sessie.scalars(select(Triage).filter_by(casus_id=casus.id)).first()
    partijen = sessie.execute(
        select(Partij.id, Partij.naam).where(Partij.soort != PartijSoort.DERDE).order_by(Partij.id)
    )
    return OpschalingWoorden(
        huis_naam=profiel.naam,
        huis_kort=profiel.korte_naam,
        termen=profiel.termen,
        naar=sessie.get_one(Partij, rij.ontvanger_id).naam,
        aanpak=aanpak_kader(werkplek, casus.aanpak),
        geopend_op=casus.geopend_op,
        aanmelder_id=casus.aanmeldende_partij_id,
        betrokkenen=tuple(
            PlanBetrokkene(b.naam, b.volgorde == 0, b.geboortedatum, b.gemeente) for b in casus.betrokkenen
        ),
        casusregisseur=regie.naam if regie else "",
        casusregisseur_partij_id=regie.partij_id if regie else None,
        procesregisseur=casus.procesregisseur,
        doel=triage.doel if triage else "",
        partijen=tuple(Partijnaam(id_, naam) for id_, naam in partijen),
        berust_op=_berust_op(profiel),
        artikel=profiel.artikel(Regel.OPSCHALING_BESLUIT),
        artikel_rollen=profiel.artikel(Regel.ROL_EN_INFORMATIEBEHOEFTE),
        artikel_derden=profiel.artikel(Regel.TOESTEMMING_DERDEN),
        artikel_gebruik=profiel.artikel(Regel.VERSTREKKER_BEPAALT_GEBRUIK),
        artikel_geheimhouding=geheimhouding(profiel).artikel,
    )


def _berust_op(profiel: Huisprofiel) -> str:
    """The article on who decides, and the one that says what opschaling is."""
    artikelen = [profiel.artikel(Regel.OPSCHALING_BESLUIT), profiel.opschaling.artikel if profiel.opschaling else ""]
    return " en ".join(dict.fromkeys(artikel for artikel in artikelen if artikel))
