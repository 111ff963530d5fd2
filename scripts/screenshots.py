"""Pictures of every screen on a practice vault, light and dark, at 100 and 150 %, and what is wrong on them.

Of one house every screen is taken in every variant; of the other houses the main screens, light at 100 %.

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
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import time as time_of_day
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabWidget, QWidget

from zvh_desktop.app import Toepassing, bouw
from zvh_desktop.models.keuzes import Aanwezigheid, CasusStatus, OverlegId, OverlegStatus, PoortStand, Rol
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis
from zvh_desktop.services.partijen.csv_lezen import lees_csv_bestand
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.taal import hoofdletter
from zvh_desktop.ui.dialogs.toetsenlijst import Toetsenlijst
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.eerste_start.stappen import maak_stappen
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.partijen.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pages.tafel.voorbereiden import Voorbereiden
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster
from zvh_desktop.ui.toegankelijkheid import bevindingen
from zvh_desktop.ui.widgets.regelknop import Regelknop

ROOT = Path(__file__).resolve().parent.parent
FULL_HOUSE = "twente"
"""The house of which every screen is taken, in every variant."""
HOUSES = (FULL_HOUSE, "landelijk", "haaglanden", "midden-limburg", "delft")
MAIN_SCREENS = frozenset(
    {
        "20-vandaag",
        "30-casussen",
        "32-aanmelding",
        "33-casus",
        "35-casus-triage-lang",
        "36-casus-oordelen-lang",
        "38-casus-plan-lang",
        "39-casus-afschaling-lang",
        "39-casus-afschaling-regel",
        "39-casus-opschaling-lang",
        "39-casus-opschaling-begin-lang",
        "40-tafels",
        "42-tafel-voorbereiden",
        "43-tafel-voorbereiden-vol",
        "44-tafel-uitnodigen",
        "45-tafel-aan-tafel",
        "46-tafel-verslag",
        "50-overleggen",
        "51-overleg",
        "61-partijen",
        "96-beheer-huisprofiel",
        "96-beheer-huisprofiel-regels",
    }
)
"""What is taken of the other houses: where their words, their articles and their rules differ."""
SMALL = {
    "33-casus": "casus",
    "43-tafel-voorbereiden-vol": "agenda",
    "39-casus-afschaling-regel": "afschaling",
    "51-overleg": "overleg",
    "96-beheer-huisprofiel-regels": "regels",
}
"""The screens that docs/beeld shows of each house, with the name of the file there."""
COLOURS = 256
ALIKE = 0xF8F8F8
"""Colours that differ in nothing but these last bits are nearly the same."""
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


@dataclass(frozen=True)
class Job:
    """One house in one variant; ``small`` is where a few pictures are kept for the documentation."""

    house: str
    variant: Variant
    full: bool
    target: Path
    small: Path | None

    @property
    def name(self) -> str:
        """How it is called in the report."""
        return f"{self.house} {self.variant.name}"


VARIANTS = (
    Variant("licht-100", dark=False, percent=100, width=1280, height=800),
    Variant("donker-100", dark=True, percent=100, width=1280, height=800),
    Variant("licht-150", dark=False, percent=150, width=1024, height=768),
    Variant("donker-150", dark=True, percent=150, width=1024, height=768),
)


@dataclass
class Camera:
    """Takes pictures of the screens that are asked for, and keeps what is wrong on them."""

    job: Job
    application: QApplication
    made: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def variant(self) -> Variant:
        """Colours and scale."""
        return self.job.variant

    def wants(self, name: str) -> bool:
        """Whether this screen is asked for."""
        return self.job.full or name in MAIN_SCREENS

    def settle(self) -> None:
        """Let layouts, short timers and answers from other threads arrive."""
        end = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.005)

    def take(self, name: str, widget: QWidget) -> None:
        """One picture, with an open list or menu on it, and the findings of this screen."""
        if not self.wants(name):
            return
        self.settle()
        picture = widget.grab()
        popup = self.application.activePopupWidget()
        if popup is not None and popup is not widget:
            paint_over(picture, popup.grab(), popup.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()))
        picture.save(str(self.job.target / f"{name}-{self.variant.name}.png"))
        if self.job.small is not None and name in SMALL:
            few_colours(picture.toImage()).save(str(self.job.small / f"{self.job.house}-{SMALL[name]}.png"))
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
        if not self.wants(name):
            return
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


def few_colours(image: QImage) -> QImage:
    """The same picture in at most 256 colours, so that the file is small.

    First the commonest as they are; of the others only one of those that are nearly the same. Else the greys of
    smoothed letters would leave no room for the colour of a single word.
    """
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    common = [colour | 0xFF000000 for colour, _times in Counter(memoryview(flat.constBits()).cast("I")).most_common()]
    table = common[: COLOURS // 3]
    seen = {colour & ALIKE for colour in table}
    for colour in common[len(table) :]:
        if colour & ALIKE not in seen:
            seen.add(colour & ALIKE)
            table.append(colour)
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return flat.convertToFormat(QImage.Format.Format_Indexed8, table[:COLOURS], plain)


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
    assistant.vul_aan(maak_stappen)
    assistant.show()
    camera.take("01-eerste-start-begin", assistant)
    steps = ("huis", "partijen", "beheerder", "procesregisseur", "medewerker", "overzicht")
    for number, step in enumerate(steps, start=2):
        fill_account(assistant)
        assistant.volgende_knop.click()
        camera.take(f"{number:02}-eerste-start-{step}", assistant)
    assistant.stappen.herstelblad.zet("appel boom citroen dak emmer fiets gras huis inkt jas kast lamp", b"")
    assistant._toon(assistant.stappen.herstelblad)
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
    accounts = (assistant.stappen.beheerder, assistant.stappen.procesregisseur, assistant.stappen.medewerker)
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
    boards(camera, application, window, services)
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
    in_hand = (one for one in views if one.plan_id and not any(event.plaats == "opschaling" for event in one.tijdlijn))
    planned = next(in_hand, closing)
    window.ga_naar("casussen", ("casus", planned.id))
    camera.take("33-casus", window)
    camera.take_dialog("33-casusregisseur-aanwijzen", page.blad.kop.regie_knop.click)
    parts = {
        "33-casus-tijdlijn": "tijdlijn",
        "34-casus-betrokkenen": "betrokkenen",
        "35-casus-triage": "triage",
        "36-casus-oordelen": "oordelen",
        "37-casus-acties": "acties",
        "38-casus-plan": "plan",
        "39-casus-afschaling": "afschaling",
        "39-casus-informatie": "informatie",
    }
    for name, part in parts.items():
        if not camera.wants(name) and not camera.wants(f"{name}-lang"):
            continue
        case = closing if part == "afschaling" else planned
        window.ga_naar("casussen", ("casus", case.id, part))
        wait_for_tasks(camera, application)
        camera.take(name, window)
        camera.take(f"{name}-lang", page.blad.rol.vlak)
    if page.blad.opschaling is not None:
        raised = next(one for one in views if any(event.plaats == "opschaling" for event in one.tijdlijn))
        for name, case in (("39-casus-opschaling", raised), ("39-casus-opschaling-begin", planned)):
            window.ga_naar("casussen", ("casus", case.id, "opschaling"))
            wait_for_tasks(camera, application)
            camera.take(name, window)
            camera.take(f"{name}-lang", page.blad.rol.vlak)
    window.ga_naar("casussen", ("casus", planned.id, "afschaling"))
    wait_for_tasks(camera, application)
    rules = [one for one in page.blad.afschaling.findChildren(Regelknop) if one.isVisibleTo(page)]
    if not rules:
        camera.findings.append("39-casus-afschaling-regel: er is geen regel te lezen")
        return
    rules[-1].click()
    camera.take("39-casus-afschaling-regel", window)


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
    if concept is not None:
        full_agenda(camera, application, window, services, concept)
    if held is not None:
        piece = services.documenten.maak(services.documenten.verslagstukken(held)[0])
        tools = application.gereedschap
        camera.take_dialog(
            "48-pdf-voorbeeld",
            partial(
                PdfVenster.vraag, piece.inhoud, piece.bestandsnaam, "Casustafel - notulen", tools.melder, ouder=window
            ),
        )


def full_agenda(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """Every casus on one agenda, with the cursor on a partij that cannot be asked and why not below the matrix."""
    agenda = services.agenda
    for choice in agenda.kiesbare_casussen(meeting):
        if choice.mag:
            agenda.nodig_alle_uit(agenda.voeg_casus_toe(meeting, choice.casus_id))
    window.ga_naar("tafels", (meeting, 0))
    wait_for_tasks(camera, application)
    step = window.findChild(Voorbereiden)
    states = (PoortStand.NIET_RECHTMATIG, PoortStand.NIET_BEOORDEELD)
    cells = [
        (point.id, cell.partij_id)
        for point in agenda.toon(meeting).punten
        for cell in point.cellen
        if cell.stand in states
    ]
    if step is None or not cells:
        camera.findings.append("43-tafel-voorbereiden-vol: er is geen partij die niet mag")
        return
    step.vernieuw()
    step.matrix.ga_naar_plek(*cells[0])
    step.wissel()
    camera.take("43-tafel-voorbereiden-vol", window)


def boards(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Meetings without casussen: the list, and one that has begun with a proposal before it."""
    meeting = begin_board(services)
    window.ga_naar("overleggen")
    wait_for_tasks(camera, application)
    camera.take("50-overleggen", window)
    window.ga_naar("overleggen", meeting)
    wait_for_tasks(camera, application)
    camera.take("51-overleg", window)


