"""Before a vault is open: make one, open one, recover one; everything that login and the first start need."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from zvh_desktop.database.bestand.plaats import eis_geen_synchronisatie
from zvh_desktop.database.daad import Daad
from zvh_desktop.database.kluis import (
    NieuweGebruiker,
    OpenKluis,
    maak_kluis,
    nieuw_wachtwoord_geldt,
    open_met_dit_apparaat,
)
from zvh_desktop.database.kluisbord import is_verbindingsbestand
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.database.sleutels.wachtwoorden import controleer_sterkte
from zvh_desktop.database.terugwissel import maak_terugzetten_af, zet_terug
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.handleiding import Hoofdstuk, algemene_handleiding
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.huis.over import over_hoofdstuk
from zvh_desktop.services.huis.profielbestand import laad_profiel
from zvh_desktop.services.kluis.bewaring import BewaringDienst
from zvh_desktop.services.kluis.gegevens import (
    AccountInvoer,
    KluisInfo,
    NieuweKluis,
    ProfielBron,
    ProfielKeuze,
    Profielpartij,
    Voortgang,
    WachtwoordOordeel,
)
from zvh_desktop.services.kluis.herstelblad import maak_herstelblad
from zvh_desktop.services.kluis.huisdeur import herstel, lees_verbinding, open_huis
from zvh_desktop.services.kluis.kluisinfo import Serveraccount, lees_kluisbord
from zvh_desktop.services.kluis.kopieregels import KopieRegel, kopieen_zonder_kluis
from zvh_desktop.services.kluis.wachtwoordsterkte import beoordeel_wachtwoord
from zvh_desktop.services.koffer.aanbod import ZonderLijnDienst
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.werkplek.klok import AMSTERDAM, Klok, systeemklok
from zvh_desktop.services.werkplek.rechten import rolnaam

OEFENKLUIS = "zvh_desktop.services.oefenen.kluis"
"""By name: a whole year of invented work is loaded by who plays it (ADR 0081)."""


@dataclass(frozen=True, slots=True)
class NieuweKluisResultaat:
    """A new vault, open for its beheerder; the recovery key is here once and nowhere else."""

    herstelsleutel: str = field(repr=False)
    herstelblad_pdf: bytes = field(repr=False)
    diensten: Diensten


class ToegangDienst:
    """Use cases on a vault that is not open yet."""

    def __init__(self, klok: Klok = systeemklok, herkomst: str = "venster") -> None:
        self._klok = klok
        self._herkomst = herkomst
        self.zonder_lijn = ZonderLijnDienst(klok)
        self.bewaard = BewaringDienst()

    def bereid_voor(self) -> None:
        """Let SQLAlchemy work out how the tables hang together, before somebody waits for the first query."""
        configure_mappers()

    def kop(self, map_: Path) -> KluisInfo:
        """What can be seen of the vault in this folder, or of the house of this connection file.

        Raises KluisNietGevonden, KluisVreemd, KluisBeschadigd, InvoerOngeldig where no vault can stand.
        """
        if is_verbindingsbestand(map_):
            lees_verbinding(map_)
            return lees_kluisbord(map_)
        maak_terugzetten_af(map_)
        kop = lees_kop(map_)
        eis_geen_synchronisatie(map_)
        return KluisInfo(naam=map_.stem, oefen=kop.oefen, gebruikers=kop.gebruikersnamen)

    def kopieen(self, map_: Path, erbij: Path | None, voortgang: Voortgang) -> tuple[KopieRegel, ...]:
        """The backups there are for a vault that does not open, read through, the newest first."""
        return kopieen_zonder_kluis(map_, (erbij,) if erbij is not None else (), voortgang)

    def zet_terug(self, kopie: Path, map_: Path, voortgang: Voortgang) -> Path | None:
        """Let a backup take the place of the vault in this folder; where that went, None when there was none.

        Raises KluisInGebruik, KluisBeschadigd and other KluisFout; then everything is as it was.
        """
        voortgang(0, 0, "De reservekopie wordt nagekeken en teruggezet")
        return zet_terug(kopie, map_, self._klok())

    def keur_plaats(self, map_: Path) -> None:
        """Refuse a folder in which no vault can stand, before anything else is asked. Raises InvoerOngeldig."""
        eis_geen_synchronisatie(map_)

    def ontgrendel(self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None) -> Diensten:
        """Open with a password, and on a server with a database account.

        Raises WachtwoordTijdelijk, WachtwoordOnjuist and other KluisFout.
        """
        return self._diensten(lambda: open_huis(map_, naam, wachtwoord, account))

    def ontgrendel_lezen(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None
    ) -> Diensten:
        """Open to read only, also while somebody else works in it. Raises as ``ontgrendel``."""
        return self._diensten(lambda: open_huis(map_, naam, wachtwoord, account, alleen_lezen=True))

    def kies_eigen_wachtwoord(
        self, map_: Path, naam: str, wachtwoord: str, eigen: str, account: Serveraccount | None = None
    ) -> Diensten:
        """Open for the first time: with the password that was handed over, and the one that takes its place.

        Raises InvoerOngeldig when the own one is weak or the same, WachtwoordOnjuist and other KluisFout.
        """

        def openen() -> OpenKluis:
            kluis = open_huis(map_, naam, wachtwoord, account)
            try:
                daad = Daad("wachtwoord gewijzigd", kluis.gebruiker.naam, self._klok(), herkomst=self._herkomst)
                kluis.accounts.wijzig_wachtwoord(wachtwoord, eigen, daad)
            except BaseException:
                kluis.sluit()
                raise
            return kluis

        return self._met_nieuw_wachtwoord(openen)

    def ontgrendel_dit_apparaat(self, map_: Path, naam: str) -> Diensten:
        """Open with the key in the key store of the operating system."""
        return self._diensten(lambda: open_met_dit_apparaat(map_, naam))

    def herstel(
        self,
        map_: Path,
        herstelsleutel: str,
        naam: str,
        nieuw_wachtwoord: str,
        account: Serveraccount | None = None,
    ) -> Diensten:
        """Open with the recovery key and give this user a new password. Raises InvoerOngeldig, KluisFout."""
        return self._met_nieuw_wachtwoord(
            lambda: herstel(map_, herstelsleutel, naam, nieuw_wachtwoord, account, self._herkomst)
        )

    def profielen(self) -> tuple[ProfielKeuze, ...]:
        """The house profiles that come with the application."""
        return tuple(ProfielKeuze(sleutel, laad_meegeleverd(sleutel).naam) for sleutel in meegeleverde_profielen())

    def profiel_uit_bestand(self, bestand: Path) -> ProfielKeuze:
        """A profile of the house itself. Raises ProfielOngeldig with every finding, GebruikersFout."""
        return ProfielKeuze(bestand, laad_profiel(bestand).naam)

    def profiel_partijen(self, bron: ProfielBron) -> tuple[Profielpartij, ...]:
        """The partijen of a profile."""
        return tuple(Profielpartij(p.naam, p.kort, p.groep) for p in laad_profiel(bron).partijen)

    def rolnamen(self, bron: ProfielBron) -> Mapping[Rol, str]:
        """What the house of this profile calls each role."""
        termen = laad_profiel(bron).termen
        return {rol: rolnaam(rol, termen) for rol in Rol}

    def handleiding(self) -> tuple[Hoofdstuk, ...]:
        """The manual while no house is open."""
        return (*algemene_handleiding(), over_hoofdstuk())

    def beoordeel_wachtwoord(self, wachtwoord: str) -> WachtwoordOordeel:
        """Whether a new password is strong enough."""
        return beoordeel_wachtwoord(wachtwoord)

    def maak_kluis(self, invoer: NieuweKluis, voortgang: Voortgang) -> NieuweKluisResultaat:
        """Make a vault with its profile, partijen and first accounts; nothing half is left when it fails.

        Raises InvoerOngeldig, KluisFout, ProfielOngeldig when the profile is a file that is not right.
        """
        profiel = laad_profiel(invoer.profiel)
        stappen = 3 + len(invoer.overige)
        voortgang(0, stappen, "Sleutels maken")
        for account in (invoer.beheerder, *invoer.overige):
            controleer_sterkte(account.wachtwoord, account.naam)
        bestond = invoer.map.exists()
        kluis, herstelsleutel = maak_kluis(invoer.map, _gebruiker(invoer.beheerder))
        try:
            voortgang(1, stappen, "Partijen overnemen")
            richt_in(kluis, profiel, self._klok, partijen=[p for p in profiel.partijen if p.naam in invoer.partijen])
            for nummer, account in enumerate(invoer.overige, start=2):
                voortgang(nummer, stappen, f"Account {account.naam} maken")
                kluis.accounts.voeg_toe(replace(_gebruiker(account), tijdelijk=True))
            diensten = bouw_diensten(kluis, self._klok, self._herkomst)
            if invoer.email:
                diensten.instellingen.bewaar(HuisInstellingen(afzender_email=invoer.email))
            # Before it counts as made: a vault of which nobody has the recovery key must not stay behind.
            blad = maak_herstelblad(kluis, profiel, herstelsleutel, self._klok().astimezone(AMSTERDAM).date())
        except BaseException:
            kluis.sluit()
            _haal_weg(invoer.map, bestond=bestond)
            raise
        voortgang(stappen, stappen, "Klaar")
        return NieuweKluisResultaat(herstelsleutel, blad, diensten)

    def maak_oefenkluis(self, map_: Path, profiel: ProfielBron, voortgang: Voortgang) -> Diensten:
        """Make a practice vault and open it as procesregisseur. Raises InvoerOngeldig, KluisFout."""
        laad_module(OEFENKLUIS).maak_oefenkluis(map_, profiel, voortgang)
        return self.ontgrendel_oefenkluis(map_)

    def ontgrendel_oefenkluis(self, map_: Path) -> Diensten:
        """Open a practice vault as procesregisseur, with the documented practice password."""
        account = oefenaccount(Rol.PROCESREGISSEUR)
        return self.ontgrendel(map_, account.gebruiker, account.wachtwoord)

    def _met_nieuw_wachtwoord(self, openen: Callable[[], OpenKluis]) -> Diensten:
        """The password has been changed once ``openen`` is through: what fails after that does not undo it."""
        kluis = openen()
        try:
            return bouw_diensten(kluis, self._klok, self._herkomst)
        except BaseException as fout:
            kluis.sluit()
            if isinstance(fout, GebruikersFout):
                raise nieuw_wachtwoord_geldt(fout) from fout
            raise

    def _diensten(self, openen: Callable[[], OpenKluis]) -> Diensten:
        kluis = openen()
        try:
            return bouw_diensten(kluis, self._klok, self._herkomst)
        except BaseException:
            kluis.sluit()
            raise


def _haal_weg(map_: Path, *, bestond: bool) -> None:
    """Undo a vault that was not finished; the folder was empty when it was begun, and stays when it was there."""
    shutil.rmtree(map_, ignore_errors=True)
    if bestond:
        with contextlib.suppress(OSError):
            map_.mkdir(exist_ok=True)


def _gebruiker(account: AccountInvoer) -> NieuweGebruiker:
    return NieuweGebruiker(account.naam, account.weergavenaam, account.rollen, account.wachtwoord)
