"""What it takes to make a document that can be read aloud, against the same document on a bare canvas.

The same values of the notulen of every partij of a full tafel, laid out by the same code: only the canvas differs. That
the files stay small is no matter of time, and is held by a test (tests/services/oefenen).
"""

from __future__ import annotations

from benchmarks.kaaldoek import zonder_merken
from benchmarks.kluizen import Kluizen
from benchmarks.meting import Uitslag, duur, om_en_om, rustig, verhouding
from benchmarks.notulen import CASUSSEN, KLUIS, PARTIJEN, lees_gegevens, maak_tafel
from zvh_desktop.documents.notulen import bouw_notulen_partij_pdf

HOOGSTENS = 1.5


def meet(kluizen: Kluizen) -> list[Uitslag]:
    """One line: all documents of the tafel together."""
    with kluizen.diensten(KLUIS) as diensten:
        partijen = tuple(regel.id for regel in diensten.partijen.lijst()[:PARTIJEN])
        overleg_id = maak_tafel(diensten, partijen)
        gegevens = [lees_gegevens(diensten, overleg_id, partij) for partij in partijen]
    bytes_ = [0, 0]

    def gemerkt() -> None:
        bytes_[0] = sum(len(bouw_notulen_partij_pdf(een)) for een in gegevens)

    def kaal_werk() -> None:
        with zonder_merken():
            bytes_[1] = sum(len(bouw_notulen_partij_pdf(een)) for een in gegevens)

    eigen, kaal = om_en_om(lambda: duur(gemerkt), lambda: duur(kaal_werk), keren=7, warm=1)
    naam = (
        f"met leeswijzer: notulen voor {PARTIJEN} partijen x {CASUSSEN} casussen ({bytes_[0]} bytes, kaal {bytes_[1]})"
    )
    return [verhouding(naam, rustig(eigen), rustig(kaal), HOOGSTENS)]
