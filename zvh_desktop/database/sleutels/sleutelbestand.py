"""sleutels.json: who may open the vault and which database file counts now.

It holds no secret in the clear. It is canonical JSON, so that it has exactly one form; it carries a seal made with
a key derived from the database key, so that any changed byte is noticed. There is no second copy: an old copy would
keep removed users alive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from zvh_desktop.database.bestand.bestanden import Schrijver, leg_klaar, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.sleutels.certificaten import (
    Certificaat,
    Register,
    certificaat_uit_json,
    geheel,
    hexadecimaal,
    object_met,
    register_uit_json,
    tekst,
)
from zvh_desktop.database.sleutels.kofferkop import KofferKop, kofferkop_uit_json
from zvh_desktop.database.sleutels.primitieven import (
    GEHEUGEN_MAX,
    GEHEUGEN_MIN,
    MIB,
    RONDES_MAX,
    RONDES_MIN,
    ZOUT_LENGTE,
    KdfParameters,
    leid_af,
    mac,
)
from zvh_desktop.database.sleutels.sleutelbytes import (
    BESTANDSNAAM,
    FORMAAT,
    MAX_BYTES,
    VERSIE,
    VERSIE_KOFFER,
    VERSIE_TIJDELIJK,
    beschadigd,
    lees_sleutelbytes,
    weiger_nieuwer,
)
from zvh_desktop.models.vouwing import gevouwen

MAX_RESERVE = 1024 * MIB
ZEGEL_DOEL = b"zvh-kluis zegel sleutelbestand v1"
SLOT_DOEL = "zvh-kluis slot v1"
HERSTEL_DOEL = "zvh-kluis herstel v1"
APPARAAT_DOEL = "zvh-kluis apparaat v1"

VERZEGELD_LENGTE = 32 + 48
VERPAKT_EXTRA = 24 + 16
SLOT_LENGTE = 3 * 32 + VERPAKT_EXTRA
HERSTEL_LENGTE = 2 * 32 + VERPAKT_EXTRA

_DATABASENAAM = re.compile(r"db-([1-9][0-9]{0,8})\.sqlite")
_VELDEN = (
    "formaat",
    "versie",
    "kluis",
    "epoche",
    "database",
    "reserve",
    "wortel",
    "register",
    "gebruikers",
    "herstel",
    "apparaten",
    "zegel",
)
_SLOTVELDEN = ("certificaat", "kdf", "zout", "verpakt", "databasesleutel", "wortelsleutel")


@dataclass(frozen=True, slots=True)
class Slot:
    """One user: certificate, and the keys wrapped under that user's own password."""

    certificaat: Certificaat
    kdf: KdfParameters
    zout: str
    verpakt: str
    databasesleutel: str
    wortelsleutel: str
    tijdelijk: bool = False
    """Somebody else chose this password: before anything else its owner chooses another."""

    def erbij(self) -> bytes:
        """What is bound to the wrap: nothing of this can be changed without the user's password.

        The roles are bound by the certificate, since the beheerder may change those. ``tijdelijk`` is bound here:
        whoever takes it out of the file has a slot that no longer opens.
        """
        return canoniek(
            {
                "doel": SLOT_DOEL,
                "kluis": self.certificaat.kluis_id,
                "naam": self.certificaat.naam,
                "sleutel": self.certificaat.sleutel,
                "tekensleutel": self.certificaat.tekensleutel,
                "kdf": _kdf_json(self.kdf),
                "zout": self.zout,
                **_tijdelijk_json(tijdelijk=self.tijdelijk),
            }
        )

    def als_json(self) -> dict[str, object]:
        """How it stands in the file."""
        return {
            "certificaat": self.certificaat.als_json(),
            "kdf": _kdf_json(self.kdf),
            "zout": self.zout,
            "verpakt": self.verpakt,
            "databasesleutel": self.databasesleutel,
            "wortelsleutel": self.wortelsleutel,
            **_tijdelijk_json(tijdelijk=self.tijdelijk),
        }


@dataclass(frozen=True, slots=True)
class Herstelslot:
    """The recovery envelope: opens with the recovery key that was shown once."""

    sleutel: str
    verpakt: str
    databasesleutel: str
    wortelsleutel: str

    def als_json(self) -> dict[str, object]:
        """How it stands in the file."""
        return {
            "sleutel": self.sleutel,
            "verpakt": self.verpakt,
            "databasesleutel": self.databasesleutel,
            "wortelsleutel": self.wortelsleutel,
        }


@dataclass(frozen=True, slots=True)
class Apparaatslot:
    """A user's keys wrapped under a random key in the key store of one computer."""

    apparaat: str
    naam: str
    verpakt: str

    def als_json(self) -> dict[str, object]:
        """How it stands in the file."""
        return {"apparaat": self.apparaat, "naam": self.naam, "verpakt": self.verpakt}


