"""Makes the draft of each partij by itself: where one cannot be made the others are, and it is said which and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.lek.samen import Leksamen
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.uitnodigen.lijst import UitnodigingRegel
from zvh_desktop.ui.pages.tafel.stukken.bewaren import vrije_naam
from zvh_desktop.ui.pdf_voorbeeld import schrijf_bestand

LIJSTNAAM: Final = "nog-te-versturen.txt"
_KOP: Final = "Nog te versturen. Zet een kruisje bij wat weg is."


@dataclass(frozen=True)
class Gemaakt:
    """A draft that stands in the folder."""

    regel: UitnodigingRegel
    bestandsnaam: str


@dataclass(frozen=True)
class NietGemaakt:
    """A partij of which no draft was made, and why."""

    regel: UitnodigingRegel
    reden: str


@dataclass(frozen=True)
class Conceptenuitkomst:
    """What came of it. ``lijst`` is the file with what is still to be sent; empty when there is nothing to send."""

    gemaakt: tuple[Gemaakt, ...]
    niet: tuple[NietGemaakt, ...]
    lijst: str


@dataclass(frozen=True)
class ElkVoorZich:
    """The work, ready to be run outside the window.

    A refusal is about one partij. What waits for a choice is asked for all of them at once, before anything is written.
    Anything else, and a file that cannot be written, is about all of them: then nothing stays behind.
    """

    regels: Sequence[UitnodigingRegel]
    maak: Callable[[UitnodigingRegel], Stuk]
    map: Path

    def __call__(self, voortgang: Callable[[int, int, str], None]) -> Conceptenuitkomst:
        """What was written, and what was not made."""
        totaal = len(self.regels)
        stukken: list[tuple[UitnodigingRegel, Stuk]] = []
        niet: list[NietGemaakt] = []
        samen = Leksamen()
        for plaats, regel in enumerate(self.regels):
            voortgang(plaats, totaal, f"Concept {plaats + 1} van {totaal}: {regel.partij}")
            try:
                with samen.deel():
                    stukken.append((regel, self.maak(regel)))
            except GebruikersFout as fout:
                niet.append(NietGemaakt(regel, " ".join(deel for deel in (fout.gebeurd, fout.advies) if deel)))
        samen.eis_gekozen()
        voortgang(totaal, totaal, "Bestanden bewaren")
        return self._schrijf(stukken, tuple(niet))

    def _schrijf(
        self, stukken: Sequence[tuple[UitnodigingRegel, Stuk]], niet: tuple[NietGemaakt, ...]
    ) -> Conceptenuitkomst:
        gemaakt: list[Gemaakt] = []
        geschreven: list[Path] = []
        lijst = ""
        try:
            for regel, stuk in stukken:
                doel = vrije_naam(self.map / stuk.bestandsnaam)
                schrijf_bestand(doel, stuk.inhoud)
                geschreven.append(doel)
                gemaakt.append(Gemaakt(regel, doel.name))
            if gemaakt:
                doel = vrije_naam(self.map / LIJSTNAAM)
                schrijf_bestand(doel, verzendlijst(gemaakt))
                lijst = doel.name
        except BaseException:
            for doel in geschreven:
                doel.unlink(missing_ok=True)
            raise
        return Conceptenuitkomst(tuple(gemaakt), niet, lijst)


def verzendlijst(gemaakt: Sequence[Gemaakt]) -> bytes:
    """To print or to keep beside the mail program: which partij and which file, and nothing else."""
    regels = (_KOP, "", *(f"[ ] {een.regel.partij}: {een.bestandsnaam}" for een in gemaakt), "")
    return "\r\n".join(regels).encode("utf-8-sig")
