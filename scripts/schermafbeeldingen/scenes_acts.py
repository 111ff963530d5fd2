"""What is done on a screen rather than shown by it: menus, calendars, and the dialogs in which something is signed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu, QScrollArea, QToolButton, QWidget

from scripts.schermafbeeldingen.camera import Camera, press, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import OordeelUitkomst, OverlegId, PoortStand, Rol
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.weergaven import Weergave, Weergavestand
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.partijen.csv_lezen import lees_csv_bestand
from zvh_desktop.services.tafel.correcties import CorrectieInvoer
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.plekken import BijCasus, BijTafel
from zvh_desktop.ui.aanmelden.eigen_wachtwoord import EigenWachtwoordDialoog
from zvh_desktop.ui.aanmelden.hersteldialoog import Hersteldialoog
from zvh_desktop.ui.dialogs.tafel_plannen import TafelDialoog
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.bestuur.werkblad import OverlegWerkblad
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.pages.partijen.csv_voorbeeld import CsvVoorbeeldDialoog
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.stukken.uitnodigen import Uitnodigen
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag
from zvh_desktop.ui.widgets.velden.datumveld import Geboorteveld

KEY = "ABCD-EFGH-JKLM-NPQR"


def open_menu(camera: Camera, name: str, window: QWidget, menu: QMenu, button: QWidget) -> None:
    """A picture with this menu open below its button."""
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    camera.take(name, window)
    menu.close()


def views(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Ways of looking at a list: the menu, what is said of one that names what is gone, and the dialog."""
    gone = Weergavestand(keuzes=(("welke", "weg"),), filters=(("eigenaar", "a"),), kolommen=("termijn", "omschrijving"))
    for view in (
        Weergave("acties", "Te laat", Weergavestand(keuzes=(("welke", "laat"),))),
        Weergave("acties", "Van vroeger", gone, eigen=False),
    ):
        services.weergaven.bewaar(view)
    window.ga_naar("acties")
    wait_for_tasks(camera, application)
    button, menu = (
        window.findChild(QToolButton, "acties_weergave_knop"),
        window.findChild(QMenu, "acties_weergave_menu"),
    )
    if button is None or menu is None:
        return
    open_menu(camera, "60-acties-weergaven", window, menu, button)
    press_in(menu, "Van vroeger")
    wait_for_tasks(camera, application)
    open_menu(camera, "60-acties-weergave-open", window, menu, button)
    camera.take_dialog("60-acties-weergave-bewaren", partial(press_in, menu, "&Bewaar als"))
    press_in(menu, "Zonder")


def press_in(menu: QMenu, text: str) -> None:
    """Choose the line of this menu in which the text stands."""
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if text in action.text()).trigger()


def own_password(camera: Camera, access: ToegangDienst) -> None:
    """The first login with a password that the beheerder chose."""
    camera.take_dialog("11-eigen-wachtwoord", partial(EigenWachtwoordDialoog.vraag, access, "ander", None))


def type_key(dialog: QDialog) -> None:
    """A key, which has to be masked."""
    if isinstance(dialog, Hersteldialoog):
        dialog.sleutel_veld.setText(KEY)


def dates(camera: Camera, application: Toepassing, window: Hoofdvenster) -> None:
    """A date while it is typed, and one that cannot be read."""
    window.ga_naar("tafels")
    wait_for_tasks(camera, application)
    for name, text in (("41-datum-gelezen", "vr 1 maart 2030"), ("41-datum-onleesbaar", "31-2-2030")):
        camera.take_dialog(name, partial(press, window, "tafel_plannen_knop"), partial(type_date, text))


def type_date(text: str, dialog: QDialog) -> None:
    """What is being typed; the field has not been left."""
    if isinstance(dialog, TafelDialoog):
        dialog.datum.setFocus()
        dialog.datum.setText(text)
        dialog.datum.textEdited.emit(text)


def decades(camera: Camera, window: Hoofdvenster, form: QWidget) -> None:
    """The calendar of an empty date of birth, and what is said below one that is known in part."""
    field = next((one for one in form.findChildren(Geboorteveld) if one.isVisibleTo(form)), None)
    if field is None:
        camera.findings.append("32-geboortedatum: er is geen veld")
        return
    known = field.datum()
    scroll = next((one for one in window.findChildren(QScrollArea) if one.isAncestorOf(field)), None)
    if scroll is not None:
        scroll.ensureWidgetVisible(field, 0, 250)
    field.zet_datum(None)
    field.setFocus()
    field.open_kalender()
    camera.take("32-geboortedatum-tientallen", window)
    chooser = field.kiezer()
    if chooser is not None:
        chooser.close()
    field.setText("maart 1985")
    field.textEdited.emit("maart 1985")
    camera.take("32-geboortedatum-gelezen", window)
    field.zet_datum(known)


