"""What happened at the table, written down act by act, and read back through the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import AgendapuntId, GebeurtenisId, PartijId, TafelHandeling
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.models.taal import datum_lang, tijd
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek

_ZINNEN: Final = {
    TafelHandeling.GESTART: "{punt} begonnen",
    TafelHandeling.HERVAT: "{punt} hervat",
    TafelHandeling.ONDERBROKEN: "{punt} onderbroken",
    TafelHandeling.AFGEROND: "{punt} afgerond",
    TafelHandeling.OVERGESLAGEN: "{punt} overgeslagen, komt later terug",
    TafelHandeling.VERPLAATST: "{punt} op een andere plaats gezet",
    TafelHandeling.TOEGEVOEGD: "{punt} toegevoegd",
    TafelHandeling.AAN_TAFEL: "{partij} aan tafel bij {punt}",
    TafelHandeling.VAN_TAFEL: "{partij} van tafel bij {punt}",
    TafelHandeling.VOORZITTER: "{wie} neemt het voorzitterschap over",
    TafelHandeling.NOTULIST: "{wie} neemt de notulen over",
    TafelHandeling.GEHEIMHOUDING: "iedereen gewezen op de geheimhouding bij {punt}",
}
GEWOON: Final = (TafelHandeling.GESTART, TafelHandeling.AFGEROND, TafelHandeling.GEHEIMHOUDING)
"""What happens at every point; the rest deserves a line of its own in the verslag."""


@dataclass(frozen=True, slots=True)
class Verlooppunt:
    """One act at the table, as it is told."""

    id: GebeurtenisId
    soort: TafelHandeling
    punt_id: AgendapuntId | None
    partij_id: PartijId | None
    moment: datetime
    """Dutch time."""
    wanneer: str
    """'10:15', with the date where that is not the day of the overleg."""
    zin: str


def noteer(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    soort: TafelHandeling,
    punt: Agendapunt | None = None,
    *,
    partij_id: int | None = None,
    wie: str = "",
) -> Tafelgebeurtenis:
    """Write down what was just done. The row it is about has to be in the database already."""
    rij = Tafelgebeurtenis(
        overleg_id=overleg.id,
        agendapunt_id=punt.id if punt is not None else None,
        partij_id=partij_id,
        soort=soort,
        wie=wie,
        tijdstip=werkplek.nu(),
        door=werkplek.gebruiker,
    )
    sessie.flush()
    sessie.add(rij)
    sessie.flush()
    return rij


def rijen_van(sessie: Session, overleg: Overleg) -> Sequence[Tafelgebeurtenis]:
    """Everything that happened at this table, in the order in which it was written down."""
    return sessie.scalars(select(Tafelgebeurtenis).filter_by(overleg_id=overleg.id).order_by(Tafelgebeurtenis.id)).all()


def geopende_punten(rijen: Sequence[Tafelgebeurtenis], overleg: Overleg) -> list[AgendapuntId]:
    """The points in the order in which they were opened, the one that is on the table now last; each time once more.

    ``rijen``: all that happened at this table. An overleg that was held before this was written down goes by the first
    start of each point.
    """
    open_ = (TafelHandeling.GESTART, TafelHandeling.HERVAT)
    geopend = [rij.agendapunt_id for rij in rijen if rij.soort in open_]
    if geopend:
        return [punt_id for punt_id in geopend if punt_id is not None]
    eerder = [(punt.gestart_op, punt.id) for punt in overleg.agendapunten if punt.gestart_op is not None]
    return [punt_id for _, punt_id in sorted(eerder)]


def lees_gebeurtenissen(
    sessie: Session,
    overleg: Overleg,
    namen: Mapping[tuple[AgendapuntId, PartijId], str],
    titels: Mapping[AgendapuntId, str],
    rijen: Sequence[Tafelgebeurtenis] | None = None,
) -> tuple[Verlooppunt, ...]:
    """The same in words. ``namen``: who may be named at which point; any other partij is left out."""
    verteld = []
    for rij in rijen_van(sessie, overleg) if rijen is None else rijen:
        partij = ""
        if rij.partij_id is not None:
            genoemd = namen.get((rij.agendapunt_id, rij.partij_id)) if rij.agendapunt_id is not None else None
            if genoemd is None:
                continue
            partij = genoemd
        moment = als_lokaal(rij.tijdstip)
        punt = titels.get(rij.agendapunt_id, "dit punt") if rij.agendapunt_id is not None else ""
        zin = _ZINNEN[rij.soort].format(punt=punt, partij=partij, wie=rij.wie)
        verteld.append(
            Verlooppunt(
                id=rij.id,
                soort=rij.soort,
                punt_id=rij.agendapunt_id,
                partij_id=rij.partij_id,
                moment=moment,
                wanneer=_wanneer(moment, overleg.datum),
                zin=zin[:1].upper() + zin[1:],
            )
        )
    return tuple(verteld)


def _wanneer(moment: datetime, dag: date) -> str:
    klok = tijd(moment.time())
    return klok if moment.date() == dag else f"{datum_lang(moment.date())}, {klok}"


def nu_in_functie(sessie: Session, overleg: Overleg, soort: TafelHandeling) -> str:
    """Who leads the table, or takes the minutes, now."""
    wie = sessie.scalars(
        select(Tafelgebeurtenis.wie)
        .filter_by(overleg_id=overleg.id, soort=soort)
        .order_by(Tafelgebeurtenis.id.desc())
        .limit(1)
    ).first()
    return wie or (overleg.voorzitter if soort is TafelHandeling.VOORZITTER else overleg.notulist)


def in_functie_geweest(rijen: Sequence[Tafelgebeurtenis], eerste: str, soort: TafelHandeling) -> str:
    """Who led the table and from when: 'A (tot 10:20), B (vanaf 10:20)'; only the first where nothing changed."""
    wissels = [(rij.wie, tijd(als_lokaal(rij.tijdstip).time())) for rij in rijen if rij.soort == soort]
    if not wissels:
        return eerste
    delen = [f"{eerste} (tot {wissels[0][1]})"] if eerste else []
    for nummer, (wie, vanaf) in enumerate(wissels):
        tot = f" tot {wissels[nummer + 1][1]}" if nummer + 1 < len(wissels) else ""
        delen.append(f"{wie} (vanaf {vanaf}{tot})")
    return ", ".join(delen)
