"""A vault that one user has open: what services work with. Its parts by subject stand in the room ``zitting``."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.keten.ondertekening import Ondertekenaar
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.database.sleutels.certificaten import Vertrouwensanker
from zvh_desktop.database.sleutels.gebruikers import Gebruiker
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, pak_uit, verpak
from zvh_desktop.database.sleutels.sleutelbeheer import Geheimen
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand, Slot
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.eigen_apparaat import EigenApparaat
from zvh_desktop.database.zitting.kluisaccounts import Kluisaccounts
from zvh_desktop.database.zitting.kluisstand import Kluisstand
from zvh_desktop.database.zitting.sleutelwissel import Sleutelwissel
from zvh_desktop.database.zitting.zitting import Klok, Zitting, als_gebruiker
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.vouwing import sorteervorm

if TYPE_CHECKING:
    from zvh_desktop.database.zitting.standplaats import Standplaats

log = logging.getLogger(__name__)


class OpenKluis:
    """Close it with ``sluit`` or use it in a with statement."""

    def __init__(
        self,
        bron: Bron,
        slot: Slot,
        geheimen: Geheimen,
        *,
        plaats: Standplaats,
        klok: Klok,
    ) -> None:
        self._zitting = Zitting(bron, slot, geheimen, plaats=plaats, klok=klok)
        self.op_server = plaats.op_server
        """Whether it is a house on a server, in which others work at the same time."""
        self.sessies: sessionmaker[Session] = self._zitting.sessies
        self.lees_sessies: sessionmaker[Session] = self._zitting.lees_sessies
        self.stand = Kluisstand(self._zitting)
        self.sleutels = Sleutelwissel(self._zitting, self.stand)
        self.accounts = Kluisaccounts(self._zitting, self.sleutels)
        self.apparaat = EigenApparaat(self._zitting, self.sleutels)

    # The vault

    @property
    def map(self) -> Path:
        """The folder of the vault, or the connection file of a house on a server: what its user chose to open."""
        return self._zitting.map

    @property
    def kluis_id(self) -> str:
        """The fixed, random name of this vault."""
        return self._zitting.kluis_id

    @property
    def oefen(self) -> bool:
        """Whether this is a practice vault; signed by the root key."""
        return self._zitting.oefen

    @property
    def koffer(self) -> KofferKop | None:
        """Which koffer this is; None for a vault."""
        return self._zitting.bron.bestand.koffer

    @property
    def alleen_lezen(self) -> bool:
        """Whether nothing can be written."""
        return self._zitting.alleen_lezen

    @property
    def engine(self) -> Engine:
        """The engine of now; another one after the database key was renewed."""
        return self._zitting.bron.engine

    @property
    def sleutelbestand(self) -> Sleutelbestand:
        """The key file as it was read or last written."""
        return self._zitting.bron.bestand

    @property
    def databasepad(self) -> Path:
        """The database file of now."""
        return self._zitting.bron.databasepad

    @property
    def databasesleutel(self) -> bytes:
        """For the checks and the backup in this layer only."""
        return self._zitting.open_bron().sleutel

    @property
    def geheimen(self) -> Geheimen:
        """The keys of who opened it; for a koffer that comes back, in this layer only."""
        return self._zitting.open_geheimen()

    @property
    def wortel(self) -> Vertrouwensanker:
        """What signatures are checked against."""
        return self._zitting.wortel

    # Who has it open

    @property
    def gebruiker(self) -> Gebruiker:
        """Who opened the vault, with the roles in the certificate as far as they count."""
        return self._zitting.gebruiker

    @property
    def ondertekenaar(self) -> Ondertekenaar:
        """The signing key of this user."""
        return self._zitting.ondertekenaar

    @property
    def rolstand(self) -> Rolstand:
        """Who may what, as the statements about roles said when they were last read."""
        return self._zitting.rolstand

    def gebruikers(self) -> tuple[Gebruiker, ...]:
        """Every account, by name."""
        lijst = [als_gebruiker(slot.certificaat, self.rolstand) for slot in self.sleutelbestand.gebruikers]
        return tuple(sorted(lijst, key=lambda gebruiker: sorteervorm(gebruiker.naam)))

    def lees_rollen(self) -> None:
        """Read again who may what. Where that cannot be read the chain is broken, and nothing rests on it anyway."""
        self._zitting.lees_rollen()

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

    # Erasing and closing

    def wis_resten(self) -> bool:
        """Erase what deleted rows leave behind in the search index and the log file; False: not yet erased."""
        self._zitting.vereis_schrijven()
        return self._zitting.plaats.wis_resten(self.engine)

    def sluit(self, voortgang: Voortgang | None = None) -> None:
        """Erase what deleting left behind, drop the keys, close the database and give the lock free.

        May be called twice. When ``voortgang`` raises, closing goes on without erasing; the next time does that.
        """
        zitting = self._zitting
        with zitting.beheer:
            if zitting.gesloten:
                return
            zitting.keten.wacht()
            try:
                if not self.alleen_lezen:
                    self.stand.tel()
                    self.stand.werk_bij()
                    self.stand.bewaar_klapper()
                    if not zitting.plaats.wis_resten(self.engine, voortgang):
                        log.warning("resten nog niet gewist: er wordt nog gelezen")
            except (GebruikersFout, SQLAlchemyError) as fout:
                # Closing must succeed, also on a full disk or a pulled drive; all that counts was committed.
                log.warning("kluis gesloten met %s", type(fout).__name__)
            finally:
                zitting.wis()

    def __enter__(self) -> OpenKluis:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    def _eigen_zegel(self) -> bytes:
        return leid_af(self._zitting.open_geheimen().zaad, b"zvh-desktop over het slot v1")
