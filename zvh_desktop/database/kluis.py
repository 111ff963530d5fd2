"""The vault as one folder: make it, open it, get back into it (KLUIS 1-3).

`sleutels.json` says who may open it and which database file counts; replacing that file is the only commit point of
every change of keys. The operating system lock is taken before a password is tried.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.bestanden import maak_map, schrijf_nieuw
from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.bestand.engine import open_engine
from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie
from zvh_desktop.database.bestand.revisies import eis_nieuwste, werk_bij
from zvh_desktop.database.bestand.vergrendelbestand import Vergrendeling
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.daad import Daad, rond_voornemens_af, schrijf_sleutels
from zvh_desktop.database.keten.ketenkop import Ketenkop, kop
from zvh_desktop.database.kopie.vervangen import eis_niet_vervangen
from zvh_desktop.database.kopiebouw import Kopiebron
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.database.sleutels.accounts import met_nieuwe_sleutels, vereis_slot
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN
from zvh_desktop.database.sleutels.gebruikers import (
    Gebruiker,
    NieuweGebruiker,
)
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst, past_niet, uit_tekst
from zvh_desktop.database.sleutels.nieuw import keur_eerste, maak_sleutels
from zvh_desktop.database.sleutels.pogingen import meld_gelukt, met_wachtwoord
from zvh_desktop.database.sleutels.primitieven import (
    KdfParameters,
    SleutelPastNiet,
)
from zvh_desktop.database.sleutels.sleutelbeheer import (
    Geheimen,
    controleer_vertrouwen,
    controleer_zegel,
    haal_databasesleutel,
    open_apparaat,
    open_herstel,
)
from zvh_desktop.database.sleutels.sleutelbestand import (
    Sleutelbestand,
    Slot,
    lees_sleutelbestand,
    schrijf_sleutelbestand,
)
from zvh_desktop.database.terugzetten.onthouden import lees_stand, schrijf_kluisstand
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.voorbijwerken import werk_bij_na_kopie
from zvh_desktop.database.zitting.kluismap import Kluismap
from zvh_desktop.database.zitting.zitting import Klok, nu_utc
from zvh_desktop.errors import (
    GebruikersFout,
    InvoerOngeldig,
    KluisFout,
    NietGevonden,
    RolWacht,
    SleutelhangerNietVeilig,
)

__all__ = [
    "Gebruiker",
    "NieuweGebruiker",
    "OpenKluis",
    "herstel_toegang",
    "maak_kluis",
    "open_kluis",
    "open_met_dit_apparaat",
]

Ontgrendeling = Callable[[Sleutelbestand], tuple[Slot, Geheimen]]


def maak_kluis(
    map: Path,  # noqa: A002
    beheerder: NieuweGebruiker,
    *,
    oefen: bool = False,
    kdf: KdfParameters | None = None,
    reserve: int | None = None,
    klok: Klok = nu_utc,
) -> tuple[OpenKluis, str]:
    """Make a vault with its first beheerder. Returns it open, and the recovery key to be shown once.

    All or nothing: the key file comes last, and when something fails whatever was made goes away again.
    """
    keur_eerste(beheerder)
    eis_geen_synchronisatie(map)
    bestond = _weiger_volle_map(map)
    nieuw = maak_sleutels(beheerder, oefen=oefen, kdf=kdf, reserve=reserve, nu=klok())
    bestand, databasesleutel = nieuw.bestand, nieuw.databasesleutel
    vergrendeling = Vergrendeling(map)
    try:
        with vertaal_fout():
            maak_map(map)
            vergrendeling.neem()
            engine = _maak_database(map, bestand, databasesleutel)
            bestand = schrijf_sleutelbestand(map, bestand, databasesleutel)
        bron = Bron(map, bestand, databasesleutel, engine)
        kluis = OpenKluis(bron, nieuw.slot, nieuw.geheimen, plaats=Kluismap(vergrendeling), klok=klok)
        kluis.stand.begin()
    except BaseException:
        vergrendeling.geef_vrij()
        _ruim_op(map, bestond=bestond)
        raise
    return kluis, als_tekst(nieuw.herstelsleutel)


def open_kluis(
    map: Path,  # noqa: A002
    naam: str,
    wachtwoord: str,
    *,
    alleen_lezen: bool = False,
    klok: Klok = nu_utc,
) -> OpenKluis:
    """Open with a name and a password. Runs the KDF; never waits, the window does that."""

    return _open(map, partial(met_wachtwoord, naam, wachtwoord), alleen_lezen=alleen_lezen, klok=klok)


def open_met_dit_apparaat(
    map: Path,  # noqa: A002
    naam: str,
    *,
    klok: Klok = nu_utc,
) -> OpenKluis:
    """Open with the key in this computer's key store, for a user who switched that on here."""

    def ontgrendel(bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
        slot = bestand.slot(nfc(naam).strip())
        bewaard = sleutelhanger.haal(bestand.kluis_id, slot.certificaat.naam) if slot else None
        apparaat, _, sleutel = (bewaard or "").partition(":")
        for deel in bestand.apparaten:
            if slot and deel.apparaat == apparaat and deel.naam == slot.certificaat.naam:
                try:
                    return slot, open_apparaat(slot, deel, bytes.fromhex(sleutel))
                except (SleutelPastNiet, ValueError) as fout:
                    raise _apparaat_past_niet() from fout
        raise _apparaat_past_niet()

    return _open(map, ontgrendel, alleen_lezen=False, klok=klok)


def herstel_toegang(
    map: Path,  # noqa: A002
    herstelsleutel: str,
    naam: str,
    nieuw_wachtwoord: str,
    *,
    klok: Klok = nu_utc,
    herkomst: str = "venster",
) -> OpenKluis:
    """Give a user new keys and a new password with the recovery key on paper. The roles stay as they were."""
    sleutel = uit_tekst(herstelsleutel)
    hersteld = False

    def ontgrendel(bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
        nonlocal hersteld
        try:
            databasesleutel, wortelzaad = open_herstel(bestand, sleutel)
        except SleutelPastNiet as fout:
            raise past_niet() from fout
        oud = bestand.slot(nfc(naam).strip())
        if oud is None:
            raise NietGevonden("Deze gebruiker bestaat niet in deze kluis.", veilig="Er is niets gewijzigd.")
        with _kort_open(map, bestand, databasesleutel, klok()) as engine:
            if rond_voornemens_af(engine, map):
                return ontgrendel(lees_sleutelbestand(map))
            laatste = _laatste_verklaring(engine)
            gewijzigd, slot, geheimen = met_nieuwe_sleutels(
                bestand,
                oud,
                nieuw_wachtwoord,
                wortelzaad=wortelzaad,
                databasesleutel=databasesleutel,
                geldig_van=OEFEN_GELDIG_VAN if bestand.register.oefen else klok(),
                ingetrokken={str(oud.certificaat.serienummer): (laatste.nummer, laatste.hash)},
            )
            daad = Daad("toegang hersteld", oud.certificaat.naam, klok(), herkomst=herkomst)
            schrijf_sleutels(engine, map, gewijzigd, databasesleutel, daad)
        hersteld = True
        meld_gelukt(bestand.kluis_id)
        return slot, geheimen

    try:
        return _open(map, ontgrendel, alleen_lezen=False, klok=klok)
    except GebruikersFout as fout:
        if not hersteld:
            raise
        raise nieuw_wachtwoord_geldt(fout) from fout


def nieuw_wachtwoord_geldt(fout: GebruikersFout) -> GebruikersFout:
    """Said when the password was changed and opening failed afterwards: what happened is not called refused."""
    if isinstance(fout, RolWacht):
        return RolWacht(nieuw_wachtwoord=True)
    return KluisFout(
        f"Uw nieuwe wachtwoord geldt, maar de kluis kon daarna niet worden geopend. {fout.gebeurd}",
        advies=f"Meld u aan met het nieuwe wachtwoord. {fout.advies}".strip(),
    )


def _open(
    kluismap: Path,
    ontgrendel: Ontgrendeling,
    *,
    alleen_lezen: bool,
    klok: Klok,
) -> OpenKluis:
    lees_sleutelbestand(kluismap)
    if not alleen_lezen:
        eis_geen_synchronisatie(kluismap)
        eis_niet_vervangen(kluismap)
    vergrendeling = None if alleen_lezen else Vergrendeling(kluismap)
    if vergrendeling is not None:
        vergrendeling.neem()
    engine: Engine | None = None
    try:
        # Unlocking may replace the key file (recovery), hence the second reading.
        slot, geheimen = ontgrendel(lees_sleutelbestand(kluismap))
        bestand = lees_sleutelbestand(kluismap)
        controleer_vertrouwen(bestand, geheimen.wortel)
        databasesleutel = haal_databasesleutel(slot, geheimen)
        controleer_zegel(bestand, databasesleutel)
        engine = open_engine(kluismap / bestand.database, databasesleutel, alleen_lezen=alleen_lezen)
        if alleen_lezen:
            eis_nieuwste(engine)
        else:
            kopiebron = Kopiebron(
                kluismap, bestand, databasesleutel, partial(_ontsluit, slot.certificaat.naam, geheimen)
            )
            werk_bij_na_kopie(engine, kopiebron, klok())
        bron = Bron(kluismap, bestand, databasesleutel, engine)
        kluis = OpenKluis(bron, slot, geheimen, plaats=Kluismap(vergrendeling), klok=klok)
        kluis.stand.begin()
    except BaseException:
        if engine is not None:
            engine.dispose()
        if vergrendeling is not None:
            vergrendeling.geef_vrij()
        raise
    return kluis


def _maak_database(kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes) -> Engine:
    pad = kluismap / bestand.database
    schrijf_nieuw(pad, b"")
    engine = open_engine(pad, databasesleutel, nieuw=True)
    try:
        werk_bij(engine)
        with engine.begin() as verbinding:
            stand = lees_stand(verbinding, bestand.geheugen_id, bestand.register.nummer)
        schrijf_kluisstand(kluismap, bestand.epoche, stand, databasesleutel)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextlib.contextmanager
def _kort_open(kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes, nu: datetime) -> Iterator[Engine]:
    """The database before anybody has the vault open."""
    engine = open_engine(kluismap / bestand.database, databasesleutel)
    try:
        # who comes with the recovery key opens the copy with it too
        werk_bij_na_kopie(engine, Kopiebron(kluismap, bestand, databasesleutel, lambda _: databasesleutel), nu)
        yield engine
    finally:
        engine.dispose()


def _ontsluit(naam: str, geheimen: Geheimen, bestand: Sleutelbestand) -> bytes:
    return haal_databasesleutel(vereis_slot(bestand, naam), geheimen)


def _laatste_verklaring(engine: Engine) -> Ketenkop:
    with vertaal_fout(), Session(engine) as sessie:
        return kop(sessie)


def _weiger_volle_map(kluismap: Path) -> bool:
    if not kluismap.exists():
        return False
    if not kluismap.is_dir() or any(kluismap.iterdir()):
        raise InvoerOngeldig("map", "Deze map is niet leeg.", advies="Kies een nieuwe of lege map voor de kluis.")
    return True


def _ruim_op(kluismap: Path, *, bestond: bool) -> None:
    """Undo a vault that was not finished. Only called when this call found the folder empty or absent."""
    if not kluismap.is_dir():
        return
    for pad in kluismap.iterdir():
        with contextlib.suppress(OSError):
            pad.unlink()
    if not bestond:
        with contextlib.suppress(OSError):
            kluismap.rmdir()


def _apparaat_past_niet() -> SleutelhangerNietVeilig:
    return SleutelhangerNietVeilig(
        "Op deze computer is openen zonder wachtwoord niet (meer) ingesteld voor deze gebruiker.",
        veilig="Er is niets gewijzigd.",
        advies="Open de kluis met uw wachtwoord.",
    )
