"""What every test of the lock opens."""

from __future__ import annotations

import pytest
from ui_hulp import NepToegang


@pytest.fixture
def toegang() -> NepToegang:
    return NepToegang()
