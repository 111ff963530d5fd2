"""The login is there before the rest of the application, and whoever needs the rest waits for it."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from ui_hulp import GOED_WACHTWOORD, NepToegang, PaginaMaker, zoek_nep

from zvh_desktop.errors import GebruikersFout, KluisBeschadigd
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.aanmelden.voordeur import Voordeur
from zvh_desktop.ui.gereedschap import Gereedschap
from zvh_desktop.ui.laden import Lader, laad_rest
from zvh_desktop.ui.na_aanmelden import NaAanmelden
from zvh_desktop.ui.vensters import Vensters

ZWAAR = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "PIL",
    "keyring",
    "icalendar",
    "holidays",
    "nacl",
    "PySide6.QtPdf",
    "zvh_desktop.ui.pages",
    "zvh_desktop.ui.main_window",
    "zvh_desktop.database.sleutels.sleutelbestand",
    "zvh_desktop.models.keuzes",
    "zvh_desktop.models.base",
)
PAS_BIJ_GEBRUIK = {
    "reportlab", "PIL", "icalendar", "dateutil", "bidi", "xlsxwriter", "python_calamine", "yaml", "jsonschema",
    "referencing", "attr",
}  # fmt: skip
"""Libraries behind what somebody makes or reads now and then; each is loaded when that is asked."""
EIGEN_MODULES = 67
"""How many modules of our own the first window may take; it was 117 when the login took 2.4 times an empty window.

Eight of them are parts by subject that the window of signing in and the session were made of later: more modules, not
more code. One holds the window in the room, which stays black while somebody signs in, one the title of every window.
"""

MODULES_NA_LADEN = 416
"""When the password can be typed; it was over a thousand when every page and service was loaded before that.

Twelve are by now what a column is to a server, the lines in a field of one line, and what watches for a text block.
One is the door to a house, which may stand on a server (ADR 0096), one the folder of a vault, two what is kept of a
list under a name, and two see to it that an act of several people at once, or one that lost its line, is told as it is.
Two take away what was kept on this computer for a day that is over, two offer that of this day where a server is away.
"""

HOOGSTENS_ENUMS = 260
"""PySide6 makes them one by one, as Python classes; it was 365, a tenth of the time to the login."""


@pytest.fixture
def toegang() -> NepToegang:
    return NepToegang()


@pytest.fixture
def rest(toegang: NepToegang) -> NaAanmelden:
    return NaAanmelden(
        toegang, Vensters(lambda diensten, _gereedschap: PaginaMaker(diensten).invoer(), lambda _: zoek_nep)
    )


def ontbreekt() -> NaAanmelden:
    raise ModuleNotFoundError("onderdeel")


def na_het_eerste_beeld(*argumenten: str) -> list[str]:
    """The modules that are there when the first window has been painted and the loading has yet to begin."""
    vraag = f"""
import sys
from PySide6.QtWidgets import QApplication
from zvh_desktop import app
toepassing = app.bouw(QApplication(sys.argv[:1]), lambda: None)
toepassing.lader.begin = lambda: (print(*sys.modules), sys.stdout.flush(), QApplication.exit(0))
app.begin(toepassing, app.lees_opdracht({argumenten!r}))
QApplication.exec()
"""
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    return antwoord.stdout.split()


@pytest.fixture
def niets_bekend(tmp_path: Path, monkeypatch) -> Path:
    """A user who has never seen a vault on this computer."""
    monkeypatch.setenv("ZVH_GEBRUIKERSMAP", str(tmp_path / "gebruiker"))
    return tmp_path


def _is_kamer(naam: str) -> bool:
    """A folder: its ``__init__`` holds one sentence."""
    return (Path(*naam.split(".")) / "__init__.py").exists()


@pytest.mark.parametrize("argumenten", [(), ("--kluis", "bestaat-niet.kluis")], ids=["eerste start", "aanmelden"])
def test_het_eerste_venster_is_licht(niets_bekend: Path, argumenten: tuple[str, ...]) -> None:
    """What is loaded while the first window is waited for, counted and not timed."""
    geladen = na_het_eerste_beeld(*argumenten)
    assert [naam for naam in ZWAAR if naam in geladen] == []
    assert len([naam for naam in geladen if naam.startswith("zvh_desktop") and not _is_kamer(naam)]) <= EIGEN_MODULES
    venster = "eerste_start.assistent" if not argumenten else "aanmelden.aanmeldvenster"
    ander = "aanmelden.aanmeldvenster" if not argumenten else "eerste_start.assistent"
    assert f"zvh_desktop.ui.{venster}" in geladen
    assert f"zvh_desktop.ui.{ander}" not in geladen


def test_geen_filter_kijkt_voor_het_aanmelden_naar_elk_deel_van_qt(niets_bekend: Path) -> None:
    """It makes PySide6 look up every kind of widget there is: counted by the enums that it then has to make."""
    vraag = """
