"""docs/verwijzingen.md: what stands at each article that a profile cites, beside the line of the text.

The texts of the convenanten are no part of this project. With ZVH_CONVENANTEN=MAP (a folder that holds the five files
named on the page) every citation is looked up in them; without it the page is only laid beside the profiles.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from convenanten import HUIZEN, NUMMERING
from convenanttekst import BESTANDEN, MAP, PAGINA, met_teksten, wijs_artikelen_aan

from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd

_UITNODIGEN = ("uitgenodigd", "rechtmatig bij het overleg aanwezig")
_INDIENEN = ("beoordelen van een casus", "in overleg met de partij")
WOORDEN: dict[str, tuple[str, ...]] = {
    "alleen_rechtmatige_partijen": _UITNODIGEN,
    "beoordeling_aanmelding": _INDIENEN,
    "overleg_met_aanmelder": _INDIENEN,
    "afstemming_gemeente": ("stemt deze aanmelding af", "gemeente"),
    "betrokkene_informeren": ("betrokkene", "geïnformeerd"),
    "criteria_complexe_casuistiek": ("veiligheidsproblematiek", "systeem", "meerdere ketens", "multi-?problem"),
    "geen_verstrekking_voor_overleg": ("procesregisseur", "aanmeldende partij", "toetsing"),
    "triage_relevante_partijen": ("relevante partijen", "routering|routing", "doel", "welke partijen relevant"),
    "doel_besluit_themas_vooraf": ("bepalen van het doel", "type besluiten", "gespreksthema"),
    "gevraagde_bijdrage": ("gevraagde inhoudelijke bijdrage",),
    "inzage_vooraf": ("voorafgaand aan", "ingezien", "heeft verstrekt dat accordeert"),
    "verstrekker_bepaalt_gebruik": ("die de informatie verstrekt,? bepaalt", "privacy protocol"),
    "niet_openbaar": ("niet openbaar",),
    "toestemming_derden": ("derden", "voorafgaande schriftelijke toestemming", "oorspronkelijk"),
    "afgevaardigde_mandaat": ("afgevaardigden", "mandaat|gemandateerd"),
    "gezamenlijke_afspraken": ("in gezamenlijkheid afspraken",),
    "besluiten_per_casus": ("type besluiten",),
    "casusregisseur_van_partij": ("verantwoordelijkheid van de partij", "zorgverlening|zwaartepunt"),
    "aanwijzing_casusregisseur": ("aanwijzen van een casus(regisseur|coördinator)",),
    "rol_en_informatiebehoefte": ("rol en informatiebehoefte",),
    "plan_van_aanpak": ("integraal plan van aanpak",),
    "wie_informeert_betrokkene": ("wie de cliënt informeert",),
    "afschaling_besluit": ("afschaling", "besluiten"),
    "afschaling_criteria": ("criteria voor .*afschaling",),
    "opschaling_besluit": ("opschaling", "besluiten"),
    "verslaglegging": ("verslaglegging", "notulen"),
    "overnemen": ("amazone", "gcos", "vis2", "plan van aanpak", "legt de casus vast"),
    "geheimhouding": ("geheimhouding", "vertrouwelijk", "persoonsgegevens"),
    "geen_casus_buiten_operationeel": ("operationeel niveau", "op basis van"),
    "meerderheid": ("meerderheid van stemmen.*meerderheid van stemmen", "consensus"),
    "afwezige_vooraf_gehoord": ("afwezigheid", "inbreng", "gehoord"),
    "patstelling": ("niet tot een besluit kan komen", "voorgelegd aan de stuurgroep"),
    "toetreding": ("stuurgroep beslist", "akkoord te hebben verkregen van alle partijen", "voorzitter"),
    "uittreding": ("opzeggen",),
    "toetreding_bericht": ("vooraf", "secretaris", "voorgenomen toetreding"),
    "uitsluiting": ("meerderheid van stemmen", "ingebrekestelling", "uitsluiten"),
    "na_uittreding": ("naar hun aard", "geheimhouding"),
    "convenant_duur": ("treedt in werking", "jaar|onbepaalde tijd"),
    "geschil_procesregisseur": ("geschillen", "door de procesregisseur", "manager", "stuurgroep"),
    "geschil_casusregisseur": ("geschillen", "procesregisseur", "partneroverleg|voorbereidingsgroep|manager"),
    "geschil_manager": ("geschillen", "manager", "stuurgroep"),
    "geschil_informatierol": ("geschillen", "informatiecoördinator", "manager"),
    "geschil_convenant": ("geschillen over dit convenant", "gezamenlijk overleg"),
    "datalek_partijen": ("informeert partijen schriftelijk", "datalek"),
    "partij_antwoordt_zelf": ("ieder zelf verantwoordelijk", "verstrekken van informatie"),
    "verwerking_beperkt": ("verwerking van persoonsgegevens", "privacy protocol"),
}
"""The words on which each rule rests; searched for on the lines that the page names."""
ANDERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("criteria_complexe_casuistiek", "delft"): ("criteria voor complexe casuïstiek", "bijlagen 1 en 2"),
    ("geen_verstrekking_voor_overleg", "twente"): ("nog geen verstrekkingen plaats aan andere partijen",),
    ("triage_relevante_partijen", "midden-limburg"): ("relevante partijen", "routing", "doel", "partijen relevant"),
    ("besluiten_per_casus", "twente"): ("kunnen de volgende besluiten", "afschal", "elders", "isd"),
    ("casusregisseur_van_partij", "haaglanden"): ("verantwoordelijkheid van de partij",),
    ("afschaling_besluit", "haaglanden"): ("besluit van de procesregisseur en casuscoördinator gezamenlijk",),
    ("geen_casus_buiten_operationeel", "landelijk"): ("partneroverleg en de stuurgroep wordt geen casuïstiek",),
    ("partij_antwoordt_zelf", "landelijk"): ("inzageverzoeken", "zelfstandig verantwoordelijk"),
    ("partij_antwoordt_zelf", "haaglanden"): ("inzageverzoeken", "zelfstandig verantwoordelijk"),
    ("geschil_manager", "delft"): ("geschillen", "manager", "stuurgroep aan het college"),
}
"""Where a house has other words for it."""


class Rij(NamedTuple):
    """One line of the table."""

    artikel: str
    tekst: str
    regels: tuple[tuple[int, int], ...]
    """Of each article the first and the last line."""


def lees_tabel() -> dict[tuple[str, str], Rij]:
    gevonden: dict[tuple[str, str], Rij] = {}
    for lijn in PAGINA.read_text("utf-8").splitlines():
        cellen = [cel.strip() for cel in lijn.strip("|").split("|")]
        if len(cellen) == 5 and cellen[1] in HUIZEN:
            sleutel = (cellen[0], cellen[1])
            assert sleutel not in gevonden, f"twee keer: {sleutel}"
            paren = re.findall(r"(\d+)(?:-(\d+))?", cellen[4])
            gevonden[sleutel] = Rij(cellen[2], cellen[3], tuple((int(a), int(b or a)) for a, b in paren))
    return gevonden


TABEL = lees_tabel()


@pytest.fixture(scope="module")
def teksten() -> dict[str, list[str]]:
    """The five texts, line by line."""
    return {huis: (MAP / naam).read_text("utf-8").splitlines() for huis, naam in BESTANDEN.items()}


def test_elke_regel_heeft_in_elk_huis_een_rij_met_het_artikel_van_het_profiel() -> None:
    assert set(TABEL) == {(regel.value, huis) for regel in Regel for huis in HUIZEN}
    for huis in HUIZEN:
        profiel = laad_meegeleverd(huis)
        for regel in Regel:
            rij, gevonden = TABEL[regel.value, huis], profiel.regel(regel)
            assert rij.artikel == (gevonden.artikel or "geen"), (regel, huis)
            assert rij.artikel == (NUMMERING[regel][HUIZEN.index(huis)] or "geen")
            assert len(rij.regels) == (len(gevonden.artikel.split(" en ")) if gevonden.geldt else 0)
            assert gevonden.geldt or rij.tekst == gevonden.reden
            assert rij.tekst.endswith(".")


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_elk_artikel_staat_op_de_genoemde_regel(huis: str, teksten: dict[str, list[str]]) -> None:
    plaatsen = wijs_artikelen_aan(teksten[huis])
    for (regel, van), rij in TABEL.items():
        if van == huis and rij.regels:
            begin = tuple(eerste for eerste, _ in rij.regels)
            assert tuple(plaatsen[artikel] for artikel in rij.artikel.split(" en ")) == begin, regel


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_op_die_regels_staan_de_woorden_waar_de_regel_op_steunt(huis: str, teksten: dict[str, list[str]]) -> None:
    assert set(WOORDEN) == {regel.value for regel in Regel}
    mist = []
    for (regel, van), rij in TABEL.items():
        if van != huis or not rij.regels:
            continue
        lijnen = [lijn for eerste, laatste in rij.regels for lijn in teksten[huis][eerste - 1 : laatste]]
        tekst = " ".join(" ".join(lijnen).lower().split())
        mist += [(regel, woord) for woord in _woorden(regel, huis) if not re.search(woord, tekst)]
    assert mist == []


def _woorden(regel: str, huis: str) -> tuple[str, ...]:
    return ANDERS.get((regel, huis), WOORDEN[regel])


@met_teksten
@pytest.mark.parametrize("huis", HUIZEN)
def test_geen_rij_is_een_citaat(huis: str, teksten: dict[str, list[str]]) -> None:
    tekst = " ".join(re.findall(r"\w+", " ".join(teksten[huis]).lower()))
    for (regel, van), rij in TABEL.items():
        woorden = re.findall(r"\w+", rij.tekst.lower())
        stukken = (" ".join(woorden[begin : begin + 8]) for begin in range(len(woorden) - 7))
        assert van != huis or not any(stuk in tekst for stuk in stukken), (regel, van)
