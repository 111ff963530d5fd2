"""An office with two tafels, a koffer of the first, and the laptop on which it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factories import BEHEER, REGIE, WACHTWOORD, Bureau, ProefKlok
from opruimhulp import TERMIJN_OVER, schaal_af, vernietiger, zet_termijnen
from uitgangspunten import uitgangspunt

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.logketen import verifieer_logketen
from zvh_desktop.database.keten.ondertekening import verifieer_keten
from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.database.motor.motor import motor_van
from zvh_desktop.models.keuzes import (
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    OordeelUitkomst,
    OverlegId,
    Rol,
    VernietigSoort,
)
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.koffer.gegevens import KofferBeeld, KofferVraag, TerugBeeld, TerugResultaat
from zvh_desktop.services.koffer.inleveren import InleverService
from zvh_desktop.services.koffer.koffers import KofferService
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

VERVANGER, ANDER = "vervanger", "andereregie"
THUIS = "Qyxwvuzeker"
"""In every text of what does not travel."""
DAGEN = 5


def met_regisseurs(kluismap: Path) -> Path:
    """Two more procesregisseurs in this vault."""
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis:
        for naam, voluit in ((VERVANGER, "V. Voorbeeld"), (ANDER, "A. Proefpersoon")):
            kluis.accounts.voeg_toe(NieuweGebruiker(naam, voluit, frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD))
    return kluismap


Begin = tuple[CasusId, CasusId, CasusId, OverlegId, AgendapuntId, AgendapuntId]


def leg_aan(bureau: Bureau) -> Begin:
    """Casus een and twee on a tafel that has its akkoord, casus thuis on another one."""
    een, twee = bureau.casus("Testpersoon Een"), bureau.casus("Testpersoon Twee")
    thuis = bureau.casus(f"{THUIS} Testpersoon", doel=f"{THUIS} doel.")
    _leg_eerder_aan(bureau, een, thuis)
    tafel = bureau.tafel(bureau.klok.vandaag)
    punt_een, punt_twee = bureau.punt(tafel, een, "Politie", "OM"), bureau.punt(tafel, twee, "Politie")
    bureau.akkoord(tafel)
    return een, twee, thuis, tafel, punt_een, punt_twee


def _leg_eerder_aan(bureau: Bureau, een: CasusId, thuis: CasusId) -> None:
    """An overleg of before about a casus that travels and one that does not."""
    eerder = bureau.tafel(bureau.klok.vandaag, plaats=f"{THUIS} zaal", voorzitter=f"{THUIS} Voorzitter")
    punten = (bureau.punt(eerder, een, "Politie"), bureau.punt(eerder, thuis, "Politie"))
    bureau.akkoord(eerder)
    bureau.gehouden(eerder)
    soort = bureau.profiel.besluiten[0].sleutel
    for punt, woord in zip(punten, ("Meegaand", THUIS), strict=True):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst(f"{woord} beeld", f"{woord} oordeel", f"{woord} besluit"))
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, f"{woord} besluit", f"{woord} conditie"))
        bureau.acties.voeg_toe_bij_punt(punt, bureau.actie_invoer("Politie", omschrijving=f"{woord} actie"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(eerder)


class Kantoor:
    """The office: casus een and twee on the tafel that travels, casus thuis on another one."""

    def __init__(self, bureau: Bureau, begin: Begin, koffermap: Path) -> None:
        self.klok = bureau.klok
        self.bureau = bureau
        self.koffermap = koffermap
        self.een, self.twee, self.thuis, self.tafel, self.punt_een, self.punt_twee = begin

    @classmethod
    def in_kluis(cls, kluismap: Path, klok: ProefKlok, koffermap: Path) -> Kantoor:
        """In a vault of its own."""
        bureau = Bureau(kluismap, klok)
        return cls(bureau, uitgangspunt(bureau, leg_aan), koffermap)

    @property
    def koffers(self) -> KofferService:
        return KofferService(self.bureau.werkplek)

    @property
    def inleveren(self) -> InleverService:
        return InleverService(self.bureau.werkplek)

    def geef_uit(self, voor: str = REGIE, vervanger: str = VERVANGER) -> KofferBeeld:
        """Give the tafel along."""
        self.bureau.alsof_bevestigd()
        return self.koffers.geef_uit(self.vraag(voor, vervanger), self.koffermap)

    def vraag(self, voor: str = REGIE, vervanger: str = VERVANGER) -> KofferVraag:
        """What is asked for that."""
        return KofferVraag(self.tafel, voor, self.klok.over(DAGEN), vervanger)

    def lever_in(self, map_: Path | None = None, gekozen: frozenset[str] = frozenset()) -> TerugResultaat:
        """Take it in."""
        self.bureau.alsof_bevestigd()
        return self.inleveren.lever_in(map_ or self.koffermap, gekozen)

    def bekijk(self) -> TerugBeeld:
        """Look at what it brings back."""
        return self.inleveren.bekijk(self.koffermap)

    def trek_koffer_in(self, koffer: KofferBeeld) -> KofferBeeld:
        """It is lost."""
        self.bureau.alsof_bevestigd()
        return self.koffers.trek_in(koffer.id, "De laptop is uit de trein gestolen.")

    @contextmanager
    def laptop(self, gebruiker: str = REGIE, map_: Path | None = None) -> Iterator[Diensten]:
        """The koffer, opened with one's own password by the same application."""
        with open_kluis(map_ or self.koffermap, gebruiker, WACHTWOORD, klok=self.klok) as kluis:
            diensten = bouw_diensten(kluis, self.klok)
            diensten.bevestig(WACHTWOORD)
            yield diensten

    def casus_van(self, punt: AgendapuntId) -> CasusId:
        return self.een if punt == self.punt_een else self.twee


