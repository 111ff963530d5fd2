"""What is asked of the order of an overleg: a casus first, last, before, at; a partij from, until, counting more."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0037"
branch_labels = None
depends_on = None

_CASUS = (
    "CASE soort "
    "WHEN 'eerst' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NULL "
    "WHEN 'laatst' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NULL "
    "WHEN 'voor' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NOT NULL AND tijd IS NULL "
    "WHEN 'om' THEN agendapunt_id IS NOT NULL AND voor_punt_id IS NULL AND tijd IS NOT NULL "
    "ELSE agendapunt_id IS NULL AND voor_punt_id IS NULL END"
)
_PARTIJ = (
    "CASE soort "
    "WHEN 'vanaf' THEN partij_id IS NOT NULL AND tijd IS NOT NULL AND gewicht IS NULL "
    "WHEN 'tot' THEN partij_id IS NOT NULL AND tijd IS NOT NULL AND gewicht IS NULL "
    "WHEN 'telt' THEN partij_id IS NOT NULL AND tijd IS NULL AND gewicht IS NOT NULL "
    "ELSE partij_id IS NULL AND gewicht IS NULL END"
)
_SOORTEN = "soort IN ('eerst', 'laatst', 'voor', 'om', 'vanaf', 'tot', 'telt')"
_UITERSTE = "soort IN ('eerst', 'laatst')"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ordewens",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=True),
        sa.Column("voor_punt_id", sa.Integer(), nullable=True),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("tijd", sa.Time(), nullable=True),
        sa.Column("gewicht", sa.Integer(), nullable=True),
        sa.CheckConstraint(_CASUS, name=op.f("ck_ordewens_over_een_casus")),
        sa.CheckConstraint(_PARTIJ, name=op.f("ck_ordewens_over_een_partij")),
        sa.CheckConstraint(_SOORTEN, name=op.f("ck_ordewens_soort_bekend")),
        sa.CheckConstraint("voor_punt_id <> agendapunt_id", name=op.f("ck_ordewens_voor_een_ander")),
        sa.CheckConstraint("gewicht IN (2, 3)", name=op.f("ck_ordewens_telt_zwaarder")),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_ordewens_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name=op.f("fk_ordewens_agendapunt_id_agendapunt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["voor_punt_id"], ["agendapunt.id"], name=op.f("fk_ordewens_voor_punt_id_agendapunt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_ordewens_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ordewens")),
    )
    for kolom in ("overleg_id", "agendapunt_id", "voor_punt_id", "partij_id"):
        op.create_index(op.f(f"ix_ordewens_{kolom}"), "ordewens", [kolom])
    op.create_index(
        "ix_ordewens_uiterste", "ordewens", ["overleg_id", "soort"], unique=True, sqlite_where=sa.text(_UITERSTE)
    )
    op.create_index(
        "ix_ordewens_per_partij",
        "ordewens",
        ["overleg_id", "partij_id", "soort"],
        unique=True,
        sqlite_where=sa.text("partij_id IS NOT NULL"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("ordewens")
