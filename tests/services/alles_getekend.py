"""A vault with a signed row of every kind that Twente has; who attacks one works on a copy of it."""

from __future__ import annotations

from factories import Bureau
from overlegleden import alleen_partijen

from zvh_desktop.models.keuzes import CasusId, OverlegId, PlanId
from zvh_desktop.services.bestuur.besluitvorming import BesluitvormingService
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.bestuur.overleggen import OverleggenService
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

CASUS, ANDERE, GESLOTEN = CasusId(1), CasusId(2), CasusId(3)
TAFEL, BESTUUR, KOMEND = OverlegId(1), OverlegId(2), OverlegId(3)
PLAN = PlanId(1)


def onderteken_alles(bureau: Bureau) -> None:
    """A vault with a signed row of every kind that Twente has."""
    casussen = [bureau.casus(naam) for naam in ("J. Oefenman", "M. Voorbeeld", "T. Testpersoon")]
    assert casussen == [CASUS, ANDERE, GESLOTEN]
    tafel = bureau.tafel(bureau.klok.vandaag)
    punten = [bureau.punt(tafel, casus, "Politie", "OM") for casus in casussen]
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    for punt in punten[:2]:
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "oordeel", "besluit"))
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd", belegd_bij=bureau.partij("OM")))
    bureau.acties.voeg_toe_bij_punt(punten[0], bureau.actie_invoer("Politie"))
    bureau.verslagen.voeg_besluit_toe(punten[2], BesluitInvoer(bureau.profiel.besluiten_tot("afschaling")[0].sleutel))
    bureau.verslagen.stel_vast(tafel)
    plan = bureau.plannen.begin(CASUS)
    bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie"))
    bureau.plannen.stel_vast(plan)
    bureau.afschalingen.bewaar(GESLOTEN, AfschalingInvoer("Het gaat goed.", "Alle criteria zijn gehaald."))
    bureau.afschalingen.besluit(GESLOTEN, "overleg")
    bestuur = _bestuursoverleg(bureau)
    komend = bureau.tafel(bureau.klok.over(14))
    bureau.agenda.zet_deelname(bureau.punt(komend, CASUS), bureau.partij("Politie"), aan=True)
    bureau.akkoord(komend)
    assert (tafel, bestuur, komend, plan) == (TAFEL, BESTUUR, KOMEND, PLAN)


def _bestuursoverleg(bureau: Bureau) -> OverlegId:
    overleggen = OverleggenService(bureau.werkplek)
    soort = overleggen.soorten()[-1].sleutel
    overleg = overleggen.plan(bureau.tafel_invoer(bureau.klok.vandaag, soort=soort))
    alleen_partijen(bureau.werkplek, overleg, [])
    punt = overleggen.voeg_punt_toe(overleg, BestuurpuntInvoer("Jaarplan 2027", 20, "Een verzonnen toelichting."))
    voorstel = BesluitvormingService(bureau.werkplek).leg_voor(punt, VoorstelInvoer("Het plan aannemen"))
    overleggen.houd(overleg)
    BesluitvormingService(bureau.werkplek).houd_aan(voorstel)
    overleggen.bewaar_verslag(punt, "Iedereen is tevreden.")
    overleggen.stel_vast(overleg)
    return overleg
