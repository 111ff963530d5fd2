"""The parts that documents are put together from: headings, text, facts, tables and boxes.

Every part takes text as typed and cleans it itself, so that no document can forget to. Text of any length
flows: a cell that would fill a page is cut off visibly and printed in full below its table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from zvh_desktop.documents.opmaak.stijl import ACCENT, GRIJS, INHOUD_BREEDTE, LIJN, RUIMTE, VLAK, stijlen
from zvh_desktop.documents.opmaak.tabelvorm import Tabelsoort, Tabelvorm
from zvh_desktop.documents.opmaak.tekst import schoon
from zvh_desktop.documents.opmaak.vormen import Kopregel, Tekst

_CEL_MAX: Final = 250.0
_CEL_VOORPROEF: Final = 160
_KOP_MAX: Final = 160


def alinea(tekst: str, stijl: ParagraphStyle | None = None) -> Any:
    """One short paragraph of plain text; nothing in it is mark-up."""
    return Tekst(schoon(tekst), stijl or stijlen().tekst)


def lange_tekst(tekst: str, stijl: ParagraphStyle | None = None) -> list[Any]:
    """Text of any length, with its own lines and blank lines, that flows over pages."""
    return [Tekst(schoon(tekst).strip("\n"), stijl or stijlen().tekst)]


def puntenlijst(regels: Sequence[str]) -> list[Any]:
    """A list with bullets."""
    return [Tekst(schoon(regel), stijlen().punt, "•") for regel in regels]


def titelblok(titel: str, ondertitel: str) -> list[Any]:
    """The kind of document in large, and what it is about below it."""
    uit = _kop(titel, stijlen().titel, 0)
    if ondertitel:
        uit.extend(_kop(ondertitel, stijlen().ondertitel))
    return uit


def kop1(tekst: str) -> list[Any]:
    """First size of heading."""
    return _kop(tekst, stijlen().kop1, 1)


def kop2(tekst: str) -> list[Any]:
    """Second size of heading."""
    return _kop(tekst, stijlen().kop2, 2)


def _kop(tekst: str, stijl: ParagraphStyle, maat: int | None = None) -> list[Any]:
    heel = " ".join(schoon(tekst).split())
    if len(heel) <= _KOP_MAX:
        return [Kopregel(heel, stijl, maat)]
    return [Kopregel(heel[:_KOP_MAX].rstrip() + "…", stijl, maat), *lange_tekst(heel, stijlen().klein)]


def feiten(regels: Sequence[tuple[str, str]]) -> list[Any]:
    """Label and value in two columns; lines without a value are left out."""
    gevuld = [regel for regel in regels if regel[1].strip()]
    if not gevuld:
        return []
    smal = 104.0
    noten: list[str] = []
    rijen = [
        [alinea(label, stijlen().label), _cel(waarde, stijlen().cel, INHOUD_BREEDTE - smal, noten)]
        for label, waarde in gevuld
    ]
    tabel_ = Tabelvorm(
        rijen, colWidths=[smal, INHOUD_BREEDTE - smal], hAlign="LEFT", spaceAfter=4, soort=Tabelsoort.FEITEN
    )
    tabel_.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ]
    )
    return [tabel_, *_noten(noten)]


@dataclass(frozen=True, slots=True)
class Tabelkolom:
    """One column: its heading, its share of the width, and whether it is set in bold or to the right.

    The first bold column, or else the first with a heading, says what a row is about: a screen reader says it at
    each cell.
    """

    titel: str
    deel: float
    vet: bool = False
    rechts: bool = False


def tabel(
    kolommen: Sequence[Tabelkolom], rijen: Sequence[Sequence[str | Flowable]], *, ruim: bool = False
) -> list[Any]:
    """A table with light rules whose heading row comes back on every page.

    ``ruim`` leaves room in each row to write by hand.
    """
    extra = 5.5 if ruim else 0
    st = stijlen()
    heel = sum(kolom.deel for kolom in kolommen)
    breedten = [INHOUD_BREEDTE * kolom.deel / heel for kolom in kolommen]
    noten: list[str] = []
    cellen: list[list[Any]] = [
        [alinea(kolom.titel, st.cel_kop_rechts if kolom.rechts else st.cel_kop) for kolom in kolommen]
    ]
    for rij in rijen:
        cellen.append(
            [
                _cel(waarde, st.cel_rechts if kolom.rechts else st.cel_vet if kolom.vet else st.cel, breed - 9, noten)
                if isinstance(waarde, str)
                else waarde
                for waarde, kolom, breed in zip(rij, kolommen, breedten, strict=True)
            ]
        )
    tabel_ = Tabelvorm(
        cellen,
        colWidths=breedten,
        repeatRows=1,
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=RUIMTE,
        rijkop=_rijkop(kolommen),
    )
    tabel_.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 3.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
            ("TOPPADDING", (0, 1), (-1, -1), 3.5 + extra),
            ("BOTTOMPADDING", (0, 1), (-1, -1), 4.5 + extra),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, GRIJS),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, LIJN),
        ]
    )
    return [tabel_, *_noten(noten)]


def _rijkop(kolommen: Sequence[Tabelkolom]) -> int:
    vet = (plek for plek, kolom in enumerate(kolommen) if kolom.vet)
    return next(vet, next((plek for plek, kolom in enumerate(kolommen) if kolom.titel), 0))


def _cel(waarde: str, stijl: ParagraphStyle, breed: float, noten: list[str]) -> Any:
    if len(waarde) <= 60 and "\n" not in waarde:
        return alinea(waarde, stijl)
    net = schoon(waarde).strip("\n")
    if len(net) <= 3000:
        heel = Tekst(net, stijl)
        if heel.wrap(breed, 10_000)[1] <= _CEL_MAX:
            return heel
    noten.append(net)
    proef = " ".join(net[:_CEL_VOORPROEF].split())
    return Tekst(f"{proef}… (vervolg onder de tabel, noot {len(noten)})", stijl)


def _noten(noten: Sequence[str]) -> list[Any]:
    uit: list[Any] = []
    for nummer, noot in enumerate(noten, start=1):
        uit.extend(kop2(f"Noot {nummer}"))
        uit.extend(lange_tekst(noot, stijlen().cel))
        uit.append(Spacer(1, RUIMTE))
    return uit


def kader(regels: Sequence[str]) -> list[Any]:
    """A few lines in a quiet box, for what must not be missed."""
    noten: list[str] = []
    rijen = [[_cel(regel, stijlen().cel, INHOUD_BREEDTE - 24, noten)] for regel in regels if regel.strip()]
    if not rijen:
        return []
    vlak = Tabelvorm(
        rijen, colWidths=[INHOUD_BREEDTE], hAlign="LEFT", spaceBefore=4, spaceAfter=RUIMTE, soort=Tabelsoort.VAK
    )
    vlak.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, -1), VLAK),
            ("LINEBEFORE", (0, 0), (0, -1), 2.2, ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("TOPPADDING", (0, 0), (-1, 0), 7),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
        ]
    )
    return [vlak, *_noten(noten)]


def wit(hoogte: float = RUIMTE) -> Any:
    """White space."""
    return Spacer(1, hoogte)


def raster(delen: Sequence[str], *, kolommen: int = 4) -> Tabelvorm:
    """Numbered pieces to copy by hand, a box for each."""
    st = stijlen()
    cellen = [
        [alinea(str(nummer), st.klein), alinea(deel, st.sleutel)] for nummer, deel in enumerate(delen, start=1)
    ] or [[alinea("")]]
    cellen += [[alinea("")]] * (-len(cellen) % kolommen)
    rijen = [cellen[plek : plek + kolommen] for plek in range(0, len(cellen), kolommen)]
    vakken = Tabelvorm(rijen, colWidths=[INHOUD_BREEDTE / kolommen] * kolommen, soort=Tabelsoort.VAK)
    vakken.setStyle(
        [
            ("INNERGRID", (0, 0), (-1, -1), 0.6, LIJN),
            ("BOX", (0, 0), (-1, -1), 0.9, LIJN),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 6),
            ("RIGHTPADDING", (0, 0), (-1, -1), 6),
            ("TOPPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
        ]
    )
    return vakken
