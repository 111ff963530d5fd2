"""Look a vault over from end to end and say in plain Dutch what is wrong, also when it no longer opens.

Whether the columns of an oordeel say what was signed is checked by the services: they know what the columns mean.
"""

from __future__ import annotations

import logging
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from zvh_desktop.database.bestand.bestanden import EIGEN_BESTAND, klad_van
from zvh_desktop.database.bestand.paginas import paginabevindingen
from zvh_desktop.database.bestand.schema import vergelijk_schema
from zvh_desktop.database.bestand.vergrendelbestand import (
    EIGENAARBESTAND,
    RESERVEBESTAND,
    SLOTBESTAND,
    controleer_reserve,
)
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.zinnen import onleesbaar
from zvh_desktop.database.daad import open_voornemens
from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import Toets, verifieer_keten
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.kopie.kopie import BIJBESTANDEN
from zvh_desktop.database.kopie.kopiebewijs import KOPIEBESTAND, controleer_kopiebewijs
from zvh_desktop.database.kopie.vervangen import VERVANGEN
from zvh_desktop.database.sleutels.sleutelbestand import lees_sleutelbestand
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.database.terugzetten.onthouden import standnaam
from zvh_desktop.database.vernietigen.register import REGISTERBESTAND, controleer_register
from zvh_desktop.errors import GebruikersFout, ProgrammaFout, WachtwoordOnjuist

log = logging.getLogger(__name__)

_NIET_TE_LEZEN = (SQLAlchemyError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, ProgrammaFout)

_ANDEREN = stat.S_IRWXG | stat.S_IRWXO
_DATABASE = re.compile(r"db-\d+\.sqlite(?:-wal|-shm|-journal)?")
MAX_GENOEMD = 5


def controleer(open_kluis: OpenKluis) -> tuple[str, ...]:
    """Every finding in an open vault; none when all is well."""
    return verzamel(
        (
            partial(_controleer_sleutelbestand, open_kluis),
            partial(_controleer_database, open_kluis),
            partial(_controleer_schema, open_kluis),
            partial(_controleer_verklaringen, open_kluis),
            partial(_controleer_logboek, open_kluis),
            partial(_controleer_voornemens, open_kluis),
            partial(_controleer_register, open_kluis),
            open_kluis.stand.controleer,
            partial(controleer_bestanden, open_kluis.map),
        )
    )


def verzamel(delen: Iterable[Callable[[], Iterable[str]]]) -> tuple[str, ...]:
    """Every finding of every part. A part that cannot go on is a finding itself, and the next one is done all the same.

    With the key someone can write anything into a column, and no list of what can go wrong then is complete.
    """
    bevindingen: list[str] = []
    for deel in delen:
        try:
            with vertaal_fout():
                # one by one: what was found before it went wrong stays found
                for bevinding in deel():
                    bevindingen.append(bevinding)
        except GebruikersFout as fout:
            bevindingen.append(fout.gebeurd)
        except (
            SQLAlchemyError,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            ArithmeticError,
            ProgrammaFout,
        ) as fout:
            log.warning("een deel van de controle is gestopt: %s", type(fout).__name__)
            bevindingen.append(onleesbaar().gebeurd)
    return tuple(dict.fromkeys(bevindingen))


def controleer_map(kluismap: Path, naam: str, wachtwoord: str) -> tuple[str, ...]:
    """Open without changing anything and check; a vault that does not open is a finding, never an exception."""
    try:
        kluis = open_kluis(kluismap, naam, wachtwoord, alleen_lezen=True)
    except WachtwoordOnjuist:
        return (
            "Naam of wachtwoord klopt niet, of het sleutelbestand is beschadigd.",
            *_zonder_sleutel(kluismap),
        )
    except GebruikersFout as fout:
        return (str(fout), *_zonder_sleutel(kluismap))
    with kluis:
        return controleer(kluis)


