"""A tafel that travels: given along, out, what it brings back, and what turns up after it was withdrawn."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QDialog

from scripts.schermafbeeldingen.camera import Camera, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import OverlegId, Rol
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.koffer.gegevens import KofferVraag
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.tafel.koffer.meegeefdialoog import MeegeefDialoog
from zvh_desktop.ui.pages.tafel.koffer.terugdialoog import TerugDialoog


def in_a_koffer(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """Out, worked in, withdrawn and found; the tafel is of the office again afterwards."""
    account = oefenaccount(Rol.PROCESREGISSEUR)
    choice = services.koffers.uit.keuze(meeting)
    if choice.bezwaar:
        camera.findings.append(f"48-koffer: {choice.bezwaar}")
        return
    _take(camera, "48-koffer-meegeven", MeegeefDialoog(meeting, choice, lambda _asked: None, window))
    with tempfile.TemporaryDirectory() as folder:
        koffer = Path(folder) / "Overleg.koffer"
        services.bevestig(account.wachtwoord)
        out = services.koffers.uit.geef_uit(KofferVraag(meeting, account.gebruiker, choice.terug_uiterlijk), koffer)
        _show(camera, application, window, meeting)
        camera.take("48-koffer-uit", window)
        _on_the_road(koffer, meeting)
        _take(camera, "48-koffer-in", TerugDialoog(services.koffers.terug.bekijk(koffer), window))
        services.koffers.uit.trek_in(out.id, "De laptop is uit de trein gestolen.")
        _write(services, meeting, "Op kantoor aangevuld: de wijkagent belt morgen.")
        _show(camera, application, window, meeting)
        camera.take("48-koffer-ingetrokken", window)
        _take(camera, "48-koffer-voorstel", TerugDialoog(services.koffers.terug.bekijk(koffer), window))
        services.koffers.terug.lever_in(koffer)
    _show(camera, application, window, meeting)
    camera.take("48-koffer-nagekomen", window)


def _on_the_road(koffer: Path, meeting: OverlegId) -> None:
    account = oefenaccount(Rol.PROCESREGISSEUR)
    laptop = ToegangDienst().ontgrendel(koffer, account.gebruiker, account.wachtwoord)
    try:
        _write(laptop, meeting, "Onderweg besproken: het gezin wil hulp bij de schulden, en de school doet mee.")
        report = laptop.verslagen.toon(meeting)
        kind = report.besluiten[-1].sleutel
        laptop.verslagen.voeg_besluit_toe(report.punten[0].id, BesluitInvoer(kind, "Over vier weken opnieuw"))
    finally:
        laptop.sluit()


def _write(services: Diensten, meeting: OverlegId, text: str) -> None:
    point = services.verslagen.toon(meeting).punten[0]
    services.verslagen.bewaar_tekst(point.id, VerslagTekst(text, "", ""))


def _show(camera: Camera, application: Toepassing, window: Hoofdvenster, meeting: OverlegId) -> None:
    window.ga_naar("vandaag")  # a page reads again when it comes in view
    window.ga_naar("tafels", BijTafel(meeting, 2))
    wait_for_tasks(camera, application)


def _take(camera: Camera, name: str, dialog: QDialog) -> None:
    dialog.show()
    camera.take(name, dialog)
    dialog.close()
