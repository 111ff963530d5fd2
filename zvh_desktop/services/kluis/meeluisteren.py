"""Who else has the house open, at what, and that one of them changed something (ADR 0098)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.motor.motor import AnderVenster, Oor, motor_van, werkt_samen


@dataclass(frozen=True, slots=True)
class Collega:
    """Somebody else at work, by account name, and at what: a kind and its id, or nothing."""

    naam: str
    soort: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Meegeluisterd:
    """What came in since the last time."""

    gewijzigd: bool
    collegas: tuple[Collega, ...]


class Meeluisteraar:
    """``wacht`` is asked by one thread, beside the window; the rest by any."""

    def __init__(self, oor: Oor, namen: Mapping[int, str]) -> None:
        self._oor = oor
        self._namen = namen

    def wacht(self, seconden: float) -> Meegeluisterd:
        """Wait for this long at most. Raises KluisFout when the line was lost."""
        gehoord = self._oor.wacht(seconden)
        return Meegeluisterd(gehoord.gewijzigd, tuple(filter(None, map(self._collega, gehoord.aanwezig))))

    def meld_plek(self, soort: str, id_: int) -> None:
        """Tell the others where this window is; an empty kind: at nothing of its own."""
        self._oor.meld_plek(soort, id_)

    def sluit(self) -> None:
        """Hear nothing any more."""
        self._oor.sluit()

    def _collega(self, een: AnderVenster) -> Collega | None:
        # An account that was made while this window stood open is not known here by name.
        naam = self._namen.get(een.nummer)
        return Collega(naam, een.soort, een.id) if naam is not None else None


def luister_mee(kluis: OpenKluis) -> Meeluisteraar | None:
    """None where nobody else can work while this is open. Raises KluisFout."""
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        engine = sessie.get_bind()
        if not werkt_samen(engine):
            return None
        motor = motor_van(sessie.connection())
    namen = {slot.certificaat.serienummer: slot.certificaat.naam for slot in kluis.sleutelbestand.gebruikers}
    eigen = kluis.ondertekenaar.certificaat.serienummer
    return Meeluisteraar(motor.luister(engine.engine, eigen), namen)
