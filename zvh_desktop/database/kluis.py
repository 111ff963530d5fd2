"""The vault: make it, open it, manage who may, and close it so that nothing of it stays open (KLUIS 1-3).

A vault is one folder. `sleutels.json` says who may open it and which database file counts; replacing that file is
the only commit point of every change of keys. The operating system lock is taken before anything else is read.
"""

from __future__ import annotations

import contextlib
import logging
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, event, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.orm import Session, UOWTransaction, sessionmaker

from zvh_desktop.database import sleutelhanger
from zvh_desktop.database.bestanden import maak_map, schrijf_nieuw
from zvh_desktop.database.canoniek import nfc
from zvh_desktop.database.certificaten import (
    OEFEN_GELDIG_VAN,
    Certificaat,
    Register,
    Vertrouwensanker,
)
from zvh_desktop.database.engine import LEZEN, is_schijf_vol, open_engine, sluit_af, vertaal_fout
from zvh_desktop.database.gebruikers import (
    Gebruiker,
    NieuweGebruiker,
    schone_naam,
    schone_rollen,
    schone_weergavenaam,
)
from zvh_desktop.database.herstelsleutel import als_tekst, past_niet, uit_tekst
from zvh_desktop.database.hoofden import (
    Stand,
    lees_gebruikersstand,
    lees_kluisstand,
    lees_stand,
    schrijf_gebruikersstand,
    schrijf_kluisstand,
    standnaam,
    vergelijk,
    verhoog_zitting,
)
from zvh_desktop.database.kopie import kopieer_database, verwijder_database
from zvh_desktop.database.kopiebewijs import KOPIEBESTAND
from zvh_desktop.database.migraties import controleer_revisie, migreer
from zvh_desktop.database.ondertekening import Ondertekenaar, kop
from zvh_desktop.database.pogingen import meld_gelukt, meld_mislukt
from zvh_desktop.database.sleutelbeheer import (
    Geheimen,
    certificeer,
    controleer_vertrouwen,
    controleer_zegel,
    haal_databasesleutel,
    haal_wortelzaad,
    hercertificeer,
    maak_apparaat,
    maak_herstel,
    maak_slot,
    met_databasesleutel,
    open_apparaat,
    open_herstel,
    open_slot,
    verpak_slot,
    werk_register_bij,
)
from zvh_desktop.database.sleutelbestand import (
    Sleutelbestand,
    Slot,
    databasenaam,
    lees_sleutelbestand,
    schrijf_sleutelbestand,
)
from zvh_desktop.database.sleutels import (
    KDF_ONDERGRENS,
    KDF_STANDAARD,
    KdfParameters,
    SleutelPastNiet,
    openbare_tekensleutel,
    verzegel,
    wachtwoord_bytes,
    willekeurig,
)
from zvh_desktop.database.vergrendelbestand import (
    RESERVE,
    RESERVE_OEFEN,
    Vergrendeling,
    geef_reserve_vrij,
    maak_reserve,
    waarschuwing_ruimte,
)
from zvh_desktop.database.wachtwoorden import controleer_sterkte
from zvh_desktop.errors import (
    AlleenLezen,
    GebruikersFout,
    InvoerOngeldig,
    NietBevoegd,
    NietGevonden,
    ProgrammaFout,
    SleutelhangerNietVeilig,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.verklaring import Verklaring

__all__ = [
    "Gebruiker",
    "KluisKop",
    "NieuweGebruiker",
    "OpenKluis",
    "herstel_toegang",
    "lees_kop",
    "maak_kluis",
    "open_kluis",
    "open_met_dit_apparaat",
]

log = logging.getLogger(__name__)

Klok = Callable[[], datetime]
_NIEUWE_VERKLARING = "zvh_nieuwe_verklaring"
_WEES = re.compile(r"(?:db-\d+\.sqlite(?:-wal|-shm|-journal)?|stand-\d+\.json|.*\.[0-9a-f]{8}\.part)")


def nu_utc() -> datetime:
    """The clock, unless a caller brings another."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class KluisKop:
    """What can be known of a vault without a password; not to be relied on until it is opened."""

    kluis_id: str
    oefen: bool
    gebruikersnamen: tuple[str, ...]


class OpenKluis:
    """A vault that one user has open. Close it with ``sluit`` or use it in a with statement."""

    def __init__(
        self,
        kluismap: Path,
        bestand: Sleutelbestand,
        slot: Slot,
        geheimen: Geheimen,
        *,
        databasesleutel: bytes,
        engine: Engine,
        vergrendeling: Vergrendeling | None,
        klok: Klok,
    ) -> None:
        self._map = kluismap
        self._bestand = bestand
        self._geheimen: Geheimen | None = geheimen
        self._databasesleutel: bytes | None = databasesleutel
        self._engine = engine
        self._vergrendeling = vergrendeling
        self._klok = klok
        self._beheer = threading.RLock()
        self._standslot = threading.Lock()
        self._bevindingen: tuple[str, ...] = ()
        self._waarschuwingen: tuple[str, ...] = ()
        self._gesloten = False
        self.sessies: sessionmaker[Session] = sessionmaker(engine, expire_on_commit=False)
        self.lees_sessies: sessionmaker[Session] = sessionmaker(
            engine.execution_options(**{LEZEN: True}), expire_on_commit=False
        )
        self._neem_certificaat(slot.certificaat)
        event.listen(engine, "handle_error", self._op_fout, insert=True)
        event.listen(self.sessies, "after_flush", _onthoud_verklaring)
        event.listen(self.sessies, "after_rollback", _vergeet_verklaring)
        event.listen(self.sessies, "after_commit", self._na_commit)

    # -- what services use ---------------------------------------------------------------------------

    @property
    def map(self) -> Path:
        """The folder of the vault."""
        return self._map

    @property
    def kluis_id(self) -> str:
        """The fixed, random name of this vault."""
        return self._bestand.kluis_id

    @property
    def oefen(self) -> bool:
        """Whether this is a practice vault; signed by the root key."""
        return self._bestand.register.oefen

    @property
    def gebruiker(self) -> Gebruiker:
        """Who opened the vault, with the roles in the certificate."""
        return self._gebruiker

    @property
    def engine(self) -> Engine:
        """The engine of now; another one after the database key was renewed."""
        return self._engine

    @property
    def alleen_lezen(self) -> bool:
        """Whether nothing can be written."""
        return self._vergrendeling is None

    @property
    def ondertekenaar(self) -> Ondertekenaar:
        """The signing key of this user."""
        return self._ondertekenaar

    @property
    def wortel(self) -> Vertrouwensanker:
        """What signatures are checked against."""
        return Vertrouwensanker(bytes.fromhex(self._bestand.wortel), self._bestand.register.ingetrokken)

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What the user must be told after opening: an older state put back, a disk nearly full."""
        return self._waarschuwingen

    @property
    def sleutelbestand(self) -> Sleutelbestand:
        """The key file as it was read or last written."""
        return self._bestand

    @property
    def databasepad(self) -> Path:
        """The database file of now."""
        return self._map / self._bestand.database

    @property
    def databasesleutel(self) -> bytes:
        """For the checks and the backup in this layer only."""
        if self._databasesleutel is None:
            raise ProgrammaFout("de kluis is gesloten")
        return self._databasesleutel

    def gebruikers(self) -> tuple[Gebruiker, ...]:
        """Every account, by name."""
        return tuple(
            sorted(
                (_als_gebruiker(slot.certificaat) for slot in self._bestand.gebruikers),
                key=lambda gebruiker: gebruiker.naam.casefold(),
            )
        )

    def controleer_wachtwoord(self, wachtwoord: str) -> bool:
        """Whether this is the password of who has the vault open. Runs the KDF."""
        try:
            open_slot(self._eigen_slot(), wachtwoord)
        except (SleutelPastNiet, InvoerOngeldig):
            return False
        return True

    # -- accounts ------------------------------------------------------------------------------------

    def voeg_gebruiker_toe(self, nieuw: NieuweGebruiker) -> None:
        """Add an account and hand it the database key."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            naam, rollen = schone_naam(nieuw.naam), schone_rollen(nieuw.rollen)
            if self._bestand.slot(naam) is not None:
                raise InvoerOngeldig("naam", "Er is al een gebruiker met deze naam.", advies="Kies een andere.")
            controleer_sterkte(nieuw.wachtwoord, naam)
            geheimen = Geheimen.nieuw(openbare_tekensleutel(wortelzaad))
            certificaat = certificeer(
                wortelzaad,
                self._bestand.register,
                geheimen,
                naam=naam,
                weergavenaam=schone_weergavenaam(nieuw.weergavenaam),
                rollen=rollen,
                geldig_van=self._geldig_van(),
            )
            slot = maak_slot(
                certificaat,
                geheimen,
                wachtwoord=nieuw.wachtwoord,
                kdf=self._eigen_slot().kdf,
                databasesleutel=self.databasesleutel,
                wortelzaad=wortelzaad,
            )
            self._schrijf_gebruikers((*self._bestand.gebruikers, slot), wortelzaad, {})

    def wijzig_rollen(self, naam: str, rollen: frozenset[Rol]) -> None:
        """Give an account other roles; what it signed until now keeps counting, later under the old roles not."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            oud, nieuwe_rollen = self._vereis_slot(naam), schone_rollen(rollen)
            if oud.certificaat.rollen == nieuwe_rollen:
                return
            if Rol.BEHEERDER not in nieuwe_rollen:
                self._weiger_laatste_beheerder(oud)
            register = self._bestand.register
            openbaar = bytes.fromhex(oud.certificaat.sleutel)
            certificaat = hercertificeer(wortelzaad, register, oud.certificaat, nieuwe_rollen, self._geldig_van())
            slot = replace(
                oud,
                certificaat=certificaat,
                wortelsleutel=verzegel(openbaar, wortelzaad).hex() if Rol.BEHEERDER in nieuwe_rollen else "",
            )
            gebruikers = tuple(slot if deel is oud else deel for deel in self._bestand.gebruikers)
            self._schrijf_gebruikers(gebruikers, wortelzaad, self._intrekking(oud))
            if slot.certificaat.naam == self._gebruiker.naam:
                self._neem_certificaat(certificaat)

    def verwijder_gebruiker(self, naam: str) -> None:
        """Remove an account and renew the database key, so that an old copy of the key opens nothing new."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            oud = self._vereis_slot(naam)
            self._weiger_laatste_beheerder(oud)
            if oud.certificaat.naam == self._gebruiker.naam:
                raise NietBevoegd("U kunt uw eigen account niet verwijderen.", advies="Vraag het een andere beheerder.")
            gebruikers = tuple(slot for slot in self._bestand.gebruikers if slot is not oud)
            self._roteer(
                replace(
                    self._bestand,
                    gebruikers=gebruikers,
                    apparaten=tuple(deel for deel in self._bestand.apparaten if deel.naam != oud.certificaat.naam),
                    register=werk_register_bij(wortelzaad, self._bestand.register, gebruikers, self._intrekking(oud)),
                )
            )

    def wijzig_wachtwoord(self, oud: str, nieuw: str) -> None:
        """Give one's own account another password. Runs the KDF twice."""
        with self._beheer:
            self._vereis_schrijven()
            slot = self._eigen_slot()
            try:
                geheimen = open_slot(slot, oud)
            except SleutelPastNiet as fout:
                raise WachtwoordOnjuist(meld_mislukt(self.kluis_id)) from fout
            controleer_sterkte(nieuw, slot.certificaat.naam)
            vervangen = verpak_slot(slot, geheimen, nieuw)
            self._schrijf(
                replace(
                    self._bestand,
                    gebruikers=tuple(vervangen if deel is slot else deel for deel in self._bestand.gebruikers),
                )
            )

    def vernieuw_databasesleutel(self) -> None:
        """Encrypt the database anew for the same users."""
        with self._beheer:
            self._vereis_schrijven()
            self._roteer(self._bestand)

    def vernieuw_herstelsleutel(self) -> str:
        """A new recovery key, shown once; the old paper is worthless from now on."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            herstelsleutel = willekeurig()
            herstel = maak_herstel(self.kluis_id, herstelsleutel, self.databasesleutel, wortelzaad)
            self._schrijf(replace(self._bestand, herstel=herstel))
            return als_tekst(herstelsleutel)

    def dit_apparaat_inschakelen(self) -> None:
        """Let this user open the vault on this computer without a password."""
        with self._beheer:
            self._vereis_schrijven()
            sleutelhanger.haal(self.kluis_id, self._gebruiker.naam)
            self.dit_apparaat_uitschakelen()
            apparaat, sleutel = willekeurig(16).hex(), willekeurig()
            slot = maak_apparaat(self._eigen_slot(), self._vereis_geheimen(), apparaat, sleutel)
            sleutelhanger.bewaar(self.kluis_id, self._gebruiker.naam, f"{apparaat}:{sleutel.hex()}")
            self._schrijf(replace(self._bestand, apparaten=(*self._bestand.apparaten, slot)))

    def dit_apparaat_uitschakelen(self) -> None:
        """Ask for the password on this computer again."""
        with self._beheer:
            self._vereis_schrijven()
            bewaard = sleutelhanger.haal(self.kluis_id, self._gebruiker.naam)
            if bewaard is None:
                return
            apparaat = bewaard.partition(":")[0]
            rest = tuple(deel for deel in self._bestand.apparaten if deel.apparaat != apparaat)
            if rest != self._bestand.apparaten:
                self._schrijf(replace(self._bestand, apparaten=rest))
            sleutelhanger.vergeet(self.kluis_id, self._gebruiker.naam)

    # -- state ---------------------------------------------------------------------------------------

    def werk_hoofd_bij(self) -> None:
        """Remember the newest state. Never after an older state was found: that must stay visible."""
        if self.alleen_lezen or self._bevindingen:
            return
        with self._standslot:
            stand = self._lees_stand()
            try:
                schrijf_kluisstand(self._map, self._bestand.epoche, stand, self.databasesleutel)
                schrijf_gebruikersstand(stand)
            except OSError as fout:
                # The commit itself has succeeded; the next one or closing will try again.
                log.warning("stand niet bijgewerkt: %s", type(fout).__name__)

    def controleer_hoofd(self) -> tuple[str, ...]:
        """Compare with what was seen before, here and in the user's own folder."""
        bevindingen: list[str] = []
        with self._engine.connect() as verbinding:
            nu = lees_stand(verbinding, self.kluis_id, self._bestand.register.nummer)
            try:
                gezien = lees_kluisstand(self._map, self._bestand.epoche, self.databasesleutel)
            except ValueError:
                bevindingen.append("De onthouden stand in de kluismap ontbreekt of is gewijzigd.")
            else:
                bevindingen += vergelijk(verbinding, nu, gezien, "kluismap")
            try:
                eigen = lees_gebruikersstand(self.kluis_id)
            except ValueError:
                bevindingen.append("De stand die op deze computer is onthouden, is niet te lezen.")
            else:
                bevindingen += () if eigen is None else vergelijk(verbinding, nu, eigen, "deze computer")
        return tuple(bevindingen)

    def aanvaard_stand(self) -> None:
        """Take the present state as the newest, after a backup was put back on purpose."""
        self._vereis_schrijven()
        with self._engine.begin() as verbinding:
            verhoog_zitting(verbinding, self._hoogste_zitting())
        self._waarschuwingen = tuple(regel for regel in self._waarschuwingen if regel not in self._bevindingen)
        self._bevindingen = ()
        self.werk_hoofd_bij()

    def wis_resten(self) -> bool:
        """Erase what deleted rows leave behind in the search index and the log file; False: not yet erased."""
        self._vereis_schrijven()
        with self._engine.begin() as verbinding:
            namen = verbinding.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'")
            ).scalars()
            for naam in list(namen):
                verbinding.exec_driver_sql(f'INSERT INTO "{naam}"("{naam}") VALUES(\'optimize\')')
            if verbinding.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")).first():
                verbinding.exec_driver_sql("ANALYZE")
        return self._leeg_wal()

    def begin_zitting(self) -> None:
        """After opening: look for an older state, count this opening, tidy up."""
        self._bevindingen = self.controleer_hoofd()
        ruimte = waarschuwing_ruimte(self._map)
        self._waarschuwingen = (*self._bevindingen, *((ruimte,) if ruimte else ()))
        if self.alleen_lezen:
            return
        self._tel_zitting()
        self.werk_hoofd_bij()
        self._ruim_wezen_op()
        with contextlib.suppress(OSError):
            # A backup that is opened to work in is a vault from now on.
            (self._map / KOPIEBESTAND).unlink(missing_ok=True)
            maak_reserve(self._map, self._bestand.reserve)

    def sluit(self) -> None:
        """Drop the keys, close the database and give the lock free. May be called twice."""
        if self._gesloten:
            return
        self._gesloten = True
        try:
            if not self.alleen_lezen:
                self._tel_zitting()
                self.werk_hoofd_bij()
                self._leeg_wal()
        except GebruikersFout as fout:
            # Closing must succeed, also on a full disk or a pulled drive; all that counts was committed.
            log.warning("kluis gesloten met %s", type(fout).__name__)
        finally:
            self._ondertekenaar.wis()
            self._geheimen = None
            self._databasesleutel = None
            sluit_af(self._engine)
            self._engine.dispose()
            if self._vergrendeling is not None:
                self._vergrendeling.geef_vrij()

    def __enter__(self) -> OpenKluis:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    # -- inside --------------------------------------------------------------------------------------

    def _neem_certificaat(self, certificaat: Certificaat) -> None:
        self._gebruiker = _als_gebruiker(certificaat)
        self._ondertekenaar = Ondertekenaar(self.kluis_id, self._gebruiker, certificaat, self._vereis_geheimen().zaad)

    def _vereis_geheimen(self) -> Geheimen:
        if self._geheimen is None:
            raise ProgrammaFout("de kluis is gesloten")
        return self._geheimen

    def _vereis_schrijven(self) -> None:
        if self.alleen_lezen:
            raise AlleenLezen(
                "De kluis is geopend om alleen te lezen.",
                veilig="Er is niets gewijzigd.",
                advies="Open de kluis gewoon om te wijzigen.",
            )

    def _als_beheerder(self) -> bytes:
        self._vereis_schrijven()
        zaad = haal_wortelzaad(self._eigen_slot(), self._vereis_geheimen())
        if Rol.BEHEERDER not in self._gebruiker.rollen or zaad is None:
            raise NietBevoegd("Alleen een beheerder mag dit.", veilig="Er is niets gewijzigd.")
        return zaad

    def _eigen_slot(self) -> Slot:
        return self._vereis_slot(self._gebruiker.naam)

    def _vereis_slot(self, naam: str) -> Slot:
        slot = self._bestand.slot(schone_naam(naam))
        if slot is None:
            raise NietGevonden("Deze gebruiker bestaat niet (meer).")
        return slot

    def _weiger_laatste_beheerder(self, slot: Slot) -> None:
        anderen = [
            deel for deel in self._bestand.gebruikers if deel is not slot and Rol.BEHEERDER in deel.certificaat.rollen
        ]
        if Rol.BEHEERDER in slot.certificaat.rollen and not anderen:
            raise NietBevoegd(
                "Dit is de laatste beheerder. Er moet altijd een beheerder zijn.",
                veilig="Er is niets gewijzigd.",
                advies="Maak eerst iemand anders beheerder.",
            )

    def _geldig_van(self) -> datetime:
        return OEFEN_GELDIG_VAN if self.oefen else self._klok()

    def _intrekking(self, slot: Slot) -> dict[str, int]:
        with self.lees_sessies() as sessie:
            return {str(slot.certificaat.serienummer): kop(sessie).nummer}

    def _schrijf_gebruikers(self, gebruikers: tuple[Slot, ...], wortelzaad: bytes, ingetrokken: dict[str, int]) -> None:
        register = werk_register_bij(wortelzaad, self._bestand.register, gebruikers, ingetrokken)
        self._schrijf(replace(self._bestand, gebruikers=gebruikers, register=register))

    def _schrijf(self, bestand: Sleutelbestand) -> None:
        with vertaal_fout():
            self._bestand = schrijf_sleutelbestand(self._map, bestand, self.databasesleutel)
        self.werk_hoofd_bij()

    def _roteer(self, bestand: Sleutelbestand) -> None:
        """Copy under a new key, then switch with one replace. A kill at any moment leaves a vault that opens."""
        controleer_vertrouwen(bestand, self._vereis_geheimen().wortel)
        sleutel, epoche = willekeurig(), self._bestand.epoche + 1
        oud_pad, nieuw_pad = self.databasepad, self._map / databasenaam(epoche)
        oude_engine, oude_epoche = self._engine, self._bestand.epoche
        verwijder_database(nieuw_pad)
        # Holding the write lock keeps every other writer out of the old file until it no longer counts.
        with oude_engine.begin() as schrijfslot:
            try:
                kopieer_database(oud_pad, self.databasesleutel, nieuw_pad, sleutel)
                nieuwe_engine = open_engine(nieuw_pad, sleutel)
                stand = lees_stand(schrijfslot, self.kluis_id, bestand.register.nummer)
                with vertaal_fout():
                    schrijf_kluisstand(self._map, epoche, stand, sleutel)
                    nieuw = schrijf_sleutelbestand(self._map, met_databasesleutel(bestand, sleutel, epoche), sleutel)
            except BaseException:
                if lees_sleutelbestand(self._map).epoche == oude_epoche:
                    verwijder_database(nieuw_pad)
                    (self._map / standnaam(epoche)).unlink(missing_ok=True)
                raise
            sluit_af(oude_engine)
            self._bestand, self._databasesleutel, self._engine = nieuw, sleutel, nieuwe_engine
            self.sessies.configure(bind=nieuwe_engine)
            self.lees_sessies.configure(bind=nieuwe_engine.execution_options(**{LEZEN: True}))
            event.listen(nieuwe_engine, "handle_error", self._op_fout, insert=True)
        oude_engine.dispose()
        self._ruim_wezen_op()
        self.werk_hoofd_bij()

    def _ruim_wezen_op(self) -> None:
        houden = {self._bestand.database, standnaam(self._bestand.epoche)}
        for pad in self._map.iterdir():
            kaal = re.sub(r"-(?:wal|shm|journal)$", "", pad.name)
            if _WEES.fullmatch(pad.name) and kaal not in houden:
                with contextlib.suppress(OSError):
                    pad.unlink()

    def _tel_zitting(self) -> None:
        # Counting on would let an older database catch up with what was seen.
        if not self._bevindingen:
            with self._engine.begin() as verbinding:
                verhoog_zitting(verbinding)

    def _hoogste_zitting(self) -> int:
        zittingen = [0]
        with contextlib.suppress(ValueError):
            zittingen.append(lees_kluisstand(self._map, self._bestand.epoche, self.databasesleutel).zitting)
        with contextlib.suppress(ValueError):
            eigen = lees_gebruikersstand(self.kluis_id)
            zittingen.append(eigen.zitting if eigen else 0)
        return max(zittingen)

    def _lees_stand(self) -> Stand:
        with self.lees_sessies() as sessie:
            return lees_stand(sessie.connection(), self.kluis_id, self._bestand.register.nummer)

    def _leeg_wal(self) -> bool:
        verbinding = self._engine.raw_connection()
        try:
            aanwijzer = verbinding.cursor()
            aanwijzer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            uitkomst = aanwijzer.fetchone()
        finally:
            verbinding.close()
        return uitkomst is not None and uitkomst[0] == 0

    def _na_commit(self, sessie: Session) -> None:
        if sessie.info.pop(_NIEUWE_VERKLARING, False):
            self.werk_hoofd_bij()

    def _op_fout(self, context: ExceptionContext) -> BaseException | None:
        if is_schijf_vol(context.original_exception):
            geef_reserve_vrij(self._map)
        return None


