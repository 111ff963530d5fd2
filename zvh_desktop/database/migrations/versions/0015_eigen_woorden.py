"""What is signed or sent keeps its own words: the names, terms and addressees of then.

Empty for what was signed or sent before; that goes on with the register, as it did.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_KOLOMMEN = {
    "overleg": ("agenda_woorden", "verslag_woorden"),
    "verslag_correctie": ("eerder_woorden",),
    "plan_van_aanpak": ("woorden",),
    "afschaling": ("woorden",),
    "uitnodiging": ("gestuurd_naam", "gestuurd_functie", "gestuurd_email"),
    "uitgegeven": ("aan_naam", "aan_email"),
}


def upgrade() -> None:
    """Add the columns; who already got an uitnodiging keeps the addressee as the register has it today."""
    for tabel, kolommen in _KOLOMMEN.items():
        for kolom in kolommen:
            op.add_column(tabel, sa.Column(kolom, sa.String(), nullable=False, server_default=sa.text("''")))
    op.add_column("uitnodiging", sa.Column("gestuurd_postbus", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.execute(
        "UPDATE uitnodiging SET (gestuurd_naam, gestuurd_functie, gestuurd_email, gestuurd_postbus) = "
        "(SELECT naam, functie, email, gedeelde_postbus FROM contactpersoon WHERE id = contactpersoon_id) "
        "WHERE verzonden_op IS NOT NULL AND contactpersoon_id IS NOT NULL"
    )


def downgrade() -> None:
    """Take the columns away."""
    op.drop_column("uitnodiging", "gestuurd_postbus")
    for tabel, kolommen in _KOLOMMEN.items():
        for kolom in kolommen:
            op.drop_column(tabel, kolom)
