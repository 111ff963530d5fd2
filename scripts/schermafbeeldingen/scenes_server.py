"""A house on a server: signing in, no line, a colleague who was first, and what Beheer says of the server.

There is no server here: what it would answer is said by the small parts below, and all that is shown is the window's.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QDialog

from scripts.schermafbeeldingen.camera import Camera, press, wait_for_tasks
from zvh_desktop.app import Toepassing
from zvh_desktop.database.team.verbinding import Serverplek, Verbinding, schrijf_verbinding
from zvh_desktop.errors import IntussenGewijzigd, LijnWeg
from zvh_desktop.models.keuzes import OverlegId, Rol
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.kluis.kluisinfo import Serveraccount
from zvh_desktop.services.koffer.aanbod import ZonderLijnDienst
from zvh_desktop.services.koffer.gegevens import Begonnen, Dagkofferaanbod, Dagkofferstand
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.services.werkplek.klok import systeemklok
from zvh_desktop.services.werkplek.plekken import BijTafel
from zvh_desktop.ui.aanmelden.aanmeldvenster import Aanmeldvenster
from zvh_desktop.ui.dialogs.invoerdialoog import Invoerdialoog
from zvh_desktop.ui.main_window import Hoofdvenster
from zvh_desktop.ui.pages.beheer.accounts import Accounts
from zvh_desktop.ui.pages.tafel.koffer.dagkofferregel import Dagkofferregel
from zvh_desktop.ui.slot.samen.dialoogbijlezer import Dialoogbijlezer
from zvh_desktop.ui.slot.samen.kofferband import Kofferband
from zvh_desktop.ui.teksten.algemeen import OOK_OP_DE_SERVER

HOUSE = "0123456789abcdef0123456789abcdef"
ACCEPTED = (
    "B. Oefenman (beheerder) aanvaardde op 3 maart 2026 om 9.00 uur een oudere stand dan u eerder zag. Wat u daarna "
    "zag of ondertekende, kan ontbreken.\n\nWerkt u verder met deze stand? Doe dat als u weet dat er een reservekopie "
    "is teruggezet; vraag het anders eerst na. Zolang u dat niet doet, telt voor u geen oordeel en geen handtekening."
)


class _NoLine(ToegangDienst):
    """A house that cannot be reached, and a koffer of today of five past two."""

    def __init__(self) -> None:
        super().__init__()
        self.zonder_lijn = _Asleep(systeemklok)

    def ontgrendel(self, map_: Path, naam: str, wachtwoord: str, account: Serveraccount | None = None) -> Diensten:
        raise LijnWeg(lezend=True)


class _Asleep(ZonderLijnDienst):
    def aanbod(self, _verbinding: Path, _naam: str) -> Dagkofferaanbod:
        return Dagkofferaanbod(_at(14, 5))

    def wek(self, _verbinding: Path, _naam: str, _wachtwoord: str) -> Path:
        raise LijnWeg


class _Today:
    def __init__(self, state: Dagkofferstand) -> None:
        self.state = state

    def stand(self) -> Dagkofferstand:
        return self.state


def at_the_door(camera: Camera, application: Toepassing) -> None:
    """Signing in, and the offer when the server does not answer; at the lock as well."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "zorghuis.team"
        schrijf_verbinding(path, Verbinding.nieuw(Serverplek("db.voorbeeld.invalid", "casustafel"), HOUSE))
        for name, locked in (("11-aanmelden-server", False), ("11-ontgrendelen-server", True)):
            _login(camera, application, name, path, locked=locked)


def _login(camera: Camera, application: Toepassing, name: str, path: Path, *, locked: bool) -> None:
    tools, account = application.gereedschap, oefenaccount(Rol.PROCESREGISSEUR)
    login = Aanmeldvenster(
        _NoLine(),
        tools.taken,
        tools.melder,
        tools.instellingen,
        kluismap=path,
        gebruiker=account.gebruiker,
        vergrendeld=locked,
    )
    login.show()
    camera.take(name, login)
    login.serverdeel.account_veld.setText("zvh_oefenman")
    login.wachtwoord_veld.setText(account.wachtwoord)
    press(login, "open_knop")
    wait_for_tasks(camera, application)
    camera.take(f"{name}-zonder-lijn", login)
    login.hide()
    login.deleteLater()


