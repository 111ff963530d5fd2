"""Whatever a partij was ever sent: what, in which version, when, to whom, and whether it still holds.

From the frozen copies and the register of verstrekkingen alone, and never from what a document would be now. What has
no copy was handed out by hand, and is not here. Read by the page, since there can be thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, String, and_, cast, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from zvh_desktop.documents.ontvangen import OntvangenGegevens, OntvangenRij, bouw_ontvangen_pdf
from zvh_desktop.documents.opmaak.bestandsnaam import bestandsnaam
from zvh_desktop.errors import InvoerOngeldig
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import DocumentId, DocumentSoort, OverlegId, PartijId, Regel
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.profiel.termen import Termen
from zvh_desktop.models.taal import datum_kort, hoofdletter, tijd
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.models.verstrekking import Verstrekking
from zvh_desktop.services.stukken.kop import maak_kop
from zvh_desktop.services.stukken.stuk import Stuk
from zvh_desktop.services.werkplek.klok import AMSTERDAM, als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

PER_BLAD: Final = 200
"""How many lines are read at a time."""
_STUK, _VERSTREKKING = "stuk", "verstrekking"

_NAMEN: Final[dict[DocumentSoort, str]] = {
    DocumentSoort.AGENDA_PARTIJ: "agenda",
    DocumentSoort.UITNODIGING: "uitnodiging",
    DocumentSoort.UITNODIGING_ICS: "afspraak voor de agenda",
    DocumentSoort.UITNODIGING_EML: "bericht met uitnodiging",
    DocumentSoort.HERINNERING_EML: "herinnering",
    DocumentSoort.INTREKKING: "wijziging of intrekking van uitnodiging",
    DocumentSoort.INTREKKING_ICS: "wijziging of intrekking van afspraak",
    DocumentSoort.INTREKKING_EML: "bericht van wijziging of intrekking",
    DocumentSoort.AFGELASTING: "afgelasting",
    DocumentSoort.AFGELASTING_ICS: "afzegging van afspraak",
    DocumentSoort.AFGELASTING_EML: "bericht van afgelasting",
    DocumentSoort.OVERLEG_UITNODIGING: "uitnodiging voor een overleg zonder casussen",
    DocumentSoort.OVERLEG_UITNODIGING_ICS: "afspraak voor een overleg zonder casussen",
    DocumentSoort.OVERLEG_INTREKKING: "intrekking van uitnodiging",
    DocumentSoort.OVERLEG_INTREKKING_ICS: "intrekking van afspraak",
    DocumentSoort.TRIAGEVRAAG: "vraag bij de {t.triage}",
    DocumentSoort.TRIAGEVRAAG_EML: "bericht met vraag bij de {t.triage}",
    DocumentSoort.TRIAGE_INTREKKING: "intrekking van vraag bij de {t.triage}",
    DocumentSoort.TRIAGE_INTREKKING_EML: "bericht van intrekking van vraag bij de {t.triage}",
    DocumentSoort.NOTULEN_PARTIJ: "notulen",
    DocumentSoort.BESLUITENLIJST: "besluitenlijst",
    DocumentSoort.ACTIELIJST: "actielijst",
    DocumentSoort.PLAN_VAN_AANPAK: "{t.plan_van_aanpak}",
    DocumentSoort.AFSCHALING: "{t.afschaling}",
    DocumentSoort.OPSCHALING: "dossier {t.opschaling}",
    DocumentSoort.OPSCHALING_BIJLAGE: "bijlage bij dossier {t.opschaling}",
    DocumentSoort.INFORMATIE: "informatie om vooraf te lezen",
    DocumentSoort.INFORMATIE_BIJLAGE: "bijlage om vooraf te lezen",
    DocumentSoort.JZV_UITKOMST: "JZV-bestand",
    DocumentSoort.DATALEKBRIEF: "brief over een datalek",
    DocumentSoort.KENNISGEVING: "bericht over veranderde gegevens",
    DocumentSoort.OPHEFFING: "bericht dat gegevens weer gebruikt mogen worden",
    DocumentSoort.TRAJECTBRIEF: "brief over partijen of het convenant",
    DocumentSoort.TRAJECTBESLUIT: "brief over een besluit over partijen of het convenant",
    DocumentSoort.BRIEF: "brief",
    DocumentSoort.INZAGEBRIEF: "brief over een verzoek van een betrokkene",
    DocumentSoort.INZAGEOVERZICHT: "eigen deel bij een verzoek van een betrokkene",
}
_LATER: Final[dict[DocumentSoort, str]] = {
    DocumentSoort.UITNODIGING: "vervangen",
    DocumentSoort.INTREKKING: "gewijzigd of ingetrokken",
    DocumentSoort.AFGELASTING: "afgelast",
}
"""What a later letter about the same overleg does to an uitnodiging."""
_LATERE_VRAAG: Final[dict[DocumentSoort, str]] = {
    DocumentSoort.TRIAGEVRAAG: "vervangen",
    DocumentSoort.TRIAGE_INTREKKING: "ingetrokken",
}
"""What a later letter about the same casus does to a question at triage."""
_Latere = tuple[int, DocumentSoort, datetime]
_UITNODIGENDE: Final = (DocumentSoort.UITNODIGING, DocumentSoort.UITNODIGING_ICS)


@dataclass(frozen=True, slots=True)
class OntvangenFilter:
    """Which lines are asked for. Empty is no limit."""

    van: date | None = None
    tot: date | None = None
    casusnummer: str = ""
    overleg_id: OverlegId | None = None


@dataclass(frozen=True, slots=True)
class OntvangenRegel:
    """One piece. Without ``document_id`` there is no copy to open."""

    document_id: DocumentId | None
    wat: str
    waarover: str
    versie: int | None
    op: datetime
    aan_naam: str
    aan_email: str
    door: str
    stand: str
    """Empty while it holds; otherwise what became of it, with the day."""
    casusnummer: str
    """Empty when it is about an overleg: such a line names no casus."""


@dataclass(frozen=True, slots=True)
class OntvangenBlad:
    """Some of the lines, the newest first, and how many there are in all."""

    regels: tuple[OntvangenRegel, ...]
    totaal: int


class OntvangenService:
    """Use cases on what a partij was sent."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def lijst(
        self, partij_id: PartijId, filter_: OntvangenFilter | None = None, vanaf: int = 0, hoeveel: int = PER_BLAD
    ) -> OntvangenBlad:
        """Some lines, the newest first. Raises NietBevoegd, InvoerOngeldig when the days are the wrong way round."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            vraag = _vraag(partij_id, filter_ or OntvangenFilter())
            totaal = sessie.scalar(select(func.count()).select_from(vraag.subquery())) or 0
            return OntvangenBlad(self._regels(sessie, vraag.limit(hoeveel).offset(vanaf)), totaal)

    def overleggen(self, partij_id: PartijId) -> tuple[tuple[OverlegId, str], ...]:
        """The overleggen about which this partij was sent something, the latest first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            stukken = select(Uitgegeven.overleg_id).where(Uitgegeven.partij_id == partij_id)
            rijen = sessie.scalars(select(Overleg).where(Overleg.id.in_(stukken)).order_by(Overleg.datum.desc()))
            return tuple((rij.id, self._overleg_naam(sessie, rij)) for rij in rijen)

    def overzicht(
        self,
        partij_id: PartijId,
        filter_: OntvangenFilter | None = None,
        begint_aan: Callable[[int, int, str], None] | None = None,
    ) -> Stuk:
        """All lines as a document of the house itself; that it was made is in the log.

        ``begint_aan`` is told how far it is, and may raise to stop.
        """
        gevraagd = filter_ or OntvangenFilter()
        with self._werkplek.schrijf(
            Recht.CASUS_LEZEN, "overzicht van ontvangen stukken gemaakt", "partij", wacht_anders=False
        ) as werk:
            werk.raakt(partij_id)
            partij = haal(werk.sessie, Partij, partij_id, "Deze partij")
            vraag = _vraag(partij_id, gevraagd)
            totaal = werk.sessie.scalar(select(func.count()).select_from(vraag.subquery())) or 0
            regels: list[OntvangenRegel] = []
            while len(regels) < totaal:
                if begint_aan is not None:
                    begint_aan(len(regels), totaal, f"{len(regels)} van {totaal} regels gelezen")
                erbij = self._regels(werk.sessie, vraag.limit(PER_BLAD).offset(len(regels)))
                if not erbij:
                    break
                regels += erbij
            inhoud = self._pdf(werk.sessie, partij, gevraagd, regels)
        naam = bestandsnaam(DocumentSoort.ONTVANGEN, self._werkplek.vandaag(), partij.kort)
        return Stuk(DocumentSoort.ONTVANGEN, naam, inhoud, None, "", ())

    def _pdf(
        self, sessie: Session, partij: Partij, gevraagd: OntvangenFilter, regels: Sequence[OntvangenRegel]
    ) -> bytes:
        profiel = self._werkplek.profiel
        return bouw_ontvangen_pdf(
            OntvangenGegevens(
                kop=maak_kop(
                    self._werkplek,
                    sessie,
                    profiel,
                    titel="Overzicht van wat een partij ontving",
                    ontvanger=None,
                    versie=datum_kort(self._werkplek.vandaag()),
                    artikel=profiel.artikel(Regel.GEHEIMHOUDING),
                ),
                partij=partij.naam,
                keuze=self._keuze(sessie, gevraagd),
                rijen=tuple(_rij(regel) for regel in regels),
            )
        )

    def _keuze(self, sessie: Session, gevraagd: OntvangenFilter) -> str:
        delen = []
        if gevraagd.van is not None:
            delen.append(f"vanaf {datum_kort(gevraagd.van)}")
        if gevraagd.tot is not None:
            delen.append(f"tot en met {datum_kort(gevraagd.tot)}")
        if gevraagd.casusnummer.strip():
            delen.append(f"casus {gevraagd.casusnummer.strip()}")
        if gevraagd.overleg_id is not None:
            overleg = haal(sessie, Overleg, gevraagd.overleg_id, "Dit overleg")
            delen.append(self._overleg_naam(sessie, overleg))
        return ", ".join(delen) or "alles"

    def _overleg_naam(self, sessie: Session, overleg: Overleg) -> str:
        return f"{self._werkplek.overlegsoort_van(sessie, overleg).naam} {datum_kort(overleg.datum)}"

    def _regels(self, sessie: Session, vraag: Select[Any]) -> tuple[OntvangenRegel, ...]:
        sleutels = [(bron, id_) for bron, id_, _ in sessie.execute(vraag)]
        stukken = self._stukken(sessie, [id_ for bron, id_ in sleutels if bron == _STUK])
        gegeven = self._verstrekkingen(sessie, [id_ for bron, id_ in sleutels if bron == _VERSTREKKING])
        return tuple((stukken if bron == _STUK else gegeven)[id_] for bron, id_ in sleutels)

    def _stukken(self, sessie: Session, ids: Sequence[int]) -> dict[int, OntvangenRegel]:
        """Without the files themselves: those are read when one is opened."""
        rijen = sessie.execute(
            select(
                Uitgegeven.id,
                Uitgegeven.soort,
                Uitgegeven.overleg_id,
                Uitgegeven.partij_id,
                Uitgegeven.versie,
                Uitgegeven.gemaakt_op,
                Uitgegeven.gemaakt_door,
                Uitgegeven.aan_naam,
                Uitgegeven.aan_email,
                Uitgegeven.casus_id,
                Casus.nummer,
            )
            .outerjoin(Casus, Casus.id == Uitgegeven.casus_id)
            .where(Uitgegeven.id.in_(ids))
        ).all()
        overleg_ids = {rij.overleg_id for rij in rijen if rij.overleg_id is not None}
        overleggen = {
            rij.id: self._overleg_naam(sessie, rij)
            for rij in sessie.scalars(select(Overleg).where(Overleg.id.in_(overleg_ids)))
        }
        partij_ids = {rij.partij_id for rij in rijen}
        later = _lateren(sessie, Uitgegeven.overleg_id, overleg_ids, partij_ids, tuple(_LATER))
        casus_ids = {rij.casus_id for rij in rijen if rij.soort in _LATERE_VRAAG}
        latere_vragen = _lateren(sessie, Uitgegeven.casus_id, casus_ids, partij_ids, tuple(_LATERE_VRAAG))
        regels = {}
        for rij in rijen:
            waar = [overleggen.get(rij.overleg_id, ""), f"casus {rij.nummer}" if rij.nummer else ""]
            regels[int(rij.id)] = OntvangenRegel(
                document_id=rij.id,
                wat=document_naam(rij.soort, self._werkplek.profiel.termen),
                waarover=", ".join(deel for deel in waar if deel),
                versie=rij.versie,
                op=als_lokaal(rij.gemaakt_op),
                aan_naam=rij.aan_naam,
                aan_email=rij.aan_email,
                door=rij.gemaakt_door,
                stand=_stand(
                    rij,
                    later.get((rij.overleg_id, rij.partij_id), ()),
                    latere_vragen.get((rij.casus_id, rij.partij_id), ()),
                ),
                casusnummer=rij.nummer or "",
            )
        return regels

    def _verstrekkingen(self, sessie: Session, ids: Sequence[int]) -> dict[int, OntvangenRegel]:
        rijen = sessie.execute(
            select(Verstrekking, Casus.nummer)
            .join(Casus, Casus.id == Verstrekking.casus_id)
            .where(Verstrekking.id.in_(ids))
        )
        return {
            int(rij.id): OntvangenRegel(
                document_id=None,
                wat=f"Verstrekking: {rij.wat}" + (f" ({rij.wijze})" if rij.wijze else ""),
                waarover=f"casus {nummer}",
                versie=None,
                op=datetime.combine(rij.verstrekt_op, time(), AMSTERDAM),
                aan_naam="",
                aan_email="",
                door=rij.vastgelegd_door,
                stand=f"vervallen op {datum_kort(als_lokaal(rij.vervallen_op).date())}: {rij.vervallen_reden}"
                if rij.vervallen_op is not None
                else "",
                casusnummer=nummer,
            )
            for rij, nummer in rijen
        }


