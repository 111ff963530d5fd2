"""A list of the window as a file: weighed as every document, and noted in the log with the casussen that stand in it.

What is saved stands outside the vault. The log keeps which casussen went along, so that the vernietigingsverklaring of
one of them can say that such a file exists (services/vernietigen/woorden.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.documents.opmaak.bestandsnaam import mapnaam
from zvh_desktop.documents.rekenbladen.lijst import Cel, Lijstblad, Lijstregel, bouw_lijst_xlsx
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzen.lijstkeuzes import Lijst
from zvh_desktop.models.keuzen.wordkeuzes import Wordsoort
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_kort, hoofdletter
from zvh_desktop.services.stukken.weging import lees_weging
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import ALLEEN_LEZEN, Recht, Toestemming, niet_onderweg
from zvh_desktop.services.werkplek.werkplek import Werkplek

Lijstcel = Cel
"""What stands in one cell: a text, a number, a day, or nothing."""
LIJST: Final = "lijst"
"""What the line of the log is about."""
LIJST_GEMAAKT: Final = "lijst gemaakt als bestand"
WORD_GEMAAKT: Final = "Word-bestand gemaakt"
"""Said and looked up as a list is: such a file stands outside the vault too (services/word)."""
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


@dataclass(frozen=True, slots=True)
class Lijstrij:
    """One row as it is shown. ``casusnummer`` is the casus it is about; ``aanmelding`` the number of one, or 0."""

    cellen: tuple[Lijstcel, ...]
    casusnummer: str = ""
    aanmelding: int = 0

    def kenmerken(self) -> Iterator[str]:
        """By what the log knows whom this is about: numbers, never a name."""
        if self.casusnummer:
            yield self.casusnummer
        if self.aanmelding:
            yield kenmerk_van_aanmelding(self.aanmelding)


@dataclass(frozen=True, slots=True)
class Lijstvraag:
    """What is to be saved: these columns and rows, of how many there are when nothing is left out."""

    lijst: Lijst
    koppen: tuple[str, ...]
    rijen: tuple[Lijstrij, ...]
    van: int


@dataclass(frozen=True, slots=True)
class Lijstbestand:
    """The file, with a name that says nothing about anybody."""

    bestandsnaam: str
    inhoud: bytes


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
        stam = mapnaam(_woord(lijst, self._werkplek.profiel.termen)).lower()
        return f"{stam}_{self._werkplek.vandaag().isoformat()}.xlsx"

    def maak(self, vraag: Lijstvraag) -> Lijstbestand:
        """The file. Raises NietBevoegd, AlleenLezen, and HandtekeningOnjuist as every document does."""
        plek = self._werkplek
        with plek.schrijf(_RECHT[vraag.lijst], LIJST_GEMAAKT, LIJST, wacht_anders=False) as werk:
            gevonden = dict.fromkeys(kenmerk for rij in vraag.rijen for kenmerk in rij.kenmerken())
            werk.raakt(f"{vraag.lijst}: {' '.join(gevonden)}".rstrip())
            gegevens = Lijstblad(
                naam=hoofdletter(_woord(vraag.lijst, plek.profiel.termen)),
                huis=plek.profiel.naam,
                koppen=vraag.koppen,
                regels=tuple(Lijstregel(rij.casusnummer, rij.cellen) for rij in vraag.rijen),
                over=self._over(vraag),
                gemaakt=plek.klok().astimezone(AMSTERDAM),
                oefen=plek.kluis.oefen,
                weging=lees_weging(werk.sessie, plek.profiel),
            )
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


def kenmerk_van_aanmelding(aanmelding_id: int) -> str:
    """As the log names an aanmelding in a list."""
    return f"aanmelding:{aanmelding_id}"


def bestanden_over(sessie: Session, kenmerken: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Of each list that was saved with one of these in it: which list, and when (as the log says it)."""
    regels = sessie.execute(
        select(Logregel.tijd, Logregel.object_id)
        .where(
            Logregel.handeling.in_((LIJST_GEMAAKT, WORD_GEMAAKT)),
            Logregel.object_soort == LIJST,
            Logregel.resultaat == "gelukt",
        )
        .order_by(Logregel.nummer)
    )
    for tijd, object_id in regels:
        lijst, _, over = object_id.partition(": ")
        if not kenmerken.isdisjoint(over.split()):
            yield lijst, tijd


def in_woorden(object_id: str, termen: Termen) -> str:
    """'casussen (212)': the list with how many stand in it, for a line of the log."""
    sleutel, _, over = object_id.partition(":")  # of a list about nobody nothing follows
    woord = (
        _woord(Lijst(sleutel), termen) if sleutel in {een.value for een in Lijst} else _WORDWOORD.get(sleutel, sleutel)
    )
    nummers = [een for een in over.split() if ":" not in een]
    return f"{woord} ({_telling(len(nummers))})" if nummers else woord


_WORDWOORD: Final = {
    Wordsoort.VERSLAG.value: "een bewerkbaar verslag",
    Wordsoort.VERSLAG_PARTIJ.value: "een bewerkbaar verslag voor een partij",
    Wordsoort.PLAN.value: "een bewerkbaar plan",
    Wordsoort.BRIEF.value: "een bewerkbare brief",
}


def _telling(aantal: int) -> str:
    return "1 casus" if aantal == 1 else f"{aantal} casussen"


def _woord(lijst: Lijst, termen: Termen) -> str:
    eigen = {Lijst.AANMELDINGEN: termen.aanmeldingen, Lijst.TAFELS: termen.tafels}
    return eigen.get(lijst, lijst.value)
