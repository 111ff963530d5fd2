"""What a profile says of a kind of meeting: how it decides, seats, how often, fixed subjects, whom it tells.

All but how it decides may be missing: where a convenant says nothing of it, and in a profile kept from before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from zvh_desktop.models.bestuurskeuzes import LidRol
from zvh_desktop.models.profiel.tabel import Tabel, toon

Stemwijze = Literal["gezamenlijk", "meerderheid", "voorstel", "geen_regel"]
AfwezigeInbreng = Literal["geen_regel", "inbreng", "schriftelijk"]
Meldstof = Literal["besluiten", "onderwerpen"]
STEMMENDE_ROLLEN = (LidRol.VOORZITTER, LidRol.LID)
"""Who votes when the profile does not say otherwise."""
_ARTIKEL = 80
_MEESTE = 1_000


@dataclass(frozen=True, slots=True)
class Stemregel:
    """How an overleg decides, as far as the convenant says so. ``wie_besluit`` is a sentence, for 'voorstel' only."""

    wijze: Stemwijze
    consensus_eerst: bool
    afwezige: AfwezigeInbreng
    patstelling: str
    wie_besluit: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Samenstellingsregel:
    """A seat: of a function, or with ``afgevaardigden`` one of every partij in these groups.

    ``partij`` is the short name of the partij behind the function; empty where the convenant leaves that open.
    ``eventueel`` is a seat that a house may fill and does not begin with.
    """

    functie: str
    partij: str
    afgevaardigden: bool
    groepen: tuple[str, ...]
    zonder_groepen: tuple[str, ...]
    rol: LidRol
    stem: bool
    eventueel: bool
    artikel: str

    def omvat(self, groep: str) -> bool:
        """Whether a partij of this group has a seat by this line."""
        return self.afgevaardigden and (not self.groepen or groep in self.groepen) and groep not in self.zonder_groepen


@dataclass(frozen=True, slots=True)
class Ritme:
    """How often at least: so many times in so many calendar years, or every so many weeks."""

    keer: int
    jaren: int
    weken: int
    artikel: str


@dataclass(frozen=True, slots=True)
class VastOnderwerp:
    """A subject that this meeting always has."""

    onderwerp: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Kennisgeving:
    """Which other meeting hears what was decided (or talked about) here, and who writes it."""

    overleg: str
    wat: Meldstof
    afzender: str
    artikel: str


def lees_zetel(bron: Tabel) -> Samenstellingsregel:
    afgevaardigden = bron.ja_nee("afgevaardigden", standaard=False)
    rol = bron.keuze("rol", tuple(LidRol), standaard=LidRol.LID)
    zetel = Samenstellingsregel(
        functie=bron.tekst("functie", verplicht=not afgevaardigden, langste=80),
        partij=bron.tekst("partij", verplicht=False),
        afgevaardigden=afgevaardigden,
        groepen=bron.teksten("groepen", verplicht=False),
        zonder_groepen=bron.teksten("zonder_groepen", verplicht=False),
        rol=rol,
        stem=bron.ja_nee("stem", standaard=rol in STEMMENDE_ROLLEN),
        eventueel=bron.ja_nee("eventueel", standaard=False),
        artikel=bron.tekst("artikel", langste=_ARTIKEL),
    )
    if afgevaardigden and zetel.partij:
        bron.meld("partij", toon(zetel.partij), "niets: afgevaardigden = true is een zetel voor elke partij")
    if not afgevaardigden and (zetel.groepen or zetel.zonder_groepen):
        bron.meld("groepen", "een lijst", "niets, of afgevaardigden = true")
    bron.sluit()
    return zetel


def lees_ritme(bron: Tabel) -> Ritme:
    ritme = Ritme(
        keer=bron.getal("keer", hoogstens=_MEESTE),
        jaren=bron.getal("jaren", hoogstens=10, standaard=1),
        weken=bron.getal("weken", hoogstens=_MEESTE),
        artikel=bron.tekst("artikel", langste=_ARTIKEL),
    )
    if bool(ritme.keer) is bool(ritme.weken):
        bron.meld("keer", "keer en weken" if ritme.keer else "niets", "of keer, of weken")
    bron.sluit()
    return ritme


def lees_vast_onderwerp(bron: Tabel) -> VastOnderwerp:
    vast = VastOnderwerp(bron.tekst("onderwerp", langste=120), bron.tekst("artikel", langste=_ARTIKEL))
    bron.sluit()
    return vast


def lees_kennisgeving(bron: Tabel) -> Kennisgeving:
    kennis = Kennisgeving(
        overleg=bron.sleutel("overleg"),
        wat=bron.keuze("wat", get_args(Meldstof), standaard="besluiten"),
        afzender=bron.tekst("afzender", langste=80),
        artikel=bron.tekst("artikel", langste=_ARTIKEL),
    )
    bron.sluit()
    return kennis
