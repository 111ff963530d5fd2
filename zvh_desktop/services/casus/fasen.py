"""The fasen of the werkproces, as the profile names and orders them."""

from __future__ import annotations

from collections import deque
from datetime import date

from sqlalchemy.orm import object_session

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.cijfers.cijfers import Fasestap
from zvh_desktop.models.profiel.werkproces import Fase
from zvh_desktop.services.regelboek.instroom import geen_verstrekking_voor_overleg
from zvh_desktop.services.regelboek.uitleg import eis
from zvh_desktop.services.regelboek.weging import weger, wordt_hier_gewogen
from zvh_desktop.services.werkplek.werkplek import Werkplek


def fase_naam(fase: Fase) -> str:
    """Number and name together, such as '4a Uitvoeren'."""
    return f"{fase.nummer} {fase.naam}".strip()


def fase_van(werkplek: Werkplek, sleutel: str) -> Fase | None:
    """The fase with this key; None when a later profile no longer has it."""
    return next((fase for fase in werkplek.profiel.fasen if fase.sleutel == sleutel), None)


def _fase_van_casus(werkplek: Werkplek, casus: Casus, sleutel: str) -> Fase | None:
    """The fase with this key in the werkproces of this casus, with the ways to others of it."""
    return werkplek.profiel.werkproces(casus.aanpak).fase(sleutel)


def verplaats_fase(werkplek: Werkplek, casus: Casus, naar: str) -> None:
    """Move a casus along the werkproces within a transaction. Raises GebruikersFout when there is no such step."""
    huidig = _fase_van_casus(werkplek, casus, casus.fase)
    doel = _fase_van_casus(werkplek, casus, naar)
    if doel is None or (huidig is not None and naar not in huidig.naar):
        raise GebruikersFout(
            f"Van de fase {fase_naam(huidig) if huidig else casus.fase} kan casus {casus.nummer} niet naar "
            f"{fase_naam(doel) if doel else naar}.",
            advies="Kies een fase die in het werkproces volgt.",
        )
    _leg_stap_vast(casus, naar, werkplek.vandaag())
    casus.fase = naar
    casus.gewijzigd_op = werkplek.nu()


def _leg_stap_vast(casus: Casus, naar: str, op: date) -> None:
    """For how long a fase takes."""
    sessie = object_session(casus)
    if sessie is not None:
        sessie.add(Fasestap(casus_id=casus.id, van=casus.fase, naar=naar, op=op))


def breng_naar_fase(werkplek: Werkplek, casus: Casus, doel: str, *, ook_terug: bool = True) -> None:
    """Bring a casus to a fase along the shortest way that the werkproces allows; without a way it stays.

    A besluit of the overleg decides where a casus is, also when nobody ticked the fasen in between. It goes back only
    when the besluit lies behind: forward there is then no way. Without ``ook_terug`` it then stays where it is.
    """
    weg = _weg(werkplek, casus, doel, ook_terug=False)
    if weg is None and ook_terug:
        weg = _weg(werkplek, casus, doel, ook_terug=True)
    for stap in weg or ():
        verplaats_fase(werkplek, casus, stap)


def _weg(werkplek: Werkplek, casus: Casus, doel: str, *, ook_terug: bool) -> tuple[str, ...] | None:
    wegen: dict[str, tuple[str, ...]] = {casus.fase: ()}
    te_doen = deque([casus.fase])
    while te_doen:
        sleutel = te_doen.popleft()
        if sleutel == doel:
            return wegen[sleutel]
        fase = _fase_van_casus(werkplek, casus, sleutel)
        if fase is None:
            continue
        for volgende in fase.naar if ook_terug else fase.vooruit:
            if volgende not in wegen:
                wegen[volgende] = (*wegen[sleutel], volgende)
                te_doen.append(volgende)
    return None


def eis_delen_toegestaan(werkplek: Werkplek, casus: Casus) -> None:
    """Raise RegelGeweigerd while this casus is in a fase in which nothing goes to other partijen."""
    weegt = weger(werkplek.profiel, casus.aanpak)
    eis(geen_verstrekking_voor_overleg(werkplek.profiel, casus.nummer, fase_van(werkplek, casus.fase), weegt))


def eis_te_bespreken(werkplek: Werkplek, casus: Casus, soort: str) -> None:
    """The same for an overleg of this kind: one that weighs may have the casus on its table before that."""
    if not in_weging(werkplek, casus, soort):
        eis_delen_toegestaan(werkplek, casus)


def in_weging(werkplek: Werkplek, casus: Casus, soort: str) -> bool:
    """Whether this casus is at an overleg of this kind to be weighed, so that nothing of it goes to a partij yet."""
    return wordt_hier_gewogen(werkplek.profiel, soort, casus.aanpak, fase_van(werkplek, casus.fase))
