"""One backup, from a database and a key file to a folder that was opened to see that it works.

Built under a working name; whoever asks gives it its own name once everything has been checked. Used while a vault is
open, and before the database of a vault gets a newer form.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import KLAD, maak_map, schrijf_nieuw
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.kopie.kenmerk import Kopiekenmerk
from zvh_desktop.database.kopie.kopie import kopieer_database, verwijder_bijbestanden
from zvh_desktop.database.kopie.kopiebewijs import schrijf_kopiebewijs
from zvh_desktop.database.kopie.onafgemaakt import onder_handen
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_zegel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, lees_sleutelbestand
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.database.terugzetten.onthouden import OnthoudenStand, lees_stand, schrijf_kluisstand, standnaam
from zvh_desktop.errors import KluisBeschadigd


@dataclass(frozen=True, slots=True, repr=False)
class Kopiebron:
    """What is copied. ``ontsluit`` gets the database key out of a key file, as who opens the copy will."""

    kluismap: Path
    bestand: Sleutelbestand
    sleutel: bytes
    ontsluit: Callable[[Sleutelbestand], bytes]

    @property
    def databasepad(self) -> Path:
        """The database that counts now."""
        return self.kluismap / self.bestand.database


def werknaam(doel: Path) -> Path:
    """The name of a folder while it is being made, beside the place where it will stand."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    return doel.with_name(f"{doel.name}.{secrets.token_hex(4)}{KLAD}")


@contextmanager
def in_aanbouw(
    bron: Kopiebron, doel: Path, kenmerk: Kopiekenmerk, voortgang: Voortgang | None = None
) -> Iterator[Path]:
    """A checked backup of ``bron`` under a working name; within this it is given its own. On any fault it goes.

    So it does when ``voortgang``, which is told how far it is, raises.
    """
    with vertaal_fout(doel.parent):
        klad = werknaam(doel)
        with onder_handen(bron.kluismap, bron.sleutel, klad):
            try:
                _bouw(bron, klad, kenmerk, voortgang)
                yield klad
            except BaseException:
                shutil.rmtree(klad, ignore_errors=True)
                raise


def _bouw(bron: Kopiebron, klad: Path, kenmerk: Kopiekenmerk, voortgang: Voortgang | None) -> None:
    bestand = bron.bestand
    maak_map(klad)
    doel = klad / bestand.database
    kopieer_database(bron.databasepad, bron.sleutel, doel, bron.sleutel, voortgang, zin="De kluis wordt gekopieerd")
    schrijf_nieuw(klad / BESTANDSNAAM, bestand.als_bytes())
    stand = _open_proef(klad, bron)
    schrijf_kluisstand(klad, bestand.epoche, stand, bron.sleutel)
    schrijf_kopiebewijs(klad, (BESTANDSNAAM, bestand.database, standnaam(bestand.epoche)), kenmerk)


def _open_proef(klad: Path, bron: Kopiebron) -> OnthoudenStand:
    """Open the copy as its user will: with the secret of that user, through the key file that stands in it."""
    gelezen = lees_sleutelbestand(klad)
    sleutel = bron.ontsluit(gelezen)
    controleer_zegel(gelezen, sleutel)
    if sleutel != bron.sleutel:
        raise KluisBeschadigd(
            "De kopie gaat niet open met de sleutels van de kluis.",
            veilig="De kluis is niet gewijzigd. De kopie is weer weggehaald.",
            advies="Laat de kluis controleren.",
        )
    engine = open_engine(klad / gelezen.database, sleutel, alleen_lezen=True)
    try:
        with engine.connect() as verbinding:
            return lees_stand(verbinding, gelezen.geheugen_id, gelezen.register.nummer)
    finally:
        engine.dispose()
        verwijder_bijbestanden(klad / gelezen.database)
