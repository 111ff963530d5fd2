"""What comes of a casus without a besluit: niet behandeld, aangehouden, or alleen besproken.

No convenant asks for a besluit about every casus, so nobody has to make one up to get a verslag vastgesteld. A casus
that comes back can be put on the next tafel in the same act, with who may sit there on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from zvh_desktop.errors import GebruikersFout, InvoerOngeldig, RegelGeweigerd
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AgendapuntId, OverlegId, OverlegStatus, PuntUitkomst
from zvh_desktop.models.overleg import Agendapunt, Overleg
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.services.poort.deelnames import geldige_deelnames, zet_deelname
from zvh_desktop.services.tafel.casuspunt import nieuw_casuspunt
from zvh_desktop.services.tafel.gang.tafelstart import eis_te_wijzigen
from zvh_desktop.services.tafel.verslag_gegevens import UitkomstRegel
from zvh_desktop.services.werkplek.later import begint_na, komt_na
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.werkplek import Werkplek, haal

_OPEN = (OverlegStatus.CONCEPT, OverlegStatus.AKKOORD_GEVRAAGD)


@dataclass(frozen=True, slots=True)
class VolgendeTafel:
    """An overleg on whose agenda the casus can still be put."""

    id: OverlegId
    naam: str
    datum: date
    begin: time


@dataclass(frozen=True, slots=True)
class UitkomstWissel:
    """What was recorded, and what it takes to go back: the outcome before, and the point that was put elsewhere."""

    punt_id: AgendapuntId
    voor: UitkomstRegel
    na: UitkomstRegel
    vervolg: AgendapuntId | None = None
    niet_mee: tuple[str, ...] = ()
    """The partijen that do not get a seat there: they may not be at that casus on that day."""


class UitkomstService:
    """Use cases on the outcome of a point."""

    def __init__(self, werkplek: Werkplek) -> None:
        self._werkplek = werkplek

    def zet(self, punt_id: AgendapuntId, uitkomst: PuntUitkomst, tot: date | None = None) -> UitkomstWissel:
        """Record what came of a casus; GEEN takes it away.

        Raises InvoerOngeldig (aangehouden without a date, a date that is not after the overleg), GebruikersFout when a
        besluit stands there, or something was recorded of a casus that would be niet behandeld.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "uitkomst vastgelegd", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            return self._zet(werk.sessie, punt, UitkomstRegel(uitkomst, tot))

    def zet_op_tafel(
        self, punt_id: AgendapuntId, overleg_id: OverlegId, uitkomst: PuntUitkomst = PuntUitkomst.AANGEHOUDEN
    ) -> UitkomstWissel:
        """Record that the casus comes back at this tafel, and put it on that agenda in the same act.

        With its doel, type besluit, thema's and gevraagde bijdragen; every seat passes the gate for that day. Raises as
        ``zet``, and RegelGeweigerd, GebruikersFout when that agenda has akkoord already.
        """
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "casus naar een volgend overleg", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            ander = haal(werk.sessie, Overleg, overleg_id, "Dit overleg")
            if ander.status not in _OPEN or not komt_na(ander, punt.overleg) or not ander.casuistiek:
                raise GebruikersFout(
                    "Op dat overleg kan de casus niet meer worden gezet.",
                    advies="Kies een later overleg waarvan de agenda nog concept is.",
                )
            tot = ander.datum if uitkomst is PuntUitkomst.AANGEHOUDEN else None
            wissel = self._zet(werk.sessie, punt, UitkomstRegel(uitkomst, tot), op_tafel=True)
            vervolg, niet_mee = self._neem_mee(werk.sessie, punt, ander)
            return UitkomstWissel(punt_id, wissel.voor, wissel.na, vervolg.id, niet_mee)

    def herstel(self, wissel: UitkomstWissel) -> None:
        """Back to the outcome before; the point on the other agenda goes with it while that is still a concept."""
        with self._werkplek.schrijf(Recht.VERSLAG_SCHRIJVEN, "uitkomst teruggezet", "overleg") as werk:
            punt = haal(werk.sessie, Agendapunt, wissel.punt_id, "Dit agendapunt")
            werk.raakt(punt.overleg_id)
            self._zet(werk.sessie, punt, wissel.voor, op_tafel=True)
            vervolg = werk.sessie.get(Agendapunt, wissel.vervolg) if wissel.vervolg is not None else None
            if vervolg is not None and vervolg.casus_id == punt.casus_id:
                if vervolg.overleg.status not in _OPEN:
                    raise GebruikersFout(
                        f"De casus staat al op een agenda met akkoord, van {datum_lang(vervolg.overleg.datum)}.",
                        advies="Zet die agenda eerst terug naar concept.",
                    )
                vervolg.overleg.agendapunten.remove(vervolg)

    def volgende_tafels(self, punt_id: AgendapuntId) -> tuple[VolgendeTafel, ...]:
        """Every later overleg on whose agenda this casus can be put, the first one first."""
        with self._werkplek.lees(Recht.CASUS_LEZEN) as sessie:
            punt = haal(sessie, Agendapunt, punt_id, "Dit agendapunt")
            al_op = select(Agendapunt.overleg_id).where(Agendapunt.casus_id == punt.casus_id)
            rijen = sessie.scalars(
                select(Overleg)
                .where(
                    Overleg.casuistiek,
                    Overleg.status.in_(_OPEN),
                    begint_na(Overleg, punt.overleg),
                    Overleg.id.not_in(al_op),
                )
                .order_by(Overleg.datum, Overleg.begin)
            )
            return tuple(
                VolgendeTafel(rij.id, self._werkplek.overlegsoort_van(sessie, rij).naam, rij.datum, rij.begin)
                for rij in rijen
            )

    def _zet(
        self, sessie: Session, punt: Agendapunt, gewenst: UitkomstRegel, *, op_tafel: bool = False
    ) -> UitkomstWissel:
        """``op_tafel``: it comes back at another overleg, which may be later on the same day."""
        eis_te_wijzigen(punt.overleg)
        voor = UitkomstRegel(punt.uitkomst, punt.aangehouden_tot)
        if punt.overleg.status != OverlegStatus.GEHOUDEN:
            raise GebruikersFout("Het overleg is nog niet begonnen.", advies="Start eerst een punt bij stap 3.")
        if punt.casus_id is None:
            raise InvoerOngeldig("punt", "Een uitkomst hoort bij een casus.")
        if gewenst.soort is not PuntUitkomst.GEEN:
            _eis_past(sessie, punt, gewenst, op_tafel=op_tafel)
        punt.uitkomst, punt.aangehouden_tot = gewenst.soort, gewenst.tot
        sessie.flush()
        return UitkomstWissel(punt.id, voor, gewenst)

    def _neem_mee(self, sessie: Session, punt: Agendapunt, ander: Overleg) -> tuple[Agendapunt, tuple[str, ...]]:
        casus = sessie.get_one(Casus, punt.casus_id)
        nieuw = nieuw_casuspunt(self._werkplek, sessie, ander, casus)
        nieuw.minuten, nieuw.doel, nieuw.themas = punt.minuten, punt.doel, punt.themas
        soorten = {besluit.sleutel for besluit in self._werkplek.profiel_van(sessie, ander).besluiten}
        nieuw.besluit_type = punt.besluit_type if punt.besluit_type in soorten else ""
        sessie.flush()
        niet_mee = []
        for stoel, partij in geldige_deelnames(self._werkplek, sessie, punt):
            try:
                daar = zet_deelname(self._werkplek, sessie, nieuw, casus, partij)
            except RegelGeweigerd:
                niet_mee.append(partij.naam)
            else:
                daar.gevraagde_bijdrage = stoel.gevraagde_bijdrage
        return nieuw, tuple(niet_mee)


