"""The ending of a casus and its reopening are signed, and a restriction when it is laid and when it is lifted."""

from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_GETEKEND = (
    "id, casus_id, soort, bij, advies, geinformeerd_op, beeindigd_op, beeindigd_door, heropend_op, heropend_door, "
    "heropend_omdat"
)
_TABELLEN = ("casus_einde", "aantekening")
_TRIGGERS = {
    "casus_einde_blijft": """BEFORE DELETE ON casus_einde WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekend einde van een casus blijft'); END""",
    "casus_einde_vast": f"""BEFORE UPDATE OF {_GETEKEND} ON casus_einde
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS OLD.verklaring_nummer
    BEGIN SELECT RAISE(ABORT, 'een ondertekend einde van een casus wijzigt niet'); END""",
    "beperking_blijft": """BEFORE DELETE ON aantekening WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekende beperking blijft'); END""",
    "beperking_vast": """BEFORE UPDATE ON aantekening
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS OLD.verklaring_nummer
    BEGIN SELECT RAISE(ABORT, 'een ondertekende beperking wijzigt niet'); END""",
    "beperking_getekend": """BEFORE UPDATE OF verklaring_nummer ON aantekening
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekende beperking blijft ondertekend'); END""",
    "casus_einde_getekend": """BEFORE UPDATE OF verklaring_nummer ON casus_einde
    WHEN OLD.verklaring_nummer IS NOT NULL AND NEW.verklaring_nummer IS NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekend einde van een casus blijft ondertekend'); END""",
}


def upgrade() -> None:
    """A column each: what is from before has no number, and is taken down as such when the vault is opened."""
    for tabel in _TABELLEN:
        op.execute(
            f"ALTER TABLE {tabel} ADD COLUMN verklaring_nummer INTEGER "
            f"CONSTRAINT fk_{tabel}_verklaring_nummer_verklaring REFERENCES verklaring (nummer)"
        )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop the triggers and the columns."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for naam in _TABELLEN:
        op.execute(f"ALTER TABLE {naam} DROP COLUMN verklaring_nummer")
