"""Planning an overleg: date, place, chair and minute taker. A tafel is an overleg with casuïstiek."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zvh_desktop.database.keten.geverifieerd import inzicht
from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, NietGevonden
from zvh_desktop.models.keuzen.kofferkeuzes import KofferId
from zvh_desktop.models.keuzes import OverlegId, OverlegStatus, VerklaringSoort, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.huis.vakanties import bijzondere_dag
from zvh_desktop.services.poort.deelnames import verzet_overleg
from zvh_desktop.services.poort.gesloten import eis_niet_afgelast
from zvh_desktop.services.poort.gevolgen import werk_uitnodigingen_bij
from zvh_desktop.services.werkplek.feestdagen import feestdag
from zvh_desktop.services.werkplek.hangt_aan import eis_los
from zvh_desktop.services.werkplek.invoer import EINDE_NA_BEGIN, naamveld, verplicht
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.kolommen import lees_kolommen
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import lees_met
from zvh_desktop.services.werkplek.uitleen import koffer_met_tafel, uit_op_agenda, uitleenzin, zinnen_van
from zvh_desktop.services.werkplek.werkplek import NIEUW_LEZEN, Werkplek, haal, nieuwste_profielversie

LANG: Final = 1000
"""From so many overleggen the list takes longer to read than a window may stand still."""


@dataclass(frozen=True, slots=True)
class OverlegInvoer:
    """What is typed to plan an overleg. Times are Dutch time."""

    soort: str
    datum: date
    begin: time
    einde: time
    plaats: str = ""
    voorzitter: str = ""
    notulist: str = ""


@dataclass(frozen=True, slots=True)
class OverlegsoortKeuze:
    """A kind of overleg on which casussen can stand."""

    sleutel: str
    naam: str
    frequentie: str


@dataclass(frozen=True, slots=True)
class OverlegRegel:
    """An overleg in a list."""

    id: OverlegId
    naam: str
    datum: date
    begin: time
    einde: time
    plaats: str
    voorzitter: str
    status: OverlegStatus
    verslag_status: VerslagStatus
    casussen: int


@dataclass(frozen=True, slots=True)
class OverlegKop:
    """The head of one overleg, above every step of the tafel."""

    id: OverlegId
    invoer: OverlegInvoer
    naam: str
    status: OverlegStatus
    verslag_status: VerslagStatus
    agenda_versie: int
    verslag_versie: int
    verzonden_op: datetime | None
    feestdag: str
    geheimhouding_gemeld: bool
    uitgeleend: str = ""
    """Who has it in a koffer and until when; empty while it can be changed here."""


class TafelService:
    """Use cases on the planning of an overleg."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def soorten(self) -> tuple[OverlegsoortKeuze, ...]:
        """The kinds of overleg on which a casus can stand."""
        return tuple(OverlegsoortKeuze(s.sleutel, s.naam, s.frequentie) for s in self._werkplek.profiel.casusoverleggen)

    def uitgeleend(self, overleg_id: OverlegId) -> str:
        """Who has it in a koffer and until when; empty while it can be changed here."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return uitleenzin(sessie, sessie.scalar(select(koffer_met_tafel(overleg_id))))

    def lijst(self) -> tuple[OverlegRegel, ...]:
        """Every overleg with casuïstiek, the latest date first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            aantallen = dict(
                sessie.execute(
                    select(Agendapunt.overleg_id, func.count())
                    .where(Agendapunt.casus_id.is_not(None))
                    .group_by(Agendapunt.overleg_id)
                ).all()
            )
            vraag = (
                select(
                    Overleg.id,
                    Overleg.profiel_versie_id,
                    Overleg.soort,
                    Overleg.datum,
                    Overleg.begin,
                    Overleg.einde,
                    Overleg.plaats,
                    Overleg.voorzitter,
                    Overleg.status,
                    Overleg.verslag_status,
                )
                .where(Overleg.casuistiek)
                .order_by(Overleg.datum.desc(), Overleg.begin.desc())
            )
            namen: dict[tuple[int, str], str] = {}
            regels = []
            for sleutel, versie, soort, datum, begin, einde, plaats, voorzitter, status, verslag in lees_kolommen(
                sessie, vraag
            ):
                if (versie, soort) not in namen:
                    namen[versie, soort] = self._werkplek.profiel_versie(sessie, versie).overlegsoort(soort).naam
                naam, casussen = namen[versie, soort], aantallen.get(sleutel, 0)
                regels.append(
                    OverlegRegel(sleutel, naam, datum, begin, einde, plaats, voorzitter, status, verslag, casussen)
                )
            return tuple(regels)

    def is_lang(self) -> bool:
        """Whether the list is so long that it is not to be read in the thread of the window."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return (sessie.scalar(select(func.max(Overleg.id))) or 0) > LANG

    def toon(self, overleg_id: OverlegId) -> OverlegKop:
        """The head of one overleg. Raises NietGevonden."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return overleg_kop(self._werkplek, sessie, haal(sessie, Overleg, overleg_id, "Dit overleg"))

    def feestdag(self, dag: date) -> str:
        """What this day is: a feestdag, in a school holiday, or nothing."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            return bijzondere_dag(sessie, dag)

    def plan(self, invoer: OverlegInvoer) -> OverlegId:
        """Plan an overleg under the profile now in force. Raises InvoerOngeldig."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg gepland", "overleg") as werk:
            rij = nieuw_overleg(self._werkplek, werk.sessie, invoer)
            werk.raakt(rij.id)
            return rij.id

    def wijzig(self, overleg_id: OverlegId, invoer: OverlegInvoer) -> tuple[str, ...]:
        """Change date, time, place or people; returns which partijen lost a seat by a new date, in sentences.

        Raises InvoerOngeldig, GebruikersFout when the overleg has been held.
        """
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg gewijzigd", "overleg") as werk:
            werk.raakt(overleg_id)
            rij = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_niet_afgelast(rij)
            if rij.status == OverlegStatus.GEHOUDEN:
                raise GebruikersFout(
                    "Dit overleg is al gehouden: wat is afgesproken en verstuurd, ligt vast.",
                    advies="Een andere voorzitter of tijd legt u vast bij stap 3, Aan tafel.",
                )
            vast = (rij.soort, rij.datum, rij.begin, rij.einde, rij.plaats)
            nieuw = (invoer.soort, invoer.datum, invoer.begin, invoer.einde, naamveld("plaats", invoer.plaats))
            if rij.status in (OverlegStatus.AKKOORD, OverlegStatus.VERZONDEN) and nieuw != vast:
                raise GebruikersFout(
                    "De agenda heeft al akkoord: datum, tijd en plaats liggen vast.",
                    advies="Kies Terug naar concept om ze te wijzigen; daarna vraagt u opnieuw akkoord.",
                )
            vervallen = (
                verzet_overleg(self._werkplek, werk.sessie, rij, invoer.datum) if invoer.datum != rij.datum else ()
            )
            _vul(self._werkplek, rij, invoer)
            werk.sessie.flush()
            werk_uitnodigingen_bij(werk.sessie, overleg_id=rij.id)
            return vervallen

    def verwijder(self, overleg_id: OverlegId) -> None:
        """Remove an overleg that is still in concept and from which nothing left. Raises GebruikersFout."""
        with self._werkplek.schrijf(Recht.TAFEL_BEHEREN, "overleg verwijderd", "overleg") as werk:
            werk.raakt(overleg_id)
            rij = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            eis_weg_te_halen(werk.sessie, rij)
            werk.sessie.delete(rij)


