"""Sixty names as they are stored, and as people type them: each is found, and none is taken for another."""

from __future__ import annotations

from datetime import date

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.vouwing import gevouwen
from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer
from zvh_desktop.services.zoeken.gegevens import Vindplaats

# All invented: a sound of the language, with an ending that no family has.
NAMEN: tuple[tuple[str, str], ...] = (
    ("A. d’Hontproef", "d'hontproef"), ("B. d'Hondtproef", "d’hondtproef"), ("C. in ’t Veldproef", "in 't veldproef"),
    ("D. van ’t Hofproef", "van 't hofproef"), ("E. IJsselproef", "ijsselproef"), ("F. Ĳzerproef", "ijzerproef"),
    ("G. Oosthuisproef", "oosthuisproef"), ("H. Østerproef", "Osterproef"), ("I. de Friesproef", "de friesproef"),
    ("J. Jansenproef-de Vriesproef", "jansenproef-de"), ("K. Jansenproef–Boerproef", "jansenproef-boer"),
    ("L. Smitproef\u2010Kleinproef", "smitproef-klein"), ("M. Coördinaproef", "coordina"),
    ("N. Reünieproef", "reunieproef"), ("O. Geïntproef", "geintproef"), ("P. Ruïneproef", "ruineproef"),
    ("Q. Zoëproef", "zoeproef"), ("R. Noëlproef", "NOELPROEF"), ("S. Andréproef", "andreproef"),
    ("T. Hélèneproef", "heleneproef"), ("U. Françoisproef", "francoisproef"), ("V. Carréproef", "CARRÉPROEF"),
    ("W. Skûtsjeproef", "skutsjeproef"), ("X. Wâldproef", "waldproef"), ("Y. Boalsproef", "boalsproef"),
    ("Z. Tsjûkeproef", "tsjukeproef"), ("Aa. Geartsproef", "geartsproef"), ("Ab. Fjildproef", "fjildproef"),
    ("Ac. Hoekstraproef", "hoekstraproef"), ("Ad. Yıldızproef", "Yildizproef"), ("Ae. İncedeneme", "incedeneme"),
    ("Af. Öztestgil", "oztestgil"), ("Ag. Şahdeneme", "sahdeneme"), ("Ah. Çelikdeneme", "celikdeneme"),
    ("Ai. Güneşdeneme", "gunesdeneme"), ("Aj. Ağadeneme", "agadeneme"), ("Ak. Kılıçdeneme", "kilicdeneme"),
    ("Al. Pawełpróba", "pawelproba"), ("Am. Łukaszpróba", "lukaszproba"), ("An. Wójtpróba", "wojtproba"),
    ("Ao. Żółtapróba", "zoltaproba"), ("Ap. Ślązpróba", "slazproba"), ("Aq. Gęśpróba", "gesproba"),
    ("Ar. Ćmapróba", "cmaproba"), ("As. Kowalpróba", "kowalproba"), ("At. al-Tajribī", "al-tajribi"),
    ("Au. ʿAynatajriba", "aynatajriba"), ("Av. Saʿīdtajriba", "sa'idtajriba"), ("Aw. Ḥasantajriba", "hasantajriba"),
    ("Ax. Muṣṭatajriba", "mustatajriba"), ("Ay. Ibn Ṣafatest", "ibn safatest"), ("Az. Bîrdeneme", "birdeneme"),
    ("Ba. Müllerprobe", "mullerprobe"), ("Bb. Großprobe", "grossprobe"), ("Bc. Đorđeproba", "dordeproba"),
    ("Bd. Háčekproba", "hacekproba"), ("Be. Ærøprove", "aeroprove"), ("Bf. Åseprove", "aseprove"),
    ("Bg. Ñandúprueba", "nanduprueba"), ("Bh. Œuvreproef", "oeuvreproef"),
)  # fmt: skip


@pytest.fixture
def gevuld(bureau: Bureau) -> Bureau:
    """The register with sixty partijen more, each with a contactpersoon of that name."""
    for nummer, (naam, _) in enumerate(NAMEN):
        sleutel = bureau.partijen.voeg_toe(PartijInvoer(f"Bureau {naam[naam.index('.') + 2 :]}", f"N{nummer}"))
        bureau.partijen.voeg_contact_toe(sleutel, ContactpersoonInvoer(naam))
    return bureau


def test_elke_naam_wordt_gevonden_zoals_hij_wordt_getypt_en_geen_andere(gevuld: Bureau) -> None:
    assert len(NAMEN) == 60
    assert len({gevouwen(naam) for naam, _ in NAMEN}) == 60
    for nummer, (naam, getypt) in enumerate(NAMEN):
        for vraag in (getypt, getypt.upper(), naam):
            gevonden = gevuld.zoeken.zoek(vraag)
            assert [treffer.toelichting for treffer in gevonden] == [f"N{nummer}"], vraag
            assert [partij.kort for partij in gevuld.partijen.lijst(getypt)] == [f"N{nummer}"], vraag


