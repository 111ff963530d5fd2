"""Beheer, Word-sjablonen: saved, replaced after it was looked at, and a way back to each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from proefkluis import BEHEER, MEDEWERKER
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen
from wordhulp import DOCUMENT, met

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.beheer.sjablonen import Sjablonendeel

Opener = Callable[..., Diensten]


@pytest.fixture
def deel(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> Sjablonendeel:
    gemaakt = Sjablonendeel(openen(BEHEER), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    return gemaakt


def welk(deel: Sjablonendeel) -> str:
    regel = deel.tabel.gekozen()
    assert regel is not None
    return f"eigen {regel.versie}" if regel.eigen else "standaard"


def eigen(deel: Sjablonendeel, meldingen: NepMeldingen, pad: Path, regel: str) -> None:
    meldingen.pad = pad
    deel.bewaar_knop.click()
    alinea = f"<w:p><w:r><w:t>{regel}</w:t></w:r></w:p>".encode()
    pad.write_bytes(met(pad.read_bytes(), DOCUMENT, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + alinea, 1)))
    deel.vervang_knop.click()


def test_een_sjabloon_bewaren_aanpassen_gebruiken_en_terug(
    qtbot: QtBot, deel: Sjablonendeel, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    assert welk(deel) == "standaard"
    assert not deel.standaard_knop.isEnabled()
    assert "{{p stuk.alinea }}" in deel.velden.toPlainText()
    eigen(deel, meldingen, tmp_path / "s.docx", "Briefpapier van {{ huis }}")
    qtbot.waitUntil(lambda: welk(deel) == "eigen 1")
    assert "in gebruik" in deel.ongedaan.tekst()
    assert deel.bevindingen.tekst() == ""
    deel.ongedaan.maak_ongedaan()
    assert welk(deel) == "standaard"
    deel.ongedaan.doe_opnieuw()
    assert welk(deel) == "eigen 3"
    deel.standaard_knop.click()
    assert welk(deel) == "standaard"
    deel.ongedaan.maak_ongedaan()
    assert welk(deel).startswith("eigen")


def test_een_sjabloon_met_een_fout_wordt_niet_gebruikt_en_zegt_waar(
    qtbot: QtBot, deel: Sjablonendeel, meldingen: NepMeldingen, tmp_path: Path
) -> None:
    eigen(deel, meldingen, tmp_path / "s.docx", "Zaak {{ onzinveld }}")
    qtbot.waitUntil(lambda: "onzinveld is niet bekend" in deel.bevindingen.tekst())
    assert "Daar staat: Zaak {{ onzinveld }}" in deel.bevindingen.tekst()
    assert welk(deel) == "standaard"
    deel.maak_leeg()
    assert deel.bevindingen.tekst() == ""


def test_wie_het_niet_mag_ziet_waarom(qtbot: QtBot, openen: Opener, gereedschap: Gereedschap) -> None:
    gemaakt = Sjablonendeel(openen(MEDEWERKER), gereedschap)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.vernieuw()
    assert not gemaakt.vervang_knop.isEnabled()
    assert not gemaakt.velden.isVisible()
    assert gemaakt.reden.tekst()