def eis_weg_te_halen(sessie: Session, rij: Overleg) -> None:
    """Raise GebruikersFout unless it is in concept and nothing left from it or hangs on it."""
    if rij.status != OverlegStatus.CONCEPT:
        raise GebruikersFout("Alleen een overleg in concept kan worden verwijderd.")
    if sessie.scalars(select(Uitgegeven.id).filter_by(overleg_id=rij.id).limit(1)).first() is not None:
        raise GebruikersFout(
            "Voor dit overleg zijn al stukken verzonden. Het blijft daarom bewaard.",
            advies="Kies Afgelasten: dan hoort iedereen die een uitnodiging kreeg, dat het niet doorgaat.",
        )
    if inzicht(sessie).over(VerklaringSoort.AGENDA_AKKOORD, "overleg", rij.id):
        raise GebruikersFout(
            "De agenda van dit overleg heeft akkoord gehad. Het blijft daarom bewaard.",
            advies="Kies Afgelasten als het niet doorgaat.",
        )
    eis_los(sessie, rij, "Dit overleg", "Kies Afgelasten als het niet doorgaat.")


def nieuw_overleg(werkplek: Werkplek, sessie: Session, invoer: OverlegInvoer) -> Overleg:
    """A planned overleg under the profile now in force, within a transaction. Raises InvoerOngeldig."""
    rij = Overleg(
        status=OverlegStatus.CONCEPT,
        verslag_status=VerslagStatus.CONCEPT,
        profiel_versie_id=nieuwste_profielversie(sessie).id,
    )
    _vul(werkplek, rij, invoer)
    sessie.add(rij)
    sessie.flush()
    return rij


