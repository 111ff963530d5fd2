"""A document is a file of bytes, made by the quick half of the library."""

from __future__ import annotations

import pytest
from document_voorbeelden import PDFS
from reportlab.lib import rl_accel


@pytest.mark.parametrize("naam", PDFS)
def test_geen_stuk_is_in_letters_opgeschreven(naam: str) -> None:
    assert b"ASCII85Decode" not in PDFS[naam]()


def test_het_snelle_deel_is_erbij() -> None:
    """Without it a document takes longer, and nothing else would tell."""
    assert type(rl_accel.fp_str) is type(len)