@dataclass(frozen=True, slots=True)
class Sleutelbestand:
    """Everything in sleutels.json except its seal."""

    kluis_id: str
    epoche: int
    reserve: int
    wortel: str
    register: Register
    gebruikers: tuple[Slot, ...]
    herstel: Herstelslot
    apparaten: tuple[Apparaatslot, ...]
    zegel: str = ""
    koffer: KofferKop | None = None
    """Set in a tafelkoffer: of the accounts of the house it holds those alone for whom it is sealed."""

    @property
    def geheugen_id(self) -> str:
        """Under which name a computer remembers the state: a koffer goes on apart from the vault that it is of."""
        return self.kluis_id if self.koffer is None else f"{self.kluis_id}-{self.koffer.kenmerk}"

    @property
    def database(self) -> str:
        """The name of the database file that counts now."""
        return databasenaam(self.epoche)

    @property
    def versie(self) -> int:
        """The version of the format that this content needs."""
        if self.koffer is not None:
            return VERSIE_KOFFER
        return VERSIE_TIJDELIJK if any(slot.tijdelijk for slot in self.gebruikers) else VERSIE

    def slot(self, naam: str) -> Slot | None:
        """The slot of a user: of exactly this name, or else of one that reads the same."""
        exact = next((slot for slot in self.gebruikers if slot.certificaat.naam == naam), None)
        if exact is not None:
            return exact
        gezocht = gevouwen(naam)
        return next((slot for slot in self.gebruikers if gevouwen(slot.certificaat.naam) == gezocht), None)

    def inhoud(self) -> dict[str, object]:
        """What the seal is over."""
        return {
            "formaat": FORMAAT,
            "versie": self.versie,
            "kluis": self.kluis_id,
            "epoche": self.epoche,
            "database": self.database,
            "reserve": self.reserve,
            "wortel": self.wortel,
            "register": self.register.als_json(),
            "gebruikers": [slot.als_json() for slot in self.gebruikers],
            "herstel": self.herstel.als_json(),
            "apparaten": [slot.als_json() for slot in self.apparaten],
            **({} if self.koffer is None else {"koffer": self.koffer.als_json()}),
        }

    def als_bytes(self) -> bytes:
        """The only bytes the file may have."""
        return canoniek({**self.inhoud(), "zegel": self.zegel}) + b"\n"

    def bereken_zegel(self, databasesleutel: bytes) -> str:
        """The seal that belongs to this content."""
        return mac(leid_af(databasesleutel, ZEGEL_DOEL), canoniek(self.inhoud())).hex()

    def zegel_klopt(self, databasesleutel: bytes) -> bool:
        """Whether this file was last written by someone with the database key."""
        return self.zegel == self.bereken_zegel(databasesleutel)


def databasenaam(epoche: int) -> str:
    """The file name of one epoch."""
    return f"db-{epoche}.sqlite"


def herstel_erbij(kluis_id: str, sleutel: str) -> bytes:
    """What is bound to the recovery wrap."""
    return canoniek({"doel": HERSTEL_DOEL, "kluis": kluis_id, "sleutel": sleutel})


def apparaat_erbij(kluis_id: str, apparaat: str, certificaat: Certificaat) -> bytes:
    """What is bound to the wrap for one computer."""
    return canoniek(
        {
            "doel": APPARAAT_DOEL,
            "kluis": kluis_id,
            "apparaat": apparaat,
            "naam": certificaat.naam,
            "sleutel": certificaat.sleutel,
            "tekensleutel": certificaat.tekensleutel,
        }
    )


def lees_sleutelbestand(kluismap: Path) -> Sleutelbestand:
    """Read and validate; no key is needed for this and no KDF is run."""
    return ontleed(lees_sleutelbytes(kluismap))


def ontleed(gegevens: bytes) -> Sleutelbestand:
    """Parse strictly: one form, known fields, right sizes, KDF within limits; otherwise KluisBeschadigd."""
    if len(gegevens) > MAX_BYTES:
        raise beschadigd()
    weiger_nieuwer(gegevens)
    try:
        if not gegevens.endswith(b"\n"):
            raise ValueError("einde")
        bestand = _uit_json(uit_canoniek(gegevens[:-1]))
    except (ValueError, TypeError, KeyError) as fout:
        raise beschadigd() from fout
    if bestand.als_bytes() != gegevens:
        raise beschadigd()
    return bestand


def schrijf_sleutelbestand(
    kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes, zet_neer: Schrijver = schrijf_heel
) -> Sleutelbestand:
    """Seal and replace the key file in one step: the commit point of every change of keys."""
    verzegeld = _verzegel(bestand, databasesleutel)
    zet_neer(kluismap / BESTANDSNAAM, verzegeld.als_bytes())
    return verzegeld


def leg_sleutelbestand_klaar(
    kluismap: Path, bestand: Sleutelbestand, databasesleutel: bytes
) -> tuple[Sleutelbestand, Path]:
    """Seal it and write it beside the one of now; it counts when it takes that place."""
    verzegeld = _verzegel(bestand, databasesleutel)
    return verzegeld, leg_klaar(kluismap / BESTANDSNAAM, verzegeld.als_bytes())