def _vul(werkplek: Werkplek, rij: Overleg, invoer: OverlegInvoer) -> None:
    if invoer.soort not in {soort.sleutel for soort in werkplek.profiel.casusoverleggen}:
        raise InvoerOngeldig("soort", "Op dit soort overleg kunnen geen casussen staan.")
    if invoer.einde <= invoer.begin:
        raise InvoerOngeldig("einde", EINDE_NA_BEGIN)
    rij.soort = invoer.soort
    rij.datum = invoer.datum
    rij.begin = invoer.begin
    rij.einde = invoer.einde
    rij.plaats = verplicht("plaats", naamveld("plaats", invoer.plaats), "Vul in waar het overleg is.")
    rij.voorzitter = naamveld("voorzitter", invoer.voorzitter)
    rij.notulist = naamveld("notulist", invoer.notulist)


def haal_met_kop(
    werkplek: Werkplek, sessie: Session, overleg_id: OverlegId
) -> tuple[Overleg, OverlegKop, Mapping[int, str]]:
    """The row, its head, and by casus on its agenda who has that in a koffer, in one statement. Raises NietGevonden."""
    vraag = select(Overleg, koffer_met_tafel(overleg_id)).where(Overleg.id == overleg_id)
    gevonden, uit = lees_met(sessie, vraag, uit_op_agenda(overleg_id))
    if gevonden is None:
        raise NietGevonden("Dit overleg is er niet meer.", advies=NIEUW_LEZEN)
    rij, koffer = gevonden
    return rij, _kop(werkplek, sessie, rij, koffer), zinnen_van(sessie, uit)


def overleg_kop(werkplek: Werkplek, sessie: Session, rij: Overleg) -> OverlegKop:
    """The frozen head of a row. What has no akkoord is never in a koffer, and so is not asked."""
    kan_uit = rij.status not in (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)
    return _kop(werkplek, sessie, rij, sessie.scalar(select(koffer_met_tafel(rij.id))) if kan_uit else None)


def _kop(werkplek: Werkplek, sessie: Session, rij: Overleg, koffer: KofferId | None) -> OverlegKop:
    return OverlegKop(
        id=rij.id,
        invoer=OverlegInvoer(rij.soort, rij.datum, rij.begin, rij.einde, rij.plaats, rij.voorzitter, rij.notulist),
        naam=werkplek.overlegsoort_van(sessie, rij).naam,
        status=rij.status,
        verslag_status=rij.verslag_status,
        agenda_versie=rij.agenda_versie,
        verslag_versie=rij.verslag_versie,
        verzonden_op=als_lokaal(rij.verzonden_op) if rij.verzonden_op else None,
        feestdag=feestdag(rij.datum),
        geheimhouding_gemeld=rij.geheimhouding_gemeld,
        uitgeleend=uitleenzin(sessie, koffer),
    )
