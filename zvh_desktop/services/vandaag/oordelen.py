"""Questions for an oordeel that wait for the procesregisseur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, CasusStatus, OverlegId, OverlegStatus, PartijId
from zvh_desktop.models.oordeel import OordeelVerzoek
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_oordelen(werkplek: Werkplek) -> Signaal:
    """One line per casus and overleg that still comes, with the cell in which the first one is given."""
    rijen = yield (
        select(
            OordeelVerzoek.gevraagd_door,
            OordeelVerzoek.gevraagd_op,
            Overleg.id,
            Overleg.datum,
            Casus.id,
            Casus.nummer,
            Partij.id,
            Partij.kort,
            Agendapunt.id,
            Casus.status,
        )
        .join(Overleg, Overleg.id == OordeelVerzoek.overleg_id)
        .join(Casus, Casus.id == OordeelVerzoek.casus_id)
        .join(Partij, Partij.id == OordeelVerzoek.partij_id)
        .outerjoin(
            Agendapunt,
            (Agendapunt.overleg_id == OordeelVerzoek.overleg_id) & (Agendapunt.casus_id == OordeelVerzoek.casus_id),
        )
        .where(Overleg.datum >= werkplek.vandaag(), Overleg.status != OverlegStatus.AFGELAST)
        .order_by(Overleg.datum, Overleg.id, Casus.nummer, OordeelVerzoek.id)
    )
    groepen: dict[tuple[OverlegId, CasusId], list[_Verzoek]] = {}
    for *rij, status in rijen:
        if status != CasusStatus.LOPEND:  # asked for in the query, every casus that runs would be looked at
            continue
        verzoek = _Verzoek(*rij)
        groepen.setdefault((verzoek.overleg_id, verzoek.casus_id), []).append(verzoek)
    for groep in groepen.values():
        eerste = groep[0]
        wat = "1 oordeel" if len(groep) == 1 else f"{len(groep)} oordelen"
        wie = opsomming([een.kort for een in groep])
        vragers = opsomming(list(dict.fromkeys(een.door for een in groep)))
        zin = (
            f"{wat} gevraagd bij casus {eerste.nummer} voor {werkplek.profiel.termen.met_lidwoord('tafel')} van "
            f"{datum_kort(eerste.datum)}: {wie} (door {vragers}, {datum_kort(als_lokaal(eerste.op).date())})"
        )
        if eerste.punt_id is None:
            yield Wacht(Wanneer.NU, zin, "Beoordeel", "oordelen", eerste.casus_id)
        else:
            plek = (eerste.punt_id, eerste.partij_id)
            yield Wacht(Wanneer.NU, zin, "Beoordeel", "tafel", eerste.overleg_id, plek)


@dataclass(frozen=True, slots=True)
class _Verzoek:
    """One oordeel that was asked for, and where."""

    door: str
    op: datetime
    overleg_id: OverlegId
    datum: date
    casus_id: CasusId
    nummer: str
    partij_id: PartijId
    kort: str
    punt_id: AgendapuntId | None
