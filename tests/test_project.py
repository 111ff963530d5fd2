"""What stands around the code: the files of the repository, the pinned requirements, the two commands."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import zvh_desktop
from zvh_desktop import paths

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIREMENTS = ("runtime.txt", "development.txt", "bundle.txt")
EXTRAS = {"development.txt": "ontwikkel", "bundle.txt": "bundel"}

# Written in pieces, so that this file does not hold what it looks for.
NOT_IN_TRACKED_FILES = re.compile(
    "|".join(
        (
            "(?:extra-)?" + "index" + "-url[ =]+[h$]",
            "^--(?:index|find)" + "-(?:url|links)",
            "file://" + "/opt/",
            "/work/" + "(?:main|shared)",
            r"\b(?:clau" + "de|anthro" + r"pic|copi" + r"lot|chat" + r"gpt)\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


def tracked_files() -> list[Path]:
    """What git would hand to somebody else; skipped without git or without its history, as in an unpacked archive."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("no git")
    run = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if run.returncode:
        pytest.skip("no git checkout")
    return [ROOT / name for name in run.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def pinned(name: str) -> dict[str, str]:
    """Package -> version in one requirements file."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


def test_no_tracked_file_names_an_index_or_a_workplace() -> None:
    found = []
    for path in tracked_files():
        data = path.read_bytes()
        if b"\0" not in data and (hit := NOT_IN_TRACKED_FILES.search(data.decode("utf-8", "replace"))):
            found.append(f"{path.relative_to(ROOT)}: {hit.group()}")
    assert not found


def test_no_two_test_files_have_one_name() -> None:
    """Pytest loads them by that name alone, and refuses the second one."""
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_vault_or_database_is_tracked() -> None:
    assert not [p for p in tracked_files() if p.suffix in {".sqlite", ".db"} or ".kluis/" in p.as_posix()]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_with_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    assert not [line for line in lines if "==" not in line or "--hash=sha256:" not in line]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_dependency_is_pinned_within_its_bounds(name: str) -> None:
    wanted = list(PROJECT["dependencies"])
    if name in EXTRAS:
        wanted += PROJECT["optional-dependencies"][EXTRAS[name]]
    versions = pinned(name)
    wrong = [
        text
        for text in wanted
        if not (need := Requirement(text)).specifier.contains(versions.get(canonicalize_name(need.name), "0"))
    ]
    assert not wrong, "run `make requirements`"


def test_development_includes_runtime_at_the_same_versions() -> None:
    assert pinned("runtime.txt").items() <= pinned("development.txt").items()
    assert pinned("runtime.txt").items() <= pinned("bundle.txt").items()


def test_readme_starts_with_the_two_commands() -> None:
    head = "\n".join((ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:20])
    assert "make run" in head
    assert "make test" in head


@pytest.mark.parametrize("path", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda p: p.name)
def test_every_link_in_the_documents_leads_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text)
    assert not [target for target in targets if not (path.parent / target).exists()]


def test_changelog_has_this_version() -> None:
    assert f"## {zvh_desktop.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_make_help_lists_every_target_a_person_may_give() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE)) - {"runtime", "development"}
    described = set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
    assert described == targets


def test_resources_are_found_in_the_checkout() -> None:
    assert paths.resources_map() == ROOT / "resources"
