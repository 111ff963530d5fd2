"""Enums of a tactical or strategic meeting: its members, what is decided, the votes. As keuzes, seen by the ui too."""

from __future__ import annotations

from enum import StrEnum


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


class BesluitUitkomst(StrEnum):
    """What became of a proposal at tactical or strategic level."""

    OPEN = "open"
    AANGENOMEN = "aangenomen"
    VERWORPEN = "verworpen"
    VOORGESTELD = "voorgesteld"
    PATSTELLING = "patstelling"
    AANGEHOUDEN = "aangehouden"