def document_naam(soort: DocumentSoort, termen: Termen) -> str:
    """What this kind of document is called, in the words of the house."""
    return hoofdletter(_NAMEN.get(soort, soort.value.replace("-", " ")).format(t=termen))


def _vraag(partij_id: int, gevraagd: OntvangenFilter) -> Select[Any]:
    """Source, id and moment of every line, the newest first."""
    if gevraagd.van is not None and gevraagd.tot is not None and gevraagd.van > gevraagd.tot:
        raise InvoerOngeldig("tot", "De laatste dag ligt voor de eerste.")
    stukken = select(
        literal(_STUK).label("bron"), Uitgegeven.id.label("id"), cast(Uitgegeven.gemaakt_op, String).label("op")
    ).where(Uitgegeven.partij_id == partij_id, *_stukgrenzen(gevraagd))
    gegeven = select(
        literal(_VERSTREKKING).label("bron"),
        Verstrekking.id.label("id"),
        cast(Verstrekking.verstrekt_op, String).label("op"),
    ).where(Verstrekking.derde_id == partij_id, *_verstrekgrenzen(gevraagd))
    samen = union_all(stukken, gegeven).subquery()
    return select(samen.c.bron, samen.c.id, samen.c.op).order_by(samen.c.op.desc(), samen.c.bron, samen.c.id.desc())


