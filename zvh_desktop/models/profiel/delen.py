"""Read each part of a huisprofiel from its own table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, replace
from types import MappingProxyType
from typing import get_args

from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.profiel.huisprofiel import (
    Aanpak,
    BesluitGevolg,
    Besluitsoort,
    Bewaartermijn,
    Convenant,
    Criterium,
    Geschilrol,
    Grondslag,
    Opschalingsregeling,
    Overlegsoort,
    ProfielPartij,
    Triagedeel,
)
from zvh_desktop.models.profiel.samenstelling import (
    AfwezigeInbreng,
    Stemregel,
    Stemwijze,
    lees_kennisgeving,
    lees_ritme,
    lees_vast_onderwerp,
    lees_zetel,
)
from zvh_desktop.models.profiel.samenwerking import lees_duur
from zvh_desktop.models.profiel.tabel import Tabel, toon
from zvh_desktop.models.profiel.termen import Lidwoord, Termen
from zvh_desktop.models.profiel.werkproces import Fase

LANGSTE_ARTIKEL = 80
LANGSTE_KORT = 12
_TERMIJN = re.compile(r"[1-9][0-9]{0,2} (dag|dagen|week|weken|maand|maanden|jaar)")
VASTE_WOORDEN = ("casus", "casussen", "partij", "partijen", "betrokkene", "betrokkenen")
"""What every house says. A profile may still name them, as it had to before, but not give them another word."""
VERVALLEN_TERMEN = (
    "operationeel_overleg", "operationeel_overleg_meervoud", "tactisch_overleg", "strategisch_overleg",
    "casusregisseurs", "procesregisseurs", "plannen_van_aanpak", "jaarplan",
)  # fmt: skip
"""Once asked for and read by nothing. An older profile may still give them."""
_MAG_WEG = ("manager", "informatierol")
_TERMEN = tuple(veld.name for veld in fields(Termen) if veld.name != "het")
_GEWONE_VORM = {veld.name: str(veld.default) for veld in fields(Termen) if veld.default is not MISSING}
"""Terms that came later, with the word that is meant when they are left out."""


def lees_convenant(bron: Tabel) -> Convenant:
    van, tot = bron.periode()
    jaren, verlenging, steeds = lees_duur(bron)
    convenant = Convenant(
        naam=bron.tekst("naam"),
        geldig_van=van,
        geldig_tot=tot,
        looptijd=bron.tekst("looptijd", verplicht=False),
        jaren=jaren,
        verlenging=verlenging,
        verlenging_jaren=steeds,
    )
    bron.sluit()
    return convenant


def lees_termen(bron: Tabel) -> Termen:
    het = bron.teksten("het", verplicht=False)
    for term in het:
        if term not in (*_TERMEN, *VERVALLEN_TERMEN):
            bron.meld("het", toon(term), "de naam van een term in dit blok")
    for woord in VASTE_WOORDEN:
        if woord in bron.overige_sleutels() and (gevonden := bron.ruw(woord, "een tekst")) != woord:
            bron.meld(woord, toon(gevonden), f"niets: de applicatie zegt altijd '{woord}'")
    for woord in VERVALLEN_TERMEN:
        bron.tekst(woord, verplicht=False, langste=80)
    termen = Termen(**{term: _term(bron, term) for term in _TERMEN}, het=frozenset(het) - {*VERVALLEN_TERMEN})
    bron.sluit()
    return termen


def _term(bron: Tabel, term: str) -> str:
    gevonden = bron.tekst(term, verplicht=term not in (*_MAG_WEG, *_GEWONE_VORM), langste=80)
    return gevonden or _GEWONE_VORM.get(term, "")


def lees_overlegsoort(bron: Tabel) -> Overlegsoort:
    soort = Overlegsoort(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=80),
        meervoud=bron.tekst("meervoud", langste=80),
        kort=bron.tekst("kort", langste=40),
        lidwoord=bron.keuze("lidwoord", get_args(Lidwoord)),
        niveau=bron.keuze("niveau", tuple(Niveau)),
        casuistiek=bron.ja_nee("casuistiek"),
        frequentie=bron.tekst("frequentie", verplicht=False),
        stemregel=_stemregel(bron.tabel("stemregel")),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        leden=tuple(map(lees_zetel, bron.tabellen("leden"))),
        ritme=lees_ritme(bron.tabel("ritme")) if bron.heeft("ritme") else None,
        vaste_onderwerpen=tuple(map(lees_vast_onderwerp, bron.tabellen("vaste_onderwerpen"))),
        informeert=tuple(map(lees_kennisgeving, bron.tabellen("informeert"))),
        vaste_partijen=bron.teksten("vaste_partijen", verplicht=False),
    )
    bron.sluit()
    return soort


def _stemregel(bron: Tabel) -> Stemregel:
    wijze = bron.keuze("wijze", get_args(Stemwijze))
    stemregel = Stemregel(
        wijze=wijze,
        consensus_eerst=bron.ja_nee("consensus_eerst", standaard=False),
        afwezige=bron.keuze("afwezige", get_args(AfwezigeInbreng), standaard="geen_regel"),
        patstelling=bron.tekst("patstelling", verplicht=False),
        wie_besluit=bron.tekst("wie_besluit", verplicht=False),
        artikel=bron.tekst("artikel", verplicht=wijze != "geen_regel", langste=LANGSTE_ARTIKEL),
    )
    if stemregel.wie_besluit and wijze != "voorstel":
        bron.meld("wie_besluit", "een zin", 'niets, of wijze = "voorstel"')
    bron.sluit()
    return stemregel


def lees_aanpak(bron: Tabel) -> Aanpak:
    van, tot = bron.periode()
    aanpak = Aanpak(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=120),
        privacyprotocol=bron.tekst("privacyprotocol"),
        wettelijk_kader=bron.tekst("wettelijk_kader"),
        geldig_van=van,
        geldig_tot=tot,
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        weging_door=bron.tekst("weging_door", verplicht=False),
        vaste_partijen=bron.teksten("vaste_partijen", verplicht=False),
    )
    bron.sluit()
    return aanpak


def met_weging(aanpakken: Iterable[Aanpak], overal: str) -> tuple[Aanpak, ...]:
    """``overal`` is who weighs where an aanpak does not say so itself."""
    return tuple(replace(aanpak, weging_door=aanpak.weging_door or overal) for aanpak in aanpakken)


def lees_fase(bron: Tabel) -> Fase:
    vooruit = bron.teksten("naar", verplicht=False)
    terug = bron.teksten("terug", verplicht=False)
    for sleutel in terug:
        if sleutel in vooruit:
            bron.meld("terug", toon(sleutel), "een fase die niet ook in naar staat")
    fase = Fase(
        sleutel=bron.sleutel("sleutel"),
        nummer=bron.tekst("nummer", langste=10),
        naam=bron.tekst("naam", langste=80),
        delen_toegestaan=bron.ja_nee("delen_toegestaan"),
        naar=vooruit + terug,
        terug=terug,
        doel=bron.tekst("doel"),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        aanpakken=bron.teksten("aanpakken", verplicht=False),
    )
    bron.sluit()
    return fase


def lees_besluit(bron: Tabel) -> Besluitsoort:
    besluit = Besluitsoort(
        sleutel=bron.sleutel("sleutel"),
        naam=bron.tekst("naam", langste=80),
        leidt_tot=bron.keuze("leidt_tot", get_args(BesluitGevolg)),
        naar_fase=bron.tekst("naar_fase", verplicht=False),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        overlegsoorten=bron.teksten("overlegsoorten", verplicht=False),
        aanpakken=bron.teksten("aanpakken", verplicht=False),
    )
    bron.sluit()
    return besluit


def lees_opschaling(bron: Tabel) -> Opschalingsregeling:
    opschaling = Opschalingsregeling(
        naar=bron.tekst("naar", langste=120),
        naar_kort=bron.tekst("naar_kort", langste=60),
        toelichting=bron.tekst("toelichting"),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
    )
    bron.sluit()
    return opschaling


def lees_geschillen(bron: Tabel) -> Mapping[str, tuple[str, ...]]:
    routes = {rol: bron.teksten(rol, minstens=1) for rol in get_args(Geschilrol) if bron.heeft(rol)}
    bron.sluit()
    return MappingProxyType(routes)


def lees_triage(bron: Tabel, sleutel: str) -> tuple[Triagedeel, ...]:
    """What a triage settles on the way to a meeting; doel and thema's unless the profile says less."""
    mogelijk: tuple[Triagedeel, ...] = get_args(Triagedeel)
    if not bron.heeft(sleutel):
        return mogelijk
    gevonden = bron.teksten(sleutel, minstens=1)
    for deel in gevonden:
        if deel not in mogelijk:
            bron.meld(sleutel, toon(deel), "een van: " + ", ".join(mogelijk))
    return tuple(deel for deel in mogelijk if deel in gevonden)


