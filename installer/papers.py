"""What goes along with a build for whoever has to answer for it: the licences in full, and a bill of materials.

The bill (CycloneDX, JSON) names every package with its version, its licence and where it can be had by name (purl), so
that IT can hold it against a list of known weaknesses.
"""

from __future__ import annotations

import sys
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from zvh_desktop import __version__
from zvh_desktop.services.huis.meegeleverd import PROJECT, Onderdeel, eigen, meegeleverd
from zvh_desktop.services.huis.over import IN_PAKKETTEN, alle_licenties

LICENCES = "LICENTIES.txt"
BILL = "sbom.cdx.json"


def bill_of_materials(parts: tuple[Onderdeel, ...]) -> str:
    """The bill as JSON. Raises ValueError when it does not follow the schema."""
    licences = LicenseFactory()
    product = Component(
        name=PROJECT,
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=PROJECT,
        licenses=[licences.make_from_string(eigen().licentie)],
    )
    bill = Bom()
    bill.metadata.component = product
    python = Component(
        name="CPython",
        version=".".join(map(str, sys.version_info[:3])),
        type=ComponentType.PLATFORM,
        bom_ref="cpython",
        licenses=[licences.make_with_id("PSF-2.0")],
    )
    components = [python]
    for part in parts:
        components.append(
            Component(
                name=part.naam,
                version=part.versie,
                type=ComponentType.LIBRARY,
                bom_ref=f"pypi:{part.naam}",
                purl=PackageURL("pypi", None, part.naam.lower(), part.versie),
                licenses=[licences.make_from_string(part.licentie)],
            )
        )
    for name, package, licence in IN_PAKKETTEN:
        components.append(
            Component(
                name=name,
                type=ComponentType.LIBRARY,
                bom_ref=f"in:{package}:{name}",
                description=f"stands in {package}",
                licenses=[licences.make_from_string(licence)],
            )
        )
    bill.components.update(components)
    bill.register_dependency(product, components)
    text: str = JsonV1Dot6(bill).output_as_string(indent=2)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the bill of materials does not follow the schema: {wrong}")
    return text


def write_papers(folder: Path) -> None:
    """Both files, in this folder."""
    parts = meegeleverd()
    folder.joinpath(LICENCES).write_text(alle_licenties(parts), encoding="utf-8")
    folder.joinpath(BILL).write_text(bill_of_materials(parts), encoding="utf-8")
