"""What is signed of a koffer: that it went out, that it was withdrawn, that it came back (KLUIS 3, ADR 0062).

The first of these is a link of both chains: the office and the koffer go on from it, each on its own. The last one
names every statement of the road by its head and signature, so that the two are joined again.
"""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geleegd import VOL
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus
from zvh_desktop.models.overleg import Agendapunt
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import tekststempel
from zvh_desktop.services.werkplek.werkplek import Werkplek

REIST_IN = "reist_in"
"""In the content: the kenmerk of the koffer in which this tafel travels with another."""

ZONDER_LIJN = "zonder_lijn"
"""In the content: the office never lent it out, it was kept fresh and begun without a line."""


def _vast(rij: Koffer) -> dict[str, object]:
    return {"koffer": rij.id, "overleg": rij.overleg_id, "kenmerk": rij.kenmerk}


def _uit(_werkplek: Werkplek, _sessie: Session, rij: Koffer) -> dict[str, object]:
    return {
        **_vast(rij),
        "voor": [rij.voor, rij.voor_naam],
        "vervanger": [rij.vervanger, rij.vervanger_naam],
        "terug_uiterlijk": rij.terug_uiterlijk.isoformat(),
        "compleet_tot": [rij.tot_en_met, rij.kop_hash],
        VOL: json.loads(rij.volledig),
        # a tafel that travels by itself signs what it signed before there was a koffer for a day
        **({REIST_IN: rij.reist_in} if rij.reist_in else {}),
        **({ZONDER_LIJN: True} if rij.zonder_lijn else {}),
    }


def _ingetrokken(_werkplek: Werkplek, _sessie: Session, rij: Koffer) -> dict[str, object]:
    return {
        **_vast(rij),
        "reden_stempel": tekststempel(rij.ingetrokken_reden),
        "op": str(rij.ingetrokken_op),
        "door": rij.ingetrokken_door,
    }


def _terug(_werkplek: Werkplek, _sessie: Session, rij: Koffer) -> dict[str, object]:
    return {
        **_vast(rij),
        "uit": [rij.verklaring_nummer],
        "op": str(rij.terug_op),
        "door": rij.terug_door,
        "onderweg": json.loads(rij.onderweg or "[]"),
    }


def _altijd(_sessie: Session, _rij: Koffer) -> bool:
    return True


def _is_ingetrokken(_sessie: Session, rij: Koffer) -> bool:
    return rij.ingetrokken_op is not None


def _is_terug(_sessie: Session, rij: Koffer) -> bool:
    return rij.terug_op is not None


def _stand_klopt(werkplek: Werkplek, sessie: Session, rij: Koffer) -> bool:
    """The column that the triggers go by follows from what was signed; while it is out it names its casussen."""
    if werkplek.kluis.koffer is not None:
        return rij.stand is KofferStand.ONDERWEG
    nu = KofferStand.UIT
    if rij.ingetrokken_op is not None:
        nu = KofferStand.INGETROKKEN if rij.terug_op is None else KofferStand.NAGEKOMEN
    elif rij.terug_op is not None:
        nu = KofferStand.TERUG
    if rij.stand is not nu:
        return False
    op_tafel = select(Agendapunt.casus_id).filter_by(overleg_id=rij.overleg_id).where(Agendapunt.casus_id.is_not(None))
    mee = select(KofferCasus.casus_id).filter_by(koffer_id=rij.id)
    return nu is not KofferStand.UIT or set(sessie.scalars(op_tafel)) <= set(sessie.scalars(mee))


def _fout(_sessie: Session, rij: Koffer) -> str:
    return f"Wat van de koffer van {datum_kort(rij.uitgegeven_op.date())} is vastgelegd, is niet zo ondertekend."


UITGIFTE = Getekend(
    soort=VerklaringSoort.KOFFER_UIT,
    rij=Koffer,
    over="koffer",
    kolom="verklaring_nummer",
    moet=_altijd,
    vormen=(_uit,),
    geweigerd=_fout,
    bevinding=_fout,
    verwijderd="De koffer die is ondertekend als verklaring {}, is uit de lijst gehaald.",
    hangt_samen=_stand_klopt,
    ook_bij="overleg",
)
INTREKKING = Getekend(
    soort=VerklaringSoort.KOFFER_INGETROKKEN,
    rij=Koffer,
    over="koffer",
    kolom="intrekking_verklaring",
    moet=_is_ingetrokken,
    vormen=(_ingetrokken,),
    geweigerd=_fout,
    bevinding=_fout,
    verwijderd="De ingetrokken koffer die is ondertekend als verklaring {}, is uit de lijst gehaald.",
    ook_bij="overleg",
)
TERUGKEER = Getekend(
    soort=VerklaringSoort.KOFFER_TERUG,
    rij=Koffer,
    over="koffer",
    kolom="terug_verklaring",
    moet=_is_terug,
    vormen=(_terug,),
    geweigerd=_fout,
    bevinding=_fout,
    verwijderd="De ingeleverde koffer die is ondertekend als verklaring {}, is uit de lijst gehaald.",
    ook_bij="overleg",
)