import enum, sys
gemaakt = []
maak = enum.EnumType.__call__
def tel(soort, waarde, namen=None, *rest, **anders):
    gemaakt.append(waarde) if namen is not None else None
    return maak(soort, waarde, namen, *rest, **anders)
enum.EnumType.__call__ = tel
from PySide6.QtWidgets import QApplication
from zvh_desktop import app
toepassing = app.bouw(QApplication(sys.argv[:1]), lambda: None)
toepassing.lader.begin = lambda: (print(*gemaakt), sys.stdout.flush(), QApplication.exit(0))
app.begin(toepassing, app.lees_opdracht(["--kluis", "bestaat-niet.kluis"]))
QApplication.exec()
"""
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    enums = antwoord.stdout.split()
    assert enums
    assert len(enums) <= HOOGSTENS_ENUMS


def test_de_hele_samenstelling_wordt_geladen() -> None:
    assert callable(laad_rest().vensters.bouw_paginas)


def test_wat_niemand_nog_vroeg_wordt_niet_geladen() -> None:
    """A third of the memory after logging in, for what most sessions do not begin with (ADR 0081)."""
    vraag = """
import sys
from zvh_desktop.ui.laden import laad_rest
laad_rest()
print(*sys.modules)
"""
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    geladen = antwoord.stdout.split()
    eigen = [naam for naam in geladen if naam.startswith("zvh_desktop") and not _is_kamer(naam)]
    paginas = {naam for naam in eigen if naam.startswith("zvh_desktop.ui.pages.")}
    assert paginas == {"zvh_desktop.ui.pages.vandaag", "zvh_desktop.ui.pages.tafel.stapnummers"}
    assert len(eigen) <= MODULES_NA_LADEN
    assert "zvh_desktop.services.diensten" in eigen
    assert {naam.partition(".")[0] for naam in geladen} & PAS_BIJ_GEBRUIK == set()


def test_wat_de_eerste_vraag_aan_de_kluis_nodig_heeft_is_ook_geladen() -> None:
    """Worked out beside the window, and not after Enter."""
    vraag = """
