"""The texts of letters in their versions, and the register of letters that were sent. Neither is rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_TRIGGERS = {
    "brieftekst_blijft": """BEFORE UPDATE ON brieftekst
    BEGIN SELECT RAISE(ABORT, 'een versie van een tekst wordt niet gewijzigd'); END""",
    "brieftekst_weg": """BEFORE DELETE ON brieftekst
    BEGIN SELECT RAISE(ABORT, 'een versie van een tekst blijft'); END""",
    "brief_neemt_kopie_mee": """BEFORE DELETE ON brief
    BEGIN DELETE FROM uitgegeven WHERE brief_id = OLD.id; END""",
    "brief_blijft": """BEFORE UPDATE OF soort, casus_id, partij_id, tekstversie, dag, verstuurd_op,
    verstuurd_door, aan_naam, aan_functie, aan_email, aan_adres, aan_postbus, legde_vast ON brief
    BEGIN SELECT RAISE(ABORT, 'een verstuurde brief wordt niet gewijzigd'); END""",
}


def upgrade() -> None:
    """Make the tables, and let a frozen copy say of which letter it is."""
    op.create_table(
        "brieftekst",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("tekst", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brieftekst")),
        sa.UniqueConstraint("soort", "versie", name=op.f("uq_brieftekst_soort")),
    )
    op.create_table(
        "brief",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        *(sa.Column(f"{naam}_id", sa.Integer(), nullable=True) for naam in _NAAR),
        sa.Column("tekstversie", sa.Integer(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("verstuurd_op", sa.DateTime(), nullable=False),
        sa.Column("verstuurd_door", sa.String(), nullable=False),
        sa.Column("aan_naam", sa.String(), nullable=False),
        *(
            sa.Column(f"aan_{naam}", sa.String(), nullable=False, server_default=sa.text("''"))
            for naam in ("functie", "email", "adres")
        ),
        *(
            sa.Column(naam, sa.Boolean(), nullable=False, server_default=sa.false())
            for naam in ("aan_postbus", "legde_vast")
        ),
        sa.CheckConstraint("casus_id IS NOT NULL OR aanmelding_id IS NOT NULL", name=op.f("ck_brief_ergens_over")),
        sa.CheckConstraint("aan_naam <> ''", name=op.f("ck_brief_aan_iemand")),
        sa.CheckConstraint("aan_email <> '' OR aan_adres <> ''", name=op.f("ck_brief_ergens_heen")),
        *(
            sa.ForeignKeyConstraint(
                [f"{naam}_id"], [f"{naam}.id"], name=op.f(f"fk_brief_{naam}_id_{naam}"), ondelete=einde
            )
            for naam, einde in _NAAR.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brief")),
    )
    for naam in ("casus", "aanmelding", "partij"):
        op.create_index(op.f(f"ix_brief_{naam}_id"), "brief", [f"{naam}_id"])
    op.execute(
        "ALTER TABLE uitgegeven ADD COLUMN brief_id INTEGER CONSTRAINT fk_uitgegeven_brief_id_brief "
        "REFERENCES brief (id)"
    )
    op.create_index(op.f("ix_uitgegeven_brief_id"), "uitgegeven", ["brief_id"])
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


_NAAR: dict[str, str | None] = {
    "casus": "CASCADE",
    "aanmelding": "SET NULL",
    "partij": None,
    "betrokkene": "SET NULL",
    "verstrekking": "SET NULL",
}


def downgrade() -> None:
    """Take it all away."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_index(op.f("ix_uitgegeven_brief_id"), "uitgegeven")
    op.execute("ALTER TABLE uitgegeven DROP COLUMN brief_id")
    op.drop_table("brief")
    op.drop_table("brieftekst")
