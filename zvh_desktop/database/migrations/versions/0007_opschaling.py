"""Opschaling to another house, with what plain SQL cannot get around either.

It begins open and undecided. It is decided under a signed statement and a besluit of the overleg in a vastgesteld
verslag, and from then on what was signed stays. No dossier and no aangenomen without the accord of the other house;
an accord is taken back, never rewritten, and stays once the dossier went. What happened goes with the casus only.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_GETEKEND = (
    "casus_id",
    "ontvanger_id",
    "motivering",
    "criteria_gehaald",
    "gevraagd",
    "besluit_id",
    "besloten_op",
    "besloten_door",
    "verklaring_nummer",
    "fase_voor",
)
_AKKOORD = (
    "akkoord_door",
    "akkoord_functie",
    "akkoord_op",
    "akkoord_wijze",
    "akkoord_kenmerk",
    "akkoord_vastgelegd_door",
    "akkoord_vastgelegd_op",
)


def _anders(kolommen: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f"NEW.{kolom} IS NOT OLD.{kolom}" for kolom in kolommen) + ")"


_TRIGGERS = {
    "opschaling_begint_open": """
        BEFORE INSERT ON opschaling BEGIN
            SELECT RAISE(ABORT, 'een opschaling wordt nooit vervangen')
            WHERE EXISTS (SELECT 1 FROM opschaling o WHERE o.id = NEW.id
                          OR (o.casus_id = NEW.casus_id AND o.uitkomst = 'open')
                          OR o.besluit_id = NEW.besluit_id);
            SELECT RAISE(ABORT, 'opschaling: zij begint open en zonder besluit')
            WHERE NEW.besloten_op IS NOT NULL OR NEW.akkoord_op IS NOT NULL OR NEW.dossier_op IS NOT NULL
                  OR NEW.uitkomst <> 'open';
            SELECT RAISE(ABORT, 'opschaling: het andere huis is een derde')
            WHERE NOT EXISTS (SELECT 1 FROM partij p WHERE p.id = NEW.ontvanger_id AND p.soort = 'derde');
        END""",
    "opschaling_besloten": """
        BEFORE UPDATE ON opschaling WHEN NEW.besloten_op IS NOT NULL AND OLD.besloten_op IS NULL BEGIN
            SELECT RAISE(ABORT, 'opschaling: geen ondertekend besluit')
            WHERE NOT EXISTS (SELECT 1 FROM verklaring v
                              WHERE v.nummer = NEW.verklaring_nummer AND v.soort = 'opschaling');
            SELECT RAISE(ABORT, 'opschaling: het overleg heeft dit niet besloten')
            WHERE NOT EXISTS (SELECT 1 FROM besluit b
                              JOIN agendapunt a ON a.id = b.agendapunt_id
                              JOIN overleg v ON v.id = a.overleg_id
                              WHERE b.id = NEW.besluit_id AND b.casus_id = NEW.casus_id
                                AND v.verslag_status = 'vastgesteld');
            SELECT RAISE(ABORT, 'opschaling: motivering of criteria ontbreken')
            WHERE trim(NEW.motivering) = '' OR trim(NEW.criteria_gehaald) = '';
        END""",
    "opschaling_blijft": f"""
        BEFORE UPDATE ON opschaling WHEN OLD.besloten_op IS NOT NULL AND {_anders(_GETEKEND)} BEGIN
            SELECT RAISE(ABORT, 'wat ondertekend is, wordt niet gewijzigd');
        END""",
    "opschaling_akkoord_blijft": f"""
        BEFORE UPDATE ON opschaling
        WHEN OLD.akkoord_op IS NOT NULL AND {_anders(_AKKOORD)}
             AND (NEW.akkoord_op IS NOT NULL OR OLD.dossier_op IS NOT NULL OR OLD.uitkomst <> 'open') BEGIN
            SELECT RAISE(ABORT, 'een akkoord wordt ingetrokken, niet gewijzigd');
        END""",
    "opschaling_dossier_blijft": """
        BEFORE UPDATE ON opschaling
        WHEN OLD.dossier_op IS NOT NULL
             AND (NEW.dossier_op IS NOT OLD.dossier_op OR NEW.dossier_door <> OLD.dossier_door) BEGIN
            SELECT RAISE(ABORT, 'opschaling: wat is overgedragen, blijft overgedragen');
        END""",
    "opschaling_weg": """
        BEFORE DELETE ON opschaling
        WHEN OLD.besloten_op IS NOT NULL AND EXISTS (SELECT 1 FROM casus c WHERE c.id = OLD.casus_id) BEGIN
            SELECT RAISE(ABORT, 'een opschaling verdwijnt pas met de casus');
        END""",
}


def upgrade() -> None:
    """Make the table, then the triggers."""
    op.create_table(
        "opschaling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("ontvanger_id", sa.Integer(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("criteria_gehaald", sa.String(), nullable=False),
        sa.Column("gevraagd", sa.String(), nullable=False),
        sa.Column("besluit_id", sa.Integer(), nullable=True),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.Column("fase_voor", sa.String(), nullable=False),
        sa.Column("akkoord_door", sa.String(), nullable=False),
        sa.Column("akkoord_functie", sa.String(), nullable=False),
        sa.Column("akkoord_op", sa.Date(), nullable=True),
        sa.Column("akkoord_wijze", sa.String(), nullable=False),
        sa.Column("akkoord_kenmerk", sa.String(), nullable=False),
        sa.Column("akkoord_vastgelegd_door", sa.String(), nullable=False),
        sa.Column("akkoord_vastgelegd_op", sa.DateTime(), nullable=True),
        sa.Column("dossier_op", sa.DateTime(), nullable=True),
        sa.Column("dossier_door", sa.String(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("uitkomst_op", sa.Date(), nullable=True),
        sa.Column("uitkomst_reden", sa.String(), nullable=False),
        sa.Column("uitkomst_door", sa.String(), nullable=False),
        sa.Column("procesregie_voor", sa.String(), nullable=False),
        sa.CheckConstraint(
            "uitkomst IN ('open', 'aangenomen', 'niet_aangenomen')", name=op.f("ck_opschaling_uitkomst_bekend")
        ),
        sa.CheckConstraint(
            "besloten_op IS NULL OR (verklaring_nummer IS NOT NULL AND besluit_id IS NOT NULL)",
            name=op.f("ck_opschaling_besluit_ondertekend"),
        ),
        sa.CheckConstraint(
            "akkoord_op IS NULL OR (besloten_op IS NOT NULL AND akkoord_door <> '' AND akkoord_functie <> '' "
            "AND akkoord_wijze IN ('schriftelijk', 'beveiligde_mail', 'mondeling') "
            "AND akkoord_vastgelegd_door <> '' AND akkoord_vastgelegd_op IS NOT NULL)",
            name=op.f("ck_opschaling_akkoord_herleidbaar"),
        ),
        sa.CheckConstraint(
            "dossier_op IS NULL OR akkoord_op IS NOT NULL", name=op.f("ck_opschaling_dossier_na_akkoord")
        ),
        sa.CheckConstraint(
            "uitkomst = 'open' OR (besloten_op IS NOT NULL AND uitkomst_op IS NOT NULL)",
            name=op.f("ck_opschaling_uitkomst_na_besluit"),
        ),
        sa.CheckConstraint(
            "uitkomst <> 'aangenomen' OR akkoord_op IS NOT NULL", name=op.f("ck_opschaling_aangenomen_na_akkoord")
        ),
        sa.CheckConstraint(
            "uitkomst <> 'niet_aangenomen' OR uitkomst_reden <> ''", name=op.f("ck_opschaling_weigering_met_reden")
        ),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f("fk_opschaling_besluit_id_besluit")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_opschaling_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["ontvanger_id"], ["partij.id"], name=op.f("fk_opschaling_ontvanger_id_partij")),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_opschaling_verklaring_nummer_verklaring")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opschaling")),
        sa.UniqueConstraint("besluit_id", name=op.f("uq_opschaling_besluit_id")),
    )
    for kolom in ("casus_id", "ontvanger_id"):
        op.create_index(op.f(f"ix_opschaling_{kolom}"), "opschaling", [kolom], unique=False)
    op.create_index(
        "ix_opschaling_open", "opschaling", ["casus_id"], unique=True, sqlite_where=sa.text("uitkomst = 'open'")
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take the triggers and the table away again."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("opschaling")
