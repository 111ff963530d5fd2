"""What Vandaag looks for among all casussen and points of the vault: it is counted after every act."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes; nothing in the rows changes."""
    op.create_index("ix_casus_regie", "casus", ["status", "procesregisseur", "procesregie", "fase"])
    op.create_index(
        "ix_agendapunt_aangehouden",
        "agendapunt",
        ["uitkomst", "aangehouden_tot"],
        sqlite_where=sa.text("aangehouden_tot IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_agendapunt_aangehouden", "agendapunt")
    op.drop_index("ix_casus_regie", "casus")
