"""A practice vault with casussen, oordelen and a planned tafel, for the tests of the tafel pages.

Made once with the real services and copied for every test. Everyone in it is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from proefwaarden import WACHTWOORD, ProefKlok

from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzes import Aanwezigheid, CasusId, OordeelUitkomst, OverlegId, PartijId, Rol
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.casus.aanmelding_gegevens import AanmeldingInvoer, BetrokkeneInvoer, CriteriumInvoer
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.huis.instellingen import HuisInstellingen
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer
from zvh_desktop.services.poort.oordelen import OordeelInvoer
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer

BEHEER, REGIE, MEDEWERKER = "beheer", "regie", "medewerker"
PARTIJEN = ("Enschede", "Hengelo", "GGD", "Mediant", "OM", "Politie", "RN", "Tactus", "Veilig Thuis", "DJI")
AANPAKKEN = ("Testpersoon Een", "Testpersoon Twee", "Testpersoon Drie", "Testpersoon Vier")

TafelOpener = Callable[..., Diensten]


def tafelklok() -> ProefKlok:
    """Two weeks before the tafel."""
    return ProefKlok(datetime(2026, 12, 1, 8, 0, tzinfo=UTC))


@dataclass(frozen=True)
class Tafelkluis:
    """Where the vault is and what is in it."""

    map: Path
    overleg: OverlegId
    casussen: tuple[CasusId, ...]
    partijen: dict[str, PartijId]


def open_als(kluismap: Path, naam: str, klok: ProefKlok) -> Diensten:
    """The services as this account sees them."""
    return bouw_diensten(open_kluis(kluismap, naam, WACHTWOORD), klok)


def maak_tafelkluis(
    kluismap: Path, huis: str = "twente", *, oefen: bool = True, klok: ProefKlok | None = None
) -> Tafelkluis:
    """Four casussen (the last still in triage), ten partijen, and a tafel two weeks later with two of them.

    What is no practice vault and is opened by the clock of the computer, is made by that clock: ``klok`` of today.
    """
    klok = klok or tafelklok()
    profiel = laad_meegeleverd(huis)
    beheer = NieuweGebruiker(BEHEER, "B. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)
    kluis, _ = maak_kluis(kluismap, beheer, oefen=oefen, klok=klok)
    with kluis:
        richt_in(kluis, profiel, klok, partijen=[p for p in profiel.partijen if p.kort in PARTIJEN])
        for naam, rol in ((REGIE, Rol.PROCESREGISSEUR), (MEDEWERKER, Rol.MEDEWERKER)):
            kluis.accounts.voeg_toe(
                NieuweGebruiker(naam, f"{naam.capitalize()} Voorbeeld", frozenset({rol}), WACHTWOORD)
            )
        bouw_diensten(kluis, klok).instellingen.bewaar(
            HuisInstellingen(afzender_email="secretariaat@voorbeeld.invalid")
        )
    diensten = open_als(kluismap, REGIE, klok)
    try:
        diensten.bevestig(WACHTWOORD)
        return _vul(diensten, kluismap, klok)
    finally:
        diensten.sluit()


def _vul(diensten: Diensten, kluismap: Path, klok: ProefKlok) -> Tafelkluis:
    partijen = {regel.kort: regel.id for regel in diensten.partijen.lijst()}
    for nummer, (kort, partij_id) in enumerate(partijen.items()):
        diensten.partijen.voeg_contact_toe(
            partij_id,
            ContactpersoonInvoer(
                f"{chr(65 + nummer)}. Oefenman",
                "adviseur",
                f"{kort.split()[0].lower()}@voorbeeld.invalid",
                mandaat=True,
            ),
        )
    casussen = tuple(_casus(diensten, nummer, partijen, klok) for nummer in range(len(AANPAKKEN)))
    for casus_id in casussen[:3]:
        diensten.triage.bewaar(
            casus_id,
            TriageInvoer(
                "Richting bepalen voor een plan van aanpak", "Wonen, verslaving", diensten.tafels.soorten()[0].sleutel
            ),
        )
        diensten.triage.rond_af(casus_id)
    _oordelen(diensten, casussen, partijen, klok)
    overleg = diensten.tafels.plan(
        OverlegInvoer(
            diensten.tafels.soorten()[0].sleutel,
            klok.over(14),
            time(9),
            time(12),
            "Enschede, zaal 2",
            "R. Voorbeeld",
            "M. Voorbeeld",
        )
    )
    agenda = diensten.agenda
    agenda.voeg_onderwerp_toe(overleg, "Vaststellen verslag 1 december")
    besluit = agenda.toon(overleg).besluiten[0].sleutel
    for casus_id in casussen[:2]:
        punt = agenda.voeg_casus_toe(overleg, casus_id)
        agenda.wijzig_punt(punt, PuntInvoer(20, doel="Richting bepalen", besluit_type=besluit, themas="Wonen"))
        agenda.nodig_alle_uit(punt)
    agenda.zet_deelname(agenda.toon(overleg).punten[1].id, partijen["RN"], aan=False)
    agenda.vraag_bijdrage(agenda.toon(overleg).punten[1].id, partijen["Politie"], "Overzicht van de incidenten")
    return Tafelkluis(kluismap, overleg, casussen, partijen)


def iedereen_is_er(diensten: Diensten, overleg: OverlegId) -> None:
    """Fill in what is not known of attendance."""
    for punt in diensten.verslagen.toon(overleg).punten:
        for regel in punt.aanwezigen:
            if regel.aanwezigheid is Aanwezigheid.ONBEKEND:
                diensten.verslagen.zet_aanwezigheid(punt.id, regel.partij_id, Aanwezigheid.AANWEZIG)


def _casus(diensten: Diensten, nummer: int, partijen: dict[str, PartijId], klok: ProefKlok) -> CasusId:
    aanmeldingen = diensten.aanmeldingen
    aanpakken = aanmeldingen.aanpakken()
    aanmelding = aanmeldingen.nieuw(
        AanmeldingInvoer(
            datum=klok.over(-11),
            partij_id=partijen["Politie"],
            aanpak=aanpakken[nummer % len(aanpakken)].sleutel,
            contact_naam="J. Oefenman",
            contact_email="j.oefenman@voorbeeld.invalid",
            zorgelijke_situatie="Verzonnen situatie voor deze test.",
            naar_aanleiding_van="Verzonnen aanleiding.",
            verzoek="Meedenken over een plan.",
            betrokkenen=(
                BetrokkeneInvoer(AANPAKKEN[nummer], Geboortedatum(1980, 1, 1 + nummer), "Enschede", "Teststraat 1"),
            ),
            criteria=tuple(
                CriteriumInvoer(criterium.sleutel, True, "Verzonnen motivering.")
                for criterium in aanmeldingen.criteria()
            ),
        )
    )
    return aanmeldingen.accepteer(aanmelding)


def _oordelen(
    diensten: Diensten, casussen: tuple[CasusId, ...], partijen: dict[str, PartijId], klok: ProefKlok
) -> None:
    def ja(kort: str, tot: date | None = None) -> OordeelInvoer:
        return OordeelInvoer(
            partijen[kort], OordeelUitkomst.RECHTMATIG, grondslag="Taak van deze partij bij de casus", geldig_tot=tot
        )

    def nee(kort: str) -> OordeelInvoer:
        return OordeelInvoer(
            partijen[kort], OordeelUitkomst.NIET_RECHTMATIG, motivering="Geen betrokkenheid bij deze casus"
        )

    diensten.oordelen.geef(
        casussen[0],
        (
            ja("Politie", klok.over(196)),
            ja("OM"),
            ja("RN"),
            ja("Enschede"),
            nee("Mediant"),
            ja("GGD", klok.over(8)),
        ),
    )
    diensten.oordelen.geef(casussen[1], (ja("Politie"), ja("Mediant"), ja("Hengelo"), ja("Tactus")))
    diensten.oordelen.trek_in(casussen[1], partijen["Tactus"], "De behandeling is gestopt")
    diensten.oordelen.geef(casussen[2], (ja("Politie"), ja("Veilig Thuis")))
