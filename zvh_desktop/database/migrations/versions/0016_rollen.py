"""Who has which role is read at every opening, and stands between everything else that was signed."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index; nothing in the rows changes."""
    op.execute("CREATE INDEX ix_verklaring_rollen ON verklaring (nummer) WHERE soort = 'rollen'")


def downgrade() -> None:
    """Drop it."""
    op.execute("DROP INDEX ix_verklaring_rollen")
