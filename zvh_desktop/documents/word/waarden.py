"""What a template is filled with: the very values that the PDF is made of, and nothing beside them.

There is no second selection here. What a partij may not see is not in its values, so it cannot stand in a template of
the house either, whatever that asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from zvh_desktop.documents.brieven.brief import BriefGegevens
from zvh_desktop.documents.notulen import (
    NotulenActie,
    NotulenBesluit,
    NotulenPartijGegevens,
    NotulenPuntPartij,
    NotulenPuntRegie,
    NotulenRegieGegevens,
    NotulenVoortgang,
)
from zvh_desktop.documents.opmaak.kop import Documentkop
from zvh_desktop.documents.opmaak.woorden import informering_tekst, met_artikel, punt_naam, vaststelling_tekst
from zvh_desktop.documents.plan_van_aanpak import PlanGegevens, betrokkene_tekst, persoon_van
from zvh_desktop.models.keuzes import PlanStatus
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_cijfers, datum_kort, datum_lang, hoofdletter, opsomming, tijd
from zvh_desktop.models.woorden import AANWEZIGHEID_TEKST, ACTIE_TEKST, PLAN_TEKST, VOORTGANG_TEKST

WordGegevens = NotulenRegieGegevens | NotulenPartijGegevens | PlanGegevens | BriefGegevens
Blok = Callable[[str, str], Any]
"""Of a place in the document ("punten.1.beeld") and its text: what is put in for it."""
Waarden = dict[str, Any]


def waarden_van(gegevens: WordGegevens, blok: Blok) -> Waarden:
    """What stands in the fields of the template of this kind of document."""
    match gegevens:
        case NotulenRegieGegevens():
            return {**_kop(gegevens.kop), **_verslag(gegevens, blok)}
        case NotulenPartijGegevens():
            return {**_kop(gegevens.kop), **_verslag_partij(gegevens, blok)}
        case PlanGegevens():
            return {**_kop(gegevens.kop), **_plan(gegevens, blok)}
        case BriefGegevens():
            return {**_kop(gegevens.kop), **_brief(gegevens, blok)}


def _kop(kop: Documentkop) -> Waarden:
    return {
        "huis": kop.huis_naam,
        "huis_kort": kop.huis_kort,
        "titel": kop.titel,
        "versie": kop.versie,
        "gemaakt_op": datum_lang(kop.gemaakt_op),
        "artikel": kop.artikel,
        "ontvanger": kop.ontvanger or "",
        "oefening": "OEFENING" if kop.oefen else "",
        "bewerkbaar": f"Bewerkbaar exemplaar van {datum_lang(kop.gemaakt_op)}. Vertrouwelijk.",
    }


def _verslag(gegevens: NotulenRegieGegevens, blok: Blok) -> Waarden:
    overleg = gegevens.overleg
    return {
        "overleg": overleg.naam,
        "datum": datum_lang(overleg.datum),
        "tijd": f"{tijd(overleg.begin)}–{tijd(overleg.einde)}",
        "plaats": overleg.plaats,
        "voorzitter": overleg.voorzitter,
        "notulist": overleg.notulist,
        "status": vaststelling_tekst(gegevens.vaststelling),
        "geheimhouding": _geheimhouding(gegevens.artikel_geheimhouding),
        "verloop": [{"tijd": wanneer, "wat": wat} for wanneer, wat in gegevens.verloop],
        "punten": [
            {
                **_punt(nummer, punt, gegevens.kop.termen, blok),
                "tijd": f"{tijd(punt.begin)}–{tijd(punt.einde)}" if punt.behandeld else "",
                "agenda": "toegevoegd tijdens het overleg" if punt.ter_tafel else "",
                "betrokkenen": opsomming(punt.betrokkenen),
                "eerder_verslag": punt.eerder_verslag,
                "aanwezigen": [
                    {
                        "partij": een.partij,
                        "afgevaardigde": een.afgevaardigde or "–",
                        "aanwezigheid": AANWEZIGHEID_TEKST[een.aanwezigheid],
                    }
                    for een in punt.aanwezigen
                    if punt.behandeld
                ],
            }
            for nummer, punt in enumerate(gegevens.punten, start=1)
        ],
    }


def _verslag_partij(gegevens: NotulenPartijGegevens, blok: Blok) -> Waarden:
    return {
        "overleg": gegevens.overleg_naam,
        "datum": datum_lang(gegevens.datum),
        "plaats": gegevens.plaats,
        "partij": gegevens.partij,
        "status": vaststelling_tekst(gegevens.vaststelling),
        "geheimhouding": _geheimhouding(gegevens.artikel_geheimhouding),
        "eerdere_verslagen": [{"datum": datum_lang(dag), "hoe": hoe} for dag, hoe in gegevens.eerdere_verslagen],
        "eigen_acties": [
            {
                "punt": str(nummer),
                "titel": punt_naam(punt.casusnummer, punt.onderwerp),
                "omschrijving": actie.omschrijving,
                "termijn": datum_cijfers(actie.termijn),
            }
            for nummer, punt in enumerate(gegevens.punten, start=1)
            for actie in punt.acties
            if actie.belegd_bij == gegevens.partij
        ],
        "punten": [
            {
                **_punt(nummer, punt, gegevens.kop.termen, blok),
                "aanwezigen": [
                    {"partij": een.partij, "aanwezigheid": AANWEZIGHEID_TEKST[een.aanwezigheid]}
                    for een in punt.aanwezigen
                    if punt.behandeld
                ],
            }
            for nummer, punt in enumerate(gegevens.punten, start=1)
        ],
    }


def _punt(nummer: int, punt: NotulenPuntRegie | NotulenPuntPartij, termen: Termen, blok: Blok) -> Waarden:
    plek = f"punten.{nummer}"
    teksten = {"beeld": punt.beeld, "oordeel": punt.oordeel, "besluit": punt.besluit}
    iets = any(tekst.strip() for tekst in teksten.values()) or punt.besluiten or punt.acties or punt.voortgang
    return {
        "nummer": str(nummer),
        "titel": punt_naam(punt.casusnummer, punt.onderwerp),
        "doel": punt.doel,
        "soort_besluit": punt.besluitsoort,
        "uitkomst": punt.uitkomst,
        "niets_vastgelegd": "" if iets or not punt.behandeld else "Bij dit punt is niets vastgelegd.",
        **{naam: blok(f"{plek}.{naam}", tekst) for naam, tekst in teksten.items()},
        "besluiten": [
            _besluit(f"{plek}.besluiten.{rij}", een, termen, blok) for rij, een in enumerate(punt.besluiten, 1)
        ],
        "acties": [_actie(een, termen) for een in punt.acties],
        "eerdere_acties": [_voortgang(een) for een in punt.voortgang],
    }


def _besluit(plek: str, besluit: NotulenBesluit, termen: Termen, blok: Blok) -> Waarden:
    return {
        "soort": besluit.soort,
        "omschrijving": blok(f"{plek}.omschrijving", besluit.omschrijving),
        "voorwaarde": besluit.conditie,
        "belegd_bij": besluit.belegd_bij,
        "informering": informering_tekst(besluit.informering, besluit.reden_niet, termen),
    }


def _actie(actie: NotulenActie, termen: Termen) -> Waarden:
    informering = informering_tekst(actie.informering, actie.reden_niet, termen)
    regels = (
        actie.omschrijving,
        f"Op voorwaarde dat: {actie.conditie}" if actie.conditie.strip() else "",
        f"Informering: {informering}" if informering else "",
    )
    return {
        "omschrijving": "\n".join(regel for regel in regels if regel),
        "belegd_bij": actie.belegd_bij,
        "termijn": datum_cijfers(actie.termijn),
        "status": ACTIE_TEKST[actie.status],
    }


def _voortgang(een: NotulenVoortgang) -> Waarden:
    return {
        "omschrijving": een.omschrijving,
        "belegd_bij": een.belegd_bij or "–",
        "gemeld": VOORTGANG_TEKST[een.voortgang],
    }


def _geheimhouding(artikel: str) -> str:
    zin = "Deze notulen zijn vertrouwelijk. Deel ze niet verder dan nodig is voor uw taak in deze casussen"
    return met_artikel(zin, artikel)


def _plan(gegevens: PlanGegevens, blok: Blok) -> Waarden:
    termen = gegevens.kop.termen
    status = PLAN_TEKST[gegevens.status]
    if gegevens.status is PlanStatus.VASTGESTELD and gegevens.vaststelling is not None:
        status = vaststelling_tekst(gegevens.vaststelling)
    wanneer = gegevens.evaluatiedatum
    return {
        "casusnummer": gegevens.casusnummer,
        "status": status,
        "aanpak": gegevens.aanpak,
        "betrokkenen": "\n".join(betrokkene_tekst(mens) for mens in gegevens.betrokkenen),
        "evaluatie": datum_kort(wanneer) if wanneer else "nog geen datum afgesproken",
        "woord_casusregisseur": hoofdletter(gegevens.term_casusregisseur),
        "casusregisseur": persoon_van(gegevens.casusregisseur, gegevens.casusregisseur_partij),
        "woord_procesregisseur": hoofdletter(termen.procesregisseur),
        "procesregisseur": gegevens.procesregisseur,
        "woord_afschaling": termen.afschaling,
        "artikel_rollen": gegevens.artikel_rollen,
        "artikel_afschaling": gegevens.artikel_afschaling,
        "wanneer_geinformeerd": gegevens.informering.wanneer,
        "wie_informeert": blok("wie_informeert", gegevens.informering.wie),
        "waarom_niet_geinformeerd": blok("waarom_niet_geinformeerd", gegevens.informering.reden_niet),
        "criteria": blok("criteria", "\n".join(gegevens.afschalingscriteria)),
        "doelen": [
            {"leefgebied": een.leefgebied, "doel": blok(f"doelen.{nummer}.doel", een.doel)}
            for nummer, een in enumerate(gegevens.doelen, 1)
        ],
        "acties": [
            {
                "leefgebied": een.leefgebied or "–",
                "omschrijving": een.omschrijving,
                "belegd_bij": een.belegd_bij,
                "termijn": datum_cijfers(een.termijn),
                "status": ACTIE_TEKST[een.status],
            }
            for een in gegevens.acties
        ],
        "rollen": [
            {
                "partij": een.partij,
                "rol": blok(f"rollen.{nummer}.rol", een.rol),
                "nodig_te_weten": blok(f"rollen.{nummer}.nodig_te_weten", een.informatiebehoefte),
            }
            for nummer, een in enumerate(gegevens.rollen, 1)
        ],
    }


def _brief(gegevens: BriefGegevens, blok: Blok) -> Waarden:
    return {
        "datum": datum_kort(gegevens.kop.gemaakt_op),
        "betreft": gegevens.betreft,
        "aanhef": gegevens.aanhef,
        "afzender": gegevens.afzender.naam,
        "functie": gegevens.afzender.functie,
        "email": gegevens.afzender.email,
        "telefoon": gegevens.afzender.telefoon,
        "adresregels": [{"regel": regel} for regel in gegevens.adres if regel.strip()],
        "stukken": _stukken(gegevens.stukken, blok),
    }


def _stukken(stukken: Sequence[tuple[str, str]], blok: Blok) -> list[Mapping[str, Any]]:
    """One of the three is filled, so that a template can give each its own style."""
    return [
        {
            "kop": tekst if vorm == "kop" else "",
            "punt": tekst if vorm == "punt" else "",
            "alinea": blok(f"stukken.{nummer}.alinea", tekst if vorm not in ("kop", "punt") else ""),
        }
        for nummer, (vorm, tekst) in enumerate(stukken, 1)
    ]
