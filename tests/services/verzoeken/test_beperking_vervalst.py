"""A restriction that is changed with the key of the database: no document is made, and the check finds it."""

from __future__ import annotations

import pytest
from factories import Bureau
from verzoekzaak import WOORDEN, Zaak

from zvh_desktop.errors import BevestigingNodig, GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.keuzen.verzoekkeuzes import AantekeningId, Aard, ItemSoort, VerzoekSoort
from zvh_desktop.models.keuzes import VerklaringSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.verzoeken.gegevens import AantekeningInvoer
from zvh_desktop.services.verzoeken.verzoeken import VerzoekService

OPGEHEVEN = "UPDATE aantekening SET opgeheven_op = '2026-01-01', opgeheven_reden = 'x', opgeheven_door = 'x'"
TERUG = "UPDATE aantekening SET opgeheven_op = NULL, opgeheven_reden = '', opgeheven_door = ''"
GEVALLEN = {
    "opgeheven": (OPGEHEVEN,),
    "opgeheven en handtekening weg": (OPGEHEVEN, "UPDATE aantekening SET verklaring_nummer = NULL"),
    "handtekening weg": ("UPDATE aantekening SET verklaring_nummer = NULL",),
    "andere verklaring": ("UPDATE aantekening SET verklaring_nummer = 1",),
    "een bezwaar": ("UPDATE aantekening SET aard = 'bezwaar'",),
    "een bezwaar zonder handtekening": ("UPDATE aantekening SET aard = 'bezwaar', verklaring_nummer = NULL",),
    "weg": ("DELETE FROM aantekening",),
    "bij iets anders": ("UPDATE aantekening SET item_id = 900",),
    "van een andere soort": ("UPDATE aantekening SET soort = 'actie'",),
    "bij een andere casus": ("UPDATE aantekening SET casus_id = 2",),
    "onder een ander nummer": ("UPDATE aantekening SET id = 900",),
    "de bewaarde teksten weg": ("UPDATE aantekening SET vorm = ''",),
    "andere reden": ("UPDATE aantekening SET tekst = 'anders'",),
    "eerder": ("UPDATE aantekening SET op = '2020-01-01'",),
    "als bytes": ("UPDATE aantekening SET tekst = CAST(tekst AS BLOB)",),
}
ALLEEN_GEVONDEN = frozenset({"handtekening weg", "andere verklaring"})
"""The restriction itself still says what was signed, so documents leave it out as before."""


@pytest.fixture
def zaak(bureau: Bureau) -> Zaak:
    return Zaak(bureau)


def beperk(zaak: Zaak) -> AantekeningId:
    return zaak.zet(zaak.verzoek(VerzoekSoort.BEPERKING), ItemSoort.AGENDAPUNT, Aard.BEPERKING)


def buitenom(zaak: Zaak, *opdrachten: str) -> None:
    """As an attacker: every trigger gone but those of the search index, and no foreign keys."""
    wachters = "SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'zoek%'"
    zaak.bureau.zonder_triggers(str(zaak.bureau.waarde(wachters)).split(","))
    for opdracht in opdrachten:
        zaak.bureau.sql_zonder_sleutels(opdracht)


def bevindingen(zaak: Zaak) -> list[str]:
    return [zin for zin in ControleService(zaak.bureau.werkplek).vind() if "trigger" not in zin]


def getekend(zaak: Zaak) -> int:
    vraag = "SELECT count(*) FROM verklaring WHERE soort = :soort"
    return int(zaak.bureau.waarde(vraag, soort=VerklaringSoort.BEPERKING.value))


def hef_op(zaak: Zaak, noot: AantekeningId) -> None:
    zaak.dienst.aantekeningen.hef_op(noot, "Het is uitgezocht.", zaak.bureau.klok.vandaag)


def test_leggen_en_opheffen_zijn_elk_ondertekend(zaak: Zaak) -> None:
    noot = beperk(zaak)
    assert (getekend(zaak), bevindingen(zaak)) == (1, [])
    assert not any(WOORDEN[ItemSoort.AGENDAPUNT] in tekst for _, tekst in zaak.stukken())
    hef_op(zaak, noot)
    assert (getekend(zaak), bevindingen(zaak)) == (2, [])
    assert any(WOORDEN[ItemSoort.AGENDAPUNT] in tekst for _, tekst in zaak.stukken())


