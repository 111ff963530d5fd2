"""An uitnodiging goes out to who has a seat; on a server a row keeps its number as well (ADR 0108).

No table changes. A seat has a valid oordeel or none is taken (0001), so what goes out to who sits has one. The number
says to a server that its other guards are of before (database/motor/tabelwachters.py): it is refused at opening until
``zvh team bijwerken`` put those of this version there.
"""

from alembic import op

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None

_TRIGGER = """CREATE TRIGGER uitnodiging_voor_wie_zit BEFORE UPDATE OF overleg_id, partij_id, status ON uitnodiging
    WHEN NEW.status = 'verzonden'
    AND (OLD.status <> 'verzonden' OR NEW.overleg_id <> OLD.overleg_id OR NEW.partij_id <> OLD.partij_id)
    AND NOT EXISTS (SELECT 1 FROM deelname d JOIN agendapunt a ON a.id = d.agendapunt_id
    WHERE a.overleg_id = NEW.overleg_id AND d.partij_id = NEW.partij_id AND d.vervallen = false)
    BEGIN SELECT RAISE(ABORT, 'poort: deze partij zit hier niet aan tafel'); END"""


def upgrade() -> None:
    """The other guards of a server are put there anew after every step."""
    op.execute(_TRIGGER)


def downgrade() -> None:
    """As it was."""
    op.execute("DROP TRIGGER uitnodiging_voor_wie_zit")
