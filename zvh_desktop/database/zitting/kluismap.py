"""A vault: one folder, with one process that writes, and files beside the database that decide (KLUIS 1-3)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import SCHRIJFWACHT, sluit_af
from zvh_desktop.database.bestand.plaats import conflictkopieen, netwerkzin
from zvh_desktop.database.bestand.vergrendelbestand import (
    Vergrendeling,
    geef_reserve_vrij,
    maak_reserve,
    waarschuwing_ruimte,
)
from zvh_desktop.database.bestand.vertaling import is_schijf_vol
from zvh_desktop.database.bestand.wissen import Voortgang, wis_resten
from zvh_desktop.database.daad import Daad, met_reserve, rond_voornemens_af, schrijf_sleutels
from zvh_desktop.database.keten.schakels import Zegel
from zvh_desktop.database.kopie.kopiebewijs import KOPIEBESTAND
from zvh_desktop.database.kopie.onafgemaakt import ruim_half_op
from zvh_desktop.database.motor.motor import MOTOR
from zvh_desktop.database.motor.sqlcipher import SqlcipherMotor
from zvh_desktop.database.rotatie import roteer
from zvh_desktop.database.samen import Samen, schrijf_samen
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, lees_sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import Bevinding, Eigenaar, Gezien, Waarneming
from zvh_desktop.database.terugzetten.vergelijken import (
    Bron,
    aanvaard,
    controleer_stand,
    eerste_keer,
    lees_gezien,
    lees_zegel,
    onthoud,
    ruim_wezen_op,
    tel_zitting,
)

if TYPE_CHECKING:
    from zvh_desktop.database.zitting.standplaats import Nieuws


class Kluismap:
    """A folder that is open; without a lock it is only read."""

    op_server = False
    vernieuwt_sleutel = True

    def __init__(self, vergrendeling: Vergrendeling | None) -> None:
        self.vergrendeling = vergrendeling

    @property
    def alleen_lezen(self) -> bool:
        return self.vergrendeling is None

    def eis_van_ons(self) -> None:
        if self.vergrendeling is not None:
            self.vergrendeling.eis_nog_van_ons()

    def sluit_aan(self, bron: Bron) -> None:
        if self.vergrendeling is not None:
            bron.engine.update_execution_options(**{SCHRIJFWACHT: self.vergrendeling.eis_nog_van_ons})
        bron.engine.update_execution_options(**{MOTOR: SqlcipherMotor(bron.databasepad, bron.sleutel)})

        def op_fout(context: ExceptionContext) -> BaseException | None:
            if is_schijf_vol(context.original_exception, bron.kluismap):
                geef_reserve_vrij(bron.kluismap)
            return None

        event.listen(bron.engine, "handle_error", op_fout, insert=True)

    def geef_vrij(self, bron: Bron) -> None:
        sluit_af(bron.engine, vergrendeld=True)
        bron.engine.dispose()
        if self.vergrendeling is not None:
            self.vergrendeling.geef_vrij()

    def schrijf(self, samen: Samen, bestand: Sleutelbestand, daad: Daad | None) -> None:
        bron = samen.bron
        if daad is not None and daad.erbij is not None:
            schrijf_samen(samen, bestand, daad)
        else:
            geschreven = schrijf_sleutels(bron.engine, bron.kluismap, bestand, bron.sleutel, daad)
            samen.neem(replace(bron, bestand=geschreven))

    def roteer(
        self,
        samen: Samen,
        bestand: Sleutelbestand,
        wortel: bytes,
        sessie_info: Mapping[str, object],
        daad: Daad | None,
        voortgang: Voortgang | None,
    ) -> None:
        bron = samen.bron
        met_reserve(bron.kluismap, partial(wis_resten, bron.engine))
        rond_voornemens_af(bron.engine, bron.kluismap)
        met_reserve(bron.kluismap, partial(roteer, bron, bestand, wortel, samen.neem, sessie_info, daad, voortgang))

    def na_begin(self, _verbinding: Connection) -> Nieuws | None:
        """Nobody else writes here."""
        return None

    def vergelijk(self, bron: Bron, eigen: Eigenaar) -> tuple[Bevinding, ...]:
        return controleer_stand(bron, eigen)

    def eerste_keer(self, bron: Bron, eigen: Eigenaar) -> bool:
        return eerste_keer(bron, eigen)

    def zegel(self, bron: Bron, eigen: Eigenaar) -> Zegel | None:
        return lees_zegel(bron, eigen)

    def gezien(self, bron: Bron, eigen: Eigenaar) -> Gezien | None:
        return lees_gezien(bron, eigen)

    def onthoud(self, bron: Bron, eigen: Eigenaar, waarneming: Waarneming, *, ook_ouder: bool = False) -> None:
        onthoud(bron, eigen, waarneming)

    def aanvaard(
        self, bron: Bron, eigen: Eigenaar, _sessies: Callable[[], Session], erbij: Callable[[Session], None]
    ) -> None:
        met_reserve(bron.kluismap, partial(aanvaard, bron, eigen, erbij))

    def geheugennaam(self, bron: Bron) -> str:
        return bron.bestand.kluis_id

    def meldingen(self, bron: Bron, *, nieuw: bool) -> tuple[str, ...]:
        koffer = bron.bestand.koffer is not None
        # Of a vault that is told once on this computer; somebody may put a koffer there each time.
        plaats = netwerkzin(bron.kluismap, koffer=koffer) if koffer or nieuw else ""
        ruimte = waarschuwing_ruimte(bron.kluismap)
        return tuple(filter(None, (_zin_over_dubbele(conflictkopieen(bron.kluismap)), ruimte, plaats)))

    def rond_af(self, bron: Bron) -> Bron | None:
        if met_reserve(bron.kluismap, partial(rond_voornemens_af, bron.engine, bron.kluismap)):
            return replace(bron, bestand=lees_sleutelbestand(bron.kluismap))
        return None

    def tel(self, bron: Bron) -> None:
        met_reserve(bron.kluismap, partial(tel_zitting, bron))

    def ruim_op(self, bron: Bron) -> None:
        with contextlib.suppress(OSError):
            ruim_wezen_op(bron)
            ruim_half_op(bron.kluismap, bron.sleutel)
            # A backup that is opened to work in is a vault from now on.
            (bron.kluismap / KOPIEBESTAND).unlink(missing_ok=True)
            maak_reserve(bron.kluismap, bron.bestand.reserve)

    def wis_resten(self, engine: Engine, voortgang: Voortgang | None = None) -> bool:
        return wis_resten(engine, voortgang)

    def na_commit(self, _sessie: Session) -> None:
        """There is nobody else to tell."""


def _zin_over_dubbele(namen: tuple[str, ...]) -> str:
    if not namen:
        return ""
    return (
        f"In de map van de kluis staat een tweede versie van een bestand: {', '.join(namen[:3])}. Een programma dat "
        "mappen synchroniseert, heeft die gemaakt, en op een andere computer kan er dus ander werk in staan. Verwijder "
        "niets. Zet de map van de kluis buiten de synchronisatie en laat uw beheerder nagaan wie er waar in werkte."
    )
