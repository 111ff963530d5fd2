"""Backup while the vault is in use, and putting one back. A backup is itself a vault folder with the same passwords.

It is built under another name and gets its own only when it was checked and stands on the disk.
"""

from __future__ import annotations

import contextlib
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import (
    EIGEN_BESTAND,
    maak_map,
    sync_bestand,
    sync_map,
    vervang,
)
from zvh_desktop.database.bestand.paginas import paginabevindingen
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie
from zvh_desktop.database.bestand.vergrendelbestand import maak_reserve
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Bestandswissel, Daad, met_reserve, wissel_met_daad
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.kopie.kenmerk import Kopiekenmerk, Kopiesoort
from zvh_desktop.database.kopie.kopiebewijs import KOPIEBESTAND, controleer_kopiebewijs, lees_kopiebewijs
from zvh_desktop.database.kopiebouw import in_aanbouw, werknaam
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, lees_sleutelbestand
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.database.terugzetten.onthouden import standnaam
from zvh_desktop.errors import InvoerOngeldig, KluisBeschadigd, KluisVreemd, KofferFout


def maak_reservekopie(
    open_kluis: OpenKluis,
    doel: Path,
    daad: Daad | None = None,
    *,
    soort: Kopiesoort = Kopiesoort.HAND,
    voortgang: Voortgang | None = None,
) -> None:
    """Copy an open vault to a new folder. A damaged vault is never copied over anything.

    With ``daad`` the copy gets its name and the log its line as one act. ``voortgang`` is told how far it is; what that
    raises ends it, and then nothing of the copy stays and nothing is in the log.
    """
    _weiger_koffer(open_kluis.sleutelbestand)
    _weiger_bestaand(doel)
    weiger_binnen(open_kluis.map, doel)
    _controleer_bron(open_kluis, voortgang)
    if not open_kluis.alleen_lezen:
        open_kluis.wis_resten()
    kenmerk = Kopiekenmerk(open_kluis.kluis_id, daad.tijd if daad is not None else datetime.now(UTC), soort)
    with in_aanbouw(open_kluis.sleutels.kopiebron(), doel, kenmerk, voortgang) as klad:
        if voortgang is not None:
            voortgang(0, 0, "De reservekopie wordt afgemaakt")  # the last moment at which it can be stopped
        _maak_af_met_daad(open_kluis, klad, doel, daad)


def herstel_reservekopie(kopie: Path, doel: Path) -> None:
    """Put a backup back as a vault in a new folder. The backup itself is only read."""
    _weiger_bestaand(doel)
    eis_geen_synchronisatie(doel)
    bestand = lees_sleutelbestand(kopie)
    _weiger_koffer(bestand)
    if not (kopie / KOPIEBESTAND).is_file():
        raise KluisVreemd(
            "Dit is geen reservekopie maar een kluis.",
            veilig="Er is niets gewijzigd.",
            advies="Open de kluis gewoon, of kies de map van een reservekopie.",
        )
    with vertaal_fout():
        bevindingen = controleer_kopiebewijs(kopie)
    verplicht = {BESTANDSNAAM, bestand.database, standnaam(bestand.epoche)}
    if bevindingen or not verplicht <= set(lees_kopiebewijs(kopie) or ()):
        raise KluisBeschadigd(
            " ".join(bevindingen) or "De reservekopie is niet volledig.",
            veilig="Er is niets gewijzigd.",
            advies="Gebruik een andere reservekopie.",
        )
    with vertaal_fout():
        klad = werknaam(doel)
        try:
            maak_map(klad)
            for naam in sorted(verplicht):
                _neem_over(kopie / naam, klad / naam)
            maak_reserve(klad, bestand.reserve)
            _maak_af(klad, doel)
        except BaseException:
            shutil.rmtree(klad, ignore_errors=True)
            raise


def _weiger_koffer(bestand: Sleutelbestand) -> None:
    """Of a koffer there is one; a second one would come back as well."""
    if bestand.koffer is not None:
        raise KofferFout(
            "Dit is een koffer. Van een koffer is er één: er wordt geen reservekopie van gemaakt of teruggezet.",
            veilig="Er is niets gewijzigd.",
            advies="Is de koffer kwijt of stuk, trek hem dan op kantoor in.",
        )


def kopieer_kopie(kopie: Path, doel: Path) -> None:
    """The same backup once more, at another place, and compared with what it says it is. Raises KluisFout."""
    _weiger_bestaand(doel)
    namen = lees_kopiebewijs(kopie) or {}
    with vertaal_fout(doel.parent):
        klad = werknaam(doel)
        try:
            maak_map(klad)
            for naam in (*sorted(namen), KOPIEBESTAND):
                _neem_over(kopie / naam, klad / naam)
            if not namen or controleer_kopiebewijs(klad):
                raise KluisBeschadigd(
                    "De tweede reservekopie is niet goed overgekomen.",
                    veilig="De eerste is goed. Wat half was, is weer weggehaald.",
                    advies="Kijk de schijf van de tweede plaats na.",
                )
            _maak_af(klad, doel)
        except BaseException:
            shutil.rmtree(klad, ignore_errors=True)
            raise


def _neem_over(van: Path, naar: Path) -> None:
    shutil.copyfile(van, naar)
    naar.chmod(EIGEN_BESTAND)
    sync_bestand(naar)


def _weiger_bestaand(doel: Path) -> None:
    if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
        raise InvoerOngeldig(
            "doel", "Op deze plaats staat al iets.", advies="Kies een nieuwe map voor de reservekopie."
        )


def weiger_binnen(kluismap: Path, doel: Path) -> None:
    """A copy inside the vault is lost with it. Whatever the path is written like, the folders themselves decide."""
    if any(map_.exists() and map_.samefile(kluismap) for map_ in (doel, *doel.absolute().parents)):
        raise InvoerOngeldig(
            "doel",
            "Deze plaats is in de kluis zelf. Gaat de kluis verloren, dan gaat de reservekopie mee.",
            advies="Kies een map buiten de kluis, het liefst op een andere schijf.",
        )


def _controleer_bron(kluis: OpenKluis, voortgang: Voortgang | None) -> None:
    bevindingen = paginabevindingen(
        kluis.databasepad,
        kluis.databasesleutel,
        alleen_lezen=kluis.alleen_lezen,
        voortgang=voortgang,
        zin="De kluis wordt nagekeken",
    )
    if bevindingen:
        raise KluisBeschadigd(
            "Van een beschadigde kluis wordt geen reservekopie gemaakt: " + " ".join(bevindingen),
            veilig="Eerdere reservekopieën zijn niet gewijzigd.",
            advies="Zet de laatste goede reservekopie terug.",
        )


def _maak_af_met_daad(kluis: OpenKluis, klad: Path, doel: Path, daad: Daad | None) -> None:
    if daad is None:
        _maak_af(klad, doel)
        return
    if doel.exists():
        doel.rmdir()
    wissel = Bestandswissel(klad, doel, KOPIEBESTAND)
    met_reserve(kluis.map, partial(wissel_met_daad, kluis.engine, kluis.map, wissel, daad))


def _maak_af(klad: Path, doel: Path) -> None:
    if doel.exists():
        doel.rmdir()
    vervang(klad, doel)
    # It stands there; a network that cannot sync a folder does not undo that.
    with contextlib.suppress(OSError):
        sync_map(doel.parent)
