"""What changes at the table, beside the agenda that got akkoord, and what comes of a casus without a besluit.

The rows of the agenda that was signed stay as they are: what is added at the table says so itself, and only while the
overleg is being held. A seat that is added there passes the same triggers as any other (0002).
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "punt_ter_tafel": """
        BEFORE INSERT ON agendapunt
        WHEN NEW.ter_tafel <> 0
             AND NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id
                                AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'alleen aan tafel komt er een punt bij buiten de agenda om');
        END""",
    "stoel_ter_tafel": """
        BEFORE INSERT ON deelname
        WHEN NEW.ter_tafel <> 0
             AND NOT EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
                             WHERE a.id = NEW.agendapunt_id
                                AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'alleen aan tafel komt er een partij bij buiten de agenda om');
        END""",
    "punt_blijft_op_de_agenda": """
        BEFORE UPDATE OF ter_tafel ON agendapunt WHEN NEW.ter_tafel <> OLD.ter_tafel BEGIN
            SELECT RAISE(ABORT, 'een punt van de agenda blijft van de agenda');
        END""",
    "stoel_blijft_op_de_agenda": """
        BEFORE UPDATE OF ter_tafel ON deelname WHEN NEW.ter_tafel <> OLD.ter_tafel BEGIN
            SELECT RAISE(ABORT, 'een stoel van de agenda blijft van de agenda');
        END""",
    "punt_uitkomst_nieuw": """
        BEFORE INSERT ON agendapunt
        WHEN NEW.uitkomst <> '' OR (NEW.tafel_volgorde IS NOT NULL AND NEW.ter_tafel = 0) BEGIN
            SELECT RAISE(ABORT, 'een punt begint zonder uitkomst');
        END""",
    "punt_uitkomst": """
        BEFORE UPDATE OF uitkomst, aangehouden_tot, tafel_volgorde ON agendapunt
        WHEN NEW.uitkomst IS NOT OLD.uitkomst OR NEW.aangehouden_tot IS NOT OLD.aangehouden_tot
             OR NEW.tafel_volgorde IS NOT OLD.tafel_volgorde BEGIN
            SELECT RAISE(ABORT, 'wat er van een casus kwam, ligt vast of is er nog niet')
            WHERE NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id
                                AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld')
               OR NEW.uitkomst NOT IN ('', 'niet_behandeld', 'aangehouden', 'besproken')
               OR (NEW.uitkomst <> '' AND NEW.casus_id IS NULL)
               OR (NEW.aangehouden_tot IS NOT NULL AND NEW.uitkomst <> 'aangehouden')
               OR (NEW.uitkomst <> '' AND EXISTS (SELECT 1 FROM besluit b WHERE b.agendapunt_id = OLD.id));
        END""",
    "besluit_zonder_uitkomst": """
        BEFORE INSERT ON besluit
        WHEN EXISTS (SELECT 1 FROM agendapunt a WHERE a.id = NEW.agendapunt_id AND a.uitkomst <> '') BEGIN
            SELECT RAISE(ABORT, 'bij deze casus is geen besluit genomen');
        END""",
    "overleg_tijden": """
        BEFORE UPDATE OF begonnen_om, geeindigd_om ON overleg
        WHEN (NEW.begonnen_om IS NOT OLD.begonnen_om OR NEW.geeindigd_om IS NOT OLD.geeindigd_om)
             AND OLD.verslag_status = 'vastgesteld' BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
    "gebeurtenis_erbij": """
        BEFORE INSERT ON tafelgebeurtenis BEGIN
            SELECT RAISE(ABORT, 'er gebeurt alleen iets aan tafel zolang het overleg bezig is')
            WHERE NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id
                                AND v.status = 'gehouden' AND v.verslag_status <> 'vastgesteld')
               OR (NEW.agendapunt_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM agendapunt a WHERE a.id = NEW.agendapunt_id AND a.overleg_id = NEW.overleg_id));
            SELECT RAISE(ABORT, 'poort: geen geldend oordeel')
            WHERE NEW.partij_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM deelname d WHERE d.agendapunt_id = NEW.agendapunt_id
                  AND d.partij_id = NEW.partij_id AND d.vervallen = 0);
        END""",
    "gebeurtenis_blijft": """
        BEFORE UPDATE ON tafelgebeurtenis BEGIN
            SELECT RAISE(ABORT, 'wat er aan tafel gebeurde, ligt vast');
        END""",
    "gebeurtenis_weg": """
        BEFORE DELETE ON tafelgebeurtenis
        WHEN EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.verslag_status = 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
}


def upgrade() -> None:
    """Nothing that is there changes: every point and seat is one of the agenda."""
    op.add_column("overleg", sa.Column("begonnen_om", sa.Time(), nullable=True))
    op.add_column("overleg", sa.Column("geeindigd_om", sa.Time(), nullable=True))
    op.add_column("agendapunt", sa.Column("ter_tafel", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("agendapunt", sa.Column("tafel_volgorde", sa.Integer(), nullable=True))
    op.add_column("agendapunt", sa.Column("uitkomst", sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("agendapunt", sa.Column("aangehouden_tot", sa.Date(), nullable=True))
    op.add_column("deelname", sa.Column("ter_tafel", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "tafelgebeurtenis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=True),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("tijdstip", sa.DateTime(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_tafelgebeurtenis_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"],
            ["agendapunt.id"],
            name=op.f("fk_tafelgebeurtenis_agendapunt_id_agendapunt"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_tafelgebeurtenis_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tafelgebeurtenis")),
    )
    for kolom in ("overleg_id", "agendapunt_id"):
        op.create_index(op.f(f"ix_tafelgebeurtenis_{kolom}"), "tafelgebeurtenis", [kolom], unique=False)
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take it all away again; what was added at the table goes with it."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("tafelgebeurtenis")
    op.execute("DELETE FROM deelname WHERE ter_tafel <> 0")
    op.execute("DELETE FROM agendapunt WHERE ter_tafel <> 0")
    op.drop_column("deelname", "ter_tafel")
    for kolom in ("aangehouden_tot", "uitkomst", "tafel_volgorde", "ter_tafel"):
        op.drop_column("agendapunt", kolom)
    for kolom in ("geeindigd_om", "begonnen_om"):
        op.drop_column("overleg", kolom)
