"""What goes along in the bundle: the data files of every package, so that nothing is missed where it is opened."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

import pytest

INSTALLER = Path(__file__).resolve().parent.parent / "installer"
sys.path.insert(0, str(INSTALLER))

from data_files import LEFT_TO_HOOKS, canonical, data_files, dependencies, is_data  # noqa: E402


@pytest.fixture(scope="module")
def carried() -> set[str]:
    return {f"{folder}/{Path(path).name}" for path, folder in data_files()}


@pytest.mark.parametrize(
    "name",
    [
        "holidays/locale/nl/LC_MESSAGES/NL.mo",
        "tzdata/zoneinfo/Europe/Amsterdam",
        "alembic/templates/generic/script.py.mako",
    ],
)
def test_what_is_opened_by_name_goes_along(name: str, carried: set[str]) -> None:
    assert name in carried


def test_of_every_dependency_all_data_goes_along(carried: set[str]) -> None:
    names = {canonical(package.metadata["Name"]) for package in dependencies()}
    assert {"holidays", "reportlab", "pymupdf-fonts", "icalendar", "sqlalchemy", "typing-extensions"} <= names
    missed = [
        f"{package.metadata['Name']}: {path}"
        for package in dependencies()
        if canonical(package.metadata["Name"]) not in LEFT_TO_HOOKS
        for path in package.files or ()
        if is_data(PurePosixPath(path)) and len(path.parts) > 1 and path.as_posix() not in carried
    ]
    assert not missed
