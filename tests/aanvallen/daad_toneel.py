"""Acts that touch two stores, or one, and the truth about them: what was answered, what happened, what the log says."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon
from opruimhulp import zet_termijnen
from sqlalchemy import text

from zvh_desktop.database.controle import controleer_bestanden
from zvh_desktop.database.daad import GELUKT, Daad
from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, open_kluis
from zvh_desktop.database.sleutels.herstelsleutel import als_tekst, uit_tekst
from zvh_desktop.database.sleutels.primitieven import SleutelPastNiet
from zvh_desktop.database.sleutels.sleutelbeheer import open_herstel, open_slot
from zvh_desktop.errors import GebruikersFout
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningId, Aard, ItemSoort, VerzoekSoort
from zvh_desktop.models.keuzes import AanmeldingId, BuitenRoutering, CasusId, PartijSoort, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.beheer.beheer import NieuweHerstelsleutel
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

ANDER = "groene trein over het water"
WEG, EERSTE, TWEEDE = "weggaand", "eerste-keer", "tweede-regie"
KOPIE = "kopie"


@dataclass(slots=True)
class Kluisje:
    """One attempt: a copy of the vault, and what has to be known of it."""

    map: Path
    oude_sleutel: str
    nieuwe_sleutel: str = als_tekst(bytes(range(32)))
    begin: int = 0
    epoche: int = 0

    @property
    def kopie(self) -> Path:
        """Where a backup goes: on the same disk."""
        return self.map.parent / KOPIE


@dataclass(frozen=True, slots=True)
class Geval:
    """One act: who does it, how, how the log calls it, and how to see that it happened."""

    naam: str
    handeling: str
    doe: Callable[[Kluisje, Diensten | None], object]
    gebeurd: Callable[[Kluisje, OpenKluis], bool]
    wie: str = BEHEER
    """Empty when the act itself opens the vault."""


def maak(basis: Path) -> tuple[Path, str]:
    """The closed vault, and its recovery key."""
    kluismap = maak_sjabloon(basis / "sjabloon.kluis")
    with open_kluis(kluismap, BEHEER, WACHTWOORD) as kluis:
        sleutel = kluis.sleutels.verzin_herstelsleutel()
        kluis.sleutels.vernieuw_herstelsleutel(sleutel)
        medewerker = frozenset({Rol.MEDEWERKER})
        kluis.accounts.voeg_toe(NieuweGebruiker(WEG, "W. Voorbeeld", medewerker, WACHTWOORD))
        regie = frozenset({Rol.PROCESREGISSEUR})
        kluis.accounts.voeg_toe(NieuweGebruiker(TWEEDE, "T. Voorbeeld", regie, WACHTWOORD))
        kluis.accounts.voeg_toe(NieuweGebruiker(EERSTE, "E. Voorbeeld", medewerker, WACHTWOORD, tijdelijk=True))
    _leg_dossiers_klaar(kluismap)
    return kluismap, sleutel


def _leg_dossiers_klaar(kluismap: Path) -> None:
    """A casus that ended, a restriction, and an aanmelding that may be destroyed since long."""
    bureau = Bureau(kluismap, ProefKlok())
    zet_termijnen(bureau)
    afgewezen = bureau.aanmelding("M. Voorbeeld")
    bureau.aanmeldingen.wijs_af(afgewezen, "Hoort hier niet.")
    einde = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    bureau.triage.bewaar(einde, TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Naar het wijkteam."))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(einde)
    dienst, vandaag = VerzoekService(bureau.werkplek), bureau.klok.vandaag
    invoer = VerzoekInvoer(VerzoekSoort.BEPERKING, vandaag, "J. Oefenman", "", "Een vraag.", "gezien", vandaag)
    verzoek = dienst.leg_vast(invoer)
    gevonden = dienst.personen(verzoek, "J. Oefenman", Geboortedatum(1990, 5, 17))
    dienst.bevestig_personen(verzoek, [een.id for een in gevonden if een.zelfde])
    item = next(een for een in dienst.inzage.items(verzoek) if een.soort is ItemSoort.BETROKKENE)
    dienst.aantekeningen.zet(verzoek, AantekeningInvoer(item.soort, item.item_id, Aard.BEPERKING, "Niet gebruiken."))
    bureau.sluit()


def zet_klaar(sjabloon: tuple[Path, str], map_: Path) -> Kluisje:
    """A copy to try one act on."""
    map_.mkdir(parents=True, exist_ok=True)
    # what another attempt saw of this vault is not remembered here
    os.environ["ZVH_GEBRUIKERSMAP"] = str(map_ / "gebruiker")
    kluisje = Kluisje(kopieer(sjabloon[0], map_ / "proef.kluis"), sjabloon[1])
    with open_kluis(kluisje.map, REGIE, WACHTWOORD, alleen_lezen=True) as kluis:
        kluisje.begin = _laatste(kluis)
        kluisje.epoche = kluis.sleutelbestand.epoche
    return kluisje


def opruimen(kluisje: Kluisje) -> None:
    """Room for the next one."""
    shutil.rmtree(kluisje.map.parent, ignore_errors=True)


def open_voor(geval: Geval, kluisje: Kluisje) -> Diensten | None:
    """The vault as it is before the disk fills up; the profile of the clock of now."""
    return ToegangDienst().ontgrendel(kluisje.map, geval.wie, WACHTWOORD) if geval.wie else None


def antwoord(geval: Geval, kluisje: Kluisje, diensten: Diensten | None) -> bool | str:
    """True when it was said to be done, False when refused in words; else the raw error."""
    try:
        uitkomst = geval.doe(kluisje, diensten)
    except GebruikersFout as fout:
        return "nieuwe wachtwoord geldt" in fout.gebeurd
    except Exception as fout:  # noqa: BLE001 - this is what is looked for
        return f"rauw: {type(fout).__name__}"
    if isinstance(uitkomst, Diensten):
        uitkomst.sluit()
    return True


def waarheid(geval: Geval, kluisje: Kluisje) -> tuple[bool, bool, tuple[str, ...]]:
    """Whether it happened, whether the log says so, and what is wrong with the vault; after the next opening."""
    with open_kluis(kluisje.map, REGIE, WACHTWOORD) as kluis:
        waarschuwingen = kluis.stand.waarschuwingen
        gebeurd = geval.gebeurd(kluisje, kluis)
        vraag = text(
            "SELECT resultaat FROM logregel WHERE nummer > :begin AND handeling = :handeling "
            "AND resultaat <> 'geweigerd' ORDER BY nummer DESC LIMIT 1"
        )
        with kluis.lees_sessies() as sessie:
            laatste = sessie.execute(vraag, {"begin": kluisje.begin, "handeling": geval.handeling}).scalar()
    vreemd = tuple(regel for regel in controleer_bestanden(kluisje.map) if "eservebestand" not in regel)
    # the bell about a full disk is no fault
    return gebeurd, laatste == GELUKT, (*(w for w in waarschuwingen if "schijf" not in w), *vreemd)


def oordeel(geval: Geval, kluisje: Kluisje, gezegd: bool | str | None) -> str:
    """Empty when answer, vault and log agree; ``gezegd`` None is a process that was killed and said nothing."""
    gebeurd, gelogd, mis = waarheid(geval, kluisje)
    if isinstance(gezegd, str):
        return gezegd
    if gebeurd != gelogd:
        return f"gebeurd {gebeurd}, logboek {gelogd}"
    if gezegd is not None and gezegd != gebeurd:
        return f"antwoord {gezegd}, gebeurd {gebeurd}"
    return "; ".join(mis)


def _laatste(kluis: OpenKluis) -> int:
    with kluis.lees_sessies() as sessie:
        return int(sessie.execute(text("SELECT coalesce(max(nummer), 0) FROM logregel")).scalar_one())


def _tel(kluis: OpenKluis, sql: str) -> int:
    with kluis.lees_sessies() as sessie:
        return int(sessie.execute(text(sql)).scalar_one())


def _past(kluis: OpenKluis, naam: str, wachtwoord: str) -> bool:
    slot = kluis.sleutelbestand.slot(naam)
    assert slot is not None
    try:
        open_slot(slot, wachtwoord)
    except SleutelPastNiet:
        return False
    return True


def _herstelt(kluis: OpenKluis, sleutel: str) -> bool:
    try:
        open_herstel(kluis.sleutelbestand, uit_tekst(sleutel))
    except SleutelPastNiet:
        return False
    return True


def _nieuwe_geldt(kluisje: Kluisje, kluis: OpenKluis) -> bool:
    nieuw, oud = _herstelt(kluis, kluisje.nieuwe_sleutel), _herstelt(kluis, kluisje.oude_sleutel)
    assert nieuw != oud, "exactly one sheet opens the vault"
    return nieuw


def _kopie_is_goed(kluisje: Kluisje, _kluis: OpenKluis) -> bool:
    if not kluisje.kopie.exists():
        return False
    assert controleer_bestanden(kluisje.kopie) == ()
    return True


def _profiel() -> str:
    return laad_meegeleverd("twente").brontekst.replace(
        f'versie = "{laad_meegeleverd("twente").versie}"', 'versie = "99.1"', 1
    )


def _d(diensten: Diensten | None) -> Diensten:
    assert diensten is not None
    return diensten


def _vernieuw_sleutel(_kluisje: Kluisje, diensten: Diensten | None) -> None:
    kluis = _d(diensten).werkplek.kluis
    kluis.sleutels.vernieuw_databasesleutel(Daad("databasesleutel vernieuwd", BEHEER, datetime.now(UTC)))


def geef_rollen(diensten: Diensten, rol: Rol) -> None:
    """A role of weight, as it is asked for in Beheer: certificate, statement and line in the log."""
    diensten.werkplek.bevestig(WACHTWOORD)
    diensten.beheer.wijzig_rollen(WEG, frozenset({rol}))


def rol_wacht(kluis: OpenKluis) -> bool:
    """Whether the role was proposed. The certificate must have made room for it exactly then."""
    wacht = kluis.rolstand.voorstel_voor(WEG) is not None
    assert wacht is (Rol.PROCESREGISSEUR in rollen_in_sleutels(kluis)), "certificate and statement do not agree"
    return wacht


def rollen_in_sleutels(kluis: OpenKluis) -> frozenset[Rol]:
    """What the certificate says."""
    slot = kluis.sleutelbestand.slot(WEG)
    assert slot is not None
    return slot.certificaat.rollen


def _wacht_nieuw(kluis: OpenKluis) -> bool:
    er_is = kluis.sleutelbestand.slot("nieuw") is not None
    assert er_is is (kluis.rolstand.voorstel_voor("nieuw") is not None), "account and statement do not agree"
    return er_is


def _verwijder_regie(_kluisje: Kluisje, diensten: Diensten | None) -> None:
    _d(diensten).werkplek.bevestig(WACHTWOORD)
    _d(diensten).beheer.verwijder_account(TWEEDE)


def _wacht_verwijderd(kluis: OpenKluis) -> bool:
    weg = kluis.sleutelbestand.slot(TWEEDE) is None
    assert weg is (kluis.rolstand.voorstel_voor(TWEEDE) is not None), "account and statement do not agree"
    return weg


def _bewaar_herstelsleutel(kluisje: Kluisje, diensten: Diensten | None) -> None:
    # a key that is known beforehand: a process that is killed cannot tell which one it made
    _d(diensten).beheer.herstelsleutel_bewaard(NieuweHerstelsleutel(kluisje.nieuwe_sleutel, b""))


def _heropen(_kluisje: Kluisje, diensten: Diensten | None) -> None:
    _d(diensten).werkplek.bevestig(WACHTWOORD)
    _d(diensten).einden.heropen(CasusId(1), "Nieuwe melding.")


def _hef_op(_kluisje: Kluisje, diensten: Diensten | None) -> None:
    _d(diensten).werkplek.bevestig(WACHTWOORD)
    _d(diensten).verzoeken.aantekeningen.hef_op(AantekeningId(1), "Uitgezocht.", _d(diensten).werkplek.vandaag())


def _vernietig(_kluisje: Kluisje, diensten: Diensten | None) -> None:
    _d(diensten).werkplek.bevestig(WACHTWOORD)
    _d(diensten).vernietigen.doe_aanmelding(AanmeldingId(1))


NIEUW_ACCOUNT = AccountInvoer("nieuw", "N. Voorbeeld", frozenset({Rol.MEDEWERKER}), ANDER)
NIEUWE_REGIE = AccountInvoer("nieuw", "N. Voorbeeld", frozenset({Rol.PROCESREGISSEUR}), ANDER)
GEVALLEN = (
    Geval(
        "account toevoegen",
        "account toegevoegd",
        lambda _k, d: _d(d).beheer.voeg_account_toe(NIEUW_ACCOUNT),
        lambda _k, kluis: kluis.sleutelbestand.slot("nieuw") is not None,
    ),
    Geval(
        "rollen wijzigen",
        "rolwijziging voorgesteld",
        lambda _k, d: geef_rollen(_d(d), Rol.PROCESREGISSEUR),
        lambda _k, kluis: rol_wacht(kluis),
    ),
    Geval(
        "account verwijderen",
        "account verwijderd",
        lambda _k, d: _d(d).beheer.verwijder_account(WEG),
        lambda _k, kluis: kluis.sleutelbestand.slot(WEG) is None,
    ),
    Geval(
        "account met een rol van gewicht",
        "account toegevoegd",
        lambda _k, d: _d(d).beheer.voeg_account_toe(NIEUWE_REGIE),
        lambda _k, kluis: _wacht_nieuw(kluis),
    ),
    Geval(
        "procesregisseur verwijderen",
        "account verwijderd",
        _verwijder_regie,
        lambda _k, kluis: _wacht_verwijderd(kluis),
    ),
    Geval(
        "wachtwoord wijzigen",
        "wachtwoord gewijzigd",
        lambda _k, d: _d(d).beheer.wijzig_wachtwoord(WACHTWOORD, ANDER),
        lambda _k, kluis: _past(kluis, BEHEER, ANDER),
    ),
    Geval("herstelsleutel vernieuwen", "herstelsleutel vernieuwd", _bewaar_herstelsleutel, _nieuwe_geldt),
    Geval(
        "databasesleutel vernieuwen",
        "databasesleutel vernieuwd",
        _vernieuw_sleutel,
        lambda kluisje, kluis: kluis.sleutelbestand.epoche > kluisje.epoche,
    ),
    Geval(
        "reservekopie maken",
        "reservekopie gemaakt",
        lambda kluisje, d: _d(d).beheer.maak_reservekopie(kluisje.kopie),
        _kopie_is_goed,
    ),
    Geval(
        "toegang herstellen",
        "toegang hersteld",
        lambda kluisje, _d: ToegangDienst().herstel(kluisje.map, kluisje.oude_sleutel, MEDEWERKER, ANDER),
        lambda _k, kluis: _past(kluis, MEDEWERKER, ANDER),
        wie="",
    ),
    Geval(
        "eigen wachtwoord kiezen",
        "wachtwoord gewijzigd",
        lambda kluisje, _d: ToegangDienst().kies_eigen_wachtwoord(kluisje.map, EERSTE, WACHTWOORD, ANDER),
        lambda _k, kluis: _past(kluis, EERSTE, ANDER),
        wie="",
    ),
    Geval(
        "partij toevoegen",
        "partij toegevoegd",
        lambda _k, d: _d(d).partijen.voeg_toe(PartijInvoer("Testpartij", "Nieuw", PartijSoort.DEELNEMER)),
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM partij WHERE kort = 'Nieuw'") > 0,
        wie=MEDEWERKER,
    ),
    Geval(
        "instellingen bewaren",
        "instellingen gewijzigd",
        lambda _k, d: _d(d).instellingen.bewaar(HuisInstellingen(vergrendel_minuten=12)),
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM instelling WHERE waarde = '12'") > 0,
    ),
    Geval(
        "huisprofiel in gebruik nemen",
        "huisprofiel in gebruik genomen",
        lambda _k, d: _d(d).profielen.neem_in_gebruik(_profiel()),
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM profiel_versie WHERE versie = '99.1'") > 0,
    ),
    Geval(
        "casus heropenen",
        "casus heropend",
        _heropen,
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM casus_einde WHERE heropend_op IS NOT NULL") > 0,
        wie=REGIE,
    ),
    Geval(
        "beperking opheffen",
        "beperking opgeheven",
        _hef_op,
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM aantekening WHERE opgeheven_op IS NOT NULL") > 0,
        wie=REGIE,
    ),
    Geval(
        "aanmelding vernietigen",
        "aanmelding vernietigd",
        _vernietig,
        lambda _k, kluis: _tel(kluis, "SELECT count(*) FROM aanmelding WHERE id = 1") == 0,
        wie=REGIE,
    ),
)
