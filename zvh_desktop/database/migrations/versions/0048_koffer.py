"""The tafelkoffer: what travels, what came back, and the triggers that keep it as it is while it is out (ADR 0062).

What closes the gate goes on: an oordeel can be withdrawn, and the seats that rest on it lapse. Every other change of
the tafel or its casussen is refused here, whichever use case asks for it; the message names the koffer by its number.
"""

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

_OVERLEG = "k.overleg_id = {rij}.{kolom}"
_CASUS = "EXISTS (SELECT 1 FROM koffer_casus kc WHERE kc.koffer_id = k.id AND kc.casus_id = {rij}.{kolom})"
_VIA = (
    "EXISTS (SELECT 1 FROM koffer_casus kc JOIN {tabel} o ON o.casus_id = kc.casus_id "
    "WHERE kc.koffer_id = k.id AND o.id = {{rij}}.{kolom})"
)
_PLAN = _VIA.format(tabel="plan_van_aanpak", kolom="plan_id")
_ACTIE = _VIA.format(tabel="actie", kolom="actie_id")

# Which row is of which koffer; for an update the columns that stay as they are, where some may change.
_BEWAAKT: dict[str, tuple[str, str]] = {
    "overleg": (_OVERLEG.replace("{kolom}", "id"), ""),
    "agendapunt": (f"({_OVERLEG.replace('{kolom}', 'overleg_id')} OR {_CASUS.replace('{kolom}', 'casus_id')})", ""),
    "deelname": (
        _CASUS.replace("{kolom}", "casus_id"),
        "agendapunt_id, casus_id, partij_id, oordeel_id, gevraagde_bijdrage, aanwezigheid, afgevaardigde, ter_tafel",
    ),
    "tafelgebeurtenis": (_OVERLEG.replace("{kolom}", "overleg_id"), ""),
    "ordewens": (_OVERLEG.replace("{kolom}", "overleg_id"), ""),
    "afgelasting": (_OVERLEG.replace("{kolom}", "overleg_id"), ""),
    "besluit": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "actie": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "actievoortgang": (_ACTIE, ""),
    "casus": (
        _CASUS.replace("{kolom}", "id"),
        "nummer, aanmelding_id, aanmeldende_partij_id, aanpak, fase, status, procesregisseur, procesregie, "
        "geopend_op, gesloten_op",
    ),
    "betrokkene": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "casusregie": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "plan_van_aanpak": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "plan_doel": (_PLAN, ""),
    "plan_rol": (_PLAN, ""),
    "informatie_item": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "afschaling": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "opschaling": (_CASUS.replace("{kolom}", "casus_id"), ""),
    "casus_einde": (_CASUS.replace("{kolom}", "casus_id"), ""),
}


def _triggers() -> Iterator[tuple[str, str]]:
    for tabel, (welke, kolommen) in _BEWAAKT.items():
        anders = f"UPDATE OF {kolommen}" if kolommen else "UPDATE"
        for wat, wanneer, rij in (("nieuw", "INSERT", "NEW"), ("anders", anders, "OLD"), ("weg", "DELETE", "OLD")):
            yield f"koffer_{tabel}_{wat}", _wacht(tabel, wanneer, welke.format(rij=rij))
    yield (
        "koffer_oordeel_nieuw",
        _wacht("oordeel", "INSERT", f"NEW.uitkomst = 'rechtmatig' AND {_CASUS.format(rij='NEW', kolom='casus_id')}"),
    )
    yield (
        "koffer_vrijgave_nieuw",
        _wacht("inzage_vrijgave", "INSERT", _CASUS.format(rij="NEW", kolom="casus_id")),
    )
    yield (
        "koffer_blijft_uit",
        "BEFORE DELETE ON koffer WHEN OLD.stand = 'uit' BEGIN "
        "SELECT RAISE(ABORT, 'een koffer die weg is, verdwijnt niet uit de lijst'); END",
    )
    yield (
        "koffer_gaat_niet_opnieuw_uit",
        "BEFORE UPDATE OF stand ON koffer WHEN NEW.stand = 'uit' AND OLD.stand <> 'uit' BEGIN "
        "SELECT RAISE(ABORT, 'een koffer gaat één keer uit'); END",
    )


def _wacht(tabel: str, wanneer: str, welke: str) -> str:
    return (
        f"BEFORE {wanneer} ON {tabel} BEGIN SELECT RAISE(ABORT, 'koffer:' || k.id) FROM koffer k "  # noqa: S608
        f"WHERE k.stand = 'uit' AND {welke}; END"
    )