def without_a_line(
    camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten, meeting: OverlegId
) -> None:
    """The tick at a tafel, the band over the page, and what waits to be handed in or belongs to somebody else."""
    window.ga_naar("tafels", BijTafel(meeting, 2))
    wait_for_tasks(camera, application)
    line = window.findChild(Dagkofferregel)
    middle = window.centralWidget()
    layout = middle.layout() if middle is not None else None
    if line is None or not isinstance(layout, QBoxLayout):
        camera.findings.append("49-dagkoffer: het overleg staat er niet")
        return
    today = services.koffers.vandaag
    asleep = Dagkofferstand(mogelijk=True, aan=True, van=_at(14, 5))
    day = (_at(14, 5) - timedelta(days=2)).date()
    begun = Begonnen(Path("Overleg.koffer"), (meeting,), day, 2)
    band = Kofferband(window)
    layout.insertWidget(0, band)
    states = (
        ("49-dagkoffer-bijhouden", asleep, True),
        ("49-dagkoffer-te-groot", replace(asleep, van=None, te_groot=True), True),
        ("49-dagkoffer-zonder-lijn", asleep, False),
        ("49-dagkoffer-inleveren", replace(asleep, van=None, begonnen=(begun,)), True),
        ("49-dagkoffer-van-een-ander", replace(asleep, van_anderen=(replace(begun, voor="S. Testema"),)), True),
    )
    for name, state, connected in states:
        services.koffers.vandaag = _Today(state)  # type: ignore[assignment]
        line.toon_tafel(meeting, vandaag=True)
        band.zet(state, lijn=connected)
        camera.take(name, window)
    services.koffers.vandaag = today
    layout.removeWidget(band)
    band.hide()
    band.deleteLater()
    line.toon_tafel(meeting, vandaag=False)


def a_colleague_was_first(camera: Camera, application: Toepassing, window: Hoofdvenster) -> None:
    """Refused in a dialog that one goes on in, and an older state that is asked about at opening."""
    tools = application.gereedschap
    follower = Dialoogbijlezer(tools.melder, tools.taken, application.verloop)

    def refuse(dialog: QDialog) -> None:
        if isinstance(dialog, Invoerdialoog):
            dialog._toon_weigering(IntussenGewijzigd())
            follower.bied_aan(window, lambda: None)

    window.ga_naar("partijen")
    camera.take_dialog("64-partij-geweigerd", partial(press, window, "partij_wijzigen_knop"), refuse)
    ask = partial(tools.melder.bevestig, window, ACCEPTED, "Werk verder met deze stand")
    camera.take_dialog("12-stand-aanvaard", ask)


def beheer_of_a_server(camera: Camera, application: Toepassing, window: Hoofdvenster, services: Diensten) -> None:
    """Accounts and roles where the server sees to what a role may."""
    here = services.sessie
    services.sessie = replace(here, op_server=True)
    part = Accounts(services, application.gereedschap)
    part.resize(window.width() * 2 // 3, window.height() * 2 // 3)
    part.show()
    part.vernieuw()
    wait_for_tasks(camera, application)
    part.meldregel.zeg(f"De rollen van M. Voorbeeld zijn gewijzigd. {OOK_OP_DE_SERVER}")
    camera.take("99-server-accounts", part)
    part.tabel.tabel.selectRow(part.tabel.tabel.model().rowCount() - 1)
    camera.take_dialog("99-server-account-verwijderen", part.weg_knop.click)
    part.hide()
    part.deleteLater()
    services.sessie = here


def _at(hour: int, minute: int) -> datetime:
    return datetime.combine(datetime.now().astimezone().date(), time(hour, minute)).astimezone()
