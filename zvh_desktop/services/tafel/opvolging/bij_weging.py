"""What partijen get of a casus that was weighed: its number, until the triage leads on to sharing."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.casus import Casus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.casus.fasen import in_weging
from zvh_desktop.services.regelboek.weging import weger
from zvh_desktop.services.tafel.verslag_gegevens import VerslagPunt, VerslagTekst
from zvh_desktop.services.werkplek.werkplek import Werkplek


def voor_partij(
    werkplek: Werkplek, sessie: Session, overleg: Overleg, punten: tuple[VerslagPunt, ...]
) -> tuple[VerslagPunt, ...]:
    """These points, without what was said and agreed at those where nothing may be shared yet."""
    profiel = werkplek.profiel
    if not any(weger(profiel, aanpak.sleutel) for aanpak in profiel.aanpakken):
        return punten
    casussen = sessie.scalars(select(Casus).where(Casus.id.in_({punt.casus_id for punt in punten})))
    gesloten = {casus.id for casus in casussen if in_weging(werkplek, casus, overleg.soort)}
    return tuple(_kaal(punt) if punt.casus_id in gesloten else punt for punt in punten)


def _kaal(punt: VerslagPunt) -> VerslagPunt:
    leeg = VerslagTekst("", "", "")
    return replace(punt, tekst=leeg, doel="", besluit_naam="", besluiten=(), acties=(), voortgang=())
