"""What a house says in its documents, its hidden parts included."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

from demo_lezen import alles_in
from demos import Demo, een_keer

ZESDE_HUIS = Path(__file__).with_name("zesde_huis.toml")
"""The profile of an invented house, written from docs/huisprofiel.md alone."""
ZEVENDE_HUIS = Path(__file__).with_name("zevende_huis.toml")
"""One of another shape: weighing in a meeting, closing in another, a process of its own for each aanpak."""
GEWONE_TERMEN = re.compile(
    r"(?:afschal|afgeschaald|opschal|opgeschaald|casusregi|procesregi|convenantpartij|triage|aanmelding|aanmelder|"
    r"plan(?:nen)? van aanpak|privacyprotocol|administratief medewerker)",
    re.IGNORECASE,
)
"""The terms of most houses, also inside a longer word: the sixth and the seventh house have others for all of them."""

NAAM_VAN_DE_APPLICATIE = (
    re.compile(r"-//Casustafel//Agenda-afspraak//NL"),
    re.compile(r"@casustafel\.invalid"),
    re.compile(r"/Creator \(Casustafel\)"),
    re.compile(r"=_casustafel_concept"),
    re.compile(r"\bCasustafel\n"),
)
"""The application says its own name in the hidden fields that a format asks for; that is no word of a house."""

_BIJLAGE = re.compile(r"(?:[A-Za-z0-9+/]{60,}\s+)+[A-Za-z0-9+/=]*")
"""An attachment in base64: any three letters stand in it by chance, and it is read on its own."""


@functools.cache
def teksten(demo: Demo) -> dict[str, str]:
    """Each document, its hidden parts included, without the raw bytes of a PDF: those are no text.

    Reading them takes as long as writing them did, so what one worker has read the others take too.
    """
    gelezen = een_keer(demo.map.with_name("teksten"), lambda half: _schrijf_teksten(demo, half / "teksten.json"))
    inhoud: dict[str, str] = json.loads((gelezen / "teksten.json").read_text(encoding="utf-8"))
    return inhoud


def _schrijf_teksten(demo: Demo, pad: Path) -> None:
    pad.write_text(json.dumps(_lees(demo)), encoding="utf-8")


def _lees(demo: Demo) -> dict[str, str]:
    uit = {}
    for document in demo.overzicht["documenten"]:
        bestand: Path = demo.map / document["bestand"]
        tekst = _BIJLAGE.sub(" ", alles_in(bestand).split("%PDF-", 1)[0])
        for naam in NAAM_VAN_DE_APPLICATIE:
            tekst = naam.sub(" ", tekst)
        uit[document["bestand"]] = re.sub(r"\s+", " ", tekst)
    return uit
