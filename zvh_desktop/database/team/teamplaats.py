"""A house on a server while one user has it open: rows beside the others, and others who write (ADR 0096).

The key file is a row. It is replaced in the transaction that holds the line in the log and what is signed, and only
where it still is what the new one was made from. What others do is looked for at the beginning of each transaction.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, Engine, Select, bindparam, exists, literal_column, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN, sluit_af
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ketenkop import LAATSTE_VERKLARING, Ketenkop, kop, kop_uit
from zvh_desktop.database.keten.logketen import GESCHREVEN, LAATSTE_REGEL
from zvh_desktop.database.keten.schakels import Zegel
from zvh_desktop.database.motor.motor import Moment, Vraag, lees_naast, motor_van
from zvh_desktop.database.motor.rolrechten import GROEP_VAN
from zvh_desktop.database.motor.teamschema import SCHEMA, TEAMBESTAND
from zvh_desktop.database.motor.wijzigingen import TABEL as WIJZIGINGEN
from zvh_desktop.database.motor.wijzigingen import ZITTING
from zvh_desktop.database.samen import Samen
from zvh_desktop.database.sleutels.sleutelbeheer import controleer_vertrouwen, controleer_zegel
from zvh_desktop.database.sleutels.sleutelbestand import Sleutelbestand
from zvh_desktop.database.team.teambestand import SLEUTELS, lees_sleutels, vervang_sleutels, verzegeld
from zvh_desktop.database.team.terugkijken import NIET_VAN_U, geheugennaam, gezien_op, nu_op
from zvh_desktop.database.team.verbinding import Verbinding
from zvh_desktop.database.terugzetten.onthouden import (
    DEZE_COMPUTER,
    Bevinding,
    Eigenaar,
    Gezien,
    OnthoudenStand,
    Waarneming,
    lees_gebruikersstand,
    lees_op_die_plaats,
    schrijf_gebruikersstand,
    vergelijk,
    vergelijk_met,
)
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.standplaats import Nieuws
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisInGebruik, ServerTerug
from zvh_desktop.models.alles import Base
from zvh_desktop.paths import gebruikersmap

_LOG: Final = Base.metadata.tables["logregel"]
_GROEPEN: Final = "ARRAY[" + ", ".join(f"'{groep}'" for groep in GROEP_VAN.values()) + "]::name[]"
_RONDOM: Final[Select[*tuple[Any, ...]]] = select(
    literal_column(f"(SELECT sha256(inhoud) FROM {SCHEMA}.{TEAMBESTAND} WHERE naam = '{SLEUTELS}')"),  # noqa: S608
    literal_column(f"(SELECT coalesce(max(nummer), 0) FROM {SCHEMA}.verklaring WHERE soort = 'rollen')"),  # noqa: S608
    literal_column(f"(SELECT coalesce(max(id), 0) FROM {SCHEMA}.profiel_versie)"),  # noqa: S608
    literal_column(f"(SELECT coalesce(max(nummer), 0) FROM {SCHEMA}.verklaring)"),  # noqa: S608
    literal_column(
        f"coalesce((SELECT nr FROM {SCHEMA}.{WIJZIGINGEN} "  # noqa: S608
        f"WHERE zitting <> coalesce(current_setting('{ZITTING}', true), '') ORDER BY nr DESC LIMIT 1), 0)"
    ),
    literal_column(f"ARRAY(SELECT groep FROM unnest({_GROEPEN}) groep WHERE pg_has_role(groep, 'USAGE'))"),  # noqa: S608
    literal_column(f"(SELECT coalesce(max(nr), 0) FROM {SCHEMA}.{WIJZIGINGEN})"),  # noqa: S608
    literal_column(f"(SELECT coalesce(max(nummer), 0) FROM {SCHEMA}.logregel)"),  # noqa: S608
    exists().where(
        _LOG.c.nummer == bindparam("regel", 0), _LOG.c.hash == bindparam("regelhash", "-", _LOG.c.hash.type)
    ),
)
"""All that others may have changed and that is kept at hand here, and whether what was saved here last is still there:
one question, at each transaction. And which roles of the house the database account has on the server."""


class Teamplaats:
    """A server that is open for one user."""

    op_server = True
    vernieuwt_sleutel = False

    def __init__(self, verbinding: Verbinding, *, alleen_lezen: bool = False) -> None:
        self._team = verbinding
        self._alleen_lezen = alleen_lezen
        self._slot = threading.Lock()
        self._gelezen: bytes | None = None
        """A print of the row with the key file that is at hand."""
        self._wortel = b""
        self._sleutel = b""
        self._epoche = 0
        self._laatste: Ketenkop | None = None
        """The line in the log of what was saved here last."""

    @property
    def alleen_lezen(self) -> bool:
        return self._alleen_lezen

    def eis_van_ons(self) -> None:
        """The server sees to it that one writes at a time."""

    def sluit_aan(self, bron: Bron) -> None:
        self._sleutel, self._wortel = bron.sleutel, bytes.fromhex(bron.bestand.wortel)
        self._epoche = bron.bestand.epoche

    def geef_vrij(self, bron: Bron) -> None:
        sluit_af(bron.engine, vergrendeld=True)
        bron.engine.dispose()
        bron.engine.dialect.kluishouder = None  # type: ignore[attr-defined]
        self._sleutel = b""

    def schrijf(self, samen: Samen, bestand: Sleutelbestand, daad: Daad | None) -> None:
        bron = samen.bron
        nieuw = verzegeld(bestand, bron.sleutel)
        # What is signed in this transaction is signed under the certificates of the new file.
        samen.neem(replace(bron, bestand=nieuw))
        try:
            with vertaal_databasefout(), samen.sessie() as sessie, sessie.begin():
                verbinding = sessie.connection()
                # The seal of the file that this one was made from is still in it.
                if lees_sleutels(verbinding, self._team).zegel != bestand.zegel:
                    raise intussen_gewijzigd()
                _eis_laatste(sessie, bron.bestand, nieuw)
                vervang_sleutels(verbinding, self._team, nieuw)
                if daad is not None:
                    daad.voer_uit(sessie)
                sessie.flush()
                rij = verbinding.execute(_RONDOM).one()
        except BaseException:
            samen.neem(bron)
            with self._slot:
                self._gelezen = None  # whatever stands there now is read anew
            raise
        with self._slot:
            self._gelezen = bytes(rij[0])

    def roteer(
        self,
        samen: Samen,
        bestand: Sleutelbestand,
        wortel: bytes,
        sessie_info: Mapping[str, object],
        daad: Daad | None,
        voortgang: Voortgang | None,
    ) -> None:
        raise KluisFout(
            "Wat op een server staat, kan nog niet onder een nieuwe sleutel worden gebracht.",
            veilig="Er is niets gewijzigd.",
            advies="Haal het huis op in een kluis (zvh team haal) en breng die naar een nieuwe, lege database.",
        )

    def na_begin(self, verbinding: Connection) -> Nieuws:
        with self._slot:
            laatste = self._laatste
        vraag = {} if laatste is None else {"regel": laatste.nummer, "regelhash": laatste.hash}
        schrijft = not verbinding.get_execution_options().get(LEZEN)
        # Nobody else adds to the log or signs as long as this transaction holds the write lock.
        vragen: tuple[Vraag, ...] = (_RONDOM, LAATSTE_REGEL, LAATSTE_VERKLARING) if schrijft else (_RONDOM,)
        (rondom,), *koppen = motor_van(verbinding).vraag_samen(verbinding, vragen, vraag)
        afdruk, rollen, profiel, verklaring, wijziging, groepen, nr, regel, staat_er_nog = rondom
        logkop, ketenkop = map(kop_uit, koppen) if schrijft else (None, None)
        gelezen = None if afdruk is None else bytes(afdruk)
        with self._slot:
            bekend = gelezen == self._gelezen
        bestand = None if bekend else self._lees_sleutels(verbinding, gelezen)
        if laatste is not None and not staat_er_nog:
            raise _teruggegaan()
        mag = frozenset(rol for rol, groep in GROEP_VAN.items() if groep in groepen)
        moment = Moment(int(nr), int(regel))
        return Nieuws(bestand, rollen, profiel, verklaring, wijziging, mag, moment, logkop, ketenkop)

    def _lees_sleutels(self, verbinding: Connection, gelezen: bytes | None) -> Sleutelbestand:
        bestand = lees_sleutels(verbinding, self._team)
        controleer_vertrouwen(bestand, self._wortel)
        if bestand.epoche > self._epoche:
            raise KluisFout(
                "De sleutel van het huis is vernieuwd.",
                veilig="Alles wat was opgeslagen, is er nog.",
                advies="Sluit het venster en meld u opnieuw aan.",
            )
        controleer_zegel(bestand, self._sleutel)
        with self._slot:
            self._gelezen = gelezen
        return bestand

    def vergelijk(self, bron: Bron, eigen: Eigenaar) -> tuple[Bevinding, ...]:
        with bron.engine.execution_options(**{LEZEN: True}).connect() as lijn:
            try:
                nu = nu_op(lijn, self._team, bron.bestand)
                gezien = gezien_op(self._team, bron.bestand, eigen)
                return () if gezien is None else vergelijk(lijn, nu, gezien.stand, DEZE_COMPUTER)
            except KluisBeschadigd as fout:
                return (Bevinding(fout.gebeurd, ouder=True),)
            except ValueError:
                return (Bevinding(NIET_VAN_U, ouder=True),)

    def eerste_keer(self, bron: Bron, eigen: Eigenaar) -> bool:
        with contextlib.suppress(ValueError):
            if gezien_op(self._team, bron.bestand, eigen) is None:
                with bron.engine.execution_options(**{LEZEN: True}).connect() as lijn:
                    return nu_op(lijn, self._team, bron.bestand).verklaring.nummer > 0
        return False

    def zegel(self, bron: Bron, eigen: Eigenaar) -> Zegel | None:
        with contextlib.suppress(ValueError):
            gezien = lees_gebruikersstand(self.geheugennaam(bron), eigen)
            return None if gezien is None else gezien.zegel
        return None

    def gezien(self, bron: Bron, eigen: Eigenaar) -> Gezien | None:
        with contextlib.suppress(ValueError):
            return gezien_op(self._team, bron.bestand, eigen)
        return None

    def onthoud(self, bron: Bron, eigen: Eigenaar, waarneming: Waarneming, *, ook_ouder: bool = False) -> None:
        with self._slot:
            laatste = self._laatste
        try:
            eerder = None if ook_ouder else gezien_op(self._team, bron.bestand, eigen)
        except ValueError as fout:
            raise KluisBeschadigd(NIET_VAN_U, veilig="Er is niets gewijzigd.") from fout
        # Each of these questions tells enough by itself: no transaction around them, that would be another trip.
        alleen_vragen = {LEZEN: True, "isolation_level": "AUTOCOMMIT"}
        with bron.engine.connect().execution_options(**alleen_vragen) as lijn:
            lees_nu = partial(nu_op, lijn, self._team, bron.bestand)
            if eerder is None:
                nu = lees_nu()
                gezien = _nieuwste(nu, waarneming.kop, laatste)
                daar = lees_op_die_plaats(lijn, gezien)
            else:
                gezien = _nieuwste(eerder.stand, waarneming.kop, laatste)
                nu, daar = lees_naast(lijn, (lees_nu, partial(lees_op_die_plaats, lijn, gezien)))
        terug = not ook_ouder and bool(vergelijk_met(nu, gezien, daar, DEZE_COMPUTER))
        if terug:
            # Not given up for what there is now: the next opening has to find it missing.
            te_onthouden = waarneming.bij(gezien) if eerder is None else replace(eerder, stand=gezien)
        else:
            te_onthouden = waarneming.bij(nu)
        with vertaal_fout(gebruikersmap()):
            schrijf_gebruikersstand(eigen, te_onthouden)
        if terug:
            raise _teruggegaan()

    def aanvaard(
        self, bron: Bron, eigen: Eigenaar, sessies: Callable[[], Session], erbij: Callable[[Session], None]
    ) -> None:
        # As every act, so that roles and keys are those of now: one statement too many is there for good.
        with vertaal_databasefout(), sessies() as sessie, sessie.begin():
            sessie.connection()
            erbij(sessie)

    def geheugennaam(self, bron: Bron) -> str:
        return geheugennaam(self._team, bron.bestand.kluis_id)

    def meldingen(self, bron: Bron, *, nieuw: bool) -> tuple[str, ...]:
        """Room and copies are of who runs the server."""
        return ()

    def rond_af(self, bron: Bron) -> Bron | None:
        """An act is one transaction, so a process that was killed left nothing."""
        return None

    def tel(self, bron: Bron) -> None:
        """The heads of both chains tell an older state; how often it was opened says nothing where others work."""

    def ruim_op(self, bron: Bron) -> None:
        """Nothing stands beside the database."""

    def wis_resten(self, engine: Engine, voortgang: Voortgang | None = None) -> bool:
        """The server writes removed rows over in its own time; what stood in them was encrypted."""
        return True

    def na_commit(self, sessie: Session) -> None:
        """Others are told by the server itself; here is remembered what has to be there from now on."""
        regel = sessie.info.pop(GESCHREVEN, None)
        with self._slot:
            if isinstance(regel, Ketenkop) and (self._laatste is None or regel.nummer > self._laatste.nummer):
                self._laatste = regel


def _nieuwste(stand: OnthoudenStand, kop: Ketenkop | None, regel: Ketenkop | None) -> OnthoudenStand:
    """What this window saw itself may be newer than what was remembered at its last act."""
    return replace(
        stand,
        verklaring=kop if kop is not None and kop.nummer > stand.verklaring.nummer else stand.verklaring,
        log=regel if regel is not None and regel.nummer > stand.log.nummer else stand.log,
    )


def _eis_laatste(sessie: Session, was: Sleutelbestand, wordt: Sleutelbestand) -> None:
    """A key that is withdrawn counts up to the last statement, so that must still be the last one."""
    erbij = wordt.register.ingetrokken.items() - was.register.ingetrokken.items()
    if erbij and kop(sessie).nummer != max(nummer for _serie, nummer in erbij):
        raise intussen_gewijzigd()


def _teruggegaan() -> ServerTerug:
    """Said where the server no longer has what was seen or saved here."""
    return ServerTerug(
        "De server is terug bij een eerdere stand: wat u hier als laatste opsloeg of zag, staat er niet meer op.",
        veilig="Wat u nu typt, blijft op deze computer bewaard.",
        advies="Meld dit bij de beheerder van de server: er is een oudere stand teruggezet, of een reserveserver die "
        "achterliep nam het over. Vergrendel daarna met Ctrl+L en ontgrendel weer; dan staat er wat ontbreekt.",
    )


def intussen_gewijzigd() -> KluisInGebruik:
    """Said where somebody else was first with the key file or the chain."""
    return KluisInGebruik(
        "Iemand anders wijzigde zojuist de accounts of sleutels, of ondertekende iets.",
        veilig="Er is niets gewijzigd.",
        advies="Kijk wat er nu staat, en probeer het dan opnieuw.",
    )
