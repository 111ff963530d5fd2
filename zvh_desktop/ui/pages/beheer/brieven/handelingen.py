"""A changed text with its way back: the version before it, as a new one."""

from __future__ import annotations

from zvh_desktop.services.brieven.teksten import BrieftekstRegel, BrieftekstService


class TekstWijzigen:
    """Another text, or the standard text when there is none."""

    def __init__(self, dienst: BrieftekstService, eerder: BrieftekstRegel, onderwerp: str, tekst: str) -> None:
        self._dienst, self._eerder = dienst, eerder
        self._onderwerp, self._inhoud = onderwerp, tekst
        self.tekst = "De tekst is bewaard." if tekst else "De standaardtekst geldt weer."

    def doe(self) -> None:
        """Keep it as the next version."""
        if self._inhoud:
            self._dienst.bewaar(self._eerder.soort, self._onderwerp, self._inhoud)
        else:
            self._dienst.terug_naar_standaard(self._eerder.soort)

    def terug(self) -> None:
        """As it was."""
        self._dienst.zet_versie_terug(self._eerder.soort, self._eerder.versie)
