"""The texts of a plan that go to a word processor, and the plan with what came back of them.

A goal is known by what it said when it went and in which leefgebied, not by its place: one that was taken out here
meanwhile would shift the others.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from zvh_desktop.documents.word.blokken import tekstmerk
from zvh_desktop.documents.word.lezen import Teruggelezen
from zvh_desktop.services.bewerkbaar.voorstel import Veldnu
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanBeeld, PlanInvoer

_Herkend = tuple[str, str]
"""By which a goal is known again: the letters of its leefgebied, and the digest of its text."""


def planvelden(beeld: PlanBeeld) -> tuple[Veldnu, ...]:
    """The texts of a plan in the order in which they are printed; of a partij that may not be named there are none."""
    invoer = beeld.invoer
    rollen = (
        veld
        for rij, een in enumerate((rol for rol in beeld.rollen if rol.mag), start=1)
        for veld in (
            Veldnu(f"rol{een.partij_id}_rol", f"Rol van {een.partij}", f"rollen.{rij}.rol", een.rol, "Rol"),
            Veldnu(
                f"rol{een.partij_id}_nodig",
                f"Wat {een.partij} nodig heeft te weten",
                f"rollen.{rij}.nodig_te_weten",
                een.informatiebehoefte,
                "Nodig te weten",
            ),
        )
    )
    criteria = _criteria(invoer.afschalingscriteria)
    return (
        *_doelvelden(invoer.doelen),
        *rollen,
        Veldnu("informeert", "Wie informeert", "wie_informeert", invoer.informeert_betrokkene, "Wie informeert"),
        Veldnu("reden", "Waarom niet", "waarom_niet_geinformeerd", invoer.niet_geinformeerd_omdat, "Waarom niet"),
        Veldnu("criteria", "Criteria", "criteria", criteria, "Criteria"),
    )


def _doelvelden(doelen: Sequence[DoelInvoer]) -> Iterator[Veldnu]:
    for rij, een in enumerate(doelen, start=1):
        naam = f"Doel {rij}, {een.leefgebied}"
        yield Veldnu(_doelsleutel(rij, een), naam, f"doelen.{rij}.doel", een.doel, f"Doel {rij}")


def _doelsleutel(rij: int, een: DoelInvoer) -> str:
    return f"doel{rij}_{_letters(een.leefgebied)}"


def _letters(leefgebied: str) -> str:
    """A leefgebied in the letters that a mark can hold."""
    return "".join(chr(ord("a") + getal % 26) for getal in hashlib.sha256(leefgebied.encode()).digest()[:5])


def _criteria(tekst: str) -> str:
    """One on a line, as they are printed."""
    return "\n".join(regel.strip() for regel in tekst.splitlines() if regel.strip())


def met_doelen_van_nu(velden: Sequence[Veldnu], terug: Teruggelezen, huissleutel: bytes) -> Teruggelezen:
    """What came back, with each goal under the key it has now; one of which that is not certain keeps none."""
    daar = sorted((een.merk.sleutel for een in terug.teksten if een.merk.sleutel.startswith("doel")), key=_plaats)
    basis = {een.merk.sleutel: een.merk.basis for een in terug.teksten}
    hier = [een.sleutel for een in velden if een.sleutel.startswith("doel")]
    tekst_nu = {een.sleutel: tekstmerk(een.tekst, huissleutel) for een in velden}
    nu = _gekoppeld(
        [(_gebied(sleutel), basis[sleutel]) for sleutel in daar], [(_gebied(een), tekst_nu[een]) for een in hier]
    )
    wordt = {sleutel: hier[nu[plek]] if plek in nu else f"weg{plek}" for plek, sleutel in enumerate(daar)}
    return replace(
        terug,
        teksten=tuple(
            replace(een, merk=replace(een.merk, sleutel=wordt.get(een.merk.sleutel, een.merk.sleutel)))
            for een in terug.teksten
        ),
        dubbel=tuple(een for een in terug.dubbel if not een.startswith("doel") or een in hier),
    )


def _plaats(sleutel: str) -> int:
    return int(sleutel.removeprefix("doel").partition("_")[0] or 0)


def _gebied(sleutel: str) -> str:
    return sleutel.partition("_")[2]


def _gekoppeld(daar: Sequence[_Herkend], hier: Sequence[_Herkend]) -> Mapping[int, int]:
    """Which goal of the file is which goal here, by their places.

    First those that say what they said. Of two that say the same nobody can tell which one went, so then none of them
    is coupled. What is left between two others in the same number, each in its own leefgebied, was rewritten here.
    """
    plekken: dict[_Herkend, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for kant, lijst in enumerate((daar, hier)):
        for plek, een in enumerate(lijst):
            plekken[een][kant].append(plek)
    uit = {
        links: rechts
        for ginds, bij_ons in plekken.values()
        if len(ginds) == len(bij_ons)
        for links, rechts in zip(ginds, bij_ons, strict=True)
    }
    bezet = set(uit.values())
    for wat, vanaf, tot, nu_vanaf, nu_tot in SequenceMatcher(None, daar, hier, autojunk=False).get_opcodes():
        if wat == "replace" and tot - vanaf == nu_tot - nu_vanaf:
            for links, rechts in zip(range(vanaf, tot), range(nu_vanaf, nu_tot), strict=True):
                zeker = not plekken[daar[links]][1] and not plekken[hier[rechts]][0]
                if zeker and rechts not in bezet and daar[links][0] == hier[rechts][0]:
                    uit[links] = rechts
    return uit


def met_teksten(invoer: PlanInvoer, teksten: Mapping[str, str]) -> PlanInvoer:
    """The plan with these texts in place of its own; a goal without text is no goal."""
    doelen = (
        replace(een, doel=teksten.get(_doelsleutel(rij, een), een.doel)) for rij, een in enumerate(invoer.doelen, 1)
    )
    criteria = _criteria(teksten["criteria"]) if "criteria" in teksten else invoer.afschalingscriteria
    return replace(
        invoer,
        doelen=tuple(een for een in doelen if een.doel.strip()),
        rollen=tuple(
            replace(
                een,
                rol=teksten.get(f"rol{een.partij_id}_rol", een.rol),
                informatiebehoefte=teksten.get(f"rol{een.partij_id}_nodig", een.informatiebehoefte),
            )
            for een in invoer.rollen
        ),
        informeert_betrokkene=teksten.get("informeert", invoer.informeert_betrokkene),
        niet_geinformeerd_omdat=teksten.get("reden", invoer.niet_geinformeerd_omdat),
        afschalingscriteria=criteria,
    )