def _eis_past(sessie: Session, punt: Agendapunt, gewenst: UitkomstRegel, *, op_tafel: bool) -> None:
    if sessie.scalars(select(Besluit.id).filter_by(agendapunt_id=punt.id).limit(1)).first() is not None:
        raise GebruikersFout(
            "Bij dit punt is een besluit vastgelegd.", advies="Haal het besluit weg als er geen is genomen."
        )
    if gewenst.soort is PuntUitkomst.NIET_BEHANDELD and _is_besproken(sessie, punt):
        raise GebruikersFout(
            "Bij dit punt staat al een tekst of een actie: de casus is dus wel behandeld.",
            advies="Kies alleen besproken of aangehouden, of haal eerst weg wat er staat.",
        )
    if gewenst.soort is not PuntUitkomst.AANGEHOUDEN:
        if gewenst.tot is not None:
            raise InvoerOngeldig("tot", "Alleen een casus die is aangehouden, heeft een datum.")
    elif gewenst.tot is None:
        raise InvoerOngeldig("tot", "Kies tot wanneer de casus is aangehouden: een datum of een volgend overleg.")
    elif gewenst.tot <= punt.overleg.datum and not op_tafel:
        raise InvoerOngeldig("tot", f"Kies een datum na {datum_lang(punt.overleg.datum)}, de dag van dit overleg.")


def _is_besproken(sessie: Session, punt: Agendapunt) -> bool:
    teksten = (punt.beeld, punt.oordeelsvorming, punt.besluitvorming)
    if any(tekst.strip() for tekst in teksten):
        return True
    return sessie.scalars(select(Actie.id).filter_by(agendapunt_id=punt.id).limit(1)).first() is not None
