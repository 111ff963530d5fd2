"""The tafels with their five steps, and the meetings without casussen."""

from __future__ import annotations

from datetime import time as time_of_day
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QTabWidget, QToolButton

from scripts.schermafbeeldingen.camera import Camera, press, wait_for_tasks
from scripts.schermafbeeldingen.scenes_acts import correction, give_judgement, open_menu, presence, reminders
from scripts.schermafbeeldingen.scenes_looking_back import looking_back
from scripts.schermafbeeldingen.scenes_room import in_the_room
from scripts.schermafbeeldingen.scenes_server import without_a_line
from scripts.schermafbeeldingen.scenes_travel import in_a_koffer
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegId, OverlegStatus, PoortStand
from zvh_desktop.models.taal import hoofdletter
from zvh_desktop.services.bestuur.gegevens import BestuurpuntInvoer, VoorstelInvoer
from zvh_desktop.services.bewerkbaar.gegevens import Veldstand, Wordregel, Wordvoorstel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijOverleg, BijTafel
from zvh_desktop.ui.bewaren.wordvoorstel import Wordvoorsteldialoog
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.bestuur.werkblad import OverlegWerkblad
from zvh_desktop.ui.pages.tafel.agenda.voorbereiden import Voorbereiden
from zvh_desktop.ui.pages.tafel.stukken.elk_voor_zich import LIJSTNAAM, Conceptenuitkomst, Gemaakt, NietGemaakt
from zvh_desktop.ui.pages.tafel.stukken.verzenddialoog import toon_verzendlijst
from zvh_desktop.ui.pages.tafel.tafels import TafelsPagina
from zvh_desktop.ui.pdf_voorbeeld import PdfVenster


def by_month(camera: Camera, window: Hoofdvenster) -> None:
    """The same as a month, with the terms; and the list again."""
    press(window, "tafels_maand_knop")
    camera.settle()
    camera.take("40-tafels-maand", window)
    press(window, "tafels_maand_knop")
    camera.settle()