def upgrade() -> None:
    """Make the tables, and the triggers on what is there."""
    _maak_koffer()
    _maak_rest()
    for naam, regel in _triggers():
        op.execute(f"CREATE TRIGGER {naam} {regel}")


def _maak_koffer() -> None:
    op.create_table(
        "koffer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kenmerk", sa.String(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("voor", sa.String(), nullable=False),
        sa.Column("voor_naam", sa.String(), nullable=False),
        sa.Column("vervanger", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("vervanger_naam", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("terug_uiterlijk", sa.Date(), nullable=False),
        sa.Column("stand", sa.String(), nullable=False),
        sa.Column("tot_en_met", sa.Integer(), nullable=False),
        sa.Column("kop_hash", sa.String(), nullable=False),
        sa.Column("volledig", sa.String(), nullable=False),
        sa.Column("uitgegeven_op", sa.DateTime(), nullable=False),
        sa.Column("uitgegeven_door", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(), nullable=True),
        sa.Column("ingetrokken_door", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("ingetrokken_reden", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("intrekking_verklaring", sa.Integer(), nullable=True),
        sa.Column("terug_op", sa.DateTime(), nullable=True),
        sa.Column("terug_door", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("onderweg", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("terug_verklaring", sa.Integer(), nullable=True),
        sa.CheckConstraint("stand <> 'ingetrokken' OR ingetrokken_reden <> ''", name=op.f("ck_koffer_zegt_waarom")),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name=op.f("fk_koffer_overleg_id_overleg")),
        *(
            sa.ForeignKeyConstraint([kolom], ["verklaring.nummer"], name=op.f(f"fk_koffer_{kolom}_verklaring"))
            for kolom in ("verklaring_nummer", "intrekking_verklaring", "terug_verklaring")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_koffer")),
        sa.UniqueConstraint("kenmerk", name=op.f("uq_koffer_kenmerk")),
    )
    op.create_index("ix_koffer_een_uit", "koffer", ["overleg_id"], unique=True, sqlite_where=sa.text("stand = 'uit'"))


def _maak_rest() -> None:
    op.create_table(
        "koffer_casus",
        sa.Column("koffer_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        *_van_koffer_en_casus("koffer_casus"),
        sa.PrimaryKeyConstraint("koffer_id", "casus_id", name=op.f("pk_koffer_casus")),
    )
    op.create_table(
        "koffer_begin",
        sa.Column("tabel", sa.String(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("inhoud", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("tabel", "rij", name=op.f("pk_koffer_begin")),
    )
    op.create_table(
        "koffer_verklaring",
        sa.Column("koffer_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.String(), nullable=False),
        sa.Column("hier", sa.Integer(), nullable=True),
        *_van_koffer_en_casus("koffer_verklaring"),
        sa.ForeignKeyConstraint(["hier"], ["verklaring.nummer"], name=op.f("fk_koffer_verklaring_hier_verklaring")),
        sa.PrimaryKeyConstraint("koffer_id", "nummer", name=op.f("pk_koffer_verklaring")),
    )
    op.create_table(
        "koffer_punt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("koffer_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        *(sa.Column(kolom, sa.String(), nullable=False) for kolom in ("tabel", "verandering", "wat", "kantoor")),
        *(sa.Column(kolom, sa.String(), nullable=False) for kolom in ("onderweg", "keuze")),
        sa.Column("reden", sa.String(), nullable=False, server_default=sa.text("''")),
        *_van_koffer_en_casus("koffer_punt"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_koffer_punt")),
    )
    for tabel in ("koffer_casus", "koffer_begin", "koffer_verklaring", "koffer_punt"):
        op.create_index(op.f(f"ix_{tabel}_casus_id"), tabel, ["casus_id"])
    op.create_index(op.f("ix_koffer_punt_koffer_id"), "koffer_punt", ["koffer_id"])


def _van_koffer_en_casus(tabel: str) -> Iterator[sa.ForeignKeyConstraint]:
    for ander in ("koffer", "casus"):
        yield sa.ForeignKeyConstraint(
            [f"{ander}_id"], [f"{ander}.id"], name=op.f(f"fk_{tabel}_{ander}_id_{ander}"), ondelete="CASCADE"
        )


def downgrade() -> None:
    """Take it all away again; a koffer that is out is not known any more."""
    for naam, _ in _triggers():
        op.execute(f"DROP TRIGGER {naam}")
    for tabel in ("koffer_punt", "koffer_verklaring", "koffer_begin", "koffer_casus", "koffer"):
        op.drop_table(tabel)
