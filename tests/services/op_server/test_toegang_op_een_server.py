"""The same way in for a vault and for a house on a server: login, first login, recovery, and what is not possible."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from dbserver import EIGENAAR, WERKER
from factories import BEHEER, MEDEWERKER, REGIE, WACHTWOORD, ProefKlok
from serverhuis import ACCOUNT, Huisbron, Huisbureau

from zvh_desktop.database.sleutels import sleutelhanger
from zvh_desktop.database.team.werken import open_huis
from zvh_desktop.errors import (
    GebruikersFout,
    InvoerOngeldig,
    KluisBeschadigd,
    KluisFout,
    KluisVreemd,
    LijnWeg,
    NietBevoegd,
    SleutelhangerNietVeilig,
    WachtwoordTijdelijk,
)
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.kluis.gegevens import AccountInvoer
from zvh_desktop.services.kluis.kluisinfo import KluisInfo, Serveraccount, Serverbewaring, lees_kluisbord
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.rechten import NIET_OP_SERVER, Recht

IK = Serveraccount(WERKER)
EIGEN = "een eigen en lang wachtwoord"


@pytest.fixture
def huis(huisbron: Huisbron, tmp_path: Path) -> Iterator[Path]:
    pad, database = huisbron.kopie(tmp_path)
    yield pad
    huisbron.server.weg(database)


@pytest.fixture
def toegang(klok: ProefKlok) -> ToegangDienst:
    return ToegangDienst(klok)


@pytest.fixture
def hanger(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A key store in memory."""
    bewaard: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(sleutelhanger, "bewaar", lambda huis, naam, waarde: bewaard.update({(huis, naam): waarde}))
    monkeypatch.setattr(sleutelhanger, "haal", lambda huis, naam: bewaard.get((huis, naam)))
    monkeypatch.setattr(sleutelhanger, "vergeet", lambda huis, naam: bewaard.pop((huis, naam), None))
    return bewaard


def test_voor_het_openen_is_alleen_te_zien_waar_het_huis_is(
    toegang: ToegangDienst, huis: Path, hanger: dict[tuple[str, str], str]
) -> None:
    info = toegang.kop(huis)
    assert info == lees_kluisbord(huis)
    assert toegang.bewaard.databaseaccount(huis) == Serverbewaring()
    assert (info.naam, info.gebruikers) == ("proef", ())
    assert info.server.startswith("huis_")
    assert not toegang.bewaard.opent(huis, REGIE)


def test_een_bestand_dat_geen_verbindingsbestand_is_zegt_dat(toegang: ToegangDienst, tmp_path: Path) -> None:
    vals = tmp_path / "vals.team"
    vals.write_text(json.dumps({"server": "db", "database": "huis"}), encoding="utf-8")
    assert lees_kluisbord(vals) == KluisInfo("vals", False, (), "huis op db")
    with pytest.raises(KluisBeschadigd, match="geen verbindingsbestand"):
        toegang.kop(vals)


def test_aanmelden_vraagt_ook_een_databaseaccount(
    toegang: ToegangDienst, huis: Path, hanger: dict[tuple[str, str], str]
) -> None:
    with pytest.raises(InvoerOngeldig, match="databaseaccount"):
        toegang.ontgrendel(huis, REGIE, WACHTWOORD)
    diensten = toegang.ontgrendel(huis, REGIE, WACHTWOORD, IK)
    assert (diensten.sessie.gebruiker, diensten.sessie.op_server) == (REGIE, True)
    diensten.sluit()
    assert hanger == {}


def test_wat_onthouden_is_hoeft_niet_opnieuw_en_wordt_ook_vergeten(
    toegang: ToegangDienst, huis: Path, hanger: dict[tuple[str, str], str]
) -> None:
    toegang.ontgrendel(huis, REGIE, WACHTWOORD, Serveraccount(WERKER, "geheim", onthoud=True)).sluit()
    assert toegang.bewaard.databaseaccount(huis) == Serverbewaring(WERKER)
    assert [json.loads(waarde) for waarde in hanger.values()] == [[WERKER, "geheim"]]
    # Without a new one typed, what is kept stays.
    toegang.ontgrendel(huis, REGIE, WACHTWOORD, Serveraccount(WERKER, onthoud=True)).sluit()
    assert [json.loads(waarde) for waarde in hanger.values()] == [[WERKER, "geheim"]]
    toegang.ontgrendel(huis, REGIE, WACHTWOORD, Serveraccount(WERKER, onthoud=None)).sluit()
    assert toegang.bewaard.databaseaccount(huis) == Serverbewaring(WERKER)
    toegang.ontgrendel(huis, REGIE, WACHTWOORD, IK).sluit()
    assert toegang.bewaard.databaseaccount(huis) == Serverbewaring()


