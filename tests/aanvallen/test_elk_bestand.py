"""Each file that the application writes is known, and after a destruction somebody looks into it.

Read from the code: who writes to the disk, and where. A new place that writes fails here until it stands in the list,
and a file of a kind that nobody looks into fails in the trials of vernietig_tabel.py.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from vernietig_sporen import SOORTEN, lezer_van

import zvh_desktop

_PAKKET = Path(zvh_desktop.__file__).parent
_SCHRIJVERS = frozenset(
    {
        *("schrijf_heel", "schrijf_nieuw", "schrijf_los", "leg_klaar", "schrijf_bestand"),
        *("write_bytes", "write_text", "fdopen", "FileHandler", "QSettings", "QSaveFile", "QFile", "FileLock"),
        *("copyfile", "copytree", "copy2", "mkstemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"),
    }
)
"""What puts bytes on a disk. ``open`` counts where its mode says that it writes."""
_HULP = "writes for others, who stand here too"
_ELDERS = "a file that the user gives out or saves, at a place of the user's own: the verklaring says that it is there"
_KOPIE = "a backup: opened again it destroys the file again (vernietig_tabel.py)"

BEKEND: dict[str, tuple[str, ...] | str] = {
    "database/bestand/bestanden.py": _HULP,
    "database/bestand/vergrendelbestand.py": ("kluis.slot", "in-gebruik.json", "reserve.leeg"),
    "database/eerst.py": ("sleutels.json",),
    "database/kluis.py": ("db-1.sqlite",),
    "database/sleutels/sleutelbestand.py": ("sleutels.json",),
    "database/sleutels/pogingen.py": ("pogingen/a1.json",),
    "database/terugzetten/onthouden.py": ("stand-1.json", "hoofden/a1-b2.json", "hoofden/a1-b2.klapper"),
    "database/vernietigen/register.py": ("vernietigd.bin", "hoofden/a1-vernietigd.bin"),
    "database/kopie/vervangen.py": ("vervangen.json",),
    "database/koffer/maken.py": "a koffer, sealed, at a place of the user's own; test_nagekomen.py takes it in again",
    "database/kopie/onafgemaakt.py": ("kopie-1a2b3c4d.bezig",),
    "database/kopie/kopie.py": _KOPIE,
    "database/kopie/kopiebewijs.py": _KOPIE,
    "database/kopiebouw.py": _KOPIE,
    "database/reservekopie.py": _KOPIE,
    "database/team/verbinding.py": "where a server is and a code; nothing about anybody",
    "database/team/halen.py": _KOPIE,
    "database/terugwissel.py": "the register of what was destroyed goes along with a backup that is put back",
    "services/kluis/kopieregels.py": ("kopieplaatsen.json",),
    "services/kluis/logboek.py": ("zvh.log",),
    "services/kluis/plek.py": ("plaats/a1-b2.plek",),
    "services/huis/profielbestand.py": "an empty huisprofiel, from the command line",
    "services/oefenen/demo.py": "the demo, with invented people",
    "ui/instellingen.py": ("venster.ini",),
    "ui/pdf_voorbeeld.py": _ELDERS,
    "ui/bewaren/lijstbewaren.py": _ELDERS,
    "ui/bewaren/wordknop.py": _ELDERS,
    "ui/pages/casus/brieven/dialoog.py": _ELDERS,
    "ui/pages/beheer/sjablonen.py": "a template of the house: it names no casus and nobody",
    "ui/dialogs/jzv_bestand.py": _ELDERS,
    "ui/pages/bestuur/uitnodigingendialoog.py": _ELDERS,
    "ui/pages/bestuur/brievenknoppen.py": _ELDERS,
    "ui/pages/informatie/items.py": _ELDERS,
    "ui/pages/tafel/stukken/concepten_bewaren.py": _ELDERS,
    "ui/pages/casus/bevraging/verzending.py": _ELDERS,
    "ui/pages/partijen/ontvangen.py": _ELDERS,
    "ui/pages/tafel/stukken/bewaren.py": _ELDERS,
    "ui/pages/tafel/stukken/elk_voor_zich.py": _ELDERS,
    "ui/pages/casus/formulier/strook.py": "an empty form: it holds the questions of the house and nobody's answer",
    "ui/pages/rapportage/rapportage.py": "figures about nobody",
    "ui/pages/beheer/logboek.py": "lines of the log: acts and numbers",
}
"""Every module that writes: the files by the name under which a trial finds them, or why a trial need not."""


def _schrijvend(pad: Path) -> bool:
    tekst = pad.read_text(encoding="utf-8")
    if not any(woord in tekst for woord in (*_SCHRIJVERS, "open")):
        return False  # what stands in the tree stands in the text
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, ast.Call) and (_naam(knoop) in _SCHRIJVERS or _opent_om_te_schrijven(knoop)):
            return True
        if isinstance(knoop, ast.Name) and knoop.id in _SCHRIJVERS:  # handed to another, to write with
            return True
    return False


def _naam(oproep: ast.Call) -> str:
    match oproep.func:
        case ast.Name(id=naam) | ast.Attribute(attr=naam):
            return naam
    return ""


def _opent_om_te_schrijven(oproep: ast.Call) -> bool:
    standen = [
        een.value for een in (*oproep.args, *(een.value for een in oproep.keywords)) if isinstance(een, ast.Constant)
    ]
    return _naam(oproep) == "open" and any(isinstance(een, str) and een[:1] in set("wax") for een in standen)


def _modules() -> Iterator[str]:
    for pad in sorted(_PAKKET.rglob("*.py")):
        if _schrijvend(pad):
            yield pad.relative_to(_PAKKET).as_posix()


def test_wie_schrijft_staat_in_de_lijst() -> None:
    assert set(_modules()) == set(BEKEND)


@pytest.mark.parametrize("naam", [naam for namen in BEKEND.values() if isinstance(namen, tuple) for naam in namen])
def test_in_elk_bestand_van_kluis_en_gebruiker_wordt_gekeken(naam: str) -> None:
    assert lezer_van(naam) in SOORTEN.values()


def test_in_een_onbekend_bestand_kijkt_niemand_en_dat_is_een_fout() -> None:
    with pytest.raises(LookupError, match=r"verse\.cache"):
        lezer_van("verse.cache")
