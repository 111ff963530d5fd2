"""What is signed when the verslag of a meeting without casussen is vastgesteld."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import not_
from sqlalchemy.orm import Session

from zvh_desktop.models.keuzes import VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Overleg, ProfielVersie
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.bestuur.gegevens import BestuurBeeld
from zvh_desktop.services.bestuur.lezen import lees_beeld
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import inhoudstempel, verificatie
from zvh_desktop.services.werkplek.vaste_woorden import woordstempel
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _tekst(beeld: BestuurBeeld) -> list[object]:
    """Who was there, the texts, the proposals with their votes and outcome."""
    return [
        beeld.kop.invoer.soort,
        beeld.kop.invoer.datum.isoformat(),
        [
            [lid.partij_id, lid.invoer.aanwezigheid, lid.invoer.vertegenwoordiger, lid.invoer.inbreng]
            for lid in beeld.leden
        ],
        [
            [
                punt.nummer,
                punt.invoer.onderwerp,
                punt.tekst,
                [
                    [
                        v.invoer.voorstel,
                        v.invoer.toelichting,
                        v.consensus,
                        v.uitkomst,
                        v.elders,
                        sorted([stem.partij_id or 0, stem.stem] for stem in v.stemmen),
                    ]
                    for v in punt.voorstellen
                ],
            ]
            for punt in beeld.punten
        ],
    ]


def _waar_en_wie(beeld: BestuurBeeld) -> list[object]:
    """Where and when it was, who led it, who was heard beforehand, and whom a proposal concerns."""
    kop = beeld.kop.invoer
    return [
        kop.begin.isoformat(),
        kop.einde.isoformat(),
        kop.plaats,
        kop.voorzitter,
        kop.notulist,
        [[str(lid.invoer.inbreng_gevraagd_op or ""), str(lid.invoer.gehoord_op or "")] for lid in beeld.leden],
        [[list(v.invoer.raakt) for v in punt.voorstellen] for punt in beeld.punten],
    ]


def _vorm_1(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    tekst = json.dumps(_tekst(lees_beeld(werkplek, sessie, overleg)), ensure_ascii=False)
    return {
        "overleg": overleg.id,
        "versie": overleg.verslag_versie,
        "stempel": hashlib.sha256(tekst.encode()).hexdigest(),
    }


def _vorm_2(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    beeld = lees_beeld(werkplek, sessie, overleg)
    inhoud = [*_tekst(beeld), *_waar_en_wie(beeld)]
    return {
        "overleg": overleg.id,
        "versie": overleg.verslag_versie,
        "stempel": inhoudstempel(VerklaringSoort.VERSLAG_VASTGESTELD, inhoud),
    }


def _vorm_3(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also every name and sentence as it is printed, and the words of the house in which."""
    profiel = sessie.get_one(ProfielVersie, overleg.profiel_versie_id)
    return {
        **_vorm_2(werkplek, sessie, overleg),
        "woorden": woordstempel(overleg.verslag_woorden),
        "profiel": woordstempel(profiel.inhoud),
    }


def _vorm_4(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also whose seat each is, who has a vote, which seat cast which, and what a proposal is about."""
    beeld = lees_beeld(werkplek, sessie, overleg)
    zetels: list[list[object]] = []
    for lid in beeld.leden:
        zetel = lid.zetel
        wie = [lid.id, zetel.partij_id or 0, zetel.functie, zetel.rol, zetel.stemrecht]
        zetels.append([*wie, lid.invoer.gevraagde_inbreng])
    stemmen = [
        [v.id, v.invoer.over, [[stem.lid_id, stem.stem] for stem in v.stemmen]]
        for punt in beeld.punten
        for v in punt.voorstellen
    ]
    return {
        **_vorm_3(werkplek, sessie, overleg),
        "zetels": inhoudstempel(VerklaringSoort.VERSLAG_VASTGESTELD, [zetels, stemmen]),
    }


def _vorm_5(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> dict[str, object]:
    """Also that it was looked through for its members, and all in it chosen, before it was signed (ADR 0103)."""
    return {**_vorm_4(werkplek, sessie, overleg), "nagezien": "leden"}


def _moet(_sessie: Session, overleg: Overleg) -> bool:
    return overleg.verslag_status == VerslagStatus.VASTGESTELD


def _geweigerd(_sessie: Session, _overleg: Overleg) -> str:
    return "Het verslag is na het vaststellen veranderd, buiten het programma om. Er is niets gemaakt."


def _bevinding(_sessie: Session, overleg: Overleg) -> str:
    return f"Het verslag van {datum_kort(overleg.datum)} is niet het verslag dat is vastgesteld."


BESTUURSVERSLAG = Getekend(
    soort=VerklaringSoort.VERSLAG_VASTGESTELD,
    rij=Overleg,
    van_deze_soort=not_(Overleg.casuistiek),
    over="overleg",
    versie="verslag_versie",
    meteen=True,
    kolom="vaststelling_verklaring",
    moet=_moet,
    vormen=(_vorm_1, _vorm_2, _vorm_3, _vorm_4, _vorm_5),
    geweigerd=_geweigerd,
    bevinding=_bevinding,
    verwijderd="Het verslag dat is ondertekend als verklaring {}, is verwijderd.",
)


def is_nagezien(werkplek: Werkplek, sessie: Session, overleg: Overleg) -> bool:
    """Whether all in it was chosen before it was signed. One that was signed before that was asked, was not."""
    gevonden = verificatie(werkplek, sessie).een(BESTUURSVERSLAG.soort, overleg.vaststelling_verklaring)
    return gevonden is not None and "nagezien" in gevonden.inhoud
