"""The fixed choices of an opschaling: what became of it, and how another house gave its accord."""

from __future__ import annotations

from enum import StrEnum


class OpschalingUitkomst(StrEnum):
    """What became of an opschaling: what the other house said."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    NIET_AANGENOMEN = "niet_aangenomen"


class AkkoordWijze(StrEnum):
    """How another house gave its accord."""

    SCHRIFTELIJK = "schriftelijk"
    BEVEILIGDE_MAIL = "beveiligde_mail"
    MONDELING = "mondeling"
