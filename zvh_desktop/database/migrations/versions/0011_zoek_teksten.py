"""A second search index, over what was written: points and their verslag, besluiten, acties, plans and proposals.

Apart from the names (migration 0003), so that a name that is typed still comes first. Kept by triggers in the same way,
also when a row goes with what it belongs to. The rowid tells what was found: id * 8 + kind (0 agendapunt, 1 besluit,
2 actie, 3 plan van aanpak, 4 proposal of a meeting without casussen). What is taken out leaves no words behind in the
index (secure-delete).
"""

from alembic import op

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

_TEKST = {
    0: """
    SELECT a.id * 8, a.onderwerp || char(10) || a.doel || char(10) || a.themas || char(10) || a.beeld || char(10)
        || a.oordeelsvorming || char(10) || a.besluitvorming FROM agendapunt a""",
    1: """
    SELECT a.id * 8 + 1, a.omschrijving || char(10) || a.conditie || char(10) || a.informering FROM besluit a""",
    2: """
    SELECT a.id * 8 + 2, a.conditie || char(10) || a.informering FROM actie a""",
    3: """
    SELECT a.id * 8 + 3, a.informeert_betrokkene || char(10) || a.niet_geinformeerd_omdat || char(10)
        || a.afschalingscriteria || char(10)
        || coalesce((SELECT group_concat(d.doel, char(10)) FROM plan_doel d WHERE d.plan_id = a.id), '') || char(10)
        || coalesce((SELECT group_concat(r.rol || char(10) || r.informatiebehoefte, char(10))
                     FROM plan_rol r WHERE r.plan_id = a.id), '') FROM plan_van_aanpak a""",
    4: """
    SELECT a.id * 8 + 4, a.voorstel || char(10) || a.toelichting FROM overleg_besluit a""",
}
_TABEL = {0: "agendapunt", 1: "besluit", 2: "actie", 3: "plan_van_aanpak", 4: "overleg_besluit"}
_PLANDELEN = ("plan_doel", "plan_rol")


def _opnieuw(soort: int, sleutel: str) -> str:
    return (
        f"DELETE FROM zoek_tekst WHERE rowid = {sleutel} * 8 + {soort}; "  # noqa: S608
        f"INSERT INTO zoek_tekst(rowid, tekst) {_TEKST[soort]} WHERE a.id = {sleutel};"
    )


def _triggers() -> dict[str, tuple[str, str]]:
    triggers = {}
    for soort, tabel in _TABEL.items():
        naam = f"zoek_tekst_{tabel}"
        triggers[f"{naam}_nieuw"] = (f"AFTER INSERT ON {tabel}", _opnieuw(soort, "NEW.id"))
        triggers[f"{naam}_anders"] = (f"AFTER UPDATE ON {tabel}", _opnieuw(soort, "NEW.id"))
        triggers[f"{naam}_weg"] = (
            f"AFTER DELETE ON {tabel}",
            f"DELETE FROM zoek_tekst WHERE rowid = OLD.id * 8 + {soort};",  # noqa: S608
        )
    for tabel in _PLANDELEN:
        naam = f"zoek_tekst_{tabel}"
        triggers[f"{naam}_nieuw"] = (f"AFTER INSERT ON {tabel}", _opnieuw(3, "NEW.plan_id"))
        triggers[f"{naam}_anders"] = (f"AFTER UPDATE ON {tabel}", _opnieuw(3, "NEW.plan_id"))
        triggers[f"{naam}_weg"] = (f"AFTER DELETE ON {tabel}", _opnieuw(3, "OLD.plan_id"))
    return triggers


def upgrade() -> None:
    """Make the index and its triggers, and fill it with what is there."""
    op.execute("CREATE VIRTUAL TABLE zoek_tekst USING fts5(tekst, tokenize = 'trigram remove_diacritics 1')")
    op.execute("INSERT INTO zoek_tekst(zoek_tekst, rank) VALUES ('secure-delete', 1)")
    for vulling in _TEKST.values():
        op.execute(f"INSERT INTO zoek_tekst(rowid, tekst) {vulling}")
    for naam, (wanneer, wat) in _triggers().items():
        op.execute(f"CREATE TRIGGER {naam} {wanneer} BEGIN {wat} END")


def downgrade() -> None:
    """Drop the triggers and the index."""
    for naam in _triggers():
        op.execute(f"DROP TRIGGER {naam}")
    op.execute("DROP TABLE zoek_tekst")
