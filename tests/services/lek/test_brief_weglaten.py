"""What is chosen to be left out of a letter is out of it, wherever its text comes apart, and nothing else is."""

from __future__ import annotations

import pytest
from factories import Bureau
from lekrond import haal_alles_weg
from test_elke_deur import _briefvraag, ander_erbij, uit_pdf, uit_word

from zvh_desktop.models.tekst.briefsoorten import Briefsoort
from zvh_desktop.services.brieven.gegevens import BriefInvoer

GESPLITST = {
    "over een witregel": "Te vinden op Dorpsweg 1\n\n1234 AB Voorbeeldstad. Rustig.",
    "over een regel": "Te vinden op Dorpsweg 1,\n1234 AB Voorbeeldstad. Rustig.",
}


@pytest.mark.parametrize("toelichting", GESPLITST.values(), ids=GESPLITST)
def test_een_adres_over_twee_alineas_gaat_er_heel_uit(bureau: Bureau, toelichting: str) -> None:
    ander_erbij(bureau)
    vraag, invoer = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN), BriefInvoer(toelichting=toelichting)
    brieven = bureau.diensten().brieven
    assert haal_alles_weg(bureau, lambda: brieven.stukken(vraag, invoer))
    for tekst in (
        uit_pdf(brieven.stukken(vraag, invoer).brief.inhoud),
        uit_word(brieven.als_word(vraag, invoer).inhoud),
    ):
        assert "Dorpsweg" not in tekst and "1234 AB" not in tekst and "Voorbeeldstad" not in tekst
        assert "[weggelaten]. Rustig." in tekst


def test_wat_weg_moet_haalt_niets_uit_een_langer_woord_van_het_huis(bureau: Bureau) -> None:
    ander_erbij(bureau)
    bureau.sql("UPDATE instelling SET waarde = 'secretariaat@voorbeeld.invalid' WHERE sleutel = 'afzender_email'")
    vraag = _briefvraag(bureau, Briefsoort.AANMELDER_AANGENOMEN)
    brieven, invoer = bureau.diensten().brieven, BriefInvoer(toelichting="Mail at@voorbeeld.invalid maar.")
    haal_alles_weg(bureau, lambda: brieven.stukken(vraag, invoer))
    tekst = uit_pdf(brieven.stukken(vraag, invoer).brief.inhoud)
    assert "Mail [weggelaten] maar." in tekst
    assert "secretariaat@voorbeeld.invalid" in tekst and tekst.count("[weggelaten]") == 1
