"""What a betrokkene asks: the verzoek, whom it is about, the partijen, and what stands beside an item."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "verzoek_besluit_blijft": """BEFORE DELETE ON verzoek_besluit WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekend besluit op een verzoek blijft'); END""",
    "verzoek_besluit_vast": """BEFORE UPDATE ON verzoek_besluit WHEN OLD.verklaring_nummer IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een ondertekend besluit op een verzoek wijzigt niet'); END""",
    "verzoek_partij_blijft": """BEFORE DELETE ON verzoek_partij WHEN OLD.verstuurd_op IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een partij die een brief kreeg, blijft'); END""",
}


def _verzoek() -> None:
    op.create_table(
        "verzoek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("namens", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("vraag", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("geidentificeerd_op", sa.Date(), nullable=True),
        sa.Column("identificatie", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("identificatie_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("verlengd_maanden", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("verlengd_reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("verlengd_bericht_op", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("verstrekt_op", sa.DateTime(), nullable=True),
        sa.Column("verstrekt_hoe", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("verstrekt_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.CheckConstraint(
            "uitkomst NOT IN ('deels', 'afgewezen') OR reden <> ''", name=op.f("ck_verzoek_geweigerd_met_reden")
        ),
        sa.CheckConstraint("verlengd_maanden = 0 OR verlengd_reden <> ''", name=op.f("ck_verzoek_verlengd_met_reden")),
        sa.CheckConstraint("wie <> ''", name=op.f("ck_verzoek_van_iemand")),
        sa.CheckConstraint("verlengd_maanden BETWEEN 0 AND 2", name=op.f("ck_verzoek_hoogstens_twee_maanden")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verzoek")),
    )


def _verzoek_betrokkene() -> None:
    op.create_table(
        "verzoek_betrokkene",
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("betrokkene_id", sa.Integer(), nullable=False),
        sa.Column("bevestigd_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["betrokkene.id"],
            name=op.f("fk_verzoek_betrokkene_betrokkene_id_betrokkene"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["verzoek.id"], name=op.f("fk_verzoek_betrokkene_verzoek_id_verzoek"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("verzoek_id", "betrokkene_id", name=op.f("pk_verzoek_betrokkene")),
    )


def _verzoek_partij() -> None:
    op.create_table(
        "verzoek_partij",
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=True),
        sa.Column("verstuurd_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_naam", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_functie", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_email", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_postbus", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("antwoord_op", sa.Date(), nullable=True),
        sa.Column("antwoord_reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "antwoord <> 'weigert' OR antwoord_reden <> ''", name=op.f("ck_verzoek_partij_weigert_met_reden")
        ),
        sa.CheckConstraint(
            "verstuurd_op IS NULL OR aan_email <> ''", name=op.f("ck_verzoek_partij_verstuurd_aan_iemand")
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_verzoek_partij_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["verzoek.id"], name=op.f("fk_verzoek_partij_verzoek_id_verzoek"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("verzoek_id", "partij_id", name=op.f("pk_verzoek_partij")),
    )


def _verzoek_weglating() -> None:
    op.create_table(
        "verzoek_weglating",
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.CheckConstraint("reden <> ''", name=op.f("ck_verzoek_weglating_heeft_reden")),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["verzoek.id"], name=op.f("fk_verzoek_weglating_verzoek_id_verzoek"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("verzoek_id", "sleutel", name=op.f("pk_verzoek_weglating")),
    )


def _aantekening() -> None:
    op.create_table(
        "aantekening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("aard", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("vorm", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("opgeheven_op", sa.Date(), nullable=True),
        sa.Column("opgeheven_reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("opgeheven_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "opgeheven_op IS NULL OR opgeheven_reden <> ''", name=op.f("ck_aantekening_opgeheven_met_reden")
        ),
        sa.CheckConstraint("tekst <> ''", name=op.f("ck_aantekening_zegt_wat")),
        sa.CheckConstraint("uitkomst <> 'geweigerd' OR reden <> ''", name=op.f("ck_aantekening_geweigerd_met_reden")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_aantekening_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["verzoek.id"], name=op.f("fk_aantekening_verzoek_id_verzoek"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aantekening")),
    )


def _verzoek_besluit() -> None:
    op.create_table(
        "verzoek_besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("verzoek_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=False),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_verzoek_besluit_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_verzoek_besluit_verklaring_nummer_verklaring")
        ),
        sa.ForeignKeyConstraint(
            ["verzoek_id"], ["verzoek.id"], name=op.f("fk_verzoek_besluit_verzoek_id_verzoek"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verzoek_besluit")),
        sa.UniqueConstraint("verzoek_id", "casus_id", name=op.f("uq_verzoek_besluit_verzoek_id")),
    )


def upgrade() -> None:
    """Make the tables, and what keeps a signed decision."""
    for maak in (_verzoek, _verzoek_betrokkene, _verzoek_partij, _verzoek_weglating, _aantekening, _verzoek_besluit):
        maak()
    op.create_index(op.f("ix_aantekening_casus_id"), "aantekening", ["casus_id"])
    op.create_index(op.f("ix_aantekening_verzoek_id"), "aantekening", ["verzoek_id"])
    op.create_index(op.f("ix_verzoek_besluit_casus_id"), "verzoek_besluit", ["casus_id"])
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take it all away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for naam in (
        "verzoek_besluit",
        "aantekening",
        "verzoek_weglating",
        "verzoek_partij",
        "verzoek_betrokkene",
        "verzoek",
    ):
        op.drop_table(naam)