def test_zonder_veilige_sleutelhanger_gaat_het_huis_gewoon_open(
    toegang: ToegangDienst, huis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*_alles: str) -> None:
        raise SleutelhangerNietVeilig("Hier is geen sleutelhanger.")

    for naam in ("bewaar", "haal", "vergeet"):
        monkeypatch.setattr(sleutelhanger, naam, weiger)
    assert toegang.bewaard.databaseaccount(huis) == Serverbewaring(bezwaar="Hier is geen sleutelhanger.")
    toegang.ontgrendel(huis, REGIE, WACHTWOORD, Serveraccount(WERKER, "geheim", onthoud=True)).sluit()


def test_een_eerste_keer_met_een_tijdelijk_wachtwoord(
    toegang: ToegangDienst, huis: Path, klok: ProefKlok, hanger: dict[tuple[str, str], str]
) -> None:
    beheer = toegang.ontgrendel(huis, BEHEER, WACHTWOORD, IK)
    beheer.beheer.voeg_account_toe(
        AccountInvoer("nieuweling", "Verzonnen Nieuweling", frozenset({Rol.MEDEWERKER}), "tijdelijk wachtwoord 12")
    )
    beheer.sluit()
    with pytest.raises(WachtwoordTijdelijk):
        toegang.ontgrendel(huis, "nieuweling", "tijdelijk wachtwoord 12", IK)
    diensten = toegang.kies_eigen_wachtwoord(huis, "nieuweling", "tijdelijk wachtwoord 12", EIGEN, IK)
    assert diensten.sessie.gebruiker == "nieuweling"
    diensten.sluit()
    toegang.ontgrendel(huis, "nieuweling", EIGEN, IK).sluit()


def test_een_nieuwe_herstelsleutel_opent_het_huis(
    toegang: ToegangDienst, huis: Path, hanger: dict[tuple[str, str], str]
) -> None:
    beheer = toegang.ontgrendel(huis, BEHEER, WACHTWOORD, IK)
    nieuw = beheer.beheer.nieuwe_herstelsleutel()
    beheer.beheer.herstelsleutel_bewaard(nieuw)
    beheer.sluit()
    diensten = toegang.herstel(huis, nieuw.sleutel, MEDEWERKER, EIGEN, IK)
    assert diensten.sessie.gebruiker == MEDEWERKER
    diensten.sluit()


def test_wat_op_een_server_nog_niet_kan_zegt_waarom(
    toegang: ToegangDienst, huis: Path, tmp_path: Path, hanger: dict[tuple[str, str], str]
) -> None:
    beheer = toegang.ontgrendel(huis, BEHEER, WACHTWOORD, IK)
    assert {recht for recht in Recht if not beheer.mag(recht).mag} >= NIET_OP_SERVER
    assert "afdeling ICT" in beheer.mag(Recht.RESERVEKOPIE).reden
    for doe in (beheer.beheer.controleer, lambda: beheer.beheer.maak_reservekopie(tmp_path / "kopie.kluis")):
        with pytest.raises(NietBevoegd, match="afdeling ICT"):
            doe()
    assert "server" in beheer.beheer.dit_apparaat().bezwaar
    with pytest.raises(SleutelhangerNietVeilig, match="server"):
        beheer.beheer.zet_dit_apparaat(aan=True)
    # The window asks these by itself, at the beginning and at the end.
    beheer.zorg.kijk_kopieen_na()
    assert beheer.zorg.verzorg_kopieen() is False
    beheer.sluit()


def test_alleen_lezen_leest_mee(toegang: ToegangDienst, huis: Path, hanger: dict[tuple[str, str], str]) -> None:
    diensten = toegang.ontgrendel_lezen(huis, REGIE, WACHTWOORD, IK)
    eerst = diensten.zorg.lees_mee()
    assert (eerst.vrij, eerst.verlopen, eerst.wie) == (False, False, "")
    toegang.ontgrendel(huis, MEDEWERKER, WACHTWOORD, IK).werkplek.log_weigering("verzonnen", "kluis")
    assert diensten.zorg.lees_mee().laatste > eerst.laatste
    diensten.sluit()


