"""In which overleg a casusregisseur was appointed; when that overleg goes, the day stays."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns. What was recorded before has neither, and stays as it is."""
    with op.batch_alter_table("casusregie", reflect_kwargs={"resolve_fks": False}) as tabel:
        tabel.add_column(sa.Column("overleg_id", sa.Integer(), nullable=True))
        tabel.add_column(sa.Column("aangewezen_op", sa.Date(), nullable=True))
        tabel.create_foreign_key(
            op.f("fk_casusregie_overleg_id_overleg"), "overleg", ["overleg_id"], ["id"], ondelete="SET NULL"
        )
        tabel.create_index(op.f("ix_casusregie_overleg_id"), ["overleg_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("casusregie", reflect_kwargs={"resolve_fks": False}) as tabel:
        tabel.drop_index(op.f("ix_casusregie_overleg_id"))
        tabel.drop_constraint(op.f("fk_casusregie_overleg_id_overleg"), type_="foreignkey")
        tabel.drop_column("aangewezen_op")
        tabel.drop_column("overleg_id")
