"""What a server keeps at its tables beside the triggers of the migrations (ADR 0077, 0108).

These are of a server alone: there whoever has a database account can say things to it in plain SQL, without the key of
the house. A vault is a file, and who can open it has the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Table

from zvh_desktop.database.motor import wijzigingen
from zvh_desktop.database.motor.plpgsql import GEWEIGERD
from zvh_desktop.database.motor.rolrechten import ALLEEN_ERBIJ

_ID: Final = "id"


def _weiger(zin: str) -> str:
    return f"RAISE EXCEPTION USING ERRCODE = '{GEWEIGERD}', MESSAGE = '{zin}';"


@dataclass(frozen=True, slots=True)
class Tabelwachter:
    """What is kept at each table, or at some: what no trigger of the migrations sees."""

    naam: str
    bij: str
    lijf: str
    wanneer: str = "BEFORE"
    voor_elke: str = "STATEMENT"
    kolom: str = ""
    """At the tables with a column of this name; at all where it is not said."""
    tabellen: tuple[str, ...] = ()
    """At these alone; at all where none is said."""

    def staat_bij(self, tabel: Table) -> bool:
        """Whether this one stands at this table."""
        return (not self.kolom or self.kolom in tabel.columns) and (not self.tabellen or tabel.name in self.tabellen)

    def trigger(self, tabel: str) -> str:
        """What makes it on this table, in the words of the server."""
        return (
            f"CREATE TRIGGER {self.naam} {self.wanneer} {self.bij} ON {tabel} FOR EACH {self.voor_elke} "
            f"EXECUTE FUNCTION {self.naam}()"
        )


TABELWACHTERS: Final = (
    Tabelwachter("nooit_leeg", "TRUNCATE", f" BEGIN {_weiger('een tabel wordt nooit in één keer leeggemaakt')} END "),
    # Two that do not see each other's work can each do what the gate allows, and together what it does not.
    Tabelwachter(
        "op_volgorde",
        "INSERT OR DELETE OR UPDATE",
        " BEGIN IF current_setting('transaction_isolation') <> 'serializable' THEN "
        f"{_weiger('er wordt alleen op volgorde geschreven')} END IF; RETURN NULL; END ",
    ),
    # Every window that has the house open reads again; told once for a transaction, when it has been saved.
    Tabelwachter("meld_wijziging", "INSERT OR DELETE OR UPDATE", wijzigingen.MELD_LIJF, "AFTER"),
    # References can wait until the end of a transaction: two rows that change numbers would change places meanwhile,
    # and a partij would sit on the oordeel of another.
    Tabelwachter("zelfde_id", f"UPDATE OF {_ID}", f" BEGIN {_weiger('een rij houdt haar nummer')} END ", kolom=_ID),
    Tabelwachter(
        "zelfde_nummer",
        "UPDATE OF nummer",
        f" BEGIN {_weiger('een casus houdt haar nummer')} END ",
        tabellen=("casus",),
    ),
    # The next number is that of the last and one: after the highest there would be none, for anybody, for ever.
    # Its name comes after those of the other guards there, which say more of what is wrong.
    Tabelwachter(
        "volgt_op_de_laatste",
        "INSERT",
        " DECLARE laatste bigint; BEGIN "  # noqa: S608
        "EXECUTE format('SELECT max(nummer) FROM %I', TG_TABLE_NAME) INTO laatste; "
        "IF NEW.nummer IS DISTINCT FROM coalesce(laatste, 0) + 1 THEN "
        f"{_weiger('een regel volgt op de laatste')} END IF; RETURN NEW; END ",
        voor_elke="ROW",
        tabellen=ALLEEN_ERBIJ,
    ),
)
