"""Names as people type them who do not have them before them: each is found, and no other name with it."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.services.casus.aanmelding_gegevens import BetrokkeneInvoer
from zvh_desktop.services.partijen.partijen import ContactpersoonInvoer, PartijInvoer

# All invented: sounds of the language, put together to names that no family has.
GETYPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Dutch: what stands before the name, initials, dashes
    ("Jan in 't Proefveld", ("in 't proefveld", "in ’t proefveld", "intproefveld", "Proefveld, in 't")),
    ("P. van der Toetsberg", ("vandertoetsberg", "van dertoetsberg", "toetsberg, p. van der", "VAN DER TOETSBERG")),
    ("M. vanden Keurbroek", ("van den keurbroek", "vandenkeurbroek", "keurbroek m")),
    ("J.P.M. Monsterman", ("jpm monsterman", "J. P. M. Monsterman", "monsterman jpm", "j.p.m.monsterman")),
    ("K. d’Echtproef", ("dechtproef", "d echtproef", "d'echtproef")),
    ("L. Toetsma-de Proefboer", ("toetsma de proefboer", "toetsmadeproefboer", "toetsma – de proefboer")),
    ("N. ter Maatstaf-Bijlproef", ("termaatstaf", "bylproef", "maatstaf bijlproef")),
    ("O. Tijmeijerproef", ("tymeyerproef", "tijmeyerproef", "TIJMEIJERPROEF")),
    ("Q. Wynkeurda", ("wijnkeurda", "WYNKEURDA")),
    ("R. IJkmeester", ("ykmeester", "IJKMEESTER", "ĳkmeester")),
    ("S. Ypkeurstra", ("ijpkeurstra", "ypkeurstra")),
    ("T. Coördproef", ("coordproef", "coördproef")),
    # Frisian
    ("U. fan 'e Toetspôlle", ("fan e toetspolle", "faneToetspolle", "toetspôlle")),
    ("V. Sjûkeproefsma", ("sjukeproefsma", "SJÛKEPROEFSMA")),
    # German and Scandinavian
    ("Jürgen Müllertest", ("muellertest", "mullertest", "Muellertest Juergen")),
    ("Inge Schroederprobe", ("schröderprobe", "SCHROEDERPROBE")),
    ("Åsa Østergårdprøve", ("ostergardprove", "oestergaardproeve", "aasa")),
    ("Björk Ävelprov", ("bjoerk", "bjork", "aevelprov")),
    ("Großprobemann", ("grossprobemann",)),
    # Turkish
    ("Gülşen Öztestoğlu", ("gulsen", "guelsen", "oeztestoglu", "Öztestoglu")),
    ("Işıl Çağdeneme", ("isil", "cagdeneme", "IŞIL")),
    # Polish
    ("Zdzisław Próbkowski", ("zdzislaw", "probkowski zdzislaw")),
    ("Grażyna Wątróbska-Dąbtest", ("watrobskadabtest", "grazyna", "dabtest, wątróbska")),
    # Arabic in our letters, Moroccan
    ("Fatima El Tajribati", ("eltajribati", "el-tajribati", "tajribati, el", "El Tajribati Fatima")),
    ("Youness Aït-Mithali", ("aitmithali", "ait mithali", "youness mithali")),
    ("Omar ben Amtahan", ("benamtahan", "ben-amtahan")),
    ("Saʿid al-Ikhtibari", ("said", "alikhtibari", "al ikhtibari", "sa'id al-ikhtibari")),
    ("Bouchra Ouldtjrib", ("ouldtjrib", "bouchra")),
    # Irish, Surinamese, Portuguese, joined
    ("Sean O'Neiltest", ("oneiltest", "o neiltest", "O’Neiltest", "o'neiltest sean")),
    ("Radjindersingh Proefpersad", ("radjinder singh", "proef persad", "RADJINDERSINGH")),
    ("Soerdjan-Toetsmissier", ("soerdjan toetsmissier", "soerdjantoetsmissier")),
    ("João da Exâmeção", ("joao", "daexamecao", "exameçao", "da examecao")),
    ("Conceição dos Ensaios", ("conceicao", "dosensaios")),
    ("MacToetsald", ("mac toetsald", "mactoetsald")),
)  # fmt: skip
GEHOORD = (
    ("J. Jansenproef", "janssenproef"),
    ("K. Schoutenkeur", "schautenkeur"),
    ("L. Tietsema", "titsema"),
    ("M. Reijnkeur", "reinkeur"),
    ("N. Philiptoets", "filiptoets"),
    ("O. Mohammedov", "muhammedof"),
    ("P. Yousefzada", "joesefzada"),
    ("Q. Sjaakproef", "shaakproef"),
    ("R. Toetsbrant", "toetsbrand"),
)


@pytest.fixture
def gevuld(bureau: Bureau) -> Bureau:
    """The register with a partij for each, the name at its contactpersoon."""
    for nummer, (naam, _) in enumerate((*GETYPT, *GEHOORD)):
        sleutel = bureau.partijen.voeg_toe(PartijInvoer(f"Nummer {nummer} Onderzoek", f"N{nummer}"))
        bureau.partijen.voeg_contact_toe(sleutel, ContactpersoonInvoer(naam))
    return bureau


def test_elke_naam_wordt_gevonden_zoals_hij_wordt_getypt(gevuld: Bureau) -> None:
    for nummer, (_, vragen) in enumerate(GETYPT):
        for vraag in vragen:
            assert [treffer.toelichting for treffer in gevuld.zoeken.zoek(vraag)] == [f"N{nummer}"], vraag


def test_wie_een_naam_alleen_hoorde_vindt_hem_en_leest_dat(gevuld: Bureau) -> None:
    for nummer, (_, gehoord) in enumerate(GEHOORD, len(GETYPT)):
        gevonden = [treffer.toelichting for treffer in gevuld.zoeken.zoek(gehoord)]
        assert gevonden == [f"N{nummer}, klinkt zo"], gehoord


def test_wat_op_geen_naam_lijkt_vindt_niets(gevuld: Bureau) -> None:
    for vraag in ("khattabineiltest", "test mueller x", "vandeweg", "neilmac", "ssss", "'", "- -", "~", "AND OR"):
        assert gevuld.zoeken.zoek(vraag) == (), vraag


def test_een_naam_over_de_grens_van_twee_namen_is_er_niet(bureau: Bureau) -> None:
    sleutel = bureau.partijen.voeg_toe(PartijInvoer("Nummer Een", "EEN"))
    bureau.partijen.voeg_contact_toe(sleutel, ContactpersoonInvoer("Ada Keur"))
    bureau.partijen.voeg_contact_toe(sleutel, ContactpersoonInvoer("Bo Maat"))
    assert bureau.zoeken.zoek("keurbo") == ()
    assert [treffer.toelichting for treffer in bureau.zoeken.zoek("adakeur")] == ["EEN"]


def test_een_betrokkene_wordt_ook_zo_gevonden_en_na_wijzigen_niet_meer(bureau: Bureau) -> None:
    casus = bureau.casus("Fatima El Tajribati")
    assert [treffer.sleutel for treffer in bureau.zoeken.zoek("eltajribati")] == [casus]
    bureau.casussen.bewaar_betrokkenen(casus, (BetrokkeneInvoer("Iemand Anders"),))
    assert bureau.zoeken.zoek("eltajribati") == ()


def test_het_register_wordt_ook_zo_gefilterd(gevuld: Bureau) -> None:
    for vraag, nummer in (("eltajribati", 23), ("muellertest", 14), ("oneiltest", 28), ("tymeyerproef", 7)):
        assert [partij.kort for partij in gevuld.partijen.lijst(vraag)] == [f"N{nummer}"], vraag
    gevuld.partijen.voeg_toe(PartijInvoer("Stichting Anne Liseproef", "ALP"))
    assert "ALP" not in {partij.kort for partij in gevuld.partijen.lijst("eli")}
    assert [partij.kort for partij in gevuld.partijen.lijst("annelise")] == ["ALP"]
