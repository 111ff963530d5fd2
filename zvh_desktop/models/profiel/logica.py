"""Read the and/or logic of the criteria: ``{ of = ["a", { en = ["b", "c"] }] }``."""

from __future__ import annotations

from zvh_desktop.models.profiel.criteria import Alle, EenVan, GeenCriteria, Los, Uitdrukking
from zvh_desktop.models.profiel.tabel import Tabel, toon

_DIEPST = 8
_VORM = (
    "de sleutel van een criterium, of een tabel op een regel met en of of, zoals "
    '{ of = ["gebied", { en = ["systeem", "ketens"] }] }'
)


def lees_logica(bron: Tabel, sleutel: str) -> Uitdrukking:
    """The expression under ``sleutel``; GeenCriteria when the profile has neither criteria nor logic."""
    heeft_criteria = bron.heeft("criteria")
    if not heeft_criteria and not bron.heeft(sleutel):
        return GeenCriteria()
    waarde = bron.ruw(sleutel, _VORM)
    if waarde is None:
        return GeenCriteria()
    return _lees(bron, waarde, sleutel, 1)


def _lees(bron: Tabel, waarde: object, plaats: str, diepte: int) -> Uitdrukking:
    if diepte > _DIEPST:
        bron.meld(plaats, "te diep in elkaar", f"hoogstens {_DIEPST} lagen")
        return GeenCriteria()
    if isinstance(waarde, str) and waarde:
        return Los(waarde)
    if not isinstance(waarde, dict) or len(waarde) != 1 or not waarde.keys() <= {"en", "of"}:
        bron.meld(plaats, toon(waarde), _VORM)
        return GeenCriteria()
    ((voegwoord, inhoud),) = waarde.items()
    hier = f"{plaats}.{voegwoord}"
    if not isinstance(inhoud, list) or not inhoud:
        bron.meld(hier, toon(inhoud), "een lijst met minstens een criterium")
        return GeenCriteria()
    delen = tuple(_lees(bron, deel, f"{hier}[{nummer}]", diepte + 1) for nummer, deel in enumerate(inhoud, 1))
    return Alle(delen) if voegwoord == "en" else EenVan(delen)
