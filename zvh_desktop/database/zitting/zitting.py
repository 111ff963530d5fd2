"""What an open vault keeps at hand: the file and its key, the secrets of who opened it, the sessions and the roles."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, SessionTransaction, sessionmaker

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.schema import Schemawacht
from zvh_desktop.database.keten.geverifieerd import KETEN, LAATSTE, GeverifieerdeKeten, inzicht
from zvh_desktop.database.keten.ketenkop import KETENKOP
from zvh_desktop.database.keten.logketen import GESCHREVEN, LOGKOP
from zvh_desktop.database.keten.ondertekening import NIEUW, Ondertekenaar
from zvh_desktop.database.keten.rollen import lees_rolstand, lid_van
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.database.motor.motor import MOTOR, Moment, Motor, lees_naast
from zvh_desktop.database.motor.rolrechten import DOSSIERROLLEN
from zvh_desktop.database.sleutels.accounts import vereis_slot
from zvh_desktop.database.sleutels.certificaten import OEFEN_GELDIG_VAN, Certificaat, Vertrouwensanker
from zvh_desktop.database.sleutels.gebruikers import Gebruiker
from zvh_desktop.database.sleutels.kofferkop import IN_KOFFER
from zvh_desktop.database.sleutels.sleutelbeheer import Geheimen, haal_wortelzaad
from zvh_desktop.database.sleutels.sleutelbestand import Slot
from zvh_desktop.database.terugzetten.onthouden import Eigenaar
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.errors import (
    AlleenLezen,
    HandtekeningOnjuist,
    KluisFout,
    KluisInGebruik,
    KofferFout,
    NietBevoegd,
    ProgrammaFout,
)
from zvh_desktop.models.keuzes import Rol

if TYPE_CHECKING:
    from zvh_desktop.database.zitting.standplaats import Nieuws, Standplaats

log = logging.getLogger(__name__)

_PROFIEL: Final = "zvh_profiel"
_WIJZIGING: Final = "zvh_wijziging"
_MOMENT: Final = "zvh_moment"
_BIJ_SAVEPOINT: Final = "zvh_bij_savepoint"
_GESCHREVEN_HIER: Final = (NIEUW, GESCHREVEN, LOGKOP, KETENKOP)
"""What a session keeps of what it wrote in the chain and the log."""
_DOSSIERS: Final = "zvh_dossiers"
_LEEST_ROLLEN: Final = "zvh_leest_rollen"
MET_KETEN: Final = "zvh_met_keten"
"""Set on a session of which the chain of statements is going to be asked first."""
Klok = Callable[[], datetime]


def nu_utc() -> datetime:
    """The clock, unless a caller brings another."""
    return datetime.now(UTC)


class Zitting:
    """Shared by the parts of an open vault; what services see of it is `OpenKluis`."""

    def __init__(
        self,
        bron: Bron,
        slot: Slot,
        geheimen: Geheimen,
        *,
        plaats: Standplaats,
        klok: Klok,
    ) -> None:
        self.bron = bron
        self._geheimen: Geheimen | None = geheimen
        self.plaats = plaats
        self.klok = klok
        self.beheer = threading.RLock()
        """Held by an act on the key file, and by closing."""
        self.gesloten = False
        self.rolstand = Rolstand()
        self.schema = Schemawacht(_vreemd_op_een_server)
        self.keten = GeverifieerdeKeten(
            self.kluis_id,
            self._anker,
            self._lees_sessie,
            self.schema,
            bron.bestand.koffer,
            gedeeld=plaats.op_server,
            naast=lees_naast,
        )
        self.erbij: dict[str, object] = {KETEN: self.keten, IN_KOFFER: bron.bestand.koffer is not None}
        self.sessies: sessionmaker[Session] = sessionmaker(expire_on_commit=False, info=self.erbij)
        self.lees_sessies: sessionmaker[Session] = sessionmaker(expire_on_commit=False, info=self.erbij)
        self.neem_bron(bron)
        self.neem_certificaat(slot.certificaat)
        self._rollen_tot = -1
        self.ziet_dossiers = True
        """Whether what is read here can hold rows of dossiers; on a server that is up to the database account."""
        self._buitengesloten = False
        event.listen(self.sessies, "after_transaction_create", _onthoud_wat_er_was)
        event.listen(self.sessies, "after_soft_rollback", _neem_terug)
        if plaats.op_server:
            event.listen(self.sessies, "after_begin", self._na_begin)
            event.listen(self.lees_sessies, "after_begin", self._na_begin)
            event.listen(self.sessies, "before_commit", self.keten.eis_aansluitend)

    @property
    def map(self) -> Path:
        """The folder of the vault, or the connection file of a house on a server."""
        return self.bron.kluismap

    @property
    def kluis_id(self) -> str:
        """The fixed, random name of this vault."""
        return self.bron.bestand.kluis_id

    @property
    def oefen(self) -> bool:
        """Whether this is a practice vault; signed by the root key."""
        return self.bron.bestand.register.oefen

    @property
    def alleen_lezen(self) -> bool:
        """Whether nothing can be written."""
        return self.plaats.alleen_lezen

    @property
    def wortel(self) -> Vertrouwensanker:
        """What signatures are checked against."""
        bestand = self.bron.bestand
        return Vertrouwensanker(bytes.fromhex(bestand.wortel), bestand.register.ingetrokken, bestand.register.koppen)

    def open_bron(self) -> Bron:
        """The file and its key. Raises ProgrammaFout after closing."""
        if self.gesloten:
            raise ProgrammaFout("de kluis is gesloten")
        return self.bron

    def open_geheimen(self) -> Geheimen:
        """The secrets of who opened it. Raises ProgrammaFout after closing."""
        if self._geheimen is None:
            raise ProgrammaFout("de kluis is gesloten")
        return self._geheimen

    def eigen_slot(self) -> Slot:
        """The slot of who opened it, in the key file of now."""
        return vereis_slot(self.bron.bestand, self.gebruiker.naam)

    def eigenaar(self) -> Eigenaar:
        """Under whose key the newest state is remembered."""
        return Eigenaar.van(self.eigen_slot().certificaat.sleutel, self.open_geheimen().zaad)

    def geldig_van(self) -> datetime:
        """From when a certificate that is made now counts."""
        return OEFEN_GELDIG_VAN if self.oefen else self.klok()

    def intrekking(self, slot: Slot) -> dict[str, tuple[int, str]]:
        """Until which statement the certificate of this slot counts, when it is withdrawn now."""
        with self.lees_sessies() as sessie:
            # Never the number in the table: who inserts a higher one would let the revoked key sign on until there.
            laatste = inzicht(sessie).kop
        return {str(slot.certificaat.serienummer): (laatste.nummer, laatste.hash)}

    def lees_rollen(self) -> None:
        """Read again who may what. Where that cannot be read the chain is broken, and nothing rests on it anyway."""
        with self.lees_sessies(info={_LEEST_ROLLEN: True}) as sessie:
            try:
                self.rolstand = lees_rolstand(sessie, self.wortel, self.kluis_id)
            except HandtekeningOnjuist as fout:
                log.info("rollen niet gelezen: %s", type(fout).__name__)
        self.neem_certificaat(self.eigen_slot().certificaat)

    def neem_bron(self, bron: Bron) -> None:
        """Work with this file from now on."""
        self.bron = bron
        self.plaats.sluit_aan(bron)
        self.sessies.configure(bind=bron.engine)
        self.lees_sessies.configure(bind=bron.engine.execution_options(**{LEZEN: True}))

    def neem_certificaat(self, certificaat: Certificaat) -> None:
        """Sign under this certificate from now on, with the roles that count."""
        self.gebruiker = als_gebruiker(certificaat, self.rolstand)
        zaad = self.open_geheimen().zaad
        self.ondertekenaar = Ondertekenaar(self.kluis_id, self.gebruiker, certificaat, zaad)

    def neem_sleutels(self, bron: Bron) -> None:
        """Take another key file for one's own."""
        self.bron = bron
        self.neem_certificaat(self.eigen_slot().certificaat)

    def vereis_schrijven(self) -> None:
        """Before an act on keys, with what others did before it. Raises AlleenLezen."""
        if self.plaats.op_server:
            with self.lees_sessies() as sessie:
                sessie.connection()
        if self.alleen_lezen:
            raise AlleenLezen(
                "De kluis is geopend om alleen te lezen.",
                veilig="Er is niets gewijzigd.",
                advies="Open de kluis gewoon om te wijzigen.",
            )

    def vereis_kluis(self) -> None:
        """Keys and accounts are of the vault in the office. Raises KofferFout in a koffer."""
        if self.bron.bestand.koffer is not None:
            raise KofferFout(
                "Dit is een koffer. Accounts, wachtwoorden en sleutels wijzigt u op kantoor, in de kluis zelf.",
                veilig="Er is niets gewijzigd.",
                advies="Lever de koffer in en wijzig het daar.",
            )

    def eis_slot(self) -> None:
        """Before a file of the vault is written; a transaction asks it by itself."""
        self.plaats.eis_van_ons()

    def als_beheerder(self) -> bytes:
        """The seed of the root key. Raises NietBevoegd for who is no beheerder, AlleenLezen."""
        self.vereis_schrijven()
        self.vereis_kluis()
        zaad = haal_wortelzaad(self.eigen_slot(), self.open_geheimen())
        if Rol.BEHEERDER not in self.gebruiker.rollen or zaad is None:
            raise NietBevoegd("Alleen een beheerder mag dit.", veilig="Er is niets gewijzigd.")
        return zaad

    def wis(self) -> None:
        """Drop the keys, close the database and give the lock free."""
        self.gesloten = True
        self.ondertekenaar.wis()
        self._geheimen = None
        self.plaats.geef_vrij(self.bron)
        self.bron = replace(self.bron, sleutel=b"")

    def _na_begin(self, sessie: Session, transactie: SessionTransaction, verbinding: Connection) -> None:
        """What others changed counts from here on. Raises where what this act was allowed by is no longer so."""
        if transactie.nested:
            return
        # Who signs rests on the chain: it is looked at with the rest, and not after it.
        met_keten = (partial(self.keten.kijk_vooruit, sessie, verbinding),) if sessie.info.get(MET_KETEN) else ()
        nieuws, *_ = lees_naast(verbinding, (partial(self.plaats.na_begin, verbinding), *met_keten))
        if nieuws is None:
            return
        sessie.info[_PROFIEL], sessie.info[LAATSTE] = nieuws.profiel, nieuws.verklaring
        sessie.info[_WIJZIGING], sessie.info[_MOMENT] = nieuws.wijziging, nieuws.moment
        if nieuws.logkop is not None:
            sessie.info[LOGKOP], sessie.info[KETENKOP] = nieuws.logkop, nieuws.ketenkop
        eerder = (self.gebruiker.rollen, self.ondertekenaar.certificaat.serienummer)
        self._neem_nieuws(nieuws)
        self.ziet_dossiers = bool(nieuws.mag & DOSSIERROLLEN)
        sessie.info[_DOSSIERS] = self.ziet_dossiers
        # Which roles count is not known before they were read, in this session alone: others go on meanwhile.
        if not sessie.info.get(_LEEST_ROLLEN) and self.gebruiker.rollen - nieuws.mag:
            raise KluisFout(
                "Uw databaseaccount heeft op de server niet de rollen die u in het huis hebt.",
                veilig="Wat al was opgeslagen, is er nog.",
                advies="Vraag de afdeling ICT om zvh team rollen uit te voeren. Werk daarna verder.",
            )
        schrijft = not verbinding.get_execution_options().get(LEZEN)
        if schrijft and eerder != (self.gebruiker.rollen, self.ondertekenaar.certificaat.serienummer):
            raise KluisInGebruik(
                "Iemand anders wijzigde zojuist uw account of uw rollen.",
                veilig="Er is niets gewijzigd.",
                advies="Kijk wat u nu mag, en probeer het dan opnieuw.",
            )

    def _neem_nieuws(self, nieuws: Nieuws) -> None:
        if nieuws.bestand is not None:
            if nieuws.bestand.register.nummer < self.bron.bestand.register.nummer:
                raise KluisFout(
                    "Op de server staat een ouder sleutelbestand dan daar eerder stond.",
                    veilig="Er is niets gewijzigd.",
                    advies="Werk zo niet verder, en meld dit bij uw beheerder.",
                )
            slot, eigen = nieuws.bestand.slot(self.gebruiker.naam), self.ondertekenaar.certificaat
            self._buitengesloten = slot is None or slot.certificaat.tekensleutel != eigen.tekensleutel
            if not self._buitengesloten:
                self.neem_sleutels(replace(self.bron, bestand=nieuws.bestand))
        if self._buitengesloten:
            raise NietBevoegd(
                "Uw account is hier niet meer: het is verwijderd, of kreeg nieuwe sleutels.",
                veilig="Wat al was opgeslagen, is er nog.",
                advies="Sluit het venster en meld u opnieuw aan, of vraag een beheerder.",
            )
        if nieuws.rollen != self._rollen_tot:
            # Before it is read: that is a transaction of its own, which asks the same.
            eerder, self._rollen_tot = self._rollen_tot, nieuws.rollen
            try:
                self.lees_rollen()
            except BaseException:
                self._rollen_tot = eerder
                raise

    def _anker(self) -> Vertrouwensanker:
        return self.wortel

    def _lees_sessie(self) -> Session:
        return self.lees_sessies()


