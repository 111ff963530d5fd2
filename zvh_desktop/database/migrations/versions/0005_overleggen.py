"""Meetings at tactical and strategic level: members, besluiten and votes, and no casus on them.

Besides, a meeting keeps the house profile under which it was held, and a version of a profile never changes.

``overleg.casuistiek`` holds what the profile says of the kind of meeting, because a trigger cannot read a profile.
It never changes afterwards: otherwise one statement would open a Stuurgroep for casussen.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ZONDER_CASUISTIEK = "EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = 0)"
_VAN_HET_OVERLEG = """
    FROM overleg_besluit b JOIN agendapunt a ON a.id = b.agendapunt_id JOIN overleg v ON v.id = a.overleg_id
"""


def _ligt_vast(naam: str, moment: str, tabel: str, bron: str) -> tuple[str, str]:
    """A trigger that refuses a change of what belongs to a vastgesteld verslag."""
    return (
        naam,
        f"""
        BEFORE {moment} ON {tabel}
        WHEN EXISTS (SELECT 1 {bron} AND v.verslag_status = 'vastgesteld') BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
    )


def _besluit(rij: str) -> str:
    return f"FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id WHERE a.id = {rij}.agendapunt_id"


def _stem(rij: str) -> str:
    return f"{_VAN_HET_OVERLEG} WHERE b.id = {rij}.besluit_id"


_TRIGGERS = {
    "agendapunt_zonder_casus": f"""
        BEFORE INSERT ON agendapunt WHEN NEW.casus_id IS NOT NULL AND {_ZONDER_CASUISTIEK} BEGIN
            SELECT RAISE(ABORT, 'op dit overleg kan geen casus staan');
        END""",
    "agendapunt_blijft_zonder_casus": f"""
        BEFORE UPDATE OF casus_id, overleg_id ON agendapunt
        WHEN NEW.casus_id IS NOT NULL AND {_ZONDER_CASUISTIEK} BEGIN
            SELECT RAISE(ABORT, 'op dit overleg kan geen casus staan');
        END""",
    "overleg_casuistiek_blijft": """
        BEFORE UPDATE OF casuistiek ON overleg WHEN NEW.casuistiek <> OLD.casuistiek BEGIN
            SELECT RAISE(ABORT, 'of op een overleg casussen kunnen staan verandert niet');
        END""",
    "overleg_vervangen": """
        BEFORE INSERT ON overleg WHEN EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'een overleg wordt nooit vervangen');
        END""",
    "overleg_lid_alleen_bestuur": """
        BEFORE INSERT ON overleg_lid
        WHEN EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id AND v.casuistiek = 1) BEGIN
            SELECT RAISE(ABORT, 'aan tafel zit een partij alleen met een oordeel');
        END""",
    "overleg_besluit_alleen_bestuur": """
        BEFORE INSERT ON overleg_besluit
        WHEN EXISTS (SELECT 1 FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
                     WHERE a.id = NEW.agendapunt_id AND v.casuistiek = 1) BEGIN
            SELECT RAISE(ABORT, 'over een casus wordt niet gestemd');
        END""",
    "overleg_stem_van_een_lid": f"""
        BEFORE INSERT ON overleg_stem
        WHEN NOT EXISTS (SELECT 1 {_VAN_HET_OVERLEG} JOIN overleg_lid l ON l.overleg_id = v.id
                         WHERE b.id = NEW.besluit_id AND l.partij_id = NEW.partij_id) BEGIN
            SELECT RAISE(ABORT, 'alleen een lid van het overleg stemt');
        END""",
    "overleg_houdt_profiel": """
        BEFORE UPDATE OF profiel_versie_id ON overleg
        WHEN NEW.profiel_versie_id <> OLD.profiel_versie_id AND OLD.status NOT IN ('concept', 'akkoord_gevraagd') BEGIN
            SELECT RAISE(ABORT, 'een overleg houdt het profiel waaronder het akkoord kreeg of is gehouden');
        END""",
    "profiel_versie_blijft": """
        BEFORE UPDATE ON profiel_versie BEGIN
            SELECT RAISE(ABORT, 'een versie van het huisprofiel wordt nooit gewijzigd');
        END""",
    "profiel_versie_vervangen": """
        BEFORE INSERT ON profiel_versie WHEN EXISTS (SELECT 1 FROM profiel_versie p WHERE p.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'een versie van het huisprofiel wordt nooit vervangen');
        END""",
    "profiel_versie_weg": """
        BEFORE DELETE ON profiel_versie BEGIN
            SELECT RAISE(ABORT, 'een versie van het huisprofiel wordt nooit verwijderd');
        END""",
    **dict(
        (
            _ligt_vast("overleg_besluit_nieuw_vast", "INSERT", "overleg_besluit", _besluit("NEW")),
            _ligt_vast("overleg_besluit_anders_vast", "UPDATE", "overleg_besluit", _besluit("OLD")),
            _ligt_vast("overleg_besluit_weg_vast", "DELETE", "overleg_besluit", _besluit("OLD")),
            _ligt_vast("overleg_stem_nieuw_vast", "INSERT", "overleg_stem", _stem("NEW")),
            _ligt_vast("overleg_stem_anders_vast", "UPDATE", "overleg_stem", _stem("OLD")),
            _ligt_vast("overleg_stem_weg_vast", "DELETE", "overleg_stem", _stem("OLD")),
        )
    ),
}

