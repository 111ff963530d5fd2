"""The five shipped houses, laid beside the numbering of their own convenanten."""

from __future__ import annotations

import re
from datetime import date

import pytest

from zvh_desktop.errors import NietGevonden, ProfielOngeldig
from zvh_desktop.models.keuzen.niveau import Niveau
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.bronnen import laad_meegeleverd, meegeleverde_profielen
from zvh_desktop.models.profiel.huisprofiel import Huisprofiel
from zvh_desktop.models.profiel.lezen import lees_profiel

HUIZEN = ("delft", "haaglanden", "landelijk", "midden-limburg", "twente")

TWENTE = {
    Regel.ALLEEN_RECHTMATIGE_PARTIJEN: "art. 14.2",
    Regel.BEOORDELING_AANMELDING: "art. 11.2 onder a",
    Regel.CRITERIA_COMPLEXE_CASUISTIEK: "bijlage 2",
    Regel.GEEN_VERSTREKKING_VOOR_OVERLEG: "bijlage 3, fase 1",
    Regel.DOEL_BESLUIT_THEMAS_VOORAF: "art. 11.2 onder c",
    Regel.GEVRAAGDE_BIJDRAGE: "art. 11.2 onder e",
    Regel.INZAGE_VOORAF: "art. 11.2 onder f",
    Regel.VERSTREKKER_BEPAALT_GEBRUIK: "art. 16.2",
    Regel.NIET_OPENBAAR: "art. 8.2",
    Regel.TOESTEMMING_DERDEN: "art. 8.2",
    Regel.AFGEVAARDIGDE_MANDAAT: "art. 7.3",
    Regel.GEZAMENLIJKE_AFSPRAKEN: "art. 8.1",
    Regel.BESLUITEN_PER_CASUS: "bijlage 3, fase 3",
    Regel.CASUSREGISSEUR_VAN_PARTIJ: "art. 12.1",
    Regel.ROL_EN_INFORMATIEBEHOEFTE: "art. 7.4 onder c",
    Regel.PLAN_VAN_AANPAK: "art. 7.4 onder b",
    Regel.AFSCHALING_BESLUIT: "art. 7.4 onder d",
    Regel.AFSCHALING_CRITERIA: "art. 7.4 onder d",
    Regel.VERSLAGLEGGING: "art. 14.4",
    Regel.OVERNEMEN: "art. 13.2 en art. 14.4 en bijlage 3, fase 1",
    Regel.GEHEIMHOUDING: "art. 17.1",
    Regel.AFWEZIGE_VOORAF_GEHOORD: "",
    Regel.TOETREDING: "art. 20.4",
    Regel.UITTREDING: "art. 22.2",
    Regel.GESCHIL_PROCESREGISSEUR: "art. 11.4",
    Regel.GESCHIL_CASUSREGISSEUR: "art. 12.4",
    Regel.GESCHIL_MANAGER: "art. 10.4",
}

