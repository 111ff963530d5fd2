"""The koffer of today, kept fresh by itself on this computer for when the line to the server falls away (ADR 0101).

It sleeps: the office knows nothing of it, and everybody goes on. Only who goes on in it without a line wakes it. What
comes back of such a koffer is a proposal beside what the office has by then, as with one that was lost: nothing comes
in that was not chosen, and what closed the gate in the office stands.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import Ketenkop, kop, voeg_verklaring_toe
from zvh_desktop.database.koffer.kantoor import afdruk_van
from zvh_desktop.database.koffer.maken import Koffermaker
from zvh_desktop.database.koffer.reis import Reisplan, casussen_van, eerdere_overleggen
from zvh_desktop.database.koffer.sjabloon import Koffersjabloon
from zvh_desktop.database.koffer.slapend import Slaapplaats, gooi_weg, overleggen_in
from zvh_desktop.database.sleutels.kofferkop import KENMERK_LENGTE, KofferKop
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.errors import HandtekeningOnjuist, KofferFout, LijnWeg, NietBevoegd
from zvh_desktop.models.keuzen.kofferkeuzes import KofferStand
from zvh_desktop.models.keuzes import OverlegId, Rol, VerklaringSoort
from zvh_desktop.models.koffer.koffer import Koffer, KofferCasus
from zvh_desktop.models.overleg import Overleg
from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferstand
from zvh_desktop.services.koffer.getekend import UITGIFTE
from zvh_desktop.services.koffer.meegaand import bezwaar_tegen, gaat_heel_mee
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

log = logging.getLogger(__name__)

GROOTST: Final = 256 * 1024 * 1024
"""Bytes: a larger one is not kept."""


@dataclass(frozen=True, slots=True)
class _Vandaag:
    """What would travel: the casussen of each tafel of today."""

    per_overleg: Mapping[OverlegId, tuple[int, ...]]
    plan: Reisplan
    kop: Ketenkop


class DagkofferService:
    """Use cases on the koffer of today of who works here."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek
        certificaat = werkplek.kluis.ondertekenaar.certificaat
        self._plaats = Slaapplaats(werkplek.kluis.kluis_id, certificaat.serienummer)

    def stand(self) -> Dagkofferstand:
        """Asks the server nothing."""
        if not self._is_mogelijk():
            return Dagkofferstand(mogelijk=False, aan=False)
        laatste = self._plaats.laatste()
        return Dagkofferstand(
            mogelijk=True,
            aan=self._plaats.aan,
            van=laatste.van if laatste is not None else None,
            begonnen=tuple(Begonnen(map_, overleggen_in(map_)) for map_ in self._plaats.wakker()),
        )

    def zet(self, *, aan: bool) -> None:
        """Keep it fresh on this computer, or not any more. Raises BevestigingNodig, NietBevoegd, KofferFout."""
        if aan and not self._is_mogelijk():
            raise KofferFout(
                "Een koffer van vandaag is er voor wie het overleg leidt, in een huis op een server.",
                veilig="Er is niets gewijzigd.",
            )
        wat = "koffer van vandaag aangezet" if aan else "koffer van vandaag uitgezet"
        with self._werkplek.schrijf(Recht.KOFFER_INLEVEREN, wat, "overleg", wacht_anders=False):
            if aan:  # each of them is signed under the key of who asked for it
                self._werkplek.eis_bevestiging()
        self._plaats.zet(aan=aan)

    def vernieuw(self) -> bool:
        """Make a fresh one where what travels was changed, and take away what should not be here; whether one sleeps.

        Beside the window. The one that was there stays until the new one is whole. While one that was begun waits to
        be handed in, none is kept fresh. Raises LijnWeg; what was there stays then as well.
        """
        certificaten = (slot.certificaat for slot in self._werkplek.kluis.sleutelbestand.gebruikers)
        mogen = {een.serienummer for een in certificaten if Rol.PROCESREGISSEUR in een.rollen}
        self._plaats.wis_wat_niet_hoort(self._werkplek.vandaag(), mogen)
        if not self._plaats.aan or not self._is_mogelijk() or self._plaats.wakker():
            self._plaats.wis()
            return False
        try:
            with self._werkplek.lees(Recht.KOFFER_INLEVEREN) as sessie:
                return self._vernieuw(sessie)
        except LijnWeg:
            raise
        except (NietBevoegd, HandtekeningOnjuist) as fout:
            log.info("koffer van vandaag weg: %s", type(fout).__name__)
            self._plaats.wis()
            return False

    def stop(self) -> None:
        """The window locks, and does not wait for one that is being made: the one of before stays."""
        self._werkplek.eenmaal(Koffersjabloon).koppen.vergeet()

    def wek(self) -> Path:
        """Go on in it, without a line: where it is, to open it with the own password. Raises KofferFout."""
        map_ = self._plaats.wek()
        if map_ is None:
            raise KofferFout("Op deze computer staat geen koffer van vandaag.", veilig="Er is niets gewijzigd.")
        return map_

    # --- shared -----------------------------------------------------------------------------------

    def _is_mogelijk(self) -> bool:
        kluis = self._werkplek.kluis
        return kluis.op_server and not kluis.alleen_lezen and Rol.PROCESREGISSEUR in kluis.gebruiker.rollen

    def _vernieuw(self, sessie: Session) -> bool:
        inzicht(sessie).eis_heel()
        if not self._is_mogelijk():  # the role may have gone since, and is read as this begins
            raise NietBevoegd("Een koffer van vandaag is er voor wie het overleg leidt.")
        vandaag = self._wat_meegaat(sessie)
        if vandaag is None:
            self._plaats.wis()
            return False
        afdruk = afdruk_van(sessie.connection(), vandaag.plan)
        laatste = self._plaats.laatste()
        if laatste is not None and laatste.afdruk == afdruk:
            self._plaats.wis(behalve=laatste.map)
            return True
        doel = self._plaats.nieuwe(self._werkplek.vandaag(), vandaag.plan.overleggen, afdruk)
        self._maak(sessie, vandaag, doel)
        self._plaats.wis(behalve=doel)
        if sum(bestand.stat().st_size for bestand in doel.iterdir()) > GROOTST:
            log.warning("koffer van vandaag is te groot")
            gooi_weg(doel)
            return False
        return True

    def _wat_meegaat(self, sessie: Session) -> _Vandaag | None:
        """Every tafel of today that can travel, as for a koffer that is given along; None where there is none."""
        verbinding, per_overleg = sessie.connection(), dict[OverlegId, tuple[int, ...]]()
        vraag = select(Overleg).where(Overleg.datum == self._werkplek.vandaag()).order_by(Overleg.begin, Overleg.id)
        for overleg in sessie.scalars(vraag):
            casussen = casussen_van(verbinding, overleg.id)
            if bezwaar_tegen(self._werkplek, sessie, overleg, casussen):
                continue
            verifieer_akkoord(self._werkplek, sessie, overleg)
            per_overleg[overleg.id] = casussen
        if not per_overleg:
            return None
        casussen = casussen_van(verbinding, *per_overleg)
        eerder, heel = eerdere_overleggen(verbinding, per_overleg, casussen)
        vol = gaat_heel_mee(sessie, (*per_overleg, *heel), casussen)
        laatste = kop(sessie)
        return _Vandaag(
            per_overleg,
            Reisplan((), laatste.nummer + 1, laatste.nummer, tuple(per_overleg), casussen, eerder, heel, vol),
            laatste,
        )

    def _maak(self, sessie: Session, vandaag: _Vandaag, doel: Path) -> None:
        kenmerk = willekeurig(KENMERK_LENGTE).hex()
        kofferkop = KofferKop(kenmerk, vandaag.kop.nummer + len(vandaag.per_overleg), self._werkplek.vandaag())
        van, werkplek = sessie.connection(), self._werkplek
        with Koffermaker(werkplek.kluis, werkplek.eenmaal(Koffersjabloon), doel) as maker:
            maker.begin(van)
            geef_uit = partial(self._geef_uit, vandaag, kenmerk)
            maker.vul(van, vandaag.plan, kofferkop, (werkplek.gebruiker,), erbij=geef_uit)
            maker.neem_plaats()

    def _geef_uit(self, vandaag: _Vandaag, kenmerk: str, naar: Connection) -> None:
        """In the koffer alone: the rows of its tafels, and the statement with which it goes out."""
        werkplek, uit = self._werkplek, list[int]()
        with Session(naar, join_transaction_mode="rollback_only") as koffer:
            for rij in self._rijen(vandaag, kenmerk):
                rij.volledig = canoniek([*vandaag.plan.vol, *uit]).decode("utf-8")
                koffer.add(rij)
                koffer.flush()
                koffer.add_all(_casussen(rij, vandaag.per_overleg[rij.overleg_id]))
                verklaring = voeg_verklaring_toe(
                    koffer,
                    werkplek.kluis.ondertekenaar,
                    VerklaringSoort.KOFFER_UIT,
                    UITGIFTE.vormen[-1](werkplek, koffer, rij),
                    werkplek.klok().astimezone(UTC),
                )
                rij.verklaring_nummer = verklaring.nummer
                uit.append(verklaring.nummer)
                koffer.flush()

    def _rijen(self, vandaag: _Vandaag, kenmerk: str) -> Iterable[Koffer]:
        """One for each tafel; the last one carries the kenmerk of the koffer."""
        laatste, wie = tuple(vandaag.per_overleg)[-1], self._werkplek.kluis.gebruiker
        for overleg_id in vandaag.per_overleg:
            eigen = overleg_id == laatste
            yield Koffer(
                kenmerk=kenmerk if eigen else willekeurig(KENMERK_LENGTE).hex(),
                reist_in="" if eigen else kenmerk,
                overleg_id=overleg_id,
                voor=wie.naam,
                voor_naam=wie.weergavenaam,
                vervanger="",
                vervanger_naam="",
                terug_uiterlijk=self._werkplek.vandaag(),
                stand=KofferStand.ONDERWEG,
                tot_en_met=vandaag.kop.nummer,
                kop_hash=vandaag.kop.hash,
                uitgegeven_op=self._werkplek.nu(),
                uitgegeven_door=wie.weergavenaam,
                zonder_lijn=True,
            )


def _casussen(rij: Koffer, casussen: Iterable[int]) -> Iterable[KofferCasus]:
    return [KofferCasus(koffer_id=rij.id, casus_id=casus_id) for casus_id in casussen]
