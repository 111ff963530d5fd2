"""The aanmeldformulier: made, filled in by another program, read as a proposal, and accepted answer by answer."""

from __future__ import annotations

import itertools
import os
import time
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from factories import BEHEER, Bureau
from formuliertoneel import ANTWOORDEN, ingevuld, vijandig
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from zvh_desktop.documents.formulier import lezen
from zvh_desktop.errors import FormulierGeweigerd, InvoerOngeldig, NietBevoegd
from zvh_desktop.models.geboortedatum import Geboortedatum
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.formulier.formulieren import FormulierService, Ingelezen
from zvh_desktop.services.formulier.voorstel import Verschil
from zvh_desktop.services.formulier.vragen import kenmerk, vragen

AANTAL = int(os.environ.get("ZVH_FORMULIEREN", "60"))
"""How many hostile forms are tried; ``make formulierproef`` tries a thousand."""


@pytest.fixture
def dienst(bureau: Bureau) -> FormulierService:
    bureau.contact("GGD")
    return bureau.diensten().formulieren


def leeg(bureau: Bureau, dienst: FormulierService) -> bytes:
    return dienst.stukken(bureau.partij("GGD")).formulier.inhoud


def test_het_formulier_vraagt_wat_het_huis_vraagt_en_zegt_niets_over_iemand(
    bureau: Bureau, dienst: FormulierService
) -> None:
    stukken = dienst.stukken(bureau.partij("GGD"))
    lezer = PdfReader(BytesIO(stukken.formulier.inhoud))
    velden = lezer.get_fields() or {}
    assert set(velden) == {"formulier", *(vraag.sleutel for vraag in vragen(bureau.profiel))}
    assert velden["formulier"]["/V"] == kenmerk(bureau.profiel)
    assert velden["partij"]["/V"] == bureau.naam("GGD")
    assert [a.naam for a in bureau.profiel.aanpakken] == [str(een) for een in velden["aanpak"]["/Opt"]][1:]
    assert bureau.naam("GGD") not in str(lezer.metadata)
    assert b"/JavaScript" not in stukken.formulier.inhoud
    assert b"filename" in stukken.concept.inhoud
    assert len({kenmerk(laad_meegeleverd(huis)) for huis in ("twente", "delft", "haaglanden")}) == 3


def lees(bureau: Bureau, dienst: FormulierService, **anders: str) -> Ingelezen:
    return dienst.lees(ingevuld(leeg(bureau, dienst), {**ANTWOORDEN, **anders}))


def test_een_nieuw_formulier_wordt_een_aanmelding(bureau: Bureau, dienst: FormulierService) -> None:
    aanpak = bureau.profiel.aanpakken[0]
    criterium = bureau.profiel.criteria[0].sleutel
    gelezen = lees(bureau, dienst, aanpak=aanpak.naam, **{f"criterium_{criterium}": "ja"})
    regels = dienst.voorstel(gelezen, None)
    assert {regel.verschil for regel in regels} == {Verschil.NIEUW}
    assert next(r.antwoord for r in regels if r.sleutel == "partij") == bureau.naam("GGD")
    assert bureau.aanmeldingen.lijst() == ()
    nieuw = dienst.neem_over(gelezen, None, [regel.sleutel for regel in regels])
    invoer = bureau.aanmeldingen.toon(nieuw).invoer
    assert (invoer.datum, invoer.partij_id, invoer.aanpak) == (date(2026, 9, 1), bureau.partij("GGD"), aanpak.sleutel)
    (wie,) = invoer.betrokkenen
    assert (wie.naam, wie.geboortedatum, wie.gemeente) == (
        "Verzonnen Aangemelde",
        Geboortedatum(1980, 3, 5),
        "Voorbeelddorp",
    )
    assert invoer.zorgelijke_situatie == ANTWOORDEN["zorgelijke_situatie"]
    assert invoer.terugkoppeling_gewenst is False
    assert next(een.voldoet for een in invoer.criteria if een.criterium == criterium) is True


def test_alleen_wat_is_gekozen_verandert(bureau: Bureau, dienst: FormulierService) -> None:
    wie = BetrokkeneInvoer("Verzonnen Aangemelde", Geboortedatum(1981), "Elders")
    bestaand = bureau.aanmelding(partij_id=bureau.partij("GGD"), betrokkenen=(wie,), verzoek="Iets anders.")
    eerder = bureau.aanmeldingen.toon(bestaand).invoer
    gelezen = lees(bureau, dienst)
    assert gelezen.vermoedelijk == bestaand
    regels = {regel.sleutel: regel for regel in dienst.voorstel(gelezen, bestaand)}
    assert regels["naam_1"].verschil is Verschil.GELIJK
    assert regels["contact_email"].verschil is Verschil.NIEUW
    assert (regels["verzoek"].verschil, regels["verzoek"].nu) == (Verschil.ANDERS, "Iets anders.")
    assert dienst.neem_over(gelezen, bestaand, ["gemeente_1", "contact_email"]) == bestaand
    na = bureau.aanmeldingen.toon(bestaand).invoer
    assert na.betrokkenen[0].gemeente == "Voorbeelddorp"
    assert na.betrokkenen[0].id == eerder.betrokkenen[0].id
    assert replace(na, contact_email="", betrokkenen=eerder.betrokkenen) == eerder


