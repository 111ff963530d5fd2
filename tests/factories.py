"""Values with valid defaults, a clock that can be set, and one office with every service on a real vault.

A test says only what it is about; everything else is a valid, invented value from here.
"""

from __future__ import annotations

import functools
import re
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from proefwaarden import WACHTWOORD, ProefKlok
from sqlalchemy import select, text

from zvh_desktop.database.kluis import NieuweGebruiker, OpenKluis, maak_kluis, open_kluis
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.instelling import Instelling
from zvh_desktop.models.keuzes import (
    AanmeldingId,
    Aanwezigheid,
    AgendapuntId,
    CasusId,
    OordeelId,
    OordeelUitkomst,
    OverlegId,
    OverlegStatus,
    PartijId,
    PoortStand,
    Rol,
)
from zvh_desktop.models.overleg import Agendapunt, ProfielVersie
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.paths import lees_hulpbron
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.casus.casusregie import AanwijzingInvoer
from zvh_desktop.services.casus.plannen import DoelInvoer, PlanInvoer, RolInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten, bouw_diensten, diensten_op
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer, PartijService
from zvh_desktop.services.poort.deelnames import lees_schikking, zet_deelname
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.samenwerking.correctie import UittredingcorrectieService
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import BEVESTIGING_GELDIG, Werkplek

MEDEWERKER, REGIE, BEHEER = "medewerker", "regie", "beheer"
ROL_VAN = {MEDEWERKER: Rol.MEDEWERKER, REGIE: Rol.PROCESREGISSEUR, BEHEER: Rol.BEHEERDER}
NAAM_VAN = {MEDEWERKER: "M. Voorbeeld", REGIE: "P. Proefpersoon", BEHEER: "B. Oefenman"}


def maak_sjabloon(kluismap: Path, huis: str = "twente", *, oefen: bool = True) -> Path:
    """A closed vault of a house: three accounts, the profile in force and its partijen.

    A practice vault of a house is made once in this process and written again after that; it is the same vault then,
    on a computer that has not seen it.
    """
    if not oefen:
        return _maak_sjabloon(kluismap, huis, oefen=False)
    kluismap.mkdir(parents=True, exist_ok=True, mode=0o700)
    for naam, inhoud in _oefensjabloon(huis):
        (kluismap / naam).write_bytes(inhoud)
        (kluismap / naam).chmod(0o600)
    return kluismap


@functools.cache
def _oefensjabloon(huis: str) -> tuple[tuple[str, bytes], ...]:
    with tempfile.TemporaryDirectory() as basis, pytest.MonkeyPatch.context() as omgeving:
        omgeving.setenv("ZVH_GEBRUIKERSMAP", str(Path(basis) / "gebruiker"))
        kluismap = _maak_sjabloon(Path(basis) / "oefen.kluis", huis, oefen=True)
        return tuple((pad.name, pad.read_bytes()) for pad in sorted(kluismap.iterdir()))


def _maak_sjabloon(kluismap: Path, huis: str, *, oefen: bool) -> Path:
    beheer = NieuweGebruiker(BEHEER, NAAM_VAN[BEHEER], frozenset({Rol.BEHEERDER}), WACHTWOORD)
    klok = ProefKlok()
    kluis, _ = maak_kluis(kluismap, beheer, oefen=oefen, kdf=KDF_ONDERGRENS, klok=klok)
    with kluis:
        for naam in (MEDEWERKER, REGIE):
            kluis.accounts.voeg_toe(NieuweGebruiker(naam, NAAM_VAN[naam], frozenset({ROL_VAN[naam]}), WACHTWOORD))
    profiel = laad_meegeleverd(huis)
    with open_kluis(kluismap, REGIE, WACHTWOORD) as kluis:
        with kluis.sessies.begin() as sessie:
            sessie.add(
                ProfielVersie(
                    sleutel=profiel.sleutel,
                    versie=profiel.versie,
                    inhoud=lees_hulpbron(f"huisprofielen/{huis}.toml").decode(),
                    vastgelegd_op=klok().replace(tzinfo=None),
                )
            )
            sessie.add(Instelling(sleutel="afzender_email", waarde="secretariaat@voorbeeld.invalid"))
        register = PartijService(Werkplek(kluis, profiel, klok, "toets"))
        for partij in profiel.partijen:
            register.voeg_toe(PartijInvoer(partij.naam, partij.kort, groep=partij.groep))
    return kluismap


