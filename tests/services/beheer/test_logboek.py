"""The log in words: every act, who may see which line, what is sought, and a file that a spreadsheet can take."""

from __future__ import annotations

import ast
import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from factories import BEHEER, MEDEWERKER, REGIE, Bureau
from sqlalchemy import select

import zvh_desktop
from zvh_desktop.database.keten.logketen import schrijf_logregel
from zvh_desktop.errors import NietBevoegd
from zvh_desktop.models.keten.logregel import Logregel
from zvh_desktop.services.beheer.logboek import LogboekService, LogFilter, veilige_cel
from zvh_desktop.services.beheer.logwoorden import HANDELINGEN, handeling_in_woorden

PAKKET = Path(zvh_desktop.__file__).parent
PARAMETER = "handeling"


def _plek(pad: Path, naam: str) -> tuple[Path | None, str]:
    """Another module may use the same private name for something else."""
    return (pad if naam.startswith("_") else None, naam)


class Sleutelzoeker:
    """Every text that reaches a parameter called ``handeling``, wherever in the package it is written."""

    def __init__(self) -> None:
        lagen = [pad for laag in ("database", "services") for pad in sorted((PAKKET / laag).rglob("*.py"))]
        self.bomen = {pad: ast.parse(pad.read_text(encoding="utf-8")) for pad in lagen}
        self.constanten: dict[str, set[str]] = {}
        self.tabellen: dict[tuple[Path, str], list[ast.expr]] = {}
        self.plekken: dict[tuple[Path | None, str], int] = {}
        for pad, boom in self.bomen.items():
            for knoop in ast.walk(boom):
                if isinstance(knoop, ast.FunctionDef):
                    namen = [deel.arg for deel in knoop.args.args if deel.arg != "self"]
                    if PARAMETER in namen and not self._is_iets_anders(knoop):
                        self.plekken[_plek(pad, knoop.name)] = namen.index(PARAMETER)
                    elif PARAMETER in [deel.arg for deel in knoop.args.kwonlyargs]:
                        self.plekken[_plek(pad, knoop.name)] = 99
                if isinstance(knoop, ast.ClassDef):
                    velden = [
                        deel.target.id
                        for deel in knoop.body
                        if isinstance(deel, ast.AnnAssign) and isinstance(deel.target, ast.Name)
                    ]
                    if PARAMETER in velden:
                        self.plekken[_plek(pad, knoop.name)] = velden.index(PARAMETER)
            for knoop in boom.body:
                doel = knoop.target if isinstance(knoop, ast.AnnAssign) else None
                if isinstance(knoop, ast.Assign):
                    doel = knoop.targets[0]  # type: ignore[assignment]
                waarde = getattr(knoop, "value", None)
                if isinstance(doel, ast.Name) and isinstance(waarde, ast.Constant) and isinstance(waarde.value, str):
                    self.constanten.setdefault(doel.id, set()).add(waarde.value)
                if isinstance(doel, ast.Name) and isinstance(waarde, ast.Dict):
                    self.tabellen[pad, doel.id] = waarde.values

    def _is_iets_anders(self, knoop: ast.FunctionDef) -> bool:
        """A callable that is to be done goes under the same word in the window."""
        deel = next(deel for deel in knoop.args.args if deel.arg == PARAMETER)
        return not (isinstance(deel.annotation, ast.Name) and deel.annotation.id == "str")

    def sleutels(self) -> Iterator[tuple[str, str]]:
        for pad, boom in self.bomen.items():
            for functie in [deel for deel in ast.walk(boom) if isinstance(deel, ast.FunctionDef)]:
                lokaal = {
                    deel.targets[0].id: deel.value
                    for deel in ast.walk(functie)
                    if isinstance(deel, ast.Assign) and isinstance(deel.targets[0], ast.Name)
                }
                for knoop in ast.walk(functie):
                    if isinstance(knoop, ast.Call):
                        for waarde in self._van(pad, knoop):
                            for gevonden in self._los(waarde, lokaal, functie, pad):
                                yield gevonden, f"{pad.relative_to(PAKKET)}:{knoop.lineno}"

    def _van(self, pad: Path, knoop: ast.Call) -> Iterator[ast.expr]:
        naam = knoop.func.attr if isinstance(knoop.func, ast.Attribute) else getattr(knoop.func, "id", "")
        plaats = self.plekken.get(_plek(pad, naam))
        if plaats is None:
            return
        op_naam = [deel.value for deel in knoop.keywords if deel.arg == PARAMETER]
        if op_naam:
            yield op_naam[0]
        elif len(knoop.args) > plaats:
            yield knoop.args[plaats]

    def _los(self, waarde: ast.expr, lokaal: dict[str, ast.expr], functie: ast.FunctionDef, pad: Path) -> Iterator[str]:
        parameters = {deel.arg for deel in (*functie.args.args, *functie.args.kwonlyargs)}
        if isinstance(waarde, ast.IfExp):
            yield from self._los(waarde.body, lokaal, functie, pad)
            yield from self._los(waarde.orelse, lokaal, functie, pad)
        elif isinstance(waarde, ast.Constant) and isinstance(waarde.value, str):
            yield waarde.value
        elif isinstance(waarde, ast.Call) and ast.unparse(waarde.func) == "dict.fromkeys":
            yield from self._los(waarde.args[1], lokaal, functie, pad)  # one text for each of its keys
        elif isinstance(waarde, ast.Name) and waarde.id in lokaal:
            yield from self._los(lokaal[waarde.id], {}, functie, pad)
        elif isinstance(waarde, ast.Name) and waarde.id in self.constanten:
            yield from self.constanten[waarde.id]
        elif ast.unparse(waarde).endswith((f".{PARAMETER}", f"['{PARAMETER}']")):
            return  # it was handed over when that object was made
        elif isinstance(waarde, ast.Subscript) and (pad, ast.unparse(waarde.value)) in self.tabellen:
            for een in self.tabellen[pad, ast.unparse(waarde.value)]:  # whichever key it is
                yield from self._los(een, lokaal, functie, pad)
        elif not (isinstance(waarde, ast.Name) and waarde.id in parameters):
            pytest.fail(f"{functie.name}: wat hier in het logboek komt, is niet na te gaan ({ast.unparse(waarde)})")


