"""A house on a server while one user has it open: rows beside the others, and others who write (ADR 0096).

The key file is a row. It is replaced in the transaction that holds the line in the log and what is signed, and only
where it still is what the new one was made from. What others do is looked for at the beginning of each transaction.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, Engine, text
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.engine import LEZEN, sluit_af
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout, vertaal_fout
from zvh_desktop.database.bestand.wissen import Voortgang
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.ondertekening import kop
from zvh_desktop.database.keten.schakels import Zegel
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
    Bevinding,
    Eigenaar,
    Gezien,
    lees_gebruikersstand,
    schrijf_gebruikersstand,
    vergelijk,
)
from zvh_desktop.database.terugzetten.vergelijken import Bron
from zvh_desktop.database.zitting.standplaats import Nieuws
from zvh_desktop.errors import KluisBeschadigd, KluisFout, KluisInGebruik
from zvh_desktop.paths import gebruikersmap

_RONDOM: Final = text(
    f"SELECT (SELECT sha256(inhoud) FROM {SCHEMA}.{TEAMBESTAND} WHERE naam = :naam), "  # noqa: S608
    f"(SELECT coalesce(max(nummer), 0) FROM {SCHEMA}.verklaring WHERE soort = 'rollen'), "
    f"(SELECT coalesce(max(id), 0) FROM {SCHEMA}.profiel_versie), "
    f"(SELECT coalesce(max(nummer), 0) FROM {SCHEMA}.verklaring), "
    f"coalesce((SELECT nr FROM {SCHEMA}.{WIJZIGINGEN} "
    f"WHERE zitting <> coalesce(current_setting('{ZITTING}', true), '') ORDER BY nr DESC LIMIT 1), 0), "
    "ARRAY(SELECT groep FROM unnest(CAST(:groepen AS name[])) groep WHERE pg_has_role(groep, 'USAGE'))"
)
"""All that others may have changed and that is kept at hand here: one question, at each transaction.

And which roles of the house the database account has on the server.
"""
_VRAAG: Final = {"naam": SLEUTELS, "groepen": list(GROEP_VAN.values())}


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
                rij = verbinding.execute(_RONDOM, _VRAAG).one()
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
        afdruk, rollen, profiel, verklaring, wijziging, groepen = verbinding.execute(_RONDOM, _VRAAG).one()
        mag = frozenset(rol for rol, groep in GROEP_VAN.items() if groep in groepen)
        gelezen = None if afdruk is None else bytes(afdruk)
        with self._slot:
            if gelezen == self._gelezen:
                return Nieuws(None, rollen, profiel, verklaring, wijziging, mag)
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
        return Nieuws(bestand, rollen, profiel, verklaring, wijziging, mag)

    def vergelijk(self, bron: Bron, eigen: Eigenaar) -> tuple[Bevinding, ...]:
        with bron.engine.execution_options(**{LEZEN: True}).connect() as lijn:
            try:
                nu = nu_op(lijn, self._team, bron.bestand)
                gezien = gezien_op(self._team, bron.bestand, eigen)
                return () if gezien is None else vergelijk(lijn, nu, gezien.stand, "deze computer")
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

    def onthoud(self, bron: Bron, eigen: Eigenaar, zegel: Zegel | None) -> None:
        with bron.engine.execution_options(**{LEZEN: True}).connect() as lijn:
            nu = nu_op(lijn, self._team, bron.bestand)
        with vertaal_fout(gebruikersmap()):
            schrijf_gebruikersstand(eigen, Gezien(nu, zegel))

    def aanvaard(self, bron: Bron, eigen: Eigenaar, log: Callable[[Session], None] | None) -> None:
        with vertaal_databasefout(), Session(bron.engine) as sessie, sessie.begin():
            if log is not None:
                log(sessie)
                sessie.flush()
            nu = nu_op(sessie.connection(), self._team, bron.bestand)
            with vertaal_fout(gebruikersmap()):
                schrijf_gebruikersstand(eigen, Gezien(nu, None))

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
        """Here others who have the house open are told, once there is a NOTIFY; until then they look for themselves."""


def _eis_laatste(sessie: Session, was: Sleutelbestand, wordt: Sleutelbestand) -> None:
    """A key that is withdrawn counts up to the last statement, so that must still be the last one."""
    erbij = wordt.register.ingetrokken.items() - was.register.ingetrokken.items()
    if erbij and kop(sessie).nummer != max(nummer for _serie, nummer in erbij):
        raise intussen_gewijzigd()


def intussen_gewijzigd() -> KluisInGebruik:
    """Said where somebody else was first with the key file or the chain."""
    return KluisInGebruik(
        "Iemand anders wijzigde zojuist de accounts of sleutels, of ondertekende iets.",
        veilig="Er is niets gewijzigd.",
        advies="Kijk wat er nu staat, en probeer het dan opnieuw.",
    )
