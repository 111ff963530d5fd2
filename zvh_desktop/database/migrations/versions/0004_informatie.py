"""Informatie-items, prior reading and verstrekkingen to derden, with what plain SQL cannot get around either.

A vrijgave needs an accord that is not withdrawn, an oordeel in force on the day of the overleg and the casus on that
agenda; it lapses when one of these goes. What a supplier agreed to is not changed under its accord. A verstrekking
without written consent beforehand cannot stand in the register, and the register is not rewritten.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AKKOORD_GELDT = """
    SELECT 1 FROM inzage_akkoord k
    WHERE k.id = NEW.akkoord_id AND k.item_id = NEW.item_id AND k.ingetrokken_op IS NULL
"""
_OORDEEL_GELDT = """
    SELECT 1 FROM oordeel o JOIN overleg v ON v.id = NEW.overleg_id
    WHERE o.id = NEW.oordeel_id AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id
      AND o.uitkomst = 'rechtmatig'
      AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum)
      AND NOT EXISTS (SELECT 1 FROM oordeel n
                      WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id
                        AND n.id > o.id AND n.geldig_vanaf <= v.datum)
"""
_VRIJGAVE = f"""
    SELECT RAISE(ABORT, 'inzage: geen geldend akkoord van de verstrekker') WHERE NOT EXISTS ({_AKKOORD_GELDT});
    SELECT RAISE(ABORT, 'poort: geen geldend oordeel') WHERE NOT EXISTS ({_OORDEEL_GELDT});
