"""Carries resources/ into the wheel; everything else about the build stands in pyproject.toml.

resources/ lies beside the package in a checkout. In a wheel there is no beside, so it goes inside, as
zvh_desktop/_resources, where zvh_desktop.paths looks for it. An editable installation uses the checkout.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

RESOURCES = Path(__file__).resolve().parent / "resources"


class BuildWithResources(build_py):  # type: ignore[misc]
    """build_py that also copies the resources."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib) / "zvh_desktop" / "_resources"
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(RESOURCES, target)


setup(cmdclass={"build_py": BuildWithResources})
