"""What is asked of a database meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def opdrachten_op(engine: Engine, met: str = "") -> Iterator[list[str]]:
    """The statements with these words in them, in the order in which they were asked."""
    gevraagd: list[str] = []

    def onthoud(_verbinding: object, _aanwijzer: object, opdracht: str, *_rest: object) -> None:
        if met in opdracht:
            gevraagd.append(opdracht)

    event.listen(engine, "before_cursor_execute", onthoud)
    try:
        yield gevraagd
    finally:
        event.remove(engine, "before_cursor_execute", onthoud)
