"""A house on a server opened to work in it, as one opens a vault: with a password, or with the recovery key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ketenkop import kop
from zvh_desktop.database.motor.postgresql import PostgresMotor
from zvh_desktop.database.motor.serveradres import Serveradres
from zvh_desktop.database.openkluis import OpenKluis
from zvh_desktop.database.sleutels.accounts import met_nieuwe_sleutels
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN
from zvh_desktop.database.sleutels.herstelsleutel import past_niet, uit_tekst
from zvh_desktop.database.sleutels.pogingen import meld_gelukt, met_wachtwoord
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet
from zvh_desktop.database.sleutels.sleutelbeheer import (
    Geheimen,
    controleer_vertrouwen,
    controleer_zegel,
    haal_databasesleutel,
    open_herstel,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.team.eigenaccount import eis_eigen_account
from zvh_desktop.database.team.openen import lees_sleutels_van
from zvh_desktop.database.team.teambestand import lees_sleutels, vervang_sleutels, verzegeld
from zvh_desktop.database.team.teamplaats import Teamplaats, intussen_gewijzigd
from zvh_desktop.database.team.verbinding import Databaseaccount, Verbinding, lees_verbinding
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.zitting import Klok, nu_utc
from zvh_desktop.errors import NietGevonden


def open_huis(
    pad: Path,
    account: Databaseaccount,
    naam: str,
    wachtwoord: str,
    *,
    alleen_lezen: bool = False,
    klok: Klok = nu_utc,
) -> OpenKluis:
    """Open the house of this connection file. Raises KluisFout, WachtwoordOnjuist; never waits after a wrong one.

    A temporary password opens it as well: who calls this lets its owner choose another.
    """
    verbinding = lees_verbinding(pad)
    adres = verbinding.plek.adres(account.naam, account.wachtwoord)
    return _open(
        pad, verbinding, adres, partial(met_wachtwoord, naam, wachtwoord), alleen_lezen=alleen_lezen, klok=klok
    )


def herstel_in_huis(
    pad: Path,
    account: Databaseaccount,
    herstelsleutel: str,
    naam: str,
    nieuw_wachtwoord: str,
    *,
    klok: Klok = nu_utc,
    herkomst: str = "venster",
) -> OpenKluis:
    """Give a user new keys and a new password with the recovery key on paper. The roles stay as they were."""
    sleutel = uit_tekst(herstelsleutel)
    verbinding = lees_verbinding(pad)
    adres = verbinding.plek.adres(account.naam, account.wachtwoord)
    bestand = lees_sleutels_van(verbinding, adres)
    try:
        huissleutel, wortelzaad = open_herstel(bestand, sleutel)
    except SleutelPastNiet as fout:
        raise past_niet() from fout
    oud = bestand.slot(nfc(naam).strip())
    if oud is None:
        raise NietGevonden("Deze gebruiker bestaat niet in dit huis.", veilig="Er is niets gewijzigd.")
    engine = PostgresMotor(adres, sleutel=huissleutel, grootte=1).open()
    try:
        with vertaal_databasefout(), Session(engine) as sessie:
            laatste = kop(sessie)
        # Before the transaction that writes: making keys takes a moment, and nobody has to wait for that.
        nieuw, slot, geheimen = met_nieuwe_sleutels(
            bestand,
            oud,
            nieuw_wachtwoord,
            wortelzaad=wortelzaad,
            databasesleutel=huissleutel,
            geldig_van=OEFEN_GELDIG_VAN if bestand.register.oefen else klok(),
            ingetrokken={str(oud.certificaat.serienummer): (laatste.nummer, laatste.hash)},
        )
        with vertaal_databasefout(), Session(engine) as sessie, sessie.begin():
            verbonden = sessie.connection()
            if lees_sleutels(verbonden, verbinding).zegel != bestand.zegel or kop(sessie) != laatste:
                raise intussen_gewijzigd()
            vervang_sleutels(verbonden, verbinding, verzegeld(nieuw, huissleutel))
            Daad("toegang hersteld", oud.certificaat.naam, klok(), herkomst=herkomst).voer_uit(sessie)
    finally:
        engine.dispose()
    meld_gelukt(bestand.kluis_id)
    return _open(pad, verbinding, adres, lambda _: (slot, geheimen), alleen_lezen=False, klok=klok)


def _open(
    pad: Path,
    verbinding: Verbinding,
    adres: Serveradres,
    ontgrendel: Callable[[Sleutelbestand], tuple[Slot, Geheimen]],
    *,
    alleen_lezen: bool,
    klok: Klok,
) -> OpenKluis:
    bestand = lees_sleutels_van(verbinding, adres)
    slot, geheimen = ontgrendel(bestand)
    controleer_vertrouwen(bestand, geheimen.wortel)
    huissleutel = haal_databasesleutel(slot, geheimen)
    controleer_zegel(bestand, huissleutel)
    engine: Engine = PostgresMotor(adres, sleutel=huissleutel).open(alleen_lezen=alleen_lezen)
    try:
        with vertaal_databasefout():
            with engine.execution_options(**{LEZEN: True}).connect() as lijn:
                eis_eigen_account(lijn, verbinding, slot.certificaat.naam)
            plaats = Teamplaats(verbinding, alleen_lezen=alleen_lezen)
            kluis = OpenKluis(Bron(pad, bestand, huissleutel, engine), slot, geheimen, plaats=plaats, klok=klok)
            kluis.stand.begin()
    except BaseException:
        engine.dispose()
        raise
    return kluis
