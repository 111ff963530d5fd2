"""What was given out before. It is never counted anew: the difference would tell what changed since."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.models.cijfers.cijfers import Cijferuitgifte, Uitgegevencijfer
from zvh_desktop.services.cijfers.publicatie import Publicatie, jaar_van, kwartalen_van
from zvh_desktop.services.cijfers.tellen import Cijfercel, Telling
from zvh_desktop.services.cijfers.tijdvak import Kwartaal, Tijdvak
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_register(sessie: Session, van: int, tot: int) -> tuple[set[Kwartaal], dict[Cijfercel, int | None]]:
    """Which years (quarter 0) and quarters were given out, and what."""
    binnen = Cijferuitgifte.jaar.between(van, tot)
    gegeven = {
        (jaar, k) for jaar, k in sessie.execute(select(Cijferuitgifte.jaar, Cijferuitgifte.kwartaal).where(binnen))
    }
    rijen = sessie.execute(
        select(
            Cijferuitgifte.jaar,
            Cijferuitgifte.kwartaal,
            Uitgegevencijfer.maat,
            Uitgegevencijfer.indeling,
            Uitgegevencijfer.sleutel,
            Uitgegevencijfer.waarde,
        )
        .join(Cijferuitgifte, Cijferuitgifte.id == Uitgegevencijfer.uitgifte_id)
        .where(binnen)
    )
    return gegeven, {Cijfercel(jaar, kwartaal, m, i, s): waarde for jaar, kwartaal, m, i, s, waarde in rijen}


def stel_vast(
    telling: Telling, tijdvak: Tijdvak, lopend_jaar: int, gegeven: set[Kwartaal], eerder: Publicatie
) -> dict[Cijfercel, int | None]:
    """What may be told of the years of this period: what was told before as it was, the rest as the counts are now.

    A year that is over is told as a whole, with its quarters; of the running year only the quarters asked for.
    """
    uit: dict[Cijfercel, int | None] = {}
    for jaar in tijdvak.jaren:
        van_jaar = {cel: waarde for cel, waarde in eerder.items() if cel.jaar == jaar}
        if (jaar, 0) in gegeven:
            uit.update(van_jaar)
        elif jaar < lopend_jaar:
            uit.update(jaar_van(telling, jaar, van_jaar))
        else:
            # Of a quarter that was given out nothing is told that was not told then, also no figure that came since.
            nieuw = [kwartaal for kwartaal in tijdvak.kwartalen(jaar) if (jaar, kwartaal) not in gegeven]
            uit.update(kwartalen_van(telling, jaar, nieuw))
            uit.update(van_jaar)
    return uit


def leg_vast(werkplek: Werkplek, sessie: Session, cijfers: Publicatie, gegeven: set[Kwartaal]) -> bool:
    """Keep what is told for the first time. Whether there was any."""
    nieuw = sorted({(cel.jaar, cel.kwartaal) for cel in cijfers} - gegeven)
    for jaar, kwartaal in nieuw:
        uitgifte = Cijferuitgifte(
            jaar=jaar, kwartaal=kwartaal, uitgegeven_op=werkplek.vandaag(), uitgegeven_door=werkplek.naam
        )
        sessie.add(uitgifte)
        sessie.flush()
        sessie.add_all(_rijen(uitgifte.id, (een for een in cijfers.items() if een[0][:2] == (jaar, kwartaal))))
    sessie.flush()
    return bool(nieuw)


def _rijen(uitgifte: int, cijfers: Iterable[tuple[Cijfercel, int | None]]) -> list[Uitgegevencijfer]:
    return [
        Uitgegevencijfer(uitgifte_id=uitgifte, maat=cel.maat, indeling=cel.indeling, sleutel=cel.sleutel, waarde=waarde)
        for cel, waarde in cijfers
    ]
