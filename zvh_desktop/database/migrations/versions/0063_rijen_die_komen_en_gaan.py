"""A server writes down rows that come and go as well (ADR 0099): its guards are put there anew; no table changes."""

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing in a vault: a server gets the guards of this version with any step (motor/bijwerken.py)."""


def downgrade() -> None:
    """Nothing."""
