"""Signed statements in one chain: what a procesregisseur decided, provable and not to be revived (KLUIS 3).

What is signed is a head (vault, number, kind, previous hash, hash of the content, time, user, certificate). The
content hangs on the head by its hash and carries a random salt, so that after vernietigen the chain still
verifies and the hash that stays behind cannot be guessed back into content.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from zvh_desktop.database.bestand.canoniek import canoniek, uit_canoniek, vingerafdruk
from zvh_desktop.database.bestand.doorsturen import stuur_door
from zvh_desktop.database.keten.ketenkop import KETENKOP, Ketenkop, kop, niet_bewaard
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
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import Rol, VerklaringSoort

KOP_DOMEIN = b"zvh-kluis verklaring v1"
INHOUD_DOMEIN = b"zvh-kluis verklaring inhoud v1"
CERTIFICAAT_DOMEIN = b"zvh-kluis verklaring certificaat v1"
BEGIN_DOMEIN = b"zvh-kluis verklaring begin v1"
AFDRUK_DOMEIN = b"zvh-kluis afdruk v1"
ZOUT_LENGTE = 16
ERBIJ: Final = "zvh_verklaring_erbij"
"""Set on a session in which a statement was signed since it was last looked at."""
NIEUW: Final = "zvh_nieuwe_verklaring"
"""Set on a session in which a statement was signed, until it is committed or rolled back."""

SOORTEN_VAN_PROCESREGISSEUR = frozenset(
    {
        VerklaringSoort.OORDEEL,
        VerklaringSoort.AGENDA_AKKOORD,
        VerklaringSoort.VERSLAG_VASTGESTELD,
        VerklaringSoort.PLAN_VASTGESTELD,
        VerklaringSoort.AFSCHALING,
        VerklaringSoort.OPSCHALING,
        VerklaringSoort.VERLENGING,
        VerklaringSoort.SAMENWERKING,
        VerklaringSoort.GESCHIL,
        VerklaringSoort.VERNIETIGVOORSTEL,
        VerklaringSoort.VOORSTEL_INGETROKKEN,
        VerklaringSoort.TERMIJNEN,
        VerklaringSoort.VERNIETIGING,
        VerklaringSoort.EINDE,
        VerklaringSoort.VAN_EERDER,
    }
)
SOORTEN_VAN_BEHEERDER = frozenset({VerklaringSoort.STAND_AANVAARD})


class VerklaringRij(NamedTuple):
    """A statement as it stands in the table, past the unit of work: the columns in their order."""

    nummer: int
    soort: str
    inhoud: str | None
    inhoud_hash: str
    vorige_hash: str
    hash: str
    handtekening: str
    certificaat: str
    gebruiker: str
    tijd: str


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


def voeg_verklaring_toe(
    sessie: Session,
    ondertekenaar: Ondertekenaar,
    soort: VerklaringSoort,
    inhoud: Mapping[str, object],
    tijd: datetime,
) -> Ketenkop:
    """Sign one statement and add it to the chain; gives that link. Never commits: it stands or falls with its use case.

    Over a line nobody waits for it here: what the database refuses of it is raised by what is asked next, at the latest
    by the commit. Who needs to know that it is there as it was signed, reads it back (``Getekend.eis_bewaard``).
    """
    certificaat = ondertekenaar.certificaat
    moment = iso_utc(tijd)
    if not _heeft_rol_voor(soort, certificaat):
        raise NietBevoegd("Uw rol mag dit niet ondertekenen.", veilig="Er is niets gewijzigd.")
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
        vorige_hash=vorige.hash or begin_van_keten(ondertekenaar.kluis_id),
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
    with sessie.no_autoflush, stuur_door(sessie.connection()):
        sessie.execute(insert(Verklaring), {kolom: getattr(verklaring, kolom) for kolom in VerklaringRij._fields})
    sessie.info[ERBIJ] = sessie.info[NIEUW] = True
    nieuw = Ketenkop(verklaring.nummer, verklaring.hash)
    if KETENKOP in sessie.info:
        sessie.info[KETENKOP] = nieuw  # on a server it is looked at before the commit
    elif kop(sessie) != nieuw:
        raise niet_bewaard()
    return nieuw


class Toets:
    """What statements are verified against, and the certificates that the root key was seen to have signed."""

    def __init__(self, anker: Vertrouwensanker, kluis_id: str) -> None:
        self.anker = anker
        self.kluis_id = kluis_id
        self.geleegd: Mapping[int, bytes] = {}
        """Which statements a signed destruction emptied, with the print of each as it was (keten/geleegd.py)."""
        self._certificaten: dict[str, Certificaat] = {}

    def inhoud(self, verklaring: Verklaring | VerklaringRij) -> Mapping[str, object]:
        """The content as it was signed, or HandtekeningOnjuist; nothing of one that was rightly emptied."""
        if self.is_geleegd(verklaring):
            _eis_leesbaar(verklaring)
            _verifieer_hoofd(verklaring, self.anker, self.kluis_id, self._certificaten)
            _eis_anker(verklaring, self.anker)
            return {}
        inhoud = verifieer_verklaring(verklaring, self.anker, self.kluis_id, self._certificaten)
        _eis_anker(verklaring, self.anker)
        return inhoud

    def is_geleegd(self, verklaring: Verklaring | VerklaringRij) -> bool:
        """Whether a signed destruction took the content of this statement."""
        return verklaring.inhoud is None and verklaring.nummer in self.geleegd

    def afdruk(self, verklaring: VerklaringRij) -> bytes:
        """The print of this row; of one that was rightly emptied, as it was before."""
        return self.geleegd[verklaring.nummer] if self.is_geleegd(verklaring) else rij_afdruk(verklaring)

    def eis_geldend(self, verklaring: Verklaring | VerklaringRij) -> None:
        """Raise HandtekeningOnjuist where a signature that was good once no longer counts at this place."""
        if verklaring.certificaat not in self._certificaten:
            self._certificaten[verklaring.certificaat] = _certificaat(verklaring, self.anker, self.kluis_id)
        _eis_niet_ingetrokken(verklaring, self._certificaten[verklaring.certificaat], self.anker)
        _eis_anker(verklaring, self.anker)

    def hoogste(self, verklaring: VerklaringRij) -> float:
        """Up to which number the certificate of this statement counts. Raises HandtekeningOnjuist."""
        if verklaring.certificaat not in self._certificaten:
            self._certificaten[verklaring.certificaat] = _certificaat(verklaring, self.anker, self.kluis_id)
        laatste = self.anker.ingetrokken.get(str(self._certificaten[verklaring.certificaat].serienummer))
        return math.inf if laatste is None else laatste


def nieuw_lopend() -> hashlib.blake2b:
    """The print over no statements yet."""
    return hashlib.blake2b(AFDRUK_DOMEIN, digest_size=32)


def rij_afdruk(rij: tuple[object, ...]) -> bytes:
    """A print of one row: every column of it, and of what kind each value is."""
    return hashlib.blake2b(ascii(tuple(rij)).encode("ascii"), digest_size=32).digest()


def verifieer_verklaring(
    verklaring: Verklaring | VerklaringRij,
    wortel: Vertrouwensanker,
    kluis_id: str,
    certificaten: dict[str, Certificaat] | None = None,
) -> Mapping[str, object]:
    """The content as it was signed, or HandtekeningOnjuist. Columns elsewhere are only a cache of this.

    ``certificaten`` collects, by their exact text, those that the root key was seen to have signed.
    """
    _eis_leesbaar(verklaring)
    _verifieer_hoofd(verklaring, wortel, kluis_id, certificaten if certificaten is not None else {})
    if verklaring.inhoud is None:
        # Only a signed destruction may empty a statement (keten/geleegd.py).
        raise onjuist(verklaring, "de inhoud is gewist zonder ondertekende vernietiging")
    tekst = verklaring.inhoud.encode("utf-8", "surrogatepass")
    if vingerafdruk(INHOUD_DOMEIN, tekst) != verklaring.inhoud_hash:
        raise onjuist(verklaring, "de inhoud is gewijzigd nadat er is ondertekend")
    try:
        waarde = uit_canoniek(tekst)
    except ValueError as fout:
        raise onjuist(verklaring, "de inhoud is niet te lezen") from fout
    gegevens = waarde.get("gegevens") if isinstance(waarde, dict) else None
    if not isinstance(gegevens, dict):
        raise onjuist(verklaring, "de inhoud is niet te lezen")
    return gegevens


def verifieer_keten(
    sessie: Session, wortel: Vertrouwensanker, kluis_id: str, toets: Toets | None = None
) -> tuple[str, ...]:
    """Every statement and its place; findings in Dutch, none when all is well.

    Without a ``toets`` that knows which ones a destruction emptied, an emptied statement is a finding.
    """
    bevindingen: list[str] = []
    toets = toets or Toets(wortel, kluis_id)
    verwacht, vorige = 1, begin_van_keten(kluis_id)
    vraag = select(Verklaring).order_by(Verklaring.nummer).execution_options(yield_per=500, populate_existing=True)
    with sessie.scalars(vraag) as gelezen:
        for verklaring in gelezen:
            if verklaring.nummer < 1:
                bevindingen.append(
                    f"Er staat een verklaring onder een nummer dat niet kan bestaan: {verklaring.nummer}."
                )
                continue
            if verklaring.nummer != verwacht:
                bevindingen.append(f"In de keten van verklaringen ontbreekt een deel voor nummer {verklaring.nummer}.")
            elif verklaring.vorige_hash != vorige:
                bevindingen.append(f"Verklaring {verklaring.nummer} sluit niet aan op de vorige.")
            try:
                toets.inhoud(verklaring)
            except HandtekeningOnjuist as fout:
                bevindingen.append(fout.gebeurd)
            verwacht, vorige = verklaring.nummer + 1, verklaring.hash
    return (*bevindingen, *melding_kop(verwacht - 1, wortel))


def uit_inhoud(inhoud: object, sleutel: str) -> object:
    """What a statement says under this name, past every check: to tell rows apart with, never to rely on."""
    try:
        waarde = json.loads(inhoud) if isinstance(inhoud, str) else None
    except (ValueError, RecursionError):
        return None
    gegevens = waarde.get("gegevens") if isinstance(waarde, dict) else None
    return gegevens.get(sleutel) if isinstance(gegevens, dict) else None


def melding_kop(hoogste: int, anker: Vertrouwensanker) -> tuple[str, ...]:
    """A finding when the chain ends before a statement that the root key itself has named."""
    genoemd = max((int(nummer) for nummer in anker.koppen), default=0)
    if hoogste < genoemd:
        return (f"De verklaringen {hoogste + 1} tot en met {genoemd} ontbreken: er zijn verklaringen verwijderd.",)
    return ()


def _eis_leesbaar(verklaring: Verklaring | VerklaringRij) -> None:
    """With the key someone can write anything into a column, also what is no text."""
    for naam in VerklaringRij._fields[1:]:
        waarde = getattr(verklaring, naam)
        if not isinstance(waarde, str) and not (naam == "inhoud" and waarde is None):
            raise onjuist(verklaring, "een kolom is niet te lezen")


def _eis_anker(verklaring: Verklaring | VerklaringRij, anker: Vertrouwensanker) -> None:
    genoemd = anker.koppen.get(str(verklaring.nummer))
    if genoemd is not None and verklaring.hash != genoemd:
        raise onjuist(verklaring, "zij is vervangen nadat een sleutel werd ingetrokken")


def _verifieer_hoofd(
    verklaring: Verklaring | VerklaringRij,
    wortel: Vertrouwensanker,
    kluis_id: str,
    certificaten: dict[str, Certificaat],
) -> None:
    if verklaring.certificaat not in certificaten:
        certificaten[verklaring.certificaat] = _certificaat(verklaring, wortel, kluis_id)
    certificaat = certificaten[verklaring.certificaat]
    hoofd = _hoofd(verklaring, kluis_id)
    if vingerafdruk(KOP_DOMEIN, hoofd) != verklaring.hash:
        raise onjuist(verklaring, "de regel is gewijzigd nadat er is ondertekend")
    try:
        controleer_handtekening(
            bytes.fromhex(certificaat.tekensleutel),
            KOP_DOMEIN + b"\x00" + hoofd,
            bytes.fromhex(verklaring.handtekening),
        )
    except (SleutelPastNiet, ValueError, TypeError) as fout:
        raise onjuist(verklaring, "de handtekening klopt niet") from fout
    _controleer_bevoegd(verklaring, certificaat, wortel)


def _certificaat(verklaring: Verklaring | VerklaringRij, wortel: Vertrouwensanker, kluis_id: str) -> Certificaat:
    try:
        certificaat = certificaat_uit_json(uit_canoniek(verklaring.certificaat.encode("utf-8", "surrogatepass")))
        controleer_certificaat(certificaat, wortel.sleutel, kluis_id)
    except (SleutelPastNiet, ValueError, TypeError, KeyError) as fout:
        raise onjuist(verklaring, "de ondertekenaar is niet van deze kluis") from fout
    return certificaat


def _controleer_bevoegd(
    verklaring: Verklaring | VerklaringRij, certificaat: Certificaat, wortel: Vertrouwensanker
) -> None:
    if certificaat.naam != verklaring.gebruiker:
        raise onjuist(verklaring, "de naam hoort niet bij de handtekening")
    if not certificaat.geldig_op(verklaring.tijd):
        raise onjuist(verklaring, "de sleutel van de ondertekenaar was toen niet geldig")
    _eis_niet_ingetrokken(verklaring, certificaat, wortel)
    if verklaring.soort not in set(VerklaringSoort):
        raise onjuist(verklaring, "de soort is onbekend")
    if not _heeft_rol_voor(VerklaringSoort(verklaring.soort), certificaat):
        raise onjuist(verklaring, "de ondertekenaar had daar de rol niet voor")


def _heeft_rol_voor(soort: VerklaringSoort, certificaat: Certificaat) -> bool:
    if soort in SOORTEN_VAN_PROCESREGISSEUR:
        return Rol.PROCESREGISSEUR in certificaat.rollen
    return soort not in SOORTEN_VAN_BEHEERDER or Rol.BEHEERDER in certificaat.rollen


def _eis_niet_ingetrokken(
    verklaring: Verklaring | VerklaringRij, certificaat: Certificaat, wortel: Vertrouwensanker
) -> None:
    """The place in the chain has a lower bound as well: a number before the first would lie before every revocation."""
    if verklaring.nummer < 1:
        raise onjuist(verklaring, "dit nummer kan niet bestaan")
    laatste = wortel.ingetrokken.get(str(certificaat.serienummer))
    if laatste is not None and verklaring.nummer > laatste:
        raise onjuist(verklaring, "de sleutel van de ondertekenaar was toen al ingetrokken")


def _hoofd(verklaring: Verklaring | VerklaringRij, kluis_id: str) -> bytes:
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


def begin_van_keten(kluis_id: str) -> str:
    """What the first statement follows on: a chain belongs to one vault."""
    return vingerafdruk(BEGIN_DOMEIN, kluis_id.encode("ascii", "replace"))


def onjuist(verklaring: Verklaring | VerklaringRij, reden: str) -> HandtekeningOnjuist:
    """What is said of a statement that cannot be trusted."""
    return HandtekeningOnjuist(
        f"Verklaring {verklaring.nummer} is niet te vertrouwen: {reden}.",
        veilig="Er is niets gewijzigd.",
        advies="Laat de beheerder de kluis controleren.",
    )
