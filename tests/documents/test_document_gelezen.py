"""Every document can be read by who does not see it: in order, with its headings, lists and tables."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import pytest
from document_voorbeelden import NOTULEN_PARTIJ, PDFS, kop
from pdf_structuur import Structuur, lees_structuur
from pypdf import PageObject, PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

sys.path.append(str(Path(__file__).resolve().parents[2]))

from benchmarks.kaaldoek import zonder_merken
from zvh_desktop.documents.formulier.formulier import FormulierGegevens, bouw_formulier_pdf
from zvh_desktop.documents.formulier.vragen import Vraag, Vraagdeel, Vraagvorm
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf
from zvh_desktop.documents.opmaak import merkdoek, pagina
from zvh_desktop.documents.opmaak.blad import Tabelkolom, alinea, kop1, kop2, maak_pdf, puntenlijst, tabel, titelblok
from zvh_desktop.documents.opmaak.lettertype import VERVANGTEKEN, Snit, registreer
from zvh_desktop.documents.opmaak.structuur import Knoop
from zvh_desktop.documents.opmaak.vormen import Vakje

KOLOMMEN = (Tabelkolom("Actie", 7), Tabelkolom("Belegd bij", 3, vet=True), Tabelkolom("", 1))


def gelezen(*inhoud: Any) -> Structuur:
    return lees_structuur(maak_pdf(kop("Proef", None), list(inhoud)))


def regels(gevonden: Structuur, *soorten: str) -> list[str]:
    return [tekst for soort, tekst in gevonden.regels if soort in soorten]


@pytest.mark.parametrize("naam", list(PDFS))
def test_geen_document_heeft_een_fout_voor_een_schermlezer(naam: str) -> None:
    assert lees_structuur(PDFS[naam]()).fouten == []


@pytest.mark.parametrize("naam", list(PDFS))
def test_een_stuk_is_hoogstens_een_vijfde_groter_dan_zonder_leeswijzer(naam: str) -> None:
    with zonder_merken():
        kaal = len(PDFS[naam]())
    assert 1 < len(PDFS[naam]()) / kaal <= 1.2


ZINNEN: Final = (
    "de het een van in op met bij naar en wonen zorg huis plan partij gesprek afspraak week maand school werk inkomen "
    "gezin steun wijk begeleiding schulden traject vraag antwoord zij hij wordt heeft kan wil niet nog eerst daarna "
    "samen vast plek sleutel brief uitkering dagbesteding behandeling buurt familie melding"
)
"""Words, dealt out by lot: what is the same each time packs far better than any document does."""


def _loting() -> Random:
    return Random(1)  # noqa: S311  no secret


def lange_notulen(loting: Random) -> bytes:
    (punt, *_) = NOTULEN_PARTIJ.punten
    punten = tuple(replace(punt, beeld=" ".join(loting.choices(ZINNEN.split(), k=60))) for _ in range(11))
    return bouw_notulen_partij_pdf(replace(NOTULEN_PARTIJ, punten=punten))


def lange_tabel(loting: Random) -> bytes:
    kolommen = (Tabelkolom("Actie", 7), Tabelkolom("Belegd bij", 3, vet=True), Tabelkolom("Dag", 2))
    rijen = [(*(" ".join(loting.choices(ZINNEN.split(), k=deel)) for deel in (3, 2)), str(rij)) for rij in range(310)]
    return maak_pdf(kop("Proef", None), tabel(kolommen, rijen))


@pytest.mark.parametrize(("maak", "hoogstens"), [(lange_notulen, 1.3), (lange_tabel, 1.45)])
def test_een_stuk_van_tien_bladen_is_hoogstens_zoveel_groter(
    maak: Callable[[Random], bytes], hoogstens: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fonts count for less and the tree for more. Head and foot, drawn once, would help: they are left out."""
    monkeypatch.setattr(pagina, "_teken_rand", lambda *_een: None)
    gemerkt = maak(_loting())
    with zonder_merken():
        kaal = maak(_loting())
    assert 9 <= len(_bladen(gemerkt)) == len(_bladen(kaal)) <= 12
    assert 1 < len(gemerkt) / len(kaal) <= hoogstens


