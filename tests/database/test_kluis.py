"""Making, opening and closing a vault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from kluis_hulp import BEHEER, MEDEWERKER, REGIE, Openen, log_iets
from proefwaarden import WACHTWOORD
from sqlalchemy import text

from zvh_desktop.database.keten.logketen import GESCHREVEN
from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.database.kluiskop import lees_kop
from zvh_desktop.database.zitting.kluismap import Kluismap
from zvh_desktop.errors import (
    AlleenLezen,
    InvoerOngeldig,
    KluisInGebruik,
    KluisNietGevonden,
    KluisVreemd,
    WachtwoordOnjuist,
)
from zvh_desktop.models.keuzes import Rol

NIEUW = NieuweGebruiker("j.oefenman", "J. Oefenman", frozenset({Rol.BEHEERDER}), WACHTWOORD)

TWEEDE_PROCES = """
import sys
from pathlib import Path
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.errors import KluisInGebruik
try:
    open_kluis(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
except KluisInGebruik as fout:
    print(fout)
    sys.exit(7)
"""


def test_nieuwe_kluis_is_open_en_heeft_een_herstelsleutel_in_groepen(tmp_path: Path) -> None:
    kluis, herstelsleutel = maak_kluis(tmp_path / "nieuw.kluis", NIEUW, oefen=True)
    with kluis:
        assert kluis.oefen
        assert kluis.stand.waarschuwingen == ()
        assert kluis.gebruiker.rollen == {Rol.BEHEERDER}
    assert [len(groep) for groep in herstelsleutel.split("-")] == [5] * 11


def test_na_sluiten_staat_er_niets_leesbaars_in_de_map(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    with kluis.sessies.begin() as sessie:
        sessie.execute(text("INSERT INTO instelling VALUES ('proef', 'Testpersoon Voorbeeld')"))
    kluis.sluit()
    assert not any(b"Testpersoon" in pad.read_bytes() for pad in kluismap.iterdir())
    assert not list(kluismap.glob("*-wal"))
    assert not (kluismap / "in-gebruik.json").exists()


def test_map_die_niet_leeg_is_wordt_geweigerd_en_blijft_zoals_hij_is(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand anders")
    with pytest.raises(InvoerOngeldig, match="niet leeg"):
        maak_kluis(tmp_path, NIEUW, oefen=True)
    assert (tmp_path / "brief.txt").read_text() == "van iemand anders"


@pytest.mark.parametrize("zwak", ["kort", "aaaaaaaaaaaaaaaa", "wachtwoord123", "j.oefenman123", "Welkom123456"])
def test_zwak_wachtwoord_wordt_geweigerd_en_er_blijft_niets_achter(tmp_path: Path, zwak: str) -> None:
    kluismap = tmp_path / "nieuw.kluis"
    with pytest.raises(InvoerOngeldig, match="wachtwoord"):
        maak_kluis(kluismap, NieuweGebruiker("j.oefenman", "J. Oefenman", frozenset({Rol.BEHEERDER}), zwak), oefen=True)
    assert not kluismap.exists()


def test_mislukt_maken_laat_niets_achter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zvh_desktop.database.kluis.schrijf_sleutelbestand", vol)
    with pytest.raises(Exception, match="schijf is vol"):
        maak_kluis(tmp_path / "nieuw.kluis", NIEUW, oefen=True)
    assert not (tmp_path / "nieuw.kluis").exists()


def test_eerste_gebruiker_moet_beheerder_zijn(tmp_path: Path) -> None:
    with pytest.raises(InvoerOngeldig, match="beheerder"):
        maak_kluis(
            tmp_path / "nieuw.kluis",
            NieuweGebruiker("m", "M. Voorbeeld", frozenset({Rol.MEDEWERKER}), WACHTWOORD),
            oefen=True,
        )


def test_wachtwoord_van_tienduizend_tekens_en_andere_schrijfwijze_van_een_accent(tmp_path: Path) -> None:
    lang = "café " * 2000
    kluis, _ = maak_kluis(
        tmp_path / "nieuw.kluis",
        NieuweGebruiker("j.oefenman", "J. Oefenman", frozenset({Rol.BEHEERDER}), lang),
        oefen=True,
    )
    kluis.sluit()
    open_kluis(tmp_path / "nieuw.kluis", "j.oefenman", "cafe\u0301 " * 2000).sluit()


def test_wachtwoord_van_meer_dan_een_miljoen_tekens_wordt_beleefd_geweigerd(kluismap: Path) -> None:
    with pytest.raises(InvoerOngeldig, match="te lang"):
        open_kluis(kluismap, REGIE, "x" * 1_100_000)


def test_onbekende_naam_en_fout_wachtwoord_geven_hetzelfde_antwoord(kluismap: Path) -> None:
    antwoorden = set()
    for naam, wachtwoord in ((REGIE, "verkeerd wachtwoord"), ("niemand", WACHTWOORD), (REGIE, "")):
        with pytest.raises(WachtwoordOnjuist) as fout:
            open_kluis(kluismap, naam, wachtwoord)
        antwoorden.add(str(fout.value))
    assert len(antwoorden) == 1


def test_wachten_groeit_bij_fouten_en_begint_opnieuw_na_succes(kluismap: Path) -> None:
    wachten = []
    for _ in range(4):
        with pytest.raises(WachtwoordOnjuist) as fout:
            open_kluis(kluismap, REGIE, "verkeerd wachtwoord")
        wachten.append(fout.value.wacht_seconden)
    assert wachten == [0.0, 0.0, 2.0, 4.0]
    open_kluis(kluismap, REGIE, WACHTWOORD).sluit()
    with pytest.raises(WachtwoordOnjuist) as fout:
        open_kluis(kluismap, REGIE, "verkeerd wachtwoord")
    assert fout.value.wacht_seconden == 0.0


def test_hoofdletters_in_de_naam_maken_niet_uit(openen: Openen) -> None:
    assert openen("REGIE").gebruiker.naam == REGIE


def test_tweede_proces_hoort_wie_de_kluis_open_heeft(openen: Openen, kluismap: Path) -> None:
    openen()
    uitkomst = subprocess.run(
        [sys.executable, "-c", TWEEDE_PROCES, str(kluismap), BEHEER, WACHTWOORD],
        capture_output=True,
        text=True,
        check=False,
        timeout=500,
    )
    assert uitkomst.returncode == 7, uitkomst.stderr
    assert "al geopend door" in uitkomst.stdout
    assert "op computer" in uitkomst.stdout


def test_na_een_afgebroken_proces_gaat_de_kluis_gewoon_open(openen: Openen, kluismap: Path) -> None:
    afgebroken = "import os\n" + TWEEDE_PROCES.replace("except", "    os._exit(9)\nexcept")
    uitkomst = subprocess.run(
        [sys.executable, "-c", afgebroken, str(kluismap), BEHEER, WACHTWOORD], check=False, timeout=500
    )
    assert uitkomst.returncode == 9
    assert openen().stand.waarschuwingen == ()


def test_in_hetzelfde_programma_ook_maar_een_keer_open(openen: Openen, kluismap: Path) -> None:
    openen()
    with pytest.raises(KluisInGebruik):
        open_kluis(kluismap, BEHEER, WACHTWOORD)


def test_alleen_lezen_kan_naast_een_open_kluis_en_schrijft_niet(openen: Openen) -> None:
    schrijver, lezer = openen(), openen(MEDEWERKER, alleen_lezen=True)
    with schrijver.sessies.begin() as sessie:
        log_iets(sessie)
    with lezer.sessies() as sessie:
        assert sessie.execute(text("SELECT count(*) FROM logregel")).scalar_one() == 4
    with pytest.raises(AlleenLezen), lezer.sessies.begin() as sessie:
        log_iets(sessie)
    with pytest.raises(AlleenLezen):
        lezer.accounts.wijzig_wachtwoord(WACHTWOORD, "iets heel anders dan dit")


def test_kop_is_te_lezen_zonder_wachtwoord(kluismap: Path) -> None:
    kop = lees_kop(kluismap)
    assert kop.oefen
    assert kop.gebruikersnamen == (BEHEER, MEDEWERKER, REGIE, "reserve-beheer")


def test_geen_kluis_en_vreemde_map(tmp_path: Path) -> None:
    with pytest.raises(KluisNietGevonden):
        lees_kop(tmp_path / "weg")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(KluisVreemd):
        lees_kop(tmp_path / "leeg")


def test_kluis_van_een_nieuwere_versie_wordt_niet_aangeraakt(openen: Openen, kluismap: Path) -> None:
    kluis = openen()
    with kluis.sessies.begin() as sessie:
        sessie.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    kluis.sluit()
    with pytest.raises(KluisVreemd, match="nieuwere versie"):
        open_kluis(kluismap, REGIE, WACHTWOORD)


def test_wachtwoord_controleren_voor_bevestiging(openen: Openen) -> None:
    kluis = openen()
    assert kluis.accounts.controleer_wachtwoord(WACHTWOORD)
    assert not kluis.accounts.controleer_wachtwoord("iets anders")
    assert not kluis.accounts.controleer_wachtwoord("x" * 1_100_000)


def test_sluiten_mag_twee_keer_en_geeft_het_slot_vrij(openen: Openen) -> None:
    kluis = openen()
    kluis.sluit()
    kluis.sluit()
    openen().sluit()


@pytest.mark.parametrize("lezen", [True, False])
def test_werk_dat_na_het_vergrendelen_nog_begint_hoort_dat_de_kluis_vergrendeld_is(openen: Openen, lezen: bool) -> None:
    kluis = openen()
    sessies = kluis.lees_sessies if lezen else kluis.sessies
    kluis.sluit()
    with sessies() as sessie, pytest.raises(KluisInGebruik, match="vergrendeld") as geweigerd:
        sessie.execute(text("SELECT 1"))
    assert geweigerd.value.veilig == "Er is niets gewijzigd."


def test_een_deel_van_een_handeling_is_nog_niet_opgeslagen(openen: Openen, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLAlchemy tells of each savepoint as well; what was written before it may still be rolled back."""
    kluis = openen()
    gezegd: list[object] = []
    monkeypatch.setattr(Kluismap, "na_commit", lambda _plaats, sessie: gezegd.append(sessie.info.get(GESCHREVEN)))
    with kluis.sessies() as sessie:
        log_iets(sessie)
        with sessie.begin_nested():
            sessie.flush()
        assert gezegd == []
        sessie.rollback()
        assert gezegd == []
        log_iets(sessie)
        regel = sessie.info[GESCHREVEN]
        with sessie.begin_nested():
            sessie.flush()
        sessie.commit()
    assert gezegd == [regel]
