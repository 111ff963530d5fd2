"""Stand-ins for the tests of the frame: messages that answer by themselves, access to a pretend vault."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from zvh_desktop.errors import (
    GebruikersFout,
    InvoerOngeldig,
    KluisVreemd,
    KofferFout,
    LijnWeg,
    WachtwoordOnjuist,
    WachtwoordTijdelijk,
)
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.kluis.kluisinfo import Serveraccount, Serverbewaring
from zvh_desktop.services.kluis.kopieregels import KopieRegel
from zvh_desktop.services.kluis.meelezen import Meelezing
from zvh_desktop.services.kluis.meeluisteren import Meegeluisterd
from zvh_desktop.services.koffer.gegevens import Dagkofferaanbod, Dagkofferstand
from zvh_desktop.services.werkplek.plekken import Onderdeel
from zvh_desktop.ui.pagina import Pagina, PaginaInvoer
from zvh_desktop.ui.protocollen import (
    AccountInvoer,
    KluisInfo,
    NieuweKluis,
    ProfielBron,
    ProfielKeuze,
    Profielpartij,
    SessieInfo,
    Voortgang,
    WachtwoordOordeel,
    Zoektreffer,
)
from zvh_desktop.ui.uiterlijk.icons import Icoon
from zvh_desktop.ui.widgets.legestaat import LegeStaat
from zvh_desktop.ui.widgets.velden.tekstveld import Tekstveld

GOED_WACHTWOORD = "vier losse woorden samen"


class NepMeldingen:
    """Answers at once and remembers what was asked."""

    def __init__(self) -> None:
        self.fouten: list[GebruikersFout] = []
        self.berichten: list[str] = []
        self.gesteld: list[str] = []
        self.knoppen: list[str] = []
        self.antwoord = False
        self.pad: Path | None = None

    def toon_fout(self, ouder: QWidget | None, fout: GebruikersFout) -> None:
        self.fouten.append(fout)

    def toon_bericht(self, ouder: QWidget | None, titel: str, tekst: str) -> None:
        self.berichten.append(f"{titel}: {tekst}")

    def bevestig(self, ouder: QWidget | None, vraag: str, knoptekst: str) -> bool:
        self.gesteld.append(vraag)
        self.knoppen.append(knoptekst)
        return self.antwoord

    def kies_bestand_open(self, ouder: QWidget | None, titel: str, filter_: str) -> Path | None:
        self.gesteld.append(titel)
        return self.pad

    def kies_bestand_opslaan(self, ouder: QWidget | None, titel: str, naam: str, filter_: str) -> Path | None:
        self.gesteld.append(titel)
        return self.pad

    def kies_map(self, ouder: QWidget | None, titel: str) -> Path | None:
        self.gesteld.append(titel)
        return self.pad


class Mailprogramma(QObject):
    """Stands in for the program that this computer has for mail."""

    def __init__(self) -> None:
        super().__init__()
        self.gevraagd: list[str] = []

    @Slot(QUrl)
    def open(self, adres: QUrl) -> None:
        """Asked by Qt in place of the program itself."""
        self.gevraagd.append(bytes(adres.toEncoded().data()).decode())


def maak_sessie(*, oefen: bool = False, gebruiker: str = "j.oefenman", rol: Rol = Rol.MEDEWERKER) -> SessieInfo:
    return SessieInfo(
        gebruiker=gebruiker,
        weergavenaam="J. Oefenman",
        rollen=frozenset({rol}),
        rol_naam=f"de naam van {rol.value}",
        huis_kort="ZVH Voorbeeld",
        oefen=oefen,
        kluis_naam="voorbeeld",
    )


class NepLuisteraar:
    """Colleagues who do what the test says; ``plekken`` is what they were told."""

    def __init__(self) -> None:
        self._komt: SimpleQueue[Meegeluisterd | GebruikersFout] = SimpleQueue()
        self.plekken: list[tuple[str, int]] = []
        self.gesloten = False

    def zeg(self, wat: Meegeluisterd | GebruikersFout) -> None:
        self._komt.put(wat)

    def wacht(self, seconden: float) -> Meegeluisterd:
        try:
            wat = self._komt.get(timeout=seconden)
        except Empty:
            return Meegeluisterd(False, ())
        if isinstance(wat, GebruikersFout):
            raise wat
        return wat

    def meld_plek(self, soort: str, id_: int) -> None:
        self.plekken.append((soort, id_))

    def sluit(self) -> None:
        self.gesloten = True


@dataclass
class NepDagkoffer:
    """The koffer of today as the test says it is; ``vernieuwd`` counts how often a fresh one was asked for."""

    nu: Dagkofferstand = field(default_factory=lambda: Dagkofferstand(mogelijk=False, aan=False))
    fout: GebruikersFout | None = None
    koffer: Path | None = None
    vernieuwd: int = 0
    gestopt: bool = False

    def stop(self) -> None:
        self.gestopt = True

    def stand(self) -> Dagkofferstand:
        return self.nu

    def vernieuw(self) -> bool:
        self.vernieuwd += 1
        if self.fout is not None:
            raise self.fout
        return self.nu.van is not None

    def wek(self) -> Path:
        if self.koffer is None:
            raise KofferFout("Op deze computer staat geen koffer van vandaag.")
        return self.koffer


@dataclass
class NepDiensten:
    sessie: SessieInfo = field(default_factory=maak_sessie)
    bewaarde_tekst: str = ""
    gezien: int | None = None
    gesloten: bool = False
    vergrendel_minuten: int = 5
    vergrendel_minuten_tafel: int = 30
    waarschuwingen: tuple[str, ...] = ()
    rolmeldingen: tuple[str, ...] = ()
    aanvaarding: str = ""
    volgen_mislukt: GebruikersFout | None = None
    plek: bytes = b""
    meelezing: Meelezing = field(default_factory=lambda: Meelezing(0, False, False, "", "", None, None))
    nagekeken: bool = False
    kopie_gemaakt: bool = False
    kopie_mislukt: bool = False
    luisteraar: NepLuisteraar | None = None
    bijgelezen: int = 0
    lijn_weg: bool = False
    zoeken_voorbereid: int = 0
    roep: Callable[[], None] | None = None
    dagkoffer: NepDagkoffer = field(default_factory=NepDagkoffer)

    def bevestig(self, wachtwoord: str) -> None:
        if wachtwoord != GOED_WACHTWOORD:
            raise WachtwoordOnjuist

    @property
    def bevestigd(self) -> bool:
        return False

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        return nullcontext()

    def volg_aanvaarding(self) -> None:
        if self.volgen_mislukt is not None:
            raise self.volgen_mislukt
        self.aanvaarding = ""

    def bevestig_rolmeldingen(self) -> None:
        self.rolmeldingen = ()

    def verzegel(self, gegevens: bytes) -> bytes:
        return self.sessie.gebruiker.encode() + b":" + gegevens[::-1]

    def ontzegel(self, verzegeld: bytes) -> bytes | None:
        van, _, inhoud = verzegeld.partition(b":")
        return inhoud[::-1] if van.decode() == self.sessie.gebruiker else None

    @property
    def zorg(self) -> NepDiensten:
        return self

    def lees_mee(self) -> Meelezing:
        return self.meelezing

    @property
    def werkt_samen(self) -> bool:
        return self.luisteraar is not None

    def luister_mee(self) -> NepLuisteraar | None:
        return self.luisteraar

    def begin_bijlezen(self) -> Callable[[], None]:
        if self.lijn_weg:
            raise LijnWeg
        return self._bij

    def _bij(self) -> None:
        self.bijgelezen += 1

    def bereid_voor(self) -> None:
        self.zoeken_voorbereid += 1

    def bij_botsing(self, roep: Callable[[], None]) -> None:
        self.roep = roep

    def laatste_handeling(self) -> int:
        return len(self.bewaarde_tekst)

    def gezien_handeling(self) -> int | None:
        if not self.werkt_samen:
            return None
        return len(self.bewaarde_tekst) if self.gezien is None else self.gezien

    def leg_plek_vast(self, gegevens: bytes) -> None:
        self.plek = self.verzegel(gegevens)

    def lees_plek(self) -> bytes | None:
        return self.ontzegel(self.plek) if self.plek else None

    def vergeet_plek(self) -> None:
        self.plek = b""

    def kijk_kopieen_na(self) -> None:
        self.nagekeken = True

    def verzorg_kopieen(self, _voortgang: Voortgang | None = None) -> bool:
        if self.kopie_mislukt:
            raise GebruikersFout("De schijf is vol.")
        self.kopie_gemaakt = not self.gesloten
        return True

    def sluit(self, _voortgang: Voortgang | None = None) -> None:
        self.gesloten = True


@dataclass(frozen=True)
class NepResultaat:
    herstelsleutel: str
    herstelblad_pdf: bytes
    diensten: NepDiensten


class NepZonderLijn:
    """The koffer of today of a house that cannot be reached."""

    def __init__(self) -> None:
        self.koffers: dict[str, Path] = {}
        self.van: datetime | None = datetime(2026, 11, 30, 14, 5).astimezone()

    def aanbod(self, _verbinding: Path, naam: str) -> Dagkofferaanbod | None:
        return Dagkofferaanbod(self.van) if naam in self.koffers else None

    def wek(self, _verbinding: Path, naam: str, wachtwoord: str) -> Path:
        if wachtwoord != GOED_WACHTWOORD:
            raise WachtwoordOnjuist(0.0)
        return self.koffers[naam]


class NepBewaring:
    """The key store of this computer; it keeps silent about an account until ``antwoordt`` is set."""

    def __init__(self) -> None:
        self.dit_apparaat = False
        self.account = Serverbewaring()
        self.vragen: list[tuple[str, int]] = []
        self.antwoordt = threading.Event()
        self.antwoordt.set()

    def opent(self, map_: Path, naam: str) -> bool:
        self.vragen.append((naam, threading.get_ident()))
        return self.dit_apparaat

    def databaseaccount(self, map_: Path) -> Serverbewaring:
        self.vragen.append((map_.stem, threading.get_ident()))
        self.antwoordt.wait(60)
        return self.account


class NepToegang:
    """A pretend vault: one user, one password, the same store every time it is opened."""

    def __init__(self) -> None:
        self.diensten = NepDiensten()
        self.gebruikers: tuple[str, ...] = ("j.oefenman", "m.voorbeeld")
        self.gesynchroniseerd: Path | None = None
        self.wacht_seconden = 0.0
        self.tijdelijk = False
        self.eigen_wachtwoord = ""
        self.gemaakt: NieuweKluis | None = None
        self.oefen_gemaakt: Path | None = None
        self.herstelblad = b""
        self.pogingen = 0
        self.account: Serveraccount | None = None
        self.bewaard = NepBewaring()
        self.zonder_lijn = NepZonderLijn()
        self.draden: set[int] = set()
        self.bezet: GebruikersFout | None = None
        self.kopieregels: tuple[KopieRegel, ...] = ()
        self.teruggezet: tuple[Path, Path] | None = None

    def kop(self, map_: Path) -> KluisInfo:
        if map_.suffix == ".team":
            return KluisInfo(map_.stem, False, (), "huis op db.voorbeeld.invalid")
        if not map_.name.endswith(".kluis"):
            raise KluisVreemd("Deze map is geen kluis.", advies="Kies een andere map.")
        return KluisInfo(map_.name, False, self.gebruikers)

    def ontgrendel(self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None) -> NepDiensten:
        self.pogingen += 1
        self.account = account
        self.draden.add(threading.get_ident())
        if wachtwoord != GOED_WACHTWOORD:
            raise WachtwoordOnjuist(self.wacht_seconden)
        if self.tijdelijk:
            raise WachtwoordTijdelijk
        if self.bezet is not None:
            raise self.bezet
        self.diensten.gesloten = False
        return self.diensten

    def ontgrendel_lezen(
        self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None
    ) -> NepDiensten:
        self.diensten.sessie = replace(self.diensten.sessie, alleen_lezen=True)
        self.bezet = None
        return self.ontgrendel(map_, naam, wachtwoord, account)

    def kies_eigen_wachtwoord(
        self, map_: Path, naam: str, wachtwoord: str, eigen: str, account: Serveraccount | None = None
    ) -> NepDiensten:
        self.account = account
        self.eigen_wachtwoord = eigen
        return self.diensten

    def ontgrendel_dit_apparaat(self, map_: Path, naam: str) -> NepDiensten:
        return self.diensten

    def herstel(
        self,
        map_: Path,
        herstelsleutel: str,
        naam: str,
        nieuw_wachtwoord: str,
        account: Serveraccount | None = None,
    ) -> NepDiensten:
        self.account = account
        return self.diensten

    def kopieen(self, map_: Path, erbij: Path | None, voortgang: Voortgang) -> Sequence[KopieRegel]:
        return self.kopieregels

    def zet_terug(self, kopie: Path, map_: Path, voortgang: Voortgang) -> Path | None:
        self.teruggezet = (kopie, map_)
        return None

    def keur_plaats(self, map_: Path) -> None:
        if self.gesynchroniseerd is not None and map_.is_relative_to(self.gesynchroniseerd):
            raise InvoerOngeldig("map", "Deze map wordt gesynchroniseerd.", advies="Kies een andere.")

    def profielen(self) -> Sequence[ProfielKeuze]:
        return (ProfielKeuze("twente", "ZVH Twente"), ProfielKeuze("landelijk", "Landelijk model"))

    def profiel_uit_bestand(self, bestand: Path) -> ProfielKeuze:
        if bestand.suffix != ".toml":
            raise GebruikersFout(f"{bestand.name} is geen huisprofiel.")
        return ProfielKeuze(bestand, "Zesde Huis & <Zonen>")

    def profiel_partijen(self, bron: ProfielBron) -> Sequence[Profielpartij]:
        return (
            Profielpartij("Gemeente Voorbeeldstad", "Vbs", "Gemeenten"),
            Profielpartij("Gemeente Oefendorp", "Oef", "Gemeenten"),
            Profielpartij("Politie", "Pol", "Justitie en politie"),
            Profielpartij("Openbaar Ministerie", "OM", "Justitie en politie"),
            Profielpartij("GGD", "GGD", "Zorg"),
        )

    def rolnamen(self, bron: ProfielBron) -> Mapping[Rol, str]:
        return {rol: f"naam van {rol.value}" for rol in Rol}

    def maak_kluis(self, invoer: NieuweKluis, voortgang: Voortgang) -> NepResultaat:
        voortgang(1, 2, "Sleutels maken")
        self.gemaakt = invoer
        voortgang(2, 2, "Kluis maken")
        return NepResultaat("appel boom citroen dak emmer fiets", self.herstelblad, self.diensten)

    def ontgrendel_oefenkluis(self, map_: Path) -> NepDiensten:
        return self.diensten

    def maak_oefenkluis(self, map_: Path, profiel: ProfielBron, voortgang: Voortgang) -> NepDiensten:
        self.oefen_gemaakt = map_
        return self.diensten

    def beoordeel_wachtwoord(self, wachtwoord: str) -> WachtwoordOordeel:
        if len(wachtwoord) < 12:
            return WachtwoordOordeel(False, "Te kort: neem vier losse woorden.")
        return WachtwoordOordeel(True, "Sterk wachtwoord.")


class TekstPagina(Pagina):
    """A page with one notes field that saves into the pretend vault."""

    def __init__(self, diensten: NepDiensten) -> None:
        super().__init__()
        self.diensten = diensten
        self.weigert = False
        self._onderdeel: Onderdeel | None = None
        self.veld = Tekstveld("Aantekeningen", self)
        self.veld.setObjectName("aantekeningen")
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.veld)
        self.veld.tekst_bewaren.connect(self._on_tekst_bewaren)

    def vernieuw(self) -> None:
        self.veld.laad(self.diensten.bewaarde_tekst)

    def toon(self, onderdeel: Onderdeel | None) -> None:
        self._onderdeel = onderdeel

    def onderdeel(self) -> Onderdeel | None:
        return self._onderdeel

    def stand(self) -> object:
        return self.veld.textCursor().position()

    def herstel_stand(self, stand: object) -> None:
        aanwijzer = self.veld.textCursor()
        aanwijzer.setPosition(min(int(str(stand)), len(self.veld.toPlainText())))
        self.veld.setTextCursor(aanwijzer)

    def bewaar_nu(self) -> None:
        if self.weigert:
            raise GebruikersFout("De schijf is vol.")
        self.veld.bewaar_nu()

    def maak_leeg(self) -> None:
        self.veld.maak_leeg()

    def eerste_focus(self) -> QPlainTextEdit:
        return self.veld

    def _on_tekst_bewaren(self, tekst: str) -> None:
        self.diensten.bewaarde_tekst = tekst
        self.opgeslagen.emit()


class LegePagina(Pagina):
    """A page without anything on it yet."""

    def __init__(self) -> None:
        super().__init__()
        self.leeg = LegeStaat(
            Icoon.TAFELS,
            "Nog geen tafels",
            "Hier staan de tafels die gepland en gehouden zijn. Plan de eerste tafel, dan kunt u er casussen "
            "op zetten en partijen voor uitnodigen.",
            "&Plan een tafel",
        )
        indeling = QVBoxLayout(self)
        indeling.addWidget(self.leeg)


class PaginaMaker:
    """Registers pages over one pretend vault."""

    def __init__(self, diensten: NepDiensten) -> None:
        self._diensten = diensten

    def tekst(self) -> Pagina:
        return TekstPagina(self._diensten)

    def leeg(self) -> Pagina:
        return LegePagina()

    def drie(self) -> int:
        return 3

    def invoer(self) -> tuple[PaginaInvoer, ...]:
        return (
            PaginaInvoer("vandaag", "Vandaag", Icoon.VANDAAG, self.tekst, self.drie),
            PaginaInvoer("casussen", "Casussen", Icoon.CASUSSEN, self.tekst),
            PaginaInvoer("tafels", "Tafels", Icoon.TAFELS, self.leeg),
            PaginaInvoer("acties", "Acties", Icoon.ACTIES, self.leeg),
            PaginaInvoer("partijen", "Partijen", Icoon.PARTIJEN, self.leeg),
            PaginaInvoer(
                "beheer",
                "Beheer",
                Icoon.BEHEER,
                self.leeg,
                mag=False,
                reden="Alleen de beheerder mag hier iets wijzigen.",
            ),
        )


def maak_account(naam: str = "j.oefenman") -> AccountInvoer:
    return AccountInvoer(naam, "J. Oefenman", frozenset({Rol.MEDEWERKER}), GOED_WACHTWOORD)


def zoek_nep(tekst: str) -> Sequence[Zoektreffer]:
    alles = (
        Zoektreffer("casussen", 42, "2026-0042", "Testpersoon Een", "casussen"),
        Zoektreffer("casussen", 51, "2026-0051", "Testpersoon Twee", "casussen"),
        Zoektreffer("tafels", 7, "Regionale casustafel", "di 8 december 2026", "tafels"),
    )
    return tuple(
        treffer for treffer in alles if tekst.casefold() in f"{treffer.titel} {treffer.toelichting}".casefold()
    )
