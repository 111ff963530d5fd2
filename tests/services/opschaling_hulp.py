"""A casus in a house with opschaling, with a plan, acties and information, up to where a test wants it."""

from __future__ import annotations

from factories import Bureau
from uitgangspunten import uitgangspunt

from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.opschalingkeuzes import AkkoordWijze
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, InformatieItemId, OverlegId, PartijId, PartijSoort
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingInvoer
from zvh_desktop.services.opschaling.beeld import AkkoordInvoer, OpschalingBeeld, OpschalingInvoer
from zvh_desktop.services.regelboek.informatie import SchriftelijkeToestemming
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer

INVOER = OpschalingInvoer(
    "De hulp hier volstaat niet: het speelt in drie gemeenten.",
    "Twee keer opnieuw geprobeerd zonder resultaat.",
    "Neem de procesregie over en plan een regionaal overleg.",
)
AKKOORD = AkkoordInvoer("R. Regiovoorbeeld", "procesregisseur regio", AkkoordWijze.BEVEILIGDE_MAIL, kenmerk="OEF-77")
TEKST = "Verzonnen waarneming: groene fiets bij de sluis."


def _leg_aan(bureau: Bureau, *drie: str) -> tuple[CasusId, OverlegId, AgendapuntId]:
    casus, overleg = bureau.casus(), bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(overleg, casus, *drie)
    bureau.akkoord(overleg)
    bureau.gehouden(overleg)
    return casus, overleg, punt


class Opschaling:
    """``een``, ``twee`` and ``drie`` may be at the casus; the first two have a role and an actie."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        korte = [regel.kort for regel in sorted(bureau.partijen.lijst(), key=lambda regel: regel.id)]
        self.een, self.twee, self.drie, self.vreemd = korte[0], korte[9], korte[15], korte[20]
        self.casus, self.overleg, self.punt = uitgangspunt(bureau, _leg_aan, self.een, self.twee, self.drie)
        self.diensten: Diensten = bureau.diensten()
        self.soort = bureau.profiel.besluiten_tot("opschaling")[0]

    @property
    def huis(self) -> str:
        """The other house, by its full name."""
        naar = self.bureau.profiel.opschaling
        assert naar is not None
        return naar.naar

    @property
    def kort(self) -> str:
        """The other house, by its short name."""
        naar = self.bureau.profiel.opschaling
        assert naar is not None
        return naar.naar_kort

    def beeld(self) -> OpschalingBeeld:
        """As it is shown now."""
        return self.bureau.opschalingen.toon(self.casus)

    def fase(self) -> str:
        """Where the casus is."""
        return self.bureau.casussen.toon(self.casus).fase_sleutel

    def met_plan(self) -> Opschaling:
        """A plan that is vastgesteld, and an actie for the first two."""
        self.bureau.alsof_bevestigd()
        plan = self.bureau.plannen.begin(self.casus)
        self.bureau.plannen.bewaar(plan, self.bureau.plan_invoer(self.een, self.twee))
        self.bureau.plannen.stel_vast(plan)
        for kort in (self.een, self.twee):
            actie = self.bureau.actie_invoer(kort, omschrijving=f"Verzonnen actie voor {kort}.")
            self.bureau.acties.voeg_toe_bij_casus(self.casus, actie)
        return self

    def in_verslag(self) -> Opschaling:
        """The overleg decided it, in a vastgesteld verslag."""
        self.bureau.alsof_bevestigd()
        self.bureau.verslagen.voeg_besluit_toe(
            self.punt, BesluitInvoer(self.soort.sleutel, "De casus gaat naar de regio.", belegd_bij=self.id(self.twee))
        )
        self.bureau.verslagen.stel_vast(self.overleg)
        return self

    def besloten(self) -> Opschaling:
        """Written down and signed."""
        self.in_verslag()
        self.bureau.opschalingen.bewaar(self.casus, INVOER)
        self.bureau.opschalingen.besluit(self.casus)
        return self

    def met_akkoord(self) -> Opschaling:
        """The other house agreed."""
        self.besloten()
        self.bureau.opschalingen.leg_akkoord_vast(self.casus, AKKOORD)
        return self

    def id(self, kort: str) -> PartijId:
        """The id of a partij."""
        return self.bureau.partij(kort)

    def derde(self) -> PartijId:
        """The other house in the register."""
        (gevonden,) = (p for p in self.bureau.partijen.lijst() if p.naam == self.huis)
        assert gevonden.soort is PartijSoort.DERDE
        return gevonden.id

    def item(self, kort: str, titel: str, tekst: str = TEKST, bijlage: Bijlage | None = None) -> InformatieItemId:
        """Information of this partij."""
        invoer = InformatieInvoer(self.id(kort), Regime.AVG, titel, tekst, "Alleen voor deze casus.")
        return self.diensten.informatie.voeg_toe(self.casus, invoer, bijlage)

    def verstrek(self, kort: str, *items: InformatieItemId, derde: PartijId | None = None) -> None:
        """A verstrekking of these items, with written consent of this partij."""
        toestemming = SchriftelijkeToestemming(self.bureau.klok.vandaag, "OEF-12", "T. Testpersoon")
        self.diensten.verstrekkingen.leg_vast(
            self.casus,
            VerstrekkingInvoer(
                derde or self.derde(), self.id(kort), "Het stuk.", "verzonnen grondslag", toestemming, items=items
            ),
        )
