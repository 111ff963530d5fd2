"""A date of birth may be a month, a year, or unknown; and the search box finds it.

The column stays as it is: a day that is not known is a nought ('1985-03-00', '1985-00-00'), and 'onbekend' says that
nobody knows. Going back keeps the dates that are known to the day, since nothing could read the others.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_JAAR = "substr(b.geboortedatum, 1, 4)"
_MAAND = "substr(b.geboortedatum, 6, 2)"
_DAG = "substr(b.geboortedatum, 9, 2)"
_WHEN = " ".join(f"WHEN '{nummer:02}' THEN '{naam}'" for nummer, naam in enumerate(_MAANDEN, 1))
_NAAM = f"CASE {_MAAND} {_WHEN} END"
_GEBOREN = f"""CASE
        WHEN b.geboortedatum IS NULL THEN ''
        WHEN b.geboortedatum = 'onbekend' THEN ' geboortedatum onbekend'
        WHEN {_MAAND} = '00' THEN ' ' || {_JAAR}
        WHEN {_DAG} = '00' THEN ' ' || ({_MAAND} + 0) || '-' || {_JAAR} || ' ' || {_NAAM} || ' ' || {_JAAR}
        ELSE ' ' || b.geboortedatum || ' ' || ({_DAG} + 0) || '-' || ({_MAAND} + 0) || '-' || {_JAAR}
            || ' ' || ({_DAG} + 0) || ' ' || {_NAAM} || ' ' || {_JAAR}
        END"""
_REGEL = """
    SELECT c.id * 4, c.nummer || ' ' || c.aanpak || ' ' || coalesce(
        (SELECT group_concat(b.naam || ' ' || b.gemeente{geboren}, ' ')
         FROM betrokkene b WHERE b.casus_id = c.id), '')
    FROM casus c
"""
_MET = _REGEL.format(geboren=f" || {_GEBOREN}")
_ZONDER = _REGEL.format(geboren="")
_WANNEER = {
    "zoek_casus_nieuw": ("AFTER INSERT ON casus", "NEW.id"),
    "zoek_casus_anders": ("AFTER UPDATE OF nummer, aanpak ON casus", "NEW.id"),
    "zoek_betrokkene_nieuw": ("AFTER INSERT ON betrokkene WHEN NEW.casus_id IS NOT NULL", "NEW.casus_id"),
    "zoek_betrokkene_anders": ("AFTER UPDATE ON betrokkene WHEN NEW.casus_id IS NOT NULL", "NEW.casus_id"),
    "zoek_betrokkene_weg": ("AFTER DELETE ON betrokkene WHEN OLD.casus_id IS NOT NULL", "OLD.casus_id"),
}


def upgrade() -> None:
    """Each casus is indexed anew, with the dates of birth."""
    _indexeer(_MET)


def downgrade() -> None:
    """The search box no longer finds them."""
    op.execute(
        "UPDATE betrokkene SET geboortedatum = NULL WHERE geboortedatum = 'onbekend' OR substr(geboortedatum, 9) = '00'"
    )
    _indexeer(_ZONDER)


def _indexeer(regel: str) -> None:
    op.execute("DELETE FROM zoek WHERE rowid % 4 = 0")
    op.execute(f"INSERT INTO zoek(rowid, tekst) {regel}")
    for naam, (wanneer, id_) in _WANNEER.items():
        op.execute(f"DROP TRIGGER {naam}")
        op.execute(
            f"CREATE TRIGGER {naam} {wanneer} BEGIN "  # noqa: S608
            f"DELETE FROM zoek WHERE rowid = {id_} * 4; "
            f"INSERT INTO zoek(rowid, tekst) {regel} WHERE c.id = {id_}; END"
        )
