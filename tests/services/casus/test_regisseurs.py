"""A casus goes from one procesregisseur to another, and Vandaag and Acties follow it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, NAAM_VAN, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer, maak_sjabloon

from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.errors import InvoerOngeldig, NietBevoegd
from zvh_desktop.models.keuzes import CasusId, Rol
from zvh_desktop.services.casus.regisseurs import OverdrachtInvoer, RegisseurService
from zvh_desktop.services.casus.triage import TriageInvoer

TWEEDE, NAAM_TWEEDE = "tweede", "T. Voorbeeldpersoon"
Huisopener = Callable[[str], Bureau]


@pytest.fixture
def open_huis(tmp_path: Path, klok: ProefKlok) -> Iterator[Huisopener]:
    open_: list[Bureau] = []

    def geef(huis: str) -> Bureau:
        sjabloon = maak_sjabloon(tmp_path / f"{huis}-sjabloon.kluis", huis)
        with open_kluis(sjabloon, BEHEER, WACHTWOORD) as kluis:
            tweede = NieuweGebruiker(TWEEDE, NAAM_TWEEDE, frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD)
            kluis.accounts.voeg_toe(tweede)
        open_.append(Bureau(kopieer(sjabloon, tmp_path / huis), klok, huis))
        return open_[-1]

    yield geef
    for bureau in open_:
        bureau.sluit()


def wacht(bureau: Bureau, casus: CasusId) -> list[str]:
    return [r.zin for r in bureau.vandaag.toon().regels if (r.plaats, r.sleutel) == ("casus", casus)]


def test_vandaag_en_acties_volgen_een_overgedragen_casus(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    casus, diensten = bureau.casus(), RegisseurService(bureau.werkplek)
    bureau.oordeel(casus, "Politie")
    bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie"))
    assert diensten.kandidaten() == tuple(sorted((NAAM_VAN[REGIE], NAAM_TWEEDE)))
    for fout, veld in (
        (OverdrachtInvoer(NAAM_VAN[REGIE], bureau.klok.vandaag, "x"), "naar"),
        (OverdrachtInvoer(NAAM_VAN[MEDEWERKER], bureau.klok.vandaag, "x"), "naar"),
        (OverdrachtInvoer(NAAM_TWEEDE, bureau.klok.over(1), "x"), "op"),
        (OverdrachtInvoer(NAAM_TWEEDE, bureau.klok.over(-1), "x"), "op"),
        (OverdrachtInvoer(NAAM_TWEEDE, bureau.klok.vandaag, " "), "reden"),
    ):
        with pytest.raises(InvoerOngeldig) as geweigerd:
            diensten.draag_over(casus, fout)
        assert geweigerd.value.veld == veld
    assert len(wacht(bureau, casus)) == 1
    diensten.draag_over(casus, OverdrachtInvoer(NAAM_TWEEDE, bureau.klok.vandaag, "Verlof."))
    assert bureau.casussen.toon(casus).procesregisseur == NAAM_TWEEDE
    assert bureau.logboek()[-1]["handeling"] == "casus overgedragen"
    (wissel,) = diensten.geschiedenis(casus)
    assert (wissel.van, wissel.naar, wissel.reden) == (NAAM_VAN[REGIE], NAAM_TWEEDE, "Verlof.")
    assert wacht(bureau, casus) == []
    assert bureau.acties.lijst(van=NAAM_VAN[REGIE]) == ()
    assert len(bureau.acties.lijst(van=NAAM_TWEEDE)) == 1
    bureau.als(TWEEDE)
    assert len(wacht(bureau, casus)) == 1


def test_een_actie_met_eigenaar_is_van_die_eigenaar(open_huis: Huisopener) -> None:
    bureau = open_huis("twente")
    casus = bureau.casus()
    bureau.oordeel(casus, "Politie")
    bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", eigenaar=NAAM_VAN[MEDEWERKER]))
    assert [r.invoer.eigenaar for r in bureau.acties.lijst(van=NAAM_VAN[MEDEWERKER])] == [NAAM_VAN[MEDEWERKER]]
    assert bureau.acties.lijst(van=NAAM_VAN[REGIE]) == ()
    with pytest.raises(InvoerOngeldig, match="collega"):
        bureau.acties.voeg_toe_bij_casus(casus, bureau.actie_invoer("Politie", eigenaar="Een Buitenstaander"))
    bureau.als(MEDEWERKER)
    with pytest.raises(NietBevoegd):
        RegisseurService(bureau.werkplek).draag_over(casus, OverdrachtInvoer(NAAM_TWEEDE, bureau.klok.vandaag, "x"))


@pytest.mark.parametrize("huis", ["landelijk", "twente", "haaglanden", "midden-limburg", "delft"])
def test_vandaag_houdt_een_casus_in_elke_fase_in_beeld(open_huis: Huisopener, huis: str) -> None:
    bureau = open_huis(huis)
    casus = bureau.aanmeldingen.accepteer(bureau.aanmelding())
    triage = bureau.profiel.termen.triage
    gezien = []
    while not bureau.casussen.toon(casus).delen_toegestaan:
        (zin,) = wacht(bureau, casus)
        assert f"{triage} loopt" in zin
        beeld = bureau.casussen.toon(casus)
        gezien.append(beeld.fase)
        volgende = next(keuze.sleutel for keuze in beeld.volgende_fasen if not keuze.terug)
        if bureau.profiel.fase(volgende).delen_toegestaan:
            route = bureau.profiel.casusoverleggen[0].sleutel
            bureau.triage.bewaar(casus, TriageInvoer("Doel", "Wonen", route))
            bureau.triage.rond_af(casus)
        else:
            bureau.casussen.naar_fase(casus, volgende)
    assert len(gezien) == (1 if huis == "twente" else 2)
    (zin,) = wacht(bureau, casus)
    assert "op geen agenda" in zin
    bureau.agenda.voeg_casus_toe(bureau.tafel(), casus)
    assert wacht(bureau, casus) == []
