"""The chair with a screen in the room: the clock of the day, an actie in one line, and what the room sees."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from scripts.schermafbeeldingen.camera import Camera, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegId, Rol
from zvh_desktop.services.casus.acties import ActieInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.agenda_gegevens import PuntInvoer
from zvh_desktop.services.tafel.tafels import OverlegInvoer
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.werkplek.klok import AMSTERDAM
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.aan_tafel.aan_tafel import AanTafel
from zvh_desktop.ui.pages.tafel.aan_tafel.dagdialoog import DagDialoog

AGO, LASTS = timedelta(minutes=34), timedelta(hours=2)
PLANNED = 10
"""Minutes of each point: so few that the first one has run over."""


def in_the_room(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, held: OverlegId
) -> OverlegId | None:
    """A tafel of now, with its first casus open and running over; None where none can be made."""
    points = tafel_of_now(services, held)
    if len(points) < 2:
        camera.findings.append("47-aan-tafel-zaal: er zijn geen casussen voor een overleg van vandaag")
        return None
    meeting, first = points[0]
    services.bevestig(oefenaccount(Rol.PROCESREGISSEUR).wachtwoord)
    services.agenda.geef_akkoord(meeting)
    services.verslagen.start_punt(first, andere_dag=True)
    there = next(point.aanwezigen for point in services.verslagen.toon(meeting).punten if point.id == first)
    for partij in there:
        services.verslagen.zet_aanwezigheid(first, partij.partij_id, Aanwezigheid.AANWEZIG)
    services.tafelloop.voorzitter.wijs_op_geheimhouding(first, gewezen=True)
    besluit = services.verslagen.toon(meeting).besluiten[0].sleutel
    services.verslagen.voeg_besluit_toe(
        first, BesluitInvoer(besluit, "Ieder houdt de eigen taak tot het volgende overleg")
    )
    day = services.werkplek.vandaag() + timedelta(days=14)
    services.acties.voeg_toe_bij_punt(first, ActieInvoer("Huisbezoek samen met de wijkagent", there[0].partij_id, day))
    window.ga_naar("tafels", BijTafel(meeting, 2))
    wait_for_tasks(camera, application)
    page = window.findChild(AanTafel)
    if page is None:
        return None
    page.verslag.nieuwe_actie.tekst.setText(f"{there[-1].kort.lower()}: terugbellen voor overmorgen")
    page.dagbalk.zaal.wissel_beeld()
    camera.take("47-aan-tafel-zaal", window)
    room = page.dagbalk.zaal.venster()
    if room is not None:
        room.resize(window.size())
        camera.take("47-zaalscherm", room)
    page.dagbalk.groot_knop.setChecked(True)
    camera.take("47-aan-tafel-groot", window)
    page.dagbalk.groot_knop.setChecked(False)
    if (today := page.dagbalk.dag.dag()) is not None:
        dialog = DagDialoog(today, window)
        dialog.show()
        camera.take("47-aan-tafel-dag", dialog)
        dialog.close()
    page.volgende()
    camera.take("47-aan-tafel-wisseling", window)
    if room is not None:
        camera.take("47-zaalscherm-leeg", room)
    application.gereedschap.zaal.sluit()
    return meeting


def tafel_of_now(services: Diensten, held: OverlegId) -> list[tuple[OverlegId, AgendapuntId]]:
    """A meeting that began a while ago, with up to four casussen and everybody there invited."""
    before = services.tafels.toon(held).invoer
    now = services.werkplek.klok().astimezone(AMSTERDAM).replace(tzinfo=None)
    begin = max(now - AGO, datetime.combine(now.date(), time()))
    end = min(now + LASTS, datetime.combine(now.date(), time(23, 59)))
    meeting = services.tafels.plan(
        OverlegInvoer(before.soort, now.date(), _minute(begin), _minute(end), before.plaats, "R. Voorbeeld")
    )
    points: list[tuple[OverlegId, AgendapuntId]] = []
    keys = [kind.sleutel for kind in services.agenda.toon(meeting).besluiten]
    for choice in services.agenda.kiesbare_casussen(meeting):
        if choice.mag and len(points) < 4:
            point = services.agenda.voeg_casus_toe(meeting, choice.casus_id)
            services.agenda.wijzig_punt(point, PuntInvoer(PLANNED, "", "Bepalen wie wat doet", keys[0], "Wonen"))
            if services.agenda.nodig_alle_uit(point):
                points.append((meeting, point))
            else:
                services.agenda.verwijder_punt(point)
    return points


def _minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)
