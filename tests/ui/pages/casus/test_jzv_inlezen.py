"""A JZV-melding from file to form: shown first, stored after, refused in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui_hulp import NepMeldingen

from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.overnemen.jzv.melding import MeldingVoorstel, lees_melding
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.pages.casus.aanmelding.jzv_voorstel import JzvVoorstelDialoog
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.toegankelijkheid import bevindingen


def kort(soort: str = "ZVH") -> dict[str, Any]:
    k = {"id": "x", "url": "urn:x"}
    situatie = {
        **k,
        "situatieSchets": "Schets",
        "nadereOmschrijving": "",
        "vraagAntwoord": {**k, "vraag": "", "antwoord": ""},
    }
    contact = {**k, "naam": "Contact Voorbeeld", "emailAdres": "", "telefoonnummer": ""}
    return {
        **k, "soort": soort, "datumTijd": "2025-11-02T10:00:00Z", "verzoek": "Verzoek", "terugkoppelingGewenst": True,
        "zorgelijkeSituatie": situatie, "contact": contact, "overigeInformatie": {**k, "omschrijving": ""},
    }  # fmt: skip


def test_een_melding_inlezen(
    qtbot: QtBot, diensten: Diensten, gereedschap: Gereedschap, meldingen: NepMeldingen, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    pagina = CasussenPagina(diensten, gereedschap)
    qtbot.addWidget(pagina)
    meldingen.pad = tmp_path / "melding.json"
    meldingen.pad.write_text(json.dumps(kort()), encoding="utf-8")
    getoond: list[MeldingVoorstel] = []

    def weiger(voorstel: MeldingVoorstel, _ouder: object) -> bool:
        getoond.append(voorstel)
        return len(getoond) > 1

    monkeypatch.setattr(JzvVoorstelDialoog, "vraag", weiger)
    voor = diensten.aanmeldingen.te_beoordelen()
    pagina.lees_melding_in()
    qtbot.waitUntil(lambda: len(getoond) == 1)
    assert diensten.aanmeldingen.te_beoordelen() == voor
    with qtbot.waitSignal(pagina.ga_naar) as signaal:
        pagina.lees_melding_in()
    nieuw = diensten.aanmeldingen.toon(signaal.args[0].onderdeel.aanmelding_id)
    assert (nieuw.invoer.verzoek, nieuw.invoer.contact_naam) == ("Verzoek", "Contact Voorbeeld")
    meldingen.pad.write_text("{}", encoding="utf-8")
    pagina.lees_melding_in()
    qtbot.waitUntil(lambda: bool(meldingen.fouten))
    assert "geen JZV-melding" in str(meldingen.fouten[0])
    assert diensten.aanmeldingen.te_beoordelen() == voor + 1


def test_het_voorstel_laat_elk_veld_voluit_zien(qtbot: QtBot) -> None:
    dialoog = JzvVoorstelDialoog(lees_melding(kort("VT")))
    qtbot.addWidget(dialoog)
    dialoog.show()
    assert bevindingen(dialoog) == []
    assert "Veilig Thuis" in dialoog.let_op.tekst()
    dialoog.tabel.kies(2)
    regel = dialoog.tabel.gekozen()
    assert regel is not None
    assert dialoog.voluit.toPlainText() == regel.inhoud
