"""The end of a file: what is kept longer, who proposed to let it go, what is gone, and figures about nobody."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Four tables; an extension and what is gone are not changed or taken away, a file takes its own along."""
    op.create_table(
        "verlenging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.CheckConstraint("reden <> ''", name="ck_verlenging_heeft_reden"),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_verlenging_casus_id_casus", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name="fk_verlenging_verklaring_nummer_verklaring"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_verlenging"),
    )
    op.create_index("ix_verlenging_casus_id", "verlenging", ["casus_id"])
    op.create_table(
        "vernietigvoorstel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("voorgesteld_door", sa.String(), nullable=False),
        sa.Column("voorgesteld_op", sa.DateTime(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name="fk_vernietigvoorstel_casus_id_casus", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name="fk_vernietigvoorstel_verklaring_nummer_verklaring"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_vernietigvoorstel"),
        sa.UniqueConstraint("casus_id", "soort", name="uq_vernietigvoorstel_casus_id"),
    )
    _maak_vernietiging()


def _maak_vernietiging() -> None:
    op.create_table(
        "vernietiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=False),
        sa.Column("gedaan_door", sa.String(), nullable=False),
        sa.Column("samen_met", sa.String(), nullable=False),
        sa.Column("woorden", sa.String(), nullable=False),
        sa.Column("geleegd", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name="fk_vernietiging_verklaring_nummer_verklaring"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_vernietiging"),
    )
    op.create_index("ix_vernietiging_nummer", "vernietiging", ["nummer"])
    op.create_table(
        "vernietigtelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesloten_jaar", sa.Integer(), nullable=False),
        sa.Column("aanpak", sa.String(), nullable=False),
        sa.Column("einde", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vernietigtelling"),
        sa.UniqueConstraint("gesloten_jaar", "aanpak", "einde", name="uq_vernietigtelling_gesloten_jaar"),
    )
    op.execute(
        "CREATE INDEX ix_verklaring_vernietiging ON verklaring (nummer) "
        "WHERE soort IN ('vernietiging', 'vernietiging_opnieuw')"
    )
    op.execute(
        "CREATE TRIGGER vernietiging_weg BEFORE DELETE ON vernietiging BEGIN "
        "SELECT RAISE(ABORT, 'Wat is vernietigd, blijft in het register.'); END"
    )
    op.execute(
        "CREATE TRIGGER vernietiging_blijft BEFORE UPDATE ON vernietiging WHEN OLD.verklaring_nummer IS NOT NULL BEGIN "
        "SELECT RAISE(ABORT, 'Wat is vernietigd, blijft in het register.'); END"
    )


def downgrade() -> None:
    """Drop them."""
    op.execute("DROP TRIGGER vernietiging_blijft")
    op.execute("DROP TRIGGER vernietiging_weg")
    op.execute("DROP INDEX ix_verklaring_vernietiging")
    for tabel in ("vernietigtelling", "vernietiging", "vernietigvoorstel", "verlenging"):
        op.drop_table(tabel)
