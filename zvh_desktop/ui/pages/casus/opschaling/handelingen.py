"""What is recorded about the other house, with the way back."""

from __future__ import annotations

from datetime import date

from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.opschaling.beeld import AkkoordInvoer
from zvh_desktop.services.opschaling.opschalingen import OpschalingService


class AkkoordVastleggen:
    """The accord of the other house."""

    def __init__(self, dienst: OpschalingService, casus_id: CasusId, huis: str, invoer: AkkoordInvoer) -> None:
        self._dienst = dienst
        self._casus_id = casus_id
        self._invoer = invoer
        self.tekst = f"Het akkoord van {huis} is vastgelegd."

    def doe(self) -> None:
        """Record it."""
        self._dienst.leg_akkoord_vast(self._casus_id, self._invoer)

    def terug(self) -> None:
        """Take it back, while no dossier went."""
        self._invoer = self._dienst.trek_akkoord_in(self._casus_id)


class AkkoordIntrekken:
    """The same, the other way round."""

    def __init__(self, dienst: OpschalingService, casus_id: CasusId, huis: str) -> None:
        self._dienst = dienst
        self._casus_id = casus_id
        self._weg: AkkoordInvoer | None = None
        self.tekst = f"Het akkoord van {huis} is ingetrokken."

    def doe(self) -> None:
        """Take it back."""
        self._weg = self._dienst.trek_akkoord_in(self._casus_id)

    def terug(self) -> None:
        """Record it again, as it was."""
        if self._weg is not None:
            self._dienst.leg_akkoord_vast(self._casus_id, self._weg)


class Afronden:
    """What the other house said: it takes the casus, or not and why."""

    def __init__(
        self, dienst: OpschalingService, casus_id: CasusId, huis: str, op: date | None, reden: str | None = None
    ) -> None:
        """``reden`` None: the other house takes the casus."""
        self._dienst = dienst
        self._casus_id = casus_id
        self._op = op
        self._reden = reden
        self.tekst = f"{huis} heeft de casus {'aangenomen' if reden is None else 'niet aangenomen'}."

    def doe(self) -> None:
        """Record it."""
        if self._reden is None:
            self._dienst.neem_aan(self._casus_id, self._op)
        else:
            self._dienst.leg_weigering_vast(self._casus_id, self._reden, self._op)

    def terug(self) -> None:
        """Open it again."""
        self._dienst.heropen(self._casus_id)
