"""What is signed under a verzoek: the decision with its reason, and what was decided about each item of one casus."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.verzoeken.verzoek import Aantekening, Betrokkeneverzoek, Verzoekbesluit
from zvh_desktop.services.poort.getekend import Getekend
from zvh_desktop.services.poort.stempels import casusstempel, inhoudstempel
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
