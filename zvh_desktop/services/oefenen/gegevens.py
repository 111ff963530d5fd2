"""The invented casussen of a practice vault, read from resources/oefen; which partij is meant differs per house."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, time
from typing import Any

from zvh_desktop.models.keuzes import PartijSoort
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, ProfielPartij
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.paths import lees_hulpbron

_TERM = re.compile(r"\{([Dd]e )?(\w+)\}")
"""A word of the house in a text: {casusregisseur} or {Casusregisseur}, or with its article {de casusregisseur}."""


@dataclass(frozen=True, slots=True)
class OefenBetrokkene:
    """An invented person."""

    naam: str
    geboren: date
    gemeente: str
    adres: str


@dataclass(frozen=True, slots=True)
class OefenDeelnemer:
    """What one partij does at a casus. ``oordeel`` is rechtmatig, niet, verlopend or open."""

    rol: str
    oordeel: str
    motivering: str
    ingetrokken: str
    vraag: str
    antwoord: str
    relevant: bool
    bijdrage: str
    later: bool
    """Comes in when the casus is already on the table."""


@dataclass(frozen=True, slots=True)
class OefenActie:
    """An actie, ``dagen`` after the day on which it is agreed."""

    rol: str
    tekst: str
    dagen: int
    leefgebied: int
    gereed: bool


@dataclass(frozen=True, slots=True)
class OefenMelding:
    """What comes in: an aanmelding, which may become a casus."""

    dagen: int
    melder: str
    aanpak: int
    betrokkenen: tuple[OefenBetrokkene, ...]
    situatie: str
    aanleiding: str
    verzoek: str
    overig: str
    criterium: str
    uitkomst: str
    reden: str


@dataclass(frozen=True, slots=True)
class OefenCasus:
    """A casus from aanmelding to besluit. ``bereikt`` is False where the tafel had no time left for it."""

    sleutel: str
    tafel: str
    minuten: int
    melding: OefenMelding
    triage: str
    doel: str
    themas: str
    besluit: str
    besluit_tekst: str
    belegd: str
    conditie: str
    informering: str
    beeld: str
    oordeel_tekst: str
    besluitvorming: str
    deelnemers: tuple[OefenDeelnemer, ...]
    acties: tuple[OefenActie, ...]
    bereikt: bool


@dataclass(frozen=True, slots=True)
class OefenPlan:
    """The plan van aanpak of one casus. ``doelen`` are pairs of a leefgebied (its place in the list) and a goal."""

    casus: str
    regisseur_rol: str
    regisseur: str
    informeert: str
    afschalingscriteria: str
    doelen: tuple[tuple[int, str], ...]
    rollen: tuple[tuple[str, str, str], ...]
    acties: tuple[OefenActie, ...]


@dataclass(frozen=True, slots=True)
class OefenAfschaling:
    """The afschaling of one casus. ``afgevinkt`` lines of the checklist are done."""

    casus: str
    regisseur_rol: str
    regisseur: str
    manager: str
    motivering: str
    criteria: str
    overgedragen: str
    afgevinkt: int
    opmerking: str


@dataclass(frozen=True, slots=True)
class OefenStuk:
    """Information of one partij."""

    rol: str
    titel: str
    tekst: str
    gebruik: str


@dataclass(frozen=True, slots=True)
class OefenOpschaling:
    """One casus that goes to another house, where there is one. ``met`` has the supplier's consent, ``zonder`` not."""

    casus: str
    besluit_tekst: str
    conditie: str
    besluitvorming: str
    motivering: str
    criteria: str
    gevraagd: str
    akkoord_door: str
    akkoord_functie: str
    akkoord_kenmerk: str
    toestemming_door: str
    toestemming_kenmerk: str
    grondslag: str
    met: OefenStuk
    zonder: OefenStuk
    plan: OefenPlan


@dataclass(frozen=True, slots=True)
class OefenTafel:
    """Where and when a tafel is held."""

    onderwerp: str
    plaats: str
    voorzitter: str
    tweede_voorzitter: str
    notulist: str
    begin: time
    einde: time


@dataclass(frozen=True, slots=True)
class OefenNamen:
    """What invented contactpersonen are made of."""

    voorletters: tuple[str, ...]
    achternamen: tuple[str, ...]
    functies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Oefengegevens:
    """Everything together."""

    rollen: Mapping[str, tuple[str, ...]]
    namen: OefenNamen
    casussen: tuple[OefenCasus, ...]
    meldingen: tuple[OefenMelding, ...]
    plan: OefenPlan
    afschaling: OefenAfschaling
    opschaling: OefenOpschaling
    tafel: OefenTafel


def lees_oefengegevens() -> Oefengegevens:
    """Read the three files."""
    rollen = tomllib.loads(lees_hulpbron("oefen/rollen.toml").decode())
    casussen = tomllib.loads(lees_hulpbron("oefen/casussen.toml").decode())
    afronding = tomllib.loads(lees_hulpbron("oefen/afronding.toml").decode())
    return Oefengegevens(
        rollen={rol["sleutel"]: tuple(rol["groepen"]) for rol in rollen["rollen"]},
        namen=OefenNamen(tuple(rollen["voorletters"]), tuple(rollen["achternamen"]), tuple(rollen["functies"])),
        casussen=tuple(map(_casus, casussen["casus"])),
        meldingen=tuple(map(_melding, casussen["aanmelding"])),
        plan=_plan(afronding["plan"]),
        afschaling=OefenAfschaling(**afronding["afschaling"]),
        opschaling=_opschaling(afronding["opschaling"]),
        tafel=OefenTafel(**afronding["tafel"]),
    )


