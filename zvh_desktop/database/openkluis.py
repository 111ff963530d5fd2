"""A vault that one user has open: what services work with, and what that user may change about accounts."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.database.bestand.engine import LEZEN, SCHRIJFWACHT, sluit_af
from zvh_desktop.database.bestand.schema import Schemawacht
from zvh_desktop.database.bestand.vergrendelbestand import (
    Vergrendeling,
    geef_reserve_vrij,
    maak_reserve,
    waarschuwing_ruimte,
)
from zvh_desktop.database.bestand.vertaling import is_schijf_vol
from zvh_desktop.database.bestand.wissen import Voortgang, wis_resten
from zvh_desktop.database.daad import Daad, met_reserve, rond_voornemens_af, schrijf_sleutels
from zvh_desktop.database.keten.geverifieerd import KETEN, GeverifieerdeKeten, inzicht
from zvh_desktop.database.keten.ondertekening import NIEUW, Ondertekenaar
from zvh_desktop.database.keten.rollen import lees_rolstand, lid_van
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.database.kopie.kopiebewijs import KOPIEBESTAND
from zvh_desktop.database.kopie.onafgemaakt import ruim_half_op
from zvh_desktop.database.rotatie import roteer
from zvh_desktop.database.samen import Samen, schrijf_samen
from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.database.sleutels.accounts import (
    met_gebruiker,
    met_rollen,
    met_wachtwoord,
    vereis_slot,
    zonder_gebruiker,
)
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN, Certificaat, Vertrouwensanker
from zvh_desktop.database.sleutels.gebruikers import Gebruiker, NieuweGebruiker, schone_rollen
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst, uit_tekst
from zvh_desktop.database.sleutels.pogingen import meld_mislukt
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, pak_uit, verpak, willekeurig
from zvh_desktop.database.sleutels.sleutelbeheer import (
    Geheimen,
    haal_wortelzaad,
    maak_apparaat,
    maak_herstel,
    open_slot,
)
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot, lees_sleutelbestand
from zvh_desktop.database.terugzetten.onthouden import Eigenaar
from zvh_desktop.database.terugzetten.vergelijken import (
    NOG_NIETS_GEZIEN,
    Bron,
    aanvaard,
    controleer_stand,
    eerste_keer,
    lees_zegel,
    onthoud,
    ruim_wezen_op,
    tel_zitting,
)
from zvh_desktop.errors import (
    AlleenLezen,
    GebruikersFout,
    HandtekeningOnjuist,
    InvoerOngeldig,
    NietBevoegd,
    ProgrammaFout,
    SchijfVol,
    SleutelhangerNietVeilig,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.vouwing import sorteervorm

log = logging.getLogger(__name__)

Klok = Callable[[], datetime]


def nu_utc() -> datetime:
    """The clock, unless a caller brings another."""
    return datetime.now(UTC)


class OpenKluis:
    """Close it with ``sluit`` or use it in a with statement."""

    def __init__(
        self,
        bron: Bron,
        slot: Slot,
        geheimen: Geheimen,
        *,
        vergrendeling: Vergrendeling | None,
        klok: Klok,
    ) -> None:
        self._bron = bron
        self._geheimen: Geheimen | None = geheimen
        self._vergrendeling = vergrendeling
        self._klok = klok
        self._beheer = threading.RLock()
        self._standslot = threading.Lock()
        self._bevindingen: tuple[str, ...] = ()
        self._waarschuwingen: tuple[str, ...] = ()
        self._gesloten = False
        self._rolstand = Rolstand()
        self._schema = Schemawacht()
        self._keten = GeverifieerdeKeten(self.kluis_id, self._anker, self._lees_sessie, self._schema)
        self._erbij: dict[str, object] = {KETEN: self._keten}
        self.sessies: sessionmaker[Session] = sessionmaker(expire_on_commit=False, info=self._erbij)
        self.lees_sessies: sessionmaker[Session] = sessionmaker(expire_on_commit=False, info=self._erbij)
        self._neem_bron(bron)
        self._neem_certificaat(slot.certificaat)
        event.listen(self.sessies, "after_rollback", _vergeet_verklaring)
        event.listen(self.sessies, "after_commit", self._na_commit)

    # What services use

    @property
    def map(self) -> Path:
        """The folder of the vault."""
        return self._bron.kluismap

    @property
    def kluis_id(self) -> str:
        """The fixed, random name of this vault."""
        return self._bron.bestand.kluis_id

    @property
    def oefen(self) -> bool:
        """Whether this is a practice vault; signed by the root key."""
        return self._bron.bestand.register.oefen

    @property
    def gebruiker(self) -> Gebruiker:
        """Who opened the vault, with the roles in the certificate as far as they count."""
        return self._gebruiker

    @property
    def rolstand(self) -> Rolstand:
        """Who may what, as the statements about roles said when they were last read."""
        return self._rolstand

    @property
    def engine(self) -> Engine:
        """The engine of now; another one after the database key was renewed."""
        return self._bron.engine

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
        bestand = self._bron.bestand
        return Vertrouwensanker(bytes.fromhex(bestand.wortel), bestand.register.ingetrokken, bestand.register.koppen)

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What the user must be told after opening: an older state put back, a disk nearly full."""
        return self._waarschuwingen

    @property
    def sleutelbestand(self) -> Sleutelbestand:
        """The key file as it was read or last written."""
        return self._bron.bestand

    @property
    def databasepad(self) -> Path:
        """The database file of now."""
        return self._bron.databasepad

    @property
    def databasesleutel(self) -> bytes:
        """For the checks and the backup in this layer only."""
        return self._open_bron().sleutel

    @property
    def wachtwoord_tijdelijk(self) -> bool:
        """Whether somebody else chose the password of who opened the vault."""
        return self._eigen_slot().tijdelijk

    def gebruikers(self) -> tuple[Gebruiker, ...]:
        """Every account, by name."""
        lijst = [als_gebruiker(slot.certificaat, self._rolstand) for slot in self._bron.bestand.gebruikers]
        return tuple(sorted(lijst, key=lambda gebruiker: sorteervorm(gebruiker.naam)))

    def controleer_wachtwoord(self, wachtwoord: str) -> bool:
        """Whether this is the password of who has the vault open. Runs the KDF."""
        try:
            open_slot(self._eigen_slot(), wachtwoord)
        except (SleutelPastNiet, InvoerOngeldig):
            return False
        return True

    def verzegel(self, gegevens: bytes) -> bytes:
        """Encrypt with a secret of this user alone, that only a later unlocking brings back.

        A secret and not the public key: so nobody else can have made what opens again.
        """
        return verpak(self._eigen_zegel(), gegevens, self.kluis_id.encode())

    def ontzegel(self, verzegeld: bytes) -> bytes | None:
        """What this user sealed before; None when somebody else did, or before the keys were renewed."""
        try:
            return pak_uit(self._eigen_zegel(), verzegeld, self.kluis_id.encode())
        except SleutelPastNiet:
            return None

    # Accounts

    def voeg_gebruiker_toe(self, nieuw: NieuweGebruiker, daad: Daad | None = None) -> None:
        """Add an account and hand it the database key. ``daad``, here and below: the line in the log with it."""
        with self._beheer:
            self._schrijf(
                met_gebruiker(
                    self._bron.bestand,
                    nieuw,
                    wortelzaad=self._als_beheerder(),
                    databasesleutel=self.databasesleutel,
                    kdf=self._eigen_slot().kdf,
                    geldig_van=self._geldig_van(),
                ),
                daad,
            )

    def wijzig_rollen(self, naam: str, rollen: frozenset[Rol], daad: Daad | None = None) -> None:
        """Give an account other roles; what it signed until now keeps counting, later under the old roles not."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            oud, nieuwe_rollen = vereis_slot(self._bron.bestand, naam), schone_rollen(rollen)
            if oud.certificaat.rollen == nieuwe_rollen:
                return
            self._schrijf(
                met_rollen(
                    self._bron.bestand,
                    oud,
                    nieuwe_rollen,
                    wortelzaad=wortelzaad,
                    geldig_van=self._geldig_van(),
                    ingetrokken=self._intrekking(oud),
                ),
                daad,
            )

    def verwijder_gebruiker(self, naam: str, daad: Daad | None = None) -> None:
        """Remove an account and renew the database key, so that an old copy of the key opens nothing new."""
        with self._beheer:
            wortelzaad = self._als_beheerder()
            oud = vereis_slot(self._bron.bestand, naam)
            rest = zonder_gebruiker(self._bron.bestand, oud, wortelzaad=wortelzaad, ingetrokken=self._intrekking(oud))
            if oud.certificaat.naam == self._gebruiker.naam:
                raise NietBevoegd(
                    "U kunt uw eigen account niet verwijderen.",
                    veilig="Er is niets gewijzigd.",
                    advies="Vraag het een andere beheerder.",
                )
            self._roteer(rest, daad)

    def wijzig_wachtwoord(self, oud: str, nieuw: str, daad: Daad | None = None) -> None:
        """Give one's own account another password. Runs the KDF twice."""
        with self._beheer:
            self._vereis_schrijven()
            slot = self._eigen_slot()
            try:
                geheimen = open_slot(slot, oud)
            except SleutelPastNiet as fout:
                raise WachtwoordOnjuist(meld_mislukt(self.kluis_id)) from fout
            if nfc(oud) == nfc(nieuw):
                raise InvoerOngeldig("wachtwoord", "Dit is het wachtwoord van nu.", advies="Kies een ander wachtwoord.")
            self._schrijf(met_wachtwoord(self._bron.bestand, slot, geheimen, nieuw), daad)

    def vernieuw_databasesleutel(self, daad: Daad | None = None) -> None:
        """Encrypt the database anew for the same users."""
        with self._beheer:
            self._vereis_schrijven()
            self._roteer(self._bron.bestand, daad)

    def verzin_herstelsleutel(self) -> str:
        """A recovery key that counts nowhere yet: first it has to be on paper."""
        self._als_beheerder()
        return als_tekst(willekeurig())

    def vernieuw_herstelsleutel(self, sleutel: str, daad: Daad | None = None) -> None:
        """From now on this recovery key counts, and the old paper is worthless. Asked when the new one was put away."""
        with self._beheer:
            wortelzaad, herstelsleutel = self._als_beheerder(), uit_tekst(sleutel)
            herstel = maak_herstel(self.kluis_id, herstelsleutel, self.databasesleutel, wortelzaad)
            self._schrijf(replace(self._bron.bestand, herstel=herstel), daad)

    def dit_apparaat_aan(self) -> bool:
        """Whether this user opens the vault here without a password. Raises SleutelhangerNietVeilig."""
        bewaard = sleutelhanger.haal(self.kluis_id, self._gebruiker.naam)
        # A key that the vault does not know opens nothing: what a process left behind that was killed halfway.
        return any(slot.apparaat == sleutelhanger.apparaat_van(bewaard) for slot in self._bron.bestand.apparaten)

    def dit_apparaat_inschakelen(self, daad: Daad | None = None) -> None:
        """Let this user open the vault on this computer without a password."""
        with self._beheer:
            self._vereis_schrijven()
            naam, bestand = self._gebruiker.naam, self._bron.bestand
            oud = sleutelhanger.haal(self.kluis_id, naam)
            apparaat, sleutel = willekeurig(16).hex(), willekeurig()
            slot = maak_apparaat(self._eigen_slot(), self._open_geheimen(), apparaat, sleutel)
            rest = tuple(deel for deel in bestand.apparaten if deel.apparaat != sleutelhanger.apparaat_van(oud))
            sleutelhanger.bewaar(self.kluis_id, naam, f"{apparaat}:{sleutel.hex()}")
            try:
                self._schrijf(replace(bestand, apparaten=(*rest, slot)), daad)
            except BaseException:
                # The key file decides; what was in the key store goes back to what it was.
                if oud is None:
                    sleutelhanger.vergeet(self.kluis_id, naam)
                else:
                    sleutelhanger.bewaar(self.kluis_id, naam, oud)
                raise

    def dit_apparaat_uitschakelen(self, daad: Daad | None = None) -> None:
        """Ask for the password on this computer again."""
        with self._beheer:
            self._vereis_schrijven()
            bewaard = sleutelhanger.haal(self.kluis_id, self._gebruiker.naam)
            if bewaard is None:
                return
            bestand = self._bron.bestand
            rest = tuple(deel for deel in bestand.apparaten if deel.apparaat != sleutelhanger.apparaat_van(bewaard))
            if rest != bestand.apparaten:
                self._schrijf(replace(bestand, apparaten=rest), daad)
            try:
                sleutelhanger.vergeet(self.kluis_id, self._gebruiker.naam)
            except SleutelhangerNietVeilig as fout:
                # The vault no longer knows it, so what is left there opens nothing.
                log.warning("sleutelhanger niet geleegd: %s", type(fout).__name__)

    # State

    def begin_zitting(self) -> None:
        """After opening: look for an older state, count this opening, tidy up."""
        self.lees_rollen()
        bron, eigen = self._open_bron(), self._eigenaar()
        gezien = controleer_stand(bron, eigen)
        self._bevindingen = tuple(bevinding.zin for bevinding in gezien)
        nieuw = () if self.oefen or not eerste_keer(bron, eigen) else (NOG_NIETS_GEZIEN,)
        ruimte = waarschuwing_ruimte(self.map)
        with self.lees_sessies() as sessie:
            vreemd = self._schema.vreemd(sessie.connection())
        self._waarschuwingen = (*self._bevindingen, *vreemd, *nieuw, *((ruimte,) if ruimte else ()))
        self._keten.begin(lees_zegel(bron, eigen), tuple(bevinding.zin for bevinding in gezien if bevinding.ouder))
        if self.alleen_lezen:
            return
        try:
            if met_reserve(self.map, partial(rond_voornemens_af, bron.engine, bron.kluismap)):
                self._bron = replace(bron, bestand=lees_sleutelbestand(self.map))
                self.lees_rollen()
            met_reserve(self.map, self._tel_zitting)
        except SchijfVol as fout:
            # Who cannot open it cannot make room in it either; what is not counted is only noticed a little later.
            self._waarschuwingen = (*self._waarschuwingen, fout.gebeurd)
        self.werk_hoofd_bij()
        with contextlib.suppress(OSError):
            ruim_wezen_op(self._bron)
            ruim_half_op(self.map, self._bron.sleutel)
            # A backup that is opened to work in is a vault from now on.
            (self.map / KOPIEBESTAND).unlink(missing_ok=True)
            maak_reserve(self.map, self._bron.bestand.reserve)

    def lees_rollen(self) -> None:
        """Read again who may what. Where that cannot be read the chain is broken, and nothing rests on it anyway."""
        with self.lees_sessies() as sessie:
            try:
                self._rolstand = lees_rolstand(sessie, self.wortel, self.kluis_id)
            except HandtekeningOnjuist as fout:
                log.info("rollen niet gelezen: %s", type(fout).__name__)
        self._neem_certificaat(self._eigen_slot().certificaat)

    def werk_hoofd_bij(self) -> None:
        """Remember the newest state. Never after an older state was found: that must stay visible."""
        if self.alleen_lezen or self._bevindingen:
            return
        with self._standslot:
            try:
                self._eis_slot()
                onthoud(self._open_bron(), self._eigenaar(), self._keten.zegel())
            except (GebruikersFout, SQLAlchemyError, OSError) as fout:
                # The commit itself has succeeded; the next one or closing will try again.
                log.warning("stand niet bijgewerkt: %s", type(fout).__name__)

    def controleer_hoofd(self) -> tuple[str, ...]:
        """Compare with what was seen before, in the vault folder and in the user's own folder."""
        return tuple(bevinding.zin for bevinding in controleer_stand(self._open_bron(), self._eigenaar()))

    def controleer_keten(self) -> tuple[str, ...]:
        """What is wrong with the chain as this session verified it; while it is, no decision rests on it."""
        return self._keten.breuk()

    def aanvaard_stand(self, daad: Daad | None = None) -> None:
        """Take the present state as the newest, after a backup was put back on purpose."""
        self._vereis_schrijven()
        bron, eigen = self._open_bron(), self._eigenaar()
        met_reserve(self.map, partial(aanvaard, bron, eigen, daad.log if daad is not None else None))
        self._keten.aanvaard()
        self._waarschuwingen = tuple(regel for regel in self._waarschuwingen if regel not in self._bevindingen)
        self._bevindingen = ()
        self.werk_hoofd_bij()

    def wis_resten(self) -> bool:
        """Erase what deleted rows leave behind in the search index and the log file; False: not yet erased."""
        self._vereis_schrijven()
        return wis_resten(self.engine)

    def sluit(self, voortgang: Voortgang | None = None) -> None:
        """Erase what deleting left behind, drop the keys, close the database and give the lock free.

        May be called twice. When ``voortgang`` raises, closing goes on without erasing; the next time does that.
        """
        with self._beheer:
            if self._gesloten:
                return
            self._keten.wacht()
            try:
                if not self.alleen_lezen:
                    self._tel_zitting()
                    self.werk_hoofd_bij()
                    if not wis_resten(self.engine, voortgang):
                        log.warning("resten nog niet gewist: er wordt nog gelezen")
            except (GebruikersFout, SQLAlchemyError) as fout:
                # Closing must succeed, also on a full disk or a pulled drive; all that counts was committed.
                log.warning("kluis gesloten met %s", type(fout).__name__)
            finally:
                self._gesloten = True
                self._ondertekenaar.wis()
                self._geheimen = None
                sluit_af(self.engine)
                self.engine.dispose()
                self._bron = replace(self._bron, sleutel=b"")
                if self._vergrendeling is not None:
                    self._vergrendeling.geef_vrij()

    def __enter__(self) -> OpenKluis:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    # Inside

    def _open_bron(self) -> Bron:
        if self._gesloten:
            raise ProgrammaFout("de kluis is gesloten")
        return self._bron

    def _open_geheimen(self) -> Geheimen:
        if self._geheimen is None:
            raise ProgrammaFout("de kluis is gesloten")
        return self._geheimen

    def _eigen_zegel(self) -> bytes:
        return leid_af(self._open_geheimen().zaad, b"zvh-desktop over het slot v1")

    def _eigenaar(self) -> Eigenaar:
        return Eigenaar.van(self._eigen_slot().certificaat.sleutel, self._open_geheimen().zaad)

    def _anker(self) -> Vertrouwensanker:
        return self.wortel

    def _lees_sessie(self) -> Session:
        return self.lees_sessies()

    def _neem_bron(self, bron: Bron) -> None:
        self._bron = bron
        if self._vergrendeling is not None:
            bron.engine.update_execution_options(**{SCHRIJFWACHT: self._vergrendeling.eis_nog_van_ons})
        self.sessies.configure(bind=bron.engine)
        self.lees_sessies.configure(bind=bron.engine.execution_options(**{LEZEN: True}))
        event.listen(bron.engine, "handle_error", self._op_fout, insert=True)

    def _neem_certificaat(self, certificaat: Certificaat) -> None:
        self._gebruiker = als_gebruiker(certificaat, self._rolstand)
        zaad = self._open_geheimen().zaad
        self._ondertekenaar = Ondertekenaar(self.kluis_id, self._gebruiker, certificaat, zaad)

    def _vereis_schrijven(self) -> None:
        if self.alleen_lezen:
            raise AlleenLezen(
                "De kluis is geopend om alleen te lezen.",
                veilig="Er is niets gewijzigd.",
                advies="Open de kluis gewoon om te wijzigen.",
            )

    def _eis_slot(self) -> None:
        """Before a file of the vault is written; a transaction asks it by itself."""
        if self._vergrendeling is not None:
            self._vergrendeling.eis_nog_van_ons()

    def _als_beheerder(self) -> bytes:
        self._vereis_schrijven()
        zaad = haal_wortelzaad(self._eigen_slot(), self._open_geheimen())
        if Rol.BEHEERDER not in self._gebruiker.rollen or zaad is None:
            raise NietBevoegd("Alleen een beheerder mag dit.", veilig="Er is niets gewijzigd.")
        return zaad

    def _eigen_slot(self) -> Slot:
        return vereis_slot(self._bron.bestand, self._gebruiker.naam)

    def _geldig_van(self) -> datetime:
        return OEFEN_GELDIG_VAN if self.oefen else self._klok()

    def _intrekking(self, slot: Slot) -> dict[str, tuple[int, str]]:
        with self.lees_sessies() as sessie:
            # Never the number in the table: who inserts a higher one would let the revoked key sign on until there.
            laatste = inzicht(sessie).kop
        return {str(slot.certificaat.serienummer): (laatste.nummer, laatste.hash)}

    def _schrijf(self, bestand: Sleutelbestand, daad: Daad | None) -> None:
        bron = self._open_bron()
        self._eis_slot()
        if daad is not None and daad.erbij is not None:
            schrijf_samen(Samen(bron, self.sessies, self._neem_sleutels), bestand, daad)
        else:
            geschreven = schrijf_sleutels(bron.engine, bron.kluismap, bestand, bron.sleutel, daad)
            self._neem_sleutels(replace(bron, bestand=geschreven))
        self.werk_hoofd_bij()

    def _neem_sleutels(self, bron: Bron) -> None:
        self._bron = bron
        self._neem_certificaat(self._eigen_slot().certificaat)

    def _roteer(self, bestand: Sleutelbestand, daad: Daad | None) -> None:
        self._keten.wacht()
        self._eis_slot()
        met_reserve(self.map, partial(wis_resten, self.engine))
        bron, wortel = self._open_bron(), self._open_geheimen().wortel
        rond_voornemens_af(bron.engine, bron.kluismap)
        met_reserve(bron.kluismap, partial(roteer, bron, bestand, wortel, self._neem_bron, self._erbij, daad))
        self.werk_hoofd_bij()

    def _tel_zitting(self) -> None:
        # Counting on would let an older database catch up with what was seen.
        if not self._bevindingen:
            tel_zitting(self._open_bron())

    def _na_commit(self, sessie: Session) -> None:
        # It has been saved: nothing that goes wrong from here may be said of the act itself.
        self._keten.na_commit(sessie)
        if sessie.info.pop(NIEUW, False):
            self.werk_hoofd_bij()

    def _op_fout(self, context: ExceptionContext) -> BaseException | None:
        if is_schijf_vol(context.original_exception, self.map):
            geef_reserve_vrij(self.map)
        return None


def als_gebruiker(certificaat: Certificaat, rolstand: Rolstand) -> Gebruiker:
    """The user as the certificate says, with the roles that count."""
    return Gebruiker(certificaat.naam, certificaat.weergavenaam, rolstand.rollen_van(lid_van(certificaat)))


def _vergeet_verklaring(sessie: Session) -> None:
    sessie.info.pop(NIEUW, None)