def tables(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """The list of tafels and the five steps."""
    window.ga_naar("tafels")
    camera.take("40-tafels", window)
    if window.findChild(QAbstractButton, "tafel_plannen_knop") is not None:
        camera.take_dialog("41-tafel-plannen", partial(press, window, "tafel_plannen_knop"))
        camera.take_dialog("41-tafel-herhalen", partial(press, window, "tafel_herhalen_knop"))
    by_month(camera, window)
    by_state = {one.status: one.id for one in services.tafels.lijst()}
    states = (OverlegStatus.CONCEPT, OverlegStatus.VERZONDEN, OverlegStatus.GEHOUDEN, OverlegStatus.AFGELAST)
    concept, sent, held, called_off = (by_state.get(one) for one in states)
    steps = (
        ("42-tafel-voorbereiden", concept, 0),
        ("43-tafel-voorbereiden-verzonden", sent, 0),
        ("44-tafel-uitnodigen", sent, 1),
        ("45-tafel-aan-tafel", sent, 2),
        ("46-tafel-verslag", held, 3),
        ("47-tafel-verzenden", held, 4),
        ("49-tafel-afgelast", called_off, 0),
    )
    for name, meeting, step in steps:
        if meeting is None:
            camera.findings.append(f"{name}: er is geen tafel in deze stand")
            continue
        window.ga_naar("tafels", BijTafel(meeting, step))
        wait_for_tasks(camera, application)
        camera.settle()
        page = window.pagina("tafels")
        if isinstance(page, TafelsPagina) and page.onderdeel() != BijTafel(meeting, step):
            camera.findings.append(f"{name}: de stap ging niet open")
        camera.take(name, window)
        if step == 2:
            call_off(camera, window)
            at_the_table(camera, application, window, services, meeting)
        if step == 4:
            camera.take_dialog("47-alles-afdrukken", partial(press, window, "verzenden_afdrukken"))
            go_round(camera, application, window)
    if sent is not None:
        reminders(camera, application, window, sent)
        drafts_saved(camera, window, services, sent)
    if concept is not None:
        full_agenda(camera, application, window, services, concept)
        give_judgement(camera, application, window, concept)
    if held is not None:
        back_from_word(camera, window)
        looking_back(camera, application, window, services, held)
        meeting = in_the_room(camera, application, window, services, held)
        if meeting is not None:
            in_a_koffer(camera, application, window, services, meeting)
            without_a_line(camera, application, window, services, meeting)
        correction(camera, application, window, services, held)
        piece = services.documenten.maak(services.documenten.verslagstukken(held)[0])
        tools = application.gereedschap
        camera.take_dialog(
            "48-pdf-voorbeeld",
            partial(
                PdfVenster.vraag, piece.inhoud, piece.bestandsnaam, "Casustafel - notulen", tools.melder, ouder=window
            ),
        )


def back_from_word(camera: Camera, window: Hoofdvenster) -> None:
    """What came back from a word processor, with a text that was changed in both places."""
    here = "De betrokkene is in gesprek met de gemeente.\nEr is nog geen plek."
    there = "De betrokkene is in gesprek met de gemeente en de GGD.\nEr is een plek per 1 februari."
    lines = (
        Wordregel("p1_beeld", "1. 2026-0001: beeld", here, there, Veldstand.WORD),
        Wordregel("p1_besluit", "1. 2026-0001: besluit", "Procesregie hier.", "Procesregie elders.", Veldstand.BEIDE),
    )
    proposal = Wordvoorstel(lines, 4, ("3. 2026-0007: beeld",), 0, ())
    camera.take_dialog("46-word-voorstel", partial(Wordvoorsteldialoog.vraag, proposal, len, ouder=window))


def call_off(camera: Camera, window: Hoofdvenster) -> None:
    """What is asked before a tafel is called off."""
    camera.take_dialog("44-tafel-afgelasten", partial(press, window, "tafel_afgelasten"))


def at_the_table(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """A point that is begun on another day than planned, and what can be changed at the table."""
    camera.take_dialog("45-tafel-andere-dag", partial(press, window, "start_punt"))
    services.verslagen.start_punt(services.verslagen.toon(meeting).punten[0].id, andere_dag=True)
    window.ga_naar("tafels", BijTafel(meeting, 3))
    wait_for_tasks(camera, application)
    camera.take("46-tafel-verslag-concept", window)
    window.ga_naar("tafels", BijTafel(meeting, 2))
    wait_for_tasks(camera, application)
    camera.take("45-tafel-aan-tafel-punt", window)
    presence(camera, window)
    button = window.findChild(QToolButton, "tafel_wijzigen")
    menu = button.menu() if button is not None else None
    if button is None or menu is None:
        camera.findings.append("45-tafel-wijzigen: er is niets om te wijzigen")
        return
    open_menu(camera, "45-tafel-wijzigen", window, menu, button)


def drafts_saved(camera: Camera, window: Hoofdvenster, services: Diensten, meeting: OverlegId) -> None:
    """What is still to be sent, and a partij of which no draft was made."""
    lines = services.uitnodigingen.lijst(meeting)
    outcome = Conceptenuitkomst(
        tuple(Gemaakt(line, f"{number:02} Uitnodiging.eml") for number, line in enumerate(lines[1:], 1)),
        (NietGemaakt(lines[0], "Er is geen contactpersoon met een e-mailadres. Vul dat in bij Partijen."),),
        LIJSTNAAM,
    )
    camera.take_dialog("44-concepten-bewaard", partial(toon_verzendlijst, outcome, services, window))


def go_round(camera: Camera, application: Toepassing, window: Hoofdvenster) -> None:
    """Who got the verslag, and what they said."""
    tabs = window.findChild(QTabWidget, "verzenden_tabbladen")
    if tabs is None or not tabs.isTabEnabled(1):
        camera.findings.append("47-tafel-rondsturen: rondsturen staat uit")
        return
    tabs.setCurrentIndex(1)
    wait_for_tasks(camera, application)
    camera.take("47-tafel-rondsturen", window)
    if tabs.isTabVisible(2):
        tabs.setCurrentIndex(2)
        wait_for_tasks(camera, application)
        camera.take("47-tafel-overnemen", window)
    tabs.setCurrentIndex(0)


def full_agenda(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """Every casus on one agenda, with the cursor on a partij that cannot be asked and why not below the matrix."""
    agenda = services.agenda
    for choice in agenda.kiesbare_casussen(meeting):
        if choice.mag:
            agenda.nodig_alle_uit(agenda.voeg_casus_toe(meeting, choice.casus_id))
    window.ga_naar("tafels", BijTafel(meeting, 0))
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
    window.ga_naar("overleggen", BijOverleg(meeting))
    wait_for_tasks(camera, application)
    camera.take("51-overleg", window)
    sheet = window.findChild(OverlegWerkblad)
    coming = next(row.id for row in services.overleggen.lijst() if row.status is OverlegStatus.CONCEPT)
    window.ga_naar("overleggen", BijOverleg(coming))
    wait_for_tasks(camera, application)
    if sheet is not None:
        camera.take_dialog("52-overleg-uitnodigingen", sheet.nodig_uit)
    window.ga_naar("overleggen", BijOverleg(meeting))
    wait_for_tasks(camera, application)


def begin_board(services: Diensten) -> OverlegId:
    """One of today: the first kind of the house, with a member with a vote that is absent and has to be heard."""
    service, plan = services.overleggen, "het plan voor het komende jaar"
    day = services.werkplek.vandaag()
    kind = service.soorten()[0].sleutel
    meeting = service.plan(OverlegInvoer(kind, day, time_of_day(13), time_of_day(15), "Vergaderzaal", "J. Oefenman"))
    members = service.toon(meeting).leden
    services.overlegleden.zet_aanwezigheid([one.id for one in members], Aanwezigheid.AANWEZIG)
    absent = [one for one in members if one.zetel.stemrecht and one.partij_id is not None][-1]
    services.overlegleden.zet_aanwezigheid([absent.id], Aanwezigheid.AFGEMELD)
    hit = () if absent.partij_id is None else (absent.partij_id,)
    point = service.voeg_punt_toe(
        meeting, BestuurpuntInvoer(hoofdletter(plan), 30, "Het concept is vooraf toegestuurd.")
    )
    service.voeg_punt_toe(meeting, BestuurpuntInvoer("Rondvraag", 10))
    services.besluitvorming.leg_voor(point, VoorstelInvoer(f"{hoofdletter(plan)} vaststellen.", raakt=hit))
    service.houd(meeting)
    return meeting