def test_bij_vergissing_vastgelegd_blijft_staan_en_is_opgeheven(zaak: Zaak) -> None:
    noot = beperk(zaak)
    zaak.dienst.aantekeningen.verwijder(noot)
    assert (getekend(zaak), bevindingen(zaak)) == (2, [])
    assert zaak.bureau.waarde("SELECT opgeheven_reden FROM aantekening") == "bij vergissing vastgelegd"
    with pytest.raises(GebruikersFout):
        zaak.dienst.aantekeningen.verwijder(noot)


def test_alleen_een_beperking_vraagt_het_wachtwoord(zaak: Zaak) -> None:
    verzoek = zaak.verzoek(VerzoekSoort.CORRECTIE)
    item = zaak.item(verzoek, ItemSoort.AGENDAPUNT)
    zaak.bureau.werkplek._bevestigd_tot = None
    zaak.dienst.aantekeningen.zet(verzoek, AantekeningInvoer(ItemSoort.AGENDAPUNT, item, Aard.CORRECTIE, "x"))
    with pytest.raises(BevestigingNodig):
        zaak.dienst.aantekeningen.zet(verzoek, AantekeningInvoer(ItemSoort.AGENDAPUNT, item, Aard.BEPERKING, "x"))
    assert zaak.bureau.waarde("SELECT count(*) FROM aantekening") == 1


@pytest.mark.parametrize("hoe", GEVALLEN)
def test_een_beperking_die_iemand_wijzigt(zaak: Zaak, hoe: str) -> None:
    noot = beperk(zaak)
    buitenom(zaak, *GEVALLEN[hoe])
    assert bevindingen(zaak)
    if hoe in ALLEEN_GEVONDEN:
        assert not any(WOORDEN[ItemSoort.AGENDAPUNT] in tekst for _, tekst in zaak.stukken())
        with pytest.raises(HandtekeningOnjuist):
            hef_op(zaak, noot)
        return
    with pytest.raises(HandtekeningOnjuist):
        list(zaak.stukken())


def test_een_opgeheven_beperking_die_iemand_terugzet(zaak: Zaak) -> None:
    hef_op(zaak, beperk(zaak))
    buitenom(zaak, TERUG)
    assert bevindingen(zaak)
    with pytest.raises(HandtekeningOnjuist):
        list(zaak.stukken())


def test_een_beperking_van_eerder_geldt_en_is_niet_stil_op_te_heffen(bureau: Bureau) -> None:
    casus = bureau.casus()
    bureau.sql(
        "INSERT INTO verzoek (id, soort, ontvangen_op, wie, uitkomst, vastgelegd_op, vastgelegd_door)"
        " VALUES (1, 'beperking', '2026-01-05', 'J. Oefenman', 'open', :nu, 'x')",
        "INSERT INTO aantekening (id, verzoek_id, casus_id, soort, item_id, aard, tekst, op, door, uitkomst)"
        " VALUES (1, 1, :casus, 'agendapunt', 1, 'beperking', 'Niet gebruiken.', '2026-01-05', 'x', 'open')",
        casus=casus,
        nu="2026-01-05 10:00:00.000000",
    )
    dienst = bureau.diensten().verzoeken.aantekeningen
    controle = ControleService(bureau.werkplek)
    assert controle.vind() == ()
    bureau.sql(OPGEHEVEN)
    assert controle.vind() == ("De beperking bij verzoek 1 is niet zo ondertekend.",)
    bureau.sql(TERUG)
    assert controle.vind() == ()
    bureau.alsof_bevestigd()
    with pytest.raises(BevestigingNodig):
        dienst.hef_op(AantekeningId(1), "Het is uitgezocht.", bureau.klok.vandaag)
    VerzoekService(bureau.werkplek).aantekeningen.hef_op(AantekeningId(1), "Uitgezocht.", bureau.klok.vandaag)
    assert controle.vind() == ()
