"""Who is a partij and how that changes, disputes, and the days of the convenant. What was decided stays."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "traject_blijft": """BEFORE DELETE ON traject
    WHEN OLD.stand <> 'open' OR EXISTS (
        SELECT 1 FROM traject_partij p WHERE p.traject_id = OLD.id AND p.verstuurd_op IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'een procedure waarover is besloten of bericht, blijft'); END""",
    "traject_partij_blijft": """BEFORE DELETE ON traject_partij WHEN OLD.verstuurd_op IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een partij die bericht kreeg, blijft'); END""",
    "geschil_blijft": """BEFORE DELETE ON geschil WHEN OLD.afgesloten_op IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'een afgesloten geschil blijft'); END""",
}


def upgrade() -> None:
    """Make the tables and what keeps them."""
    _maak_traject()
    _maak_convenantmoment()
    _maak_geschil()
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def _maak_traject() -> None:
    op.create_table(
        "traject",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("opvolger_id", sa.Integer(), nullable=True),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("kort", sa.String(), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("vestigingsplaats", sa.String(), nullable=False),
        sa.Column("kantoor", sa.String(), nullable=False),
        sa.Column("vertegenwoordiger", sa.String(), nullable=False),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("bijdrage", sa.String(), nullable=False),
        sa.Column("grondslag", sa.String(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("ontvangen_bij", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("gevraagd_per", sa.Date(), nullable=True),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("in_gebreke_op", sa.Date(), nullable=True),
        sa.Column("gehoord_op", sa.Date(), nullable=True),
        sa.Column("advies", sa.String(), nullable=False),
        sa.Column("besluit_id", sa.Integer(), nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("getekend_op", sa.Date(), nullable=True),
        sa.Column("ingang", sa.Date(), nullable=True),
        sa.Column("soort_voorheen", sa.String(), nullable=True),
        sa.Column("oordelen", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.CheckConstraint(
            "soort = 'toetreding' OR soort = 'convenant' OR partij_id IS NOT NULL",
            name=op.f("ck_traject_over_een_partij"),
        ),
        sa.CheckConstraint(
            "stand = 'open' OR verklaring_nummer IS NOT NULL", name=op.f("ck_traject_besloten_is_getekend")
        ),
        sa.ForeignKeyConstraint(
            ["besluit_id"], ["overleg_besluit.id"], name=op.f("fk_traject_besluit_id_overleg_besluit")
        ),
        sa.ForeignKeyConstraint(["opvolger_id"], ["partij.id"], name=op.f("fk_traject_opvolger_id_partij")),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_traject_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_traject_verklaring_nummer_verklaring")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_traject")),
        sa.UniqueConstraint("verklaring_nummer", name=op.f("uq_traject_verklaring_nummer")),
    )
    op.create_index(op.f("ix_traject_partij_id"), "traject", ["partij_id"], unique=False)
    op.create_index(op.f("ix_traject_opvolger_id"), "traject", ["opvolger_id"], unique=False)
    # traject_partij
    op.create_table(
        "traject_partij",
        sa.Column("traject_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=True),
        sa.Column("verstuurd_door", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_naam", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_functie", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_email", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("aan_postbus", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.Column("instemming", sa.String(), nullable=False),
        sa.Column("ingestemd_op", sa.Date(), nullable=True),
        sa.Column("opmerking", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "(instemming = 'open') = (ingestemd_op IS NULL)", name=op.f("ck_traject_partij_antwoord_met_dag")
        ),
        sa.CheckConstraint(
            "verstuurd_op IS NULL OR aan_email <> ''", name=op.f("ck_traject_partij_verstuurd_aan_iemand")
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_traject_partij_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["traject_id"], ["traject.id"], name=op.f("fk_traject_partij_traject_id_traject"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("traject_id", "partij_id", name=op.f("pk_traject_partij")),
    )


def _maak_convenantmoment() -> None:
    op.create_table(
        "convenantmoment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("opmerking", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("gedaan_op", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convenantmoment")),
    )


def _maak_geschil() -> None:
    op.create_table(
        "geschil",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("ingediend_op", sa.Date(), nullable=False),
        sa.Column("uitkomst", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("afgesloten_op", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.CheckConstraint("afgesloten_op IS NULL OR uitkomst <> ''", name=op.f("ck_geschil_afgesloten_met_uitkomst")),
        sa.CheckConstraint("omschrijving <> ''", name=op.f("ck_geschil_zegt_wat")),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_geschil_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_geschil")),
    )
    op.create_index(op.f("ix_geschil_partij_id"), "geschil", ["partij_id"], unique=False)
    # geschil_stap
    op.create_table(
        "geschil_stap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("geschil_id", sa.Integer(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("bij", sa.String(), nullable=False),
        sa.Column("voorgelegd_op", sa.Date(), nullable=False),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("uitkomst", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("klaar_op", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "uiterlijk IS NULL OR uiterlijk >= voorgelegd_op", name=op.f("ck_geschil_stap_termijn_erna")
        ),
        sa.ForeignKeyConstraint(
            ["geschil_id"], ["geschil.id"], name=op.f("fk_geschil_stap_geschil_id_geschil"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_geschil_stap")),
        sa.UniqueConstraint("geschil_id", "volgorde", name=op.f("uq_geschil_stap_geschil_id")),
    )
    op.create_index(op.f("ix_geschil_stap_geschil_id"), "geschil_stap", ["geschil_id"], unique=False)


def downgrade() -> None:
    """Take it all away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for naam in ("geschil_stap", "geschil", "convenantmoment", "traject_partij", "traject"):
        op.drop_table(naam)
