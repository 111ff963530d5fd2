"""All besluiten of one overleg on one list, for the regie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zvh_desktop.documents.gecorrigeerd import gecorrigeerd
from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, feiten, kop1, maak_pdf, tabel, titelblok, wit
from zvh_desktop.documents.opmaak.kop import Documentkop, DocumentOverleg, GedrukteCorrectie, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import informering_tekst, punt_naam, vaststelling_tekst
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_lang, tijd


@dataclass(frozen=True, slots=True)
class BesluitOpLijst:
    """One besluit with the casus or subject it belongs to."""

    casusnummer: str | None
    onderwerp: str
    soort: str
    omschrijving: str
    conditie: str = ""
    belegd_bij: str = ""
    informering: str = ""
    reden_niet: str = ""


@dataclass(frozen=True, slots=True)
class BesluitenlijstGegevens:
    """The list of one overleg. ``vaststelling`` is None while the verslag is a concept."""

    kop: Documentkop
    overleg: DocumentOverleg
    besluiten: tuple[BesluitOpLijst, ...]
    vaststelling: Vaststelling | None
    correcties: tuple[GedrukteCorrectie, ...] = ()
    zonder_besluit: tuple[tuple[str, str], ...] = ()
    """Casusnummer and what came of it, such as 'Niet behandeld'."""


@gewogen
def bouw_besluitenlijst_pdf(gegevens: BesluitenlijstGegevens) -> bytes:
    """The list, grouped per casus in the order in which the besluiten were taken."""
    overleg = gegevens.overleg
    inhoud = titelblok(gegevens.kop.titel, overleg.naam)
    inhoud += feiten(
        (
            ("Datum", datum_lang(overleg.datum)),
            ("Tijd", f"{tijd(overleg.begin)}–{tijd(overleg.einde)}"),
            ("Plaats", overleg.plaats),
            ("Voorzitter", overleg.voorzitter),
            ("Status", vaststelling_tekst(gegevens.vaststelling)),
        )
    )
    inhoud += gecorrigeerd(gegevens.correcties)
    if not gegevens.besluiten:
        inhoud += [wit(), alinea("In dit overleg zijn geen besluiten genomen.")]
    inhoud += besluiten_deel(gegevens.besluiten, gegevens.kop.termen)
    inhoud += zonder_besluit_deel(gegevens.zonder_besluit)
    return maak_pdf(gegevens.kop, inhoud)


def besluiten_deel(alle: Sequence[BesluitOpLijst], termen: Termen) -> list[Any]:
    """The besluiten in a table per casus or subject."""
    inhoud: list[Any] = []
    per_punt: dict[str, list[BesluitOpLijst]] = {}
    for besluit in alle:
        per_punt.setdefault(punt_naam(besluit.casusnummer, besluit.onderwerp), []).append(besluit)
    for naam, besluiten in per_punt.items():
        inhoud += kop1(naam)
        inhoud += tabel(
            (Tabelkolom("Besluit", 4, vet=True), Tabelkolom("Omschrijving", 8.4), Tabelkolom("Belegd bij", 3.2)),
            [(besluit.soort, _omschrijving(besluit, termen), besluit.belegd_bij or "–") for besluit in besluiten],
        )
    return inhoud


def zonder_besluit_deel(zonder: Sequence[tuple[str, str]]) -> list[Any]:
    """Casussen that ended in another way, each with how; nothing where there are none."""
    if not zonder:
        return []
    kolommen = (Tabelkolom("Casus", 4, vet=True), Tabelkolom("Uitkomst", 11.6))
    return [*kop1("Zonder besluit"), *tabel(kolommen, list(zonder))]


def _omschrijving(besluit: BesluitOpLijst, termen: Termen) -> str:
    informering = informering_tekst(besluit.informering, besluit.reden_niet, termen)
    delen = (
        besluit.omschrijving,
        f"Op voorwaarde dat: {besluit.conditie}" if besluit.conditie.strip() else "",
        f"Informering: {informering}" if informering else "",
    )
    return "\n".join(deel for deel in delen if deel) or "–"
