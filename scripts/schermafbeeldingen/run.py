"""One process for each house in each way of looking; the report of them all."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scripts import schermafbeeldingen as package
from scripts.schermafbeeldingen.camera import Camera
from scripts.schermafbeeldingen.scenes_manual import manual
from scripts.schermafbeeldingen.scenes_roles import as_beheerder, as_medewerker, as_regisseur, before_opening
from scripts.schermafbeeldingen.variants import FULL_HOUSE, HOUSES, ROOT, VARIANTS, Job, Variant
from zvh_desktop.app import Toepassing, bouw
from zvh_desktop.models.keuzes import Rol
from zvh_desktop.services.diensten import Diensten
from zvh_desktop.services.oefenen.accounts import oefenaccount
from zvh_desktop.services.oefenen.kluis import maak_oefenkluis
from zvh_desktop.services.toegang import ToegangDienst
from zvh_desktop.ui.main_window import Hoofdvenster


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
    if job.manual is not None:
        with session(application, vault, Rol.PROCESREGISSEUR, variant) as (window, services):
            manual(camera, application, window, services, job.manual)
        return camera
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
            try:
                screens(camera, application, window, services)
            except Exception as error:  # noqa: BLE001  a scene that stops is a finding; the other roles still go on
                remember(camera, type(error), error, error.__traceback__)
    return camera


def remember(camera: Camera, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep an error from a slot as a finding; the practice vault holds nothing that may not be shown."""
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    camera.findings.append(f"fout: {kind.__name__} in {place}: {error}")


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
    command = [
        sys.executable,
        "-m",
        "scripts.schermafbeeldingen",
        "--variant",
        variant.name,
        "--kluis",
        str(copy),
        "--uit",
        str(job.target),
    ]
    command += ["--huis", job.house]
    command += [] if job.full else ["--hoofdschermen"]
    command += ["--klein", str(job.small)] if job.small is not None else []
    command += ["--handleiding", str(job.manual)] if job.manual is not None else []
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
    if asked.handleiding is not None:
        return (Job(FULL_HOUSE, VARIANTS[0], full=True, target=asked.uit, small=None, manual=asked.handleiding),)
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
    reader = argparse.ArgumentParser(prog="schermafbeeldingen", description=package.__doc__)
    reader.add_argument("--uit", type=Path, default=ROOT / "schermafbeeldingen", help="map voor de beelden")
    reader.add_argument("--huis", choices=[*HOUSES, "alle"], default=FULL_HOUSE, help="van welk huis")
    reader.add_argument("--alleen", action="append", choices=[one.name for one in VARIANTS], help="alleen deze variant")
    reader.add_argument("--hoofdschermen", action="store_true", help=f"ook van {FULL_HOUSE} alleen de hoofdschermen")
    reader.add_argument("--klein", type=Path, help="bewaar in deze map van elk huis een paar kleine beelden")
    reader.add_argument("--handleiding", type=Path, help="bewaar in deze map alleen de beelden van de handleiding")
    reader.add_argument("--werkers", type=int, default=2, help="hoeveel tegelijk")
    reader.add_argument("--variant", choices=[one.name for one in VARIANTS], help=argparse.SUPPRESS)
    reader.add_argument("--kluis", type=Path, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.klein is not None:
        asked.klein.mkdir(parents=True, exist_ok=True)
    if asked.variant:
        variant = next(one for one in VARIANTS if one.name == asked.variant)
        job = Job(asked.huis, variant, not asked.hoofdschermen, asked.uit, asked.klein, asked.handleiding)
        camera = photograph(job, asked.kluis)
        print(json.dumps({"made": camera.made, "findings": camera.findings}))
        return 0
    return 1 if run_all(plan(asked), asked.werkers) else 0
