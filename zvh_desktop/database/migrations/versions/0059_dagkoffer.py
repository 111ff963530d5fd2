"""More than one overleg of a day in one koffer: each says in which koffer it travels (ADR 0088)."""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A koffer of before has one overleg, which travels in its own."""
    op.add_column("koffer", sa.Column("reist_in", sa.String(), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    """Which overleggen travelled together is not known any more."""
    op.drop_column("koffer", "reist_in")
