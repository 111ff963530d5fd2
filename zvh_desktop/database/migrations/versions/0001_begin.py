"""The tables of the main job.

Imports nothing of ours, so that this step keeps meaning what it meant.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "instelling",
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name=op.f("pk_instelling")),
    )
    op.create_table(
        "logregel",
        sa.Column("nummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tijd", sa.String(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("object_soort", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("resultaat", sa.String(), nullable=False),
        sa.Column("herkomst", sa.String(), nullable=False),
        sa.Column("vorige_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_logregel")),
        sa.UniqueConstraint("hash", name=op.f("uq_logregel_hash")),
    )
    op.create_table(
        "partij",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("kort", sa.String(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("aangesloten_op", sa.Date(), nullable=True),
        sa.Column("uitgetreden_op", sa.Date(), nullable=True),
        sa.Column("opmerking", sa.String(), nullable=False),
        sa.CheckConstraint("soort IN ('convenantpartij', 'deelnemer', 'derde')", name=op.f("ck_partij_soort_bekend")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partij")),
        sa.UniqueConstraint("kort", name=op.f("uq_partij_kort")),
        sa.UniqueConstraint("naam", name=op.f("uq_partij_naam")),
    )
    op.create_table(
        "profiel_versie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("versie", sa.String(), nullable=False),
        sa.Column("inhoud", sa.String(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiel_versie")),
    )
    op.create_table(
        "verklaring",
        sa.Column("nummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=True),
        sa.Column("inhoud_hash", sa.String(), nullable=False),
        sa.Column("vorige_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("handtekening", sa.String(), nullable=False),
        sa.Column("certificaat", sa.Text(), nullable=False),
        sa.Column("gebruiker", sa.String(), nullable=False),
        sa.Column("tijd", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("nummer", name=op.f("pk_verklaring")),
        sa.UniqueConstraint("hash", name=op.f("uq_verklaring_hash")),
    )
    op.create_table(
        "aanmelding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("aanpak", sa.String(), nullable=False),
        sa.Column("contact_naam", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("contact_telefoon", sa.String(), nullable=False),
        sa.Column("zorgelijke_situatie", sa.String(), nullable=False),
        sa.Column("naar_aanleiding_van", sa.String(), nullable=False),
        sa.Column("verzoek", sa.String(), nullable=False),
        sa.Column("overige_informatie", sa.String(), nullable=False),
        sa.Column("terugkoppeling_gewenst", sa.Boolean(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("reden", sa.String(), nullable=False),
        sa.Column("beoordeeld_door", sa.String(), nullable=False),
        sa.Column("beoordeeld_op", sa.Date(), nullable=True),
        sa.Column("teruggekoppeld_op", sa.Date(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_aanmelding_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanmelding")),
    )
    op.create_index(op.f("ix_aanmelding_partij_id"), "aanmelding", ["partij_id"], unique=False)
    op.create_table(
        "contactpersoon",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("functie", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("mandaat", sa.Boolean(), nullable=False),
        sa.Column("gedeelde_postbus", sa.Boolean(), nullable=False),
        sa.Column("overlegsoorten", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["partij_id"], ["partij.id"], name=op.f("fk_contactpersoon_partij_id_partij"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contactpersoon")),
    )
    op.create_index(op.f("ix_contactpersoon_partij_id"), "contactpersoon", ["partij_id"], unique=False)
    op.create_table(
        "overleg",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("profiel_versie_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("begin", sa.Time(), nullable=False),
        sa.Column("einde", sa.Time(), nullable=False),
        sa.Column("plaats", sa.String(), nullable=False),
        sa.Column("voorzitter", sa.String(), nullable=False),
        sa.Column("notulist", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("agenda_versie", sa.Integer(), nullable=False),
        sa.Column("akkoord_verklaring", sa.Integer(), nullable=True),
        sa.Column("verzonden_op", sa.DateTime(), nullable=True),
        sa.Column("verslag_status", sa.String(), nullable=False),
        sa.Column("verslag_versie", sa.Integer(), nullable=False),
        sa.Column("vaststelling_verklaring", sa.Integer(), nullable=True),
        sa.Column("geheimhouding_gemeld", sa.Boolean(), nullable=False),
        sa.CheckConstraint("einde > begin", name=op.f("ck_overleg_einde_na_begin")),
        sa.ForeignKeyConstraint(
            ["akkoord_verklaring"],
            ["verklaring.nummer"],
            name=op.f("fk_overleg_akkoord_verklaring_verklaring"),
        ),
        sa.ForeignKeyConstraint(
            ["profiel_versie_id"],
            ["profiel_versie.id"],
            name=op.f("fk_overleg_profiel_versie_id_profiel_versie"),
        ),
        sa.ForeignKeyConstraint(
            ["vaststelling_verklaring"],
            ["verklaring.nummer"],
            name=op.f("fk_overleg_vaststelling_verklaring_verklaring"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overleg")),
    )
    op.create_index(op.f("ix_overleg_datum"), "overleg", ["datum"], unique=False)
    op.create_table(
        "casus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.String(), nullable=False),
        sa.Column("aanmelding_id", sa.Integer(), nullable=True),
        sa.Column("aanmeldende_partij_id", sa.Integer(), nullable=False),
        sa.Column("aanpak", sa.String(), nullable=False),
        sa.Column("fase", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("procesregisseur", sa.String(), nullable=False),
        sa.Column("procesregie", sa.String(), nullable=False),
        sa.Column("geopend_op", sa.Date(), nullable=False),
        sa.Column("gesloten_op", sa.Date(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanmeldende_partij_id"], ["partij.id"], name=op.f("fk_casus_aanmeldende_partij_id_partij")
        ),
        sa.ForeignKeyConstraint(["aanmelding_id"], ["aanmelding.id"], name=op.f("fk_casus_aanmelding_id_aanmelding")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus")),
        sa.UniqueConstraint("aanmelding_id", name=op.f("uq_casus_aanmelding_id")),
        sa.UniqueConstraint("nummer", name=op.f("uq_casus_nummer")),
    )
    op.create_index(op.f("ix_casus_aanmeldende_partij_id"), "casus", ["aanmeldende_partij_id"], unique=False)
    op.create_index(op.f("ix_casus_gewijzigd_op"), "casus", ["gewijzigd_op"], unique=False)
    op.create_table(
        "criterium_toets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aanmelding_id", sa.Integer(), nullable=False),
        sa.Column("criterium", sa.String(), nullable=False),
        sa.Column("voldoet", sa.Boolean(), nullable=True),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"],
            ["aanmelding.id"],
            name=op.f("fk_criterium_toets_aanmelding_id_aanmelding"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criterium_toets")),
        sa.UniqueConstraint("aanmelding_id", "criterium", name=op.f("uq_criterium_toets_aanmelding_id")),
    )
    op.create_table(
        "uitnodiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("contactpersoon_id", sa.Integer(), nullable=True),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("verzonden_op", sa.DateTime(), nullable=True),
        sa.Column("ingetrokken_op", sa.DateTime(), nullable=True),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("antwoord_op", sa.DateTime(), nullable=True),
        sa.Column("antwoord_opmerking", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contactpersoon_id"],
            ["contactpersoon.id"],
            name=op.f("fk_uitnodiging_contactpersoon_id_contactpersoon"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_uitnodiging_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_uitnodiging_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitnodiging")),
        sa.UniqueConstraint("overleg_id", "partij_id", name=op.f("uq_uitnodiging_overleg_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_uitnodiging_uid")),
    )
    op.create_table(
        "afschaling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("besloten_op", sa.Date(), nullable=True),
        sa.Column("besloten_door", sa.String(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("criteria_gehaald", sa.String(), nullable=False),
        sa.Column("overgedragen_aan", sa.String(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_afschaling_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"],
            ["verklaring.nummer"],
            name=op.f("fk_afschaling_verklaring_nummer_verklaring"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afschaling")),
        sa.UniqueConstraint("casus_id", name=op.f("uq_afschaling_casus_id")),
    )
    op.create_table(
        "agendapunt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("besluit_type", sa.String(), nullable=False),
        sa.Column("themas", sa.String(), nullable=False),
        sa.Column("gestart_op", sa.DateTime(), nullable=True),
        sa.Column("afgerond_op", sa.DateTime(), nullable=True),
        sa.Column("beeld", sa.String(), nullable=False),
        sa.Column("oordeelsvorming", sa.String(), nullable=False),
        sa.Column("besluitvorming", sa.String(), nullable=False),
        sa.CheckConstraint("casus_id IS NOT NULL OR onderwerp <> ''", name=op.f("ck_agendapunt_heeft_onderwerp")),
        sa.CheckConstraint("minuten > 0", name=op.f("ck_agendapunt_minuten_positief")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_agendapunt_casus_id_casus")),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_agendapunt_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendapunt")),
        sa.UniqueConstraint("id", "casus_id", name=op.f("uq_agendapunt_id")),
        sa.UniqueConstraint("overleg_id", "casus_id", name=op.f("uq_agendapunt_overleg_id")),
    )
    op.create_index(op.f("ix_agendapunt_casus_id"), "agendapunt", ["casus_id"], unique=False)
    op.create_table(
        "betrokkene",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aanmelding_id", sa.Integer(), nullable=True),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("gemeente", sa.String(), nullable=False),
        sa.Column("adres", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aanmelding_id"],
            ["aanmelding.id"],
            name=op.f("fk_betrokkene_aanmelding_id_aanmelding"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_betrokkene_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkene")),
    )
    op.create_index(op.f("ix_betrokkene_aanmelding_id"), "betrokkene", ["aanmelding_id"], unique=False)
    op.create_index(op.f("ix_betrokkene_casus_id"), "betrokkene", ["casus_id"], unique=False)
    op.create_table(
        "casusregie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_casusregie_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_casusregie_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casusregie")),
    )
    op.create_index(op.f("ix_casusregie_casus_id"), "casusregie", ["casus_id"], unique=False)
    op.create_table(
        "oordeel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("verklaring_nummer", sa.Integer(), nullable=False),
        sa.Column("uitkomst", sa.String(), nullable=False),
        sa.Column("grondslag", sa.String(), nullable=False),
        sa.Column("motivering", sa.String(), nullable=False),
        sa.Column("geldig_vanaf", sa.Date(), nullable=False),
        sa.Column("geldig_tot", sa.Date(), nullable=True),
        sa.Column("gegeven_door", sa.String(), nullable=False),
        sa.Column("gegeven_op", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "uitkomst IN ('rechtmatig', 'niet_rechtmatig', 'ingetrokken')",
            name=op.f("ck_oordeel_uitkomst_bekend"),
        ),
        sa.CheckConstraint("geldig_tot IS NULL OR geldig_tot >= geldig_vanaf", name=op.f("ck_oordeel_periode_klopt")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_oordeel_casus_id_casus")),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_oordeel_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["verklaring_nummer"], ["verklaring.nummer"], name=op.f("fk_oordeel_verklaring_nummer_verklaring")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oordeel")),
        sa.UniqueConstraint("id", "casus_id", "partij_id", "uitkomst", name=op.f("uq_oordeel_id")),
        sa.UniqueConstraint("verklaring_nummer", name=op.f("uq_oordeel_verklaring_nummer")),
    )
    op.create_index("ix_oordeel_casus_partij", "oordeel", ["casus_id", "partij_id", "id"], unique=False)
    op.create_table(
        "plan_van_aanpak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("informeert_betrokkene", sa.String(), nullable=False),
        sa.Column("betrokkene_geinformeerd_op", sa.Date(), nullable=True),
        sa.Column("niet_geinformeerd_omdat", sa.String(), nullable=False),
        sa.Column("afschalingscriteria", sa.String(), nullable=False),
        sa.Column("evaluatie_op", sa.Date(), nullable=True),
        sa.Column("opgesteld_door", sa.String(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("vaststelling_verklaring", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_plan_van_aanpak_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["vaststelling_verklaring"],
            ["verklaring.nummer"],
            name=op.f("fk_plan_van_aanpak_vaststelling_verklaring_verklaring"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_van_aanpak")),
        sa.UniqueConstraint("casus_id", "versie", name=op.f("uq_plan_van_aanpak_casus_id")),
    )
    op.create_index(op.f("ix_plan_van_aanpak_casus_id"), "plan_van_aanpak", ["casus_id"], unique=False)
    op.create_table(
        "triage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("themas", sa.String(), nullable=False),
        sa.Column("routering", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("afgerond_op", sa.Date(), nullable=True),
        sa.Column("afgerond_door", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_triage_casus_id_casus"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triage")),
        sa.UniqueConstraint("casus_id", name=op.f("uq_triage_casus_id")),
    )
    op.create_table(
        "uitgegeven",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("overleg_id", sa.Integer(), nullable=True),
        sa.Column("casus_id", sa.Integer(), nullable=True),
        sa.Column("partij_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("bestandsnaam", sa.String(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kop_nummer", sa.Integer(), nullable=False),
        sa.Column("gemaakt_door", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["casus_id"], ["casus.id"], name=op.f("fk_uitgegeven_casus_id_casus"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["overleg_id"], ["overleg.id"], name=op.f("fk_uitgegeven_overleg_id_overleg"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_uitgegeven_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitgegeven")),
    )
    op.create_index(op.f("ix_uitgegeven_casus_id"), "uitgegeven", ["casus_id"], unique=False)
    op.create_index(op.f("ix_uitgegeven_overleg_id"), "uitgegeven", ["overleg_id"], unique=False)
    op.create_index(op.f("ix_uitgegeven_partij_id"), "uitgegeven", ["partij_id"], unique=False)
    op.create_table(
        "actie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("conditie", sa.String(), nullable=False),
        sa.Column("informering", sa.String(), nullable=False),
        sa.Column("belegd_bij_id", sa.Integer(), nullable=False),
        sa.Column("betrokkene_id", sa.Integer(), nullable=True),
        sa.Column("leefgebied", sa.String(), nullable=False),
        sa.Column("termijn", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("afgerond_op", sa.Date(), nullable=True),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"],
            ["agendapunt.id"],
            name=op.f("fk_actie_agendapunt_id_agendapunt"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["belegd_bij_id"], ["partij.id"], name=op.f("fk_actie_belegd_bij_id_partij")),
        sa.ForeignKeyConstraint(
            ["betrokkene_id"],
            ["betrokkene.id"],
            name=op.f("fk_actie_betrokkene_id_betrokkene"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_actie_casus_id_casus"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_actie_plan_id_plan_van_aanpak"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actie")),
    )
    op.create_index(op.f("ix_actie_agendapunt_id"), "actie", ["agendapunt_id"], unique=False)
    op.create_index(op.f("ix_actie_belegd_bij_id"), "actie", ["belegd_bij_id"], unique=False)
    op.create_index(op.f("ix_actie_casus_id"), "actie", ["casus_id"], unique=False)
    op.create_index(op.f("ix_actie_plan_id"), "actie", ["plan_id"], unique=False)
    op.create_table(
        "afschaling_regel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("afschaling_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("later", sa.Boolean(), nullable=False),
        sa.Column("gedaan", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=True),
        sa.Column("opmerking", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["afschaling_id"],
            ["afschaling.id"],
            name=op.f("fk_afschaling_regel_afschaling_id_afschaling"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afschaling_regel")),
        sa.UniqueConstraint("afschaling_id", "sleutel", name=op.f("uq_afschaling_regel_afschaling_id")),
    )
    op.create_table(
        "besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("conditie", sa.String(), nullable=False),
        sa.Column("informering", sa.String(), nullable=False),
        sa.Column("belegd_bij_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agendapunt_id"],
            ["agendapunt.id"],
            name=op.f("fk_besluit_agendapunt_id_agendapunt"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["belegd_bij_id"], ["partij.id"], name=op.f("fk_besluit_belegd_bij_id_partij")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_besluit_casus_id_casus"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_besluit")),
    )
    op.create_index(op.f("ix_besluit_agendapunt_id"), "besluit", ["agendapunt_id"], unique=False)
    op.create_index(op.f("ix_besluit_casus_id"), "besluit", ["casus_id"], unique=False)
    op.create_table(
        "deelname",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("agendapunt_id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("oordeel_id", sa.Integer(), nullable=False),
        sa.Column("oordeel_uitkomst", sa.String(), nullable=False),
        sa.Column("gevraagde_bijdrage", sa.String(), nullable=False),
        sa.Column("aanwezigheid", sa.String(), nullable=False),
        sa.Column("afgevaardigde", sa.String(), nullable=False),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.Column("intrekking_verzonden", sa.Boolean(), nullable=False),
        sa.CheckConstraint("oordeel_uitkomst = 'rechtmatig'", name=op.f("ck_deelname_alleen_rechtmatig")),
        sa.ForeignKeyConstraint(
            ["agendapunt_id", "casus_id"],
            ["agendapunt.id", "agendapunt.casus_id"],
            name=op.f("fk_deelname_agendapunt_id_agendapunt"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["oordeel_id", "casus_id", "partij_id", "oordeel_uitkomst"],
            ["oordeel.id", "oordeel.casus_id", "oordeel.partij_id", "oordeel.uitkomst"],
            name=op.f("fk_deelname_oordeel_id_oordeel"),
        ),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_deelname_partij_id_partij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deelname")),
        sa.UniqueConstraint("agendapunt_id", "partij_id", name=op.f("uq_deelname_agendapunt_id")),
    )
    op.create_index(op.f("ix_deelname_partij_id"), "deelname", ["partij_id"], unique=False)
    op.create_table(
        "plan_doel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("leefgebied", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_plan_doel_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_doel")),
    )
    op.create_index(op.f("ix_plan_doel_plan_id"), "plan_doel", ["plan_id"], unique=False)
    op.create_table(
        "plan_rol",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("informatiebehoefte", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_plan_rol_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan_van_aanpak.id"],
            name=op.f("fk_plan_rol_plan_id_plan_van_aanpak"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_rol")),
        sa.UniqueConstraint("plan_id", "partij_id", name=op.f("uq_plan_rol_plan_id")),
    )
    op.create_index(op.f("ix_plan_rol_plan_id"), "plan_rol", ["plan_id"], unique=False)
    op.create_table(
        "triagevraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("triage_id", sa.Integer(), nullable=False),
        sa.Column("partij_id", sa.Integer(), nullable=False),
        sa.Column("vraag", sa.String(), nullable=False),
        sa.Column("gevraagd_op", sa.Date(), nullable=False),
        sa.Column("antwoord", sa.String(), nullable=False),
        sa.Column("geantwoord_op", sa.Date(), nullable=True),
        sa.Column("relevant", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(["partij_id"], ["partij.id"], name=op.f("fk_triagevraag_partij_id_partij")),
        sa.ForeignKeyConstraint(
            ["triage_id"], ["triage.id"], name=op.f("fk_triagevraag_triage_id_triage"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triagevraag")),
        sa.UniqueConstraint("triage_id", "partij_id", name=op.f("uq_triagevraag_triage_id")),
    )
    op.create_table(
        "afschaling_besluit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("afschaling_id", sa.Integer(), nullable=False),
        sa.Column("beslisser", sa.String(), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("besluit_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["afschaling_id"],
            ["afschaling.id"],
            name=op.f("fk_afschaling_besluit_afschaling_id_afschaling"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["besluit_id"], ["besluit.id"], name=op.f("fk_afschaling_besluit_besluit_id_besluit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_afschaling_besluit")),
        sa.UniqueConstraint("afschaling_id", "beslisser", name=op.f("uq_afschaling_besluit_afschaling_id")),
    )


def downgrade() -> None:
    """Drop every table, dependants first."""
    op.drop_table("afschaling_besluit")
    op.drop_table("triagevraag")
    op.drop_index(op.f("ix_plan_rol_plan_id"), table_name="plan_rol")
    op.drop_table("plan_rol")
    op.drop_index(op.f("ix_plan_doel_plan_id"), table_name="plan_doel")
    op.drop_table("plan_doel")
    op.drop_index(op.f("ix_deelname_partij_id"), table_name="deelname")
    op.drop_table("deelname")
    op.drop_index(op.f("ix_besluit_casus_id"), table_name="besluit")
    op.drop_index(op.f("ix_besluit_agendapunt_id"), table_name="besluit")
    op.drop_table("besluit")
    op.drop_table("afschaling_regel")
    op.drop_index(op.f("ix_actie_plan_id"), table_name="actie")
    op.drop_index(op.f("ix_actie_casus_id"), table_name="actie")
    op.drop_index(op.f("ix_actie_belegd_bij_id"), table_name="actie")
    op.drop_index(op.f("ix_actie_agendapunt_id"), table_name="actie")
    op.drop_table("actie")
    op.drop_index(op.f("ix_uitgegeven_partij_id"), table_name="uitgegeven")
    op.drop_index(op.f("ix_uitgegeven_overleg_id"), table_name="uitgegeven")
    op.drop_index(op.f("ix_uitgegeven_casus_id"), table_name="uitgegeven")
    op.drop_table("uitgegeven")
    op.drop_table("triage")
    op.drop_index(op.f("ix_plan_van_aanpak_casus_id"), table_name="plan_van_aanpak")
    op.drop_table("plan_van_aanpak")
    op.drop_index("ix_oordeel_casus_partij", table_name="oordeel")
    op.drop_table("oordeel")
    op.drop_index(op.f("ix_casusregie_casus_id"), table_name="casusregie")
    op.drop_table("casusregie")
    op.drop_index(op.f("ix_betrokkene_casus_id"), table_name="betrokkene")
    op.drop_index(op.f("ix_betrokkene_aanmelding_id"), table_name="betrokkene")
    op.drop_table("betrokkene")
    op.drop_index(op.f("ix_agendapunt_casus_id"), table_name="agendapunt")
    op.drop_table("agendapunt")
    op.drop_table("afschaling")
    op.drop_table("uitnodiging")
    op.drop_table("criterium_toets")
    op.drop_index(op.f("ix_casus_gewijzigd_op"), table_name="casus")
    op.drop_index(op.f("ix_casus_aanmeldende_partij_id"), table_name="casus")
    op.drop_table("casus")
    op.drop_index(op.f("ix_overleg_datum"), table_name="overleg")
    op.drop_table("overleg")
    op.drop_index(op.f("ix_contactpersoon_partij_id"), table_name="contactpersoon")
    op.drop_table("contactpersoon")
    op.drop_index(op.f("ix_aanmelding_partij_id"), table_name="aanmelding")
    op.drop_table("aanmelding")
    op.drop_table("verklaring")
    op.drop_table("profiel_versie")
    op.drop_table("partij")
    op.drop_table("logregel")
    op.drop_table("instelling")
