"""Pictures of every screen on a practice vault, light and dark, at 100 and 150 %, and what is wrong on them.

Each variant runs in a process of its own, since Qt reads its scale factor once. Beside making pictures it looks on
every screen for text that is cut off, fields without a name for the screen reader, and letters given out twice;
the process ends with 1 when it finds any of these, or when a screen raised an error.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabWidget, QWidget

from zvh_desktop.app import Toepassing, bouw
from zvh_desktop.models.keuzes import CasusStatus, OverlegStatus, Rol
from zvh_desktop.services.csv_lezen import lees_csv_bestand
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenaccounts import oefenaccount
from zvh_desktop.services.oefenkluis import maak_oefenkluis
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.dialogs.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.dialogs.toetsenlijst import Toetsenlijst
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer import BeheerPagina
from zvh_desktop.ui.pages.casussen import CasussenPagina
from zvh_desktop.ui.pages.tafels import TafelsPagina
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.toegankelijkheid import bevindingen

ROOT = Path(__file__).resolve().parent.parent
HOUSE = "twente"
PASSWORD = "vier losse woorden samen"  # noqa: S105  for an assistant that never makes a vault
SETTLE_SECONDS = 0.12
CSV = "Partij;Kort;Soort;Contactpersoon;E-mail\nStichting Voorbeeld;Voorb;deelnemer;J. Oefenman;j@oefen.invalid\n;;;;\n"


@dataclass(frozen=True)
class Variant:
    """One way of looking: colours and scale, with the size of the window in device-independent pixels."""

    name: str
    dark: bool
    percent: int
    width: int
    height: int


VARIANTS = (
    Variant("licht-100", dark=False, percent=100, width=1280, height=800),
    Variant("donker-100", dark=True, percent=100, width=1280, height=800),
    Variant("licht-150", dark=False, percent=150, width=1024, height=768),
    Variant("donker-150", dark=True, percent=150, width=1024, height=768),
)


@dataclass
class Camera:
    """Takes pictures and keeps what is wrong on them."""

    target: Path
    variant: Variant
    application: QApplication
    made: int = 0
    findings: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Let layouts, short timers and answers from other threads arrive."""
        end = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)

    def take(self, name: str, widget: QWidget) -> None:
        """One picture, with an open list or menu on it, and the findings of this screen."""
        self.settle()
        picture = widget.grab()
        popup = self.application.activePopupWidget()
        if popup is not None and popup is not widget:
            paint_over(picture, popup.grab(), popup.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()))
        picture.save(str(self.target / f"{name}-{self.variant.name}.png"))
        self.made += 1
        self.findings += [f"{name}: {line}" for line in self._lasting_findings(widget)]
        room = self.variant.width, self.variant.height
        if isinstance(widget, Hoofdvenster) and (widget.width() > room[0] or widget.height() > room[1]):
            size = f"{widget.width()}x{widget.height()}"
            self.findings.append(f"{name}: het venster past niet in {room[0]}x{room[1]}, het werd {size}")
            widget.resize(*room)

    def _lasting_findings(self, widget: QWidget) -> list[str]:
        """What is still wrong after a while: on a busy machine a layout may come later than the picture."""
        found = bevindingen(widget)
        for _attempt in range(4):
            if not found:
                break
            self.settle()
            found = bevindingen(widget)
        return found

    def take_dialog(self, name: str, act: Callable[[], object]) -> None:
        """Do something that opens a modal dialog, take its picture and close it."""
        catcher = DialogCatcher(self, name)
        catcher.start()
        act()
        catcher.stop()
        if not catcher.caught:
            self.findings.append(f"{name}: er ging geen dialoog open")


