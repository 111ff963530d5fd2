"""Remembers the newest state ever seen, so that an old database put back is noticed (KLUIS 3).

Encryption proves who wrote a page, not that it is the newest. Kept are the heads of both chains, the number of the
register of certificates and a counter that goes up at every opening and closing; in the vault folder, sealed with
a key derived from the database key, and for each user in the own folder on this computer, for when the whole vault
folder is put back. That second one is sealed with the user's own secret: others on a shared computer account have the
database key as well, and could write it anew (ADR 0030).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select

from zvh_desktop.database.bestand.bestanden import Schrijver, maak_map, schrijf_heel
from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek
from zvh_desktop.database.keten.ketenkop import Ketenkop
from zvh_desktop.database.keten.klapper import Klapper, klapper_uit_bytes
from zvh_desktop.database.keten.schakels import Zegel
from zvh_desktop.database.motor.motor import lees_naast
from zvh_desktop.database.sleutels.certificaten import geheel, hexadecimaal, object_met, tekst
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, leid_af, mac, pak_uit, verpak
from zvh_desktop.models.alles import Base
from zvh_desktop.paths import gebruikersmap

STAND_DOEL = b"zvh-kluis zegel stand v1"
EIGEN_DOEL = b"zvh-kluis zegel eigen stand v1"
KLAPPER_DOEL = b"zvh-kluis klapper v1"
MAX_BYTES = 64 * 1024
MAX_KLAPPER = 256 * 1024 * 1024
_GROOT = 2**53
_GEZIEN = ("stand", "zegel", "aanvaard", "beheerders", "mac")
KLUISMAP, DEZE_COMPUTER = "kluismap", "deze computer"
"""Where what was seen before is remembered, as it is told."""
# PRAGMA user_version holds 31 bits: enough for ten openings a day for a hundred thousand years.
_ZITTING_MAX = 2**31 - 1


@dataclass(frozen=True, slots=True)
class OnthoudenStand:
    """What was the newest at one moment."""

    kluis_id: str
    zitting: int
    register: int
    verklaring: Ketenkop
    log: Ketenkop

    def als_json(self) -> dict[str, object]:
        """How it is written."""
        return {
            "kluis": self.kluis_id,
            "zitting": self.zitting,
            "register": self.register,
            "verklaring": {"nummer": self.verklaring.nummer, "hash": self.verklaring.hash},
            "log": {"nummer": self.log.nummer, "hash": self.log.hash},
        }


def standnaam(epoche: int) -> str:
    """The file in the vault folder. One per epoch: a new key must never leave an old seal behind."""
    return f"stand-{epoche}.json"


def lees_stand(verbinding: Connection, kluis_id: str, register: int) -> OnthoudenStand:
    """The state of the database as it is now."""
    verklaring, log = ketenkoppen(verbinding)
    return OnthoudenStand(
        kluis_id=kluis_id,
        zitting=int(verbinding.exec_driver_sql("PRAGMA user_version").scalar_one()),
        register=register,
        verklaring=verklaring,
        log=log,
    )


def ketenkoppen(verbinding: Connection) -> tuple[Ketenkop, Ketenkop]:
    """The last statement and the last line of the log, in a vault or on a server."""
    verklaring, log = lees_naast(verbinding, [partial(_kop, verbinding, tabel) for tabel in ("verklaring", "logregel")])
    return verklaring, log


def verhoog_zitting(verbinding: Connection, boven: int = 0) -> None:
    """Count one opening or closing, inside the database itself; past ``boven`` when a state was accepted."""
    nu = int(verbinding.exec_driver_sql("PRAGMA user_version").scalar_one())
    verbinding.exec_driver_sql(f"PRAGMA user_version = {min(max(nu, boven) + 1, _ZITTING_MAX)}")


def schrijf_kluisstand(
    kluismap: Path, epoche: int, stand: OnthoudenStand, databasesleutel: bytes, zet_neer: Schrijver = schrijf_heel
) -> None:
    """Write the sealed state into the vault folder."""
    inhoud = stand.als_json()
    zegel = mac(leid_af(databasesleutel, STAND_DOEL), canoniek(inhoud)).hex()
    zet_neer(kluismap / standnaam(epoche), canoniek({"stand": inhoud, "zegel": zegel}) + b"\n")


def lees_kluisstand(kluismap: Path, epoche: int, databasesleutel: bytes) -> OnthoudenStand:
    """The sealed state; ValueError when absent, changed or of another key."""
    velden = object_met(_lees(kluismap / standnaam(epoche)), ("stand", "zegel"))
    stand = _uit_json(velden["stand"])
    if velden["zegel"] != mac(leid_af(databasesleutel, STAND_DOEL), canoniek(stand.als_json())).hex():
        raise ValueError("zegel")
    return stand


@dataclass(frozen=True, slots=True, repr=False)
class Eigenaar:
    """Whose memory it is: ``merk`` tells the keys of this user from others, ``geheim`` only this user has."""

    merk: str
    geheim: bytes

    @classmethod
    def van(cls, openbaar: str, zaad: bytes) -> Eigenaar:
        """From the public key of a user and the seed that signs for that user."""
        return cls(openbaar[:16], leid_af(zaad, EIGEN_DOEL))


@dataclass(frozen=True, slots=True)
class Gezien:
    """What a user saw last, and beside it what tells later whether somebody may lower that.

    ``zegel`` is up to where the signatures were verified, ``aanvaard`` which acceptances of an older state stood in the
    chain (hashes), ``beheerders`` under which keys beheerders signed. An earlier version kept neither of those two.
    """

    stand: OnthoudenStand
    zegel: Zegel | None
    aanvaard: tuple[str, ...] = ()
    beheerders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What an open house knows at this moment of its own chain: to remember beside the state itself."""

    zegel: Zegel | None
    kop: Ketenkop | None
    aanvaard: tuple[str, ...]
    beheerders: tuple[str, ...]

    def bij(self, stand: OnthoudenStand) -> Gezien:
        """To be remembered with this state."""
        return Gezien(stand, self.zegel, self.aanvaard, self.beheerders)


