"""What goes out to one partij, and noting that it went, with its way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import UitnodigingAntwoord, UitnodigingStatus
from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.partijen.partijen import ContactpersoonRegel
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.afgelasten import BerichtStand
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.services.uitnodigen.terugnemen import Verzendstand
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingStukken
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting
from zvh_desktop.ui.pages.tafel.woorden import ANTWOORD_TEKST
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


class DaadVanMeer:
    """Several things done as one act: all of them or none, and one way back."""

    def __init__(self, delen: Sequence[Omkeerbaar], tekst: str) -> None:
        self._delen = tuple(delen)
        self.tekst = tekst

    def doe(self) -> None:
        """Do them in their order; when one is refused, those before it are taken back.

        What waits for a choice is asked for all of them at once.
        """
        samen, gedaan = Leksamen(), list[Omkeerbaar]()
        try:
            for deel in self._delen:
                with samen.deel():
                    deel.doe()
                    gedaan.append(deel)
            samen.eis_gekozen()
        except GebruikersFout:
            for eerder in reversed(gedaan):
                eerder.terug()
            raise

    def terug(self) -> None:
        """Take them back, the last first; when one is refused, those before it are done again."""
        terug = tuple(reversed(self._delen))
        for nummer, deel in enumerate(terug):
            try:
                deel.terug()
            except GebruikersFout:
                for eerder in reversed(terug[:nummer]):
                    eerder.doe()
                raise


def verzendingen(diensten: Diensten, regels: Sequence[UitnodigingRegel]) -> Omkeerbaar:
    """Noting these as sent."""
    delen = [Verzending(diensten, regel) for regel in regels]
    if len(delen) == 1:
        return delen[0]
    return DaadVanMeer(delen, f"Genoteerd als verstuurd: {opsomming([regel.kort for regel in regels])}.")


def antwoorden(
    diensten: Diensten, regels: Sequence[UitnodigingRegel], antwoord: UitnodigingAntwoord, opmerking: str | None
) -> Omkeerbaar:
    """Noting the same answer for these; without ``opmerking`` each keeps its own."""
    delen = []
    for regel in regels:
        zet = partial(diensten.uitnodigingen.registreer_antwoord, regel.id)
        nieuw = regel.antwoord_opmerking if opmerking is None else opmerking
        tekst = f"{regel.kort}: {ANTWOORD_TEKST[antwoord]}."
        terug = partial(zet, regel.antwoord, regel.antwoord_opmerking)
        delen.append(Omzetting(tekst, partial(zet, antwoord, nieuw), terug))
    if len(delen) == 1:
        return delen[0]
    return DaadVanMeer(delen, f"{opsomming([regel.kort for regel in regels])}: {ANTWOORD_TEKST[antwoord]}.")


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


def verstuurd_tekst(regel: UitnodigingRegel | None, aantal: int = 1) -> str:
    """What the button says that notes it as sent, for several at once as well."""
    if aantal > 1:
        return f"&Verstuurd: {aantal} partijen"
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
