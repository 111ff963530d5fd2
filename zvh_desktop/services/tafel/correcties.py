"""Correct a vastgesteld verslag: one point, with the reason, signed at once as a new version.

The earlier version is kept as it was signed. What had effect does not change here: another kind of besluit is a new
decision of an overleg, and an actie that is no longer needed is let go by its own state.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig
from zvh_desktop.models.keuzes import AgendapuntId, BesluitId, OverlegId, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg, VerslagCorrectie
from zvh_desktop.models.uitkomst import Besluit
from zvh_desktop.services.casus.acties import eis_stoel
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.tafel.verslag_getekend import VERSLAG, correctie_inhoud, getekende_inhoud, verslag_inhoud
from zvh_desktop.services.tafel.verslag_lezen import verslag_punten
from zvh_desktop.services.tafel.verslag_versies import VerslagVersie, lees_versies
from zvh_desktop.services.tafel.verslag_woorden import corrigeer_woorden, gedrukte_punten
from zvh_desktop.services.werkplek.invoer import tekst, verplicht
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal


@dataclass(frozen=True, slots=True)
class CorrectieInvoer:
    """How the point has to read. A besluit that is left out stays as it is."""

    tekst: VerslagTekst
    reden: str
    besluiten: tuple[tuple[BesluitId, BesluitInvoer], ...] = ()


@dataclass(frozen=True, slots=True)
class Gecorrigeerd:
    """The version that was made, and the partijen that may have it: those whose seat at this point holds now."""

    versie: int
    partijen: tuple[str, ...]


class CorrectieService:
    """Use cases on the versions of a verslag."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def versies(self, overleg_id: OverlegId) -> tuple[VerslagVersie, ...]:
        """Every signed version, the newest first, each verified. Raises HandtekeningOnjuist, NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
            VERSLAG.verifieer(self._werkplek, sessie, overleg)
            punten = gedrukte_punten(self._werkplek, sessie, overleg)
            return lees_versies(self._werkplek, sessie, overleg, punten)

    def corrigeer(self, punt_id: AgendapuntId, invoer: CorrectieInvoer) -> Gecorrigeerd:
        """The procesregisseur signs this verslag anew, with one point corrected and the reason why.

        Raises GebruikersFout when it is not vastgesteld, InvoerOngeldig (no reason, nothing changed, another kind of
        besluit), RegelGeweigerd (the gate), HandtekeningOnjuist when the version before is not what was signed, and
        at the end BevestigingNodig.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_VASTSTELLEN, "verslag gecorrigeerd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            overleg = punt.overleg
            werk.raakt(overleg.id)
            eerder = overleg.vaststelling_verklaring
            if overleg.verslag_status != VerslagStatus.VASTGESTELD or eerder is None or not overleg.casuistiek:
                raise GebruikersFout(
                    "Alleen een vastgesteld verslag van een overleg met casussen wordt gecorrigeerd.",
                    advies="Zolang het een concept is, wijzigt u het gewoon.",
                )
            reden = tekst("reden", invoer.reden).strip()
            verplicht("reden", reden, "Schrijf op waarom u dit corrigeert.")
            VERSLAG.verifieer(self._werkplek, werk.sessie, overleg)
            eerder_inhoud = getekende_inhoud(self._werkplek, werk.sessie, overleg)
            voor = verslag_inhoud(verslag_punten(self._werkplek, werk.sessie, overleg))
            # the database keeps a vastgesteld verslag as it is (migration 0002): open within this transaction only
            overleg.verslag_status = VerslagStatus.CONCEPT
            werk.sessie.flush()
            self._pas_toe(werk.sessie, punt, invoer)
            werk.sessie.flush()
            overleg.verslag_status = VerslagStatus.VASTGESTELD
            if verslag_inhoud(verslag_punten(self._werkplek, werk.sessie, overleg)) == voor:
                raise InvoerOngeldig("beeld", "Er is niets gewijzigd: er is dus niets om te corrigeren.")
            self._werkplek.eis_bevestiging()
            eerder_woorden = overleg.verslag_woorden
            corrigeer_woorden(self._werkplek, werk.sessie, overleg, punt.id)
            overleg.verslag_versie += 1
            nummer = VERSLAG.teken(
                self._werkplek, werk.sessie, overleg, correctie_inhoud(punt.id, reden, vervangt=eerder)
            )
            werk.sessie.add(
                VerslagCorrectie(
                    overleg_id=overleg.id,
                    agendapunt_id=punt.id,
                    versie=overleg.verslag_versie,
                    reden=reden,
                    verklaring_nummer=nummer,
                    eerder_verklaring=eerder,
                    eerder_inhoud=eerder_inhoud,
                    eerder_woorden=eerder_woorden,
                )
            )
            zittend = geldige_deelnames(self._werkplek, werk.sessie, punt)
            return Gecorrigeerd(overleg.verslag_versie, tuple(partij.naam for _, partij in zittend))

    def _pas_toe(self, sessie: Session, punt: Agendapunt, invoer: CorrectieInvoer) -> None:
        punt.beeld = tekst("beeld", invoer.tekst.beeld)
        punt.oordeelsvorming = tekst("oordeelsvorming", invoer.tekst.oordeelsvorming)
        punt.besluitvorming = tekst("besluitvorming", invoer.tekst.besluitvorming)
        for besluit_id, gewenst in invoer.besluiten:
            rij = haal(sessie, Besluit, besluit_id, "Dit besluit")
            if rij.agendapunt_id != punt.id:
                raise InvoerOngeldig("besluit", "Dit besluit hoort bij een ander punt.")
            if gewenst.soort != rij.soort:
                raise InvoerOngeldig(
                    "soort",
                    "Een ander soort besluit is geen correctie: het besluit heeft al gevolgen gehad.",
                    advies="Neem in een volgend overleg een nieuw besluit.",
                )
            if gewenst.belegd_bij is not None:
                eis_stoel(self._werkplek, sessie, punt, gewenst.belegd_bij)
            rij.omschrijving = tekst("omschrijving", gewenst.omschrijving)
            rij.conditie = tekst("conditie", gewenst.conditie)
            rij.informering = tekst("informering", gewenst.informering)
            rij.belegd_bij_id = gewenst.belegd_bij