"""

_TRIGGERS = {
    "vrijgave_toevoegen": """
        BEFORE INSERT ON inzage_vrijgave BEGIN
            SELECT RAISE(ABORT, 'een vrijgave wordt nooit vervangen')
            WHERE EXISTS (SELECT 1 FROM inzage_vrijgave r WHERE r.id = NEW.id
                          OR (r.item_id = NEW.item_id AND r.overleg_id = NEW.overleg_id
                              AND r.partij_id = NEW.partij_id));
            SELECT RAISE(ABORT, 'inzage: de casus staat niet op deze agenda')
            WHERE NOT EXISTS (SELECT 1 FROM agendapunt a
                              WHERE a.overleg_id = NEW.overleg_id AND a.casus_id = NEW.casus_id);
            {vrijgave}
        END""",
    "vrijgave_wijzigen": """
        BEFORE UPDATE OF item_id, casus_id, overleg_id, partij_id, akkoord_id, oordeel_id, oordeel_uitkomst, vervallen
        ON inzage_vrijgave WHEN NEW.vervallen = 0 BEGIN {vrijgave} END""",
    "vrijgave_verzonden": """
        BEFORE UPDATE OF verzonden_op ON inzage_vrijgave
        WHEN NEW.verzonden_op IS NOT OLD.verzonden_op AND (NEW.vervallen <> 0 OR NEW.verzonden_op IS NULL) BEGIN
            SELECT RAISE(ABORT, 'inzage: wat vervallen is, gaat niet mee, en wat verzonden is, blijft verzonden');
        END""",
    "vrijgave_weg": """
        BEFORE DELETE ON inzage_vrijgave
        WHEN OLD.verzonden_op IS NOT NULL
             AND EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id)
             AND EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id) BEGIN
            SELECT RAISE(ABORT, 'inzage: wat verzonden is, blijft verzonden');
        END""",
    "akkoord_begint_geldend": """
        BEFORE INSERT ON inzage_akkoord BEGIN
            SELECT RAISE(ABORT, 'een akkoord wordt nooit vervangen')
            WHERE EXISTS (SELECT 1 FROM inzage_akkoord k WHERE k.id = NEW.id
                          OR (k.item_id = NEW.item_id AND k.ingetrokken_op IS NULL AND NEW.ingetrokken_op IS NULL));
        END""",
    "akkoord_blijft": """
        BEFORE UPDATE ON inzage_akkoord
        WHEN NEW.id <> OLD.id OR NEW.item_id <> OLD.item_id OR NEW.gegeven_door <> OLD.gegeven_door
             OR NEW.op <> OLD.op OR NEW.wijze <> OLD.wijze OR NEW.vastgelegd_door <> OLD.vastgelegd_door
             OR NEW.vastgelegd_op <> OLD.vastgelegd_op
             OR OLD.ingetrokken_op IS NOT NULL BEGIN
            SELECT RAISE(ABORT, 'een akkoord wordt ingetrokken, niet gewijzigd');
        END""",
    "akkoord_weg": """
        BEFORE DELETE ON inzage_akkoord
        WHEN EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id) BEGIN
            SELECT RAISE(ABORT, 'een akkoord wordt ingetrokken, niet verwijderd');
        END""",
    "akkoord_ingetrokken": """
        AFTER UPDATE OF ingetrokken_op ON inzage_akkoord WHEN NEW.ingetrokken_op IS NOT NULL BEGIN
            UPDATE inzage_vrijgave SET vervallen = 1 WHERE akkoord_id = NEW.id AND vervallen = 0;
        END""",
    "item_onder_akkoord": """
        BEFORE UPDATE OF casus_id, verstrekker_id, regime, titel, tekst, gebruik, bijlage ON informatie_item
        WHEN EXISTS (SELECT 1 FROM inzage_akkoord k WHERE k.item_id = OLD.id AND k.ingetrokken_op IS NULL)
             AND (NEW.casus_id <> OLD.casus_id OR NEW.verstrekker_id <> OLD.verstrekker_id
                  OR NEW.regime <> OLD.regime OR NEW.titel <> OLD.titel OR NEW.tekst <> OLD.tekst
                  OR NEW.gebruik <> OLD.gebruik OR NEW.bijlage IS NOT OLD.bijlage) BEGIN
            SELECT RAISE(ABORT, 'inzage: het akkoord geldt voor het stuk zoals het is');
        END""",
    "vrijgave_bij_oordeel": """
        AFTER INSERT ON oordeel BEGIN
            UPDATE inzage_vrijgave SET vervallen = 1
            WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = 0
              AND overleg_id IN (
                SELECT v.id FROM overleg v
                WHERE v.datum >= NEW.geldig_vanaf
                  AND (NEW.uitkomst <> 'rechtmatig'
                       OR (NEW.geldig_tot IS NOT NULL AND v.datum > NEW.geldig_tot)));
            UPDATE inzage_vrijgave SET oordeel_id = NEW.id
            WHERE NEW.uitkomst = 'rechtmatig'
              AND casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = 0
              AND overleg_id IN (SELECT v.id FROM overleg v WHERE v.datum >= NEW.geldig_vanaf);
        END""",
    "vrijgave_bij_verzetten": """
        AFTER UPDATE OF datum ON overleg BEGIN
            UPDATE inzage_vrijgave SET vervallen = 1
            WHERE overleg_id = NEW.id AND vervallen = 0
              AND NOT EXISTS (
                SELECT 1 FROM oordeel o
                WHERE o.id = inzage_vrijgave.oordeel_id
                  AND o.geldig_vanaf <= NEW.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= NEW.datum)
                  AND NOT EXISTS (SELECT 1 FROM oordeel n
                                  WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id
                                    AND n.id > o.id AND n.geldig_vanaf <= NEW.datum));
        END""",
    "verstrekking_toevoegen": """
        BEFORE INSERT ON verstrekking BEGIN
            SELECT RAISE(ABORT, 'een verstrekking wordt nooit vervangen')
            WHERE EXISTS (SELECT 1 FROM verstrekking r WHERE r.id = NEW.id);
            SELECT RAISE(ABORT, 'verstrekking: geen schriftelijke toestemming vooraf')
            WHERE trim(NEW.toestemming_kenmerk) = '' OR trim(NEW.toestemming_door) = ''
                  OR NEW.toestemming_op > NEW.verstrekt_op;
            SELECT RAISE(ABORT, 'verstrekking: alleen een derde staat in dit register')
            WHERE NOT EXISTS (SELECT 1 FROM partij p WHERE p.id = NEW.derde_id AND p.soort = 'derde');
        END""",
    "verstrekking_blijft": """
        BEFORE UPDATE ON verstrekking
        WHEN NEW.id <> OLD.id OR NEW.casus_id <> OLD.casus_id OR NEW.derde_id <> OLD.derde_id
             OR NEW.verstrekker_id <> OLD.verstrekker_id OR NEW.wat <> OLD.wat OR NEW.grondslag <> OLD.grondslag
             OR NEW.wijze <> OLD.wijze OR NEW.verstrekt_op <> OLD.verstrekt_op
             OR NEW.toestemming_op <> OLD.toestemming_op OR NEW.toestemming_kenmerk <> OLD.toestemming_kenmerk
             OR NEW.toestemming_door <> OLD.toestemming_door OR NEW.vastgelegd_door <> OLD.vastgelegd_door
             OR NEW.vastgelegd_op <> OLD.vastgelegd_op BEGIN
            SELECT RAISE(ABORT, 'een verstrekking wordt nooit gewijzigd');
        END""",
    "verstrekking_weg": """
        BEFORE DELETE ON verstrekking WHEN EXISTS (SELECT 1 FROM casus c WHERE c.id = OLD.casus_id) BEGIN
            SELECT RAISE(ABORT, 'een verstrekking verdwijnt pas met de casus');
        END""",
    "verstrekt_item_blijft": """
        BEFORE UPDATE ON verstrekt_item BEGIN
            SELECT RAISE(ABORT, 'een verstrekking wordt nooit gewijzigd');
        END""",
    "verstrekt_item_van_verstrekker": """
        BEFORE INSERT ON verstrekt_item BEGIN
            SELECT RAISE(ABORT, 'verstrekking: de toestemming is van een andere verstrekker')
            WHERE NOT EXISTS (SELECT 1 FROM verstrekking r JOIN informatie_item i ON i.id = NEW.item_id
                              WHERE r.id = NEW.verstrekking_id AND r.verstrekker_id = i.verstrekker_id);
        END""",
    "verstrekt_item_weg": """
        BEFORE DELETE ON verstrekt_item
        WHEN EXISTS (SELECT 1 FROM verstrekking r WHERE r.id = OLD.verstrekking_id)
             AND EXISTS (SELECT 1 FROM informatie_item i WHERE i.id = OLD.item_id) BEGIN
            SELECT RAISE(ABORT, 'een verstrekking wordt nooit gewijzigd');
        END""",
}


def upgrade() -> None:
    """Make the tables, then the triggers."""
    _informatie()
    _verstrekking()
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}".replace("{vrijgave}", _VRIJGAVE))


def _informatie() -> None:
    op.create_table(
        "informatie_item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("verstrekker_id", sa.Integer(), nullable=False),
        sa.Column("regime", sa.String(), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("gebruik", sa.String(), nullable=False),
        sa.Column("ontvangen_op", sa.Date(), nullable=False),
        sa.Column("ontvangen_wijze", sa.String(), nullable=False),
        sa.Column("bijlage", sa.LargeBinary(), nullable=True),
        sa.Column("bijlage_naam", sa.String(), nullable=False),
        sa.Column("bijlage_grootte", sa.Integer(), nullable=False),
        sa.Column("bijlage_pdf", sa.Boolean(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "regime IN ('avg', 'wpg', 'wjsg', 'beroepsgeheim')", name=op.f("ck_informatie_item_regime_bekend")
        ),
        sa.CheckConstraint("tekst <> '' OR bijlage IS NOT NULL", name=op.f("ck_informatie_item_heeft_inhoud")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_informatie_item_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verstrekker_id"], ["partij.id"], name=op.f("fk_informatie_item_verstrekker_id_partij")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informatie_item")),
        sa.UniqueConstraint("id", "casus_id", name=op.f("uq_informatie_item_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_informatie_item_casus_id"), "informatie_item", ["casus_id"], unique=False)
    op.create_index(op.f("ix_informatie_item_verstrekker_id"), "informatie_item", ["verstrekker_id"], unique=False)
    op.create_table(
        "inzage_akkoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("gegeven_door", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("ingetrokken_op", sa.Date(), nullable=True),
        sa.Column("ingetrokken_vastgelegd_door", sa.String(), nullable=False),
        sa.CheckConstraint("gegeven_door <> '' AND wijze <> ''", name=op.f("ck_inzage_akkoord_is_herleidbaar")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["informatie_item.id"],
            name=op.f("fk_inzage_akkoord_item_id_informatie_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzage_akkoord")),
        sa.UniqueConstraint("id", "item_id", name=op.f("uq_inzage_akkoord_id")),
    )
    op.create_index(op.f("ix_inzage_akkoord_item_id"), "inzage_akkoord", ["item_id"], unique=False)
    op.create_index(
        "ix_inzage_akkoord_geldend",
        "inzage_akkoord",
        ["item_id"],
        unique=True,
        sqlite_where=sa.text("ingetrokken_op IS NULL"),
    )
    op.create_table(
        "inzage_vrijgave",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("akkoord_id", sa.Integer(), nullable=False),
        sa.Column("oordeel_id", sa.Integer(), nullable=False),
        sa.Column("oordeel_uitkomst", sa.String(), nullable=False),
        sa.Column("overlegd_met_id", sa.Integer(), nullable=False),
        sa.Column("vrijgegeven_door", sa.String(), nullable=False),
        sa.Column("vrijgegeven_op", sa.DateTime(), nullable=False),
        sa.Column("verzonden_op", sa.DateTime(), nullable=True),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.CheckConstraint("oordeel_uitkomst = 'rechtmatig'", name=op.f("ck_inzage_vrijgave_alleen_rechtmatig")),
        sa.ForeignKeyConstraint(
            ["akkoord_id", "item_id"],
            ["inzage_akkoord.id", "inzage_akkoord.item_id"],
            name=op.f("fk_inzage_vrijgave_akkoord_id_inzage_akkoord"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id", "casus_id"],
            ["informatie_item.id", "informatie_item.casus_id"],
            name=op.f("fk_inzage_vrijgave_item_id_informatie_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["oordeel_id", "casus_id", "partij_id", "oordeel_uitkomst"],
            ["oordeel.id", "oordeel.casus_id", "oordeel.partij_id", "oordeel.uitkomst"],
            name=op.f("fk_inzage_vrijgave_oordeel_id_oordeel"),
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_inzage_vrijgave_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["overlegd_met_id"], ["partij.id"], name=op.f("fk_inzage_vrijgave_overlegd_met_id_partij")
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_inzage_vrijgave_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inzage_vrijgave")),
        sa.UniqueConstraint("item_id", "overleg_id", "partij_id", name=op.f("uq_inzage_vrijgave_item_id")),
    )
    op.create_index(op.f("ix_inzage_vrijgave_overleg_id"), "inzage_vrijgave", ["overleg_id"], unique=False)
    op.create_index(op.f("ix_inzage_vrijgave_partij_id"), "inzage_vrijgave", ["partij_id"], unique=False)


def _verstrekking() -> None:
    op.create_table(
        "verstrekking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("derde_id", sa.Integer(), nullable=False),
        sa.Column("verstrekker_id", sa.Integer(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("grondslag", sa.String(), nullable=False),
        sa.Column("wijze", sa.String(), nullable=False),
        sa.Column("verstrekt_op", sa.Date(), nullable=False),
        sa.Column("toestemming_op", sa.Date(), nullable=False),
        sa.Column("toestemming_kenmerk", sa.String(), nullable=False),
        sa.Column("toestemming_door", sa.String(), nullable=False),
        sa.Column("vastgelegd_door", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vervallen_op", sa.DateTime(), nullable=True),
        sa.Column("vervallen_reden", sa.String(), nullable=False),
        sa.CheckConstraint(
            "toestemming_kenmerk <> '' AND toestemming_door <> ''",
            name=op.f("ck_verstrekking_toestemming_schriftelijk"),
        ),
        sa.CheckConstraint("toestemming_op <= verstrekt_op", name=op.f("ck_verstrekking_toestemming_vooraf")),
        sa.CheckConstraint("wat <> '' AND grondslag <> ''", name=op.f("ck_verstrekking_zegt_wat_en_waarom")),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_verstrekking_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["derde_id"], ["partij.id"], name=op.f("fk_verstrekking_derde_id_partij")),
        sa.ForeignKeyConstraint(["verstrekker_id"], ["partij.id"], name=op.f("fk_verstrekking_verstrekker_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verstrekking")),
        sa.UniqueConstraint("id", "casus_id", name=op.f("uq_verstrekking_id")),
    )
    for kolom in ("casus_id", "derde_id", "verstrekker_id"):
        op.create_index(op.f(f"ix_verstrekking_{kolom}"), "verstrekking", [kolom], unique=False)
    op.create_table(
        "verstrekt_item",
        sa.Column("verstrekking_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id", "casus_id"],
            ["informatie_item.id", "informatie_item.casus_id"],
            name=op.f("fk_verstrekt_item_item_id_informatie_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["verstrekking_id", "casus_id"],
            ["verstrekking.id", "verstrekking.casus_id"],
            name=op.f("fk_verstrekt_item_verstrekking_id_verstrekking"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("verstrekking_id", "item_id", name=op.f("pk_verstrekt_item")),
    )


def downgrade() -> None:
    """Take the triggers and the tables away again."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    for tabel in ("verstrekt_item", "verstrekking", "inzage_vrijgave", "inzage_akkoord", "informatie_item"):
        op.drop_table(tabel)