def test_iedere_handeling_die_de_code_schrijft_heeft_woorden() -> None:
    gevonden = dict(Sleutelzoeker().sleutels())
    assert len(gevonden) > 100
    assert {wat: waar for wat, waar in gevonden.items() if wat not in HANDELINGEN} == {}
    assert set(HANDELINGEN) - set(gevonden) == set()


def test_woorden_zijn_die_van_het_huis(haags_bureau: Bureau, bureau: Bureau) -> None:
    for kantoor in (haags_bureau, bureau):
        termen = kantoor.profiel.termen
        assert handeling_in_woorden("triage afgerond", termen).casefold() == f"{termen.triage} afgerond".casefold()
        assert all("{" not in handeling_in_woorden(wat, termen) for wat in HANDELINGEN)
    assert handeling_in_woorden("iets van later", bureau.profiel.termen) == "Iets van later"


def logboek(bureau: Bureau) -> LogboekService:
    return LogboekService(bureau.werkplek)


def test_nieuwste_eerst_en_in_woorden(bureau: Bureau) -> None:
    casus = bureau.casus()
    nummer = bureau.casussen.toon(casus).nummer
    regels = logboek(bureau.als(BEHEER)).lees()
    assert [regel.nummer for regel in regels] == sorted((regel.nummer for regel in regels), reverse=True)
    laatste = next(regel for regel in regels if regel.waarover == f"casus {nummer}")
    assert (laatste.wie, laatste.resultaat, laatste.waar) == ("P. Proefpersoon", "gelukt", "toets")
    assert laatste.wanneer == "2026-09-01 09:00:00"
    with bureau.kluis.lees_sessies() as sessie:
        assert len(regels) == len(sessie.scalars(select(Logregel)).all())


def test_filter_op_wie_wat_waarover_en_periode(bureau: Bureau) -> None:
    casus = bureau.casus()
    nummer = bureau.casussen.toon(casus).nummer
    bureau.klok.verder(dagen=3)
    bureau.als(MEDEWERKER)
    bureau.aanmelding("M. Verzonnen")
    dienst = logboek(bureau.als(BEHEER))
    assert {regel.wie for regel in dienst.lees(LogFilter(wie=MEDEWERKER))} == {"M. Voorbeeld"}
    assert {regel.wat for regel in dienst.lees(LogFilter(wat="aanmelding vastgelegd"))} == {"Aanmelding vastgelegd"}
    assert {regel.waarover for regel in dienst.lees(LogFilter(waarover=nummer))} == {f"casus {nummer}"}
    vier = date(2026, 9, 4)
    assert {regel.wie for regel in dienst.lees(LogFilter(van=vier))} == {"M. Voorbeeld"}
    assert "M. Voorbeeld" not in {regel.wie for regel in dienst.lees(LogFilter(tot=vier - timedelta(days=1)))}
    assert len(dienst.lees(LogFilter(van=vier, tot=vier))) == len(dienst.lees(LogFilter(wie=MEDEWERKER)))
    assert dienst.lees(LogFilter(wie="niemand")) == ()


