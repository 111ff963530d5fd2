"""docs/handleiding is made from the chapters that travel with the application, and says what the screens say."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from zvh_desktop.database.keten.rolstand import GELDIG
from zvh_desktop.database.sleutels.wachtwoorden import MINIMALE_LENGTE
from zvh_desktop.documents.word.pakket import MEESTE_BYTES as GROOTSTE_SJABLOON
from zvh_desktop.opdrachtregel.hoofd import maak_ontleder
from zvh_desktop.services.cijfers.verbergen import ONDERGRENS
from zvh_desktop.services.huis.instellingen import (
    MEESTE_MINUTEN_TAFEL,
    MEESTE_REACTIE_DAGEN,
    VERGRENDEL_MINUTEN,
    VERGRENDEL_MINUTEN_TAFEL,
)
from zvh_desktop.services.informatie.bijlagen import MEESTE_BYTES as GROOTSTE_BIJLAGE
from zvh_desktop.services.koffer.dagkoffer import GROOTST as GROOTSTE_DAGKOFFER
from zvh_desktop.services.partijen.csv_lezen import MEESTE_REGELS
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN
from zvh_desktop.services.werkplek.werkplek import BEVESTIGING_GELDIG

ROOT = Path(__file__).resolve().parents[1]
PAKKET = ROOT / "zvh_desktop"
PAGES = ROOT / "docs" / "handleiding"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_pages_are_up_to_date() -> None:
    found = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", "import json, make_handleiding as m; print(json.dumps(dict(m.pages())))"],
        cwd=ROOT / "scripts",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    ).stdout
    kept = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}
    assert json.loads(found) == kept, "run: python scripts/make_handleiding.py"


# --- what the pages say of the screens ----------------------------------------------------------------

BRON = {pad.name[:2]: pad.read_text(encoding="utf-8") for pad in (ROOT / "resources" / "handleiding").glob("*.md")}
MB = 1024 * 1024
KIEZEN = re.compile(r"\b([Kk]ies|[Kk]iest|[Mm]et|[Kk]nop)\b")
ZINSEINDE = re.compile(r"[.:;|>]|^- |^\d\. ", re.MULTILINE)
TOETS = re.compile(
    r"(?:Ctrl|Alt|Shift)\+.*|F\d+|Alt|Enter|Escape|Spatie|pijl omlaag|Insert|Delete|Home|End|Page(?:Up|Down)|[A-Z\d]|\?"
)
"""Keys are held by tests/ui/dialogs/test_toetsenlijst.py."""


def _zonder_waarden(tekst: str) -> str:
    """As it is shown, with one sign for every value and every word of a house, and a capital."""
    getoond = tekst.replace("&&", "\1").replace("&", "").replace("\1", "&").rstrip("…").strip()
    open_ = re.sub(r"\{[^{}]*\}", "{}", getoond)
    return open_[:1].upper() + open_[1:]


def getoonde_teksten(*kamers: str) -> set[str]:
    """Every text between quotes in what the window is made of; of one with a colon also what stands before it."""
    teksten = set()
    for pad in [PAKKET / "app.py", *(pad for kamer in kamers for pad in (PAKKET / kamer).rglob("*.py"))]:
        bron = pad.read_text(encoding="utf-8")
        for tekst in re.findall(r'"([^"\n]+)"', bron) + re.findall(r"'([^'\n]+)'", bron):
            teksten |= {_zonder_waarden(tekst), _zonder_waarden(tekst.split(":")[0])}
    return teksten


def te_kiezen(tekst: str) -> Iterator[str]:
    """The bold words in a sentence that says to choose them; keys, and what is a word of the house alone, left out."""
    for vet in re.finditer(r"\*\*([^*]+)\*\*", tekst):
        ervoor = ZINSEINDE.split(re.sub(r"\*\*|\{[^{}]*\}", "", tekst[: vet.start()]))[-1]
        woord = " ".join(vet[1].split()).rstrip("…")
        if KIEZEN.search(ervoor) and not TOETS.fullmatch(woord) and not re.fullmatch(r"\{[^{}]*\}", woord):
            yield woord


def test_wat_de_handleiding_zegt_te_kiezen_staat_in_het_venster() -> None:
    teksten = getoonde_teksten("ui", "services")
    gekozen = {(nummer, woord) for nummer, tekst in BRON.items() for woord in te_kiezen(tekst)}
    assert len(gekozen) > 200
    nergens = {(nummer, woord) for nummer, woord in gekozen if _zonder_waarden(woord) not in teksten}
    assert nergens == set()


def test_wat_een_weigering_zegt_te_kiezen_staat_in_het_venster() -> None:
    """'Kies Terug naar concept om te wijzigen': of what follows "kies", the first words are those of a button."""
    knoppen = getoonde_teksten("ui")
    zegt = re.compile(r"\b[Kk]ies (?:eerst |dan |daarna |anders )?([A-Z][\w-]*(?: [a-zë]+)*)")
    gezegd = set()
    for pad in PAKKET.rglob("*.py"):
        gezegd |= set(zegt.findall(re.sub(r'"\s*\n\s*f?"', "", pad.read_text(encoding="utf-8"))))
    assert {"Terug naar concept om te wijzigen", "Negeer"} <= gezegd

    def begint_als_een_knop(wat: str) -> bool:
        woorden = wat.split()
        return any(_zonder_waarden(" ".join(woorden[:tot])) in knoppen for tot in range(1, len(woorden) + 1))

    assert sorted(wat for wat in gezegd if not begint_als_een_knop(wat)) == []


@pytest.mark.parametrize(
    ("nummer", "zin"),
    [
        ("01", f"minstens {MINIMALE_LENGTE} tekens"),
        ("02", f"stelt in hoe lang, gewoon {VERGRENDEL_MINUTEN} minuten"),
        ("02", f"langer, gewoon {VERGRENDEL_MINUTEN_TAFEL} minuten"),
        ("03", f"staat er {KOMENDE_DAGEN} dagen van tevoren bij"),
        ("04", f"Een lijst mag {MEESTE_REGELS:,} regels hebben".replace(",", ".")),
        ("07", f"dat geldt daarna {BEVESTIGING_GELDIG / 60:.0f} minuten"),
        ("15", f"onder een overleg 1 tot {MEESTE_MINUTEN_TAFEL}"),
        ("15", f"tot {MEESTE_REACTIE_DAGEN}, of **geen termijn**"),
        ("15", f"Een voorstel wacht {GELDIG.days} dagen"),
        ("15", f"hoogstens {GROOTSTE_SJABLOON // MB} MB"),
        ("19", f"boven {GROOTSTE_BIJLAGE // MB} MB wordt geweigerd"),
        ("26", f"een getal onder {ONDERGRENS} anders is uit te rekenen"),
        ("30", f"meer dan {GROOTSTE_DAGKOFFER // MB} MB"),
    ],
)
def test_een_getal_in_de_handleiding_is_dat_van_het_programma(nummer: str, zin: str) -> None:
    assert zin in " ".join(BRON[nummer].split())


def opdrachten() -> Iterator[tuple[str, ...]]:
    """Every command of zvh that its own help names: ("koffer", "toon")."""
    for actie in maak_ontleder()._actions:
        if isinstance(actie, argparse._SubParsersAction):
            for gewoon in actie._choices_actions:
                dieper: list[tuple[str, ...]] = [
                    (gewoon.dest, een.dest)
                    for deel in actie.choices[gewoon.dest]._actions
                    if isinstance(deel, argparse._SubParsersAction)
                    for een in deel._choices_actions
                ]
                yield from dieper or [(gewoon.dest,)]


@pytest.mark.parametrize("opdracht", list(opdrachten()), ids=" ".join)
def test_elke_opdracht_staat_in_het_hoofdstuk_en_in_de_readme(opdracht: tuple[str, ...]) -> None:
    assert f"`zvh {' '.join(opdracht)}" in BRON["18"]
    regels = [regel for regel in README.splitlines() if regel.startswith(f"| `zvh {opdracht[0]}")]
    assert any(re.search(rf"\b{opdracht[-1]}\b", regel) for regel in regels)