def controleer_bestanden(kluismap: Path) -> tuple[str, ...]:
    """What stands in the folder, and who else can read it. Needs no key."""
    try:
        with vertaal_fout():
            bestand = lees_sleutelbestand(kluismap)
            bekend = {
                BESTANDSNAAM,
                SLOTBESTAND,
                EIGENAARBESTAND,
                RESERVEBESTAND,
                KOPIEBESTAND,
                REGISTERBESTAND,
                VERVANGEN,
                standnaam(bestand.epoche),
                bestand.database,
                *(bestand.database + achter for achter in BIJBESTANDEN),
            }
            vreemd = sorted(pad.name for pad in kluismap.iterdir() if pad.name not in bekend)
            bevindingen = [_over_vreemd(naam, bekend) for naam in vreemd[:MAX_GENOEMD]]
            if len(vreemd) > MAX_GENOEMD:
                bevindingen.append(f"Er staan nog {len(vreemd) - MAX_GENOEMD} andere vreemde bestanden.")
            bevindingen += _controleer_slotbestand(kluismap)
            bevindingen += _controleer_rechten(kluismap, bekend)
            if (kluismap / KOPIEBESTAND).exists():
                bevindingen += controleer_kopiebewijs(kluismap)
            else:
                bevindingen += controleer_reserve(kluismap, bestand.reserve)
    except GebruikersFout as fout:
        return (fout.gebeurd,)
    return tuple(bevindingen)


def _zonder_sleutel(kluismap: Path) -> tuple[str, ...]:
    return controleer_bestanden(kluismap) if (kluismap / BESTANDSNAAM).is_file() else ()


def _over_vreemd(naam: str, bekend: Collection[str]) -> str:
    if klad_van(naam) in bekend:
        return (
            f"Het bewaren van {klad_van(naam)} is een keer onderbroken; daarvan staat {naam} er nog. Wat bewaard was, "
            "is er. Open de kluis om te werken: dan wordt dit opgeruimd."
        )
    if _DATABASE.fullmatch(naam):
        return f"In de kluismap staat een databasebestand dat niet meer geldt: {naam}."
    return f"In de kluismap staat een bestand dat er niet hoort: {naam}."


def _controleer_slotbestand(kluismap: Path) -> list[str]:
    pad = kluismap / SLOTBESTAND
    if pad.exists() and pad.stat().st_size:
        return ["In het vergrendelbestand staat iets. Het hoort leeg te zijn."]
    return []


def _controleer_rechten(kluismap: Path, bekend: set[str]) -> list[str]:
    if os.name == "nt":
        return []
    bevindingen: list[str] = []
    if kluismap.stat().st_mode & _ANDEREN:
        bevindingen.append("Ook andere gebruikers van deze computer kunnen in de kluismap komen.")
    for naam in sorted(bekend):
        pad = kluismap / naam
        if pad.exists() and pad.stat().st_mode & ~EIGEN_BESTAND & _ANDEREN:
            bevindingen.append(f"Ook andere gebruikers van deze computer kunnen bij het bestand {naam}.")
    return bevindingen


def _controleer_sleutelbestand(kluis: OpenKluis) -> Iterator[str]:
    opnieuw = lees_sleutelbestand(kluis.map)
    if not opnieuw.zegel_klopt(kluis.databasesleutel) or opnieuw != kluis.sleutelbestand:
        yield "Het sleutelbestand is gewijzigd sinds de kluis werd geopend."


def _controleer_database(kluis: OpenKluis) -> tuple[str, ...]:
    return paginabevindingen(kluis.databasepad, kluis.databasesleutel, alleen_lezen=kluis.alleen_lezen)


def _controleer_schema(kluis: OpenKluis) -> tuple[str, ...]:
    with kluis.lees_sessies() as sessie:
        verschil = vergelijk_schema(sessie.connection())
        return (*verschil.vreemd, *verschil.weg)


def _controleer_verklaringen(kluis: OpenKluis) -> tuple[str, ...]:
    with kluis.lees_sessies() as sessie:
        toets = met_geleegd(sessie, Toets(kluis.wortel, kluis.kluis_id), kluis.koffer)
        return verifieer_keten(sessie, kluis.wortel, kluis.kluis_id, toets)


def _controleer_register(open_kluis: OpenKluis) -> Iterable[str]:
    return controleer_register(open_kluis.map, Toets(open_kluis.wortel, open_kluis.kluis_id))


def _controleer_voornemens(kluis: OpenKluis) -> Iterator[str]:
    if not kluis.alleen_lezen:
        return  # seen to at opening
    with kluis.lees_sessies() as sessie:
        for handeling in open_voornemens(sessie):
            yield (
                f"Een handeling werd onderbroken: {handeling}. Open de kluis een keer gewoon; dan wordt nagekeken of "
                "die is gebeurd, en staat dat in het logboek."
            )


def _controleer_logboek(kluis: OpenKluis) -> tuple[str, ...]:
    with kluis.lees_sessies() as sessie:
        return verifieer_logketen(sessie)
