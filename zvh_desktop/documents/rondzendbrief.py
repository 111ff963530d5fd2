"""The letter that goes with what is sent round to one partij: what is in it, and how and until when to react.

It names no casus and nobody whom it is about; that stands in the pieces that go along.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from zvh_desktop.documents.opmaak.blad import alinea, briefhoofd, feiten, kop2, maak_pdf, puntenlijst, slot
from zvh_desktop.documents.opmaak.kop import Afzender, Documentkop, Geadresseerde
from zvh_desktop.documents.opmaak.weging import gewogen
from zvh_desktop.documents.opmaak.woorden import met_artikel
from zvh_desktop.models.taal import datum_lang


@dataclass(frozen=True, slots=True)
class RondzendbriefGegevens:
    """One letter. ``wat`` is what goes round ("het verslag van ..."), ``bijlagen`` the pieces by their name."""

    kop: Documentkop
    aan: Geadresseerde
    betreft: str
    wat: str
    bijlagen: tuple[str, ...]
    vervangt_eerdere: bool
    reageren_voor: date | None
    afzender: Afzender
    artikel: str
    artikel_geheimhouding: str


@gewogen
def bouw_rondzendbrief_pdf(gegevens: RondzendbriefGegevens) -> bytes:
    """What goes along first, then what is asked, then secrecy."""
    inhoud = briefhoofd(gegevens.kop, gegevens.aan, gegevens.betreft)
    inhoud += [alinea(f"Hierbij ontvangt u {gegevens.wat}.")]
    if gegevens.vervangt_eerdere:
        inhoud += [
            alinea(
                "Dit is een nieuwe versie. Die komt in de plaats van wat u eerder van ons kreeg. Verwijder de eerdere "
                "versie."
            )
        ]
    inhoud += feiten((("Versie", gegevens.kop.versie), ("Reageren", _termijn(gegevens.reageren_voor))))
    inhoud += kop2("Wat u ontvangt")
    inhoud += puntenlijst(gegevens.bijlagen)
    inhoud += kop2("Uw reactie")
    inhoud += _reactie(gegevens)
    inhoud += kop2("Geheimhouding")
    inhoud += [
        alinea(met_artikel("U krijgt alleen wat voor uw organisatie bestemd is", gegevens.artikel)),
        alinea(met_artikel("Deze stukken zijn vertrouwelijk. Stuur ze niet door", gegevens.artikel_geheimhouding)),
    ]
    inhoud += slot(gegevens.kop, gegevens.afzender)
    return maak_pdf(gegevens.kop, inhoud)


def _termijn(dag: date | None) -> str:
    return f"uiterlijk {datum_lang(dag)}" if dag is not None else "geen termijn"


def _reactie(gegevens: RondzendbriefGegevens) -> list[Any]:
    adres = f" Stuur uw reactie naar {gegevens.afzender.email}." if gegevens.afzender.email.strip() else ""
    wanneer = f" uiterlijk {datum_lang(gegevens.reageren_voor)}" if gegevens.reageren_voor is not None else ""
    return [
        alinea(f"Laat ons{wanneer} weten of u akkoord bent, of wat er volgens u niet klopt.{adres}"),
        alinea("Noem in uw reactie geen namen van betrokkenen, alleen het nummer van de casus."),
    ]
