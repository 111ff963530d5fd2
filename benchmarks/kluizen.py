"""Vaults to measure in: real ones, made by the application itself, filled in bulk with invented cases.

Only the filling goes around the services, row by row it would take hours. Everything that is measured goes
through them. The database keeps its search index by triggers, so it is filled as well.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks.teksten import alinea, betrokkene, gemeente
from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, maak_kluis, open_kluis
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.casus import Betrokkene, Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import ActieStatus, CasusStatus, OverlegStatus, PartijId, Rol, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.triage import Triage
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.werkplek.klok import systeemklok

GEBRUIKER = "oefenman"
WACHTWOORD = "blauwe trein over de dijk"
HUIS = "twente"
PER_KEER = 5000
PER_OVERLEG = 8
BEGIN = date(2024, 1, 8)


class Kluizen:
    """Makes a vault of a size once, and opens it as often as is asked."""

    def __init__(self, basis: Path) -> None:
        self._basis = basis

    def map_van(self, casussen: int) -> Path:
        """The folder of a closed vault with this many cases."""
        kluismap = self._basis / f"meet-{casussen}.kluis"
        if not kluismap.exists():
            _maak(kluismap, casussen)
        return kluismap

    def kopie(self, naam: str, casussen: int) -> Path:
        """A copy of such a vault to write in, as on a computer that never saw another state of it.

        What one measurement wrote is of the same vault: for the next one its newest statements would be missing.
        """
        basis = self._basis / naam
        shutil.rmtree(basis, ignore_errors=True)
        kluismap = basis / f"{naam}.kluis"
        shutil.copytree(self.map_van(casussen), kluismap)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
        return kluismap

    def los_bestand(self, naam: str) -> Path:
        """A file of a measurement's own."""
        return self._basis / naam

    @contextmanager
    def diensten(self, casussen: int) -> Iterator[Diensten]:
        """Every service on a vault of this size, for one user who may do everything."""
        with open_kluis(self.map_van(casussen), GEBRUIKER, WACHTWOORD) as kluis:
            yield bouw_diensten(kluis)


def _maak(kluismap: Path, casussen: int) -> None:
    alles = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR, Rol.MEDEWERKER})
    kluis, _ = maak_kluis(kluismap, NieuweGebruiker(GEBRUIKER, "J. Oefenman", alles, WACHTWOORD), oefen=True)
    with kluis:
        profiel = laad_meegeleverd(HUIS)
        richt_in(kluis, profiel, systeemklok, partijen=list(profiel.partijen))
        _vul(kluis, profiel, casussen)


def _vul(kluis: OpenKluis, profiel: Huisprofiel, aantal: int) -> None:
    with kluis.sessies() as sessie, sessie.begin():
        partijen = list(sessie.scalars(select(Partij.id).order_by(Partij.id)))
    for eerste in range(1, aantal + 1, PER_KEER):
        nummers = range(eerste, min(eerste + PER_KEER, aantal + 1))
        with kluis.sessies() as sessie, sessie.begin():
            _vul_deel(sessie, profiel, nummers, partijen)


def _vul_deel(sessie: Session, profiel: Huisprofiel, nummers: range, partijen: Sequence[PartijId]) -> None:
    def voeg_in(soort: type[Any], rijen: list[dict[str, object]]) -> None:
        sessie.execute(insert(soort), rijen)

    def partij(nummer: int) -> int:
        return partijen[nummer % len(partijen)]

    def dag(nummer: int) -> date:
        return BEGIN + timedelta(days=nummer % 700)

    def moment(nummer: int) -> datetime:
        return datetime.combine(dag(nummer), time(nummer % 24, nummer % 60))

    aanpak = profiel.aanpakken[0].sleutel
    fasen = [fase.sleutel for fase in profiel.fasen if fase.delen_toegestaan]
    voeg_in(
        Aanmelding,
        [
            {
                "id": n,
                "datum": dag(n),
                "partij_id": partij(n),
                "aanpak": aanpak,
                "zorgelijke_situatie": alinea(400, n),
                "verzoek": alinea(150, n + 3),
                "uitkomst": "geaccepteerd",
                "gewijzigd_op": moment(n),
            }
            for n in nummers
        ],
    )
    voeg_in(
        Casus,
        [
            {
                "id": n,
                "nummer": f"{dag(n).year}-{n:04d}",
                "aanmelding_id": n,
                "aanmeldende_partij_id": partij(n),
                "aanpak": aanpak,
                "fase": fasen[n % len(fasen)],
                "status": CasusStatus.LOPEND.value,
                "procesregisseur": "P. Proefpersoon",
                "geopend_op": dag(n),
                "gewijzigd_op": moment(n),
            }
            for n in nummers
        ],
    )
    voeg_in(
        Betrokkene,
        [
            {
                "aanmelding_id": n,
                "casus_id": n,
                "volgorde": volgorde,
                "naam": betrokkene(n + 500_000 * volgorde),
                "geboortedatum": Geboortedatum(1960 + n % 45, 1 + n % 12, 1 + n % 28),
                "gemeente": gemeente(n),
            }
            for n in nummers
            for volgorde in range(1 + n % 2)
        ],
    )
    voeg_in(
        Triage,
        [
            {"casus_id": n, "doel": alinea(120, n), "themas": "Wonen", "toelichting": alinea(200, n + 1)}
            for n in nummers
        ],
    )
    overleggen = [n for n in nummers if n % PER_OVERLEG == 1]
    voeg_in(
        Overleg,
        [
            {
                "id": n,
                "soort": profiel.casusoverleggen[0].sleutel,
                "profiel_versie_id": 1,
                "datum": dag(n),
                "begin": time(9, 0),
                "einde": time(12, 0),
                "plaats": f"Vergaderkamer {gemeente(n)}",
                "status": OverlegStatus.CONCEPT.value,
                "verslag_status": VerslagStatus.CONCEPT.value,
            }
            for n in overleggen
        ],
    )
    voeg_in(
        Agendapunt,
        [
            {
                "id": n,
                "overleg_id": n - (n - 1) % PER_OVERLEG,
                "casus_id": n,
                "volgorde": (n - 1) % PER_OVERLEG,
                "minuten": 20,
                "doel": alinea(120, n),
                "beeld": alinea(600, n + 2),
            }
            for n in nummers
        ],
    )
    voeg_in(
        Actie,
        [
            {
                "casus_id": n,
                "agendapunt_id": n,
                "omschrijving": alinea(90, n + keer),
                "belegd_bij_id": partij(n + keer),
                "termijn": dag(n) + timedelta(days=30),
                "status": (ActieStatus.OPEN if (n + keer) % 5 == 0 else ActieStatus.GEREED).value,
                "gewijzigd_op": moment(n),
            }
            for n in nummers
            for keer in range(2)
        ],
    )
