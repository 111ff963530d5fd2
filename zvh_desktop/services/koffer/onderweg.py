"""In a koffer: whether it still opens to work in."""

from __future__ import annotations

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import KofferFout
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.services.werkplek.werkplek import Werkplek


def eis_op_tijd(werkplek: Werkplek) -> None:
    """Raises KofferFout for a koffer that had to be back, or whose last day is not the one that was signed."""
    kop = werkplek.kluis.koffer
    if kop is None:
        return
    with vertaal_databasefout(werkplek.kluis.map), werkplek.kluis.lees_sessies() as sessie:
        uit = inzicht(sessie).een(VerklaringSoort.KOFFER_UIT, kop.verklaring)
    getekend = (uit.inhoud.get("kenmerk"), uit.inhoud.get("terug_uiterlijk")) if uit is not None else None
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