def _vreemd_op_een_server(verbinding: Connection) -> tuple[str, ...] | None:
    """None of a file, also of one that is just being made and has not said yet what it was opened by."""
    motor: Motor | None = verbinding.get_execution_options().get(MOTOR)
    return None if motor is None else motor.vreemd(verbinding)


def profiel_van_nu(sessie: Session) -> int | None:
    """Which profile was in force when this transaction began; None in a vault, where nobody else changes it."""
    sessie.connection()
    return sessie.info.get(_PROFIEL)


def wijziging_van_elders(sessie: Session) -> int | None:
    """The last change of a row that was made elsewhere, as the transaction began; None where it was not looked at."""
    nummer: int | None = sessie.info.get(_WIJZIGING)
    return nummer


def moment_bij_begin(sessie: Session) -> Moment | None:
    """Up to where everything was done as the transaction began; None where it was not looked at."""
    sessie.connection()
    moment: Moment | None = sessie.info.get(_MOMENT)
    return moment


def ziet_dossiers(sessie: Session) -> bool:
    """Whether rows of dossiers are seen here. Where not, that none is found says nothing."""
    sessie.connection()
    return bool(sessie.info.get(_DOSSIERS, True))


def als_gebruiker(certificaat: Certificaat, rolstand: Rolstand) -> Gebruiker:
    """The user as the certificate says, with the roles that count."""
    return Gebruiker(certificaat.naam, certificaat.weergavenaam, rolstand.rollen_van(lid_van(certificaat)))


def _onthoud_wat_er_was(sessie: Session, transactie: SessionTransaction) -> None:
    """At a savepoint: what this transaction wrote in the chain and the log before it."""
    if transactie.nested:
        sessie.info.setdefault(_BIJ_SAVEPOINT, {})[transactie] = {
            wat: sessie.info[wat] for wat in _GESCHREVEN_HIER if wat in sessie.info
        }


def _neem_terug(sessie: Session, transactie: SessionTransaction) -> None:
    """What was taken back was not written; what the same transaction wrote before a savepoint stays written."""
    was = sessie.info.get(_BIJ_SAVEPOINT, {}).pop(transactie, {})
    for wat in _GESCHREVEN_HIER:
        sessie.info.pop(wat, None)
    sessie.info.update(was)