def houd_tafel(kantoor: Kantoor, diensten: Diensten) -> None:
    """A meeting on the road: everything that can be done there at casus een."""
    bureau, punt = kantoor.bureau, kantoor.punt_een
    politie, om, raad = (bureau.partij(kort) for kort in ("Politie", "OM", "RvdK"))
    diensten.verslagen.start_punt(punt)
    diensten.verslagen.zet_aanwezigheid(punt, politie, Aanwezigheid.AANWEZIG, "J. Oefenman")
    diensten.oordelen.geef(
        kantoor.een, [OordeelInvoer(raad, OordeelUitkomst.RECHTMATIG, "eigen wettelijke taak", "onderweg")]
    )
    diensten.tafelloop.laat_binnen(punt, raad)
    diensten.tafelloop.laat_gaan(punt, om)
    diensten.verslagen.bewaar_tekst(punt, VerslagTekst("Wegbeeld", "Wegoordeel", "Wegbesluit"))
    soort = bureau.profiel.besluiten[0].sleutel
    diensten.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, "Wegbesluit", "als het kan", belegd_bij=politie))
    diensten.acties.voeg_toe_bij_punt(punt, ActieInvoer("Wegactie", raad))
    diensten.verslagen.rond_punt_af(punt)


def houd_en_vernietig(kantoor: Kantoor, *casussen: CasusId) -> None:
    """The office holds the tafel itself, ends these casussen, and destroys them when their term is over."""
    bureau = kantoor.bureau
    bureau.gehouden(kantoor.tafel)
    einde, verder = bureau.profiel.besluiten_tot("afschaling")[0].sleutel, bureau.profiel.besluiten[0].sleutel
    for punt in (kantoor.punt_een, kantoor.punt_twee):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("a", "b", "c"))
        besluit = einde if kantoor.casus_van(punt) in casussen else verder
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(besluit, "besloten"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(kantoor.tafel)
    for casus in casussen:
        schaal_af(bureau, casus)
    zet_termijnen(bureau)
    kantoor.klok.verder(dagen=TERMIJN_OVER)
    for casus in casussen:
        bureau.als(ANDER).alsof_bevestigd()
        vernietiger(bureau).stel_voor(casus, VernietigSoort.VERNIETIGEN)
        bureau.als(REGIE).alsof_bevestigd()
        vernietiger(bureau).doe(casus, VernietigSoort.VERNIETIGEN)


def in_orde(bureau: Bureau) -> bool:
    if not bureau.kluis.op_server:
        return (*controleer(bureau.kluis), *ControleService(bureau.werkplek).vind()) == ()
    with bureau.kluis.lees_sessies() as sessie:
        ketens = (
            *verifieer_keten(sessie, bureau.kluis.wortel, bureau.kluis.kluis_id),
            *verifieer_logketen(sessie),
            *motor_van(sessie.connection()).controleer(bureau.kluis.engine),
        )
    return (*ketens, *ControleService(bureau.werkplek).vind()) == ()


class Gestopt(Exception):
    """Somebody pressed the button to stop."""