def begin_board(services: Diensten) -> OverlegId:
    """The practice vault has none, so this makes one: the first kind of the house, with a member that is absent."""
    service, plan = services.overleggen, services.termen.met_lidwoord("jaarplan")
    day = services.werkplek.vandaag()
    kind = service.soorten()[0].sleutel
    meeting = service.plan(OverlegInvoer(kind, day, time_of_day(13), time_of_day(15), "Vergaderzaal", "J. Oefenman"))
    members = [one.id for one in services.partijen.lijst()[:5]]
    service.zet_leden(meeting, members)
    for number, member in enumerate(members):
        present = Aanwezigheid.AFGEMELD if number == 4 else Aanwezigheid.AANWEZIG
        service.zet_aanwezigheid(meeting, member, present)
    point = service.voeg_punt_toe(
        meeting, BestuurpuntInvoer(hoofdletter(plan), 30, "Het concept is vooraf toegestuurd.")
    )
    service.voeg_punt_toe(meeting, BestuurpuntInvoer("Rondvraag", 10))
    services.besluitvorming.leg_voor(point, VoorstelInvoer(f"{hoofdletter(plan)} vaststellen.", raakt=(members[4],)))
    service.houd(meeting)
    return meeting


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
    page.toon("huisprofiel")
    text = page.huisprofiel.lijst
    text.moveCursor(QTextCursor.MoveOperation.Start)
    if not text.find("Regels en artikelen"):
        camera.findings.append("96-beheer-huisprofiel-regels: de regels staan er niet")
    bar = text.verticalScrollBar()
    bar.setValue(bar.value() + text.cursorRect().top())
    text.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    camera.take("96-beheer-huisprofiel-regels", window)
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