def schrijf_gebruikersstand(eigen: Eigenaar, gezien: Gezien) -> None:
    """Remember the state in this user's own folder, sealed with this user's own secret."""
    pad = _gebruikerspad(gezien.stand.kluis_id, eigen)
    maak_map(pad.parent)
    inhoud = _als_json(gezien)
    schrijf_heel(pad, canoniek({**inhoud, "mac": mac(eigen.geheim, canoniek(inhoud)).hex()}) + b"\n")


def lees_gebruikersstand(kluis_id: str, eigen: Eigenaar) -> Gezien | None:
    """What this user saw last; None on a computer where this user did not open this vault before.

    ValueError when someone else wrote it, or changed it.
    """
    pad = _gebruikerspad(kluis_id, eigen)
    if not pad.exists():
        return None
    gelezen = _lees(pad)
    zonder = isinstance(gelezen, dict) and "aanvaard" not in gelezen
    velden = object_met(gelezen, ("stand", "zegel", "mac") if zonder else _GEZIEN)
    aanvaard, beheerders = ((), ()) if zonder else (_hexen(velden["aanvaard"]), _hexen(velden["beheerders"]))
    gezien = Gezien(_uit_json(velden["stand"]), _zegel_uit_json(velden["zegel"]), aanvaard, beheerders)
    if velden["mac"] != mac(eigen.geheim, canoniek(_als_json(gezien))).hex():
        raise ValueError("zegel")
    return gezien


def schrijf_klapper(eigen: Eigenaar, klapper: Klapper, naam: str = "") -> None:
    """Keep what this user verified beside what this user saw, encrypted with this user's own secret.

    ``naam``: under which name this is remembered; a vault and what went on apart on a server have another.
    """
    pad = _klapperpad(naam or klapper.kluis_id, eigen)
    maak_map(pad.parent)
    sleutel = leid_af(eigen.geheim, KLAPPER_DOEL)
    schrijf_heel(pad, verpak(sleutel, klapper.als_bytes(), klapper.kluis_id.encode("ascii")))


def lees_klapper(kluis_id: str, eigen: Eigenaar, naam: str = "") -> Klapper | None:
    """What this user verified; None when there is none, or when it is not as this user wrote it."""
    try:
        with _klapperpad(naam or kluis_id, eigen).open("rb") as bestand:
            verpakt = bestand.read(MAX_KLAPPER)
        return klapper_uit_bytes(pak_uit(leid_af(eigen.geheim, KLAPPER_DOEL), verpakt, kluis_id.encode("ascii")))
    except (OSError, SleutelPastNiet, ValueError):
        return None


