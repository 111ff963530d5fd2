"""Removing a partij or a contactpersoon, with the way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import ContactpersoonId, PartijId
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel, PartijRegel, PartijService, contact_invoer


class PartijWeghalen:
    """A partij with its contactpersonen."""

    def __init__(self, partijen: PartijService, partij_id: PartijId, naam: str) -> None:
        self._partijen = partijen
        self._id = partij_id
        self._weg: PartijRegel | None = None
        self.tekst = f"{naam} is weggehaald."

    def doe(self) -> None:
        """Remove it."""
        self._weg = self._partijen.verwijder(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        if self._weg is not None:
            self._id = self._partijen.zet_terug(self._weg)
            self._weg = None


class ContactWeghalen:
    """A contactpersoon of a partij."""

    def __init__(self, partijen: PartijService, contact: ContactpersoonRegel) -> None:
        self._partijen = partijen
        self._contact = contact
        self._id: ContactpersoonId = contact.id
        self.tekst = f"{contact.naam} is weggehaald."

    def doe(self) -> None:
        """Remove it."""
        self._contact = self._partijen.verwijder_contact(self._id)

    def terug(self) -> None:
        """Put it back; it gets a number of its own."""
        self._id = self._partijen.voeg_contact_toe(self._contact.partij_id, contact_invoer(self._contact))
