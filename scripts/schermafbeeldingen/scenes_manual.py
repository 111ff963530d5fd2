"""The pictures of the manual: of each part of the life of a file to its end the part that it is about.

Not the whole window: beside a text it would be too small to read.
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from functools import partial
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from scripts.schermafbeeldingen.camera import Camera, DialogCatcher, few_colours, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.models.keuzes import OverlegStatus
from zvh_desktop.services.datalek.gegevens import DatalekInvoer
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer.beheer import BeheerPagina
from zvh_desktop.ui.pages.casus.casussen import CasussenPagina

WIDTH = 960
PARTS = {
    "opruimen": "opruimen",
    "datalekken": "datalekken",
    "verzoeken": "verzoeken",
    "samenwerking": "samenwerking",
    "geschillen": "geschillen",
    "brieven": "brieven",
    "bewaartermijnen": "bewaartermijnen",
}
"""Part of Beheer -> name of its picture."""
ANSWERS = {
    "contact_naam": "Testpersoon Melder",
    "contact_email": "melder@voorbeeld.invalid",
    "naam_1": "Verzonnen Aangemelde",
    "geboren_1": "5-3-1980",
    "gemeente_1": "Voorbeelddorp",
    "zorgelijke_situatie": "Een verzonnen situatie, alleen voor deze oefening.",
    "verzoek": "Meedenken over een verzonnen vraag.",
}


def manual(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, target: Path) -> None:
    """Everything that a procesregisseur sees of it."""
    target.mkdir(parents=True, exist_ok=True)
    found = services.werkplek.klok() - timedelta(hours=5)
    services.datalekken.leg_vast(DatalekInvoer("Een uitnodiging ging naar een oud adres.", found))
    window.ga_naar("beheer")
    page = window.pagina("beheer")
    if isinstance(page, BeheerPagina):
        for part, name in PARTS.items():
            page.toon(part)
            wait_for_tasks(camera, application)
            keep(camera, name, page.stapel, target)
    window.ga_naar("rapportage")
    wait_for_tasks(camera, application)
    keep(camera, "rapportage", window.pagina("rapportage"), target)
    take_over(camera, application, window, services, target)
    returned_form(camera, application, window, services, target)


def take_over(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, target: Path) -> None:
    """The copy blocks of the tafel that was held about most casussen."""
    held = [one for one in services.tafels.lijst() if one.status is OverlegStatus.GEHOUDEN]
    most = max(held, key=attrgetter("casussen"))
    window.ga_naar("tafels", BijTafel(most.id, 4))
    wait_for_tasks(camera, application)
    tabs = window.findChild(QTabWidget, "verzenden_tabbladen")
    if tabs is None or not tabs.isTabVisible(2):
        camera.findings.append("overnemen: dit huis neemt niets over")
        return
    tabs.setCurrentIndex(2)
    wait_for_tasks(camera, application)
    keep(camera, "overnemen", tabs, target)


def returned_form(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, target: Path
) -> None:
    """What is proposed of a form that came back."""
    window.ga_naar("casussen")
    wait_for_tasks(camera, application)
    page = window.pagina("casussen")
    if not isinstance(page, CasussenPagina):
        return
    partij = next(een for een in services.partijen.lijst() if een.contactpersonen)
    today = f"{services.werkplek.vandaag():%d-%m-%Y}"
    filled = services.formulieren.ingevuld(partij.id, ANSWERS | {"datum": today})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "formulier.pdf"
        path.write_bytes(filled)
        catcher = DialogCatcher(camera, "formulier", partial(keep_dialog, camera, target))
        catcher.start()
        page.formulieren.lees(path)
        wait_for_tasks(camera, application)
        catcher.stop()
    if not catcher.caught:
        camera.findings.append("formulier: er ging geen dialoog open")


def keep_dialog(camera: Camera, target: Path, dialog: QDialog) -> None:
    """The dialog, before it is closed again."""
    keep(camera, "formulier", dialog, target)


def keep(camera: Camera, name: str, widget: QWidget, target: Path) -> None:
    """A picture no wider than a page of the manual."""
    camera.settle()
    picture = QPixmap(widget.size())
    picture.fill(widget.window().palette().window().color())  # a part has no ground of its own
    widget.render(picture)
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    few_colours(picture.toImage()).save(str(target / f"{name}.png"))
    camera.made += 1
