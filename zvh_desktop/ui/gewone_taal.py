"""Whatever went wrong, said as the user can read it. Ours is logged by its class and place, never with its text."""

from __future__ import annotations

import logging

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.services.kluis.logboek import plaats

log = logging.getLogger(__name__)


def in_gewone_taal(fout: BaseException) -> GebruikersFout:
    """The world's fault as it is; for one of our own a plain sentence, after a line in the log."""
    if isinstance(fout, GebruikersFout):
        return fout
    log.critical("onverwachte fout %s in %s", type(fout).__name__, plaats(fout))
    return GebruikersFout(
        "Er ging iets mis in het programma.",
        veilig="Wat al was opgeslagen, is bewaard.",
        advies="Probeer het opnieuw. Gebeurt het weer, meld dan aan uw beheerder wat u deed.",
    )
