"""What is signed under a verzoek: the decision with what was decided about each item, and each restriction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.van_eerder import lees_van_eerder
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek, Verzoekbesluit
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel
from zvh_desktop.services.poort.van_eerder import VanEerder
from zvh_desktop.services.stukken.beperkingen import OVER, beperkingsinhoud
from zvh_desktop.services.werkplek.werkplek import Werkplek


def _altijd(_sessie: Session, _rij: object) -> bool:
    return True


def _inhoud(_werkplek: Werkplek, sessie: Session, rij: Verzoekbesluit) -> dict[str, object]:
    verzoek = sessie.get_one(Betrokkeneverzoek, rij.verzoek_id)
    noten = sessie.scalars(
        select(Aantekening).filter_by(verzoek_id=rij.verzoek_id, casus_id=rij.casus_id).order_by(Aantekening.id)
    )
    inhoud = [
        verzoek.soort.value,
        verzoek.ontvangen_op.isoformat(),
        verzoek.wie,
        rij.reden,
        rij.besloten_op.isoformat(),
        rij.besloten_door,
        [
            [een.id, een.soort.value, een.item_id, een.aard.value, een.tekst, een.uitkomst.value, een.reden]
            for een in noten
        ],
    ]
    return {
        "casus": rij.casus_id,
        "casus_stempel": casusstempel(sessie.get_one(Casus, rij.casus_id)),
        "verzoekbesluit": rij.id,
        "verzoek": rij.verzoek_id,
        "uitkomst": rij.uitkomst.value,
        "stempel": inhoudstempel(VerklaringSoort.VERZOEK, inhoud),
    }


def _fout(_sessie: Session, rij: Verzoekbesluit) -> str:
    return f"Het besluit op verzoek {rij.verzoek_id} is niet zo ondertekend."


def _is_beperking(sessie: Session, rij: Aantekening) -> bool:
    if rij.aard is not Aard.BEPERKING:
        return False
    eerder = lees_van_eerder(sessie, BEPERKINGEN_VAN_EERDER.sleutel)
    if eerder is None:  # nobody has taken them down yet
        return rij.verklaring_nummer is not None
    return eerder.get(rij.id) != _stempel_van_eerder(rij)


def _beperking(_werkplek: Werkplek, _sessie: Session, rij: Aantekening) -> dict[str, object]:
    return beperkingsinhoud(rij)


def _beperking_fout(_sessie: Session, rij: Aantekening) -> str:
    return f"De beperking bij verzoek {rij.verzoek_id} is niet zo ondertekend."


def _van_nu(sessie: Session) -> Iterator[tuple[int, str]]:
    vraag = select(Aantekening).filter_by(aard=Aard.BEPERKING, verklaring_nummer=None).order_by(Aantekening.id)
    for rij in sessie.scalars(vraag):
        yield rij.id, _stempel_van_eerder(rij)


def _stempel_van_eerder(rij: Aantekening) -> str:
    """Without a text: this statement keeps its content when a file is destroyed."""
    opgeheven = rij.opgeheven_op.isoformat() if rij.opgeheven_op else None
    wat = [rij.id, rij.casus_id, rij.soort.value, rij.item_id, rij.op.isoformat(), opgeheven]
    return inhoudstempel(VerklaringSoort.VAN_EERDER, wat)


def besluiten_kloppen(werkplek: Werkplek, sessie: Session, verzoek: Betrokkeneverzoek) -> bool:
    """Whether every decision on this verzoek is there, and is what was signed."""
    try:
        VERZOEKBESLUIT.eis_compleet(werkplek, sessie, "verzoek", verzoek.id)
    except HandtekeningOnjuist:
        return False
    return all(VERZOEKBESLUIT.klopt(werkplek, sessie, een) for een in verzoek.besluiten)


BEPERKINGEN_VAN_EERDER: Final = VanEerder("beperkingen", _van_nu)

BEPERKING = Getekend(
    soort=VerklaringSoort.BEPERKING,
    rij=Aantekening,
    over=OVER,
    kolom="verklaring_nummer",
    versie="versie",
    moet=_is_beperking,
    vormen=(_beperking,),
    geweigerd=_beperking_fout,
    bevinding=_beperking_fout,
    verwijderd="De beperking die is ondertekend als verklaring {}, is verwijderd.",
)
"""Laid by whoever keeps the register, lifted by who decides; weighed in every document (stukken/beperkingen.py)."""

VERZOEKBESLUIT = Getekend(
    soort=VerklaringSoort.VERZOEK,
    rij=Verzoekbesluit,
    over="verzoekbesluit",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_inhoud,),
    geweigerd=_fout,
    bevinding=_fout,
    verwijderd="Het besluit op een verzoek dat is ondertekend als verklaring {}, is verwijderd.",
)
