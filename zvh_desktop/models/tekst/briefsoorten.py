"""Which letters there are, and the ids of their rows."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

BriefId = NewType("BriefId", int)


class Briefsoort(StrEnum):
    """One kind of letter, each with a text of its own."""

    BETROKKENE_AANMELDING = "betrokkene-aanmelding"
    BETROKKENE_PLAN = "betrokkene-plan"
    BETROKKENE_AFSCHALING = "betrokkene-afschaling"
    AANMELDER_AANGENOMEN = "aanmelder-aangenomen"
    AANMELDER_AFGEWEZEN = "aanmelder-afgewezen"
    AANMELDER_EINDE = "aanmelder-einde"
    OVERDRACHT = "overdracht"
    AFSCHALING_PARTIJ = "afschaling-partij"
    VERSTREKKING = "verstrekking"


AAN_BETROKKENE = frozenset(
    {Briefsoort.BETROKKENE_AANMELDING, Briefsoort.BETROKKENE_PLAN, Briefsoort.BETROKKENE_AFSCHALING}
)
AAN_AANMELDER = frozenset({Briefsoort.AANMELDER_AANGENOMEN, Briefsoort.AANMELDER_AFGEWEZEN, Briefsoort.AANMELDER_EINDE})
