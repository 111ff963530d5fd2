"""Where a page ends: no heading alone at its foot, no end of a letter alone at the head of the next."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

import pytest
from document_voorbeelden import kop
from pdf_structuur import lees_structuur
from pypdf import PdfReader

from zvh_desktop.documents.cijfers.gegevens import Cijferblad, Cijferrij
from zvh_desktop.documents.cijfers.staven import Staven
from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, feiten, kader, kop1, kop2, maak_pdf, tabel, wit
from zvh_desktop.documents.opmaak.brief import slot
from zvh_desktop.documents.opmaak.kop import Afzender
from zvh_desktop.documents.verzoeken.inzageoverzicht import (
    InzageoverzichtGegevens,
    OverzichtDeel,
    OverzichtItem,
    bouw_inzageoverzicht_pdf,
)

AFZENDER: Final = Afzender("J. Oefenman", "namens ons", "post@oefen.example", "000")

PLEKKEN = range(520, 660, 4)
"""How much white above: each place of the heading near the foot of the page."""


def bladen(*inhoud: Any) -> list[str]:
    # White at the head of a page is left out, so something stands above it.
    pdf = maak_pdf(kop("Proef", None), [alinea("Bovenaan."), *inhoud])
    return [een.extract_text() for een in PdfReader(BytesIO(pdf)).pages]


def regels(aantal: int) -> str:
    return "\n".join(f"regel {een}" for een in range(1, aantal + 1))


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 5])
def test_een_kop_staat_nooit_alleen_onder_aan_een_blad(aantal: int) -> None:
    for plek in PLEKKEN:
        (met_kop,) = (een for een in bladen(wit(plek), *kop1("De kop"), alinea(regels(aantal))) if "De kop" in een)
        assert "regel 1" in met_kop, plek


def test_feiten_onder_een_kop_en_een_kader_blijven_bij_elkaar() -> None:
    rijen = [(f"Feit {een}", "waarde") for een in range(1, 7)]
    for plek in PLEKKEN:
        alle = bladen(wit(plek), *kop1("De kop"), *kader(["Van tafel: een partij"]), *feiten(rijen))
        (met_kop,) = (een for een in alle if "De kop" in een)
        assert all(f"Feit {een}" in met_kop for een in range(1, 7)), plek


def test_veel_feiten_lopen_door_over_bladen() -> None:
    alle = bladen(*feiten([(f"Feit {een}", "waarde") for een in range(1, 200)]))
    assert len(alle) > 3
    assert all("Feit" in een for een in alle)


def staven(naam: str) -> Staven:
    return Staven(Cijferblad("Kern", "Wat", (Cijferrij(naam, 3, 1, "3", "1", "+2"),), "", grafiek=True), "2026", "2025")


ONDER_EEN_KOP: Final[dict[str, Callable[[], list[Any]]]] = {
    "lange tekst": lambda: [alinea(regels(40))],
    "tekst van vijf regels": lambda: [alinea(regels(5))],
    "feiten": lambda: feiten([(f"regel {een}", "waarde") for een in range(1, 5)]),
    "veel feiten": lambda: feiten([(f"regel {een}", "waarde") for een in range(1, 30)]),
    "tabel": lambda: tabel((Tabelkolom("Wat", 1),), [(f"regel {een}",) for een in range(1, 4)]),
    "kader": lambda: kader(["regel 1", "regel 2"]),
    "hoog kader": lambda: kader([regels(14)]),
    "onderkop": lambda: [*kop2("Onderkop"), alinea("regel 1")],
    "onderkop en lange tekst": lambda: [*kop2("Onderkop"), alinea(regels(40))],
    "onderkop en feiten": lambda: [*kop2("Onderkop"), *feiten([("regel 1", "waarde")])],
    "twee alinea's": lambda: [alinea("regel 1"), alinea("Slotzin.")],
    "kader en alinea": lambda: [*kader(["inleiding"]), alinea("regel 1")],
    "kader en lange tekst": lambda: [*kader(["inleiding"]), alinea(regels(40))],
    "onderkop, kader en alinea": lambda: [*kop2("Onderkop"), *kader(["inleiding"]), wit(), alinea("regel 1")],
    "staven": lambda: [staven("regel 1")],
    "alleen het slot": lambda: [],
}


@pytest.mark.parametrize("is_brief", [True, False])
@pytest.mark.parametrize("onder", list(ONDER_EEN_KOP))
def test_een_kop_houdt_bij_zich_waar_hij_boven_staat(onder: str, is_brief: bool) -> None:
    """Above the end of a letter the heading stood alone at 8 to 29 of 90 places."""
    eerste = "regel 1" if ONDER_EEN_KOP[onder]() else "vriendelijke groet" if is_brief else "De kop"
    alleen = []
    for plek in range(300, 660, 11):
        einde = slot(kop("Proef", None), AFZENDER) if is_brief else []
        alle = bladen(wit(plek), *kop1("De kop"), *ONDER_EEN_KOP[onder](), *einde)
        (met_kop,) = (een for een in alle if "De kop" in een)
        if eerste not in met_kop:
            alleen.append(plek)
    assert alleen == []


@pytest.mark.parametrize("aantal", [4, 5, 8, 40, 95])
def test_van_een_lange_tekst_gaan_met_het_slot_de_laatste_regels_mee(aantal: int) -> None:
    """The last two lines, and no white within the text where it could have been cut."""
    for plek in range(0, 660, 12):
        alle = bladen(wit(plek), alinea(regels(aantal)), *slot(kop("Proef", None), AFZENDER))
        assert f"regel {aantal - 1} \nregel {aantal} " in alle[-1], plek
        assert "J. Oefenman" in alle[-1], plek
        assert sum(een.count("regel ") for een in alle) == aantal


def test_een_tekst_die_met_het_slot_meegaat_heeft_overal_dezelfde_regelafstand() -> None:
    hoogten: list[float] = []

    def kijk(tekst: str, cm: list[float], tm: list[float], *_letter: object) -> None:
        if tekst.startswith("regel "):
            hoogten.append(tm[5] * cm[3] + cm[5])

    pdf = maak_pdf(kop("Proef", None), [alinea(regels(9)), *slot(kop("Proef", None), AFZENDER)])
    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=kijk)
    assert len(hoogten) == 9
    assert {round(boven - onder, 2) for boven, onder in pairwise(hoogten)} == {round(hoogten[0] - hoogten[1], 2)}


def test_een_tekst_die_met_het_slot_meegaat_wordt_als_een_alinea_gelezen() -> None:
    gevonden = lees_structuur(maak_pdf(kop("Proef", None), [alinea(regels(9)), *slot(kop("Proef", None), AFZENDER)]))
    assert gevonden.fouten == []
    assert gevonden.regels[0] == ("P", regels(9).replace("\n", " "))


def test_meer_kaders_dan_een_blad_onder_een_kop_laten_geen_leeg_blad() -> None:
    hoog = "\n".join(["inleiding"] * 9)
    alle = bladen(*kop1("De kop"), *(deel for _ in range(8) for deel in kader([hoog])), alinea("regel 1"))
    assert "De kop" in alle[0]
    assert all("inleiding" in een for een in alle)


@pytest.mark.parametrize("laatste", ["alinea", "kader"])
def test_het_slot_van_een_brief_staat_nooit_alleen_op_een_blad(laatste: str) -> None:
    aantallen = set()
    for plek in PLEKKEN:
        einde = [*kop1("Tot slot"), alinea("Laatste zin.")] if laatste == "alinea" else kader(["Laatste zin."])
        alle = bladen(wit(plek - 120), *einde, *slot(kop("Proef", None), AFZENDER))
        aantallen.add(len(alle))
        assert "Laatste zin." in alle[-1], plek
        assert "J. Oefenman" in alle[-1], plek
    assert aantallen == {1, 2}


def test_de_kop_van_een_kolom_met_getallen_staat_boven_de_getallen() -> None:
    rechts: dict[str, float] = {}

    def kijk(tekst: str, cm: list[float], tm: list[float], *_letter: object) -> None:
        rechts[tekst.strip()] = tm[4] * cm[0] + cm[4]

    pdf = maak_pdf(kop("Proef", None), tabel((Tabelkolom("Wat", 9), Tabelkolom("Min", 2, rechts=True)), [("a", "200")]))
    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=kijk)
    assert abs(rechts["Min"] - rechts["200"]) < 5


KORTE_NAAM: Final = "Keren dat een casus op de agenda stond en niet is behandeld"


def naast_de_staaf(naam: str) -> list[str]:
    """The lines that stand at the bar, between the legend and the figures."""
    (tekst,) = bladen(staven(naam))
    gevonden = [regel.strip() for regel in tekst.splitlines()]
    return gevonden[gevonden.index("2025") + 1 : gevonden.index("3")]


def test_een_naam_van_twee_regels_staat_helemaal_bij_een_staaf() -> None:
    gevonden = naast_de_staaf(KORTE_NAAM)
    assert len(gevonden) == 2
    assert " ".join(gevonden) == KORTE_NAAM


@pytest.mark.parametrize(
    "langer", [f"{KORTE_NAAM} door een verzonnen partij met een afdeling erbij", "x" * 200, "דנה לוי עדה " * 12]
)
def test_een_naam_die_te_lang_is_voor_een_staaf_eindigt_met_een_weglating(langer: str) -> None:
    eerst, dan = naast_de_staaf(langer)
    assert dan.endswith("…")
    over = langer.removeprefix(eerst).lstrip()
    assert len(dan) > 20
    assert over.startswith(dan.removesuffix("…"))


@pytest.mark.parametrize("ervoor", range(4))
def test_wat_er_kort_over_een_ding_staat_blijft_in_het_inzage_overzicht_bij_elkaar(ervoor: int) -> None:
    """Of a doel in a plan its leefgebied stood alone at the head of the next page."""
    eerst = OverzichtItem("Eerst", "casus 1", tuple((f"Feit {een}", "waarde") for een in range(ervoor)))
    items = tuple(
        OverzichtItem(f"Doel {een}", "casus 1", (("Doel", f"tekst {een}"), ("Leefgebied", f"gebied {een}")))
        for een in range(1, 60)
    )
    deel = OverzichtDeel("Het huis", "", (eerst, *items))
    gegevens = InzageoverzichtGegevens(kop("Inzage-overzicht", None), "Verzoek 1", "casus 1", "", (deel,), 0, (), "")
    alle = [een.extract_text() for een in PdfReader(BytesIO(bouw_inzageoverzicht_pdf(gegevens))).pages]
    assert len(alle) > 3
    for een in range(1, 60):
        (met_kop,) = (blad for blad in alle if f"Doel {een}," in blad)
        assert f"tekst {een} " in met_kop and f"gebied {een} " in met_kop, een


def rijen(aantal: int) -> list[Any]:
    return tabel(
        (Tabelkolom("Wat", 3, vet=True), Tabelkolom("Hoe", 2)), [(f"rij {een}.", "x") for een in range(1, aantal + 1)]
    )


EINDEN: Final[dict[str, tuple[Callable[[], list[Any]], str]]] = {
    "brief": (lambda: slot(kop("Proef", None), AFZENDER), "J. Oefenman"),
    "kader": (lambda: kader(["Dit is vertrouwelijk."]), "Dit is vertrouwelijk."),
}


@pytest.mark.parametrize("einde", list(EINDEN))
def test_van_een_hoge_tabel_gaan_met_het_einde_de_laatste_rijen_mee(einde: str) -> None:
    """Of each number of rows, so that the end falls at every place of a page; each part has the heading row."""
    maak, laatste = EINDEN[einde]
    for aantal in range(22, 64):
        alle = bladen(*kop1("De kop"), *rijen(aantal), *maak())
        assert laatste in alle[-1], aantal
        assert f"rij {aantal - 1}." in alle[-1] and f"rij {aantal}." in alle[-1], aantal
        assert sum(een.count("rij ") for een in alle) == aantal, aantal
        assert all(een.count("Wat") == 1 for een in alle if "rij " in een), aantal
        assert "rij 1." in alle[0] and "De kop" in alle[0], aantal


@pytest.mark.parametrize("aantal", [40, 41, 42, 60, 80])
def test_een_tabel_waarvan_de_laatste_rijen_meegaan_wordt_als_een_tabel_gelezen(aantal: int) -> None:
    gevonden = lees_structuur(maak_pdf(kop("Proef", None), [*rijen(aantal), *slot(kop("Proef", None), AFZENDER)]))
    assert gevonden.fouten == []
    koppen = [tekst for soort, tekst in gevonden.regels if soort == "TH"]
    assert koppen == ["Wat", "Hoe", *(f"rij {een}." for een in range(1, aantal + 1))], "the heading row is read once"


def test_veel_feiten_boven_een_slot_laten_het_niet_alleen() -> None:
    for aantal in range(30, 74, 2):
        alle = bladen(
            *feiten([(f"Feit {een}.", "waarde") for een in range(1, aantal)]), *slot(kop("Proef", None), AFZENDER)
        )
        assert "J. Oefenman" in alle[-1] and f"Feit {aantal - 1}." in alle[-1], aantal


def test_het_kader_waarmee_een_stuk_eindigt_staat_niet_alleen_op_een_blad() -> None:
    """It takes the last point along, with its heading and what is known of it."""
    for plek in range(300, 660, 7):
        punt = [*kop1("Het punt"), *feiten([("Doel", "waarde")]), *kader(["Wij vragen u iets."])]
        alle = bladen(wit(plek), *punt, *kader(["Dit is vertrouwelijk."]))
        assert all(deel in alle[-1] for deel in ("Het punt", "Doel", "Wij vragen", "vertrouwelijk")), plek
