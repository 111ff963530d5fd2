"""Corrections of a vastgesteld verslag, each with the version that it replaced. Append-only, as oordelen are."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "verslag_correctie_geen_wijziging": "BEFORE UPDATE",
    "verslag_correctie_niet_weg": "BEFORE DELETE",
}


def upgrade() -> None:
    """Make the table, and refuse every change of what is in it."""
    op.create_table(
        "verslag_correctie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=False),
        sa.Column("eerder_verklaring", sa.Integer(), nullable=False),
        sa.Column("eerder_inhoud", sa.String(), nullable=False),
        sa.CheckConstraint("versie > 1", name=op.f("ck_verslag_correctie_na_de_eerste")),
        sa.CheckConstraint("reden <> ''", name=op.f("ck_verslag_correctie_heeft_reden")),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_verslag_correctie_overleg_id_overleg")),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name=op.f("fk_verslag_correctie_agendapunt_id_agendapunt")
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"],
            ["verklaring.nummer"],
            name=op.f("fk_verslag_correctie_verklaring_nummer_verklaring"),
        ),
        sa.ForeignKeyConstraint(
            ["eerder_verklaring"],
            ["verklaring.nummer"],
            name=op.f("fk_verslag_correctie_eerder_verklaring_verklaring"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verslag_correctie")),
        sa.UniqueConstraint("overleg_id", "versie", name=op.f("uq_verslag_correctie_overleg_id")),
        sa.UniqueConstraint("verklaring_nummer", name=op.f("uq_verslag_correctie_verklaring_nummer")),
        sa.UniqueConstraint("eerder_verklaring", name=op.f("uq_verslag_correctie_eerder_verklaring")),
    )
    op.create_index(op.f("ix_verslag_correctie_agendapunt_id"), "verslag_correctie", ["agendapunt_id"], unique=False)
    for naam, wanneer in _TRIGGERS.items():
        op.execute(
            f"CREATE TRIGGER {naam} {wanneer} ON verslag_correctie "
            "BEGIN SELECT RAISE(ABORT, 'een correctie van een verslag ligt vast'); END"
        )


def downgrade() -> None:
    """Drop the triggers and the table."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("verslag_correctie")
