"""A vastgesteld verslag is corrected as a new signed version; the one before stays readable and verifiable."""

from __future__ import annotations

import io

import pytest
from factories import MEDEWERKER, REGIE, Bureau
from pypdf import PdfReader
from sqlalchemy.exc import IntegrityError

from zvh_desktop.errors import (
    BevestigingNodig,
    GebruikersFout,
    HandtekeningOnjuist,
    InvoerOngeldig,
    NietBevoegd,
)
from zvh_desktop.models.keuzes import AgendapuntId, BesluitId, DocumentSoort, OverlegId
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.documenten import StukVraag
from zvh_desktop.services.tafel.correcties import CorrectieInvoer, CorrectieService, Gecorrigeerd
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer, VerslagTekst

REDEN = "De woonplaats stond verkeerd."


class Vastgesteld:
    """A verslag of two casussen: Politie sits at both, OM only at the second."""

    def __init__(self, bureau: Bureau) -> None:
        self.bureau = bureau
        self.casussen = (bureau.casus("Testpersoon Een"), bureau.casus("Testpersoon Twee"))
        self.tafel: OverlegId = bureau.tafel(bureau.klok.vandaag)
        self.punten: tuple[AgendapuntId, ...] = (
            bureau.punt(self.tafel, self.casussen[0], "Politie"),
            bureau.punt(self.tafel, self.casussen[1], "Politie", "OM"),
        )
        bureau.akkoord(self.tafel)
        bureau.gehouden(self.tafel)
        soort = bureau.profiel.besluiten[0].sleutel
        self.besluiten: list[BesluitId] = []
        for punt in self.punten:
            bureau.verslagen.bewaar_tekst(punt, VerslagTekst("Woont in Verkeerdam.", "Rustig.", "Zo doorgaan."))
            self.besluiten.append(bureau.verslagen.voeg_besluit_toe(punt, BesluitInvoer(soort, "Bellen")))
        bureau.alsof_bevestigd()
        bureau.verslagen.stel_vast(self.tafel)
        self.goed = VerslagTekst("Woont in Goeddorp.", "Rustig.", "Zo doorgaan.")

    def corrigeer(self, nummer: int = 0, reden: str = REDEN, tekst: VerslagTekst | None = None) -> Gecorrigeerd:
        self.bureau.alsof_bevestigd()
        return CorrectieService(self.bureau.werkplek).corrigeer(
            self.punten[nummer], CorrectieInvoer(tekst or self.goed, reden)
        )

    def stuk(self, soort: DocumentSoort, kort: str = "") -> str:
        partij = self.bureau.partij(kort) if kort else None
        pdf = self.bureau.diensten().documenten.maak(StukVraag(soort, self.tafel, partij, "")).inhoud
        return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
def vast(bureau: Bureau) -> Vastgesteld:
    return Vastgesteld(bureau)


def test_een_correctie_is_een_nieuwe_ondertekende_versie(vast: Vastgesteld) -> None:
    bureau = vast.bureau
    gedaan = vast.corrigeer()
    assert (gedaan.versie, gedaan.partijen) == (2, (bureau.naam("Politie"),))
    beeld = bureau.verslagen.toon(vast.tafel)
    assert beeld.kop.verslag_versie == 2
    assert not beeld.te_wijzigen
    assert beeld.punten[0].tekst == vast.goed
    nieuw, oud = CorrectieService(bureau.werkplek).versies(vast.tafel)
    assert (nieuw.versie, oud.versie) == (2, 1)
    assert nieuw.correctie is not None
    assert (nieuw.correctie.punt_id, nieuw.correctie.wat, nieuw.correctie.reden) == (vast.punten[0], ("beeld",), REDEN)
    assert ("Beeld", "Woont in Verkeerdam.") in oud.punten[0].delen
    assert ("Beeld", "Woont in Goeddorp.") in nieuw.punten[0].delen
    assert oud.correctie is None
    assert ControleService(bureau.werkplek).vind() == ()


def test_een_correctie_van_een_besluit_zegt_welk_deel(vast: Vastgesteld) -> None:
    bureau = vast.bureau
    punt = bureau.verslagen.toon(vast.tafel).punten[1]
    was = punt.besluiten[0].invoer
    bureau.alsof_bevestigd()
    anders = BesluitInvoer(was.soort, "Bellen en schrijven", was.conditie, was.informering, bureau.partij("OM"))
    CorrectieService(bureau.werkplek).corrigeer(
        punt.id, CorrectieInvoer(punt.tekst, REDEN, ((vast.besluiten[1], anders),))
    )
    correctie = CorrectieService(bureau.werkplek).versies(vast.tafel)[0].correctie
    assert correctie is not None
    assert correctie.wat == ("besluit 1, omschrijving", "besluit 1, belegd bij")


