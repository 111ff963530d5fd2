"""How a casus ends without afschaling, whom the procesregisseur spoke, whose casus it is, and the owner of an actie.

A triage that ended in "elders" or "niet" left its casus running for ever: those end here on the day of that triage.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three tables, one column, and an ending for what had none."""
    _maak_einde()
    op.create_table(
        "vastlegging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aanmelding_id", sa.Integer(), nullable=True),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.Column("met", sa.String(), nullable=False),
        sa.Column("niet_omdat", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"], ["aanmelding.id"], name="fk_vastlegging_aanmelding_id_aanmelding", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_vastlegging_casus_id_casus", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_vastlegging"),
        sa.UniqueConstraint("aanmelding_id", "soort", name="uq_vastlegging_aanmelding_id"),
        sa.UniqueConstraint("casus_id", "soort", name="uq_vastlegging_casus_id"),
    )
    op.create_table(
        "regisseurwissel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("van", sa.String(), nullable=False),
        sa.Column("naar", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name="fk_regisseurwissel_casus_id_casus", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_regisseurwissel"),
    )
    op.create_index("ix_regisseurwissel_casus_id", "regisseurwissel", ["casus_id"])
    op.create_index("ix_casus_status_nummer", "casus", ["status", "nummer"])
    op.execute("ALTER TABLE actie ADD COLUMN eigenaar VARCHAR DEFAULT '' NOT NULL")
    op.execute(
        "INSERT INTO casus_einde (casus_id, soort, bij, advies, beeindigd_op, beeindigd_door, teruggekoppeld_hoe, "
        "teruggekoppeld_wat, teruggekoppeld_door, heropend_door, heropend_omdat) "
        "SELECT casus.id, t.routering, '', t.toelichting, t.afgerond_op, t.afgerond_door, '', '', '', '', '' "
        "FROM casus, triage t WHERE t.casus_id = casus.id AND t.afgerond_op IS NOT NULL "
        "AND t.routering IN ('elders', 'niet') AND casus.status = 'lopend'"
    )
    op.execute(
        "UPDATE casus SET status = 'beeindigd', "
        "gesloten_op = (SELECT beeindigd_op FROM casus_einde WHERE casus_einde.casus_id = casus.id) "
        "WHERE id IN (SELECT casus_id FROM casus_einde)"
    )


def downgrade() -> None:
    """As it was: what ended runs on."""
    op.execute("UPDATE casus SET status = 'lopend', gesloten_op = NULL WHERE status = 'beeindigd'")
    op.drop_index("ix_casus_status_nummer", "casus")
    op.execute("ALTER TABLE actie DROP COLUMN eigenaar")
    for tabel in ("regisseurwissel", "vastlegging", "casus_einde"):
        op.drop_table(tabel)


def _maak_einde() -> None:
    op.create_table(
        "casus_einde",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("bij", sa.String(), nullable=False),
        sa.Column("advies", sa.String(), nullable=False),
        sa.Column("geinformeerd_op", sa.Date(), nullable=True),
        sa.Column("beeindigd_op", sa.Date(), nullable=False),
        sa.Column("beeindigd_door", sa.String(), nullable=False),
        sa.Column("teruggekoppeld_op", sa.Date(), nullable=True),
        sa.Column("teruggekoppeld_hoe", sa.String(), nullable=False),
        sa.Column("teruggekoppeld_wat", sa.String(), nullable=False),
        sa.Column("teruggekoppeld_door", sa.String(), nullable=False),
        sa.Column("heropend_op", sa.Date(), nullable=True),
        sa.Column("heropend_door", sa.String(), nullable=False),
        sa.Column("heropend_omdat", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_casus_einde_casus_id_casus", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_casus_einde"),
    )
    op.create_index("ix_casus_einde_casus_id", "casus_einde", ["casus_id"])
