"""The outcome of a dispute is signed; what was signed stays as it is."""

from alembic import op

revision = "0044"
down_revision = "0040"
branch_labels = None
depends_on = None

_GETEKEND = "EXISTS (SELECT 1 FROM geschil g WHERE g.id = {}.geschil_id AND g.verklaring_nummer IS NOT NULL)"
_TRIGGERS = {
    "geschil_getekend": """BEFORE UPDATE ON geschil WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een geschil met een ondertekende uitkomst blijft zoals het is'); END""",
    "geschil_stap_getekend": f"""BEFORE UPDATE ON geschil_stap WHEN {_GETEKEND.format("OLD")}
    BEGIN SELECT RAISE(ABORT, 'een stap van een ondertekend geschil blijft zoals hij is'); END""",
    "geschil_stap_erbij": f"""BEFORE INSERT ON geschil_stap WHEN {_GETEKEND.format("NEW")}
    BEGIN SELECT RAISE(ABORT, 'bij een ondertekend geschil komt geen stap meer'); END""",
    "geschil_stap_blijft": f"""BEFORE DELETE ON geschil_stap WHEN {_GETEKEND.format("OLD")}
    BEGIN SELECT RAISE(ABORT, 'een stap van een ondertekend geschil blijft'); END""",
}


def upgrade() -> None:
    """Add the column, and what keeps a signed outcome."""
    op.execute(
        "ALTER TABLE geschil ADD COLUMN verklaring_nummer INTEGER "
        "CONSTRAINT fk_geschil_verklaring_nummer_verklaring REFERENCES verklaring (nummer)"
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take both away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.execute("ALTER TABLE geschil DROP COLUMN verklaring_nummer")