def photograph(job: Job, vault: Path) -> Camera:
    """The screens of one house in one variant."""
    variant = job.variant
    qt = QApplication(sys.argv[:1])
    qt.setQuitOnLastWindowClosed(False)
    access = ToegangDienst()
    application = bouw(qt)
    application.thema.pas_toe(Qt.ColorScheme.Dark if variant.dark else Qt.ColorScheme.Light)
    camera = Camera(job, qt)
    sys.excepthook = partial(remember, camera)
    if job.full:
        before_opening(camera, application, access, vault)
    roles: tuple[tuple[Rol, Callable[[Camera, Toepassing, Hoofdvenster, Diensten], None]], ...] = (
        (Rol.PROCESREGISSEUR, as_regisseur),
        (Rol.MEDEWERKER, as_medewerker),
        (Rol.BEHEERDER, as_beheerder),
    )
    for role, screens in roles:
        if role is Rol.MEDEWERKER and not job.full:
            continue
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


def run_job(job: Job, vaults: dict[str, Path], workplace: Path) -> dict[str, object]:
    """One process for one house in one variant, on its own copy of the vault."""
    variant = job.variant
    job.target.mkdir(parents=True, exist_ok=True)
    folder = workplace / f"{job.house}-{variant.name}"
    copy = shutil.copytree(vaults[job.house], folder / vaults[job.house].name)
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
    command = [sys.executable, __file__, "--variant", variant.name, "--kluis", str(copy), "--uit", str(job.target)]
    command += ["--huis", job.house]
    command += [] if job.full else ["--hoofdschermen"]
    command += ["--klein", str(job.small)] if job.small is not None else []
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or not lines:
        return {"made": 0, "findings": [f"het proces stopte met {done.returncode}: {done.stderr[-2000:]}"]}
    outcome: dict[str, object] = json.loads(lines[-1])
    return outcome


