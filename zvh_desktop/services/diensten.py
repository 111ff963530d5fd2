"""All use cases of one open vault, together: what the window and the command line are handed."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Final

from zvh_desktop.database.bestand.vertaling import vertaal_databasefout
from zvh_desktop.database.kluis import OpenKluis
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_bewaard_profiel
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.naladen import laad_module
from zvh_desktop.services.beheer.controle import GETEKEND
from zvh_desktop.services.casus.einde_getekend import EINDEN_VAN_EERDER
from zvh_desktop.services.huis.handleiding import Hoofdstuk, lees_handleiding
from zvh_desktop.services.huis.over import over_hoofdstuk
from zvh_desktop.services.kluis.eigen_wachtwoord import eis_eigen_wachtwoord
from zvh_desktop.services.kluis.gegevens import SessieInfo, Voortgang
from zvh_desktop.services.kluis.rolbegin import leg_rollen_vast
from zvh_desktop.services.koffer.onderweg import eis_op_tijd
from zvh_desktop.services.poort.bewaking import bewaking
from zvh_desktop.services.poort.gevolgen import volg_register
from zvh_desktop.services.poort.van_eerder import leg_van_eerder_vast, van_nu
from zvh_desktop.services.vernietigen.opnieuw import vernietig_opnieuw
from zvh_desktop.services.vernietigen.wissen import rond_wissen_af
from zvh_desktop.services.verzoeken.getekend import BEPERKINGEN_VAN_EERDER
from zvh_desktop.services.werkplek.dienst_later import later
from zvh_desktop.services.werkplek.klok import Klok, systeemklok
from zvh_desktop.services.werkplek.rechten import Recht, Toestemming, rolnaam
from zvh_desktop.services.werkplek.werkplek import Werkplek, nieuwste_profielversie

if TYPE_CHECKING:
    from zvh_desktop.services.beheer.beheer import BeheerService
    from zvh_desktop.services.beheer.kluiszorg import Kluiszorg
    from zvh_desktop.services.beheer.logboek import LogboekService
    from zvh_desktop.services.beheer.reservekopieen import ReservekopieService
    from zvh_desktop.services.beheer.rollen import RollenService
    from zvh_desktop.services.bestuur.besluitvorming import BesluitvormingService
    from zvh_desktop.services.bestuur.ledenbeheer import LedenService
    from zvh_desktop.services.bestuur.overleggen import OverleggenService
    from zvh_desktop.services.bewerkbaar.bewerkbaar import BewerkbaarService
    from zvh_desktop.services.bewerkbaar.lijsten import LijstService
    from zvh_desktop.services.brieven.brieven import BriefService
    from zvh_desktop.services.casus.aanmeldingen import AanmeldingService
    from zvh_desktop.services.casus.acties import ActieService
    from zvh_desktop.services.casus.afschalingen import AfschalingService
    from zvh_desktop.services.casus.bekenden import BekendenService
    from zvh_desktop.services.casus.casussen import CasusService
    from zvh_desktop.services.casus.einden import EindeService
    from zvh_desktop.services.casus.plannen import PlanService
    from zvh_desktop.services.casus.regisseurs import RegisseurService
    from zvh_desktop.services.casus.triage import TriageService
    from zvh_desktop.services.casus.vooroverleg import VooroverlegService
    from zvh_desktop.services.cijfers.cijfers import CijferService
    from zvh_desktop.services.datalek.datalekken import DatalekService
    from zvh_desktop.services.documenten import DocumentService
    from zvh_desktop.services.formulier.formulieren import FormulierService
    from zvh_desktop.services.huis.instellingen import InstellingenService
    from zvh_desktop.services.huis.profielen import ProfielService
    from zvh_desktop.services.huis.tekstblokken import TekstblokService
    from zvh_desktop.services.huis.vakanties import VakantieService
    from zvh_desktop.services.huis.weergaven import WeergaveService
    from zvh_desktop.services.informatie.items import InformatieService
    from zvh_desktop.services.informatie.verstrekkingen import VerstrekkingService
    from zvh_desktop.services.informatie.vrijgaven import VrijgaveService
    from zvh_desktop.services.koffer.dagkoffer import DagkofferService
    from zvh_desktop.services.koffer.kofferdiensten import Kofferdiensten
    from zvh_desktop.services.opschaling.opschalingen import OpschalingService
    from zvh_desktop.services.overnemen.jzv.jzv import JzvService
    from zvh_desktop.services.overnemen.overnemen import OverneemService
    from zvh_desktop.services.partijen.inlezen import PartijenCsvService
    from zvh_desktop.services.partijen.partijen import PartijService
    from zvh_desktop.services.poort.oordelen import OordeelService
    from zvh_desktop.services.rondsturen.rondsturen import RondstuurService
    from zvh_desktop.services.samenwerking.samenwerkingsdiensten import Samenwerkingsdiensten
    from zvh_desktop.services.spelling.woordenlijst import SpellingService
    from zvh_desktop.services.tafel.agenda import AgendaService
    from zvh_desktop.services.tafel.correcties import CorrectieService
    from zvh_desktop.services.tafel.loop.tafelloop import TafelloopService
    from zvh_desktop.services.tafel.loop.uitkomsten import UitkomstService
    from zvh_desktop.services.tafel.opvolging.eerste_punt import EerstePuntService
    from zvh_desktop.services.tafel.opvolging.voortgang import MonitoringService
    from zvh_desktop.services.tafel.tafels import TafelService
    from zvh_desktop.services.tafel.verslagen import VerslagService
    from zvh_desktop.services.uitnodigen.afgelasten import AfgelastService
    from zvh_desktop.services.uitnodigen.besluitenbrieven import BesluitenbriefService
    from zvh_desktop.services.uitnodigen.bestuuruitnodigingen import BestuurUitnodigingService
    from zvh_desktop.services.uitnodigen.herinneringen import HerinneringService
    from zvh_desktop.services.uitnodigen.ontvangen import OntvangenService
    from zvh_desktop.services.uitnodigen.terugnemen import TerugneemService
    from zvh_desktop.services.uitnodigen.triagebrieven import TriagebriefService
    from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingService
    from zvh_desktop.services.vandaag.maand.maand import MaandService
    from zvh_desktop.services.vandaag.vandaag import VandaagService
    from zvh_desktop.services.vernietigen.termijnbesluit import TermijnbesluitService
    from zvh_desktop.services.vernietigen.termijnen import BewaarService
    from zvh_desktop.services.vernietigen.vernietigen import VernietigService
    from zvh_desktop.services.verzoeken.verzoeken import VerzoekService
    from zvh_desktop.services.word.sjablonen import WordsjabloonService
    from zvh_desktop.services.zoeken.klaarzetten import KlaarzetService
    from zvh_desktop.services.zoeken.zoeken import ZoekService

BEWAKING: Final = bewaking(GETEKEND)
LOGWOORDEN: Final = "zvh_desktop.services.beheer.logwoorden"
"""By name: an act is put in words in the log, and where a colleague was before somebody (ADR 0081)."""
_VAN_EERDER: Final = (EINDEN_VAN_EERDER, BEPERKINGEN_VAN_EERDER)
"""Rows that were there before their kind was signed."""
_ELKE_DAG: Final = ("verslagen", "agenda", "casussen", "oordelen", "tafels", "acties", "uitnodigingen")
"""What nearly everybody opens on a day; on a server it is loaded before that."""


def _met_register(diensten: Diensten) -> tuple[object, ...]:
    return (partial(volg_register, diensten.werkplek),)


def _met_plannen(diensten: Diensten) -> tuple[object, ...]:
    return (diensten.plannen,)


def _met_plannen_en_afschalingen(diensten: Diensten) -> tuple[object, ...]:
    return diensten.plannen, diensten.afschalingen


class Diensten:
    """One service per noun, on one open vault; each is loaded and made when it is first asked for (ADR 0081)."""

    partijen: PartijService = later("partijen.partijen", _met_register)
    partijen_csv: PartijenCsvService = later("partijen.inlezen", _met_register)
    aanmeldingen: AanmeldingService = later("casus.aanmeldingen")
    triage: TriageService = later("casus.triage")
    casussen: CasusService = later("casus.casussen")
    einden: EindeService = later("casus.einden")
    bekenden: BekendenService = later("casus.bekenden")
    vooroverleg: VooroverlegService = later("casus.vooroverleg")
    regisseurs: RegisseurService = later("casus.regisseurs")
    oordelen: OordeelService = later("poort.oordelen")
    tafels: TafelService = later("tafel.tafels")
    agenda: AgendaService = later("tafel.agenda")
    overleggen: OverleggenService = later("bestuur.overleggen")
    overlegleden: LedenService = later("bestuur.ledenbeheer")
    overleguitnodigingen: BestuurUitnodigingService = later("uitnodigen.bestuuruitnodigingen")
    besluitenbrieven: BesluitenbriefService = later("uitnodigen.besluitenbrieven")
    besluitvorming: BesluitvormingService = later("bestuur.besluitvorming")
    uitnodigingen: UitnodigingService = later("uitnodigen.uitnodigingen")
    herinneringen: HerinneringService = later("uitnodigen.herinneringen")
    terugnemen: TerugneemService = later("uitnodigen.terugnemen")
    afgelasten: AfgelastService = later("uitnodigen.afgelasten")
    ontvangen: OntvangenService = later("uitnodigen.ontvangen")
    verslagen: VerslagService = later("tafel.verslagen")
    rondsturen: RondstuurService = later("rondsturen.rondsturen", _met_plannen)
    overnemen: OverneemService = later("overnemen.overnemen", _met_plannen)
    jzv: JzvService = later("overnemen.jzv.jzv")
    datalekken: DatalekService = later("datalek.datalekken")
    brieven: BriefService = later("brieven.brieven")
    correcties: CorrectieService = later("tafel.correcties")
    tafelloop: TafelloopService = later("tafel.loop.tafelloop")
    uitkomsten: UitkomstService = later("tafel.loop.uitkomsten")
    monitoring: MonitoringService = later("tafel.opvolging.voortgang")
    eerste_punt: EerstePuntService = later("tafel.opvolging.eerste_punt")
    triagebrieven: TriagebriefService = later("uitnodigen.triagebrieven")
    acties: ActieService = later("casus.acties")
    plannen: PlanService = later("casus.plannen")
    afschalingen: AfschalingService = later("casus.afschalingen")
    opschalingen: OpschalingService = later("opschaling.opschalingen")
    informatie: InformatieService = later("informatie.items")
    vrijgaven: VrijgaveService = later("informatie.vrijgaven")
    verstrekkingen: VerstrekkingService = later("informatie.verstrekkingen")
    zoeken: ZoekService = later("zoeken.zoeken")
    klaarzetten: KlaarzetService = later("zoeken.klaarzetten")
    vandaag: VandaagService = later("vandaag.vandaag")
    maand: MaandService = later("vandaag.maand.maand")
    documenten: DocumentService = later("documenten", _met_plannen_en_afschalingen)
    beheer: BeheerService = later("beheer.beheer")
    rollen: RollenService = later("beheer.rollen")
    logboek: LogboekService = later("beheer.logboek")
    profielen: ProfielService = later("huis.profielen")
    instellingen: InstellingenService = later("huis.instellingen")
    vakanties: VakantieService = later("huis.vakanties")
    tekstblokken: TekstblokService = later("huis.tekstblokken")
    weergaven: WeergaveService = later("huis.weergaven")
    spelling: SpellingService = later("spelling.woordenlijst")
    bewaren: BewaarService = later("vernietigen.termijnen")
    vernietigen: VernietigService = later("vernietigen.vernietigen")
    cijfers: CijferService = later("cijfers.cijfers")
    koffers: Kofferdiensten = later("koffer.kofferdiensten")
    formulieren: FormulierService = later("formulier.formulieren")
    lijsten: LijstService = later("bewerkbaar.lijsten")
    samenwerking: Samenwerkingsdiensten = later("samenwerking.samenwerkingsdiensten")
    zorg: Kluiszorg = later("beheer.kluiszorg")
    reservekopieen: ReservekopieService = later("beheer.reservekopieen")
    termijnbesluit: TermijnbesluitService = later("vernietigen.termijnbesluit")
    verzoeken: VerzoekService = later("verzoeken.verzoeken")
    bewerkbaar: BewerkbaarService = later("bewerkbaar.bewerkbaar", _met_plannen)
    wordsjablonen: WordsjabloonService = later("word.sjablonen")

    def __init__(self, werkplek: Werkplek) -> None:
        self.werkplek = werkplek
        self.sessie = _sessie_info(werkplek)

    @property
    def profiel(self) -> Huisprofiel:
        """The house profile now in force."""
        return self.werkplek.profiel

    @property
    def termen(self) -> Termen:
        """The words of this house."""
        return self.werkplek.profiel.termen

    @property
    def waarschuwingen(self) -> tuple[str, ...]:
        """What the user must be told after opening: an older state put back, a disk nearly full."""
        return self.werkplek.kluis.stand.waarschuwingen

    @property
    def aanvaarding(self) -> str:
        """What is asked of who saw a newer state than one that a beheerder accepted; empty where nothing is."""
        return self.beheer.aanvaarding()

    def volg_aanvaarding(self) -> None:
        """Go on with it. Raises GebruikersFout."""
        self.beheer.volg_aanvaarding()

    @property
    def rolmeldingen(self) -> tuple[str, ...]:
        """What was done about roles without a second, and this user has to have seen before going on."""
        if self.sessie.alleen_lezen:
            return ()
        return tuple(melding.zin for melding in self.rollen.ongezien())

    def bevestig_rolmeldingen(self) -> None:
        """Sign that it was seen. Raises BevestigingNodig."""
        self.rollen.bevestig_gezien()

    @property
    def dagkoffer(self) -> DagkofferService:
        """The koffer of today, for the frame of the window."""
        return self.koffers.vandaag

    def handleiding(self) -> tuple[Hoofdstuk, ...]:
        """The manual in the words of this house."""
        return (*lees_handleiding(self.werkplek.profiel), over_hoofdstuk())

    def rolnaam(self, rol: Rol) -> str:
        """What this house calls someone with this role."""
        return rolnaam(rol, self.termen)

    def bereid_voor(self) -> None:
        """Have ready what takes long the first time, beside the window, for who may read what it is about."""
        if self.mag(Recht.CASUS_LEZEN).mag:
            self.klaarzetten.zet_lijnen_klaar()
            self.zoeken.bereid_voor()
            for naam in _ELKE_DAG:
                getattr(self, naam)
            self.klaarzetten.zet_klaar()
            self.casussen.lijst()  # the longest list: what was opened for it stays opened

    def mag(self, recht: Recht) -> Toestemming:
        """Whether this user may do this, with the reason if not."""
        return self.werkplek.mag(recht)

    def bevestig(self, wachtwoord: str) -> None:
        """Give the password again before signing. Raises WachtwoordOnjuist."""
        self.werkplek.bevestig(wachtwoord)

    @property
    def bevestigd(self) -> bool:
        """Whether the password was given in the last minutes."""
        return self.werkplek.bevestigd

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        """Within this a signature is asked for and not given, so that the screen can say first what it is for."""
        return self.werkplek.nog_niet_tekenen()

    def verzegel(self, gegevens: bytes) -> bytes:
        """Make something unreadable for everyone, until this user has opened the vault again."""
        return self.werkplek.kluis.verzegel(gegevens)

    def ontzegel(self, verzegeld: bytes) -> bytes | None:
        """What this user sealed; None when it is not theirs."""
        return self.werkplek.kluis.ontzegel(verzegeld)

    def sluit(self, voortgang: Voortgang | None = None) -> None:
        """Erase what deleting left behind, close the vault and forget its keys, and what was made of its rows."""
        self.werkplek.eenmalig.vergeet()
        self.werkplek.kluis.sluit(voortgang)


def bouw_diensten(kluis: OpenKluis, klok: Klok = systeemklok, herkomst: str = "venster") -> Diensten:
    """All services on one open vault. Raises NietGevonden, ProfielOngeldig, WachtwoordTijdelijk and RolWacht."""
    return diensten_op(_open_werkplek(kluis, klok, herkomst))


def diensten_op(werkplek: Werkplek) -> Diensten:
    """All services on this werkplek, with what stands behind every act; nothing is read or written."""
    return Diensten(_bewaakt(werkplek))


def _bewaakt(werkplek: Werkplek) -> Werkplek:
    werkplek.bewaker = BEWAKING
    werkplek.samenloop.in_woorden = partial(_in_woorden, werkplek.profiel.termen)
    return werkplek


def _in_woorden(termen: Termen, handeling: str) -> str:
    """What an act is called; asked when a colleague was before somebody, and loaded then."""
    woorden: str = laad_module(LOGWOORDEN).handeling_in_woorden(handeling, termen)
    return woorden


def _open_werkplek(kluis: OpenKluis, klok: Klok, herkomst: str) -> Werkplek:
    """Before the first use case: what was destroyed and is back in an older copy goes, before anyone can look."""
    eis_eigen_wachtwoord(kluis)
    with vertaal_databasefout(kluis.map), kluis.lees_sessies() as sessie:
        versie = nieuwste_profielversie(sessie)
    profiel = lees_bewaard_profiel(versie.inhoud, f"{versie.sleutel} {versie.versie}")
    werkplek = Werkplek(kluis, profiel, klok, herkomst)
    eis_op_tijd(werkplek)
    vernietig_opnieuw(werkplek)
    rond_wissen_af(kluis, klok, herkomst)
    leg_rollen_vast(kluis, klok, herkomst, van_nu(_VAN_EERDER))
    leg_van_eerder_vast(werkplek, _VAN_EERDER)
    werkplek.lees_bij()
    return werkplek


def _sessie_info(werkplek: Werkplek) -> SessieInfo:
    gebruiker = werkplek.kluis.gebruiker
    volgorde = (Rol.PROCESREGISSEUR, Rol.MEDEWERKER, Rol.BEHEERDER)
    actief = next(rol for rol in volgorde if rol in gebruiker.rollen)
    return SessieInfo(
        gebruiker=gebruiker.naam,
        weergavenaam=gebruiker.weergavenaam,
        rollen=gebruiker.rollen,
        rol_naam=rolnaam(actief, werkplek.profiel.termen),
        huis_kort=werkplek.profiel.korte_naam,
        oefen=werkplek.kluis.oefen,
        kluis_naam=werkplek.kluis.map.stem,
        alleen_lezen=werkplek.kluis.alleen_lezen,
        is_koffer=werkplek.kluis.koffer is not None,
        op_server=werkplek.kluis.op_server,
    )
