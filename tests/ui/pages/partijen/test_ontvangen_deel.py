"""The part Ontvangen of a partij: read only once it is looked at, by the page, and every copy can be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from proefkluis import BEHEER, REGIE, maak_casus
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook
from ui_hulp import NepMeldingen

from zvh_desktop.services.beheer.logboek import LogFilter
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.stukken.lijsten import LIJST_GEMAAKT
from zvh_desktop.ui.bewaren.lijstbewaren import LijstBewaren
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.partijen import ontvangen as module
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen

Opener = Callable[..., Diensten]


def toon(qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap) -> PartijenPagina:
    pagina = PartijenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    pagina.resize(1200, 700)
    pagina.show()
    qtbot.waitExposed(pagina)
    pagina.vernieuw()
    return pagina


def vul(diensten: Diensten, partij: int, aantal: int, casus: int | None = None) -> None:
    """Frozen copies as an uitnodiging leaves them, many at once."""
    with diensten.werkplek.kluis.engine.begin() as verbinding:
        for nummer in range(aantal):
            verbinding.exec_driver_sql(
                "INSERT INTO uitgegeven (partij_id, casus_id, soort, versie, bestandsnaam, inhoud, sha256, kop_nummer,"
                " gemaakt_door, gemaakt_op, aan_naam, aan_email) VALUES (?, ?, 'herinnering-eml', ?, 'herinnering.eml',"
                " x'41', '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd', 1, 'regie',"
                " '2026-11-02 09:00:00.000000', 'Eerste Proefpersoon', 'eerste@voorbeeld.invalid')",
                (partij, casus, nummer),
            )


def test_pas_gelezen_als_het_in_beeld_komt_en_per_blad(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    diensten = openen(REGIE)
    vul(diensten, int(diensten.partijen.lijst()[0].id), 450)
    pagina = toon(qtbot, diensten, gereedschap)
    pagina.toon(int(diensten.partijen.lijst()[0].id))
    deel = pagina.details.ontvangen
    assert deel.tabel.model.rowCount() == 0
    pagina.details.bladen.setCurrentWidget(deel)
    qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 200)
    assert deel.telling.text() == "200 van 450 regels geladen"
    QApplication.processEvents()
    assert bevindingen(pagina) == []
    for aantal in (400, 450):
        deel.meer_knop.click()
        qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == aantal)  # noqa: B023
    assert not deel.meer_knop.isEnabled()
    deel.tabel.kies(0)
    meldingen.pad = tmp_path / "kopie.eml"
    deel.open_knop.click()
    qtbot.waitUntil(meldingen.pad.exists)
    assert meldingen.pad.read_bytes() == b"A"


def test_wat_er_staat_gaat_als_rekenblad_en_noemt_in_het_logboek_de_casussen(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    diensten = openen(REGIE)
    casus, partij = maak_casus(diensten, "A. Kanarie"), int(diensten.partijen.lijst()[0].id)
    nummer = diensten.casussen.toon(casus).nummer
    vul(diensten, partij, 204)
    vul(diensten, partij, 1, int(casus))
    pagina = toon(qtbot, diensten, gereedschap)
    pagina.toon(partij)
    deel = pagina.details.ontvangen
    pagina.details.bladen.setCurrentWidget(deel)
    qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 200)
    meldingen.pad = tmp_path / "ontvangen.xlsx"
    (hulp,) = deel.tabel.findChildren(LijstBewaren)
    hulp.knop.click()
    qtbot.waitUntil(hulp.melding.isVisible)
    boek = CalamineWorkbook.from_path(meldingen.pad)
    kop, *regels = boek.get_sheet_by_index(0).to_python()
    assert kop == ["Wanneer", "Wat", "Waarover", "Versie", "Aan", "Stand"]
    assert len(regels) == 200
    assert regels[0] == [
        date(2026, 11, 2), "Herinnering", f"casus {nummer}", 0,
        "Eerste Proefpersoon, eerste@voorbeeld.invalid", "geldt",
    ]  # fmt: skip
    assert {rij[2] for rij in regels[1:]} == {""}
    over = " ".join(str(cel) for rij in boek.get_sheet_by_index(1).to_python() for cel in rij)
    assert "200 regels, gekozen uit 205" in over
    (gelogd,) = diensten.logboek.lees(LogFilter(wat=LIJST_GEMAAKT, waarover=nummer))
    assert gelogd.waarover == "lijst van ontvangen stukken (1 casus)"
    assert bevindingen(pagina) == []


def test_kiezen_op_casus_leest_opnieuw(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    diensten = openen(REGIE)
    partij = diensten.partijen.lijst()[0].id
    vul(diensten, int(partij), 3)
    pagina = toon(qtbot, diensten, gereedschap)
    pagina.toon(int(partij))
    deel = pagina.details.ontvangen
    pagina.details.bladen.setCurrentWidget(deel)
    qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 3)
    qtbot.keyClicks(deel.casus, "1999-0001")
    deel.casus.editingFinished.emit()
    qtbot.waitUntil(lambda: deel.tabel.model.rowCount() == 0)


def test_het_overzicht_wordt_gemaakt_en_getoond(
    qtbot: QtBot, openen: Opener, gereedschap: Gereedschap, monkeypatch: pytest.MonkeyPatch
) -> None:
    getoond: list[bytes] = []

    class Venster:
        @staticmethod
        def vraag(inhoud: bytes, *_rest: object, **_anders: object) -> None:
            getoond.append(inhoud)

    monkeypatch.setattr(module, "PdfVenster", Venster)
    diensten = openen(REGIE)
    pagina = toon(qtbot, diensten, gereedschap)
    deel = pagina.details.ontvangen
    pagina.details.bladen.setCurrentWidget(deel)
    deel.pdf_knop.click()
    qtbot.waitUntil(lambda: bool(getoond))
    assert getoond[0].startswith(b"%PDF")


def test_een_beheerder_ziet_alleen_de_contactpersonen(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    pagina = toon(qtbot, openen(BEHEER), gereedschap)
    assert [pagina.details.bladen.tabText(nummer) for nummer in range(pagina.details.bladen.count())] == [
        "Contactpersonen"
    ]
