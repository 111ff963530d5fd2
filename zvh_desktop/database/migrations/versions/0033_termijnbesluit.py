"""The terms of the house under a signature, and a proposal to destroy that can be withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_WACHT = "CREATE UNIQUE INDEX uq_vernietigvoorstel_wacht ON vernietigvoorstel (casus_id, soort)"
_OUD = "id, casus_id, soort, gebruiker, voorgesteld_door, voorgesteld_op, verklaring_nummer"


def upgrade() -> None:
    """A table of decisions that stay; the proposals get a new table, since one that was withdrawn may stand beside."""
    op.create_table(
        "termijnbesluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("termijnen", sa.String(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name="fk_termijnbesluit_verklaring_nummer_verklaring"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_termijnbesluit"),
    )
    op.rename_table("vernietigvoorstel", "vernietigvoorstel_oud")
    _maak(
        sa.Column("ingetrokken_op", sa.DateTime(), nullable=True),
        sa.Column("ingetrokken_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("intrekking_verklaring", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["intrekking_verklaring"],
            ["verklaring.nummer"],
            name="fk_vernietigvoorstel_intrekking_verklaring_verklaring",
        ),
    )
    _neem_over()
    op.execute(f"{_WACHT} WHERE ingetrokken_op IS NULL")


def _maak(*erbij: sa.schema.SchemaItem) -> None:
    op.create_table(
        "vernietigvoorstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("voorgesteld_door", sa.String(), nullable=False),
        sa.Column("voorgesteld_op", sa.DateTime(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        *erbij,
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name="fk_vernietigvoorstel_casus_id_casus", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name="fk_vernietigvoorstel_verklaring_nummer_verklaring"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_vernietigvoorstel"),
    )


def _neem_over(waar: str = "") -> None:
    op.execute(f"INSERT INTO vernietigvoorstel ({_OUD}) SELECT {_OUD} FROM vernietigvoorstel_oud{waar}")  # noqa: S608
    op.drop_table("vernietigvoorstel_oud")


def downgrade() -> None:
    """Without those that were withdrawn."""
    op.execute("DROP INDEX uq_vernietigvoorstel_wacht")
    op.rename_table("vernietigvoorstel", "vernietigvoorstel_oud")
    _maak(sa.UniqueConstraint("casus_id", "soort", name="uq_vernietigvoorstel_casus_id"))
    _neem_over(" WHERE ingetrokken_op IS NULL")
    op.drop_table("termijnbesluit")
