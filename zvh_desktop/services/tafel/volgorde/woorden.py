"""What a proposed order gains, in words: who has to be there for how long instead of how long."""

from __future__ import annotations

from zvh_desktop.models.taal import opsomming
from zvh_desktop.services.tafel.volgorde.voorstel import Verblijf, VolgordeVoorstel

TE_NOEMEN = 3
"""So many partijen are named; more is a list that nobody reads."""


def duur(minuten: int) -> str:
    """'45 minuten', '1 uur', '2 u 05'."""
    uren, rest = divmod(minuten, 60)
    if not uren:
        return "1 minuut" if rest == 1 else f"{rest} minuten"
    return f"{uren} u {rest:02}" if rest else f"{uren} uur"


def winst_in_woorden(voorstel: VolgordeVoorstel) -> str:
    """One or two sentences: what changes for the partijen together, and for whom most."""
    if not voorstel.anders:
        return (
            "Deze volgorde is al de beste: geen andere laat de partijen minder wachten."
            if voorstel.bewezen
            else "Er is geen betere volgorde gevonden."
        )
    zinnen = [_samen(voorstel)]
    minder = [een for een in voorstel.verblijf if een.straks < een.nu]
    langer = [een for een in reversed(voorstel.verblijf) if een.straks > een.nu]
    if minder:
        zinnen.append(f"{opsomming(_een(een) for een in minder[:TE_NOEMEN])}.")
    if langer:
        zinnen.append(f"Langer: {opsomming(_een(een) for een in langer[:TE_NOEMEN])}.")
    return " ".join(zinnen)


def _samen(voorstel: VolgordeVoorstel) -> str:
    if not voorstel.wachten_straks and voorstel.wachten_nu:
        return f"Geen partij hoeft meer te wachten; dat was samen {duur(voorstel.wachten_nu)}."
    if voorstel.wachten_straks < voorstel.wachten_nu:
        return f"De partijen wachten samen {duur(voorstel.wachten_straks)} in plaats van {duur(voorstel.wachten_nu)}."
    minder = voorstel.wisselingen_nu - voorstel.wisselingen_straks
    return f"Er komt of gaat {'één keer' if minder == 1 else f'{minder} keer'} minder iemand tussendoor."


def _een(verblijf: Verblijf) -> str:
    return f"{verblijf.naam} {duur(verblijf.straks)} aanwezig in plaats van {duur(verblijf.nu)}"
