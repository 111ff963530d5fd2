"""Progress of acties at the table, the verslag settled at the next overleg, and the letter of a question at triage.

What the table said of an actie is about a casus on the agenda, and does not change once the verslag is vastgesteld.
A question leaves in a phase in which nothing is shared yet: never to a derde, and as it left it stays.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_VAST = """EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
                  WHERE a.id = NEW.agendapunt_id AND v.verslag_status = 'vastgesteld')"""

_TRIGGERS = {
    "actievoortgang_casus": """
        BEFORE INSERT ON actievoortgang WHEN NOT EXISTS (
            SELECT 1 FROM actie x JOIN agendapunt a ON a.casus_id = x.casus_id
            WHERE x.id = NEW.actie_id AND a.id = NEW.agendapunt_id) BEGIN
            SELECT RAISE(ABORT, 'deze actie hoort niet bij de casus van dit agendapunt');
        END""",
    "actievoortgang_vast": f"""
        BEFORE INSERT ON actievoortgang WHEN {_VAST} BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
    "actievoortgang_blijft": f"""
        BEFORE UPDATE ON actievoortgang WHEN {_VAST} BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
    "overleg_weg_uit_verslagpunt": """
        BEFORE DELETE ON overleg BEGIN
            UPDATE agendapunt SET verslag_van_id = NULL WHERE verslag_van_id = OLD.id;
        END""",
    "triagebrief_derde": """
        BEFORE INSERT ON triagebrief WHEN EXISTS (
            SELECT 1 FROM partij p WHERE p.id = NEW.partij_id AND p.soort = 'derde') BEGIN
            SELECT RAISE(ABORT, 'poort: een derde wordt niet bevraagd');
        END""",
    "triagebrief_vervangen": """
        BEFORE INSERT ON triagebrief WHEN EXISTS (SELECT 1 FROM triagebrief b WHERE b.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'wat verstuurd is, wordt nooit vervangen');
        END""",
    "triagebrief_blijft": """
        BEFORE UPDATE ON triagebrief BEGIN
            SELECT RAISE(ABORT, 'wat verstuurd is, wordt niet gewijzigd');
        END""",
}


def upgrade() -> None:
    """Two tables, two columns, and what the database refuses."""
    op.create_table(
        "actievoortgang",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("actie_id", sa.Integer(), nullable=False),
        sa.Column("voortgang", sa.String(), nullable=False),
        sa.Column("vorige_status", sa.String(), nullable=False),
        sa.Column("vorige_afgerond_op", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"],
            ["agendapunt.id"],
            name="fk_actievoortgang_agendapunt_id_agendapunt",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["actie_id"], ["actie.id"], name="fk_actievoortgang_actie_id_actie", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_actievoortgang"),
        sa.UniqueConstraint("agendapunt_id", "actie_id", name="uq_actievoortgang_agendapunt_id"),
    )
    op.create_index("ix_actievoortgang_actie_id", "actievoortgang", ["actie_id"])
    op.create_table(
        "triagebrief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("vraag", sa.String(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=False),
        sa.Column("verstuurd_door", sa.String(), nullable=False),
        sa.Column("aan_naam", sa.String(), nullable=False),
        sa.Column("aan_functie", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_email", sa.String(), nullable=False),
        sa.Column("aan_postbus", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.CheckConstraint("aan_email <> ''", name=op.f("ck_triagebrief_aan_iemand")),
        sa.CheckConstraint("vraag <> ''", name=op.f("ck_triagebrief_heeft_vraag")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_triagebrief_casus_id_casus", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name="fk_triagebrief_partij_id_partij"),
        sa.PrimaryKeyConstraint("id", name="pk_triagebrief"),
        sa.UniqueConstraint("casus_id", "partij_id", "versie", name="uq_triagebrief_casus_id"),
    )
    op.create_index("ix_triagebrief_partij_id", "triagebrief", ["partij_id"])
    op.execute(
        "ALTER TABLE agendapunt ADD COLUMN verslag_van_id INTEGER "
        "CONSTRAINT fk_agendapunt_verslag_van_id_overleg REFERENCES overleg (id)"
    )
    op.execute("ALTER TABLE agendapunt ADD COLUMN verslag_oordeel VARCHAR DEFAULT '' NOT NULL")
    op.create_index("ix_agendapunt_verslag_van_id", "agendapunt", ["verslag_van_id"])
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop them all."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_index("ix_agendapunt_verslag_van_id", "agendapunt")
    op.execute("ALTER TABLE agendapunt DROP COLUMN verslag_oordeel")
    op.execute("ALTER TABLE agendapunt DROP COLUMN verslag_van_id")
    op.drop_table("triagebrief")
    op.drop_table("actievoortgang")
