"""'Dit apparaat': a random key in the operating system's own key store, never a password and never a file.

Only stores that the platform itself protects are accepted. A store that keeps its content in a readable file is
refused with a sentence, not replaced.
"""

from __future__ import annotations

import keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringError

from zvh_desktop.errors import SleutelhangerNietVeilig

DIENST = "zvh-desktop"
VEILIG = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
)


def bewaar(kluis_id: str, naam: str, waarde: str) -> None:
    """Put a value in the key store."""
    try:
        _veilige().set_password(DIENST, f"{kluis_id}:{naam}", waarde)
    except KeyringError as fout:
        raise _onveilig() from fout


def haal(kluis_id: str, naam: str) -> str | None:
    """Get a value back; None when it was never put there."""
    try:
        return _veilige().get_password(DIENST, f"{kluis_id}:{naam}")
    except KeyringError as fout:
        raise _onveilig() from fout


def vergeet(kluis_id: str, naam: str) -> None:
    """Remove a value; nothing happens when there is none."""
    try:
        handler = _veilige()
        if handler.get_password(DIENST, f"{kluis_id}:{naam}") is not None:
            handler.delete_password(DIENST, f"{kluis_id}:{naam}")
    except KeyringError as fout:
        raise _onveilig() from fout


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
