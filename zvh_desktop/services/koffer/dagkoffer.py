"""The koffer of today, kept fresh by itself on this computer for when the line to the server falls away (ADR 0101).

It sleeps: the office knows nothing of it, and everybody goes on. Only who goes on in it without a line wakes it. What
comes back of such a koffer is a proposal beside what the office has by then, as with one that was lost: nothing comes
in that was not chosen, and what closed the gate in the office stands.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ketenkop import Ketenkop, kop
from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.koffer.kantoor import afdruk_van
from zvh_desktop.database.koffer.maken import Koffermaker
from zvh_desktop.database.koffer.reis import Reisplan, casussen_van, eerdere_overleggen
from zvh_desktop.database.koffer.sjabloon import Koffersjabloon
from zvh_desktop.database.koffer.slapend import Gewekt, Slaapplaats, gooi_weg, overleggen_in, wis_sleutels
from zvh_desktop.database.sleutels.kofferkop import KENMERK_LENGTE, KofferKop
from zvh_desktop.database.sleutels.primitieven import willekeurig
from zvh_desktop.errors import (
    GebruikersFout,
    KluisInGebruik,
    KofferFout,
    LijnWeg,
    NietBevoegd,
    ServerWeigert,
    ZvhFout,
)
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
        self._plaats = Slaapplaats(werkplek.kluis)
        self._te_groot = ""
        """The print of one that is not kept: it is not made again as long as nothing of it was changed."""

    def stand(self) -> Dagkofferstand:
        """Asks the server nothing."""
        if not self._is_mogelijk():
            return Dagkofferstand(mogelijk=False, aan=False)
        laatste = self._plaats.laatste(self._werkplek.vandaag())
        return Dagkofferstand(
            mogelijk=True,
            aan=self._plaats.aan,
            van=laatste.van if laatste is not None else None,
            begonnen=tuple(Begonnen(map_, overleggen_in(map_), *self._sinds(map_)) for map_ in self._plaats.wakker()),
            van_anderen=self._van_anderen(),
            te_groot=bool(self._te_groot),
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
        be handed in, none is kept fresh. Raises LijnWeg and the like; what was there stays then as well. Whatever else
        comes before all of it was weighed says that it may not, or not any more: also what only the server knows.
        """
        certificaten = (slot.certificaat for slot in self._werkplek.kluis.sleutelbestand.gebruikers)
        mogen = {een.naam for een in certificaten if Rol.PROCESREGISSEUR in een.rollen}
        self._plaats.wis_wat_niet_hoort(self._werkplek.vandaag(), mogen)
        if not self._plaats.aan or not self._is_mogelijk() or self._plaats.wakker():
            self._niets()
            return False
        gewogen = False
        try:
            with self._werkplek.lees(Recht.KOFFER_INLEVEREN) as sessie:
                vandaag = self._wat_mag(sessie)
                gewogen = True
                return self._vernieuw(sessie, vandaag)
        except GebruikersFout as fout:
            if gewogen or not _is_geweigerd(fout):
                raise
            log.info("koffer van vandaag weg: %s", type(fout).__name__)
            self._niets()
            return False

    def gooi_weg(self, map_: Path) -> None:
        """Throw away what was begun and will not be handed in; what was done in it is gone, and that stands in the log.

        One of somebody else only when that account is no more: nobody can hand it in.
        Raises BevestigingNodig, KofferFout.
        """
        stand = self.stand()
        begonnen = next((een for een in (*stand.begonnen, *stand.van_anderen) if een.map == map_), None)
        if begonnen is None:
            raise KofferFout("Deze koffer staat niet meer op deze computer.", veilig="Er is niets gewijzigd.")
        if not begonnen.weg:
            raise KofferFout(
                f"Deze koffer is van {begonnen.voor}. U kunt hem niet weggooien.",
                veilig="Er is niets gewijzigd.",
                advies=f"Laat {begonnen.voor} zich op deze computer aanmelden en de koffer inleveren of weggooien.",
            )
        wat = "koffer van vandaag weggegooid"
        with self._werkplek.schrijf(Recht.KOFFER_INLEVEREN, wat, "overleg", wacht_anders=False) as werk:
            self._werkplek.eis_bevestiging()
            if begonnen.overleggen:  # else nothing is known of which; that it went is logged all the same
                werk.raakt(*map(OverlegId, begonnen.overleggen))
            with vertaal_fout(map_.parent):  # where that cannot be, it did not go, and nothing says that it did
                wis_sleutels(map_)
        gooi_weg(map_)
        if map_.exists():
            raise KofferFout(
                f"In de map “{map_.name}” staan nog bestanden van de koffer: een ander programma houdt ze vast.",
                veilig="De koffer is weggegooid en gaat voor niemand meer open. Dat staat in het logboek.",
                advies="Sluit het programma dat ze vasthoudt en verwijder die map, of vraag dat uw ICT.",
            )

    def stop(self) -> None:
        """The window locks, and does not wait for one that is being made: the one of before stays."""
        self._werkplek.eenmaal(Koffersjabloon).koppen.vergeet()

    def wek(self) -> Path:
        """Go on in it, without a line: where it is, to open it with the own password. Raises KofferFout."""
        map_ = self._plaats.wek(self._werkplek.vandaag())
        if map_ is None:
            raise KofferFout("Op deze computer staat geen koffer van vandaag.", veilig="Er is niets gewijzigd.")
        return map_

    # --- shared -----------------------------------------------------------------------------------

    def _sinds(self, map_: Path) -> tuple[date | None, int]:
        gewekt = Gewekt.van(map_)
        return (None, 0) if gewekt is None else (gewekt.dag, max(0, (self._werkplek.vandaag() - gewekt.dag).days))

    def _van_anderen(self) -> tuple[Begonnen, ...]:
        kluis = self._werkplek.kluis
        er_nog = {slot.certificaat.naam for slot in kluis.sleutelbestand.gebruikers}
        return tuple(
            Begonnen(een.map, overleggen_in(een.map), *self._sinds(een.map), een.getoond, er_nog.isdisjoint(een.namen))
            for een in self._plaats.gewekt()
            if kluis.gebruiker.naam not in een.namen
        )

    def _is_mogelijk(self) -> bool:
        kluis = self._werkplek.kluis
        return kluis.op_server and not kluis.alleen_lezen and Rol.PROCESREGISSEUR in kluis.gebruiker.rollen

    def _wat_mag(self, sessie: Session) -> _Vandaag | None:
        inzicht(sessie).eis_heel()
        if not self._is_mogelijk():  # the role may have gone since, and is read as this begins
            raise NietBevoegd("Een koffer van vandaag is er voor wie het overleg leidt.")
        return self._wat_meegaat(sessie)

    def _vernieuw(self, sessie: Session, vandaag: _Vandaag | None) -> bool:
        if vandaag is None:
            self._niets()
            return False
        afdruk = afdruk_van(
            sessie.connection(), vandaag.plan, self._werkplek.kluis.sleutelbestand, self._werkplek.gebruiker
        )
        laatste = self._plaats.laatste(self._werkplek.vandaag())
        if laatste is not None and laatste.afdruk == afdruk:
            self._plaats.wis(behalve=laatste.map)
            return True
        if afdruk == self._te_groot:
            return False
        doel = self._plaats.nieuwe(self._werkplek.vandaag(), vandaag.plan.overleggen, afdruk)
        self._maak(sessie, vandaag, doel)
        if sum(bestand.stat().st_size for bestand in doel.iterdir()) > GROOTST:
            log.info("koffer van vandaag is te groot")
            self._niets(te_groot=afdruk)  # nor the one of before: it may hold what may not travel any more
            return False
        self._te_groot = ""
        self._plaats.wis(behalve=doel)
        return True

    def _niets(self, te_groot: str = "") -> None:
        self._te_groot = te_groot
        self._plaats.wis()

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


def _is_geweigerd(fout: GebruikersFout) -> bool:
    """Whether this says that something may not, also of a kind that comes later: it is the program that says it.

    What the driver or the disk said is trouble, unless it is that the account may not come in.
    """
    if isinstance(fout, LijnWeg | KluisInGebruik):
        return False
    return fout.__cause__ is None or isinstance(fout.__cause__, ZvhFout) or isinstance(fout, ServerWeigert)


def _casussen(rij: Koffer, casussen: Iterable[int]) -> Iterable[KofferCasus]:
    return [KofferCasus(koffer_id=rij.id, casus_id=casus_id) for casus_id in casussen]