def test_twee_letters_vinden_een_begin_met_een_accent(gevuld: Bureau) -> None:
    gevuld.partijen.voeg_toe(PartijInvoer("Élan Proef", "ÉL"))
    for vraag, kort in (("él", "ÉL"), ("el", "ÉL"), ("EL", "ÉL"), ("øs", "N7"), ("os", "N7"), ("lu", "N38")):
        assert kort in {treffer.toelichting for treffer in gevuld.zoeken.zoek(vraag)}, vraag
    casus = gevuld.casus("Ünal Deneme")
    assert (Vindplaats.CASUS, casus) in {(t.soort, t.sleutel) for t in gevuld.zoeken.zoek("un")}
    assert (Vindplaats.CASUS, casus) in {(t.soort, t.sleutel) for t in gevuld.zoeken.zoek("un de")}
    assert (Vindplaats.CASUS, casus) in {(t.soort, t.sleutel) for t in gevuld.zoeken.zoek("ü")}


@pytest.mark.parametrize("twijfel", ["d'hontproef", "IJZERPROEF", "CARREPROEF", "PAWELPROBA"])
def test_een_tweeling_komt_er_niet_in(gevuld: Bureau, twijfel: str) -> None:
    for naam in (
        f"bureau {twijfel}",
        f"BUREAU  {twijfel}",
        f"Вureau {twijfel}",
    ):  # a letter that looks so
        with pytest.raises(InvoerOngeldig):
            gevuld.partijen.voeg_toe(PartijInvoer(naam, "anders"))
    with pytest.raises(InvoerOngeldig, match="Er is al een partij"):
        gevuld.partijen.voeg_toe(PartijInvoer("Een andere naam", "ｎ1"))
    assert gevuld.partijen.lijst("anders") == ()


def test_de_lijst_staat_op_volgorde_zoals_men_zoekt(bureau: Bureau) -> None:
    namen = ["Zz proef", "de Zorgproef", "iHUBproef", "Élanproef", "Østproef", "Łukproef", "Ĳsproef"]
    for nummer, naam in enumerate(namen):
        bureau.partijen.voeg_toe(PartijInvoer(naam, f"V{nummer}"))
    eigen = [partij.naam for partij in bureau.partijen.lijst() if partij.naam in namen]
    assert eigen == ["de Zorgproef", "Élanproef", "iHUBproef", "Ĳsproef", "Łukproef", "Østproef", "Zz proef"]


def test_een_overleg_wordt_gevonden_met_zijn_dag_hoe_die_ook_is_getypt(bureau: Bureau) -> None:
    overleg = bureau.tafel(date(2026, 9, 22))
    bureau.tafel(date(2026, 9, 2))
    for vraag in (
        "22 september 2026", "22 september", "22 sept", "22-09-2026", "22-9-2026", "22/9/2026", "22.09.2026", "22-9",
        "22/09", "2026-09-22", "op 22 september", "22 september a.s.", "22 sept. jl.", "22 september 2026 om 9:30 uur",
        "di 22 sept '26", "22sep", "op dinsdag 22 september aanstaande",
        "dinsdag 22 september 2026", "22\u00a0september", "22‑09‑2026",
    ):  # fmt: skip
        gevonden = [t.sleutel for t in bureau.zoeken.zoek(vraag) if t.soort is Vindplaats.OVERLEG]
        assert gevonden == [overleg], vraag


def test_wat_geschreven_is_wordt_ook_zo_gevonden_en_het_fragment_toont_het_zoals_het_er_staat(bureau: Bureau) -> None:
    casus, tafel = bureau.casus(), bureau.tafel()
    bureau.oordeel(casus, "Politie")
    punt = bureau.punt(tafel, casus, "Politie")
    bureau.agenda.vraag_bijdrage(punt, bureau.partij("Politie"), "")
    bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("Þóra Tilraun"),))
    assert [t.sleutel for t in bureau.zoeken.zoek("thora")] == [casus]
    actie = bureau.acties.voeg_toe_bij_casus(
        casus, bureau.actie_invoer("Politie", conditie="Alleen met d’Ørsted‑methodiek, zegt men.")
    )
    assert actie
    (treffer,) = bureau.zoeken.zoek("d'orsted-methodiek")
    assert "d’Ørsted‑methodiek" in treffer.toelichting


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("hoekstrapoef", "Hoekstraproef"),
        ("hoekstraprroef", "Hoekstraproef"),
        ("hoekstarproef", "Hoekstraproef"),
        ("hoekstriproef", "Hoekstraproef"),
        ("ohekstraproef", "Hoekstraproef"),
        ("pawelprobe", "Pawełpróba"),
        ("mulerprobe", "Müllerprobe"),
        ("veltproef", "in ’t Veldproef"),
        ("bureau veltproef", "in ’t Veldproef"),
        ("ysselprof", "IJsselproef"),
    ],
)
def test_een_letter_verkeerd_vindt_wie_bedoeld_is_en_zegt_dat_erbij(gevuld: Bureau, getypt: str, bedoeld: str) -> None:
    gevonden = gevuld.zoeken.zoek(getypt)
    assert [een.titel for een in gevonden if bedoeld in een.titel][:1] == [f"Bureau {bedoeld}"]
    assert all(een.toelichting.endswith(("één letter anders", "klinkt zo")) for een in gevonden)


def test_wat_zo_geschreven_staat_komt_alleen_en_een_kort_woord_heeft_geen_fout(gevuld: Bureau) -> None:
    (gevonden,) = gevuld.zoeken.zoek("hoekstraproef")
    assert "anders" not in gevonden.toelichting
    assert gevuld.zoeken.zoek("zeop") == ()
    assert gevuld.zoeken.zoek("hoextraprouf") == () or all(
        een.toelichting.endswith("klinkt zo") for een in gevuld.zoeken.zoek("hoextraprouf")
    )
