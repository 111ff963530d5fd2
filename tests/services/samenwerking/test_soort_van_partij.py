"""Who is a convenantpartij is typed while a house is set up, and decided from then on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.bestuurskeuzes import TrajectSoort, TrajectStand
from zvh_desktop.models.keuzes import PartijId, PartijSoort
from zvh_desktop.services.beheer.controle import ControleService
from zvh_desktop.services.partijen.partijen import PartijInvoer, partij_invoer
from zvh_desktop.services.samenwerking.correctie import UittredingcorrectieService

CONVENANTPARTIJ, DEELNEMER = PartijSoort.CONVENANTPARTIJ, PartijSoort.DEELNEMER


def voeg_toe(bureau: Bureau, soort: PartijSoort) -> PartijId:
    return bureau.partijen.voeg_toe(PartijInvoer(f"Stichting Verzonnen {soort.value}", f"V{soort.value}"[:9], soort))


def typ_soort(bureau: Bureau, partij: PartijId, soort: PartijSoort) -> None:
    bureau.partijen.wijzig(partij, replace(partij_invoer(bureau.partijen.toon(partij)), soort=soort))


def test_bij_het_inrichten_is_de_soort_te_typen(bureau: Bureau) -> None:
    partij = voeg_toe(bureau, DEELNEMER)
    for soort in (CONVENANTPARTIJ, DEELNEMER):
        typ_soort(bureau, partij, soort)
        assert bureau.partijen.toon(partij).soort is soort


@pytest.mark.parametrize(("was", "wordt"), [(DEELNEMER, CONVENANTPARTIJ), (CONVENANTPARTIJ, DEELNEMER)])
def test_daarna_volgt_zij_uit_de_procedure_of_een_correctie(
    bureau: Bureau, was: PartijSoort, wordt: PartijSoort
) -> None:
    partij = voeg_toe(bureau, was)
    bureau.aanmelding("J. Oefenman")  # nothing hangs on this partij
    with pytest.raises(InvoerOngeldig, match="volgt uit de procedure") as fout:
        typ_soort(bureau, partij, wordt)
    assert fout.value.veld == "soort"
    assert bureau.partijen.toon(partij).soort is was
    bureau.alsof_bevestigd()
    correcties = UittredingcorrectieService(bureau.werkplek)
    with pytest.raises(InvoerOngeldig, match="Zo staat het al"):
        correcties.corrigeer(bureau.partij("Politie"), None, "Verkeerd ingevoerd.", CONVENANTPARTIJ)
    correcties.corrigeer(partij, None, "Verkeerd ingevoerd.", wordt)
    assert bureau.partijen.toon(partij).soort is wordt
    regel = bureau.diensten().samenwerking.trajecten.lijst()[0]
    assert (regel.soort, regel.stand) == (TrajectSoort.CORRECTIE, TrajectStand.AFGEROND)
    assert ControleService(bureau.werkplek).vind() == ()
    bureau.sql("UPDATE traject SET soort_voorheen = 'derde'")
    assert ControleService(bureau.werkplek).vind() != ()


def test_een_deelnemer_wordt_derde_zonder_procedure(bureau: Bureau) -> None:
    """Only who is a convenantpartij is decided."""
    partij = voeg_toe(bureau, DEELNEMER)
    bureau.aanmelding("J. Oefenman")
    typ_soort(bureau, partij, PartijSoort.DERDE)
    assert bureau.partijen.toon(partij).soort is PartijSoort.DERDE


def test_waar_werk_aan_hangt_wordt_geen_derde(bureau: Bureau) -> None:
    bureau.oordeel(bureau.casus(), "Politie")
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="Een derde zit niet aan tafel"):
        UittredingcorrectieService(bureau.werkplek).corrigeer(
            bureau.partij("Politie"), None, "Verkeerd ingevoerd.", PartijSoort.DERDE
        )
