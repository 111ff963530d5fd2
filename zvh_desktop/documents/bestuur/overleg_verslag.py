"""The verslag of a meeting at tactical or strategic level: who was there, what was said, what was decided and how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.bestuur.overleg_agenda import overlegfeiten
from zvh_desktop.documents.opmaak.blad import (
    Tabelkolom,
    alinea,
    feiten,
    kader,
    kop1,
    kop2,
    lange_tekst,
    maak_pdf,
    puntenlijst,
    stijlen,
    tabel,
    titelblok,
)
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import vaststelling_tekst
from zvh_desktop.models.keuzes import Aanwezigheid
from zvh_desktop.models.taal import datum_cijfers
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST


@dataclass(frozen=True, slots=True)
class VerslagLid:
    """How one member was present, and what it let know when it was not."""

    partij: str
    vertegenwoordiger: str
    aanwezigheid: Aanwezigheid
    inbreng_gevraagd_op: date | None
    inbreng: str
    gehoord_op: date | None


@dataclass(frozen=True, slots=True)
class VerslagVoorstel:
    """A proposal and what became of it. ``uitslag`` says that in one sentence with the article."""

    voorstel: str
    toelichting: str
    raakt: str
    uitslag: str
    stemmen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VerslagOnderwerp:
    """One point."""

    onderwerp: str
    tekst: str
    voorstellen: tuple[VerslagVoorstel, ...]


@dataclass(frozen=True, slots=True)
class OverlegVerslagGegevens:
    """The whole verslag. ``vaststelling`` is None while it is a concept."""

    kop: Documentkop
    overleg: DocumentOverleg
    leden: tuple[VerslagLid, ...]
    punten: tuple[VerslagOnderwerp, ...]
    afspraken: tuple[str, ...]
    geen_casus: str
    vaststelling: Vaststelling | None


@gewogen
def bouw_overleg_verslag_pdf(gegevens: OverlegVerslagGegevens) -> bytes:
    """Attendance, then every point with its proposals and votes."""
    inhoud = titelblok(gegevens.kop.titel, gegevens.overleg.naam)
    inhoud += overlegfeiten(gegevens.overleg, ("Status", vaststelling_tekst(gegevens.vaststelling)))
    inhoud += kop1("Aanwezigheid")
    inhoud += tabel(
        (Tabelkolom("Lid", 5.5, vet=True), Tabelkolom("Vertegenwoordiger", 4.5), Tabelkolom("Aanwezigheid", 5)),
        [(lid.partij, lid.vertegenwoordiger or "–", _aanwezigheid(lid)) for lid in gegevens.leden],
    )
    inbreng = [lid for lid in gegevens.leden if lid.inbreng.strip()]
    if inbreng:
        inhoud += kop1("Inbreng van leden die er niet waren")
        for lid in inbreng:
            inhoud += kop2(lid.partij)
            inhoud += lange_tekst(lid.inbreng)
    for nummer, punt in enumerate(gegevens.punten, start=1):
        inhoud += kop1(f"{nummer}.  {punt.onderwerp}")
        if punt.tekst.strip():
            inhoud += lange_tekst(punt.tekst)
        elif not punt.voorstellen:
            inhoud += [alinea("Bij dit punt is niets vastgelegd.", stijlen().klein)]
        for voorstel in punt.voorstellen:
            inhoud += _voorstel(voorstel)
    inhoud += kop1("Hoe dit overleg besluit")
    inhoud += puntenlijst(gegevens.afspraken)
    inhoud += kader([gegevens.geen_casus])
    return maak_pdf(gegevens.kop, inhoud)


def _voorstel(voorstel: VerslagVoorstel) -> list[Any]:
    inhoud = kop2(voorstel.voorstel)
    if voorstel.toelichting.strip():
        inhoud += lange_tekst(voorstel.toelichting)
    per_stem: dict[str, list[str]] = {}
    for partij, stem in voorstel.stemmen:
        per_stem.setdefault(stem, []).append(partij)
    return inhoud + feiten(
        (
            ("Besluit", voorstel.uitslag or "nog niet besloten"),
            ("Raakt ernstig", voorstel.raakt),
            *((stem.capitalize(), ", ".join(partijen)) for stem, partijen in per_stem.items()),
        )
    )


def _aanwezigheid(lid: VerslagLid) -> str:
    delen = [AANWEZIGHEID_TEKST[lid.aanwezigheid]]
    if lid.inbreng_gevraagd_op is not None:
        delen.append(f"om inbreng gevraagd op {datum_cijfers(lid.inbreng_gevraagd_op)}")
    if lid.gehoord_op is not None:
        delen.append(f"gehoord op {datum_cijfers(lid.gehoord_op)}")
    return "; ".join(delen)
