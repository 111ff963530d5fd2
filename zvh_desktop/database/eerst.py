"""The key file of before, kept until it is sure that the new one stays (ADR 0033).

Where the database decides an act, the key file takes its place first. A row ``eerst:`` says what the file was, and the
old one stands beside it: whoever opens the vault after a process that was killed puts it back.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.bestanden import schrijf_heel, sync_map, vervang
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.bestand.vertaling import vertaal_fout
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.database.sleutels.sleutelbytes import BESTANDSNAAM
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.instelling import Instelling

log = logging.getLogger(__name__)

TERUG: Final = f"{BESTANDSNAAM}.terug"
ONBEKEND: Final = "niet na te gaan"
_EERST: Final = "eerst:"
_VELDEN: Final = frozenset({"afdruk", "handeling", "gebruiker", "tijd"})


def bewaar_vorige(engine: Engine, kluismap: Path, handeling: str, gebruiker: str, tijd: datetime) -> str:
    """Keep the key file of now and note that another may take its place; the key of that note."""
    sleutels, eerst = kluismap / BESTANDSNAAM, _EERST + secrets.token_hex(8)
    velden = {
        "afdruk": afdruk_van(sleutels),
        "handeling": handeling,
        "gebruiker": gebruiker,
        "tijd": tijd.isoformat(),
    }
    schrijf_heel(kluismap / TERUG, sleutels.read_bytes())
    try:
        with Session(engine) as sessie, sessie.begin():
            sessie.add(Instelling(sleutel=eerst, waarde=canoniek(velden).decode("utf-8")))
    except BaseException:
        ruim_vorige_op(kluismap)
        raise
    return eerst


def vergeet_vorige(sessie: Session, eerst: str) -> None:
    """Within the transaction that decides: the new file stays."""
    sessie.execute(delete(Instelling).where(Instelling.sleutel == eerst))


def ruim_vorige_op(kluismap: Path) -> None:
    """The old file is not needed any more."""
    ga_door_bij_fout(lambda: (kluismap / TERUG).unlink(missing_ok=True))


def zet_vorige_terug(engine: Engine, kluismap: Path) -> bool:
    """Where the act was not committed, the key file of before. True: another file stood there."""
    with vertaal_fout(kluismap), Session(engine) as sessie:
        rijen = sessie.execute(
            select(Instelling.sleutel, Instelling.waarde).where(Instelling.sleutel.startswith(_EERST))
        ).all()
    gedaan = [_zet_terug(engine, kluismap, sleutel, _lees(waarde)) for sleutel, waarde in rijen]
    ruim_vorige_op(kluismap)
    return any(gedaan)


def open_vorige(sessie: Session) -> tuple[str, ...]:
    """The acts that were broken off, for the check of a vault."""
    waarden = sessie.scalars(select(Instelling.waarde).where(Instelling.sleutel.startswith(_EERST))).all()
    return tuple(velden["handeling"] if (velden := _lees(waarde)) else "onbekend" for waarde in waarden)


def afdruk_van(pad: Path) -> str:
    """What tells one file from another."""
    return hashlib.blake2b(pad.read_bytes(), digest_size=32).hexdigest()


def ga_door_bij_fout(doe: Callable[[], object]) -> None:
    """What fails here may not be said of the act itself."""
    try:
        doe()
    except (GebruikersFout, SQLAlchemyError, OSError) as fout:
        log.warning("na een handeling bleef iets over: %s", type(fout).__name__)


def _zet_terug(engine: Engine, kluismap: Path, sleutel: str, velden: dict[str, str] | None) -> bool:
    sleutels, terug = kluismap / BESTANDSNAAM, kluismap / TERUG
    with vertaal_fout(kluismap):
        anders = velden is not None and afdruk_van(sleutels) != velden["afdruk"]
        kan = anders and velden is not None and terug.exists() and afdruk_van(terug) == velden["afdruk"]
        if kan:
            vervang(terug, sleutels)
            sync_map(kluismap)
        with Session(engine) as sessie, sessie.begin():
            sessie.execute(delete(Instelling).where(Instelling.sleutel == sleutel))
            if anders and not kan and velden is not None:
                # Somebody took the old file away. What stands there now gives no role that counts.
                _log_onbekend(sessie, velden)
    return kan


def _log_onbekend(sessie: Session, velden: dict[str, str]) -> None:
    schrijf_logregel(
        sessie,
        tijd=datetime.fromisoformat(velden["tijd"]),
        gebruiker=velden["gebruiker"],
        rol="",
        handeling=velden["handeling"],
        object_soort="kluis",
        object_id="",
        resultaat=ONBEKEND,
        herkomst="venster",
    )


def _lees(waarde: str) -> dict[str, str] | None:
    try:
        velden = uit_canoniek(waarde.encode("utf-8"))
        if not isinstance(velden, dict) or set(velden) != _VELDEN:
            return None
        gelezen = {naam: str(deel) for naam, deel in velden.items()}
        datetime.fromisoformat(gelezen["tijd"])
    except (ValueError, AttributeError):
        return None
    return gelezen
