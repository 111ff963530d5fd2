"""The few cryptographic acts of the vault, all from libsodium, so that an auditor finds them on one page.

Argon2id for passwords, XChaCha20-Poly1305 with associated data to wrap, sealed boxes to hand a key to a user,
Ed25519 to sign, BLAKE2b to derive. Nothing here touches a file.
"""

from __future__ import annotations

from dataclasses import dataclass

from nacl import exceptions, pwhash, utils
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

from zvh_desktop.database.bestand.canoniek import nfc
from zvh_desktop.errors import InvoerOngeldig, ZvhFout

MIB = 1024 * 1024
SLEUTEL_LENGTE = 32
NONCE_LENGTE = 24
ZOUT_LENGTE = pwhash.argon2id.SALTBYTES
MAX_WACHTWOORD_BYTES = MIB

RONDES_MIN, RONDES_MAX = 3, 12
GEHEUGEN_MIN, GEHEUGEN_MAX = 64 * MIB, 1024 * MIB


class SleutelPastNiet(ZvhFout):
    """A wrap, seal or signature does not open. Caught inside this layer; says nothing about why."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """What Argon2id costs. Outside these limits the KDF is never run: no downgrade, no exhausted memory."""

    rondes: int
    geheugen: int

    def __post_init__(self) -> None:
        if not (RONDES_MIN <= self.rondes <= RONDES_MAX and GEHEUGEN_MIN <= self.geheugen <= GEHEUGEN_MAX):
            raise ValueError("KDF-parameters buiten de grenzen")
        if self.geheugen % 1024:
            raise ValueError("KDF-geheugen is geen veelvoud van 1024")


KDF_STANDAARD = KdfParameters(rondes=3, geheugen=256 * MIB)
KDF_ONDERGRENS = KdfParameters(rondes=RONDES_MIN, geheugen=GEHEUGEN_MIN)


def willekeurig(lengte: int = SLEUTEL_LENGTE) -> bytes:
    """Random bytes from the operating system."""
    return utils.random(lengte)


def wachtwoord_bytes(wachtwoord: str) -> bytes:
    """NFC, so that é typed on one machine equals é on another; refuses what no hand can have typed."""
    try:
        gegevens = nfc(wachtwoord).encode("utf-8")
    except UnicodeEncodeError as fout:
        raise InvoerOngeldig("wachtwoord", "Dit wachtwoord bevat tekens die geen tekst zijn.") from fout
    if len(gegevens) > MAX_WACHTWOORD_BYTES:
        raise InvoerOngeldig(
            "wachtwoord", "Dit wachtwoord is te lang.", advies="Gebruik minder dan een miljoen tekens."
        )
    return gegevens


def sleutel_uit_wachtwoord(wachtwoord: str, zout: bytes, kdf: KdfParameters) -> bytes:
    """Argon2id. Slow on purpose: call it outside the thread of the window."""
    return pwhash.argon2id.kdf(
        SLEUTEL_LENGTE, wachtwoord_bytes(wachtwoord), zout, opslimit=kdf.rondes, memlimit=kdf.geheugen
    )


def leid_af(sleutel: bytes, doel: bytes) -> bytes:
    """A key for one purpose, from which the key it came from cannot be found."""
    return blake2b(doel, digest_size=SLEUTEL_LENGTE, key=sleutel, encoder=RawEncoder)


def mac(sleutel: bytes, gegevens: bytes) -> bytes:
    """Keyed BLAKE2b: proves that these bytes were written by someone with the key."""
    return blake2b(gegevens, digest_size=32, key=sleutel, encoder=RawEncoder)


def verpak(sleutel: bytes, geheim: bytes, erbij: bytes) -> bytes:
    """Encrypt; ``erbij`` is not hidden but cannot be changed either."""
    nonce = willekeurig(NONCE_LENGTE)
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(geheim, erbij, nonce, sleutel)


def verpak_gelijk(sleutel: bytes, menging: bytes, geheim: bytes, erbij: bytes) -> bytes:
    """Encrypt so that the same secret in the same place looks the same, and anywhere else does not.

    The nonce is a keyed print of place and secret together: it comes back only with both. ``menging`` is a key for it.
    """
    nonce = mac(menging, len(erbij).to_bytes(4, "big") + erbij + geheim)[:NONCE_LENGTE]
    return nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(geheim, erbij, nonce, sleutel)


def pak_uit(sleutel: bytes, verpakt: bytes, erbij: bytes) -> bytes:
    """The reverse of ``verpak``."""
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(
            verpakt[NONCE_LENGTE:], erbij, verpakt[:NONCE_LENGTE], sleutel
        )
    except (exceptions.CryptoError, ValueError, TypeError) as fout:
        raise SleutelPastNiet from fout


def verzegel(openbaar: bytes, geheim: bytes) -> bytes:
    """Encrypt to a public key; needs nobody's password."""
    return SealedBox(PublicKey(openbaar)).encrypt(geheim)


def ontzegel(prive: bytes, verzegeld: bytes) -> bytes:
    """Open what was sealed to this private key."""
    try:
        return SealedBox(PrivateKey(prive)).decrypt(verzegeld)
    except (exceptions.CryptoError, ValueError, TypeError) as fout:
        raise SleutelPastNiet from fout


def openbare_sleutel(prive: bytes) -> bytes:
    """The X25519 public key of a private key."""
    return bytes(PrivateKey(prive).public_key)


def openbare_tekensleutel(zaad: bytes) -> bytes:
    """The Ed25519 public key of a seed."""
    return bytes(SigningKey(zaad).verify_key)


def onderteken(zaad: bytes, gegevens: bytes) -> bytes:
    """An Ed25519 signature of 64 bytes."""
    return bytes(SigningKey(zaad).sign(gegevens).signature)


def controleer_handtekening(openbaar: bytes, gegevens: bytes, handtekening: bytes) -> None:
    """Raises SleutelPastNiet when the signature is not over these bytes by this key."""
    try:
        VerifyKey(openbaar).verify(gegevens, handtekening)
    except (exceptions.CryptoError, ValueError, TypeError) as fout:
        raise SleutelPastNiet from fout
