"""What a proposed order gains, in words: who has to be there for how long instead of how long."""

from __future__ import annotations

from zvh_desktop.models.taal import hoofdletter, opsomming
from zvh_desktop.services.tafel.volgorde.voorstel import Verblijf, VolgordeVoorstel

TE_NOEMEN = 3
"""So many partijen are named; more is a list that nobody reads."""


def duur(minuten: int) -> str:
    """'45 minuten', '1 uur', '2 u 05'; the last never broken over two lines."""
    uren, rest = divmod(minuten, 60)
    if not uren:
        return "1 minuut" if rest == 1 else f"{rest} minuten"
    return f"{uren}\N{NO-BREAK SPACE}u\N{NO-BREAK SPACE}{rest:02}" if rest else f"{uren} uur"


def winst_in_woorden(voorstel: VolgordeVoorstel) -> str:
    """A few sentences: what changes for the partijen together, for whom most, and what was asked and cannot be."""
    if not voorstel.anders:
        return " ".join([_al_de_beste(voorstel), *_niet_gehaald(voorstel)])
    zinnen = [_samen(voorstel)]
    minder = [een for een in voorstel.verblijf if een.straks < een.nu]
    langer = [een for een in reversed(voorstel.verblijf) if een.straks > een.nu]
    if minder:
        zinnen.append(f"{opsomming(_een(een) for een in minder[:TE_NOEMEN])}.")
    if langer:
        zinnen.append(f"Langer: {opsomming(_een(een) for een in langer[:TE_NOEMEN])}.")
    return " ".join([*zinnen, *_niet_gehaald(voorstel)])


def _al_de_beste(voorstel: VolgordeVoorstel) -> str:
    if not voorstel.bewezen:
        return "Er is geen betere volgorde gevonden."
    met = " met deze wensen" if voorstel.wensen else ""
    return f"Deze volgorde is al de beste{met}: geen andere laat de partijen minder wachten."


def _niet_gehaald(voorstel: VolgordeVoorstel) -> list[str]:
    """Never left out, however long the rest is: who cannot come has to be called."""
    if not voorstel.niet_gehaald:
        return []
    slot = (
        "Geen andere volgorde komt dichter bij wat is gevraagd."
        if voorstel.bewezen
        else "Een volgorde die dichter komt bij wat is gevraagd, is niet gevonden."
    )
    return [f"{hoofdletter('; '.join(voorstel.niet_gehaald))}.", slot]


def _samen(voorstel: VolgordeVoorstel) -> str:
    if voorstel.om_wensen:
        hoe = "zo goed als kan aan de wensen" if voorstel.niet_gehaald else "aan de wensen"
        return f"Deze volgorde houdt zich {hoe}.{_wachten_erbij(voorstel)}"
    if voorstel.gewogen and voorstel.wachten_straks >= voorstel.wachten_nu:
        return f"Wie zwaarder telt, wacht minder.{_wachten_erbij(voorstel)}"
    if not voorstel.wachten_straks and voorstel.wachten_nu:
        return f"Geen partij hoeft meer te wachten; dat was samen {duur(voorstel.wachten_nu)}."
    if voorstel.wachten_straks < voorstel.wachten_nu:
        return f"De partijen wachten samen {duur(voorstel.wachten_straks)} in plaats van {duur(voorstel.wachten_nu)}."
    minder = voorstel.wisselingen_nu - voorstel.wisselingen_straks
    return f"Er komt of gaat {'één keer' if minder == 1 else f'{minder} keer'} minder iemand tussendoor."


def _wachten_erbij(voorstel: VolgordeVoorstel) -> str:
    nu, straks = voorstel.wachten_nu, voorstel.wachten_straks
    if straks == nu:
        return ""
    if not straks:
        return f" Geen partij hoeft meer te wachten; dat was samen {duur(nu)}."
    return f" De partijen wachten samen {duur(straks)} in plaats van {duur(nu) if nu else 'niet'}."


def _een(verblijf: Verblijf) -> str:
    return f"{verblijf.naam} {duur(verblijf.straks)} aanwezig in plaats van {duur(verblijf.nu)}"
