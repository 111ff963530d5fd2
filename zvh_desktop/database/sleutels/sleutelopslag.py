"""'Dit apparaat': a random key in the operating system's own key store, never a password and never a file.

Only stores that the platform itself protects are accepted. A store that keeps its content in a readable file is
refused with a sentence, not replaced. So is one that does not answer: keyring translates what it expects of a store,
and lets through what else Windows or a bus says.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from zvh_desktop.errors import SleutelhangerNietVeilig

log = logging.getLogger(__name__)

DIENST = "zvh-desktop"
VEILIG = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)


def bewaar(kluis_id: str, naam: str, waarde: str) -> None:
    """Put a value in the key store. Raises SleutelhangerNietVeilig."""
    with _vertaald():
        _veilige().set_password(DIENST, f"{kluis_id}:{naam}", waarde)


def haal(kluis_id: str, naam: str) -> str | None:
    """Get a value back; None when it was never put there. Raises SleutelhangerNietVeilig."""
    with _vertaald():
        return _veilige().get_password(DIENST, f"{kluis_id}:{naam}")


def vergeet(kluis_id: str, naam: str) -> None:
    """Remove a value; nothing happens when there is none. Raises SleutelhangerNietVeilig."""
    with _vertaald():
        handler = _veilige()
        if handler.get_password(DIENST, f"{kluis_id}:{naam}") is not None:
            handler.delete_password(DIENST, f"{kluis_id}:{naam}")


@contextmanager
def _vertaald() -> Iterator[None]:
    try:
        yield
    except SleutelhangerNietVeilig:
        raise
    except Exception as fout:
        log.info("sleutelhanger: %s", type(fout).__name__)
        raise _zonder_antwoord() from fout


def _veilige() -> KeyringBackend:
    gekozen = keyring.get_keyring()
    if isinstance(gekozen, ChainerBackend):
        onderdelen: list[KeyringBackend] = list(gekozen.backends)
        gekozen = next(filter(_is_veilig, onderdelen), gekozen)
    if not _is_veilig(gekozen):
        raise _onveilig()
    return gekozen


def _is_veilig(opslag: KeyringBackend) -> bool:
    module = type(opslag).__module__
    return any(module == naam or module.startswith(f"{naam}.") for naam in VEILIG)


def _onveilig() -> SleutelhangerNietVeilig:
    return SleutelhangerNietVeilig(
        "Deze computer heeft geen veilige sleutelhanger. Openen zonder wachtwoord kan hier niet.",
        veilig="Er is niets bewaard.",
        advies="Open de kluis met uw wachtwoord.",
    )


def _zonder_antwoord() -> SleutelhangerNietVeilig:
    return SleutelhangerNietVeilig(
        "De sleutelhanger van deze computer doet het niet, of is op slot.",
        veilig="Er is niets bewaard en niets gewijzigd.",
        advies="Ga verder met uw wachtwoord. Blijft dit zo, meld het dan bij de beheerder van deze computer.",
    )
