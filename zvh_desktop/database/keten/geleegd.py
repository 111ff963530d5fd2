"""Statements that lost their content because a signed destruction says so (ADR 0048).

A destruction names each statement that it empties, with the print of the whole row as it was. So the chain and the
seal of every user still fit, and the content, with the salt in it, is gone. An emptied statement that no destruction
names is a break.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ondertekening import Toets, VerklaringRij, rij_afdruk, uit_inhoud
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort, VernietigSoort

LEEG: Final = "leeg"
VOL: Final = "volledig"
"""In the statement of a koffer: which statements travel with their content."""
OORSPRONKELIJK: Final = "oorspronkelijk"
"""In a destruction that is done again on an older state: the row of the one that was signed first."""
_TABEL = Verklaring.__table__
_IN_EENS: Final = 500
# Literally the condition of the index on verklaring (migration 0029), or it would not be used.
_ZIJN_VERNIETIGING: Final = text("soort IN ('vernietiging', 'vernietiging_opnieuw')")
_VERNIETIGINGEN: Final = (
    select(*(_TABEL.c[naam] for naam in VerklaringRij._fields)).where(_ZIJN_VERNIETIGING).order_by(_TABEL.c.nummer)
)
_LAATSTE: Final = (
    "SELECT coalesce(max(nummer), 0) FROM verklaring WHERE soort IN ('vernietiging', 'vernietiging_opnieuw')"
)
_BLIJVEN: Final = frozenset(
    {
        VerklaringSoort.ROLLEN,
        VerklaringSoort.VERNIETIGING,
        VerklaringSoort.VERNIETIGING_OPNIEUW,
        VerklaringSoort.STAND_AANVAARD,
    }
)
"""Who may what, and what was destroyed: these never lose their content."""


def vernietigingen(sessie: Session) -> list[VerklaringRij]:
    """Every destruction that stands in the chain, the oldest first; not yet verified."""
    return [VerklaringRij._make(tuple(rij)) for rij in sessie.connection().execute(_VERNIETIGINGEN)]


def laatste_vernietiging(sessie: Session) -> int:
    """The number of the newest of them in the chain; 0 where nothing was destroyed."""
    return int(sessie.connection().exec_driver_sql(_LAATSTE).scalar_one())


def vernietigde_nummers(sessie: Session, soort: VernietigSoort | None = None) -> list[str]:
    """The number of every file that was destroyed or geschoond (or that ``soort`` was done to), as the statements say.

    They are not verified here.
    """
    vraag = select(_TABEL.c.inhoud).where(_ZIJN_VERNIETIGING, _TABEL.c.inhoud.is_not(None))
    inhouden = list(sessie.connection().execute(vraag).scalars())
    return [
        str(uit_inhoud(inhoud, "nummer"))
        for inhoud in inhouden
        if uit_inhoud(inhoud, "nummer") is not None and (soort is None or _soort_in(inhoud) == soort.value)
    ]


def _soort_in(inhoud: str) -> object:
    """What kind it was. One that is done again holds the row of the first, and in that row what kind it was."""
    soort = uit_inhoud(inhoud, "soort")
    if soort is not None:
        return soort
    oorspronkelijk = uit_inhoud(inhoud, OORSPRONKELIJK)
    plaats = VerklaringRij._fields.index("inhoud")
    if not isinstance(oorspronkelijk, list) or len(oorspronkelijk) <= plaats:
        return None
    return uit_inhoud(oorspronkelijk[plaats], "soort")


def met_geleegd(sessie: Session, toets: Toets, koffer: KofferKop | None = None) -> Toets:
    """The same ``toets``, knowing which statements were rightly emptied: by a destruction, or left behind by a koffer.

    A destruction that does not verify empties nothing; the walk along the chain says what is wrong with it.
    """
    geleegd: dict[int, bytes] = {}
    for rij in vernietigingen(sessie):
        try:
            inhoud = toets.inhoud(rij)
            if rij.soort == VerklaringSoort.VERNIETIGING_OPNIEUW:
                eis_oorspronkelijk(toets, inhoud)
            geleegd |= {nummer: afdruk for nummer, afdruk in _lees(inhoud) if nummer < rij.nummer}
        except (HandtekeningOnjuist, ValueError, TypeError):
            continue
    if koffer is not None:
        geleegd |= _achtergelaten(sessie, toets, koffer)
    toets.geleegd = geleegd
    return toets


def _achtergelaten(sessie: Session, toets: Toets, koffer: KofferKop) -> dict[int, bytes]:
    """What a koffer does not take along: the statement with which it went out names what it does.

    So an emptied statement about one of its own casussen is a break, as it is in the office.
    """
    rij = sessie.execute(select(_TABEL).where(_TABEL.c.nummer == koffer.verklaring)).first()
    try:
        uit = VerklaringRij._make(tuple(rij or ()))
        inhoud = toets.inhoud(uit)
        if uit.soort != VerklaringSoort.KOFFER_UIT or inhoud.get("kenmerk") != koffer.kenmerk:
            return {}
        genoemd: Any = inhoud[VOL]
        mee = {int(nummer) for nummer in genoemd}
    except (HandtekeningOnjuist, ValueError, TypeError, KeyError):
        return {}
    vraag = select(_TABEL).where(_TABEL.c.nummer < koffer.verklaring, _TABEL.c.inhoud.is_(None))
    return {leeg.nummer: rij_afdruk(tuple(leeg)) for leeg in sessie.execute(vraag) if leeg.nummer not in mee}


def eis_oorspronkelijk(toets: Toets, inhoud: Mapping[str, Any]) -> VerklaringRij:
    """The destruction that this one does again, signed for this vault. Raises HandtekeningOnjuist."""
    eerste = VerklaringRij._make(inhoud.get(OORSPRONKELIJK, ()))
    if eerste.soort != VerklaringSoort.VERNIETIGING or toets.inhoud(eerste).get("nummer") != inhoud.get("nummer"):
        raise ValueError("geen vernietiging")
    return eerste


def leeg_inhoud(geleegd: Mapping[int, bytes]) -> list[list[object]]:
    """As a destruction names them."""
    return [[nummer, afdruk.hex()] for nummer, afdruk in sorted(geleegd.items())]


def te_legen(sessie: Session, nummers: frozenset[int]) -> dict[int, bytes]:
    """Which of these still have content that may go, with the print of the row as it is now."""
    gevonden: dict[int, bytes] = {}
    lijst = sorted(nummers)
    for eerste in range(0, len(lijst), _IN_EENS):
        deel = lijst[eerste : eerste + _IN_EENS]
        for rij in sessie.execute(select(_TABEL).where(_TABEL.c.nummer.in_(deel))):
            if rij.inhoud is not None and rij.soort not in _BLIJVEN:
                gevonden[rij.nummer] = rij_afdruk(tuple(rij))
    return gevonden


def leeg(sessie: Session, geleegd: Mapping[int, bytes]) -> None:
    """Take the content of these statements away; the trigger that keeps statements as they are must be off."""
    lijst = sorted(geleegd)
    for eerste in range(0, len(lijst), _IN_EENS):
        deel = lijst[eerste : eerste + _IN_EENS]
        sessie.connection().execute(update(Verklaring).where(Verklaring.nummer.in_(deel)).values(inhoud=None))


def _lees(inhoud: Mapping[str, Any]) -> list[tuple[int, bytes]]:
    delen = inhoud.get(LEEG, ())
    gelezen = [(nummer, bytes.fromhex(afdruk)) for nummer, afdruk in delen]
    if not all(type(nummer) is int for nummer, _ in gelezen):
        raise ValueError("nummer")
    return gelezen
