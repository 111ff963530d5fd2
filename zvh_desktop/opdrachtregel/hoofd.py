"""From the words typed after `zvh` to one command, and from its end to an exit code.

0: done. 1: a finding or a refusal, in Dutch. 2: wrong use. A traceback is never shown: it can hold a name.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from zvh_desktop import __version__
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ontleder import Ontleder
from zvh_desktop.opdrachtregel import (
    controleer,
    demo,
    herstel,
    koffer,
    licenties,
    profiel,
    reservekopie,
    team,
    vul,
    woordenboek,
)
from zvh_desktop.opdrachtregel.uitvoer import zeg_fout, zet_utf8
from zvh_desktop.services.kluis.geheugen import houd_geheugen_binnen
from zvh_desktop.services.kluis.logboek import logboek, plaats

log = logging.getLogger(__name__)

GELUKT, BEVINDING = 0, 1
_AFGEBROKEN = 130


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    zet_utf8()
    try:
        keuzes = maak_ontleder().parse_args(argumenten)
    except SystemExit as einde:
        return einde.code if isinstance(einde.code, int) else BEVINDING
    houd_geheugen_binnen()
    uitvoeren: Callable[..., int] = keuzes.uitvoeren
    with logboek():
        try:
            return uitvoeren(keuzes)
        except GebruikersFout as fout:
            zeg_fout(str(fout))
        except KeyboardInterrupt:
            zeg_fout("Afgebroken.")
            return _AFGEBROKEN
        except BrokenPipeError:
            return BEVINDING
        except OSError as fout:
            log.warning("bestand of map: %s in %s", type(fout).__name__, plaats(fout))
            zeg_fout("Een bestand of map is niet te lezen of te schrijven. Kijk of de plaats bestaat en van u is.")
        except Exception as fout:  # noqa: BLE001  # the last resort: whatever it is, no traceback reaches the terminal
            log.critical("onverwachte fout %s in %s", type(fout).__name__, plaats(fout))
            zeg_fout("Er ging iets mis in het programma. Probeer het opnieuw en meld het als het terugkomt.")
    return BEVINDING


def maak_ontleder() -> Ontleder:
    """The parser with every command."""
    ontleder = Ontleder(
        prog="zvh", description="Beheer en automatisering van de Casustafel. Het venster opent u met zvh-desktop."
    )
    ontleder.add_argument("--versie", action="version", version=f"zvh {__version__}", help="het versienummer")
    opdrachten = ontleder.add_subparsers(title="Opdrachten", metavar="OPDRACHT", dest="opdracht", required=True)
    for opdracht in (demo, controleer, koffer, reservekopie, herstel, team, profiel, vul, licenties, woordenboek):
        opdracht.voeg_toe(opdrachten)
    return ontleder
