"""What the frame asks of the services and of the pages: names and shapes, no behaviour.

Login and the first start need very little of the services; writing that little down here keeps the frame
testable with a stand-in and shows at a glance what it depends on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.kluis.gegevens import (
    AccountInvoer,
    KluisInfo,
    NieuweKluis,
    ProfielBron,
    ProfielKeuze,
    Profielpartij,
    SessieInfo,
    Voortgang,
    WachtwoordOordeel,
)
from zvh_desktop.services.kluis.kluisinfo import Serveraccount, Serverbewaring
from zvh_desktop.services.kluis.kopieregels import KopieRegel
from zvh_desktop.services.kluis.meelezen import Meelezing
from zvh_desktop.services.werkplek.plekken import Onderdeel
from zvh_desktop.ui.toetsenbord.toetsplek import Toetsplek

if TYPE_CHECKING:
    from zvh_desktop.services.kluis.meeluisteren import Meeluisteraar
    from zvh_desktop.services.koffer.gegevens import Dagkofferaanbod, Dagkofferstand

__all__ = [
    "AccountInvoer",
    "Dagkoffer",
    "GemaakteKluis",
    "Hulphoofdstuk",
    "KluisInfo",
    "KopieRegel",
    "Kopielezer",
    "Meelezing",
    "NieuweKluis",
    "Plaats",
    "ProfielBron",
    "ProfielKeuze",
    "Profielpartij",
    "Serveraccount",
    "SessieInfo",
    "Spelling",
    "Toegang",
    "Vensterdiensten",
    "Vensterzorg",
    "Voortgang",
    "WachtwoordOordeel",
    "Wachtwoordkeurder",
    "Zoeker",
    "Zoektreffer",
]


class Hulphoofdstuk(Protocol):
    """A chapter of the manual; ``tekst`` is Markdown, ``leestekst`` what the reader sees of it."""

    @property
    def sleutel(self) -> str:
        """Its key, which does not change with the house."""

    @property
    def bestand(self) -> str:
        """What links between chapters point at."""

    @property
    def titel(self) -> str:
        """The heading."""

    @property
    def tekst(self) -> str:
        """The text to show."""

    @property
    def leestekst(self) -> str:
        """The text to search."""


class Vensterzorg(Protocol):
    """What an open vault needs beside the work in it."""

    @property
    def vergrendel_minuten(self) -> int:
        """After how many minutes without a key or mouse the vault locks itself."""

    @property
    def vergrendel_minuten_tafel(self) -> int:
        """The same while an overleg is being held."""

    def lees_mee(self) -> Meelezing:
        """What is new in a vault that is only read here."""

    @property
    def werkt_samen(self) -> bool:
        """Whether colleagues can work in the same house while this window is open."""

    def luister_mee(self) -> Meeluisteraar | None:
        """What hears that a colleague changed something."""

    def begin_bijlezen(self) -> Callable[[], None]:
        """What colleagues did until now is read after this. Called when that was done, what is given back tells so."""

    def bij_botsing(self, roep: Callable[[], None], /) -> None:
        """Called when an act was refused since a colleague was before it; in the thread of that act."""

    def laatste_handeling(self) -> int:
        """The number of the last line in the log."""

    def gezien_handeling(self) -> int | None:
        """Up to which of those what is in view was read; a server is not asked. None where one works at a time."""

    def leg_plek_vast(self, gegevens: bytes, /) -> None:
        """Keep on this computer, sealed for this user, where the work stands."""

    def lees_plek(self) -> bytes | None:
        """What was kept, when the program ended unasked."""

    def vergeet_plek(self) -> None:
        """The work was put down."""

    def kijk_kopieen_na(self) -> None:
        """Compare what is remembered of the backups with what stands on the disks."""

    def verzorg_kopieen(self, voortgang: Voortgang | None = None, /) -> bool:
        """Make the backup of today where one is needed."""


class Spelling(Protocol):
    """The words that are right in this house, and how the dictionary beside the window is started."""

    def opdracht(self) -> Sequence[str]:
        """The program and its arguments."""

    def goede_woorden(self) -> frozenset[str]:
        """What is right without asking the dictionary. Raises GebruikersFout."""

    def voeg_toe(self, woord: str, /) -> None:
        """Put a word on the list of the house. Raises GebruikersFout."""


class Dagkoffer(Protocol):
    """The koffer of today that is kept fresh on this computer."""

    def stand(self) -> Dagkofferstand:
        """How it stands; asks the server nothing."""

    def vernieuw(self) -> bool:
        """Make a fresh one where something of it was changed; beside the window. Raises LijnWeg."""

    def wek(self) -> Path:
        """Let it begin, and where it is. Raises KofferFout."""

    def stop(self) -> None:
        """The window locks: do not go on making one."""


class Vensterdiensten(Protocol):
    """An open vault. The pages know the rest of it; the frame needs only this."""

    @property
    def sessie(self) -> SessieInfo:
        """Who works here."""

    @property
    def waarschuwingen(self) -> Sequence[str]:
        """What the user must be told after opening."""

    @property
    def aanvaarding(self) -> str:
        """What is asked of who saw a newer state than was accepted here; empty where nothing is."""

    def volg_aanvaarding(self) -> None:
        """Go on with that older state; raises GebruikersFout."""

    @property
    def rolmeldingen(self) -> Sequence[str]:
        """What was done about roles without a second, and this user has to have seen before going on."""

    def bevestig_rolmeldingen(self) -> None:
        """Sign that it was seen; raises BevestigingNodig."""

    def bereid_voor(self) -> None:
        """Have ready what takes long the first time; asked beside the window."""

    def bevestig(self, wachtwoord: str, /) -> None:
        """Give the password again before signing; raises WachtwoordOnjuist."""

    @property
    def bevestigd(self) -> bool:
        """Whether that was done in the last minutes."""

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        """Within this a signature is asked for and not given."""

    def handleiding(self) -> Sequence[Hulphoofdstuk]:
        """The manual in the words of this house."""

    def verzegel(self, gegevens: bytes, /) -> bytes:
        """Make something unreadable for everyone, until this user has opened the vault again."""

    def ontzegel(self, verzegeld: bytes, /) -> bytes | None:
        """What this user sealed; None when it is not theirs."""

    @property
    def zorg(self) -> Vensterzorg:
        """What it needs beside the work in it."""

    @property
    def dagkoffer(self) -> Dagkoffer:
        """For when the line to a server falls away."""

    def sluit(self, voortgang: Voortgang | None = None, /) -> None:
        """Erase what deleting left behind, close the vault and forget its key."""


class GemaakteKluis(Protocol):
    """What making a vault gives back, once."""

    @property
    def herstelsleutel(self) -> str:
        """The recovery key, in groups of characters."""

    @property
    def herstelblad_pdf(self) -> bytes:
        """The same on a sheet to print."""

    @property
    def diensten(self) -> Vensterdiensten:
        """The vault, opened by its beheerder."""


class Wachtwoordkeurder(Protocol):
    """Who judges a new password: the services before a vault is open, and Beheer after that."""

    def beoordeel_wachtwoord(self, wachtwoord: str, /) -> WachtwoordOordeel:
        """Whether a password is strong enough."""


class ZonderLijn(Protocol):
    """The koffer of today of who cannot come in, since the server of the house cannot be reached."""

    def aanbod(self, verbinding: Path, naam: str, /) -> Dagkofferaanbod | None:
        """Whether there is one on this computer for this name."""

    def wek(self, verbinding: Path, naam: str, wachtwoord: str, /) -> Path:
        """Let it begin, and where it is. Raises WachtwoordOnjuist, KofferFout."""


class Bewaring(Protocol):
    """What the key store of this computer keeps for a house that is closed; BewaringDienst in the application."""

    def opent(self, map_: Path, naam: str, /) -> bool:
        """Whether this user chose to open the vault on this device without a password."""

    def databaseaccount(self, map_: Path, /) -> Serverbewaring:
        """Which database account is kept for a house on a server, or why none can be kept."""


class Toegang(Wachtwoordkeurder, Protocol):
    """The services before a vault is open; ToegangDienst in the application."""

    @property
    def zonder_lijn(self) -> ZonderLijn:
        """On in the koffer of today."""

    @property
    def bewaard(self) -> Bewaring:
        """What the key store of this computer keeps."""

    def kop(self, map_: Path, /) -> KluisInfo:
        """What can be seen of the vault in this folder without opening it."""

    def kopieen(self, map_: Path, erbij: Path | None, voortgang: Voortgang, /) -> Sequence[KopieRegel]:
        """The backups there are for a vault that does not open, the newest first."""

    def zet_terug(self, kopie: Path, map_: Path, voortgang: Voortgang, /) -> Path | None:
        """Let a backup take the place of a vault; where that went, None when there was none."""

    def keur_plaats(self, map_: Path, /) -> None:
        """Raises InvoerOngeldig for a folder in which no vault can stand."""

    def ontgrendel(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None, /
    ) -> Vensterdiensten:
        """Open with a password, and on a server with a database account.

        Raises WachtwoordOnjuist, and WachtwoordTijdelijk when somebody else chose it.
        """

    def ontgrendel_lezen(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None, /
    ) -> Vensterdiensten:
        """Open to read only, also while somebody else works in it."""

    def kies_eigen_wachtwoord(
        self, map_: Path, naam: str, wachtwoord: str, eigen: str, account: Serveraccount | None = None, /
    ) -> Vensterdiensten:
        """Open with the password that was handed over, and put an own one in its place."""

    def ontgrendel_dit_apparaat(self, map_: Path, naam: str, /) -> Vensterdiensten:
        """Open with the key in the key store of the operating system."""

    def herstel(
        self,
        map_: Path,
        herstelsleutel: str,
        naam: str,
        nieuw_wachtwoord: str,
        account: Serveraccount | None = None,
        /,
    ) -> Vensterdiensten:
        """Open with the recovery key and give this user a new password."""

    def profielen(self) -> Sequence[ProfielKeuze]:
        """The house profiles."""

    def profiel_uit_bestand(self, bestand: Path, /) -> ProfielKeuze:
        """A profile of the house itself; raises ProfielOngeldig with every finding."""

    def profiel_partijen(self, bron: ProfielBron, /) -> Sequence[Profielpartij]:
        """The partijen of a profile."""

    def rolnamen(self, bron: ProfielBron, /) -> Mapping[Rol, str]:
        """What the house of this profile calls each role."""

    def maak_kluis(self, invoer: NieuweKluis, voortgang: Voortgang, /) -> GemaakteKluis:
        """Make a vault with its first accounts."""

    def maak_oefenkluis(self, map_: Path, profiel: ProfielBron, voortgang: Voortgang, /) -> Vensterdiensten:
        """Make a practice vault with fictional data and open it."""

    def ontgrendel_oefenkluis(self, map_: Path, /) -> Vensterdiensten:
        """Open a practice vault as procesregisseur."""

    def handleiding(self) -> Sequence[Hulphoofdstuk]:
        """The manual while no house is open."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where the user is: a page, what is open on it, and how it stands there.

    ``stand`` is whatever the page needs to come back to the same place (what is open, scroll, unsaved text when
    saving failed); ``toetsplek`` is the field with the keyboard. Both are kept between locking and unlocking, and
    while a vault is open sealed for its user in the user's own folder, so that a crash does not lose them.
    """

    pagina: str
    onderdeel: Onderdeel | None = None
    stand: object = None
    toetsplek: Toetsplek | None = None


@dataclass(frozen=True, slots=True)
class Zoektreffer:
    """One line below the search field."""

    plaats: str
    onderdeel: Onderdeel | None
    titel: str
    toelichting: str = ""
    icoon: str = "zoek"


Zoeker = Callable[[str], Sequence[Zoektreffer]]
Kopielezer = Callable[[Path | None, Voortgang], Sequence[KopieRegel]]
"""Reads the backups there are through, also those in one folder more."""
