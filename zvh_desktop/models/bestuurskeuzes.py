"""Enums of a tactical or strategic meeting: its members, what is decided, the votes. As keuzes, seen by the ui too."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NewType


class LidRol(StrEnum):
    """What somebody is in a meeting at tactical or strategic level."""

    VOORZITTER = "voorzitter"
    LID = "lid"
    AGENDALID = "agendalid"
    ADVISEUR = "adviseur"
    SECRETARIS = "secretaris"


class BesluitOver(StrEnum):
    """A subject for which a convenant says apart who decides; empty is any other."""

    OVERIG = ""
    TOETREDING = "toetreding"


class Stem(StrEnum):
    """How a member votes at tactical or strategic level."""

    VOOR = "voor"
    TEGEN = "tegen"
    ONTHOUDING = "onthouding"


def stemmentelling(stemmen: Sequence[Stem]) -> str:
    """'24 voor, 1 tegen, 0 onthoudingen'."""
    niet = stemmen.count(Stem.ONTHOUDING)
    zonder = "onthouding" if niet == 1 else "onthoudingen"
    return f"{stemmen.count(Stem.VOOR)} voor, {stemmen.count(Stem.TEGEN)} tegen, {niet} {zonder}"


class BesluitUitkomst(StrEnum):
    """What became of a proposal at tactical or strategic level."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    VERWORPEN = "verworpen"
    VOORGESTELD = "voorgesteld"
    PATSTELLING = "patstelling"
    AANGEHOUDEN = "aangehouden"


TrajectId = NewType("TrajectId", int)
GeschilId = NewType("GeschilId", int)
MomentId = NewType("MomentId", int)


class TrajectSoort(StrEnum):
    """A procedure about who is a partij, or about the convenant itself."""

    TOETREDING = "toetreding"
    OPZEGGING = "opzegging"
    UITSLUITING = "uitsluiting"
    OPVOLGING = "opvolging"
    CONVENANT = "convenant"
    CORRECTIE = "correctie"
    """The day of leaving in the register was wrong, or was never put there by a procedure."""


class TrajectStand(StrEnum):
    """How far a procedure is. From ``BESLOTEN`` on it is signed."""

    OPEN = "open"
    BESLOTEN = "besloten"
    AFGEROND = "afgerond"
    AFGEWEZEN = "afgewezen"


class Instemming(StrEnum):
    """What a partij says about a procedure."""

    OPEN = "open"
    AKKOORD = "akkoord"
    BEZWAAR = "bezwaar"


class Opzegreden(StrEnum):
    """Why a partij leaves; it decides which term holds."""

    GEWOON = "gewoon"
    NA_WIJZIGING = "na_wijziging"
    OPGEHOUDEN = "opgehouden"


class Momentsoort(StrEnum):
    """A day in the life of the convenant."""

    GETEKEND = "getekend"
    EVALUATIE = "evaluatie"
    VERLENGING = "verlenging"
    EINDE = "einde"


class ApBesluit(StrEnum):
    """Whether a datalek was reported to the Autoriteit Persoonsgegevens."""

    OPEN = "open"
    GEMELD = "gemeld"
    NIET = "niet"
