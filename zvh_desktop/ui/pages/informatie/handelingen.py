"""What is taken away in this panel, with the way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import InformatieItemId
from zvh_desktop.services.informatie.beeld import InformatieRegel, VrijgaveRegel
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieService, WeggehaaldItem
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingRegel, VerstrekkingService
from zvh_desktop.services.informatie.vrijgaven import VrijgaveService


class ItemWeghalen:
    """An item with its attachment and accords."""

    def __init__(self, dienst: InformatieService, item: InformatieRegel) -> None:
        self._dienst = dienst
        self._id: InformatieItemId = item.id
        self._weg: WeggehaaldItem | None = None
        self.tekst = f"{item.titel} is weggehaald."

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._dienst.verwijder(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        if self._weg is not None:
            self._id = self._dienst.zet_terug(self._weg)
            self._weg = None


class BijlageWisselen:
    """Another attachment for an item, or none."""

    def __init__(self, dienst: InformatieService, item: InformatieRegel, bijlage: Bijlage | None) -> None:
        self._dienst = dienst
        self._id = item.id
        self._nu, self._toen = bijlage, bijlage
        self.tekst = f"De bijlage is {'weggehaald' if bijlage is None else 'toegevoegd'}."

    def doe(self) -> None:
        """Give the item this attachment."""
        self._toen = self._dienst.zet_bijlage(self._id, self._nu)

    def terug(self) -> None:
        """Give it the one it had."""
        self._dienst.zet_bijlage(self._id, self._toen)


class VrijgaveSluiten:
    """A vrijgave that was not sent yet."""

    def __init__(self, dienst: VrijgaveService, item: InformatieRegel, vrijgave: VrijgaveRegel) -> None:
        self._dienst = dienst
        self._item = item.id
        self._vrijgave = vrijgave
        self._met = vrijgave.partij_id
        self.tekst = f"{vrijgave.partij} leest dit stuk niet meer vooraf."

    def doe(self) -> None:
        """Take it back."""
        self._met = self._dienst.sluit_vrijgave(self._item, self._vrijgave.overleg_id, self._vrijgave.partij_id)

    def terug(self) -> None:
        """Release it again, through the gate."""
        self._dienst.geef_vrij(self._item, self._vrijgave.overleg_id, [self._vrijgave.partij_id], self._met)


class VerstrekkingVervallen:
    """A line of the register that was recorded by mistake."""

    def __init__(self, dienst: VerstrekkingService, regel: VerstrekkingRegel, reden: str) -> None:
        self._dienst = dienst
        self._id = regel.id
        self._reden = reden
        self.tekst = f"De verstrekking aan {regel.derde} is vervallen."

    def doe(self) -> None:
        """Mark it."""
        self._dienst.laat_vervallen(self._id, self._reden)

    def terug(self) -> None:
        """Take the mark away."""
        self._dienst.zet_terug(self._id)
