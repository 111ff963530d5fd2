"""Verslag in concept and plan as an editable file, from the values of their PDF; and the proposal when it comes back.

What was signed is not given out to be changed: of a vastgesteld verslag there is the PDF, and a correction.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from zvh_desktop.documents.word.blokken import documentmerk
from zvh_desktop.documents.word.lezen import lees_terug
from zvh_desktop.documents.word.maken import Wordstuk, bouw_word
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, PartijId, PlanId, PlanStatus, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.services.bewerkbaar.gegevens import Planwissel, Tekstovername, Wordvoorstel
from zvh_desktop.services.bewerkbaar.planvelden import met_doelen_van_nu, met_teksten, planvelden
from zvh_desktop.services.bewerkbaar.voorstel import Veldnu, ankers_van, eis_zoals_getoond, vergelijk
from zvh_desktop.services.casus.plannen import PlanInvoer, PlanService
from zvh_desktop.services.casus.stukken import plan_gegevens
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.stukken.lijsten import LIJST, WORD_GEMAAKT
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_woorden import gedrukte_punten
from zvh_desktop.services.tafel.verslagstukken import notulen_partij, notulen_regie, toets_verslag
from zvh_desktop.services.werkplek.invoer import tekst
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal
from zvh_desktop.services.word.sjablonen import Wordbestand, lees_sjabloon, lees_wordbestand, wordnaam

_VERSLAG: Final = (("beeld", "Beeld"), ("oordeel", "Oordeel"), ("besluit", "Besluit"))


class BewerkbaarService:
    """Use cases on editable files; holds nothing between two acts."""

    def __init__(self, werkplek: Werkplek, plannen: PlanService) -> None:
        self._werkplek = werkplek
        self._plannen = plannen

    # --- verslag ----------------------------------------------------------------------------------

    def verslag(self, overleg_id: OverlegId) -> Wordbestand:
        """The verslag in concept, in full. Raises GebruikersFout when it is vastgesteld, HandtekeningOnjuist."""
        with self._werkplek.schrijf(Recht.CASUS_LEZEN, WORD_GEMAAKT, LIJST, wacht_anders=False) as werk:
            overleg = self._concept(werk.sessie, overleg_id)
            verslag = toets_verslag(self._werkplek, werk.sessie, overleg)
            werk.raakt(_over(Wordsoort.VERSLAG, verslag.punten))
            stuk = Wordstuk(
                notulen_regie(self._werkplek, werk.sessie, overleg, verslag),
                lees_sjabloon(werk.sessie, Wordsoort.VERSLAG),
                self._merk(Wordsoort.VERSLAG, overleg.id),
                ankers_van(_verslagvelden(verslag.punten), self._sleutel()),
                self._sleutel(),
            )
            return Wordbestand(wordnaam("verslag concept", overleg.datum), bouw_word(stuk))

    def verslag_partij(self, overleg_id: OverlegId, partij_id: PartijId) -> Wordbestand:
        """The verslag in concept as this partij may read it; it is built up from its own points, as the PDF is.

        Nothing of it can be taken in again: there are no marks in it. Raises LekOpen, and as ``verslag``.
        """
        with self._werkplek.schrijf(Recht.CASUS_LEZEN, WORD_GEMAAKT, LIJST, wacht_anders=False) as werk:
            overleg = self._concept(werk.sessie, overleg_id)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            verslag = toets_verslag(self._werkplek, werk.sessie, overleg)
            gegevens = notulen_partij(self._werkplek, werk.sessie, overleg, verslag, partij)
            if gegevens is None:
                raise GebruikersFout(
                    f"Voor {partij.naam} is er niets te maken. De partij zit hier bij geen enkele casus rechtmatig "
                    "aan tafel."
                )
            eigen = {punt.casusnummer for punt in gegevens.punten}
            werk.raakt(_over(Wordsoort.VERSLAG_PARTIJ, [p for p in verslag.punten if p.casusnummer in eigen]))
            uit = langs_de_uitgang(self._werkplek, werk.sessie, partij, gegevens)
            stuk = Wordstuk(uit, lees_sjabloon(werk.sessie, Wordsoort.VERSLAG_PARTIJ))
            return Wordbestand(wordnaam("verslag concept", overleg.datum, partij.kort), bouw_word(stuk))

    def lees_verslag(self, overleg_id: OverlegId, pad: Path) -> Wordvoorstel:
        """What changed in a file that came back. Nothing is taken over. Raises InvoerOngeldig, GebruikersFout."""
        terug = lees_terug(lees_wordbestand(pad), self._sleutel())
        with self._werkplek.lees(Recht.VERSLAG_SCHRIJVEN) as sessie:
            overleg = self._concept(sessie, overleg_id)
            velden = _verslagvelden(gedrukte_punten(self._werkplek, sessie, overleg))
            return vergelijk(velden, terug, self._merk(Wordsoort.VERSLAG, overleg.id), self._sleutel())

    def neem_over_in_verslag(self, overleg_id: OverlegId, overnames: tuple[Tekstovername, ...]) -> None:
        """All of these texts, or none. Raises GebruikersFout when one was changed meanwhile."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "verslag uit Word overgenomen", "overleg") as werk:
            overleg = self._concept(werk.sessie, overleg_id)
            werk.raakt(overleg.id)
            eis_te_wijzigen(overleg)
            velden = _verslagvelden(gedrukte_punten(self._werkplek, werk.sessie, overleg))
            for sleutel, wordt in eis_zoals_getoond(velden, overnames).items():
                nummer, _, wat = sleutel.removeprefix("p").partition("_")
                punt = werk.sessie.get_one(Agendapunt, AgendapuntId(int(nummer)))
                match wat:
                    case "beeld":
                        punt.beeld = tekst("beeld", wordt)
                    case "oordeel":
                        punt.oordeelsvorming = tekst("oordeelsvorming", wordt)
                    case _:
                        punt.besluitvorming = tekst("besluitvorming", wordt)

    # --- plan -------------------------------------------------------------------------------------

    def plan(self, plan_id: PlanId) -> Wordbestand:
        """A version of the plan that is a concept. Raises GebruikersFout when it is not, HandtekeningOnjuist."""
        with self._werkplek.schrijf(Recht.CASUS_LEZEN, WORD_GEMAAKT, LIJST, wacht_anders=False) as werk:
            plan = self._conceptplan(werk.sessie, plan_id)
            casus = werk.sessie.get_one(Casus, plan.casus_id)
            werk.raakt(f"{Wordsoort.PLAN}: {casus.nummer}")
            beeld = self._plannen.lees(werk.sessie, plan)
            stuk = Wordstuk(
                plan_gegevens(self._werkplek, werk.sessie, plan, beeld),
                lees_sjabloon(werk.sessie, Wordsoort.PLAN),
                self._merk(Wordsoort.PLAN, plan.id),
                ankers_van(planvelden(beeld), self._sleutel()),
                self._sleutel(),
            )
            return Wordbestand(self.plannaam(plan_id), bouw_word(stuk))

    def lees_plan(self, plan_id: PlanId, pad: Path) -> Wordvoorstel:
        """What changed in a file that came back. Nothing is taken over. Raises InvoerOngeldig, GebruikersFout."""
        terug = lees_terug(lees_wordbestand(pad), self._sleutel())
        with self._werkplek.lees(Recht.PLAN_SCHRIJVEN) as sessie:
            plan = self._conceptplan(sessie, plan_id)
            velden = planvelden(self._plannen.lees(sessie, plan))
            sleutel = self._sleutel()
            met_doelen = met_doelen_van_nu(velden, terug, sleutel)
            return vergelijk(velden, met_doelen, self._merk(Wordsoort.PLAN, plan.id), sleutel)

    def neem_over_in_plan(self, plan_id: PlanId, overnames: tuple[Tekstovername, ...]) -> Planwissel:
        """All of these texts, or none. Raises GebruikersFout when one was changed meanwhile, and as ``bewaar``."""
        wissels: list[Planwissel] = []

        def maak(sessie: Session, plan: PlanVanAanpak) -> PlanInvoer:
            beeld = self._plannen.lees(sessie, plan)
            wordt = met_teksten(beeld.invoer, eis_zoals_getoond(planvelden(beeld), overnames))
            wissels.append(Planwissel(beeld.invoer, wordt))
            return wordt

        self._plannen.werk_bij(plan_id, maak)
        return wissels[-1]

    def zet_plan_terug(self, plan_id: PlanId, wissel: Planwissel) -> None:
        """The plan as it was before these texts. Raises GebruikersFout when it was changed since, as ``bewaar``."""

        def maak(sessie: Session, plan: PlanVanAanpak) -> PlanInvoer:
            if self._plannen.lees(sessie, plan).invoer != wissel.werd:
                raise GebruikersFout(
                    "Het plan is na het overnemen hier gewijzigd. Er is niets teruggezet.",
                    advies="Pas de tekst aan in het plan zelf.",
                )
            return wissel.was

        self._plannen.werk_bij(plan_id, maak)

    # --- the names of the files -------------------------------------------------------------------

    def verslagnaam(self, overleg_id: OverlegId, partij_id: PartijId | None = None) -> str:
        """What the file is called: the day, and for whom it is, and never about whom. Raises GebruikersFout."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            overleg = self._concept(sessie, overleg_id)
            partij = haal(sessie, Partij, partij_id, "Deze partij") if partij_id is not None else None
            return wordnaam("verslag concept", overleg.datum, partij.kort if partij is not None else "")

    def plannaam(self, plan_id: PlanId) -> str:
        """The same of a plan: the day, and a number that keeps plans of two casussen apart."""
        woord = f"{self._werkplek.profiel.termen.plan_van_aanpak} concept"
        return wordnaam(woord, self._werkplek.vandaag(), f"{plan_id:02d}")

    # --- what both need ---------------------------------------------------------------------------

    def _merk(self, soort: Wordsoort, id_: int) -> str:
        return documentmerk(self._werkplek.kluis.kluis_id, soort.value, int(id_))

    def _sleutel(self) -> bytes:
        return self._werkplek.kluis.sleutels.huissleutel(b"zvh-desktop word buiten v2")

    def _concept(self, sessie: Session, overleg_id: OverlegId) -> Overleg:
        overleg = haal(sessie, Overleg, overleg_id, "Dit overleg")
        eis_niet_afgelast(overleg)
        if overleg.verslag_status == VerslagStatus.VASTGESTELD:
            raise GebruikersFout(
                "Het verslag is vastgesteld en ligt daarom vast. Bewerkbaar is alleen een concept.",
                advies="Gebruik de PDF. Klopt er iets niet, kies dan bij Verslag: Corrigeer dit punt.",
            )
        return overleg

    def _conceptplan(self, sessie: Session, plan_id: PlanId) -> PlanVanAanpak:
        plan = haal(sessie, PlanVanAanpak, plan_id, "Dit plan")
        if plan.status != PlanStatus.CONCEPT:
            raise GebruikersFout(
                "Deze versie is vastgesteld en ligt daarom vast. Bewerkbaar is alleen een concept.",
                advies="Gebruik de PDF, of begin een nieuwe versie.",
            )
        return plan


def _over(soort: Wordsoort, punten: Sequence[VerslagPunt]) -> str:
    nummers = [punt.casusnummer for punt in punten if punt.casusnummer]
    return f"{soort}: {' '.join(dict.fromkeys(nummers))}".rstrip()


def _verslagvelden(punten: tuple[VerslagPunt, ...]) -> tuple[Veldnu, ...]:
    """The three texts of each point, in the order in which they are printed."""
    uit = []
    for rij, punt in enumerate(punten, start=1):
        teksten = (punt.tekst.beeld, punt.tekst.oordeelsvorming, punt.tekst.besluitvorming)
        for (wat, woord), inhoud in zip(_VERSLAG, teksten, strict=True):
            naam = f"{punt.nummer}. {punt.titel}: {woord.lower()}"
            uit.append(Veldnu(f"p{punt.id}_{wat}", naam, f"punten.{rij}.{wat}", inhoud, woord))
    return tuple(uit)
