"""What the lists and the counts of the window are read from, without the long texts that stand in the same rows."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_INDEXEN = {
    "ix_aanmelding_stand": ("aanmelding", ["uitkomst", "terugkoppeling_gewenst", "teruggekoppeld_op"]),
    "ix_aanmelding_lijst": (
        "aanmelding",
        ["id", "datum", "aanpak", "uitkomst", "terugkoppeling_gewenst", "teruggekoppeld_op", "partij_id"],
    ),
    "ix_casus_fase_nummer": ("casus", ["fase", "nummer"]),
    "ix_overleg_status": ("overleg", ["status"]),
    "ix_actie_status_termijn": ("actie", ["status", "termijn"]),
}


def upgrade() -> None:
    """Make the indexes; nothing in the rows changes."""
    for naam, (tabel, kolommen) in _INDEXEN.items():
        op.create_index(naam, tabel, kolommen)


def downgrade() -> None:
    """Drop them."""
    for naam, (tabel, _) in _INDEXEN.items():
        op.drop_index(naam, tabel)
