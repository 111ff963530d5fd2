"""What was chosen about something in a text before it left: by whom, when, and for which text by its digest."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table."""
    op.create_table(
        "lekoordeel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("eind", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("keuze", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.CheckConstraint("keuze <> 'mag' OR soort <> 'bsn'", name=op.f("ck_lekoordeel_geen_bsn")),
        sa.CheckConstraint("begin >= 0 AND eind >= begin", name=op.f("ck_lekoordeel_ergens")),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_lekoordeel_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_lekoordeel_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lekoordeel")),
        sa.UniqueConstraint("digest", "begin", "eind", "soort", name=op.f("uq_lekoordeel_digest")),
    )
    op.create_index(op.f("ix_lekoordeel_partij_id"), "lekoordeel", ["partij_id"])
    op.create_index(op.f("ix_lekoordeel_casus_id"), "lekoordeel", ["casus_id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("lekoordeel")