def _onthoud_verklaring(sessie: Session, _context: UOWTransaction) -> None:
    if any(isinstance(rij, Verklaring) for rij in sessie.new):
        sessie.info[_NIEUWE_VERKLARING] = True


def _vergeet_verklaring(sessie: Session) -> None:
    sessie.info.pop(_NIEUWE_VERKLARING, None)


def _als_gebruiker(certificaat: Certificaat) -> Gebruiker:
    return Gebruiker(certificaat.naam, certificaat.weergavenaam, certificaat.rollen)


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
    naam, rollen = schone_naam(beheerder.naam), schone_rollen(beheerder.rollen)
    weergavenaam = schone_weergavenaam(beheerder.weergavenaam)
    if Rol.BEHEERDER not in rollen:
        raise InvoerOngeldig("rollen", "De eerste gebruiker van een kluis moet beheerder zijn.")
    controleer_sterkte(beheerder.wachtwoord, naam)
    bestond = _weiger_volle_map(map)
    kluis_id, wortelzaad, databasesleutel = willekeurig(16).hex(), willekeurig(), willekeurig()
    wortel, herstelsleutel = openbare_tekensleutel(wortelzaad), willekeurig()
    geheimen = Geheimen.nieuw(wortel)
    begin = Register(kluis_id, 0, oefen, 1, {}, {})
    certificaat = certificeer(
        wortelzaad,
        begin,
        geheimen,
        naam=naam,
        weergavenaam=weergavenaam,
        rollen=rollen,
        geldig_van=OEFEN_GELDIG_VAN if oefen else klok(),
    )
    slot = maak_slot(
        certificaat,
        geheimen,
        wachtwoord=beheerder.wachtwoord,
        kdf=kdf or (KDF_ONDERGRENS if oefen else KDF_STANDAARD),
        databasesleutel=databasesleutel,
        wortelzaad=wortelzaad,
    )
    bestand = Sleutelbestand(
        kluis_id=kluis_id,
        epoche=1,
        reserve=(RESERVE_OEFEN if oefen else RESERVE) if reserve is None else reserve,
        wortel=wortel.hex(),
        register=werk_register_bij(wortelzaad, begin, (slot,), {}),
        gebruikers=(slot,),
        herstel=maak_herstel(kluis_id, herstelsleutel, databasesleutel, wortelzaad),
        apparaten=(),
    )
    vergrendeling = Vergrendeling(map)
    try:
        with vertaal_fout():
            maak_map(map)
            vergrendeling.neem()
            engine = _maak_database(map, bestand, databasesleutel)
            bestand = schrijf_sleutelbestand(map, bestand, databasesleutel)
        kluis = OpenKluis(
            map,
            bestand,
            slot,
            geheimen,
            databasesleutel=databasesleutel,
            engine=engine,
            vergrendeling=vergrendeling,
            klok=klok,
        )
        kluis.begin_zitting()
    except BaseException:
        vergrendeling.geef_vrij()
        _ruim_op(map, bestond=bestond)
        raise
    return kluis, als_tekst(herstelsleutel)


