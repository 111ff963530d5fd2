"""The windows before and beside the pages, with a call that fails: they say so and can be used again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from falende_taken import ONVERWACHT, FalendeTaken
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot
from ui_hulp import GOED_WACHTWOORD, NepMeldingen, NepToegang

from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.aanmelden.hersteldialoog import Herstelantwoord, Hersteldialoog
from zvh_desktop.ui.dialogs.bevestiging import Bevestigingsdialoog
from zvh_desktop.ui.draden.taken import Voortgangsvenster
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.eerste_start.begin import Begin
from zvh_desktop.ui.eerste_start.stappen import maak_stappen
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.laden import laad_rest
from zvh_desktop.ui.pages.beheer.accountdialoog import AccountDialoog

pytestmark = pytest.mark.mag_loggen("zvh_desktop.ui.gewone_taal")


@pytest.fixture
def falend(qtbot: QtBot, meldingen: NepMeldingen) -> FalendeTaken:
    gemaakt = FalendeTaken(meldingen)
    gemaakt.fout = RuntimeError("Testpersoon geheim")
    return gemaakt


@pytest.mark.parametrize("handeling", ["_on_openen_gevraagd", "_on_apparaat_gevraagd", "_on_herstel_gevraagd"])
def test_aanmelden(
    qtbot: QtBot, falend: FalendeTaken, gereedschap: Gereedschap, tmp_path: Path, handeling: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    antwoord = Herstelantwoord("sleutel", "j.oefenman", GOED_WACHTWOORD)
    monkeypatch.setattr(Hersteldialoog, "vraag", lambda *_: antwoord)
    kluismap = tmp_path / "voorbeeld.kluis"
    kluismap.mkdir()
    venster = Aanmeldvenster(
        NepToegang(), falend, gereedschap.melder, gereedschap.instellingen, kluismap=kluismap, gebruiker="j.oefenman"
    )
    qtbot.addWidget(venster)
    venster.show()
    qtbot.keyClicks(venster.wachtwoord_veld, GOED_WACHTWOORD)
    getattr(venster, handeling)()
    qtbot.waitUntil(lambda: ONVERWACHT in venster.melding.tekst())
    assert "geheim" not in venster.melding.tekst()
    assert venster.wachtwoord_veld.isEnabled()


@pytest.mark.parametrize("keuze", [Begin.OEFENEN, Begin.NIEUW])
def test_eerste_start(
    qtbot: QtBot, falend: FalendeTaken, gereedschap: Gereedschap, tmp_path: Path, keuze: Begin,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assistent = Assistent(NepToegang(), Gereedschap(falend, gereedschap.melder, gereedschap.instellingen,
                                                     gereedschap.klembord))  # fmt: skip
    qtbot.addWidget(assistent)
    assistent.vul_aan(maak_stappen)
    assistent.stappen.huis.map_veld.setText(str(tmp_path))
    assistent.show()
    monkeypatch.setattr(assistent.begin, "keuze", lambda: keuze)
    monkeypatch.setattr(type(assistent.stappen), "invoer", lambda _stappen: None)
    assistent._maak()
    qtbot.waitUntil(lambda: ONVERWACHT in assistent.stappen.overzicht.melding.tekst())
    assert "geheim" not in assistent.stappen.overzicht.melding.tekst()
    assert not assistent._bezig


class Bevestigt:
    bevestigd = False

    def nog_niet_tekenen(self) -> AbstractContextManager[None]:
        return nullcontext()

    def bevestig(self, _wachtwoord: str, /) -> None:
        """Never gets this far."""


def test_ondertekenen(qtbot: QtBot, falend: FalendeTaken) -> None:
    dialoog = Bevestigingsdialoog(Bevestigt(), falend)
    qtbot.addWidget(dialoog)
    dialoog.show()
    qtbot.keyClicks(dialoog.veld, GOED_WACHTWOORD)
    dialoog.teken_knop.click()
    qtbot.waitUntil(lambda: dialoog.fout() == ONVERWACHT)
    assert dialoog.veld.isEnabled()
    assert dialoog.veld.text() == ""


def test_account_toevoegen(qtbot: QtBot, falend: FalendeTaken) -> None:
    dialoog = AccountDialoog(NepToegang(), lambda _: None, falend, {rol: rol.value for rol in Rol})
    qtbot.addWidget(dialoog)
    dialoog.show()
    dialoog.naam.setText("t.nieuw")
    dialoog.weergavenaam.setText("T. Nieuw")
    dialoog.rollen.vakken[Rol.MEDEWERKER].setChecked(True)
    dialoog.wachtwoord.eerste.setText(GOED_WACHTWOORD)
    dialoog.wachtwoord.tweede.setText(GOED_WACHTWOORD)
    knop = dialoog.bewaar_knop
    assert isinstance(knop.parent(), QDialogButtonBox)
    knop.click()
    qtbot.waitUntil(lambda: ONVERWACHT in dialoog.fout())
    assert knop.isEnabled()


def test_oefenkluis_openen(qtbot: QtBot, qapp: QApplication, meldingen: NepMeldingen, tmp_path: Path,
                            monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    def breek(_voortgang: Callable[..., None]) -> None:
        raise RuntimeError("cannot join thread before it is started")

    monkeypatch.setattr("zvh_desktop.app.Meldingen", lambda: meldingen)
    toepassing = Toepassing(qapp, laad_rest)
    toepassing.verloop.gestopt.disconnect(qapp.quit)
    with qtbot.waitSignal(toepassing.verloop.gestopt):
        toepassing.oefen(breek, tmp_path / "oefen.kluis")
    assert [fout.gebeurd for fout in meldingen.fouten] == [ONVERWACHT]
    wacht = toepassing._wacht
    assert wacht is not None
    qtbot.waitUntil(lambda: not wacht.findChildren(Voortgangsvenster))
    toepassing.opruimer.stop()
