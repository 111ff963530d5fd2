"""The triggers that the migrations made for SQLite, said for PostgreSQL.

There is one declaration: the migrations. What they made is read back as SQL and translated here, so the two engines
cannot say something different. Only what is known to mean the same is translated; anything else raises, so that a
new kind of trigger is looked at by a person. ``scripts/make_schema.py`` writes the outcome to
resources/team/wachters.sql, and a test keeps that true.

The triggers that feed the search index have no twin: on a server is searched at the client.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.kolom import MERKTEKENS

_KOP: Final = re.compile(
    r"CREATE TRIGGER (?P<naam>\w+)\s+(?P<moment>BEFORE|AFTER)\s+(?P<daad>INSERT|UPDATE|DELETE)"
    r"(?:\s+OF\s+(?P<kolommen>\w+(?:\s*,\s*\w+)*))?\s+ON\s+(?P<tabel>\w+)"
    r"(?:\s+WHEN\s+(?P<wanneer>.+?))?\s+BEGIN\s+(?P<lijf>.+?)\s*\bEND\s*",
    re.DOTALL,
)
_LETTERLIJK: Final = re.compile(r"'(?:[^']|'')*'")
_WEIGERT: Final = re.compile(r"SELECT RAISE\(ABORT, (?P<zin>.+?)\)(?P<rest>\s+(?:FROM|WHERE)\s.+)?", re.DOTALL)
_WIJZIGT: Final = re.compile(r"(?:UPDATE \w+ SET|DELETE FROM)\s", re.DOTALL)
_AANROEP: Final = re.compile(r"(\w+)\s*\(")
_BEKEND: Final = frozenset(
    {"EXISTS", "IN", "NOT", "AND", "OR", "WHERE", "ON", "WHEN", "THEN", "ABS", "TRIM", "SUBSTR", "CAST"}
)
_ANDERS: Final = re.compile(
    r"\b(?:GLOB|REGEXP|MATCH|LIKE|COLLATE|rowid|OR\s+(?:REPLACE|IGNORE|ABORT|ROLLBACK|FAIL)|INSERT|CASE|WITH)\b|==|[\[\"`]"
)
"""What means something else on the other engine, or was not needed so far."""
_DAGEN: Final = re.compile(r"julianday\((NEW\.\w+)\)")
_DAG_VAN_MOMENT: Final = re.compile(r"julianday\(substr\((NEW\.\w+), 1, 10\)\)")
_TWEE_RIJEN: Final = re.compile(
    r"\b(?P<links>\w+)\.(?P<kolom>\w+)\s*(?P<hoe>=|<>|\bIS (?:NOT )?DISTINCT FROM\b)\s*(?P<rechts>\w+)\.(?P<ander>\w+)"
)
_ONDER_EEN_NAAM: Final = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(?!WHERE\b|JOIN\b|ON\b|LIMIT\b)(\w+)")
_IS_NIET: Final = re.compile(r"\bIS\s+NOT\s+(?!NULL\b|DISTINCT\b|TRUE\b|FALSE\b)")
_IS: Final = re.compile(r"\bIS\s+(?!NOT\b|NULL\b|DISTINCT\b|TRUE\b|FALSE\b)")
GEWEIGERD: Final = "23000"
"""An integrity constraint: the driver gives the same kind of error for it as that of SQLite does."""
GAAT_WEG: Final = "weg"
MAG_ANDERS: Final = "anders"
_ANDERS_MAG: Final[Mapping[str, str]] = {
    "overleg": "akkoord_verklaring, vaststelling_verklaring, agenda_woorden, verslag_woorden, verslag_versie",
    "verzending": "verklaring_nummer, reactie_tekst",
    "overname": "verklaring_nummer",
    "informatie_item": "bijlage, bijlage_naam, bijlage_grootte, bijlage_pdf, tekst",
}
"""What of a row that stays may change when a file goes with which it had to do (ADR 0097)."""
_NOOIT: Final = frozenset({"verklaring", "logregel", "vernietiging"})
"""What never goes, whatever goes."""
VOORVOEGSEL: Final = "wacht_"
_MERK: Final = "-- wachter "


@dataclass(frozen=True, slots=True)
class Trigger:
    """One trigger as it stands in a vault, taken apart."""

    naam: str
    moment: str
    daad: str
    kolommen: tuple[str, ...]
    tabel: str
    wanneer: str
    opdrachten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wachter:
    """The same for a server: a function and the trigger that calls it."""

    naam: str
    tabel: str
    lijf: str
    trigger: str

    @property
    def functie(self) -> str:
        """The name of the function."""
        return f"{VOORVOEGSEL}{self.naam}"

    def opdrachten(self, schema: str) -> tuple[str, str]:
        """What makes it. The names in it are looked up in our own schema, before those that a session makes itself.

        It looks as the owner: it has to see also what who writes may not (ADR 0100).
        """
        return (
            f"CREATE FUNCTION {schema}.{self.functie}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
            f"SET search_path = {schema}, pg_temp AS $wacht${self.lijf}$wacht$",
            self.trigger,
        )


def ontleed(sql: str) -> Trigger:
    """Take a trigger apart. Raises ProgrammaFout for one of another form."""
    gevonden = _KOP.fullmatch(sql.strip())
    if gevonden is None:
        raise ProgrammaFout("een trigger heeft een vorm die niet is te vertalen")
    kolommen = gevonden["kolommen"] or ""
    return Trigger(
        gevonden["naam"],
        gevonden["moment"],
        gevonden["daad"],
        tuple(kolom.strip() for kolom in kolommen.split(",") if kolom.strip()),
        gevonden["tabel"],
        (gevonden["wanneer"] or "").strip(),
        tuple(deel.strip() for deel in _deel_op(gevonden["lijf"]) if deel.strip()),
    )


def vertaal(
    sql: str,
    ja_nee: Collection[str],
    geheim: Mapping[tuple[str, str], bool] | None = None,
    rijnamen: Mapping[str, str] | None = None,
) -> Wachter:
    """The twin of one trigger. ``ja_nee``: the columns that hold yes or no, which SQLite keeps as a number.

    ``geheim``: the columns, each with its table, that are encrypted here, and whether they have a mark. ``rijnamen``:
    what names a row of each table, so that one of a file that goes can be let go.
    """
    trigger = ontleed(sql)
    regels = ["BEGIN", *_laat_gaan(trigger, rijnamen or {})]
    terug = "NULL" if trigger.moment == "AFTER" else "OLD" if trigger.daad == "DELETE" else "NEW"
    if trigger.wanneer:
        regels.append(f"IF ({vertaal_voorwaarde(trigger.wanneer, ja_nee)}) IS NOT TRUE THEN RETURN {terug}; END IF;")
    for opdracht in trigger.opdrachten:
        regels += _opdracht(opdracht, ja_nee)
    regels = [_vergelijk_merken(regel, trigger.tabel, geheim or {}) for regel in regels]
    regels += [f"RETURN {terug};", "END", ""]
    gebruikt = any("zvh_zin" in regel for regel in regels)
    regels = ["", "#variable_conflict use_column", *(["DECLARE zvh_zin text;"] if gebruikt else []), *regels]
    kolommen = f" OF {', '.join(trigger.kolommen)}" if trigger.kolommen else ""
    return Wachter(
        trigger.naam,
        trigger.tabel,
        "\n".join(regels),
        f"CREATE TRIGGER {trigger.naam} {trigger.moment} {trigger.daad}{kolommen} ON {trigger.tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {VOORVOEGSEL}{trigger.naam}()",
    )


def _laat_gaan(trigger: Trigger, rijnamen: Mapping[str, str]) -> Iterator[str]:
    """Of a file that may go, its rows go; and of what stays, nothing changes but what was signed about that file."""
    rij = rijnamen.get(trigger.tabel)
    if rij is None or trigger.tabel in _NOOIT:
        return
    oud, nieuw = rij.replace("{}", "OLD"), rij.replace("{}", "NEW")
    if trigger.daad == "DELETE":
        terug = "NULL" if trigger.moment == "AFTER" else "OLD"
        yield f"IF mag_mee('{trigger.tabel}', {oud}) = '{GAAT_WEG}' THEN RETURN {terug}; END IF;"
    mag = _ANDERS_MAG.get(trigger.tabel)
    if mag is not None and trigger.daad == "UPDATE" and trigger.moment == "BEFORE":
        zonder = f"string_to_array('{mag}', ', ')"
        yield f"IF mag_mee('{trigger.tabel}', {oud}) = '{MAG_ANDERS}' AND {nieuw} = {oud} THEN"
        yield f"IF to_jsonb(OLD) - {zonder} = to_jsonb(NEW) - {zonder} THEN RETURN NEW; END IF;"
        yield "END IF;"


def vertaal_voorwaarde(voorwaarde: str, ja_nee: Collection[str]) -> str:
    """One expression. What stands in quotes is never touched. Raises ProgrammaFout for what is not known."""
    letterlijk: list[str] = []

    def leg_weg(gevonden: re.Match[str]) -> str:
        letterlijk.append(gevonden[0])
        return f"'{len(letterlijk) - 1}'"

    zonder = " ".join(_LETTERLIJK.sub(leg_weg, voorwaarde).split())
    zonder = _DAG_VAN_MOMENT.sub(r"CAST(\1 AS date)", zonder)
    zonder = _DAGEN.sub(r"CAST(\1 AS date)", zonder)
    zonder = _als_ja_nee(zonder, ja_nee)
    zonder = _IS.sub("IS NOT DISTINCT FROM ", _IS_NIET.sub("IS DISTINCT FROM ", zonder))
    vreemd = {naam.upper() for naam in _AANROEP.findall(zonder)} - _BEKEND
    if vreemd or _ANDERS.search(zonder):
        raise ProgrammaFout("een trigger vraagt iets dat niet is te vertalen")
    return re.sub(r"'(\d+)'", lambda gevonden: letterlijk[int(gevonden[1])], zonder)


def als_tekst(wachters: Iterable[Wachter]) -> str:
    """How they stand in the resource, in the order of their names."""
    delen = [
        f"{_MERK}{wachter.naam} {wachter.tabel}\n{wachter.lijf.strip()}\n{wachter.trigger}\n"
        for wachter in sorted(wachters, key=lambda een: een.naam)
    ]
    return "\n".join(delen)


def uit_tekst(tekst: str) -> tuple[Wachter, ...]:
    """The way back."""
    wachters = []
    for deel in tekst.split(_MERK)[1:]:
        kop, _, rest = deel.strip().partition("\n")
        naam, tabel = kop.split()
        lijf, _, trigger = rest.rpartition("\n")
        wachters.append(Wachter(naam, tabel, f"\n{lijf}\n", trigger))
    return tuple(wachters)


def _deel_op(lijf: str) -> list[str]:
    """The statements of a body; a semicolon within quotes ends none."""
    plekken = [gevonden.span() for gevonden in _LETTERLIJK.finditer(lijf)]
    delen, vanaf = [], 0
    for plek, teken in enumerate(lijf):
        if teken == ";" and not any(begin <= plek < einde for begin, einde in plekken):
            delen.append(lijf[vanaf:plek])
            vanaf = plek + 1
    return [*delen, lijf[vanaf:]]


def _opdracht(opdracht: str, ja_nee: Collection[str]) -> list[str]:
    weigert = _WEIGERT.fullmatch(opdracht)
    if weigert is not None:
        zin = vertaal_voorwaarde(weigert["zin"], ja_nee)
        if not weigert["rest"]:
            return [f"RAISE EXCEPTION USING ERRCODE = '{GEWEIGERD}', MESSAGE = {zin};"]
        rest = vertaal_voorwaarde(weigert["rest"], ja_nee)
        # One row is enough to refuse; which one, makes no difference to what is said but for the number of a koffer.
        return [
            f"SELECT {zin} INTO zvh_zin {rest} LIMIT 1;",
            f"IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '{GEWEIGERD}', MESSAGE = zvh_zin; END IF;",
        ]
    if _WIJZIGT.match(opdracht):
        return [f"{vertaal_voorwaarde(opdracht, ja_nee)};"]
    raise ProgrammaFout("een trigger doet iets dat niet is te vertalen")


def _vergelijk_merken(regel: str, tabel: str, geheim: Mapping[tuple[str, str], bool]) -> str:
    """The same text in two rows looks the same by its mark alone. Raises ProgrammaFout where there is none.

    Within one row nothing needs doing: a value that stayed as it was is the same as before.
    """
    wie = {"NEW": tabel, "OLD": tabel, **{naam: van for van, naam in _ONDER_EEN_NAAM.findall(regel)}}

    def per_merk(gevonden: re.Match[str]) -> str:
        kanten = [(gevonden["links"], gevonden["kolom"]), (gevonden["rechts"], gevonden["ander"])]
        plekken = [(str(wie.get(naam, naam)), str(kolom)) for naam, kolom in kanten]
        if {naam for naam, _ in kanten} == {"OLD", "NEW"} or not any(plek in geheim for plek in plekken):
            return gevonden[0]
        if plekken[0] != plekken[1] or not geheim[plekken[0]]:
            raise ProgrammaFout("een trigger vergelijkt versleutelde tekst van twee rijen, en die heeft geen merk")
        links, rechts = (f"left({naam}.{kolom}, {MERKTEKENS})" for naam, kolom in kanten)
        return f"{links} {gevonden['hoe']} {rechts}"

    return _TWEE_RIJEN.sub(per_merk, regel)


def _als_ja_nee(uitdrukking: str, ja_nee: Collection[str]) -> str:
    kolommen = "|".join(sorted(map(re.escape, ja_nee)))
    if not kolommen:
        return uitdrukking
    vergelijking = re.compile(rf"(\b(?:{kolommen})\s*(?:=|<>|\bIS NOT\b|\bIS\b)\s*)([01])\b")
    return vergelijking.sub(lambda g: g[1] + ("TRUE" if g[2] == "1" else "FALSE"), uitdrukking)