def _stukgrenzen(gevraagd: OntvangenFilter) -> Iterable[ColumnElement[bool]]:
    if gevraagd.van is not None:
        yield Uitgegeven.gemaakt_op >= _begin_van(gevraagd.van)
    if gevraagd.tot is not None:
        yield Uitgegeven.gemaakt_op < _begin_van(gevraagd.tot + timedelta(days=1))
    if gevraagd.overleg_id is not None:
        yield Uitgegeven.overleg_id == gevraagd.overleg_id
    if nummer := gevraagd.casusnummer.strip():
        casus = select(Casus.id).where(Casus.nummer == nummer).scalar_subquery()
        stoel = exists().where(
            Agendapunt.overleg_id == Uitgegeven.overleg_id,
            Deelname.agendapunt_id == Agendapunt.id,
            Deelname.casus_id == casus,
            Deelname.partij_id == Uitgegeven.partij_id,
        )
        yield or_(Uitgegeven.casus_id == casus, and_(Uitgegeven.casus_id.is_(None), stoel))


def _verstrekgrenzen(gevraagd: OntvangenFilter) -> Iterable[ColumnElement[bool]]:
    if gevraagd.van is not None:
        yield Verstrekking.verstrekt_op >= gevraagd.van
    if gevraagd.tot is not None:
        yield Verstrekking.verstrekt_op <= gevraagd.tot
    if gevraagd.overleg_id is not None:
        yield literal(0) == literal(1)  # a verstrekking belongs to no overleg
    if nummer := gevraagd.casusnummer.strip():
        yield Verstrekking.casus_id == select(Casus.id).where(Casus.nummer == nummer).scalar_subquery()