@pytest.mark.parametrize("naam", list(PDFS))
def test_alles_op_het_blad_wordt_gelezen_behalve_kop_en_voet(naam: str) -> None:
    pdf = PDFS[naam]()
    woorden = set(lees_structuur(pdf).tekst.split())
    for blad in PdfReader(BytesIO(pdf)).pages:
        op_het_blad = blad.extract_text()
        rand = {woord for regel in op_het_blad.splitlines()[:9] for woord in regel.split()} | {"Pagina", "van"}
        los = {woord for woord in op_het_blad.split() if woord not in rand and not woord.isdigit()}
        assert los <= woorden


def test_woorden_aan_het_eind_van_een_regel_blijven_twee_woorden() -> None:
    zin = "de betrokkene slaapt sinds drie weken op wisselende adressen " * 400
    gevonden = lees_structuur(
        bouw_notulen_partij_pdf(replace(NOTULEN_PARTIJ, punten=(replace(NOTULEN_PARTIJ.punten[0], beeld=zin),)))
    )
    # Over three pages, and read as one paragraph.
    assert gevonden.fouten == []
    assert zin.strip() in regels(gevonden, "P")


def test_een_woord_dat_is_geknipt_blijft_een_woord() -> None:
    assert regels(gelezen(alinea("x" * 400)), "P") == ["x" * 400]


def test_rechts_naar_links_wordt_gelezen_zoals_het_is_getypt() -> None:
    naam = "דנה לוי (עדה)"
    gevonden = gelezen(alinea(naam), alinea(f"Gesproken met {naam} en haar broer."))
    assert regels(gevonden, "P") == [naam, f"Gesproken met {naam} en haar broer."]


def test_koppen_slaan_geen_niveau_over_en_zijn_bladwijzers() -> None:
    inhoud = [
        *kop1("een"),
        *kop2("een a"),
        *kop1("twee"),
        *titelblok("Titel", "onder"),
        *kop2("a"),
        *kop1("b"),
        *kop2("c"),
    ]
    pdf = maak_pdf(kop("Proef", None), inhoud)
    gevonden = lees_structuur(pdf)
    assert [regel for regel in gevonden.regels if regel[0].startswith("H")] == [
        ("H1", "een"),
        ("H2", "een a"),
        ("H1", "twee"),
        ("H1", "Titel"),
        ("H2", "a"),
        ("H2", "b"),
        ("H3", "c"),
    ]
    assert gevonden.fouten == []

    assert [een.titel for een in _bladwijzers(pdf)] == ["een", "een a", "twee", "Titel", "a", "b", "c"]


def test_een_bladwijzer_staat_even_diep_als_zijn_kop_en_brengt_daarheen() -> None:
    lang = alinea("Een verzonnen zin die een regel vult en daarna nog een stuk verder gaat. " * 60)
    pdf = maak_pdf(
        kop("Proef", None),
        [*titelblok("Titel", ""), lang, *kop1("Vooraan"), lang, *kop2("Midden"), lang, *kop2("Verder"), *kop1("Slot")],
    )
    wijzers = _bladwijzers(pdf)
    soorten = [soort for soort, _tekst in lees_structuur(pdf).regels if soort.startswith("H")]
    assert [(een.titel, f"H{een.diepte + 1}") for een in wijzers] == list(
        zip(["Titel", "Vooraan", "Midden", "Verder", "Slot"], soorten, strict=True)
    )
    assert sorted({een.diepte for een in wijzers}) == [0, 1, 2]
    assert len({een.blad for een in wijzers}) > 1
    for wijzer in wijzers:
        # The top of the window comes just above the heading: its line is the first that is seen.
        assert 0 < wijzer.boven - _hoogte_van(pdf, wijzer.blad, wijzer.titel) < 30


class _Wijzer(NamedTuple):
    titel: str
    diepte: int
    blad: int
    boven: float


