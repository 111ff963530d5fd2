"""Attendance starts from the answers and from the point before; what nobody said is not known."""

from __future__ import annotations

import pytest
from factories import Bureau

from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.keuzes import Aanwezigheid, AgendapuntId, OverlegId, UitnodigingAntwoord
from zvh_desktop.services.tafel.verslag_gegevens import BesluitInvoer
from zvh_desktop.services.uitnodigen.uitnodigingen import UitnodigingService

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
