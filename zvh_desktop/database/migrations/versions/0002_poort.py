"""The gate in the database: what plain SQL with the open key cannot do either.

A deelname needs an oordeel of the same casus and partij (foreign keys, 0001) that is in force on the
day of the meeting and not overruled by a newer one that has taken effect (here). Statements, oordelen
and log lines are only ever added; REPLACE would delete without a delete trigger, so it is refused too.
What leaves the house needs an agenda with akkoord.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OORDEEL_IN_FORCE = """
    SELECT 1 FROM oordeel o, agendapunt a JOIN overleg v ON v.id = a.overleg_id
    WHERE o.id = NEW.oordeel_id AND a.id = NEW.agendapunt_id
      AND o.casus_id = NEW.casus_id AND o.partij_id = NEW.partij_id AND a.casus_id = NEW.casus_id
      AND o.uitkomst = 'rechtmatig'
      AND o.geldig_vanaf <= v.datum AND (o.geldig_tot IS NULL OR o.geldig_tot >= v.datum)
      AND NOT EXISTS (SELECT 1 FROM oordeel n
                      WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id
                        AND n.id > o.id AND n.geldig_vanaf <= v.datum)
"""

_TRIGGERS = {
    "deelname_toevoegen": f"""
        BEFORE INSERT ON deelname WHEN NEW.vervallen = 0 BEGIN
            SELECT RAISE(ABORT, 'poort: geen geldend oordeel')
            WHERE NOT EXISTS ({_OORDEEL_IN_FORCE});
        END""",
    "deelname_wijzigen": f"""
        BEFORE UPDATE OF agendapunt_id, casus_id, partij_id, oordeel_id, oordeel_uitkomst, vervallen ON deelname
        WHEN NEW.vervallen = 0 BEGIN
            SELECT RAISE(ABORT, 'poort: geen geldend oordeel')
            WHERE NOT EXISTS ({_OORDEEL_IN_FORCE});
        END""",
    "overleg_verzetten": """
        BEFORE UPDATE OF datum ON overleg BEGIN
            SELECT RAISE(ABORT, 'poort: deelname zonder geldend oordeel op de nieuwe datum')
            WHERE EXISTS (
                SELECT 1 FROM agendapunt a JOIN deelname d ON d.agendapunt_id = a.id AND d.vervallen = 0
                JOIN oordeel o ON o.id = d.oordeel_id
                WHERE a.overleg_id = NEW.id
                  AND (o.geldig_vanaf > NEW.datum OR (o.geldig_tot IS NOT NULL AND o.geldig_tot < NEW.datum)
                       OR EXISTS (SELECT 1 FROM oordeel n
                                  WHERE n.casus_id = o.casus_id AND n.partij_id = o.partij_id
                                    AND n.id > o.id AND n.geldig_vanaf <= NEW.datum)));
        END""",
    "agendapunt_verhuizen": """
        BEFORE UPDATE OF overleg_id ON agendapunt
        WHEN NEW.overleg_id <> OLD.overleg_id
             AND EXISTS (SELECT 1 FROM deelname d WHERE d.agendapunt_id = OLD.id) BEGIN
            SELECT RAISE(ABORT, 'poort: een agendapunt met deelnames verhuist niet');
        END""",
    "oordeel_werkt_door": """
        AFTER INSERT ON oordeel BEGIN
            UPDATE deelname SET vervallen = 1
            WHERE casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = 0
              AND agendapunt_id IN (
                SELECT a.id FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
                WHERE v.datum >= NEW.geldig_vanaf
                  AND (NEW.uitkomst <> 'rechtmatig'
                       OR (NEW.geldig_tot IS NOT NULL AND v.datum > NEW.geldig_tot)));
            UPDATE deelname SET oordeel_id = NEW.id
            WHERE NEW.uitkomst = 'rechtmatig'
              AND casus_id = NEW.casus_id AND partij_id = NEW.partij_id AND vervallen = 0
              AND agendapunt_id IN (
                SELECT a.id FROM agendapunt a JOIN overleg v ON v.id = a.overleg_id
                WHERE v.datum >= NEW.geldig_vanaf);
        END""",
    "oordeel_vervangen": """
        BEFORE INSERT ON oordeel
        WHEN EXISTS (SELECT 1 FROM oordeel o WHERE o.id = NEW.id OR o.verklaring_nummer = NEW.verklaring_nummer) BEGIN
            SELECT RAISE(ABORT, 'een oordeel wordt nooit vervangen');
        END""",
    "verklaring_vervangen": """
        BEFORE INSERT ON verklaring
        WHEN EXISTS (SELECT 1 FROM verklaring v WHERE v.nummer = NEW.nummer OR v.hash = NEW.hash) BEGIN
            SELECT RAISE(ABORT, 'een verklaring wordt nooit vervangen');
        END""",
    "logregel_vervangen": """
        BEFORE INSERT ON logregel
        WHEN EXISTS (SELECT 1 FROM logregel r WHERE r.nummer = NEW.nummer OR r.hash = NEW.hash) BEGIN
            SELECT RAISE(ABORT, 'een logregel wordt nooit vervangen');
        END""",
    "oordeel_blijft": """
        BEFORE UPDATE ON oordeel BEGIN SELECT RAISE(ABORT, 'een oordeel wordt nooit gewijzigd'); END""",
    "oordeel_weg": """
        BEFORE DELETE ON oordeel BEGIN SELECT RAISE(ABORT, 'een oordeel wordt nooit verwijderd'); END""",
    "verklaring_blijft": """
        BEFORE UPDATE ON verklaring
        WHEN NEW.inhoud IS NOT NULL OR NEW.nummer <> OLD.nummer OR NEW.soort <> OLD.soort
             OR NEW.hash <> OLD.hash OR NEW.vorige_hash <> OLD.vorige_hash
             OR NEW.handtekening <> OLD.handtekening OR NEW.certificaat <> OLD.certificaat BEGIN
            SELECT RAISE(ABORT, 'een verklaring wordt nooit gewijzigd');
        END""",
    "verklaring_weg": """
        BEFORE DELETE ON verklaring BEGIN
            SELECT RAISE(ABORT, 'een verklaring wordt nooit verwijderd');
        END""",
    "logregel_blijft": """
        BEFORE UPDATE ON logregel BEGIN SELECT RAISE(ABORT, 'een logregel wordt nooit gewijzigd'); END""",
    "logregel_weg": """
        BEFORE DELETE ON logregel BEGIN SELECT RAISE(ABORT, 'een logregel wordt nooit verwijderd'); END""",
    "agenda_akkoord": """
        BEFORE UPDATE OF status, akkoord_verklaring ON overleg
        WHEN NEW.status IN ('akkoord', 'verzonden', 'gehouden') AND NEW.akkoord_verklaring IS NULL BEGIN
            SELECT RAISE(ABORT, 'een agenda zonder akkoord blijft concept');
        END""",
    "agenda_begint_als_concept": """
        BEFORE INSERT ON overleg WHEN NEW.status <> 'concept' BEGIN
            SELECT RAISE(ABORT, 'een agenda begint als concept');
        END""",
    "uitnodiging_verzenden": """
        BEFORE UPDATE OF status ON uitnodiging
        WHEN NEW.status = 'verzonden' AND OLD.status <> 'verzonden'
             AND NOT EXISTS (SELECT 1 FROM overleg v WHERE v.id = NEW.overleg_id
                             AND v.status IN ('akkoord', 'verzonden', 'gehouden')) BEGIN
            SELECT RAISE(ABORT, 'uit een concept gaat niets de deur uit');
        END""",
    "uitnodiging_begint_als_concept": """
        BEFORE INSERT ON uitnodiging WHEN NEW.status <> 'concept' BEGIN
            SELECT RAISE(ABORT, 'een uitnodiging begint als concept');
        END""",
    "agendapunt_vastgesteld": """
        BEFORE UPDATE OF beeld, oordeelsvorming, besluitvorming, casus_id ON agendapunt
        WHEN EXISTS (SELECT 1 FROM overleg v WHERE v.id = OLD.overleg_id AND v.verslag_status = 'vastgesteld')
        BEGIN
            SELECT RAISE(ABORT, 'een vastgesteld verslag wordt niet gewijzigd');
        END""",
}


# The gate asks which oordelen were signed for a casus; the statements themselves answer (services/poort/poort.py).
_INDEX = """
    CREATE INDEX ix_verklaring_casus ON verklaring (
        CASE WHEN json_valid(inhoud) THEN json_extract(inhoud, '$.gegevens.casus') END)
"""


def upgrade() -> None:
    """Put every trigger in place."""
    op.execute(_INDEX)
    for naam, regel in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def downgrade() -> None:
    """Take the triggers away again."""
    for naam in _TRIGGERS:
        op.execute(f"DROP TRIGGER {naam}")
    op.execute("DROP INDEX ix_verklaring_casus")
