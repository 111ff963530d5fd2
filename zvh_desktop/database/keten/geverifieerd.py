"""The chain of statements as this session has verified it, and what each use of it may conclude.

"There is no newer statement" is only true of a chain that is whole. So the whole chain is verified once after opening
and kept in memory: which statement is about what, and a print of every row. A use case asks that memory and not rows
that somebody may have edited since; the rows it needs are read and must still be the same (ADR 0029).

What makes the next opening cheap is the seal of the user: the print over all statements whose signatures were verified
before. Where it still fits, they are hashed again and only newer signatures are verified.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, SessionTransaction

from zvh_desktop.database.bestand.engine import LEZEN
from zvh_desktop.database.bestand.schema import Schemawacht
from zvh_desktop.database.keten.geleegd import met_geleegd
from zvh_desktop.database.keten.ondertekening import (
    ERBIJ,
    Ketenkop,
    Toets,
    VerklaringRij,
    rij_afdruk,
)
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.database.keten.schakels import (
    Rij,
    Schakels,
    Zegel,
    loop,
    neem_volgende,
    onbetrouwbaar,
    ontbreekt,
    snelle_inhoud,
)
from zvh_desktop.database.sleutels.certificaten import Vertrouwensanker
from zvh_desktop.database.sleutels.kofferkop import KofferKop
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist, ProgrammaFout
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

log = logging.getLogger(__name__)

KETEN: Final = "zvh_keten"
"""Under this name every session of an open vault carries its chain."""
_INZICHT: Final = "zvh_inzicht"
_PER_KEER: Final = 500
_TABEL = Verklaring.__table__
_UITERSTEN = text(
    "SELECT (SELECT min(nummer) FROM verklaring), (SELECT max(nummer) FROM verklaring),"
    " (SELECT hash FROM verklaring WHERE nummer = :nummer)"
)


@dataclass(frozen=True, slots=True)
class Gevonden:
    """A statement, verified."""

    nummer: int
    inhoud: Mapping[str, object]


@dataclass(slots=True)
class Inzicht:
    """What one transaction may conclude about statements. Ask ``inzicht`` for it; it ends with the transaction."""

    sessie: Session
    transactie: SessionTransaction | None
    basis: Schakels
    eigen: Schakels
    grens: int
    breuk: tuple[str, ...]
    _inhouden: dict[int, Mapping[str, object] | HandtekeningOnjuist] = field(default_factory=dict)

    @property
    def kop(self) -> Ketenkop:
        """The newest statement up to which the chain is whole."""
        return self.eigen.kop

    @property
    def rolstand(self) -> Rolstand:
        """Who may what after the newest statement of this chain."""
        return self.eigen.rolstand

    @property
    def geleegd(self) -> frozenset[int]:
        """Which statements a signed destruction emptied."""
        return self.basis.geleegd

    def eis_heel(self) -> None:
        """Raise HandtekeningOnjuist when the chain is not whole: then nothing can be concluded from it."""
        if self.breuk:
            raise onbetrouwbaar(self.breuk[0])

    def over(self, soort: VerklaringSoort, sleutel: str, waarde: int) -> tuple[Gevonden, ...]:
        """Every statement of this kind about this subject, the oldest first. Raises HandtekeningOnjuist."""
        self.eis_heel()
        onderwerp = (soort.value, sleutel, waarde)
        nummers = {*self.basis.over.get(onderwerp, ()), *self.eigen.over.get(onderwerp, ())}
        return self._lees(sorted(nummer for nummer in nummers if nummer <= self.grens))

    def nummers_over(self, soort: VerklaringSoort, sleutel: str, waarden: Iterable[int]) -> set[int]:
        """The numbers of the statements of this kind about these subjects, without reading them."""
        onderwerpen = [(soort.value, sleutel, waarde) for waarde in waarden]
        return {n for wat in onderwerpen for deel in (self.basis, self.eigen) for n in deel.over.get(wat, ())}

    def nummers_van(self, soort: VerklaringSoort) -> set[int]:
        """The numbers of all statements of this kind."""
        return {
            n for deel in (self.basis, self.eigen) for n, van in deel.soorten.items() if van == soort.value
        } - self.geleegd

    def lees_vooruit(self, soort: VerklaringSoort, sleutel: str, waarden: Iterable[int]) -> None:
        """Read the statements about these subjects together; one that is not right says so when it is asked for."""
        if self.breuk:
            return
        nummers = self.nummers_over(soort, sleutel, waarden)
        self._haal(sorted(nummer for nummer in nummers if nummer <= self.grens))

    def een(self, soort: VerklaringSoort, nummer: int | None) -> Gevonden | None:
        """The statement of this kind under this number; None when there is none. Raises HandtekeningOnjuist."""
        self.eis_heel()
        if nummer is None or nummer > self.grens or self._soort(nummer) != soort.value:
            return None
        return self._lees([nummer])[0]

    def inhoud(self, verklaring: Verklaring) -> Mapping[str, object]:
        """The content of a row that was read before, as it was signed. Raises HandtekeningOnjuist."""
        self.eis_heel()
        return self._vergelijk(verklaring.nummer, tuple(getattr(verklaring, naam) for naam in VerklaringRij._fields))

    def waarom_niet(self, soort: VerklaringSoort, sleutel: str, waarde: int) -> HandtekeningOnjuist | None:
        """What keeps from concluding anything about this subject; None when it can be concluded."""
        try:
            self.over(soort, sleutel, waarde)
        except HandtekeningOnjuist as fout:
            return fout
        return None

    def _soort(self, nummer: int) -> str | None:
        return self.eigen.soorten.get(nummer) or self.basis.soorten.get(nummer)

    def _lees(self, nummers: Sequence[int]) -> tuple[Gevonden, ...]:
        self._haal(nummers)
        return tuple(Gevonden(nummer, self._inhoud_van(nummer)) for nummer in nummers)

    def _haal(self, nummers: Sequence[int]) -> None:
        nieuw = [nummer for nummer in nummers if nummer not in self._inhouden]
        for eerste in range(0, len(nieuw), _PER_KEER):
            deel = nieuw[eerste : eerste + _PER_KEER]
            rijen = {rij[0]: tuple(rij) for rij in self.sessie.execute(select(_TABEL).where(_TABEL.c.nummer.in_(deel)))}
            for nummer in deel:
                try:
                    self._inhouden[nummer] = self._vergelijk(nummer, rijen.get(nummer))
                except HandtekeningOnjuist as fout:
                    self._inhouden[nummer] = fout

    def _inhoud_van(self, nummer: int) -> Mapping[str, object]:
        gelezen = self._inhouden[nummer]
        if isinstance(gelezen, HandtekeningOnjuist):
            raise gelezen
        return gelezen

    def _vergelijk(self, nummer: int, rij: Rij | None) -> Mapping[str, object]:
        afdruk = self.eigen.afdrukken.get(nummer) or self.basis.afdrukken.get(nummer)
        if rij is None:
            raise onbetrouwbaar(f"De ondertekende verklaring {nummer} is verwijderd.")
        if afdruk is None:
            raise onbetrouwbaar(f"Verklaring {nummer} hoort niet in de keten van deze kluis.")
        if rij_afdruk(rij) != afdruk:
            raise onbetrouwbaar(f"De ondertekende verklaring {nummer} is gewijzigd nadat zij is gecontroleerd.")
        return snelle_inhoud(rij)


class GeverifieerdeKeten:
    """The verified chain of one open vault; every session of that vault carries it."""

    def __init__(
        self,
        kluis_id: str,
        anker: Callable[[], Vertrouwensanker],
        sessies: Callable[[], Session],
        schema: Schemawacht,
        koffer: KofferKop | None = None,
    ) -> None:
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

    def begin(self, zegel: Zegel | None, ouder: tuple[str, ...]) -> None:
        """Verify in the background, from what the user sealed before; the first decision waits for it.

        ``ouder`` says in which way the vault is older than what this user saw before; then nothing counts until
        that state was accepted on purpose.
        """
        self._zegel, self._ouder = zegel, ouder
        self._draad = threading.Thread(target=self._in_achtergrond, name="zvh-keten", daemon=True)
        self._draad.start()

    def wacht(self) -> None:
        """Until the background is done with the database."""
        if self._draad is not None:
            self._draad.join()
            self._draad = None

    def aanvaard(self) -> None:
        """The state of now was accepted on purpose; what was sealed of another one no longer binds."""
        with self._slot:
            self._ouder, self._breuk, self._zegel, self._schakels = (), (), None, None

    def herlees(self) -> None:
        """Statements were emptied by a signed destruction: verify anew from the seal, which still fits."""
        self.wacht()
        with self._slot:
            self._zegel, self._schakels, self._breuk = self.zegel(), None, ()

    def zegel(self) -> Zegel | None:
        """What to seal now: never a chain that was not verified, or was found broken."""
        with self._slot:
            if self._schakels is None:
                return self._zegel
            if self._breuk or self._ouder:
                return None
            return Zegel(self._schakels.kop.nummer, self._schakels.lopend.hexdigest())

    def breuk(self) -> tuple[str, ...]:
        """What is wrong with the chain as a whole, once it was verified; empty when it is whole."""
        self._eis_geverifieerd()
        return self._ouder or self._breuk

    def inzicht(self, sessie: Session) -> Inzicht:
        """What this transaction may conclude."""
        sessie.connection()
        transactie, bewaard = sessie.get_transaction(), sessie.info.get(_INZICHT)
        if isinstance(bewaard, Inzicht) and bewaard.transactie is transactie:
            if not sessie.info.pop(ERBIJ, False):
                return bewaard
            eigen = bewaard.eigen
        else:
            sessie.info.pop(ERBIJ, None)
            eigen = None
        nieuw = self._kijk(sessie, eigen)
        sessie.info[_INZICHT] = nieuw
        return nieuw

    def na_commit(self, sessie: Session) -> None:
        """What this transaction signed and verified is there for everybody now."""
        gezien = sessie.info.pop(_INZICHT, None)
        with self._slot:
            if not isinstance(gezien, Inzicht) or gezien.breuk or self._schakels is not gezien.basis:
                return
            if gezien.eigen.afdrukken and gezien.eigen.begin == gezien.basis.kop:
                gezien.basis.neem_over(gezien.eigen)

    def _in_achtergrond(self) -> None:
        try:
            self._eis_geverifieerd()
        except (GebruikersFout, SQLAlchemyError) as fout:
            # Whoever asks first tries again, and gets to see the error.
            log.warning("keten nog niet geverifieerd: %s", type(fout).__name__)

    def _eis_geverifieerd(self) -> Schakels:
        with self._slot:
            if self._schakels is None:
                with self._sessies() as sessie:
                    self._schakels, self._breuk = self._lees_alles(sessie)
            return self._schakels

    def _lees_alles(self, sessie: Session) -> tuple[Schakels, tuple[str, ...]]:
        toets = met_geleegd(sessie, Toets(self._anker(), self._kluis_id), self._koffer)
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
        basis = self._eis_geverifieerd()
        breuk = self._ouder or self._breuk or self._schema.vreemd(sessie.connection())
        with self._slot:
            if eigen is None or eigen.begin != basis.kop:
                eigen = basis.verder()
            grens = eigen.kop.nummer
            if not breuk:
                try:
                    grens = self._sluit_aan(sessie, basis, eigen)
                except HandtekeningOnjuist as fout:
                    breuk = (fout.gebeurd,)
            if sessie.connection().get_execution_options().get(LEZEN) and not breuk and eigen.afdrukken:
                # What a reader sees was committed: from now on it is there for everybody.
                basis.neem_over(eigen)
                eigen = basis.verder()
        return Inzicht(sessie, sessie.get_transaction(), basis, eigen, grens, breuk)

    def _sluit_aan(self, sessie: Session, basis: Schakels, eigen: Schakels) -> int:
        """Take in what is new, and give back the newest number that this transaction sees."""
        laagste, hoogste, hash_ = sessie.execute(_UITERSTEN, {"nummer": eigen.kop.nummer}).one()
        if laagste is not None and laagste != 1:
            raise onbetrouwbaar(ontbreekt(laagste, 1))
        hoogste = hoogste or 0
        if hoogste < eigen.kop.nummer:
            if eigen.afdrukken or self._nu_hoogste() < basis.kop.nummer:
                raise onbetrouwbaar(f"De verklaringen {hoogste + 1} tot en met {eigen.kop.nummer} zijn verwijderd.")
            return int(hoogste)  # this transaction began before somebody else signed
        if eigen.kop.nummer and hash_ != eigen.kop.hash:
            raise onbetrouwbaar(f"Verklaring {eigen.kop.nummer} is vervangen door een andere.")
        if hoogste > eigen.kop.nummer:
            toets = Toets(self._anker(), self._kluis_id)
            vraag = select(_TABEL).where(_TABEL.c.nummer > eigen.kop.nummer).order_by(_TABEL.c.nummer)
            for rij in sessie.execute(vraag):
                neem_volgende(eigen, toets, tuple(rij))
        return eigen.kop.nummer

    def _nu_hoogste(self) -> int:
        with self._sessies() as sessie:
            return int(sessie.execute(_UITERSTEN, {"nummer": 0}).one()[1] or 0)


def inzicht(sessie: Session) -> Inzicht:
    """What this transaction may conclude about statements, from the verified chain of the open vault."""
    return _keten(sessie).inzicht(sessie)


def herlees_keten(sessie: Session) -> None:
    """After a destruction was committed: what lost its content is gone from what this vault knows."""
    _keten(sessie).herlees()


def _keten(sessie: Session) -> GeverifieerdeKeten:
    keten = sessie.info.get(KETEN)
    if not isinstance(keten, GeverifieerdeKeten):
        raise ProgrammaFout("een sessie zonder keten")
    return keten