def lees_oude_gebruikersstand(kluis_id: str) -> OnthoudenStand | None:
    """What an earlier version remembered, without a seal: still good to notice something with, never to rely on."""
    pad = gebruikersmap() / "hoofden" / f"{kluis_id}.json"
    return _uit_json(_lees(pad)) if pad.exists() else None


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding. ``ouder``: statements or revocations that were seen are gone, so nothing may be concluded.

    ``door``: where what was seen is remembered.
    """

    zin: str
    ouder: bool
    door: str = DEZE_COMPUTER


def vergelijk(verbinding: Connection, nu: OnthoudenStand, gezien: OnthoudenStand, door: str) -> tuple[Bevinding, ...]:
    """Findings when the vault is older than, or different from, what was seen before."""
    return vergelijk_met(nu, gezien, lees_op_die_plaats(verbinding, gezien), door)


OpDiePlaats = tuple[str | None, str | None]
"""The hash that now stands where the last statement was seen, and the last line of the log; None where none does."""


def lees_op_die_plaats(verbinding: Connection, gezien: OnthoudenStand) -> OpDiePlaats:
    """What ``vergelijk_met`` holds against what was seen."""
    verklaring, logregel = lees_naast(
        verbinding,
        [
            partial(_hash_van, verbinding, "verklaring", gezien.verklaring.nummer),
            partial(_hash_van, verbinding, "logregel", gezien.log.nummer),
        ],
    )
    return verklaring, logregel


def vergelijk_met(
    nu: OnthoudenStand, gezien: OnthoudenStand, op_die_plaats: OpDiePlaats, door: str
) -> tuple[Bevinding, ...]:
    """The same, of what was read."""
    bevindingen: list[Bevinding] = []
    if gezien.kluis_id != nu.kluis_id:
        return (Bevinding(f"De onthouden stand ({door}) is van een andere kluis.", ouder=False, door=door),)
    if nu.zitting < gezien.zitting:
        zin = f"De database is ouder dan de laatst bekende stand ({door}): er is een oude teruggezet."
        bevindingen.append(Bevinding(zin, ouder=False, door=door))
    if nu.register < gezien.register:
        zin = (
            f"Het sleutelbestand is ouder dan de laatst bekende stand ({door}): "
            "ingetrokken rollen of verwijderde gebruikers kunnen weer gelden."
        )
        bevindingen.append(Bevinding(zin, ouder=True, door=door))
    keten = _vergelijk_keten("verklaringen", nu.verklaring, gezien.verklaring, op_die_plaats[0], door)
    logboek = _vergelijk_keten("logregels", nu.log, gezien.log, op_die_plaats[1], door)
    bevindingen += [Bevinding(zin, ouder=True, door=door) for zin in keten]
    bevindingen += [Bevinding(zin, ouder=False, door=door) for zin in logboek]
    return tuple(bevindingen)


def _vergelijk_keten(woord: str, nu: Ketenkop, gezien: Ketenkop, nu_hash: str | None, door: str) -> list[str]:
    if nu.nummer < gezien.nummer:
        return [
            f"De {woord} {nu.nummer + 1} tot en met {gezien.nummer} ontbreken ({door}). "
            "Wat daarna is ingetrokken, kan weer lijken te gelden."
        ]
    if gezien.nummer == 0:
        return []
    if nu_hash != gezien.hash:
        return [f"De {woord} tot en met {gezien.nummer} zijn niet dezelfde als eerder gezien ({door})."]
    return []


def _hash_van(verbinding: Connection, tabel: str, nummer: int) -> str | None:
    if nummer == 0:
        return None
    rijen = Base.metadata.tables[tabel]
    return verbinding.execute(select(rijen.c.hash).where(rijen.c.nummer == nummer)).scalar()


def _kop(verbinding: Connection, tabel: str) -> Ketenkop:
    rijen = Base.metadata.tables[tabel]
    rij = verbinding.execute(select(rijen.c.nummer, rijen.c.hash).order_by(rijen.c.nummer.desc()).limit(1)).first()
    return Ketenkop(0, "") if rij is None else Ketenkop(int(rij[0]), str(rij[1]))


def _gebruikerspad(kluis_id: str, eigen: Eigenaar) -> Path:
    return gebruikersmap() / "hoofden" / f"{kluis_id}-{eigen.merk}.json"


def _klapperpad(naam: str, eigen: Eigenaar) -> Path:
    return gebruikersmap() / "hoofden" / f"{naam}-{eigen.merk}.klapper"


def _als_json(gezien: Gezien) -> dict[str, object]:
    zegel = gezien.zegel
    return {
        "stand": gezien.stand.als_json(),
        "zegel": None if zegel is None else {"nummer": zegel.nummer, "afdruk": zegel.afdruk},
        **_erbij(gezien),
    }


def _erbij(gezien: Gezien) -> dict[str, object]:
    if not gezien.aanvaard and not gezien.beheerders:
        return {}
    return {"aanvaard": list(gezien.aanvaard), "beheerders": list(gezien.beheerders)}


def _hexen(waarde: object) -> tuple[str, ...]:
    if not isinstance(waarde, list):
        raise ValueError("geen lijst")
    return tuple(hexadecimaal(een, 32) for een in waarde)


def _zegel_uit_json(waarde: object) -> Zegel | None:
    if waarde is None:
        return None
    velden = object_met(waarde, ("nummer", "afdruk"))
    return Zegel(geheel(velden["nummer"], 0, _GROOT), hexadecimaal(velden["afdruk"], 32))


def _lees(pad: Path) -> object:
    try:
        with pad.open("rb") as bestand:
            gegevens = bestand.read(MAX_BYTES)
    except OSError as fout:
        raise ValueError("niet te lezen") from fout
    if not gegevens.endswith(b"\n"):
        raise ValueError("einde")
    return uit_canoniek(gegevens[:-1])


def _uit_json(waarde: object) -> OnthoudenStand:
    velden = object_met(waarde, ("kluis", "zitting", "register", "verklaring", "log"))
    return OnthoudenStand(
        kluis_id=tekst(velden["kluis"]),
        zitting=geheel(velden["zitting"], 0, _ZITTING_MAX),
        register=geheel(velden["register"], 0, _GROOT),
        verklaring=_kop_uit_json(velden["verklaring"]),
        log=_kop_uit_json(velden["log"]),
    )


def _kop_uit_json(waarde: object) -> Ketenkop:
    velden = object_met(waarde, ("nummer", "hash"))
    return Ketenkop(geheel(velden["nummer"], 0, _GROOT), tekst(velden["hash"]))
