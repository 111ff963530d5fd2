"""When the line to a server falls away in the middle of an act: whether it was saved is looked up, and not guessed."""

from __future__ import annotations

import threading
from typing import Final

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.logketen import staat_in_log
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.errors import KluisFout, LijnWeg

_POGINGEN: Final = (0.0, 0.3, 0.7, 1.5)
"""Seconds before each look. A server that starts anew is there again in one or two; the window waits meanwhile."""


def eis_opgeslagen(kluis: OpenKluis, regel: Ketenkop | None, fout: LijnWeg) -> None:
    """Come back when the act with this line of the log is there. Raises LijnWeg, with what is known of it.

    Without a line it had not come to saving. The write lock is taken before looking: by then the transaction that lost
    its line is over, also where the server was still at work on it. A line is of one act: another one has the same only
    where one account does the same to the same thing at the same microsecond.
    """
    if regel is None:
        raise LijnWeg(opgeslagen=False) from fout
    for seconden in _POGINGEN:
        threading.Event().wait(seconden)
        try:
            with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
                er = staat_in_log(sessie, regel)
        except KluisFout:
            continue
        if er:
            return
        raise LijnWeg(opgeslagen=False) from fout
    raise LijnWeg from fout
