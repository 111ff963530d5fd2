"""Reading documents back, and comparing what they say with texts that a person has approved."""

from __future__ import annotations

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

GOEDGEKEURD = Path(__file__).parent / "goedgekeurd"
# Set to 1 to write the approved texts anew; read the difference before committing it.
VERNIEUW = "ZVH_GOEDGEKEURD_VERNIEUWEN"


def _tekst(pdf: bytes) -> str:
    paginas = PdfReader(BytesIO(pdf)).pages
    return "\n--- pagina ---\n".join(
        "\n".join(regel.rstrip() for regel in pagina.extract_text().splitlines()) for pagina in paginas
    )


@pytest.fixture
def tekst_van() -> Callable[[bytes], str]:
    """All text of a PDF, page by page."""
    return _tekst


@pytest.fixture
def vergelijk_goedgekeurd() -> Callable[[str, bytes], None]:
    """Compare a PDF with the approved text of that name."""

    def vergelijk(naam: str, pdf: bytes) -> None:
        bestand = GOEDGEKEURD / f"{naam}.txt"
        tekst = _tekst(pdf) + "\n"
        if os.environ.get(VERNIEUW) == "1":
            bestand.write_text(tekst, encoding="utf-8")
        assert tekst == bestand.read_text(encoding="utf-8")

    return vergelijk