def in_woorden_van(gegevens: Oefengegevens, termen: Termen) -> Oefengegevens:
    """The same data with every {term} in its texts said as this house says it."""
    vertaald: Oefengegevens = _vertaal(gegevens, termen)
    return vertaald


def _vertaal(waarde: Any, termen: Termen) -> Any:
    if isinstance(waarde, str):
        return _TERM.sub(lambda plek: _woord(plek, termen), waarde)
    if isinstance(waarde, tuple):
        return tuple(_vertaal(een, termen) for een in waarde)
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return replace(waarde, **{veld.name: _vertaal(getattr(waarde, veld.name), termen) for veld in fields(waarde)})
    return waarde


def _woord(plek: re.Match[str], termen: Termen) -> str:
    lidwoord, term = plek.groups()
    veld = term.lower()
    zin = str(getattr(termen, veld)) if lidwoord is None else termen.met_lidwoord(veld)
    return hoofdletter(zin) if (lidwoord or term)[0].isupper() else zin


def wijs_rollen_toe(rollen: Mapping[str, tuple[str, ...]], profiel: Huisprofiel) -> Mapping[str, ProfielPartij]:
    """A partij of this house for every rol, no partij twice.

    A house without a partij of the right groep lends the next free one; a small house leaves roles empty. A derde is
    never at the table and gets no role.
    """
    vrij = [partij for partij in profiel.partijen if partij.soort is not PartijSoort.DERDE]
    gekozen: dict[str, ProfielPartij] = {}
    for rol, groepen in rollen.items():
        passend = next((partij for groep in groepen for partij in vrij if partij.groep == groep), None)
        if passend is not None:
            gekozen[rol] = passend
            vrij.remove(passend)
    for rol in rollen:
        if rol not in gekozen and vrij:
            gekozen[rol] = vrij.pop(0)
    return gekozen


def met_opschaling(gegevens: Oefengegevens) -> Oefengegevens:
    """The same data for a house that can take a casus to another one: that casus gets the besluit to do so."""
    naar = gegevens.opschaling
    casussen = (
        replace(
            casus,
            besluit="opschaling",
            besluit_tekst=naar.besluit_tekst,
            conditie=naar.conditie,
            besluitvorming=naar.besluitvorming,
        )
        if casus.sleutel == naar.casus
        else casus
        for casus in gegevens.casussen
    )
    return replace(gegevens, casussen=tuple(casussen))


def _casus(bron: dict[str, Any]) -> OefenCasus:
    return OefenCasus(
        sleutel=bron["sleutel"],
        tafel=bron["tafel"],
        minuten=bron["minuten"],
        melding=_melding(bron),
        triage=bron.get("triage", "klaar"),
        doel=bron["doel"],
        themas=bron["themas"],
        besluit=bron["besluit"],
        besluit_tekst=bron.get("besluit_tekst", ""),
        belegd=bron.get("belegd", ""),
        conditie=bron.get("conditie", ""),
        informering=bron.get("informering", ""),
        beeld=bron.get("beeld", "").strip(),
        oordeel_tekst=bron.get("oordeel_tekst", "").strip(),
        besluitvorming=bron.get("besluitvorming", "").strip(),
        deelnemers=tuple(map(_deelnemer, bron["partijen"])),
        acties=tuple(map(_actie, bron.get("acties", ()))),
        bereikt=bron.get("bereikt", True),
    )


def _melding(bron: dict[str, Any]) -> OefenMelding:
    return OefenMelding(
        dagen=bron["dagen"],
        melder=bron["melder"],
        aanpak=bron["aanpak"],
        betrokkenen=tuple(OefenBetrokkene(**een) for een in bron["betrokkenen"]),
        situatie=bron["situatie"].strip(),
        aanleiding=bron["aanleiding"],
        verzoek=bron["verzoek"],
        overig=bron.get("overig", ""),
        criterium=bron["criterium"],
        uitkomst=bron.get("uitkomst", "geaccepteerd"),
        reden=bron.get("reden", ""),
    )


def _deelnemer(bron: dict[str, Any]) -> OefenDeelnemer:
    return OefenDeelnemer(
        rol=bron["rol"],
        oordeel=bron["oordeel"],
        motivering=bron.get("motivering", ""),
        ingetrokken=bron.get("ingetrokken", ""),
        vraag=bron.get("vraag", ""),
        antwoord=bron.get("antwoord", ""),
        relevant=bron.get("relevant", True),
        bijdrage=bron.get("bijdrage", ""),
        later=bron.get("later", False),
    )


def _actie(bron: dict[str, Any]) -> OefenActie:
    return OefenActie(
        bron["rol"], bron["tekst"], bron["dagen"], bron["leefgebied"], gereed=bron.get("status") == "gereed"
    )


def _plan(bron: dict[str, Any]) -> OefenPlan:
    return OefenPlan(
        casus=bron["casus"],
        regisseur_rol=bron["regisseur_rol"],
        regisseur=bron["regisseur"],
        informeert=bron["informeert"],
        afschalingscriteria=bron["afschalingscriteria"].strip(),
        doelen=tuple((doel["leefgebied"], doel["doel"]) for doel in bron["doelen"]),
        rollen=tuple((rol["rol"], rol["doet"], rol["nodig"]) for rol in bron["rollen"]),
        acties=tuple(map(_actie, bron["acties"])),
    )


def _opschaling(bron: dict[str, Any]) -> OefenOpschaling:
    delen: dict[str, Any] = {
        "met": OefenStuk(**bron["met"]),
        "zonder": OefenStuk(**bron["zonder"]),
        "plan": _plan(bron["plan"]),
    }
    teksten: dict[str, Any] = {naam: waarde.strip() for naam, waarde in bron.items() if naam not in delen}
    return OefenOpschaling(**teksten, **delen)
