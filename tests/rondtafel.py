"""A vastgesteld verslag of two casussen, for the tests on what is done with it afterwards."""

from __future__ import annotations

from factories import Bureau
from uitgangspunten import uitgangspunt

from zvh_desktop.models.keuzes import AgendapuntId, CasusId, DocumentSoort, OverlegId, VerzendingId
from zvh_desktop.models.keuzes import VerzendingSoort as Soort
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.rondsturen.gegevens import RondstuurRegel, RondstuurVraag
from zvh_desktop.services.rondsturen.rondsturen import RondstuurService
from zvh_desktop.services.tafel.correcties import CorrectieInvoer, CorrectieService
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

GOED = VerslagTekst("Woont in Goeddorp.", "Rustig.", "Zo doorgaan.")


def _leg_aan(
    bureau: Bureau, vast: bool
) -> tuple[tuple[CasusId, CasusId], OverlegId, tuple[AgendapuntId, AgendapuntId]]:
    casussen = (bureau.casus("Testpersoon Een"), bureau.casus("Testpersoon Twee"))
    bureau.contact("Politie", "OM")
    tafel = bureau.tafel(bureau.klok.vandaag)
    punten = (bureau.punt(tafel, casussen[0], "Politie"), bureau.punt(tafel, casussen[1], "Politie", "OM"))
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    soort = bureau.profiel.besluiten[0].sleutel
    for nummer, punt in enumerate(punten):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst(f"Beeldwoord{nummer}", "Rustig.", "Zo doorgaan."))
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, f"Besluitwoord{nummer}"))
    bureau.acties.voeg_toe_bij_punt(punten[1], bureau.actie_invoer("OM", omschrijving="Actiewoord"))
    if vast:
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(tafel)
    return casussen, tafel, punten


class Rond:
    """A vastgesteld verslag of two casussen: Politie sits at both, OM only at the second."""

    def __init__(self, bureau: Bureau, *, vast: bool = True) -> None:
        self.bureau = bureau
        self.casussen, self.tafel, self.punten = uitgangspunt(bureau, _leg_aan, vast)

    @property
    def dienst(self) -> RondstuurService:
        return self.bureau.diensten().rondsturen

    def regel(self, kort: str) -> RondstuurRegel:
        return next(een for een in self.dienst.lijst(Soort.VERSLAG, self.tafel) if een.kort == kort)

    def vraag(self, kort: str) -> RondstuurVraag:
        return RondstuurVraag(Soort.VERSLAG, self.tafel, self.bureau.partij(kort))

    def verstuur(self, *korte_namen: str) -> tuple[VerzendingId, ...]:
        return self.dienst.noteer_verstuurd([self.vraag(kort) for kort in korte_namen])

    def corrigeer(self, nummer: int) -> None:
        self.bureau.alsof_bevestigd()
        CorrectieService(self.bureau.werkplek).corrigeer(
            self.punten[nummer], CorrectieInvoer(GOED, "De woonplaats stond verkeerd.")
        )

    def kopieen(self, kort: str) -> list[tuple[DocumentSoort, int]]:
        rijen = self.bureau.diensten().documenten.uitgegeven(self.tafel)
        return [(rij.soort, rij.versie) for rij in rijen if rij.partij == self.bureau.naam(kort)]

    def termijn(self, dagen: int) -> None:
        werkplek = self.bureau.werkplek
        with self.bureau.kluis.sessies.begin() as sessie:
            invoer = HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid", reactie_dagen=dagen)
            bewaar_instellingen(sessie, werkplek, invoer)

    def mail(self, kort: str) -> str:
        return f"balie{self.bureau.partij(kort)}@voorbeeld.invalid"

    def vandaag(self) -> list[str]:
        return [regel.zin for regel in self.bureau.diensten().vandaag.toon().regels]
