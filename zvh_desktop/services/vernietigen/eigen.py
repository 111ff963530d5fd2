"""A kind of data in a closed file that has a term of its own: what there is of it, and what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import ColumnElement, literal_column, text
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.loten import EIGEN_LOTEN, MET_BIJLAGE, Deel
from zvh_desktop.database.vernietigen.wegdoen import Dossier
from zvh_desktop.models.informatie import InformatieItem
from zvh_desktop.models.keuzes import VernietigSoort
from zvh_desktop.services.vernietigen.termijnen import EIGEN

DEEL: Final[Mapping[VernietigSoort, Deel]] = {soort: Deel(soort.value) for soort in EIGEN}
"""The piece of the file that goes under the term of that kind."""
NAAM: Final[Mapping[VernietigSoort, str]] = {
    VernietigSoort.VERSTREKKINGEN: "verstrekkingen",
    VernietigSoort.BIJLAGEN: "bijlagen",
    VernietigSoort.KOPIEEN: "bevroren kopieën",
    VernietigSoort.CONCEPTEN: "concepten",
}
"""What it is called in a sentence."""
_BRONNEN: Final[Mapping[VernietigSoort, tuple[str, str]]] = {
    VernietigSoort.BIJLAGEN: (InformatieItem.__tablename__, MET_BIJLAGE),
    **{
        soort: next((lot.rij.__tablename__, lot.waar) for lot in EIGEN_LOTEN if lot.deel is deel and lot.een)
        for soort, deel in DEEL.items()
        if deel is not Deel.BIJLAGEN
    },
}


def aantal_van(sessie: Session, dossier: Dossier, soort: VernietigSoort) -> int:
    """How much of that kind the file holds now."""
    tabel, waar = _BRONNEN[soort]
    return int(sessie.execute(text(f"SELECT count(*) FROM {tabel} WHERE {waar}"), dossier.waarden()).scalar_one())  # noqa: S608


def heeft(soort: VernietigSoort) -> ColumnElement[bool]:
    """The same as a column of a statement over ``casus``: whether there is any."""
    tabel, waar = _BRONNEN[soort]
    return literal_column(f"EXISTS (SELECT 1 FROM {tabel} WHERE {waar.replace(':casus', 'casus.id')})")  # noqa: S608
