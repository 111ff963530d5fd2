"""Opening a vault with 20,000 signed statements until the first decision of the gate, against a vault with none.

What this user verified before is sealed, so a decision that is shown is there at once; one that is written waits until
every row is hashed again. Before there was a verified chain, opening cost the same however many statements there were.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.kluizen import GEBRUIKER, WACHTWOORD, Kluizen
from benchmarks.meting import Uitslag, duur, ms, om_en_om, rustig
from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.database.keten.ondertekening import voeg_verklaring_toe
from zvh_desktop.database.keten.rollen import teken_begin
from zvh_desktop.database.kluis import NieuweGebruiker, maak_kluis, open_kluis
from zvh_desktop.models.keuzes import Rol, VerklaringSoort

AANTAL = 20_000
PER_CASUS = 10
HOOGSTENS = 0.3
BEGIN = datetime(2024, 1, 8, 9, tzinfo=UTC)


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """Two lines, each a difference: the key derivation is slow on purpose and would hide it in a ratio."""
    return [
        _meet(kluizen, "het eerste besluit", lezen=True),
        _meet(kluizen, "het eerste dat mag worden bewaard", lezen=False),
    ]


def _meet(kluizen: Kluizen, wat: str, *, lezen: bool) -> Uitslag:
    vol, leeg = (_map_van(kluizen, aantal) for aantal in (AANTAL, 0))

    def tot_besluit(kluismap: Path, verwacht: int) -> float:
        geopend = []

        def werk() -> None:
            kluis = open_kluis(kluismap, GEBRUIKER, WACHTWOORD)
            geopend.append(kluis)
            with (kluis.lees_sessies if lezen else kluis.sessies)() as sessie:
                assert len(inzicht(sessie).over(VerklaringSoort.OORDEEL, "casus", 17)) == verwacht

        tijd = duur(werk)
        geopend[0].sluit()
        return tijd

    eigen, kaal = om_en_om(
        lambda: tot_besluit(vol, PER_CASUS),
        lambda: tot_besluit(leeg, 0),
        keren=9,
    )
    erbij = rustig([een - ander for een, ander in zip(eigen, kaal, strict=True)])
    keer = rustig(eigen) / rustig(kaal)
    return Uitslag(
        f"ontgrendelen tot {wat}, {AANTAL} verklaringen",
        ms(rustig(eigen)),
        ms(rustig(kaal)),
        f"{keer:.2f}x, + {ms(erbij)}",
        f"+ {ms(HOOGSTENS)}",
        erbij <= HOOGSTENS,
    )


def _map_van(kluizen: Kluizen, aantal: int) -> Path:
    kluismap = kluizen.los_bestand(f"verklaringen-{aantal}.kluis")
    if kluismap.exists():
        return kluismap
    alles = frozenset({Rol.BEHEERDER, Rol.PROCESREGISSEUR})
    kluis, _ = maak_kluis(kluismap, NieuweGebruiker(GEBRUIKER, "J. Oefenman", alles, WACHTWOORD), oefen=True)
    certificaten = tuple(slot.certificaat for slot in kluis.sleutelbestand.gebruikers)
    with kluis, kluis.sessies.begin() as sessie:
        # As in every vault that is worked in: who may sign is asked of each statement.
        teken_begin(sessie, kluis.ondertekenaar, certificaten, BEGIN)
        for nummer in range(aantal):
            tijd = BEGIN + timedelta(minutes=nummer)
            voeg_verklaring_toe(sessie, kluis.ondertekenaar, VerklaringSoort.OORDEEL, oordeelinhoud(nummer), tijd)
            sessie.expunge_all()
    # The first opening verifies every signature; closing seals that.
    with open_kluis(kluismap, GEBRUIKER, WACHTWOORD) as kluis:
        assert kluis.stand.controleer_keten() == ()
    return kluismap


def oordeelinhoud(nummer: int) -> dict[str, object]:
    """What an oordeel signs, in its usual length."""
    return {
        "casus": nummer // PER_CASUS,
        "casus_stempel": f"{nummer:064x}",
        "partij": nummer % PER_CASUS,
        "partij_stempel": f"{nummer + 1:064x}",
        "uitkomst": "rechtmatig",
        "grondslag": "eigen wettelijke taak (meetwaarde)",
        "motivering_stempel": f"{nummer + 2:064x}",
        "geldig_vanaf": "2026-09-01",
        "geldig_tot": None,
    }
