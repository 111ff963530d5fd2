"""The rules on who is a partij: told beforehand, agreed by all, decided, notice terms, exclusion, and what stays."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from zvh_desktop.errors import RegelGeweigerd
from zvh_desktop.models.bestuurskeuzes import Opzegreden
from zvh_desktop.models.keuzes import Regel
from zvh_desktop.models.profiel.huisprofiel import Convenant, Huisprofiel
from zvh_desktop.models.profiel.samenwerking import PARTIJEN, Opzegregels
from zvh_desktop.models.taal import datum_kort, hoofdletter, opsomming, verwijzing
from zvh_desktop.services.regelboek.uitleg import Aandachtspunt, aandachtspunt, weigering

_MAANDEN = 12
_VOORAF = timedelta(days=90)
"""How long before a renewal or an end the partijen are reminded of it."""
_VERGETEN = (
    "Had zij het convenant al getekend en ontbreekt zij in de lijst, voeg haar dan toe als deelnemer en corrigeer bij "
    "Beheer, Toetreden en uittreden haar soort."
)


def alleen_door_toetreden(profiel: Huisprofiel) -> RegelGeweigerd:
    """Rule ``toetreding``, in a house that is at work: nobody becomes a partij by being typed, or read from a list.

    Where the house has no procedure for it, only the correction of what was recorded wrongly is left.
    Source: Twente art. 20.4; Midden-Limburg art. 17.4; Delft art. 21.4.
    """
    nieuw = hoofdletter(f"een {profiel.termen.gebogen('nieuwe', 'convenantpartij')}")
    if not profiel.geldt(Regel.TOETREDING):
        reden = profiel.regel(Regel.TOETREDING).reden
        return weigering(
            profiel,
            Regel.TOETREDING,
            f"Er is al een overleg gehouden. In dit huis kan geen partij toetreden. {reden}",
            advies=_VERGETEN,
        )
    artikel = verwijzing(profiel.artikel(Regel.TOETREDING))
    return weigering(
        profiel,
        Regel.TOETREDING,
        f"Er is al een overleg gehouden. {nieuw} komt er daarom alleen bij door toe te treden{artikel}.",
        advies=f"Begin die toetreding bij Beheer, Toetreden en uittreden. {_VERGETEN}",
    )


def alleen_door_uittreden(profiel: Huisprofiel, partij: str) -> RegelGeweigerd:
    """Rule ``uittreding``, in a house that is at work: who is a partij is not taken off the list, it leaves.

    Source: Twente art. 22.2.
    """
    artikel = verwijzing(profiel.artikel(Regel.UITTREDING))
    return weigering(
        profiel,
        Regel.UITTREDING,
        f"{partij} is partij bij het convenant en er is al een overleg gehouden. Weghalen kan daarom niet: zij treedt "
        f"uit, of wordt uitgesloten{artikel}.",
        advies="Begin dat bij Beheer, Toetreden en uittreden. Was de soort verkeerd ingevoerd, corrigeer haar daar.",
    )


def toetreding_bericht(profiel: Huisprofiel, zonder_bericht: Sequence[str]) -> RegelGeweigerd | None:
    """Rule ``toetreding_bericht``: every partij is told beforehand that somebody wants to join.

    ``zonder_bericht`` names those to whom no letter went. A house without the rule asks nothing.
    Source: Twente art. 20.3.
    """
    if not zonder_bericht or not profiel.geldt(Regel.TOETREDING_BERICHT):
        return None
    artikel = verwijzing(profiel.artikel(Regel.TOETREDING_BERICHT))
    return weigering(
        profiel,
        Regel.TOETREDING_BERICHT,
        f"Nog niet vooraf geïnformeerd: {opsomming(list(zonder_bericht))}{artikel}.",
        advies="Stuur de brief en noteer dat hij is verstuurd.",
    )


def toetreding_akkoord(profiel: Huisprofiel, zonder_akkoord: Sequence[str]) -> RegelGeweigerd | None:
    """Rule ``toetreding``, before the decision: every partij agrees, where the convenant asks it.

    Source: Twente art. 20.4.
    """
    if not zonder_akkoord or not profiel.samenwerking.toetreding.akkoord:
        return None
    artikel = verwijzing(profiel.artikel(Regel.TOETREDING))
    return weigering(
        profiel,
        Regel.TOETREDING,
        f"Nog niet akkoord: {opsomming(list(zonder_akkoord))}{artikel}.",
        advies="Leg per partij vast dat zij akkoord is, of wijs de aanvraag af.",
    )


def toetreding_advies(profiel: Huisprofiel, advies: str) -> RegelGeweigerd | None:
    """Rule ``toetreding``, advice: the meeting that the convenant names gives its advice first.

    Source: Delft art. 6.7 onder e.
    """
    regels = profiel.samenwerking.toetreding
    if advies or not regels.advies:
        return None
    overleg = profiel.overlegsoort(regels.advies).met_lidwoord
    return weigering(
        profiel,
        Regel.TOETREDING,
        f"Het advies van {overleg} is nog niet vastgelegd{verwijzing(regels.advies_artikel)}.",
        advies="Vul het in met Wijzig, bij Advies.",
        artikel=regels.advies_artikel,
    )


def toetreding_formulier(
    profiel: Huisprofiel, besloten_op: date | None, getekend_op: date | None, ingang: date
) -> RegelGeweigerd | None:
    """Rule ``toetreding``, entry: by signing the form, after the decision and not before.

    Source: Twente art. 20.4 and bijlage 1.
    """
    artikel = verwijzing(profiel.artikel(Regel.TOETREDING))
    if besloten_op is None:
        zin = f"Over deze aanvraag is nog niet besloten{artikel}."
    elif getekend_op is None or getekend_op < besloten_op:
        zin = f"De toetredingsverklaring wordt getekend na het besluit van {datum_kort(besloten_op)}{artikel}."
    elif ingang < getekend_op:
        zin = f"De partij doet mee vanaf de dag van tekenen ({datum_kort(getekend_op)}) of later{artikel}."
    else:
        return None
    return weigering(profiel, Regel.TOETREDING, zin, advies="Kijk de datums na.")


def uitsluiting(
    profiel: Huisprofiel,
    *,
    in_gebreke_op: date | None,
    gehoord_op: date | None,
    besloten_op: date,
    stemmen: tuple[int, int] | None = None,
) -> RegelGeweigerd | None:
    """Rule ``uitsluiting``: only after a default notice, heard where the house asks it, and by the majority it names.

    ``stemmen`` is how many partijen agree and how many there are, where the partijen themselves decide.
    Source: Twente art. 22.4, which reads as reversed: a decision is not taken *before* the partij was heard.
    """
    if not profiel.geldt(Regel.UITSLUITING):
        return weigering(
            profiel, Regel.UITSLUITING, f"In dit huis kan een partij niet worden uitgesloten. "
            f"{profiel.regel(Regel.UITSLUITING).reden}"
        )  # fmt: skip
    artikel = verwijzing(profiel.artikel(Regel.UITSLUITING))
    regels = profiel.samenwerking.uitsluiting
    zin = ""
    if in_gebreke_op is None or in_gebreke_op > besloten_op:
        zin = f"De partij is nog niet in gebreke gesteld{artikel}."
    elif regels.horen and (gehoord_op is None or gehoord_op > besloten_op):
        zin = f"De partij is nog niet gehoord{verwijzing(regels.horen_artikel) or artikel}."
    elif PARTIJEN in regels.beslissers and stemmen is not None and 2 * stemmen[0] <= stemmen[1]:
        zin = f"Er is geen meerderheid: {stemmen[0]} van {stemmen[1]} partijen zijn akkoord{artikel}."
    return weigering(profiel, Regel.UITSLUITING, zin, advies="Leg dat eerst vast.") if zin else None


def na_uittreding(profiel: Huisprofiel) -> Aandachtspunt | None:
    """Rule ``na_uittreding``: what binds a partij after it left. Source: Twente art. 22.5."""
    if not profiel.geldt(Regel.NA_UITTREDING):
        return None
    regel = profiel.regel(Regel.NA_UITTREDING)
    zin = f"{regel.tekst.rstrip('.')}{verwijzing(regel.artikel)}."
    return aandachtspunt(profiel, Regel.NA_UITTREDING, zin)


def convenant_duur(profiel: Huisprofiel, begin: date | None, vandaag: date) -> Aandachtspunt | None:
    """Rule ``convenant_duur``: the convenant ends, or is renewed, within three months; or its begin is not known.

    Source: Twente art. 22.1.
    """
    if not profiel.geldt(Regel.CONVENANT_DUUR) or profiel.convenant.verlenging == "onbepaald":
        return None
    artikel = verwijzing(profiel.artikel(Regel.CONVENANT_DUUR))
    einde = einde_looptijd(profiel.convenant, begin, vandaag)
    if einde is None:
        if profiel.convenant.verlenging != "stilzwijgend":
            return None
        zin = f"Wanneer het convenant is getekend, is nog niet bekend{artikel}."
    elif einde - _VOORAF > vandaag:
        return None
    elif profiel.convenant.verlenging == "stilzwijgend":
        jaren = profiel.convenant.verlenging_jaren
        erbij = "een jaar" if jaren == 1 else f"{jaren} jaar"
        zin = f"Het convenant wordt op {datum_kort(einde)} stilzwijgend met {erbij} verlengd{artikel}."
    else:
        zin = f"Het convenant loopt af op {datum_kort(einde)}{artikel}."
    return aandachtspunt(profiel, Regel.CONVENANT_DUUR, zin)


def einde_looptijd(convenant: Convenant, begin: date | None, dag: date) -> date | None:
    """The first day after the term that runs on this day; None when there is no end, or the begin is not known."""
    start = begin or convenant.geldig_van
    if convenant.verlenging == "stilzwijgend":
        if start is None:
            return None
        maanden = _MAANDEN * convenant.jaren
        while plus_maanden(start, maanden) <= dag:
            maanden += _MAANDEN * convenant.verlenging_jaren
        return plus_maanden(start, maanden)
    return convenant.geldig_tot + timedelta(days=1) if convenant.geldig_tot is not None else None


def eerste_einddatum(profiel: Huisprofiel, opgezegd_op: date, begin: date | None) -> date | None:
    """The first day on which a partij that gives notice on this day can be out; None when the begin is not known."""
    regels = profiel.samenwerking.opzegging
    if regels.wijze == "maanden":
        return plus_maanden(opgezegd_op, regels.maanden)
    if regels.wijze == "kalenderjaar":
        jaar = opgezegd_op.year + 1
        while plus_maanden(date(jaar, 1, 1), -regels.maanden) < opgezegd_op:
            jaar += 1
        return date(jaar, 1, 1)
    if regels.wijze == "verlenging":
        return einde_looptijd(profiel.convenant, begin, opgezegd_op)
    return opgezegd_op


def opzegtermijn(
    profiel: Huisprofiel, reden: Opzegreden, opgezegd_op: date, per: date, begin: date | None
) -> RegelGeweigerd | None:
    """Rule ``uittreding``, the term: a partij is not out before its notice term ended.

    After a change it cannot accept, it leaves on the day of the change (``per``), if it said so by then. A partij
    that ceases to exist needs no term. Source: Twente art. 22.2, 21.3 and 22.3; Delft art. 24.2.
    """
    regels = profiel.samenwerking.opzegging
    if per < opgezegd_op and reden is not Opzegreden.OPGEHOUDEN:
        zin, artikel = f"Een opzegging van {datum_kort(opgezegd_op)} gaat niet eerder in", _artikel(regels, reden)
    elif reden is not Opzegreden.GEWOON:
        return None
    else:
        eerste, artikel = eerste_einddatum(profiel, opgezegd_op, begin), regels.artikel
        if eerste is None:
            zin = "De opzegtermijn is niet te berekenen: wanneer het convenant is getekend, is nog niet bekend"
        elif per < eerste:
            zin = (
                f"Wie op {datum_kort(opgezegd_op)} opzegt, kan op zijn vroegst vertrekken per {datum_kort(eerste)}; "
                f"gevraagd is {datum_kort(per)}"
            )
        else:
            return None
    advies = "Kies een latere datum, of noteer eerst bij Convenant wanneer het is getekend."
    zin = f"{zin}{verwijzing(artikel)}."
    return weigering(profiel, Regel.UITTREDING, zin, advies=advies, artikel=artikel)


def _artikel(regels: Opzegregels, reden: Opzegreden) -> str:
    return regels.na_wijziging if reden is Opzegreden.NA_WIJZIGING else regels.artikel


def plus_maanden(dag: date, aantal: int) -> date:
    """So many months later or, below zero, earlier; the last day of a shorter month."""
    jaar, maand = divmod(dag.year * _MAANDEN + dag.month - 1 + aantal, _MAANDEN)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))
