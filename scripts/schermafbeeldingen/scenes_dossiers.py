"""Aanmeldingen and casussen with all their parts."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtWidgets import QTabWidget

from scripts.schermafbeeldingen.camera import Camera, wait_for_tasks
from scripts.schermafbeeldingen.scenes_acts import decades
from zvh_desktop.app import Toepassing
from zvh_desktop.errors import TeKiezen
from zvh_desktop.models.keuzes import CasusId, CasusStatus
from zvh_desktop.services.brieven.gegevens import BriefInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.informatie.aangereikt import Aangereikt
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.werkplek.plekken import BijAanmelding, BijCasus
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina
from zvh_desktop.ui.weg.keuze import na_keuze
from zvh_desktop.ui.widgets.regelknop import Regelknop

_MAIL = Aangereikt(
    titel="Verzonnen rapport voor het overleg",
    bijlagen=(Bijlage("bericht.eml", b"x" * 40_000), Bijlage("rapport.pdf", b"x" * 30_000)),
    tekst="Hierbij het verzonnen rapport.",
    ontvangen_op=date(2026, 3, 2),
    is_bericht=True,
)
"""As if a mail was dropped on the casus."""


def _letter(page: CasussenPagina, services: Diensten, case: CasusId) -> None:
    """A letter to somebody at home in which more was typed than may go."""
    line = next(one for one in services.brieven.bij_casus(case) if one.per_post)
    text = BriefInvoer(
        "Wij spraken af dat u belt met 06-55012345. In uw bericht stond BSN 999990019: dat bewaren wij niet.",
        adres="Verzonnen Persoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp",
    )
    with suppress(TeKiezen):
        na_keuze(page, partial(services.brieven.stukken, line.vraag, text))


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
    window.ga_naar("casussen", BijAanmelding(open_one.id))
    camera.take("32-aanmelding", window)
    camera.take("32-aanmelding-lang", page.formulier)
    decades(camera, window, page.formulier)
    views = [services.casussen.toon(one.id) for one in services.casussen.lijst()]
    closing = next((one for one in views if one.status is not CasusStatus.LOPEND or one.afschaling_id), views[0])
    in_hand = (one for one in views if one.plan_id and not any(event.plaats == "opschaling" for event in one.tijdlijn))
    planned = next(in_hand, closing)
    window.ga_naar("casussen", BijCasus(planned.id))
    camera.take("33-casus", window)
    camera.take_dialog("33-casusregisseur-aanwijzen", page.blad.kop.regie_knop.click)
    camera.take_dialog("33-casus-op-agenda", page.blad.kop.agenda_knop.click)
    parts = {
        "33-casus-tijdlijn": "tijdlijn",
        "34-casus-betrokkenen": "betrokkenen",
        "35-casus-triage": "triage",
        "36-casus-oordelen": "oordelen",
        "37-casus-acties": "acties",
        "38-casus-plan": "plan",
        "39-casus-afschaling": "afschaling",
        "39-casus-informatie": "informatie",
        "39-casus-opruimen": "opruimen",
        "39-casus-brieven": "brieven",
    }
    for name, part in parts.items():
        if not camera.wants(name) and not camera.wants(f"{name}-lang"):
            continue
        case = closing if part in ("afschaling", "opruimen") else planned
        window.ga_naar("casussen", BijCasus(case.id, part))
        wait_for_tasks(camera, application)
        camera.take(name, window)
        camera.take(f"{name}-lang", page.blad.rol.vlak)
        if part == "informatie":
            camera.take_dialog(
                "39-casus-bericht-neergelegd", partial(page.blad.informatie.paneel.items.voeg_toe, _MAIL)
            )
        if part == "brieven":
            camera.take_dialog("39-casus-brief-kiezen", partial(_letter, page, services, case.id))
    if page.blad.opschaling is not None:
        raised = next(one for one in views if any(event.plaats == "opschaling" for event in one.tijdlijn))
        for name, case in (("39-casus-opschaling", raised), ("39-casus-opschaling-begin", planned)):
            window.ga_naar("casussen", BijCasus(case.id, "opschaling"))
            wait_for_tasks(camera, application)
            camera.take(name, window)
            camera.take(f"{name}-lang", page.blad.rol.vlak)
    window.ga_naar("casussen", BijCasus(planned.id, "afschaling"))
    wait_for_tasks(camera, application)
    rules = [one for one in page.blad.afschaling.findChildren(Regelknop) if one.isVisibleTo(page)]
    if not rules:
        camera.findings.append("39-casus-afschaling-regel: er is geen regel te lezen")
        return
    rules[-1].click()
    camera.take("39-casus-afschaling-regel", window)
