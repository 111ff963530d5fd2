"""How large a part may be, and that one name means one thing: read from the source itself."""

from __future__ import annotations

import ast
from collections import defaultdict

from test_architecture import PACKAGE, ROOT, package_files, tree


def test_no_class_name_stands_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in package_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert len(places) > 500, f"too few classes were read under {ROOT}"
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
