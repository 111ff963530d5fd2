"""The templates of the house for editable documents, in versions that are not rewritten (ADR 0086)."""

import sqlalchemy as sa
from alembic import op

revision = "0062"
down_revision = "0059"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "wordsjabloon_blijft": """BEFORE UPDATE ON wordsjabloon
    BEGIN SELECT RAISE(ABORT, 'een versie van een sjabloon wordt niet gewijzigd'); END""",
    "wordsjabloon_weg": """BEFORE DELETE ON wordsjabloon
    BEGIN SELECT RAISE(ABORT, 'een versie van een sjabloon blijft'); END""",
}


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "wordsjabloon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wordsjabloon")),
        sa.UniqueConstraint("soort", "versie", name=op.f("uq_wordsjabloon_soort")),
        sqlite_autoincrement=True,
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take it all away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("wordsjabloon")