def _bladwijzers(pdf: bytes) -> list[_Wijzer]:
    lezer = PdfReader(BytesIO(pdf))

    def uit(deel: Any, diepte: int) -> list[_Wijzer]:
        rijen = []
        for een in deel:
            if isinstance(een, list):
                rijen += uit(een, diepte + 1)
            else:
                rijen.append(_Wijzer(een.title, diepte, int(lezer.get_destination_page_number(een) or 0), een.top))
        return rijen

    return uit(lezer.outline, 0)


def _hoogte_van(pdf: bytes, blad: int, titel: str) -> float:
    """The y of the line with only this text on this page."""
    gezien: list[float] = []

    def kijk(tekst: str, cm: list[float], tm: list[float], *_letter: object) -> None:
        if tekst.strip() == titel:
            gezien.append(tm[5] * cm[3] + cm[5])

    PdfReader(BytesIO(pdf)).pages[blad].extract_text(visitor_text=kijk)
    (hoogte,) = gezien
    return hoogte


def test_een_tabel_over_bladen_zegt_zijn_kop_een_keer() -> None:
    rijen = [(f"Actie {nummer}", f"Partij {nummer}", Vakje(nummer % 2 == 0)) for nummer in range(90)]
    pdf = maak_pdf(kop("Proef", None), tabel(KOLOMMEN, rijen))
    gevonden = lees_structuur(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages) > 2
    assert gevonden.fouten == []
    assert regels(gevonden, "TH").count("Actie") == 1
    assert regels(gevonden, "TH")[2:] == [f"Partij {nummer}" for nummer in range(90)]
    assert regels(gevonden, "TD") == [f"Actie {nummer}" for nummer in range(90)]
    assert regels(gevonden, "Figure") == ["aangevinkt", "niet aangevinkt"] * 45


def test_wat_op_elk_blad_hetzelfde_is_staat_in_het_bestand_een_keer_en_op_elk_blad() -> None:
    def bladen(regels: int) -> list[tuple[str, bytes]]:
        pdf = maak_pdf(kop("Proef", None), tabel(KOLOMMEN, [("", f"Partij {een}", "") for een in range(regels)]))
        return [(een.extract_text(), ruw.get_data()) for een in _bladen(pdf) if (ruw := een.get_contents()) is not None]

    ((tekst, eigen),) = bladen(25)
    assert "VERTROUWELIJK" in tekst
    assert b"VERTROUWELIJK" in eigen
    lang = bladen(120)
    assert len(lang) == 4
    for nummer, (tekst, eigen) in enumerate(lang, start=1):
        assert "VERTROUWELIJK" in tekst
        assert f"Pagina {nummer} van 4" in tekst
        assert b"VERTROUWELIJK" not in eigen


class Opmerking(Flowable):
    """Draws a line of comment beside its box, as any drawing may."""

    def wrap(self, _breed: float, _hoog: float) -> tuple[float, float]:
        return 10, 10

    def draw(self) -> None:
        with self.canv.plaat("vak", 10, 10):
            self.canv._code.append("% losse opmerking")
            self.canv.rect(0, 0, 10, 10)


@pytest.mark.parametrize("aantal", [1, 4])
def test_een_opmerking_in_een_tekening_is_geen_vaste_plek(aantal: int) -> None:
    verder = ["\n".join(["Verder."] * 50 * (aantal - 1))] if aantal > 1 else []
    bladen = _bladen(maak_pdf(kop("Proef", None), [Opmerking(), *map(alinea, verder)]))
    eerste = bladen[0].get_contents()
    assert eerste is not None
    assert b"% losse opmerking" in eerste.get_data()
    assert len(bladen) == aantal


def _bladen(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(pdf)).pages)


def test_een_lege_cel_houdt_haar_plaats() -> None:
    gevonden = gelezen(*tabel(KOLOMMEN, [("", "Politie", ""), ("Bellen", "", "ja")]))
    assert gevonden.fouten == []


def test_een_lijst_wordt_als_lijst_gelezen() -> None:
    gevonden = gelezen(*puntenlijst(["eerste", "tweede " * 40, "derde"]))
    assert gevonden.fouten == []
    assert regels(gevonden, "Lbl") == ["•"] * 3
    assert regels(gevonden, "LBody") == ["eerste", ("tweede " * 40).strip(), "derde"]


