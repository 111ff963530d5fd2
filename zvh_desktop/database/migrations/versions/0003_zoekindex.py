"""The search index: one FTS5 table with trigrams, so that parts of long Dutch words are found.

Kept by triggers, so that no use case can forget it. The rowid tells what was found: id * 4 + kind
(0 casus, 1 partij, 2 overleg, 3 actie).
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_CASUS = """
    DELETE FROM zoek WHERE rowid = {id} * 4;
    INSERT INTO zoek(rowid, tekst)
    SELECT c.id * 4, c.nummer || ' ' || c.aanpak || ' ' || coalesce(
        (SELECT group_concat(b.naam || ' ' || b.gemeente, ' ') FROM betrokkene b WHERE b.casus_id = c.id), '')
    FROM casus c WHERE c.id = {id};
"""
_PARTIJ = """
    DELETE FROM zoek WHERE rowid = {id} * 4 + 1;
    INSERT INTO zoek(rowid, tekst)
    SELECT p.id * 4 + 1, p.naam || ' ' || p.kort || ' ' || coalesce(
        (SELECT group_concat(k.naam || ' ' || k.functie || ' ' || k.email, ' ')
         FROM contactpersoon k WHERE k.partij_id = p.id), '')
    FROM partij p WHERE p.id = {id};
"""
_OVERLEG = """
    DELETE FROM zoek WHERE rowid = {id} * 4 + 2;
    INSERT INTO zoek(rowid, tekst)
    SELECT v.id * 4 + 2, v.soort || ' ' || v.datum || ' '
        || cast(strftime('%d', v.datum) AS integer) || '-' || cast(strftime('%m', v.datum) AS integer)
        || strftime('-%Y', v.datum) || ' ' || v.plaats || ' ' || v.voorzitter
    FROM overleg v WHERE v.id = {id};
"""
_ACTIE = """
    DELETE FROM zoek WHERE rowid = {id} * 4 + 3;
    INSERT INTO zoek(rowid, tekst)
    SELECT a.id * 4 + 3, a.omschrijving || ' ' || p.kort || ' ' || c.nummer
    FROM actie a JOIN partij p ON p.id = a.belegd_bij_id JOIN casus c ON c.id = a.casus_id
    WHERE a.id = {id};
"""

_TRIGGERS = {
    "zoek_casus_nieuw": ("AFTER INSERT ON casus", _CASUS.format(id="NEW.id")),
    "zoek_casus_anders": ("AFTER UPDATE OF nummer, aanpak ON casus", _CASUS.format(id="NEW.id")),
    "zoek_casus_weg": ("AFTER DELETE ON casus", "DELETE FROM zoek WHERE rowid = OLD.id * 4;"),
    "zoek_betrokkene_nieuw": (
        "AFTER INSERT ON betrokkene WHEN NEW.casus_id IS NOT NULL",
        _CASUS.format(id="NEW.casus_id"),
    ),
    "zoek_betrokkene_anders": (
        "AFTER UPDATE ON betrokkene WHEN NEW.casus_id IS NOT NULL",
        _CASUS.format(id="NEW.casus_id"),
    ),
    "zoek_betrokkene_weg": (
        "AFTER DELETE ON betrokkene WHEN OLD.casus_id IS NOT NULL",
        _CASUS.format(id="OLD.casus_id"),
    ),
    "zoek_partij_nieuw": ("AFTER INSERT ON partij", _PARTIJ.format(id="NEW.id")),
    "zoek_partij_anders": ("AFTER UPDATE OF naam, kort ON partij", _PARTIJ.format(id="NEW.id")),
    "zoek_partij_weg": ("AFTER DELETE ON partij", "DELETE FROM zoek WHERE rowid = OLD.id * 4 + 1;"),
    "zoek_contact_nieuw": ("AFTER INSERT ON contactpersoon", _PARTIJ.format(id="NEW.partij_id")),
    "zoek_contact_anders": ("AFTER UPDATE ON contactpersoon", _PARTIJ.format(id="NEW.partij_id")),
    "zoek_contact_weg": ("AFTER DELETE ON contactpersoon", _PARTIJ.format(id="OLD.partij_id")),
    "zoek_overleg_nieuw": ("AFTER INSERT ON overleg", _OVERLEG.format(id="NEW.id")),
    "zoek_overleg_anders": (
        "AFTER UPDATE OF soort, datum, plaats, voorzitter ON overleg",
        _OVERLEG.format(id="NEW.id"),
    ),
    "zoek_overleg_weg": ("AFTER DELETE ON overleg", "DELETE FROM zoek WHERE rowid = OLD.id * 4 + 2;"),
    "zoek_actie_nieuw": ("AFTER INSERT ON actie", _ACTIE.format(id="NEW.id")),
    "zoek_actie_anders": ("AFTER UPDATE OF omschrijving, belegd_bij_id ON actie", _ACTIE.format(id="NEW.id")),
    "zoek_actie_weg": ("AFTER DELETE ON actie", "DELETE FROM zoek WHERE rowid = OLD.id * 4 + 3;"),
}


def upgrade() -> None:
    """Make the index and the triggers that keep it."""
    op.execute("CREATE VIRTUAL TABLE zoek USING fts5(tekst, tokenize = 'trigram remove_diacritics 1')")
    for naam, (wanneer, wat) in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {wanneer} BEGIN {wat} END")


def downgrade() -> None:
    """Drop the triggers and the index."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.execute("DROP TABLE zoek")
