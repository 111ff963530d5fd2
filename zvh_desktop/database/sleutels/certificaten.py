"""Certificates: the root key of the house says which keys and which roles belong to a user.

The register is the second thing the root key signs: which certificate counts now for each user, and until which
statement an older one counted. Without it someone could put back a certificate from before a role was taken away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from zvh_desktop.database.bestand.canoniek import canoniek
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, controleer_handtekening, onderteken
from zvh_desktop.models.keuzes import Rol

CERTIFICAAT_DOMEIN = b"zvh-kluis certificaat v1\x00"
REGISTER_DOMEIN = b"zvh-kluis register v1\x00"
GELDIGHEID = timedelta(days=20 * 365)
# Practice data lies in the past as well as in the future.
OEFEN_GELDIG_VAN = datetime(2000, 1, 1, tzinfo=UTC)
MAX_NAAM = 64
_JSON_VELDEN = (
    "kluis",
    "serienummer",
    "naam",
    "weergavenaam",
    "rollen",
    "sleutel",
    "tekensleutel",
    "geldig_van",
    "geldig_tot",
    "handtekening",
)


@dataclass(frozen=True, slots=True)
class Certificaat:
    """What the root key says about one user."""

    kluis_id: str
    serienummer: int
    naam: str
    weergavenaam: str
    rollen: frozenset[Rol]
    sleutel: str
    tekensleutel: str
    geldig_van: str
    geldig_tot: str
    handtekening: str = ""

    def inhoud(self) -> dict[str, object]:
        """What is signed."""
        return {
            "kluis": self.kluis_id,
            "serienummer": self.serienummer,
            "naam": self.naam,
            "weergavenaam": self.weergavenaam,
            "rollen": sorted(self.rollen),
            "sleutel": self.sleutel,
            "tekensleutel": self.tekensleutel,
            "geldig_van": self.geldig_van,
            "geldig_tot": self.geldig_tot,
        }

    def als_json(self) -> dict[str, object]:
        """How it stands in the key file and beside a statement."""
        return {**self.inhoud(), "handtekening": self.handtekening}

    def geldig_op(self, tijd: str) -> bool:
        """Whether a moment (ISO, UTC) lies within the validity."""
        try:
            return (
                datetime.fromisoformat(self.geldig_van)
                <= datetime.fromisoformat(tijd)
                < datetime.fromisoformat(self.geldig_tot)
            )
        except (ValueError, TypeError):
            return False


@dataclass(frozen=True, slots=True)
class Register:
    """Which certificates count. ``ingetrokken``: serial number -> last statement it could sign.

    ``koppen``: the hash of the chain at those statements. The root key names it, so that a revoked key cannot replace
    what stood before either. Registers from before have none.
    """

    kluis_id: str
    nummer: int
    oefen: bool
    volgende_serie: int
    gebruikers: Mapping[str, int]
    ingetrokken: Mapping[str, int]
    handtekening: str = ""
    koppen: Mapping[str, str] = field(default_factory=dict)

    def inhoud(self) -> dict[str, object]:
        """What is signed."""
        return {
            **({"koppen": dict(self.koppen)} if self.koppen else {}),
            "kluis": self.kluis_id,
            "nummer": self.nummer,
            "oefen": self.oefen,
            "volgende_serie": self.volgende_serie,
            "gebruikers": dict(self.gebruikers),
            "ingetrokken": dict(self.ingetrokken),
        }

    def als_json(self) -> dict[str, object]:
        """How it stands in the key file."""
        return {**self.inhoud(), "handtekening": self.handtekening}


@dataclass(frozen=True, slots=True)
class Vertrouwensanker:
    """What a signature is checked against: the root public key, and the certificates that no longer count."""

    sleutel: bytes
    ingetrokken: Mapping[str, int]
    koppen: Mapping[str, str] = field(default_factory=dict)


def iso_utc(tijd: datetime) -> str:
    """A moment as text in UTC with whole microseconds kept; naive moments are taken as UTC."""
    met_zone = tijd.replace(tzinfo=UTC) if tijd.tzinfo is None else tijd.astimezone(UTC)
    return met_zone.isoformat()


def geef_uit(
    wortelzaad: bytes,
    *,
    kluis_id: str,
    serienummer: int,
    naam: str,
    weergavenaam: str,
    rollen: frozenset[Rol],
    sleutel: bytes,
    tekensleutel: bytes,
    geldig_van: datetime,
) -> Certificaat:
    """Certify a user's keys and roles."""
    kaal = Certificaat(
        kluis_id=kluis_id,
        serienummer=serienummer,
        naam=naam,
        weergavenaam=weergavenaam,
        rollen=rollen,
        sleutel=sleutel.hex(),
        tekensleutel=tekensleutel.hex(),
        geldig_van=iso_utc(geldig_van),
        geldig_tot=iso_utc(max(geldig_van, datetime.now(UTC)) + GELDIGHEID),
    )
    handtekening = onderteken(wortelzaad, CERTIFICAAT_DOMEIN + canoniek(kaal.inhoud())).hex()
    return replace(kaal, handtekening=handtekening)