_AKKOORD = """
    CREATE TRIGGER agenda_akkoord
    BEFORE UPDATE OF status, akkoord_verklaring ON overleg
    WHEN NEW.status IN ('akkoord', 'verzonden', 'gehouden') AND NEW.akkoord_verklaring IS NULL {ook} BEGIN
        SELECT RAISE(ABORT, 'een agenda zonder akkoord blijft concept');
    END"""
_VERZONDEN_ZONDER_CASUISTIEK = "AND (NEW.casuistiek = 1 OR NEW.status <> 'gehouden')"


def upgrade() -> None:
    """Add the column, the tables and the triggers; the signed akkoord stays a matter of meetings with casussen."""
    op.execute("DROP TRIGGER agenda_akkoord")
    op.add_column("overleg", sa.Column("casuistiek", sa.Boolean(), server_default=sa.true(), nullable=False))
    _maak_tabellen()
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")
    op.execute(_AKKOORD.format(ook=_VERZONDEN_ZONDER_CASUISTIEK))


def downgrade() -> None:
    """Take them away again. An older version would take these meetings for tafels, so they go as well."""
    for naam in (*_TRIGGERS, "agenda_akkoord"):
        op.execute(f"DROP TRIGGER {naam}")
    for tabel in ("overleg_stem", "overleg_besluit_raakt", "overleg_besluit", "overleg_lid"):
        op.drop_table(tabel)
    op.execute("DELETE FROM agendapunt WHERE overleg_id IN (SELECT id FROM overleg WHERE casuistiek = 0)")
    op.execute("DELETE FROM overleg WHERE casuistiek = 0")
    op.drop_column("overleg", "casuistiek")
    op.execute(_AKKOORD.format(ook=""))


def _maak_tabellen() -> None:
    op.create_table(
        "overleg_lid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("vertegenwoordiger", sa.String(), nullable=False),
        sa.Column("aanwezigheid", sa.String(), nullable=False),
        sa.Column("inbreng_gevraagd_op", sa.Date(), nullable=True),
        sa.Column("inbreng", sa.String(), nullable=False),
        sa.Column("gehoord_op", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_overleg_lid_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_overleg_lid_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg_lid")),
        sa.UniqueConstraint("overleg_id", "partij_id", name=op.f("uq_overleg_lid_overleg_id")),
    )
    op.create_index(op.f("ix_overleg_lid_partij_id"), "overleg_lid", ["partij_id"], unique=False)
    op.create_table(
        "overleg_besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("voorstel", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("consensus", sa.Boolean(), nullable=True),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("beslist_door", sa.String(), nullable=False),
        sa.Column("elders", sa.String(), nullable=False),
        sa.CheckConstraint("voorstel <> ''", name=op.f("ck_overleg_besluit_heeft_voorstel")),
        sa.CheckConstraint(
            "uitkomst IN ('open', 'aangenomen', 'verworpen', 'voorgesteld', 'patstelling', 'aangehouden')",
            name=op.f("ck_overleg_besluit_uitkomst_bekend"),
        ),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"],
            ["agendapunt.id"],
            name=op.f("fk_overleg_besluit_agendapunt_id_agendapunt"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg_besluit")),
    )
    op.create_index(op.f("ix_overleg_besluit_agendapunt_id"), "overleg_besluit", ["agendapunt_id"], unique=False)
    for tabel, extra in (
        ("overleg_besluit_raakt", ()),
        (
            "overleg_stem",
            (
                sa.Column("stem", sa.String(), nullable=False),
                sa.CheckConstraint("stem IN ('voor', 'tegen', 'onthouding')", name=op.f("ck_overleg_stem_stem_bekend")),
            ),
        ),
    ):
        op.create_table(
            tabel,
            sa.Column("besluit_id", sa.Integer(), nullable=False),
            sa.Column("partij_id", sa.Integer(), nullable=False),
            *extra,
            sa.ForeignKeyConstraint(
                ["besluit_id"],
                ["overleg_besluit.id"],
                name=op.f(f"fk_{tabel}_besluit_id_overleg_besluit"),
                ondelete="CASCADE",
            ),
            sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f(f"fk_{tabel}_partij_id_partij")),
            sa.PrimaryKeyConstraint("besluit_id", "partij_id", name=op.f(f"pk_{tabel}")),
        )
