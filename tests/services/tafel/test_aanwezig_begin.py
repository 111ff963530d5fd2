"""Attendance starts from the answers and from the point before; what nobody said is not known."""

from __future__ import annotations

from datetime import time

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegId, UitnodigingAntwoord
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.tafel.volgorde.wens_gegevens import Tijden
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingService
from zvh_desktop.services.werkplek.klok import als_lokaal

KOMT, KOMT_NIET, VERVANGER = UitnodigingAntwoord.KOMT, UitnodigingAntwoord.KOMT_NIET, UitnodigingAntwoord.VERVANGER


def tafel_met_antwoorden(bureau: Bureau, **antwoorden: UitnodigingAntwoord) -> tuple[OverlegId, list[AgendapuntId]]:
    """Two casussen with Politie, OM and GGD at both, and these answers on the uitnodigingen."""
    overleg = bureau.tafel(bureau.klok.vandaag)
    punten = [
        bureau.punt(overleg, bureau.casus(naam), "Politie", "OM", "GGD") for naam in ("Oefenman A", "Voorbeeldsma B")
    ]
    bureau.akkoord(overleg)
    if antwoorden:
        bureau.contact("Politie", "OM", "GGD")
        uitnodigingen = UitnodigingService(bureau.werkplek)
        uitnodigingen.bereid_voor(overleg)
        for regel in uitnodigingen.lijst(overleg):
            uitnodigingen.markeer_verzonden(regel.id)
            if regel.kort in antwoorden:
                uitnodigingen.registreer_antwoord(regel.id, antwoorden[regel.kort])
    return overleg, punten


def aanwezig(bureau: Bureau, overleg: OverlegId, nummer: int) -> dict[str, Aanwezigheid]:
    punt = bureau.verslagen.toon(overleg).punten[nummer]
    return {regel.kort: regel.aanwezigheid for regel in punt.aanwezigen}


def test_wie_niet_is_uitgenodigd_of_niet_antwoordde_staat_niet_als_aanwezig(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau)
    bureau.verslagen.start_punt(punten[0])
    assert set(aanwezig(bureau, overleg, 0).values()) == {Aanwezigheid.ONBEKEND}
    bureau.verslagen.voeg_besluit_toe(punten[0], BesluitInvoer("isd"))
    bureau.verslagen.voeg_besluit_toe(punten[1], BesluitInvoer("isd"))
    bureau.alsof_bevestigd()
    with pytest.raises(InvoerOngeldig, match="niet van elke partij bekend"):
        bureau.verslagen.stel_vast(overleg)


def test_het_antwoord_is_het_begin(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT, OM=KOMT_NIET)
    bureau.verslagen.start_punt(punten[0])
    assert aanwezig(bureau, overleg, 0) == {
        "Politie": Aanwezigheid.AANWEZIG,
        "OM": Aanwezigheid.AFGEMELD,
        "GGD": Aanwezigheid.ONBEKEND,
    }
    assert set(aanwezig(bureau, overleg, 1).values()) == {Aanwezigheid.ONBEKEND}


def test_een_vervanger_is_aanwezig(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau, GGD=VERVANGER)
    bureau.verslagen.start_punt(punten[0])
    assert aanwezig(bureau, overleg, 0)["GGD"] is Aanwezigheid.AANWEZIG


def test_het_punt_ervoor_gaat_voor_het_antwoord(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT, OM=KOMT_NIET, GGD=KOMT)
    bureau.verslagen.start_punt(punten[0])
    for kort, wat in (
        ("Politie", Aanwezigheid.AFWEZIG),
        ("OM", Aanwezigheid.AANWEZIG),
        ("GGD", Aanwezigheid.VERTROKKEN),
    ):
        bureau.verslagen.zet_aanwezigheid(punten[0], bureau.partij(kort), wat, f"Persoon {kort}")
    bureau.verslagen.start_punt(punten[1])
    assert aanwezig(bureau, overleg, 1) == {
        "Politie": Aanwezigheid.AFWEZIG,
        "OM": Aanwezigheid.AANWEZIG,
        "GGD": Aanwezigheid.ONBEKEND,
    }
    namen = {regel.kort: regel.afgevaardigde for regel in bureau.verslagen.toon(overleg).punten[1].aanwezigen}
    assert namen["OM"] == "Persoon OM"


def test_wat_is_ingevuld_blijft_bij_een_tweede_start(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT)
    bureau.verslagen.start_punt(punten[0])
    bureau.verslagen.zet_aanwezigheid(punten[0], bureau.partij("Politie"), Aanwezigheid.AFWEZIG)
    bureau.verslagen.rond_punt_af(punten[0])
    bureau.verslagen.start_punt(punten[0])
    assert aanwezig(bureau, overleg, 0)["Politie"] is Aanwezigheid.AFWEZIG


@pytest.mark.parametrize(
    ("tijden", "bekend"),
    [(Tijden(vanaf=time(11)), False), (Tijden(tot=time(9)), False), (Tijden(vanaf=time(9), tot=time(9, 30)), True)],
)
def test_wie_op_dit_uur_niet_kan_is_nog_niet_bekend(bureau: Bureau, tijden: Tijden, bekend: bool) -> None:
    """It answered that it comes, but not at the hour at which this casus is discussed."""
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT, OM=KOMT)
    bureau.diensten().agenda.wensen.zet_tijden(overleg, bureau.partij("Politie"), tijden)
    assert als_lokaal(bureau.werkplek.nu()).time() == time(9)
    bureau.verslagen.start_punt(punten[0])
    verwacht = Aanwezigheid.AANWEZIG if bekend else Aanwezigheid.ONBEKEND
    assert aanwezig(bureau, overleg, 0) == {
        "Politie": verwacht,
        "OM": Aanwezigheid.AANWEZIG,
        "GGD": Aanwezigheid.ONBEKEND,
    }


def test_wie_weggaat_zoals_gezegd_is_bij_het_volgende_punt_niet_vanzelf_aanwezig(bureau: Bureau) -> None:
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT)
    bureau.diensten().agenda.wensen.zet_tijden(overleg, bureau.partij("Politie"), Tijden(tot=time(9, 20)))
    bureau.verslagen.start_punt(punten[0])
    assert aanwezig(bureau, overleg, 0)["Politie"] is Aanwezigheid.AANWEZIG
    bureau.klok.verder(minuten=30)
    bureau.verslagen.start_punt(punten[1])
    assert aanwezig(bureau, overleg, 1)["Politie"] is Aanwezigheid.ONBEKEND


def test_wie_de_stoel_kwijtraakt_is_na_een_teruggehaalde_start_nergens_aanwezig(bureau: Bureau) -> None:
    """Else the chair would be told at the real start that somebody who never came has to leave."""
    overleg, punten = tafel_met_antwoorden(bureau, Politie=KOMT)
    bureau.verslagen.start_punt(punten[0])
    bureau.trek_in(bureau.agenda.toon(overleg).punten[0].casus_id, "Politie")  # type: ignore[arg-type]
    bureau.tafelloop.haal_start_terug(punten[0])
    assert bureau.waarde("SELECT count(*) FROM deelname WHERE aanwezigheid = 'aanwezig'") == 0
