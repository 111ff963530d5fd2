"""A meeting that is called off: why, and that nothing of it changes any more, also by plain SQL.

What can still happen is that its uitnodigingen are told so. Taking it back is possible while nobody was told.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_AFGELAST = "EXISTS (SELECT 1 FROM overleg v WHERE v.id = {overleg} AND v.status = 'afgelast')"
_VAN_PUNT = (
    "EXISTS (SELECT 1 FROM agendapunt p JOIN overleg v ON v.id = p.overleg_id"
    " WHERE p.id = {punt} AND v.status = 'afgelast')"
)
_STUKKEN = "('afgelasting', 'afgelasting-ics')"


def _weiger(wanneer: str, als: str, zin: str) -> str:
    return f"{wanneer} WHEN {als} BEGIN SELECT RAISE(ABORT, '{zin}'); END"


_VAST = "een afgelast overleg ligt vast"
_TRIGGERS = {
    "afgelast_overleg_vast": _weiger(
        "BEFORE UPDATE ON overleg",
        "EXISTS (SELECT 1 FROM afgelasting a WHERE a.overleg_id = OLD.id)"
        " OR (OLD.status = 'afgelast' AND NEW.status = 'gehouden')"
        " OR (OLD.status = 'gehouden' AND NEW.status = 'afgelast')",
        _VAST,
    ),
    "afgelasting_van_afgelast": _weiger(
        "BEFORE INSERT ON afgelasting",
        f"NOT {_AFGELAST.format(overleg='NEW.overleg_id')}",
        "alleen een afgelast overleg heeft een afgelasting",
    ),
    "afgelasting_vervangen": _weiger(
        "BEFORE INSERT ON afgelasting",
        "EXISTS (SELECT 1 FROM afgelasting a WHERE a.overleg_id = NEW.overleg_id)",
        "een afgelasting wordt niet vervangen",
    ),
    "afgelasting_blijft": "BEFORE UPDATE ON afgelasting BEGIN SELECT RAISE(ABORT, 'een afgelasting ligt vast'); END",
    "afgelasting_verteld": _weiger(
        "BEFORE DELETE ON afgelasting",
        f"EXISTS (SELECT 1 FROM uitgegeven u WHERE u.overleg_id = OLD.overleg_id AND u.soort IN {_STUKKEN})",  # noqa: S608
        "een afgelasting die is verstuurd, blijft",
    ),
    "afgelast_punt_nieuw": _weiger("BEFORE INSERT ON agendapunt", _AFGELAST.format(overleg="NEW.overleg_id"), _VAST),
    "afgelast_punt_anders": _weiger(
        "BEFORE UPDATE ON agendapunt",
        f"{_AFGELAST.format(overleg='OLD.overleg_id')} OR {_AFGELAST.format(overleg='NEW.overleg_id')}",
        _VAST,
    ),
    "afgelast_punt_weg": _weiger("BEFORE DELETE ON agendapunt", _AFGELAST.format(overleg="OLD.overleg_id"), _VAST),
    "afgelast_stoel_nieuw": _weiger("BEFORE INSERT ON deelname", _VAN_PUNT.format(punt="NEW.agendapunt_id"), _VAST),
    "afgelast_stoel_anders": _weiger(
        "BEFORE UPDATE OF agendapunt_id, partij_id, aanwezigheid, afgevaardigde, gevraagde_bijdrage ON deelname",
        f"{_VAN_PUNT.format(punt='OLD.agendapunt_id')} OR {_VAN_PUNT.format(punt='NEW.agendapunt_id')}",
        _VAST,
    ),
    "afgelast_stoel_terug": _weiger(
        "BEFORE UPDATE OF vervallen ON deelname",
        f"OLD.vervallen = 1 AND NEW.vervallen = 0 AND {_VAN_PUNT.format(punt='NEW.agendapunt_id')}",
        _VAST,
    ),
    "afgelast_uitnodiging_nieuw": _weiger(
        "BEFORE INSERT ON uitnodiging", _AFGELAST.format(overleg="NEW.overleg_id"), _VAST
    ),
    "afgelast_uitnodiging_anders": _weiger(
        "BEFORE UPDATE OF overleg_id, partij_id, status, verzonden_op ON uitnodiging",
        f"{_AFGELAST.format(overleg='OLD.overleg_id')} OR {_AFGELAST.format(overleg='NEW.overleg_id')}",
        _VAST,
    ),
    "afgelast_uitnodiging_weg": _weiger(
        "BEFORE DELETE ON uitnodiging", _AFGELAST.format(overleg="OLD.overleg_id"), _VAST
    ),
    "afgelast_stuk": _weiger(
        "BEFORE INSERT ON uitgegeven",
        f"(NEW.soort IN {_STUKKEN}) <> {_AFGELAST.format(overleg='NEW.overleg_id')}",
        "van een afgelast overleg gaat alleen de afgelasting de deur uit",
    ),
}


def upgrade() -> None:
    """Make the table and the triggers."""
    op.create_table(
        "afgelasting",
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("vorige_status", sa.String(), nullable=False),
        sa.Column("afgelast_op", sa.DateTime(), nullable=False),
        sa.Column("afgelast_door", sa.String(), nullable=False),
        sa.CheckConstraint("reden <> ''", name=op.f("ck_afgelasting_heeft_reden")),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_afgelasting_overleg_id_overleg")),
        sa.PrimaryKeyConstraint("overleg_id", name=op.f("pk_afgelasting")),
    )
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Drop both; what was called off is a concept again, and its agenda has to be signed anew."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.drop_table("afgelasting")
    op.execute(
        "UPDATE overleg SET status = 'concept', agenda_versie = agenda_versie + (akkoord_verklaring IS NOT NULL),"
        " akkoord_verklaring = NULL WHERE status = 'afgelast'"
    )
