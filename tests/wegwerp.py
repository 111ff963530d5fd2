"""A vault that goes away with the test: closed so that its files can be thrown away, and no more than that.

Closing counts the session, erases what deleting left in the search index, seals what was verified and brings the log
into the database. All of that is for who opens it again, and here nobody does. What closing does is tried by the tests
that open a vault a second time, and there are hundreds (``Bureau.als``, ``OpenKluis.sluit``).
"""

from __future__ import annotations

from zvh_desktop.database.openkluis import OpenKluis


def gooi_weg(kluis: OpenKluis) -> None:
    """Drop the keys, close the database and give the lock free."""
    zitting = kluis._zitting
    if not zitting.gesloten:
        zitting.keten.wacht()
        zitting.wis()