def lees_aanmelders(bron: Tabel, sleutel: str) -> tuple[PartijSoort, ...]:
    """Which kinds of partij hand in a casus; only those of the convenant unless the profile says otherwise."""
    if not bron.heeft(sleutel):
        return (PartijSoort.CONVENANTPARTIJ,)
    gevonden = bron.teksten(sleutel, minstens=1)
    for soort in gevonden:
        if soort not in tuple(PartijSoort):
            bron.meld(sleutel, toon(soort), "een van: " + ", ".join(PartijSoort))
    return tuple(soort for soort in PartijSoort if soort in gevonden)


def lees_criterium(bron: Tabel) -> Criterium:
    criterium = Criterium(
        sleutel=bron.sleutel("sleutel"),
        tekst=bron.tekst("tekst"),
        toelichting=bron.tekst("toelichting", verplicht=False),
        artikel=bron.tekst("artikel", langste=LANGSTE_ARTIKEL),
        aanpakken=bron.teksten("aanpakken", verplicht=False),
    )
    bron.sluit()
    return criterium


def lees_partij(bron: Tabel) -> ProfielPartij:
    partij = ProfielPartij(
        naam=bron.tekst("naam", langste=120),
        kort=bron.tekst("kort", langste=LANGSTE_KORT),
        soort=bron.keuze("soort", tuple(PartijSoort), standaard=PartijSoort.CONVENANTPARTIJ),
        groep=bron.sleutel("groep"),
    )
    bron.sluit()
    return partij


