"""Kind 15: from outside. A key of another vault, a certificate issued once more, and the search index by plain SQL.

What search shows comes from the rows, so an index that was tampered with can hide, and cannot make up: that it can hide
stands in docs/veiligheid.md.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace

from aanval_toneel import BEHEER, WEG, Toneel
from factories import REGIE, WACHTWOORD, maak_sjabloon
from sqlalchemy import text

from zvh_desktop.database.keten.ondertekening import Ondertekenaar
from zvh_desktop.database.kluis import open_kluis
from zvh_desktop.database.sleutels.sleutelbeheer import hercertificeer
from zvh_desktop.errors import ZvhFout
from zvh_desktop.services.zoeken.zoeken import ZoekService

Doe = Callable[[Toneel], None]
Daarna = Callable[[Toneel], bool] | None
Vervals = Callable[[Toneel, Ondertekenaar, str, str], None]
WOORD = "zeldzaamverzonnenwoord"
ZOEKINDEX = "zoekindex is niet ondertekend"


def _vreemde_sleutel(toneel: Toneel) -> Ondertekenaar:
    """A procesregisseur of another vault, who has the same name there."""
    ander = maak_sjabloon(toneel.map.with_name("ander.kluis"), oefen=False)
    with open_kluis(ander, REGIE, WACHTWOORD, klok=toneel.klok) as kluis:
        eigen = kluis.ondertekenaar
        return Ondertekenaar(eigen.kluis_id, eigen.gebruiker, eigen.certificaat, kluis._zitting.open_geheimen().zaad)


def _vreemd_met_dit_nummer(toneel: Toneel) -> Ondertekenaar:
    """The same key, that says that it signs for this vault."""
    vreemd = _vreemde_sleutel(toneel)
    hier = toneel.sjabloon.oude_sleutels[WEG].kluis_id
    certificaat = replace(vreemd.certificaat, kluis_id=hier)
    return Ondertekenaar(hier, vreemd.gebruiker, certificaat, vreemd._zaad or b"")


def _opnieuw_uitgegeven(toneel: Toneel) -> Ondertekenaar:
    """The key of whoever was removed under a new certificate: the beheerder has the root key."""
    oud = toneel.sjabloon.oude_sleutels[WEG]
    with open_kluis(toneel.map, BEHEER, WACHTWOORD, klok=toneel.klok) as kluis:
        wortelzaad = kluis._zitting.als_beheerder()
        nieuw = hercertificeer(
            wortelzaad, kluis.sleutelbestand.register, oud.certificaat, oud.certificaat.rollen, toneel.klok()
        )
    return Ondertekenaar(oud.kluis_id, oud.gebruiker, nieuw, oud._zaad or b"")


SLEUTELS: dict[str, Callable[[Toneel], Ondertekenaar]] = {
    "sleutel van een andere kluis": _vreemde_sleutel,
    "sleutel van een andere kluis, als van deze": _vreemd_met_dit_nummer,
    "certificaat opnieuw uitgegeven": _opnieuw_uitgegeven,
}
PLAATSEN = ("op de intrekking", "achteraan")
INDEX: dict[str, tuple[str, str, bool]] = {
    "een rij die niet bestaat": (f"INSERT INTO zoek(rowid, tekst) VALUES (99996, ' {WOORD}')", WOORD, True),  # noqa: S608
    "een woord bij een casus": (f"REPLACE INTO zoek(rowid, tekst) VALUES (:a * 4, ' {WOORD}')", WOORD, True),  # noqa: S608
    "een casus eruit": ("DELETE FROM zoek WHERE rowid = :a * 4", "", False),
    "alles eruit": ("DELETE FROM zoek", "", False),
    "de inhoud leeg": ("DELETE FROM zoek_content", "", False),
    "de lijst van woorden leeg": ("DELETE FROM zoek_data WHERE id > 10", "", False),
}
"""What is done, what is then looked for (else the number of casus A), and whether finding it is what was wanted."""


def buiten(vervals: Vervals) -> Iterator[tuple[str, Doe, Daarna, str]]:
    """Each sentence, what is done, whether it had its way, and what docs/veiligheid.md says."""
    for (naam, sleutel), plaats in itertools.product(SLEUTELS.items(), PLAATSEN):

        def doe(toneel: Toneel, sleutel: Callable[[Toneel], Ondertekenaar] = sleutel, plaats: str = plaats) -> None:
            vervals(toneel, sleutel(toneel), plaats, "nieuwe rij")

        yield f"{naam} {plaats}", doe, None, ""
    for naam, (opdracht, gezocht, vinden) in INDEX.items():
        yield f"zoekindex: {naam}", _doe_index(opdracht), _zoek(gezocht, vinden=vinden), ZOEKINDEX


def _doe_index(opdracht: str) -> Doe:
    def doe(toneel: Toneel) -> None:
        toneel.open()
        with toneel.sql() as verbinding:
            nodig = {"a": toneel.sjabloon.a} if ":a" in opdracht else {}
            assert verbinding.execute(text(opdracht), nodig).rowcount

    return doe


def _zoek(gezocht: str, *, vinden: bool) -> Daarna:
    def daarna(toneel: Toneel) -> bool:
        bureau = toneel.open()
        try:
            treffers = ZoekService(bureau.werkplek).zoek(gezocht or bureau.nummer(toneel.sjabloon.a))
        except ZvhFout:
            return False
        return bool(treffers) is vinden

    return daarna
