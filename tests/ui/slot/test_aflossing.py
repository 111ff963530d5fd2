"""At the lock another process takes over; where it does not come, the login stays here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from sessiehulp import bouw_vensters, ontgrendel
from ui_hulp import NepToegang

from zvh_desktop.errors import GebruikersFout
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.protocollen import Plaats
from zvh_desktop.ui.slot.aflossing import Aflossing
from zvh_desktop.ui.slot.opvolger import Opvolger
from zvh_desktop.ui.slot.overdracht import Overdracht, Sessiestand, open_stand, verzegel_stand
from zvh_desktop.ui.slot.sessieverloop import Sessieverloop
from zvh_desktop.ui.slot.voorganger import NA_SLOT, Voorganger, opdracht_opnieuw

_KOMT = "import sys; regel = sys.stdin.readline(); print('klaar', flush=True); sys.stdin.read(); assert regel"
_STERFT = "import sys; sys.stdin.readline(); sys.exit(3)"
_ZWIJGT = "import sys; sys.stdin.read()"


def opdracht(tekst: str) -> list[str]:
    return [sys.executable, "-c", tekst]


class Verlopen:
    """Sessions of which each may have another process behind it."""

    def __init__(self, toegang: NepToegang, gereedschap: Gereedschap, kluismap: Path) -> None:
        self.toegang, self.gereedschap, self.kluismap = toegang, gereedschap, kluismap
        self.gemaakt: list[Sessieverloop] = []

    def maak(self, wat: list[str] | None) -> Sessieverloop:
        verloop = Sessieverloop(
            self.toegang,
            bouw_vensters,
            self.gereedschap,
            aflossing=partial(self._aflossing, wat) if wat is not None else None,
        )
        self.gemaakt.append(verloop)
        return verloop

    def _aflossing(self, wat: list[str], ouder: QObject) -> Aflossing:
        return Aflossing(wat, self.gereedschap.taken, ouder)


@pytest.fixture
def verlopen(qtbot, toegang: NepToegang, gereedschap: Gereedschap, tmp_path: Path) -> Iterator[Verlopen]:
    kluismap = tmp_path / "voorbeeld.kluis"
    kluismap.mkdir()
    alle = Verlopen(toegang, gereedschap, kluismap)
    yield alle
    for verloop in alle.gemaakt:
        verloop.stop()
    for deel in QApplication.topLevelWidgets():
        deel.close()
        deel.deleteLater()


def test_wie_aflost_staat_er_en_dit_proces_kan_weg(qtbot, verlopen: Verlopen) -> None:
    verloop = verlopen.maak(opdracht(_KOMT))
    verloop.toon_aanmelden(verlopen.kluismap)
    ontgrendel(qtbot, verloop)
    with qtbot.waitSignal(verloop.gestopt):
        verloop.vergrendel()
        # until the other is there, nothing can be typed here, and nothing be lost
        assert verloop.aanmeldvenster is not None
        assert not verloop.aanmeldvenster.wachtwoord_veld.isEnabled()
    assert verlopen.toegang.diensten.gesloten
    assert verloop.aanmeldvenster is None
    # the end of this process, as the other hears it
    assert verloop._aflossing is not None
    ander = verloop._aflossing._opvolger.proces()
    assert ander is not None
    assert ander.poll() is None
    ander.communicate(timeout=300)
    assert ander.returncode == 0


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.opvolger")
@pytest.mark.parametrize("wat", [opdracht(_STERFT), ["/bestaat/niet/casustafel"]], ids=["sterft", "is er niet"])
def test_wie_niet_komt_laat_het_aanmelden_hier(qtbot, verlopen: Verlopen, wat: list[str]) -> None:
    verloop = verlopen.maak(wat)
    verloop.toon_aanmelden(verlopen.kluismap)
    ontgrendel(qtbot, verloop)
    assert verloop.venster is not None
    verloop.venster.ga_naar("casussen", 42)
    verloop.vergrendel()
    aanmelden = verloop.aanmeldvenster
    assert aanmelden is not None
    qtbot.waitUntil(aanmelden.wachtwoord_veld.isEnabled)
    assert verlopen.toegang.diensten.gesloten
    ontgrendel(qtbot, verloop)
    plaats = verloop.venster.plaats()
    assert plaats is not None and (plaats.pagina, plaats.onderdeel) == ("casussen", 42)


def weiger_te_sluiten(_voortgang: object = None) -> None:
    raise GebruikersFout("De schijf is vol.")


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.aflossing")
def test_wie_bij_het_slot_niet_goed_sluit_wordt_toch_afgelost(qtbot, verlopen: Verlopen, monkeypatch) -> None:
    verloop = verlopen.maak(opdracht(_KOMT))
    verloop.toon_aanmelden(verlopen.kluismap)
    ontgrendel(qtbot, verloop)
    monkeypatch.setattr(verlopen.toegang.diensten, "sluit", weiger_te_sluiten)
    with qtbot.waitSignal(verloop.gestopt):
        verloop.vergrendel()
    assert verloop.aanmeldvenster is None
    assert verloop._aflossing is not None
    ander = verloop._aflossing._opvolger.proces()
    assert ander is not None
    ander.communicate(timeout=300)


def test_wie_niet_goed_sluit_eindigt_toch(qtbot, verlopen: Verlopen, monkeypatch) -> None:
    verloop = verlopen.maak(None)
    verloop.toon_aanmelden(verlopen.kluismap)
    ontgrendel(qtbot, verloop)
    monkeypatch.setattr(verlopen.toegang.diensten, "sluit", weiger_te_sluiten)
    assert verloop.venster is not None
    with qtbot.waitSignal(verloop.gestopt):
        verloop.venster.close()
    assert verloop.venster is None


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.opvolger")
def test_wie_niet_antwoordt_wordt_beeindigd(qtbot) -> None:
    opvolger = Opvolger(opdracht(_ZWIJGT), geduld_ms=200)
    with qtbot.waitSignal(opvolger.uitgebleven):
        opvolger.begin(Overdracht(None, "j.oefenman"))
    proces = opvolger.proces()
    assert proces is None or proces.poll() is not None


def test_de_plaats_gaat_over_naar_het_volgende_proces(qtbot, verlopen: Verlopen) -> None:
    diensten = verlopen.toegang.diensten
    stand = Sessiestand(Plaats("casussen", 7), ("Uw tekst is niet bewaard.", "", ""))
    verloop = verlopen.maak(None)
    verloop.begin_na_slot(
        Overdracht(verlopen.kluismap, "j.oefenman", (400, 300), verzegel_stand(stand, diensten.verzegel))
    )
    assert verloop.aanmeldvenster is not None
    assert verloop.aanmeldvenster.windowTitle() == "Casustafel - vergrendeld"
    assert verloop.aanmeldvenster.naam() == "j.oefenman"
    ontgrendel(qtbot, verloop)
    plaats = verloop.venster.plaats()
    assert plaats is not None and (plaats.pagina, plaats.onderdeel) == ("casussen", 7)


def test_een_ander_opent_niet_wat_verzegeld_is(toegang: NepToegang) -> None:
    stand = verzegel_stand(Sessiestand(Plaats("casussen", 7), None), toegang.diensten.verzegel)
    assert open_stand(stand, lambda _verzegeld: None) is None
    assert open_stand(b"", toegang.diensten.ontzegel) is None


@pytest.mark.mag_loggen("zvh_desktop.ui.slot.overdracht")
def test_een_plaats_die_niet_te_bewaren_is_kost_alleen_de_plaats(toegang: NepToegang) -> None:
    stand = Sessiestand(Plaats("casussen", 7, lambda: None), ("Niet bewaard.", "", ""))
    terug = open_stand(verzegel_stand(stand, toegang.diensten.verzegel), toegang.diensten.ontzegel)
    assert terug == Sessiestand(None, ("Niet bewaard.", "", ""))


def test_overdracht_komt_heel_over_of_niet() -> None:
    heen = Overdracht(Path("/proef/één.kluis"), "j.oefenman", (3, -4), b"\x00\xff", b"dialoog")
    regel = heen.als_regel()
    assert regel.count(b"\n") == 1
    assert Overdracht.uit_regel(regel) == heen
    assert Overdracht.uit_regel(Overdracht(None, "").als_regel()) == Overdracht(None, "")
    assert [Overdracht.uit_regel(deel) for deel in (b"", b"{}\n", regel[:20], b"[1]\n", b"\xff\n")] == [None] * 5


def test_voorganger_hoort_het_einde_en_zegt_dat_hij_er_is() -> None:
    lezen, schrijven = os.pipe()
    antwoord, zeggen = os.pipe()
    voorganger = Voorganger(lezen, zeggen)
    heen = Overdracht(Path("proef.kluis"), "j.oefenman")
    os.write(schrijven, heen.als_regel())
    assert voorganger.neem_over() == heen
    voorganger.meld_klaar()
    assert os.read(antwoord, 100) == b"klaar\n"
    assert not voorganger._weg.is_set()
    os.close(schrijven)
    voorganger.wacht_tot_weg()
    assert voorganger._weg.is_set()
    for beschrijver in (lezen, zeggen, antwoord):
        os.close(beschrijver)


def test_zonder_voorganger_valt_er_niets_over_te_nemen() -> None:
    lezen, schrijven = os.pipe()
    os.close(schrijven)
    voorganger = Voorganger(lezen, lezen)
    assert voorganger.neem_over() is None
    voorganger.meld_klaar()  # nobody hears it
    voorganger.wacht_tot_weg()
    os.close(lezen)


def test_hetzelfde_programma_nog_een_keer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/bin/zvh-desktop", "--kluis", "een.kluis"])
    monkeypatch.setattr(sys, "orig_argv", ["python", "-X", "dev", "/bin/zvh-desktop", "--kluis", "een.kluis"])
    assert opdracht_opnieuw() == [sys.executable, "-X", "dev", "/bin/zvh-desktop", NA_SLOT]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert opdracht_opnieuw() == [sys.executable, NA_SLOT]