def test_een_formulier_noemt_zijn_velden_en_zegt_geen_norm() -> None:
    vragen = (
        Vraag("naam", "Naam van de betrokkene", Vraagvorm.REGEL),
        Vraag("soort", "Soort", Vraagvorm.KEUZE, keuzes=("een", "twee")),
    )
    pdf = bouw_formulier_pdf(
        FormulierGegevens(
            kop("Aanmeldformulier", None), "Aanmelden", ("Uitleg.",), (Vraagdeel("Wie", "", vragen),), "x1"
        )
    )
    gevonden = lees_structuur(pdf)
    assert gevonden.fouten == []
    assert regels(gevonden, "Form") == [
        "Naam van de betrokkene",
        "Soort",
        "Kenmerk van dit formulier (niet wijzigen)",
    ]


def test_wat_niet_bestaat_in_het_lettertype_heeft_een_eigen_teken() -> None:
    assert ord(VERVANGTEKEN) in registreer()
    assert all(pdfmetrics.getFont(snit.value).face.charToGlyph[ord(VERVANGTEKEN)] != 0 for snit in Snit)
    gevonden = gelezen(alinea("goed \U0001f600 einde"))
    assert gevonden.fouten == []
    assert regels(gevonden, "P") == [f"goed {VERVANGTEKEN} einde"]


def test_de_dag_is_die_van_het_stuk_en_hetzelfde_stuk_is_hetzelfde_bestand() -> None:
    later = replace(kop("Proef", None), gemaakt_op=date(2027, 3, 1))
    een, twee, ander = (maak_pdf(hoofd, [alinea("x")]) for hoofd in (kop("Proef", None), kop("Proef", None), later))
    assert een == twee != ander
    gegevens: Any = PdfReader(BytesIO(ander)).metadata
    assert gegevens["/CreationDate"].startswith("D:20270301")


class TestDeLezingZelf:
    """A check that finds nothing would always pass."""

    def fouten(self, *inhoud: Any) -> str:
        return "\n".join(gelezen(*inhoud).fouten)

    def test_vindt_wat_niet_gemerkt_is(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(merkdoek.Merkdoek, "artefact", lambda *_een: nullcontext())
        assert "is niet gemerkt" in self.fouten(alinea("x"))

    def test_vindt_een_plaat_zonder_woorden(self, monkeypatch: pytest.MonkeyPatch) -> None:
        echt = merkdoek.Merkdoek.plaat
        monkeypatch.setattr(merkdoek.Merkdoek, "plaat", lambda doek, _anders, *maat: echt(doek, "", *maat))
        assert "zonder woorden" in self.fouten(Vakje(True))

    def test_vindt_een_overgeslagen_kop(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("zvh_desktop.documents.opmaak.structuur.Boom.kop", lambda boom, _maat: boom.nu.onder("H3"))
        monkeypatch.setattr(merkdoek.Merkdoek, "bladwijzer", lambda *_een: None)
        assert "kop van 0 naar 3" in self.fouten(*kop1("x"))

    def test_vindt_een_verschoven_rij_en_een_kopcel_zonder_richting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("zvh_desktop.documents.opmaak.tabelvorm.VOOR_KOLOM", "")
        monkeypatch.setattr("zvh_desktop.documents.opmaak.boomschrift.CELLEN", frozenset())
        with pytest.raises(KeyError, match="/A"):
            self.fouten(*tabel(KOLOMMEN, [("a", "b", "c")]))

    def test_vindt_een_verwisselde_volgorde(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def vooraan(knoop: Knoop, rol: Any, kenmerken: str = "", anders: str = "") -> Knoop:
            kind = Knoop(rol, kenmerken, anders)
            knoop.kinderen.insert(0, kind)
            return kind

        monkeypatch.setattr(Knoop, "onder", vooraan)
        assert "leesvolgorde" in self.fouten(alinea("een"), alinea("twee"))

    def test_vindt_tekst_die_aan_niets_hangt(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("zvh_desktop.documents.opmaak.structuur.Boom.alinea", lambda _boom: Knoop("P"))
        with pytest.raises(KeyError):
            self.fouten(alinea("los"))
