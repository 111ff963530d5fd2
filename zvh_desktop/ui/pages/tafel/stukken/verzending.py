"""What goes out to one partij, and noting that it went, with its way back."""

from __future__ import annotations

from zvh_desktop.models.keuzes import UitnodigingStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.afgelasten import BerichtStand
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.terugnemen import Verzendstand
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.ui.widgets.velden.keuzeveld import Keuzeveld

_INTREKKEN = (UitnodigingStatus.IN_TE_TREKKEN, UitnodigingStatus.INGETROKKEN)


class Verzending:
    """Each time it is noted (again) the way back is to how it stood right before."""

    def __init__(self, diensten: Diensten, regel: UitnodigingRegel) -> None:
        self._diensten = diensten
        self._id = regel.id
        self._stand: Verzendstand | BerichtStand | None = None
        self._afgelast = regel.afgelast
        self._intrekken = regel.status is UitnodigingStatus.IN_TE_TREKKEN
        wat = "De afzegging" if self._afgelast else "De intrekking" if self._intrekken else "De uitnodiging"
        self.tekst = f"{wat} voor {regel.kort} is genoteerd als verstuurd."

    def doe(self) -> None:
        """Note it."""
        if self._afgelast:
            _, self._stand = self._diensten.afgelasten.noteer_verteld(self._id)
            return
        stand = self._diensten.terugnemen.stand(self._id)
        uitnodigingen = self._diensten.uitnodigingen
        noteer = uitnodigingen.markeer_ingetrokken if self._intrekken else uitnodigingen.markeer_verzonden
        noteer(self._id)
        self._stand = stand

    def terug(self) -> None:
        """It did not go out after all."""
        if isinstance(self._stand, BerichtStand):
            self._diensten.afgelasten.neem_bericht_terug(self._stand)
        elif self._stand is not None:
            self._diensten.terugnemen.neem_terug(self._stand)


class StukkenMaker:
    """Makes letter and draft of one uitnodiging outside the window; numbered, so that an old answer is dropped."""

    def __init__(self, diensten: Diensten, regel: UitnodigingRegel, vraag: int) -> None:
        self._diensten, self._regel, self._vraag = diensten, regel, vraag

    def __call__(self) -> tuple[int, UitnodigingStukken]:
        return self._vraag, stukken_van(self._diensten, self._regel)


def stukken_van(diensten: Diensten, regel: UitnodigingRegel) -> UitnodigingStukken:
    """What goes out now: the uitnodiging, its withdrawal, or that the overleg is called off."""
    if regel.afgelast:
        return diensten.afgelasten.stukken(regel.id)
    if regel.status in _INTREKKEN:
        return diensten.uitnodigingen.intrekking(regel.id)
    return diensten.uitnodigingen.stukken(regel.id)


def concept_van(diensten: Diensten, regel: UitnodigingRegel) -> Stuk:
    """The draft alone."""
    return stukken_van(diensten, regel).concept


def verstuurd_tekst(regel: UitnodigingRegel | None) -> str:
    """What the button says that notes it as sent."""
    if regel is not None and regel.afgelast:
        return "Afzegging &verstuurd"
    return "Intrekking &verstuurd" if regel is not None and regel.status in _INTREKKEN else "&Verstuurd"


_GING_NAAR = "De vorige ging hierheen. Een wijziging of intrekking gaat dus ook hierheen."


def toon_contacten(veld: Keuzeveld, regel: UitnodigingRegel | None, *, mag: bool) -> None:
    """Fill the field; once somebody got an uitnodiging it shows that person alone, and nothing is left to choose."""
    gestuurd = regel.gestuurd if regel is not None else None
    contacten = regel.contactpersonen if regel is not None and gestuurd is None else ()
    veld.clear()
    for contact in contacten:
        veld.addItem(_contacttekst(contact), contact.id)
    nummer = contacten.index(regel.contact) if regel is not None and regel.contact in contacten else -1
    if gestuurd is not None:
        veld.addItem(", ".join(deel for deel in (gestuurd.naam, gestuurd.functie, gestuurd.email) if deel))
        nummer = 0
    veld.setCurrentIndex(nummer)
    veld.setPlaceholderText("Kies een contactpersoon" if contacten else "Nog geen contactpersoon bekend")
    veld.setToolTip(_GING_NAAR if gestuurd is not None else "")
    veld.setEnabled(mag and bool(contacten))


def _contacttekst(contact: ContactpersoonRegel) -> str:
    delen = [contact.naam, contact.functie, contact.email or "geen e-mailadres"]
    if not contact.mandaat:
        delen.append("geen mandaat")
    return ", ".join(deel for deel in delen if deel)
