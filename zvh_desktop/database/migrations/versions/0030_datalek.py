"""The register of datalekken. What was reported or told to a partij stays, also by plain SQL."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "datalek_blijft": """BEFORE DELETE ON datalek
    WHEN OLD.ap_besluit = 'gemeld' OR EXISTS (
        SELECT 1 FROM datalek_partij p WHERE p.datalek_id = OLD.id AND p.verstuurd_op IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'een datalek waarover is bericht, blijft'); END""",
    "datalek_partij_blijft": """BEFORE DELETE ON datalek_partij WHEN OLD.verstuurd_op IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een partij die bericht kreeg, blijft'); END""",
}


def upgrade() -> None:
    """Make the tables and what keeps them."""
    op.create_table(
        "datalek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("gebeurd_op", sa.Date(), nullable=True),
        sa.Column("gevonden_op", sa.DateTime(), nullable=False),
        sa.Column("maatregelen", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("bericht", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("ap_besluit", sa.String(), nullable=False),
        sa.Column("ap_gemeld_op", sa.DateTime(), nullable=True),
        sa.Column("ap_reden", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.CheckConstraint("wat <> ''", name=op.f("ck_datalek_zegt_wat")),
        sa.CheckConstraint(
            "(ap_besluit = 'gemeld') = (ap_gemeld_op IS NOT NULL)", name=op.f("ck_datalek_gemeld_met_moment")
        ),
        sa.CheckConstraint("ap_besluit <> 'niet' OR ap_reden <> ''", name=op.f("ck_datalek_niet_gemeld_met_reden")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_datalek")),
    )
    for naam in ("casus", "betrokkene"):
        op.create_table(
            f"datalek_{naam}",
            sa.Column("datalek_id", sa.Integer(), nullable=False),
            sa.Column(f"{naam}_id", sa.Integer(), nullable=False),
            sa.ForeignKeyConstraint(
                ["datalek_id"], ["datalek.id"], ondelete="CASCADE", name=op.f(f"fk_datalek_{naam}_datalek_id_datalek")
            ),
            sa.ForeignKeyConstraint(
                [f"{naam}_id"], [f"{naam}.id"], ondelete="CASCADE", name=op.f(f"fk_datalek_{naam}_{naam}_id_{naam}")
            ),
            sa.PrimaryKeyConstraint("datalek_id", f"{naam}_id", name=op.f(f"pk_datalek_{naam}")),
        )
    op.create_table(
        "datalek_partij",
        sa.Column("datalek_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=True),
        sa.Column("verstuurd_door", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_naam", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_functie", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_email", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_postbus", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.CheckConstraint(
            "verstuurd_op IS NULL OR aan_email <> ''", name=op.f("ck_datalek_partij_verstuurd_aan_iemand")
        ),
        sa.ForeignKeyConstraint(
            ["datalek_id"], ["datalek.id"], ondelete="CASCADE", name=op.f("fk_datalek_partij_datalek_id_datalek")
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_datalek_partij_partij_id_partij")),
        sa.PrimaryKeyConstraint("datalek_id", "partij_id", name=op.f("pk_datalek_partij")),
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take it all away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for naam in ("datalek_partij", "datalek_betrokkene", "datalek_casus", "datalek"):
        op.drop_table(naam)