# Per rule: landelijk, Haaglanden, Midden-Limburg, Delft.
ANDERE_HUIZEN = {
    Regel.ALLEEN_RECHTMATIGE_PARTIJEN: (
        "art. 12.2 onder e",
        "art. 12.2 onder e",
        "art. 9.2 onder e",
        "art. 13.2 onder e",
    ),
    Regel.DOEL_BESLUIT_THEMAS_VOORAF: (
        "art. 12.2 onder c",
        "art. 12.2 onder c",
        "art. 9.2 onder c",
        "art. 13.2 onder c",
    ),
    Regel.INZAGE_VOORAF: ("art. 12.2 onder f", "art. 12.2 onder f", "art. 9.2 onder f", "art. 13.2 onder f"),
    Regel.VERSTREKKER_BEPAALT_GEBRUIK: ("art. 16.2", "art. 16.2", "art. 13.2", "art. 17.2"),
    Regel.TOESTEMMING_DERDEN: ("art. 9.2", "art. 9.2", "art. 7.2", "art. 9.2"),
    Regel.AFGEVAARDIGDE_MANDAAT: ("art. 8.3", "art. 8.3", "art. 6.3", "art. 8.3"),
    Regel.ROL_EN_INFORMATIEBEHOEFTE: (
        "art. 8.4 onder c",
        "art. 8.4 onder c",
        "art. 6.4 onder c",
        "art. 8.4 onder c",
    ),
    Regel.CASUSREGISSEUR_VAN_PARTIJ: ("art. 13.1", "art. 13.1", "art. 10.1", "art. 14.1"),
    Regel.AFSCHALING_BESLUIT: ("art. 8.4 onder d", "art. 1.10", "art. 6.4 onder d", "art. 8.4 onder d"),
    Regel.TRIAGE_RELEVANTE_PARTIJEN: ("art. 1.8", "art. 1.8", "art. 1.8", "art. 1.10"),
    Regel.GEHEIMHOUDING: ("art. 17.1", "art. 17.1", "art. 14.1", "art. 18.1"),
    Regel.TOETREDING: ("art. 20.4", "art. 20.4", "art. 17.4", "art. 21.4"),
    Regel.UITTREDING: ("art. 21.3", "art. 21.3", "art. 18.3", "art. 24.2"),
    Regel.PATSTELLING: ("art. 7.3 en art. 5.6", "art. 7.3", "", "art. 7.3 en art. 5.6"),
    Regel.GESCHIL_PROCESREGISSEUR: ("art. 12.4", "art. 12.4", "art. 9.4", "art. 13.4"),
    Regel.GESCHIL_CASUSREGISSEUR: ("art. 13.4", "art. 13.4", "art. 10.4", "art. 14.4"),
    Regel.GESCHIL_MANAGER: ("art. 11.4", "art. 11.4", "", "art. 11.4"),
}


@pytest.fixture(params=HUIZEN)
def profiel(request: pytest.FixtureRequest) -> Huisprofiel:
    return laad_meegeleverd(str(request.param))


@pytest.fixture
def twente() -> Huisprofiel:
    return laad_meegeleverd("twente")


def test_vijf_huizen_zijn_meegeleverd() -> None:
    assert meegeleverde_profielen() == HUIZEN


def test_een_onbekend_huis_wordt_genoemd_met_de_keuzes() -> None:
    with pytest.raises(NietGevonden, match="twente"):
        laad_meegeleverd("../../errors")


def test_elke_regel_heeft_een_artikel_of_een_reden(profiel: Huisprofiel) -> None:
    for regel in Regel:
        inhoud = profiel.regel(regel)
        assert profiel.geldt(regel) is bool(inhoud.artikel)
        assert inhoud.tekst if inhoud.geldt else inhoud.reden


@pytest.mark.parametrize(("regel", "artikel"), TWENTE.items())
def test_twente_noemt_zijn_eigen_artikel(twente: Huisprofiel, regel: Regel, artikel: str) -> None:
    assert twente.artikel(regel) == artikel


@pytest.mark.parametrize("regel", ANDERE_HUIZEN)
def test_de_andere_huizen_noemen_hun_eigen_artikel(regel: Regel) -> None:
    huizen = ("landelijk", "haaglanden", "midden-limburg", "delft")
    assert tuple(laad_meegeleverd(huis).artikel(regel) for huis in huizen) == ANDERE_HUIZEN[regel]


@pytest.mark.parametrize(
    ("huis", "gemeenten", "andere"),
    [("twente", 14, 16), ("haaglanden", 9, 25), ("midden-limburg", 7, 19), ("delft", 1, 29)],
)
def test_alle_partijen_van_het_convenant_staan_erin(huis: str, gemeenten: int, andere: int) -> None:
    groepen = [partij.groep for partij in laad_meegeleverd(huis).partijen]
    assert (groepen.count("gemeente"), len(groepen) - groepen.count("gemeente")) == (gemeenten, andere)


def test_elke_partij_heeft_een_kop_die_in_de_matrix_past(profiel: Huisprofiel) -> None:
    koppen = [partij.kort.casefold() for partij in profiel.partijen]
    assert len(set(koppen)) == len(koppen)
    assert max(map(len, koppen)) <= 12


