"""What each role sees, from the first start on."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QTabWidget

from scripts.schermafbeeldingen.camera import Camera, press, wait_for_tasks
from scripts.schermafbeeldingen.scenes_acts import (
    dates,
    import_preview,
    judgements,
    meeting_dialogs,
    own_password,
    search_in_texts,
    type_key,
    views,
)
from scripts.schermafbeeldingen.scenes_dossiers import dossiers
from scripts.schermafbeeldingen.scenes_server import a_colleague_was_first, at_the_door, beheer_of_a_server
from scripts.schermafbeeldingen.scenes_tables import boards, tables
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.huis.tekstblokken import Blokregel
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.plekken import BijCasus, BijTafel
from zvh_desktop.ui.dialogs.toetsenlijst import Toetsenlijst
from zvh_desktop.ui.eerste_start.assistent import Assistent
from zvh_desktop.ui.eerste_start.stappen import maak_stappen
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.beheer.tekstblokken import Tekstblokdialoog
from zvh_desktop.ui.pages.partijen.ontvangen import Ontvangen
from zvh_desktop.ui.pages.partijen.partijen import PartijenPagina

PASSWORD = "vier losse woorden samen"  # noqa: S105  for an assistant that never makes a vault
CSV = "Bedrijf;Voornaam;Achternaam;E-mailadres;Functie\nGemeente Almelo;Jan;Oefenman;j@oefen.invalid;adviseur\n;;;;\n"


def before_opening(camera: Camera, application: Toepassing, access: ToegangDienst, vault: Path) -> None:
    """First start and login."""
    assistant = Assistent(access, application.gereedschap)
    assistant.vul_aan(maak_stappen)
    assistant.show()
    camera.take("01-eerste-start-begin", assistant)
    steps = ("huis", "partijen", "beheerder", "procesregisseur", "medewerker", "overzicht")
    for number, step in enumerate(steps, start=2):
        assistant.stappen.huis.profiel_keuze.setCurrentIndex(max(0, number - 3))
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
            camera.take_dialog("10-herstelsleutel-gebruiken", button.click, type_key)
        login.hide()
        login.deleteLater()
        application.verloop.aanmeldvenster = None
    own_password(camera, access)
    at_the_door(camera, application)


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
    search_in_texts(camera, application, window)
    dates(camera, application, window)
    dossiers(camera, application, window, services)
    tables(camera, application, window, services)
    boards(camera, application, window, services)
    meeting_dialogs(camera, window)
    window.ga_naar("acties")
    camera.take("60-acties", window)
    views(camera, application, window, services)
    window.ga_naar("partijen")
    camera.take("61-partijen", window)
    received(camera, application, window)
    for name, button in (
        ("62-partij-wijzigen", "partij_wijzigen_knop"),
        ("63-contact-toevoegen", "contact_toevoegen_knop"),
    ):
        if window.findChild(QAbstractButton, button) is not None:
            camera.take_dialog(name, partial(press, window, button))
    a_colleague_was_first(camera, application, window)
    window.ga_naar("beheer")
    camera.take("65-beheer-regisseur", window)
    window.ga_naar("rapportage")
    wait_for_tasks(camera, application)
    camera.take("69-rapportage", window)
    camera.take_dialog("70-toetsenlijst", partial(Toetsenlijst.vraag, window))
    application.hulp.toon("tafels")
    if application.hulp.venster is not None:
        camera.take("71-hulp", application.hulp.venster)
        application.hulp.venster.hide()


def received(camera: Camera, application: Toepassing, window: Hoofdvenster) -> None:
    """What a partij ever got: the first one in the list that was sent something."""
    page = window.pagina("partijen")
    if not isinstance(page, PartijenPagina):
        return
    tabs = page.findChild(QTabWidget)
    rows = page.tabel.tabel.model().rowCount()
    if tabs is not None:
        tabs.setCurrentIndex(tabs.count() - 1)
    for row in range(rows):
        page.tabel.tabel.selectRow(row)
        wait_for_tasks(camera, application)
        sheet = page.findChild(Ontvangen)
        if sheet is not None and sheet.tabel.tabel.model().rowCount() > 2:
            camera.take("61-partij-ontvangen", window)
            break
    else:
        camera.findings.append("61-partij-ontvangen: geen partij ontving iets")
    if tabs is not None:
        tabs.setCurrentIndex(0)


def as_medewerker(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """What looks different for the medewerker: what may not be done is off, with the reason."""
    camera.take("80-medewerker-vandaag", window)
    case = services.casussen.lijst()[0]
    window.ga_naar("casussen", BijCasus(case.id, "oordelen"))
    wait_for_tasks(camera, application)
    camera.take("81-medewerker-oordelen", window)
    judgements(camera, application, window, services)
    meeting = next(one for one in services.tafels.lijst() if one.status is OverlegStatus.CONCEPT)
    window.ga_naar("tafels", BijTafel(meeting.id, 0))
    camera.take("82-medewerker-voorbereiden", window)
    window.ga_naar("partijen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lijst.csv"
        path.write_text(CSV, encoding="utf-8")
        import_preview(camera, application, window, services, path)
    window.ga_naar("beheer", "accounts")
    camera.take("84-medewerker-beheer", window)
    window.ga_naar("beheer", "verzoeken")
    camera.take("84-medewerker-verzoeken", window)


def as_beheerder(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Beheer, and what a beheerder does not see."""
    camera.take("90-beheerder-begin", window)
    window.ga_naar("partijen")
    camera.take("91-beheerder-partijen", window)
    window.ga_naar("beheer")
    page = window.pagina("beheer")
    if not isinstance(page, BeheerPagina):
        return
    parts = ("mijn_account", "accounts", "herstelsleutel", "instellingen", "huisprofiel", "reservekopie", "controle")
    names = {part: f"{number}-beheer-{part.replace('_', '-')}" for number, part in enumerate(parts, start=92)}
    names |= {"rolwijzigingen": "93-beheer-rolwijzigingen", "logboek": "98-beheer-logboek"}
    names |= {"woordenlijst": "98-beheer-woordenlijst"}
    names |= {"datalekken": "98-beheer-datalekken", "brieven": "98-beheer-brieven"}
    names |= {"sjablonen": "98-beheer-sjablonen", "tekstblokken": "98-beheer-tekstblokken"}
    names |= {"vakanties": "98-beheer-vakanties"}
    names |= {part: f"98-beheer-{part}" for part in ("samenwerking", "geschillen", "convenant")}
    names |= {"bewaartermijnen": "98-beheer-bewaartermijnen", "opruimen": "98-beheer-opruimen"}
    for part, name in names.items():
        page.toon(part)
        wait_for_tasks(camera, application)
        camera.take(name, window)
    block = Blokregel("gesprek", "Er is gesproken met {?wie} op {dag}.", eigen=True)
    camera.take_dialog("98-tekstblok", partial(Tekstblokdialoog.vraag, block, print, ouder=window))
    vault = services.werkplek.kluis.map
    copy = vault.with_name(f"{vault.stem} reservekopie") / "proef.kluis"
    if not copy.exists():
        services.beheer.maak_reservekopie(copy)
    page.toon("reservekopie")
    camera.take_dialog(
        "97-reservekopie-terugzetten", page.reservekopie.terug_knop.click, lambda _: wait_for_tasks(camera, application)
    )
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
    beheer_of_a_server(camera, application, window, services)
