"""That the vault could be lost: no good backup of late, none on another disk, or a replaced vault that still stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import ScalarSelect, func, select

from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.services.kluis.kopiestand import ALLE, TE_OUD_DAGEN, Kopiestand
from zvh_desktop.services.vandaag.regel import Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.werkplek import Werkplek

_PLAATS = "reservekopie"
_TE_OUD = timedelta(days=TE_OUD_DAGEN)


def wacht_op_reservekopie(werkplek: Werkplek) -> Signaal:
    """For every role: whoever sees it can tell the beheerder. Nothing for a practice vault, or one opened to read.

    Nor of a house on a server: ICT makes the copies of that.
    """
    if werkplek.kluis.oefen or werkplek.kluis.op_server or werkplek.kluis.alleen_lezen:
        return
    eerste = select(Logregel.tijd).where(Logregel.nummer == 1).scalar_subquery()
    laatste = select(func.max(Logregel.nummer)).scalar_subquery()
    rijen = yield select(eerste, laatste, *(_waarde(sleutel) for sleutel in ALLE))
    begonnen, nummer, *waarden = rijen[0]
    stand = Kopiestand.uit({sleutel: waarde or "" for sleutel, waarde in zip(ALLE, waarden, strict=True)})
    nu = werkplek.klok().astimezone(UTC)
    zin = _te_oud(stand, nu, _begin(begonnen), gewerkt=(nummer or 0) > stand.tot)
    if zin:
        yield Wacht(Wanneer.NU, zin, "Bekijk", _PLAATS, 0)
    if stand.laatst is not None and (stand.elders is None or nu - stand.elders > _TE_OUD):
        wat = "De reservekopieën staan alleen op dezelfde schijf als de kluis: kies er een tweede plaats bij"
        if stand.elders is not None:
            wat = f"De laatste reservekopie op een andere schijf is van {_dag(stand.elders)}"
        yield Wacht(Wanneer.DEZE_WEEK, wat, "Bekijk", _PLAATS, 0)
    if stand.opzij:
        wat = "Naast deze kluis staat nog de kluis die door een reservekopie is vervangen: verwijder hem als u hem niet"
        yield Wacht(Wanneer.DEZE_WEEK, f"{wat} meer nodig hebt", "Bekijk", _PLAATS, 0)


def _te_oud(stand: Kopiestand, nu: datetime, begonnen: datetime | None, *, gewerkt: bool) -> str:
    if stand.laatst is None:
        lang = begonnen is not None and nu - begonnen > _TE_OUD
        return "Er is geen goede reservekopie van deze kluis" if lang or stand.mislukt is not None else ""
    if gewerkt and nu - stand.laatst > _TE_OUD:
        return f"De laatste goede reservekopie is van {_dag(stand.laatst)}, en sindsdien is er gewerkt"
    if stand.mislukt is not None and stand.mislukt > stand.laatst:
        return f"De reservekopie van {_dag(stand.mislukt)} is niet gelukt"
    return ""


def _waarde(sleutel: str) -> ScalarSelect[str]:
    return select(Instelling.waarde).where(Instelling.sleutel == sleutel).scalar_subquery()


def _begin(tijd: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(tijd or "").astimezone(UTC)
    except ValueError:
        return None


def _dag(moment: datetime) -> str:
    return datum_kort(moment.astimezone(AMSTERDAM).date())
