"""What is signed instead of a name or a text: hashes of what was displayed, and what verifies the signatures.

A stempel of a name ties a signature to the name that the signer saw: a renamed partij keeps no approval. A stempel
of a text leaves nothing of it behind once the content of a statement is destroyed.
"""

from __future__ import annotations

import hashlib

from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek, nfc, vingerafdruk
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.inzichten import Inzicht
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.services.werkplek.werkplek import Werkplek


def naamstempel(partij: Partij) -> str:
    """Hash of the partij as displayed, signed with every oordeel: a renamed partij keeps no approval."""
    return tekststempel(f"{partij.naam}\n{partij.kort}")


def casusstempel(casus: Casus) -> str:
    """Hash of the casus label, which is its number and never a person."""
    return tekststempel(casus.nummer)


def tekststempel(tekst: str) -> str:
    """Hash of a motivation: signed without the text itself, so that destruction leaves nothing behind."""
    return hashlib.sha256(nfc(tekst).encode()).hexdigest()


def inhoudstempel(soort: VerklaringSoort, inhoud: object) -> str:
    """Hash of everything a statement of this kind covers, in its one canonical form."""
    return vingerafdruk(f"zvh-kluis stempel {soort.value}".encode("ascii"), canoniek(inhoud))


def verificatie(_werkplek: Werkplek, sessie: Session) -> Inzicht:
    """What statements are read through in this use case: the verified chain; it ends with the transaction."""
    return inzicht(sessie)