class DialogCatcher(QObject):
    """Waits inside the event loop of a modal dialog, which blocks whoever opened it."""

    def __init__(self, camera: Camera, name: str) -> None:
        super().__init__()
        self.caught = False
        self._camera = camera
        self._name = name
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin to look."""
        self._timer.start()

    def stop(self) -> None:
        """Look a little longer: a dialog may open when another thread has answered."""
        end = time.monotonic() + 3
        while not self.caught and time.monotonic() < end:
            self._camera.application.processEvents()
            time.sleep(0.01)
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isVisible() or self.caught:
            return
        self.caught = True
        self._camera.take(self._name, dialog)
        dialog.reject()


def paint_over(picture: QPixmap, popup: QPixmap, place: QPoint) -> None:
    """Draw a pop-up list on the picture of the window below it."""
    painter = QPainter(picture)
    painter.drawPixmap(place, popup)
    painter.end()


def press(widget: QWidget, name: str) -> bool:
    """Press a button by its object name; False when it is not there or is switched off."""
    button = widget.findChild(QAbstractButton, name)
    if button is None or not button.isEnabled():
        return False
    button.click()
    return True


# --- the screens ------------------------------------------------------------------------------------


def before_opening(camera: Camera, application: Toepassing, access: ToegangDienst, vault: Path) -> None:
    """First start and login."""
    assistant = Assistent(access, application.gereedschap)
    assistant.show()
    camera.take("01-eerste-start-begin", assistant)
    steps = ("huis", "partijen", "beheerder", "procesregisseur", "medewerker", "overzicht")
    for number, step in enumerate(steps, start=2):
        fill_account(assistant)
        assistant.volgende_knop.click()
        camera.take(f"{number:02}-eerste-start-{step}", assistant)
    assistant.herstelblad.zet("appel boom citroen dak emmer fiets gras huis inkt jas kast lamp", b"")
    assistant._toon(assistant.herstelblad)
    camera.take("08-eerste-start-herstelblad", assistant)
    assistant.hide()
    assistant.maak_leeg()
    assistant.deleteLater()
    application.verloop.toon_aanmelden(vault)
    login = application.verloop.aanmeldvenster
    if login is not None:
        login.show()
        camera.take("09-aanmelden", login)
        if (button := login.findChild(QAbstractButton, "herstel_knop")) is not None:
            camera.take_dialog("10-herstelsleutel-gebruiken", button.click)
        login.hide()
        login.deleteLater()
        application.verloop.aanmeldvenster = None


def fill_account(assistant: Assistent) -> None:
    """Fill the account step that is shown, so that one can go on."""
    accounts = (assistant.beheerder, assistant.procesregisseur, assistant.medewerker)
    for number, step in enumerate(accounts):
        if assistant.stap() is step:
            step.weergave_veld.setText("J. Oefenman")
            step.naam_veld.setText(f"oefenman{number}")
            step.wachtwoord.eerste.setText(PASSWORD)
            step.wachtwoord.tweede.setText(PASSWORD)


def as_regisseur(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Every screen that the procesregisseur has."""
    camera.take("20-vandaag", window)
    window.zoek_veld.setFocus()
    window.zoek_veld.setText("2026")
    window.zoek_veld.textEdited.emit("2026")
    wait_for_tasks(camera, application)
    camera.settle()
    camera.take("21-zoeken", window)
    window.zoek_veld.maak_leeg()
    dossiers(camera, application, window, services)
    tables(camera, application, window, services)
    window.ga_naar("acties")
    camera.take("60-acties", window)
    window.ga_naar("partijen")
    camera.take("61-partijen", window)
    for name, button in (
        ("62-partij-wijzigen", "partij_wijzigen_knop"),
        ("63-contact-toevoegen", "contact_toevoegen_knop"),
    ):
        if window.findChild(QAbstractButton, button) is not None:
            camera.take_dialog(name, partial(press, window, button))
    window.ga_naar("beheer")
    camera.take("65-beheer-regisseur", window)
    camera.take_dialog("70-toetsenlijst", partial(Toetsenlijst.vraag, window))
    application.hulp.toon("tafels")
    if application.hulp.venster is not None:
        camera.take("71-hulp", application.hulp.venster)
        application.hulp.venster.hide()


