"""One kind of signed row: what is signed over it, in which state it must be, and how a row that lies is found.

Seven tables hold rows that a procesregisseur signed. Each declares itself once, as a ``Getekend``; every screen,
document and check asks that declaration. The statement decides and the row follows: a row whose signature was taken
away, that was moved, renumbered, reopened or changed, is refused at use and found by the check (KLUIS 3).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import ColumnElement, LargeBinary, SQLColumnExpression, inspect, literal_column, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.inzichten import Gevonden
from zvh_desktop.database.keten.ketenkop import niet_bewaard
from zvh_desktop.database.keten.ondertekening import uit_inhoud, voeg_verklaring_toe
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.base import Base
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.services.poort.stempels import verificatie
from zvh_desktop.services.werkplek.samen import naast
from zvh_desktop.services.werkplek.werkplek import Werkplek

R = TypeVar("R", bound=Base)
Lezer = Callable[[], Any]

UIT_INHOUD: Final = "CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.{}') END"
"""Literally the expression of the indexes on verklaring (migrations), or they would not be used."""
VORM: Final = "vorm"
"""The key with the form of the content. Statements from before there was more than one form have none: form 1."""

MELD: Final = "Gebruik dit stuk niet en meld dit bij uw beheerder: laat de kluis controleren."


@dataclass(frozen=True, slots=True, kw_only=True)
class Getekend(Generic[R]):
    """One kind of signed row.

    ``over`` is the key in the content that holds the id in ``rij_sleutel`` of the row, empty where each statement
    has a row of its own; ``kolom`` is the column of the row with the number of its statement. ``moet`` says whether
    a row in this state must be signed. ``vormen`` make the content, the first form first and the one that is signed
    today last: a new field is a new form, and what was signed in an older one stays valid. ``versie`` is the column
    that counts the versions of one row, where it has several in turn; with ``meteen`` each of them is signed in the act
    that makes it, so a row that was signed once is never unsigned again. ``ook_bij`` is the key in the content that
    names another row, on which nobody works while this one is not what was signed (the table of that row, and with
    ``_id`` the column here). ``hangt_samen`` asks what no content can say, for a signed row.
    """

    soort: VerklaringSoort
    rij: type[R]
    over: str
    kolom: str
    moet: Callable[[Session, R], bool]
    vormen: tuple[Callable[[Werkplek, Session, R], Mapping[str, object]], ...]
    geweigerd: Callable[[Session, R], str]
    bevinding: Callable[[Session, R], str]
    verwijderd: str
    rij_sleutel: str = "id"
    versie: str = ""
    meteen: bool = False
    ook_bij: str = ""
    hangt_samen: Callable[[Werkplek, Session, R], bool] | None = None
    van_deze_soort: SQLColumnExpression[bool] | None = None
    advies: str = MELD

    def teken(
        self,
        werkplek: Werkplek,
        sessie: Session,
        rij: R,
        erbij: Mapping[str, object] | None = None,
        *,
        met_wachtwoord: bool = True,
    ) -> int:
        """Sign the row as it stands, in the newest form, and note the number in it.

        ``erbij`` is what the content gets from a row that can only be written once the number is known.
        ``met_wachtwoord`` False is for what is chosen many times in a row and decides nothing about anybody.

        Raises HandtekeningOnjuist when this row was signed before and says it was not, or when the chain or the schema
        is not whole, so that nobody signs over what was tampered with; BevestigingNodig when the password was not
        given in the last minutes, so ask what can be refused before; NietBevoegd when the signer may not.
        """
        with sessie.no_autoflush:  # the database takes a signed state only together with the number
            # Of a row that is signed more than once, what was signed about it in this transaction counts as well.
            inzicht(sessie, ververs=bool(self.over)).eis_heel()
            if self.over and self._ontkend(rij, self._over(werkplek, sessie, rij)):
                raise self._onjuist(sessie, rij)
            if met_wachtwoord:
                werkplek.eis_bevestiging()
            verklaring = voeg_verklaring_toe(
                sessie,
                werkplek.kluis.ondertekenaar,
                self.soort,
                {**self._inhoud(werkplek, sessie, rij, len(self.vormen)), **(erbij or {})},
                werkplek.klok().astimezone(UTC),
            )
            setattr(rij, self.kolom, verklaring.nummer)
        return verklaring.nummer

    def teken_rest(self, werkplek: Werkplek, sessie: Session, rij: R, *, bij_openen: bool = False) -> int:
        """Sign what is left of a row when part of it is destroyed, in the transaction that empties what was signed.

        The caller has verified the row before anything went; the version stays, since nobody wrote another one.
        ``bij_openen``: a destruction that was signed before is done again while the vault is opened; nothing new is
        decided, so no password is asked.
        """
        if not bij_openen:
            werkplek.eis_bevestiging()
        sessie.flush()
        verklaring = voeg_verklaring_toe(
            sessie,
            werkplek.kluis.ondertekenaar,
            self.soort,
            self._inhoud(werkplek, sessie, rij, len(self.vormen)),
            werkplek.klok().astimezone(UTC),
        )
        setattr(rij, self.kolom, verklaring.nummer)
        return verklaring.nummer

    def eis_bewaard(self, werkplek: Werkplek, sessie: Session, *ids: int, met: Collection[Lezer] = ()) -> list[Any]:
        """Read back what was just signed, past everything this session still knows, before it is called saved.

        ``met``: what is read beside it, such as the rows that the content names; gives what each of those gives.
        Raises HandtekeningOnjuist when the database does not hold it as it was signed; nothing is saved then.
        """
        sessie.flush()
        sleutel = inspect(self.rij).primary_key[0]
        vraag = select(self.rij).where(sleutel.in_(ids)).execution_options(populate_existing=True)
        rijen, _, *gelezen = naast(sessie, lambda: sessie.scalars(vraag).all(), lambda: inzicht(sessie), *met)
        if len(rijen) != len(set(ids)) or not all(
            self.moet(sessie, rij) and self.klopt(werkplek, sessie, rij) for rij in rijen
        ):
            inzicht(sessie).eis_heel()
            raise niet_bewaard()
        return gelezen

    def verifieer(self, werkplek: Werkplek, sessie: Session, rij: R) -> int | None:
        """The number of the statement under this row; None where it rightly has none.

        Raises HandtekeningOnjuist when the row is not what was signed, or says that it was not signed.
        """
        if not self.klopt(werkplek, sessie, rij):
            # Where the chain itself is not whole, that is what is wrong, and not this row.
            inzicht(sessie).eis_heel()
            raise self._onjuist(sessie, rij)
        nummer: int | None = getattr(rij, self.kolom)
        return nummer

    def klopt(self, werkplek: Werkplek, sessie: Session, rij: R) -> bool:
        """Whether the row is what was signed, or was rightly never signed."""
        nummer = getattr(rij, self.kolom)
        if _bytes_als_tekst(rij):
            return False
        try:
            verklaringen = self._over(werkplek, sessie, rij)
            if not self.moet(sessie, rij):
                return nummer is None and not self._ontkend(rij, verklaringen, bij_gebruik=True)
            if not verklaringen or verklaringen[-1].nummer != nummer:
                return False
            return self._is_inhoud(werkplek, sessie, rij, verklaringen[-1].inhoud)
        except (HandtekeningOnjuist, NoResultFound):
            return False

    def eis_niet_ontkend(self, werkplek: Werkplek, sessie: Session, rij: R) -> None:
        """Raise HandtekeningOnjuist when this row says that it is not signed (yet), and a statement says otherwise.

        For whoever works on it: less than ``verifieer``, since what is being written need not be as it was signed.
        """
        if not self.moet(sessie, rij) and self._ontkend(rij, self._over(werkplek, sessie, rij), bij_gebruik=True):
            raise self._onjuist(sessie, rij)

    def eis_compleet(self, werkplek: Werkplek, sessie: Session, sleutel: str, waarde: int) -> None:
        """Raise HandtekeningOnjuist when a row that was signed for this owner is gone, or with another owner.

        ``sleutel`` is the key in the content that names the owner, such as 'casus'; the row has it as 'casus_id'.
        """
        for gevonden in verificatie(werkplek, sessie).over(self.soort, sleutel, waarde):
            rij = self._rij_van(sessie, gevonden.inhoud.get(self.over))
            if rij is None or getattr(rij, f"{sleutel}_id") != waarde:
                raise HandtekeningOnjuist(self.verwijderd.format(gevonden.nummer), advies=MELD)

    def vind(self, werkplek: Werkplek, sessie: Session) -> Iterator[str]:
        """Every finding about rows of this kind, as a sentence without the name of a person or a partij."""
        sleutel = inspect(self.rij).primary_key[0]
        vraag = select(sleutel) if self.van_deze_soort is None else select(sleutel).where(self.van_deze_soort)
        ids = sessie.scalars(vraag.order_by(sleutel)).all()
        for id_ in ids:
            try:
                rij = sessie.get_one(self.rij, id_)
                if not self.klopt(werkplek, sessie, rij) and not self._bleef_thuis(werkplek, sessie, rij):
                    yield self.bevinding(sessie, rij)
            except (ValueError, TypeError):
                # With the key someone can write anything into a column; that is a finding, and the rest is read on.
                yield f"{self.soort.value.replace('_', ' ').capitalize()} {id_} is niet te lezen."

    def _bleef_thuis(self, werkplek: Werkplek, sessie: Session, rij: R) -> bool:
        """In a koffer: whether of this row only what it is and when went along, and what was signed of it did not.

        Nothing rests on such a row there. One of which any statement did go along is never such a one.
        """
        if werkplek.kluis.koffer is None or getattr(rij, self.kolom) not in inzicht(sessie).geleegd:
            return False
        try:
            return not self._over(werkplek, sessie, rij)
        except HandtekeningOnjuist:
            return False

    def vind_verwijderd(self, sessie: Session) -> Iterator[str]:
        """A finding for every statement of this kind about a row that is no longer there."""
        geleegd = inzicht(sessie).geleegd
        bestaand = set(sessie.scalars(select(getattr(self.rij, self.rij_sleutel if self.over else self.kolom))))
        for nummer, id_, leeg in self._waarover(sessie):
            if leeg and nummer in geleegd:
                continue
            if leeg:
                # Only a signed destruction may empty a statement.
                yield f"De inhoud van de ondertekende verklaring {nummer} is gewist."
            elif id_ not in bestaand:
                yield self.verwijderd.format(nummer)

    def _waarover(self, sessie: Session) -> Iterator[tuple[int, object, bool]]:
        """Of each statement of this kind: its number, the row that it is about, and whether it was emptied."""
        leest = motor_van(sessie.connection()).leest_teksten
        # A vault keeps an index of what each is about; twenty thousand contents need not be taken apart here.
        over: ColumnElement[Any] = literal_column(UIT_INHOUD.format(self.over) if self.over else "nummer")
        vraag = (
            select(Verklaring.nummer, over if leest else Verklaring.inhoud, Verklaring.inhoud.is_(None))
            .where(Verklaring.soort == self.soort)
            .order_by(Verklaring.nummer)
        )
        for nummer, wat, leeg in sessie.execute(vraag):
            yield nummer, wat if leest else uit_inhoud(wat, self.over) if self.over else nummer, leeg

    def _inhoud(self, werkplek: Werkplek, sessie: Session, rij: R, vorm: int) -> Mapping[str, object]:
        inhoud = self.vormen[vorm - 1](werkplek, sessie, rij)
        return inhoud if vorm == 1 else {VORM: vorm, **inhoud}

    def _is_inhoud(self, werkplek: Werkplek, sessie: Session, rij: R, getekend: Mapping[str, object]) -> bool:
        vorm = getekend.get(VORM, 1)
        if not isinstance(vorm, int) or not 1 <= vorm <= len(self.vormen):
            return False
        if getekend != self._inhoud(werkplek, sessie, rij, vorm):
            return False
        return self.hangt_samen is None or self.hangt_samen(werkplek, sessie, rij)

    def _over(self, werkplek: Werkplek, sessie: Session, rij: R) -> tuple[Gevonden, ...]:
        """Every statement about this row, the oldest first. Raises HandtekeningOnjuist when one does not verify."""
        toets = verificatie(werkplek, sessie)
        if self.over:
            return toets.over(self.soort, self.over, getattr(rij, self.rij_sleutel))
        eigen = toets.een(self.soort, getattr(rij, self.kolom))
        return (eigen,) if eigen is not None else ()

    def _ontkend(self, rij: R, verklaringen: Iterable[Gevonden], *, bij_gebruik: bool = False) -> bool:
        """Whether an unsigned row contradicts one of these: only a later version may be unsigned again.

        ``bij_gebruik``: not while the next version is being signed; where each is signed at once, it may never be.
        """
        versies = [gevonden.inhoud.get("versie") for gevonden in verklaringen]
        if bij_gebruik and self.meteen:
            return bool(versies)
        return any(
            not (self.versie and isinstance(versie, int) and versie < getattr(rij, self.versie)) for versie in versies
        )

    def _rij_van(self, sessie: Session, id_: object) -> R | None:
        return sessie.scalars(select(self.rij).where(getattr(self.rij, self.rij_sleutel) == id_).limit(1)).first()

    def _onjuist(self, sessie: Session, rij: R) -> HandtekeningOnjuist:
        return HandtekeningOnjuist(self.geweigerd(sessie, rij), advies=self.advies)


def _bytes_als_tekst(rij: Base) -> bool:
    """With the key someone can write bytes into a column of text; whatever they say, it is not what was signed."""
    kolommen = inspect(type(rij)).column_attrs
    return any(
        isinstance(getattr(rij, kolom.key), bytes) and not isinstance(kolom.columns[0].type, LargeBinary)
        for kolom in kolommen
    )


def vind_in_getekend(werkplek: Werkplek, sessie: Session, soorten: Iterable[Getekend[Any]]) -> Iterator[str]:
    """Every row of these kinds that is not what was signed."""
    for soort in soorten:
        yield from soort.vind(werkplek, sessie)


def vind_verwijderd(sessie: Session, soorten: Iterable[Getekend[Any]]) -> Iterator[str]:
    """Every statement whose row is gone, once, however many kinds of row share the kind of statement."""
    gehad: set[VerklaringSoort] = set()
    for soort in soorten:
        if soort.soort not in gehad:
            yield from soort.vind_verwijderd(sessie)
        gehad.add(soort.soort)