from zvh_desktop.ui.laden import laad_rest
laad_rest()
from sqlalchemy.orm import class_mapper
from zvh_desktop.models.casus import Casus
print(class_mapper(Casus, configure=False).configured)
"""
    antwoord = subprocess.run([sys.executable, "-c", vraag], capture_output=True, text=True, check=True)
    assert antwoord.stdout.strip() == "True"


def test_laden_gebeurt_naast_het_venster_en_een_keer(qtbot, rest: NaAanmelden) -> None:
    draden: list[int] = []

    def laad() -> NaAanmelden:
        draden.append(threading.get_ident())
        return rest

    lader = Lader(laad)
    with qtbot.waitSignal(lader.geladen):
        lader.begin()
    lader.begin()
    assert lader.haal() is rest
    assert len(draden) == 1
    assert draden[0] != threading.get_ident()


def test_wie_te_vroeg_komt_wacht(rest: NaAanmelden) -> None:
    mag = threading.Event()

    def laad() -> NaAanmelden:
        mag.wait()
        return rest

    lader = Lader(laad)
    lader.begin()
    assert not lader.is_geladen()
    mag.set()
    assert lader.haal() is rest


def test_een_onderdeel_dat_ontbreekt_wordt_in_een_zin_gezegd(qtbot, caplog) -> None:
    lader = Lader(ontbreekt)
    with qtbot.waitSignal(lader.mislukt) as melding:
        lader.begin()
    assert "Een deel van het programma ontbreekt" in str(melding.args[0])
    assert "onderdeel" not in caplog.text
    with pytest.raises(GebruikersFout, match="ontbreekt"):
        lader.haal()


def aanmeldvenster(lader: Lader, gereedschap: Gereedschap, kluismap: Path) -> Aanmeldvenster:
    return Aanmeldvenster(
        Voordeur(lader),
        gereedschap.taken,
        gereedschap.melder,
        gereedschap.instellingen,
        kluismap=kluismap,
    )


def test_wachtwoord_voor_het_laden_klaar_is(
    qtbot, gereedschap: Gereedschap, rest: NaAanmelden, toegang: NepToegang, monkeypatch, tmp_path: Path
) -> None:
    """Whoever types fast sees "De kluis wordt geopend" a little longer, and nothing else."""
    mag = threading.Event()
    monkeypatch.setattr(Voordeur, "kop", lambda _zelf, map_: toegang.kop(map_))

    def laad() -> NaAanmelden:
        mag.wait()
        return rest

    lader = Lader(laad)
    lader.begin()
    venster = aanmeldvenster(lader, gereedschap, tmp_path / "voorbeeld.kluis")
    qtbot.addWidget(venster)
    venster.naam_veld.setCurrentText("j.oefenman")
    venster.wachtwoord_veld.setText(GOED_WACHTWOORD)
    with qtbot.waitSignal(venster.aangemeld):
        venster.open_knop.click()
        assert venster.melding.tekst() == "De kluis wordt geopend…"
        mag.set()


def test_dit_apparaat_verschijnt_als_het_laden_klaar_is(
    qtbot, gereedschap: Gereedschap, rest: NaAanmelden, toegang: NepToegang, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Voordeur, "kop", lambda _zelf, map_: toegang.kop(map_))
    toegang.bewaard.dit_apparaat = True
    lader = Lader(lambda: rest)
    venster = aanmeldvenster(lader, gereedschap, tmp_path / "voorbeeld.kluis")
    qtbot.addWidget(venster)
    venster.naam_veld.setCurrentText("j.oefenman")
    assert venster.apparaat_knop.isHidden()
    lader.haal()
    venster.vernieuw()
    qtbot.waitUntil(lambda: not venster.apparaat_knop.isHidden())


@pytest.mark.mag_loggen("zvh_desktop.ui.laden")
def test_een_kluis_openen_met_een_kapot_programma(
    qtbot, gereedschap: Gereedschap, toegang: NepToegang, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Voordeur, "kop", lambda _zelf, map_: toegang.kop(map_))
    lader = Lader(ontbreekt)
    venster = aanmeldvenster(lader, gereedschap, tmp_path / "voorbeeld.kluis")
    qtbot.addWidget(venster)
    venster.naam_veld.setCurrentText("j.oefenman")
    venster.wachtwoord_veld.setText(GOED_WACHTWOORD)
    venster.open_knop.click()
    qtbot.waitUntil(lambda: "ontbreekt" in venster.melding.tekst())


class TrageDraad(threading.Thread):
    """Lets the other in between the making of a thread and its start, where the scheduler seldom stops."""

    tussen = threading.Event()
    verder = threading.Event()

    def start(self) -> None:
        self.tussen.set()
        self.verder.wait(120)
        super().start()


def test_wie_wacht_terwijl_de_draad_nog_niet_loopt_krijgt_de_rest(
    qtbot, rest: NaAanmelden, monkeypatch: pytest.MonkeyPatch
) -> None:
    gekregen: list[object] = []
    lader = Lader(partial(_geef, rest))

    def haal() -> None:
        try:
            gekregen.append(lader.haal())
        except Exception as fout:  # noqa: BLE001  what it was is compared below
            gekregen.append(fout)

    begint, wacht = threading.Thread(target=lader.begin), threading.Thread(target=haal)
    with monkeypatch.context() as even, qtbot.waitSignal(lader.geladen):
        even.setattr("zvh_desktop.ui.laden.threading.Thread", TrageDraad)
        begint.start()
        assert TrageDraad.tussen.wait(120)
        wacht.start()
        wacht.join(0.2)  # time enough to go wrong; whoever waits well is still waiting
        TrageDraad.verder.set()
        begint.join(120)
        wacht.join(120)
    assert gekregen == [rest]


def _geef(rest: NaAanmelden) -> NaAanmelden:
    return rest


def test_een_beschadigde_kluis_wordt_gemeld_zodra_dat_te_zien_is(
    qtbot, gereedschap: Gereedschap, rest: NaAanmelden, toegang: NepToegang, monkeypatch, tmp_path: Path
) -> None:
    """What the login shows first is only the name plate; the whole key file is judged as soon as that can be done."""
    kluismap = tmp_path / "voorbeeld.kluis"
    monkeypatch.setattr("zvh_desktop.ui.aanmelden.voordeur.lees_kluisbord", toegang.kop)
    lader = Lader(lambda: rest)
    venster = aanmeldvenster(lader, gereedschap, kluismap)
    qtbot.addWidget(venster)
    assert venster.wachtwoord_veld.isEnabled()

    def beschadigd(_map: Path) -> None:
        raise KluisBeschadigd("Het sleutelbestand van de kluis is beschadigd.")

    monkeypatch.setattr(toegang, "kop", beschadigd)
    lader.haal()
    venster.vernieuw()
    assert "beschadigd" in venster.melding.tekst()
    assert not venster.wachtwoord_veld.isEnabled()
    assert not venster.open_knop.isEnabled()