class Bureau:
    """A vault with every service, seen by one user at a time; as REGIE until told otherwise.

    Opening costs a key derivation, so a test changes user only when that is what it is about.
    """

    def __init__(self, kluismap: Path, klok: ProefKlok, huis: str = "twente", gebruiker: str = REGIE) -> None:
        self.map = kluismap
        self.klok = klok
        self.gebruiker = gebruiker
        self.met_sql: tuple[str, ...] = ()
        """What was done past the program until now."""
        self.profiel: Huisprofiel = laad_meegeleverd(huis)
        self.kluis: OpenKluis = self._open()
        self._verbind()
        # Of the list, with its contactpersonen and in its order, only this is wanted, at each of thousands of openings.
        with self.kluis.lees_sessies() as sessie:
            self._partijen: dict[str, PartijId] = dict(map(tuple, sessie.execute(select(Partij.kort, Partij.id))))

    def _open(self) -> OpenKluis:
        return open_kluis(self.map, self.gebruiker, WACHTWOORD)

    def _verbind(self) -> None:
        self.werkplek = Werkplek(self.kluis, self.profiel, self.klok, "toets")
        alles = diensten_op(self.werkplek)
        self.partijen = alles.partijen
        self.aanmeldingen = alles.aanmeldingen
        self.triage = alles.triage
        self.casussen = alles.casussen
        self.oordelen = alles.oordelen
        self.tafels = alles.tafels
        self.agenda = alles.agenda
        self.verslagen = alles.verslagen
        self.tafelloop = alles.tafelloop
        self.uitkomsten = alles.uitkomsten
        self.acties = alles.acties
        self.plannen = alles.plannen
        self.afschalingen = alles.afschalingen
        self.opschalingen = alles.opschalingen
        self.zoeken = alles.zoeken
        self.vandaag = alles.vandaag

    def als(self, gebruiker: str) -> Bureau:
        """Close the vault and open it as someone else."""
        self.kluis.sluit()
        self.gebruiker = gebruiker
        self.kluis = self._open()
        self._verbind()
        return self

    def diensten(self) -> Diensten:
        """The services as the window gets them, with documents and uitnodigingen."""
        return bouw_diensten(self.kluis, self.klok, "toets")

    def contact(self, *korte_namen: str) -> None:
        """A contactpersoon with an address for each of these partijen."""
        for kort in korte_namen:
            adres = f"balie{self.partij(kort)}@voorbeeld.invalid"
            self.partijen.voeg_contact_toe(
                self.partij(kort), ContactpersoonInvoer("Testpersoon Balie", email=adres, mandaat=True)
            )

    def alsof_bevestigd(self) -> None:
        """As if the password was just given; one test gives it for real, the key derivation is slow on purpose."""
        self.werkplek._bevestigd_tot = self.werkplek.looptijd() + BEVESTIGING_GELDIG

    def partij(self, kort: str) -> PartijId:
        """The id of a partij of the house by its short name."""
        return self._partijen[kort]

    def treedt_uit(self, kort: str, op: date) -> None:
        """The register says that this partij left on that day."""
        self.alsof_bevestigd()
        dienst = UittredingcorrectieService(self.werkplek)
        dienst.corrigeer(self.partij(kort), op, "Verzonnen correctie voor een proef.")

    def naam(self, kort: str) -> str:
        """The full name of a partij."""
        return self.partijen.toon(self.partij(kort)).naam

    def aanmelding(self, betrokkene: str = "J. Oefenman", **anders: Any) -> AanmeldingId:
        """A complete aanmelding that meets the criteria."""
        return self.aanmeldingen.nieuw(self.aanmelding_invoer(betrokkene, **anders))

    def aanmelding_invoer(self, betrokkene: str = "J. Oefenman", **anders: Any) -> AanmeldingInvoer:
        """The form of a complete aanmelding; ``anders`` replaces fields."""
        velden: dict[str, Any] = {
            "datum": self.klok.vandaag,
            "partij_id": next(iter(self._partijen.values())),
            "aanpak": self.profiel.aanpakken[0].sleutel,
            "contact_naam": "Testpersoon Balie",
            "zorgelijke_situatie": "Een verzonnen situatie.",
            "verzoek": "Meedenken over een verzonnen vraag.",
            "betrokkenen": (BetrokkeneInvoer(betrokkene, Geboortedatum(1990, 5, 17), "Voorbeelddorp"),),
            "criteria": tuple(CriteriumInvoer(c.sleutel, True, "Verzonnen reden.") for c in self.profiel.criteria),
        }
        return AanmeldingInvoer(**{**velden, **anders})

    def casus(self, betrokkene: str = "J. Oefenman", doel: str = "Bepalen wie wat doet.") -> CasusId:
        """A casus whose triage is done, so that it can be on an agenda."""
        casus_id = self.aanmeldingen.accepteer(self.aanmelding(betrokkene))
        route = self.profiel.casusoverleggen[0].sleutel
        self.triage.bewaar(casus_id, TriageInvoer(doel, "Wonen en veiligheid", route))
        self.triage.rond_af(casus_id)
        return casus_id

    def nummer(self, casus_id: CasusId) -> str:
        """The casusnummer."""
        return self.casussen.toon(casus_id).nummer

    def oordeel(
        self,
        casus_id: CasusId,
        *korte_namen: str,
        uitkomst: OordeelUitkomst = OordeelUitkomst.RECHTMATIG,
        vanaf: date | None = None,
        tot: date | None = None,
    ) -> tuple[OordeelId, ...]:
        """A signed oordeel on each of these partijen."""
        self.alsof_bevestigd()
        return self.oordelen.geef(
            casus_id,
            [
                OordeelInvoer(self.partij(kort), uitkomst, "eigen wettelijke taak", "verzonnen reden", vanaf, tot)
                for kort in korte_namen
            ],
        )

    def wijs_aan(
        self, casus_id: CasusId, kort: str, naam: str = "J. Oefenman", overleg_id: OverlegId | None = None
    ) -> None:
        """Appoint a casusregisseur in this overleg; today in one that is not in the vault when none is given."""
        eerder_op = None if overleg_id else self.klok.vandaag
        self.casussen.wijs_casusregisseur_aan(
            casus_id, AanwijzingInvoer(self.partij(kort), naam, overleg_id, eerder_op)
        )

    def trek_in(self, casus_id: CasusId, kort: str, vanaf: date | None = None) -> None:
        """Withdraw a signed oordeel."""
        self.alsof_bevestigd()
        self.oordelen.trek_in(casus_id, self.partij(kort), "De begeleiding is gestopt.", vanaf)

    def tafel_invoer(self, dag: date | None = None, **anders: Any) -> OverlegInvoer:
        """The form of a tafel of an hour and a half; three weeks ahead unless told otherwise."""
        velden: dict[str, Any] = {
            "soort": self.profiel.casusoverleggen[0].sleutel,
            "datum": dag or self.klok.over(21),
            "begin": time(9, 30),
            "einde": time(11, 0),
            "plaats": "Vergaderkamer Voorbeeld",
            "voorzitter": NAAM_VAN[REGIE],
            "notulist": NAAM_VAN[MEDEWERKER],
        }
        return OverlegInvoer(**{**velden, **anders})

    def tafel(self, dag: date | None = None, **anders: Any) -> OverlegId:
        """A planned tafel."""
        return self.tafels.plan(self.tafel_invoer(dag, **anders))

    def punt(self, overleg_id: OverlegId, casus_id: CasusId, *korte_namen: str) -> AgendapuntId:
        """A casus on the agenda with doel and type besluit, and seats for these partijen (who get an oordeel)."""
        if korte_namen:
            self.oordeel(casus_id, *korte_namen)
        punt_id = self.agenda.voeg_casus_toe(overleg_id, casus_id)
        self.agenda.wijzig_punt(
            punt_id,
            PuntInvoer(20, "", "Bepalen wie wat doet.", self.profiel.besluiten[0].sleutel, "Wonen en veiligheid"),
        )
        self._zet_erbij(punt_id, [self.partij(kort) for kort in korte_namen])
        return punt_id

    def _zet_erbij(self, punt_id: AgendapuntId, partijen: list[PartijId]) -> None:
        """What the agenda does for each by itself, through the same gate and with the same lines in the log.

        It reads the whole agenda before and after each seat, for a screen that nobody looks at here.
        """
        if not partijen:
            return
        with self.werkplek.schrijf(Recht.TAFEL_BEHEREN, "deelname gewijzigd", "overleg", wacht_anders=False) as werk:
            punt = werk.sessie.get_one(Agendapunt, punt_id)
            werk.raakt(*[punt.overleg_id] * len(partijen))
            schikking = lees_schikking(self.werkplek, werk.sessie, punt.overleg)
            casus = werk.sessie.get_one(Casus, punt.casus_id)
            for partij_id in partijen:
                partij = werk.sessie.get_one(Partij, partij_id)
                zet_deelname(self.werkplek, werk.sessie, punt, casus, partij, schikking)

    def akkoord(self, overleg_id: OverlegId) -> None:
        """The procesregisseur signs the agenda."""
        self.alsof_bevestigd()
        self.agenda.geef_akkoord(overleg_id)

    def op_agenda(self, overleg_id: OverlegId) -> dict[str, frozenset[str]]:
        """Casusnummer -> short names that the agenda shows with a seat."""
        agenda = self.agenda.toon(overleg_id)
        kort = {kolom.partij_id: kolom.kort for kolom in agenda.kolommen}
        return {
            punt.casusnummer: frozenset(
                kort[cel.partij_id] for cel in punt.cellen if cel.stand is PoortStand.UITGENODIGD
            )
            for punt in agenda.punten
            if punt.casus_id is not None
        }

    def aan_tafel(self, overleg_id: OverlegId) -> dict[str, frozenset[str]]:
        """Casusnummer -> short names with a seat: until it is held agenda and verslag must say the same."""
        volgens_agenda = self.op_agenda(overleg_id)
        volgens_verslag = {
            punt.casusnummer: frozenset(aanwezige.kort for aanwezige in punt.aanwezigen)
            for punt in self.verslagen.toon(overleg_id).punten
            if punt.casus_id is not None
        }
        if self.tafels.toon(overleg_id).status is OverlegStatus.GEHOUDEN:  # more may have come in at the table
            assert all(zij <= volgens_verslag[nummer] for nummer, zij in volgens_agenda.items())
        else:
            assert volgens_agenda == volgens_verslag
        return volgens_verslag

    def actie_invoer(self, kort: str, **anders: Any) -> ActieInvoer:
        """An actie for this partij."""
        return ActieInvoer(**{"omschrijving": "Een verzonnen actie.", "belegd_bij": self.partij(kort), **anders})

    def plan_invoer(self, *korte_namen: str, **anders: Any) -> PlanInvoer:
        """A complete plan in which these partijen have a role."""
        velden: dict[str, Any] = {
            "doelen": (DoelInvoer("Huisvesting", "Een verzonnen doel."),),
            "rollen": tuple(
                RolInvoer(self.partij(kort), "begeleidt", "weet wanneer het misgaat") for kort in korte_namen
            ),
            "informeert_betrokkene": "De casusregisseur.",
            "afschalingscriteria": "Een half jaar rustig.\nWoning op orde.",
        }
        return PlanInvoer(**{**velden, **anders})

    def gehouden(self, overleg_id: OverlegId) -> None:
        """Start every point of a tafel, after akkoord, with everybody there."""
        for punt in self.agenda.toon(overleg_id).punten:
            self.verslagen.start_punt(punt.id, andere_dag=True)
        for verslagpunt in self.verslagen.toon(overleg_id).punten:
            for regel in verslagpunt.aanwezigen:
                if regel.aanwezigheid is Aanwezigheid.ONBEKEND:
                    self.verslagen.zet_aanwezigheid(verslagpunt.id, regel.partij_id, Aanwezigheid.AANWEZIG)

    def sql(self, *opdrachten: str, **waarden: object) -> None:
        """Plain SQL with the open key, in one transaction: what someone with the database password could do."""
        self.met_sql = (*self.met_sql, *opdrachten, repr(waarden))
        with self.kluis.engine.begin() as verbinding:
            for opdracht in opdrachten:
                namen = set(re.findall(r":(\w+)", opdracht))
                verbinding.execute(text(opdracht), {naam: waarden[naam] for naam in namen})

    def sql_zonder_sleutels(self, opdracht: str, **waarden: object) -> None:
        """Plain SQL on a connection that keeps no foreign keys."""
        self.met_sql = (*self.met_sql, opdracht, repr(waarden))
        ruw = self.kluis.engine.raw_connection()
        try:
            aanwijzer = ruw.cursor()
            aanwijzer.execute("PRAGMA foreign_keys = OFF")
            aanwijzer.execute(opdracht, waarden)
        finally:
            ruw.invalidate()

    def waarde(self, opdracht: str, **waarden: object) -> Any:
        """One value by plain SQL."""
        with self.kluis.engine.begin() as verbinding:
            return verbinding.execute(text(opdracht), waarden).scalar()

    def logboek(self) -> list[dict[str, str]]:
        """Every log line as plain values."""
        with self.kluis.engine.begin() as verbinding:
            return [dict(rij) for rij in verbinding.execute(text("SELECT * FROM logregel ORDER BY nummer")).mappings()]

    def zonder_triggers(self, namen: Iterable[str]) -> None:
        """Take triggers away, as an attacker with the key would."""
        self.sql(*(f"DROP TRIGGER {naam}" for naam in namen))
        self.kluis.engine.dispose()  # other connections still hold the schema as it was

    def sluit(self) -> None:
        """Close the vault."""
        self.kluis.sluit()


def kopieer(sjabloon: Path, doel: Path) -> Path:
    """A vault of its own for one test."""
    return Path(shutil.copytree(sjabloon, doel))
