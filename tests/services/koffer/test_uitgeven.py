"""A koffer holds its tafel and nothing else, opens with one's own password, and is whole by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import MEDEWERKER, REGIE, WACHTWOORD, Bureau, ProefKlok, maak_sjabloon
from kofferhulp import ANDER, DAGEN, THUIS, VERVANGER, Gestopt, Kantoor, met_regisseurs
from sqlalchemy import text
from sqlalchemy.orm import Session

from zvh_desktop.database import voorbijwerken
from zvh_desktop.database.bestand import plaats
from zvh_desktop.database.bestand.engine import ruwe_verbinding
from zvh_desktop.database.bestand.schema import vergelijk_schema
from zvh_desktop.database.controle import controleer
from zvh_desktop.database.keten.geverifieerd import GeverifieerdeKeten
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.koffer.maken import STAPPEN
from zvh_desktop.database.koffer.reis import BLIJFT_THUIS, REIZEN
from zvh_desktop.database.zitting import kluisstand
from zvh_desktop.errors import InvoerOngeldig, KofferFout, NietBevoegd, WachtwoordOnjuist
from zvh_desktop.models.alles import Base
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.diensten import bouw_diensten
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
        assert (*controleer(kluis), *kluis.stand.controleer_keten(), *ControleService(diensten.werkplek).vind()) == ()
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


def test_een_eigen_rij_die_op_een_achtergebleven_verklaring_wijst_is_een_bevinding(kantoor: Kantoor) -> None:
    """Only what went along as a shell is not looked at."""
    kantoor.geef_uit()
    with kantoor.laptop() as diensten, diensten.werkplek.kluis.engine.begin() as verbinding:
        leeg = verbinding.scalar(text("SELECT min(nummer) FROM verklaring WHERE inhoud IS NULL"))
        for trigger in verbinding.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'overleg'")
        ).scalars():
            verbinding.exec_driver_sql(f"DROP TRIGGER {trigger}")
        verbinding.exec_driver_sql("UPDATE overleg SET akkoord_verklaring = ? WHERE id = ?", (leeg, kantoor.tafel))
    with kantoor.laptop() as diensten:
        assert any("agenda" in zin for zin in ControleService(diensten.werkplek).vind())


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


def test_een_verslag_wordt_op_kantoor_vastgesteld_en_dat_staat_er_ook(kantoor: Kantoor) -> None:
    """Signed on the road it would hold what the return may have to leave out."""
    kantoor.geef_uit()
    with kantoor.laptop() as diensten:
        mag = diensten.mag(Recht.VERSLAG_VASTSTELLEN)
        assert not mag.mag
        assert "op kantoor vast" in mag.reden
        with pytest.raises(NietBevoegd, match="Lever de koffer in"):
            diensten.verslagen.stel_vast(kantoor.tafel)


def test_een_koffer_op_een_netwerkschijf_zegt_dat_die_er_onderweg_niet_is(
    kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantoor.bureau.sluit()
    monkeypatch.setattr(plaats, "_is_netwerk", lambda _map: True)
    kantoor.bureau = Bureau(kantoor.bureau.map, kantoor.klok)
    kantoor.geef_uit()
    for _ in range(2):
        with kantoor.laptop() as diensten:
            assert any("kopieer de hele map" in zin for zin in diensten.waarschuwingen)
    assert kantoor.lever_in().koffer_weg


def test_in_een_gesynchroniseerde_map_komt_geen_koffer(kantoor: Kantoor) -> None:
    wolk = kantoor.koffermap.parent / "wolk"
    (wolk / ".dropbox.cache").mkdir(parents=True)
    kantoor.bureau.alsof_bevestigd()
    vraag = KofferVraag(kantoor.tafel, REGIE, kantoor.klok.over(DAGEN))
    with pytest.raises(InvoerOngeldig, match="gesynchroniseerd"):
        kantoor.koffers.geef_uit(vraag, wolk / "tafel.koffer")
    assert kantoor.koffers.van_overleg(kantoor.tafel) == ()


@pytest.fixture
def echt_kantoor(tmp_path: Path, klok: ProefKlok) -> Iterator[Kantoor]:
    """Of no practice vault: only another makes backups of itself."""
    map_ = met_regisseurs(maak_sjabloon(tmp_path / "echt.kluis", oefen=False))
    huis = Kantoor.in_kluis(map_, klok, tmp_path / "tafel.koffer")
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


@pytest.mark.usefixtures("verifieert_ernaast")
def test_openen_wacht_niet_op_de_keten_en_het_eerste_besluit_wel(
    kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole chain goes along, and a laptop on which nothing of it was verified opens at once."""
    kantoor.geef_uit()
    verder, klaar = threading.Event(), GeverifieerdeKeten._lees_alles

    def traag(keten: GeverifieerdeKeten, sessie: Session) -> object:
        assert verder.wait(30)
        return klaar(keten, sessie)

    monkeypatch.setattr(GeverifieerdeKeten, "_lees_alles", traag)
    with open_kluis(kantoor.koffermap, REGIE, WACHTWOORD, klok=kantoor.klok) as kluis:
        diensten = bouw_diensten(kluis, kantoor.klok)  # it did not wait: nothing was verified yet
        assert not verder.is_set()
        verder.set()
        assert {regel.echt for regel in diensten.oordelen.geschiedenis(kantoor.een)} == {True}
        assert kluis.stand.controleer_keten() == ()


def test_wat_kantoor_verifieerde_blijft_onthouden_na_een_koffer_op_dezelfde_computer(
    kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantoor.geef_uit()
    bewaard: list[str] = []
    monkeypatch.setattr(kluisstand, "schrijf_klapper", lambda _eigen, klapper, _naam: bewaard.append(klapper.kluis_id))
    with kantoor.laptop():
        pass
    assert bewaard == []
    kantoor.bureau.kluis.sluit()
    assert bewaard == [kantoor.bureau.kluis.kluis_id]
