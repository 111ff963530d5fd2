"""The report to read: each table with its chart, which says nothing that the table does not say."""

from __future__ import annotations

from typing import Any, Final

from reportlab.graphics.shapes import Drawing, Rect, String

from zvh_desktop.documents.cijfers.gegevens import Cijferblad, Cijferrapport
from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, kop2, maak_pdf, puntenlijst, tabel, titelblok
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.stijl import ACCENT, GRIJS, INHOUD_BREEDTE, INKT, stijlen

_BALK: Final = 8.0
_RIJ: Final = 26.0
_NAAM: Final = 176.0
_LEGENDA: Final = 18.0
_HOOGSTENS: Final = 12
"""Lines of one chart; a longer table stands alone."""
_LETTERS: Final = 34


def bouw_jaarcijfers_pdf(kop: Documentkop, rapport: Cijferrapport) -> bytes:
    """Goals first: that is what the manager is asked about."""
    inhoud = titelblok(kop.titel, f"{rapport.nu}, naast {rapport.toen}")
    if rapport.doelen:
        inhoud += kop2(f"{rapport.plan}: doelen en stand")
        kolommen = (
            Tabelkolom("Doel", 8, vet=True),
            Tabelkolom("Streven", 4),
            Tabelkolom("Stand", 3),
            Tabelkolom("Oordeel", 3),
        )
        inhoud += tabel(kolommen, [(een.tekst, een.streeft_naar, een.stand, een.oordeel) for een in rapport.doelen])
    for blad in rapport.bladen:
        inhoud += _blad(blad, rapport)
    if rapport.opmerkingen:
        inhoud += kop2("Bij deze cijfers")
        inhoud += puntenlijst(rapport.opmerkingen)
    return maak_pdf(kop, inhoud)


def _blad(blad: Cijferblad, rapport: Cijferrapport) -> list[Any]:
    kolommen = (
        Tabelkolom(blad.kop, 9, vet=True),
        Tabelkolom(rapport.nu, 4),
        Tabelkolom(rapport.toen, 4),
        Tabelkolom("Verschil", 2),
    )
    uit = kop2(blad.titel)
    if blad.uitleg:
        uit.append(alinea(blad.uitleg))
    uit += tabel(kolommen, [(rij.naam, rij.nu_tekst, rij.toen_tekst, rij.verschil) for rij in blad.rijen])
    if blad.grafiek and len(blad.rijen) > 1 and any(rij.nu or rij.toen for rij in blad.rijen):
        uit.append(staven(blad, rapport.nu, rapport.toen))
    return uit


def staven(blad: Cijferblad, nu: str, toen: str) -> Drawing:
    """Two bars a line, now above then; what is not told has none."""
    rijen = blad.rijen[:_HOOGSTENS]
    hoogte = _LEGENDA + _RIJ * len(rijen)
    grootst = max(max(rij.nu or 0, rij.toen or 0) for rij in rijen) or 1
    ruimte = INHOUD_BREEDTE - _NAAM - 40
    tekening = Drawing(INHOUD_BREEDTE, hoogte)
    letter = stijlen().klein.fontName
    for plaats, (naam, kleur) in enumerate(((nu, ACCENT), (toen, GRIJS))):
        links = _NAAM + plaats * ruimte / 2
        tekening.add(Rect(links, hoogte - 11, 8, 8, fillColor=kleur, strokeColor=None))
        tekening.add(String(links + 12, hoogte - 10, naam, fontName=letter, fontSize=8, fillColor=INKT))
    for nummer, rij in enumerate(rijen):
        boven = hoogte - _LEGENDA - nummer * _RIJ
        naam = rij.naam if len(rij.naam) <= _LETTERS else rij.naam[: _LETTERS - 1].rstrip() + "…"
        tekening.add(String(0, boven - 13, naam, fontName=letter, fontSize=8, fillColor=INKT))
        for waarde, kleur, y in ((rij.nu, ACCENT, boven - 9), (rij.toen, GRIJS, boven - 18)):
            breed = ruimte * (waarde or 0) / grootst
            if breed:
                tekening.add(Rect(_NAAM, y, breed, _BALK, fillColor=kleur, strokeColor=None))
            cijfer = "–" if waarde is None else str(waarde)
            tekening.add(String(_NAAM + breed + 3, y + 1, cijfer, fontName=letter, fontSize=8, fillColor=INKT))
    return tekening
