"""What was chosen about a text of no casus goes with a file (ADR 0103): on a server by other functions, no other rows.

No table changes. The number says to a server that what it destroys with is of before (resources/team/vernietigen.sql):
it is refused at opening until ``zvh team bijwerken`` put the functions of this version there.
"""

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The functions of a server are put there anew after every step."""


def downgrade() -> None:
    """Nothing in a vault is other than it was."""
