"""Every act at one point of the verslag, with its way back: who was there, besluiten and acties."""

from __future__ import annotations

from functools import partial

from zvh_desktop.models.keuzes import Aanwezigheid, ActieId, AgendapuntId, BesluitId
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST
from zvh_desktop.services.casus.acties import ActieInvoer, ActieRegel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.verslag_gegevens import AanwezigeRegel, BesluitInvoer, BesluitRegel
from zvh_desktop.services.tafel.voorzitter.stoeltijden import Stoeltijden
from zvh_desktop.ui.ongedaan import Omkeerbaar
from zvh_desktop.ui.pages.tafel.loop.tafelhandelingen import Tafelhandeling
from zvh_desktop.ui.pages.tafel.puntongedaan import Omzetting, Rijen, Toevoeging, Weghaling, Wijziging


class Punthandelingen:
    """Makes them; who asked does them. Taken away and put back a besluit or actie is still the same one here."""

    def __init__(self, diensten: Diensten) -> None:
        self._verslagen, self._acties, self._loop = diensten.verslagen, diensten.acties, diensten.tafelloop
        self._besluitrijen, self._actierijen = Rijen[BesluitId](), Rijen[ActieId]()

    def vergeet(self) -> None:
        """Together with what can be undone."""
        self._besluitrijen.maak_leeg()
        self._actierijen.maak_leeg()

    def aanwezigheid(self, punt_id: AgendapuntId, regel: AanwezigeRegel, wat: Aanwezigheid) -> Omkeerbaar:
        """This partij was present in another way."""
        zet = partial(self._verslagen.zet_aanwezigheid, punt_id, regel.partij_id)
        zin = f"{regel.partij} staat nu op {AANWEZIGHEID_TEKST[wat]}."
        return Omzetting(zin, partial(zet, wat), partial(zet, regel.aanwezigheid))

    def komt_binnen(self, punt_id: AgendapuntId, regel: AanwezigeRegel) -> Omkeerbaar:
        """This partij comes to the table now."""
        doe = partial(self._loop.laat_binnen, punt_id, regel.partij_id)
        return Tafelhandeling(f"{regel.partij} is aan tafel.", doe, self._loop.zet_stoel_terug)

    def gaat_weg(self, punt_id: AgendapuntId, regel: AanwezigeRegel) -> Omkeerbaar:
        """This partij leaves the table now."""
        doe = partial(self._loop.laat_gaan, punt_id, regel.partij_id)
        return Tafelhandeling(f"{regel.partij} is van tafel.", doe, self._loop.zet_stoel_terug)

    def tijden(self, punt_id: AgendapuntId, regel: AanwezigeRegel, was: Stoeltijden, wordt: Stoeltijden) -> Omkeerbaar:
        """This partij came or left at another time than was written down."""
        zet = partial(self._loop.voorzitter.verbeter_tijden, punt_id, regel.partij_id)
        return Omzetting(f"De tijd van {regel.partij} is verbeterd.", partial(zet, wordt), partial(zet, was))

    def afgevaardigde(self, punt_id: AgendapuntId, regel: AanwezigeRegel, wie: str) -> Omkeerbaar:
        """Somebody else sat there for this partij."""
        zet = partial(self._verslagen.zet_aanwezigheid, punt_id, regel.partij_id, regel.aanwezigheid)
        zin = f"De afgevaardigde van {regel.partij} is gewijzigd."
        return Omzetting(zin, partial(zet, wie), partial(zet, regel.afgevaardigde))

    def besluit_erbij(self, punt_id: AgendapuntId, soort: str) -> Omkeerbaar:
        """A besluit was taken."""
        voeg_toe = partial(self._verslagen.voeg_besluit_toe, punt_id, BesluitInvoer(soort))
        return Toevoeging[BesluitId](
            "Het besluit is toegevoegd.", self._besluitrijen, self._verslagen.verwijder_besluit, voeg_toe
        )

    def besluit_weg(self, punt_id: AgendapuntId, regel: BesluitRegel) -> Omkeerbaar:
        """This besluit was not taken."""
        return Weghaling[BesluitId](
            f"Het besluit {regel.naam} is weggehaald.",
            self._besluitrijen.met(regel.id),
            self._verslagen.verwijder_besluit,
            partial(self._verslagen.voeg_besluit_toe, punt_id, regel.invoer),
        )

    def besluit_anders(self, regel: BesluitRegel, nieuw: BesluitInvoer) -> Omkeerbaar:
        """This besluit, as it was changed in the dialog."""
        zin = f"Het besluit {regel.naam} is gewijzigd."
        rij = self._besluitrijen.met(regel.id)
        return Wijziging(zin, rij, self._verslagen.wijzig_besluit, nieuw=nieuw, was=regel.invoer)

    def actie_erbij(self, punt_id: AgendapuntId, invoer: ActieInvoer) -> Omkeerbaar:
        """An actie was agreed."""
        voeg_toe = partial(self._acties.voeg_toe_bij_punt, punt_id, invoer)
        return Toevoeging[ActieId]("De actie is toegevoegd.", self._actierijen, self._acties.verwijder, voeg_toe)

    def actie_weg(self, punt_id: AgendapuntId, regel: ActieRegel) -> Omkeerbaar:
        """This actie was not agreed."""
        return Weghaling[ActieId](
            "De actie is weggehaald.",
            self._actierijen.met(regel.id),
            self._acties.verwijder,
            partial(self._acties.voeg_toe_bij_punt, punt_id, regel.invoer),
        )

    def actie_anders(self, regel: ActieRegel, nieuw: ActieInvoer) -> Omkeerbaar:
        """This actie, as it was changed in the dialog."""
        rij = self._actierijen.met(regel.id)
        return Wijziging("De actie is gewijzigd.", rij, self._acties.wijzig, nieuw=nieuw, was=regel.invoer)
