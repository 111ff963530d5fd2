"""The state of the vault that this user has seen: compared at opening, remembered after each act, or accepted."""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection
from functools import partial

from sqlalchemy import event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.keten.aanvaarding import (
    Aanvaarding,
    aanvaardingen,
    lees_aanvaarding,
    teken_aanvaarding,
)
from zvh_desktop.database.keten.ondertekening import NIEUW, Toets
from zvh_desktop.database.keten.rollen import lid_van
from zvh_desktop.database.terugzetten.onthouden import KLUISMAP, Bevinding, Waarneming, lees_klapper, schrijf_klapper
from zvh_desktop.database.terugzetten.vergelijken import NOG_NIETS_GEZIEN
from zvh_desktop.database.zitting.zitting import Zitting
from zvh_desktop.errors import GebruikersFout, NietBevoegd, SchijfVol
from zvh_desktop.models.keuzes import Rol

log = logging.getLogger(__name__)


class Kluisstand:
    """Whether the vault is as new as it was last seen, and what its user is told about that."""

    def __init__(self, zitting: Zitting) -> None:
        self._zitting = zitting
        self._standslot = threading.Lock()
        self._bevindingen: tuple[str, ...] = ()
        self._waarschuwingen: tuple[str, ...] = ()
        self._aanvaarding: Aanvaarding | None = None
        self._aanvaard: tuple[str, ...] = ()
        event.listen(zitting.sessies, "after_commit", self._na_commit)

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What the user must be told after opening: an older state put back, a disk nearly full."""
        return self._waarschuwingen

    @property
    def aanvaarding(self) -> Aanvaarding | None:
        """Who accepted, since this user was here last, the older state that was found; None where nobody did."""
        return self._aanvaarding

    @property
    def ziet_dossiers(self) -> bool:
        """Whether rows of dossiers can be seen here; on a server that is up to the roles of the database account."""
        return self._zitting.ziet_dossiers

    def begin(self) -> None:
        """After opening: look for an older state, count this opening, tidy up."""
        zitting = self._zitting
        zitting.lees_rollen()
        plaats, bron, eigen = zitting.plaats, zitting.open_bron(), zitting.eigenaar()
        gezien = plaats.vergelijk(bron, eigen)
        self._bevindingen = tuple(bevinding.zin for bevinding in gezien)
        nieuw = () if zitting.oefen or not plaats.eerste_keer(bron, eigen) else (NOG_NIETS_GEZIEN,)
        with zitting.lees_sessies() as sessie:
            vreemd = zitting.schema.vreemd(sessie.connection())
        overige = plaats.meldingen(bron, nieuw=bool(nieuw))
        self._waarschuwingen = (*self._bevindingen, *vreemd, *nieuw, *overige)
        ouder = tuple(bevinding.zin for bevinding in gezien if bevinding.ouder)
        self._aanvaarding = self._zoek_aanvaarding(gezien)
        self._lees_aanvaardingen()
        # A koffer is not the vault that the klapper is of.
        koffer = bron.bestand.koffer is not None
        lees = None if koffer else partial(lees_klapper, zitting.kluis_id, eigen, plaats.geheugennaam(bron))
        zitting.keten.begin(plaats.zegel(bron, eigen), ouder, lees)
        if zitting.alleen_lezen:
            return
        try:
            if (afgerond := plaats.rond_af(bron)) is not None:
                zitting.bron = afgerond
                zitting.lees_rollen()
            self.tel()
        except SchijfVol as fout:
            # Who cannot open it cannot make room in it either; what is not counted is only noticed a little later.
            self._waarschuwingen = (*self._waarschuwingen, fout.gebeurd)
        self.werk_bij()
        plaats.ruim_op(zitting.bron)

    def tel(self) -> None:
        """Count this opening."""
        # Counting on would let an older database catch up with what was seen.
        if not self._bevindingen:
            self._zitting.plaats.tel(self._zitting.open_bron())

    def werk_bij(self) -> None:
        """Remember the newest state. Never after an older state was found: that must stay visible.

        Nor while the password is one that somebody else chose: its owner has seen nothing of the vault yet, and is
        told so at the opening that shows it.
        """
        zitting = self._zitting
        if zitting.alleen_lezen or self._bevindingen or zitting.eigen_slot().tijdelijk or zitting.keten.is_stuk():
            return
        with self._standslot:
            try:
                zitting.eis_slot()
                self._onthoud()
            except (GebruikersFout, SQLAlchemyError, OSError) as fout:
                # The commit itself has succeeded; the next one or closing will try again.
                log.warning("stand niet bijgewerkt: %s", type(fout).__name__)

    def bewaar_klapper(self) -> None:
        """At closing: seal what was verified, so that the next opening has it at once (ADR 0066)."""
        zitting = self._zitting
        if zitting.alleen_lezen or self._bevindingen or zitting.eigen_slot().tijdelijk:
            return
        if zitting.bron.bestand.koffer is not None:
            return  # it has the id of the vault, and would take the place of what was verified of that
        klapper = zitting.keten.klapper()
        if klapper is not None:
            try:
                schrijf_klapper(zitting.eigenaar(), klapper, zitting.plaats.geheugennaam(zitting.bron))
            except OSError as fout:
                log.warning("klapper niet bewaard: %s", type(fout).__name__)

    def controleer(self) -> tuple[str, ...]:
        """Compare with what was seen before, in the vault folder and in the user's own folder."""
        zitting = self._zitting
        return tuple(bevinding.zin for bevinding in zitting.plaats.vergelijk(zitting.open_bron(), zitting.eigenaar()))

    def controleer_keten(self) -> tuple[str, ...]:
        """What is wrong with the chain as this session verified it; while it is, no decision rests on it."""
        return self._zitting.keten.breuk()

    def aanvaard(self, daad: Daad | None = None) -> None:
        """Take the present state as the newest, after a backup was put back on purpose. Raises NietBevoegd.

        It is signed, so that others who saw a newer state can go on as well.
        """
        zitting = self._zitting
        zitting.vereis_schrijven()

        def erbij(sessie: Session) -> None:
            teken_aanvaarding(sessie, zitting.ondertekenaar, zitting.klok())
            if daad is not None:
                daad.log(sessie)

        zitting.plaats.aanvaard(zitting.open_bron(), zitting.eigenaar(), zitting.sessies, erbij)
        self._ga_verder()

    def volg_aanvaarding(self, daad: Daad) -> None:
        """Go on with the older state that somebody who runs the house accepted. Raises NietBevoegd."""
        if self._aanvaarding is None:
            raise NietBevoegd(
                "Nog geen beheerder heeft deze oudere stand aanvaard.",
                veilig="Er is niets gewijzigd.",
                advies="Vraag een beheerder om na te gaan wat er is gebeurd.",
            )
        zitting = self._zitting
        zitting.vereis_schrijven()
        with vertaal_databasefout(zitting.map), zitting.sessies() as sessie, sessie.begin():
            daad.log(sessie)
        self._ga_verder()

    def _ga_verder(self) -> None:
        """What is there now is the newest for this user; when that cannot be written, the next opening asks again."""
        zitting = self._zitting
        zitting.keten.aanvaard()
        self._waarschuwingen = tuple(regel for regel in self._waarschuwingen if regel not in self._bevindingen)
        self._bevindingen, self._aanvaarding = (), None
        self._lees_aanvaardingen()
        with self._standslot:
            self._onthoud(ook_ouder=True)

    def _onthoud(self, *, ook_ouder: bool = False) -> None:
        zitting, keten = self._zitting, self._zitting.keten
        waarneming = Waarneming(keten.zegel(), keten.kop_in_geheugen(), self._aanvaard, self._beheerders())
        zitting.plaats.onthoud(zitting.open_bron(), zitting.eigenaar(), waarneming, ook_ouder=ook_ouder)

    def _beheerders(self) -> tuple[str, ...]:
        """The keys under which beheerders sign, as the chain says who they are."""
        zitting = self._zitting
        leden = [lid_van(slot.certificaat) for slot in zitting.bron.bestand.gebruikers]
        return tuple(sorted(lid.sleutel for lid in leden if Rol.BEHEERDER in zitting.rolstand.rollen_van(lid)))

    def _lees_aanvaardingen(self) -> None:
        with self._zitting.lees_sessies() as sessie:
            self._aanvaard = aanvaardingen(sessie)

    def _zoek_aanvaarding(self, bevindingen: Collection[Bevinding]) -> Aanvaarding | None:
        """Where the folder of the vault remembers more as well, somebody put this state there after the acceptance."""
        zitting = self._zitting
        eerder = zitting.plaats.gezien(zitting.open_bron(), zitting.eigenaar())
        if eerder is None or not bevindingen or any(een.door == KLUISMAP for een in bevindingen):
            return None
        with zitting.lees_sessies() as sessie:
            return lees_aanvaarding(
                sessie,
                Toets(zitting.wortel, zitting.kluis_id),
                zitting.rolstand,
                gezien=eerder.aanvaard,
                beheerders=eerder.beheerders,
            )

    def _na_commit(self, sessie: Session) -> None:
        if sessie.in_nested_transaction():
            return  # a part of an act: all of it may still be rolled back
        # It has been saved: nothing that goes wrong from here may be said of the act itself.
        self._zitting.keten.na_commit(sessie)
        self._zitting.plaats.na_commit(sessie)
        if sessie.info.pop(NIEUW, False):
            self.werk_bij()
