"""Who works in a practice vault while it is being filled: each act by an account with the role for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import TracebackType

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.models.keuzes import CasusId, PartijId, Rol
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.oefenen.accounts import Oefenaccount, oefenaccount, tweede_regisseur
from zvh_desktop.services.oefenen.gegevens import Oefengegevens, in_woorden_van, met_opschaling
from zvh_desktop.services.oefenen.klok import Oefenklok, werkdag_voor
from zvh_desktop.services.stukken.stuk import Stuk

BEGIN_WERKDAG = time(9, 30)


class Uitgifte:
    """Where documents go while the work is played. This one drops them."""

    def geef(self, *stukken: Stuk) -> None:
        """A document is ready."""

    def vervang_alles_van(self, partij: str) -> None:
        """What this partij was given before no longer holds."""


@dataclass(slots=True)
class Oefenploeg:
    """The practice accounts, one at a time in the vault, with a clock that is set per day."""

    map: Path
    profiel: Huisprofiel
    gegevens: Oefengegevens
    vandaag: date
    klok: Oefenklok
    meld: Callable[[str], None]
    uitgifte: Uitgifte | None = None
    partijen: Mapping[str, PartijId] = field(default_factory=dict)
    """Rol in the practice data -> partij in this vault."""
    casussen: dict[str, CasusId] = field(default_factory=dict)
    _diensten: Diensten | None = None
    _account: Oefenaccount | None = None
    _bevestigd_op: datetime | None = None

    def __post_init__(self) -> None:
        self.gegevens = in_woorden_van(self.gegevens, self.profiel.termen)
        if self.profiel.opschaling is not None:
            self.gegevens = met_opschaling(self.gegevens)

    def op(self, dagen: int, rol: Rol, tijdstip: time = BEGIN_WERKDAG) -> Diensten:
        """Work so many days ago (negative: ahead), as this role."""
        return self.op_dag(werkdag_voor(self.vandaag - timedelta(days=dagen)), rol, tijdstip)

    def op_dag(self, dag: date, rol: Rol, tijdstip: time = BEGIN_WERKDAG) -> Diensten:
        """Work on this day, as this role."""
        return self._als(oefenaccount(rol), dag, tijdstip)

    def teken_op(self, dagen: int, tijdstip: time = BEGIN_WERKDAG) -> Diensten:
        """Work as procesregisseur who has given the password again, so that signing is possible."""
        return self._teken_als(oefenaccount(Rol.PROCESREGISSEUR), dagen, tijdstip)

    def teken_als_tweede(self, dagen: int, tijdstip: time = BEGIN_WERKDAG) -> Diensten:
        """The same as the other procesregisseur, for what one proposes and another does."""
        return self._teken_als(tweede_regisseur(), dagen, tijdstip)

    def _teken_als(self, account: Oefenaccount, dagen: int, tijdstip: time) -> Diensten:
        diensten = self._als(account, werkdag_voor(self.vandaag - timedelta(days=dagen)), tijdstip)
        if self._bevestigd_op != self.klok():
            diensten.bevestig(account.wachtwoord)
            self._bevestigd_op = self.klok()
        return diensten

    def _als(self, account: Oefenaccount, dag: date, tijdstip: time) -> Diensten:
        self.klok.zet(dag, tijdstip)
        if self._diensten is None or self._account is not account:
            self.sluit()
            kluis = open_kluis(self.map, account.gebruiker, account.wachtwoord)
            try:
                self._diensten = bouw_diensten(kluis, self.klok, "oefening")
            except BaseException:
                kluis.sluit()
                raise
            self._account, self._bevestigd_op = account, None
        return self._diensten

    def partij(self, rol: str) -> PartijId | None:
        """The partij in this rol; None in a house that is too small for it."""
        return self.partijen.get(rol)

    def geef(self, *stukken: Stuk) -> None:
        """Hand out documents, when someone collects them."""
        if self.uitgifte is not None:
            self.uitgifte.geef(*stukken)

    def geef_regie(self, *stukken: Stuk) -> None:
        """Into the folder of the regie: no part of what a partij gets about casussen."""
        self.geef(*(replace(stuk, partij_id=None, partij="") for stuk in stukken))

    def sluit(self) -> None:
        """Close the vault, so that the next account can open it."""
        if self._diensten is not None:
            self._diensten.sluit()
            self._diensten, self._account = None, None

    def __enter__(self) -> Oefenploeg:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()
