"""Where others wrote of this file: what stands in a text of another casus or overleg stays, and is said before it goes.

Asked of the index of what was written, so that it costs no more in a vault of many years. A text of others is not taken
away: it is theirs, and often signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.models.bestuur import OverlegBesluit
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.plan import PlanVanAanpak
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.werkplek.samen import leesbaar
from zvh_desktop.services.werkplek.vermelding import Vermeldingen

_SOORTEN: Final[Mapping[int, Any]] = dict(enumerate((Agendapunt, Besluit, Actie, PlanVanAanpak, OverlegBesluit)))
"""In the index the rowid is id * 8 + kind (database/bestand/zoekindex.py)."""
_MAAL: Final = 8
_KORTST: Final = 3
"""The index knows no word of fewer letters."""
_VRAAG: Final = text("SELECT rowid, tekst FROM zoek_tekst WHERE zoek_tekst MATCH :zin ORDER BY rowid DESC")
_ACTIES: Final = text("SELECT rowid / 4 FROM zoek WHERE zoek MATCH :zin AND rowid % 4 = 3 ORDER BY rowid DESC")
"""What an actie says stands in the index of names."""


def elders_genoemd(sessie: Session, dossier: Dossier) -> tuple[str, ...]:
    """'casus 2026-0003', 'het overleg van 13 november 2026': where its number or one of its people is named."""
    with leesbaar(sessie) as leest:
        return _genoemd(leest, dossier)


def _genoemd(sessie: Session, dossier: Dossier) -> tuple[str, ...]:
    casus = sessie.get(Casus, dossier.casus) if dossier.casus is not None else None
    if casus is None:
        return ()
    namen = sessie.scalars(select(Betrokkene.naam).where(Betrokkene.casus_id == casus.id)).all()
    gevonden = {waar for woord in (casus.nummer, *namen) for waar in _waar(sessie, dossier, woord)}
    return tuple(sorted(gevonden))


def _waar(sessie: Session, dossier: Dossier, woord: str) -> Iterator[str]:
    lang = [deel.replace('"', "") for deel in gevouwen(woord).split() if len(deel) >= _KORTST]
    if not lang:
        return
    zin = " AND ".join(f'"{deel}"' for deel in lang)
    for rij, geschreven in sessie.execute(_VRAAG, {"zin": zin}):
        if _noemt(geschreven, woord):
            yield from _plek(sessie, dossier, sessie.get(_SOORTEN[rij % _MAAL], rij // _MAAL))
    for actie_id in sessie.execute(_ACTIES, {"zin": zin}).scalars():
        actie = sessie.get(Actie, actie_id)
        if actie is not None and _noemt(actie.omschrijving, woord):
            yield from _plek(sessie, dossier, actie)


def _noemt(geschreven: str, woord: str) -> bool:
    vermeldingen = Vermeldingen((geschreven,))
    return vermeldingen.noemt(woord) or woord in vermeldingen.casusnummers()


def _plek(sessie: Session, dossier: Dossier, rij: Any) -> Iterator[str]:
    """Of which casus or overleg this text is; nothing for one that goes along."""
    punt = rij if isinstance(rij, Agendapunt) else None
    if isinstance(rij, OverlegBesluit):
        punt = sessie.get(Agendapunt, rij.agendapunt_id)
    casus_id = getattr(rij, "casus_id", None)
    if casus_id is not None:
        casus = sessie.get(Casus, casus_id) if casus_id != dossier.casus else None
        if casus is not None:
            yield f"casus {casus.nummer}"
    elif punt is not None and punt.overleg_id not in dossier.alleen:
        yield f"het overleg van {datum_kort(sessie.get_one(Overleg, punt.overleg_id).datum)}"
