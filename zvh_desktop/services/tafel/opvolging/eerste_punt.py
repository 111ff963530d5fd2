"""'Vaststellen verslag' of the overleg before: proposed as the first point, and what the table said of it.

The point is of the house itself, as every point without a casus. A partij reads on its own agenda and notulen that this
verslag is settled only when it has a part of its own in it (verslag_voor_partij.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, VerslagOordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.services.tafel.agenda_gegevens import MINUTEN_PER_ONDERWERP
from zvh_desktop.services.tafel.casuspunt import eis_agenda_open
from zvh_desktop.services.tafel.eerder.vorig_verslag import onderwerp_van, voor_te_stellen
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_OPEN = (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)


@dataclass(frozen=True, slots=True)
class EerstePuntVoorstel:
    """Which verslag can be the first point of an agenda."""

    overleg_id: OverlegId
    datum: date
    onderwerp: str


class EerstePuntService:
    """Use cases on the verslag of the overleg before."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def voorstel(self, overleg_id: OverlegId) -> EerstePuntVoorstel | None:
        """What to put first on this agenda; nothing when it stands there, was settled, or the agenda is closed."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            vorig = voor_te_stellen(sessie, overleg) if overleg.status in _OPEN else None
            return EerstePuntVoorstel(vorig.id, vorig.datum, onderwerp_van(vorig)) if vorig is not None else None

    def zet(self, overleg_id: OverlegId) -> AgendapuntId:
        """Put it first. Raises GebruikersFout when the agenda is closed or there is no such verslag."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "vaststellen verslag op de agenda gezet", "overleg") as werk:
            werk.raakt(overleg_id)
            overleg = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_agenda_open(overleg)
            vorig = voor_te_stellen(werk.sessie, overleg)
            if vorig is None:
                raise GebruikersFout("Er is geen verslag van een vorig overleg dat nog aan tafel moet komen.")
            for volgorde, punt in enumerate(overleg.agendapunten, start=1):
                punt.volgorde = volgorde
            eerste = Agendapunt(
                overleg_id=overleg.id,
                volgorde=0,
                minuten=MINUTEN_PER_ONDERWERP,
                onderwerp=onderwerp_van(vorig),
                verslag_van_id=vorig.id,
            )
            werk.sessie.add(eerste)
            werk.sessie.flush()
            werk.sessie.expire(overleg, ["agendapunten"])
            return eerste.id

    def leg_vast(self, punt_id: AgendapuntId, oordeel: VerslagOordeel) -> VerslagOordeel:
        """What the table said of that verslag; returns what stood there. ``GEEN`` takes it away.

        Raises InvoerOngeldig at another point, GebruikersFout before the overleg or once its verslag is vastgesteld.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "oordeel over verslag vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            eis_te_wijzigen(punt.overleg)
            if punt.verslag_van_id is None:
                raise InvoerOngeldig("punt", "Bij dit punt wordt geen verslag vastgesteld.")
            if punt.overleg.status != OverlegStatus.GEHOUDEN:
                raise GebruikersFout("Het overleg is nog niet begonnen.", advies="Start eerst een punt bij stap 3.")
            stond = punt.verslag_oordeel
            punt.verslag_oordeel = oordeel
            return stond