def _verzegel(bestand: Sleutelbestand, databasesleutel: bytes) -> Sleutelbestand:
    verzegeld = replace(bestand, zegel=bestand.bereken_zegel(databasesleutel))
    # What cannot be read back may never become the only key file.
    ontleed(verzegeld.als_bytes())
    return verzegeld


def _uit_json(waarde: object) -> Sleutelbestand:
    is_koffer = isinstance(waarde, dict) and "koffer" in waarde
    velden = object_met(waarde, (*_VELDEN, "koffer") if is_koffer else _VELDEN)
    if velden["formaat"] != FORMAAT:
        raise ValueError("formaat")
    versie = geheel(velden["versie"], VERSIE, VERSIE_KOFFER)
    epoche = geheel(velden["epoche"], 1, 10**9 - 1)
    if not _DATABASENAAM.fullmatch(tekst(velden["database"])) or velden["database"] != databasenaam(epoche):
        raise ValueError("database")
    gebruikers, apparaten = velden["gebruikers"], velden["apparaten"]
    if not isinstance(gebruikers, list) or not 0 < len(gebruikers) <= 1000:
        raise ValueError("gebruikers")
    if not isinstance(apparaten, list) or len(apparaten) > 10_000:
        raise ValueError("apparaten")
    bestand = Sleutelbestand(
        kluis_id=hexadecimaal(velden["kluis"], 16),
        epoche=epoche,
        reserve=geheel(velden["reserve"], 0, MAX_RESERVE),
        wortel=hexadecimaal(velden["wortel"], 32),
        register=register_uit_json(velden["register"]),
        gebruikers=tuple(_slot(deel) for deel in gebruikers),
        herstel=_herstel(velden["herstel"]),
        apparaten=tuple(_apparaat(deel) for deel in apparaten),
        zegel=hexadecimaal(velden["zegel"], 32),
        koffer=kofferkop_uit_json(velden["koffer"]) if is_koffer else None,
    )
    if bestand.versie != versie:
        raise ValueError("versie")
    namen = {slot.certificaat.naam.casefold() for slot in bestand.gebruikers}
    if len(namen) != len(bestand.gebruikers):
        raise ValueError("namen")
    return bestand


def _slot(waarde: object) -> Slot:
    tijdelijk = isinstance(waarde, dict) and "tijdelijk" in waarde
    velden = object_met(waarde, (*_SLOTVELDEN, "tijdelijk") if tijdelijk else _SLOTVELDEN)
    if tijdelijk and velden["tijdelijk"] is not True:
        raise ValueError("tijdelijk")
    kdf = object_met(velden["kdf"], ("rondes", "geheugen"))
    wortel = velden["wortelsleutel"]
    return Slot(
        certificaat=certificaat_uit_json(velden["certificaat"]),
        kdf=KdfParameters(
            rondes=geheel(kdf["rondes"], RONDES_MIN, RONDES_MAX),
            geheugen=geheel(kdf["geheugen"], GEHEUGEN_MIN, GEHEUGEN_MAX),
        ),
        zout=hexadecimaal(velden["zout"], ZOUT_LENGTE),
        verpakt=hexadecimaal(velden["verpakt"], SLOT_LENGTE),
        databasesleutel=hexadecimaal(velden["databasesleutel"], VERZEGELD_LENGTE),
        wortelsleutel="" if wortel == "" else hexadecimaal(wortel, VERZEGELD_LENGTE),
        tijdelijk=tijdelijk,
    )


def _herstel(waarde: object) -> Herstelslot:
    velden = object_met(waarde, ("sleutel", "verpakt", "databasesleutel", "wortelsleutel"))
    return Herstelslot(
        sleutel=hexadecimaal(velden["sleutel"], 32),
        verpakt=hexadecimaal(velden["verpakt"], HERSTEL_LENGTE),
        databasesleutel=hexadecimaal(velden["databasesleutel"], VERZEGELD_LENGTE),
        wortelsleutel=hexadecimaal(velden["wortelsleutel"], VERZEGELD_LENGTE),
    )


def _apparaat(waarde: object) -> Apparaatslot:
    velden = object_met(waarde, ("apparaat", "naam", "verpakt"))
    return Apparaatslot(
        apparaat=hexadecimaal(velden["apparaat"], 16),
        naam=tekst(velden["naam"]),
        verpakt=hexadecimaal(velden["verpakt"], SLOT_LENGTE),
    )


def _tijdelijk_json(*, tijdelijk: bool) -> dict[str, object]:
    """Only there when it is so: every other slot keeps the form, and the wrap, that it always had."""
    return {"tijdelijk": True} if tijdelijk else {}


def _kdf_json(kdf: KdfParameters) -> dict[str, object]:
    return {"rondes": kdf.rondes, "geheugen": kdf.geheugen}
