"""The rule of the convenant behind a refusal, in the words that every screen uses for it."""

from __future__ import annotations

from zvh_desktop.errors import GebruikersFout

REGEL_VRAAG = "Wat zegt de regel?"


def regel_zin(fout: GebruikersFout) -> str:
    """The rule in plain Dutch with the article of this house; empty when no rule is behind this."""
    if not fout.regeltekst:
        return ""
    return f"De regel ({fout.artikel}): {fout.regeltekst}" if fout.artikel else f"De regel: {fout.regeltekst}"
