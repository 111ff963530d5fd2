"""The backups of an open vault: made by themselves, looked over, kept as long as they may be, and chosen from.

Made by whoever works in the vault: that it happens is no right but a duty of the program. Settings and choosing one to
put back are of the beheerder.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.kopie.kenmerk import Kopiesoort
from zvh_desktop.database.kopie.voorraad import (
    Kopie,
    kopienaam,
    overtollig,
    standaardplaats,
    verwijder_kopie,
    zelfde_schijf,
    zoek_kopieen,
)
from zvh_desktop.database.reservekopie import kopieer_kopie, maak_reservekopie, weiger_binnen
from zvh_desktop.database.terugwissel import Vervangen, vervangen_kluizen, verwijder_vervangen
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, KluisFout
from zvh_desktop.models.instelling import KOPIE_PLAATS, Instelling
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.services.beheer.kopieverlies import Verliesteller
from zvh_desktop.services.kluis.gegevens import Voortgang
from zvh_desktop.services.kluis.kopieregels import KopieRegel, kopieplaatsen, lees_regels, onthoud_plaats
from zvh_desktop.services.kluis.kopiestand import ALLE, ELDERS, HOUD, LAATST, MISLUKT, OPZIJ, TOT, Kopiestand
from zvh_desktop.services.vernietigen.termijnen import lees_termijnen, na_termijn
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek

log = logging.getLogger(__name__)

VANZELF: Final = "reservekopie vanzelf gemaakt"
MEESTE_HOUD: Final = 90
TUSSEN: Final = timedelta(hours=1)
"""Closing twice within this makes one backup: what came after the first is in the next."""


@dataclass(frozen=True, slots=True)
class KopieInstelling:
    """How many days of backups are kept, and the second place; None is none."""

    houd: int
    plaats: Path | None


@dataclass(frozen=True, slots=True)
class KopieBeeld:
    """What the page shows beside the settings."""

    instelling: KopieInstelling
    hier: Path
    laatst: datetime | None
    elders: datetime | None
    mislukt: datetime | None
    kortste_termijn: str
    """The shortest bewaartermijn that holds; empty when the house has none."""
    opzij: tuple[Vervangen, ...]


class ReservekopieService:
    """Holds nothing between two acts."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def beeld(self) -> KopieBeeld:
        """Settings and state; readable by every role."""
        with self._werkplek.lees(Recht.PARTIJEN_LEZEN) as sessie:
            stand = _lees(sessie)
            termijnen = self._termijnen(sessie)
        kluismap = self._werkplek.kluis.map
        vandaag = self._werkplek.vandaag()
        return KopieBeeld(
            instelling=KopieInstelling(stand.houd, Path(stand.plaats) if stand.plaats else None),
            hier=standaardplaats(kluismap),
            laatst=stand.laatst,
            elders=stand.elders,
            mislukt=stand.mislukt,
            kortste_termijn=min(termijnen, key=lambda termijn: na_termijn(vandaag, termijn) or date.max, default=""),
            opzij=vervangen_kluizen(kluismap),
        )

    def bewaar(self, invoer: KopieInstelling) -> None:
        """Change how many are kept and where they also go. Raises InvoerOngeldig, NietBevoegd."""
        if not 1 <= invoer.houd <= MEESTE_HOUD:
            raise InvoerOngeldig("houd", f"Kies een aantal dagen tussen 1 en {MEESTE_HOUD}.")
        kluismap = self._werkplek.kluis.map
        if invoer.plaats is not None:
            weiger_binnen(kluismap, invoer.plaats)
            if not invoer.plaats.is_dir():
                raise InvoerOngeldig(
                    "plaats", "Deze map is er niet.", advies="Sluit de schijf aan, of kies een andere map."
                )
        with self._werkplek.schrijf(Recht.RESERVEKOPIE, "instellingen gewijzigd", "kluis") as werk:
            waarden = {HOUD: str(invoer.houd), KOPIE_PLAATS: str(invoer.plaats) if invoer.plaats is not None else ""}
            for sleutel, waarde in waarden.items():
                werk.sessie.merge(Instelling(sleutel=sleutel, waarde=waarde))
        onthoud_plaats(kluismap, invoer.plaats)

    def lijst(self, voortgang: Voortgang, erbij: Path | None = None) -> tuple[KopieRegel, ...]:
        """Every backup of this vault, read through, the newest first, with what would be lost. Raises NietBevoegd."""
        kluis = self._werkplek.kluis
        with self._werkplek.lees(Recht.RESERVEKOPIE) as sessie:
            plaatsen = (*self._plaatsen(_lees(sessie)), *((erbij,) if erbij is not None else ()))
            teller = Verliesteller(sessie, self._werkplek)
            return lees_regels(zoek_kopieen(plaatsen, kluis.kluis_id), kluis.map, teller.verlies, voortgang)

    def verwijder_opzij(self, map_: Path) -> None:
        """Take away a vault that a backup took the place of. Raises KluisFout, NietBevoegd."""
        with (
            self._werkplek.schrijf(Recht.RESERVEKOPIE, "vervangen kluis verwijderd", "kluis") as werk,
            vertaal_fout(map_),
        ):
            if not verwijder_vervangen(map_):
                raise KluisFout(
                    "Niet alles van de vervangen kluis kon worden verwijderd.",
                    veilig="De kluis waarin u werkt, is niet gewijzigd.",
                    advies="Kijk of iemand de map open heeft, en probeer het opnieuw.",
                )
            aantal = len(vervangen_kluizen(self._werkplek.kluis.map))
            werk.sessie.merge(Instelling(sleutel=OPZIJ, waarde=str(aantal)))

    # --- by themselves ------------------------------------------------------------------------------

    def nodig(self) -> bool:
        """Whether there is work that no backup holds yet, or only one that may not be kept any more."""
        if not self._zelf():
            return False
        with vertaal_databasefout(self._werkplek.kluis.map), self._werkplek.kluis.lees_sessies() as sessie:
            stand, laatste = _lees(sessie), sessie.scalar(select(func.max(Logregel.nummer))) or 0
            te_oud = self._te_oud(sessie)
        er_zijn = zoek_kopieen(self._plaatsen(stand), self._werkplek.kluis.kluis_id)
        if not er_zijn or te_oud(er_zijn[0].gemaakt):
            return True
        return laatste > stand.tot and self._nu() - er_zijn[0].gemaakt >= TUSSEN

    def verzorg(self, voortgang: Voortgang | None = None) -> bool:
        """Make a backup where one is needed, and take away what is too many or too old; True when one was made.

        What fails is remembered in the vault, and raised. Raises KluisFout.
        """
        if not self.nodig():
            return False
        if voortgang is not None:
            voortgang(0, 0, "De reservekopie van vandaag wordt gemaakt en nagekeken")
        try:
            self._maak()
        except GebruikersFout:
            self._noteer({MISLUKT: self._nu().isoformat()})
            raise
        return True

    def kijk_na(self) -> None:
        """Compare what is remembered with what stands on the disks: a backup can be taken away, a disk pulled out."""
        kluis = self._werkplek.kluis
        if not self._zelf():
            return
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            stand = _lees(sessie)
        tweede = Path(stand.plaats) if stand.plaats else None
        onthoud_plaats(kluis.map, tweede)
        er_zijn = zoek_kopieen(self._plaatsen(stand), kluis.kluis_id)
        elders = [kopie for kopie in er_zijn if not zelfde_schijf(kopie.map, kluis.map)]
        # a second disk that is not connected now keeps what it holds
        weg = tweede is not None and not tweede.is_dir()
        gevonden = {
            LAATST: _iso(er_zijn) if er_zijn or not weg else _als_iso(stand.laatst),
            ELDERS: _iso(elders) if elders or not weg else _als_iso(stand.elders),
            OPZIJ: str(len(vervangen_kluizen(kluis.map))),
        }
        bekend = {LAATST: _als_iso(stand.laatst), ELDERS: _als_iso(stand.elders), OPZIJ: str(stand.opzij)}
        if gevonden != bekend:
            self._noteer(gevonden)

    def _maak(self) -> None:
        kluis, nu = self._werkplek.kluis, self._nu()
        with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
            stand, te_oud = _lees(sessie), self._te_oud(sessie)
        map_, naam = standaardplaats(kluis.map).name, kopienaam(kluis.map, nu.astimezone(AMSTERDAM))
        plekken = [standaardplaats(kluis.map)]
        if stand.plaats and Path(stand.plaats).is_dir():
            plekken.append(Path(stand.plaats) / map_)
        gemaakt: list[Path] = []
        fouten: list[GebruikersFout] = []
        for plek in plekken:
            try:
                if gemaakt:
                    kopieer_kopie(gemaakt[0], plek / naam)
                else:
                    daad = self._werkplek.daad(VANZELF)
                    maak_reservekopie(kluis, plek / naam, daad, soort=Kopiesoort.VANZELF)
                gemaakt.append(plek / naam)
            except GebruikersFout as fout:
                fouten.append(fout)
        if not gemaakt:
            raise fouten[0]
        if fouten:
            log.warning("tweede reservekopie niet gemaakt: %s", type(fouten[0]).__name__)
        self._ruim_op(stand, gemaakt, te_oud)
        elders = any(not zelfde_schijf(kopie, kluis.map) for kopie in gemaakt)
        self._noteer({LAATST: nu.isoformat(), MISLUKT: ""} | ({ELDERS: nu.isoformat()} if elders else {}), tot=True)

    def _ruim_op(self, stand: Kopiestand, gemaakt: list[Path], te_oud: Callable[[datetime], bool]) -> None:
        """Per place, and only where a good one was made just now."""
        for plek in {kopie.parent for kopie in gemaakt}:
            eigen = [k for k in zoek_kopieen((plek,), self._werkplek.kluis.kluis_id) if k.map.parent == plek]
            for kopie in overtollig(eigen, stand.houd, te_oud):
                if not verwijder_kopie(kopie.map):
                    log.warning("reservekopie niet verwijderd")

    def _te_oud(self, sessie: Session) -> Callable[[datetime], bool]:
        """What may not be kept: older than a bewaartermijn, or from before the last destruction."""
        termijnen, vandaag = self._termijnen(sessie), self._werkplek.vandaag()
        vernietigd = sessie.scalar(
            select(func.max(Verklaring.tijd)).where(Verklaring.soort == VerklaringSoort.VERNIETIGING)
        )
        grens = _moment(vernietigd)

        def oordeel(gemaakt: datetime) -> bool:
            dag = gemaakt.astimezone(AMSTERDAM).date()
            voorbij = (na_termijn(dag, termijn) for termijn in termijnen)
            return (grens is not None and gemaakt < grens) or any(tot is not None and tot <= vandaag for tot in voorbij)

        return oordeel

    def _termijnen(self, sessie: Session) -> list[str]:
        return [stap.termijn for stap in lees_termijnen(self._werkplek, sessie).stappen if stap.termijn]

    def _plaatsen(self, stand: Kopiestand) -> tuple[Path, ...]:
        return kopieplaatsen(self._werkplek.kluis.map, Path(stand.plaats) if stand.plaats else None)

    def _noteer(self, waarden: dict[str, str], *, tot: bool = False) -> None:
        kluis = self._werkplek.kluis
        with vertaal_databasefout(kluis.map), kluis.sessies() as sessie, sessie.begin():
            if tot:
                waarden = waarden | {TOT: str(sessie.scalar(select(func.max(Logregel.nummer))) or 0)}
            for sleutel, waarde in waarden.items():
                sessie.merge(Instelling(sleutel=sleutel, waarde=waarde))
        self._werkplek.handelingen += 1

    def _nu(self) -> datetime:
        return self._werkplek.klok().astimezone(UTC).replace(microsecond=0)

    def _zelf(self) -> bool:
        """A practice vault holds nothing to lose, who only reads makes nothing, and of a koffer there is one.

        Of a house on a server ICT makes the copies (docs/team.md).
        """
        kluis = self._werkplek.kluis
        return not (kluis.oefen or kluis.op_server or kluis.alleen_lezen or kluis.koffer is not None)


def _lees(sessie: Session) -> Kopiestand:
    rijen = sessie.scalars(select(Instelling).where(Instelling.sleutel.in_(ALLE)))
    return Kopiestand.uit({rij.sleutel: rij.waarde for rij in rijen})


def _iso(kopieen: tuple[Kopie, ...] | list[Kopie]) -> str:
    return kopieen[0].gemaakt.isoformat() if kopieen else ""


def _als_iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""


def _moment(tijd: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(tijd or "")
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
