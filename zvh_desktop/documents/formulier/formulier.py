"""The aanmeldformulier as a PDF that any viewer can fill in. It does nothing by itself: no script, no link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zvh_desktop.documents.formulier.vragen import FORMULIERVELD, Vraag, Vraagdeel, Vraagvorm
from zvh_desktop.documents.opmaak.blad import Later, alinea, kop1, lange_tekst, maak_pdf, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.weging import gewogen

Veldrij = Later("zvh_desktop.documents.formulier.velden", "Veldrij")
Bijeen = Later("zvh_desktop.documents.formulier.velden", "Bijeen")


@dataclass(frozen=True, slots=True)
class FormulierGegevens:
    """One form. ``kenmerk`` says of which house and which version it is."""

    kop: Documentkop
    titel: str
    uitleg: tuple[str, ...]
    delen: tuple[Vraagdeel, ...]
    kenmerk: str


@gewogen
def bouw_formulier_pdf(gegevens: FormulierGegevens) -> bytes:
    """The questions of the house, part by part."""
    inhoud: list[Any] = titelblok(gegevens.titel, gegevens.kop.huis_naam)
    inhoud += [alinea(zin) for zin in gegevens.uitleg]
    for deel in gegevens.delen:
        boven = [*kop1(deel.kop), *([alinea(deel.uitleg)] if deel.uitleg else [])]
        for rij in _rijen(deel.vragen):
            if rij[0].boven:
                boven += [wit(4), *lange_tekst(rij[0].boven)]
            inhoud.append(Bijeen([*boven, Veldrij(rij)]))
            boven = []
    label = "Kenmerk van dit formulier (niet wijzigen)"
    inhoud.append(Veldrij((Vraag(FORMULIERVELD, label, Vraagvorm.REGEL, waarde=gegevens.kenmerk),)))
    return maak_pdf(gegevens.kop, inhoud, invulbaar=True)


def _rijen(vragen: tuple[Vraag, ...]) -> list[tuple[Vraag, ...]]:
    rijen: list[list[Vraag]] = []
    vol = 1.0
    for vraag in vragen:
        if vol + vraag.breed > 1.001:
            rijen.append([])
            vol = 0.0
        rijen[-1].append(vraag)
        vol += vraag.breed
    return [tuple(rij) for rij in rijen]
