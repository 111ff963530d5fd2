"""Keep a frozen copy of a document that leaves the house, and show it as long as it is what was kept."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy.orm import Session

from zvh_desktop.database.keten.ketenkop import kop as keten_kop
from zvh_desktop.errors import KluisBeschadigd
from zvh_desktop.models.keuzes import DocumentSoort, PartijId
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.werkplek import Werkplek


def bewaar_uitgegeven(
    werkplek: Werkplek,
    sessie: Session,
    stuk: Stuk,
    *,
    versie: int,
    overleg_id: int | None = None,
    casus_id: int | None = None,
    brief_id: int | None = None,
    moment: datetime | None = None,
    aan: tuple[str, str] = ("", ""),
) -> None:
    """Add the copy within a transaction, with its hash and the head of the chain of that moment.

    ``moment`` is given when several files go at once, and what they belong to says when.
    ``aan`` is name and address of the person to whom it goes, as they are now.
    """
    sessie.add(
        Uitgegeven(
            overleg_id=overleg_id,
            casus_id=casus_id,
            partij_id=stuk.partij_id,
            brief_id=brief_id,
            soort=stuk.soort,
            versie=versie,
            bestandsnaam=stuk.bestandsnaam,
            inhoud=stuk.inhoud,
            sha256=_controlegetal(stuk.inhoud),
            kop_nummer=keten_kop(sessie).nummer,
            gemaakt_door=werkplek.gebruiker,
            gemaakt_op=moment or werkplek.nu(),
            aan_naam=aan[0],
            aan_email=aan[1],
        )
    )


def is_zoals_bewaard(inhoud: bytes, sha256: str) -> bool:
    """Whether these are the bytes of which the digest was kept."""
    return _controlegetal(inhoud) == sha256


def bewaard_stuk(
    kopie: Uitgegeven, partij_id: PartijId | None, ontvanger: str, casusnummers: tuple[str, ...] = ()
) -> Stuk:
    """The copy as it left. Raises KluisBeschadigd when it is not what was kept: that is not what was sent."""
    if not is_zoals_bewaard(kopie.inhoud, kopie.sha256):
        raise KluisBeschadigd(
            "De bewaarde kopie van dit stuk is niet meer zoals het is verstuurd. Zij wordt daarom niet getoond.",
            veilig="Er is niets gewijzigd.",
            advies="Meld dit bij uw beheerder: laat de kluis controleren.",
        )
    return Stuk(DocumentSoort(kopie.soort), kopie.bestandsnaam, kopie.inhoud, partij_id, ontvanger, casusnummers)


def _controlegetal(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()
