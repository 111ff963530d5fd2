"""The sheet on which the regie ticks who sits at each point. It never leaves the house."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    Vakje,
    alinea,
    feiten,
    kader,
    kop1,
    maak_pdf,
    stijlen,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel, punt_naam
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.taal import datum_lang, opsomming, tijd
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST


@dataclass(frozen=True, slots=True)
class Presentieregel:
    """One partij that is expected at one point. ``afgevaardigde`` may be empty."""

    partij: str
    afgevaardigde: str
    aanwezigheid: Aanwezigheid = Aanwezigheid.ONBEKEND


@dataclass(frozen=True, slots=True)
class PresentiePunt:
    """One point with everyone expected at it."""

    begin: time
    casusnummer: str | None
    onderwerp: str
    regels: tuple[Presentieregel, ...]


@dataclass(frozen=True, slots=True)
class PresentielijstGegevens:
    """The whole list of one overleg."""

    kop: Documentkop
    overleg: DocumentOverleg
    punten: tuple[PresentiePunt, ...]
    artikel_geheimhouding: str


@gewogen
def bouw_presentielijst_pdf(gegevens: PresentielijstGegevens) -> bytes:
    """The list: per point a box to tick and room to sign, filled in with what is known already."""
    overleg = gegevens.overleg
    inhoud = titelblok(gegevens.kop.titel, overleg.naam)
    inhoud += feiten(
        (
            ("Datum", datum_lang(overleg.datum)),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
            ("Notulist", overleg.notulist),
        )
    )
    inhoud += kader(
        [met_artikel("Wijs bij elk punt iedereen aan tafel op de geheimhouding", gegevens.artikel_geheimhouding)]
    )
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += kop1(f"{nummer}.  {tijd(punt.begin)}  {punt_naam(punt.casusnummer, punt.onderwerp)}")
        inhoud += _wie_er_zit(punt)
    return maak_pdf(gegevens.kop, inhoud)


def _wie_er_zit(punt: PresentiePunt) -> list[Any]:
    """A row for everybody who can come, and below it who wrote: of that partij nobody sits there, ticks or signs."""
    if not punt.regels:
        return [alinea("Bij dit punt worden geen partijen verwacht.", stijlen().klein)]
    schreven = [regel for regel in punt.regels if regel.aanwezigheid is Aanwezigheid.SCHRIFTELIJK]
    komen = [regel for regel in punt.regels if regel not in schreven]
    inhoud: list[Any] = _tabel(komen) if komen else []
    if schreven:
        wie = opsomming(regel.partij for regel in schreven)
        inhoud.append(alinea(f"Alleen {AANWEZIGHEID_TEKST[Aanwezigheid.SCHRIFTELIJK]}: {wie}.", stijlen().klein))
    return inhoud


def _tabel(regels: Sequence[Presentieregel]) -> list[Any]:
    return tabel(
        (
            Tabelkolom("", 0.8),
            Tabelkolom("Partij", 5, vet=True),
            Tabelkolom("Afgevaardigde", 4.2),
            Tabelkolom("Aanwezigheid", 3),
            Tabelkolom("Paraaf", 3),
        ),
        [
            (
                Vakje(regel.aanwezigheid in (Aanwezigheid.AANWEZIG, Aanwezigheid.VERTROKKEN)),
                regel.partij,
                regel.afgevaardigde,
                "" if regel.aanwezigheid is Aanwezigheid.ONBEKEND else AANWEZIGHEID_TEKST[regel.aanwezigheid],
                "",
            )
            for regel in regels
        ],
        ruim=True,
    )
