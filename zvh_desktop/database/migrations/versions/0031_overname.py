"""The tick that a casus of an overleg was taken over into a system of the house.

The database refuses what the services refuse: a tick while the verslag is a concept, or for a point without casus.
Who ticked and when is not rewritten; a tick can only be taken away.
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "overname_vastgesteld": """
        BEFORE INSERT ON overname
        WHEN NOT EXISTS (
            SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
            WHERE a.id = NEW.agendapunt_id AND a.casus_id IS NOT NULL AND v.verslag_status = 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'overnemen kan pas als het verslag is vastgesteld');
        END""",
    "overname_vervangen": """
        BEFORE INSERT ON overname
        WHEN EXISTS (
            SELECT 1 FROM overname o
            WHERE o.agendapunt_id = NEW.agendapunt_id AND o.systeem = NEW.systeem
              AND o.verklaring_nummer = NEW.verklaring_nummer) BEGIN
            SELECT RAISE(ABORT, 'een overname wordt nooit vervangen');
        END""",
    "overname_blijft": """
        BEFORE UPDATE ON overname BEGIN
            SELECT RAISE(ABORT, 'wie wanneer heeft overgenomen, wordt niet gewijzigd');
        END""",
}


def upgrade() -> None:
    """Make the table and put its triggers in place."""
    op.create_table(
        "overname",
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("systeem", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=False),
        sa.Column("overgenomen_op", sa.DateTime(), nullable=False),
        sa.Column("overgenomen_door", sa.String(), nullable=False),
        sa.CheckConstraint("systeem <> ''", name=op.f("ck_overname_in_een_systeem")),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"], ["agendapunt.id"], name=op.f("fk_overname_agendapunt_id_agendapunt"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_overname_verklaring_nummer_verklaring")
        ),
        sa.PrimaryKeyConstraint("agendapunt_id", "systeem", "verklaring_nummer", name=op.f("pk_overname")),
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop the triggers and the table."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("overname")