def lees_grondslag(bron: Tabel) -> Grondslag:
    grondslag = Grondslag(
        sleutel=bron.sleutel("sleutel"),
        tekst=bron.tekst("tekst"),
        toelichting=bron.tekst("toelichting", verplicht=False),
        groepen=bron.teksten("groepen", verplicht=False),
    )
    bron.sluit()
    return grondslag


def lees_bewaartermijn(bron: Tabel) -> Bewaartermijn:
    van, tot = bron.periode()
    termijn = bron.tekst("termijn", verplicht=False)
    if termijn and not _TERMIJN.fullmatch(termijn):
        bron.meld("termijn", toon(termijn), 'leeg, of een getal met een tijd, zoals "6 maanden" of "5 jaar"')
    herkomst = bron.tekst("bron", verplicht=False)
    if termijn and not herkomst:
        bron.meld("bron", toon(herkomst), "waar de termijn staat, nu er een termijn is ingevuld")
    bron.tekst("beginmoment", verplicht=False)  # in profiles of before: from when a term runs is the application's own
    bewaartermijn = Bewaartermijn(
        sleutel=bron.sleutel("sleutel"),
        stap=bron.tekst("stap"),
        termijn=termijn,
        bron=herkomst,
        geldig_van=van,
        geldig_tot=tot,
    )
    bron.sluit()
    return bewaartermijn
