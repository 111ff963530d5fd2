"""A koffer that comes back: opened by somebody for whom it is sealed, in the office, and only to read.

Everything that can be wrong with it is looked at here, before a row of it is believed: whose it is, that it is whole,
that it is not older than what was seen of it, and that its chain holds.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, text

from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.paginas import paginabevindingen
from zvh_desktop.database.bestand.revisies import is_nieuwste, nieuwste
from zvh_desktop.database.bestand.vergrendelbestand import Vergrendeling
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, controleer_zegel, haal_databasesleutel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot, lees_sleutelbestand
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.kluismap import Kluismap
from zvh_desktop.database.zitting.zitting import Klok, nu_utc
from zvh_desktop.errors import KluisBeschadigd, KluisInGebruik, KluisNietGevonden, KluisVreemd, KofferFout

_NIETS = "Er is niets gewijzigd, hier niet en in de koffer niet."
STAPPEN = 4


def stil(_gedaan: int, _totaal: int, _tekst: str) -> None:
    """Nobody looks."""


@contextmanager
def open_terug(kluis: OpenKluis, map_: Path, klok: Klok = nu_utc, voortgang: Voortgang = stil) -> Iterator[OpenKluis]:
    """The koffer in this folder, open to read. Raises KofferFout and KluisInGebruik; nothing was changed then.

    ``voortgang`` counts to STAPPEN; the last of these is of whoever reads it.
    """
    bestand = lees_kofferbestand(map_)
    slot = _eigen_slot(kluis, bestand)
    sleutel = _sleutel(kluis, bestand, slot)
    vergrendeling = Vergrendeling(map_)
    _neem(vergrendeling)
    engine: Engine | None = None
    try:
        voortgang(1, STAPPEN, "De bladen van de koffer worden nagekeken")
        _eis_heel(map_ / bestand.database, sleutel)
        engine = open_engine(map_ / bestand.database, sleutel, alleen_lezen=True)
        _eis_deze_versie(engine)
        bron = Bron(map_, bestand, sleutel, engine)
        koffer = OpenKluis(bron, slot, kluis.geheimen, plaats=Kluismap(None), klok=klok)
        try:
            voortgang(2, STAPPEN, "De handtekeningen in de koffer worden nagekeken")
            koffer.stand.begin()
            _eis_betrouwbaar(koffer)
            voortgang(3, STAPPEN, "Wat onderweg is gedaan, komt naast wat hier staat")
            yield koffer
        finally:
            koffer.sluit()
    finally:
        if engine is not None:
            engine.dispose()
        vergrendeling.geef_vrij()


def vernietig_koffer(map_: Path) -> bool:
    """Destroy what came back: the keys first, so that what stays when that fails opens for nobody. False: not all."""
    try:
        (map_ / BESTANDSNAAM).unlink()
    except OSError:
        return False
    shutil.rmtree(map_, ignore_errors=True)
    with suppress(OSError):
        return not map_.exists()
    return False


def lees_kofferbestand(map_: Path) -> Sleutelbestand:
    """The key file of a koffer. Raises KofferFout where there is none, or one that cannot be read here."""
    try:
        bestand = lees_sleutelbestand(map_)
    except KluisNietGevonden as fout:
        raise _geen_koffer() from fout
    except KluisVreemd as fout:
        if (map_ / BESTANDSNAAM).is_file():
            raise KofferFout(
                "Deze koffer is gemaakt met een nieuwere versie van het programma.",
                veilig=_NIETS,
                advies="Werk het programma bij en lever de koffer dan in.",
            ) from fout
        raise _geen_koffer() from fout
    except KluisBeschadigd as fout:
        raise _beschadigd() from fout
    if bestand.koffer is None:
        raise _geen_koffer()
    return bestand


def _eigen_slot(kluis: OpenKluis, bestand: Sleutelbestand) -> Slot:
    if (bestand.kluis_id, bestand.wortel) != (kluis.kluis_id, kluis.sleutelbestand.wortel):
        raise KofferFout(
            "Deze koffer is van een ander huis, of van een andere kluis dan deze.",
            veilig=_NIETS,
            advies="Open de kluis waar de koffer uit komt, en lever hem daar in.",
        )
    slot = bestand.slot(kluis.gebruiker.naam)
    if slot is None or slot.certificaat.naam != kluis.gebruiker.naam:
        namen = " en ".join(deel.certificaat.weergavenaam for deel in bestand.gebruikers)
        raise KofferFout(
            f"Deze koffer is verzegeld voor {namen}. U kunt hem niet openen of inleveren.",
            veilig=_NIETS,
            advies=f"Laat {namen} zich hier aanmelden en de koffer inleveren.",
        )
    return slot


def _sleutel(kluis: OpenKluis, bestand: Sleutelbestand, slot: Slot) -> bytes:
    try:
        controleer_vertrouwen(bestand, kluis.wortel.sleutel)
        sleutel = haal_databasesleutel(slot, kluis.geheimen)
        controleer_zegel(bestand, sleutel)
    except KluisBeschadigd as fout:
        if slot.certificaat.sleutel != kluis.ondertekenaar.certificaat.sleutel:
            raise KofferFout(
                "Deze koffer is verzegeld voor uw sleutels van toen; die zijn daarna vernieuwd.",
                veilig=_NIETS,
                advies="Laat de vervanger hem inleveren. Is die er niet, trek de koffer dan in.",
            ) from fout
        raise _beschadigd() from fout
    except SleutelPastNiet as fout:
        raise _beschadigd() from fout
    return sleutel


def _neem(vergrendeling: Vergrendeling) -> None:
    try:
        vergrendeling.neem()
    except KluisInGebruik as fout:
        raise KofferFout(
            fout.gebeurd.replace("Deze kluis", "Deze koffer"),
            veilig=_NIETS,
            advies="Sluit de koffer daar en lever hem dan in.",
        ) from fout


def _eis_heel(pad: Path, sleutel: bytes) -> None:
    if not pad.is_file() or paginabevindingen(pad, sleutel, alleen_lezen=True):
        raise _beschadigd()


def _eis_deze_versie(engine: Engine) -> None:
    with vertaal_fout():
        if is_nieuwste(engine):
            return
        with engine.connect() as verbinding:
            revisie = str(verbinding.scalar(text("SELECT version_num FROM alembic_version")))
    if revisie > nieuwste():
        raise KofferFout(
            "In deze koffer is gewerkt met een nieuwere versie van het programma dan deze.",
            veilig=_NIETS,
            advies="Werk het programma hier bij en lever de koffer dan in.",
        )
    raise KofferFout(
        "Deze koffer is van een oudere versie van het programma dan deze.",
        veilig=_NIETS,
        advies="Werk het programma op de laptop bij, meld u daar eenmaal op de koffer aan en lever hem dan in.",
    )


def _eis_betrouwbaar(koffer: OpenKluis) -> None:
    ouder = koffer.stand.controleer()
    if ouder:
        raise KofferFout(
            f"Deze koffer is niet de laatste stand, of is maar half gekopieerd. {ouder[0]}",
            veilig=_NIETS,
            advies="Kopieer de hele map van de koffer opnieuw, van waar er het laatst in is gewerkt.",
        )
    breuk = koffer.stand.controleer_keten()
    if breuk:
        raise KofferFout(
            f"Wat onderweg is ondertekend, is niet te vertrouwen. {breuk[0]}",
            veilig=_NIETS,
            advies="Bewaar de koffer en meld dit bij uw beheerder.",
        )


def _geen_koffer() -> KofferFout:
    return KofferFout(
        "Dit is geen koffer.",
        veilig=_NIETS,
        advies="Kies de map van de koffer; de naam eindigt op .koffer.",
    )


def _beschadigd() -> KofferFout:
    return KofferFout(
        "Deze koffer is beschadigd, gewijzigd of maar half gekopieerd.",
        veilig=_NIETS,
        advies="Kopieer de hele map van de koffer opnieuw. Lukt dat niet, bewaar hem dan en trek de koffer in.",
    )
