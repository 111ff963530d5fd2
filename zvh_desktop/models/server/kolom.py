"""A column whose value a server never gets to see: it holds what was encrypted before it left this computer (ADR 0092).

The value belongs to its table, its column and its row; taken to another place it does not open. So the number of the
row is asked for with each value that is read, and a value that is written says where it is going; what encrypts knows
the row. A vault is encrypted as a whole: there a column is what it always was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar, cast

from sqlalchemy import Column, Dialect, LargeBinary, Text, func, literal, type_coerce
from sqlalchemy import cast as als
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.schema import Table
from sqlalchemy.types import TypeDecorator, TypeEngine

from zvh_desktop.errors import ProgrammaFout
from zvh_desktop.models.server.leesbaar import BUITEN_DE_RIJ, GEMERKT

SERVER: Final = "postgresql"
"""The name of the dialect of a server."""
SCHEIDING: Final = "~"
"""Between the number of a row and what its column holds; stands in nothing that was encrypted."""
_OPGESLAGEN: Final = "zvh_opgeslagen"
E = TypeVar("E", bound=ColumnElement[Any])
MERKTEKENS: Final = 22
"""How many signs at the beginning of what is stored say whether two values are the same."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One column of one table. ``gemerkt``: a server can tell whether two values in it are the same."""

    tabel: str
    kolom: str
    gemerkt: bool
    bytes: bool


@dataclass(frozen=True, slots=True, repr=False)
class Onversleuteld:
    """A value on its way to the server. No driver knows it, so what nobody encrypts is never sent."""

    plek: Plek
    waarde: str | bytes


class Kluishouder(Protocol):
    """Whoever has the key: stands on the dialect of a server as ``kluishouder``."""

    def open(self, plek: Plek, rij: str, opgeslagen: str | bytes) -> str | bytes:
        """The value again. Raises KluisBeschadigd where it does not belong in this place."""


class Serverkolom(TypeDecorator[Any]):
    """How a column looks on a server. ``eigen`` is what it is to the program."""

    impl = Text
    cache_ok = True

    def __init__(self, plek: Plek, eigen: TypeEngine[Any]) -> None:
        super().__init__()
        self.plek = plek
        self.eigen = eigen

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text stays text, bytes stay bytes: only what stands in it differs."""
        return dialect.type_descriptor(LargeBinary() if self.plek.bytes else Text())

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Say where it is going. What is empty says nothing, and the rules of the tables look at that."""
        eigen = None if self.plek.bytes else _zoals_zelf(self.eigen).bind_processor(dialect)

        def naar_de_server(waarde: Any) -> Any:
            kaal = waarde if eigen is None else eigen(waarde)
            return kaal if is_leeg(kaal) else Onversleuteld(self.plek, kaal)

        return naar_de_server

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Open what came with the number of its row."""
        eigen = None if self.plek.bytes else _zoals_zelf(self.eigen).result_processor(dialect, coltype)
        houder = cast("Kluishouder | None", getattr(dialect, "kluishouder", None))

        def van_de_server(gekregen: Any) -> Any:
            if gekregen is None:
                return None if eigen is None else eigen(None)
            rij, opgeslagen = _deel(self.plek, gekregen)
            if is_leeg(opgeslagen):
                waarde: str | bytes = opgeslagen
            elif houder is None:
                raise ProgrammaFout("een versleutelde kolom wordt gelezen zonder sleutel")
            else:
                waarde = houder.open(self.plek, rij, opgeslagen)
            return waarde if eigen is None else eigen(waarde)

        return van_de_server

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """The value with the number of its row before it. Raises ProgrammaFout for what is no longer a column."""
        waar = getattr(column, "table", None)
        rij = rijkolommen(self.plek.tabel, waar)
        if rij is None:
            raise ProgrammaFout(f"{self.plek.tabel}.{self.plek.kolom} wordt gelezen zonder zijn rij")
        nummer: ColumnElement[Any] = als(rij[0], Text)
        for kolom in rij[1:]:
            nummer = nummer.op("||")(literal("|")).op("||")(als(kolom, Text))
        voor: ColumnElement[Any] = nummer.op("||")(literal(SCHEIDING))
        opgeslagen = type_coerce(zoals_opgeslagen(column), LargeBinary() if self.plek.bytes else Text())
        if self.plek.bytes:
            voor = func.convert_to(voor, literal("UTF8"))
        return type_coerce(voor.op("||")(opgeslagen), self)


def zoals_opgeslagen(kolom: E) -> E:
    """This column as it stands on the server, meant so: anywhere else an encrypted one is refused."""
    return kolom._annotate({_OPGESLAGEN: True})


def is_zo_bedoeld(kolom: ColumnElement[Any]) -> bool:
    """Whether somebody said so."""
    return _OPGESLAGEN in kolom._annotations


def is_leeg(waarde: object) -> bool:
    """Nothing, or nothing but spaces: the rules in the database tell these from a value, and they give nothing away."""
    return waarde is None or waarde == b"" or (isinstance(waarde, str) and not waarde.strip(" "))


def rijkolommen(tabel: str, waar: Any) -> tuple[ColumnElement[Any], ...] | None:
    """The columns that name a row of this table, under the name it has here; None where they are not there."""
    sleutel = getattr(waar, "primary_key", None)
    if sleutel is None or not isinstance(getattr(waar, "element", waar), Table):
        return None
    kolommen = tuple(kolom for kolom in sleutel if kolom.name not in BUITEN_DE_RIJ.get(tabel, ()))
    return kolommen or None


def plek_van(soort: TypeEngine[Any]) -> Plek | None:
    """Which place a type of a column stands for; None for one that a server may read."""
    op_server = soort if isinstance(soort, Serverkolom) else soort._variant_mapping.get(SERVER)
    return op_server.plek if isinstance(op_server, Serverkolom) else None


def verberg(tabel: str, kolom: Column[Any]) -> None:
    """Have a server hold this column encrypted."""
    bytes_ = isinstance(kolom.type, LargeBinary)
    plek = Plek(tabel, kolom.name, kolom.name in GEMERKT.get(tabel, ()), bytes_)
    kolom.type = kolom.type.with_variant(Serverkolom(plek, kolom.type), SERVER)


def _zoals_zelf(soort: TypeEngine[Any]) -> Any:
    """Only a type of ours changes a value on its way; text is text."""
    return soort if isinstance(soort, TypeDecorator) else _Gewoon()


class _Gewoon:
    def bind_processor(self, _dialect: Dialect) -> None:
        return None

    def result_processor(self, _dialect: Dialect, _coltype: object) -> None:
        return None


def _deel(plek: Plek, gekregen: Any) -> tuple[str, str | bytes]:
    if plek.bytes:
        in_bytes, _, inhoud = bytes(gekregen).partition(SCHEIDING.encode())
        return in_bytes.decode("utf-8"), inhoud
    rij, _, tekst = str(gekregen).rpartition(SCHEIDING)
    return rij, tekst
