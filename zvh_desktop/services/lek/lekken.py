"""Choosing about what was found: it may go, or it is left out.

Recorded and signed is who, when and for which text, by its digest.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze
from zvh_desktop.models.rondsturen.lekoordeel import Lekoordeel
from zvh_desktop.services.lek.gegevens import BSN_NOOIT, GING_TEN_ONRECHTE, Lekbevinding
from zvh_desktop.services.lek.getekend import teken_keuze
from zvh_desktop.services.werkplek.invoer import regel
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

MEESTE_REDEN = 200


class LekService:
    """Use cases on what was found in a text before it leaves."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def laat_mee(self, bevinding: Lekbevinding, reden: str = "") -> None:
        """It may stand there. Raises InvoerOngeldig for a BSN (UAVG art. 46): the application keeps and sends none."""
        self._kies(bevinding, Lekkeuze.MAG, reden)

    def haal_weg(self, bevinding: Lekbevinding) -> None:
        """It is left out of what goes to this reader; the text itself stays as it is."""
        self._kies(bevinding, Lekkeuze.WEG, "")

    def ging_ten_onrechte(self, bevinding: Lekbevinding) -> None:
        """It stood in what went and should not have: the copy keeps it, and from now on it is left out.

        Raises InvoerOngeldig of what did not go yet.
        """
        if not bevinding.al_weg:
            raise InvoerOngeldig("keuze", "Dit is nog niet weg.", advies="Haal het weg.")
        self._kies(bevinding, Lekkeuze.WEG, GING_TEN_ONRECHTE)

    def neem_terug(self, bevinding: Lekbevinding) -> None:
        """Nothing is chosen about it any more; the log keeps that something was."""
        with self._werkplek.schrijf(Recht.RONDSTUREN, "keuze over een tekst teruggenomen", "casus") as werk:
            werk.raakt(bevinding.casusnummer)
            rij = _rij(werk.sessie, bevinding)
            if rij is not None:
                teken_keuze(self._werkplek, werk.sessie, rij, Lekkeuze.OPEN, "")

    def _kies(self, bevinding: Lekbevinding, keuze: Lekkeuze, reden: str) -> None:
        with self._werkplek.schrijf(Recht.RONDSTUREN, "keuze over een tekst gemaakt", "casus") as werk:
            werk.raakt(bevinding.casusnummer)
            if keuze is Lekkeuze.MAG and not bevinding.kan_mee:
                raise InvoerOngeldig("keuze", BSN_NOOIT, advies="Haal het weg.")
            netjes = regel("reden", reden, MEESTE_REDEN)
            rij = _rij(werk.sessie, bevinding) or Lekoordeel(
                partij_id=bevinding.aan.partij_id,
                lezer=bevinding.aan.lezer,
                casus_id=bevinding.casus_id,
                digest=bevinding.digest,
                begin=bevinding.vondst.begin,
                eind=bevinding.vondst.eind,
                soort=bevinding.vondst.soort,
            )
            teken_keuze(self._werkplek, werk.sessie, rij, keuze, netjes)


def _rij(sessie: Session, bevinding: Lekbevinding) -> Lekoordeel | None:
    vondst = bevinding.vondst
    return sessie.scalars(
        select(Lekoordeel).filter_by(digest=bevinding.digest, begin=vondst.begin, eind=vondst.eind, soort=vondst.soort)
    ).first()
