"""Questions to the procesregisseur for an oordeel; a new oordeel on the same casus and partij answers them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and let an oordeel answer the question."""
    op.create_table(
        "oordeel_verzoek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("gevraagd_door", sa.String(), nullable=False),
        sa.Column("gevraagd_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_oordeel_verzoek_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_oordeel_verzoek_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_oordeel_verzoek_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oordeel_verzoek")),
        sa.UniqueConstraint("casus_id", "partij_id", "overleg_id", name=op.f("uq_oordeel_verzoek_casus_id")),
    )
    op.create_index(op.f("ix_oordeel_verzoek_casus_id"), "oordeel_verzoek", ["casus_id"], unique=False)
    op.create_index(op.f("ix_oordeel_verzoek_overleg_id"), "oordeel_verzoek", ["overleg_id"], unique=False)
    op.execute(
        """
        CREATE TRIGGER oordeel_beantwoordt_verzoek AFTER INSERT ON oordeel BEGIN
            DELETE FROM oordeel_verzoek WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id;
        END"""
    )


def downgrade() -> None:
    """Drop the trigger and the table."""
    op.execute("DROP TRIGGER oordeel_beantwoordt_verzoek")
    op.drop_table("oordeel_verzoek")
