"""Kinds 8 to 11: a state that was signed is put back, what was decided about a partij, a koffer, and what may leave.

One vault for all of them, made once: a casus that ended, a verslag and a plan that are vastgesteld, a tafel on the road
in a koffer, a partij that joins, a dispute that was settled, and a choice about a text that goes to a partij. After the
attack the procesregisseur goes on with it as if nothing happened, or sends what rests on it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from aanval_brieven import leg_klaar
from aanval_toneel import Sjabloon, Toneel, maak, neem_wachters_weg, zet_wachters_terug
from factories import REGIE, WACHTWOORD, Bureau, ProefKlok
from lekrond import Lekrond
from sqlalchemy import text
from trajecthulp import aanvraag, allen_akkoord

from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import ZvhFout
from zvh_desktop.models.bestuurskeuzes import GeschilId, TrajectId
from zvh_desktop.models.keuzen.lekkeuzes import Lekkeuze
from zvh_desktop.models.keuzes import AgendapuntId, BuitenRoutering, CasusId, OverlegId, PlanId, VerzendingSoort
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.huis.instellingen import HuisInstellingen, bewaar_instellingen
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.koffer.koffers import KofferService
from zvh_desktop.services.rondsturen.gegevens import RondstuurVraag
from zvh_desktop.services.samenwerking.gegevens import TrajectBesluit
from zvh_desktop.services.samenwerking.geschillen import GeschilInvoer, StapInvoer
from zvh_desktop.services.tafel.verslag_gegevens import VerslagTekst
from zvh_desktop.services.werkplek.rechten import Recht

Doe = Callable[[Toneel], None]
Daarna = Callable[[Toneel], bool]
ANDERS = VerslagTekst("Iets anders.", "Iets anders.", "Iets anders.")
LOPEND = "UPDATE casus SET status = 'lopend', gesloten_op = NULL WHERE status = 'beeindigd'"
CONCEPT = (
    "UPDATE overleg SET verslag_status = 'concept', vaststelling_verklaring = NULL WHERE verslag_status <> 'concept'"
)

STANDEN: dict[str, str] = {
    "casus weer lopend": LOPEND,
    "casus weer lopend, het einde ontkend": "; ".join((LOPEND, "UPDATE casus_einde SET verklaring_nummer = NULL")),
    "casus weer lopend, het einde weg": "; ".join((LOPEND, "DELETE FROM casus_einde")),
    "casus weer lopend, het einde bij een ander": "; ".join((LOPEND, "UPDATE casus_einde SET casus_id = 1")),
    "casus weer lopend, het einde heropend": (
        "; ".join(
            (LOPEND, "UPDATE casus_einde SET heropend_op = '2026-01-01', heropend_omdat = 'x', heropend_door = 'x'")
        )
    ),
    "verslag weer concept": CONCEPT,
    "verslag weer concept, een versie verder": "; ".join(
        (CONCEPT, "UPDATE overleg SET verslag_versie = verslag_versie + 1")
    ),
    "plan weer concept": "UPDATE plan_van_aanpak SET status = 'concept', vaststelling_verklaring = NULL",
    "plan weer concept, een versie verder": (
        "UPDATE plan_van_aanpak SET status = 'concept', vaststelling_verklaring = NULL, versie = versie + 1"
    ),
}
OVER_PARTIJEN: dict[str, str] = {
    "toetreding weer open": "UPDATE traject SET stand = 'open', verklaring_nummer = NULL",
    "toetreding weer open, een versie verder": (
        "UPDATE traject SET stand = 'open', verklaring_nummer = NULL, versie = versie + 1"
    ),
    "toetreding wordt uitsluiting": "UPDATE traject SET soort = 'uitsluiting'",
    "toetreding wordt uittreding": "UPDATE traject SET soort = 'uittreding'",
    "toetreding eerder": "UPDATE traject SET besloten_op = '2020-01-01'",
    "toetreding van een ander": "UPDATE traject SET naam = 'Stichting Anders'",
    "toetreding met een bezwaar": "UPDATE traject_partij SET instemming = 'bezwaar' WHERE partij_id = 2",
    "toetreding onder een ander nummer": (
        "UPDATE traject SET id = id + 700; UPDATE traject_partij SET traject_id = traject_id + 700"
    ),
    "toetreding weg": "DELETE FROM traject_partij; DELETE FROM traject",
    "geschil weer open": "UPDATE geschil SET afgesloten_op = NULL, verklaring_nummer = NULL",
    "geschil anders afgelopen": "UPDATE geschil SET uitkomst = 'Anders.'",
    "geschil over een ander": "UPDATE geschil SET partij_id = 2",
    "geschil met een andere stap": "UPDATE geschil_stap SET uitkomst = 'Anders.'",
    "geschil weg": "DELETE FROM geschil_stap; DELETE FROM geschil",
}
KOFFERS: dict[str, str] = {
    "koffer heet terug": "UPDATE koffer SET stand = 'terug'",
    "koffer is terug": "UPDATE koffer SET stand = 'terug', terug_op = '2026-12-01 00:00:00.000000', terug_door = 'x'",
    "koffer heet ingetrokken": "UPDATE koffer SET stand = 'ingetrokken', ingetrokken_reden = 'x'",
    "koffer is ingetrokken": (
        "UPDATE koffer SET stand = 'ingetrokken', ingetrokken_reden = 'x', ingetrokken_door = 'regie', "
        "ingetrokken_op = '2026-12-01 00:00:00.000000'"
    ),
    "koffer heet nagekomen": "UPDATE koffer SET stand = 'nagekomen'",
    "koffer zonder casussen": "DELETE FROM koffer_casus",
    "koffer met een andere laatste dag": "UPDATE koffer SET terug_uiterlijk = '2036-01-01'",
    "koffer voor een ander": "UPDATE koffer SET voor = 'beheer'",
    "koffer van een ander overleg": "UPDATE koffer SET overleg_id = 1",
    "koffer weg": "DELETE FROM koffer_casus; DELETE FROM koffer",
}
KEUZES: dict[str, str] = {
    "toch mee": "UPDATE lekoordeel SET keuze = 'mag' WHERE soort <> 'bsn'",
    "alles mee": "UPDATE lekoordeel SET keuze = 'mag'",
    "mee, zonder handtekening": "UPDATE lekoordeel SET keuze = 'mag', verklaring_nummer = NULL WHERE soort <> 'bsn'",
    "een andere verklaring": "UPDATE lekoordeel SET verklaring_nummer = 1",
    "een ander nummer": "UPDATE lekoordeel SET id = id + 700",
    "weg": "DELETE FROM lekoordeel",
    "van een andere partij": "UPDATE lekoordeel SET partij_id = 2",
    "een andere plaats": "UPDATE lekoordeel SET begin = 0, eind = 2",
    "een nagemaakte ernaast": (
        "INSERT INTO lekoordeel SELECT id + 700, partij_id, casus_id, digest, begin + 700, eind + 700, soort, 'weg', "
        "reden, op, door, versie, verklaring_nummer, lezer FROM lekoordeel"
    ),
}
STIL = frozenset({"een nagemaakte ernaast"})
"""Lets nothing through by itself: about that place nothing was found. The check finds it."""


def kamers() -> Iterator[tuple[int, str, Doe, Daarna]]:
    """Each sentence with its kind, what is done, and whether the attack had its way."""
    groepen: tuple[tuple[int, dict[str, str], Callable[[str], Daarna]], ...] = (
        (8, STANDEN, _ga_door),
        (9, OVER_PARTIJEN, _gebruik_besluit),
        (10, KOFFERS, _werk_op_kantoor),
        (11, KEUZES, _stuur_rond),
    )
    for soort, zinnen, daarna in groepen:
        for plaats, (hoe, opdrachten) in enumerate(zinnen.items()):
            for wanneer in ("dicht", "open") if plaats % 3 == 0 else (("dicht", "open")[plaats % 2],):
                yield soort, f"{hoe}, {wanneer}", _doe(opdrachten, wanneer), daarna(hoe)


def maak_kamers(basis: Path) -> Sjabloon:
    """The vault, closed, with all of it in it."""
    sjabloon = maak(basis)
    os.environ["ZVH_GEBRUIKERSMAP"] = str(basis / "gebruiker")
    klok = ProefKlok()
    bureau = Bureau(basis / "proef.kluis", klok)
    bureau.diensten()
    Lekrond(bureau).kies_alles("OM", Lekkeuze.WEG)
    plan = bureau.plannen.begin(CasusId(bureau.waarde("SELECT max(casus_id) FROM lekoordeel")))
    stil = bureau.plan_invoer("Politie", informeert_betrokkene="", niet_geinformeerd_omdat="Dat is nu onveilig.")
    bureau.plannen.bewaar(plan, stil)
    bureau.alsof_bevestigd()
    bureau.plannen.stel_vast(plan)
    _over_partijen(bureau)
    leg_klaar(bureau)
    tafel = bureau.tafel(klok.vandaag)
    bureau.punt(tafel, bureau.casus(), "Politie")
    bureau.akkoord(tafel)
    bureau.alsof_bevestigd()
    KofferService(bureau.werkplek).geef_uit(KofferVraag(tafel, REGIE, klok.over(3), ""), basis / "koffer")
    einde = bureau.aanmeldingen.accepteer(bureau.aanmelding("M. Voorbeeld"))
    bureau.triage.bewaar(einde, TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Naar het wijkteam."))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(einde)
    bureau.sluit()
    with open_kluis(basis / "proef.kluis", REGIE, WACHTWOORD, klok=klok) as kluis:
        kluis.stand.controleer_keten()  # seals what was verified when it closes
        return replace(sjabloon, sleutel=kluis.databasesleutel, database=kluis.databasepad.name)


def _over_partijen(bureau: Bureau) -> None:
    diensten = bureau.diensten()
    plek = diensten.werkplek
    plek._bevestigd_tot = plek.looptijd() + 600
    samenwerking = diensten.samenwerking
    traject = samenwerking.trajecten.begin(aanvraag(bureau))
    allen_akkoord(bureau, traject)
    with bureau.werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "instellingen gewijzigd", "huis") as werk:
        huis = HuisInstellingen(lezing_toetreding="voorstel", afzender_email="zvh@voorbeeld.invalid")
        bewaar_instellingen(werk.sessie, bureau.werkplek, huis)
    vandaag = bureau.klok.vandaag
    samenwerking.trajecten.besluit(traject, TrajectBesluit(op=vandaag, door="Districtelijk Veiligheidsoverleg"))
    over = GeschilInvoer("casusregisseur", "Over de verdeling van taken.", vandaag, bureau.partij("Politie"))
    geschil = samenwerking.geschillen.leg_vast(over)
    samenwerking.geschillen.leg_voor(geschil, StapInvoer(vandaag))
    samenwerking.geschillen.leg_uitkomst_vast(geschil, "Partijen zijn het eens.", vandaag, opgelost=True)


def _doe(opdrachten: str, wanneer: str) -> Doe:
    def doe(toneel: Toneel) -> None:
        if wanneer == "open":
            toneel.open().diensten()
        with toneel.sql() as verbinding:
            verbinding.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            wachters = neem_wachters_weg(verbinding)
            for deel in opdrachten.split("; "):
                assert verbinding.execute(text(deel)).rowcount, deel
            zet_wachters_terug(verbinding, wachters)

    return doe


def _ga_door(hoe: str) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        bureau = toneel.open()
        bureau.diensten()
        bureau.alsof_bevestigd()
        if hoe.startswith("casus"):
            casus = CasusId(bureau.waarde("SELECT max(id) FROM casus"))
            daden: tuple[Callable[[], object], ...] = (
                lambda: bureau.oordeel(casus, "GGD"),
                lambda: bureau.plannen.begin(casus),
                lambda: bureau.agenda.voeg_casus_toe(toneel.sjabloon.overleg, casus),
            )
        elif hoe.startswith("verslag"):
            punt = AgendapuntId(bureau.waarde("SELECT min(id) FROM agendapunt WHERE beeld <> ''"))
            daden = (lambda: bureau.verslagen.bewaar_tekst(punt, ANDERS),)
        else:
            plan = PlanId(bureau.waarde("SELECT max(id) FROM plan_van_aanpak"))
            daden = (lambda: bureau.plannen.bewaar(plan, bureau.plan_invoer("Politie")),)
        return any(_lukt(daad) for daad in daden)

    return daarna


def _gebruik_besluit(hoe: str) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        bureau = toneel.open()
        samenwerking = bureau.diensten().samenwerking
        if hoe.startswith("geschil"):
            geschil = GeschilId(bureau.waarde("SELECT max(id) FROM geschil") or 1)
            return _lukt(lambda: samenwerking.geschillen.notitie(geschil))
        traject = TrajectId(bureau.waarde("SELECT max(id) FROM traject") or 1)
        wijzig = replace(aanvraag(bureau), bijdrage="Heel iets anders.")
        daden: tuple[Callable[[], object], ...] = (
            lambda: samenwerking.trajecten.brieven.formulier(traject),
            lambda: samenwerking.trajecten.wijzig(traject, wijzig),
            lambda: samenwerking.trajecten.verwijder(traject),
        )
        return any(_lukt(daad) for daad in daden)

    return daarna


def _werk_op_kantoor(hoe: str) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        bureau = toneel.open()
        bureau.diensten()
        vraag = "SELECT max(p.id) FROM agendapunt p JOIN overleg o ON o.id = p.overleg_id WHERE o.status = 'akkoord'"
        punt = AgendapuntId(bureau.waarde(vraag))
        return _lukt(lambda: bureau.verslagen.bewaar_tekst(punt, ANDERS))

    return daarna


def _stuur_rond(hoe: str) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        if hoe in STIL:
            return False
        bureau = toneel.open()
        tafel = OverlegId(bureau.waarde("SELECT max(overleg_id) FROM agendapunt WHERE beeld LIKE '%06-55012345%'"))
        vraag = RondstuurVraag(VerzendingSoort.VERSLAG, tafel, bureau.partij("OM"))
        return _lukt(lambda: bureau.diensten().rondsturen.stukken(vraag))

    return daarna


def _lukt(daad: Callable[[], object]) -> bool:
    try:
        daad()
    except ZvhFout:
        return False
    return True
