"""What Vandaag looks for among all overleggen and aanmeldingen: the few that wait, not reading those that do not."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes; nothing in the rows changes."""
    op.create_index("ix_overleg_ritme", "overleg", ["casuistiek", "datum", "soort", "status"])
    op.create_index("ix_overleg_verslag", "overleg", ["verslag_status", "datum"])
    op.create_index(
        "ix_aanmelding_terug",
        "aanmelding",
        ["uitkomst"],
        sqlite_where=sa.text("terugkoppeling_gewenst IS 1 AND teruggekoppeld_op IS NULL"),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_aanmelding_terug", "aanmelding")
    op.drop_index("ix_overleg_verslag", "overleg")
    op.drop_index("ix_overleg_ritme", "overleg")
