"""Which partij is meant by what was typed, and which grounds can be chosen for one or for several together."""

from __future__ import annotations

from collections.abc import Sequence

from zvh_desktop.models.tekst.naamvormen import bevat_delen
from zvh_desktop.services.poort.oordelen import PartijOordeel

PER_PARTIJ = "Voor elke partij de eerste grondslag uit haar lijst"


def past(regel: PartijOordeel | None, tekst: str) -> bool:
    """Whether every part of this text is in the name of the partij."""
    return regel is not None and bevat_delen(f"{regel.partij} {regel.kort}", tekst)


def grondslagkeuzes(regels: Sequence[PartijOordeel]) -> tuple[tuple[str, str], ...]:
    """What can be chosen, with its explanation; of several partijen together all that any of them has."""
    keuzes = {een.tekst: een.toelichting or een.tekst for regel in regels for een in regel.grondslagen}
    eersten = {regel.grondslagen[0].tekst for regel in regels if regel.grondslagen}
    if len(eersten) > 1:
        uitleg = "Wat elke partij krijgt, staat in de tabel en in de lijst voordat u ondertekent."
        return ((PER_PARTIJ, uitleg), *keuzes.items())
    return tuple(keuzes.items())
