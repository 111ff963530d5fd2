"""What each role of the house may see and write on a server, and what the server itself sees to (ADR 0100).

A database account is a member of the roles that its account of the house has. What a role may not see, PostgreSQL does
not give: row-level security, with a policy that asks for nothing but the role, so that it costs no time for a row. What
it may not write, it has no right to. The owner of the tables stands outside of this, and nobody works as the owner.

Each table stands in one of four lists; a test fails until somebody has chosen for a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from zvh_desktop.models.alles import Base
from zvh_desktop.models.instelling import EIGEN_BLOKKEN, EIGEN_WEERGAVEN, TE_WISSEN_SLEUTEL, WOORDENLIJST
from zvh_desktop.models.keuzes import AanmeldingUitkomst, CasusStatus, DocumentSoort, OverlegStatus, Rol

SCHEMA: Final = "zvh"
TOEPASSING: Final = "zvh_toepassing"
"""The role of the application: what everybody who works in it may. It cannot log in itself."""
KOPIE: Final = "zvh_kopie"
"""Reads everything, to fetch it in a vault or to look it over, and writes that this was done; nobody works as this."""
GROEP_VAN: Final[Mapping[Rol, str]] = {
    Rol.MEDEWERKER: "zvh_medewerker",
    Rol.PROCESREGISSEUR: "zvh_procesregisseur",
    Rol.BEHEERDER: "zvh_beheerder",
}
DOSSIERROLLEN: Final = frozenset({Rol.MEDEWERKER, Rol.PROCESREGISSEUR})
"""Who may read casussen (services/werkplek/rechten.py); a test holds the two together."""
_BUREAU: Final = tuple(GROEP_VAN[rol] for rol in Rol if rol in DOSSIERROLLEN)
_REGIE: Final = (GROEP_VAN[Rol.PROCESREGISSEUR],)
_BEHEER: Final = (GROEP_VAN[Rol.BEHEERDER],)
_IEDER: Final = tuple(GROEP_VAN.values())
SLEUTELRIJ: Final = "sleutels"
"""Under which name the key file stands among what a vault has beside its database."""
ACCOUNTTABEL: Final = "databaseaccount"
"""Which database account belongs to which account of the house; of the owner alone."""

VAN_HET_HUIS: Final = frozenset(
    {
        *("brieftekst", "cijferuitgifte", "contactpersoon", "convenantmoment", "instelling", "jaardoel", "partij"),
        *("profiel_versie", "termijnbesluit", "uitgegevencijfer", "wordsjabloon"),
        # who joins, and the meetings without casussen
        *("geschil", "geschil_stap", "overleg_besluit", "overleg_besluit_raakt", "overleg_lid", "overleg_stem"),
        *("overleg_uitnodiging", "traject", "traject_partij"),
        # both chains, which everybody has to be able to follow, and what was destroyed
        *("logregel", "verklaring", "vernietiging", "vernietigtelling"),
    }
)
"""What every role sees."""
VAN_HET_REGISTER: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("datalek", "datalek_casus", "datalek_partij"), (*_REGIE, *_BEHEER)),
    "datalek_betrokkene": _REGIE,
}
"""The register of datalekken: who sees which table of it. A medewerker keeps out of it, as in the application."""
_BIJ_OVERLEG: Final = "EXISTS (SELECT 1 FROM overleg o WHERE o.id = {tabel}.overleg_id)"
"""Of a meeting that this account sees itself."""
_STUKKEN_VAN_HET_HUIS: Final = tuple(
    soort.value
    for soort in (
        *(DocumentSoort.TRAJECTBRIEF, DocumentSoort.TRAJECT_EML, DocumentSoort.TRAJECTBESLUIT),
        *(DocumentSoort.TRAJECTBESLUIT_EML, DocumentSoort.TOETREDINGSVERKLARING, DocumentSoort.GESCHILNOTITIE),
    )
)
TEN_DELE: Final[Mapping[str, str]] = {
    "overleg": "NOT casuistiek",
    "afgelasting": _BIJ_OVERLEG.format(tabel="afgelasting"),
    "agendapunt": f"casus_id IS NULL AND {_BIJ_OVERLEG.format(tabel='agendapunt')}",
    "verslag_correctie": _BIJ_OVERLEG.format(tabel="verslag_correctie"),
    "verzending": f"casus_id IS NULL AND plan_id IS NULL AND {_BIJ_OVERLEG.format(tabel='verzending')}",
    "uitgegeven": (
        f"casus_id IS NULL AND brief_id IS NULL AND ({_BIJ_OVERLEG.format(tabel='uitgegeven')} OR "
        + " OR ".join(f"soort::text = '{soort}'::text" for soort in _STUKKEN_VAN_HET_HUIS)
        + ")"
    ),
}
"""What who may not read casussen sees of a table, in the words of the server."""
VAN_DOSSIERS: Final = frozenset(
    {
        *("aanmelding", "aantekening", "actie", "actievoortgang", "afschaling", "afschaling_besluit"),
        *("afschaling_regel", "besluit", "betrokkene", "brief", "casus", "casus_einde", "casusregie"),
        *("criterium_toets", "deelname", "fasestap", "informatie_item", "inzage_akkoord"),
        *("inzage_vrijgave", "koffer", "koffer_begin", "koffer_casus", "koffer_punt", "koffer_verklaring"),
        *("lekoordeel", "oordeel", "oordeel_verzoek", "opschaling", "ordewens", "overname", "plan_doel", "plan_rol"),
        *("plan_van_aanpak", "regisseurwissel", "sluitreden", "tafelgebeurtenis", "triage", "triagebrief"),
        *("triagevraag", "uitnodiging", "vastlegging", "verlenging", "vernietigvoorstel", "verstrekking"),
        *("verstrekt_item", "verzoek", "verzoek_besluit", "verzoek_betrokkene", "verzoek_partij"),
        *("verzoek_weglating",),
    }
)
"""Of which who may not read casussen sees no row."""

_SCHRIJFT: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(VAN_HET_REGISTER, _REGIE),
    "profiel_versie": _BEHEER,
    "instelling": _IEDER,
    "brieftekst": (*_REGIE, *_BEHEER),
    "wordsjabloon": (*_REGIE, *_BEHEER),
    "oordeel": _REGIE,
    "afschaling_besluit": _REGIE,
    "casus_einde": _REGIE,
    "fasestap": _REGIE,
    "inzage_vrijgave": _REGIE,
    "regisseurwissel": _REGIE,
    "termijnbesluit": _REGIE,
    "verlenging": _REGIE,
    "vernietiging": _REGIE,
    "vernietigtelling": _REGIE,
    "vernietigvoorstel": _REGIE,
    "verslag_correctie": _REGIE,
    "verzoek_besluit": _REGIE,
}
"""Who writes in a table, where that is not the same for everybody at the desk."""
_MAAKT: Final[Mapping[str, tuple[str, ...]]] = {"casus": _REGIE}
"""Who adds and removes the rows of a table that everybody at the desk changes: taking a casus on is a decision."""
_HOUDT_BIJ: Final[Mapping[str, tuple[str, ...]]] = {
    "casus_einde": ("teruggekoppeld_op", "teruggekoppeld_hoe", "teruggekoppeld_wat", "teruggekoppeld_door"),
    "inzage_vrijgave": ("verzonden_op",),
}
"""What everybody at the desk keeps of a row that they do not make: that it was told, or sent."""
_EIGEN_INSTELLINGEN: Final = (EIGEN_BLOKKEN, EIGEN_WEERGAVEN, WOORDENLIJST)
INSTELLINGEN_VAN: Final[Mapping[str, tuple[str, ...]]] = {
    GROEP_VAN[Rol.MEDEWERKER]: _EIGEN_INSTELLINGEN,
    GROEP_VAN[Rol.PROCESREGISSEUR]: (*_EIGEN_INSTELLINGEN, TE_WISSEN_SLEUTEL),
}
"""Which settings who is no beheerder writes, by name; a beheerder writes all."""
ALLEEN_ERBIJ: Final = ("verklaring", "logregel")
"""What only grows: everybody adds to it. A statement is emptied by a destruction, and a line of the log by nothing."""


@dataclass(frozen=True, slots=True)
class Rijbeleid:
    """One policy: what these roles may see, or do, of a table."""

    tabel: str
    naam: str
    daad: str
    rollen: tuple[str, ...]
    waar: str

    @property
    def opdracht(self) -> str:
        """What makes it."""
        ook = f" WITH CHECK ({self.waar})" if self.daad == "ALL" else ""
        return (
            f"CREATE POLICY {self.naam} ON {SCHEMA}.{self.tabel} FOR {self.daad} TO {', '.join(self.rollen)} "
            f"USING ({self.waar}){ook}"
        )


def afgeschermd() -> tuple[str, ...]:
    """The tables with row-level security."""
    van_het_huis = ("instelling", "teambestand", "wijziging")
    return (*sorted(VAN_DOSSIERS), *sorted(TEN_DELE), *sorted(VAN_HET_REGISTER), *van_het_huis)


def beleid() -> Iterator[Rijbeleid]:
    """Every policy."""
    for tabel in (*sorted(VAN_DOSSIERS), *sorted(TEN_DELE)):
        yield Rijbeleid(tabel, "dossier", "ALL", _BUREAU, "true")
        yield Rijbeleid(tabel, "kopie", "SELECT", (KOPIE,), "true")
    for tabel, waar in sorted(TEN_DELE.items()):
        yield Rijbeleid(tabel, "huis", "SELECT", (TOEPASSING,), waar)
    for tabel, ziet in sorted(VAN_HET_REGISTER.items()):
        yield Rijbeleid(tabel, "register", "SELECT", (*ziet, KOPIE), "true")
        yield Rijbeleid(tabel, "bijhouden", "ALL", _REGIE, "true")
    yield Rijbeleid("instelling", "huis", "SELECT", (TOEPASSING, KOPIE), "true")
    yield Rijbeleid("instelling", "beheer", "ALL", _BEHEER, "true")
    for groep, sleutels in INSTELLINGEN_VAN.items():
        yield Rijbeleid("instelling", groep.removeprefix("zvh_"), "ALL", (groep,), _een_van("sleutel::text", sleutels))
    # What came along from a vault and what was destroyed before it stand beside the key file, and are of the owner.
    yield Rijbeleid("teambestand", "huis", "SELECT", (TOEPASSING, KOPIE), "true")
    yield Rijbeleid("teambestand", "sleutels", "UPDATE", _IEDER, _een_van("naam", (SLEUTELRIJ,)))
    yield from _wijzigingbeleid()


def _wijzigingbeleid() -> Iterator[Rijbeleid]:
    """Which row changed is of what the row is of."""
    yield Rijbeleid("wijziging", "dossier", "SELECT", _REGIE, "true")
    buiten = f"NOT ({_een_van('tabel', sorted(VAN_HET_REGISTER))})"
    yield Rijbeleid("wijziging", "bureau", "SELECT", (GROEP_VAN[Rol.MEDEWERKER],), buiten)
    yield Rijbeleid("wijziging", "kopie", "SELECT", (KOPIE,), "true")
    yield Rijbeleid("wijziging", "huis", "SELECT", (TOEPASSING,), _een_van("tabel", sorted(VAN_HET_HUIS)))
    register = sorted(tabel for tabel, ziet in VAN_HET_REGISTER.items() if set(_BEHEER) <= set(ziet))
    yield Rijbeleid("wijziging", "register", "SELECT", _BEHEER, _een_van("tabel", register))


def _een_van(wat: str, waarden: Iterable[str]) -> str:
    return " OR ".join(f"{wat} = '{een}'::text" for een in waarden)


def schrijvers(tabel: str) -> tuple[str, ...]:
    """Which roles change rows of this table, and add and remove them where ``makers`` does not say otherwise."""
    return _SCHRIJFT.get(tabel, _BUREAU)


def makers(tabel: str) -> tuple[str, ...]:
    """Which of those add and remove them."""
    return _MAAKT.get(tabel, schrijvers(tabel))


def rechten() -> Iterator[tuple[str, str, str, str]]:
    """Every right on a table: role, right, table and column, where it is on one column alone."""
    for tabel in Base.metadata.sorted_tables:
        yield TOEPASSING, "SELECT", tabel.name, ""
        yield KOPIE, "SELECT", tabel.name, ""
        if tabel.name in ALLEEN_ERBIJ:
            for rol in _IEDER:
                yield rol, "INSERT", tabel.name, ""
            continue
        for rol in schrijvers(tabel.name):
            maakt = rol in makers(tabel.name)
            for recht in ("INSERT", "UPDATE", "DELETE") if maakt else ("UPDATE",):
                yield rol, recht, tabel.name, ""
    for naam, kolommen in _HOUDT_BIJ.items():
        yield from (
            (rol, "UPDATE", naam, kolom) for rol in _BUREAU if rol not in schrijvers(naam) for kolom in kolommen
        )
    yield KOPIE, "INSERT", "logregel", ""
    # A destruction empties a statement: the trigger sees to it that nothing else of it changes.
    yield from ((rol, "UPDATE", "verklaring", "inhoud") for rol in _REGIE)
    for naam in ("alembic_version", "teambestand", "wijziging", ACCOUNTTABEL):
        yield TOEPASSING, "SELECT", naam, ""
        yield KOPIE, "SELECT", naam, ""
    # Somebody changes the own password, a beheerder an account: the key file is a row there, sealed.
    yield from ((rol, "UPDATE", "teambestand", "inhoud") for rol in _IEDER)


FUNCTIERECHTEN: Final[Mapping[str, tuple[str, ...]]] = {
    "volgend_nummer(integer, integer)": _MAAKT["casus"],
    "laat_gaan(bigint, bigint, bigint, text[])": _REGIE,
    "in_gebruik()": (TOEPASSING,),
    "volg_profiel(bigint)": _BEHEER,
    "bestaande_casussen(text[])": (TOEPASSING,),
}
"""Who may call which function of the owner."""

_LOOPT: Final = f"c.status = '{CasusStatus.LOPEND.value}'"
_VOORBEREIDING: Final = f"o.status IN ('{OverlegStatus.CONCEPT.value}', '{OverlegStatus.AKKOORD_GEVRAAGD.value}')"
_GEBRUIK: Final = (
    ("casus.fase", f"c.id, c.fase::text, c.nummer FROM casus c WHERE {_LOOPT}"),
    ("casus.aanpak", f"c.id, c.aanpak::text, c.nummer FROM casus c WHERE {_LOOPT}"),
    (
        "aanmelding.aanpak",
        f"a.id, a.aanpak::text, a.datum::text FROM aanmelding a WHERE a.uitkomst = '{AanmeldingUitkomst.OPEN.value}'",
    ),
    (
        "besluit.soort",
        f"b.id, b.soort::text, c.nummer FROM besluit b JOIN casus c ON c.id = b.casus_id WHERE {_LOOPT}",
    ),
    (
        "agendapunt.besluit_type",
        "p.id, p.besluit_type::text, o.datum::text FROM agendapunt p JOIN overleg o ON o.id = p.overleg_id "
        f"WHERE {_VOORBEREIDING}",
    ),
    (
        "triage.routering",
        "t.id, t.routering::text, c.nummer FROM triage t JOIN casus c ON c.id = t.casus_id "
        f"WHERE t.afgerond_op IS NULL AND {_LOOPT}",
    ),
    (
        "overleg.soort",
        f"o.id, o.soort::text, o.datum::text || '|' || o.casuistiek::text FROM overleg o WHERE {_VOORBEREIDING}",
    ),
    (
        "overleg.profiel_versie_id",
        "o.profiel_versie_id, count(*)::text, '' FROM overleg o GROUP BY o.profiel_versie_id",
    ),
)
"""What of the profile something running uses, by the column that says so: no text, no name, and of no past casus."""


def _functie(naam: str, vorm: str, lijf: str) -> str:
    return (
        f"CREATE FUNCTION {SCHEMA}.{vorm} LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = {SCHEMA}, pg_temp AS ${naam}${lijf}${naam}$"
    )


def rolfuncties() -> tuple[str, ...]:
    """What lets somebody who sees no dossier judge a new profile: which of its words are in use, and where."""
    vragen = " UNION ALL ".join(f"SELECT '{wat}'::text, {rest}" for wat, rest in _GEBRUIK)
    return (
        _functie(
            "in_gebruik",
            "in_gebruik() RETURNS TABLE(wat text, rij bigint, waarde text, bij text)",
            f" BEGIN RETURN QUERY SELECT v.a, v.b::bigint, v.c, v.d::text FROM ({vragen}) v(a, b, c, d); END ",  # noqa: S608
        ),
        _functie(
            "volg_profiel",
            "volg_profiel(versie bigint) RETURNS void",
            f" BEGIN UPDATE overleg o SET profiel_versie_id = versie WHERE {_VOORBEREIDING}; END ",  # noqa: S608
        ),
        _functie(
            "bestaande_casussen",
            "bestaande_casussen(gezocht text[]) RETURNS SETOF text",
            " BEGIN RETURN QUERY SELECT c.nummer::text FROM casus c WHERE c.nummer = ANY (gezocht) ORDER BY 1; END ",
        ),
    )