def teken_register(wortelzaad: bytes, kaal: Register) -> Register:
    """Sign the register."""
    handtekening = onderteken(wortelzaad, REGISTER_DOMEIN + canoniek(kaal.inhoud())).hex()
    return replace(kaal, handtekening=handtekening)


def controleer_certificaat(certificaat: Certificaat, wortel: bytes, kluis_id: str) -> None:
    """Raises SleutelPastNiet when the root key of this vault did not sign this certificate."""
    if certificaat.kluis_id != kluis_id:
        raise SleutelPastNiet
    controleer_handtekening(
        wortel,
        CERTIFICAAT_DOMEIN + canoniek(certificaat.inhoud()),
        bytes.fromhex(certificaat.handtekening),
    )


def controleer_register(register: Register, wortel: bytes, kluis_id: str) -> None:
    """Raises SleutelPastNiet when the root key of this vault did not sign this register."""
    if register.kluis_id != kluis_id:
        raise SleutelPastNiet
    controleer_handtekening(wortel, REGISTER_DOMEIN + canoniek(register.inhoud()), bytes.fromhex(register.handtekening))


def certificaat_uit_json(waarde: object) -> Certificaat:
    """Read strictly: unknown, missing or ill-typed fields are a ValueError."""
    velden = object_met(waarde, _JSON_VELDEN)
    rollen = velden["rollen"]
    if not isinstance(rollen, list) or not all(isinstance(rol, str) for rol in rollen):
        raise ValueError("rollen")
    if rollen != sorted(set(rollen)) or not rollen:
        raise ValueError("rollen")
    naam, weergavenaam = tekst(velden["naam"]), tekst(velden["weergavenaam"])
    if not 0 < len(naam) <= MAX_NAAM or not 0 < len(weergavenaam) <= 2 * MAX_NAAM:
        raise ValueError("naam")
    return Certificaat(
        kluis_id=tekst(velden["kluis"]),
        serienummer=geheel(velden["serienummer"], 1, 2**31),
        naam=naam,
        weergavenaam=weergavenaam,
        rollen=frozenset(Rol(rol) for rol in rollen),
        sleutel=hexadecimaal(velden["sleutel"], 32),
        tekensleutel=hexadecimaal(velden["tekensleutel"], 32),
        geldig_van=moment(velden["geldig_van"]),
        geldig_tot=moment(velden["geldig_tot"]),
        handtekening=hexadecimaal(velden["handtekening"], 64),
    )


def register_uit_json(waarde: object) -> Register:
    """Read strictly."""
    met_koppen = ("koppen",) if isinstance(waarde, dict) and "koppen" in waarde else ()
    velden = object_met(
        waarde, ("kluis", "nummer", "oefen", "volgende_serie", "gebruikers", "ingetrokken", "handtekening", *met_koppen)
    )
    return Register(
        kluis_id=tekst(velden["kluis"]),
        nummer=geheel(velden["nummer"], 1, 2**31),
        oefen=waar_of_niet(velden["oefen"]),
        volgende_serie=geheel(velden["volgende_serie"], 1, 2**31),
        gebruikers=_getallen(velden["gebruikers"]),
        ingetrokken=_getallen(velden["ingetrokken"]),
        koppen=_koppen(velden["koppen"]) if met_koppen else {},
        handtekening=hexadecimaal(velden["handtekening"], 64),
    )


def object_met(waarde: object, namen: tuple[str, ...]) -> dict[str, object]:
    """A JSON object with exactly these fields."""
    if not isinstance(waarde, dict) or set(waarde) != set(namen):
        raise ValueError("velden")
    return waarde


def tekst(waarde: object) -> str:
    """A text of a sane length."""
    if not isinstance(waarde, str) or len(waarde) > 1024:
        raise ValueError("tekst")
    return waarde


def geheel(waarde: object, van: int, tot: int) -> int:
    """A whole number within limits; true and false are no numbers."""
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not van <= waarde <= tot:
        raise ValueError("getal")
    return waarde


def waar_of_niet(waarde: object) -> bool:
    """True or false, not 0 or 1."""
    if not isinstance(waarde, bool):
        raise ValueError("waar of niet waar")
    return waarde


def hexadecimaal(waarde: object, lengte: int) -> str:
    """Lower-case hexadecimal of exactly this many bytes."""
    inhoud = tekst(waarde)
    if len(inhoud) != 2 * lengte or not set(inhoud) <= set("0123456789abcdef"):
        raise ValueError("hexadecimaal")
    return inhoud


def moment(waarde: object) -> str:
    """An ISO moment with a time zone."""
    inhoud = tekst(waarde)
    if datetime.fromisoformat(inhoud).tzinfo is None:
        raise ValueError("tijd")
    return inhoud


def _koppen(waarde: object) -> dict[str, str]:
    if not isinstance(waarde, dict) or not 0 < len(waarde) <= 10_000:
        raise ValueError("lijst")
    return {str(geheel(int(tekst(naam)), 1, 2**53)): hexadecimaal(hash_, 32) for naam, hash_ in waarde.items()}


def _getallen(waarde: object) -> dict[str, int]:
    if not isinstance(waarde, dict) or len(waarde) > 10_000:
        raise ValueError("lijst")
    return {tekst(naam): geheel(getal, 0, 2**53) for naam, getal in waarde.items()}
