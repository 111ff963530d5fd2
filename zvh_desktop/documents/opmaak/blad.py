"""What every document is built from; the library behind it is loaded when the first document is made.

It takes a tenth of the memory of the application, and most sessions begin with looking.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zvh_desktop.naladen import laad_module

ONDERDELEN = "zvh_desktop.documents.opmaak.onderdelen"
PAGINA = "zvh_desktop.documents.opmaak.pagina"
STIJL = "zvh_desktop.documents.opmaak.stijl"
VORMEN = "zvh_desktop.documents.opmaak.vormen"
BRIEF = "zvh_desktop.documents.opmaak.brief"


@dataclass(frozen=True, slots=True)
class Later:
    """Calls a name of a module that is loaded at the first call."""

    module: str
    naam: str

    def __call__(self, *waarden: Any, **velden: Any) -> Any:
        return getattr(laad_module(self.module), self.naam)(*waarden, **velden)


__all__ = [
    "Tabelkolom",
    "Vakje",
    "alinea",
    "briefhoofd",
    "feiten",
    "kader",
    "kop1",
    "kop2",
    "lange_tekst",
    "maak_pdf",
    "puntenlijst",
    "raster",
    "slot",
    "stijlen",
    "tabel",
    "titelblok",
    "wit",
]

if TYPE_CHECKING:
    from zvh_desktop.documents.opmaak.brief import briefhoofd, slot
    from zvh_desktop.documents.opmaak.onderdelen import (
        Tabelkolom,
        alinea,
        feiten,
        kader,
        kop1,
        kop2,
        lange_tekst,
        puntenlijst,
        raster,
        tabel,
        titelblok,
        wit,
    )
    from zvh_desktop.documents.opmaak.pagina import maak_pdf
    from zvh_desktop.documents.opmaak.stijl import stijlen
    from zvh_desktop.documents.opmaak.vormen import Vakje
else:
    briefhoofd = Later(BRIEF, "briefhoofd")
    slot = Later(BRIEF, "slot")
    Tabelkolom = Later(ONDERDELEN, "Tabelkolom")
    alinea = Later(ONDERDELEN, "alinea")
    feiten = Later(ONDERDELEN, "feiten")
    kader = Later(ONDERDELEN, "kader")
    kop1 = Later(ONDERDELEN, "kop1")
    kop2 = Later(ONDERDELEN, "kop2")
    lange_tekst = Later(ONDERDELEN, "lange_tekst")
    puntenlijst = Later(ONDERDELEN, "puntenlijst")
    raster = Later(ONDERDELEN, "raster")
    tabel = Later(ONDERDELEN, "tabel")
    titelblok = Later(ONDERDELEN, "titelblok")
    wit = Later(ONDERDELEN, "wit")
    maak_pdf = Later(PAGINA, "maak_pdf")
    stijlen = Later(STIJL, "stijlen")
    Vakje = Later(VORMEN, "Vakje")
