"""Unlock until the case list is there, against the key derivation alone: what the application itself adds."""

from __future__ import annotations

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, ms, om_en_om, rustig
from zvh_desktop.database.sleutels.primitieven import ZOUT_LENGTE, sleutel_uit_wachtwoord
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.toegang import ToegangDienst

CASUSSEN = 10_000
HOOGSTENS = 0.15


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: the difference, since the key derivation is slow on purpose and would hide it in a ratio."""
    kluismap = kluizen.map_van(CASUSSEN)
    kdf = lees_sleutelbestand(kluismap).gebruikers[0].kdf
    toegang = ToegangDienst()

    def ontgrendel() -> float:
        geopend: list[Diensten] = []

        def werk() -> None:
            diensten = toegang.ontgrendel(kluismap, GEBRUIKER, WACHTWOORD)
            geopend.append(diensten)
            assert len(diensten.casussen.lijst()) == CASUSSEN

        tijd = duur(werk)
        geopend[0].sluit()
        return tijd

    def alleen_sleutel() -> float:
        return duur(lambda: sleutel_uit_wachtwoord(WACHTWOORD, bytes(ZOUT_LENGTE), kdf))

    eigen, kaal = om_en_om(ontgrendel, alleen_sleutel, keren=9)
    erbij = rustig([een - ander for een, ander in zip(eigen, kaal, strict=True)])
    return [
        Uitslag(
            f"ontgrendelen tot casuslijst, {CASUSSEN} casussen",
            ms(rustig(eigen)),
            ms(rustig(kaal)),
            f"+ {ms(erbij)}",
            f"+ {ms(HOOGSTENS)}",
            erbij <= HOOGSTENS,
        )
    ]
