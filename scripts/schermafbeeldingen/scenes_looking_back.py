"""A casus that comes back: what it comes from while it is minuted, and the verslag before as the first point."""

from __future__ import annotations

from datetime import timedelta

from scripts.schermafbeeldingen.camera import Camera, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, Rol, VerslagOordeel
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.verslag.verslag import Verslag


def looking_back(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, held: OverlegId
) -> None:
    """A next tafel with a casus of the one that was held: proposed, at the table and in the verslag."""
    begun = next_tafel(services, held)
    if begun is None:
        camera.findings.append("45-tafel-terugblik: geen casus van het vorige overleg kan nog op een agenda")
        return
    meeting, point = begun
    window.ga_naar("tafels", BijTafel(meeting, 0))
    wait_for_tasks(camera, application)
    camera.take("42-tafel-verslag-voorstel", window)
    first = services.eerste_punt.zet(meeting)
    services.bevestig(oefenaccount(Rol.PROCESREGISSEUR).wachtwoord)
    services.agenda.geef_akkoord(meeting)
    services.verslagen.start_punt(first, andere_dag=True)
    services.eerste_punt.leg_vast(first, VerslagOordeel.ONGEWIJZIGD)
    window.ga_naar("tafels", BijTafel(meeting, 2))
    wait_for_tasks(camera, application)
    camera.take("45-tafel-vorig-verslag", window)
    services.verslagen.start_punt(point, andere_dag=True)
    for step, kind, name in ((2, AanTafel, "45-tafel-terugblik"), (3, Verslag, "46-verslag-terugblik")):
        window.ga_naar("tafels", BijTafel(meeting, step))
        wait_for_tasks(camera, application)
        page = window.findChild(kind)
        if isinstance(page, AanTafel | Verslag):
            if isinstance(page, Verslag):
                page.kies_punt(point)
            page.terugblik.kaart.klap(True)
        camera.take(name, window)


def next_tafel(services: Diensten, held: OverlegId) -> tuple[OverlegId, AgendapuntId] | None:
    """Planned with the first casus of the one that was held that is still running, everybody there invited."""
    before = services.tafels.toon(held).invoer
    day = services.werkplek.vandaag() + timedelta(days=2)
    meeting = services.tafels.plan(OverlegInvoer(before.soort, day, before.begin, before.einde, before.plaats))
    kinds = [een.sleutel for een in services.agenda.toon(meeting).besluiten]
    were = {point.casus_id: point for point in services.agenda.toon(held).punten if point.casus_id is not None}
    for choice in services.agenda.kiesbare_casussen(meeting):
        if choice.mag and choice.casus_id in were:
            then = were[choice.casus_id]
            point = services.agenda.voeg_casus_toe(meeting, choice.casus_id)
            services.agenda.wijzig_punt(
                point, PuntInvoer(20, "", then.doel, then.besluit_type or kinds[0], then.themas)
            )
            if services.agenda.nodig_alle_uit(point):
                return meeting, point
            services.agenda.verwijder_punt(point)
    return None
