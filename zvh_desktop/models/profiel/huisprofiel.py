"""Everything in which one house differs from another, as frozen values.

A house is one TOML file (resources/huisprofielen, or a file of the house itself); no name of a house, meeting or
article stands in code. profiel_lezen.py makes these values and refuses what cannot be right, so whoever holds a
Huisprofiel may trust every reference in it. docs/huisprofiel.md explains each key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import PartijSoort, Regel
from zvh_desktop.models.profiel.criteria import GeenCriteria, Uitdrukking
from zvh_desktop.models.profiel.overnemen import Overneemblok
from zvh_desktop.models.profiel.samenstelling import Kennisgeving, Ritme, Samenstellingsregel, Stemregel, VastOnderwerp
from zvh_desktop.models.profiel.samenwerking import Samenwerkingsregels, Verlengwijze
from zvh_desktop.models.profiel.termen import Lidwoord, Termen
from zvh_desktop.models.profiel.verantwoording import Verantwoording
from zvh_desktop.models.profiel.werkproces import Fase, Werkproces, werkproces_van

Triagedeel = Literal["doel", "themas"]
BesluitGevolg = Literal["afschaling", "opschaling", "procesregie_elders", "procesregie", "overig"]
Geschilrol = Literal["procesregisseur", "casusregisseur", "manager", "informatierol", "convenant"]


@dataclass(frozen=True, slots=True)
class Convenant:
    """The agreement behind the profile. Its dates are those of the house and may be open."""

    naam: str
    geldig_van: date | None
    geldig_tot: date | None
    looptijd: str
    jaren: int = 0
    verlenging: Verlengwijze = ""
    verlenging_jaren: int = 1

    def geldt_op(self, dag: date) -> bool:
        return geldt_op(self.geldig_van, self.geldig_tot, dag)


@dataclass(frozen=True, slots=True)
class Overlegsoort:
    """A kind of meeting. Only an operational one can hold casuïstiek."""

    sleutel: str
    naam: str
    meervoud: str
    kort: str
    lidwoord: Lidwoord
    niveau: Niveau
    casuistiek: bool
    frequentie: str
    stemregel: Stemregel
    artikel: str
    leden: tuple[Samenstellingsregel, ...] = ()
    ritme: Ritme | None = None
    vaste_onderwerpen: tuple[VastOnderwerp, ...] = ()
    informeert: tuple[Kennisgeving, ...] = ()
    vaste_partijen: tuple[str, ...] = ()
    """Of a meeting with casuïstiek: short names of those who usually sit there. None of them may without an oordeel."""

    @property
    def met_lidwoord(self) -> str:
        """'de Regionale Casustafel', 'het Ronde Tafel Overleg'."""
        return f"{self.lidwoord} {self.naam}"


@dataclass(frozen=True, slots=True)
class Aanpak:
    """A domain in which the house handles casussen, with its privacyprotocol and legal frame."""

    sleutel: str
    naam: str
    privacyprotocol: str
    wettelijk_kader: str
    geldig_van: date | None
    geldig_tot: date | None
    artikel: str
    weging_door: str = ""
    """Key of the overlegsoort that does the triage in a meeting; empty where the procesregisseur does."""
    vaste_partijen: tuple[str, ...] = ()
    """Short names of those who usually sit at the table for it. None of them may without an oordeel."""

    def geldt_op(self, dag: date) -> bool:
        return geldt_op(self.geldig_van, self.geldig_tot, dag)


@dataclass(frozen=True, slots=True)
class Besluitsoort:
    """A decision that can be taken about a casus. ``naar_fase`` is empty when the fase stays as it is.

    ``overlegsoorten`` and ``aanpakken`` say where it can be taken; empty means in every one.
    """

    sleutel: str
    naam: str
    leidt_tot: BesluitGevolg
    naar_fase: str
    artikel: str
    overlegsoorten: tuple[str, ...] = ()
    aanpakken: tuple[str, ...] = ()

    def past(self, overlegsoort: str, aanpak: str = "") -> bool:
        """Whether it can be taken in this kind of meeting, about a casus of this aanpak (empty: about any)."""
        return (not self.overlegsoorten or overlegsoort in self.overlegsoorten) and (
            not aanpak or not self.aanpakken or aanpak in self.aanpakken
        )


@dataclass(frozen=True, slots=True)
class Lezing:
    """One reading of a convenant that contradicts itself."""

    sleutel: str
    naam: str
    beslissers: tuple[str, ...]
    artikel: str
    reden: str


@dataclass(frozen=True, slots=True)
class ChecklistRegel:
    """A line of the checklist at afschaling. ``later`` lines are about destruction and follow afterwards."""

    sleutel: str
    tekst: str
    later: bool


@dataclass(frozen=True, slots=True)
class BeslisRegels:
    """Who decides something, also where a convenant gives two answers.

    ``lezingen`` is empty when the convenant is clear. Otherwise it holds the readings, ``standaard`` names the one
    that holds unless the beheerder chooses another, and ``beslissers`` and ``artikel`` are those of that reading.
    """

    beslissers: tuple[str, ...]
    artikel: str
    lezingen: tuple[Lezing, ...]
    standaard: str

    def beslissers_volgens(self, lezing: str = "") -> tuple[str, ...]:
        """The deciders under the chosen reading; the default one when ``lezing`` is empty or unknown."""
        return next((een.beslissers for een in self.lezingen if een.sleutel == lezing), self.beslissers)

    def artikel_volgens(self, lezing: str = "") -> str:
        """The article of the chosen reading; that of the default one when ``lezing`` is empty or unknown."""
        return next((een.artikel for een in self.lezingen if een.sleutel == lezing), self.artikel)

    def tekst_volgens(self, lezing: str = "") -> str:
        """What another reading than the default one says and why; empty under the default, which the rule explains."""
        anders = (een for een in self.lezingen if een.sleutel == lezing and een.sleutel != self.standaard)
        return next((f"{een.naam}. {een.reden}" for een in anders), "")


@dataclass(frozen=True, slots=True)
class AfschalingRegels(BeslisRegels):
    """Who decides afschaling: 'overleg', or the named functions together, all of whom have to sign."""

    checklist: tuple[ChecklistRegel, ...]


@dataclass(frozen=True, slots=True)
class CasusregisseurRegels(BeslisRegels):
    """In which overlegsoorten (keys) a casusregisseur is appointed, and whether every casus has to have one."""

    verplicht: bool


@dataclass(frozen=True, slots=True)
class Opschalingsregeling:
    """To which other house a casus can be taken."""

    naar: str
    naar_kort: str
    toelichting: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Criterium:
    """A criterion for complex casuïstiek, in our own short words; for all aanpakken when it names none."""

    sleutel: str
    tekst: str
    toelichting: str
    artikel: str
    aanpakken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfielPartij:
    """A partij of the convenant. ``kort`` fits the header of the matrix (at most 12 characters)."""

    naam: str
    kort: str
    soort: PartijSoort
    groep: str


@dataclass(frozen=True, slots=True)
class Grondslag:
    """A suggestion for the grondslag of an oordeel: the procesregisseur judges whether it holds for this casus.

    ``groepen`` is empty when it can suit any partij.
    """

    sleutel: str
    tekst: str
    toelichting: str
    groepen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """A term that the house fills in: no convenant gives one. ``termijn`` is empty or like '6 maanden'."""

    sleutel: str
    stap: str
    termijn: str
    bron: str
    geldig_van: date | None
    geldig_tot: date | None

    def geldt_op(self, dag: date) -> bool:
        """Whether this term holds on that day; the last day counts."""
        van, tot = self.geldig_van, self.geldig_tot
        return (van is None or van <= dag) and (tot is None or dag <= tot)

    @property
    def ingevuld(self) -> bool:
        return bool(self.termijn)


@dataclass(frozen=True, slots=True)
class RegelArtikel:
    """What a rule is in this house. ``reden`` says why it does not hold; then ``artikel`` is empty."""

    geldt: bool
    artikel: str
    tekst: str
    reden: str


@dataclass(frozen=True, slots=True)
class Huisprofiel:
    """One house. ``brontekst`` is the TOML from which it was read, for the vault to keep with its meetings."""

    sleutel: str
    naam: str
    korte_naam: str
    versie: str
    convenant: Convenant
    termen: Termen
    overlegsoorten: tuple[Overlegsoort, ...]
    aanpakken: tuple[Aanpak, ...]
    fasen: tuple[Fase, ...]
    besluiten: tuple[Besluitsoort, ...]
    afschaling: AfschalingRegels
    aanwijzing_casusregisseur: CasusregisseurRegels
    toetreding: BeslisRegels | None
    opschaling: Opschalingsregeling | None
    samenwerking: Samenwerkingsregels
    geschillen: Mapping[str, tuple[str, ...]] = field(hash=False)
    criteria: tuple[Criterium, ...]
    criteria_logica: Uitdrukking
    triage_bepaalt: tuple[Triagedeel, ...]
    aanmelders: tuple[PartijSoort, ...]
    partijen: tuple[ProfielPartij, ...]
    grondslagen: tuple[Grondslag, ...]
    systemen: tuple[str, ...]
    overnemen: tuple[Overneemblok, ...]
    leefgebieden: tuple[str, ...]
    bijzondere_rollen: tuple[str, ...]
    bewaartermijnen: tuple[Bewaartermijn, ...]
    verantwoording: Verantwoording
    regels: Mapping[Regel, RegelArtikel] = field(hash=False)
    wie_wij_zijn: str
    """How a betrokkene is told in a letter who writes; empty where the house has no sentence of its own."""
    brontekst: str = field(repr=False)

    def regel(self, regel: Regel) -> RegelArtikel:
        return self.regels[regel]

    def artikel(self, regel: Regel) -> str:
        """This house's article, such as 'art. 14.2'; empty when the convenant has no such rule."""
        return self.regels[regel].artikel

    def geldt(self, regel: Regel) -> bool:
        return self.regels[regel].geldt

    def overlegsoort(self, sleutel: str) -> Overlegsoort:
        """KeyError when this profile has no such overlegsoort."""
        return {soort.sleutel: soort for soort in self.overlegsoorten}[sleutel]

    def aanpak(self, sleutel: str) -> Aanpak:
        """KeyError when this profile has no such aanpak."""
        return {aanpak.sleutel: aanpak for aanpak in self.aanpakken}[sleutel]

    def fase(self, sleutel: str) -> Fase:
        """KeyError when this profile has no such fase."""
        return {fase.sleutel: fase for fase in self.fasen}[sleutel]

    def besluit(self, sleutel: str) -> Besluitsoort:
        """KeyError when this profile has no such besluit."""
        return {besluit.sleutel: besluit for besluit in self.besluiten}[sleutel]

    @property
    def casusoverleggen(self) -> tuple[Overlegsoort, ...]:
        """The overlegsoorten on whose agenda a casus can stand."""
        return tuple(soort for soort in self.overlegsoorten if soort.casuistiek)

    @property
    def hoofdoverleg(self) -> Overlegsoort:
        """The overleg to which the convenant gives the besluiten on a casus: the first with casuïstiek."""
        return self.casusoverleggen[0]

    def werkproces(self, aanpak: str) -> Werkproces:
        """The fasen of a casus of this aanpak; every fase when the profile does not know the aanpak (any more)."""
        if all(een.sleutel != aanpak for een in self.aanpakken):
            return Werkproces(self.fasen)
        return werkproces_van(self.fasen, aanpak)

    def criteria_voor(self, aanpak: str) -> tuple[Criterium, ...]:
        """The criteria that are asked of a casus of this aanpak."""
        return tuple(een for een in self.criteria if not een.aanpakken or aanpak in een.aanpakken)

    def logica_voor(self, aanpak: str) -> Uitdrukking:
        """How those hang together."""
        gevraagd = frozenset(een.sleutel for een in self.criteria_voor(aanpak))
        return self.criteria_logica.beperkt(gevraagd) or GeenCriteria()

    def besluiten_tot(self, gevolg: BesluitGevolg) -> tuple[Besluitsoort, ...]:
        return tuple(besluit for besluit in self.besluiten if besluit.leidt_tot == gevolg)

    def grondslagen_voor(self, groep: str) -> tuple[Grondslag, ...]:
        """Suggestions for a partij of this groep: first its own, then the general ones."""
        eigen = tuple(grondslag for grondslag in self.grondslagen if groep in grondslag.groepen)
        return eigen + tuple(grondslag for grondslag in self.grondslagen if not grondslag.groepen)


def geldt_op(van: date | None, tot: date | None, dag: date) -> bool:
    """Whether a period (last day included, open when a date is missing) holds on a day."""
    return (van is None or van <= dag) and (tot is None or dag <= tot)
