"""Several documents in one use case are the same as one by one, verified anew each time, and all or none."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.keuzes import DocumentSoort, OverlegId
from zvh_desktop.services.documenten import DocumentService, StukVraag
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst


@pytest.fixture
def overleg(bureau: Bureau) -> OverlegId:
    """Held and vastgesteld, with other partijen at each casus."""
    tafel = bureau.tafel()
    eerste = bureau.punt(tafel, bureau.casus("J. Oefenman"), "Politie", "OM")
    tweede = bureau.punt(tafel, bureau.casus("M. Voorbeeld"), "OM", "GGD")
    bureau.akkoord(tafel)
    bureau.gehouden(tafel)
    for punt in (eerste, tweede):
        bureau.verslagen.bewaar_tekst(punt, VerslagTekst("beeld", "oordeel", "besluit"))
        bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer("isd", belegd_bij=bureau.partij("OM")))
    bureau.acties.voeg_toe_bij_punt(eerste, bureau.actie_invoer("Politie"))
    bureau.alsof_bevestigd()
    bureau.verslagen.stel_vast(tafel)
    return tafel


@pytest.fixture
def documenten(bureau: Bureau) -> DocumentService:
    return bureau.diensten().documenten


def test_in_eens_is_hetzelfde_als_een_voor_een(bureau: Bureau, documenten: DocumentService, overleg: OverlegId) -> None:
    for vragen in (documenten.verslagstukken(overleg), documenten.agendastukken(overleg)):
        samen = documenten.maak_alle(vragen)
        assert samen == tuple(documenten.maak(vraag) for vraag in vragen)
    assert {(stuk.partij, stuk.casusnummers) for stuk in samen if stuk.partij_id} == {
        (bureau.naam("Politie"), ("2026-0001",)),
        (bureau.naam("OM"), ("2026-0001", "2026-0002")),
        (bureau.naam("GGD"), ("2026-0002",)),
    }


def test_elke_keer_wordt_opnieuw_gecontroleerd(bureau: Bureau, documenten: DocumentService, overleg: OverlegId) -> None:
    vragen = documenten.verslagstukken(overleg)
    assert len(documenten.maak_alle(vragen)) == len(vragen)
    bureau.sql("UPDATE actie SET omschrijving = 'achteraf verzonnen'")
    with pytest.raises(HandtekeningOnjuist, match="dat is vastgesteld"):
        documenten.maak_alle(vragen)


def test_een_weigering_houdt_alles_tegen(bureau: Bureau, documenten: DocumentService, overleg: OverlegId) -> None:
    zonder_stoel = StukVraag(DocumentSoort.NOTULEN_PARTIJ, overleg, bureau.partij("Mediant"), "")
    with pytest.raises(GebruikersFout, match="niets te maken"):
        documenten.maak_alle((*documenten.verslagstukken(overleg), zonder_stoel))


def test_stoppen_onderweg_geeft_niets(documenten: DocumentService, overleg: OverlegId) -> None:
    begonnen: list[int] = []

    class Gestopt(Exception):
        pass

    def begint_aan(plaats: int) -> None:
        begonnen.append(plaats)
        if plaats == 2:
            raise Gestopt

    with pytest.raises(Gestopt):
        documenten.maak_alle(documenten.verslagstukken(overleg), begint_aan)
    assert begonnen == [0, 1, 2]


def test_een_actielijst_zegt_van_welke_casussen_er_iets_in_staat(
    bureau: Bureau, documenten: DocumentService, overleg: OverlegId
) -> None:
    """Not of those at this table: of today's, wherever they were agreed."""
    elders = bureau.casus("K. Verzinsel")
    bureau.oordeel(elders, "Politie")
    bureau.acties.voeg_toe_bij_casus(elders, bureau.actie_invoer("Politie"))
    vraag = StukVraag(DocumentSoort.ACTIELIJST, overleg, bureau.partij("Politie"), "")
    assert set(documenten.maak(vraag).casusnummers) == {"2026-0001", bureau.nummer(elders)}
    bureau.trek_in(elders, "Politie")
    assert documenten.maak(vraag).casusnummers == ("2026-0001",)
    niets_open = StukVraag(DocumentSoort.ACTIELIJST, overleg, bureau.partij("OM"), "")
    assert documenten.maak(niets_open).casusnummers == ()
