"""After a backup was put back a beheerder says that it was meant; who saw a newer state goes on with it, or not."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from sqlalchemy import text

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import AlleenLezen, HandtekeningOnjuist, NietBevoegd
from zvh_desktop.models.keuzes import CasusId, VerklaringSoort


class Huis:
    """A vault in which a procesregisseur signed something, and a copy of it from before that."""

    def __init__(self, kluismap: Path, oud: Path, klok: ProefKlok) -> None:
        self.map, self.oud, self.klok = kluismap, oud, klok
        self.open(BEHEER).sluit()
        bureau = self.open(REGIE)
        self.casus: CasusId = bureau.casus()
        bureau.sluit()
        shutil.copytree(kluismap, oud)
        bureau = self.open(REGIE)
        bureau.oordeel(self.casus, "Politie")
        bureau.sluit()

    def open(self, wie: str) -> Bureau:
        return Bureau(self.map, self.klok, gebruiker=wie)

    def zet_terug(self, van: Path | None = None) -> None:
        shutil.rmtree(self.map)
        shutil.copytree(van or self.oud, self.map)

    def aanvaard(self) -> None:
        bureau = self.open(BEHEER)
        bureau.diensten().beheer.aanvaard_stand()
        bureau.sluit()


@pytest.fixture
def huis(twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Huis:
    """With a vault of today in place."""
    return Huis(kopieer(twents_sjabloon, tmp_path / "huis.kluis"), tmp_path / "oud.kluis", klok)


def test_zonder_een_beheerder_telt_voor_wie_meer_zag_niets(huis: Huis) -> None:
    huis.zet_terug()
    bureau = huis.open(REGIE)
    assert bureau.diensten().aanvaarding == ""
    with pytest.raises(NietBevoegd, match="Nog geen beheerder"):
        bureau.diensten().volg_aanvaarding()
    with pytest.raises(HandtekeningOnjuist, match="ontbreken"):
        bureau.oordeel(huis.casus, "OM")
    bureau.sluit()


def test_na_een_beheerder_leest_wie_meer_zag_dat_en_gaat_door(huis: Huis) -> None:
    huis.zet_terug()
    huis.aanvaard()
    bureau = huis.open(REGIE)
    diensten = bureau.diensten()
    assert any("niet dezelfde als eerder gezien" in zin for zin in diensten.waarschuwingen)
    assert "B. Oefenman (beheerder) aanvaardde op" in diensten.aanvaarding
    with pytest.raises(HandtekeningOnjuist, match="niet dezelfde"):
        bureau.oordeel(huis.casus, "OM")
    diensten.volg_aanvaarding()
    assert diensten.aanvaarding == ""
    bureau.oordeel(huis.casus, "OM")
    assert bureau.logboek()[-2]["handeling"] == "oudere stand gevolgd"
    bureau.sluit()
    later = huis.open(REGIE)
    assert later.diensten().aanvaarding == ""
    assert later.kluis.stand.waarschuwingen == ()
    later.oordeel(huis.casus, "OM")
    later.sluit()
    assert controleer_map(huis.map, REGIE, WACHTWOORD) == ()


def test_een_aanvaarding_van_voor_wat_iemand_zag_zegt_niets(huis: Huis, tmp_path: Path) -> None:
    """Somebody puts a copy back in which a beheerder once accepted another backup."""
    huis.zet_terug()
    huis.aanvaard()
    shutil.copytree(huis.map, tmp_path / "ooit.kluis")
    bureau = huis.open(REGIE)
    bureau.diensten().volg_aanvaarding()
    bureau.oordeel(huis.casus, "OM")
    bureau.sluit()
    huis.zet_terug(tmp_path / "ooit.kluis")
    bureau = huis.open(REGIE)
    assert any("ontbreken" in zin or "niet dezelfde" in zin for zin in bureau.diensten().waarschuwingen)
    assert bureau.diensten().aanvaarding == ""
    bureau.sluit()


@pytest.mark.parametrize("wie", [REGIE, MEDEWERKER])
def test_wie_geen_beheerder_is_aanvaardt_voor_niemand(huis: Huis, wie: str) -> None:
    huis.zet_terug()
    bureau = huis.open(wie)
    with pytest.raises(NietBevoegd, match="Uw rol mag dit niet ondertekenen"):
        bureau.kluis.stand.aanvaard()
    with pytest.raises(NietBevoegd):
        bureau.diensten().beheer.aanvaard_stand()
    bureau.sluit()


def test_een_rij_die_niemand_tekende_aanvaardt_niets(huis: Huis) -> None:
    """Who has the key of the vault writes such a row, or makes one of what a procesregisseur signed."""
    huis.zet_terug()
    with open_kluis(huis.map, REGIE, WACHTWOORD) as kluis, kluis.sessies.begin() as sessie:
        nu = datetime.now(UTC)
        voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.LEKKEUZE, {}, nu)
        sessie.execute(text("DROP TRIGGER IF EXISTS verklaring_niet_wijzigen"))
        namen = sessie.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'verklaring'")
        )
        for naam in list(namen):
            sessie.execute(text(f"DROP TRIGGER {naam}"))
        sessie.execute(text("UPDATE verklaring SET soort = 'stand_aanvaard' WHERE soort = 'lekkeuze'"))
    bureau = huis.open(REGIE)
    assert bureau.diensten().aanvaarding == ""
    bureau.sluit()


def test_alleen_lezen_wordt_niets_gevraagd(huis: Huis) -> None:
    huis.zet_terug()
    huis.aanvaard()
    with open_kluis(huis.map, REGIE, WACHTWOORD, alleen_lezen=True) as kluis:
        assert kluis.stand.aanvaarding is not None
        with pytest.raises(AlleenLezen):
            kluis.stand.aanvaard()
