"""How a meeting at tactical or strategic level decides: agree first, vote, hear who is absent, and deadlock.

What may be recorded is decided by the rules in bestuurregels.py with the voting rule of the profile; the outcome is
counted, never typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.bestuur import OverlegBesluit, OverlegBesluitRaakt, OverlegStem
from zvh_desktop.models.bestuurskeuzes import BesluitUitkomst, Stem
from zvh_desktop.models.keuzes import AgendapuntId, LidId, OverlegBesluitId, OverlegStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.services.bestuur.gegevens import VoorstelInvoer
from zvh_desktop.services.bestuur.leden import lees_leden
from zvh_desktop.services.bestuur.lezen import (
    eis_besluit_mogelijk,
    eis_doet_mee,
    eis_geen_casusgegevens,
    eis_wijzigbaar,
    haal_bestuur,
    soort_van,
    stemmers,
)
from zvh_desktop.services.regelboek.bestuur import Uitslag, meerderheid, patstelling
from zvh_desktop.services.regelboek.stemming import tel_stemmen
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import regel, tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_Stap = Callable[[Session, Overleg, Huisprofiel, Overlegsoort, OverlegBesluit], Uitslag]


class BesluitvormingService:
    """Use cases on the proposals of one meeting without casussen."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def leg_voor(self, punt_id: AgendapuntId, invoer: VoorstelInvoer) -> OverlegBesluitId:
        """Put a proposal at a point; also before the meeting. Raises InvoerOngeldig, RegelGeweigerd for case data."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorstel vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            overleg = haal_bestuur(werk.sessie, punt.overleg_id)
            werk.raakt(overleg.id)
            rij = OverlegBesluit(agendapunt_id=punt.id, uitkomst=BesluitUitkomst.OPEN)
            self._vul(werk.sessie, overleg, rij, invoer)
            werk.sessie.add(rij)
            werk.sessie.flush()
            return rij.id

    def wijzig(self, besluit_id: OverlegBesluitId, invoer: VoorstelInvoer) -> None:
        """Change a proposal that is still open. Raises InvoerOngeldig, GebruikersFout, RegelGeweigerd."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorstel gewijzigd", "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            if rij.uitkomst not in (BesluitUitkomst.OPEN, BesluitUitkomst.AANGEHOUDEN):
                raise GebruikersFout(
                    "Over dit voorstel is al besloten.", advies="Open het voorstel opnieuw om het te wijzigen."
                )
            self._vul(werk.sessie, overleg, rij, invoer)

    def verwijder(self, besluit_id: OverlegBesluitId) -> VoorstelInvoer:
        """Take a proposal away; returns what it said, so that it can be put back."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorstel verwijderd", "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            weg = VoorstelInvoer(rij.voorstel, rij.toelichting, tuple(deel.partij_id for deel in rij.raakt), rij.over)
            eis_los(werk.sessie, rij, "Dit voorstel", "Houd het voorstel aan.")
            werk.sessie.delete(rij)
            return weg

    def leg_consensus_vast(self, besluit_id: OverlegBesluitId, *, bereikt: bool) -> Uitslag:
        """Record whether the meeting agrees; if not, a vote becomes possible where the house votes.

        Rules ``meerderheid``, ``afwezige_vooraf_gehoord``, ``patstelling``. Raises RegelGeweigerd, GebruikersFout.
        """

        def stap(
            _sessie: Session, _overleg: Overleg, profiel: Huisprofiel, soort: Overlegsoort, rij: OverlegBesluit
        ) -> Uitslag:
            rij.consensus = bereikt
            return meerderheid(profiel, soort, consensus=bereikt)

        return self._besluit("consensus vastgelegd", besluit_id, stap, alleen_als=bereikt)

    def leg_stemmen_vast(self, besluit_id: OverlegBesluitId, stemmen: Mapping[LidId, Stem]) -> Uitslag:
        """Record the votes of the members at the table, one a seat, and count them.

        Rules ``meerderheid``, ``afwezige_vooraf_gehoord``, ``patstelling``. Raises RegelGeweigerd, InvoerOngeldig.
        """

        def stap(
            sessie: Session, overleg: Overleg, profiel: Huisprofiel, soort: Overlegsoort, rij: OverlegBesluit
        ) -> Uitslag:
            leden = lees_leden(sessie, overleg.id)
            uitslag = tel_stemmen(profiel, soort, stemmers(soort, leden), stemmen, consensus=rij.consensus)
            for partij_id in {lid.partij_id for lid in leden if lid.id in stemmen} - {None}:
                eis_doet_mee(profiel, sessie.get_one(Partij, partij_id), overleg.datum)
            rij.consensus = False
            rij.stemmen = [OverlegStem(lid_id=lid_id, stem=stem) for lid_id, stem in stemmen.items()]
            return uitslag

        return self._besluit("stemmen vastgelegd", besluit_id, stap)

    def houd_aan(self, besluit_id: OverlegBesluitId) -> None:
        """Put the proposal off: it comes back in a later meeting."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorstel aangehouden", "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            _maak_open(rij)
            rij.uitkomst = BesluitUitkomst.AANGEHOUDEN

    def open_opnieuw(self, besluit_id: OverlegBesluitId) -> None:
        """Forget agreement, votes and outcome, because something was recorded wrongly or the talk goes on."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "voorstel opnieuw geopend", "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            _maak_open(rij)

    def leg_beslissing_elders_vast(self, besluit_id: OverlegBesluitId, beslissing: str) -> None:
        """Record what was decided by whom the profile names, after a deadlock. Raises RegelGeweigerd otherwise."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "beslissing elders vastgelegd", "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            soort = soort_van(self._werkplek, werk.sessie, overleg, rij)
            patstelling(profiel, soort, rij.uitkomst, elders=True)
            netjes = verplicht("elders", tekst("elders", beslissing).strip(), "Vul in wat er is besloten.")
            eis_geen_casusgegevens(self._werkplek, werk.sessie, overleg, netjes)
            rij.elders = netjes

    def _besluit(
        self, handeling: str, besluit_id: OverlegBesluitId, stap: _Stap, *, alleen_als: bool = True
    ) -> Uitslag:
        """Every way to decide goes through here: held, not vastgesteld, absent members heard, not in deadlock.

        ``alleen_als`` False is for a step that decides nothing, so that nobody has to be heard for it.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, handeling, "overleg") as werk:
            overleg, rij = _haal(werk.sessie, besluit_id)
            werk.raakt(overleg.id)
            eis_wijzigbaar(overleg)
            if overleg.status != OverlegStatus.GEHOUDEN:
                raise GebruikersFout(
                    "Dit overleg is nog niet begonnen. Besluiten legt u daarna vast.", advies="Kies Overleg begint."
                )
            profiel = self._werkplek.profiel_van(werk.sessie, overleg)
            soort = soort_van(self._werkplek, werk.sessie, overleg, rij)
            if alleen_als:
                eis_besluit_mogelijk(profiel, soort, lees_leden(werk.sessie, overleg.id), rij)
            else:
                patstelling(profiel, soort, rij.uitkomst, elders=False)
            _maak_open(rij, houd_consensus=True)
            werk.sessie.flush()
            uitslag = stap(werk.sessie, overleg, profiel, soort, rij)
            rij.uitkomst = uitslag.uitkomst
            if uitslag.uitkomst is BesluitUitkomst.PATSTELLING:
                rij.beslist_door = patstelling(profiel, soort, uitslag.uitkomst, elders=True).zin
            return uitslag

    def _vul(self, sessie: Session, overleg: Overleg, rij: OverlegBesluit, invoer: VoorstelInvoer) -> None:
        eis_wijzigbaar(overleg)
        voorstel = verplicht("voorstel", regel("voorstel", invoer.voorstel), "Vul in wat er wordt voorgesteld.")
        toelichting = tekst("toelichting", invoer.toelichting)
        leden = {lid.partij_id for lid in lees_leden(sessie, overleg.id)}
        if not set(invoer.raakt) <= leden:
            raise InvoerOngeldig("raakt", "Kies alleen leden van dit overleg.")
        eis_geen_casusgegevens(self._werkplek, sessie, overleg, voorstel, toelichting)
        rij.voorstel, rij.toelichting, rij.over = voorstel, toelichting, invoer.over
        nu = {deel.partij_id: deel for deel in rij.raakt}
        rij.raakt = [
            nu.get(partij_id) or OverlegBesluitRaakt(partij_id=partij_id) for partij_id in dict.fromkeys(invoer.raakt)
        ]


def _haal(sessie: Session, besluit_id: OverlegBesluitId) -> tuple[Overleg, OverlegBesluit]:
    rij = haal(sessie, OverlegBesluit, besluit_id, "Dit voorstel")
    punt = sessie.get_one(Agendapunt, rij.agendapunt_id)
    return haal_bestuur(sessie, punt.overleg_id), rij


def _maak_open(rij: OverlegBesluit, *, houd_consensus: bool = False) -> None:
    rij.uitkomst = BesluitUitkomst.OPEN
    rij.stemmen.clear()
    rij.beslist_door = rij.elders = ""
    if not houd_consensus:
        rij.consensus = None
