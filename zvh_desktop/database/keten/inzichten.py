"""What one transaction may conclude about statements, from the memory of the verified chain and the rows it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, SessionTransaction

from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.ondertekening import VerklaringRij, rij_afdruk
from zvh_desktop.database.keten.rolstand import Rolstand
from zvh_desktop.database.keten.schakels import Rij, Schakels, onbetrouwbaar, snelle_inhoud
from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import VerklaringSoort

_PER_KEER: Final = 500
_TABEL = Verklaring.__table__


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
        alle = {n for deel in (self.basis, self.eigen) for n, van in deel.soorten.items() if van == soort.value}
        return alle - self.geleegd

    def lees_vooruit(self, *groepen: tuple[VerklaringSoort, str, Iterable[int]]) -> None:
        """Read the statements about these subjects together; one that is not right says so when it is asked for.

        A group is a kind, the key under which it names its subject, and the subjects.
        """
        if self.breuk:
            return
        nummers = {n for groep in groepen for n in self.nummers_over(*groep)}
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

    def onderwerpen(self, soort: VerklaringSoort, sleutel: str) -> frozenset[int]:
        """What statements of this kind are about, under this key. Raises HandtekeningOnjuist."""
        self.eis_heel()
        over = (
            wat for deel in (self.basis, self.eigen) for wat, nummers in deel.over.items() if nummers[0] <= self.grens
        )
        return frozenset(waarde for een, waarvan, waarde in over if (een, waarvan) == (soort.value, sleutel))

    def waarom_niet(self, soort: VerklaringSoort, sleutel: str, waarde: int) -> HandtekeningOnjuist | None:
        """What keeps from concluding anything about this subject; None when it can be concluded."""
        try:
            self.over(soort, sleutel, waarde)
        except HandtekeningOnjuist as fout:
            return fout
        return None

    def neem(self, rijen: Iterable[Rij]) -> None:
        """These were read and verified for this: what they say need not be read once more."""
        for rij in rijen:
            nummer = rij[0]
            if isinstance(nummer, int) and nummer not in self.geleegd and rij[2] is not None:
                self._inhouden[nummer] = self._vergelijk(nummer, rij)

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
