"""Signed statements in one chain: what a procesregisseur decided, provable and not to be revived (KLUIS 3).

What is signed is a head (vault, number, kind, previous hash, hash of the content, time, user, certificate). The
content hangs on the head by its hash and carries a random salt, so that after vernietigen the chain still
verifies and the hash that stays behind cannot be guessed back into content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek, vingerafdruk
from zvh_desktop.database.sleutels.certificaten import (
    Certificaat,
    Vertrouwensanker,
    certificaat_uit_json,
    controleer_certificaat,
    iso_utc,
)
from zvh_desktop.database.sleutels.gebruikers import Gebruiker
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet, controleer_handtekening, onderteken, willekeurig
from zvh_desktop.errors import HandtekeningOnjuist, NietBevoegd, ProgrammaFout
from zvh_desktop.models.keuzes import Rol, VerklaringSoort
from zvh_desktop.models.verklaring import Verklaring

KOP_DOMEIN = b"zvh-kluis verklaring v1"
INHOUD_DOMEIN = b"zvh-kluis verklaring inhoud v1"
CERTIFICAAT_DOMEIN = b"zvh-kluis verklaring certificaat v1"
BEGIN_DOMEIN = b"zvh-kluis verklaring begin v1"
ZOUT_LENGTE = 16

SOORTEN_VAN_PROCESREGISSEUR = frozenset(
    {
        VerklaringSoort.OORDEEL,
        VerklaringSoort.AGENDA_AKKOORD,
        VerklaringSoort.VERSLAG_VASTGESTELD,
        VerklaringSoort.PLAN_VASTGESTELD,
        VerklaringSoort.AFSCHALING,
        VerklaringSoort.OPSCHALING,
    }
)


@dataclass(frozen=True, slots=True)
class Kop:
    """The newest link of a chain; number 0 and an empty hash when there is none yet."""

    nummer: int
    hash: str


class Ondertekenaar:
    """The signing key of the user who has the vault open, with the certificate that goes with it."""

    def __init__(self, kluis_id: str, gebruiker: Gebruiker, certificaat: Certificaat, zaad: bytes) -> None:
        self.kluis_id = kluis_id
        self.gebruiker = gebruiker
        self.certificaat = certificaat
        self._zaad: bytes | None = zaad

    def teken(self, gegevens: bytes) -> bytes:
        """Sign bytes; impossible once the vault is closed."""
        if self._zaad is None:
            raise ProgrammaFout("ondertekenen met een gesloten kluis")
        return onderteken(self._zaad, gegevens)

    def wis(self) -> None:
        """Drop the key."""
        self._zaad = None


def kop(sessie: Session) -> Kop:
    """The head of the chain of statements."""
    rij = sessie.execute(select(Verklaring.nummer, Verklaring.hash).order_by(Verklaring.nummer.desc()).limit(1)).first()
    return Kop(0, "") if rij is None else Kop(rij[0], rij[1])


def voeg_verklaring_toe(
    sessie: Session,
    ondertekenaar: Ondertekenaar,
    soort: VerklaringSoort,
    inhoud: Mapping[str, object],
    tijd: datetime,
) -> Verklaring:
    """Sign one statement and add it to the chain. Never commits: it stands or falls with its use case."""
    certificaat = ondertekenaar.certificaat
    moment = iso_utc(tijd)
    if soort in SOORTEN_VAN_PROCESREGISSEUR and Rol.PROCESREGISSEUR not in certificaat.rollen:
        raise NietBevoegd("Alleen een procesregisseur mag dit ondertekenen.", veilig="Er is niets gewijzigd.")
    if not certificaat.geldig_op(moment):
        raise NietBevoegd(
            "Uw sleutel is op deze datum niet geldig om mee te ondertekenen.",
            veilig="Er is niets gewijzigd.",
            advies="Kijk of de klok van de computer goed staat. Klopt die, vraag dan de beheerder.",
        )
    with sessie.no_autoflush:
        vorige = kop(sessie)
    tekst = canoniek({"zout": willekeurig(ZOUT_LENGTE).hex(), "gegevens": inhoud})
    verklaring = Verklaring(
        nummer=vorige.nummer + 1,
        soort=soort.value,
        inhoud=tekst.decode("utf-8"),
        inhoud_hash=vingerafdruk(INHOUD_DOMEIN, tekst),
        vorige_hash=vorige.hash or _begin(ondertekenaar.kluis_id),
        hash="",
        handtekening="",
        certificaat=canoniek(certificaat.als_json()).decode("utf-8"),
        gebruiker=certificaat.naam,
        tijd=moment,
    )
    hoofd = _hoofd(verklaring, ondertekenaar.kluis_id)
    verklaring.hash = vingerafdruk(KOP_DOMEIN, hoofd)
    verklaring.handtekening = ondertekenaar.teken(KOP_DOMEIN + b"\x00" + hoofd).hex()
    # Past the unit of work: the row that is signed may be in a state that the database takes only with its number.
    with sessie.no_autoflush:
        sessie.execute(insert(Verklaring), {kolom: getattr(verklaring, kolom) for kolom in _KOLOMMEN})
        return sessie.get_one(Verklaring, verklaring.nummer)


class Verificatie:
    """Verifies statements within one use case, each of them once however often it is asked for.

    A statement is the same only when every column of it is: what was changed in between is verified anew. Make one
    for each use case and let it go with it, so that the next one rests on a fresh verification.
    """

    def __init__(self, wortel: Vertrouwensanker, kluis_id: str) -> None:
        self._wortel = wortel
        self._kluis_id = kluis_id
        self._certificaten: dict[str, Certificaat] = {}
        self._inhouden: dict[tuple[object, ...], Mapping[str, object]] = {}

    def inhoud(self, verklaring: Verklaring) -> Mapping[str, object]:
        """The content as it was signed, or HandtekeningOnjuist."""
        rij = tuple(getattr(verklaring, kolom) for kolom in _KOLOMMEN)
        if rij not in self._inhouden:
            self._inhouden[rij] = verifieer_verklaring(verklaring, self._wortel, self._kluis_id, self._certificaten)
        return self._inhouden[rij]


_KOLOMMEN = tuple(Verklaring.__table__.columns.keys())


def verifieer_verklaring(
    verklaring: Verklaring,
    wortel: Vertrouwensanker,
    kluis_id: str,
    certificaten: dict[str, Certificaat] | None = None,
) -> Mapping[str, object]:
    """The content as it was signed, or HandtekeningOnjuist. Columns elsewhere are only a cache of this.

    ``certificaten`` collects, by their exact text, those that the root key was seen to have signed.
    """
    _verifieer_hoofd(verklaring, wortel, kluis_id, certificaten if certificaten is not None else {})
    if verklaring.inhoud is None:
        raise _onjuist(verklaring, "de inhoud is vernietigd")
    tekst = verklaring.inhoud.encode("utf-8", "surrogatepass")
    if vingerafdruk(INHOUD_DOMEIN, tekst) != verklaring.inhoud_hash:
        raise _onjuist(verklaring, "de inhoud is gewijzigd nadat er is ondertekend")
    try:
        waarde = uit_canoniek(tekst)
    except ValueError as fout:
        raise _onjuist(verklaring, "de inhoud is niet te lezen") from fout
    gegevens = waarde.get("gegevens") if isinstance(waarde, dict) else None
    if not isinstance(gegevens, dict):
        raise _onjuist(verklaring, "de inhoud is niet te lezen")
    return gegevens


def verifieer_keten(sessie: Session, wortel: Vertrouwensanker, kluis_id: str) -> tuple[str, ...]:
    """Every statement and its place; findings in Dutch, none when all is well."""
    bevindingen: list[str] = []
    certificaten: dict[str, Certificaat] = {}
    verwacht, vorige = 1, _begin(kluis_id)
    for verklaring in sessie.scalars(
        select(Verklaring).order_by(Verklaring.nummer).execution_options(yield_per=500, populate_existing=True)
    ):
        if verklaring.nummer != verwacht:
            bevindingen.append(f"In de keten van verklaringen ontbreekt een deel voor nummer {verklaring.nummer}.")
        elif verklaring.vorige_hash != vorige:
            bevindingen.append(f"Verklaring {verklaring.nummer} sluit niet aan op de vorige.")
        try:
            if verklaring.inhoud is None:
                _verifieer_hoofd(verklaring, wortel, kluis_id, certificaten)
            else:
                verifieer_verklaring(verklaring, wortel, kluis_id, certificaten)
        except HandtekeningOnjuist as fout:
            bevindingen.append(fout.gebeurd)
        verwacht, vorige = verklaring.nummer + 1, verklaring.hash
    return tuple(bevindingen)


def _verifieer_hoofd(
    verklaring: Verklaring, wortel: Vertrouwensanker, kluis_id: str, certificaten: dict[str, Certificaat]
) -> None:
    if verklaring.certificaat not in certificaten:
        certificaten[verklaring.certificaat] = _certificaat(verklaring, wortel, kluis_id)
    certificaat = certificaten[verklaring.certificaat]
    hoofd = _hoofd(verklaring, kluis_id)
    if vingerafdruk(KOP_DOMEIN, hoofd) != verklaring.hash:
        raise _onjuist(verklaring, "de regel is gewijzigd nadat er is ondertekend")
    try:
        controleer_handtekening(
            bytes.fromhex(certificaat.tekensleutel),
            KOP_DOMEIN + b"\x00" + hoofd,
            bytes.fromhex(verklaring.handtekening),
        )
    except (SleutelPastNiet, ValueError, TypeError) as fout:
        raise _onjuist(verklaring, "de handtekening klopt niet") from fout
    _controleer_bevoegd(verklaring, certificaat, wortel)


def _certificaat(verklaring: Verklaring, wortel: Vertrouwensanker, kluis_id: str) -> Certificaat:
    try:
        certificaat = certificaat_uit_json(uit_canoniek(verklaring.certificaat.encode("utf-8", "surrogatepass")))
        controleer_certificaat(certificaat, wortel.sleutel, kluis_id)
    except (SleutelPastNiet, ValueError, TypeError, KeyError) as fout:
        raise _onjuist(verklaring, "de ondertekenaar is niet van deze kluis") from fout
    return certificaat


def _controleer_bevoegd(verklaring: Verklaring, certificaat: Certificaat, wortel: Vertrouwensanker) -> None:
    if certificaat.naam != verklaring.gebruiker:
        raise _onjuist(verklaring, "de naam hoort niet bij de handtekening")
    if not certificaat.geldig_op(verklaring.tijd):
        raise _onjuist(verklaring, "de sleutel van de ondertekenaar was toen niet geldig")
    laatste = wortel.ingetrokken.get(str(certificaat.serienummer))
    if laatste is not None and verklaring.nummer > laatste:
        raise _onjuist(verklaring, "de sleutel van de ondertekenaar was toen al ingetrokken")
    if verklaring.soort not in set(VerklaringSoort):
        raise _onjuist(verklaring, "de soort is onbekend")
    if (
        VerklaringSoort(verklaring.soort) in SOORTEN_VAN_PROCESREGISSEUR
        and Rol.PROCESREGISSEUR not in certificaat.rollen
    ):
        raise _onjuist(verklaring, "de ondertekenaar is geen procesregisseur")


def _hoofd(verklaring: Verklaring, kluis_id: str) -> bytes:
    return canoniek(
        {
            "kluis": kluis_id,
            "nummer": verklaring.nummer,
            "soort": verklaring.soort,
            "vorige_hash": verklaring.vorige_hash,
            "inhoud_hash": verklaring.inhoud_hash,
            "tijd": verklaring.tijd,
            "gebruiker": verklaring.gebruiker,
            "certificaat": vingerafdruk(CERTIFICAAT_DOMEIN, verklaring.certificaat.encode("utf-8", "surrogatepass")),
        }
    )


def _begin(kluis_id: str) -> str:
    """What the first statement follows on: a chain belongs to one vault."""
    return vingerafdruk(BEGIN_DOMEIN, kluis_id.encode("ascii", "replace"))


def _onjuist(verklaring: Verklaring, reden: str) -> HandtekeningOnjuist:
    return HandtekeningOnjuist(
        f"Verklaring {verklaring.nummer} is niet te vertrouwen: {reden}.",
        veilig="Er is niets gewijzigd.",
        advies="Laat de beheerder de kluis controleren.",
    )
