"""One act in two stores: a file of the vault, and the log in the database (ADR 0033).

The file decides. It is written whole beside the one it replaces, so that what needs room has been done; then the line
in the log is committed together with an intent that names what the file will be; then the file takes its place. What
fails before that last step leaves nothing, and an intent that is found later tells by the file itself whether the act
happened.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.bestanden import sync_map, vervang
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.bestand.vergrendelbestand import RESERVEBESTAND, geef_reserve_vrij
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.eerst import ONBEKEND, afdruk_van, ga_door_bij_fout, open_vorige, zet_vorige_terug
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.sleutels.sleutelbestand import (
    Sleutelbestand,
    leg_sleutelbestand_klaar,
    schrijf_sleutelbestand,
)
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.errors import SchijfVol
from zvh_desktop.models.instelling import Instelling

T = TypeVar("T")
VOORNEMEN = "voornemen:"
GELUKT, TERUGGENOMEN = "gelukt", "teruggenomen"
_VELDEN = frozenset({"plaats", "afdruk", "handeling", "gebruiker", "rol", "soort", "object", "herkomst", "tijd"})


@dataclass(frozen=True, slots=True)
class Daad:
    """An act as the log names it: who, what and when, never what stood in it."""

    handeling: str
    gebruiker: str
    tijd: datetime
    rol: str = ""
    object_soort: str = "kluis"
    object_id: str = ""
    herkomst: str = "venster"
    erbij: Callable[[Session], None] | None = field(default=None, compare=False)
    """What is signed with it, in the same transaction; then the database decides and not the file."""

    def voer_uit(self, sessie: Session) -> None:
        """What goes with this act and the line of it, within the transaction of the caller."""
        if self.erbij is not None:
            self.erbij(sessie)
        self.log(sessie)

    def log(self, sessie: Session, resultaat: str = GELUKT) -> None:
        """The line of this act, within the transaction of the caller."""
        schrijf_logregel(
            sessie,
            tijd=self.tijd,
            gebruiker=self.gebruiker,
            rol=self.rol,
            handeling=self.handeling,
            object_soort=self.object_soort,
            object_id=self.object_id,
            resultaat=resultaat,
            herkomst=self.herkomst,
        )


@dataclass(frozen=True, slots=True)
class Bestandswissel:
    """What decides the act: ``klaar`` takes the place of ``doel``; ``bewijs`` is the file in it that tells."""

    klaar: Path
    doel: Path
    bewijs: str = ""

    def afdruk(self) -> str:
        """What ``bewijs`` looks like once the act has happened."""
        return afdruk_van(self.klaar / self.bewijs if self.bewijs else self.klaar)

    def plaats(self) -> Path:
        """Where that is found afterwards."""
        return self.doel / self.bewijs if self.bewijs else self.doel


def wissel_met_daad(engine: Engine, kluismap: Path, wisseling: Bestandswissel, daad: Daad) -> None:
    """Log the act and let it happen: both, or neither. ``klaar`` is left to the caller when it fails."""
    sleutel = VOORNEMEN + secrets.token_hex(8)
    with vertaal_fout(kluismap), Session(engine) as sessie, sessie.begin():
        daad.log(sessie)
        sessie.add(Instelling(sleutel=sleutel, waarde=_als_tekst(wisseling, daad, kluismap)))
    try:
        with vertaal_fout(wisseling.doel.parent):
            vervang(wisseling.klaar, wisseling.doel)
    except BaseException:
        # When this fails too, the intent stays and whoever opens the vault next does it.
        ga_door_bij_fout(lambda: _rond_af(engine, kluismap, sleutel, TERUGGENOMEN, daad))
        raise
    # From here on it has happened, whatever the disk says.
    ga_door_bij_fout(lambda: sync_map(wisseling.doel.parent))
    ga_door_bij_fout(lambda: _rond_af(engine, kluismap, sleutel, GELUKT, daad))


def schrijf_sleutels(
    engine: Engine, kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes, daad: Daad | None
) -> Sleutelbestand:
    """Replace the key file and log that, as one act. The reserve is given free when there is no room.

    Without ``daad`` nothing is logged: while a vault is being made, and that is one act itself.
    """

    def doe() -> Sleutelbestand:
        with vertaal_fout(kluismap):
            if daad is None:
                return schrijf_sleutelbestand(kluismap, bestand, databasesleutel)
            verzegeld, klaar = leg_sleutelbestand_klaar(kluismap, bestand, databasesleutel)
        try:
            wissel_met_daad(engine, kluismap, Bestandswissel(klaar, kluismap / BESTANDSNAAM), daad)
        finally:
            # gone when it took its place
            ga_door_bij_fout(lambda: klaar.unlink(missing_ok=True))
        return verzegeld

    rond_voornemens_af(engine, kluismap)
    return met_reserve(kluismap, doe)


def met_reserve(kluismap: Path, doe: Callable[[], T]) -> T:
    """Do it, and once more with the reserve given free when the disk is full. ``doe`` leaves nothing when it fails."""
    had = (kluismap / RESERVEBESTAND).exists()
    try:
        return doe()
    except SchijfVol:
        # An error of the database may have given it free already.
        geef_reserve_vrij(kluismap)
        if not had:
            raise
    return doe()


def open_voornemens(sessie: Session) -> tuple[str, ...]:
    """The acts of which it was not yet seen whether they happened, for the check of a vault."""
    waarden = sessie.scalars(select(Instelling.waarde).where(Instelling.sleutel.startswith(VOORNEMEN))).all()
    namen = (velden["handeling"] if (velden := _lees(waarde)) else "onbekend" for waarde in waarden)
    return (*namen, *open_vorige(sessie))


def rond_voornemens_af(engine: Engine, kluismap: Path) -> bool:
    """After a process that was killed: each intent is finished or taken back, as the file itself says.

    True: the key file is another one now, since the act for which it made room did not happen.
    """
    terug = zet_vorige_terug(engine, kluismap)
    with vertaal_fout(kluismap), Session(engine) as sessie:
        rijen = sessie.execute(
            select(Instelling.sleutel, Instelling.waarde).where(Instelling.sleutel.startswith(VOORNEMEN))
        ).all()
    for sleutel, waarde in rijen:
        velden = _lees(waarde)
        if velden is None:
            _rond_af(engine, kluismap, sleutel, GELUKT, None)
            continue
        _rond_af(engine, kluismap, sleutel, _uitkomst(kluismap, velden), _daad(velden))
    return terug


def _uitkomst(kluismap: Path, velden: dict[str, str]) -> str:
    plaats = kluismap / velden["plaats"]
    try:
        return GELUKT if afdruk_van(plaats) == velden["afdruk"] else TERUGGENOMEN
    except OSError:
        # A backup on a disk that is not connected now may well be there.
        return TERUGGENOMEN if plaats.parent.parent.is_dir() else ONBEKEND


def _rond_af(engine: Engine, kluismap: Path, sleutel: str, uitkomst: str, daad: Daad | None) -> None:
    with vertaal_fout(kluismap), Session(engine) as sessie, sessie.begin():
        sessie.execute(delete(Instelling).where(Instelling.sleutel == sleutel))
        if uitkomst != GELUKT and daad is not None:
            # The line that is there says that it was done; this one says that it was not.
            daad.log(sessie, uitkomst)


def _als_tekst(wisseling: Bestandswissel, daad: Daad, kluismap: Path) -> str:
    plaats = wisseling.plaats()
    # The vault may stand elsewhere when it is opened again.
    naam = plaats.name if plaats.parent == kluismap else str(plaats.absolute())
    return canoniek(
        {
            "plaats": naam,
            "afdruk": wisseling.afdruk(),
            "handeling": daad.handeling,
            "gebruiker": daad.gebruiker,
            "rol": daad.rol,
            "soort": daad.object_soort,
            "object": daad.object_id,
            "herkomst": daad.herkomst,
            "tijd": daad.tijd.isoformat(),
        }
    ).decode("utf-8")


def _lees(waarde: str) -> dict[str, str] | None:
    try:
        velden = uit_canoniek(waarde.encode("utf-8"))
    except (ValueError, AttributeError):
        return None
    if not isinstance(velden, dict) or set(velden) != _VELDEN:
        return None
    return velden if all(isinstance(deel, str) for deel in velden.values()) else None


def _daad(velden: dict[str, str]) -> Daad | None:
    try:
        tijd = datetime.fromisoformat(velden["tijd"])
    except ValueError:
        return None
    return Daad(
        handeling=velden["handeling"],
        gebruiker=velden["gebruiker"],
        tijd=tijd,
        rol=velden["rol"],
        object_soort=velden["soort"],
        object_id=velden["object"],
        herkomst=velden["herkomst"],
    )
