"""One person in two casussen, with a word of its own in every kind of text, and everything that is sent about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from demo_lezen import bladen_van
from factories import Bureau
from uitgangspunten import uitgangspunt

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.informatiekeuzes import Regime
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningId, Aard, ItemSoort, VerzoekId, VerzoekSoort
from zvh_desktop.models.keuzes import AgendapuntId, CasusId, DocumentSoort, OverlegId, PlanId
from zvh_desktop.services.casus.plannen import PlanInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.informatie.items import InformatieInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

NAAM = "Testpersoon Eenhoorn"
ANDER = "Verzonnen Tweelicht"
GEBOREN = Geboortedatum(1990, 5, 17)
WOORDEN = {
    ItemSoort.BIJDRAGE: "Kanariebijdrage over wonen",
    ItemSoort.AGENDAPUNT: "Kanariebeeld van de situatie",
    ItemSoort.BESLUIT: "Kanariebesluit met uitleg",
    ItemSoort.ACTIE: "Kanarieactie om te bellen",
    ItemSoort.PLANDOEL: "Kanariedoel in het plan",
    ItemSoort.PLANROL: "Kanarierol begeleidt thuis",
    ItemSoort.PLAN: "Kanariecriterium halfjaar rustig",
    ItemSoort.INFORMATIE: "Kanarieinformatie paarse regenjas",
}


def lees(pdf: bytes) -> str:
    """The text of all pages, on one line; of a document that is the same as before it is not worked out again."""
    return " ".join(" ".join(bladen_van(pdf)).split())


def _leg_aan(bureau: Bureau) -> tuple[CasusId, CasusId, CasusId, OverlegId, AgendapuntId, PlanId]:
    diensten = bureau.diensten()
    bureau.contact("Politie", "OM", "GGD")
    with bureau.kluis.sessies.begin() as sessie:
        bewaar_instellingen(sessie, bureau.werkplek, HuisInstellingen(afzender_email="balie@voorbeeld.invalid"))
    een, twee, los = bureau.casus(NAAM), bureau.casus(f"  {NAAM.upper()} "), bureau.casus("Iemand Anders")
    diensten.informatie.voeg_toe(
        een,
        InformatieInvoer(
            bureau.partij("Politie"),
            Regime.AVG,
            "Waarneming",
            f"{WOORDEN[ItemSoort.INFORMATIE]}, gezien door {ANDER}.",
            "Alleen lezen.",
            ontvangen_wijze="post",
        ),
        None,
    )
    tafel = bureau.tafel(bureau.klok.vandaag)
    punt = bureau.punt(tafel, een, "Politie", "OM")
    ander = bureau.punt(tafel, los, "GGD")
    bureau.agenda.vraag_bijdrage(punt, bureau.partij("OM"), WOORDEN[ItemSoort.BIJDRAGE])
    bureau.akkoord(tafel)
    diensten.uitnodigingen.bereid_voor(tafel)
    bureau.gehouden(tafel)
    bureau.verslagen.bewaar_tekst(punt, VerslagTekst(WOORDEN[ItemSoort.AGENDAPUNT], "oordeel", "besluit"))
    soort = bureau.profiel.besluiten[-1].sleutel
    om = bureau.partij("OM")
    bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, WOORDEN[ItemSoort.BESLUIT], belegd_bij=om))
    bureau.verslagen.voeg_besluit_toe(ander, BesluitInvoer(soort, belegd_bij=bureau.partij("GGD")))
    bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer("Politie", omschrijving=WOORDEN[ItemSoort.ACTIE]))
    bureau.verslagen.stel_vast(tafel)
    plan = bureau.plannen.begin(een)
    bureau.plannen.bewaar(plan, _plan(bureau))
    bureau.plannen.stel_vast(plan)
    return een, twee, los, tafel, punt, plan


def _plan(bureau: Bureau) -> PlanInvoer:
    invoer = bureau.plan_invoer("Politie", afschalingscriteria=WOORDEN[ItemSoort.PLAN])
    (doel,), (rol,) = invoer.doelen, invoer.rollen
    return replace(
        invoer,
        doelen=(replace(doel, doel=WOORDEN[ItemSoort.PLANDOEL]),),
        rollen=(replace(rol, rol=WOORDEN[ItemSoort.PLANROL]),),
    )


class Zaak:
    """``een`` was discussed and has a plan; ``twee`` is about the same person, in other words of the name."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.een, self.twee, self.los, self.tafel, self.punt, self.plan = uitgangspunt(bureau, _leg_aan)
        self.diensten = bureau.diensten()
        self.dienst = VerzoekService(bureau.werkplek)

    def verzoek(self, soort: VerzoekSoort = VerzoekSoort.INZAGE, op: date | None = None) -> VerzoekId:
        """Received, identified, and both rows confirmed to be this person."""
        vandaag = self.bureau.klok.vandaag
        id_ = self.dienst.leg_vast(
            VerzoekInvoer(soort, op or vandaag, NAAM, "", "Ik wil het weten.", "paspoort gezien aan de balie", vandaag)
        )
        self.bevestig(id_)
        return id_

    def bevestig(self, verzoek: VerzoekId) -> None:
        """Say which rows are this person: those of whom both are the same."""
        zelfde = [een.id for een in self.dienst.personen(verzoek, NAAM, GEBOREN) if een.zelfde]
        self.dienst.bevestig_personen(verzoek, zelfde)

    def item(self, verzoek: VerzoekId, soort: ItemSoort) -> int:
        """The item in which the word of this kind stands."""
        woord = WOORDEN.get(soort, "")
        return next(
            een.item_id for een in self.dienst.inzage.items(verzoek) if een.soort is soort and woord in een.tekst
        )

    def zet(self, verzoek: VerzoekId, soort: ItemSoort, aard: Aard, tekst: str = "Dat klopt niet.") -> AantekeningId:
        """Something beside that item."""
        item = self.item(verzoek, soort)
        self.bureau.alsof_bevestigd()
        return self.dienst.aantekeningen.zet(verzoek, AantekeningInvoer(soort, item, aard, tekst))

    def stukken(self) -> Iterator[tuple[str, str]]:
        """Every document that can be made now, for whom, and its text."""
        documenten = self.diensten.documenten
        vragen = (*documenten.agendastukken(self.tafel), *documenten.verslagstukken(self.tafel))
        for stuk in (*documenten.maak_alle(vragen), documenten.plan(self.plan)):
            yield f"{stuk.soort.value} {stuk.partij}", lees(stuk.inhoud)
        for regel in self.diensten.uitnodigingen.lijst(self.tafel):
            brief = self.diensten.uitnodigingen.stukken(regel.id).brief
            yield f"{DocumentSoort.UITNODIGING.value} {brief.partij}", lees(brief.inhoud)
