"""The first login in a real window: the beheerder hands over a password, its owner chooses another before anything."""

from __future__ import annotations

from pathlib import Path

import blik
import pytest
from toneel import Toneel
from werkweek import WACHTWOORD, klok_van_nu, maak_tafelkluis

GEKREGEN = "paard steiger lampion vijver"
EIGEN = "kastanje fluit dakraam zomer"
NAAM = "n.voorbeeld"
EERSTE, TWEEDE, KIES = "nieuw_wachtwoord_veld", "herhaal_wachtwoord_veld", "eigen_wachtwoord_knop"


@pytest.fixture
def kluis(tmp_path: Path) -> Path:
    return maak_tafelkluis(tmp_path / "werk.kluis", oefen=False, klok=klok_van_nu()).map


def test_een_gekregen_wachtwoord_wordt_bij_de_eerste_keer_vervangen(toneel: Toneel, kluis: Path) -> None:
    programma = toneel.start("--kluis", kluis)
    toneel.typ_aanmelding("beheer", WACHTWOORD)
    _bevestig_eerste_keer(toneel)
    _maak_account(toneel)
    toneel.sluit_venster()
    assert programma.einde() == "0"

    programma = toneel.start("--kluis", kluis, eigen_map="ander")
    toneel.typ_aanmelding(NAAM, GEKREGEN)
    toneel.wacht_tot(blik.is_actief, "eigenwachtwoorddialoog")
    toneel.toets("Escape")
    toneel.wacht_weg("eigenwachtwoorddialoog")
    assert toneel.zie("hoofdvenster") is None, "without an own password nothing opens"
    assert toneel.wacht_op("wachtwoord_veld").tekst == ""

    toneel.typ_aanmelding(NAAM, GEKREGEN)
    toneel.wacht_tot(blik.is_actief, "eigenwachtwoorddialoog")
    for geweigerd in ("kort", GEKREGEN):
        _vul_in(toneel, geweigerd, geweigerd)
        toneel.toets("Return")
        assert not toneel.wacht_op(KIES).aan
    _vul_in(toneel, EIGEN, GEKREGEN)
    assert not toneel.wacht_op(KIES).aan
    _vul_in(toneel, EIGEN, EIGEN)
    toneel.wacht_op(KIES, aan=True)
    toneel.toets("Return")
    _bevestig_eerste_keer(toneel)
    toneel.toets("ctrl+l")

    toneel.typ_aanmelding(NAAM, GEKREGEN)
    toneel.wacht_op("aanmelden_melding", tekst="wachtwoord")
    assert toneel.zie("hoofdvenster") is None, "what the beheerder knows opens nothing any more"
    toneel.wacht_op("wachtwoord_veld", aan=True)
    toneel.meld_aan(NAAM, EIGEN)
    toneel.sluit_venster()
    assert programma.einde() == "0"


def _bevestig_eerste_keer(toneel: Toneel) -> None:
    """On this computer nothing of this vault was seen before; that is said once."""
    toneel.wacht_op("melding")
    toneel.toets("Return")
    toneel.wacht_op_hoofdvenster()


def _maak_account(toneel: Toneel) -> None:
    toneel.ga_naar("beheer_pagina")
    toneel.klik_regel("beheer_onderdelen", "Accounts")
    toneel.klik("account_toevoegen_knop")
    toneel.wacht_tot(blik.is_actief, "accountdialoog")
    toneel.typ("N. Voorbeeld")
    toneel.toets("Tab")
    toneel.typ(NAAM)
    _vul_in(toneel, GEKREGEN, GEKREGEN)
    toneel.toets("Return")
    toneel.wacht_weg("accountdialoog")


def _vul_in(toneel: Toneel, eerste: str, tweede: str) -> None:
    for veld, tekst in ((EERSTE, eerste), (TWEEDE, tweede)):
        toneel.typ("", op=veld)
        toneel.toets("ctrl+a")
        toneel.typ(tekst)
