"""What the other house gets: built up from what may be named today and consented to, and kept as it went."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from factories import Bureau
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from informatiedossier import PDF, pdf_tekst
from opschaling_hulp import AKKOORD, INVOER, TEKST, Opschaling

from zvh_desktop.errors import HandtekeningOnjuist
from zvh_desktop.models.keuzes import DocumentSoort, InformatieItemId, PartijSoort, Regel
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.informatie.bijlagen import Bijlage
from zvh_desktop.services.opschaling.beeld import OpschalingInvoer
from zvh_desktop.services.partijen.partijen import PartijInvoer


@pytest.fixture
def op(delfts_bureau: Bureau) -> Opschaling:
    return Opschaling(delfts_bureau)


def tekst(op: Opschaling) -> str:
    """The dossier as it would go now."""
    return pdf_tekst(op.diensten.documenten.opschaling(op.casus).inhoud)


def regels(op: Opschaling) -> list[str]:
    """What the panel says is not in it."""
    return [punt.zin for punt in op.beeld().weggelaten]


def test_het_dossier_bevat_de_eigen_feiten_van_het_huis(op: Opschaling) -> None:
    op.met_plan().met_akkoord()
    gelezen = tekst(op)
    bureau = op.bureau
    for deel in (
        bureau.nummer(op.casus), "J. Oefenman", "17-05-1990", bureau.profiel.aanpakken[0].naam, "Bepalen wie wat doet.",
        *(INVOER.motivering, INVOER.criteria_gehaald, INVOER.gevraagd),
        "Procesoverleg", "De casus gaat naar de regio.", "Een verzonnen doel.", "Een half jaar rustig.",
        f"Verzonnen actie voor {op.een}.", bureau.naam(op.een), bureau.naam(op.twee),
        AKKOORD.door, AKKOORD.functie, "per beveiligde e-mail", AKKOORD.kenmerk,
        f"Voor: {op.huis}", "art. 8.4 onder d", "art. 9.2", "art. 18.1",
    ):  # fmt: skip
        assert deel in gelezen, deel
    stuk = op.diensten.documenten.opschaling(op.casus)
    assert (stuk.soort, stuk.partij, stuk.partij_id) == (DocumentSoort.OPSCHALING, op.huis, op.derde())
    assert stuk.bestandsnaam.startswith("opschalingsdossier_")
    for geheim in ("Oefenman", bureau.nummer(op.casus)):
        assert geheim not in stuk.bestandsnaam


def test_een_partij_zonder_geldend_oordeel_verdwijnt_met_alles_van_haar(op: Opschaling) -> None:
    op.met_plan().met_akkoord()
    item = op.item(op.twee, "Verslag van twee")
    op.verstrek(op.twee, item)
    naam = op.bureau.naam(op.twee)
    assert naam in tekst(op)
    assert TEKST in tekst(op)
    assert regels(op) == []
    op.bureau.trek_in(op.casus, op.twee)
    na = tekst(op)
    for weg in (naam, op.bureau.naam(op.vreemd), f"Verzonnen actie voor {op.twee}.", TEKST, "Verslag van twee"):
        assert weg not in na
    assert "De casus gaat naar de regio." in na
    genoemd, stuk = regels(op)
    assert genoemd.startswith(f"{naam} wordt niet genoemd") and "ingetrokken" in genoemd
    assert stuk.startswith(f'"Verslag van twee" van {naam} gaat niet mee.')


def test_een_stuk_zonder_toestemming_van_de_verstrekker_blijft_eruit(op: Opschaling) -> None:
    op.met_akkoord()
    op.item(op.een, "Zonder toestemming", "Verzonnen tekst die blijft liggen.")
    met = op.item(op.een, "Met toestemming")
    van_ander = op.item(op.twee, "Van een ander", "Verzonnen tekst van een ander.")
    elders = op.bureau.partijen.voeg_toe(PartijInvoer("Woningstichting Oefening", "Oefenwonen", PartijSoort.DERDE))
    op.verstrek(op.een, met)
    op.verstrek(op.twee, van_ander, derde=elders)
    gelezen = tekst(op)
    assert TEKST in gelezen
    assert "OEF-12" in gelezen
    assert "verzonnen grondslag" in gelezen
    for weg in ("Zonder toestemming", "blijft liggen", "Van een ander", "tekst van een ander"):
        assert weg not in gelezen
    beeld = op.beeld()
    assert [punt.regel for punt in beeld.weggelaten] == [Regel.TOESTEMMING_DERDEN] * 2
    assert "art. 9.2" in beeld.weggelaten[0].zin
    assert "Zonder toestemming" in beeld.weggelaten[0].zin
    (regel,) = (r for r in op.diensten.verstrekkingen.toon(op.casus).regels if r.items == ("Met toestemming",))
    op.diensten.verstrekkingen.laat_vervallen(regel.id, "Verkeerd vastgelegd.")
    assert TEKST not in tekst(op)


def test_een_bijlage_gaat_als_apart_bestand_mee(op: Opschaling) -> None:
    op.met_akkoord()
    stuk = op.item(op.een, "Brief", bijlage=Bijlage("geheime naam.pdf", PDF))
    geen_pdf = op.item(op.een, "Los briefje", bijlage=Bijlage("briefje.txt", b"verzonnen"))
    op.verstrek(op.een, stuk, geen_pdf)
    assert "Bij dit stuk hoort bijlage 1" in tekst(op)
    assert any('De bijlage bij "Los briefje" gaat niet mee' in zin for zin in regels(op))
    op.bureau.werkplek.klok = lambda: (op.bureau.klok.verder(minuten=1), op.bureau.klok())[1]
    dossier, bijlage = op.bureau.opschalingen.geef_dossier_uit(op.casus)
    assert (dossier.soort, bijlage.soort) == (DocumentSoort.OPSCHALING, DocumentSoort.OPSCHALING_BIJLAGE)
    assert bijlage.inhoud == PDF
    assert "geheime" not in bijlage.bestandsnaam
    op.bureau.werkplek.klok = op.bureau.klok
    nu = op.beeld().nu
    assert nu is not None
    assert [kopie.bestandsnaam for kopie in nu.overgedragen] == [dossier.bestandsnaam, bijlage.bestandsnaam]
    bewaard = op.diensten.documenten.toon_uitgegeven(nu.overgedragen[0].id)
    assert (bewaard.inhoud, bewaard.partij) == (dossier.inhoud, op.huis)
    op.bureau.trek_in(op.casus, op.een)
    assert op.diensten.documenten.toon_uitgegeven(nu.overgedragen[0].id).inhoud == dossier.inhoud
    assert ControleService(op.bureau.werkplek).vind() == ()


def test_een_naam_in_een_vrije_tekst_wordt_gemeld(op: Opschaling) -> None:
    andere = op.bureau.nummer(op.bureau.casus("M. Voorbeeld"))
    op.bureau.opschalingen.bewaar(
        op.casus, OpschalingInvoer(f"Zie ook {andere}.", f"{op.bureau.naam(op.vreemd)} vindt dit ook.")
    )
    zinnen = [punt.zin for punt in op.beeld().let_op]
    assert [andere in zinnen[0], op.bureau.naam(op.vreemd) in zinnen[1]] == [True, True]
    assert len(zinnen) == 2
    op.bureau.opschalingen.bewaar(op.casus, INVOER)
    assert op.beeld().let_op == ()


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE plan_doel SET doel = 'iets anders'",
        "UPDATE besluit SET omschrijving = 'iets anders'",
        "UPDATE plan_van_aanpak SET vaststelling_verklaring = NULL",
    ],
)
def test_een_veranderd_plan_of_besluit_geeft_geen_dossier(op: Opschaling, opdracht: str) -> None:
    op.met_plan().met_akkoord()
    op.bureau.sql(opdracht)
    with pytest.raises(HandtekeningOnjuist):
        tekst(op)
    with pytest.raises(HandtekeningOnjuist):
        op.bureau.opschalingen.geef_dossier_uit(op.casus)
    nu = op.beeld().nu
    assert nu is not None
    assert nu.dossier_op is None


GELDIG: dict[str, date] = {}
VERSTREKT: set[str] = set()
ITEMS: dict[str, InformatieItemId] = {}


@pytest.fixture
def op_zonder_dossier(op: Opschaling) -> Opschaling:
    """Decided and agreed to, with an actie and an item of each of the three; nothing verstrekt yet."""
    op.met_akkoord()
    for boek in (GELDIG, VERSTREKT, ITEMS):
        boek.clear()
    for kort in (op.een, op.twee, op.drie):
        GELDIG[kort] = date.max
        ITEMS[kort] = op.item(kort, f"Stuk {kort}", f"Verzonnen stuk van {kort}.")
        actie = op.bureau.actie_invoer(kort, omschrijving=f"Verzonnen actie voor {kort}.")
        op.bureau.acties.voeg_toe_bij_casus(op.casus, actie)
    return op


WAT = ("mag", "mag kort", "mag niet meer", "verstrek", "klopt niet", "dagen")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen=st.lists(st.tuples(st.sampled_from(WAT), st.integers(0, 2)), min_size=1, max_size=6))
def test_welke_volgorde_ook_het_dossier_volgt_oordeel_en_toestemming(
    op_zonder_dossier: Opschaling, stappen: list[tuple[str, int]]
) -> None:
    """The bookkeeping is kept here, by the words of the convenant; it goes on over the examples, as an office does."""
    op = op_zonder_dossier
    bureau, korte = op.bureau, (op.een, op.twee, op.drie)
    for wat, welke in stappen:
        kort, vandaag = korte[welke], bureau.klok.vandaag
        tot = GELDIG.get(kort)
        if wat == "dagen":
            bureau.klok.verder(dagen=3)
        elif wat in ("mag", "mag kort"):
            einde = vandaag + timedelta(days=2) if wat == "mag kort" else date.max
            bureau.oordeel(op.casus, kort, tot=None if einde == date.max else einde)
            GELDIG[kort] = einde
        elif wat == "mag niet meer" and tot is not None and tot >= vandaag:
            bureau.trek_in(op.casus, kort)
            GELDIG.pop(kort)
        elif wat == "verstrek":
            op.verstrek(kort, ITEMS[kort])
            VERSTREKT.add(kort)
        elif wat == "klopt niet":
            for regel in op.diensten.verstrekkingen.toon(op.casus).regels:
                if regel.verstrekker_id == op.id(kort) and regel.vervallen_op is None:
                    op.diensten.verstrekkingen.laat_vervallen(regel.id, "Verzonnen reden.")
            VERSTREKT.discard(kort)
    gelezen = tekst(op)
    for kort in korte:
        geldt = GELDIG.get(kort, date.min) >= bureau.klok.vandaag
        assert (f"Verzonnen actie voor {kort}." in gelezen) is geldt
        assert (bureau.naam(kort) in gelezen) is geldt
        assert (f"Verzonnen stuk van {kort}." in gelezen) is (geldt and kort in VERSTREKT)