def test_documenten_zeggen_versie_en_reden_alleen_bij_eigen_punten(vast: Vastgesteld) -> None:
    vast.corrigeer()
    regie = vast.stuk(DocumentSoort.NOTULEN_REGIE)
    assert "vervangt versie 1. Gecorrigeerd bij" in regie
    assert REDEN in regie
    politie = vast.stuk(DocumentSoort.NOTULEN_PARTIJ, "Politie")
    assert "Versie 2 van" in politie
    assert REDEN in politie
    assert "Goeddorp" in politie
    om = vast.stuk(DocumentSoort.NOTULEN_PARTIJ, "OM")
    assert REDEN not in om
    assert "Versie 2" not in om
    assert "versie 2" not in om
    vast.corrigeer(1, "Andere reden.")
    om = vast.stuk(DocumentSoort.NOTULEN_PARTIJ, "OM")
    assert "Versie 2 van" in om
    assert "Andere reden." in om
    assert REDEN not in om
    assert "Versie 3 van" in vast.stuk(DocumentSoort.BESLUITENLIJST)


def test_wie_zijn_oordeel_verloor_krijgt_de_correctie_niet(vast: Vastgesteld) -> None:
    bureau = vast.bureau
    bureau.trek_in(vast.casussen[0], "Politie")
    assert vast.corrigeer().partijen == ()
    assert "Goeddorp" not in vast.stuk(DocumentSoort.NOTULEN_PARTIJ, "Politie")


def test_alleen_de_procesregisseur_met_reden_en_wachtwoord(vast: Vastgesteld) -> None:
    bureau = vast.bureau
    with pytest.raises(InvoerOngeldig) as fout:
        vast.corrigeer(reden="  ")
    assert fout.value.veld == "reden"
    with pytest.raises(InvoerOngeldig, match="niets gewijzigd"):
        vast.corrigeer(tekst=VerslagTekst("Woont in Verkeerdam.", "Rustig.", "Zo doorgaan."))
    bureau.als(MEDEWERKER)
    with pytest.raises(NietBevoegd):
        vast.corrigeer()
    bureau.als(REGIE)
    with pytest.raises(BevestigingNodig):
        CorrectieService(bureau.werkplek).corrigeer(vast.punten[0], CorrectieInvoer(vast.goed, REDEN))
    assert bureau.verslagen.toon(vast.tafel).kop.verslag_versie == 1
    assert bureau.verslagen.toon(vast.tafel).punten[0].tekst.beeld == "Woont in Verkeerdam."
    assert len(CorrectieService(bureau.werkplek).versies(vast.tafel)) == 1


def test_een_ander_soort_besluit_is_geen_correctie(vast: Vastgesteld) -> None:
    bureau = vast.bureau
    ander = BesluitInvoer(bureau.profiel.besluiten[1].sleutel, "Bellen")
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="geen correctie"):
        CorrectieService(bureau.werkplek).corrigeer(
            vast.punten[0], CorrectieInvoer(vast.goed, REDEN, ((vast.besluiten[0], ander),))
        )


def test_een_concept_wordt_niet_gecorrigeerd(bureau: Bureau) -> None:
    casus, tafel = bureau.casus(), bureau.tafel()
    punt = bureau.punt(tafel, casus)
    bureau.alsof_bevestigd()
    with pytest.raises(GebruikersFout, match="vastgesteld verslag"):
        CorrectieService(bureau.werkplek).corrigeer(punt, CorrectieInvoer(VerslagTekst("A", "", ""), REDEN))


@pytest.mark.parametrize(
    "knoeien",
    [
        "UPDATE verslag_correctie SET eerder_inhoud = replace(eerder_inhoud, 'Verkeerdam', 'Elders')",
        "UPDATE verslag_correctie SET reden = 'Verzonnen.'",
        "UPDATE agendapunt SET beeld = 'Iets anders.'",
        "DELETE FROM verslag_correctie",
    ],
)
def test_wie_een_versie_verandert_wordt_gevonden(vast: Vastgesteld, knoeien: str) -> None:
    bureau = vast.bureau
    vast.corrigeer()
    if "verslag_correctie" in knoeien:
        with pytest.raises(IntegrityError):
            bureau.sql(knoeien)
    bureau.zonder_triggers(("verslag_correctie_geen_wijziging", "verslag_correctie_niet_weg", "agendapunt_vastgesteld"))
    bureau.sql(knoeien)
    with pytest.raises(HandtekeningOnjuist):
        CorrectieService(bureau.werkplek).versies(vast.tafel)
    with pytest.raises(HandtekeningOnjuist):
        vast.stuk(DocumentSoort.NOTULEN_REGIE)
    with pytest.raises(HandtekeningOnjuist):
        vast.corrigeer(1)
