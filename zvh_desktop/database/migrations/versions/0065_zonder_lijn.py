"""A koffer that was kept fresh and begun while there was no line to the server says so (ADR 0101)."""

import sqlalchemy as sa
from alembic import op

revision = "0065"
down_revision = "0063"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A koffer of before went out from the office."""
    op.add_column("koffer", sa.Column("zonder_lijn", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """How it was begun is not known any more."""
    op.drop_column("koffer", "zonder_lijn")
