"""Kinds 12 and 13: letters and figures. What a letter rests on is invented or changed; what was sent or given out too.

Tried on the vault of the newer rooms. Where a row is not signed docs/veiligheid.md says so: such a sentence names the
words that must stand there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aanval_toneel import Toneel, neem_wachters_weg, zet_wachters_terug
from factories import Bureau
from sqlalchemy import text

from zvh_desktop.errors import ZvhFout
from zvh_desktop.models.keuzes import CasusId
from zvh_desktop.models.tekst.briefsoorten import AAN_BETROKKENE, BriefId, Briefsoort
from zvh_desktop.services.brieven.brieven import BriefService
from zvh_desktop.services.brieven.gegevens import BriefInvoer, Briefvraag
from zvh_desktop.services.cijfers.cijfers import CijferService
from zvh_desktop.services.cijfers.tijdvak import heel_jaar
from zvh_desktop.services.werkplek.rechten import Recht

Doe = Callable[[Toneel], None]
Daarna = Callable[[Toneel], bool]
POST = BriefInvoer(adres="Verzonnen Persoon\nVoorbeeldstraat 1\n1234 AB Voorbeelddorp")
BRIEVEN_GEWOON = "lijst van verstuurde brieven"
CIJFERS_GEWOON = "getelde of uitgegeven cijfers"

_AFSCHALING = (
    "INSERT INTO afschaling (casus_id, besloten_op, besloten_door, motivering, criteria_gehaald, overgedragen_aan, "
    "verklaring_nummer) VALUES (:b, '2026-01-01', 'x', 'x', 'x', 'Aan de Politie.', {}); "
    "UPDATE casus SET status = 'afgeschaald', gesloten_op = '2026-01-01' WHERE id = :b"
)
_EINDE = (
    "INSERT INTO casus_einde (casus_id, soort, bij, advies, beeindigd_op, beeindigd_door, teruggekoppeld_hoe, "
    "teruggekoppeld_wat, teruggekoppeld_door, heropend_door, heropend_omdat, verklaring_nummer) "
    "SELECT :b, soort, bij, advies, beeindigd_op, beeindigd_door, '', '', '', '', '', {} FROM casus_einde LIMIT 1; "
    "UPDATE casus SET status = 'beeindigd', gesloten_op = (SELECT max(beeindigd_op) FROM casus_einde) WHERE id = :b"
)
_PLAN = (
    "INSERT INTO plan_van_aanpak (casus_id, versie, status, informeert_betrokkene, niet_geinformeerd_omdat, "
    "afschalingscriteria, opgesteld_door, gewijzigd_op, vaststelling_verklaring) "
    "SELECT :b, 1, 'vastgesteld', 'x', '', 'x', opgesteld_door, gewijzigd_op, {} FROM plan_van_aanpak LIMIT 1"
)


@dataclass(frozen=True)
class Briefzin:
    """What is done, and which letter is asked for then, at which casus (``:b``, or the one that the plan is of)."""

    opdrachten: str
    soort: Briefsoort
    bij: str = ":b"


OP_WAT_BESLIST: dict[str, Briefzin] = {
    "afschaling verzonnen, aan de betrokkene": Briefzin(_AFSCHALING.format("NULL"), Briefsoort.BETROKKENE_AFSCHALING),
    "afschaling op een andere verklaring": Briefzin(_AFSCHALING.format(1), Briefsoort.BETROKKENE_AFSCHALING),
    "afschaling verzonnen, overdracht": Briefzin(_AFSCHALING.format("NULL"), Briefsoort.OVERDRACHT),
    "plan verzonnen": Briefzin(_PLAN.format("NULL"), Briefsoort.BETROKKENE_PLAN),
    "plan op een andere verklaring": Briefzin(_PLAN.format(1), Briefsoort.BETROKKENE_PLAN),
    "einde verzonnen": Briefzin(_EINDE.format("NULL"), Briefsoort.AANMELDER_EINDE),
    "einde op een andere verklaring": Briefzin(_EINDE.format(1), Briefsoort.AANMELDER_EINDE),
    "reden om niets te zeggen uit het plan gehaald": Briefzin(
        "UPDATE plan_van_aanpak SET niet_geinformeerd_omdat = ''",
        Briefsoort.BETROKKENE_PLAN,
        "(SELECT max(casus_id) FROM plan_van_aanpak)",
    ),
}
VERSTUURD: dict[str, tuple[str, str]] = {
    "bewaarde brief anders": ("UPDATE uitgegeven SET inhoud = CAST('x' AS BLOB) WHERE brief_id IS NOT NULL", ""),
    "bewaarde brief geleegd": ("UPDATE uitgegeven SET inhoud = CAST('' AS BLOB) WHERE brief_id IS NOT NULL", ""),
    "bewaarde brief anders, met controlegetal": (
        "UPDATE uitgegeven SET inhoud = CAST('' AS BLOB), "
        "sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' WHERE brief_id IS NOT NULL",
        "bewaarde kopieën",
    ),
    "brief aan een ander adres": ("UPDATE brief SET aan_adres = 'Anders\nStraat 2\n1234 AB Dorp'", BRIEVEN_GEWOON),
    "brief op een andere dag": ("UPDATE brief SET dag = '2020-01-01'", BRIEVEN_GEWOON),
    "brief weg": ("DELETE FROM uitgegeven WHERE brief_id IS NOT NULL; DELETE FROM brief", BRIEVEN_GEWOON),
    "tekst van het huis anders": (
        "INSERT INTO brieftekst (soort, versie, onderwerp, tekst, gewijzigd_op, gewijzigd_door) "
        "SELECT soort, 1, 'x', 'x', verstuurd_op, 'x' FROM brief",
        "de teksten van brieven",
    ),
}
CIJFERS: dict[str, tuple[str, str]] = {
    "uitgegeven cijfer hoger": ("UPDATE uitgegevencijfer SET waarde = 900", CIJFERS_GEWOON),
    "verborgen cijfer getoond": (
        "UPDATE uitgegevencijfer SET waarde = NULL; UPDATE uitgegevencijfer SET waarde = 3 WHERE waarde IS NULL",
        CIJFERS_GEWOON,
    ),
    "uitgifte ongedaan": ("DELETE FROM uitgegevencijfer; DELETE FROM cijferuitgifte", CIJFERS_GEWOON),
    "uitgifte van een ander": ("UPDATE cijferuitgifte SET uitgegeven_door = 'A. Anders'", CIJFERS_GEWOON),
    "telling van wat is vernietigd": (
        "INSERT INTO vernietigtelling (jaar, kwartaal, maat, indeling, sleutel, aantal) "
        "SELECT jaar, 0, maat, '', '', 900 FROM cijferuitgifte, (SELECT maat FROM uitgegevencijfer LIMIT 1) LIMIT 1",
        CIJFERS_GEWOON,
    ),
    "een doel erbij": (
        "INSERT INTO jaardoel (jaar, plan, tekst, maat, streefwaarde, hoogstens) VALUES (2025, 'x', 'x', 'x', 1, 0)",
        CIJFERS_GEWOON,
    ),
}


def leg_klaar(bureau: Bureau) -> None:
    """A letter that went, and the figures of last year given out."""
    casus = CasusId(bureau.waarde("SELECT max(casus_id) FROM plan_van_aanpak"))
    _, betrokkene = _over(bureau, casus)
    vraag = Briefvraag(Briefsoort.BETROKKENE_AANMELDING, casus_id=casus, betrokkene_id=betrokkene)
    BriefService(bureau.werkplek).noteer_verstuurd(vraag, POST)
    with bureau.werkplek.lees(Recht.CIJFERS_LEZEN):
        jaar = bureau.klok.vandaag.year - 1
    CijferService(bureau.werkplek).geef_uit(heel_jaar(jaar))


def brieven() -> Iterator[tuple[int, str, Doe, Daarna, str]]:
    """Each sentence with its kind, what is done, whether the attack had its way, and what docs/veiligheid.md says."""
    for plaats, (naam, zin) in enumerate(OP_WAT_BESLIST.items()):
        wanneer = ("dicht", "open")[plaats % 2]
        yield 12, f"{naam}, {wanneer}", _doe(zin.opdrachten, wanneer), _brief_gemaakt(zin), ""
    for soort, zinnen, daarna in ((12, VERSTUURD, _kopie_getoond), (13, CIJFERS, _cijfers_getoond)):
        for plaats, (naam, (opdrachten, beschreven)) in enumerate(zinnen.items()):
            wanneer = ("open", "dicht")[plaats % 2]
            yield soort, f"{naam}, {wanneer}", _doe(opdrachten, wanneer), daarna, beschreven


def _doe(opdrachten: str, wanneer: str) -> Doe:
    def doe(toneel: Toneel) -> None:
        if wanneer == "open":
            toneel.open().diensten()
        with toneel.sql() as verbinding:
            wachters = neem_wachters_weg(verbinding)
            for deel in opdrachten.split("; "):
                nodig = {"b": toneel.sjabloon.b} if ":b" in deel else {}
                assert verbinding.execute(text(deel), nodig).rowcount, deel
            zet_wachters_terug(verbinding, wachters)

    return doe


def _brief_gemaakt(zin: Briefzin) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        bureau = toneel.open()
        bureau.diensten()
        casus = CasusId(bureau.waarde(f"SELECT {zin.bij}".replace(":b", str(int(toneel.sjabloon.b)))))
        aanmelder, betrokkene = _over(bureau, casus)
        partij = aanmelder if zin.soort is Briefsoort.AANMELDER_EINDE else bureau.partij("Politie")
        vraag = Briefvraag(
            zin.soort,
            casus_id=casus,
            partij_id=None if zin.soort in AAN_BETROKKENE else partij,  # type: ignore[arg-type]
            betrokkene_id=betrokkene if zin.soort in AAN_BETROKKENE else None,  # type: ignore[arg-type]
        )
        invoer = POST if zin.soort in AAN_BETROKKENE else BriefInvoer()
        dienst = BriefService(bureau.werkplek)
        return _lukt(lambda: dienst.stukken(vraag, invoer)) or _lukt(lambda: dienst.noteer_verstuurd(vraag, invoer))

    return daarna


def _over(bureau: Bureau, casus: CasusId) -> tuple[int, int]:
    aanmelder = bureau.waarde("SELECT aanmeldende_partij_id FROM casus WHERE id = :c", c=casus)
    return aanmelder, bureau.waarde("SELECT min(id) FROM betrokkene WHERE casus_id = :c", c=casus)


def _kopie_getoond(toneel: Toneel) -> bool:
    bureau = toneel.open()
    brief = bureau.waarde("SELECT max(id) FROM brief")
    return brief is None or _lukt(lambda: BriefService(bureau.werkplek).kopie(BriefId(brief)))


def _cijfers_getoond(toneel: Toneel) -> bool:
    bureau = toneel.open()
    return _lukt(lambda: CijferService(bureau.werkplek).rapport(heel_jaar(bureau.klok.vandaag.year - 1)))


def _lukt(daad: Callable[[], object]) -> bool:
    try:
        daad()
    except ZvhFout:
        return False
    return True
