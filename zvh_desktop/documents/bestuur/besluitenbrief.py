"""What one meeting at tactical or strategic level decided, in a letter to another one."""

from __future__ import annotations

from dataclasses import dataclass

from zvh_desktop.documents.opmaak.blad import (
    alinea,
    briefhoofd,
    feiten,
    kader,
    kop2,
    lange_tekst,
    maak_pdf,
    slot,
    stijlen,
)
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, DocumentOverleg, Geadresseerde, Vaststelling
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel, vaststelling_tekst
from zvh_desktop.models.taal import datum_lang, hoofdletter


@dataclass(frozen=True, slots=True)
class BriefOnderwerp:
    """One point: what was decided, and where the convenant asks for it what was said."""

    onderwerp: str
    tekst: str
    besluiten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BesluitenbriefGegevens:
    """One letter. ``schrijver`` is who informs, by the convenant; ``artikel`` the one that asks for it."""

    kop: Documentkop
    aan: Geadresseerde
    overleg: DocumentOverleg
    onderwerpen: tuple[BriefOnderwerp, ...]
    schrijver: str
    artikel: str
    vaststelling: Vaststelling | None
    geen_casus: str
    afzender: Afzender


@gewogen
def bouw_besluitenbrief_pdf(gegevens: BesluitenbriefGegevens) -> bytes:
    """Point by point, from the verslag that was signed."""
    dag = datum_lang(gegevens.overleg.datum)
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, f"Besluiten {gegevens.overleg.naam}, {dag}")
    inhoud += [
        alinea(
            met_artikel(
                f"{hoofdletter(gegevens.schrijver)} laat u hierbij weten wat er is besproken en besloten op {dag}",
                gegevens.artikel,
            )
        )
    ]
    inhoud += feiten((("Overleg", gegevens.overleg.naam), ("Verslag", vaststelling_tekst(gegevens.vaststelling))))
    if not gegevens.onderwerpen:
        inhoud += [alinea("In dit overleg zijn geen besluiten genomen.")]
    for onderwerp in gegevens.onderwerpen:
        inhoud += kop2(onderwerp.onderwerp)
        inhoud += lange_tekst(onderwerp.tekst) if onderwerp.tekst.strip() else []
        for voorstel, uitslag in onderwerp.besluiten:
            inhoud += feiten((("Voorstel", voorstel), ("Besluit", uitslag)))
        if not onderwerp.tekst.strip() and not onderwerp.besluiten:
            inhoud += [alinea("Besproken, zonder besluit.", stijlen().klein)]
    inhoud += kader([gegevens.geen_casus])
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)
