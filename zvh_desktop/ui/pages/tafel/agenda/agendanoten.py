"""What betrokkenen asked about the casussen on an agenda, for the matrix and the point below it."""

from __future__ import annotations

from collections.abc import Mapping

from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.agenda_gegevens import AgendaBeeld, PuntRegel
from zvh_desktop.services.verzoeken.gegevens import CasusNoot


class Agendanoten:
    """Read with the agenda; holds what was read last."""

    def __init__(self, diensten: Diensten) -> None:
        self._diensten = diensten
        self._van: Mapping[CasusId, tuple[CasusNoot, ...]] = {}

    def lees(self, beeld: AgendaBeeld) -> Mapping[CasusId, str]:
        """In words, for each casus about which something was asked."""
        casussen = [punt.casus_id for punt in beeld.punten if punt.casus_id is not None]
        self._van = self._diensten.verzoeken.aantekeningen.van_casussen(casussen)
        return {casus: "\n".join(f"{noot.wat}: {noot.zin}" for noot in noten) for casus, noten in self._van.items()}

    def bij(self, punt: PuntRegel | None) -> tuple[CasusNoot, ...]:
        """Beside this point."""
        return self._van.get(punt.casus_id, ()) if punt is not None and punt.casus_id is not None else ()
