"""The index of names also holds the ways in which people type them: what is there already is indexed once more.

The application puts them into the index before the transaction ends (database/bestand/zoekindex.py).
"""

from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

_MET_NAMEN = ("casus", "partij", "overleg")


def upgrade() -> None:
    """Everything with a name in it waits."""
    for soort, tabel in enumerate(_MET_NAMEN):
        op.execute(f"INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT {soort}, id FROM {tabel}")  # noqa: S608


def downgrade() -> None:
    """Nothing: the forms that stand in the index are found by no older question."""
