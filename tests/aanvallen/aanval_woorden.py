"""Kind 6: what a signed row keeps as its own words is altered, taken away or taken from another row.

The procesregisseur signs two plans and an agenda, the attacker reaches the words with plain SQL and puts the triggers
back, and then the piece is made.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

from aanval_toneel import Toneel, neem_wachters_weg, zet_wachters_terug

from zvh_desktop.models.keuzes import DocumentSoort, PlanId
from zvh_desktop.services.documenten import StukVraag

WANNEER = ("open", "dicht")
OP_WOORDEN: dict[str, str] = {
    "anders": "UPDATE {tabel} SET {kolom} = replace({kolom}, ':\"', ':\"Anders ') WHERE id = 1",
    "geleegd": "UPDATE {tabel} SET {kolom} = '' WHERE id = 1",
    "leeg object": "UPDATE {tabel} SET {kolom} = '{{}}' WHERE id = 1",
    "geen json": "UPDATE {tabel} SET {kolom} = 'x' WHERE id = 1",
    "een veld weg": (
        "UPDATE {tabel} SET {kolom} = json_remove({kolom}, "
        "'$.' || (SELECT key FROM json_each({tabel}.{kolom}) ORDER BY key LIMIT 1)) WHERE id = 1"
    ),
    "een veld erbij": "UPDATE {tabel} SET {kolom} = json_set({kolom}, '$.erbij', 'x') WHERE id = 1",
    "andere opmaak": "UPDATE {tabel} SET {kolom} = ' ' || {kolom} WHERE id = 1",
    "als bytes": "UPDATE {tabel} SET {kolom} = CAST({kolom} AS BLOB) WHERE id = 1",
}
OP_TWEE: dict[str, str] = {
    "van een andere rij": "UPDATE {tabel} SET {kolom} = (SELECT o.{kolom} FROM {tabel} o WHERE o.id = 2) WHERE id = 1",
    "verwisseld": "UPDATE {tabel} SET {kolom} = (SELECT o.{kolom} FROM {tabel} o WHERE o.id = 3 - {tabel}.id)",
}


def woorden() -> Iterator[tuple[str, Callable[[Toneel], None], Callable[[Toneel], bool]]]:
    """Each sentence, what is done, and whether the piece was made all the same."""
    zinnen = [
        *(("plan_van_aanpak", "woorden", *daad) for daad in (OP_WOORDEN | OP_TWEE).items()),
        *(("overleg", "agenda_woorden", *daad) for daad in OP_WOORDEN.items()),
    ]
    for (tabel, kolom, hoe, daad), wanneer in itertools.product(zinnen, WANNEER):

        def doe(toneel: Toneel, opdracht: str = daad.format(tabel=tabel, kolom=kolom), wanneer: str = wanneer) -> None:
            _onderteken(toneel)
            if wanneer == "dicht":
                toneel.sluit()
                toneel.bureau = None
            with toneel.sql() as verbinding:
                wachters = neem_wachters_weg(verbinding)
                assert verbinding.exec_driver_sql(opdracht).rowcount
                zet_wachters_terug(verbinding, wachters)

        yield f"{tabel}.{kolom} {hoe}, {wanneer}", doe, _plan_gemaakt if tabel != "overleg" else _agenda_gemaakt


def _onderteken(toneel: Toneel) -> None:
    bureau, s = toneel.open(), toneel.sjabloon
    for casus, kort in ((s.a, "OM"), (s.b, "GGD")):
        bureau.alsof_bevestigd()
        plan = bureau.plannen.begin(casus)
        bureau.plannen.bewaar(plan, bureau.plan_invoer(kort))
        bureau.plannen.stel_vast(plan)
    bureau.akkoord(s.overleg)
    assert _plan_gemaakt(toneel)
    assert _agenda_gemaakt(toneel)


def _plan_gemaakt(toneel: Toneel) -> bool:
    return _gemaakt(toneel, StukVraag(DocumentSoort.PLAN_VAN_AANPAK, PlanId(1), None, ""))


def _agenda_gemaakt(toneel: Toneel) -> bool:
    return _gemaakt(toneel, StukVraag(DocumentSoort.AGENDA_REGIE, toneel.sjabloon.overleg, None, ""))


def _gemaakt(toneel: Toneel, vraag: StukVraag) -> bool:
    try:
        return bool(toneel.open().diensten().documenten.maak(vraag).inhoud)
    except Exception as fout:
        if type(fout).__module__ != "zvh_desktop.errors":
            raise
        return False
