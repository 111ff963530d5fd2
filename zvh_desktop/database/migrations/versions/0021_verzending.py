"""What goes round after a tafel or a plan: only from what was vastgesteld, and only to who may have it.

The database refuses what the services refuse: a verslag to a partij without a seat that holds on the day of the
meeting, a plan to one whose oordeel does not hold on the day of sending, and the whole plan to anybody but the partij
of the casusregisseur. What was sent is not rewritten: only the reaction on it can be noted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_GELDT = """o.uitkomst = 'rechtmatig' AND o.geldig_vanaf <= {dag} AND (o.geldig_tot IS NULL OR o.geldig_tot >= {dag})
      AND NOT EXISTS (SELECT 1 FROM oordeel n
                      WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id
                        AND n.id > o.id AND n.geldig_vanaf <= {dag})"""

_TRIGGERS = {
    "verzending_verslag": f"""
        BEFORE INSERT ON verzending
        WHEN NEW.soort = 'verslag' AND NOT EXISTS (
            SELECT 1 FROM overleg v JOIN agendapunt a ON a.overleg_id = v.id
            JOIN deelname d ON d.agendapunt_id = a.id AND d.partij_id = NEW.partij_id AND d.vervallen = 0
            JOIN oordeel o ON o.casus_id = a.casus_id AND o.partij_id = NEW.partij_id
            WHERE v.id = NEW.overleg_id AND v.verslag_status = 'vastgesteld' AND {_GELDT.format(dag="v.datum")}) BEGIN
            SELECT RAISE(ABORT, 'poort: dit verslag is niet voor deze partij');
        END""",  # noqa: S608
    "verzending_plan": f"""
        BEFORE INSERT ON verzending
        WHEN NEW.soort <> 'verslag' AND NOT EXISTS (
            SELECT 1 FROM plan_van_aanpak p
            JOIN oordeel o ON o.casus_id = p.casus_id AND o.partij_id = NEW.partij_id
            WHERE p.id = NEW.plan_id AND p.casus_id = NEW.casus_id AND p.status = 'vastgesteld'
              AND abs(julianday(NEW.dag) - julianday(substr(NEW.verstuurd_op, 1, 10))) <= 1
              AND {_GELDT.format(dag="NEW.dag")}) BEGIN
            SELECT RAISE(ABORT, 'poort: dit plan is niet voor deze partij');
        END""",  # noqa: S608
    "verzending_regie": """
        BEFORE INSERT ON verzending
        WHEN NEW.soort = 'regie' AND NOT EXISTS (
            SELECT 1 FROM casusregie r
            WHERE r.casus_id = NEW.casus_id AND r.partij_id = NEW.partij_id AND r.tot IS NULL) BEGIN
            SELECT RAISE(ABORT, 'poort: het hele plan is alleen voor de casusregisseur');
        END""",
    "verzending_vervangen": """
        BEFORE INSERT ON verzending WHEN EXISTS (SELECT 1 FROM verzending v WHERE v.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'een verzending wordt nooit vervangen');
        END""",
    "verzending_blijft": """
        BEFORE UPDATE OF id, soort, overleg_id, plan_id, casus_id, partij_id, versie, verklaring_nummer, dag,
                         verstuurd_op, verstuurd_door, aan_naam, aan_functie, aan_email, aan_postbus, reageren_voor
        ON verzending BEGIN
            SELECT RAISE(ABORT, 'wat verstuurd is, wordt niet gewijzigd');
        END""",
}


def upgrade() -> None:
    """Make the table and put its triggers in place."""
    op.create_table(
        "verzending",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=False),
        sa.Column("verstuurd_door", sa.String(), nullable=False),
        sa.Column("aan_naam", sa.String(), nullable=False),
        sa.Column("aan_functie", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("aan_email", sa.String(), nullable=False),
        sa.Column("aan_postbus", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("reageren_voor", sa.Date(), nullable=True),
        sa.Column("reactie", sa.String(), nullable=False),
        sa.Column("reactie_op", sa.Date(), nullable=True),
        sa.Column("reactie_tekst", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.CheckConstraint(
            "(soort = 'verslag' AND overleg_id IS NOT NULL AND plan_id IS NULL AND casus_id IS NULL) OR "
            "(soort IN ('plan', 'regie') AND overleg_id IS NULL AND plan_id IS NOT NULL AND casus_id IS NOT NULL)",
            name=op.f("ck_verzending_gaat_ergens_over"),
        ),
        sa.CheckConstraint("aan_email <> ''", name=op.f("ck_verzending_aan_iemand")),
        sa.CheckConstraint(
            "reactie <> 'opmerking' OR reactie_tekst <> ''", name=op.f("ck_verzending_opmerking_heeft_tekst")
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_verzending_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_verzending_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_verzending_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_verzending_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_verzending_verklaring_nummer_verklaring")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verzending")),
    )
    for kolom in ("overleg_id", "plan_id", "casus_id", "partij_id"):
        op.create_index(op.f(f"ix_verzending_{kolom}"), "verzending", [kolom], unique=False)
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop the triggers and the table."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("verzending")
