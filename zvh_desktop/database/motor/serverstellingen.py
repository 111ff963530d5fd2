"""What a statement to a server may say of a column that is encrypted (ADR 0092)."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BindParameter, Column, func
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, Null

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.kolom import MERKTEKENS, is_zo_bedoeld, plek_van, zoals_opgeslagen

_GELIJK: Final = frozenset({operators.eq, operators.ne, operators.in_op, operators.not_in_op})
_IS: Final = frozenset({operators.is_, operators.is_not})


class Serverstellingen(psycopg.PGCompiler_psycopg):
    """Lets a statement say of an encrypted column only what a server can answer (ADR 0092).

    Read it, ask whether it is there, and where it has a mark whether it equals something. All else (an order of names,
    a piece of a text, a comparison with another column) would be about what is stored and not about what it means.
    """

    def visit_column(self, column: Any, *keuzes: Any, **opties: Any) -> str:
        """Raises ProgrammaFout for an encrypted column of which it was not said that what is stored is meant."""
        # What makes a table or an index has no statement of its own: there it is about what is stored.
        plek = plek_van(column.type) if getattr(self, "statement", None) is not None else None
        if plek is not None and not is_zo_bedoeld(column):
            raise ProgrammaFout(f"{plek.tabel}.{plek.kolom} is versleuteld: dit kan alleen deze computer uitzoeken")
        return str(super().visit_column(column, *keuzes, **opties))

    def get_select_precolumns(self, select: Any, **opties: Any) -> str:
        """Each row has its own encrypted value: every one of them would count as another. Raises ProgrammaFout."""
        if select._distinct and any(plek_van(kolom.type) is not None for kolom in select.selected_columns):
            raise ProgrammaFout("een versleutelde kolom wordt ontdubbeld: dat kan alleen deze computer")
        return str(super().get_select_precolumns(select, **opties))  # type: ignore[no-untyped-call]

    def visit_binary(self, binary: BinaryExpression[Any], *keuzes: Any, **opties: Any) -> str:
        """Whether it is there, or equals a value; others than of an encrypted column stay what they are."""
        plek = plek_van(binary.left.type) if isinstance(binary.left, Column) else None
        if plek is not None and (_is_met_niets(binary) or _is_met_waarde(binary)):
            gemerkt = plek.gemerkt and binary.operator in _GELIJK
            kolom = zoals_opgeslagen(binary.left)
            vraag = binary._clone()
            vraag.left = func.left(kolom, MERKTEKENS, type_=kolom.type) if gemerkt else kolom
            binary = vraag
        return str(super().visit_binary(binary, *keuzes, **opties))  # type: ignore[no-untyped-call]


def _is_met_niets(binary: BinaryExpression[Any]) -> bool:
    return binary.operator in _IS and isinstance(binary.right, Null)


def _is_met_waarde(binary: BinaryExpression[Any]) -> bool:
    """Which value is not known here; one that is no empty text needs a mark, or it is refused on its way out."""
    return binary.operator in _GELIJK and isinstance(binary.right, BindParameter)