@pytest.mark.parametrize(
    ("huis", "operationeel", "tactisch", "triage", "casusregisseur"),
    [
        ("twente", "de Regionale Casustafel", "Expertgroep Zorg, Veiligheid en Straf", "triage", "casusregisseur"),
        ("landelijk", "het Casusoverleg", "Partneroverleg", "triage", "casusregisseur"),
        ("haaglanden", "het Casusoverleg", "Partneroverleg", "triage", "casuscoördinator"),
        ("midden-limburg", "het Ronde Tafel Overleg", "Voorbereidingsgroep stuurgroep", "triage", "casusregisseur"),
        ("delft", "het Procesoverleg", "Partneroverleg", "weeg", "casuscoördinator"),
    ],
)
def test_elk_huis_heeft_zijn_eigen_woorden(
    huis: str, operationeel: str, tactisch: str, triage: str, casusregisseur: str
) -> None:
    profiel = laad_meegeleverd(huis)
    assert profiel.casusoverleggen[0].met_lidwoord == operationeel
    assert tactisch in {soort.naam for soort in profiel.overlegsoorten}
    assert profiel.termen.triage == triage
    assert profiel.termen.casusregisseur == casusregisseur
    assert profiel.termen.lidwoord("plan_van_aanpak") == "het"


def test_delft_gebruikt_nergens_een_woord_van_een_ander_huis() -> None:
    delft = laad_meegeleverd("delft")
    zichtbaar = [
        *(regel.tekst + regel.reden for regel in delft.regels.values()),
        *(fase.naam + fase.doel for fase in delft.fasen),
        *(regel.tekst for regel in delft.afschaling.checklist),
        *(soort.naam + soort.frequentie for soort in delft.overlegsoorten),
    ]
    for woord in ("casusregisseur", "triage", "casusoverleg", "casustafel", "ronde tafel"):
        assert woord not in " ".join(zichtbaar).casefold()


def test_alleen_operationele_overleggen_kennen_casuistiek(profiel: Huisprofiel) -> None:
    for soort in profiel.overlegsoorten:
        assert soort.casuistiek is (soort.niveau is Niveau.OPERATIONEEL)


def test_twente_volgt_de_fasen_van_zijn_werkproces(twente: Huisprofiel) -> None:
    assert [fase.nummer for fase in twente.fasen] == ["1", "2", "3", "4", "4a", "5"]
    assert [fase.nummer for fase in twente.fasen if not fase.delen_toegestaan] == ["1"]
    assert twente.werkproces("").begin.nummer == "1"
    assert [fase.nummer for fase in twente.werkproces("").einden] == ["5"]
    assert twente.fase("uitvoeren").naar == ("afschalen", "casustafel", "mdo")
    assert twente.fase("uitvoeren").vooruit == ("afschalen",)


@pytest.mark.parametrize(
    ("huis", "stappen"),
    [
        ("twente", ("voorbereiden",)),
        ("landelijk", ("triage", "casusoverleg")),
        ("haaglanden", ("triage", "casusoverleg")),
        ("midden-limburg", ("triage", "ronde-tafel-overleg")),
        ("delft", ("weeg", "procesoverleg")),
    ],
)
def test_na_de_triage_gaat_een_casus_naar_de_eerste_fase_waarin_delen_mag(huis: str, stappen: tuple[str, ...]) -> None:
    profiel = laad_meegeleverd(huis)
    assert profiel.werkproces("").stappen_tot_delen(profiel.werkproces("").begin.sleutel) == stappen
    assert profiel.werkproces("").stappen_tot_delen(stappen[0]) == stappen[1:]
    assert profiel.werkproces("").stappen_tot_delen(stappen[-1]) == ()


def test_twente_heeft_de_vier_besluiten_van_zijn_werkproces(twente: Huisprofiel) -> None:
    assert {besluit.naam: besluit.leidt_tot for besluit in twente.besluiten} == {
        "Afschalen": "afschaling",
        "Procesregie elders dan ZVH": "procesregie_elders",
        "Procesregie ZVH": "procesregie",
        "Inrichting Stelselmatige Daders (ISD)": "overig",
    }
    assert twente.besluit("afschalen").naar_fase == "afschalen"
    assert twente.systemen == ("GCOS", "Vis2", "Amazone")


def test_alleen_delft_kan_opschalen() -> None:
    assert {huis: laad_meegeleverd(huis).opschaling is not None for huis in HUIZEN} == {
        huis: huis == "delft" for huis in HUIZEN
    }
    delft = laad_meegeleverd("delft")
    assert delft.opschaling is not None
    assert delft.opschaling.naar_kort == "ZVH Haaglanden"
    assert [besluit.naar_fase for besluit in delft.besluiten_tot("opschaling")] == ["opschaling"]