def run_all(jobs: tuple[Job, ...], workers: int) -> int:
    """Make the vault of each house once and every job after that; the number of findings."""
    with tempfile.TemporaryDirectory() as folder:
        workplace = Path(folder)
        os.environ["ZVH_GEBRUIKERSMAP"] = str(workplace / "gebruiker")
        vaults = {}
        for house in dict.fromkeys(job.house for job in jobs):
            print(f"Oefenkluis maken: {house}", flush=True)
            vaults[house] = workplace / house / "oefenen.kluis"
            vaults[house].parent.mkdir()
            maak_oefenkluis(vaults[house], house, lambda _done, _total, _text: None)
        with ThreadPoolExecutor(workers) as pool:
            outcomes = list(
                zip(jobs, pool.map(partial(run_job, vaults=vaults, workplace=workplace), jobs), strict=True)
            )
    total = 0
    for job, outcome in outcomes:
        found = outcome["findings"]
        lines = [str(line) for line in found] if isinstance(found, list) else []
        total += len(lines)
        print(f"{job.name}: {outcome['made']} beelden, {len(lines)} bevindingen")
        for line in lines:
            print(f"  {line}")
    return total


def plan(asked: argparse.Namespace) -> tuple[Job, ...]:
    """What is asked: everything of one house in all variants, and of the others the main screens in the first."""
    chosen = [one for one in VARIANTS if not asked.alleen or one.name in asked.alleen]
    houses = HOUSES if asked.huis == "alle" else (asked.huis,)
    jobs = []
    for house in houses:
        full = house == FULL_HOUSE and not asked.hoofdschermen
        target = asked.uit if house == FULL_HOUSE else asked.uit / house
        jobs += [
            Job(house, variant, full, target, asked.klein if variant is VARIANTS[0] else None)
            for variant in (chosen if full or asked.alleen else VARIANTS[:1])
        ]
    return tuple(jobs)


def main() -> int:
    """Without --variant: everything. With it: one house in one variant, called by ourselves."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--uit", type=Path, default=ROOT / "schermafbeeldingen", help="map voor de beelden")
    reader.add_argument("--huis", choices=[*HOUSES, "alle"], default=FULL_HOUSE, help="van welk huis")
    reader.add_argument("--alleen", action="append", choices=[one.name for one in VARIANTS], help="alleen deze variant")
    reader.add_argument("--hoofdschermen", action="store_true", help=f"ook van {FULL_HOUSE} alleen de hoofdschermen")
    reader.add_argument("--klein", type=Path, help="bewaar in deze map van elk huis een paar kleine beelden")
    reader.add_argument("--werkers", type=int, default=2, help="hoeveel tegelijk")
    reader.add_argument("--variant", choices=[one.name for one in VARIANTS], help=argparse.SUPPRESS)
    reader.add_argument("--kluis", type=Path, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.klein is not None:
        asked.klein.mkdir(parents=True, exist_ok=True)
    if asked.variant:
        variant = next(one for one in VARIANTS if one.name == asked.variant)
        job = Job(asked.huis, variant, not asked.hoofdschermen, asked.uit, asked.klein)
        camera = photograph(job, asked.kluis)
        print(json.dumps({"made": camera.made, "findings": camera.findings}))
        return 0
    return 1 if run_all(plan(asked), asked.werkers) else 0


if __name__ == "__main__":
    sys.exit(main())
