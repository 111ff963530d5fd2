"""What is about a person is an item, column by column: a new text is an item, or it is said here why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from sqlalchemy import LargeBinary, String
from woorden_van_huizen import HUIZEN

import zvh_desktop.models.alles  # noqa: F401 - every class has to be mapped
from zvh_desktop.database.vernietigen.loten import BLIJFT
from zvh_desktop.models.aanmelding import CriteriumToets
from zvh_desktop.models.base import Base, KeuzeKolom, KeuzeOfLeegKolom
from zvh_desktop.models.casus import Betrokkene
from zvh_desktop.models.keuzen.verzoekkeuzes import ItemSoort
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.stukken.items import BRONNEN, OP_SOORT, Item

WIE = "who at the house or at a partij did it, not the betrokkene"
SLEUTEL = "a key of the profile or of the application"
KOPIE = "a copy of other items, as it was signed or sent"
OVERLEG = "about an overleg as a whole, with other casussen in it"
VERZOEK = "of the verzoek itself: what the betrokkene asked and was answered"

GEEN_ITEM: Final = {
    "aanmelding": {
        "aanpak": SLEUTEL,
        "contact_naam": WIE,
        "contact_email": WIE,
        "contact_telefoon": WIE,
        "beoordeeld_door": WIE,
    },
    "aantekening": dict.fromkeys(
        ("tekst", "vorm", "door", "reden", "opgeheven_reden", "opgeheven_door"), "stands beside its item everywhere"
    ),
    "actie": {"eigenaar": WIE},
    "actievoortgang": {"vastgelegd_door": WIE},
    "afgelasting": {"reden": OVERLEG, "afgelast_door": WIE},
    "afschaling": {"besloten_door": WIE, "woorden": KOPIE},
    "afschaling_besluit": {"beslisser": SLEUTEL, "naam": WIE},
    "afschaling_regel": {"sleutel": SLEUTEL, "tekst": "a line of the checklist of the house", "door": WIE},
    "agendapunt": {"besluit_type": SLEUTEL, "betrokkenen": "names of betrokkenen, each of which is an item"},
    "besluit": {"soort": SLEUTEL},
    "brief": {
        "verstuurd_door": WIE,
        **dict.fromkeys(("aan_naam", "aan_functie", "aan_email", "aan_adres"), "where a letter went"),
    },
    "casus": {
        "nummer": "stands above each item",
        "aanpak": SLEUTEL,
        "fase": SLEUTEL,
        "procesregisseur": WIE,
        "procesregie": WIE,
    },
    "casus_einde": {
        "beeindigd_door": WIE,
        "teruggekoppeld_hoe": "by letter or by telephone",
        "teruggekoppeld_door": WIE,
        "heropend_door": WIE,
    },
    "casusregie": {"naam": WIE},
    "criterium_toets": {"criterium": SLEUTEL},
    "deelname": {"afgevaardigde": WIE},
    "fasestap": dict.fromkeys(("van", "naar"), SLEUTEL),
    "informatie_item": {
        "bijlage": "the file itself; its name is in the item",
        "ontvangen_wijze": "by mail or by post",
        "vastgelegd_door": WIE,
    },
    "inzage_akkoord": dict.fromkeys(("gegeven_door", "wijze", "vastgelegd_door", "ingetrokken_vastgelegd_door"), WIE),
    "inzage_vrijgave": {"vrijgegeven_door": WIE},
    "koffer": {
        **dict.fromkeys(("voor", "voor_naam", "vervanger", "vervanger_naam", "uitgegeven_door"), WIE),
        **dict.fromkeys(("ingetrokken_door", "terug_door"), WIE),
        "kenmerk": "random; tells one koffer from another",
        "reist_in": "the same of the koffer in which it travels",
        "ingetrokken_reden": "what happened to a koffer, not to anybody",
        **dict.fromkeys(("kop_hash", "volledig", "onderweg"), "numbers and hashes of statements"),
    },
    "koffer_begin": {"tabel": SLEUTEL, "inhoud": KOPIE},
    "koffer_punt": {"tabel": SLEUTEL, **dict.fromkeys(("wat", "kantoor", "onderweg", "reden"), KOPIE)},
    "koffer_verklaring": {"rij": KOPIE},
    "oordeel": {"grondslag": SLEUTEL, "gegeven_door": WIE},
    "oordeel_verzoek": {"gevraagd_door": WIE},
    "opschaling": {
        "besloten_door": WIE,
        "woorden": KOPIE,
        "fase_voor": SLEUTEL,
        **dict.fromkeys(
            ("akkoord_door", "akkoord_functie", "akkoord_kenmerk", "akkoord_vastgelegd_door", "dossier_door"), WIE
        ),
        "uitkomst_door": WIE,
        "procesregie_voor": WIE,
    },
    "lekoordeel": {"digest": "of a text, which is an item itself", "reden": "why it may go", "door": WIE},
    "overleg": dict.fromkeys(
        ("soort", "plaats", "voorzitter", "notulist", "agenda_woorden", "verslag_woorden"), OVERLEG
    ),
    "overleg_lid": dict.fromkeys(
        ("functie", "vertegenwoordiger", "email", "gevraagde_inbreng", "inbreng"), "of an overleg without casussen"
    ),
    "overleg_uitnodiging": dict.fromkeys(
        ("uid", "gestuurd_naam", "gestuurd_email", "gestuurd_inhoud"), "of an overleg without casussen"
    ),
    "overname": {"systeem": SLEUTEL, "overgenomen_door": WIE},
    "plan_van_aanpak": {"opgesteld_door": WIE, "woorden": KOPIE},
    "regisseurwissel": dict.fromkeys(("van", "naar", "vastgelegd_door"), WIE),
    "sluitreden": {"reden": SLEUTEL, "vastgelegd_door": WIE},
    "tafelgebeurtenis": dict.fromkeys(("wie", "door"), WIE),
    "triage": {"routering": SLEUTEL, "afgerond_door": WIE},
    "triagebrief": dict.fromkeys(("verstuurd_door", "aan_naam", "aan_functie", "aan_email"), WIE),
    "uitgegeven": {
        "inhoud": KOPIE,
        "bestandsnaam": "names nobody",
        "sha256": KOPIE,
        **dict.fromkeys(("gemaakt_door", "aan_naam", "aan_email"), WIE),
    },
    "uitnodiging": {
        "uid": "a number",
        "antwoord_opmerking": OVERLEG,
        **dict.fromkeys(("gestuurd_naam", "gestuurd_functie", "gestuurd_email"), WIE),
    },
    "verlenging": {"besloten_door": WIE},
    "vernietigvoorstel": dict.fromkeys(("gebruiker", "voorgesteld_door", "ingetrokken_door"), WIE),
    "verslag_correctie": {"eerder_inhoud": KOPIE, "eerder_woorden": KOPIE},
    "verstrekking": {
        "wijze": "by mail or by post",
        **dict.fromkeys(("toestemming_kenmerk", "toestemming_door", "vastgelegd_door"), WIE),
    },
    "verzending": dict.fromkeys(("verstuurd_door", "aan_naam", "aan_functie", "aan_email"), WIE),
    "vastlegging": {"vastgelegd_door": WIE},
    "verzoek": dict.fromkeys(
        (
            "wie",
            "namens",
            "vraag",
            "identificatie",
            "identificatie_door",
            "verlengd_reden",
            "reden",
            "besloten_door",
            "verstrekt_hoe",
            "verstrekt_door",
            "vastgelegd_door",
        ),
        VERZOEK,
    ),
    "verzoek_besluit": dict.fromkeys(("reden", "besloten_door"), VERZOEK),
    "verzoek_betrokkene": {"bevestigd_door": WIE},
    "verzoek_partij": dict.fromkeys(
        ("verstuurd_door", "aan_naam", "aan_functie", "aan_email", "antwoord_reden"), VERZOEK
    ),
    "verzoek_weglating": dict.fromkeys(("sleutel", "reden", "door"), VERZOEK),
}
"""Per table each text that is no item, and why. A class that stays when a file goes holds nothing of a person."""


def teksten() -> Iterator[tuple[type[Base], str, str]]:
    """Class, table and column of everything in which words or a file can stand, but for a choice from a list."""
    for mapper in Base.registry.mappers:
        for eigenschap in mapper.column_attrs:
            kolom = eigenschap.columns[0]
            vorm = kolom.type
            woorden = isinstance(vorm, String | LargeBinary) or isinstance(getattr(vorm, "impl", None), String)
            if woorden and not isinstance(vorm, KeuzeKolom | KeuzeOfLeegKolom):
                yield mapper.class_, mapper.local_table.name, eigenschap.key  # type: ignore[attr-defined]


def test_elke_tekst_is_een_onderdeel_of_zegt_waarom_niet() -> None:
    onderdelen = {(bron.rij, kolom) for bron in BRONNEN for kolom, _ in (*bron.teksten, *bron.vast)}
    genoemd = {(tabel, kolom) for tabel, kolommen in GEEN_ITEM.items() for kolom in kolommen}
    alle = {(klasse, tabel, kolom) for klasse, tabel, kolom in teksten() if klasse not in BLIJFT}
    nergens = {(t, k) for klasse, t, k in alle if (klasse, k) not in onderdelen and (t, k) not in genoemd}
    assert nergens == set(), "is this about a person? then it is an item"
    dubbel = {(t, k) for klasse, t, k in alle if (klasse, k) in onderdelen and (t, k) in genoemd}
    assert dubbel == set()
    assert genoemd <= {(t, k) for _, t, k in alle}, "a reason for what is not there"
    gezien = {(klasse, kolom) for klasse, _, kolom in teksten()}
    anders = {(Betrokkene, "geboortedatum"), (CriteriumToets, "voldoet")}
    assert onderdelen - gezien == anders, "a type of its own, and a yes or no; all else has to be seen here"


def test_elke_soort_is_een_bron() -> None:
    assert set(OP_SOORT) == set(ItemSoort)
    assert len(OP_SOORT) == len(BRONNEN)


@pytest.mark.parametrize("huis", HUIZEN)
def test_in_elk_huis_heeft_elk_criterium_een_eigen_naam(huis: str) -> None:
    profiel = laad_meegeleverd(huis)
    items = [Item(OP_SOORT[ItemSoort.CRITERIUM], 1, 1, None, (), een.sleutel) for een in profiel.criteria]
    assert [een.naam(profiel) for een in items] == [f"Toets aan criterium {nr}" for nr in range(1, len(items) + 1)]
    for item, een in zip(items, profiel.criteria, strict=True):
        assert een.tekst.rstrip(".") in item.volle_naam(profiel)
        assert item.met_criterium(profiel).teksten == (("Criterium", een.tekst),)


@pytest.mark.parametrize("criterium", ["eerste", "van een ander profiel"])
def test_of_een_criterium_is_gehaald_staat_erbij_en_is_geen_tekst_van_het_item(criterium: str) -> None:
    profiel = laad_meegeleverd(HUIZEN[0])
    sleutel = profiel.criteria[0].sleutel if criterium == "eerste" else "vervallen"
    bron = OP_SOORT[ItemSoort.CRITERIUM]
    item = Item(bron, 1, 1, None, (("Motivering", "ja"),), sleutel, (("Voldoet", "ja"),))
    getoond = item.met_criterium(profiel)
    assert getoond.teksten[-2:] == (("Motivering", "ja"), ("Voldoet", "ja"))
    assert getoond.als_tekst().splitlines()[-2:] == ["ja", "Voldoet: ja"]
    assert item.teksten == (("Motivering", "ja"),)