@pytest.mark.parametrize(
    ("huis", "patroon", "nieuw", "plaats"),
    [
        ("delft", r"\[opschaling\]\n(?:[^\[]*\n)+", "", "regels.opschaling_besluit.geldt"),
        (
            "twente",
            r"(?<=\[regels.opschaling_besluit\]\n)geldt = false\nreden",
            'artikel = "art. 1"\ntekst',
            "regels.opschaling_besluit.geldt",
        ),
        ("delft", r'naar_fase = "opschaling"\n', "", "besluiten[2].naar_fase"),
        ("delft", r'naar_fase = "opschaling"', 'naar_fase = "weeg"', "besluiten[2].naar_fase"),
    ],
)
def test_blok_regel_en_fase_van_opschaling_horen_bij_elkaar(huis: str, patroon: str, nieuw: str, plaats: str) -> None:
    tekst, aantal = re.subn(patroon, nieuw, laad_meegeleverd(huis).brontekst)
    assert aantal == 1
    with pytest.raises(ProfielOngeldig) as fout:
        lees_profiel(tekst, "proef")
    assert plaats in {bevinding.plaats for bevinding in fout.value.bevindingen}


def test_in_haaglanden_besluiten_twee_personen_tenzij_de_beheerder_anders_kiest() -> None:
    afschaling = laad_meegeleverd("haaglanden").afschaling
    assert afschaling.beslissers == ("procesregisseur", "casusregisseur")
    assert afschaling.artikel == "art. 1.10"
    assert afschaling.beslissers_volgens("casusoverleg") == ("overleg",)
    assert afschaling.beslissers_volgens() == afschaling.beslissers_volgens("samen") == afschaling.beslissers
    assert all(lezing.reden for lezing in afschaling.lezingen)


def test_in_twente_wijst_de_casustafel_de_casusregisseur_aan(twente: Huisprofiel) -> None:
    aanwijzing = twente.aanwijzing_casusregisseur
    assert aanwijzing.beslissers == ("casustafel",)
    assert aanwijzing.beslissers_volgens("mdo") == ("mdo",)
    assert aanwijzing.verplicht
    assert twente.afschaling.beslissers == ("overleg",)


def test_geen_bewaartermijn_is_geraden(profiel: Huisprofiel) -> None:
    assert profiel.bewaartermijnen
    assert not any(termijn.ingevuld or termijn.bron for termijn in profiel.bewaartermijnen)


def test_de_checklist_eindigt_met_wat_later_volgt(profiel: Huisprofiel) -> None:
    later = [regel.later for regel in profiel.afschaling.checklist]
    assert later == sorted(later)
    assert any(later)
    assert not all(later)


def test_de_geschillen_lopen_per_huis_anders(twente: Huisprofiel) -> None:
    assert twente.geschillen["casusregisseur"] == ("Procesregisseur", "Manager")
    limburg = laad_meegeleverd("midden-limburg").geschillen
    assert limburg["casusregisseur"] == ("Procesregisseur", "Voorbereidingsgroep stuurgroep")
    assert "manager" not in limburg
    assert laad_meegeleverd("delft").geschillen["manager"][-1] == "College van burgemeester en wethouders"


def test_grondslagen_zijn_eerst_die_van_de_groep_en_dan_de_algemene(twente: Huisprofiel) -> None:
    sleutels = [grondslag.sleutel for grondslag in twente.grondslagen_voor("politie")]
    assert sleutels[0] == "politietaak"
    assert "openbare-orde" not in sleutels
    assert "eigen-wettelijke-taak" in sleutels


@pytest.mark.parametrize(
    ("dag", "geldt"),
    [(date(2018, 12, 31), False), (date(2019, 1, 1), True), (date(2040, 1, 1), True)],
)
def test_het_convenant_geldt_vanaf_zijn_eerste_dag(dag: date, geldt: bool) -> None:
    assert laad_meegeleverd("haaglanden").convenant.geldt_op(dag) is geldt


def test_de_brontekst_is_het_bestand_zelf(twente: Huisprofiel) -> None:
    assert twente.brontekst.startswith("# Huisprofiel van het Zorg- en Veiligheidshuis Twente")
    assert 'sleutel = "twente"' in twente.brontekst
