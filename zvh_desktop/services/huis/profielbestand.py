"""House profiles as files: read one from anybody's disk, look it over, and begin a new one from a template."""

from __future__ import annotations

from pathlib import Path

from zvh_desktop.errors import GebruikersFout, ProfielBevinding, ProfielOngeldig
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.kluis.gegevens import ProfielBron

_GROOTSTE = 4_000_000
"""In bytes; more than the longest text that lees_profiel takes, so that it says itself what is too long."""


def laad_profiel(bron: ProfielBron) -> Huisprofiel:
    """Read and check a profile. Raises NietGevonden, ProfielOngeldig, GebruikersFout when the file cannot be read."""
    if isinstance(bron, Path):
        return lees_profiel(lees_profieltekst(bron), bron.name)
    return laad_meegeleverd(bron)


def lees_profieltekst(bestand: Path) -> str:
    """The text of a profile file. Raises GebruikersFout with what is wrong with the file."""
    try:
        if bestand.stat().st_size > _GROOTSTE:
            raise GebruikersFout(f"{bestand.name} is te groot voor een huisprofiel.")
        return bestand.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise GebruikersFout(
            f"{bestand.name} is geen tekst in UTF-8.", advies="Sla het bestand op als UTF-8."
        ) from fout
    except OSError as fout:
        raise GebruikersFout(f"{bestand.name} is niet te lezen.", advies="Kijk of het bestand bestaat.") from fout


def controleer(bestand: Path) -> tuple[ProfielBevinding, ...]:
    """Every finding in a profile file; none when it is right. Raises GebruikersFout when it cannot be read."""
    try:
        laad_profiel(bestand)
    except ProfielOngeldig as fout:
        return fout.bevindingen
    return ()


def nieuw_sjabloon() -> str:
    """A profile of an invented house with an explanation above each part: valid as it stands, to be filled in."""
    return lees_hulpbron("sjablonen/huisprofiel.toml").decode()


def schrijf_sjabloon(bestand: Path) -> None:
    """Write the template to a new file. Raises GebruikersFout when there is one already or it cannot be written."""
    try:
        with bestand.open("x", encoding="utf-8", newline="\n") as uit:
            uit.write(nieuw_sjabloon())
    except FileExistsError as fout:
        raise GebruikersFout(
            f"{bestand.name} bestaat al.", veilig="Er is niets overschreven.", advies="Kies een andere naam."
        ) from fout
    except OSError as fout:
        raise GebruikersFout(
            f"{bestand.name} is niet geschreven.", advies="Kijk of de map bestaat en of u daar mag schrijven."
        ) from fout
