"""After a backup was put back a beheerder says that it was meant; who saw a newer state goes on with it, or not."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from sqlalchemy import select, text

from zvh_desktop.database.controle import controleer_map
from zvh_desktop.database.keten.aanvaarding import lees_aanvaarding, teken_aanvaarding
from zvh_desktop.database.keten.ondertekening import Toets, voeg_verklaring_toe
from zvh_desktop.database.keten.rollen import stap
from zvh_desktop.database.keten.rolstand import Lid, Rolstand
from zvh_desktop.database.kluis import NieuweGebruiker, open_kluis
from zvh_desktop.errors import AlleenLezen, BevestigingNodig, HandtekeningOnjuist, NietBevoegd
from zvh_desktop.models.keten.verklaring import Verklaring
from zvh_desktop.models.keuzes import CasusId, Rol, VerklaringSoort
from zvh_desktop.paths import gebruikersmap


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
        diensten = bureau.diensten()
        diensten.bevestig(WACHTWOORD)
        diensten.beheer.aanvaard_stand()
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


def test_zonder_wachtwoord_wordt_niet_aanvaard(huis: Huis) -> None:
    huis.zet_terug()
    bureau = huis.open(BEHEER)
    with pytest.raises(BevestigingNodig):
        bureau.diensten().beheer.aanvaard_stand()
    bureau.sluit()


def test_wie_geen_beheerder_meer_was_aanvaardt_met_een_oude_kopie_niets(huis: Huis, tmp_path: Path) -> None:
    """Dismissed, and beheerder again in a copy of before: the others last saw that he was not."""
    huis.zet_terug()
    bureau = huis.open(BEHEER)
    bureau.kluis.accounts.voeg_toe(NieuweGebruiker("t.tweede", "T. Tweede", frozenset({Rol.BEHEERDER}), WACHTWOORD))
    bureau.sluit()
    shutil.copytree(huis.map, tmp_path / "met-tweede.kluis")
    bureau = huis.open(BEHEER)
    bureau.kluis.accounts.verwijder("t.tweede")
    bureau.sluit()
    shutil.rmtree(gebruikersmap() / "hoofden")  # as on another computer: what was seen until here is gone
    huis.open(REGIE).sluit()
    huis.zet_terug(tmp_path / "met-tweede.kluis")
    with open_kluis(huis.map, "t.tweede", WACHTWOORD) as kluis:
        kluis.stand.aanvaard()
    bureau = huis.open(REGIE)
    assert bureau.kluis.stand.waarschuwingen != ()
    assert bureau.diensten().aanvaarding == ""
    bureau.sluit()


def test_wat_na_de_aanvaarding_is_teruggezet_wordt_niet_gevolgd(huis: Huis, tmp_path: Path) -> None:
    """Only the database of just after the acceptance is put back: the folder remembers more."""
    huis.zet_terug()
    huis.aanvaard()
    toen = tmp_path / "toen.kluis"
    shutil.copytree(huis.map, toen)
    bureau = huis.open(MEDEWERKER)
    bureau.aanmelding()
    bureau.sluit()
    for pad in huis.map.glob("db-*"):
        pad.unlink()
    for pad in toen.glob("db-*"):
        shutil.copy(pad, huis.map / pad.name)
    bureau = huis.open(REGIE)
    assert any("kluismap" in zin for zin in bureau.kluis.stand.waarschuwingen)
    assert bureau.diensten().aanvaarding == ""
    bureau.sluit()


def test_een_beheerder_zonder_bevestigde_rol_aanvaardt_niets(huis: Huis) -> None:
    """A certificate alone makes no beheerder: the chain has to say so (ADR 0034)."""
    huis.zet_terug()
    with open_kluis(huis.map, BEHEER, WACHTWOORD) as kluis, kluis.lees_sessies() as sessie:
        certificaat = kluis.ondertekenaar.certificaat
        rolstand = Rolstand(1, {"iemand.anders": Lid("iemand.anders", "00" * 32, frozenset({Rol.BEHEERDER}))})
        with kluis.sessies.begin() as schrijvend:
            teken_aanvaarding(schrijvend, kluis.ondertekenaar, datetime.now(UTC))
        toets = Toets(kluis.wortel, kluis.kluis_id)
        beheerders = (certificaat.tekensleutel,)
        assert lees_aanvaarding(sessie, toets, rolstand, gezien=(), beheerders=beheerders) is None
        echt = lees_aanvaarding(sessie, toets, kluis.rolstand, gezien=(), beheerders=beheerders)
        assert echt is not None
        rij = sessie.scalars(select(Verklaring).order_by(Verklaring.nummer.desc())).first()
        assert rij is not None
        with pytest.raises(HandtekeningOnjuist, match="niet door een tweede bevestigd"):
            stap(rolstand, rij, {})


def test_alleen_lezen_wordt_niets_gevraagd(huis: Huis) -> None:
    huis.zet_terug()
    huis.aanvaard()
    with open_kluis(huis.map, REGIE, WACHTWOORD, alleen_lezen=True) as kluis:
        assert kluis.stand.aanvaarding is not None
        with pytest.raises(AlleenLezen):
            kluis.stand.aanvaard()
