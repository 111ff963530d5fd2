"""What the end of a file looks like now: from which day, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from zvh_desktop.database.vernietigen.wegdoen import dossier_van_casus
from zvh_desktop.errors import GebruikersFout, HandtekeningOnjuist
from zvh_desktop.models.aanmelding import Aanmelding
from zvh_desktop.models.afschaling import Afschaling
from zvh_desktop.models.casus import Casus
from zvh_desktop.models.keuzes import AanmeldingUitkomst, CasusStatus, Rol, VernietigSoort
from zvh_desktop.models.taal import datum_kort
from zvh_desktop.models.vernietigen.bewaren import Termijnbesluit, Verlenging, Vernietigvoorstel
from zvh_desktop.models.vernietigen.vernietiging import Vernietiging
from zvh_desktop.services.casus.afschaling_getekend import AFSCHALING
from zvh_desktop.services.casus.einde_getekend import eis_einde
from zvh_desktop.services.poort.getekend import MELD
from zvh_desktop.services.vernietigen.eigen import NAAM, aantal_van, heeft
from zvh_desktop.services.vernietigen.gedeeld import bezwaren_gedeeld
from zvh_desktop.services.vernietigen.gegevens import Opruimstap, TeDoen, VerlengingRegel, VernietigvoorstelRegel
from zvh_desktop.services.vernietigen.getekend import INTREKKING, TERMIJNEN, VERLENGING, VOORSTEL
from zvh_desktop.services.vernietigen.termijnen import (
    AFGEWEZEN,
    BEEINDIGD,
    EIGEN,
    NIET_BEOORDEELD,
    SCHONEN,
    VERNIETIGEN,
    VERZOEKEN,
    Bewaarbeeld,
    Bewaartijd,
    als_besluit,
    lees_termijnen,
    na_termijn,
)
from zvh_desktop.services.vernietigen.verzoeken import te_vernietigen_verzoeken
from zvh_desktop.services.werkplek.klok import als_lokaal
from zvh_desktop.services.werkplek.rechten import Recht
from zvh_desktop.services.werkplek.samen import Vraag, lees_samen
from zvh_desktop.services.werkplek.wegen import naar_bewaartermijnen
from zvh_desktop.services.werkplek.werkplek import Werkplek


def lees_stap(werkplek: Werkplek, sessie: Session, casus: Casus, soort: VernietigSoort) -> Opruimstap:
    """Schonen or vernietigen of one casus."""
    termijnen = lees_termijnen(werkplek, sessie)
    tijd = _termijn(termijnen, casus, soort)
    begin, verlengd = _begin(sessie, casus), _verlengd_tot(werkplek, sessie, casus)
    vanaf = na_termijn(begin, tijd.termijn) if begin is not None else None
    if vanaf is not None and verlengd is not None:
        vanaf = max(vanaf, verlengd)
    gedaan = sessie.scalars(
        select(Vernietiging.gedaan_op).where(Vernietiging.nummer == casus.nummer, Vernietiging.soort == soort)
    ).first()
    if soort in EIGEN and gedaan is not None and _is_er(sessie, casus, soort):
        gedaan = None  # something of this kind came after it
    return Opruimstap(
        soort=soort,
        termijn=tijd.termijn,
        bron=tijd.bron,
        vanaf=vanaf,
        bezwaren=tuple(_bezwaren(werkplek, sessie, casus, soort, termijnen, vanaf)) if gedaan is None else (),
        voorstel=lees_voorstel(werkplek, sessie, casus, soort),
        gedaan_op=gedaan,
        twee_nodig=twee_nodig(werkplek),
    )


def lees_eigen(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[Opruimstap, ...]:
    """The kinds of data of this file for which the house filled in a term of their own: what is there, or was."""
    termijnen = lees_termijnen(werkplek, sessie)
    soorten = [soort for soort in EIGEN if termijnen.van(soort.value).termijn]
    stappen = [(_is_er(sessie, casus, soort), lees_stap(werkplek, sessie, casus, soort)) for soort in soorten]
    return tuple(stap for is_er, stap in stappen if is_er or stap.gedaan_op is not None)


def eis_besluit(werkplek: Werkplek, sessie: Session, casus: Casus) -> None:
    """A term runs from the day that was signed. Raises HandtekeningOnjuist: what nobody decided lets nothing go."""
    eis_einde(werkplek, sessie, casus)
    AFSCHALING.eis_compleet(werkplek, sessie, "casus", casus.id)
    besluit = sessie.scalars(select(Afschaling).filter_by(casus_id=casus.id)).first()
    nummer = None if besluit is None else AFSCHALING.verifieer(werkplek, sessie, besluit)
    if (nummer is not None) is not (casus.status is CasusStatus.AFGESCHAALD):
        raise HandtekeningOnjuist(f"De afsluiting van casus {casus.nummer} is niet zo ondertekend.", advies=MELD)


def eis_termijnen(werkplek: Werkplek, sessie: Session) -> None:
    """The terms that hold now are those that were signed last. Raises GebruikersFout, HandtekeningOnjuist.

    Whoever has only the key of the database could shorten a term, so that a file falls due before its day.
    """
    rijen = sessie.scalars(select(Termijnbesluit).order_by(Termijnbesluit.id)).all()
    for rij in rijen:
        TERMIJNEN.verifieer(werkplek, sessie, rij)
    if not rijen or rijen[-1].termijnen != als_besluit(lees_termijnen(werkplek, sessie)):
        term = werkplek.profiel.termen.met_lidwoord("procesregisseur")
        wat = "zijn sinds de laatste ondertekening gewijzigd" if rijen else "zijn nog niet ondertekend"
        raise GebruikersFout(
            f"De bewaartermijnen {wat}. Zonder handtekening wordt er niets vernietigd.",
            veilig="Er is niets vernietigd.",
            advies=f"Laat {term} ze nakijken en ondertekenen bij Beheer, Bewaartermijnen.",
            weg=naar_bewaartermijnen(werkplek, Recht.VERNIETIGEN),
        )


def twee_nodig(werkplek: Werkplek) -> bool:
    """Whether the house has two who may do this; then one proposes and the other does it."""
    regie = [gebruiker for gebruiker in werkplek.kluis.gebruikers() if Rol.PROCESREGISSEUR in gebruiker.rollen]
    return len(regie) > 1


def lees_voorstel(
    werkplek: Werkplek, sessie: Session, casus: Casus, soort: VernietigSoort
) -> VernietigvoorstelRegel | None:
    """The proposal that waits. Raises HandtekeningOnjuist when it is not what was signed."""
    rijen = sessie.scalars(select(Vernietigvoorstel).filter_by(casus_id=casus.id, soort=soort)).all()
    for een in rijen:
        INTREKKING.verifieer(werkplek, sessie, een)
    rij = next((een for een in rijen if een.ingetrokken_op is None), None)
    if rij is None:
        return None
    VOORSTEL.verifieer(werkplek, sessie, rij)
    op = als_lokaal(rij.voorgesteld_op).date()
    return VernietigvoorstelRegel(rij.voorgesteld_door, op, rij.gebruiker == werkplek.gebruiker)


def lees_verlengingen(werkplek: Werkplek, sessie: Session, casus: Casus) -> tuple[VerlengingRegel, ...]:
    """Every extension, the newest first. Raises HandtekeningOnjuist."""
    VERLENGING.eis_compleet(werkplek, sessie, "casus", casus.id)
    rijen = sessie.scalars(select(Verlenging).filter_by(casus_id=casus.id).order_by(Verlenging.id.desc())).all()
    for rij in rijen:
        VERLENGING.verifieer(werkplek, sessie, rij)
    return tuple(VerlengingRegel(rij.tot, rij.reden, rij.besloten_op, rij.besloten_door) for rij in rijen)


def lees_lijst(werkplek: Werkplek, sessie: Session) -> tuple[TeDoen, ...]:
    """Every closed file with what comes next, the first day first; without a term at the end."""
    termijnen = lees_termijnen(werkplek, sessie)
    casussen, zonder_casus = lees_samen(sessie, opruimvragen(termijnen))
    return opruimlijst(werkplek, termijnen, casussen, zonder_casus)


def opruimvragen(termijnen: Bewaarbeeld) -> tuple[Vraag, Vraag]:
    """What is asked of the vault for ``opruimlijst``: closed casussen, and what never was one."""
    return _vraag_casussen(termijnen), _vraag_zonder_casus(termijnen)


def opruimlijst(
    werkplek: Werkplek,
    termijnen: Bewaarbeeld,
    casussen: Iterable[Sequence[Any]],
    zonder_casus: Iterable[Sequence[Any]],
) -> tuple[TeDoen, ...]:
    """The list of the rows that ``opruimvragen`` gave."""
    term = werkplek.profiel.termen.aanmelding
    regels = [*_casussen(casussen, termijnen), *_zonder_casus(zonder_casus, termijnen, term)]
    return tuple(sorted(regels, key=_volgorde))


def _volgorde(regel: TeDoen) -> tuple[bool, date, str]:
    return regel.vanaf is None, regel.vanaf or regel.gesloten_op, regel.nummer


def _eigen_met_termijn(termijnen: Bewaarbeeld) -> list[VernietigSoort]:
    return [soort for soort in EIGEN if termijnen.van(soort.value).termijn]


def _vraag_casussen(termijnen: Bewaarbeeld) -> Vraag:
    # One statement: Vandaag asks this each time.
    schoon = select(Vernietiging.id).where(
        Vernietiging.nummer == Casus.nummer, Vernietiging.soort == VernietigSoort.SCHONEN
    )
    tot_dag = select(func.max(Verlenging.tot)).where(Verlenging.casus_id == Casus.id).scalar_subquery()
    voorstel = (
        select(func.max(Vernietigvoorstel.soort))
        .where(Vernietigvoorstel.casus_id == Casus.id, Vernietigvoorstel.ingetrokken_op.is_(None))
        .scalar_subquery()
    )
    return (
        select(
            Casus.id,
            Casus.nummer,
            Casus.status,
            Casus.gesloten_op,
            Afschaling.besloten_op,
            schoon.exists(),
            tot_dag,
            voorstel,
            *(heeft(soort).label(f"heeft_{soort.value}") for soort in _eigen_met_termijn(termijnen)),
        )
        .outerjoin(Afschaling, Afschaling.casus_id == Casus.id)
        .where(Casus.status.in_([CasusStatus.AFGESCHAALD, CasusStatus.BEEINDIGD]))
    )


def _casussen(rijen: Iterable[Sequence[Any]], termijnen: Bewaarbeeld) -> Iterator[TeDoen]:
    eigen = _eigen_met_termijn(termijnen)
    for id_, nummer, status, gesloten, besloten, geschoond, tot, voorgesteld, *er_is in rijen:
        begin = besloten or gesloten
        if begin is None:
            continue
        schonen = termijnen.van(SCHONEN)
        eerst_schonen = status is CasusStatus.AFGESCHAALD and bool(schonen.termijn) and not geschoond
        soort = VernietigSoort.SCHONEN if eerst_schonen else VernietigSoort.VERNIETIGEN
        einde = VERNIETIGEN if status is CasusStatus.AFGESCHAALD else BEEINDIGD
        stappen = [(soort, (schonen if eerst_schonen else termijnen.van(einde)).termijn)]
        stappen += _eigen_stappen(termijnen, stappen[0][1], eigen, er_is, begin)
        for stap, termijn in stappen:
            vanaf = na_termijn(begin, termijn)
            yield TeDoen(
                casus_id=id_,
                aanmelding_id=None,
                nummer=nummer,
                soort=stap,
                gesloten_op=begin,
                vanaf=max(vanaf, tot) if vanaf is not None and tot is not None else vanaf,
                verlengd=tot is not None,
                voorgesteld=voorgesteld is not None,
            )


def _eigen_stappen(
    termijnen: Bewaarbeeld, heel: str, eigen: Sequence[VernietigSoort], er_is: Sequence[bool], begin: date
) -> Iterator[tuple[VernietigSoort, str]]:
    """The kinds of which there is something and whose term ends before the next step of the whole file."""
    einde = na_termijn(begin, heel)
    for soort, is_er in zip(eigen, er_is, strict=True):
        termijn = termijnen.van(soort.value).termijn
        op = na_termijn(begin, termijn)
        if is_er and op is not None and (einde is None or op < einde):
            yield soort, termijn


def _vraag_zonder_casus(termijnen: Bewaarbeeld) -> Vraag:
    """Aanmeldingen that never were a casus, and verzoeken on which was decided; in one statement."""
    # One that was not decided is nobody's file yet: only where the house says after how long it was a mistake.
    vergissing = termijnen.van(NIET_BEOORDEELD).termijn
    afgewezen = Aanmelding.beoordeeld_op.is_not(None) & (Aanmelding.uitkomst == AanmeldingUitkomst.AFGEWEZEN)
    welke = or_(afgewezen, Aanmelding.uitkomst == AanmeldingUitkomst.OPEN) if vergissing else afgewezen
    alles = union_all(
        select(
            Aanmelding.id, Aanmelding.datum, Aanmelding.beoordeeld_op, Aanmelding.gewijzigd_op, literal("").label("om")
        ).where(welke),
        te_vernietigen_verzoeken(zonder_dossier=not termijnen.van(VERZOEKEN).termijn),
    ).subquery()
    return select(*alles.c)


def _zonder_casus(rijen: Iterable[Sequence[Any]], termijnen: Bewaarbeeld, term: str) -> Iterator[TeDoen]:
    vergissing = termijnen.van(NIET_BEOORDEELD).termijn
    for id_, datum, beoordeeld, gewijzigd, om in rijen:
        if om:
            yield TeDoen(
                casus_id=None,
                aanmelding_id=None,
                nummer=f"Verzoek {id_} om {om} van {datum_kort(datum)}",
                soort=VernietigSoort.VERZOEK,
                gesloten_op=beoordeeld,
                vanaf=na_termijn(beoordeeld, termijnen.van(VERZOEKEN).termijn),
                verlengd=False,
                voorgesteld=False,
                verzoek_id=id_,
            )
            continue
        op = beoordeeld or als_lokaal(gewijzigd).date()
        wat = "Afgewezen" if beoordeeld is not None else "Niet beoordeelde"
        yield TeDoen(
            casus_id=None,
            aanmelding_id=id_,
            nummer=f"{wat} {term} van {datum_kort(datum)}",
            soort=VernietigSoort.AANMELDING,
            gesloten_op=op,
            vanaf=na_termijn(op, termijnen.van(AFGEWEZEN).termijn if beoordeeld is not None else vergissing),
            verlengd=False,
            voorgesteld=False,
        )


def lees_tijd_aanmelding(werkplek: Werkplek, sessie: Session, rij: Aanmelding) -> tuple[Bewaartijd, date]:
    """The term of an aanmelding that was rejected, or of one that nobody decided on, and from which day it counts."""
    termijnen = lees_termijnen(werkplek, sessie)
    if rij.beoordeeld_op is not None:
        return termijnen.van(AFGEWEZEN), rij.beoordeeld_op
    return termijnen.van(NIET_BEOORDEELD), als_lokaal(rij.gewijzigd_op).date()


def _is_er(sessie: Session, casus: Casus, soort: VernietigSoort) -> bool:
    return bool(aantal_van(sessie, dossier_van_casus(sessie.connection(), casus.id), soort))


def _termijn(termijnen: Bewaarbeeld, casus: Casus, soort: VernietigSoort) -> Bewaartijd:
    if soort is VernietigSoort.SCHONEN or soort in EIGEN:
        return termijnen.van(soort.value)
    return termijnen.van(BEEINDIGD if casus.status is CasusStatus.BEEINDIGD else VERNIETIGEN)


def _begin(sessie: Session, casus: Casus) -> date | None:
    if casus.status is CasusStatus.LOPEND:
        return None
    return sessie.scalar(select(Afschaling.besloten_op).where(Afschaling.casus_id == casus.id)) or casus.gesloten_op


def _verlengd_tot(werkplek: Werkplek, sessie: Session, casus: Casus) -> date | None:
    return max((regel.tot for regel in lees_verlengingen(werkplek, sessie, casus)), default=None)


def _bezwaren(
    werkplek: Werkplek,
    sessie: Session,
    casus: Casus,
    soort: VernietigSoort,
    termijnen: Bewaarbeeld,
    vanaf: date | None,
) -> Iterator[str]:
    wat = "geschoond" if soort is VernietigSoort.SCHONEN else "vernietigd"
    if casus.status is CasusStatus.LOPEND:
        yield f"Casus {casus.nummer} loopt nog. Alleen een gesloten dossier wordt {wat}."
        return
    if soort in EIGEN and not _is_er(sessie, casus, soort):
        yield f"In dit dossier staan geen {NAAM[soort]}."
        return
    if soort is VernietigSoort.SCHONEN and casus.status is CasusStatus.BEEINDIGD:
        zonder = werkplek.profiel.termen.afschaling
        yield f"Deze casus eindigde zonder {zonder}. Zo een dossier wordt in een keer vernietigd, niet geschoond."
        return
    if vanaf is None:
        yield (
            "Het huis heeft hiervoor nog geen bewaartermijn ingevuld. Zonder termijn wordt er niets "
            f"{wat}: de beheerder vult hem in bij Beheer, Bewaartermijnen."
        )
    elif vanaf > werkplek.vandaag():
        wie = f"De {NAAM[soort]} worden" if soort in EIGEN else "Dit dossier wordt"
        yield f"{wie} bewaard tot {datum_kort(vanaf)}."
    if soort is VernietigSoort.SCHONEN and termijnen.kernset is None:
        yield "Het huis heeft nog niet gekozen wat er blijft: de beheerder doet dat bij Beheer, Bewaartermijnen."
    yield from bezwaren_gedeeld(sessie, casus.id)
