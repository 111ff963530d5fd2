"""A restored copy in which a file is destroyed again: who may signs what is left, and the figures count it once."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD
from opruimhulp import Gesloten, aanvaard_stand, ga_door_met_stand, vernietiger

from zvh_desktop.database.controle import controleer
from zvh_desktop.database.kluis import OpenKluis, open_kluis
from zvh_desktop.database.reservekopie import herstel_reservekopie, maak_reservekopie
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
from zvh_desktop.services.toegang import ToegangDienst

VERNIETIGEN, SCHONEN = VernietigSoort.VERNIETIGEN, VernietigSoort.SCHONEN

GETELD = "SELECT sum(aantal) FROM vernietigtelling WHERE maat = 'uitstroom' AND indeling = '' AND kwartaal = 0"


def waarde(kluis: OpenKluis, vraag: str) -> object:
    with kluis.engine.connect() as verbinding:
        return verbinding.exec_driver_sql(vraag).scalar()


def teruggezet(gesloten: Gesloten, map_: Path, *soorten: VernietigSoort) -> Path:
    """A copy of before, put back after these were done."""
    bureau = gesloten.bureau
    maak_reservekopie(bureau.kluis, map_ / "kopie")
    for soort in soorten:
        bureau.alsof_bevestigd()
        vernietiger(bureau).doe(gesloten.casus, soort)
    bureau.sluit()
    herstel_reservekopie(map_ / "kopie", map_ / "terug.kluis")
    return map_ / "terug.kluis"


@pytest.mark.parametrize("soorten", [(VERNIETIGEN,), (SCHONEN,), (SCHONEN, VERNIETIGEN)])
def test_wie_het_mag_ondertekent_wat_overblijft(
    gesloten: Gesloten, tmp_path: Path, soorten: tuple[VernietigSoort, ...]
) -> None:
    kluismap = teruggezet(gesloten, tmp_path, *soorten)
    aanvaard_stand(kluismap)
    verwacht = 1 if VERNIETIGEN in soorten else None
    for keer in range(2):
        with open_kluis(kluismap, REGIE, WACHTWOORD, klok=gesloten.bureau.klok) as kluis:
            if keer == 0:
                ga_door_met_stand(kluis)
            diensten = bouw_diensten(kluis, gesloten.bureau.klok)
            assert (*controleer(kluis), *ControleService(diensten.werkplek).vind()) == ()
            assert waarde(kluis, GETELD) == verwacht, "counted once"
            overleg = waarde(kluis, "SELECT id FROM overleg")
            assert diensten.documenten.verslagstukken(overleg)  # type: ignore[arg-type]


def test_een_ander_vernietigt_opnieuw_en_telt_en_tekent_niet(gesloten: Gesloten, tmp_path: Path) -> None:
    kluismap = teruggezet(gesloten, tmp_path, VERNIETIGEN)
    with open_kluis(kluismap, MEDEWERKER, WACHTWOORD, klok=gesloten.bureau.klok) as kluis:
        diensten = bouw_diensten(kluis, gesloten.bureau.klok)
        assert waarde(kluis, "SELECT count(*) FROM casus") == 1
        assert waarde(kluis, GETELD) == 1
        assert ControleService(diensten.werkplek).vind() != ()


def test_wat_niet_klopte_wordt_niet_getekend(gesloten: Gesloten, tmp_path: Path) -> None:
    """An attacker with the key changed the verslag in the copy: nobody signs that as if it were what was settled."""
    kluismap = teruggezet(gesloten, tmp_path, VERNIETIGEN)
    aanvaard_stand(kluismap)
    with open_kluis(kluismap, REGIE, WACHTWOORD, klok=gesloten.bureau.klok) as kluis:
        with kluis.engine.begin() as verbinding:
            verbinding.exec_driver_sql("DROP TRIGGER agendapunt_vastgesteld")
            verbinding.exec_driver_sql("UPDATE agendapunt SET doel = 'anders'")
        ga_door_met_stand(kluis)
        diensten = bouw_diensten(kluis, gesloten.bureau.klok)
        assert waarde(kluis, "SELECT count(*) FROM casus") == 1
        assert ControleService(diensten.werkplek).vind() != ()


@pytest.mark.parametrize("elders", [False, True])
def test_ook_langs_het_venster_komt_een_vernietigd_dossier_niet_terug(
    gesloten: Gesloten, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elders: bool
) -> None:
    """As the login does it: the copy takes the place of the vault. ``elders`` is a computer that never heard of it."""
    bureau = gesloten.bureau
    kopie = tmp_path / "kopie"
    maak_reservekopie(bureau.kluis, kopie)
    nummer = bureau.nummer(gesloten.casus)
    bureau.alsof_bevestigd()
    vernietiger(bureau).doe(gesloten.casus, VERNIETIGEN)
    bureau.sluit()
    if elders:
        monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path / "een andere computer"))
    toegang = ToegangDienst(klok=bureau.klok)
    opzij = toegang.zet_terug(kopie, bureau.map, lambda *_: None)
    assert opzij is not None
    with open_kluis(kopie, REGIE, WACHTWOORD, klok=bureau.klok, alleen_lezen=True) as kluis:
        assert waarde(kluis, "SELECT count(*) FROM casus") == 2, "the copy still has it"
    diensten = toegang.ontgrendel(bureau.map, REGIE, WACHTWOORD)
    try:
        assert nummer not in {regel.nummer for regel in diensten.casussen.lijst()}
    finally:
        diensten.sluit()
    with open_kluis(bureau.map, REGIE, WACHTWOORD, klok=bureau.klok) as kluis:
        assert waarde(kluis, "SELECT count(*) FROM casus") == 1
