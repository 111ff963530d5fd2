"""The end of a file in words: what goes, what stays, and what was handed out before."""

from __future__ import annotations

from collections.abc import Iterator

from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.models.taal import hoofdletter, opsomming
from zvh_desktop.services.vernietigen.eigen import NAAM
from zvh_desktop.services.vernietigen.gegevens import Inhoudsopgave, Opruimstap
from zvh_desktop.ui.teksten.datums import datum_kort

WERKWOORD = {
    VernietigSoort.SCHONEN: "schonen",
    VernietigSoort.VERNIETIGEN: "vernietigen",
    VernietigSoort.AANMELDING: "vernietigen",
    VernietigSoort.VERZOEK: "vernietigen",
    **dict.fromkeys(NAAM, "vernietigen"),
}
GEDAAN = {
    VernietigSoort.SCHONEN: "geschoond",
    VernietigSoort.VERNIETIGEN: "vernietigd",
    VernietigSoort.AANMELDING: "vernietigd",
    VernietigSoort.VERZOEK: "vernietigd",
    **dict.fromkeys(NAAM, "vernietigd"),
}
_MEESTE = 8
"""So many places are named; who has more looks for the number."""


def over(soort: VernietigSoort, nummer: str) -> str:
    """What the act is about: the whole file, or one kind of data in it."""
    return f"{NAAM[soort]} van dossier {nummer}" if soort in NAAM else f"dossier {nummer}"


def handeling(soort: VernietigSoort, nummer: str) -> str:
    """The act as the name of a button or a window."""
    return hoofdletter(f"{over(soort, nummer)} {WERKWOORD[soort]}")


def voorstel(soort: VernietigSoort, nummer: str) -> str:
    """The same, proposed to another."""
    return f"om {over(soort, nummer)} te {WERKWOORD[soort]}"


def wat_er_gaat(titel: str, inhoud: Inhoudsopgave) -> Iterator[str]:
    """The lines that are shown before it is signed."""
    yield titel
    yield "Dit kunt u niet ongedaan maken, ook niet met een reservekopie."
    for soort in inhoud.soorten:
        yield f"Weg: {soort.aantal} {soort.naam}"
    if inhoud.verklaringen:
        yield f"Weg: de inhoud van {inhoud.verklaringen} ondertekende verklaringen"
    for naam in inhoud.blijft:
        yield f"Blijft: {naam[:1].lower()}{naam[1:]}"
    if inhoud.gedeeld:
        wat = "1 overleg" if inhoud.gedeeld == 1 else f"{inhoud.gedeeld} overleggen"
        yield f"Het verslag van {wat} met ook andere casussen blijft zonder deze casus; u ondertekent wat overblijft."
    if inhoud.elders:
        meer = len(inhoud.elders) - _MEESTE
        waar = inhoud.elders if meer <= 0 else (*inhoud.elders[:_MEESTE], f"{meer} andere")
        yield f"Dit dossier wordt ook genoemd bij {opsomming(waar)}. Wat daar staat, blijft: lees dat na."
    for uit in inhoud.uitgiften:
        yield f"Eerder uitgegeven aan {uit.partij}: {uit.aantal} keer {uit.wat}. Dat staat buiten de kluis."
    yield "De kluis krijgt daarna een nieuwe sleutel. Dat kan even duren."


def wanneer(stap: Opruimstap) -> str:
    """From which day it may, and why."""
    if stap.gedaan_op is not None:
        return f"Gedaan op {datum_kort(stap.gedaan_op)}."
    if stap.vanaf is None:
        return "Er is nog geen dag te noemen."
    bron = f", volgens {stap.bron}" if stap.bron else ""
    return f"Kan vanaf {datum_kort(stap.vanaf)} (bewaartermijn {stap.termijn}{bron})."
