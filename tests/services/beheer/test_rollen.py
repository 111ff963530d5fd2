"""A role of weight is given by two people; what one did alone is seen by every procesregisseur first (ADR 0034)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, kopieer
from sqlalchemy import select, text

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import Ondertekenaar, voeg_verklaring_toe
from zvh_desktop.database.keten.rollen import lid_van, teken_rollen
from zvh_desktop.database.keten.rolstand import Lid, Roldoel, Rolfeit, inhoud_voorstel, lid_json
from zvh_desktop.database.kluis import Gebruiker, NieuweGebruiker, herstel_toegang, maak_kluis, open_kluis
from zvh_desktop.database.sleutels.primitieven import KDF_ONDERGRENS
from zvh_desktop.database.sleutels.sleutelbeheer import hercertificeer
from zvh_desktop.errors import BevestigingNodig, GebruikersFout, HandtekeningOnjuist, NietBevoegd, RolWacht
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.models.keuzes import AanmeldingId, Rol, VerklaringSoort
from zvh_desktop.services.beheer.rollen import Rolgevolg
from zvh_desktop.services.diensten import Diensten, bouw_diensten
from zvh_desktop.services.huis.inrichting import richt_in
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.toegang import ToegangDienst

REGIE2 = "regie2"
NIEUW = "n.voorbeeld"
EIGEN = "kastanje fluit dakraam zomer"
BEIDE = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR})


class Huis:
    """A vault opened by one after the other, as the window does it."""

    def __init__(self, kluismap: Path, klok: ProefKlok) -> None:
        self.map, self.klok = kluismap, klok
        self._open: Diensten | None = None

    def als(self, naam: str, wachtwoord: str = WACHTWOORD, *, bevestigd: bool = True) -> Diensten:
        self.dicht()
        kluis = open_kluis(self.map, naam, wachtwoord, klok=self.klok)
        try:
            self._open = bouw_diensten(kluis, self.klok, "toets")
        except BaseException:
            kluis.sluit()
            raise
        if bevestigd:
            self._open.werkplek._bevestigd_tot = float("inf")
        return self._open

    def dicht(self) -> None:
        if self._open is not None:
            self._open.sluit()
            self._open = None


def papier(huis: Huis) -> str:
    """A recovery key that counts."""
    kluis = huis.als(BEHEER).werkplek.kluis
    sleutel = kluis.sleutels.verzin_herstelsleutel()
    kluis.sleutels.vernieuw_herstelsleutel(sleutel)
    return sleutel


@pytest.fixture
def huis(twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> Iterator[Huis]:
    """One beheerder, one procesregisseur, one medewerker; opened once."""
    gemaakt = Huis(kopieer(twents_sjabloon, tmp_path / "huis.kluis"), klok)
    gemaakt.als(REGIE)
    gemaakt.dicht()
    yield gemaakt
    gemaakt.dicht()


@pytest.fixture
def groot(huis: Huis) -> Huis:
    """With a second procesregisseur, whom the first one confirmed."""
    beheer = huis.als(BEHEER)
    rollen = frozenset({Rol.PROCESREGISSEUR})
    daad, gevolg = beheer.rollen.bij_nieuw_account(beheer.werkplek.daad("account toegevoegd"), REGIE2, rollen)
    beheer.werkplek.kluis.accounts.voeg_toe(NieuweGebruiker(REGIE2, "R. Tweedeman", rollen, WACHTWOORD), daad)
    assert gevolg is Rolgevolg.WACHT
    regie = huis.als(REGIE)
    regie.rollen.bevestig(regie.rollen.voor_mij()[0].nummer)
    huis.dicht()
    return huis


def werk_als_regie(diensten: Diensten) -> None:
    """What only a procesregisseur may."""
    diensten.aanmeldingen.wijs_af(AanmeldingId(1), "Een verzonnen reden.")


def logregels(diensten: Diensten) -> list[tuple[str, str, str, str]]:
    with diensten.werkplek.kluis.lees_sessies() as sessie:
        return [
            (regel.gebruiker, regel.handeling, regel.object_id, regel.resultaat)
            for regel in sessie.scalars(select(Logregel).order_by(Logregel.nummer))
        ]


def test_rol_geldt_pas_als_een_ander_bevestigt(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    assert beheer.beheer.wijzig_rollen(BEHEER, BEIDE) is Rolgevolg.WACHT
    assert beheer.rollen.voor_mij() == ()
    assert huis.als(BEHEER).sessie.rollen == {Rol.BEHEERDER}
    regie = huis.als(REGIE, bevestigd=False)
    (regel,) = regie.rollen.voor_mij()
    assert regel.zin == "B. Oefenman: van beheerder naar procesregisseur en beheerder"
    with pytest.raises(BevestigingNodig):
        regie.rollen.bevestig(regel.nummer)
    regie.bevestig(WACHTWOORD)
    regie.rollen.bevestig(regel.nummer)
    assert regie.rollen.wachtend() == ()
    beheer = huis.als(BEHEER)
    assert beheer.sessie.rollen == BEIDE
    assert (REGIE, "rolwijziging bevestigd", "beheer: beheerder > beheerder, procesregisseur", "gelukt") in logregels(
        beheer
    )
    assert beheer.rollen.ongezien() == ()


def test_wie_voorstelt_bevestigt_niet(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    beheer.beheer.wijzig_rollen(BEHEER, BEIDE)
    (regel,) = beheer.rollen.wachtend()
    assert regel.bezwaar == "Een ander moet dit bevestigen: P. Proefpersoon."
    with pytest.raises(NietBevoegd, match="Een ander moet dit bevestigen"):
        beheer.rollen.bevestig(regel.nummer)
    with pytest.raises(NietBevoegd):
        huis.als(MEDEWERKER).rollen.bevestig(regel.nummer)


def test_waar_een_derde_is_bevestigt_niet_wie_het_betreft(groot: Huis) -> None:
    groot.als(BEHEER).beheer.wijzig_rollen(REGIE, BEIDE)
    assert groot.als(REGIE).rollen.voor_mij() == ()
    regie2 = groot.als(REGIE2)
    regie2.rollen.bevestig(regie2.rollen.voor_mij()[0].nummer)
    assert groot.als(REGIE).sessie.rollen == BEIDE


def test_voorstel_verloopt_en_wordt_ingetrokken(huis: Huis) -> None:
    huis.als(BEHEER).beheer.wijzig_rollen(BEHEER, BEIDE)
    huis.klok.verder(dagen=15)
    regie = huis.als(REGIE)
    assert regie.rollen.voor_mij() == ()
    (regel,) = regie.rollen.wachtend()
    assert regel.verlopen
    with pytest.raises(NietBevoegd, match="verlopen"):
        regie.rollen.bevestig(regel.nummer)
    beheer = huis.als(BEHEER)
    beheer.rollen.trek_in(regel.nummer)
    assert beheer.rollen.wachtend() == ()
    assert beheer.sessie.rollen == {Rol.BEHEERDER}


def test_nieuw_account_van_gewicht_opent_niets_tot_het_is_bevestigd(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    invoer = AccountInvoer(NIEUW, "N. Voorbeeld", frozenset({Rol.PROCESREGISSEUR}), WACHTWOORD)
    assert beheer.beheer.voeg_account_toe(invoer) is Rolgevolg.WACHT
    huis.dicht()
    toegang = ToegangDienst(huis.klok, "toets")
    with pytest.raises(GebruikersFout, match="wacht op bevestiging"):
        toegang.kies_eigen_wachtwoord(huis.map, NIEUW, WACHTWOORD, EIGEN)
    regie = huis.als(REGIE)
    assert regie.rollen.voor_mij()[0].zin == "Nieuw account voor N. Voorbeeld: procesregisseur"
    regie.rollen.bevestig(regie.rollen.voor_mij()[0].nummer)
    assert huis.als(NIEUW, EIGEN).sessie.rollen == {Rol.PROCESREGISSEUR}


def test_medewerker_heeft_geen_tweede_nodig(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    invoer = AccountInvoer(NIEUW, "N. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD)
    assert beheer.beheer.voeg_account_toe(invoer) is Rolgevolg.GEDAAN
    assert beheer.rollen.wachtend() == ()


def test_verwijderen_sluit_meteen_maar_maakt_niemand_alleen(groot: Huis) -> None:
    beheer = groot.als(BEHEER)
    assert beheer.beheer.verwijder_account(REGIE2) is Rolgevolg.WACHT
    with pytest.raises(GebruikersFout):
        groot.als(REGIE2)
    beheer = groot.als(BEHEER)
    with pytest.raises(NietBevoegd, match="niemand meer"):
        beheer.beheer.verwijder_account(REGIE)
    regie = groot.als(REGIE)
    regie.rollen.bevestig(regie.rollen.voor_mij()[0].nummer)
    assert set(regie.werkplek.kluis.rolstand.leden) == {BEHEER, REGIE}


def test_wie_is_verwijderd_telt_mee_en_tekent_niets_ook_niet_met_een_nieuw_certificaat(groot: Huis) -> None:
    """The beheerder has the root key; whoever was removed may have kept the own key."""
    kluis = groot.als(REGIE2).werkplek.kluis
    eigen, zaad = kluis.ondertekenaar, kluis.geheimen.zaad
    beheer = groot.als(BEHEER)
    assert beheer.beheer.verwijder_account(REGIE2) is Rolgevolg.WACHT
    kluis = beheer.werkplek.kluis
    assert REGIE2 in kluis.rolstand.anderen(BEHEER)
    register, oud = kluis.sleutelbestand.register, eigen.certificaat
    nieuw = hercertificeer(kluis._zitting.als_beheerder(), register, oud, oud.rollen, groot.klok())
    weer = Ondertekenaar(eigen.kluis_id, eigen.gebruiker, nieuw, zaad)
    with kluis.sessies.begin() as sessie:
        inhoud: dict[str, object] = {"casus": 1, "partij": 1}
        voeg_verklaring_toe(sessie, weer, VerklaringSoort.OORDEEL, inhoud, groot.klok().astimezone(UTC))
    with kluis.lees_sessies() as sessie, pytest.raises(HandtekeningOnjuist, match="niet door een tweede bevestigd"):
        inzicht(sessie).eis_heel()


def test_wie_alleen_over_is_geeft_zichzelf_geen_rol(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    assert beheer.beheer.verwijder_account(REGIE) is Rolgevolg.ALLEEN
    with pytest.raises(NietBevoegd, match="niemand kan zichzelf een rol geven"):
        beheer.beheer.wijzig_rollen(BEHEER, BEIDE)
    assert huis.als(BEHEER).sessie.rollen == {Rol.BEHEERDER}


def test_wat_alleen_is_gedaan_ziet_iedere_procesregisseur_eerst(huis: Huis) -> None:
    beheer = huis.als(BEHEER)
    beheer.beheer.verwijder_account(REGIE)
    assert beheer.beheer.wijzig_rollen(MEDEWERKER, frozenset({Rol.PROCESREGISSEUR})) is Rolgevolg.ALLEEN
    assert beheer.rollen.ongezien() == ()
    nieuw = huis.als(MEDEWERKER, bevestigd=False)
    assert nieuw.sessie.rollen == {Rol.PROCESREGISSEUR}
    zinnen = [melding.zin for melding in nieuw.rollen.ongezien()]
    assert zinnen[0].startswith("Het account van regie (procesregisseur) is verwijderd. Door B. Oefenman op ")
    assert zinnen[1].startswith("M. Voorbeeld: van administratief medewerker naar procesregisseur. Door B. Oefenman")
    with pytest.raises(NietBevoegd, match="eerst hebben gezien"):
        werk_als_regie(nieuw)
    with pytest.raises(BevestigingNodig):
        nieuw.rollen.bevestig_gezien()
    nieuw.bevestig(WACHTWOORD)
    nieuw.rollen.bevestig_gezien()
    assert nieuw.rollen.ongezien() == ()
    assert (MEDEWERKER, "rolwijzigingen gezien", f"{REGIE}, {MEDEWERKER}", "gelukt") in logregels(nieuw)
    assert huis.als(MEDEWERKER).rollen.ongezien() == ()


def test_alleen_vraagt_het_wachtwoord(huis: Huis) -> None:
    beheer = huis.als(BEHEER, bevestigd=False)
    with pytest.raises(BevestigingNodig):
        beheer.beheer.verwijder_account(REGIE)
    assert {account.naam for account in beheer.beheer.accounts()} == {BEHEER, REGIE, MEDEWERKER}


def test_laatste_beheerder_blijft(huis: Huis) -> None:
    with pytest.raises(NietBevoegd, match="laatste beheerder"):
        huis.als(BEHEER).beheer.wijzig_rollen(BEHEER, frozenset({Rol.MEDEWERKER}))


# --- attacks: with the functions of the key file, and with the vault open ------------------------------------------


def forceer(huis: Huis, naam: str, rollen: frozenset[Rol]) -> None:
    with open_kluis(huis.map, BEHEER, WACHTWOORD, klok=huis.klok) as kluis:
        kluis.accounts.wijzig_rollen(naam, rollen)


def test_certificaat_zonder_tweede_telt_niet(huis: Huis) -> None:
    forceer(huis, BEHEER, BEIDE)
    beheer = huis.als(BEHEER)
    assert beheer.sessie.rollen == {Rol.BEHEERDER}
    with pytest.raises(NietBevoegd):
        werk_als_regie(beheer)


def test_handtekening_van_zo_een_sluit_de_poort(huis: Huis) -> None:
    forceer(huis, BEHEER, BEIDE)
    with open_kluis(huis.map, BEHEER, WACHTWOORD, klok=huis.klok) as kluis:
        vals = Ondertekenaar(
            kluis.kluis_id,
            Gebruiker(BEHEER, "B. Oefenman", BEIDE),
            kluis.ondertekenaar.certificaat,
            kluis.ondertekenaar._zaad or b"",
        )
        with kluis.sessies() as sessie, sessie.begin():
            voeg_verklaring_toe(sessie, vals, VerklaringSoort.OORDEEL, {"casus": 1}, huis.klok().astimezone(UTC))
        with kluis.lees_sessies() as sessie:
            assert "niet door een tweede bevestigd" in inzicht(sessie).breuk[0]
    regie = huis.als(REGIE)
    with regie.werkplek.kluis.lees_sessies() as sessie, pytest.raises(HandtekeningOnjuist, match="tweede bevestigd"):
        inzicht(sessie).eis_heel()


Vervalsing = Callable[[Lid], dict[str, object]]


def _alleen(ik: Lid) -> dict[str, object]:
    lid = Lid(ik.naam, ik.sleutel, BEIDE)
    return dict(inhoud_voorstel(Rolfeit.ALLEEN, Roldoel.ROLLEN, lid, ik.rollen, ProefKlok()().astimezone(UTC)))


def _tweede_begin(ik: Lid) -> dict[str, object]:
    return {"wat": "begin", "leden": [lid_json(Lid(ik.naam, ik.sleutel, BEIDE))]}


def _eigen_bevestiging(_ik: Lid) -> dict[str, object]:
    return {"wat": "bevestigd", "voorstel": 2}


def _eigen_herstel(ik: Lid) -> dict[str, object]:
    return {"wat": "herstel", **lid_json(Lid(ik.naam, ik.sleutel, BEIDE))}


def _onleesbaar(_ik: Lid) -> dict[str, object]:
    return {"wat": "bevestigd", "voorstel": "2"}


@pytest.mark.parametrize("maak", [_alleen, _tweede_begin, _eigen_bevestiging, _eigen_herstel, _onleesbaar])
def test_valse_verklaring_over_rollen_sluit_de_poort(huis: Huis, maak: Vervalsing) -> None:
    huis.als(BEHEER).beheer.wijzig_rollen(BEHEER, BEIDE)
    huis.dicht()
    with open_kluis(huis.map, BEHEER, WACHTWOORD, klok=huis.klok) as kluis:
        ik = lid_van(kluis.ondertekenaar.certificaat)
        with kluis.sessies() as sessie, sessie.begin():
            teken_rollen(sessie, kluis.ondertekenaar, maak(ik), huis.klok().astimezone(UTC))
        with kluis.lees_sessies() as sessie:
            assert "is niet te vertrouwen" in inzicht(sessie).breuk[0]
    beheer = huis.als(BEHEER)
    with pytest.raises(GebruikersFout):
        werk_als_regie(beheer)


def test_weghalen_van_het_begin_valt_op(huis: Huis) -> None:
    """Without what was taken down every certificate would count; but then the chain is no longer whole."""
    forceer(huis, BEHEER, BEIDE)
    with open_kluis(huis.map, BEHEER, WACHTWOORD, klok=huis.klok) as kluis, kluis.engine.begin() as verbinding:
        vraag = text("SELECT name, sql FROM sqlite_master WHERE tbl_name = 'verklaring' AND type = 'trigger'")
        triggers = verbinding.execute(vraag).all()
        for naam, _sql in triggers:
            verbinding.execute(text(f"DROP TRIGGER {naam}"))
        verbinding.execute(text("DELETE FROM verklaring"))
        for _naam, sql in triggers:
            verbinding.execute(text(sql))
    regie = huis.als(REGIE)
    assert any("ouder" in regel or "ontbre" in regel for regel in regie.waarschuwingen)
    with regie.werkplek.kluis.lees_sessies() as sessie, pytest.raises(HandtekeningOnjuist):
        inzicht(sessie).eis_heel()


# --- recovery ------------------------------------------------------------------------------------------------------


@pytest.fixture
def met_papier(tmp_path: Path, klok: ProefKlok, twents_sjabloon: Path) -> tuple[Huis, str]:
    """A house of which the recovery key is at hand."""
    huis = Huis(kopieer(twents_sjabloon, tmp_path / "papier.kluis"), klok)
    sleutel = papier(huis)
    huis.dicht()
    return huis, sleutel


def test_wie_met_papier_een_ander_wordt_komt_er_niet_in(groot: Huis) -> None:
    sleutel = papier(groot)
    groot.dicht()
    toegang = ToegangDienst(groot.klok, "toets")
    with pytest.raises(RolWacht, match=r"^Uw nieuwe wachtwoord geldt\. Uw rol wacht op bevestiging"):
        toegang.herstel(groot.map, sleutel, REGIE, EIGEN)
    # the beheerder alone is not enough: it may be the beheerder who held the paper
    beheer = groot.als(BEHEER)
    nummer = beheer.rollen.voor_mij()[0].nummer
    beheer.rollen.bevestig(nummer)
    with pytest.raises(RolWacht):
        groot.als(REGIE, EIGEN)
    regie2 = groot.als(REGIE2)
    regie2.rollen.bevestig(nummer)
    assert len(regie2.rollen.ongezien()) == 1
    assert groot.als(REGIE, EIGEN).sessie.rollen == {Rol.PROCESREGISSEUR}


def test_een_voor_een_alle_sleutels_vernieuwen_maakt_niet_alleen(groot: Huis) -> None:
    sleutel = papier(groot)
    groot.dicht()
    toegang = ToegangDienst(groot.klok, "toets")
    for naam in (REGIE, REGIE2):
        with pytest.raises(GebruikersFout, match="wacht op bevestiging"):
            toegang.herstel(groot.map, sleutel, naam, EIGEN)
    beheer = groot.als(BEHEER)
    for regel in beheer.rollen.voor_mij():
        beheer.rollen.bevestig(regel.nummer)
    for naam in (REGIE, REGIE2):
        with pytest.raises(RolWacht):
            groot.als(naam, EIGEN)


def test_medewerker_herstelt_zonder_tweede(met_papier: tuple[Huis, str]) -> None:
    huis, sleutel = met_papier
    ToegangDienst(huis.klok, "toets").herstel(huis.map, sleutel, MEDEWERKER, EIGEN).sluit()


def test_enige_van_gewicht_herstelt_en_dat_wordt_gemeld(tmp_path: Path, klok: ProefKlok, bureau: Bureau) -> None:
    map_ = tmp_path / "een.kluis"
    kluis, sleutel = maak_kluis(
        map_,
        NieuweGebruiker(BEHEER, "B. Oefenman", BEIDE, WACHTWOORD),
        oefen=True,
        kdf=KDF_ONDERGRENS,
        klok=klok,
    )
    richt_in(kluis, bureau.profiel, klok, partijen=[])
    bouw_diensten(kluis, klok, "toets").sluit()
    diensten = ToegangDienst(klok, "toets").herstel(map_, sleutel, BEHEER, EIGEN)
    assert diensten.sessie.rollen == BEIDE
    assert len(diensten.rollen.ongezien()) == 1
    diensten.sluit()


def test_kluis_van_voor_de_regel_blijft_werken(twents_sjabloon: Path, tmp_path: Path, klok: ProefKlok) -> None:
    """Roles of before count, also one that was given a moment before the first opening."""
    oud = Huis(Path(shutil.copytree(twents_sjabloon, tmp_path / "oud.kluis")), klok)
    forceer(oud, MEDEWERKER, frozenset({Rol.PROCESREGISSEUR}))
    assert oud.als(MEDEWERKER).sessie.rollen == {Rol.PROCESREGISSEUR}
    assert set(oud.als(BEHEER).werkplek.kluis.rolstand.leden) == {BEHEER, REGIE, MEDEWERKER}
    oud.dicht()


def test_herstel_op_het_niveau_van_de_kluis_geeft_geen_rol(huis: Huis) -> None:
    sleutel = papier(huis)
    huis.dicht()
    with herstel_toegang(huis.map, sleutel, REGIE, EIGEN, klok=huis.klok) as kluis:
        assert kluis.gebruiker.rollen == frozenset()
