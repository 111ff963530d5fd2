"""Questions for an oordeel that wait for the procesregisseur."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus
from zvh_desktop.models.oordeel import OordeelVerzoek
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.taal import datum_kort, opsomming
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.werkplek import Werkplek


def wacht_op_oordelen(werkplek: Werkplek, sessie: Session) -> Iterator[Wacht]:
    """One line per casus and overleg that still comes, with the cell in which the first one is given."""
    rijen = sessie.execute(
        select(OordeelVerzoek, Overleg, Casus, Partij, Agendapunt.id)
        .join(Overleg, Overleg.id == OordeelVerzoek.overleg_id)
        .join(Casus, Casus.id == OordeelVerzoek.casus_id)
        .join(Partij, Partij.id == OordeelVerzoek.partij_id)
        .outerjoin(
            Agendapunt,
            (Agendapunt.overleg_id == OordeelVerzoek.overleg_id) & (Agendapunt.casus_id == OordeelVerzoek.casus_id),
        )
        .where(
            Overleg.datum >= werkplek.vandaag(),
            Overleg.status != OverlegStatus.AFGELAST,
            Casus.status == CasusStatus.LOPEND,
        )
        .order_by(Overleg.datum, Overleg.id, Casus.nummer, OordeelVerzoek.id)
    ).all()
    groepen: dict[tuple[int, int], list[tuple[OordeelVerzoek, Overleg, Casus, Partij, int | None]]] = {}
    for vraag, tafel, zaak, gevraagde, plek in rijen:
        groepen.setdefault((tafel.id, zaak.id), []).append((vraag, tafel, zaak, gevraagde, plek))
    for groep in groepen.values():
        verzoek, overleg, casus, partij, punt_id = groep[0]
        wat = "1 oordeel" if len(groep) == 1 else f"{len(groep)} oordelen"
        wie = opsomming([een[3].kort for een in groep])
        vragers = opsomming(list(dict.fromkeys(een[0].gevraagd_door for een in groep)))
        zin = (
            f"{wat} gevraagd bij casus {casus.nummer} voor {werkplek.profiel.termen.met_lidwoord('tafel')} van "
            f"{datum_kort(overleg.datum)}: {wie} (door {vragers}, {datum_kort(als_lokaal(verzoek.gevraagd_op).date())})"
        )
        if punt_id is None:
            yield Wacht(Wanneer.NU, zin, "Beoordeel", "oordelen", casus.id)
        else:
            yield Wacht(Wanneer.NU, zin, "Beoordeel", "tafel", overleg.id, (punt_id, partij.id))