@pytest.mark.parametrize(
    ("sleutel", "antwoord", "waarom"),
    [
        ("datum", "31-02-2026", "dagen"),
        ("datum", "ergens in mei", ""),
        ("datum", "1-1-2050", "toekomst"),
        ("geboren_1", "12-13-1990", ""),
        ("contact_email", "geen adres", "e-mailadres"),
        ("naam_1", "Ve\u200brzonnen", ""),
        ("terugkoppeling", "misschien", "keuze is er niet"),
        ("aanpak", "Een aanpak die er niet is", "keuze is er niet"),
        ("verzoek", "x" * 20_000, "te lang"),
    ],
)
def test_wat_onduidelijk_is_wordt_gezegd_en_niet_overgenomen(
    bureau: Bureau, dienst: FormulierService, sleutel: str, antwoord: str, waarom: str
) -> None:
    gelezen = dienst.lees(ingevuld(leeg(bureau, dienst)))
    gelezen = replace(gelezen, getypt={**gelezen.getypt, sleutel: antwoord})
    regel = next(een for een in dienst.voorstel(gelezen, None) if een.sleutel == sleutel)
    assert regel.verschil is Verschil.ONDUIDELIJK
    assert not regel.kan
    assert regel.waarom
    assert waarom in regel.waarom
    with pytest.raises(InvoerOngeldig):
        dienst.neem_over(gelezen, None, [sleutel])
    assert bureau.aanmeldingen.lijst() == ()


def _geschreven(schrijver: PdfWriter) -> bytes:
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def test_wat_geen_formulier_van_dit_huis_is_wordt_geweigerd(bureau: Bureau, dienst: FormulierService) -> None:
    goed = ingevuld(leeg(bureau, dienst))
    delft = laad_meegeleverd("delft")
    gewoon = PdfWriter()
    gewoon.add_blank_page(100, 100)
    versleuteld = PdfWriter(clone_from=BytesIO(goed))
    versleuteld.encrypt("geheim")
    met_bijlage = PdfWriter(clone_from=BytesIO(goed))
    met_bijlage.add_attachment("iets.exe", b"MZ")
    met_script = PdfWriter(clone_from=BytesIO(goed))
    met_script._root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    velen = PdfWriter(clone_from=BytesIO(goed))
    for _ in range(60):
        velen.add_blank_page(100, 100)
    for inhoud, wat in (
        (ingevuld(goed, {"formulier": kenmerk(delft)}), "ander huis"),
        (ingevuld(goed, {"formulier": f"{bureau.profiel.sleutel}/0/00000000"}), "andere versie"),
        (ingevuld(goed, {"formulier": "iets"}), "geen formulier van dit huis"),
        (_geschreven(gewoon), "geen invulvelden"),
        (_geschreven(versleuteld), "versleuteld"),
        (_geschreven(met_bijlage), "ingesloten bestand"),
        (_geschreven(met_script), "script"),
        (_geschreven(velen), "te veel bladzijden"),
        (b"", "geen PDF"),
        (b"%PDF-1.7" + b"0" * 5_000_000, "te groot"),
    ):
        with pytest.raises(FormulierGeweigerd, match=wat) as fout:
            dienst.lees(inhoud)
        assert fout.value.veilig == "Er is niets gewijzigd."
        assert fout.value.advies


def test_vijandige_en_beschadigde_formulieren(bureau: Bureau, dienst: FormulierService) -> None:
    """Each is refused in plain words, or read as a proposal; never anything else, and nothing ever changes."""
    goed = ingevuld(leeg(bureau, dienst))
    geweigerd = gelezen = 0
    for naam, inhoud in vijandig(goed, AANTAL):
        try:
            dienst.voorstel(dienst.lees(inhoud), None)
            gelezen += 1
        except FormulierGeweigerd as fout:
            assert fout.gebeurd.endswith("Er is niets ingelezen."), naam
            geweigerd += 1
    assert geweigerd > AANTAL // 2
    assert gelezen > 0
    assert bureau.aanmeldingen.lijst() == ()


def test_of_een_formulier_te_veel_werk_vraagt_hangt_niet_van_de_klok_af(
    bureau: Bureau, dienst: FormulierService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a computer that stands still a good form is read as well; what asks more work than a form is refused."""
    goed = ingevuld(leeg(bureau, dienst))
    stappen = []
    for _ in range(2):
        with lezen.Stappenteller(lezen.MEESTE_STAPPEN) as teller:
            lezen._lees(goed)
        stappen.append(lezen.MEESTE_STAPPEN - teller.over)
    assert stappen[0] < lezen.MEESTE_STAPPEN / 10
    assert abs(stappen[1] - stappen[0]) < stappen[0] / 10
    uren = itertools.count(0, 3600)
    for klok in ("monotonic", "perf_counter", "time", "process_time", "thread_time"):
        monkeypatch.setattr(time, klok, lambda: float(next(uren)))
    assert dienst.lees(goed).getypt["naam_1"] == ANTWOORDEN["naam_1"]
    monkeypatch.setattr(lezen, "MEESTE_STAPPEN", stappen[0] // 2)
    with pytest.raises(FormulierGeweigerd, match="te veel werk"):
        dienst.lees(goed)


def test_rechten(bureau: Bureau, dienst: FormulierService) -> None:
    goed = ingevuld(leeg(bureau, dienst))
    anders = bureau.als(BEHEER).diensten().formulieren
    with pytest.raises(NietBevoegd):
        anders.lees(goed)
    with pytest.raises(NietBevoegd):
        anders.stukken(bureau.partij("GGD"))