def _begin_van(dag: date) -> datetime:
    """The first moment of a Dutch day, as stored."""
    return datetime.combine(dag, time(), AMSTERDAM).astimezone(UTC).replace(tzinfo=None)


def _lateren(
    sessie: Session,
    waarover: InstrumentedAttribute[Any],
    sleutels: Iterable[int],
    partijen: Iterable[int],
    soorten: Sequence[DocumentSoort],
) -> dict[tuple[int | None, int | None], tuple[_Latere, ...]]:
    """Per overleg or casus, and partij, every letter of these kinds, the oldest first."""
    rijen = sessie.execute(
        select(waarover, Uitgegeven.partij_id, Uitgegeven.id, Uitgegeven.soort, Uitgegeven.gemaakt_op)
        .where(waarover.in_(tuple(sleutels)), Uitgegeven.partij_id.in_(tuple(partijen)), Uitgegeven.soort.in_(soorten))
        .order_by(Uitgegeven.id)
    )
    uit: dict[tuple[int | None, int | None], tuple[_Latere, ...]] = {}
    for over, partij_id, id_, soort, op in rijen:
        uit[(over, partij_id)] = (*uit.get((over, partij_id), ()), (id_, soort, op))
    return uit


def _stand(rij: Any, lateren: Sequence[_Latere], latere_vragen: Sequence[_Latere]) -> str:
    if rij.soort == DocumentSoort.TRIAGEVRAAG:
        woorden, lateren = _LATERE_VRAAG, latere_vragen
    elif rij.soort in _UITNODIGENDE:
        woorden = _LATER
    else:
        return ""
    # letter and calendar item of one sending have one moment
    na = [(soort, op) for id_, soort, op in lateren if id_ > rij.id and op != rij.gemaakt_op]
    if not na:
        return ""
    soort, op = na[0]
    return f"{woorden[soort]} op {datum_kort(als_lokaal(op).date())}"


def _rij(regel: OntvangenRegel) -> OntvangenRij:
    aan = "\n".join(deel for deel in (regel.aan_naam, regel.aan_email) if deel)
    uur = "" if regel.document_id is None else f" {tijd(regel.op.time())}"
    return OntvangenRij(
        wanneer=f"{datum_kort(regel.op.date())}{uur}",
        wat=regel.wat,
        waarover=regel.waarover,
        versie=str(regel.versie) if regel.versie is not None else "",
        aan=aan or "niet vastgelegd",
        stand=regel.stand or "geldt",
    )
