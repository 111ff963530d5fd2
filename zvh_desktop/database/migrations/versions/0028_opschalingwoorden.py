"""A signed opschaling keeps its own words until the dossier goes: names, terms and articles of then.

Empty for what was signed before; that goes on with the register, as it did.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0025"
branch_labels = None
depends_on = None

_WACHTER = """
    CREATE TRIGGER opschaling_woorden_blijven BEFORE UPDATE OF woorden ON opschaling
    WHEN OLD.besloten_op IS NOT NULL AND NEW.woorden IS NOT OLD.woorden BEGIN
        SELECT RAISE(ABORT, 'wat ondertekend is, wordt niet gewijzigd');
    END"""


def upgrade() -> None:
    """Add the column, and what keeps it as it was signed."""
    op.add_column("opschaling", sa.Column("woorden", sa.String(), nullable=False, server_default=sa.text("''")))
    op.execute(_WACHTER)


def downgrade() -> None:
    """Take it away."""
    op.execute("DROP TRIGGER opschaling_woorden_blijven")
    op.drop_column("opschaling", "woorden")
