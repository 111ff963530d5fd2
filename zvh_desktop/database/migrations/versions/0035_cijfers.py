"""The figures of a year: steps between fasen, why a casus was closed, what was given out, goals, and wider counts.

What files that went left behind is counted by year, quarter and figure from now on. The counts of before told the
year, the aanpak and how it ended: they stay as the outflow of that year, without a quarter.
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def _telling() -> None:
    op.rename_table("vernietigtelling", "vernietigtelling_oud")
    op.create_table(
        "vernietigtelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("kwartaal", sa.Integer(), nullable=False),
        sa.Column("maat", sa.String(), nullable=False),
        sa.Column("indeling", sa.String(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vernietigtelling"),
        sa.UniqueConstraint("jaar", "kwartaal", "maat", "indeling", "sleutel", name="uq_vernietigtelling_jaar"),
    )
    op.execute(
        "INSERT INTO vernietigtelling (jaar, kwartaal, maat, indeling, sleutel, aantal) "
        "SELECT gesloten_jaar, 0, 'uitstroom', '', '', sum(aantal) FROM vernietigtelling_oud GROUP BY 1"
    )
    op.execute(
        "INSERT INTO vernietigtelling (jaar, kwartaal, maat, indeling, sleutel, aantal) "
        "SELECT gesloten_jaar, 0, 'uitstroom', 'aanpak', aanpak, sum(aantal) "
        "FROM vernietigtelling_oud GROUP BY 1, aanpak"
    )
    op.drop_table("vernietigtelling_oud")


def _uitgiften() -> None:
    op.create_table(
        "cijferuitgifte",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("kwartaal", sa.Integer(), nullable=False),
        sa.Column("uitgegeven_op", sa.Date(), nullable=False),
        sa.Column("uitgegeven_door", sa.String(), nullable=False),
        sa.CheckConstraint("kwartaal BETWEEN 0 AND 4", name="ck_cijferuitgifte_kwartaal_bestaat"),
        sa.PrimaryKeyConstraint("id", name="pk_cijferuitgifte"),
        sa.UniqueConstraint("jaar", "kwartaal", name="uq_cijferuitgifte_jaar"),
    )
    op.create_table(
        "uitgegevencijfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uitgifte_id", sa.Integer(), nullable=False),
        sa.Column("maat", sa.String(), nullable=False),
        sa.Column("indeling", sa.String(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["uitgifte_id"], ["cijferuitgifte.id"], name="fk_uitgegevencijfer_uitgifte_id_cijferuitgifte"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_uitgegevencijfer"),
        sa.UniqueConstraint("uitgifte_id", "maat", "indeling", "sleutel", name="uq_uitgegevencijfer_uitgifte_id"),
    )


def upgrade() -> None:
    """Make the tables; a casus that runs is in its fase since nobody knows when."""
    op.create_table(
        "sluitreden",
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_sluitreden_casus_id_casus", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("casus_id", name="pk_sluitreden"),
    )
    op.create_table(
        "fasestap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("van", sa.String(), nullable=False),
        sa.Column("naar", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_fasestap_casus_id_casus", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_fasestap"),
    )
    op.create_index("ix_fasestap_casus_id", "fasestap", ["casus_id"])
    op.execute("INSERT INTO fasestap (casus_id, van, naar, op) SELECT id, '', fase, geopend_op FROM casus")
    _uitgiften()
    op.create_table(
        "jaardoel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("maat", sa.String(), nullable=False),
        sa.Column("streefwaarde", sa.Integer(), nullable=False),
        sa.Column("hoogstens", sa.Boolean(), nullable=False),
        sa.CheckConstraint("streefwaarde > 0", name="ck_jaardoel_streeft_naar_iets"),
        sa.PrimaryKeyConstraint("id", name="pk_jaardoel"),
    )
    _telling()
    for tabel in ("cijferuitgifte", "uitgegevencijfer"):
        for daad in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {tabel}_{daad.lower()} BEFORE {daad} ON {tabel} BEGIN "
                "SELECT RAISE(ABORT, 'Een cijfer dat is uitgegeven, blijft zoals het is.'); END"
            )


def downgrade() -> None:
    """Drop them; of the wider counts the outflow by aanpak stays."""
    for tabel in ("cijferuitgifte", "uitgegevencijfer"):
        for daad in ("update", "delete"):
            op.execute(f"DROP TRIGGER {tabel}_{daad}")
    for tabel in ("jaardoel", "uitgegevencijfer", "cijferuitgifte", "fasestap", "sluitreden"):
        op.drop_table(tabel)
    op.rename_table("vernietigtelling", "vernietigtelling_nieuw")
    op.create_table(
        "vernietigtelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("gesloten_jaar", sa.Integer(), nullable=False),
        sa.Column("aanpak", sa.String(), nullable=False),
        sa.Column("einde", sa.String(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_vernietigtelling"),
        sa.UniqueConstraint("gesloten_jaar", "aanpak", "einde", name="uq_vernietigtelling_gesloten_jaar"),
    )
    op.execute(
        "INSERT INTO vernietigtelling (gesloten_jaar, aanpak, einde, aantal) "
        "SELECT jaar, sleutel, 'afgeschaald', sum(aantal) FROM vernietigtelling_nieuw "
        "WHERE maat = 'uitstroom' AND indeling = 'aanpak' GROUP BY 1, 2"
    )
    op.drop_table("vernietigtelling_nieuw")
