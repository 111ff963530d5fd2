"""A question at triage can be taken back after its day: a letter of its own, to whoever got the question."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_REGEL = """
    CREATE TRIGGER triagebrief_ingetrokken
    BEFORE INSERT ON triagebrief
    WHEN NEW.intrekking AND NOT EXISTS (
        SELECT 1 FROM triagebrief b
        WHERE b.casus_id = NEW.casus_id AND b.partij_id = NEW.partij_id
          AND b.versie = NEW.versie - 1 AND NOT b.intrekking AND b.aan_email = NEW.aan_email) BEGIN
        SELECT RAISE(ABORT, 'een intrekking gaat naar wie de vraag kreeg');
    END"""


def upgrade() -> None:
    """Two columns, and who may get such a letter."""
    op.add_column("triagebrief", sa.Column("intrekking", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("triagebrief", sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False))
    op.execute(_REGEL)


def downgrade() -> None:
    """Drop the trigger and the columns."""
    op.execute("DROP TRIGGER triagebrief_ingetrokken")
    op.drop_column("triagebrief", "reden")
    op.drop_column("triagebrief", "intrekking")
