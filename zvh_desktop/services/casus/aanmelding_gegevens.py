"""What goes into an aanmelding and what is shown of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import (
    AanmeldingId,
    AanmeldingUitkomst,
    BetrokkeneId,
    CasusId,
    PartijId,
)
from zvh_desktop.models.taal import geboren_tekst
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt


@dataclass(frozen=True, slots=True)
class BetrokkeneInvoer:
    """What is typed for a betrokkene. ``id`` is None for a new one; the first of a list is the hoofdbetrokkene."""

    naam: str
    geboortedatum: Geboortedatum | None = None
    gemeente: str = ""
    adres: str = ""
    id: BetrokkeneId | None = None


@dataclass(frozen=True, slots=True)
class CriteriumInvoer:
    """How one criterium was judged: yes, no or not yet, with a motivation."""

    criterium: str
    voldoet: bool | None
    motivering: str = ""


@dataclass(frozen=True, slots=True)
class AanmeldingInvoer:
    """The form. Names follow Melding of the national model (datum, contact, verzoek, terugkoppelingGewenst ...)."""

    datum: date
    partij_id: PartijId | None = None
    aanpak: str = ""
    contact_naam: str = ""
    contact_email: str = ""
    contact_telefoon: str = ""
    zorgelijke_situatie: str = ""
    naar_aanleiding_van: str = ""
    verzoek: str = ""
    overige_informatie: str = ""
    terugkoppeling_gewenst: bool = True
    betrokkenen: tuple[BetrokkeneInvoer, ...] = ()
    criteria: tuple[CriteriumInvoer, ...] = ()

    @property
    def leeg(self) -> bool:
        """Whether nothing was filled in: a date and what is on from the start do not count."""
        teksten = (
            self.aanpak,
            self.contact_naam,
            self.contact_email,
            self.contact_telefoon,
            self.zorgelijke_situatie,
            self.naar_aanleiding_van,
            self.verzoek,
            self.overige_informatie,
        )
        beoordeeld = any(een.voldoet is not None or een.motivering.strip() for een in self.criteria)
        return self.partij_id is None and not any(map(str.strip, teksten)) and not self.betrokkenen and not beoordeeld


@dataclass(frozen=True, slots=True)
class BetrokkeneRegel:
    """A betrokkene as shown."""

    id: BetrokkeneId
    naam: str
    geboortedatum: Geboortedatum | None
    gemeente: str
    adres: str
    hoofd: bool


def uit_elkaar(betrokkenen: Sequence[BetrokkeneRegel]) -> tuple[tuple[BetrokkeneId, str], ...]:
    """Each with a name that no other of them has: two with one name get their birth date, or their place, behind it."""
    vaker = Counter(gevouwen(een.naam) for een in betrokkenen)
    namen = []
    for plaats, een in enumerate(betrokkenen, start=1):
        wie = een.naam
        if vaker[gevouwen(een.naam)] > 1:
            geboren = geboren_tekst(een.geboortedatum) if een.geboortedatum is not None else f"nummer {plaats}"
            wie = f"{wie} ({geboren})"
        namen.append((een.id, wie))
    return tuple(namen)


@dataclass(frozen=True, slots=True)
class CriteriumKeuze:
    """A criterium of the house, for the form; for these aanpakken, or for all when there are none."""

    sleutel: str
    tekst: str
    toelichting: str
    artikel: str
    aanpakken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AanpakKeuze:
    """An aanpak of the house, for the form."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class AanmeldingBeeld:
    """An aanmelding in full. ``criteria_voldaan`` is None while the judgement is not complete."""

    id: AanmeldingId
    invoer: AanmeldingInvoer
    betrokkenen: tuple[BetrokkeneRegel, ...]
    partij: str
    uitkomst: AanmeldingUitkomst
    reden: str
    beoordeeld_door: str
    beoordeeld_op: date | None
    teruggekoppeld_op: date | None
    casus_id: CasusId | None
    casusnummer: str
    criteria_voldaan: bool | None
    compleet: Aandachtspunt
    """That it has to be complete, with the rule that says so."""
    nog_nodig: tuple[Aandachtspunt, ...]
    """What is still missing before it can be accepted."""
    criteria_bezwaar: Aandachtspunt | None
    """Why the criteria stand in the way once everything is there, or nothing."""
