"""What waits about partijen: a step of a dispute, a procedure to decide on, a day of the convenant."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

from sqlalchemy import String, cast, func, literal, null, select

from zvh_desktop.models.bestuurskeuzes import Momentsoort, TrajectSoort, TrajectStand
from zvh_desktop.models.casus import Casus, Casusregie
from zvh_desktop.models.keuzes import ActieStatus, CasusStatus, DocumentSoort
from zvh_desktop.models.partij import Partij
from zvh_desktop.models.samenwerking.geschil import Geschil, Geschilstap
from zvh_desktop.models.samenwerking.traject import Convenantmoment, Traject, TrajectPartij
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.uitkomst import Actie
from zvh_desktop.models.uitnodiging import Uitgegeven
from zvh_desktop.services.regelboek.samenwerking import convenant_duur
from zvh_desktop.services.vandaag.regel import KOMENDE_DAGEN, Wacht, Wanneer
from zvh_desktop.services.vandaag.signalen import Signaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Vraag
from zvh_desktop.services.werkplek.werkplek import Werkplek

_MOMENT_VOORAF = timedelta(days=30)
_NA_BESLUIT = timedelta(days=30)
"""So long it is said that a decision was not told; one of before letters about it were kept is not asked for."""
_DOEN = {
    Momentsoort.EVALUATIE: "evalueren",
    Momentsoort.VERLENGING: "verlengen",
    Momentsoort.EINDE: "einde",
}


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def open_stappen() -> Vraag:
    """Steps of disputes that were not taken: kind, which dispute, with whom it lies, and the last day."""
    return (
        select(
            literal("geschil"),
            Geschil.id,
            Geschilstap.bij,
            cast(Geschilstap.uiterlijk, String),
        )
        .join(Geschil, Geschil.id == Geschilstap.geschil_id)
        .where(Geschil.afgesloten_op.is_(None), Geschilstap.klaar_op.is_(None))
    )


def moment_zin(soort: str, dag: date) -> str:
    """What is to be done with the convenant, and on which day."""
    return f"Convenant: {_DOEN[Momentsoort(soort)]} op {datum_kort(dag)}"


def _vragen(vandaag: date) -> tuple[Vraag, ...]:
    """All of it as rows of one shape: what kind, which, in words, and the day.

    Not one union: what stands in words is encrypted on a server, in each table under its own rows.
    """
    stappen = open_stappen().where(Geschilstap.uiterlijk <= vandaag + timedelta(days=KOMENDE_DAGEN))
    besloten = select(literal("traject"), Traject.id, Traject.naam, null()).where(
        Traject.stand == TrajectStand.BESLOTEN
    )
    weg = Traject.soort.in_((TrajectSoort.OPZEGGING, TrajectSoort.UITSLUITING, TrajectSoort.OPVOLGING))
    regie = (
        select(Casusregie.id)
        .join(Casus, Casus.id == Casusregie.casus_id)
        .where(Casusregie.partij_id == Traject.partij_id, Casusregie.tot.is_(None), Casus.status == CasusStatus.LOPEND)
    )
    open_ = select(Actie.id).where(
        Actie.belegd_bij_id == Traject.partij_id, Actie.status.in_((ActieStatus.OPEN, ActieStatus.BEZIG))
    )
    hangt = (
        select(literal("hangt"), Traject.id, Partij.naam, cast(Traject.ingang, String))
        .join(Partij, Partij.id == Traject.partij_id)
        .where(Traject.stand == TrajectStand.AFGEROND, weg, Traject.ingang <= vandaag + timedelta(days=KOMENDE_DAGEN))
        .where(regie.exists() | open_.exists())
    )
    verteld = select(Uitgegeven.partij_id).where(
        Uitgegeven.soort == DocumentSoort.TRAJECTBESLUIT, Uitgegeven.versie == Traject.id
    )
    te_vertellen = (
        select(literal("vertel"), Traject.id, Traject.naam, cast(func.count(), String))
        .join(TrajectPartij, TrajectPartij.traject_id == Traject.id)
        .where(Traject.stand == TrajectStand.AFGEROND, Traject.besloten_op > vandaag - _NA_BESLUIT)
        .where(TrajectPartij.partij_id.not_in(verteld))
        .group_by(Traject.id)
    )
    momenten = select(
        literal("moment"), Convenantmoment.id, cast(Convenantmoment.soort, String), cast(Convenantmoment.op, String)
    ).where(Convenantmoment.gedaan_op.is_(None) | (Convenantmoment.soort == Momentsoort.GETEKEND))
    return stappen, besloten, hangt, te_vertellen, momenten


def wacht_bij_samenwerking(werkplek: Werkplek) -> Signaal:
    """The lines for who keeps these up."""
    if not werkplek.mag(Recht.SAMENWERKING_BIJHOUDEN).mag:
        return
    vandaag = werkplek.vandaag()
    rijen = yield _vragen(vandaag)
    begin = None
    for soort, id_, tekst, dag in chain.from_iterable(rijen):
        if soort == "geschil":
            op = _dag(dag)
            laat = "was" if op < vandaag else "is"
            zin = f"Geschil {id_} ligt bij {tekst}: de termijn {laat} {datum_kort(op)}"
            yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "geschillen", id_)
        elif soort == "traject":
            zin = f"{tekst} kan toetreden: de verklaring moet nog worden getekend"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "samenwerking", id_)
        elif soort == "hangt":
            zin = f"{tekst} doet vanaf {datum_kort(_dag(dag))} niet mee: regie of acties moeten nog worden overgedragen"
            yield Wacht(Wanneer.TERMIJNEN, zin, "Open", "samenwerking", id_)
        elif soort == "vertel":
            wie = "1 partij" if dag == "1" else f"{dag} partijen"
            zin = f"Besluit over {tekst or 'het convenant'}: de brief aan {wie} moet nog worden verstuurd"
            yield Wacht(Wanneer.DEZE_WEEK, zin, "Open", "samenwerking", id_)
        elif tekst == Momentsoort.GETEKEND.value:
            begin = max(begin or _dag(dag), _dag(dag))
        elif _dag(dag) - _MOMENT_VOORAF <= vandaag:
            yield Wacht(Wanneer.TERMIJNEN, moment_zin(tekst, _dag(dag)), "Open", "convenant", id_)
    # That the begin was never recorded is said where it is filled in, and not every morning.
    bekend = begin is not None or werkplek.profiel.convenant.geldig_van is not None
    duur = convenant_duur(werkplek.profiel, begin, vandaag)
    if duur is not None and bekend:
        yield Wacht(Wanneer.TERMIJNEN, duur.zin.rstrip("."), "Open", "convenant", 0)