def open_kluis(
    map: Path,  # noqa: A002
    naam: str,
    wachtwoord: str,
    *,
    alleen_lezen: bool = False,
    klok: Klok = nu_utc,
) -> OpenKluis:
    """Open with a name and a password. Runs the KDF; never waits, the window does that."""

    def ontgrendel(bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
        wachtwoord_bytes(wachtwoord)
        slot = bestand.slot(nfc(naam).strip())
        try:
            # An unknown name takes as long as a known one.
            geheimen = open_slot(slot or bestand.gebruikers[0], wachtwoord)
            if slot is None:
                raise SleutelPastNiet
        except SleutelPastNiet as fout:
            raise WachtwoordOnjuist(meld_mislukt(bestand.kluis_id)) from fout
        meld_gelukt(bestand.kluis_id)
        return slot, geheimen

    return _open(map, ontgrendel, alleen_lezen=alleen_lezen, klok=klok)


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
) -> OpenKluis:
    """Give a user new keys and a new password with the recovery key on paper. The roles stay as they were."""
    sleutel = uit_tekst(herstelsleutel)

    def ontgrendel(bestand: Sleutelbestand) -> tuple[Slot, Geheimen]:
        try:
            databasesleutel, wortelzaad = open_herstel(bestand, sleutel)
        except SleutelPastNiet as fout:
            raise past_niet() from fout
        oud = bestand.slot(nfc(naam).strip())
        if oud is None:
            raise NietGevonden("Deze gebruiker bestaat niet in deze kluis.", veilig="Er is niets gewijzigd.")
        controleer_sterkte(nieuw_wachtwoord, oud.certificaat.naam)
        geheimen = Geheimen.nieuw(openbare_tekensleutel(wortelzaad))
        certificaat = certificeer(
            wortelzaad,
            bestand.register,
            geheimen,
            naam=oud.certificaat.naam,
            weergavenaam=oud.certificaat.weergavenaam,
            rollen=oud.certificaat.rollen,
            geldig_van=OEFEN_GELDIG_VAN if bestand.register.oefen else klok(),
        )
        slot = maak_slot(
            certificaat,
            geheimen,
            wachtwoord=nieuw_wachtwoord,
            kdf=oud.kdf,
            databasesleutel=databasesleutel,
            wortelzaad=wortelzaad,
        )
        gebruikers = tuple(slot if deel is oud else deel for deel in bestand.gebruikers)
        ingetrokken = {str(oud.certificaat.serienummer): _laatste_verklaring(map, bestand, databasesleutel)}
        vertrouwd = replace(
            bestand,
            gebruikers=gebruikers,
            apparaten=tuple(deel for deel in bestand.apparaten if deel.naam != oud.certificaat.naam),
            register=werk_register_bij(wortelzaad, bestand.register, gebruikers, ingetrokken),
        )
        with vertaal_fout():
            schrijf_sleutelbestand(map, vertrouwd, databasesleutel)
        meld_gelukt(bestand.kluis_id)
        return slot, geheimen

    return _open(map, ontgrendel, alleen_lezen=False, klok=klok)


