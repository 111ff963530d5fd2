"""In which overleg a casusregisseur was appointed; when that overleg goes, the day stays.

SQLite adds or drops no column with a named reference, so the table is made anew, both ways, and filled from before.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_VAN_EERDER = "id, casus_id, partij_id, naam, van, tot"


def upgrade() -> None:
    """Add the two columns. What was recorded before has neither, and stays as it is."""
    _maak_opnieuw(
        sa.Column("overleg_id", sa.Integer(), nullable=True),
        sa.Column("aangewezen_op", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_casusregie_overleg_id_overleg"), ondelete="SET NULL"
        ),
    )
    op.create_index(op.f("ix_casusregie_overleg_id"), "casusregie", ["overleg_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    _maak_opnieuw()


def _maak_opnieuw(*erbij: SchemaItem) -> None:
    op.execute(f"CREATE TEMPORARY TABLE eerder AS SELECT {_VAN_EERDER} FROM casusregie")  # noqa: S608
    op.drop_table("casusregie")
    op.create_table(
        "casusregie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusregie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_casusregie_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusregie")),
        *erbij,
    )
    op.create_index(op.f("ix_casusregie_casus_id"), "casusregie", ["casus_id"], unique=False)
    op.execute(f"INSERT INTO casusregie ({_VAN_EERDER}) SELECT {_VAN_EERDER} FROM eerder")  # noqa: S608
    op.execute("DROP TABLE eerder")
