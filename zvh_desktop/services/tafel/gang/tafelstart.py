"""Opening and closing a point at the table, and taking back a start that was a mistake."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from zvh_desktop.errors import AndereDag, GebruikersFout
from zvh_desktop.models.deelname import Deelname
from zvh_desktop.models.keuzes import Aanwezigheid, OverlegStatus, PuntUitkomst, TafelHandeling, VerslagStatus
from zvh_desktop.models.overleg import Agendapunt, Overleg, Tafelgebeurtenis
from zvh_desktop.models.taal import datum_lang
from zvh_desktop.models.uitkomst import Actie, Besluit
from zvh_desktop.services.poort.deelnames import geldige_deelnames
from zvh_desktop.services.poort.gevolgen import werk_uitnodigingen_bij
from zvh_desktop.services.tafel.akkoord import verifieer_akkoord
from zvh_desktop.services.tafel.gang.aanwezig_begin import begin_aanwezigheid
from zvh_desktop.services.tafel.verloop.geheimhouding import wijs_bij_begin
from zvh_desktop.services.tafel.verloop.tafelgebeurtenissen import noteer
from zvh_desktop.services.werkplek.werkplek import Werkplek

_NOG_BEZIG = timedelta(hours=12)
"""An overleg that runs on past midnight is still the same one."""


def eis_te_wijzigen(overleg: Overleg) -> None:
    """Raise GebruikersFout when nothing can be written in this verslag any more."""
    if not overleg.casuistiek:
        raise GebruikersFout("Op dit overleg staan geen casussen. U vindt het bij Overleggen.")
    if overleg.verslag_status == VerslagStatus.VASTGESTELD:
        raise GebruikersFout(
            "Het verslag is vastgesteld en ligt daarom vast.",
            advies="Klopt er iets niet? Kies bij stap 4, Verslag, het punt en dan Corrigeer dit punt.",
        )


def open_punt(werkplek: Werkplek, sessie: Session, punt: Agendapunt, *, andere_dag: bool) -> None:
    """Open it and close the one before. Raises AndereDag, GebruikersFout, HandtekeningOnjuist."""
    overleg = punt.overleg
    if overleg.status != OverlegStatus.GEHOUDEN:
        verifieer_akkoord(werkplek, sessie, overleg)
    if not andere_dag:
        _eis_dag(werkplek, overleg)
    if overleg.status != OverlegStatus.GEHOUDEN:
        overleg.status = OverlegStatus.GEHOUDEN
        sessie.flush()
    for vorig in overleg.agendapunten:
        if vorig.id != punt.id:
            sluit_punt(werkplek, sessie, vorig)
    if punt.gestart_op is None:
        noteer(werkplek, sessie, overleg, TafelHandeling.GESTART, punt)
    elif punt.afgerond_op is not None:
        noteer(werkplek, sessie, overleg, TafelHandeling.HERVAT, punt)
    punt.gestart_op = punt.gestart_op or werkplek.nu()
    punt.afgerond_op = None
    if punt.uitkomst == PuntUitkomst.NIET_BEHANDELD:
        punt.uitkomst = PuntUitkomst.GEEN
    wijs_bij_begin(werkplek, sessie, punt)
    begin_aanwezigheid(sessie, punt, (stoel for stoel, _ in geldige_deelnames(werkplek, sessie, punt)))


def sluit_punt(
    werkplek: Werkplek, sessie: Session, punt: Agendapunt, soort: TafelHandeling = TafelHandeling.AFGEROND
) -> None:
    """Close it, if it is open."""
    if punt.gestart_op is not None and punt.afgerond_op is None:
        punt.afgerond_op = werkplek.nu()
        noteer(werkplek, sessie, punt.overleg, soort, punt)


def _eis_dag(werkplek: Werkplek, overleg: Overleg) -> None:
    vandaag = werkplek.vandaag()
    starts = [punt.gestart_op for punt in overleg.agendapunten if punt.gestart_op is not None]
    if vandaag == overleg.datum or (starts and werkplek.nu() - max(starts) < _NOG_BEZIG):
        return
    raise AndereDag(
        f"Dit overleg is gepland op {datum_lang(overleg.datum)}. Vandaag is het {datum_lang(vandaag)}.",
        veilig="Er is nog niets begonnen.",
        advies="Begin alleen als het overleg echt vandaag is; een vergissing haalt u daarna terug.",
    )


def haal_start_terug(sessie: Session, punt: Agendapunt) -> None:
    """As if it was never opened; the agenda is open again when nothing else happened. Raises GebruikersFout."""
    if punt.gestart_op is None:
        raise GebruikersFout("Dit punt is nog niet begonnen.")
    if iets_vastgelegd(sessie, punt):
        raise GebruikersFout(
            "Bij dit punt is al iets vastgelegd. De start kan niet meer terug.",
            advies="Haal eerst weg wat er staat, of kies bij Uitkomst wat er van dit punt kwam.",
        )
    overleg = punt.overleg
    sessie.execute(delete(Tafelgebeurtenis).filter_by(agendapunt_id=punt.id))
    punt.gestart_op = punt.afgerond_op = None
    for stoel in sessie.scalars(select(Deelname).filter_by(agendapunt_id=punt.id)):  # also who lost it meanwhile
        if not stoel.ter_tafel:
            stoel.aanwezigheid = Aanwezigheid.ONBEKEND
    sessie.flush()
    if not _iets_gebeurd(sessie, overleg):
        overleg.status = OverlegStatus.VERZONDEN if overleg.verzonden_op else OverlegStatus.AKKOORD
        sessie.flush()
        werk_uitnodigingen_bij(sessie, overleg_id=overleg.id)  # who lost a seat meanwhile is not expected any more


def iets_vastgelegd(sessie: Session, punt: Agendapunt) -> bool:
    """Whether a text, a besluit, an actie or an outcome stands at this point."""
    if punt.uitkomst or any(deel.strip() for deel in (punt.beeld, punt.oordeelsvorming, punt.besluitvorming)):
        return True
    return any(
        sessie.scalars(select(soort.id).filter_by(agendapunt_id=punt.id).limit(1)).first() is not None
        for soort in (Besluit, Actie)
    )


def _iets_gebeurd(sessie: Session, overleg: Overleg) -> bool:
    """Whether anything was done at this table at all."""
    if overleg.begonnen_om is not None or overleg.geeindigd_om is not None:
        return True
    gebeurd = sessie.scalars(select(Tafelgebeurtenis.id).filter_by(overleg_id=overleg.id).limit(1)).first()
    return gebeurd is not None or any(
        punt.gestart_op or punt.ter_tafel or punt.tafel_volgorde is not None or iets_vastgelegd(sessie, punt)
        for punt in overleg.agendapunten
    )
