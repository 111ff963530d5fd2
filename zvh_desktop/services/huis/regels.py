"""The house profile as a readable list: which house, which version, and each rule with its article.

The screen shows what the profile says; it does not know the profile itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import BeslisRegels, Convenant, Huisprofiel
from zvh_desktop.models.taal import datum_lang, hoofdletter
from zvh_desktop.services.regelboek.afspraken import (
    Afspraak,
    afspraak_zin,
    geheimhouding,
    geschil_casusregisseur,
    geschil_convenant,
    geschil_informatierol,
    geschil_manager,
    geschil_procesregisseur,
    gezamenlijke_afspraken,
    verslaglegging,
)
from zvh_desktop.services.regelboek.plan import plan_van_aanpak
from zvh_desktop.services.regelboek.uitleg import uitleg


@dataclass(frozen=True, slots=True)
class HuisRegel:
    """One rule of the convenant. Where the house has no such rule, ``tekst`` says why and ``artikel`` is empty."""

    regel: str
    artikel: str
    tekst: str
    geldt: bool


@dataclass(frozen=True, slots=True)
class HuisLezing:
    """One way to read a convenant that gives two answers."""

    sleutel: str
    naam: str
    artikel: str
    reden: str
    standaard: bool


@dataclass(frozen=True, slots=True)
class HuisAfspraak:
    """An agreement between people that the application can only show: its text with the article, and the way to go."""

    titel: str
    tekst: str
    stappen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HuisOverzicht:
    """What the beheerder may want to know of the profile in force."""

    huis: str
    kort: str
    sleutel: str
    versie: str
    convenant: str
    looptijd: str
    geldig: str
    overleggen: tuple[str, ...]
    bijzondere_rollen: tuple[str, ...]
    regels: tuple[HuisRegel, ...]
    afspraken: tuple[HuisAfspraak, ...]
    lezingen_afschaling: tuple[HuisLezing, ...]
    lezingen_casusregisseur: tuple[HuisLezing, ...]
    lezingen_toetreding: tuple[HuisLezing, ...]


@dataclass(frozen=True, slots=True)
class PartijHulp:
    """What the convenant says on who takes part and decides, to show where that is recorded of a partij."""

    toetreding: str
    uittreding: str
    mandaat: str
    convenantpartij: str = "convenantpartij"


def partij_hulp(profiel: Huisprofiel) -> PartijHulp:
    """The three rules in the words of this house, each with its article."""
    return PartijHulp(
        toetreding=_zin(profiel, Regel.TOETREDING),
        uittreding=_zin(profiel, Regel.UITTREDING),
        mandaat=_zin(profiel, Regel.AFGEVAARDIGDE_MANDAAT),
        convenantpartij=profiel.termen.convenantpartij,
    )


def _zin(profiel: Huisprofiel, regel: Regel) -> str:
    gevonden = uitleg(regel, profiel)
    return f"{hoofdletter(gevonden.artikel)}: {gevonden.zin}" if gevonden.artikel else gevonden.zin


def beschrijf_huis(profiel: Huisprofiel) -> HuisOverzicht:
    """The overview of a profile, rules in the order of their keys."""
    return HuisOverzicht(
        huis=profiel.naam,
        kort=profiel.korte_naam,
        sleutel=profiel.sleutel,
        versie=profiel.versie,
        convenant=profiel.convenant.naam,
        looptijd=profiel.convenant.looptijd,
        geldig=_geldig(profiel.convenant),
        bijzondere_rollen=profiel.bijzondere_rollen,
        overleggen=tuple(soort.naam for soort in profiel.overlegsoorten),
        regels=tuple(
            HuisRegel(
                regel=sleutel.value.replace("_", " ").capitalize(),
                artikel=regel.artikel,
                tekst=regel.tekst if regel.geldt else regel.reden,
                geldt=regel.geldt,
            )
            for sleutel, regel in profiel.regels.items()
        ),
        afspraken=tuple(
            HuisAfspraak(afspraak.titel, afspraak_zin(afspraak), afspraak.stappen) for afspraak in _afspraken(profiel)
        ),
        lezingen_afschaling=_lezingen(profiel.afschaling),
        lezingen_casusregisseur=_lezingen(profiel.aanwijzing_casusregisseur),
        lezingen_toetreding=_lezingen(profiel.toetreding) if profiel.toetreding is not None else (),
    )


def _geldig(convenant: Convenant) -> str:
    """'vanaf 1 januari 2019', as far as the house filled it in."""
    delen = [
        f"{woord} {datum_lang(dag)}"
        for woord, dag in (("vanaf", convenant.geldig_van), ("tot en met", convenant.geldig_tot))
        if dag is not None
    ]
    return " ".join(delen)


def _lezingen(regels: BeslisRegels) -> tuple[HuisLezing, ...]:
    """The readings with the default one first; nothing where the convenant is clear."""
    gevonden = (
        HuisLezing(een.sleutel, een.naam, een.artikel, een.reden, een.sleutel == regels.standaard)
        for een in regels.lezingen
    )
    return tuple(sorted(gevonden, key=lambda lezing: not lezing.standaard))


def _afspraken(profiel: Huisprofiel) -> tuple[Afspraak, ...]:
    return (
        geheimhouding(profiel),
        gezamenlijke_afspraken(profiel),
        plan_van_aanpak(profiel),
        verslaglegging(profiel),
        geschil_procesregisseur(profiel),
        geschil_casusregisseur(profiel),
        # A house without a manager or such a function has no word for it, and nothing to show.
        *((geschil_manager(profiel),) if profiel.termen.manager else ()),
        *((geschil_informatierol(profiel),) if profiel.termen.informatierol else ()),
        geschil_convenant(profiel),
    )
