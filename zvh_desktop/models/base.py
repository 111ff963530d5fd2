"""The declarative base: named constraints, so that migrations can name what they change, and typed columns.

A choice of ours is stored as its word, an id as its number; a row says which of them it means (ADR 0037).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Boolean, Column, Date, DateTime, Dialect, Integer, MetaData, String, Table, Time
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator, TypeEngine

from zvh_desktop.models import bestuurskeuzes, keuzes
from zvh_desktop.models.keuzen import (
    eindekeuzes,
    informatiekeuzes,
    kofferkeuzes,
    lekkeuzes,
    opschalingkeuzes,
    ordekeuzes,
    verzoekkeuzes,
    wordkeuzes,
)
from zvh_desktop.models.server.kolom import verberg
from zvh_desktop.models.server.leesbaar import is_leesbaar
from zvh_desktop.models.tekst.briefsoorten import BriefId, Briefsoort

NAAMGEVING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

K = TypeVar("K", bound=StrEnum)


class _Woorden(dict[str | None, K | None], Generic[K]):
    """Per word of one enum its member; a list of many thousands looks one up for each row."""

    def __init__(self, soort: type[K], leeg: str | None) -> None:
        super().__init__({een.value: een for een in soort})
        self[None] = self[leeg] = None
        self._naam = soort.__name__

    def __missing__(self, woord: str | None) -> K | None:
        """Another word. The error does not repeat it."""
        raise ValueError(f"a column holds a word that is no {self._naam}")


class KeuzeKolom(TypeDecorator[K], Generic[K]):
    """A column of text whose words are the members of one enum.

    Reading a word that is no member raises ValueError, as SQLAlchemy does for a date that is none: with the key
    someone can write anything into a column, and the check of the vault reports that (services/beheer/controle.py).
    """

    impl = String
    cache_ok = True

    def __init__(self, soort: type[K]) -> None:
        super().__init__()
        self.soort = soort
        self._woorden = _Woorden(soort, None)

    def process_bind_param(self, value: K | None, dialect: Dialect) -> str | None:
        """To the vault. ValueError for a word that is no choice."""
        return None if value is None else self.soort(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], K | None]:
        """From the vault. ValueError for a word that is no choice."""
        return self._woorden.__getitem__


class KeuzeOfLeegKolom(TypeDecorator[K], Generic[K]):
    """The same for a choice that may not have been made yet, in a column that holds an empty text then."""

    impl = String
    cache_ok = True

    def __init__(self, soort: type[K]) -> None:
        super().__init__()
        self.soort = soort
        self._woorden = _Woorden(soort, "")

    def process_bind_param(self, value: K | None, dialect: Dialect) -> str | None:
        """To the vault. ValueError for a word that is no choice."""
        return "" if value is None else self.soort(value).value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], K | None]:
        """From the vault. ValueError for a word that is no choice."""
        return self._woorden.__getitem__


_KEUZES: Final[tuple[type[StrEnum], ...]] = (
    keuzes.PartijSoort,
    keuzes.OordeelUitkomst,
    keuzes.AanmeldingUitkomst,
    keuzes.CasusStatus,
    eindekeuzes.EindeSoort,
    bestuurskeuzes.ApBesluit,
    keuzes.VastleggingSoort,
    keuzes.OverlegStatus,
    keuzes.VerslagStatus,
    keuzes.Aanwezigheid,
    keuzes.PuntUitkomst,
    keuzes.TafelHandeling,
    keuzes.UitnodigingStatus,
    keuzes.UitnodigingAntwoord,
    keuzes.ActieStatus,
    keuzes.Voortgang,
    keuzes.VerslagOordeel,
    keuzes.PlanStatus,
    opschalingkeuzes.OpschalingUitkomst,
    informatiekeuzes.Regime,
    keuzes.DocumentSoort,
    bestuurskeuzes.Stem,
    bestuurskeuzes.LidRol,
    bestuurskeuzes.BesluitOver,
    bestuurskeuzes.BesluitUitkomst,
    bestuurskeuzes.TrajectSoort,
    bestuurskeuzes.TrajectStand,
    bestuurskeuzes.Instemming,
    bestuurskeuzes.Opzegreden,
    bestuurskeuzes.Momentsoort,
    lekkeuzes.Leksoort,
    lekkeuzes.Lekkeuze,
    lekkeuzes.Lezersoort,
    keuzes.VerzendingSoort,
    keuzes.Reactie,
    keuzes.VernietigSoort,
    ordekeuzes.WensSoort,
    kofferkeuzes.KofferStand,
    kofferkeuzes.KofferpuntLot,
    kofferkeuzes.Verandering,
    Briefsoort,
    verzoekkeuzes.VerzoekSoort,
    verzoekkeuzes.VerzoekUitkomst,
    verzoekkeuzes.PartijAntwoord,
    verzoekkeuzes.Aard,
    verzoekkeuzes.AantekeningUitkomst,
    verzoekkeuzes.ItemSoort,
    wordkeuzes.Wordsoort,
)
_IDS: Final[tuple[Any, ...]] = (
    keuzes.PartijId,
    keuzes.ContactpersoonId,
    keuzes.AanmeldingId,
    keuzes.BetrokkeneId,
    keuzes.CasusId,
    keuzes.OordeelId,
    keuzes.OverlegId,
    keuzes.AgendapuntId,
    keuzes.DeelnameId,
    keuzes.UitnodigingId,
    keuzes.BesluitId,
    keuzes.ActieId,
    keuzes.PlanId,
    keuzes.AfschalingId,
    keuzes.OpschalingId,
    keuzes.DocumentId,
    keuzes.InformatieItemId,
    keuzes.InzageAkkoordId,
    keuzes.VerstrekkingId,
    keuzes.OverlegBesluitId,
    keuzes.LidId,
    keuzes.VerzendingId,
    keuzes.GebeurtenisId,
    keuzes.DatalekId,
    keuzes.VerlengingId,
    keuzes.VernietigvoorstelId,
    keuzes.VernietigingId,
    keuzes.TriagebriefId,
    ordekeuzes.OrdewensId,
    kofferkeuzes.KofferId,
    bestuurskeuzes.TrajectId,
    bestuurskeuzes.GeschilId,
    bestuurskeuzes.MomentId,
    BriefId,
    verzoekkeuzes.VerzoekId,
    verzoekkeuzes.AantekeningId,
    lekkeuzes.LekkeuzeId,
)

KOLOMSOORTEN: Final[Mapping[Any, TypeEngine[Any]]] = {
    **{soort: KeuzeKolom(soort) for soort in _KEUZES},
    **{soort: Integer() for soort in _IDS},
}
"""For the declarative base: which type of column an annotation means."""

ALTIJD_LEESBAAR: Final = (Integer, Boolean, Date, DateTime, Time, KeuzeKolom, KeuzeOfLeegKolom)
"""What a server may read of every table: numbers, days, yes or no, and the words of a fixed choice (ADR 0092)."""


class Base(DeclarativeBase):
    """Base of every mapped class."""

    metadata = MetaData(naming_convention=NAAMGEVING)
    type_annotation_map = KOLOMSOORTEN

    @classmethod
    def __table_cls__(cls, naam: str, metadata: MetaData, *delen: Any, **opties: Any) -> Table:
        """Make the table of a mapped class; a server holds encrypted what it was not said to read."""
        for kolom in delen:
            if isinstance(kolom, Column) and not isinstance(kolom.type, ALTIJD_LEESBAAR):
                kolomnaam = kolom.name or kolom.key
                if not is_leesbaar(naam, kolomnaam):
                    verberg(naam, kolom)
        return Table(naam, metadata, *delen, **opties)