def lees_kop(map: Path) -> KluisKop:  # noqa: A002
    """Who may log in, and whether it is a practice vault; for the login screen."""
    bestand = lees_sleutelbestand(map)
    return KluisKop(
        bestand.kluis_id,
        bestand.register.oefen,
        tuple(sorted((slot.certificaat.naam for slot in bestand.gebruikers), key=str.casefold)),
    )


def _open(
    kluismap: Path,
    ontgrendel: Callable[[Sleutelbestand], tuple[Slot, Geheimen]],
    *,
    alleen_lezen: bool,
    klok: Klok,
) -> OpenKluis:
    lees_sleutelbestand(kluismap)
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
            controleer_revisie(engine)
        else:
            migreer(engine)
        kluis = OpenKluis(
            kluismap,
            bestand,
            slot,
            geheimen,
            databasesleutel=databasesleutel,
            engine=engine,
            vergrendeling=vergrendeling,
            klok=klok,
        )
        kluis.begin_zitting()
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
        migreer(engine)
        with engine.begin() as verbinding:
            stand = lees_stand(verbinding, bestand.kluis_id, bestand.register.nummer)
        schrijf_kluisstand(kluismap, bestand.epoche, stand, databasesleutel)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _laatste_verklaring(kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes) -> int:
    engine = open_engine(kluismap / bestand.database, databasesleutel)
    try:
        migreer(engine)
        with Session(engine) as sessie:
            return kop(sessie).nummer
    finally:
        engine.dispose()


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
