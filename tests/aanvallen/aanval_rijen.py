"""Kind 7: the rows of the newer rooms that are signed, each changed, unsigned, moved or taken away with plain SQL.

A casus ended and is kept longer, the terms are signed, a betrokkene has a restriction, and a verzoek was decided. The
procesregisseur then asks what rests on such a row: to destroy, to open again, a document, the list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aanval_toneel import Toneel, neem_wachters_weg, zet_wachters_terug
from factories import Bureau
from opruimhulp import vernietiger, zet_termijnen
from sqlalchemy import text

from zvh_desktop.errors import ZvhFout
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.keuzen.verzoekkeuzes import Aard, ItemSoort, VerzoekSoort, VerzoekUitkomst
from zvh_desktop.models.keuzes import BuitenRoutering, CasusId, DocumentSoort
from zvh_desktop.services.casus.triage import TriageInvoer
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.vernietigen.gegevens import VerlengingInvoer
from zvh_desktop.services.vernietigen.lezen import eis_besluit, eis_termijnen, lees_verlengingen
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer, VerzoekbesluitInvoer, VerzoekInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

Daarna = Callable[[Toneel], bool]

OVERAL: dict[str, str] = {
    "handtekening weg": "UPDATE {tabel} SET verklaring_nummer = NULL",
    "andere handtekening": "UPDATE {tabel} SET verklaring_nummer = 1",
    "onder een ander nummer": "UPDATE {tabel} SET id = id + 700",
    "weg": "DELETE FROM {tabel}",
}
EIGEN: dict[str, dict[str, str]] = {
    "casus_einde": {
        "jaren eerder": "UPDATE casus_einde SET beeindigd_op = '2015-01-01'",
        "jaren eerder, ook bij de casus": (
            "UPDATE casus_einde SET beeindigd_op = '2015-01-01'; UPDATE casus SET gesloten_op = '2015-01-01' "
            "WHERE status = 'beeindigd'"
        ),
        "heropend": (
            "UPDATE casus_einde SET heropend_op = '2026-01-01', heropend_omdat = 'x', heropend_door = 'x'; "
            "UPDATE casus SET status = 'lopend', gesloten_op = NULL WHERE status = 'beeindigd'"
        ),
        "nooit beëindigd": (
            "DELETE FROM casus_einde; UPDATE casus SET status = 'lopend', gesloten_op = NULL WHERE status = 'beeindigd'"
        ),
        "ander advies": "UPDATE casus_einde SET advies = 'anders'",
    },
    "aantekening": {
        "opgeheven": "UPDATE aantekening SET opgeheven_op = '2026-01-01', opgeheven_reden = 'x', opgeheven_door = 'x'",
        "een bezwaar": "UPDATE aantekening SET aard = 'bezwaar', verklaring_nummer = NULL",
        "bij iets anders": "UPDATE aantekening SET item_id = 900",
        "teksten weg": "UPDATE aantekening SET vorm = '', tekst = 'x'",
    },
    "termijnbesluit": {
        "andere termijnen": "UPDATE termijnbesluit SET termijnen = '{}'",
        "door een ander": "UPDATE termijnbesluit SET besloten_door = 'A. Anders'",
        "kortere termijn": "UPDATE instelling SET waarde = '1 dag' WHERE sleutel = 'bewaar_vernietigen'",
    },
    "verlenging": {
        "korter": "UPDATE verlenging SET tot = '2026-01-01'",
        "bij een andere casus": "UPDATE verlenging SET casus_id = 1",
        "andere reden": "UPDATE verlenging SET reden = 'anders'",
    },
    "verzoek_besluit": {
        "toch geweigerd": "UPDATE verzoek_besluit SET uitkomst = 'afgewezen', reden = 'x'",
        "van een ander": "UPDATE verzoek SET wie = 'A. Anders'",
        "andere reden": "UPDATE verzoek_besluit SET reden = 'anders'",
    },
}
ALLEEN_DE_HANDTEKENING = frozenset({"handtekening weg", "andere handtekening"})


def rijen() -> Iterator[tuple[str, Callable[[Toneel], None], Daarna]]:
    """Each sentence, what is done, and whether the row was taken for true all the same."""
    for tabel, eigen in EIGEN.items():
        for plaats, (hoe, opdracht) in enumerate((OVERAL | eigen).items()):
            wanneer = ("open", "dicht")[plaats % 2]

            def doe(toneel: Toneel, opdrachten: str = opdracht.replace("{tabel}", tabel), open_: str = wanneer) -> None:
                _leg_klaar(toneel)
                assert all(_geldt(toneel, ander) for ander in EIGEN), "anders wordt alles geweigerd"
                if open_ == "dicht":
                    toneel.sluit()
                    toneel.bureau = None
                with toneel.sql() as verbinding:
                    wachters = neem_wachters_weg(verbinding)
                    for deel in opdrachten.split("; "):
                        assert verbinding.execute(text(deel)).rowcount, deel
                    zet_wachters_terug(verbinding, wachters)

            yield f"{tabel} {hoe}, {wanneer}", doe, _daarna(tabel, hoe)


def _daarna(tabel: str, hoe: str) -> Daarna:
    if tabel == "aantekening" and hoe in ALLEEN_DE_HANDTEKENING:
        # The row still says what was signed, so documents leave it out as before: what is asked is lifting it.
        return lambda toneel: _lukt(lambda: _hef_op(toneel))
    return lambda toneel: _geldt(toneel, tabel)


def _leg_klaar(toneel: Toneel) -> None:
    bureau, s = toneel.open(), toneel.sjabloon
    bureau.diensten()
    einde = bureau.aanmeldingen.accepteer(bureau.aanmelding("M. Voorbeeld"))
    bureau.triage.bewaar(einde, TriageInvoer(routering=BuitenRoutering.ELDERS, toelichting="Naar het wijkteam."))
    bureau.alsof_bevestigd()
    bureau.triage.rond_af(einde)
    zet_termijnen(bureau, beeindigd="1 jaar")
    vernietiger(bureau).verleng(einde, VerlengingInvoer(bureau.klok.over(900), "Er loopt een klacht."))
    for soort, aard in ((VerzoekSoort.BEPERKING, Aard.BEPERKING), (VerzoekSoort.INZAGE, None)):
        _verzoek(bureau, soort, aard)
    assert bureau.waarde("SELECT count(*) FROM aantekening WHERE casus_id IN (:a, :b)", a=s.a, b=s.b) == 1


def _verzoek(bureau: Bureau, soort: VerzoekSoort, aard: Aard | None) -> None:
    dienst, vandaag = VerzoekService(bureau.werkplek), bureau.klok.vandaag
    wie = "J. Oefenman"
    id_ = dienst.leg_vast(VerzoekInvoer(soort, vandaag, wie, "", "Een vraag.", "paspoort gezien", vandaag))
    gevonden = dienst.personen(id_, wie, Geboortedatum(1990, 5, 17))
    dienst.bevestig_personen(id_, [een.id for een in gevonden if een.zelfde])
    bureau.alsof_bevestigd()
    if aard is None:
        dienst.besluit(id_, VerzoekbesluitInvoer(VerzoekUitkomst.AFGEWEZEN, "Al eerder gegeven."))
        return
    item = next(een for een in dienst.inzage.items(id_) if een.soort is ItemSoort.BETROKKENE)
    dienst.aantekeningen.zet(id_, AantekeningInvoer(item.soort, item.item_id, aard, "Gebruik dit niet."))


def _hef_op(toneel: Toneel) -> None:
    bureau = toneel.open()
    dienst = VerzoekService(bureau.werkplek).aantekeningen
    bureau.alsof_bevestigd()
    dienst.hef_op(bureau.waarde("SELECT id FROM aantekening"), "Klaar.", bureau.klok.vandaag)


def _geldt(toneel: Toneel, tabel: str) -> bool:
    """Whether what rests on this row goes through."""
    bureau = toneel.open()
    if tabel == "aantekening":
        vraag = StukVraag(DocumentSoort.AGENDA_REGIE, toneel.sjabloon.overleg, None, "")
        return _lukt(lambda: bureau.diensten().documenten.maak(vraag))
    if tabel == "verzoek_besluit":
        return all("niet wat is ondertekend" not in een.reden for een in _verzoeken(bureau))
    with bureau.kluis.lees_sessies() as sessie:
        casus = sessie.get_one(Casus, CasusId(bureau.waarde("SELECT max(id) FROM casus")))
        eisen: dict[str, Callable[[], object]] = {
            "casus_einde": lambda: eis_besluit(bureau.werkplek, sessie, casus),
            "termijnbesluit": lambda: eis_termijnen(bureau.werkplek, sessie),
            "verlenging": lambda: lees_verlengingen(bureau.werkplek, sessie, casus),
        }
        return _lukt(eisen[tabel])


def _verzoeken(bureau: Bureau):  # type: ignore[no-untyped-def]
    return VerzoekService(bureau.werkplek).lijst()


def _lukt(daad: Callable[[], object]) -> bool:
    try:
        daad()
    except ZvhFout:
        return False
    return True
