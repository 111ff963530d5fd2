"""What every page gets beside the services: made once in the composition root, handed down from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from zvh_desktop.services.kluis.beleid import Beleid
from zvh_desktop.ui.draden.taken import Taken
from zvh_desktop.ui.instellingen import Instellingen
from zvh_desktop.ui.klembord import Klembord
from zvh_desktop.ui.meldingen import Melder
from zvh_desktop.ui.teksten.datums import nu_hier
from zvh_desktop.ui.zaalhouder import Zaalhouder


@dataclass(frozen=True)
class Gereedschap:
    """Tasks, messages, settings, clipboard, clock, the window in the room, and what IT settled."""

    taken: Taken
    melder: Melder
    instellingen: Instellingen
    klembord: Klembord
    klok: Callable[[], datetime] = nu_hier
    zaal: Zaalhouder = field(default_factory=Zaalhouder)
    beleid: Beleid = field(default_factory=Beleid)
