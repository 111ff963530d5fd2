"""Files that can be destroyed: a casus, discussed alone or beside another, afgeschaald, with its term over."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factories import BEHEER, WACHTWOORD, Bureau

from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.zitting.zitting import nu_utc
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzes import CasusId, OverlegId
from zvh_desktop.services.casus.afschalingen import AfschalingInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.vernietigen.termijnbesluit import TermijnbesluitService
from zvh_desktop.services.vernietigen.vernietigen import VernietigService

TERMIJN_OVER = 400
"""So many days further the terms below are over."""


@dataclass(frozen=True, slots=True)
class Gesloten:
    """The office, a casus that was discussed beside another and may go, and that other."""

    bureau: Bureau
    casus: CasusId
    ander: CasusId


def aanvaard_stand(kluismap: Path) -> None:
    """A beheerder says that the older state was put back on purpose."""
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis:
        kluis.stand.aanvaard()


def ga_door_met_stand(kluis: OpenKluis) -> None:
    """Who saw a newer state goes on with the one that a beheerder accepted."""
    kluis.stand.volg_aanvaarding(Daad("oudere stand gevolgd", kluis.gebruiker.naam, nu_utc()))


def zet_termijnen(bureau: Bureau, kernset: str | None = "gekozen:", **termijnen: str) -> None:
    """What the house fills in at Beheer; a year for both when nothing is said."""
    waarden = {"schonen": "6 maanden", "vernietigen": "1 jaar", "afgewezen": "4 weken", **termijnen}
    for sleutel, termijn in waarden.items():
        _zet(bureau, f"bewaar_{sleutel}", termijn)
        _zet(bureau, f"bewaar_{sleutel}_bron", "Privacyprotocol Voorbeeld, art. 9")
    if kernset is not None:
        _zet(bureau, "bewaar_kernset", kernset)
    bureau.alsof_bevestigd()
    TermijnbesluitService(bureau.werkplek).onderteken()


def _zet(bureau: Bureau, sleutel: str, waarde: str) -> None:
    with bureau.kluis.sessies.begin() as sessie:
        sessie.merge(Instelling(sleutel=sleutel, waarde=waarde))


def tafel_met(bureau: Bureau, *casussen: CasusId, afschalen: CasusId, tekst: str = "een verzonnen beeld") -> OverlegId:
    """A tafel of today about these casussen, held and vastgesteld, that decides to end one of them."""
    tafel = bureau.tafel(bureau.klok.vandaag)
    punten = {casus: bureau.punt(tafel, casus, "Politie", "OM") for casus in casussen}
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    for casus, punt in punten.items():
        eigen = tekst if casus == afschalen else "beeld van een ander"
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst(eigen, eigen, eigen))
        if casus != afschalen:
            bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd"))
    einde = bureau.profiel.besluiten_tot("afschaling")[0].sleutel
    bureau.verslagen.voeg_besluit_toe(punten[afschalen], BesluitInvoer(einde, tekst))
    bureau.acties.voeg_toe_bij_punt(punten[afschalen], bureau.actie_invoer("Politie", omschrijving=tekst))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(tafel)
    return tafel


def schaal_af(bureau: Bureau, casus: CasusId, tekst: str = "Het gaat goed.") -> None:
    """The decision, signed."""
    bureau.alsof_bevestigd()
    bureau.afschalingen.bewaar(casus, AfschalingInvoer(tekst, tekst, tekst))
    bureau.afschalingen.besluit(casus, "overleg")


def dossier(bureau: Bureau, *anderen: CasusId, naam: str = "J. Oefenman") -> CasusId:
    """A casus that may go: discussed beside these others, afgeschaald, its terms over."""
    casus = bureau.casus(naam)
    tafel_met(bureau, casus, *anderen, afschalen=casus)
    schaal_af(bureau, casus)
    zet_termijnen(bureau)
    bureau.klok.verder(dagen=TERMIJN_OVER)
    bureau.alsof_bevestigd()
    return casus


def vernietiger(bureau: Bureau) -> VernietigService:
    """The service of who has the vault open."""
    return VernietigService(bureau.werkplek)
