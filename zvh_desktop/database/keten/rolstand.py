"""Who may act in which role, as the chain of statements says it: no role of weight on the word of one person alone.

The root key certifies keys, and every beheerder holds it. So a certificate alone does not make a procesregisseur or
a beheerder: what it says counts as far as a statement in the chain stands behind it, signed by two people (ADR 0034).
``begin`` takes down who has which role when the vault first meets this rule; roles of before count. From then on the
chain is walked through and each statement about roles changes the state, or is refused with the rest behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from zvh_desktop.models.keuzes import Rol

VAN_GEWICHT: Final = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR})
"""Roles that let somebody sign, or make others what they are."""
GELDIG: Final = timedelta(days=14)
"""How long a proposal waits for somebody else."""
HERSTEL_GELDIG: Final = timedelta(days=366)
"""New keys wait longer: without them this person cannot do anything."""


class Rolfeit(StrEnum):
    """What one statement about roles says."""

    BEGIN = "begin"
    VOORSTEL = "voorstel"
    ALLEEN = "alleen"
    BEVESTIGD = "bevestigd"
    INGETROKKEN = "ingetrokken"
    HERSTEL = "herstel"
    GEZIEN = "gezien"


class Roldoel(StrEnum):
    """What a change is about."""

    ROLLEN = "rollen"
    NIEUW = "nieuw"
    VERWIJDERD = "verwijderd"
    SLEUTELS = "sleutels"


class RolGeweigerd(Exception):
    """This statement about roles cannot stand here; the text says why, without a name."""


@dataclass(frozen=True, slots=True)
class Lid:
    """Somebody with a role of weight: the signing key by which we know this person, and the roles."""

    naam: str
    sleutel: str
    rollen: frozenset[Rol]


@dataclass(frozen=True, slots=True)
class Tekenaar:
    """Who signed a statement, as the certificate beside it says."""

    naam: str
    sleutel: str
    rollen: frozenset[Rol]


@dataclass(frozen=True, slots=True)
class Rolvoorstel:
    """A change that waits for somebody else to stand behind it."""

    nummer: int
    doel: Roldoel
    door: str
    lid: Lid
    van: frozenset[Rol]
    op: str
    tot: str
    bevestigd_door: tuple[str, ...] = ()

    def verlopen(self, tijd: str) -> bool:
        """Whether nobody can stand behind it any more at this moment."""
        return datetime.fromisoformat(tijd) > datetime.fromisoformat(self.tot)


@dataclass(frozen=True, slots=True)
class Rolmelding:
    """A change on the word of one person, since there was nobody else; every procesregisseur has to see it."""

    nummer: int
    doel: Roldoel
    door: str
    lid: Lid
    van: frozenset[Rol]
    op: str


@dataclass(frozen=True, slots=True)
class Rolstand:
    """Who may what at one place in the chain. ``nummer`` 0: this vault has not met the rule yet."""

    nummer: int = 0
    leden: Mapping[str, Lid] = field(default_factory=dict)
    voorstellen: Mapping[int, Rolvoorstel] = field(default_factory=dict)
    meldingen: tuple[Rolmelding, ...] = ()
    gezien: Mapping[str, int] = field(default_factory=dict)

    @property
    def begonnen(self) -> bool:
        """Whether the rule holds in this vault."""
        return self.nummer > 0

    def rollen_van(self, wie: Tekenaar | Lid) -> frozenset[Rol]:
        """The roles of a certificate that count: those that the chain says, or else the one without weight."""
        if not self.begonnen:
            return wie.rollen
        lid = self.leden.get(wie.naam)
        telt = lid is not None and lid.sleutel == wie.sleutel and not self._gaat_weg(wie.naam)
        eigen = wie.rollen & lid.rollen if lid is not None and telt else frozenset()
        return eigen or wie.rollen & {Rol.MEDEWERKER}

    def anderen(self, *namen: str) -> frozenset[str]:
        """Everybody with a role of weight except these."""
        return frozenset(self.leden) - frozenset(namen)

    def wie_bevestigt(self, doel: Roldoel, door: str, naam: str) -> frozenset[str]:
        """Who may stand behind a change that ``door`` proposes for ``naam``.

        Somebody else than both; where there is nobody, the person whose roles change, if that is another than
        who proposes it. Nobody can be asked to agree with the own removal or the own new keys.
        """
        anderen = self.anderen(door, naam)
        if anderen or doel in (Roldoel.VERWIJDERD, Roldoel.SLEUTELS):
            return anderen
        return frozenset({naam} & set(self.leden)) - {door}

    def bezwaar_alleen(self, doel: Roldoel, door: str, lid: Lid) -> str:
        """Why this may not be done on the word of one person; empty when it may."""
        if self.wie_bevestigt(doel, door, lid.naam):
            return "er was iemand die dit moest bevestigen"
        oud = self.leden.get(lid.naam)
        erbij = lid.rollen & VAN_GEWICHT - (oud.rollen if oud is not None else frozenset())
        return "niemand kan zichzelf een rol geven" if erbij and door == lid.naam else ""

    def mag_bevestigen(self, nummer: int, naam: str) -> bool:
        """Whether this person may stand behind this proposal, and did not do so yet."""
        voorstel = self.voorstellen.get(nummer)
        if voorstel is None or naam in voorstel.bevestigd_door:
            return False
        return naam in self.wie_bevestigt(voorstel.doel, voorstel.door, voorstel.lid.naam)

    def ongezien(self, naam: str) -> tuple[Rolmelding, ...]:
        """What this procesregisseur still has to see."""
        lid = self.leden.get(naam)
        if lid is None or Rol.PROCESREGISSEUR not in lid.rollen:
            return ()
        return tuple(melding for melding in self.meldingen if melding.nummer > self.gezien.get(naam, 0))

    def _gaat_weg(self, naam: str) -> bool:
        """Whether somebody removed this account and nobody else agreed yet.

        Who was removed still counts as somebody else, so that nobody makes himself the only one, and signs nothing: the
        beheerder has the root key, and could give the key of before another certificate.
        """
        return any(een.doel is Roldoel.VERWIJDERD and een.lid.naam == naam for een in self.voorstellen.values())

    def voorstel_voor(self, naam: str) -> Rolvoorstel | None:
        """The newest change of this person that waits."""
        eigen = [voorstel for voorstel in self.voorstellen.values() if voorstel.lid.naam == naam]
        return eigen[-1] if eigen else None

    def na(self, nummer: int, tekenaar: Tekenaar, tijd: str, inhoud: Mapping[str, object]) -> Rolstand:
        """The state after one more statement about roles. Raises RolGeweigerd."""
        try:
            feit = Rolfeit(str(inhoud["wat"]))
            if feit is Rolfeit.BEGIN:
                return self._begin(nummer, inhoud)
            if not self.begonnen:
                raise RolGeweigerd("wie welke rol heeft, was nog niet vastgelegd")
            if feit is Rolfeit.HERSTEL:
                return self._herstel(nummer, tekenaar, tijd, _lid(inhoud))
            if not self.rollen_van(tekenaar) & VAN_GEWICHT:
                raise RolGeweigerd("de ondertekenaar gaat niet over rollen")
            if feit in (Rolfeit.VOORSTEL, Rolfeit.ALLEEN):
                return self._voorstel(nummer, tekenaar, tijd, inhoud)
            if feit is Rolfeit.GEZIEN:
                return replace(self, gezien={**self.gezien, tekenaar.naam: _nummer(inhoud["tot"])})
            voorstel = self.voorstellen.get(_nummer(inhoud["voorstel"]))
            if voorstel is None:
                raise RolGeweigerd("er is geen voorstel dat hierbij hoort")
            rest = {ander: deel for ander, deel in self.voorstellen.items() if ander != voorstel.nummer}
            if feit is Rolfeit.INGETROKKEN:
                return replace(self, voorstellen=rest)
            return self._bevestigd(nummer, voorstel, rest, tekenaar, tijd)
        except (KeyError, ValueError, TypeError) as fout:
            raise RolGeweigerd("zij is niet te lezen") from fout

    def _begin(self, nummer: int, inhoud: Mapping[str, object]) -> Rolstand:
        if self.begonnen:
            raise RolGeweigerd("wie welke rol heeft, was al vastgelegd")
        leden = inhoud["leden"]
        if not isinstance(leden, list):
            raise TypeError
        return Rolstand(nummer, {lid.naam: lid for lid in map(_lid, leden)})

    def _voorstel(self, nummer: int, door: Tekenaar, tijd: str, inhoud: Mapping[str, object]) -> Rolstand:
        doel, lid = Roldoel(str(inhoud["doel"])), _lid(inhoud)
        oud = self.leden.get(lid.naam)
        if Rol.BEHEERDER not in self.rollen_van(door):
            raise RolGeweigerd("de ondertekenaar is geen beheerder")
        if doel is Roldoel.SLEUTELS or (doel is Roldoel.VERWIJDERD) is bool(lid.rollen):
            raise RolGeweigerd("wat er verandert, is niet duidelijk")
        if oud is not None and (doel is Roldoel.NIEUW or oud.sleutel != lid.sleutel):
            raise RolGeweigerd("deze naam hoort bij een andere sleutel")
        van = oud.rollen if oud is not None else frozenset(map(Rol, _teksten(inhoud["van"])))
        voorstel = Rolvoorstel(nummer, doel, door.naam, lid, van, tijd, str(inhoud["tot"]))
        if inhoud["wat"] == Rolfeit.ALLEEN:
            if bezwaar := self.bezwaar_alleen(doel, door.naam, lid):
                raise RolGeweigerd(bezwaar)
            return self._voer_uit(voorstel, nummer, tijd, alleen=True)
        if datetime.fromisoformat(voorstel.tot) > datetime.fromisoformat(tijd) + GELDIG:
            raise RolGeweigerd("het voorstel wacht te lang")
        return replace(self, voorstellen={**self.voorstellen, nummer: voorstel})

    def _bevestigd(
        self, nummer: int, voorstel: Rolvoorstel, rest: Mapping[int, Rolvoorstel], wie: Tekenaar, tijd: str
    ) -> Rolstand:
        if not self.mag_bevestigen(voorstel.nummer, wie.naam):
            raise RolGeweigerd("een ander moet dit bevestigen")
        if voorstel.verlopen(tijd):
            raise RolGeweigerd("het voorstel was verlopen")
        gedaan = replace(voorstel, bevestigd_door=(*voorstel.bevestigd_door, wie.naam))
        if not self._genoeg(gedaan):
            return replace(self, voorstellen={**rest, voorstel.nummer: gedaan})
        # Who held the paper is not known, so new keys are always made known to every procesregisseur.
        alleen = voorstel.doel is Roldoel.SLEUTELS
        klaar = replace(gedaan, door=wie.naam) if alleen else gedaan
        return replace(self, voorstellen=rest)._voer_uit(klaar, nummer, tijd, alleen=alleen)

    def _genoeg(self, voorstel: Rolvoorstel) -> bool:
        """New keys need somebody who does not hold the root key, or two who do, as long as there are such."""
        if voorstel.doel is not Roldoel.SLEUTELS or len(voorstel.bevestigd_door) > 1:
            return True
        regie = {naam for naam in self.anderen(voorstel.lid.naam) if Rol.BEHEERDER not in self.leden[naam].rollen}
        return not regie or bool(regie & set(voorstel.bevestigd_door))

    def _herstel(self, nummer: int, wie: Tekenaar, tijd: str, nieuw: Lid) -> Rolstand:
        """New keys by the recovery key wait for others. Who they were of keeps counting as somebody else until then:

        or whoever holds the root key could make everybody new keys, and be alone.
        """
        if (wie.naam, wie.sleutel) != (nieuw.naam, nieuw.sleutel):
            raise RolGeweigerd("de ondertekenaar hoort niet bij deze sleutel")
        oud = self.leden.get(nieuw.naam)
        if oud is None or not nieuw.rollen <= oud.rollen or not nieuw.rollen:
            raise RolGeweigerd("deze rollen had deze gebruiker niet")
        rest = {ander: deel for ander, deel in self.voorstellen.items() if deel.lid.naam != nieuw.naam}
        tot = (datetime.fromisoformat(tijd) + HERSTEL_GELDIG).isoformat()
        voorstel = Rolvoorstel(nummer, Roldoel.SLEUTELS, nieuw.naam, nieuw, oud.rollen, tijd, tot)
        if not self.anderen(nieuw.naam):
            return self._voer_uit(voorstel, nummer, tijd, alleen=True)
        return replace(self, voorstellen={**rest, nummer: voorstel})

    def _voer_uit(self, voorstel: Rolvoorstel, nummer: int, tijd: str, *, alleen: bool) -> Rolstand:
        lid = voorstel.lid
        leden = {naam: ander for naam, ander in self.leden.items() if naam != lid.naam}
        if lid.rollen & VAN_GEWICHT:
            leden[lid.naam] = lid
        # Another change of the same person was made for a state that is gone.
        rest = {ander: deel for ander, deel in self.voorstellen.items() if deel.lid.naam != lid.naam}
        melding = Rolmelding(nummer, voorstel.doel, voorstel.door, lid, voorstel.van, tijd)
        return replace(
            self,
            leden=leden,
            voorstellen=rest,
            meldingen=(*self.meldingen, melding) if alleen else self.meldingen,
        )


def inhoud_begin(leden: Iterable[Lid]) -> Mapping[str, object]:
    """The statement that takes down who has which role now."""
    return {"wat": Rolfeit.BEGIN.value, "leden": [lid_json(lid) for lid in leden if lid.rollen & VAN_GEWICHT]}


def inhoud_voorstel(feit: Rolfeit, doel: Roldoel, lid: Lid, van: frozenset[Rol], tot: datetime) -> Mapping[str, object]:
    """A change that is proposed, or made alone."""
    return {
        "wat": feit.value,
        "doel": doel.value,
        **lid_json(lid),
        "van": sorted(van),
        "tot": tot.isoformat(),
    }


def lid_json(lid: Lid) -> dict[str, object]:
    """How a person stands in a statement."""
    return {"naam": lid.naam, "sleutel": lid.sleutel, "rollen": sorted(lid.rollen)}


def _lid(waarde: object) -> Lid:
    if not isinstance(waarde, Mapping):
        raise TypeError
    return Lid(_tekst(waarde["naam"]), _tekst(waarde["sleutel"]), frozenset(map(Rol, _teksten(waarde["rollen"]))))


def _tekst(waarde: object) -> str:
    if not isinstance(waarde, str):
        raise TypeError
    return waarde


def _teksten(waarde: object) -> list[str]:
    if not isinstance(waarde, list):
        raise TypeError
    return [_tekst(deel) for deel in waarde]


def _nummer(waarde: object) -> int:
    if type(waarde) is not int:
        raise TypeError
    return waarde
