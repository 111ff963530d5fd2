"""The chain of statements as this session has verified it, and what each use of it may conclude.

"There is no newer statement" is only true of a chain that is whole. So the whole chain is verified once after opening
and kept in memory: which statement is about what, and a print of every row. A use case asks that memory and not rows
that somebody may have edited since; the rows it needs are read and must still be the same (ADR 0029).

What makes the next opening cheap is the seal of the user: the print over all statements whose signatures were verified
before, and the klapper with what they are about (ADR 0066). Where both fit, that memory is there at once; every row is
hashed again in the background, and before that is done nothing is written. Only newer signatures are verified.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.schema import Schemawacht
from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.inzichten import Inzicht
from zvh_desktop.database.keten.ketenkop import Ketenkop, eis_op_zijn_plaats
from zvh_desktop.database.keten.klapper import Klapper, loop_na, maak_klapper, neem
from zvh_desktop.database.keten.nieuwste import Ketenblik, Keteneinde, Naast, laatste_nummer, lees_vanaf, na_elkaar
from zvh_desktop.database.keten.ondertekening import ERBIJ, NIEUW, Toets
from zvh_desktop.database.keten.schakels import Schakels, Zegel, loop, neem_volgende, onbetrouwbaar, ontbreekt, verleng
from zvh_desktop.database.sleutels.certificaten import Vertrouwensanker
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, KluisInGebruik, ProgrammaFout
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

log = logging.getLogger(__name__)

KETEN: Final = "zvh_keten"
"""Under this name every session of an open vault carries its chain."""
LAATSTE: Final = "zvh_laatste_verklaring"
"""On a server: the newest statement that this transaction sees."""
_INZICHT: Final = "zvh_inzicht"
_BLIK: Final = "zvh_ketenblik"
_VERNIETIGING: Final = frozenset({VerklaringSoort.VERNIETIGING.value, VerklaringSoort.VERNIETIGING_OPNIEUW.value})
_TABEL = Verklaring.__table__


class GeverifieerdeKeten:
    """The verified chain of one open vault; every session of that vault carries it."""

    def __init__(
        self,
        kluis_id: str,
        anker: Callable[[], Vertrouwensanker],
        sessies: Callable[[], Session],
        schema: Schemawacht,
        koffer: KofferKop | None = None,
        *,
        gedeeld: bool = False,
        naast: Naast = na_elkaar,
    ) -> None:
        """``gedeeld``: others sign in it as well while it is open; ``naast``: how two things are read together."""
        self._naast = naast
        self._gedeeld = gedeeld
        self._kluis_id = kluis_id
        self._anker = anker
        self._sessies = sessies
        self._schema = schema
        self._koffer = koffer
        self._slot = threading.RLock()
        self._schakels: Schakels | None = None
        self._breuk: tuple[str, ...] = ()
        self._ouder: tuple[str, ...] = ()
        self._zegel: Zegel | None = None
        self._draad: threading.Thread | None = None
        self._lees_klapper: Callable[[], Klapper | None] | None = None
        self._naloopslot = threading.Lock()
        self._na: Klapper | None = None
        """What the memory was taken from, as long as the rows were not all compared with it."""
        self._bewaard: tuple[Ketenkop, frozenset[int]] | None = None
        self._vooruit = False
        """Whether something was signed here that the memory does not hold yet."""
        self.van_eerder: dict[str, Mapping[int, str]] = {}
        """What was read of the rows from before rows were signed: that is signed once, and never anew."""

    def begin(
        self,
        zegel: Zegel | None,
        ouder: tuple[str, ...],
        lees_klapper: Callable[[], Klapper | None] | None = None,
    ) -> None:
        """Verify in the background, from what the user sealed before; the first decision waits for it.

        ``ouder`` says in which way the vault is older than what this user saw before; then nothing counts until
        that state was accepted on purpose.
        """
        self._zegel, self._ouder, self._lees_klapper = zegel, ouder, lees_klapper
        self._draad = threading.Thread(target=self._in_achtergrond, name="zvh-keten", daemon=True)
        self._draad.start()

    def wacht(self) -> None:
        """Until the background is done with the database."""
        if self._draad is not None:
            self._draad.join()
            self._draad = None

    def aanvaard(self) -> None:
        """The state of now was accepted on purpose; what was sealed of another one no longer binds."""
        self.wacht()
        with self._slot:
            self._ouder, self._breuk, self._zegel, self._schakels, self._na = (), (), None, None, None
            self.van_eerder.clear()

    def herlees(self) -> None:
        """Statements were emptied by a signed destruction: verify anew from the seal, which still fits."""
        self.wacht()
        with self._slot:
            self._zegel, self._schakels, self._breuk, self._na = self.zegel(), None, (), None
            self.van_eerder.clear()

    def zegel(self) -> Zegel | None:
        """What to seal now: never a chain that was not verified, or was found broken.

        While it is verified for the first time this does not wait for it: what was sealed before still holds.
        """
        return self._zegel if self._schakels is None else self._zegel_van_nu()

    def _zegel_van_nu(self) -> Zegel | None:
        with self._slot:
            if self._schakels is None:
                return self._zegel
            if self._breuk or self._ouder:
                return None
            return Zegel(self._schakels.kop.nummer, self._schakels.lopend.hexdigest())

    def kop_in_geheugen(self) -> Ketenkop | None:
        """The last statement that was verified here; None where they do not fit, or while that is being looked at."""
        heel = self._is_heel()
        return self._schakels.kop if heel and self._schakels is not None else None

    def is_stuk(self) -> bool:
        """Whether it was looked at here and is not what it was; False while that is being looked at."""
        return self._is_heel() is False

    def _is_heel(self) -> bool | None:
        """Nobody waits here for the chain to be verified: opening does not either."""
        if not self._slot.acquire(blocking=False):
            return None
        try:
            return None if self._schakels is None else not (self._breuk or self._ouder)
        finally:
            self._slot.release()

    def klapper(self) -> Klapper | None:
        """What to seal at closing; None when it was not all verified, is not whole, or is sealed like this already."""
        with self._slot:
            schakels = self._schakels
            if schakels is None or self._na is not None or self._breuk or self._ouder:
                return None
            if self._bewaard == (schakels.kop, frozenset(schakels.zonder_inhoud)):
                return None
            return maak_klapper(schakels, Toets(self._anker(), self._kluis_id))

    def breuk(self) -> tuple[str, ...]:
        """What is wrong with the chain as a whole, once it was verified; empty when it is whole."""
        self._eis_geverifieerd()
        self._eis_nagelopen()
        return self._ouder or self._breuk

    def noemt(self, soort: VerklaringSoort, sleutel: str, waarde: int) -> bool:
        """Whether any statement may be about this subject: of memory alone, so yes while a newer one is not in it."""
        return (soort.value, sleutel, waarde) in self._eis_geverifieerd().over or self._vooruit

    def kan_gaan_over(self, sessie: Session, soort: VerklaringSoort, sleutel: str, waarde: int) -> bool:
        """Whether any statement may be about this subject, also one that somebody else signed a moment ago."""
        laatste = None if sessie.info.get(NIEUW) else sessie.info.get(LAATSTE)
        if not self._gedeeld or (laatste is not None and laatste <= self._eis_geverifieerd().kop.nummer):
            return self.noemt(soort, sleutel, waarde)
        zicht, onderwerp = self.inzicht(sessie), (soort.value, sleutel, waarde)
        return bool(zicht.breuk) or onderwerp in zicht.basis.over or onderwerp in zicht.eigen.over

    def eis_aansluitend(self, sessie: Session) -> None:
        """Before what was signed here is saved: it is there, behind all that others signed, and may stand there.

        A vault has one writer, who knew all of it. Here a role may have been taken away a moment ago, or somebody else
        did the same; one such statement breaks the chain of the house. Raises KluisInGebruik, HandtekeningOnjuist.
        """
        if not self._gedeeld or not sessie.info.get(NIEUW):
            return
        zicht = self.inzicht(sessie)
        if not zicht.breuk:
            eis_op_zijn_plaats(sessie, zicht.kop)
        elif not (self._ouder or self._breuk):
            raise KluisInGebruik(
                "Iemand anders wijzigde zojuist iets waar deze ondertekening van afhangt.",
                veilig="Er is niets gewijzigd.",
                advies="Kijk wat er nu staat, en probeer het dan opnieuw.",
            )

    def inzicht(self, sessie: Session, *, ververs: bool = True) -> Inzicht:
        """What this transaction may conclude; without ``ververs`` as it was seen, where it was looked at before."""
        sessie.connection()
        transactie, bewaard = sessie.get_transaction(), sessie.info.get(_INZICHT)
        if isinstance(bewaard, Inzicht) and bewaard.transactie is transactie:
            if not (ververs and sessie.info.get(ERBIJ)):
                return bewaard
            eigen = bewaard.eigen
        else:
            eigen = None
        nieuw = self._kijk(sessie, eigen)
        sessie.info.pop(ERBIJ, None)
        sessie.info[_INZICHT] = nieuw
        return nieuw

    def na_commit(self, sessie: Session) -> None:
        """What this transaction signed and verified is there for everybody now."""
        gezien = sessie.info.pop(_INZICHT, None)
        with self._slot:
            self._vooruit |= bool(sessie.info.get(NIEUW))
            if not isinstance(gezien, Inzicht) or gezien.breuk or self._schakels is not gezien.basis:
                return
            if gezien.eigen.afdrukken and gezien.eigen.begin == gezien.basis.kop:
                gezien.basis.neem_over(gezien.eigen)
                self._vooruit = bool(sessie.info.get(ERBIJ))

    def _in_achtergrond(self) -> None:
        try:
            self._eis_geverifieerd()
            self._eis_nagelopen()
        except (GebruikersFout, SQLAlchemyError) as fout:
            # Whoever asks first tries again, and gets to see the error.
            log.warning("keten nog niet geverifieerd: %s", type(fout).__name__)

    def _eis_geverifieerd(self) -> Schakels:
        with self._slot:
            if self._schakels is None:
                with self._sessies() as sessie:
                    self._schakels, self._breuk = self._lees_alles(sessie)
            return self._schakels

    def _eis_nagelopen(self) -> None:
        """Compare every row with the klapper that the memory was taken from, once; what does not fit is read anew."""
        with self._naloopslot:
            klapper = self._na
            if klapper is None:
                return
            with self._sessies() as sessie:
                past = loop_na(sessie, met_geleegd(sessie, Toets(self._anker(), self._kluis_id), self._koffer), klapper)
                with self._slot:
                    if not past:
                        self._schakels, self._breuk = self._lees_alles(sessie)
                    self._na = None

    def _uit_klapper(self, sessie: Session, toets: Toets) -> Schakels | None:
        """The memory that this user sealed, extended with what is newer; None when it does not fit in every way."""
        lees, self._lees_klapper = self._lees_klapper, None
        if lees is None or self._ouder or self._zegel is None:
            return None
        klapper = lees()
        if klapper is None or not 0 < klapper.kop.nummer <= self._zegel.nummer:
            return None
        schakels = neem(sessie, toets, klapper)
        if schakels is None or not verleng(sessie, toets, schakels, self._zegel):
            return None
        self._na, self._bewaard = klapper, (klapper.kop, klapper.zonder_inhoud)
        return schakels

    def _lees_alles(self, sessie: Session) -> tuple[Schakels, tuple[str, ...]]:
        toets = met_geleegd(sessie, Toets(self._anker(), self._kluis_id), self._koffer)
        if (uit_klapper := self._uit_klapper(sessie, toets)) is not None:
            return uit_klapper, ()
        if self._zegel is not None and self._zegel.nummer:
            schakels, breuk, past = loop(sessie, toets, self._zegel)
            if past:
                return schakels, breuk
            schakels, breuk, _ = loop(sessie, toets, None)
            anders = f"De verklaringen tot en met {self._zegel.nummer} zijn niet dezelfde als u eerder zag."
            return schakels, breuk or (anders,)
        schakels, breuk, _ = loop(sessie, toets, None)
        return schakels, breuk

    def _kijk(self, sessie: Session, eigen: Schakels | None) -> Inzicht:
        lezen = sessie.connection().get_execution_options().get(LEZEN)
        basis = self._eis_geverifieerd()
        if not lezen:
            # What is written rests on the whole chain; what is only shown rests on the rows that it names.
            self._eis_nagelopen()
            basis = self._eis_geverifieerd()
        tot = (basis if eigen is None or eigen.begin != basis.kop else eigen).kop.nummer
        # Never under the lock: what is read beside this may wait for it.
        blik = sessie.info.pop(_BLIK, None)
        if isinstance(blik, Ketenblik) and blik.past(sessie, tot):
            vreemd, gelezen = blik.vreemd, blik.einde
        else:
            vreemd, gelezen = self._lees_einde(sessie.connection(), tot, verwacht=bool(sessie.info.get(NIEUW)))
        breuk = self._ouder or self._breuk or vreemd
        with self._slot:
            if eigen is None or eigen.begin != basis.kop:
                eigen = basis.verder()
            grens = eigen.kop.nummer
            ingehaald = grens != tot
            if not (breuk or ingehaald):
                try:
                    grens = self._sluit_aan(basis, eigen, gelezen)
                except HandtekeningOnjuist as fout:
                    breuk = (fout.gebeurd,)
            anderen_vernietigden = self._gedeeld and bool(_VERNIETIGING & set(eigen.soorten.values()))
            if lezen and not breuk and not ingehaald and eigen.afdrukken:
                # What a reader sees was committed: from now on it is there for everybody.
                basis.neem_over(eigen)
                eigen = basis.verder()
            if lezen and not breuk and not ingehaald:
                self._vooruit = False
        if ingehaald:
            return self._kijk(sessie, eigen)  # meanwhile another took in what was new
        if lezen and not breuk and anderen_vernietigden:
            # Somebody else destroyed a file: what it emptied no longer has the print that this memory knows.
            self.herlees()
            return self._kijk(sessie, None)
        zicht = Inzicht(sessie, sessie.get_transaction(), basis, eigen, grens, breuk)
        if not breuk:
            zicht.neem(gelezen.nieuwer)
        return zicht

    def _lees_einde(self, verbinding: Connection, tot: int, *, verwacht: bool) -> tuple[tuple[str, ...], Keteneinde]:
        lees = partial(lees_vanaf, verbinding, tot, self._naast, verwacht=verwacht)
        vreemd, einde = self._naast(verbinding, (partial(self._schema.vreemd, verbinding), lees))
        return vreemd, einde

    def kijk_vooruit(self, sessie: Session, verbinding: Connection) -> None:
        """As a transaction begins that is going to ask, beside what is read then; not before it was verified."""
        schakels = self._schakels
        if schakels is not None:
            tot = schakels.kop.nummer
            vreemd, einde = self._lees_einde(verbinding, tot, verwacht=False)
            sessie.info[_BLIK] = Ketenblik(sessie.get_transaction(), tot, vreemd, einde)

    def _sluit_aan(self, basis: Schakels, eigen: Schakels, gelezen: Keteneinde) -> int:
        """Take in what is new, and give back the newest number that this transaction sees."""
        laagste, hoogste, hash_ = gelezen.laagste, gelezen.hoogste, gelezen.hash
        if laagste is not None and laagste != 1:
            raise onbetrouwbaar(ontbreekt(laagste, 1))
        if hoogste < eigen.kop.nummer:
            if eigen.afdrukken or self._nu_hoogste() < basis.kop.nummer:
                raise onbetrouwbaar(f"De verklaringen {hoogste + 1} tot en met {eigen.kop.nummer} zijn verwijderd.")
            return hoogste  # this transaction began before somebody else signed
        if eigen.kop.nummer and hash_ != eigen.kop.hash:
            raise onbetrouwbaar(f"Verklaring {eigen.kop.nummer} is vervangen door een andere.")
        if hoogste > eigen.kop.nummer:
            toets = Toets(self._anker(), self._kluis_id)
            for rij in gelezen.nieuwer:
                neem_volgende(eigen, toets, rij)
        return eigen.kop.nummer

    def _nu_hoogste(self) -> int:
        with self._sessies() as sessie:
            return laatste_nummer(sessie)


def inzicht(sessie: Session, *, ververs: bool = True) -> Inzicht:
    """What this transaction may conclude about statements, from the verified chain of the open vault.

    Without ``ververs`` what it signed since it was looked at is left out: for who reads that back before the end.
    """
    return _keten(sessie).inzicht(sessie, ververs=ververs)


def getekend_over(sessie: Session, soort: VerklaringSoort, sleutel: str, waarde: int) -> bool:
    """Whether anything may have been signed about this subject before this transaction.

    In a vault it asks no statement of the database, so that it can be asked of everything that is written; what was
    signed says more. On a server others sign meanwhile, so there the newest is looked at first.
    """
    return _keten(sessie).kan_gaan_over(sessie, soort, sleutel, waarde)


def herlees_keten(sessie: Session) -> None:
    """After a destruction was committed: what lost its content is gone from what this vault knows."""
    _keten(sessie).herlees()


def bewaard_van_eerder(sessie: Session) -> dict[str, Mapping[int, str]]:
    """What this open vault has read of the rows from before, by their key; whoever reads them keeps them here."""
    return _keten(sessie).van_eerder


def _keten(sessie: Session) -> GeverifieerdeKeten:
    keten = sessie.info.get(KETEN)
    if not isinstance(keten, GeverifieerdeKeten):
        raise ProgrammaFout("een sessie zonder keten")
    return keten
