"""A choice about something in a text can be for a reader that is no partij here (ADR 0103)."""

import sqlalchemy as sa
from alembic import op

revision = "0066"
down_revision = "0065"
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
_LEZER = "(lezer = 'partij') = (partij_id IS NOT NULL)"
_KOLOMMEN = "id, partij_id, casus_id, digest, begin, eind, soort, keuze, reden, op, door, versie, verklaring_nummer"


def upgrade() -> None:
    """What stands there was all chosen for a partij."""
    lezer = sa.Column("lezer", sa.String(), server_default=sa.text("'partij'"), nullable=False)
    if op.get_bind().dialect.name != "sqlite":
        op.add_column("lekoordeel", lezer)
        op.alter_column("lekoordeel", "partij_id", nullable=True)
        op.create_check_constraint(op.f("ck_lekoordeel_een_lezer"), "lekoordeel", _LEZER)
        return
    _bouw_om(lezer, sa.CheckConstraint(_LEZER, name=op.f("ck_lekoordeel_een_lezer")), verplicht=False)


def downgrade() -> None:
    """What was chosen for another reader goes, and opens nothing any more."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DELETE FROM lekoordeel WHERE partij_id IS NULL")
        op.drop_column("lekoordeel", "lezer")
        op.alter_column("lekoordeel", "partij_id", nullable=False)
        return
    _bouw_om(verplicht=True)


def _bouw_om(*erbij: sa.schema.SchemaItem, verplicht: bool) -> None:
    """SQLite changes no column that is there, so the table is made anew."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for kolom in ("partij_id", "casus_id"):
        op.drop_index(op.f(f"ix_lekoordeel_{kolom}"), "lekoordeel")
    op.rename_table("lekoordeel", "lekoordeel_oud")
    op.create_table(
        "lekoordeel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=not verplicht),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("begin", sa.Integer(), nullable=False),
        sa.Column("eind", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("keuze", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("op", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), server_default=sa.text("1"), nullable=False),
        *erbij,
        sa.CheckConstraint("keuze <> 'mag' OR soort <> 'bsn'", name=op.f("ck_lekoordeel_geen_bsn")),
        sa.CheckConstraint("begin >= 0 AND eind >= begin", name=op.f("ck_lekoordeel_ergens")),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_lekoordeel_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_lekoordeel_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lekoordeel")),
        sa.UniqueConstraint("digest", "begin", "eind", "soort", name=op.f("uq_lekoordeel_digest")),
        sqlite_autoincrement=True,
    )
    op.execute(  # as in 0050, which can only take it away again when it is added like this
        "ALTER TABLE lekoordeel ADD COLUMN verklaring_nummer INTEGER "
        "CONSTRAINT fk_lekoordeel_verklaring_nummer_verklaring REFERENCES verklaring (nummer)"
    )
    waar = " WHERE partij_id IS NOT NULL" if verplicht else ""
    op.execute(f"INSERT INTO lekoordeel ({_KOLOMMEN}) SELECT {_KOLOMMEN} FROM lekoordeel_oud{waar}")  # noqa: S608
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'lekoordeel'")
    op.execute(  # a number that was given out is never given again (0056)
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'lekoordeel', seq FROM sqlite_sequence "
        "WHERE name = 'lekoordeel_oud'"
    )
    op.drop_table("lekoordeel_oud")
    for kolom in ("partij_id", "casus_id"):
        op.create_index(op.f(f"ix_lekoordeel_{kolom}"), "lekoordeel", [kolom])
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")
