"""What was chosen about something in a text is signed; what was chosen before that is asked about again."""

from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "lekoordeel_blijft": """BEFORE DELETE ON lekoordeel WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekende keuze blijft'); END""",
    "lekoordeel_vast": """BEFORE UPDATE ON lekoordeel
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS OLD.verklaring_nummer
    BEGIN SELECT RAISE(ABORT, 'een ondertekende keuze wijzigt niet'); END""",
    "lekoordeel_getekend": """BEFORE UPDATE OF verklaring_nummer ON lekoordeel
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekende keuze blijft ondertekend'); END""",
}


def upgrade() -> None:
    """Two columns. Nobody signed what stands there: it goes, so that nothing leaves on the word of a row alone."""
    op.execute("DELETE FROM lekoordeel")
    op.execute("ALTER TABLE lekoordeel ADD COLUMN versie INTEGER DEFAULT 1 NOT NULL")
    op.execute(
        "ALTER TABLE lekoordeel ADD COLUMN verklaring_nummer INTEGER "
        "CONSTRAINT fk_lekoordeel_verklaring_nummer_verklaring REFERENCES verklaring (nummer)"
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop the triggers and the columns."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for kolom in ("verklaring_nummer", "versie"):
        op.execute(f"ALTER TABLE lekoordeel DROP COLUMN {kolom}")