def test_een_account_dat_te_veel_mag_komt_niet_binnen(toegang: ToegangDienst, huis: Path) -> None:
    with pytest.raises(KluisFout, match="mag te veel"):
        toegang.ontgrendel(huis, REGIE, WACHTWOORD, Serveraccount(EIGENAAR))


def test_een_verbindingsbestand_van_een_ander_huis_opent_niets(toegang: ToegangDienst, huis: Path) -> None:
    velden = json.loads(huis.read_text(encoding="utf-8"))
    code = velden["code"]
    ander = huis.with_name("ander.team")
    ander.write_text(huis.read_text(encoding="utf-8").replace(code, code[::-1]), encoding="utf-8")
    with pytest.raises(KluisVreemd, match="hoort niet bij dit verbindingsbestand"):
        toegang.ontgrendel(ander, REGIE, WACHTWOORD, IK)


def test_een_server_die_er_niet_is_zegt_dat(toegang: ToegangDienst, huis: Path) -> None:
    tekst = huis.read_text(encoding="utf-8")
    server = json.loads(tekst)["server"]
    weg = huis.with_name("weg.team")
    weg.write_text(tekst.replace(server, server + "/weg"), encoding="utf-8")
    with pytest.raises(GebruikersFout, match="niet te bereiken"):
        toegang.ontgrendel(weg, REGIE, WACHTWOORD, IK)


def test_een_lijn_die_wegviel_terwijl_niemand_haar_gebruikte_merkt_niemand(huisbron: Huisbron, huis: Path) -> None:
    with open_huis(huis, ACCOUNT, REGIE, WACHTWOORD) as kluis:
        assert kluis.stand.controleer_keten() == ()  # nothing is read beside this any more
        with kluis.lees_sessies() as sessie:
            sessie.connection()
        breek_af(huisbron, huis)
        with kluis.lees_sessies() as sessie:
            sessie.connection().exec_driver_sql("SELECT 1")


def test_van_een_lijn_die_voor_het_opslaan_wegvalt_is_het_zeker(
    huisbron: Huisbron, huis: Path, klok: ProefKlok
) -> None:
    bureau = Huisbureau(huis, klok)
    assert bureau.kluis.stand.controleer_keten() == ()  # nothing is read beside this any more
    with (
        pytest.raises(LijnWeg, match="is niet opgeslagen"),
        bureau.werkplek.schrijf(Recht.AANMELDEN, "verzonnen", "casus") as werk,
    ):
        breek_af(huisbron, huis)
        werk.sessie.connection().exec_driver_sql("SELECT 1")
    assert bureau.casussen.lijst() == ()
    bureau.kluis.sluit()


def test_van_een_lijn_die_tijdens_het_opslaan_wegvalt_is_het_niet_zeker(
    huisbron: Huisbron, huis: Path, klok: ProefKlok
) -> None:
    with open_huis(huis, ACCOUNT, REGIE, WACHTWOORD, klok=klok) as kluis:
        assert kluis.stand.controleer_keten() == ()  # nothing is read beside this any more
        with pytest.raises(LijnWeg, match="niet zeker"), kluis.sessies() as sessie:
            sessie.connection().exec_driver_sql("SELECT 1")
            breek_af(huisbron, huis)
            sessie.commit()


def breek_af(huisbron: Huisbron, huis: Path) -> None:
    """Every line to this house falls away."""
    lijnen = f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{toegang_database(huis)}'"  # noqa: S608
    huisbron.server.doe(lijnen)


def test_een_lijn_die_wegvalt_wordt_gezegd_en_daarna_gaat_het_verder(huisbron: Huisbron, huis: Path) -> None:
    with open_huis(huis, ACCOUNT, REGIE, WACHTWOORD) as kluis:
        assert kluis.stand.controleer_keten() == ()  # nothing is read beside this any more
        with kluis.lees_sessies() as sessie:
            sessie.connection()
            breek_af(huisbron, huis)
            with pytest.raises(KluisFout, match="weggevallen"):
                sessie.connection().exec_driver_sql("SELECT 1")
        with kluis.lees_sessies() as sessie:
            sessie.connection().exec_driver_sql("SELECT 1")


def toegang_database(huis: Path) -> str:
    return str(json.loads(huis.read_text(encoding="utf-8"))["database"])