def judgements(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Asking for several oordelen at once, from the casus."""
    window.ga_naar("casussen", BijCasus(services.casussen.lijst()[0].id, "oordelen"))
    wait_for_tasks(camera, application)
    page = window.pagina("casussen")
    if isinstance(page, CasussenPagina):
        button = page.blad.oordelen.vraag_knop
        open_menu(camera, "81-oordelen-vragen", window, button.lijst, button)


def give_judgement(camera: Camera, application: Toepassing, window: Hoofdvenster, meeting: OverlegId) -> None:
    """The oordeel dialog from the agenda, and the dialog that adds a point."""
    window.ga_naar("tafels", BijTafel(meeting, 0))
    wait_for_tasks(camera, application)
    step = window.findChild(Voorbereiden)
    if step is None or step._beeld is None:
        return
    states = (PoortStand.NIET_BEOORDEELD, PoortStand.NIET_RECHTMATIG)
    cells = [(p.id, c.partij_id) for p in step._beeld.punten for c in p.cellen if c.stand in states]
    camera.take_dialog("42-punt-toevoegen", step.voeg_toe)
    camera.take_dialog("42-volgorde", step.stel_volgorde_voor)
    if cells:
        step.matrix.ga_naar_plek(*cells[0])
        camera.take_dialog("42-oordeel-geven", partial(step.geef_oordeel, OordeelUitkomst.RECHTMATIG))


def reminders(camera: Camera, application: Toepassing, window: Hoofdvenster, meeting: OverlegId) -> None:
    """Who is reminded: the menu on Uitnodigen."""
    window.ga_naar("tafels", BijTafel(meeting, 1))
    wait_for_tasks(camera, application)
    step = window.findChild(Uitnodigen)
    if step is not None:
        open_menu(camera, "44-tafel-herinneren", window, step.herinner_knop.menu(), step.herinner_knop)


def presence(camera: Camera, window: Hoofdvenster) -> None:
    """The menu with which a mouse changes who was there."""
    for button in window.findChildren(QWidget, "verslag_aanwezig_knop"):
        menu = window.findChild(QMenu, "verslag_aanwezig_menu")
        if menu is not None and button.isVisibleTo(window):
            open_menu(camera, "45-tafel-aanwezigheid", window, menu, button)
            return


def correction(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """The dialog that corrects, and after a correction the page and the versions."""
    window.ga_naar("tafels", BijTafel(meeting, 3))
    wait_for_tasks(camera, application)
    step = window.findChild(Verslag)
    point = step.punten.gekozen() if step is not None else None
    if step is None or point is None:
        camera.findings.append("46-verslag-corrigeren: er is geen punt")
        return
    camera.take_dialog("46-verslag-corrigeren", step.corrigeer)
    services.bevestig(oefenaccount(Rol.PROCESREGISSEUR).wachtwoord)
    text = replace(point.tekst, beeld=f"{point.tekst.beeld} Dat was in Voorbeeldstad.")
    services.correcties.corrigeer(point.id, CorrectieInvoer(text, "De plaats van de opname ontbrak."))
    step.vernieuw()
    camera.take("46-tafel-verslag-gecorrigeerd", window)
    camera.take_dialog("46-verslag-versies", step.toon_versies)


def meeting_dialogs(camera: Camera, window: Hoofdvenster) -> None:
    """The dialogs of a meeting without casussen that is open."""
    sheet = window.findChild(OverlegWerkblad)
    if sheet is None:
        return
    for name, act in (
        ("52-overleg-stemmen", sheet.paneel.stem),
        ("52-overleg-punt", sheet.voeg_punt_toe),
        ("52-overleg-lid", sheet.ledenvak.wijzig_lid),
        ("52-overleg-leden", sheet.ledenvak.kies_leden),
        ("52-overleg-voorstel", sheet.paneel.voeg_toe),
    ):
        camera.take_dialog(name, act)


def search_in_texts(camera: Camera, application: Toepassing, window: Hoofdvenster) -> None:
    """Words from a verslag, with what stands around them."""
    for name, text in (("21-zoeken-in-teksten", "behandeling"), ("21-zoeken-niets", "zzyzx")):
        window.zoek_veld.setFocus()
        window.zoek_veld.setText(text)
        window.zoek_veld.textEdited.emit(text)
        wait_for_tasks(camera, application)
        camera.settle()
        camera.take(name, window)
        window.zoek_veld.maak_leeg()


def import_preview(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, path: Path
) -> None:
    """What importing a list would do, and the choice of its columns."""
    source = lees_csv_bestand(path)
    preview = services.partijen_csv.voorbeeld(source)
    show = partial(
        CsvVoorbeeldDialoog.vraag,
        preview,
        application.gereedschap,
        window,
        partial(services.partijen_csv.voorbeeld, preview.bron),
    )
    camera.take_dialog("83-partijen-inlezen", show)
    camera.take_dialog("83-partijen-kolommen", show, open_columns)


def open_columns(dialog: QDialog) -> None:
    """Choose the columns by hand."""
    if isinstance(dialog, CsvVoorbeeldDialoog):
        dialog.kolommen_knop.click()