def dossiers(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Aanmeldingen and casussen with all their parts."""
    window.ga_naar("casussen")
    wait_for_tasks(camera, application)
    camera.take("30-casussen", window)
    tabs = window.findChild(QTabWidget, "casussen_tabs")
    if tabs is not None:
        tabs.setCurrentIndex(1)
        camera.take("31-aanmeldingen", window)
    page = window.pagina("casussen")
    if not isinstance(page, CasussenPagina):
        return
    registrations = services.aanmeldingen.lijst()
    open_one = next((one for one in registrations if not one.casusnummer), registrations[0])
    window.ga_naar("casussen", ("aanmelding", open_one.id))
    camera.take("32-aanmelding", window)
    camera.take("32-aanmelding-lang", page.formulier)
    views = [services.casussen.toon(one.id) for one in services.casussen.lijst()]
    closing = next((one for one in views if one.status is not CasusStatus.LOPEND or one.afschaling_id), views[0])
    planned = next((one for one in views if one.plan_id), closing)
    window.ga_naar("casussen", ("casus", planned.id))
    camera.take("33-casus", window)
    for number, part in enumerate(("tijdlijn", "betrokkenen", "triage", "oordelen", "acties", "plan", "afschaling")):
        case = closing if part == "afschaling" else planned
        window.ga_naar("casussen", ("casus", case.id, part))
        wait_for_tasks(camera, application)
        camera.take(f"{33 + number}-casus-{part}", window)
        camera.take(f"{33 + number}-casus-{part}-lang", page.blad.rol.vlak)


def tables(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """The list of tafels and the five steps."""
    window.ga_naar("tafels")
    camera.take("40-tafels", window)
    if window.findChild(QAbstractButton, "tafel_plannen_knop") is not None:
        camera.take_dialog("41-tafel-plannen", partial(press, window, "tafel_plannen_knop"))
    by_state = {one.status: one.id for one in services.tafels.lijst()}
    concept, sent, held = (
        by_state.get(s) for s in (OverlegStatus.CONCEPT, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN)
    )
    steps = (
        ("42-tafel-voorbereiden", concept, 0),
        ("43-tafel-voorbereiden-verzonden", sent, 0),
        ("44-tafel-uitnodigen", sent, 1),
        ("45-tafel-aan-tafel", sent, 2),
        ("46-tafel-verslag", held, 3),
        ("47-tafel-verzenden", held, 4),
    )
    for name, meeting, step in steps:
        if meeting is None:
            camera.findings.append(f"{name}: er is geen tafel in deze stand")
            continue
        window.ga_naar("tafels", (meeting, step))
        wait_for_tasks(camera, application)
        camera.settle()
        page = window.pagina("tafels")
        if isinstance(page, TafelsPagina) and page.onderdeel() != (meeting, step):
            camera.findings.append(f"{name}: de stap ging niet open")
        camera.take(name, window)
        if step == 2 and press(window, "start_punt"):
            wait_for_tasks(camera, application)
            camera.take("45-tafel-aan-tafel-punt", window)
    if held is not None:
        piece = services.documenten.maak(services.documenten.verslagstukken(held)[0])
        tools = application.gereedschap
        camera.take_dialog(
            "48-pdf-voorbeeld",
            partial(
                PdfVenster.vraag, piece.inhoud, piece.bestandsnaam, "Casustafel - notulen", tools.melder, ouder=window
            ),
        )


def as_medewerker(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """What looks different for the medewerker: what may not be done is off, with the reason."""
    camera.take("80-medewerker-vandaag", window)
    case = services.casussen.lijst()[0]
    window.ga_naar("casussen", ("casus", case.id, "oordelen"))
    wait_for_tasks(camera, application)
    camera.take("81-medewerker-oordelen", window)
    meeting = next(one for one in services.tafels.lijst() if one.status is OverlegStatus.CONCEPT)
    window.ga_naar("tafels", (meeting.id, 0))
    camera.take("82-medewerker-voorbereiden", window)
    window.ga_naar("partijen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lijst.csv"
        path.write_text(CSV, encoding="utf-8")
        preview = services.partijen_csv.voorbeeld(lees_csv_bestand(path))
    camera.take_dialog(
        "83-partijen-inlezen", partial(CsvVoorbeeldDialoog.vraag, preview, application.gereedschap, window)
    )
    window.ga_naar("beheer", "accounts")
    camera.take("84-medewerker-beheer", window)


def as_beheerder(camera: Camera, application: Toepassing, window: Hoofdvenster, _services: Diensten) -> None:
    """Beheer, and what a beheerder does not see."""
    camera.take("90-beheerder-begin", window)
    window.ga_naar("partijen")
    camera.take("91-beheerder-partijen", window)
    window.ga_naar("beheer")
    page = window.pagina("beheer")
    if not isinstance(page, BeheerPagina):
        return
    parts = ("mijn_account", "accounts", "herstelsleutel", "instellingen", "huisprofiel", "reservekopie", "controle")
    for number, part in enumerate(parts, start=92):
        page.toon(part)
        wait_for_tasks(camera, application)
        camera.take(f"{number}-beheer-{part.replace('_', '-')}", window)
    page.toon("accounts")
    camera.take_dialog("99-account-toevoegen", page.accounts.nieuw_knop.click)


def wait_for_tasks(camera: Camera, application: Toepassing) -> None:
    """Until no service call is on its way."""
    end = time.monotonic() + 20
    camera.settle()
    while application.gereedschap.taken.bezig() and time.monotonic() < end:
        camera.settle()


# --- one variant --------------------------------------------------------------------------------------


@contextmanager
def session(
    application: Toepassing, vault: Path, role: Rol, variant: Variant
) -> Iterator[tuple[Hoofdvenster, Diensten]]:
    """The main window for one role; closed again afterwards."""
    account = oefenaccount(role)
    services = ToegangDienst().ontgrendel(vault, account.gebruiker, account.wachtwoord)
    application.verloop.open_met(services, vault)
    window = application.verloop.venster
    if window is None:
        raise RuntimeError("no window")
    window.resize(variant.width, variant.height)
    try:
        yield window, services
    finally:
        application.verloop.stop()


def photograph(variant: Variant, vault: Path, target: Path) -> Camera:
    """Every screen in one variant."""
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    access = ToegangDienst()
    application = bouw(qt)
    application.thema.pas_toe(Qt.ColorScheme.Dark if variant.dark else Qt.ColorScheme.Light)
    camera = Camera(target, variant, qt)
    sys.excepthook = partial(remember, camera)
    before_opening(camera, application, access, vault)
    roles: tuple[tuple[Rol, Callable[[Camera, Toepassing, Hoofdvenster, Diensten], None]], ...] = (
        (Rol.PROCESREGISSEUR, as_regisseur),
        (Rol.MEDEWERKER, as_medewerker),
        (Rol.BEHEERDER, as_beheerder),
    )
    for role, screens in roles:
        with session(application, vault, role, variant) as (window, services):
            screens(camera, application, window, services)
    return camera


def remember(camera: Camera, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep an error from a slot as a finding; the practice vault holds nothing that may not be shown."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    camera.findings.append(f"fout: {kind.__name__} in {place}: {error}")


# --- all variants -------------------------------------------------------------------------------------


def run_variant(variant: Variant, vault: Path, target: Path, workplace: Path) -> dict[str, object]:
    """One process for one variant, on its own copy of the vault."""
    folder = workplace / variant.name
    copy = shutil.copytree(vault, folder / vault.name)
    factor = variant.percent / 100
    screens = [
        {
            "name": "beeld",
            "x": 0,
            "y": 0,
            "width": round(variant.width * factor),
            "height": round(variant.height * factor),
        }
    ]
    settings = folder / "beeldscherm.json"
    settings.write_text(json.dumps({"windowFrameMargins": False, "screens": screens}), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={settings}",
        "QT_SCALE_FACTOR": str(factor),
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "ZVH_GEBRUIKERSMAP": str(folder / "gebruiker"),
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, __file__, "--variant", variant.name, "--kluis", str(copy), "--uit", str(target)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        return {"made": 0, "findings": [f"het proces stopte met {done.returncode}: {done.stderr[-2000:]}"]}
    outcome: dict[str, object] = json.loads(lines[-1])
    return outcome


def run_all(variants: tuple[Variant, ...], target: Path, workers: int) -> int:
    """Make the vault once and every variant after that; the number of findings."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        workplace = Path(folder)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(workplace / "gebruiker")
        vault = workplace / "oefenen.kluis"
        print("Oefenkluis maken")
        maak_oefenkluis(vault, HOUSE, lambda _done, _total, _text: None)
        with ThreadPoolExecutor(workers) as pool:
            work = partial(run_variant, vault=vault, target=target, workplace=workplace)
            outcomes = list(zip(variants, pool.map(work, variants), strict=True))
    total = 0
    for variant, outcome in outcomes:
        found = outcome["findings"]
        lines = [str(line) for line in found] if isinstance(found, list) else []
        total += len(lines)
        print(f"{variant.name}: {outcome['made']} beelden, {len(lines)} bevindingen")
        for line in lines:
            print(f"  {line}")
    return total


def main() -> int:
    """Without --variant: everything. With it: one variant, called by ourselves."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--uit", type=Path, default=ROOT / "schermafbeeldingen", help="map voor de beelden")
    reader.add_argument("--alleen", action="append", choices=[one.name for one in VARIANTS], help="alleen deze variant")
    reader.add_argument("--werkers", type=int, default=2, help="hoeveel varianten tegelijk")
    reader.add_argument("--variant", choices=[one.name for one in VARIANTS], help=argparse.SUPPRESS)
    reader.add_argument("--kluis", type=Path, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.variant:
        variant = next(one for one in VARIANTS if one.name == asked.variant)
        camera = photograph(variant, asked.kluis, asked.uit)
        print(json.dumps({"made": camera.made, "findings": camera.findings}))
        return 0
    chosen = tuple(one for one in VARIANTS if not asked.alleen or one.name in asked.alleen)
    return 1 if run_all(chosen, asked.uit, asked.werkers) else 0


if __name__ == "__main__":
    sys.exit(main())