def test_dag_begint_om_middernacht_hier(bureau: Bureau) -> None:
    with bureau.kluis.sessies() as sessie, sessie.begin():
        schrijf_logregel(
            sessie,
            tijd=datetime(2026, 9, 9, 22, 30, tzinfo=UTC),
            gebruiker=REGIE,
            rol="procesregisseur",
            handeling="fase gewijzigd",
            object_soort="casus",
            object_id="2026-0099",
            resultaat="gelukt",
            herkomst="venster",
        )
    dienst = logboek(bureau.als(BEHEER))
    assert dienst.lees(LogFilter(van=date(2026, 9, 10)))[0].wanneer == "2026-09-10 00:30:00"
    assert dienst.lees(LogFilter(van=date(2026, 9, 9), tot=date(2026, 9, 9))) == ()


def test_procesregisseur_ziet_eigen_casussen_en_eigen_werk(bureau: Bureau) -> None:
    bureau.casus()
    bureau.als(MEDEWERKER)
    bureau.aanmelding("M. Verzonnen")
    with bureau.kluis.sessies() as sessie, sessie.begin():
        for soort, id_ in (("casus", "2026-0099"), ("account", "beheer: beheerder > medewerker")):
            schrijf_logregel(
                sessie,
                tijd=bureau.klok().astimezone(UTC),
                gebruiker=BEHEER,
                rol="beheerder",
                handeling="rollen gewijzigd",
                object_soort=soort,
                object_id=id_,
                resultaat="gelukt",
                herkomst="venster",
            )
    regels = logboek(bureau.als(REGIE)).lees()
    assert "M. Voorbeeld" not in {regel.wie for regel in regels}
    assert "casus 2026-0099" not in {regel.waarover for regel in regels}
    assert "beheer: van beheerder naar administratief medewerker" in {regel.waarover for regel in regels}
    assert any(regel.waarover.startswith("casus 2026-") for regel in regels)
    alles = logboek(bureau.als(BEHEER))
    assert len(alles.lees()) > len(regels)
    assert MEDEWERKER in dict(alles.keuzes().wie)
    assert MEDEWERKER not in dict(logboek(bureau.als(REGIE)).keuzes().wie)


def test_medewerker_ziet_het_logboek_niet(bureau: Bureau) -> None:
    dienst = logboek(bureau.als(MEDEWERKER))
    for vraag in (dienst.lees, dienst.keuzes, dienst.als_csv):
        with pytest.raises(NietBevoegd, match="het logboek lezen"):
            vraag()


def test_csv_is_voor_een_rekenprogramma_en_staat_in_het_logboek(bureau: Bureau) -> None:
    bureau.casus()
    dienst = logboek(bureau.als(BEHEER))
    verwacht = dienst.lees()
    inhoud = dienst.als_csv()
    assert inhoud.startswith(b"\xef\xbb\xbfNummer;Wanneer;Wie;")
    rijen = list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    assert [int(rij[0]) for rij in rijen[1:]] == [regel.nummer for regel in verwacht]
    assert dienst.lees()[0].wat == "Logboek bewaard als bestand"
    casusregels = dienst.lees(LogFilter(zoek="casus 2026 proefpersoon"))
    assert 0 < len(casusregels) < len(verwacht)
    assert len(dienst.als_csv(LogFilter(zoek="casus 2026 proefpersoon")).splitlines()) == len(casusregels) + 1


@pytest.mark.parametrize("tekst", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_een_cel_is_nooit_een_formule(tekst: str) -> None:
    assert veilige_cel(tekst) == f"'{tekst}"
    assert veilige_cel("casus 2026-0001") == "casus 2026-0001"


def test_onderwerp_dat_weg_is_houdt_zijn_nummer(bureau: Bureau) -> None:
    bureau.casus()
    with bureau.kluis.sessies() as sessie, sessie.begin():
        for soort in ("overleg", "partij", "uitnodiging", "actie"):
            schrijf_logregel(
                sessie,
                tijd=bureau.klok().astimezone(UTC),
                gebruiker="weg",
                rol="",
                handeling="oud",
                object_soort=soort,
                object_id="987654",
                resultaat="geweigerd",
                herkomst="venster",
            )
    regels = logboek(bureau.als(BEHEER)).lees(LogFilter(wie="weg"))
    assert [regel.waarover for regel in regels] == [
        "actie 987654",
        "uitnodiging 987654",
        "partij 987654",
        "overleg 987654",
    ]
