"""What a user seals at the lock opens for that user after unlocking, and for nobody else."""

from __future__ import annotations

from kluis_hulp import MEDEWERKER, REGIE, Openen


def test_alleen_de_eigenaar_opent_wat_is_verzegeld(openen: Openen) -> None:
    kluis = openen(REGIE)
    verzegeld = kluis.verzegel(b"Testpersoon half getypt")
    kluis.sluit()
    assert b"Testpersoon" not in verzegeld
    ander = openen(MEDEWERKER)
    assert ander.ontzegel(verzegeld) is None
    ander.sluit()
    weer = openen(REGIE)
    assert weer.ontzegel(verzegeld) == b"Testpersoon half getypt"
    assert weer.ontzegel(verzegeld[:-1] + b"\x00") is None
