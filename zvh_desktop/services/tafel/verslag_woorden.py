"""The verslag in its own words: every name, term and state of an actie as it was when it was vastgesteld.

What was signed does not follow the register of partijen, their contactpersonen, the betrokkenen or the acties. So the
points are kept as they were printed, signed with the verslag; a later form of the statement covers them. Who may be
named is another matter: a partij whose seat was taken away by a later oordeel is named no more, and that is decided
from the signed oordelen alone, by the day that was signed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import OordeelUitkomst, VerklaringSoort, VerslagStatus
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.poort.deelnames import Tafelschikking
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.poort.stempels import verificatie
from zvh_desktop.services.tafel.genodigden import Genodigden
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.werkplek.vaste_woorden import als_woorden, uit_woorden
from zvh_desktop.services.werkplek.werkplek import Werkplek


@dataclass(frozen=True, slots=True)
class Zetel:
    """On which signed oordeel a partij sat at a point: the number of its statement."""

    punt_id: int
    partij_id: int
    verklaring: int


@dataclass(frozen=True, slots=True)
class VerslagWoorden:
    """What is kept, and signed with the verslag."""

    punten: tuple[VerslagPunt, ...]
    zetels: tuple[Zetel, ...]


def leg_woorden_vast(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> None:
    """Write down how it is printed, just before it is signed. The names at each point were kept before this."""
    sessie.flush()
    punten = verslag_punten(werkplek, sessie, overleg)
    stoelen = {(punt.id, aanwezige.partij_id) for punt in punten for aanwezige in punt.aanwezigen}
    rijen = sessie.execute(
        select(Deelname.agendapunt_id, Deelname.partij_id, Oordeel.verklaring_nummer)
        .join(Oordeel, Oordeel.id == Deelname.oordeel_id)
        .join(Agendapunt, Agendapunt.id == Deelname.agendapunt_id)
        .where(Agendapunt.overleg_id == overleg.id)
        .order_by(Deelname.agendapunt_id, Deelname.partij_id)
    )
    zetels = tuple(Zetel(punt, partij, nummer) for punt, partij, nummer in rijen if (punt, partij) in stoelen)
    overleg.verslag_woorden = als_woorden(VerslagWoorden(punten, zetels))


def corrigeer_woorden(werkplek: Werkplek, sessie: Session, overleg: Overleg, punt_id: int) -> None:
    """Take over what a correction changed at one point; all the rest keeps the words of then."""
    if not overleg.verslag_woorden:
        leg_woorden_vast(werkplek, sessie, overleg)
        return
    was = lees_woorden(overleg)
    nu = next(punt for punt in verslag_punten(werkplek, sessie, overleg) if punt.id == punt_id)
    punten = tuple(_gecorrigeerd(punt, nu) if punt.id == punt_id else punt for punt in was.punten)
    overleg.verslag_woorden = als_woorden(replace(was, punten=punten))


def lees_woorden(overleg: Overleg) -> VerslagWoorden:
    """What was kept. Raises HandtekeningOnjuist when it cannot be read: then it is not what was signed."""
    try:
        return uit_woorden(VerslagWoorden, overleg.verslag_woorden)
    except ValueError as fout:
        raise HandtekeningOnjuist(
            "Het verslag is niet het verslag dat is vastgesteld. Er is niets gemaakt.", advies=MELD
        ) from fout


def _gecorrigeerd(was: VerslagPunt, nu: VerslagPunt) -> VerslagPunt:
    """The corrected texts; who does what is called as then, unless the correction put somebody else there."""
    eerder = {besluit.id: besluit for besluit in was.besluiten}
    besluiten = tuple(
        replace(b, naam=oud.naam, belegd_bij=oud.belegd_bij)
        if (oud := eerder.get(b.id)) is not None and oud.invoer.belegd_bij == b.invoer.belegd_bij
        else b
        for b in nu.besluiten
    )
    return replace(was, tekst=nu.tekst, besluiten=besluiten)


def gedrukte_punten(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    gelezen: Tafelschikking | None = None,
    *,
    met_opbrengst: bool = True,
    genodigd: Genodigden | None = None,
) -> tuple[VerslagPunt, ...]:
    """Every point as it is printed: once vastgesteld in the words of then, before that as it stands.

    The caller verifies the signature. A verslag from before words were kept goes on as it stands.
    """
    if overleg.verslag_status != VerslagStatus.VASTGESTELD or not overleg.verslag_woorden:
        return verslag_punten(werkplek, sessie, overleg, gelezen, met_opbrengst=met_opbrengst, genodigd=genodigd)
    woorden = lees_woorden(overleg)
    dag = overleg.datum.isoformat()
    punten = []
    for punt in woorden.punten:
        zetels = [zetel for zetel in woorden.zetels if zetel.punt_id == punt.id]
        casus_id = punt.casus_id
        mogen = {
            zetel.partij_id
            for zetel in zetels
            if casus_id is not None and _zat_terecht(werkplek, sessie, casus_id, zetel, dag)
        }
        punten.append(_alleen(punt, mogen))
    return tuple(punten)


def _zat_terecht(werkplek: Werkplek, sessie: Session, casus_id: int, zetel: Zetel, dag: str) -> bool:
    """Whether the oordeel that counted then is there, and none that was signed since takes the day of the meeting.

    Raises HandtekeningOnjuist where the statements about this casus cannot be relied on.
    """
    over = [
        een
        for een in verificatie(werkplek, sessie).over(VerklaringSoort.OORDEEL, "casus", casus_id)
        if een.inhoud.get("partij") == zetel.partij_id and str(een.inhoud.get("geldig_vanaf")) <= dag
    ]
    if not any(een.nummer == zetel.verklaring for een in over):
        return False
    laatste = over[-1].inhoud
    tot = laatste.get("geldig_tot")
    return laatste.get("uitkomst") == OordeelUitkomst.RECHTMATIG and (tot is None or str(tot) >= dag)


def _alleen(punt: VerslagPunt, mogen: set[int]) -> VerslagPunt:
    """The same point without the name of who lost its seat."""
    besluiten = tuple(
        b if b.invoer.belegd_bij is None or b.invoer.belegd_bij in mogen else replace(b, belegd_bij="")
        for b in punt.besluiten
    )
    acties = tuple(a if a.invoer.belegd_bij in mogen else replace(a, belegd_bij="") for a in punt.acties)
    aanwezigen = tuple(a for a in punt.aanwezigen if a.partij_id in mogen)
    voortgang = tuple(v if v.partij_id in mogen else replace(v, partij="") for v in punt.voortgang)
    return replace(punt, aanwezigen=aanwezigen, besluiten=besluiten, acties=acties, voortgang=voortgang)
