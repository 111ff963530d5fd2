"""Which earlier verslag a partij may hear of at this overleg: one it was lawful at, and still is."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VerslagStatus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.poort.beeld import lees_poortbeeld
from zvh_desktop.services.tafel.verslag_gegevens import EerderVerslag, VerslagPunt
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.werkplek.werkplek import Werkplek


def verslagen_voor(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, verslagen: Iterable[EerderVerslag], partij: Partij
) -> tuple[EerderVerslag, ...]:
    """Those of these that this partij has a part of its own in, and may have on the day of this overleg.

    It was at a casus there on an oordeel that holds for that day, and its oordeel on that casus holds on this day as
    well. Raises HandtekeningOnjuist when such a verslag is not what was signed.
    """
    return tuple(een for een in verslagen if _mag(werkplek, sessie, overleg, een, partij))


def gezegd(punten: Iterable[VerslagPunt]) -> tuple[EerderVerslag, ...]:
    """Of which verslagen the table said something."""
    return tuple(punt.eerder_verslag for punt in punten if punt.eerder_verslag is not None and punt.eerder_verslag.zin)


def _mag(werkplek: Werkplek, sessie: Session, overleg: Overleg, verslag: EerderVerslag, partij: Partij) -> bool:
    vorig = sessie.get(Overleg, verslag.overleg_id)
    if vorig is None or vorig.verslag_status != VerslagStatus.VASTGESTELD:
        return False
    VERSLAG.verifieer(werkplek, sessie, vorig)
    casussen = {
        punt.casus_id
        for punt in gedrukte_punten(werkplek, sessie, vorig)
        if punt.casus_id is not None and any(een.partij_id == partij.id for een in punt.aanwezigen)
    }
    beeld = lees_poortbeeld(werkplek, sessie, casussen, overleg.datum, partijen=(partij,))
    return any(beeld.stand(casus_id, partij).mag for casus_id in casussen)
