"""Seats of functions beside those of partijen, who of them votes, and the uitnodiging of each.

A vote is that of a seat: one gemeente can hold three. A seat from before is that of a partij, and has a vote.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0023"
branch_labels = None
depends_on = None

_VAN_HET_OVERLEG = """
    FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id
"""
_LID = """
        BEFORE INSERT ON overleg_lid
        WHEN EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = 1) BEGIN
            SELECT RAISE(ABORT, 'aan tafel zit een partij alleen met een oordeel');
        END"""
_STEM_VAN_PARTIJ = f"""
        BEFORE INSERT ON overleg_stem
        WHEN NOT EXISTS (SELECT 1 {_VAN_HET_OVERLEG} JOIN overleg_lid l ON l.overleg_id = v.id
                         WHERE b.id = NEW.besluit_id AND l.partij_id = NEW.partij_id) BEGIN
            SELECT RAISE(ABORT, 'alleen een lid van het overleg stemt');
        END"""
_STEM_VAN_LID = f"""
        BEFORE INSERT ON overleg_stem
        WHEN NOT EXISTS (SELECT 1 {_VAN_HET_OVERLEG} JOIN overleg_lid l ON l.overleg_id = v.id
                         WHERE b.id = NEW.besluit_id AND l.id = NEW.lid_id AND l.stemrecht = 1) BEGIN
            SELECT RAISE(ABORT, 'alleen een lid van het overleg stemt');
        END"""
_GEEN_ANDER = """
        BEFORE UPDATE OF besluit_id, lid_id ON overleg_stem BEGIN
            SELECT RAISE(ABORT, 'een stem blijft die van wie hem uitbracht');
        END"""


def _ligt_vast(moment: str, rij: str) -> str:
    return f"""
        BEFORE {moment} ON overleg_stem
        WHEN EXISTS (SELECT 1 {_VAN_HET_OVERLEG}
                     WHERE b.id = {rij}.besluit_id AND v.verslag_status = 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END"""


_VAST = {
    "overleg_stem_nieuw_vast": _ligt_vast("INSERT", "NEW"),
    "overleg_stem_anders_vast": _ligt_vast("UPDATE", "OLD"),
    "overleg_stem_weg_vast": _ligt_vast("DELETE", "OLD"),
}


def upgrade() -> None:
    """Both tables anew: SQLite cannot take a key or an obligation from a column."""
    for naam in ("overleg_stem_van_een_lid", *_VAST, "overleg_lid_alleen_bestuur"):
        op.execute(f"DROP TRIGGER {naam}")
    op.execute("CREATE TABLE zetel_vroeger AS SELECT * FROM overleg_lid")
    op.execute("CREATE TABLE stem_vroeger AS SELECT * FROM overleg_stem")
    op.drop_table("overleg_stem")
    op.drop_table("overleg_lid")
    _maak_lid()
    _maak_stem("lid_id", "overleg_lid")
    op.execute(
        "INSERT INTO overleg_lid (id, overleg_id, partij_id, functie, rol, stemrecht, volgorde, vertegenwoordiger, "
        "email, aanwezigheid, gevraagde_inbreng, inbreng_gevraagd_op, inbreng, gehoord_op) "
        "SELECT id, overleg_id, partij_id, '', 'lid', 1, 0, vertegenwoordiger, '', aanwezigheid, '', "
        "inbreng_gevraagd_op, inbreng, gehoord_op FROM zetel_vroeger"
    )
    op.execute(
        "INSERT INTO overleg_stem (besluit_id, lid_id, stem) SELECT s.besluit_id, l.id, s.stem FROM stem_vroeger s "
        "JOIN overleg_besluit b ON b.id = s.besluit_id JOIN agendapunt a ON a.id = b.agendapunt_id "
        "JOIN overleg_lid l ON l.overleg_id = a.overleg_id AND l.partij_id = s.partij_id"
    )
    op.execute("DROP TABLE stem_vroeger")
    op.execute("DROP TABLE zetel_vroeger")
    op.execute("ALTER TABLE overleg_besluit ADD COLUMN over VARCHAR DEFAULT '' NOT NULL")
    _maak_uitnodiging()
    _triggers({"overleg_stem_van_een_lid": _STEM_VAN_LID, "overleg_stem_blijft_van": _GEEN_ANDER})


def downgrade() -> None:
    """As it was: a seat without partij, and a second one of the same partij, go with their votes."""
    op.drop_table("overleg_uitnodiging")
    op.execute("ALTER TABLE overleg_besluit DROP COLUMN over")
    for naam in ("overleg_stem_van_een_lid", "overleg_stem_blijft_van", *_VAST, "overleg_lid_alleen_bestuur"):
        op.execute(f"DROP TRIGGER {naam}")
    op.execute(
        "CREATE TABLE zetel_nu AS SELECT * FROM overleg_lid l WHERE l.partij_id IS NOT NULL AND l.id = "
        "(SELECT min(m.id) FROM overleg_lid m WHERE m.overleg_id = l.overleg_id AND m.partij_id = l.partij_id)"
    )
    op.execute(
        "CREATE TABLE stem_nu AS SELECT s.besluit_id, z.partij_id, s.stem FROM overleg_stem s "
        "JOIN zetel_nu z ON z.id = s.lid_id"
    )
    op.drop_table("overleg_stem")
    op.drop_table("overleg_lid")
    op.create_table(
        "overleg_lid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        *_stand(),
        *_sleutels(),
        sa.UniqueConstraint("overleg_id", "partij_id", name=op.f("uq_overleg_lid_overleg_id")),
    )
    op.create_index(op.f("ix_overleg_lid_partij_id"), "overleg_lid", ["partij_id"], unique=False)
    _maak_stem("partij_id", "partij")
    op.execute(
        "INSERT INTO overleg_lid (id, overleg_id, partij_id, vertegenwoordiger, aanwezigheid, inbreng_gevraagd_op, "
        "inbreng, gehoord_op) "
        "SELECT id, overleg_id, partij_id, vertegenwoordiger, aanwezigheid, inbreng_gevraagd_op, inbreng, gehoord_op "
        "FROM zetel_nu"
    )
    op.execute("INSERT INTO overleg_stem (besluit_id, partij_id, stem) SELECT besluit_id, partij_id, stem FROM stem_nu")
    op.execute("DROP TABLE stem_nu")
    op.execute("DROP TABLE zetel_nu")
    _triggers({"overleg_stem_van_een_lid": _STEM_VAN_PARTIJ})


def _triggers(eigen: dict[str, str]) -> None:
    for naam, regel in {"overleg_lid_alleen_bestuur": _LID, **eigen, **_VAST}.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def _stand() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("vertegenwoordiger", sa.String(), nullable=False),
        sa.Column("aanwezigheid", sa.String(), nullable=False),
        sa.Column("inbreng_gevraagd_op", sa.Date(), nullable=True),
        sa.Column("inbreng", sa.String(), nullable=False),
        sa.Column("gehoord_op", sa.Date(), nullable=True),
    )


def _sleutels() -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_overleg_lid_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_overleg_lid_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg_lid")),
    )


def _maak_lid() -> None:
    op.create_table(
        "overleg_lid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("stemrecht", sa.Boolean(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("gevraagde_inbreng", sa.String(), nullable=False),
        *_stand(),
        *_sleutels(),
        sa.CheckConstraint("partij_id IS NOT NULL OR functie <> ''", name=op.f("ck_overleg_lid_is_iemand")),
        sa.CheckConstraint(
            "rol IN ('voorzitter', 'lid', 'agendalid', 'adviseur', 'secretaris')",
            name=op.f("ck_overleg_lid_rol_bekend"),
        ),
    )
    op.create_index(op.f("ix_overleg_lid_partij_id"), "overleg_lid", ["partij_id"], unique=False)
    op.create_index(op.f("ix_overleg_lid_overleg_id"), "overleg_lid", ["overleg_id"], unique=False)


def _maak_stem(van: str, tabel: str) -> None:
    op.create_table(
        "overleg_stem",
        sa.Column("besluit_id", sa.Integer(), nullable=False),
        sa.Column(van, sa.Integer(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.CheckConstraint("stem IN ('voor', 'tegen', 'onthouding')", name=op.f("ck_overleg_stem_stem_bekend")),
        sa.ForeignKeyConstraint(
            ["besluit_id"],
            ["overleg_besluit.id"],
            name=op.f("fk_overleg_stem_besluit_id_overleg_besluit"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint([van], [f"{tabel}.id"], name=op.f(f"fk_overleg_stem_{van}_{tabel}")),
        sa.PrimaryKeyConstraint("besluit_id", van, name=op.f("pk_overleg_stem")),
    )


def _maak_uitnodiging() -> None:
    op.create_table(
        "overleg_uitnodiging",
        sa.Column("lid_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("verzonden_op", sa.DateTime(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(), nullable=True),
        sa.Column("gestuurd_naam", sa.String(), nullable=False),
        sa.Column("gestuurd_email", sa.String(), nullable=False),
        sa.Column("gestuurd_inhoud", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lid_id"], ["overleg_lid.id"], name=op.f("fk_overleg_uitnodiging_lid_id_overleg_lid"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lid_id", name=op.f("pk_overleg_uitnodiging")),
        sa.UniqueConstraint("uid", name=op.f("uq_overleg_uitnodiging_uid")),
    )
