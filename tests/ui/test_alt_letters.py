"""Every letter with Alt is of one thing, on every page, every step and every state, in every house."""

from __future__ import annotations

from pathlib import Path

import pytest
from alt_letters import dubbele_letters
from huis_lezen import ZESDE_HUIS
from PySide6.QtWidgets import QWidget
from schermlezer import BEHEERDELEN, Lezer, plaatsen_voor_bureau

from zvh_desktop.models.keuzes import Rol
from zvh_desktop.models.profiel.bronnen import meegeleverde_profielen
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.paginas import bouw_paginas, bouw_zoeker
from zvh_desktop.ui.vensters import Vensters
from zvh_desktop.ui.widgets.vouwkaart import Vouwkaart


def dubbel(vlak: QWidget) -> list[str]:
    return [f"Alt+{letter}: {' / '.join(teksten)}" for letter, teksten in dubbele_letters(vlak.window()).items()]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("huis", [*meegeleverde_profielen(), "zesde"])
def test_elke_letter_is_van_een_ding(lezer: Lezer, gereedschap: Gereedschap, tmp_path: Path, huis: str) -> None:
    kluis = tmp_path / "proef.kluis"
    maak_oefenkluis(kluis, ZESDE_HUIS if huis == "zesde" else huis, lambda *_: None)
    lezer.kijk = dubbel
    for rol in (Rol.PROCESREGISSEUR, Rol.BEHEERDER):
        account = oefenaccount(rol)
        diensten = ToegangDienst().ontgrendel(kluis, account.gebruiker, account.wachtwoord)
        venster = Vensters(bouw_paginas, bouw_zoeker).hoofdvenster(diensten, gereedschap)
        venster.show()
        beheer: list[tuple[str, object]] = [("beheer", deel) for deel in BEHEERDELEN]
        plaatsen = plaatsen_voor_bureau(diensten) if rol is Rol.PROCESREGISSEUR else beheer
        lezer.loop(venster, plaatsen, drukken=False)
        if rol is Rol.PROCESREGISSEUR:
            for regel in diensten.casussen.lijst():
                venster.ga_naar("casussen", ("casus", int(regel.id), "tijdlijn"))
                for kaart in venster.pagina("casussen").findChildren(Vouwkaart):
                    if kaart.isVisibleTo(venster):
                        kaart.klap(True)
                lezer.wacht()
                lezer.lees(f"casus {regel.nummer}, alles open", venster)
        venster.hide()
        venster.maak_leeg()
        venster.deleteLater()
        diensten.sluit()
    assert sorted(set(lezer.gezien)) == []
