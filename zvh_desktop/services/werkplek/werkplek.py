"""What every use case stands on: the open vault, the house profile, the clock and this user's rights.

A service method opens exactly one transaction, through ``lees`` or ``schrijf``; nothing else commits.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from zvh_desktop.database.bestand.doorsturen import stuur_door
from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.keten.rollen import lid_van
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.database.motor.motor import Moment
from zvh_desktop.database.zitting.zitting import MET_KETEN, profiel_van_nu, ziet_dossiers
from zvh_desktop.errors import (
    AlleenLezen,
    BevestigingNodig,
    GebruikersFout,
    LijnWeg,
    NietBevoegd,
    NietGevonden,
    TeKiezen,
    Uitgeleend,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.overleg import Overleg, ProfielVersie
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel, Overlegsoort
from zvh_desktop.models.profiel.lezen import lees_bewaard_profiel
from zvh_desktop.services.werkplek.dienst_later import Eenmalig
from zvh_desktop.services.werkplek.handeling import Handeling, Plek, onthoud_geschreven
from zvh_desktop.services.werkplek.klok import AMSTERDAM, Klok, looptijd
from zvh_desktop.services.werkplek.lijn import eis_opgeslagen
from zvh_desktop.services.werkplek.rechten import (
    ALLEEN_LEZEN,
    BEVOEGD,
    LEZEND,
    NIET_OP_SERVER,
    ONDERWEG,
    UIT_DOSSIERS,
    Recht,
    Toestemming,
    niet_onderweg,
    niet_op_server,
    rol_voor,
    toestemming,
    uit_dossiers,
)
from zvh_desktop.services.werkplek.samen import naast, weigering_van
from zvh_desktop.services.werkplek.samenloop import Samenloop, Waarover, nu_bij
from zvh_desktop.services.werkplek.uitleen import uitleenzin

log = logging.getLogger(__name__)

T = TypeVar("T")

NIEUW_LEZEN = "Ga naar een ander onderdeel en weer terug: dan ziet u wat er nu is."
"""What helps when someone else changed what is on the screen: every page reads again when it comes in view."""

VAN_REGIE = frozenset(recht for recht, rollen in BEVOEGD.items() if rollen == {Rol.PROCESREGISSEUR})
"""What only a procesregisseur may do."""

ZONDER_GEZIEN = frozenset({Recht.ROLLEN_GEZIEN})

ZONDER_BEWAKING = frozenset({Recht.VERNIETIGEN})
"""What takes a file away verifies all of it first; afterwards the statements about it are empty."""

BEVESTIGING_GELDIG = 5 * 60.0
"""Seconds that a password given for signing holds (KLUIS 3)."""


Bewaker = Callable[["Werkplek", Session, Collection[Plek]], None]
"""Asked before an act is committed which rows it wrote; refuses by raising GebruikersFout."""


@dataclass(slots=True)
class Werkplek:
    """The open vault seen by one user; made by diensten.py and shared by the services."""

    kluis: OpenKluis
    profiel: Huisprofiel
    klok: Klok
    herkomst: str = "venster"
    handelingen: int = 0
    """How many acts were done here that can change what waits for somebody."""
    looptijd: Callable[[], float] = looptijd
    bewaker: Bewaker | None = None
    """Behind every act; given with the services (services/diensten.py)."""
    samenloop: Samenloop = field(default_factory=Samenloop)
    _bevestigd_tot: float | None = None
    _toont: threading.local = field(default_factory=threading.local)
    """Of one thread: what is tried beside the window says nothing of what is signed in it."""
    _profielnummer: int | None = None
    """On a server: which version of the profile this is."""
    _profielen: dict[int, Huisprofiel] = field(default_factory=dict)
    eenmalig: Eenmalig = field(default_factory=Eenmalig)

    @property
    def gebruiker(self) -> str:
        """Account name of who works here."""
        return self.kluis.gebruiker.naam

    @property
    def naam(self) -> str:
        """Display name of who works here."""
        return self.kluis.gebruiker.weergavenaam

    def eenmaal(self, soort: type[T]) -> T:
        """The one of this class that goes with this open vault, made when it is first asked for."""
        return self.eenmalig.van(soort)

    def nu(self) -> datetime:
        """Now, as stored: naive UTC."""
        return self.klok().astimezone(UTC).replace(tzinfo=None, microsecond=0)

    def vandaag(self) -> date:
        """Today in the Netherlands."""
        return self.klok().astimezone(AMSTERDAM).date()

    def begin_bijlezen(self) -> Callable[[], None]:
        """What others did until now is read after this; once it was, what comes back is called: it may be worked on."""
        with vertaal_databasefout(self.kluis.map), self.kluis.lees_sessies() as sessie:
            return partial(self.samenloop.neem, nu_bij(sessie))

    def lees_bij(self) -> None:
        """The same, where nothing is shown yet."""
        self.begin_bijlezen()()

    def mag(self, recht: Recht) -> Toestemming:
        """Whether this user may do this here, with the reason if not."""
        if self.kluis.alleen_lezen and recht not in LEZEND:
            return Toestemming(mag=False, reden=ALLEEN_LEZEN)
        if self.kluis.koffer is not None and recht not in ONDERWEG and recht not in LEZEND:
            return Toestemming(mag=False, reden=niet_onderweg(recht).gebeurd)
        if self.kluis.op_server and recht in NIET_OP_SERVER:
            return Toestemming(mag=False, reden=niet_op_server(recht).gebeurd)
        eigen = toestemming(self.kluis.gebruiker.rollen, recht, self.profiel.termen)
        if eigen.mag and recht in UIT_DOSSIERS and not self.kluis.stand.ziet_dossiers:
            return Toestemming(mag=False, reden=uit_dossiers(recht).gebeurd)
        return eigen

    @contextmanager
    def lees(self, recht: Recht) -> Iterator[Session]:
        """A session for reading. Raises NietBevoegd."""
        rol_voor(self.kluis.gebruiker.rollen, recht, self.profiel.termen)
        try:
            with vertaal_databasefout(self.kluis.map), self.kluis.lees_sessies() as sessie:
                self._neem_profiel(sessie)
                if recht in UIT_DOSSIERS and not ziet_dossiers(sessie):
                    raise uit_dossiers(recht)
                yield sessie
        except LijnWeg as fout:
            raise LijnWeg(lezend=True) from fout

    def _neem_profiel(self, sessie: Session) -> None:
        """On a server a colleague may have put another profile in force: from here on that one counts."""
        nummer = profiel_van_nu(sessie) if self.kluis.op_server else None
        if nummer is None or nummer == self._profielnummer:
            return
        if self._profielnummer is not None or nieuwste_profielversie(sessie).versie != self.profiel.versie:
            self.profiel = self.profiel_versie(sessie, nummer)
        self._profielnummer = nummer

    @contextmanager
    def schrijf(
        self, recht: Recht, handeling: str, object_soort: str, *, wacht_anders: bool = True
    ) -> Iterator[Handeling]:
        """One transaction with its log line; commits here and only here.

        ``wacht_anders`` False is for what is saved while somebody types: nobody has more or less to do after it.
        A refusal (GebruikersFout) is rolled back and logged as refused, then raised again; what only asks is not.
        """
        if self.kluis.alleen_lezen:
            raise AlleenLezen(ALLEEN_LEZEN, veilig="Er is niets gewijzigd.", advies="Open de kluis om te werken.")
        try:
            rol = rol_voor(self.kluis.gebruiker.rollen, recht, self.profiel.termen)
            if self.kluis.koffer is not None and recht not in ONDERWEG:
                raise niet_onderweg(recht)
            if self.kluis.op_server and recht in NIET_OP_SERVER:
                raise niet_op_server(recht)
            if recht not in ZONDER_GEZIEN:
                self.eis_gezien()
        except NietBevoegd:
            self.log_weigering(handeling, object_soort)
            raise
        werk = Handeling(self.kluis.sessies(info={MET_KETEN: recht in VAN_REGIE}), object_soort, rol=rol)
        regel: Ketenkop | None = None
        rust_op = self.samenloop.rust_op()  # before it waits for who writes
        try:
            with vertaal_databasefout(self.kluis.map), werk.sessie, werk.sessie.begin():
                self._neem_profiel(werk.sessie)
                if recht in VAN_REGIE:
                    self._eis_bevestigde_rol(werk.sessie)
                geschreven = onthoud_geschreven(werk.sessie)
                yield werk
                werk.sessie.flush()
                bewaker = None if recht in ZONDER_BEWAKING else self.bewaker
                self._eis_te_bewaren(werk, rust_op, partial(weigering_van, bewaker, self, werk.sessie, geschreven))
                with stuur_door(werk.sessie.connection()):
                    for object_id in werk.object_ids:
                        regel = self._log(werk.sessie, rol, handeling, object_soort, object_id, "gelukt")
                # What was read of a row is kept by who has it, also where the line falls away in the commit.
                werk.sessie.expunge_all()
            self.handelingen += wacht_anders
            self.samenloop.deed(regel, len(werk.object_ids))
        except LijnWeg as fout:
            # Nothing is saved before the commit; of one that was on its way the log tells.
            eis_opgeslagen(self.kluis, regel, fout)
            self.handelingen += wacht_anders
        except Uitgeleend as fout:
            self.log_weigering(handeling, object_soort, *werk.object_ids)
            raise self._wie_heeft_het(fout) from fout
        except GebruikersFout as fout:
            if not self._vraagt_alleen(fout):
                self.log_weigering(handeling, object_soort, *werk.object_ids)
            raise

    def _eis_te_bewaren(
        self, werk: Handeling, rust_op: Moment | None, bewaakt: Callable[[], GebruikersFout | None]
    ) -> None:
        """Nothing that others did is in its way, and nothing that was written says otherwise than was signed.

        Both are looked at beside each other; what others did is told first. Raises GebruikersFout.
        """
        waarover = Waarover(werk.object_soort, werk.object_ids, self.gebruiker)
        kijk = partial(self.samenloop.kijk, werk.sessie, rust_op, waarover)
        botsing, weigering, _ = naast(werk.sessie, kijk, bewaakt, partial(self.samenloop.sluit_aan, werk.sessie))
        self.samenloop.eis_bij(botsing)
        if weigering is not None:
            raise weigering

    def _vraagt_alleen(self, fout: GebruikersFout) -> bool:
        """Whether nobody refused: something is chosen or looked at first, and then the same act is done."""
        return isinstance(fout, TeKiezen) or (self._toont_nu() and isinstance(fout, BevestigingNodig))

    def _wie_heeft_het(self, fout: Uitgeleend) -> Uitgeleend:
        """The same refusal, with who has it and until when."""
        with vertaal_databasefout(self.kluis.map), self.kluis.lees_sessies() as sessie:
            zin = uitleenzin(sessie, fout.koffer)
            return Uitgeleend(fout.koffer, zin) if zin else fout

    def eis_gezien(self) -> None:
        """Before a procesregisseur works on: what was done about roles without a second has been seen."""
        if self.kluis.rolstand.ongezien(self.gebruiker):
            raise NietBevoegd(
                "Er is een rol gewijzigd zonder dat een tweede dat bevestigde. Dat moet u eerst hebben gezien.",
                veilig="Er is niets gewijzigd.",
                advies="Vergrendel de kluis en open hem opnieuw: dan ziet u wat er is gewijzigd, en bevestigt u dat.",
            )

    def _eis_bevestigde_rol(self, sessie: Session) -> None:
        """The role of a procesregisseur rests on the verified chain, and not on what was read at opening."""
        zicht = inzicht(sessie)
        zicht.eis_heel()
        if Rol.PROCESREGISSEUR not in zicht.rolstand.rollen_van(lid_van(self.kluis.ondertekenaar.certificaat)):
            raise NietBevoegd(
                "Uw rol is niet door een tweede bevestigd.",
                veilig="Er is niets gewijzigd.",
                advies=f"Laat een andere beheerder of {self.profiel.termen.procesregisseur} dit bij Beheer bevestigen.",
            )

    def _log(
        self, sessie: Session, rol: Rol | None, handeling: str, object_soort: str, object_id: str, resultaat: str
    ) -> Ketenkop:
        return schrijf_logregel(
            sessie,
            tijd=self.klok().astimezone(UTC),
            gebruiker=self.gebruiker,
            rol=rol.value if rol else "",
            handeling=handeling,
            object_soort=object_soort,
            object_id=object_id,
            resultaat=resultaat,
            herkomst=self.herkomst,
        )

    def daad(self, handeling: str, recht: Recht | None = None, object_id: int | str = "") -> Daad:
        """An act on the vault itself, for the log line that goes with it. Raises NietBevoegd."""
        rol = rol_voor(self.kluis.gebruiker.rollen, recht, self.profiel.termen) if recht is not None else None
        if self.kluis.op_server and recht in NIET_OP_SERVER:
            raise niet_op_server(recht)
        return Daad(
            handeling=handeling,
            gebruiker=self.gebruiker,
            tijd=self.klok().astimezone(UTC),
            rol=rol.value if rol else "",
            object_id=str(object_id),
            herkomst=self.herkomst,
        )

    def log_weigering(self, handeling: str, object_soort: str, *object_ids: str) -> None:
        """Log an act that was refused, in a transaction of its own: nothing else of it remains.

        Where something in the database keeps the line out, the refusal itself is still what the user hears.
        """
        if self.kluis.alleen_lezen:
            return
        regel: Ketenkop | None = None
        namen = object_ids or ("",)
        try:
            with vertaal_databasefout(self.kluis.map), self.kluis.sessies() as sessie, sessie.begin():
                sessie.connection()  # what is known of the log is asked as the transaction begins
                self.samenloop.sluit_aan(sessie)
                for object_id in namen:
                    regel = self._log(sessie, None, handeling, object_soort, object_id, "geweigerd")
            self.samenloop.deed(regel, len(namen))
        except (SQLAlchemyError, GebruikersFout) as fout:
            log.warning("weigering niet in het logboek: %s", type(fout).__name__)

    def bevestig(self, wachtwoord: str) -> None:
        """Give the password again, so that signing is possible for a few minutes.

        Raises WachtwoordOnjuist (through the vault) when it is wrong.
        """
        if not self.kluis.accounts.controleer_wachtwoord(wachtwoord):
            raise WachtwoordOnjuist
        self._bevestigd_tot = self.looptijd() + BEVESTIGING_GELDIG

    @property
    def bevestigd(self) -> bool:
        """Whether the password was given in the last minutes."""
        if self._bevestigd_tot is not None and self.looptijd() > self._bevestigd_tot:
            self._bevestigd_tot = None
        return self._bevestigd_tot is not None

    @contextmanager
    def nog_niet_tekenen(self) -> Iterator[None]:
        """Within this nothing is signed, also in the five minutes: what can be refused is refused, and then it stops.

        So that a screen can show what is about to be signed before it is, each time, and not only with the password.
        """
        self._toont.aan = True
        try:
            yield
        finally:
            self._toont.aan = False

    def _toont_nu(self) -> bool:
        return bool(getattr(self._toont, "aan", False))

    def eis_bevestiging(self) -> None:
        """Raise BevestigingNodig unless the password was given in the last minutes."""
        if self._toont_nu() or not self.bevestigd:
            raise BevestigingNodig(
                "Voor een handtekening is uw wachtwoord nodig.",
                advies="Typ uw wachtwoord; het geldt daarna vijf minuten.",
            )

    def profiel_van(self, sessie: Session, overleg: Overleg) -> Huisprofiel:
        """The profile under which this overleg was planned: a later one does not rewrite it."""
        return self.profiel_versie(sessie, overleg.profiel_versie_id)

    def profiel_versie(self, sessie: Session, versie_id: int) -> Huisprofiel:
        """The profile with this number. Raises NietGevonden."""
        if versie_id not in self._profielen:
            versie = haal(sessie, ProfielVersie, versie_id, "Dit huisprofiel")
            self._profielen[versie_id] = lees_bewaard_profiel(versie.inhoud, f"{versie.sleutel} {versie.versie}")
        return self._profielen[versie_id]

    def overlegsoort_van(self, sessie: Session, overleg: Overleg) -> Overlegsoort:
        """The kind of this overleg in the profile under which it is held."""
        return self.profiel_van(sessie, overleg).overlegsoort(overleg.soort)


def haal(sessie: Session, soort: type[T], sleutel: object, wat: str, *opties: ORMOption) -> T:
    """The row with this key. Raises NietGevonden with a Dutch sentence that starts with ``wat``."""
    rij = sessie.get(soort, sleutel, options=opties or None)
    if rij is None:
        raise NietGevonden(f"{wat} is er niet meer.", advies=NIEUW_LEZEN)
    return rij


def nieuwste_profielversie(sessie: Session) -> ProfielVersie:
    """The profile version now in force."""
    rij = sessie.scalars(select(ProfielVersie).order_by(ProfielVersie.id.desc()).limit(1)).first()
    if rij is None:
        raise NietGevonden("In deze kluis staat geen huisprofiel.", advies="Herstel een reservekopie.")
    return rij
