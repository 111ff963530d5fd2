"""The versions of a verslag: what each said, who signed it, and what was corrected in it and why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import AgendapuntId, PartijId
from zvh_desktop.models.overleg import Overleg, VerslagCorrectie
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.stukken.ondertekenaar import getekend_door
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import rijen_van
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt
from zvh_desktop.services.tafel.verslag_getekend import correcties_van, verklaringen_onder, verslag_inhoud
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

_TEKSTEN = ("beeld", "oordeel", "besluit")
_BESLUIT = ("soort besluit", "omschrijving", "voorwaarde", "informeren", "belegd bij")


@dataclass(frozen=True, slots=True)
class Correctie:
    """One correction: which point, what of it, why, and who signed it when."""

    versie: int
    punt_id: AgendapuntId
    plaats: str
    """The casusnummer, or the subject of a point without casus."""
    wat: tuple[str, ...]
    reden: str
    door: str
    op: date
    verklaring: int


@dataclass(frozen=True, slots=True)
class VersiePunt:
    """One point as a version said it: what it is about, and label and text of each part that was filled."""

    punt_id: AgendapuntId
    plaats: str
    delen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VerslagVersie:
    """One signed version. ``correctie`` is what made it, None for the first."""

    versie: int
    door: str
    op: date
    correctie: Correctie | None
    punten: tuple[VersiePunt, ...]


def lees_eronder(sessie: Session, overleg: Overleg) -> list[Any]:
    """Its corrections, what happened at the table, and the statements under it: read, and nothing of it verified."""
    return naast(
        sessie,
        lambda: correcties_van(sessie, overleg),
        lambda: rijen_van(sessie, overleg),
        lambda: verklaringen_onder(sessie, overleg),
    )


def lees_correcties(
    werkplek: Werkplek,
    sessie: Session,
    overleg: Overleg,
    punten: tuple[VerslagPunt, ...],
    gelezen: Sequence[VerslagCorrectie] | None = None,
) -> tuple[Correctie, ...]:
    """What was corrected in this verslag, the first correction first. The signatures must have been verified.

    ``gelezen``: its corrections, where those were read already.
    """
    rijen = correcties_van(sessie, overleg) if gelezen is None else gelezen
    inhouden = [*(_punten(rij.eerder_inhoud) for rij in rijen), _punten(verslag_inhoud(punten))]
    plaatsen = _plaatsen(overleg, punten)
    correcties = []
    for rij, voor, na in zip(rijen, inhouden, inhouden[1:], strict=False):
        door, op = getekend_door(werkplek, sessie, rij.verklaring_nummer)
        correcties.append(
            Correctie(
                versie=rij.versie,
                punt_id=rij.agendapunt_id,
                plaats=plaatsen[rij.agendapunt_id],
                wat=_verschil(voor[rij.agendapunt_id], na[rij.agendapunt_id]),
                reden=rij.reden,
                door=door,
                op=op,
                verklaring=rij.verklaring_nummer,
            )
        )
    return tuple(correcties)


def lees_versies(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: tuple[VerslagPunt, ...]
) -> tuple[VerslagVersie, ...]:
    """Every signed version in full, the newest first. The signatures must have been verified."""
    if overleg.vaststelling_verklaring is None:
        return ()
    rijen = correcties_van(sessie, overleg)
    correcties = lees_correcties(werkplek, sessie, overleg, punten)
    inhouden = [*(rij.eerder_inhoud for rij in rijen), verslag_inhoud(punten)]
    nummers = [*(rij.eerder_verklaring for rij in rijen), overleg.vaststelling_verklaring]
    plaatsen = _plaatsen(overleg, punten)
    partijen = dict(sessie.execute(select(Partij.id, Partij.naam)).all())
    besluiten = {b.sleutel: b.naam for b in werkplek.profiel_van(sessie, overleg).besluiten}
    versies = []
    for nummer, (inhoud, verklaring) in enumerate(zip(inhouden, nummers, strict=True), start=1):
        door, op = getekend_door(werkplek, sessie, verklaring)
        versies.append(
            VerslagVersie(
                versie=nummer,
                door=door,
                op=op,
                correctie=correcties[nummer - 2] if nummer > 1 else None,
                punten=tuple(
                    VersiePunt(id_, plaatsen[id_], _delen(punt, besluiten, partijen))
                    for id_, punt in _punten(inhoud).items()
                ),
            )
        )
    return tuple(reversed(versies))


def _plaatsen(overleg: Overleg, punten: tuple[VerslagPunt, ...]) -> Mapping[int, str]:
    onderwerpen = {punt.id: punt.onderwerp for punt in overleg.agendapunten}
    return {punt.id: punt.casusnummer or onderwerpen[punt.id] for punt in punten}


def _punten(inhoud: str) -> dict[AgendapuntId, list[Any]]:
    return {punt[0]: punt for punt in json.loads(inhoud)}


def _verschil(voor: list[Any], na: list[Any]) -> tuple[str, ...]:
    """Which parts of a point are not the same, in words."""
    wat = [naam for naam, oud, nieuw in zip(_TEKSTEN, voor[2:5], na[2:5], strict=True) if oud != nieuw]
    for nummer, (oud, nieuw) in enumerate(zip(voor[5], na[5], strict=False), start=1):
        wat += [
            f"besluit {nummer}, {naam}"
            for naam, oude, nieuwe in zip(_BESLUIT, oud, nieuw, strict=True)
            if oude != nieuwe
        ]
    return tuple(wat)


def _delen(
    punt: list[Any], besluiten: Mapping[str, str], partijen: Mapping[PartijId, str]
) -> tuple[tuple[str, str], ...]:
    delen = list(zip(("Beeld", "Oordeel", "Besluit"), punt[2:5], strict=True))
    for nummer, (soort, omschrijving, conditie, informering, belegd) in enumerate(punt[5], start=1):
        delen += [
            (f"Besluit {nummer}", "\n".join(deel for deel in (besluiten.get(soort, soort), omschrijving) if deel)),
            (f"Besluit {nummer}, voorwaarde", conditie),
            (f"Besluit {nummer}, informeren", informering),
            (f"Besluit {nummer}, belegd bij", partijen.get(belegd, "")),
        ]
    delen += [
        (f"Actie {nummer}", f"{omschrijving} ({partijen.get(belegd, '')})")
        for nummer, (belegd, omschrijving, *_) in enumerate(punt[6], start=1)
    ]
    return tuple((naam, tekst) for naam, tekst in delen if tekst.strip())
