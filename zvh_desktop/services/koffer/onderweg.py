"""In a koffer: whether it still opens to work in."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.ondertekening import Toets
from zvh_desktop.errors import HandtekeningOnjuist, KofferFout
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_op_tijd(werkplek: Werkplek) -> None:
    """Raises KofferFout for a koffer that had to be back, or whose last day is not the one that was signed.

    The one statement is verified by itself: the whole chain of the office goes along, and is verified beside the window
    as in the office. The first decision waits for that, and opening does not.
    """
    kop = werkplek.kluis.koffer
    if kop is None:
        return
    with vertaal_databasefout(werkplek.kluis.map), werkplek.kluis.lees_sessies() as sessie:
        uit = _getekend(werkplek, sessie, kop.verklaring)
    getekend = (uit.get("kenmerk"), uit.get("terug_uiterlijk"))
    if getekend != (kop.kenmerk, kop.tot.isoformat()):
        raise KofferFout(
            "Wat op deze koffer staat, is niet wat ervoor is ondertekend.",
            veilig="Er is niets gewijzigd.",
            advies="Gebruik hem niet, en meld dit bij uw beheerder.",
        )
    if werkplek.vandaag() > kop.tot:
        raise KofferFout(
            f"Deze koffer had uiterlijk op {datum_lang(kop.tot)} terug moeten zijn. Hij gaat alleen nog open om in te "
            "leveren.",
            veilig="Alles wat u onderweg vastlegde, staat er nog in.",
            advies="Meld u op kantoor aan, open daar het overleg en kies Inleveren.",
        )


def _getekend(werkplek: Werkplek, sessie: Session, nummer: int) -> Mapping[str, object]:
    """What was signed under this number of a koffer that goes out; nothing where that was not."""
    verklaring = sessie.get(Verklaring, nummer)
    if verklaring is None or verklaring.soort != VerklaringSoort.KOFFER_UIT:
        return {}
    try:
        return Toets(werkplek.kluis.wortel, werkplek.kluis.kluis_id).inhoud(verklaring)
    except HandtekeningOnjuist:
        return {}
