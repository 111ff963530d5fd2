"""What the signed rows are looked up by, and the names under which a verslag was vastgesteld.

Each use of a signed row asks which statements are about it; without an index that reads every statement of the house.
The expressions are literally those of services/poort/getekend.py, or they would not be used.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_OVER = ("overleg", "plan", "opschaling")


def upgrade() -> None:
    """A verslag from before has no names of then, and goes on with those of the casus."""
    op.add_column("agendapunt", sa.Column("betrokkenen", sa.String(), nullable=False, server_default=sa.text("''")))
    for over in _OVER:
        op.execute(
            f"CREATE INDEX ix_verklaring_{over} ON verklaring ("
            f"CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.{over}') END)"
        )


def downgrade() -> None:
    """Take both away."""
    for over in _OVER:
        op.execute(f"DROP INDEX ix_verklaring_{over}")
    op.drop_column("agendapunt", "betrokkenen")
