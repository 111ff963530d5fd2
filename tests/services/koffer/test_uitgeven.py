"""A koffer holds its tafel and nothing else, opens with one's own password, and is whole by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, ProefKlok, maak_sjabloon
from kofferhulp import ANDER, DAGEN, THUIS, VERVANGER, Gestopt, Kantoor, met_regisseurs
from sqlalchemy import text

from zvh_desktop.database import voorbijwerken
from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.bestand.schema import vergelijk_schema
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer.maken import STAPPEN
from zvh_desktop.database.koffer.reis import BLIJFT_THUIS, REIZEN
from zvh_desktop.errors import InvoerOngeldig, KofferFout, NietBevoegd, WachtwoordOnjuist
from zvh_desktop.models.alles import Base
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.werkplek.rechten import Recht


def bladzijden(kantoor: Kantoor) -> bytes:
    """Every page of the koffer, decrypted: also what no query reads."""
    klaar = kantoor.koffermap.with_name("bladzijden.sqlite")
    with (
        open_kluis(kantoor.koffermap, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis,
        ruwe_verbinding(kluis.databasepad, kluis.databasesleutel) as verbinding,
    ):
        aanwijzer = verbinding.cursor()
        aanwijzer.execute("ATTACH DATABASE ? AS leesbaar KEY ''", (str(klaar),))
        aanwijzer.execute("SELECT sqlcipher_export('leesbaar')")
        aanwijzer.execute("DETACH DATABASE leesbaar")
    return klaar.read_bytes()


def test_elke_tabel_reist_of_blijft_thuis_en_zegt_waarom() -> None:
    reist = {reis.rij.__tablename__ for reis in REIZEN}
    alle = {mapper.class_.__tablename__ for mapper in Base.registry.mappers}
    assert reist | set(BLIJFT_THUIS) == alle
    assert not reist & set(BLIJFT_THUIS)
    assert all(BLIJFT_THUIS.values())


def test_in_een_koffer_zit_deze_tafel_en_niets_anders(kantoor: Kantoor) -> None:
    thuis = kantoor.bureau.nummer(kantoor.thuis)
    beeld = kantoor.geef_uit()
    assert beeld.casussen == (kantoor.bureau.nummer(kantoor.een), kantoor.bureau.nummer(kantoor.twee))
    inhoud = bladzijden(kantoor).lower()
    assert b"meegaand besluit" in inhoud
    for spoor in (thuis, *(THUIS.lower()[i : i + 4] for i in range(5))):
        assert spoor.encode() not in inhoud, spoor


def test_wat_meegaat_is_heel_en_verifieert_op_de_weg(kantoor: Kantoor) -> None:
    uit = kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        kluis = diensten.werkplek.kluis
        assert (*controleer(kluis), *kluis.stand.controleer_keten()) == ()
        with kluis.engine.connect() as verbinding:
            assert vergelijk_schema(verbinding) == vergelijk_schema(verbinding).__class__((), ())
            assert verbinding.scalar(text("SELECT max(nummer) FROM verklaring")) == uit.compleet_tot + 1
        assert diensten.verslagen.aan_tafel(kantoor.tafel).punten
        assert diensten.agenda.toon(kantoor.tafel).punten
        assert {regel.echt for regel in diensten.oordelen.geschiedenis(kantoor.een)} == {True}


def test_alleen_voor_wie_zij_is_verzegeld_gaat_zij_open(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    for gebruiker in (REGIE, VERVANGER):
        with kantoor.laptop(gebruiker) as diensten:
            assert diensten.sessie.gebruiker == gebruiker
    for gebruiker in (ANDER, MEDEWERKER):
        with pytest.raises(WachtwoordOnjuist):
            open_kluis(kantoor.koffermap, gebruiker, WACHTWOORD)


def test_zij_weet_tot_en_met_welke_verklaring_zij_compleet_is(kantoor: Kantoor) -> None:
    hoogste = kantoor.bureau.waarde("SELECT max(nummer) FROM verklaring")
    uit = kantoor.geef_uit()
    assert uit.compleet_tot == hoogste
    assert ControleService(kantoor.bureau.werkplek).vind() == ()


def test_een_geleegde_verklaring_van_een_eigen_casus_is_een_breuk(kantoor: Kantoor) -> None:
    """What the koffer says it has, it must have: leaving out a withdrawal would bring an older oordeel back."""
    kantoor.geef_uit()
    with open_kluis(kantoor.koffermap, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        with kluis.engine.begin() as verbinding:
            maker = verbinding.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'verklaring_blijft'"))
            verbinding.exec_driver_sql("DROP TRIGGER verklaring_blijft")
            verbinding.exec_driver_sql(
                "UPDATE verklaring SET inhoud = NULL WHERE nummer = (SELECT max(verklaring_nummer) FROM oordeel)"
            )
            verbinding.exec_driver_sql(str(maker))
        kluis.engine.dispose()
    with open_kluis(kantoor.koffermap, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        assert kluis.stand.controleer_keten()


def test_na_de_dag_van_terugkomst_gaat_zij_alleen_open_om_in_te_leveren(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    kantoor.klok.verder(dagen=DAGEN)
    with kantoor.laptop() as diensten:
        diensten.verslagen.meld_geheimhouding(kantoor.tafel, gemeld=True)
    kantoor.klok.verder(dagen=1)
    with pytest.raises(KofferFout, match="alleen nog open om in te leveren"), kantoor.laptop():
        pass
    kantoor.lever_in()
    assert kantoor.bureau.verslagen.aan_tafel(kantoor.tafel).geheimhouding_gemeld


def test_een_tafel_gaat_een_keer_uit(kantoor: Kantoor) -> None:
    kantoor.geef_uit()
    assert "al uitgeleend" in kantoor.koffers.keuze(kantoor.tafel).bezwaar
    kantoor.bureau.alsof_bevestigd()
    with pytest.raises(KofferFout, match="al uitgeleend"):
        kantoor.koffers.geef_uit(
            KofferVraag(kantoor.tafel, REGIE, kantoor.klok.over(3)), kantoor.koffermap.with_name("twee.koffer")
        )
    assert not kantoor.koffermap.with_name("twee.koffer").exists()


@pytest.mark.parametrize(
    ("voor", "vervanger", "dagen", "veld"),
    [
        (MEDEWERKER, "", DAGEN, "voor"),
        (REGIE, REGIE, DAGEN, "vervanger"),
        (REGIE, MEDEWERKER, DAGEN, "vervanger"),
        (REGIE, "", -1, "terug_uiterlijk"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_en_er_is_niets_uit(
    kantoor: Kantoor, voor: str, vervanger: str, dagen: int, veld: str
) -> None:
    kantoor.bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig) as geweigerd:
        kantoor.koffers.geef_uit(
            KofferVraag(kantoor.tafel, voor, kantoor.klok.over(dagen), vervanger), kantoor.koffermap
        )
    assert geweigerd.value.veld == veld
    assert not kantoor.koffermap.exists()
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()
    assert list(kantoor.koffermap.parent.glob("*.part")) == []


def test_in_een_koffer_worden_geen_stukken_gemaakt_en_geen_ander_werk_gedaan(kantoor: Kantoor) -> None:
    """A restriction that a betrokkene asked for is known in the office alone."""
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        stukken = diensten.documenten.agendastukken(kantoor.tafel)
        with pytest.raises(NietBevoegd, match="Dit is een koffer"):
            diensten.documenten.maak_alle(stukken)
        with pytest.raises(NietBevoegd, match="Dit is een koffer"):
            diensten.plannen.begin(kantoor.een)
        with pytest.raises(KofferFout, match="op kantoor"):
            diensten.werkplek.kluis.accounts.wijzig_wachtwoord(WACHTWOORD, "een ander lang wachtwoord")
        assert not diensten.mag(Recht.TAFEL_BEHEREN).mag
        assert diensten.mag(Recht.VERSLAG_SCHRIJVEN).mag


@pytest.mark.parametrize("keer", [0, 3, STAPPEN])
def test_wie_het_maken_stopt_heeft_geen_koffer_en_niets_is_uitgeleend(kantoor: Kantoor, keer: int) -> None:
    kantoor.bureau.alsof_bevestigd()
    vraag = KofferVraag(kantoor.tafel, REGIE, kantoor.klok.over(DAGEN))
    voor = kantoor.bureau.waarde("SELECT max(nummer) FROM verklaring")
    gemeld: list[int] = []

    def stop(gedaan: int, totaal: int, _tekst: str) -> None:
        gemeld.append(gedaan)
        assert gedaan <= totaal
        if gedaan == keer:
            raise Gestopt

    with pytest.raises(Gestopt):
        kantoor.koffers.geef_uit(vraag, kantoor.koffermap, stop)
    assert gemeld == sorted(gemeld)
    assert gemeld[-1] == keer
    assert not kantoor.koffermap.exists()
    assert list(kantoor.koffermap.parent.glob("*.part")) == []
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()
    assert kantoor.bureau.waarde("SELECT max(nummer) FROM verklaring") == voor
    assert kantoor.geef_uit().is_uit


@pytest.fixture
def echt_kantoor(tmp_path: Path, klok: ProefKlok) -> Iterator[Kantoor]:
    """Of no practice vault: only another makes backups of itself."""
    map_ = met_regisseurs(maak_sjabloon(tmp_path / "echt.kluis", oefen=False))
    huis = Kantoor(map_, klok, tmp_path / "tafel.koffer")
    yield huis
    huis.bureau.sluit()


def test_van_een_koffer_komt_vanzelf_geen_kopie_ernaast_te_staan(
    echt_kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy would come back as well, and stay behind when the koffer is destroyed."""
    kantoor = echt_kantoor
    kantoor.geef_uit()
    monkeypatch.setattr(voorbijwerken, "wordt_bijgewerkt", lambda _engine: True)
    with kantoor.laptop() as diensten:
        diensten.verslagen.meld_geheimhouding(kantoor.tafel, gemeld=True)
        assert not diensten.zorg.verzorg_kopieen()
        diensten.zorg.kijk_kopieen_na()
    assert kopieen(kantoor) == []
    kantoor.bureau.sluit()
    with open_kluis(kantoor.bureau.map, REGIE, WACHTWOORD, klok=kantoor.klok):
        assert len(kopieen(kantoor)) == 1, "of the vault of the office one was made"


def kopieen(kantoor: Kantoor) -> list[str]:
    return [pad.name for pad in kantoor.koffermap.parent.iterdir() if "reservekopie" in pad.name]
