"""Records an actie where no casus is open: the casus is chosen first, and with it who can do something there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.ui.dialogs.actiedialoog import ActieDialoog, ActieKeuzes
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

GEEN_KEUZES = ActieKeuzes((), (), ())


@dataclass(frozen=True)
class Casuskeuze:
    """The casussen that run, and the one to begin with, if any."""

    casussen: Sequence[tuple[CasusId, str]]
    begin: CasusId | None = None
    uit: Mapping[int, str] = field(default_factory=dict)
    """Of the casussen that are out in a koffer who has them: no actie can be added there until it is back."""


class ActieBijCasusDialoog(ActieDialoog):
    """The same form, with the casus on top."""

    def __init__(
        self,
        casussen: Casuskeuze,
        keuzes_van: Callable[[CasusId], ActieKeuzes | None],
        voeg_toe: Callable[[CasusId, ActieInvoer], object],
        keuzes: ActieKeuzes = GEEN_KEUZES,
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__("Actie toevoegen", "&Voeg toe", None, keuzes, self._bewaar_bij_casus, ouder)
        self.setObjectName("actie_bij_casus_dialoog")
        self._keuzes_van, self._voeg_toe = keuzes_van, voeg_toe
        self.casus = Keuzeveld(self)
        self._uit = casussen.uit
        for id_, naam in casussen.casussen:
            self.casus.addItem(f"{naam}, uitgeleend" if id_ in self._uit else naam, int(id_))
        self.casus.setPlaceholderText("Kies een casus: typ een deel van het nummer of de naam")
        self.casus.setCurrentIndex(self.casus.findData(int(casussen.begin)) if casussen.begin is not None else -1)
        self.formulier.voeg_toe("casus_id", "&Casus", self.casus, boven=True)
        self.casus.currentIndexChanged.connect(self._toon_keuzes)
        self._toon_keuzes()

    def _casus_id(self) -> CasusId:
        gekozen = self.casus.currentData()
        if not isinstance(gekozen, int):
            raise InvoerOngeldig("casus_id", "Kies eerst bij welke casus de actie hoort.")
        if gekozen in self._uit:
            raise self._wacht(gekozen)
        return CasusId(gekozen)

    def _wacht(self, casus: int) -> InvoerOngeldig:
        return InvoerOngeldig("casus_id", self._uit[casus], advies="Kies een andere casus, of wacht tot hij terug is.")

    def _toon_keuzes(self) -> None:
        gekozen = self.casus.currentData()
        uit = isinstance(gekozen, int) and gekozen in self._uit
        keuzes = self._keuzes_van(CasusId(gekozen)) if isinstance(gekozen, int) and not uit else None
        self.zet_keuzes(keuzes or GEEN_KEUZES)
        if uit:  # said before anything is typed that cannot be saved
            self.formulier.regel("casus_id").toon_weigering(self._wacht(gekozen))

    def invoer(self) -> ActieInvoer:
        self._casus_id()
        return super().invoer()

    def _bewaar_bij_casus(self, invoer: ActieInvoer) -> object:
        return self._voeg_toe(self._casus_id(), invoer)

    @classmethod
    def vraag_bij_casus(
        cls,
        casussen: Casuskeuze,
        keuzes_van: Callable[[CasusId], ActieKeuzes | None],
        voeg_toe: Callable[[CasusId, ActieInvoer], object],
        *,
        ouder: QWidget,
    ) -> object:
        """The number of the new actie; None when nothing was saved."""
        alle = (casussen.begin, *(id_ for id_, _ in casussen.casussen))
        eerste = next((id_ for id_ in alle if id_ is not None and id_ not in casussen.uit), None)
        keuzes = keuzes_van(eerste) if eerste is not None else None
        return cls(casussen, keuzes_van, voeg_toe, keuzes or GEEN_KEUZES, ouder).antwoord()
