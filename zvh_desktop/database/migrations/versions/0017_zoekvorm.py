"""Both search indexes hold text as it is compared: without accents, with one kind of dash and apostrophe (ADR 0036).

SQLite cannot fold text so, and the schema may call no function of the application. So the triggers only note what
changed, and the application puts it into the index before the transaction ends (database/bestand/zoekindex.py). That is
also how an existing vault is indexed anew: everything waits.
"""

from typing import Any, cast

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_MAAK = "CREATE VIRTUAL TABLE {naam} USING fts5(tekst, tokenize = 'trigram case_sensitive 1')"
_OUD = "CREATE VIRTUAL TABLE {naam} USING fts5(tekst, tokenize = 'trigram remove_diacritics 1')"
_SCHOON = "INSERT INTO {naam}({naam}, rank) VALUES ('secure-delete', 1)"
_NAMEN = {0: "casus", 1: "partij", 2: "overleg", 3: "actie"}
_TEKSTEN = {0: "agendapunt", 1: "besluit", 2: "actie", 3: "plan_van_aanpak", 4: "overleg_besluit"}
_KOLOMMEN = {
    "casus": "nummer, aanpak",
    "partij": "naam, kort",
    "overleg": "soort, datum, plaats, voorzitter",
    "actie": "omschrijving, belegd_bij_id",
}


def _wacht(soort: int, sleutel: str) -> str:
    return f"INSERT OR IGNORE INTO zoek_wacht(soort, id) VALUES ({soort}, {sleutel});"  # noqa: S608


def _triggers() -> dict[str, tuple[str, str]]:
    triggers: dict[str, tuple[str, str]] = {}
    for soort, tabel in _NAMEN.items():
        triggers[f"zoek_{tabel}_nieuw"] = (f"AFTER INSERT ON {tabel}", _wacht(soort, "NEW.id"))
        triggers[f"zoek_{tabel}_anders"] = (
            f"AFTER UPDATE OF {_KOLOMMEN[tabel]} ON {tabel}",
            _wacht(soort, "NEW.id"),
        )
        weg = f"DELETE FROM zoek WHERE rowid = OLD.id * 4 + {soort};"  # noqa: S608
        triggers[f"zoek_{tabel}_weg"] = (f"AFTER DELETE ON {tabel}", weg)
    for naam, tabel, kolom, soort in (
        ("zoek_betrokkene", "betrokkene", "casus_id", 0),
        ("zoek_contact", "contactpersoon", "partij_id", 1),
    ):
        for wat, wanneer, rij in (
            ("nieuw", "INSERT", "NEW"),
            ("anders", "UPDATE", "NEW"),
            ("weg", "DELETE", "OLD"),
        ):
            zin = f"AFTER {wanneer} ON {tabel} WHEN {rij}.{kolom} IS NOT NULL"
            triggers[f"{naam}_{wat}"] = (zin, _wacht(soort, f"{rij}.{kolom}"))
    triggers["zoek_actie_partij"] = (
        "AFTER UPDATE OF kort ON partij",
        "INSERT OR IGNORE INTO zoek_wacht(soort, id) SELECT 3, id FROM actie WHERE belegd_bij_id = NEW.id;",
    )
    for soort, tabel in _TEKSTEN.items():
        naam = f"zoek_tekst_{tabel}"
        triggers[f"{naam}_nieuw"] = (f"AFTER INSERT ON {tabel}", _wacht(8 + soort, "NEW.id"))
        triggers[f"{naam}_anders"] = (f"AFTER UPDATE ON {tabel}", _wacht(8 + soort, "NEW.id"))
        weg = f"DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + {soort};"  # noqa: S608
        triggers[f"{naam}_weg"] = (f"AFTER DELETE ON {tabel}", weg)
    for tabel in ("plan_doel", "plan_rol"):
        for wat, wanneer, rij in (("nieuw", "INSERT", "NEW"), ("anders", "UPDATE", "NEW"), ("weg", "DELETE", "OLD")):
            triggers[f"zoek_tekst_{tabel}_{wat}"] = (f"AFTER {wanneer} ON {tabel}", _wacht(11, f"{rij}.plan_id"))
    return triggers


def upgrade() -> None:
    """Other triggers, empty indexes, and every row in the list of what has to be indexed."""
    _haal_triggers_weg()
    op.execute("DROP TABLE zoek")
    op.execute("DROP TABLE zoek_tekst")
    for naam in ("zoek", "zoek_tekst"):
        op.execute(_MAAK.format(naam=naam))
        op.execute(_SCHOON.format(naam=naam))
    op.execute(
        "CREATE TABLE zoek_wacht (soort INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (soort, id)) WITHOUT ROWID"
    )
    for naam, (wanneer, wat) in _triggers().items():
        op.execute(f"CREATE TRIGGER {naam} {wanneer} BEGIN {wat} END")
    for eerste, tabellen in ((0, _NAMEN), (8, _TEKSTEN)):
        for soort, tabel in tabellen.items():
            op.execute(f"INSERT INTO zoek_wacht(soort, id) SELECT {eerste + soort}, id FROM {tabel}")  # noqa: S608


def downgrade() -> None:
    """The indexes as migrations 0003, 0009 and 0011 made them."""
    _haal_triggers_weg()
    for naam in ("zoek_wacht", "zoek", "zoek_tekst"):
        op.execute(f"DROP TABLE {naam}")
    script = cast("Any", op.get_context().script)
    namen, geboren, teksten = (script.get_revision(nummer).module for nummer in ("0003", "0009", "0011"))
    op.execute(_OUD.format(naam="zoek"))
    for naam, (wanneer, wat) in namen._TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {wanneer} BEGIN {wat} END")
    geboren._indexeer(geboren._MET)
    for sjabloon, rij in ((namen._PARTIJ, "p.id"), (namen._OVERLEG, "v.id"), (namen._ACTIE, "a.id")):
        _, vulling, _ = sjabloon.format(id=rij).split(";")
        op.execute(vulling)
    teksten.upgrade()


def _haal_triggers_weg() -> None:
    namen = [
        rij[0]
        for rij in op.get_bind().exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'zoek\\_%' ESCAPE '\\'"
        )
    ]
    for naam in namen:
        op.execute(f"DROP TRIGGER {naam}")
