"""The page around every document: header, footer, page x of y, practice mark, and PDF metadata."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any, Final

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from zvh_desktop.documents.opmaak.kenschets import MAKER, Kenschets
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.lettertype import Snit, registreer
from zvh_desktop.documents.opmaak.merkdoek import KOPREGEL, VOET, VOETREGEL, Merkdoek
from zvh_desktop.documents.opmaak.stijl import (
    ACCENT,
    GRIJS,
    INHOUD_BOVEN,
    INHOUD_BREEDTE,
    INHOUD_ONDER,
    INKT,
    KANTLIJN,
    LIJN,
    OEFEN,
    PAGINA_BREEDTE,
    PAGINA_HOOGTE,
    WATERMERK,
)
from zvh_desktop.documents.opmaak.tekst import op_regel, schoon
from zvh_desktop.documents.opmaak.vormen import houd_bijeen
from zvh_desktop.errors import DocumentMislukt

_RECHTS: Final = PAGINA_BREEDTE - KANTLIJN
_KOPHOOGTE: Final = PAGINA_HOOGTE - 46


def maak_pdf(kop: Documentkop, inhoud: Sequence[Flowable], *, invulbaar: bool = False) -> bytes:
    """Lay out the content within the page of this house; ``invulbaar`` when it has fields to fill in.

    The metadata name the kind of document, the house and the day of making only: a file that lies about must not
    tell what it is about before it is opened.
    """
    registreer()
    uitvoer = BytesIO()
    sjabloon = BaseDocTemplate(
        uitvoer,
        pagesize=A4,
        title=schoon(kop.titel),
        author=schoon(kop.huis_naam),
        subject=schoon(kop.titel),
        creator=MAKER,
        keywords="",
        lang="nl-NL",
        displayDocTitle=True,
        invariant=1,
        initialFontName=Snit.GEWOON.value,
        pageCompression=1,
        allowSplitting=1,
    )
    kader = Frame(
        KANTLIJN,
        INHOUD_ONDER,
        INHOUD_BREEDTE,
        INHOUD_BOVEN - INHOUD_ONDER,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    sjabloon.addPageTemplates(
        PageTemplate(id="pagina", frames=[kader], onPage=lambda doek, _sjabloon: _teken_rand(doek, kop))
    )
    kenschets = Kenschets(schoon(kop.titel), schoon(kop.huis_naam), kop.gemaakt_op, invulbaar=invulbaar)
    try:
        sjabloon.build(houd_bijeen(inhoud, INHOUD_BREEDTE), canvasmaker=partial(Merkdoek, kenschets=kenschets))
    except LayoutError:
        # The engine's own text quotes the content that did not fit, so it is not passed on.
        raise DocumentMislukt(
            "Het document is niet gemaakt: een onderdeel past niet op een pagina.",
            veilig="Uw tekst is bewaard.",
            advies="Maak de langste tekst korter en probeer het opnieuw.",
        ) from None
    return uitvoer.getvalue()


def _teken_rand(doek: Any, kop: Documentkop) -> None:
    with doek.artefact(KOPREGEL):
        doek.op_elk_blad("kop", lambda vel: _teken_boven(vel, kop))
    with doek.artefact(VOET):
        doek.op_elk_blad("voet", lambda vel: _teken_voet(vel, kop))


def _teken_boven(doek: Any, kop: Documentkop) -> None:
    doek.saveState()
    if kop.oefen:
        _teken_oefening(doek)
    _teken_kop(doek, kop)
    doek.restoreState()


def _teken_kop(doek: Any, kop: Documentkop) -> None:
    links = INHOUD_BREEDTE * 0.36
    doek.setFillColor(ACCENT)
    doek.setFont(Snit.VET.value, 11)
    doek.drawString(KANTLIJN, _KOPHOOGTE, op_regel(kop.huis_kort, links, Snit.VET, 11))
    doek.setFillColor(INKT)
    doek.setFont(Snit.VET.value, 9)
    doek.drawRightString(_RECHTS, _KOPHOOGTE, "VERTROUWELIJK")
    doek.setFillColor(GRIJS)
    doek.setFont(Snit.GEWOON.value, 8.5)
    doek.drawString(KANTLIJN, _KOPHOOGTE - 13, op_regel(kop.titel, links, Snit.GEWOON, 8.5))
    if kop.ontvanger:
        ruimte = INHOUD_BREEDTE * 0.6
        doek.drawRightString(_RECHTS, _KOPHOOGTE - 13, op_regel(f"Voor: {kop.ontvanger}", ruimte, Snit.GEWOON, 8.5))
    doek.setStrokeColor(LIJN)
    doek.setLineWidth(0.6)
    doek.line(KANTLIJN, _KOPHOOGTE - 21, _RECHTS, _KOPHOOGTE - 21)


def _teken_voet(doek: Any, kop: Documentkop) -> None:
    delen = (
        f"Versie {kop.versie}" if kop.versie else "",
        f"controlecode {kop.verificatiecode}" if kop.verificatiecode else "",
        f"berust op {kop.artikel}" if kop.artikel else "",
    )
    doek.saveState()
    doek.setStrokeColor(LIJN)
    doek.setLineWidth(0.6)
    doek.line(KANTLIJN, VOETREGEL + 12, _RECHTS, VOETREGEL + 12)
    doek.setFillColor(GRIJS)
    doek.setFont(Snit.GEWOON.value, 8)
    regel = "  ·  ".join(deel for deel in delen if deel)
    doek.drawString(KANTLIJN, VOETREGEL, op_regel(regel, INHOUD_BREEDTE - 90, Snit.GEWOON, 8))
    doek.restoreState()


def _teken_oefening(doek: Any) -> None:
    doek.saveState()
    doek.setFillColor(WATERMERK)
    doek.setFont(Snit.VET.value, 92)
    doek.translate(PAGINA_BREEDTE / 2, PAGINA_HOOGTE / 2)
    doek.rotate(52)
    doek.drawCentredString(0, -30, "OEFENING")
    doek.restoreState()
    midden = PAGINA_BREEDTE / 2
    doek.setStrokeColor(OEFEN)
    doek.setFillColor(OEFEN)
    doek.setLineWidth(1)
    doek.roundRect(midden - 40, _KOPHOOGTE - 3.5, 80, 17, 3)
    doek.setFont(Snit.VET.value, 10)
    doek.drawCentredString(midden, _KOPHOOGTE + 1.5, "OEFENING")
