"""The line to the server falls away at the table: on in the koffer of today, and back when there is a line again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

from programma import Programma
from scenario_koffer import _tafels, beeldtekst_is, begin_punt, ga_aan_tafel, onderteken, open_tafel
from scenario_server import WERKER, databaseserver, huis, meld_aan_op_server  # noqa: F401  two of them are fixtures
from toneel import REGISSEUR, Toneel

from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer


def aan_tafel_met_een_dagkoffer(toneel: Toneel, verbinding: Path) -> tuple[Programma, int]:
    """Sign in on the server, and keep a koffer of the tafel of today; the program, and which overleg that is."""
    server = toneel.start("--kluis", verbinding)
    meld_aan_op_server(toneel, *REGISSEUR)
    toneel.ga_naar("tafels_pagina")
    overleg = toneel.wacht_tot(plan_vandaag, toneel.wacht_tot(open_tafel), REGISSEUR[1])
    toneel.wacht_tot(ga_aan_tafel, overleg)
    toneel.klik("dagkoffer_bijhouden")
    onderteken(toneel)
    toneel.wacht_op("dagkoffer_zin", tekst="Bijgewerkt om")
    return server, overleg


def test_zonder_lijn_verder_in_de_koffer_van_vandaag(
    toneel: Toneel,
    huis: Path,  # noqa: F811
    databaseserver: object,  # noqa: F811
) -> None:
    server, overleg = aan_tafel_met_een_dagkoffer(toneel, huis)
    toneel.beeld("dagkoffer-aan")

    verbreek(databaseserver)
    toneel.mag_zeggen(
        "weigering niet in het logboek", "plek niet vastgelegd", "kluis gesloten met", "stand niet bijgewerkt"
    )
    toneel.klik("koffer_verder")
    toneel.wacht_op("aanmeldvenster")
    assert toneel.wacht_op("naam_veld").tekst == REGISSEUR[0]
    toneel.typ(REGISSEUR[1], op="wachtwoord_veld")
    toneel.toets("Return")
    toneel.wacht_op_hoofdvenster()
    assert "KOFFER" in next(een.titel for een in toneel.vensters() if een.naam == "hoofdvenster")
    toneel.ga_naar("tafels_pagina")
    toneel.wacht_tot(ga_aan_tafel, overleg)
    begin_punt(toneel)
    toneel.typ("Zonder lijn gezien.", op="verslag_beeld")
    toneel.toets("Tab")
    toneel.beeld("dagkoffer-zonder-lijn")
    toneel.sluit_venster()
    assert server.einde() == "0"

    herstel(databaseserver)
    weer = toneel.start("--kluis", huis)
    meld_aan_op_server(toneel, *REGISSEUR)
    toneel.klik("koffer_lever_vandaag_in")
    toneel.klik("dagkoffer_inleveren")
    toneel.wacht_op("terugdialoog")
    toneel.beeld("dagkoffer-voorstel")
    toneel.klik("koffer_lever_knop")
    onderteken(toneel)
    toneel.wacht_op("melding", tekst="overgenomen")
    toneel.klik("melding > =Sluiten")
    toneel.wacht_tot(beeldtekst_is, overleg, "Zonder lijn gezien.")
    toneel.wacht_weg("kofferband")
    toneel.sluit_venster()
    assert weer.einde() == "0"


def test_wie_bij_het_ontgrendelen_geen_server_vindt_gaat_verder_in_de_koffer_van_vandaag(
    toneel: Toneel,
    huis: Path,  # noqa: F811
    databaseserver: object,  # noqa: F811
) -> None:
    """At the unlock screen, and once more when the program is started anew; it comes back as a proposal."""
    server, overleg = aan_tafel_met_een_dagkoffer(toneel, huis)
    toneel.toets("ctrl+l")
    toneel.wacht_op("aanmeldvenster")

    verbreek(databaseserver)
    toneel.mag_zeggen(
        "weigering niet in het logboek", "kluis gesloten met", "stand niet bijgewerkt", "error ignored terminating"
    )
    ga_verder_vanaf_het_aanmelden(toneel, "stand van")
    toneel.ga_naar("tafels_pagina")
    toneel.wacht_tot(ga_aan_tafel, overleg)
    begin_punt(toneel)
    toneel.typ("Na het slot gezien.", op="verslag_beeld")
    toneel.toets("Tab")
    toneel.sluit_venster()
    assert server.einde() == "0"

    opnieuw = toneel.start("--kluis", huis)
    ga_verder_vanaf_het_aanmelden(toneel, "waarin u al bezig was")
    toneel.sluit_venster()
    assert opnieuw.einde() == "0"

    herstel(databaseserver)
    weer = toneel.start("--kluis", huis)
    meld_aan_op_server(toneel, *REGISSEUR)
    toneel.klik("koffer_lever_vandaag_in")
    toneel.klik("dagkoffer_inleveren")
    toneel.wacht_op("terugdialoog")
    toneel.klik("koffer_lever_knop")
    onderteken(toneel)
    toneel.wacht_op("melding", tekst="overgenomen")
    toneel.klik("melding > =Sluiten")
    toneel.wacht_tot(beeldtekst_is, overleg, "Na het slot gezien.")
    toneel.sluit_venster()
    assert weer.einde() == "0"


def ga_verder_vanaf_het_aanmelden(toneel: Toneel, zin: str) -> None:
    """The server does not answer; with the same password into the koffer, by its key."""
    toneel.wacht_op("aanmeldvenster")
    toneel.typ(WERKER, op="account_veld")
    toneel.typ_aanmelding(*REGISSEUR)
    toneel.wacht_op("aanmelden_melding", tekst=zin)
    toneel.beeld(f"aanmelden-zonder-server-{zin.split(maxsplit=1)[0]}")
    assert toneel.wacht_op("wachtwoord_veld").focus, "what was typed is still there to go on with"
    toneel.wacht_op("aanmeldvenster > koffer_verder", aan=True)
    toneel.toets("alt+i")
    toneel.wacht_op_hoofdvenster()
    assert "KOFFER" in next(een.titel for een in toneel.vensters() if een.naam == "hoofdvenster")


def verbreek(server: object) -> None:
    """Every line to the house goes, and no other comes."""
    server.doe("ALTER DATABASE oefenhuis ALLOW_CONNECTIONS false")  # type: ignore[attr-defined]
    server.doe(  # type: ignore[attr-defined]
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'oefenhuis'"
    )


def herstel(server: object) -> None:
    server.doe("ALTER DATABASE oefenhuis ALLOW_CONNECTIONS true")  # type: ignore[attr-defined]


# --- asked inside the application ---------------------------------------------------------------------


def plan_vandaag(overleg: int, wachtwoord: str) -> int:
    """An overleg of today with akkoord, about the same casus; its number."""
    diensten = _tafels()._diensten
    punt = diensten.verslagen.toon(overleg).punten[0]  # type: ignore[arg-type]
    kop = diensten.tafels.toon(overleg)  # type: ignore[arg-type]
    nieuw = diensten.tafels.plan(replace(kop.invoer, datum=date.today(), begin=time(19, 0), einde=time(20, 0)))  # noqa: DTZ011
    erbij = diensten.agenda.voeg_casus_toe(nieuw, punt.casus_id)  # type: ignore[arg-type]
    besluit = diensten.werkplek.profiel.besluiten[0].sleutel
    diensten.agenda.wijzig_punt(erbij, PuntInvoer(20, doel="Verder", besluit_type=besluit, themas="Wonen"))
    diensten.agenda.zet_deelname(erbij, punt.aanwezigen[0].partij_id, aan=True)
    diensten.bevestig(wachtwoord)
    diensten.agenda.geef_akkoord(nieuw)
    return int(nieuw)
