"""Every list that can be as long as the vault is old, and what Vandaag and the navigation count, at 100,000 cases.

The bare side reads the columns that are shown over a bare connection to the same file: no rights, no frozen values, no
order. What is held against the limit is the duration.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from typing import Any

from benchmarks.kluizen import Kluizen
from benchmarks.meting import MILLI, Uitslag, duur, ms, om_en_om, rustig
from zvh_desktop.database.bestand.engine import verbinder
from zvh_desktop.models.keuzes import OverlegId
from zvh_desktop.services.casus.aanmeldinglijst import Welke
from zvh_desktop.services.diensten import Diensten

CASUSSEN = 100_000
HOOGSTENS_LIJST = 0.5
HOOGSTENS_TELLEN = 0.050
KEREN = 4
_BETROKKENE = "LEFT JOIN betrokkene b ON b.casus_id = c.id AND b.volgorde = 0"
_AANMELDING = (
    "SELECT a.id, a.datum, a.aanpak, a.uitkomst, a.terugkoppeling_gewenst, a.teruggekoppeld_op, a.partij_id, c.nummer, "
    "b.naam FROM aanmelding a LEFT JOIN casus c ON c.aanmelding_id = a.id "
    "LEFT JOIN betrokkene b ON b.aanmelding_id = a.id AND b.volgorde = 0"
)
_CASUS = (
    "SELECT c.id, c.nummer, b.naam, b.gemeente, c.aanpak, c.fase, c.status, c.procesregisseur, c.gewijzigd_op "  # noqa: S608
    f"FROM casus c {_BETROKKENE}"
)
_KIESBAAR = "SELECT c.id, c.nummer, c.aanpak, c.fase, b.naam FROM casus c " + _BETROKKENE + " WHERE c.status = 'lopend'"  # noqa: S608
_ACTIE = (
    "SELECT a.id, a.casus_id, c.nummer, a.omschrijving, a.belegd_bij_id, a.termijn, a.conditie, a.informering, "
    "a.leefgebied, a.betrokkene_id, a.status, a.afgerond_op FROM actie a JOIN casus c ON c.id = a.casus_id "
    "WHERE a.status IN ('open', 'bezig')"
)
_TELLEN = "SELECT count(*) FROM actie WHERE status IN ('open', 'bezig')"


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line for each list, and two for what is counted."""
    gc.disable()  # as in the application, where garbage is collected on a timer
    with kluizen.diensten(CASUSSEN) as diensten:
        kluis = diensten.werkplek.kluis
        kaal_open = verbinder(kluis.databasepad, kluis.databasesleutel, alleen_lezen=True)()
        aanwijzer = kaal_open.cursor()
        try:
            return [
                _rij(naam, werk, partial(_kaal, aanwijzer, opdracht), hoogstens)
                for naam, werk, opdracht, hoogstens in _metingen(diensten)
            ]
        finally:
            kaal_open.close()
            gc.enable()


def _metingen(diensten: Diensten) -> tuple[tuple[str, Callable[[], object], str, float], ...]:
    aanmeldingen = diensten.aanmeldingen
    return (
        ("lijst van casussen", diensten.casussen.lijst, _CASUS, HOOGSTENS_LIJST),
        ("lijst van alle aanmeldingen", aanmeldingen.lijst, _AANMELDING, HOOGSTENS_LIJST),
        (
            "aanmeldingen te beoordelen",
            partial(aanmeldingen.lijst, Welke.OPEN),
            f"{_AANMELDING} WHERE a.uitkomst = 'open'",
            HOOGSTENS_TELLEN,
        ),
        ("lijst van open acties", diensten.acties.lijst, _ACTIE, HOOGSTENS_LIJST),
        (
            "casussen voor een agenda",
            partial(diensten.agenda.kiesbare_casussen, OverlegId(1)),
            _KIESBAAR,
            HOOGSTENS_LIJST,
        ),
        ("Vandaag", diensten.vandaag.toon, _TELLEN, HOOGSTENS_TELLEN),
    )


def _rij(naam: str, werk: Callable[[], object], kaal_werk: Callable[[], object], hoogstens: float) -> Uitslag:
    eigen, kaal = om_en_om(lambda: duur(werk), lambda: duur(kaal_werk), keren=KEREN, warm=1)
    tijd, tijd_kaal = rustig(eigen), rustig(kaal)
    return Uitslag(
        f"{naam}, {CASUSSEN} casussen",
        ms(tijd),
        ms(tijd_kaal),
        f"{tijd / tijd_kaal:.2f}x",
        f"{hoogstens * MILLI:.0f} ms",
        tijd <= hoogstens,
    )


def _kaal(aanwijzer: Any, opdracht: str) -> object:
    return aanwijzer.execute(opdracht).fetchall()
