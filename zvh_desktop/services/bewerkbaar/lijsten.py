"""Saving a list of the window as a file: weighed as every document, looked through as whatever leaves, and logged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.documents.rekenbladen.lijst import Lijstblad, Lijstregel, bouw_lijst_xlsx
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.services.lek.lezers import met_contacten, naar_klembord
from zvh_desktop.services.lek.uitgang import langs_de_uitgang
from zvh_desktop.services.stukken.lijsten import LIJST, LIJST_GEMAAKT, Lijstbestand, Lijstvraag, woord_voor
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import ALLEEN_LEZEN, Recht, Toestemming, niet_onderweg
from zvh_desktop.services.werkplek.werkplek import Werkplek

_RECHT: Final[Mapping[Lijst, Recht]] = {
    Lijst.CASUSSEN: Recht.CASUS_LEZEN,
    Lijst.AANMELDINGEN: Recht.CASUS_LEZEN,
    Lijst.ACTIES: Recht.CASUS_LEZEN,
    Lijst.TAFELS: Recht.CASUS_LEZEN,
    Lijst.PARTIJEN: Recht.PARTIJEN_LEZEN,
    Lijst.CONTACTPERSONEN: Recht.PARTIJEN_LEZEN,
    Lijst.OVERLEGGEN: Recht.OVERLEGGEN_LEZEN,
    Lijst.INFORMATIE: Recht.CASUS_LEZEN,
    Lijst.VERSTREKKINGEN: Recht.CASUS_LEZEN,
    Lijst.BRIEVEN: Recht.CASUS_LEZEN,
    Lijst.ONTVANGEN: Recht.CASUS_LEZEN,
    Lijst.ACCOUNTS: Recht.ACCOUNTS_BEHEREN,
    Lijst.ROLWIJZIGINGEN: Recht.ROLLEN_BEVESTIGEN,
    Lijst.TRAJECTEN: Recht.SAMENWERKING_LEZEN,
    Lijst.GESCHILLEN: Recht.SAMENWERKING_LEZEN,
    Lijst.CONVENANT: Recht.SAMENWERKING_LEZEN,
    Lijst.WOORDENLIJST: Recht.WOORDENLIJST_BIJHOUDEN,
    Lijst.VAKANTIES: Recht.INSTELLINGEN_BEHEREN,
    Lijst.TEKSTBLOKKEN: Recht.TEKSTBLOKKEN_BIJHOUDEN,
}
_NIET_OVER_EEN_CASUS_GETYPT: Final = frozenset(
    {Lijst.ACCOUNTS, Lijst.ROLWIJZIGINGEN, Lijst.WOORDENLIJST, Lijst.VAKANTIES, Lijst.TEKSTBLOKKEN, Lijst.ONTVANGEN}
)
"""How the house is set up, and what was sent to whom and when: nothing of it was typed about a casus."""


class LijstService:
    """Use cases on lists that are saved; holds nothing between two acts."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def mag(self, lijst: Lijst) -> Toestemming:
        """Whether this user may save this list here. It is noted in the log, so not in a vault that is only read."""
        kluis = self._werkplek.kluis
        if kluis.alleen_lezen:
            return Toestemming(mag=False, reden=ALLEEN_LEZEN)
        if kluis.koffer is not None:
            return Toestemming(mag=False, reden=niet_onderweg().gebeurd)
        return self._werkplek.mag(_RECHT[lijst])

    def bestandsnaam(self, lijst: Lijst) -> str:
        """What it is called unless the user says otherwise: the list and the day."""
        stam = mapnaam(woord_voor(lijst, self._werkplek.profiel.termen)).lower()
        return f"{stam}_{self._werkplek.vandaag().isoformat()}.xlsx"

    def maak(self, vraag: Lijstvraag) -> Lijstbestand:
        """The file. Raises LekOpen, NietBevoegd, AlleenLezen, and HandtekeningOnjuist as every document does."""
        plek = self._werkplek
        with plek.schrijf(_RECHT[vraag.lijst], LIJST_GEMAAKT, LIJST, wacht_anders=False) as werk:
            gevonden = dict.fromkeys(kenmerk for rij in vraag.rijen for kenmerk in rij.kenmerken())
            werk.raakt(f"{vraag.lijst}: {' '.join(gevonden)}".rstrip())
            gegevens = Lijstblad(
                naam=hoofdletter(woord_voor(vraag.lijst, plek.profiel.termen)),
                huis=plek.profiel.naam,
                koppen=vraag.koppen,
                regels=tuple(Lijstregel(rij.casusnummer, rij.cellen) for rij in vraag.rijen),
                over=self._over(vraag),
                gemaakt=plek.klok().astimezone(AMSTERDAM),
                oefen=plek.kluis.oefen,
                weging=lees_weging(werk.sessie, plek.profiel),
            )
            if vraag.lijst not in _NIET_OVER_EEN_CASUS_GETYPT:
                gegevens = langs_de_uitgang(plek, werk.sessie, met_contacten(werk.sessie, naar_klembord()), gegevens)
            return Lijstbestand(self.bestandsnaam(vraag.lijst), bouw_lijst_xlsx(gegevens))

    def _over(self, vraag: Lijstvraag) -> tuple[str, ...]:
        aantal = len(vraag.rijen)
        hoeveel = "1 regel" if aantal == 1 else f"{aantal} regels"
        if aantal < vraag.van:
            hoeveel += f", gekozen uit {vraag.van}"
        return (
            self._werkplek.profiel.naam,
            f"Gemaakt op {datum_kort(self._werkplek.vandaag())}: {hoeveel}.",
            "Vertrouwelijk. Dit bestand staat buiten de kluis: bewaar het niet langer dan nodig is.",
        )
