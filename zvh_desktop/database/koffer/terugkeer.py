"""What can be done to a row on the road, and so what a koffer brings back; everything else is as the office has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zvh_desktop.models.base import Base
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.oordeel import Oordeel
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.models.uitkomst import Actie, Actievoortgang, Besluit


@dataclass(frozen=True, slots=True)
class Terugkeer:
    """One kind of row: which columns can change on the road, and in SQL of which casus it is (NULL: of the tafel)."""

    rij: type[Base]
    groepen: tuple[tuple[str, ...], ...]
    """What changes together is taken in together, or not at all."""
    casus: str
    nieuw: bool = True
    """Whether there can be new ones, and whether one that was new or old can be taken away."""

    @property
    def kolommen(self) -> tuple[str, ...]:
        """Every column that can change."""
        return tuple(kolom for groep in self.groepen for kolom in groep)

    @property
    def tabel(self) -> str:
        """The table it stands in."""
        return str(self.rij.__tablename__)


_VAN_PUNT: Final = "(SELECT p.casus_id FROM agendapunt p WHERE p.id = r.agendapunt_id)"

TERUGKEREN: Final[tuple[Terugkeer, ...]] = (
    Terugkeer(Overleg, (("status",), ("begonnen_om", "geeindigd_om"), ("geheimhouding_gemeld",)), "NULL", nieuw=False),
    Terugkeer(
        Agendapunt,
        (
            *(("gestart_op", "afgerond_op"), ("tafel_volgorde",)),
            *(("beeld",), ("oordeelsvorming",), ("besluitvorming",)),
            *(("uitkomst", "aangehouden_tot"), ("verslag_oordeel",)),
        ),
        "r.casus_id",
        nieuw=False,
    ),
    Terugkeer(Oordeel, (), "r.casus_id"),
    Terugkeer(Deelname, (("aanwezigheid",), ("afgevaardigde",)), "r.casus_id"),
    Terugkeer(Tafelgebeurtenis, (), _VAN_PUNT),
    Terugkeer(Besluit, (("soort", "omschrijving", "conditie", "informering", "belegd_bij_id"),), "r.casus_id"),
    Terugkeer(
        Actie,
        (
            ("omschrijving", "conditie", "informering", "belegd_bij_id", "betrokkene_id", "leefgebied", "termijn"),
            ("eigenaar",),
            ("status", "afgerond_op"),
        ),
        "r.casus_id",
    ),
    Terugkeer(Actievoortgang, (("voortgang", "vorige_status", "vorige_afgerond_op"),), _VAN_PUNT),
)
"""In the order in which what is new is taken in: each row finds what it refers to."""
